"""The page about the illustrator names modules that exist, and functions that they have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CODE = ROOT / "src" / "paintover" / "engines" / "illustrator"
PAGES = [ROOT / "docs" / "illustrator.md", ROOT / "docs" / "decisions" / "0021-rooms-of-the-illustrator.md"]
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w/]+(?:\.py|/))`", TEXT))))
def test_each_module_that_is_named_exists(name: str) -> None:
    there = any((folder / name).exists() for folder in (ROOT, CODE, CODE / "editing"))
    assert there or list((ROOT / "tests" / "engines" / "illustrator").rglob(name))


@pytest.mark.parametrize(
    ("module", "function"),
    sorted(
        {
            *((module, name) for module, name in re.findall(r"`([\w/]+\.py)`: `(\w+)`", TEXT)),
            *((module, name) for name, module in re.findall(r"`(\w+)` \(`([\w/]+\.py)`\)", TEXT)),
        }
    ),
)
def test_each_function_that_is_named_is_in_its_module(module: str, function: str) -> None:
    assert re.search(
        rf"^(?:def|class) {function}\b", (CODE / module).read_text(encoding="utf-8"), re.MULTILINE
    )
