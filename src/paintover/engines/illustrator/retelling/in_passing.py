"""What people say in passing in Chinese: 睡着了, 别哭了，笑一个, 来个外星人跟他握手, 碗要青花瓷那种.

Such words leave out whom they are about, or tell of somebody who comes and of somebody who is there in one clause; the picture
tells both. Each is told so that the grammar reads it; every other one stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, PAPERS
from paintover.engines.illustrator.emoji import whole
from paintover.engines.illustrator.grammar.deeds import shown
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds, sorts
from paintover.engines.illustrator.retelling.called import part_in_paint
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.retelling.talk import (
    MEASURE,
    called_in,
    is_deed,
    is_told,
    living_in,
    mentions_in,
    one_noun,
    spoken_of,
)
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.standing import HOUSE_M
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|然后|并且)")
_HAN = re.compile(r"[\u3400-\u9fff]")


def told_in_passing(prompt: str, base: Scene) -> str:
    """The wish with such clauses told plainly; quotations stay as they are."""
    prompt = _WHO_CAME.sub(r"\g<comes> who ", prompt)
    prompt = _LETTERED.sub(r"写着\g<words>的\g<what>", prompt)
    prompt = _WRITTEN_ON.sub(r"\g<where>写上\g<words>", prompt)
    if not _HAN.search(prompt) or any(mark in prompt for mark in '“"「『《'):
        return prompt
    prompt = _SEEN_BEHIND.sub("窗外有" if base.env.place in INDOORS else "远处有", prompt)
    if any(one.kind == "rabbit" for one in base.objects):
        prompt = _OF_THE_MOON.sub("兔子", prompt)
    prompt = _NO_LONGER.sub(lambda match: _no_longer(match, base) or match[0], prompt)
    prompt = _CAME.sub(_the_same, prompt)
    parts = _CLAUSES.split(prompt)
    for at in range(2, len(parts), 2):
        parts[at] = _of_the_same(parts[at - 2], parts[at], base) or parts[at]
    parts[::2] = [told_by_form(part.strip(" ~～.…"), base, _FORMS) or part for part in parts[::2]]
    return "".join(parts)


_SEEN_BEHIND = re.compile(
    r"背景(?:里|上|中)?(?:要|最好|还|也|得)*(?:能|可以|应该)?看(?:得到|得见|到|见)(?=[\u4e00-\u9fff])"
)
"""What is to be seen behind it all, which is no other background."""
_OF_THE_MOON = re.compile(r"(?<![只个加来])[玉月]兔")
"""The rabbit that is there, whatever it is called; 加一只玉兔 brings the one of the moon."""
_DOES_SO = Pattern(r"^(?:就|都|也|一起|一块儿?|然后|正?在|开始)*(?P<does>[\u4e00-\u9fff]{1,8})$", re.NOFLAG)
_THEY = re.compile(r"[们俩]+")


def _of_the_same(before: str, clause: str, base: Scene) -> str | None:
    """孩子们和好了，一起跳舞: what is done is done by those of whom the clause before tells, and by nobody else."""
    does = _DOES_SO.fullmatch(clause.strip())
    if does is None or not before.endswith("了") or not _is_done(does["does"]):
        return None
    if mentions_in(clause) and clause not in whole("zh"):
        return None
    noun = next((token for token in tokenise(before) if token.get("kinds") is not None), None)
    if (
        noun is None
        or noun.start > 1
        or not any(kinds()[one.kind].alive for one in named_in(noun.text, base))
    ):
        return None
    they = _THEY.match(before, noun.end)
    return f"{before[: they.end() if they else noun.end]}{clause.strip()}"


_WRITTEN_ON = Pattern(
    r"^(?:请|帮我)*(?:在)?(?P<where>(?:[左右]?[上下]角|上面|下面|顶上|底部|顶部|中间|图上|画面上)?)(?:再|也)?加(?:上|个|一|行|句|几个|两个|文字|标题|字|[:：])*(?P<words>[“\"「『][^”\"」』]{1,40}[”\"」』])(?:字样|(?:这)?[几两三四五]个字|的字)?(?:吧)?[。！!]?$",
    re.NOFLAG,
)
"""加上“新年好”: what is quoted is written."""
_LETTERED = Pattern(
    r"(?P<what>横幅|条幅|标语|牌子|招牌|木牌|标语牌|路牌)[:：]?(?P<words>[“\"「『][^”\"」』]{1,40}[”\"」』])",
    re.NOFLAG,
)
"""挂条横幅“年会快乐”: what it says."""
_WHO_CAME = Pattern(
    r"(?P<comes>\b(?:add|put|draw|place) an? (?:[a-z]+ )?(?P<who>[a-z]+)(?: on the (?:left|right))?),? (?:and )?the (?P=who) (?=(?:is )?(?:wear|hold|carr|rid)(?:s|ies|ing|ying)\b|has )"
)
_CAME = Pattern(
    rf"(?P<comes>[加来画添放站坐](?:了|着|上)?[一两三]?{MEASURE}[^，。,]{{0,6}}?(?P<who>[\u4e00-\u9fff]{{1,4}}))[，,](?:让|叫)?(?P=who)(?P<does>[^，。,的]+)",
    re.NOFLAG,
)


def _the_same(match: re.Match[str]) -> str:
    """加一个男孩，男孩背着书包: he who has just come, and no other."""
    return f"{match['comes']}，{match['does']}" if _is_done(match["does"]) else match[0]


_NO_LONGER = Pattern(
    r"^(?:别|不要|不许|不准)(?:再)?(?P<old>[\u4e00-\u9fff]{1,3}?)(?:了|啦)(?P<and>[，, ]+|$)(?P<does>[\u4e00-\u9fff]*)",
    re.NOFLAG,
)


def _no_longer(match: re.Match[str], base: Scene) -> str | None:
    """别哭了，笑一个: it is who cries that is to laugh, of whomever was spoken last."""
    doing = [one for one in living_in(base) if _does(one, match["old"])]
    if len(doing) != 1 or len(living_in(base)) < 2:
        return None
    name = called_in(doing[0], base)
    rest = f"{name}{match['does']}" if match["does"] and is_told(match["does"]) else match["does"]
    return f"{name}别{match['old']}了{match['and']}{rest}"


def _does(one: Thing, words: str) -> bool:
    """Whether somebody does that, or looks so."""
    said = {token.get(role) for token in tokenise(f"他{words}") for role in ("moods", "poses")} - {None}
    return bool(said & {one.mood, one.pose})


def _does_it(match: re.Match[str], base: Scene) -> str | None:
    """睡着了, 挥手: who was spoken of last does it, and no such sign comes into the picture."""
    about, does = spoken_of(base), match[0]
    if about is None or does not in whole("zh") or not _is_done(does):
        return None
    return f"{called_in(about, base)}{does}"


def _is_done(words: str) -> bool:
    """Whether somebody may do that: the words begin with a deed, behind one who does it, or are told by its things."""
    first = next(iter(tokenise(f"他{words}")[1:]), None)
    known = first is not None and (is_deed(first) or first.get("moods") is not None)
    return known or shown(f"他{words}") != f"他{words}"


def _wakes(match: re.Match[str], base: Scene) -> str | None:
    """醒醒: who sleeps."""
    asleep = [one for one in living_in(base) if one.pose == "sleep"]
    return f"{called_in(asleep[0], base)}醒了" if len(asleep) == 1 else None


def _comes_and_does(match: re.Match[str], base: Scene) -> str | None:
    """来个外星人跟宇航员握手, of an astronaut who is there: one who comes, and then both do it."""
    comes, found = one_noun(match["who"]), _with_whom(match["rest"], base)
    if comes is None or found is None or comes.kind == found[0].kind:
        return None
    name, side = called_in(found[0], base), match["side"] or "旁边"
    told = f"{match['who']}和{name}{found[1]}"
    if _is_done_at_hand(found[1]):
        return told
    return f"在{name}{side}加{match['n'] or '一'}{match['m']}{match['who']}，{told}"


def _with_whom(words: str, base: Scene) -> tuple[Thing, str] | None:
    """Who is there of 宇航员握手, and what is done with them."""
    for cut in range(len(words) - 1, 0, -1):
        whom, does = words[:cut], words[cut:]
        if whom in ("他", "她", "它"):
            named = [one] if (one := meant_by(whom, base)) is not None else []
        else:
            named = named_in(whom, base) if one_noun(whom) is not None else []
        if len(named) == 1 and named[0] in living_in(base) and _is_done(does.removeprefix("一起")):
            return named[0], does
    return None


def _is_done_at_hand(does: str) -> bool:
    """Whether those who do it stand as close as can be."""
    return any(token.get("poses") in ("shake", "hug") for token in tokenise(f"他{does}"))


def _comes_doing(match: re.Match[str], base: Scene) -> str | None:
    """左边来个看书的老师: at that side of whom the talk is about, although the words between tell what the one who comes does."""
    about, comes = spoken_of(base), one_noun(match["who"])
    if about is None or comes is None or not kinds()[comes.kind or ""].alive or _is_look(match["how"]):
        return None
    return f"在{called_in(about, base)}{match['side']}加{match['n'] or '一'}{match['m']}{match['how']}的{match['who']}"


def _is_look(words: str) -> bool:
    """Whether the words tell no more than a colour, a size or a face."""
    return all(any(map(token.get, ("colours", "sizes", "moods", "patterns"))) for token in tokenise(words))


def _in_willow_ware(match: re.Match[str], base: Scene) -> str | None:
    """碗要青花瓷那种: white with blue flowers; blue, where it is a bowl of something that is drawn in it."""
    those = named_in(match["what"], base)
    if not those:
        return None
    drawn_in_it = all(part_in_paint(one.kind) is not None for one in those)
    return f"{match['what']}变成{'蓝色' if drawn_in_it else '白底蓝花的'}"


def _stands_by(match: re.Match[str], base: Scene) -> str | None:
    """老师站在后面, where no teacher is: one comes."""
    about, comes = spoken_of(base), one_noun(match["who"])
    if about is None or comes is None or not kinds()[comes.kind or ""].alive or named_in(match["who"], base):
        return None
    does = "" if match["does"] in "站跟" else f"{match['does']}着的"
    return f"在{called_in(about, base)}{match['side'].replace('身后', '后面')}加一个{does}{match['who']}"


def _on_no_wall(match: re.Match[str], base: Scene) -> str | None:
    """墙上挂幅画, out of doors; a lantern hangs at the door of the house.

    Raises:
        NotDrawable: there is no wall, or none but that of a house.
    """
    if base.env.place in {*INDOORS, *PAPERS, "playground"}:  # where a kindergarten has its walls
        return None
    if not any(kinds()[one.kind].height_m >= HOUSE_M and not kinds()[one.kind].alive for one in base.objects):
        raise NotDrawable(notes.not_in_picture("墙", "zh"))
    if any(
        one.kind in ("lantern", "red-lantern", "spring-couplets", "fu", "wreath")
        for one in mentions_in(match["what"])
    ):
        return f"门上挂{match['what']}"
    raise NotDrawable(notes.part_of_a_drawing("墙", "zh"))


def _one_of_them(match: re.Match[str], base: Scene) -> str | None:
    """一只小猫在睡觉, of several: one of those that are there."""
    those = named_in(match["who"], base)
    small = [one for one in those if one.size == "small"] if match["who"].startswith("小") else []
    those = small or those
    if len(those) < 2 or not _is_done(match["does"]):
        return None
    free = [one for one in those if one.id != base.focus and not _does(one, match["does"])]
    return f"{called_in((free or those)[0], base)}{match['does']}"


def _comes_to_hold(match: re.Match[str], base: Scene) -> str | None:
    """妈妈牵着她, where no mother is: one comes who does."""
    comes = one_noun(match["who"])
    whom = meant_by(match["whom"], base) if match["whom"] in ("他", "她", "它") else None
    there = [whom] if whom is not None else named_in(match["whom"], base)
    if comes is None or len(there) != 1 or not is_somebody(comes.kind or "") or named_in(match["who"], base):
        return None
    name = called_in(there[0], base)
    does = f"和{name}手牵手" if match["does"] in "牵拉" else f"{match['does']}着{name}"
    return f"{match['who']}{does}" if match["does"] in "牵拉" else f"在{name}旁边加一个{match['who']}，{does}"


def _so_many_already(match: re.Match[str], base: Scene) -> None:
    """换成五只, of five.

    Raises:
        NotDrawable: there are so many.
    """
    living = Counter(one.kind for one in living_in(base)).most_common(1)
    if living and living[0][1] == _NUMBERS.get(match["n"], 0) > 1:
        raise NotDrawable(notes.already_so("zh"))


_NUMBERS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def _beside_the_living(match: re.Match[str], base: Scene) -> str | None:
    """旁边来只小狗, where the talk was of fireworks: beside who is there, and not beside what is in the sky."""
    about, comes = base.thing(base.focus or ""), mentions_in(match["rest"])
    aloft = about is not None and kinds()[about.kind].habitat == "sky" and not kinds()[about.kind].alive
    who = spoken_of(base)
    if not aloft or who is None or len(comes) != 1 or not kinds()[comes[0].kind or ""].alive:
        return None
    return f"在{called_in(who, base)}旁边{match['rest']}"


def _in_the_middle(match: re.Match[str], base: Scene) -> str | None:
    """女儿站中间: she changes places with whoever stands there.

    Raises:
        NotDrawable: she stands there.
    """
    who = [one for one in named_in(match["who"], base) if one in living_in(base)]
    row = sorted(
        (one for one in living_in(base) if one.rel is None and one.id in base.layout),
        key=lambda one: base.layout[one.id].x,
    )
    if len(who) != 1 or who[0] not in row or len(row) < 3:
        return None
    middle = row[len(row) // 2]
    if middle is who[0]:
        raise NotDrawable(notes.already_so("zh"))
    return f"{called_in(who[0], base)}和{called_in(middle, base)}换位置"


_TOYS = frozenset({*sorts()["toy"], "building-blocks", "toy-car", "toy-train"})


def _toy_instead(match: re.Match[str], base: Scene) -> str | None:
    """积木换成小汽车: another toy, and none that drives."""
    toys = [one for one in named_in(match["old"], base) if one.kind in _TOYS]
    return f"{match['old']}换成玩具{match['new'][-1]}" if toys else None


def _all_do_so(match: re.Match[str], base: Scene) -> None:
    """都敬礼, where all do.

    Raises:
        NotDrawable: all do so.
    """
    living = living_in(base)
    if len(living) > 1 and all(_does(one, match["does"]) for one in living):
        raise NotDrawable(notes.already_so("zh"))


def _another_light(match: re.Match[str], base: Scene) -> str | None:
    """换成弯月, of a moon that is there."""
    said, lights = one_noun(match["what"]), [one for one in base.objects if one.kind in LUMINARIES]
    if said is None or said.kind not in LUMINARIES or len(lights) != 1 or lights[0].kind == said.kind:
        return None
    return f"把{called_in(lights[0], base)}换成{match['what']}"


def _as_one(match: re.Match[str], base: Scene) -> str | None:
    """她俩手拉手: both people that are there, and not the dog that was spoken of last."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    pair = people if len(people) >= 2 else living_in(base)
    named = "和".join(called_in(one, base) for one in pair)
    return f"{named}{match['does'].replace('一下', '')}" if len(pair) == 2 else None


