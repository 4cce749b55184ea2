"""Further keys of one's own."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import STORED, Operation, json_body, named, ok
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    return (
        Operation(
            path="/v1/keys",
            method="get",
            tag="Keys",
            summary="List your keys",
            scope=Scope.KEYS,
            answers=ok("KeyList", "Without their secrets."),
        ),
        Operation(
            path="/v1/keys",
            method="post",
            tag="Keys",
            summary="Make a key",
            more="It allows no more than the key that makes it.",
            scope=Scope.KEYS,
            takes=json_body("KeyRequest"),
            answers={201: ("The key, shown this once.", json_body("MadeKey"))},
        ),
        Operation(
            path="/v1/keys/{key_id}",
            method="delete",
            tag="Keys",
            summary="Revoke a key, with all that were made with it",
            scope=Scope.KEYS,
            parameters=(named("key_id", "A key's id."),),
            answers=ok("KeyDeleted", "It is of no use any more."),
            errors=STORED,
        ),
    )
