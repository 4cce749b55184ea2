"""From the domain's errors to HTTP: the only place that knows which error is which status.

The body is OpenAI's error shape, ``{"error": {"message", "type", "param", "code"}}``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from http import HTTPStatus

import msgspec
import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from paintover.api.auth import TOLD_KEY
from paintover.domain import errors
from paintover.domain.events import Finished
from paintover.domain.task import TOO_MANY_CRASHES

STATUS: dict[type[errors.PaintoverError], tuple[int, str]] = {
    errors.PaintoverError: (500, "server_error"),
    errors.BadRequest: (400, "invalid_request_error"),
    errors.TooLarge: (413, "invalid_request_error"),
    errors.Unauthorized: (401, "authentication_error"),
    errors.Forbidden: (403, "permission_error"),
    errors.NotFound: (404, "invalid_request_error"),
    errors.Refused: (400, "image_generation_user_error"),
    errors.ModerationFailed: (503, "server_error"),
    errors.Conflict: (409, "invalid_request_error"),
    errors.Outdated: (412, "invalid_request_error"),
    errors.Busy: (429, "rate_limit_error"),
    errors.Draining: (503, "server_error"),
    errors.FetchError: (400, "invalid_request_error"),
    errors.SourceLost: (400, "invalid_request_error"),
    errors.EngineFailed: (502, "server_error"),
    errors.StoreFailed: (503, "server_error"),
}
"""Status and type by class; a class that is not listed is answered as its nearest listed ancestor."""

ENDS = {"cancelled": (400, "invalid_request_error"), "deadline_exceeded": (504, "server_error")}
"""Status and type of the ends of tasks that are no errors of the tree."""

log = structlog.get_logger()


def error_body(message: str, *, kind: str, code: str | None, param: str | None = None) -> bytes:
    """The JSON body of an error in OpenAI's shape; `kind` is its ``type``."""
    return msgspec.json.encode({"error": {"message": message, "type": kind, "param": param, "code": code}})


def response_for(error: errors.PaintoverError) -> Response:
    """The whole answer to a request that ended in `error`."""
    status, kind = _status_of(type(error))
    headers = {"retry-after": str(error.retry_after_s)} if error.retry_after_s is not None else {}
    body = error_body(error.message, kind=kind, code=error.code, param=error.param)
    return Response(body, status, headers, media_type="application/json")


def response_of_end(end: Finished, headers: dict[str, str]) -> Response:
    """The whole answer to a request whose task has ended without a picture. Such a task has been tried as often as that
    makes sense, so clients are told not to send it again of their own accord."""
    message, kind, code = error_of_end(end)
    body = error_body(message, kind=kind, code=code)
    told = {**headers, "x-should-retry": "false"}
    return Response(body, _of_code(code)[0], told, media_type="application/json")


def error_of_end(end: Finished) -> tuple[str, str, str]:
    """Message, type and code of the error in which a task has ended."""
    code = end.error_code or errors.PaintoverError.code
    return (
        end.error_message or "The task has ended without a picture. Send it again.",
        _of_code(code)[1],
        code,
    )


def codes_by_status() -> dict[int, frozenset[str]]:
    """Every code of the tree, and of the ends of tasks, by the status that it is answered with."""
    found: dict[int, set[str]] = defaultdict(set)
    for error in _tree(errors.PaintoverError):
        found[_status_of(error)[0]].add(error.code)
    for code in (*ENDS, TOO_MANY_CRASHES):
        found[_of_code(code)[0]].add(code)
    return defaultdict(frozenset, {status: frozenset(codes) for status, codes in found.items()})


def _of_code(code: str) -> tuple[int, str]:
    if code in ENDS:
        return ENDS[code]
    return next(
        (_status_of(known) for known in _tree(errors.PaintoverError) if known.code == code),
        (500, "server_error"),
    )


def _tree(error: type[errors.PaintoverError]) -> Iterator[type[errors.PaintoverError]]:
    yield error
    for narrower in error.__subclasses__():
        yield from _tree(narrower)


def _status_of(error: type[errors.PaintoverError]) -> tuple[int, str]:
    return next(STATUS[parent] for parent in error.__mro__ if parent in STATUS)


async def _on_paintover_error(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, errors.PaintoverError)
    return response_for(exc)


async def _on_http_exception(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, HTTPException)
    if exc.status_code == HTTPStatus.NOT_FOUND:
        message = (
            f"There is nothing at {request.scope['path']}. See GET /v1/models, POST /v1/chat/completions."
        )
    elif exc.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        message = f"{request.method} is not possible at {request.scope['path']}."
    else:
        message = exc.detail
    body = error_body(message, kind="invalid_request_error", code=HTTPStatus(exc.status_code).name.lower())
    return Response(body, exc.status_code, dict(exc.headers or {}), media_type="application/json")


async def _on_anything_else(request: Request, exc: Exception) -> Response:
    log.error("request broke", path=request.scope["path"], exc_info=exc)
    message = "Something broke on our side; it has been recorded. Try again."
    body = error_body(message, kind="server_error", code="internal_error")
    response = Response(body, 500, media_type="application/json")
    # This one is made outside of the door.
    response.raw_headers += [*request.scope.get(TOLD_KEY, []), (b"x-content-type-options", b"nosniff")]
    return response


HANDLERS = {
    errors.PaintoverError: _on_paintover_error,
    HTTPException: _on_http_exception,
    Exception: _on_anything_else,
}
"""For Starlette's `exception_handlers`."""
