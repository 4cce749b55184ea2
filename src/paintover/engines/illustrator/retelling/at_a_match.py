"""What people say of those who play: "number 10 on his shirt", "a crowd behind", "another player tackling him"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import name_of
from paintover.engines.illustrator.retelling.whom import WHO, named, one_called
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_SHIRT = r"(?:back|shirt|t-shirt|tee|jersey|top|chest|kit|vest)"
_NUMBERED = (
    Pattern(
        rf"(?:(?:put|write|print|add) )?(?:the |a )?number (?P<n>\d{{1,3}}) on(?:to)? (?P<who>his|her|its|the|the [a-z]+(?:'s)?) {_SHIRT}"
    ),
    Pattern(rf"(?:give|let) (?P<who>{WHO}) (?:have |wear )?(?:the )?number (?P<n>\d{{1,3}})(?: {_SHIRT})?(?: on (?:his|her|the|its) {_SHIRT})?"),
    Pattern(
        rf"(?:change|make|turn) (?P<who>his|her|its|the [a-z]+'s) {_SHIRT}(?:'s)?(?: number)? (?:in)?to (?:be )?(?:have )?(?:the |a )?(?:number )?(?P<n>\d{{1,3}})"
    ),
    Pattern(
        rf"(?P<who>{WHO}) (?:should |must )?(?:have|has|wears?|gets?) (?:the )?number (?P<n>\d{{1,3}})(?: on (?:his|her|the|its) {_SHIRT})?"
    ),
    Pattern(
        rf"(?P<who>his|her|the [a-z]+'s) {_SHIRT} (?:should |must )?(?:has|have|says?|reads?|shows?|is|be|gets?) (?:the )?(?:number )?(?P<n>\d{{1,3}})"
    ),
)  # fmt: skip


def _numbered(match: re.Match[str], base: Scene) -> str | None:
    """Number 10 on his shirt: on the one that he wears, or on one that he gets."""
    who = match["who"].lower().removesuffix("'s")
    who = {"his": "he", "her": "she", "its": "it", "the": "he"}.get(who, who)
    one = one_called(who, base)
    if one is None or not is_somebody(one.kind):
        return None
    worn = [two for two in base.objects if two.rel is not None and (two.rel.type, two.rel.to) == ("wear", one.id)]  # fmt: skip
    shirt = next((two.colour for two in worn if two.kind == "shirt" and two.colour in _PLAIN), None)
    return f"give {named(one, base)} a {f'{shirt} ' if shirt else ''}t-shirt that says “{match['n']}”"


_PLAIN = frozenset({"red", "blue", "green", "yellow", "orange", "purple", "pink", "brown", "black", "white", "grey"})  # fmt: skip


_CROWD = Pattern(
    r"(?:(?:add|draw|put|place|have|show|include|i want|with) )?(?:an? |the |some |lots of |many |more )?(?:(?:big|large|huge|small|cheering|happy|excited|watching|loud) )*"
    r"(?P<who>crowds?|audience|spectators|fans|supporters)(?: of (?:people|fans|spectators))?(?: (?:who are |that is )?(?:cheering|watching|clapping|waving|looking on)(?: (?:for|at|on|him|her|them|it|the [a-z ]{3,24}))*)?"
    r"(?: (?:(?:in|at|on|to) [a-z ]{3,40}|behind(?: [a-z ]{3,24})?|around(?: [a-z ]{3,24})?))?"
)


def _crowd(match: re.Match[str], base: Scene) -> str | None:
    """A crowd, without a word of what to do with it. Fans are people where somebody plays before them."""
    who = match["who"].lower()
    if who in ("fans", "spectators", "supporters"):
        played = base.env.place in ("stadium", "stage") or _sport(base) is not None
        return (
            "add a spectator crowd" if who == "fans" and played and match[0].lower().endswith(who) else None
        )
    return "add a spectator crowd"


_PLAYER = Pattern(
    r"(?P<lead>(?:add|put|draw|and|with|i want) )?(?P<n>an?|another|one more|two|two more|three|some) (?P<look>(?:[a-z]+ )?)(?P<who>player|opponent|team ?mate|team mate|defender|rival)(?P<s>s?)"
    r"(?:,? (?:who (?:is|are) )?(?:trying|about|going|ready) to [^,.;]+?| (?P<does>tackling|chasing|marking|blocking|challenging|fighting|defending) (?:him|her|it|them|the [a-z]+))?(?P<where> (?:(?:on|to|in|at|behind|next to|beside|near|in front of) [a-z ]{2,30}|behind|running(?: [a-z ]+)?|jumping(?: [a-z ]+)?))?"
)
_PLAYERS = ("footballer", "soccer-player", "basketball-player", "volleyball-player", "tennis-player", "baseball-player", "hockey-player", "american-football-player", "badminton-player", "table-tennis-player")  # fmt: skip


def _sport(base: Scene) -> Thing | None:
    """Who plays there."""
    return next((one for one in base.objects if one.kind in _PLAYERS), None)


def _player(match: re.Match[str], base: Scene) -> str | None:
    """Another player, of the game that is played there."""
    one = _sport(base)
    if one is None:
        return None
    noun = name_of(one, chinese=False)
    many = match["n"].lower()
    several = many in ("two", "two more", "three", "some")
    told = f"add {many} {match['look']}{plural_of(noun) if several else noun}"
    where = (match["where"] or "").rstrip()
    return told + (f" {where.strip()} {named(one, base)}" if where.strip() == "behind" else where)


AT_A_MATCH: Sequence[Form] = (
    *((form, _numbered) for form in _NUMBERED),
    (_CROWD, _crowd),
    (_PLAYER, _player),
)
"""Whole clauses of a match, each with what it is told as."""
