"""The Model Context Protocol as the official client speaks it: over HTTP in both of its eras, and over standard streams."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
import pyvips
from mcp import Client, MCPError, StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult, ImageContent, ResourceLink, TextContent

from paintover.api.mcp import server
from paintover.api.mcp.wire import TOOLS, schema_of
from paintover.cli.mcp import _mcp as serve_here
from paintover.domain.errors import FolderInUse
from paintover.domain.ids import new_gen_id, new_task_id
from paintover.domain.scope import Scope
from paintover.engines.instant import InstantEngine, flat_png
from paintover.parts import open_parts
from paintover.settings import Settings
from paintover.store.lock import FolderLock
from tests.easel import Easel
from tests.live import LiveServer

ERAS = ("legacy", "auto")
PATIENCE_S = 60.0
LATEST = -1
ACCEPT = {"Accept": "application/json, text/event-stream"}
OPENING = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "x", "version": "1"},
    },
}


@asynccontextmanager
async def client_of(live: LiveServer, era: str = "auto", key: str = "") -> AsyncIterator[Client]:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    async with httpx2.AsyncClient(headers=headers, trust_env=False, timeout=PATIENCE_S) as http:
        transport = streamable_http_client(f"{live.url}/mcp", http_client=http)
        async with Client(transport, mode=era) as client:
            yield client


def stdio(*words: str, **variables: str) -> StdioServerParameters:
    """The command as a desktop program starts it."""
    environment = {
        name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH") if name in os.environ
    }
    return StdioServerParameters(
        command=str(Path(sys.executable).with_name("paintover")),
        args=["mcp", *words],
        env=environment | variables,
    )


def body_of(result: CallToolResult) -> dict[str, Any]:
    assert not result.is_error, result.content
    text = [part.text for part in result.content if isinstance(part, TextContent)]
    assert json.loads(text[-1]) == result.structured_content, (
        "clients without structured content read the same"
    )
    body: dict[str, Any] = result.structured_content
    return body


def error_of(result: CallToolResult) -> str:
    assert result.is_error
    (part,) = result.content
    assert isinstance(part, TextContent)
    return part.text


async def fetched(url: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as http:
        return await http.get(url)


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not await holds():  # noqa: ASYNC110  # another thread makes it so
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("era", ERAS)
async def test_draw_edit_list_and_the_tree(live: LiveServer, era: str) -> None:
    async with client_of(live, era) as client:
        listed = (await client.list_tools()).tools
        assert [tool.name for tool in listed] == [form.name for form in TOOLS]
        assert all(tool.description and tool.output_schema for tool in listed)
        told: list[tuple[float, float | None, str | None]] = []

        async def hear(progress: float, total: float | None, message: str | None) -> None:
            told.append((progress, total, message))

        arguments = {"prompt": "a boat on a lake", "ratio": "3:2", "n": 2, "style": "watercolour", "seed": 7}
        result = await client.call_tool("generate_image", arguments, progress_callback=hear)
        drawn = body_of(result)
        assert (drawn["state"], drawn["progress"], drawn["error"]) == ("succeeded", 100, None)
        assert drawn["prompt"] == "a boat on a lake, watercolour"
        first, second = drawn["images"]
        assert (first["ratio"], first["sources"]) == ("3:2", [])
        # Progress comes from the task's events, and rises.
        amounts = [amount for amount, _, _ in told]
        assert amounts == sorted(set(amounts))
        assert told[-1] == (100, 100, "Done")
        assert any(message and message.startswith("Drawing: ") for _, _, message in told)
        # The pictures are there to look at, as resources, and behind links.
        shown = [part for part in result.content if isinstance(part, ImageContent)]
        links = [part for part in result.content if isinstance(part, ResourceLink)]
        assert len(shown) == len(links) == 2
        for part in shown:
            picture = pyvips.Image.new_from_buffer(base64.b64decode(part.data), "")
            assert part.mime_type == "image/jpeg"
            assert max(picture.width, picture.height) <= 768
        whole = (await fetched(first["url"])).content
        for uri in (links[0].uri, first["url"]):
            (contents,) = (await client.read_resource(uri)).contents
            assert base64.b64decode(getattr(contents, "blob", "")) == whole

        edited = body_of(
            await client.call_tool("edit_image", {"instruction": "make it night", "source": first["gen_id"]})
        )
        assert edited["sources"] == [first["gen_id"]]
        assert (edited["prompt"], edited["images"][0]["ratio"]) == ("make it night", "3:2")
        edit = edited["images"][0]["gen_id"]

        page = body_of(await client.call_tool("list_images", {"limit": 2}))
        assert [one["gen_id"] for one in page["images"]] == [edit, second["gen_id"]]
        more = body_of(await client.call_tool("list_images", {"limit": 1, "after": page["next_cursor"]}))
        assert more["images"][0]["gen_id"] == first["gen_id"]
        resources = (await client.list_resources()).resources
        assert resources[0].uri == f"paintover://generations/{edit}"
        (template,) = (await client.list_resource_templates()).resource_templates
        assert template.uri_template == "paintover://generations/{gen_id}"

        tree = body_of(await client.call_tool("get_lineage", {"gen_id": edit}))
        assert tree["root"] == first["gen_id"]
        assert tree["edges"] == [{"parent": first["gen_id"], "child": edit}]
        task = body_of(await client.call_tool("get_task", {"task_id": drawn["task_id"]}))
        assert task == drawn


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"source": "latest"}, LATEST),
        ({"source": "最新的"}, LATEST),
        ({"source": "the first one"}, 0),
        ({"source": "the one with the house"}, 1),
        ({"source": "第二张"}, 1),
        ({}, LATEST),
        ({"instruction": "the picture of the cat: make it night"}, 0),
    ],
)
async def test_a_picture_is_found_by_words(
    server_of_three: LiveServer, asked: dict[str, str], place: int
) -> None:
    async with client_of(server_of_three) as client:
        shown = body_of(await client.call_tool("list_images", {}))["images"]
        drawn = [one["gen_id"] for one in reversed(shown) if not one["sources"]]
        body = body_of(await client.call_tool("edit_image", {"instruction": "make it night", **asked}))
        (source,) = body["sources"]
        if place == LATEST:
            assert source == shown[0]["gen_id"]
        else:
            # What an earlier case has made of that picture shows the same, and may as well be meant.
            tree = body_of(
                await client.call_tool("get_lineage", {"gen_id": source, "direction": "ancestors"})
            )
            assert tree["root"] == drawn[place]
        assert body["prompt"] == "make it night"
        assert body["because"]


@pytest.fixture(scope="module")
def server_of_three(tmp_path_factory: pytest.TempPathFactory) -> Any:
    settings = Settings(data=str(tmp_path_factory.mktemp("three")), port=0)
    with LiveServer(settings, InstantEngine()) as live, live.openai() as client:
        for prompt in ("a black cat on a sofa", "a red house by a lake", "an ox and a horse"):
            client.images.generate(prompt=prompt)
        yield live


@pytest.mark.parametrize("era", ERAS)
async def test_a_cancelled_call_cancels_its_task(live: LiveServer, easel: Easel, era: str) -> None:
    easel.gate.clear()
    stopped = len(easel.stopped_at)
    try:
        async with (
            client_of(live, era) as client,
            httpx.AsyncClient(base_url=live.url, trust_env=False) as http,
        ):
            orders = len(easel.orders)
            call = asyncio.create_task(client.call_tool("generate_image", {"prompt": "a slow boat"}))

            async def began() -> bool:
                return len(easel.orders) > orders

            await until(began)
            task_id = easel.orders[-1].task_id
            call.cancel()
            await asyncio.gather(call, return_exceptions=True)

            async def ended() -> bool:
                task = (await http.get(f"/v1/tasks/{task_id}")).json()
                assert task["state"] in ("running", "cancelled")
                return bool(task["state"] == "cancelled")

            await until(ended)

            async def let_go() -> bool:
                return len(easel.stopped_at) > stopped

            await until(let_go)
            said = error_of(await client.call_tool("get_task", {"task_id": task_id}))
            assert "cancelled" in said
    finally:
        easel.gate.set()


async def test_a_server_that_ends_cancels_nothing(tmp_path: Path) -> None:
    easel = Easel(is_open=False)
    settings = Settings(data=str(tmp_path), port=0)
    with ExitStack() as stack:
        live = stack.enter_context(LiveServer(settings, easel))
        async with httpx2.AsyncClient(trust_env=False, timeout=PATIENCE_S) as http:
            opened = (await http.post(f"{live.url}/mcp", json=OPENING, headers=ACCEPT)).headers
            session = {**ACCEPT, "mcp-session-id": opened["mcp-session-id"]}
            call = {
                "jsonrpc": "2.0",
                "id": 2,
                "method": "tools/call",
                "params": {"name": "generate_image", "arguments": {"prompt": "a slow boat"}},
            }
            asking = asyncio.create_task(http.post(f"{live.url}/mcp", json=call, headers=session))

            async def began() -> bool:
                return bool(easel.orders)

            await until(began)
            await asyncio.to_thread(stack.close)
            await asyncio.gather(asking, return_exceptions=True)
    easel.gate.set()
    async with open_parts(settings, easel) as parts:
        feed = await parts.desk.feed(easel.orders[0].task_id, owner="local")
        async with asyncio.timeout(PATIENCE_S):
            await feed.over()
        assert feed.end is not None
        assert feed.end.state == "succeeded"


async def test_the_place_in_the_queue_is_told(tmp_path: Path) -> None:
    easel = Easel(is_open=False)
    settings = Settings(data=str(tmp_path), port=0, workers=1, heartbeat_s=0.05)
    with LiveServer(settings, easel) as live:
        async with client_of(live) as client:
            first = body_of(await client.call_tool("generate_image", {"prompt": "a cat", "wait": False}))
            assert first["state"] in ("queued", "running")
            assert first["images"] == []
            heard = asyncio.Event()
            told: list[tuple[float, str | None]] = []

            async def hear(progress: float, total: float | None, message: str | None) -> None:
                told.append((progress, message))
                if sum(message == "Queued, number 1" for _, message in told) > 2:
                    heard.set()

            call = asyncio.create_task(
                client.call_tool("generate_image", {"prompt": "a dog"}, progress_callback=hear)
            )
            async with asyncio.timeout(PATIENCE_S):
                await heard.wait()
            easel.gate.set()
            assert body_of(await call)["state"] == "succeeded"
            amounts = [amount for amount, _ in told]
            assert amounts == sorted(set(amounts))
            # Who did not wait asks for the task.
            task = body_of(await client.call_tool("get_task", {"task_id": first["task_id"]}))
            assert (task["state"], len(task["images"])) == ("succeeded", 1)


@pytest.mark.parametrize(
    ("tool", "arguments", "advice"),
    [
        ("generate_image", {}, "`prompt`"),
        ("generate_image", {"prompt": ""}, "`$.prompt`"),
        ("generate_image", {"prompt": "   "}, "'prompt' is empty"),
        ("generate_image", {"prompt": "a cat", "n": 0}, "`$.n`"),
        ("generate_image", {"prompt": "a cat", "n": 60}, "At most"),
        ("generate_image", {"prompt": "a cat", "ratio": "banana"}, "3:2"),
        ("generate_image", {"prompt": "a cat", "size": "9x9"}, "'size'"),
        ("generate_image", {"prompt": "a cat", "seed": -1}, "`$.seed`"),
        ("generate_image", {"prompt": "a cat", "model": "x"}, "It takes prompt, ratio"),
        ("edit_image", {"instruction": "at night", "source": 7}, "`$.source`"),
        ("edit_image", {"instruction": "at night", "source": []}, "no picture to start from"),
        ("edit_image", {"instruction": "at night", "source": "the one with the dragon"}, "list_images"),
        ("edit_image", {"instruction": "at night", "source": "data:image/png;base64,AAAA"}, "invalid_image"),
        ("edit_image", {"instruction": "at night", "source": "file_01jqwv0c2dfrw9x1k5m8e3t7nz"}, "not_found"),
        ("list_images", {"limit": 1000}, "`$.limit`"),
        ("list_images", {"after": "gen_nobody"}, "next_cursor"),
        ("get_lineage", {"gen_id": "nothing"}, "no picture nothing"),
        ("get_lineage", {"gen_id": "x", "direction": "up"}, "`$.direction`"),
        ("get_task", {"task_id": "task_nobody"}, "no such task"),
    ],
)
async def test_wrong_arguments_are_told_in_words(
    server_of_three: LiveServer, tool: str, arguments: dict[str, Any], advice: str
) -> None:
    async with client_of(server_of_three) as client:
        assert advice in error_of(await client.call_tool(tool, arguments))


async def test_what_the_engine_cannot_draw_is_an_error_with_its_task(live: LiveServer, easel: Easel) -> None:
    easel.spoiled = frozenset({0})
    try:
        async with client_of(live) as client:
            said = error_of(await client.call_tool("generate_image", {"prompt": "a cat"}))
    finally:
        easel.spoiled = frozenset()
    assert "engine_failed" in said
    assert "[task_" in said


async def test_what_a_policy_refuses_is_refused_here_too(tmp_path: Path) -> None:
    listed = tmp_path / "words.txt"
    listed.write_text("dragon\n", encoding="utf-8")
    settings = Settings(data=str(tmp_path / "data"), port=0, moderation_list=str(listed))
    with LiveServer(settings, InstantEngine()) as live:
        async with client_of(live) as client:
            refused = error_of(await client.call_tool("generate_image", {"prompt": "a dragon"}))
            assert "(moderation_blocked)" in refused
            assert body_of(await client.call_tool("generate_image", {"prompt": "a cat"}))["images"]


async def test_unknown_tools_and_resources_are_errors_of_the_protocol(live: LiveServer) -> None:
    async with client_of(live) as client:
        with pytest.raises(MCPError, match="generate_image"):
            await client.call_tool("paint", {})
        for uri in (
            f"paintover://generations/{new_gen_id()}",
            "file:///etc/passwd",
            "https://example.org/x.png",
        ):
            with pytest.raises(MCPError, match="list_images"):
                await client.read_resource(uri)


async def test_uploads_are_sources_too(live: LiveServer) -> None:
    url = "data:image/png;base64," + base64.b64encode(flat_png(64, 32, 1, 2, 3)).decode()
    async with client_of(live) as client:
        body = body_of(await client.call_tool("edit_image", {"instruction": "at night", "source": url}))
        assert len(body["sources"]) == 1
        assert body["images"][0]["ratio"] == "2:1"


async def test_owners_keys_and_scopes(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path), port=0)
    async with open_parts(settings, InstantEngine()) as parts:
        ann, bob = await parts.keys.create("ann"), await parts.keys.create("bob")
        reader = await parts.keys.create("reader", scopes={Scope.READ})
    with LiveServer(settings, InstantEngine()) as live:
        with pytest.raises(BaseExceptionGroup):
            async with client_of(live, "legacy"):
                pass
        async with client_of(live, key=ann) as hers, client_of(live, key=bob) as his:
            made = body_of(await hers.call_tool("generate_image", {"prompt": "a cat"}))
            gen_id, url = made["images"][0]["gen_id"], made["images"][0]["url"]
            # What is another's and what is not there is the same answer (P3).
            for tool, field, foreign, absent in (
                ("get_task", "task_id", made["task_id"], new_task_id()),
                ("get_lineage", "gen_id", gen_id, new_gen_id()),
                ("edit_image", "source", gen_id, new_gen_id()),
            ):
                more = {"instruction": "at night"} if tool == "edit_image" else {}
                answers = [
                    error_of(await his.call_tool(tool, {**more, field: named})).replace(named, "ID")
                    for named in (foreign, absent)
                ]
                assert answers[0] == answers[1]
                assert "(not_found)" in answers[0]
            for uri in (f"paintover://generations/{gen_id}", url):
                with pytest.raises(MCPError, match="no picture"):
                    await his.read_resource(uri)
            assert body_of(await his.call_tool("list_images", {}))["images"] == []
            async with httpx.AsyncClient(base_url=live.url, trust_env=False) as http:
                asked = {"Authorization": f"Bearer {ann}"}
                used = (await http.get("/v1/usage?group_by=key&bucket_width=all", headers=asked)).json()
                listed = (await http.get("/v1/generations", headers=asked)).json()["data"]
            (result,) = used["data"][0]["results"]
            assert (result["pictures"], len(listed)) == (1, 1)
            assert result["key_id"].startswith("key_")
            assert "no picture to edit yet" in error_of(
                await his.call_tool("edit_image", {"instruction": "at night"})
            )
        async with client_of(live, key=reader) as client:
            assert body_of(await client.call_tool("list_images", {}))["images"] == []
            said = error_of(await client.call_tool("generate_image", {"prompt": "a cat"}))
            assert "'draw'" in said


async def test_a_session_is_worth_nothing_to_another_owner(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path), port=0)
    async with open_parts(settings, InstantEngine()) as parts:
        ann, bob = await parts.keys.create("ann"), await parts.keys.create("bob")
    ping = {"jsonrpc": "2.0", "id": 2, "method": "ping"}
    with LiveServer(settings, InstantEngine()) as live, live.http() as http:
        hers = {**ACCEPT, "Authorization": f"Bearer {ann}"}
        session = http.post("/mcp", json=OPENING, headers=hers).headers["mcp-session-id"]
        named = {"mcp-session-id": session}
        assert http.post("/mcp", json=ping, headers={**hers, **named}).status_code == 200
        foreign = {**ACCEPT, **named, "Authorization": f"Bearer {bob}"}
        assert http.post("/mcp", json=ping, headers=foreign).status_code == 404
        assert http.delete("/mcp", headers=foreign).status_code == 404
        assert http.post("/mcp", json=ping, headers={**hers, **named}).status_code == 200
        assert http.delete("/mcp", headers={**hers, **named}).status_code == 200
        assert http.post("/mcp", json=ping, headers={**hers, **named}).status_code == 404


async def test_without_a_key_nobody_comes_in(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path), port=0)
    async with open_parts(settings, InstantEngine()) as parts:
        await parts.keys.create("ann")
    with LiveServer(settings, InstantEngine()) as live, live.http() as http:
        for headers in ({}, {"Authorization": "Bearer po_" + "0" * 43}):
            answer = http.post("/mcp", json={}, headers=headers)
            assert answer.status_code == 401
            assert answer.json()["error"]["code"] == "invalid_api_key"
        done = await asyncio.to_thread(run, "--url", live.url)
        assert (done.returncode, done.stdout) == (1, "")
        assert "needs a key" in done.stderr


def test_pages_elsewhere_cannot_reach_it(live: LiveServer) -> None:
    with live.http() as http:
        for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
            answer = http.post("/mcp", json={}, headers=headers)
            assert answer.status_code == 400
            assert answer.json()["error"]["param"] in ("Host", "Origin")


async def test_over_standard_streams_to_a_running_server(live: LiveServer, easel: Easel) -> None:
    async with Client(stdio_client(stdio("--url", live.url)), mode="auto") as client:
        told: list[float] = []

        async def hear(progress: float, total: float | None, message: str | None) -> None:
            told.append(progress)

        drawn = body_of(await client.call_tool("generate_image", {"prompt": "小船"}, progress_callback=hear))
        assert told[-1] == 100
        gen_id = drawn["images"][0]["gen_id"]
        assert (await fetched(f"{live.url}/v1/generations/{gen_id}")).json()["prompt"] == "小船"
        (contents,) = (await client.read_resource(f"paintover://generations/{gen_id}")).contents
        assert contents.mime_type == "image/png"
        assert "list_images" in error_of(
            await client.call_tool("edit_image", {"instruction": "x", "source": "龙"})
        )
        easel.gate.clear()
        try:
            orders = len(easel.orders)
            call = asyncio.create_task(client.call_tool("generate_image", {"prompt": "a slow boat"}))

            async def began() -> bool:
                return len(easel.orders) > orders

            await until(began)
            task_id = easel.orders[-1].task_id
            call.cancel()
            await asyncio.gather(call, return_exceptions=True)

            async def ended() -> bool:
                task = (await fetched(f"{live.url}/v1/tasks/{task_id}")).json()
                return bool(task["state"] == "cancelled")

            await until(ended)
        finally:
            easel.gate.set()


async def test_over_standard_streams_with_a_server_of_its_own(tmp_path: Path) -> None:
    data = tmp_path / "data"
    command = stdio("--data", str(data), PAINTOVER_ENGINE="instant", PAINTOVER_PORT="0")
    async with Client(stdio_client(command), mode="legacy") as client:
        drawn = body_of(await client.call_tool("generate_image", {"prompt": "a boat"}))
        url = drawn["images"][0]["url"]
        assert (await fetched(url)).headers["content-type"] == "image/png"
        edited = body_of(await client.call_tool("edit_image", {"instruction": "at night"}))
        assert edited["sources"] == [drawn["images"][0]["gen_id"]]


async def test_who_comes_second_to_a_folder_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @asynccontextmanager
    async def in_use(settings: Settings) -> AsyncIterator[None]:
        lock = FolderLock.take(settings.data, patience_s=0)
        lock.release()
        yield

    settings = Settings(data=str(tmp_path), port=0)
    monkeypatch.setattr("paintover.cli.embedded.open_parts", in_use)
    held = FolderLock.take(tmp_path)
    try:
        with pytest.raises(FolderInUse, match="paintover mcp --url"):
            await serve_here(settings, None, "")
    finally:
        held.release()


def test_it_ends_when_its_input_does(live: LiveServer) -> None:
    done = run("--url", live.url)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """The command, whose input ends at once."""
    command = [str(Path(sys.executable).with_name("paintover")), "mcp", *words]
    return subprocess.run(command, input="", capture_output=True, text=True, check=False, timeout=PATIENCE_S)


def test_a_wrong_address_is_one_sentence() -> None:
    done = run("--url", "http://127.0.0.1:9")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "paintover: The server at http://127.0.0.1:9 cannot be reached: start one with 'paintover serve'.\n"
    )


def test_a_server_that_nobody_asks_does_not_import_the_sdk() -> None:
    asked = "import sys, paintover.app, paintover.cli.mcp; print([n for n in ('mcp', 'mcp_types') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_schemas_say_what_is_taken() -> None:
    for form in TOOLS:
        takes, answers = schema_of(form.takes), schema_of(form.answers)
        assert takes["type"] == answers["type"] == "object"
        assert takes["additionalProperties"] is False
        assert all("description" in field or "anyOf" in field for field in takes["properties"].values())


def test_what_is_no_message_is_told_in_our_own_words(live: LiveServer) -> None:
    modern = {"mcp-protocol-version": "2026-07-28"}
    with live.http() as http:
        answers = [
            http.post("/mcp", json={}, headers={"Accept": "text/html"}),
            http.post("/mcp", json={}, headers={**modern, "Accept": "text/html"}),
            http.get("/mcp", headers=modern),
        ]
        assert [answer.status_code for answer in answers] == [406, 406, 405]
        assert [answer.json()["error"]["code"] for answer in answers[1:]] == [
            "not_acceptable",
            "method_not_allowed",
        ]
        assert answers[0].json()["error"]["message"].startswith("Not Acceptable")
        assert answers[2].headers["allow"] == "POST"


def test_one_session_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MAX_SESSIONS", 4)
    settings = Settings(data=str(tmp_path), port=0)
    with LiveServer(settings, InstantEngine()) as live, live.http() as http:
        for _ in range(server.MAX_SESSIONS):
            assert http.post("/mcp", json=OPENING, headers=ACCEPT).status_code == 200
        refused = http.post("/mcp", json=OPENING, headers=ACCEPT)
        assert refused.status_code == 429
        assert refused.json()["error"]["code"] == "rate_limit_exceeded"
        assert "sessions" in refused.json()["error"]["message"]
