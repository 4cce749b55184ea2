"""The one door for pictures that somebody else has made, whatever form they come in."""

from __future__ import annotations

import asyncio

from paintover.intake.addresses import read_networks
from paintover.intake.data_url import read_data_url
from paintover.intake.drawn import accept_drawn_async
from paintover.intake.fetch import MAX_BYTES, Fetcher
from paintover.intake.pictures import AcceptedPicture

TIMEOUT_S = 30.0
"""Longer than a picture that a user names may take: this one has been drawn, and perhaps paid for."""


class GuardedIntake:
    """Fetches, checks and rebuilds pictures for engines whose pictures come from elsewhere."""

    def __init__(self, *, max_bytes: int = MAX_BYTES, timeout_s: float = TIMEOUT_S, keep: int = 0) -> None:
        """`max_bytes` is the largest file that is fetched, `timeout_s` the longest that fetching it may take, `keep` how many
        connections may wait for the next one from the same server."""
        self._keep = keep
        self._max_bytes = max_bytes
        self._timeout_s = timeout_s
        self._fetchers: dict[tuple[str, ...], Fetcher] = {}

    async def from_link(self, url: str, *, deadline_s: float, allow: tuple[str, ...] = ()) -> AcceptedPicture:
        """The picture behind a link.

        Raises:
            ForbiddenAddress, FetchTooLarge, FetchFailed: as `Fetcher.fetch_picture`.
            BadPicture: what is there is no acceptable picture.
            ValueError: `allow` names something that is no network.
        """
        if allow not in self._fetchers:
            self._fetchers[allow] = Fetcher(
                max_bytes=self._max_bytes,
                timeout_s=self._timeout_s,
                allow=read_networks(allow),
                keep=self._keep,
            )
        return await accept_drawn_async(await self._fetchers[allow].fetch_picture(url, deadline_s=deadline_s))

    async def from_text(self, text: str) -> AcceptedPicture:
        """The picture in a data URL or in bare base64.

        Raises:
            BadPicture: there is no acceptable one.
        """
        return await accept_drawn_async(await asyncio.to_thread(read_data_url, text))

    async def from_bytes(self, raw: bytes) -> AcceptedPicture:
        """The picture of a file.

        Raises:
            BadPicture: it is no acceptable one.
        """
        return await accept_drawn_async(raw)

    async def aclose(self) -> None:
        """Close what is still open. Called once, after the last picture."""
        for fetcher in self._fetchers.values():
            await fetcher.aclose()
