"""Two servers, one behind the other: a conversation that is drawn by the second."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from paintover.settings import Settings
from tests.live import LiveServer


@pytest.mark.parametrize("stream", [False, True])
def test_a_conversation_is_drawn_by_the_server_behind(
    behind: LiveServer, tmp_path: Path, stream: bool
) -> None:
    settings = Settings(
        data=str(tmp_path / "front"),
        port=0,
        engine="openai",
        openai_url=f"{behind.url}/v1",
        openai_model="paintover",
        openai_dialect="chat",
        openai_allow="127.0.0.1/32",
    )
    with LiveServer(settings) as front, front.openai() as client, front.http() as http:
        create: Any = client.chat.completions.create
        messages: list[dict[str, Any]] = []
        for said in ("an ox and a horse", "put a cloth over the ox's face", "a pot lid on the horse's head"):
            messages.append({"role": "user", "content": said})
            told: Any = create(model="paintover", messages=messages, stream=stream)
            text = (
                "".join(chunk.choices[0].delta.content or "" for chunk in told)
                if stream
                else told.choices[0].message.content
            )
            assert "Generation complete" in text
            messages.append({"role": "assistant", "content": text})
        page = http.get("/v1/generations").json()["data"]
        whole = [http.get(f"/v1/generations/{one['gen_id']}").json() for one in page]
        assert [one["engine"] for one in whole] == ["openai"] * 3
        assert whole[0]["sources"] == [whole[1]["gen_id"]]
        assert behind.url not in str(whole)
