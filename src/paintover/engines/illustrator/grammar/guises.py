"""Animals and children who are somebody: "a mouse astronaut", 小猫厨师, "a penguin dressed as a pirate".

They stay what they are, and have on what makes out the other: `words/guises.toml` has the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import WordLanguage
from paintover.engines.illustrator.kinds import described, kinds
from paintover.engines.illustrator.sprites.bodies import is_person
from paintover.engines.illustrator.trades import Kit, trades
from paintover.engines.illustrator.wording import Pattern

_CHILDREN = frozenset({"boy", "girl", "child", "baby"})
"""People who dress up; grown-ups of a trade have faces of their own."""


class Guise(Kit, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of `words/guises.toml`, where the fields are explained."""


@cache
def guises() -> Mapping[str, Guise]:
    """By kind of somebody, what one has on who is dressed up as them.

    Raises:
        msgspec.ValidationError: the file has an entry that is no guise.
    """
    found = msgspec.convert(word_table("guises"), dict[str, Guise])
    for name, trade in trades().items():
        if trade.kit and name not in found:
            tints = {kind: trade.tint for kind in trade.wear if trade.tint is not None}
            found[name] = Guise(
                wear=trade.wear, head=trade.head, eyes=trade.eyes, back=trade.back, hold=trade.hold, foot=trade.foot,
                tints={**tints, **trade.tints},
            )  # fmt: skip
    return MappingProxyType(found)


def dresses_up(kind: str | None) -> bool:
    """Whether it is an animal or a child, who may be somebody of a trade too."""
    known = kinds().get(kind or "")
    if known is None or kind is None or not known.alive or kind in guises():
        return False
    family, _, name = known.art.partition(":")
    return kind in _CHILDREN or (family == "noto" and kind in described() and not is_person(name, known.crop) and kind not in _PEOPLE)  # fmt: skip


_PEOPLE = frozenset({"mermaid", "merman", "dancer", "genie", "zombie", "skier", "snowboarder"})
"""Drawn whole, so that nothing else tells them from animals."""

_WHO = r"(?P<who>(?:an?|the|one|two|three|four|some|my|his|her|our|their)?\s*(?:(?:cute|little|small|big|tiny|funny|happy|fat|young|old|white|black|brown|red|grey|gray|orange|blue|yellow)\s+)*)"
_DRESSED = Pattern(
    rf"\b{_WHO}(?P<animal>[a-z]+(?: bear)?)(?: (?:is |are )?(?:dressed(?: up)?(?: as| like)|in|wearing|disguised as|cosplaying(?: as)?) ?(?:an? |the )?)(?:(?P<suit>[a-z]+(?: [a-z]+)?)['’]?s? (?:costume|outfit|suit|uniform|clothes|gear|attire)|(?P<trade>[a-z]+(?: [a-z]+)?))(?![a-z])"
)
_DRESSED_AS = re.compile(r"dressed|disguised|cosplay", re.IGNORECASE)
_SUITS = {"宇航服": "宇航员", "航天服": "宇航员", "太空服": "宇航员", "警服": "警察", "警察制服": "警察", "消防服": "消防员", "厨师服": "厨师", "护士服": "护士", "白大褂": "医生", "军装": "士兵", "海盗服": "海盗", "圣诞老人服": "圣诞老人", "圣诞老人的衣服": "圣诞老人"}  # fmt: skip
_SUIT_ZH = Pattern(
    rf"(?:身穿|身着|穿着?|穿上)(?:一[身件套])?({'|'.join(_SUITS)})的(?=[小大一只个白黑黄灰棕胖]*)",
    re.NOFLAG,
)
_AS_ZH = Pattern(
    r"(?:打扮|装扮|装|扮|化妆|cos|cosplay)(?:成|作|为)(?:了)?(?:一?[个位名只])?(?P<trade>[\u4e00-\u9fff]{1,5}?)(?:的样子|模样)?的",
    re.NOFLAG,
)
_AS_ZH_BEHIND = Pattern(
    r"(?P<animal>[\u4e00-\u9fff]{1,5}?)(?:打扮|装扮|扮|化妆)(?:成|作)(?:了)?(?:一?[个位名])?(?P<trade>[\u4e00-\u9fff]{2,5}?)(?:的样子|模样)?(?=$|[，。,、；;])",
    re.NOFLAG,
)


