"""Uploaded pictures."""

from __future__ import annotations

from typing import get_args

from paintover.api.openapi.schemas.shapes import (
    BYTES,
    FLAG,
    TEXT,
    WHOLE,
    Schema,
    listed,
    only,
    or_null,
    record,
    ref,
    told,
)
from paintover.domain.file import Purpose


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    file = record(
        "An uploaded picture.",
        ["expires_at"],
        id=TEXT,
        object={"const": "file"},
        bytes=WHOLE,
        created_at=WHOLE,
        filename=TEXT,
        purpose=only(*get_args(Purpose)),
        status={"const": "processed"},
        expires_at=WHOLE,
    )
    return {
        "FileForm": {
            "type": "object",
            "properties": {
                "file": told(BYTES, "A picture: PNG, JPEG, WebP, GIF or AVIF."),
                "purpose": told(only(*get_args(Purpose)), "It makes no difference."),
                "expires_after[anchor]": only("created_at"),
                "expires_after[seconds]": told(TEXT, "3600 to 2592000."),
            },
            "required": ["file", "purpose"],
        },
        "File": file,
        "FileList": record(
            "One page.",
            object={"const": "list"},
            data=listed(ref("File")),
            has_more=FLAG,
            first_id=or_null(TEXT),
            last_id=or_null(TEXT),
        ),
        "FileDeleted": record("It is gone.", id=TEXT, object={"const": "file"}, deleted={"const": True}),
    }
