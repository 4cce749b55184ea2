from __future__ import annotations

import pytest

from paintover.engines.illustrator.grammar.mention import SALIENT
from paintover.engines.illustrator.grammar.parse import parse


@pytest.mark.parametrize(
    ("text", "figure", "type_", "ground", "part"),
    [
        ("牛的头上顶着锅盖", "锅盖", "carry", "牛", "head"),
        ("牛的脸上遮个布", "布", "cover", "牛", "face"),
        ("用布遮住牛的脸", "布", "cover", "牛", "face"),
        ("给牛一顶帽子", "帽子", "attach", "牛", None),
        ("戴草帽的狗", "草帽", "wear", "狗", None),
        ("女孩骑着马", "女孩", "ride", "马", None),
        ("狗在猫的左边", "狗", "left", "猫", None),
        ("桌子上有苹果", "苹果", "on", "桌子", None),
        ("cover the ox with a cloth", "cloth", "cover", "ox", None),
        ("give the ox a hat", "hat", "attach", "ox", None),
        ("add a hat to the ox", "hat", "attach", "ox", None),
        ("a girl riding a horse", "girl", "ride", "horse", None),
        ("a dog in a hat", "hat", "wear", "dog", None),
        ("a vase of roses", "roses", "inside", "vase", None),
        ("on the table there is a cup", "cup", "on", "table", None),
    ],
)
def test_each_way_to_tie_two_things(
    text: str, figure: str, type_: str, ground: str, part: str | None
) -> None:
    said = parse(text)
    (link,) = said.links
    found = (said.mentions[link.figure].label, link.type, said.mentions[link.ground].label, link.part)
    assert found == (figure, type_, ground, part)


@pytest.mark.parametrize("text", ["头上戴个帽子", "给它戴个帽子", "give it a hat", "add a hat on its head"])
def test_what_the_talk_is_about_is_left_to_the_picture(text: str) -> None:
    (link,) = parse(text).links
    assert link.ground == SALIENT


def test_the_subject_of_a_clause_is_known_in_the_next() -> None:
    said = parse("一只狗，戴着帽子，坐在沙发上")
    labels = {(said.mentions[link.figure].label, said.mentions[link.ground].label) for link in said.links}
    assert ("帽子", "狗") in labels


def test_nothing_stands_to_itself_even_in_a_ring() -> None:
    said = parse("牛在马的左边，马在牛的左边")
    grounds = {link.figure: link.ground for link in said.links}
    assert all(grounds.get(ground) != figure for figure, ground in grounds.items())


@pytest.mark.parametrize(
    ("text", "who", "ground"),
    [
        ("a doctor and a nurse in a hospital room with a patient in bed", "patient", "bed"),
        ("a man and a woman with a boy lying on a bed", "boy", "bed"),
        ("a dog and a cat with a baby in a cradle", "baby", "cradle"),
        ("a father and a mother with a baby in a stroller", "baby", "stroller"),
        ("a nurse with an old man in a wheelchair", "old man", "wheelchair"),
        ("a girl and a boy with a puppy in a box", "puppy", "box"),
        ("a doctor talking to a patient in bed", "patient", "bed"),
        ("a mother reading to a child in bed", "child", "bed"),
        ("妈妈给躺在床上的孩子讲故事", "孩子", "床"),
        ("爸爸推着婴儿车，里面坐着宝宝", "宝宝", "婴儿车"),
        ("小男孩抱着盒子，里面有一只小猫", "小猫", "盒子"),
    ],
)
def test_only_who_was_named_last_is_in_what_holds_one(text: str, who: str, ground: str) -> None:
    said = parse(text)
    inside = [
        (said.mentions[link.figure].label, said.mentions[link.ground].label)
        for link in said.links
        if link.type in ("on", "inside")
    ]
    assert inside == [(who, ground)]
    assert {one.label for one in said.mentions if one.pose == "lie"} <= {who}
