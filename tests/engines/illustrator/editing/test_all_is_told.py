"""Whatever an edit changes is told by name in its answer: of every edit in the tables of edits and of talks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.by_itself import unmeasured
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.lexicon import names, singular_of
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.stock import at_ease
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture

_TABLES = Path(__file__).parent.parent
_LOOKS = (
    "kind", "colour", "pattern", "second", "girth", "pose", "mood", "lit", "painted", "skin", "hair", "freckled", "rel", "away", "says",
)  # fmt: skip
"""What can be seen of a thing, apart from where it stands."""
_STEP, _GROWN = 10, 1.05
"""How far, in units of the scene, and how many times as large one is that is seen to be elsewhere or larger."""


def _talks() -> Iterator[tuple[str, ...]]:
    for table, parts in (("talks.txt", None), ("edits.txt", 2)):
        for line in (_TABLES / table).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield tuple(part.strip() for part in line.split(" > ")[0].split("||"))[:parts]


def _same_looks(one: Thing, was: Thing) -> bool:
    now, then = at_ease(one), at_ease(was)
    return all(getattr(now, name) == getattr(then, name) for name in _LOOKS)


def _stays(one: Thing, before: Scene, after: Scene) -> bool:
    """Whether it stands where it stood, as large; what is attached to another goes with that."""
    if one.rel is not None and one.rel.type in ATTACHED:
        return True
    now, then = after.layout[one.id], before.layout[one.id]
    moved = max(abs(now.x - then.x), abs(now.base + now.lift - then.base - then.lift))
    return moved <= _STEP and 1 / _GROWN <= now.scale / then.scale <= _GROWN


def _untold(before: Scene, after: Scene, line: str) -> Iterator[str]:
    stood, stand = ({one.id: one for one in scene.objects} for scene in (before, after))

    def is_named(one: Thing) -> bool:
        called = (one.label, singular_of(one.label), names("en", one.kind), names("zh", one.kind))
        return any(unmeasured(name) in line for name in called)

    for key in stood.keys() | stand.keys():
        was, one = stood.get(key), stand.get(key)
        some = one or was
        assert some is not None
        if is_named(some) or some.kind in HAIR:  # hair is told with its head
            continue
        if was is None or one is None:
            yield f"{some.kind} {'came' if was is None else 'is gone'}"
        elif was.rel is not None and was.rel.to in stood.keys() - stand.keys():
            continue  # what it stood on is told to be gone
        elif not _same_looks(one, was):
            yield f"{one.kind} looks otherwise"
        elif not _stays(one, before, after):
            yield f"{one.kind} stands elsewhere"


@pytest.mark.parametrize("talked", [*_talks()], ids=" => ".join)
def test_every_change_is_told(talked: tuple[str, ...]) -> None:
    wish, *edits = talked
    scene = first_picture(wish)
    for edit in edits:
        language = language_of(edit)
        try:
            composed = edit_scene(edit, [scene], ratio="1:1", seed=4, language=language)
        except NotDrawable:
            continue
        before, scene = scene, arrange(composed.scene, former=composed.former)
        line = account([before], scene, language) or ""
        if before.seed == scene.seed and not any(word in line for word in (" more", "另外")):
            assert list(_untold(before, scene, line)) == [], line
