"""Turning foreign bytes into a picture of ours.

The order is the protection: our own reader holds the file's claims against bounds (`headers`), then the decoder of
exactly that format runs (never one that is guessed, so that no document, vector or script format is ever reached),
then the picture is built anew from its pixels alone: upright, 8-bit sRGB, at most `MAX_KEPT_SIDE` along a side, and
without any of the file's metadata. What comes out is always PNG, so that editing it loses nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import pyvips

from paintover.domain.errors import BadPicture
from paintover.intake.fetch import MAX_BYTES
from paintover.intake.headers import Bounds, Format, Measured, measure

MAX_KEPT_SIDE = 4096
"""Larger pictures are scaled down to this many pixels along their longer side."""
MAX_PICTURES = 16
"""How many pictures one request may bring along; for whoever reads requests."""
AT_ONCE = 2
"""How many pictures are decoded at the same time: each may take some hundred MiB while it lasts."""

_LOADERS: dict[Format, str] = {
    "png": "pngload_buffer",
    "jpeg": "jpegload_buffer",
    "webp": "webpload_buffer",
    "gif": "gifload_buffer",
    "avif": "heifload_buffer",
}
_PNG_EFFORT = 3
_XRES = 72 / 25.4
_threads = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="intake")


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedPicture:
    """A picture made of pixels only, and its size in pixels as one sees it."""

    image: bytes
    media_type: str
    width: int
    height: int


def accept_picture(
    raw: bytes, *, bounds: Bounds | None = None, max_bytes: int = MAX_BYTES
) -> AcceptedPicture:
    """Check, decode and rebuild a picture. Takes up to seconds of CPU: never on the event loop.

    Args:
        raw: PNG, JPEG, WebP, GIF or AVIF (of moving ones the first frame is taken).
        bounds: what the file may claim; the defaults of `Bounds` when absent.
        max_bytes: the longest file.

    Raises:
        BadPicture: another format, beyond a bound, or damaged.
    """
    if len(raw) > max_bytes:
        raise BadPicture(f"The picture is larger than {max_bytes // (1024 * 1024)} MiB; send a smaller one.")
    bounds = bounds or Bounds()
    measured = measure(raw, bounds)
    try:
        pixels = _decode(measured, bounds)
        image = pixels.pngsave_buffer(compression=_PNG_EFFORT, keep="none")
    except pyvips.Error as exc:
        raise BadPicture(
            f"The {measured.format.upper()} picture is damaged or cut off; send it again, or save it anew first."
        ) from exc
    return AcceptedPicture(
        image=bytes(image), media_type="image/png", width=pixels.width, height=pixels.height
    )


async def accept_picture_async(raw: bytes) -> AcceptedPicture:
    """`accept_picture` in one of `AT_ONCE` threads; further pictures wait for their turn.

    Raises:
        BadPicture: as `accept_picture`.
    """
    return await asyncio.wrap_future(in_turn(accept_picture, raw))


def in_turn(accept: Callable[[bytes], AcceptedPicture], raw: bytes) -> Future[AcceptedPicture]:
    """`accept` in one of the `AT_ONCE` threads."""
    return _threads.submit(accept, raw)


def _decode(measured: Measured, bounds: Bounds) -> pyvips.Image:
    """The picture's pixels in memory: upright, sRGB of 8 bits, three or four bands, no larger than is kept."""
    load = getattr(pyvips.Image, _LOADERS[measured.format])
    picture = load(measured.body, access="sequential", fail_on="truncated")
    # The decoder has its own idea of the size; it is asked before it makes a single pixel.
    bounds.check_size(picture.width, picture.height)
    picture = _scale_down(_to_srgb(picture))
    # The resolution is metadata too; one that says nothing takes its place.
    return picture.copy_memory().autorot().copy(xres=_XRES, yres=_XRES)


def _to_srgb(picture: pyvips.Image) -> pyvips.Image:
    if picture.get_typeof("icc-profile-data"):
        try:
            picture = picture.icc_transform(
                "srgb", embedded=True, intent="relative", black_point_compensation=True, depth=8
            )
        except pyvips.Error:
            picture = picture.copy()  # A profile that does not fit its picture is as good as none.
            picture.remove("icc-profile-data")
    if picture.interpretation != "srgb" or picture.format != "uchar":
        picture = picture.colourspace("srgb").cast("uchar")
    if picture.bands > 4:
        picture = picture[:4]
    return picture


def _scale_down(picture: pyvips.Image) -> pyvips.Image:
    longest = max(picture.width, picture.height)
    if longest <= MAX_KEPT_SIDE:
        return picture
    width, height = (
        max(1, round(side * MAX_KEPT_SIDE / longest)) for side in (picture.width, picture.height)
    )
    across, down = width / picture.width, height / picture.height
    if not picture.hasalpha():
        return picture.resize(across, vscale=down)
    # Without this the colour of invisible pixels would bleed into visible ones.
    return picture.premultiply().resize(across, vscale=down).unpremultiply().cast("uchar")


__all__ = [
    "AT_ONCE",
    "MAX_KEPT_SIDE",
    "MAX_PICTURES",
    "AcceptedPicture",
    "accept_picture",
    "accept_picture_async",
    "in_turn",
]
