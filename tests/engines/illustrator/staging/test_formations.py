from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange


def composed(prompt: str, ratio: str = "1:1") -> Scene:
    chinese = re.search(r"[一-鿿]", prompt) is not None
    made = compose_scene(prompt, ratio=ratio, seed=7, language="zh" if chinese else "en")
    assert not made.left_out, made.left_out
    return arrange(made.scene)


def of(made: Scene, kind: str) -> list[tuple[Thing, Placement]]:
    return [(one, made.layout[one.id]) for one in made.objects if one.kind == kind]


@pytest.mark.parametrize(
    ("prompt", "kind", "count"),
    [
        ("三只小鸡排队", "chick", 3),
        ("three chicks in a row", "chick", 3),
        ("站成一排的四只猫", "cat", 4),
        ("a queue of ants", "ant", 5),
        ("nine sheep in a line", "sheep", 9),
        ("drei Katzen in einer Reihe", "cat", 3),
        ("trois chats en rang", "cat", 3),
        ("три кошки в ряд", "cat", 3),
    ],
)
def test_a_row_looks_one_way_and_hides_nobody(prompt: str, kind: str, count: int) -> None:
    row = sorted((placed for _, placed in of(composed(prompt), kind)), key=lambda placed: placed.x)
    assert len(row) == count
    assert len({placed.flip for placed in row}) == 1
    steps = [two.base - one.base for one, two in pairwise(row)]
    assert all(step >= -1 for step in steps) or all(
        step <= 1 for step in steps
    )  # a line, seen from where we stand
    for one, two in pairwise(row):
        assert two.box[0] > (one.box[0] + one.box[2]) / 2


def test_ducklings_come_behind_their_mother() -> None:
    for prompt in ("ducklings following their mother in a line", "小鸭子跟着鸭妈妈在河里游泳"):
        ducks = of(composed(prompt), "duck")
        assert len(ducks) == 4
        mother = next(placed for one, placed in ducks if one.size == "large")
        others = [placed for one, placed in ducks if one.size != "large"]
        assert all(placed.flip == mother.flip for placed in others)
        assert all((placed.x < mother.x) == mother.flip for placed in others)


def test_what_a_queue_waits_for_is_at_its_head() -> None:
    made = composed("a bus stop with a queue of four people in the rain")
    stop = of(made, "bus-stop")[0][1]
    people = [placed for _, placed in of(made, "person")]
    assert len(people) == 4
    assert all(placed.x > stop.x for placed in people) or all(placed.x < stop.x for placed in people)


@pytest.mark.parametrize(
    ("prompt", "kind"), [("eight penguins standing in a circle", "penguin"), ("八只企鹅围成一圈", "penguin")]
)
def test_a_circle_is_round(prompt: str, kind: str) -> None:
    made = composed(prompt)
    ring = [placed for _, placed in of(made, kind)]
    x, y = (sum(values) / len(ring) for values in zip(*((one.x, one.base) for one in ring), strict=True))
    wide = max(abs(one.x - x) for one in ring) / math.sin(3 * math.pi / 8)
    deep = max(abs(one.base - y) for one in ring) / math.cos(math.pi / 8)
    assert all(0.9 < ((one.x - x) / wide) ** 2 + ((one.base - y) / deep) ** 2 < 1.2 for one in ring)


def test_who_dances_around_something_is_of_one_size() -> None:
    made = composed("six children dancing in a circle around a campfire")
    sizes = {round(made.layout[one.id].scale / 20) for one in made.objects if one.kind != "campfire"}
    assert max(sizes) - min(sizes) <= 3


@pytest.mark.parametrize(
    "prompt", ["a family around the christmas tree", "kids around a snowman", "一家人围着圣诞树"]
)
def test_few_stand_at_both_sides_of_what_is_higher(prompt: str) -> None:
    made = composed(prompt)
    middle = next(made.layout[one.id] for one in made.objects if one.kind in ("christmas-tree", "snowman"))
    wide = middle.box[2] - middle.box[0]
    around = [made.layout[one.id] for one in made.objects if one.rel is not None and one.rel.type == "around"]
    assert {one.x < middle.x for one in around} == {True, False}
    for one in around:
        assert abs(one.x - middle.x) > 0.3 * wide
        assert one.box[3] - one.box[1] > 0.24 * 1024
        assert one.box[0] >= 0
        assert one.box[2] <= 1024


