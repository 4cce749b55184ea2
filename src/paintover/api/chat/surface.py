"""From a chat request to its answer: the messages become a conversation, the planner makes a call of it, the desk a
task. The HTTP answer begins when the task is on disk, so a refusal is still an HTTP error; what goes wrong later is
told in the transcript's failure lines.

A request that is already a task (see `Admission`) is not planned again: its answer is told from the beginning.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace

import msgspec
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.admission import Admission, OpenAnswers, whole_body
from paintover.api.answers import AcceptedTask, WholeAnswer
from paintover.api.auth import owner_of
from paintover.api.chat.answer import ChatSettings, ToldAnswer
from paintover.api.chat.known import KnownLinks, with_names
from paintover.api.chat.wire import ChatRequest, Frame, asked_wishes, read_chat_request
from paintover.api.links import Links
from paintover.api.models import dialect_for, priority_of
from paintover.api.sse import EventStream, Write
from paintover.api.tasks import task_json
from paintover.domain.call import Call, Plan
from paintover.domain.conversation import Conversation
from paintover.domain.errors import BadRequest
from paintover.domain.generation import Generation
from paintover.domain.ids import new_task_id
from paintover.domain.task import TrailStep, Webhook
from paintover.planner.answers import answer_question
from paintover.planner.protocol import Planner, Wishes
from paintover.store.generations import Generations
from paintover.store.tasks import IdempotencyKey, Tasks
from paintover.tasks.desk import Desk, Wish
from paintover.tasks.feed import Feed
from paintover.tasks.uploads import Uploads
from paintover.transcript.messages import read_conversation
from paintover.transcript.quoting import sentence
from paintover.transcript.reader import read_call

LARGE_BODY_BYTES = 64 * 1024
"""A larger request is read on a thread, so that it does not hold up other streams."""


class Chat:
    """The chat surface over one planner and one desk: an ASGI application, since most requests are streams."""

    def __init__(
        self,
        *,
        planner: Planner,
        desk: Desk,
        tasks: Tasks,
        uploads: Uploads,
        generations: Generations,
        links: Links,
        check_webhook: Callable[[Webhook], None],
        settings: ChatSettings,
        open_answers: OpenAnswers,
    ) -> None:
        """`check_webhook` raises BadRequest for one that can never be told."""
        self._planner = planner
        self._desk = desk
        self._tasks = tasks
        self._uploads = uploads
        self._generations = generations
        self._links = links
        self._check_webhook = check_webhook
        self._known_links = KnownLinks(generations, links.path_of)
        self._settings = settings
        self._admission = Admission(desk)
        self._open = open_answers

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [Route("/v1/chat/completions", self, methods=["POST"])]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope)
        owner = owner_of(connection)
        body = await whole_body(receive)
        if len(body) > LARGE_BODY_BYTES:
            chat, body_digest = await asyncio.to_thread(_read, body)
        else:
            chat, body_digest = _read(body)
        key = connection.headers.get("idempotency-key")
        with nullcontext() if chat.is_background else self._open.one_more(owner):
            answer = await self._answer(chat, owner, body_digest, key)
            del chat, body  # an answer may stay open for long, and needs no more of what was sent
            await answer(scope, receive, send)

    async def _answer(self, chat: ChatRequest, owner: str, body_digest: str, key: str | None) -> ASGIApp:
        wishes = asked_wishes(chat)
        self._check_count(wishes.n)
        return await self._admission.task_or(
            lambda idempotency: self._made(chat, wishes, owner, body_digest, idempotency),
            lambda feed: self._told_again(chat, feed, owner),
            owner=owner,
            body_digest=body_digest,
            key=key,
        )

    async def _made(
        self,
        chat: ChatRequest,
        wishes: Wishes,
        owner: str,
        body_digest: str,
        idempotency: IdempotencyKey | None,
    ) -> ASGIApp:
        webhook = self._webhook(chat)
        conversation = await self._conversation(chat)
        known = await self._known_links.find(conversation, owner=owner)
        conversation = with_names(conversation, known)
        plan = await self._planner.plan(conversation, wishes)
        language = dialect_for(chat.model, plan.language).language
        if plan.question is not None:
            return await self._in_words(chat, replace(plan, language=language), conversation, owner)
        # In the background one task is polled for, so it stands for all that is asked.
        plans = (plan,) if chat.is_background else (plan, *plan.more)
        self._check_count(sum(one.call.n for one in plans))
        feeds: list[Feed] = []
        for place, one in enumerate(plans):
            digest = body_digest if place == 0 else _digest_beside(feeds[0].task_id, place)
            wish = await self._wish(chat, one, wishes, conversation, known, owner)
            wish = replace(wish, language=language, body_digest=digest, webhook=webhook)
            feeds.append(await self._desk.accept(wish, idempotency if place == 0 else None))
        return self._told(chat, feeds)

    async def _wish(
        self,
        chat: ChatRequest,
        plan: Plan,
        wishes: Wishes,
        conversation: Conversation,
        known: Mapping[str, Generation],
        owner: str,
    ) -> Wish:
        """One call of the request, with where its sources come from and its shape."""
        sent = {
            upload.ref: known[upload.url].gen_id for upload in conversation.uploads() if upload.url in known
        }
        call = replace(plan.call, sources=tuple(sent.get(source, source) for source in plan.call.sources))
        trail = await self._uploads.trail(conversation, call.sources, owner=owner)
        is_shaped = wishes.ratio is not None or _tells_ratio(plan, conversation)
        return Wish(
            call=call if is_shaped else await self._shaped(call, trail, owner),
            owner=owner,
            trail=trail,
            evidence=plan.evidence,
            language=plan.language,
            model=chat.model,
            priority=priority_of(chat.model),
        )

    async def _told_again(self, chat: ChatRequest, feed: Feed, owner: str) -> ASGIApp:
        """The answer of a request that is already a task, with the tasks that were accepted beside it."""
        feeds = [feed]
        while True:
            beside = await self._tasks.of_digest(_digest_beside(feed.task_id, len(feeds)), owner=owner)
            if not beside:
                return self._told(chat, feeds)
            feeds.append(await self._desk.feed(beside[0], owner=owner))

    async def _conversation(self, chat: ChatRequest) -> Conversation:
        size = sum(
            len(content) for message in chat.messages if isinstance(content := message.get("content"), str)
        )
        if size > LARGE_BODY_BYTES:
            conversation = await asyncio.to_thread(read_conversation, chat.messages)
        else:
            conversation = read_conversation(chat.messages)
        request = conversation.request
        if not request.uploads and (not request.text or request.text.isspace()):
            raise BadRequest("The last user message is empty: say what to draw.", param="messages")
        return conversation

    async def _shaped(self, call: Call, trail: tuple[TrailStep, ...], owner: str) -> Call:
        """An edit keeps its source's shape; where the conversation does not tell it (uploads, pictures named by id
        alone), the store does."""
        if not call.sources:
            return call
        step = next((step for step in trail if step.name == call.sources[0]), None)
        if step is not None and step.ratio is not None:
            return call
        name = step.kept_as if step is not None and step.kept_as is not None else call.sources[0]
        source = await self._generations.get(name, owner=owner)
        return call if source is None else replace(call, ratio=source.ratio)

    def _webhook(self, chat: ChatRequest) -> Webhook | None:
        if chat.webhook is None:
            return None
        webhook = Webhook(url=chat.webhook.url, secret=chat.webhook.secret)
        self._check_webhook(webhook)
        return webhook

    def _check_count(self, n: int | None) -> None:
        if n is not None and n > self._settings.max_n:
            raise BadRequest(f"At most {self._settings.max_n} pictures can be drawn at once.", param="n")

    def _told(self, chat: ChatRequest, feeds: Sequence[Feed]) -> ASGIApp:
        """The answer of the request's tasks, in the way in which it was asked for."""
        first, is_background = feeds[0], chat.is_background
        headers = {"x-task-id": first.task_id}
        for feed in feeds:
            feed.join()

        async def ended(is_whole: bool) -> None:
            try:
                for feed in feeds:
                    if is_whole and (is_background or feed.end is not None):
                        feed.is_delivered = True
                        await self._tasks.delivered(feed.task_id)
            finally:
                for feed in feeds:
                    feed.leave()

        if is_background:
            headers["location"] = f"/v1/tasks/{first.task_id}"
            return AcceptedTask(msgspec.json.encode(task_json(first.task, first)), headers, ended)
        answer = ToldAnswer(chat, feeds, links=self._links, place=self._desk.place, settings=self._settings)

        if chat.stream:
            return EventStream(answer.stream(), headers, ended)

        async def whole() -> Response:
            return Response(await answer.whole(), media_type="application/json", headers=headers)

        return WholeAnswer(whole, ended)

    async def _in_words(
        self, chat: ChatRequest, plan: Plan, conversation: Conversation, owner: str
    ) -> ASGIApp:
        assert plan.question is not None
        known = [picture.gen_id for picture in conversation.pictures() if picture.gen_id]
        facts = await self._generations.get_many(known, owner=owner)
        # The words may quote the user; they must not read as anything but words.
        text = sentence(answer_question(plan.question, conversation, facts, plan.language))
        frame = Frame(chat, new_task_id(), time.time())
        if chat.stream:
            return EventStream(_one(frame.opening() + frame.deltas([text]) + frame.closing([text])))
        return Response(frame.whole(text, []), media_type="application/json")


def _digest_beside(task_id: str, place: int) -> str:
    """What stands for the body of a request's further tasks: found again by its first."""
    return hashlib.sha256(f"{task_id}:{place}".encode()).hexdigest()


def _tells_ratio(plan: Plan, conversation: Conversation) -> bool:
    """Whether the user's words, or an explicit call of theirs, ask for a shape."""
    kinds = {span.kind for span in plan.evidence.spans}
    if "call" in kinds:
        written = read_call(conversation.request.text)
        return written is not None and written.ratio is not None
    return "ratio" in kinds


def _read(body: bytes) -> tuple[ChatRequest, str]:
    return read_chat_request(body), hashlib.sha256(body).hexdigest()


async def _one(written: bytes) -> AsyncIterator[Write]:
    yield Write(written, is_last=True)
