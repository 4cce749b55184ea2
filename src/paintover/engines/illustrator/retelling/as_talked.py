"""What people say in Chinese on second thoughts and of how many: 改成骑车, 还是猫吧, 两个都要笑, 蜡烛要三根, 头发再短一点.

Such a clause names no deed that the grammar knows, or is short of the one whom it is about; the picture tells both. Each is
told so that the grammar reads it; every other one stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.deeds import shown
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.chinese_terms import COLOURS
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.nothing_of_it import (
    a_bit_less,
    half_eaten,
    into_a_place,
    is_not_there,
    is_that,
    nobody_to_dress,
    of_nobody,
    of_nothing,
    of_such_a_shape,
    rounder,
    shaped,
    without_a_part,
)
from paintover.engines.illustrator.retelling.of_the_backdrop import pieces_in
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.retelling.so_many import (
    all_of_so_many,
    each_in_turn,
    one_and_the_other,
    one_more_of_it,
    one_of_several,
    several_come,
    so_many,
    so_many_do,
    so_many_on,
    some_of_them,
    those_there,
    to_each,
)
from paintover.engines.illustrator.retelling.talk import (
    MEASURE,
    NUMBER,
    PLAIN_COLOURS,
    called_in,
    held_by,
    is_deed,
    is_told,
    living_in,
    mentions_in,
    one_noun,
    seat_of,
    spoken_of,
)
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.staging.standing import HOUSE_M
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|然后|并且)")


_HAN = re.compile(r"[\u3400-\u9fff]")


_ON_SECOND_THOUGHTS = re.compile(
    r"^(?:算了|不对|等等|等一下|哎呀?|嗯+|那个|对了|话说)[吧啊呀]?[，,。!！ ]+(?=.)"
)


_ALL_INSTEAD = re.compile(r"^(?:换成|改成)(?=(?:[两三四五]|他们|她们|它们)[个只匹头位]?(?:都|全))")


_Tell = Callable[[re.Match[str], Scene], str | None]


def told_as_talked(prompt: str, base: Scene) -> str:
    """The wish with such clauses told plainly; quotations stay as they are."""
    if not _HAN.search(prompt) or any(mark in prompt for mark in '“"「『《'):
        return prompt
    prompt = _ALL_INSTEAD.sub("", _ON_SECOND_THOUGHTS.sub("", prompt))
    if (instead := _DOES_INSTEAD.fullmatch(prompt.strip(" 。！!"))) is not None:
        prompt = _does_instead(instead, base) or prompt
    parts = _CLAUSES.split(prompt)
    parts[::2] = [_told(clause, base) for clause in parts[::2]]
    return "".join(parts)


def _told(clause: str, base: Scene) -> str:
    bare = clause.strip(" ~～.…")
    if (said := told_by_form(bare, base, _TURNS)) is not None:
        return said
    of_nobody(bare, base)
    return clause


_DOES_INSTEAD = Pattern(
    r"(?:(?:让|叫)?(?P<who>[他她它]们?|[\u4e00-\u9fff]{1,5}?)?(?:别|不要|不)(?:再)?(?P<old>[\u4e00-\u9fff]{1,5}?)了?[，, ]+(?:让(?:[他她它]们?|(?P=who))|叫[他她]|快)?(?:改成|换成|改为|改|换|去|来)?"
    r"|(?:改成|换成|改为|改|换))(?:在|去)?(?P<does>[\u4e00-\u9fff]{1,10}?)(?:(?<![出上下进过回拿])去)?(?:吧|好了)?",
    re.NOFLAG,
)


def _does_instead(match: re.Match[str], base: Scene) -> str | None:
    """别踢球了，改成打篮球: who did the one does the other, and has no more in hand what the one was done with."""
    does = match["does"].removeprefix(match["who"] or "")  # 大熊猫别吃了，大熊猫睡觉
    all_of_them = _ALL.fullmatch(match["who"] or "") is not None
    does = _TOGETHER.sub("", does)
    tokens = tokenise(does)
    if not tokens or not is_deed(tokens[0]):
        return None
    named = [one for one in named_in(match["who"] or "", base) if kinds()[one.kind].alive]
    about = named[-1] if named else spoken_of(base)
    if about is None:
        return None
    busy = [one for one in living_in(base) if one.pose not in _ANYHOW]
    about = busy[0] if len(busy) == 1 and not named and about.pose in _ANYHOW else about
    about = about if named else _has_its_like(does, base) or _who_did(match["old"], base) or about
    alike = [one for one in living_in(base) if one.kind == about.kind and one.pose == about.pose]
    doers = alike if not named and about.pose is not None else [about]
    doers = living_in(base) if all_of_them else doers
    if not named and about.rel is not None and about.rel.type == "on":  # all who ride along
        doers = [one for one in living_in(base) if one.rel is not None and one.rel.to == about.rel.to]
    kept = {mention.kind for mention in mentions_in(does)}
    told = {mention.kind for mention in mentions_in(match["old"] or "")}
    left = [
        names("zh", each.kind)
        for one in doers
        for each in held_by(one, base)
        if each.kind not in kept
        and not kinds()[each.kind].alive
        and each.kind not in GARMENTS
        and (each.kind in told or one.pose not in _ANYHOW or each.label[-1:] == does[-1:])
    ]
    gone = "".join(f"去掉{name}，" for name in dict.fromkeys(left))
    labels = dict.fromkeys(one.label for one in doers)
    who = called_in(about, base) if len(doers) == 1 else f"所有的{about.label}"
    who = who if len(labels) == 1 else "和".join(labels)
    mount = base.thing(about.rel.to) if about.rel is not None and about.rel.type == "on" else None
    down = ""
    if mount is not None and _is_left_for(does, mount):
        down = "".join(f"{called_in(one, base)}从{called_in(mount, base)}上下来，" for one in doers)
    return f"{gone}{down}{who}{does}"


def _who_did(old: str | None, base: Scene) -> Thing | None:
    """Who alone is in the pose that is to end: 别蹲着."""
    poses = {mention.pose for mention in parse(f"人{old}").mentions if mention.pose} if old else set()
    found = [one for one in living_in(base) if one.pose in poses]
    people = [one for one in living_in(base) if is_somebody(one.kind)] if old and not found else []
    found = found or people
    return found[0] if len(found) == 1 else None


def _has_its_like(does: str, base: Scene) -> Thing | None:
    """Who alone has in hand what goes by the same last syllable as what is to be there: 哑铃 and 杠铃, 篮球 and 足球."""
    new = [token for token in tokenise(does) if token.get("kinds")]
    if len(new) != 1:
        return None
    has = [
        one for one in living_in(base) for each in held_by(one, base) if each.label[-1:] == new[0].text[-1:]
    ]
    return has[0] if len(has) == 1 else None


def _onto_nothing(match: re.Match[str], base: Scene) -> str | None:
    """让公鸡站到柴堆上, where there is none, and none is known.

    Raises:
        NotDrawable: it is not there.
    """
    goal = match["goal"]
    if not named_in(match["who"], base) or named_in(goal, base) or pieces_in(goal, base):
        return None
    tokens = tokenise(goal)
    heaped = goal.endswith("堆") and len(tokens) > 1
    known = any(
        token.get(role) for token in tokens for role in ("kinds", "places", "it", "sides", "relations")
    )
    if not heaped and (known or not tokens or not all(token.unknown for token in tokens)):
        return None
    raise NotDrawable(notes.not_in_picture(goal, "zh"))


def _come_to_grief(match: re.Match[str], base: Scene) -> str | None:
    """中间那辆倒了, 花瓶碎了: a thing that no drawing shows so.

    Raises:
        NotDrawable: it cannot be drawn so, or is not there.
    """
    named = named_in(match["who"], base)
    if any(kinds()[one.kind].alive for one in named):
        return f"{match['who']}躺下" if match["how"] == "倒" else None
    absent = [] if named else parse(match["who"]).mentions
    if len(absent) == 1 and absent[0].kind is not None and not kinds()[absent[0].kind].alive:
        raise NotDrawable(notes.not_in_picture(absent[0].label, "zh"))
    lives = bool(living_in(base)) and re.search(r"[辆把盏棵座张瓶台艘条]", match["who"]) is None
    if not named and (lives or _THAT_ONE.fullmatch(match["who"]) is None):
        return None  # 后面那个摔倒了: somebody
    raise NotDrawable(notes.state_not_drawn(named[0].label if len(named) == 1 else match["who"], "", "zh"))


_THAT_ONE = re.compile(
    r"(?:最?[左右]边?|中间|前面|后面)的?(?:[那这]?一?[个只辆把盏棵座张瓶台艘条]|那个)?(?:[\u4e00-\u9fff]{0,3})"
)


def _one_more_in_size(match: re.Match[str], base: Scene) -> str | None:
    """旁边再来一只小的: one more of what the talk is about, in that size."""
    about = base.thing(base.focus or "")
    if about is None or (about.rel is not None and about.rel.part is not None):
        bear = {one.rel.to for one in base.objects if one.rel is not None}
        about = spoken_of(base) or next((one for one in reversed(base.objects) if one.id not in bear), None)
    if about is None:
        return None
    paint = f"{COLOURS[about.colour]}的" if about.colour in COLOURS else ""
    return f"{match['where'] or ''}加{match['n']}{match['m']}{match['how']}的{paint}{names('zh', about.kind)}"


def _flies_higher(match: re.Match[str], base: Scene) -> str | None:
    """飞高点, where nobody is named: the kite, or what alone is in the air, and not who holds it."""
    aloft = [one for one in base.objects if one.kind in _LIGHT or one.pose in ("fly", "float")]
    aloft = aloft or [one for one in base.objects if kinds()[one.kind].habitat == "sky"]
    about = spoken_of(base)
    one = about if about in aloft else aloft[0] if len({each.label for each in aloft}) == 1 else None
    if one is None or ("线" in match[0] and one.kind not in _LIGHT):
        return None
    name = called_in(one, base) if len(aloft) == 1 or one is about else f"所有的{one.label}"
    return f"把{name}往{'上' if match['how'] in '高长' else '下'}移一点"


_LIGHT = frozenset({"kite", "butterfly-kite", "balloon", "red-balloon", "sky-lantern", "hot-air-balloon"})
"""What flies without wings, and may be in a hand."""


def _stops(match: re.Match[str], base: Scene) -> str | None:
    """让熊猫别吃了: who does that stands there, with nothing more in hand that it was done with.

    Raises:
        NotDrawable: they do no such thing; it is not they who are to go.
    """
    who = re.sub(r"(?:全都|都|全部)$", "", match["who"] or "")
    if who in _PRONOUNS:
        named = [one] if (one := meant_by(who[:1], base)) is not None and kinds()[one.kind].alive else []
    else:
        named = [one for one in named_in(who, base) if kinds()[one.kind].alive]
    old = _AT_LENGTH.get(match["old"], match["old"])
    told = parse(shown(f"人{old}")).mentions
    poses = {mention.pose for mention in told} - {None}
    first = next(iter(tokenise(f"他{old}")[1:]), None)
    if (not poses and len(told) < 2 and (first is None or not is_deed(first))) or (who and not named):
        return None
    doers = [one for one in named or living_in(base) if one.pose in poses]
    if who in _THEM:
        doers = [one for one in living_in(base) if one.pose in poses]
    if not doers:  # told by the comb in their hand
        tools = {mention.kind for mention in told} - {None}
        doers = [
            one for one in named or living_in(base) if any(each.kind in tools for each in held_by(one, base))
        ]
    if not doers and (not poses or old in _WHATEVER):
        doers = [one for one in named if one.pose not in _ANYHOW]
    if not doers and named:
        raise NotDrawable(notes.already_so("zh"))
    if not doers or len({one.label for one in doers}) > 1:
        return None
    with_it = [
        names("zh", each.kind)
        for one in doers
        for each in held_by(one, base)
        if not kinds()[each.kind].alive and each.kind not in GARMENTS and one.pose not in _ANYHOW
    ]
    gone = "".join(f"去掉{name}，" for name in dict.fromkeys(with_it))
    name = called_in(doers[0], base) if len(doers) == 1 else f"所有的{doers[0].label}"
    return f"{gone}让{name}{'坐着' if 'stand' in poses else '站着'}"


_AT_LENGTH = {
    "唱": "唱歌",
    "跳": "跳舞",
    "读": "读书",
    "画": "画画",
    "弹": "弹琴",
    "写": "写字",
    "钓": "钓鱼",
    "骑": "骑车",
    "梳": "梳头",
}
"""What a deed is called of which one says no more than that it is to end."""
_THEM = frozenset({"他们", "她们", "它们", "大家"})
_WHATEVER = frozenset("看吃玩打做弄忙")
"""Deeds that are told by what they are done to."""
_ALL = re.compile(r"(?:[他她它]们|大家|所有人)?(?:都|全都|全部)")
_TOGETHER = re.compile(r"^(?:全都|都|大家|一起)+")
_PRONOUNS = frozenset({"他", "她", "它", "他们", "她们", "它们"})
_ANYHOW = frozenset({None, "hold", "lift", "sit", "ride", "stand", "walk", "embrace", "cradle"})
"""Poses in which one may have anything in hand."""


def _is_left_for(does: str, mount: Thing) -> bool:
    """Whether who is to do that gets off: from a horse always, from a chair for what is done on foot."""
    on_foot = any(one.pose in ("walk", "run", "dance", "kick", "jump") for one in parse(f"人{does}").mentions)
    return mount.kind not in SEATS or on_foot


def _takes_a_seat(match: re.Match[str], base: Scene) -> str | None:
    """坐小板凳上, of whom the talk is: on one that is not there yet."""
    said = one_noun(match["seat"])
    about = spoken_of(base)
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    about = about if about in people else people[0] if len(people) == 1 else None
    if said is None or about is None or said.kind not in SEATS or named_in(match["seat"], base):
        return None
    return f"{called_in(about, base)}{match['how']}在{match['seat']}{match['part']}"


def _aloft(match: re.Match[str], base: Scene) -> str | None:
    """球飞起来: it is higher up, and in no pose."""
    balls = named_in(match["ball"], base)
    if not balls:
        balls = [one for one in base.objects if one.kind.endswith("ball") and match["ball"] == "球"]
    return f"把{called_in(balls[0], base)}往上移" if len(balls) == 1 else None


def _rather(match: re.Match[str], base: Scene) -> str | None:
    """还是猫吧, 还是要蓝的, 还是两只吧: it becomes that, or as many; 还是要气球, where nothing of the kind is there, comes."""
    what = match["what"]
    tokens = tokenise(what.removesuffix("的"))
    if tokens and all(token.get("colours") for token in tokens):
        return f"换成{what.removesuffix('的').removesuffix('色')}色"
    said = one_noun(what)
    if (few := _SO_MANY.fullmatch(what)) is not None and (said is not None or not few["what"]):
        return f"{few['what']}改成{few['n']}{few['m']}"
    if said is None or any(one.kind == said.kind for one in base.objects) or said.counted:
        return None
    alike = [one for one in base.objects if kinds()[one.kind].alive == kinds()[said.kind or ""].alive]
    return f"换成{what}" if alike else f"加{what}"


_SO_MANY = re.compile(rf"(?P<n>{NUMBER})(?P<m>{MEASURE})的?(?P<what>[\u4e00-\u9fff]{{0,5}})")


def _cleared(match: re.Match[str], base: Scene) -> str | None:
    """桌上的东西都去掉: what is on it, and not the table."""
    hosts = {one.id for one in named_in(match["host"], base)}
    there = [
        one for one in base.objects if one.rel is not None and one.rel.to in hosts and one.rel.part is None
    ]
    things = [one for one in there if not kinds()[one.kind].alive]
    if not hosts:
        return None
    if not things:
        raise NotDrawable(notes.not_in_picture(f"{match['host']}{match['side']}的东西", "zh"))
    return "，".join(f"去掉{label}" for label in dict.fromkeys(one.label for one in things))


def _goes_there(match: re.Match[str], base: Scene) -> str | None:
    """猫去沙发上: it goes there, and not away; what is not there comes along."""
    who = [one for one in named_in(match["who"], base) if kinds()[one.kind].alive]
    said = one_noun(match["what"])
    if len(who) != 1 or said is None or one_noun(match["who"]) is None or _PART.search(match["what"]):
        return None
    side = match["side"] if len(match["side"]) > 1 else f"{match['side']}面"
    kind = kinds()[said.kind or ""]
    indoors = kind.habitat == "indoor" and base.env.place in INDOORS
    taken_along = indoors or said.kind in ("tree", *TABLES) or match["side"][0] in "上里"
    come = "" if taken_along or named_in(match["what"], base) else f"加一个{match['what']}，"
    return f"{come}把{called_in(who[0], base)}放到{match['what']}{side}"


_PART = re.compile(r"(?:头|背|肩|肩膀|身|脖子|手|怀|腿|膝盖)$")
"""On somebody, and not on a thing."""


def _comes_down(match: re.Match[str], base: Scene) -> str | None:
    """猫下来: from what it is on."""
    who = named_in(match["who"], base)
    host = base.thing(who[0].rel.to) if len(who) == 1 and who[0].rel is not None else None
    if host is None or not kinds()[who[0].kind].alive or who[0].rel is None or who[0].rel.type != "on":
        return None
    return f"{called_in(who[0], base)}从{called_in(host, base)}上下来"


def _helped_up(match: re.Match[str], base: Scene) -> str | None:
    """爸爸扶他起来: who lay stands up, and who helps is there, beside them."""
    whom = meant_by(match["whom"], base) if match["whom"] in ("他", "她", "它") else None
    whom = whom or next(iter(named_in(match["whom"], base)), None)
    if whom is None or len(mentions_in(match["who"])) != 1:
        return None
    name = called_in(whom, base)
    there = named_in(match["who"], base)
    helps = f"{match['who']}站在{name}旁边" if there else f"在{name}旁边加一个{match['who']}"
    return f"{name}站起来，{helps}"


def _a_field_of(match: re.Match[str], base: Scene) -> str | None:
    """换成向日葵田, of a field of rape: of these."""
    many = Counter(one.label for one in base.objects if one.rel is None and not kinds()[one.kind].alive)
    label, count = many.most_common(1)[0] if many else ("", 0)
    return (
        f"把所有的{label}换成{match['what']}" if count > 3 and len(mentions_in(match["what"])) == 1 else None
    )


def _mounts(match: re.Match[str], base: Scene) -> str | None:
    """骑士上马: he rides the horse that is there."""
    who = [one for one in named_in(match["who"], base) if is_somebody(one.kind)]
    mount = named_in(match["what"], base)
    return f"{match['who']}骑着{match['what']}" if len(who) == 1 and len(mount) == 1 else None


def _gets_in(match: re.Match[str], base: Scene) -> str | None:
    """奶奶上车, of a car that is there: she sits in it."""
    who = [one for one in named_in(match["who"], base) if kinds()[one.kind].alive]
    cars = [one for one in base.objects if one.kind in _GOT_INTO]
    if len(who) != 1 or len({one.kind for one in cars}) != 1:
        return None
    return f"{called_in(who[0], base)}坐在{called_in(cars[0], base)}里"


_GOT_INTO = frozenset({"car", "taxi", "bus", "van", "school-bus", "police-car", "jeep"})


def _handed_over(match: re.Match[str], base: Scene) -> str | None:
    """伞给旁边的小猫: out of the one's hand into the other's, who comes along if need be."""
    held = [one for one in named_in(match["what"], base) if one.rel is not None and one.rel.type == "hold"]
    said = one_noun(match["who"])
    if len(held) != 1 or said is None or not kinds()[said.kind or ""].alive or held[0].rel is None:
        return None
    there = named_in(match["who"], base)
    if there and there[0].id == held[0].rel.to:
        return None
    colour = f"{names('zh', held[0].colour, table='colours')}色的" if held[0].colour in PLAIN_COLOURS else ""
    what = f"一个{colour}{names('zh', held[0].kind)}"
    measure = "只" if not is_somebody(said.kind or "") else "个"
    come = "" if there else f"加一{measure}{match['who']}，"
    return f"去掉{match['what']}，{come}{match['who']}拿着{what}"


def _of_the_other_sex(match: re.Match[str], base: Scene) -> str | None:
    """服务员换成男的, 换个女的: of the same trade.

    Raises:
        NotDrawable: they are so already.
    """
    named = [one for one in named_in(match["who"] or "", base) if is_somebody(one.kind)]
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    about = named[0] if named else people[0] if len(people) == 1 and not match["who"] else None
    if about is None:
        return None
    told = f"{match['sex']}{names('zh', about.kind)}"
    tokens = tokenise(told)
    kind = tokens[0].get("kinds") if len(tokens) == 1 else None
    if kind == about.kind:
        raise NotDrawable(notes.already_so("zh"))
    return f"把{called_in(about, base)}换成{told}" if kind is not None else None


def _looks_on(match: re.Match[str], base: Scene) -> str | None:
    """老师在旁边看, where no teacher is: one who comes."""
    said, about = one_noun(match["who"]), spoken_of(base)
    if said is None or about is None or not kinds()[said.kind or ""].alive or named_in(match["who"], base):
        return None
    return f"在{called_in(about, base)}旁边加一个{match['who']}"


def _also_there(match: re.Match[str], base: Scene) -> str | None:
    """旁边的女生在唱歌, where no girl is: one who does."""
    said = one_noun(match["who"])
    about = spoken_of(base)
    if said is None or about is None or not kinds()[said.kind or ""].alive or named_in(match["who"], base):
        return None
    first = next(iter(tokenise(match["does"])), None)
    if first is None or not is_told(match["does"]):
        return None
    return f"在{called_in(about, base)}旁边加一个{match['who']}{match['does']}"


def _its_mother_comes(match: re.Match[str], base: Scene) -> str | None:
    """熊妈妈来了, of a small bear: a large one comes, and the small one stays small."""
    young = [one for one in named_in(match["who"], base) if is_animal(one.kind)]
    return f"在{called_in(young[0], base)}旁边加一只大的{names('zh', young[0].kind)}" if young else None


def _set_there(match: re.Match[str], base: Scene) -> str | None:
    """堆个雪人在中间: there it comes."""
    return f"在{match['where']}加{match['what']}" if len(mentions_in(match["what"])) == 1 else None


def _parked(match: re.Match[str], base: Scene) -> str | None:
    """消防车停旁边, where none is: one that stands there."""
    said = one_noun(match["what"])
    about = spoken_of(base) or next(iter(base.objects), None)
    if said is None or about is None or named_in(match["what"], base) or kinds()[said.kind or ""].alive:
        return None
    return f"在{called_in(about, base)}{match['side']}加一个{match['what']}"


def _to_that_side(match: re.Match[str], base: Scene) -> str | None:
    """醋碟放右边, where it is there: it goes there, wherever it is now."""
    there = named_in(match["what"], base)
    under = {one.rel.to if one.rel is not None and one.rel.type in ("on", "inside") else "" for one in there}
    vessel = base.thing(under.pop()) if len(there) > 1 and len(under) == 1 else None
    if vessel is not None and vessel.kind in VESSELS_OF_SEVERAL:  # the dumplings: with their plate
        return f"把{called_in(vessel, base)}移到{match['side']}"
    return f"把{match['what']}移到{match['side']}" if len(there) == 1 else None


VESSELS_OF_SEVERAL = frozenset({"plate", "bowl", "basket", "tray", "dish"})
"""What is moved with all that is in it."""


def _before_the_house(match: re.Match[str], base: Scene) -> str | None:
    """门前站个男孩: before the one house that is there."""
    houses = [
        one
        for one in base.objects
        if one.rel is None and not kinds()[one.kind].alive and kinds()[one.kind].height_m >= HOUSE_M
    ]
    if len(houses) != 1 or named_in("门", base) or len(mentions_in(match["what"])) != 1:
        return None
    return f"{called_in(houses[0], base)}前面{match['does']}{match['what']}"


_DRAWN_TO_THE_LEFT = frozenset({"bicycle", "motorcycle", "scooter"})
"""What is drawn with its front to the left."""


def _after_them(match: re.Match[str], base: Scene) -> str | None:
    """后面追只狗: a dog that runs after whoever is there."""
    about, said = spoken_of(base), mentions_in(match["what"])
    if about is None or len(said) != 1 or not kinds()[said[0].kind or ""].alive:
        return None
    does = "跑着的" if match["does"] in "追跑" else "飞着的" if match["does"] == "飞" else ""
    where = match["where"].replace("身后", "后面").replace("身边", "旁边")
    mount = base.thing(about.rel.to) if about.rel is not None and about.rel.type == "on" else None
    about = mount if mount is not None and mount.rel is None else about  # on the ground, and not in the air
    if about.kind in _DRAWN_TO_THE_LEFT and where == "后面" and about.id in base.layout:
        where = "左边" if base.layout[about.id].flip else "右边"  # whence they come
    return f"在{called_in(about, base)}{where}加一{match['m']}{does}{match['what']}"


def _mounted(match: re.Match[str], base: Scene) -> str | None:
    """马背上骑个姑娘: a girl who rides the horse that is there."""
    hosts = [one for one in named_in(match["host"], base) if kinds()[one.kind].alive]
    if len(hosts) != 1 or len(mentions_in(match["who"])) != 1:
        return None
    return f"一{match['m']}{match['who']}骑着{called_in(hosts[0], base)}"


def _at_the_feet(match: re.Match[str], base: Scene) -> str | None:
    """脚边趴只猫, of who sits on a couch: before the couch, on the floor."""
    seats = [seat for one in living_in(base) if (seat := seat_of(one, base)) is not None]
    if not seats or len(mentions_in(match["rest"])) != 1:
        return None
    return f"{called_in(seats[0], base)}前面{match['rest']}"


def _other_hair(match: re.Match[str], base: Scene) -> str | None:
    """头发再短一点: the shorter cut."""
    named = [one for one in named_in(match["who"] or "", base) if is_somebody(one.kind)]
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    about = named[-1] if named else spoken_of(base)
    about = about if about in people else next(iter(people), None)
    if about is None:
        return None
    worn = {one.kind for one in base.objects if one.kind in HAIR and one.rel and one.rel.to == about.id}
    cut = {"短": "short-hair", "长": "long-hair", "卷": "curly-hair"}[match["how"]]
    if cut in worn:
        raise NotDrawable(notes.already_so("zh"))
    return f"{called_in(about, base)}换成{match['how']}发"


def _onlookers(match: re.Match[str], base: Scene) -> str | None:
    """小动物们在旁边看, of a hare and a tortoise that race: others."""
    if any(one.label.startswith(match["who"]) for one in base.objects):
        return None
    beasts = match["who"].endswith("动物")
    if not beasts and any(is_somebody(one.kind) for one in living_in(base)):
        return None
    return f"旁边加三{'只' if beasts else '个'}{match['who']}"


def _warmly(match: re.Match[str], base: Scene) -> str | None:
    """都穿厚一点: padded jackets."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    named = [one for one in named_in(match["who"] or "", base) if one in people]
    if not people or (match["who"] and not named and match["who"] not in "他她它们大家都"):
        return None
    who = match["who"] if named else "所有人"
    return f"{who}穿上棉袄"


