"""The parts of a server as one ASGI application: every route, what guards them, and how uvicorn serves them."""

from __future__ import annotations

import gc
import platform
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

import pyvips
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from paintover import __version__, web
from paintover.api import files, formats, generations, keys, me, models, openapi
from paintover.api.access import Access
from paintover.api.admin import AdminRoutes, Configuration
from paintover.api.admission import OpenAnswers
from paintover.api.chat import Chat, ChatSettings
from paintover.api.connection import Patience, connections_with
from paintover.api.conversations import ConversationRoutes
from paintover.api.errors import HANDLERS
from paintover.api.images import Images, ImagesSettings
from paintover.api.mcp import Mcp
from paintover.api.mcp.recall import Recall
from paintover.api.mcp.tools import Tools
from paintover.api.planning import Planning
from paintover.api.references import References
from paintover.api.responses import ResponsesRoutes, ResponsesSettings
from paintover.api.shares import ShareRoutes
from paintover.api.tasks import TaskRoutes
from paintover.api.uploads import FileRoutes
from paintover.api.usage import UsageRoutes
from paintover.domain.task import Webhook
from paintover.engines.protocol import Capabilities
from paintover.parts import Parts, is_loopback, webhook_networks
from paintover.planner.offline import OfflinePlanner
from paintover.reloading import Reloader
from paintover.store.usage import Usage
from paintover.tasks.webhooks import check_webhook
from paintover.web.shared import SharedPages

_PUBLIC_PREFIXES = ("/cdn/", "/static/", "/s/")
_PUBLIC_PATHS = frozenset({"/", "/docs", "/healthz", "/favicon.ico", "/openapi.json"})


def routes_of(parts: Parts) -> list[Route]:
    """Every route of the server."""

    async def healthz(request: Request) -> Response:
        ready = parts.desk.is_ready
        told = {"status": "ok" if ready else "unavailable"}
        if parts.reloader is not None and parts.reloader.is_refused:
            told["configuration"] = "refused"
        return JSONResponse(told, 200 if ready else 503)

    return [
        Route("/healthz", healthz),
        *_drawing_routes(parts),
        *_kept_routes(parts),
        *keys.routes(parts.keys),
        *me.routes(),
        *_administration_routes(parts),
        *files.routes(parts.generations, parts.blobs, parts.thumbnails),
        *openapi.routes(page_headers=web.PAGE_HEADERS),
        *web.routes(),
    ]


