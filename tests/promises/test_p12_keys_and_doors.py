"""P12: every route asks for a key or stands on a short public list, and no door beside it is open."""

from __future__ import annotations

import asyncio
import base64
import io
import math
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from itertools import combinations
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from paintover.app import app_of, routes_of
from paintover.domain.errors import BadRequest, StoreFailed
from paintover.domain.scope import Scope
from paintover.engines.instant import InstantEngine, flat_png
from paintover.parts import DATABASE_NAME, Parts, open_parts
from paintover.settings import Settings
from paintover.store.keys import SECRET_FILE, Keys
from paintover.web import PAGE_POLICY

PUBLIC = {
    "/": "the page",
    "/favicon.ico": "its icon",
    "/static/{version}/{path:path}": "its files",
    "/openapi.json": "what the server answers, described",
    "/docs": "the same, to be read",
    "/healthz": "whether the server is up",
    "/cdn/{rest:path}": "pictures, whose links are the permission",
    "/cdn/download/{rest:path}": "the same, as files",
    "/s/{token}": "what was shared, whose link is the permission",
    "/s/{token}/talk.json": "the same, to be read",
    "/s/{token}/{picture}": "its pictures",
    "/cdn/small/{rest:path}": "small copies of them, under the same links",
}
"""All that is answered to whoever asks. Everything else needs a key."""
VALUES = {"version": "x", "path": "main.js", "rest": "20260101/x.png"}
CHAT = "/v1/chat/completions"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><script>alert(1)</script></svg>"


@asynccontextmanager
async def opened(folder: Path, **changes: Any) -> AsyncIterator[tuple[Parts, httpx.AsyncClient]]:
    """A server that others can reach, and a client without a key."""
    settings = Settings(data=str(folder), engine="instant", **{"host": "0.0.0.0", **changes})
    if settings.host != "127.0.0.1":
        await make_key(settings)
    async with open_parts(settings, InstantEngine()) as parts, client_of(parts) as http:
        yield parts, http


