"""Where those stand who do something for others: beside a table, at the nearest of several, at the edge of the water."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.staging.layout import arrange


def _arranged(wish: str) -> Scene:
    return arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)


def _of(scene: Scene, kind: str) -> list[Placement]:
    return [scene.layout[one.id] for one in scene.objects if one.kind == kind]


def test_who_stands_beside_a_table_is_no_lower_than_those_at_it() -> None:
    scene = _arranged("a mother next to her kids at the table")
    assert _of(scene, "woman")[0].box[1] < min(one.box[1] for one in _of(scene, "child"))
    assert _of(scene, "woman")[0].base < _of(scene, "dining-table")[0].base


def test_who_feeds_several_hides_none_of_them() -> None:
    scene = _arranged("a farmer feeding chickens in front of a barn")
    farmer = _of(scene, "farmer")[0]
    assert all(hen.box[2] < farmer.box[0] or hen.box[0] > farmer.box[2] for hen in _of(scene, "chicken"))


def test_who_fishes_stands_at_the_waters_edge() -> None:
    scene = _arranged("a bear fishing in a river")
    assert _of(scene, "bear")[0].base <= (place_of(scene.env, 3).far + 0.01) * 1024


def test_who_is_in_a_lift_stands_on_its_floor() -> None:
    scene = _arranged("two people in a lift")
    lift = _of(scene, "elevator")[0].box
    for one in _of(scene, "person"):
        assert lift[0] < one.x < lift[2]
        assert 0 <= lift[3] - one.box[3] < 0.05 * (lift[3] - lift[1])
