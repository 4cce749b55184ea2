"""The page's files: what their headers promise to a browser."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from importlib import resources

import httpx
import pytest
from starlette.applications import Starlette

from paintover.web import PAGE_POLICY, routes

FILES = ("index.html", "app.js", "style.css", "icon.svg")


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=Starlette(routes=[*routes()]))
    async with httpx.AsyncClient(transport=transport, base_url="http://page") as client:
        yield client


async def linked(client: httpx.AsyncClient) -> list[str]:
    page = (await client.get("/")).text
    return re.findall(r'(?:href|src)="([^"]+)"', page)


async def test_page_names_only_files_that_are_served(client: httpx.AsyncClient) -> None:
    links = await linked(client)
    assert {link.rsplit("/", 1)[1] for link in links} == {"app.js", "style.css", "icon.svg"}
    for link in links:
        assert (await client.get(link)).status_code == 200


async def test_headers_of_every_file(client: httpx.AsyncClient) -> None:
    for path in ["/", "/favicon.ico", *await linked(client)]:
        for method in ("GET", "HEAD"):
            response = await client.request(method, path)
            assert response.headers["content-security-policy"] == PAGE_POLICY
            assert response.headers["x-content-type-options"] == "nosniff"
            assert response.headers["content-type"].split(";")[0] in {
                "text/html",
                "text/javascript",
                "text/css",
                "image/svg+xml",
            }


def test_policy_allows_nothing_inline_and_nobody_else() -> None:
    assert "unsafe" not in PAGE_POLICY
    assert "http" not in PAGE_POLICY
    assert PAGE_POLICY.startswith("default-src 'none'")


async def test_versioned_files_are_kept_for_ever_and_the_page_is_asked_for(
    client: httpx.AsyncClient,
) -> None:
    assert (await client.get("/")).headers["cache-control"] == "no-cache"
    script = next(link for link in await linked(client) if link.endswith("app.js"))
    assert "immutable" in (await client.get(script)).headers["cache-control"]
    old = await client.get("/static/an-older-version/app.js")
    assert (old.status_code, old.headers["cache-control"]) == (200, "no-cache")


async def test_unchanged_page_is_not_sent_again(client: httpx.AsyncClient) -> None:
    etag = (await client.get("/")).headers["etag"]
    again = await client.get("/", headers={"If-None-Match": f'W/{etag}, "other"'})
    assert (again.status_code, again.content) == (304, b"")
    assert (await client.get("/", headers={"If-None-Match": '"other"'})).status_code == 200


async def test_no_other_path_below_static(client: httpx.AsyncClient) -> None:
    for path in ("/static/x/index.html", "/static/x/__init__.py", "/static/x/../__init__.py", "/static/"):
        assert (await client.get(path)).status_code == 404


def text_of(name: str) -> str:
    return resources.files("paintover.web").joinpath(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_no_file_names_another_host(name: str) -> None:
    named = set(re.findall(r"https?://[^\s\"'`)]+", text_of(name)))
    assert named <= {"http://www.w3.org/2000/svg"}


def test_both_languages_say_the_same_things() -> None:
    table = text_of("app.js").split("const COPY = {", 1)[1].split("\n};", 1)[0]
    bare = re.sub(r'"[^"]*"|`[^`]*`', '""', table)
    chinese, english = bare.split("\n  en: {")
    keys = [re.findall(r"(?:^|[{,]\s*)(\w+):", part) for part in (chinese.split("zh: {")[1], english)]
    assert len(keys[0]) > 50
    assert keys[0] == keys[1]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_every_ground(scheme: int) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text."""
    blocks = text_of("style.css").split(":root{")[1:3]
    tokens = dict(re.findall(r"--([\w-]+):(#[0-9A-F]{6})", blocks[scheme]))
    pairs = [
        (ink, ground) for ink in ("ink", "ink-2", "ink-3", "accent") for ground in ("table", "panel", "card")
    ]
    for ink, ground in [*pairs, ("accent-ink", "accent"), ("ink", "wash"), ("ink-2", "wash")]:
        light, dark = sorted((luminance(tokens[ink]), luminance(tokens[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
