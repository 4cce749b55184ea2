"""A tool that is told by what is done, and named besides: who mops the floor with a mop has one mop, and who hits a ball with a
bat has no racket."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.labours import kind_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_WITH = Pattern(
    r"\bholding (?P<a>an? )?(?P<t>[a-z]+(?:[- ][a-z]+)?)(?P<mid> beside (?:(?:the|an?|his|her|their|its|some|two|three) )?(?:[a-z]+ )?[a-z]+| in the snow)?"
    r" (?:with|using) (?P<d>an?|the|his|her|their) (?P<x>[a-z]+(?: [a-z]+)?)\b"
)
_MEANT = {
    "brush": {"comb": "comb", "toothbrush": "toothbrush", "paintbrush": "paintbrush"},
    "bat": {"tennis racket": "baseball bat"},
    "iron": {"flatiron": "flatiron"},
}
"""What a word is with what was understood of the deed, by the last: a brush for hair, for teeth or for paint."""
_NET = "net"
_HANDY_M = 1.3
"""How long a tool is at most, in metres."""


_AT_THEIR_OWN = Pattern(
    r"\bholding (?P<d>an?|the|his|her|their) (?P<t>(?:(?:hair|tooth|small|big|wooden|electric)[- ]?)?[a-z]+) beside (?:his|her|its|their|the dog['’]s|the cat['’]s) (?P<x>teeth|hair|fur|coat|nails|face|beard)\b"
)
"""What people do with a tool to themselves: nothing that stands beside them."""
_SAID_OF = Pattern(
    r"\bholding (?P<d>an?|the|his|her) (?P<t>iron|bat)(?= beside (?:(?:the|an?|his|her|some|two|three) )?(?:[a-z]+ )?(?P<x>shirts?|clothes|dress(?:es)?|skirt|trousers|pants|tablecloth|sheets?|laundry|[a-z]*ball)\b)"
)
_TOLD = {"iron": "flatiron", "bat": "baseball bat"}
"""Tools called as a material or an animal is."""


def one_tool(text: str) -> str:
    """The text with each tool that stands in it once told once, as it is named, and with nothing held beside one's own hair."""
    text = _AT_THEIR_OWN.sub(_to_themselves, text)
    return _WITH.sub(_once, _SAID_OF.sub(lambda m: f"holding a {_TOLD[m['t']]}", text))


def _to_themselves(match: re.Match[str]) -> str:
    brushes = match["t"] in ("brush", "hairbrush", "hair brush", "hair-brush")
    if match["x"] in ("hair", "fur", "coat", "beard") and brushes:
        return "holding a comb"
    if match["x"] == "teeth" and brushes:
        return "holding a toothbrush"
    return f"holding {match['d']} {match['t']}"


def _once(match: re.Match[str]) -> str:
    tool, mid = match["t"], match["mid"] or ""
    words = match["x"].split()
    for end in range(len(words), 0, -1):
        said = " ".join(words[:end])
        meant = _MEANT.get(said, {}).get(tool)
        named = meant or said
        kind = kind_of(named)
        if kind is None:
            continue
        rest = "".join(f" {word}" for word in words[end:])
        own = kind_of(tool)
        if kind == _NET and own is not None and kinds()[own].alive:
            return f"holding {match['d']} net beside {match['a'] or ''}{tool}{rest}"
        if kind == own or meant is not None or _is_tool(kind, own):
            return f"holding {match['d']} {named}{mid}{rest}"
        return match[0]
    return match[0]


def _is_tool(kind: str, own: str | None) -> bool:
    """Whether it is held instead of a tool that was only understood."""
    known = kinds()[kind]
    return (
        own is not None
        and not known.alive
        and not kinds()[own].alive
        and known.wear == "hand"
        and known.height_m <= _HANDY_M
    )
