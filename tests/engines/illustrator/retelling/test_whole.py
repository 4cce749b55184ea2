"""What is asked of the picture as a whole: tone, distance, mirror, a backdrop out of focus."""

from __future__ import annotations

from contextlib import suppress

import msgspec
import numpy as np
import pytest
import pyvips

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.drawing.filters import FILTER_WORDS, as_svg, filtered, graded
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.drawing.svg import svg_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.retelling.whole import of_the_whole
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.raster import Pixels
from paintover.engines.illustrator.staging.layout import arrange, scene_size

ALL_FILTERS = [*dict(FILTER_WORDS), "pastel", "cinema"]


def made(prompt: str) -> Scene:
    return draw(
        arrange(compose_scene(prompt, ratio="1:1", seed=3, language=language_of(prompt)).scene), 256, 256
    ).scene


def edited(scene: Scene, wish: str) -> Scene:
    return edit_scene(wish, [scene], ratio=scene.ratio, seed=4, language=language_of(wish)).scene


def shown(scene: Scene) -> Pixels:
    return graded(draw(arrange(scene), 256, 256).pixels, scene.grade)


@pytest.mark.parametrize(
    ("wish", "grade"),
    [
        ("make it darker", ("darker",)),
        ("a bit brighter please", ("brighter",)),
        ("it's too dark", ("brighter",)),
        ("让画面更亮一点", ("brighter",)),
        ("太亮了", ("darker",)),
        ("black and white", ("grey",)),
        ("变成黑白的", ("grey",)),
        ("make it more colorful", ("vivid",)),
        ("颜色淡一点", ("pastel",)),
        ("整体暖一点", ("warm",)),
        ("make it look more cinematic", ("cinema",)),
    ],
)
def test_a_tone_is_a_change_of_the_whole_and_of_nothing_else(wish: str, grade: tuple[str, ...]) -> None:
    before = made("a dog on a skateboard in the park")
    after = edited(before, wish)
    assert after.grade == grade
    assert msgspec.structs.replace(after, grade=()) == before


@pytest.mark.parametrize(
    "wish", ["make the dog darker", "make the dog black and white", "狗黑一点", "add a bright lamp"]
)
def test_what_is_said_of_a_thing_is_not_said_of_the_whole(wish: str) -> None:
    assert of_the_whole(wish, new=False).steps == ()


def test_a_tone_and_a_thing_in_one_wish() -> None:
    after = edited(made("a dog in the park"), "make it darker and add a moon")
    assert after.grade == ("darker",)
    assert [thing.kind for thing in after.objects] == ["dog", "moon"]


def test_opposites_lead_back() -> None:
    before = made("a dog in the park")
    dark = edited(before, "make it darker")
    assert shown(dark).mean() < shown(before).mean() - 10
    assert edited(dark, "make it brighter") == before
    darkest = edited(edited(dark, "darker"), "darker")
    assert darkest.grade == ("darker",) * 3
    with pytest.raises(NotDrawable, match="already"):
        edited(darkest, "darker")


def test_colours_come_back() -> None:
    before = made("a dog in the park")
    grey = edited(before, "in black and white")
    seen = shown(grey)
    assert np.array_equal(seen[..., 0], seen[..., 2])
    assert edited(grey, "back in colour") == before


def test_a_new_picture_in_black_and_white_is_not_a_black_and_white_cat() -> None:
    assert made("a cat in black and white").grade == ("grey",)
    assert made("一只猫，背景虚化").soft
    pied = made("a black and white cat")
    assert pied.grade == ()
    assert pied.objects[0].colour is not None


@pytest.mark.parametrize("wish", ["zoom in", "crop it closer", "拉近一点"])
def test_closer_shows_everybody_larger_and_whole(wish: str) -> None:
    before = made("a cat on a sofa")
    closer = draw(edited(before, wish), 256, 256).scene
    width, height = scene_size(before)
    for name, placement in closer.layout.items():
        old, (x0, y0, x1, y1) = before.layout[name].box, placement.box
        assert (x1 - x0) > (old[2] - old[0])
        assert min(x0, y0, width - x1, height - y1) > 0
    farther = draw(edited(before, "zoom out"), 256, 256).scene
    assert all(farther.layout[name].scale < before.layout[name].scale for name in before.layout)


def test_no_closer_than_all_of_it_can_be_seen() -> None:
    scene = made("a cat on a sofa")
    with suppress(NotDrawable):
        for _ in range(12):
            scene = draw(edited(scene, "zoom in"), 256, 256).scene
    with pytest.raises(NotDrawable, match="already"):
        edited(scene, "zoom in")


