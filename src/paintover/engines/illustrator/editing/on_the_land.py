"""Who and what comes to those on a hill or a mountain is up there, too: in the picture there is next to no ground beside it."""

from __future__ import annotations

from collections.abc import Sequence

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.attach import BUILT_M, HIGHLANDS
from paintover.engines.illustrator.staging.newcomers import LUMINARIES

_MOST = 5
"""So many find room on it."""


def on_the_same_land(editor: Editor) -> None:
    """Put those who are told no place onto the hill on which somebody who lives is, if nothing else is beside it."""
    for land in [one for one in editor.things.values() if one.kind in HIGHLANDS and one.rel is None]:
        for lit in borne_by(editor, land, "on"):  # a wolf howls at the moon on a hill, on which it is itself
            if lit.kind in LUMINARIES and is_new(editor, lit):
                set_relation(editor, lit, None)
        riders = borne_by(editor, land, "on")
        beside = [
            one for one in editor.things.values() if one.id != land.id and _is_on_the_ground(one, riders)
        ]
        coming = [one for one in beside if is_new(editor, one) and _has_a_place_on(one, land)]
        lively = any(stock_of(one).alive for one in riders)
        if not lively or len(coming) < len(beside) or len(riders) + len(coming) > _MOST:
            continue
        for one in coming:
            set_relation(editor, one, Relation(type="on", to=land.id))


def _is_on_the_ground(one: Thing, riders: Sequence[Thing]) -> bool:
    by_them = (
        one.rel is not None and one.rel.type == "beside" and any(one.rel.to == other.id for other in riders)
    )
    free = (one.rel is None or by_them) and not one.where
    return free and stock_of(one).habitat != "sky" and one.size != "far"


def _has_a_place_on(one: Thing, land: Thing) -> bool:
    """Whether it can be up there: on a hill what people put there, on a mountain who climbs it."""
    kind = stock_of(one)
    return kind.alive or (land.kind == "hill" and height_of(one) < BUILT_M)
