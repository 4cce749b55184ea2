"""Pictures written into the request itself: data URLs (RFC 2397) and bare base64."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from paintover.domain.errors import BadPicture
from paintover.intake.fetch import MAX_BYTES

MAX_HEAD_CHARACTERS = 256

_HEAD = re.compile(r"data:([^,]{0,256}),", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_ESCAPED_BASE64 = {"%2b": "+", "%2f": "/", "%3d": "=", "%0a": "", "%0d": "", "%20": ""}
_ESCAPE = re.compile("|".join(_ESCAPED_BASE64), re.IGNORECASE)
_URL_ALPHABET = str.maketrans("-_", "+/")


def is_data_url(text: str) -> bool:
    """Whether `text` begins as a data URL does."""
    return text[:5].lower() == "data:"


def read_data_url(text: str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a data URL (base64 or percent-encoded) or of bare base64 text.

    The media type that it declares is not looked at: only the bytes say what they are. Base64 may use either
    alphabet, contain line breaks and lack its padding.

    Raises:
        BadPicture: more than `max_bytes`, found before anything is decoded, or not decodable, or nothing at all.
    """
    # Percent-encoding is the longest of the spellings: three characters a byte.
    if len(text) > 3 * max_bytes + MAX_HEAD_CHARACTERS:
        raise _too_large(max_bytes)
    text = text.strip()
    if not is_data_url(text):
        return _from_base64(text, max_bytes)
    match = _HEAD.match(text)
    if match is None:
        raise BadPicture("The data URL has no comma before its content; write data:image/png;base64,....")
    content = text[match.end() :]
    if match[1].lower().rstrip().endswith(";base64"):
        return _from_base64(_ESCAPE.sub(lambda found: _ESCAPED_BASE64[found[0].lower()], content), max_bytes)
    if not content.isascii():
        raise BadPicture(
            "The data URL has characters in it that do not belong there; send the picture as base64."
        )
    if len(content) - 2 * content.count("%") > max_bytes:
        raise _too_large(max_bytes)
    return _not_empty(unquote_to_bytes(content))


def _from_base64(text: str, max_bytes: int) -> bytes:
    packed = _WHITE.sub("", text).translate(_URL_ALPHABET).rstrip("=")
    if len(packed) > (max_bytes * 4 + 2) // 3:
        raise _too_large(max_bytes)
    try:
        return _not_empty(base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True))
    except (binascii.Error, ValueError) as exc:
        raise BadPicture("The picture is not readable base64; send a data URL or an https link.") from exc


def _not_empty(raw: bytes) -> bytes:
    if not raw:
        raise BadPicture("The picture is empty; send a data URL or an https link.")
    return raw


def _too_large(max_bytes: int) -> BadPicture:
    return BadPicture(f"The picture is larger than {max_bytes // (1024 * 1024)} MiB; send a smaller one.")
