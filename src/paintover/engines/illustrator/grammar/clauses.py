"""Chinese clauses that are run together: 阿姨在洗碗小男孩在扫地 are two, and so are those between which a space stands.

Whoever begins the next clause is known by what is around it: a deed is over before it, and its own deed comes behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_SPACE = re.compile(r"(?<=[\u4e00-\u9fff”》]) +(?=[\u4e00-\u9fff])(?!还有|和|以及|也有|跟|与)")
_PIECES = re.compile(r"([，,。；;、！!？?：:\n“”「」《》]+)")
_LOOKS = ("numbers", "a", "measures", "colours", "sizes", "patterns", "modifiers")
"""What stands before a noun and belongs to it."""
_DOES = ("poses", "actions", "verbs", "moods", "at")
_OBJECTS = frozenset(
    {"hold", "lead", "ride", "carry", "wear", "draw", "add", "put", "remove", "replace", "cover", "give"}
)
"""Verbs behind which somebody is whom it is done to."""
_OPEN = re.compile(
    r"(?:[着过给向和跟与对像让叫被把将替帮为教等找见到陪追喂抱背牵领骑画有是的在]|遇见|看见|听见)$"
)
"""Words behind which somebody is no new subject."""
_ALONE = frozenset({"run", "walk", "fly", "swim", "sleep", "jump", "dance"})
"""Poses that nothing is done to."""
_YOUNG = frozenset({"宝宝", "幼崽"})
"""Of an animal, its young: 熊猫宝宝."""
_HEAPS = frozenset("堆包铺捆")
"""Measure words that are verbs behind somebody: 小朋友堆沙堡."""
_SHORTEST_DEED = 2
"""Characters of a deed that may stand alone: 跑步, and not 追."""


def apart_in_clauses(text: str) -> str:
    """The text with a comma where a new clause begins without one."""
    return "".join(part if at % 2 else _split(part) for at, part in enumerate(_PIECES.split(text)))


def spaces_as_commas(text: str) -> str:
    """The text with a comma for a space between two Chinese words, and none before what goes on a Japanese phrase."""
    return _SPACE.sub("，", _GOES_ON.sub("", text) if _KANA.search(text) else text)


_KANA = re.compile("[\u3040-\u30ff]")
_GOES_ON = Pattern(
    r"(?<=\S)[ \u3000]+(?=(?:[一二三四五六七八九十\d]+[匹頭羽個本人台枚冊つ]|ひとつ|ふたつ|みっつ|ひとり|ふたり)|\S+(?:で|に|の[上下中前横隣左右]|の後ろ)(?:\s|$))",
    re.NOFLAG,
)
"""The space before a number, or a place, that stands behind its noun: 猫 二匹 海で."""


def _split(clause: str) -> str:
    """A clause with commas before whoever does something of their own in it."""
    tokens = tokenise(clause)
    cuts: list[int] = []
    begun = 0
    for at, token in enumerate(tokens):
        if not _lives(token) or (token.text in _YOUNG and at and _lives(tokens[at - 1])):
            continue
        start = _phrase_start(tokens, at)
        if (compound := _deed_in(tokens, at)) and _begins_a_deed(tokens[at + 1 :]):
            cuts.append(token.start + compound)
            begun = at
        elif start > begun and _deed_is_over(tokens[begun:start]) and _begins_a_deed(tokens[at + 1 :]):
            cuts.append(tokens[start].start)
            begun = start
    for cut in reversed(cuts):
        clause = f"{clause[:cut].rstrip()}，{clause[cut:]}"
    return clause


def _deed_in(tokens: Sequence[Token], at: int) -> int:
    """How much of a noun is the deed of whoever is named before: 正在扫地阿姨, who is no cleaner; 0 for none."""
    word = tokens[at].text
    going_on = at > 1 and (tokens[at - 1].text.endswith("在")) and any(map(_lives, tokens[: at - 1]))
    if not going_on or len(word) < _SHORTEST_DEED + 2:
        return 0
    rest = tokenise(word[_SHORTEST_DEED:])
    return _SHORTEST_DEED if len(rest) == 1 and _lives(rest[0]) else 0


def _phrase_start(tokens: Sequence[Token], noun: int) -> int:
    start = noun
    while start and any(tokens[start - 1].get(role) for role in _LOOKS):
        start -= 1
    return start + 1 if start < noun and _is_object(tokens, start) else start


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """洗碗, 铺床: a measure word that counts nothing is a thing to which something is done."""
    return tokens[at].get("measures") is not None and tokens[at].get("numbers") is None and at > 0


def _deed_is_over(before: Sequence[Token]) -> bool:
    """Whether somebody is named there who does something, and nothing waits for its object."""
    who = next((at for at, token in enumerate(before) if _lives(token)), None)
    if who is None:
        return False
    deed, last = before[who + 1 :], before[-1]
    if not deed or any(token.get("and") for token in deed) or _OPEN.search(last.text):
        return False
    wraps = len(deed) > 1 and all(token.get("kinds") for token in deed[-2:])  # 包饺子
    if not wraps and not any(_is_deed(token) for token in deed):
        return False
    if (
        last.get("verbs") in _OBJECTS
        or last.get("of")
        or last.get("at")
        or last.get("take")
        or last.get("give")
    ):
        return False
    done = last.get("kinds") or last.get("moods") or last.get("relations") or last.get("poses") in _ALONE
    whole = last.text
    if (
        len(deed) > 1
        and deed[-2].end == last.start
        and not _OPEN.search(deed[-2].text)
        and not deed[-2].get("filler")
    ):
        whole = deed[-2].text + whole  # 唱歌
    return bool(done) or len(whole) >= _SHORTEST_DEED


def _begins_a_deed(after: Sequence[Token]) -> bool:
    """Whether what comes behind somebody is their own deed."""
    if after and after[0].text == "从":
        return True
    first = next((token for token in after if not token.get("filler") or _is_deed(token)), None)
    if first is None or first.get("of") or first.get("and") or first.get("relations"):
        return False
    return _is_deed(first)


def _is_deed(token: Token) -> bool:
    """Whether the word may tell what somebody does; 炒菜 tells nothing that the lexicon draws, and 正在 nothing at all."""
    if token.get("filler"):
        return len(token.text) >= _SHORTEST_DEED and not token.text.endswith("在")
    return token.unknown or token.text in _HEAPS or any(token.get(role) for role in _DOES)


def _lives(token: Token) -> bool:
    kind = token.get("kinds")
    return token.lang == "zh" and kind is not None and kinds()[kind].alive
