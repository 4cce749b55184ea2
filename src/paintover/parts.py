"""The parts of one server, opened in order and closed in the opposite one: the only place where they are put together."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from paintover.api.links import Links
from paintover.api.mcp import McpSessions
from paintover.api.tasks import task_json
from paintover.domain.errors import BadRequest
from paintover.engines.building import build_router, rebuild
from paintover.engines.protocol import Engine
from paintover.engines.routing import Entry, Router, alone
from paintover.intake.addresses import Network, read_networks
from paintover.intake.fetch import Fetcher
from paintover.intake.guarded import GuardedIntake
from paintover.intake.post import Poster
from paintover.memory import share_one_arena
from paintover.moderation.endpoint import ModerationEndpoint
from paintover.moderation.protocol import Judge, Judges
from paintover.moderation.words import WordList
from paintover.planner.offline import OfflinePlanner
from paintover.planner.protocol import Planner
from paintover.reloading import Reloader
from paintover.settings import Settings, SettingsSource
from paintover.store.blobs import Blobs
from paintover.store.conversations import Conversations
from paintover.store.database import Database
from paintover.store.files import Files, Quota
from paintover.store.folder import DataFolder
from paintover.store.generations import Generations
from paintover.store.keys import Keys, load_secret
from paintover.store.lock import FolderLock
from paintover.store.responses import Responses
from paintover.store.shares import Shares
from paintover.store.tasks import Tasks
from paintover.store.webhooks import Deliveries
from paintover.tasks.desk import Desk, DeskLimits
from paintover.tasks.keep import Keeper
from paintover.tasks.moderation import Moderated, Moderator
from paintover.tasks.restore import Restorer
from paintover.tasks.thumbnails import Thumbnails
from paintover.tasks.tidy import forget_files, forget_keys, sweep
from paintover.tasks.uploads import Uploads
from paintover.tasks.webhooks import WebhookSender

Result = TypeVar("Result")

KEPT_CONNECTIONS = 16
"""To servers whose engines' pictures are fetched."""
DATABASE_NAME = "paintover.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The wired parts of one server."""

    settings: Settings
    database: Database
    keys: Keys
    engine: Router
    fetcher: Fetcher
    desk: Desk
    generations: Generations
    tasks: Tasks
    responses: Responses
    conversations: Conversations
    shares: Shares
    blobs: Blobs
    keeper: Keeper
    thumbnails: Thumbnails
    files: Files
    uploads: Uploads
    planner: Planner
    links: Links
    mcp_sessions: McpSessions
    sweeping: asyncio.Task[int]
    folder: DataFolder
    reloader: Reloader | None
    """None where the settings come from no file."""


def is_loopback(host: str) -> bool:
    """Whether listening on `host` can be reached from this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def public_url(settings: Settings) -> str:
    """Scheme and host of the links, without a slash at the end."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def webhook_networks(settings: Settings) -> tuple[Network, ...]:
    """The networks that webhooks may reach although they are forbidden.

    Raises:
        BadRequest: the setting names something else.
    """
    try:
        return read_networks([text for text in settings.webhook_allow.split(",") if text.strip()])
    except ValueError as exc:
        raise BadRequest(
            f"The setting webhook_allow is not usable: {exc}. Write networks such as 10.1.0.0/16, with commas between."
        ) from exc


def open_router(settings: Settings, intake: GuardedIntake) -> Router:
    """Every engine that the settings name.

    Raises:
        BadRequest, EngineFailed: as `build_router`.
    """
    return build_router(
        intake,
        engine=settings.engine,
        options=settings.engine_options(),
        engines=settings.engines,
        models=settings.models,
    )


