"""P3: one owner never sees, cancels or guesses another's; what is another's and what is not there is the same answer."""

from __future__ import annotations

import asyncio
import base64
import json
import secrets
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from starlette.routing import Route

from paintover.app import app_of, routes_of
from paintover.domain.ids import new_file_id, new_gen_id, new_response_id, new_share_id, new_task_id
from paintover.domain.task import TaskState
from paintover.engines.instant import flat_png
from paintover.parts import Parts, open_parts
from paintover.settings import Settings
from tests.easel import Easel

SQUARE_PNG = "data:image/png;base64," + base64.b64encode(flat_png(8, 8, 1, 2, 3)).decode()
QUESTIONS = 10_000
OWNED = 40
NOT_OWNED = {"key_id", "name", "path", "rest", "version", "token", "picture"}
"""Models and the page are everybody's, a link is itself the permission (P8), and keys have a test of their own (P12)."""
LISTS = ("/v1/tasks", "/v1/generations", "/v1/files")


def new_conversation_id() -> str:
    """Clients name conversations themselves."""
    return secrets.token_hex(12)


NEW = {
    "task_id": new_task_id,
    "gen_id": new_gen_id,
    "file_id": new_file_id,
    "response_id": new_response_id,
    "conversation_id": new_conversation_id,
    "share_id": new_share_id,
}
"""The parameters of routes that are somebody's, and how a name of nobody's is made."""
IMAGES = tuple(f"/v1/images/{door}" for door in ("generations", "edits", "variations"))
UNTOLD = ("x-request-id", "date", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests")


def with_ids(parts: Parts) -> list[tuple[str, str]]:
    """Method and path, with a parameter in it, of every route of the server that takes an id."""
    found = []
    for route in routes_of(parts):
        assert isinstance(route, Route)
        names = set(route.param_convertors)
        assert names <= set(NEW) | NOT_OWNED, "a route that this test does not know"
        if names & set(NEW):
            methods = sorted((route.methods or {"GET"}) - {"HEAD"})
            found += [(method, route.path) for method in methods]
    return found


async def drawn(http: httpx.AsyncClient, parts: Parts, prompt: str, **fields: Any) -> dict[str, Any]:
    """A picture that was asked for, as its task shows it."""
    body = {"background": True, "messages": [{"role": "user", "content": prompt}], **fields}
    answer = await http.post("/v1/chat/completions", json=body)
    assert answer.status_code == 202, answer.text
    task_id = answer.json()["id"]
    async with asyncio.timeout(30):
        while True:
            task: dict[str, Any] = (await http.get(f"/v1/tasks/{task_id}")).json()
            if TaskState(task["state"]).is_final:
                return task
            await http.get(f"/v1/tasks/{task_id}/events", headers={"Accept": "application/json"})


def answer_of(response: httpx.Response, named: str) -> tuple[int, dict[str, str], bytes]:
    """All of an answer but the id that was asked for, and what differs from one answer to the next."""
    headers = {name: value for name, value in response.headers.items() if name not in UNTOLD}
    return response.status_code, headers, response.content.replace(named.encode(), b"ID")


async def test_ten_thousand_foreign_ids_on_every_route(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    settings = Settings(data=str(tmp_path), workers=4, owner_requests_per_minute=1_000_000)
    async with open_parts(settings, Easel()) as parts:
        ann, bob = await parts.keys.create("ann"), await parts.keys.create("bob")
        transport, url = httpx.ASGITransport(app=app_of(parts)), "http://127.0.0.1"
        async with (
            httpx.AsyncClient(transport=transport, base_url=url, headers=_with(ann)) as hers,
            httpx.AsyncClient(transport=transport, base_url=url, headers=_with(bob)) as his,
        ):
            made = [await drawn(hers, parts, f"画一只猫 {number}") for number in range(OWNED)]
            running = await _running(hers)
            foreign = {
                "task_id": [running, *(task["id"] for task in made)],
                "gen_id": [task["gen_ids"][0] for task in made],
                "file_id": [await _uploaded(hers, shade) for shade in range(OWNED)],
                "response_id": [await _answered(hers, number) for number in range(4)],
                "share_id": [await _shared(hers, task["gen_ids"][0]) for task in made],
                "conversation_id": [await _said(hers, number) for number in range(OWNED)],
            }
            questions = list(islice(_questions(with_ids(parts), foreign), QUESTIONS))
            answers: dict[str, set[tuple[int, str, bytes]]] = {}
            for method, path, named in questions:
                response = await his.request(method, path.replace("ID", named))
                status, headers, body = answer_of(response, named)
                answers.setdefault(f"{method} {path}", set()).add((status, json.dumps(headers), body))
            resolved = sum(status < 400 for told in answers.values() for status, _, _ in told)
            for path, told in answers.items():
                assert len(told) == 1, (path, told)
            for path, told in answers.items():  # an admin's routes are closed to him whatever the id
                allowed = {403} if "/v1/admin/" in path else {400, 404}
                assert {status for status, _, _ in told} <= allowed, (path, told)

            # Nothing has happened to what is hers, and none of it is in his lists.
            assert (await hers.get(f"/v1/tasks/{running}")).json()["state"] in (
                "queued",
                "running",
                "succeeded",
            )
            assert [(await his.get(path)).json()["data"] for path in LISTS] == [[], [], []]
            assert len((await hers.get("/v1/files")).json()["data"]) == OWNED
            assert (await his.get("/v1/conversations")).json()["data"] == []
            assert (await his.get("/v1/shares")).json()["data"] == []
            assert len((await hers.get("/v1/shares", params={"limit": 100})).json()["data"]) == OWNED
            for conversation_id in foreign["conversation_id"]:
                kept = (await hers.get(f"/v1/conversations/{conversation_id}")).json()
                assert (kept["revision"], kept["turn_count"]) == (1, 1)
            for response_id in foreign["response_id"]:
                assert (await hers.get(f"/v1/responses/{response_id}")).json()["status"] == "completed"
            await _files_named(his, foreign["file_id"])
            await _responses_named(his, foreign)
            await _words_and_keys(hers, his, parts, made)
    with capsys.disabled():
        print(
            f"\nP3: {len(questions):,} foreign and absent ids over {len(answers)} routes and lists: {resolved} resolved, "
            f"the answers of each identical; {time.monotonic() - began:.0f} s"
        )
    assert resolved == 0


def _with(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


async def _running(http: httpx.AsyncClient) -> str:
    body = {"background": True, "n": 8, "messages": [{"role": "user", "content": "画一只狗"}]}
    task_id: str = (await http.post("/v1/chat/completions", json=body)).json()["id"]
    return task_id


async def _uploaded(http: httpx.AsyncClient, shade: int) -> str:
    image = flat_png(8, 8, shade, shade, shade)
    files = {"file": ("a.png", image, "image/png")}
    file_id: str = (await http.post("/v1/files", data={"purpose": "vision"}, files=files)).json()["id"]
    return file_id


async def _shared(http: httpx.AsyncClient, gen_id: str) -> str:
    share_id: str = (await http.post("/v1/shares", json={"gen_id": gen_id})).json()["id"]
    return share_id


async def _said(http: httpx.AsyncClient, number: int) -> str:
    name = secrets.token_hex(12)
    turns = [{"id": "a", "said": f"画一只鸟 {number}", "text": "", "state": "done"}]
    kept = await http.put(f"/v1/conversations/{name}", json={"turns": turns})
    assert kept.status_code == 201, kept.text
    return name


async def _answered(http: httpx.AsyncClient, number: int) -> str:
    answer = await http.post("/v1/responses", json={"input": f"画一只鸟 {number}"})
    response_id: str = answer.json()["id"]
    return response_id


async def _responses_named(his: httpx.AsyncClient, foreign: dict[str, list[str]]) -> None:
    """What a request for a response goes on from, refers to, or starts from, is looked for among one's own."""
    picture, sent = "ig_SUFFIX", {"role": "user", "content": "加一顶帽子"}
    bodies: list[tuple[str, dict[str, Any]]] = [
        ("response_id", {"input": "加一顶帽子", "previous_response_id": "resp_SUFFIX"}),
        ("response_id", {"input": [sent, {"type": "image_generation_call", "id": picture}]}),
        ("response_id", {"input": [sent, {"type": "item_reference", "id": picture}]}),
        ("response_id", {"input": [{"type": "item_reference", "id": "msg_SUFFIX"}, sent]}),
        ("response_id", {"input": [{"id": "msg_SUFFIX_0"}, sent]}),
        ("gen_id", {"input": [sent, {"type": "image_generation_call", "id": "gen_SUFFIX"}]}),
        (
            "file_id",
            {"input": [{"role": "user", "content": [{"type": "input_image", "file_id": "file_SUFFIX"}]}]},
        ),
        ("file_id", {"input": [{"role": "user", "content": [{"type": "input_image", "image_url": SQUARE_PNG}]}],
                     "tools": [{"type": "image_generation", "input_image_mask": {"file_id": "file_SUFFIX"}}]}),
    ]  # fmt: skip
    for kind, body in bodies:
        answers = set()
        for named in (*foreign[kind][:2], NEW[kind](), NEW[kind]()):
            suffix = named.partition("_")[2]
            content = json.dumps(body).replace("SUFFIX", suffix)
            answer = await his.post(
                "/v1/responses", content=content, headers={"Content-Type": "application/json"}
            )
            answers.add((answer.status_code, answer.content.replace(suffix.encode(), b"ID")))
        assert len(answers) == 1, answers
        assert {status for status, _ in answers} == {404}, answers


async def _files_named(his: httpx.AsyncClient, foreign: list[str]) -> None:
    """A file named in a request, as its source or as its mask, is looked for among one's own."""
    for path in IMAGES:
        for field in ({"image": "ID"}, {"images": [{"file_id": "ID"}]}, {"image": SQUARE_PNG, "mask": "ID"}):
            answers = set()
            for named in (*foreign[:2], new_file_id(), new_file_id()):
                body = json.dumps({"prompt": "加一顶帽子", **field}).replace('"ID"', f'"{named}"')
                answer = await his.post(path, content=body, headers={"Content-Type": "application/json"})
                status, headers, told = answer_of(answer, named)
                answers.add((status, json.dumps(headers), told))
            assert len(answers) == 1
            assert {status for status, _, _ in answers} <= {400, 404}


def _questions(
    routes: list[tuple[str, str]], foreign: dict[str, list[str]]
) -> Iterator[tuple[str, str, str]]:
    """For ever: method, path with ``ID`` in it, and an id, in turns another's and nobody's."""
    kinds = [
        *(
            (method, path.replace(f"{{{name}}}", "ID"), name)
            for method, path in routes
            for name in NEW
            if name in path
        ),
        *(("GET", f"{path}?limit=5&after=ID", name) for path, name in zip(LISTS, NEW, strict=False)),
    ]
    theirs = {name: cycle(ids) for name, ids in foreign.items()}
    while True:
        for method, path, name in kinds:
            yield method, path, next(theirs[name])
            yield method, path, NEW[name]()


async def _words_and_keys(
    hers: httpx.AsyncClient, his: httpx.AsyncClient, parts: Parts, made: list[dict[str, Any]]
) -> None:
    """Ids within a conversation, idempotency keys and requests of the same bytes are each owner's own, too."""
    told = set()
    for named in (made[0]["gen_ids"][0], made[1]["gen_ids"][0], new_gen_id(), new_gen_id()):
        call = f'```\n{{"prompt": "加一顶帽子", "gen_id": "{named}"}}\n```'
        task = await drawn(his, parts, call)
        assert task["call"]["sources"] == [named]
        told.add((task["state"], msgspec.json.encode(task["error"]).replace(named.encode(), b"ID")))
    assert len(told) == 1
    assert {state for state, _ in told} == {"failed"}
    for path in IMAGES:
        answers = set()
        for named in (made[2]["gen_ids"][0], made[3]["gen_ids"][0], new_gen_id(), new_gen_id()):
            answer = await his.post(path, json={"prompt": "加一顶帽子", "gen_id": named})
            status, headers, body_told = answer_of(answer, named)
            answers.add((status, json.dumps(headers), body_told))
        assert len(answers) == 1
        assert {status for status, _, _ in answers} == {404}
    own = (await drawn(his, parts, "画一只羊"))["gen_ids"][0]
    masked = set()
    for named in (made[2]["gen_ids"][0], new_gen_id()):
        answer = await his.post(IMAGES[1], json={"prompt": "加一顶帽子", "gen_id": own, "mask": named})
        masked.add((answer.status_code, answer.content.replace(named.encode(), b"ID")))
    assert len(masked) == 1
    assert {status for status, _ in masked} == {404}
    body = {"background": True, "messages": [{"role": "user", "content": "画一匹马"}]}
    keyed = {"Idempotency-Key": "one"}
    ids = [
        (await http.post("/v1/chat/completions", json=body, headers=keyed)).json()["id"]
        for http in (hers, his, hers, his)
    ]
    assert ids[0] == ids[2] != ids[1] == ids[3]
    other = {**body, "n": 2}
    assert (await his.post("/v1/chat/completions", json=other, headers=keyed)).status_code == 409
    assert (
        await hers.post("/v1/chat/completions", json=other, headers={"Idempotency-Key": "two"})
    ).is_success
    assert (await his.post("/v1/chat/completions", json=body, headers={"Idempotency-Key": "two"})).is_success
