"""Whether a message says what happens in the picture that is there: "a girl sits on the sofa", where there is a sofa.

Who wants a new picture names what it shows, "a girl on a sofa". Who tells in a whole sentence what somebody does goes on with
the picture that shows him, or what he does it to, or the place where such things are.
"""

from __future__ import annotations

from dataclasses import dataclass

from paintover.planner.case import Case
from paintover.planner.graph import Node
from paintover.planner.kinds import BEINGS, KINDS_OF_PICTURE, PLACES, SETTINGS, concepts
from paintover.planner.lexicon import folded, lexicon, parts_of, wider, word_at
from paintover.planner.naming import TELLING, named_things, things
from paintover.planner.spans import clauses
from paintover.planner.tables import Table
from paintover.planner.terms import is_medium, shown_terms, terms, weight_of

_ROOMS = concepts("room", "kitchen", "building")
_INDOORS = _ROOMS | concepts("furniture") - concepts("bench")
_FURNITURE = concepts("table_", "window", "sofa", "bed", "fireplace", "carpet", "shelf", "cabinet", "curtain")
"""What stands in a house rather than elsewhere."""
_TABLE = concepts("table_")
_FITTINGS = concepts("classroom_")
"""What belongs to a kind of room, though it is no room: a teacher's desk."""
_ALOFT = concepts("heaven", "weather", "night", "sunset", "dawn")
"""What is spoken of as known everywhere."""
_OWN = concepts("castle", "house", "tower", "animal", "person", "mythical", "fire")
"""What makes a picture of its own."""
_LARGE = concepts("vehicle_", "heaven", "weather")
"""What is rather told of another picture than brought to somebody who is there."""
_LEGENDS = concepts("mythical")
"""Whoever is of no place that there is: nobody takes them for granted."""
_STAYS = PLACES | concepts("tent", "camping_", "table_", "fire")
"""Where people stay and do something."""
_KIN = concepts(
    "child", "mother", "father", "sibling", "friends", "grandchild", "oldman", "people_", "man", "woman"
)
"""Whoever may belong to whom the picture shows."""
_ACTORS = BEINGS | concepts("vehicle_", "robot")
"""Whoever and whatever a picture may be of, and do something there."""
_ANYWHERE = concepts("sky", "nature", "food", "flower", "grass", "plant")
"""What makes no place of its own out of what is of its kind: bread is not the baker's shop, a flower no landscape."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about what somebody does: who, and where in the words what he does it to may begin."""

    who: str
    end: int
    is_known: bool = False
    """He is spoken of without a number, as known: 企鹅站在冰山上."""
    is_guessed: bool = False
    """No verb is known by which it were a sentence: it is one as somebody is named, and more than his name is said."""


def happens_here(case: Case, latest: Node) -> bool:
    """Whether somebody comes into the picture, does something to what it shows, or does what is done in such a place."""
    table, words = case.reading.tables[0], folded(case.reading.masked).strip(" .。!！~")
    if table.first("scene", "arrives").search(words) or _rests_here(case, latest, words):
        return True
    told = _told(table, words)
    if told is None:
        return False
    if not told.is_guessed and _is_done_to_what_is_there(case, latest, words, told):
        return True
    if len(clauses(case.reading.masked)) > 1:
        return False
    return _is_done_to_them(table, words, told) or _is_of_this_picture(case, latest, words, told)


def happens_elsewhere(case: Case, latest: Node) -> bool:
    """Whether a sentence tells of somebody who is not there, and of a place or a thing of his own: 宇航员在月球上插旗.

    Nobody is put so into a picture that shows none of it: it is a picture by itself. A mere place may yet hold anybody.
    """
    table, words = case.reading.tables[0], folded(case.reading.masked).strip(" .。!！~")
    told = _told(table, words)
    if told is None and len(clauses(case.reading.masked)) == 1:
        return _are_strangers(case, latest, words)
    if told is None or len(clauses(case.reading.masked)) > 1 or not shown_terms(told.who) & _ACTORS:
        return False
    if any(table.first("scene", name).search(words) for name in ("refers", "object", "attaches", "changes")):
        return False
    who, rest = named_things(told.who), words[told.end :]
    if table.first("scene", "brings").match(rest):
        return False
    own = named_things(rest) - lexicon().deeds
    here = case.graph.showing(who | own | BEINGS)[latest.at]
    known = here | parts_here(case, latest)
    if (who | own) & (known | wider(known)):
        return False
    is_strange = bool(here & BEINGS) or (wider(who) & _LARGE and all(wider((one,)) & _ALOFT for one in own))
    if not own:
        return bool(told.is_known and is_strange and not shown_terms(told.who) & _KIN)
    return bool(is_strange) or is_elsewhere(case, latest, words)


