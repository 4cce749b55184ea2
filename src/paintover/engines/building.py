"""From what an operator has written to engines and the ways to them; again and again, as the file changes.

An engine whose options, and the files that they name, are the same as before is the same engine: it keeps its
connections, its health and its orders.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from paintover.domain.errors import BadRequest
from paintover.engines.protocol import Intake
from paintover.engines.registry import engine_names, load_engine
from paintover.engines.routing import ANY_MODEL, Entry, Route, Router
from paintover.engines.stamps import named_files
from paintover.engines.tables import EngineTable, ModelTable


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
    return _Builder(intake, engine=engine, options=options, engines=engines).router(models)


async def rebuild(
    router: Router,
    intake: Intake,
    *,
    engine: str,
    options: Mapping[str, Any],
    engines: Mapping[str, EngineTable],
    models: Mapping[str, ModelTable],
) -> tuple[list[Entry], list[Entry]]:
    """`build_router` again, for a router that is at work: from now on it has the new routes.

    Returns:
        The entries that have yet to get ready (their engines are new, or are to be warm from now on), for `Router.warm`,
        and those whose engines no route names any more, for `Router.part_from`.

    Raises:
        BadRequest, EngineFailed: as `build_router`; the router is as it was.
    """
    builder = _Builder(intake, engine=engine, options=options, engines=engines, before=router.entries)
    try:
        # Importing an engine, and making it, may take seconds, in which answers go on.
        built = await asyncio.to_thread(builder.router, models)
    except BaseException:
        await asyncio.gather(*(entry.engine.aclose() for entry in builder.new), return_exceptions=True)
        raise
    return [*builder.new, *builder.warmed], router.follow(built)


def _weights(model: str, table: ModelTable) -> Mapping[str, float]:
    for name in table.weights:
        if name not in table.engines:
            raise BadRequest(
                f"The model '{model}' has a weight for '{name}', which is none of its engines: {', '.join(table.engines)}."
            )
    if table.weights and not any(table.weights.values()):
        raise BadRequest(f"The model '{model}' has no engine with a weight above 0.")
    return table.weights


class _Builder:
    """Makes each engine once, of those that were there `before` where that is possible."""

    def __init__(
        self,
        intake: Intake,
        *,
        engine: str,
        options: Mapping[str, Any],
        engines: Mapping[str, EngineTable],
        before: tuple[Entry, ...] = (),
    ) -> None:
        self._intake = intake
        self._engine = engine
        self._options = options
        self._engines = engines
        self._before = {entry.name: entry for entry in before}
        self._made: dict[str, Entry] = {}
        self.new: list[Entry] = []
        """Those whose engine was not there before."""
        self.warmed: list[Entry] = []
        """Those whose engine was there, and is to be warm only from now on."""

    def router(self, models: Mapping[str, ModelTable]) -> Router:
        """See `build_router`."""
        routes = {
            model: Route(
                entries=tuple(
                    self._entry(name, f"the model '{model}'") for name in dict.fromkeys(table.engines)
                ),
                parameters=table.parameters,
                weights=_weights(model, table),
            )
            for model, table in models.items()
        }
        default = routes.pop(ANY_MODEL, None) or Route(
            entries=(self._entry(self._engine, "the setting 'engine'"),)
        )
        return Router(default, routes)

    def _entry(self, name: str, where: str) -> Entry:
        if name not in self._made:
            self._made[name] = self._again(name, self._table(name, where))
        return self._made[name]

    def _table(self, name: str, where: str) -> EngineTable:
        if (table := self._engines.get(name)) is not None:
            return table
        if name not in engine_names():
            known = ", ".join(dict.fromkeys([*self._engines, *engine_names()]))
            raise BadRequest(f"No engine is called '{name}', which {where} names. There are: {known}.")
        return EngineTable(engine=name, options=dict(self._options) if name == self._engine else {})

    def _again(self, name: str, table: EngineTable) -> Entry:
        before = self._before.get(name)
        was = None if before is None else before.table
        # Before it is made: what changes meanwhile is a change.
        files = named_files(table.options)
        if (
            before is None
            or was is None
            or (was.engine, was.options, before.files) != (table.engine, table.options, files)
        ):
            entry = Entry(
                name=name,
                engine=load_engine(table.engine, self._intake, table.options),
                concurrency=table.concurrency,
                timeout_s=table.timeout_s,
                warm=table.warm,
                table=table,
                files=files,
            )
            self.new.append(entry)
            return entry
        if was == table:
            return before
        # The same engine under other limits. Orders that have begun are counted under the old ones.
        entry = replace(
            before,
            concurrency=table.concurrency,
            timeout_s=table.timeout_s,
            warm=table.warm,
            slots=before.slots if was.concurrency == table.concurrency else None,
            table=table,
        )
        if table.warm and not was.warm:
            self.warmed.append(entry)
        return entry
