"""Vendor what the illustrator draws and names with, from pinned npm packages: art, outlines, and names in more languages.

Writes `art/noto.zip`, `art/mdi.zip`, `art/NOTICE`, `words/names.json` and `words/emoji.json`. Run again at any time; the same versions give
the same bytes. Needs npm and a configured registry.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

NOTO = ("@iconify-json/noto", "1.2.9")
OUTLINES = ("@iconify-json/mdi", "1.2.3")
NAMES = ("cldr-annotations-full", "48.2.0")
DERIVED = ("cldr-annotations-derived-full", "48.2.0")
LANGUAGES = ("es", "fr", "de", "pt", "it", "ru", "ja", "ko", "ar", "nl")
HERE = Path(__file__).resolve().parent.parent / "src/paintover/engines/illustrator"
LEFT_OUT = re.compile(
    r"^flag-|skin-tone|-tone\d|^keycap|button$|(up|down|left|right)-arrow|^regional-indicator|^input-|thirty$|oclock$"
)
"""Skin tones, flags and letters: variants that no prompt needs."""
LONGEST = 300_000
"""Characters; beyond this an icon costs more than it shows."""
NOTICE = f"""\
noto.zip holds a subset of the Noto Emoji drawings, unchanged, as packed by {NOTO[0]} {NOTO[1]}.
Copyright Google Inc. and the Noto Emoji authors, https://github.com/googlefonts/noto-emoji
Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0

mdi.zip holds a few of the Material Design Icons, unchanged, as packed by {OUTLINES[0]} {OUTLINES[1]}.
Copyright Pictogrammers and the Material Design Icons contributors, https://github.com/Templarian/MaterialDesign
Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0

../words/names.json and ../words/emoji.json hold names of emoji from the Unicode Common Locale Data Repository, as packed
by {NAMES[0]} and {DERIVED[0]} {NAMES[1]}.
Copyright 1991-2025 Unicode, Inc. Licensed under the Unicode License V3: https://www.unicode.org/license.txt

Written by tools/vendor_art.py.
"""


def fetch(package: tuple[str, str], folder: Path) -> tarfile.TarFile:
    """The package's archive, downloaded into the folder."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the art.")
    name, version = package
    place = folder / re.sub(r"\W", "-", name)
    place.mkdir()
    subprocess.run([npm, "pack", "--silent", f"{name}@{version}"], cwd=place, check=True, capture_output=True)
    return tarfile.open(next(place.glob("*.tgz")))


def read(archive: tarfile.TarFile, path: str) -> dict[str, Any]:
    """A JSON file of the package."""
    member = archive.extractfile(f"package/{path}")
    if member is None:
        sys.exit(f"The package holds no {path}.")
    content: dict[str, Any] = json.load(member)
    return content


def icons(archive: tarfile.TarFile, side: int) -> dict[str, str]:
    """The package's icons, name -> SVG body on a square of that side."""
    packed = read(archive, "icons.json")
    if (packed.get("width", 16), packed.get("height", 16)) != (side, side):
        sys.exit(f"The drawings are no longer on a {side} unit square.")
    found = {name: icon["body"] for name, icon in packed["icons"].items()}
    for name, alias in packed.get("aliases", {}).items():
        if set(alias) == {"parent"} and alias["parent"] in found:
            found[name] = found[alias["parent"]]
    return found


def write(path: Path, kept: dict[str, str]) -> None:
    """One entry a drawing, sorted, without dates, so that the bytes depend on the drawings alone."""
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(kept, key=lambda name: f"{name}.svg"):
            entry = zipfile.ZipInfo(f"{name}.svg", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, kept[name], compresslevel=9)
    print(f"{path.name}: {len(kept)} drawings, {path.stat().st_size:,} bytes")


