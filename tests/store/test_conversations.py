"""Conversations that are kept for their owners."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from paintover.domain.errors import BadRequest, NotFound, Outdated, QuotaExceeded, TooLarge
from paintover.domain.talk import Talk, TalkTurn
from paintover.store import conversations as module
from paintover.store.conversations import Change, Conversations
from paintover.store.database import Database
from paintover.store.files import Quota


@pytest.fixture
def conversations(db: Database) -> Conversations:
    return Conversations(db, Quota(count=100, max_bytes=100_000))


def a_turn(name: str, said: str = "画一只猫", **changes: Any) -> TalkTurn:
    fields: dict[str, Any] = {
        "turn_id": name,
        "said": said,
        "body": f'{{"id":"{name}","said":"{said}"}}',
        **changes,
    }
    return TalkTurn(**fields)


async def put(conversations: Conversations, name: str, *turns: TalkTurn, **options: Any) -> Talk:
    """A whole conversation, new unless told otherwise."""
    change = Change(
        title=options.pop("title", ""), turns=turns, is_whole=True, touched_at=options.pop("at", None)
    )
    given: dict[str, Any] = {"owner": "ann", "expected": 0, "may_make": True, **options}
    return await conversations.put(name, change, **given)


async def add(conversations: Conversations, name: str, *turns: TalkTurn, **options: Any) -> Talk:
    given: dict[str, Any] = {"owner": "ann", "expected": None, "may_make": False, **options}
    return await conversations.put(name, Change(turns=turns), **given)


async def order_of(conversations: Conversations, name: str) -> list[str]:
    found = await conversations.whole(name, owner="ann")
    assert found is not None
    _, order, turns = found
    assert [turn.turn_id for turn in turns] == list(order)
    return list(order)


async def test_what_is_kept_comes_back_as_it_was_and_to_its_owner_alone(conversations: Conversations) -> None:
    first, second = a_turn("a", gen_ids=("gen_1", "gen_2")), a_turn("b", "  在  湖边 ", is_open=True)
    made = await put(conversations, "x", first, second)
    assert (made.revision, made.turn_count, made.gen_ids, made.is_open) == (1, 2, ("gen_1", "gen_2"), True)
    assert made.title == "画一只猫"
    found = await conversations.whole("x", owner="ann")
    assert found is not None
    assert found[0] == made == await conversations.get("x", owner="ann")
    assert [turn.body for turn in found[2]] == [first.body, second.body]
    assert await conversations.whole("x", owner="bob") is None
    assert await conversations.get("x", owner="bob") is None
    assert (await conversations.page(owner="bob", limit=5)).items == ()
    assert not await conversations.delete("x", owner="bob")
    with pytest.raises(NotFound):
        await add(conversations, "x", a_turn("c"), owner="bob")
    # Another's conversation of the same name is another conversation.
    assert (await put(conversations, "x", a_turn("z"), owner="bob")).turn_count == 1
    assert await conversations.get("x", owner="ann") == made


async def test_a_change_from_what_is_outdated_is_refused_and_says_what_is_newest(
    conversations: Conversations,
) -> None:
    await put(conversations, "x", a_turn("a"))
    with pytest.raises(Outdated) as refused:
        await put(conversations, "x", a_turn("b"))
    assert refused.value.revision == 1
    assert (await add(conversations, "x", a_turn("b"), expected=1)).revision == 2
    for change in (
        add(conversations, "x", a_turn("c"), expected=1),
        put(conversations, "x", a_turn("c"), expected=1),
        conversations.delete("x", owner="ann", expected=1),
    ):
        with pytest.raises(Outdated) as refused:
            await change
        assert refused.value.revision == 2
    with pytest.raises(Outdated) as refused:
        await add(conversations, "gone", a_turn("c"), expected=3)
    assert refused.value.revision is None
    assert await order_of(conversations, "x") == ["a", "b"]


async def test_windows_that_add_at_the_same_time_lose_nothing(conversations: Conversations) -> None:
    await put(conversations, "x", a_turn("a"))
    await asyncio.gather(*(add(conversations, "x", a_turn(f"t{number}")) for number in range(20)))
    assert sorted(await order_of(conversations, "x")) == sorted(["a", *(f"t{n}" for n in range(20))])
    # Of those that name what they were made from, exactly one comes through.
    talk = await conversations.get("x", owner="ann")
    assert talk is not None
    tries = (add(conversations, "x", a_turn(f"u{number}"), expected=talk.revision) for number in range(20))
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(one, Talk) for one in outcomes) == 1
    assert all(isinstance(one, Talk | Outdated) for one in outcomes)


async def test_a_turn_is_replaced_in_its_place_and_only_what_changed_is_told(
    conversations: Conversations,
) -> None:
    await put(conversations, "x", a_turn("a"), a_turn("b", is_open=True), a_turn("c"))
    done = a_turn("b", "别的", gen_ids=("gen_1",))
    talk = await add(conversations, "x", done, a_turn("d"))
    assert (talk.revision, talk.is_open, talk.gen_ids) == (2, False, ("gen_1",))
    assert await order_of(conversations, "x") == ["a", "b", "c", "d"]
    found = await conversations.whole("x", owner="ann", since=1)
    assert found is not None
    assert found[1] == ("a", "b", "c", "d")
    assert [turn.turn_id for turn in found[2]] == ["b", "d"]
    # The same once more is no change.
    assert await add(conversations, "x", done) == talk
    whole = await put(conversations, "x", a_turn("d"), a_turn("a"), expected=2)
    assert (whole.revision, await order_of(conversations, "x")) == (3, ["d", "a"])


async def test_the_list_is_paged_and_newest_first(conversations: Conversations) -> None:
    for number in range(7):
        await put(conversations, f"c{number}", a_turn("a"))
    await add(conversations, "c2", a_turn("b"))
    seen: list[str] = []
    after = None
    while True:
        page = await conversations.page(owner="ann", limit=3, after=after)
        seen += [talk.conversation_id for talk in page.items]
        after = page.next_cursor
        if after is None:
            break
    assert seen == ["c2", "c6", "c5", "c4", "c3", "c1", "c0"]
    for cursor in ("c2", "", "1.", "x.y", "9" * 30 + ".a"):
        with pytest.raises(BadRequest, match="after"):
            await conversations.page(owner="ann", limit=3, after=cursor)
    # What was kept elsewhere before keeps its place, but for what would be in the future.
    old, future = datetime(2025, 1, 1, tzinfo=UTC), datetime(2199, 1, 1, tzinfo=UTC)
    assert (await put(conversations, "old", a_turn("a"), at=old)).updated_at == old
    assert (await put(conversations, "new", a_turn("a"), at=future)).updated_at < future
    page = await conversations.page(owner="ann", limit=50)
    assert (page.items[0].conversation_id, page.items[-1].conversation_id) == ("new", "old")


async def test_words_of_title_and_turns_are_found_in_both_languages(conversations: Conversations) -> None:
    await put(conversations, "pot", a_turn("a", "画一只紫砂茶壶"), a_turn("b", "加个盖子"))
    await put(conversations, "cat", a_turn("a", "A Cat on the ROOF, straße"), title="Ｍy first 猫")
    await put(conversations, "odd", a_turn("a", "100% _done_ 'quoted' \\ \x00 end"))

    async def found(words: str) -> list[str]:
        page = await conversations.page(owner="ann", limit=50, words=words)
        return sorted(talk.conversation_id for talk in page.items)

    assert await found("茶壶") == await found("壶") == await found("茶壶 盖") == ["pot"]
    assert await found("roof") == await found("CAT first") == await found("my") == ["cat"]
    assert await found("STRASSE") == await found("猫") == ["cat"]
    assert await found("猫 茶壶") == []
    assert await found("0%") == await found("_") == await found("'") == await found("\\") == ["odd"]
    assert await found("  ") == ["cat", "odd", "pot"]
    renamed = await conversations.put("pot", Change(title="Tea"), owner="ann", expected=None, may_make=False)
    assert (renamed.title, renamed.turn_count) == ("Tea", 2)
    assert await found("tea") == await found("茶壶") == ["pot"]
    assert (await conversations.page(owner="bob", limit=50, words="tea")).items == ()


async def test_what_is_deleted_is_gone_with_its_turns(conversations: Conversations, db: Database) -> None:
    await put(conversations, "x", a_turn("a"))
    assert await conversations.delete("x", owner="ann", expected=1)
    assert not await conversations.delete("x", owner="ann")
    assert await conversations.whole("x", owner="ann") is None
    left = await db.read(
        lambda connection: connection.execute("SELECT count(*) FROM conversation_turns").fetchone()
    )
    assert left == (0,)


async def test_there_is_an_end_to_how_much_is_kept(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    conversations = Conversations(db, Quota(count=2, max_bytes=3_000))
    monkeypatch.setattr(module, "MAX_TURNS", 3)
    monkeypatch.setattr(module, "MAX_BYTES", 2_000)
    await put(conversations, "x", a_turn("a"))
    with pytest.raises(TooLarge, match="turns"):
        await add(conversations, "x", *(a_turn(f"t{number}") for number in range(3)))
    with pytest.raises(TooLarge, match="MiB"):
        await add(conversations, "x", a_turn("b", body="{" + " " * 2_000 + "}"))
    assert await order_of(conversations, "x") == ["a"]
    await put(conversations, "y", a_turn("a", body="{" + " " * 1_800 + "}"))
    with pytest.raises(QuotaExceeded, match="bytes"):
        await add(conversations, "x", a_turn("b", body="{" + " " * 1_800 + "}"))
    with pytest.raises(QuotaExceeded, match="2 conversations"):
        await put(conversations, "z", a_turn("a"))
    assert await conversations.get("z", owner="ann") is None
    # Another owner has room of their own.
    await put(conversations, "z", a_turn("a"), owner="bob")
