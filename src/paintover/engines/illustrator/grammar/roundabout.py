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

_SIDE = Pattern(r"(?P<side>[上下前后里外])头(?![发像饰巾盔部顶绳纱花脑戴上])", re.NOFLAG)
"""桌子前头, 树后头: before it, behind it."""
_WRITES = Pattern(
    r"(?<=[\u4e00-\u9fff][上里])(?<![图面]上)(?<!天上)(?:再)?(?:写|印)(?:个|上个?|了个?|一个|上一个)?(?P<words>[“\"「『][^”\"」』]{1,20}[”\"」』])(?:这?[一两三几]?个?大?字(?:样)?)?",
    re.NOFLAG,
)
_HUGS = Pattern(r"(?:搂|抱|环)(?:着|住)?(?P<whom>[\u4e00-\u9fff]{1,4}?)的?(?:脖子|腰|胳膊|腿)", re.NOFLAG)
_SERVES = Pattern(
    r"(?P<does>[端托](?:着|来|上|了)?|[上夹](?:着|了))菜(?![单刀板篮市园地谱肴花])(?:[走跑](?:过来|上来|出来))?",
    re.NOFLAG,
)
_PINNED = Pattern(r"(?<=[上里前边耳发胸])别(?=(?:着|上|了)(?!急)|一?[个朵枚支])", re.NOFLAG)
"""头上别着发卡, and no 别."""
_HAND_UP = Pattern(r"举着(?:双|只|一只|左|右)?手(?![机电套指臂帕表里中])", re.NOFLAG)
_COMES_UP = Pattern(
    r"(?:走|跑|爬|飞|游|冲|扑|凑|跳|蹦)(?:了)?(?:过|上|下|进|出|回)(?:去|来)(?=(?:抱|搂|摸|看|瞅|拿|捡|坐|站|躺|趴|蹲|亲|喂|追|推|拉|牵|帮|打|扶|叼|咬|舔|闻)[^，。,；;]*[\u4e00-\u9fff])",
    re.NOFLAG,
)
"""孙女跑过去抱爷爷: what she does when she is there."""
_BANNER = Pattern(
    r"[贴挂](?:着|上|了)?一?[张幅条块个](?P<words>[“\"「『](?!福[”\"」』])[^”\"」』]{2,20}[”\"」』])(?!的)",
    re.NOFLAG,
)
"""墙上贴张“加油”: words that hang there."""
_PASTED = Pattern(r"(?<=贴)(?P<one>上个|上一个|一个|一张|个|张|上|着)?[“\"「『]福[”\"」』]字?", re.NOFLAG)
"""The 福 of the new year, which is a thing."""
_KIN = Pattern(
    r"(?P<trade>护士|医生|警察|交警|老师|农民|司机|消防员|快递员|售货员|解放军|清洁工|环卫工|厨师|保安|店员|服务员|牙医)(?:姐姐|哥哥|叔叔|阿姨|伯伯|爷爷|奶奶|大叔|大妈|大姐|大哥|小姐姐|小哥哥|小姐)(?!们?(?:和|跟|与|的))",
    re.NOFLAG,
)
"""护士姐姐: one person, by the trade."""
_HOODED = Pattern(r"(?P<wears>(?:戴|顶|扣)(?:着|上|了)?(?:一?[个顶])?)小红帽(?!子)", re.NOFLAG)
"""What is on a head is a hat, and no girl of a tale."""
_AT_TABLE = Pattern(
    r"(?P<table>餐?桌子?)上(?P<sits>围?坐)(?:着|了)?(?=[^，。,；;]{0,6}?(?:人|女|男|孩|生|客|叔|姨|爷|奶|爸|妈|哥|姐|弟|妹|朋友|同学))",
    re.NOFLAG,
)
_TEDDY = Pattern(r"(?P<puts>[放摆搁塞](?:着|上|了)?(?:一?[个只])?)小熊(?![猫饼软])", re.NOFLAG)
"""床上放个小熊: what is put there is a toy."""
_AT_THEIR_FEET = Pattern(rf"{_CLAUSE}(?:在)?脚(?:边|下|旁|跟前)(?=[放搁摆扔丢立堆])", re.NOFLAG)
_FILLED = Pattern(
    r"(?<=[筐篮箱盒袋盆碗杯盘罐桶锅瓶]里)(?:面)?装(?:上|[点些]|进)(?=[\u4e00-\u9fff])", re.NOFLAG
)
_SOMEBODY = Pattern(r"(?<=[上里边旁])有人(?=[\u4e00-\u9fff])(?!工|家|群|们)", re.NOFLAG)
_GIVEN = Pattern(
    rf"{_CLAUSE}(?P<what>[^，。,；;！!？?\n把给让叫]{{1,4}})(?:再|就)?(?:还|送|拿|传|递)?给(?P<whom>(?:最)?[左右中][边间面]?的?那[个只位头匹条])(?:吧)?{_END}",
    re.NOFLAG,
)

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
    rf"(?:不要|不用|别|甭)大?(?P<does>笑|哭)得?(?:那么|这么|太)[^，。,；;！!？?\n]{{1,3}}{_END}", re.NOFLAG
)
"""别笑那么开心: no smile, rather than a happier one."""

