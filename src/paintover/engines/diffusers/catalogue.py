"""What the pipelines of diffusers can do, read out of the library's source: importing it would bring torch with it.

A pipeline draws from words when its class is one of those that the library itself chooses for that. It edits when it, or
the class beside it that shares its weights, takes an `image`: with a `strength` that picture is drawn over, without
one the words say what to change. It heeds a mask when it takes a `mask_image`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from paintover.domain.errors import BadRequest, EngineFailed

INSTALL = "The engine 'diffusers' needs more than is installed: pip install \"paintover[diffusers]\""
NEEDED = ("torch", "diffusers", "transformers", "accelerate", "safetensors", "PIL")
_DRAWS = "AUTO_TEXT2IMAGE_PIPELINES_MAPPING"
_MOST_SOURCES = {
    "QwenImageEditPlusPipeline": 3,
    "Flux2Pipeline": 10,
    "Flux2KleinPipeline": 4,
    "Flux2KleinKVPipeline": 4,
}
"""Pipelines that are made to take several pictures; signatures do not tell."""
_AUTOENCODERS = frozenset({"AutoencoderKL", "AutoencoderKLQwenImage", "AutoencoderKLWan"})
"""Whose latent colours can be read; see `painting.previews`."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A class of the library."""

    name: str
    takes: frozenset[str]
    """The names of what can be said to it."""

    @property
    def follows(self) -> bool:
        """Whether its words say what to change in a picture, rather than what the whole is to show."""
        return "image" in self.takes and "strength" not in self.takes

    @property
    def most_sources(self) -> int:
        """How many pictures it is made to take at once."""
        if "mask_image" in self.takes:
            return 2 if "image_reference" in self.takes else 1
        return _MOST_SOURCES.get(self.name, 1)

    @property
    def tells_steps(self) -> bool:
        """Whether it says when a step is done."""
        return "callback_on_step_end" in self.takes


@dataclass(frozen=True, slots=True)
class Family:
    """The classes that can use a model's weights, each for one kind of order; None: it cannot do that."""

    draw: Pipeline | None
    edit: Pipeline | None
    fill: Pipeline | None
    """Edits within a mask."""
    shows: bool
    """Whether its unfinished pictures can be looked at."""

    @property
    def all(self) -> tuple[Pipeline, ...]:
        """Those that there are."""
        return tuple(each for each in (self.draw, self.edit, self.fill) if each is not None)


def check_installed() -> None:
    """
    Raises:
        EngineFailed: the extra is not installed.
    """
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise EngineFailed(f"{INSTALL} ({', '.join(missing)} missing).")


def family_of(index: Mapping[str, Any], name: str) -> Family:
    """What can be done with the weights of a pipeline, by its own list of parts.

    Raises:
        EngineFailed: the library is not installed.
        BadRequest: the release that is installed has no such pipeline, or it makes no pictures of words.
    """
    check_installed()
    base = str(index["_class_name"])
    itself = pipeline(base)
    if itself is None or "prompt" not in itself.takes:
        raise BadRequest(
            f"The model '{name}' is a {base}, which this release of diffusers does not know as one that draws what "
            "words say."
        )
    stem = base.removesuffix("Pipeline").removesuffix("Img2Img").removesuffix("Inpaint")
    beside = {kind: pipeline(f"{stem}{kind}Pipeline") for kind in ("", "Img2Img", "Inpaint")}
    candidates = [each for each in (itself, *beside.values()) if each is not None]
    vae = index.get("vae")
    return Family(
        draw=next((each for each in candidates if _draws(each)), None),
        edit=next((each for each in candidates if _edits(each)), None),
        fill=next((each for each in candidates if {"image", "mask_image"} <= each.takes), None),
        shows=itself.tells_steps and isinstance(vae, list) and vae[-1] in _AUTOENCODERS,
    )


@lru_cache(maxsize=64)
def pipeline(name: str) -> Pipeline | None:
    """The class of that name; None when the installed release has none.

    Raises:
        EngineFailed: the library is not installed, or is not laid out as it was.
    """
    needle = f"class {name}(".encode()
    for file in _sources():
        text = file.read_bytes()
        if needle in text:
            for node in ast.parse(text).body:
                if isinstance(node, ast.ClassDef) and node.name == name:
                    return Pipeline(name, _arguments(node))
    return None


def _draws(each: Pipeline) -> bool:
    if "mask_image" in each.takes or "strength" in each.takes:
        return False
    return "image" not in each.takes or each.name in _text_to_image()


def _edits(each: Pipeline) -> bool:
    return "image" in each.takes and "mask_image" not in each.takes


@lru_cache(maxsize=1)
def _text_to_image() -> frozenset[str]:
    """The classes that the library chooses for text to image."""
    tree = ast.parse((_root() / "auto_pipeline.py").read_bytes())
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == _DRAWS:
                return frozenset(each.id for each in ast.walk(value) if isinstance(each, ast.Name))
    raise EngineFailed("This release of diffusers is not one that the engine 'diffusers' knows.")


def _arguments(node: ast.ClassDef) -> frozenset[str]:
    for member in node.body:
        if isinstance(member, ast.FunctionDef) and member.name == "__call__":
            spec = member.args
            return frozenset(each.arg for each in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)[1:])
    return frozenset()


def _sources() -> Iterator[Path]:
    yield from sorted(_root().glob("*/pipeline_*.py"))


def _root() -> Path:
    spec = find_spec("diffusers")
    if spec is None or spec.origin is None:
        raise EngineFailed(f"{INSTALL} (diffusers missing).")
    return Path(spec.origin).parent / "pipelines"
