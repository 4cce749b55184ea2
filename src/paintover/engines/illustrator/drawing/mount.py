"""A photograph as a thing in a drawn picture: a poster or a framed photo on a wall, a billboard, a screen, a sticker."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from paintover.engines.illustrator.drawing.filters import blurred
from paintover.engines.illustrator.letters.lettering import embedded, set_text
from paintover.engines.illustrator.sprites.raster import Pixels, Sprite, lay, premultiplied, rasterise
from paintover.engines.illustrator.wording import Pattern

Mounting = Literal["poster", "framed", "billboard", "tv", "phone", "sticker", "polaroid", "background"]

PLACES: dict[Mounting, str | None] = {
    "poster": "room",
    "framed": "room",
    "billboard": "street",
    "tv": "room",
    "phone": None,
    "sticker": None,
    "polaroid": None,
    "background": None,
}
"""The backdrop that each belongs to; None for plain paper, or for none at all."""

_THIS = r"(?:这|那)?(?:张|幅)?(?:照片|图片|相片|图)?"
_WORDS: tuple[tuple[Mounting, str], ...] = (
    ("billboard", r"(?:贴|放|挂|印|做)?[在到成]?(?:街上的?|路边的?|城市的?|大楼的?)?(?:一?[块个])?(?:大)?广告牌上?|\b(?:on|as|into|onto)?\s*(?:a|the)?\s*(?:street\s+)?billboard\b"),
    ("tv", r"(?:放|显示|播放|出现)?[在到]?(?:一?台)?(?:电视机?|显示器|电脑)(?:的)?(?:屏幕)?[上里]?|\b(?:shown\s+)?(?:on|in|onto)?\s*(?:a|the|an)?\s*(?:tv|television|telly|monitor|computer screen|screen)(?:\s+screen)?\b"),
    ("phone", r"(?:放|显示)?[在到]?(?:一?[部台])?手机(?:的)?(?:屏幕|壁纸)?[上里]?|\b(?:shown\s+)?(?:on|in|onto)?\s*(?:a|the|my)?\s*(?:smart|mobile |cell ?)?phone(?:'s)?(?:\s+(?:screen|wallpaper))?\b"),
    ("sticker", r"(?:做|变|改|剪)?成?(?:一?[张个枚])?贴纸|\b(?:into|as|like)?\s*(?:a|an)?\s*sticker\b|\b(?:als|como|come|comme|en)\s+(?:un\s+|ein\s+|une\s+|uma\s+|una\s+)?(?:aufkleber|autocollant|pegatina|adesivo|sticker)\b|(?:стикер|наклейк)\w*|(?:ステッカー|シール)に?(?:して)?|스티커(?:로)?"),
    ("polaroid", r"(?:做|变|改)?成?(?:一?张)?(?:拍立得|宝丽来)(?:照片|相片|风格)?|\b(?:into|as|like)?\s*(?:a|an)?\s*(?:polaroid|instant photo|instax)(?:\s+(?:photo|picture|print))?\b"),
    ("framed", r"(?:装|放|裱)?[进在到]?(?:相框|画框)(?:里|中)?(?:，|,)?(?:再)?(?:挂|摆|放)[在到]?墙上|(?:装?裱(?:起来|好)?[，,]?(?:再|然后)?)?挂[在到](?:房间的?|客厅的?|卧室的?)?墙上|\b(?:framed|in a frame)\s+(?:and\s+hung\s+)?on\s+(?:the|a|my)\s+wall\b|\b(?:hang|hung|hanging)(?:\s+(?:it|this|the|photo|picture|photograph|image))*\s+(?:up\s+)?(?:on|in)\s+(?:the|a|my)\s+(?:wall|living room|room|gallery)\b|\b(?:as |into |like |in )?an? framed (?:photo|picture|photograph|print|painting)(?:\s+(?:hanging\s+|hung\s+)?on\s+(?:the|a|my)\s+(?:\w+\s+)?wall)?\b|(?:做|变|弄|改)成?(?:墙上的?|挂在墙上的?)?(?:一?[张幅])?(?:带|有|装)?(?:相框|画框)的?(?:照片|图片|画)?(?:挂[在到]墙上)?|墙上的(?:相框|画框)|\b(?:eingerahmt|gerahmt|im rahmen)\b(?:\s+an (?:der|die) wand)?|\bencadrée?\b(?:\s+au mur)?|\benmarcad[ao]\b(?:\s+en la pared)?|\bincorniciat[ao]\b(?:\s+alla parete)?|\bemoldurad[ao]\b|\bingelijst\b|в рамке(?: на стен[еу])?|額(?:縁)?に(?:入れて)?(?:壁に(?:飾って|掛けて))?|액자(?:에|로)?"),
    ("poster", r"(?:贴|钉|放)[在到](?:房间的?|客厅的?|卧室的?)?墙上(?:做|当|作为?)?(?:成)?(?:一?[张幅])?(?:海报)?|(?:做|变|改|贴|弄)成?(?:一?[张幅])?(?:贴?[在到]?(?:房间里?|客厅|卧室)?(?:的)?墙(?:上|面)的?)?(?:一?[张幅])?海报(?!化|色|风)(?:贴[在到]墙上)?|\b(?:(?:as|into|like)\s+)?(?:an?\s+)?poster\s+on\s+(?:the|a|my)\s+(?:\w+\s+)?wall\b|\b(?:as|into|like)\s+(?:a|an)?\s*poster\b|\bon\s+(?:the|a|my)\s+(?:\w+\s+)?wall(?:\s+as\s+(?:a|an)\s+poster)?\b|\bposter of (?:it|this)\b|(?:als|como|come|comme|som|w formie)\s+(?:une?\s+|ein\s+|eine\s+)?(?:poster|plakat|affiche|p[óo]ster|cartel|cartaz|manifesto)\b|\ben (?:affiche|poster)\b|(?:постер|плакат)(?:ом|а)?\b|ポスターに?(?:して)?|포스터(?:로)?"),
    ("background", r"(?:把|用|以|拿)?" + _THIS + r"(?:做|当作?|作为?|用作|用来做|设为|为)(?:成)?背景|\b(?:use|take|set|put)?\s*(?:this|the|my|that)?\s*(?:photo(?:graph)?|picture|image|pic)?\s*(?:it\s+)?(?:as|for|to be)\s+(?:the|a|an|my)?\s*(?:background|backdrop)\b|\b(?:als hintergrund|comme (?:arrière-plan|fond)|como (?:fondo|fundo)|come sfondo|als achtergrond)\b|(?:как|в качестве) фона?\b|背景に(?:して|使って)?|배경(?:으로)"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _WORDS)
_PUT_IT = Pattern(
    r"(?:把|将|用|拿)(?:它|" + _THIS + r")"
    r"|\b(?:put|place|stick|pin|tape|show|display|turn|make|use|print)\s+(?:it|(?:this|the|my|that)(?:\s+(?:photo(?:graph)?|picture|image|pic))?)\b"
    r"(?!\s+(?:man|woman|cat|dog|person))"
)
_NO_MOUNT = Pattern(
    r"换.{0,4}背景|背景.{0,2}(?:换|改|变|去|删)|(?:去|除|删|移)掉?.{0,3}背景|抠图"
    r"|\b(?:change|replace|remove|swap|delete|blur)\b[^.,;]{0,14}\b(?:background|backdrop)\b"
)
"""What would need to know which part of a photograph is its background."""


def mounting_of(prompt: str) -> tuple[Mounting | None, str]:
    """What a wish makes of a photograph, and the wish without those words."""
    if _NO_MOUNT.search(prompt):
        return None, prompt
    for name, pattern in _PATTERNS:
        if match := pattern.search(prompt):
            return name, _PUT_IT.sub(" ", f"{prompt[: match.start()]} {prompt[match.end() :]}")
    return None, prompt


def cuts_out(prompt: str) -> bool:
    """Whether a wish asks to tell a photograph's background from what is before it."""
    return _NO_MOUNT.search(prompt) is not None


