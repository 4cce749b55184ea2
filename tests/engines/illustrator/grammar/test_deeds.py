"""Deeds told with a thing are drawn with it in the right place."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "who", "what", "relation"),
    [
        ("a boy flying a paper plane in the classroom", "boy", "paper-airplane", ("hold", "boy")),
        ("小男孩在公园放飞纸飞机", "boy", "paper-airplane", ("hold", "boy")),
        ("a boy flying a toy plane", "boy", "toy-plane", ("hold", "boy")),
        ("a pilot flying a plane", "pilot", "airplane", None),
        ("爸爸在公园放无人机", "man", "drone", None),
    ],
)
def test_who_flies_something_does_not_fly(
    wish: str, who: str, what: str, relation: tuple[str, str] | None
) -> None:
    scene = first_picture(wish)
    (flier,) = [one for one in scene.objects if one.kind == who]
    (flown,) = [one for one in scene.objects if one.kind == what]
    assert flier.pose != "fly"
    borne = None if flown.rel is None else (flown.rel.type, scene.thing(flown.rel.to).kind)  # type: ignore[union-attr]
    assert borne == relation
