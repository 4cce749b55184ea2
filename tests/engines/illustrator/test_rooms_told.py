from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("a man in a gym", "fitness-room"),
        ("健身房里一个男人在举重", "fitness-room"),
        ("two boys in the school gym", "sports-hall"),
        ("a woman on the balcony", "balcony"),
        ("阳台上的女孩", "balcony"),
        ("a baby in a nursery", "nursery"),
        ("婴儿房里一个宝宝", "nursery"),
        ("a waiter in a restaurant", "dining-hall"),
        ("孩子们在食堂吃饭", "dining-hall"),
        ("the interior of a restaurant", "dining-hall"),
        ("a kitchen interior", "kitchen"),
        ("a princess in a castle bedroom", "bedroom"),
        ("a modern office interior with a plant", "office"),
    ],
)
def test_a_room_is_drawn_as_the_one_that_is_named(wish: str, place: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))
    assert done.scene.env.place == place
    assert not done.notes
