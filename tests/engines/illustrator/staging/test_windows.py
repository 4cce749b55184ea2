"""A window with a sill is part of the wall of its room."""

from __future__ import annotations

import msgspec
import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.staging.standing import bearer_of
from paintover.engines.illustrator.staging.windows import looks_out
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    "wish",
    [
        "a cat sleeping on the windowsill, rain outside",
        "a girl sitting by the window reading",
        "a boy looking out of the window at the snow",
        "小狗趴在窗台上看外面下雪",
    ],
)
def test_it_stands_at_the_wall_and_throws_no_shadow(wish: str) -> None:
    scene = first_picture(wish)
    window = next(one for one in scene.objects if one.kind == "bay-window")
    horizon = place_of(scene.env, scene.seed).horizon
    drawing = draw(scene, 256, 256)
    foot = drawing.scene.layout[window.id].base / 1024
    assert horizon <= foot <= horizon + 0.1 * (1 - horizon)
    assert window.id not in drawing.shadows


@pytest.mark.parametrize(
    "wish",
    [
        "a dog driving a car",
        "a cat in a police car",
        "小狗开着一辆红色的小汽车",
        "a girl in a blue suv",
        "a bear driving a truck",
    ],
)
def test_who_drives_looks_out_of_a_window_and_sits_on_no_roof(wish: str) -> None:
    scene = first_picture(wish)
    (who,) = [one for one in scene.objects if one.rel is not None]
    bearer = bearer_of(scene, who)
    assert bearer is not None
    assert looks_out(who, bearer)


def test_what_somebody_at_a_window_has_on_is_seen_in_it_alone() -> None:
    scene = first_picture("a driver in his bus")
    (uniform,) = [one for one in scene.objects if one.kind == "uniform"]
    (bus,) = [one for one in scene.objects if one.kind == "bus"]
    bare = msgspec.structs.replace(
        scene,
        objects=tuple(one for one in scene.objects if one is not uniform),
        layout={key: placed for key, placed in scene.layout.items() if key != uniform.id},
    )
    rows = (draw(scene).pixels != draw(bare).pixels).any(axis=(1, 2)).nonzero()[0]
    _, top, _, bottom = scene.layout[bus.id].box
    assert rows.size
    assert rows.max() < top + 0.6 * (bottom - top)


def test_who_drives_a_bus_sits_at_its_front() -> None:
    scene = first_picture("司机开着公交车，公交车里坐着两个老人")
    bus, driver = (next(one for one in scene.objects if one.kind == kind) for kind in ("bus", "driver"))
    left, _, right, _ = scene.layout[bus.id].box
    assert scene.layout[driver.id].x < left + 0.3 * (right - left)
