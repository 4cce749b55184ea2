"""What nobody has a drawing of is not told as done."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "named"),
    [
        ("a horse => make it wave", "horse"),
        ("a cat and a dog => the cat should wave", "cat"),
        ("三只小猪 => 最右边那只举起手来", "小猪"),
        ("a stone castle => make it smile", "castle"),
        ("一辆汽车 => 让它跳舞", "汽车"),
    ],
)
def test_who_cannot_be_drawn_so_is_as_before(talked: str, named: str) -> None:
    (answer,) = talk(talked)
    assert f"“{named}”" in answer.told, "refused, by name"


def test_of_several_only_who_can_is_changed() -> None:
    (answer,) = talk("a horse and a girl => make them all wave")
    assert answer.told == "Changed: girl – waving"
    assert answer.notes == ("I can't draw “horse” in that pose; drawn as usual",)
    assert [one.pose for one in answer.scene.objects] == [None, "wave"]
