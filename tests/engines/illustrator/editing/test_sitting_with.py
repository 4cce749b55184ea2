"""Who comes beside somebody on a couch or a bench sits there, too; who is told to stand stands beside it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.staging.test_distant import painted


@pytest.mark.parametrize(
    "turns",
    [
        ("a boy on a sofa", "add a girl next to him"),
        ("a girl reading on a couch", "put her mother next to her"),
        ("a couple sitting on a bench in the park", "add a child next to the woman"),
        ("a man sitting on a bench in the park", "put a woman to the left of the man"),
        ("爷爷坐在公园长椅上", "爷爷旁边加一个奶奶"),
        ("奶奶坐在沙发上织毛衣", "旁边加一个小女孩"),
    ],
)
def test_who_comes_beside_somebody_on_a_bench_sits_there(turns: tuple[str, ...]) -> None:
    assert painted(turns[0], 3, *turns[1:]).objects[-1].pose == "sit"


def test_who_is_told_to_stand_is_no_doll_on_the_bench() -> None:
    scene = painted("a man sitting on a bench in the park", 3, "a standing woman next to him")
    man, woman = (scene.layout[one.id] for one in scene.objects[1:3])
    assert scene.objects[2].pose == "stand"
    assert woman.box[3] - woman.box[1] > 0.5 * (man.box[3] - man.box[1])


@pytest.mark.parametrize(
    ("wish", "edit", "way"),
    [
        ("a family at a table with a birthday cake", "a grandmother sits next to the mother", 0),
        ("一家人围着桌子吃饭", "妈妈旁边坐着一个奶奶", 0),
        ("a girl drawing at a table", "add a boy next to her", 0),
        ("a girl drawing at a table", "put a woman to the left of the girl", -1),
        ("一个女孩坐在桌子旁吃蛋糕", "女孩右边加一个奶奶", 1),
    ],
)
@pytest.mark.parametrize("seed", [3, 5])
def test_who_comes_beside_somebody_at_a_table_sits_next_to_them(
    wish: str, edit: str, way: int, seed: int
) -> None:
    scene = painted(wish, seed, edit)
    there = {one.id for one in painted(wish, seed).objects}
    (new,) = [one for one in scene.objects if one.id not in there and one.rel and one.rel.type == "behind"]
    row = sorted((one for one in scene.objects if one.rel == new.rel), key=lambda one: scene.layout[one.id].x)
    at = row.index(new)
    whom = "woman" if "mother" in edit or "妈妈" in edit else "girl"
    assert [whom] == [one.kind for one in row[max(0, at - 1) : at + 2] if one.kind == whom]
    if way:
        assert row[at - way].kind == "girl"


def test_a_waiter_stands_beside_the_table() -> None:
    scene = painted("two people at a cafe table", 3, "add a waiter next to the woman")
    assert scene.objects[-1].rel is None or scene.objects[-1].rel.type != "behind"


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a family having a picnic in the park", "add a grandfather behind them"),
        ("一家人在公园野餐", "他们后面加一个爷爷"),
    ],
)
def test_who_comes_behind_a_picnic_looks_over_the_heads(wish: str, edit: str) -> None:
    scene = painted(wish, 3, edit)
    (old,) = [scene.layout[one.id] for one in scene.objects if one.kind == "old-man"]
    others = [scene.layout[one.id] for one in scene.objects if one.kind in ("man", "woman", "girl", "boy")]
    assert 0 <= old.box[0] < old.box[2] <= 1024
    assert old.box[1] < min(one.box[1] for one in others)
    assert old.box[3] - old.box[1] > 350
