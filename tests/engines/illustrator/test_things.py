"""Single things are what they are called, and stand as large as they are."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.moods import in_mood
from paintover.engines.illustrator.sprites.stock import figure_of, in_season
from paintover.engines.illustrator.staging.layout import arrange


def composed(wish: str, *, seed: int = 1) -> Scene:
    language: Language = "en" if wish.isascii() else "zh"
    return arrange(compose_scene(wish, ratio="1:1", seed=seed, language=language).scene)


def one(scene: Scene, *kinds: str) -> Thing:
    return next(thing for thing in scene.objects if thing.kind in kinds)


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a man on a deck chair on the beach", "deck-chair"),
        ("海边放着一把沙滩椅", "deck-chair"),
        ("a woman lying on a sun lounger", "lounger"),
        ("奶奶躺在躺椅上", "lounger"),
        ("a patient in a hospital bed", "hospital-bed"),
        ("奶奶躺在病床上", "hospital-bed"),
        ("a red panda on a branch", "red-panda"),
        ("小熊猫坐在树上", "red-panda"),
        ("a girl riding an electric scooter", "kick-scooter"),
        ("小伙子骑电动滑板车", "kick-scooter"),
        ("一个女孩骑着电动车", "scooter"),
        ("爸爸骑着电瓶车", "scooter"),
    ],
)
def test_it_is_what_it_is_called(wish: str, kind: str) -> None:
    assert kind in {thing.kind for thing in composed(wish).objects}


@pytest.mark.parametrize("wish", ["a patient in a hospital bed", "医生站在病床旁边"])
def test_a_hospital_bed_stands_in_a_hospital(wish: str) -> None:
    assert composed(wish).env.place == "ward"


def test_a_bed_in_a_hospital_looks_like_one() -> None:
    scene = composed("a hospital room with a patient in bed and a doctor")
    bed = one(scene, "bed")
    assert figure_of(in_season(bed, scene.env)).name.startswith("prop:hospital-bed")
    assert figure_of(bed).extent == pytest.approx(figure_of(in_season(bed, scene.env)).extent, abs=2)


@pytest.mark.parametrize("wish", ["a boy riding an electric scooter", "妈妈骑电动滑板车"])
def test_who_stands_on_a_scooter_is_higher_than_its_handle(wish: str) -> None:
    scene = composed(wish)
    scooter = one(scene, "kick-scooter")
    rider = next(thing for thing in scene.objects if thing is not scooter)
    assert scene.layout[rider.id].box[1] < scene.layout[scooter.id].box[1]


@pytest.mark.parametrize(
    ("wish", "many"), [("a doctor with a stethoscope", 1), ("a doctor holding a stethoscope", 2)]
)
def test_a_doctor_has_one_stethoscope_around_the_neck(wish: str, many: int) -> None:
    assert len(composed(wish).objects) == many


@pytest.mark.parametrize(("mood", "turned"), [("sad", True), ("angry", True), ("happy", False)])
def test_a_sad_clown_does_not_smile(mood: str, turned: bool) -> None:
    clown = figure_of(one(composed("a clown"), "clown"))
    assert ("scale(1 -1)" in in_mood(clown, mood, person=False).body) is turned


@pytest.mark.parametrize(
    "wish", ["卷发女孩的头像", "portrait of a woman with curly hair", "portrait of a girl with a hair bun"]
)
def test_hair_in_a_portrait_is_not_cut_off(wish: str) -> None:
    scene = composed(wish, seed=2)
    who = one(scene, "girl", "woman")
    assert scene.layout[who.id].box[1] > 0.05 * 1024
