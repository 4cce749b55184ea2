"""Pictures that are uploaded once."""

from __future__ import annotations

from typing import get_args

from paintover.api.openapi.paths.operation import FORM, STORED, Operation, named, ok, query
from paintover.api.openapi.schemas.shapes import BYTES, TEXT, Schema, only, ref
from paintover.domain.scope import Scope
from paintover.store.files import Order

_FILE_ID = named("file_id", "A file's id.")


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    most_files: Schema = {"type": "integer", "minimum": 1, "maximum": 10_000, "default": 1_000}
    return (
        Operation(
            path="/v1/files",
            method="post",
            tag="Files",
            summary="Upload a picture",
            more="It is made anew from its pixels; nothing else of the file is kept.",
            scope=Scope.DRAW,
            takes={FORM: ref("FileForm")},
            answers=ok("File", "The file."),
        ),
        Operation(
            path="/v1/files",
            method="get",
            tag="Files",
            summary="List your files",
            scope=Scope.READ,
            parameters=(
                query("limit", most_files, "How many."),
                query("after", TEXT, "The last id of the page before."),
                query("order", only(*get_args(Order)), "Newest or oldest first."),
                query("purpose", TEXT, "Only those with this purpose."),
            ),
            answers=ok("FileList", "One page."),
        ),
        Operation(
            path="/v1/files/{file_id}",
            method="get",
            tag="Files",
            summary="Show a file",
            scope=Scope.READ,
            parameters=(_FILE_ID,),
            answers=ok("File", "What is known of it."),
            errors=STORED,
        ),
        Operation(
            path="/v1/files/{file_id}",
            method="delete",
            tag="Files",
            summary="Delete a file",
            more="Pictures that were made from it stay.",
            scope=Scope.DRAW,
            parameters=(_FILE_ID,),
            answers=ok("FileDeleted", "It is gone."),
            errors=STORED,
        ),
        Operation(
            path="/v1/files/{file_id}/content",
            method="get",
            tag="Files",
            summary="Fetch a file's picture",
            scope=Scope.READ,
            parameters=(_FILE_ID,),
            answers={200: ("The picture.", {"image/png": BYTES})},
            errors=STORED,
        ),
    )
