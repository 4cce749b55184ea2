"""How several stand: in a row, in a queue, in a ring, in rows, as a pyramid, as a V, as a heart; and who are like as two peas.

Read and taken out before the rest, which then tells of the same things standing anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.relatives import with_relatives
from paintover.engines.illustrator.grammar.stated import Noun, things_named
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds

_CLAUSES = re.compile(r"([,，;；。!！?？\n]+|\.(?=\s|$))")
_NUMBER = re.compile(
    r"^(?:the )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|some|many|several|a dozen|[两二三四五六七八九十几])",
    re.IGNORECASE,
)
_A_HANDFUL = {
    **dict.fromkeys(("ring", "heap", "ranks", "pairs", "zigzag"), ("six ", "六个")),
    **dict.fromkeys(("star",), ("ten ", "十个")),
    **dict.fromkeys(("heart", "spiral"), ("twelve ", "十二个")),
    **dict.fromkeys(("square",), ("eight ", "八个")),
    **dict.fromkeys(("triangle", "rows3"), ("nine ", "九个")),
    **dict.fromkeys(("arc",), ("seven ", "七个")),
    **dict.fromkeys(("rows2",), ("eight ", "八个")),
    **dict.fromkeys(("rows4", "rows5"), ("twelve ", "十二个")),
}
"""How many are drawn of whom no number is said: five, or as many as show what it is."""


@dataclass(frozen=True, slots=True)
class Formed:
    """Who are told to stand so: ``alike``, or the name of an array; nobody named means whoever lives."""

    how: str
    nouns: tuple[Noun, ...]
    led: bool = False
    """Whether the last of them leads the others."""


@cache
def _patterns() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """By where it stands, what says how, in the order of the table."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {"of": [], "after": [], "see": []}
    for how, told in word_table("formations").items():
        for where in found if isinstance(told, dict) else ():
            if where in told:
                found[where].append((how, re.compile("|".join(told[where].values()), re.IGNORECASE)))
    return {where: tuple(pairs) for where, pairs in found.items()}


@cache
def _hints() -> tuple[str, ...]:
    return tuple(word_table("formations")["hints"])


@cache
def _follow() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words, re.IGNORECASE) for words in word_table("formations")["follow"].values())


def in_formation(prompt: str) -> tuple[str, tuple[Formed, ...]]:
    """The wish without what it says of how those in it stand, and that."""
    lower = prompt.lower()
    if not any(hint in lower for hint in _hints()):
        return prompt, ()
    kept, found = [], []
    for clause in _CLAUSES.split(prompt):
        rest, told = _read(clause)
        kept.append(rest)
        found += told
    return ("".join(kept), tuple(found)) if found else (prompt, ())


def _read(clause: str) -> tuple[str, list[Formed]]:
    hows: list[str] = []
    led, grid = False, ""
    for pattern in _follow():
        match = pattern.search(clause)
        if match is not None and _lives(match["who"]) and _lives(match["first"]):
            told = _both(match["who"].strip(), match["first"], clause)
            clause, hows, led = clause[: match.start()] + told + clause[match.end() :], ["queue"], True
            break
    for how, pattern in _patterns()["of"]:
        if match := pattern.search(clause):
            how, grid = _in_rows(how, match)
            few = "" if _NUMBER.match(clause[match.end() :]) else grid or _how_many(how, clause)
            clause, hows = clause[: match.start()] + few + clause[match.end() :], [*hows, how]
            break
    for how, pattern in _patterns()["after"]:
        if how == "alike" or not hows:
            match = pattern.search(clause)
            if how == "ring" and _BOXING.search(clause):
                continue  # in the ring in which they fight
            if match is not None and (how not in _OF_SEVERAL or _tells_of_several(clause, match)):
                how, grid = _in_rows(how, match)
                clause, hows = pattern.sub("", clause), [*hows, how]
    hows += [how for how, pattern in _patterns()["see"] if pattern.search(clause)]
    if not hows:
        return clause, []
    nouns = things_named(tokenise(clause))
    if "queue" in hows and nouns and _is_chinese(clause) and not any(map(_is_of_the_living, nouns)):
        clause = f"{clause}有五个人"  # 店门口排着长队: who stands there, and no five shops
        nouns = things_named(tokenise(clause))[1:]
    counted = _NUMBER.search(clause) or re.search(r"[一-鿿][一两二三四五六七八九十]", clause)
    if (
        nouns
        and hows[0] != "alike"
        and not led
        and not counted
        and (at := _bare_at(clause, nouns[0])) is not None
    ):
        clause = clause[:at] + (grid or _how_many(hows[0], clause)) + clause[at:]
        nouns = things_named(tokenise(clause))
    elif not nouns and not counted and hows[0] != "alike" and _is_a_relative(clause):
        clause = (grid or _how_many(hows[0], clause)) + clause  # 大雁排成人字形
    return clause, [Formed(how, nouns, led and how == "queue") for how in hows]


