"""Whether files have changed since they were last looked at, without reading them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from typing import Any

Stamp = tuple[int, ...]
"""Differs whenever a file does."""

_LONGEST = 4096
"""No path is longer."""


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """A file's stamp; None where there is no regular file."""
    try:
        about = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(about.st_mode):
        return None
    return about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino


def named_files(options: Mapping[str, Any]) -> dict[str, Stamp]:
    """The files that an engine's options name, each with its stamp, by what is written. Whatever the engine: each text that
    leads to a file counts, at any depth; folders do not, since engines may write into them."""
    found = {text: stamp_of(os.path.expanduser(text)) for text in _texts(options)}
    return {text: stamp for text, stamp in found.items() if stamp is not None}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if 0 < len(value) <= _LONGEST:
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
