"""An empty store for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from paintover.store.blobs import Blobs
from paintover.store.database import Database
from paintover.store.generations import Generations


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Generations]:
    database = await Database.open(tmp_path / "store.db")
    yield Generations(database)
    await database.aclose()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")