def _is_a_relative(clause: str) -> bool:
    """Whether a Chinese clause begins with a noun that another is drawn for, without a number."""
    related, known = with_relatives(clause)
    return _is_chinese(clause[:1]) and bool(known) and not related.startswith(clause[:2])


_ROWS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "six": 6,
} | {str(number): number for number in range(2, 7)}


def _in_rows(how: str, match: re.Match[str]) -> tuple[str, str]:
    """In how many rows, and of how many, where both are told: a grid of three by four."""
    told = {name[0]: word.lower() for name, word in match.groupdict().items() if word}
    if how != "rows" or "n" not in told:
        return ("rows3", "") if how == "rows" else (how, "")
    rows, columns = (_ROWS.get(told.get(name, ""), 0) for name in ("n", "k"))
    chinese = _is_chinese(match.string)
    grid = f"{rows * columns}{'个' if chinese else ' '}" if columns else ""
    return f"rows{min(5, max(2, rows))}", grid


_BOXING = re.compile(r"\b(?:kick)?box(?:ers?|ing)\b|\bwrestl(?:ers?|ing)\b", re.IGNORECASE)
_OF_SEVERAL = frozenset({"heart", "star", "triangle", "square"})
"""What a single thing may be shaped like."""


def _tells_of_several(clause: str, match: re.Match[str]) -> bool:
    """Whether it is told of more than one: of roses, and not of a cake."""
    if _is_chinese(clause):
        return re.search(r"一[块个只朵张份片枚]", clause[: match.start()]) is None
    before = clause[: match.start()]
    return re.search(
        r"\b(?:[2-9]|1\d|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen)\b", before, re.I
    ) is not None or any(token.plural for token in tokenise(before))


def _both(who: str, first: str, clause: str) -> str:
    if not _is_chinese(clause):
        return f"{who} and {first}"
    several = f"{who}们" in clause or re.search(
        "(?<=[一-鿿])(?:妈妈|爸爸|母亲)|老师|队长|[母公老大][鸡鸭鹅]", first
    )
    return (
        f"{'三个' if several and not _NUMBER.match(who) and not who.startswith('一') else ''}{who}和{first}"
    )


def _bare_at(clause: str, noun: Noun) -> int | None:
    """Where a number is missing of those who stand so: 士兵站成两排, "geese in a V"."""
    before = clause[: noun.start].strip(" 的")
    if _is_chinese(clause):
        many = re.search(r"[\d一两二三四五六七八九十几些群]|们|和|、", clause[: noun.end + 1])
        many = many or re.match(
            "[上里下旁边前后中]|门[口前外]", clause[noun.end :]
        )  # 桌子上: where, and not who
        return noun.start if not many and not before else None
    several = re.match(
        r"[a-z]+s$|children|people|men$|women|geese|sheep|mice", clause[noun.start : noun.end], re.I
    )
    return noun.start if several and not before else None


def _how_many(how: str, clause: str) -> str:
    chinese = _is_chinese(clause)
    return _A_HANDFUL.get(how, ("five ", "五个"))[chinese]


def _is_chinese(words: str) -> bool:
    return re.search(r"[一-鿿]", words) is not None


def _is_of_the_living(noun: Noun) -> bool:
    return any(kinds()[kind].alive for kind in noun.kinds)


def _lives(words: str) -> bool:
    named = things_named(tokenise(words))
    if not named:
        return re.search(r"\b(?:mother|mom|mum|father|parents?|owner)\b|妈妈|爸爸|主人", words) is not None
    return any(kinds()[kind].alive for kind in named[0].kinds)
