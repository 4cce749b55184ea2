"""The facts of a wish that tie two things together, read from its tokens alone.

It knows nothing of the grammar that composes the scene, so that it can catch that one's mistakes, and it reads only what it is
sure of: a thing, a word that ties, a thing. Who of several is meant stays open: a fact lists all who may be, and it holds where it
holds of one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.tailor import GARMENTS


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing that is named: the kinds that it may be ("a stack of books" is either), and where it stands in the text."""

    kinds: frozenset[str]
    words: frozenset[str]
    """The words that name it, in lower case."""
    start: int
    end: int
    count: int = 0
    """How many, where a numeral says so."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One of `figures` stands to `ground` as `tie` says, by the words from `start` to `end`."""

    figures: tuple[Noun, ...]
    tie: str
    ground: Noun
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stated:
    """All that a wish states for certain."""

    facts: tuple[Fact, ...]
    nouns: tuple[Noun, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    role: str
    value: str
    token: Token
    noun: Noun | None = None


def stated(tokens: Sequence[Token]) -> Stated:
    """The facts and the things of a wish."""
    facts: list[Fact] = []
    nouns: list[Noun] = []
    subject: tuple[Noun, ...] = ()
    fronted: list[Fact] = []
    for segment in _segments(tokens):
        items = _items(segment)
        named = [item.noun for item in items if item.noun is not None]
        if any(item.role == "not" for item in items):
            subject, fronted = tuple(named) or subject, []
            continue
        nouns += named
        facts += [replace(fact, figures=tuple(named)) for fact in fronted if named]
        chinese = any(item.token.lang == "zh" for item in items if item.role != "stop")
        found = list(_chinese(items, subject) if chinese else _english(items, subject))
        fronted = [fact for fact in found if not fact.figures]
        facts += [fact for fact in found if fact.figures]
        grounds = {fact.ground for fact in found if not _lives(fact.ground)}
        subject = tuple(noun for noun in named if noun not in grounds) or subject
        if segment and segment[-1].get("stop") in ("。", "."):
            subject = ()
    return Stated(tuple(facts), tuple(nouns))


def things_named(tokens: Sequence[Token]) -> tuple[Noun, ...]:
    """All words that surely name a thing, whatever is said of it."""
    return tuple(
        noun
        for token in tokens
        if token.get("kinds") is not None and (noun := _item(token, None).noun) is not None
    )


def _segments(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    segment: list[Token] = []
    for token in tokens:
        segment.append(token)
        if token.get("stop") is not None:
            yield segment
            segment = []
    if segment:
        yield segment


def _english(items: Sequence[_Item], subject: tuple[Noun, ...]) -> Iterator[Fact]:
    """A PREPOSITION B, A VERBing B, PREPOSITION B there is A."""
    group: list[Noun] = []
    tied = False
    for at, item in enumerate(items):
        if item.noun is not None:
            group.append(item.noun)
        elif item.role == "and" and tied:
            subject, group, tied = tuple(group), [], False
        elif item.role == "tie" and (pair := _on_it(items, at)) is not None:
            yield Fact((pair[1],), item.value, pair[0], pair[1].start, items[at + 1].token.end)
        elif item.role == "tie" and (ground := _object(items, at)) is not None:
            looked_at = item.value == "into" and at > 0 and items[at - 1].role == "look"
            if (item.value in _LOOSE and at and not _is_posture(items[at - 1])) or (
                looked_at and ground.kinds.isdisjoint(_LENSES)
            ):
                tied = True
                continue
            rest = items[at + 2 :]
            after = takewhile(lambda one: one.role not in ("tie", "and"), rest)
            figures = tuple(group) or subject or tuple(one.noun for one in after if one.noun is not None)
            figures = figures[-1:] if item.value == "against" else figures
            yield Fact(figures, item.value, ground, item.token.start, ground.end)
            tied = True


def _object(items: Sequence[_Item], at: int) -> Noun | None:
    """The thing that follows a word that ties: "on the table", "full of apples"."""
    if items[at].value == "full":
        at += 1 if at + 1 < len(items) and items[at + 1].role in ("part_of", "with") else 0
    return items[at + 1].noun if at + 1 < len(items) else None


def _on_it(items: Sequence[_Item], at: int) -> tuple[Noun, Noun] | None:
    """ "A table with two cups on it": the table, and the cups."""
    around = items[max(0, at - 3) : at + 2]
    if [item.role for item in around] != ["noun", "with", "noun", "tie", "it"] or at + 1 >= len(items):
        return None
    first, second = around[0].noun, around[2].noun
    alone = items[at + 1].token.text.lower() in ("it", "them")
    return (first, second) if first is not None and second is not None and alone else None


def _chinese(items: Sequence[_Item], subject: tuple[Noun, ...]) -> Iterator[Fact]:
    """A在B上, B上有A, A钻进B里, A拿着B, 拿着B的A."""
    for at, item in enumerate(items):
        if item.role == "place" and (ground_at := _ground_before(items, at)) is not None:
            yield from _at_a_place(items, at, ground_at, subject)
        elif item.role == "tie" and at + 1 < len(items) and (ground := items[at + 1].noun) is not None:
            around = item.value == "wear" and item.token.text.startswith("围")
            if around and not any(kinds()[kind].wear or kind in GARMENTS for kind in ground.kinds):
                continue  # 围着桌子
            if item.value == "into" and _is_placed(items, at + 1):
                continue
            doer = _with_that(items, at + 1)
            before = tuple(one.noun for one in items[:at] if one.noun is not None)
            before = before or subject or tuple(one.noun for one in items[at + 2 :] if one.noun is not None)
            start = _verb_start(items, at) if item.value == "into" else item.token.start
            yield Fact(doer or before, item.value, ground, start, ground.end)


def _at_a_place(items: Sequence[_Item], at: int, ground_at: int, subject: tuple[Noun, ...]) -> Iterator[Fact]:
    """Who is at the place that the word at `at` makes of the thing at `ground_at`."""
    ground, before = items[ground_at].noun, items[:ground_at]
    if ground is None or _is_worked_on(items, at) or (ground_at == at - 1 and _is_verb(items, at, ground)):
        return
    tie, start, end = items[at].value, ground.start, items[at].token.end
    if (way := next((one for one in before if one.role == "towards"), None)) is not None:
        look = next((one for one in items[at:] if one.role == "look"), None)
        if look is None:
            return  # 往锅里撒盐
        tie, start, end = "look", way.token.start, look.token.end
    elif before and before[-1].role == "from" and any(_comes_off(one.token) for one in items[at:]):
        return  # 从桌子上下来
    elif before and before[-1].value == "against":
        return  # 靠在树上 is told by its verb
    elif before and before[-1].value == "into":
        tie, start = "into", _verb_start(items, ground_at - 1)
    figures = _with_that(items, at) or _sitting(items, ground_at, at) or _others(items, ground) or subject
    yield Fact(figures, tie, ground, start, end)


def _comes_off(token: Token) -> bool:
    return token.get("verbs") == "off" or token.text.endswith(("下来", "下去"))


def _verb_start(items: Sequence[_Item], at: int) -> int:
    """Where the verb begins that ends there: 钻进."""
    last = items[at - 1] if at else None
    joined = last is not None and last.noun is None and last.token.end == items[at].token.start
    return last.token.start if joined and last is not None else items[at].token.start


def _is_posture(item: _Item) -> bool:
    """Whether "on" behind it tells where somebody is, and not to what something is done ("knocking on")."""
    return item.noun is not None or item.role in ("and", "part") or item.token.get("poses") in _POSTURES


def _is_worked_on(items: Sequence[_Item], at: int) -> bool:
    """在黑板上写字: the hand is there, and nobody else."""
    return any(
        item.token.get("poses") in _WORK or item.token.get("caption") is not None for item in items[at:]
    )


def _with_that(items: Sequence[_Item], at: int) -> tuple[Noun, ...]:
    """桌上的苹果: what is told of is named behind."""
    behind = items[at + 1 : at + 3]
    if len(behind) == 2 and behind[0].role == "of" and behind[1].noun is not None:
        return (behind[1].noun,)
    return ()


def _sitting(items: Sequence[_Item], ground_at: int, at: int) -> tuple[Noun, ...]:
    """Who sits in "A坐在B上吃C": A alone, and not C."""
    said = items[ground_at - 1].token.text if ground_at else ""
    put = at + 1 < len(items) and items[at + 1].token.get("verbs") in ("put", "add")
    if put or not said.endswith("在"):
        return ()
    return tuple(one.noun for one in items[:ground_at] if one.noun is not None)


def _is_verb(items: Sequence[_Item], at: int, ground: Noun) -> bool:
    """Whether 上 or 下 begins what somebody does: 爷爷和孙子下棋, 孩子上学."""
    word, after = items[at].token.text, items[at + 1].role if at + 1 < len(items) else ""
    goes = at + 1 < len(items) and items[at + 1].token.text[:1] in ("学", "班", "课")
    return _lives(ground) and (
        (word == "下" and after not in ("", "of")) or (word == "上" and (after == "noun" or goes))
    )


def _lives(noun: Noun) -> bool:
    return any(kinds()[kind].alive for kind in noun.kinds)


def _is_placed(items: Sequence[_Item], at: int) -> bool:
    """Whether a word of place follows that thing: 进帽子里."""
    return at + 1 < len(items) and items[at + 1].role == "place"


def _ground_before(items: Sequence[_Item], at: int) -> int | None:
    """The thing before a word of place: 沙发上, 海盗的肩膀上."""
    back = at - 1
    if back >= 0 and items[back].role == "part":
        back -= 1
        if back >= 0 and items[back].role == "of":
            back -= 1
    return back if back >= 0 and items[back].role == "noun" else None


def _others(items: Sequence[_Item], ground: Noun) -> tuple[Noun, ...]:
    """All other things, but not whose they are: 妈妈的猫."""
    named = [at for at, item in enumerate(items) if item.noun is not None and item.noun is not ground]
    return tuple(noun for at in named if (noun := items[at].noun) is not None and not _owns(items, at))


def _owns(items: Sequence[_Item], at: int) -> bool:
    return [item.role for item in items[at + 1 : at + 3]] in (["of", "noun"], ["of", "part"])


# Items


_LOOKS = ("colours", "sizes", "patterns", "modifiers", "moods")
_DEEDS = frozenset({"hold", "wear", "ride", "lead", "carry"})
_NOT_A_THING = ("verbs", "poses", "actions", "relations", "parts", "sides", "styles", "sorts", "places", "it")
"""Other readings of a word with which it is not surely a thing."""
_LOOSE = frozenset({"on", "inside"})
"""Ties whose words often tell no place: "knocking on the door"."""
_POSTURES = frozenset(
    {"sit", "lie", "sleep", "stand", "kneel", "jump", "dance", "walk", "run", "swim", "fly", "climb"}
)
_LENSES = frozenset({"telescope", "microscope"})
"""Into what one looks with the eye at it."""
_DEPTHS = ("background", "foreground", "distance")
"""In them is where something is, and not in what is named next."""
_WORK = frozenset({"write", "calligraphy", "paint"})
_UNSEEN = frozenset({"above", "over", "around", "between", "beside"})
"""Relations of which nearly every picture is an example, or for which ours have no test."""


@cache
def _words(lang: str) -> Mapping[str, str]:
    return {word: role for role, words in word_table("stated")[lang].items() for word in words}


def _items(segment: Sequence[Token]) -> list[_Item]:
    """Things with all that is said of them before, and the words that tie; what tells nothing here is passed over."""
    items: list[_Item] = []
    count, start, heaped = 0, -1, False
    for at, token in enumerate(segment):
        following = segment[at + 1] if at + 1 < len(segment) else None
        item = _item(token, following)
        if start >= 0 and token.get("measures") is not None and token.get("kinds") is None:
            item = _Item("said", token.text, token)  # 一顶帽子, where 顶 may be a verb
        if start >= 0 and token.lang == "zh" and token.get("of") is not None:
            continue  # 红色的
        if item.role == "said":
            heaped = heaped or token.get("measures") in ("pair", "group")
            count = 0 if heaped else int(token.get("numbers") or count)
            start = token.start if start < 0 else start
            continue
        if item.noun is not None:
            noun = replace(item.noun, count=count, start=token.start if start < 0 else start)
            _join(items, replace(item, noun=noun))
        elif item.role != "skip":
            items.append(item)
        count, start, heaped = 0, -1, False
    return items


def _join(items: list[_Item], item: _Item) -> None:
    """Append a thing; what is one with that before becomes either of both: "a stack of books", "a garden chair"."""
    noun, last = item.noun, items[-1] if items else None
    if noun is None or item.token.lang != "en" or last is None:
        items.append(item)
        return
    of = last.role == "part_of" and len(items) > 1 and items[-2].noun is not None
    first = items[-2].noun if of else last.noun
    if first is None or (not of and item.token.start - last.token.end > 1):
        items.append(item)
        return
    if of:
        items.pop()
    kinds_, words = first.kinds | noun.kinds, first.words | noun.words
    either = replace(first, kinds=kinds_, words=words, end=noun.end, count=0)
    items[-1] = replace(items[-1], token=item.token, noun=either)


def _item(token: Token, following: Token | None) -> _Item:
    word, words = token.text.lower(), _words(token.lang)
    told = words.get(word, "")
    if told == "not_said" or token.get("verbs") in (
        "remove",
        "replace",
        "instead",
        "exchange",
        "move",
        "only",
    ):
        return _Item("towards" if words.get(word) == "towards" else "not", word, token)
    if token.get("quoted") is not None or token.get("caption") is not None:
        return _Item("not", word, token)
    if word == "从":
        return _Item("from", word, token)
    if told in ("against", "into", "through", "full"):
        return _Item("tie", told, token)
    if told in ("look", "towards"):
        return _Item(told, word, token)
    deed = token.get("verbs")
    if deed in _DEEDS:
        return _Item("tie", deed, token)
    if (relation := token.get("relations")) is not None:
        tie = relation if relation not in _UNSEEN else "unseen"
        return _Item("place" if token.lang == "zh" else "tie", tie, token)
    looks = any(token.get(role) is not None for role in ("numbers", *_LOOKS, "a", "the", "measures"))
    adjective = token.get("kinds") is None or (following is not None and _is_thing(following))
    if looks and adjective:
        return _Item("said", word, token)
    if _is_thing(token):
        kind = token.readings["kinds"]
        return _Item(
            "noun", word, token, Noun(frozenset((kind,)), frozenset((word,)), token.start, token.end)
        )
    if token.get("parts") is not None:
        return _Item("part", word, token)
    if token.get("it") is not None or token.get("with") is not None:
        return _Item("it" if token.get("it") is not None else "with", word, token)
    if token.get("of") is not None:
        return _Item("of" if token.lang == "zh" else "owner", word, token)
    for role in ("part_of", "and", "stop"):
        if token.get(role) is not None:
            return _Item(role, word, token)
    passed = token.get("filler") is not None and not word.endswith(("ing", *_DEPTHS))
    return _Item("skip" if passed else "other", word, token)


def _is_thing(token: Token) -> bool:
    kind = token.get("kinds")
    if kind is None or kind not in kinds():
        return False
    return all(token.get(role) is None for role in _NOT_A_THING)
