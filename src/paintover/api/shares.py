"""`/v1/shares` and `/s/...`: links by which others look at a conversation or a picture, without a key.

POST   /v1/shares                    {"conversation_id"} or {"gen_id"}, {"expires_in_s"} -> the link
GET    /v1/shares                    the owner's live ones, newest first; ?conversation_id= or ?gen_id= of one alone
DELETE /v1/shares/{share_id}         nobody sees anything by it any more
GET    /s/{token}                    the page; 404 with a page that says so when the link is no more
GET    /s/{token}/talk.json          what it shows
GET    /s/{token}/{picture}          one of its pictures

What is shared is a copy of what was there when the link was made: nothing that is said later. It names no owner and no
key, and leads to no other picture than those that it shows; they are reached below the link, and only as long as it lives.
"""

from __future__ import annotations

import asyncio
import json
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from paintover.api.auth import owner_of
from paintover.api.conversations import no_such_conversation
from paintover.api.links import Links
from paintover.api.paging import cursor_of, limit_of
from paintover.domain.errors import BadRequest, NotFound
from paintover.domain.generation import Generation
from paintover.domain.ids import new_share_id
from paintover.domain.share import Share
from paintover.store.blobs import Blobs
from paintover.store.conversations import Conversations
from paintover.store.generations import Generations
from paintover.store.shares import Shares
from paintover.transcript.quoting import well_formed
from paintover.transcript.reader import read_answers

TOKEN_BYTES = 24
"""192 random bits in each link."""
LONGEST_S = 10 * 365 * 24 * 3600
SHORTEST_S = 60

_TOKEN = re.compile(r"[0-9A-Za-z_-]{32}")
_OWN_LINK = re.compile(r"\S*/cdn/\S+|\S*/s/[0-9A-Za-z_-]{32}\S*")
_NO_INDEX = {"x-robots-tag": "noindex, nofollow, noarchive", "referrer-policy": "no-referrer"}

SharedPage = Callable[[str, str, str, tuple[str, int, int] | None], bytes]
"""The page of a link: language, title, address, and of the picture that stands for it address, width and height."""


class ShareRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be shared: one of the two."""

    conversation_id: str | None = None
    gen_id: str | None = None
    expires_in_s: Annotated[int, Meta(ge=SHORTEST_S, le=LONGEST_S)] | None = None
    """For how long, in seconds; until it is revoked where nothing is said."""


class ShareItem(msgspec.Struct, frozen=True, kw_only=True):
    """A live link. Times are whole seconds since 1970."""

    id: str
    object: Literal["share"] = "share"
    url: str
    conversation_id: str | None
    gen_id: str | None
    title: str
    picture_count: int
    created_at: int
    expires_at: int | None


class ShareListBody(msgspec.Struct, frozen=True, kw_only=True):
    """One page, newest first; `next_cursor` is the ``after`` of the next one."""

    object: Literal["list"] = "list"
    data: list[ShareItem]
    has_more: bool
    next_cursor: str | None


_decode = msgspec.json.Decoder(ShareRequest).decode


class ShareRoutes:
    """The surface over the store of links."""

    def __init__(
        self,
        *,
        shares: Shares,
        conversations: Conversations,
        generations: Generations,
        blobs: Blobs,
        links: Links,
        page: SharedPage,
        gone: Callable[[str], bytes],
        page_headers: dict[str, str],
    ) -> None:
        """`page` and `gone` write the pages, in a language; `page_headers` keep them from loading anything from
        elsewhere."""
        self._shares = shares
        self._conversations = conversations
        self._generations = generations
        self._blobs = blobs
        self._links = links
        self._page = page
        self._gone = gone
        self._headers = {**page_headers, **_NO_INDEX, "cache-control": "no-store"}

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [
            Route("/v1/shares", self.create, methods=["POST"]),
            Route("/v1/shares", self.show_all, methods=["GET"]),
            Route("/v1/shares/{share_id}", self.revoke, methods=["DELETE"]),
            Route("/s/{token}", self.page, methods=["GET"]),
            Route("/s/{token}/talk.json", self.content, methods=["GET"]),
            Route("/s/{token}/{picture}", self.picture, methods=["GET"]),
        ]

    async def create(self, request: Request) -> Response:
        """Make a link to one's own conversation or picture, as it is now."""
        wanted, owner = _read(await request.body()), owner_of(request)
        token, now = secrets.token_urlsafe(TOKEN_BYTES), datetime.now(UTC)
        if wanted.conversation_id is not None:
            title, gen_ids, turns = await self._conversation(wanted.conversation_id, owner, token)
        else:
            title, gen_ids, turns = await self._one_picture(wanted.gen_id or "", owner, token)
        share = Share(
            share_id=new_share_id(),
            owner=owner,
            token=token,
            conversation_id=wanted.conversation_id,
            gen_id=wanted.gen_id,
            title=title,
            created_at=now,
            expires_at=None if wanted.expires_in_s is None else now + timedelta(seconds=wanted.expires_in_s),
            gen_ids=gen_ids,
            content=json.dumps(
                {
                    "title": title,
                    "kind": "conversation" if wanted.gen_id is None else "picture",
                    "turns": turns,
                },
                ensure_ascii=False,
            ),
        )
        await self._shares.add(share)
        return _json(self._item(share), 201)

    async def show_all(self, request: Request) -> Response:
        """A page of the owner's live links."""
        page = await self._shares.page(
            owner=owner_of(request),
            limit=limit_of(request),
            after=cursor_of(request),
            conversation_id=request.query_params.get("conversation_id") or None,
            gen_id=request.query_params.get("gen_id") or None,
        )
        return _json(
            ShareListBody(
                data=[self._item(share) for share in page.items],
                has_more=page.next_cursor is not None,
                next_cursor=page.next_cursor,
            )
        )

    async def revoke(self, request: Request) -> Response:
        """End a link."""
        share_id = request.path_params["share_id"]
        if not await self._shares.delete(share_id, owner=owner_of(request)):
            raise NotFound(f"There is no link {share_id} here.", param="share_id")
        return Response(
            msgspec.json.encode({"id": share_id, "object": "share.deleted", "deleted": True}),
            media_type="application/json",
        )

    async def page(self, request: Request) -> Response:
        """What others see."""
        language, share = _language(request), await self._live(request)
        if share is None:
            return Response(self._gone(language), 404, self._headers, media_type="text/html")
        cover = None
        if share.gen_ids:
            there = await self._generations.get_many(share.gen_ids, owner=share.owner)
            found = next(reversed(there.values()), None)
            if found is not None:
                url = f"{self._url(share.token)}/{found.gen_id}"
                cover = (url, found.width, found.height)
        body = self._page(language, share.title, self._url(share.token), cover)
        return Response(body, headers=self._headers, media_type="text/html")

    async def content(self, request: Request) -> Response:
        """The turns that are shown."""
        share = await self._live(request)
        if share is None:
            raise _no_such_link()
        headers = {**_NO_INDEX, "cache-control": "no-store"}
        return Response(share.content.encode(), headers=headers, media_type="application/json")

    async def picture(self, request: Request) -> Response:
        """One of the pictures that are shown."""
        share, name = await self._live(request), request.path_params["picture"]
        found = None
        if share is not None and name in share.gen_ids:
            found = await self._there(name, share.owner)
        if found is None:
            raise _no_such_link()
        headers = {
            **_NO_INDEX,
            # Asked for each time, so that nothing is seen by a link that is no more.
            "cache-control": "private, no-cache",
            "etag": f'"{found.digest}"',
            "x-content-type-options": "nosniff",
            "content-security-policy": "default-src 'none'",
        }
        if request.headers.get("if-none-match", "").strip() == headers["etag"]:
            return Response(status_code=304, headers=headers)
        return FileResponse(self._blobs.path_of(found.digest), headers=headers, media_type=found.media_type)

    async def _live(self, request: Request) -> Share | None:
        token: str = request.path_params["token"]
        return await self._shares.by_token(token) if _TOKEN.fullmatch(token) else None

    async def _conversation(
        self, name: str, owner: str, token: str
    ) -> tuple[str, tuple[str, ...], list[dict[str, Any]]]:
        """Title, pictures and turns of a conversation."""
        found = await self._conversations.whole(name, owner=owner)
        if found is None:
            raise no_such_conversation(name)
        talk, _, turns = found
        drawn = await self._generations.get_many(talk.gen_ids, owner=owner)
        named = {source for one in drawn.values() for source in one.sources} - set(drawn)
        sources = await self._generations.get_many(sorted(named), owner=owner)
        # What was brought into the conversation belongs to it; pictures of other conversations do not.
        brought = {gen_id: one for gen_id, one in sources.items() if one.origin == "uploaded"}
        bodies = [turn.body for turn in turns if not turn.is_open]
        # A conversation may hold megabytes of what was sent in it.
        shown = await asyncio.to_thread(_all_told, bodies, drawn, brought, token)
        if not shown:
            raise BadRequest("There is nothing to share in this conversation yet.", param="conversation_id")
        return _scrubbed(talk.title), (*brought, *drawn), shown

    async def _one_picture(
        self, gen_id: str, owner: str, token: str
    ) -> tuple[str, tuple[str, ...], list[dict[str, Any]]]:
        """Title, pictures and turns of a picture alone."""
        found = await self._there(gen_id, owner)
        if found is None or found.origin == "mask":
            raise NotFound(f"There is no picture {gen_id} here.", param="gen_id")
        said = _scrubbed(found.prompt)
        turn = _turn("0", said, _text([(said, str(found.ratio), (), [found])], token), [found], {}, token)
        return said[:200], (gen_id,), [turn]

    async def _there(self, gen_id: str, owner: str) -> Generation | None:
        """The owner's picture of that id; None where there is none, or it was deleted."""
        return (await self._generations.get_many([gen_id], owner=owner)).get(gen_id)

    def _url(self, token: str) -> str:
        return self._links.page(f"s/{token}")

    def _item(self, share: Share) -> ShareItem:
        return ShareItem(
            id=share.share_id,
            url=self._url(share.token),
            conversation_id=share.conversation_id,
            gen_id=share.gen_id,
            title=share.title,
            picture_count=len(share.gen_ids),
            created_at=int(share.created_at.timestamp()),
            expires_at=None if share.expires_at is None else int(share.expires_at.timestamp()),
        )


