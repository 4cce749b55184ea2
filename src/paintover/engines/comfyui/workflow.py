"""A workflow in ComfyUI's API format: nodes by their ids, each with a class and inputs; and places in it that an order
fills in."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from paintover.domain.errors import BadRequest
from paintover.engines.comfyui.options import WorkflowTable

Nodes = dict[str, dict[str, Any]]
NAMES = ("prompt", "negative", "seed", "width", "height", "steps", "model", "sources", "mask")
"""What may have places in a workflow."""

_SAMPLER = {
    "prompt": "6.text",
    "negative": "7.text",
    "seed": "3.seed",
    "steps": "3.steps",
    "model": "4.ckpt_name",
}
SHIPPED: dict[str, dict[str, str | list[str]]] = {
    "text-to-image": {**_SAMPLER, "width": "5.width", "height": "5.height"},
    "edit": {
        **_SAMPLER,
        "width": "11.width",
        "height": "11.height",
        "sources": ["10.image"],
        "mask": "14.image",
    },
}
"""The workflows that come with Paintover, and their places. Both are for models that ComfyUI's CheckpointLoaderSimple
loads: Stable Diffusion 1.5, 2, XL and their kin."""

_LONG = 20
"""How much a node with steps weighs in progress against one without."""


@dataclass(frozen=True, slots=True)
class Place:
    """An input of a node."""

    node: str
    input: str


@dataclass(frozen=True, slots=True)
class Workflow:
    """Nodes, the places that are filled in by name, and the node whose picture counts (None: any that saves one)."""

    nodes: Nodes
    places: Mapping[str, tuple[Place, ...]]
    output: str | None = None

    @property
    def sources(self) -> int:
        """How many pictures it starts from at most."""
        return len(self.places.get("sources", ()))

    def filled(self, values: Mapping[str, Any], sources: Sequence[str] = ()) -> Nodes:
        """The nodes with these values in their places. Values whose name has no place are left out; of fewer `sources`
        than there are places, the last stands in the remaining ones too.

        Raises:
            BadRequest: a name such as ``3.cfg`` stands for no input of the workflow.
        """
        nodes = copy.deepcopy(self.nodes)
        for name, value in values.items():
            places = (_place(name, self.nodes),) if "." in name else self.places.get(name, ())
            for place in places:
                nodes[place.node]["inputs"][place.input] = value
        for number, place in enumerate(self.places.get("sources", ()) if sources else ()):
            nodes[place.node]["inputs"][place.input] = sources[min(number, len(sources) - 1)]
        return nodes

    def weights(self) -> dict[str, float]:
        """How much each node's work counts in progress, together 1."""
        raw = {node: _LONG if "steps" in held["inputs"] else 1 for node, held in self.nodes.items()}
        total = sum(raw.values())
        return {node: weight / total for node, weight in raw.items()}

    def classes(self) -> set[str]:
        """The classes of its nodes."""
        return {held["class_type"] for held in self.nodes.values()}

    def missing(self, known: Mapping[str, Any], values: Mapping[str, Any]) -> list[str]:
        """What a server with these classes (as in its answer to ``/object_info``) lacks for it, in words."""
        lacks = [f"the node '{name}'" for name in sorted(self.classes() - set(known))]
        free = {place for name in ("sources", "mask") for place in self.places.get(name, ())}
        for node, held in self.filled(values).items():
            choices = known.get(held["class_type"])
            for name, options in _lists(choices):
                value = held["inputs"].get(name)
                if isinstance(value, str) and value not in options and Place(node, name) not in free:
                    lacks.append(f"'{value}' for {held['class_type']}.{name}")
        return lacks


def load_workflow(table: WorkflowTable) -> Workflow:
    """The workflow that an operator has named.

    Raises:
        BadRequest: there is none, it is in another format, or a place is not in it.
    """
    shipped = SHIPPED.get(table.file)
    try:
        if shipped is not None:
            text = (
                files("paintover.engines.comfyui")
                .joinpath("workflows", f"{table.file}.json")
                .read_text("utf-8")
            )
        else:
            text = Path(os.path.expanduser(table.file)).read_text("utf-8")
        read = json.loads(text)
    except (OSError, ValueError) as exc:
        names = ", ".join(SHIPPED)
        raise BadRequest(
            f"The workflow '{table.file}' cannot be read. Name one of {names}, or the path of a JSON file."
        ) from exc
    nodes = _nodes(read, table.file)
    named = table.inputs or shipped or {}
    if unknown := sorted(set(named) - set(NAMES)):
        raise BadRequest(f"A workflow has no input called '{unknown[0]}'. Inputs: {', '.join(NAMES)}.")
    places = {
        name: tuple(_place(text, nodes) for text in ([given] if isinstance(given, str) else given))
        for name, given in named.items()
    }
    if "prompt" not in places:
        raise BadRequest(
            f"Say where the prompt goes in the workflow '{table.file}': inputs = {{prompt = \"6.text\"}}."
        )
    if table.output and table.output not in nodes:
        raise BadRequest(f"The workflow '{table.file}' has no node {table.output}.")
    return Workflow(nodes, places, table.output or None)


def _nodes(read: object, file: str) -> Nodes:
    if isinstance(read, dict) and isinstance(read.get("nodes"), list):
        raise BadRequest(
            f"The workflow '{file}' is in the format of ComfyUI's editor. Export it there with 'Export (API)'."
        )
    if not isinstance(read, dict) or not read:
        raise BadRequest(f"The workflow '{file}' is not in ComfyUI's API format.")
    for node, held in read.items():
        if not (
            isinstance(held, dict)
            and isinstance(held.get("class_type"), str)
            and isinstance(held.get("inputs"), dict)
        ):
            raise BadRequest(f"In the workflow '{file}' the node {node} has no class_type or no inputs.")
    return read


def _place(text: str, nodes: Nodes) -> Place:
    node, _, name = text.rpartition(".")
    if node not in nodes or name not in nodes[node]["inputs"]:
        raise BadRequest(f"The workflow has no input '{text}'. A place is NODE.INPUT, such as 6.text.")
    return Place(node, name)


def _lists(info: object) -> Iterator[tuple[str, list[Any]]]:
    """The inputs of a class that are chosen from a list, in the old form of ``/object_info`` and in the new one."""
    inputs = info.get("input") if isinstance(info, dict) else None
    for kind in ("required", "optional"):
        declared = inputs.get(kind) if isinstance(inputs, dict) else None
        for name, form in declared.items() if isinstance(declared, dict) else ():
            if not isinstance(form, list) or not form:
                continue
            if isinstance(form[0], list):
                yield name, form[0]
            elif form[0] == "COMBO" and len(form) > 1 and isinstance(form[1], dict):
                options = form[1].get("options")
                if isinstance(options, list):
                    yield name, options
