"""One suite for every engine that ships."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace

import pytest

from paintover.domain.errors import EngineFailed
from paintover.domain.ratio import parse_ratio
from paintover.engines.protocol import Engine, EngineEvent, Painted, SourceImage, StageDone, Work
from paintover.engines.registry import engine_names, load_engine
from tests.pixels import pixels

RATIOS = ["1:1", "2:3", "3:2", "16:9", "9:16", "4:3", "3:4", "1:2", "2:1", "21:9"]


def work(prompt: str = "an ox and a horse", *, ratio: str = "1:1", n: int = 1, seed: int = 7) -> Work:
    shape = parse_ratio(ratio)
    width, height = shape.size()
    return Work(
        task_id="task_01jqwtd9rvev28cr2kechxszq1", prompt=prompt, ratio=shape, width=width, height=height, n=n, seed=seed,
        language="en",
    )  # fmt: skip


async def events_of(engine: Engine, order: Work) -> list[EngineEvent]:
    async with aclosing(engine.paint(order)) as events:
        return [event async for event in events]


def painted(events: list[EngineEvent]) -> list[Painted]:
    return [event for event in events if isinstance(event, Painted)]


@pytest.fixture(params=["illustrator", "instant"])
async def engine(request: pytest.FixtureRequest) -> AsyncIterator[Engine]:
    built = load_engine(request.param)
    assert built.name == request.param
    assert built.version
    yield built
    await built.aclose()


def test_the_built_in_engines_come_through_the_public_hook() -> None:
    assert {"illustrator", "instant"} <= set(engine_names())
    with pytest.raises(EngineFailed, match="illustrator"):
        load_engine("nonesuch")


async def test_every_picture_of_an_order_arrives_once_in_its_size(engine: Engine) -> None:
    events = await events_of(engine, work(n=3, ratio="3:2"))
    assert [event.index for event in painted(events)] == [0, 1, 2]
    for event in painted(events):
        assert pixels(event.picture.image).shape == (840, 1256, 3)
        assert (event.picture.width, event.picture.height) == (1256, 840)
        assert event.picture.media_type == "image/png"
        json.dumps(event.picture.scene)


async def test_the_progress_is_made_of_rising_stages(engine: Engine) -> None:
    stages = [event for event in await events_of(engine, work()) if isinstance(event, StageDone)]
    fractions = [stage.fraction for stage in stages]
    assert len(stages) >= 3
    assert all(0 < fraction < 1 for fraction in fractions)
    assert fractions == sorted(set(fractions))
    assert all(stage.stage for stage in stages)


async def test_the_same_work_gives_the_same_bytes(engine: Engine) -> None:
    first, again = await events_of(engine, work()), await events_of(engine, work())
    assert painted(first)[0].picture.image == painted(again)[0].picture.image
    other = await events_of(engine, work(seed=8))
    assert painted(other)[0].picture.image != painted(first)[0].picture.image


async def test_an_edit_starts_from_its_source(engine: Engine) -> None:
    original = painted(await events_of(engine, work()))[0].picture
    source = SourceImage(
        gen_id="gen_01jqwte8yjf7haxqc521b7z2wf", image=original.image, media_type=original.media_type,
        width=original.width, height=original.height, scene=json.loads(json.dumps(original.scene)), seed=original.seed,
    )  # fmt: skip
    edited = painted(await events_of(engine, replace(work("put a hat on the ox's head"), sources=(source,))))[
        0
    ].picture
    assert edited.scene is not None
    assert pixels(edited.image).shape == pixels(original.image).shape


async def test_stopping_early_leaves_the_engine_usable(engine: Engine) -> None:
    async with aclosing(engine.paint(work())) as events:
        async for _ in events:
            break
    assert len(painted(await events_of(engine, work()))) == 1


@pytest.mark.parametrize("ratio", RATIOS)
async def test_every_ratio_is_drawn_in_its_size(engine: Engine, ratio: str) -> None:
    order = work("a cat", ratio=ratio)
    picture = painted(await events_of(engine, order))[0].picture
    assert pixels(picture.image).shape == (order.height, order.width, 3)