def test_the_whole_picture_is_mirrored() -> None:
    before = made("a cat to the left of a dog")
    cat, dog = sorted(before.objects, key=lambda thing: thing.kind)
    assert before.layout[cat.id].x < before.layout[dog.id].x
    for wish in ("flip it horizontally", "左右翻转"):
        after = edited(before, wish)
        assert after.layout[cat.id].x > after.layout[dog.id].x


def test_a_backdrop_out_of_focus_leaves_those_before_it_sharp() -> None:
    before = made("a dog in the park")
    after = edited(before, "blur the background")
    x0, y0, x1, y1 = before.layout[before.objects[0].id].box
    k = 256 / scene_size(before)[0]
    middle = (round((y0 + y1) / 2 * k), round((x0 + x1) / 2 * k))
    sharp, soft = shown(before), shown(after)
    assert np.array_equal(sharp[middle], soft[middle])
    assert np.abs(np.diff(soft[:40].astype(int))).sum() < np.abs(np.diff(sharp[:40].astype(int))).sum()
    assert edited(after, "unblur the background") == before


@pytest.mark.parametrize("name", ALL_FILTERS)
def test_a_filter_keeps_shape_and_clearness(name: str) -> None:
    picture = np.random.default_rng(1).integers(0, 256, (240, 320, 4), np.uint8)
    done = graded(picture, [name])
    assert done.shape == picture.shape
    assert np.array_equal(done[..., 3], picture[..., 3])
    assert not np.array_equal(done[..., :3], picture[..., :3])


@pytest.mark.parametrize("name", [name for name in ALL_FILTERS if name not in ("blur", "sharpen", "cinema")])
def test_the_written_filter_does_about_the_same(name: str) -> None:
    scene = msgspec.structs.replace(made("a dog in the park"), grade=(name,))
    flat = msgspec.structs.replace(scene, grade=())
    written = pyvips.Image.svgload_buffer(svg_of(scene, 256, 256)).flatten().numpy()
    plain = pyvips.Image.svgload_buffer(svg_of(flat, 256, 256)).flatten().numpy()
    assert as_svg([name])
    assert np.abs(written.astype(int) - filtered(np.ascontiguousarray(plain), name)).mean() < 6


def test_words_under_the_picture_grow_and_shrink() -> None:
    before = made('a dog, with the text "Hello"')
    larger = edited(before, "make the text bigger")
    smaller = edited(before, "字小一点")
    white = [(shown(one)[150:] > 250).all(axis=-1).sum() for one in (smaller, before, larger)]
    assert white == sorted(white)
    assert white[0] < white[2]
    with pytest.raises(NotDrawable, match="no words in the picture"):
        edited(made("a dog"), "make the text bigger")


@pytest.mark.parametrize(
    "wish", ["give the dog another color", "make the dog a different colour", "给狗换个颜色"]
)
def test_another_colour_is_one_that_nothing_there_has(wish: str) -> None:
    red = edited(made("a dog and a red ball"), wish)
    dog, ball = sorted(red.objects, key=lambda thing: thing.kind == "ball")
    assert dog.colour not in (None, ball.colour)


def test_leaves_turn_with_the_year_unless_a_colour_was_asked_for() -> None:
    summer, autumn, winter = (
        shown(made(words)) for words in ("a tree", "a tree in autumn", "a tree in the snow")
    )
    tree = made("a tree in autumn").layout["o1"].box
    k = 256 / scene_size(made("a tree"))[0]
    crown = (slice(round(tree[1] * k) + 12, round(tree[1] * k) + 40), slice(round(tree[0] * k) + 30, round(tree[2] * k) - 30))  # fmt: skip
    red, green, _ = autumn[crown].mean(axis=(0, 1))
    assert red > green
    assert summer[crown].mean(axis=(0, 1))[1] > summer[crown].mean(axis=(0, 1))[0]
    assert winter[crown].mean() > 180
    assert made("a blue tree in autumn").objects[0].colour == "blue"


def test_who_is_under_a_tree_is_what_the_picture_is_about() -> None:
    scene = made("a fox sleeping under a big tree")
    fox = next(thing for thing in scene.objects if thing.kind == "fox")
    x0, y0, x1, y1 = scene.layout[fox.id].box
    assert max(x1 - x0, y1 - y0) > 0.14 * scene_size(scene)[1]
