"""What one picture takes from another, through the whole server: a thing, the style, the place."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from paintover.transcript.reader import read_answer
from tests.live import LiveServer


def talk(server: LiveServer, *wishes: str) -> list[dict[str, Any]]:
    """The stored scene and the call of each answer, one conversation."""
    messages: list[dict[str, str]] = []
    told = []
    with server.http() as client:
        for wish in wishes:
            messages.append({"role": "user", "content": wish})
            answer = client.post("/v1/chat/completions", json={"model": "gpt-4o-image", "messages": messages})
            text = answer.json()["choices"][0]["message"]["content"]
            messages.append({"role": "assistant", "content": text})
            told.append(_scene(client, text))
    return told


def _scene(client: httpx.Client, text: str) -> dict[str, Any]:
    answer = read_answer(text)
    assert answer is not None, text
    assert answer.pictures, text
    found: dict[str, Any] = client.get(f"/v1/generations/{answer.pictures[0].gen_id}").json()
    return found


def kinds(found: dict[str, Any]) -> list[str]:
    return sorted(thing["kind"] for thing in found["scene"]["objects"])


@pytest.mark.parametrize(
    ("first", "second", "third", "fourth"),
    [
        (
            "a cat in watercolour style",
            "draw an ox and a sheep at the beach",
            "redo the second picture in the style of the first",
            "draw a dog in the same style as the first picture",
        ),
        ("水彩风格的猫", "画一头牛和一只羊在海边", "把第二张改成第一张的风格", "用第一张的风格画一只狗"),
    ],
)
def test_a_style_is_lent(server: LiveServer, first: str, second: str, third: str, fourth: str) -> None:
    lender, borrower, styled, new = talk(server, first, second, third, fourth)
    assert lender["scene"]["style"] == styled["scene"]["style"] == new["scene"]["style"] == "watercolour"
    assert kinds(styled) == kinds(borrower) == ["ox", "sheep"]
    assert styled["scene"]["env"]["place"] == "beach"
    assert kinds(new) == ["dog"]


def test_a_place_is_lent_and_a_guest_goes_to_its_host(server: LiveServer) -> None:
    _, second, guest, moved = talk(
        server,
        "draw a horse on a beach",
        "draw an ox and a cat in the snow",
        "put the horse of the first picture beside the ox of the second",
        "use the background of the first picture",
    )
    assert kinds(second) == ["cat", "ox"]
    assert kinds(guest) == kinds(moved) == ["cat", "horse", "ox"]
    assert guest["scene"]["env"]["place"] == second["scene"]["env"]["place"]
    assert moved["scene"]["env"]["place"] == "beach"
