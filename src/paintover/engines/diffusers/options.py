"""What an operator can say about pipelines of diffusers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from paintover.domain.errors import BadRequest
from paintover.engines.diffusers.frames import Number, Offload
from paintover.engines.options import read_options

_DEVICE = re.compile(r"auto|cpu|mps|(?:cuda|xpu)(?::\d{1,3})?")


class LoraTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A LoRA under a name of the operator's."""

    model: str
    """A file, a folder, or a repository of the hub. Safetensors only."""
    file: str = ""
    """Which file in the folder or repository, where it has several."""
    weight: float = 1.0
    """How strongly it is laid over the model where an order does not say."""


class EditTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A model of its own for edits."""

    model: str
    revision: str = ""
    variant: str = ""
    parameters: dict[str, Any] = {}
    """For each edit; in place of the engine's."""
    max_sources: Annotated[int, Meta(ge=1, le=16)] | None = None
    """How many pictures one edit may start from; None: what is known of the pipeline."""


class DiffusersOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The options of the engine `diffusers`."""

    model: str = ""
    """The pipeline that draws: a folder in the form of diffusers, or a repository of the hub."""
    revision: str = ""
    """Which revision of the repository."""
    variant: str = ""
    """Which of several kinds of weights: ``fp16``."""
    edit: EditTable | None = None
    """Another model for edits. Without one, the first edits too if it can."""
    edits: bool = True
    """Whether pictures can be edited; without it an edit is drawn as a new picture of the whole description."""
    max_sources: Annotated[int, Meta(ge=1, le=16)] | None = None
    """How many pictures one edit may start from; None: what is known of the pipeline."""
    device: str = "auto"
    """``auto`` (a CUDA card, else Apple's, else the processor), ``cpu``, ``mps``, ``cuda``, ``cuda:1``."""
    dtype: Number = "auto"
    """What weights are kept as. ``auto``: bfloat16 or float16 on a card, float32 on the processor."""
    offload: Offload = "none"
    """What waits in the computer's memory, on a card that is too small: ``model``, ``sequential`` (slow)."""
    tiling: bool = False
    """Whether large pictures are decoded in tiles, which takes less memory."""
    loras: dict[str, LoraTable] = {}
    parameters: dict[str, Any] = {}
    """For each picture: ``steps``, ``guidance``, ``negative``, ``strength``, ``loras``, or the pipeline's own."""
    batch: Annotated[int, Meta(ge=1, le=16)] = 4
    """How many pictures of one order are drawn at once, where memory allows."""
    max_pixels: Annotated[int, Meta(ge=64 * 64)] | None = None
    """More are not drawn: the picture is made in its shape with fewer, then enlarged."""
    previews: bool = True
    """Whether unfinished pictures are shown while somebody looks."""
    memory_gib: Annotated[float, Meta(gt=0)] | None = None
    """How much the models that are loaded may take together; the one used longest ago goes. Without it: until the
    device is full."""
    idle_s: Annotated[float, Meta(ge=0)] = 900.0
    """After so many seconds without an order the process ends and gives all memory back; 0: never."""
    timeout_s: Annotated[float, Meta(gt=0)] = 600.0
    """The longest that one order may take, from when its model is loaded."""
    load_s: Annotated[float, Meta(gt=0)] = 3600.0
    """The longest that loading a model may take, its download included."""


def read_diffusers_options(options: Mapping[str, Any]) -> DiffusersOptions:
    """Read and check the options.

    Raises:
        BadRequest: an option is not known or not usable.
    """
    read = read_options(DiffusersOptions, options, engine="diffusers")
    if not read.model:
        raise BadRequest(
            "Say which model the engine 'diffusers' draws with: "
            'model = "stabilityai/stable-diffusion-xl-base-1.0", or the path of its folder.'
        )
    if not _DEVICE.fullmatch(read.device):
        raise BadRequest(
            "The option 'device' of the engine 'diffusers' is auto, cpu, mps, cuda or one card of several: cuda:1."
        )
    if read.offload != "none" and read.device in ("cpu", "mps"):
        raise BadRequest("The option 'offload' of the engine 'diffusers' needs a card: device = \"cuda\".")
    if bad := [name for name in read.loras if not re.fullmatch(r"[A-Za-z0-9_-]+", name)]:
        raise BadRequest(f"A LoRA is named with letters, digits, - and _ alone, not {bad[0]!r}.")
    return read