_SAVE = Pattern(
    rf"{_CLAUSE}(?P<what>[^，。,；;！!？?\n都全]{{0,8}}?)(?P<all>(?:全都|都|全)(?P<does>换|改|变|戴|穿|涂|染|围|系|笑|哭)[^，。,；;！!？?\n]*)[，,](?:但是?|就|只有)?(?P<kept>[^，。,；;！!？?\n别不保]{{1,8}}?)(?:就)?(?:(?:别|不要|不用|不)(?:换|变|改|动|用|戴|穿|要|加|涂|染|画|弄|笑|哭)|除外|保持原样|保持不变)(?:了)?{_END}",
    re.NOFLAG,
)
"""Who is left out of what is to be done to all, told behind it."""

_SKY = Pattern(
    rf"{_CLAUSE}(?P<sky>(?:整个|整片)?(?:天边|天际|西边|天空|天|云彩|云霞)(?:的云彩?)?)(?:也|都|全|被|给)*(?:染|映|烧|泛|透|变)?(?:得|着|成|起了?|出)?(?:一片|微微|有[点些])?(?P<tint>红红|通红|火红|橙红|粉红|粉粉|金黄|橙黄|紫红|金灿灿|红彤彤|蓝蓝|金黄金黄|通红通红|火红火红|金灿灿|红)(?:一片|的|了|起来)*{_END}",
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
    "金黄金黄": "金黄",
    "通红通红": "红",
    "火红火红": "红",
}
_AT_SUNSET = re.compile(r"傍晚|黄昏|日落|夕阳|晚霞|落日|日出|朝霞|清晨")
_RED = frozenset({"红", "橙红", "粉红", "金黄", "橙黄", "紫红", "金"})

_PICTURE = Pattern(r"(?<=把)画(?=(?:再|稍微|都)?(?:往|挪|移|换|改|去|放|挂|变|拿|取|摘|弄))", re.NOFLAG)
"""把画挂低点: the noun, and no order to draw."""


def told_straight(text: str) -> str:
    """A wish with what it says in a roundabout way told straight; all else as it was."""
    for pattern, told in _PLAINLY:
        text = pattern.sub(told, text)
    for pattern, tell in _TURNS:
        text = pattern.sub(partial(tell, text), text)
    return text


def told_as_written(text: str) -> str:
    """灯笼上写个“福”字: those words are on it."""
    text = _BANNER.sub(r"挂一条写着\g<words>的横幅", text)
    return _WRITES.sub(r"写着\g<words>", _PASTED.sub(lambda match: f"{match['one'] or '个'}福字", text))


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
    (_SAVE, _save),
    (_LESS, _less),
    (_SKY, _sky),
)
_PLAINLY: Sequence[tuple[Pattern, str]] = (
    (_SIDE, r"\g<side>面"),
    (_TEDDY, r"\g<puts>玩具熊"),
    (_AT_THEIR_FEET, "地上"),
    (_STREWN, r"\g<where>放"),
    (_LAID, "放在"),
    (_ASLEEP, "在睡觉"),
    (_COMES_UP, ""),
    (_PINNED, "戴"),
    (_KIN, r"\g<trade>"),
    (_HOODED, r"\g<wears>红色帽子"),
    (_AT_TABLE, r"\g<table>旁边坐着"),
    (_FILLED, "放"),
    (_SOMEBODY, "有个人"),
    (_HUGS, r"抱着\g<whom>"),
    (_SERVES, r"\g<does>一盘菜"),
    (_HAND_UP, "举手"),
    (_GIVEN, r"把\g<what>给\g<whom>"),
    (_MOOD, r"别\g<does>了"),
    (_PICTURE, "那幅画"),
    (Pattern(r"(?<![地走])红毯", re.NOFLAG), "红地毯"),
    (
        Pattern(
            r"(?<=[左右]边)(?=(?:小?(?:男孩|女孩|孩|孩子|朋友)|男人|女人|老人|男生|女生|学生|同学)(?:旁|身)边)",
            re.NOFLAG,
        ),
        "的",
    ),
    (Pattern(r"其[他它余]人(?=(?:都|全)?(?:换成|变成|改成))", re.NOFLAG), "其他的"),
    (
        Pattern(
            r"(?<![^，。,；;\n])(?:一共|总共)?要(?:一共|总共)?有?(?=[两二三四五六七八九十][个只条匹头位名朵棵辆][^，。,；;\n]{1,6}$)",
            re.NOFLAG,
        ),
        "要",
    ),
    (Pattern(r"(?<=两边的)(?:各自?|每人)(?=[拿戴穿举抱牵撑打])", re.NOFLAG), "都"),
    (Pattern(r"天黑了(?=[\u4e00-\u9fff])(?!吧|的|以后|之后)", re.NOFLAG), "天黑了，"),
    (
        Pattern(
            r"(?<![乘搭来请让])坐(?:到)?(?=小?(?:板凳|凳子|椅子|沙发|长椅|摇椅|地毯|垫子|石头|台阶|秋千|箱子|桌子|床|草地|地)上)(?!在)",
            re.NOFLAG,
        ),
        "坐在",
    ),
    (
        Pattern(
            r"(?<![^，。,；;\n])(?P<x>[^，。,；;\n有的上里下边面前后中天]{1,4})(?:一共|总共)?有(?P<n>[两二三四五六七八九十])(?P<m>[个只条匹头位名朵棵辆])(?=$|[，。,；;])",
            re.NOFLAG,
        ),
        r"\g<x>改成\g<n>\g<m>",
    ),
)
