"""The contract's suite through `openai` to a second Paintover over a real socket; and that nothing is drawn twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from paintover.domain.errors import EngineUnavailable, NotDrawable
from paintover.engines.openai import build
from paintover.engines.protocol import Engine, EngineEvent, Painted, Picture, Work
from paintover.intake.guarded import GuardedIntake
from paintover.settings import Settings
from paintover.testing import EngineContract, an_order, as_source, error_of, events_of
from tests.easel import Easel
from tests.live import LiveServer
from tests.pixels import pixels


def engine_for(live: LiveServer, **options: object) -> Engine:
    return build(
        {
            "url": f"{live.url}/v1", "model": "paintover", "dialect": "chat", "allow": ["127.0.0.1/32"],
            "timeout_s": 60, **options,
        },
        GuardedIntake(),
    )  # fmt: skip


class TestChatToAnotherPaintover(EngineContract):
    @pytest.fixture(autouse=True)
    def _upstream(self, behind: LiveServer) -> None:
        self._live = behind

    def build(self) -> Engine:
        return engine_for(self._live)

    def test_an_edit_is_drawn_from_the_scene_that_the_other_server_keeps(self) -> None:
        async def edit(engine: Engine) -> tuple[Picture, Picture, Picture]:
            first = painted(await events_of(engine, an_order("an ox and a horse")))
            hat = an_order("put a hat on the ox's head", as_source(first, with_scene=True))
            foreign = as_source(first, with_scene=False)
            grey = an_order("make it black and white", foreign)
            return first, painted(await events_of(engine, hat)), painted(await events_of(engine, grey))

        first, hat, grey = self.draw(edit)
        changed = (pixels(first.image) != pixels(hat.image)).any(axis=2).mean()
        assert 0 < changed < 0.2
        assert (pixels(grey.image).max(axis=2) == pixels(grey.image).min(axis=2)).mean() > 0.99

    def test_a_picture_that_the_other_server_does_not_know_is_sent_to_it(self) -> None:
        async def edit(engine: Engine) -> Picture:
            first = painted(await events_of(engine, an_order("an ox and a horse")))
            assert first.scene is not None
            source = as_source(first, with_scene=True)
            assert source.scene is not None
            source.scene["gen_id"] = "gen_01jqwte8yjf7haxqc521b7z2wf"
            return painted(await events_of(engine, an_order("make it black and white", source)))

        grey = pixels(self.draw(edit).image)
        assert (grey.max(axis=2) == grey.min(axis=2)).mean() > 0.99


class TestImagesOfAnotherPaintover(TestChatToAnotherPaintover):
    def build(self) -> Engine:
        return engine_for(self._live, dialect="images")


def painted(events: list[EngineEvent]) -> Picture:
    (found,) = (event.picture for event in events if isinstance(event, Painted))
    return found


@pytest.fixture
def easel() -> Easel:
    return Easel()


@pytest.fixture
def counted(tmp_path: Path, easel: Easel) -> Iterator[LiveServer]:
    """A second Paintover whose engine counts what it draws."""
    settings = Settings(data=str(tmp_path / "other"), port=0, attempts=1)
    with LiveServer(settings, easel) as live:
        yield live


async def drawn(live: LiveServer, order: Work) -> list[EngineEvent]:
    engine = engine_for(live)
    try:
        return await events_of(engine, order)
    finally:
        await engine.aclose()


async def test_the_same_task_is_drawn_once_however_often_it_is_asked_for(
    counted: LiveServer, easel: Easel
) -> None:
    order = an_order("a cat", n=2)
    first, again = await drawn(counted, order), await drawn(counted, order)
    assert {event.index for event in first if isinstance(event, Painted)} == {0, 1}
    assert {event.picture.image for event in first if isinstance(event, Painted)} == {
        event.picture.image for event in again if isinstance(event, Painted)
    }
    assert len(easel.drawn) == 2


async def test_a_failure_that_passes_is_drawn_by_the_next_attempt(counted: LiveServer, easel: Easel) -> None:
    easel.errors = [EngineUnavailable("not now")]
    order, engine = an_order("a cat"), engine_for(counted)
    try:
        error = await error_of(engine, order)
        assert isinstance(error, EngineUnavailable)
        assert len([event for event in await events_of(engine, order) if isinstance(event, Painted)]) == 1
    finally:
        await engine.aclose()
    assert len(easel.drawn) == 1


async def test_what_the_other_server_cannot_draw_is_told_in_its_words(
    counted: LiveServer, easel: Easel
) -> None:
    easel.errors = [NotDrawable("A zebra cannot be drawn; ask for a horse.")]
    engine = engine_for(counted)
    try:
        error = await error_of(engine, an_order("a zebra"))
    finally:
        await engine.aclose()
    assert isinstance(error, NotDrawable)
    assert "ask for a horse" in error.message