Load = Callable[[int, int], Pixels]
"""The photograph at a size, cut to that shape around its middle: height x width x 3; for a sticker x 4, where parts of it
are clear."""


Stretch = tuple[float, float, float, float]
"""A part of a picture, as shares of it: its middle across and down, its breadth and its height."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is put into the picture, before it is tilted."""

    content: str
    """SVG about the middle of the card."""
    angle: float = 0.0
    """Degrees clockwise."""
    shadow: float = 1.0


def mounted(
    ground: Pixels,
    mounting: str,
    load: Load,
    ratio: float,
    at: Stretch,
    *,
    seed: int,
    caption: str | None = None,
) -> None:
    """Put the photograph (of that width to height) into a picture of height x width x 3, in place, as large as fits into `at`.
    A Polaroid carries the caption itself."""
    height, width, _ = ground.shape
    x, y, wide, high = at[0] * width, at[1] * height, at[2] * width, at[3] * height
    match mounting:
        case "poster" | "framed":
            w, h = _fit(ratio, wide * 0.92, high * 0.90)
            card = _poster(load, w, h, seed) if mounting == "poster" else _framed(load, w, h)
        case "billboard":
            w, h = _fit(ratio, wide, high)
            card = _billboard(load, w, h, height)
        case "tv":
            w, h = _fit(min(max(ratio, 1.2), 1.9), wide, high)
            card = _tv(load, w, h)
        case "phone":
            h = min(high, wide / _PHONE)
            w = h * _PHONE
            card = _phone(load, w, h)
        case "sticker":
            w, h = _fit(ratio, wide, high)
            card = _sticker(load, w, h, seed)
        case _:
            w, h = _fit(min(max(ratio, 0.8), 1.25), wide, high)
            card = _polaroid(load, w, h, seed, caption)
    _put(ground, card, x, y, min(w, h))


