"""What Chinese asks in a roundabout way, told as the plain order that it is: 狗能换成猫吗, 狗站太右了, 怎么没有秋千, 给她手里加朵花.

It passes ahead of all others, which take 能, 弄 or 怎么 for a thing, and what is too far to the right for an order to go there.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import MEASURE, NUMBER, living_in, mentions_in, one_noun
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_HAN = re.compile(r"[\u4e00-\u9fff]")
_CLAUSES = re.compile(r"([。；;！!？?\n]+)")
_WHO = r"(?P<who>[\u4e00-\u9fff]{1,9}?)"
_NEW = r"(?P<new>[\u4e00-\u9fff]{1,8}?)"
_END = r"(?:了|吧|呢|啊|呀|嘛|吗|啦)*"
_LEAD = re.compile(
    r"^(?:我觉得|我感觉|感觉|觉得|我希望|希望|我还是觉得)(?:吧|呢)?[，,]?(?=[\u4e00-\u9fff]{3})"
)
_TAIL = re.compile(r"[，,]?(?:怎么样|如何|好不好|行不行|可不可以|可以吗|好吗|行吗|成吗)$")
_CAN = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:能不能|可不可以|是不是可以|能否|可否|可以|能)(?=(?:都|也)?(?:换|改|变)(?:成|为|个|一))"
)
_TOO_FAR = Pattern(
    rf"(?:把|让)?{_WHO}(?:[站坐放摆画停挂]得?)?(?:实在|好像|还是|也)?(?:(?:太|过于|有点儿?|有些|稍微有点)太?(?P<by>靠|偏)?(?P<side>左|右|前|后)[边面]?|(?:太|有点儿?)(?:靠|偏)(?P<height>上|下)[边面]?){_END}",
    re.NOFLAG,
)
_OTHER = {"左": "往右移一点", "右": "往左移一点", "前": "往后退一点", "后": "往前来一点", "上": "往下移一点", "下": "往上移一点"}  # fmt: skip
_MADE_GONE = Pattern(
    rf"(?:把|将|让)?{_WHO}(?:给|都|也|全)*(?:弄|整|搞)(?:没|走|掉|丢|不见|消失){_END}", re.NOFLAG
)
_MADE_TO_HAVE = Pattern(
    rf"给{_WHO}(?:都|也)?(?:弄|整|搞)(?:上|来)?(?P<many>{NUMBER}?{MEASURE}|副|条|顶|件)?{_NEW}{_END}",
    re.NOFLAG,
)
_NOT_GOOD = Pattern(
    rf"(?:这|那)?{MEASURE}?{_WHO}(?:不好看?|不太好看?|太丑|好丑|难看|不合适|不行)了?[，,](?:给我|还是|那就|就)?(?:换成|改成|换|改)(?P<many>{NUMBER}?{MEASURE})?{_NEW}{_END}",
    re.NOFLAG,
)
_THEM_FOR = (
    Pattern(rf"(?:不是|不要|别要)(?P<them>[他她它]们)(?:了)?[，,]?(?:而)?[是要]{_NEW}{_END}", re.NOFLAG),
    Pattern(
        rf"用(?P<many>{NUMBER}?{MEASURE})?{_NEW}(?:代替|替代|替换|换掉?)(?P<them>[他她它]们){_END}", re.NOFLAG
    ),
    Pattern(rf"(?P<them>[他她它]们)不好看?[，,]换成?(?P<many>{NUMBER}?{MEASURE})?{_NEW}{_END}", re.NOFLAG),
)
_OUTSIZE = Pattern(
    rf"(?:让|把)?{_WHO}(?:得|应该)?(?:要|弄|画|做|变|变成|弄成|画成)(?:得)?(?P<size>大大|小小|巨大|超大|迷你)的?(?:就好|就行|才好)?{_END}"
    rf"|(?:让)?(?P<who2>[\u4e00-\u9fff]{{1,9}}?)(?P<size2>大大|小小)的(?:就好|就行|才好){_END}",
    re.NOFLAG,
)
_MISSING = Pattern(
    rf"(?:怎么|咋|为什么|为啥)(?:会)?没有?(?P<many>{NUMBER}?{MEASURE})?{_NEW}{_END}", re.NOFLAG
)
_SHORT_OF = Pattern(
    rf"(?:还|好像|总觉得|就)*(?:少了|缺了?)(?P<many>{NUMBER}?{MEASURE}|点|些)?{_NEW}{_END}",
    re.NOFLAG,
)
_WHY_NOT = Pattern(
    rf"(?:怎么|为什么|为啥)?{_WHO}(?:怎么|为什么|为啥)不是(?P<look>[\u4e00-\u9fff]{{1,4}}?)的?{_END}",
    re.NOFLAG,
)
_NOT_ENOUGH = Pattern(rf"{_WHO}(?:还)?不够(?P<how>[大小高矮胖瘦亮暗长短]){_END}", re.NOFLAG)
_ONE_MORE = Pattern(
    rf"(?:再来|还要|还想要|再要|再加|再有|再添)(?P<noun>[\u4e00-\u9fff]{{1,5}}?){_END}", re.NOFLAG
)
_SO_MANY_PEOPLE = Pattern(
    rf"(?:人数)?(?:改成|变成|换成|改为|增加到|加到|减少到|减到|要有?|应该[有是])(?P<many>{NUMBER})[个位名]人{_END}",
    re.NOFLAG,
)
_GIVEN_AT = Pattern(
    rf"(?:再|也|请)?给{_WHO}(?P<at>的?(?:手[里中上]|身?旁边?|身边|身后|身前|后面|前面|左[边手]|右[边手]|对面|脚边|脚下|背后)(?:也|都|再)?)(?P<does>加|放|来|添|摆|画|塞|弄|站|拿)(?:上|个)?(?P<rest>[\u4e00-\u9fff]{{1,10}})",
    re.NOFLAG,
)


_VESSEL = Pattern(
    rf"(?:把|让)?(?:[那这]?{MEASURE})?(?P<who>碗|盘子|杯子|篮子|盆子?)(?:换|改|变)成?(?P<many>{NUMBER}?{MEASURE})?(?P<look>[\u4e00-\u9fff]{{1,3}}的)?(?P<new>碗|盘子|杯子|篮子|盆子?|瓶子|花瓶|盒子|托盘){_END}",
    re.NOFLAG,
)


_TO_A_SIDE = Pattern(
    rf"(?:把|让)?{_WHO}(?:给)?(?:换|弄|调|改|站)(?:到|去|在)+(?:画面)?(?P<most>最?)(?P<side>[左右])(?:边|侧|面)?(?:去|来|站)?{_END}",
    re.NOFLAG,
)
_FARTHER = Pattern(
    rf"(?:让|把)?{_WHO}(?P<does>游|飞|站|开|跑)得?(?:再|更)?(?P<how>远|近)(?:一?[点些]儿?)?{_END}", re.NOFLAG
)
_INTO_A_CORNER = Pattern(
    rf"(?:让|把)?{_WHO}(?:[去到躲站待跑走移挪放]|坐)*(?:在|到|去)?(?:画面)?(?:的)?(?:一个|那个)?(?:角落|墙角|一角|边角)(?:[里上]面?|那里)?(?P<then>睡觉|睡着|坐着|站着|趴着|躺着|哭|笑)?(?:去|来)?{_END}",
    re.NOFLAG,
)
_PEEPS = Pattern(
    rf"(?:让)?{_WHO}(?:正?在)?(?:躲|藏)(?:在|到)(?P<what>[\u4e00-\u9fff]{{1,5}}?)(?:后面?|背后)(?:偷偷地?)?(?:偷看|偷窥|看)着?(?P<whom>[\u4e00-\u9fff]{{1,5}}?){_END}",
    re.NOFLAG,
)
_ACROSS = Pattern(rf"(?:让)?{_WHO}从[左右]边?(?P<does>[跑走飞游])到(?P<side>[左右])边{_END}", re.NOFLAG)
_NOT_SO = re.compile(
    r"^(?:别|不要)(?:让|叫)(?P<who>[\u4e00-\u9fff]{1,6}?)(?:老)?(?:[站坐躺趴跑走睡飞笑哭]着?)(?:了)?[，,](?:要|让[他她它])?(?P<rest>[站坐躺趴跑走睡飞笑哭跳蹲][^，,]{0,5})$"
)
_GOES = r"(?:去[掉除]|删[掉除]?|拿[走掉]|移走|擦掉)"
_AND_THEN = re.compile(
    rf"^(?P<goes>(?:请|帮我)?(?:{_GOES}|不要)[\u4e00-\u9fff]{{1,8}}?|(?:请|帮我)?把[\u4e00-\u9fff]{{1,8}}?{_GOES})(?:了)?(?:然后)?再(?=[把给让加来][\u4e00-\u9fff])"
)
_ON_BOTH_SIDES = re.compile(
    r"^(?P<who>[\u4e00-\u9fff]{0,5}?)(?P<one>[左右])边(?P<a>[站坐放有加来][^，,左右]{1,8})(?P<other>[左右])边(?P<b>[站坐放有加来][^，,左右]{1,8})$"
)
_MADE_SO = re.compile(
    r"^(?:把|让)?(?P<who>[\u4e00-\u9fff]{1,6}?)(?:画|弄|做|变|搞)得(?=[更再]?[\u4e00-\u9fff]{1,3}一?[点些])"
)
_HAS = r"(?:穿|戴|拿|举|抱|背|系|围)"
_TWO_IN_ONE = Pattern(
    rf"(?:让|给)?(?P<who>[\u4e00-\u9fff]{{1,5}}?)(?P<one>{_HAS}着?[\u4e00-\u9fff]{{1,7}}?)(?P<other>[\u4e00-\u9fff]{{1,5}}?)(?P<two>{_HAS}着?[\u4e00-\u9fff]{{1,7}}?){_END}",
    re.NOFLAG,
)


def told_as_asked_softly(prompt: str, base: Scene) -> str:
    """The wish with what is asked in a roundabout way told plainly; quotations stay as they are."""
    if len(prompt) > 60 or not _HAN.search(prompt) or any(mark in prompt for mark in '“"「『《'):
        return prompt
    parts = _CLAUSES.split(prompt)
    parts[::2] = [_told(part, base) for part in parts[::2]]
    return "".join(parts)


def _told(clause: str, base: Scene) -> str:
    said = _TAIL.sub("", _LEAD.sub("", clause.strip(" ~～")))
    said = _AND_THEN.sub(
        r"\g<goes>，再", _MADE_SO.sub(r"\g<who>", _NOT_SO.sub(r"让\g<who>\g<rest>", said or clause))
    )
    said = _ON_BOTH_SIDES.sub(r"\g<who>\g<one>边\g<a>，\g<who>\g<other>边\g<b>", said)
    if (plain := _CAN.sub("", said)) != said:
        said = re.sub(r"[吗么呢]+$", "", plain)
    if (told := told_by_form(said, base, _FORMS)) is not None:
        return told
    if re.search(r"[，,]", said):
        halves = re.split(r"([，,])", said)
        halves[::2] = [told_by_form(half.strip(), base, _FORMS) or half for half in halves[::2]]
        return "".join(halves)
    return said


def _is_there(words: str, base: Scene) -> bool:
    """Whether the words name what is there, or whoever is spoken of."""
    if re.fullmatch(r"[他她它](?:们)?|那[个只]|这[个只]", words):
        return True
    return bool(named_in(words, base)) and bool(mentions_in(words))


def _too_far(match: re.Match[str], base: Scene) -> str | None:
    """狗站太右了: it is to go to the left."""
    if not _is_there(match["who"], base):
        return None
    return f"{match['who']}{_OTHER[match['side'] or match['height']]}"


def _made_gone(match: re.Match[str], base: Scene) -> str | None:
    return f"去掉{match['who']}" if _is_there(match["who"], base) else None


def _made_to_have(match: re.Match[str], base: Scene) -> str | None:
    if not _is_there(match["who"], base) or one_noun(match["new"]) is None:
        return None
    return f"给{match['who']}加{match['many'] or ''}{match['new']}"


def _not_good(match: re.Match[str], base: Scene) -> str | None:
    """狗不好，换个兔子: one for the other."""
    if match["who"] in ("他们", "她们", "它们") or not _is_there(match["who"], base):
        return None
    new = match["new"]
    return f"把{match['who']}换成{new}" if one_noun(new) is not None else None


def _them_for(match: re.Match[str], base: Scene) -> str | None:
    """用女孩代替他们, where all of them are of one kind."""
    there = living_in(base)
    people = [one for one in there if is_somebody(one.kind)]
    them = [one for one in there if one not in people] if match["them"][0] == "它" else people
    labels = {one.label for one in them}
    if len(them) < 2 or len(labels) != 1 or one_noun(match["new"]) is None:
        return None
    return f"把{labels.pop()}换成{match['new']}"


def _outsize(match: re.Match[str], base: Scene) -> str | None:
    who, size = match["who"] or match["who2"], match["size"] or match["size2"]
    if not _is_there(who, base):
        return None
    return f"把{who}{'放大' if size[-1] == '大' else '缩小'}"


def _missing(match: re.Match[str], base: Scene) -> str | None:
    """怎么没有秋千, 少了一个人: one is to come; nothing is to go.

    Raises:
        NotDrawable: there is one.
    """
    new = match["new"].removesuffix("了")
    many = match["many"] or ""
    if one_noun(new) is None:
        return None
    if named_in(new, base) and not (many and match[0].startswith(("少", "缺"))):
        raise NotDrawable(notes.already_so("zh"))
    return f"加{many if many not in ('点', '些') else '一些'}{new}"


def _why_not(match: re.Match[str], base: Scene) -> str | None:
    read = tokenise(match["look"])
    coloured = len(read) == 1 and read[0].get("colours") is not None
    return f"把{match['who']}改成{match['look']}" if coloured and _is_there(match["who"], base) else None


def _not_enough(match: re.Match[str], base: Scene) -> str | None:
    return f"{match['who']}再{match['how']}一点" if _is_there(match["who"], base) else None


def _one_more(match: re.Match[str], base: Scene) -> str | None:
    """再来猫, where there is one: another."""
    said = one_noun(match["noun"])
    if said is None or said.label != match["noun"] or said.counted or not named_in(match["noun"], base):
        return None
    return f"再来一个{match['noun']}"


def _so_many_people(match: re.Match[str], base: Scene) -> str | None:
    """改成四个人, of three boys: four boys, and nobody else in their stead."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    labels = {one.label for one in people}
    return f"改成{match['many']}个{labels.pop()}" if len(labels) == 1 else None


