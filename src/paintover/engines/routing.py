"""Which engine draws an order: by the model that was asked for, by what each engine can do, and by how it fares.

An order goes to the first engine of its model's route that can do it. When that one is busy or broken the next is asked
for what is missing, and the picture says so. A refusal, and an order that is itself at fault, end the order: nobody is
asked until somebody says yes. When nothing was drawn, the order may only be tried again as a whole if no engine on the
way may have drawn, so that nothing is drawn twice.

The routes may be exchanged at any time. An order keeps to those that it has found when it began, and the engines that it
may ask stay open until it is over.
"""

from __future__ import annotations

import asyncio
import hashlib
import math
from collections.abc import AsyncGenerator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, aclosing, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from paintover.domain.errors import (
    Busy,
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    OutOfMemory,
    PaintoverError,
)
from paintover.domain.task import BACKGROUND_SUFFIX
from paintover.engines.health import Health
from paintover.engines.protocol import (
    Capabilities,
    EditsFrom,
    Engine,
    EngineEvent,
    Painted,
    SourceImage,
    Spoiled,
    StageDone,
    Work,
)
from paintover.engines.stamps import Stamp
from paintover.engines.tables import EngineTable

ANY_MODEL = "*"
"""Stands for every model that has no route of its own."""
CHECK_TIMEOUT_S = 5.0
_STOOD_IN = {
    "zh": "“{absent}”暂时用不了，这次由“{engine}”代画。",
    "en": "“{absent}” was out of reach just now; “{engine}” drew this in its place.",
}
_BROKE = "The engine broke while drawing. Try again; the error has been recorded."
_TOO_SLOW = "The engine did not draw in time. Ask for something simpler, or try again."

log = structlog.get_logger()


