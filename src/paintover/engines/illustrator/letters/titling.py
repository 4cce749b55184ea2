"""The words of a sheet as a designer sets them: a title in two or three even lines, what belongs to it smaller below.

All lengths are pixels of the picture. What is stored is the caption as it was said; how it falls into lines is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.backdrops.paper import badge_dye, inks_of, is_dark
from paintover.engines.illustrator.colour import darker, lighter, mix, paints_of, rgb
from paintover.engines.illustrator.letters.between import Box, room_between
from paintover.engines.illustrator.letters.fonts import Face
from paintover.engines.illustrator.letters.lettering import breadth, caption_sprite, edged, set_text
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.raster import Pixels, Sprite, blur

TITLED = frozenset({"poster", "cover", "card", "certificate", "menu"})
"""Sheets whose words are a title."""
TITLE_ROOM = 0.27
"""The share of the height that a title may take."""
_WHITE = "#ffffff"
_PARTS = re.compile(r"\s*(?:\n|·|[,，;；](?!\d)|、|(?<=[!！])\s)\s*")
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff\d])\s+(?=[\u3400-\u9fff\d])")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])\u2019(?=[A-Za-z\u00c0-\u024f])")
"""The Chinese fonts set it as wide as a character."""
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Block:
    """Words of one size in a box: left, top, right, bottom; `cap` is the largest height of a letter."""

    text: str
    box: tuple[float, float, float, float]
    cap: float
    ink: str
    face: Face
    bold: bool
    halo: str = ""
    """The colour of a soft edge around the letters; "" for none."""
    low: bool = False
    """Set at the foot of its box instead of in its middle."""


def lines_of(caption: str) -> tuple[str, tuple[str, ...]]:
    """The title, and what stands below it: "Yard sale, Saturday 9am, 12 Oak Street" are a title and two lines."""
    head, *below = [line.strip() for line in caption.split("\n") if line.strip()] or [caption]
    if below:  # each as it was said
        title, others = lines_of(head)
        return title, (*others, *below)[: _MOST_LINES - 1]
    parts = [part for part in _PARTS.split(caption) if part]
    if len(parts) == 1 and len(caption) <= 30:
        parts = _HAN_GAP.split(caption.strip())
    return (parts[0], tuple(parts[1:_MOST_LINES])) if parts else (caption, ())


def words_sprites(scene: Scene, width: int, height: int, *, clear_of: Sequence[Box] = ()) -> list[Sprite]:
    """The words of the picture as its sheet sets them, and those in a corner; words at the top are `clear_of` those boxes."""
    cornered = [_set(block) for block in _in_corners(scene, width, height)]
    return [*_captions(scene, width, height, clear_of), *cornered]


def _in_corners(scene: Scene, width: int, height: int) -> list[Block]:
    """The words that stand in corners, as broad as they are."""
    if not scene.in_corners:
        return []
    face, _ = _face(scene, "sans")
    ink, halo = _WHITE, "#221a2a"
    if scene.sheet == "card":
        deep, _, _ = inks_of(scene.env.motif, scene.env.scenery.wall, scene.seed)
        ink, halo = deep, ""
    margin = 0.085 if scene.sheet == "card" else 0.04
    cap = 0.052 * min(width, height)
    high, found = 1.5 * cap, []
    for corner, words in scene.in_corners:
        wide = min(0.6 * width, 1.15 * cap * breadth(words))
        left = margin * width if corner.endswith("left") else (1 - margin) * width - wide
        top = margin * height if corner.startswith("top") else (1 - margin) * height - high
        found.append(Block(words, (left, top, left + wide, top + high), cap, ink, face, True, halo))
    return found


def _captions(scene: Scene, width: int, height: int, clear_of: Sequence[Box]) -> list[Sprite]:
    text = _APOSTROPHE.sub("'", scene.caption or "")
    if not text.strip():
        return []
    if scene.sheet in ("logo", "icon", "avatar", "sticker") or (scene.sheet == "meme"):
        return [_set(block) for block in _below(scene, text, width, height)]
    if scene.sheet in TITLED:
        blocks = _titled(scene, text, width, height)
        if scene.style == "neon":  # whose paper is the night
            blocks = [replace(block, ink=lighter(block.ink, 0.78), halo="#c02a94") for block in blocks]
        return [_set(block) for block in blocks]
    if scene.caption_at == "top" or scene.caption_colour or scene.caption_face:
        blocks = _captioned(scene, text, width, height)
        if len(blocks) == 1 and scene.caption_at == "top" and clear_of:
            blocks = [_between(blocks[0], clear_of, width)]
        return [_set(block) for block in blocks]
    return [caption_sprite(text, width, height, step=scene.caption_step)]


def sizes_of(scene: Scene) -> tuple[float, ...]:
    """How large each block of the words of a sheet is set, in heights of a letter at the picture's nominal size; empty
    where the words are a plain caption, which grows with its step."""
    text = (scene.caption or "").strip()
    width, height = parse_ratio(scene.ratio).size()
    if not text or scene.sheet == "":
        return ()
    blocks = (
        _titled(scene, text, width, height) if scene.sheet in TITLED else _below(scene, text, width, height)
    )
    return tuple(
        round(_lines(one.text, one.box[2] - one.box[0], one.box[3] - one.box[1], one.cap)[0], 1)
        for one in blocks
    )


def word_boxes(scene: Scene) -> tuple[tuple[float, float, float, float], ...]:
    """Where the words of a sheet are, at the picture's nominal size: left, top, right, bottom of each block, about as broad
    as they are set; empty where there are none, and for a plain caption, which lies over what is drawn."""
    text = (scene.caption or "").strip()
    width, height = parse_ratio(scene.ratio).size()
    blocks = _in_corners(scene, width, height)
    if text and scene.sheet != "":
        titled = scene.sheet in TITLED
        blocks += _titled(scene, text, width, height) if titled else _below(scene, text, width, height)
    found = []
    for one in blocks:
        left, top, right, bottom = one.box
        size, lines = _lines(one.text, right - left, bottom - top, one.cap)
        half = min(right - left, 1.06 * size * max(breadth(line) for line in lines)) / 2
        tall = min(bottom - top, 1.32 * size * len(lines))
        low = bottom if one.low else (top + bottom + tall) / 2
        found.append(((left + right) / 2 - half, low - tall, (left + right) / 2 + half, low))
    return tuple(found)


def _room(scene: Scene) -> float:
    """By how much the words' room is more than usual where they were asked to be larger."""
    return min(1.4, max(1.0, _grown(scene)))


