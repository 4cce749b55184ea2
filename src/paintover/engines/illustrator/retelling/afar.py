"""What an edit brings far away, and how flowers come into a room: "a sailboat out at sea" is at the horizon, a window with the
moon outside is one at night, and flowers that are put on a table stand in a vase.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.backdrops import INDOORS, PLACES
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_OUT_AT_SEA = Pattern(
    r"(?P<en>\b(?:an?|one|two|three|some) (?:[a-z]+[ -]){0,2}[a-z]+),? (?:(?:that is|sailing|floating|far|way) )*(?:out|off) (?:there )?(?:at|on|in|to) (?:the )?(?:open )?(?:sea|ocean|water|lake)\b"
    r"|(?:在)?(?:远处|远方)的?(?:大?海|湖|江|河|水)(?:面)?(?:上|里|中)?(?=再?[加画添放来有])"
)
_BACK = (
    r"(?:(?:far )?(?:in|into|at|to) the (?:far )?(?:distance|background|back|rear)|on the horizon|far away"
    r"|behind (?:it|them|him|her|everything|everyone|the [a-z]+(?: [a-z]+)?))"
)
_FERNE = r"(?:在)?(?:远处|远方|天边|地平线上?|背景(?:里面?|中|上)?|[^，。在]{0,4}(?:后面|背后))的?(?:再|也|还)?(?:加|画|添|放|来)(?:上|个|点|了)?(?:一[片些座点])?"
_STANDS_FOR = (
    (
        Pattern(
            rf"\b(?P<put>add|put|draw|paint|place|have) (?:(?:an?|the|some|more) )?(?:(?:dense|dark|thick|green|pine|small|little|big) )*(?:forest|wood(?:s|land)?|treeline) {_BACK}"
            rf"|{_FERNE}(?:茂密的|小|绿色的|大)*(?:森林|树林|林子)"
        ),
        ("six distant trees", "加六棵远远的树"),
    ),
    (
        Pattern(
            rf"\b(?P<put>add|put|draw|paint|place|have) (?:(?:an?|the|some|more) )?(?:(?:big|modern|tall|distant|busy) )*(?:city(?: ?scape| skyline)?|skyline|metropolis|high[- ]rises|tall buildings) {_BACK}"
            rf"|{_FERNE}(?:繁华的|大|现代)*(?:城市(?:天际线|剪影)?|都市|天际线|高楼大厦)"
        ),
        ("three distant skyscrapers", "加三栋远远的高楼"),
    ),
)
"""What comes as a few of its own, for as a place it would take the place of the picture's."""
_AT_THE_HORIZON = Pattern(
    r"\b(?:(?:far )?(?:out |away )?(?:at|on|along|near) the (?:far )?horizon|on the skyline)\b"
    r"|(?:在)?(?:地平线|海平[面线]|水平线|天际线?|海天交界处?)(?:上|处|那边|附近)?(?=再?[加画添放来有])"
)
_WATERSIDE = r"(?:the )?(?:river|lake|water|stream|brook|creek|pond|canal|bay|street|road)"
_ACROSS = Pattern(
    r"(?P<what>\b(?:an?|one|two|three|four|some|another|more) (?:[a-z]+[ -]){0,3}?[a-z]+),? (?:that is |standing |grazing |sitting )?"
    rf"(?:(?:right |way |just )?(?:across|beyond|over on|on the (?:other|far|opposite) (?:side|bank|shore)(?: of|(?=[,.;!]|$)))(?: {_WATERSIDE})?|(?:over )?on the (?:other|far|opposite) (?:bank|shore)) ?(?=[,.;!]|$)"
    r"|(?:在)?(?:河|江|湖|溪|水)?(?:的)?(?:对岸|对面的?岸[上边]?|那一?边的?岸[上边]?)(?=再?[加画添放来有站])"
)
_AT_THE_END = Pattern(
    r"\b(?:(?:away |over |right |down )?at the (?:very )?(?:far|other|distant) end(?! of\b)|(?:down |right |away )?at the (?:far |very |other )?end of the (?:street|road|path|lane|track|beach|valley|field|alley|avenue))\b"
)
_SPANS = Pattern(r"\b(?:bridge|boat|ship|ferry|rope|rainbow|canoe|raft|dam|plank|log|pier|jetty)")
"""What goes across the water itself."""
_AGLOW = Pattern(
    r"\b(?:sun|moon|stars?|rainbow|sky|clouds?|mountains?|hills|glow|light)\b|太阳|夕阳|落日|朝阳|月|星|彩虹|云|霞|山"
)
"""What is at the horizon in its own way."""
_FLOWERS = Pattern(
    r"(?P<put>\b(?:put|add|place|set|have|stand) )(?:(?:some|fresh|a few|pretty|beautiful|a bunch of|more) )*(?P<what>(?:(?:red|yellow|white|pink|purple|blue|orange) )?(?:flowers|roses|tulips|lilies|daisies|peonies)) (?P<where>(?:on|onto) (?:the|her|his|its|their|a) (?P<en>[a-z ]{3,24}))(?=$|[,.!])"
    r"|(?P<zhput>(?:请|帮我)*(?:在)?(?P<zh>[^，。]{1,6}?)(?:上面?|上边)(?:放|摆|加|添)(?:上|了|着)?)(?:一?[些点束捧把瓶]|几[朵枝])?(?P<zhwhat>(?:[红黄白粉紫]色?的?)?(?:鲜花|花|玫瑰花?|郁金香|百合花?))(?=$|[，。！])"
)


