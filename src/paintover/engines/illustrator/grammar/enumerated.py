"""Commas that end no clause: in a list of what somebody has ("with a red hat, a blue scarf and boots") or of what a bowl is
full of, which are as good as an "and", and behind where something is that comes next (桌子上，一只猫).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.grammar.nouns import is_noun
from paintover.engines.illustrator.grammar.relate import HANDY_M, VESSELS
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.hair import HAIR

_COMMA = ","
_SAID = ("a", "numbers", "the", "it", "colours", "sizes", "patterns", "modifiers", "moods")
"""What may stand before a noun of the list."""
_HAVING = frozenset({"wear", "hold"})


def enumerated(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with "and" for each comma of such a list; whoever else is named behind a comma is no part of it."""
    out = list(tokens)
    dropped: set[int] = set()
    subject: Token | None = None
    for at, token in enumerate(tokens):
        if token.get("stop") not in (None, _COMMA):
            subject = None
        elif subject is not None and _opens(tokens, at, subject.readings["kinds"]):
            if (part := _part(tokens, at + 1)) is not None:  # "with green eyes, a hat and a scarf"
                out[part] = replace(token, start=out[part].start, end=out[part].end)
                dropped.update(range(part + 1, _behind(tokens, part)))
                at = _behind(tokens, part) - 1
            for comma, joined in _commas(tokens, at + 1):
                if joined:
                    dropped.add(comma)
                else:
                    out[comma] = replace(out[comma], lang="en", readings={"and": "and"})
        elif is_noun(token) and token.get("kinds") is not None and token.lang == "en":
            subject = token
    return [token for at, token in enumerate(out) if at not in dropped]


def _opens(tokens: Sequence[Token], at: int, subject: str) -> bool:
    """Whether what somebody has comes next: behind "with", "wearing", "holding", and "in" before clothes; or what a bowl is
    full of."""
    token = tokens[at]
    if token.lang == "en" and subject in VESSELS:
        return token.get("with") is not None or token.get("part_of") is not None
    if token.lang != "en" or not kinds()[subject].alive:
        return False
    if token.get("relations") == "inside":
        end = _named(tokens, at + 1)
        return end is not None and kinds()[tokens[end - 1].get("kinds") or "hat"].wear in _CLOTHES
    return token.get("with") is not None or token.get("verbs") in _HAVING


_CLOTHES = ("neck", "head", "foot")


def _part(tokens: Sequence[Token], at: int) -> int | None:
    """Where a comma or an "and" joins something to a part of the body that stands there, with its looks."""
    while at < len(tokens) and any(tokens[at].get(role) for role in _SAID):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].get("parts") is None or tokens[at].get("kinds") is not None:
        return None
    joins = tokens[at + 1].get("stop") == _COMMA or tokens[at + 1].get("and") is not None
    end = _named(tokens, _behind(tokens, at + 1)) if joins else None
    living = end is None or kinds()[tokens[end - 1].get("kinds") or "cat"].alive
    return None if living else at + 1


def _behind(tokens: Sequence[Token], comma: int) -> int:
    """Where the next begins behind a comma or an "and", or both."""
    both = comma + 1 < len(tokens) and tokens[comma].get("stop") and tokens[comma + 1].get("and") is not None
    return comma + 2 if both else comma + 1


def _commas(tokens: Sequence[Token], start: int) -> list[tuple[int, bool]]:
    """Where the commas of the list are, each with whether "and" follows it; none where it is no list."""
    commas: list[tuple[int, bool]] = []
    to_wear = closed = False
    at = start
    while (end := _named(tokens, at)) is not None:
        kind = tokens[end - 1].get("kinds")
        to_wear = kind is not None and (kinds()[kind].wear is not None or kind in HAIR)
        if closed or end >= len(tokens):
            break
        comma = tokens[end].get("stop") == _COMMA
        closed = end + comma < len(tokens) and tokens[end + comma].get("and") is not None
        if not (comma or closed):
            break
        at = end + comma + closed
        if _named(tokens, at) is None:
            return []
        if comma:
            commas.append((end, closed))
    return commas if closed or (to_wear and len(commas) > 1) else []


def _named(tokens: Sequence[Token], at: int) -> int | None:
    """Where a phrase ends that names something that one may have on or with oneself, if one begins there."""
    while at < len(tokens) and any(tokens[at].get(role) for role in _SAID) and not is_noun(tokens[at]):
        at += 1
    start = at
    while at < len(tokens) and (is_noun(tokens[at]) or (at > start and tokens[at].get("parts"))):
        at += 1
    if at == start:
        return None
    named = kinds().get(tokens[at - 1].get("kinds") or tokens[start].get("kinds") or "")
    if named is None or not (named.wear is not None or named.height_m <= HANDY_M):
        return None
    return at


def is_where(clause: Sequence[Token]) -> bool:
    """桌子上，一只猫在睡觉: a clause that only says where whoever comes next is."""
    if len(clause) < 2 or clause[-1].get("relations") is None or clause[-1].get("kinds") is not None:
        return False
    named = [token for token in clause if token.get("kinds") is not None]
    others = [token for token in clause[:-1] if token not in named]
    return (
        clause[-1].lang == "zh"
        and len(named) == 1
        and not kinds()[named[0].readings["kinds"]].alive
        and all(any(token.get(role) for role in _OF_A_GROUND) for token in others)
    )


def goes_on(clause: Sequence[Token], after: Sequence[Token]) -> bool:
    """ "A man, next to a girl in a dress": whether what follows a comma says where who was named is, and what the one there
    has on or with it. The comma parts nothing: read alone, the dress would be all that comes."""
    said = [token for token in clause if token.get("kinds") is not None]
    if not said or len(after) < 4 or after[0].get("relations") is None or after[0].lang != "en":
        return False
    named = [at for at, token in enumerate(after) if token.get("kinds") is not None]
    if len(named) < 2 or not all(
        any(token.get(role) for role in (*_OF_A_GROUND, "a")) for token in after[1 : named[0]]
    ):
        return False
    having = after[named[0] + 1]
    has_it_on = having.get("verbs") == "wear" or having.get("with") or having.text.lower() == "in"
    return (
        bool(has_it_on)
        and kinds()[after[named[0]].readings["kinds"]].alive
        and not any(token.get("verbs") not in (None, "wear", "draw", "add") for token in (*clause, *after))
    )


_OF_A_GROUND = ("numbers", "measures", "colours", "sizes", "patterns", "modifiers", "of", "the")
