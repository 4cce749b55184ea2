"""`/v1/generations`: the pictures of whoever asks, what is known of each, and which was made from which."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal, cast, get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.auth import owner_of
from paintover.api.links import Links
from paintover.api.paging import cursor_of, limit_of
from paintover.domain.errors import BadRequest, NotFound, PictureDeleted
from paintover.domain.generation import Generation, Origin
from paintover.domain.lineage import Direction
from paintover.domain.ratio import parse_ratio
from paintover.store.conversations import Conversations
from paintover.store.generations import Generations, Wanted
from paintover.store.shares import Shares
from paintover.tasks.thumbnails import Thumbnails


class GenerationItem(msgspec.Struct, frozen=True, kw_only=True):
    """A picture in a list or a lineage. Times are whole seconds since 1970."""

    gen_id: str
    object: Literal["generation"] = "generation"
    origin: Origin
    task_id: str | None
    prompt: str
    ratio: str
    width: int
    height: int
    sources: tuple[str, ...]
    engine: str | None
    favourite: bool
    created_at: int
    deleted_at: int | None
    """Where it is set, the picture is gone: what is left is its place in the tree."""
    url: str
    """Empty where it is deleted."""
    download_url: str


class GenerationBody(GenerationItem, frozen=True, kw_only=True):
    """Everything that is known of a picture."""

    batch_index: int
    media_type: str
    byte_length: int
    engine_version: str | None
    seed: int | None
    scene: dict[str, Any] | None
    notes: tuple[str, ...]
    changes: str | None
    """Of an edit, what is different now."""


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """What may be changed of a picture."""

    favourite: bool


class DependentsBody(msgspec.Struct, frozen=True, kw_only=True):
    """What would miss a picture: the pictures that were made from it, the conversations that show it, and the links by
    which others see it."""

    gen_id: str
    edits: tuple[str, ...]
    conversations: tuple[str, ...]
    shares: tuple[str, ...]
    """Of links that work; they go on working, without the picture."""


class DeletedPicture(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a deletion."""

    gen_id: str
    object: Literal["generation.deleted"] = "generation.deleted"
    deleted: Literal[True] = True


LISTED: tuple[Origin, ...] = tuple(origin for origin in get_args(Origin) if origin != "mask")
"""Where listed pictures come from."""
_decode = msgspec.json.Decoder(Marks).decode


class EdgeBody(msgspec.Struct, frozen=True):
    """`child` was made from `parent`."""

    parent: str
    child: str


