"""Where spectators are who come into a picture: behind all there is, from side to side; before a stage in front of it."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.staging.standing import placement_from, scene_size

CROWD = "crowd"
BACKS = "backs"
"""The pose of those who look away from us."""
_ACROSS = 1.05
"""How broad they are, as a share of the picture's breadth."""
_FAR = 0.6
"""How far from the horizon to where the others stand at the back."""
_SHORE = 0.25
"""How far from there to where boats lie the ground begins."""


def across_the_picture(scene: Scene, thing: Thing, place: Place, figure: Figure) -> Placement:
    """From one side of the picture to the other."""
    width, height = scene_size(scene)
    scale = _ACROSS * width / figure.width * UNIT
    far = height * (place.horizon + _FAR * (place.far - place.horizon))
    if place.water is not None and not place.all_water:  # on this shore
        far = height * (place.far - _SHORE * (place.far - place.water))
    foot = 1.01 * height if thing.pose == BACKS else far
    return placement_from(Frame(round(width / 2), round(foot), round(scale), figure.foot, False), figure)