def _drawing_routes(parts: Parts) -> list[Route]:
    """Those by which pictures are asked for, and what becomes of that is followed."""
    common = _common(parts)
    images = _images(parts, common)
    return [
        *_chat(parts, common).routes(),
        *images.routes(),
        *_responses(parts, common).routes(),
        *models.routes(lambda: parts.engine.models, lambda name: parts.engine.capabilities_of(name)),
        *TaskRoutes(
            tasks=parts.tasks,
            desk=parts.desk,
            links=parts.links,
            keepalive_s=parts.settings.keepalive_s,
            open_answers=common.open_answers,
        ).routes(),
        *_mcp(parts, images, common.open_answers).routes(),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What the surfaces that draw have in common."""

    planning: Planning
    references: References
    open_answers: OpenAnswers
    capabilities: Callable[[], Capabilities]
    check_webhook: Callable[[Webhook], None]


def _common(parts: Parts) -> _Common:
    allowed = webhook_networks(parts.settings)
    return _Common(
        planning=Planning(
            planner=parts.planner, uploads=parts.uploads, generations=parts.generations, links=parts.links
        ),
        references=References(uploads=parts.uploads, generations=parts.generations, links=parts.links),
        open_answers=OpenAnswers(parts.settings.owner_stream_limit),
        capabilities=lambda: parts.engine.capabilities,
        check_webhook=lambda webhook: check_webhook(webhook, allowed),
    )


def _chat(parts: Parts, common: _Common) -> Chat:
    settings = parts.settings
    return Chat(
        planning=common.planning,
        references=common.references,
        desk=parts.desk,
        tasks=parts.tasks,
        links=parts.links,
        read=parts.keeper.image,
        capabilities=common.capabilities,
        check_webhook=common.check_webhook,
        settings=ChatSettings(
            max_n=settings.max_n,
            heartbeat_s=settings.heartbeat_s,
            keepalive_s=settings.keepalive_s,
            download_link=settings.download_link,
            offer_alternative=settings.offer_alternative,
        ),
        open_answers=common.open_answers,
    )


def _images(parts: Parts, common: _Common) -> Images:
    settings = parts.settings
    return Images(
        # A prompt's shape can be read by rules; no model is asked.
        planner=OfflinePlanner(),
        desk=parts.desk,
        tasks=parts.tasks,
        references=common.references,
        generations=parts.generations,
        keeper=parts.keeper,
        links=parts.links,
        capabilities=common.capabilities,
        check_webhook=common.check_webhook,
        settings=ImagesSettings(max_n=settings.max_n, keepalive_s=settings.keepalive_s),
        open_answers=common.open_answers,
    )


def _responses(parts: Parts, common: _Common) -> ResponsesRoutes:
    settings = parts.settings
    return ResponsesRoutes(
        planning=common.planning,
        desk=parts.desk,
        tasks=parts.tasks,
        responses=parts.responses,
        references=common.references,
        generations=parts.generations,
        keeper=parts.keeper,
        links=parts.links,
        capabilities=common.capabilities,
        check_webhook=common.check_webhook,
        settings=ResponsesSettings(
            max_n=settings.max_n,
            keepalive_s=settings.keepalive_s,
            offer_alternative=settings.offer_alternative,
        ),
        open_answers=common.open_answers,
    )


def _mcp(parts: Parts, images: Images, open_answers: OpenAnswers) -> Mcp:
    return Mcp(
        tools=Tools(
            images=images,
            recall=Recall(planner=parts.planner, generations=parts.generations),
            generations=parts.generations,
            tasks=parts.tasks,
            desk=parts.desk,
            links=parts.links,
        ),
        keeper=parts.keeper,
        sessions=parts.mcp_sessions,
        open_answers=open_answers,
        max_body_bytes=parts.settings.max_body_bytes,
        quiet_s=parts.settings.heartbeat_s,
    )


def _kept_routes(parts: Parts) -> list[Route]:
    """Those of what is kept: pictures, conversations, links to them, uploaded files."""
    shared = SharedPages()
    return [
        *generations.routes(
            parts.generations, parts.conversations, parts.shares, parts.thumbnails, parts.links
        ),
        *formats.routes(parts.generations, parts.keeper, parts.engine),
        *ConversationRoutes(
            conversations=parts.conversations,
            generations=parts.generations,
            shares=parts.shares,
            links=parts.links,
        ).routes(),
        *ShareRoutes(
            shares=parts.shares,
            conversations=parts.conversations,
            generations=parts.generations,
            blobs=parts.blobs,
            links=parts.links,
            page=shared.page,
            gone=shared.gone,
            page_headers=web.PAGE_HEADERS,
        ).routes(),
        *FileRoutes(files=parts.files, uploads=parts.uploads, keeper=parts.keeper).routes(),
    ]


def _administration_routes(parts: Parts) -> list[Route]:
    """Those of what was used, and of the running server."""
    return [
        *UsageRoutes(
            usage=Usage(parts.database), keys=parts.keys, prices=lambda: parts.tasks.prices
        ).routes(),
        *AdminRoutes(
            desk=parts.desk,
            tasks=parts.tasks,
            keys=parts.keys,
            router=parts.engine,
            folder=parts.folder,
            prices=lambda: parts.tasks.prices,
            configuration=lambda: configuration_of(parts.reloader),
            versions=versions(),
        ).routes(),
    ]


def configuration_of(reloader: Reloader | None) -> Configuration | None:
    """What is told of the file of the settings; nothing where they come from no file."""
    if reloader is None:
        return None
    refusal = reloader.refusal
    return Configuration(
        refused_because=None if refusal is None else refusal.reason,
        refused_at=None if refusal is None else refusal.at,
        read_at=reloader.read_at,
    )


def versions() -> dict[str, str]:
    """Of the server and of what it stands on."""
    return {
        "paintover": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "libvips": ".".join(str(pyvips.version(part)) for part in range(3)),
        "system": f"{platform.system()} {platform.machine()}",
    }


def app_of(parts: Parts) -> Starlette:
    """The whole server as an ASGI application. It has no lifespan of its own: it lives as long as its parts are open,
    and what cannot be opened has been told in words before."""
    guarded = not is_loopback(parts.settings.host)

    async def keyless() -> bool:
        # Once there was a key, every request needs one: that answer can be kept.
        nonlocal guarded
        guarded = guarded or await parts.keys.any()
        return not guarded

    access = Middleware(
        Access,
        find_key=parts.keys.find,
        keyless=keyless,
        is_public=is_public_path,
        max_body_bytes=parts.settings.max_body_bytes,
        owner_requests_per_minute=parts.settings.owner_requests_per_minute,
    )
    app = Starlette(routes=routes_of(parts), exception_handlers=HANDLERS, middleware=[access])
    # What is nearly a path of ours is none: a redirect would lead wherever the Host header says.
    app.router.redirect_slashes = False
    _settle()
    return app


def server_config(parts: Parts, *, drain_s: int | None = None) -> uvicorn.Config:
    """How uvicorn serves it all; open streams have `drain_s` to end after a request to stop."""
    settings = parts.settings
    patience = Patience(
        head_s=settings.head_timeout_s, body_s=settings.body_timeout_s, write_s=settings.write_timeout_s
    )
    return uvicorn.Config(
        app_of(parts),
        http=connections_with(patience),
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=drain_s,
    )


def is_public_path(path: str) -> bool:
    """Whether a path is answered without a key: the page, the health check and links that carry their capability."""
    return path in _PUBLIC_PATHS or path.startswith(_PUBLIC_PREFIXES)


def _settle() -> None:
    """Keep the garbage collector from walking what never goes away (first chunk's p99 at 5,000 streams: a tenth)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1_000)
