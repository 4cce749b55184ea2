"""Which planner the settings ask for, and a server that asks a model, over real sockets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from rich.pretty import pretty_repr

from paintover.domain.errors import BadRequest
from paintover.parts import open_planner
from paintover.planner.llm.planner import LlmPlanner
from paintover.planner.offline import OfflinePlanner
from paintover.settings import Settings, read_settings
from paintover.transcript.reader import read_answer
from tests.live import LiveServer
from tests.llm_endpoint import Reply, ScriptedEndpoint, call, failed, hanging, raw_call

URL = "http://127.0.0.1:9/v1"


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, "offline"),
        ({"planner": "offline", "planner_url": URL}, "offline"),
        ({"planner_url": URL, "planner_model": "m"}, "unsure"),
        ({"planner": "auto", "planner_url": URL, "planner_model": "m"}, "unsure"),
        ({"planner": "llm", "planner_url": URL, "planner_model": "m"}, "always"),
    ],
)
async def test_the_settings_choose_the_planner(given: dict[str, Any], kind: str) -> None:
    async with open_planner(Settings(**given)) as planner:
        if isinstance(planner, LlmPlanner):
            assert planner._asks == kind
        else:
            assert isinstance(planner, OfflinePlanner)
            assert kind == "offline"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"planner": "llm"}, "planner_url"),
        ({"planner": "auto"}, "planner_url"),
        ({"planner_url": "localhost:11434/v1", "planner_model": "m"}, "planner_url"),
        ({"planner_url": "ftp://a.example/v1", "planner_model": "m"}, "planner_url"),
        ({"planner_url": "http://[::1/v1", "planner_model": "m"}, "planner_url"),
        ({"planner_url": "http://a.example:99999/v1", "planner_model": "m"}, "planner_url"),
        ({"planner_url": "https://me:secret@a.example/v1", "planner_model": "m"}, "planner_key"),
        ({"planner_url": URL}, "planner_model"),
        ({"planner_url": URL, "planner_model": "m", "planner_key": "a b"}, "planner_key"),
        ({"planner_url": URL, "planner_model": "m", "planner_key": "sk-a\n"}, "planner_key"),
        ({"planner_url": URL, "planner_model": "m", "planner_key": "钥匙"}, "planner_key"),
    ],
)
async def test_what_is_missing_is_said(given: dict[str, Any], says: str) -> None:
    with pytest.raises(BadRequest, match=says) as raised:
        async with open_planner(Settings(**given)):
            pass
    assert "secret" not in raised.value.message


def test_a_planner_of_another_name_is_none(tmp_path: Path) -> None:
    with pytest.raises(BadRequest):
        read_settings(environment={"PAINTOVER_PLANNER": "psychic"}, folder=tmp_path)


def test_keys_are_never_shown() -> None:
    settings = Settings(key="po_secret", planner_key="sk-secret", planner_model="m")
    for shown in (repr(settings), str(settings), pretty_repr(settings)):
        assert "secret" not in shown
        assert "planner_model='m'" in shown


def ask(live: LiveServer, *said: str, model: str = "paintover") -> tuple[str, Any]:
    """A conversation, turn by turn: the last answer's text, and its task."""
    messages: list[dict[str, str]] = []
    with live.http() as client:
        for words in said:
            messages.append({"role": "user", "content": words})
            response = client.post("/v1/chat/completions", json={"model": model, "messages": messages})
            assert response.status_code == 200, response.text
            messages.append(
                {"role": "assistant", "content": response.json()["choices"][0]["message"]["content"]}
            )
        return messages[-1]["content"], client.get(f"/v1/tasks/{response.headers['x-task-id']}").json()


CATS = (
    "a cat in a hat on a sofa",
    "draw a dog",
    "draw a cat in a hat on a lawn",
    "the cat in a hat: make it night",
)


def over(endpoint: ScriptedEndpoint, settings: Settings, **more: Any) -> Settings:
    return msgspec.structs.replace(
        settings, planner_url=endpoint.url, planner_model="m", planner_key="sk-secret", **more
    )


def test_a_server_asks_where_rules_are_not_sure(settings: Settings) -> None:
    with (
        ScriptedEndpoint(call("edit", "1", prompt="make it night")) as endpoint,
        LiveServer(over(endpoint, settings)) as live,
    ):
        text, task = ask(live, *CATS)
    assert len(endpoint.asked) == 1
    assert endpoint.asked[0].headers["authorization"] == "Bearer sk-secret"
    evidence = task["evidence"]
    assert (evidence["planner"], evidence["fallback"], evidence["doubts"]) == ("llm", None, ["margin"])
    assert evidence["chosen"][0]["ordinal"] == 1
    assert task["call"]["sources"] == [evidence["chosen"][0]["source"]]
    # The rules would have taken picture 3: it is offered.
    assert "picture 3" in text.splitlines()[-1]
    assert "sk-secret" not in str(task)


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (hanging, "late"),
        (failed(429), "limited"),
        (raw_call("{"), "unreadable"),
        (call("edit", "9"), "invalid"),
    ],
)
def test_a_server_draws_without_the_model(settings: Settings, reply: Reply, trouble: str) -> None:
    # Only who never answers is waited for in vain.
    deadline_s = 0.3 if trouble == "late" else 60.0
    with (
        ScriptedEndpoint(reply) as endpoint,
        LiveServer(over(endpoint, settings, planner_deadline_s=deadline_s)) as live,
    ):
        text, task = ask(live, *CATS)
    answer = read_answer(text)
    assert answer is not None
    assert len(answer.pictures) == 1
    assert task["state"] == "succeeded"
    assert (task["evidence"]["planner"], task["evidence"]["fallback"]) == ("offline", trouble)
    assert "decided by rules" in task["evidence"]["because"]


def test_a_number_that_a_model_makes_up_is_within_the_limits(settings: Settings) -> None:
    with (
        ScriptedEndpoint(call("edit", "1", prompt="make it night", n=64)) as endpoint,
        LiveServer(over(endpoint, settings, max_n=2)) as live,
    ):
        text, task = ask(live, *CATS)
    assert task["call"]["n"] == 2
    assert task["evidence"]["repairs"] == ["n"]
    assert text.count("![gen_") == 2
