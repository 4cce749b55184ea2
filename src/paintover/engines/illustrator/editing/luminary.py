"""The sun or the moon of the sky itself, as a thing that an edit may paint, move or replace."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.backdrops import luminary_in
from paintover.engines.illustrator.editing.editor import shown_in_the_sky
from paintover.engines.illustrator.grammar.mention import SALIENT
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import placement_from, scene_size

_DONE_TO_IT = frozenset({"recolour", "pattern", "replace", "shift", "repose", "mood", "swap"})
"""What is asked of a thing, and not of the sky: how large its light is, and that it goes, the backdrop can show by itself."""


def with_the_light_apart(prompt: str, base: Scene) -> Scene:
    """The picture with the sun or the moon of its sky as a thing, where something is to be done to that; else as it was."""
    laid_out = bool(base.layout) or not base.objects
    shown = shown_in_the_sky(base.env) if base.env.luminary and laid_out else frozenset()
    if not shown or any(one.kind in shown for one in base.objects):
        return base
    said = parse(prompt)
    meant = {
        number: mention.label
        for number, mention in enumerate(said.mentions)
        if mention.kind in shown and mention.kind in ("sun", "moon")
    }
    spoken_of = {*meant} if len(meant) < len(said.mentions) else {*meant, SALIENT}
    done = any(one.action in _DONE_TO_IT and one.target in spoken_of for one in said.operations)
    label = next(iter(meant.values()), None) if done else None
    where = None if label is None else luminary_in(base.env, base.seed, *scene_size(base), base.style)
    if label is None or where is None:
        return base
    kind, lang = "moon" if base.env.time == "night" else "sun", "en" if label.isascii() else "zh"
    one = Thing(id=f"o{base.ids_given + 1}", kind=kind, label=label, lang=lang, rung=kinds()[kind].rung)
    return msgspec.structs.replace(
        base,
        objects=(*base.objects, one),
        layout={**base.layout, one.id: _placed(one, where)},
        ids_given=base.ids_given + 1,
        env=msgspec.structs.replace(base.env, luminary=False),
    )


def _placed(one: Thing, where: tuple[float, float, float]) -> Placement:
    """Where the light of the sky was, as large."""
    (x, y, radius), figure = where, figure_of(one)
    return placement_from(
        Frame(x, y + radius, 2 * radius / figure.width * UNIT, figure.foot, False, 0.0), figure
    )
