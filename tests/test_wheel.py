"""What is shipped."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST_BYTES = 12_000_000


def test_the_wheel_is_small_and_whole(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.stat().st_size < MOST_BYTES
    held = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src"
    kept = {
        path.relative_to(package).as_posix()
        for path in (package / "paintover").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert kept <= held