def client_of(parts: Parts) -> httpx.AsyncClient:
    """A client of a server that has not counted anybody's requests yet."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app_of(parts)), base_url="http://127.0.0.1")


async def make_key(settings: Settings) -> None:
    local = Settings(data=settings.data, engine="instant")
    async with open_parts(local, InstantEngine()) as parts:
        await parts.keys.create("first")


def doors(parts: Parts) -> list[tuple[str, str, str]]:
    """Method, path as it is written in the route, and a path that leads there; with every method of HTTP."""
    found = []
    for route in routes_of(parts):
        assert isinstance(route, Route), "a route that this test cannot look behind"
        filled = re.sub(r"\{(\w+)(?::\w+)?\}", lambda match: VALUES.get(match[1], "x"), route.path)
        for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
            found.append((method, route.path, filled))
    return found


async def test_every_route_asks_for_a_key_or_is_public(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    json = {"Content-Type": "application/json"}
    async with opened(tmp_path) as (parts, http):
        unknown = await http.get("/v1/no/such/route")
        assert unknown.status_code == 401
        routes, closed, public = doors(parts), 0, set()
        for method, route, path in routes:
            async with client_of(parts) as stranger:
                answers = [
                    await stranger.request(method, path, content=b"{}", headers={**sent, **json})
                    for sent in (
                        {},
                        {"Authorization": "Bearer po_" + "0" * 43},
                        {"Authorization": "Basic eDp5"},
                    )
                ]
            for answer in answers:
                if answer.status_code == 401:
                    closed += 1
                    # Not even which routes there are is told.
                    assert method == "HEAD" or answer.content == unknown.content
                    assert answer.json()["error"]["code"] == "invalid_api_key" if method != "HEAD" else True
                else:
                    public.add(route)
        # With a key they are there: it is the key that was missing, not the route.
        key = await parts.keys.create("ann", scopes=Scope)
        for method, route, path in routes:
            sent = {"Authorization": f"Bearer {key}", **json}
            if route not in PUBLIC:
                answer = await http.request(method, path, content=b"{}", headers=sent)
                assert answer.status_code not in (401, 403), (method, path)
                assert answer.status_code < 500, (method, path)
    with capsys.disabled():
        print(
            f"\nP12: {len({route for _, route, _ in routes})} routes from the app, {len(public)} public; {closed} "
            "requests without a key to the others: all 401, to the byte the same"
        )
    assert public == set(PUBLIC)


async def test_the_server_does_not_listen_beyond_loopback_without_a_key(tmp_path: Path) -> None:
    for host in ("0.0.0.0", "::", "192.168.1.5", "draw.example.org", ""):
        with pytest.raises(BadRequest, match="paintover keys create"):
            async with open_parts(Settings(data=str(tmp_path), host=host), InstantEngine()):
                pass
    for host in ("127.0.0.1", "::1", "localhost", "127.9.9.9"):
        async with open_parts(Settings(data=str(tmp_path), host=host), InstantEngine()):
            pass


def files_of(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


async def test_of_a_key_only_its_hmac_is_kept(tmp_path: Path) -> None:
    async with opened(tmp_path) as (parts, http):
        made = [await parts.keys.create(f"key {number}") for number in range(64)]
        used = {"Authorization": f"Bearer {made[0]}"}
        body = {"messages": [{"role": "user", "content": "a cat"}]}
        assert (await http.post(CHAT, json=body, headers=used)).status_code == 200
    for key in made:
        digits = key.removeprefix("po_")
        assert re.fullmatch(r"[0-9A-Za-z]{43}", digits)
        assert len(digits) * math.log2(62) >= 256
    # Their digits are as good as random: no place of them says anything about another.
    assert min(len({key[place] for key in made}) for place in range(4, 46)) > 24
    kept = b"".join(files_of(tmp_path))
    for key in made:
        assert key.encode() not in kept
        assert key.removeprefix("po_").encode() not in kept
    with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as connection:
        macs = {bytes(mac) for (mac,) in connection.execute("SELECT hmac FROM keys")}
    assert {len(mac) for mac in macs} == {32}
    # Without the secret they are worth nothing, and there is no server with an empty or short one.
    for secret in (b"", b"x" * 31):
        with pytest.raises(StoreFailed):
            Keys(parts.database, secret)
    assert len(bytes.fromhex((tmp_path / SECRET_FILE).read_text())) == 32


async def test_no_key_allows_more_than_the_one_that_made_it(tmp_path: Path) -> None:
    everything = list(Scope)
    wishes = [set(chosen) for size in (1, 2, 3) for chosen in combinations(everything, size)]
    async with opened(tmp_path) as (parts, http):

        def bearer(key: str) -> dict[str, str]:
            return {"Authorization": f"Bearer {key}"}

        for has in wishes:
            maker = await parts.keys.create("maker", scopes=has)
            for wants in wishes:
                body = {"name": "made", "scopes": sorted(wants)}
                answer = await http.post("/v1/keys", json=body, headers=bearer(maker))
                if Scope.KEYS in has and wants <= has:
                    assert answer.status_code == 201, answer.text
                    made = answer.json()
                    assert set(made["scopes"]) == wants
                    # Whatever it asks for, it has no more than that, and neither have its own.
                    for scope in set(everything) - wants:
                        more = {"name": "more", "scopes": [scope]}
                        again = await http.post("/v1/keys", json=more, headers=bearer(made["key"]))
                        assert again.status_code == 403
                else:
                    assert (answer.status_code, answer.json()["error"]["type"]) == (403, "permission_error")
        # It sees what its maker has, may draw only if it was said so, and ends with its maker.
        maker = await parts.keys.create("ann", scopes=everything)
        await http.post(
            CHAT, json={"messages": [{"role": "user", "content": "a cat"}]}, headers=bearer(maker)
        )
        answer = await http.post("/v1/keys", json={"name": "x", "scopes": ["read"]}, headers=bearer(maker))
        reader = answer.json()["key"]
        assert len((await http.get("/v1/generations", headers=bearer(reader))).json()["data"]) == 1
        refused = await http.post(CHAT, json={"messages": []}, headers=bearer(reader))
        assert refused.status_code == 403
        listed = (await http.get("/v1/keys", headers=bearer(maker))).json()["data"]
        assert [key["name"] for key in listed] == ["ann", "x"]
        assert not any(maker in str(key) or reader in str(key) for key in listed)
        # Another's keys are not there to be ended.
        other = bearer(await parts.keys.create("bob", scopes=everything))
        for named in (listed[0]["id"], "key_nobody"):
            assert (await http.delete(f"/v1/keys/{named}", headers=other)).status_code == 404
        # And a narrower key does not end a wider one.
        body = {"name": "narrow", "scopes": ["keys"]}
        narrow = bearer((await http.post("/v1/keys", json=body, headers=bearer(maker))).json()["key"])
        assert (await http.delete(f"/v1/keys/{listed[0]['id']}", headers=narrow)).status_code == 403
        gone = await http.delete(f"/v1/keys/{listed[0]['id']}", headers=bearer(maker))
        assert gone.json() == {"id": listed[0]["id"], "object": "key.deleted", "deleted": True}
        for key in (maker, reader):
            assert (await http.get("/v1/models", headers=bearer(key))).status_code == 401


@pytest.mark.parametrize(
    ("body", "advice"),
    [
        (b"", "JSON"),
        (b'{"name": ""}', "name"),
        (b'{"name": "x", "scopes": ["all"]}', "scopes"),
        (b'{"name": "x", "scopes": "read"}', "scopes"),
        (b'{"name": "x", "scopes": []}', "at least one"),
        (b'{"x": ' + b"[" * 9_000, "JSON"),
    ],
)
async def test_a_bad_wish_for_a_key_is_a_400(tmp_path: Path, body: bytes, advice: str) -> None:
    async with opened(tmp_path) as (parts, http):
        key = await parts.keys.create("ann", scopes=Scope)
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        answer = await http.post("/v1/keys", content=body, headers=headers)
        assert answer.status_code == 400
        assert advice in answer.json()["error"]["message"]


async def test_a_page_of_another_origin_and_another_name_are_refused(tmp_path: Path) -> None:
    """Without keys, on loopback, where a web page elsewhere could otherwise reach the server through the browser."""
    async with opened(tmp_path, host="127.0.0.1") as (parts, http):
        for method, route, path in doors(parts):
            foreign: list[dict[str, str]] = [
                {"Host": "evil.example"},
                {"Host": "127.0.0.1.evil.example"},
                {"Origin": "https://evil.example"},
                {"Origin": "http://localhost:3000"},
                {"Origin": "null"},
            ]
            async with client_of(parts) as browser:
                for headers in foreign:
                    answer = await browser.request(method, path, headers=headers)
                    assert answer.status_code == 400, (method, route, headers)
        assert (await http.get("/v1/models", headers={"Origin": "http://127.0.0.1"})).status_code == 200


async def test_what_a_form_of_another_page_can_send_is_refused(tmp_path: Path) -> None:
    """A browser sends these without asking first (CORS), so no route may take them."""
    async with opened(tmp_path) as (parts, http):
        key = {"Authorization": f"Bearer {await parts.keys.create('ann', scopes=Scope)}"}
        for method, route, path in doors(parts):
            if method in ("POST", "PUT", "PATCH") and route not in PUBLIC:
                for kind in (
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "text/plain;application/json",
                    "",
                ):
                    headers = {**key, "Content-Type": kind}
                    answer = await http.request(method, path, content=b"{}", headers=headers)
                    assert answer.status_code == 400, (method, route, kind)
                    assert "application/json" in answer.json()["error"]["message"]
        answer = await http.options(CHAT, headers={**key, "Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in answer.headers


async def test_the_page_may_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    async with opened(tmp_path) as (parts, http):
        for path in ("/", "/docs", "/favicon.ico"):
            headers = (await http.get(path)).headers
            assert headers["content-security-policy"] == PAGE_POLICY
            assert headers["referrer-policy"] == "no-referrer"
        for _, _, path in doors(parts):
            assert (await http.get(path)).headers["x-content-type-options"] == "nosniff"
        assert "unsafe" not in PAGE_POLICY
        assert {"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"} <= set(
            PAGE_POLICY.split("; ")
        )


@pytest.mark.parametrize(
    "image",
    [
        SVG,
        b"<?xml version='1.0'?>" + SVG,
        b"%PDF-1.7",
        b"<html><script>alert(1)</script>",
        b"%!PS-Adobe-3.0 EPSF",
    ],
)
async def test_only_raster_images_come_in_and_go_out(tmp_path: Path, image: bytes) -> None:
    async with opened(tmp_path) as (parts, http):
        http.headers["Authorization"] = f"Bearer {await parts.keys.create('ann')}"

        async def sent(content: bytes, claimed: str) -> httpx.Response:
            url = f"data:{claimed};base64,{base64.b64encode(content).decode()}"
            said = [{"type": "text", "text": "a frame"}, {"type": "image_url", "image_url": {"url": url}}]
            return await http.post(CHAT, json={"messages": [{"role": "user", "content": said}]})

        for claimed in ("image/svg+xml", "image/png", "text/html"):
            assert (await sent(image, claimed)).status_code == 400, claimed
        assert (await sent(flat_png(64, 64, 1, 2, 3), "image/png")).status_code == 200
        kept = (await http.get("/v1/generations")).json()["data"]
        assert kept
        for picture in kept:
            for link in (picture["url"], picture["download_url"]):
                answer = await http.get(re.sub(r"^https?://[^/]+", "", link), headers={"Authorization": ""})
                assert answer.status_code == 200
                assert answer.headers["content-type"] in ("image/png", "image/jpeg", "image/webp")
                assert answer.headers["content-security-policy"] == "default-src 'none'"
                assert answer.headers["x-content-type-options"] == "nosniff"
                assert io.BytesIO(answer.content).read(4) in (b"\x89PNG", b"RIFF", b"\xff\xd8\xff\xe0")


async def test_each_key_has_a_limit_of_its_own(tmp_path: Path) -> None:
    async with opened(tmp_path, owner_requests_per_minute=20) as (parts, http):
        ann, bob = [{"Authorization": f"Bearer {await parts.keys.create(name)}"} for name in ("ann", "bob")]
        answers = await asyncio.gather(*(http.get("/v1/models", headers=ann) for _ in range(25)))
        statuses = sorted(answer.status_code for answer in answers)
        # As long as this takes, some more may be allowed: one in three seconds.
        assert statuses[:20] == [200] * 20
        assert statuses[-1] == 429
        refused = next(answer for answer in answers if answer.status_code == 429)
        assert 1 <= int(refused.headers["retry-after"]) <= 3
        assert refused.json()["error"]["type"] == "rate_limit_error"
        assert (await http.get("/v1/models", headers=bob)).status_code == 200
        assert (await http.get("/healthz", headers=ann)).status_code == 200
