from __future__ import annotations

import numpy as np
import pytest
import pyvips

from paintover.domain.call import Language
from paintover.domain.errors import BadPicture, NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.drawing.encode import encode_png
from paintover.engines.illustrator.photo import edit_photo
from paintover.engines.protocol import SourceImage, Work
from tests.engines.illustrator.scenes import drawn, scene, thing


def photo(width: int = 300, height: int = 200) -> SourceImage:
    rows, columns = np.mgrid[0:height, 0:width]
    pixels = np.stack([columns * 255 // width, rows * 255 // height, np.full_like(rows, 60)], axis=-1)
    return SourceImage(
        gen_id="gen_1",
        image=encode_png(pixels.astype(np.uint8)),
        media_type="image/png",
        width=width,
        height=height,
    )


def asked(
    prompt: str, source: SourceImage | None = None, *, ratio: str = "3:2", language: Language = "zh"
) -> Work:
    shape = parse_ratio(ratio)
    width, height = shape.size(300 * 200)
    return Work(
        task_id="t",
        prompt=prompt,
        ratio=shape,
        width=width,
        height=height,
        n=1,
        seed=1,
        language=language,
        sources=(source or photo(),),
    )


@pytest.mark.parametrize(
    ("prompt", "step"),
    [
        ("变成黑白的", "grey"),
        ("mach das Foto schwarzweiß", "grey"),
        ("この写真を白黒にして", "grey"),
        ("hazla más oscura", "darker"),
        ("make it black and white", "grey"),
        ("复古风格", "sepia"),
        ("blur it", "blur"),
        ("加个相框", "frame"),
        ("亮一点", "brighter"),
        ("darker please", "darker"),
        ("左右翻转", "mirror"),
        ("posterise", "posterise"),
        ("turn it into a watercolour painting", "watercolour"),
        ("变成水墨画", "ink"),
        ("make it a pencil sketch", "sketch"),
        ("像素风格", "pixel"),
        ("旋转30度", "turn-by:30"),
        ("rotate it 10 degrees counterclockwise", "turn-by:-10"),
    ],
)
def test_filters_are_understood_and_change_the_picture(prompt: str, step: str) -> None:
    made = edit_photo(asked(prompt))
    assert made.steps == (step,)
    plain = edit_photo(asked("crop")).pixels()
    assert made.pixels().shape == plain.shape == (200, 304, 3)
    assert (made.pixels() != plain).mean() > 0.05


def test_grey_is_grey_and_mirror_is_mirrored() -> None:
    grey = edit_photo(asked("黑白")).pixels().astype(int)
    assert np.ptp(grey, axis=-1).max() == 0
    plain, mirrored = edit_photo(asked("crop")).pixels(), edit_photo(asked("mirror")).pixels()
    assert (mirrored[:, ::-1] == plain).all()


def test_a_caption_is_written_at_the_foot() -> None:
    made = edit_photo(asked("加上文字“你好世界”"))
    assert made.caption == "你好世界"
    plain = edit_photo(asked("crop")).pixels()
    mask = (made.pixels() != plain).any(axis=-1)
    assert mask.sum() > 100
    assert np.flatnonzero(mask.any(axis=1)).min() > 100


def test_another_shape_is_cut_around_the_middle_and_said() -> None:
    made = edit_photo(asked("", ratio="1:1"))
    assert made.pixels().shape == (248, 248, 3)
    assert made.notes


@pytest.mark.parametrize(("language", "word"), [("zh", "照片"), ("en", "photograph")])
def test_what_cannot_be_done_to_a_photograph_is_said(language: Language, word: str) -> None:
    with pytest.raises(NotDrawable, match=word):
        edit_photo(asked("给他戴一顶帽子", language=language))


def test_webp_and_jpeg_are_read_and_nothing_else() -> None:
    image = pyvips.Image.pngload_buffer(photo().image)
    for media_type, suffix in (("image/webp", ".webp"), ("image/jpeg", ".jpg")):
        source = SourceImage(
            gen_id="g", image=image.write_to_buffer(suffix), media_type=media_type, width=300, height=200
        )
        assert edit_photo(asked("黑白", source)).pixels().shape == (200, 304, 3)
    for media_type, content in (("image/svg+xml", b"<svg/>"), ("image/png", b"no picture")):
        source = SourceImage(gen_id="g", image=content, media_type=media_type, width=300, height=200)
        with pytest.raises(BadPicture):
            edit_photo(asked("黑白", source)).pixels()


def test_a_drawing_can_be_treated_as_a_photograph_too() -> None:
    made = drawn(scene(thing("o1", "cat")))
    source = SourceImage(
        gen_id="g",
        image=encode_png(made.pixels),
        media_type="image/png",
        width=made.width,
        height=made.height,
    )
    assert edit_photo(asked("sepia", source, ratio="1:1")).pixels().shape == (248, 248, 3)


@pytest.mark.parametrize(
    ("prompt", "size"),
    [("crop the left half", (152, 200)), ("只保留右半边", (152, 200)), ("crop to the top half", (304, 100))],
)
def test_a_half_is_kept_as_it_is(prompt: str, size: tuple[int, int]) -> None:
    plain, made = edit_photo(asked("crop")).pixels(), edit_photo(asked(prompt))
    assert (made.width, made.height) == size
    assert made.notes == ()
    kept = {
        "crop the left half": plain[:, :152],
        "只保留右半边": plain[:, 152:],
        "crop to the top half": plain[:100],
    }[prompt]
    assert (made.pixels() == kept).all()


@pytest.mark.parametrize(
    ("prompt", "mounting"),
    [
        ("把它做成墙上的海报", "poster"),
        ("poster on the wall", "poster"),
        ("make it a framed photo on a wall", "framed"),
        ("裱起来挂在墙上", "framed"),
        ("做成带相框的照片挂在墙上", "framed"),
    ],
)
def test_what_it_becomes_on_a_wall(prompt: str, mounting: str) -> None:
    made = edit_photo(asked(prompt))
    assert made.mounting == mounting
    assert "frame" not in made.steps
    assert made.notes == ()


def test_a_sticker_of_a_picture_with_clear_parts_follows_its_outline() -> None:
    rows, columns = np.mgrid[0:200, 0:200]
    disc = (rows - 100) ** 2 + (columns - 100) ** 2 < 80**2
    pixels = np.zeros((200, 200, 4), np.uint8)
    pixels[disc] = (200, 30, 30, 255)
    clear = SourceImage(
        gen_id="gen_1", image=encode_png(pixels), media_type="image/png", width=200, height=200
    )
    made = edit_photo(asked("make it a sticker", clear, ratio="1:1")).pixels().astype(int)
    white = (made > 250).all(axis=-1)
    red = (made[..., 0] > 150) & (made[..., 1] < 80)
    assert red.mean() > 0.15
    assert 0.01 < white.mean() < 0.12  # a rim, and no card
