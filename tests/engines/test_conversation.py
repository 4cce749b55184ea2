"""The conversation of ten turns with each engine that ships, and what the servers behind them were asked."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from paintover.engines.instant import InstantEngine
from paintover.engines.registry import load_engine
from paintover.intake.guarded import GuardedIntake
from paintover.settings import Settings
from tests.engines.comfyui.standin import CHECKPOINTS, ComfyStandIn
from tests.engines.conversation import TURNS, Watched, hold
from tests.live import LiveServer

SIZES = {"1:1": (1024, 1024), "16:9": (1368, 768)}
DRAWN = [turn for turn in TURNS if turn.prompt and turn.draws]


def test_with_the_illustrator_which_goes_on_from_its_scenes(tmp_path: Path) -> None:
    held = hold(load_engine("illustrator", GuardedIntake()), tmp_path)
    assert held.refused == {}

    def kinds(name: str) -> list[str]:
        return sorted(thing["kind"] for thing in held.pictures[name][0]["scene"]["objects"])

    assert kinds("first") == kinds("back") == ["horse", "ox"]
    assert "hat" in " ".join(kinds("hat"))
    assert kinds("scarf") == kinds("variation") == kinds("undone") == ["horse", "ox", "scarf"]


def test_with_the_instant_engine(tmp_path: Path) -> None:
    held = hold(InstantEngine(), tmp_path)
    assert held.refused == {}
    assert len(held.orders) == len(DRAWN)


@pytest.mark.parametrize(("dialect", "most"), [("images", 16), ("chat", 16), ("responses", 1)])
def test_with_a_second_paintover_through_each_dialect(tmp_path: Path, dialect: str, most: int) -> None:
    far = Watched(InstantEngine())
    with LiveServer(Settings(data=str(tmp_path / "far"), port=0), far) as behind:
        options = {
            "url": f"{behind.url}/v1",
            "model": "paintover",
            "dialect": dialect,
            "max_sources": most,
            "allow": ["127.0.0.1/32"],
        }
        held = hold(load_engine("openai", GuardedIntake(), options), tmp_path / "near")
        with behind.http() as http:
            listed = http.get("/v1/generations", params={"limit": 100}).json()["data"]
    # What it cannot do is said without asking it.
    assert list(held.refused) == (["both"] if most == 1 else [])
    assert "at most 1" in held.refused.get("both", "at most 1")
    # One request for each picture, none of them twice, each to the letter.
    asked = [(turn, place) for turn in DRAWN if turn.name not in held.refused for place in range(turn.n)]
    assert len(far.orders) == len(asked)
    for (turn, _), order in zip(asked, far.orders, strict=True):
        assert order.n == 1
        assert order.prompt == turn.prompt
        assert (order.width, order.height) == SIZES[turn.ratio]
        assert len(order.sources) == len(turn.sources)
    if dialect != "responses":
        assert len({order.seed for order in far.orders[-2:]}) == 2
        # Its own pictures were named, and none was sent back to it.
        assert len(listed) == len(asked)
        assert all(source.engine == "instant" for order in far.orders for source in order.sources)
    assert behind.url not in str(held.pictures)


def two_sources(folder: Path) -> dict[str, Any]:
    """The shipped workflow of edits, with a second picture blended into the first."""
    shipped = resources.files("paintover.engines.comfyui") / "workflows" / "edit.json"
    nodes = json.loads(shipped.read_text(encoding="utf-8"))
    nodes["20"] = {"class_type": "LoadImage", "inputs": {"image": ""}}
    nodes["21"] = {
        "class_type": "ImageBlend",
        "inputs": {"image1": ["10", 0], "image2": ["20", 0], "blend_factor": 0.5, "blend_mode": "normal"},
    }
    nodes["11"]["inputs"]["image"] = ["21", 0]
    path = folder / "two.json"
    path.write_text(json.dumps(nodes), encoding="utf-8")
    places = {
        "prompt": "6.text", "negative": "7.text", "seed": "3.seed", "steps": "3.steps", "model": "4.ckpt_name",
        "width": "11.width", "height": "11.height", "sources": ["10.image", "20.image"], "mask": "14.image",
    }  # fmt: skip
    return {"file": str(path), "inputs": places}


def test_with_comfyui(tmp_path: Path) -> None:
    with ComfyStandIn() as comfy:
        options = {"url": comfy.url, "model": CHECKPOINTS[0], "edit": two_sources(tmp_path)}
        held = hold(load_engine("comfyui", GuardedIntake(), options), tmp_path / "data")
        held_files = {name for kind, _, name in comfy.files if kind == "input"}
    assert held.refused == {}
    asked = [(turn, place) for turn in DRAWN for place in range(turn.n)]
    assert len(comfy.prompts) == len(asked) == len(comfy.executed)
    assert len({body["prompt_id"] for body in comfy.prompts}) == len(asked)
    for (turn, _), body in zip(asked, comfy.prompts, strict=True):
        nodes = body["prompt"]
        assert nodes["6"]["inputs"]["text"] == turn.prompt
        size = nodes["11"] if turn.sources else nodes["5"]
        assert (size["inputs"]["width"], size["inputs"]["height"]) == SIZES[turn.ratio]
        loaded = [nodes[node]["inputs"]["image"] for node in ("10", "20") if node in nodes]
        # A single source stands in both places.
        assert len(set(loaded)) == len(turn.sources)
        assert {name.removeprefix("paintover/") for name in loaded} <= held_files
    # Both are queued at once, in whatever order they get there.
    seeds = sorted(body["prompt"]["3"]["inputs"]["seed"] for body in comfy.prompts[-2:])
    assert seeds[1] == seeds[0] + 1
