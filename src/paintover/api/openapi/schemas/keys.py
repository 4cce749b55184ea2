"""Keys, and who asks with one."""

from __future__ import annotations

from paintover.api.openapi.schemas.shapes import TEXT, WHOLE, Schema, listed, only, or_null, record, ref, told
from paintover.domain.scope import Scope


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    key = {
        "id": TEXT,
        "object": {"const": "key"},
        "name": TEXT,
        "scopes": listed(only(*Scope)),
        "created_at": WHOLE,
        "revoked_at": or_null(WHOLE),
        "made_by": or_null(TEXT),
    }
    return {
        "Key": record("A key, without its secret.", **key),
        "MadeKey": record("A key that was just made.", key=told(TEXT, "Shown this once."), **key),
        "KeyList": record("Oldest first.", object={"const": "list"}, data=listed(ref("Key"))),
        "KeyDeleted": record(
            "It is of no use any more.", id=TEXT, object={"const": "key.deleted"}, deleted={"const": True}
        ),
        "Me": record(
            "Who is asking.",
            object={"const": "me"},
            owner=TEXT,
            key_id=or_null(TEXT),
            name=or_null(TEXT),
            scopes=listed(only(*Scope)),
        ),
    }
