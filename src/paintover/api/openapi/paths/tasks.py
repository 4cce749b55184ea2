"""What becomes of a request that was accepted."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import (
    AFTER,
    EVENTS,
    JSON,
    LIMIT,
    STORED,
    TASK_ID,
    Operation,
    events_of,
    header,
    ok,
    query,
)
from paintover.api.openapi.schemas.shapes import only, ref
from paintover.domain.scope import Scope
from paintover.domain.task import TaskState


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    return (
        Operation(
            path="/v1/tasks",
            method="get",
            tag="Tasks",
            summary="List your tasks, newest first",
            scope=Scope.READ,
            parameters=(query("state", only(*TaskState), "Only those in this state."), LIMIT, AFTER),
            answers=ok("TaskList", "One page."),
        ),
        Operation(
            path="/v1/tasks/{task_id}",
            method="get",
            tag="Tasks",
            summary="Show a task",
            scope=Scope.READ,
            parameters=(TASK_ID,),
            answers=ok("Task", "The task."),
            errors=STORED,
        ),
        Operation(
            path="/v1/tasks/{task_id}/events",
            method="get",
            tag="Tasks",
            summary="Follow a task to its end",
            more="A stream resumes after the event that `after` or `Last-Event-ID` names. With `Accept: application/json` "
            "it is one answer instead, with what is new, after 25 seconds at the latest.",
            scope=Scope.READ,
            parameters=(
                TASK_ID,
                query(
                    "after",
                    {"type": "integer", "minimum": 0, "maximum": 10**18 - 1},
                    "The last event that you have seen.",
                ),
                query(
                    "previews",
                    only("0", "1"),
                    "`1` also tells the unfinished renderings that the request asked for: of each picture that is not "
                    "there yet the newest.",
                ),
                header(
                    "Last-Event-ID",
                    {"type": "string", "pattern": "^[0-9]{1,18}$"},
                    "The same, as browsers send it.",
                ),
            ),
            answers={
                200: (
                    "What has happened.",
                    {
                        JSON: ref("TaskEvents"),
                        EVENTS: events_of("TaskEvent"),
                    },
                )
            },
            errors=STORED,
        ),
        Operation(
            path="/v1/tasks/{task_id}/cancel",
            method="post",
            tag="Tasks",
            summary="Stop a task",
            more="What it has drawn already is kept. One that is over stays as it is.",
            scope=Scope.DRAW,
            parameters=(TASK_ID,),
            answers=ok("Task", "The task, whatever has become of it."),
            errors=STORED,
        ),
    )
