"""Vendor the illustrator's art: fetch the pinned npm package, keep what can be drawn, write `art/noto.zip` and NOTICE.

Run again at any time; the same version gives the same bytes. Needs npm and a configured registry.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "@iconify-json/noto"
VERSION = "1.2.9"
ART = Path(__file__).resolve().parent.parent / "src/paintover/engines/illustrator/art"
LEFT_OUT = re.compile(
    r"^flag-|skin-tone|-tone\d|^keycap|button$|(up|down|left|right)-arrow|^regional-indicator|^input-|thirty$|oclock$"
)
"""Skin tones, flags and letters: variants that no prompt needs."""
LONGEST = 300_000
"""Characters; beyond this an icon costs more than it shows."""
NOTICE = f"""\
noto.zip holds a subset of the Noto Emoji drawings, unchanged, as packed by {PACKAGE} {VERSION}.
Copyright Google Inc. and the Noto Emoji authors, https://github.com/googlefonts/noto-emoji
Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
Written by tools/vendor_art.py.
"""


def fetch(folder: Path) -> dict[str, str]:
    """The package's icons, name -> SVG body on a 128 unit square."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the art.")
    subprocess.run(
        [npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, check=True, capture_output=True
    )
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        member = archive.extractfile("package/icons.json")
        if member is None:
            sys.exit("The package holds no icons.json.")
        packed = json.load(member)
    if (packed["width"], packed["height"]) != (128, 128):
        sys.exit("The drawings are no longer on a 128 unit square.")
    icons = {name: icon["body"] for name, icon in packed["icons"].items()}
    for name, alias in packed.get("aliases", {}).items():
        if set(alias) == {"parent"} and alias["parent"] in icons:
            icons[name] = icons[alias["parent"]]
    return icons


def write(icons: dict[str, str]) -> None:
    """One entry a drawing, sorted, without dates, so that the bytes depend on the drawings alone."""
    ART.mkdir(exist_ok=True)
    kept = {n: b for n, b in icons.items() if not LEFT_OUT.search(n) and len(b) <= LONGEST}
    with zipfile.ZipFile(ART / "noto.zip", "w") as archive:
        for name in sorted(kept, key=lambda name: f"{name}.svg"):
            entry = zipfile.ZipInfo(f"{name}.svg", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, kept[name], compresslevel=9)
    (ART / "NOTICE").write_text(NOTICE, encoding="utf-8")
    print(f"{len(kept)} drawings, {(ART / 'noto.zip').stat().st_size:,} bytes")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(fetch(Path(folder)))


if __name__ == "__main__":
    main()
