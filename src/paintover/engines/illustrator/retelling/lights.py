"""Light and darkness of the sky and of the place: "make the sky darker", 天空阴沉一点, "a brighter forest", "make the grass darker".

A drawn sky darkens by its clouds and its paint, a place by that of the whole picture.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|but|then)\s+(?!white\b))")
_HOW = r"(?P<how>dark|darker|dim|dimmer|gloomy|gloomier|grim|grimmer|moody|moodier|bleak|bleaker|dull|duller|sombre|ominous|threatening|overcast|dramatic|bright|brighter|light|lighter|clear|clearer|sunnier|cloudless|starry|starlit|star-filled)"
_MUCH = r"(?:(?:a (?:bit|little|lot)|much|way|slightly|even|more|so|very|really|rather|quite|still) )*"
_MAKE = r"(?:(?:make|turn|let|have|get|paint|keep|give it|make it|with|i want|under|add|use) )?"
_BE = r"(?:(?:should )?(?:be|is|are|look|looks|gets?|turns?|becomes?|goes) )?"
_NOUN = r"(?P<what>[a-z]+)"
_ENGLISH = tuple(
    Pattern(rf"\W*(?:please |now |and )*{one}(?: (?:please|now|instead|too))?\W*")
    for one in (
        rf"{_MAKE}the {_NOUN} {_BE}(?P<too>too )?{_MUCH}{_HOW}",
        rf"(?P<to>darken|brighten|lighten|dim)(?: up)? the {_NOUN}(?: (?:a (?:bit|little)|up|slightly))?",
        rf"{_MAKE}(?:the |an? )?{_MUCH}{_HOW} (?P<what>sky|skies|light|lighting)",
        r"make (?P<what>it|the picture|the scene|the mood|the atmosphere) (?:a (?:bit|little|lot) |much |more )*(?P<how>gloomier|moodier|bleaker|grimmer)",
    )
)  # fmt: skip
_CHINESE = tuple(
    Pattern(rf"[\s]*(?:请|再|然后|帮我)*{one}[\s吧呢]*", re.NOFLAG)
    for one in (
        r"(?:把|让|将)?(?P<what>天空|天色|天|[\u4e00-\u9fff]{2,4}?)(?:的?颜色|里|里面)?(?:再|更|要|稍微|可以|变得?|弄得?|调得?|画得?|显得)*(?P<too>太)?(?P<how>阴沉|阴暗|阴郁|灰暗|昏暗|压抑|暗淡|明亮|晴朗|暗|黑|亮|深|浅|淡)(?:(?:一?[点些]儿?)|(?:下来|起来)|(?:得多))+",
        r"(?:把|让|将)?(?P<what>天空|天色)(?:再|更|要|稍微|可以|变得?|弄得?|调得?|画得?|显得|很|是)*(?P<too>太)?(?P<how>阴沉|阴暗|阴郁|灰暗|昏暗|压抑|暗淡|明亮|晴朗|暗|黑|亮)了?的?",
        r"(?:换成|变成|要|一片|加上?)*(?P<how>阴沉|阴暗|阴郁|灰暗|昏暗|明亮|更暗|更亮|暗一点|亮一点)的(?P<what>天空|天色)",
    )
)
_DARK = re.compile(r"dark|dim|暗(?!淡)|黑|昏|深")
_BRIGHT = re.compile(r"bright|(?<!star)light|clear|sunn|cloudless|亮|晴|浅|^淡")
_GROUND = {"grass": "green", "lawn": "green", "草地": "绿", "草坪": "绿", "water": "blue", "sea": "blue", "lake": "blue", "海水": "蓝", "湖水": "蓝", "大海": "蓝", "海面": "蓝", "湖面": "蓝"}  # fmt: skip
_SKY = frozenset({"sky", "skies", "天空", "天色", "天"})
_ALL = frozenset({"it", "the picture", "the scene", "the mood", "the atmosphere", "气氛", "氛围", "画面", "mood", "atmosphere", "scene"})  # fmt: skip
_LIGHT = frozenset(
    {"light", "lighting", "lights", "surroundings", "place", "scenery", "光线", "灯光", "周围", "环境"}
)


_OUTSIDE = Pattern(
    r"(?:窗外|窗户外面?|外面|外头)的?(?=天色?(?:都|已经|也)?(?:变|快)?[黑亮]|是?(?:晚上|夜晚|白天))",
    re.NOFLAG,
)
"""Where the light of the hour is seen from a room."""


_LIT_UP = Pattern(
    r"(?:让|把)?(?P<who>[\u4e00-\u9fff]{0,4}?(?:屋子?|房子?|家))?的?(?:[里内]面?)?(?:窗户|窗子|窗口|窗)?(?:[里内]面?)?(?:都)?(?:亮(?:着|起|了)*灯(?:光)?|灯(?:光)?(?:都)?亮(?:着|起来?|了)*|透出(?:来)?(?:温暖的|暖暖的|黄色的?)*(?:灯光|亮光|光)|有(?:灯光|灯)|点(?:着|上|起)?灯)(?:了|的)*",
    re.NOFLAG,
)
_CABINS = frozenset({"log-cabin", "hut", "smoking-cottage", "cosy-cottage"})


def _with_its_lights_on(prompt: str, who: str, base: Scene) -> str:
    """窗户亮着灯, of a cabin that is seen from outside: the one with light in its windows.

    Raises:
        NotDrawable: of no other house there is a drawing with light in them.
    """
    if base.env.place in INDOORS:
        return prompt
    houses = [one for one in base.objects if one.kind == "house" or one.kind in _CABINS]
    named = [one for one in houses if who and one in named_in(who, base)]
    meant = named or (houses if len(houses) == 1 else [])
    if len(meant) != 1:
        return prompt
    if meant[0].kind not in _CABINS:
        raise NotDrawable(notes.left_out(["亮灯"], "zh"))
    return f"把{called_apart(base, meant[0].id, chinese=True)}换成亮灯的木屋"


def told_of_the_light(prompt: str, base: Scene) -> str:
    """The wish with light and darkness of the sky, the ground and the place told as the clouds, paints and filters for them."""
    if (lit := _LIT_UP.fullmatch(prompt.strip(" 。！!"))) is not None:
        prompt = _with_its_lights_on(prompt, lit["who"] or "", base)
    prompt = _OUTSIDE.sub("", prompt)
    return "".join(_told(clause, base) for clause in _CLAUSES.split(prompt))


def _told(clause: str, base: Scene) -> str:
    for forms, chinese in ((_ENGLISH, False), (_CHINESE, True)):
        for form in forms:
            match = form.fullmatch(clause)
            if match is not None and (said := _of(match, base, chinese=chinese)) is not None:
                return f" {said}" if clause[:1] == " " else said
    return clause


def _of(match: re.Match[str], base: Scene, *, chinese: bool) -> str | None:
    groups = match.groupdict()
    what, how = groups["what"].lower(), (groups.get("how") or groups.get("to") or "").lower()
    way = "bright" if _BRIGHT.search(how) else "dark" if _DARK.search(how) else "gloomy"
    if groups.get("too"):
        way = "dark" if way == "bright" else "bright"
    a_step = how.endswith("er") or "一" in match[0] or "点" in match[0]
    if how.startswith("star"):
        return "at night" if what in _SKY else None
    if what in _SKY:
        return _sky(base, "gloomy" if way == "dark" and a_step else way, chinese=chinese)
    if any(what in (one.kind, one.label.casefold()) for one in base.objects):
        return None
    if what in _GROUND:
        return _ground(what, way, chinese=chinese)
    if what in _ALL:
        return _sky(base, way, chinese=chinese) if way == "gloomy" else None
    token = next(iter(tokenise(what)), None)
    if what not in _LIGHT and (token is None or token.get("places") is None or token.text.lower() != what):
        return None
    if way == "bright":
        return "画面亮一点" if chinese else "brighter"
    return "画面暗一点" if chinese else "darker"


def _ground(what: str, way: str, *, chinese: bool) -> str:
    shade = ("浅" if chinese else "light ") if way == "bright" else ("深" if chinese else "dark ")
    colour = f"{shade}{_GROUND[what]}"
    return f"把{what}变成{colour}色" if chinese else f"make the {what} {colour}"


def _sky(base: Scene, way: str, *, chinese: bool) -> str:
    """A step darker is overcast, and the next a dark grey sky; at night it is black. Brighter it clears up."""
    env, told = base.env, _SAID[chinese]
    if env.place in INDOORS:
        return told["all"] if way == "gloomy" else told["dark"]
    if way == "bright":
        return _brighter(base, chinese=chinese)
    if env.time == "night":
        return told["black"]
    if env.time == "sunset":
        return told["night"]
    if env.scenery.sky.startswith("dark"):
        return told["all"]
    clear = env.weather in ("clear", "wind")
    if way == "gloomy" and clear:
        return told["cloudy"]
    return f"{told['cloudy']}{told['and']}{told['dark']}" if clear else told["dark"]


def _brighter(base: Scene, *, chinese: bool) -> str:
    env, told = base.env, _SAID[chinese]
    if env.time == "night":
        return told["blue"]
    if env.time == "sunset":
        return told["day"]
    if env.weather not in ("clear", "wind"):
        return f"{told['fine']}{told['and']}{told['blue']}" if env.scenery.sky else told["fine"]
    return told["blue"] if env.scenery.sky.startswith("dark") else told["light"]


_SAID = {
    False: {
        "all": "darker", "black": "make the sky black", "night": "at night", "cloudy": "cloudy", "dark": "make the sky dark grey",
        "and": ", ", "blue": "make the sky blue", "day": "daytime", "fine": "sunny", "light": "brighter",
    },
    True: {
        "all": "画面暗一点", "black": "天空变成黑色", "night": "晚上", "cloudy": "阴天", "dark": "天空变成深灰色", "and": "，",
        "blue": "天空变成蓝色", "day": "白天", "fine": "晴天", "light": "画面亮一点",
    },
}  # fmt: skip
