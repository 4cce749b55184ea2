"""What an operator writes, and what is told to whoever writes it wrongly."""

from __future__ import annotations

from typing import Any

import pytest

from paintover.domain.errors import BadRequest, EngineFailed
from paintover.engines.diffusers import catalogue
from paintover.engines.diffusers.arguments import arguments_for, loras_for, read_parameters
from paintover.engines.diffusers.catalogue import Pipeline
from paintover.engines.diffusers.frames import Lora
from paintover.engines.diffusers.options import read_diffusers_options
from paintover.engines.registry import load_engine
from paintover.intake.guarded import GuardedIntake

DRAW = Pipeline(
    "Draw", frozenset({"prompt", "num_inference_steps", "guidance_scale", "eta", "negative_prompt"})
)
OVER = Pipeline("Over", frozenset({"prompt", "image", "strength", "num_inference_steps"}))
FILL = Pipeline("Fill", frozenset({"prompt", "image", "mask_image", "strength", "num_inference_steps"}))
FOLLOW = Pipeline("Follow", frozenset({"prompt", "image", "true_cfg_scale"}))
LORAS = {"ink": Lora(name="ink", model="ink.safetensors", weight=0.7)}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "Say which model"),
        ({"model": "a/b", "device": "gpu"}, "cuda:1"),
        ({"model": "a/b", "device": "cpu", "offload": "model"}, "needs a card"),
        ({"model": "a/b", "dtype": "int8"}, "dtype"),
        ({"model": "a/b", "steps": 3}, "steps"),
        ({"model": "a/b", "batch": 0}, "batch"),
        ({"model": "a/b", "loras": {"a b": {"model": "x"}}}, "letters, digits"),
        ({"model": "a/b", "loras": {"ink": {}}}, "model"),
        ({"model": "a/b", "edit": {"max_sources": 2}}, "model"),
        ({"model": "a/b", "trust_remote_code": True}, "trust_remote_code"),
    ],
)
def test_an_option_that_is_not_usable_is_told(options: dict[str, Any], words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        read_diffusers_options(options)


def test_without_the_extra_the_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "find_spec", lambda name: None)
    with pytest.raises(EngineFailed, match=r'pip install "paintover\[diffusers\]" .*torch'):
        load_engine("diffusers", GuardedIntake(), {"model": "a/b"})


def test_parameters_go_to_the_pipelines_that_know_them() -> None:
    said = {"steps": 9, "guidance": 2, "negative": "fog", "eta": 0.5}
    assert arguments_for(DRAW, said) == {
        "num_inference_steps": 9,
        "guidance_scale": 2.0,
        "negative_prompt": "fog",
        "eta": 0.5,
    }
    assert arguments_for(OVER, said) == {"num_inference_steps": 9, "strength": 0.6}
    assert arguments_for(OVER, {"strength": "0.3"}) == {"strength": 0.3}
    assert arguments_for(FILL, {"strength": 0.3}) == {}
    assert arguments_for(FOLLOW, {**said, "true_cfg_scale": 4.0}) == {"true_cfg_scale": 4.0}


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"seed": 3}, "no parameter 'seed'.*steps, guidance.*eta"),
        ({"prompt": "x"}, "no parameter 'prompt'"),
        ({"callback_on_step_end": "x"}, "no parameter"),
        ({"eta": {"a": 1}}, "a text, a number"),
        ({"steps": 0}, "steps"),
        ({"strength": 1.5}, "strength"),
        ({"loras": ["oil"]}, "No LoRA is called 'oil'. There are: ink."),
        ({"loras": {"ink": "much"}}, "loras"),
    ],
)
def test_a_parameter_that_is_not_usable_is_told(parameters: dict[str, Any], words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        read_parameters(parameters, [DRAW, OVER], LORAS)


def test_loras_have_the_weight_that_is_said_last() -> None:
    assert loras_for({}, LORAS) == ()
    assert loras_for({"loras": ["ink", "ink"]}, LORAS) == (LORAS["ink"],)
    assert [lora.weight for lora in loras_for({"loras": {"ink": 0.2}}, LORAS)] == [0.2]
