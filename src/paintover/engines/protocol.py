"""The contract between the server and whatever draws.

An engine receives `Work` and yields events: stages as they are finished, previews if it has any, and each picture
when it is done. It knows nothing of owners, ids of its results, files or clients. It may be asked to stop at any
event by closing the iterator, and then frees what it holds.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any, Protocol

from paintover.domain.call import Language
from paintover.domain.errors import PaintoverError
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
    language: Language = "zh"
    """The language of the notes."""
    sources: tuple[SourceImage, ...] = ()
    mask: bytes | None = None
    """A PNG of the first source's size: what is transparent in it may be drawn anew, the rest is to stay."""
    kept: frozenset[int] = frozenset()
    """Places in the batch (0 to n - 1) whose pictures an earlier attempt has drawn: they need not be drawn again."""

    @property
    def missing(self) -> tuple[int, ...]:
        """The places that are still to be drawn, in order."""
        return tuple(index for index in range(self.n) if index not in self.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A finished picture. `scene` is JSON-able and comes back in `SourceImage.scene` when it is edited."""

    image: bytes
    media_type: str
    width: int
    height: int
    seed: int
    scene: dict[str, Any] | None = None
    notes: tuple[str, ...] = ()
    """Sentences for the user: what could not be drawn as asked and what stands there instead."""


@dataclass(frozen=True, slots=True)
class StageDone:
    """Real work is behind us: `fraction` of the whole order, rising from above 0 to below 1."""

    stage: str
    fraction: float


@dataclass(frozen=True, slots=True)
class Preview:
    """A small, unfinished rendering, in any format that browsers show."""

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


class Engine(Protocol):
    """Anything that draws. Instances are shared by all tasks and must allow several `paint` calls at once."""

    name: str
    """As in settings and records: lower case letters."""
    version: str
    """Changes whenever the same work could give other bytes."""

    def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        """Draw `work`.

        Yields one `Painted` (or `Spoiled`) event for each index of `work.missing`. An engine whose own back end knows
        orders by a name gives it `work.task_id`, which stays the same in every attempt.

        Raises:
            NotDrawable: the order is understood and this engine cannot do it; nothing was drawn.
            BadPicture: a source cannot be read.
            Refused: a policy forbids it.
            Busy, EngineUnavailable: the same order may succeed later.
            EngineFailed: it broke.
        """
        ...

    async def aclose(self) -> None:
        """Release threads, processes and connections. Called once, after the last `paint`."""
        ...
