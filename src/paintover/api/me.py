"""`GET /v1/me`: what the key that is sent is good for. Any key may ask."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.auth import allowed_by, key_of, owner_of


def routes() -> list[Route]:
    """The routes of this surface."""

    async def show(request: Request) -> Response:
        """Who is asking, as the door has seen it."""
        key = key_of(request)
        body = {
            "object": "me",
            "owner": owner_of(request),
            "key_id": None if key is None else key.id,
            "name": None if key is None else key.name,
            "scopes": sorted(allowed_by(request.scope)),
        }
        return Response(msgspec.json.encode(body), media_type="application/json")

    return [Route("/v1/me", show, methods=["GET"])]
