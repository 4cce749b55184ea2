"""Under umbrellas, mushrooms and leaves one is below the roof; who hugs and has no arms stands close."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.canopy import canopy_frame
from paintover.engines.illustrator.staging.layout import arrange, frame_from


def staged(prompt: str) -> Scene:
    language = "zh" if prompt[0] > "一" else "en"
    composed = compose_scene(prompt, ratio="1:1", seed=7, language=language)  # type: ignore[arg-type]
    assert not composed.notes
    return arrange(composed.scene)


@pytest.mark.parametrize(
    ("prompt", "roof"),
    [
        ("a hen under an umbrella", "umbrella"),
        ("a hen holding an umbrella", "umbrella"),
        ("a duck holding an umbrella in the rain", "umbrella"),
        ("a cat sheltering under a mushroom", "mushroom"),
        ("a frog sitting under a mushroom", "mushroom"),
        ("a mouse under a big leaf", "leaf"),
        ("a frog under a lotus leaf", "leaf"),
        ("一只猫在雨伞下面", "umbrella"),
        ("一只青蛙坐在蘑菇下面", "mushroom"),
    ],
)
def test_the_roof_is_over_the_head_and_reaches_down_beside_it(prompt: str, roof: str) -> None:
    scene = staged(prompt)
    over = next(one for one in scene.objects if one.kind == roof)
    who = next(one for one in scene.objects if one.kind != roof)
    left, top, right, bottom = scene.layout[over.id].box
    x0, y0, x1, y1 = scene.layout[who.id].box
    assert left - 20 < (x0 + x1) / 2 < right + 20
    assert top < y0 < bottom  # not above its stick
    assert y0 - top > 0.25 * (bottom - top)
    assert right - left > 0.9 * (x1 - x0)
    assert y1 >= bottom - 2 or scene.layout[who.id].base > bottom


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("two cats hugging", ("cat", "cat")),
        ("two penguins holding hands", ("penguin", "penguin")),
        ("a cat kissing a mouse", ("cat", "mouse")),
        ("a cat hugging a dog", ("cat", "dog")),
        ("两只小猫拥抱在一起", ("cat", "cat")),
    ],
)
def test_who_hugs_without_arms_touches_and_faces_the_other(prompt: str, kinds: tuple[str, str]) -> None:
    scene = staged(prompt)
    assert sorted(one.kind for one in scene.objects) == sorted(kinds)
    one, other = sorted((scene.layout[thing.id] for thing in scene.objects), key=lambda placed: placed.x)
    assert one.box[2] > other.box[0]
    assert one.flip
    assert not other.flip


def test_a_cub_is_its_mothers() -> None:
    scene = staged("a mother bear hugging her cub")
    assert [one.kind for one in scene.objects] == ["bear", "bear"]


@pytest.mark.parametrize(
    "prompt",
    [
        "two girls under one umbrella",
        "a boy and a girl sharing an umbrella",
        "两个人共打一把伞",
        "妈妈和女儿一起撑一把伞",
        "两个女孩撑着同一把红伞",
        "一对情侣手牵手在雨中打伞散步",
        "妈妈和儿子在雨中打着一把伞",
    ],
)
def test_two_hold_one_umbrella_that_is_over_both(prompt: str) -> None:
    made = staged(prompt)
    umbrellas = [one for one in made.objects if one.kind == "umbrella"]
    assert len(umbrellas) == 1
    rel = umbrellas[0].rel
    assert rel is not None
    others = [one.id for one in made.objects if one.id not in (rel.to, umbrellas[0].id)]
    assert len(others) == 1
    left, top, right, bottom = made.layout[umbrellas[0].id].box
    for key in (rel.to, others[0]):
        assert left < made.layout[key].x < right
        assert made.layout[key].box[1] > top + 0.3 * (bottom - top)
        assert next(one.pose for one in made.objects if one.id == key) == "share"


@pytest.mark.parametrize(
    "prompt", ["小女孩在雨中撑着伞走路", "a man holding an umbrella", "a girl standing with a red umbrella", "一位老奶奶打着伞坐在长椅上"]
)  # fmt: skip
def test_a_canopy_is_above_the_eyes_of_who_holds_it(prompt: str) -> None:
    made = staged(prompt)
    (umbrella,) = (one for one in made.objects if one.kind == "umbrella")
    holder = next(one for one in made.objects if umbrella.rel is not None and one.id == umbrella.rel.to)
    left, top, right, bottom = made.layout[umbrella.id].box
    placed, figure = made.layout[holder.id], figure_of(holder)
    x, eyes = frame_from(placed, figure).point(figure.anchors.eye)
    assert left < x < right
    assert eyes > top + 0.45 * (bottom - top)


@pytest.mark.parametrize(
    "prompt", ["two rabbits under a mushroom", "two squirrels under one mushroom", "蘑菇下面有两只兔子"]
)
def test_two_under_one_mushroom_are_seen_both(prompt: str) -> None:
    made = staged(prompt)
    first, second = (made.layout[one.id].x for one in made.objects if one.kind != "mushroom")
    assert abs(first - second) > 100


@pytest.mark.parametrize(
    "prompt",
    [
        "a girl with a red umbrella dancing in the rain",
        "a man running through the rain with an umbrella",
        "a woman with an umbrella waving",
        "两个女孩打着伞在雨里奔跑",
    ],
)
def test_who_dances_or_runs_has_the_canopy_over_the_head(prompt: str) -> None:
    scene = staged(prompt)
    for umbrella in (one for one in scene.objects if one.kind == "umbrella"):
        holder = scene.thing(umbrella.rel.to) if umbrella.rel is not None else None
        assert holder is not None
        figure, frame = figure_of(holder), frame_from(scene.layout[holder.id], figure_of(holder))
        left, top, right, _ = canopy_frame(umbrella, holder, frame).bounds(figure_of(umbrella).extent)
        x, y = frame.point(figure.anchors.top)
        assert left < x < right
        assert y - top > 0.5 * figure.anchors.head * frame.factor
        assert right - left > 1.2 * figure.anchors.head * frame.factor
