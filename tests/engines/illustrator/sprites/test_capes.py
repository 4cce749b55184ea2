from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.tailor import cut


def _wearer(kind: str) -> Thing:
    return Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite")


def _covered(kind: str, wearer: str, x: float, y: float) -> bool:
    body, _ = cut(kind, "#c22f3c", figure_of(_wearer(wearer)))
    return bool(rasterise(UNIT, UNIT, body)[round(y), round(x), 3] > 100)


@pytest.mark.parametrize("wearer", ["girl", "woman", "boy"])
def test_a_hood_leaves_the_face_free(wearer: str) -> None:
    anchors = figure_of(_wearer(wearer)).anchors
    (x, y), head = anchors.eye, anchors.head
    assert not _covered("hooded-cape", wearer, x, y)
    assert _covered("hooded-cape", wearer, x, y - 0.45 * head)
    assert _covered("hooded-cape", wearer, x - 0.5 * head, y)
    assert not _covered("cape", wearer, x, y - 0.45 * head)


def test_the_cape_of_who_looks_at_us_is_behind_the_body() -> None:
    figure = figure_of(_wearer("dog"))
    x, y = figure.anchors.neck
    chest = (x, y + 0.3 * (figure.extent[3] - y))
    assert not _covered("cape", "dog", *chest)


def test_the_cape_of_who_stands_in_profile_lies_on_the_back() -> None:
    figure = figure_of(_wearer("horse"))
    (x, y), foot = figure.anchors.back, figure.extent[3]
    assert _covered("cape", "horse", x, y + 4)
    assert not _covered("cape", "horse", x, foot - 4)


@pytest.mark.parametrize(("wish", "language"), [("小红帽", "zh"), ("little red riding hood", "en")])
def test_red_riding_hood_has_a_hood_and_a_basket(wish: str, language: str) -> None:
    made = compose_scene(wish, ratio="1:1", seed=1, language="zh" if language == "zh" else "en").scene
    assert {(one.kind, one.colour) for one in made.objects} >= {("hooded-cape", "red"), ("basket", None)}
