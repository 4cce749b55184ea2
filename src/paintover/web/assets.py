"""The page's files, their version, and which modules a module needs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

MEDIA_TYPES = {
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "svg": "image/svg+xml",
}
PAGES = ("index.html", "share.html")
_IMPORT = re.compile(rb'^(?:import|export)\b[^;]*?from "\./([\w/.-]+)";', re.MULTILINE)


@lru_cache(maxsize=1)
def page_assets() -> tuple[str, dict[str, bytes]]:
    """The version, a digest of everything, and every file that a page may ask for by its path."""
    folder = resources.files("paintover.web").joinpath("page")
    assets = dict(sorted(_files(folder)))
    pages = [folder.joinpath(name).read_bytes() for name in PAGES]
    return hashlib.sha256(b"\0".join([*pages, *assets.values()])).hexdigest()[:12], assets


def imported(assets: dict[str, bytes], name: str) -> list[str]:
    """Every module that a module imports, and those that they do; without itself."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        for match in _IMPORT.finditer(assets[waiting.pop()]):
            needed = match[1].decode()
            if needed in assets and needed not in found:
                found[needed] = None
                waiting.append(needed)
    return sorted(found)


def media_type(name: str) -> str:
    """What a file is; empty for what is not served."""
    return MEDIA_TYPES.get(name.rpartition(".")[2], "")


def _files(folder: Traversable, under: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{under}{entry.name}/")
        elif media_type(entry.name):
            yield under + entry.name, entry.read_bytes()