@pytest.mark.parametrize(
    "prompt",
    [
        "a pyramid of apples",
        "一堆苹果",
        "six apples stacked in a pyramid",
        "桌子上有一堆苹果和一只猫",
    ],
)
def test_a_pyramid_has_three_layers_of_six(prompt: str) -> None:
    apples = of(composed(prompt), "apple")
    layers = sorted({round(placed.base) for _, placed in apples})
    assert [sum(round(placed.base) == layer for _, placed in apples) for layer in layers] == [1, 2, 3]


@pytest.mark.parametrize(("prompt", "rows"), [("six soldiers in two rows", 2), ("士兵站成两排", 2)])
def test_two_rows_are_two(prompt: str, rows: int) -> None:
    soldiers = of(composed(prompt), "soldier")
    assert len(soldiers) == 6
    assert len({placed.base for _, placed in soldiers}) == rows


def test_geese_fly_in_a_v() -> None:
    made = composed("a V of geese in the sky")
    geese = sorted((placed for _, placed in of(made, "goose")), key=lambda placed: placed.base)
    ahead = geese[len(geese) // 2]
    assert ahead.x in (min(one.x for one in geese), max(one.x for one in geese))
    assert min(one.box[1] for one in geese) >= 0


@pytest.mark.parametrize(
    "prompt",
    [
        "twin girls in the park",
        "双胞胎姐妹",
        "双胞胎姐妹在吃冰淇淋",
        "twin brothers playing football",
        "two identical white cats",
        "twin boys on a bench",
    ],
)
def test_twins_are_alike(prompt: str) -> None:
    one, other = (thing for thing in composed(prompt).objects if thing.kind in ("girl", "boy", "cat"))
    assert (one.kind, one.look, one.complexion) == (other.kind, other.look, other.complexion)


@pytest.mark.parametrize(
    ("prompt", "kind", "rows"),
    [
        ("nine trees in three rows", "tree", [3, 3, 3]),
        ("十二个士兵站成三排", "soldier", [4, 4, 4]),
        ("apples in a 3 by 4 grid", "apple", [4, 4, 4]),
        ("三排桌子", "dining-table", [3, 3, 3]),
        ("twelve pigs in 4 rows", "pig", [3, 3, 3, 3]),
    ],
)
def test_rows_are_as_many_as_are_told(prompt: str, kind: str, rows: list[int]) -> None:
    bases = [placed.base for _, placed in of(composed(prompt), kind)]
    assert [bases.count(base) for base in sorted(set(bases))] == rows


@pytest.mark.parametrize(
    ("prompt", "form", "count"),
    [
        ("roses in the shape of a heart", "heart", 12),
        ("蜡烛摆成心形", "heart", 12),
        ("ten balloons forming a heart", "heart", 10),
        ("seven chairs in a semicircle", "arc", 7),
        ("twelve candles in a spiral", "spiral", 12),
        ("six birds in a zigzag", "zigzag", 6),
        ("five penguins in a diagonal line", "diagonal", 5),
        ("企鹅两两一组", "pairs", 6),
        ("星星排成一个三角形", "triangle", 9),
    ],
)
def test_an_outline_hides_nobody(prompt: str, form: str, count: int) -> None:
    made = composed(prompt)
    formed = [made.layout[one.id] for one in made.objects if one.array == form]
    assert len(formed) == count == len(made.objects)
    spots = {(placed.x, placed.base) for placed in formed}
    assert len(spots) == count
    assert all(placed.box[0] >= 0 and placed.box[2] <= 1024 for placed in formed)


def test_one_thing_is_in_no_formation() -> None:
    assert [one.array for one in compose_scene("a cookie in the shape of a heart", ratio="1:1", seed=1, language="en").scene.objects] == [""]  # fmt: skip


def test_wild_geese_fly_in_a_v() -> None:
    made = composed("大雁排成人字形")
    assert [(one.kind, one.array, one.pose) for one in made.objects] == [("goose", "wedge", "fly")] * 5


@pytest.mark.parametrize("prompt", ["four cars, the left two are red", "四辆车，最左边两辆是红的"])
def test_who_is_told_by_place_stands_in_a_line(prompt: str) -> None:
    cars = sorted(of(composed(prompt), "car"), key=lambda one: one[1].x)
    assert [one.colour for one, _ in cars] == ["red", "red", "yellow", "yellow"]
    assert len({placed.base for _, placed in cars}) == 1


@pytest.mark.parametrize("prompt", ["ten balloons, half of them red", "十个气球，一半是红的"])
def test_the_rest_look_otherwise(prompt: str) -> None:
    assert [one.colour for one in composed(prompt).objects] == ["red"] * 5 + ["yellow"] * 5
