"""`/v1/keys`: further keys of one's own, none of which allows more than the key that makes it.

GET    /v1/keys             the owner's keys, oldest first
POST   /v1/keys             {"name", "scopes"} -> the key, shown this once
DELETE /v1/keys/{key_id}    no request is let in with it any more, nor with those made with it
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.auth import key_of
from paintover.domain.errors import BadRequest, Forbidden, NotFound
from paintover.domain.scope import USUAL_SCOPES, Scope
from paintover.store.keys import Key, Keys


class KeyRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A key that is wished for."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    scopes: frozenset[Scope] = USUAL_SCOPES


_decode = msgspec.json.Decoder(KeyRequest).decode


def routes(keys: Keys) -> list[Route]:
    """The routes of this surface. The door lets in only keys with the scope that is needed here."""

    async def show_all(request: Request) -> Response:
        """The owner's keys."""
        found = await keys.all(owner=_maker(request).owner)
        return _json({"object": "list", "data": [_told(key) for key in found]})

    async def create(request: Request) -> Response:
        """Make one."""
        wanted = _read(await request.body())
        made = await keys.create(wanted.name, scopes=wanted.scopes, maker=_maker(request))
        known = await keys.find(made)
        if known is None:
            raise Forbidden("The key that was to make another has been revoked.")
        return _json({**_told(known), "key": made}, 201)

    async def revoke(request: Request) -> Response:
        """End one of the owner's, unless it allows more than the one that asks."""
        maker, key_id = _maker(request), request.path_params["key_id"]
        known = next((key for key in await keys.all(owner=maker.owner) if key.id == key_id), None)
        if known is None:
            raise NotFound(f"There is no key {key_id} here.", param="key_id")
        if not known.scopes <= maker.scopes:
            raise Forbidden("That key allows more than yours: only one like it can end it.", param="key_id")
        await keys.revoke(key_id)
        return _json({"id": key_id, "object": "key.deleted", "deleted": True})

    return [
        Route("/v1/keys", show_all, methods=["GET"]),
        Route("/v1/keys", create, methods=["POST"]),
        Route("/v1/keys/{key_id}", revoke, methods=["DELETE"]),
    ]


def _maker(request: Request) -> Key:
    key = key_of(request)
    if key is None:
        raise Forbidden("Keys are made with a key, or with: paintover keys create --name NAME")
    return key


def _read(body: bytes) -> KeyRequest:
    try:
        return _decode(body)
    except msgspec.ValidationError as exc:
        raise BadRequest(f"The body does not say which key to make: {exc}.") from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise BadRequest("The body is not JSON. Send 'name' and 'scopes'.") from exc


def _told(key: Key) -> dict[str, Any]:
    return {
        "id": key.id,
        "object": "key",
        "name": key.name,
        "scopes": sorted(key.scopes),
        "created_at": int(key.created_at.timestamp()),
        "revoked_at": None if key.revoked_at is None else int(key.revoked_at.timestamp()),
        "made_by": key.made_by,
    }


def _json(body: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(body), status, media_type="application/json")
