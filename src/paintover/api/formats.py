"""`GET /v1/generations/{gen_id}/file`: a picture as a file of another format, for whoever may see it."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.auth import owner_of
from paintover.domain.call import Output, OutputFormat
from paintover.domain.errors import BadRequest, NotFound
from paintover.domain.generation import Generation
from paintover.engines.protocol import Engine
from paintover.store.generations import EXTENSIONS, Generations
from paintover.tasks.encoding import encoded
from paintover.tasks.keep import Keeper

SVG = "image/svg+xml"
FORMATS = (*get_args(OutputFormat), "jpg", "svg")
USUAL_QUALITY = 90
_HEADERS = {
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    # An SVG that is opened by itself is a page: this one may do nothing but show what is in it.
    "content-security-policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
}


def routes(generations: Generations, keeper: Keeper, engine: Engine) -> list[Route]:
    """The route of this surface. `engine` writes down as SVG what it has drawn."""

    async def download(request: Request) -> Response:
        """The picture's file in the format asked for."""
        wanted, quality = _format(request), _quality(request)
        gen_id = request.path_params["gen_id"]
        generation = await generations.get(gen_id, owner=owner_of(request))
        if generation is None:
            raise NotFound(f"There is no picture {gen_id} here.", param="gen_id")
        source = await keeper.source(generation)
        if wanted == "svg":
            if source.scene is None:
                raise BadRequest(
                    "This picture is pixels and no drawing, so there is no SVG of it: ask for png, webp or jpeg.",
                    param="format",
                )
            # What another engine wrote as its scene is not for this one to read.
            return _file(await engine.svg(replace(source, image=b"")), SVG, generation, "svg")
        content, media_type = source.image, source.media_type
        if wanted is not None:
            output = Output(format=cast(OutputFormat, wanted), compression=quality)
            content, media_type = await asyncio.to_thread(encoded, content, media_type, output)
        return _file(content, media_type, generation, EXTENSIONS[media_type])

    return [Route("/v1/generations/{gen_id}/file", download, methods=["GET"])]


def _format(request: Request) -> str | None:
    asked = request.query_params.get("format")
    if asked is None:
        return None
    if asked.lower() not in FORMATS:
        raise BadRequest(f"'format' is one of {', '.join(FORMATS)}.", param="format")
    return "jpeg" if asked.lower() == "jpg" else asked.lower()


def _quality(request: Request) -> int:
    asked = request.query_params.get("quality", str(USUAL_QUALITY))
    if not re.fullmatch(r"[0-9]{1,3}", asked, re.ASCII) or int(asked) > 100:
        raise BadRequest(
            "'quality' is a whole number from 0 to 100; WebP of 100 loses nothing.", param="quality"
        )
    return int(asked)


def _file(content: bytes, media_type: str, generation: Generation, extension: str) -> Response:
    name = re.sub(r"[^0-9A-Za-z_-]", "_", generation.gen_id)[:80]
    disposition = f'attachment; filename="{name}.{extension}"'
    return Response(content, headers={**_HEADERS, "content-disposition": disposition}, media_type=media_type)
