"""Who is nearly as high as a person hides behind a tree with a tall trunk: behind a low one only a cat finds room."""

from __future__ import annotations

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Placement, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import placement_from
from paintover.engines.illustrator.staging.trunks import hides_behind

TALL = "tall"
"""The pose of a tree whose crown is above everybody."""
_STOUT_M = 0.8
_TALL, _LOW = 0.78, 0.62
"""How high a tree is that comes for somebody to hide behind, and for a small animal, as shares of the picture's height."""
_CUT, _AWAY = 0.6, 0.4
"""How far its middle is from the edge at least, and how far it goes from the others, in half its breadths."""


def behind_a_tall_trunk(editor: Editor) -> None:
    """Let the trees that are new, and behind which such a one is, be tall."""
    for tree in list(editor.things.values()):
        if (
            tree.pose is None
            and is_new(editor, tree)
            and TALL in kinds()[tree.kind].poses
            and any(map(_is_stout, borne_by(editor, tree, "behind")))
        ):
            editor.things[tree.id] = msgspec.structs.replace(tree, pose=TALL)


def behind_a_tree_that_comes(editor: Editor) -> None:
    """Let a tree that comes because somebody is to go behind it come where that one stands, large enough."""
    if editor.new:
        return
    for tree in [one for one in editor.things.values() if editor.base.thing(one.id) is None]:
        hiding = [
            one
            for one in borne_by(editor, tree, "behind")
            if kinds()[one.kind].alive and editor.base.thing(one.id) is not None
        ]
        tall = TALL in kinds()[tree.kind].poses
        if not hiding or tree.rel is not None or not (tall or hides_behind(hiding[0], tree)):
            continue
        if (stood := editor.base.layout.get(hiding[0].id)) is not None:
            stout = any(map(_is_stout, hiding))
            grown = msgspec.structs.replace(tree, pose=TALL if stout and tall else tree.pose)
            editor.things[tree.id] = grown
            editor.layout[tree.id] = _in_front_of(editor, grown, stood, _TALL if stout else _LOW)
            for one in hiding:  # in the size that fits behind the trunk
                editor.layout.pop(one.id, None)
                editor.former.pop(one.id, None)


def _in_front_of(editor: Editor, tree: Thing, stood: Placement, tall: float) -> Placement:
    """The place of a tree so high where somebody stands, inside the picture."""
    width, height = parse_ratio(editor.ratio).size()
    figure = figure_of(tree)
    scale = round(tall * height / figure.tall * UNIT)
    half = figure.width * scale / UNIT / 2
    others = [placed.x for key, placed in editor.layout.items() if editor.things[key].rel is None]
    away = 0.0 if not others else 1.0 if stood.x > sum(others) / len(others) else -1.0
    inside = _CUT * half
    x = min(max(stood.x + away * _AWAY * half, inside), width - inside)
    foot = max(stood.base, (tall + 0.02) * height)
    return placement_from(Frame(round(x), round(foot), scale, figure.foot, False), figure)


def _is_stout(one: Thing) -> bool:
    return kinds()[one.kind].alive and kinds()[one.kind].height_m >= _STOUT_M
