"""A photograph as pixels: read, cut, turned, filtered, and laid into a drawn picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pyvips

from paintover.domain.errors import BadPicture
from paintover.engines.illustrator.drawing.filters import as_bytes, blurred, filtered
from paintover.engines.illustrator.drawing.frame import framed
from paintover.engines.illustrator.drawing.mount import mounted
from paintover.engines.illustrator.drawing.styles import in_style
from paintover.engines.illustrator.scene import Photograph, Scene
from paintover.engines.illustrator.sprites.raster import Pixels
from paintover.engines.protocol import SourceImage

_LOADERS: dict[str, Callable[[bytes], pyvips.Image]] = {
    "image/png": pyvips.Image.pngload_buffer,
    "image/jpeg": pyvips.Image.jpegload_buffer,
    "image/webp": pyvips.Image.webpload_buffer,
}

STYLES = frozenset({"watercolour", "ink", "sketch", "line", "pixel", "papercut", "neon"})
"""Styles that need to know nothing of what a photograph shows."""
QUARTERS = frozenset({"turn-left", "turn-right"})
_CLEAR = 0.02
"""The least share of a picture that is clear where its outline matters."""
TURN_BY = "turn-by:"
"""The step of a turn by some degrees clockwise, which follow."""
CUT = "cut-"
"""The step of cutting off a side, which follows, and how many hundredths of it: ``cut-left:50``."""
_MOVES = ("turn-", "half-turn", "mirror", "flop", "round", "frame", "fit", CUT)
"""How steps begin after which what was clear is elsewhere."""


def sources_of(scene: Scene, given: Iterable[SourceImage]) -> dict[str, SourceImage] | None:
    """The pictures that a scene shows, by gen_id; None where one of them is not among those given."""
    found = {source.gen_id: source for source in given if source.gen_id in scene.uses}
    return found if len(found) == len(scene.uses) else None


def size_after(steps: Sequence[str], width: int, height: int) -> tuple[int, int]:
    """What is left of a size when its sides are cut off and it is turned by quarters."""
    for step in steps:
        if step in QUARTERS:
            width, height = height, width
        elif step.startswith(CUT):
            side, share = _cut_of(step)
            if side in ("left", "right"):
                width = width * (100 - share) // 100
            else:
                height = height * (100 - share) // 100
    return max(64, width), max(64, height)


def ratio_after(steps: Sequence[str], source: SourceImage) -> float:
    """Width to height of what the steps make of a photograph."""
    if "round" in steps:
        return 1.0
    wide, high = size_after(steps, source.width * 64, source.height * 64)
    return wide / high


def treated(
    source: SourceImage, steps: Sequence[str], width: int, height: int, *, seed: int = 0, clear: bool = False
) -> Pixels:
    """The photograph after its steps, cut around its middle to fill width x height: height x width x 3, or x 4 where `clear`
    says so and parts of it are clear.

    Raises:
        BadPicture: it cannot be read.
    """
    wide, high = width, height
    for step in reversed(steps):
        if step in QUARTERS:
            wide, high = high, wide
        elif step.startswith(CUT):
            side, share = _cut_of(step)
            if side in ("left", "right"):
                wide = wide * 100 // (100 - share)
            else:
                high = high * 100 // (100 - share)
    picture = _load(source, wide, high, whole="fit" in steps, clear=clear)
    outline = picture[..., 3:] if picture.shape[2] == 4 else None
    picture = np.ascontiguousarray(picture[..., :3])
    for step in steps:
        picture = in_style(picture, step, seed) if step in STYLES else _apply(picture, step)
        if outline is not None and step.startswith(_MOVES) and step != "frame":
            outline = _outlined(outline.repeat(3, axis=2), step)[..., :1]
    picture = _to_size(picture, width, height)
    if outline is None or (outline < 128).mean() < _CLEAR:
        return picture
    return np.concatenate([picture, _to_size(outline, width, height)], axis=-1)


def _cut_of(step: str) -> tuple[str, int]:
    side, _, share = step.removeprefix(CUT).partition(":")
    return side, min(90, max(1, int(share)))


def _to_size(picture: Pixels, width: int, height: int) -> Pixels:
    """Rounding aside it has that size already."""
    down, across = (
        np.minimum(np.arange(height), picture.shape[0] - 1),
        np.minimum(np.arange(width), picture.shape[1] - 1),
    )
    return picture if picture.shape[:2] == (height, width) else np.ascontiguousarray(picture[down][:, across])


def is_behind(one: Photograph) -> bool:
    """Whether it is all that is behind the things."""
    return one.mounting in ("", "background")


def ground_of(one: Photograph, source: SourceImage, width: int, height: int) -> Pixels:
    """The photograph as what everything stands before."""
    return treated(source, one.steps, width, height, seed=one.seed)


def put_up(ground: Pixels, one: Photograph, source: SourceImage) -> None:
    """Put the photograph into a picture of height x width x 3, in place."""

    def load(width: int, height: int) -> Pixels:
        is_cut_out = one.mounting == "sticker"
        return treated(source, one.steps, width, height, seed=one.seed, clear=is_cut_out)

    if one.at is not None:
        ratio = ratio_after(one.steps, source)
        mounted(ground, one.mounting, load, ratio, one.at, seed=one.seed, caption=one.words)


def _load(
    source: SourceImage, width: int, height: int, *, whole: bool = False, clear: bool = False
) -> Pixels:
    """The photograph scaled to cover the size and cut around its middle; clear parts on white, or, where `clear` says so,
    as a fourth channel if it has any. `whole` leaves nothing out: the rest of the size is a blurred enlargement of it."""
    if whole:
        ground = blurred(_load(source, width, height), 28) if min(width, height) > 8 else None
        share = min(width / source.width, height / source.height)
        inner = _load(source, max(1, round(source.width * share)), max(1, round(source.height * share)))
        if ground is None:
            return _load(source, width, height)
        top, left = (height - inner.shape[0]) // 2, (width - inner.shape[1]) // 2
        ground = as_bytes(ground.astype(np.int32) * 78 // 100)
        ground[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
        return ground
    loader = _LOADERS.get(source.media_type)
    if loader is None:
        raise BadPicture(f"A picture of type {source.media_type} cannot be edited; send PNG, JPEG or WebP.")
    try:
        image = loader(source.image)
        image = image.colourspace("srgb")
        if image.hasalpha() and not clear:
            image = image.flatten(background=[255, 255, 255])
        image = image.thumbnail_image(width, height=height, crop="centre", size="both").cast("uchar")
        memory = image.write_to_memory()
    except pyvips.Error as exc:
        raise BadPicture(f"The picture {source.gen_id} cannot be read.") from exc
    pixels: Pixels = np.ndarray(
        buffer=memory, dtype=np.uint8, shape=(image.height, image.width, image.bands)
    ).copy()
    if clear and pixels.shape[2] == 4:
        return pixels
    return pixels[..., :3] if pixels.shape[2] >= 3 else pixels[..., :1].repeat(3, axis=2)


def _apply(picture: Pixels, step: str) -> Pixels:
    if step.startswith(TURN_BY):
        return _turned(picture, int(step.removeprefix(TURN_BY)))
    height, width, _ = picture.shape
    if step.startswith(CUT):
        side, share = _cut_of(step)
        across, down = width * share // 100, height * share // 100
        left, top = across if side == "left" else 0, down if side == "top" else 0
        right, bottom = (
            width - across if side == "right" else width,
            height - down if side == "bottom" else height,
        )
        return np.ascontiguousarray(picture[top:bottom, left:right])
    match step:
        case "mirror":
            return np.ascontiguousarray(picture[:, ::-1])
        case "flop":
            return np.ascontiguousarray(picture[::-1])
        case "half-turn":
            return np.ascontiguousarray(picture[::-1, ::-1])
        case "turn-right":
            return np.ascontiguousarray(np.rot90(picture, -1))
        case "turn-left":
            return np.ascontiguousarray(np.rot90(picture))
        case "round":
            return _round(picture)
        case "frame":
            return framed(picture)
    return filtered(picture, step)


def _outlined(outline: Pixels, step: str) -> Pixels:
    """The outline of a photograph after a step that moves it."""
    if step == "round":
        return as_bytes(outline.astype(np.int32) * _round(np.full_like(outline, 255), 0) // 255)
    if step.startswith(TURN_BY):
        return _turned(outline, int(step.removeprefix(TURN_BY)), np.zeros_like(outline))
    return _apply(outline, step)


def _turned(picture: Pixels, degrees: int, around: Pixels | None = None) -> Pixels:
    """Turned clockwise in its size: a little, with its corners cut; further, whole before a blurred enlargement of it, or
    what is to be `around`."""
    height, width, _ = picture.shape
    angle = math.radians(abs(degrees) % 180)
    wide = width * abs(math.cos(angle)) + height * abs(math.sin(angle))
    high = width * abs(math.sin(angle)) + height * abs(math.cos(angle))
    slight = min(abs(degrees) % 360, 360 - abs(degrees) % 360) <= _SLIGHT
    scale = max(wide / width, high / height) if slight else min(width / wide, height / high)
    source = pyvips.Image.new_from_memory(picture.tobytes(), width, height, 3, "uchar").bandjoin(255)
    turned = source.similarity(angle=degrees, scale=scale, interpolate=pyvips.Interpolate.new("bicubic"))
    whole = turned.gravity("centre", width, height).cast("uchar")
    pixels: Pixels = np.ndarray(
        buffer=whole.write_to_memory(), dtype=np.uint8, shape=(height, width, 4)
    ).copy()
    if around is not None or min(width, height) <= 8:
        ground = picture if around is None else around
    else:
        ground = as_bytes(blurred(picture, 28).astype(np.int32) * 78 // 100)
    share = pixels[..., 3:].astype(np.int32)
    return as_bytes(
        (pixels[..., :3].astype(np.int32) * share + ground.astype(np.int32) * (255 - share)) // 255
    )


_SLIGHT = 15
"""Up to so many degrees a turn only puts a slanted photograph upright."""


def _round(picture: Pixels, around: int = 255) -> Pixels:
    """A circle of it on white, or another grey, as broad as its shorter side."""
    height, width, _ = picture.shape
    rows, columns = np.arange(height)[:, None] - (height - 1) / 2, np.arange(width)[None, :] - (width - 1) / 2
    edge = np.clip(min(height, width) / 2 - np.sqrt(rows**2 + columns**2) + 0.5, 0, 1)[..., None]
    return as_bytes((picture * edge + around * (1 - edge)).astype(np.int32))
