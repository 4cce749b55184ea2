"""Where one more has no room, all are seen from a step further back, none moved against another; and the answer says so."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import changed, first_picture

_SAID = "further back, for room"


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a woman on the beach", "put two palm trees to the left of the woman"),
        ("a cat", "add a dog beside it"),
        ("a lion and a zebra", "put a rhino to the left of the lion"),
        ("a family at a table with a birthday cake", "add a woman in the background"),
    ],
)
def test_all_are_smaller_alike(wish: str, edit: str) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    assert (answer.told or "").endswith(_SAID)
    assert "Changed" not in (answer.told or "")
    assert "Moved" not in (answer.told or "")
    pairs = [(base.layout[one.id], answer.scene.layout[one.id]) for one in base.objects]
    times = [now.scale / then.scale for then, now in pairs]
    assert max(times) < 1
    assert max(times) - min(times) < 0.01
    first, *others = pairs
    for then, now in others:
        assert now.x - first[1].x == pytest.approx(times[0] * (then.x - first[0].x), abs=1)
        assert now.base - first[1].base == pytest.approx(times[0] * (then.base - first[0].base), abs=1)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a girl in a park", "add a dog on the left"),
        ("a princess and a dragon", "make the dragon smaller"),
        ("a wolf and a sheep", "put a fence between them"),
    ],
)
def test_none_steps_back_without_need(wish: str, edit: str) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    assert _SAID not in (answer.told or "")
    stayed = [one.id for one in base.objects if one.kind != "dragon"]
    assert [answer.scene.layout[key] for key in stayed] == [base.layout[key] for key in stayed]


def test_none_steps_back_for_a_mask() -> None:
    base = first_picture("a cat")
    composed = edit_scene("add a dog beside it", [base], ratio=base.ratio, seed=4, language="en")
    assert arrange(composed.scene, still=True).layout["o1"] == base.layout["o1"]
