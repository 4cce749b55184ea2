"""Who does with somebody what is done at a table is at that table, too: "a bear having tea with a rabbit"."""

from __future__ import annotations

from collections.abc import Iterator

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, set_relation
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.staging.company import at_table, has_arms
from paintover.engines.illustrator.staging.dealings import dealing_of
from paintover.engines.illustrator.wording import Pattern

_WITH = Pattern(r"\bwith\b|[和跟与陪同]")
_SITS_M = 1.1
"""An animal that is taller stands beside a table."""


def in_company(editor: Editor, wish: str) -> None:
    """Seat those of a new picture at the table of whom they are beside, where a deed has brought it. `wish` is as it was written:
    a table that it names is one beside which one may be."""
    if not editor.new or not _WITH.search(wish):
        return
    named = {kind for token in tokenise(wish) for kind in (token.get("kinds") or "").split()}
    for table in [one for one in editor.things.values() if one.kind in TABLES and one.kind not in named]:
        for seated in [one for one in borne_by(editor, table, "behind") if at_table(one, table)]:
            for one in _beside(editor, seated):
                set_relation(editor, one, Relation(type="behind", to=table.id))
                if seated.pose == "busy" and has_arms(kinds()[one.kind]) and one.pose is None:
                    editor.change(one.id, pose=seated.pose)


def _beside(editor: Editor, seated: Thing) -> Iterator[Thing]:
    """Who stands beside somebody at a table, has nothing else to do, and fits there."""
    for one in borne_by(editor, seated, "beside"):
        kind = kinds()[one.kind]
        idle = one.pose in (None, "sit", "eat", "drink") and dealing_of(editor.scene(), one) is None
        if kind.alive and idle and (has_arms(kind) or height_of(one) <= _SITS_M):
            yield one
