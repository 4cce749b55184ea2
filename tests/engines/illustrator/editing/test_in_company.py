"""Who has tea, or bakes, with somebody is at the same table; who is beside a table that was told of is not."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a mouse having tea with a hedgehog in the garden", "hedgehog"),
        ("a grandma baking cookies with two kids", "child"),
        ("a girl doing homework with her dad", "man"),
    ],
)
def test_company_is_at_the_table(wish: str, kind: str) -> None:
    scene = first_picture(wish)
    ties = {(one.rel.type, one.rel.to) for one in scene.objects if one.kind == kind and one.rel is not None}
    assert ties == {("behind", "o1")}


def test_a_dog_beside_somebody_at_a_table_stays_there() -> None:
    scene = first_picture("a boy at a table with a dog beside him")
    assert any(
        one.kind == "dog" and one.rel is not None and one.rel.type == "beside" for one in scene.objects
    )


@pytest.mark.parametrize(
    ("wish", "told"),
    [("a mermaid combing her hair", 1), ("a girl combing her hair", 0), ("a mermaid with a comb", 0)],
)
def test_who_cannot_comb_the_hair_is_told_of(wish: str, told: int) -> None:
    drawn = compose_scene(wish, ratio="1:1", seed=3, language="en")
    assert len(drawn.notes) == told
