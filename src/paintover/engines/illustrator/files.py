"""The tables that lie beside the code: of words (`words/*.toml`) and of drawings (`tables/*.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
"""Where the illustrator and all that it reads lie."""


def word_table(name: str) -> dict[str, Any]:
    """The table `words/{name}.toml`, read anew at each call."""
    return _read(FOLDER / "words" / f"{name}.toml")


def table(name: str) -> dict[str, Any]:
    """The table `tables/{name}.toml`, read anew at each call."""
    return _read(FOLDER / "tables" / f"{name}.toml")


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
