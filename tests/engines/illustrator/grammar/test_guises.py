"""Animals and children who are somebody."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.guises import guises, in_costume
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene


def told(*turns: str) -> Scene:
    first, *others = turns
    scene = compose_scene(first, ratio="1:1", seed=1, language="en").scene
    for turn in others:
        scene = edit_scene(turn, [scene], ratio="1:1", seed=1, language="en").scene
    return scene


def borne(scene: Scene, kind: str) -> set[str]:
    who = {thing.id for thing in scene.objects if thing.kind == kind}
    return {thing.kind for thing in scene.objects if thing.rel is not None and thing.rel.to in who}


def test_every_guise_is_made_of_what_can_be_drawn_where_it_is_worn() -> None:
    for name, guise in guises().items():
        assert name in kinds(), name
        assert guise.kit, name
        assert all(kind in kinds() for kind, _ in guise.kit), name
        assert guise.tints.keys() <= {kind for kind, _ in guise.kit}, name


@pytest.mark.parametrize(
    ("wish", "kind", "has"),
    [
        ("a mouse astronaut on the moon", "mouse", {"space-suit", "space-helmet"}),
        ("宇航员小猫", "cat", {"space-suit", "space-helmet"}),
        ("小猫宇航员", "cat", {"space-suit", "space-helmet"}),
        ("穿着宇航服的小猫", "cat", {"space-suit", "space-helmet"}),
        ("a bear chef", "bear", {"apron", "chef-hat"}),
        ("a police dog", "dog", {"uniform", "police-cap"}),
        ("警犬", "dog", {"uniform", "police-cap"}),
        ("a penguin dressed as a pirate", "penguin", {"vest", "pirate-hat", "eye-patch"}),
        ("打扮成海盗的企鹅", "penguin", {"vest", "pirate-hat", "eye-patch"}),
        ("a cat in a wizard costume", "cat", {"cape", "witch-hat"}),
        ("一只小熊穿着厨师服", "bear", {"apron", "chef-hat"}),
        ("a fox detective", "fox", {"coat", "fedora", "magnifying-glass"}),
    ],
)
def test_an_animal_of_a_trade_is_the_animal_in_its_clothes(wish: str, kind: str, has: set[str]) -> None:
    scene = told(wish)
    assert [thing.kind for thing in scene.objects if thing.rel is None] == [kind]
    assert borne(scene, kind) == has


@pytest.mark.parametrize(
    ("turn", "has"),
    [
        ("dress it as a pirate", {"vest", "pirate-hat", "eye-patch"}),
        ("把小猫打扮成海盗", {"vest", "pirate-hat", "eye-patch"}),
        ("make it a chef cat", {"apron", "chef-hat"}),
    ],
)
def test_an_animal_that_is_there_is_dressed_up(turn: str, has: set[str]) -> None:
    scene = told("a cat", turn)
    assert [thing.kind for thing in scene.objects if thing.rel is None] == ["cat"]
    assert borne(scene, "cat") == has


@pytest.mark.parametrize(
    ("wish", "kinds_"),
    [
        ("a farmer and his dog", {"farmer", "dog"}),
        ("消防员和小狗", {"firefighter", "dog"}),
        ("an emperor penguin", {"penguin"}),
        ("a cat in a box", {"cat", "box"}),
    ],
)
def test_two_are_two_and_a_species_is_one(wish: str, kinds_: set[str]) -> None:
    found = {thing.kind for thing in told(wish).objects}
    assert kinds_ <= found
    assert not found & {"space-suit", "fire-helmet", "crown", "straw-hat"} or "farmer" in found


def test_what_is_no_costume_stays_as_it_is() -> None:
    for text in ("a dog wearing a hat", "穿警服的女人", "a girl dressed as she likes", "打扮成这样的猫"):
        assert in_costume(text) == text
