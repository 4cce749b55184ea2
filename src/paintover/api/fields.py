"""The fields by which requests say how a picture is to look and how its file is to be written: the same names, values
and limits on every surface that has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast, get_args

import msgspec

from paintover.domain.call import Background, Moderation, Output, OutputFormat, Quality
from paintover.domain.errors import BadRatio, BadRequest
from paintover.domain.ratio import Ratio, parse_ratio
from paintover.domain.task import Webhook
from paintover.engines.protocol import Capabilities

MAX_PARTIAL_IMAGES = 3
SMALLEST_SIDE = 64
LARGEST_SIDE = 4096

_SIZE = re.compile(r"\s*(\d{1,6})\s*[xX×*]\s*(\d{1,6})\s*")
QUALITIES: dict[str, Quality] = {
    "auto": "auto",
    "low": "low",
    "medium": "medium",
    "standard": "medium",
    "high": "high",
    "hd": "high",
    "xhigh": "high",
    "max": "high",
}
"""What clients call a quality, and the nearest that engines know."""


class WebhookFields(msgspec.Struct, kw_only=True):
    """Where to tell the task's end. The secret is never shown again."""

    url: str
    secret: str


def read_webhook(given: WebhookFields | None, check: Callable[[Webhook], None]) -> Webhook | None:
    """Raises BadRequest, as `check` does, for one that can never be told."""
    if given is None:
        return None
    webhook = Webhook(url=given.url, secret=given.secret)
    check(webhook)
    return webhook


def read_shape(
    *, size: str | None, ratio: str | None, aspect_ratio: str | None
) -> tuple[Ratio | None, tuple[int, int] | None]:
    """The ratio and the pixels that are asked for. A ratio of its own is stronger than a size of another shape.

    Raises:
        BadRequest: a size is too large or too small.
        BadRatio: one is no shape.
    """
    named = next(
        ((name, text) for name, text in (("ratio", ratio), ("aspect_ratio", aspect_ratio)) if _says(text)),
        None,
    )
    shape_named = None if named is None else _ratio(named[1] or "", named[0])
    if size is None or not _says(size):
        return shape_named, None
    match = _SIZE.fullmatch(size)
    if match is None:
        return shape_named or _ratio(size, "size"), None
    width, height = int(match[1]), int(match[2])
    shape = _ratio(size, "size")
    if shape_named is not None and abs(shape_named.value / shape.value - 1) > 0.02:
        return shape_named, None
    if min(width, height) < SMALLEST_SIDE or max(width, height) > LARGEST_SIDE:
        raise BadRequest(
            f"'size' is {width}x{height}: each side may have {SMALLEST_SIDE} to {LARGEST_SIDE} pixels.",
            param="size",
        )
    return shape, (width, height)


def read_quality(text: str | None) -> Quality:
    """The nearest that engines know.

    Raises:
        BadRequest: there is no such quality.
    """
    quality = QUALITIES.get((text or "auto").lower())
    if quality is None:
        raise BadRequest(f"'quality' is one of {', '.join(QUALITIES)}.", param="quality")
    return quality


def read_background(text: str | None) -> Background:
    """Raises BadRequest where there is no such background."""
    return cast(Background, one_of(text, "background", get_args(Background)) or "auto")


def read_moderation(text: str | None) -> Moderation:
    """Raises BadRequest where there is no such level."""
    return cast(Moderation, one_of(text, "moderation", get_args(Moderation)) or "auto")


def read_output(output_format: str | None, output_compression: int | None) -> Output:
    """How the file is to be written; its format None where none is asked for.

    Raises:
        BadRequest: there is no such format, or the compression is out of its range.
    """
    text = "jpeg" if output_format == "jpg" else output_format
    named = cast("OutputFormat | None", one_of(text, "output_format", get_args(OutputFormat)))
    compression = within(output_compression, "output_compression", 0, 100)
    return Output(format=named, compression=100 if compression is None else compression)


def read_seed(seed: int | None) -> int | None:
    """Raises BadRequest where it is out of its range."""
    if seed is not None and not 0 <= seed < 2**63:
        raise BadRequest("'seed' must be a whole number from 0 on.", param="seed")
    return seed


def read_previews(previews: int | None) -> int:
    """How many unfinished renderings of each picture are wanted. Raises BadRequest where it is out of its range."""
    return within(previews, "previews", 0, MAX_PARTIAL_IMAGES) or 0


def check_background(background: Background, output: Output, capabilities: Capabilities) -> None:
    """Raises BadRequest for a transparent picture in a format, or of an engine, that has none."""
    if background != "transparent":
        return
    if output.format == "jpeg":
        raise BadRequest("JPEG has no transparency: use 'png' or 'webp'.", param="output_format")
    if not capabilities.transparency:
        raise BadRequest(
            "This server's engine draws no transparent background: ask for 'opaque' or 'auto'.",
            param="background",
        )


def one_of(text: str | None, param: str, values: tuple[str, ...]) -> str | None:
    """Raises BadRequest for a text that is none of the values."""
    if text is not None and text not in values:
        raise BadRequest(f"'{param}' is one of {', '.join(values)}.", param=param)
    return text


def within(number: int | None, param: str, least: int, most: int | None) -> int | None:
    """Raises BadRequest for a number outside of the limits, which are both allowed; None is none."""
    if number is not None and (number < least or (most is not None and number > most)):
        limits = f"at least {least}" if most is None else f"a whole number from {least} to {most}"
        raise BadRequest(f"'{param}' must be {limits}.", param=param)
    return number


def _says(text: str | None) -> bool:
    return text is not None and text.strip().lower() not in ("", "auto")


def _ratio(text: str, param: str) -> Ratio:
    try:
        return parse_ratio(text)
    except BadRatio as exc:
        raise BadRatio(exc.message, param=param) from exc