_SUIT_ZH_BEHIND = Pattern(
    rf"(?P<animal>[\u4e00-\u9fff]{{1,5}}?)(?:身穿|身着|穿着?)(?:一[身件套])?(?P<suit>{'|'.join(_SUITS)})(?!的)",
    re.NOFLAG,
)
_DRESS = Pattern(
    r"\bdress (?P<whom>it|him|her|them|the [a-z]+(?: [a-z]+)?) (?:up )?(?:as|like) (?:an? )?(?P<trade>[a-z]+(?: [a-z]+)?)"
)
_DRESS_ZH = Pattern(
    r"(?:把|给|让|将)(?P<whom>[\u4e00-\u9fff]{1,5}?)(?:打扮|装扮|扮|化妆)(?:成|作)(?:一?[个位名只])?(?P<trade>[\u4e00-\u9fff]{2,5}?)(?:的样子|模样)?(?=$|[，。,、；;])",
    re.NOFLAG,
)


def in_costume(text: str) -> str:
    """The wish with costumes told in the short way: "a penguin dressed as a pirate" as "a pirate penguin", 打扮成厨师的小猫 as
    厨师小猫. What is no costume of somebody known stays as it is."""
    text = _DRESS_ZH.sub(_put_on, _DRESS.sub(_put_on, text))
    text = _DRESSED.sub(_short, text)
    text = _SUIT_ZH_BEHIND.sub(lambda match: _behind(match, _SUITS[match["suit"]]), text)
    text = _SUIT_ZH.sub(lambda match: _if_dressed(_SUITS[match[1]], match), text)
    text = _AS_ZH.sub(lambda match: match["trade"] if _is_guise(match["trade"]) else match[0], text)
    return _AS_ZH_BEHIND.sub(_behind, text)


def _kind(word: str) -> str | None:
    """The kind of that name."""
    tokens = tokenise(word)
    return tokens[-1].get("kinds") if len(tokens) in (1, 2) and tokens[-1].get("kinds") is not None else None


def _is_guise(word: str) -> bool:
    return _kind(word) in guises()


def _short(match: re.Match[str]) -> str:
    """The trade before the animal, where it is one and something is said of clothes."""
    if not (match["suit"] or _DRESSED_AS.search(match[0])):
        return match[0]
    words = (match["suit"] or match["trade"]).removesuffix("'s").split()
    for many in range(len(words), len(words) - 1 if match["suit"] else 0, -1):
        trade = " ".join(words[:many])
        if _is_guise(trade) and dresses_up(_kind(match["animal"])):
            rest = " ".join(words[many:])
            return f"{match['who']}{trade} {match['animal']}{f' {rest}' if rest else ''}"
    return match[0]


def _if_dressed(trade: str, match: re.Match[str]) -> str:
    """The trade, if an animal or a child comes next."""
    after = tokenise(match.string[match.end() : match.end() + 8])
    kind = next((token.get("kinds") for token in after if token.get("kinds") is not None), None)
    return trade if dresses_up(kind) else match[0]


def _behind(match: re.Match[str], suit: str | None = None) -> str:
    trade, words = suit or match["trade"], tokenise(match["animal"])
    if _is_guise(trade) and words and dresses_up(words[-1].get("kinds")):
        start = words[-1].start
        return f"{match['animal'][:start]}{trade}{match['animal'][start:]}"
    return match[0]


def _put_on(match: re.Match[str]) -> str:
    """ "Dress it as a pirate": to put on what a pirate has on, one by one."""
    guise, whom = guises().get(_kind(match["trade"]) or ""), match["whom"]
    if guise is None:
        return match[0]
    worn = [
        (kind, guise.tints.get(kind), part) for kind, part in guise.kit if part in ("neck", "head", "eyes")
    ]
    if whom.isascii():
        return f"give {whom} {' and '.join(_a(_coloured('en', kind, tint)) for kind, tint, _ in worn)}"
    return "，".join(
        f"给{whom}{'穿' if part == 'neck' else '戴'}上{_coloured('zh', kind, tint)}"
        for kind, tint, part in worn
    )


def _coloured(lang: WordLanguage, kind: str, tint: str | None) -> str:
    name = names(lang, kind)
    if tint is None:
        return name
    return f"{names(lang, tint, table='colours')}的{name}" if lang == "zh" else f"{tint} {name}"


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
