"""What is answered to everybody: the health check, pictures by their links, the page."""

from __future__ import annotations

from collections.abc import Mapping

from paintover.api.openapi.paths.operation import (
    JSON,
    Operation,
    header,
    json_body,
    named,
    picture_files,
)
from paintover.api.openapi.schemas.shapes import BYTES, TEXT, Schema


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    rest = named("rest", "`YYYYMMDD/` and the picture's own name, as its link has it.")
    shown = (
        header("Range", TEXT, "Which bytes, such as `bytes=0-1023`."),
        header("If-None-Match", TEXT, "The `ETag` of what the client has."),
    )
    known = (header("If-None-Match", TEXT, "The `ETag` of what the client has."),)
    file_types = ("text/css", "text/javascript", "application/json", "image/svg+xml")
    unchanged: tuple[str, Mapping[str, Schema]] = ("The client has it already.", {})

    def page(path: str, summary: str, kind: str, schema: Schema = TEXT) -> Operation:
        answers = {200: (summary + ".", {kind: schema}), 304: unchanged}
        return Operation(
            path=path, method="get", tag="Page", summary=summary, parameters=known, answers=answers
        )

    return (
        Operation(
            path="/healthz",
            method="get",
            tag="Server",
            summary="Whether work is taken",
            answers={200: ("It is.", json_body("Health")), 503: ("It is not.", json_body("Health"))},
        ),
        Operation(
            path="/cdn/{rest}",
            method="get",
            tag="Pictures",
            summary="A picture's own link",
            more="Whoever has the link may see the picture. It is answered exactly as it is written, without a query.",
            parameters=(rest, *shown),
            answers=picture_files("The picture."),
            errors=(404, 416),
        ),
        Operation(
            path="/cdn/download/{rest}",
            method="get",
            tag="Pictures",
            summary="The same, to be saved as a file",
            parameters=(rest, *shown),
            answers=picture_files("The picture."),
            errors=(404, 416),
        ),
        Operation(
            path="/cdn/small/{rest}",
            method="get",
            tag="Pictures",
            summary="A small copy of a picture",
            more="A picture's own link with a longest side of 160, 320 or 640 pixels in front of its date.",
            parameters=(
                named("rest", "The side, `/`, and the rest of the picture's own link."),
                *known,
            ),
            answers={200: ("The copy.", {"image/webp": BYTES}), 304: unchanged},
            errors=(404,),
        ),
        page("/", "The page", "text/html"),
        page("/favicon.ico", "Its icon", "image/svg+xml"),
        Operation(
            path="/static/{version}/{path}",
            method="get",
            tag="Page",
            summary="Its files",
            parameters=(named("version", "Of the page."), named("path", "The file's."), *known),
            answers={
                200: ("The file.", {kind: {} if kind == JSON else TEXT for kind in file_types}),
                304: unchanged,
            },
            errors=(404,),
        ),
        page("/openapi.json", "This description", JSON, {"type": "object"}),
        page("/docs", "This description, to be read", "text/html"),
    )
