"""The description says what the server does: every route, every error, and the shape of real answers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from jsonschema import Draft202012Validator
from starlette.routing import Route

from paintover.api.errors import STATUS
from paintover.api.openapi import document
from paintover.api.openapi.document import errors_of
from paintover.api.openapi.paths import operations
from paintover.app import app_of, is_public_path, routes_of
from paintover.domain.scope import Scope
from paintover.engines.instant import InstantEngine, flat_png
from paintover.parts import open_parts
from paintover.settings import Settings
from paintover.web import PAGE_POLICY

DESCRIBED = document()
COMPONENTS = DESCRIBED["components"]


def as_described(path: str) -> str:
    """A route's path as OpenAPI writes it."""
    return re.sub(r"\{(\w+):\w+\}", r"{\1}", path)


async def test_every_route_and_method_is_described_and_nothing_else(tmp_path: Path) -> None:
    async with open_parts(Settings(data=str(tmp_path)), InstantEngine()) as parts:
        routes = routes_of(parts)
    found = set()
    for route in routes:
        assert isinstance(route, Route), "a route that this test cannot look behind"
        for method in (route.methods or {"GET"}) - {"HEAD"}:
            found.add((method.lower(), as_described(route.path)))
    told = {(method, path) for path, methods in DESCRIBED["paths"].items() for method in methods}
    # A route that is missing here is described in api/openapi/paths/.
    assert found == told


def test_it_is_the_same_at_every_start() -> None:
    write = "import sys, msgspec; from paintover.api.openapi import document; sys.stdout.buffer.write(msgspec.json.encode(document()))"
    written = {
        subprocess.run(
            [sys.executable, "-c", write],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert written == {msgspec.json.encode(DESCRIBED)}


def test_it_is_well_formed() -> None:
    Draft202012Validator.check_schema({"$defs": COMPONENTS["schemas"]})
    names = [operation.name for operation in operations()]
    assert len(names) == len(set(names))
    for operation in operations():
        in_path = set(re.findall(r"\{(\w+)\}", operation.path))
        assert in_path == {one["name"] for one in operation.parameters if one["in"] == "path"}
        assert operation.summary
        assert (operation.scope is None) == is_public_path(operation.path)
    for name in re.findall(r'"#/components/([^"]+)"', json.dumps(DESCRIBED)):
        kind, _, part = name.partition("/")
        assert part in COMPONENTS[kind], name
    # A schema that nothing uses is one that nobody keeps true.
    used = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(DESCRIBED)))
    assert used == set(COMPONENTS["schemas"])


def test_every_error_of_the_tree_has_its_status_and_code() -> None:
    told = {status for operation in operations() for status in errors_of(operation)}
    for error, (status, kind) in STATUS.items():
        assert status in told
        shape = COMPONENTS["responses"][f"Error{status}"]["content"]["application/json"]["schema"]
        exact = shape["allOf"][1]["properties"]["error"]["properties"]["code"]["enum"]
        assert error.code in exact
        assert kind in COMPONENTS["schemas"]["Error"]["properties"]["error"]["properties"]["type"]["enum"]


def checked(answer: httpx.Response, path: str) -> httpx.Response:
    """An answer that is as its route describes it."""
    operation = DESCRIBED["paths"][path][answer.request.method.lower()]
    told = operation["responses"].get(str(answer.status_code))
    assert told is not None, (path, answer.status_code, answer.text)
    if "$ref" in told:
        told = COMPONENTS["responses"][told["$ref"].rpartition("/")[2]]
    contents = told.get("content", {})
    if not contents:
        assert answer.content == b""
        return answer
    kind = answer.headers["content-type"].partition(";")[0]
    assert kind in contents, (path, kind)
    if kind == "application/json":
        conforms(answer.json(), contents[kind]["schema"])
    elif kind == "text/event-stream":
        for data in re.findall(r"^data: (.*)$", answer.text, re.MULTILINE):
            shape = contents[kind]["itemSchema"]["properties"]["data"]
            shapes = shape.get("anyOf", [shape])
            if data not in shapes[-1].get("enum", ()):
                conforms(json.loads(data), shapes[0]["contentSchema"])
    return answer


