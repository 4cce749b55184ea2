"""Filters for whole pictures, photographs and drawings alike: what they are called, and what they do to the pixels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import pyvips

from paintover.engines.illustrator.sprites.raster import Pixels
from paintover.engines.illustrator.wording import Pattern

FILTER_WORDS: tuple[tuple[str, str], ...] = (
    ("grey", r"黑白(?:照片?|色)?|灰度|灰色调|去色|\bblack[ -]and[ -]white\b|\bb&w\b|\bgr[ae]y(?:scale)?\b|\bmonochrome\b|\bdesaturated?\b|schwarz-?wei(?:ß|ss)|graustufen|noir et blanc|blanco y negro|bianco e nero|preto e branco|zwart-?wit|ч[её]рно-бел\w+|白黒|モノクロ|흑백|أبيض وأسود"),
    ("sepia", r"复古|怀旧|老照片|泛黄|棕褐色|\bsepia\b|\bvintage\b|\bold photo(?:graph)?\b|\bretro\b|\bsépia\b|сепи\w+|セピア|세피아"),
    ("blur", r"模糊|虚化|\bblur(?:red|ry|ring)?\b|\bout of focus\b|unscharf|weichgezeichnet|\bflout?e?r?\b|\bborros[oa]\b|\bdesenfoca\w*|\bsfoca\w*|\bdesfoca\w*|\bwazig\b|размы\w+|ぼか(?:し|す)\w*|흐리게"),
    ("sharpen", r"锐化|清晰一?[点些]|\bsharp(?:en|er)\b"),
    ("posterise", r"海报化|海报色|海报风格?|色块|色调分离|\bposteri[sz]ed?\b|\bposter colou?rs?\b|\bpop[ -]?art\b|波普"),
    ("vivid", r"鲜艳|饱和|艳丽|\bvivid\b|\bvibrant\b|\bsaturated?\b|\bmore colou?rful\b|\bcolou?rful\b"),
    ("warm", r"暖色调?|暖一?[点些]|\bwarm(?:er)?\b"),
    ("cool", r"冷色调?|冷一?[点些]|\bcool(?:er)?(?: tones?)?\b|\bcold tones?\b"),
    ("contrast", r"(?:提高|增加|加强|高)?对比度?|\b(?:more|higher|high|increase(?: the)?)?\s*contrast\b"),
    ("invert", r"反色|反相|负片|\binvert(?:ed)?\b|\bnegative\b"),
    ("brighter", r"亮一?[点些]|更亮|提亮|调亮|变亮|\bbright(?:er|en)\b|\blighter\b|\bheller\b|plus clair\w*|más clar[oa]|più chiar[oa]|mais clar[oa]|\blichter\b|\bhelderder\b|светлее|明るく|밝게"),
    ("darker", r"暗一?[点些]|更暗|调暗|变暗|\bdark(?:er|en)\b|\bdunkler\b|plus sombre|más oscur[oa]|più scur[oa]|mais escur[oa]|\bdonkerder\b|темнее|暗く|어둡게"),
)  # fmt: skip
"""Every filter, and the words for it, the more particular first."""
FILLER = Pattern(
    r"请|帮我|把|将|用|让|给|这|那|张|幅|照片|图片|相片|图|它|变成|变得?|改成|做成|做|成|弄|调成?|处理|一下|一点|一些|加上?|再|然后|并且?|和|的|在|上|里|中|吧|风格|效果|滤镜|色调|角度?|度"
    r"|\b(?:please|can|could|you|make|turn|put|use|apply|add|set|give|convert|change|it|its|this|that|the|a|an|my|photo(?:graph)?|picture|image|pic"
    r"|to|into|as|in|on|onto|of|with|and|then|also|more|very|bit|little|look|effect|filter|style|tones?|degrees?|some|please|be|is|i|want|show|shown|display|up|by|all|whole|colou?rs?)\b"
    r"|\b(?:mach|mache|bitte|das|die|den|der|dem|ein|eine|einen|foto|photo|bild|es|auf|zu|mets|mettre|mettez|fais|rends|la|le|les|un|une|en|sur|l'?image"
    r"|pon|ponla|ponlo|haz|hazla|hazlo|por favor|una|imagen|il|lo|alla|al|metti|rendi|foto|fai|immagine|coloca|deixa|faça|põe|o|em|na|no|imagem"
    r"|maak|zet|van|het|de|er|op|afbeelding|сделай|сделайте|поставь|фото|фотографию|картинку|на|его|её|an|wand|hängen?|häng|wall|mur|muur|pared|parete|parede|стену|стене|повесь)\b"
    r"|\b(?:solo|sólo|soltanto|seulement|nur|só|alleen|только)\b|(?:この)?(?:写真|画像)|して|にして|ください|を|に|で|壁|貼って|飾って|사진을?|이미지를?|으?로|만들어|해|줘|주세요|벽에|걸어|붙여",
)
"""Words of a wish that say nothing of their own."""


def graded(picture: Pixels, names: Iterable[str]) -> Pixels:
    """The picture (height x width x 3, or 4 with straight alpha) through those filters, one after another."""
    colours = np.ascontiguousarray(picture[..., :3])
    for name in names:
        colours = filtered(colours, name)
    return colours if picture.shape[2] == 3 else np.concatenate([colours, picture[..., 3:]], axis=-1)


def filtered(picture: Pixels, name: str) -> Pixels:
    """The picture, height x width x 3, through one filter; as it is where there is none of that name."""
    values = picture.astype(np.int32)
    grey = (values * np.array([2126, 7152, 722])).sum(axis=-1, keepdims=True) // 10000
    match name:
        case "grey":
            return as_bytes(grey.repeat(3, axis=2))
        case "sepia":
            return as_bytes(grey * np.array([107, 90, 68]) // 100 + np.array([8, 4, 0]))
        case "posterise":
            return as_bytes(values // 43 * 51)
        case "brighter":
            return _BRIGHT[picture]
        case "darker":
            return as_bytes(values * 78 // 100)
        case "vivid":
            return as_bytes(grey + (values - grey) * 155 // 100)
        case "warm":
            return as_bytes(values * np.array([108, 101, 88]) // 100)
        case "cool":
            return as_bytes(values * np.array([88, 99, 110]) // 100)
        case "contrast":
            return as_bytes((values - 128) * 135 // 100 + 128)
        case "invert":
            return 255 - picture
        case "pastel":
            return as_bytes((grey + (values - grey) * 72 // 100) * 80 // 100 + 51)
        case "cinema":
            return _cinema(values, grey)
        case "sharpen":
            soft = blurred(picture, 500).astype(np.int32)
            return as_bytes(values + (values - soft) * 90 // 100)
        case "blur":
            return blurred(picture, 110)
    return picture


_BRIGHT = np.array(
    [min(255, round(255 * (level / 255) ** 0.62 * 1.04)) for level in range(256)], dtype=np.uint8
)
"""How light each level is a step brighter: most in the shades, and what is light already is almost white."""


def as_svg(names: Iterable[str]) -> str:
    """The primitives of an SVG filter that does about the same; "" for none."""
    return "".join(_SVG.get(name, "") for name in names)


def _matrix(*rows: str) -> str:
    return f'<feColorMatrix type="matrix" values="{" ".join(rows)} 0 0 0 1 0"/>'


def _curve(kind: str, **values: str) -> str:
    said = " ".join(f'{name}="{value}"' for name, value in values.items())
    channels = "".join(f'<feFunc{one} type="{kind}" {said}/>' for one in "RGB")
    return f"<feComponentTransfer>{channels}</feComponentTransfer>"


_SVG = {
    "grey": '<feColorMatrix type="saturate" values="0"/>',
    "sepia": _matrix(".2275 .7653 .0773 0 .03", ".1913 .6437 .065 0 .015", ".1446 .4863 .0491 0 0"),
    "posterise": _curve("discrete", tableValues="0 .2 .4 .6 .8 1"),
    "brighter": _curve("table", tableValues="0 .43 .67 .88 1"),
    "darker": _curve("linear", slope=".78"),
    "vivid": '<feColorMatrix type="saturate" values="1.55"/>',
    "pastel": '<feColorMatrix type="saturate" values=".72"/>' + _curve("linear", slope=".8", intercept=".2"),
    "warm": _matrix("1.08 0 0 0 0", "0 1.01 0 0 0", "0 0 .88 0 0"),
    "cool": _matrix(".88 0 0 0 0", "0 .99 0 0 0", "0 0 1.1 0 0"),
    "contrast": _curve("linear", slope="1.35", intercept="-.175"),
    "cinema": _curve("linear", slope="1.18", intercept="-.09"),
    "invert": _curve("table", tableValues="1 0"),
    "blur": '<feGaussianBlur stdDeviation="9"/>',
}


def _cinema(values: npt.NDArray[np.int32], grey: npt.NDArray[np.int32]) -> Pixels:
    """Cool shadows, warm lights, more contrast, and darker towards the corners."""
    height, width, _ = values.shape
    lifted = (values - 128) * 118 // 100 + 128
    toned = lifted + (grey - 128) * np.array([10, 2, -12]) // 128
    across = np.abs(np.arange(width) * 2 - (width - 1))[None, :] * 256 // max(1, width - 1)
    down = np.abs(np.arange(height) * 2 - (height - 1))[:, None] * 256 // max(1, height - 1)
    far = np.clip((across * across + down * down) // 256 - 180, 0, 332)[..., None]
    return as_bytes(toned * (256 - far * 100 // 332) // 256)


def as_bytes(values: npt.NDArray[np.integer[Any]]) -> Pixels:
    """Clipped to what a byte holds."""
    clipped: Pixels = np.clip(values, 0, 255).astype(np.uint8)
    return clipped


def blurred(picture: Pixels, fineness: float) -> Pixels:
    """Blurred by the longer side divided by `fineness`, in pixels."""
    height, width, _ = picture.shape
    image = pyvips.Image.new_from_memory(np.ascontiguousarray(picture).tobytes(), width, height, 3, "uchar")
    memory = image.gaussblur(max(height, width) / fineness).write_to_memory()
    return np.ndarray(buffer=memory, dtype=np.uint8, shape=(height, width, 3)).copy()
