"""Eyes that are seen in a black coat: amber, with a dark pupil and a light in it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from paintover.engines.illustrator.colour import rgb
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.poses import skin_around

_DARK = 210
"""Up to this sum of its parts a coat is so dark that dark eyes are lost in it."""
_AMBER, _PUPIL = "#f0b93a", "#17130f"


def is_dark(paint: str | None) -> bool:
    """Whether dark eyes are lost in a coat of that paint."""
    return paint is not None and sum(rgb(paint)) <= _DARK


@lru_cache(maxsize=32)
def with_eyes_seen(figure: Figure) -> Figure:
    """An animal whose eyes are seen, where what is around them is as dark as they are."""
    anchors = figure.anchors
    radius = (0.105 if len(anchors.eyes) > 1 else 0.098) * anchors.head
    if not anchors.eyes or not is_dark(skin_around(figure.body, anchors.eyes[0], radius)):
        return figure
    eyes = "".join(
        f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{radius * 0.86:.2f}" ry="{radius * 0.92:.2f}" fill="{_AMBER}"/>'
        f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{radius * 0.46:.2f}" ry="{radius * 0.62:.2f}" fill="{_PUPIL}"/>'
        f'<circle cx="{x - radius * 0.18:.2f}" cy="{y - radius * 0.28:.2f}" r="{radius * 0.2:.2f}" fill="#ffffff"/>'
        for x, y in anchors.eyes
    )
    return replace(figure, name=f"{figure.name}/seen", body=f"{figure.body}{eyes}", stature=figure.stature)