_PHONE = 0.462
"""Width to height of a phone."""
_USUAL: dict[str, Stretch] = {
    "billboard": (0.5, 0.34, 0.60, 0.42),
    "tv": (0.5, 0.40, 0.58, 0.44),
    "phone": (0.5, 0.5, 0.693, 0.80),
    "sticker": (0.5, 0.48, 0.66, 0.66),
    "polaroid": (0.5, 0.5, 0.62, 0.60),
}


def stretch_of(mounting: str, ground: Pixels, *, among: bool = False) -> Stretch:
    """Where in a picture of height x width x 3 it is put: what hangs on the emptiest stretch of the wall, smaller `among` other
    things."""
    return _USUAL.get(mounting) or _wall(ground, among)


def paper(width: int, height: int, seed: int) -> Pixels:
    """A plain, pale ground with a light in its middle."""
    hues = (("#fdf3e3", "#f3d9b1"), ("#e8f4fb", "#bcd9ec"), ("#eef7e8", "#c8e0b7"), ("#fbeaf0", "#ecc3d2"), ("#f1ecfb", "#cfc2ea"))  # fmt: skip
    light, edge = hues[seed % len(hues)]
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{min(width, height) * 0.004:.1f}" fill="{edge}"/>'
        for row, y in enumerate(np.arange(0, height + 1, min(width, height) / 18))
        for x in np.arange((row % 2) * min(width, height) / 36, width + 1, min(width, height) / 18)
    )
    content = (
        f'<defs><radialGradient id="p" cx=".5" cy=".45" r=".75"><stop offset="0" stop-color="{light}"/>'
        f'<stop offset="1" stop-color="{edge}"/></radialGradient></defs>'
        f'<rect width="{width}" height="{height}" fill="url(#p)"/>{dots}'
    )
    return rasterise(width, height, content, channels=3)


