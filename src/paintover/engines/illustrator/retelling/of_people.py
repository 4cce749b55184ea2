"""How Chinese speaks of what people do, wear and say, where the words alone would be read as something else: 让她去床上睡觉 takes
nobody away, 她和狗都戴上帽子 is about both, 她给狗戴帽子 puts it on the dog, 一手一个气球 is two, 气泡去掉 ends a speech.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.deeds_in_full import deed_in_full
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.of_the_face import FORMS as OF_THE_FACE
from paintover.engines.illustrator.retelling.of_the_sky import FORMS as OF_THE_SKY
from paintover.engines.illustrator.retelling.of_two import FORMS, OF_ALL, alone_called
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import called_in, held_by, kinds_in, living_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_HE = r"(?:[他她它](?!们))"
_LET = r"(?:再|请|也|那)*(?:让|叫|给)?"
_WHO = rf"(?P<who>{_HE}|[\u4e00-\u9fff]{{1,6}}?)"
_WEARS = r"[戴穿围系披]"
_CLAUSES = re.compile(r"([，,。；;！!\n]+)")
_COUNTED = r"(?P<m>[个只本朵把面根支束杯串顶])"
_BUBBLE = r"(?:对话框|对话气泡|说话的?气泡|气泡|话泡)"
_GONE = r"(?:都|全|给我)?(?:去掉|删掉|删了|去了|拿掉|移除|取消|不要了?|擦掉)"

_EACH_HAND = Pattern(
    rf"{_LET}(?:{_WHO}(?:的)?)?(?:一手(?:拿着?|抱着?|举着?)?一{_COUNTED}|[两双]只?手(?:里)?(?:各|分别|都)(?:拿着?|抱着?|举着?|提着?)(?:着)?一{_COUNTED.replace('<m>', '<n>')})(?P<what>[^，。两各]{{1,6}})",
    re.NOFLAG,
)
_LEFT_AND_RIGHT = Pattern(
    rf"{_LET}(?:{_WHO}(?:的)?)?(?P<a>[左右])手(?:里)?(?:拿|举|握|提|捧)着?(?P<one>[^，。]{{1,8}}?)[，,、 ]*(?:另一只手|(?!(?P=a))[左右]手)(?:里)?(?:再)?(?:拿|举|握|提|捧)着?(?P<other>[^，。]{{1,8}})",
    re.NOFLAG,
)
_GOES_THERE = Pattern(
    rf"{_LET}{_WHO}(?:去|到|跑到|来到|在)(?P<at>[^，。去到在]{{1,5}}?)(?P<side>上面?|里面?|中|下面?|边|前)(?P<does>(?![面边方])[^，。的]{{1,8}})",
    re.NOFLAG,
)
_BOTH = Pattern(
    rf"{_LET}(?P<who>{_HE}|[\u4e00-\u9fff]{{1,4}}?)(?:和|跟|与)(?P<other>{_HE}|[\u4e00-\u9fff]{{1,4}}?)(?P<all>都|全都|一起|一块儿?)(?P<does>[^，。]{{1,10}})",
    re.NOFLAG,
)
_DRESSES = Pattern(
    rf"{_LET}(?P<who>{_HE}|[\u4e00-\u9fff]{{1,4}}?)(?:给|帮)(?P<other>{_HE}|[\u4e00-\u9fff]{{1,4}}?)(?P<on>{_WEARS})(?:上|了|着)*(?P<what>[^，。]{{1,8}})",
    re.NOFLAG,
)
_TOGETHER = Pattern(
    rf"{_LET}(?:他们|她们|它们)(?:俩|两个|两)?(?:人)?(?:都|全都|一起|一块儿?|也|正?在)*(?P<does>转身|转过身|转过去|骑车|骑自行车|画画|跳绳)(?:了|吧|去)?",
    re.NOFLAG,
)
_ON_SHOULDERS = Pattern(
    rf"{_LET}{_WHO}(?P<how>骑|坐)(?:在|到)(?P<other>{_HE})的?(?P<part>肩膀?上?|脖子上|背上)", re.NOFLAG
)
_PATS = Pattern(
    rf"{_LET}{_WHO}(?:在)?拍(?:了拍|一拍|拍|着)?(?P<other>{_HE}|[\u4e00-\u9fff]{{1,4}}?)的?(?:肩膀?|后?背|脑袋|头)",
    re.NOFLAG,
)
_CHANGES = Pattern(
    rf"{_LET}(?P<who>[他她])(?:把|将)(?:身上的?)?衣服(?:换|改|变)(?:成|为)(?P<what>[^，。]{{1,8}})", re.NOFLAG
)
_TAKES_OFF = Pattern(
    rf"{_LET}{_WHO}(?:(?:把|将)(?P<a>[^，。]{{1,4}}?))?(?:脱|摘|取|解)(?:下来?|掉|了|去)(?P<b>[^，。了]{{0,4}}?)(?:了|吧)*",
    re.NOFLAG,
)
_NO_MORE = Pattern(
    rf"{_LET}{_WHO}(?:不要?|别)(?:再)?(?:{_WEARS}|拿|举|抱)着?(?P<a>[^，。了]{{1,4}}?)(?:了|吧)*", re.NOFLAG
)
_SILENT = (
    Pattern(rf"(?:把|将)?(?:[他她它]的|那个|这个)?(?:{_BUBBLE}|(?:[图上里]*的)?(?:文?字|话))(?:{_GONE})(?:吧)?", re.NOFLAG),
    Pattern(rf"(?:不要|去掉|删掉|别要)(?:那个|这些|[他她]的)?(?:{_BUBBLE}|文?字)(?:了|吧)*", re.NOFLAG),
    Pattern(rf"{_LET}{_WHO.replace('{1,6}?', '{0,5}?')}(?:什么都|都)?(?:别|不要|不)(?:再)?说(?:话)?(?:了|吧)*", re.NOFLAG),
)  # fmt: skip
_OF_ITS_LOOK = Pattern(
    rf"(?:把|将)?(?:[他她它]的|那个|这个)?(?P<what>{_BUBBLE}(?:里的?字)?|文?字)(?:再|要|改|变|换|放|移|挪|加|弄|涂|[大小]一?[点些]).*",
    re.NOFLAG,
)
_SAYS_OTHERWISE = Pattern(
    rf"(?:把|将)?{_WHO}(?:说|讲)的(?:话|内容|字)?(?:改|换|变)(?:成|为|说)(?P<words>[^，。]{{1,12}})",
    re.NOFLAG,
)
_SAYS = Pattern(
    rf"{_LET}{_WHO}(?:在)?(?:大声)?(?:说(?!话|[着的了完明服笑不])|喊(?!叫|话)|大喊|喊道|大叫)(?:一声|一句)?(?P<words>[^，。：:]{{1,12}})",
    re.NOFLAG,
)
_TEXT = Pattern(
    r"(?:再)?(?:加|写|添)(?:上|个|一)?(?:文字|几个(?:大|小)?字|一行(?:大|小)?字|字样|一句话)[:：]?(?P<words>[^，。:：“”在上下左右大小红黄蓝绿白黑]{2,12})",
    re.NOFLAG,
)
_PARTS = "眼睛|眼珠|轮子|车轮|纽扣|扣子|嘴唇|嘴巴?|鼻子|耳朵|尾巴|门把手|袖子|衣领|领子|脸|腿|手臂|胳膊|肚子|脚|爪子"
_PART_COLOUR = Pattern(
    rf"(?:把|将)?(?:(?P<whose>[\u4e00-\u9fff]{{1,4}}?)的)?(?P<part>{_PARTS})(?:要|用|换)(?P<how>[\u4e00-\u9fff]{{1,3}}色?)的?",
    re.NOFLAG,
)
_PART_SIZE = Pattern(
    rf"(?:把|将|让)?(?:[\u4e00-\u9fff]{{1,4}}?的?)??(?P<part>{_PARTS})(?:再|要)?(?:变|改|弄|画)?(?:得|成)?(?:更|再)?[大小长短圆粗细尖](?:一?[点些]儿?|了)?",
    re.NOFLAG,
)
_PATTERNED = Pattern(
    r"(?:给|在|把)?(?P<what>(?:[\u4e00-\u9fff]{1,4}的)?(?:衣服|裙子|上衣|外套|毛衣|裤子|帽子|围巾))上?(?:再)?(?:加|画|印|弄)(?:上|点|些|一些|满)?(?P<how>圆点|波点|条纹|格子|碎花|斑点)",
    re.NOFLAG,
)


_LIES_ASLEEP = re.compile(r"(?:趴|躺|卧)(?:下来?|着)(?:来)?(?:睡觉|睡着了?|睡)(?!在)")
"""Whoever sleeps lies."""


def told_of_people(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with such clauses told plainly; quotations stay as they are.

    Raises:
        NotDrawable: a part of a drawing, or of a speech bubble, is to be changed by itself.
    """
    if prompt.isascii() or any(mark in prompt for mark in '“"「『《'):
        return prompt
    if (
        said := told_by_form(
            prompt.strip(" 。！!"), base, ((_LEFT_AND_RIGHT, _both_hands), *OF_ALL, *OF_THE_SKY)
        )
    ) is not None:
        return said
    parts = _CLAUSES.split(_LIES_ASLEEP.sub("睡觉", prompt))
    parts[::2] = [_told(clause.strip(), base) for clause in parts[::2]]
    return "".join(parts)