def conforms(body: Any, schema: dict[str, Any]) -> None:
    """Raises ValidationError where a body is not as described."""
    Draft202012Validator({**schema, "components": COMPONENTS}).validate(body)


@pytest.fixture
async def http(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    settings = Settings(data=str(tmp_path), engine="instant")
    async with open_parts(settings, InstantEngine()) as parts:
        key = await parts.keys.create("ann", scopes=Scope)
        transport = httpx.ASGITransport(app=app_of(parts))
        headers = {"Authorization": f"Bearer {key}"}
        async with httpx.AsyncClient(
            transport=transport, base_url="http://127.0.0.1", headers=headers, timeout=60
        ) as client:
            yield client


async def test_real_answers_are_as_described(http: httpx.AsyncClient) -> None:
    seen = set()

    async def ask(method: str, path: str, /, status: int = 200, **options: Any) -> httpx.Response:
        """A request whose path is a described one, with the values of its parameters in `named`."""
        named = options.pop("named", {})
        target = path.format(**named)
        answer = checked(await http.request(method, target, **options), path)
        assert answer.status_code == status, answer.text
        seen.add((method, path))
        return answer

    said = [{"role": "user", "content": "a cat"}]
    chat, images = "/v1/chat/completions", "/v1/images/generations"
    await ask("POST", chat, json={"messages": said})
    streamed = {"messages": said, "stream": True, "stream_options": {"include_usage": True}}
    assert "[DONE]" in (await ask("POST", chat, json=streamed)).text
    task_id = (await ask("POST", chat, 202, json={"messages": said, "background": True})).json()["id"]
    await ask("POST", chat, 400, json={"messages": []})
    drawn = (await ask("POST", images, json={"prompt": "a cat", "n": 2})).json()["data"][0]
    await ask("POST", images, json={"prompt": "a cat", "stream": True, "partial_images": 2})
    relay = (await ask("POST", images, json={"prompt": "a cat"}, params={"async": "true"})).json()["id"]
    await ask("POST", images, 400, json={"prompt": " "})
    named = {"gen_id": drawn["gen_id"]}
    await ask("POST", "/v1/images/edits", json={"prompt": "at night", "image": drawn["gen_id"]})
    await ask(
        "POST",
        "/v1/images/edits",
        404,
        json={"prompt": "at night", "image": "gen_01jqwte8yjf7haxqc521b7z2wf"},
    )
    png = {"image": ("a.png", flat_png(64, 64, 1, 2, 3), "image/png")}
    await ask("POST", "/v1/images/variations", files=png)
    tool = {"type": "image_generation", "partial_images": 2, "size": "512x512"}
    answered = (await ask("POST", "/v1/responses", json={"input": "a cat", "tools": [tool]})).json()
    await ask("POST", "/v1/responses", 400, json={"input": ""})
    await ask("POST", "/v1/responses", 404, json={"input": "a hat", "previous_response_id": "resp_nobody"})
    follow = {
        "input": "give it a hat",
        "previous_response_id": answered["id"],
        "stream": True,
        "tools": [tool],
    }
    assert "response.completed" in (await ask("POST", "/v1/responses", json=follow)).text
    response: dict[str, Any] = {"named": {"response_id": answered["id"]}}
    await ask("GET", "/v1/responses/{response_id}", **response)
    await ask(
        "GET", "/v1/responses/{response_id}", params={"stream": "true", "starting_after": 1}, **response
    )
    await ask("GET", "/v1/responses/{response_id}/input_items", params={"order": "asc"}, **response)
    await ask("POST", "/v1/responses/{response_id}/cancel", **response)
    await ask("DELETE", "/v1/responses/{response_id}", **response)
    await ask("GET", "/v1/responses/{response_id}", 404, **response)
    await ask("GET", "/v1/images/tasks/{task_id}", named={"task_id": relay})
    await ask("GET", "/v1/tasks", params={"state": "succeeded"})
    await ask("GET", "/v1/tasks", 400, params={"limit": "x"})
    await ask("GET", "/v1/tasks/{task_id}/events", named={"task_id": task_id})
    polled = {"Accept": "application/json"}
    await ask("GET", "/v1/tasks/{task_id}/events", named={"task_id": task_id}, headers=polled)
    await ask("GET", "/v1/tasks/{task_id}", named={"task_id": task_id})
    await ask("POST", "/v1/tasks/{task_id}/cancel", named={"task_id": task_id})
    await ask("GET", "/v1/tasks/{task_id}", 404, named={"task_id": "task_nobody"})
    await ask("GET", "/v1/generations")
    await ask("GET", "/v1/generations/{gen_id}", named=named)
    await ask("PATCH", "/v1/generations/{gen_id}", named=named, json={"favourite": True})
    await ask("GET", "/v1/generations", params={"favourite": "true"})
    await ask("GET", "/v1/generations/{gen_id}/dependents", named=named)
    await ask("GET", "/v1/generations/{gen_id}/lineage", named=named, params={"direction": "all"})
    for form in ({}, {"format": "webp", "quality": "50"}, {"format": "jpeg"}):
        await ask("GET", "/v1/generations/{gen_id}/file", named=named, params=form)
    await ask("GET", "/v1/generations/{gen_id}/file", 400, named=named, params={"format": "svg"})
    await ask("GET", "/v1/usage", params={"group_by": "model,key,engine,owner", "bucket_width": "1h"})
    await ask("GET", "/v1/usage", 400, params={"bucket_width": "1y"})
    await ask("GET", "/v1/admin/usage", params={"group_by": "key,engine"})
    await ask("GET", "/v1/admin/usage", 400, params={"group_by": "colour"})
    for _ in range(2):
        await ask("GET", "/v1/admin", params={"limit": "5"})
    await ask("GET", "/v1/admin", 400, params={"limit": "0"})
    await ask("POST", "/v1/admin/tasks/{task_id}/cancel", named={"task_id": task_id})
    await ask("POST", "/v1/admin/tasks/{task_id}/cancel", 404, named={"task_id": "task_nobody"})
    await ask("GET", "/v1/me")
    await ask("GET", "/v1/models")
    await ask("GET", "/v1/models/{name}", named={"name": "paintover"})
    file = {"file": ("a.png", flat_png(64, 64, 4, 5, 6), "image/png")}
    kept = (await ask("POST", "/v1/files", files=file, data={"purpose": "vision"})).json()["id"]
    await ask("POST", "/v1/files", 400, files=file)
    await ask("GET", "/v1/files")
    await ask("GET", "/v1/files/{file_id}", named={"file_id": kept})
    await ask("GET", "/v1/files/{file_id}/content", named={"file_id": kept})
    await ask("DELETE", "/v1/files/{file_id}", named={"file_id": kept})
    made = (await ask("POST", "/v1/keys", 201, json={"name": "bob", "scopes": ["read"]})).json()
    await ask("GET", "/v1/keys")
    reads = {"Authorization": f"Bearer {made['key']}"}
    await ask("POST", images, 403, json={"prompt": "a cat"}, headers=reads)
    await ask("DELETE", "/v1/keys/{key_id}", named={"key_id": made["id"]})
    await ask("GET", "/v1/models", 401, headers=reads)
    path = httpx.URL((await ask("GET", "/v1/generations")).json()["data"][0]["url"]).path
    rest = {"rest": path.removeprefix("/cdn/")}
    for link in ("/cdn/{rest}", "/cdn/download/{rest}"):
        shown = await ask("GET", link, named=rest)
        await ask("GET", link, 206, named=rest, headers={"Range": "bytes=0-9"})
        await ask("GET", link, 416, named=rest, headers={"Range": "bytes=999999999-"})
        await ask("GET", link, 304, named=rest, headers={"If-None-Match": shown.headers["etag"]})
    small = {"rest": "320/" + rest["rest"]}
    shown = await ask("GET", "/cdn/small/{rest}", named=small)
    await ask("GET", "/cdn/small/{rest}", 304, named=small, headers={"If-None-Match": shown.headers["etag"]})
    last = {"gen_id": (await ask("GET", "/v1/generations")).json()["data"][0]["gen_id"]}
    for _ in range(2):
        await ask("DELETE", "/v1/generations/{gen_id}", named=last)
    await ask("GET", "/v1/generations/{gen_id}", 404, named=last)
    opening = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "x", "version": "1"},
        },
    }
    both = {"Accept": "application/json, text/event-stream"}
    session = {
        **both,
        "mcp-session-id": (await ask("POST", "/mcp", json=opening, headers=both)).headers["mcp-session-id"],
    }
    await ask(
        "POST", "/mcp", 202, json={"jsonrpc": "2.0", "method": "notifications/initialized"}, headers=session
    )
    await ask("POST", "/mcp", 406, json=opening, headers={"Accept": "text/html"})
    await ask("DELETE", "/mcp", headers=session)
    await ask("GET", "/mcp", 404, headers=session)
    talks, talk, x = "/v1/conversations", "/v1/conversations/{conversation_id}", {"conversation_id": "x"}
    turns = {"turns": [{"id": "a", "said": "a cat", "text": f"> gen_id: `{drawn['gen_id']}`"}]}
    await ask("PUT", talk, 201, named=x, json=turns)
    await ask("PUT", talk, 412, named=x, json=turns)
    await ask("PUT", talk, named=x, json=turns, headers={"If-Match": '"1"'})
    await ask("PATCH", talk, named=x, json={"title": "Cats"})
    await ask("PATCH", talk, 400, named=x, json={"title": 3})
    await ask("GET", talks)
    await ask("GET", talk, named=x)
    await ask("GET", talk, 304, named=x, headers={"If-None-Match": '"2"'})
    link = (await ask("POST", "/v1/shares", 201, json={"conversation_id": "x"})).json()
    await ask("POST", "/v1/shares", 404, json={"conversation_id": "y"})
    await ask("POST", "/v1/shares", 400, json={})
    await ask("GET", "/v1/shares", params={"conversation_id": "x"})
    token = {"token": link["url"].rpartition("/")[2], "picture": drawn["gen_id"], "share_id": link["id"]}
    await ask("GET", "/s/{token}", named=token)
    await ask("GET", "/s/{token}/talk.json", named=token)
    await ask("GET", "/s/{token}/{picture}", named=token)
    await ask("GET", "/s/{token}/{picture}", 404, named={**token, "picture": "y"})
    await ask("DELETE", "/v1/shares/{share_id}", named=token)
    await ask("GET", "/s/{token}", 404, named=token)
    await ask("DELETE", talk, named=x)
    await ask("DELETE", talk, 404, named=x)
    for public in ("/", "/docs", "/favicon.ico", "/openapi.json"):
        page = await ask("GET", public)
        await ask("GET", public, 304, headers={"If-None-Match": page.headers["etag"]})
    await ask("GET", "/static/{version}/{path}", named={"version": "x", "path": "docs.css"})
    await ask("GET", "/healthz")
    # No route is left out of this walk.
    assert seen == {(operation.method.upper(), operation.path) for operation in operations()}


