"""What is wanted at the window of a room's own: outside of it, on its sill, or on the floor before it."""

import pytest

from paintover.engines.illustrator.backdrops import wall_of
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.told import first_picture


def _language(words: str) -> str:
    return "en" if words.isascii() else "zh"


def _edited(scene: Scene, edit: str) -> tuple[Scene, tuple[str, ...]]:
    done = edit_scene(edit, [scene], ratio="1:1", seed=1, language=_language(edit))  # type: ignore[arg-type]
    return arrange(done.scene, former=done.former), done.notes


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "where"),
    [
        ("a living room with a sofa", "fireworks outside the window", "fireworks", "outside"),
        ("a living room with a sofa", "add a moon in the window", "moon", "outside"),
        ("a bedroom with a bed", "there is a snowman outside the window", "snowman", "outside"),
        ("客厅里有一张沙发", "窗外放烟花", "fireworks", "outside"),
        ("客厅里有一张沙发", "外面有一个雪人", "snowman", "outside"),
        ("卧室里有一张床", "窗外是大海", "sea-view", "outside"),
        ("a living room with a sofa", "add a cat on the windowsill", "cat", "sill"),
        ("客厅里有一张沙发", "窗台上趴着一只猫", "cat", "sill"),
        ("a living room with a sofa", "put a chair in front of the window", "chair", "window"),
        ("卧室里有一张床", "在窗户旁边放一把椅子", "chair", "window"),
    ],
)
def test_what_comes_is_at_the_window_that_the_room_has(wish: str, edit: str, kind: str, where: str) -> None:
    before = first_picture(wish, seed=1)
    after, notes = _edited(before, edit)
    came = [one for one in after.objects if before.thing(one.id) is None]
    assert [(one.kind, one.where) for one in came] == [(kind, where)]
    assert notes == ()


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_what_is_outside_is_seen_within_a_window(seed: int) -> None:
    after, _ = _edited(first_picture("a bedroom with a bed", seed=seed), "add a moon outside the window")
    drawn = draw(after).scene
    left, top, right, bottom = drawn.layout["o2"].box
    assert right > left
    assert any(
        x0 <= left and y0 <= top and right <= x1 + 1 and bottom <= y1 + 1
        for x0, y0, x1, y1 in (one.box for one in wall_of(drawn.env, drawn.seed, *scene_size(drawn)).openings)
    )


def test_a_window_that_was_told_is_the_one_that_is_meant() -> None:
    before = first_picture("一个女孩坐在窗边看书", seed=1)
    after, _ = _edited(before, "窗外放烟花")
    (came,) = [one for one in after.objects if before.thing(one.id) is None]
    assert came.rel is not None
    assert (came.kind, came.rel.type, after.thing(came.rel.to).kind) == ("fireworks", "inside", "bay-window")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("edit", "time", "weather"),
    [
        ("make it night outside", "night", "clear"),
        ("sunset outside the window", "sunset", "clear"),
        ("让外面变成晚上", "night", "clear"),
        ("窗外下雪了", "day", "snow"),
    ],
)
def test_the_hour_and_the_weather_outside_are_those_of_the_picture(
    edit: str, time: str, weather: str
) -> None:
    after, notes = _edited(first_picture("a living room with a sofa", seed=1), edit)
    assert (after.env.time, after.env.weather, notes) == (time, weather, ())


def test_a_room_without_a_window_gets_one_and_says_so() -> None:
    scene = first_picture("a library with a girl reading", seed=1)
    seed = next(seed for seed in range(1, 9) if not wall_of(scene.env, seed, 1024, 1024).openings)
    after, notes = _edited(
        first_picture("a library with a girl reading", seed=seed), "a cat outside the window"
    )
    assert {"bay-window", "cat"} <= {one.kind for one in after.objects}
    assert notes


def test_the_answer_says_where_it_is() -> None:
    before = first_picture("a living room with a sofa", seed=1)
    after, _ = _edited(before, "fireworks outside the window")
    assert account([before], after, "en") == "Added: fireworks – outside the window"


def test_fireworks_are_let_off_in_a_picture_that_is_there() -> None:
    after, _ = _edited(first_picture("公园里一个男孩", seed=1), "天上放烟花")
    assert [one.kind for one in after.objects] == ["boy", "fireworks"]
