"""Who is put on the back seat of a bicycle sits behind its rider, who stays where they were."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit", "who"),
    [
        ("a man riding a bicycle", "put a little girl on the back seat", "girl"),
        ("一个老爷爷骑着自行车过马路", "后座上坐个小男孩", "boy"),
        ("一个男人骑着摩托车", "后座加一个女人", "woman"),
    ],
)
def test_behind_the_rider(wish: str, edit: str, who: str) -> None:
    base = first_picture(wish)
    ridden, rider = base.objects[:2]
    scene = changed(base, edit).scene
    second = next(one for one in scene.objects if one.kind == who)
    assert second.rel is not None
    assert (second.rel.type, second.rel.to) == ("on", ridden.id)
    assert scene.layout[rider.id] == base.layout[rider.id]
    left, _, right, _ = scene.layout[ridden.id].box
    hips = sum(scene.layout[second.id].box[::2]) / 2
    assert (left + right) / 2 < hips < right
    assert len(scene.objects) == len(base.objects) + 1


@pytest.mark.parametrize(
    "wish", ["妈妈骑着电动车，后座坐着女儿", "a man riding a bicycle with a child on the back"]
)
def test_told_at_once(wish: str) -> None:
    first, *others = first_picture(wish).objects
    assert [one.rel.to for one in others if one.rel is not None] == [first.id, first.id]


def test_who_rides_across_the_road_walks_not() -> None:
    assert "ride" in [one.pose for one in first_picture("一个老爷爷骑着自行车过马路").objects]


@pytest.mark.parametrize(
    ("wish", "edit", "what"),
    [
        ("外卖小哥骑电动车穿过雨里的街道", "后座绑个箱子", "box"),
        ("a mechanic fixing a motorcycle in a garage", "a cat sleeps on the seat", "cat"),
        ("男孩骑自行车", "自行车后座上驮着一袋苹果", "apple"),
    ],
)
def test_things_and_animals_too(wish: str, edit: str, what: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    came = [one for one in scene.objects if base.thing(one.id) is None]
    assert {one.kind for one in came} == {what}
    ridden = next(one for one in base.objects if one.kind in ("scooter", "motorcycle", "bicycle"))
    assert {one.rel.to for one in came if one.rel} == {ridden.id}


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a girl riding a bicycle on the beach", "put a basket with flowers on the bike"),
        ("外卖小哥骑电动车穿过雨里的街道", "后座绑个箱子"),
    ],
)
def test_a_load_is_on_the_rack_and_not_on_the_rider(wish: str, edit: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    load = next(one for one in scene.objects if base.thing(one.id) is None)
    assert load.rel is not None
    left, top, right, foot = scene.layout[load.rel.to].box
    at, shown = scene.layout[load.id], scene.layout[load.id].box
    assert at.x > left + 0.7 * (right - left)
    assert top < at.base < (top + foot) / 2
    assert shown[3] - shown[1] > 0.15 * (foot - top)