class Reading(HTMLParser):
    """What a page asks for, and where its own links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        assert tag != "script"
        assert not any(name.startswith("on") or name == "style" for name in told)
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        if tag == "link":
            self.loads.append(told["href"] or "")
        if tag == "a":
            self.links.append(told["href"] or "")
        if "id" in told:
            self.ids.append(told["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


async def test_the_page_can_be_read_and_asks_no_other_host(http: httpx.AsyncClient) -> None:
    answer = await http.get("/docs", headers={"Authorization": ""})
    assert answer.headers["content-security-policy"] == PAGE_POLICY
    page = Reading()
    page.feed(answer.text)
    assert page.open == []
    assert page.loads == ["/favicon.ico", "/static/docs/docs.css"]
    for load in page.loads:
        assert (await http.get(load)).status_code == 200
    assert len(page.ids) == len(set(page.ids))
    inner = [link.removeprefix("#") for link in page.links if link.startswith("#")]
    assert set(inner) <= set(page.ids)
    assert [link for link in page.links if not link.startswith("#")] == ["/openapi.json"]
    for operation in operations():
        assert operation.name in page.ids
        assert escape(operation.summary) in answer.text
    assert "`" not in re.sub(r"<pre>.*?</pre>", "", answer.text, flags=re.DOTALL)


async def test_the_description_is_served_to_everybody(http: httpx.AsyncClient) -> None:
    answer = await http.get("/openapi.json", headers={"Authorization": ""})
    assert answer.json() == json.loads(json.dumps(DESCRIBED))
    assert DESCRIBED["openapi"].startswith("3.")
