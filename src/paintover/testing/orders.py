"""Orders for an engine under test, and what comes of them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from typing import Any

import pyvips

from paintover.domain.errors import PaintoverError
from paintover.domain.ids import new_gen_id, new_task_id
from paintover.domain.ratio import parse_ratio
from paintover.engines.protocol import Engine, EngineEvent, Painted, Picture, SourceImage, Spoiled, Work
from paintover.intake.guarded import GuardedIntake


def an_order(
    prompt: str,
    *sources: SourceImage,
    task_id: str | None = None,
    ratio: str = "1:1",
    n: int = 1,
    seed: int = 7,
    kept: frozenset[int] = frozenset(),
    mask: bytes | None = None,
    size: tuple[int, int] | None = None,
    previews: int = 0,
    parameters: Mapping[str, Any] | None = None,
) -> Work:
    """An order as the server would give it, of a new task unless `task_id` is given."""
    shape = parse_ratio(ratio)
    width, height = size or shape.size()
    return Work(
        task_id=task_id or new_task_id(),
        prompt=prompt,
        ratio=shape,
        width=width,
        height=height,
        n=n,
        seed=seed,
        language="en",
        sources=sources,
        mask=mask,
        previews=previews,
        parameters=parameters or {},
        kept=kept,
    )


def as_source(picture: Picture, *, with_scene: bool) -> SourceImage:
    """A finished picture as the source of an edit, after having been stored; without its scene it is anybody's."""
    return SourceImage(
        gen_id=new_gen_id(),
        image=picture.image,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        scene=json.loads(json.dumps(picture.scene)) if with_scene else None,
        seed=picture.seed,
    )


def a_photograph(width: int = 640, height: int = 480) -> SourceImage:
    """A picture that no engine has drawn: soft noise in colour, as a PNG."""
    bands = [pyvips.Image.gaussnoise(width, height, mean=128, sigma=40, seed=band) for band in range(3)]
    pixels: Any = bands[0].bandjoin(bands[1:]).gaussblur(3).cast("uchar").copy(interpretation="srgb")
    return SourceImage(
        gen_id=new_gen_id(),
        image=bytes(pixels.pngsave_buffer()),
        media_type="image/png",
        width=width,
        height=height,
    )


def a_mask(width: int, height: int) -> bytes:
    """A mask whose left half may be drawn anew."""
    alpha: Any = pyvips.Image.black(width, height).draw_rect(255, width // 2, 0, width, height, fill=True)
    white: Any = pyvips.Image.black(width, height, bands=3) + 255
    return bytes(white.cast("uchar").copy(interpretation="srgb").bandjoin(alpha).pngsave_buffer())


async def events_of(engine: Engine, work: Work) -> list[EngineEvent]:
    """Everything that an engine yields for an order."""
    async with aclosing(engine.paint(work)) as events:
        return [event async for event in events]


async def error_of(engine: Engine, work: Work) -> PaintoverError:
    """The error that an order ends in, whether it is raised or told of every single picture.

    Raises:
        AssertionError: a picture was drawn, or nothing went wrong.
    """
    try:
        events = await events_of(engine, work)
    except PaintoverError as error:
        return error
    assert not [event for event in events if isinstance(event, Painted)], "a picture was drawn"
    errors = [event.error for event in events if isinstance(event, Spoiled)]
    assert len(errors) == len(work.missing), "every picture that is missing has its reason told"
    return errors[0]


@asynccontextmanager
async def open_intake() -> AsyncIterator[GuardedIntake]:
    """What an engine's entry point gets besides its options."""
    async with aclosing(GuardedIntake()) as intake:
        yield intake
