"""The heads of animals that are drawn from the side are where their drawings have them."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import opaque
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.told import talk

_SIDEWAYS = (
    "pigeon", "seagull", "crow", "swallow", "ostrich", "crane-bird", "yak", "sparrow", "magpie", "hummingbird", "chameleon",
    "pegasus", "capybara", "platypus", "anteater", "armadillo", "porcupine", "antelope", "cormorant", "stork", "pelican",
    "puffin", "toucan", "vulture", "kingfisher", "robin", "budgie", "cockatoo", "macaw", "kiwi-bird", "iguana", "triceratops",
    "stegosaurus", "velociraptor",
)  # fmt: skip


@pytest.mark.parametrize("kind", _SIDEWAYS)
def test_the_eye_is_on_the_head_and_the_nose_before_it(kind: str) -> None:
    figure = figure_of(Thing(id="x", kind=kind, label=kind, lang="en", rung="sprite"))
    anchors, drawn = figure.anchors, opaque(figure)
    eye, nose, top = anchors.eye, anchors.nose, anchors.top
    assert not anchors.front
    assert drawn[round(eye[1]), round(eye[0])]
    assert nose[0] <= eye[0]
    assert top[1] < eye[1]
    assert drawn[
        round(nose[1]) - 3 : round(nose[1]) + 4, max(0, round(nose[0]) - 3) : round(nose[0]) + 4
    ].any()
    assert drawn[round(top[1]) - 4 : round(top[1]) + 6, round(top[0]) - 4 : round(top[0]) + 5].any()


@pytest.mark.parametrize("wish", ["a crow", "a stork in a meadow", "a capybara", "a robin in the snow"])
def test_a_hat_is_over_the_eye(wish: str) -> None:
    (answer,) = talk(f"{wish} => give it a crown")
    animal, crown = answer.scene.objects[0], answer.scene.objects[-1]
    here, head = answer.scene.layout[crown.id].box, answer.scene.layout[animal.id].box
    assert here[0] < (head[0] + head[2]) / 2
    assert here[1] < head[1] + 0.1 * (head[3] - head[1])


def test_the_other_one_is_whom_nothing_was_told_of() -> None:
    *_, last = talk(
        "two boys playing football on the street => give the left one a green shirt => make the ball purple"
        " => add a goal on the right => make the other boy cry"
    )
    assert last.told == "Changed: right boy – crying"
