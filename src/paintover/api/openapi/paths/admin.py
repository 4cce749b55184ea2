"""For whoever looks after the server."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import STRETCH, Operation, named, ok, query
from paintover.api.openapi.schemas.shapes import TEXT
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    return (
        Operation(
            path="/v1/admin",
            method="get",
            tag="Admin",
            summary="The queue, everybody's tasks, the engines and the process, as they are now",
            more="Of others' tasks ids, sizes and states are shown, never words or pictures.",
            scope=Scope.ADMIN,
            parameters=(
                query(
                    "limit",
                    {"type": "integer", "minimum": 1, "maximum": 100, "default": 20},
                    "How many waiting tasks, failed tasks and owners, each.",
                ),
            ),
            answers=ok("Admin", "All of it."),
        ),
        Operation(
            path="/v1/admin/tasks/{task_id}/cancel",
            method="post",
            tag="Admin",
            summary="Stop anybody's task",
            more="One that is over stays as it is.",
            scope=Scope.ADMIN,
            parameters=(named("task_id", "Its id."),),
            answers=ok("AdminTask", "The task, whatever has become of it."),
            errors=(404,),
        ),
        Operation(
            path="/v1/admin/usage",
            method="get",
            tag="Admin",
            summary="What everybody has used",
            scope=Scope.ADMIN,
            parameters=(*STRETCH, query("owner", TEXT, "Somebody's id; everybody without it.")),
            answers=ok("AdminUsage", "The sums."),
        ),
    )
