"""`POST /v1/chat/completions`: the surface that the project is about.

The request's messages become a conversation, the planner makes a call of it, the desk a task, and the answer is the
transcript as it happens. The HTTP answer begins when the task is on disk, so a refusal is still an HTTP error; what
goes wrong later is told in the transcript's failure lines.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from paintover.api.auth import owner_of
from paintover.api.links import Links
from paintover.api.models import dialect_for, is_own_model
from paintover.api.sse import KEEP_ALIVE, EventStream
from paintover.domain.call import Plan
from paintover.domain.conversation import Conversation
from paintover.domain.errors import BadRequest
from paintover.domain.events import Finished, Kept, Progressed, Queued, Redrawn, Started, TaskEvent
from paintover.domain.generation import Generation
from paintover.domain.ids import new_task_id
from paintover.domain.ratio import parse_ratio
from paintover.domain.task import TaskState
from paintover.planner.answers import answer_question
from paintover.planner.protocol import Planner, Wishes
from paintover.store.generations import Generations
from paintover.tasks.desk import Desk
from paintover.tasks.feed import Feed
from paintover.tasks.uploads import Uploads
from paintover.transcript.messages import read_conversation
from paintover.transcript.writer import AnswerWriter

LARGE_BODY_BYTES = 64 * 1024
"""A larger request is read and planned on a thread, so that it does not hold up other streams."""


class StreamOptions(msgspec.Struct, kw_only=True):
    include_usage: bool = False


class ChatRequest(msgspec.Struct, kw_only=True):
    """What we read of a chat request. Other fields are accepted and ignored."""

    messages: list[dict[str, Any]]
    model: str = "paintover"
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: int | None = None
    seed: int | None = None
    size: str | None = None
    ratio: str | None = None
    aspect_ratio: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSettings:
    """What of the settings this surface needs."""

    max_n: int
    heartbeat_s: float
    keepalive_s: float
    download_link: bool


class Chat:
    """The chat surface over one planner and one desk."""

    def __init__(
        self,
        *,
        planner: Planner,
        desk: Desk,
        uploads: Uploads,
        generations: Generations,
        links: Links,
        settings: ChatSettings,
    ) -> None:
        self._planner = planner
        self._desk = desk
        self._uploads = uploads
        self._generations = generations
        self._links = links
        self._settings = settings

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [Route("/v1/chat/completions", self.complete, methods=["POST"])]

    async def complete(self, request: Request) -> ASGIApp:
        """Answer one chat request, streamed or whole."""
        body = await request.body()
        owner = owner_of(request)
        large = len(body) > LARGE_BODY_BYTES
        chat = await asyncio.to_thread(read_chat_request, body) if large else read_chat_request(body)
        wishes = asked_wishes(chat)
        self._check_count(wishes.n)
        if large:
            conversation = await asyncio.to_thread(read_conversation, chat.messages)
        else:
            conversation = read_conversation(chat.messages)
        if not conversation.request.text.strip() and not conversation.request.uploads:
            raise BadRequest("The last user message is empty: say what to draw.", param="messages")
        plan = await self._planner.plan(conversation, wishes)
        if plan.question is not None:
            return await self._in_words(chat, plan, conversation, owner)
        self._check_count(plan.call.n)
        trail = await self._uploads.trail(conversation, plan.call.sources, owner=owner)
        feed = await self._desk.accept(
            plan.call, owner=owner, trail=trail, evidence=asdict(plan.evidence), language=plan.language
        )
        answer = _Answer(chat, plan, feed, self._links, self._settings)
        if chat.stream:
            return EventStream(answer.stream(), {"x-task-id": feed.task_id})
        return Response(
            await answer.whole(), media_type="application/json", headers={"x-task-id": feed.task_id}
        )

    def _check_count(self, n: int | None) -> None:
        if n is not None and n > self._settings.max_n:
            raise BadRequest(f"At most {self._settings.max_n} pictures can be drawn at once.", param="n")

    async def _in_words(
        self, chat: ChatRequest, plan: Plan, conversation: Conversation, owner: str
    ) -> ASGIApp:
        assert plan.question is not None
        known = [picture.gen_id for picture in conversation.pictures() if picture.gen_id]
        facts = await self._generations.get_many(known, owner=owner)
        text = answer_question(plan.question, conversation, facts, plan.language)
        frame = _Frame(new_task_id(), chat)
        if chat.stream:
            return EventStream(_one(frame.opening() + frame.delta(text) + frame.closing(text)))
        return Response(frame.whole(text, ()), media_type="application/json")


async def _one(written: bytes) -> AsyncIterator[bytes]:
    yield written


def read_chat_request(body: bytes) -> ChatRequest:
    """Decode and check a request body.

    Raises:
        BadRequest: it is no JSON, lacks what is needed, or has a field of the wrong type.
    """
    try:
        chat = msgspec.json.decode(body, type=ChatRequest)
    except msgspec.ValidationError as exc:
        raise BadRequest(f"The body is not a chat request: {exc}.") from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise BadRequest("The body is not JSON. Send a chat request with 'model' and 'messages'.") from exc
    if not chat.messages:
        raise BadRequest("'messages' is empty: send at least one user message.", param="messages")
    if not any(message.get("role") == "user" for message in chat.messages):
        raise BadRequest("There is no user message: say what to draw.", param="messages")
    return chat


def asked_wishes(chat: ChatRequest) -> Wishes:
    """What the request's own fields ask for.

    Raises:
        BadRequest: a field is out of its range.
        BadRatio: a size or ratio is no shape.
    """
    if chat.n is not None and chat.n < 1:
        raise BadRequest("n must be at least 1.", param="n")
    if chat.seed is not None and not 0 <= chat.seed < 2**63:
        raise BadRequest("seed must be a whole number from 0 on.", param="seed")
    asked = next(
        (text for text in (chat.ratio, chat.aspect_ratio, chat.size) if text and text != "auto"), None
    )
    return Wishes(ratio=parse_ratio(asked) if asked else None, n=chat.n, seed=chat.seed)


class _Frame:
    """The JSON around the words: chunks of a stream, or one whole completion (OpenAI, Chat Completions API)."""

    def __init__(self, task_id: str, chat: ChatRequest) -> None:
        self._id = "chatcmpl-" + task_id.removeprefix("task_")
        self._created = int(time.time())
        self._chat = chat
        model = msgspec.json.encode(chat.model)
        head = f'data: {{"id":"{self._id}","object":"chat.completion.chunk","created":{self._created},"model":'.encode()
        self._head = head + model + b',"choices":['
        self._open = self._head + b'{"index":0,"delta":'
        self._close = b',"logprobs":null,"finish_reason":null}]}\n\n'

    def opening(self) -> bytes:
        """The first chunk, which names the role."""
        return self._open + b'{"role":"assistant","content":""}' + self._close

    def delta(self, text: str) -> bytes:
        """A chunk with words. The JSON is UTF-8, since clients look for 进度 in the raw bytes."""
        return self._open + b'{"content":' + msgspec.json.encode(text) + b"}" + self._close

    def images(self, urls: list[str]) -> bytes:
        """A chunk with links, for clients that read `message.images`."""
        return self._open + b'{"images":' + msgspec.json.encode(_image_parts(urls)) + b"}" + self._close

    def closing(self, text: str) -> bytes:
        """The last chunks: the reason of the end, the usage where it was asked for, and the terminator."""
        written = self._open + b'{},"logprobs":null,"finish_reason":"stop"}]}\n\n'
        if self._chat.stream_options is not None and self._chat.stream_options.include_usage:
            written += self._head + b'],"usage":' + msgspec.json.encode(self._usage(text)) + b"}\n\n"
        return written + b"data: [DONE]\n\n"

    def whole(self, text: str, urls: tuple[str, ...]) -> bytes:
        """A completion in one piece."""
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if urls:
            message["images"] = _image_parts(list(urls))
        return msgspec.json.encode(
            {
                "id": self._id,
                "object": "chat.completion",
                "created": self._created,
                "model": self._chat.model,
                "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
                "usage": self._usage(text),
            }
        )

    def _usage(self, text: str) -> dict[str, int]:
        """Tokens as a rule of thumb counts them, one for every four bytes of text."""
        sent = sum(
            len(str(message.get("content") or "").encode(errors="replace")) for message in self._chat.messages
        )
        prompt_tokens, completion_tokens = -(-sent // 4), -(-len(text.encode()) // 4)
        return {
            "prompt_tokens": prompt_tokens,
            "completion_tokens": completion_tokens,
            "total_tokens": prompt_tokens + completion_tokens,
        }


def _image_parts(urls: list[str]) -> list[dict[str, Any]]:
    return [{"type": "image_url", "image_url": {"url": url}} for url in urls]


class _Answer:
    """The answer to one accepted call: a feed told in the words of the transcript."""

    def __init__(
        self,
        chat: ChatRequest,
        plan: Plan,
        feed: Feed,
        links: Links,
        settings: ChatSettings,
    ) -> None:
        self._chat = chat
        self._plan = plan
        self._feed = feed
        self._writer = AnswerWriter(
            dialect_for(chat.model, plan.language),
            download_link=settings.download_link,
            whole=not chat.stream,
        )
        self._links = links
        self._settings = settings
        self._frame = _Frame(feed.task_id, chat)
        self._kept: list[Generation] = []
        self._redrawn = 0
        self._text: list[str] = []

    async def stream(self) -> AsyncIterator[bytes]:
        """The chunks, several to a write where they are ready together. The echo has a write of its own, so that
        nobody takes the source's gen_id for the result's."""
        writer, feed = self._writer, self._feed
        yield (
            self._frame.opening()
            + self._deltas(writer.echo(self._plan.call))
            + self._deltas(writer.task(feed.task_id))
        )
        seen = 0
        quiet = _Quiet(self._settings)
        while not (seen and seen == len(feed.events) and feed.is_finished):
            if await feed.news(seen, quiet.left()):
                events, seen = feed.events[seen:], len(feed.events)
                deltas = [delta for event in events for delta in self._told(event)]
                written = self._deltas(deltas)
                if deltas:
                    quiet.told()
            elif quiet.dot_is_due():
                quiet.told()
                written = self._deltas(writer.heartbeat())
            else:
                quiet.kept_alive()
                written = KEEP_ALIVE
            if written:
                yield written
        urls = [self._links.picture(generation.path) for generation in self._kept]
        yield (self._frame.images(urls) if urls else b"") + self._frame.closing("".join(self._text))

    async def whole(self) -> bytes:
        """The completion in one piece. It holds no percentage, since clients poll again when they see one."""
        writer, feed = self._writer, self._feed
        await feed.finished()
        deltas = writer.echo(self._plan.call) + writer.task(feed.task_id)
        for event in feed.events:
            deltas += self._told(event)
        text = "".join(deltas)
        return self._frame.whole(
            text, tuple(self._links.picture(generation.path) for generation in self._kept)
        )

    def _deltas(self, texts: list[str]) -> bytes:
        self._text += texts
        return b"".join([self._frame.delta(text) for text in texts])

    def _told(self, event: TaskEvent) -> list[str]:
        match event:
            case Queued(place):
                return self._writer.queued(place)
            case Started():
                return self._writer.running()
            case Progressed(percent, _):
                return self._writer.progress(percent)
            case Redrawn(names):
                self._redrawn = len(names)
                return []
            case Kept(generation):
                # The pictures stand after the line that says that all is done.
                self._kept.append(generation)
                return []
            case Finished():
                return self._ending(event)
            case _:
                return []

    def _ending(self, finished: Finished) -> list[str]:
        deltas: list[str] = []
        if self._kept:
            deltas += self._writer.done()
            for generation in self._kept:
                picture, download = (
                    self._links.picture(generation.path),
                    self._links.download(generation.path),
                )
                deltas += self._writer.picture(generation.gen_id, picture, download)
        if self._kept:
            for note in self._notes():
                deltas += self._writer.note(note)
        if finished.state is not TaskState.SUCCEEDED:
            deltas += self._writer.failed(
                finished.error_code or "internal_error", finished.error_message or ""
            )
        return deltas

    def _notes(self) -> list[str]:
        """What the engine has to say, each sentence once; and, under our own model name, that pictures that had been
        lost were drawn again (the other names keep to what their clients have always read)."""
        notes = list(dict.fromkeys(note for generation in self._kept for note in generation.notes))
        if self._redrawn and is_own_model(self._chat.model):
            notes.append(_REDRAWN[self._plan.language].format(count=self._redrawn))
        return notes


_REDRAWN = {
    "zh": "前面的图已经取不到了，照对话重画了 {count} 张。",
    "en": "Earlier pictures could not be had any more; {count} were drawn again from the conversation.",
}


class _Quiet:
    """How long a stream has said nothing: when its next dot is due, and when a bare comment."""

    def __init__(self, settings: ChatSettings) -> None:
        self._heartbeat_s = settings.heartbeat_s
        self._keepalive_s = settings.keepalive_s
        self._said = self._sent = time.monotonic()

    def told(self) -> None:
        self._said = self._sent = time.monotonic()

    def kept_alive(self) -> None:
        self._sent = time.monotonic()

    def dot_is_due(self) -> bool:
        return time.monotonic() - self._said >= self._heartbeat_s - 0.001

    def left(self) -> float:
        now = time.monotonic()
        return max(0.0, min(self._said + self._heartbeat_s, self._sent + self._keepalive_s) - now)
