from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of


def _shown(wish: str) -> tuple[str, list[str]]:
    scene = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene
    kinds = {one.id: one.kind for one in scene.objects}
    return scene.env.place, [
        one.kind + (f" {one.rel.type} {kinds[one.rel.to]}" if one.rel is not None else "")
        for one in scene.objects
    ]


@pytest.mark.parametrize(
    ("wish", "place", "seated"),
    [
        ("a couple eating at a restaurant", "dining-hall", "behind dining-table"),
        ("a man eating noodles in a restaurant", "dining-hall", "man behind dining-table"),
        ("two friends sitting in a cafe", "cafe", "behind dining-table"),
        ("three students sitting in a classroom", "classroom", "pupil behind school-desk"),
        ("a boy asleep in a classroom", "classroom", "boy behind school-desk"),
        ("小男孩在课堂上睡觉", "classroom", "boy behind school-desk"),
        ("a man working in an office", "office", "man behind desk"),
        ("办公室里一个男人在工作", "office", "man behind desk"),
    ],
)
def test_there_is_a_table_for_what_is_done_at_one(wish: str, place: str, seated: str) -> None:
    there, shown = _shown(wish)
    assert there == place
    assert any(one.endswith(seated) for one in shown)


def test_a_meal_without_a_name_is_on_the_table() -> None:
    _, shown = _shown("a couple eating at a restaurant")
    assert [one for one in shown if one.endswith("on dining-table")]


@pytest.mark.parametrize(
    "wish",
    [
        "a boy sitting on the floor of a classroom",
        "a dog sitting in a restaurant",
        "a woman standing and eating an apple in a cafe",
        "a family at a restaurant",
    ],
)
def test_others_stay_where_they_are_told_to_be(wish: str) -> None:
    _, shown = _shown(wish)
    assert not any("table" in one or "desk" in one for one in shown)
