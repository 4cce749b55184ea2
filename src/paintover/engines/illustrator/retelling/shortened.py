"""What is named again by the end of its name alone: 推着购物车，宝宝坐在车里 is of one cart and of no car."""

from __future__ import annotations

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token

_ENDS = frozenset("车船艇桥树椅床桌房屋塔")
_OF_ITS_OWN = frozenset({"measures", "numbers", "colours", "of", "sizes"})
"""Before a bare name these say that another one is meant: 一辆车, 红色的车."""


def told_by_its_whole_name(wish: str) -> str:
    """The wish with the whole name of a thing where it is named again by the last character of it."""
    if not any(wish.count(end) > 1 for end in _ENDS):
        return wish
    tokens = tokenise(wish)
    for at in range(len(tokens) - 1, 0, -1):
        short, before = tokens[at], tokens[at - 1]
        if short.text not in _ENDS or short.get("kinds") is None or _is_another(before, short):
            continue
        whole = next((one for one in tokens[:at][::-1] if _is_named_so(one, short.text)), None)
        if whole is not None:
            wish = f"{wish[: short.start]}{whole.text}{wish[short.end :]}"
    return wish


def _is_another(before: Token, short: Token) -> bool:
    return before.end == short.start and any(before.get(role) is not None for role in _OF_ITS_OWN)


def _is_named_so(token: Token, end: str) -> bool:
    return len(token.text) > 1 and token.text.endswith(end) and token.get("kinds") is not None
