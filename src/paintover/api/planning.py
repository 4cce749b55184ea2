"""From a conversation to what the desk is asked: shared by every surface that takes a conversation.

The planner decides, the links of the conversation are given their names, and each call becomes a wish with the trail of
its sources and its shape.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from paintover.api.known import KnownLinks, with_names
from paintover.api.links import Links
from paintover.api.models import dialect_for, priority_of
from paintover.domain.call import Call, Language, Plan, Question
from paintover.domain.conversation import Conversation
from paintover.domain.errors import BadRequest
from paintover.domain.generation import Generation
from paintover.domain.task import TrailStep
from paintover.planner.answers import answer_question
from paintover.planner.protocol import Planner, Wishes
from paintover.store.generations import Generations
from paintover.tasks.desk import Wish
from paintover.tasks.uploads import Uploads
from paintover.transcript.messages import read_conversation
from paintover.transcript.quoting import sentence
from paintover.transcript.reader import read_call

LARGE_BODY_BYTES = 64 * 1024
"""A larger request is read on a thread, so that it does not hold up other streams."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A conversation with what the planner makes of its last user message."""

    conversation: Conversation
    known: Mapping[str, Generation]
    """The owner's pictures behind the links of the conversation."""
    wishes: Wishes
    plan: Plan
    language: Language
    """That of the answer."""
    owner: str
    model: str


class Planning:
    """Plans conversations over one planner and one store."""

    def __init__(self, *, planner: Planner, uploads: Uploads, generations: Generations, links: Links) -> None:
        self._planner = planner
        self._uploads = uploads
        self._generations = generations
        self._known_links = KnownLinks(generations, links.path_of)

    async def read(self, messages: Sequence[dict[str, Any]], *, param: str) -> Conversation:
        """The conversation that chat messages tell; `param` is the field that they came in.

        Raises:
            BadRequest: the last user message is empty.
        """
        size = sum(_size(message.get("content")) for message in messages)
        if size > LARGE_BODY_BYTES:
            conversation = await asyncio.to_thread(read_conversation, messages)
        else:
            conversation = read_conversation(messages)
        request = conversation.request
        if not request.uploads and (not request.text or request.text.isspace()):
            raise BadRequest("The last user message is empty: say what to draw.", param=param)
        return conversation

    async def plan(self, conversation: Conversation, wishes: Wishes, *, owner: str, model: str) -> Planned:
        """What the planner makes of a conversation of the owner's; `model` is the name that was asked for."""
        known = await self._known_links.find(conversation, owner=owner)
        conversation = with_names(conversation, known)
        plan = await self._planner.plan(conversation, wishes)
        return Planned(
            conversation=conversation,
            known=known,
            wishes=wishes,
            plan=plan,
            language=dialect_for(model, plan.language).language,
            owner=owner,
            model=model,
        )

    async def wish(self, planned: Planned, plan: Plan) -> Wish:
        """One call of a planned request, with where its sources come from and its shape.

        Raises:
            BadPicture: an upload is no acceptable picture.
            BadRequest: there are too many.
        """
        conversation, known, owner = planned.conversation, planned.known, planned.owner
        sent = {
            upload.ref: known[upload.url].gen_id for upload in conversation.uploads() if upload.url in known
        }
        call = replace(plan.call, sources=tuple(sent.get(source, source) for source in plan.call.sources))
        trail = await self._uploads.trail(conversation, call.sources, owner=owner)
        is_shaped = planned.wishes.ratio is not None or _tells_ratio(plan, conversation)
        return Wish(
            call=call if is_shaped else await self._shaped(call, trail, owner),
            owner=owner,
            trail=trail,
            evidence=plan.evidence,
            language=planned.language,
            model=planned.model,
            priority=priority_of(planned.model),
        )

    async def words(self, planned: Planned) -> str:
        """The answer to a question, or to what is not to be drawn, as one plain sentence: it may quote the user, and must not read as anything but
        words."""
        question = planned.plan.question or Question(topic="other")
        known = [picture.gen_id for picture in planned.conversation.pictures() if picture.gen_id]
        facts = await self._generations.get_many(known, owner=planned.owner)
        return sentence(answer_question(question, planned.conversation, facts, planned.language))

    async def _shaped(self, call: Call, trail: tuple[TrailStep, ...], owner: str) -> Call:
        """An edit keeps its source's shape, which the store knows best: the conversation tells none of uploads and of pictures
        named by id alone, and of one that was cut or turned what was asked before that."""
        if not call.sources:
            return call
        step = next((step for step in trail if step.name == call.sources[0]), None)
        name = step.kept_as if step is not None and step.kept_as is not None else call.sources[0]
        source = await self._generations.get(name, owner=owner)
        return call if source is None else replace(call, ratio=source.ratio)


def check_count(n: int | None, most: int, *, param: str = "n") -> None:
    """Raises BadRequest for more pictures than may be drawn at once."""
    if n is not None and n > most:
        raise BadRequest(f"At most {most} pictures can be drawn at once.", param=param)


def _size(content: object) -> int:
    """About how many characters of text there are to read."""
    if isinstance(content, list):
        return sum(
            len(text)
            for part in content
            if isinstance(part, dict) and isinstance(text := part.get("text"), str)
        )
    return len(content) if isinstance(content, str) else 0


def _tells_ratio(plan: Plan, conversation: Conversation) -> bool:
    """Whether the user's words, or an explicit call of theirs, ask for a shape."""
    kinds = {span.kind for span in plan.evidence.spans}
    if "call" in kinds:
        written = read_call(conversation.request.text)
        return written is not None and written.ratio is not None
    return "ratio" in kinds
