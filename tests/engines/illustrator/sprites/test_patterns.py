"""Patterns in pixels: both colours show, on the thing alone, and faces stay what they were."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.drawing.styles import in_style
from paintover.engines.illustrator.drawing.svg import svg_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import PatternName, Scene, Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.patterns import NATURAL
from paintover.engines.illustrator.sprites.raster import Pixels, rasterise
from paintover.engines.illustrator.sprites.stock import figure_of, takes_pattern
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.scenes import scene, thing
from tests.pixels import pixels

PATTERNS: tuple[PatternName, ...] = ("striped", "spotted", "checked", "flowered")


def patterned(one: Thing, pattern: PatternName | None, second: str | None = None) -> Thing:
    return msgspec.structs.replace(one, pattern=pattern, second=second)


def a_ball(pattern: PatternName | None) -> Scene:
    return arrange(scene(patterned(thing("o1", "ball", colour="red"), pattern, "white" if pattern else None)))


def inside(made: Scene, picture: Pixels) -> Pixels:
    """The middle of the first thing, in its box."""
    scale = picture.shape[1] / 1024
    x0, y0, x1, y1 = (side * scale for side in draw(made).scene.layout["o1"].box)
    wide, high = (x1 - x0) * 0.2, (y1 - y0) * 0.2
    return picture[int(y0 + high) : int(y1 - high), int(x0 + wide) : int(x1 - wide)]


def shares(part: Pixels) -> tuple[float, float]:
    """Of red and of white."""
    red, green, blue = (part[..., channel].astype(int) for channel in range(3))
    reddish = (red - np.maximum(green, blue) > 60).mean()
    whitish = ((np.minimum(np.minimum(red, green), blue) > 150) & (np.ptp(part, axis=-1) < 50)).mean()
    return float(reddish), float(whitish)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_both_colours_of_a_pattern_are_on_the_thing(pattern: PatternName) -> None:
    plain, made = a_ball(None), a_ball(pattern)
    red, white = shares(inside(made, draw(made, 512, 512).pixels))
    assert red > 0.25
    assert white > (0.03 if pattern == "checked" else 0.2)
    before, after = draw(plain), draw(made)
    placed = after.scene.layout["o1"]
    changed = (before.pixels != after.pixels).any(axis=-1)
    for x0, y0, x1, y1 in (placed.box, placed.shadow or placed.box):
        changed[y0:y1, x0:x1] = False
    assert not changed.any()


def test_stripes_are_bands_that_take_turns() -> None:
    made = a_ball("striped")
    part = inside(made, draw(made).pixels)
    column = part[:, part.shape[1] // 2].astype(int)
    is_red = column[:, 0] - column[:, 1] > 60
    assert 4 <= int(np.count_nonzero(np.diff(is_red))) <= 40


def test_three_colours_take_turns_too() -> None:
    made = arrange(scene(patterned(thing("o1", "ball", colour="red"), "striped", "white blue")))
    part = inside(made, draw(made).pixels)
    blue = (part[..., 2].astype(int) - part[..., 0] > 60).mean()
    red, white = shares(part)
    assert min(red, white, blue) > 0.15


def test_a_large_picture_and_the_svg_show_the_same_pattern() -> None:
    made = a_ball("striped")
    small, large = draw(made, 512, 512).pixels, draw(made, 2048, 2048).pixels
    assert np.abs(np.subtract(shares(inside(made, small)), shares(inside(made, large)))).max() < 0.06
    written = svg_of(draw(made).scene, 512, 512)
    assert written.count(b"<pattern") >= 1
    assert (
        np.abs(np.subtract(shares(inside(made, small)), shares(inside(made, pixels(written))))).max() < 0.12
    )


@pytest.mark.parametrize("style", ["watercolour", "line", "ink", "pixel", "papercut", "neon", "flat"])
def test_a_pattern_shows_in_every_style(style: str) -> None:
    plain, made = (
        in_style(draw(each, 512, 512).pixels, style, 7) for each in (a_ball(None), a_ball("striped"))
    )
    middle = inside(a_ball("striped"), made).astype(int) - inside(a_ball("striped"), plain)
    assert (np.abs(middle).max(axis=-1) > 24).mean() > 0.15


def eyes_of(figure: Figure) -> Pixels:
    """What is seen right at the eyes."""
    whole = rasterise(512, 512, f'<g transform="scale(4)">{figure.body}</g>')
    spots = [
        whole[int(4 * y) - 3 : int(4 * y) + 3, int(4 * x) - 3 : int(4 * x) + 3]
        for x, y in figure.anchors.eyes
    ]
    return np.stack(spots)


@pytest.mark.parametrize("kind", ["cat", "dog", "horse", "rabbit", "panda", "bear", "lion", "pig", "robot"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_eyes_look_out_of_a_pattern(kind: str, pattern: PatternName) -> None:
    plain = figure_of(thing("o1", kind))
    made = figure_of(patterned(thing("o1", kind), pattern))
    assert made.name != plain.name
    assert np.abs(eyes_of(made).astype(int) - eyes_of(plain)).mean() < 12


@pytest.mark.parametrize("kind", ["boy", "girl", "king", "man", "farmer"])
def test_people_wear_a_pattern_and_keep_their_faces_and_hair(kind: str) -> None:
    one = thing("o1", kind)
    plain, made = figure_of(one), figure_of(patterned(one, "striped"))
    before, after = (rasterise(128, 128, figure.body).astype(int) for figure in (plain, made))
    changed = np.abs(before - after).max(axis=-1) > 12
    neck = int(plain.anchors.neck[1])
    assert changed[neck:].mean() > 0.02
    assert changed[: neck - 6].mean() < 0.004


@pytest.mark.parametrize("kind", ["shirt", "dress", "scarf", "coat"])
@pytest.mark.parametrize("wearer", ["boy", "cow"])
def test_worn_clothes_show_their_pattern(kind: str, wearer: str) -> None:
    def made(pattern: PatternName | None) -> Pixels:
        worn = patterned(thing("o2", kind, "wear", "o1", "neck", colour="red"), pattern)
        return draw(arrange(scene(thing("o1", wearer), worn)), 512, 512).pixels

    differs = np.abs(made(None).astype(int) - made("striped")).max(axis=-1) > 30
    assert differs.sum() > 300


def test_most_things_take_a_pattern_and_none_breaks() -> None:
    names = sorted(kinds())[::20]
    things = [patterned(thing("o1", name), PATTERNS[at % 3]) for at, name in enumerate(names)]
    assert sum(takes_pattern(one) for one in things) > 0.85 * len(things)


def test_what_has_the_pattern_by_nature_gets_no_other() -> None:
    for pattern, names in NATURAL.items():
        for name in names:
            one = thing("o1", name)
            assert takes_pattern(patterned(one, pattern)), name  # type: ignore[arg-type]
            assert figure_of(patterned(one, pattern)).body == figure_of(one).body  # type: ignore[arg-type]
