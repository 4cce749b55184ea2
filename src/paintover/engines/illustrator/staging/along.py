"""A fence that comes behind those who are there, or before them, runs along the picture instead of standing there as one panel.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Mapping

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.kinds import FENCES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.attach import LANDS
from paintover.engines.illustrator.staging.sight import face_of, root_of
from paintover.engines.illustrator.staging.standing import hangs, placement_from, scene_size

RUN = "long-fence"
_STEP = {"behind": -0.05, "front": 0.04}
"""How much further back it stands than those it is behind, or nearer, as a share of the picture's height."""
_ALMOST_ALL, _ALL = 0.8, 1.02
"""From which share of the picture's breadth on it goes from side to side, and how broad it is then."""
_LOWEST, _NEAREST = 0.07, 0.985
_FAR = 0.8
_OFF_THE_HORIZON = 0.03


def runs_along(
    scene: Scene, thing: Thing, layout: Mapping[str, Placement], *, tall: float
) -> Placement | None:
    """Where a long fence stands that comes into a picture, `tall` pixels high unless it would hide a face; None where it is
    told to be elsewhere than behind or before somebody, or on water, on a hill or indoors."""
    place = place_of(scene.env, scene.seed)
    told = None if thing.rel is None else thing.rel.type
    if thing.kind not in FENCES or not scene.layout or thing.where:
        return None
    if thing.kind != RUN or place.indoors or place.floats or scene.sheet or told not in (None, *_STEP):
        return None
    width, height = scene_size(scene)
    names = {thing.rel.to, thing.rel.also} if thing.rel is not None else set(layout)
    roots = [root_of(scene, one, layout) for one in scene.objects if one.id in names and one.id in layout]
    roots = [one for one in roots if not hangs(one) and stock_of(one).habitat != "sky"]
    living = [one for one in roots if stock_of(one).alive]
    if not roots or any(one.kind in LANDS for one in roots):
        return None
    if told is None and not living and thing.size != "far":  # around a house one sees it before it
        told = "front"
    roots = living or roots
    feet = [layout[one.id].base for one in roots]
    back = height * (place.horizon + _OFF_THE_HORIZON)
    if told == "front":
        foot = min(max(feet) + _STEP["front"] * height, _NEAREST * height)
        faces = [face_of(one, layout[one.id]) for one in scene.objects if one.id in layout]
        tall = min(tall, foot - max((face[3] for face in faces if face is not None), default=0.0))
    else:
        foot = max(min(feet) + _STEP["behind"] * height, back)
        if thing.size == "far":
            foot, tall = (foot + back) / 2, _FAR * tall
    if tall < _LOWEST * height:
        return None
    figure = figure_of(thing)
    broad = tall * figure.width / figure.tall
    broad = _ALL * width if broad >= _ALMOST_ALL * width else broad
    xs = [layout[one.id].x for one in roots]
    reach = max(0.0, (width - broad) / 2 - 0.01 * width)
    x = min(max((min(xs) + max(xs)) / 2, width / 2 - reach), width / 2 + reach)
    frame = Frame(round(x), round(foot), broad / figure.width * UNIT, figure.foot, False)
    return placement_from(frame, figure)