def _are_strangers(case: Case, latest: Node, words: str) -> bool:
    """Whether two are named that the picture does not show: 潜水员和鲨鱼."""
    pair = case.reading.tables[0].first("scene", "pair").fullmatch(words)
    who = [named_things(one) for one in pair.groups()] if pair is not None else []
    if not all(wider(one) & BEINGS and not one & _KIN for one in who):
        return False
    named = frozenset().union(*who)
    known = case.graph.showing(named)[latest.at] | parts_here(case, latest)
    return bool(named) and not named & (known | wider(known))


def _rests_here(case: Case, latest: Node, words: str) -> bool:
    """Whether a thing is said to be where only this picture has a place: "an old man in the armchair", "a cat in the background"."""
    rests = case.reading.tables[0].first("scene", "rests").match(words)
    if rests is None or rests.groupdict().get("nowhere"):
        return rests is not None
    who, there = rests.groupdict().get("who") or words[: rests.start("there")], rests["there"]
    is_anew = case.graph.showing(BEINGS)[latest.at] or len(list(things(who))) > 1
    if is_anew and shown_terms(there) & PLACES and shown_terms(who) & BEINGS:
        return False  # a dog in the park, after a cat in the park
    if _is_shown(case, latest, there) or named_things(there) & parts_here(case, latest):
        return True
    return bool(shown_terms(there) & (_FURNITURE - _TABLE)) and _has_room(case, latest, there)


def _is_done_to_them(table: Table, words: str, told: Told) -> bool:
    """Whether it is done to somebody who is not of the sentence: "two boys watch her"."""
    done_to = table.first("scene", "object").search(words)
    return done_to is not None and not told.is_known and len(named_things(told.who)) < 2


def _told(table: Table, words: str) -> Told | None:
    """What the words tell, where they are a sentence."""
    happens = table.first("scene", "happens").search(words)
    if happens is not None:
        is_known = table.first("scene", "unnumbered").search(words) is not None
        return Told(words[: happens.start("does")], happens.end("does"), is_known)
    return _told_unspaced(table, words) if table.language == "zh" else None


def _told_unspaced(table: Table, words: str) -> Told | None:
    """As `_told`, where no spaces part who it is from what he does: who is the thing that is named first."""
    begins = table.first("scene", "begins").match(words)
    at = begins.end() if begins is not None else 0
    end = _name_end(table, words, at)
    if end == at or not table.first("scene", "does").match(words, end):
        return None
    return Told(words[at:end], end, is_known=begins is None, is_guessed=True)


def _name_end(table: Table, words: str, start: int) -> int:
    """Where the nouns end that begin there, in a script without spaces; the start itself where none does."""
    names, deeds, verb = lexicon().same, lexicon().deeds, table.first("scene", "verb")
    at = start
    while at < len(words):
        length, found = word_at(words, at, names)
        done_to = at > start and verb.match(words, at) and names.get(words[at + 1 : at + length]) == found
        if not found or done_to or not deeds.isdisjoint(found):
            break
        at += length
    return at


def _is_done_to_what_is_there(case: Case, latest: Node, words: str, told: Told) -> bool:
    """Whether what is done is done to a thing that is spoken of as known, and that is there or may be."""
    table, parts = case.reading.tables[0], parts_here(case, latest)
    refers, stands = table.first("scene", "refers"), table.first("scene", "stands_at")
    is_at_home = told.is_known and not shown_terms(told.who) & _LEGENDS - parts
    return any(
        _is_shown(case, latest, known[1])
        or (
            (refers.match(words, known.start()) or is_at_home)
            and stands.search(words[: known.start(1)])
            and (_has_room(case, latest, known[1]) or bool(shown_terms(known[1]) & parts))
        )
        for known in table.first("scene", "known").finditer(words, told.end)
        if not _is_told_before(known[1], words[: known.start()])
    )


