"""Whether what is merely named, and not said to do anything, is a piece of the picture that is there: "a longer sword".

Some words say so by themselves, as they need a picture to be said of: "lots of flowers", "a striped one", 再大一点的. Else it is
what the picture shows that tells: a roof belongs to a house, a cane to an old man, and "the cat by the window" to a room.
"""

from __future__ import annotations

import re

from paintover.planner.case import Case
from paintover.planner.graph import Node
from paintover.planner.happening import is_elsewhere, places
from paintover.planner.kinds import BEINGS, KINDS_OF_PICTURE, PLACES, concepts
from paintover.planner.lexicon import UNSPACED, company_of, folded, lexicon, parts_of, wider
from paintover.planner.naming import named_things, things
from paintover.planner.spans import clauses
from paintover.planner.stemming import stem
from paintover.planner.terms import shown_terms, terms

WORN = concepts(
    "accessory", "clothes", "bodypart_", "facehair", "headwear", "eyewear", "footwear", "neckwear_", "jewelry", "emotion",
    "makeup_", "tail", "wing", "weapon", "safetygear",
)  # fmt: skip
"""What somebody has on or about him: it is no picture where somebody is there to have it."""
_ANYBODY = concepts(
    "child", "man", "woman", "couple", "family", "people_", "friends", "oldman", "boy_", "girl_", "customer_", "tourist", "passenger_",
)  # fmt: skip
"""Whoever may be anywhere."""
_ALOFT = concepts("heaven", "rainbow", "cloud")
"""What any picture may have above."""
_FOOD = concepts("food")
_PERSON = concepts("person")
_ROOM = concepts("room")
"""What is in any room is in many a picture of its own: a locked door."""
_STRANGERS = BEINGS | concepts("vehicle_", "cane_")
"""What is as well a picture by itself; a cane is a dog in Italian."""
LONGEST = 7
"""Words of a piece that is only named; beyond that it is rather told."""
LONGEST_UNSPACED = 9
"""Characters of one in a script without spaces."""
HEAD_FIRST = ("es", "fr", "pt")
"""Languages in which a noun stands before what describes it."""
HEAD_LAST = ("en", "de", "zh", "ja")
"""Languages in which it stands behind."""
_ENDING = re.compile("[子儿们]?")
_MEASURE = re.compile(
    r"\b(?:slice|piece|pair|bunch|group|flock|herd|row|pile|stack|handful|bit|swarm|line|string|ring|pinch|splash|touch)s? of\b"
    r"|\b(?:paire?|groupe?|tranche|gruppe|paar|stück|par|grupo|trozo)s?(?: de)?\b"
)
"""Says how much of a thing there is."""
_HAS = re.compile(r"(?:with|wearing|holding|mit|avec|con|com)\b")
"""Begins what somebody has on or about him, which makes nobody a picture by himself."""
_PORTION = re.compile(
    r"(?:an?|some|two|three|four|five) (?:[a-z]+ )?(?:slice|spoonful|drizzle|dollop|sprinkle|pinch|splash|dash|sprig|bit|scoop)s? of\b"
    r"|[一两三四五几半][片勺颗粒撮滴块个](?![个人])"
)
"""Begins so much of what is put on a dish."""
_REST = re.compile(
    r"\b(?:with|in|on|of|at|for|by|from|under|over|near|behind|beside|full|wearing|holding|that|who|\w+ing (?=(?:an?|the|his|her|its|their|in|on|at|past|over|through|across|into|above|below|to|around|along|towards?)\b)"
    r"|mit|auf|im|am|an|aus|vor|von|voller|avec|sur|dans|de|du|en|plein|con|sobre|com|no|na|su|nel|sul|che|que|qui|and|und|et|y|e)\b|[をがはにで]"
)
"""Where the thing has been named, and what it is like or where it is begins."""


