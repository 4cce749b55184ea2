"""A list of words, phrases and patterns that may not be asked for.

One entry a line, and ``#`` begins a comment:

    kill bill       these words in this order, whatever stands between them but letters
    behead*         every word that begins so
    血腥            scripts that are written without spaces match anywhere, also with signs or spaces put in between
    /gr[ae]y wolf/  a pattern (RE2), searched for in the folded text

Both sides are folded first: compatibility forms, capitals, accents and what cannot be seen make no difference. The time
that a search takes grows with the text and not with the list, and patterns run in linear time too.
"""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import re2

from paintover.domain.call import Moderation
from paintover.domain.errors import BadRequest
from paintover.moderation.protocol import Finding

MAX_LIST_BYTES = 4 * 1024 * 1024
LONG_TEXT_CHARACTERS = 2_000
"""A longer text is searched on a thread, so that it does not hold up other streams."""
MAX_PATTERN_BYTES = 8 * 1024 * 1024
"""The memory that one pattern may take."""

_WORD = re.compile(r"\w+")
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\U00020000-\U0003ffff]"
)
"""Letters of scripts that are written without spaces: Thai, Lao, Burmese, Khmer, kana, Chinese characters."""
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_FOUND = Finding("list")


class WordList:
    """See `moderation.protocol.Judge`. Looks at words only."""

    sees_pictures = False

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the list.

        Raises:
            BadRequest: a line is no word and no pattern.
        """
        self._phrases: defaultdict[str, dict[int, set[tuple[str, ...]]]] = defaultdict(dict)
        """By first word, then by number of words."""
        self._beginnings: defaultdict[int, set[str]] = defaultdict(set)
        """Of words, by length."""
        self._anywhere: defaultdict[str, dict[int, set[str]]] = defaultdict(dict)
        """Of scripts without spaces: by first letter, then by length."""
        self._patterns: list[Any] = []
        for number, line in enumerate(lines, 1):
            if (entry := line.strip()) and not entry.startswith("#"):
                self._add(entry, number)
        first_letters = "".join(map(re.escape, self._anywhere))
        self._openings = re.compile(f"[{first_letters}]") if first_letters else None

    @classmethod
    def read(cls, file: str) -> Self:
        """The list in a file, whose name may begin with ``~``.

        Raises:
            BadRequest: it cannot be read, or as the constructor.
        """
        path = Path(file).expanduser()
        try:
            if path.stat().st_size > MAX_LIST_BYTES:
                raise BadRequest(f"The list {path} is larger than {MAX_LIST_BYTES // 2**20} MiB.")
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as exc:
            raise BadRequest(
                f"The setting moderation_list names a file that cannot be read: {exc}. It is text in UTF-8, one entry a line."
            ) from exc
        return cls(text.splitlines())

    async def words(self, text: str, *, level: Moderation) -> Finding | None:
        """See `Judge.words`. The list holds at every level."""
        if len(text) > LONG_TEXT_CHARACTERS:
            return await asyncio.to_thread(self.find, text)
        return self.find(text)

    async def picture(self, image: bytes, *, level: Moderation) -> Finding | None:
        """Nothing: there are no words in it to look at."""
        return None

    async def aclose(self) -> None:
        """There is nothing to give back."""

    def find(self, text: str) -> Finding | None:
        """What of the list stands in a text."""
        text = folded(text)
        words = _WORD.findall(text)
        is_found = (
            any(self._phrase_at(words))
            or self._has_beginning(words)
            or self._has_anywhere("".join(words))
            or any(pattern.search(text) for pattern in self._patterns)
        )
        return _FOUND if is_found else None

    def _add(self, entry: str, number: int) -> None:
        if len(entry) > 2 and entry.startswith("/") and entry.endswith("/"):
            self._patterns.append(_pattern(entry[1:-1], number))
            return
        words = _WORD.findall(folded(entry))
        if not words:
            raise BadRequest(f"Line {number} of the moderation list holds no word: {entry}")
        if _SPACELESS.search(entry):
            joined = "".join(words)
            self._anywhere[joined[0]].setdefault(len(joined), set()).add(joined)
        elif entry.endswith("*"):
            if len(words) > 1:
                raise BadRequest(
                    f"Line {number} of the moderation list has several words before its '*': write a pattern, /.../."
                )
            self._beginnings[len(words[0])].add(words[0])
        else:
            self._phrases[words[0]].setdefault(len(words), set()).add(tuple(words))

    def _phrase_at(self, words: list[str]) -> Iterator[bool]:
        for place, word in enumerate(words):
            if (phrases := self._phrases.get(word)) is not None:
                for length, known in phrases.items():
                    yield tuple(words[place : place + length]) in known

    def _has_beginning(self, words: list[str]) -> bool:
        return any(word[:length] in known for length, known in self._beginnings.items() for word in words)

    def _has_anywhere(self, joined: str) -> bool:
        if self._openings is None:
            return False
        for match in self._openings.finditer(joined):
            place = match.start()
            for length, known in self._anywhere[match[0]].items():
                if joined[place : place + length] in known:
                    return True
        return False


def folded(text: str) -> str:
    """A text without what makes no difference: compatibility forms, capitals, accents, letters that cannot be seen, and
    the kind and number of spaces."""
    text = text.encode("utf-8", "replace").decode()
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(
        [letter for letter in text if letter.isascii() or unicodedata.category(letter) not in _UNSEEN]
    )
    return " ".join(unicodedata.normalize("NFC", text).split())


def _pattern(pattern: str, number: int) -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = MAX_PATTERN_BYTES
    try:
        return re2.compile(pattern, options)
    except re2.error as exc:
        said = exc.args[0].decode("utf-8", "replace") if isinstance(exc.args[0], bytes) else exc.args[0]
        raise BadRequest(f"Line {number} of the moderation list is no pattern of RE2: {said}.") from exc
