from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from paintover.api.generations import routes
from paintover.api.links import Links
from paintover.domain.ratio import Ratio
from paintover.domain.share import Share
from paintover.store.blobs import Blobs
from paintover.store.conversations import Conversations
from paintover.store.database import Database
from paintover.store.files import Files, Quota
from paintover.store.generations import Generations
from paintover.store.shares import Shares
from paintover.tasks.thumbnails import Thumbnails
from paintover.tasks.tidy import forget_files_once
from tests.api.surface import client_of
from tests.store.samples import NOW, a_generation, later

LINKS = Links("https://draw.example.org")
ROUTE = "/v1/generations"


@pytest.fixture
async def conversations(tmp_path: Path) -> AsyncIterator[Conversations]:
    database = await Database.open(tmp_path / "store.db")
    yield Conversations(database, Quota(count=10, max_bytes=100_000))
    await database.aclose()


@pytest.fixture
async def shares(tmp_path: Path) -> AsyncIterator[Shares]:
    database = await Database.open(tmp_path / "store.db")
    yield Shares(database)
    await database.aclose()


@pytest.fixture
async def client(
    kept: Generations, conversations: Conversations, shares: Shares, blobs: Blobs
) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(routes(kept, conversations, shares, Thumbnails(blobs.get), LINKS)) as client:
        yield client


async def json_of(client: httpx.AsyncClient, url: str) -> dict[str, Any]:
    response = await client.get(url)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    found: dict[str, Any] = response.json()
    return found


async def test_everything_known_of_a_picture(client: httpx.AsyncClient, kept: Generations) -> None:
    generation = await kept.add(
        a_generation(
            sources=("gen_a", "gen_b"),
            task_id="task_1",
            batch_index=2,
            seed=2**70,
            scene={"backdrop": "草地", "things": [{"noun": "ox"}]},
            notes=("画不出钢琴，用木牌代替",),
            changes="加了：木牌",
        )
    )
    assert await json_of(client, f"{ROUTE}/{generation.gen_id}") == {
        "gen_id": generation.gen_id,
        "object": "generation",
        "origin": "drawn",
        "task_id": "task_1",
        "batch_index": 2,
        "prompt": "牛的脸上遮个布",
        "ratio": "3:2",
        "width": 1254,
        "height": 836,
        "media_type": "image/png",
        "byte_length": 1234,
        "sources": ["gen_a", "gen_b"],
        "favourite": False,
        "deleted_at": None,
        "engine": "instant",
        "engine_version": "1",
        "seed": 2**70,
        "scene": {"backdrop": "草地", "things": [{"noun": "ox"}]},
        "notes": ["画不出钢琴，用木牌代替"],
        "changes": "加了：木牌",
        "created_at": int(NOW.timestamp()),
        "url": f"https://draw.example.org/cdn/{generation.path}",
        "download_url": f"https://draw.example.org/cdn/download/{generation.path}",
    }


@pytest.mark.parametrize("tail", ["", "/lineage", "/lineage?direction=all"])
async def test_absent_and_foreign_are_the_same(
    client: httpx.AsyncClient, kept: Generations, tail: str
) -> None:
    foreign, absent = await kept.add(a_generation(owner="bob")), a_generation()
    answers = []
    for generation in (foreign, absent):
        response = await client.get(f"{ROUTE}/{generation.gen_id}{tail}")
        assert response.status_code == 404
        answers.append((response.text.replace(generation.gen_id, "ID"), response.headers["content-length"]))
    assert answers[0] == answers[1]
    own = await client.get(f"{ROUTE}/{foreign.gen_id}{tail}", headers={"x-owner": "bob"})
    assert own.status_code == 200


async def test_two_owners_see_their_own_of_one_id(client: httpx.AsyncClient, kept: Generations) -> None:
    for owner in ("ann", "bob"):
        await kept.add(a_generation(gen_id="gen_x", owner=owner, prompt=f"{owner}'s"))
    for owner in ("ann", "bob"):
        response = await client.get(f"{ROUTE}/gen_x", headers={"x-owner": owner})
        assert response.json()["prompt"] == f"{owner}'s"


