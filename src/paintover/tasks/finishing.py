"""What happens to an engine's picture before it is kept: the mask is held, and the file gets the format asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from paintover.domain.call import Language, Output
from paintover.engines.protocol import Picture, SourceImage
from paintover.tasks.compositing import Composite, composite
from paintover.tasks.encoding import encoded, is_as_wanted, preview

GLANCE_SIDE = 512
"""Pixels each way of what is only looked at until the picture is there, at most."""
GLANCE_BYTES = 96 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """How the pictures of one task are finished. Its methods take tenths of a second of CPU: never on the event loop."""

    output: Output
    language: Language
    source: SourceImage | None = None
    """What a masked edit starts from."""
    mask: bytes | None = None
    """Where it may change; see `compositing.normalised`."""
    glances: bool = False
    """Whether unfinished renderings are made small."""

    @property
    def wish(self) -> Output:
        """How an engine's file is of most use. What a mask is held against is pixels that have lost nothing."""
        return self.output if self.mask is None else Output()

    def changes(self, painted: Picture) -> bool:
        """Whether there is anything to do to an engine's picture."""
        return self.mask is not None or not is_as_wanted(painted.media_type, self.output, painted.output)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """The size of a finished picture of which the engine draws so many pixels."""
        if self.source is not None and self.mask is not None:
            return self.source.width, self.source.height
        return width, height

    def picture(self, painted: Picture) -> Picture:
        """The picture as it is kept.

        Where something had to be taken back the engine's scene does not describe the picture any more, so it is dropped.

        Raises:
            EngineFailed, BadPicture: the picture, or its source, cannot be read.
        """
        if self.source is not None and self.mask is not None:
            source = self.source
            joined = composite(painted.image, painted.media_type, source.image, source.media_type, self.mask)
            painted = replace(
                painted,
                image=joined.image,
                media_type="image/png",
                width=joined.width,
                height=joined.height,
                scene=painted.scene if joined.is_as_painted else None,
                notes=(*painted.notes, *self._notes(joined)),
                output=None,
            )
        image, media_type = encoded(painted.image, painted.media_type, self.output, by=painted.output)
        return replace(painted, image=image, media_type=media_type)

    def preview(self, image: bytes, media_type: str) -> tuple[bytes, str]:
        """An unfinished rendering in the same format, or small where it is a glance, with its media type. Raises as
        `picture` does."""
        if self.source is not None and self.mask is not None:
            source = self.source
            joined = composite(image, media_type, source.image, source.media_type, self.mask)
            image, media_type = joined.image, "image/png"
        if self.glances:
            return preview(image, media_type, side=GLANCE_SIDE, most_bytes=GLANCE_BYTES)
        return encoded(image, media_type, self.output)

    def _notes(self, joined: Composite) -> tuple[str, ...]:
        if joined.is_as_before:
            return (_OUTSIDE[self.language],)
        return () if joined.is_as_painted else (_CUT[self.language],)


_OUTSIDE: dict[Language, str] = {
    "zh": "要改的地方不在遮罩里，所以图没有变",
    "en": "What was asked for lies outside the mask, so nothing has changed",
}
_CUT: dict[Language, str] = {
    "zh": "只改了遮罩里的部分",
    "en": "Only what lies inside the mask was changed",
}