def _grown(scene: Scene) -> float:
    return float(1.25**scene.caption_step)


def _face(scene: Scene, usual: Face) -> tuple[Face, bool]:
    """The typeface and its weight; each time that another is asked for, the next of the round."""
    round_: list[tuple[Face, bool]] = [("sans", True), ("serif", True), ("serif", False), ("sans", False)]
    start = 1 if usual == "serif" else 0
    return round_[(start + scene.caption_face) % len(round_)]


def inks_of_lines(told: str, many: int) -> list[str]:
    """The colour's name of each of so many lines, "" where none is told; `told` is one for all, or has a line for each."""
    inks = told.split("\n") if "\n" in told else [told] * many
    return [*inks, *([""] * many)][:many]


def _told(scene: Scene, line: int = 0) -> str | None:
    """The paint that the line's words were asked to be in; None where nobody asked."""
    names = inks_of_lines(scene.caption_colour, line + 1)
    return next(iter(paints_of(names[line])), None)


def _split(block: Block, scene: Scene, lines: Sequence[str], first: int) -> list[Block]:
    """One block of those lines, or where they have colours of their own one for each, of the same size. `first` is the
    number of the first of them among the lines of the caption."""
    inks = [_told(scene, first + at) or block.ink for at in range(len(lines))]
    if len(set(inks)) == 1:
        return [replace(block, text="\n".join(lines), ink=inks[0])]
    left, top, right, bottom = block.box
    size, _ = _lines("\n".join(lines), right - left, bottom - top, block.cap)
    high = min((bottom - top) / len(lines), 1.4 * size)
    start = bottom - high * len(lines) if block.low else (top + bottom - high * len(lines)) / 2
    return [
        replace(block, text=line, ink=ink, cap=size, box=(left, start + at * high, right, start + (at + 1) * high))
        for at, (line, ink) in enumerate(zip(lines, inks, strict=True))
    ]  # fmt: skip


