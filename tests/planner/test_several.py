"""Requests that ask for several different things in one answer."""

from __future__ import annotations

import asyncio

import pytest

from paintover.domain.call import Plan
from paintover.planner.offline import OfflinePlanner
from paintover.planner.protocol import Wishes
from paintover.transcript.messages import read_conversation
from tests.planner.conversations import answered, asked, gen

CATS = [asked("画一只猫"), answered("画一只猫", 1), asked("戴个帽子"), answered("戴个帽子", 2, source=1)]
CARS = [asked("a car in a street"), answered("a car in a street", 1), asked("a boat"), answered("a boat", 2)]


def planned(messages: list[dict[str, object]], text: str) -> list[Plan]:
    plan = asyncio.run(OfflinePlanner().plan(read_conversation([*messages, asked(text)]), Wishes()))
    return [plan, *plan.more]


@pytest.mark.parametrize(
    ("messages", "text", "prompt"),
    [
        (CATS, "给每张都加个边框", "加个边框"),
        (CATS, "所有图片都改成水彩画", "改成水彩画"),
        (CARS, "add a white border to every picture", "add a white border"),
        (CARS, "make each one darker", "darker"),
        (CARS, "put a red frame on all the pictures", "put a red frame"),
        (CARS, "put a camel in each of them", "put a camel"),
        (CARS, "make both pictures ink wash", "ink wash"),
        (CARS, "make both of them ink wash", "ink wash"),
        (CATS, "两张图都改成水墨风格", "改成水墨风格"),
        (CARS, "both at night", "at night"),
    ],
)
def test_each_picture_is_changed_in_its_turn(
    messages: list[dict[str, object]], text: str, prompt: str
) -> None:
    plans = planned(messages, text)
    assert [plan.call.sources for plan in plans] == [(gen(1),), (gen(2),)]
    assert {plan.call.prompt for plan in plans} == {prompt}
    assert [plan.evidence.chosen[0].ordinal for plan in plans] == [1, 2]


@pytest.mark.parametrize(
    ("text", "prompt"),
    [("都改成晚上", "改成晚上"), ("三张都加一只兔子", "加一只兔子"), ("make them all darker", "darker")],
)
def test_all_of_a_batch_are_its_pictures(text: str, prompt: str) -> None:
    messages = [
        asked("画一只猫"),
        answered("画一只猫", 1),
        asked("三只狐狸，来三张"),
        answered("三只狐狸", 2, 3, 4),
    ]
    plans = planned(messages, text)
    assert [(plan.call.sources, plan.call.n, plan.call.prompt) for plan in plans] == [
        ((gen(one),), 1, prompt) for one in (2, 3, 4)
    ]


def test_a_list_is_drawn_item_by_item() -> None:
    plans = planned(CARS, "make three: one in red, one in blue, and one of the first picture at night")
    assert [plan.call.prompt for plan in plans] == ["in red", "in blue", "at night"]
    assert [plan.call.sources for plan in plans] == [(gen(2),), (gen(2),), (gen(1),)]
    assert [plan.call.n for plan in plans] == [1, 1, 1]


def test_a_list_of_new_things_draws_each_anew() -> None:
    plans = planned([], "画三张：一张猫，一张戴帽子的狗，一张下雪的街道")
    assert [plan.call.prompt for plan in plans] == ["猫", "戴帽子的狗", "下雪的街道"]
    assert {plan.call.action for plan in plans} == {"generate"}


@pytest.mark.parametrize(
    ("messages", "text"),
    [
        (CATS, "给它加个边框"),
        (CATS, "来三张：一张红的，一张蓝的"),  # three were announced and two were told
        (CARS, "put all of them together"),
        (CARS, "draw three cats, one with a hat"),
        (CARS, "three different versions please"),
        (CARS, "make every wheel bigger"),
        ([], "给每张都加个边框"),
        (CARS, "a poster that says \"each picture\""),
    ],
)  # fmt: skip
def test_anything_else_stays_one_call(messages: list[dict[str, object]], text: str) -> None:
    assert len(planned(messages, text)) == 1


BIRDS = [asked("three birds"), answered("three birds", 1), asked("add a nest"), answered("add a nest", 2, source=1)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "prompt"),
    [("all of them red", "all of them red"), ("add two more", "add two more"), ("add another two", "add another two")],
)  # fmt: skip
def test_things_in_the_last_picture_are_no_pictures(text: str, prompt: str) -> None:
    (plan,) = planned(BIRDS, text)
    assert (plan.call.sources, plan.call.n, plan.call.prompt) == ((gen(2),), 1, prompt)


def test_all_of_them_are_pictures_where_they_came_from_different_ones() -> None:
    assert [plan.call.sources for plan in planned(CARS, "all of them red")] == [(gen(1),), (gen(2),)]


@pytest.mark.parametrize("lead", ["what about", "how about", "and what about"])
def test_what_only_introduces_a_picture_is_dropped(lead: str) -> None:
    (plan,) = planned(BIRDS, f"{lead} the first one but in winter?")
    assert (plan.call.sources, plan.call.prompt) == ((gen(1),), "in winter")


def test_so_many_are_the_last_ones() -> None:
    messages = [*CARS, asked("a dog"), answered("a dog", 3)]
    assert [plan.call.sources for plan in planned(messages, "两张都改成晚上")] == [(gen(2),), (gen(3),)]
