from __future__ import annotations

from pathlib import Path

import pytest

from paintover.domain.ratio import Ratio
from paintover.engines.instant import InstantEngine, flat_png
from paintover.engines.protocol import Picture
from paintover.store.blobs import Blobs
from paintover.tasks.keep import Keeper


@pytest.mark.parametrize(
    ("width", "height", "ratio"),
    [(1256, 840, Ratio(3, 2)), (840, 1256, Ratio(2, 3)), (64, 64, Ratio(1, 1)), (1240, 840, Ratio(3, 2))],
)
async def test_a_picture_that_was_turned_has_its_own_shape(
    tmp_path: Path, width: int, height: int, ratio: Ratio
) -> None:
    picture = Picture(
        image=flat_png(width, height, 1, 2, 3), media_type="image/png", width=width, height=height, seed=1
    )
    kept = await Keeper(Blobs(tmp_path)).painted(
        picture, owner="ann", origin="drawn", engine=InstantEngine(), prompt="", ratio=Ratio(3, 2), sources=()
    )
    assert kept.ratio == ratio
