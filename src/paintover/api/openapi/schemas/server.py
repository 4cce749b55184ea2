"""The server itself."""

from __future__ import annotations

from paintover.api.openapi.schemas.shapes import Schema, only, record, told


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    return {
        "Health": record(
            "Whether work is taken.",
            ("configuration",),
            status=only("ok", "unavailable"),
            configuration=told(
                only("refused"), "Present while the file of the settings has a mistake and is not followed."
            ),
        ),
    }
