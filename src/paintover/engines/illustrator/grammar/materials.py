"""What things are made of: "a glass vase", 木头椅子, "a horse made of stone". A material is said as a pattern is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.tokens import Token, WordLanguage

_MADE_EN = ("made of {}", "made out of {}", "made from {}", "carved from {}", "carved out of {}", "built of {}", "made entirely of {}", "out of {}", "into {}")  # fmt: skip
_MADE_ZH = ("{}做的", "{}制的", "{}做成的", "{}制成的", "用{}做的", "用{}做成的", "用{}制成的", "{}材质的", "{}材质", "{}雕的", "{}雕刻的", "{}编的", "{}织的")  # fmt: skip
_BEFORE = ("numbers", "measures", "colours", "sizes", "a", "the", "of", "and", "take", "stop")
"""Roles of a word behind which 木头的 says what the thing is made of; behind a deed it is the deed's: 吃竹子的熊猫."""


@cache
def material_words(lang: WordLanguage) -> Mapping[str, str]:
    """By word or phrase of a language, the material that it says without a noun behind it."""
    found: dict[str, str] = {}
    for material, told in word_table("materials").items():
        if lang == "en":
            found |= dict.fromkeys(told.get("en", ()), material)
        made = _MADE_EN if lang == "en" else _MADE_ZH
        for noun in told["en_nouns" if lang == "en" else "zh"]:
            found |= {form.format(noun): material for form in made}
    return found


@cache
def _nouns(lang: WordLanguage) -> Mapping[str, str]:
    """By noun, the material that it says where a thing follows it."""
    which = "en_nouns" if lang == "en" else "zh"
    return {noun: material for material, told in word_table("materials").items() for noun in told[which]}


def with_materials(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each noun that says what the thing behind it is made of as a pattern."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        material = _nouns(token.lang).get(token.text.lower())
        named = token.plural or token.get("colours") is not None  # "gold" is a colour as well
        if material is not None and not named and (_before_a_thing(tokens, at) or _its(tokens, at)):
            token = replace(token, readings={"modifiers": material, "patterns": material})
        out.append(token)
    return out


def _before_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether a thing follows at once, or behind its colour or its size."""
    end = tokens[at].end
    for after in tokens[at + 1 : at + 4]:
        if after.start - end > (1 if after.lang == "en" else 0) or after.get("stop") is not None:
            return False
        if after.get("kinds") is not None:
            return True
        if after.get("colours") is None and after.get("sizes") is None:
            return False
        end = after.end
    return False


def _its(tokens: Sequence[Token], at: int) -> bool:
    """Whether it says so with 的 behind it, before a thing or at the end: 一只木头的猫, 把猫变成木头的."""
    after = tokens[at + 1 : at + 3]
    if tokens[at].lang != "zh" or not after or after[0].text != "的":
        return False
    free = at == 0 or any(tokens[at - 1].get(role) is not None for role in _BEFORE)
    free = free or tokens[at - 1].get("verbs") in ("make", "replace")
    follows = len(after) == 1 or after[1].get("kinds") is not None or after[1].get("stop") is not None
    return free and follows