def _told(clause: str, base: Scene) -> str:
    said = told_by_form(clause, base, _FORMS)
    if said is None and any(pattern.fullmatch(clause) for pattern in _SILENT):
        said = "去掉对话框" if _speaks(base) else None
        if said is None and "说" in clause and living_in(base):
            raise NotDrawable(notes.already_so("zh"))
    if said is None:
        said = deed_in_full(clause, base)
    return clause if said is None else said


def _speaks(base: Scene) -> bool:
    return any(one.says for one in living_in(base))


def _each_hand(match: re.Match[str], base: Scene) -> str | None:
    """一手一个气球."""
    who = alone_called(match["who"], base) if match["who"] else None
    if match["who"] and who is None:
        return None
    name = called_in(who, base) if who is not None else ""
    return (
        f"{name}拿着两{match['m'] or match['n']}{match['what']}"
        if len(kinds_in(match["what"])) == 1
        else None
    )


def _both_hands(match: re.Match[str], base: Scene) -> str | None:
    """左手拿苹果，右手拿书: both."""
    who = alone_called(match["who"], base) if match["who"] else None
    if match["who"] and who is None:
        return None
    if len(kinds_in(match["one"])) != 1 or len(kinds_in(match["other"])) != 1:
        return None
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    who = who or (people[0] if len(people) == 1 else None)
    return f"{called_in(who, base)}拿着{match['one']}和{match['other']}" if who is not None else None


