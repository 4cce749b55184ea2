"""Which drawings show people's skin, and in which shades they have skin, hair, mouth and eyes."""

from __future__ import annotations

from functools import cache

import msgspec

from paintover.engines.illustrator.emoji import emoji
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.sprites.faces import CHEEK
from paintover.engines.illustrator.sprites.props import PEOPLE


class Shades(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The paints of a drawing by what they are, in small letters; of `skin` the first is the plain one, the second that of
    its lines, and of `hair` the first is the plain one."""

    skin: tuple[str, ...]
    hair: tuple[str, ...]
    mouth: tuple[str, ...]
    eye: tuple[str, ...]


class _Drawings(msgspec.Struct, frozen=True):
    others: frozenset[str]
    never: frozenset[str]
    fills: Shades


@cache
def _told() -> _Drawings:
    return msgspec.convert(table("complexion"), _Drawings)


def shades() -> Shades:
    """The shades of all drawings."""
    return _told().fills


@cache
def all_shades() -> frozenset[str]:
    """All of them together, which a colour that is asked for leaves alone."""
    fills = shades()
    return frozenset((*fills.skin, *fills.hair, *fills.mouth, *fills.eye, CHEEK))


@cache
def has_skin(art: str) -> bool:
    """Whether a drawing, ``noto:girl``, shows somebody's skin that may be of any tone."""
    family, _, name = art.partition(":")
    if art in _told().never:
        return False
    return art in _told().others or (name in PEOPLE if family == "prop" else name in _people())


@cache
def _people() -> frozenset[str]:
    return frozenset(one.icon for one in emoji() if one.group == "People & Body")
