from __future__ import annotations

from typing import Literal

import pytest

from paintover.engines.illustrator.colour import PAINTS
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.bodies import PLUSH
from paintover.engines.illustrator.sprites.figures import Figure, figure, silhouette
from paintover.engines.illustrator.sprites.props import PROPS
from paintover.engines.illustrator.sprites.stock import figure_of


def of(kind: str, paint: str | None = None) -> Figure:
    return figure(kinds()[kind].art, paint=paint, crop=kinds()[kind].crop)


@pytest.fixture(scope="module")
def every() -> dict[str, Figure]:
    """The figures of all kinds, each worked out once for all that is said of all."""
    return {name: of(name) for name in kinds()}


def test_every_kind_shows_something_on_the_square(every: dict[str, Figure]) -> None:
    for name, shown in every.items():
        left, top, right, bottom = shown.extent
        assert 0 <= left < right <= 128, name
        assert 0 <= top < bottom <= 128, name
        assert (right - left) * (bottom - top) > 300, name


def test_every_prop_is_a_kind_and_every_drawn_kind_a_prop() -> None:
    arts = [
        art for kind in kinds().values() for art in (kind.art, *kind.poses.values(), *kind.variants.values())
    ]
    drawn = {art.removeprefix("prop:") for art in arts if art.startswith("prop:")}
    assert drawn == set(PROPS)


def test_the_parts_of_the_living_lie_on_them(every: dict[str, Figure]) -> None:
    for name, shown in every.items():
        if not kinds()[name].alive:
            continue
        left, top, right, bottom = shown.extent
        for part in ("eye", "nose", "top", "back", "neck"):
            x, y = getattr(shown.anchors, part)
            assert left - 4 <= x <= right + 4, (name, part)
            assert top - 4 <= y <= bottom + 4, (name, part)
        assert shown.anchors.top[1] <= shown.anchors.eye[1], name
        assert 5 < shown.anchors.head < 130, name


def test_places_to_rest_lie_on_their_thing(every: dict[str, Figure]) -> None:
    for name, shown in every.items():
        assert shown.extent[0] - 1 <= shown.rest[0] <= shown.extent[2] + 1, name
        assert shown.extent[1] - 1 <= shown.rest[1] <= shown.extent[3] + 1, name
        assert 0 < shown.rest_width <= 128, name


@pytest.mark.parametrize("kind", ["panda", "farmer", "boy", "unicorn", "chicken", "moose"])
def test_faces_get_a_body(kind: str) -> None:
    shown = of(kind)
    assert shown.anchors.nose[1] < shown.extent[1] + 0.75 * shown.height
    assert shown.foot[1] > 110


def test_a_colour_paints_things_plush_and_clothes() -> None:
    for kind in ("horse", "bus", "chair", "pot-lid", "panda", "boy", "farmer"):
        assert of(kind, PAINTS["blue"]).body != of(kind).body
    assert "#ffca28" in of("boy", PAINTS["blue"]).body


def test_unknown_art_is_a_key_error() -> None:
    for art in ("noto:no-such-thing", "prop:no-such-thing"):
        with pytest.raises(KeyError):
            figure(art)


def test_every_plush_is_a_drawing_in_use() -> None:
    assert set(PLUSH) <= {kind.art.removeprefix("noto:") for kind in kinds().values()}


def test_a_silhouette_widens_upwards() -> None:
    tree = of("tree")
    low, whole = silhouette(tree, 20), silhouette(tree, 128)
    assert whole[0] <= low[0]
    assert low[1] <= whole[1]
    assert low[1] - low[0] < whole[1] - whole[0]


@pytest.mark.parametrize(("size", "art"), [(None, "noto:pizza"), ("large", "prop:whole-pizza")])
def test_a_big_pizza_is_held_whole(size: Literal["large"] | None, art: str) -> None:
    rel = Relation(type="hold", to="o1", part="hand")
    pizza = Thing(id="o2", kind="pizza", label="pizza", lang="en", rung="prop", size=size, rel=rel)
    assert figure_of(pizza).name.startswith(art)
