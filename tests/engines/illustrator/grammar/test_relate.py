from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from paintover.engines.illustrator.grammar.relate import has_paws, relation
from paintover.engines.illustrator.grammar.utterance import LinkType
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Part, Relation, RelationType

LINKS: tuple[LinkType, ...] = (*get_args(RelationType), "over", "attach", "carry", "ride", "")


@pytest.mark.parametrize(
    ("figure", "type_", "ground", "part", "expected"),
    [
        ("hat", "on", "dog", None, ("wear", "head")),
        ("hat", "on", "dog", "head", ("wear", "head")),
        ("hat", "on", "couch", None, ("on", None)),
        ("pot-lid", "on", "ox", "head", ("on", "head")),
        ("pot-lid", "wear", "ox", None, ("on", "head")),
        ("cloth", "on", "ox", "face", ("cover", "face")),
        ("cloth", "over", "ox", None, ("cover", "face")),
        ("cloth", "over", "dining-table", None, ("cover", None)),
        ("bee", "over", "flower", None, ("above", None)),
        ("sunglasses", "attach", "cat", None, ("wear", "eyes")),
        ("sunglasses", "on", "cat", "face", ("wear", "eyes")),
        ("flag", "attach", "astronaut", None, ("hold", "hand")),
        ("apple", "attach", "girl", None, ("hold", "hand")),
        ("tree", "attach", "girl", None, ("beside", None)),
        ("bird", "on", "horse", None, ("on", "back")),
        ("bird", "on", "horse", "head", ("on", "head")),
        ("girl", "ride", "horse", None, ("on", "back")),
        ("girl", "ride", "bicycle", None, ("on", None)),
        ("bell", "on", "goat", "neck", ("wear", "neck")),
        ("banana", "on", "monkey", "hand", ("hold", "hand")),
        ("dog", "inside", "cat", None, ("beside", None)),
        ("apple", "inside", "bowl", None, ("inside", None)),
        ("dog", "left", "cat", None, ("left", None)),
    ],
)
def test_what_things_are_decides_how_they_stand(
    figure: str, type_: LinkType, ground: str, part: Part | None, expected: tuple[str, str | None]
) -> None:
    found = relation(type_, kinds()[figure], kinds()[ground], "o1", part)
    assert (found.type, found.part, found.to) == (*expected, "o1")


def test_any_two_kinds_can_stand_in_any_way() -> None:
    parts: tuple[Part | None, ...] = (None, *get_args(Part))
    for figure, ground in product(list(kinds().values())[::17], list(kinds().values())[8::68]):
        for type_, part in product(LINKS, parts):
            found = relation(type_, figure, ground, "o1", part)
            assert isinstance(found, Relation)
            assert ground.alive or has_paws(ground) or found.part is None
