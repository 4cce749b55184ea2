"""The tools themselves, in the server's own words: arguments in, tasks and bodies out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from paintover.api.errors import error_of_end
from paintover.api.generations import EdgeBody, LineageBody, item_of
from paintover.api.images import Images
from paintover.api.images.wire import read_json_request
from paintover.api.links import Links
from paintover.api.mcp.recall import Recall
from paintover.api.mcp.wire import (
    URI_PREFIX,
    EditArguments,
    GenerateArguments,
    LineageArguments,
    ListArguments,
    PageBody,
    TaskArguments,
    TaskBody,
)
from paintover.domain.call import Evidence, Plan
from paintover.domain.errors import BadRequest, NotFound
from paintover.domain.events import Finished, HandedBack, Kept, Progressed, Queued, Started
from paintover.domain.generation import Generation
from paintover.domain.ids import is_file_id, is_gen_id
from paintover.domain.task import TaskState
from paintover.store.generations import Generations
from paintover.store.tasks import Tasks
from paintover.tasks.desk import Desk
from paintover.tasks.feed import Feed

LATEST = frozenset({"latest", "newest", "last", "it", "最新", "最新的"})
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_ELSEWHERE = ("http://", "https://", "data:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The pictures that an edit starts from, what it is then asked, and why they are taken to be meant."""

    names: list[str]
    instruction: str
    evidence: Evidence | None = None


class Tools:
    """What a language model can do here, for one owner at a time."""

    def __init__(
        self,
        *,
        images: Images,
        recall: Recall,
        generations: Generations,
        tasks: Tasks,
        desk: Desk,
        links: Links,
    ) -> None:
        self._images = images
        self._recall = recall
        self._generations = generations
        self._tasks = tasks
        self._desk = desk
        self._links = links

    async def generate(self, asked: GenerateArguments, *, owner: str) -> Feed:
        """Accept a new picture.

        Raises:
            PaintoverError: it cannot be drawn as it was asked for, or not now.
        """
        body = _body(asked, _styled(asked.prompt, asked.style), size=asked.size, quality=asked.quality)
        return await self._images.accept(read_json_request(body, "generations", is_async=False), owner)

    async def edit(self, asked: EditArguments, *, owner: str) -> Feed:
        """Accept a change of earlier pictures.

        Raises:
            PaintoverError: it cannot be drawn as it was asked for, or not now; or no picture is meant.
        """
        meant = await self._meant(asked, owner)
        body = _body(asked, _styled(meant.instruction, asked.style), images=meant.names)
        request = read_json_request(body, "edits", is_async=False)
        return await self._images.accept(request, owner, evidence=meant.evidence)

    async def page(self, asked: ListArguments, *, owner: str) -> PageBody:
        """A page of the owner's pictures.

        Raises:
            BadRequest: the cursor is no picture of theirs.
        """
        page = await self._generations.page(owner=owner, limit=asked.limit, after=asked.after)
        return PageBody(
            images=[item_of(one, self._links) for one in page.items], next_cursor=page.next_cursor
        )

    async def lineage(self, asked: LineageArguments, *, owner: str) -> LineageBody:
        """Where a picture comes from, and what came of it.

        Raises:
            NotFound: the owner has no such picture.
        """
        found = await self._generations.lineage(asked.gen_id, owner=owner, direction=asked.direction)
        nodes = await self._generations.get_many(found.nodes, owner=owner)
        return LineageBody(
            root=found.root,
            nodes=[item_of(node, self._links) for node in nodes.values()],
            edges=[EdgeBody(edge.parent, edge.child) for edge in found.edges],
        )

    async def look_after(self, asked: TaskArguments, *, owner: str) -> Feed:
        """The owner's task.

        Raises:
            NotFound: there is no such task, or it is not the owner's.
        """
        return await self._desk.feed(asked.task_id, owner=owner)

    async def cancel(self, feed: Feed) -> None:
        """Stop a task that nobody wants any more."""
        await self._desk.cancel(feed.task_id, owner=feed.task.owner)

    async def delivered(self, feed: Feed) -> None:
        """Write down that the whole answer has been told."""
        feed.is_delivered = True
        await self._tasks.delivered(feed.task_id)

    def place(self, feed: Feed) -> int | None:
        """The task's place in the queue, from 1; None when it does not wait."""
        return self._desk.place(feed.task_id)

    async def generation(self, uri: str, *, owner: str) -> Generation:
        """The owner's picture behind the address of a resource, or behind a link of ours.

        Raises:
            NotFound: there is none.
        """
        found: Generation | None = None
        if uri.startswith(URI_PREFIX):
            found = await self._generations.get(uri.removeprefix(URI_PREFIX), owner=owner)
        elif (path := self._links.path_of(uri)) is not None:
            linked = await self._generations.by_path(path)
            found = linked if linked is not None and linked.owner == owner else None
        if found is None:
            raise NotFound(f"There is no picture {uri[:200]} here; 'list_images' shows yours.", param="uri")
        return found

    def task_body(self, feed: Feed) -> TaskBody:
        """A task as its feed tells it now."""
        kept, state, progress, error = kept_in(feed), feed.task.state, feed.task.progress, None
        for numbered in feed.events:
            match numbered.event:
                case Queued() | HandedBack():
                    state = TaskState.QUEUED
                case Started():
                    state = TaskState.RUNNING
                case Progressed(percent, _):
                    progress = max(progress, percent)
                case Finished() as end:
                    state = end.state
                    progress = 100 if end.state is TaskState.SUCCEEDED else progress
                    error = None if end.error_code is None else error_text(end)
        call, evidence = feed.task.call, feed.task.evidence
        return TaskBody(
            task_id=feed.task_id,
            state=state,
            progress=progress,
            prompt=call.prompt,
            sources=tuple(name for name in call.sources if is_gen_id(name)),
            because="" if evidence is None else evidence.because,
            images=[item_of(one, self._links) for one in kept],
            notes=tuple(dict.fromkeys(note for one in kept for note in one.notes)),
            changes=tuple(dict.fromkeys(one.changes for one in kept if one.changes is not None)),
            error=error,
        )

    async def _meant(self, asked: EditArguments, owner: str) -> Meant:
        source, instruction = asked.source, asked.instruction
        if isinstance(source, list):
            return Meant(names=[await self._named(one, owner) for one in source], instruction=instruction)
        if source is None or not source.strip():
            plan, latest = await self._recall.edit(instruction, owner=owner)
            if plan is None:
                return Meant(names=[latest.gen_id], instruction=instruction)
            words = plan.call.prompt if plan.call.prompt.strip() else instruction
            return Meant(names=list(plan.call.sources), instruction=words, evidence=_evidence(plan))
        if _is_name(source.strip()):
            return Meant(names=[await self._named(source, owner)], instruction=instruction)
        plan = await self._recall.pointed_at(source, owner=owner)
        return Meant(names=list(plan.call.sources), instruction=instruction, evidence=_evidence(plan))

    async def _named(self, source: str, owner: str) -> str:
        """One picture, by any of its names, as the Images API names it."""
        name = source.strip()
        if name.lower() in LATEST:
            return (await self._recall.latest(owner=owner)).gen_id
        if name.startswith(URI_PREFIX):
            return name.removeprefix(URI_PREFIX)
        if _is_name(name):
            return name
        return (await self._recall.pointed_at(name, owner=owner)).call.sources[0]


