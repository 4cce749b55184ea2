"""What can only be seen inside the worker process: memory that runs out, numbers that leave their range, colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from paintover.engines.diffusers.frames import (
    Drawn,
    Failed,
    FromWorker,
    Model,
    Number,
    Offload,
    Over,
    Paint,
    Pixels,
    Withheld,
)
from paintover.engines.diffusers.painting.previews import fit_colours, normalised
from paintover.engines.diffusers.painting.studio import Studio
from paintover.engines.diffusers.painting.troubles import is_out_of_memory
from tests_diffusers import tiny


class Studying:
    """A studio in this process, and what it has told."""

    def __init__(self, folder: Path) -> None:
        self.told: list[FromWorker] = []
        self.cancelled: set[int] = set()
        self.model = Model(name=str(folder), device="cpu")
        self.studio = Studio(self.told.append, self.cancelled)

    @property
    def pipe(self) -> Any:
        """The pipeline that draws."""
        loaded = self.studio._shelf.take(self.model, budget=None, loading=lambda: None)
        return loaded.pipe("StableDiffusionPipeline")

    def paint(self, *, n: int = 1, **changes: Any) -> list[FromWorker]:
        """What is told of an order."""
        self.told.clear()
        order = Paint(
            order=1,
            model=self.model,
            pipeline="StableDiffusionPipeline",
            prompt="an ox",
            width=64,
            height=64,
            seeds=tuple(range(n)),
            places=tuple(range(n)),
            batch=4,
            arguments={"num_inference_steps": 2},
        )
        self.studio.paint(replace(order, **changes))
        return self.told

    def drawn(self) -> list[int]:
        """The places that were drawn, in order."""
        return [message.place for message in self.told if isinstance(message, Drawn)]


@pytest.fixture(scope="module")
def studying(models: Path) -> Iterator[Studying]:
    studying = Studying(models / "sd")
    yield studying
    studying.studio._shelf.clear()


def short_of_memory(forward: Callable[..., Any], most: int, failures: list[int]) -> Callable[..., Any]:
    def forwarding(sample: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        if len(sample) > most:
            failures.append(len(sample))
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB.")
        return forward(sample, *args, **kwargs)

    return forwarding


def test_a_batch_is_made_smaller_where_memory_does_not_suffice(
    studying: Studying, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[int] = []
    # Each picture is there twice: with the words, and without.
    monkeypatch.setattr(
        studying.pipe.unet, "forward", short_of_memory(studying.pipe.unet.forward, 4, failures)
    )
    for _ in range(2):
        assert studying.paint(n=4)[-1] == Over(1)
        assert studying.drawn() == [0, 1, 2, 3]
    assert failures == [8], "what did not fit once is not tried again"


def test_an_order_for_which_there_is_no_memory_fails_and_the_next_is_drawn(
    studying: Studying, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as short:
        short.setattr(studying.pipe.unet, "forward", short_of_memory(studying.pipe.unet.forward, 0, []))
        failed = studying.paint()[-1]
    assert isinstance(failed, Failed)
    assert failed.trouble == "memory"
    assert "OutOfMemoryError" in failed.detail
    assert studying.paint()[-1] == Over(1)
    assert studying.drawn() == [0]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (torch.OutOfMemoryError("x"), True),
        (MemoryError(), True),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried"), True),
        (RuntimeError("MPS backend out of memory (MPS allocated: 18 GB)"), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_each_device_says_in_its_own_way_that_memory_is_short(error: Exception, expected: bool) -> None:
    assert is_out_of_memory(error) is expected


def test_memory_that_the_processor_has_not_is_told_as_that() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(2**60, dtype=torch.uint8)
    assert is_out_of_memory(caught.value)


def test_numbers_that_leave_their_range_are_told(studying: Studying, monkeypatch: pytest.MonkeyPatch) -> None:
    decode = studying.pipe.vae.decode

    def decoding(*args: Any, **kwargs: Any) -> Any:
        return [decoded * float("nan") for decoded in decode(*args, **kwargs)]

    monkeypatch.setattr(studying.pipe.vae, "decode", decoding)
    failed = studying.paint()[-1]
    assert isinstance(failed, Failed)
    assert failed.trouble == "model"
    assert "dtype" in failed.words


def test_what_the_models_own_filter_withholds_is_not_drawn(
    studying: Studying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        studying.pipe, "run_safety_checker", lambda image, device, dtype: (image, [False, True])
    )
    assert Withheld(1, 1) in studying.paint(n=2)
    assert studying.drawn() == [0]


@pytest.mark.parametrize(("threshold", "withheld"), [(-2.0, True), (2.0, False)])
def test_a_safety_checker_of_the_models_own_is_loaded_and_heeded(
    models: Path, tmp_path: Path, threshold: float, withheld: bool
) -> None:
    guarded = Studying(tiny.guarded(tmp_path / "guarded", models / "sd", threshold=threshold))
    ways: tuple[dict[str, Any], ...] = (
        {},
        {"pipeline": "StableDiffusionImg2ImgPipeline", "sources": (Pixels(64, 64, 3, bytes(64 * 64 * 3)),)},
    )
    for changes in ways:
        told = guarded.paint(n=2, **changes)
        assert told[-1] == Over(1), told[-1]
        held = [message.place for message in told if isinstance(message, Withheld)]
        assert held == ([0, 1] if withheld else [])
        assert guarded.drawn() == ([] if withheld else [0, 1])


def test_an_order_that_was_cancelled_before_its_turn_is_not_drawn(studying: Studying) -> None:
    studying.cancelled.add(1)
    assert studying.paint() == [Over(1)]
    studying.cancelled.clear()


def test_only_what_is_missing_is_told_with_the_same_bytes(studying: Studying) -> None:
    whole = [message for message in studying.paint(n=3) if isinstance(message, Drawn)]
    part = [message for message in studying.paint(n=3, places=(1,)) if isinstance(message, Drawn)]
    assert part == [whole[1]]


def test_a_device_that_is_not_there_is_told(studying: Studying) -> None:
    model = Model(name=studying.model.name, device="cuda:7")
    failed = studying.paint(model=model)[-1]
    assert isinstance(failed, Failed)
    assert "cuda:7" in failed.words


@pytest.mark.parametrize("offload", ["model", "sequential"])
def test_what_is_to_wait_beside_a_card_needs_one(studying: Studying, offload: Offload) -> None:
    failed = studying.paint(model=Model(name=studying.model.name, device="cpu", offload=offload))[-1]
    assert isinstance(failed, Failed)
    assert failed.trouble == "model"
    assert "needs a card" in failed.words


@pytest.mark.parametrize(("dtype", "kept"), [("bfloat16", torch.bfloat16), ("float16", torch.float16)])
def test_weights_are_kept_as_what_is_said(studying: Studying, dtype: Number, kept: torch.dtype) -> None:
    model = Model(name=studying.model.name, device="cpu", dtype=dtype)
    told = studying.paint(model=model, n=2)
    assert told[-1] == Over(1)
    assert studying.drawn() == [0, 1]
    loaded = studying.studio._shelf.take(model, budget=None, loading=lambda: None)
    assert loaded.pipe("StableDiffusionPipeline").unet.dtype is kept


class LinearVae:
    """An autoencoder whose latents are a linear function of the colours, at an eighth of the size."""

    def __init__(self) -> None:
        chance = torch.Generator().manual_seed(3)
        self.mix = torch.randn(16, 3, generator=chance)
        self.config = _Config(scaling_factor=0.36, shift_factor=0.1)

    def parameters(self) -> Iterator[torch.Tensor]:
        yield self.mix

    def encode(self, image: torch.Tensor) -> Any:
        small = torch.nn.functional.avg_pool2d(image, 8)
        latent = torch.einsum("lc,bchw->blhw", self.mix, small)
        return SimpleNamespace(latent_dist=SimpleNamespace(mode=lambda: latent))


class _Config(dict[str, float]):
    def __getattr__(self, name: str) -> float:
        raise AttributeError(name)


def test_the_colours_of_latents_are_found_by_asking_the_autoencoder() -> None:
    vae = LinearVae()
    pipe = SimpleNamespace(vae=vae, vae_scale_factor=8, _execution_device="cpu")
    colours = fit_colours(pipe)
    assert colours is not None
    picture = torch.rand((3, 6, 4), generator=torch.Generator().manual_seed(5))
    large = picture.repeat_interleave(8, 1).repeat_interleave(8, 2)[None] * 2 - 1
    looks = colours.look(normalised(vae.encode(large).latent_dist.mode(), vae.config)[0].detach())
    assert (looks.width, looks.height) == (16, 24)
    seen = np.frombuffer(looks.data, np.uint8).reshape(24, 16, 3)
    expected = torch.nn.functional.interpolate(picture[None], scale_factor=4, mode="bilinear")[0]
    assert np.abs(seen / 255 - expected.permute(1, 2, 0).numpy()).max() < 0.05
