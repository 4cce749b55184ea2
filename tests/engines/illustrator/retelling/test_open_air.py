"""What is said of the open air: ponds, fences along the front, cars that are parked."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a cow and a sheep in a field => add a pond => put two ducks in the pond", ["Added: small pond", "Added: ducks × 2 – in the small pond"]),
        ("a barn on a farm => add a pond in front of the barn => make the pond bigger", ["Added: small pond – in front of the barn", "Changed: small pond – larger"]),
        ("两只羊在草地上 => 加个池塘 => 池塘里放两只鸭子 => 池塘去掉", ["加了：小池塘", "加了：鸭子 × 2——在小池塘里面", "去掉了：小池塘"]),
        ("a duck by a lake => add a pond", ["The picture is already like that"]),
        ("a street with a tree => park a blue car on the right", ["Added: car – blue, on the right"]),
        ("a house => park a red car in front", ["Added: car – red, in front of the house"]),
        ("一条街上有棵树 => 右边停一辆蓝色汽车 => 把车停到左边", ["加了：汽车——蓝色", "移动了：汽车——往左"]),
        ("a cow and a sheep in a field => put a white picket fence across the front", ["Added: long fence – white, in front of the sheep and the cow"]),
        ("三只小猪 => 前面围一圈木栅栏", ["加了：长栅栏——木头做的、在小猪前面"]),
    ],
)  # fmt: skip
def test_it_is_on_the_ground_that_is_there(talked: str, told: list[str]) -> None:
    assert [answer.told for answer in talk(talked)] == told


def test_a_fence_across_the_front_is_before_all() -> None:
    scene = talk("a cow and a sheep in a field => put a fence across the front")[0].scene
    fence = scene.layout[scene.objects[-1].id].box
    others = [scene.layout[one.id].box for one in scene.objects[:-1]]
    assert fence[2] - fence[0] > max(box[2] - box[0] for box in others)
    assert all(fence[3] > box[3] for box in others)


@pytest.mark.parametrize(
    ("talked", "says"),
    [
        ("a small shop on a street => put a sign over the door that says BOOKS", "BOOKS"),
        ("a bakery => add a sign on it that reads Fresh Bread", "Fresh Bread"),
        ('a bakery => change the sign to "Open"', "Open"),
        ("街边的一家小店 => 门上挂块招牌写着“老王包子”", "老王包子"),
    ],
)
def test_the_sign_over_a_shop_is_its_own(talked: str, says: str) -> None:
    scene = talk(talked)[0].scene
    assert [one.says for one in scene.objects] == [says]


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("爸爸妈妈和儿子在吃饭 => 妈妈旁边再坐个小女孩", "加了：小女孩——在妈妈左边"),
        (
            "a mom and a dad on a bench in the park => add a girl beside mom",
            "Added: girl – sitting, beside the mom",
        ),
    ],
)
def test_nobody_is_beside_one_behind_a_third(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("码头上停着一艘船", ["boat"]),
        ("码头工人在搬箱子", ["construction-worker", "box"]),
        ("码头上有集装箱", ["shipping-container"]),
        ("海边的码头，停着几艘渔船", ["rowing-boat"] * 3),
    ],
)
def test_a_quay_is_that_of_a_harbour(wish: str, kinds: list[str]) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "harbour"
    assert [one.kind for one in scene.objects] == kinds


def test_who_sits_on_a_jetty_does() -> None:
    assert first_picture("一只猫坐在码头上钓鱼").objects[0].kind == "pier"


def test_what_comes_to_the_quay_stands_on_it() -> None:
    _, second = talk("繁忙的码头 => 码头上来个工人 => 码头边停艘渔船")
    assert [one.kind for one in second.scene.objects] == ["construction-worker", "rowing-boat"]
    assert second.scene.env.place == "harbour"
