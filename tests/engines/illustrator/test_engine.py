from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import replace
from itertools import pairwise

import pytest

from paintover.domain.call import Language
from paintover.domain.errors import EngineFailed, NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator import engine as module
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.engine import IllustratorEngine, Stage, picture_steps
from paintover.engines.illustrator.scene import Scene
from paintover.engines.protocol import EngineEvent, Painted, Picture, Preview, SourceImage, StageDone, Work
from tests.pace import timed
from tests.pixels import pixels


@pytest.fixture
async def engine() -> AsyncIterator[IllustratorEngine]:
    made = IllustratorEngine()
    yield made
    await made.aclose()


def order(
    prompt: str,
    *sources: Picture,
    ratio: str = "1:1",
    n: int = 1,
    seed: int = 7,
    language: Language = "zh",
) -> Work:
    shape = parse_ratio(ratio)
    width, height = shape.size()
    return Work(
        task_id="t",
        prompt=prompt,
        ratio=shape,
        width=width,
        height=height,
        n=n,
        seed=seed,
        language=language,
        sources=tuple(
            SourceImage(
                gen_id=f"gen_{k}",
                image=source.image,
                media_type=source.media_type,
                width=source.width,
                height=source.height,
                scene=source.scene,
                seed=source.seed,
            )
            for k, source in enumerate(sources)
        ),
    )


async def events(engine: IllustratorEngine, work: Work) -> list[EngineEvent]:
    return [event async for event in engine.paint(work)]


async def picture(engine: IllustratorEngine, work: Work) -> Picture:
    return next(event.picture for event in await events(engine, work) if isinstance(event, Painted))


async def test_stages_are_real_ordered_and_end_with_the_picture(engine: IllustratorEngine) -> None:
    seen = await events(engine, order("画个牛马", n=2))
    fractions = [event.fraction for event in seen if isinstance(event, StageDone)]
    assert all(earlier < later for earlier, later in pairwise(fractions))
    assert fractions[0] > 0
    assert fractions[-1] < 1
    assert [event.stage for event in seen if isinstance(event, StageDone)][:9] == [
        "understand", "layout", "backdrop", "actors", "details", "shadows", "composition", "style", "encode",
    ]  # fmt: skip
    assert [event.index for event in seen if isinstance(event, Painted)] == [0, 1]


async def test_the_same_work_gives_the_same_bytes_and_another_seed_others(engine: IllustratorEngine) -> None:
    first, again = await picture(engine, order("一只猫")), await picture(IllustratorEngine(), order("一只猫"))
    other = await picture(engine, order("一只猫", seed=8))
    assert first == again
    assert first.image != other.image


async def test_versions_are_in_the_scene(engine: IllustratorEngine) -> None:
    made = await picture(engine, order("一只猫"))
    assert made.scene is not None
    assert made.scene["engine_version"] == engine.version
    assert made.scene["art_version"].startswith("noto-")


async def test_an_edit_in_words_is_local(engine: IllustratorEngine) -> None:
    first = await picture(engine, order("画个牛马"))
    second = await picture(engine, order("牛的脸上遮个布", first, seed=99))
    assert second.scene is not None
    assert first.scene is not None
    (new,) = set(second.scene["layout"]) - set(first.scene["layout"])
    mask = (pixels(first.image) != pixels(second.image)).any(axis=-1)
    x0, y0, x1, y1 = second.scene["layout"][new]["box"]
    assert mask[y0:y1, x0:x1].sum() > 500
    mask[y0:y1, x0:x1] = False
    assert not mask.any()


async def test_an_edit_of_nothing_that_is_there_says_so(engine: IllustratorEngine) -> None:
    first = await picture(engine, order("一只猫"))
    with pytest.raises(NotDrawable):
        await picture(engine, order("把恐龙去掉", first))


async def test_a_picture_without_a_scene_is_a_photograph(engine: IllustratorEngine) -> None:
    first = await picture(engine, order("一只猫"))
    bare = Picture(image=first.image, media_type="image/png", width=first.width, height=first.height, seed=0)
    grey = await picture(engine, order("变成黑白", bare))
    assert grey.scene is None
    with pytest.raises(NotDrawable):
        await picture(engine, order("给猫戴一顶帽子", bare))


async def test_a_scene_that_cannot_be_read_is_the_engines_failure(engine: IllustratorEngine) -> None:
    first = await picture(engine, order("一只猫"))
    broken = Picture(
        image=first.image,
        media_type="image/png",
        width=8,
        height=8,
        seed=0,
        scene={"objects": 3, "seed": "x"},
    )
    with pytest.raises(EngineFailed):
        await picture(engine, order("加一只狗", broken))


