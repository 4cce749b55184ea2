"""People whom we draw whole sit on the ground with crossed legs, and let them hang from a seat."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import figure_of


@pytest.mark.parametrize("kind", ["cowboy", "pirate", "knight", "nurse", "soldier", "monk", "sailor"])
def test_who_sits_on_the_ground_crosses_the_legs(kind: str) -> None:
    def posed(pose: str | None, rel: Relation | None = None) -> Thing:
        return Thing(id="o1", kind=kind, label=kind, lang="en", rung="prop", pose=pose, rel=rel)

    stands, sits = figure_of(posed("stand")), figure_of(posed("sit"))
    seated = figure_of(posed("sit", Relation(type="on", to="o2")))
    assert sits.body != seated.body
    assert sits.extent[3] < min(seated.extent[3], stands.extent[3])
