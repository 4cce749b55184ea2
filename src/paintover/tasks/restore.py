"""Finding the pictures that a call starts from, whether or not this server drew them.

In this order: the owner's own generation; a link of ours; a foreign link, fetched within one short budget; the
conversation's own calls, drawn again from the root. What is restored is kept under the id by which the conversation
knows it, for that owner only, so that the next turn finds it at once.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from weakref import WeakValueDictionary

from paintover.domain.errors import (
    BadPicture,
    BadRatio,
    EngineFailed,
    FetchError,
    FetchFailed,
    NotDrawable,
    NotFound,
    PictureDeleted,
    SourceLost,
)
from paintover.domain.generation import Generation, Origin
from paintover.domain.ids import is_gen_id, is_task_id
from paintover.domain.ratio import SQUARE, Ratio, parse_ratio
from paintover.domain.task import Task, TrailStep
from paintover.engines.protocol import Engine, Painted, Picture, SourceImage, Spoiled, Work
from paintover.intake.fetch import Fetcher
from paintover.intake.pictures import accept_picture_async
from paintover.store.generations import Generations
from paintover.store.tasks import Tasks
from paintover.tasks.keep import Keeper
from paintover.tasks.moderation import Moderator
from paintover.tasks.telling import whole_picture

MAX_CHAIN = 64
"""The longest chain of lost pictures that is drawn again for one task."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The sources of a call in its order, and what it took to have them."""

    generations: tuple[Generation, ...]
    mask: Generation | None = None
    replayed: tuple[str, ...] = ()
    """The names of the pictures that had to be drawn again."""
    unknown: tuple[str, ...] = ()
    """The names that they were made from and that nobody knows any more: their turns are not in the conversation."""


async def used_by(
    sources: Sequence[SourceImage], generations: Generations, keeper: Keeper, *, owner: str
) -> tuple[SourceImage, ...]:
    """The pictures that the sources' scenes show (see `Picture.scene`), without those that are gone.

    Raises:
        StoreFailed: a file cannot be read.
    """
    listed = [(source.scene or {}).get("uses") for source in sources]
    names = [name for one in listed if isinstance(one, list) for name in one if isinstance(name, str)]
    found = await generations.get_many(names, owner=owner) if names else {}
    return tuple([await keeper.source(one) for one in found.values()])


class Restorer:
    """Restores sources. One run at a time for an owner, so that no picture is restored twice."""

    def __init__(
        self,
        *,
        generations: Generations,
        tasks: Tasks,
        keeper: Keeper,
        engine: Engine,
        moderator: Moderator,
        fetcher: Fetcher,
        fetch_budget_s: float,
        own_path: Callable[[str], str | None],
    ) -> None:
        """`own_path` maps a link of ours to its path, and any other to None; `fetch_budget_s` is how long all
        foreign links of one task may take together."""
        self.generations = generations
        self.tasks = tasks
        self.keeper = keeper
        self.engine = engine
        self.moderator = moderator
        self.fetcher = fetcher
        self.fetch_budget_s = fetch_budget_s
        self.own_path = own_path
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def restore(self, task: Task, report: Callable[[float], Awaitable[None]]) -> Restored:
        """Find every source of the task's call. `report` is told the share of the work that is done, 0 to 1.

        Raises:
            NotFound: a source is neither the owner's nor shown in the conversation.
            SourceLost: a source is shown in the conversation but cannot be had in any way.
            BadPicture, FetchError: a picture that the user sent cannot be used.
        """
        if not task.call.sources:
            return Restored(())
        lock = self._locks.setdefault(task.owner, asyncio.Lock())
        async with lock:
            run = _Run(self, task, report)
            found = [await run.find(name, depth=0) for name in task.call.sources]
            mask = None if task.call.mask is None else await run.find(task.call.mask, depth=0)
            return Restored(tuple(found), mask, tuple(run.replayed), tuple(run.unknown))


