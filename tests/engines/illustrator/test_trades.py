"""People by what they do."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.trades import trades


def told(*turns: str) -> Scene:
    first, *others = turns
    scene = compose_scene(first, ratio="1:1", seed=1, language="en").scene
    for turn in others:
        scene = edit_scene(turn, [scene], ratio="1:1", seed=1, language="en").scene
    return scene


def borne(scene: Scene, kind: str) -> set[str]:
    """What those of a kind wear and hold."""
    who = {thing.id for thing in scene.objects if thing.kind == kind}
    return {thing.kind for thing in scene.objects if thing.rel is not None and thing.rel.to in who}


def test_every_trade_is_made_of_what_can_be_drawn() -> None:
    for name, trade in trades().items():
        assert name in kinds(), name
        assert all(kind in kinds() for kind, _ in trade.kit), name
        assert (
            trade.looks is None or kinds()[trade.looks].crop is not None or trade.looks.endswith("-bald")
        ), name
    assert len({name.removeprefix("woman-").removeprefix("man-") for name in trades()}) >= 80


@pytest.mark.parametrize(
    ("wish", "kind", "has", "place"),
    [
        ("画一个理发师", "barber", {"apron", "scissors"}, "barber-shop"),
        ("a baker in the garden", "baker", {"apron", "bread"}, "garden"),
        ("two tennis players", "tennis-player", {"shirt", "shorts", "tennis-racket"}, "park"),
        ("一个女水管工", "woman-plumber", {"overalls", "wrench"}, "bathroom"),
        ("a gardener holding a shovel", "gardener", {"overalls", "straw-hat", "shovel"}, "garden"),
        ("a baker in a red coat", "baker", {"coat", "bread"}, "kitchen"),
        ("a barista without an apron", "barista", {"coffee"}, "cafe"),
    ],
)
def test_somebody_of_a_trade_has_its_clothes_and_tool(
    wish: str, kind: str, has: set[str], place: str
) -> None:
    scene = told(wish)
    assert borne(scene, kind) == has
    assert scene.env.place == place


def test_students_are_children_unless_they_graduate() -> None:
    assert "pupil" in {thing.kind for thing in told("两个学生在教室里").objects}
    assert "pupil" in {thing.kind for thing in told("a student").objects}
    assert "student" in {thing.kind for thing in told("a graduate").objects}


def test_clothes_and_tools_change_like_any_other_and_go_with_the_trade() -> None:
    scene = told("a courier", "make the uniform red")
    assert [thing.colour for thing in scene.objects if thing.kind == "uniform"] == ["red"]
    assert borne(told("a courier", "replace the courier with a baker"), "baker") == {"apron", "bread"}
    assert {thing.kind for thing in told("a courier and a dog", "remove the courier").objects} == {"dog"}
    assert told("a courier", "make it bigger").focus == "o1"
