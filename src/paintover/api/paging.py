"""How lists are asked for: ``?limit=`` and ``?after=``."""

from __future__ import annotations

from starlette.requests import Request

from paintover.domain.errors import BadRequest

MAX_LIMIT = 100
DEFAULT_LIMIT = 20


def limit_of(request: Request) -> int:
    """How many items a page may have.

    Raises:
        BadRequest: it is no whole number from 1 to `MAX_LIMIT`.
    """
    asked = request.query_params.get("limit", str(DEFAULT_LIMIT))
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 9 and 1 <= int(asked) <= MAX_LIMIT):
        raise BadRequest(f"'limit' is a whole number from 1 to {MAX_LIMIT}.", param="limit")
    return int(asked)


def cursor_of(request: Request) -> str | None:
    """The ``next_cursor`` of the page before, if this is not the first."""
    return request.query_params.get("after") or None
