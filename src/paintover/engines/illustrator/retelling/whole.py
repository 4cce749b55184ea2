"""What is asked of a drawn picture as a whole: darker, warmer, in black and white, closer, mirrored, a blurred backdrop.

These wishes are taken out before the rest is read, since "make it darker" would otherwise ask for a thing called so.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.filters import FILLER, FILTER_WORDS
from paintover.engines.illustrator.scene import Camera, Placement, Scene
from paintover.engines.illustrator.staging.closeup import HEADS, close_up
from paintover.engines.illustrator.wording import Pattern

MOST_OF_ONE = 3
"""How often one filter may be laid on: "darker", and "darker" again."""
_OPPOSITE = {
    "brighter": "darker",
    "darker": "brighter",
    "warm": "cool",
    "cool": "warm",
    "vivid": "pastel",
    "pastel": "vivid",
}
_REPEATED = frozenset(_OPPOSITE)
_GREY = r"\bgr[ae]y(?:scale)?\b"
_ALL_GREY = r"\bgr[ae]y ?scale\b|\bshades of gr[ae]y\b|\bgr[ae]y tones?\b|(?<=picture |drawing )gr[ae]y\b|(?<=image |scene )gr[ae]y\b|(?<=everything )gr[ae]y\b"
"""Of a photograph grey says how all of it looks; of a drawn picture it is a colour that a thing gets."""
_COLOURLESS = frozenset({"grey", "sepia", "invert", "posterise"})

_WHOLE = (
    ("larger-text", r"(?:把|让|将)?(?:文字|字幕|字体|标题|字)(?:再|稍微)?(?:弄|调|变)?(?:放大|变大|大)(?:一[点些]|点|些)?|放大(?:文字|字幕|字体|标题|字)|\b(?:the )?(?:text|caption|words|letters|lettering|writing|title|font) (?:\w+ )?(?:bigger|larger)\b|\b(?:bigger|larger) (?:text|caption|words|letters|lettering|writing|title|font)\b|\benlarge the (?:text|caption|words|letters|title)\b"),
    ("smaller-text", r"(?:把|让|将)?(?:文字|字幕|字体|标题|字)(?:再|稍微)?(?:弄|调|变)?(?:缩小|变小|小)(?:一[点些]|点|些)?|缩小(?:文字|字幕|字体|标题|字)|\b(?:the )?(?:text|caption|words|letters|lettering|writing|title|font) (?:\w+ )?smaller\b|\bsmaller (?:text|caption|words|letters|lettering|writing|title|font)\b"),
    ("text-top", r"(?:把|让|将)?(?:文字|字幕|字体|标题|字|配文)(?:移|放|挪|改|换|写|弄)?(?:到|在|去)(?:图片?的?|画面的?|最)?(?:上面|上方|顶部|顶上|顶端|上边|上)|\b(?:put|move|place|bring|shift)? ?(?:the )?(?:text|caption|words|letters|lettering|writing|title) (?:\w+ ){0,2}?(?:at|to|on|up to|in) (?:the )?(?:top|upper part)(?: of (?:it|the (?:picture|image|page)))?\b|\b(?:text|caption|title) (?:above|on top)\b"),
    ("text-bottom", r"(?:把|让|将)?(?:文字|字幕|字体|标题|字|配文)(?:移|放|挪|改|换|写|弄)?(?:到|在|去)(?:图片?的?|画面的?|最)?(?:下面|下方|底部|底下|底端|下边|下)|\b(?:put|move|place|bring|shift)? ?(?:the )?(?:text|caption|words|letters|lettering|writing|title) (?:\w+ ){0,2}?(?:at|to|on|down to|in) (?:the )?(?:bottom|lower part)(?: of (?:it|the (?:picture|image|page)))?\b"),
    ("face", r"(?:给)?(?:它|他|她|猫|狗|脸|头)?(?:的)?(?:脸部?|面部|头部|头)(?:的)?(?:特写|近景)|特写(?:一下)?(?:它|他|她)?的?(?:脸部?|面部|头部?)|(?:拉近|靠近|放大)(?:到|看)?(?:它|他|她)?的?(?:脸部?|面部|头部?)|\b(?:a )?close-?up (?:shot |view |picture )?(?:of|on) (?:its|his|her|their|the|the \w+['’]s) (?:face|head)\b|\bzoom (?:in )?(?:on(?:to)?|to|into) (?:its|his|her|the|the \w+['’]s) (?:face|head)\b|\b(?:face|head)[ -](?:close-?up|shot)\b|\bheadshot\b"),
    ("bust", r"(?:换成|改成|画成|变成|来(?:一)?张)?(?:他|她|它)?的?半身(?:像|照)|(?:只)?(?:看|画|拍|要)(?:到)?上半身|\b(?:make it )?(?:a )?(?:half[- ]body|waist[- ]up|head[- ]and[- ]shoulders|upper[- ]body)(?: (?:shot|portrait|picture|view))?\b|\b(?:only |just )?from the waist up\b"),
    ("full", r"(?:换成|改成|画成|变成|来(?:一)?张|要|看|画)?(?:他|她|它)?的?全身(?:像|照)?|\b(?:make it )?(?:a )?full[- ](?:body|length)(?: (?:shot|portrait|picture|view))?\b|\b(?:show|see) (?:the |its |his |her )?(?:whole|full|entire) body\b"),
    ("high", r"(?:换成|改成|改为|换|变成|用)?(?:从)?(?:高空)?(?:俯视|俯拍|鸟瞰|航拍|高角度|俯瞰)(?:的)?(?:角度|视角|镜头|图)?|从(?:上面|上方|高处|空中)(?:往下|向下)?(?:看|拍)(?:下去)?|\b(?:make it |as |in |to )?(?:an? )?(?:bird['’]?s?[- ]eye|aerial|overhead|top[- ]down|high[- ]angle)(?: (?:view|shot|angle|perspective))*\b|\b(?:seen |viewed |shown )?from (?:high )?above\b(?! (?:an?|the|some|its?|his|her|my|their|two|three)\b)"),
    ("low", r"(?:换成|改成|改为|换|变成|用)?(?:从)?(?:仰视|仰拍|低角度)(?:的)?(?:角度|视角|镜头|图)?|从(?:下面|下方|低处)(?:往上|向上)(?:看|拍)(?:上去)?|\b(?:make it |as |in |to )?(?:an? )?(?:low[- ]angle|worm['’]?s?[- ]eye)(?: (?:view|shot|angle|perspective))*\b|\b(?:seen |viewed |shown )?from below\b(?! (?:an?|the|some|its?|his|her|my|their|two|three)\b)"),
    ("level", r"(?:换成|改成|改为|换|变成|用)?平视(?:角度|视角)?|\b(?:make it |as |at |to )?(?:an? )?eye[- ]level(?: (?:view|shot|angle))?\b"),
    ("soft", r"(?:把|让|将)?背景(?:稍微|再)?(?:变得?|弄|做)?(?:虚化|模糊)(?:一[点些下])?|(?:虚化|模糊)(?:一下)?背景|浅?景深|\bblur(?:red|ry)?(?: out)?(?: the| a)? (?:background|backdrop)\b|\b(?:background|backdrop)(?: (?:is|should be|to be|a bit|more|slightly))* (?:blur(?:red|ry)?|out of focus|soft(?:er)?)\b|\bbokeh\b|\b(?:shallow )?depth of field\b"),
    ("crisp", r"背景(?:不要|别)(?:再)?(?:虚化|模糊)(?:了)?|背景(?:变)?清晰(?:一[点些])?|\b(?:un-?blur|sharpen|don't blur)(?: the)? (?:background|backdrop)\b"),
    ("coloured", r"恢复(?:原来的?)?(?:颜色|彩色|色彩)|(?:变|换|改)?(?:回|成)?彩色的?|上色|原来的?颜色|\b(?:back )?(?:in|to|into) (?:full |normal )?colou?r\b|\brestore(?: the)? colou?rs?\b|\bcolou?ri[sz]ed?\b"),
    ("closer", r"(?:镜头|画面)?(?:再)?(?:拉近|推近|靠近)(?:一[点些])?|(?:镜头|画面)?(?:再)?近一?[点些]|特写|放大画面|画面放大|\bzoom(?: it| the (?:picture|image|camera|view))?(?: (?:a )?(?:bit|little|lot))?(?: more)? in\b(?: (?:a )?(?:bit|little|lot))?|\b(?:crop|get|come|go|move)? ?(?:it )?(?:in )?closer\b|\btighter (?:crop|shot|framing)\b|\b(?:make (?:it )?)?(?:a )?close-?up\b"),
    ("farther", r"(?:镜头|画面)?(?:再)?(?:拉远|推远)(?:一[点些])?|(?:镜头|画面)?(?:再)?远一?[点些]|全景|缩小画面|画面缩小|\bzoom(?: it| the (?:picture|image|camera|view))?(?: (?:a )?(?:bit|little|lot))?(?: more)? out\b(?: (?:a )?(?:bit|little|lot))?|\b(?:from )?f(?:a|u)rther (?:away|back|out)\b|\bstep back\b|\b(?:a )?wider (?:shot|view|framing)\b"),
    ("mirror", r"(?:左右|水平)(?:翻转|镜像|对调)|镜像|(?:整张|整个)?(?:画面|图片?)?(?:左右)?反过来|\bflip (?:it|this|everything)?(?: ?(?:horizontally|left to right|over))?\b|(?:(?<![a-z] )|(?<=and )|(?<=then )|(?<=please )|(?<=now )|(?<=just )|(?<=also )|(?<=to )|(?<=you ))\bmirror(?: (?:it|this|everything|horizontally))*\b|\bmirror (?:it|this|everything|horizontally|image)\b|\bhorizontal(?:ly)? flip\b"),
    ("brighter", r"太暗|\btoo (?:dark|dim|gloomy)\b"),
    ("darker", r"太亮|\btoo (?:bright|light)\b"),
    ("pastel", r"太(?:艳|鲜艳|花)|\btoo (?:colou?rful|saturated|vivid|garish)\b"),
    ("cinema", r"电影感|电影风格?|大片感|暗角|\bcinematic\b|\blike (?:a|in a) (?:film|movie)\b|\bvignette\b"),
    ("pastel", r"柔和(?:一[点些])?|粉彩|淡雅|颜色(?:再)?(?:淡|浅)一?[点些]|\bpastel\b|\bsoft(?:er)? colou?rs?\b|\bmuted\b|\bless (?:colou?rful|saturated|vivid)\b|\bdesaturated?\b"),
    *((name, words.replace(_GREY, _ALL_GREY)) for name, words in FILTER_WORDS if name != "sharpen"),
)  # fmt: skip
"""What can be done to a whole drawing, and the words for it, the more particular first."""
_STEPS = tuple((name, Pattern(words)) for name, words in _WHOLE)
_ADJUNCT = (
    ("soft", r"[，,]?\s*背景(?:虚化|模糊)|[,，]?\s*(?:with|and|on)?\s*(?:a )?\bblurr(?:ed|y) (?:background|backdrop)\b"),
    ("grey", r"黑白(?:照片?|画面?|照|电影|风格)(?:的|风格的?)?|\b(?:in|as a) black[ -]and[ -]white(?: photo(?:graph)?)?\b"),
    ("sepia", r"(?:复古|怀旧)(?:的)?(?:风格|色调|照片)的?|老照片(?:风格|色调)?的?|\b(?:in )?sepia(?:[ -]toned?)?\b|\bvintage (?:photo(?:graph)?|picture|postcard|style)(?: of)?\b"),
    ("cinema", r"电影感的?|\bcinematic(?: (?:shot|scene|lighting|look))?(?: of)?\b"),
    ("pastel", r"(?:柔和|粉彩|淡雅)(?:的)?(?:色调|颜色|配色|风格)的?|\b(?:in )?(?:soft )?pastel (?:colou?rs?|tones?|palette)\b"),
    ("warm", r"暖色调的?|\b(?:in )?warm (?:tones?|colou?rs?|light)\b"),
    ("cool", r"冷色调的?|\b(?:in )?(?:cool|cold) (?:tones?|colou?rs?)\b"),
)  # fmt: skip
"""What is said on the side of a picture that is described: "a cat in black and white"; never of a thing in it."""
_ADJUNCTS = tuple((name, Pattern(words)) for name, words in _ADJUNCT)
_CLAUSES = re.compile(r"([，,、。；;！!？?\n]+|\.(?=\s|$)|(?<!\bblack)\s+(?:and|but|then)\s+|并且|并|然后)")
_SAYS_NOTHING = Pattern(
    r"画面|整体|整个|整张|全部|所有|颜色|色彩|光线|镜头|稍微|有点|太|还|都|要|了|得|再|更|点|些|下|个|能|可以|不|够|想|看起来|感觉"
    r"|['’]s\b|\b(?:scene|drawing|illustration|everything|overall|a|lot|much|slightly|too|should|would|like|bring|go|get|let's|could be|feel|feeling|looks?|mode|light(?:ing)?"
    r"|now|just|even|still|way|bit|than|before|so|now)\b"
)


@dataclass(frozen=True, slots=True)
class Whole:
    """What is asked of the picture as a whole, by the names of `_WHOLE`, and what else is wished for."""

    steps: tuple[str, ...]
    rest: str


def of_the_whole(prompt: str, *, new: bool) -> Whole:
    """Take out what is asked of the whole picture: from a new wish what stands beside its description, from an edit the
    clauses that say nothing else."""
    steps: list[str] = []
    if new:
        for name, words in _ADJUNCTS:
            rest = words.sub(" ", prompt)
            if rest != prompt and any(letter.isalnum() for letter in rest):
                steps.append(name)
                prompt = rest
        return Whole(tuple(steps), prompt)
    kept: list[str] = []
    for clause in _CLAUSES.split(prompt):
        found, left = _found(clause)
        if found and _is_said(left) is False:
            steps += found
        else:
            kept.append(clause)
    if not steps:
        return Whole((), prompt)
    rest = "".join(kept)
    return Whole(tuple(steps), rest if _is_said(_CLAUSES.sub(" ", rest)) else "")


def _found(clause: str) -> tuple[list[str], str]:
    found = []
    for name, words in _STEPS:
        if words.search(clause):
            found.append(name)
            clause = words.sub(" ", clause)
    return found, clause


def _is_said(words: str) -> bool:
    """Whether anything is left of the words that says something."""
    rest = _SAYS_NOTHING.sub(" ", FILLER.sub(" ", words))
    return any(letter.isalnum() for letter in rest)


def asked_of(scene: Scene, steps: Collection[str]) -> Scene:
    """The scene with those steps taken. Equal to the one before where nothing can be done."""
    grade, soft = list(scene.grade), scene.soft
    for name in steps:
        match name:
            case "soft" | "crisp":
                soft = name == "soft"
            case "coloured":
                grade = [one for one in grade if one not in _COLOURLESS]
            case "larger-text" | "smaller-text" if scene.caption:
                step = scene.caption_step + (1 if name == "larger-text" else -1)
                scene = msgspec.structs.replace(scene, caption_step=max(-2, min(step, 4)))
            case "text-top" | "text-bottom" if scene.caption:
                scene = msgspec.structs.replace(scene, caption_at="top" if name == "text-top" else "bottom")
            case "larger-text" | "smaller-text" | "text-top" | "text-bottom":
                pass
            case "face":
                scene = close_up(scene)
            case "bust":
                scene = close_up(scene, HEADS["bust"])
            case "full":
                scene = msgspec.structs.replace(scene, shot="", layout={})
            case "high" | "low" | "level":
                scene = _from_height(scene, "" if name == "level" else name)
            case "closer" | "farther":
                scene = _from(scene, 1.3 if name == "closer" else 0.75)
            case "mirror":
                pass  # the editor knows what stands where
            case _ if _OPPOSITE.get(name) in grade:
                grade.remove(_OPPOSITE[name])
            case _ if grade.count(name) < (MOST_OF_ONE if name in _REPEATED else 1):
                grade.append(name)
    return msgspec.structs.replace(scene, grade=tuple(grade), soft=soft)


def _from_height(scene: Scene, camera: Camera) -> Scene:
    """Seen from that height, where everybody finds a new place."""
    if scene.env.camera == camera:
        return scene
    return msgspec.structs.replace(scene, env=msgspec.structs.replace(scene.env, camera=camera), layout={})


def _from(scene: Scene, k: float) -> Scene:
    """The actors `k` times as near, towards the middle of the horizon; no nearer than so that all are seen whole."""
    if not scene.layout:
        return scene
    width, height = parse_ratio(scene.ratio).size()
    place = place_of(scene.env)
    x, y = width / 2, place.horizon * height
    boxes = [placement.box for placement in scene.layout.values()]
    for box in boxes:
        room = min(
            (side - middle) / (edge - middle)
            for edge, middle, side in (
                (box[0], x, 0.01 * width), (box[2], x, 0.99 * width), (box[1], y, 0.01 * height), (box[3], y, 0.985 * height),
            )
            if (edge - middle) * (side - middle) > 0
        )  # fmt: skip
        k = min(k, max(room, 1.0)) if k > 1 else k
    if 1 <= k < 1.02:
        return scene

    def moved(placement: Placement) -> Placement:
        x0, y0, x1, y1 = placement.box
        return msgspec.structs.replace(
            placement,
            x=round(x + k * (placement.x - x), 2),
            base=round(y + k * (placement.base - y), 2),
            scale=max(8, round(k * placement.scale, 2)),
            lift=round(k * placement.lift, 2),
            box=(
                round(x + k * (x0 - x)), round(y + k * (y0 - y)), round(x + k * (x1 - x)), round(y + k * (y1 - y)),
            ),
            shadow=None,
        )  # fmt: skip

    layout = {name: moved(placement) for name, placement in scene.layout.items()}
    return msgspec.structs.replace(scene, layout=layout)
