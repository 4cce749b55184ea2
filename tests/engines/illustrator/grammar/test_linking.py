"""What is tied to what: with what is in a vessel, several of one kind, and who is inside."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture


def _tied(scene: Scene) -> set[tuple[str, str, str]]:
    return {
        (one.kind, one.rel.type, getattr(scene.thing(one.rel.to), "kind", ""))
        for one in scene.objects
        if one.rel is not None
    }


@pytest.mark.parametrize(
    ("wish", "tied"),
    [
        (
            "a kitchen table with tomatoes in a bowl",
            {("bowl", "on", "dining-table"), ("tomato", "inside", "bowl")},
        ),
        (
            "a table with apples in a basket",
            {("basket", "on", "dining-table"), ("apple", "inside", "basket")},
        ),
        ("a park bench with flowers in a vase", {("vase", "on", "bench"), ("flower", "inside", "vase")}),
        ("a girl with flowers in a basket", {("basket", "hold", "girl"), ("flower", "inside", "basket")}),
        ("a desk with pencils in a cup", {("cup", "on", "desk"), ("pencil", "inside", "cup")}),
        # what is had lies on what was named last
        ("a painting above a sofa with a cat", {("picture", "above", "couch"), ("cat", "on", "couch")}),
        (
            "a girl next to a table with a cake",
            {("girl", "beside", "dining-table"), ("cake", "on", "dining-table")},
        ),
        (
            "a dog under a table with a cake",
            {("dog", "below", "dining-table"), ("cake", "on", "dining-table")},
        ),
        ("a girl next to a bench with a dog", {("girl", "beside", "bench"), ("dog", "beside", "girl")}),
        # who finds room there is in it
        ("a cat with a ball of yarn in a basket", {("cat", "inside", "basket"), ("yarn", "hold", "cat")}),
        ("a dog with a ball in a bathtub", {("dog", "inside", "bathtub"), ("ball", "hold", "dog")}),
    ],
)
def test_what_lies_in_a_vessel_is_what_is_had(wish: str, tied: set[tuple[str, str, str]]) -> None:
    assert _tied(first_picture(wish)) == tied


@pytest.mark.parametrize("wish", ["tomatoes", "hay bales", "potatoes", "mangoes", "sky lanterns", "brownies"])
def test_several_are_drawn_one_by_one(wish: str) -> None:
    assert len(first_picture(wish).objects) == 3


@pytest.mark.parametrize("wish", ["cherries", "grapes", "olives"])
def test_what_hangs_together_is_one_drawing(wish: str) -> None:
    assert len(first_picture(wish).objects) == 1


@pytest.mark.parametrize(
    ("wish", "host"),
    [
        ("a cage with a bird inside", "bare-bird-cage"),
        ("a jar with fireflies inside", "jar"),
        ("a kennel with a dog inside", "dog-house"),
        ("a castle with a dragon inside", "castle"),
        ("a tent with two kids inside", "tent"),
    ],
)
def test_who_is_told_to_be_inside_is_in_there(wish: str, host: str) -> None:
    assert {(type_, to) for _, type_, to in _tied(first_picture(wish))} == {("inside", host)}


def test_what_is_outside_is_before_the_house() -> None:
    assert ("cat", "front", "house") in _tied(first_picture("a house with a cat outside and a dog"))
    barn = first_picture("a barn with hay bales and a tractor outside")
    assert {one.kind for one in barn.objects} == {"barn", "hay-bale", "tractor"}


def test_the_answer_tells_who_stays_outside_a_house_without_windows() -> None:
    answer = changed(first_picture("a church"), "put a nun in the church")
    assert answer.notes == ("“in the church” could not be drawn: the nun is beside it",)
    assert changed(first_picture("a barn"), "put a horse in the barn").notes == ()


@pytest.mark.parametrize(
    ("wish", "host"),
    [
        ("a red barn in the snow with a horse looking out", "barn"),
        ("a tent with a kid peeking out", "tent"),
        ("a castle by the sea with a princess looking out", "castle"),
        ("a box with a kitten peeking out", "box"),
    ],
)
def test_who_looks_out_is_inside(wish: str, host: str) -> None:
    assert {(type_, to) for _, type_, to in _tied(first_picture(wish))} == {("inside", host)}


def test_a_cat_on_a_pile_of_books_is_behind_no_desk() -> None:
    assert ("cat", "on", "books") in _tied(first_picture("a cat sleeping on a pile of books"))
