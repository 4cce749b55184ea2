from __future__ import annotations

import asyncio
import contextlib
import random
import re
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.errors import BadRequest, NotFound
from paintover.domain.generation import Generation
from paintover.domain.lineage import Direction, Edge
from paintover.store import generations as module
from paintover.store.database import Database
from paintover.store.generations import PATH_PATTERN, Generations, insert_generation, new_path
from paintover.store.schema import statements
from tests.store.samples import NOW, a_generation, later


@pytest.fixture
def kept(db: Database) -> Generations:
    return Generations(db)


async def keep_family(kept: Generations, owner: str = "ann", /, **parents: Sequence[str]) -> None:
    """Keep pictures named by letters, in order of their making: ``b="a"`` was made from a."""
    for place, (name, sources) in enumerate(parents.items()):
        await kept.add(
            a_generation(gen_id=name, owner=owner, sources=tuple(sources), created_at=later(place))
        )


async def test_everything_about_a_picture_comes_back(kept: Generations) -> None:
    full = a_generation(
        origin="fetched",
        sources=("gen_2", "gen_1", "gen_2"),
        task_id="task_1",
        batch_index=3,
        seed=2**70,
        scene={"things": [{"noun": "牛", "box": [0.5, 1, 2, None]}]},
        notes=("画不出钢琴，用木牌代替",),
        changes="加了：木牌",
        origin_url="https://elsewhere.example/ox.png?a=b",
        prompt="'); DROP TABLE generations;-- \0 ⚑",
    )
    bare = a_generation(engine=None, engine_version=None, seed=None, prompt="")
    for generation in (full, bare):
        assert await kept.add(generation) == generation
        assert await kept.get(generation.gen_id, owner="ann") == generation
        assert await kept.by_path(generation.path) == generation


async def test_it_is_still_there_after_reopening(tmp_path: Path) -> None:
    generation = a_generation(sources=("a", "b"))
    for _ in range(2):
        database = await Database.open(tmp_path / "store.db")
        await Generations(database).add(generation)
        assert await Generations(database).get(generation.gen_id, owner="ann") == generation
        await database.aclose()


async def test_a_picture_never_changes_once_kept(kept: Generations) -> None:
    first = await kept.add(a_generation(gen_id="gen_x", prompt="first", sources=("a",)))
    second = a_generation(gen_id="gen_x", prompt="second", sources=("b", "c"))
    assert await kept.add(second) == first
    assert await kept.get("gen_x", owner="ann") == first
    assert await kept.by_path(second.path) is None


async def test_two_owners_restore_the_same_id_each_for_themselves(kept: Generations) -> None:
    hers = a_generation(gen_id="gen_x", owner="ann", sources=("her source",))
    his = a_generation(gen_id="gen_x", owner="bob", sources=("his source",))
    assert await kept.add(hers) == hers
    assert await kept.add(his) == his
    assert await kept.get("gen_x", owner="ann") == hers
    assert await kept.get("gen_x", owner="bob") == his
    assert await kept.by_path(his.path) == his


async def test_a_path_leads_to_one_picture_only(kept: Generations) -> None:
    generation = await kept.add(a_generation())
    with pytest.raises(sqlite3.IntegrityError):
        await kept.add(a_generation(path=generation.path))


async def test_nothing_of_another_owner_is_found(kept: Generations) -> None:
    hers = a_generation(origin="fetched", origin_url="https://elsewhere.example/x.png", sources=("gen_0",))
    await kept.add(hers)
    await kept.add(a_generation(owner="bob"))
    assert await kept.get(hers.gen_id, owner="bob") is None
    assert await kept.get_many([hers.gen_id], owner="bob") == {}
    assert await kept.by_digest(hers.digest, owner="bob", origin="fetched") is None
    assert await kept.by_origin_url("https://elsewhere.example/x.png", owner="bob") is None
    assert hers not in (await kept.page(owner="bob", limit=100)).items
    with pytest.raises(BadRequest):
        await kept.page(owner="bob", limit=10, after=hers.gen_id)
    with pytest.raises(NotFound):
        await kept.lineage(hers.gen_id, owner="bob")


async def test_many_are_found_at_once_in_the_order_asked_for(kept: Generations) -> None:
    await keep_family(kept, a="", b="a", c="ab")
    found = await kept.get_many(["c", "nobody", "a", "c"], owner="ann")
    assert list(found) == ["c", "a"]
    assert found["c"].sources == ("a", "b")
    assert await kept.get_many([], owner="ann") == {}