def _below(scene: Scene, text: str, width: int, height: int) -> list[Block]:
    """A name under a logo, a punch line under (or over) a meme."""
    face, bold = _face(scene, "sans")
    wall = scene.env.scenery.wall
    paper = (paints_of(wall) or [_WHITE])[0]
    plain = scene.env.place in ("studio", "badge", "tile")
    ink, halo = _WHITE, "#1c1622"
    if scene.sheet == "logo":
        ink, halo = mix(darker(badge_dye(wall, scene.seed), 0.62), "#241a2c", 0.35), ""
    elif plain and not is_dark(paper):
        ink, halo = "#1c1622", ""
    ink = _told(scene) or ink
    least, cap = min(width, height), (0.135 if scene.sheet == "meme" else 0.105) * min(width, height)
    room = (0.965 - 0.175 * _room(scene), 0.965) if scene.sheet != "logo" else (0.845, 0.965)
    if scene.caption_at == "top":
        room = (0.035, 0.035 + 0.175 * _room(scene))
    box = (width * 0.05, height * room[0], width * 0.95, height * room[1])
    return [Block(text, box, min(cap, least) * _grown(scene), ink, face, bold, halo)]


def _captioned(scene: Scene, text: str, width: int, height: int) -> list[Block]:
    face, bold = _face(scene, "sans")
    top, foot = (0.03, 0.22) if scene.caption_at == "top" else (0.78, 0.97)
    box = (width * 0.06, height * top, width * 0.94, height * foot)
    cap = min(height * 0.085, width * 0.10) * _grown(scene)
    block = Block(
        text, box, cap, _told(scene) or _WHITE, face, bold, "#221a2a", low=scene.caption_at != "top"
    )
    if "\n" not in scene.caption_colour:
        return [block]
    title, others = lines_of(text)
    return _split(replace(block, ink=_WHITE), scene, (title, *others), 0)


def _between(block: Block, taken: Sequence[Box], width: int) -> Block:
    """The block between what it would cover."""
    high = block.box[3] - block.box[1]

    def size_in(wide: float) -> tuple[float, float]:
        size, lines = _lines(block.text, wide, high, block.cap)
        return size, 1.06 * size * max(breadth(line) for line in lines)

    return replace(block, box=room_between(block.box, taken, size_in, width))


def _titled(scene: Scene, text: str, width: int, height: int) -> list[Block]:
    title, others = lines_of(text)
    least, grown = min(width, height), _grown(scene)
    formal = scene.sheet in ("cover", "certificate", "menu") or scene.env.motif == "wedding"
    face, bold = _face(scene, "serif" if formal else "sans")
    if scene.sheet in ("certificate", "menu"):
        deep, _, _ = inks_of(scene.env.motif or "wedding", scene.env.scenery.wall, scene.seed)
        return _page(scene, title, others, width, height, deep, face, bold)
    deep, _, _ = inks_of(scene.env.motif, scene.env.scenery.wall, scene.seed)
    ink, halo = (deep, "") if scene.sheet == "card" else (_WHITE, "#1d1830")
    first = _told(scene) or ink
    at_foot = scene.caption_at == "bottom"
    margin = 0.10 if scene.sheet == "card" else 0.06
    across = (width * margin, width * (1 - margin))
    blocks = []
    if scene.sheet == "card" or at_foot:
        low = 0.71 if at_foot else 0.062
        split = 0.62 if others else 1.0
        room = (TITLE_ROOM - 0.075) * _room(scene)
        low -= max(0.0, low + room - 0.94)
        foot = low + room * split
        blocks.append(Block(title, (across[0], height * low, across[1], height * foot), 0.15 * least * grown, first, face, bold, halo))  # fmt: skip
        if others:
            below = Block("", (across[0], height * (foot + 0.008), across[1], height * (low + room)), 0.066 * least * grown, ink, face, False, halo)  # fmt: skip
            blocks += _split(below, scene, others, 1)
        return blocks
    blocks.append(Block(title, (across[0], height * 0.035, across[1], height * (0.035 + (TITLE_ROOM - 0.055) * _room(scene))), 0.21 * least * grown, first, face, bold, halo))  # fmt: skip
    if others:
        below = Block("", (across[0], height * (0.97 - 0.125 * _room(scene)), across[1], height * 0.97), 0.072 * least * grown, ink, face, bold, halo, low=True)  # fmt: skip
        blocks += _split(below, scene, others, 1)
    return blocks


