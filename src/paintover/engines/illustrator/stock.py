"""The figure and the size of a thing of the scene."""

from __future__ import annotations

from paintover.engines.illustrator.colour import PAINTS
from paintover.engines.illustrator.figures import Figure, figure
from paintover.engines.illustrator.kinds import SIGNPOST, Kind, kinds
from paintover.engines.illustrator.poses import asleep
from paintover.engines.illustrator.scene import Thing

SIZES = {"small": 0.45, "large": 2.2, None: 1.0}
"""What a size that was asked for does to the real height."""


def stock_of(thing: Thing) -> Kind:
    """The kind of a thing; a signpost where the kind is unknown, as in a scene of a later version."""
    known = kinds()
    return known[SIGNPOST] if thing.rung == "signpost" else known.get(thing.kind, known[SIGNPOST])


def figure_of(thing: Thing) -> Figure:
    """What the thing looks like, in its colour and pose."""
    kind = stock_of(thing)
    usual = _usual(thing, kind)
    return asleep(usual) if thing.pose == "sleep" else usual


def _usual(thing: Thing, kind: Kind) -> Figure:
    if thing.pose in kind.poses:
        return figure(kind.poses[thing.pose], paint=PAINTS.get(thing.colour or ""))
    if thing.colour in kind.variants:
        return figure(kind.variants[thing.colour], crop=kind.crop)
    return figure(kind.art, paint=PAINTS.get(thing.colour or ""), crop=kind.crop)


def height_of(thing: Thing) -> float:
    """Its height in the real world, in metres, with the size that was asked for."""
    return stock_of(thing).height_m * SIZES[thing.size]