async def test_the_lineage_tells_nodes_and_edges(client: httpx.AsyncClient, kept: Generations) -> None:
    for place, (name, sources) in enumerate({"a": "", "b": "a", "c": "a", "d": "bc", "e": "d"}.items()):
        await kept.add(
            a_generation(gen_id=name, sources=tuple(sources), created_at=later(place), task_id=f"task_{name}")
        )

    body = await json_of(client, f"{ROUTE}/d/lineage")
    assert set(body) == {"root", "nodes", "edges"}
    assert body["root"] == "a"
    assert [node["gen_id"] for node in body["nodes"]] == ["a", "b", "c", "d"]
    node = body["nodes"][-1]
    assert {"gen_id": "d", "task_id": "task_d", "sources": ["b", "c"]}.items() <= node.items()
    assert node["created_at"] == int(NOW.timestamp()) + 3
    assert node["prompt"] == "牛的脸上遮个布"
    assert node["url"].startswith("https://draw.example.org/cdn/20261122/")
    assert "scene" not in node
    pairs = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]
    assert body["edges"] == [{"parent": parent, "child": child} for parent, child in pairs]

    async def names(direction: str) -> list[str]:
        found = await json_of(client, f"{ROUTE}/b/lineage?direction={direction}")
        return [node["gen_id"] for node in found["nodes"]]

    assert await names("ancestors") == ["a", "b"]
    assert await names("descendants") == ["b", "d", "e"]
    assert await names("all") == ["a", "b", "c", "d", "e"]


async def test_pages_lead_from_the_newest_to_the_oldest(client: httpx.AsyncClient, kept: Generations) -> None:
    made = [
        await kept.add(a_generation(created_at=later(index), task_id=f"task_{index}")) for index in range(25)
    ]
    await kept.add(a_generation(owner="bob"))
    seen: list[dict[str, Any]] = []
    cursor = ""
    while True:
        body = await json_of(client, f"{ROUTE}?limit=10&after={cursor}")
        seen += body["data"]
        if not body["has_more"]:
            assert body["next_cursor"] is None
            break
        cursor = body["next_cursor"]
    assert [item["gen_id"] for item in seen] == [generation.gen_id for generation in reversed(made)]
    assert seen[0]["task_id"] == "task_24"
    assert seen[0]["url"] == LINKS.picture(made[-1].path)


async def test_a_page_has_twenty_unless_asked(client: httpx.AsyncClient, kept: Generations) -> None:
    empty = await json_of(client, ROUTE)
    assert empty == {"object": "list", "data": [], "has_more": False, "next_cursor": None}
    for index in range(21):
        await kept.add(a_generation(created_at=later(index)))
    body = await json_of(client, ROUTE)
    assert (len(body["data"]), body["has_more"]) == (20, True)


