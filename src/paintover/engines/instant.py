"""An engine that draws at once: one flat colour per seed. For tests, benchmarks and trying out a client."""

from __future__ import annotations

import struct
import zlib
from collections.abc import AsyncGenerator
from functools import lru_cache

from paintover.engines.protocol import EngineEvent, Painted, Picture, StageDone, Work


@lru_cache(maxsize=256)
def flat_png(width: int, height: int, red: int, green: int, blue: int) -> bytes:
    """A PNG of one colour (PNG specification, colour type 2, 8 bits)."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    row = b"\0" + bytes((red, green, blue)) * width
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(row * height, 9))
        + chunk(b"IEND", b"")
    )


class InstantEngine:
    """Yields three stages and its pictures without ever waiting."""

    name = "instant"
    version = "1"

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        for index in range(work.n):
            seed = work.seed + index
            for step in (0.25, 0.5, 0.75):
                yield StageDone("fill", (index + step) / work.n)
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

    async def aclose(self) -> None:
        return None


def build() -> InstantEngine:
    """Entry point."""
    return InstantEngine()
