"""What can honestly be done with a photograph: crop it to the ratio, filter, turn, frame and caption it, draw things onto
it, and put it into a drawn picture as a poster, a sticker, a screen, or as the background."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.domain.ratio import Ratio
from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.filters import FILLER, FILTER_WORDS
from paintover.engines.illustrator.drawing.mount import (
    PLACES,
    Mounting,
    Stretch,
    cuts_out,
    mounting_of,
    stretch_of,
)
from paintover.engines.illustrator.drawing.photograph import (
    CUT,
    QUARTERS,
    STYLES,
    TURN_BY,
    is_behind,
    size_after,
    treated,
)
from paintover.engines.illustrator.drawing.render import PAPER, Drawing
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.editing.unmet import looks_same
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.plain_words import in_simplified
from paintover.engines.illustrator.onto import Guests, guests
from paintover.engines.illustrator.rehang import asks_to_rehang
from paintover.engines.illustrator.retelling.speech import hear
from paintover.engines.illustrator.scene import Environment, Photograph, Scene
from paintover.engines.illustrator.sprites.raster import Pixels
from paintover.engines.protocol import SourceImage, Work

_WORDS: tuple[tuple[str, str], ...] = (
    ("watercolour", r"水彩(?:画风?|风格?)?|\b(?:in |as |into )?(?:an? )?water-?colou?rs?(?: painting| style| picture)?\b|\bacuarela\b|\baquarelle\b|\bAquarell\b|\baquarela\b|\bacquerello\b|акварел\w*|수채화"),
    ("ink", r"(?:中国)?水墨(?:画风?|风格?)?|国画(?:风格?)?|\b(?:in |as |into )?(?:an? )?(?:chinese )?ink(?:[- ]wash)?(?: painting| style| drawing)\b|\bsumi-?e\b"),
    ("sketch", r"素描(?:画|风格?)?|铅笔画(?:风格?)?|\b(?:in |as |into )?(?:an? )?(?:pencil (?:drawing|sketch)|sketch(?: style| drawing)?)\b|\bcroquis\b|\bboceto\b|\bBleistiftzeichnung\b"),
    ("line", r"线稿|线描(?:画)?|简笔画|\b(?:in |as |into )?(?:an? )?(?:line (?:art|drawing)|lineart|colou?ring page)\b"),
    ("pixel", r"像素(?:画风?|风格?|化)?|\b(?:in |as |into )?(?:an? )?(?:pixel art|pixel style|pixell?ated?|8-?bit)(?: style)?\b"),
    ("papercut", r"剪纸(?:画|风格?)?|\b(?:in |as |into )?(?:an? )?paper[- ]?cut(?:[- ]?outs?|ting)?(?: style)?\b"),
    ("neon", r"霓虹(?:灯)?(?:风格?|效果)|\b(?:in |as |into )?(?:an? )?neon (?:style|look|art|effect)\b"),
    *FILTER_WORDS,
    ("cut-right:50", r"(?:只?(?:保留|留下?|要)|裁(?:剪|切)?(?:出|成|到)?)(?:照片|图片?)?的?左(?:边|侧)?(?:的?一半|半边?|部分)?|\b(?:crop|keep|only keep)(?: (?:it|to|only|just))* (?:the )?left(?: half| side| part)?\b|\blinken? hälfte\b|\bmoitié gauche\b|\bmitad izquierda\b|\bmetà sinistra\b|\bmetade esquerda\b|\blinkerhelft\b|лев(?:ую|ой) половин\w+|左半分|왼쪽 (?:절)?반"),
    ("cut-left:50", r"(?:只?(?:保留|留下?|要)|裁(?:剪|切)?(?:出|成|到)?)(?:照片|图片?)?的?右(?:边|侧)?(?:的?一半|半边?|部分)?|\b(?:crop|keep|only keep)(?: (?:it|to|only|just))* (?:the )?right(?: half| side| part)?\b|\brechten? hälfte\b|\bmoitié droite\b|\bmitad derecha\b|\bmetà destra\b|\bmetade direita\b|\brechterhelft\b|прав(?:ую|ой) половин\w+|右半分|오른쪽 (?:절)?반"),
    ("cut-bottom:50", r"(?:只?(?:保留|留下?|要)|裁(?:剪|切)?(?:出|成|到)?)(?:照片|图片?)?的?(?:上(?:面|边|半)|上半)(?:的?一半|边|部分)?|\b(?:crop|keep|only keep)(?: (?:it|to|only|just))* (?:the )?(?:top|upper)(?: half| side| part)?\b"),
    ("cut-top:50", r"(?:只?(?:保留|留下?|要)|裁(?:剪|切)?(?:出|成|到)?)(?:照片|图片?)?的?(?:下(?:面|边|半)|下半)(?:的?一半|边|部分)?|\b(?:crop|keep|only keep)(?: (?:it|to|only|just))* (?:the )?(?:bottom|lower)(?: half| side| part)?\b"),
    ("half-turn", r"(?:旋转|转)\s*180\s*度?|倒过来|颠倒|\b(?:rotated?|turn(?:ed)?)\b[^.,;]{0,16}\b180\b(?:\s*(?:degrees|°))?|\bupside[ -]down\b"),
    ("turn-left", r"(?:向左|逆时针|往左)(?:旋转|转)\s*(?:90\s*度?)?|(?:旋转|转)\s*270\s*度?|\b(?:rotated?|turn(?:ed)?)\b[^.,;]{0,20}(?:\bleft\b|\bcounter-?clockwise\b|\banti-?clockwise\b|\b270\b|-90\b)(?:\s*(?:degrees|°))?(?:\s*\b90\b(?:\s*(?:degrees|°))?)?|\bnach links (?:drehen|gedreht)\b|\bvers la gauche\b|\ba la izquierda\b|\ba sinistra\b|влево|左に回転|왼쪽으로 회전"),
    ("turn-right", r"(?:向右|顺时针|往右)?(?:旋转|(?<!翻)转)\s*(?:90\s*度?)?(?!\s*180)|\b(?:rotated?|turn(?:ed)?)\b[^.,;]{0,20}(?:\bright\b|\bclockwise\b|\b90\b)(?:\s*(?:degrees|°))?(?:\s*\b90\b(?:\s*(?:degrees|°))?)?|\brotated?\b(?: it)?|\bdreh\w*\b(?:[^.,;]{0,20}\b(?:rechts|90 grad))?|\b(?:tourne|pivote)\w*\b|\bgira(?:la|lo|r)?\b|\bruota\w*\b|\bdraai\w*\b|поверн\w+|(?:右に)?回転(?:させて|して)?|회전(?:시켜)?"),
    ("flop", r"上下翻转|垂直翻转|\bflip(?:ped)?\s+(?:it\s+)?(?:vertically|upside[ -]down)\b|\bvertical(?:ly)? flip(?:ped)?\b"),
    ("mirror", r"左右翻转|水平翻转|镜像|翻转|\bmirror(?:ed)?\b|\bflip(?:ped)?\b(?:\s+(?:it\s+)?horizontally)?|\bspiegel\w*\b|\bretourne\w*\b|\bvoltea\w*\b|\bspecchi\w*\b|\bespelh\w*\b|отрази\w*|зеркальн\w*|(?:左右)?反転(?:させて|して)?|좌우 ?반전"),
    ("fit", r"完整(?:显示|保留|放进去?)?|不要?裁剪?|留白|适应(?:画面|画布)|\bfit(?: (?:it|the whole (?:photo|picture|image)))?\b|\bwithout cropping\b|\bletterbox(?:ed)?\b|\buncropped\b|\bwhole (?:photo|picture|image)\b"),
    ("round", r"圆形(?:头像)?|裁成圆|头像|\b(?:in a |as a |into a )?(?:circle|circular|round(?:ed)?)(?: (?:crop|avatar|photo|picture|frame))?\b|\bavatar\b"),
    ("frame", r"(?:[一二两]?个|[一]?道)?(?:木|木头)?(?:相框|画框|边框|白边)|装?裱|\b(?:a |an )?(?:wooden |white |picture )?(?:frame|border)\b|\bframed\b|\b(?:ein(?:en)? )?(?:bilder)?rahmen\b|\b(?:un )?cadre\b|\b(?:un )?marco\b|\b(?:una )?cornice\b|\b(?:uma )?moldura\b|\b(?:een )?lijst\b|рамк[уа]|額縁(?:を)?(?:付けて|つけて)?|액자"),
    ("crop", r"裁剪|裁切|剪裁|裁成|改成.{0,6}[:：]|比例|\bcrop(?:ped)?\b(?: it)?(?: (?:in)?to)?(?: a)?(?: square| landscape| portrait)?|正?方形|\b(?:make|turn|cut|trim) (?:it|this|the (?:photo|picture|image)) (?:in)?(?:to )?(?:an? )?square\b|\bsquare(?: (?:photo|picture|image|format|crop))?$|\bresized?\b|\bratio\b|\d+\s*[:：]\s*\d+"),
)  # fmt: skip
"""What can be done to all of a photograph, and the words for it, the more particular first."""
_TURN = re.compile(
    r"(?P<way>向左|逆时针|往左|向右|顺时针|往右)?(?:旋转|倾斜|转)\s*(?P<zh>\d{1,3})\s*度"
    r"|\b(?:rotated?|turn(?:ed)?|tilt(?:ed)?|straighten)\b(?: (?:it|this|the (?:photo|picture|image)))?(?: (?P<before>left|right|clockwise|counter-?clockwise|anti-?clockwise))?(?: by)? (?P<en>-?\d{1,3})(?: ?°| degrees?)?"
    r"(?: (?:to the )?(?P<after>left|right|clockwise|counter-?clockwise|anti-?clockwise))?",
    re.IGNORECASE,
)
"""A turn by any other angle than a quarter's."""
_SHARES: dict[str, int] = {
    "half": 50, "third": 33, "quarter": 25, "fourth": 25, "fifth": 20, "一半": 50, "二分之一": 50, "三分之一": 33,
    "四分之一": 25, "五分之一": 20, "三分之二": 67, "四分之三": 75,
}  # fmt: skip
_SIDES = {"upper": "top", "lower": "bottom", "上": "top", "下": "bottom", "左": "left", "右": "right"}
_SIDE = r"(?:top|bottom|left|right|upper|lower)"
_SHARE = r"(?:half|third|quarter|fourth|fifth|\d{1,2} ?(?:%|percent|per cent))"
_PART = r"(?:[二三四五]分之[一二三]|一半|百分之\d{1,2}|\d{1,2}\s*[%％])"
_CUT_OFF = re.compile(
    rf"\b(?:crop|cut|trim|chop|slice)(?:ped|med)? (?:off |away )?(?:the )?(?P<side>{_SIDE})(?:[ -]most)? (?P<share>{_SHARE})(?: of (?:it|the (?:photo|picture|image)))? (?:off|away)\b"
    rf"|\b(?:(?:crop|trim|chop|slice) (?:off|away)|cut(?: off| away)?|remove|take (?:off|away)|get rid of|trim) (?:the )?(?P<side2>{_SIDE})(?:[ -]most)? (?P<share2>{_SHARE})\b(?: of (?:it|the (?:photo|picture|image)))?"
    rf"|\b(?:crop|cut|trim|chop|slice|take)(?: off)? (?:an? |the )?(?P<share3>{_SHARE})(?: off| away)? (?:from|off|at|on|of)(?: of)? (?:the )?(?P<side3>{_SIDE})(?: side| edge)?\b"
    rf"|(?:裁|切|剪|去|截|删)[掉去](?:照片|图片?|它)?的?(?P<side4>[上下左右])(?:面|边|方|侧|部)?的?(?P<share4>{_PART})"
    rf"|(?P<side5>[上下左右])(?:面|边|方|侧|部)?的?(?P<share5>{_PART})(?:裁|切|剪|去|截|删)[掉去]",
    re.IGNORECASE,
)
"""So much of one side is to go."""
_LEFTWARDS = re.compile(r"左|逆|left|counter|anti", re.IGNORECASE)
_STEPS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _WORDS)
_QUOTED = r"[“\"「『«„]([^”\"」』»“\n]{1,240})[”\"」』»“]"
_CAPTION_WORD = (
    r"(?:(?:在?(?:照片|图片|图)?的?最?(?:下面|下方|底部|底下|下边|上面)(?:再)?)?(?:写上?(?!真)|写着|加上?(?:一?[行句段])?(?:文字|字幕|标题|字)|配文|题字|标题|字幕|文字|说明)"
    r"|(?:\b(?:at|on|along) the bottom,? )?\b(?:with )?(?:the )?(?:caption|text|title|words?|saying|says|write|reading|texto|texte|legenda|leyenda|légende|надпись|текст)\b)"
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
_HIDDEN = {
    "zh": "照片里的地点和时间改不了，那部分没有做",
    "en": "The place and the hour of a photograph cannot be changed, so that was not done",
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
    ratio: Ratio
    """Their shape, as it was asked for."""
    steps: tuple[str, ...] = ()
    caption: str | None = None
    notes: tuple[str, ...] = ()
    guests: Guests | None = None
    mounting: Mounting | None = None
    """What it becomes in a drawn picture."""
    stage: Environment | None = None
    """The backdrop of that picture; None for plain paper, or for the photograph itself."""
    base: Scene | None = None
    """A drawn picture into which it is put instead."""
    used: tuple[SourceImage, ...] = ()
    """What that picture shows already."""
    seed: int = 0

    @property
    def is_drawn_upon(self) -> bool:
        """Whether a scene comes of it, which can be edited as any other; without, it stays a photograph."""
        return bool(self.mounting or self.guests or self.caption or self.base)

    def scene(self) -> Scene:
        """What comes of it where `is_drawn_upon`."""
        plain = Scene(seed=self.seed, ratio=str(self.ratio))
        scene = self.guests.scene if self.guests else self.base or plain
        if self.base is None:
            env = self.stage or Environment(place=PAPER, weather=scene.env.weather)
            scene = msgspec.structs.replace(scene, env=env)
        steps, style = self.steps, scene.style
        if self.mounting in (None, "background"):
            style = next((step for step in steps if step in STYLES), style)
            steps = tuple(step for step in steps if step not in STYLES and step != "frame")
        is_own = self.mounting == "polaroid"
        shown = Photograph(
            source=self.source.gen_id,
            steps=steps,
            mounting=self.mounting or "",
            at=None if self.mounting in (None, "background") else self._stretch(scene, self.mounting),
            before=self.base is not None and self.mounting in _LAID_ON,
            words=self.caption if is_own else None,
            seed=self.seed,
        )
        return msgspec.structs.replace(
            scene,
            seed=self.seed if self.base is None else scene.seed,
            photographs=(*scene.photographs, shown),
            uses=tuple(dict.fromkeys([*scene.uses, shown.source])),
            style=style,
            frame="wood" if "frame" in self.steps and "frame" not in steps else scene.frame,
            caption=self.caption if self.caption and not is_own else scene.caption,
        )

    def _stretch(self, scene: Scene, mounting: Mounting) -> Stretch:
        """Where in a picture it is put."""
        empty = scene if self.base else msgspec.structs.replace(scene, objects=(), layout={})
        return stretch_of(mounting, self._drawn(empty), among=self.base is not None)

    def _drawn(self, scene: Scene) -> Pixels:
        shown = {source.gen_id: source for source in (*self.used, self.source)}
        drawing = Drawing(scene, self.width, self.height, photographs=shown)
        for _ in drawing.stages():
            pass
        return drawing.pixels

    def pixels(self) -> Pixels:
        """The result, its style aside, height x width x 3, or x 4 where the photograph was clear in parts and stays so.

        Raises:
            BadPicture: the source cannot be read.
        """
        if self.is_drawn_upon:
            return self._drawn(self.scene())
        return treated(self.source, self.steps, self.width, self.height, seed=self.seed, clear=True)


def edit_photo(work: Work, index: int = 0) -> Photo:
    """Understand what is asked of the first source, which is no drawing of ours or is to be treated as none, for picture
    `index` of the order.

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
    stage, rest = _stage(mounting, rest)
    drawn = _guests(rest, work, index, mounting, stage)
    reshaped = abs(source.width * work.height / (source.height * work.width) - 1) > 0.02
    left = _left(rest) if drawn is None else ""
    asked = bool(steps or caption or mounting or drawn is not None or (reshaped and not work.prompt.strip()))
    if not asked or (left and not (steps or caption or mounting)):
        raise NotDrawable(_HELP[work.language], param="prompt")
    size = work.width, work.height
    if not reshaped and mounting is None:
        size = size_after(steps, *size)
    cut = reshaped and "fit" not in steps and mounting in (None, "background")
    notes = (_CROPPED[work.language],) if cut else ()
    if left:
        notes = (*notes, _LEFT[work.language].format(words=left))
    return Photo(
        source=source,
        width=size[0],
        height=size[1],
        ratio=work.ratio if size == (work.width, work.height) else Ratio(*size),
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
        ratio=work.ratio,
        steps=tuple(step for step in steps if step != "crop"),
        caption=caption,
        mounting=mounting,
        base=base,
        used=work.used,
        seed=work.seed + index,
    )


def is_treated_whole(prompt: str, base: Scene) -> bool:
    """Whether a wish about a picture with a photograph in it is about all of its pixels: to cut, turn or hang them."""
    prompt = in_simplified(prompt)
    if hear(prompt).speeches or asks_to_rehang(prompt, base):
        return False
    mounting, rest = mounting_of(_captioned(prompt)[1])
    steps, _ = _steps(rest)
    if mounting is None and not any(step in _OF_PIXELS or step.startswith((TURN_BY, CUT)) for step in steps):
        return False
    kinds = {thing.kind for thing in base.objects}
    return not any(mention.kind in kinds for mention in parse(rest).mentions)


def as_far_as_seen(before: Scene, composed: Composed, language: Language) -> Composed:
    """An edit without what a photograph behind everything hides, or hangs there on no wall: another place, another hour.

    Raises:
        NotDrawable: nothing else was asked.
    """
    after = composed.scene
    changed = msgspec.structs.replace(after.env, weather=before.env.weather) != before.env
    if not changed or not _hides(before, after):
        return composed
    kept = msgspec.structs.replace(
        after, env=msgspec.structs.replace(before.env, weather=after.env.weather), clear=before.clear
    )
    if looks_same(kept, before):
        raise NotDrawable(_HELP[language], param="prompt")
    return replace(composed, scene=kept, notes=(*composed.notes, _HIDDEN[language]))


def only_where_drawn(scene: Scene, language: Language) -> None:
    """Raises NotDrawable where what is to be clear is a photograph."""
    if any(map(is_behind, scene.photographs)):
        raise NotDrawable(_HELP[language], param="prompt")


def _hides(before: Scene, after: Scene) -> bool:
    hung = any(PLACES.get(cast(Mounting, one.mounting)) == "room" for one in before.photographs)
    return any(map(is_behind, before.photographs)) or (hung and not place_of(after.env).indoors)


_LAID_ON = frozenset({"sticker", "polaroid", "phone"})
"""What lies on a picture that was there before, rather than stands or hangs in it."""
_OF_PIXELS = frozenset({*QUARTERS, "half-turn", "mirror", "flop", "fit", "round"})


def _stage(mounting: Mounting | None, rest: str) -> tuple[Environment | None, str]:
    """The place of a picture that a photograph is hung in, and the wish without the clauses that say no more than that."""
    if mounting is None or (usual := PLACES[mounting]) is None:
        return None, rest
    said = parse(rest)
    place = said.place
    if place is None or place_of(Environment(place=place)).indoors != (usual == "room"):
        return Environment(place=usual), rest
    clauses = re.split(r"(?<=[，,。；;.])", rest)
    kept = [one for one in clauses if parse(one).place is None or parse(one).mentions]
    return Environment(place=place), "".join(kept)


def _captioned(prompt: str) -> tuple[str | None, str]:
    """The words to write, and the wish without them."""
    if hear(prompt).speeches:
        return None, prompt  # somebody says it
    for pattern in _CAPTIONS:
        if match := pattern.search(prompt):
            return match[1].strip() or None, f"{prompt[: match.start()]} {prompt[match.end() :]}"
    return None, prompt


_NAMED = [[f"{name}{number}" for number in ("", 2, 3, 4, 5)] for name in ("side", "share")]


def _hundredths(share: str) -> int:
    """Of "third", "30 %", "百分之三十"."""
    found = re.search(r"\d+", share)
    return int(found[0]) if found else _SHARES.get(share, 50)


def _steps(prompt: str) -> tuple[tuple[str, ...], str]:
    """What is to be done to all of it, in the order of the table, and the wish without that."""
    found = []
    if (match := _TURN.search(prompt)) is not None and (degrees := int(match["zh"] or match["en"])) % 90:
        ways = (match["way"], match["before"], match["after"])
        left = any(way is not None and _LEFTWARDS.search(way) for way in ways)
        found.append(f"{TURN_BY}{-degrees if left else degrees}")
        prompt = _TURN.sub(" ", prompt)
    for match in _CUT_OFF.finditer(prompt):
        side, share = (next(filter(None, match.group(*names))) for names in _NAMED)
        found.append(f"{CUT}{_SIDES.get(side.lower(), side.lower())}:{_hundredths(share.lower())}")
    prompt = _CUT_OFF.sub(" ", prompt)
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
        stage=(stage or Environment(place="meadow" if mounting == "background" else PAPER))
        if mounting
        else None,
        whole=mounting == "background",
    )


def _left(rest: str) -> str:
    """What of a wish nobody has understood, if it says anything: whole clauses of it."""
    clauses = [" ".join(clause.split()) for clause in re.split(r"[，,。；;！!？?\n]|\.(?=\s|$)", rest)]
    kept = [c for c in clauses if sum(letter.isalnum() for letter in FILLER.sub(" ", c)) > 1]
    return ", ".join(re.sub(r"^(?:(?:and|then)\b|再|并且?|然后)\s*", "", clause) for clause in kept)[:60]
