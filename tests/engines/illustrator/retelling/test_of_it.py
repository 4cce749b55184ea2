"""First wishes that tell who does something with "it", what an event is about, and what is on a table."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


def kinds_in(wish: str) -> list[str]:
    return sorted(one.kind for one in first_picture(wish).objects)


def test_an_event_is_no_guest_of_its_own() -> None:
    wish = "penguin wedding: two penguins, one with a veil and one with a top hat"
    assert kinds_in(wish).count("penguin") == 2


def test_what_a_table_has_is_in_nobodys_hands() -> None:
    scene = first_picture("dad and daughter at a table with two pumpkins")
    table = next(one.id for one in scene.objects if "table" in one.kind)
    assert [one.rel and one.rel.to for one in scene.objects if one.kind == "pumpkin"] == [table] * 2


@pytest.mark.parametrize(
    "wish", ["three students throwing their caps in the air", "a boy throwing a ball into the air"]
)
def test_who_throws_something_up_stays_on_the_ground(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place != "sky"
    assert "throw" in {one.pose for one in scene.objects}


def test_who_serves_at_tennis_has_a_racket() -> None:
    assert kinds_in("a tennis match, a woman serving").count("tennis-racket") == 1


def test_no_duck_is_on_the_bench() -> None:
    scene = first_picture("a girl feeding ducks at a pond with her grandfather on a bench")
    bench = next(one.id for one in scene.objects if one.kind == "bench")
    on = [one.label for one in scene.objects if one.rel is not None and one.rel.to == bench]
    assert on == ["grandfather"]
