"""What a chat request's own fields say about the picture, wherever clients put them.

They stand in the request itself, in ``image_config`` (as clients of OpenRouter send them), or in an ``extra_body`` that
somebody's client has sent as it is; the first of these that says something counts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from paintover.api.fields import (
    LARGEST_SIDE,
    read_background,
    read_moderation,
    read_output,
    read_previews,
    read_quality,
    read_seed,
    read_shape,
)
from paintover.domain.call import Background, Call, Moderation, Output, Quality
from paintover.domain.errors import BadRequest
from paintover.planner.protocol import Wishes

PIXELS: dict[str, int | None] = {
    "0.5K": 512 * 512,
    "1K": None,
    "2K": 2048 * 2048,
    "4K": LARGEST_SIDE * LARGEST_SIDE,
}
"""What ``image_size`` asks for in all; 1K is what is drawn anyway."""
DATA_URLS = frozenset({"b64_json", "base64", "data_url"})
"""What asks for the pictures themselves in `message.images`."""
_NAMES = (
    "n", "seed", "size", "ratio", "aspect_ratio", "quality", "output_format", "output_compression", "moderation",
    "image_size", "background", "previews",
)  # fmt: skip


class FieldsBody(msgspec.Struct, kw_only=True):
    """The fields as they are sent."""

    n: int | None = None
    seed: int | None = None
    size: str | None = None
    ratio: str | None = None
    aspect_ratio: str | None = None
    quality: str | None = None
    output_format: str | None = None
    output_compression: int | None = None
    moderation: str | None = None
    image_size: str | None = None
    previews: int | None = None
    background: bool | str | None = None
    """A picture's, in words; true asks for the task's id at once, which is another thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFields:
    """The fields, read and checked."""

    wishes: Wishes
    size: tuple[int, int] | None
    """Pixels; None where none are asked for, or more or fewer than can be had: then only their shape counts."""
    pixels: int | None
    quality: Quality
    background: Background
    output: Output
    moderation: Moderation
    previews: int

    def applied(self, call: Call) -> Call:
        """A planned call with all of it."""
        size = self.size
        if size is None and self.pixels is not None:
            height = math.sqrt(self.pixels / call.ratio.value)
            scale = min(1.0, LARGEST_SIDE / max(height, height * call.ratio.value))
            size = int(height * call.ratio.value * scale) // 8 * 8, int(height * scale) // 8 * 8
        return replace(
            call,
            size=size,
            quality=self.quality,
            background=self.background,
            output=self.output,
            moderation=self.moderation,
            previews=self.previews,
            keeps_previews=self.previews > 0,
            glances=self.previews > 0,
        )

    def within_a_picture(self) -> PictureFields:
        """Without what a masked edit takes from its picture: shape and size. Clients send those out of habit."""
        return replace(self, wishes=replace(self.wishes, ratio=None), size=None, pixels=None)


def read_fields(*places: dict[str, Any] | None) -> PictureFields:
    """Read them from several places, the first the strongest.

    Raises:
        BadRequest: a field is of the wrong type or out of its range.
        BadRatio: a size or ratio is no shape.
    """
    found = _gathered(places)
    return _read(found) if found else _NOTHING


def wants_data_urls(*places: dict[str, Any] | None) -> bool:
    """Whether the pictures themselves are to stand in `message.images`, from the same places."""
    asked = next(
        (place["response_format"] for place in places if place and place.get("response_format")), None
    )
    # ``"b64_json"``, or an object whose ``type`` says so; anything else is about words.
    kind = asked.get("type") if isinstance(asked, dict) else asked
    return isinstance(kind, str) and kind in DATA_URLS


def _read(found: dict[str, Any]) -> PictureFields:
    try:
        fields = msgspec.convert(found, FieldsBody)
    except msgspec.ValidationError as exc:
        name = str(exc).rpartition("`$.")[2].partition("`")[0] or None
        raise BadRequest(f"A field is not of its kind: {exc}.", param=name) from exc
    size, pixels = fields.size, None
    if fields.image_size is not None and fields.image_size.strip().upper() in PIXELS:
        pixels = PIXELS[fields.image_size.strip().upper()]
    elif size is None:
        size = fields.image_size
    background = fields.background
    ratio, exact = _shape(fields, size)
    return PictureFields(
        wishes=Wishes(ratio=ratio, n=_count(fields.n), seed=_seed(fields.seed)),
        size=exact,
        pixels=pixels,
        quality=read_quality(fields.quality),
        background=read_background(background if isinstance(background, str) else None),
        output=read_output(fields.output_format, fields.output_compression),
        moderation=read_moderation(fields.moderation),
        previews=read_previews(fields.previews),
    )


def _gathered(places: tuple[dict[str, Any] | None, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for place in reversed(places):
        if place:
            found.update({name: given for name in _NAMES if _says(given := place.get(name), name)})
    return found


def _says(given: Any, name: str) -> bool:
    """Whether a field says something. An object as `moderation` is about the words of language models."""
    return given is not None and given != "" and not (name == "moderation" and isinstance(given, dict))


def _shape(fields: FieldsBody, size: str | None) -> tuple[Any, tuple[int, int] | None]:
    """Chat takes any size: one that cannot be drawn to the pixel still tells a shape."""
    ratio, exact = read_shape(size=None, ratio=fields.ratio, aspect_ratio=fields.aspect_ratio), None
    if size is None:
        return ratio[0], None
    try:
        return read_shape(size=size, ratio=fields.ratio, aspect_ratio=fields.aspect_ratio)
    except BadRequest as exc:
        if exc.code != BadRequest.code:
            raise
        if ratio[0] is None:
            width, _, height = size.lower().replace("*", "x").replace("×", "x").partition("x")
            ratio = read_shape(size=None, ratio=f"{width.strip()}:{height.strip()}", aspect_ratio=None)
        return ratio[0], exact


def _seed(seed: int | None) -> int | None:
    """Chat clients may send any number of 64 bits; ours begin at 0, so that those below it wrap around."""
    return seed % 2**63 if seed is not None and -(2**63) <= seed < 0 else read_seed(seed)


def _count(n: int | None) -> int | None:
    if n is not None and n < 1:
        raise BadRequest("n must be at least 1.", param="n")
    return n


_NOTHING = _read({})
"""What most requests say."""