_COMES = {
    "床": ("一张床", "躺在床上"),
    "滑梯": ("一架滑梯", "在滑梯上"),
    "秋千": ("", "坐在秋千上"),
    "沙发": ("", "坐在沙发上"),
    "长椅": ("", "坐在长椅上"),
    "船": ("一条船", "坐在船里"),
    "小船": ("一条小船", "坐在小船里"),
}
"""What is there for it, and how one is on it."""
_ITS_OWN = frozenset({"荡秋千", "滑下来", "玩", "玩耍", "坐着", "坐", "躺", "躺着"})
"""Deeds that are told by being there."""
_PLACES_LOST = re.compile(r"^(?:采|摘|骑|划|举|放|捡|捉|抓|找)")


def _goes_there(match: re.Match[str], base: Scene) -> str | None:
    """让她去床上睡觉: there, and not away."""
    who, at, does = alone_called(match["who"], base), match["at"], match["does"]
    if who is None:
        return None
    name = called_in(who, base)
    if at in _COMES and match["side"][0] in "上里中":
        comes, how = _COMES[at]
        first = f"加{comes}，" if comes and not named_in(at, base) else ""
        return f"{first}{name}{how}{'' if does in _ITS_OWN else does}"
    goes = match[0][match.end("who") : match.start("at")]
    if kinds_in(at) or named_in(at, base):
        return f"{name}在{at}{match['side']}{does}" if "去" in goes else None
    place = next((found for token in tokenise(at) if (found := token.get("places"))), None)
    if place is not None and _PLACES_LOST.match(does):
        first = f"场景改到{at}{match['side']}，" if place != base.env.place else ""
        return f"{first}{name}{does}"
    return f"{name}在{at}{match['side']}{does}" if "去" in goes else None


def _both(match: re.Match[str], base: Scene) -> str | None:
    """她和狗都睡着: both of them, and each has one of what is worn."""
    one, other = alone_called(match["who"], base), alone_called(match["other"], base)
    if one is None or other is None or one is other:
        return None
    names, does = (called_in(one, base), called_in(other, base)), match["does"]
    if re.match(_WEARS, does):
        return "，".join(f"{name}{does}" for name in names)
    return f"{names[0]}和{names[1]}{'都' if '都' in match['all'] else '一起'}{does}"


def _dresses(match: re.Match[str], base: Scene) -> str | None:
    """她给狗戴帽子: the dog wears it."""
    who, other = alone_called(match["who"], base), alone_called(match["other"], base)
    if who is None or other is None or who is other or is_somebody(other.kind):
        return None
    return f"给{called_in(other, base)}{match['on']}上{match['what']}"


