"""大 and 小 that are the size of what follows, and no part of the longest word that begins with them: 小河马 is a small hippo, and
no horse at a brook; 大风筝 is a large kite, and no wind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from paintover.engines.illustrator.grammar.tokens import Readings
from paintover.engines.illustrator.staging.likeness import is_somebody

_NAMING = frozenset({"kinds", "places", "weathers", "times", "colours", "modifiers", "verbs"})
"""What the word that begins with a size may be by itself."""
_WHOLE = frozenset({"大米", "小麦"})
"""What is no size of what follows: 大米饭 is rice."""
_OF_A_BODY = ("-face", "-nose", "-ears", "-hand", "-paw", "-horns")
"""Kinds of what somebody has: 小猪头上 is on the head of a piglet."""
_NAMED = "小红"
"""Somebody by that name, unless a thing follows, which is small and red."""


def is_size_of_more(
    folded: str, at: int, length: int, words: Mapping[str, Readings], longest: Callable[[str, int], int]
) -> bool:
    """Whether the first character of the word of that length is the size of a noun that reaches farther than the word.

    `longest` tells how many characters the longest word has that stands at a place of the text.
    """
    word = folded[at : at + length]
    if length < 2 or word[0] not in "大小" or word in _WHOLE or _NAMING.isdisjoint(words[word]):
        return False
    if word == _NAMED:
        thing = _noun(folded, at + length, words, longest)
        if thing is not None and not is_somebody(thing):
            return True
    noun = _noun(folded, at + 1, words, longest)
    if noun is None or 1 + longest(folded, at + 1) <= length or noun.endswith(_OF_A_BODY):
        return False
    own = words[word].get("kinds")
    elder = word[0] == "大" and own is not None and is_somebody(own)
    return not (elder and is_somebody(noun))  # 大哥哥 is a brother


def _noun(
    folded: str, at: int, words: Mapping[str, Readings], longest: Callable[[str, int], int]
) -> str | None:
    """The kind of the noun that stands there."""
    return words.get(folded[at : at + longest(folded, at)], {}).get("kinds")
