"""The families whose words are read by a language model, each loaded, drawn with and edited with through the worker."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pyvips

from paintover.domain.errors import NotDrawable
from paintover.engines.diffusers.engine import DiffusersEngine
from paintover.engines.protocol import Capabilities, Painted, Picture, Preview
from paintover.testing import an_order, error_of, events_of
from paintover.testing.orders import a_mask, a_photograph
from tests_diffusers.conftest import Loop
from tests_diffusers.test_engine import SIZE, Bench, distance

EDITS: dict[str, tuple[int, bool]] = {
    "flux2": (10, False),
    "klein": (4, True),
    "qwen-edit": (1, True),
    "qwen-edit-plus": (3, False),
    "qwen": (1, True),
    "z-image": (1, True),
}
"""How many sources each takes at most, and whether it heeds a mask."""


@pytest.fixture
def bench(families: Path, loop: Loop) -> Bench:
    return Bench(families, loop)


def options(bench: Bench, model: str, **further: Any) -> dict[str, Any]:
    """Of an engine that edits with `model`, and draws with it where it can."""
    # What is drawn over needs some more: of two steps, none would begin at the picture.
    parameters = {"steps": 4 if model in ("qwen", "z-image") else 2}
    if model.startswith("qwen-edit"):
        edit = {"model": str(bench.models / model), "parameters": parameters}
        return {"model": str(bench.models / "z-image"), "edit": edit, "parameters": parameters, **further}
    return {"model": str(bench.models / model), "parameters": parameters, **further}


def photographs(count: int) -> list[Any]:
    return [a_photograph(SIZE[0] + 32 * number, SIZE[1]) for number in range(count)]


def noise() -> bytes:
    """A picture of `SIZE` that is like no photograph."""
    grey: Any = pyvips.Image.gaussnoise(*SIZE, mean=128, sigma=80, seed=3)
    coloured = (grey.bandjoin([grey.flipver(), grey.fliphor()])).cast("uchar")
    return bytes(coloured.copy(interpretation="srgb").pngsave_buffer())


def change(bench: Bench, model: str, *sources: Any, **order: Any) -> Picture:
    """The picture of an edit."""
    work = an_order("make it night", *sources, ratio="4:3", size=SIZE, **order)
    return bench.draw(work, **options(bench, model))


@pytest.mark.parametrize("model", list(EDITS))
def test_what_a_family_can_do_is_declared_and_the_rest_refused_in_words(bench: Bench, model: str) -> None:
    most, masks = EDITS[model]

    async def ask(engine: DiffusersEngine) -> tuple[Capabilities, str]:
        work = an_order("make it night", *photographs(most + 1), ratio="4:3", size=SIZE)
        error = await error_of(engine, work)
        assert isinstance(error, NotDrawable)
        return engine.capabilities, error.message

    can, words = bench.use(ask, **options(bench, model))
    # What draws beside a model for edits may heed a mask where that does not.
    assert can.edits == {"pixels"}
    assert (can.max_sources, can.masks) == (most, masks or model.startswith("qwen"))
    assert f"at most {most} pictures" in words


@pytest.mark.parametrize("model", ["flux2", "klein", "qwen", "z-image"])
def test_a_family_draws_several_at_once(bench: Bench, model: str) -> None:
    order = an_order("an ox", ratio="4:3", size=SIZE, n=2, previews=1)
    events = bench.use(lambda engine: events_of(engine, order), **options(bench, model))
    painted = [event.picture for event in events if isinstance(event, Painted)]
    assert [(one.width, one.height) for one in painted] == [SIZE, SIZE]
    assert distance(painted[0].image, painted[1].image) > 0
    shows = any(isinstance(event, Preview) for event in events)
    assert shows is (model in ("qwen", "z-image"))


@pytest.mark.parametrize("model", list(EDITS))
def test_a_family_looks_at_every_picture_that_it_is_given(bench: Bench, model: str) -> None:
    first, second = photographs(2)
    alone = change(bench, model, first)
    assert (alone.width, alone.height) == SIZE
    if EDITS[model][0] == 1:
        other = replace(first, image=noise())
        assert distance(change(bench, model, other).image, alone.image) > 0
        return
    both, twice = change(bench, model, first, second), change(bench, model, first, second, seed=1)
    assert distance(both.image, alone.image) > 0
    assert twice.image != both.image


@pytest.mark.parametrize("model", ["klein", "qwen-edit", "qwen-edit-plus", "qwen", "z-image"])
def test_an_edit_within_a_mask_is_drawn_with_previews_asked_for(bench: Bench, model: str) -> None:
    masked = change(bench, model, *photographs(1), mask=a_mask(*SIZE), previews=1)
    assert (masked.width, masked.height) == SIZE


@pytest.mark.parametrize("count", [2, 3])
def test_a_mask_with_several_pictures_leaves_none_of_them_out(bench: Bench, count: int) -> None:
    few, more = (
        change(bench, "klein", *photographs(each), mask=a_mask(*SIZE)) for each in (count - 1, count)
    )
    assert distance(few.image, more.image) > 0


@pytest.mark.parametrize(("model", "dtype"), [("klein", "bfloat16"), ("z-image", "bfloat16")])
def test_weights_are_kept_as_what_is_said(bench: Bench, model: str, dtype: str) -> None:
    order = an_order("an ox", ratio="4:3", size=SIZE)
    exact = bench.draw(order, **options(bench, model))
    rough = bench.draw(order, **options(bench, model, dtype=dtype))
    assert rough.image != exact.image
    assert distance(rough.image, exact.image) < 30
