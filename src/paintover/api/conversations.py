"""`/v1/conversations`: what was said and drawn, kept for whoever said it, to be gone on with anywhere.

GET    /v1/conversations                       a page, the one touched last first; ?q= finds words
GET    /v1/conversations/{conversation_id}     with its turns; ?since= only those changed after that revision
PUT    /v1/conversations/{conversation_id}     all of it, new or with `If-Match`
PATCH  /v1/conversations/{conversation_id}     its title, and single turns, by their ids
DELETE /v1/conversations/{conversation_id}     it is forgotten, with the links to it; its pictures stay

A conversation is named by its client. Its turns are the client's own JSON objects, given back as they came; of each are
read `id`, `said`, `text` (the answer as it arrived) and `state`. The ETag is the revision.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.auth import owner_of
from paintover.api.errors import response_for
from paintover.api.links import Links
from paintover.api.paging import cursor_of, limit_of
from paintover.api.planning import LARGE_BODY_BYTES
from paintover.domain.errors import BadRequest, NotFound, Outdated
from paintover.domain.generation import Generation
from paintover.domain.talk import MAX_TITLE, Talk, TalkTurn
from paintover.store.conversations import MAX_TURNS, Change, Conversations
from paintover.store.generations import Generations
from paintover.store.shares import Shares
from paintover.transcript.reader import read_answers

MAX_QUERY = 200
"""Characters of a search."""
NAME_PATTERN = r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}"
OPEN_STATES = ("waiting", "drawing")
"""The states of a turn whose answer is still to come."""

_NAME = re.compile(NAME_PATTERN)
_TAG = re.compile(r'(?:W/)?"([1-9]\d{0,17})"', re.ASCII)
_LATEST = 4_102_444_800  # 2100, which every clock and column holds


class TurnFields(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a turn; whatever else it has is kept and given back."""

    id: Annotated[str, Meta(pattern=f"^{NAME_PATTERN}$")]
    said: str = ""
    """The words, by which the conversation is found."""
    text: str = ""
    """The answer, as it arrived."""
    state: str = "done"
    """`waiting` or `drawing` while the answer is still to come."""


class ConversationChange(msgspec.Struct, frozen=True, kw_only=True):
    """What is to become of a conversation."""

    title: Annotated[str, Meta(max_length=MAX_TITLE)] | None = None
    """Empty for its first words."""
    turns: Annotated[list[msgspec.Raw], Meta(max_length=MAX_TURNS)] = []
    updated_at: Annotated[int, Meta(ge=0, le=_LATEST)] | None = None
    """With a new one: when it was last touched, where that was before it came here. Whole seconds since 1970."""


