"""The name of a place does not hide what somebody is on there."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.retelling.place_first import told_place_first


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("老爷爷坐在公园的长椅上", "公园，老爷爷坐在长椅上"),
        ("两只猫睡在客厅的沙发上", "客厅，两只猫睡在沙发上"),
        ("小狗在厨房的桌子下面", "厨房，小狗在桌子下面"),
        ("猫在草地上", "猫在草地上"),
        ("孩子们在教室里看书", "孩子们在教室里看书"),
    ],
)
def test_the_place_is_told_ahead(wish: str, told: str) -> None:
    assert told_place_first(wish) == told


@pytest.mark.parametrize(
    ("wish", "place", "seat"),
    [
        ("老爷爷和老奶奶在公园长椅上坐着", "park", "bench"),
        ("老爷爷和老奶奶坐在公园的长椅上", "park", "bench"),
        ("两只猫睡在客厅的沙发上", "room", "couch"),
    ],
)
def test_they_are_on_it_there(wish: str, place: str, seat: str) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="zh")
    by_id = {one.id: one for one in composed.scene.objects}
    on = [
        by_id[one.rel.to].kind
        for one in composed.scene.objects
        if one.rel is not None and one.rel.type == "on"
    ]
    assert (composed.scene.env.place, on, composed.notes) == (place, [seat, seat], ())
