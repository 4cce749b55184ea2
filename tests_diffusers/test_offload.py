"""Weights that wait beside a card. There is none here: the processor stands in for it, and what diffusers and accelerate do
for a card they do for it: take weights away, bring them back for each part or layer, and take them away again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import accelerate.hooks
import pytest
from diffusers.pipelines import pipeline_utils
from msgspec.structs import replace

from paintover.engines.diffusers.frames import (
    Drawn,
    FromWorker,
    Lora,
    Model,
    Offload,
    Over,
    Paint,
    Pixels,
    Shown,
)
from paintover.engines.diffusers.painting import shelf
from paintover.engines.diffusers.painting.studio import Studio

OFFLOADS: tuple[Offload, ...] = ("none", "model", "sequential")
CARD = "cpu:0"
SOURCE = Pixels(64, 64, 3, bytes(range(256)) * 48)


@pytest.fixture(autouse=True)
def _a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processor passes for a card. As `cpu:0` it is another device to torch than where weights are loaded to, so that
    a parameter which is moved there once more would become a bare tensor; on a card nothing is moved twice."""
    monkeypatch.setattr(shelf, "_is_card", lambda device: True)
    monkeypatch.setattr(pipeline_utils, "get_device", lambda: CARD)
    set_tensor: Callable[..., None] = accelerate.hooks.set_module_tensor_to_device

    def setting(module: Any, name: str, device: Any, **options: Any) -> None:
        set_tensor(module, name, "cpu" if str(device) == CARD else device, **options)

    monkeypatch.setattr(accelerate.hooks, "set_module_tensor_to_device", setting)


class Easel:
    """A studio, and what it tells of an order."""

    def __init__(self, folder: Path, offload: Offload, **options: Any) -> None:
        self._told: list[FromWorker] = []
        self.cancelled: set[int] = set()
        self.studio = Studio(self._told.append, self.cancelled)
        self.model = Model(name=str(folder), device="cpu", offload=offload, **options)

    def paint(self, pipeline: str, **changes: Any) -> list[FromWorker]:
        self._told.clear()
        order = Paint(
            order=1,
            model=self.model,
            pipeline=pipeline,
            prompt="an ox",
            width=64,
            height=64,
            seeds=(4, 5),
            places=(0, 1),
            batch=4,
            arguments={"num_inference_steps": 2},
            previews=1,
        )
        self.studio.paint(replace(order, **changes))
        return list(self._told)


def pictures(told: list[FromWorker]) -> list[FromWorker]:
    """What is seen of an order: all of its pictures, and all that were shown on the way."""
    assert told[-1] == Over(1), told[-1]
    seen: list[FromWorker] = [message for message in told if isinstance(message, Drawn | Shown)]
    assert [type(message) for message in seen] == [Shown, Shown, Drawn, Drawn]
    return seen


CASES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "words": ("sd", "StableDiffusionPipeline", {}),
    "over a picture": ("sd", "StableDiffusionImg2ImgPipeline", {"sources": (SOURCE,)}),
    "kontext": ("kontext", "FluxKontextPipeline", {"sources": (SOURCE,)}),
}


@pytest.mark.parametrize("case", list(CASES))
def test_a_picture_is_the_same_wherever_weights_wait(models: Path, case: str) -> None:
    folder, pipeline, changes = CASES[case]
    seen = [pictures(Easel(models / folder, offload).paint(pipeline, **changes)) for offload in OFFLOADS]
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize("offload", ["model", "sequential"])
def test_classes_and_loras_take_turns(models: Path, offload: Offload) -> None:
    lora = Lora(name="l", model=str(models / "lora"), file="pytorch_lora_weights.safetensors")
    turns: list[tuple[str, dict[str, Any]]] = [
        ("StableDiffusionPipeline", {}),
        ("StableDiffusionImg2ImgPipeline", {"sources": (SOURCE,)}),
        ("StableDiffusionPipeline", {"loras": (lora,)}),
        ("StableDiffusionInpaintPipeline", {"sources": (SOURCE,), "loras": (lora,)}),
        ("StableDiffusionPipeline", {}),
    ]
    plain, waiting = Easel(models / "sd", "none"), Easel(models / "sd", offload)
    expected = [pictures(plain.paint(pipeline, **changes)) for pipeline, changes in turns]
    assert [pictures(waiting.paint(pipeline, **changes)) for pipeline, changes in turns] == expected
    assert expected[0] == expected[4] != expected[2]


@pytest.mark.parametrize("offload", ["model", "sequential"])
def test_an_order_that_is_cancelled_amid_its_steps_leaves_the_next_as_it_was(
    models: Path, offload: Offload, monkeypatch: pytest.MonkeyPatch
) -> None:
    easel = Easel(models / "sd", offload)
    expected = pictures(easel.paint("StableDiffusionPipeline"))
    loaded = easel.studio._shelf.take(easel.model, budget=None, loading=lambda: None)
    unet = loaded.pipe("StableDiffusionPipeline").unet
    forward = unet.forward

    def cancelling(*args: Any, **kwargs: Any) -> Any:
        easel.cancelled.add(1)
        return forward(*args, **kwargs)

    with monkeypatch.context() as amid:
        amid.setattr(unet, "forward", cancelling)
        told = easel.paint("StableDiffusionPipeline", previews=0)
    assert not any(isinstance(message, Drawn) for message in told)
    assert told[-1] == Over(1)
    easel.cancelled.clear()
    assert pictures(easel.paint("StableDiffusionPipeline")) == expected


def test_an_autoencoder_that_leaves_the_range_of_float16_is_raised_wherever_it_waits(
    models: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(models / "sd", tmp_path / "sd"))
    config = json.loads((folder / "vae" / "config.json").read_text())
    (folder / "vae" / "config.json").write_text(json.dumps({**config, "force_upcast": True}))
    seen = [
        pictures(Easel(folder, offload, dtype="float16").paint("StableDiffusionPipeline"))
        for offload in OFFLOADS
    ]
    assert seen[0] == seen[1] == seen[2]


def test_fitting_the_colours_of_previews_leaves_the_card_empty(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    easel = Easel(models / "sd", "model")
    loaded = easel.studio._shelf.take(easel.model, budget=None, loading=lambda: None)
    base = loaded.pipe("StableDiffusionPipeline")
    vae_hook = base.vae._hf_hook
    brought: list[str] = []
    monkeypatch.setattr(vae_hook, "pre_forward", _noting(vae_hook.pre_forward, brought, "there"))
    freed = base.maybe_free_model_hooks
    monkeypatch.setattr(base, "maybe_free_model_hooks", _noting(freed, brought, "back"))
    assert loaded.colours() is not None
    assert brought == ["there", "back"]


def _noting(does: Callable[..., Any], notes: list[str], word: str) -> Callable[..., Any]:
    def noting(*args: Any, **kwargs: Any) -> Any:
        notes.append(word)
        return does(*args, **kwargs)

    return noting
