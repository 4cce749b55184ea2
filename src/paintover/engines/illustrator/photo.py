"""What can honestly be done with a photograph: crop it to the ratio, filter, turn, frame and caption it, draw things onto
it, and put it into a drawn picture as a poster, a sticker, a screen, or as the background."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pyvips

from paintover.domain.errors import BadPicture, NotDrawable
from paintover.domain.ratio import Ratio
from paintover.engines.illustrator.drawing.filters import FILLER, FILTER_WORDS, as_bytes, blurred, filtered
from paintover.engines.illustrator.drawing.frame import framed
from paintover.engines.illustrator.drawing.mount import (
    PLACES,
    Mounting,
    cuts_out,
    mounted,
    mounting_of,
    paper,
)
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.drawing.styles import in_style
from paintover.engines.illustrator.grammar.lexicon import in_simplified
from paintover.engines.illustrator.letters.lettering import caption_sprite
from paintover.engines.illustrator.onto import Guests, guests
from paintover.engines.illustrator.retelling.speech import hear
from paintover.engines.illustrator.scene import Environment, Scene
from paintover.engines.illustrator.sprites.raster import Pixels, lay
from paintover.engines.protocol import SourceImage, Work

_LOADERS: dict[str, Callable[[bytes], pyvips.Image]] = {
    "image/png": pyvips.Image.pngload_buffer,
    "image/jpeg": pyvips.Image.jpegload_buffer,
    "image/webp": pyvips.Image.webpload_buffer,
}

STYLES = frozenset({"watercolour", "ink", "sketch", "line", "pixel", "papercut", "neon"})
"""Styles that need to know nothing of what a photograph shows."""
_WORDS: tuple[tuple[str, str], ...] = (
    ("watercolour", r"水彩(?:画风?|风格?)?|\b(?:in |as |into )?(?:an? )?water-?colou?rs?(?: painting| style| picture)?\b|\bacuarela\b|\baquarelle\b|\bAquarell\b|\baquarela\b|\bacquerello\b|акварел\w*|수채화"),
    ("ink", r"(?:中国)?水墨(?:画风?|风格?)?|国画(?:风格?)?|\b(?:in |as |into )?(?:an? )?(?:chinese )?ink(?:[- ]wash)?(?: painting| style| drawing)\b|\bsumi-?e\b"),
    ("sketch", r"素描(?:画|风格?)?|铅笔画(?:风格?)?|\b(?:in |as |into )?(?:an? )?(?:pencil (?:drawing|sketch)|sketch(?: style| drawing)?)\b|\bcroquis\b|\bboceto\b|\bBleistiftzeichnung\b"),
    ("line", r"线稿|线描(?:画)?|简笔画|\b(?:in |as |into )?(?:an? )?(?:line (?:art|drawing)|lineart|colou?ring page)\b"),
    ("pixel", r"像素(?:画风?|风格?|化)?|\b(?:in |as |into )?(?:an? )?(?:pixel art|pixel style|pixell?ated?|8-?bit)(?: style)?\b"),
    ("papercut", r"剪纸(?:画|风格?)?|\b(?:in |as |into )?(?:an? )?paper[- ]?cut(?:[- ]?outs?|ting)?(?: style)?\b"),
    ("neon", r"霓虹(?:灯)?(?:风格?|效果)|\b(?:in |as |into )?(?:an? )?neon (?:style|look|art|effect)\b"),
    *FILTER_WORDS,
    ("keep-left", r"(?:只?(?:保留|留下?|要)|裁(?:剪|切)?(?:出|成|到)?)(?:照片|图片?)?的?左(?:边|侧)?(?:的?一半|半边?|部分)?|\b(?:crop|keep|only keep)(?: (?:it|to|only|just))* (?:the )?left(?: half| side| part)?\b"),
    ("keep-right", r"(?:只?(?:保留|留下?|要)|裁(?:剪|切)?(?:出|成|到)?)(?:照片|图片?)?的?右(?:边|侧)?(?:的?一半|半边?|部分)?|\b(?:crop|keep|only keep)(?: (?:it|to|only|just))* (?:the )?right(?: half| side| part)?\b"),
    ("keep-top", r"(?:只?(?:保留|留下?|要)|裁(?:剪|切)?(?:出|成|到)?)(?:照片|图片?)?的?(?:上(?:面|边|半)|上半)(?:的?一半|边|部分)?|\b(?:crop|keep|only keep)(?: (?:it|to|only|just))* (?:the )?(?:top|upper)(?: half| side| part)?\b"),
    ("keep-bottom", r"(?:只?(?:保留|留下?|要)|裁(?:剪|切)?(?:出|成|到)?)(?:照片|图片?)?的?(?:下(?:面|边|半)|下半)(?:的?一半|边|部分)?|\b(?:crop|keep|only keep)(?: (?:it|to|only|just))* (?:the )?(?:bottom|lower)(?: half| side| part)?\b"),
    ("half-turn", r"(?:旋转|转)\s*180\s*度?|倒过来|颠倒|\b(?:rotated?|turn(?:ed)?)\b[^.,;]{0,16}\b180\b(?:\s*(?:degrees|°))?|\bupside[ -]down\b"),
    ("turn-left", r"(?:向左|逆时针|往左)(?:旋转|转)\s*(?:90\s*度?)?|(?:旋转|转)\s*270\s*度?|\b(?:rotated?|turn(?:ed)?)\b[^.,;]{0,20}(?:\bleft\b|\bcounter-?clockwise\b|\banti-?clockwise\b|\b270\b|-90\b)(?:\s*(?:degrees|°))?(?:\s*\b90\b(?:\s*(?:degrees|°))?)?"),
    ("turn-right", r"(?:向右|顺时针|往右)?(?:旋转|(?<!翻)转)\s*(?:90\s*度?)?(?!\s*180)|\b(?:rotated?|turn(?:ed)?)\b[^.,;]{0,20}(?:\bright\b|\bclockwise\b|\b90\b)(?:\s*(?:degrees|°))?(?:\s*\b90\b(?:\s*(?:degrees|°))?)?|\brotated?\b(?: it)?"),
    ("flop", r"上下翻转|垂直翻转|\bflip(?:ped)?\s+(?:it\s+)?(?:vertically|upside[ -]down)\b|\bvertical(?:ly)? flip(?:ped)?\b"),
    ("mirror", r"左右翻转|水平翻转|镜像|翻转|\bmirror(?:ed)?\b|\bflip(?:ped)?\b(?:\s+(?:it\s+)?horizontally)?"),
    ("fit", r"完整(?:显示|保留|放进去?)?|不要?裁剪?|留白|适应(?:画面|画布)|\bfit(?: (?:it|the whole (?:photo|picture|image)))?\b|\bwithout cropping\b|\bletterbox(?:ed)?\b|\buncropped\b|\bwhole (?:photo|picture|image)\b"),
    ("round", r"圆形(?:头像)?|裁成圆|头像|\b(?:in a |as a |into a )?(?:circle|circular|round(?:ed)?)(?: (?:crop|avatar|photo|picture|frame))?\b|\bavatar\b"),
    ("frame", r"(?:[一二两]?个|[一]?道)?(?:木|木头)?(?:相框|画框|边框|白边)|装?裱|\b(?:a |an )?(?:wooden |white |picture )?(?:frame|border)\b|\bframed\b"),
    ("crop", r"裁剪|裁切|剪裁|裁成|改成.{0,6}[:：]|比例|\bcrop(?:ped)?\b(?: it)?(?: (?:in)?to)?(?: a)?(?: square| landscape| portrait)?|正?方形|\bresized?\b|\bratio\b|\d+\s*[:：]\s*\d+"),
)  # fmt: skip
"""What can be done to all of a photograph, and the words for it, the more particular first."""
_TURN = re.compile(
    r"(?P<way>向左|逆时针|往左|向右|顺时针|往右)?(?:旋转|倾斜|转)\s*(?P<zh>\d{1,3})\s*度"
    r"|\b(?:rotated?|turn(?:ed)?|tilt(?:ed)?|straighten)\b(?: (?:it|this|the (?:photo|picture|image)))?(?: (?P<before>left|right|clockwise|counter-?clockwise|anti-?clockwise))?(?: by)? (?P<en>-?\d{1,3})(?: ?°| degrees?)?"
    r"(?: (?:to the )?(?P<after>left|right|clockwise|counter-?clockwise|anti-?clockwise))?",
    re.IGNORECASE,
)
"""A turn by any other angle than a quarter's."""
_LEFTWARDS = re.compile(r"左|逆|left|counter|anti", re.IGNORECASE)
_STEPS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _WORDS)
_QUOTED = r"[“\"「『«„]([^”\"」』»“\n]{1,240})[”\"」』»“]"
_CAPTION_WORD = (
    r"(?:写上?|写着|加上?(?:一?[行句段])?(?:文字|字幕|标题|字)|配文|题字|标题|字幕|文字|说明"
    r"|\b(?:with )?(?:the )?(?:caption|text|title|words?|saying|says|write|reading|texto|texte|legenda|leyenda|légende|надпись|текст)\b)"
)
_CAPTIONS = (
    re.compile(rf"{_CAPTION_WORD}(?:\s*(?:it|on it|is|是|为|内容))*\s*[:：]?\s*{_QUOTED}(?:\s*\b(?:on|under|below|at the bottom of) (?:it|this|the (?:photo|picture))\b)?", re.IGNORECASE),
    re.compile(rf"{_CAPTION_WORD}\s*(?:是|为|:|：)?\s*['’]?([^“”\"」』'，,。]{{1,60}})", re.IGNORECASE),
)  # fmt: skip