class LineageBody(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the tree of pictures, its nodes from the oldest to the newest."""

    root: str
    nodes: list[GenerationItem]
    edges: list[EdgeBody]


class ListBody(msgspec.Struct, frozen=True, kw_only=True):
    """One page, newest first; `next_cursor` is the ``after`` of the next one."""

    object: Literal["list"] = "list"
    data: list[GenerationItem]
    has_more: bool
    next_cursor: str | None


def routes(
    generations: Generations,
    conversations: Conversations,
    shares: Shares,
    thumbnails: Thumbnails,
    links: Links,
) -> list[Route]:
    """The routes of this surface."""

    async def show(request: Request) -> Response:
        """One picture."""
        gen_id = request.path_params["gen_id"]
        generation = await generations.get(gen_id, owner=owner_of(request))
        if generation is None and await generations.deleted(gen_id, owner=owner_of(request)):
            raise PictureDeleted(f"The picture {gen_id} was deleted.", param="gen_id")
        if generation is None:
            raise NotFound(f"There is no picture {gen_id} here.", param="gen_id")
        return _json(body_of(generation, links))

    async def change(request: Request) -> Response:
        """Mark a picture as a favourite, or no longer."""
        marks = _read(await request.body())
        generation = await generations.mark(
            request.path_params["gen_id"], owner=owner_of(request), is_favourite=marks.favourite
        )
        return _json(body_of(generation, links))

    async def delete(request: Request) -> Response:
        """Delete a picture, once or again."""
        gen_id = request.path_params["gen_id"]
        digest = await generations.delete(gen_id, owner=owner_of(request), now=datetime.now(UTC))
        if digest is not None:
            thumbnails.forget(digest)
        return _json(DeletedPicture(gen_id=gen_id))

    async def show_dependents(request: Request) -> Response:
        """What would miss a picture that is deleted."""
        gen_id, owner = request.path_params["gen_id"], owner_of(request)
        if await generations.get(gen_id, owner=owner) is None:
            raise NotFound(f"There is no picture {gen_id} here.", param="gen_id")
        return _json(
            DependentsBody(
                gen_id=gen_id,
                edits=await generations.edits_of(gen_id, owner=owner),
                conversations=await conversations.showing(gen_id, owner=owner),
                shares=await shares.showing(gen_id, owner=owner),
            )
        )

    async def show_lineage(request: Request) -> Response:
        """Where a picture comes from, or what came of it."""
        owner = owner_of(request)
        found = await generations.lineage(
            request.path_params["gen_id"], owner=owner, direction=_direction(request)
        )
        nodes = await generations.get_many(found.nodes, owner=owner, even_deleted=True)
        return _json(
            LineageBody(
                root=found.root,
                nodes=[item_of(node, links) for node in nodes.values()],
                edges=[EdgeBody(edge.parent, edge.child) for edge in found.edges],
            )
        )

    async def show_all(request: Request) -> Response:
        """A page of the owner's pictures."""
        page = await generations.page(
            owner=owner_of(request),
            limit=limit_of(request),
            after=cursor_of(request),
            wanted=_wanted(request),
        )
        return _json(
            ListBody(
                data=[item_of(generation, links) for generation in page.items],
                has_more=page.next_cursor is not None,
                next_cursor=page.next_cursor,
            )
        )

    return [
        Route("/v1/generations", show_all, methods=["GET"]),
        Route("/v1/generations/{gen_id}", show, methods=["GET"]),
        Route("/v1/generations/{gen_id}", change, methods=["PATCH"]),
        Route("/v1/generations/{gen_id}", delete, methods=["DELETE"]),
        Route("/v1/generations/{gen_id}/dependents", show_dependents, methods=["GET"]),
        Route("/v1/generations/{gen_id}/lineage", show_lineage, methods=["GET"]),
    ]


def _json(body: msgspec.Struct) -> Response:
    return Response(msgspec.json.encode(body), media_type="application/json")


def item_of(generation: Generation, links: Links) -> GenerationItem:
    """A picture as lists and lineages show it."""
    return GenerationItem(**_item_fields(generation, links))


def body_of(generation: Generation, links: Links) -> GenerationBody:
    """A picture with everything that is known of it."""
    return GenerationBody(
        **_item_fields(generation, links),
        batch_index=generation.batch_index,
        media_type=generation.media_type,
        byte_length=generation.byte_length,
        engine_version=generation.engine_version,
        seed=generation.seed,
        scene=generation.scene,
        notes=generation.notes,
        changes=generation.changes,
    )


def _item_fields(generation: Generation, links: Links) -> dict[str, Any]:
    return {
        "gen_id": generation.gen_id,
        "origin": generation.origin,
        "task_id": generation.task_id,
        "prompt": generation.prompt,
        "ratio": str(generation.ratio),
        "width": generation.width,
        "height": generation.height,
        "sources": generation.sources,
        "engine": generation.engine,
        "favourite": generation.is_favourite,
        "created_at": int(generation.created_at.timestamp()),
        "deleted_at": None if generation.deleted_at is None else int(generation.deleted_at.timestamp()),
        "url": "" if generation.deleted_at else links.picture(generation.path),
        "download_url": "" if generation.deleted_at else links.download(generation.path),
    }


def _read(body: bytes) -> Marks:
    try:
        return _decode(body)
    except msgspec.ValidationError as exc:
        raise BadRequest(
            f'The body does not say what to change: {exc}. Send {{"favourite": true}}.', param="favourite"
        ) from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise BadRequest('The body is not JSON. Send {"favourite": true}.') from exc


MOST_WORDS_CHARACTERS = 1_000
LAST_SECOND = 253_402_300_799
"""The last one of the year 9999."""


def _wanted(request: Request) -> Wanted:
    asked = request.query_params
    origins = tuple(asked["origin"].split(",")) if asked.get("origin") else ()
    if not set(origins) <= set(LISTED):
        raise BadRequest(f"'origin' is one of {', '.join(LISTED)}, or several with commas.", param="origin")
    words = asked.get("q", "")
    if len(words) > MOST_WORDS_CHARACTERS:
        raise BadRequest(f"'q' may have {MOST_WORDS_CHARACTERS:,} characters.", param="q")
    return Wanted(
        only_favourites=_only_favourites(request),
        origins=cast("tuple[Origin, ...]", origins),
        ratio=parse_ratio(asked["ratio"]) if asked.get("ratio") else None,
        engine=asked.get("engine") or None,
        words=words,
        since=_moment(request, "since"),
        until=_moment(request, "until"),
    )


def _moment(request: Request, name: str) -> datetime | None:
    asked = request.query_params.get(name)
    if not asked:
        return None
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 12 and int(asked) <= LAST_SECOND):
        raise BadRequest(f"'{name}' is a time in whole seconds since 1970.", param=name)
    return datetime.fromtimestamp(int(asked), UTC)


def _only_favourites(request: Request) -> bool:
    asked = request.query_params.get("favourite", "false")
    if asked not in ("true", "false"):
        raise BadRequest("'favourite' is true or false.", param="favourite")
    return asked == "true"


def _direction(request: Request) -> Direction:
    asked = request.query_params.get("direction", "ancestors")
    if asked not in get_args(Direction):
        raise BadRequest(f"'direction' is one of {', '.join(get_args(Direction))}.", param="direction")
    return cast(Direction, asked)
