"""The contract between the server and whatever draws.

An engine receives `Work` and yields events: stages as they are finished, previews if it has any, and each picture
when it is done. It knows nothing of owners, ids of its results, files or clients. It may be asked to stop at any
moment, by closing the iterator or by cancelling what waits for its next event, and then frees what it holds within a
second. How long an order may take is the server's to say, in the same way.

`paintover.testing.EngineContract` holds an engine to all of this; docs/write-an-engine.md shows a whole one.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from paintover.domain.call import Background, Language, Moderation, Output, Quality
from paintover.domain.errors import NotDrawable, PaintoverError
from paintover.domain.ratio import Ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceImage:
    """A picture to start from. `scene` is present when this very engine drew it."""

    gen_id: str
    image: bytes
    media_type: str
    width: int
    height: int
    scene: dict[str, Any] | None = None
    seed: int | None = None
    engine: str | None = None
    """The name of the engine that drew it, where one did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One order: `n` pictures of `prompt`, all of `width` x `height` pixels, starting from `sources` if any."""

    task_id: str
    prompt: str
    ratio: Ratio
    width: int
    height: int
    n: int
    seed: int
    """The first picture's seed; an engine that varies pictures uses ``seed + index``."""
    description: str = ""
    """What the picture is to show in all, in words that need no source: what the sources show, and the change."""
    language: Language = "zh"
    """The language of the notes."""
    sources: tuple[SourceImage, ...] = ()
    used: tuple[SourceImage, ...] = ()
    """The pictures that the sources' scenes show, as far as they are still there."""
    mask: bytes | None = None
    """A PNG of the first source's size: what is transparent in it may be drawn anew, the rest is to stay."""
    model: str = ""
    """The name that was asked for."""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    """What the operator has set for that name, in the engine's own words."""
    quality: Quality = "auto"
    background: Background = "auto"
    output: Output = field(default_factory=Output)
    """The file that is wanted in the end. A wish: what an engine writes otherwise is encoded again, which takes longer
    (see `Picture.output`)."""
    previews: int = 0
    """How many `Preview` events of each picture somebody would look at; more are passed over."""
    moderation: Moderation = "auto"
    """How strictly the server judges the order. An engine with rules of its own may go by it."""
    kept: frozenset[int] = frozenset()
    """Places in the batch (0 to n - 1) whose pictures an earlier attempt has drawn: they need not be drawn again."""

    @property
    def missing(self) -> tuple[int, ...]:
        """The places that are still to be drawn, in order."""
        return tuple(index for index in range(self.n) if index not in self.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A finished picture. `scene` is JSON-able and comes back in `SourceImage.scene` when it is edited.

    A scene that shows other pictures names their gen_ids in a list ``uses``; those that are still there come along in
    `Work.used` when it is edited.
    """

    image: bytes
    media_type: str
    width: int
    height: int
    seed: int
    scene: dict[str, Any] | None = None
    notes: tuple[str, ...] = ()
    """Sentences for the user: what could not be drawn as asked and what stands there instead."""
    changes: str | None = None
    """Of an edit, what is different now, in one line for the user; None where the engine cannot tell."""
    engine: str | None = None
    """Who drew it, where the engine that yields it has passed the order on."""
    engine_version: str | None = None
    engine_name: str | None = None
    """Under which of the operator's names, for whoever counts what it costs."""
    output: Output | None = None
    """The wish that the file was written by; None where the engine has its own way of writing."""


@dataclass(frozen=True, slots=True)
class StageDone:
    """Real work is behind us: `fraction` of the whole order, rising from above 0 to below 1."""

    stage: str
    fraction: float


@dataclass(frozen=True, slots=True)
class Preview:
    """An unfinished rendering of picture number `index`, of any size: PNG, WebP or JPEG."""

    index: int
    image: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Painted:
    """Picture number `index` (from 0) of the order is done."""

    index: int
    picture: Picture


@dataclass(frozen=True, slots=True)
class Spoiled:
    """Picture number `index` of the order cannot be had; the others go on."""

    index: int
    error: PaintoverError


EngineEvent = StageDone | Preview | Painted | Spoiled


EditsFrom = Literal["scene", "pixels"]

_CANNOT: dict[str, dict[Language, str]] = {
    "edit": {
        "zh": "这个画图引擎只能画新图，不能改图；请换一个能改图的模型，或重新描述一张。",
        "en": "This engine only draws new pictures. Choose a model that can edit, or describe a new picture.",
    },
    "pixels": {
        "zh": "这个画图引擎只能改它自己画的图；请换一个能改照片的模型。",
        "en": "This engine edits only pictures that it has drawn itself. Choose a model that can edit any picture.",
    },
    "sources": {
        "zh": "这个画图引擎一次最多用 {most} 张图；请少指几张。",
        "en": "This engine takes at most {most} pictures at a time; name fewer.",
    },
    "mask": {
        "zh": "这个画图引擎不会按遮罩改图；请不用遮罩，用话说要改哪里。",
        "en": "This engine cannot edit by a mask. Leave it out, and say in words what to change.",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What an engine can do. The server asks nothing more of it, and tests hold it to what it claims."""

    edits: frozenset[EditsFrom] = frozenset()
    """What it can edit: ``scene``, pictures that it has drawn itself and whose scene it is given back; ``pixels``, any
    picture. Without either it only draws new ones."""
    redraws: bool = False
    """Whether an edit that it cannot make from the picture is given to it as a new picture: `Work.prompt` is then the
    description of the whole, and there are no sources."""
    max_sources: int = 1
    """How many pictures one edit may start from."""
    masks: bool = False
    """Whether it heeds `Work.mask`. Others are not given it; either way the server puts back what was changed outside."""
    sizes: tuple[tuple[int, int], ...] | None = None
    """The only sizes that it draws, in pixels; None: any. An order of another size is drawn in the nearest shape."""
    seeds: bool = False
    """Whether the same work always gives the same bytes, and another seed others."""
    quality: bool = False
    """Whether it knows more than one `Work.quality`."""
    transparency: bool = False
    """Whether it can leave the background of a new picture clear, when `Work.background` asks for that."""
    previews: bool = False
    """Whether it yields `Preview` when `Work.previews` asks for some."""
    progress: bool = False
    """Whether it yields `StageDone` as real work gets done. One that cannot know yields none."""
    finds_again: bool = False
    """Whether the same `task_id`, asked again after a crash, gives the pictures that were drawn the first time instead of
    drawing others."""

    def check(self, work: Work) -> None:
        """For the first line of `paint`.

        Raises:
            NotDrawable: the order asks for more than this.
        """
        if (reason := self._missing(work)) is not None:
            raise NotDrawable(_CANNOT[reason][work.language].format(most=self.max_sources))

    def fit(self, work: Work) -> Work:
        """The order as this engine takes it: one that draws from text alone is told the whole picture."""
        if work.sources and self.redraws and not self.edits:
            return replace(work, prompt=work.description, sources=(), mask=None)
        return work

    def allow(self, work: Work) -> bool:
        """Whether the order asks for no more than this."""
        return self._missing(work) is None

    def nearest_size(self, width: int, height: int) -> tuple[int, int]:
        """Of `sizes` the one whose shape is nearest to `width` x `height`, and of several such the nearest in area."""
        if self.sizes is None:
            return width, height
        asked = width / height
        return min(
            self.sizes,
            key=lambda size: (
                round(max(size[0] / size[1] / asked, asked / (size[0] / size[1])), 2),
                abs(size[0] * size[1] - width * height),
            ),
        )

    def _missing(self, work: Work) -> str | None:
        if work.sources:
            if not self.edits:
                return "edit"
            if "pixels" not in self.edits and any(source.scene is None for source in work.sources):
                return "pixels"
            if len(work.sources) > self.max_sources:
                return "sources"
        return "mask" if work.mask is not None and not self.masks else None


class CleanPicture(Protocol):
    """A picture that came from elsewhere, made anew from its pixels: a PNG without any metadata."""

    @property
    def image(self) -> bytes: ...
    @property
    def media_type(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...


class Intake(Protocol):
    """How an engine takes in pictures that others have made. Nothing that comes over a network may be passed on
    without it."""

    async def from_link(self, url: str, *, deadline_s: float, allow: tuple[str, ...] = ()) -> CleanPicture:
        """Fetch a picture; `allow` names networks ("192.168.1.0/24") that may be visited although they are private.

        Raises:
            FetchError: the link may not be visited, or gives no picture in time.
            BadPicture: what it gives is no acceptable picture.
        """
        ...

    async def from_text(self, text: str) -> CleanPicture:
        """A picture in a data URL or in bare base64.

        Raises:
            BadPicture: it is no acceptable picture.
        """
        ...

    async def from_bytes(self, raw: bytes) -> CleanPicture:
        """A picture file.

        Raises:
            BadPicture: it is no acceptable picture.
        """
        ...


class Engine(Protocol):
    """Anything that draws. Instances are shared by all tasks and must allow several `paint` calls at once. Whoever
    derives from this class need only write `paint`."""

    name: str
    """As in settings and records: lower case letters."""
    version: str
    """Changes whenever the same work could give other bytes."""
    capabilities: Capabilities

    def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """Draw `work`.

        Yields one `Painted` (or `Spoiled`) event for each index of `work.missing`. An engine whose own back end knows
        orders by a name gives it `work.task_id`, which stays the same in every attempt.

        Raises:
            NotDrawable: the order is understood and this engine cannot do it; nothing was drawn.
            BadRequest, BadPicture: the order, or a source, is not usable.
            Refused: a policy forbids it.
            Busy: too much to do; `retry_after_s` says for how long, where that is known.
            EngineUnavailable: it is out of reach; the same order may succeed later.
            OutOfMemory: the order is too large for what memory is left.
            EngineTimeout: it has not answered in time, and may have drawn.
            EngineFailed: it broke, and may have drawn.
        """
        ...

    async def svg(self, source: SourceImage) -> bytes:
        """A picture that it has drawn as an SVG document, made of `source.scene` alone. It must hold no script and no
        address of anything outside of it, since browsers open it.

        Raises:
            NotDrawable: it draws no drawings, or cannot read that scene.
        """
        raise NotDrawable(
            "The engine that made this picture paints pixels, so there is no SVG of it: ask for png, webp or jpeg.",
            param="format",
        )

    async def check(self) -> None:
        """Find out, at little cost, whether an order could be drawn now. Asked from time to time after failures.

        Raises:
            EngineFailed, Busy: it could not.
        """
        return

    async def warm(self) -> None:
        """Get ready: load what the first order would otherwise wait for. Called beside the server's start, where the
        operator wants that; orders may come meanwhile, and afterwards.

        Raises:
            EngineFailed, Busy: it could not.
        """
        await self.check()

    @property
    def is_loaded(self) -> bool | None:
        """Whether what it draws with is in memory just now; None where nothing has to be, or that is not known."""
        return None

    async def aclose(self) -> None:
        """Release threads, processes and connections. Called once, after the last `paint`."""
        return


Build = Callable[[Mapping[str, Any], Intake], Engine]
"""What an entry point of `paintover.engines` names: it makes an engine of the options that the operator has written,
and raises BadRequest for those that it does not know. Called in any thread, with or without a running event loop."""