def _fit(ratio: float, width: float, height: float) -> tuple[float, float]:
    w = min(width, height * ratio)
    return w, w / ratio


_EDGE = 9
"""How far neighbouring pixels of something that hangs or stands before a wall differ."""


def _wall(ground: Pixels, among: bool) -> Stretch:
    """The emptiest stretch of the wall, narrower where that keeps clear of what is there."""
    height, width, _ = ground.shape
    share, depth = (0.50, 0.50) if among else (0.62, 0.58)
    share += 0 if width >= height else 0.16
    grey = ground[: round(height * depth), :, :].mean(axis=-1)
    # of windows and hearths, not of wallpaper
    edges = (np.abs(np.diff(grey, axis=1)) > _EDGE).mean(axis=0) + (
        np.abs(np.diff(grey, axis=0))[:, 1:] > _EDGE
    ).mean(axis=0)
    least = round(width * 0.03)
    best: tuple[float, int, int] | None = None
    for shrink in (1.0, 0.84, 0.7, 0.58):
        wide = round(width * share * shrink)
        middle = (width - wide) / 2
        for x in range(least, max(least + 1, width - least - wide), max(1, width // 60)):
            price = (
                float(edges[x : x + wide].mean()) * 12 + 0.08 * abs(x - middle) / width + 0.22 * (1 - shrink)
            )
            if best is None or price < best[0]:
                best = (price, x, wide)
    assert best is not None
    _, left, wide = best
    return round((left + wide / 2) / width, 4), (depth + 0.04) / 2, round(wide / width, 4), depth


def _put(ground: Pixels, card: Card, x: float, y: float, size: float) -> None:
    height, width, _ = ground.shape
    blur, fall = size * 0.025 * card.shadow, size * 0.025 * card.shadow
    content = (
        f'<defs><filter id="s" x="-20%" y="-20%" width="140%" height="150%"><feGaussianBlur in="SourceAlpha" '
        f'stdDeviation="{blur:.2f}"/><feOffset dx="{fall * 0.6:.2f}" dy="{fall:.2f}"/><feColorMatrix values="0 0 0 0 .08 0 '
        f'0 0 0 .06 0 0 0 0 .16 0 0 0 .5 0"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter></defs>'
        f'<g transform="translate({x:.2f} {y:.2f}) rotate({card.angle:.2f})" filter="url(#s)">{card.content}</g>'
    )
    lay(ground, Sprite(premultiplied(rasterise(width, height, content)), 0, 0))


def _image(load: Load, width: float, height: float, y: float = 0.0) -> str:
    pixels = load(max(8, round(width)), max(8, round(height)))
    rgba = np.full((*pixels.shape[:2], 4), 255, np.uint8)
    rgba[..., :3] = pixels
    return embedded(rgba, -width / 2, y - height / 2, width, height, fit="none")


def _rect(
    width: float, height: float, fill: str, *, y: float = 0.0, round_: float = 0.0, more: str = ""
) -> str:
    return (
        f'<rect x="{-width / 2:.2f}" y="{y - height / 2:.2f}" width="{width:.2f}" height="{height:.2f}" rx="{round_:.2f}" '
        f'fill="{fill}" {more}/>'
    )


def _poster(load: Load, w: float, h: float, seed: int) -> Card:
    edge, least = min(w, h) * 0.045, min(w, h)
    tape = "".join(
        f'<rect x="{-least * 0.085:.2f}" y="{-least * 0.03:.2f}" width="{least * 0.17:.2f}" height="{least * 0.06:.2f}" '
        f'transform="translate({sx * (w / 2 - edge * 0.2):.2f} {sy * (h / 2 - edge * 0.2):.2f}) rotate({45 * sx * sy * -1})" '
        f'fill="#f6e7b0" fill-opacity=".82"/>'
        for sx in (-1, 1)
        for sy in (-1, 1)
    )
    content = _rect(w, h, "#fdfcf8") + _image(load, w - 2 * edge, h - 2 * edge) + tape
    return Card(content, angle=(-1.6, 1.2, -0.8, 1.8)[seed % 4], shadow=0.7)


def _framed(load: Load, w: float, h: float) -> Card:
    wood, mat = min(w, h) * 0.055, min(w, h) * 0.07
    lines = _rect(w, h, "#8f5c32") + _rect(w - wood * 0.7, h - wood * 0.7, "#b27a45") + _rect(w - wood * 1.5, h - wood * 1.5, "#7a4a26")  # fmt: skip
    inner = _rect(w - 2 * wood, h - 2 * wood, "#f7f5ef") + _image(
        load, w - 2 * (wood + mat), h - 2 * (wood + mat)
    )
    return Card(lines + inner)


def _billboard(load: Load, w: float, h: float, height: int) -> Card:
    edge = min(w, h) * 0.05
    foot = height * 0.33
    posts = "".join(
        f'<rect x="{x - edge * 0.55:.2f}" y="{h / 2 - edge:.2f}" width="{edge * 1.1:.2f}" height="{foot - h / 2 + edge:.2f}" fill="#5c6370"/>'
        f'<rect x="{x - edge * 0.55:.2f}" y="{h / 2 - edge:.2f}" width="{edge * 0.35:.2f}" height="{foot - h / 2 + edge:.2f}" fill="#79818f"/>'
        for x in (-w * 0.28, w * 0.28)
    )
    lamps = "".join(
        f'<circle cx="{x * w:.2f}" cy="{-h / 2 - edge * 0.5:.2f}" r="{edge * 0.55:.2f}" fill="#ffe9a8"/>'
        for x in (-0.3, 0, 0.3)
    )
    board = _rect(w + 2 * edge, h + 2 * edge, "#3f4652", round_=edge * 0.4) + _image(load, w, h)
    return Card(posts + lamps + board, shadow=0.8)


def _tv(load: Load, w: float, h: float) -> Card:
    edge = min(w, h) * 0.045
    below = h / 2 + edge
    stand = (
        f'<path d="M{-w * 0.22:.2f} {below:.2f}l{-w * 0.06:.2f} {h * 0.11:.2f}h{w * 0.04:.2f}l{w * 0.07:.2f} {-h * 0.11:.2f}zM{w * 0.22:.2f} {below:.2f}'
        f'l{w * 0.06:.2f} {h * 0.11:.2f}h{-w * 0.04:.2f}l{-w * 0.07:.2f} {-h * 0.11:.2f}z" fill="#2a2d33"/>'
    )
    top = below + h * 0.11
    cabinet = (
        _rect(w * 1.25, h * 0.34, "#9a673a", y=top + h * 0.17, round_=h * 0.02)
        + _rect(w * 1.25, h * 0.05, "#b98350", y=top + h * 0.025, round_=h * 0.02)
        + "".join(
            f'<rect x="{x * w:.2f}" y="{top + h * 0.085:.2f}" width="{w * 0.37:.2f}" height="{h * 0.2:.2f}" rx="{h * 0.015:.2f}" fill="#85552d"/>'
            f'<circle cx="{(x + 0.185) * w:.2f}" cy="{top + h * 0.185:.2f}" r="{h * 0.018:.2f}" fill="#e3c48e"/>'
            for x in (-0.585, -0.185, 0.215)
        )
    )
    glass = f'<path d="M{-w / 2:.2f} {-h / 2:.2f}h{w * 0.34:.2f}L{-w / 2:.2f} {h * 0.12:.2f}z" fill="#fff" fill-opacity=".10"/>'
    body = _rect(w + 2 * edge, h + 2 * edge, "#1d2026", round_=edge * 0.6) + _image(load, w, h) + glass
    return Card(cabinet + stand + body)


def _phone(load: Load, w: float, h: float) -> Card:
    edge = w * 0.045
    clip = f'<clipPath id="c"><rect x="{-w / 2 + edge:.2f}" y="{-h / 2 + edge:.2f}" width="{w - 2 * edge:.2f}" height="{h - 2 * edge:.2f}" rx="{w * 0.10:.2f}"/></clipPath>'
    screen = f'<g clip-path="url(#c)">{_image(load, w - 2 * edge, h - 2 * edge)}</g>'
    keys = f'<rect x="{w / 2 - 1:.2f}" y="{-h * 0.18:.2f}" width="{edge * 0.5:.2f}" height="{h * 0.1:.2f}" rx="{edge * 0.2:.2f}" fill="#3a3f48"/>'
    island = _rect(w * 0.28, w * 0.075, "#0d0f12", y=-h / 2 + edge + w * 0.08, round_=w * 0.04)
    body = _rect(w, h, "#17191e", round_=w * 0.14, more=f'stroke="#5d646f" stroke-width="{edge * 0.3:.2f}"')
    return Card(clip + keys + body + screen + island, angle=-5)


def _die_cut(pixels: Pixels, w: float, h: float, seed: int) -> Card:
    """A sticker of what is not clear, with a white rim around it."""
    rim = max(4, round(min(w, h) * 0.045))
    high, wide = pixels.shape[:2]
    room = np.zeros((high + 2 * rim, wide + 2 * rim, 4), np.uint8)
    room[rim : rim + high, rim : rim + wide] = pixels
    shape = np.repeat(room[..., 3:], 3, axis=2)
    near = blurred(shape, max(shape.shape[:2]) / (0.45 * rim))[..., 0]
    white = np.full_like(room, 255)
    white[..., 3] = np.clip(near.astype(np.int32) * 24, 0, 255)
    across, down = w * room.shape[1] / wide, h * room.shape[0] / high
    layers = (embedded(one, -across / 2, -down / 2, across, down, fit="none") for one in (white, room))
    return Card("".join(layers), angle=(-7, 6, -5, 8)[seed % 4], shadow=0.8)


def _sticker(load: Load, w: float, h: float, seed: int) -> Card:
    pixels = load(max(8, round(w)), max(8, round(h)))
    if pixels.shape[2] == 4:
        return _die_cut(pixels, w, h, seed)
    edge, corner = min(w, h) * 0.055, min(w, h) * 0.12
    clip = f'<clipPath id="c"><rect x="{-w / 2:.2f}" y="{-h / 2:.2f}" width="{w:.2f}" height="{h:.2f}" rx="{corner:.2f}"/></clipPath>'
    shine = f'<path d="M{-w / 2:.2f} {h * 0.1:.2f}L{w * 0.05:.2f} {-h / 2:.2f}h{w * 0.12:.2f}L{-w / 2:.2f} {h * 0.28:.2f}z" fill="#fff" fill-opacity=".16"/>'
    body = _rect(w + 2 * edge, h + 2 * edge, "#ffffff", round_=corner + edge)
    return Card(
        f'{clip}{body}<g clip-path="url(#c)">{_image(load, w, h)}{shine}</g>',
        angle=(-7, 6, -5, 8)[seed % 4],
        shadow=0.8,
    )


def _polaroid(load: Load, w: float, h: float, seed: int, caption: str | None) -> Card:
    edge, foot = min(w, h) * 0.07, min(w, h) * 0.24
    body = _rect(w + 2 * edge, h + edge + foot, "#fbfaf6", y=(foot - edge) / 2)
    words = ""
    if caption:
        plane = set_text(caption, foot * 0.42, round(w), round(foot * 0.8))
        rgba = np.zeros((*plane.shape, 4), np.uint8)
        rgba[..., :3], rgba[..., 3] = (52, 50, 66), plane
        words = embedded(
            rgba, -plane.shape[1] / 2, h / 2 + (foot - plane.shape[0]) / 2, plane.shape[1], plane.shape[0]
        )
    return Card(body + _image(load, w, h) + words, angle=(-4, 3, -2.5, 5)[seed % 4], shadow=0.9)
