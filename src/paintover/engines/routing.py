"""Which engine draws an order: by the model that was asked for, by what each engine can do, and by how it fares.

An order goes to the first engine of its model's route that can do it. When that one is busy or broken the next is asked
for what is missing, and the picture says so. A refusal, and an order that is itself at fault, end the order: nobody is
asked until somebody says yes. When nothing was drawn, the order may only be tried again as a whole if no engine on the
way may have drawn, so that nothing is drawn twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from paintover.domain.errors import (
    BadRequest,
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
    Intake,
    Painted,
    SourceImage,
    Spoiled,
    StageDone,
    Work,
)
from paintover.engines.registry import engine_names, load_engine
from paintover.engines.tables import EngineTable, ModelTable

ANY_MODEL = "*"
CHECK_TIMEOUT_S = 5.0
_STOOD_IN = {
    "zh": "“{absent}”暂时用不了，这次由“{engine}”代画。",
    "en": "“{absent}” was out of reach just now; “{engine}” drew this in its place.",
}
_BROKE = "The engine broke while drawing. Try again; the error has been recorded."
_TOO_SLOW = "The engine did not draw in time. Ask for something simpler, or try again."

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An engine as routes name it."""

    name: str
    engine: Engine
    concurrency: int | None = None
    timeout_s: float | None = None
    health: Health = field(default_factory=Health)
    slots: asyncio.Semaphore | None = None
    """Of `concurrency`; made with the entry."""

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


class Router(Engine):
    """All engines of a server as one. Its name and version are those of the engine that draws what names no model; what
    has drawn a picture stands in `Picture.engine`."""

    def __init__(self, default: Route, routes: Mapping[str, Route] | None = None) -> None:
        """`routes` are by model name; `default` is for every other name."""
        self._default = default
        self._routes = dict(routes or {})
        self._entries = list(
            {
                id(entry): entry for route in (default, *self._routes.values()) for entry in route.entries
            }.values()
        )
        self.name = default.entries[0].engine.name
        self.version = default.entries[0].engine.version
        self.capabilities = _all_that(entry.engine.capabilities for entry in self._entries)

    @property
    def models(self) -> tuple[str, ...]:
        """The model names that have a route of their own."""
        return tuple(self._routes)

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """See `Engine.paint` and this module."""
        self.capabilities.check(work)
        route = self._routes.get(work.model.removesuffix(BACKGROUND_SUFFIX), self._default)
        if route.parameters:
            work = replace(work, parameters={**route.parameters, **work.parameters})
        able = _able(route.entries, work)
        run = _Run(work, first_choice=able[0])
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
        engines = [entry.engine for entry in self._entries if source.engine in (None, entry.engine.name)]
        return await (engines[0].svg(source) if engines else super().svg(source))

    async def check(self) -> None:
        """Ask every engine, and log those that could not draw now.

        Raises:
            EngineFailed, Busy: none could; the first one's reason.
        """
        errors: list[PaintoverError] = []
        for entry in self._entries:
            try:
                await _check(entry)
            except (EngineFailed, Busy) as error:
                log.warning(
                    "engine cannot draw now", engine=entry.name, code=error.code, message=error.message
                )
                errors.append(error)
        if len(errors) == len(self._entries):
            raise errors[0]

    async def aclose(self) -> None:
        """Close every engine."""
        for entry in self._entries:
            await entry.engine.aclose()


class _Run:
    """One order on its way from engine to engine."""

    def __init__(self, work: Work, *, first_choice: Entry) -> None:
        self._work = work
        self._first_choice = first_choice
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
        picture = replace(event.picture, engine=entry.engine.name, engine_version=entry.engine.version)
        if entry is not self._first_choice:
            note = _STOOD_IN[self._work.language].format(absent=self._first_choice.name, engine=entry.name)
            picture = replace(picture, notes=(*picture.notes, note))
        return Painted(event.index, picture)

    def _pass_over(self, entry: Entry, error: PaintoverError) -> None:
        self._errors.append(error)
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
        transparency=any(can.transparency for can in every),
        previews=any(can.previews for can in every),
        progress=any(can.progress for can in every),
        finds_again=all(can.finds_again for can in every),
    )


def alone(engine: Engine) -> Router:
    """A router that has one engine for everything."""
    return Router(Route(entries=(Entry(name=engine.name, engine=engine),)))


def build_router(
    intake: Intake,
    *,
    engine: str,
    options: Mapping[str, Any],
    engines: Mapping[str, EngineTable],
    models: Mapping[str, ModelTable],
) -> Router:
    """The engines that an operator has written down. Routes name an entry of `engines` or an installed engine.

    Args:
        intake: what lets in pictures from elsewhere.
        engine: who draws what no route is for.
        options: of an installed engine that is called so.
        engines: by the names that routes use.
        models: by the names that are asked for.

    Raises:
        BadRequest: a route names an engine that is neither written down nor installed, or an option is not usable.
        EngineFailed: an engine cannot be loaded.
    """
    made: dict[str, Entry] = {}

    def entry(name: str, where: str) -> Entry:
        if name in made:
            return made[name]
        table = engines.get(name)
        if table is None and name not in engine_names():
            known = ", ".join(dict.fromkeys([*engines, *engine_names()]))
            raise BadRequest(f"No engine is called '{name}', which {where} names. There are: {known}.")
        if table is None:
            table = EngineTable(engine=name, options=dict(options) if name == engine else {})
        made[name] = Entry(
            name=name,
            engine=load_engine(table.engine, intake, table.options),
            concurrency=table.concurrency,
            timeout_s=table.timeout_s,
        )
        return made[name]

    routes = {
        model: Route(
            entries=tuple(dict.fromkeys(entry(name, f"the model '{model}'") for name in table.engines)),
            parameters=table.parameters,
        )
        for model, table in models.items()
    }
    default = routes.pop(ANY_MODEL, None) or Route(entries=(entry(engine, "the setting 'engine'"),))
    return Router(default, routes)
