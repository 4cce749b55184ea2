"""From a chat request to its answer: the messages become a conversation, the planner makes a call of it, the desk a
task. The HTTP answer begins when the task is on disk, so a refusal is still an HTTP error; what goes wrong later is
told in the transcript's failure lines.

A request that is already a task (see `Admission`) is not planned again: its answer is told from the beginning.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
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
from paintover.api.chat.fields import PictureFields
from paintover.api.chat.wire import ChatRequest, Frame, asked_fields, read_chat_request
from paintover.api.editing import as_edit
from paintover.api.fields import check_background, read_webhook
from paintover.api.links import Links
from paintover.api.planning import LARGE_BODY_BYTES, Planning, check_count
from paintover.api.references import Reference, References
from paintover.api.sse import EventStream, Write
from paintover.api.tasks import task_json
from paintover.domain.generation import Generation
from paintover.domain.ids import new_task_id
from paintover.domain.task import Webhook
from paintover.engines.protocol import Capabilities
from paintover.store.tasks import IdempotencyKey, Tasks
from paintover.tasks.desk import Desk
from paintover.tasks.feed import Feed


class Chat:
    """The chat surface over one desk: an ASGI application, since most requests are streams."""

    def __init__(
        self,
        *,
        planning: Planning,
        references: References,
        desk: Desk,
        tasks: Tasks,
        links: Links,
        read: Callable[[Generation], Awaitable[bytes]],
        capabilities: Callable[[], Capabilities],
        check_webhook: Callable[[Webhook], None],
        settings: ChatSettings,
        open_answers: OpenAnswers,
    ) -> None:
        """`read` fetches a picture's file; `capabilities` tells the engine's; `check_webhook` raises BadRequest for one that
        can never be told."""
        self._planning = planning
        self._references = references
        self._desk = desk
        self._links = links
        self._read = read
        self._capabilities = capabilities
        self._check_webhook = check_webhook
        self._settings = settings
        self._admission = Admission(desk, tasks)
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
        fields, mask = asked_fields(chat), chat.own_mask
        if mask is not None:
            fields = fields.within_a_picture()
        check_count(fields.wishes.n, self._settings.max_n)
        check_background(fields.background, fields.output, self._capabilities())
        return await self._admission.task_or(
            lambda idempotency: self._made(chat, fields, mask, owner, body_digest, idempotency),
            lambda feed: self._told_again(chat, feed, owner),
            owner=owner,
            body_digest=body_digest,
            key=key,
        )

    async def _made(
        self,
        chat: ChatRequest,
        fields: PictureFields,
        mask: Reference | None,
        owner: str,
        body_digest: str,
        idempotency: IdempotencyKey | None,
    ) -> ASGIApp:
        webhook = read_webhook(chat.webhook, self._check_webhook)
        conversation = await self._planning.read(chat.messages, param="messages")
        planned = await self._planning.plan(conversation, fields.wishes, owner=owner, model=chat.model)
        plan = planned.plan
        if mask is not None:
            # It belongs to one picture, and to nothing but an edit.
            plan = plan if plan.call.action == "edit" else as_edit(planned, plan, param="mask")
            plan = replace(plan, more=())
        if plan.question is not None:
            return self._in_words(chat, await self._planning.words(planned))
        plans = (plan, *plan.more)
        check_count(sum(one.call.n for one in plans), self._settings.max_n)
        named = await self._references.name((), mask, owner=owner)
        wishes = [await self._planning.wish(planned, one) for one in plans]
        asked = [
            await self._references.masked(
                replace(wish, call=fields.applied(wish.call), body_digest=body_digest, webhook=webhook), named
            )
            for wish in wishes
        ]
        return self._told(chat, await self._desk.accept_all(asked, idempotency))

    async def _told_again(self, chat: ChatRequest, feed: Feed, owner: str) -> ASGIApp:
        return self._told(chat, await self._desk.with_those_beside(feed, owner=owner))

    def _told(self, chat: ChatRequest, feeds: Sequence[Feed]) -> ASGIApp:
        """The answer of the request's tasks, in the way in which it was asked for."""
        first, is_background = feeds[0], chat.is_background
        headers = {"x-task-id": first.task_id}
        ended = self._admission.listen(feeds, is_background=is_background)
        if is_background:
            headers["location"] = f"/v1/tasks/{first.task_id}"
            told = task_json(first.task, first) | {"beside": [feed.task_id for feed in feeds[1:]]}
            return AcceptedTask(msgspec.json.encode(told), headers, ended)
        answer = ToldAnswer(
            chat,
            feeds,
            links=self._links,
            read=self._read,
            place=self._desk.place,
            settings=self._settings,
        )

        if chat.stream:
            return EventStream(answer.stream(), headers, ended)

        async def whole() -> Response:
            return Response(await answer.whole(), media_type="application/json", headers=headers)

        return WholeAnswer(whole, ended)

    def _in_words(self, chat: ChatRequest, text: str) -> ASGIApp:
        frame = Frame(chat, new_task_id(), time.time())
        if chat.stream:
            return EventStream(_one(frame.opening() + frame.deltas([text]) + frame.closing([text])))
        return Response(frame.whole(text, []), media_type="application/json")


def _read(body: bytes) -> tuple[ChatRequest, str]:
    return read_chat_request(body), hashlib.sha256(body).hexdigest()


async def _one(written: bytes) -> AsyncIterator[Write]:
    yield Write(written, is_last=True)
