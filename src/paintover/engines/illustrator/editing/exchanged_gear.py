"""What two have on, or in the hand, and exchange: "swap their hats", "they trade clothes", and "the other way round" after each was
given something. Each thing goes to the other as it is, and whoever has nothing of the kind gets the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.whom import standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:no|nah|ok|okay|oh|hmm+|wait|actually|please|and|now|so|then|can you|could you|let them|have them|make them|they(?: should)?)[ ,.]+)*"
_SWAP = Pattern(
    rf"{_LEAD}(?:swap|switch|exchange|trade)(?: (?:around|over))? (?:(?:their|the|what) )?(?P<what>the [a-z ]{{2,20}}? (?:and|with|for) the [a-z ]{{2,20}}?|[a-z]+(?: [a-z]+)?|they (?:wear|have on|hold))(?: (?:around|over|with each other|please|instead))*[.!]?"
)
_OTHER_WAY = Pattern(rf"{_LEAD}(?:do it |make it |do that )?the other way (?:a?round|about)(?: please)?[.!]?")
_CLOTHES = re.compile(
    r"(?:clothes|outfits?|clothing|costumes?|dress(?:es)?|things|gear|they (?:wear|have on))", re.IGNORECASE
)
_PAIR = re.compile(r"(?P<a>the .+) (?:and|with|for) (?P<b>the .+)")
_BORNE = ("wear", "hold")


def gear_exchanged(prompt: str, base: Scene, language: Language) -> Scene | None:
    """The picture with what its two exchanged; None of a wish that is not about such, or where they are not two.

    Raises:
        NotDrawable: what they are to exchange is part of how they are drawn.
    """
    two = [one for one in standing(base) if stock_of(one).alive and one.id in base.layout]
    swap, round_ = _SWAP.fullmatch(prompt.strip()), _OTHER_WAY.fullmatch(prompt.strip())
    if len(two) != 2 or not (swap or round_):
        return None
    has = {one.id: [thing for thing in base.objects if _is_had(thing, one)] for one in two}
    if swap is None:
        about = base.focus in {one.id for one in two} | {thing.id for each in has.values() for thing in each}
        return _swapped(base, two, has) if about and all(has.values()) and _differ(*has.values()) else None
    what = swap["what"].lower()
    if _CLOTHES.fullmatch(what):
        has = {
            key: [one for one in each if one.rel is not None and one.rel.type == "wear"]
            for key, each in has.items()
        }
        if not any(has.values()):
            raise NotDrawable(notes.worn_anyway(two[0].label, "outfit", language))
        return _swapped(base, two, has)
    if (pair := _PAIR.fullmatch(what)) is not None:
        first, last = ({one.id for one in named_in(pair[name], base)} for name in ("a", "b"))
        each = [[one for one in has[two[at].id] if one.id in first | last] for at in (0, 1)]
        apart = first and last and not first & last and all(len(some) == 1 for some in each)
        return _swapped(base, two, dict(zip(has, each, strict=True))) if apart else None
    named = {kind for token in tokenise(what) if (kind := token.get("kinds")) is not None}
    has = {
        key: [one for one in each if one.kind in named or one.label.lower().rstrip("s") == what.rstrip("s")]
        for key, each in has.items()
    }
    return _swapped(base, two, has) if any(has.values()) else None


def _is_had(thing: Thing, by: Thing) -> bool:
    return (
        thing.rel is not None and thing.rel.to == by.id and thing.rel.type in _BORNE and thing.kind != "leash"
    )


def _differ(first: list[Thing], second: list[Thing]) -> bool:
    looks = [
        sorted((one.kind, one.colour or "", one.pattern or "") for one in each) for each in (first, second)
    ]
    return looks[0] != looks[1]


_WITH_IT = frozenset({None, "hold", "lift", "read"})
"""How one stands who holds something, according to what it is."""


def _swapped(base: Scene, two: list[Thing], has: dict[str, list[Thing]]) -> Scene:
    first, last = two
    changed = {one.id: one for one in _goes(first, last, has[first.id], has[last.id])}
    held = all(any(one.rel is not None and one.rel.type == "hold" for one in each) for each in has.values())
    if held and {first.pose, last.pose} <= _WITH_IT:
        changed[first.id] = msgspec.structs.replace(first, pose=last.pose)
        changed[last.id] = msgspec.structs.replace(last, pose=first.pose)
    objects = tuple(changed.get(one.id, one) for one in base.objects)
    gone = {thing.id for each in has.values() for thing in each}
    layout = {key: placed for key, placed in base.layout.items() if key not in gone}
    return msgspec.structs.replace(
        base, objects=objects, layout=layout, focus=min(gone), together=(first.id, last.id)
    )


def _goes(first: Thing, last: Thing, one: list[Thing], other: list[Thing]) -> Iterator[Thing]:
    """What each has after that; of two scarves their colours go."""
    if len(one) == len(other) == 1 and one[0].kind == other[0].kind:
        for mine, theirs in ((one[0], other[0]), (other[0], one[0])):
            yield msgspec.structs.replace(
                mine,
                colour=theirs.colour,
                was=theirs.was,
                pattern=theirs.pattern,
                second=theirs.second,
                label=theirs.label,
            )
        return
    for things, to in ((one, last), (other, first)):
        for thing in things:
            if thing.rel is not None:
                yield msgspec.structs.replace(thing, rel=msgspec.structs.replace(thing.rel, to=to.id))