_HELP = {
    "zh": "这是一张照片，内置画师不能改动照片里的内容；可以裁剪、旋转、翻转、加滤镜（黑白、复古、模糊、色块、鲜艳……）、变成水彩、水墨、素描、像素画，加相框、写字、做成海报、贴纸、拍立得或放到电视上，也可以把它当背景、在上面画东西（例如“右边加一只猫”）",
    "en": "This is a photograph, and the built-in illustrator cannot repaint what is in it. It can crop, turn, mirror, filter (grey, sepia, blurred, posterised, vivid...), turn it into watercolours, ink, a pencil drawing or pixels, frame it, write on it, make it a poster, a sticker, a Polaroid or a TV's picture, use it as a background, and draw onto it (“add a cat on the right”).",
}
_LEFT = {
    "zh": "照片里的内容改不了，所以“{words}”没有做",
    "en": "What is in a photograph cannot be repainted, so this was not done: “{words}”",
}
_CROPPED = {
    "zh": "照片已按画面比例居中裁剪",
    "en": "The photograph was cropped to the picture's shape around its middle",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photograph and what is to be done with it."""

    source: SourceImage
    width: int
    height: int
    steps: tuple[str, ...] = ()
    caption: str | None = None
    notes: tuple[str, ...] = ()
    guests: Guests | None = None
    mounting: Mounting | None = None
    """What it becomes in a drawn picture."""
    stage: Environment | None = None
    """The backdrop of that picture; None for plain paper."""
    base: Scene | None = None
    """A drawn picture into which it is put instead."""
    seed: int = 0

    def pixels(self) -> Pixels:
        """The result, height x width x 3.

        Raises:
            BadPicture: the source cannot be read.
        """
        *_, picture = self.stages()
        return picture

    def stages(self) -> Iterator[Pixels]:
        """What stands so far, after each natural stage: the photograph (or the backdrop it is put before), what was done
        to it, what is drawn onto it, and the words."""
        if self.mounting in (None, "background"):
            picture = self._filtered(self.width, self.height)
        else:
            picture = self._ground()
            yield picture
            mounted(
                picture,
                self.mounting,
                self._shown,
                self._ratio,
                seed=self.seed,
                caption=self._own_caption,
                among=self.base is not None,
            )
        yield picture
        if self.guests is not None:
            picture = self.guests.paint(picture)
            yield picture
        if self.caption and self.mounting != "polaroid":
            edge = 0.1 * min(self.width, self.height) if "frame" in self.steps else 0
            lay(picture, caption_sprite(self.caption, self.width, self.height, lift=round(edge)))
        yield picture

    @property
    def _own_caption(self) -> str | None:
        return self.caption if self.mounting == "polaroid" else None

    @property
    def _ratio(self) -> float:
        turned = sum(step in _QUARTERS for step in self.steps) % 2
        ratio = self.source.width / self.source.height
        return 1.0 if "round" in self.steps else 1 / ratio if turned else ratio

    def _ground(self) -> Pixels:
        if self.base is not None:
            return draw(self.base, self.width, self.height).pixels
        if self.stage is None:
            return paper(self.width, self.height, self.seed)
        shape = Ratio(self.width, self.height)
        return draw(Scene(seed=self.seed, ratio=str(shape), env=self.stage), self.width, self.height).pixels

    def _shown(self, width: int, height: int) -> Pixels:
        """The photograph as it is put somewhere: a sticker with what is clear in it."""
        picture = self._filtered(width, height)
        if self.mounting != "sticker" or any(step in _MOVES or step.startswith(_BY) for step in self.steps):
            return picture
        clear = _load(self.source, width, height, clear=True)
        if clear.shape[2] < 4 or (clear[..., 3] < 128).mean() < _CLEAR:
            return picture
        return np.concatenate([picture, clear[..., 3:]], axis=-1)

    def _filtered(self, width: int, height: int) -> Pixels:
        turned = sum(step in _QUARTERS for step in self.steps) % 2
        size = (height, width) if turned else (width, height)
        for step in self.steps:
            low, wide = _HALVES.get(step, (0, 0))
            size = (size[0] << wide, size[1] << low)
        picture = _load(self.source, *size, whole="fit" in self.steps)
        for step in self.steps:
            picture = in_style(picture, step, self.seed) if step in STYLES else _apply(picture, step)
        return picture


_QUARTERS = frozenset({"turn-left", "turn-right"})
_MOVES = frozenset({*_QUARTERS, "half-turn", "mirror", "flop", "round", "frame", "fit", "keep-left", "keep-right", "keep-top", "keep-bottom"})  # fmt: skip
"""Steps after which what was clear is elsewhere."""
_CLEAR = 0.02
"""The least share of a picture that is clear where its outline matters."""
_BY = "turn-by:"
"""The step of a turn by some degrees clockwise, which follow."""
_HALVES = {"keep-left": (0, 1), "keep-right": (0, 1), "keep-top": (1, 0), "keep-bottom": (1, 0)}
"""Halves that are kept, and whether that halves the height or the breadth."""


def edit_photo(work: Work, index: int = 0) -> Photo:
    """Understand what is asked of the first source, which is no drawing of ours, for picture `index` of the order.

    Raises:
        NotDrawable: it asks for something that cannot be done to a photograph.
    """
    source = work.sources[0]
    prompt = in_simplified(work.prompt)
    if cuts_out(prompt):
        raise NotDrawable(_HELP[work.language], param="prompt")
    caption, rest = _captioned(prompt)
    mounting, rest = mounting_of(rest)
    steps, rest = _steps(rest)
    stage = Environment(place=place) if mounting and (place := PLACES[mounting]) else None
    drawn = _guests(rest, work, index, mounting, stage)
    width, height = work.width, work.height
    reshaped = abs(source.width * height / (source.height * width) - 1) > 0.02
    left = _left(rest) if drawn is None else ""
    asked = bool(steps or caption or mounting or drawn is not None or (reshaped and not work.prompt.strip()))
    if not asked or (left and not (steps or caption or mounting)):
        raise NotDrawable(_HELP[work.language], param="prompt")
    if sum(step in _QUARTERS for step in steps) % 2 and not reshaped and mounting is None:
        width, height = height, width
    if not reshaped and mounting is None:
        for step in steps:
            low, wide = _HALVES.get(step, (0, 0))
            width, height = max(64, width >> wide), max(64, height >> low)
    cut = reshaped and "fit" not in steps and mounting in (None, "background")
    notes = (_CROPPED[work.language],) if cut else ()
    if left:
        notes = (*notes, _LEFT[work.language].format(words=left))
    return Photo(
        source=source,
        width=width,
        height=height,
        steps=tuple(step for step in steps if step != "crop"),
        caption=caption,
        notes=notes if drawn is None else (*notes, *drawn.notes),
        guests=drawn,
        mounting=mounting,
        stage=stage,
        seed=work.seed + index,
    )


def put_into(work: Work, base: Scene, photo: SourceImage, index: int = 0) -> Photo | None:
    """A photograph put into a drawn picture, the first source: "put the photo on the wall as a poster". None where the wish
    says nothing of how."""
    caption, rest = _captioned(in_simplified(work.prompt))
    mounting, rest = mounting_of(rest)
    if mounting in (None, "background"):
        return None
    steps, _ = _steps(rest)
    return Photo(
        source=photo,
        width=work.width,
        height=work.height,
        steps=tuple(step for step in steps if step != "crop"),
        caption=caption,
        mounting=mounting,
        base=base,
        seed=work.seed + index,
    )


def _captioned(prompt: str) -> tuple[str | None, str]:
    """The words to write, and the wish without them."""
    if hear(prompt).speeches:
        return None, prompt  # somebody says it
    for pattern in _CAPTIONS:
        if match := pattern.search(prompt):
            return match[1].strip() or None, f"{prompt[: match.start()]} {prompt[match.end() :]}"
    return None, prompt


def _steps(prompt: str) -> tuple[tuple[str, ...], str]:
    """What is to be done to all of it, in the order of the table, and the wish without that."""
    found = []
    if (match := _TURN.search(prompt)) is not None and (degrees := int(match["zh"] or match["en"])) % 90:
        ways = (match["way"], match["before"], match["after"])
        left = any(way is not None and _LEFTWARDS.search(way) for way in ways)
        found.append(f"{_BY}{-degrees if left else degrees}")
        prompt = _TURN.sub(" ", prompt)
    for name, pattern in _STEPS:
        if pattern.search(prompt):
            found.append(name)
            prompt = pattern.sub(" ", prompt)
    return tuple(found), prompt


def _guests(
    rest: str, work: Work, index: int, mounting: Mounting | None, stage: Environment | None
) -> Guests | None:
    if not any(letter.isalnum() for letter in rest):
        return None
    return guests(
        rest,
        ratio=str(work.ratio),
        seed=work.seed + index,
        language=work.language,
        mask=work.mask,
        stage=(stage or Environment()) if mounting else None,
        whole=mounting == "background",
    )


def _left(rest: str) -> str:
    """What of a wish nobody has understood, if it says anything: whole clauses of it."""
    clauses = [" ".join(clause.split()) for clause in re.split(r"[，,。；;！!？?\n]|\.(?=\s|$)", rest)]
    kept = [c for c in clauses if sum(letter.isalnum() for letter in FILLER.sub(" ", c)) > 1]
    return ", ".join(re.sub(r"^(?:(?:and|then)\b|再|并且?|然后)\s*", "", clause) for clause in kept)[:60]


def _load(
    source: SourceImage, width: int, height: int, *, whole: bool = False, clear: bool = False
) -> Pixels:
    """The photograph scaled to cover the size and cut around its middle; clear parts on white, or, where `clear` says so,
    as a fourth channel if it has any. `whole` leaves nothing out: the rest of the size is a blurred enlargement of it."""
    if whole:
        ground = blurred(_load(source, width, height), 28) if min(width, height) > 8 else None
        share = min(width / source.width, height / source.height)
        inner = _load(source, max(1, round(source.width * share)), max(1, round(source.height * share)))
        if ground is None:
            return _load(source, width, height)
        top, left = (height - inner.shape[0]) // 2, (width - inner.shape[1]) // 2
        ground = as_bytes(ground.astype(np.int32) * 78 // 100)
        ground[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
        return ground
    loader = _LOADERS.get(source.media_type)
    if loader is None:
        raise BadPicture(f"A picture of type {source.media_type} cannot be edited; send PNG, JPEG or WebP.")
    try:
        image = loader(source.image)
        image = image.colourspace("srgb")
        if image.hasalpha() and not clear:
            image = image.flatten(background=[255, 255, 255])
        image = image.thumbnail_image(width, height=height, crop="centre", size="both").cast("uchar")
        memory = image.write_to_memory()
    except pyvips.Error as exc:
        raise BadPicture(f"The picture {source.gen_id} cannot be read.") from exc
    pixels: Pixels = np.ndarray(
        buffer=memory, dtype=np.uint8, shape=(image.height, image.width, image.bands)
    ).copy()
    if clear and pixels.shape[2] == 4:
        return pixels
    return pixels[..., :3] if pixels.shape[2] >= 3 else pixels[..., :1].repeat(3, axis=2)


def _apply(picture: Pixels, step: str) -> Pixels:
    if step.startswith(_BY):
        return _turned(picture, int(step.removeprefix(_BY)))
    height, width, _ = picture.shape
    match step:
        case "keep-left":
            return np.ascontiguousarray(picture[:, : width // 2])
        case "keep-right":
            return np.ascontiguousarray(picture[:, width - width // 2 :])
        case "keep-top":
            return np.ascontiguousarray(picture[: height // 2])
        case "keep-bottom":
            return np.ascontiguousarray(picture[height - height // 2 :])
        case "mirror":
            return np.ascontiguousarray(picture[:, ::-1])
        case "flop":
            return np.ascontiguousarray(picture[::-1])
        case "half-turn":
            return np.ascontiguousarray(picture[::-1, ::-1])
        case "turn-right":
            return np.ascontiguousarray(np.rot90(picture, -1))
        case "turn-left":
            return np.ascontiguousarray(np.rot90(picture))
        case "round":
            return _round(picture)
        case "frame":
            return framed(picture)
    return filtered(picture, step)


def _turned(picture: Pixels, degrees: int) -> Pixels:
    """Turned clockwise in its size: a little, with its corners cut; further, whole before a blurred enlargement of it."""
    height, width, _ = picture.shape
    angle = math.radians(abs(degrees) % 180)
    wide = width * abs(math.cos(angle)) + height * abs(math.sin(angle))
    high = width * abs(math.sin(angle)) + height * abs(math.cos(angle))
    slight = min(abs(degrees) % 360, 360 - abs(degrees) % 360) <= _SLIGHT
    scale = max(wide / width, high / height) if slight else min(width / wide, height / high)
    source = pyvips.Image.new_from_memory(picture.tobytes(), width, height, 3, "uchar").bandjoin(255)
    turned = source.similarity(angle=degrees, scale=scale, interpolate=pyvips.Interpolate.new("bicubic"))
    whole = turned.gravity("centre", width, height).cast("uchar")
    pixels: Pixels = np.ndarray(
        buffer=whole.write_to_memory(), dtype=np.uint8, shape=(height, width, 4)
    ).copy()
    ground = (
        as_bytes(blurred(picture, 28).astype(np.int32) * 78 // 100) if min(width, height) > 8 else picture
    )
    share = pixels[..., 3:].astype(np.int32)
    return as_bytes(
        (pixels[..., :3].astype(np.int32) * share + ground.astype(np.int32) * (255 - share)) // 255
    )


_SLIGHT = 15
"""Up to so many degrees a turn only puts a slanted photograph upright."""


def _round(picture: Pixels) -> Pixels:
    """A circle of it on white, as broad as its shorter side."""
    height, width, _ = picture.shape
    rows, columns = np.arange(height)[:, None] - (height - 1) / 2, np.arange(width)[None, :] - (width - 1) / 2
    edge = np.clip(min(height, width) / 2 - np.sqrt(rows**2 + columns**2) + 0.5, 0, 1)[..., None]
    return as_bytes((picture * edge + 255 * (1 - edge)).astype(np.int32))
