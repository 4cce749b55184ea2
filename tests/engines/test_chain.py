"""One line of pictures through several engines: each goes on from the pixels of the one before, whatever had drawn them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import pyvips

from paintover.engines.instant import InstantEngine
from paintover.engines.tables import EngineTable, ModelTable
from paintover.settings import Settings
from paintover.transcript.reader import read_answer
from tests.engines.comfyui.standin import CHECKPOINTS, ComfyStandIn
from tests.engines.conversation import Watched
from tests.live import LiveServer
from tests.pixels import pixels


@pytest.fixture(scope="module")
def comfy() -> Iterator[ComfyStandIn]:
    with ComfyStandIn() as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def http(tmp_path_factory: pytest.TempPathFactory, comfy: ComfyStandIn) -> Iterator[httpx.Client]:
    """A server whose model `far` is another server's, whose model `comfy` is ComfyUI's, and which draws all others."""
    folder = tmp_path_factory.mktemp("chain")
    far = Watched(InstantEngine())
    with LiveServer(Settings(data=str(folder / "far"), port=0), far) as behind:
        upstream = {"url": f"{behind.url}/v1", "model": "m", "allow": ["127.0.0.1/32"]}
        settings = Settings(
            data=str(folder / "near"),
            port=0,
            engines={
                "far": EngineTable(engine="openai", options=upstream),
                "comfy": EngineTable(engine="comfyui", options={"url": comfy.url, "model": CHECKPOINTS[0]}),
            },
            models={name: ModelTable(engines=[name]) for name in ("far", "comfy")},
        )
        with LiveServer(settings) as live, live.http() as client:
            yield client


class Line:
    """A conversation in which each turn asks another model."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self._messages: list[dict[str, str]] = []

    def say(self, says: str, *, model: str, **fields: Any) -> str:
        """The answer's text."""
        self._messages.append({"role": "user", "content": says})
        body = {"model": model, "messages": self._messages, **fields}
        told = self._http.post("/v1/chat/completions", json=body).json()
        text: str = told["choices"][0]["message"]["content"]
        self._messages.append({"role": "assistant", "content": text})
        return text

    def picture(self, says: str, *, model: str, **fields: Any) -> tuple[dict[str, Any], bytes]:
        """What is known of the answer's picture, and its file."""
        text = self.say(says, model=model, **fields)
        answer = read_answer(text)
        assert answer is not None, text
        (shown,) = answer.pictures
        known: dict[str, Any] = self._http.get(f"/v1/generations/{shown.gen_id}").json()
        file = self._http.get(known["url"])
        assert file.headers["content-type"] == known["media_type"]
        image: Any = pyvips.Image.new_from_buffer(file.content, "")
        assert (image.width, image.height) == (known["width"], known["height"])
        return known, file.content

    def lineage(self, gen_id: str) -> tuple[str, list[tuple[str, str]]]:
        """Its root, and who was made from whom."""
        told = self._http.get(f"/v1/generations/{gen_id}/lineage").json()
        return told["root"], [(edge["parent"], edge["child"]) for edge in told["edges"]]


def sent_to(comfy: ComfyStandIn) -> tuple[str, bytes]:
    """The words and the source of ComfyUI's last order."""
    nodes = comfy.prompts[-1]["prompt"]
    folder, _, name = nodes["10"]["inputs"]["image"].rpartition("/")
    return nodes["6"]["inputs"]["text"], comfy.load("input", folder, name)


def test_drawn_by_one_edited_by_another_and_then_by_the_illustrator(
    http: httpx.Client, comfy: ComfyStandIn
) -> None:
    line = Line(http)
    first, drawn = line.picture("Draw an ox and a horse 3:2", model="far", output_format="webp")
    assert (first["engine"], first["media_type"], first["scene"]) == ("openai", "image/webp", None)
    hat, edited = line.picture("put a hat on the ox", model="comfy", output_format="jpeg")
    assert (hat["engine"], hat["media_type"], hat["scene"]) == ("comfyui", "image/jpeg", None)
    words, source = sent_to(comfy)
    assert words == "put a hat on the ox"
    # ComfyUI gets a PNG of the same pixels.
    assert source.startswith(b"\x89PNG")
    assert (pixels(source) == pixels(drawn)).all()
    grey, last = line.picture("make it black and white", model="paintover")
    assert (grey["engine"], grey["media_type"], grey["scene"]) == ("illustrator", "image/png", None)
    shades = pixels(last).astype(int)
    assert (shades.max(axis=2) == shades.min(axis=2)).all()
    # Whatever the weights of the colours, it lies between the darkest and the brightest of them.
    before = pixels(edited).astype(int)
    assert (before.min(axis=2) - 4 <= shades[:, :, 0]).all()
    assert (shades[:, :, 0] <= before.max(axis=2) + 4).all()
    sizes = {(one["width"], one["height"]) for one in (first, hat, grey)}
    assert sizes == {(1256, 840)}
    ids = [one["gen_id"] for one in (first, hat, grey)]
    assert line.lineage(ids[2]) == (ids[0], [(ids[0], ids[1]), (ids[1], ids[2])])


def test_a_scene_holds_no_longer_when_another_engine_has_painted_over_it(
    http: httpx.Client, comfy: ComfyStandIn
) -> None:
    line = Line(http)
    first, drawn = line.picture("Draw an ox and a horse", model="paintover")
    assert [thing["kind"] for thing in first["scene"]["objects"]] == ["ox", "horse"]
    night, _ = line.picture("make it look like night", model="comfy")
    assert (pixels(sent_to(comfy)[1]) == pixels(drawn)).all()
    assert (night["engine"], night["scene"], night["sources"]) == ("comfyui", None, [first["gen_id"]])
    # The ox of the scene is not there any more, for all that the illustrator can see.
    refused = line.say("put a hat on the ox", model="paintover")
    assert "Generation failed" in refused
    assert "photograph" in refused
    sun, _ = line.picture("add a cat on the right", model="paintover")
    assert sun["engine"] == "illustrator"
    assert sun["sources"] == [night["gen_id"]]
    kinds = [thing["kind"] for thing in (sun["scene"] or {"objects": []})["objects"]]
    assert not {"ox", "horse"} & set(kinds)
    # The first one still has its scene.
    hat, _ = line.picture("put a hat on the ox in the first picture", model="paintover")
    assert hat["sources"] == [first["gen_id"]]
    assert {"ox", "horse"} <= {thing["kind"] for thing in hat["scene"]["objects"]}
