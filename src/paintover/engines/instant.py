"""An engine that draws at once: one flat colour per seed. For tests, benchmarks and trying out a client."""

from __future__ import annotations

import struct
import zlib
from collections.abc import AsyncGenerator, Mapping
from functools import lru_cache
from typing import Any

from paintover.engines.options import NoOptions, read_options
from paintover.engines.protocol import (
    Capabilities,
    Engine,
    EngineEvent,
    Intake,
    Painted,
    Picture,
    Preview,
    StageDone,
    Work,
)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@lru_cache(maxsize=64)
def _surface(width: int, height: int) -> tuple[bytes, bytes]:
    """The header and the pixels of a picture whose every pixel is the first colour of a palette."""
    row = b"\0" * (1 + (width + 7) // 8)
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 3, 0, 0, 0))
    return header, _chunk(b"IDAT", zlib.compress(row * height, 9)) + _chunk(b"IEND", b"")


def flat_png(width: int, height: int, red: int, green: int, blue: int) -> bytes:
    """A PNG of one colour (PNG specification, colour type 3 at one bit): only the palette differs, so it costs
    microseconds."""
    header, pixels = _surface(width, height)
    return b"\x89PNG\r\n\x1a\n" + header + _chunk(b"PLTE", bytes((red, green, blue))) + pixels


class InstantEngine(Engine):
    """Yields three stages and its pictures without ever waiting."""

    name = "instant"
    version = "1"
    capabilities = Capabilities(
        edits=frozenset({"scene", "pixels"}), max_sources=16, seeds=True, previews=True, progress=True
    )

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        self.capabilities.check(work)
        for index in work.missing:
            seed = work.seed + index
            for step in (0.25, 0.5, 0.75):
                yield StageDone("fill", (index + step) / work.n)
            for step in range(work.previews):
                shade = (step + 1) * 64 % 256
                yield Preview(index, flat_png(work.width, work.height, shade, shade, shade), "image/png")
            image = flat_png(work.width, work.height, seed * 73 % 256, seed * 151 % 256, seed * 199 % 256)
            scene = {"prompt": work.prompt, "sources": [source.gen_id for source in work.sources]}
            picture = Picture(
                image=image,
                media_type="image/png",
                width=work.width,
                height=work.height,
                seed=seed,
                scene=scene,
            )
            yield Painted(index, picture)


def build(options: Mapping[str, Any], intake: Intake) -> InstantEngine:
    """Entry point."""
    read_options(NoOptions, options, engine=InstantEngine.name)
    return InstantEngine()
