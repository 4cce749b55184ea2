"""Who points at what is not there yet is told by name."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.retelling.test_offhand import of_kind, scene_of


@pytest.mark.parametrize(
    ("first", "change", "what"),
    [
        ("a boy", "he points at a rainbow", "rainbow"),
        ("a pirate", "make him point at the sun", "sun"),
        ("一个男孩和一只狗", "他指着月亮", "moon"),
    ],
)
def test_nothing_but_who_is_meant_points(first: str, change: str, what: str) -> None:
    scene = scene_of(first, change)
    (seen,) = of_kind(scene, what)
    who = scene.objects[0]
    assert (who.pose, who.at, seen.pose) == ("point", seen.id, None)


def test_who_pushes_what_they_stand_beside_leaves_it_there() -> None:
    before = scene_of("a girl on a swing", "she stands up")
    after = scene_of("a girl on a swing", "she stands up", "she pushes the swing")
    (swing,) = of_kind(before, "swing-set")
    assert after.layout[swing.id].box == before.layout[swing.id].box


def test_who_sticks_a_plaster_on_somebody_is_beside_them() -> None:
    scene = scene_of("a boxer", "a nurse puts a bandage on his head")
    (boxer,), (nurse,), (bandage,) = (of_kind(scene, kind) for kind in ("boxer", "nurse", "bandage"))
    assert nurse.rel is not None
    assert bandage.rel is not None
    assert (nurse.rel.type, nurse.rel.to) == ("beside", boxer.id)
    assert (bandage.rel.to, bandage.rel.part) == (boxer.id, "head")


def test_who_rides_what_is_under_the_arm_puts_it_down() -> None:
    scene = scene_of("a boy with a skateboard", "he rides it")
    (boy,), (board,) = of_kind(scene, "boy"), of_kind(scene, "skateboard")
    assert board.rel is None
    assert boy.rel is not None
    assert (boy.rel.type, boy.rel.to) == ("on", board.id)
