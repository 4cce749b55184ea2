"""Patterns that are compiled, and tried, only where a text holds words without which they cannot fit.

The grammar knows well over a thousand regular expressions, of which hardly any fits one wish. Compiling one takes longer
than reading a wish by it, so that each waits until a text holds one of its `needed_words`; those are read off the pattern
itself, and where none can be told, the pattern is always tried.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, TypeVar

Told = str | Callable[[re.Match[str]], str]
"""What is said instead: a template of `re.sub`, or a function that makes it of the match."""
T = TypeVar("T")
_GRAM = 3
"""Characters by which needed words are looked up at once."""
_FEW = 8
"""Words up to which each is rather looked for by itself."""


def plain(text: str) -> str:
    """The text as words are looked for in it where case does not count: letters that fit each other are the same."""
    if text.isascii():
        return text.lower()
    return text.casefold().replace("ı", "i").replace("i̇", "i")


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


class Pattern:
    """A regular expression that is compiled when a text first may fit it. Ignores case unless told otherwise."""

    __slots__ = ("_compiled", "_flags", "_grams", "_needed", "source")

    def __init__(self, source: str, flags: re.RegexFlag = re.IGNORECASE) -> None:
        self.source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None
        self._needed: frozenset[str] | None = None
        self._grams: frozenset[str] = frozenset()

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself, compiled by now."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self._flags)
        return self._compiled

    @property
    def needed(self) -> frozenset[str]:
        """See `needed_words`."""
        if self._needed is None:
            needed = needed_words(self.source)
            self._grams = frozenset(word[:_GRAM] for word in needed) if len(needed) > _FEW else frozenset()
            self._needed = needed
        return self._needed

    def may_fit(self, text: str) -> bool:
        """Whether the text holds what the pattern needs."""
        needed = self.needed
        if not needed:
            return True
        if self._grams and self._grams.isdisjoint(_grams_in(text)):
            return False
        return any(map(_plainly(text).__contains__, needed))

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.compiled.search(text, *span) if self.may_fit(text) else None

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.compiled.match(text, *span) if self.may_fit(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.compiled.fullmatch(text) if self.may_fit(text) else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """As of `re.Pattern`."""
        return self.compiled.finditer(text, *span) if self.may_fit(text) else iter(())

    def sub(self, told: Told, text: str, count: int = 0) -> str:
        """As of `re.Pattern`."""
        return self.compiled.sub(told, text, count) if self.may_fit(text) else text


@cache
def pattern(source: str) -> Pattern:
    """The pattern, one for all that have the same source."""
    return Pattern(source)


class Patterns(Generic[T]):
    """Patterns, each with what it stands for, in their order."""

    def __init__(self, those: Iterable[tuple[str, T]]) -> None:
        self._those = [(pattern(source), meant) for source, meant in those]
        self._always: list[int] = []
        by_word: dict[str, list[int]] = {}
        for at, (one, _) in enumerate(self._those):
            for word in one.needed:
                by_word.setdefault(word, []).append(at)
            if not one.needed:
                self._always.append(at)
        common = Counter(gram for word in by_word for gram in _grams_of(word))
        by_gram: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
        for word, numbers in by_word.items():
            gram = min(_grams_of(word), key=common.__getitem__)
            by_gram.setdefault(gram, []).append((word, tuple(numbers)))
        self._by_gram = {gram: tuple(words) for gram, words in by_gram.items()}

    def fitting(self, text: str) -> Iterator[tuple[re.Pattern[str], T]]:
        """Those that may fit the text, in their order."""
        for at in reversed(self._fitting(text)):
            one, meant = self._those[at]
            yield one.compiled, meant

    def _fitting(self, text: str) -> list[int]:
        """Numbers of those that may fit, the first at the end."""
        said, grams = _plainly(text), _grams_in(text)
        found = set(self._always)
        for gram in self._by_gram.keys() & grams:
            for word, numbers in self._by_gram[gram]:
                if word in said:
                    found.update(numbers)
        return sorted(found, reverse=True)


class Rules(Patterns[Told]):
    """Patterns with what is told instead."""

    def told(self, text: str) -> str:
        """The text with every pattern that fits told as it says, one after the other."""
        last, waiting = -1, self._fitting(text)
        while waiting:
            last = waiting.pop()
            one, told = self._those[last]
            if one.compiled.search(text) is not None:  # most do not fit, and a template is costly
                text = one.compiled.sub(told, text)
                waiting = [at for at in self._fitting(text) if at > last]
        return text


_plainly = lru_cache(maxsize=32)(plain)


@lru_cache(maxsize=16)
def _grams_in(text: str) -> frozenset[str]:
    said = _plainly(text)
    return frozenset(said[at : at + long] for long in range(1, _GRAM + 1) for at in range(len(said)))


def _grams_of(word: str) -> list[str]:
    return [word[at : at + _GRAM] for at in range(max(1, len(word) - _GRAM + 1))]


def needed_words(source: str) -> frozenset[str]:
    """Words, as `plain` gives them, of which any text that fits the pattern somewhere holds one; empty where that cannot
    be told."""
    if "(?(" in source:  # what an earlier group decides
        return frozenset()
    reader = _Reader()
    for token in _TOKEN.finditer(source):
        reader.read(token)
    return reader.needed()


_OFTEN = r"(?:[*+?]|\{(?=[\d,])\d*,?\d*\})"
_TOKEN = re.compile(
    rf"(?P<letters>(?:[^\\\[()|.^$*+?{{]|\\[^\w\s]|\{{(?![\d,]))+(?!{_OFTEN}))"
    rf"|(?P<other>(?:\[\^?\]?(?:[^\]\\]|\\.)*\]|\\(?:x..|u.{{4}}|U.{{8}}|\d+|[\w\s])|[.^$]|\(\?(?:P=\w+|#[^)]*|[aiLmsux-]+)\))(?:{_OFTEN}[?+]?)?)"
    rf"|(?P<letter>\\[^\w\s]|[^\\\[()|.^$])(?P<often>{_OFTEN})[?+]?"
    r"|(?P<bar>\|)|(?P<open>\((?:\?(?P<kind>:|=|!|<=|<!|>|P<\w+>|[aiLmsux-]+:))?)"
    rf"|(?P<close>\))(?:(?P<times>{_OFTEN})[?+]?)?",
    re.DOTALL,
)
"""What a pattern is made of: letters that stand for themselves, one of them that is repeated, brackets, and the rest."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class _Reader:
    """Takes the tokens of a pattern and keeps, for each bracket that is open, the rarest words of what stands in it."""

    def __init__(self) -> None:
        self._outer: list[tuple[list[frozenset[str]], frozenset[str], bool]] = []
        self._others: list[frozenset[str]] = []
        """The words of each alternative before this one."""
        self._words: frozenset[str] = frozenset()
        self._run = ""
        """Letters that stand together, up to here."""

    def read(self, token: re.Match[str]) -> None:
        """The next token."""
        match token.lastgroup:
            case "letters":
                self._run += _ESCAPED.sub(r"\1", token[0])
            case "often":
                letter, least = token["letter"][-1], _least(token["often"])
                self._end_run(letter * least)
                self._run = letter if least else ""
            case "other":
                self._end_run()
            case "bar":
                self._end_run()
                self._others.append(self._words)
                self._words = frozenset()
            case "open" | "kind":
                self._end_run()
                self._outer.append((self._others, self._words, token["kind"] in ("!", "<!")))
                self._others, self._words = [], frozenset()
            case _:
                found = self.needed()
                self._others, self._words, must_not = self._outer.pop()
                if not must_not and _least(token["times"]):
                    self._offer(found)

    def needed(self) -> frozenset[str]:
        """What is needed of the brackets that are read, or of the whole: words of each alternative, or nothing."""
        self._end_run()
        found = [*self._others, self._words]
        return frozenset[str]().union(*found) if all(found) else frozenset()

    def _end_run(self, more: str = "") -> None:
        run, self._run = self._run + more, ""
        if run and not run.isspace():
            words = plain(run)
            if not self._words or _rarity((words,)) > _rarity(self._words):
                self._words = frozenset((words,))

    def _offer(self, words: frozenset[str]) -> None:
        if words and (not self._words or _rarity(words) > _rarity(self._words)):
            self._words = words


def _least(often: str | None) -> int:
    """How often at least what stands before such a sign is there, 2 for more."""
    if often is None or often == "+":
        return 1
    return min(int(often[1:-1].partition(",")[0] or 0), 2) if often[0] == "{" else 0


def _rarity(words: Collection[str]) -> float:
    """How seldom a text holds one of these: a Chinese character says as much as a few letters."""
    return min([len(word) if word.isascii() else 3 * len(word) for word in words]) - len(words) / 1000
