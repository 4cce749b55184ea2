"""Links by which others look."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import (
    AFTER,
    JSON,
    LIMIT,
    PICTURE_TYPES,
    STORED,
    Operation,
    header,
    json_body,
    named,
    ok,
    query,
)
from paintover.api.openapi.schemas.shapes import BYTES, TEXT
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    token = named("token", "The link's own.")
    return (
        Operation(
            path="/v1/shares",
            method="post",
            tag="Shares",
            summary="Make a link to a conversation or a picture",
            more="Whoever has it sees what is there now, without a key.",
            scope=Scope.DRAW,
            takes=json_body("ShareRequest"),
            answers={201: ("The link.", json_body("ShareItem"))},
            errors=STORED,
        ),
        Operation(
            path="/v1/shares",
            method="get",
            tag="Shares",
            summary="List live links",
            more="The newest first.",
            scope=Scope.READ,
            parameters=(
                LIMIT,
                AFTER,
                query("conversation_id", TEXT, "Only those to this conversation."),
                query("gen_id", TEXT, "Only those to this picture."),
            ),
            answers=ok("ShareListBody", "One page."),
        ),
        Operation(
            path="/v1/shares/{share_id}",
            method="delete",
            tag="Shares",
            summary="Take a link back",
            scope=Scope.DRAW,
            parameters=(named("share_id", "A link's id."),),
            answers=ok("ShareDeleted", "Nobody sees anything by it any more."),
            errors=STORED,
        ),
        Operation(
            path="/s/{token}",
            method="get",
            tag="Shares",
            summary="The page of a link",
            parameters=(token,),
            answers={
                200: ("The page.", {"text/html": TEXT}),
                404: ("A page that says that the link is no more.", {"text/html": TEXT}),
            },
        ),
        Operation(
            path="/s/{token}/talk.json",
            method="get",
            tag="Shares",
            summary="What the page shows",
            parameters=(token,),
            answers={200: ("Title and turns.", {JSON: {"type": "object"}})},
            errors=STORED,
        ),
        Operation(
            path="/s/{token}/{picture}",
            method="get",
            tag="Shares",
            summary="One of its pictures",
            parameters=(
                token,
                named("picture", "Its gen_id."),
                header("If-None-Match", TEXT, "The `ETag` of what the client has."),
            ),
            answers={
                200: ("The picture.", dict.fromkeys(PICTURE_TYPES, BYTES)),
                206: ("A part of it.", dict.fromkeys(PICTURE_TYPES, BYTES)),
                304: ("The client has it already.", {}),
            },
            errors=(404, 416),
        ),
    )