async def test_the_newest_of_equal_pictures_is_reused(kept: Generations) -> None:
    same = {"digest": "d" * 64, "origin_url": "https://elsewhere.example/x.png"}
    await kept.add(a_generation(gen_id="old", origin="uploaded", created_at=later(1), **same))
    await kept.add(a_generation(gen_id="new", origin="uploaded", created_at=later(2), **same))
    await kept.add(a_generation(gen_id="drawn", origin="drawn", created_at=later(3), digest="d" * 64))

    found = await kept.by_digest("d" * 64, owner="ann", origin="uploaded")
    assert found is not None
    assert found.gen_id == "new"
    found = await kept.by_origin_url("https://elsewhere.example/x.png", owner="ann")
    assert found is not None
    assert found.gen_id == "new"
    assert await kept.by_digest("d" * 64, owner="ann", origin="fetched") is None
    assert await kept.by_origin_url("https://elsewhere.example/x.png?", owner="ann") is None


async def test_pages_show_each_picture_once_newest_first(kept: Generations) -> None:
    # Several of the same moment, so that the time alone cannot order them.
    await asyncio.gather(*(kept.add(a_generation(created_at=later(index // 4))) for index in range(23)))
    await kept.add(a_generation(owner="bob"))
    seen: list[Generation] = []
    after: str | None = None
    sizes = []
    while True:
        page = await kept.page(owner="ann", limit=5, after=after)
        seen += page.items
        sizes.append(len(page.items))
        if page.next_cursor is None:
            break
        after = page.next_cursor
    assert sizes == [5, 5, 5, 5, 3]
    assert len({generation.gen_id for generation in seen}) == 23
    order = [(generation.created_at, generation.gen_id) for generation in seen]
    assert order == sorted(order, reverse=True)


async def test_a_page_that_just_fits_is_the_last(kept: Generations) -> None:
    await keep_family(kept, a="", b="")
    page = await kept.page(owner="ann", limit=2)
    assert [generation.gen_id for generation in page.items] == ["b", "a"]
    assert page.next_cursor is None
    assert (await kept.page(owner="ann", limit=2, after="a")).items == ()


async def test_new_pictures_do_not_disturb_a_page_under_way(kept: Generations) -> None:
    await keep_family(kept, a="", b="", c="")
    first = await kept.page(owner="ann", limit=2)
    await kept.add(a_generation(gen_id="d", created_at=later(99)))
    rest = await kept.page(owner="ann", limit=2, after=first.next_cursor)
    assert [generation.gen_id for generation in (*first.items, *rest.items)] == ["c", "b", "a"]


async def test_an_unknown_cursor_is_a_bad_request(kept: Generations) -> None:
    with pytest.raises(BadRequest) as caught:
        await kept.page(owner="ann", limit=5, after="gen_nobody")
    assert caught.value.param == "after"


class TestLineage:
    """The tree: a <- b <- d <- f, a <- c <- d (a merge), a <- e, and x by itself."""

    @pytest.fixture(autouse=True)
    async def family(self, kept: Generations) -> None:
        await keep_family(kept, a="", b="a", c="a", d="bc", e="a", f="d", x="")
        await keep_family(kept, "bob", a="", z="a")

    @pytest.mark.parametrize(
        ("direction", "root", "nodes"),
        [
            ("ancestors", "a", "abcd"),
            ("descendants", "d", "df"),
            ("all", "a", "abcdef"),
        ],
    )
    async def test_directions(self, kept: Generations, direction: Direction, root: str, nodes: str) -> None:
        lineage = await kept.lineage("d", owner="ann", direction=direction)
        assert (lineage.root, "".join(lineage.nodes)) == (root, nodes)
        assert {edge.parent for edge in lineage.edges} | {edge.child for edge in lineage.edges} == set(nodes)

    async def test_edges_of_a_merge(self, kept: Generations) -> None:
        lineage = await kept.lineage("d", owner="ann")
        assert set(lineage.edges) == {
            Edge(parent=parent, child=child) for parent, child in ("ab", "ac", "bd", "cd")
        }

    async def test_a_picture_by_itself(self, kept: Generations) -> None:
        for direction in ("ancestors", "descendants", "all"):
            lineage = await kept.lineage("x", owner="ann", direction=direction)
            assert (lineage.root, lineage.nodes, lineage.edges) == ("x", ("x",), ())

    async def test_absent(self, kept: Generations) -> None:
        with pytest.raises(NotFound, match="gen_nobody"):
            await kept.lineage("gen_nobody", owner="ann")

    async def test_a_source_that_is_only_a_name_is_no_node(self, kept: Generations) -> None:
        await keep_family(kept, g=("nobody", "f"))
        lineage = await kept.lineage("g", owner="ann")
        assert "nobody" not in lineage.nodes
        assert lineage.root == "g"
        assert "f" in lineage.nodes

    async def test_a_loop_ends(self, kept: Generations) -> None:
        await keep_family(kept, p="r", q="p", r="q", s="s")
        for direction in ("ancestors", "descendants", "all"):
            assert set((await kept.lineage("q", owner="ann", direction=direction)).nodes) == set("pqr")
        assert (await kept.lineage("s", owner="ann")).edges == (Edge(parent="s", child="s"),)

    async def test_of_a_large_tree_the_nearest_are_shown(
        self, kept: Generations, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        chain = {f"n{place:02d}": (f"n{place - 1:02d}",) for place in range(1, 40)}
        await keep_family(kept, n00=(), **chain)
        monkeypatch.setattr(module, "MAX_LINEAGE", 10)
        lineage = await kept.lineage("n39", owner="ann")
        assert lineage.nodes == tuple(f"n{place}" for place in range(30, 40))


async def test_lineages_of_random_families(kept: Generations) -> None:
    chance = random.Random(2)
    for owner in map(str, range(12)):
        sources = {
            f"g{place}": tuple(chance.sample([f"g{i}" for i in range(15)], chance.randrange(3)))
            for place in range(15)
        }
        await keep_family(kept, owner, **sources)
        children = {
            name: tuple(child for child, parents in sources.items() if name in parents) for name in sources
        }
        both = {name: sources[name] + children[name] for name in sources}
        for direction, steps in (("ancestors", sources), ("descendants", children), ("all", both)):
            start = f"g{chance.randrange(15)}"
            lineage = await kept.lineage(start, owner=owner, direction=direction)  # type: ignore[arg-type]
            assert set(lineage.nodes) == reachable(start, steps)


def reachable(start: str, steps: dict[str, tuple[str, ...]]) -> set[str]:
    """By plain walking."""
    seen, pending = {start}, [start]
    while pending:
        for name in steps[pending.pop()]:
            if name not in seen:
                seen.add(name)
                pending.append(name)
    return seen


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(
    prompt=st.text(),
    scene=st.none() | st.dictionaries(st.text(), JSON, max_size=5),
    seed=st.none() | st.integers(),
    notes=st.lists(st.text(), max_size=4).map(tuple),
    changes=st.none() | st.text(),
    sources=st.lists(st.text(), max_size=6).map(tuple),
    created_at=st.datetimes(timezones=st.just(UTC)),
)
def test_any_words_and_scenes_come_back(**fields: object) -> None:
    generation = a_generation(**fields)
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements():
            connection.execute(statement)
        assert insert_generation(connection, generation)
        assert module._one(connection, "path = ?", generation.path) == generation


def test_paths_are_new_each_time_and_say_the_utc_date() -> None:
    there = datetime(2026, 11, 23, 7, 0, tzinfo=timezone(timedelta(hours=8)))
    paths = {new_path(there, "image/png") for _ in range(1000)}
    assert len(paths) == 1000
    assert all(re.fullmatch(r"20261122/[0-9A-Za-z]{32}\.png", path) for path in paths)
    # Each place of the name takes each of the 62 letters and digits.
    assert all(len({path[9 + place] for path in paths}) > 55 for place in range(32))


@pytest.mark.parametrize(
    ("media_type", "extension"), [("image/png", "png"), ("image/webp", "webp"), ("image/jpeg", "jpg")]
)
def test_paths_end_in_what_the_file_is(media_type: str, extension: str) -> None:
    path = new_path(NOW, media_type)
    assert path.endswith(f".{extension}")
    assert re.fullmatch(PATH_PATTERN, path)


def test_other_files_have_no_path() -> None:
    with pytest.raises(ValueError, match="image/svg"):
        new_path(NOW, "image/svg+xml")
