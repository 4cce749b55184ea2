"""The table of edits: what people type, and what must come of it, with everything else in its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange

_TABLE = [
    tuple(part.strip() for part in line.split("||"))
    for line in (Path(__file__).parent / "edits.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def shown(scene: Scene, thing: Thing) -> str:
    """kind/colour/size~pose relation ground part."""
    name = f"#{thing.label}" if thing.rung == "signpost" else thing.kind
    words = "/".join(word for word in (name, thing.colour, thing.size) if word)
    words += f"~{thing.pose}" if thing.pose not in (None, "brimmed", "peaked") else ""
    if thing.rel is None:
        return words
    ground = scene.thing(thing.rel.to)
    return " ".join(
        word for word in (words, thing.rel.type, ground.kind if ground else "", thing.rel.part) if word
    )


def changed(how: str, old: Placement, new: Placement) -> bool:
    """Whether a placement has changed as the table says."""
    return {
        "left": new.x < old.x,
        "right": new.x > old.x,
        "up": new.base < old.base,
        "down": new.base > old.base,
        "bigger": new.scale > old.scale,
        "smaller": new.scale < old.scale,
        "anew": True,
        "turned": new.angle != old.angle,
        "flip": new.flip != old.flip and new.x == old.x,
        "swap": abs(new.x - old.x) > 50,
    }[how]


def faults(start: str, wish: str, expected: str) -> list[str]:
    """What of a row does not hold."""
    parts = expected.split(", ")
    said = [part[1:] for part in parts if part.startswith("!")]
    before = arrange(compose_scene(start, ratio="1:1", seed=7, language=language_of(start)).scene)
    try:
        done = edit_scene(wish, [before], ratio="1:1", seed=8, language=language_of(wish))
    except NotDrawable as exc:
        refused = len(said) == len(parts) and all(word in str(exc) for word in said)
        return [] if refused else [f"refused: {exc}"]
    if len(said) == len(parts):
        return [f"not refused: {sorted(shown(done.scene, thing) for thing in done.scene.objects)}"]
    after = arrange(done.scene, former=done.former)
    things = [part for part in parts if part[0] not in '!@"']
    found = sorted(shown(after, thing) for thing in after.objects)
    wrong = []
    if found != sorted(re.sub(r":\w+", "", part) for part in things):
        wrong.append(f"shows {found}")
    notes = " ".join(done.notes)
    wrong += [f"does not say {word!r} but {notes!r}" for word in said if word not in notes]
    wrong += [f"says {notes!r}"] if notes and not said else []
    settings = {after.env.place, after.env.time, after.env.weather, after.style}
    wrong += [f"no {part} in {settings}" for part in parts if part[0] == "@" and part[1:] not in settings]
    caption = next((part.strip('"') for part in parts if part[0] == '"'), None)
    wrong += [f"caption {after.caption!r}"] if after.caption != caption else []
    if not any(part[0] == "@" for part in parts) and not wrong:
        wrong += _moved(before, after, things)
    return wrong


def _moved(before: Scene, after: Scene, things: list[str]) -> list[str]:
    wrong = []
    for part in things:
        words, *hows = part.split(":")
        kind = re.split(r"[/~ ]", words)[0]
        old = next((thing for thing in before.objects if thing.kind == kind), None)
        new = next((thing for thing in after.objects if shown(after, thing) == words), None)
        if old is not None and new is not None and old.id == new.id:
            pair = before.layout[old.id], after.layout[new.id]
            wrong += [f"{kind} is not {how}" for how in hows if not changed(how, *pair)]
            if not hows and old == new and pair[0] != pair[1]:
                wrong.append(f"{kind} has moved")
    return wrong


@pytest.mark.parametrize(("start", "wish", "expected"), _TABLE, ids=[" / ".join(row[:2]) for row in _TABLE])
def test_an_edit_does_what_it_says_and_no_more(start: str, wish: str, expected: str) -> None:
    assert faults(start, wish, expected) == []


def test_the_table_is_long_and_speaks_ten_languages() -> None:
    assert len(_TABLE) >= 120
    assert len({row[:2] for row in _TABLE}) == len(_TABLE)
