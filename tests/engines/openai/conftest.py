"""A second Paintover, to be drawn with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from paintover.settings import Settings
from tests.live import LiveServer


@pytest.fixture(scope="package")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """A server with the illustrator, over a real socket."""
    with LiveServer(Settings(data=str(tmp_path_factory.mktemp("behind")), port=0)) as live:
        yield live
