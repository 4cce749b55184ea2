"""Following the changes of `paintover.toml` while the server runs.

The file is looked at once a second: one `stat`, which also works where no notices of changes come (network drives,
folders that are mounted into containers). What has changed is read when it has then stayed the same for a second, so that
nothing is read while it is being written. Whatever is wrong with it, the configuration that was there goes on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import msgspec
import structlog

from paintover.domain.errors import PaintoverError
from paintover.settings import FILE_NAME, FOLLOWED, Settings, SettingsSource

LOOK_S = 1.0

log = structlog.get_logger()


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
        self._follow = follow
        self._look_s = look_s
        self._asked = asyncio.Event()
        self.is_refused = False
        """Whether the file, as it is now, could not be followed."""

    def reload(self) -> None:
        """Read the file soon, whether or not it has changed."""
        self._asked.set()

    async def watch(self) -> None:
        """Follow the file until cancelled."""
        read = await asyncio.to_thread(self._source.stamp)
        seen = read
        while True:
            is_asked = await self._is_asked()
            stamp = await asyncio.to_thread(self._source.stamp)
            is_settled, seen = stamp == seen, stamp
            if is_asked or (is_settled and stamp != read):
                read = stamp
                await self._take(exists=stamp is not None)

    async def _is_asked(self) -> bool:
        """Whether somebody asks, within the time until the file is looked at again."""
        try:
            async with asyncio.timeout(self._look_s):
                await self._asked.wait()
        except TimeoutError:
            return False
        self._asked.clear()
        return True

    async def _take(self, *, exists: bool) -> None:
        if not exists:
            # More likely on its way from one place to another than taken back.
            log.warning(f"{FILE_NAME} is gone, what it said stays until the next start")
            return
        try:
            wanted = await asyncio.to_thread(self._source.read)
            changed = _changed(self._now, wanted)
            followed = [name for name in changed if name in FOLLOWED]
            if followed:
                await self._follow(wanted)
        except PaintoverError as error:
            self.is_refused = True
            log.error(f"{FILE_NAME} is refused, what was there before stays", reason=error.message)
            return
        except Exception as exc:
            # An engine of somebody else's may break in any way while it is made.
            self.is_refused = True
            log.error(f"{FILE_NAME} is refused, what was there before stays", exc_info=exc)
            return
        self.is_refused = False
        self._now = msgspec.structs.replace(self._now, **{name: getattr(wanted, name) for name in followed})
        log.info(f"{FILE_NAME} was read again", changed=followed)
        if restart_for := [name for name in changed if name not in FOLLOWED]:
            log.warning("a restart is needed for changed settings", settings=restart_for)


def _changed(before: Settings, after: Settings) -> list[str]:
    """The names of the settings that differ. A server that was to take a free port has one by now."""
    return [
        name
        for name in Settings.__struct_fields__
        if getattr(before, name) != getattr(after, name) and not (name == "port" and after.port == 0)
    ]
