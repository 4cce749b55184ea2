"""Chat completions."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import DRAWS, EVENTS, JSON, REPEAT, Operation, events_of, json_body
from paintover.api.openapi.schemas.shapes import ref
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    events = events_of("ChatCompletionChunk", "[DONE]")
    return (
        Operation(
            path="/v1/chat/completions",
            method="post",
            tag="Chat",
            summary="Say what to draw or what to change",
            more="The whole conversation comes with each request; which earlier picture is meant is worked out from it.",
            scope=Scope.DRAW,
            parameters=(REPEAT,),
            takes=json_body("ChatRequest"),
            answers={
                200: ("The transcript of the answer.", {JSON: ref("ChatCompletion"), EVENTS: events}),
                202: ("The task, when asked for in the background.", json_body("AcceptedTask")),
            },
            errors=DRAWS,
        ),
    )
