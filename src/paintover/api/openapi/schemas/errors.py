"""The shape of errors."""

from __future__ import annotations

from paintover.api.openapi.schemas.shapes import TEXT, Schema, only, record, told


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    inner = record(
        "What went wrong.",
        message=told(TEXT, "A sentence that says what to do."),
        type=told(
            only(
                "invalid_request_error",
                "authentication_error",
                "permission_error",
                "rate_limit_error",
                "image_generation_user_error",
                "server_error",
            ),
            "The kind of error.",
        ),
        param=told({"type": ["string", "null"]}, "The field of the request that is at fault."),
        code=told({"type": ["string", "null"]}, "Its stable name."),
    )
    return {"Error": record("Every error has this shape, which is OpenAI's.", error=inner)}
