"""Young ones beside a grown one of their kind are small: "a cat and her kittens", "uma gata com três gatinhos"; in a picture
that shows both, a kitten is one of the small cats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import dialect_of
from paintover.engines.illustrator.grammar.lexicon import english_words
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import BOTH_SEXES, is_animal
from paintover.engines.illustrator.wording import Pattern

_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Names:
    """How a language calls young ones: by names of their own, as whose they are; and what "small" and "two" are."""

    named: Pattern
    theirs: Pattern
    small: str
    behind: bool
    two: str

    def told(self, noun: str) -> str:
        return f"{noun} {self.small}" if self.behind else f"{self.small} {noun}"


@cache
def _names() -> Mapping[str, _Names]:
    return {
        lang: _Names(
            Pattern(told["named"]), Pattern(told["theirs"]), told["small"], told["behind"], told["two"]
        )
        for lang, told in word_table("kin")["young"].items()
    }


def names_young(noun: str) -> bool:
    """Whether a noun of Chinese or English is that of a young one: 小猫, "kitten", "small cat"."""
    if not noun.isascii():
        return noun.startswith("小")
    words = noun.lower().split()
    return (
        words[0] in ("small", "little", "baby", "young")
        or _names()["en"].named.fullmatch(words[-1]) is not None
    )


def young_ones(prompt: str, base: Scene | None) -> str:
    """The wish with the young ones told as small, where a grown one of their kind was named before, or is in the picture
    that is edited together with small ones."""
    lang = dialect_of(prompt, english=english_words())
    if lang is None and base is None:
        return prompt  # told with the families of Chinese and English
    names = _names().get(lang or ("zh" if _HAN.search(prompt) else "en"))
    if names is None:
        return prompt
    tokens = tokenise(prompt)
    for start, end, told in reversed(list(_young(prompt, tokens, names, base))):
        prompt = f"{prompt[:start]}{told}{prompt[end:]}"
    return prompt


def _young(
    prompt: str, tokens: Sequence[Token], names: _Names, base: Scene | None
) -> Iterator[tuple[int, int, str]]:
    """Where young ones are named, and how they are told."""
    grown: dict[str, str] = {}
    people = False
    for before, token in zip((None, *tokens), tokens, strict=False):
        kind, word = token.get("kinds"), prompt[token.start : token.end]
        theirs = names.theirs.match(prompt, token.start) if grown and base is None and not people else None
        if theirs is not None and theirs.end() == token.end:
            counted = before is not None and before.get("numbers")
            yield (
                token.start,
                token.end,
                f"{'' if counted else names.two + ' '}{names.told([*grown.values()][-1])}",
            )
        elif kind is None or not kinds()[kind].alive:
            continue
        elif not is_animal(kind):
            people = True
        elif not names.named.fullmatch(word):
            grown[kind] = word
        elif kind in grown or (
            base is not None and (_of_two_sizes(kind, base) or _joins(prompt, kind, base))
        ):
            yield token.start, token.end, names.told(word)


def _joins(prompt: str, kind: str, base: Scene) -> bool:
    """Whether a young one comes to a grown one that is there: "add its fawn next to it", 旁边加一头小牛."""
    if _ADDS.search(prompt) is None:
        return False
    alike = next((kinds_ for kinds_ in BOTH_SEXES if kind in kinds_), {kind})
    return any(
        one.kind in alike and one.size != "small" and not names_young(one.label) for one in base.objects
    )


_ADDS = re.compile(r"^\W*(?:please )?(?:add|draw|put|give)\b|[加添画]", re.IGNORECASE)


def _of_two_sizes(kind: str, base: Scene) -> bool:
    sizes = {thing.size for thing in base.objects if thing.kind == kind}
    return "small" in sizes and len(sizes) > 1
