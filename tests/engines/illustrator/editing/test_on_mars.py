"""Mars is red ground under those who stand there, and the answer says what it is drawn as."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from tests.engines.illustrator.told import language_of


@pytest.mark.parametrize("wish", ["三个宇航员在火星上插旗", "three astronauts on mars with a flag"])
def test_astronauts_stand_on_red_ground(wish: str) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))
    env = composed.scene.env
    assert (env.place, env.scenery.ground) == ("moon", "red")
    assert all(
        one.kind != "mars" and (one.rel is None or one.rel.type == "hold") for one in composed.scene.objects
    )
    assert len(composed.notes) == 1


@pytest.mark.parametrize(
    ("wish", "unmet"),
    [
        ("a man lying on a sofa covered with a blanket", "Left out: “covered with a blanket”"),
        ("爸爸躺在沙发上，身上盖着毯子", "这些没有画出来：“身上盖着毯子”"),
        ("a boy with mud on his shoes", "Left out: “mud on his shoes”"),
    ],
)
def test_what_covers_somebody_is_owned_up_to(wish: str, unmet: str) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))
    assert composed.notes == (unmet,)
