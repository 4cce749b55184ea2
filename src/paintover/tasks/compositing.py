"""Edits that may change a part of a picture only: what an engine did outside the mask is taken back, to the bit.

A mask is a picture as the Images API (OpenAI) wants it: where it is fully transparent the source may change, and nowhere
else. So a soft edge of the mask, which is partly transparent, belongs to what stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyvips

from paintover.domain.errors import BadPicture, EngineFailed

Pixels = npt.NDArray[np.uint8]
ALIKE = 0.02
"""By how much the shapes of a mask and its picture may differ for the mask to be stretched over it."""
_LOADERS = {
    "image/png": pyvips.Image.pngload_buffer,
    "image/jpeg": pyvips.Image.jpegload_buffer,
    "image/webp": pyvips.Image.webpload_buffer,
}
_PNG_EFFORT = 3
_LOSSY = ("image/jpeg", "image/webp")
_BLOCK = 16
_STRAYS = 8
"""By how many levels of 255 the mean of a block of `_BLOCK` pixels each way strays, at most, when a drawing is written with
loss: 2.7 in WebP of quality 85, 6.5 in that of 30, 3.4 in JPEG of 85; single pixels stray by 90 in all of them."""


@dataclass(frozen=True, slots=True)
class Composite:
    """A picture (PNG) of which nothing but the masked part is the engine's."""

    image: bytes
    width: int
    height: int
    is_as_painted: bool
    """Whether the engine had left everything outside the mask alone, so that nothing had to be taken back. An engine that
    draws a scene anew knows nothing of what the source's file has lost: so much does not count."""
    is_as_before: bool
    """Whether nothing has changed inside the mask either."""


def normalised(image: bytes, width: int, height: int) -> bytes:
    """A mask for a picture of `width` x `height` pixels: a white PNG of that size, of which each pixel is wholly
    transparent, where the picture may change, or not at all. Takes tenths of a second of CPU: never on the event loop.

    Args:
        image: a PNG as the intake keeps it.

    Raises:
        BadPicture: it has another shape than the picture, or no fully transparent pixel.
    """
    mask = _decoded(image, "image/png")
    if not is_shaped_alike(mask.width, mask.height, width, height):
        raise BadPicture(
            f"The mask is {mask.width} x {mask.height} pixels and the picture {width} x {height}: "
            "send a mask of the picture's own size.",
            param="mask",
        )
    places = _open(mask)
    if (mask.width, mask.height) != (width, height):
        places = places.resize(width / mask.width, vscale=height / mask.height, kernel="nearest")
        places = places.embed(0, 0, width, height, extend="copy")
    white = (pyvips.Image.black(width, height, bands=3) + 255).cast("uchar")
    return _png(white.copy(interpretation="srgb").bandjoin(places.invert().cast("uchar")))


def check_mask(image: bytes) -> None:
    """Raises BadPicture when a kept mask (PNG) lets nothing change. Never on the event loop."""
    _open(_decoded(image, "image/png"))


def is_shaped_alike(width: int, height: int, other_width: int, other_height: int) -> bool:
    """Whether a mask of the one size can mean a picture of the other: of the same shape, but for rounding."""
    return abs(width * other_height / (height * other_width) - 1) <= ALIKE


def composite(painted: bytes, painted_type: str, source: bytes, source_type: str, mask: bytes) -> Composite:
    """The source with what was painted where the mask is open alone, in the source's size. Never on the event loop.

    Args:
        painted: the engine's whole picture, of any size, and its media type.
        source: what it was made from, and its media type.
        mask: of `normalised`.

    Raises:
        EngineFailed: what was painted cannot be read.
        BadPicture: the source cannot.
    """
    before = _decoded(source, source_type)
    try:
        after = _decoded(painted, painted_type)
        if (after.width, after.height) != (before.width, before.height):
            after = after.resize(before.width / after.width, vscale=before.height / after.height)
            after = after.embed(0, 0, before.width, before.height, extend="copy")
        if after.hasalpha() or before.hasalpha():
            after, before = _with_alpha(after), _with_alpha(before)
        fresh = _pixels(after)
    except (BadPicture, pyvips.Error) as exc:
        raise EngineFailed("The engine's picture cannot be read. Try again.") from exc
    kept = _pixels(before)
    is_open = _pixels(_decoded(mask, "image/png"))[..., 3] == 0
    is_as_painted = _is_alike(fresh, kept, ~is_open, lossy=source_type in _LOSSY)
    is_as_before = bool((fresh[is_open] == kept[is_open]).all())
    joined = np.where(is_open[..., None], fresh, kept)
    height, width, bands = joined.shape
    image = pyvips.Image.new_from_memory(joined.tobytes(), width, height, bands, "uchar")
    return Composite(_png(image.copy(interpretation="srgb")), width, height, is_as_painted, is_as_before)


def _is_alike(fresh: Pixels, kept: Pixels, where: npt.NDArray[np.bool_], *, lossy: bool) -> bool:
    """Whether two pictures show the same at those places: to the bit, or as far as a file that loses some can tell."""
    if bool((fresh[where] == kept[where]).all()):
        return True
    if not lossy:
        return False
    strays = (fresh.astype(np.int16) - kept) * where[..., None]
    rows, columns = (-side % _BLOCK for side in where.shape)
    blocks = np.pad(strays, ((0, rows), (0, columns), (0, 0)))
    high, wide, bands = blocks.shape
    means = blocks.reshape(high // _BLOCK, _BLOCK, wide // _BLOCK, _BLOCK, bands).mean(axis=(1, 3))
    return bool(np.abs(means).max() <= _STRAYS)


def _open(mask: pyvips.Image) -> pyvips.Image:
    if not mask.hasalpha():
        raise BadPicture(
            "The mask has no transparency: make it a PNG that is fully transparent where the picture may change.",
            param="mask",
        )
    places = mask[mask.bands - 1] == 0
    if places.max() == 0:
        raise BadPicture(
            "The mask is nowhere fully transparent, so nothing may change: clear the part that is to be edited.",
            param="mask",
        )
    return places


def _decoded(image: bytes, media_type: str) -> pyvips.Image:
    """The picture in memory, with three or four bands of 8 bits."""
    loader = _LOADERS.get(media_type)
    if loader is None:
        raise BadPicture(f"A picture of type {media_type} cannot be masked; use PNG, JPEG or WebP.")
    try:
        picture = loader(image)
        if picture.interpretation != "srgb" or picture.format != "uchar":
            picture = picture.colourspace("srgb").cast("uchar")
        return picture.copy_memory()
    except pyvips.Error as exc:
        raise BadPicture("The picture cannot be read; send it anew.") from exc


def _with_alpha(picture: pyvips.Image) -> pyvips.Image:
    return picture if picture.hasalpha() else picture.addalpha()


def _pixels(picture: pyvips.Image) -> Pixels:
    """Height x width x bands."""
    shape = (picture.height, picture.width, picture.bands)
    return np.ndarray(buffer=picture.cast("uchar").write_to_memory(), dtype=np.uint8, shape=shape)


def _png(picture: pyvips.Image) -> bytes:
    return bytes(picture.pngsave_buffer(compression=_PNG_EFFORT, keep="none"))
