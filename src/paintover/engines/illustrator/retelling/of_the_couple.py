"""The girl of a couple is the woman of the two, and nobody who comes besides: 一对情侣在海边，女孩穿白裙子."""

from __future__ import annotations

import re

from paintover.engines.illustrator.wording import Pattern

_COUPLE = Pattern(
    r"情侣|恋人|夫妻|夫妇|小两口|两口子|\b(?:a|the|young|old|happy|loving|married) (?:[a-z]+ )?couple\b(?! of\b)|\b(?:two|young) lovers\b"
)
_HIM = re.compile(
    r"(?<![个位名群些只两三四五几小])(?:男孩子?|男生|男士|男方|男朋友|男友|小伙子|丈夫|老公)(?!们)"
)
_HER = re.compile(
    r"(?<![个位名群些只两三四五几小])(?:女孩子?|女生|女士|女方|女朋友|女友|姑娘|妻子|老婆)(?!们)"
)
_THE_MAN = Pattern(r"\bthe (?:boy|guy|boyfriend|husband|gentleman)\b(?! of\b)")
_THE_WOMAN = Pattern(r"\bthe (?:girl|lady|girlfriend|wife)\b(?! of\b)")


def told_of_the_couple(prompt: str) -> str:
    """The wish with the two of a couple by what the grammar calls them."""
    match = _COUPLE.search(prompt)
    if match is None or '"' in prompt or "“" in prompt:
        return prompt
    before, after = prompt[: match.end()], prompt[match.end() :]
    for pattern, told in ((_HIM, "男的"), (_HER, "女的"), (_THE_MAN, "the man"), (_THE_WOMAN, "the woman")):
        after = pattern.sub(told, after)
    return before + after
