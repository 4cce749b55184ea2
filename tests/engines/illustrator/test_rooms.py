"""Places and their furniture: desks, counters, tubs, doors, bridges, cottages at night."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.scene import Environment, Scene, Scenery
from paintover.engines.illustrator.staging.layout import arrange


def composed(prompt: str) -> Composed:
    language: Language = "en" if prompt.isascii() else "zh"
    return compose_scene(prompt, ratio="1:1", seed=3, language=language)


_BORNE = ("on", "inside", "behind")


def told(scene: Scene) -> list[str]:
    """Each thing with what it is on, in or behind, clothes and what is held aside."""
    kinds = {thing.id: thing.kind for thing in scene.objects}
    return [
        thing.kind
        + (
            f" {thing.rel.type} {kinds[thing.rel.to]}"
            if thing.rel is not None and thing.rel.type in _BORNE
            else ""
        )
        for thing in scene.objects
        if thing.rel is None or thing.rel.type not in ("wear", "hold", "above")
    ]


@pytest.mark.parametrize(
    ("prompt", "shown", "place"),
    [
        ("一个男人在办公室的办公桌前用电脑", ["desk", "man behind desk", "laptop on desk"], "office"),
        ("a girl doing homework at her school desk", ["school-desk", "girl behind school-desk", "notebook on school-desk"], "classroom"),
        ("a dog at a picnic table", ["picnic-table", "dog behind picnic-table"], "park"),
        ("a bartender behind the bar", ["counter", "bartender behind counter"], "cafe"),
        ("a doctor sitting at her desk in the hospital", ["desk", "doctor behind desk"], "ward"),
        ("奶奶躺在医院的病床上，护士在旁边", ["hospital-bed", "old-woman on hospital-bed", "nurse"], "ward"),
        ("a boy sitting on a wooden bridge fishing", ["wooden-bridge", "boy on wooden-bridge"], "lake"),
        ("a baby elephant in a paddling pool", ["paddling-pool", "elephant inside paddling-pool"], "meadow"),
        ("小男孩在浴缸里洗澡，水上有一只小黄鸭", ["bathtub", "boy inside bathtub", "rubber-duck inside bathtub"], "bathroom"),
        ("狗狗坐在门口等主人", ["door", "dog"], "room"),
        ("a cottage with lit windows in a dark forest", ["lit-cottage"], "forest"),
        ("森林里有一座小木屋，窗户亮着灯", ["lit-cottage"], "forest"),
        ("a cabin with smoke coming from the chimney in the snow", ["smoking-cottage"], "snow"),
        ("水果摊上摆着苹果和西瓜", ["market-stall", "apple on market-stall", "watermelon on market-stall"], "market"),
        ("一只橘猫坐在面包店的柜台上", ["counter", "cat on counter"], "bakery"),
        ("两只小熊坐在野餐桌旁吃蜂蜜", ["picnic-table", "bear behind picnic-table", "bear behind picnic-table"], "park"),
        ("a nurse standing beside the bed of an old man", ["bed", "old-man on bed", "nurse"], "bedroom"),
        ("grandma reading by the fireplace", ["fireplace", "old-woman"], "room"),
        ("a girl sleeping in her bed", ["bed", "girl on bed"], "bedroom"),
    ],
)  # fmt: skip
def test_furniture_and_houses_are_those_that_were_said(prompt: str, shown: list[str], place: str) -> None:
    scene = composed(prompt).scene
    assert told(scene) == shown
    assert scene.env.place == place


@pytest.mark.parametrize("prompt", ["the sun setting behind the mountains over a lake", "太阳正要落到山后"])
def test_the_sun_sets_at_the_ridge(prompt: str) -> None:
    env = composed(prompt).scene.env
    assert env.time == "sunset"
    assert env.place == "mountains" or env.scenery.peaks


def test_a_bathroom_has_one_tub() -> None:
    assert composed("a boy in a bathtub").scene.env.scenery.bed == Scenery.NONE


@pytest.mark.parametrize("place", ["office", "ward", "bathroom"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_rooms_can_be_drawn(place: str, seed: int) -> None:
    scene = Scene(
        seed=seed, ratio="1:1", env=Environment(place=place), objects=composed("a dog").scene.objects
    )
    assert draw(arrange(scene), 96, 96).pixels.std() > 10
