"""Pictures without a background: the things alone, on transparent ground."""

from __future__ import annotations

import re

import msgspec
import numpy as np

from paintover.domain.call import Background
from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.sprites.raster import Pixels
from paintover.engines.illustrator.wording import Pattern
from paintover.engines.protocol import Work

_CLEAR = Pattern(
    r"(?:用|使用|加|改成|换成|变成|做成|设为)?(?:透明的?|无)(?:背景|底)(?:的)?|背景(?:要|是|改成|换成|变成|设为|做成)?透明的?|透明底"
    r"|(?:去掉|去除|删掉|移除|不要|没有)(?:全部|整个)?背景"
    r"|\b(?:on|with|over|against)?\s*(?:a|an|the)?\s*(?:transparent|clear|no)\s+(?:background|backdrop)"
    r"|\bwithout (?:a |any |the )?(?:background|backdrop)|\bremove the (?:background|backdrop)"
    r"|\b(?:make|set|turn)\s+the\s+(?:background|backdrop)\s+(?:to\s+)?transparent"
    r"|\bfond transparent|\bfondo transparente|\bfundo transparente|\btransparente[rnm]? Hintergrund|透明な?背景|背景透過|투명\s*배경|прозрачн\w+ фон\w*|خلفية شفافة"
)
_OPAQUE = re.compile(
    r"(?:加上?|恢复|要)(?:一?个)?背景|\b(?:add|restore|bring back)\s+(?:a|the)\s+(?:background|backdrop)",
    re.IGNORECASE,
)


def without_background(prompt: str, asked: Background) -> tuple[str, bool | None]:
    """The wish without its words about a transparent background, and whether the picture is to have one; None where
    nothing is said, so that an edit keeps what it has."""
    rest = _CLEAR.sub(" ", prompt)
    if asked == "transparent" or rest != prompt:
        return rest, asked != "opaque"
    return prompt, False if asked == "opaque" or _OPAQUE.search(prompt) else None


def white(work: Work) -> Pixels:
    """The ground on which such a picture is drawn."""
    return np.full((work.height, work.width, 3), 255, np.uint8)


def cleared(drawing: Drawing, styled: Pixels) -> Pixels:
    """Straight RGBA of a picture that was drawn on white.

    `drawing` is it before its style and `styled` after. How much of the ground shows through is what a second drawing on
    black differs by; the colour is that of the style, or without one what lies over black.
    """
    scene, drawn = drawing.scene, drawing.pixels
    height, width, _ = drawn.shape
    dark = Drawing(
        msgspec.structs.replace(scene, clear=True),
        width,
        height,
        ground=np.zeros((height, width, 3), np.uint8),
        photographs=drawing.photographs,
    )
    for _stage in dark.stages():
        pass
    shown = (drawn.astype(np.int16) - dark.pixels).min(axis=-1)
    alpha = np.clip(255 - shown, 0, 255).astype(np.uint8)
    out = np.empty((height, width, 4), np.uint8)
    whole = np.maximum(alpha.astype(np.uint16), 1)[..., None]
    if scene.style in ("storybook", "flat"):
        out[..., :3] = np.minimum((dark.pixels.astype(np.uint16) * 255 + whole // 2) // whole, 255)
    else:
        out[..., :3] = styled
    out[..., 3] = alpha
    out[alpha == 0] = 0
    return out
