"""The limits that a picture's claims are held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from paintover.domain.errors import BadPicture

Format = Literal["png", "jpeg", "webp", "gif", "avif"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a picture may claim. The defaults let the cameras of today's phones pass."""

    max_side: int = 16_384
    """Pixels along either side."""
    max_pixels: int = 48 * 1024 * 1024
    """Pixels of a still picture (8,160 x 6,120, a common camera's largest, fit)."""
    max_moving_pixels: int = 16 * 1024 * 1024
    """Pixels of a moving picture's canvas: its decoders keep several of these at once."""
    max_avif_pixels: int = 24 * 1024 * 1024
    """Pixels of an AVIF, whose decoder takes twice the memory of the others."""
    max_frames: int = 1_000
    """Frames, tiles or other pictures in one file."""
    max_chunks: int = 10_000
    """Chunks, segments or boxes in one file."""
    max_scans: int = 64
    """Passes over the whole picture in a progressive JPEG."""

    def check_size(self, width: int, height: int, *, max_pixels: int | None = None) -> None:
        """Raise `BadPicture` unless both sides and their product are within bounds and above 0.

        `max_pixels` takes the place of `Bounds.max_pixels` for formats that have a limit of their own.
        """
        if width < 1 or height < 1:
            raise BadPicture("The picture has no pixels; send another one.")
        limit = self.max_pixels if max_pixels is None else max_pixels
        if width > self.max_side or height > self.max_side or width * height > limit:
            raise BadPicture(
                f"The picture claims {width} x {height} pixels; at most {limit // 1_000_000} million pixels and "
                f"{self.max_side} along a side are taken. Scale it down first."
            )

    def check_frames(self, frames: int) -> None:
        """Raise `BadPicture` when there are too many."""
        if frames > self.max_frames:
            raise BadPicture(
                f"The picture has more than {self.max_frames} frames; send a single one of them."
            )

    def check_chunks(self, chunks: int) -> None:
        """Raise `BadPicture` when there are too many."""
        if chunks > self.max_chunks:
            raise BadPicture(
                "The picture is cut into too many pieces; save it anew with an ordinary program."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A file whose claims are within bounds."""

    format: Format
    width: int
    height: int
    """As stored, before any orientation is applied."""
    body: bytes
    """What the decoder is given."""


def damaged(what: str) -> BadPicture:
    """The error for a file whose structure is broken; `what` names the format."""
    return BadPicture(f"The {what} picture is damaged or cut off; send it again, or save it anew first.")
