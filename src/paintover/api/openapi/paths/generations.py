"""What was drawn, and which was made from which."""

from __future__ import annotations

from typing import get_args

from paintover.api.formats import FORMATS
from paintover.api.generations import LAST_SECOND, LISTED, MOST_WORDS_CHARACTERS
from paintover.api.openapi.paths.operation import (
    AFTER,
    LIMIT,
    PICTURE_TYPES,
    STORED,
    Operation,
    json_body,
    named,
    ok,
    query,
)
from paintover.api.openapi.schemas.fields import LIMITS
from paintover.api.openapi.schemas.shapes import BYTES, TEXT, only
from paintover.domain.lineage import Direction
from paintover.domain.scope import Scope

_GEN_ID = named("gen_id", "A picture's id.")


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    direction = query(
        "direction", only(*get_args(Direction)), "What it was made from, what was made from it, or both."
    )
    origins, moment = "|".join(LISTED), {"type": "integer", "minimum": 0, "maximum": LAST_SECOND}
    return (
        Operation(
            path="/v1/generations",
            method="get",
            tag="Pictures",
            summary="List your pictures, newest first",
            scope=Scope.READ,
            parameters=(
                LIMIT,
                AFTER,
                query("favourite", {"type": "boolean"}, "Whether to list favourites alone."),
                query(
                    "origin",
                    {"type": "string", "pattern": f"^({origins})(,({origins}))*$"},
                    "Where they come from; several with commas.",
                ),
                query("ratio", LIMITS["ratio"] | {"type": "string"}, "Those of this shape."),
                query("engine", TEXT, "Those that this engine drew."),
                query(
                    "q",
                    {"type": "string", "maxLength": MOST_WORDS_CHARACTERS},
                    "Words that all occur in what they were asked for with.",
                ),
                query("since", moment, "Those made then or later, in seconds since 1970."),
                query("until", moment, "Those made before then."),
            ),
            answers=ok("ListBody", "One page."),
        ),
        Operation(
            path="/v1/generations/{gen_id}",
            method="get",
            tag="Pictures",
            summary="Show all that is known of a picture",
            scope=Scope.READ,
            parameters=(_GEN_ID,),
            answers=ok("GenerationBody", "The picture."),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}",
            method="patch",
            tag="Pictures",
            summary="Mark a picture as a favourite, or no longer",
            scope=Scope.DRAW,
            parameters=(_GEN_ID,),
            takes=json_body("Marks"),
            answers=ok("GenerationBody", "The picture."),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}",
            method="delete",
            tag="Pictures",
            summary="Delete a picture",
            more="Its link, words and scene are gone at once, its bytes soon after. Its place in the tree stays, so that what was made from it keeps its lineage. Deleting it again does nothing.",
            scope=Scope.DRAW,
            parameters=(_GEN_ID,),
            answers=ok("DeletedPicture", "It is gone."),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}/dependents",
            method="get",
            tag="Pictures",
            summary="Show what would miss a picture that is deleted",
            scope=Scope.READ,
            parameters=(_GEN_ID,),
            answers=ok(
                "DependentsBody",
                "The edits of it, the conversations that show it, and the links by which others see it.",
            ),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}/lineage",
            method="get",
            tag="Pictures",
            summary="Show the tree that it stands in",
            scope=Scope.READ,
            parameters=(_GEN_ID, direction),
            answers=ok("LineageBody", "A part of the tree."),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}/file",
            method="get",
            tag="Pictures",
            summary="Fetch a picture as a file of another format",
            more="An SVG can be had of what the illustrator has drawn.",
            scope=Scope.READ,
            parameters=(
                _GEN_ID,
                query("format", only(*FORMATS), "Left out: as it is kept."),
                query("quality", {"type": "integer", "minimum": 0, "maximum": 100}, "Of WebP and JPEG."),
            ),
            answers={200: ("The file.", {**dict.fromkeys(PICTURE_TYPES, BYTES), "image/svg+xml": TEXT})},
            errors=(404, 502),
        ),
    )
