"""The whole server with a model on this computer behind it, as somebody would start it."""

from __future__ import annotations

import base64
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import openai
import pytest
import pyvips

from paintover.testing.orders import a_mask

READY_WITHIN_S = 120
ANSWERS_WITHIN_S = 240


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        found: int = listener.getsockname()[1]
        return found


def test_a_chat_draws_and_edits_within_a_mask_with_a_model_on_this_computer(
    models: Path, tmp_path: Path, port: int
) -> None:
    (tmp_path / "paintover.toml").write_text(
        f"""
        data = "data"
        port = {port}
        [engines.tiny]
        engine = "diffusers"
        warm = true
        options = {{ model = "{models / "sd"}", device = "cpu", parameters = {{ steps = 2 }}, max_pixels = 65536 }}
        [models."*"]
        engines = ["tiny"]
        """,
        encoding="utf-8",
    )
    command = [str(Path(sys.executable).with_name("paintover")), "serve"]
    with subprocess.Popen(
        command, cwd=tmp_path, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _talk(f"http://127.0.0.1:{port}")
        finally:
            os.kill(server.pid, signal.SIGINT)
            server.wait(READY_WITHIN_S)
    assert server.returncode in (0, -signal.SIGINT, 130)


def _talk(url: str) -> None:
    transport = httpx.HTTPTransport(retries=8)
    with httpx.Client(base_url=url, transport=transport, timeout=READY_WITHIN_S, trust_env=False) as http:
        assert http.get("/healthz").status_code == 200
        client = openai.OpenAI(base_url=f"{url}/v1", api_key="none", timeout=ANSWERS_WITHIN_S)
        create: Any = client.chat.completions.create
        told = create(model="paintover", messages=[{"role": "user", "content": "an ox and a horse"}])
        text = told.choices[0].message.content
        assert "Generation complete" in text
        first = http.get("/v1/generations").json()["data"][0]
        assert http.get(f"/v1/generations/{first['gen_id']}").json()["engine"] == "diffusers"
        link = re.search(r"!\[[^\]]*\]\(([^)]+)\)", text)
        assert link is not None
        original = http.get(link[1]).content
        size = pyvips.Image.new_from_buffer(original, "")
        mask = a_mask(size.width, size.height)
        edited = client.images.edit(
            image=("ox.png", original, "image/png"),
            mask=("mask.png", mask, "image/png"),
            prompt="a moon",
            response_format="b64_json",
        )
        assert edited.data is not None
        after = pyvips.Image.new_from_buffer(base64.b64decode(edited.data[0].b64_json or ""), "").numpy()
        before = size.numpy()
        half = size.width // 2
        assert (after[:, half:, :3] == before[:, half:, :3]).all()
        assert np.abs(after[:, :half, :3].astype(int) - before[:, :half, :3]).mean() > 1
