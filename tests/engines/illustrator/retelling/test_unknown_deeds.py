"""A verb that nobody knows is left out, and not who does it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.retelling.unknown_deeds import told_as_deeds


@pytest.mark.parametrize(
    ("wish", "kinds", "unmet"),
    [
        ("a dog shakes itself dry", ["dog"], "shakes itself dry"),
        ("a girl waves while her brother sulks", ["girl", "boy"], None),
        ("a baby drools", ["baby"], "drools"),
        ("a baby naps on a sofa", ["couch", "baby"], None),
        ("a baby crawls on a rug", ["rug", "baby"], None),
        ("a boy fishes on a pier", ["pier", "boy", "fishing-rod"], None),
    ],
)
def test_who_does_it_is_there(wish: str, kinds: list[str], unmet: str | None) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="en")
    assert [one.kind for one in composed.scene.objects] == kinds
    assert composed.notes == (() if unmet is None else (f"Left out: “{unmet}”",))


@pytest.mark.parametrize(
    "wish",
    ["a man with his dog tags", "a girl dances", "a horse gallops on a beach", "two dogs", "dog bowls"],
)
def test_all_else_stays(wish: str) -> None:
    assert told_as_deeds(wish) == wish
