"""Tables of prompts, each with the things and relations that must be in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing


def described(scene: Scene) -> list[str]:
    """Every object as in the tables: kind/colour/size relation ground part."""
    return sorted(_words(scene, thing) for thing in scene.objects)


def _name(thing: Thing) -> str:
    return f"#{thing.label}" if thing.rung == "signpost" else thing.kind


def _words(scene: Scene, thing: Thing) -> str:
    words = "/".join(word for word in (_name(thing), thing.colour, thing.size) if word)
    if thing.rel is None:
        return words
    ground = scene.thing(thing.rel.to)
    assert ground is not None
    return " ".join(word for word in (words, thing.rel.type, _name(ground), thing.rel.part) if word)


def rows() -> Iterator[tuple[str, str]]:
    for name in ("prompts_zh.txt", "prompts_en.txt"):
        for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                prompt, _, expected = line.partition(" => ")
                yield prompt, expected


@pytest.mark.parametrize(("prompt", "expected"), list(rows()))
def test_a_prompt_gives_its_things_and_relations(prompt: str, expected: str) -> None:
    scene = compose_scene(prompt, ratio="1:1", seed=7, language=language_of(prompt)).scene
    assert described(scene) == sorted(part.replace("/ ", " ") for part in expected.split(", "))


def test_the_tables_are_long_enough() -> None:
    table = list(rows())
    assert len(table) >= 120
    assert len({prompt for prompt, _ in table}) == len(table)