def is_a_piece(case: Case, latest: Node) -> bool:
    """Whether the message only names something that is to come into the latest picture, or to become otherwise there."""
    table, masked = case.reading.tables[0], case.reading.masked
    parts = [folded(masked[start:end]).strip(" .,。!！~") for start, end in clauses(masked)]
    if not parts or terms(masked) & KINDS_OF_PICTURE:
        return False
    beside = table.first("scene", "beside").search(parts[0]) if len(parts) == 1 else None
    if beside is not None and not _REST.search(parts[0][: beside.start()]):
        return True
    if is_elsewhere(case, latest, folded(masked)):
        return False
    if table.first("scene", "piece").search(parts[0]) or _is_done_there(case, latest, parts[0]):
        return True
    if len(parts) > 1:
        return False
    return _is_short(parts[0]) and not places(table, parts[0]) and _belongs(case, latest, parts[0])


def _is_done_there(case: Case, latest: Node, words: str) -> bool:
    """Whether people are only said to be busy, in a picture of a place where they may be: "two kids playing"."""
    idles = case.reading.tables[0].first("scene", "idles").search(words) is not None
    is_other = shown_terms(words) & _STRANGERS and not shown_terms(words) & _PERSON
    return idles and not is_other and bool(case.graph.showing(PLACES)[latest.at] & PLACES)


def _is_short(words: str) -> bool:
    return len(words) <= LONGEST_UNSPACED if UNSPACED.search(words) else len(words.split()) <= LONGEST


def _belongs(case: Case, latest: Node, words: str) -> bool:
    """Whether the thing that is named is one that who or what is there has."""
    name, rest = _parted(words)
    head = _head(case.reading.language, name)
    looked_for = BEINGS | PLACES | _FOOD | lexicon().has.keys() | lexicon().about.keys()
    shown = case.graph.showing(looked_for)[latest.at]
    if head & _ALOFT or (shown & _FOOD and _PORTION.match(words)):
        return True
    if rest is not None and not (head & BEINGS and _HAS.match(rest)):
        known = parts_of(shown | head) | company_of(shown) | WORN
        if not _is_of_here(rest, WORN if head & _ANYBODY else known):
            return False
    return _goes_with(head, shown)


def _parted(words: str) -> tuple[str, str | None]:
    """The words that name a thing, and those that tell what it is like or where it is."""
    words = _MEASURE.sub(" ", words)
    rest = _REST.search(words)
    return (words, None) if rest is None else (words[: rest.start()], words[rest.start() :])


def _goes_with(head: frozenset[str], shown: frozenset[str]) -> bool:
    """Whether a thing of these concepts goes with what is shown; whoever is alive only where he is at home, or is nobody in particular."""
    company, parts = company_of(shown), parts_of(shown - _ROOM)
    if head & _ANYBODY and not shown & BEINGS and shown & PLACES:
        return True
    if head & parts & _ANYBODY and not shown & _PERSON:
        return True
    if head & company or not head & _STRANGERS:
        return bool(head & (company | parts) or (shown & BEINGS and head & WORN))
    return bool((head - wider(head)) & parts and not shown & BEINGS)


def _is_of_here(rest: str, known: frozenset[str]) -> bool:
    """Whether all that is said of the thing is of what is there too: a design of its own makes it a picture by itself."""
    found = [wider(one) | one for _, one in things(_REST.sub("", rest, count=1))]
    return bool(found) and all(one & known for one in found)


def _head(language: str, name: str) -> frozenset[str]:
    """The concepts of the thing that the words name, and what it is a kind of; of several words that are one, theirs."""
    if language not in (*HEAD_FIRST, *HEAD_LAST):
        return frozenset()
    if UNSPACED.search(name):
        *_, (word, found) = (name, frozenset[str]()), *things(name)
        return found | wider(found) if _ENDING.fullmatch(name.strip().rpartition(word)[2]) else frozenset()
    spoken = name.split()
    for length in (3, 2):
        words = spoken[-length:] if language in HEAD_LAST else spoken[1 : length + 1]
        found = frozenset(lexicon().same.get(" ".join(map(stem, words)), ()))
        if found:
            return found | wider(found)
    found = named_things("".join(spoken[-1:] if language in HEAD_LAST else spoken[1:2]))
    return found | wider(found)
