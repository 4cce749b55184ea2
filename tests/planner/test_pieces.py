"""What is only named goes into the picture of what it belongs to; what has a place or a design of its own is drawn anew."""

from __future__ import annotations

import pytest

from tests.planner.conversations import gen, history, planned


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("a pirate", "a wooden treasure chest"),
        ("an old man on a bench", "a wooden cane"),
        ("a mermaid on a rock", "two small crabs"),
        ("a birthday cake", "five blue candles"),
        ("a harbour with boats", "some fog maybe"),
        ("a dog on a hill", "a tall castle in the distance"),
        ("a snowy street", "a few people with umbrellas"),
        ("a lion", "a baby giraffe next to it"),
        ("a park", "two girls laughing"),
        ("a scarf", "a blue one please"),
        ("an elephant at the zoo", "a kid with a balloon"),
        ("a violinist on a roof", "a crescent moon"),
        ("一碗拉面", "两片叉烧"),
        ("一张餐桌", "一瓶红酒"),
        ("一条龙在城堡上空", "再大一点的"),
        ("客厅里有一张沙发", "沙发上的小狗"),
        ("一只狐狸", "蓬松的尾巴"),
    ],
)
def test_a_piece_of_what_is_there_is_an_edit(before: str, said: str) -> None:
    assert planned(history((before, None)), said).call.sources == (gen(1),)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("a beach", "ein Surfbrett mit Hibiskusmuster"),
        ("a fairy in a forest", "a golden crown on a velvet cushion"),
        ("a king", "a queen"),
        ("a plate", "a cup"),
        ("a cat in the garden", "a dog with a ball in front of it"),
        ("two kids on a seesaw", "a tiger cub licking its paw"),
        ("a mountain lake", "a pirate ship"),
        ("一只猫", "一辆红色自行车"),
        ("a girl reading in a library", "a spaceship flying past saturn"),
        ("小朋友堆雪人", "乌龟和兔子赛跑"),
        ("武士的肖像", "一盘水果"),
    ],
)
def test_what_is_by_itself_is_drawn_anew(before: str, said: str) -> None:
    assert planned(history((before, None)), said).call.sources == ()
