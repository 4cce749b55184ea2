"""Whether a message that names no picture and asks for no change tells a picture of its own: "a cat on a sofa".

"A dog next to him" goes on with the picture that is there, "a dog with a ball in front of it" is a picture by itself. No one
word tells which, so signs are weighed: how the message begins, whether it has a place and somebody of its own, what it shares
with the latest picture, what in it speaks of a change. The weights were fitted (logistic regression) to the earlier turns of
the kept rounds, whose answers say whether each was drawn anew: `tools/planner_scenes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from paintover.planner.case import Case
from paintover.planner.graph import Node
from paintover.planner.happening import happens_elsewhere, happens_here
from paintover.planner.kinds import BEINGS, KINDS_OF_PICTURE, PLACES, SETTINGS, concepts
from paintover.planner.lexicon import CONCEPT, folded, lexicon
from paintover.planner.masking import HIDDEN
from paintover.planner.pieces import is_a_piece
from paintover.planner.spans import CLAUSE_BREAK, clauses
from paintover.planner.terms import is_medium, shown_terms, terms, weight_of
from paintover.planner.within import in_line

DETAILS = concepts(
    "accessory", "clothes", "weather", "bodypart_", "facehair", "headwear", "eyewear", "footwear", "neckwear_", "jewelry",
    "season_", "light_", "text", "background", "border", "shadow", "heaven", "emotion", "makeup_", "night", "sunset", "dawn",
    "flower", "bird", "bug", "writing", "smoke",
)  # fmt: skip
"""What is rather put into a picture than made one of."""
EVERYWHERE = PLACES | concepts("heaven", "weather", "night", "sunset", "dawn", "sun", "moon")
"""What is spoken of as known though no picture shows it."""
TELLING = 0.9
"""The weight from which a term tells two things apart."""
LONGEST_SCENE = 600
"""Characters beyond which a message is rather a brief, and left to the other rules."""
LONGEST_THING = 16
"""Characters of a thing that is only named."""
LONGEST_THING_UNSPACED = 6
WITHOUT_ARTICLES = ("ja", "ko", "ru")
"""Languages in which a thing is named alike, whether it is known or not; Chinese is weighed for itself."""
SPACELESS = ("zh", "ja", "ko")
_HEAD_ENDS = re.compile(
    r"\b(?:with|in|on|of|at|for|by|from|under|over|near|behind|beside|wearing|holding|that|who|\w+ing"
    r"|mit|auf|in|im|am|an|aus|vor|von|avec|sur|dans|de|du|en|con|sobre|com|no|na|su|nel|sul|che|que|qui)\b"
)
"""Where the thing that a clause is about has been named."""
_HEADING = re.compile(r"^[^,，。.;；\n]{1,14}[:：]")
"""A branch or a purpose before a colon: "fork 2: ..."."""
_FIRST = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"a", "an", "the", "ein", "eine", "un", "une", "una", "uma", "uno"})
_POSSESSIVE = re.compile(r"(?:its|his|their|her(?= \w))$", re.IGNORECASE)
_DONE_TO = re.compile(r"\b\w{3,}ing\s$", re.IGNORECASE)
_NOUN = re.compile(r"(?![^，。]{0,8}(?:是|有)).*的[一-龥]{0,5}$")
"""A clause that ends as a noun with what describes it does: 深夜末班地铁的空车厢, but not 蛋糕是巧克力的."""
_BESIDE = re.compile(
    r"[在跟]([^，。在一两三]{1,6})(?:旁边|身边|边上|身后|后面|背后|前面|面前|身上|头上|背上|怀里)"
)
"""Whose side, back or front somebody is at, without a number, so that it is somebody known."""
_STANDS = re.compile(r"[^，。]{1,10}?在[^，。]{2,16}")
"""Somebody is somewhere: 机器人在浇花."""

_GETS = re.compile(r"(?P<who>[^，。一两三四五六几有的]{1,5}?)(?:穿|戴|拿|换上|系)(?!着)")
"""What somebody gets who is named as known."""

WEIGHTS: Mapping[str, float] = {
    "begins": 2.77,
    "clauses": 2.17,
    "kind_of_picture": 1.56,
    "setting": 1.24,
    "noun": 1.19,
    "same_start": 1.09,
    "stands": 0.96,
    "joins": 0.88,
    "without_articles": 0.68,
    "same_heading": 0.64,
    "alone_after_alone": 0.49,
    "length": 0.45,
    "same_start_begins": 0.39,
    "head_shared": 0.28,
    "being": 0.23,
    "asks_shape": 0.19,
    "short": 0.16,
    "nothing_told": 0.09,
    "refers_shared": 0.07,
    "states": -0.12,
    "shares": -0.25,
    "first_of_tree": -0.26,
    "in_zh": -0.30,
    "in_en": -0.33,
    "in_others": -0.34,
    "detail_head": -0.36,
    "quotes": -0.50,
    "own_pronoun": -0.67,
    "failed": -0.73,
    "adjust": -0.80,
    "always": -1.88,
    "refers": -1.94,
    "pronoun": -2.15,
    "attaches": -2.43,
    "imperative": -2.49,
    "heading": -2.51,
    "places": -2.61,
    "changes": -2.62,
}
"""How much each sign speaks for a new picture; below zero, for the one that is there."""


def tells_a_scene(case: Case) -> bool:
    """Whether the message, which nothing else decides, is a picture by itself."""
    latest = case.graph.latest
    if latest is None or len(case.reading.masked) > LONGEST_SCENE or _instead_of_a_failure(case):
        return False
    if goes_on(case):
        return False
    words = folded(_told(case))
    if _asks_for_one_picture(case) or any(
        table.first("scene", "never").search(words) for table in case.reading.tables
    ):
        return False
    beside = case.reading.tables[0].first("scene", "beside").search(words)
    if beside is not None and len(_things(words[: beside.start()]) - lexicon().deeds) < 2:
        return False
    if _goes_into_a_place(case, latest, words) or _goes_to_somebody(case, latest):
        return False
    if comes_in(words, case):
        return False
    if (dressed := _GETS.match(words)) is not None and case.graph.showing(terms(dressed["who"]))[latest.at]:
        return False  # 小女孩穿粉色裙子, where she is there
    return happens_elsewhere(case, latest) or weight(signs(case, latest)) > 0


_COMES_IN = re.compile(r"(?:再)?来一?[个只位名条头匹辆棵朵艘座架]")


def comes_in(words: str, case: Case) -> bool:
    """Whether one thing is to come, 来一个绿色的外星人, where several pictures are all of one motif; a picture would be 一张."""
    return len(case.graph.drawn) > 1 and in_line(case.graph.drawn) and _COMES_IN.match(words) is not None


def goes_on(case: Case) -> bool:
    """Whether the message says what happens in the latest picture, or names a piece of it."""
    latest = case.graph.latest
    return latest is not None and (happens_here(case, latest) or is_a_piece(case, latest))


def _asks_for_one_picture(case: Case) -> bool:
    """Whether it is said that all is to be in one picture: nobody says so of a new one."""
    return any(
        cue.search(case.reading.masked)
        for table in case.reading.tables
        for cue in table.count.get("one_picture", ())
    )


def _goes_into_a_place(case: Case, latest: Node, words: str) -> bool:
    """Whether a mere thing is named after a picture of a mere place: "a park", "a butterfly"."""
    root = case.graph.root(latest)
    length = LONGEST_THING_UNSPACED if case.reading.language in SPACELESS else LONGEST_THING
    shown, told = shown_terms(root.prompt or root.said), shown_terms(words)
    return bool(len(words) <= length and shown & PLACES and not shown & BEINGS and not told & SETTINGS)


def _goes_to_somebody(case: Case, latest: Node) -> bool:
    """Whether it is beside or behind somebody whom the latest picture shows: 一只猫跟在女孩后面."""
    if case.reading.language != "zh":
        return False
    shown = case.graph.showing(frozenset(BEINGS))[latest.at] & BEINGS
    return any(shown_terms(match[1]) & shown for match in _BESIDE.finditer(_told(case)))


def _instead_of_a_failure(case: Case) -> bool:
    """Whether the last call was an edit that failed: what is said next is said in its stead."""
    return case.last is not None and case.last.failed and bool(case.last.sources)


def _told(case: Case) -> str:
    """What is left of the message without the wishes for a shape and a number."""
    reading = case.reading
    words = reading.masked
    for start, end in (*reading.ratio.bare, *reading.count.bare):
        words = words[:start] + " " * (end - start) + words[end:]
    return words.strip(" ,，。、.;；\n")


def weight(found: Mapping[str, float]) -> float:
    """What the signs come to, in log-odds for a new picture."""
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())


def signs(case: Case, latest: Node) -> dict[str, float]:
    """The signs in a message, each with how strong it is (mostly 1)."""
    found: dict[str, float] = dict.fromkeys(_signs(case, latest), 1.0)
    words = _told(case)
    spaceless = case.reading.language in SPACELESS
    found["always"] = 1.0
    changes = case.reading.tables[0].first("scene", "changes").findall(folded(words))
    found["changes"] = float(min(len(changes), 3))
    found["length"] = min(len(words) / (12 if spaceless else 40), 2.5)
    found["clauses"] = float(min(len(clauses(words)) - 1, 2))
    return found


def _signs(case: Case, latest: Node) -> Iterator[str]:
    reading, own = case.reading, case.reading.tables[0]
    words = _told(case)
    lowered = folded(words)
    first = next((words[start:end].strip() for start, end in clauses(words)), words)
    yield "in_" + (reading.language if reading.language in ("en", "zh") else "others")
    if reading.language in WITHOUT_ARTICLES:
        yield "without_articles"
    begins = own.first("scene", "begins").search(lowered) is not None
    refers = own.first("scene", "refers").search(lowered) is not None and not _is_of_the_world(
        case, latest, lowered
    )
    if begins:
        yield "begins"
    if refers:
        yield "refers"
    for name in ("attaches", "places", "joins"):
        if own.first("scene", name).search(lowered):
            yield name
    for name in ("imperative", "adjust"):
        if reading.says(name):
            yield name
    if own.first("intent", "statement").search(lowered):
        yield "states"
    if reading.ratio.spans:
        yield "asks_shape"
    if HIDDEN in words:
        yield "quotes"
    root = latest if latest.is_upload else case.graph.root(latest)
    heading, former = _HEADING.match(words), _HEADING.match(_wish(root))
    if heading is not None:
        yield "same_heading" if former is not None and folded(former[0]) == folded(heading[0]) else "heading"
    if len(words) <= (4 if reading.language in SPACELESS else 14):
        yield "short"
    if reading.language == "zh":
        if _NOUN.match(first):
            yield "noun"
        if _STANDS.fullmatch(first):
            yield "stands"
    content = tuple(_by_content(case, latest, words, first, begins=begins, refers=refers))
    yield from content
    yield from _by_pronoun(case, lowered, begins=begins)
    # Who is spoken of again has the same name again: that is no frame in which one picture is told after the other.
    is_frame = "head_shared" not in content and not (begins and reading.language in SPACELESS)
    if is_frame and _same_start(root, words, reading.language):
        yield "same_start"
        if begins:
            yield "same_start_begins"
    if not latest.parents:
        yield "first_of_tree"
    if latest.is_upload:
        yield "on_upload"
    if case.last is not None and case.last.failed:
        yield "failed"


def _is_of_the_world(case: Case, latest: Node, words: str) -> bool:
    """Whether all that is spoken of as known is known everywhere, and is not what the picture shows: "auf dem Mond"."""
    known = [
        shown_terms(match[1]) for match in case.reading.tables[0].first("scene", "known").finditer(words)
    ]
    here = case.graph.showing(frozenset().union(*known))[latest.at]
    return (
        bool(known)
        and all(one & EVERYWHERE for one in known)
        and not any(one & here & EVERYWHERE for one in known)
    )


def _by_content(
    case: Case, latest: Node, words: str, first: str, *, begins: bool, refers: bool
) -> Iterator[str]:
    """What is told, and what of it the latest picture shows."""
    found = terms(words)
    telling = frozenset(term for term in found if weight_of(term) >= TELLING and not is_medium(term))
    shared = telling & case.graph.showing(telling)[latest.at]
    wide = shown_terms(words)
    head = first if case.reading.language in SPACELESS else _HEAD_ENDS.split(first.lower())[0] or first
    heads = shown_terms(head)
    if shared:
        yield "shares"
        if refers:
            yield "refers_shared"
        if terms(head) & shared and not begins:
            yield "head_shared"
    if wide & KINDS_OF_PICTURE and telling:
        yield "kind_of_picture"
    if not telling:
        yield "nothing_told"
    if wide & SETTINGS:
        yield "setting"
    if wide & BEINGS:
        yield "being"
    detail = heads & DETAILS and not heads & BEINGS
    if detail:
        yield "detail_head"
    if not detail and not shared and telling and not case.graph.showing(SETTINGS)[latest.at]:
        yield "alone_after_alone"


def _by_pronoun(case: Case, words: str, *, begins: bool) -> Iterator[str]:
    """Whether who is spoken of is somebody of the message, or of the picture.

    "With a ball in front of it" has somebody before it to mean; "next to him" has not, as nobody is next to himself, and in
    "handing him an apple" he is another than who hands it.
    """
    own = case.reading.tables[0]
    beside = own.first("scene", "beside").search(words)
    if beside is not None:
        yield "own_pronoun" if len(_things(words[: beside.start()])) > 1 else "pronoun"
        return
    is_open, is_closed = False, False
    for cue in own.intent.get("pronoun", ()):
        for match in cue.finditer(words):
            before = words[: match.start()]
            if begins and not _things(before):
                continue  # the noun itself, which only looks like one: un vélo
            several = len(_things(before)) > 1
            later = CLAUSE_BREAK.search(before) is not None and (begins or several)
            possessive = _POSSESSIVE.search(match[0]) is not None
            is_own = possessive and begins and bool(shown_terms(before) & BEINGS)
            if later or is_own or (several and (possessive or not _DONE_TO.search(before))):
                is_closed = True
            else:
                is_open = True
    if is_open:
        yield "pronoun"
    elif is_closed:
        yield "own_pronoun"


def _things(words: str) -> frozenset[str]:
    """What is named, by concepts where any is known: "water lilies" are one."""
    found = frozenset(term for term in terms(words) if weight_of(term) >= TELLING)
    return frozenset(term for term in found if term.startswith(CONCEPT)) or found


def _wish(node: Node) -> str:
    return (node.prompt or node.said).strip()


def _same_start(root: Node, words: str, language: str) -> bool:
    """Whether it begins (in Chinese, or ends) as the tree that is talked about did: "sticker: a frog", "sticker: an owl"."""
    before, words = _wish(root).lower(), words.lower()
    if language in SPACELESS:
        return before[:2] == words[:2] or (len(before) > 4 and before[-2:] == words[-2:])
    old, new = (
        next((word for word in _FIRST.findall(text) if word not in _ARTICLES), "") for text in (before, words)
    )
    return old == new != ""
