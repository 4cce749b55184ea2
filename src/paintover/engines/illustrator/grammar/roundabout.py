"""What spoken Chinese says the other way about, told straight: 桥上跑过去一个小孩 is a child who is there, 别放那么高 is lower, and
天边红红的 is the sky."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from paintover.engines.illustrator.wording import Pattern

_CLAUSE = r"(?:(?<=^)|(?<=[，,。；;！!？?\n]))"
_END = r"(?=$|[，,。；;！!？?\n])"
_COUNTED = r"(?:[一两二三四五六七八九十几0-9]+|一大|一小)?[个位只头匹条群名对伙帮队串辆]"
_COMES = Pattern(
    rf"(?P<where>{_CLAUSE}(?:再|又)?(?:(?:在|从)?[^，。,；;！!？?\n把让给]{{0,6}}[上下里中边旁前后面处外左右头])?)"
    rf"(?:正|忽然|突然)?(?P<how>走|跑|爬|蹦|跳|窜|钻|冒)(?:了)?(?:过去|过来|出来|进来|进去|上来|下来|过|来|出|进|着)(?:了)?(?P<many>{_COUNTED})(?P<rest>[^，。,；;！!？?\n]+)",
    re.NOFLAG,
)
_POSES = {"蹦": "跳", "窜": "跑", "钻": "", "冒": ""}
"""What those do who come in such a way; nothing that a picture shows of who only comes out."""

_STREWN = Pattern(
    rf"(?P<where>{_CLAUSE}(?:在)?[^，。,；;！!？?\n把让给]{{1,6}}[上里下中边旁前后面处外角])(?:扔|丢|撂|搁|晾|支|撇)(?:着|了)?(?=[一两二三四五六七八九十几0-9]?[个只条件把双张块片顶本辆台堆串])",
    re.NOFLAG,
)
"""地上扔个油桶: it lies there, and nobody throws it."""
_LAID = Pattern(
    r"(?<=[\u4e00-\u9fff])(?<!耽)搁(?:在|到)?(?=[^，。,；;浅置下]{1,6}(?:上|里|下|旁|边|头))", re.NOFLAG
)
_ASLEEP = Pattern(rf"(?<=[只个头位匹条])睡着{_END}", re.NOFLAG)

_LESS = Pattern(
    rf"{_CLAUSE}(?P<lead>那就|也|就)?(?P<who>[^，。,；;！!？?\n不别]{{0,8}}?)(?:不要|不用|别|甭)(?P<does>放|挂|摆|贴|弄|站|坐|搁|画|搞|留|剪|穿)?得?(?:那么|这么|太)(?P<how>高|低|矮|大|小|长|短|胖|瘦|粗|细|亮|暗|靠[左右上下]|偏[左右上下])了?{_END}",
    re.NOFLAG,
)
_OTHER = {
    "高": "矮", "低": "高", "矮": "高", "大": "小", "小": "大", "长": "短", "短": "长", "胖": "瘦", "瘦": "胖", "粗": "细", "细": "粗",
    "亮": "暗", "暗": "亮", "左": "右", "右": "左", "上": "下", "下": "上",
}  # fmt: skip
_HUNG = frozenset("放挂摆贴搁")
"""Verbs with which high is where a thing is, and not how tall it is."""

_MOOD = Pattern(
    rf"(?:不要|不用|别|甭)(?P<does>大?笑|哭)得?(?:那么|这么|太)[^，。,；;！!？?\n]{{1,3}}{_END}", re.NOFLAG
)
"""别笑那么开心: no smile, rather than a happier one."""

_SAVE = Pattern(
    rf"{_CLAUSE}(?P<what>[^，。,；;！!？?\n都全]{{0,8}}?)(?P<all>(?:全都|都|全)(?P<does>换|改|变|戴|穿|涂|染|围|系|笑|哭)[^，。,；;！!？?\n]*)[，,](?:但是?|就|只有)?(?P<kept>[^，。,；;！!？?\n别不保]{{1,8}}?)(?:就)?(?:(?:别|不要|不用|不)(?:换|变|改|动|用|戴|穿|要|加|涂|染|画|弄|笑|哭)|除外|保持原样|保持不变)(?:了)?{_END}",
    re.NOFLAG,
)
"""Who is left out of what is to be done to all, told behind it."""

_SKY = Pattern(
    rf"{_CLAUSE}(?P<sky>(?:整个|整片)?(?:天边|天际|西边|天空|天|云彩|云霞)(?:的云彩?)?)(?:也|都|全|被|给)*(?:染|映|烧|泛|透|变)?(?:得|着|成|起了?|出)?(?:一片|微微|有[点些])?(?P<tint>红红|通红|火红|橙红|粉红|粉粉|金黄|橙黄|紫红|金灿灿|红彤彤|蓝蓝|红)(?:一片|的|了|起来)*{_END}",
    re.NOFLAG,
)
_TINTS = {
    "红红": "红",
    "通红": "红",
    "火红": "红",
    "红彤彤": "红",
    "粉粉": "粉",
    "金灿灿": "金",
    "蓝蓝": "蓝",
}
_AT_SUNSET = re.compile(r"傍晚|黄昏|日落|夕阳|晚霞|落日|日出|朝霞|清晨")
_RED = frozenset({"红", "橙红", "粉红", "金黄", "橙黄", "紫红", "金"})

_PICTURE = Pattern(r"(?<=把)画(?=(?:再|稍微|都)?(?:往|挪|移|换|改|去|放|挂|变|拿|取|摘|弄))", re.NOFLAG)
"""把画挂低点: the noun, and no order to draw."""


def told_straight(text: str) -> str:
    """A wish with what it says in a roundabout way told straight; all else as it was."""
    for pattern, tell in _TURNS:
        text = pattern.sub(partial(tell, text), text)
    return text


def _there(text: str, match: re.Match[str]) -> str:
    """桥上跑过去一个小孩: 桥上来一个跑着的小孩, beside whoever is there."""
    how, rest, many = match["how"], match["rest"], match["many"]
    does = _POSES.get(how, how)
    busy = "的" in rest  # 撑伞的姑娘, who walks with it
    pose = "" if not does or (busy and does == "走") else f"{does}着的"
    where = match["where"]
    return f"{where}来{many}{pose}{rest}"


def _less(text: str, match: re.Match[str]) -> str:
    """沙发别太靠左: 沙发往右移一点."""
    how, does, who = match["how"], match["does"] or "", match["who"]
    if who.endswith("画") and who[-2:] not in ("油画", "国画"):
        who = f"把{who[:-1]}那幅画"  # no order to draw
    if how[0] in "靠偏":
        return f"{match['lead'] or ''}{who}往{_OTHER[how[1]]}移一点"
    if how in "高低" and does in _HUNG:
        return f"{match['lead'] or ''}{who}往{'下' if how == '高' else '上'}移一点"
    if not does and how not in "长短粗细":
        return match[0]  # which is halfway back
    return f"{match['lead'] or ''}{who}{_OTHER[how]}一点"


def _save(text: str, match: re.Match[str]) -> str:
    """衣服都换成蓝的，中间那个别换: 除了中间那个，都换成蓝的衣服."""
    what, done = match["what"], match["all"]
    if what in ("衣服", "裙子", "裤子", "帽子", "围巾", "鞋子", "鞋") and done.endswith("的"):
        return f"除了{match['kept']}，{done}{what}"
    return f"除了{match['kept']}，{what}{done}"


def _sky(text: str, match: re.Match[str]) -> str:
    """天边红红的: the sky is red, as it is at sunset anyway."""
    tint = _TINTS.get(match["tint"], match["tint"])
    if tint in _RED and _AT_SUNSET.search(text):
        return ""
    return f"天空变成{tint}色"


_TURNS: Sequence[tuple[Pattern, Callable[[str, re.Match[str]], str]]] = (
    (_COMES, _there),
    (_STREWN, lambda text, match: f"{match['where']}放"),
    (_LAID, lambda text, match: "放在"),
    (_ASLEEP, lambda text, match: "在睡觉"),
    (_SAVE, _save),
    (_MOOD, lambda text, match: f"别{match['does'][-1]}了"),
    (_LESS, _less),
    (_SKY, _sky),
    (_PICTURE, lambda text, match: "那幅画"),
)
