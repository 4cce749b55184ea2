"""The drawings of `sketches.toml`, with the paints that they name filled in."""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sketches import Sketch, sketches
from paintover.engines.illustrator.sprites.props.shape import Prop


def _prop(sketch: Sketch) -> Prop:
    def draw(paint: str) -> str:
        drawn = sketch.svg
        for name, shade in (
            ("{p}", paint),
            ("{dd}", darker(paint, 0.5)),
            ("{d}", darker(paint, 0.26)),
            ("{ll}", lighter(paint, 0.62)),
            ("{l}", lighter(paint, 0.34)),
        ):
            drawn = drawn.replace(name, shade)
        return drawn

    return Prop(draw, sketch.paint)


PROPS = {name: _prop(sketch) for name, sketch in sketches().items()}
