"""The Model Context Protocol."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import EVENTS, JSON, Operation, events_of, header, json_body
from paintover.api.openapi.schemas.shapes import TEXT, ref
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    version = header("MCP-Protocol-Version", TEXT, "The revision of the protocol that was agreed on.")
    session = header(
        "Mcp-Session-Id", TEXT, "Of revisions before 2026-07-28: the session that `initialize` has opened."
    )
    stream = events_of("RpcMessage")
    accept = "Its errors are those of JSON-RPC, but for the door's, which are as everywhere."
    return (
        Operation(
            path="/mcp",
            method="post",
            tag="MCP",
            summary="Send a message of the Model Context Protocol",
            more=f"{accept} The header `Accept` must allow JSON and server-sent events.",
            scope=Scope.READ,
            parameters=(version, session),
            takes=json_body("RpcMessage"),
            answers={
                200: ("The answer.", {JSON: ref("RpcMessage"), EVENTS: stream}),
                202: ("A message that has no answer was taken.", {}),
            },
            errors=(404, 406),
        ),
        Operation(
            path="/mcp",
            method="get",
            tag="MCP",
            summary="Listen to a session",
            more=accept,
            scope=Scope.READ,
            parameters=(version, session),
            answers={200: ("Its messages.", {EVENTS: stream})},
            errors=(404, 405, 406, 409),
        ),
        Operation(
            path="/mcp",
            method="delete",
            tag="MCP",
            summary="End a session",
            more=accept,
            scope=Scope.READ,
            parameters=(version, session),
            answers={200: ("It is over.", {})},
            errors=(404, 405, 406),
        ),
    )
