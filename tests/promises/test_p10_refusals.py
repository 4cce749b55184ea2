"""P10: a refusal by a policy is HTTP 400, ``image_generation_user_error``, ``moderation_blocked``; in chat, failure lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from paintover.settings import Settings
from tests.easel import Easel
from tests.live import LiveServer

LIST = "血腥\nkill bill\n"


@pytest.fixture(scope="module")
def easel() -> Easel:
    return Easel()


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, easel: Easel) -> Iterator[LiveServer]:
    folder: Path = tmp_path_factory.mktemp("refusals")
    (folder / "list.txt").write_text(LIST, encoding="utf-8")
    settings = Settings(data=str(folder / "data"), port=0, moderation_list=str(folder / "list.txt"))
    with LiveServer(settings, easel) as started:
        yield started


@pytest.fixture
def client(live: LiveServer) -> Iterator[openai.OpenAI]:
    with live.openai() as opened:
        yield opened


@pytest.fixture
def http(live: LiveServer) -> Iterator[httpx.Client]:
    with live.http() as opened:
        yield opened


def test_the_images_api_answers_with_the_policys_error(client: openai.OpenAI, easel: Easel) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        client.images.generate(prompt="Kill Bill", extra_body={"moderation": "low"})
    error: Any = caught.value
    assert (error.status_code, error.type, error.code) == (
        400,
        "image_generation_user_error",
        "moderation_blocked",
    )
    assert error.response.headers["x-should-retry"] == "false"
    assert easel.orders == []


def test_a_stream_of_the_images_api_tells_it_as_its_only_event(http: httpx.Client, easel: Easel) -> None:
    body = {"prompt": "kill bill", "stream": True}
    text = http.post("/v1/images/generations", json=body).text
    assert text.startswith("event: error\n")
    assert '"code":"moderation_blocked"' in text
    assert '"type":"image_generation_user_error"' in text
    assert easel.orders == []


@pytest.mark.parametrize(
    ("model", "failed", "reason"),
    [
        ("gpt-4o-image", "> 生成失败 ❌", "> 失败原因：moderation_blocked "),
        ("paintover", "> Generation failed ❌", "> Reason: "),
    ],
)
def test_chat_tells_it_in_the_failure_lines(
    client: openai.OpenAI, easel: Easel, model: str, failed: str, reason: str
) -> None:
    said = client.chat.completions.create(
        model=model, messages=[{"role": "user", "content": "draw a kill bill poster"}]
    )
    text = said.choices[0].message.content or ""
    lines = text.splitlines()
    assert failed in lines
    assert any(line.startswith(reason) and "moderation_blocked" in line for line in lines)
    assert "![" not in text
    assert easel.orders == []


def test_the_task_says_so_too_and_is_not_taken_up_again(http: httpx.Client, easel: Easel) -> None:
    body = {"prompt": "画一张血 腥的", "n": 2}
    first = http.post("/v1/images/generations", json=body)
    task = http.get(f"/v1/tasks/{first.headers['x-task-id']}").json()
    assert task["state"] == "failed"
    assert task["error"]["code"] == "moderation_blocked"
    second = http.post("/v1/images/generations", json=body)
    assert second.status_code == 400
    assert easel.orders == []


def test_the_level_of_moderation_is_one_that_exists(http: httpx.Client) -> None:
    answer = http.post("/v1/images/generations", json={"prompt": "an ox", "moderation": "none"})
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, "moderation")
