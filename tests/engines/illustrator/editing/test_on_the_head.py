"""What comes onto a head on which there is something already: a hat, a crown, a bun, a helmet."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "edit", "worn"),
    [
        ("公主和一条龙", "他们俩都戴上皇冠", {"dragon": 1}),
        ("a king and a dog", "put crowns on both of them", {"dog": 1}),
        ("a queen with two children", "give everyone a crown", {"child": 2}),
        ("a man in a hat and a woman", "give everybody a hat", {"man": 1, "woman": 1}),
    ],
)
def test_nobody_gets_a_second_one(wish: str, edit: str, worn: dict[str, int]) -> None:
    scene = changed(first_picture(wish), edit).scene
    on = [one.rel for one in scene.objects if one.kind in ("crown", "hat") and one.rel is not None]
    hosts = [scene.thing(rel.to) for rel in on if (rel.type, rel.part) == ("wear", "head")]
    assert len(hosts) == len(on)
    assert Counter(host.kind for host in hosts if host is not None) == worn


def test_another_colour_is_of_the_hat_that_is_there() -> None:
    before = first_picture("两个戴帽子的小男孩")
    after = changed(before, "都戴上红帽子").scene
    assert [one.id for one in after.objects] == [one.id for one in before.objects]
    assert [one.colour for one in after.objects if one.kind == "hat"] == ["red", "red"]


def test_a_beard_does_not_grow_over_a_helmet() -> None:
    before = first_picture("a knight on a horse")
    answer = changed(before, "give the knight a beard")
    assert answer.scene == before
    assert "helmet" in answer.told


@pytest.mark.parametrize("wish", ["portrait of an old woman with a grey bun", "画一张老奶奶的头像，白头发"])
def test_who_is_drawn_with_a_bun_has_one(wish: str) -> None:
    edit = "头发盘起来" if "画" in wish else "put her hair in a bun"
    before = first_picture(wish)
    assert changed(before, edit).scene == before


@pytest.mark.parametrize(
    "talked", ["portrait of a woman with long red hair => put her hair up", "一个女孩的头像 => 头发盘起来"]
)
def test_a_portrait_has_room_for_a_bun(talked: str) -> None:
    scene = talk(talked)[-1].scene
    bun = next(one for one in scene.objects if one.kind == "hair-bun")
    assert scene.layout[bun.id].box[1] > 0
