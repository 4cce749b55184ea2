"""Scenes told after a picture: drawn anew, where nothing in them hangs on what is there."""

from __future__ import annotations

import pytest

from paintover.planner.scenes import LONGEST_SCENE
from tests.planner.conversations import answered, asked, gen, history, planned


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("a cat in the garden", "a cat on a sofa"),
        ("a cat in the garden", "a dog with a ball in front of it"),
        ("portrait of a samurai", "a bowl of fruit"),
        ("sticker: frog reading a newspaper", "sticker: frog on a skateboard"),
        ("一只猫在花园里", "一只猫在沙发上睡觉"),
        ("一匹马在草原上奔跑", "一匹白马站在湖边喝水，它身后是夕阳"),
        ("节气图标，霜降，挂满柿子", "节气图标，大寒"),
        ("eine Katze im Garten", "eine Katze auf einem Sofa"),
        ("un gato en el jardín", "un gato durmiendo en un sofá"),
        ("um gato no jardim", "um gato dormindo no sofá"),
    ],
)
def test_a_scene_of_its_own_is_drawn_anew(before: str, said: str) -> None:
    plan = planned(history((before, None)), said)
    assert (plan.call.action, plan.call.sources, plan.call.prompt) == ("generate", (), said)
    assert plan.evidence.rule == "new"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("a man on a bench", "a dog next to him"),
        ("a woman at a desk", "a plant behind her"),
        ("a cat on a sofa", "a little bow on its head"),
        ("a boy in an orchard", "a kid handing him an apple"),
        ("a cat on a sofa", "a bit more light"),
        (
            "a mouse on a desk",
            "change the material of the desk to ceramic, with a pattern of flowers, leaves and birds",
        ),
        ("a street at night", "wet asphalt, all on the same picture"),
        ("湖边的房子", "湖里有条船"),
        ("一个男人坐在长椅上", "旁边有只狗"),
        ("夜晚的街道", "灯再多点，下点雨"),
        ("ein Mann auf einer Bank", "ein Hund neben ihm"),
        ("un hombre en un banco", "un perro a su lado"),
        ("um homem num banco", "um cachorro ao lado dele"),
        ("un homme sur un banc", "un chien à côté de lui"),
    ],
)
def test_what_hangs_on_the_picture_is_an_edit_of_it(before: str, said: str) -> None:
    plan = planned(history((before, None)), said)
    assert (plan.call.action, plan.call.sources) == ("edit", (gen(1),))


def test_a_scene_told_after_a_failed_edit_is_said_in_its_stead() -> None:
    messages = [*history(("a chef in a kitchen", None)), asked("give him the face of a president")]
    plan = planned(
        [*messages, answered("give him the face of a president", source=1)], "an old cook with a tall hat"
    )
    assert plan.call.sources == (gen(1),)


def test_a_brief_is_left_to_the_other_rules() -> None:
    plan = planned(history(("a cat in the garden", None)), "a cat on a sofa. " * (LONGEST_SCENE // 10))
    assert plan.evidence.rule != "guess"
