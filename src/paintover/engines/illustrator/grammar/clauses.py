"""Chinese clauses that are run together: 阿姨在洗碗小男孩在扫地 are two, and so are those between which a space stands.

Whoever begins the next clause is known by what is around it: a deed is over before it, and its own deed comes behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.lexicon import Token, tokenise
from paintover.engines.illustrator.kinds import kinds

_SPACE = re.compile(r"(?<=[\u4e00-\u9fff”》]) +(?=[\u4e00-\u9fff])")
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
_SHORTEST_DEED = 2
"""Characters of a deed that may stand alone: 跑步, and not 追."""


def apart_in_clauses(text: str) -> str:
    """The text with a comma where a new clause begins without one."""
    text = _SPACE.sub("，", text)
    return "".join(part if at % 2 else _split(part) for at, part in enumerate(_PIECES.split(text)))


def _split(clause: str) -> str:
    """A clause with commas before whoever does something of their own in it."""
    tokens = tokenise(clause)
    cuts: list[int] = []
    begun = 0
    for at, token in enumerate(tokens):
        if not _lives(token):
            continue
        start = _phrase_start(tokens, at)
        if start > begun and _deed_is_over(tokens[begun:start]) and _begins_a_deed(tokens[at + 1 :]):
            cuts.append(tokens[start].start)
            begun = start
    for cut in reversed(cuts):
        clause = f"{clause[:cut]}，{clause[cut:]}"
    return clause


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
    if not any(token.unknown or any(token.get(role) for role in _DOES) for token in deed):
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
    return bool(done) or len(last.text) >= _SHORTEST_DEED


def _begins_a_deed(after: Sequence[Token]) -> bool:
    """Whether what comes behind somebody is their own deed."""
    first = next((token for token in after if not token.get("filler")), None)
    if first is None:
        return False
    if first.get("of") or first.get("and") or first.get("relations"):
        return False
    return first.unknown or any(first.get(role) for role in _DOES)


def _lives(token: Token) -> bool:
    kind = token.get("kinds")
    return token.lang == "zh" and kind is not None and kinds()[kind].alive
