"""What the engine `diffusers` does with tiny pipelines, through the process that draws."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pytest
import pyvips

from paintover.domain.errors import BadRequest, EngineFailed, EngineTimeout, NotDrawable, OutOfMemory
from paintover.engines.diffusers.engine import DiffusersEngine, build
from paintover.engines.diffusers.worker import borrow_worker, return_worker
from paintover.engines.protocol import EngineEvent, Painted, Picture, Preview, StageDone, Work
from paintover.intake.guarded import GuardedIntake
from paintover.testing import an_order, as_source, error_of, events_of
from paintover.testing.orders import a_mask, a_photograph
from tests_diffusers.conftest import HUB, Loop

Outcome = TypeVar("Outcome")
Use = Callable[[DiffusersEngine], Awaitable[Outcome]]
SIZE = (256, 192)
ENDLESS = 900
"""Steps that take far longer than any test waits."""


class Bench:
    """Makes engines and uses them, on the loop that the worker belongs to."""

    def __init__(self, models: Path, loop: Loop) -> None:
        self.models = models
        self.loop = loop

    def options(self, model: str = "sd", **options: Any) -> dict[str, Any]:
        """Of an engine that draws in three steps."""
        parameters = {"steps": 3, **options.pop("parameters", {})}
        return {
            "model": str(self.models / model) if "/" not in model else model,
            "device": "cpu",
            "parameters": parameters,
            **options,
        }

    def use(self, use: Use[Outcome], model: str = "sd", **options: Any) -> Outcome:
        """Use a new engine, which is closed afterwards."""

        async def using() -> Outcome:
            async with aclosing(build(self.options(model, **options), GuardedIntake())) as engine:
                return await use(engine)

        return self.loop.run(using())

    def draw(self, order: Work, model: str = "sd", **options: Any) -> Picture:
        """The first picture of an order."""
        return pictures(self.use(lambda engine: events_of(engine, order), model, **options))[0]


@pytest.fixture
def bench(models: Path, loop: Loop) -> Bench:
    return Bench(models, loop)


def an_ox(**changes: Any) -> Work:
    return an_order("an ox and a horse", ratio="4:3", size=changes.pop("size", SIZE), **changes)


def a_change(words: str = "make it night", **changes: Any) -> Work:
    return an_order(words, a_photograph(*SIZE), ratio="4:3", size=SIZE, **changes)


def pictures(events: list[EngineEvent]) -> list[Picture]:
    return [event.picture for event in sorted(painted(events), key=lambda event: event.index)]


def painted(events: list[EngineEvent]) -> list[Painted]:
    return [event for event in events if isinstance(event, Painted)]


def pixels(image: bytes) -> npt.NDArray[np.int16]:
    found: npt.NDArray[Any] = pyvips.Image.new_from_buffer(image, "").numpy()
    return found.astype(np.int16)


def distance(one: bytes, other: bytes) -> float:
    return float(np.abs(pixels(one) - pixels(other)).mean())


def test_capabilities_are_those_of_the_models_pipelines(bench: Bench) -> None:
    async def ask(engine: DiffusersEngine) -> tuple[bool, bool, bool, int]:
        can = engine.capabilities
        return can.edits == {"pixels"}, can.masks, can.previews and can.progress, can.max_sources

    assert bench.use(ask) == (True, True, True, 1)
    assert bench.use(ask, "kontext") == (True, True, True, 1)
    assert bench.use(ask, edits=False) == (False, False, True, 1)
    assert bench.use(ask, "kontext", max_sources=2)[3] == 2


def test_progress_is_that_of_the_steps(bench: Bench) -> None:
    events = bench.use(lambda engine: events_of(engine, an_ox()), parameters={"steps": 8})
    stages = [event.fraction for event in events if isinstance(event, StageDone)]
    assert len(stages) == 8
    assert np.allclose(np.diff(stages), stages[0])


@pytest.mark.parametrize("model", ["sd", "kontext"])
def test_previews_become_the_picture(bench: Bench, model: str) -> None:
    events = bench.use(lambda engine: events_of(engine, an_ox(previews=3)), model, parameters={"steps": 8})
    shown = [event.image for event in events if isinstance(event, Preview)]
    assert len(shown) == 3
    assert len(set(shown)) == 3
    assert {pixels(image).shape[2] for image in shown} == {3}


def test_the_same_seed_gives_the_same_bytes_after_the_worker_was_started_anew(bench: Bench) -> None:
    first = bench.draw(an_ox(seed=11))
    restart(bench)
    bench.use(lambda engine: engine.warm())
    assert worker_pid(bench) is not None
    assert bench.draw(an_ox(seed=11)).image == first.image
    assert bench.draw(an_ox(seed=12)).image != first.image


def test_a_picture_drawn_with_others_is_the_picture_of_its_seed(bench: Bench) -> None:
    events = bench.use(lambda engine: events_of(engine, an_ox(seed=20, n=3)))
    for index, picture in enumerate(pictures(events)):
        alone = bench.draw(an_ox(seed=20 + index))
        assert distance(picture.image, alone.image) < 1


def test_another_models_weights_draw_another_picture(bench: Bench) -> None:
    assert distance(bench.draw(an_ox()).image, bench.draw(an_ox(), "other").image) > 1


def test_an_edit_draws_over_the_picture_as_much_as_is_said(bench: Bench) -> None:
    weak, strong = (
        bench.draw(a_change(), parameters={"steps": 10, "strength": strength}) for strength in (0.1, 1.0)
    )
    fully_new = bench.draw(an_order("make it night", ratio="4:3", size=SIZE), parameters={"steps": 10})
    assert distance(weak.image, strong.image) > 1
    assert (weak.width, weak.height) == (strong.width, strong.height) == SIZE
    assert fully_new.image != strong.image


def test_a_share_of_the_steps_that_is_too_small_is_one_step(bench: Bench) -> None:
    assert bench.draw(a_change(), parameters={"steps": 2, "strength": 0.01}).width == SIZE[0]


def test_a_pipeline_that_is_told_what_to_change_looks_at_the_picture(bench: Bench) -> None:
    edited = bench.draw(a_change(), "kontext")
    fresh = bench.draw(an_order("make it night", ratio="4:3", size=SIZE), "kontext")
    other = bench.draw(a_change(), "kontext", parameters={"guidance": 9.0})
    assert edited.image != fresh.image
    assert edited.image != other.image


def test_a_model_for_edits_of_its_own_is_used_for_edits(bench: Bench) -> None:
    edit = {"model": str(bench.models / "kontext"), "parameters": {"steps": 2}}
    alone = bench.draw(a_change(), "kontext", parameters={"steps": 2})
    assert bench.draw(a_change(), edit=edit).image == alone.image
    assert bench.draw(an_ox(), edit=edit).image == bench.draw(an_ox()).image


@pytest.mark.parametrize("model", ["sd", "kontext"])
def test_what_a_mask_leaves_stays_nearer_to_what_it_was(bench: Bench, model: str) -> None:
    original = bench.draw(an_ox(size=(512, 512)), model)
    order = an_order(
        "a moon",
        as_source(original, with_scene=False),
        size=(512, 512),
        mask=a_mask(512, 512),
    )
    masked = bench.draw(order, model, parameters={"steps": 6})
    before, after = pixels(original.image), pixels(masked.image)
    change = np.abs(before - after).mean(axis=(0, 2))
    # The left half may be drawn anew; near the border the autoencoder mixes both.
    assert change[:192].mean() > change[320:].mean()


def test_a_lora_changes_the_picture_and_leaves_no_trace(bench: Bench) -> None:
    loras = {"ink": {"model": str(bench.models / "lora"), "file": "pytorch_lora_weights.safetensors"}}
    plain = bench.draw(an_ox())

    async def draw(engine: DiffusersEngine) -> list[bytes]:
        named: list[Any] = [{}, {"loras": ["ink"]}, {"loras": {"ink": 0.2}}, {"loras": {"ink": 0.0}}, {}]
        told = [await events_of(engine, an_ox(parameters=parameters)) for parameters in named]
        return [pictures(events)[0].image for events in told]

    before, laid, weak, without_weight, after = bench.use(draw, loras=loras)
    assert before == plain.image == after
    assert distance(laid, plain.image) > distance(weak, plain.image) > 0
    assert distance(without_weight, plain.image) < 0.5
    assert bench.draw(a_change(), loras=loras, parameters={"loras": ["ink"]}).width == SIZE[0]


def test_a_lora_of_another_model_is_told_and_does_no_harm(bench: Bench) -> None:
    loras = {"ink": {"model": str(bench.models / "lora" / "pytorch_lora_weights.safetensors")}}
    order = an_ox(parameters={"loras": ["ink"]})
    error = bench.use(lambda engine: error_of(engine, order), "kontext", loras=loras)
    assert isinstance(error, EngineFailed)
    assert "'ink'" in error.message
    assert bench.draw(an_ox(), "kontext").width == SIZE[0]


def test_other_weights_in_the_place_of_a_model_and_a_lora_are_taken(bench: Bench, tmp_path: Path) -> None:
    folder = shutil.copytree(bench.models / "sd", tmp_path / "model")
    ink = tmp_path / "ink.safetensors"
    shutil.copy(bench.models / "lora" / "pytorch_lora_weights.safetensors", ink)
    laid = {"loras": {"ink": {"model": str(ink)}}, "parameters": {"loras": ["ink"]}}

    def put(source: Path, place: Path) -> None:
        coming = place.with_suffix(".coming")
        shutil.copy(source, coming)
        coming.replace(place)

    for lora in ("lora", "lora-too"):
        put(bench.models / lora / "pytorch_lora_weights.safetensors", ink)
        for model in ("sd", "other"):
            for file in (bench.models / model).rglob("*.safetensors"):
                put(file, folder / file.relative_to(bench.models / model))
            assert bench.draw(an_ox(), str(folder)).image == bench.draw(an_ox(), model).image
            other = {"loras": {"ink": {"model": str(bench.models / lora)}}, "parameters": {"loras": ["ink"]}}
            expected = bench.draw(an_ox(), model, **other)
            assert bench.draw(an_ox(), str(folder), **laid).image == expected.image


def test_an_order_is_cancelled_at_a_step(bench: Bench) -> None:
    async def stop(engine: DiffusersEngine) -> list[EngineEvent]:
        async with aclosing(engine.paint(an_ox(parameters={"steps": ENDLESS}))) as events:
            async for event in events:
                assert isinstance(event, StageDone)
                if event.fraction > 2 / ENDLESS:
                    break
        return await events_of(engine, an_ox())

    bench.draw(an_ox())
    pid = worker_pid(bench)
    assert len(painted(bench.use(stop))) == 1
    assert worker_pid(bench) == pid


def test_an_order_that_takes_too_long_is_ended(bench: Bench) -> None:
    order = an_ox(parameters={"steps": ENDLESS})
    error = bench.use(lambda engine: error_of(engine, order), timeout_s=0.2)
    assert isinstance(error, EngineTimeout)
    assert bench.draw(an_ox()).width == SIZE[0]


def test_a_worker_that_is_killed_fails_its_order_and_the_next_one_is_drawn(bench: Bench) -> None:
    before = bench.draw(an_ox())

    async def kill(engine: DiffusersEngine) -> bytes:
        events = engine.paint(an_ox(parameters={"steps": ENDLESS}))
        await anext(events)
        pid = borrow_worker("cpu").pid
        await return_worker("cpu")
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(OutOfMemory, match="killed"):
            async for _ in events:
                pass
        return pictures(await events_of(engine, an_ox()))[0].image

    assert bench.use(kill) == before.image


def test_models_share_a_budget_of_memory(bench: Bench) -> None:
    weights = sum(file.stat().st_size for file in (bench.models / "sd").rglob("*.safetensors"))
    first = [bench.draw(an_ox(), model).image for model in ("sd", "other")]
    budget = 1.5 * weights / 1024**3
    again = [bench.draw(an_ox(), model, memory_gib=budget).image for model in ("sd", "other", "sd")]
    assert again == [*first, first[0]]
    error = bench.use(lambda engine: error_of(engine, an_ox()), "kontext", memory_gib=weights / 1024**4)
    assert isinstance(error, EngineFailed)
    assert "memory_gib allows" in error.message


def test_a_picture_is_made_smaller_and_enlarged_where_there_is_a_most(bench: Bench) -> None:
    picture = bench.draw(an_ox(size=(1000, 333)), max_pixels=128 * 128)
    assert (picture.width, picture.height) == (1000, 333)


def test_a_model_that_cannot_be_used_is_told_when_the_server_starts(bench: Bench, tmp_path: Path) -> None:
    for options, words in (
        ({"model": str(tmp_path / "nowhere")}, "There is no folder"),
        ({"model": str(tmp_path)}, "it has no model_index.json"),
        ({"parameters": {"stepz": 3}}, "no parameter 'stepz'"),
        ({"parameters": {"loras": ["ink"]}}, "No LoRA is called 'ink'"),
        (
            {"edit": {"model": str(bench.models / "sd"), "parameters": {"max_area": 3}}},
            "no parameter 'max_area'",
        ),
    ):
        with pytest.raises(BadRequest, match=words):
            build({**bench.options(), **options}, GuardedIntake())
    with pytest.raises(EngineFailed, match="hf download nobody/nothing"):
        build({"model": "nobody/nothing"}, GuardedIntake())


def test_a_repository_of_the_hub_that_was_fetched_before_is_used(bench: Bench) -> None:
    for name in ("sd", "lora"):
        seen = Path(HUB.name, "hub", f"models--tiny--{name}")
        shutil.copytree(bench.models / name, seen / "snapshots" / ("0" * 40))
        (seen / "refs").mkdir()
        (seen / "refs" / "main").write_text("0" * 40, encoding="utf-8")
    local, fetched = (
        bench.draw(
            an_ox(),
            model=f"{folder}sd",
            loras={"ink": {"model": f"{folder}lora", "file": "pytorch_lora_weights.safetensors"}},
            parameters={"steps": 3, "loras": ["ink"]},
        )
        for folder in (f"{bench.models}/", "tiny/")
    )
    assert fetched.image == local.image


def test_a_pipeline_that_only_edits_is_no_engines_model(bench: Bench, tmp_path: Path) -> None:
    for kind, words in (
        ("QwenImageEditPipeline", "edits pictures and draws none"),
        ("DDPMPipeline", "does not know"),
    ):
        (tmp_path / "model_index.json").write_text(f'{{"_class_name": "{kind}"}}', encoding="utf-8")
        with pytest.raises(BadRequest, match=words):
            build({"model": str(tmp_path)}, GuardedIntake())
    (tmp_path / "model_index.json").write_text(
        '{"_class_name": "QwenImageEditPlusPipeline"}', encoding="utf-8"
    )

    async def most(engine: DiffusersEngine) -> int:
        return engine.capabilities.max_sources

    assert bench.use(most, edit={"model": str(tmp_path)}) == 3


def test_pickles_and_missing_files_are_told_before_anything_is_loaded(bench: Bench, tmp_path: Path) -> None:
    pid = worker_pid(bench)
    broken = shutil.copytree(bench.models / "sd", tmp_path / "broken")
    (broken / "vae" / "diffusion_pytorch_model.safetensors").unlink()
    for model, words in (
        (bench.models / "pickled", "unet/diffusion_pytorch_model.bin|vae/diffusion_pytorch_model.bin"),
        (broken, "lacks weights in vae"),
    ):
        options = {"model": str(model)}
        for ask in (lambda engine: engine.check(), lambda engine: events_of(engine, an_ox())):
            with pytest.raises(EngineFailed, match=words):
                bench.use(ask, **options)
    assert worker_pid(bench) == pid


def test_a_damaged_file_is_told_and_the_worker_goes_on(bench: Bench, tmp_path: Path) -> None:
    damaged = shutil.copytree(bench.models / "sd", tmp_path / "damaged")
    (damaged / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(b"\x08" + bytes(200))
    error = bench.use(lambda engine: error_of(engine, an_ox()), model=str(damaged))
    assert isinstance(error, EngineFailed)
    assert "cannot be loaded" in error.message
    assert bench.draw(an_ox()).width == SIZE[0]


def test_a_models_parameters_that_do_not_fit_are_the_operators_fault(bench: Bench) -> None:
    order = an_ox(parameters={"stepz": 3})
    error = bench.use(lambda engine: error_of(engine, order))
    assert isinstance(error, EngineFailed)
    assert "whoever runs it" in error.message
    assert isinstance(bench.use(lambda engine: error_of(engine, a_change()), edits=False), NotDrawable)


async def borrowed_pid() -> int | None:
    worker = borrow_worker("cpu")
    try:
        return worker.pid
    finally:
        await return_worker("cpu")


def worker_pid(bench: Bench) -> int | None:
    """The process that draws; None when there is none."""
    return bench.loop.run(borrowed_pid())


def restart(bench: Bench) -> None:
    """End the process that draws; the next order starts another."""

    async def end() -> None:
        await borrow_worker("cpu").aclose()
        await return_worker("cpu")

    bench.loop.run(end())
    assert worker_pid(bench) is None