def _all_dressed(match: re.Match[str], base: Scene) -> str | None:
    """衣服都换成红色: of each of them what is of another colour."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    colour = next((token.get("colours") for token in tokenise(match["how"]) if token.get("colours")), None)
    clad = {
        one.rel.to
        for one in base.objects
        if one.rel is not None and one.rel.type == "wear" and one.kind in GARMENTS and one.colour == colour
    }
    others = [called_in(one, base) for one in people if one.id not in clad and one.colour != colour]
    if len(people) < 2 or colour is None or not others:
        return None
    return "，".join(f"{name}的衣服换成{match['how'].removesuffix('的')}" for name in others)


def _calls(match: re.Match[str], base: Scene) -> str | None:
    """小狗汪汪叫: it says so."""
    return f"{match['who']}说“{match['sound']}”" if named_in(match["who"], base) else None


def _plainly(told: str) -> Callable[[re.Match[str], Scene], str]:
    return lambda match, base: match.expand(told)


_MANNER = r"(?:那种|这种|的|样式|图案|花纹|风格|款式?|蓝色?|颜色|白底)*"
_FORMS: Sequence[Form] = tuple(
    (Pattern(source, re.NOFLAG), tell)
    for source, tell in (
        (r"[\u4e00-\u9fff]{1,4}", _does_it),
        (r"(?:他们|她们|它们|大家|所有人)?(?:都|一起|全都)(?P<does>(?!别|不|停)[^，。的]{1,6})", _all_do_so),
        (r"(?:换|改|变)成(?:一?[个轮])?(?P<what>[\u4e00-\u9fff]{1,4})", _another_light),
        (
            r"(?:大家|他们|她们|它们)?一起(?P<does>跳舞|跑步?|唱歌|鼓掌|挥手|坐下|睡觉|笑|欢呼|敬礼|拍手|招手|走路?|跳)(?:吧)?",
            _plainly(r"都\g<does>"),
        ),
        (r"(?:把)?(?P<old>[\u4e00-\u9fff]{1,5}?)(?:换|改|变)成(?P<new>小汽?车)", _toy_instead),
        (
            r"(?:让|叫|把)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:站|坐|走|移|挪|放|换)(?:在|到)?(?:最|正)?中间(?:去|来)?",
            _in_the_middle,
        ),
        (r"(?:在)?旁边(?P<rest>(?:再|又)?[来加画添站坐蹲趴放].{2,10})", _beside_the_living),
        (
            r"(?P<what>[^，。里中]{1,4}?)(?:上面?)?(?:再)?冒(?:着|出|点|出点)?(?:一?[点些])?热气",
            _plainly(r"\g<what>上面加热气"),
        ),
        (
            rf"(?:让)?一(?P<m>{MEASURE})(?P<who>[\u4e00-\u9fff]{{1,4}}?)(?:正在|正|在)(?P<does>[^，。的]{{1,8}})",
            _one_of_them,
        ),
        (
            r"(?:让)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:也)?(?P<does>[牵拉抱背搂扶])着(?P<whom>[他她它]|[\u4e00-\u9fff]{1,4}?)(?:的手)?",
            _comes_to_hold,
        ),
        (rf"(?:换|改|变)成(?P<n>[两三四五六七八九十])(?P<m>{MEASURE})", _so_many_already),
        (r"(?P<who>[\u4e00-\u9fff]{1,8}?)(?P<how>也|都|正)?在画", _plainly(r"\g<who>\g<how>拿着画笔")),
        (
            r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)也?(?P<does>[站坐蹲趴躺跟])在(?P<side>后面|前面|旁边|左边|右边|身后)",
            _stands_by,
        ),
        (r"(?:在)?墙上?面?(?:再)?(?:挂|贴|钉)(?:上|着)?(?P<what>.{1,10})", _on_no_wall),
        (
            r"(?:别|不要)?(?:这么|那么|太|有点|站得太|挨得太|靠得太)(?:拥?挤|近)(?:了|啦)?",
            _plainly("分开一点"),
        ),
        (
            r"给(?P<who>[他她它](?:们|俩))(?P<rest>(?:的)?(?:中间|旁边|后面|前面).+)",
            _plainly(r"\g<who>\g<rest>"),
        ),
        (rf"留(?:下)?一(?P<m>{MEASURE})(?:就)?(?:行|好|够)了?", _plainly(r"只留一\g<m>")),
        (r"来(?:个|一个|张)(?:大)?特写", _plainly("特写")),
        (r"(?:再)?(?:拉|推)远(?:一?[点些])", _plainly("镜头拉远一点")),
        (r"(?:再|更)?(?:温馨|温暖)(?:一?[点些])", _plainly("暖色调")),
        (r"(?:把)?背景(?:都|全)?(?:去掉|不要|删掉|去了|抠掉|拿掉)了?", _plainly("背景换成白色")),
        (
            r"(?:让|叫)?(?:[他她它]?们?(?:俩|两个|两人|两个人)?)(?:都|互相|一起)?(?P<does>手[拉牵]着?手|牵着?手|拉着?手|挽着手|拥抱(?:一下)?|抱在一起|握(?:个|着)?手|击(?:个)?掌|背对背|打架|吵架)(?:了|吧)?",
            _as_one,
        ),
        (
            r"(?:把)?(?:他们|她们|大家|所有人)?的?衣服(?:都|全)(?:换|改|变)(?:成|为)(?P<how>[^，。]{1,5})",
            _all_dressed,
        ),
        (
            r"(?:让)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:在)?(?P<sound>汪汪|喵喵|咩咩|哞哞|嘎嘎|呱呱|叽叽|喔喔|咕咕|嗷嗷)(?:地)?(?:叫|直叫)(?:着|了)?",
            _calls,
        ),
        (r"(?:快|该|都)?(?:醒醒|醒一醒|醒来|醒过来|睡醒|醒)(?:吧|了|啦)*", _wakes),
        (
            rf"(?:在)?(?:他|她|它)?(?P<side>旁边|左边|右边|前面|后面)?(?:再|又)?(?:跑|走|飞|游)?[来加画添](?:了|上)?(?P<n>一)?(?P<m>{MEASURE})(?P<who>[^，。跟和陪与的]{{1,6}}?)(?:跟|和|陪着?|与)(?P<rest>[^，。]{{2,12}})",
            _comes_and_does,
        ),
        (
            rf"(?:在)?(?P<side>左边|右边|旁边|前面|后面)(?:再|又|还)?(?:跑|走|飞|游)?[来加画添站坐放](?:了|着|上)?(?P<n>[一两三])?(?P<m>{MEASURE})(?P<how>[^，。的]{{2,8}})的(?P<who>[\u4e00-\u9fff]{{1,5}})",
            _comes_doing,
        ),
        (
            rf"(?:把|将)?(?P<what>[\u4e00-\u9fff]{{1,4}}?)(?:都)?(?:换|改|变|要|是|做|画)成?(?:个)?青花瓷?{_MANNER}",
            _in_willow_ware,
        ),
    )
)
"""Whole clauses, and what each is told as; None passes to the next."""