def _other_clothes(match: re.Match[str], base: Scene) -> str | None:
    """衣服换成西装: they have it on, whose clothes are part of their drawing."""
    said = mentions_in(match["what"])
    if len(said) != 1 or said[0].kind not in GARMENTS or named_in("衣服", base):
        return None
    named = [one for one in named_in(match["who"] or "", base) if is_somebody(one.kind)]
    about = named[-1] if named else spoken_of(base)
    if about is None or not is_somebody(about.kind):
        return None
    return f"{called_in(about, base)}穿上{match['what']}"


def _comes_to_stand(match: re.Match[str], base: Scene) -> str | None:
    """乌龟在前面, of a tortoise that is there: before the other one."""
    there = named_in(match["who"], base)
    others = [one for one in living_in(base) if one not in there]
    if len(there) != 1 or len(others) != 1 or not kinds()[there[0].kind].alive:
        return None
    if there[0].pose == others[0].pose == "run":
        return f"{match['who']}跑到前面" if "前" in match["side"] else f"{called_in(others[0], base)}跑到前面"
    return f"{match['who']}在{called_in(others[0], base)}{match['side']}"


_BIT = r"(?:一?[点些]儿?|一下)"


_TURNS: Sequence[tuple[Pattern, _Tell]] = tuple(
    (Pattern(source, re.NOFLAG), tell)
    for source, tell in (
        (r"(?:那|嗯+[，,]?)?还是(?:得|要|用|选|放|来|有|摆|画)?(?:换|改|变|画)?(?:回|成|为|用|要|画)*(?P<what>[\u4e00-\u9fff]{1,6}?)(?:吧|好了?|算了)?", _rather),
        (r"(?:换|改|变)回(?:成|为|去)?(?P<what>[\u4e00-\u9fff]{1,6}?)(?:吧|好了?)?", _rather),
        (rf"(?:让|叫|给)?(?P<n>[两俩三四])(?P<m>{MEASURE}|(?<=俩))(?P<who>[\u4e00-\u9fff]{{0,4}}?)(?:全都|全部|都|全)(?:要|得|给我|应该)?(?P<does>[^，。]{{1,12}})", all_of_so_many),
        (r"(?:让|叫)?(?P<n>[两三四])(?P<m>[个位只名])(?P<who>)(?P<does>[^，。]{2,12})", so_many_do),
        (r"(?:让|叫)?一(?:个|只)(?P<a>[^，。一个只的]{1,6}?)[，,、]?(?:另)?一(?:个|只)(?P<b>[^，。一个只的]{1,6})", one_and_the_other),
        (r"(?:让|叫)?一(?P<m>个|只|位)(?P<does>[^，。的]{2,8})", one_of_several),
        (r"(?:把)?(?P<host>[\u4e00-\u9fff]{1,4}?)(?P<side>上|里)面?的?(?:东西|物品)(?:都|全|全都)?(?:去掉|拿走|清空|收走|收拾掉|删掉|不要|拿掉|清掉|收起来)了?", _cleared),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:跑|走|跳|爬|飞)?(?:去|到)(?:了)?(?P<what>[\u4e00-\u9fff]{1,4}?)的?(?P<side>上面?|里面?|旁边|下面?|底下|前面|后面|后)(?:去)?了?", _goes_there),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:跳|走|爬|飞)?(?:下来|下去)(?:吧|了)?", _comes_down),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:把)?(?:扶|拉|搀)(?:着)?(?P<whom>他|她|它|[\u4e00-\u9fff]{1,4}?)(?:站)?起来", _helped_up),
        (rf"(?:把|让)?(?P<what>[\u4e00-\u9fff]{{1,3}}?)(?:再|更|稍微|要)*(?:大|小|高|矮|胖|瘦|长|短|粗|细|宽|厚){_BIT}", of_nothing),
        (r"(?:换|改)成(?P<what>[\u4e00-\u9fff]{1,5})", is_that),
        (r"(?P<what>[\u4e00-\u9fff]{1,4}?)(?P<how>(?:被)?(?:吃|喝|咬|啃|切|掰)(?:了|掉|去|成)+(?:一半|一口|一块|两半|一些|几口))", half_eaten),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:换|改|变)成(?P<place>[\u4e00-\u9fff]{2,4})", into_a_place),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:再|稍微|弄|画)*少(?:一?[点些]儿?)", a_bit_less),
        (r"(?P<who>[\u4e00-\u9fff]{1,4}?)少了?[个只条根]?(?P<part>鼻子|眼睛|耳朵|嘴巴?|尾巴|胳膊|手|脚|腿|翅膀|角|胡子|牙齿?)", without_a_part),
        (r"(?:去|就|快)?(?P<how>[坐躺趴])(?:在|到)?(?P<seat>[\u4e00-\u9fff]{1,6}?)(?P<part>上|里)面?(?:去|吧|来)?", _takes_a_seat),
        (r"(?:把|让)?(?P<ball>[\u4e00-\u9fff]{0,2}球)(?:被)?(?:(?:飞|弹|蹦|踢|抛|扔|顶)(?:了)?(?:起来|起|到(?:了)?(?:空中|天上|半空中?)|向空中|上天|上去|得?高一?点|得很高|高|飞)|在(?:半)?空中)(?:了|吧)?", _aloft),
        (r"(?:让|叫|把)?(?P<who>[^，。在到]{1,6}?)(?:站|坐|趴|躺|爬|跳|落|停|蹲|放|睡)(?:到|在|上)(?:那?一?[个座块张棵])?(?P<goal>[\u4e00-\u9fff]{2,4}?)(?:的)?(?:上面?|里面?|顶上?)(?:去)?", _onto_nothing),
        (r"(?:让|把)?(?P<who>[^，。被]{1,6}?)(?:都|也|全)?(?:被(?:[\u4e00-\u9fff]{1,3}?)?)?(?:吹|撞|推|打|摔|压|弄|碰)?(?P<how>倒|翻|歪|碎|破|坏|断|裂|塌|散架|瘪)(?:掉|下|开)?(?:了|在地上了?)", _come_to_grief),
        (rf"(?:在)?(?P<where>旁边|左边|右边|后面|前面|天上|边上)?(?:再|又|还)*(?:来|加|画|放|飞|开|停|站|坐|跑|游|添|种|摆)(?:上)?(?P<n>[一两三])(?P<m>{MEASURE})(?:更)?(?P<how>[大小])(?:一?点)?的", _one_more_in_size),
        (r"(?:让它|再|还要|可以)*(?:飞|放|升|飘)得?(?:再|更)?(?P<how>[高低])(?:一?[点些]儿?|得多)?", _flies_higher),
        (r"(?:把)?(?:风筝的?|气球的?)?线(?:绳)?(?:再|放|变|要|弄)*(?P<how>[长短])(?:一?[点些]儿?|得多)?", _flies_higher),
        (r"(?:让|叫)?(?P<who>[他她它]|[\u4e00-\u9fff]{1,6}?)?(?:别|不要|不许|不准)(?:再|在)?(?P<old>[\u4e00-\u9fff]{1,5})(?:了|啦)", _stops),
        (r"(?:在)?(?P<where>[\u4e00-\u9fff]{0,4}?)(?:里|上)?(?:没有?|没了|不要有|别有)(?P<what>[\u4e00-\u9fff]{1,4}?)(?:了)?", is_not_there),
        (r"(?P<what>[\u4e00-\u9fff]{1,4}?)(?:颜色)?(?:分别|依次)(?:是|为|要|穿|戴|换成|改成)?(?P<colours>[红黄蓝绿白黑紫粉橙棕灰]{2,5})(?:色)?(?:的)?", each_in_turn),
        (r"(?:小)?(?P<who>[\u4e00-\u9fff]{1,3}?)(?:的)?(?:妈妈|爸爸|妈|爸)(?:也)?(?:来了|出现了?|回来了|走过来了?|跑过来了?)", _its_mother_comes),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4})们(?:都|也|在|正在|一起)*(?P<does>[^，。的]{1,8})", several_come),
        (rf"(?:再)?(?:堆|放|加|摆|画|种|立|搭|来|停)(?:上)?(?P<what>一?{MEASURE}[\u4e00-\u9fff]{{1,5}}?)在(?P<where>(?:正)?中间|旁边|左边|右边|前面|后面|远处)", _set_there),
        (r"(?:请|把|将|让)*(?P<what>[\u4e00-\u9fff]{1,5}?)(?:就|还是|也)?(?:放|摆|搁|停)(?:到|在)?(?P<side>(?:最)?(?:[左右](?:边|侧|面)|中间))(?:去|吧)*", _to_that_side),
        (r"(?P<what>[\u4e00-\u9fff]{1,4}?)(?:停|放|摆|立)(?:在)?(?P<side>旁边|前面|后面|左边|右边)", _parked),
        (rf"(?P<side>旁边|左边|右边|后面|前面|边上)(?:再|又)(?:放|摆|加|来|画|添)(?P<n>[一两三])(?:{MEASURE})", one_more_of_it),
        (rf"每(?:一)?(?P<host>{MEASURE})(?:面|饭|里|上|都|里面|上面)*(?:再)?(?:加|放|插|添|摆)(?:上|个)?(?P<what>[\u4e00-\u9fff]{{1,5}})", to_each),
        (r"(?:换|改)成(?:一大?片|一片)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:田|海|地|花田|花海)", _a_field_of),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:坐|走|跑|爬|跳)?(?:上|进)(?:到|了)?(?:公交|汽|轿|小|出租)?车(?:里|上)?(?:去|里去|了|吧)*", _gets_in),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:翻身|跳|骑|跨|爬|坐)?上(?:了)?(?P<what>马|驴|骆驼|大象|牛|自行车|摩托车)(?:背)?(?:了|去|吧)?", _mounts),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:递|交|让|送|分|借)?给(?:了)?(?:旁边|身边)?的?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:打|用|戴|拿|撑|遮雨|挡雨)?", _handed_over),
        (r"(?:把)?(?P<who>[\u4e00-\u9fff]{0,4}?)(?:(?:换|改|变)(?:成|为|个)(?:一?个)?|(?:应该|要|得)?是(?:个)?)(?P<sex>[男女])(?:的|生|性|士)?", _of_the_other_sex),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:也)?(?:站|坐|蹲)?在(?:旁边|一旁|边上|身边)(?:看着?|帮忙|等着?|陪着?|加油|指导|守着?)", _looks_on),
        (r"(?:在)?(?:旁边|一旁|边上)的?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:正|在|正在|也)+(?P<does>[^，。的]{1,8})", _also_there),
        (rf"(?:在)?(?:家|大|屋|房)?门前面?(?P<does>(?:再)?(?:站|坐|趴|蹲|躺|放|摆|停|种|有|来|加|立)(?:着|了)?)(?P<what>(?:一|两|三|几)?{MEASURE}[\u4e00-\u9fff]{{1,6}})", _before_the_house),
        (r"给(?P<who>[他她])(?:戴|穿|系|围|披|背)[^，。]{1,10}", nobody_to_dress),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:都)?(?:换|改|变|做|弄)成?(?P<how>[\u4e00-\u9fff]{1,4}?)(?:形状|造型|样子|样式|款式)的?", of_such_a_shape),
        (rf"(?:让|叫)?(?P<n>[两三四])(?P<m>{MEASURE})(?P<rest>[^，。]{{2,14}})", those_there),
        (rf"(?:让|把|给)?其中的?(?P<n>[两三四])(?P<m>{MEASURE})(?P<rest>[^，。]{{1,10}})", some_of_them),
        (rf"(?:把|让)?(?P<what>[\u4e00-\u9fff]{{1,5}}?)(?:一共|总共|应该|只)?(?:要|得有|改成|换成|变成|弄成|画成|来|(?=[两二三四五六七八九十2-9]))(?P<n>{NUMBER})(?P<m>{MEASURE})(?:就行|就够|就好|吧|了)*", so_many),
        (rf"(?:在)?(?P<host>[\u4e00-\u9fff]{{1,5}}?)上面?(?:再)?(?:插|放|点|加|摆)(?:上|着|了)?(?P<n>{NUMBER})(?P<m>{MEASURE})(?P<what>[\u4e00-\u9fff]{{1,4}})", so_many_on),
        (rf"(?P<where>后面|前面|旁边|身后|身边)(?:还|再|正)?(?P<does>[追跟跑走飞])(?:着|来|上来|过来|上)?了?(?:一)?(?P<m>{MEASURE})(?P<what>[\u4e00-\u9fff]{{1,5}})", _after_them),
        (r"(?:在)?(?P<host>[\u4e00-\u9fff]{1,3}?)(?:的)?背?上(?:再)?(?:骑|坐)着?(?:了|一)?(?P<m>[个位名只])(?P<who>[\u4e00-\u9fff]{1,6})", _mounted),
        (rf"(?:在)?(?:[他她]的?|[\u4e00-\u9fff]{{2}}的?)?(?:脚边|脚下|脚旁)(?P<rest>(?:再)?(?:趴|坐|蹲|站|躺|来|放|有|卧|睡|加|添|画|摆)着?(?:了|上|个|一)*{MEASURE}[\u4e00-\u9fff]{{1,6}})", _at_the_feet),
        (rf"(?:把|让|给)?(?P<who>[\u4e00-\u9fff]{{0,5}}?)的?头发(?:再|更|稍微|可以|要|剪|留|弄|变|得)*(?P<how>[短长卷]){_BIT}", _other_hair),
        (r"(?P<who>小?动物|小伙伴|小朋友|同学|围观群众|村民)们?(?:也|都|正)?(?:站|坐|围)?在(?:旁边|一旁|边上|周围|四周)(?:观?看着?|围观|加油|鼓掌|欢呼|看热闹|助威)?", _onlookers),
        (rf"(?:给|让)?(?P<who>[\u4e00-\u9fff]{{0,4}}?)(?:都|全都)?(?:要|再)?(?:穿(?:得)?(?:再|更)?(?:厚|暖和?|多){_BIT}|多穿{_BIT}(?:衣服)?)", _warmly),
        (r"(?:把|给)?(?P<who>[\u4e00-\u9fff]{0,5}?)的?衣服(?:都)?(?:换|改|变)(?:成|为|上)(?P<what>[\u4e00-\u9fff0-9]{1,8})", _other_clothes),
        (rf"(?:让|把)?(?P<what>[\u4e00-\u9fff]{{1,4}}?)(?:再|更|要|画|变|弄|得)*圆{_BIT}", rounder),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:站|跑|走|坐)?在(?P<side>最?[前后]面)", _comes_to_stand),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:都)?(?:换|改|变)成?(?:一?[张块个条])?(?P<how>圆|方|长方|椭圆|三角|八角|正方|长条)形?的", shaped),
    )
)  # fmt: skip
"""Whole clauses, and what each is told as; None passes to the next."""
