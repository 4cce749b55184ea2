"""Comparisons in a new wish, told by sizes: "a girl taller than a boy" is a large girl and a boy, 猫比狗大 a large cat and a dog.

Who is larger by nature needs no more; the smaller of two is drawn small besides where it is by far the larger one in life.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.labours import kind_of
from paintover.engines.illustrator.grammar.likened import likened
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.wording import Pattern

_NOUN = r"(?P<{0}d>(?:an?|the|his|her|their|its|one|my) )(?P<{0}>(?:(?!than\b|the\b|is\b|are\b|as\b|with\b|and\b)[a-z-]+ ){{0,2}}?[a-z-]+)"
_MUCH = r"(?:(?:much|far|a lot|slightly|a bit|a little|even|way|many times|twice|three times|ten times) )*"
_MORE = r"(?:bigger|larger|taller|higher|fatter|longer|wider|huger)"
_LESS = r"(?:smaller|shorter|tinier|thinner|lower)"
_THAN = Pattern(
    rf"\b{_NOUN.format('a')},? (?:(?:that|which|who) )?(?:is |are |was )?{_MUCH}(?:(?P<more>{_MORE})|(?P<less>{_LESS})) than {_NOUN.format('b')}\b"
)
_AS = Pattern(
    rf"\b{_NOUN.format('a')},? (?:(?:that|which|who) )?(?:is |are )?(?:just |exactly |almost |about )?as (?:big|large|tall|high|small|old) as {_NOUN.format('b')}\b"
)
_ALIKE = Pattern(
    r",? (?:they are |(?:and )?(?:both |all )?(?:are )?)?(?:(?:of )?(?:exactly )?the same (?:height|size)|equally (?:tall|big|large))\b|[，,]?(?:他们|她们|它们|两个人?|都)*(?:长得)?(?:一样|同样|一般)(?:高|大|胖|大小)(?=[，。,]|$)"
)
_ALONE = Pattern(
    r"(?P<is>\b(?:is|are) (?:much |a lot |a bit |slightly )?)(?:(?P<more>bigger|larger|taller|older)|(?P<less>smaller|shorter|younger))(?=[,.;]|$| and\b| but\b)"
)
_TIMES = re.compile(
    r" (?:twice|three times|ten times|many times) as (?:big|large|tall|high)(?: as (?:him|her|it|them))?\b",
    re.IGNORECASE,
)
_CHINESE = Pattern(
    r"(?P<a>[\u4e00-\u9fff]{1,8}?)比(?P<b>[\u4e00-\u9fff]{1,6}?)(?:还要?|更|要|都)?(?:(?P<more>高|大|胖|壮)|(?P<less>矮|小|瘦))(?:很多|得多|多了|许多|一点|一些|一倍|两倍|十倍|一头|一个头|不少)?(?=[，。,；;、]|$)",
    re.NOFLAG,
)
_CHINESE_BEFORE = Pattern(
    r"(?P<n>[一两三]?[只个头匹位条])?比(?P<b>[\u4e00-\u9fff]{1,6}?)(?:还要?|更|要|都)?(?:(?P<more>高|大|胖|壮)|(?P<less>矮|小|瘦))(?:很多|得多|多了|许多|一点|一些|一倍|两倍|十倍|不少)?的(?P<a>[\u4e00-\u9fff]{1,5})",
    re.NOFLAG,
)
_ABROAD: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), told)
    for pattern, told in (
        (r"\b(?:mucho )?(?:más (?:grande|alt[oa]|gord[oa])|mayor) que (?=un)", "grande y "),
        (r"\b(?:mucho )?(?:más (?:pequeñ[oa]|baj[oa]|chic[oa])|menor) que (?=un)", "pequeño y "),
        (r"\b(?:beaucoup )?plus (?:grande?|gros(?:se)?|haute?) qu['’e] ?(?=une?\b)", "grand et "),
        (r"\b(?:beaucoup )?plus petite? qu['’e] ?(?=une?\b)", "petit et "),
        (r",? ?(?:die |der |das )?(?:viel )?(?:größer|grösser|höher) (?:ist )?als (?=ein)", " groß und "),
        (r",? ?(?:die |der |das )?(?:viel )?kleiner (?:ist )?als (?=ein)", " klein und "),
        (r"\b(?:molto )?più (?:grande|alt[oa]) (?:di|che) (?=un)", "grande e "),
        (r"\b(?:molto )?più (?:piccol[oa]|bass[oa]) (?:di|che) (?=un)", "piccolo e "),
        (r"\b(?:muito )?(?:maior|mais alt[oa]) (?:do )?que (?=um)", "grande e "),
        (r"\b(?:muito )?(?:menor|mais baix[oa]) (?:do )?que (?=um)", "pequeno e "),
        (r"\b(?:veel )?(?:groter|langer) dan (?=een)", "groot en "),
        (r"\b(?:veel )?kleiner dan (?=een)", "klein en "),
        (r"(?P<b>[가-힣]{1,6})보다 (?:훨씬 )?(?:더 )?(?P<how>큰|작은) (?P<a>[가-힣]{1,6})", r"\g<how> \g<a>와 \g<b>"),
    )
)  # fmt: skip
_UNLIKE = 0.6
"""Of the other's height, below which one must grow that is to be as large as that."""
_ENOUGH, _OPPOSITE = 1.15, 0.8
"""Height in life over that of the other from which nothing need be said, and below which the other must shrink."""


