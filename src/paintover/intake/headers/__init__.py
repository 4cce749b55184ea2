"""What a picture's bytes claim, read by us before any decoder sees them.

`measure` tells the format by its magic bytes alone, walks the file's structure once and checks every claim against
`Bounds`: pixels, sides, frames, chunks. Only a file that passes is given to the decoder of exactly that format, and
what is given is `Measured.body`: the file without the parts that a decoder need not see (text, further frames).
"""

from __future__ import annotations

from paintover.domain.errors import BadPicture
from paintover.intake.headers.avif import measure_avif
from paintover.intake.headers.bounds import Bounds, Format, Measured
from paintover.intake.headers.gif import measure_gif
from paintover.intake.headers.jpeg import measure_jpeg
from paintover.intake.headers.png import measure_png
from paintover.intake.headers.webp import measure_webp

__all__ = ["Bounds", "Format", "Measured", "format_of", "measure"]

_MEASURES = {
    "avif": measure_avif,
    "gif": measure_gif,
    "jpeg": measure_jpeg,
    "png": measure_png,
    "webp": measure_webp,
}


def format_of(raw: bytes) -> Format | None:
    """The format that the first bytes tell, if it is one that is taken."""
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if raw.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        return "webp"
    if raw.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if raw[4:8] == b"ftyp" and raw[8:12] in (b"avif", b"avis"):
        return "avif"
    return None


def measure(raw: bytes, bounds: Bounds) -> Measured:
    """Check what `raw` claims to be.

    Raises:
        BadPicture: not one of the five formats, beyond a bound, or its structure is damaged.
    """
    format_name = format_of(raw)
    if format_name is None:
        raise BadPicture("The picture is not PNG, JPEG, WebP, GIF or AVIF; convert it to one of these.")
    return _MEASURES[format_name](raw, bounds)