def _given_at(match: re.Match[str], base: Scene) -> str | None:
    """给男孩旁边加棵树, which is no gift."""
    if not _is_there(match["who"], base) or not mentions_in(match["rest"]):
        return None
    does = "拿" if match["at"].removeprefix("的").startswith("手") else "加"
    return f"{match['who']}{match['at']}{does}{match['rest']}"


def _vessel(match: re.Match[str], base: Scene) -> str | None:
    """碗换成盘子, of a bowl that is drawn with the fruit in it: what is in it stays.

    Raises:
        NotDrawable: it is drawn in no such vessel.
    """
    who, new = match["who"], match["new"]
    said = one_noun(who)
    if said is None or any(one.kind == said.kind for one in base.objects):
        return None
    full = [one for one in base.objects if one.label.startswith(f"一{who[0]}")] or named_in(who, base)
    if len(full) != 1:
        return None
    if new == who and match["look"]:
        return f"把{who}换成{match['look'].removesuffix('的')}"
    within = full[0].label.removeprefix(f"一{who[0]}")
    other = mentions_in(f"一{new[0]}{within}")
    if new == who or len(other) != 1 or other[0].kind == full[0].kind:
        raise NotDrawable(notes.part_of_a_drawing(who, "zh"))
    return f"把{full[0].label}换成一{new[0]}{within}"


