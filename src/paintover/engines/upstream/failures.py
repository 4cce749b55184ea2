"""What a server that somebody else runs can do wrong whatever it speaks, as errors of our own.

What decides is whether the picture may have been drawn: an order is only tried again where it certainly was not, or
where the server finds by its key what it has drawn. Nothing of the operator's (addresses, keys) is told to anybody.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from paintover.domain.errors import EngineFailed, EngineTimeout, EngineUnavailable, PaintoverError
from paintover.engines.upstream.transport import AnswerTooLargeError, PackedAnswerError

LONGEST_WORDS = 300
"""Characters of a server's own words that are passed on."""
LONGEST_WAIT_S = 3600

_LINK = re.compile(r"\b(?:https?|wss?)://\S+|\b[\w.-]+:\d{2,5}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b", re.IGNORECASE)
_SECRET = re.compile(
    r"\b(?:sk|pk|key|token|org|proj)[-_][\w*.-]{4,}|[\w+/-]{32,}|Bearer\s+\S+", re.IGNORECASE
)
_WHITE = re.compile(r"\s+")

NO_ANSWER = "The picture's engine did not answer in time. Ask for something simpler, or try again."
CUT_OFF = "The connection to the picture's engine broke before the picture was there. Try again."
UNREADABLE = "The picture's engine gave an answer that cannot be read. Try again, or choose another model."
UNREACHABLE = "The picture's engine cannot be reached just now. Try again in a moment."
MISCONFIGURED = (
    "The picture's engine does not accept this server's settings; whoever runs it has to look at them."
)
TOO_LARGE = "The picture's engine sent more than is taken in. Ask for a smaller picture."


def cut_off(*, finds_again: bool, words: str = CUT_OFF) -> EngineFailed:
    """The error of an answer that ended too early: tried again only where that draws nothing twice."""
    return EngineUnavailable(words) if finds_again else EngineFailed(words)


def of_wire(error: BaseException) -> PaintoverError | None:
    """Our error when the connection is at fault, or what came over it was more than is taken in; else None."""
    causes = list(_causes(error))
    if any(isinstance(cause, AnswerTooLargeError) for cause in causes):
        return EngineFailed(TOO_LARGE)
    if any(isinstance(cause, PackedAnswerError) for cause in causes):
        return EngineFailed(UNREADABLE)
    if any(
        isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.ProxyError) for cause in causes
    ):
        return EngineUnavailable(UNREACHABLE)
    if any(isinstance(cause, httpx2.TimeoutException | TimeoutError) for cause in causes):
        return EngineTimeout(NO_ANSWER)
    return None


def spoken(words: str) -> str:
    """A server's words as they may be passed on: one line, not long, without addresses and anything like a key."""
    line = _SECRET.sub("…", _LINK.sub("…", _WHITE.sub(" ", words[: 4 * LONGEST_WORDS]))).strip()
    return line if len(line) <= LONGEST_WORDS else line[: LONGEST_WORDS - 1] + "…"


def retry_after(headers: Mapping[str, str]) -> int | None:
    """Whole seconds from ``retry-after-ms`` or ``retry-after`` (RFC 9110, 10.2.3: seconds or a date)."""
    try:
        if (text := headers.get("retry-after-ms")) is not None:
            seconds = float(text) / 1000
        elif (text := headers.get("retry-after")) is None:
            return None
        else:
            seconds = _seconds(text)
    except (ValueError, OverflowError, TypeError):
        return None
    return min(LONGEST_WAIT_S, max(1, math.ceil(seconds))) if math.isfinite(seconds) else None


def _seconds(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        when = parsedate_to_datetime(text)
        return ((when if when.tzinfo else when.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds()


def _causes(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    for _ in range(16):
        if current is None:
            return
        yield current
        current = current.__cause__
