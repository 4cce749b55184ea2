"""The engine: an order becomes one message to the worker, and what that tells becomes events."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, suppress
from typing import Any

import pyvips
import structlog
from msgspec.structs import replace

from paintover.domain.errors import (
    BadRequest,
    EngineFailed,
    EngineTimeout,
    PaintoverError,
    Refused,
)
from paintover.engines.diffusers.arguments import arguments_for, loras_for, read_parameters
from paintover.engines.diffusers.catalogue import Family, Pipeline, check_installed, family_of
from paintover.engines.diffusers.folder import check_lora, check_model, index_of
from paintover.engines.diffusers.frames import Drawn, Lora, Model, Paint, Pixels, Shown, Stage, Withheld
from paintover.engines.diffusers.options import DiffusersOptions, read_diffusers_options
from paintover.engines.diffusers.worker import Told, Worker, borrow_worker, return_worker
from paintover.engines.protocol import (
    Capabilities,
    Engine,
    EngineEvent,
    Intake,
    Painted,
    Picture,
    Preview,
    Spoiled,
    StageDone,
    Work,
)
from paintover.engines.upstream.failures import MISCONFIGURED, NO_ANSWER
from paintover.engines.upstream.fitting import ALIKE
from paintover.transcript.quoting import well_formed

log = structlog.get_logger()

MOST_SOURCE_PIXELS = 2048 * 2048
"""Larger sources are made smaller before they are sent: no pipeline sees more."""
_GIB = 1024**3
_SEEDS = 2**63
_PNG_EFFORT = 3

_WITHHELD = "The model's own filter has withheld this picture. Ask for something else."
_SHORT_OF = "The engine ended without a picture. Try again."


class DiffusersEngine(Engine):
    """Draws with pipelines of diffusers, in a process of its own. See `DiffusersOptions` for what can be said about it."""

    name = "diffusers"

    def __init__(self, options: DiffusersOptions, intake: Intake) -> None:
        """
        Raises:
            BadRequest: a model or a parameter cannot be used.
            EngineFailed: the extra is not installed, or the hub cannot be asked what a model is.
        """
        self._options = options
        self._intake = intake
        check_installed()
        self._loras = {
            name: Lora(name=name, model=table.model, file=table.file, weight=table.weight)
            for name, table in options.loras.items()
        }
        self._model = _model(options, options.model, options.revision, options.variant)
        self._family = family_of(index_of(options.model, options.revision), options.model)
        if self._family.draw is None:
            raise BadRequest(
                f"The model '{options.model}' edits pictures and draws none. Name it as the engine's model for edits, "
                f'edit = {{ model = "{options.model}" }}, beside one that draws.'
            )
        self._edit_model, self._edits = self._model, self._family
        if options.edit is not None:
            table = options.edit
            self._edit_model = _model(options, table.model, table.revision, table.variant)
            self._edits = family_of(index_of(table.model, table.revision), table.model)
            read_parameters(table.parameters, self._edits.all, self._loras)
        read_parameters(options.parameters, self._family.all, self._loras)
        self._is_checked = False
        self._worker: Worker | None = None
        self._loaded_in: int | None = None
        """The process that has had the model in memory."""
        revisions = (f"{model.name}@{model.revision or 'main'}" for model in self._models())
        self.version = f"1 {' '.join(revisions)}"
        self.capabilities = self._claims()
        with suppress(RuntimeError):
            # At once, where a loop runs: an engine that takes another's place finds the worker as that one leaves it.
            self._borrowed()

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """See `Engine.paint`. Pictures of one order are drawn together where memory allows."""
        self.capabilities.check(work)
        if not self._is_checked:
            await self.check()
        order = await self._order(work)
        painted: set[int] = set()
        spoiled: dict[int, PaintoverError] = {}
        total = len(work.kept) / work.n
        try:
            async for message in self._told(order):
                match message:
                    case Stage(_, "draw", fraction):
                        share = (len(work.kept) + fraction * len(work.missing)) / work.n
                        if total < share < 1:
                            total = share
                            yield StageDone("draw", share)
                    case Shown(_, place, pixels):
                        yield Preview(place, await asyncio.to_thread(_png, pixels), "image/png")
                    case Withheld(_, place):
                        spoiled[place] = Refused(_WITHHELD)
                    case Drawn(_, place, pixels):
                        yield Painted(place, await asyncio.to_thread(_picture, pixels, work, place))
                        painted.add(place)
                    case _:
                        pass
        except PaintoverError as error:
            if not painted and not spoiled:
                raise
            spoiled |= {index: error for index in work.missing if index not in painted | spoiled.keys()}
        left = [index for index in work.missing if index not in painted]
        if left and not painted:
            raise spoiled.get(left[0], EngineFailed(_SHORT_OF))
        for index in left:
            yield Spoiled(index, spoiled.get(index, EngineFailed(_SHORT_OF)))

    async def check(self) -> None:
        """Look whether every file of the models and LoRAs is there, and of a kind that is loaded.

        Raises:
            EngineFailed: one is not, which is named.
        """
        self._is_checked = False
        await asyncio.to_thread(self._check_files)
        self._is_checked = True

    async def warm(self) -> None:
        """Start the worker and load the model that draws; what edits with another is loaded when somebody edits.

        Raises:
            EngineFailed: it could not.
        """
        await self.check()
        assert self._family.draw is not None
        async for _ in self._told(self._message(self._model, self._family.draw)):
            pass

    @property
    def is_loaded(self) -> bool:
        """Whether the process that is there has had the model in memory. Where several models share a device it may have
        put this one away again."""
        return (
            self._worker is not None and self._loaded_in is not None and self._worker.pid == self._loaded_in
        )

    async def aclose(self) -> None:
        """Let go of the worker; its process ends when no other engine uses it."""
        if self._worker is not None:
            self._worker = None
            await return_worker(self._options.device)

    def _claims(self) -> Capabilities:
        can_edit = self._options.edits and (self._edits.edit or self._edits.fill) is not None
        return Capabilities(
            edits=frozenset({"pixels"}) if can_edit else frozenset(),
            redraws=not can_edit,
            max_sources=self._most_sources() if can_edit else 1,
            masks=can_edit and self._filling()[1] is not None,
            seeds=True,
            previews=self._options.previews and self._family.shows,
            progress=self._family.draw is not None and self._family.draw.tells_steps,
        )

    def _most_sources(self) -> int:
        table = self._options.edit
        said = self._options.max_sources if table is None else table.max_sources
        edit = self._edits.edit
        # What draws over a picture has no place for a second one, whatever is said.
        return 1 if edit is None or not edit.follows else said or edit.most_sources

    def _models(self) -> list[Model]:
        return [self._model] if self._edit_model == self._model else [self._model, self._edit_model]

    def _filling(self) -> tuple[Model, Pipeline | None]:
        """What edits within a mask: the model for edits, or else the one that draws."""
        if self._edits.fill is not None:
            return self._edit_model, self._edits.fill
        return self._model, self._family.fill

    def _check_files(self) -> None:
        try:
            for model in self._models():
                check_model(model.name, revision=model.revision, variant=model.variant)
            for lora in self._loras.values():
                check_lora(lora.model, lora.file)
        except BadRequest as exc:
            # It was usable when the server started.
            raise EngineFailed(exc.message) from exc

    def _choice(self, work: Work) -> tuple[Model, Pipeline]:
        """Who draws an order."""
        model, chosen = self._model, self._family.draw
        if work.sources:
            model, chosen = self._edit_model, self._edits.edit or self._edits.fill
            filling, fill = self._filling()
            # One that would leave pictures out is not asked: the mask is heeded when what was drawn is laid in.
            if fill is not None and work.mask is not None and len(work.sources) <= fill.most_sources:
                model, chosen = filling, fill
        assert chosen is not None, "capabilities say so"
        return model, chosen

    async def _order(self, work: Work) -> Paint:
        model, chosen = self._choice(work)
        parameters = self._parameters(work, model)
        try:
            read_parameters(parameters, _all(self._family, self._edits), self._loras)
            arguments, loras = arguments_for(chosen, parameters), loras_for(parameters, self._loras)
        except BadRequest as exc:
            log.warning("a model's parameters do not fit its pipeline", error=exc.message)
            raise EngineFailed(MISCONFIGURED) from exc
        width, height = _within(work.width, work.height, self._options.max_pixels)
        is_change = bool(work.sources) and chosen.follows
        # A pipeline that draws over a picture has to be told what the whole shows.
        prompt = work.description or work.prompt if work.sources and not is_change else work.prompt
        return replace(
            self._message(model, chosen),
            prompt=well_formed(prompt),
            width=width,
            height=height,
            seeds=tuple((work.seed + index) % _SEEDS for index in range(work.n)),
            places=work.missing,
            batch=1 if is_change else self._options.batch,
            previews=work.previews if self.capabilities.previews else 0,
            arguments=arguments,
            sources=tuple([await self._pixels(source.image) for source in work.sources]),
            mask=None if work.mask is None else await asyncio.to_thread(_open_places, work.mask),
            loras=loras,
        )

    def _message(self, model: Model, chosen: Pipeline) -> Paint:
        """An order of no pictures: the model is loaded, and that is all."""
        memory_gib = self._options.memory_gib
        return Paint(
            order=0,
            model=model,
            pipeline=chosen.name,
            memory_bytes=None if memory_gib is None else int(memory_gib * _GIB),
        )

    def _parameters(self, work: Work, model: Model) -> dict[str, Any]:
        table = self._options.edit
        if table is None or model != self._edit_model:
            return {**self._options.parameters, **work.parameters}
        # A LoRA is made for one model: what is laid over the one that draws does not fit the other.
        others = {name: value for name, value in work.parameters.items() if name != "loras"}
        return {**table.parameters, **others}

    async def _pixels(self, image: bytes) -> Pixels:
        clean = await self._intake.from_bytes(image)
        return await asyncio.to_thread(_source, clean.image)

    def _borrowed(self) -> Worker:
        if self._worker is None:
            self._worker = borrow_worker(self._options.device)
        return self._worker

    async def _told(self, order: Paint) -> AsyncIterator[Told]:
        """What the worker tells, within the time that an order may take: waiting for others does not count."""
        worker = self._borrowed()
        loop, until, is_drawing = asyncio.get_running_loop(), None, False
        async with aclosing(worker.paint(order, idle_s=self._options.idle_s)) as news:
            while True:
                try:
                    async with asyncio.timeout_at(until):
                        message = await anext(news)
                except StopAsyncIteration:
                    self._loaded_in = worker.pid
                    return
                except TimeoutError as exc:
                    raise EngineTimeout(NO_ANSWER) from exc
                if isinstance(message, Stage) and message.stage == "load":
                    until = loop.time() + self._options.load_s
                elif not is_drawing:
                    self._loaded_in = worker.pid
                    is_drawing, until = True, loop.time() + self._options.timeout_s
                yield message


def _all(*families: Family) -> tuple[Pipeline, ...]:
    return tuple(dict.fromkeys(each for family in families for each in family.all))


def _model(options: DiffusersOptions, name: str, revision: str, variant: str) -> Model:
    return Model(
        name=name,
        revision=revision,
        variant=variant,
        device=options.device,
        dtype=options.dtype,
        offload=options.offload,
        tiling=options.tiling,
    )


def _within(width: int, height: int, most: int | None) -> tuple[int, int]:
    """The size, or a smaller one of its shape with no more than `most` pixels."""
    if most is None or width * height <= most:
        return width, height
    scale = math.sqrt(most / (width * height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _source(image: bytes) -> Pixels:
    pixels: Any = pyvips.Image.pngload_buffer(image)
    if pixels.hasalpha():
        pixels = pixels.flatten(background=[255, 255, 255])
    width, height = _within(pixels.width, pixels.height, MOST_SOURCE_PIXELS)
    if width != pixels.width:
        pixels = pixels.thumbnail_image(width, height=height, size="force")
    pixels = pixels.colourspace("srgb")[:3].cast("uchar")
    return Pixels(pixels.width, pixels.height, 3, bytes(pixels.write_to_memory()))


def _open_places(mask: bytes) -> Pixels:
    pixels: Any = pyvips.Image.pngload_buffer(mask)
    places = (pixels[pixels.bands - 1] == 0).cast("uchar")
    return Pixels(places.width, places.height, 1, bytes(places.write_to_memory()))


def _opened(pixels: Pixels) -> Any:
    image: Any = pyvips.Image.new_from_memory(pixels.data, pixels.width, pixels.height, pixels.bands, "uchar")
    return image.copy(interpretation="srgb" if pixels.bands == 3 else "b-w")


def _png(pixels: Pixels) -> bytes:
    return bytes(_opened(pixels).pngsave_buffer(compression=_PNG_EFFORT, keep="none"))


def _picture(pixels: Pixels, work: Work, index: int) -> Picture:
    """What was drawn, in the size that was asked for: a pipeline works in steps of several pixels."""
    image = _opened(pixels)
    if (pixels.width, pixels.height) != (work.width, work.height):
        shape = (pixels.width / pixels.height) / (work.width / work.height)
        is_alike = bool(work.sources) or 1 - ALIKE < shape < 1 + ALIKE
        image = image.thumbnail_image(
            work.width,
            height=work.height,
            size="force" if is_alike else "both",
            crop="none" if is_alike else "centre",
        )
    return Picture(
        image=bytes(image.pngsave_buffer(compression=_PNG_EFFORT, keep="none")),
        media_type="image/png",
        width=work.width,
        height=work.height,
        seed=work.seed + index,
    )


def build(options: Mapping[str, Any], intake: Intake) -> DiffusersEngine:
    """Entry point.

    Raises:
        BadRequest: an option, a model or a parameter is not usable.
        EngineFailed: the extra is not installed, or the hub cannot be asked what a model is.
    """
    return DiffusersEngine(read_diffusers_options(options), intake)