def slug(name: str) -> str:
    """The icon's name for an English name of CLDR."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("\u2019", "").replace("\u201c", "")).strip("-")


def names(archive: tarfile.TarFile, kinds: dict[str, Any]) -> dict[str, dict[str, str]]:
    """By language, the CLDR name of each kind that is drawn as an emoji, and those that were vendored before it had a drawing
    of our own; names that mean two kinds are left out.
    """
    former: dict[str, dict[str, str]] = json.loads((HERE / "words/names.json").read_text(encoding="utf-8"))

    def named(language: str) -> dict[str, str]:
        path = f"annotations/{language}/annotations.json"
        entries = read(archive, path)["annotations"]["annotations"]
        return {sign: entry["tts"][0] for sign, entry in entries.items() if "tts" in entry}

    signs = {slug(name): sign for sign, name in named("en").items()}
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        local = named(language)
        table = {name: kind for name, kind in former.get(language, {}).items() if kind in kinds}
        for kind, fields in kinds.items():
            family, _, icon = fields["art"].partition(":")
            name = local.get(signs.get(icon, "")) if family == "noto" else None
            if name is not None:
                table.setdefault(name.lower(), kind)
        found[language] = dict(sorted(table.items()))
    return found


def signs(drawings: tarfile.TarFile, named: dict[str, dict[str, str]], kept: set[str]) -> list[list[str]]:
    """One row an emoji: its sign, the name of its icon, its English and Chinese names, its group."""
    groups = {
        icon: group
        for group, icons in read(drawings, "metadata.json")["categories"].items()
        for icon in icons
    }
    rows = {}
    for codes, icon in read(drawings, "chars.json").items():
        sign = "".join(chr(int(code, 16)) for code in codes.split("-")).replace("\ufe0f", "")
        if icon in kept and sign in named["en"] and sign in named["zh"] and icon in groups:
            rows[sign] = [sign, icon, named["en"][sign], named["zh"][sign], groups[icon]]
    return [rows[sign] for sign in sorted(rows)]


def both_names(annotations: tarfile.TarFile, derived: tarfile.TarFile) -> dict[str, dict[str, str]]:
    """By language, the CLDR name of every sign, sequences included."""
    found = {}
    for language in ("en", "zh"):
        plain = read(annotations, f"annotations/{language}/annotations.json")["annotations"]
        joined = read(derived, f"annotationsDerived/{language}/annotations.json")["annotationsDerived"]
        entries = {**plain["annotations"], **joined["annotations"]}
        found[language] = {
            sign.replace("\ufe0f", ""): entry["tts"][0] for sign, entry in entries.items() if "tts" in entry
        }
    return found


def main() -> None:
    """Fetch, choose and write everything."""
    kinds = tomllib.loads((HERE / "tables/kinds.toml").read_text(encoding="utf-8"))
    wanted = {
        fields["art"].removeprefix("mdi:") for fields in kinds.values() if fields["art"].startswith("mdi:")
    }
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        noto = fetch(NOTO, folder)
        drawings = {
            name: body
            for name, body in icons(noto, 128).items()
            if not LEFT_OUT.search(name) and len(body) <= LONGEST
        }
        write(HERE / "art/noto.zip", drawings)
        outlines = icons(fetch(OUTLINES, folder), 24)
        write(HERE / "art/mdi.zip", {name: outlines[name] for name in wanted})
        annotations = fetch(NAMES, folder)
        tables = names(annotations, kinds)
        rows = signs(noto, both_names(annotations, fetch(DERIVED, folder)), set(drawings))
    lines = json.dumps(tables, ensure_ascii=False, indent=0, sort_keys=True)
    (HERE / "words/names.json").write_text(lines + "\n", encoding="utf-8")
    listed = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (HERE / "words/emoji.json").write_text(f"[\n{listed}\n]\n", encoding="utf-8")
    (HERE / "art/NOTICE").write_text(NOTICE, encoding="utf-8")
    print(f"emoji.json: {len(rows)} emoji")
    print(", ".join(f"{language}: {len(table)} names" for language, table in tables.items()))


if __name__ == "__main__":
    main()
