"""What can honestly be done with a photograph: crop to the ratio, grey, sepia, blur, posterise, turn, frame, caption, and
draw things onto it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyvips

from paintover.domain.errors import BadPicture, NotDrawable
from paintover.engines.illustrator.frame import framed
from paintover.engines.illustrator.lettering import caption_sprite
from paintover.engines.illustrator.onto import Guests, guests
from paintover.engines.illustrator.raster import Pixels, lay
from paintover.engines.protocol import SourceImage, Work

_LOADERS: dict[str, Callable[[bytes], pyvips.Image]] = {
    "image/png": pyvips.Image.pngload_buffer,
    "image/jpeg": pyvips.Image.jpegload_buffer,
    "image/webp": pyvips.Image.webpload_buffer,
}

_WORDS: tuple[tuple[str, str], ...] = (
    ("grey", r"黑白|灰度|灰色调|去色|black[ -]and[ -]white|gr[ae]y(?:scale)?|monochrome"),
    ("sepia", r"复古|怀旧|老照片|泛黄|sepia|vintage|old photo"),
    ("blur", r"模糊|虚化|blur"),
    ("posterise", r"海报化|色块|posteri[sz]e"),
    ("brighter", r"亮一?点|提亮|调亮|bright(?:er|en)"),
    ("darker", r"暗一?点|调暗|dark(?:er|en)"),
    ("mirror", r"左右翻转|水平翻转|镜像|mirror|flip"),
    ("frame", r"相框|画框|边框|裱|frame|border"),
    ("crop", r"裁剪|裁切|剪裁|裁成|改成.*[:：]|比例|crop|resize|ratio"),
)
_CAPTION = re.compile(
    r"(?:写上|写着|加上?(?:文字|字幕|标题|字)|配文|题字|标题|字幕|caption|text|title|saying|says)\s*(?:是|为|:|：)?\s*[“\"「『']?([^”\"」』'，,。]{1,60})"
)

_HELP = {
    "zh": "这是一张照片，内置画师不能改动照片里的内容；可以做的是：裁剪到某个比例、黑白、复古、模糊、色块、调亮或调暗、左右翻转、加相框、写上一行字、在上面画别的东西（例如“右边加一只猫”）",
    "en": "This is a photograph, and the built-in illustrator cannot repaint what is in it. It can crop it to a ratio, make it grey, sepia, blurred, posterised, brighter, darker or mirrored, frame it, write a caption on it, and draw something onto it (“add a cat on the right”).",
}
_CROPPED = {
    "zh": "照片已按画面比例居中裁剪",
    "en": "The photograph was cropped to the picture's shape around its middle",
}


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph and what is to be done with it."""

    source: SourceImage
    width: int
    height: int
    steps: tuple[str, ...]
    caption: str | None
    notes: tuple[str, ...]
    guests: Guests | None = None

    def pixels(self) -> Pixels:
        """The result, height x width x 3.

        Raises:
            BadPicture: the source cannot be read.
        """
        picture = _load(self.source, self.width, self.height)
        for step in self.steps:
            picture = _apply(picture, step)
        if self.guests is not None:
            picture = self.guests.paint(picture)
        if self.caption:
            lay(picture, caption_sprite(self.caption, self.width, self.height))
        return picture


def edit_photo(work: Work, index: int = 0) -> Photo:
    """Understand what is asked of the first source, which is no drawing of ours, for picture `index` of the order.

    Raises:
        NotDrawable: it asks for something that cannot be done to a photograph.
    """
    source = work.sources[0]
    prompt = work.prompt.lower()
    written = _CAPTION.search(work.prompt)
    searched = prompt if written is None else prompt.replace(written[0].lower(), " ")
    steps = tuple(name for name, pattern in _WORDS if re.search(pattern, searched))
    caption = written[1].strip() if written else None
    reshaped = abs(source.width / source.height - work.width / work.height) > 0.02
    drawn = None
    if not steps and not caption:
        drawn = guests(
            work.prompt,
            ratio=str(work.ratio),
            seed=work.seed + index,
            language=work.language,
            mask=work.mask,
        )
    if not steps and not caption and drawn is None and not (reshaped and not prompt.strip()):
        raise NotDrawable(_HELP[work.language], param="prompt")
    notes = (_CROPPED[work.language],) if reshaped else ()
    return Photo(
        source,
        work.width,
        work.height,
        tuple(step for step in steps if step != "crop"),
        caption,
        notes if drawn is None else (*notes, *drawn.notes),
        drawn,
    )


def _load(source: SourceImage, width: int, height: int) -> Pixels:
    """The photograph scaled to cover the size and cut around its middle; clear parts on white."""
    loader = _LOADERS.get(source.media_type)
    if loader is None:
        raise BadPicture(f"A picture of type {source.media_type} cannot be edited; send PNG, JPEG or WebP.")
    try:
        image = loader(source.image)
        image = image.colourspace("srgb")
        if image.hasalpha():
            image = image.flatten(background=[255, 255, 255])
        image = image.thumbnail_image(width, height=height, crop="centre", size="both").cast("uchar")
        memory = image.write_to_memory()
    except pyvips.Error as exc:
        raise BadPicture(f"The picture {source.gen_id} cannot be read.") from exc
    pixels: Pixels = np.ndarray(
        buffer=memory, dtype=np.uint8, shape=(image.height, image.width, image.bands)
    ).copy()
    return pixels[..., :3] if pixels.shape[2] >= 3 else pixels[..., :1].repeat(3, axis=2)


def _apply(picture: Pixels, step: str) -> Pixels:
    values = picture.astype(np.int32)
    grey = (values * np.array([2126, 7152, 722])).sum(axis=-1, keepdims=True) // 10000
    match step:
        case "grey":
            return _bytes(grey.repeat(3, axis=2))
        case "sepia":
            return _bytes(grey * np.array([107, 90, 68]) // 100 + np.array([8, 4, 0]))
        case "posterise":
            return _bytes(values // 43 * 51)
        case "brighter":
            return _bytes(values * 118 // 100 + 8)
        case "darker":
            return _bytes(values * 78 // 100)
        case "mirror":
            return np.ascontiguousarray(picture[:, ::-1])
        case "blur":
            return _blurred(picture)
        case "frame":
            return framed(picture)
    return picture


def _bytes(values: npt.NDArray[np.integer[Any]]) -> Pixels:
    clipped: Pixels = np.clip(values, 0, 255).astype(np.uint8)
    return clipped


def _blurred(picture: Pixels) -> Pixels:
    height, width, _ = picture.shape
    image = pyvips.Image.new_from_memory(np.ascontiguousarray(picture).tobytes(), width, height, 3, "uchar")
    memory = image.gaussblur(max(height, width) / 110).write_to_memory()
    return np.ndarray(buffer=memory, dtype=np.uint8, shape=(height, width, 3)).copy()
