"""Who is to comb the hair and has no arm that could be led there has the comb in the hand, and the answer says so: a mermaid."""

from __future__ import annotations

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.held import is_in_hand
from paintover.engines.illustrator.wording import Pattern

_COMBS = Pattern(
    r"\b(?:comb(?:s|ing)|brush(?:es|ing)) (?:(?:its|her|his|their|the) )?(?:[a-z]+ )?(?:hair|mane|fur)\b|梳"
)


def told_of_the_comb(editor: Editor, wish: str) -> tuple[str, ...]:
    """The note of those who are not seen to comb themselves, as the wish asks."""
    if not _COMBS.search(wish):
        return ()
    held = [
        one
        for one in editor.things.values()
        if one.kind == "comb" and one.rel is not None and is_in_hand(one.rel)
    ]
    holders = [
        editor.things[one.rel.to] for one in held if one.rel is not None and one.rel.to in editor.things
    ]
    stiff = [one.label for one in holders if one.pose != "comb" and not has_arms(stock_of(one))]
    return (notes.pose_not_drawn(stiff, editor.language),) if stiff else ()