@pytest.mark.parametrize(
    ("query", "param"),
    [
        ("limit=0", "limit"),
        ("limit=-1", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("limit=１", "limit"),
        ("limit=²", "limit"),
        ("limit=" + "9" * 5000, "limit"),
        ("limit=1.5", "limit"),
        ("after=gen_nobody", "after"),
        ("after=%ff%00", "after"),
        ("origin=mask", "origin"),
        ("origin=drawn,", "origin"),
        ("since=today", "since"),
        ("since=-1", "since"),
        ("until=1e9", "until"),
        ("until=" + "9" * 12, "until"),
        ("until=" + "9" * 5000, "until"),
        ("q=" + "x" * 1001, "q"),
    ],
)
async def test_bad_questions_are_said(client: httpx.AsyncClient, query: str, param: str) -> None:
    response = await client.get(f"{ROUTE}?{query}")
    assert response.status_code == 400
    assert response.json()["error"]["param"] == param


async def test_lists_are_narrowed_by_the_server(client: httpx.AsyncClient, kept: Generations) -> None:
    day = 86_400
    drawn = await kept.add(a_generation(created_at=NOW, ratio=Ratio(1, 1), prompt="An Ox, 一头牛"))
    older = await kept.add(
        a_generation(created_at=later(-3 * day), prompt="一头牛和 100% cotton", engine="other")
    )
    brought = await kept.add(
        a_generation(created_at=later(-8 * day), origin="uploaded", prompt="", engine=None, ratio=Ratio(1, 1))
    )
    found = await kept.add(a_generation(created_at=later(-40 * day), origin="fetched", prompt=""))
    await kept.add(a_generation(origin="mask", prompt="牛"))
    await kept.add(a_generation(owner="bob", prompt="牛"))
    await kept.mark(older.gen_id, owner="ann", is_favourite=True)
    now = int(NOW.timestamp())
    for query, wanted in {
        "": [drawn, older, brought, found],
        f"since={now}": [drawn],
        f"since={now + 1}": [],
        f"since={now - 7 * day}": [drawn, older],
        f"since={now - 30 * day}&until={now - 3 * day}": [brought],
        f"until={now - 3 * day + 1}": [older, brought, found],
        "origin=drawn": [drawn, older],
        "origin=fetched,replayed": [found],
        "ratio=1:1": [drawn, brought],
        "ratio=1:1&origin=uploaded": [brought],
        "engine=other": [older],
        "engine=nobody": [],
        "q=ox": [drawn],
        "q=牛 OX": [drawn],
        "q=牛": [drawn, older],
        "q=100%25": [older],
        "q=_": [],
        "q=' OR 1=1 --": [],
        f"favourite=true&q=牛&since={now - 7 * day}": [older],
        f"favourite=true&since={now}": [],
    }.items():
        listed = (await json_of(client, f"{ROUTE}?{query}"))["data"]
        assert [one["gen_id"] for one in listed] == [one.gen_id for one in wanted], query
    # A page leads to the next one of the same.
    first = await json_of(client, f"{ROUTE}?q=牛&limit=1")
    assert first["has_more"]
    second = await json_of(client, f"{ROUTE}?q=牛&limit=1&after={first['next_cursor']}")
    assert ([one["gen_id"] for one in second["data"]], second["has_more"]) == ([older.gen_id], False)
    assert (await client.get(f"{ROUTE}?ratio=wide")).status_code == 400


async def test_links_that_show_a_picture_depend_on_it(
    client: httpx.AsyncClient, kept: Generations, shares: Shares
) -> None:
    await kept.add(a_generation(gen_id="gen_a"))
    made: list[dict[str, Any]] = [
        {"gen_id": "gen_a", "gen_ids": ("gen_a",)},
        {"conversation_id": "talk", "gen_ids": ("gen_z", "gen_a")},
        {"conversation_id": "talk", "gen_ids": ("gen_z",)},
        {"gen_id": "gen_a", "gen_ids": ("gen_a",), "expires_at": later(-1), "created_at": later(-10)},
        {"gen_id": "gen_a", "gen_ids": ("gen_a",), "owner": "bob"},
    ]
    for number, changes in enumerate(made):
        fields: dict[str, Any] = {
            "share_id": f"share_{number}",
            "owner": "ann",
            "token": f"token{number}",
            "title": "",
            "created_at": later(number),
            "content": "{}",
        }
        await shares.add(Share(**{**fields, **changes}))
    told = await json_of(client, f"{ROUTE}/gen_a/dependents")
    assert told == {"gen_id": "gen_a", "edits": [], "conversations": [], "shares": ["share_1", "share_0"]}


async def test_an_unknown_direction_is_said(client: httpx.AsyncClient, kept: Generations) -> None:
    generation = await kept.add(a_generation())
    response = await client.get(f"{ROUTE}/{generation.gen_id}/lineage?direction=sideways")
    assert response.status_code == 400
    assert response.json()["error"]["param"] == "direction"


async def test_a_cursor_of_another_owner_is_as_unknown(client: httpx.AsyncClient, kept: Generations) -> None:
    foreign = await kept.add(a_generation(owner="bob"))
    answers = [await client.get(f"{ROUTE}?after={after}") for after in (foreign.gen_id, "gen_nobody")]
    assert [response.status_code for response in answers] == [400, 400]
    assert answers[0].content == answers[1].content


async def test_a_favourite_is_marked_listed_and_unmarked(
    client: httpx.AsyncClient, kept: Generations
) -> None:
    for name in ("gen_a", "gen_b"):
        await kept.add(a_generation(gen_id=name, digest="0" * 64))
    for _ in range(2):
        marked = await client.patch(f"{ROUTE}/gen_a", json={"favourite": True})
        assert (marked.status_code, marked.json()["favourite"]) == (200, True)
    assert [one["gen_id"] for one in (await json_of(client, f"{ROUTE}?favourite=true"))["data"]] == ["gen_a"]
    assert len((await json_of(client, ROUTE))["data"]) == 2
    await client.patch(f"{ROUTE}/gen_a", json={"favourite": False})
    assert (await json_of(client, f"{ROUTE}?favourite=true"))["data"] == []


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"favourite": 1}', b'{"favourite": null}', b"\xff"])
async def test_what_says_nothing_of_favourites_is_refused(
    client: httpx.AsyncClient, kept: Generations, body: bytes
) -> None:
    await kept.add(a_generation(gen_id="gen_a"))
    refused = await client.patch(f"{ROUTE}/gen_a", content=body, headers={"content-type": "application/json"})
    assert refused.status_code == 400
    assert "favourite" in refused.json()["error"]["message"]
    assert (await client.get(f"{ROUTE}?favourite=yes")).status_code == 400