async def test_closing_the_iterator_stops_before_the_next_stage(
    engine: IllustratorEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[str] = []

    def steps(work: Work, index: int) -> Iterator[Stage | Preview | Picture]:
        for step in picture_steps(work, index):
            reached.append(step.name if isinstance(step, Stage) else "picture")
            yield step

    monkeypatch.setattr(module, "picture_steps", steps)
    async with aclosing(engine.paint(order("画个牛马"))) as painting:
        async for _ in painting:
            break
    assert reached == ["understand"]


async def test_only_the_missing_pictures_of_a_batch_are_drawn(engine: IllustratorEngine) -> None:
    whole = [event for event in await events(engine, order("两只猫", n=4)) if isinstance(event, Painted)]
    resumed = await events(engine, replace(order("两只猫", n=4), kept=frozenset({0, 2})))
    assert [event for event in resumed if isinstance(event, Painted)] == [whole[1], whole[3]]
    fractions = [event.fraction for event in resumed if isinstance(event, StageDone)]
    assert fractions[0] > 0.5
    assert fractions == sorted(set(fractions))
    assert await events(engine, replace(order("两只猫", n=2), kept=frozenset({0, 1}))) == []


@timed
async def test_a_cancelled_order_ends_within_a_second(engine: IllustratorEngine) -> None:
    started = asyncio.Event()

    async def painting() -> None:
        async with aclosing(engine.paint(order("十只猫和十只狗", ratio="21:9", n=10))) as stages:
            async for _ in stages:
                started.set()

    task = asyncio.create_task(painting())
    await started.wait()
    before = time.monotonic()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await engine.aclose()  # waits for the stage that was running
    assert time.monotonic() - before < 1


async def test_drawing_happens_off_the_loop(
    engine: IllustratorEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()

    def steps(work: Work, index: int) -> Iterator[Stage | Preview | Picture]:
        for step in picture_steps(work, index):
            threads.add(threading.get_ident())
            yield step

    monkeypatch.setattr(module, "picture_steps", steps)
    await picture(engine, order("一只猫"))
    assert threads
    assert threading.get_ident() not in threads


async def test_a_word_that_cannot_be_drawn_is_named_and_alone_stands_on_a_sign(
    engine: IllustratorEngine,
) -> None:
    made = await picture(engine, order("a theremin and a cat", language="en"))
    assert made.scene is not None
    assert [one["kind"] for one in made.scene["objects"]] == ["cat"]
    assert made.notes == ("I can't draw “theremin”; it was left out",)
    alone = await picture(engine, order("a theremin", language="en"))
    assert alone.scene is not None
    assert [one["rung"] for one in alone.scene["objects"]] == ["signpost"]
    assert alone.notes


async def test_previews_show_the_natural_stages(engine: IllustratorEngine) -> None:
    work = replace(order("一只戴帽子的猫，水彩风格"), previews=3)
    seen = await events(engine, work)
    backdrop, actors, whole = (pixels(event.image) for event in seen if isinstance(event, Preview))
    last = next(event.picture for event in seen if isinstance(event, Painted))
    assert last.scene is not None
    hat = next(thing["id"] for thing in last.scene["objects"] if thing["kind"] == "hat")
    x0, y0, x1, y1 = last.scene["layout"][hat]["box"]
    added = (backdrop != actors).any(axis=-1)
    borne = (actors != whole).any(axis=-1)
    assert 0.02 < added.mean() < 0.5
    assert borne[y0:y1, x0:x1].mean() > 0.3
    assert (whole != pixels(last.image)).any(axis=-1).mean() > 0.5  # the style comes last


async def test_an_edit_shows_the_picture_that_it_starts_from_first(engine: IllustratorEngine) -> None:
    first = await picture(engine, order("牛和马"))
    seen = await events(engine, replace(order("牛的脸上遮个布", first), previews=3))
    shown = [event for event in seen if isinstance(event, Preview)]
    assert shown[0].image == first.image
    assert len(shown) == 3
    last = next(event.picture for event in seen if isinstance(event, Painted))
    assert (pixels(shown[-1].image) == pixels(last.image)).all()


@pytest.mark.parametrize("previews", [0, 1, 2])
async def test_no_more_previews_than_somebody_looks_at(engine: IllustratorEngine, previews: int) -> None:
    seen = await events(engine, replace(order("一只猫", n=2), previews=previews))
    assert [event.index for event in seen if isinstance(event, Preview)] == [0] * previews + [1] * previews


async def test_an_edit_that_would_change_nothing_is_refused(
    engine: IllustratorEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was read into the wish: a picture that is the same is no answer to it."""
    first = await picture(engine, order("an ox and a horse", language="en"))
    scene = Scene.from_json(first.scene or {})
    monkeypatch.setattr(module, "edit_scene", lambda *_, **__: Composed(scene=scene))
    with pytest.raises(NotDrawable, match="as it is"):
        await picture(engine, order("make the ox larger", first, language="en"))


async def test_an_edit_says_what_it_changed_and_a_new_picture_does_not(engine: IllustratorEngine) -> None:
    first = await picture(engine, order("an ox and a horse", language="en"))
    assert first.changes is None
    second = await picture(engine, order("make the ox white", first, language="en"))
    assert second.changes == "Changed: ox – white"