_AT_NIGHT = Pattern(
    r"(?P<en>\b(?:add|put|draw|place|have|paint|there should be|i want)(?: in)? (?:an?|another) (?:[a-z]+ )?window),? (?:with|showing|and|where you see|through which you see|that shows) (?:an? |the |some )?(?:(?:full|crescent|bright|big|shining|night|starry|new|round) )*(?:moon|stars|sky|moonlight)(?: and (?:the |some )?(?:stars|moon))?(?: (?:is|are|outside(?: (?:of )?it)?|in it|shining|visible|glowing|behind it|through it|in|through|at night))*(?=$|[,.!])"
    r"|(?P<zh>(?:请|帮我|再|在墙上)*(?:加|画|添|开)(?:上)?(?:一|个)?[扇个]?(?:大|小|圆)?窗(?:户|子)?)[，, ]*(?:从)?(?:窗外|外面|窗户外面?|里)?(?:可以|能)?(?:看[到见得]+)?(?:有|是|挂着|看[到见])?(?:一轮|一弯)?(?:圆圆的|弯弯的|圆|弯|明亮的)?(?:月亮|明月|月牙|星空|星星|夜空)(?=$|[，。！])"
)
"""A window through which the moon is seen."""
_OF_THE_NIGHT = Pattern(r"moon|stars|night|starry|[月星夜]")


_ON_THE_MOON = Pattern(r"\b(?:on|onto) (?:the|that) moon\b|月亮(?:顶|的)?(?:上面?|上头|上边)")
_MOONS = {"moon": "明月", "crescent-moon": "弯月"}


def _moon_of_the_picture(prompt: str, base: Scene) -> str:
    """Of a picture with a moon, what is to come on the moon comes on that one, and nobody travels there."""
    kind = next((one.kind for one in base.objects if one.kind in _MOONS), None)
    if kind is None or base.env.place == "moon":
        return prompt
    return _ON_THE_MOON.sub(
        lambda match: "on top of the moon" if match[0].isascii() else f"{_MOONS[kind]}上", prompt
    )


def told_from_afar(prompt: str, base: Scene) -> str:
    """The wish for that picture with what is out at sea told as far away, where there is water, and cut flowers in a vase."""
    prompt = _moon_of_the_picture(prompt, base)
    place = PLACES.get(base.env.place)
    if _AGLOW.search(prompt) is None:
        prompt = _AT_THE_HORIZON.sub(_far_away, prompt)
    if base.env.place not in INDOORS:
        prompt = _AT_THE_END.sub("in the distance", prompt)
    if base.env.place in _BANKS:
        prompt = _ACROSS.sub(_on_the_far_bank, prompt)
    if place is not None and place.water is not None:
        prompt = _OUT_AT_SEA.sub(
            lambda match: f"{match['en']} in the distance" if match["en"] else "远处", prompt
        )
    if base.env.place not in INDOORS:
        for pattern, (en, zh) in _STANDS_FOR:
            if (match := pattern.search(prompt)) is not None:
                told = f"{match['put']} {en}" if match["put"] else zh
                prompt = f"{prompt[: match.start()]}{told}{prompt[match.end() :]}"
    if base.env.place in INDOORS:
        prompt = _AT_NIGHT.sub(_at_night, prompt)
    return _FLOWERS.sub(_in_a_vase, prompt)


def _far_away(match: re.Match[str]) -> str:
    return "in the distance" if match[0].isascii() else "远处"


_BANKS = frozenset({"river", "lake", "street"})
"""Where the far bank is seen, or the pavement across the street."""


def _on_the_far_bank(match: re.Match[str]) -> str:
    """A cow across the river: beyond it, and not in it."""
    if match["what"] is None:
        return "远处"
    goes = match["what"].endswith("ing")  # a girl walking across the street
    return match[0] if goes or _SPANS.search(match["what"]) else f"{match['what']} in the distance"


def _at_night(match: re.Match[str]) -> str:
    if _OF_THE_NIGHT.search(match[0]) is None:
        return match[0]
    if match["en"]:
        return f"{match['en'].removesuffix('window')}bay window, make it night"
    return "加一个飘窗，改成晚上"


def _in_a_vase(match: re.Match[str]) -> str:
    """Flowers on furniture, which is no bed of earth, stand in a vase."""
    named = [
        kind for token in tokenise(match["en"] or match["zh"]) if (kind := token.get("kinds")) is not None
    ]
    if not named or not _is_furniture(named[-1]):
        return match[0]
    if match["en"]:
        return f"{match['put']}a vase of {match['what']} {match['where']}"
    many = "" if _A_STEM.search(match[0]) else "三朵"
    return f"{match['zhput']}一个插着{many}{match['zhwhat']}的花瓶"


_A_STEM = re.compile(r"[一1][朵枝支]")


def _is_furniture(kind: str) -> bool:
    return kinds()[kind].habitat == "indoor" and not kinds()[kind].alive and kind not in _SOFT


_SOFT = frozenset({"bed", "couch", "rug", "armchair", "chair"})
"""On these a bunch lies."""