def kept_in(feed: Feed) -> list[Generation]:
    """The pictures that the task has kept so far."""
    return [numbered.event.generation for numbered in feed.events if isinstance(numbered.event, Kept)]


def error_text(end: Finished) -> str:
    """Why a task has ended without (some of) its pictures, and what to do."""
    message, _, code = error_of_end(end)
    return f"{message} ({code})"


def _is_name(source: str) -> bool:
    return (
        source.lower() in LATEST
        or source.startswith((URI_PREFIX, *_ELSEWHERE))
        or is_gen_id(source)
        or is_file_id(source)
    )


def _evidence(plan: Plan) -> Evidence:
    # Its spans are of words that the task does not have.
    return replace(plan.evidence, spans=())


def _styled(prompt: str, style: str | None) -> str:
    if style is None or not style.strip():
        return prompt
    comma = "，" if _IDEOGRAPH.search(prompt) else ", "
    return f"{prompt.rstrip()}{comma}{style.strip()}"


def _body(asked: GenerateArguments | EditArguments, prompt: str, **more: Any) -> bytes:
    """The call as the Images API would be asked for it, whose checks hold here too."""
    fields: dict[str, Any] = {
        "prompt": prompt,
        "n": asked.n,
        "seed": asked.seed,
        "ratio": asked.ratio,
        **more,
    }
    try:
        return msgspec.json.encode({name: value for name, value in fields.items() if value is not None})
    except UnicodeEncodeError as exc:
        raise BadRequest("The arguments hold half a character; send whole ones.") from exc
