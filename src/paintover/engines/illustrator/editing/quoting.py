"""What a note quotes of the wish: whole words, as they were written.

Labels are what the grammar was left with, after words were told in other words, put in order and cut. A quotation that is
not to be found in the wish is left out of its note, and a note that would quote nothing is left out altogether.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token

_QUOTE = re.compile("“([^”]*)”")
_LISTED = re.compile("“[^”]*”(?:(?:、|, )“[^”]*”)*")
_OTHER_WORDS = re.compile("例如|for example|for instance| as “|照“|当作“|‘")
"""Of notes that quote more than the wish: what would be understood, what a word was taken for."""
_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile(r"\w+")
_LOOSE = r"[\s'’-]*"
_MOST_BETWEEN = 2
"""Words that may stand between those of a label: "big eyes" of "big round eyes"."""
_BEFORE = "上下里中外边着了的和在与跟"
"""Characters with which no word begins that is quoted, where another stands before them."""
_BEHIND = "另一两三几的了和在还又也正都被把给与跟就"
"""Characters with which none ends."""


def as_written(note: str, prompt: str, labels: Collection[str] = ()) -> str | None:
    """The note with its quotations as they stand in the wish; None where none of them stands there. `labels` are of things that
    were there before, which a wish may mean without a name: "make it wave"."""
    if _OTHER_WORDS.search(note) is not None or "“" not in note:
        return note
    tokens = tokenise(prompt)
    empty = False

    def told(match: re.Match[str]) -> str:
        nonlocal empty
        found = (phrase_of(quote, prompt, tokens) for quote in _QUOTE.findall(match[0]))
        named = (quote for quote in _QUOTE.findall(match[0]) if quote in labels)
        kept = list(dict.fromkeys(phrase for phrase in found if phrase)) or list(dict.fromkeys(named))
        empty = empty or not kept
        return ("、" if "”、“" in match[0] else ", ").join(f"“{phrase}”" for phrase in kept)

    note = _LISTED.sub(told, note)
    return None if empty else note


def phrase_of(label: str, prompt: str, tokens: Sequence[Token]) -> str | None:
    """The words of the wish that a label stands for; None where there are none."""
    if not label.strip():
        return None
    if _HAN.search(label):
        at = prompt.find(label)
        if at >= 0:
            return _whole(prompt, at, at + len(label), tokens)
        spaced = re.search(" *".join(map(re.escape, label.replace(" ", ""))), prompt)
        return spaced[0] if spaced is not None else None
    parts = _WORD.findall(label)
    if not parts:
        return None
    between = rf"\W+(?:\w+\W+){{0,{_MOST_BETWEEN}}}?"
    for pattern in (
        re.escape(label),
        between.join(map(re.escape, parts)),
        _LOOSE.join(map(re.escape, "".join(parts))),
    ):
        if match := re.search(rf"(?<![a-zа-яё]){pattern}(?![a-zа-яё])", prompt, re.IGNORECASE):
            return match[0]
    return label if re.search(re.escape(label), prompt, re.IGNORECASE) and not label.isascii() else None


def _whole(prompt: str, start: int, end: int, tokens: Sequence[Token]) -> str:
    """The words that lie there, without what belongs to the words around them."""
    while end - start > 2 and prompt[start] in _BEFORE and start > 0 and _HAN.match(prompt[start - 1]):
        start += 1
    while end - start > 2 and prompt[end - 1] in _BEHIND:
        end -= 1
    words = vocabulary("zh").words
    for token in tokens:  # a known word is not cut in two
        if token.lang == "zh" and token.text in words and len(token.text) > 1:
            if token.start < start < token.end:
                start = token.start
            if token.start < end < token.end:
                end = token.end
    before = next((token for token in reversed(tokens) if token.end == start), None)
    first = next((token for token in tokens if token.start == start), None)
    last = next((token for token in reversed(tokens) if token.end == end), None)
    after = next((token for token in tokens if token.start == end), None)
    if end - start == 1 and first is not None:
        if after is not None and _continues(first, after):
            return prompt[start : after.end]
        if before is not None and _begins(before, first):
            return prompt[before.start : end]
    if (
        last is not None
        and last.unknown
        and len(last.text) == 1
        and after is not None
        and _continues(last, after)
    ):
        end = after.end
    return prompt[start:end]


_GRAMMAR = frozenset("着了在得到过的地和与跟把被给让很都也就还")


def _continues(first: Token, second: Token) -> bool:
    """Whether the second goes on a word whose first character is the first: 紧张, 摊开, 黄嘴."""
    if first.get("colours") is not None and second.get("parts") is not None:
        return True
    if len(second.text) > 1 or second.text in _GRAMMAR:
        return False
    own = any(second.get(role) for role in ("kinds", "stop", "relations", "verbs", "of", "numbers"))
    return not own


def _begins(first: Token, second: Token) -> bool:
    """Whether the first is the beginning of the word that the second ends: 点燃."""
    if len(first.text) > 1 or first.text in _GRAMMAR or not second.unknown:
        return False
    return not any(
        first.get(role)
        for role in ("kinds", "stop", "relations", "of", "numbers", "measures", "sizes", "colours")
    )