def _all_told(
    bodies: Sequence[str], drawn: dict[str, Generation], brought: dict[str, Generation], token: str
) -> list[dict[str, Any]]:
    told = (_told(body, str(number), drawn, brought, token) for number, body in enumerate(bodies))
    return [turn for turn in told if turn is not None]


def _told(
    body: str, number: str, drawn: dict[str, Generation], brought: dict[str, Generation], token: str
) -> dict[str, Any] | None:
    """A turn as it is shown; None where there is nothing to show. Written anew from what is known, so that nothing of the
    client's own record (keys, tasks, links, ids of other pictures) is passed on."""
    try:
        turn = json.loads(body)
    except RecursionError:
        return None
    said, text = _scrubbed(_words(turn.get("said"))), _words(turn.get("text"))
    calls, mine = [], []
    for answer in read_answers(text):
        pictures = [
            drawn[one.gen_id]
            for one in answer.pictures
            if one.gen_id in drawn and drawn[one.gen_id] not in mine
        ]
        mine += pictures
        if pictures:
            prompt, ratio, named = pictures[0].prompt, None, pictures[0].sources
            if answer.call is not None:
                prompt, ratio, named = answer.call.prompt, answer.call.ratio, answer.call.sources
            sources = tuple(one for one in named if one in drawn or one in brought)
            calls.append((_scrubbed(prompt), ratio, sources, pictures))
    if calls:
        return _turn(
            number,
            said,
            _text(calls, token),
            mine,
            brought,
            token,
            evidence=turn,
            known=frozenset((*drawn, *brought)),
        )
    words = _scrubbed(text)
    is_plain = not read_answers(text) and bool(words)
    return _turn(number, said, words, [], {}, token) if is_plain and said else None


def _turn(
    number: str,
    said: str,
    text: str,
    pictures: list[Generation],
    brought: dict[str, Generation],
    token: str,
    *,
    evidence: dict[str, Any] | None = None,
    known: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    named = {source for one in pictures for source in one.sources}
    seconds = (evidence or {}).get("seconds")
    return {
        "id": number,
        "said": said,
        "text": text,
        "state": "done",
        "uploads": [],
        "chosen": None,
        "because": _scrubbed(_words((evidence or {}).get("because")))[:500],
        "seconds": seconds if isinstance(seconds, int | float) else 0,
        "facts": {
            one.gen_id: {
                "width": one.width,
                "height": one.height,
                "sources": [gen for gen in one.sources if gen in known],
            }
            for one in pictures
        },
        "guests": {
            gen_id: {
                "src": f"/s/{token}/{gen_id}",
                "width": one.width,
                "height": one.height,
                "prompt": "",
                "origin": "uploaded",
            }
            for gen_id, one in brought.items()
            if gen_id in named
        },
    }


def _text(calls: Iterable[tuple[str, str | None, tuple[str, ...], list[Generation]]], token: str) -> str:
    """An answer that shows these pictures, in the transcript's own words."""
    lines = []
    for prompt, ratio, sources, pictures in calls:
        named: dict[str, Any] = {"gen_ids": sources} if len(sources) > 1 else {}
        if len(sources) == 1:
            named = {"gen_id": sources[0]}
        call = {"prompt": prompt, **({"ratio": ratio} if ratio else {}), **named}
        lines += ["```", json.dumps(call, ensure_ascii=False), "```", ""]
        for one in pictures:
            lines += [f"> gen_id: `{one.gen_id}`", "", f"![{one.gen_id}](/s/{token}/{one.gen_id})", ""]
    return "\n".join(lines)


def _words(value: Any) -> str:
    return well_formed(value) if isinstance(value, str) else ""


def _scrubbed(text: str) -> str:
    """Words without links to pictures of this server, which would go on leading there."""
    return _OWN_LINK.sub("…", text)


def _language(request: Request) -> str:
    """The reader's, of the two that there are."""
    for part in request.headers.get("accept-language", "").split(","):
        name = part.partition(";")[0].strip().lower()[:2]
        if name in ("zh", "en"):
            return name
    return "en"


def _read(body: bytes) -> ShareRequest:
    try:
        wanted = _decode(body)
    except msgspec.ValidationError as exc:
        raise BadRequest(f"The body does not say what to share: {exc}.") from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise BadRequest('The body is not JSON. Send {"conversation_id": ...} or {"gen_id": ...}.') from exc
    if (wanted.conversation_id is None) == (wanted.gen_id is None):
        raise BadRequest("Send either 'conversation_id' or 'gen_id'.")
    return wanted


def _no_such_link() -> NotFound:
    return NotFound("This link leads nowhere any more. Ask whoever sent it for a new one.")


def _json(body: msgspec.Struct, status: int = 200) -> Response:
    return Response(msgspec.json.encode(body), status, media_type="application/json")
