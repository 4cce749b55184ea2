"""What is drawn with a photograph is a scene, and is edited as any other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import pyvips

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.drawing.encode import encode_png
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.illustrator.photo import edit_photo
from paintover.engines.illustrator.scene import Scene
from paintover.engines.protocol import Picture, SourceImage, Work
from tests.engines.illustrator.test_photo import asked, photo
from tests.pixels import pixels

PHOTO = photo()


def finished(work: Work) -> Picture:
    *_, last = picture_steps(work, 0)
    assert isinstance(last, Picture)
    return last


def first(prompt: str) -> Picture:
    return finished(asked(prompt, language="en"))


def after(picture: Picture, prompt: str, used: tuple[SourceImage, ...] = (PHOTO,)) -> Picture:
    source = SourceImage(
        gen_id="gen_2",
        image=picture.image,
        media_type="image/png",
        width=picture.width,
        height=picture.height,
        scene=picture.scene,
    )
    work = replace(asked(prompt, source, language="en"), used=used)
    return finished(replace(work, width=picture.width, height=picture.height))


def scene_of(picture: Picture) -> Scene:
    assert picture.scene is not None
    return Scene.from_json(picture.scene)


def kinds(picture: Picture) -> list[str]:
    return [thing.kind for thing in scene_of(picture).objects]


def test_what_was_drawn_onto_it_can_be_moved_and_removed_and_all_else_stays_to_the_bit() -> None:
    bare = edit_photo(asked("crop")).pixels()
    cat = first("add a cat on the right")
    moved = after(cat, "move the cat to the far left")
    assert kinds(moved) == ["cat"]
    was, now = (scene_of(one).layout["o1"].box for one in (cat, moved))
    assert now[0] < was[0] - 100
    columns = np.nonzero((pixels(moved.image) != bare).any(axis=(0, 2)))[0]
    assert columns.max() < 200
    assert (pixels(after(moved, "remove the cat").image) == bare).all()


def test_a_room_in_which_it_hangs_is_furnished_and_darkened_around_it() -> None:
    room = first("put it in a frame on the wall of a living room")
    assert room.notes == ()
    night = after(after(room, "add a cat"), "make it night")
    assert kinds(night) == ["cat"]
    assert scene_of(night).env.time == "night"
    shown = [np.abs(pixels(one.image).astype(int)[..., 2] - 60) < 12 for one in (room, night)]
    assert shown[0].mean() > 0.1
    assert (shown[0] & shown[1]).sum() > 0.7 * shown[0].sum()


def test_its_words_are_changed_and_taken_off_again() -> None:
    worded = first('write "Hello" on it')
    other = after(worded, 'change the caption to "Bye"')
    assert (scene_of(worded).caption, scene_of(other).caption) == ("Hello", "Bye")
    bare = after(other, "remove the caption")
    assert (pixels(bare.image) == edit_photo(asked("crop")).pixels()).all()


def test_without_the_photograph_it_is_pixels_and_can_still_be_drawn_upon() -> None:
    dog = after(first("add a cat on the left"), "add a dog on the right", used=())
    assert kinds(dog) == ["dog"]
    assert scene_of(dog).uses == ("gen_2",)
    with pytest.raises(NotDrawable):
        after(first("add a cat"), "remove the cat", used=())


@pytest.mark.parametrize(
    ("prompt", "size"), [("crop it to the left half", (152, 200)), ("rotate it by 90 degrees", (200, 304))]
)
def test_to_cut_and_to_turn_is_done_to_all_of_it(prompt: str, size: tuple[int, int]) -> None:
    done = after(first("add a cat"), prompt)
    assert (done.width, done.height) == size
    assert done.scene is None


@pytest.mark.parametrize(
    ("prompt", "way"),
    [
        ("move the poster to the left", (-1, 0, 0)),
        ("把海报往右移一点", (1, 0, 0)),
        ("hang the poster higher", (0, -1, 0)),
        ("make the photo bigger", (0, 0, 1)),
        ("把海报缩小一点", (0, 0, -1)),
    ],
)
def test_a_photograph_in_the_picture_is_moved_and_resized(prompt: str, way: tuple[int, int, int]) -> None:
    room = after(first("put it on the wall as a poster"), "make the poster smaller")
    done = after(room, prompt)
    (was,), (now,) = scene_of(room).photographs, scene_of(done).photographs
    assert was.at is not None
    assert now.at is not None
    assert tuple(np.sign(np.round(np.subtract(now.at, was.at)[:3], 3))) == way
    assert (pixels(done.image) != pixels(room.image)).any()


def test_a_photograph_is_taken_down_and_the_rest_stays() -> None:
    room = after(first("put it on the wall as a poster"), "add a cat")
    bare = after(room, "take down the poster")
    assert (scene_of(bare).photographs, scene_of(bare).uses) == ((), ())
    assert scene_of(bare).objects == scene_of(room).objects
    assert (np.abs(pixels(bare.image).astype(int)[..., 2] - 60) < 12).mean() < 0.1


def test_to_flip_somebody_is_not_to_flip_the_photograph() -> None:
    cat = first("add a cat")
    flipped = after(cat, "flip the cat")
    assert scene_of(flipped).layout["o1"].flip != scene_of(cat).layout["o1"].flip
    assert (pixels(flipped.image)[:, :40] == pixels(cat.image)[:, :40]).all()


def test_the_hour_of_a_photograph_is_not_changed_but_snow_falls_on_it() -> None:
    cat = first("add a cat")
    with pytest.raises(NotDrawable, match="photograph"):
        after(cat, "make it night")
    both = after(cat, "make it night and add a dog")
    assert sorted(kinds(both)) == ["cat", "dog"]
    assert "hour of a photograph" in " ".join(both.notes)
    assert (pixels(after(cat, "let it snow").image) != pixels(cat.image)).mean() > 0.002


@pytest.mark.parametrize(
    ("prompt", "size"),
    [
        ("crop the top third off", (304, 134)),
        ("cut off the left quarter", (228, 200)),
        ("trim 10% off the bottom", (304, 180)),
        ("裁掉右边一半", (152, 200)),
        ("把下面的四分之一裁掉", (304, 150)),
    ],
)
def test_so_much_of_a_side_is_cut_off(prompt: str, size: tuple[int, int]) -> None:
    done = edit_photo(asked(prompt))
    assert (done.width, done.height) == size
    assert done.notes == ()


@pytest.mark.parametrize("prompt", ["make it grey", "rotate it by 40 degrees", "旋转180度"])
def test_what_is_clear_stays_clear(prompt: str) -> None:
    rows, columns = np.mgrid[0:200, 0:200]
    disc = (rows - 100) ** 2 + (columns - 100) ** 2 < 80**2
    shown = np.zeros((200, 200, 4), np.uint8)
    shown[disc] = (200, 30, 30, 255)
    source = SourceImage(
        gen_id="gen_1", image=encode_png(shown), media_type="image/png", width=200, height=200
    )
    done = edit_photo(asked(prompt, source, ratio="1:1")).pixels()
    assert done.shape == (248, 248, 4)
    assert done[4, 4, 3] == done[243, 243, 3] == 0
    assert done[124, 124, 3] == 255


def test_what_is_put_on_paper_is_cut_out_and_a_photograph_itself_is_not() -> None:
    sticker = after(first("make it a sticker"), "add a dog in the lower right corner")
    clear = after(sticker, "transparent background")
    shown = pyvips.Image.pngload_buffer(clear.image).numpy()
    assert shown.shape[2] == 4
    assert shown[2, 2, 3] == 0
    assert (shown[..., 3] == 255).mean() > 0.2
    with pytest.raises(NotDrawable):
        after(first("add a dog"), "transparent background")
