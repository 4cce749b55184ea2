"""What words mean that no picture was drawn with: a picture is by day and its sky clear unless somebody said otherwise, and
"him" is a man or a boy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from paintover.planner.graph import Graph, Node
from paintover.planner.lexicon import CONCEPT


def _concepts(*names: str) -> frozenset[str]:
    return frozenset(CONCEPT + name for name in names)


_USUAL = (
    (
        re.compile(r"白天|日间|大白天|\b(?:day ?time|daylight|by day|day version|tagsüber|de día|de jour|de dia)\b|昼間|낮", re.IGNORECASE),
        _concepts("night", "sunset", "dawn"),
    ),
    (
        re.compile(r"晴天|天晴|放晴|\b(?:sunny|clear[- ]sky|fair[- ]weather|clear weather|sonnig|ensoleillé|soleado)\b|晴れ|맑은", re.IGNORECASE),
        _concepts("rain", "storm", "snow", "fog"),
    ),
    (
        re.compile(r"醒着|没睡|\b(?:awake|wide awake|wach|despiert[oa]|éveillée?)\b|起きてい", re.IGNORECASE),
        _concepts("sleeping"),
    ),
)  # fmt: skip
"""How a picture is where nothing was said, and the concepts of which each would make it otherwise."""


def contrary_of(words: str) -> frozenset[str]:
    """What must not have been said of a picture for it to be so: nothing of the night, for "the daytime one"."""
    return frozenset().union(*(contrary for usual, contrary in _USUAL if usual.search(words)))


_HE = re.compile(r"(?<![吉其])他(?!们|的?[图画])|\b(?:he|him|his)\b", re.IGNORECASE)
_SHE = re.compile(r"她(?!们)|\b(?:she|her|hers)\b", re.IGNORECASE)
_MALE = _concepts("man", "boy_", "father", "grandpa_", "king", "groom", "knight", "santa_", "monkeyking")
_FEMALE = _concepts("woman", "girl_", "mother", "granny_", "queen", "bride", "hanfugirl_")


def whom(words: str, graph: Graph) -> Node | None:
    """The newest picture of him or her of whom the words speak, where the latest shows somebody of the other sex; None where
    the latest will do, or nothing is known."""
    latest = graph.latest
    he, she = _HE.search(words) is not None, _SHE.search(words) is not None
    if latest is None or he == she:
        return None
    wanted, other = (_MALE, _FEMALE) if he else (_FEMALE, _MALE)
    shown = graph.showing(_MALE | _FEMALE)
    here = shown[latest.at]
    if here & wanted or not here & other:
        return None
    found = [node for node in graph.drawn if shown[node.at] & wanted and not shown[node.at] & other]
    return found[-1] if found else None


_THEM: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(r"它们|他们|她们|牠们|二者|两者"),
    "en": re.compile(r"\b(?:them|both)\b", re.IGNORECASE),
}
_EACH_OTHER: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(r"(?:让|叫|把|给|使)(?:它们|他们|她们|牠们)|[它他她]俩|互相|彼此|俩[一-龥]"),
    "en": re.compile(
        r"\b(?:each other|one another|(?:swap|exchange|switch|trade) (?:their|them)|the (?:two|both) of them|both of them|them both)\b",
        re.IGNORECASE,
    ),
}
"""What can only be said of several, whatever is to be done with them."""
SEVERAL = re.compile(
    r"[和与跟及、,，]|[两二三四五六七九十几]|八(?!戒|哥)|们|\b(?:and|with|two|three|four|five|six|several|some|many)\b|\b(?!(?:glass|grass|dress|chess|bus|octopus|walrus|moss|princess|actress|witness|canvas|cactus|hippopotamus|rhinoceros|compass|boss|lens|circus|christmas|paris)\b)\w{3,}s\b",
    re.IGNORECASE,
)
"""Signs that a picture shows more than one thing, which "them" would mean."""


_ALL = re.compile(r"\b(?:all|everyone|everything)\b|全部?|都", re.IGNORECASE)
MOST_TOGETHER = 16
"""Pictures that are brought together at once, at most."""


def those_apart(words: str, language: str, graph: Graph, *, merges: bool) -> tuple[Node, ...]:
    """The two pictures that "put them together" means: the newest, each of one thing and of a tree of its own; else none. Where
    all are meant, as many as are such.

    What `merges` speaks of both by any word for them; what does not only by one that no single thing could be meant by.
    """
    known = [cues[language] for cues in (_EACH_OTHER, _THEM)[: 1 + merges] if language in cues]
    if not any(them.search(words) for them in known) or len(graph.drawn) < 2:
        return ()
    pair = graph.drawn[-2:]
    if _ALL.search(words) is not None:
        apart = list({graph.root(node).at: node for node in graph.drawn}.values())
        if len(apart) > 2 and not any(SEVERAL.search(node.step) for node in apart):
            return tuple(apart[-MOST_TOGETHER:])
    if graph.root(pair[0]) is graph.root(pair[1]) or any(SEVERAL.search(node.step) for node in pair):
        return ()
    return tuple(pair)
