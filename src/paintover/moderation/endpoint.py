"""An endpoint that judges words and pictures, in the shape of OpenAI's ``POST /v1/moderations``.

The operator has named it, so it may stand anywhere, also on this machine. Pictures are sent small: what is forbidden can be
seen in them too. Nothing of what was judged, and never the key, is logged.
"""

from __future__ import annotations

import asyncio
import base64
import re
from typing import Any, Literal

import httpx2
import msgspec
import pyvips
import structlog

from paintover.domain.call import Moderation
from paintover.domain.errors import ModerationUnavailable
from paintover.moderation.protocol import Finding

MAX_ANSWER_BYTES = 256 * 1024
LONGEST_SIDE = 1024
"""Pixels of the pictures that are sent."""
TRIES = 2
PAUSE_S = 0.2
"""Before the second try, within the same time limit."""
MOST_CATEGORIES = 5
_CATEGORY = re.compile(r"[A-Za-z0-9_ /-]{1,40}")
_QUALITY = 85
_UNAVAILABLE = "Whether this may be drawn could not be judged just now. Try again in a moment."

WhenUnreachable = Literal["refuse", "allow"]

log = structlog.get_logger()


class _Result(msgspec.Struct):
    flagged: bool
    categories: dict[str, Any] = {}
    category_scores: dict[str, Any] = {}


class _Answer(msgspec.Struct):
    results: list[_Result]


class _UnusableError(Exception):
    """The endpoint gave no verdict."""

    def __init__(self, why: str, *, may_pass: bool = False) -> None:
        super().__init__(why)
        self.may_pass = may_pass


class ModerationEndpoint:
    """See `moderation.protocol.Judge`."""

    def __init__(
        self,
        *,
        url: str,
        model: str,
        key: str = "",
        timeout_s: float = 5.0,
        when_unreachable: WhenUnreachable = "refuse",
        low_score: float = 0.9,
        sees_pictures: bool = True,
    ) -> None:
        """`url` is the base that ends in ``/v1`` or the like. One verdict takes at most `timeout_s`; without one,
        `when_unreachable` decides. At the level ``low`` only what is flagged with a score of `low_score` counts."""
        headers = {"authorization": f"Bearer {key}"} if key else {}
        # Proxies of the environment would be told what is judged.
        self._client = httpx2.AsyncClient(
            headers={**headers, "accept-encoding": "identity"},
            trust_env=False,
            follow_redirects=False,
            timeout=None,
        )
        self._url = url.rstrip("/") + "/moderations"
        self._model = model
        self._timeout_s = timeout_s
        self._when_unreachable = when_unreachable
        self._low_score = low_score
        self.sees_pictures = sees_pictures

    async def words(self, text: str, *, level: Moderation) -> Finding | None:
        """See `Judge.words`."""
        return await self._judged(text.encode("utf-8", "replace").decode(), level)

    async def picture(self, image: bytes, *, level: Moderation) -> Finding | None:
        """See `Judge.picture`."""
        small = await asyncio.to_thread(_small, image)
        url = f"data:image/jpeg;base64,{base64.b64encode(small).decode('ascii')}"
        return await self._judged([{"type": "image_url", "image_url": {"url": url}}], level)

    async def aclose(self) -> None:
        """Close its connections."""
        await self._client.aclose()

    async def _judged(self, given: Any, level: Moderation) -> Finding | None:
        body = msgspec.json.encode({"model": self._model, "input": given})
        try:
            async with asyncio.timeout(self._timeout_s):
                answer = await self._answer(body)
        except (_UnusableError, TimeoutError) as exc:
            allows = self._when_unreachable == "allow"
            log.warning("moderation unavailable", why=str(exc) or "late", allowed=allows)
            if allows:
                return None
            raise ModerationUnavailable(_UNAVAILABLE) from exc
        for result in answer.results:
            if result.flagged and (level == "auto" or _is_certain(result, self._low_score)):
                return Finding("endpoint", _told(result))
        return None

    async def _answer(self, body: bytes) -> _Answer:
        for left in reversed(range(TRIES)):
            try:
                return await self._asked(body)
            except _UnusableError as exc:
                if not (exc.may_pass and left):
                    raise
            await asyncio.sleep(PAUSE_S)
        raise AssertionError

    async def _asked(self, body: bytes) -> _Answer:
        headers = {"content-type": "application/json"}
        try:
            async with self._client.stream("POST", self._url, content=body, headers=headers) as response:
                if response.status_code != 200:
                    passes = response.status_code == 429 or response.status_code >= 500
                    raise _UnusableError(f"status {response.status_code}", may_pass=passes)
                read = bytearray()
                async for chunk in response.aiter_raw():
                    read += chunk
                    if len(read) > MAX_ANSWER_BYTES:
                        raise _UnusableError("oversized")
        except httpx2.HTTPError as exc:
            raise _UnusableError(type(exc).__name__, may_pass=True) from exc
        try:
            answer = msgspec.json.decode(bytes(read), type=_Answer)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            raise _UnusableError("unreadable") from None
        if not answer.results:
            raise _UnusableError("unreadable")
        return answer


def _flagged(result: _Result) -> list[str]:
    return [name for name, is_so in result.categories.items() if is_so is True]


def _is_certain(result: _Result, score: float) -> bool:
    """Whether a flagged category reaches the score. One without any scores is believed."""
    names = _flagged(result) or list(result.category_scores)
    scores = [found for name in names if isinstance(found := result.category_scores.get(name), int | float)]
    return not scores or max(scores) >= score


def _told(result: _Result) -> tuple[str, ...]:
    """The categories' names, as far as they are names."""
    return tuple(name for name in _flagged(result) if _CATEGORY.fullmatch(name))[:MOST_CATEGORIES]


def _small(image: bytes) -> bytes:
    """The picture as a JPEG of at most `LONGEST_SIDE`.

    Raises:
        ModerationUnavailable: it cannot be read.
    """
    try:
        small = pyvips.Image.thumbnail_buffer(image, LONGEST_SIDE, height=LONGEST_SIDE, size="down")
        if small.hasalpha():
            small = small.flatten(background=[255, 255, 255])
        return bytes(small.jpegsave_buffer(Q=_QUALITY, keep="none"))
    except pyvips.Error as exc:
        raise ModerationUnavailable(_UNAVAILABLE) from exc