async def test_a_deleted_picture_leaves_its_place_in_the_tree(
    client: httpx.AsyncClient, kept: Generations, blobs: Blobs, tmp_path: Path
) -> None:
    digest, other = await blobs.put(b"mine alone"), await blobs.put(b"somebody else's too")
    await kept.add(a_generation(gen_id="gen_a", digest=other, prompt="root"))
    middle = await kept.add(a_generation(gen_id="gen_b", digest=digest, sources=("gen_a",), prompt="secret"))
    await kept.add(a_generation(gen_id="gen_c", digest=other, sources=("gen_b",)))
    await kept.add(a_generation(gen_id="gen_a", owner="bob", digest=other))
    assert (await json_of(client, f"{ROUTE}/gen_b/dependents"))["edits"] == ["gen_c"]
    for _ in range(2):
        gone = await client.delete(f"{ROUTE}/gen_b")
        assert gone.json() == {"gen_id": "gen_b", "object": "generation.deleted", "deleted": True}
    answer = await client.get(f"{ROUTE}/gen_b")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "picture_deleted")
    assert (await client.patch(f"{ROUTE}/gen_b", json={"favourite": True})).status_code == 404
    assert await kept.by_path(middle.path) is None
    assert [one["gen_id"] for one in (await json_of(client, ROUTE))["data"]] == ["gen_c", "gen_a"]
    tree = await json_of(client, f"{ROUTE}/gen_c/lineage")
    assert {(edge["parent"], edge["child"]) for edge in tree["edges"]} == {
        ("gen_a", "gen_b"),
        ("gen_b", "gen_c"),
    }
    gap = next(node for node in tree["nodes"] if node["gen_id"] == "gen_b")
    assert (gap["prompt"], gap["url"], gap["sources"]) == ("", "", ["gen_a"])
    assert gap["deleted_at"] is not None
    # The bytes go once nobody can be in the middle of keeping them again, and where no other record has them.
    await client.delete(f"{ROUTE}/gen_a")
    database = await Database.open(tmp_path / "store.db")
    files = Files(database, Quota(count=1, max_bytes=1))
    assert await forget_files_once(files, blobs, kept, before=later(0) - timedelta(days=9000)) == 0
    assert await forget_files_once(files, blobs, kept, before=datetime.now(UTC) + timedelta(hours=1)) == 1
    await database.aclose()
    assert not blobs.path_of(digest).exists()
    assert blobs.path_of(other).exists()
    assert await kept.get("gen_a", owner="bob") is not None


async def test_nobody_marks_or_deletes_what_is_not_theirs(
    client: httpx.AsyncClient, kept: Generations
) -> None:
    await kept.add(a_generation(gen_id="gen_b", owner="bob"))
    for gen_id in ("gen_b", "gen_none"):
        for answer in (
            await client.delete(f"{ROUTE}/{gen_id}"),
            await client.patch(f"{ROUTE}/{gen_id}", json={"favourite": True}),
            await client.get(f"{ROUTE}/{gen_id}/dependents"),
        ):
            assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")
    assert await kept.get("gen_b", owner="bob") is not None
