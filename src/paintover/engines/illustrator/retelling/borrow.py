"""What an edit takes from another of its pictures beside things: "in the style of the second", 背景用第一张的.

A new picture may take the style of its only source: "a dog, in the style of the source picture".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_ORDINALS = {
    "一": 0, "1": 0, "first": 0, "1st": 0, "one": 0, "二": 1, "2": 1, "second": 1, "2nd": 1, "two": 1, "三": 2, "3": 2,
    "third": 2, "3rd": 2, "three": 2, "四": 3, "4": 3, "fourth": 3, "4th": 3, "four": 3, "other": 1, "last": -1,
}  # fmt: skip
_IMAGE = r"(?:picture|image|photo|drawing|pic|scene)"
_NUMBERED = rf"\b{_IMAGE}\s*(?:no\.?\s*|number\s*|#\s*)?([1-4]|one|two|three|four)\b"
_NUMBERED_ZH = r"(?<![张幅])(?:图片?|照片)\s*([一二三四1234])(?![张个只头匹条位本把块幅样起些下点同\d])"
_WHICH = Pattern(
    r"第\s*([一二三四1234])\s*[张幅个]|\b(first|second|third|fourth|1st|2nd|3rd|4th|other|last)\b"
    rf"|{_NUMBERED}|{_NUMBERED_ZH}"
)
_STYLE = re.compile(r"风格|画风|\bstyle\b|\blook of\b", re.IGNORECASE)
_PLACE = re.compile(r"背景|场景|\bbackground\b|\bbackdrop\b|\bsetting\b|\bsame place\b", re.IGNORECASE)
_MERGE = Pattern(
    r"\b(?:merge|combine|join|blend|unite|fuse)\b|合并|合成一|合[到在]一起|合一[张幅]|合为一|拼成一|拼[到在]一起|拼接|融合|结合[到在成]|并成一"
    r"|[张图](?:片)?(?:放|摆|弄)[到在]一起|\b(?:put|bring|mix)\b.{1,24}\b(?:pictures|images|photos|drawings)\b"
    r"|\b(?:kombinier|verschmelz|verein|misch)\w*|\bfüge?\b.{1,30}\bzusammen\b|\b(?:combin[ea]|junt[ae]|fusion(?:a|ne)|mezcla|assemble|réuni|rassemble|unisci|fondi"
    r"|mistur)\w*|\bune las\b|(?:объедин|соедин|совмест|смеша)\w+|合わせて|合成して|組み合わせて|まとめて|一枚に|合体して|합쳐|합성해|결합해"
)
_OF = re.compile(r"\b(?:of|from|out of)\s+(?:the\s+)?$", re.IGNORECASE)
_INTO = re.compile(
    r"(?:\b(?:to|into|onto|in)\s+(?:the\s+)?|(?:到|进|入|给|在|往)\s*(?:了|去)?\s*)$", re.IGNORECASE
)
_ITS_OWN = re.compile(
    r"(?:图片?|照片|画|图像)?(?:里面|里边|里|中|上面|上)?的(?!背景|风格|画风|场景)|(?:\s+(?:picture|image|photo))?['’]s\s+"
)
_END = re.compile(r"[放加到移搬和与跟及旁，,。.;；]|\b(?:and|to|into|onto|beside|next|with|on|in|behind)\b")


@dataclass(frozen=True, slots=True)
class Loan:
    """What is taken from the picture of that number (from 0)."""

    what: Literal["style", "place"]
    source: int


@dataclass(frozen=True, slots=True)
class Named:
    """A picture that a wish names: where in the words, and its number (from 0)."""

    start: int
    end: int
    source: int


def pictures_named(prompt: str, sources: int) -> list[Named]:
    """The pictures that a wish about that many names, in the order of its words."""
    return [
        Named(which.start(), which.end(), number % sources)
        for which in _WHICH.finditer(prompt)
        if -sources
        <= (number := _ORDINALS[next(group for group in which.groups() if group).lower()])
        < sources
    ]


def loan(prompt: str, sources: int) -> Loan | None:
    """What a wish about that many pictures takes from one of them, if it names one."""
    if sources < 2:
        return None
    named = pictures_named(prompt, sources)
    for what, words in (("style", _STYLE), ("place", _PLACE)):
        word = words.search(prompt)
        if word is None or not named:
            continue
        after = [one for one in named if one.start >= word.end()]
        before = [one for one in named if one.end <= word.start()]
        chinese = not word[0].isascii()
        near = (
            (before[-1] if before and _near(prompt, before[-1], word) else (after or before)[0])
            if chinese
            else (after or before[::-1])[0]
        )
        return Loan("style" if what == "style" else "place", near.source)
    return None


def _near(prompt: str, one: Named, word: re.Match[str]) -> bool:
    """Whether the picture is said right before the word: 第二张图的风格."""
    return len(prompt[one.end : word.start()]) <= _NEAR


_NEAR = 8
"""Characters between "the second picture" and "its style" in Chinese, at most."""


def merges(prompt: str) -> bool:
    """Whether it asks for one picture out of several."""
    return _MERGE.search(prompt) is not None


@dataclass(frozen=True, slots=True)
class Origins:
    """Which pictures the nouns of a wish are said to come from, and into which they go."""

    nouns: tuple[tuple[str, int], ...] = ()
    """Kinds in the order of the words, each with the number of its picture."""
    into: int | None = None


def origins(prompt: str, sources: int, kinds_in: Callable[[str], Sequence[str]]) -> Origins:
    """Where the nouns come from: "the horse of the first picture", 第二张图里的牛.

    `kinds_in` gives the kinds that a few words name.
    """
    if sources < 2:
        return Origins()
    named = pictures_named(prompt, sources)
    found: list[tuple[str, int]] = []
    into = None
    last = 0
    for place, one in enumerate(named):
        before = prompt[last : one.start]
        until = named[place + 1].start if place + 1 < len(named) else len(prompt)
        own = _ITS_OWN.match(prompt, one.end)
        if own is not None:
            words = prompt[own.end() : until]
            end = _END.search(words)
            nouns = kinds_in(words[: end.start()] if end is not None else words)
            found += [(nouns[0], one.source)] if nouns else []
        elif _OF.search(before):
            nouns = kinds_in(before)
            found += [(nouns[-1], one.source)] if nouns else []
        elif _INTO.search(before):
            into = one.source
        last = one.end
    return Origins(tuple(found), into)


_NAMES = Pattern(
    rf"(?:[,，]?\s*\b(?:of|from|out of|in|into|to|onto|and|with)\s+)?(?:\bthe\s+)?{_NUMBERED}(?:['’]s)?|{_NUMBERED_ZH}(?:里面|里边|里|中|上面|上)?的?"
)
_TOGETHER = re.compile(
    r"\s*\b(?:all\s+)?together\b|\s*\bin(?:to)? (?:one|a single|the same) (?:picture|image|photo|drawing|scene|pic)\b",
    re.IGNORECASE,
)


_TORN = Pattern(
    r"([放移搬挪])(?:到|在)?\s*[，,]\s*(?=[^，,]*(?:旁|边|上|下|里|中|前|后)[边面]?\s*$)", re.NOFLAG
)
"""Where the name of a picture was cut out between the verb and the place: 狼放，猫旁边."""


def without_pictures(prompt: str) -> str:
    """The wish without "of picture 2", which is no thing to be drawn."""
    return _TORN.sub(r"\1到", _TOGETHER.sub("", _NAMES.sub(" ", prompt)))


_ITS_STYLE = re.compile(r"[，,]?\s*(?:用原图的画风|in the style of the source picture)\s*$", re.IGNORECASE)


def in_its_style(prompt: str) -> str | None:
    """What a new picture in its source's style is to show; None where the wish is no such one."""
    shown, count = _ITS_STYLE.subn("", prompt)
    return shown if count else None


def lent(taken: Loan, sources: Sequence[Scene]) -> Scene:
    """The first picture that is not the lender, with what it borrows. Its things stay where they are."""
    base = next(scene for number, scene in enumerate(sources) if number != taken.source)
    return borrowing(base, taken, sources[taken.source])


def borrowing(base: Scene, taken: Loan, lender: Scene) -> Scene:
    """The picture with what it borrows."""
    if taken.what == "style":
        return msgspec.structs.replace(base, style=lender.style)
    return msgspec.structs.replace(
        base, env=lender.env, seed=lender.seed, layout={}
    )  # its walls go by the seed
