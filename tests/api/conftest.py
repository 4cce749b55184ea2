"""An empty store for each test, and a whole server with an easel for each module."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import openai
import pytest

from paintover.settings import Settings
from paintover.store.blobs import Blobs
from paintover.store.database import Database
from paintover.store.generations import Generations
from tests.easel import Easel
from tests.live import LiveServer


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Generations]:
    database = await Database.open(tmp_path / "store.db")
    yield Generations(database)
    await database.aclose()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


@pytest.fixture(scope="module")
def easel() -> Easel:
    return Easel()


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, easel: Easel) -> Iterator[LiveServer]:
    with LiveServer(Settings(data=str(tmp_path_factory.mktemp("live")), port=0), easel) as started:
        yield started


@pytest.fixture
def http(live: LiveServer) -> Iterator[httpx.Client]:
    with live.http() as opened:
        yield opened


@pytest.fixture
def client(live: LiveServer) -> Iterator[openai.OpenAI]:
    with live.openai() as opened:
        yield opened
