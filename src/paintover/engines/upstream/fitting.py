"""Servers that know shapes but no sizes, or round them: their pictures are scaled to the size that was asked for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import pyvips

from paintover.engines.protocol import CleanPicture

ALIKE = 0.02
"""By how much shapes may differ for one to be stretched to the other."""


@dataclass(frozen=True, slots=True)
class _Fitted:
    image: bytes
    media_type: str
    width: int
    height: int


async def fitted(picture: CleanPicture, width: int, height: int) -> CleanPicture:
    """The picture in `width` x `height` pixels when its shape is that one; any other picture as it is."""
    shape = (picture.width / picture.height) / (width / height)
    if (picture.width, picture.height) == (width, height) or not 1 - ALIKE < shape < 1 + ALIKE:
        return picture
    return await asyncio.to_thread(_scaled, picture, width, height)


def _scaled(picture: CleanPicture, width: int, height: int) -> _Fitted:
    pixels: Any = pyvips.Image.pngload_buffer(picture.image).thumbnail_image(
        width, height=height, size="force"
    )
    return _Fitted(bytes(pixels.pngsave_buffer(compression=3, keep="none")), "image/png", width, height)
