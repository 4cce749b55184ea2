"""The Responses API."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import (
    DRAWS,
    EVENTS,
    JSON,
    LIMIT,
    REPEAT,
    STORED,
    Operation,
    events_of,
    json_body,
    named,
    ok,
    query,
)
from paintover.api.openapi.schemas.shapes import TEXT, Schema, only, ref
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    named_response = named("response_id", "A response's id.")
    events = events_of("ResponseStreamEvent")
    order = query("order", only("asc", "desc"), "Oldest or newest first.")
    seen: Schema = {"type": "integer", "minimum": 0, "maximum": 10**18 - 1}
    return (
        Operation(
            path="/v1/responses",
            method="post",
            tag="Responses",
            summary="Draw, or go on from an earlier response",
            scope=Scope.DRAW,
            parameters=(REPEAT,),
            takes=json_body("CreateBody"),
            answers={200: ("The response.", {JSON: ref("ResponseBody"), EVENTS: events})},
            errors=DRAWS,
        ),
        Operation(
            path="/v1/responses/{response_id}",
            method="get",
            tag="Responses",
            summary="Show a response, or follow it",
            scope=Scope.READ,
            parameters=(
                named_response,
                query("stream", only("true", "false"), "`true` tells its events, from the first on."),
                query("starting_after", seen, "The `sequence_number` of the last event that you have seen."),
            ),
            answers={200: ("The response.", {JSON: ref("ResponseBody"), EVENTS: events})},
            errors=STORED,
        ),
        Operation(
            path="/v1/responses/{response_id}",
            method="delete",
            tag="Responses",
            summary="Forget a response",
            more="What is still being drawn of it is stopped; its pictures stay.",
            scope=Scope.DRAW,
            parameters=(named_response,),
            answers=ok("DeletedBody", "It is gone."),
            errors=STORED,
        ),
        Operation(
            path="/v1/responses/{response_id}/cancel",
            method="post",
            tag="Responses",
            summary="Stop what is still being drawn of a response",
            scope=Scope.DRAW,
            parameters=(named_response,),
            answers=ok("ResponseBody", "The response, whatever has become of it."),
            errors=STORED,
        ),
        Operation(
            path="/v1/responses/{response_id}/input_items",
            method="get",
            tag="Responses",
            summary="List what its request brought in",
            scope=Scope.READ,
            parameters=(
                named_response,
                LIMIT,
                query("after", TEXT, "The last id of the page before."),
                order,
            ),
            answers=ok("ItemListBody", "One page."),
            errors=STORED,
        ),
    )
