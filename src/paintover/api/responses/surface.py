"""From a request for a response to its answer, over the same planner, tasks, generations and lineage as chat.

POST   /v1/responses
GET    /v1/responses/{response_id}               ?stream=true&starting_after=N resumes its events
POST   /v1/responses/{response_id}/cancel
DELETE /v1/responses/{response_id}
GET    /v1/responses/{response_id}/input_items   ?limit= ?after= ?order=

A response is known by its first task: its id is that task's with another prefix. The record is written when the tasks are
on disk and before anything is told; whoever sends the request again, because the server died in between, has it made then.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal, cast, get_args

import msgspec
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.admission import Admission, OpenAnswers, whole_body
from paintover.api.answers import AcceptedTask, Unwrapped, WholeAnswer
from paintover.api.auth import owner_of
from paintover.api.fields import check_background, one_of, read_webhook
from paintover.api.links import Links
from paintover.api.paging import cursor_of, limit_of
from paintover.api.planning import LARGE_BODY_BYTES, Planned, Planning, check_count
from paintover.api.references import Named, References
from paintover.api.responses.answer import FROM_THE_START, ResponsesSettings, ToldResponse
from paintover.api.responses.items import Items
from paintover.api.responses.names import message_name
from paintover.api.responses.obeying import obeyed
from paintover.api.responses.wire import (
    CreateRequest,
    DeletedBody,
    ItemListBody,
    ResponseBody,
    read_create_request,
)
from paintover.api.sse import EventStream
from paintover.domain.errors import BadRequest, NotFound
from paintover.domain.generation import Generation
from paintover.domain.ids import new_response_id, response_id_of, response_id_of_key
from paintover.domain.response import StoredResponse
from paintover.domain.task import Webhook
from paintover.engines.protocol import Capabilities
from paintover.store.generations import Generations
from paintover.store.responses import Responses
from paintover.store.tasks import IdempotencyKey, Tasks, key_of_another_request
from paintover.tasks.desk import Desk, Wish
from paintover.tasks.feed import Feed
from paintover.tasks.keep import Keeper

Order = Literal["asc", "desc"]

MAX_STORED_BYTES = 4 * 1024 * 1024
"""The most that a stored request may say, without its pictures."""


class ResponsesRoutes:
    """The Responses surface over one desk."""

    def __init__(
        self,
        *,
        planning: Planning,
        desk: Desk,
        tasks: Tasks,
        responses: Responses,
        references: References,
        generations: Generations,
        keeper: Keeper,
        links: Links,
        capabilities: Callable[[], Capabilities],
        check_webhook: Callable[[Webhook], None],
        settings: ResponsesSettings,
        open_answers: OpenAnswers,
    ) -> None:
        """`capabilities` tells the engine's; `check_webhook` raises BadRequest for one that can never be told."""
        self._planning = planning
        self._desk = desk
        self._tasks = tasks
        self._responses = responses
        self._references = references
        self._generations = generations
        self._keeper = keeper
        self._links = links
        self._capabilities = capabilities
        self._check_webhook = check_webhook
        self._settings = settings
        self._items = Items(
            references=references, responses=responses, tasks=tasks, generations=generations, links=links
        )
        self._admission = Admission(desk, tasks)
        self._open = open_answers

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        one = "/v1/responses/{response_id}"
        return [
            Route("/v1/responses", Unwrapped(self.create), methods=["POST"]),
            Route(one, Unwrapped(self.show), methods=["GET"]),
            Route(one, self.delete, methods=["DELETE"]),
            Route(f"{one}/cancel", self.cancel, methods=["POST"]),
            Route(f"{one}/input_items", self.input_items, methods=["GET"]),
        ]

    async def create(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read one request, accept it and answer it."""
        connection = HTTPConnection(scope)
        owner = owner_of(connection)
        body = await whole_body(receive)
        if len(body) > LARGE_BODY_BYTES:
            request, digest = await asyncio.to_thread(_read, body)
        else:
            request, digest = _read(body)
        del body
        key = connection.headers.get("idempotency-key")
        is_brief = request.is_background and not request.stream
        with nullcontext() if is_brief else self._open.one_more(owner):
            answer = await self._answer(request, owner, digest, key)
            del request  # an answer may stay open for long, and needs no more of what was sent
            await answer(scope, receive, send)

    async def show(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A response as it is now, or its events after the one that the client has seen last."""
        connection = HTTPConnection(scope)
        stored = await self._found(connection)
        if connection.query_params.get("stream", "").lower() not in ("true", "1"):
            told = self._telling(stored, await self._feeds(stored))
            await _json(await told.body())(scope, receive, send)
            return
        after = _starting_after(connection)
        with self._open.one_more(stored.owner):
            feeds = await self._feeds(stored, with_previews=True)
            await EventStream(self._telling(stored, feeds).stream(after))(scope, receive, send)

    async def cancel(self, request: Request) -> Response:
        """Stop what is still being drawn of a response; the answer is the response, whatever has become of it."""
        stored = await self._found(request)
        for task_id in stored.task_ids:
            await self._desk.cancel(task_id, owner=stored.owner)
        return _json(await self._telling(stored, await self._feeds(stored)).body())

    async def delete(self, request: Request) -> Response:
        """Forget a response. What is still being drawn of it is stopped; its pictures stay."""
        stored = await self._found(request)
        for task_id in stored.task_ids:
            await self._desk.cancel(task_id, owner=stored.owner)
        if not await self._responses.delete(stored.response_id, owner=stored.owner):
            raise _no_such_response(stored.response_id)
        return _json(DeletedBody(id=stored.response_id))

    async def input_items(self, request: Request) -> Response:
        """A page of what the request of a response brought in, the newest first unless asked otherwise."""
        stored = await self._found(request)
        order = cast(Order, one_of(request.query_params.get("order", "desc"), "order", get_args(Order)))
        limit, after = limit_of(request), cursor_of(request)
        items = [_shown(item, stored.response_id, place) for place, item in enumerate(stored.items)]
        if order == "desc":
            items.reverse()
        begin = 0
        if after is not None:
            begin = 1 + next((place for place, item in enumerate(items) if item["id"] == after), -1)
            if begin == 0:
                raise BadRequest("'after' must be the id of an item of an earlier page.", param="after")
        page = items[begin : begin + limit]
        return _json(
            ItemListBody(
                data=page,
                first_id=page[0]["id"] if page else None,
                last_id=page[-1]["id"] if page else None,
                has_more=len(items) > begin + limit,
            )
        )

    async def _answer(self, request: CreateRequest, owner: str, body_digest: str, key: str | None) -> ASGIApp:
        answered = (
            None
            if key is None
            else await self._responses.get(response_id_of_key(key, owner=owner), owner=owner)
        )
        if answered is not None:
            if answered.body_digest != body_digest:
                raise key_of_another_request()
            return await self._told(request, answered, ())
        return await self._admission.task_or(
            lambda idempotency: self._made(request, owner, body_digest, idempotency),
            lambda feed: self._told_again(request, feed, owner, body_digest),
            owner=owner,
            body_digest=body_digest,
            key=key,
        )

    async def _made(
        self, request: CreateRequest, owner: str, body_digest: str, idempotency: IdempotencyKey | None
    ) -> ASGIApp:
        check_count(request.wishes.n, self._settings.max_n)
        check_background(request.background, request.output, self._capabilities())
        webhook = read_webhook(request.webhook, self._check_webhook)
        items = await self._settled(request, owner)
        planned = await self._planned(request, items, owner)
        plans = obeyed(planned, request)
        if not plans:
            words = await self._planning.words(planned)
            stored = await self._kept(
                request, items, owner, body_digest, words=words, idempotency=idempotency
            )
            return await self._told(request, stored, ())
        check_count(sum(plan.call.n for plan in plans), self._settings.max_n)
        named = await self._references.name((), request.mask, owner=owner)
        asked = [
            await self._asked(request, await self._planning.wish(planned, plan), named) for plan in plans
        ]
        wishes = [replace(one, body_digest=body_digest, webhook=webhook) for one in asked]
        feeds = await self._desk.accept_all(wishes, idempotency)
        return await self._told(
            request, await self._kept(request, items, owner, body_digest, feeds=feeds), feeds
        )

    async def _told_again(self, request: CreateRequest, feed: Feed, owner: str, body_digest: str) -> ASGIApp:
        feeds = await self._desk.with_those_beside(feed, owner=owner)
        stored = await self._responses.get(response_id_of(feed.task_id), owner=owner)
        if stored is None:
            # It was not to be stored, was deleted, or the server died before it could be.
            items = await self._items.settle(request.items, owner=owner)
            stored = await self._kept(request, items, owner, body_digest, feeds=feeds)
        return await self._told(request, stored, feeds)

    async def _settled(self, request: CreateRequest, owner: str) -> tuple[dict[str, Any], ...]:
        items = await self._items.settle(request.items, owner=owner)
        if not any(item.get("role") == "user" for item in items):
            raise BadRequest("There is no user message: say what to draw.", param="input")
        if request.store and len(msgspec.json.encode((items, request.asked))) > MAX_STORED_BYTES:
            raise BadRequest(
                f"More than {MAX_STORED_BYTES // 2**20} MiB of words cannot be stored: say less, or send it with "
                "'store': false.",
                param="store",
            )
        return items

    async def _planned(self, request: CreateRequest, items: Sequence[dict[str, Any]], owner: str) -> Planned:
        messages = [{"role": "developer", "content": request.instructions}] if request.instructions else []
        if request.previous_response_id is not None:
            messages += await self._items.line(request.previous_response_id, owner=owner)
        messages += await self._items.messages(items, owner=owner)
        conversation = await self._planning.read(messages, param="input")
        return await self._planning.plan(conversation, request.wishes, owner=owner, model=request.model)

    async def _asked(self, request: CreateRequest, wish: Wish, named: Named) -> Wish:
        """A wish with what the tool's fields say of the picture and of its file."""
        previews = request.partial_images if request.stream or request.is_background else 0
        call = replace(
            wish.call,
            size=request.size,
            quality=request.quality,
            background=request.background,
            output=request.output,
            moderation=request.moderation,
            previews=previews,
            keeps_previews=request.store and previews > 0,
        )
        return await self._references.masked(replace(wish, call=call, model=request.draws_with), named)

    async def _kept(
        self,
        request: CreateRequest,
        items: tuple[dict[str, Any], ...],
        owner: str,
        body_digest: str,
        *,
        words: str | None = None,
        idempotency: IdempotencyKey | None = None,
        feeds: Sequence[Feed] = (),
    ) -> StoredResponse:
        """The record of a response; on disk, where it is to be stored. Words have no task to be found again by, so under
        a key their record has the key's own id."""
        if feeds:
            response_id = response_id_of(feeds[0].task_id)
        elif idempotency is not None:
            response_id = response_id_of_key(idempotency.key, owner=owner)
        else:
            response_id = new_response_id()
        stored = StoredResponse(
            response_id=response_id,
            owner=owner,
            created_at=feeds[0].task.created_at if feeds else datetime.now(UTC),
            body_digest=body_digest,
            previous_response_id=request.previous_response_id,
            task_ids=tuple(feed.task_id for feed in feeds),
            words=words,
            items=items,
            asked=request.asked,
        )
        if request.store:
            await self._responses.add(stored)
        return stored

    async def _told(self, request: CreateRequest, stored: StoredResponse, feeds: Sequence[Feed]) -> ASGIApp:
        """The answer of a request, in the way in which it was asked for."""
        if request.stream:
            await self._load_previews(feeds)
        headers = {"x-task-id": feeds[0].task_id} if feeds else {}
        told = self._telling(stored, feeds)
        if request.is_background and not request.stream:
            headers["location"] = f"/v1/responses/{stored.response_id}"
            body = msgspec.json.encode(await told.body())
            ended = self._admission.listen(feeds, is_background=True)
            return AcceptedTask(body, headers, ended, status=200)
        ended = self._admission.listen(feeds, is_background=request.is_background)
        if request.stream:
            return EventStream(told.stream(), headers, ended)
        return WholeAnswer(lambda: told.whole(headers), ended)

    def _telling(self, stored: StoredResponse, feeds: Sequence[Feed]) -> ToldResponse:
        async def sources(generation: Generation) -> list[Generation]:
            found = await self._generations.get_many(generation.sources, owner=stored.owner)
            return [found[name] for name in generation.sources if name in found]

        return ToldResponse(
            stored,
            feeds,
            links=self._links,
            read=self._keeper.image,
            sources=sources,
            settings=self._settings,
        )

    async def _feeds(self, stored: StoredResponse, *, with_previews: bool = False) -> list[Feed]:
        feeds = [await self._desk.feed(task_id, owner=stored.owner) for task_id in stored.task_ids]
        if with_previews:
            await self._load_previews(feeds)
        return feeds

    async def _load_previews(self, feeds: Sequence[Feed]) -> None:
        for feed in feeds:
            if feed.task.call.keeps_previews:
                feed.load_previews(await self._tasks.previews(feed.task_id))

    async def _found(self, connection: HTTPConnection) -> StoredResponse:
        response_id = connection.path_params["response_id"]
        stored = await self._responses.get(response_id, owner=owner_of(connection))
        if stored is None:
            raise _no_such_response(response_id)
        return stored


def _no_such_response(response_id: str) -> NotFound:
    return NotFound(f"There is no response {response_id} here.", param="response_id")


def _read(body: bytes) -> tuple[CreateRequest, str]:
    """A request, and the digest by which the same one is known again: that of its path, too."""
    return read_create_request(body), hashlib.sha256(b"POST /v1/responses\n" + body).hexdigest()


def _starting_after(connection: HTTPConnection) -> int:
    text = connection.query_params.get("starting_after")
    if not text:
        return FROM_THE_START
    if not (text.isascii() and text.isdecimal() and len(text) <= 18):
        raise BadRequest(
            "'starting_after' is the sequence_number of an event that you have seen.", param="starting_after"
        )
    return int(text)


def _shown(item: dict[str, Any], response_id: str, place: int) -> dict[str, Any]:
    """A settled item as it is listed; what has no id of its own is named by its place."""
    return item if "id" in item else {"id": message_name(response_id, place), **item}


def _json(body: ResponseBody | DeletedBody | ItemListBody) -> Response:
    return Response(msgspec.json.encode(body), media_type="application/json")
