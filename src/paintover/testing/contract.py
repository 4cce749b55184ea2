"""The contract of `paintover.engines.protocol.Engine` as a pytest class."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace
from itertools import pairwise
from typing import Any, ClassVar, TypeVar

import pytest
import pyvips

from paintover.domain.call import Output, OutputFormat
from paintover.domain.errors import NotDrawable, PaintoverError
from paintover.engines.files import MEDIA_TYPES
from paintover.engines.protocol import (
    Capabilities,
    Engine,
    EngineEvent,
    Painted,
    Picture,
    Preview,
    Spoiled,
    StageDone,
    Work,
)
from paintover.testing.orders import a_mask, a_photograph, an_order, as_source, error_of, events_of

RATIOS = ("1:1", "2:3", "3:2", "16:9", "9:16", "4:3", "3:4", "1:2", "2:1", "21:9")
"""The shapes that people ask for."""
SIZES = ((256, 256), (1024, 1536), (1000, 333))
"""Pixels that people ask for, and some that nobody would."""
STOPS_WITHIN_S = 1.0
"""How soon an engine that is made to stop has let go."""
_MAGIC = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "image/webp": b"RIFF"}

Outcome = TypeVar("Outcome")


class EngineContract:
    """What every engine must keep to. Each test makes an engine, uses it in an event loop of its own, and closes it.

    An engine is held to what its `capabilities` claim, and to refusing what they do not claim.
    """

    prompt: ClassVar[str] = "an ox and a horse"
    """What is drawn."""
    edit_prompt: ClassVar[str] = "put a hat on the ox's head"
    """What is changed in a picture of `prompt` that the engine has drawn itself."""
    pixels_prompt: ClassVar[str] = "make it black and white"
    """What is changed in a picture that the engine has not drawn."""
    hostile_prompts: ClassVar[tuple[str, ...]] = (
        "",
        '\x00\x1b[31m\ud800 ![x](http://127.0.0.1/) ``` {"prompt": 1}',
        "\u4e00" * 30_000,
    )
    """Words that must lead to a picture or to an error that is meant, never to anything else."""

    def build(self) -> Engine:
        """A new engine. Called within a running event loop."""
        raise NotImplementedError("Say how your engine is made: def build(self): return ...")

    def draw(self, use: Callable[[Engine], Awaitable[Outcome]]) -> Outcome:
        """Run `use` with a new engine, which is closed afterwards."""

        async def using() -> Outcome:
            async with aclosing(self.build()) as engine:
                return await use(engine)

        return asyncio.run(using())

    def test_it_says_what_it_is(self) -> None:
        async def ask(engine: Engine) -> tuple[str, str, Capabilities]:
            return engine.name, engine.version, engine.capabilities

        name, version, can = self.draw(ask)
        assert re.fullmatch(r"[a-z][a-z0-9_-]*", name)
        assert version
        assert can.edits <= {"scene", "pixels"}
        assert can.max_sources >= 1
        assert can.sizes is None or (can.sizes and all(width > 0 < height for width, height in can.sizes))

    def test_it_says_whether_it_can_draw_now(self) -> None:
        self.draw(lambda engine: engine.check())

    def test_every_picture_of_an_order_arrives_once_and_in_one_size(self) -> None:
        order = an_order(self.prompt, ratio="3:2", n=3)
        can, events = self.draw(lambda engine: _told(engine, order))
        assert sorted(event.index for event in _painted(events)) == [0, 1, 2]
        assert not [event for event in events if isinstance(event, Spoiled)]
        for event in _painted(events):
            _check_picture(event.picture, can, order)

    @pytest.mark.parametrize("ratio", RATIOS)
    def test_every_shape_is_drawn(self, ratio: str) -> None:
        order = an_order(self.prompt, ratio=ratio)
        can, events = self.draw(lambda engine: _told(engine, order))
        (painted,) = _painted(events)
        _check_picture(painted.picture, can, order)

    def test_only_what_is_missing_is_drawn(self) -> None:
        order = an_order(self.prompt, n=3, kept=frozenset({0, 2}))
        whole = an_order(self.prompt, n=3)

        async def both(engine: Engine) -> tuple[Capabilities, list[EngineEvent], list[EngineEvent]]:
            return engine.capabilities, await events_of(engine, order), await events_of(engine, whole)

        can, events, all_of_them = self.draw(both)
        (painted,) = _painted(events)
        assert painted.index == 1
        if can.seeds:
            (same,) = (event for event in _painted(all_of_them) if event.index == 1)
            assert painted.picture.image == same.picture.image

    @pytest.mark.parametrize("size", SIZES)
    def test_any_size_is_drawn_to_the_pixel_unless_the_sizes_are_told(self, size: tuple[int, int]) -> None:
        order = an_order(self.prompt, ratio=f"{size[0]}:{size[1]}", size=size)
        can, events = self.draw(lambda engine: _told(engine, order))
        (painted,) = _painted(events)
        _check_picture(painted.picture, can, order)

    def test_progress_rises_and_previews_are_pictures(self) -> None:
        # A seed of its own: a server may have kept what it drew for another test, and have nothing to tell of it.
        order = an_order(self.prompt, n=2, previews=2, seed=1187)
        can, events = self.draw(lambda engine: _told(engine, order))
        stages = [event for event in events if isinstance(event, StageDone)]
        previews = [event for event in events if isinstance(event, Preview)]
        assert bool(stages) == can.progress
        assert bool(previews) == can.previews
        assert all(stage.stage and 0 < stage.fraction < 1 for stage in stages)
        assert all(earlier.fraction < later.fraction for earlier, later in pairwise(stages))
        done: set[int] = set()
        for event in events:
            if isinstance(event, Painted):
                done.add(event.index)
            elif isinstance(event, Preview):
                assert event.index in {0, 1} - done
                assert _pixels(event.image).width > 0

    def test_previews_are_made_for_those_who_look_and_change_nothing(self) -> None:
        orders = [an_order(self.prompt, previews=previews) for previews in (0, 3)]

        async def both(engine: Engine) -> tuple[bool, list[list[EngineEvent]]]:
            return engine.capabilities.seeds, [await events_of(engine, order) for order in orders]

        claimed, (without, watched) = self.draw(both)
        assert not [event for event in without if isinstance(event, Preview)]
        if claimed:
            assert _painted(without)[0].picture.image == _painted(watched)[0].picture.image

    def test_a_seed_gives_the_same_bytes_where_that_is_claimed(self) -> None:
        async def three(engine: Engine) -> tuple[bool, list[bytes]]:
            orders = [an_order(self.prompt, seed=seed) for seed in (7, 7, 8)]
            drawn = [await events_of(engine, order) for order in orders]
            return engine.capabilities.seeds, [_painted(events)[0].picture.image for events in drawn]

        claimed, (first, again, other) = self.draw(three)
        if claimed:
            assert first == again
            assert first != other

    @pytest.mark.parametrize("wanted", ["png", "webp", "jpeg"])
    def test_a_wanted_file_is_written_or_left_to_the_server(self, wanted: OutputFormat) -> None:
        order = replace(an_order(self.prompt), output=Output(format=wanted, compression=80))
        can, events = self.draw(lambda engine: _told(engine, order))
        (painted,) = _painted(events)
        _check_picture(painted.picture, can, order)
        if painted.picture.output is not None:
            assert painted.picture.output == order.output
            assert painted.picture.media_type == MEDIA_TYPES[wanted]

    def test_a_picture_of_its_own_is_edited(self) -> None:
        async def edit(engine: Engine) -> tuple[Capabilities, Work, list[EngineEvent] | PaintoverError]:
            original = _painted(await events_of(engine, an_order(self.prompt)))[0].picture
            order = an_order(self.edit_prompt, as_source(original, with_scene=True))
            if engine.capabilities.allow(order):
                return engine.capabilities, order, await events_of(engine, order)
            return engine.capabilities, order, await error_of(engine, order)

        self._check_edit(*self.draw(edit))

    def test_any_picture_is_edited_where_that_is_claimed(self) -> None:
        order = an_order(self.pixels_prompt, a_photograph(), ratio="4:3")
        self._check_edit(*self.draw(lambda engine: _outcome(engine, order)))

    def test_several_pictures_are_taken_as_many_as_are_claimed(self) -> None:
        async def edits(
            engine: Engine,
        ) -> tuple[Capabilities, Work, list[EngineEvent] | PaintoverError, PaintoverError]:
            most = engine.capabilities.max_sources
            original = _painted(await events_of(engine, an_order(self.prompt)))[0].picture
            source = as_source(original, with_scene=True)
            order = an_order(self.edit_prompt, *[source] * min(2, most))
            too_many = an_order(self.edit_prompt, *[source] * (most + 1))
            outcome = await _outcome(engine, order)
            return *outcome, await error_of(engine, too_many)

        can, order, outcome, error = self.draw(edits)
        self._check_edit(can, order, outcome)
        assert isinstance(error, NotDrawable)

    def test_a_mask_is_heeded_or_refused(self) -> None:
        photograph = a_photograph()
        mask = a_mask(photograph.width, photograph.height)
        order = an_order(self.pixels_prompt, photograph, ratio="4:3", mask=mask)
        self._check_edit(*self.draw(lambda engine: _outcome(engine, order)))

    def test_closing_it_early_stops_it_and_leaves_it_usable(self) -> None:
        async def stop(engine: Engine) -> tuple[float, list[EngineEvent]]:
            events = engine.paint(an_order(self.prompt, n=2))
            await anext(events)
            started = time.monotonic()
            await events.aclose()
            return time.monotonic() - started, await events_of(engine, an_order(self.prompt))

        took_s, events = self.draw(stop)
        assert took_s < STOPS_WITHIN_S
        assert len(_painted(events)) == 1

    def test_cancelling_stops_it_and_leaves_it_usable(self) -> None:
        async def stop(engine: Engine) -> tuple[float, list[EngineEvent]]:
            drawing = asyncio.create_task(events_of(engine, an_order(self.prompt, n=2)))
            for _ in range(20):
                await asyncio.sleep(0)
            started = time.monotonic()
            drawing.cancel()
            await asyncio.gather(drawing, return_exceptions=True)
            return time.monotonic() - started, await events_of(engine, an_order(self.prompt))

        took_s, events = self.draw(stop)
        assert took_s < STOPS_WITHIN_S
        assert len(_painted(events)) == 1

    def test_orders_at_the_same_time_do_not_mix(self) -> None:
        orders = [an_order(self.prompt, ratio=ratio, seed=seed) for seed, ratio in enumerate(("3:2", "2:3"))]

        async def both(engine: Engine) -> tuple[Capabilities, list[list[EngineEvent]]]:
            told = await asyncio.gather(*(events_of(engine, order) for order in orders))
            return engine.capabilities, told

        can, told = self.draw(both)
        for order, events in zip(orders, told, strict=True):
            (painted,) = _painted(events)
            _check_picture(painted.picture, can, order)

    def test_after_a_crash_its_pictures_are_found_again_where_that_is_claimed(self) -> None:
        order = an_order(self.prompt, n=2)
        (can, first), (_, again) = (self.draw(lambda engine: _told(engine, order)) for _ in range(2))
        if can.finds_again:
            images = [
                {event.index: event.picture.image for event in _painted(events)} for events in (first, again)
            ]
            assert images[0] == images[1]

    def test_whatever_is_written_leads_to_a_picture_or_to_an_error_that_is_meant(self) -> None:
        async def write(engine: Engine) -> list[str]:
            wrong = []
            for prompt in self.hostile_prompts:
                try:
                    events = await events_of(engine, an_order(prompt))
                except PaintoverError as error:
                    told = [error]
                else:
                    told = [event.error for event in events if isinstance(event, Spoiled)]
                    if len(_painted(events)) + len(told) != 1:
                        wrong.append(f"{prompt[:40]!r}: neither one picture nor one error")
                wrong += [f"{prompt[:40]!r}: an error without words" for error in told if not error.message]
            return wrong

        assert self.draw(write) == []

    def _check_edit(
        self, can: Capabilities, order: Work, outcome: list[EngineEvent] | PaintoverError
    ) -> None:
        if isinstance(outcome, PaintoverError):
            assert isinstance(outcome, NotDrawable), "what is not claimed is refused as not drawable"
            assert outcome.message.strip()
            return
        (painted,) = _painted(outcome)
        _check_picture(painted.picture, can, order)


async def _told(engine: Engine, order: Work) -> tuple[Capabilities, list[EngineEvent]]:
    return engine.capabilities, await events_of(engine, order)


async def _outcome(
    engine: Engine, order: Work
) -> tuple[Capabilities, Work, list[EngineEvent] | PaintoverError]:
    if engine.capabilities.allow(order):
        return engine.capabilities, order, await events_of(engine, order)
    return engine.capabilities, order, await error_of(engine, order)


def _painted(events: list[EngineEvent]) -> list[Painted]:
    return [event for event in events if isinstance(event, Painted)]


def _pixels(image: bytes) -> Any:
    return pyvips.Image.new_from_buffer(image, "", fail_on="truncated").copy_memory()


def _check_picture(picture: Picture, can: Capabilities, order: Work) -> None:
    """Whole, of the size that it says, and of a size that was asked for."""
    assert picture.image.startswith(_MAGIC[picture.media_type])
    pixels = _pixels(picture.image)
    assert (pixels.width, pixels.height) == (picture.width, picture.height)
    assert (picture.width, picture.height) == can.nearest_size(order.width, order.height)
    json.dumps(picture.scene)
    assert all(note.strip() for note in picture.notes)
