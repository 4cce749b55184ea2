"""Wishes about the skin and the hair of somebody in a picture: "make her skin darker", 把他的头发变成红色."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.complexion import complexion_of, hair_paint, tones
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.skin import has_skin
from paintover.engines.illustrator.sprites.stock import figure_of

DARKER, LIGHTER = "darker", "lighter"


class _Words(msgspec.Struct, frozen=True):
    edits: dict[str, tuple[str, ...]]
    hair: dict[str, tuple[str, ...]]
    tones: dict[str, tuple[str, ...]]


@cache
def _edits() -> tuple[re.Pattern[str], ...]:
    told = msgspec.convert(word_table("complexion"), _Words)
    return tuple(re.compile(one, re.IGNORECASE) for lang in told.edits.values() for one in lang)


@cache
def _of_hair() -> tuple[re.Pattern[str], ...]:
    told = msgspec.convert(word_table("complexion"), _Words)
    return tuple(re.compile(one, re.IGNORECASE) for lang in told.hair.values() for one in lang)


@cache
def _tones() -> dict[str, str]:
    told = msgspec.convert(word_table("complexion"), _Words)
    return {word: tone for tone, words in told.tones.items() for word in words}


def of_the_skin(clause: str) -> tuple[str, str] | None:
    """Whose skin a clause tells of ("" where nobody is named), and what it is to be: a tone, `DARKER` or `LIGHTER`; None for
    a clause about anything else."""
    for pattern in _edits():
        if (match := pattern.match(clause)) is None:
            continue
        said = match.groupdict()
        how = DARKER if said.get("more") else LIGHTER if said.get("less") else None
        how = how or _tones().get((said.get("how") or "").lower().replace(" ", "-"))
        if how is not None:
            return _plain((said.get("who") or "").strip()), how
    return None


_HAIRS = {"redhead": "orange", "brunette": "brown", "ginger": "orange", "gold": "yellow", "golden": "yellow"}


def of_the_hair(clause: str) -> tuple[str, str] | None:
    """Whose hair a clause tells of, and the name of the colour that it is to have; None for a clause about anything else."""
    for pattern in _of_hair():
        if (match := pattern.match(clause)) is None:
            continue
        how = re.sub(r"[- ]haired$|色$", "", match["how"].lower().strip())
        colour = _HAIRS.get(how) or _colour_in(how) or _colour_in(f"{how}色")
        if colour is not None and hair_paint(colour) is not None:
            return _plain((match["who"] or "").strip()), colour
    return None


def _colour_in(words: str) -> str | None:
    """The one colour that the words are."""
    words = re.sub(r"\bblonde?\b", "yellow", words)
    tokens = tokenise(words)
    colour = tokens[0].get("colours") if len(tokens) == 1 else None
    return None if colour is None else _HAIRS.get(colour, colour)


def _plain(who: str) -> str:
    """Her for hers: whose skin it is."""
    return {"his": "him", "their": "them", "its": "it"}.get(who.lower(), who)


def with_skin(things: Sequence[Thing]) -> list[Thing]:
    """Those that have skin."""
    return [one for one in things if has_skin(kinds()[one.kind].art)]


def with_hair(things: Sequence[Thing]) -> list[Thing]:
    """Those whose hair can have another colour."""
    return [one for one in with_skin(things) if figure_of(one).hair]


def dye(editor: Editor, key: str, colour: str) -> None:
    """Give somebody's hair that colour: the cut that they were given, or their own."""
    cuts = [
        one
        for one in editor.things.values()
        if one.kind in HAIR and one.rel is not None and one.rel.type == "wear" and one.rel.to == key
    ]
    for cut in cuts:
        editor.change(cut.id, colour=colour)
    editor.change(key, hair=colour)


def tan(editor: Editor, key: str, how: str) -> None:
    """Give somebody that tone, or the next darker or lighter one; as they are where there is none."""
    complexion = complexion_of(editor.things[key])
    if complexion is None:
        return
    known = list(tones())
    if how in (DARKER, LIGHTER):
        at = known.index(complexion.tone) + (1 if how == DARKER else -1)
        how = known[min(max(at, 0), len(known) - 1)]
    if how != complexion.tone:
        editor.change(key, skin=how)
