"""The door: who gets in, from where, and with how much."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from paintover.api.access import STRANGER_REQUESTS_PER_MINUTE, Access, network_of
from paintover.api.auth import owner_of
from paintover.api.errors import HANDLERS
from paintover.domain.scope import USUAL_SCOPES, Scope
from paintover.store.keys import Key


def a_key(owner: str, *scopes: Scope) -> Key:
    return Key(
        id=owner, name="", owner=owner, scopes=frozenset(scopes or USUAL_SCOPES), created_at=datetime.now(UTC)
    )


KEYS = {
    "po_ann": a_key("key_ann"),
    "po_looks": a_key("key_looks", Scope.READ),
    "po_draws": a_key("key_draws", Scope.DRAW),
    "po_keys": a_key("key_keys", Scope.KEYS),
}


@asynccontextmanager
async def door(
    *, keyless: bool, host: str = "127.0.0.1:8787", limit: int = 1000
) -> AsyncIterator[httpx.AsyncClient]:
    async def who(request: Request) -> Response:
        await request.body()
        return PlainTextResponse(owner_of(request))

    async def find_key(key: str) -> Key | None:
        return KEYS.get(key)

    async def is_keyless() -> bool:
        return keyless

    access = Middleware(
        Access,
        find_key=find_key,
        keyless=is_keyless,
        is_public=lambda path: path == "/open",
        max_body_bytes=1000,
        owner_requests_per_minute=limit,
    )
    routes = [
        Route("/who", who, methods=["GET", "POST"]),
        Route("/v1/keys", who, methods=["GET", "POST"]),
        Route("/open", who),
    ]
    app = Starlette(routes=routes, middleware=[access], exception_handlers=HANDLERS)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
        yield client


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8787", "localhost", "[::1]:8787", "127.8.9.10", "paint.localhost:1"]
)
async def test_without_keys_this_machine_is_the_local_owner(host: str) -> None:
    async with door(keyless=True, host=host) as client:
        assert (await client.get("/who")).text == "local"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "draw.example.org", "localhost.", "0x7f.1"]
)
async def test_without_keys_no_other_name_is_answered(host: str) -> None:
    async with door(keyless=True, host=host) as client:
        refused = await client.get("/who")
        assert refused.status_code == 400
        assert refused.json()["error"]["param"] == "Host"
        assert (await client.get("/who", headers={"Authorization": "Bearer po_ann"})).text == "key_ann"


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://127.0.0.1:8787", 200),
        ("http://localhost:3000", 400),
        ("https://evil.example", 400),
        ("null", 400),
    ],
)
async def test_without_keys_only_our_own_page_may_ask(origin: str, status: int) -> None:
    async with door(keyless=True) as client:
        assert (await client.get("/who", headers={"Origin": origin})).status_code == status


async def test_with_keys_every_path_but_the_public_ones_needs_one() -> None:
    async with door(keyless=False) as client:
        refused = await client.get("/who")
        assert (refused.status_code, refused.json()["error"]["code"]) == (401, "invalid_api_key")
        assert "paintover keys create" in refused.json()["error"]["message"]
        for wrong in ("Bearer po_bob", "Basic po_ann", "po_ann", "Bearer"):
            assert (await client.get("/who", headers={"Authorization": wrong})).status_code == 401
        assert (await client.get("/who", headers={"Authorization": "bearer po_ann"})).text == "key_ann"
        assert (await client.get("/open")).text == ""


async def test_a_key_opens_what_it_allows() -> None:
    async with door(keyless=False) as client:
        for key, opens in {
            "po_ann": {("GET", "/who"), ("POST", "/who")},
            "po_looks": {("GET", "/who")},
            "po_draws": {("POST", "/who")},
            "po_keys": {("GET", "/v1/keys"), ("POST", "/v1/keys")},
        }.items():
            bearer = {"Authorization": f"Bearer {key}"}
            for asked in [(method, path) for method in ("GET", "POST") for path in ("/who", "/v1/keys")]:
                answer = await client.request(*asked, headers=bearer)
                assert answer.status_code == (200 if asked in opens else 403), (key, asked)
                if asked not in opens:
                    error = answer.json()["error"]
                    assert (error["type"], error["code"]) == ("permission_error", "insufficient_permissions")
                    assert "--scope" in error["message"]
            assert (await client.get("/open", headers=bearer)).status_code == 200
    async with door(keyless=True) as client:
        # Without keys this machine may do everything but make some over the network.
        assert (await client.post("/who")).status_code == 200
        assert (await client.post("/v1/keys")).status_code == 403


async def test_bodies_are_typed_and_bounded() -> None:
    async with door(keyless=True) as client:
        json = {"Content-Type": "application/json"}
        assert (await client.post("/who", content=b"{}", headers=json)).status_code == 200
        assert (await client.post("/who")).status_code == 200
        for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
            assert (
                await client.post("/who", content=b"{}", headers={"Content-Type": kind})
            ).status_code == 400
        assert (await client.post("/who", content=b"x" * 1001, headers=json)).status_code == 413

        async def drip() -> AsyncIterator[bytes]:
            for _ in range(11):
                yield b"x" * 100

        assert (await client.post("/who", content=drip(), headers=json)).status_code == 413


async def test_every_answer_is_named_and_not_sniffed() -> None:
    async with door(keyless=False) as client:
        answers = [await client.get(path) for path in ("/open", "/who", "/nowhere")]
        names = {answer.headers["x-request-id"] for answer in answers}
        assert len(names) == 3
        assert all(name.startswith("req_") for name in names)
        assert {answer.headers["x-content-type-options"] for answer in answers} == {"nosniff"}


async def test_each_owner_has_a_limit_of_its_own_and_is_told() -> None:
    async with door(keyless=False, limit=3) as client:
        ann = {"Authorization": "Bearer po_ann"}
        left = []
        for _ in range(3):
            told = (await client.get("/who", headers=ann)).headers
            assert told["x-ratelimit-limit-requests"] == "3"
            assert re.fullmatch(r"\d+ms|[\d.]+s", told["x-ratelimit-reset-requests"])
            left.append(told["x-ratelimit-remaining-requests"])
        assert left == ["2", "1", "0"]
        refused = await client.get("/who", headers=ann)
        assert (refused.status_code, refused.json()["error"]["type"]) == (429, "rate_limit_error")
        assert "3 requests a minute" in refused.json()["error"]["message"]
        assert 15 <= int(refused.headers["retry-after"]) <= 20
        assert refused.headers["x-ratelimit-remaining-requests"] == "0"
        # Who has no key is another, and what is public is not counted.
        assert (await client.get("/who")).status_code == 401
        assert "x-ratelimit-limit-requests" not in (await client.get("/open", headers=ann)).headers


async def test_who_has_no_key_is_told_so_a_limited_number_of_times() -> None:
    async with door(keyless=False, limit=1000) as client:
        guess, asked = {"Authorization": "Bearer po_guess"}, 0
        while (await client.get("/who", headers=guess)).status_code == 401:
            asked += 1
        # Some more are allowed with every second that this takes.
        assert STRANGER_REQUESTS_PER_MINUTE <= asked < 3 * STRANGER_REQUESTS_PER_MINUTE
        assert (await client.get("/who", headers={"Authorization": "Bearer po_ann"})).status_code == 200
        assert (await client.get("/open")).status_code == 200


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("10.0.0.1", "10.0.0.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("", "", True),
    ],
)
def test_strangers_are_told_apart_by_what_one_subscriber_has(one: str, other: str, is_same: bool) -> None:
    assert (network_of({"client": (one, 1)}) == network_of({"client": (other, 2)})) is is_same
    assert network_of({"client": None}) == ""


@pytest.mark.parametrize("host", ["[", "[::1", "[]", "", "\u00ff", "a@127.0.0.1"])
async def test_a_host_or_origin_that_is_none_is_refused(host: str) -> None:
    async with door(keyless=True) as client:
        sent = host.encode("latin-1")
        for headers in ({b"host": sent}, {b"host": b"127.0.0.1", b"origin": b"http://" + sent}):
            assert (await client.get("/who", headers=headers)).status_code == 400


async def test_an_error_of_ours_is_told_with_all_headers() -> None:
    async def broken(request: Request) -> Response:
        raise ZeroDivisionError

    async def find_key(key: str) -> Key | None:
        return KEYS.get(key)

    async def is_keyless() -> bool:
        return True

    access = Middleware(
        Access,
        find_key=find_key,
        keyless=is_keyless,
        is_public=lambda path: False,
        max_body_bytes=1000,
        owner_requests_per_minute=10,
    )
    app = Starlette(routes=[Route("/broken", broken)], middleware=[access], exception_handlers=HANDLERS)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        answer = await client.get("/broken")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "internal_error")
    assert answer.headers["x-request-id"].startswith("req_")
    assert answer.headers["x-ratelimit-remaining-requests"] == "9"
    assert answer.headers["x-content-type-options"] == "nosniff"
