"""The public links of pictures. The permission to see a picture is in its link's path, so a link carries nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
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

    def path_of(self, url: str) -> str | None:
        """The path in a link of ours; None for any other URL.

        A loopback address counts as ours under any name and port: nothing else there may be fetched anyway, and a
        server that moved still knows its old links.
        """
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            return None
        is_ours = parts.netloc.lower() == urlsplit(self._base()).netloc.lower() or _is_loopback(host)
        if parts.scheme not in ("http", "https") or not is_ours or parts.query or parts.fragment:
            return None
        match = _LINK_PATH.fullmatch(parts.path)
        return match[1] if match else None

    def _base(self) -> str:
        return (self.public_url if isinstance(self.public_url, str) else self.public_url()).rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
