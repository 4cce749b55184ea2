"""One picture that is asked for, and what a dialect finds on the way to it."""

from __future__ import annotations

import base64
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from openai import AsyncOpenAI

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


def data_url(source: SourceImage) -> str:
    """A source, written into the request."""
    return f"data:{source.media_type};base64,{base64.b64encode(source.image).decode('ascii')}"
