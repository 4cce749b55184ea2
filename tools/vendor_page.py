"""Vendor the third-party modules of the page, from pinned npm packages, as one module each that imports nothing.

Writes `page/vendor/preact.js`, `page/vendor/d3.js` and `page/vendor/NOTICE`. Run again at any time; the same versions
give the same bytes. Needs npm and a configured registry. The page itself has no build step: only this is bundled, since
a browser cannot resolve the names by which these modules import each other without a script in the page.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BUNDLER = ("esbuild", "0.28.2")
PACKAGES = {
    "preact": "11.2.0",
    "htm": "3.1.1",
    "d3-color": "3.1.1",
    "d3-dispatch": "3.0.2",
    "d3-drag": "3.0.1",
    "d3-ease": "3.0.2",
    "d3-hierarchy": "3.1.3",
    "d3-interpolate": "3.0.2",
    "d3-selection": "3.0.1",
    "d3-timer": "3.0.2",
    "d3-transition": "3.0.2",
    "d3-zoom": "3.0.1",
}
"""All that ends up in the bundles, so that nothing floats."""
BUNDLES = {
    "preact.js": """\
import { h } from "preact";
import htm from "htm";
export { Component, render } from "preact";
export { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
export const html = htm.bind(h);
""",
    "d3.js": """\
export { hierarchy, tree } from "d3-hierarchy";
export { select } from "d3-selection";
export { zoom, zoomIdentity } from "d3-zoom";
""",
}
VENDOR = Path(__file__).resolve().parent.parent / "src/paintover/web/page/vendor"


def npm(*arguments: str, folder: Path) -> None:
    """Run npm in the folder, or end with a sentence."""
    command = shutil.which("npm")
    if command is None:
        sys.exit("npm is needed to fetch the page's modules.")
    subprocess.run([command, *arguments], cwd=folder, check=True, capture_output=True)


def bundle(source: str, folder: Path) -> tuple[str, set[str]]:
    """One module that holds all that the source imports, and the names of the packages inside."""
    (folder / "source.js").write_text(source, encoding="utf-8")
    subprocess.run(
        [
            folder / "node_modules/.bin/esbuild",
            "source.js",
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--legal-comments=none",
            "--metafile=meta.json",
            "--outfile=bundle.js",
            "--log-level=error",
        ],
        cwd=folder,
        check=True,
        env={"PATH": os.environ["PATH"]},
    )
    inside = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["inputs"]
    names = {match[1] for path in inside if (match := re.match(r"node_modules/([^/]+)/", path))}
    return (folder / "bundle.js").read_text(encoding="utf-8"), names


def main() -> None:
    """Fetch, bundle and write everything."""
    VENDOR.mkdir(exist_ok=True)
    notice = [
        "Written by tools/vendor_page.py. What the files in this folder hold, and under which licences.\n"
    ]
    licences: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "package.json").write_text("{}", encoding="utf-8")
        wanted = [f"{name}@{version}" for name, version in {**PACKAGES, BUNDLER[0]: BUNDLER[1]}.items()]
        npm("install", "--silent", "--no-audit", "--no-fund", *wanted, folder=folder)
        for target, source in BUNDLES.items():
            text, names = bundle(source, folder)
            held = []
            for name in sorted(names):
                package = json.loads(
                    (folder / "node_modules" / name / "package.json").read_text(encoding="utf-8")
                )
                held.append(f"{name} {package['version']} ({package['license']})")
                licences[name] = (
                    (folder / "node_modules" / name / "LICENSE").read_text(encoding="utf-8").strip()
                )
            head = f"/*! {', '.join(held)}. Licences: NOTICE in this folder. */\n"
            (VENDOR / target).write_text(head + text, encoding="utf-8")
            notice.append(f"{target}: {', '.join(held)}")
            print(f"{target}: {', '.join(held)}; {(VENDOR / target).stat().st_size:,} bytes")
    by_text: dict[str, list[str]] = {}
    for name, text in sorted(licences.items()):
        by_text.setdefault(text, []).append(name)
    notice += [f"\n{'-' * 100}\n{', '.join(names)}\n\n{text}" for text, names in by_text.items()]
    (VENDOR / "NOTICE").write_text("\n".join(notice) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
