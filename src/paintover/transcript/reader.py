"""Reads earlier answers back from their text, in every form in which clients send them.

All of it is untrusted: what comes out are claims. Two rules keep words from becoming claims: what stands in a fence
is only ever a call, and outside of fences only lines count that are tokens of the grammar from end to end.
The cost is linear in the text, with a fixed ceiling on the lines that are looked at closely.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from paintover.domain.conversation import Answer, EchoedCall, ShownPicture
from paintover.domain.ids import is_gen_id
from paintover.transcript.grammar import FENCE, IMAGE_PATH, SIGNAL, TOKEN
from paintover.transcript.quoting import well_formed

MAX_TOKENS: Final = 20_000
"""Tokens and promising lines read in one answer; a full batch of pictures needs fewer than a hundred."""
_MAX_FENCES = 64

_FENCE_LINE: Final = re.compile(r"[ \t>]*+```[ \t]*+[A-Za-z]*+[ \t]*+")
_OBJECT: Final = re.compile(r"\s*+\{")
_FENCED: Final = re.compile(r"```[ \t]*+[A-Za-z]*+(.*)```", re.DOTALL)
_LINK: Final = re.compile(r"https?://[^\s()<>\"'`\\，。！？、；：）】」』]++")
_AFTER_LINK: Final = ".,;:!?]*_"
"""What ends a sentence or a mark-up behind a link and is no part of it."""
# Not strict: an answer that a client has wrapped may have line ends within its strings.
_DECODER: Final = json.JSONDecoder(strict=False)


def read_answer(text: str) -> Answer | None:
    """What an assistant turn claims to show, or None when it is plain words.

    Accepts whole and cut answers of either dialect, re-wrapped, with CRLF, with an unfenced call, in newer servers'
    words, without gen_id lines, or a bare link to a picture. Never raises; lone surrogates become U+FFFD.
    """
    text = well_formed(text)
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    call, body = _split(text)
    claims = _Claims()
    for line in _promising_lines(body):
        claims.read(line)
        if claims.tokens > MAX_TOKENS:
            break
    return claims.answer(call)


def read_answers(text: str) -> tuple[Answer, ...]:
    """What an assistant turn claims to show, call by call: one turn may answer several calls, each with its own
    pictures, one after the other. () when it is plain words.

    A further call counts only when it and all before it came to something (pictures, a failure, a task).
    """
    text = well_formed(text)
    starts = [0, *_further_calls(text)]
    if len(starts) > 1:
        parts = (text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
        answers = [read_answer(part) for part in parts]
        if all(one is not None and (one.pictures or one.failed or one.task_id) for one in answers):
            return tuple(one for one in answers if one is not None)
    whole = read_answer(text)
    return () if whole is None else (whole,)


def _further_calls(text: str) -> Iterator[int]:
    """Where the fences behind the first one open that hold a call."""
    fences = list(islice(_fence_lines(text), _MAX_FENCES))
    for (start, end), (closed, _) in zip(fences[2::2], fences[3::2], strict=False):
        if _OBJECT.match(text, end) and _call(_object(text[end:closed].strip())) is not None:
            yield start


def links_in(text: str) -> tuple[str, ...]:
    """Every link outside of fences, each once, wherever it stands in a line. For looking up what is known to be a
    picture; a link alone is no claim that it is one."""
    _, body = _split(well_formed(text))
    found = (link[0].rstrip(_AFTER_LINK) for link in islice(_LINK.finditer(body), MAX_TOKENS))
    return tuple(dict.fromkeys(found))


def read_call(text: str) -> EchoedCall | None:
    """The call that a user wrote as JSON, when the message is that object and nothing else, fenced or not."""
    text = well_formed(text).strip()
    if fenced := _FENCED.fullmatch(text):
        text = fenced[1].strip()
    return _call(_object(text)) if text.startswith("{") and text.endswith("}") else None


class _Claims:
    """What the lines of one answer say, gathered from top to bottom."""

    def __init__(self) -> None:
        self.tokens = 0
        self._task_id: str | None = None
        self._failed = False
        self._reasons: list[str] = []
        self._pictures: list[tuple[str | None, str | None]] = []
        self._place_of: dict[str, int] = {}
        self._links: set[str] = set()
        self._unlinked = 0
        self._labelled = False
        self._just_shown = False
        self._finish: str | None = None

    def read(self, line: str) -> None:
        """Take in one line, or nothing of it when any part of it is words."""
        found: list[re.Match[str]] = []
        at, end = 0, len(line)
        while at < end:
            self.tokens += 1
            token = TOKEN.match(line, at)
            if token is None or self.tokens > MAX_TOKENS:
                return
            found.append(token)
            at = token.end()
        for token in found:
            self._take(token)

    def answer(self, call: EchoedCall | None) -> Answer | None:
        if self._finish is not None and not self._links:
            self._show(None, self._finish)
        if not (call or self._task_id or self._pictures or self._failed):
            return None
        return Answer(
            call=call,
            task_id=self._task_id,
            pictures=tuple(ShownPicture(gen_id=gen_id, url=url) for gen_id, url in self._pictures),
            failed=self._failed,
            reason="\n".join(self._reasons) if self._failed and self._reasons else None,
        )

    def _take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind == "image":
            self._show(token["alt"], token["image"])
        elif kind == "gen" and self._labelled:
            self._name(token["gen"].strip("`"))
        elif kind == "task":
            self._task_id = self._task_id or token["task"]
        elif kind == "download":
            self._offer(token["download"])
        elif kind == "finish":
            self._finish = token["finish"]
        elif kind == "bare" and IMAGE_PATH.search(token["bare"]):
            self._offer(token["bare"])
        elif kind == "failed":
            self._fail(token["cause"])
        elif kind == "reason" and (self._failed or "失败" in token[0]):
            self._fail(token["why"])
        self._labelled = kind == "label"
        self._just_shown = kind == "image"

    def _name(self, gen_id: str) -> int:
        if gen_id not in self._place_of:
            self._place_of[gen_id] = len(self._pictures)
            self._pictures.append((gen_id, None))
        return self._place_of[gen_id]

    def _show(self, alt: str | None, link: str) -> None:
        """A picture: of the gen_id that its alt text gives, else of the first gen_id that has no picture yet."""
        if alt is not None and is_gen_id(alt):
            place = self._name(alt)
        else:
            if link in self._links:
                return
            place = self._next_unlinked()
        gen_id, known = self._pictures[place]
        self._pictures[place] = (gen_id, known or link)
        self._links.add(link)

    def _next_unlinked(self) -> int:
        while self._unlinked < len(self._pictures) and self._pictures[self._unlinked][1] is not None:
            self._unlinked += 1
        if self._unlinked == len(self._pictures):
            self._pictures.append((None, None))
        return self._unlinked

    def _offer(self, link: str) -> None:
        """A download or bare link: a picture of its own unless it belongs to the picture right before it."""
        if not self._just_shown and link not in self._links:
            self._show(None, link.replace("/cdn/download/", "/cdn/", 1))

    def _fail(self, reason: str | None) -> None:
        self._failed = True
        if reason and reason.strip():
            self._reasons.append(reason.strip())


def _split(text: str) -> tuple[EchoedCall | None, str]:
    """The call of an answer, and the text outside of its fences."""
    fences = list(islice(_fence_lines(text), _MAX_FENCES))
    if not fences:
        return _split_unfenced(text)
    if len(fences) == _MAX_FENCES:
        text = text[: fences[-1][1]]
    start, end = fences[0]
    if len(fences) % 2 and not _OBJECT.match(text, end):
        # The first fence closes what was opened in a part that was cut off.
        call, outside, pairs = _salvaged(text[:start]), "", fences[1:]
        kept_from = end
    else:
        closed_at = fences[1][0] if len(fences) > 1 else len(text)
        call, outside, pairs = _call(_object(text[end:closed_at].strip())), "", fences
        kept_from = 0
    for place in range(0, len(pairs), 2):
        outside += text[kept_from : pairs[place][0]]
        kept_from = pairs[place + 1][1] if place + 1 < len(pairs) else len(text)
    return call, outside + text[kept_from:]


def _split_unfenced(text: str) -> tuple[EchoedCall | None, str]:
    opening = _OBJECT.match(text)
    if opening is None:
        return None, text
    try:
        value, end = _DECODER.raw_decode(text, opening.end() - 1)
    except (ValueError, RecursionError):
        return None, text
    return _call(value), text[end:]


def _fence_lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end (its line feed, if any) of every line that is a code fence."""
    at = text.find(FENCE)
    while at >= 0:
        start, end = _line_around(text, at)
        if _FENCE_LINE.fullmatch(text, start, end):
            yield start, end
        at = text.find(FENCE, end)


