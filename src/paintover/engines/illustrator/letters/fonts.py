"""The fonts of pictures: packages' own, never the system's, so that a text looks the same on every machine.

Together they hold Chinese, Japanese, Korean, Arabic, and everything in Latin, Greek and Cyrillic letters.
"""

from __future__ import annotations

import os
import struct
from bisect import bisect_right
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Literal

import pyvips

from paintover.engines.illustrator.files import FOLDER

FONTS = (
    ("Noto Sans SC", "pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    ("Noto Sans KR", "pylopdf_fonts_ko", "NotoSansKR-Regular.otf"),
    ("Noto Sans Arabic", "pylopdf_fonts_ar", "NotoSansArabic-Variable.ttf"),
)
"""Family, package and file; a letter is taken from the first that has it."""
SERIFS = (
    ("Noto Serif SC", "pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"),
    ("Noto Serif KR", "pylopdf_fonts_ko", "NotoSerifKR-Regular.otf"),
    ("Noto Naskh Arabic", "pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf"),
)
"""The same with serifs, for titles; what they lack is taken from `FONTS`."""
Face = Literal["sans", "serif"]


def _path(package: str, name: str) -> Path:
    with as_file(files(package) / name) as path:
        return Path(path)


# Fontconfig reads this once, before its first text: without any fonts of the system's it finds none but ours, so no
# font that happens to be installed changes a picture.
os.putenv("FONTCONFIG_FILE", str(FOLDER / "fonts.conf"))


@cache
def load(face: Face = "sans") -> str:
    """Make the fonts known to libvips, once for the process; the families to ask for, in their order."""
    fonts = SERIFS if face == "serif" else FONTS
    for family, package, name in fonts:
        pyvips.Image.text("-", font=f"{family} 8", fontfile=str(_path(package, name))).avg()
    return ", ".join([*(family for family, _, _ in fonts), *([load()] if face == "serif" else [])])


def has_letter(character: str) -> bool:
    """Whether one of the fonts can draw it; white space needs none."""
    code = ord(character)
    starts, ends = _coverage()
    at = bisect_right(starts, code) - 1
    return character.isspace() or (at >= 0 and code <= ends[at])


def settable(text: str) -> str:
    """The text without what no font can draw (and without controls): a picture shows no boxes."""
    kept = "".join(" " if c.isspace() else c for c in text if has_letter(c) or c in _JOINERS)
    return " ".join(kept.split())


def unsettable(*texts: str) -> str:
    """The characters that no font can draw, each once."""
    found = [c for text in texts for c in text if c.isprintable() and not (has_letter(c) or c in _JOINERS)]
    return "".join(dict.fromkeys(found))


_JOINERS = "\u200c\u200d"
"""They shape what stands around them (Persian, for one)."""


@cache
def _coverage() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last code points of the ranges that the fonts cover together, in order and apart from each other."""
    ranges = sorted(span for _, package, name in FONTS for span in _ranges(_path(package, name)))
    starts: list[int] = []
    ends: list[int] = []
    for start, end in ranges:
        if ends and start <= ends[-1] + 1:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return tuple(starts), tuple(ends)


def _ranges(font: Path) -> list[tuple[int, int]]:
    """The ranges of a font's character map of format 12 or 4 (OpenType specification, 'cmap')."""
    with font.open("rb") as stream:
        head = stream.read(12)
        records = stream.read(16 * struct.unpack_from(">H", head, 4)[0])
        offset, length = next(
            struct.unpack_from(">II", records, at + 8)
            for at in range(0, len(records), 16)
            if records[at : at + 4] == b"cmap"
        )
        stream.seek(offset)
        table = stream.read(length)
    subtables = {
        struct.unpack_from(">H", table, place)[0]: place
        for (place,) in (
            struct.unpack_from(">I", table, 8 + 8 * k) for k in range(struct.unpack_from(">H", table, 2)[0])
        )
    }
    if (place := subtables.get(12)) is not None:
        groups = struct.unpack_from(">I", table, place + 12)[0]
        return [struct.unpack_from(">II", table, place + 16 + 12 * k) for k in range(groups)]
    place = subtables[4]
    count = struct.unpack_from(">H", table, place + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", table, place + 14)
    firsts = struct.unpack_from(f">{count}H", table, place + 16 + 2 * count)
    return [span for span in zip(firsts, lasts, strict=True) if span[0] != 0xFFFF]
