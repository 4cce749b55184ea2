"""What runs in the worker process."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from paintover.engines.diffusers import painting

MODULES = sorted(path.stem for path in Path(painting.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_every_module_imports_on_its_own(name: str) -> None:
    import_module(f"{painting.__name__}.{name}")
