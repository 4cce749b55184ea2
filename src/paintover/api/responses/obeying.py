"""What a request's own fields make of the planner's plan: they are obeyed over the words."""

from __future__ import annotations

from dataclasses import replace

from paintover.api.editing import as_edit
from paintover.api.planning import Planned
from paintover.api.responses.wire import CreateRequest
from paintover.domain.call import Evidence, Language, Plan

_ANEW: dict[Language, str] = {
    "zh": "请求要求画一张新图。",
    "en": "The request itself asks for a new picture.",
}


def obeyed(planned: Planned, request: CreateRequest) -> tuple[Plan, ...]:
    """What is to be drawn, in order; nothing where the answer is to be words.

    Raises:
        BadRequest: an edit is asked for, and there is no picture to start from.
    """
    plan = planned.plan
    if request.choice == "none":
        return ()
    action = "edit" if request.mask is not None else request.action
    if plan.question is not None:
        if request.choice != "required" and action == "auto":
            return ()
        own = bool(planned.conversation.request.uploads)
        plan = replace(plan, question=None, call=replace(plan.call, action="edit" if own else "generate"))
        if own:
            return (as_edit(planned, plan, param="action"),)
        return (as_edit(planned, plan, param="action") if action == "edit" else _anew(planned, plan),)
    # A mask belongs to one picture.
    plans = (plan,) if request.mask is not None else (plan, *plan.more)
    if action == "generate":
        return tuple(_anew(planned, one) if one.call.action == "edit" else one for one in plans)
    if action == "edit":
        return tuple(
            one if one.call.action == "edit" else as_edit(planned, one, param="action") for one in plans
        )
    return plans


def _anew(planned: Planned, plan: Plan) -> Plan:
    call = replace(plan.call, action="generate", sources=(), n=planned.wishes.n or plan.call.n)
    return replace(plan, call=call, evidence=_evidence(_ANEW, planned, plan))


def _evidence(says: dict[Language, str], planned: Planned, plan: Plan) -> Evidence:
    return Evidence(rule="request", because=says[planned.language], spans=plan.evidence.spans)