def _each_does(match: re.Match[str], base: Scene) -> str | None:
    """他们一起转身: each of them."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    if match[0].find("它们") >= 0 or not 1 < len(people) < 5:
        return None
    if match["does"].startswith("骑"):
        return "两人都骑车" if len(people) == len(living_in(base)) == _COUPLE else None
    return "，".join(f"{called_in(one, base)}{match['does']}" for one in people)


_COUPLE = 2


def _on_shoulders(match: re.Match[str], base: Scene) -> str | None:
    who, other = alone_called(match["who"], base), alone_called(match["other"], base)
    if who is None or other is None or who is other:
        return None
    part = match["part"] if match["part"].endswith("上") else f"{match['part']}上"
    return f"让{called_in(who, base)}{match['how']}在{called_in(other, base)}{part}"


def _pats(match: re.Match[str], base: Scene) -> str | None:
    """她拍拍他的肩: a hand on him, and no camera; 同事拍拍他的肩 brings the colleague."""
    who, other = alone_called(match["who"], base), alone_called(match["other"], base)
    there = any(one.label == match["who"] for one in base.objects)
    if who in (None, other) and other is not None and not there and match["who"] not in ("他", "她", "它"):
        comes = kinds_in(match["who"])
        if len(comes) == 1 and is_somebody(comes[0]):
            return f"在{called_in(other, base)}旁边加一个{match['who']}伸手"
    if who is None or other is None or who is other:
        return None
    return f"{called_in(who, base)}摸{called_in(other, base)}的头"


def _changes(match: re.Match[str], base: Scene) -> str | None:
    """让她把衣服换成毛衣, of two: hers."""
    who = alone_called(match["who"], base)
    if who is None or len(living_in(base)) < 2:
        return None
    name = called_in(who, base)
    colours = all(token.get("colours") or token.text in "的色" for token in tokenise(match["what"]))
    return f"{name}的衣服改成{match['what']}" if colours else f"{name}换上{match['what']}"


def _taken_off(match: re.Match[str], base: Scene) -> str | None:
    """让他脱下外套: the coat goes, and he stays."""
    who = alone_called(match["who"], base)
    said = [match["a"]] if "b" not in match.groupdict() else [match["a"], match["b"]]
    what = next((word for word in said if word), None)
    if who is None or what is None:
        return None
    named = {one.kind for one in named_in(what, base)}
    has = [
        one for one in base.objects if one.rel is not None and one.rel.type == "wear" and one.rel.to == who.id
    ]
    has = [one for one in (*has, *held_by(who, base)) if one.kind in named]
    return f"去掉{called_in(has[0], base)}" if len(has) == 1 else None


def _look_of_speech(match: re.Match[str], base: Scene) -> str | None:
    """气泡变成黄色.

    Raises:
        NotDrawable: a bubble is as it is, and so are the words in it.
    """
    if not _speaks(base) or base.caption or named_in("泡泡", base):
        return None
    if re.search(r"(?:换|改|变)成(?![红黄蓝绿白黑粉紫橙灰金银]|英|中|大|小)", match[0]):
        return None
    raise NotDrawable(notes.part_of_a_drawing(match["what"], "zh"))


def _says_otherwise(match: re.Match[str], base: Scene) -> str | None:
    who = alone_called(match["who"], base)
    return f"{called_in(who, base)}说：{match['words']}" if who is not None and who.says else None


def _says(match: re.Match[str], base: Scene) -> str | None:
    """女孩说你好."""
    who = alone_called(match["who"], base)
    return f"{called_in(who, base)}说：{match['words']}" if who is not None else None


def _text(match: re.Match[str], base: Scene) -> str | None:
    """加文字生日快乐."""
    return f"加上文字：{match['words']}"


def _part_colour(match: re.Match[str], base: Scene) -> str | None:
    """眼睛要紫色."""
    if named_in(match["part"], base) or not any(token.get("colours") for token in tokenise(match["how"])):
        return None
    return f"{match['part']}改成{match['how']}"


def _part_size(match: re.Match[str], base: Scene) -> str | None:
    """眼睛变大.

    Raises:
        NotDrawable: it is part of a drawing.
    """
    if named_in(match["part"], base) or not living_in(base):
        return None
    raise NotDrawable(notes.part_of_a_drawing(match["part"], "zh"))


def _patterned(match: re.Match[str], base: Scene) -> str | None:
    """衣服上加圆点."""
    return f"{match['what']}变成{match['how']}的"


_FORMS: tuple[Form, ...] = (
    (_LEFT_AND_RIGHT, _both_hands),
    (_EACH_HAND, _each_hand),
    (_ON_SHOULDERS, _on_shoulders),
    (_BOTH, _both),
    (_DRESSES, _dresses),
    (_TOGETHER, _each_does),
    (_PATS, _pats),
    (_CHANGES, _changes),
    (_TAKES_OFF, _taken_off),
    (_NO_MORE, _taken_off),
    (_SAYS_OTHERWISE, _says_otherwise),
    (_OF_ITS_LOOK, _look_of_speech),
    (_SAYS, _says),
    (_TEXT, _text),
    (_PART_COLOUR, _part_colour),
    (_PART_SIZE, _part_size),
    (_PATTERNED, _patterned),
    (_GOES_THERE, _goes_there),
    *FORMS,
    *OF_THE_FACE,
    *OF_THE_SKY,
)
