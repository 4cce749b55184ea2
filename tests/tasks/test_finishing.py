"""What becomes of an engine's picture on its way into the store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paintover.domain.call import Output
from paintover.domain.ratio import SQUARE
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.protocol import Picture, SourceImage, Work
from paintover.tasks.finishing import Finish
from tests.pictures import mask_of, outside
from tests.pixels import pixels

SIDE = 320
SMALL_WEBP = Output(format="webp", compression=85)
ROOM = (200, 120, 320, 320)
"""Where a second actor may come in."""


def drawn(prompt: str, output: Output, source: Picture | None = None, mask: bytes | None = None) -> Picture:
    sources = () if source is None else (as_source(source),)
    work = Work(
        task_id="t",
        prompt=prompt,
        ratio=SQUARE,
        width=SIDE,
        height=SIDE,
        n=1,
        seed=7,
        sources=sources,
        mask=mask,
    )
    *_, picture = picture_steps(replace(work, output=output), 0)
    assert isinstance(picture, Picture)
    return picture


def as_source(picture: Picture) -> SourceImage:
    return SourceImage(
        gen_id="gen_1",
        image=picture.image,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        scene=picture.scene,
    )


def test_a_file_that_was_written_as_wanted_stays_as_it_is() -> None:
    finish = Finish(output=SMALL_WEBP, language="en")
    picture = drawn("a cat", finish.wish)
    assert picture.media_type == "image/webp"
    assert not finish.changes(picture)
    assert finish.picture(picture).image == picture.image


def test_a_file_that_was_written_otherwise_is_made_what_was_wanted() -> None:
    finish = Finish(output=SMALL_WEBP, language="en")
    wanted = drawn("a cat", SMALL_WEBP).image
    assert finish.picture(drawn("a cat", Output())).image == wanted
    unheeded = replace(drawn("a cat", Output(format="webp")), output=None)
    assert finish.changes(unheeded)
    assert finish.picture(unheeded).image == wanted
    best = Output(format="webp")
    assert not Finish(output=best, language="en").changes(replace(unheeded, output=None))
    liar = replace(drawn("a cat", Output()), output=SMALL_WEBP)
    assert finish.picture(liar).media_type == "image/webp"


@pytest.mark.parametrize("output", [Output(), SMALL_WEBP, Output(format="jpeg", compression=80)])
def test_a_masked_edit_of_a_lossy_picture_keeps_its_scene(output: Output) -> None:
    first = drawn("a cat on a meadow", output)
    mask = mask_of(SIDE, SIDE, ROOM)
    finish = Finish(output=output, language="en", source=as_source(first), mask=mask)
    assert finish.wish == Output()
    kept = finish.picture(drawn("add a dog", finish.wish, first, mask))
    assert kept.scene is not None
    assert len(kept.scene["objects"]) == 2
    assert kept.notes == ()
    assert kept.media_type == first.media_type


@pytest.mark.parametrize("output", [Output(), SMALL_WEBP])
def test_an_edit_that_leaves_its_mask_loses_its_scene(output: Output) -> None:
    first = drawn("a cat on a meadow", output)
    mask = mask_of(SIDE, SIDE, (0, 0, 60, 60))
    finish = Finish(
        output=replace(output, compression=100), language="en", source=as_source(first), mask=mask
    )
    painted = drawn("make it night", finish.wish, first, mask)
    kept = finish.picture(painted)
    assert kept.scene is None
    assert kept.notes
    assert (outside(pixels(kept.image), (0, 0, 60, 60)) == outside(pixels(first.image), (0, 0, 60, 60))).all()
