"""What passes between those of a picture, as English asks for it: "have the boy and the girl look at the dog", "they should be
arguing", "let her push him", "have him hand her a flower", "have her pour him some tea", "let them share a pizza".

Each is told as what they are doing, which the grammar reads of those who are there: as an order it would turn somebody into
what the deed is done to, or bring a second one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.retelling.whom import named, one_called, people
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import takes_pose
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_ONE = r"(?:him|her|he|she|it|(?:the|his|her|their|my) [a-z]+(?: [a-z]+)??|(?:the )?one (?:on|to) the (?:left|right))"
_LONG = r"(?:the|his|her|their|my) [a-z]+ [a-z]+"
_WHO = rf"(?:they|them|both(?: of them)?|the two of them|{_ONE}(?: and {_ONE})?)"
_WHO_IN_FULL = rf"{_LONG}(?: and (?:{_LONG}|{_ONE}))?"
_LEAD = r"(?P<lead>(?:please |now |ok |okay |and |then |so |maybe )*(?:can you |could you )?)"


def _asked(who: str) -> Pattern:
    return Pattern(
        rf"^{_LEAD}(?:(?:let|have|make|get) (?P<who>{who}) (?:to )?(?:be )?|(?P<whose>{who}) (?:should|must|could|needs? to|has to|have to|can)(?: all| both)? (?:be )?|(?P<is>{who}) (?:is|are) (?:now )?)"
        r"(?P<does>[a-z]+(?: [a-z']+){0,8}?)(?P<end>[.! ]*)$"
    )


_ASKED = (_asked(_WHO), _asked(_WHO_IN_FULL))
_EACH = r"(?:(?:to|with|at) )?(?:each other|one another|together)"

Told = Callable[[Sequence[Thing], re.Match[str], Scene], str | None]


def told_of_what_passes(prompt: str, base: Scene) -> str:
    """The wish as what those are doing; as it is where it asks no such thing, or nobody is known by those words."""
    if not prompt.isascii() or '"' in prompt:
        return prompt
    for form in _ASKED:
        asked = form.match(prompt)
        those = _those(asked["who"] or asked["whose"] or asked["is"], base) if asked is not None else []
        if asked is None or not those:
            continue
        for words, tell in _DEEDS:
            found = words.compiled.fullmatch(asked["does"])
            if found is not None and (told := tell(those, found, base)) is not None:
                return f"{asked['lead']}{told}"
    return prompt


def _those(words: str, base: Scene) -> list[Thing]:
    said = words.lower()
    if said in ("they", "them", "the two of them") or said.startswith("both"):
        folk = people(base)
        return folk if 2 <= len(folk) <= _MOST else []
    found = [one_called(part, base) for part in re.split(r" and ", said)]
    return [one for one in found if one is not None] if None not in found else []


_MOST = 4


def _pair(those: Sequence[Thing], whom: str | None, base: Scene) -> list[Thing]:
    """Those two between whom it passes."""
    if whom is None:
        return [*those] if len(those) == 2 else []
    other = one_called(whom, base)
    return [those[0], other] if len(those) == 1 and other is not None and other is not those[0] else []


def _look(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    whom = found["whom"].lower()
    if whom in ("them", "both", "both of them", "the two of them"):
        others = [one for one in people(base) if one not in those]
        return f"{named(those[0], base)} is looking at {named(others[0], base)}" if others else None
    at = one_called(whom, base)
    if at is None or len(those) < 2:
        return None
    return ", ".join(f"{named(one, base)} is looking at {named(at, base)}" for one in those if one is not at)


def _talk(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    two = _pair(those, found["whom"], base)
    if not two:
        return None
    if not any(one.pose in _BUSY or one.rel is not None for one in two):
        return f"{named(two[0], base)} and {named(two[1], base)} are talking"
    first, last = named(two[0], base), named(two[1], base)
    return f"{_up(two[0], base)}{_up(two[1], base)}{first} is looking at {last}, {last} is looking at {first}"


def _up(one: Thing, base: Scene) -> str:
    """An end of what somebody does who has to do something else."""
    return f"make {named(one, base)} stand, " if one.pose in _BUSY else ""


_BUSY = frozenset(
    {
        "fight",
        "dance",
        "run",
        "hug",
        "kiss",
        "jump",
        "wave",
        "sing",
        "high-five",
        "shake",
        "throw",
        "push",
        "pull",
        "point",
    }
)
"""What they do no more who talk."""


def _argue(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    two = [*those] if found["whom"] is None and len(those) > 1 else _pair(those, found["whom"], base)
    if not two:
        return None
    angry = ", ".join(f"{named(one, base)} is angry" for one in two)
    if len(two) > 2 or any(one.pose in ("sit", "lie") or one.rel is not None for one in two):
        return angry
    return f"{named(two[0], base)} and {named(two[1], base)} are fighting, {angry}"


def _push(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    two = _pair(those, found["whom"], base)
    return f"{named(two[0], base)} is pushing {named(two[1], base)}" if two else None


def _laugh(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    two = _pair(those, found["whom"], base)
    return f"make {named(two[0], base)} laugh at {named(two[1], base)}" if two else None


def _share(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    if len(those) != 2:
        return None
    names = f"{named(those[0], base)} and {named(those[1], base)}"
    if found["what"].endswith("umbrella"):
        return f"{names} under {found['article'] or 'an'} {found['what']}"
    return f"{names} are eating {found['what']}" if kinds_in(found["what"]) else None


def _hand(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    """What is held out, by somebody who can; to an animal it is given."""
    two = _pair(those, found["whom"], base)
    if not two or not is_somebody(two[0].kind):
        return None
    if not kinds_in(found["what"]):
        return None
    giver, whom = two
    if found["gives"].lower() in ("give", "giving") and not is_animal(whom.kind):
        return None  # who has it then
    if is_animal(whom.kind):
        return f"give {named(whom, base)} {found['what']}"
    if not takes_pose(msgspec.structs.replace(giver, pose="give")):
        return None
    return f"{_up(giver, base)}{named(giver, base)} is giving {named(whom, base)} {found['what']}"


def _pour(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    drink = (found["what"] or "juice").lower()
    drink = "juice" if drink in ("drink", "something") else drink
    return f"{_up(those[0], base)}{named(those[0], base)} is pouring {drink}" if len(those) == 1 else None


def _leash(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    dogs = [one for one in base.objects if is_animal(one.kind)]
    return (
        f"{named(those[0], base)} is walking {named(dogs[0], base)}" if len(those) == len(dogs) == 1 else None
    )


def _walk(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    dog = one_called(found["whom"], base)
    return (
        f"{named(those[0], base)} is walking {named(dog, base)}"
        if len(those) == 1 and dog is not None and is_animal(dog.kind)
        else None
    )


def _wake(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    two = _pair(those, found["whom"] or found["also"], base)
    if not two or two[1].pose != "sleep":
        asleep = [one for one in base.objects if one.pose == "sleep"]
        two = [those[0], asleep[0]] if len(asleep) == 1 and len(those) == 1 else []
    if not two:
        return None
    return f"wake {named(two[1], base)} up, {named(two[0], base)} is looking at {named(two[1], base)}"


def _instead(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    """ "Eating an ice cream instead of the balloon" of somebody who holds it."""
    held = next((one for one in named_in(f"the {found['old']}", base) if one.rel is not None), None)
    if len(those) != 1 or held is None or held.rel is None or held.rel.to != those[0].id:
        return None
    does = {"eat": "eating", "drink": "drinking", "read": "reading"}.get(found["verb"].lower(), found["verb"])
    return f"remove {named(held, base)}, {named(those[0], base)} is {does} {found['what']}"


def _dance(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    return f"{named(those[0], base)} and {named(those[1], base)} are dancing" if len(those) == 2 else None


def _race(those: Sequence[Thing], found: re.Match[str], base: Scene) -> str | None:
    return f"{named(those[0], base)} and {named(those[1], base)} are running" if len(those) == 2 else None


_WHOM = r"(?P<whom>[a-z]+(?: [a-z]+){0,2}?)"
_DEEDS: Sequence[tuple[Pattern, Told]] = (
    (Pattern(rf"(?:look(?:ing)?|star(?:e|ing)|gaz(?:e|ing)) at {_WHOM}"), _look),
    (Pattern(rf"watch(?:ing)? {_WHOM}"), _look),
    (
        Pattern(
            rf"(?:talk|chat|speak)(?:t?ing)?(?: {_EACH}|(?: to| with) (?!each|one another|us|me)(?P<whom>[a-z]+(?: [a-z]+){{0,2}}?))?"
        ),
        _talk,
    ),
    (
        Pattern(
            rf"(?:argu(?:e|ing)|quarrel(?:l?ing)?|yell(?:ing)? at each other|shout(?:ing)? at each other)(?: {_EACH}|(?: with) (?!each|one another)(?P<whom>[a-z]+(?: [a-z]+){{0,2}}?))?"
        ),
        _argue,
    ),
    (Pattern(rf"push(?:ing)? {_WHOM}"), _push),
    (Pattern(rf"laugh(?:ing)? at {_WHOM}"), _laugh),
    (
        Pattern(
            r"(?:shar(?:e|ing)|split(?:ting)?) (?:(?P<article>an?|the|one|some) )?(?P<what>[a-z]+(?: [a-z]+)?)"
        ),
        _share,
    ),
    (
        Pattern(
            rf"(?P<gives>giv(?:e|ing)|hand(?:ing)?|offer(?:ing)?|pass(?:ing)?) {_WHOM} (?P<what>(?:an?|some|the|his|her) [a-z]+(?: [a-z]+){{0,3}})"
        ),
        _hand,
    ),
    (
        Pattern(
            rf"pour(?:ing)? (?:{_WHOM} )?(?:(?:an?|some|the) )?(?:(?:cup|glass|mug|bit) of )?(?P<what>drink|tea|coffee|water|juice|milk|wine|beer|lemonade|something)(?: to drink)?"
        ),
        _pour,
    ),
    (
        Pattern(
            r"(?:hold|holding|have|take|taking) (?:the|its|his|her|the [a-z]+'s) (?:leash|lead)|(?:hold|holding|have|keep|keeping) (?:it|the [a-z]+) (?:on|by) (?:a|the|its) (?:leash|lead)"
        ),
        _leash,
    ),
    (Pattern(rf"(?:walk|walking) {_WHOM}"), _walk),
    (
        Pattern(r"wak(?:e|ing) (?:(?P<whom>[a-z]+(?: [a-z]+){0,2}?) up|up (?P<also>[a-z]+(?: [a-z]+){0,2}))"),
        _wake,
    ),
    (
        Pattern(
            r"(?P<verb>eat|eating|drink|drinking|read|reading) (?P<what>(?:an?|some|the) [a-z]+(?: [a-z]+){0,2}) instead of (?:holding )?(?:the|his|her|a) (?P<old>[a-z]+(?: [a-z]+)?)"
        ),
        _instead,
    ),
    (Pattern(rf"danc(?:e|ing) {_EACH}(?: now)?"), _dance),
    (Pattern(rf"rac(?:e|ing)(?: {_EACH}| against each other)?"), _race),
)