def _to_a_side(match: re.Match[str], base: Scene) -> str | None:
    if not _is_there(match["who"], base):
        return None
    return f"把{match['who']}移到{match['most']}{match['side']}边"


def _farther(match: re.Match[str], base: Scene) -> str | None:
    """鸭子游远一点: it swims as before, and farther away."""
    if not _is_there(match["who"], base):
        return None
    runs = f"，{match['who']}跑着" if match["does"] == "跑" else ""
    return f"{match['who']}{'往后退一点' if match['how'] == '远' else '往前来一点'}{runs}"


def _into_a_corner(match: re.Match[str], base: Scene) -> str | None:
    """狗去角落里: to the one that is nearer; nothing goes for 去."""
    there = named_in(match["who"], base)
    if len(there) != 1 or there[0].id not in base.layout:
        return None
    width = parse_ratio(base.ratio).size()[0]
    side = "左" if base.layout[there[0].id].x < width / 2 else "右"
    if match["then"]:
        return f"把{match['who']}移到最{side}边，{match['who']}{match['then']}"
    return f"把{match['who']}移到{side}下角"


def _peeps(match: re.Match[str], base: Scene) -> str | None:
    """男孩躲在树后面偷看狗: at the dog that is there."""
    if not _is_there(match["who"], base) or not named_in(match["whom"], base):
        return None
    return f"{match['who']}站在{match['what']}后面看着{match['whom']}"


