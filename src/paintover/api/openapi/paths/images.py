"""The Images API, and the polling of services that resell image models."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import (
    DRAWS,
    EVENTS,
    FORM,
    JSON,
    REPEAT,
    STORED,
    TASK_ID,
    Operation,
    events_of,
    ok,
    query,
)
from paintover.api.openapi.schemas.shapes import only, ref
from paintover.domain.scope import Scope

_ASYNC = query("async", only("true", "false", "1", "0"), "`true` answers at once with the task's id.")


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    images = events_of("ImageStreamEvent")
    told_images = {JSON: {"anyOf": [ref("ImagesAnswer"), ref("RelayAccepted")]}, EVENTS: images}
    doors = (
        ("generations", "Draw pictures", "ImageGenerationRequest", "ImageEditForm"),
        ("edits", "Change a picture", "ImageEditRequest", "ImageEditForm"),
        ("variations", "Draw a picture once more", "ImageVariationRequest", "ImageVariationForm"),
    )
    return (
        *(
            Operation(
                path=f"/v1/images/{door}",
                method="post",
                tag="Images",
                summary=summary,
                scope=Scope.DRAW,
                parameters=(_ASYNC, REPEAT),
                takes={JSON: ref(body), FORM: ref(form)},
                answers={200: ("The pictures; with `async` the task's id.", told_images)},
                errors=DRAWS,
            )
            for door, summary, body, form in doors
        ),
        Operation(
            path="/v1/images/tasks/{task_id}",
            method="get",
            tag="Images",
            summary="Poll a task, in the shape of services that resell image models",
            scope=Scope.READ,
            parameters=(TASK_ID,),
            answers=ok("RelayTask", "The task."),
            errors=STORED,
        ),
    )
