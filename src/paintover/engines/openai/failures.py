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
        "refusal",
        "responsibleaipolicyviolation",
        "safety_violation",
        "sensitive_content",
    }
)
"""How servers name a refusal, in lower case."""
_POLICY_WORDS = re.compile(
    r"safety system|content[ _]?polic|content[ _]filter|moderation|违规|违反.{0,6}(?:政策|规定)|审核|敏感|不合规",
    re.IGNORECASE,
)
_MEMORY_WORDS = re.compile(r"out[ _]of[ _]memory|显存不足|内存不足", re.IGNORECASE)
_PAID_OUT = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "budget_exceeded"}
)
_GATEWAY_WORDS = re.compile(
    r"\A(?:litellm\.\w+: )+(?:\w+Exception - )?|\.? ?Received Model Group=.*\Z", re.DOTALL
)
"""What LiteLLM puts before and behind another server's words."""


_INNER = ("innererror", "inner_error", "metadata")


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
        return _of_status(error.status_code, error.body, retry_after(error.response.headers))
    if isinstance(error, openai.APIConnectionError | httpx2.HTTPError):
        return cut_off(finds_again=finds_again)
    if isinstance(error, openai.APIError) and not isinstance(error, openai.APIResponseValidationError):
        return told_error(error.body or {"message": error.message})
    return EngineFailed(UNREADABLE)


def told_error(error: object) -> PaintoverError:
    """Our error for one that stands in an answer which began well: amid a stream, or in place of the picture."""
    body = error if isinstance(error, dict) else {}
    if (status := _status_in(body.get("code"))) is not None:
        return _of_status(status, error, None)
    return told_failure(_code(body), _words(error))


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


def _status_in(code: object) -> int | None:
    """The HTTP status that some servers give in place of a name."""
    text = str(code) if isinstance(code, int | str) and not isinstance(code, bool) else ""
    return int(text) if re.fullmatch(r"[45]\d\d", text) else None


def _of_status(status: int, error: object, wait_s: int | None) -> PaintoverError:
    body = error if isinstance(error, dict) else {}
    words = _words(error)
    code = _code(body)
    told = told_failure(code, words, retry_after_s=wait_s)
    if isinstance(told, Refused | OutOfMemory) and status not in (401, 403, 404):
        return told
    if code in _PAID_OUT or (status == 403 and _policy_code(body) is not None):
        return told
    if status == 429:
        return Busy("The picture's engine is busy. Try again in a moment.", retry_after_s=wait_s)
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
    told = next((text for text in (body.get("message"), detail) if isinstance(text, str)), "")
    return _GATEWAY_WORDS.sub("", told)


def _code(body: Mapping[str, object]) -> str | None:
    """The error's name: the refusal's own, or where OpenAI has it."""
    return _policy_code(body) or next(
        (name for key in ("code", "type") if isinstance(name := body.get(key), str)), None
    )


def _policy_code(body: Mapping[str, object]) -> str | None:
    """The refusal's own name, wherever a vendor puts it: Azure within an inner error, OpenRouter in the metadata, where
    it also tells what was flagged, with no name at all."""
    inner = [each for key in _INNER if isinstance(each := body.get(key), dict)]
    for holder in (body, *inner):
        for key in ("code", "type", "error_type"):
            if isinstance(name := holder.get(key), str) and name.lower() in POLICY_CODES:
                return name
    flagged = any(isinstance(holder.get(key), list) for holder in inner for key in ("reasons", "patterns"))
    return "moderation_blocked" if flagged else None
