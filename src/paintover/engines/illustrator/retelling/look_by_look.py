"""Several looks that somebody is to have at once, told one by one: "bigger and red" as "bigger, red", 变大并且变红 as 变大，变红."""

from __future__ import annotations

import re
from itertools import pairwise

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds

_SIZES = frozenset({"larger", "smaller"})
_JOINS = frozenset({"and", "but", "并且", "而且", "然后", "同时", "又", "也", "还", "并", "再", "、", "要", "是", "变", "变成", "且", "下", "下来", "得", "了"})  # fmt: skip
"""Words that may stand between two looks."""
_LETTERS = re.compile(r"[a-z]+")
_TOGETHER = ({"colours", "patterns"}, *({role} for role in ("size", "colours", "patterns", "poses", "moods")))
"""Looks that are one: two colours, black and striped."""


def told_look_by_look(prompt: str) -> str:
    """The wish for a change with a clause of its own for a look that follows one of another sort; else as it was."""
    prompt = _OF_EACH.sub(r"\g<one> \g<what> \g<look>, make \g<other> \g<what> \g<also>", prompt)
    tokens = tokenise(prompt)
    looks = [place for place, token in enumerate(tokens) if _look(token) is not None]
    for first, last in reversed(list(pairwise(looks))):
        between, after = tokens[first + 1 : last], tokens[last + 1 :]
        one, other = tokens[first], tokens[last]
        if _is_of_another(one, other, between):
            prompt = f"{prompt[: one.end]}, make {prompt[between[1].start :]}"
        if not between or any(token.text.lower() not in _JOINS for token in between):
            continue
        if any(word not in _JOINS for word in _LETTERS.findall(prompt[one.end : other.start].lower())):
            continue  # "pink and the other one black"
        if not _ends(after):
            continue
        if _look(one) == _look(other) == "colours" and (subject := _only_subject(tokens[:first])) is not None:
            how = "patched" if kinds()[subject].alive else "striped"
            prompt = f"{prompt[: other.end]} {how}{prompt[other.end :]}"
        if {_look(one), _look(other)} in _TOGETHER:
            continue
        if prompt[one.start : one.end].isascii():
            lead = f", make {_whom(prompt[: one.start])} "
        else:
            lead = "，" + "".join(token.text for token in between if token.text in ("变", "变成"))
        prompt = f"{prompt[: one.end]}{lead}{prompt[other.start :]}"
    return prompt


def _whom(before: str) -> str:
    """Whose look was told before that: by the same words, so that nobody else is meant where the picture lacks them."""
    named = _MADE.search(before)
    if named is not None:
        return named["who"]
    return "them" if _SEVERAL.search(before) else "it"


_MADE = re.compile(
    r"\b(?:make|turn|paint|dye|let|have) (?P<who>(?:the|my|his|her|its|both|all)\b[a-z' ]{1,40}?) $",
    re.IGNORECASE,
)


def _only_subject(before: list[Token]) -> str | None:
    """The kind of the only one of whom an English clause says what colours it is to have; None for several and a pronoun."""
    named = [token for token in before if token.get("kinds") is not None and token.lang == "en"]
    told = before[0].text.lower() in _PAINTED if before else False
    return named[0].get("kinds") if told and len(named) == 1 and not named[0].plural else None


_PAINTED = frozenset({"make", "paint", "colour", "color", "turn", "dye"})
_OF_EACH = re.compile(
    r"\b(?P<one>the [a-z' ]+?['’]s) (?P<what>[a-z]+) (?P<look>[a-z]+),? and (?P<other>the [a-z' ]+?['’]s) (?P<also>[a-z]+)(?=$|[.,!])",
    re.IGNORECASE,
)
"""What two of them have, in a look for each: "the left one's shirt red and the other one's blue"."""
_SEVERAL = re.compile(
    r"\b(?:both|them|all|everyone|everybody|the (?:two |three |four )?[a-z]+(?<!s)s)\b", re.IGNORECASE
)


def _is_of_another(one: Token, other: Token, between: list[Token]) -> bool:
    """Whether the look of somebody else follows, one of the two a size: "bigger and the cat red"."""
    words = [token.text.lower() for token in between]
    return "size" in (_look(one), _look(other)) and words[:2] == ["and", "the"] and len(words) == _A_NOUN


_A_NOUN = 3


def _look(token: Token) -> str | None:
    """Of what sort the look is that a word tells: a size, a colour, a pattern, a pose, a face."""
    if token.get("verbs") in _SIZES or token.get("sizes") is not None:
        return "size"
    return next(
        (role for role in ("colours", "patterns", "poses", "moods") if token.get(role) is not None), None
    )


def _ends(after: list[Token]) -> bool:
    """Whether nothing follows to which the look would belong: a comma, an end, a 的 that ends the clause."""
    rest = [token for token in after if token.get("of") is None and token.get("filler") is None]
    return not rest or rest[0].get("stop") is not None
