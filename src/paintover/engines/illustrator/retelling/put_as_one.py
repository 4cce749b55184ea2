"""All who are there, put somewhere as one: "both on a bench", "put all three in a boat", also of several pictures that are to
become one for it."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_NUMBER = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTED = "|".join(_NUMBER)
_TO_BE = r"(?:sit|sitting|seated|stand|standing|playing|walking|sleeping|swimming|riding|together)"
_PUT = Pattern(
    rf"(?:(?:and|now|ok|please|put|place|seat|have|let|make|get|draw|show),? )*(?:all (?:of the )?(?P<all>{_COUNTED})|both|the (?P<the>{_COUNTED}))(?: of them)?(?: {_TO_BE})*"
    r" (?P<into>(?:on|onto|in|into|inside|under|next to|beside|behind|in front of|around|at|by|near) (?:an?|the) (?!\w*(?:hat|coat|dress|shirt|suit|scar(?:f|ves)|glasses|boot|shoe|uniform|costume|jacket|sweater)s?\b)[a-z ]{2,24})"
)
_DRESSED = Pattern(
    rf"(?P<who>all (?:of the )?(?:{_COUNTED})|both)(?: of them)? (?:in|wearing) (?P<worn>[a-z ]{{0,16}}s)"
)
_SHARED_ZH = Pattern(
    r"(?:让|把)?(?:他们|它们|她们|这)?[两三四五六][个個只隻位](?:放[到在进]?(?:同?一)?(?:张|幅)图?(?:里|中)?面?[，,])?(?:都|一起|一块儿?)?(?:坐|站|睡|躺|在|去|玩|吃|围|骑|放)[^，。；]{1,12}",
    re.NOFLAG,
)


def put_as_one(prompt: str, base: Scene) -> str:
    """The wish as one for "them", where so many as it tells of live in the picture; as it is otherwise."""
    words = prompt.strip(" .!")
    if (dressed := _DRESSED.fullmatch(words)) is not None and _is_clothes(dressed["worn"]):
        return f"{dressed['who']} should wear {dressed['worn']}"
    match = _PUT.fullmatch(words)
    if match is None:
        return prompt
    told = match["all"] or match["the"]
    alive = sum(
        kinds()[one.kind].alive and (one.rel is None or one.rel.type != "hold") for one in base.objects
    )
    return f"put all of them {match['into']}" if alive == (_NUMBER[told.lower()] if told else 2) else prompt


def shares(prompt: str) -> bool:
    """Whether all who are named are to be somewhere together, whichever picture each is in now."""
    words = prompt.strip(" .!。！")
    return _PUT.fullmatch(words) is not None or _SHARED_ZH.fullmatch(words) is not None


def _is_clothes(words: str) -> bool:
    kinds_named = [one.kind for one in parse(words).mentions]
    return bool(kinds_named) and all(
        kind is not None and kinds()[kind].wear is not None for kind in kinds_named
    )
