"""JPEG (ITU-T T.81): segments that begin with a marker, scans of packed pixels between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from paintover.domain.errors import BadPicture
from paintover.intake.headers.bounds import Bounds, Measured, damaged

_FRAMES_READ = frozenset({0xC0, 0xC1, 0xC2})
_FRAMES_UNREAD = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_START_OF_SCAN, _END, _START = 0xDA, 0xD9, 0xD8
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


@dataclass
class _Found:
    width: int = 0
    height: int = 0
    blocks: int = 0
    scans: int = 0
    scan_bytes: int = 0
    kept: list[bytes] = field(default_factory=list)


def measure_jpeg(raw: bytes, bounds: Bounds) -> Measured:
    """Check a JPEG; its body has lost its comments and everything after its end.

    Raises:
        BadPicture: beyond a bound, damaged, of a rare kind (lossless, arithmetic, hierarchical, 12 bit), or shorter
            than its blocks can be packed.
    """
    found = _Found(kept=[raw[:2]])
    at, segments = 2, 0
    while True:
        segments += 1
        bounds.check_chunks(segments)
        marker, start = _read_marker(raw, at)
        if marker == _END:
            break
        if marker in _ALONE:
            at = start
            continue
        if marker == _START or start + 2 > len(raw):
            raise damaged("JPEG")
        after = start + int.from_bytes(raw[start : start + 2], "big")
        if after < start + 2 or after > len(raw):
            raise damaged("JPEG")
        content = raw[start + 2 : after]
        if marker in _FRAMES_READ:
            _read_frame(content, found, bounds)
        elif marker in _FRAMES_UNREAD:
            raise BadPicture("The JPEG picture is of a rare kind; save it anew as an ordinary JPEG or PNG.")
        elif marker == _START_OF_SCAN:
            after = _pass_scan(raw, after, found, bounds)
        if marker != 0xFE:
            found.kept.append(raw[start - 2 : after])
        at = after
    # Every block takes a bit at the very least; fewer bits than blocks is a file that claims what it does not hold.
    if not found.scans or found.scan_bytes * 8 < found.blocks:
        raise damaged("JPEG")
    found.kept.append(b"\xff\xd9")
    return Measured(format="jpeg", width=found.width, height=found.height, body=b"".join(found.kept))


def _read_marker(raw: bytes, at: int) -> tuple[int, int]:
    """The marker at `at`, and where its segment begins; fill bytes before it are passed over."""
    if raw[at : at + 1] != b"\xff":
        raise damaged("JPEG")
    end = at + 1
    while raw[end : end + 1] == b"\xff":
        end += 1
    if end >= len(raw):
        raise damaged("JPEG")
    return raw[end], end + 1


def _read_frame(content: bytes, found: _Found, bounds: Bounds) -> None:
    if found.width or len(content) < 6:
        raise damaged("JPEG")
    depth, components = content[0], content[5]
    height, width = int.from_bytes(content[1:3], "big"), int.from_bytes(content[3:5], "big")
    if len(content) != 6 + 3 * components:
        raise damaged("JPEG")
    if depth != 8 or components not in (1, 3, 4):
        raise BadPicture("The JPEG picture is of a rare kind; save it anew as an ordinary JPEG or PNG.")
    bounds.check_size(width, height)
    samplings = [(content[7 + 3 * i] >> 4, content[7 + 3 * i] & 15) for i in range(components)]
    if not all(1 <= across <= 4 and 1 <= down <= 4 for across, down in samplings):
        raise damaged("JPEG")
    most_across, most_down = max(a for a, _ in samplings), max(d for _, d in samplings)
    found.width, found.height = width, height
    found.blocks = sum(
        -(-width * across // (8 * most_across)) * -(-height * down // (8 * most_down))
        for across, down in samplings
    )


def _pass_scan(raw: bytes, start: int, found: _Found, bounds: Bounds) -> int:
    """Where the scan that begins at `start` ends."""
    if not found.width:
        raise damaged("JPEG")
    found.scans += 1
    if found.scans > bounds.max_scans:
        raise BadPicture("The JPEG picture has too many passes; save it anew with an ordinary program.")
    match = _NEXT_MARKER.search(raw, start)
    if match is None:
        raise damaged("JPEG")
    found.scan_bytes += match.start() - start
    return match.start()
