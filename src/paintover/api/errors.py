"""From the domain's errors to HTTP: the only place that knows which error is which status.

The body is OpenAI's error shape, ``{"error": {"message", "type", "param", "code"}}``.
"""

from __future__ import annotations

from http import HTTPStatus

import msgspec
import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from paintover.domain import errors

STATUS: dict[type[errors.PaintoverError], tuple[int, str]] = {
    errors.PaintoverError: (500, "server_error"),
    errors.BadRequest: (400, "invalid_request_error"),
    errors.TooLarge: (413, "invalid_request_error"),
    errors.Unauthorized: (401, "authentication_error"),
    errors.NotFound: (404, "invalid_request_error"),
    errors.Refused: (400, "image_generation_user_error"),
    errors.Conflict: (409, "invalid_request_error"),
    errors.Busy: (429, "rate_limit_error"),
    errors.Draining: (503, "server_error"),
    errors.FetchError: (400, "invalid_request_error"),
    errors.SourceLost: (400, "invalid_request_error"),
    errors.EngineFailed: (502, "server_error"),
    errors.StoreFailed: (503, "server_error"),
}
"""Status and type by class; a class that is not listed is answered as its nearest listed ancestor."""

log = structlog.get_logger()


def error_body(message: str, *, kind: str, code: str | None, param: str | None = None) -> bytes:
    """The JSON body of an error in OpenAI's shape; `kind` is its ``type``."""
    return msgspec.json.encode({"error": {"message": message, "type": kind, "param": param, "code": code}})


def response_for(error: errors.PaintoverError) -> Response:
    """The whole answer to a request that ended in `error`."""
    status, kind = next(STATUS[parent] for parent in type(error).__mro__ if parent in STATUS)
    headers = {"retry-after": str(error.retry_after_s)} if error.retry_after_s is not None else {}
    body = error_body(error.message, kind=kind, code=error.code, param=error.param)
    return Response(body, status, headers, media_type="application/json")


async def _on_paintover_error(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, errors.PaintoverError)
    return response_for(exc)


async def _on_http_exception(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, HTTPException)
    if exc.status_code == HTTPStatus.NOT_FOUND:
        message = f"There is nothing at {request.url.path}. See GET /v1/models, POST /v1/chat/completions."
    elif exc.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        message = f"{request.method} is not possible at {request.url.path}."
    else:
        message = exc.detail
    body = error_body(message, kind="invalid_request_error", code=HTTPStatus(exc.status_code).name.lower())
    return Response(body, exc.status_code, dict(exc.headers or {}), media_type="application/json")


async def _on_anything_else(request: Request, exc: Exception) -> Response:
    log.error("request broke", path=request.url.path, exc_info=exc)
    message = "Something broke on our side; it has been recorded. Try again."
    return Response(
        error_body(message, kind="server_error", code="internal_error"), 500, media_type="application/json"
    )


HANDLERS = {
    errors.PaintoverError: _on_paintover_error,
    HTTPException: _on_http_exception,
    Exception: _on_anything_else,
}
"""For Starlette's `exception_handlers`."""
