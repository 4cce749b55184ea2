"""From a request of the Images API to its answer, over the same tasks, generations and lineage as chat.

The request is the call: its prompt is drawn as written, and the pictures that it sends or names are the sources. Only
the shape is read out of the words, where no field asks for one. The HTTP answer to a request that waits begins when the
task has ended, so a task that fails is an HTTP error; a stream begins when the task is on disk.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import get_args

import msgspec
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.admission import Admission, OpenAnswers, whole_body
from paintover.api.answers import AcceptedTask, WholeAnswer
from paintover.api.auth import owner_of
from paintover.api.fields import check_background, read_webhook
from paintover.api.forms import is_form, read_form
from paintover.api.images.answer import ToldImages
from paintover.api.images.relay import polled, submitted
from paintover.api.images.wire import Door, ImagesRequest, read_form_request, read_json_request
from paintover.api.links import Links
from paintover.api.models import dialect_for, priority_of
from paintover.api.planning import LARGE_BODY_BYTES, check_count
from paintover.api.references import Named, References, check_mask
from paintover.api.sse import EventStream
from paintover.domain.call import Call, Evidence, Language, Plan
from paintover.domain.conversation import Conversation, Upload, UserTurn
from paintover.domain.generation import Generation
from paintover.domain.ratio import SQUARE, Ratio
from paintover.domain.task import Webhook
from paintover.engines.protocol import Capabilities
from paintover.planner.protocol import Planner
from paintover.store.generations import Generations
from paintover.store.tasks import IdempotencyKey, Tasks
from paintover.tasks.desk import Desk, Wish
from paintover.tasks.feed import Feed
from paintover.tasks.keep import Keeper

VARIATION: dict[Language, str] = {
    "zh": "再画一张不一样的",
    "en": "draw it again, in another way",
}
"""What a variation asks of an engine, which has no words of its user's."""
_BECAUSE: dict[Language, str] = {
    "zh": "请求自己指明了要改的图。",
    "en": "The request itself names the pictures that it starts from.",
}
_ANEW: dict[Language, str] = {
    "zh": "请求没有指明任何图，所以是一张新图。",
    "en": "The request names no picture, so this is a new one.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagesSettings:
    """What of the settings this surface needs."""

    max_n: int
    keepalive_s: float


class Images:
    """The Images surface over one desk."""

    def __init__(
        self,
        *,
        planner: Planner,
        desk: Desk,
        tasks: Tasks,
        references: References,
        generations: Generations,
        keeper: Keeper,
        links: Links,
        capabilities: Callable[[], Capabilities],
        check_webhook: Callable[[Webhook], None],
        settings: ImagesSettings,
        open_answers: OpenAnswers,
    ) -> None:
        """`planner` reads shape and language out of a prompt, so it should ask no model; `capabilities` tells the
        engine's; `check_webhook` raises BadRequest for one that can never be told."""
        self._planner = planner
        self._desk = desk
        self._tasks = tasks
        self._references = references
        self._generations = generations
        self._keeper = keeper
        self._links = links
        self._capabilities = capabilities
        self._check_webhook = check_webhook
        self._settings = settings
        self._admission = Admission(desk, tasks)
        self._open = open_answers

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [
            *(
                Route(f"/v1/images/{door}", _Entrance(self, door), methods=["POST"])
                for door in get_args(Door)
            ),
            Route("/v1/images/tasks/{task_id}", self.poll, methods=["GET"]),
        ]

    async def poll(self, request: Request) -> Response:
        """A task in the relays' shape; any of the owner's, whichever surface accepted it."""
        owner = owner_of(request)
        feed = await self._desk.feed(request.path_params["task_id"], owner=owner)
        task = await self._tasks.get(feed.task_id, owner=owner)
        body = polled(task or feed.task, feed, self._links)
        return Response(msgspec.json.encode(body), media_type="application/json")

    async def enter(self, door: Door, scope: Scope, receive: Receive, send: Send) -> None:
        """Read one request, accept it and answer it."""
        connection = HTTPConnection(scope)
        owner = owner_of(connection)
        content_type = connection.headers.get("content-type", "")
        is_async = connection.query_params.get("async", "").lower() in ("true", "1")
        body = await whole_body(receive)
        if len(body) > LARGE_BODY_BYTES:
            request, digest = await asyncio.to_thread(_read, body, content_type, door, is_async)
        else:
            request, digest = _read(body, content_type, door, is_async)
        key = connection.headers.get("idempotency-key")
        with nullcontext() if request.is_async else self._open.one_more(owner):
            answer = await self._admission.task_or(
                lambda idempotency: self._made(request, owner, digest, idempotency),
                lambda feed: self._told_again(request, feed, owner),
                owner=owner,
                body_digest=digest,
                key=key,
            )
            await answer(scope, receive, send)

    async def _made(
        self, request: ImagesRequest, owner: str, body_digest: str, idempotency: IdempotencyKey | None
    ) -> ASGIApp:
        return self._told(request, await self.accept(request, owner, body_digest, idempotency), owner)

    async def accept(
        self,
        request: ImagesRequest,
        owner: str,
        body_digest: str | None = None,
        idempotency: IdempotencyKey | None = None,
        *,
        evidence: Evidence | None = None,
    ) -> Feed:
        """Make a request a task; when this returns, the task is on disk. `evidence` says why it has these sources, where
        the request itself does not name them.

        Raises:
            BadRequest, BadPicture, NotFound: the request cannot be drawn, or names what is not there.
            Busy, Conflict, StoreFailed: as `Desk.accept`.
        """
        self._check(request)
        webhook = read_webhook(request.webhook, self._check_webhook)
        named = await self._references.name(request.images, request.mask, owner=owner)
        check_mask(await self._mask(named, owner), named.known[0] if named.known else None)
        plan = await self._planner.plan(_conversation(request), request.wishes)
        language = dialect_for(request.model, plan.language).language
        wish = Wish(
            call=_call(request, named, plan, language),
            owner=owner,
            trail=named.trail,
            evidence=evidence
            or Evidence(rule="request", because=(_BECAUSE if named.sources else _ANEW)[language]),
            language=language,
            model=request.model,
            priority=priority_of(request.model),
            body_digest=body_digest,
            webhook=webhook,
        )
        return await self._desk.accept(wish, idempotency)

    async def _told_again(self, request: ImagesRequest, feed: Feed, owner: str) -> ASGIApp:
        return self._told(request, feed, owner)

    def _check(self, request: ImagesRequest) -> None:
        check_count(request.wishes.n, self._settings.max_n)
        check_background(request.background, request.output, self._capabilities())

    async def _mask(self, named: Named, owner: str) -> Generation | None:
        return None if named.mask is None else await self._generations.get(named.mask, owner=owner)

    def _told(self, request: ImagesRequest, feed: Feed, owner: str) -> ASGIApp:
        """The answer of a task, in the way in which it was asked for."""
        headers = {"x-task-id": feed.task_id}
        ended = self._admission.listen([feed], is_background=request.is_async)
        if request.is_async:
            headers["location"] = f"/v1/images/tasks/{feed.task_id}"
            # Clients of relays look for 200, whatever else is a success.
            return AcceptedTask(msgspec.json.encode(submitted(feed.task_id)), headers, ended, status=200)

        async def sources(generation: Generation) -> list[Generation]:
            found = await self._generations.get_many(generation.sources, owner=owner)
            return [found[name] for name in generation.sources if name in found]

        answer = ToldImages(
            request,
            feed,
            links=self._links,
            read=self._keeper.image,
            sources=sources,
            keepalive_s=self._settings.keepalive_s,
        )
        if request.stream:
            return EventStream(answer.stream(), headers, ended)
        return WholeAnswer(lambda: answer.whole(headers), ended)


class _Entrance:
    """One path of the surface as an ASGI application, since its answers may be streams."""

    def __init__(self, images: Images, door: Door) -> None:
        self._images = images
        self._door: Door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._images.enter(self._door, scope, receive, send)


def _read(body: bytes, content_type: str, door: Door, is_async: bool) -> tuple[ImagesRequest, str]:
    """A request, and the digest by which the same one is known again: the path counts, a form's boundary does not."""
    if is_form(content_type):
        form = read_form(body, content_type)
        request, content = read_form_request(form, door, is_async=is_async), form.digest().encode()
    else:
        request, content = read_json_request(body, door, is_async=is_async), body
    head = f"POST /v1/images/{door} async={request.is_async}\n"
    return request, hashlib.sha256(head.encode() + content).hexdigest()


def _conversation(request: ImagesRequest) -> Conversation:
    """What a planner would be told, had the pictures come in a chat."""
    uploads = tuple(Upload(ref=f"upload:{place}", url="") for place, _ in enumerate(request.images, 1))
    return Conversation(turns=(UserTurn(text=request.prompt, uploads=uploads),))


def _call(request: ImagesRequest, named: Named, plan: Plan, language: Language) -> Call:
    wishes, prompt = request.wishes, request.prompt
    kinds = {span.kind for span in plan.evidence.spans}
    ratio = wishes.ratio
    if ratio is None and named.mask is None and kinds >= {"ratio"} and not kinds & {"call"}:
        # The words that asked for the shape have been obeyed; what is left is what to draw.
        ratio = plan.call.ratio
        prompt = plan.call.prompt if plan.call.prompt.strip() or named.sources else prompt
    if request.door == "variations":
        prompt = prompt if prompt.strip() else VARIATION[language]
    return Call(
        action="edit" if named.sources else "generate",
        prompt=prompt,
        ratio=ratio or _shape_of(named) or SQUARE,
        n=wishes.n or 1,
        sources=named.sources,
        seed=wishes.seed,
        size=request.size,
        keeps_shape=bool(named.sources) and ratio is None,
        mask=named.mask,
        quality=request.quality,
        background=request.background,
        output=request.output,
        previews=request.partial_images if request.stream else 0,
        moderation=request.moderation,
    )


def _shape_of(named: Named) -> Ratio | None:
    first = named.known[0] if named.known else None
    return None if first is None else first.ratio
