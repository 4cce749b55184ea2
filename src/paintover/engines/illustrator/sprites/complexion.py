"""The skin and the hair of people: which somebody has, and a drawing in them.

The drawings come in one skin and one hair. What tone somebody of a scene has is drawn by lot once, when they come into it, and
kept with them, so that no edit of anything else can change it; a word for it ("dark-skinned") goes before the lot.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from paintover.engines.illustrator.colour import Lab, darker, from_lab, lighter, mix, to_lab
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.faces import CHEEK
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.skin import has_skin, shades

_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")


class Tone(NamedTuple):
    """The paints of a skin and what lies on it."""

    skin: str
    shade: str
    mouth: str
    eye: str


class _Lot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tones: tuple[str, ...]
    hair: tuple[str, ...]


class _Kin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    family: str
    young: frozenset[str]


class _Table(msgspec.Struct, frozen=True):
    often: tuple[str, ...]
    kin: _Kin
    tones: dict[str, tuple[str, str, str, str]]
    hair: dict[str, str]
    dyed: dict[str, str]
    goes: dict[str, tuple[str, ...]]
    east: _Lot
    like: dict[str, tuple[str, str]]


class Complexion(NamedTuple):
    """A name of `tones`, and one of `hairs` or a colour that hair is dyed in."""

    tone: str
    hair: str

    @property
    def written(self) -> str:
        """As a scene stores it."""
        return f"{self.tone} {self.hair}"


@cache
def _table() -> _Table:
    return msgspec.convert(table("complexion"), _Table)


@cache
def tones() -> Mapping[str, Tone]:
    """By name, from the lightest to the darkest."""
    return MappingProxyType({name: Tone(*paints) for name, paints in _table().tones.items()})


def hairs() -> Mapping[str, str]:
    """Natural colours of hair by name, and the paint of each."""
    return _table().hair


def hair_paint(name: str) -> str | None:
    """The paint of hair of that colour, natural or asked for; None for one that is no colour of hair."""
    told = _table()
    tinge, _, plain = name.rpartition("-")
    found = told.hair.get(name) or told.dyed.get(name) or told.dyed.get(plain)
    if found is None or name in told.hair or not tinge:
        return found
    return lighter(found, 0.35) if tinge == "light" else darker(found, 0.35)


_EASTERN = frozenset({"zh", "ja", "ko"})


def lot(seed: int, thing: Thing, others: Iterable[Thing] = ()) -> str:
    """The tone and the hair of somebody new, as a scene stores them; "" for what has neither. Those of a family are akin to
    whom of it there is among the `others`."""
    kind = kinds().get(thing.kind)
    if kind is None or not has_skin(kind.art):
        return ""
    told = _table()
    by = random.Random(f"{seed}:{thing.id}:skin")
    if thing.kind in told.like and thing.skin is None:
        return " ".join(told.like[thing.kind])
    known = [one for one in others if one.complexion and one.kind not in told.like]
    family = [one for one in known if _is_kin(one)]
    if _is_kin(thing):
        akin = family or [one for one in known if one.kind in told.kin.young] or known
    else:
        akin = family if thing.kind in told.kin.young else []
    east = thing.lang in _EASTERN
    if akin and thing.skin is None:
        tone, hair = complexion_of(akin[0]) or Complexion("light", "brown")
        own = told.east.hair if east else told.goes[tone]
        return Complexion(tone, hair if by.random() < 0.6 else by.choice(own)).written
    tone = by.choice(told.east.tones if east else told.often)
    if thing.skin in told.goes:
        return Complexion(thing.skin, by.choice(told.goes[thing.skin])).written
    return Complexion(tone, by.choice(told.east.hair if east else told.goes[tone])).written


@cache
def _family() -> re.Pattern[str]:
    return re.compile(_table().kin.family)


def _is_kin(thing: Thing) -> bool:
    return _family().search(thing.label) is not None


def complexion_of(thing: Thing) -> Complexion | None:
    """The tone and the hair of somebody; None for what has no skin that is drawn."""
    kind = kinds().get(thing.kind)
    if kind is None or thing.rung == "signpost" or not has_skin(kind.art):
        return None
    told = thing.complexion or lot(0, thing)
    tone, _, hair = told.partition(" ")
    tone = thing.skin or tone
    hair = thing.hair or hair
    return Complexion(tone if tone in tones() else "light", hair if hair_paint(hair) else "brown")


_BLOOD = "#e23d36"


@lru_cache(maxsize=48)
def _shades(complexion: Complexion) -> Mapping[str, str]:
    """By a shade of the drawings, in small letters, the one of this complexion."""
    fills, tone = shades(), tones()[complexion.tone]
    found = dict.fromkeys(fills.mouth, tone.mouth) | dict.fromkeys(fills.eye, tone.eye)
    found[CHEEK] = mix(tone.skin, _BLOOD, 0.5)
    plain, shade = to_lab(fills.skin[0]), to_lab(fills.skin[1])
    skin, line = to_lab(tone.skin), to_lab(tone.shade)
    for fill in fills.skin:
        share = min(1.8, max(-0.4, (plain[0] - to_lab(fill)[0]) / (plain[0] - shade[0])))
        found[fill] = from_lab(_between(skin, line, share))
    own = hair_paint(complexion.hair) or fills.hair[0]
    usual, hair = to_lab(fills.hair[0]), to_lab(own)
    for fill in fills.hair:
        step = to_lab(fill)[0] - usual[0]
        light = hair[0] + (
            0.8 * step if hair[0] < 0.5 else -1.5 * abs(step)
        )  # brows are darker than fair hair
        found[fill] = from_lab((light, hair[1], hair[2])) if step else own
    return MappingProxyType(found)


def _between(first: Lab, second: Lab, share: float) -> Lab:
    light, a, b = (one + (other - one) * share for one, other in zip(first, second, strict=True))
    return light, a, b


def painted(svg: str, complexion: Complexion) -> str:
    """A drawing, or a part of one, with its skin and hair in that complexion."""
    moved = _shades(complexion)
    return _HEX.sub(lambda match: moved.get(match[0].lower(), match[0]), svg)


_BROWS = re.compile(r'(<path fill=)"#6d4c41"(?= )')
"""The brows of the plain faces; the shade of their hair is a stop of a gradient."""
BROW_UNDER_A_DYE = "#4b3a35"
_LIKE_BROWS = frozenset(
    {"black", "brown", "auburn", "ginger", "blond", "dark-brown", "grey", "white", "yellow", "gold", "orange", "red", "maroon", "beige", "silver"}
)  # fmt: skip
"""Colours of hair that brows have too; who dyes the hair pink leaves them as they are."""


@lru_cache(maxsize=64)
def complexioned(figure: Figure, complexion: Complexion) -> Figure:
    """The figure in that complexion."""
    moved = _shades(complexion)
    hair = dict.fromkeys(moved[fill] for fill in shades().hair if fill in figure.body)
    body = figure.body
    if complexion.hair not in _LIKE_BROWS:
        body = _BROWS.sub(rf'\1"{BROW_UNDER_A_DYE}"', body)
    return replace(
        figure,
        name=f"{figure.name}/{complexion.written}",
        body=painted(body, complexion),
        over=painted(figure.over, complexion),
        hands=painted(figure.hands, complexion),
        hair=tuple(hair),
    )


@cache
def mouths() -> frozenset[str]:
    """Every paint of a mouth."""
    return frozenset(tone.mouth for tone in tones().values()) | frozenset(shades().mouth)
