"""P6: no image exhausts the host. Every bomb is refused, in under 0.5 s and 50 MiB."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.intake.bombs import bombs, honest_files
from tests.pace import timed

MEASURE = """
import json, resource, sys, time
from pathlib import Path
from paintover.domain.errors import BadPicture
from paintover.intake.pictures import accept_picture

def peak_kib():
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

folder = Path(sys.argv[1])
for path in folder.glob("honest*"):
    accept_picture(path.read_bytes())
rows = []
for path in sorted(folder.glob("bomb*")):
    raw = path.read_bytes()
    before, began = peak_kib(), time.process_time()
    try:
        accept_picture(raw)
        verdict = "accepted"
    except BadPicture as error:
        verdict = str(error)
    rows.append((path.name, verdict, time.process_time() - began, (peak_kib() - before) / 1024))
print(json.dumps(rows))
"""


@timed
def test_every_bomb_is_refused_quickly_and_cheaply(tmp_path: Path) -> None:
    """Each in one fresh process after the decoders are warm, so that the memory's high-water mark is theirs."""
    named = bombs()
    assert len(named) >= 19
    for number, raw in enumerate(named.values()):
        (tmp_path / f"bomb{number:03}").write_bytes(raw)
    for number, raw in enumerate(honest_files().values()):
        (tmp_path / f"honest{number:03}").write_bytes(raw)
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path)], capture_output=True, text=True, timeout=60, check=True
    )
    rows = json.loads(run.stdout)
    assert len(rows) == len(named)
    slowest = max(row[2] for row in rows)
    hungriest = max(row[3] for row in rows)
    print(f"P6: {len(rows)} bombs, slowest {slowest * 1000:.0f} ms, most memory {hungriest:.1f} MiB")
    for name, (_, verdict, took_s, mebibytes) in zip(named, rows, strict=True):
        assert verdict != "accepted", name
        assert verdict.endswith("."), (name, verdict)
        assert took_s < 0.5, (name, took_s)
        assert mebibytes < 50, (name, mebibytes)
