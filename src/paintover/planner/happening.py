"""Whether a message says what happens in the picture that is there: "a girl sits on the sofa", where there is a sofa.

Who wants a new picture names what it shows, "a girl on a sofa". Who tells in a whole sentence what somebody does to a thing
that is spoken of as known goes on with a picture that shows the thing, or the place where such a thing stands.
"""

from __future__ import annotations

from paintover.planner.case import Case
from paintover.planner.graph import Node
from paintover.planner.lexicon import CONCEPT, folded
from paintover.planner.terms import is_medium, shown_terms, terms, weight_of

TELLING = 0.9
"""The weight from which a term tells two things apart."""
_ROOMS = frozenset(CONCEPT + name for name in ("room", "kitchen", "building"))
_FURNITURE = frozenset(CONCEPT + name for name in ("table_", "window", "sofa", "bed"))
"""What stands in a house rather than elsewhere."""
_FITTINGS = frozenset({CONCEPT + "classroom_"})
"""What belongs to a kind of room, though it is no room: a teacher's desk."""
_ALOFT = frozenset(CONCEPT + name for name in ("heaven", "weather", "night", "sunset", "dawn"))
"""What is spoken of as known everywhere."""
_OWN = frozenset(CONCEPT + name for name in ("castle", "house", "tower", "animal", "person", "mythical"))


def happens_here(case: Case, latest: Node, places: frozenset[str]) -> bool:
    """Whether somebody comes into the picture, or does something to what it shows; `places` are where things may be."""
    table, words = case.reading.tables[0], folded(case.reading.masked).strip()
    if table.first("scene", "arrives").search(words):
        return True
    happens = table.first("scene", "happens").search(words)
    if happens is None:
        return False
    refers, stands = table.first("scene", "refers"), table.first("scene", "stands_at")
    return any(
        _is_shown(case, latest, known[1])
        or (
            (refers.match(words, known.start()) or happens["whom"])
            and stands.search(words[: known.start(1)])
            and _has_room(case, latest, known[1], places)
        )
        for known in table.first("scene", "known").finditer(words, happens.end("does"))
        if not _is_told_before(known[1], words[: known.start()])
    )


def _is_shown(case: Case, latest: Node, thing: str) -> bool:
    named = frozenset(term for term in terms(thing) if weight_of(term) >= TELLING and not is_medium(term))
    return bool(case.graph.showing(named)[latest.at])


def _has_room(case: Case, latest: Node, thing: str, places: frozenset[str]) -> bool:
    """Whether the picture shows a place where the thing would stand, though nobody named it: the bench of a bus stop.

    Buildings and whoever is alive are no parts of a place: they make a picture of their own.
    """
    told = shown_terms(thing)
    around = case.graph.showing(places | _ROOMS)[latest.at]
    if told & (_FURNITURE | _FITTINGS):
        return bool(around & _ROOMS)
    return bool(around and not told & (places | _ALOFT | _OWN))


def _is_told_before(thing: str, before: str) -> bool:
    """Whether the message itself has brought the thing in: "a cat and a dog, a bird sits on the dog"."""
    return bool(terms(thing) & terms(before))
