"""Whoever comes into a picture, and whoever becomes larger in it, covers nobody's face and is not cut by an edge, or the answer
tells so."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.composed import Talk, talks, wrong_in

TALKS = tuple(talks(60, 4))


@pytest.mark.parametrize("talk", TALKS, ids=[f"{one.seed} {one.wish}" for one in TALKS])
def test_nobody_is_in_the_way(talk: Talk) -> None:
    assert list(wrong_in(talk)) == []
