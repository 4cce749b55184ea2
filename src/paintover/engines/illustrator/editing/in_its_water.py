"""What belongs in the water of a place though nobody says so: water lilies lie on it, a bridge spans it, ducks swim."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.scene import Environment, Relation, Thing
from paintover.engines.illustrator.sprites.stock import LAID_M
from paintover.engines.illustrator.staging.on_water import PONDS
from paintover.engines.illustrator.staging.standing import BRIDGES, floats
from paintover.engines.illustrator.wording import Pattern

_FOWL = frozenset({"duck", "goose"})
_ASHORE = Pattern(
    r"\b(?:by|beside|near|along|around|next to|on|at the edge of) (?:the |a )?(?:[a-z]+ )?(?:lake|pond|water|shore|bank|lawn|grass|meadow|beach|sand)\b"
    r"|\b(?:walk|stand|sit|sleep|waddl|eat)\w*|[边旁岸]|草地|沙滩|[走站坐睡]"
)
_WATERS = Pattern(r"\b(?:lakes?|ponds?)\b|[湖池塘水]")
_ASIDE = frozenset({"beside", "left", "right", "front", "behind", "between"})


def of_the_water(
    things: Sequence[Thing], env: Environment, prompt: str, there: Collection[str] = ()
) -> tuple[Thing, ...]:
    """The things, each newcomer that belongs there in the water. `there` are the ids of those that are no newcomers."""
    things = tuple(one if one.id in there else _over_its_pond(one, things) for one in things)
    place = place_in(env)
    if place.water is None or place.floats:
        return things
    told = bool(there) or _WATERS.search(prompt) is not None
    ashore = not told or _ASHORE.search(prompt) is not None
    return tuple(
        one if one.id in there or one.where else _in_it(one, things, env, place, ashore=ashore)
        for one in things
    )


def _over_its_pond(thing: Thing, things: Sequence[Thing]) -> Thing:
    """The thing, a bridge that was said to be on a pond above it."""
    rel = thing.rel
    if thing.kind not in BRIDGES or rel is None or rel.type not in ("on", "inside"):
        return thing
    below = next((one for one in things if one.id == rel.to), None)
    over = below is not None and below.kind in PONDS
    return msgspec.structs.replace(thing, rel=Relation(type="above", to=rel.to)) if over else thing


def _in_it(thing: Thing, things: Sequence[Thing], env: Environment, place: Place, *, ashore: bool) -> Thing:
    """The thing as it is in the water if it belongs there."""
    if thing.kind in _FOWL:
        swims = env.place == "lake" and thing.rel is None and thing.pose is None and not ashore
        return msgspec.structs.replace(thing, pose="swim", where="water") if swims else thing
    spans = thing.kind in BRIDGES and place.channel is None
    if not (spans or thing.kind in LAID_M) or not _is_free(thing, things, place):
        return thing
    return msgspec.structs.replace(thing, where="water")


def _is_free(thing: Thing, things: Sequence[Thing], place: Place) -> bool:
    """Whether it is where its kind is at home, or at the side of one that swims."""
    if thing.rel is None:
        return True
    rel = thing.rel
    other = next((one for one in things if one.id == rel.to), None)
    return rel.type in _ASIDE and other is not None and floats(other, place)
