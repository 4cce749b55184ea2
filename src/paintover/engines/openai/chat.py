"""Chat completions whose answer shows a picture: as `message.images`, as a part, as Markdown, or in the transcript
format that Paintover itself speaks.

To another Paintover the order goes as a written call, which it obeys to the letter, and its own pictures are named by
their gen_id, so that it edits them from their scenes.
"""

from __future__ import annotations

import math
import re
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec
from openai import AsyncOpenAI

from paintover.domain.conversation import Answer, AssistantTurn
from paintover.domain.errors import EngineFailed, NotDrawable, PaintoverError, Refused
from paintover.engines.openai.client import member, open_stream
from paintover.engines.openai.failures import ToldFailure, told_failure
from paintover.engines.openai.options import Profile
from paintover.engines.openai.order import LOST, Finding, Found, OwnPictures, PictureOrder, Share, data_url
from paintover.engines.upstream.failures import UNREADABLE, cut_off, spoken
from paintover.transcript.grammar import IMAGE_PATH
from paintover.transcript.messages import read_conversation
from paintover.transcript.reader import links_in

LONGEST_TEXT = 32 * 1024 * 1024
"""Characters of an answer that are looked at; a picture may be written into it."""
_ASPECT_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
"""Those that an ``image_config`` may ask for."""
_PROGRESS = re.compile(r"(?:进度|Progress)[^\d\n]{0,4}(\d{1,3})")
_MARKDOWN = re.compile(r"!\[[^\[\]\n]{0,300}\]\(\s*(https?://[^\s()]{1,8000}|data:image/[^\s()]+)\s*\)")


class _SourceUnknownError(Exception):
    """The server does not know its own picture any more."""


class ChatDialect:
    """See `Dialect`."""

    def __init__(self, own: OwnPictures) -> None:
        self._own = own

    async def draw(
        self, client: AsyncOpenAI, order: PictureOrder, quirks: Profile
    ) -> AsyncGenerator[Finding, None]:
        named = self._own.names(order.sources) if quirks.calls else []
        if named:
            try:
                async for finding in self._ask(client, order, quirks, named):
                    yield finding
                return
            except _SourceUnknownError:
                pass
        async for finding in self._ask(client, order, quirks, []):
            yield finding

    async def _ask(
        self, client: AsyncOpenAI, order: PictureOrder, quirks: Profile, named: list[str]
    ) -> AsyncGenerator[Finding, None]:
        headers = dict(order.headers)
        if named and order.key is not None:
            headers["Idempotency-Key"] = f"{order.key}:named"
        body = {
            "model": order.model,
            "messages": [{"role": "user", "content": _content(order, quirks, named)}],
            **_fields(order, quirks),
        }
        heard, is_stream = _Heard(), False
        async with await open_stream(client, "/chat/completions", body, headers) as chunks:
            async for chunk in chunks:
                is_stream = True
                for percent in heard.take(chunk):
                    if quirks.progress:
                        yield Share(percent / 100)
        if not is_stream:
            # Something whole that ends well and is no stream: a page, or an answer of another kind.
            raise EngineFailed(UNREADABLE)
        yield self._found(heard, quirks, named)

    def _found(self, heard: _Heard, quirks: Profile, named: list[str]) -> Found:
        message = {"role": "assistant", "content": heard.text, "images": heard.images}
        turn = read_conversation([{"role": "user", "content": ""}, message]).turns[-1]
        answer = turn.answer if isinstance(turn, AssistantTurn) else None
        for picture in answer.pictures if answer else ():
            if picture.url:
                return Found(picture.url, self._own.scene(picture.gen_id) if quirks.calls else None)
        if answer is None and (link := _link_in(heard.text)) is not None:
            return Found(link)
        raise _failure(heard, answer, quirks, named)


