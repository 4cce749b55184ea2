"""Words on what somebody wears."""

from __future__ import annotations

import numpy as np

from paintover.engines.illustrator.drawing.render import draw
from tests.engines.illustrator.retelling.test_offhand import scene_of


def test_they_are_seen_on_a_shirt() -> None:
    plain, written = (
        draw(scene_of("a boy", f"give him a t-shirt{words}"), 256, 256).pixels.astype(int)
        for words in ("", " that says “Star”")
    )
    differs = np.abs(plain - written).max(axis=2) > 40
    assert 60 < np.count_nonzero(differs) < 2000
