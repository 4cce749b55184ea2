"""Parts of a drawing in a paint of their own: the door of a house, the bowl of a soup, the shade of a lamp."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType

import msgspec

from paintover.engines.illustrator.colour import colours_in, paint_of, repaint
from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.sprites.figures import Figure

Painted = tuple[tuple[str, str], ...]
"""By part the name of its colour."""
ELEMENT = re.compile(r"<[a-zA-Z]+[^>]*>")
"""One element of a drawing, as `tables/painted.toml` counts them."""


@cache
def _drawings() -> Mapping[str, Mapping[str, tuple[int, ...]]]:
    return MappingProxyType(msgspec.convert(table("painted"), dict[str, dict[str, tuple[int, ...]]]))


def parts_of_drawing(figure: Figure) -> Mapping[str, tuple[int, ...]]:
    """By the name of a part the elements of the figure's body that it consists of."""
    return _drawings().get(figure.name.partition(":")[2].partition("/")[0], {})


@lru_cache(maxsize=64)
def with_painted(figure: Figure, painted: Painted) -> Figure:
    """The figure with those parts in their colours; a part that it does not have is passed over."""
    having = parts_of_drawing(figure)
    told = [(having[part], paint) for part, name in painted if part in having and (paint := paint_of(name))]
    if not told:
        return figure
    elements = list(ELEMENT.finditer(figure.body))
    changed: dict[int, str] = {}
    for places, paint in told:
        if places[-1] >= len(elements):
            continue
        base = colours_in(elements[places[0]][0])
        for at in places if base else ():
            piece = elements[at][0]
            changed[at] = repaint(piece, paint, base[0], only=colours_in(piece))
    body, end = [], 0
    for at, element in enumerate(elements):
        body += [figure.body[end : element.start()], changed.get(at, element[0])]
        end = element.end()
    name = "/".join((figure.name, *(f"{part}={colour}" for part, colour in painted)))
    return replace(figure, name=name, body="".join((*body, figure.body[end:])))