@asynccontextmanager
async def open_parts(
    settings: Settings, engine: Engine | None = None, source: SettingsSource | None = None
) -> AsyncIterator[Parts]:
    """Open the data folder, start the engine and the desk; close them all in the opposite order. The file of `source` is
    followed while they are open.

    Raises:
        BadRequest: the server would listen beyond loopback without any key, or a setting is not usable.
        FolderInUse: another server has the data folder.
        StoreFailed: the data folder cannot be used.
        EngineFailed: the engine cannot be loaded.
    """
    share_one_arena()
    async with AsyncExitStack() as stack:
        planner = await stack.enter_async_context(open_planner(settings))
        judges = await stack.enter_async_context(open_judges(settings))
        links = Links(public_url(settings))
        poster = Poster(allow=webhook_networks(settings))
        stack.push_async_callback(poster.aclose)
        stores = await _open_stores(stack, settings)
        intake = GuardedIntake(max_bytes=settings.fetch_max_bytes, keep=KEPT_CONNECTIONS)
        stack.push_async_callback(intake.aclose)
        router = open_router(settings, intake) if engine is None else alone(engine)
        stack.push_async_callback(router.aclose)
        fetcher = Fetcher(max_bytes=settings.fetch_max_bytes, timeout_s=settings.fetch_timeout_s)
        stack.push_async_callback(fetcher.aclose)
        keeper = Keeper(stores.blobs)
        webhooks = WebhookSender(
            deliveries=Deliveries(stores.database),
            tasks=stores.tasks,
            poster=poster,
            show=task_json,
            backoff_s=settings.webhook_backoff_s,
        )
        stack.push_async_callback(webhooks.aclose)
        desk = _desk(
            settings,
            stores,
            keeper,
            Moderator(judges),
            router,
            fetcher,
            own_path=links.path_of,
            on_end=webhooks.wake,
        )
        stack.push_async_callback(desk.aclose)
        await desk.start()
        webhooks.start()
        mcp_sessions = McpSessions()
        stack.push_async_callback(mcp_sessions.aclose)
        sweeping = _in_background(stack, sweep(stores.blobs, stores.generations))
        _in_background(stack, forget_keys(stores.tasks))
        _in_background(stack, forget_files(stores.files, stores.blobs, stores.generations))
        _in_background(stack, _get_ready(router))
        reloader = None
        if source is not None and engine is None:
            follow = _Following(router, intake, stores.tasks)
            stack.push_async_callback(follow.aclose)
            reloader = Reloader(source, settings, follow)
            _in_background(stack, reloader.watch())
        yield Parts(
            settings=settings,
            database=stores.database,
            keys=stores.keys,
            engine=router,
            fetcher=fetcher,
            desk=desk,
            generations=stores.generations,
            tasks=stores.tasks,
            responses=Responses(stores.database),
            shares=Shares(stores.database),
            conversations=Conversations(
                stores.database,
                Quota(count=settings.owner_conversation_limit, max_bytes=settings.owner_conversation_bytes),
            ),
            blobs=stores.blobs,
            keeper=keeper,
            thumbnails=Thumbnails(stores.blobs.get),
            files=stores.files,
            uploads=Uploads(generations=stores.generations, files=stores.files, keeper=keeper),
            planner=planner,
            links=links,
            mcp_sessions=mcp_sessions,
            sweeping=sweeping,
            folder=stores.folder,
            reloader=reloader,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stores:
    """What lies in the data folder."""

    database: Database
    folder: DataFolder
    keys: Keys
    generations: Generations
    tasks: Tasks
    blobs: Blobs
    files: Files


async def _open_stores(stack: AsyncExitStack, settings: Settings) -> _Stores:
    """Take the data folder, and let nobody in who may not come in."""
    folder = Path(settings.data)
    lock = await asyncio.to_thread(FolderLock.take, folder)
    stack.callback(lock.release)
    database = await Database.open(folder / DATABASE_NAME)
    stack.push_async_callback(database.aclose)
    measured = DataFolder(folder, folder / DATABASE_NAME)
    stack.push_async_callback(measured.aclose)
    keys = Keys(database, load_secret(folder))
    await _check_door(settings, keys)
    return _Stores(
        database=database,
        folder=measured,
        keys=keys,
        generations=Generations(database),
        tasks=Tasks(database, settings.price_list()),
        blobs=Blobs(folder / "blobs"),
        files=Files(database, Quota(count=settings.owner_file_limit, max_bytes=settings.owner_file_bytes)),
    )


def _desk(
    settings: Settings,
    stores: _Stores,
    keeper: Keeper,
    moderator: Moderator,
    router: Router,
    fetcher: Fetcher,
    *,
    own_path: Callable[[str], str | None],
    on_end: Callable[[], None],
) -> Desk:
    """What draws: whatever the engines make of it is judged before anybody sees it."""
    judged = Moderated(router, moderator)
    restorer = Restorer(
        generations=stores.generations,
        tasks=stores.tasks,
        keeper=keeper,
        engine=judged,
        moderator=moderator,
        fetcher=fetcher,
        fetch_budget_s=settings.fetch_timeout_s,
        own_path=own_path,
    )
    return Desk(
        tasks=stores.tasks,
        keeper=keeper,
        restorer=restorer,
        moderator=moderator,
        engine=judged,
        limits=_desk_limits(settings),
        on_end=on_end,
    )


async def _get_ready(router: Router) -> None:
    """What is worth knowing of the engines before the first order."""
    await asyncio.gather(router.warm(), router.check(), return_exceptions=True)


class _Following:
    """Makes a running server work by other settings."""

    def __init__(self, router: Router, intake: GuardedIntake, tasks: Tasks) -> None:
        self._router = router
        self._intake = intake
        self._tasks = tasks
        self._settling: set[asyncio.Task[None]] = set()

    async def __call__(self, settings: Settings) -> None:
        """Raises as `open_router` does; then nothing has changed."""
        new, left = await rebuild(
            self._router,
            self._intake,
            engine=settings.engine,
            options=settings.engine_options(),
            engines=settings.engines,
            models=settings.models,
        )
        self._tasks.prices = settings.price_list()
        settling = asyncio.create_task(self._settle(new, left))
        self._settling.add(settling)
        settling.add_done_callback(self._settling.discard)

    async def _settle(self, new: list[Entry], left: list[Entry]) -> None:
        # Those that stand in the place of others may need the room that these still take.
        replaced = {entry.name for entry in left} & {entry.name for entry in new}
        await asyncio.gather(
            self._router.warm(entry for entry in new if entry.name not in replaced),
            self._router.part_from(left),
        )
        await self._router.warm(entry for entry in new if entry.name in replaced)

    async def aclose(self) -> None:
        """Leave what is still to be closed to the router."""
        for settling in self._settling:
            settling.cancel()
        await asyncio.gather(*self._settling, return_exceptions=True)


@asynccontextmanager
async def open_planner(settings: Settings) -> AsyncIterator[Planner]:
    """The planner that the settings ask for; its connections, and the model that it runs, are closed in the end.

    Raises:
        BadRequest: a model is to be asked, and the settings do not say which and where, or it cannot be loaded.
    """
    kind = settings.planner or ("auto" if settings.planner_url or settings.planner_gguf else "offline")
    if kind == "offline":
        yield OfflinePlanner()
        return
    # A second of imports, which only those wait for who have a model.
    from paintover.planner.llm.endpoint import Endpoint
    from paintover.planner.llm.local import LocalModel
    from paintover.planner.llm.planner import LanguageModel, LlmPlanner

    model: LanguageModel
    if settings.planner_gguf:
        if settings.planner_url:
            raise BadRequest("Both planner_url and planner_gguf are set. Keep the model that is to be asked.")
        model = await LocalModel.load(settings.planner_gguf)
    else:
        _check_endpoint(settings)
        model = Endpoint(url=settings.planner_url, model=settings.planner_model, key=settings.planner_key)
    planner = LlmPlanner(
        model,
        asks="always" if kind == "llm" else "unsure",
        deadline_s=settings.planner_deadline_s,
        most_pictures=settings.max_n,
    )
    try:
        yield planner
    finally:
        await planner.aclose()


@asynccontextmanager
async def open_judges(settings: Settings) -> AsyncIterator[Judges]:
    """Everything that the settings let judge requests and pictures.

    Raises:
        BadRequest: a setting is not usable, or something that it needs is not installed.
    """
    judges: list[Judge] = []
    if settings.moderation_list:
        judges.append(await asyncio.to_thread(WordList.read, settings.moderation_list))
    if settings.moderation_nsfw:
        from paintover.moderation.nsfw import NudityClassifier

        judges.append(
            await NudityClassifier.load(
                score=settings.moderation_nsfw_score, low_score=settings.moderation_low_score
            )
        )
    if settings.moderation_url:
        _check_url("moderation_url", settings.moderation_url, "such as https://api.openai.com/v1")
        _check_key("moderation_key", settings.moderation_key)
        judges.append(
            ModerationEndpoint(
                url=settings.moderation_url,
                model=settings.moderation_model,
                key=settings.moderation_key,
                timeout_s=settings.moderation_timeout_s,
                when_unreachable=settings.moderation_unreachable,
                low_score=settings.moderation_low_score,
                sees_pictures=settings.moderation_pictures,
            )
        )
    every = Judges(*judges)
    try:
        yield every
    finally:
        await every.aclose()


def _check_endpoint(settings: Settings) -> None:
    _check_url(
        "planner_url",
        settings.planner_url,
        "such as http://127.0.0.1:11434/v1, or planner_gguf to a model's file, or planner to offline",
    )
    if not settings.planner_model.strip():
        raise BadRequest(
            "The setting planner_model is empty. Name the language model that the endpoint serves."
        )
    _check_key("planner_key", settings.planner_key)


def _check_url(name: str, value: str, instead: str) -> None:
    try:
        url = urlsplit(value)
        usable = url.scheme in ("http", "https") and bool(url.hostname) and (url.port or 1) > 0
    except ValueError:
        usable = False
    if not usable:
        raise BadRequest(f"The setting {name} is no address. Set it to an endpoint up to its /v1, {instead}.")
    if url.username is not None or url.password is not None:
        key = name.replace("_url", "_key")
        raise BadRequest(f"The setting {name} holds a key. Put the key into {key}.")


def _check_key(name: str, value: str) -> None:
    if not value.isascii() or any(map(str.isspace, value)):
        raise BadRequest(
            f"The setting {name} is no key: it holds white space, or letters that a header cannot carry."
        )


async def _check_door(settings: Settings, keys: Keys) -> None:
    if not is_loopback(settings.host) and not await keys.any():
        raise BadRequest(
            f"Listening on {settings.host} needs a key, since others can reach it. "
            f"Make one with: paintover keys create --name NAME --data {settings.data}"
        )


def _desk_limits(settings: Settings) -> DeskLimits:
    return DeskLimits(
        workers=settings.workers,
        queue=settings.queue_limit,
        owner_queue=settings.owner_queue_limit,
        task_timeout_s=settings.task_timeout_s,
        queue_timeout_s=settings.queue_timeout_s,
        attempts=settings.attempts,
        backoff_s=settings.backoff_s,
        rejoin_window_s=settings.rejoin_window_s,
        crashes=settings.crash_limit,
    )


def _in_background(stack: AsyncExitStack, tidying: Coroutine[Any, Any, Result]) -> asyncio.Task[Result]:
    """Run something beside the server, until it ends or the server does."""
    running = asyncio.create_task(tidying)

    async def stop() -> None:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    stack.push_async_callback(stop)
    return running
