"""Where a mask lets a picture change: the place for what an edit adds."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
import numpy as np
import numpy.typing as npt
import pyvips

from paintover.domain.errors import BadPicture
from paintover.engines.illustrator.backdrops import is_mirrored
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.shadow import FALL, SLANT
from paintover.engines.illustrator.staging.layout import Box, bearer_of, scene_size

Places = npt.NDArray[np.bool_]
ROOMY = 0.97
"""The share of a box that is open when the box counts as open."""
_SMALLER = (1.0, 0.92, 0.84, 0.76, 0.7, 0.62, 0.54, 0.46)
_GROWN = 1.5
"""Things are made no larger than that to fill their place."""
_RIM = 4.0
"""What stays free along the edges of a place, in nominal pixels: an outline's soft edge is wider than its box."""
_SOFT = 0.08
"""How far a shadow's soft edge reaches, in sides of the sprite's square."""


def spot_of(mask: bytes, scene: Scene) -> Box:
    """The place that a mask (see `Work.mask`) opens, on the scene's nominal size: the box around all that is open, or a
    smaller one in its middle that is open nearly everywhere.

    Raises:
        BadPicture: the mask cannot be read.
    """
    try:
        image = pyvips.Image.pngload_buffer(mask)
        alpha: Places = np.ndarray(
            buffer=image[image.bands - 1].write_to_memory(), dtype=np.uint8, shape=(image.height, image.width)
        )
    except pyvips.Error as exc:
        raise BadPicture("The mask cannot be read.", param="mask") from exc
    left, top, right, bottom = _roomy(alpha == 0)
    width, height = scene_size(scene)
    across, down = width / alpha.shape[1], height / alpha.shape[0]
    return left * across, top * down, right * across, bottom * down


def settled(scene: Scene, before: Collection[str], spot: Box) -> Scene:
    """The scene with what is new in it (all but the ids in `before`) moved into the spot, shadows and all, and made as
    large as fits. What somebody who was there before wears or carries stays with its bearer."""
    moved = {thing.id for thing in scene.objects if _root(scene, thing).id not in before}
    if not moved:
        return scene
    spot = (spot[0] + _RIM, spot[1] + _RIM, spot[2] - _RIM, spot[3] - _RIM)
    boxes = [_with_shadow(scene.layout[name], mirrored=is_mirrored(scene.seed)) for name in moved]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    scale = min(
        (spot[2] - spot[0]) / max(1.0, right - left), (spot[3] - spot[1]) / max(1.0, bottom - top), _GROWN
    )
    # In the middle, and on the ground of the spot rather than in its air.
    x = (spot[0] + spot[2]) / 2 - scale * (left + right) / 2
    y = spot[3] - scale * bottom - 0.25 * (spot[3] - spot[1] - scale * (bottom - top))

    def place(placement: Placement) -> Placement:
        return msgspec.structs.replace(
            placement,
            x=round(scale * placement.x + x, 2),
            base=round(scale * placement.base + y, 2),
            scale=round(scale * placement.scale, 2),
            lift=round(scale * placement.lift, 2),
        )

    layout = {name: place(one) if name in moved else one for name, one in scene.layout.items()}
    return msgspec.structs.replace(scene, layout=layout)


def _roomy(places: Places) -> tuple[float, float, float, float]:
    rows, columns = np.flatnonzero(places.any(axis=1)), np.flatnonzero(places.any(axis=0))
    if not rows.size:
        return 0.0, 0.0, float(places.shape[1]), float(places.shape[0])
    left, right = float(columns[0]), float(columns[-1] + 1)
    top, bottom = float(rows[0]), float(rows[-1] + 1)
    x, y, half, tall = (left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2
    for share in _SMALLER:
        box = x - half * share, y - tall * share, x + half * share, y + tall * share
        within = places[round(box[1]) : round(box[3]) + 1, round(box[0]) : round(box[2]) + 1]
        if within.size and within.mean() >= ROOMY:
            return box
    return left, top, right, bottom


def _root(scene: Scene, thing: Thing) -> Thing:
    """What carries it, and what carries that."""
    seen = {thing.id}
    while (bearer := bearer_of(scene, thing)) is not None and bearer.id not in seen:
        thing = bearer
        seen.add(thing.id)
    return thing


def _with_shadow(placement: Placement, *, mirrored: bool) -> Box:
    left, top, right, bottom = placement.box
    fall, soft = FALL * (placement.base - top), _SOFT * placement.scale
    ground = placement.base + placement.lift
    slant = SLANT * max(0.0, fall)
    return (
        left - soft - (slant if mirrored else 0),
        top,
        right + soft + (0 if mirrored else slant),
        max(bottom, ground + max(0.0, fall) + soft),
    )