class Orders:
    """How many orders may still ask an engine."""

    def __init__(self) -> None:
        self._count = 0
        self._over = asyncio.Event()
        self._over.set()
        self._at_work: list[str] = []

    @property
    def at_work(self) -> tuple[str, ...]:
        """The ids of the tasks for which it is asked just now."""
        return tuple(self._at_work)

    @contextmanager
    def asked_for(self, task_id: str) -> Iterator[None]:
        """Note that it is asked, for as long as the block lasts."""
        self._at_work.append(task_id)
        try:
            yield
        finally:
            self._at_work.remove(task_id)

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count one for as long as the block lasts."""
        self._count += 1
        self._over.clear()
        try:
            yield
        finally:
            self._count -= 1
            if not self._count:
                self._over.set()

    async def are_over(self) -> None:
        """Wait until there is none."""
        await self._over.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An engine as routes name it."""

    name: str
    engine: Engine
    concurrency: int | None = None
    timeout_s: float | None = None
    warm: bool = False
    """Whether it gets ready before its first order."""
    health: Health = field(default_factory=Health)
    orders: Orders = field(default_factory=Orders)
    slots: asyncio.Semaphore | None = None
    """Of `concurrency`; made with the entry."""
    table: EngineTable | None = None
    """What it was made of."""
    files: Mapping[str, Stamp] = field(default_factory=dict)
    """The files that its options name, as they were before it was made."""

    def __post_init__(self) -> None:
        if self.concurrency is not None and self.slots is None:
            object.__setattr__(self, "slots", asyncio.Semaphore(self.concurrency))

    def order(self, work: Work) -> Work:
        """The order as this engine may see it: without scenes that another wrote, without a mask that it does not heed,
        and told in whole where it draws from words alone."""
        if not work.sources and work.mask is None:
            return work
        can, name = self.engine.capabilities, self.engine.name
        sources = tuple(
            source if source.engine in (None, name) else replace(source, scene=None)
            for source in work.sources
        )
        return can.fit(replace(work, sources=sources, mask=work.mask if can.masks else None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What a model's name stands for."""

    entries: tuple[Entry, ...]
    parameters: Mapping[str, Any] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    """By entry: who shares the first choice, and with which parts. Without any, the first has all of it."""

    def order_for(self, task_id: str) -> tuple[Entry, ...]:
        """The entries, first choice first. A task has the same order whenever it is tried, and another one's weight or
        absence changes no more of the orders than it has to (weighted rendezvous hashing)."""
        if not self.weights:
            return self.entries
        return tuple(sorted(self.entries, key=lambda entry: -self._score(entry.name, task_id)))

    def shares_first_choice(self, entry: Entry) -> bool:
        """Whether it has a weight."""
        return self.weights.get(entry.name, 0) > 0

    def _score(self, name: str, task_id: str) -> float:
        weight = self.weights.get(name, 0)
        digest = hashlib.sha256(f"{task_id}\0{name}".encode("utf-8", "surrogatepass")).digest()
        # Above 0 and below 1, so that the logarithm is below 0.
        place = (int.from_bytes(digest[:6], "big") + 1) / (2**48 + 2)
        return -weight / math.log(place)


class Router(Engine):
    """All engines of a server as one. Its name and version are those of the engine that draws what names no model; what
    has drawn a picture stands in `Picture.engine`."""

    def __init__(self, default: Route, routes: Mapping[str, Route] | None = None) -> None:
        """`routes` are by model name; `default` is for every other name."""
        self._leaving: dict[int, Engine] = {}
        """Engines that no route names any more, until they are closed."""
        self._take(default, dict(routes or {}))

    def _take(self, default: Route, routes: Mapping[str, Route]) -> None:
        self._default = default
        self._routes = routes
        self._entries = tuple(
            {id(entry): entry for route in (default, *routes.values()) for entry in route.entries}.values()
        )
        self.name = default.entries[0].engine.name
        self.version = default.entries[0].engine.version
        self.capabilities = _all_that(entry.engine.capabilities for entry in self._entries)

    @property
    def models(self) -> tuple[str, ...]:
        """The model names that have a route of their own."""
        return tuple(self._routes)

    @property
    def ways(self) -> Mapping[str, Route]:
        """Every route by its model's name; ``*`` is for all other names."""
        return {**self._routes, ANY_MODEL: self._default}

    def way_of(self, model: str) -> Route:
        """Who draws what is asked for under that name."""
        return self._routes.get(model.removesuffix(BACKGROUND_SUFFIX), self._default)

    def capabilities_of(self, model: str) -> Capabilities:
        """What can be done for orders of that model: by at least one of the engines that its name leads to."""
        route = self._routes.get(model.removesuffix(BACKGROUND_SUFFIX), self._default)
        return _all_that(entry.engine.capabilities for entry in route.entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every engine that a route names, once."""
        return self._entries

    def follow(self, other: Router) -> list[Entry]:
        """Take over the routes of another router, which is not to be used itself any more. Orders that have begun keep to
        the old ones.

        Returns:
            The entries whose engines no route names any more, for `part_from`.
        """
        before = self._entries
        self._take(other._default, other._routes)
        staying = {id(entry.engine) for entry in self._entries}
        left = list({id(entry.engine): entry for entry in before if id(entry.engine) not in staying}.values())
        self._leaving |= {id(entry.engine): entry.engine for entry in left}
        return left

    async def part_from(self, left: Iterable[Entry]) -> None:
        """Close engines that were left behind, each once no order may ask it any more."""
        await asyncio.gather(*(self._part_from(entry) for entry in left))

    async def _part_from(self, entry: Entry) -> None:
        await entry.orders.are_over()
        # Closed here, or by `aclose`, but once.
        if self._leaving.pop(id(entry.engine), None) is not None:
            await entry.engine.aclose()
            log.info("engine closed", engine=entry.name)

    async def warm(self, entries: Iterable[Entry] | None = None) -> None:
        """Let engines get ready for their first order: those that are to be warm, of `entries` or of all. One that cannot
        is logged; it is asked all the same."""
        chosen = self._entries if entries is None else entries
        await asyncio.gather(*(_warm(entry) for entry in chosen if entry.warm))

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """See `Engine.paint` and this module."""
        self.capabilities.check(work)
        route = self.way_of(work.model)
        if route.parameters:
            work = replace(work, parameters={**route.parameters, **work.parameters})
        able = _able(route.order_for(work.task_id), work)
        run = _Run(work, first_choice=able[0], stand_ins=_stand_ins(route, able))
        with ExitStack() as asked:
            for entry in able:
                asked.enter_context(entry.orders.one_more())
            # Those that rest come last, since a late answer is better than none.
            for entry in sorted(able, key=lambda entry: entry.health.rest_s > 0):
                if not await run.is_worth_asking(entry):
                    continue
                async with aclosing(run.ask(entry)) as events:
                    async for event in events:
                        yield event
                if not run.missing:
                    break
        for event in run.ends():
            yield event

    async def svg(self, source: SourceImage) -> bytes:
        """See `Engine.svg`: of the engine that drew it, whichever model has a route to it."""
        for entry in self._entries:
            if source.engine in (None, entry.engine.name):
                with entry.orders.one_more():
                    return await entry.engine.svg(source)
        return await super().svg(source)

    async def check(self) -> None:
        """Ask every engine, and log those that could not draw now.

        Raises:
            EngineFailed, Busy: none could; the first one's reason.
        """
        errors: list[PaintoverError] = []
        entries = self._entries
        for entry in entries:
            try:
                with entry.orders.one_more():
                    await _check(entry)
            except (EngineFailed, Busy) as error:
                entry.health.fell_short(error.code)
                log.warning(
                    "engine cannot draw now", engine=entry.name, code=error.code, message=error.message
                )
                errors.append(error)
        if len(errors) == len(entries):
            raise errors[0]

    async def aclose(self) -> None:
        """Close every engine."""
        engines = {**{id(entry.engine): entry.engine for entry in self._entries}, **self._leaving}
        self._leaving.clear()
        for engine in engines.values():
            await engine.aclose()


class _Run:
    """One order on its way from engine to engine."""

    def __init__(self, work: Work, *, first_choice: Entry, stand_ins: frozenset[str]) -> None:
        """A picture by one of `stand_ins` says that it was drawn in the place of the first choice."""
        self._work = work
        self._first_choice = first_choice
        self._stand_ins = stand_ins
        self._done = set(work.kept)
        self._spoiled: dict[int, PaintoverError] = {}
        """Places that no engine shall be asked for any more."""
        self._errors: list[PaintoverError] = []
        """For which engines were passed over."""
        self._fraction = 0.0
        self._has_painted = False

    @property
    def missing(self) -> list[int]:
        """The places for which another engine may be asked."""
        return [
            index for index in self._work.missing if index not in self._done and index not in self._spoiled
        ]

    async def is_worth_asking(self, entry: Entry) -> bool:
        """Whether to try an engine that has failed before; one that has had its rest is checked first."""
        if not entry.health.is_doubtful:
            return True
        try:
            await _check(entry)
        except (EngineFailed, Busy) as error:
            self._pass_over(entry, error)
            return False
        return True

    async def ask(self, entry: Entry) -> AsyncGenerator[EngineEvent, None]:
        """Let an engine draw what is missing.

        Raises:
            PaintoverError: one that ends the order; nothing was drawn.
        """
        work = self._work
        if len(over := self._done | set(self._spoiled)) > len(work.kept):
            work = replace(work, kept=frozenset(over))
        failed: PaintoverError | None = None
        try:
            async with entry.slots or nullcontext(), aclosing(_events(entry, entry.order(work))) as events:
                with entry.orders.asked_for(work.task_id):
                    async for event in events:
                        match event:
                            case Painted():
                                entry.health.drew()
                                yield self._painted(entry, event)
                            case Spoiled(index, error) if _may_pass_on(error):
                                failed = error
                            case Spoiled(index, error):
                                self._spoiled[index] = error
                            case StageDone(_, fraction):
                                if fraction > self._fraction:
                                    self._fraction = fraction
                                    yield event
                            case _:
                                yield event
        except PaintoverError as error:
            if not _may_pass_on(error):
                if not self._has_painted:
                    raise
                self._spoiled |= dict.fromkeys(self.missing, error)
            failed = error
        if self.missing:
            self._pass_over(
                entry, failed or EngineFailed("The engine drew fewer pictures than it was asked for.")
            )

    def ends(self) -> list[Spoiled]:
        """What is told of pictures that nobody has drawn.

        Raises:
            PaintoverError: nothing at all was drawn.
        """
        why = _worst(self._errors)
        errors = {**dict.fromkeys(self.missing, why), **self._spoiled}
        if errors and not self._has_painted:
            raise errors[min(errors)]
        return [Spoiled(index, error) for index, error in sorted(errors.items())]

    def _painted(self, entry: Entry, event: Painted) -> Painted:
        self._done.add(event.index)
        self._has_painted = True
        picture = replace(
            event.picture,
            engine=entry.engine.name,
            engine_version=entry.engine.version,
            engine_name=entry.name,
        )
        if entry.name in self._stand_ins:
            note = _STOOD_IN[self._work.language].format(absent=self._first_choice.name, engine=entry.name)
            picture = replace(picture, notes=(*picture.notes, note))
        return Painted(event.index, picture)

    def _pass_over(self, entry: Entry, error: PaintoverError) -> None:
        self._errors.append(error)
        entry.health.fell_short(error.code)
        # Whose error a failed task ends with stands nowhere else.
        log.info("engine passed over", engine=entry.name, code=error.code, message=error.message)
        if isinstance(error, Busy):
            entry.health.was_busy(error.retry_after_s)
        elif not isinstance(error, OutOfMemory) and entry.health.failed():
            log.warning("engine rests", engine=entry.name, rest_s=round(entry.health.rest_s), code=error.code)


async def _events(entry: Entry, work: Work) -> AsyncGenerator[EngineEvent, None]:
    """An engine's events, within its time; whatever it breaks with is an `EngineFailed`."""
    until = None if entry.timeout_s is None else asyncio.get_running_loop().time() + entry.timeout_s
    try:
        async with aclosing(entry.engine.paint(work)) as events:
            if until is None:
                async for event in events:
                    yield event
                return
            while True:
                try:
                    async with asyncio.timeout_at(until):
                        event = await anext(events)
                except StopAsyncIteration:
                    return
                except TimeoutError as exc:
                    raise EngineTimeout(_TOO_SLOW) from exc
                yield event
    except PaintoverError:
        raise
    except Exception as exc:
        # Somebody else's code: the next engine shall have its turn, and the whole story stands in the log.
        log.error("engine broke", engine=entry.name, exc_info=exc)
        raise EngineFailed(_BROKE) from exc


async def _check(entry: Entry) -> None:
    try:
        async with asyncio.timeout(CHECK_TIMEOUT_S):
            await entry.engine.check()
    except TimeoutError as exc:
        raise EngineUnavailable(_TOO_SLOW) from exc


async def _warm(entry: Entry) -> None:
    try:
        with entry.orders.one_more():
            await entry.engine.warm()
    except PaintoverError as error:
        log.warning("engine cannot get ready", engine=entry.name, code=error.code, message=error.message)
    except Exception as exc:
        # Somebody else's code, as in `_events`; its orders will tell.
        log.error("engine broke while getting ready", engine=entry.name, exc_info=exc)
    else:
        log.info("engine ready", engine=entry.name)


def _able(entries: Sequence[Entry], work: Work) -> list[Entry]:
    """The engines that can do the order, in the operator's order; those that edit before those that would draw an edit
    anew from its words.

    Raises:
        NotDrawable: none can.
    """
    able = [entry for entry in entries if entry.engine.capabilities.allow(entry.order(work))]
    if not able:
        entries[0].engine.capabilities.check(entries[0].order(work))
    return sorted(able, key=lambda entry: bool(work.sources) and not entry.order(work).sources)


def _stand_ins(route: Route, able: Sequence[Entry]) -> frozenset[str]:
    """Who of those that can do an order is only asked in another's place. Engines that share the first choice draw for each
    other without saying so, since any of them could have been chosen."""
    if route.shares_first_choice(able[0]):
        return frozenset(entry.name for entry in able if not route.shares_first_choice(entry))
    return frozenset(entry.name for entry in able[1:])


def _may_pass_on(error: PaintoverError) -> bool:
    return isinstance(error, Busy | EngineFailed)


def _worst(errors: Sequence[PaintoverError]) -> PaintoverError:
    """Of several engines' errors the one that decides: first any after which something may have been drawn, since then
    nobody may try again unasked; else the one that passes soonest."""
    final = [error for error in errors if not error.may_pass]
    if final:
        return final[0]
    return min(errors, key=lambda error: error.retry_after_s or 0, default=EngineFailed(_BROKE))


def _all_that(each: Any) -> Capabilities:
    """What at least one of several engines can do."""
    every: list[Capabilities] = list(each)
    edits: set[EditsFrom] = set().union(*(can.edits for can in every))
    if any(can.redraws for can in every):
        edits = {"scene", "pixels"}
    sizes = [can.sizes for can in every if can.sizes is not None]
    return Capabilities(
        edits=frozenset(edits),
        max_sources=max(can.max_sources for can in every),
        masks=any(can.masks for can in every),
        sizes=sum(sizes, ()) if len(sizes) == len(every) else None,
        seeds=all(can.seeds for can in every),
        quality=any(can.quality for can in every),
        transparency=any(can.transparency for can in every),
        previews=any(can.previews for can in every),
        progress=any(can.progress for can in every),
        finds_again=all(can.finds_again for can in every),
    )


def alone(engine: Engine) -> Router:
    """A router that has one engine for everything."""
    return Router(Route(entries=(Entry(name=engine.name, engine=engine),)))
