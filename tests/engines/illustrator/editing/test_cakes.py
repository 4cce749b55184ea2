"""Cakes with icing of a colour, candles blown out, and gifts and balloons that come to them."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.retelling.candles import blown_out, told_of_the_icing
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "colour"),
    [
        ("a birthday cake with pink icing", "pink"),
        ("a big cake with white frosting and strawberries", "white"),
        ("粉色奶油的生日蛋糕", "pink"),
        ("生日蛋糕,上面插着五根蜡烛,粉色奶油", "pink"),
        ("一个蓝色奶油的蛋糕", "blue"),
    ],
)
def test_a_cake_has_the_colour_of_its_icing(wish: str, colour: str) -> None:
    cakes = [one for one in first_picture(wish).objects if "cake" in one.kind]
    assert [one.colour for one in cakes] == [colour]


def test_words_without_icing_stay_as_they_are() -> None:
    for wish in ("a cake with two candles", "a bowl of ice cream with cream", "一个奶油蛋糕", "一杯奶油咖啡"):
        assert told_of_the_icing(wish) == wish


@pytest.mark.parametrize(
    ("wish", "told", "colour"),
    [
        ("a birthday cake", "make the icing pink", "pink"),
        ("a birthday cake", "change the frosting to blue", "blue"),
        ("a birthday cake with three candles", "give it yellow icing", "yellow"),
        ("生日蛋糕", "把奶油换成粉色", "pink"),
        ("一个蛋糕", "奶油改成浅蓝色", "light-blue"),
        ("一个蛋糕", "换成绿色的奶油", "green"),
    ],
)
def test_another_icing_is_another_colour(wish: str, told: str, colour: str) -> None:
    answer = changed(first_picture(wish), told)
    assert [one.colour for one in answer.scene.objects if "cake" in one.kind] == [colour]
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("clause", "out"),
    [
        ("blow the candles out", True),
        ("please blow out all the candles", True),
        ("put out the candle", True),
        ("把蜡烛吹灭", True),
        ("蜡烛都吹灭了", True),
        ("light the candles again", False),
        ("把蜡烛点上", False),
        ("put two candles on the cake", None),
        ("蜡烛减到三根", None),
        ("she blows out the candles", None),
    ],
)
def test_candles_that_are_to_go_out_are_told_from_others(clause: str, out: bool | None) -> None:
    assert blown_out(clause) is out


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a birthday cake", "birthday-cake"),
        ("a cake with six candles", "birthday-candle"),
        ("桌上有一根蜡烛", "candle"),
    ],
)
def test_candles_go_out_and_burn_again(wish: str, kind: str) -> None:
    before = first_picture(wish)
    out = changed(before, "blow the candles out")
    again = changed(out.scene, "light the candles")
    for old, dark, lit in zip(before.objects, out.scene.objects, again.scene.objects, strict=True):
        if old.kind == kind:
            assert figure_of(dark).body != figure_of(old).body
            assert figure_of(lit).body == figure_of(old).body
    assert out.notes == again.notes == ()


def test_two_boxes_each_of_its_colour_come_to_the_cake() -> None:
    for talked in (
        "a birthday cake => put two gift boxes beside it, one red and one green",
        "生日蛋糕,上面插着五根蜡烛 => 旁边放两个礼物盒,一个红的一个绿的",
    ):
        (answer,) = talk(talked)
        (cake,) = (one.id for one in answer.scene.objects if "cake" in one.kind)
        gifts = [one for one in answer.scene.objects if one.kind == "gift"]
        assert sorted(one.colour or "" for one in gifts) == ["green", "red"]
        assert [one.rel and (one.rel.type, one.rel.to) for one in gifts] == [("beside", cake)] * 2
        assert answer.notes == ()


@pytest.mark.parametrize("edit", ["put some balloons behind it", "put three balloons behind the cake"])
def test_balloons_behind_a_cake_are_seen(edit: str) -> None:
    answer = changed(first_picture("a birthday cake"), edit)
    balloons = {one.id for one in answer.scene.objects if one.kind == "balloon"}
    assert len(balloons) == 3
    assert not hidden(draw(answer.scene), balloons)


def test_what_comes_behind_after_gifts_is_behind_the_cake() -> None:
    *_, answer = talk("一个蛋糕 => 旁边放一个礼物 => 后面加三个气球")
    (cake,) = (one.id for one in answer.scene.objects if one.kind == "cake")
    behind = {one.rel.to for one in answer.scene.objects if one.kind == "balloon" and one.rel is not None}
    assert behind == {cake}


def test_words_of_a_cake_stand_on_it_and_can_be_changed() -> None:
    wish = "a birthday cake with five candles and the words Happy Birthday Emma"
    scene = first_picture(wish)
    assert scene.caption is None
    assert [one.says for one in scene.objects if one.says] == ["Happy Birthday Emma"]
    after = changed(scene, "change Emma to Oliver").scene
    assert [(one.kind, one.says) for one in after.objects if one.says] == [("cake", "Happy Birthday Oliver")]


def test_words_of_a_card_stand_on_the_card() -> None:
    scene = first_picture("a birthday card with a cake and the words Happy Birthday")
    assert scene.caption == "Happy Birthday"
    assert not any(one.says for one in scene.objects)


@pytest.mark.parametrize("many", [3, 5, 7])
def test_candles_stand_apart_all_over_the_cake(many: int) -> None:
    scene = changed(first_picture("一个蛋糕"), f"插{many}根蜡烛").scene
    boxes = sorted(scene.layout[one.id].box for one in scene.objects if one.kind == "birthday-candle")
    cake = next(scene.layout[one.id].box for one in scene.objects if one.kind == "cake")
    assert len(boxes) == many
    assert all(cake[0] < box[0] and box[2] < cake[2] for box in boxes)
    assert boxes[-1][2] - boxes[0][0] > 0.35 * (cake[2] - cake[0])
    assert boxes[0][3] - boxes[0][1] > 0.3 * (cake[3] - cake[1])
