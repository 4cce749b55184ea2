"""A number in all is told as so many more; candles that are counted are those of the cake."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def _talk(*turns: str) -> Scene:
    language = "zh" if turns[0][0] > "z" else "en"
    scene = arrange(compose_scene(turns[0], ratio="1:1", seed=3, language=language).scene)  # type: ignore[arg-type]
    for turn in turns[1:]:
        composed = edit_scene(turn, [scene], ratio="1:1", seed=3, language=language)  # type: ignore[arg-type]
        scene = arrange(composed.scene, former=composed.former)
    return scene


@pytest.mark.parametrize(
    ("turns", "kind", "many"),
    [
        (("a boy holding three balloons", "give him more balloons, like ten"), "balloon", 10),
        (("a boy holding three balloons", "make it ten balloons"), "balloon", 10),
        (("a meadow with two sheep", "more sheep, about eight"), "sheep", 8),
        (("three birds in the sky", "more birds", "more, like a dozen"), "bird", 12),
        (("公园里三个气球", "气球多一点，大概十个"), "balloon", 10),
    ],
)
def test_there_are_so_many_in_all(turns: tuple[str, ...], kind: str, many: int) -> None:
    assert sum(thing.kind == kind for thing in _talk(*turns).objects) == many


def test_those_of_who_holds_them_are_held() -> None:
    scene = _talk("a boy holding three balloons", "more balloons, like six")
    assert [thing.rel.type for thing in scene.objects if thing.kind == "balloon" and thing.rel] == [
        "hold"
    ] * 6


def test_as_many_as_there_are_is_so_already() -> None:
    with pytest.raises(NotDrawable, match="already"):
        _talk("three birds in the sky", "more birds, like three")


@pytest.mark.parametrize(
    ("turns", "many"),
    [
        (("a birthday cake on a table", "add six candles"), 6),
        (("a birthday cake on a table", "make it seven candles", "add two more candles"), 9),
        (("a birthday cake on a table", "add eight candles", "put like ten candles on it"), 10),
        (("a birthday cake on a table", "add eight candles", "five candles"), 5),
        (('a girl next to a birthday cake holding a card that says "Mom"', "put 8 candles on it"), 8),
    ],
)
def test_candles_are_on_the_cake(turns: tuple[str, ...], many: int) -> None:
    scene = _talk(*turns)
    (cake,) = [thing for thing in scene.objects if thing.kind == "cake"]
    candles = [thing for thing in scene.objects if "candle" in thing.kind]
    assert len(candles) == many
    assert all(thing.rel is not None and thing.rel.to == cake.id for thing in candles)
