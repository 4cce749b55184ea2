"""Animals that sit, lie, sleep and run: their drawings taken apart and put together anew."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from paintover.engines.illustrator.drawing.render import Drawing, draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.rig import Turn, bends, bent, rigs
from paintover.engines.illustrator.sprites.stock import figure_of, takes_pose
from paintover.engines.illustrator.staging.layout import arrange, scene_size
from tests.engines.illustrator.scenes import drawn, scene, thing

ANIMALS = (
    "cat", "dog", "horse", "ox", "cow", "water-buffalo", "sheep", "goat", "pig", "rabbit", "mouse", "squirrel", "bear",
    "polar-bear", "panda", "koala", "lion", "tiger", "leopard", "elephant", "fox", "wolf", "deer", "monkey", "camel",
    "giraffe", "zebra", "chicken", "rooster", "duck", "goose", "hippopotamus", "hamster", "frog", "unicorn", "moose",
)  # fmt: skip


def posing(kind: str, pose: str | None) -> Figure:
    return figure_of(msgspec.structs.replace(thing("o1", kind), pose=pose))


def solid(figure: Figure) -> int:
    left, top = -figure.extent[0] + 2, -figure.extent[1] + 2
    body = f'<g transform="translate({left} {top})">{figure.body}</g>'
    return int(np.count_nonzero(rasterise(220, 220, body)[..., 3] > 127))


@pytest.mark.parametrize("kind", ANIMALS)
def test_the_common_animals_take_every_pose(kind: str) -> None:
    for pose in ("stand", "sit", "lie", "sleep", "run", "jump"):
        assert takes_pose(msgspec.structs.replace(thing("o1", kind), pose=pose)), pose


@pytest.mark.parametrize("kind", ANIMALS)
def test_who_lies_is_lower_whole_and_on_the_same_ground(kind: str) -> None:
    standing, lying = posing(kind, None), posing(kind, "lie")
    assert lying.height < 0.97 * standing.height
    assert lying.extent[3] <= standing.extent[3] + 0.5
    assert lying.extent[3] >= standing.extent[3] - 3
    assert lying.tall == standing.tall
    assert solid(lying) > 0.55 * solid(standing)


@pytest.mark.parametrize("kind", ANIMALS)
def test_eyes_and_crown_come_along(kind: str) -> None:
    for pose in ("sit", "lie", "sleep", "run"):
        figure = posing(kind, pose)
        left, top, right, bottom = figure.extent
        for x, y in (*figure.anchors.eyes, figure.anchors.top, figure.anchors.back):
            assert left <= x <= right
            assert top - 1 <= y <= bottom
    assert posing(kind, "sleep").anchors.eye[1] > posing(kind, None).anchors.eye[1]


def test_every_rig_is_of_a_drawing() -> None:
    icons = {kind.art.removeprefix("noto:") for kind in kinds().values()}
    assert set(rigs()) <= icons
    for icon, rig in rigs().items():
        assert len(rig.belly) % 2 == 0
        assert all(len(leg) % 2 == 0 for leg in rig.legs.values())
        assert bends(icon, "lie") or bends(icon, "wave")
        assert not bends(icon, "of-a-later-version")


def test_what_has_no_rig_is_left_alone() -> None:
    unknown = posing("bench", None)
    assert bent(unknown, "bench", "sit") is unknown
    assert not bends("bench", "sit")


def test_a_turn_goes_about_its_point() -> None:
    assert Turn((10, 10), 90).at((20, 10)) == pytest.approx((10, 20))
    assert Turn((10, 10), 0, 3, 4).at((10, 10)) == pytest.approx((13, 14))
    assert Turn((0, 10), sy=0.5).at((4, 0)) == pytest.approx((4, 5))


def test_a_hat_and_a_cloth_follow_the_head() -> None:
    def picture(pose: str | None) -> Drawing:
        horse = msgspec.structs.replace(thing("o1", "horse"), pose=pose)
        return drawn(
            scene(
                horse, thing("o2", "hat", "wear", "o1", "head"), thing("o3", "cloth", "cover", "o1", "face")
            )
        )

    standing, asleep = picture(None).scene.layout, picture("sleep").scene.layout
    for worn in ("o2", "o3"):
        assert asleep[worn].box[1] > standing[worn].box[1] + 40
    assert abs(asleep["o2"].angle) > abs(standing["o2"].angle) + 5


def _edited(prompts: list[str]) -> list[Drawing]:
    pictures: list[Drawing] = []
    before: Scene | None = None
    for prompt in prompts:
        if before is None:
            composed = compose_scene(prompt, ratio="3:2", seed=5, language="en")
        else:
            composed = edit_scene(prompt, [before], ratio="3:2", seed=5, language="en")
        assert not composed.notes
        pictures.append(draw(arrange(composed.scene, former=composed.former), 768, 512))
        before = pictures[-1].scene
    return pictures


@pytest.mark.parametrize(
    ("prompts", "poses"),
    [
        (["a dog and a cat", "make the dog sit", "make the dog lie down", "make the dog stand up"], ["sit", "lie", None]),
        (["一条狗和一只猫", "让狗坐下", "躺下", "站起来"], ["sit", "lie", None]),
    ],
)  # fmt: skip
def test_an_edit_of_a_pose_changes_that_animal_alone(prompts: list[str], poses: list[str | None]) -> None:
    pictures = _edited(prompts)
    for before, after, pose in zip(pictures, pictures[1:], poses, strict=False):
        (dog,) = [one for one in after.scene.objects if one.kind == "dog"]
        assert dog.pose == pose
        was, now = before.scene.layout[dog.id], after.scene.layout[dog.id]
        assert (now.scale, now.flip) == (was.scale, was.flip)
        changed = np.argwhere((before.pixels != after.pixels).any(axis=2))
        boxes = [box for one in (was, now) for box in (one.box, one.shadow) if box is not None]
        factor = after.width / scene_size(after.scene)[0]
        (y0, x0), (y1, x1) = changed.min(axis=0), changed.max(axis=0)
        assert x0 >= min(box[0] for box in boxes) * factor - 2
        assert y0 >= min(box[1] for box in boxes) * factor - 2
        assert x1 <= max(box[2] for box in boxes) * factor + 2
        assert y1 <= max(box[3] for box in boxes) * factor + 2


def test_the_wearer_is_meant_where_a_pose_names_nobody() -> None:
    last = _edited(["an ox and a horse", "put a hat on the ox", "lie down"])[-1].scene
    assert {one.kind: one.pose for one in last.objects} == {"ox": "lie", "horse": None, "hat": None}


def test_people_who_stand_raise_their_arms() -> None:
    for kind in ("man", "woman", "person"):
        calm, waving = posing(kind, None), posing(kind, "wave")
        assert waving.width > calm.width + 4
        assert waving.tall == calm.tall
        assert solid(waving) > 0.9 * solid(calm)