def _across(match: re.Match[str], base: Scene) -> str | None:
    return f"{match['who']}{match['does']}到{match['side']}边" if _is_there(match["who"], base) else None


def _two_in_one(match: re.Match[str], base: Scene) -> str | None:
    """男孩穿红衣服女孩穿蓝裙子: each of them what is theirs."""
    for end in range(len(match["one"]), len(match["one"]) + len(match["other"])):
        whole = match["one"] + match["other"]
        one, other = whole[:end], whole[end:]
        named = [each for each in living_in(base) if each.label == other]
        if named and _is_there(match["who"], base) and len(mentions_in(one)) == 1:
            return f"{match['who']}{one}，{other}{match['two']}"
    return None


_FORMS: tuple[Form, ...] = (
    (_TWO_IN_ONE, _two_in_one),
    (_INTO_A_CORNER, _into_a_corner),
    (_PEEPS, _peeps),
    (_ACROSS, _across),
    (_TO_A_SIDE, _to_a_side),
    (_FARTHER, _farther),
    (_VESSEL, _vessel),
    (_GIVEN_AT, _given_at),
    (_TOO_FAR, _too_far),
    (_MADE_GONE, _made_gone),
    (_MADE_TO_HAVE, _made_to_have),
    *((form, _them_for) for form in _THEM_FOR),
    (_NOT_GOOD, _not_good),
    (_OUTSIZE, _outsize),
    (_MISSING, _missing),
    (_SHORT_OF, _missing),
    (_WHY_NOT, _why_not),
    (_NOT_ENOUGH, _not_enough),
    (_ONE_MORE, _one_more),
    (_SO_MANY_PEOPLE, _so_many_people),
)
