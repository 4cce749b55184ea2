"""One picture that is asked for, and what a dialect finds on the way to it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncGenerator, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from openai import AsyncOpenAI

from paintover.domain.ids import is_gen_id
from paintover.engines.openai.options import Profile
from paintover.engines.protocol import SourceImage


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOrder:
    """One picture, in terms that every dialect can send."""

    prompt: str
    """Well formed: without lone surrogates."""
    ratio: str
    width: int
    height: int
    seed: int
    sources: tuple[SourceImage, ...]
    mask: bytes | None
    model: str
    parameters: Mapping[str, Any]
    """Sent along as they are."""
    key: str | None
    """The Idempotency-Key, where the server heeds one."""
    previews: int = 0
    """How many unfinished pictures somebody would look at; no more than the server can stream."""
    quality: str | None = None
    """Asked for only where the server knows it; None leaves it to the server."""
    background: str | None = None
    """As `quality`."""

    @property
    def headers(self) -> dict[str, str]:
        """The request's own headers."""
        return {} if self.key is None else {"Idempotency-Key": self.key}

    @property
    def size(self) -> str:
        """As ``1024x1536``."""
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, slots=True)
class Share:
    """So much of the picture is done, above 0 and below 1."""

    fraction: float


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An unfinished picture, in base64 or as a data URL."""

    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """The picture: a link, a data URL or base64. Always the last."""

    where: str
    scene: dict[str, Any] | None = field(default=None)
    """By which the same server can edit it again."""


Finding = Share | Unfinished | Found


class Dialect(Protocol):
    """Speaks one API."""

    def draw(
        self, client: AsyncOpenAI, order: PictureOrder, quirks: Profile
    ) -> AsyncGenerator[Finding, None]:
        """Ask for the picture.

        Raises:
            ToldFailure: the answer says that it failed.
            PaintoverError: the answer holds no picture.
            openai.OpenAIError, httpx2.HTTPError, ValueError, RecursionError: anything else; see `failures.translated`.
        """
        ...


class OwnPictures:
    """How a server's own pictures are known again: by the gen_id that it has told, which stands in their scenes."""

    def __init__(self, url: str) -> None:
        """`url` is the server's. A scene names it by a digest, so that nobody is told where it is."""
        self._server = hashlib.sha256(url.encode()).hexdigest()[:16]

    def scene(self, gen_id: object) -> dict[str, Any] | None:
        """What to keep of a picture that the server calls `gen_id`; None where that is no id."""
        if not isinstance(gen_id, str) or not is_gen_id(gen_id):
            return None
        return {"server": self._server, "gen_id": gen_id}

    def names(self, sources: Iterable[SourceImage]) -> list[str]:
        """The gen_ids of all `sources`, in order; nothing when one of them is not the server's own."""
        scenes = [source.scene or {} for source in sources]
        names = [scene.get("gen_id") for scene in scenes if scene.get("server") == self._server]
        known = [name for name in names if isinstance(name, str) and is_gen_id(name)]
        return known if len(known) == len(scenes) else []


LOST = frozenset({"not_found", "source_lost"})
"""The codes by which a server says that it does not know its own picture any more."""


def data_url(source: SourceImage) -> str:
    """A source, written into the request."""
    return f"data:{source.media_type};base64,{base64.b64encode(source.image).decode('ascii')}"