class ConversationItem(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation in a list. Times are whole seconds since 1970."""

    id: str
    object: Literal["conversation"] = "conversation"
    title: str
    created_at: int
    updated_at: int
    revision: int
    """Grows with every change; the ETag."""
    turn_count: int
    picture_count: int
    cover: str | None
    """The link of its last picture."""
    is_open: bool
    """Whether one of its turns is waiting or being drawn."""


class ConversationBody(ConversationItem, frozen=True, kw_only=True):
    """A conversation with its turns."""

    turn_ids: list[str]
    """Of all turns, in order."""
    turns: list[msgspec.Raw]
    """All of them, or those changed after the revision that was asked for; as they came."""


class ConversationListBody(msgspec.Struct, frozen=True, kw_only=True):
    """One page, the one touched last first; `next_cursor` is the ``after`` of the next one."""

    object: Literal["list"] = "list"
    data: list[ConversationItem]
    has_more: bool
    next_cursor: str | None


_change = msgspec.json.Decoder(ConversationChange).decode
_turn = msgspec.json.Decoder(TurnFields).decode


class ConversationRoutes:
    """The surface over the store of conversations."""

    def __init__(
        self, *, conversations: Conversations, generations: Generations, shares: Shares, links: Links
    ) -> None:
        self._conversations = conversations
        self._shares = shares
        self._generations = generations
        self._links = links

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        one = "/v1/conversations/{conversation_id}"
        return [
            Route("/v1/conversations", self.show_all, methods=["GET"]),
            Route(one, self.show, methods=["GET"]),
            Route(one, self.replace, methods=["PUT"]),
            Route(one, self.change, methods=["PATCH"]),
            Route(one, self.delete, methods=["DELETE"]),
        ]

    async def show_all(self, request: Request) -> Response:
        """A page of the owner's conversations."""
        words = request.query_params.get("q", "")
        if len(words) > MAX_QUERY:
            raise BadRequest(f"'q' may have {MAX_QUERY} characters.", param="q")
        owner = owner_of(request)
        page = await self._conversations.page(
            owner=owner, limit=limit_of(request), after=cursor_of(request), words=words
        )
        covers = await self._covers(page.items, owner)
        body = ConversationListBody(
            data=[self._item(talk, covers) for talk in page.items],
            has_more=page.next_cursor is not None,
            next_cursor=page.next_cursor,
        )
        return _json(body)

    async def show(self, request: Request) -> Response:
        """One conversation with its turns."""
        name, owner, since = _name_in(request), owner_of(request), _since(request)
        talk = await self._conversations.get(name, owner=owner)
        if talk is not None and request.headers.get("if-none-match", "").strip() in _tags(talk):
            return Response(status_code=304, headers={"etag": _tags(talk)[0]})
        found = await self._conversations.whole(name, owner=owner, since=since)
        if found is None:
            raise no_such_conversation(name)
        talk, order, turns = found
        item = self._item(talk, await self._covers([talk], owner))
        body = ConversationBody(
            **msgspec.structs.asdict(item),
            turn_ids=list(order),
            turns=[msgspec.Raw(turn.body.encode()) for turn in turns],
        )
        return _json(body, talk)

    async def replace(self, request: Request) -> Response:
        """All of a conversation, in the place of what is there."""
        return await self._changed(request, is_whole=True)

    async def change(self, request: Request) -> Response:
        """A title, and turns which are added, or take the place of those with the same id."""
        return await self._changed(request, is_whole=False)

    async def delete(self, request: Request) -> Response:
        """Forget a conversation."""
        name, owner = _name_in(request), owner_of(request)
        try:
            was_there = await self._conversations.delete(name, owner=owner, expected=_expected(request))
        except Outdated as exc:
            return _outdated(exc)
        if not was_there:
            raise no_such_conversation(name)
        await self._shares.delete_of(name, owner=owner)
        return Response(
            msgspec.json.encode({"id": name, "object": "conversation.deleted", "deleted": True}),
            media_type="application/json",
        )

    async def _changed(self, request: Request, *, is_whole: bool) -> Response:
        name, owner, body = _name_in(request), owner_of(request), await request.body()
        if len(body) > LARGE_BODY_BYTES:
            wanted = await asyncio.to_thread(_read, body, is_whole=is_whole)
        else:
            wanted = _read(body, is_whole=is_whole)
        expected = _expected(request)
        if is_whole and expected is None:
            # Without a revision it can only be new: whatever is there would be lost.
            expected = 0
        try:
            talk = await self._conversations.put(
                name, wanted, owner=owner, expected=expected, may_make=is_whole
            )
        except Outdated as exc:
            return _outdated(exc)
        item = self._item(talk, await self._covers([talk], owner))
        return _json(item, talk, 201 if is_whole and expected == 0 else 200)

    async def _covers(self, talks: Iterable[Talk], owner: str) -> dict[str, Generation]:
        wanted = [talk.gen_ids[-1] for talk in talks if talk.gen_ids]
        return await self._generations.get_many(wanted, owner=owner) if wanted else {}

    def _item(self, talk: Talk, covers: dict[str, Generation]) -> ConversationItem:
        cover = covers.get(talk.gen_ids[-1]) if talk.gen_ids else None
        return ConversationItem(
            id=talk.conversation_id,
            title=talk.title,
            created_at=int(talk.created_at.timestamp()),
            updated_at=int(talk.updated_at.timestamp()),
            revision=talk.revision,
            turn_count=talk.turn_count,
            picture_count=len(talk.gen_ids),
            cover=None if cover is None else self._links.picture(cover.path),
            is_open=talk.is_open,
        )


def no_such_conversation(name: str) -> NotFound:
    """The answer for one that is not there, and for one of somebody else."""
    return NotFound(f"There is no conversation {name} here.", param="conversation_id")


def _name_in(request: Request) -> str:
    name: str = request.path_params["conversation_id"]
    if _NAME.fullmatch(name) is None:
        if request.method in ("PUT", "PATCH"):
            raise BadRequest(
                "A conversation's id has 1 to 64 letters, digits, dots, hyphens and underscores.",
                param="conversation_id",
            )
        raise no_such_conversation(name)
    return name


def _since(request: Request) -> int:
    asked = request.query_params.get("since", "0")
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 15):
        raise BadRequest("'since' is a revision: a whole number from 0 on.", param="since")
    return int(asked)


def _expected(request: Request) -> int | None:
    """The revision that a change is made from: 0 where none may be there, None where it does not matter."""
    if request.headers.get("if-none-match", "").strip() == "*":
        return 0
    asked = request.headers.get("if-match", "").strip()
    if asked in ("", "*"):
        return None
    match = _TAG.fullmatch(asked)
    if match is None:
        raise BadRequest("'If-Match' is the ETag of the conversation, such as \"3\".", param="If-Match")
    return int(match[1])


def _read(body: bytes, *, is_whole: bool) -> Change:
    try:
        wanted = _change(body)
        turns = tuple(_read_turn(bytes(raw).decode()) for raw in wanted.turns)
    except msgspec.ValidationError as exc:
        raise BadRequest(f"The body does not say what is to be kept: {exc}.") from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise BadRequest("The body is not JSON. Send an object with 'turns'.") from exc
    if len({turn.turn_id for turn in turns}) < len(turns):
        raise BadRequest("Two of the turns have the same id.", param="turns")
    title = wanted.title
    if title is not None:
        title = " ".join(title.split())
    elif is_whole:
        title = ""
    touched = None if wanted.updated_at is None else datetime.fromtimestamp(wanted.updated_at, UTC)
    return Change(title=title, turns=turns, is_whole=is_whole, touched_at=touched)


def _read_turn(body: str) -> TalkTurn:
    fields = _turn(body)
    return TalkTurn(
        turn_id=fields.id,
        said=fields.said,
        gen_ids=gen_ids_in(fields.text),
        is_open=fields.state in OPEN_STATES,
        body=body,
    )


def gen_ids_in(text: str) -> tuple[str, ...]:
    """The pictures that an answer claims to show, in order, each once."""
    shown = [picture.gen_id for answer in read_answers(text) for picture in answer.pictures if picture.gen_id]
    return tuple(dict.fromkeys(shown))


def _tags(talk: Talk) -> Sequence[str]:
    return (f'"{talk.revision}"', f'W/"{talk.revision}"')


def _outdated(error: Outdated) -> Response:
    response = response_for(error)
    if error.revision is not None:
        response.headers["etag"] = f'"{error.revision}"'
    return response


def _json(body: msgspec.Struct, talk: Talk | None = None, status: int = 200) -> Response:
    headers = {} if talk is None else {"etag": _tags(talk)[0]}
    return Response(msgspec.json.encode(body), status, headers, media_type="application/json")
