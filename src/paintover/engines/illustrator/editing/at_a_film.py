"""Who watches a film at the cinema sits in a row of it, seen from behind as they are."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.staging.held import is_in_hand
from paintover.engines.illustrator.wording import Pattern

ROW = "train-seats"
"""A row of seats."""
_ABREAST, _MOST = 3, 6
"""How many share one at most, and how many people find a seat: of more the rows would hide each other."""
_EATING = Pattern(
    r"(?P<at>\b(?:cinema|movies?|theat(?:er|re)|film)\b[^.;]*?),? (?:and |while )?(?:is |are )?(?:eating|sharing|having|munching(?: on)?|snacking on) (?P<x>(?:(?:an?|some|the|their) )?(?:(?:big|large|bucket of|bag of|tub of|box of) )*popcorn)\b"
)
"""Popcorn that is eaten before a screen is in the hands of those who look at that."""


def told_with_popcorn(prompt: str) -> str:
    """The new wish with the popcorn of who watches a film told as held; else as it was."""
    return _EATING.sub(r"\g<at> holding \g<x>", prompt)


def seated_at_the_film(scene: Scene, lang: str) -> Scene:
    """The new picture of a cinema with those who have their backs to us in rows of its seats; others stay as they are."""
    if scene.env.place != "cinema-hall":
        return scene
    free = [one for one in scene.objects if one.away and (one.rel is None or one.rel.type == "beside")]
    if not 0 < len(free) <= _MOST or any(one.kind == ROW for one in scene.objects):
        return scene
    many = -(-len(free) // _ABREAST)
    after = max(int(one.id.lstrip("o")) for one in scene.objects) + 1
    label = names("zh" if lang == "zh" else "en", ROW)
    rows = [
        Thing(id=f"o{after + at}", kind=ROW, label=label, lang=lang, rung=kinds()[ROW].rung, away=True)
        for at in range(many)
    ]
    holders = {one.rel.to for one in scene.objects if one.rel is not None and is_in_hand(one.rel)}
    seats = {one.id: rows[at * many // len(free)].id for at, one in enumerate(free)}
    seated = (
        msgspec.structs.replace(
            one, rel=Relation(type="on", to=seats[one.id]), pose=_RAISED if one.id in holders else "sit"
        )
        if one.id in seats
        else one
        for one in scene.objects
    )
    return msgspec.structs.replace(scene, objects=(*rows, *seated))


_RAISED = "lift"
"""How what is held is seen above the back of a seat."""
