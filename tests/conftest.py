"""What all tests share: no network beyond this machine, no skipped test in CI, and a server to talk to."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
import structlog

from paintover.settings import Settings

if TYPE_CHECKING:
    from tests.live import LiveServer

# Chance looks for new faults at a desk; what CI says of a change is said of the same cases each time.
hypothesis.settings.register_profile("ci", derandomize=True)
if os.environ.get("PAINTOVER_NO_SKIPS"):
    hypothesis.settings.load_profile("ci")

_connect = socket.socket.connect


def _connect_nearby(self: socket.socket, address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else address
    if isinstance(host, str) and self.family in (socket.AF_INET, socket.AF_INET6):
        local = host.startswith("127.") or host in ("::1", "localhost")
        if not local:
            raise OSError(f"a test may not talk to {host}")
    _connect(self, address)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _connect_nearby)


_configure = structlog.configure


def _configure_for_now(**settings: Any) -> None:
    _configure(**{**settings, "cache_logger_on_first_use": False})


@pytest.fixture(autouse=True)
def _logs_of_its_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A command that a test runs in this process sets up logging, onto a standard error that is the test's alone. Loggers
    that remember it would keep their lines from the tests after it, and break when they write."""
    monkeypatch.setattr("structlog.configure", _configure_for_now)
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """The whole server with the illustrator, over a real socket; shared by tests that only add to it."""
    from tests.live import LiveServer

    with LiveServer(_settings(tmp_path_factory.mktemp("data"))) as live:
        yield live


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a server of its own, which draws at once."""
    return _settings(tmp_path / "data", engine="instant")


def _settings(folder: Path, **changes: Any) -> Settings:
    return Settings(data=str(folder), port=0, fetch_timeout_s=1.0, **changes)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failure: everything that a test needs can be installed there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("PAINTOVER_NO_SKIPS") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
