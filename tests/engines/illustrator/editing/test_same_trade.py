"""Who becomes a woman of the same trade keeps its clothes and its tool; and what a juggler has in the air."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.retelling.test_offhand import done, scene_of


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a dentist with a patient", "make the dentist a woman"),
        ("two pupils with backpacks", "make the left one a girl"),
    ],
)
def test_what_both_have_on_stays(wish: str, edit: str) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    worn = {one.id: one for one in before.objects if one.rel is not None and one.rel.type in ("wear", "hold")}
    assert worn
    assert all(after.thing(key) == one for key, one in worn.items())


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["a clown juggling three balls"], True),
        (["a clown", "make him juggle three balls"], True),
        (["a clown", "he juggles balls"], True),
        (["a clown juggling five balls"], False),
    ],
)
def test_a_juggler_has_three_balls(turns: list[str], *, told: bool) -> None:
    composed = done(*turns)
    assert composed.scene.objects[0].pose == "juggle"
    assert (composed.notes == ()) is told
