"""More of what is there, by the last word of its name; who is chased comes, too; a harbour has the boats that are told."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.engines.illustrator.told import changed, first_picture


def _kinds(wish: str, edit: str) -> Counter[str]:
    return Counter(one.kind for one in changed(first_picture(wish), edit).scene.objects)


def test_two_more_balloons_are_hot_air_balloons() -> None:
    assert _kinds("a hot air balloon over a valley", "add two more balloons") == {"hot-air-balloon": 3}


def test_more_of_a_kind_of_its_own_stay_what_they_are() -> None:
    assert _kinds("a boy holding a balloon", "add two more balloons")["balloon"] == 3


@pytest.mark.parametrize(
    ("wish", "edit", "whom", "who"),
    [
        ("奶奶在花园里浇水", "加一只小狗追蝴蝶", "butterfly", "dog"),
        ("草地", "画一只猫追一只老鼠", "mouse", "cat"),
    ],
)
def test_who_is_chased_comes_too(wish: str, edit: str, whom: str, who: str) -> None:
    found = _kinds(wish, edit)
    assert (found[whom], found[who]) == (1, 1)


def test_who_is_there_is_chased() -> None:
    assert _kinds("一只猫", "来一只狗追着猫跑") == {"cat": 1, "dog": 1}


@pytest.mark.parametrize(
    ("wish", "count"),
    [
        ("a busy harbour with three fishing boats", 3),
        ("two boats in the harbour", 2),
    ],
)
def test_the_boats_of_a_harbour(wish: str, count: int) -> None:
    assert len(first_picture(wish).objects) == count
