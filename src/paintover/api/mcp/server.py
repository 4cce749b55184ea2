"""The Model Context Protocol, as the official SDK speaks it, over the tools. Imported when somebody first asks for it.

Progress is told from the task's own events: where it stands in the queue, then its percentages. A call that its client
cancels cancels its task; one that is cut off because this server ends does not.
"""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import Callable
from typing import Any

import anyio
import mcp_types as types
import msgspec
from mcp import MCPError
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.requests import HTTPConnection

from paintover import __version__
from paintover.api.admission import OpenAnswers
from paintover.api.auth import key_of, owner_of
from paintover.api.generations import LineageBody
from paintover.api.mcp.tools import Tools, error_text, kept_in
from paintover.api.mcp.wire import (
    TOOLS,
    URI_PREFIX,
    EditArguments,
    GenerateArguments,
    LineageArguments,
    ListArguments,
    PageBody,
    TaskArguments,
    TaskBody,
    ToolForm,
    read_arguments,
    schema_of,
)
from paintover.domain.errors import BadRequest, Draining, Forbidden, NotFound, PaintoverError
from paintover.domain.events import Progressed, Started
from paintover.domain.generation import Generation
from paintover.domain.scope import USUAL_SCOPES, Scope
from paintover.domain.task import TaskState
from paintover.domain.usage import KEY_ID
from paintover.store.keys import Key
from paintover.tasks.encoding import preview
from paintover.tasks.feed import Feed
from paintover.tasks.keep import Keeper

INSTRUCTIONS = (
    "Paintover draws pictures and changes them. Use edit_image, not generate_image, whenever an earlier picture is to be "
    "changed: it keeps everything that is not named. Pictures have gen_ids; a picture may also be named in words, such "
    "as 'the first one' or 'the one with the boat'. Show people the link in 'url'."
)
MOST_SHOWN = 8
"""The most pictures that one answer holds as images; the others stand in it by their links."""
MOST_BYTES = 480_000
"""The most bytes of pictures in one answer: as base64 well below the megabyte that clients take for one event."""
MOST_READ_BYTES = 740_000
"""The longest file that is read as it is, for the same reason; of a longer one a smaller rendering is read."""
SIDE = 768
"""The longest side of a picture within an answer, when it is the only one."""
MAX_SESSIONS = 64
"""The most sessions of one owner."""
PAGE = 50
_BELOW_ONE = 0.1

# What a client does wrong is told to it, and is no event of ours.
logging.getLogger("mcp").setLevel(logging.CRITICAL)

Context = ServerRequestContext[Any, HTTPConnection]


