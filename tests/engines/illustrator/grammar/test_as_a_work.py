"""A picture that is to be a work of some manner changes its style, and no work comes into it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_FORMS = (
    "make it a {}", "turn it into a {}", "turn this into a {}", "make the picture look like a {}", "in the style of a {}", "draw it as a {}",
)  # fmt: skip


@pytest.mark.parametrize(
    ("work", "style"),
    [
        ("watercolour painting", "watercolour"),
        ("pencil sketch", "sketch"),
        ("black and white sketch", "sketch"),
        ("line drawing", "line"),
        ("coloring page", "line"),
        ("Chinese ink painting", "ink"),
        ("pixel art picture", "pixel"),
        ("paper cut", "papercut"),
        ("neon picture", "neon"),
        ("flat illustration", "flat"),
        ("comic book drawing", "flat"),
    ],
)
def test_the_style_alone_changes(work: str, style: str) -> None:
    for form in _FORMS:
        answer = talk(f"a chef making pizza in a kitchen => {form.format(work)}")[-1]
        assert answer.scene.style == style, form
        assert answer.told.startswith("Now: "), form
        assert "Added" not in answer.told, form


def test_with_something_else_besides() -> None:
    answer = talk("a chef making pizza in a kitchen => turn it into a watercolour painting and add a cat")[-1]
    assert answer.told == "Added: cat. Now: watercolour"
