"""Who an edit sends into the water of a place, or out of it."""

from __future__ import annotations

import re

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def _edited(picture: str, *wishes: str) -> tuple[Scene, Scene]:
    """The picture before and after the last of the wishes."""
    language: Language = "zh" if re.search("[\u4e00-\u9fff]", picture) else "en"
    after = arrange(compose_scene(picture, ratio="1:1", seed=3, language=language).scene)
    before = after
    for wish in wishes:
        before = after
        done = edit_scene(wish, [before], ratio="1:1", seed=3, language=language)
        after = arrange(done.scene, former=done.former)
    return before, after


@pytest.mark.parametrize(
    ("picture", "wish", "swimmers"),
    [
        ("a family on the beach with a sandcastle", "both kids should be in the water", {"girl", "boy"}),
        ("a family on the beach with a sandcastle", "put the kids in the sea", {"girl", "boy"}),
        ("a family on the beach with a sandcastle", "move the mom into the sea", {"woman"}),
        ("two dogs on the shore of a lake", "both dogs should be in the water", {"dog"}),
        ("一家四口在海边沙滩上堆沙堡", "让两个孩子都到水里去", {"girl", "boy"}),
        ("一家四口在海边沙滩上堆沙堡", "让爸爸也去海里游泳", {"man"}),
    ],
)
def test_those_who_are_named_go_into_the_water_that_is_there(
    picture: str, wish: str, swimmers: set[str]
) -> None:
    before, after = _edited(picture, wish)
    assert after.env.place == before.env.place
    assert {one.kind for one in after.objects if one.where == "water"} == swimmers
    assert len(after.objects) == len(before.objects)
    for one in after.objects:
        if one.where == "water":
            assert after.layout[one.id].base < before.layout[one.id].base


def test_they_come_out_of_it_again() -> None:
    before, after = _edited("a boy on a beach", "put the boy in the sea", "put the boy back on the sand")
    assert [one.where for one in after.objects] == ["ground"]
    assert after.layout["o1"].base > before.layout["o1"].base
    assert "on the shore" in (account([before], after, "en") or "")


@pytest.mark.parametrize("wish", ["put the cow in a lake", "put the cow in the river"])
def test_who_is_put_into_a_lake_is_in_its_water(wish: str) -> None:
    _, after = _edited("a cow on a meadow", wish)
    assert [one.where for one in after.objects] == ["water"]


@pytest.mark.parametrize("wish", ["让小狗去游泳", "让小狗到湖里去", "小狗跑到岸边去"])
def test_to_go_somewhere_takes_nobody_away(wish: str) -> None:
    _, after = _edited("一只小狗和一只小猫在湖边", wish)
    assert {one.kind for one in after.objects} == {"dog", "cat"}
