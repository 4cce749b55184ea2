"""What an operator can say about a ComfyUI server."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from paintover.domain.errors import BadRequest
from paintover.engines.options import read_options

_URL = re.compile(r"https?://[!-~]+")


class WorkflowTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A workflow, and where an order's words go in it."""

    file: str
    """A shipped one by its name (``text-to-image``, ``edit``), or the path of one that was exported in API format."""
    inputs: dict[str, str | list[str]] = {}
    """Places by what goes there (``prompt``, ``negative``, ``seed``, ``width``, ``height``, ``steps``, ``model``,
    ``sources``, ``mask``). A place is ``NODE.INPUT``, such as ``6.text``. Several sources have a place each, in order;
    several places of anything else get the same value. Without any: those of the shipped workflow."""
    output: str = ""
    """The node whose picture is the result; without one, the first that saves a picture."""


class ComfyOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The options of the engine `comfyui`."""

    url: str = "http://127.0.0.1:8188"
    """Where ComfyUI listens."""
    headers: dict[str, str] = {}
    """Sent with every request, such as the key that a proxy before it wants."""
    model: str = ""
    """The file of the model, as ComfyUI lists it. For workflows that have a place for it."""
    draw: WorkflowTable = WorkflowTable(file="text-to-image")
    """How a new picture is drawn."""
    edit: WorkflowTable | None = WorkflowTable(file="edit")
    """How a picture is edited. ``edits = false`` where it cannot be."""
    edits: bool = True
    negative: str = ""
    """What is never wanted in a picture."""
    steps: Annotated[int, Meta(ge=1, le=1000)] | None = None
    seeds: bool = True
    """Whether the same order with the same seed gives the same bytes: true for most samplers on one machine."""
    previews: bool = True
    """Whether unfinished pictures are asked for while somebody looks."""
    timeout_s: Annotated[float, Meta(gt=0)] = 600.0
    """The longest that one picture may take, the wait in ComfyUI's own queue included."""
    max_bytes: Annotated[int, Meta(ge=1024)] = 64 * 1024 * 1024
    """The longest answer."""


def read_comfy_options(options: Mapping[str, Any]) -> ComfyOptions:
    """Read and check the options.

    Raises:
        BadRequest: an option is not known or not usable.
    """
    read = read_options(ComfyOptions, options, engine="comfyui")
    if not _URL.fullmatch(read.url):
        raise BadRequest(
            "The option 'url' of the engine 'comfyui' is an address such as http://127.0.0.1:8188."
        )
    return read
