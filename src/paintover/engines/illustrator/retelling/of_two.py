"""What two of a picture do, as Chinese tells it in one clause: 女孩拉着他跑, 男孩和她碰杯, 给女孩倒茶, 她跟狗玩, 搂着肩, 背靠背; and
what somebody needs for a deed that is not there yet: 爷爷在喂笼子里的鸟, 膝盖上趴一只猫, 狗在喝水, 围着圣诞树.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.retelling.talk import called_in, held_by, kinds_in, living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_HE = r"(?:[他她它](?!们))"
_NAME = rf"(?:{_HE}|[\u4e00-\u9fff]{{1,6}}?)"
_LET = r"(?:再|请|也|那|就)*(?:让|叫)?"
_WHO = rf"{_LET}(?P<who>{_NAME})(?:正?在|也|又|正)?"
_THEY = r"(?P<they>(?:[他她它]们)(?:俩|两个?|两个?人)?|[两俩]个?人|俩人|俩|小?两口)"
_AND = r"(?:和|跟|与|同)"
_END = r"(?:了|吧|着|呢|一下)*"

_LINKS = Pattern(
    rf"(?:{_LET}{_THEY}|{_WHO})?(?:亲密地?|一起)?挽(?:着|住|起)?(?P<whom>{_NAME})??的?(?:手臂?|胳膊|臂弯)?{_END}",
    re.NOFLAG,
)
_EMBRACES = Pattern(
    rf"(?:{_LET}{_THEY}|{_WHO})?(?:(?:互相)?(?:搂|揽)(?:着|住)?(?P<whom>{_NAME})??(?:的?(?:肩膀?|肩头|腰|脖子))?|[勾搭]着?(?:肩膀?|脖子)|(?:把)?手(?:臂)?搭在(?P<other>{_NAME})的?(?:肩膀?|肩头)上?|勾肩搭背){_END}",
    re.NOFLAG,
)
_HALES = Pattern(
    rf"{_WHO}(?:拉|牵|拽|领|带)着(?P<whom>{_NAME})(?:的(?:小)?手)?(?:一起|一块儿?)?(?:往前|向前|在[^，。]{{1,4}}?)?(?P<does>跑步?|飞?奔跑?|走路?|散步)?{_END}",
    re.NOFLAG,
)
_CLINKS = Pattern(
    rf"(?:{_WHO}{_AND}(?P<whom>{_NAME})|{_LET}{_THEY})(?:一起|互相)?(?:碰(?:了?碰)?杯|干杯|举杯)(?:庆祝)?{_END}",
    re.NOFLAG,
)
_POURS = Pattern(
    rf"(?:{_WHO})??{_LET}(?:给|帮|为)(?P<whom>{_NAME})(?:倒|沏|斟|泡)(?:上|着|了)?(?:一?[杯碗点])?(?P<what>茶|水|酒|红酒|咖啡|牛奶){_END}",
    re.NOFLAG,
)
_BACK_TO_BACK = Pattern(
    rf"(?:{_LET}{_THEY}|{_WHO}{_AND}(?P<whom>{_NAME}))?(?:背靠背|背靠着背|背对背|背对着背)(?:着|地)?(?:站|坐)?(?:着|在一起)?{_END}",
    re.NOFLAG,
)
_PLAYS = Pattern(
    rf"{_WHO}(?:{_AND}|陪|逗)着?(?P<what>[\u4e00-\u9fff]{{1,6}}?)(?:一起|一块儿?)?(?:玩(?:耍|球)?(?:一会儿?)?|嬉戏)?{_END}",
    re.NOFLAG,
)
_CAGED = Pattern(
    rf"{_WHO}(?:喂|逗|看)(?:着|一?喂)?(?:鸟)?笼子?里的(?P<what>小?鸟|鹦鹉|金丝雀)(?:吃[食东西]*)?{_END}",
    re.NOFLAG,
)
_ON_THE_LAP = Pattern(
    rf"(?:(?:在)?(?P<who>{_NAME})的?)?(?:膝盖?上|大?腿上)(?:再)?(?:趴|坐|躺|卧|睡|蹲|放|有|抱|来|加|窝)(?:着|了)?(?P<what>(?:一?[只个条本])[^，。]{{1,6}})",
    re.NOFLAG,
)
_DRINKS = Pattern(
    rf"{_LET}(?P<who>{_HE}|[\u4e00-\u9fff]{{1,5}}?)(?:正?在|去|低头|来)*(?P<does>喝(?:着|点|口)*水|吃(?:着|点)*(?:饭|东西|食|[狗猫]粮)){_END}",
    re.NOFLAG,
)
_WIPES = Pattern(
    rf"{_LET}(?P<who>{_HE}|[\u4e00-\u9fff]{{1,5}}?)??(?:正?在)?(?:擦|抹)(?:了擦|一擦|着|了|擦|抹)?(?:一?把)?(?:额头上?的?|头上的?|脸上的?)?汗水?{_END}",
    re.NOFLAG,
)
_ROUND_IT = Pattern(
    rf"{_LET}(?P<who>[\u4e00-\u9fff]{{2,4}}?们?|大家|他们|她们)??(?P<hands>手[拉牵]着?手)?地?(?:站成一圈)?(?:围着|围住|绕着|围在|围成一圈围着)(?P<what>[^，。围]{{1,6}}?)(?:周围|旁边|四周|边上)?(?P<does>站(?:成|着)?一?圈?|跳舞|转圈|坐(?:成|着)?一?圈?|唱歌)?{_END}",
    re.NOFLAG,
)
_HAND_IN_HAND = Pattern(
    rf"{_LET}(?P<who>[\u4e00-\u9fff]{{2,4}}?们?|大家|所有人|他们|她们)?(?:都|全)*(?:一起)?手[拉牵]着?手(?:地|站(?:着|在一起|成一[排行])?)?(?P<runs>奔?跑步?)?{_END}",
    re.NOFLAG,
)


_HANDS_OVER = Pattern(
    rf"{_WHO}(?:(?:给|为|向)(?P<whom>{_NAME})(?:递|送|端|献)(?:上|来|去|过去|过来|了)?|(?:送|递)(?:给|了)?(?P<other>{_NAME}))(?P<many>[一两几三]?[个只本朵束支杯瓶把块条盒张份碗盘枝]?)(?P<what>[\u4e00-\u9fff]{{1,6}}?){_END}",
    re.NOFLAG,
)
_AT_THEIR_TABLE = Pattern(
    rf"(?:(?:请|再|在)*(?P<whose>{_NAME})?的?(?:正?对面|旁边|身旁|身边)(?:再|也|还)?坐(?:着|了|下|上)?|(?:再|请)*(?:加|来|添)(?:上|了)?)(?:一?[个位名])?(?P<what>(?!一)[\u4e00-\u9fff]{{1,6}}?)(?:(?:跟|和|陪|与)(?P<whom>{_NAME})(?:一起|一块儿?)?(?:在)?(?P<does>下象?棋|打牌|打麻将|吃火?锅?饭?|喝[茶酒咖啡]+|聊天|写作业))?{_END}",
    re.NOFLAG,
)


def alone_called(word: str | None, base: Scene) -> Thing | None:
    """Who alone is called so; whom the pronoun means."""
    if not word:
        return None
    if word in ("他", "她", "它"):
        one = meant_by(word, base)
        return one if one is not None and kinds()[one.kind].alive else None
    if any(mark in word for mark in "把给让和的在"):
        return None
    there = [one for one in named_in(word, base) if kinds()[one.kind].alive]
    return there[0] if len(there) == 1 else None


def _folk(base: Scene) -> list[Thing]:
    return [one for one in living_in(base) if is_somebody(one.kind)]


def _pair(match: re.Match[str], base: Scene) -> tuple[Thing, Thing] | None:
    """Who does it with whom; where one goes unsaid, the only other one who is there."""
    said = match.groupdict()
    folk, names = _folk(base), (said.get("who"), said.get("whom") or said.get("other"))
    found = [alone_called(name, base) for name in names]
    if any(name and one is None for name, one in zip(names, found, strict=True)):
        return None
    who, whom = found
    if who is None or whom is None:
        if len(folk) != _TWO or (said.get("they") and said["they"].startswith("它")):
            return None
        who = who or next(one for one in folk if one is not whom)
        whom = whom or next(one for one in folk if one is not who)
    return (who, whom) if who is not whom and is_somebody(who.kind) and is_somebody(whom.kind) else None


_TWO = 2


def _both(match: re.Match[str], base: Scene, does: str) -> str | None:
    pair = _pair(match, base)
    return None if pair is None else f"{called_in(pair[0], base)}和{called_in(pair[1], base)}{does}"


def _linked(match: re.Match[str], base: Scene) -> str | None:
    """挽着手."""
    return _both(match, base, "手挽手")


def _embraced(match: re.Match[str], base: Scene) -> str | None:
    """男孩搂着女孩的肩."""
    pair = _pair(match, base)
    return None if pair is None else f"{called_in(pair[0], base)}和{called_in(pair[1], base)}拥抱"


def _haled(match: re.Match[str], base: Scene) -> str | None:
    """女孩拉着他跑: hand in hand."""
    runs = match["does"] is not None and ("跑" in match["does"] or "奔" in match["does"])
    return _both(match, base, "手拉手跑" if runs else "手拉手")


def _clinked(match: re.Match[str], base: Scene) -> str | None:
    """男孩和她碰杯."""
    return _both(match, base, "碰杯")


_POTS = {
    "茶": ("茶壶", "茶杯"),
    "水": ("水壶", "水杯"),
    "酒": ("酒瓶", "酒杯"),
    "红酒": ("酒瓶", "酒杯"),
    "咖啡": ("咖啡壶", "咖啡杯"),
    "牛奶": ("牛奶瓶", "杯子"),
}
"""From what it is poured, and into what."""


def _poured(match: re.Match[str], base: Scene) -> str | None:
    """给女孩倒茶: one has the pot, the other the cup."""
    pot, cup = _POTS[match["what"]]
    pair = _pair(match, base)
    if pair is None:
        alone = alone_called(match["whom"], base)
        if match["who"] or alone is None or len(_folk(base)) != 1:
            return None
        return f"{called_in(alone, base)}拿着{cup}"
    return f"{called_in(pair[0], base)}拿着{pot}，{called_in(pair[1], base)}拿着{cup}"


def _back_to_back(match: re.Match[str], base: Scene) -> str | None:
    """背靠背.

    Raises:
        NotDrawable: everybody looks at us.
    """
    if (pair := _pair(match, base)) is None:
        return None
    raise NotDrawable(notes.pose_not_drawn([one.label for one in pair], "zh"))


_TOYS = {"dog": "在扔球", "cat": "拿着毛线球"}
"""What somebody does who plays with whom."""


def _played(match: re.Match[str], base: Scene) -> str | None:
    """她跟狗玩: with what dogs play with; a dog that is not there comes for it."""
    if not re.search(r"玩|逗|嬉戏", match[0]):
        return None
    who = alone_called(match["who"], base)
    if who is None or not is_somebody(who.kind):
        return None
    name, animals = called_in(who, base), kinds_in(match["what"])
    it = alone_called(match["what"], base)
    if it is None and (named_in(match["what"], base) or len(animals) != 1):
        return None
    kind = it.kind if it is not None else next(iter(animals))
    if not kinds()[kind].alive or is_somebody(kind):
        return None
    called = called_in(it, base) if it is not None else match["what"].lstrip("一只个条")
    first = "" if it is not None else f"加一只{called}，"
    if kind not in _TOYS:
        return f"{first}{name}在{called}旁边伸手"
    return f"{first}{name}{_TOYS[kind]}，{name}看着{called}"


def _caged(match: re.Match[str], base: Scene) -> str | None:
    """爷爷在喂笼子里的鸟: the cage comes, with the bird in it."""
    who = alone_called(match["who"], base)
    if who is None or named_in("鸟笼", base):
        return None
    name = called_in(who, base)
    return f"加一个鸟笼，鸟笼里有一只{match['what']}，{name}在鸟笼旁边伸手"


def _on_the_lap(match: re.Match[str], base: Scene) -> str | None:
    """膝盖上趴一只猫: who stands sits down for it."""
    who, folk = alone_called(match["who"], base), _folk(base)
    if match["who"] and who is None:
        return None
    who = who or (folk[0] if len(folk) == 1 else None)
    if who is None or not has_arms(stock_of(who)) or not kinds_in(match["what"]):
        return None
    what = match["what"] if match["what"].startswith("一") else f"一{match['what']}"
    name = called_in(who, base)
    sits = who.rel is not None and who.rel.type == "on"
    return f"{name}怀里抱着{what}" if sits else f"{name}坐在椅子上，{name}腿上有{what}"


_FOOD = {"dog": "一碗狗粮", "cat": "一碗猫粮"}


def _watered(match: re.Match[str], base: Scene) -> str | None:
    """狗在喝水: from a bowl before it."""
    alike = named_in(match["who"], base)
    who = alike[0] if len({one.kind for one in alike}) == 1 else alone_called(match["who"], base)
    if who is None or not kinds()[who.kind].alive or is_somebody(who.kind) or has_arms(stock_of(who)):
        return None
    what = "一碗水" if "喝" in match["does"] else _FOOD.get(who.kind)
    if what is None or named_in(what, base):
        return None
    return f"{called_in(who, base)}前面加{what}"


def _wiped(match: re.Match[str], base: Scene) -> str | None:
    """擦汗, of the only one there who sweats."""
    folk = _folk(base)
    who = alone_called(match["who"], base) if match["who"] else (folk[0] if len(folk) == 1 else None)
    if who is None or not has_arms(stock_of(who)):
        return None
    return f"{called_in(who, base)}{'拿着毛巾' if held_by(who, base) else '擦汗'}"


def _round_it(match: re.Match[str], base: Scene) -> str | None:
    """手拉手围着圣诞树, of children: round one that comes."""
    folk = _folk(base)
    if len(folk) <= _TWO or len({one.kind for one in folk}) != 1 or len(folk) != len(living_in(base)):
        return None
    if match["who"] and match["who"] not in ("大家", "他们", "她们") and not named_in(match["who"], base):
        return None
    what = match["what"]
    named = named_in(what, base)
    if not kinds_in(what) or len(named) > 1 or any(kinds()[kind].alive for kind in kinds_in(what)):
        return None
    first = "" if named else f"加一{'棵' if what.endswith('树') else '个'}{what}，"
    return f"{first}{folk[0].label.removesuffix('们')}们围着{what}"


def _handed_over(match: re.Match[str], base: Scene) -> str | None:
    """男孩给她递水: with a hand held out."""
    what = "一杯水" if match["what"] == "水" else match["what"]
    if (pair := _pair(match, base)) is None or len(comes := kinds_in(what)) != 1 or kinds()[comes[0]].alive:
        return None
    many = "" if what.startswith("一") else match["many"] if len(match["many"]) > 1 else "一个"
    return f"{called_in(pair[0], base)}递给{called_in(pair[1], base)}{many}{what}"


def _at_their_table(match: re.Match[str], base: Scene) -> str | None:
    """对面坐个老奶奶, 加个男孩跟他下棋, of somebody at a table: at the same one."""
    folk = _folk(base)
    if not match["does"] and "坐" not in match[0]:
        return None
    said = match["whose"] or match["whom"]
    who = alone_called(said, base) if said else (folk[0] if len(folk) == 1 else None)
    if who is None or who.rel is None or who.rel.type != "behind":
        return None
    at_it = [one for one in folk if one.rel is not None and one.rel.to == who.rel.to]
    if match["whose"] and match["whose"][0] not in "他她它" and len(at_it) > 2:
        return None  # next to her, and not at an end of the row
    table, comes = base.thing(who.rel.to), kinds_in(match["what"])
    if not {*comes}.isdisjoint(one.kind for one in base.objects):
        return None
    if table is None or table.kind not in TABLES or len(comes) != 1 or not is_somebody(comes[0]):
        return None
    return f"加一个{match['what']}坐在{called_in(table, base)}后面"


_IN_THE_ARMS = Pattern(
    rf"{_WHO}(?:靠|依偎|偎|躲|扑|钻|倒)(?:在|到|进)(?P<whom>{_NAME})的?(?:怀里|怀中|怀抱里|怀抱中){_END}",
    re.NOFLAG,
)
_SHELTERS = Pattern(
    rf"{_LET}(?P<who>[\u4e00-\u9fff]{{1,5}}?)(?:来|过来|跑来)?(?:给|帮|为|替)(?P<whom>{_NAME})(?:打|撑|举)(?:着|起|了)?(?:一?把)?(?P<what>(?:[红黄蓝绿紫黑白粉]色?的?)?雨?伞){_END}",
    re.NOFLAG,
)


def _in_the_arms(match: re.Match[str], base: Scene) -> str | None:
    """孙子靠在奶奶怀里."""
    pair = _pair(match, base)
    return None if pair is None else f"{called_in(pair[1], base)}和{called_in(pair[0], base)}拥抱"


def _sheltered(match: re.Match[str], base: Scene) -> str | None:
    """女孩给他打伞, who is not there: she comes with it."""
    whom, comes = alone_called(match["whom"], base), kinds_in(match["who"])
    if whom is None or len(comes) != 1 or not is_somebody(comes[0]):
        return None
    if any(one.kind == comes[0] or one.label == match["who"] for one in base.objects):
        return None
    return f"在{called_in(whom, base)}旁边加一个打着{match['what']}的{match['who']}"


_EACH_OF_THEM = Pattern(
    r"(?:让|叫|请)?(?P<who>[\u4e00-\u9fff]{1,4})们(?P<does>(?![的中里旁后前左右上下身之都全各每一两围手对背面互是说喊问叫变改换站排去没不])[\u4e00-\u9fff]{1,8})",
    re.NOFLAG,
)


def _each_of_them(match: re.Match[str], base: Scene) -> str | None:
    """学生们鼓掌: all of them.

    Raises:
        NotDrawable: nobody of the picture is called so.
    """
    if match["who"] in ("他", "她", "它") or _NOT_THEIRS.search(match["does"]):
        return None
    said, there = kinds_in(match["who"]), named_in(match["who"], base)
    alike = len({one.kind for one in there}) == 1 and all(kinds()[one.kind].alive for one in there)
    known = alike or any(one.kind in said or one.label in match["who"] for one in base.objects)
    if there and len(said) == 1 and is_somebody(said[0]) and not known:
        raise NotDrawable(notes.not_in_picture(match["who"], "zh"))
    return f"{match['who']}们都{match['does']}" if alike and len(there) > 1 else None


_NOT_THEIRS = re.compile("[大小高矮胖瘦多少]一?[点些]|往|移|挪|靠近|分开|离|消失|走开|离开")
"""What is done to them as they stand to each other."""
FORMS: tuple[Form, ...] = (
    (_AT_THEIR_TABLE, _at_their_table),
    (_HANDS_OVER, _handed_over),
    (_BACK_TO_BACK, _back_to_back),
    (_LINKS, _linked),
    (_EMBRACES, _embraced),
    (_HALES, _haled),
    (_CLINKS, _clinked),
    (_POURS, _poured),
    (_CAGED, _caged),
    (_ON_THE_LAP, _on_the_lap),
    (_DRINKS, _watered),
    (_WIPES, _wiped),
    (_PLAYS, _played),
    (_EACH_OF_THEM, _each_of_them),
    (_IN_THE_ARMS, _in_the_arms),
    (_SHELTERS, _sheltered),
)
"""Each such clause, and what it is told as."""


def _all_hand_in_hand(match: re.Match[str], base: Scene) -> str | None:
    """孩子们手拉手, of three or more: each with the next."""
    folk = _folk(base)
    if len(folk) <= _TWO or len(folk) != len(living_in(base)):
        return None
    if (
        match["who"]
        and match["who"] not in ("大家", "所有人", "他们", "她们")
        and len(named_in(match["who"], base)) != len(folk)
    ):
        return None
    return f"他们手拉手{'跑' if match['runs'] else ''}"


OF_ALL: tuple[Form, ...] = ((_ROUND_IT, _round_it), (_HAND_IN_HAND, _all_hand_in_hand))
"""What such a wish is told as that says nothing else."""
