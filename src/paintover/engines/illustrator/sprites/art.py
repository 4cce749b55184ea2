"""The vendored drawings: Noto Emoji bodies on a 128 unit square, read one by one from `art/noto.zip`, and a few outlines
of Material Design Icons, on a square of 24, from `art/mdi.zip`."""

from __future__ import annotations

import re
import threading
import zipfile
from collections.abc import Iterable
from functools import cache, lru_cache

from paintover.engines.illustrator.files import FOLDER, table

ART_VERSION = "noto-1.2.9+mdi-1.2.3"
"""Stored with each scene; changes whenever a drawing does."""
UNIT = 128
"""Side of the square that every drawing stands on."""

OUTLINE_UNIT = 24
"""Side of the square that every outline stands on."""

_FEMALES = {
    "lioness": ("lion", 0, '<ellipse cx="64" cy="62" rx="42" ry="40" fill="#f2ae12"/>'),
    "doe": ("deer", 6, ""),
}
"""Drawings that are another's, and what they have for one of its elements: for a lion's mane, for a deer's antlers."""
_PUT_OUT = {
    "smoking-cake": (
        "birthday-cake",
        ("SVGcOQIPcJO", "SVGjODQzcZW", "SVGC4gjDc6i", "SVGBTjK5KId"),
        ((52, 32, 0.9), (64, 37, 0.9), (76.5, 31, 0.9)),
    ),
    "smoking-candle": (
        "candle",
        ("SVGn3dEd9oy", "SVG7my8jdWr", "SVGoTOMmokb", "SVGV0ZRveDR"),
        ((64, 32, 1.2),),
    ),
}
"""Drawings that are another's without the fills of its flames, and where its wicks smoke, in which size."""
_BAREHEADED = {
    "crownless-king": "person-with-crown",
    "crownless-prince": "prince",
    "crownless-princess": "princess",
}
"""Drawings of royalty without their crowns, and whose they are."""
_OF_A_CROWN = re.compile(
    r'<(?:path|ellipse) [^>]*fill="#(?:ffcc2b|f19534|ff6f00|ffab00|e65100|c62828|f44336|fff59d|e2a610|26a69a|69f0ae|00796b'
    r'|1c3aa9|3b78e7|ab47bc|ea80fc|7b1fa2|6119ff|536dfe)"[^>]*/>'
)
"""What of these is gold and gems."""
_STARS = {
    "lighthouse": range(15, 19),
    "mountain": (*range(9, 15), 16),
    "snow-capped-mountain": (*range(8, 13), 23),
    "mount-fuji": range(12, 16),
}
"""Drawings that have stars of a night sky about them, or snowflakes, and which elements those are: they are none of the
thing's."""
_ELEMENT = re.compile(r"<[^>]+/>")
_ART = FOLDER / "art"
_reading = threading.Lock()


@cache
def _archive(name: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(_ART / f"{name}.zip")


@cache
def icon_names() -> frozenset[str]:
    """The names of all vendored drawings, such as ``hot-beverage``, and of those made of them."""
    return frozenset(name.removesuffix(".svg") for name in _archive("noto").namelist()) | {
        *_FEMALES,
        *_PUT_OUT,
        *_BAREHEADED,
    }


@lru_cache(maxsize=128)
def icon_body(name: str) -> str:
    """The SVG elements of one drawing, without the ``svg`` element around them; what only has the paint of skin or hair in
    another, so that these can be changed.

    Raises:
        KeyError: no drawing has that name.
    """
    if name in _FEMALES:
        male, number, instead = _FEMALES[name]
        elements = _ELEMENT.findall(icon_body(male))
        return "".join((*elements[:number], instead, *elements[number + 1 :]))
    if name in _BAREHEADED:
        return _OF_A_CROWN.sub("", icon_body(_BAREHEADED[name]))
    if name in _PUT_OUT:
        return _put_out(*_PUT_OUT[name])
    with _reading:
        body = _archive("noto").read(f"{name}.svg").decode()
    if name in _STARS:
        elements = _ELEMENT.findall(body)
        for star in _STARS[name]:
            body = body.replace(elements[star], "")
    for paint, number, instead in _apart().get(name, ()):
        start = -1
        for _ in range(number + 1):
            start = body.index(paint, start + 1)
        body = f"{body[:start]}{instead}{body[start + len(paint) :]}"
    return body


def _put_out(burning: str, flames: Iterable[str], wicks: Iterable[tuple[float, float, float]]) -> str:
    """The drawing with smoke in the place of its flames."""
    body = icon_body(burning)
    for flame in flames:
        body = re.sub(rf'<path fill="url\(#{flame}\)"[^>]+/>', "", body)
    return body + "".join(
        f'<path fill="none" stroke="#b9bec5" stroke-width="{2.4 * k:g}" stroke-linecap="round" opacity=".85"'
        f' d="M{x:g} {y - 3 * k:g}q{-4 * k:g} {-5 * k:g} 0 {-9 * k:g}t0 {-9 * k:g}"/>'
        f'<path fill="#3a2f28" d="M{x - 0.8 * k:g} {y - 2.5 * k:g}h{1.6 * k:g}v{4 * k:g}h{-1.6 * k:g}z"/>'
        for x, y, k in wicks
    )


@cache
def _apart() -> dict[str, list[tuple[str, int, str]]]:
    """By drawing, the table's ``apart``, from the last to the first of each paint."""
    told = table("complexion")["apart"]
    return {
        name: sorted(((p, n, i) for p, n, i in those), key=lambda one: -one[1])
        for name, those in told.items()
    }


@cache
def outline_names() -> frozenset[str]:
    """The names of all vendored outlines, such as ``piano``."""
    return frozenset(name.removesuffix(".svg") for name in _archive("mdi").namelist())


@lru_cache(maxsize=32)
def outline_body(name: str) -> str:
    """The SVG elements of one outline, to be filled with ``currentColor``.

    Raises:
        KeyError: no outline has that name.
    """
    with _reading:
        return _archive("mdi").read(f"{name}.svg").decode()


_ID = re.compile(r'\bid="([^"]+)"')
_REFERENCE = re.compile(r'(url\(#|href="#)([^)"]+)')


def with_ids(body: str, prefix: str) -> str:
    """The same elements with every id, and every reference to one, prefixed, so that two bodies can share a document."""
    if 'id="' not in body:
        return body
    body = _ID.sub(lambda match: f'id="{prefix}{match[1]}"', body)
    return _REFERENCE.sub(lambda match: f"{match[1]}{prefix}{match[2]}", body)