class McpServer:
    """The handlers of the protocol's requests."""

    def __init__(
        self,
        *,
        tools: Tools,
        keeper: Keeper,
        open_answers: OpenAnswers,
        is_closing: Callable[[], bool],
        quiet_s: float,
    ) -> None:
        """`is_closing` tells whether calls are now cut off by this server itself; after `quiet_s` without news a client
        that waits is told that its task is still there."""
        self._tools = tools
        self._keeper = keeper
        self._open = open_answers
        self._is_closing = is_closing
        self._quiet_s = quiet_s

    def manager(self, max_body_bytes: int) -> StreamableHTTPSessionManager:
        """A room of its own for the sessions of one owner. The door has looked at keys, Host and Origin before."""
        return StreamableHTTPSessionManager(
            app=self.server(), max_request_body_size=max_body_bytes, max_sessions=MAX_SESSIONS
        )

    def server(self) -> Server[Any]:
        """The SDK's server, with our handlers."""
        return Server(
            "paintover",
            version=__version__,
            title="Paintover",
            description="Draws pictures, and edits them in words.",
            instructions=INSTRUCTIONS,
            on_list_tools=self._list_tools,
            on_call_tool=self._call_tool,
            on_list_resources=self._list_resources,
            on_list_resource_templates=self._list_templates,
            on_read_resource=self._read_resource,
        )

    async def _list_tools(self, ctx: Context, params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=_DESCRIBED)

    async def _call_tool(self, ctx: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        form = next((one for one in TOOLS if one.name == params.name), None)
        if form is None:
            raise MCPError(
                types.INVALID_PARAMS,
                f"There is no tool '{params.name[:80]}'; there are {', '.join(one.name for one in TOOLS)}.",
            )
        # A session outlives a request, and another key of the same owner may come to it.
        key = _key(ctx)
        KEY_ID.set(None if key is None else key.id)
        try:
            if form.draws:
                _check_may_draw(key)
            return await self._called(ctx, form, params.arguments)
        except PaintoverError as exc:
            return _failed(f"{exc.message} ({exc.code})")

    async def _called(
        self, ctx: Context, form: ToolForm, given: dict[str, Any] | None
    ) -> types.CallToolResult:
        owner = _owner(ctx)
        match read_arguments(form, given):
            case GenerateArguments() as asked:
                return await self._drawn(ctx, await self._tools.generate(asked, owner=owner), wait=asked.wait)
            case EditArguments() as asked:
                return await self._drawn(ctx, await self._tools.edit(asked, owner=owner), wait=asked.wait)
            case ListArguments() as asked:
                return _told(await self._tools.page(asked, owner=owner))
            case LineageArguments() as asked:
                return _told(await self._tools.lineage(asked, owner=owner))
            case TaskArguments() as asked:
                return await self._shown(await self._tools.look_after(asked, owner=owner))

    async def _drawn(self, ctx: Context, feed: Feed, *, wait: bool) -> types.CallToolResult:
        """The answer of a task that was just accepted."""
        if not wait:
            return _told(self._tools.task_body(feed))
        feed.join()
        try:
            with self._open.one_more(feed.task.owner):
                await self._follow(ctx, feed)
            if feed.end is None:
                raise Draining(
                    f"The server is about to restart; the task goes on then. Call get_task with {feed.task_id}."
                )
            answer = await self._shown(feed)
            await self._tools.delivered(feed)
            return answer
        except asyncio.CancelledError:
            if not self._is_closing() and not feed.is_over:
                with anyio.CancelScope(shield=True):
                    await self._tools.cancel(feed)
            raise
        finally:
            feed.leave()

    async def _follow(self, ctx: Context, feed: Feed) -> None:
        """Wait for the task's end, and tell its progress to whoever wants to know."""
        seen, percent, told, said, message = 0, 0, -1.0, "", "Queued"
        while not feed.is_over:
            await feed.news(seen, self._quiet_s)
            events = [numbered.event for numbered in feed.events[seen:]]
            seen += len(events)
            for event in events:
                match event:
                    case Started():
                        message = "Drawing"
                    case Progressed(percent, stage):
                        message = f"Drawing: {stage}"
                    case _:
                        pass
            if self._tools.place(feed) is not None:
                message = self._queued(feed)
            if not feed.is_over and (percent > told or message != said or not events):
                # The protocol wants it to rise with every notification, whatever that is about.
                told = percent if percent > told else told + (int(told) + 1 - told) * _BELOW_ONE
                said = message
                await ctx.session.report_progress(round(told, 6), 100, message)
        if feed.end is not None and feed.end.state is TaskState.SUCCEEDED:
            await ctx.session.report_progress(100, 100, "Done")

    def _queued(self, feed: Feed) -> str:
        place = self._tools.place(feed)
        return "Queued" if place is None else f"Queued, number {place}"

    async def _shown(self, feed: Feed) -> types.CallToolResult:
        """A task with its pictures to look at."""
        body, kept = self._tools.task_body(feed), kept_in(feed)
        if feed.end is not None and not kept:
            return _failed(f"{error_text(feed.end)} [{feed.task_id}]")
        shown = kept[:MOST_SHOWN]
        images = [await self._image(one, len(shown)) for one in shown]
        return _told(body, images, kept)

    async def _image(self, generation: Generation, count: int) -> types.ImageContent:
        side = SIDE if count == 1 else SIDE * 2 // 3
        small, media_type = await asyncio.to_thread(
            preview,
            await self._keeper.image(generation),
            generation.media_type,
            side=side,
            most_bytes=MOST_BYTES // count,
        )
        return types.ImageContent(data=base64.b64encode(small).decode(), mime_type=media_type)

    async def _list_resources(self, ctx: Context, params: Any) -> types.ListResourcesResult:
        cursor = None if params is None else params.cursor
        try:
            page = await self._tools.page(ListArguments(limit=PAGE, after=cursor), owner=_owner(ctx))
        except BadRequest as exc:
            raise MCPError(types.INVALID_PARAMS, exc.message) from exc
        resources = [
            types.Resource(
                uri=URI_PREFIX + one.gen_id,
                name=one.gen_id,
                title=one.prompt[:80] or None,
                mime_type=_type_of(one.url),
            )
            for one in page.images
        ]
        return types.ListResourcesResult(resources=resources, next_cursor=page.next_cursor)

    async def _list_templates(self, ctx: Context, params: Any) -> types.ListResourceTemplatesResult:
        template = types.ResourceTemplate(
            uri_template=URI_PREFIX + "{gen_id}", name="generation", title="A picture by its gen_id"
        )
        return types.ListResourceTemplatesResult(resource_templates=[template])

    async def _read_resource(
        self, ctx: Context, params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        try:
            generation = await self._tools.generation(params.uri, owner=_owner(ctx))
            image, media_type = await self._keeper.image(generation), generation.media_type
            if len(image) > MOST_READ_BYTES:
                image, media_type = await asyncio.to_thread(
                    preview,
                    image,
                    media_type,
                    side=max(generation.width, generation.height),
                    most_bytes=MOST_READ_BYTES,
                )
        except NotFound as exc:
            raise MCPError(types.INVALID_PARAMS, exc.message, {"uri": params.uri}) from exc
        except PaintoverError as exc:
            raise MCPError(types.INTERNAL_ERROR, exc.message) from exc
        contents = types.BlobResourceContents(
            uri=params.uri, mime_type=media_type, blob=base64.b64encode(image).decode()
        )
        return types.ReadResourceResult(contents=[contents])


def _tool(form: ToolForm) -> types.Tool:
    hints = types.ToolAnnotations(
        read_only_hint=not form.draws,
        destructive_hint=False,
        idempotent_hint=not form.draws,
        open_world_hint=False,
    )
    return types.Tool(
        name=form.name,
        title=form.title,
        description=form.description,
        input_schema=schema_of(form.takes),
        output_schema=schema_of(form.answers),
        annotations=hints,
    )


_DESCRIBED = [_tool(form) for form in TOOLS]


def _owner(ctx: Context) -> str:
    """Whose key the request of this call carries."""
    assert ctx.request is not None
    return owner_of(ctx.request)


def _key(ctx: Context) -> Key | None:
    """The key of the request of this call."""
    assert ctx.request is not None
    return key_of(ctx.request)


def _check_may_draw(key: Key | None) -> None:
    allowed = USUAL_SCOPES if key is None else key.scopes
    if Scope.DRAW not in allowed:
        raise Forbidden("Drawing needs a key with the scope 'draw'; yours only reads. Use another key.")


def _failed(text: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=text)], is_error=True)


def _told(
    body: TaskBody | PageBody | LineageBody,
    images: list[types.ImageContent] | None = None,
    kept: list[Generation] | None = None,
) -> types.CallToolResult:
    """A body as structured content, and as text for clients that know only that; pictures to look at, and as links."""
    links = [
        types.ResourceLink(
            uri=URI_PREFIX + one.gen_id,
            name=one.gen_id,
            title=one.prompt[:80] or None,
            mime_type=one.media_type,
            size=one.byte_length,
        )
        for one in kept or ()
    ]
    text = types.TextContent(text=msgspec.json.encode(body).decode())
    return types.CallToolResult(
        content=[*(images or ()), *links, text], structured_content=msgspec.to_builtins(body)
    )


def _type_of(url: str) -> str:
    return {"webp": "image/webp", "jpg": "image/jpeg"}.get(url.rpartition(".")[2], "image/png")
