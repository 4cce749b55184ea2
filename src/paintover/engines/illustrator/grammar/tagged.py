"""Wishes that are lists of tags: "girl, blue dress, umbrella, rain". What can be worn or held belongs to the only one who lives."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds

_TAGS = re.compile(r"[,，、]\s*")
_FEWEST = 3
_LOOKS = ("colours", "sizes", "patterns", "modifiers", "of")
_ON = frozenset({"head", "eyes", "face", "neck", "foot", "back"})


def worn_by_the_only_one(text: str) -> str:
    """The wish for a new picture with "blue dress" told as worn and "umbrella" as held, where it is such a list about one."""
    tags = _TAGS.split(text.strip(" .。"))
    if len(tags) < _FEWEST or any(mark in text for mark in '“”「」".。;；:：'):
        return text
    read = [sorted(tokenise(tag), key=lambda token: token.start) for tag in tags]
    living = [at for at, tokens in enumerate(read) if any(_lives(token) for token in tokens)]
    if len(living) != 1 or sum(_lives(token) for token in read[living[0]]) != 1:
        return text
    somebody = living[0]
    if any(token.plural or int(token.get("numbers") or 1) > 1 for token in read[somebody]):
        return text
    told = [_told(tag, tokens) for tag, tokens in zip(tags, read, strict=True)]
    theirs = [tag for at, tag in enumerate(told) if tag != tags[at] and at != somebody]
    others = [tag for at, tag in enumerate(tags) if told[at] == tag and at > somebody]
    if not theirs:
        return text
    return ("，" if "，" in text else ", ").join((*tags[: somebody + 1], *theirs, *others))


def _told(tag: str, tokens: list[Token]) -> str:
    """The tag with the verb that it leaves out; as it is where it says anything but a thing and its looks."""
    if not tokens or tokens[-1].get("kinds") is None:
        return tag
    if not all(any(token.get(role) is not None for role in _LOOKS) for token in tokens[:-1]):
        return tag
    part = kinds()[tokens[-1].readings["kinds"]].wear
    chinese = tokens[-1].lang == "zh"
    if part in _ON:
        return f"穿着{tag}" if chinese else f"wearing {tag}"
    if part == "hand":
        return f"拿着{tag}" if chinese else f"holding {tag}"
    return tag


def _lives(token: Token) -> bool:
    kind = token.get("kinds")
    return kind is not None and kind in kinds() and kinds()[kind].alive
