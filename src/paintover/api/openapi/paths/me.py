"""Who is asking."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import Operation, ok


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    return (
        Operation(
            path="/v1/me",
            method="get",
            tag="Keys",
            summary="What the key that is sent is good for",
            scope="any",
            answers=ok("Me", "Who is asking."),
        ),
    )
