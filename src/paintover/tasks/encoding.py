"""The file format that a picture is kept and sent in, where somebody asked for another than the engine's."""

from __future__ import annotations

import pyvips

from paintover.domain.call import Output, OutputFormat
from paintover.domain.errors import EngineFailed

MEDIA_TYPES: dict[OutputFormat, str] = {"png": "image/png", "webp": "image/webp", "jpeg": "image/jpeg"}
BEST = 100
_LOADERS = {
    "image/png": pyvips.Image.pngload_buffer,
    "image/jpeg": pyvips.Image.jpegload_buffer,
    "image/webp": pyvips.Image.webpload_buffer,
}
_PNG_EFFORT = 3
_WEBP_EFFORT = 2
"""A drawing of a megapixel takes 33 ms and 56 kB; 4, libwebp's own choice, takes 93 ms and 54 kB. Without loss it is 43 ms
and 428 kB at 0, which is still less than PNG, against 920 ms and 313 kB."""
_PREVIEW_QUALITY = 85
SMALLEST_PREVIEW = 96
"""No preview is made smaller than that, however long it is."""


def encoded(image: bytes, media_type: str, output: Output) -> tuple[bytes, str]:
    """A picture and its media type as `output` wants them; untouched where they are so already.

    PNG and WebP of the best quality lose nothing; JPEG has no transparency, so clear parts become white. Takes tenths
    of a second of CPU: never on the event loop.

    Raises:
        EngineFailed: the picture cannot be read.
    """
    if is_as_wanted(media_type, output):
        return image, media_type
    wanted = media_type if output.format is None else MEDIA_TYPES[output.format]
    loader = _LOADERS.get(media_type)
    if loader is None:
        raise EngineFailed(f"The engine drew a picture of type {media_type}, which is not kept. Try again.")
    try:
        return _saved(loader(image), wanted, output.compression), wanted
    except pyvips.Error as exc:
        raise EngineFailed("The engine's picture cannot be read. Try again.") from exc


def preview(image: bytes, media_type: str, *, side: int, most_bytes: int) -> tuple[bytes, str]:
    """A picture made small enough to be looked at within other data, and its media type: at most `side` pixels each way
    and about `most_bytes` long, JPEG or, where something is transparent, PNG. On a thread, as `encoded`.

    Raises:
        EngineFailed: the picture cannot be read.
    """
    loader = _LOADERS.get(media_type)
    if loader is None:
        raise EngineFailed(f"A picture of type {media_type} cannot be made smaller.")
    try:
        while True:
            small = loader(image).thumbnail_image(side, height=side, size="down")
            wanted = "image/png" if small.hasalpha() else "image/jpeg"
            written = _saved(small, wanted, _PREVIEW_QUALITY)
            if len(written) <= most_bytes or side <= SMALLEST_PREVIEW:
                return written, wanted
            side = max(SMALLEST_PREVIEW, side * 3 // 4)
    except pyvips.Error as exc:
        raise EngineFailed("The picture cannot be read.") from exc


def is_as_wanted(media_type: str, output: Output) -> bool:
    """Whether a picture of that type may stay as it is."""
    if output.format is None:
        return True
    is_best = output.format == "png" or output.compression == BEST
    return media_type == MEDIA_TYPES[output.format] and is_best


def _saved(picture: pyvips.Image, media_type: str, compression: int) -> bytes:
    if media_type == "image/png":
        return bytes(picture.pngsave_buffer(compression=_PNG_EFFORT, keep="none"))
    if media_type == "image/webp":
        if compression == BEST:
            return bytes(picture.webpsave_buffer(lossless=True, Q=0, effort=0, keep="none"))
        return bytes(picture.webpsave_buffer(Q=compression, effort=_WEBP_EFFORT, keep="none"))
    if picture.hasalpha():
        picture = picture.flatten(background=[255, 255, 255])
    return bytes(picture.jpegsave_buffer(Q=max(1, compression), keep="none"))