def _is_of_this_picture(case: Case, latest: Node, words: str, told: Told) -> bool:
    """Whether a sentence without a place of its own is about who or what is there, or belongs there."""
    table, said = case.reading.tables[0], f"{told.who} {words[told.end :]}"
    if told.is_guessed and terms(said) & KINDS_OF_PICTURE:
        return False
    if is_elsewhere(case, latest, said):
        return False
    if told.is_known:
        return bool(case.graph.showing(named_things(told.who) | places(table, words))[latest.at])
    is_grand = _brings(case, latest, named_things(said), _LARGE)
    if case.graph.showing(named_things(said))[latest.at]:
        return not is_grand
    if not told.is_guessed and _names_a_stranger(case, latest, words, told):
        return False
    parts = parts_here(case, latest)
    if (shown_terms(said) - lexicon().deeds - concepts("person")) & parts:
        return True
    return not is_grand and (bool(shown_terms(told.who) & parts) or _may_be_anybody(case, latest, told))


def is_elsewhere(case: Case, latest: Node, words: str) -> bool:
    """Whether the words name a place that the picture neither shows nor has."""
    found = places(case.reading.tables[0], words)
    return _brings(case, latest, named_things(words), SETTINGS) or _brings(case, latest, found, None)


def places(table: Table, words: str) -> frozenset[str]:
    """What something is said to be on, in or at."""
    return named_things(" ".join(match[1] for match in table.first("scene", "at").finditer(words)))


def _brings(case: Case, latest: Node, found: frozenset[str], kinds: frozenset[str] | None) -> bool:
    """Whether a thing of some kinds (None for any) is named that the picture neither shows nor has."""
    named = frozenset(term for term in found if kinds is None or _is_of(term, kinds))
    here = case.graph.showing(named)[latest.at] | parts_here(case, latest)
    return any(term not in (here | wider(here)) and not wider((term,)) & here for term in named)


def _is_of(term: str, kinds: frozenset[str]) -> bool:
    found = wider((term,)) | {term}
    return bool(found & kinds) and not found & _ANYWHERE


def parts_here(case: Case, latest: Node) -> frozenset[str]:
    """What belongs to the places and things that the picture shows."""
    return parts_of(case.graph.showing(lexicon().has)[latest.at])


def _names_a_stranger(case: Case, latest: Node, words: str, told: Told) -> bool:
    """Whether a thing is spoken of as known that is not there: "an old man feeds the pigeons", in a kitchen."""
    parts = parts_here(case, latest)
    return any(
        not _is_shown(case, latest, known[1]) and not shown_terms(known[1]) & parts
        for known in case.reading.tables[0].first("scene", "known").finditer(words, told.end)
        if not _is_told_before(known[1], words[: known.start()])
    )


def _may_be_anybody(case: Case, latest: Node, told: Told) -> bool:
    """Whether somebody may well be in the place that the picture shows, as nobody is there yet."""
    here = case.graph.showing(_STAYS | BEINGS)[latest.at]
    return bool(shown_terms(told.who) & BEINGS and here & _STAYS and not here & BEINGS)


def _is_shown(case: Case, latest: Node, thing: str) -> bool:
    named = frozenset(term for term in terms(thing) if weight_of(term) >= TELLING and not is_medium(term))
    return bool(case.graph.showing(named)[latest.at])


def _has_room(case: Case, latest: Node, thing: str) -> bool:
    """Whether the picture shows a place where the thing would stand, though nobody named it: the bench of a bus stop.

    Buildings and whoever is alive are no parts of a place: they make a picture of their own.
    """
    told = shown_terms(thing)
    around = case.graph.showing(PLACES | _INDOORS)[latest.at]
    if told & (_FURNITURE | _FITTINGS):
        return bool(around & _INDOORS)
    return bool(around - concepts("building") and not told & (PLACES | _ALOFT | _OWN))


def _is_told_before(thing: str, before: str) -> bool:
    """Whether the message itself has brought the thing in: "a cat and a dog, a bird sits on the dog"."""
    return bool(terms(thing) & terms(before))
