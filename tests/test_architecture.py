"""The house keeps its own rules."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import paintover
from paintover.domain import errors

ROOT = Path(paintover.__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
BANNED = {"utils", "util", "helper", "helpers", "manager", "service", "services", "job", "misc", "handle"}


def test_layers_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_modules_have_names_of_the_field() -> None:
    assert not [path for path in SOURCES if path.stem.strip("_") in BANNED]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_every_public_thing_has_a_docstring(path: Path) -> None:
    if "migrations" in path.parts:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module"
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    # The errors are explained in the tree that their module draws.
    assert not bare or path == Path(errors.__file__)


def test_the_error_tree_is_drawn_and_every_error_has_its_own_place() -> None:
    drawn = errors.__doc__ or ""
    classes = [
        thing
        for _, thing in inspect.getmembers(errors, inspect.isclass)
        if issubclass(thing, errors.PaintoverError)
    ]
    assert len(classes) > 10
    assert [cls.__name__ for cls in classes if not re.search(rf"\b{cls.__name__}\b", drawn)] == []


def test_only_the_settings_read_the_environment() -> None:
    readers = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if re.search(r"os\.environ|os\.getenv", path.read_text(encoding="utf-8"))
        and path.name != "settings.py"
    ]
    assert readers == []


def test_the_public_face_is_complete_and_sorted() -> None:
    assert sorted(paintover.__all__) == paintover.__all__
    assert all(hasattr(paintover, name) for name in paintover.__all__)


def test_every_module_imports_on_its_own() -> None:
    for path in SOURCES:
        # What needs the extra `diffusers` is imported where that is installed: see tests_diffusers.
        if "migrations" not in path.parts and "painting" not in path.parts:
            name = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
            import_module(name)
