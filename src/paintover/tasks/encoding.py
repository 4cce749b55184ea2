"""The file format that a picture is kept and sent in, where somebody asked for another than the engine's."""

from __future__ import annotations

import pyvips

from paintover.domain.call import Output, OutputFormat
from paintover.domain.errors import EngineFailed, StoreFailed
from paintover.engines.files import BEST, MEDIA_TYPES, written

_LOADERS = {
    "image/png": pyvips.Image.pngload_buffer,
    "image/jpeg": pyvips.Image.jpegload_buffer,
    "image/webp": pyvips.Image.webpload_buffer,
}
_PREVIEW_QUALITY = 85
_THUMBNAIL_QUALITY = 82
SMALLEST_PREVIEW = 96
"""No preview is made smaller than that, however long it is."""


def encoded(image: bytes, media_type: str, output: Output, *, by: Output | None = None) -> tuple[bytes, str]:
    """A picture and its media type as `output` wants them; untouched where they are so already (see `is_as_wanted`).

    PNG and WebP of the best quality lose nothing; JPEG has no transparency, so clear parts become white. Takes tenths
    of a second of CPU: never on the event loop.

    Raises:
        EngineFailed: the picture cannot be read.
    """
    if is_as_wanted(media_type, output, by):
        return image, media_type
    assert output.format is not None
    loader = _LOADERS.get(media_type)
    if loader is None:
        raise EngineFailed(f"The engine drew a picture of type {media_type}, which is not kept. Try again.")
    try:
        return written(loader(image), output), MEDIA_TYPES[output.format]
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
            wanted: OutputFormat = "png" if small.hasalpha() else "jpeg"
            file = written(small, Output(format=wanted, compression=_PREVIEW_QUALITY))
            if len(file) <= most_bytes or side <= SMALLEST_PREVIEW:
                return file, MEDIA_TYPES[wanted]
            side = max(SMALLEST_PREVIEW, side * 3 // 4)
    except pyvips.Error as exc:
        raise EngineFailed("The picture cannot be read.") from exc


def thumbnail(image: bytes, media_type: str, *, side: int) -> bytes:
    """A small WebP of a kept picture, at most `side` pixels each way, never enlarged; the same bytes each time. On a
    thread, as `encoded`.

    Raises:
        StoreFailed: the picture cannot be read.
    """
    loader = _LOADERS.get(media_type)
    try:
        if loader is None:
            raise pyvips.Error(f"no loader for {media_type}")
        small = loader(image).thumbnail_image(side, height=side, size="down")
        return written(small, Output(format="webp", compression=_THUMBNAIL_QUALITY))
    except pyvips.Error as exc:
        raise StoreFailed("The picture's file cannot be read: it was damaged on the disk.") from exc


def is_as_wanted(media_type: str, output: Output, by: Output | None = None) -> bool:
    """Whether a picture of that type may stay as it is. `by` is the wish that it was written by, where it was by one."""
    if output.format is None:
        return True
    is_best = output.format == "png" or output.compression == BEST
    return media_type == MEDIA_TYPES[output.format] and (is_best or by == output)
