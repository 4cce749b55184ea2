from __future__ import annotations

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.cast import MAX_THINGS, Cast
from tests.engines.illustrator.editing.test_edit import laid_out


def cast(prompt: str) -> Cast:
    scene: Scene = compose_scene(prompt, ratio="1:1", seed=1, language="en").scene
    return Cast(laid_out(scene))


def test_dropping_takes_along_what_hangs_on_a_thing() -> None:
    things = cast("a dog wearing a hat, a cat to the left of the dog")
    dog = next(key for key, thing in things.things.items() if thing.kind == "dog")
    things.drop(dog)
    (cat,) = things.things.values()
    assert (cat.kind, cat.rel) == ("cat", None)
    assert set(things.layout) == {cat.id}


def test_an_id_is_new_even_after_a_drop() -> None:
    things = cast("a dog and a cat")
    things.drop("o2")
    assert things.next_id() == "o3"


def test_sides_follow_the_layout() -> None:
    things = cast("three apples")
    apples = list(things.things.values())
    assert [things.at_side(apples, side).id for side in ("left", "middle", "right")] == ["o1", "o2", "o3"]


def test_a_full_picture_takes_no_more() -> None:
    things = cast("an apple")
    model = things.things["o1"]
    added = [things.new_thing(model) for _ in range(MAX_THINGS)]
    assert added[-1] is None
    assert len(things.things) == MAX_THINGS
    assert things.crowded


def test_nothing_leaves_the_picture_to_the_left() -> None:
    things = cast("an apple")
    for _ in range(20):
        things.shift("o1", "left")
    assert things.layout["o1"].box[0] == 0


def test_a_change_to_what_is_already_so_is_none() -> None:
    things = cast("a red apple")
    things.change("o1", colour="red")
    assert not things.changed
    things.change("o1", colour="green")
    assert list(things.touched) == ["o1"]
