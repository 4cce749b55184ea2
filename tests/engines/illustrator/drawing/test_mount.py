"""Photographs in drawn pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.drawing.mount import Mounting, cuts_out, mounting_of
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.photo import Photo, edit_photo
from paintover.engines.protocol import Picture, Preview, SourceImage, Work
from tests.engines.illustrator.test_engine import order
from tests.engines.illustrator.test_photo import asked, photo
from tests.pixels import pixels

WISHES: list[tuple[str, Mounting]] = [
    ("把这张照片贴在墙上做海报", "poster"),
    ("做成海报贴在墙上", "poster"),
    ("put this on the wall as a poster", "poster"),
    ("turn it into a poster", "poster"),
    ("把照片挂在墙上", "framed"),
    ("hang it on the wall", "framed"),
    ("贴在街上的广告牌上", "billboard"),
    ("put it on a billboard", "billboard"),
    ("放到电视上", "tv"),
    ("show it on a TV", "tv"),
    ("放在手机屏幕上", "phone"),
    ("show it on my phone", "phone"),
    ("做成贴纸", "sticker"),
    ("make it a sticker", "sticker"),
    ("做成拍立得", "polaroid"),
    ("make it a polaroid", "polaroid"),
    ("Als Poster an die Wand hängen", "poster"),
    ("encadrée au mur", "framed"),
    ("스티커로 만들어줘", "sticker"),
    ("用这张照片做背景，画一只猫", "background"),
    ("use this photo as the background and put a cat in front", "background"),
]


def made(prompt: str, ratio: str = "3:2") -> Photo:
    return edit_photo(asked(prompt, ratio=ratio, language="zh" if language_of(prompt) == "zh" else "en"))


@pytest.mark.parametrize(("prompt", "mounting"), WISHES)
def test_each_is_understood_in_both_languages(prompt: str, mounting: Mounting) -> None:
    assert made(prompt).mounting == mounting


@pytest.mark.parametrize(("prompt", "mounting"), WISHES[:-2])
@pytest.mark.parametrize("ratio", ["2:3", "16:9"])
def test_the_photograph_is_seen_in_the_picture(prompt: str, mounting: Mounting, ratio: str) -> None:
    """The test's photograph has all its colours in one plane, which no backdrop has."""
    shown = made(prompt, ratio).pixels().astype(int)
    seen = np.abs(shown[..., 2] - 60) < 12
    spread = np.ptp(shown[seen][:, 0]), np.ptp(shown[seen][:, 1])
    assert seen.mean() > 0.04
    assert min(spread) > 120


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("把照片挂在墙上，下面坐着一只猫", ["cat"]),
        ("put it on the wall as a poster, a dog sits in front of it", ["dog"]),
        ("放到电视上，前面坐着两只猫", ["cat", "cat"]),
        ("use this photo as the background and put a cat in front", ["cat"]),
        ("用照片做背景，画三只狗", ["dog", "dog", "dog"]),
        ('add a cat saying "Hello" on the right', ["cat"]),
        ("变成黑白的，右边加一只红气球", ["balloon"]),
    ],
)
def test_actors_play_before_it(prompt: str, kinds: list[str]) -> None:
    photograph = made(prompt)
    assert photograph.guests is not None
    assert [thing.kind for thing in photograph.guests.scene.objects] == kinds
    assert (photograph.pixels() != replace(photograph, guests=None).pixels()).any(axis=-1).mean() > 0.01


@pytest.mark.parametrize(
    "prompt",
    [
        "把背景换成海边",
        "remove the background",
        "change the background to a beach",
        "抠图",
        "把天空变成红色",
        "remove the man",
    ],
)
def test_what_would_have_to_see_the_photograph_is_refused_in_one_line(prompt: str) -> None:
    with pytest.raises(NotDrawable) as refusal:
        made(prompt)
    assert "\n" not in refusal.value.message
    assert mounting_of(prompt)[0] is None


def test_what_is_left_undone_is_told() -> None:
    assert "去掉中间的人" in "".join(made("黑白，去掉中间的人").notes)
    assert "remove the man" in "".join(made("make it grey and remove the man").notes)
    assert made("make it grey, please").notes == ()


def test_backgrounds_are_only_cut_out_where_that_is_asked() -> None:
    assert not cuts_out("用照片做背景")
    assert cuts_out("把背景去掉")


@pytest.mark.parametrize(
    ("prompt", "steps"),
    [
        ("向右旋转90度", ("turn-right",)),
        ("rotate it 90 degrees counterclockwise", ("turn-left",)),
        ("旋转180度", ("half-turn",)),
        ("flip it vertically", ("flop",)),
        ("更鲜艳一点", ("vivid",)),
        ("make it warmer and sharper", ("sharpen", "warm")),
        ("完整放进去，不要裁剪", ("fit",)),
        ("裁成圆形头像", ("round",)),
        ("负片", ("invert",)),
    ],
)
def test_more_can_be_done_to_it(prompt: str, steps: tuple[str, ...]) -> None:
    photograph = made(prompt)
    assert photograph.steps == steps
    assert (photograph.pixels().shape[:2]) == (photograph.height, photograph.width)


def test_a_turn_swaps_the_sides_and_four_of_them_are_none() -> None:
    turned, plain = made("rotate it right"), made("crop")
    assert (turned.width, turned.height) == (plain.height, plain.width)
    assert (np.rot90(turned.pixels(), 1) == plain.pixels()).all()
    assert (made("旋转180度").pixels()[::-1, ::-1] == plain.pixels()).all()


def test_nothing_is_cut_off_where_it_is_to_fit() -> None:
    whole = made("完整放进去", ratio="1:1")
    assert whole.notes == ()
    middle = whole.pixels()[124].astype(int)
    assert middle[0, 0] < 12
    assert middle[-1, 0] > 240


def _source(picture: Picture | None, image: SourceImage | None = None) -> SourceImage:
    if picture is None:
        assert image is not None
        return image
    return SourceImage(
        gen_id="gen_drawn", image=picture.image, media_type="image/png", width=picture.width,
        height=picture.height, scene=picture.scene, seed=picture.seed,
    )  # fmt: skip


def finished(work: Work) -> Picture:
    *_, last = picture_steps(work, 0)
    assert isinstance(last, Picture)
    return last


def test_a_photograph_is_put_into_a_drawn_picture() -> None:
    first = finished(order("房间里一只猫", ratio="3:2"))
    work = replace(
        order("把第二张贴在墙上做海报", ratio="3:2"), sources=(_source(first), _source(None, photo()))
    )
    shown = pixels(finished(work).image).astype(int)
    before = pixels(first.image).astype(int)
    changed = (np.abs(shown - before) > 8).any(axis=-1)
    assert 0.03 < changed.mean() < 0.4
    assert (np.abs(shown[changed][:, 2] - 60) < 12).mean() > 0.4


def test_previews_are_the_stages_of_the_work() -> None:
    work = replace(asked("把照片挂在墙上，下面坐着一只猫"), previews=3)
    steps = list(picture_steps(work, 0))
    previews = [pixels(step.image) for step in steps if isinstance(step, Preview)]
    assert len(previews) == 3
    assert len({preview.tobytes() for preview in previews}) == 3
    last = steps[-1]
    assert isinstance(last, Picture)
    assert (previews[-1] == pixels(last.image)).all()
