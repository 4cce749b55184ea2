"""The public links of pictures. The permission to see a picture is in its link's path, so a link carries nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from paintover.store.generations import PATH_PATTERN

_LINK_PATH = re.compile(rf"/cdn/(?:download/)?({PATH_PATTERN})")


@dataclass(frozen=True, slots=True)
class Links:
    """Writes links, and reads them back. `public_url` is scheme and host, or a function for an address known later."""

    public_url: str | Callable[[], str]

    def picture(self, path: str) -> str:
        """Where a browser shows the picture with that path."""
        return f"{self._base()}/cdn/{path}"

    def download(self, path: str) -> str:
        """Where a browser saves it as a file."""
        return f"{self._base()}/cdn/download/{path}"

    def page(self, path: str) -> str:
        """The address of one of our own pages."""
        return f"{self._base()}/{path}"

    def path_of(self, url: str) -> str | None:
        """The path in a link that looks like ours; None for any other URL.

        Host and query do not count: a server that moved still knows its old links, and clients add to links what they
        like. Whether there is such a picture is for the store to say; nobody guesses a path.
        """
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        match = _LINK_PATH.fullmatch(parts.path) if parts.scheme in ("http", "https") else None
        return match[1] if match else None

    def _base(self) -> str:
        return (self.public_url if isinstance(self.public_url, str) else self.public_url()).rstrip("/")
