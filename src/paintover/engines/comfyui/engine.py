"""The engine: one workflow for each picture, all of an order queued at once.

ComfyUI knows each picture by a prompt id that is made from the task's id, the place in the batch and how often it has
failed. Whoever asks again, be it after a crash of this server, finds what is queued, runs or is done, and queues
nothing twice.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, suppress
from typing import Any

import pyvips
import structlog

from paintover.domain.errors import (
    BadPicture,
    BadRequest,
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    PaintoverError,
)
from paintover.engines.comfyui.failures import not_there, of_broken_run
from paintover.engines.comfyui.options import ComfyOptions, read_comfy_options
from paintover.engines.comfyui.server import STOP_TIMEOUT_S, ComfyServer, File, Run
from paintover.engines.comfyui.watching import Watch, Watching
from paintover.engines.comfyui.workflow import Workflow, load_workflow
from paintover.engines.protocol import (
    Capabilities,
    Engine,
    EngineEvent,
    Intake,
    Picture,
    Preview,
    Work,
)
from paintover.engines.upstream.batch import Batch
from paintover.engines.upstream.failures import MISCONFIGURED, NO_ANSWER, UNREADABLE
from paintover.engines.upstream.fitting import fitted
from paintover.transcript.quoting import well_formed

log = structlog.get_logger()

LOOK_AGAIN_S = 2.0
"""How long news may fail to come before ComfyUI is asked."""
SOON_S = 0.05
OPEN_WITHIN_S = 2.0
"""How long an order waits for the socket; without it, it is drawn all the same, and watched by asking."""
MOST_FAILURES = 32
"""How many prompt ids of one picture are tried until one is found that has not failed."""
GRAIN = 8
"""Sides are multiples of so many pixels; what is drawn is then fitted to the size that was asked for."""
_NAMES = uuid.UUID("6e1f9d0e-4f6c-5d55-9e5c-0a4b3c1d7f20")
"""The name space of our prompt ids."""


class ComfyEngine(Engine):
    """Draws with a ComfyUI that somebody runs. See `ComfyOptions` for what can be said about it."""

    name = "comfyui"

    def __init__(self, options: ComfyOptions, intake: Intake) -> None:
        """
        Raises:
            BadRequest: a workflow cannot be used.
        """
        self._options = options
        self._intake = intake
        self._draw = load_workflow(options.draw)
        self._edit = load_workflow(options.edit) if options.edits and options.edit is not None else None
        if self._edit is not None and not self._edit.sources:
            raise BadRequest(
                'Say where a source goes in the workflow of edits: inputs = {sources = ["10.image"]}.'
            )
        if not options.model and any("model" in each.places for each in self._workflows()):
            raise BadRequest(
                'Name the model that ComfyUI is to load, as it lists it: model = "sd_xl_base_1.0.safetensors".'
            )
        self._server = ComfyServer(options)
        self._is_checked = False
        self.version = f"1 {options.model}".strip()
        edit = self._edit
        self.capabilities = Capabilities(
            edits=frozenset() if edit is None else frozenset({"pixels"}),
            redraws=edit is None,
            max_sources=1 if edit is None else edit.sources,
            masks=edit is not None and "mask" in edit.places,
            seeds=options.seeds,
            previews=options.previews,
            progress=True,
            finds_again=True,
        )

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """See `Engine.paint`. A single picture that fails is told when the others are done; when all fail, the first
        reason is raised."""
        self.capabilities.check(work)
        if not self._is_checked:
            await self.check()
        batch = Batch(work)
        queued: set[str] = set()
        async with Watching(self._options, f"paintover-{work.task_id}").opened() as watching:
            telling = batch.told(lambda index: self._in_time(work, index, batch, watching, queued))
            try:
                async with aclosing(telling) as events:
                    async for event in events:
                        yield event
            finally:
                if queued:
                    with suppress(PaintoverError, TimeoutError):
                        async with asyncio.timeout(STOP_TIMEOUT_S):
                            await self._server.stop(queued)

    async def check(self) -> None:
        """Ask whether ComfyUI has every node and model of the workflows.

        Raises:
            EngineFailed: it cannot be reached, or lacks some, which are named.
        """
        values = self._settings({})
        lacks: list[str] = []
        for workflow in self._workflows():
            known = await self._server.classes(workflow.classes())
            lacks += [each for each in workflow.missing(known, values) if each not in lacks]
        if lacks:
            self._is_checked = False
            raise not_there(lacks)
        self._is_checked = True

    async def aclose(self) -> None:
        """Close the connections."""
        await self._server.aclose()

    def _workflows(self) -> list[Workflow]:
        return [self._draw] if self._edit is None else [self._draw, self._edit]

    async def _in_time(
        self, work: Work, index: int, batch: Batch, watching: Watching, queued: set[str]
    ) -> Picture:
        """Draw one picture. `queued` holds the prompt ids that are to be stopped when the order ends early."""
        try:
            async with asyncio.timeout(self._options.timeout_s):
                return await self._drawn(work, index, batch, watching, queued)
        except TimeoutError as exc:
            raise EngineTimeout(NO_ANSWER) from exc

    async def _drawn(
        self, work: Work, index: int, batch: Batch, watching: Watching, queued: set[str]
    ) -> Picture:
        workflow = self._edit if work.sources and self._edit is not None else self._draw
        width, height = (max(GRAIN, -(-side // GRAIN) * GRAIN) for side in (work.width, work.height))
        prompt_id, is_known = await self._own_id(work, index)
        watch = watching.watch(prompt_id, workflow.weights())
        if not is_known:
            values = self._settings(work.parameters) | {
                "prompt": well_formed(work.prompt),
                "seed": work.seed + index,
                "width": width,
                "height": height,
            }
            sources = [await self._uploaded(source.image) for source in work.sources]
            if sources and "mask" in workflow.places:
                values["mask"] = await self._server.upload(await asyncio.to_thread(_mask, work))
            with suppress(TimeoutError):
                await asyncio.wait_for(watching.is_open.wait(), OPEN_WITHIN_S)
            queued.add(prompt_id)
            known_as = await self._server.submit(
                _filled(workflow, values, sources),
                prompt_id=prompt_id,
                client_id=f"paintover-{work.task_id}",
                previews=self._options.previews and work.previews > 0,
            )
            if known_as != prompt_id:
                queued.add(known_as)
                raise EngineFailed(
                    "This ComfyUI is too old: it names orders by itself, and could draw one twice. "
                    "Whoever runs it has to update it."
                )
        queued.add(prompt_id)
        run = await self._over(prompt_id, watch, index, work.previews, batch)
        queued.discard(prompt_id)
        if run.error is not None:
            raise of_broken_run(run.error)
        return await self._taken(run, workflow, work, index)

    async def _own_id(self, work: Work, index: int) -> tuple[str, bool]:
        """The picture's prompt id, and whether ComfyUI knows it already. One that has failed is not asked for again."""
        # The queue first: what is over by the time of the next question is in the history then.
        running, waiting = await self._server.queue()
        for failures in range(MOST_FAILURES):
            prompt_id = str(uuid.uuid5(_NAMES, f"{work.task_id}:{index}:{failures}"))
            run = await self._server.run(prompt_id)
            if run is None:
                return prompt_id, prompt_id in running | waiting
            if run.error is None:
                return prompt_id, True
        raise EngineFailed("ComfyUI has failed at this picture too often. Ask for something else.")

    async def _over(self, prompt_id: str, watch: Watch, index: int, previews: int, batch: Batch) -> Run:
        """Wait until a workflow is over, telling how far it is."""
        shown, is_quiet = 0, True
        while True:
            if (is_quiet or watch.is_over) and (run := await self._server.run(prompt_id)) is not None:
                return run
            try:
                # Once it is said to be over, the history has it within moments.
                async with asyncio.timeout(SOON_S if watch.is_over else LOOK_AGAIN_S):
                    await watch.news.wait()
            except TimeoutError:
                await self._check_known(prompt_id)
                is_quiet = True
                continue
            watch.news.clear()
            is_quiet = False
            batch.progress(index, watch.fraction)
            # Spread over the time that it takes: the first ones show nothing but noise.
            if watch.previews and shown < previews and watch.fraction >= (shown + 1) / (previews + 1):
                shown += await self._shown(watch.previews.pop(), index, batch)

    async def _check_known(self, prompt_id: str) -> None:
        """
        Raises:
            EngineUnavailable: ComfyUI has forgotten the workflow, as it does when it starts anew.
        """
        running, waiting = await self._server.queue()
        if prompt_id not in running | waiting and await self._server.run(prompt_id) is None:
            raise EngineUnavailable("The picture's engine was started anew meanwhile. Try again.")

    async def _shown(self, raw: bytes, index: int, batch: Batch) -> bool:
        try:
            clean = await self._intake.from_bytes(raw)
        except BadPicture:
            return False  # A preview is a courtesy.
        batch.events.put_nowait(Preview(index, clean.image, clean.media_type))
        return True

    async def _uploaded(self, image: bytes) -> str:
        clean = await self._intake.from_bytes(image)
        return await self._server.upload(clean.image)

    async def _taken(self, run: Run, workflow: Workflow, work: Work, index: int) -> Picture:
        try:
            clean = await self._intake.from_bytes(await self._server.picture(_result(run, workflow)))
        except BadPicture as exc:
            raise EngineFailed("The picture that was drawn arrived damaged. Try again.") from exc
        clean = await fitted(clean, work.width, work.height)
        return Picture(
            image=clean.image,
            media_type=clean.media_type,
            width=clean.width,
            height=clean.height,
            seed=work.seed + index,
        )

    def _settings(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """What the operator has set, for the engine and for the model that is asked for."""
        values: dict[str, Any] = {"negative": self._options.negative}
        if self._options.model:
            values["model"] = self._options.model
        if self._options.steps is not None:
            values["steps"] = self._options.steps
        return {**values, **parameters}


def _filled(workflow: Workflow, values: Mapping[str, Any], sources: list[str]) -> dict[str, dict[str, Any]]:
    try:
        return workflow.filled(values, sources)
    except BadRequest as exc:
        log.warning("a model's parameters do not fit its workflow", error=exc.message)
        raise EngineFailed(MISCONFIGURED) from exc


def _result(run: Run, workflow: Workflow) -> File:
    """The picture that counts: of the workflow's own output, or saved rather than shown, of the first node that has."""
    if workflow.output is not None:
        found = run.files.get(workflow.output, [])
    else:
        found = [file for node in workflow.nodes for file in run.files.get(node, [])]
    for kind in ("output", "temp"):
        for file in found:
            if file.type == kind and ".." not in (*file.filename.split("/"), *file.subfolder.split("/")):
                return file
    raise EngineFailed(UNREADABLE)


def _mask(work: Work) -> bytes:
    """The order's mask, or one that leaves all of the first source free."""
    if work.mask is not None:
        return work.mask
    free: Any = pyvips.Image.black(work.sources[0].width, work.sources[0].height, bands=4)
    return bytes(free.copy(interpretation="srgb").pngsave_buffer())


def build(options: Mapping[str, Any], intake: Intake) -> ComfyEngine:
    """Entry point.

    Raises:
        BadRequest: an option is not usable.
    """
    return ComfyEngine(read_comfy_options(options), intake)