def compared(text: str) -> str:
    """The wish for a new picture with such comparisons told by sizes."""
    text = likened(text)
    if re.search(r"\b(?:than|as|same|equally)\b|er(?=[,.;]|$)", text, re.IGNORECASE):
        text = _ALIKE.sub("", text)
        while (match := _THAN.search(text)) is not None and (told := _than(match)) is not None:
            text = text[: match.start()] + told
        text = _AS.sub(_equally, text)
        text = _TIMES.sub("", text)
        text = _ALONE.sub(lambda m: f"{m['is']}{'big' if m['more'] else 'small'}", text)
    if "比" in text or "一样" in text or "同样" in text:
        text = _ALIKE.sub("", text)
        text = _CHINESE_BEFORE.sub(_chinese_before, text)
        text = _CHINESE.sub(_chinese, text)
    text = _BUILD.sub(_built, text)
    for pattern, told in _ABROAD:
        text = pattern.sub(told, text)
    return text


_BUILD = Pattern(
    r"\b(?P<a>an?|the|one|my|two|three) (?:very |really |extremely |quite )*(?P<how>tall|short|thumb-sized) (?P<n>(?:(?:old|young|thin|fat|bald|strong|slim|chubby) )?[a-z]+(?: [a-z]+)?)\b"
    r"|(?P<zh>高高的|高个子的?|高大的|身材高大的|矮矮的|矮个子的?|矮小的|瘦小的)(?P<who>[\u4e00-\u9fff]{1,4})"
)


def _built(match: re.Match[str]) -> str:
    """Of people, tall and short are sizes; of trees and towers they go without saying."""
    words = match["n"] or match["who"]
    for noun in (words, words.rpartition(" ")[0] or words):
        kind = kind_of(noun)
        if kind is not None and kinds()[kind].alive and has_arms(kinds()[kind]):
            if match["zh"]:
                return f"{'大的' if match['zh'][0] in '高身' else '小的'}{words}"
            return f"{match['a'].replace('an', 'a')} {'large' if match['how'].lower() == 'tall' else 'small'} {words}"
    return match[0]


def _sizes(first: str, second: str, *, more: bool) -> tuple[str, str] | None:
    """How large both are to be, by their names; None where one of them is not known."""
    kinds_ = (kind_of(first), kind_of(second))
    if kinds_[0] is None or kinds_[1] is None:
        return None
    ratio = kinds()[kinds_[0]].height_m / kinds()[kinds_[1]].height_m
    if not more:
        ratio = 1 / ratio
    larger, smaller = (
        ("", "") if ratio >= _ENOUGH else ("large", "") if ratio >= _OPPOSITE else ("large", "small")
    )
    return (larger, smaller) if more else (smaller, larger)


def _than(match: re.Match[str]) -> str | None:
    """The wish from there on; None where one of the two is not known."""
    sizes = _sizes(match["a"], match["b"], more=match["more"] is not None)
    if sizes is None:
        return None
    first = _with_size(match["ad"], sizes[0], match["a"])
    second = _with_size(match["bd"], sizes[1], match["b"])
    rest = match.string[match.end() :]
    if match["bd"].strip().lower() in ("a", "an", "one"):
        again = re.compile(rf"\b(?:an?|the) {re.escape(match['b'])}\b", re.IGNORECASE)
        told, times = again.subn(second, rest, count=1)
        if times:  # "bigger than a man, with a man beside it"
            return first + told
    return f"{first} and {second}{rest}"


def _equally(match: re.Match[str]) -> str:
    known = kind_of(match["a"]), kind_of(match["b"])
    if known[0] is None or known[1] is None:
        return match[0]
    ratio = kinds()[known[0]].height_m / kinds()[known[1]].height_m
    sizes = ("large", "small") if ratio < _UNLIKE else ("small", "large") if ratio > 1 / _UNLIKE else ("", "")
    return (
        f"{_with_size(match['ad'], sizes[0], match['a'])} and {_with_size(match['bd'], sizes[1], match['b'])}"
    )


def _with_size(article: str, size: str, noun: str) -> str:
    if not size:
        return f"{article}{noun}"
    article = "a " if article.lower().strip() == "an" else article
    return f"{article}{size} {noun}"


def _head(words: str) -> int:
    """Where the noun begins that the words end with, behind its number and what else stands before it."""
    tokens = tokenise(words)
    return tokens[-1].start if tokens and tokens[-1].get("kinds") is not None else 0


def _chinese(match: re.Match[str]) -> str:
    at = _head(match["a"])
    first, before = match["a"][at:], match["a"][:at]
    sizes = _sizes(first, match["b"], more=match["more"] is not None)
    if sizes is None:
        return match[0]
    known = match.string[: match.start("b")].count(match["b"]) > 0
    sized = [f"{_SAID[size]}{noun}" for size, noun in zip(sizes, (first, match["b"]), strict=True)]
    if known:
        return before + "，".join(
            f"{noun}很{_SAID[size][0]}" for size, noun in zip(sizes, (first, match["b"]), strict=True) if size
        )
    return f"{before}{sized[0]}和一个{sized[1]}"


def _chinese_before(match: re.Match[str]) -> str:
    sizes = _sizes(match["a"], match["b"], more=match["more"] is not None)
    if sizes is None:
        return match[0]
    return f"{match['n'] or '一个'}{_SAID[sizes[0]]}{match['a']}和一个{_SAID[sizes[1]]}{match['b']}"


_SAID = {"": "", "large": "大的", "small": "小的"}
