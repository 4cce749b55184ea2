from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.engines.illustrator.colour import (
    PAINTS,
    colours_in,
    darker,
    from_lab,
    lighter,
    mix,
    repaint,
    rgb,
    to_lab,
)
from paintover.engines.illustrator.sprites.art import icon_body
from paintover.engines.illustrator.sprites.figures import dominant

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(colours)
def test_oklab_comes_back(colour: str) -> None:
    assert all(abs(a - b) <= 1 for a, b in zip(rgb(colour), rgb(from_lab(to_lab(colour))), strict=True))


def test_oklab_agrees_with_its_definition() -> None:
    light, a, b = to_lab("#ffffff")
    assert light == pytest.approx(1, abs=1e-3)
    assert math.hypot(a, b) < 1e-3
    assert to_lab("#ff0000") == pytest.approx((0.628, 0.225, 0.126), abs=2e-3)


@given(colours, colours)
def test_mixing_ends_at_both_colours(first: str, second: str) -> None:
    assert mix(first, second, 0) == first
    assert mix(first, second, 1) == second


def test_short_colours_are_read() -> None:
    assert rgb("#fa0") == rgb("#ffaa00")
    assert colours_in('<path fill="#fa0"/><path fill="#ffaa00"/><path fill="#fa0"/>') == ["#fa0", "#ffaa00"]


def test_darker_is_darker_and_lighter_is_lighter() -> None:
    for paint in PAINTS.values():
        assert to_lab(darker(paint, 0.3))[0] <= to_lab(paint)[0]
        assert to_lab(lighter(paint, 0.3))[0] >= to_lab(paint)[0] - 0.01


@pytest.mark.parametrize("name", sorted(PAINTS))
def test_a_repainted_horse_is_of_that_colour_and_keeps_its_eye(name: str) -> None:
    body = icon_body("horse")
    painted = repaint(body, PAINTS[name], dominant(body))
    aim, got = to_lab(PAINTS[name]), to_lab(dominant(painted))
    assert math.dist(aim, got) < 0.12
    darkest = min(colours_in(body), key=lambda colour: to_lab(colour)[0])
    assert darkest in painted


def test_only_the_given_fills_are_moved() -> None:
    body = '<path fill="#f4daad"/><path fill="#afe3fb"/>'
    painted = repaint(body, PAINTS["red"], "#f4daad", only=("#f4daad", "#000000"))
    assert "#afe3fb" in painted
    assert "#f4daad" not in painted
