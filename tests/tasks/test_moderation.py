"""Nothing that is refused is drawn, kept, tried again or paid, on whatever way it came to the desk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paintover.domain.call import Call
from paintover.domain.events import Kept, Started
from paintover.domain.task import TaskState, TrailStep
from paintover.parts import Parts
from paintover.tasks.desk import Wish
from paintover.tasks.feed import Feed
from tests.easel import Easel
from tests.judging import Opinion
from tests.llm_endpoint import ScriptedEndpoint
from tests.pictures import gradient, png
from tests.pixels import pixels
from tests.tasks.test_desk import CHILD, ROOT, a_wish, ended, kept, parts_of

PHOTO = png(gradient(64, 48))


@pytest.fixture
def opinion() -> Opinion:
    return Opinion()


@pytest.fixture
def scripted(opinion: Opinion) -> Iterator[ScriptedEndpoint]:
    with ScriptedEndpoint(opinion) as endpoint:
        yield endpoint


@asynccontextmanager
async def judged(
    folder: Path, engine: Easel, scripted: ScriptedEndpoint, **changes: Any
) -> AsyncIterator[Parts]:
    async with parts_of(
        folder, engine, moderation_url=scripted.url, backoff_s=0.001, moderation_timeout_s=20, **changes
    ) as parts:
        yield parts


def pictures(feed: Feed) -> int:
    return sum(isinstance(event.event, Kept) for event in feed.events)


async def test_words_are_judged_before_anything_is_drawn(
    tmp_path: Path, opinion: Opinion, scripted: ScriptedEndpoint
) -> None:
    engine, opinion.bad_words = Easel(), frozenset({"fight"})
    async with judged(tmp_path, engine, scripted) as parts:
        feed = await parts.desk.accept(a_wish("a fight"))
        end = await ended(feed)
        assert (end.state, end.error_code) == (TaskState.FAILED, "moderation_blocked")
        assert "violence" in (end.error_message or "")
        assert [type(event.event) for event in feed.events].count(Started) == 1
        assert engine.orders == []
        assert (await kept(parts, feed)).gen_ids == ()
        assert (await ended(await parts.desk.accept(a_wish("an ox")))).state is TaskState.SUCCEEDED


async def test_the_list_comes_first_and_holds_at_every_level(
    tmp_path: Path, opinion: Opinion, scripted: ScriptedEndpoint
) -> None:
    (tmp_path / "list.txt").write_text("打架\n", encoding="utf-8")
    engine = Easel()
    settings = {"moderation_list": str(tmp_path / "list.txt")}
    async with judged(tmp_path / "data", engine, scripted, **settings) as parts:
        for level in ("auto", "low"):
            call = Call(action="generate", prompt="画牛打 架", moderation=level)
            end = await ended(await parts.desk.accept(Wish(call=call, owner="a", language="zh")))
            assert end.error_code == "moderation_blocked"
            assert "本站的规定" in (end.error_message or "")
        assert (engine.orders, opinion.seen) == ([], [])


async def test_a_picture_that_was_sent_is_judged_once_and_before_the_engine_sees_it(
    tmp_path: Path, opinion: Opinion, scripted: ScriptedEndpoint
) -> None:
    engine = Easel()
    opinion.is_bad = lambda image: pixels(image).shape[1] == 64
    async with judged(tmp_path, engine, scripted) as parts:
        sent = await parts.uploads.keep(PHOTO, owner="a")
        edit = Call(action="edit", prompt="add a cat", sources=(sent.gen_id,))
        end = await ended(await parts.desk.accept(Wish(call=edit, owner="a", language="en")))
        assert (end.error_code, engine.orders) == ("moderation_blocked", [])
        assert "a picture that was sent" in (end.error_message or "")
        opinion.is_bad = lambda image: False
        first = await parts.desk.accept(Wish(call=edit, owner="a"))
        assert (await ended(first)).state is TaskState.SUCCEEDED
        seen = len(opinion.seen)
        again = Call(
            action="edit", prompt="add a cat", sources=(sent.gen_id, (await kept(parts, first)).gen_ids[0])
        )
        assert (
            await ended(await parts.desk.accept(Wish(call=again, owner="a")))
        ).state is TaskState.SUCCEEDED
        # Of the second edit only the words that tell the whole and the result are new.
        assert opinion.seen[seen:].count("(picture)") == 1


async def test_what_was_drawn_is_kept_only_when_it_is_allowed(
    tmp_path: Path, opinion: Opinion, scripted: ScriptedEndpoint
) -> None:
    engine = Easel()
    async with judged(tmp_path, engine, scripted) as parts:
        opinion.is_bad = lambda image: True
        feed = await parts.desk.accept(a_wish("an ox"))
        end = await ended(feed)
        assert (end.state, end.error_code, pictures(feed)) == (TaskState.FAILED, "moderation_blocked", 0)
        assert (len(engine.orders), (await kept(parts, feed)).attempts) == (1, 1)
        assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []
        bad = iter([True, False])
        opinion.is_bad = lambda image: next(bad)
        feed = await parts.desk.accept(a_wish("two oxen", n=2))
        end = await ended(feed)
        assert (end.state, end.error_code, pictures(feed)) == (TaskState.SUCCEEDED, "moderation_blocked", 1)


async def test_unfinished_renderings_are_not_shown_where_pictures_are_judged(
    tmp_path: Path, scripted: ScriptedEndpoint
) -> None:
    for folder, is_judged in (("a", True), ("b", False)):
        async with judged(tmp_path / folder, Easel(), scripted, moderation_pictures=is_judged) as parts:
            wish = a_wish("an ox")
            feed = await parts.desk.accept(replace(wish, call=replace(wish.call, previews=2)))
            assert (await ended(feed)).state is TaskState.SUCCEEDED
            assert len(feed.previews) == (0 if is_judged else 2)


async def test_without_a_verdict_it_is_tried_again_only_before_it_was_drawn(
    tmp_path: Path, opinion: Opinion, scripted: ScriptedEndpoint
) -> None:
    engine = Easel()
    async with judged(tmp_path, engine, scripted) as parts:
        opinion.broken = ["words"]
        feed = await parts.desk.accept(a_wish("an ox"))
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert (len(engine.orders), (await kept(parts, feed)).attempts) == (1, 2)
        opinion.broken = ["picture"]
        feed = await parts.desk.accept(a_wish("a horse"))
        end = await ended(feed)
        assert (end.state, end.error_code, pictures(feed)) == (TaskState.FAILED, "moderation_failed", 0)
        assert (len(engine.orders), (await kept(parts, feed)).attempts) == (2, 1)
        opinion.broken = ["words"] * 3
        end = await ended(await parts.desk.accept(a_wish("a cow")))
        assert (end.error_code, len(engine.orders)) == ("moderation_unavailable", 2)


async def test_lost_pictures_are_not_drawn_again_from_refused_words(
    tmp_path: Path, opinion: Opinion, scripted: ScriptedEndpoint
) -> None:
    engine, opinion.bad_words = Easel(), frozenset({"fight"})
    trail = (
        TrailStep(name=CHILD, prompt="a fight", ratio="1:1", sources=(ROOT,)),
        TrailStep(name=ROOT, prompt="an ox", ratio="1:1"),
    )
    async with judged(tmp_path, engine, scripted) as parts:
        edit = Call(action="edit", prompt="a hat", sources=(CHILD,))
        end = await ended(await parts.desk.accept(Wish(call=edit, owner="a", trail=trail)))
        assert (end.error_code, engine.orders) == ("moderation_blocked", [])
