"""Conversations that are gone, and links to them."""

from __future__ import annotations

from paintover.api.openapi.schemas.shapes import TEXT, Schema, record


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    return {
        "ConversationDeleted": record(
            "It is gone.", id=TEXT, object={"const": "conversation.deleted"}, deleted={"const": True}
        ),
        "ShareDeleted": record(
            "It is gone.", id=TEXT, object={"const": "share.deleted"}, deleted={"const": True}
        ),
    }
