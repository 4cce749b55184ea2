"""The page about writing an engine is followed to the letter: its engine is installed, tested and served."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from paintover.settings import Settings
from tests.live import LiveServer

PAGE = (Path(__file__).parents[2] / "docs" / "write-an-engine.md").read_text(encoding="utf-8")
ENGINE, TEST = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
(PROJECT,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The page's engine as an installed package."""
    (tmp_path / "crayon.py").write_text(ENGINE, encoding="utf-8")
    (tmp_path / "test_crayon.py").write_text(TEST, encoding="utf-8")
    info = tmp_path / "crayon-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: crayon\nVersion: 1\n", encoding="utf-8")
    points = tomllib.loads(PROJECT)["project"]["entry-points"]
    lines = [
        line
        for group, named in points.items()
        for line in (f"[{group}]", *(f"{name} = {target}" for name, target in named.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_it_has_no_more_lines_than_the_title_says() -> None:
    assert len([line for line in ENGINE.splitlines() if line.strip()]) <= 40


def test_its_test_passes(package: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", package, package],
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 20
    assert "skipped" not in done.stdout


def test_it_is_served(package: Path, tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path / "data"), port=0, engine="crayon")
    with LiveServer(settings) as live, live.openai() as client:
        messages = [{"role": "user", "content": "stripes"}]
        told = client.chat.completions.create(model="paintover", messages=messages)  # type: ignore[arg-type]
        assert "Generation complete" in str(told.choices[0].message.content)
