"""What was said and drawn in the studio."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import (
    AFTER,
    LIMIT,
    STORED,
    Operation,
    header,
    json_body,
    named,
    ok,
    query,
)
from paintover.api.openapi.schemas.shapes import TEXT, only
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    one = named("conversation_id", "A conversation's id, as its client named it.")
    onto = header("If-Match", TEXT, "The `ETag` of what the change was made from.")
    new = header("If-None-Match", only("*"), "Only if there is none of that id yet.")
    found = {"type": "string", "maxLength": 200}
    since = {"type": "integer", "minimum": 0, "maximum": 10**15 - 1}
    changed = json_body("ConversationChange")
    return (
        Operation(
            path="/v1/conversations",
            method="get",
            tag="Conversations",
            summary="List or find conversations",
            more="The one touched last first.",
            scope=Scope.READ,
            parameters=(
                LIMIT,
                AFTER,
                query("q", found, "Words that all occur in its title or in what was said."),
            ),
            answers=ok("ConversationListBody", "One page."),
        ),
        Operation(
            path="/v1/conversations/{conversation_id}",
            method="get",
            tag="Conversations",
            summary="Show a conversation with its turns",
            scope=Scope.READ,
            parameters=(
                one,
                query("since", since, "Only turns that were changed after this revision."),
                header("If-None-Match", TEXT, "The `ETag` of what the client has."),
            ),
            answers={
                200: ("The conversation.", json_body("ConversationBody")),
                304: ("The client has it already.", {}),
            },
            errors=STORED,
        ),
        Operation(
            path="/v1/conversations/{conversation_id}",
            method="put",
            tag="Conversations",
            summary="Keep a conversation",
            more="Whole: of what is there nothing else remains, so it must be new, or `If-Match` its newest revision.",
            scope=Scope.DRAW,
            parameters=(one, onto, new),
            takes=changed,
            answers={
                200: ("What has become of it.", json_body("ConversationItem")),
                201: ("It is new.", json_body("ConversationItem")),
            },
            errors=(412,),
        ),
        Operation(
            path="/v1/conversations/{conversation_id}",
            method="patch",
            tag="Conversations",
            summary="Rename a conversation, or add to it",
            more="Turns take the place of those with the same `id` or come behind all others. With `If-Match` only onto "
            "that very revision.",
            scope=Scope.DRAW,
            parameters=(one, onto),
            takes=changed,
            answers=ok("ConversationItem", "What has become of it."),
            errors=(404, 412),
        ),
        Operation(
            path="/v1/conversations/{conversation_id}",
            method="delete",
            tag="Conversations",
            summary="Forget a conversation",
            more="Its pictures stay.",
            scope=Scope.DRAW,
            parameters=(one, onto),
            answers=ok("ConversationDeleted", "It is gone."),
            errors=(404, 412),
        ),
    )
