"""From what a server or the SDK says to our own errors.

What decides is whether the picture may have been drawn: an order is only tried again where it certainly was not, or
where the server finds by its key what it has drawn. Nothing of the operator's (addresses, keys) is told to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import httpx2
import openai

from paintover.domain.errors import (
    BadRequest,
    Busy,
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    NotDrawable,
    OutOfMemory,
    PaintoverError,
    Refused,
)
from paintover.engines.upstream.failures import (
    MISCONFIGURED,
    NO_ANSWER,
    UNREACHABLE,
    UNREADABLE,
    cut_off,
    of_wire,
    retry_after,
    spoken,
)

POLICY_CODES = frozenset(
    {
        "moderation_blocked",
        "content_policy_violation",
        "content_filter",
        "contentfilter",
        "image_generation_user_error",
        "responsibleaipolicyviolation",
        "safety_violation",
        "sensitive_content",
    }
)
"""How servers name a refusal, in lower case."""
_POLICY_WORDS = re.compile(
    r"safety system|content[ _]polic|content[ _]filter|moderation|content policy|违规|违反.{0,6}(?:政策|规定)|审核|敏感|不合规",
    re.IGNORECASE,
)
_MEMORY_WORDS = re.compile(r"out[ _]of[ _]memory|显存不足|内存不足", re.IGNORECASE)
_PAID_OUT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})


class ToldFailure(Exception):
    """A server has told in its answer that it failed, and would tell so again to the same key."""

    def __init__(self, error: PaintoverError) -> None:
        super().__init__(error.message)
        self.error = error


def translated(error: Exception, *, finds_again: bool) -> PaintoverError:
    """Our error for anything that the SDK raises."""
    if (broken := of_wire(error)) is not None:
        return broken
    if isinstance(error, openai.APIStatusError):
        return _of_status(error)
    if isinstance(error, openai.APIConnectionError | httpx2.HTTPError):
        return cut_off(finds_again=finds_again)
    if isinstance(error, openai.APIError) and not isinstance(error, openai.APIResponseValidationError):
        return told_failure(error.code or error.type, error.message)
    return EngineFailed(UNREADABLE)


def told_failure(code: str | None, words: str, *, retry_after_s: int | None = None) -> PaintoverError:
    """Our error for a failure that a server tells by a code, or in words alone."""
    name = (code or "").lower()
    said = spoken(words)
    if name in POLICY_CODES or _POLICY_WORDS.search(words):
        return Refused(said or "The picture's engine does not draw this. Ask for something else.")
    if name == OutOfMemory.code or _MEMORY_WORDS.search(words):
        return OutOfMemory(
            "The picture's engine has too little memory for this. Ask for a smaller picture or fewer."
        )
    if name in _PAID_OUT:
        return EngineFailed(MISCONFIGURED)
    if name in ("rate_limit_exceeded", "server_draining", "overloaded", "rate_limit_error"):
        return Busy("The picture's engine is busy. Try again in a moment.", retry_after_s=retry_after_s)
    if name == NotDrawable.code:
        return NotDrawable(said or "The picture's engine cannot do this. Ask for something else.")
    if name.startswith("invalid_"):
        return BadRequest(said or "The picture's engine does not accept this order. Say it differently.")
    if name == EngineTimeout.code:
        return EngineTimeout(NO_ANSWER)
    return EngineUnavailable("The picture's engine failed to draw this. Try again.")


def _of_status(error: openai.APIStatusError) -> PaintoverError:
    status, wait_s = error.status_code, retry_after(error.response.headers)
    body = error.body if isinstance(error.body, dict) else {}
    words = _words(error.body)
    code = _policy_code(body) or next(
        (name for name in (error.code, error.type) if isinstance(name, str)), None
    )
    told = told_failure(code, words, retry_after_s=wait_s)
    if isinstance(told, Refused | OutOfMemory) and status not in (401, 403, 404):
        return told
    if status == 429:
        return (
            told
            if not isinstance(told, Busy | EngineUnavailable) and code in _PAID_OUT
            else Busy("The picture's engine is busy. Try again in a moment.", retry_after_s=wait_s)
        )
    if status in (400, 413, 422):
        if isinstance(told, NotDrawable):
            return told
        said = spoken(words)
        return BadRequest(
            f"The picture's engine does not accept this order: {said}"
            if said
            else "The picture's engine does not accept this order. Say it differently."
        )
    if status == 503 and wait_s is not None:
        return Busy("The picture's engine is busy. Try again in a moment.", retry_after_s=wait_s)
    if status in (408, 504, 520, 521, 522, 523, 524):
        return EngineTimeout(NO_ANSWER)
    if status >= 500:
        if isinstance(told, EngineTimeout):
            return told
        return EngineUnavailable(UNREACHABLE, retry_after_s=wait_s)
    return EngineFailed(MISCONFIGURED)


def _words(body: object) -> str:
    """What an error says, wherever a server puts it: OpenAI's ``message``, the bare text of some, the ``detail`` of those
    that are made with FastAPI."""
    if isinstance(body, str):
        return body
    if not isinstance(body, dict):
        return ""
    detail = body.get("detail")
    if isinstance(detail, list):
        detail = " ".join(
            text for each in detail if isinstance(each, dict) and isinstance(text := each.get("msg"), str)
        )
    return next((text for text in (body.get("message"), detail) if isinstance(text, str)), "")


def _policy_code(body: Mapping[str, object]) -> str | None:
    """The refusal's own name, wherever a vendor puts it."""
    inner = body.get("innererror")
    for holder in (body, inner if isinstance(inner, dict) else {}):
        for name in ("code", "type"):
            if isinstance(value := holder.get(name), str) and value.lower() in POLICY_CODES:
                return value
    return None
