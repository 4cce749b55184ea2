"""The same actors in a picture of another shape: larger or smaller as a whole, and none moved against another."""

from __future__ import annotations

import re
from collections.abc import Collection

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.scene import Placement, Scene

MARGIN = 0.02
"""The share of the width or height that stays free at each edge."""


def reframed(scene: Scene, ratio: str, *, afloat: Collection[str] = ()) -> Scene:
    """The scene at that ratio. Its layout grows or shrinks with the height, or so far as its breadth allows, about the
    middle and the ground line. Those of the ids in `afloat` stay on the water's line.
    """
    if ratio == scene.ratio or not scene.layout:
        return msgspec.structs.replace(scene, ratio=ratio)
    width, height = parse_ratio(scene.ratio).size()
    wide, tall = parse_ratio(ratio).size()
    boxes = [placement.box for placement in scene.layout.values()]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    room = (1 - 2 * MARGIN) * min(wide / max(1, right - left), tall / max(1, bottom - top))
    k = min(tall / height, max(room, 0.05))
    ground = max(placement.base + placement.lift for placement in scene.layout.values())
    dx = wide / 2 - k * width / 2
    dx += max(0.0, MARGIN * wide - (k * left + dx)) - max(0.0, k * right + dx - (1 - MARGIN) * wide)
    dy = tall * ground / height - k * ground
    dy += max(0.0, MARGIN * tall - (k * top + dy)) - max(0.0, k * bottom + dy - tall)

    def moved(name: str, placement: Placement) -> Placement:
        down = dy + (tall / height - k) * (placement.base - ground) if name in afloat else dy
        x0, y0, x1, y1 = placement.box
        return msgspec.structs.replace(
            placement,
            x=round(k * placement.x + dx, 2),
            base=round(k * placement.base + down, 2),
            scale=max(8, round(k * placement.scale, 2)),
            lift=round(k * placement.lift, 2),
            box=(round(k * x0 + dx), round(k * y0 + down), round(k * x1 + dx), round(k * y1 + down)),
            shadow=None,
        )

    layout = {name: moved(name, placement) for name, placement in scene.layout.items()}
    return msgspec.structs.replace(scene, ratio=ratio, layout=layout)


_SHAPE = re.compile(
    r"(?:please |now |and |can you |could you )*(?:(?:make|turn|crop|change|convert|set|do|extend|expand|widen|outpaint|stretch|reframe|give me|i (?:want|need)) (?:it |this |that |the picture |the image )?(?:in |into |to |as )?|in |as |for )?(?:an? |the )?"
    r"(?:(?:more )?(?:square|portrait|landscape|vertical|horizontal|upright|wide-?screen|wide|tall|panoram(?:a|ic))|\d{1,2} ?[:x] ?\d{1,2}|(?:phone |mobile |iphone |android |desktop |computer |laptop |lock ?screen )?(?:wallpaper|lock ?screen|phone background)|story|banner)"
    r"(?: (?:format|version|shape|orientation|mode|aspect|ratio|size|sized|picture|image|one|crop|please|pls|instead|now|thanks|(?:for|on) (?:my |a |the )?(?:phone|iphone|android|desktop|computer|laptop|pc|instagram|story|stories|mobile)))*"
    r"|(?:请|帮我|再|来|要|给我|把它?|改|换|变|做|弄|调|成|为|一?[张个])*(?:竖|横|方|正方|长方|宽)(?:版|屏|形|图|幅|构图|向|的)+(?:的|吧|了|图|版|构图|谢谢|尺寸|比例|格式)*"
    r"|(?:请|帮我|再|来|要|给我|把它?|改|换|变|做|弄|调|成|为|一?[张个])*(?:手机|电脑|桌面|锁屏|平板)(?:壁纸|屏幕|桌面|背景)(?:的|吧|了|图|尺寸|大小|比例|格式)*"
    r"|(?:请|帮我|再)*(?:把|将)?(?:画面|图片|照片|图|它)?再?(?:加宽|拉宽|变宽|宽一[点些])(?:一[点些])?(?:的|吧|了)*"
    r"|(?:请|帮我|再|要|把|将|它|画面|图片|比例|改|换|变|做|弄|调|成|为|扩展|扩图|扩|延展|延伸|拉|到)*\d{1,2}\s*[:：比]\s*\d{1,2}(?:的|吧|了|比例|尺寸)*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"([，,。；;！!\n]+|\.(?=\s|$))")


def without_shape(prompt: str) -> tuple[str, bool]:
    """The wish without clauses that only tell the shape of the picture, which the ratio says already, and whether there
    were any: "square please" is to draw no square."""
    parts = _PARTS.split(prompt)
    kept = [part for part in parts if not _SHAPE.fullmatch(part.strip(" !?？~"))]
    if len(kept) == len(parts):
        return prompt, False
    rest = "".join(kept)
    return (rest if any(letter.isalnum() for letter in rest) else ""), True
