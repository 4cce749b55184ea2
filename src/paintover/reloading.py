"""Following the changes of `paintover.toml`, and of the files that it names for engines, while the server runs.

Each is looked at once a second: one `stat`, which also works where no notices of changes come (network drives,
folders that are mounted into containers). What has changed is read when it has then stayed the same for a second, so that
nothing is read while it is being written. Whatever is wrong with it, the configuration that was there goes on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
import structlog

from paintover.domain.errors import PaintoverError
from paintover.engines.stamps import Stamp
from paintover.settings import FILE_NAME, FOLLOWED, Settings, SettingsSource

LOOK_S = 1.0
_BROKE = "Something broke while it was followed. The whole story stands in the server's log."

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Refusal:
    """That a file was read and is not followed."""

    reason: str
    """What to do about it."""
    at: datetime


class Reloader:
    """Watches one server's file."""

    def __init__(
        self,
        source: SettingsSource,
        first: Settings,
        follow: Callable[[Settings], Awaitable[None]],
        *,
        look_s: float = LOOK_S,
    ) -> None:
        """`first` are the settings that the server has started with; `follow` makes it work by others, and raises for
        those by which it cannot."""
        self._source = source
        self._now = first
        self._read = first
        """What the file said when it was last read, whether or not that could be followed."""
        self._files: dict[str, Stamp] = {}
        """The engines' files, as they were when they were last followed."""
        self._follow = follow
        self._look_s = look_s
        self._asked = asyncio.Event()
        self.refusal: Refusal | None = None
        """Why the file, as it is now, could not be followed; None when it is."""
        self.read_at: datetime | None = None
        """When it was last followed; None when only the start has read it."""

    @property
    def is_refused(self) -> bool:
        """Whether the file, as it is now, could not be followed."""
        return self.refusal is not None

    def reload(self) -> None:
        """Read the file soon, whether or not it has changed."""
        self._asked.set()

    async def watch(self) -> None:
        """Follow the files until cancelled."""
        read = seen = await asyncio.to_thread(self._look)
        self._files = read.files
        while True:
            is_asked = await self._is_asked()
            now = await asyncio.to_thread(self._look)
            is_settled, seen = now == seen, now
            if is_asked or (is_settled and now != read):
                # It may name other files from now on.
                read = seen = await self._take(now)

    def _look(self) -> _Look:
        return _Look(self._source.stamp(), self._read.engine_files())

    async def _is_asked(self) -> bool:
        """Whether somebody asks, within the time until the file is looked at again."""
        try:
            async with asyncio.timeout(self._look_s):
                await self._asked.wait()
        except TimeoutError:
            return False
        self._asked.clear()
        return True

    async def _take(self, now: _Look) -> _Look:
        """Read the file, and follow it if that can be done.

        Returns:
            What there was to follow: other files, where it names others than before.
        """
        if now.stamp is None:
            # More likely on its way from one place to another than taken back.
            log.warning(f"{FILE_NAME} is gone, what it said stays until the next start")
            return now
        try:
            self._read = await asyncio.to_thread(self._source.read)
            now = _Look(now.stamp, await asyncio.to_thread(self._read.engine_files))
            changed = _changed(self._now, self._read)
            followed = [name for name in changed if name in FOLLOWED]
            files = sorted(
                name
                for name in now.files.keys() | self._files.keys()
                if now.files.get(name) != self._files.get(name)
            )
            if followed or files:
                await self._follow(self._read)
        except PaintoverError as error:
            self.refusal = Refusal(error.message, datetime.now(UTC))
            log.error(f"{FILE_NAME} is refused, what was there before stays", reason=error.message)
            return now
        except Exception as exc:
            # An engine of somebody else's may break in any way while it is made.
            # Its own words may hold anything, a key included: those are for the log.
            self.refusal = Refusal(_BROKE, datetime.now(UTC))
            log.error(f"{FILE_NAME} is refused, what was there before stays", exc_info=exc)
            return now
        self.refusal, self.read_at = None, datetime.now(UTC)
        self._files = now.files
        self._now = msgspec.structs.replace(
            self._now, **{name: getattr(self._read, name) for name in followed}
        )
        log.info(f"{FILE_NAME} was read again", changed=followed, files=files)
        if restart_for := [name for name in changed if name not in FOLLOWED]:
            log.warning("a restart is needed for changed settings", settings=restart_for)
        return now


@dataclass(frozen=True, slots=True)
class _Look:
    """What there is to follow."""

    stamp: Stamp | None
    """Of the file; None while there is none."""
    files: dict[str, Stamp]
    """Those that it names for engines, by what is written."""


def _changed(before: Settings, after: Settings) -> list[str]:
    """The names of the settings that differ. A server that was to take a free port has one by now."""
    return [
        name
        for name in Settings.__struct_fields__
        if getattr(before, name) != getattr(after, name) and not (name == "port" and after.port == 0)
    ]
