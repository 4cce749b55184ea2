"""How words that are not our own stand in our text, so that nobody takes them for anything but words.

In the fenced call they keep their meaning: what could be mistaken is written as a JSON escape, which parses back
to the same words. In a sentence (a note, a reason) there are no escapes, so look-alikes take its place.
"""

from __future__ import annotations

import re
from json.encoder import encode_basestring
from typing import Final

_MARKS = r"[`<>()\[\]%]"
_UNSEEN = (
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
# Each branch matches one single character and looks at its neighbours, so that escaping it breaks up the whole word.
_WORDS = (
    r":(?=//)|(?<=data):(?=image/)"  # a link
    r"|进(?=度\s*+[:：]?\s*+\d)|p(?=rogress\s*+[:：]?\s*+\d)"  # progress: clients poll on while they see it
    r"|生(?=成失败|成完成|成中\.)|失(?=败原因)|排(?=队中\.)|g(?=eneration\s(?:failed|complete))"  # a status line
    r"|(?<=gen)_(?=id|\d)|(?<=task)_(?=\d)"  # an id
)
_MISTAKABLE: Final = re.compile(rf"{_MARKS}|!|{_UNSEEN}|{_WORDS}", re.IGNORECASE)
_MISTAKABLE_SEEN: Final = re.compile(rf"{_MARKS}|[{{}}]|{_WORDS}", re.IGNORECASE)
_LONE: Final = re.compile(r"[\ud800-\udfff]+")
_UNSEEN_RUN: Final = re.compile(rf"{_UNSEEN}+")

_LOOK_ALIKES: Final = str.maketrans("`<>()[]{}:%_", "’‹›（）［］｛｝：％＿")
_MAX_SENTENCE = 400


def well_formed(text: str) -> str:
    """`text` with U+FFFD for each run of lone surrogates, so that it can be encoded."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text)
    return text


def json_words(words: str) -> str:
    """`words` as a JSON string, quotes included: one line that ``json.loads`` turns back into `words`.

    It contains no backtick, bracket, link, id, control character, status word or percentage.
    """
    pieces = ['"']
    read = 0
    for mistakable in _MISTAKABLE.finditer(words):
        pieces += _dumped(words[read : mistakable.start()]), _escaped(mistakable[0])
        read = mistakable.end()
    pieces += _dumped(words[read:]), '"'
    return "".join(pieces)


def sentence(words: str) -> str:
    """`words` as one plain line of at most 401 characters, with look-alikes for all that could be mistaken.

    For notes, reasons and answers in words: they may quote the user and still hold no link, id, fence or status.
    """
    # Unseen characters go first: what they held apart must not grow together behind the second look.
    line = " ".join(_UNSEEN_RUN.sub(_unseen_as_space, words).split())
    if len(line) > _MAX_SENTENCE:
        line = line[:_MAX_SENTENCE] + "…"
    return _MISTAKABLE_SEEN.sub(lambda found: _look_alike(found[0]), line)


def _unseen_as_space(run: re.Match[str]) -> str:
    return " " if any(map(str.isspace, run[0])) else ""


def _look_alike(character: str) -> str:
    replaced = character.translate(_LOOK_ALIKES)
    return replaced if replaced != character else character + " "


def _dumped(words: str) -> str:
    return encode_basestring(words)[1:-1]


def _escaped(character: str) -> str:
    short = _dumped(character)
    if short.startswith("\\"):
        return short
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
