"""The table of conversations in Chinese: each edit changes what was asked, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange

_TABLE = [
    tuple(line.split(" > "))
    for line in (Path(__file__).parent / "talks.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(turns: str) -> Scene:
    """The scene after a wish and its edits."""
    start, *edits = turns.split(" || ")
    scene = arrange(compose_scene(start, ratio="1:1", seed=3, language="zh").scene)
    for edit in edits:
        done = edit_scene(edit, [scene], ratio="1:1", seed=4, language="zh")
        scene = arrange(done.scene, former=done.former)
    return scene


def shown(scene: Scene, thing: Thing) -> str:
    """kind/colour+other colours/size~pose^mood relation ground part."""
    words = "/".join(word for word in (thing.kind, thing.colour, thing.size) if word)
    words += f"+{thing.second}" if thing.second else ""
    words += (f"~{thing.pose}" if thing.pose not in (None, "brimmed", "peaked") else "") + (
        f"^{thing.mood}" if thing.mood else ""
    )
    if thing.rel is None:
        return words
    ground = scene.thing(thing.rel.to)
    told_of = (words, thing.rel.type, ground.kind if ground else "", thing.rel.part)
    return " ".join(word for word in told_of if word)


def things(expected: list[str]) -> Iterator[str]:
    for part in expected:
        if part[0] not in '@"=':
            words, _, many = part.partition("*")
            yield from [words] * int(many or 1)


@pytest.mark.parametrize(("turns", "expected"), _TABLE, ids=[turns for turns, _ in _TABLE])
def test_a_conversation_ends_as_it_should(turns: str, expected: str) -> None:
    if expected.startswith("!"):
        with pytest.raises(NotDrawable, match=re.escape(expected[1:])):
            told(turns)
        return
    scene = told(turns)
    parts = expected.split(", ")
    assert sorted(shown(scene, thing) for thing in scene.objects) == sorted(things(parts))
    around = {scene.env.place, scene.env.time, scene.env.weather}
    assert {part[1:] for part in parts if part[0] == "@"} <= around
    for words in (part[1:] for part in parts if part[0] == '"'):
        assert scene.caption == words.replace("/", "\n")
    for inks in (part[1:] for part in parts if part[0] == "="):
        assert scene.caption_colour == inks.replace("/", "\n")