def _page(
    scene: Scene, title: str, others: Sequence[str], width: int, height: int, ink: str, face: Face, bold: bool
) -> list[Block]:  # fmt: skip
    """A page's words fill its middle, and its upper half where something is drawn below."""
    foot = 0.56 if scene.objects else 0.84
    least, grown, first = min(width, height), _grown(scene), _told(scene) or ink
    across = (width * 0.13, width * 0.87)
    if not others:
        return [
            Block(
                title,
                (across[0], height * 0.14, across[1], height * foot),
                0.15 * least * grown,
                first,
                face,
                bold,
            )
        ]
    cut = 0.14 + (foot - 0.14) * 0.42
    if scene.sheet == "menu":
        whole = Block("", (across[0], height * 0.14, across[1], height * foot), 0.10 * least * grown, ink, face, False)  # fmt: skip
        return _split(whole, scene, (title, *others), 0)
    below = Block("", (across[0], height * (cut + 0.02), across[1], height * foot), 0.075 * least * grown, ink, face, False)  # fmt: skip
    return [
        Block(title, (across[0], height * 0.14, across[1], height * cut), 0.13 * least * grown, first, face, bold),
        *_split(below, scene, others, 1),
    ]  # fmt: skip


def _set(block: Block) -> Sprite:
    """The words as large as their box and `cap` allow, in the lines in which they are largest."""
    left, top, right, bottom = block.box
    wide, high = right - left, bottom - top
    size, lines = _lines(block.text, wide, high, block.cap)
    plane = _drawn(lines, size, block)
    for _ in range(6):
        if plane.shape[1] <= wide and plane.shape[0] <= high * 1.06:
            break
        size *= max(0.6, min(wide / plane.shape[1], high * 1.06 / plane.shape[0])) * 0.99
        plane = _drawn(lines, size, block)
    if plane.shape[1] > wide:
        plane = set_text(" ".join(lines), size, round(wide), round(high), face=block.face)
    sprite = _inked(plane, block, size)
    rows, columns = sprite.rgba.shape[:2]
    x = round((left + right - columns) / 2)
    y = round(bottom - rows) if block.low else round((top + bottom - rows) / 2)
    return Sprite(sprite.rgba, x, max(0, y))


def _drawn(lines: Sequence[str], size: float, block: Block) -> Pixels:
    plane = set_text("\n".join(lines), size, 16_000, None, face=block.face, keep_lines=True)
    if not block.bold:
        return plane
    grown = blur(np.pad(plane, 3), max(0.6, size * 0.014)).astype(np.uint16)
    bold: Pixels = np.minimum(grown * 5 // 2, 255).astype(np.uint8)
    return bold


def _inked(plane: Pixels, block: Block, size: float) -> Sprite:
    if block.halo:
        return edged(plane, max(2, round(size * 0.075)), ink=rgb(block.ink), edge_ink=rgb(block.halo))
    rgba = np.empty((*plane.shape, 4), np.uint8)
    rgba[..., 3] = plane
    for channel, tone in enumerate(rgb(block.ink)):
        rgba[..., channel] = plane.astype(np.uint16) * tone // 255
    return Sprite(rgba, 0, 0)


def _lines(text: str, wide: float, high: float, cap: float) -> tuple[float, list[str]]:
    """The size and the lines in which the words are largest."""
    best: tuple[float, list[str]] | None = None
    told = [line for line in text.split("\n") if line.strip()] or [text]
    for many in (1, 2, 3, 4) if len(told) == 1 else (1,):
        lines = _broken(told[0], many) if len(told) == 1 else told
        size = min(cap, high / (1.32 * len(lines)), wide / max(1e-6, max(breadth(line) for line in lines)))
        if best is None or size > best[0] * (1.10 if many > 1 else 1):
            best = (size, lines)
    assert best is not None
    return best


_PIECES = re.compile(
    r"[\u2e80-\u9fff\uff00-\uffef](?:[，。！？、：；!?])?|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s+"
)


def _broken(line: str, many: int) -> list[str]:
    """The line in so many lines of about one length, broken at spaces, or anywhere between Chinese characters."""
    pieces = _PIECES.findall(line)
    if many == 1 or len([piece for piece in pieces if piece.strip()]) < many:
        return [line]
    lines, goal, done = [""], breadth(line) / many, 0.0
    for piece in pieces:
        here = breadth(lines[-1])
        full = here > 0 and len(lines) < many and done + here + breadth(piece) * 0.5 > goal * len(lines)
        if full:
            done += here
            lines.append("")
        lines[-1] += piece
    return [one.strip() for one in lines if one.strip()]
