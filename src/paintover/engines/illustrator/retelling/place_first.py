"""Where a Chinese wish plays, told first: 老爷爷坐在公园的长椅上 is 公园，老爷爷坐在长椅上.

Between 在 and the thing that somebody is on, the name of a place would hide what they are on.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token

_JOINED = re.compile(r"(?<=在)(?P<place>公园|花园|海边|湖边|河边|街边|路边)(?=长椅|长凳|秋千|大树|椅子|石头)")
_WITHIN = frozenset({"里", "里面", "中", "边", "上", "的"})


def told_place_first(prompt: str) -> str:
    """The wish with a place between 在 and a thing told ahead of all; else as it was."""
    prompt = _JOINED.sub(r"\g<place>的", prompt)
    tokens = tokenise(prompt)
    for at, token in enumerate(tokens):
        if at == 0 or not tokens[at - 1].text.endswith("在") or not _is_place(token):
            continue
        after = next((step for step in range(at + 1, len(tokens)) if tokens[step].text not in _WITHIN), None)
        if after is None or after > at + _APART or not _is_thing(tokens, after):
            continue
        return f"{token.text}，{prompt[: token.start]}{prompt[tokens[after].start :]}"
    return prompt


_APART = 3
"""How far the thing may be from the place: 公园里的长椅."""


def _is_place(token: Token) -> bool:
    return token.lang == "zh" and token.get("places") is not None and token.get("kinds") is None


def _is_thing(tokens: list[Token], at: int) -> bool:
    """Whether it is a thing, and is told to be what somebody is on or at."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].get("kinds") is not None and follows is not None and follows.get("relations") is not None
    )


_WHOSE_ROOM = re.compile(
    r"\b(?:an?|the|my|his|her) (?:(?:little|young|teenage) )?(?:teenager|teen|boy|girl|kid|child|student|toddler|baby|grandma|grandmother)['’]s (?=(?:(?:cosy|cozy|messy|tidy|small|big|bright|pink|blue) )?(?:bed)?room\b)",
    re.IGNORECASE,
)


def told_without_its_owner(prompt: str) -> str:
    """The wish for a room without whose room it is, where that one is not in it: "a teenager's bedroom"."""
    return _WHOSE_ROOM.sub("a ", prompt)
