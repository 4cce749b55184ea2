"""Photographs through the whole server: what is drawn with one is edited further, and what was cut keeps its shape."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np

from paintover.engines.illustrator.drawing.encode import encode_png
from paintover.transcript.reader import read_answer
from tests.live import LiveServer


def talk(server: LiveServer, *wishes: str) -> list[dict[str, Any]]:
    """What is stored of each answer; the photograph comes with the first wish."""
    rows, columns = np.mgrid[0:400, 0:600]
    shown = np.stack([columns * 255 // 600, rows * 255 // 400, np.full_like(rows, 60)], axis=-1)
    link = "data:image/png;base64," + base64.b64encode(encode_png(shown.astype(np.uint8))).decode()
    messages: list[dict[str, Any]] = []
    told = []
    with server.http() as client:
        for wish in wishes:
            parts: list[dict[str, Any]] = [{"type": "text", "text": wish}]
            if not messages:
                parts.append({"type": "image_url", "image_url": {"url": link}})
            messages.append({"role": "user", "content": parts})
            answer = client.post("/v1/chat/completions", json={"model": "paintover", "messages": messages})
            text = answer.json()["choices"][0]["message"]["content"]
            messages.append({"role": "assistant", "content": text})
            read = read_answer(text)
            assert read is not None, text
            assert read.pictures, text
            told.append(client.get(f"/v1/generations/{read.pictures[0].gen_id}").json())
    return told


def test_a_room_with_a_photograph_is_furnished_and_darkened(server: LiveServer) -> None:
    hung, furnished, dark = talk(server, "hang it on the wall", "add a cat", "make it night")
    assert [thing["kind"] for thing in dark["scene"]["objects"]] == ["cat"]
    assert dark["scene"]["env"]["time"] == "night"
    assert hung["scene"]["uses"] == furnished["scene"]["uses"] == dark["scene"]["uses"]
    assert dark["scene"]["photographs"] == hung["scene"]["photographs"]


def test_what_was_cut_keeps_its_shape_in_what_follows(server: LiveServer) -> None:
    half, grey, turned = talk(server, "crop it to the left half", "make it grey", "rotate it 90 degrees")
    assert half["width"] < half["height"]
    assert abs(grey["width"] / grey["height"] - half["width"] / half["height"]) < 0.02
    assert abs(turned["height"] / turned["width"] - half["width"] / half["height"]) < 0.02
    assert not any("cropped" in note for one in (grey, turned) for note in one.get("notes", []))
