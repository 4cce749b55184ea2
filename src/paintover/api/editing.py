"""What becomes an edit because the request's own fields say so, whatever its words were planned as."""

from __future__ import annotations

from dataclasses import replace

from paintover.api.planning import Planned
from paintover.domain.call import Evidence, Language, Plan
from paintover.domain.errors import BadRequest

_BECAUSE: dict[Language, str] = {
    "zh": "请求要求改图：用这次发来的图，没有就用最近的一张。",
    "en": "The request itself asks for an edit: of the pictures sent with it, else of the latest one.",
}


def as_edit(planned: Planned, plan: Plan, *, param: str) -> Plan:
    """The plan as an edit: of what was sent with the request, else of the latest picture of its conversation.

    Raises:
        BadRequest: there is no picture to start from; `param` is the field that asks for the edit.
    """
    sources = tuple(upload.ref for upload in planned.conversation.request.uploads) or _latest(planned)
    if not sources:
        raise BadRequest(
            "There is no picture to edit: send one with the words, name one by its id, or go on from an answer that "
            "has one.",
            param=param,
        )
    call = replace(plan.call, action="edit", sources=sources, n=planned.wishes.n or plan.call.n)
    evidence = Evidence(rule="request", because=_BECAUSE[planned.language], spans=plan.evidence.spans)
    return replace(plan, call=call, evidence=evidence, question=None, more=())


def _latest(planned: Planned) -> tuple[str, ...]:
    pictures = planned.conversation.pictures()
    if pictures:
        return (pictures[-1].name,)
    uploads = list(planned.conversation.uploads())
    return (uploads[-1].ref,) if uploads else ()
