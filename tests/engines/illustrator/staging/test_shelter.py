"""Who is under a car looks out between its wheels."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.staging.test_distant import painted


@pytest.mark.parametrize(
    "turns",
    [
        ("a cat under a car",),
        ("a car in front of a house", "a cat under the car"),
        ("a police car on the street", "put two cats under the car"),
        ("一辆汽车停在房子前面", "车下面有一只猫"),
    ],
)
def test_a_cat_under_a_car_is_between_its_wheels(turns: tuple[str, ...]) -> None:
    scene = painted(turns[0], 3, *turns[1:])
    (car,) = [scene.layout[one.id] for one in scene.objects if one.kind.endswith("car")]
    cats = [scene.layout[one.id] for one in scene.objects if one.kind == "cat"]
    half = (car.box[2] - car.box[0]) / 2
    for cat in cats:
        assert abs((cat.box[0] + cat.box[2]) / 2 - car.x) < 0.4 * half
        assert cat.box[3] - cat.box[1] < 0.3 * (car.box[3] - car.box[1])
        assert car.base <= cat.base < car.base + 6
