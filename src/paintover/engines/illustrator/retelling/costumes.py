"""Children dressed up as what no clothes make: a ghost is drawn as one, of any other the answer says that the costume is missing.

Who is dressed up as somebody of a trade has that one's clothes on (`grammar/guises.py`).
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.guises import guises
from paintover.engines.illustrator.grammar.plurals import several_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.wording import Pattern

_MANY = r"(?P<many>(?:an?|the|one|two|three|four|five|some|several|my|his|her|their) )?(?P<how>(?:(?:little|small|young|cute|funny) )?)"
_YOUNG = r"(?P<young>kids?|child(?:ren)?|boys?|girls?|toddlers?|brothers?|sisters?|siblings|friends?|people|trick[- ]or[- ]treaters)"
_DRESSED = r"(?:is |are |who are |all )?(?:dressed(?: up)?|disguised|in disguise|cosplaying|dressing up) (?:as|like) (?:an? |some )?"
_AS_GHOSTS = Pattern(
    rf"\b{_MANY}{_YOUNG} (?:{_DRESSED}(?:(?:little|spooky|scary|white) )*ghosts?|(?:in|wearing) (?:an? )?(?:(?:little|spooky|scary|white) )*ghost (?:costumes?|outfits?|sheets?))\b(?! (?:and|or|,))"
)
_AS = Pattern(
    rf"\b(?P<young>kid|child|children|kids|boys?|girls?|baby|toddler|son|daughter) {_DRESSED}(?P<what>(?:[a-z]+ )?[a-z]+)\b"
)
_SEVERAL = frozenset({"", "the", "some", "several", "my", "his", "her", "their"})
_EARS = {"rabbit": "bunny ears", "cat": "cat ears", "devil": "devil horns"}
"""What one has on the head who is dressed up as one of those."""


def told_of_costumes(prompt: str) -> str:
    """The new wish with such costumes told plainly; else as it was."""
    return _AS.sub(_in_a_costume, _AS_GHOSTS.sub(_ghosts, prompt))


def _ghosts(match: re.Match[str]) -> str:
    many = (match["many"] or "").strip().lower()
    one = match["young"].lower() in ("kid", "child", "boy", "girl", "toddler", "brother", "sister", "friend")
    if one:
        return f"{many or 'a'} ghost"
    return f"{'three' if many in _SEVERAL else many} {several_of('ghost')}"


def _in_a_costume(match: re.Match[str]) -> str:
    tokens = tokenise(match["what"])
    kind = next((token.get("kinds") for token in tokens if token.get("kinds") is not None), None)
    if kind is None or kind in guises():
        return match[0]
    if kind in _EARS:
        return f"{match['young']} wearing {_EARS[kind]}"
    return f"{match['young']} in a {match['what'].removesuffix('s')} costume"
