"""What one in the picture takes from another: "the bear steals her hat", "give his scarf to the girl", "she is wearing his hat".

What is meant is there already, on or with somebody else, so that no other one comes and nobody is carried along with it.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.whom import named, one_called
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:please|now|and|then|ok|so|maybe|but),? )*"
_ONE = r"(?:the|my) [a-z]+(?: [a-z]+)??|he|she|it|him|her"
_WHOSE = r"(?P<whose>his|her|its|their|the [a-z]+(?: [a-z]+)?['’]s?)"
_WHAT = r"(?P<what>[a-z]+(?: [a-z]+)?)"
_FROM = (
    r"(?: (?:from|off|away from|off of) (?P<of>his head|her head|its head|him|her|it|the [a-z]+(?: [a-z]+)?))"
)
_END = r"(?: now| instead| please| away)*[.! ]*"
_HAS_GOT = (
    r"(?:(?:is|are|should|must|has|have|just|now) )*(?:steals?|stealing|stolen|takes?|taking|taken|snatch(?:es|ing|ed)?|grab(?:s|bing|bed)?"
    r"|swip(?:es?|ing|ed)|nick(?:s|ing|ed)?|nab(?:s|bing|bed)?|pinch(?:es|ing|ed)?|borrow(?:s|ing|ed)?|gets?|has got|has|have|wears?|wearing|holds?|holding|puts? on"
    r"|runs? (?:off|away) with|running (?:off|away) with|flies off with|makes off with|walks off with)"
)
_TAKES = Pattern(
    rf"(?P<lead>{_LEAD})(?:(?:make|let|have) )?(?P<who>{_ONE})(?:['’]s)? {_HAS_GOT} (?:{_WHOSE}|the) {_WHAT}??{_FROM}?{_END}"
)
_GIVEN = Pattern(rf"(?P<lead>{_LEAD})(?:give|hand|pass|lend) {_WHOSE} {_WHAT}? to (?P<who>{_ONE}){_END}")
_GIVES = Pattern(
    rf"(?P<lead>{_LEAD})(?:give|hand|pass|lend) (?P<who>{_ONE}) (?P<whose>his|her|its|their|the [a-z]+['’]s) {_WHAT}{_END}"
)
_OFF_AND_ON = Pattern(
    rf"(?P<lead>{_LEAD})take (?:the )?{_WHAT}{_FROM},?(?: and| then)* (?:put|place) it on(?:to)? (?P<who>{_ONE}){_END}"
)


_HELD_OUT = Pattern(
    r"(?P<who>[\u4e00-\u9fff]{1,5}?)(?:正?在|就|便|马上|开心地|高兴地)*(?P<does>吃|喝|接过去?|接住|接下|收下|拿过去?|接)(?:着|了)?(?:一[个只块杯口])?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:吧|了)?",
    re.NOFLAG,
)
"""What somebody eats or takes that another holds out to them."""


def _of_what_is_held_out(match: re.Match[str], base: Scene) -> str | None:
    who = named_in(match["who"], base)
    out = [
        one
        for one in named_in(match["what"], base)
        if (owner := _bearer(one, base)) is not None and owner.pose == "give" and owner not in who
    ]
    if len(who) != 1 or not kinds()[who[0].kind].alive or len(out) != 1:
        return None
    if match["does"] in ("吃", "喝"):
        return f"{match['who']}{match['does']}那个{match['what']}"
    return f"{match['who']}拿着那个{match['what']}"


def told_of_what_is_taken(prompt: str, base: Scene) -> str:
    """The wish with what goes from one to the other told as put on, or given to, who has it afterwards."""
    if not prompt.isascii():
        held_out = _HELD_OUT.fullmatch(prompt.strip(" 。！"))
        return (_of_what_is_held_out(held_out, base) if held_out is not None else None) or prompt
    for words in (_TAKES, _GIVEN, _GIVES, _OFF_AND_ON):
        match = words.fullmatch(prompt.strip())
        told = None if match is None else _handed_over(match.groupdict(), base)
        if match is not None and told is not None:
            return match["lead"] + told
    return prompt


def _handed_over(said: dict[str, str | None], base: Scene) -> str | None:
    who = one_called((said["who"] or "").removeprefix("my "), base)
    if who is None or not kinds()[who.kind].alive or said["what"] is None:
        return None
    whose = said.get("whose") or said.get("of")
    there = [
        (one, owner)
        for one in named_in(f"the {said['what']}", base)
        if (owner := _bearer(one, base)) is not None and owner != who
    ]
    if whose is not None and whose.startswith("the "):
        owners = named_in(whose.removesuffix("'").removesuffix("'s"), base)
        there = [(one, owner) for one, owner in there if owner in owners]
    if len(there) != 1:
        return None
    thing, owner = there[0]
    if any(_bearer(one, base) == who and one.kind == thing.kind for one in base.objects):
        return None  # "the boy holds his ball" is of the one that he has
    worn = thing.rel is not None and thing.rel.type == "wear"
    return f"{'put' if worn else 'give'} {named(thing, base)} {'on' if worn else 'to'} {named(who, base)}"


def _bearer(one: Thing, base: Scene) -> Thing | None:
    """Who has it on, in hand or on the back."""
    if one.rel is None or one.rel.type not in ("wear", "hold") or kinds()[one.kind].alive:
        return None
    owner = base.thing(one.rel.to)
    return owner if owner is not None and kinds()[owner.kind].alive else None
