"""Who comes in another's place, in a seat, or in another number is told of alone, in Chinese and in English."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange


def talk(*turns: str) -> Scene:
    language = language_of(turns[0])
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language=language).scene)
    for turn in turns[1:]:
        done = edit_scene(turn, [scene], ratio="1:1", seed=3, language=language)
        scene = arrange(done.scene, former=done.former)
    return scene


def wearers(scene: Scene, kind: str) -> list[Thing | None]:
    return [scene.thing(one.rel.to) for one in scene.objects if one.kind == kind and one.rel is not None]


@pytest.mark.parametrize(
    ("wish", "edit", "who", "what"),
    [
        ("两个男孩在公园里", "左边那个换成女孩，扎马尾", "girl", "ponytail"),
        ("两个男孩在公园里", "左边那个换成女孩，她扎马尾", "girl", "ponytail"),
        ("两个男孩在公园里", "右边的男孩换成老爷爷，戴着帽子", "old-man", "hat"),
        ("两个男孩在公园里", "左边的改成女孩，拿着气球", "girl", "balloon"),
        ("两只猫在沙发上", "左边那只换成狗，戴红领结", "dog", "bow-tie"),
        ("two boys in a park", "replace the left one with a girl, with a ponytail", "girl", "ponytail"),
        ("two boys in a park", "make the left one a girl, wearing a red hat", "girl", "hat"),
        ("two boys in a park", "change the left boy to a girl, she is wearing a red hat", "girl", "hat"),
        ("two boys in a park", "turn the right boy into a wizard who holds a balloon", "wizard", "balloon"),
    ],
)
def test_who_comes_has_it_and_nobody_else(wish: str, edit: str, who: str, what: str) -> None:
    having = [one.kind for one in wearers(talk(wish, edit), what) if one is not None]
    assert having == [who]


@pytest.mark.parametrize(
    ("turns", "seat", "who"),
    [
        (("女医生站在医院里", "旁边加一个坐轮椅的老爷爷"), "wheelchair", "old-man"),
        (("女医生站在医院里", "旁边加一个老爷爷，坐在轮椅上"), "wheelchair", "old-man"),
        (("公园里一个女孩", "旁边来个坐秋千的男孩"), "swing-set", "boy"),
        (("公园里一个女孩", "旁边加一个骑自行车的男孩"), "bicycle", "boy"),
        (("公园里一张长椅", "加一个坐长椅的老奶奶"), "bench", "old-woman"),
        (("一个坐轮椅的老爷爷和一个护士",), "wheelchair", "old-man"),
    ],
)
def test_the_seat_comes_with_who_sits_in_it(turns: tuple[str, ...], seat: str, who: str) -> None:
    scene = talk(*turns)
    found = Counter(one.kind for one in scene.objects)
    assert (found[seat], found[who]) == (1, 1)
    sitter = next(one for one in scene.objects if one.kind == who)
    under = None if sitter.rel is None else scene.thing(sitter.rel.to)
    assert under is not None
    assert under.kind == seat


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "left"),
    [
        ("院子里有三只鸡", "鸡减成两只", "chicken", 2),
        ("院子里有三只鸡", "鸡减少到两只", "chicken", 2),
        ("一个男孩和五个气球", "气球减少两个", "balloon", 3),
        ("一个男孩和三个气球", "气球增加到五个", "balloon", 5),
        ("three chickens in a farmyard", "reduce the chickens to two", "chicken", 2),
        ("three chickens in a farmyard", "cut the number of chickens to one", "chicken", 1),
        ("a boy with four apples on a table", "reduce the apples by two", "red-apple", 2),
    ],
)
def test_so_many_are_left(wish: str, edit: str, kind: str, left: int) -> None:
    before, after = talk(wish), talk(wish, edit)
    found = Counter(one.kind for one in after.objects)
    name = next(
        one for one in Counter(one.kind for one in before.objects) if one in (kind, kind.split("-")[-1])
    )
    assert found[name] == left
    assert [one for one in after.objects if one.size is not None] == [], "fewer are not smaller"


@pytest.mark.parametrize("edit", ["鸡减到三只", "鸡的数量减少到三只"])
def test_there_are_so_many_already(edit: str) -> None:
    with pytest.raises(NotDrawable):
        talk("院子里有三只鸡", edit)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [("小红在过生日", "加两个朋友"), ("小明在过生日", "来两个小朋友"), ("爷爷在过生日", "请两个客人来")],
)
def test_friends_come_to_both_sides_of_whose_party_it_is(wish: str, edit: str) -> None:
    scene = talk(wish, edit)
    host = next(one for one in scene.objects if one.rel is not None and one.rel.type == "behind")
    first, second = (
        one
        for one in scene.objects
        if one is not host and one.rel is not None and one.rel.type in ("behind", "beside")
    )
    middle = scene.layout[host.id].x
    left, right = sorted((scene.layout[first.id].x, scene.layout[second.id].x))
    assert left < middle < right
