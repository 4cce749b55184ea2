"""What things are made of: a drawing in the shades of its material, with what the surface of that shows.

The lights and darks of a drawing stay; only their hue, and how bright they are on the whole, become those of the
material. So a cat of wood keeps its eyes and its ears.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from paintover.engines.illustrator.colour import colours_in, from_lab, in_colours, same_paint, to_lab
from paintover.engines.illustrator.scene import PatternName
from paintover.engines.illustrator.sprites.figures import Figure, dominant
from paintover.engines.illustrator.sprites.patterns import COVERED, Pattern, changed, woven
from paintover.engines.illustrator.sprites.surfaces import materials, shades

_CONTRAST = 0.72
"""How much of a drawing's lights and darks is left."""
_CARVED = 0.24
"""What is so much darker than the material, such as eyes, has none of its marks."""


@lru_cache(maxsize=96)
def made_of(figure: Figure, name: PatternName, paint: str | None, *, whole: bool) -> Figure:
    """The figure in a material, or as it is where hardly anything of it would change.

    `paint` is the colour that was asked for. Of what is not `whole`, a building, some materials make the walls alone: a
    house of bricks has panes.
    """
    material = materials()[name]
    whole = whole or not material.walls
    main = dominant(figure.body)
    wanted = paint or material.paint
    cloth: dict[str, str] = {}
    base, centre = to_lab(wanted or main), to_lab(main)
    for colour in colours_in(figure.body):
        if whole or same_paint(colour, main):
            lab = to_lab(colour)
            light = min(0.98, max(0.06, base[0] + _CONTRAST * (lab[0] - centre[0])))
            cloth[colour] = from_lab((light, base[1], base[2])) if wanted else colour
    marked = frozenset(new.lower() for new in cloth.values() if to_lab(new)[0] > base[0] - _CARVED)
    pattern = Pattern(name, shades(from_lab(base)), level=True)
    parts = []
    for part in (figure.body, figure.over):
        painted = in_colours(part, cloth) if part else part
        parts.append(woven(replace(figure, body=painted), pattern, from_lab(base), marked, painted))
    body, over = parts
    if material.clear < 1:
        body = f'<g opacity="{material.clear:g}">{body}</g>'
    if changed(figure.body, body) < COVERED:
        return figure
    hands = in_colours(figure.hands, cloth) if figure.hands else figure.hands
    return replace(figure, name=f"{figure.name}/{name}/{paint}/{whole}", body=body, over=over, hands=hands)
