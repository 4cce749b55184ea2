"""Who rides sits on the saddle, stands on the board, flies on the broom; what is worn by an animal is where it is worn."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.mounts import mounts
from paintover.engines.illustrator.staging.standing import frame_from


def staged(prompt: str, language: str = "en") -> Scene:
    return arrange(compose_scene(prompt, ratio="1:1", seed=7, language=language).scene)  # type: ignore[arg-type]


def of_kind(scene: Scene, kind: str) -> Thing:
    return next(one for one in scene.objects if one.kind == kind)


def box_of(scene: Scene, kind: str) -> tuple[int, int, int, int]:
    return scene.layout[of_kind(scene, kind).id].box


@pytest.mark.parametrize(
    ("prompt", "rider", "mount"),
    [
        ("an elephant riding a bicycle", "elephant", "bicycle"),
        ("a cat on a tricycle", "cat", "tricycle"),
        ("a giraffe riding a scooter", "giraffe", "scooter"),
        ("a tiger on a unicycle", "tiger", "unicycle"),
        ("一头大象骑自行车", "elephant", "bicycle"),
    ],
)
def test_an_animal_sits_on_the_saddle_and_faces_ahead(prompt: str, rider: str, mount: str) -> None:
    scene = staged(prompt)
    who, what = of_kind(scene, rider), of_kind(scene, mount)
    figure, told = figure_of(who), mounts()[mount]
    assert figure.anchors.seat is not None
    under = frame_from(scene.layout[what.id], figure_of(what))
    seat = frame_from(scene.layout[who.id], figure).point(figure.anchors.seat)
    saddle = under.point(told.saddle)
    assert abs(seat[0] - saddle[0]) < 3
    assert abs(seat[1] - saddle[1]) < 3
    assert scene.layout[who.id].flip == (under.flip != told.right)
    high, low = box_of(scene, rider), box_of(scene, mount)
    assert 0.7 < (high[3] - high[1]) / (low[3] - low[1]) < 1.7


@pytest.mark.parametrize(
    "prompt", ["a girl holding a basket of apples", "a bear with a basket full of apples"]
)
def test_what_a_held_basket_is_full_of_is_in_it(prompt: str) -> None:
    composed = compose_scene(prompt, ratio="1:1", seed=7, language="en")
    assert not composed.notes
    basket = of_kind(composed.scene, "basket")
    apples = [one.rel for one in composed.scene.objects if one.kind == "apple"]
    assert apples
    assert all(rel is not None and (rel.type, rel.to) == ("inside", basket.id) for rel in apples)


def test_who_cannot_sit_up_on_a_saddle_is_tilted_and_no_giant() -> None:
    scene = draw(staged("a hippo riding a tricycle"), 256, 256).scene
    hippo, tricycle = (scene.layout[of_kind(scene, kind).id] for kind in ("hippopotamus", "tricycle"))
    assert hippo.flip
    assert hippo.angle < -10
    assert hippo.box[2] - hippo.box[0] < 1.6 * (tricycle.box[2] - tricycle.box[0])


@pytest.mark.parametrize(
    ("prompt", "riders", "board"),
    [
        ("a cat on a skateboard", ("cat",), "skateboard"),
        ("a boy on a skateboard", ("boy",), "skateboard"),
        ("a penguin on skis", ("penguin",), "skis"),
        ("a boy and a dog on a skateboard", ("boy", "dog"), "skateboard"),
        ("two children on a sled", ("child", "child"), "sled"),
        ("一只企鹅坐在雪橇上", ("penguin",), "sled"),
    ],
)
def test_a_board_is_level_and_large_enough_for_who_is_on_it(
    prompt: str, riders: tuple[str, ...], board: str
) -> None:
    scene = staged(prompt)
    low = box_of(scene, board)
    on = [scene.layout[one.id].box for one in scene.objects if one.kind in riders]
    assert len(on) == len(riders)
    for left, top, right, bottom in on:
        assert top >= 0
        assert low[1] - 8 < bottom < low[3]
        assert low[0] <= (left + right) / 2 <= low[2]
        assert bottom - top > 0.3 * (low[2] - low[0])


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("a witch flying on a broom", "en"),
        ("a cat on a broom", "en"),
        ("一个女巫骑着扫帚飞", "zh"),
        ("une sorcière sur un balai", "en"),
    ],
)
def test_who_is_on_a_broom_flies_on_it(prompt: str, language: str) -> None:
    composed = compose_scene(prompt, ratio="1:1", seed=7, language=language)  # type: ignore[arg-type]
    scene = arrange(composed.scene)
    who = next(one for one in scene.objects if one.kind != "broom")
    assert not composed.notes
    assert who.pose == "broom"
    assert who.rel is None
    left, top, right, bottom = scene.layout[who.id].box
    x0, y0, x1, y1 = box_of(scene, "broom")
    assert top < (y0 + y1) / 2 < bottom < 800
    assert left < (x0 + x1) / 2 < right


@pytest.mark.parametrize(
    ("prompt", "worn"),
    [
        ("a dog wearing a red collar", "pet-collar"),
        ("a cat with a blue collar", "pet-collar"),
        ("a cow with a bell around its neck", "bell"),
        ("a rabbit with a backpack", "backpack"),
        ("a cat with a backpack", "backpack"),
        ("a penguin with a backpack", "backpack"),
        ("a horse with a saddle", "saddle"),
    ],
)
def test_what_an_animal_wears_is_below_its_face(prompt: str, worn: str) -> None:
    scene = draw(staged(prompt), 256, 256).scene
    who = next(one for one in scene.objects if one.kind != worn)
    figure, box = figure_of(who), box_of(scene, worn)
    frame = frame_from(scene.layout[who.id], figure)
    nose, size = frame.point(figure.anchors.nose)[1], figure.anchors.head * frame.factor
    assert (box[1] + box[3]) / 2 > nose - (0.2 * size if worn == "saddle" else 0)
    assert box[3] - box[1] < 1.6 * size


@pytest.mark.parametrize(
    "prompt", ["a dog carrying a backpack", "a dog with a backpack", "a mouse riding a dog"]
)
def test_what_is_on_a_dogs_back_leaves_its_face_free(prompt: str) -> None:
    scene = draw(staged(prompt), 256, 256).scene
    dog = of_kind(scene, "dog")
    other = next(one for one in scene.objects if one.id != dog.id)
    assert other.rel is not None
    assert other.rel.part == "back"
    figure = figure_of(dog)
    eyes = [frame_from(scene.layout[dog.id], figure).point(eye) for eye in figure.anchors.eyes]
    left, top, right, bottom = scene.layout[other.id].box
    assert not any(left < x < right and top < y < bottom for x, y in eyes)
    assert bottom < scene.layout[dog.id].base


def test_who_comes_behind_a_witch_on_a_broom_is_not_the_broom() -> None:
    scene = staged("a witch on a broom and a black cat behind her")
    assert of_kind(scene, "witch").pose == "broom"
    cat = of_kind(scene, "cat")
    assert cat.rel is not None
    assert (cat.rel.type, cat.rel.to) == ("behind", of_kind(scene, "witch").id)


@pytest.mark.parametrize(
    ("wish", "change", "rel"),
    [
        ("a man riding a bike", "change the bike to a horse", ("on", "back")),
        ("a girl riding a horse", "change the horse to a bike", ("on", None)),
        ("a girl riding a horse", "turn the horse into an elephant", ("on", "back")),
    ],
)
def test_who_rides_goes_on_riding_what_comes_instead_and_is_in_the_picture(
    wish: str, change: str, rel: tuple[str, str | None]
) -> None:
    first = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    made = edit_scene(change, [first], ratio="1:1", seed=4, language="en")
    after = arrange(made.scene, former=made.former)
    rider = next(one for one in after.objects if one.kind in ("man", "girl"))
    assert rider.rel is not None
    assert (rider.rel.type, rider.rel.part, rider.pose) == (*rel, "ride")
    assert after.layout[rider.id].box[1] >= 0
