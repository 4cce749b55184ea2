"""The whole description (OpenAPI 3.2), joined from schemas and paths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from paintover import __version__
from paintover.api.errors import codes_by_status
from paintover.api.openapi.paths import operations
from paintover.api.openapi.paths.operation import EVENTS, JSON, Operation
from paintover.api.openapi.schemas import schemas
from paintover.api.openapi.schemas.shapes import Schema, ref

ABOUT = """\
Send a chat and it draws; say what to change and it works out which picture you mean, edits that very one, and answers with
a new id and a link. The surfaces of OpenAI's that are here take what their clients send; fields that mean nothing here are
accepted and ignored.

**Keys.** As long as no key has been made, the server is for its own machine alone and needs none. Otherwise every route
but the public ones asks for one, which must allow what the route is marked with: `read`, `draw` or `keys`
(`admin` is for whoever looks after the server).

**Errors** have one shape, OpenAI's, with a `code` that stays the same and a message that says what to do. Each route lists
the codes of each of its statuses. Beside those, what is no request in HTTP is answered with 400, a head above 64 KiB with
431, a client that is too slow with 408, an unknown path with 404 and another method with 405; all in the same shape.

**Every answer** has `x-request-id`; those below `/v1` have `x-ratelimit-limit-requests`, `-remaining-requests` and
`-reset-requests`. GET routes answer HEAD too, but for `/mcp`.
"""
TAGS = {
    "Chat": "Talk to it, as to OpenAI's chat completions.",
    "Images": "One picture a request, as with OpenAI's Images API.",
    "Responses": "Draw step by step, as with OpenAI's Responses API and its image tool.",
    "Models": "The names that may be asked for.",
    "Tasks": "What becomes of a request that was accepted.",
    "Pictures": "What was drawn, and which was made from which.",
    "Conversations": "What was said and drawn in the studio, kept for whoever said it.",
    "Shares": "Links by which others look, without a key.",
    "Files": "Pictures that are uploaded once, to be named by their ids.",
    "Usage": "What was used, by time and group.",
    "Admin": "For whoever looks after the server.",
    "Keys": "Further keys of your own.",
    "MCP": "Tools for programs whose language model uses some.",
    "Server": "The server itself.",
    "Page": "The page and what belongs to it.",
}
KEYED = (400, 401, 403, 429, 500, 503)
"""Statuses of the errors of every route that asks for a key."""
WITH_BODY = (408, 413)
PUBLIC = (400, 500)
HTTP_CODES = {
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    408: "request_timeout",
    416: "range_not_satisfiable",
}
"""Codes of the errors that come from HTTP itself."""


def document() -> dict[str, Any]:
    """The description as JSON's own types."""
    paths: dict[str, dict[str, Any]] = defaultdict(dict)
    statuses: set[int] = set()
    for operation in operations():
        paths[operation.path][operation.method] = _operation(operation)
        statuses |= set(errors_of(operation))
    return {
        "openapi": "3.2.0",
        "info": {
            "title": "Paintover",
            "version": __version__,
            "summary": "The image server that you talk to.",
            "description": ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{"key": []}],
        "tags": [{"name": name, "description": meaning} for name, meaning in TAGS.items()],
        "paths": dict(paths),
        "components": {
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A key such as `po_...`, made with `paintover keys create` or `POST /v1/keys`.",
                }
            },
            "responses": {f"Error{status}": _error(status) for status in sorted(statuses)},
            "schemas": schemas(),
        },
    }


def errors_of(operation: Operation) -> tuple[int, ...]:
    """The statuses of all errors that an operation may end in."""
    common = PUBLIC if operation.scope is None else KEYED
    body = WITH_BODY if operation.method in ("post", "put", "patch") else ()
    return tuple(sorted({*common, *body, *operation.errors} - set(operation.answers)))


def _operation(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": _more(operation),
        "responses": {
            **{
                str(status): {"description": meaning, **_content(bodies)}
                for status, (meaning, bodies) in operation.answers.items()
            },
            **{str(status): _error_of(operation, status) for status in errors_of(operation)},
        },
    }
    if operation.parameters:
        described["parameters"] = list(operation.parameters)
    if operation.takes:
        described["requestBody"] = {"required": True, **_content(operation.takes)}
    if operation.scope is None:
        described["security"] = []
    return described


def _more(operation: Operation) -> str:
    access = {None: "Public.", "any": "Needs a key, whatever it allows."}.get(
        operation.scope, f"Needs a key with `{operation.scope}`."
    )
    return f"{operation.more} {access}".strip()


def _content(bodies: Mapping[str, Schema]) -> dict[str, Any]:
    """Of a stream the schema is that of each of its events."""
    told = {kind: {"itemSchema" if kind == EVENTS else "schema": schema} for kind, schema in bodies.items()}
    return {"content": told} if told else {}


def _error_of(operation: Operation, status: int) -> Schema:
    if operation.path != "/mcp":
        return {"$ref": f"#/components/responses/Error{status}"}
    both = {"anyOf": [ref("Error"), ref("RpcError")]}
    return {"description": HTTPStatus(status).phrase + ".", **_content({JSON: both})}


def _error(status: int) -> Schema:
    """The errors of one status, with all their codes."""
    codes = sorted({*codes_by_status()[status], *([HTTP_CODES[status]] if status in HTTP_CODES else [])})
    exactly = {
        "allOf": [
            ref("Error"),
            {"properties": {"error": {"properties": {"code": {"enum": codes}}}}},
        ]
    }
    phrase = HTTPStatus(status).phrase
    return {
        "description": f"{phrase}. Codes: {', '.join(f'`{code}`' for code in codes)}.",
        **_content({JSON: exactly}),
    }
