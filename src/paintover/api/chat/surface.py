"""From a chat request to its answer: the messages become a conversation, the planner makes a call of it, the desk a
task. The HTTP answer begins when the task is on disk, so a refusal is still an HTTP error; what goes wrong later is
told in the transcript's failure lines.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.auth import owner_of
from paintover.api.chat.answer import ChatSettings, ToldAnswer
from paintover.api.chat.wire import ChatRequest, Frame, asked_wishes, read_chat_request
from paintover.api.links import Links
from paintover.api.sse import EventStream, Write
from paintover.domain.call import Plan
from paintover.domain.conversation import Conversation
from paintover.domain.errors import BadRequest
from paintover.domain.ids import new_task_id
from paintover.planner.answers import answer_question
from paintover.planner.protocol import Planner, Wishes
from paintover.store.generations import Generations
from paintover.tasks.desk import Desk
from paintover.tasks.uploads import Uploads
from paintover.transcript.messages import read_conversation

LARGE_BODY_BYTES = 64 * 1024
"""A larger request is read on a thread, so that it does not hold up other streams."""


class Chat:
    """The chat surface over one planner and one desk: an ASGI application, since most requests are streams."""

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
        return [Route("/v1/chat/completions", self, methods=["POST"])]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._answer(await _body(receive), owner_of(HTTPConnection(scope)))
        await answer(scope, receive, send)

    async def _answer(self, body: bytes, owner: str) -> ASGIApp:
        chat, wishes, conversation = await self._read(body)
        plan = await self._planner.plan(conversation, wishes)
        if plan.question is not None:
            return await self._in_words(chat, plan, conversation, owner)
        self._check_count(plan.call.n)
        trail = await self._uploads.trail(conversation, plan.call.sources, owner=owner)
        feed = await self._desk.accept(
            plan.call, owner=owner, trail=trail, evidence=plan.evidence, language=plan.language
        )
        told = ToldAnswer(chat, plan, feed, self._links, self._settings)
        headers = {"x-task-id": feed.task_id}
        if chat.stream:
            return EventStream(told.stream(), headers)
        return Response(await told.whole(), media_type="application/json", headers=headers)

    async def _read(self, body: bytes) -> tuple[ChatRequest, Wishes, Conversation]:
        def read() -> tuple[ChatRequest, Wishes, Conversation]:
            chat = read_chat_request(body)
            wishes = asked_wishes(chat)
            self._check_count(wishes.n)
            return chat, wishes, read_conversation(chat.messages)

        chat, wishes, conversation = await asyncio.to_thread(read) if len(body) > LARGE_BODY_BYTES else read()
        request = conversation.request
        if not request.uploads and (not request.text or request.text.isspace()):
            raise BadRequest("The last user message is empty: say what to draw.", param="messages")
        return chat, wishes, conversation

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
        frame = Frame(new_task_id(), chat)
        if chat.stream:
            return EventStream(_one(frame.opening() + frame.deltas([text]) + frame.closing([text])))
        return Response(frame.whole(text, []), media_type="application/json")


async def _body(receive: Receive) -> bytes:
    """The request's body, whole."""
    parts, more = [], True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(parts)


async def _one(written: bytes) -> AsyncIterator[Write]:
    yield Write(written, is_last=True)