class _Run:
    """One task's restoring."""

    def __init__(self, restorer: Restorer, task: Task, report: Callable[[float], Awaitable[None]]) -> None:
        self._with = restorer
        self._task = task
        self._report = report
        self._trail = {step.name: step for step in task.trail}
        self._found: dict[str, Generation] = {}
        self._under_way: set[str] = set()
        self._fetch_until = asyncio.get_running_loop().time() + restorer.fetch_budget_s
        self.replayed: list[str] = []
        self.unknown: list[str] = []

    async def find(self, name: str, *, depth: int) -> Generation:
        if name in self._found:
            return self._found[name]
        if name in self._under_way or depth > MAX_CHAIN:
            raise SourceLost(
                f"The history of {_short(name)} is too long or runs in a circle; start from a newer picture."
            )
        self._under_way.add(name)
        generation = await self._kept(name) or await self._lost(name, depth)
        self._under_way.discard(name)
        self._found[name] = generation
        await self._report(min(1.0, len(self._found) / max(1, len(self._trail))))
        return generation

    async def _kept(self, name: str) -> Generation | None:
        """The owner's own picture of that name, by id, by task, or by where it came from."""
        owner, store = self._task.owner, self._with.generations
        step = self._trail.get(name)
        if step is not None and step.kept_as is not None:
            return await store.get(step.kept_as, owner=owner)
        if is_gen_id(name):
            if known := await store.get(name, owner=owner):
                return known
            if await store.deleted(name, owner=owner):
                # Its owner wanted it to be gone: it is not drawn again from what the conversation says.
                raise PictureDeleted(f"The picture {name} was deleted. Start from another one.")
        if is_task_id(name):
            task = await self._with.tasks.get(name, owner=owner)
            return await store.get(task.gen_ids[0], owner=owner) if task and task.gen_ids else None
        url = step.url if step is not None else name
        if url is None:
            return None
        if (
            (path := self._with.own_path(url))
            and (linked := await store.by_path(path))
            and linked.owner == owner
        ):
            return linked
        return await store.by_origin_url(url, owner=owner)

    async def _lost(self, name: str, depth: int) -> Generation:
        step = self._trail.get(name)
        if step is None:
            raise NotFound(
                f"There is no picture {_short(name)} here. Name one of this conversation's pictures."
            )
        if step.url is not None:
            try:
                return await self._fetched(step)
            except (FetchError, BadPicture):
                if step.prompt is None:
                    raise
        if step.prompt is None:
            raise SourceLost(
                f"The picture {_short(name)} is gone: its link is dead and its call is not in the conversation."
            )
        return await self._drawn_again(step, depth)

    async def _parent(self, name: str, *, depth: int) -> Generation | None:
        """A source of a picture that is drawn again; None for one whose own turn was cut off from the conversation:
        what came after it is then drawn from its words alone."""
        try:
            return await self.find(name, depth=depth)
        except NotFound:
            self.unknown.append(name)
            return None

    async def _fetched(self, step: TrailStep) -> Generation:
        assert step.url is not None
        raw = await self._bytes_behind(step.url)
        picture = await accept_picture_async(raw)
        generation = await self._with.keeper.found(
            picture,
            owner=self._task.owner,
            origin=self._origin(step),
            gen_id=step.name if is_gen_id(step.name) else None,
            prompt=step.prompt or "",
            sources=tuple(source for source in step.sources if is_gen_id(source)),
            origin_url=step.url,
        )
        await self._with.generations.add(generation)
        return generation

    def _origin(self, step: TrailStep) -> Origin:
        if step.name == self._task.call.mask:
            return "mask"
        return "uploaded" if step.name.startswith("upload:") else "fetched"

    async def _bytes_behind(self, url: str) -> bytes:
        """The file of a picture by its link: ours, another owner's (the link is the capability), or foreign."""
        path = self._with.own_path(url)
        if path is not None and (linked := await self._with.generations.by_path(path)) is not None:
            return await self._with.keeper.image(linked)
        left = self._fetch_until - asyncio.get_running_loop().time()
        if left <= 0:
            raise FetchFailed("The links of this conversation took too long.")
        return await self._with.fetcher.fetch_picture(url, deadline_s=left)

    async def _drawn_again(self, step: TrailStep, depth: int) -> Generation:
        # Before anything of its line is drawn: what is refused shall cost nothing.
        await self._with.moderator.words(
            step.prompt or "", level=self._task.call.moderation, language=self._task.language
        )
        parents = [
            parent
            for name in step.sources
            if (parent := await self._parent(name, depth=depth + 1)) is not None
        ]
        engine, keeper = self._with.engine, self._with.keeper
        sources = [await keeper.source(parent) for parent in parents]
        ratio = _ratio(step.ratio)
        width, height = ratio.size()
        work = Work(
            # An order of its own: an engine that finds orders again must not take it for the task's.
            task_id=f"{self._task.task_id}-{_seed_of(step.name):08x}",
            prompt=step.prompt or "",
            ratio=ratio,
            width=width,
            height=height,
            n=1,
            seed=_seed_of(step.name) + step.batch_index,
            language=self._task.language,
            model=self._task.model,
            moderation=self._task.call.moderation,
            sources=tuple(sources),
            used=await used_by(sources, self._with.generations, keeper, owner=self._task.owner),
            description=await whole_picture(
                self._with.generations, parents, step.prompt or "", owner=self._task.owner
            ),
        )
        try:
            picture = await _first_picture(engine, engine.capabilities.fit(work))
        except NotDrawable as exc:
            raise SourceLost(
                f"The picture {_short(step.name)} is gone and cannot be drawn again: {exc.message}"
            ) from exc
        generation = await keeper.painted(
            picture,
            owner=self._task.owner,
            origin="replayed",
            engine=engine,
            prompt=work.prompt,
            ratio=ratio,
            sources=tuple(parent.gen_id for parent in parents),
            gen_id=step.name if is_gen_id(step.name) else None,
            batch_index=step.batch_index,
            origin_url=step.url,
        )
        await self._with.generations.add(generation)
        self.replayed.append(step.name)
        return generation


async def _first_picture(engine: Engine, work: Work) -> Picture:
    painting = engine.paint(work)
    try:
        async for event in painting:
            match event:
                case Painted():
                    return event.picture
                case Spoiled():
                    raise event.error
    finally:
        await painting.aclose()
    raise EngineFailed("The engine ended without a picture.")


def _ratio(text: str | None) -> Ratio:
    """A claim in a transcript; one that is no shape counts as square."""
    try:
        return parse_ratio(text) if text else SQUARE
    except BadRatio:
        return SQUARE


def _seed_of(name: str) -> int:
    """The same picture is drawn again from the same seed, whoever asks and whenever."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") >> 1


def _short(name: str) -> str:
    """A name as it may stand in an answer: an id whole, anything else described."""
    return name if is_gen_id(name) or is_task_id(name) else "behind that link"
