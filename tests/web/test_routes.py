"""The page's files: what their headers promise to a browser."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import AsyncIterator
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.applications import Starlette

from paintover.web import PAGE_POLICY, routes

PAGE = Path(str(resources.files("paintover.web").joinpath("page")))
FILES = sorted(str(path.relative_to(PAGE)) for path in PAGE.rglob("*.*"))
OWN_MODULES = [name for name in FILES if name.endswith(".js") and not name.startswith("vendor/")]
PARTS = ("", "admin/")
TABLES = {
    lang: {
        name: said
        for part in PARTS
        for name, said in json.loads((PAGE / f"words/{part}{lang}.json").read_text(encoding="utf-8")).items()
    }
    for lang in ("zh", "en")
}
ON_DEMAND = {"admin.css", "admin.js", "consumption.js", "ledger.js", "measures.js"}
"""What comes with the view of the server's own affairs, when that is opened."""


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=Starlette(routes=[*routes()]))
    async with httpx.AsyncClient(transport=transport, base_url="http://page") as client:
        yield client


async def linked(client: httpx.AsyncClient) -> list[str]:
    page = (await client.get("/")).text
    return re.findall(r'(?:href|src)="([^"]+)"', page)


async def test_page_names_only_files_that_are_served_and_every_module(client: httpx.AsyncClient) -> None:
    links = await linked(client)
    names = {link.split("/", 3)[3] for link in links}
    # The style sheet of /docs is that page's alone, and so is the first module of shared links.
    assert not names & ON_DEMAND
    assert names | {"docs.css", "share.js"} | ON_DEMAND == {
        name for name in FILES if name.endswith((".js", ".css", ".svg"))
    }
    for link in [*links, *(f"/static/x/{name}" for name in ON_DEMAND)]:
        assert (await client.get(link)).status_code == 200


async def test_modules_import_only_what_is_here() -> None:
    for name in OWN_MODULES:
        for target in re.findall(r'from "([^"]+)"', text_of(name)):
            assert (PAGE / target).resolve().is_relative_to(PAGE)
            assert (PAGE / target).is_file(), (name, target)


async def test_the_whole_page_is_light(client: httpx.AsyncClient) -> None:
    """Issue 8: less than 300 KB transferred; counted here without the pictures, and with both languages."""
    client.headers["accept-encoding"] = "gzip"
    total = 0
    for path in ["/", *await linked(client), "/static/x/words/zh.json", "/static/x/words/en.json"]:
        async with client.stream("GET", path) as response:
            total += sum([len(chunk) async for chunk in response.aiter_raw()])
    assert total < 120_000


async def test_files_are_packed_for_whoever_can_unpack(client: httpx.AsyncClient) -> None:
    script = next(link for link in await linked(client) if link.endswith("main.js"))
    plain = await client.get(script, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    async with client.stream("GET", script, headers={"accept-encoding": "gzip, br"}) as packed:
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.headers["vary"] == "Accept-Encoding"
        assert packed.headers["etag"] == "W/" + plain.headers["etag"]
        assert gzip.decompress(b"".join([chunk async for chunk in packed.aiter_raw()])) == plain.content


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
                "application/json",
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
    script = next(link for link in await linked(client) if link.endswith("main.js"))
    assert "immutable" in (await client.get(script)).headers["cache-control"]
    old = await client.get("/static/an-older-version/main.js")
    assert (old.status_code, old.headers["cache-control"]) == (200, "no-cache")


async def test_unchanged_page_is_not_sent_again(client: httpx.AsyncClient) -> None:
    etag = (await client.get("/", headers={"accept-encoding": "identity"})).headers["etag"]
    again = await client.get("/", headers={"If-None-Match": f'W/{etag}, "other"'})
    assert (again.status_code, again.content) == (304, b"")
    assert (await client.get("/", headers={"If-None-Match": '"other"'})).status_code == 200


async def test_no_other_path_below_static(client: httpx.AsyncClient) -> None:
    for path in (
        "/static/x/index.html",
        "/static/x/__init__.py",
        "/static/x/../__init__.py",
        "/static/x/%2e%2e/__init__.py",
        "/static/x/vendor/NOTICE",
        "/static/x/words",
        "/static/x/words/",
        "/static/",
    ):
        assert (await client.get(path, follow_redirects=True)).status_code == 404


def text_of(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_no_file_names_another_host(name: str) -> None:
    named = set(re.findall(r"https?://[^\s\"'`)]+", text_of(name)))
    assert {urlsplit(link).netloc for link in named} <= {"www.w3.org"}


def holes(sentence: object) -> set[str]:
    """The names that a sentence leaves open."""
    if isinstance(sentence, dict):
        return holes(sentence["other"])
    return set(re.findall(r"\{(\w+)\}", str(sentence)))


def test_both_languages_say_the_same_things() -> None:
    chinese, english = TABLES["zh"], TABLES["en"]
    assert list(chinese) == list(english)
    for name in chinese:
        assert holes(chinese[name]) == holes(english[name]), name
    foreign = {name for name, said in chinese.items() if not re.search("[\u4e00-\u9fff，]", str(said))}
    assert foreign == {"other", "kilobytes"}


def test_every_sentence_is_used_and_every_used_one_is_there() -> None:
    sources = "".join(map(text_of, OWN_MODULES))
    said = set(re.findall(r'\b(?:t|told|list)\("(\w+)"', sources))
    assert said <= set(TABLES["en"])
    quoted = set(re.findall(r'"(\w+)"', sources))
    made = {"kind_", "engine_", "fares_", "does_", "code_", "quality_", "made_"}
    unused = {
        name
        for name in TABLES["en"]
        if name not in quoted and not any(name.startswith(part) for part in made)
    }
    assert unused <= {"uploaded", "fetched", "replayed", "slide", "blink", "difference"}, unused


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_every_ground(scheme: int) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text."""
    tokens = {
        name: colours[scheme]
        for name, *colours in re.findall(
            r"--([\w-]+):light-dark\((#[0-9A-F]{6}),(#[0-9A-F]{6})\)", text_of("style.css")
        )
    }
    pairs = [
        (ink, ground) for ink in ("ink", "ink-2", "ink-3", "accent") for ground in ("table", "panel", "card")
    ]
    for ink, ground in [*pairs, ("accent-ink", "accent"), ("ink", "wash"), ("ink-2", "wash")]:
        light, dark = sorted((luminance(tokens[ink]), luminance(tokens[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