def _promising_lines(text: str) -> Iterator[str]:
    """The lines that hold a signal, each once; the rest is skipped at the speed of a search."""
    end = 0
    while found := SIGNAL.search(text, end):
        start, end = _line_around(text, found.start())
        yield text[start:end]


def _line_around(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _object(text: str) -> object:
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def _salvaged(head: str) -> EchoedCall | None:
    """The call of an answer whose beginning is cut off, from those of its members that stand in whole lines."""
    members: dict[str, object] = {}
    for line in head.rsplit("\n", 8)[-8:]:
        value = _object("{" + line.strip().removesuffix(",") + "}")
        members |= value if isinstance(value, dict) else {}
    return _call({"prompt": "", **members}) if members else None


def _call(value: object) -> EchoedCall | None:
    if not isinstance(value, dict) or not isinstance(value.get("prompt"), str):
        return None
    n = value.get("n")
    return EchoedCall(
        prompt=well_formed(value["prompt"]),
        ratio=_first_text(value, "ratio", "aspect_ratio", "size"),
        sources=_sources(value),
        n=n if isinstance(n, int) and not isinstance(n, bool) else None,
    )


def _first_text(members: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        if isinstance(text := members.get(name), str) and text:
            return well_formed(text)
    return None


def _sources(members: Mapping[str, object]) -> tuple[str, ...]:
    listed: list[object] = []
    for name in ("gen_id", "gen_ids"):
        value = members.get(name)
        listed += value if isinstance(value, list) else () if value is None else (value,)
    return tuple(dict.fromkeys(well_formed(name) for name in listed if isinstance(name, str) and name))
