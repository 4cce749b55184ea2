"""Every prompt of the gallery shows what it says, by its scene and its boxes; `make gallery` asks the pixels too."""

from __future__ import annotations

import msgspec
import pytest
from tools.gallery import PROMPTS, Entry, entries

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.drawing.clear import without_background
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.expected import drawn_faults, expected, faults

ALL = list(entries(PROMPTS.read_text(encoding="utf-8")))


def planned(entry: Entry) -> Scene:
    """The scene with its layout after the last step, not drawn."""
    first, *edits = entry.prompts
    wish, _ = without_background(first, "auto")
    composed = compose_scene(wish, ratio=entry.ratio, seed=entry.seed, language=language_of(first))
    scene = arrange(composed.scene)
    for edit in edits:
        try:
            changed = edit_scene(
                edit, [scene], ratio=entry.ratio, seed=entry.seed, language=language_of(edit)
            )
        except NotDrawable:
            continue
        scene = arrange(changed.scene, former=changed.former)
    return scene


def test_every_prompt_shows_what_it_must_by_its_scene_and_boxes() -> None:
    wrong = {}
    for entry in ALL:
        want = expected(entry.must)
        if not want.photo and (found := list(faults(want, planned(entry)))):
            wrong[" → ".join(entry.prompts)] = found
    assert wrong == {}


def test_a_sample_shows_what_it_must_in_the_pixels() -> None:
    """All of them are for `make gallery`."""
    wrong = {}
    for entry in ALL[3::43]:
        want = expected(entry.must)
        if not want.photo and (found := list(drawn_faults(want, draw(planned(entry))))):
            wrong[" → ".join(entry.prompts)] = found
    assert wrong == {}


@pytest.mark.parametrize(
    ("must", "says"),
    [
        ("2 cat, dog", "1 cat instead of 2"),
        ("cat, dog, bird", "0 bird instead of 1"),
        ("cat", "too much: dog"),
        ("red cat, dog", "0 red cat instead of 1"),
        ("~sleep cat, dog", "0 sleep cat instead of 1"),
        ("cat, dog; cat right dog", "not cat right dog"),
        ("cat, dog; cat on dog", "not cat on dog"),
        ("cat, dog; dog hold cat", "not dog hold cat"),
        ("cat, dog; beach", "not beach"),
        ('cat, dog; "Hello"', "nowhere “Hello”"),
        ("cat, dog; cat left dog; meadow; day", ""),
        ("dog, pet", ""),
        ("any+", ""),
        ("cat, dog, bird?", ""),
    ],
)
def test_the_check_finds_what_is_wrong(must: str, says: str) -> None:
    shown = planned(Entry(["a cat to the left of a dog"]))
    found = list(faults(expected(must), shown))
    assert any(fault.startswith(says) for fault in found) if says else found == []


def test_the_check_knows_who_is_around_and_who_is_in_the_way() -> None:
    ring, row = planned(Entry(["four ducks around a frog"])), planned(Entry(["four ducks and a frog"]))
    want = expected("4 duck, frog; duck around frog")
    assert list(faults(want, ring)) == []
    assert list(faults(want, row)) == ["not duck around frog"]
    boxes = dict.fromkeys(row.layout, row.layout["o1"])
    heaped = msgspec.structs.replace(row, layout=boxes)
    assert any("share" in fault for fault in faults(expected("4 duck, frog"), heaped))


def test_a_line_that_says_nothing_is_refused() -> None:
    for line in ("crimsonish cat", "cat; ; dog"):
        with pytest.raises(ValueError, match="cat"):
            expected(line)
    assert expected("photo").photo
    assert expected("").things == ()