@dataclass(slots=True)
class _Heard:
    """What has been heard of an answer."""

    text: str = ""
    images: list[dict[str, Any]] = field(default_factory=list)
    finish: str | None = None
    refusal: str = ""
    _percent: int = 0
    _told: int = 0

    def take(self, chunk: object) -> Iterable[int]:
        """Take in a chunk; the percentages that are new in it, rising."""
        choices = member(chunk, "choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        # Some send whole messages in place of deltas.
        delta = member(choice, "delta") or member(choice, "message")
        finish = member(choice, "finish_reason")
        self.finish = finish if isinstance(finish, str) else self.finish
        content = member(delta, "content")
        if isinstance(content, str) and len(self.text) + len(content) <= LONGEST_TEXT:
            self.text += content
        refusal = member(delta, "refusal")
        self.refusal += refusal if isinstance(refusal, str) and len(self.refusal) < 4000 else ""
        # A release of LiteLLM had a single one.
        single = {"type": "image_url", "image_url": member(delta, "image")}
        for holder in (member(delta, "images"), content, [single] if single["image_url"] else None):
            if isinstance(holder, list):
                self.images += [part for part in holder if isinstance(part, dict)][: 64 - len(self.images)]
        return self._percentages()

    def _percentages(self) -> list[int]:
        # A number may still grow as long as nothing stands behind it; a picture in base64 is no place to look.
        end = len(self.text)
        fresh = self.text[self._told : min(end, self._told + 4096)]
        self._told = max(self._told, self.text.rfind("\n", self._told, end))
        risen = []
        for match in _PROGRESS.finditer(fresh):
            if match.end() < len(fresh) and self._percent < int(match[1]) < 100:
                self._percent = int(match[1])
                risen.append(self._percent)
        return risen


def _content(order: PictureOrder, quirks: Profile, named: list[str]) -> Any:
    if quirks.calls:
        call: dict[str, Any] = {"prompt": order.prompt, "ratio": order.ratio}
        if named:
            call["gen_ids"] = named
        text = msgspec.json.encode(call).decode()
    else:
        text = order.prompt if quirks.image_config else f"{order.prompt}【{order.ratio}】"
    if named or not order.sources:
        return text
    pictures = [{"type": "image_url", "image_url": {"url": data_url(source)}} for source in order.sources]
    return [{"type": "text", "text": text}, *pictures]


def _fields(order: PictureOrder, quirks: Profile) -> dict[str, Any]:
    fields = dict(order.parameters)
    if quirks.image_config:
        given = fields.get("image_config")
        fields["image_config"] = {
            "aspect_ratio": _aspect_ratio(order.width / order.height),
            **(given if isinstance(given, dict) else {}),
        }
    if quirks.seeds:
        fields["seed"] = order.seed
    if quirks.calls:
        fields["n"] = 1
    return fields


def _aspect_ratio(shape: float) -> str:
    """The one that is nearest to width / height."""

    def distance(text: str) -> float:
        width, _, height = text.partition(":")
        return abs(math.log(int(width) / int(height) / shape))

    return min(_ASPECT_RATIOS, key=distance)


def _link_in(text: str) -> str | None:
    """A picture that stands somewhere in a sentence."""
    if (match := _MARKDOWN.search(text)) is not None:
        return match[1]
    return next((link for link in links_in(text) if IMAGE_PATH.search(link)), None)


def _failure(
    heard: _Heard, answer: Answer | None, quirks: Profile, named: list[str]
) -> PaintoverError | ToldFailure | _SourceUnknownError:
    if answer is not None and answer.failed:
        code, _, words = (answer.reason or "").partition(" ")
        if named and code in LOST:
            return _SourceUnknownError()
        known = re.fullmatch(r"[a-z][a-z0-9_]*", code) is not None
        return ToldFailure(told_failure(code if known else None, words if known else answer.reason or ""))
    if heard.refusal or heard.finish == "content_filter":
        return Refused(spoken(heard.refusal) or "The model does not draw this. Ask for something else.")
    if "![" in heard.text:
        # Meant as a picture, at no address that can be one.
        return EngineFailed(UNREADABLE)
    if answer is not None or heard.finish is None:
        return cut_off(finds_again=quirks.finds_again)
    if words := spoken(heard.text):
        return NotDrawable(f"The model answered in words instead of a picture: {words}")
    return EngineFailed(UNREADABLE)
