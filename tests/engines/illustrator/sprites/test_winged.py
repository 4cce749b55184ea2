from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange

BIRDS = sorted(table("wings"))


def bird(kind: str, pose: str | None, colour: str | None = None) -> Thing:
    return Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite", pose=pose, colour=colour)


def seen(wish: str) -> Scene:
    return draw(arrange(compose_scene(wish, ratio="1:1", seed=4, language="en").scene)).scene


@pytest.mark.parametrize("kind", BIRDS)
def test_a_bird_in_flight_has_wings_above_it_and_nothing_below(kind: str) -> None:
    standing, flying = figure_of(bird(kind, "stand")), figure_of(bird(kind, "fly"))
    assert flying.extent[1] < standing.extent[1] or flying.width > 1.5 * standing.width
    assert flying.extent[3] <= standing.extent[3] + 5
    shown = (
        rasterise(3 * UNIT, 3 * UNIT, f'<g transform="translate({UNIT} {UNIT})">{flying.body}</g>')[..., 3]
        > 8
    )
    rows, columns = np.nonzero(shown)
    box = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    assert tuple(edge - UNIT for edge in box) == flying.extent
    assert flying.tall == flying.height


def test_it_flies_in_its_own_colour_or_in_the_one_asked_for() -> None:
    bodies = {figure_of(bird("goose", "fly", colour)).body for colour in (None, "blue", "red")}
    assert len(bodies) == 3


@pytest.mark.parametrize(
    "wish", ["seagulls flying over the beach", "a goose flying", "three ducks flying over a lake"]
)
def test_who_flies_is_above_the_ground(wish: str) -> None:
    scene = seen(wish)
    assert all(thing.pose == "fly" for thing in scene.objects)
    assert all(scene.layout[thing.id].box[3] < 700 for thing in scene.objects)


def test_birds_at_sea_fly_and_need_no_ship() -> None:
    scene = seen("a flock of seagulls over the sea")
    assert scene.env.place == "sea"
    assert {thing.pose for thing in scene.objects} == {"fly"}


def test_who_flew_stands_again() -> None:
    scene = seen("a parrot flying and a monkey")
    for wish in ("make the parrot stop flying", "让鹦鹉落地"):
        other = edit_scene(wish, [scene], ratio="1:1", seed=4, language="en").scene
        assert [(thing.kind, thing.pose) for thing in other.objects] == [("parrot", None), ("monkey", None)]


@pytest.mark.parametrize(
    "wish",
    [
        "ein Kind lässt einen Drachen steigen", "zwei Kinder lassen am Strand Drachen steigen", "un enfant fait voler un cerf-volant",
        "una niña vuela una cometa en la playa", "um menino solta pipa no parque", "una bambina fa volare un aquilone",
        "дети запускают воздушного змея", "女の子が凧をあげている", "소년이 연을 날리고 있는 그림", "een meisje laat een vlieger op",
    ],
)  # fmt: skip
def test_a_kite_flies_on_its_string_in_all_languages(wish: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=4, language="en").scene
    kites = [thing for thing in scene.objects if thing.kind == "kite"]
    assert kites
    assert all(kite.rel is not None and kite.rel.type == "hold" for kite in kites)
