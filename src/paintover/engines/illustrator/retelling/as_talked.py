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
from paintover.engines.illustrator.grammar.lexicon import Token, names, tokenise
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.attach import SEATS
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.staging.standing import HOUSE_M
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|然后|并且)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ON_SECOND_THOUGHTS = re.compile(
    r"^(?:算了|不对|等等|等一下|哎呀?|嗯+|那个|对了|话说)[吧啊呀]?[，,。!！ ]+(?=.)"
)
_ALL_INSTEAD = re.compile(r"^(?:换成|改成)(?=(?:[两三四五]|他们|她们|它们)[个只匹头位]?(?:都|全))")
_MEASURE = "[个只头匹条根支枝架艘辆台棵朵位名颗块片本顶把杯盏座栋间张件双对群串碗盘盆瓶]"
_NUMBER = r"(?:[一两二三四五六七八九十]|\d{1,2})"
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
    for pattern, tell in _TURNS:
        if (match := pattern.fullmatch(bare)) is not None and (said := tell(match, base)) is not None:
            return said
    _of_nobody(bare, base)
    return clause


# Who and what is there


def _mentions(words: str) -> list[Mention]:
    return [mention for mention in parse(words).mentions if mention.kind is not None]


def _one_noun(words: str) -> Mention | None:
    """The noun, of words that are one and nothing else."""
    said = parse(words)
    alone = len(said.mentions) == 1 and said.mentions[0].kind is not None and not said.left_out
    return said.mentions[0] if alone and words.endswith(said.mentions[0].label) else None


def _is(one: Thing, said: Mention) -> bool:
    """Whether it is of the noun's kind: a birthday candle is a candle."""
    return one.kind == said.kind or one.kind.endswith(f"-{said.kind}")


def _living(base: Scene) -> list[Thing]:
    return [one for one in base.objects if kinds()[one.kind].alive and one.rung != "signpost"]


def _called(one: Thing, base: Scene) -> str:
    return called_apart(base, one.id, chinese=True)


def _about(base: Scene) -> Thing | None:
    """Whom the talk is about: who lives and was spoken of last, or has what was."""
    about = meant_by("他", base)
    return about if about is not None and kinds()[about.kind].alive else next(iter(_living(base)), None)


def _had(one: Thing, base: Scene) -> list[Thing]:
    """What somebody has in hand or at their feet."""
    return [
        each
        for each in base.objects
        if each.rel is not None and (each.rel.type, each.rel.to) == ("hold", one.id)
    ]


def _seat(one: Thing, base: Scene) -> Thing | None:
    """What somebody sits on."""
    seat = base.thing(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
    return seat if seat is not None and seat.kind in SEATS else None


# What is told


_DOES_INSTEAD = Pattern(
    r"(?:(?:让|叫)?(?P<who>[他她它]们?|[\u4e00-\u9fff]{1,5}?)?(?:别|不要|不)(?:再)?(?P<old>[\u4e00-\u9fff]{1,5}?)了?[，, ]+(?:改成|换成|改为|改|换|去|来)?"
    r"|(?:改成|换成|改为|改|换))(?:在|去)?(?P<does>[\u4e00-\u9fff]{1,10}?)(?:吧|好了)?",
    re.NOFLAG,
)


def _does_instead(match: re.Match[str], base: Scene) -> str | None:
    """别踢球了，改成打篮球: who did the one does the other, and has no more in hand what the one was done with."""
    does = match["does"]
    tokens = tokenise(does)
    if not tokens or not _is_deed(tokens[0]):
        return None
    named = [one for one in named_in(match["who"] or "", base) if kinds()[one.kind].alive]
    about = named[-1] if named else _about(base)
    if about is None:
        return None
    busy = [one for one in _living(base) if one.pose not in _ANYHOW]
    about = busy[0] if len(busy) == 1 and not named and about.pose in _ANYHOW else about
    alike = [one for one in _living(base) if one.kind == about.kind and one.pose == about.pose]
    doers = alike if not named and about.pose is not None else [about]
    if not named and about.rel is not None and about.rel.type == "on":  # all who ride along
        doers = [one for one in _living(base) if one.rel is not None and one.rel.to == about.rel.to]
    kept = {mention.kind for mention in _mentions(does)}
    told = {mention.kind for mention in _mentions(match["old"] or "")}
    left = [
        names("zh", each.kind)
        for one in doers
        for each in _had(one, base)
        if each.kind not in kept
        and not kinds()[each.kind].alive
        and each.kind not in GARMENTS
        and (each.kind in told or one.pose not in _ANYHOW)
    ]
    gone = "".join(f"去掉{name}，" for name in dict.fromkeys(left))
    labels = dict.fromkeys(one.label for one in doers)
    who = _called(about, base) if len(doers) == 1 else f"所有的{about.label}"
    who = who if len(labels) == 1 else "和".join(labels)
    mount = base.thing(about.rel.to) if about.rel is not None and about.rel.type == "on" else None
    down = ""
    if mount is not None and _is_left_for(does, mount):
        down = "".join(f"{_called(one, base)}从{_called(mount, base)}上下来，" for one in doers)
    return f"{gone}{down}{who}{does}"


_ANYHOW = frozenset({None, "hold", "lift", "sit", "ride", "stand", "walk", "embrace"})
"""Poses in which one may have anything in hand."""


def _is_left_for(does: str, mount: Thing) -> bool:
    """Whether who is to do that gets off: from a horse always, from a chair for what is done on foot."""
    on_foot = any(one.pose in ("walk", "run", "dance", "kick", "jump") for one in parse(f"人{does}").mentions)
    return mount.kind not in SEATS or on_foot


def _is_deed(first: Token) -> bool:
    """Whether what begins so tells what somebody does: 打篮球, 坐着看书; not a hat, a colour or the night."""
    if any(map(first.get, ("places", "styles"))):
        return False
    if (kind := first.get("kinds")) is not None:  # 骑自行车 names a cyclist
        return kinds()[kind].alive and first.text[0] in "骑踢打弹拉吹滑钓划举挥招鼓"
    return any(map(first.get, ("poses", "actions"))) or first.get("verbs") in ("hold", "wear", "ride")


def _rather(match: re.Match[str], base: Scene) -> str | None:
    """还是猫吧, 还是要蓝的: it becomes that."""
    what = match["what"]
    tokens = tokenise(what.removesuffix("的"))
    if tokens and all(token.get("colours") for token in tokens):
        return f"换成{what.removesuffix('的').removesuffix('色')}色"
    said = _one_noun(what)
    if said is None or any(one.kind == said.kind for one in base.objects) or said.counted:
        return None
    return f"换成{what}"


def _all_of_so_many(match: re.Match[str], base: Scene) -> str | None:
    """两个都要笑, of three of whom two are children: those two; where no two are of a sort, the two at the left."""
    many, who = _COUNTS[match["n"]], match["who"] or ""
    living = [one for one in _living(base) if not (one.rel is not None and one.rel.type == "wear")]
    there = named_in(who, base) if who else living
    among = [one for one in there if counts(match["m"], one.kind)] or there
    does = match["does"]
    if len(among) <= many or not among:
        return None
    groups = Counter(one.label for one in among)
    paired = [label for label, number in groups.items() if number == many]
    if len(paired) == 1:
        return f"所有的{paired[0]}{does}"
    people = [one for one in among if is_somebody(one.kind)]
    if len(people) == many:
        return "和".join(_called(one, base) for one in people) + f"都{does}"
    label, most = groups.most_common(1)[0]
    return f"左边{match['n']}{match['m']}{label}{does}" if most > many and not who else None


def _one_and_the_other(match: re.Match[str], base: Scene) -> str | None:
    """一个哭一个笑, of two: the one and the other."""
    living = [one for one in _living(base) if one.rel is None or one.rel.type not in ("wear", "hold")]
    if len(living) != 2 or any(one.id not in base.layout for one in living):
        return None
    first, second = sorted(living, key=lambda one: base.layout[one.id].x)
    if not all(_is_told(match[which]) for which in ("a", "b")):
        return None
    return f"{_called(first, base)}{match['a']}，{_called(second, base)}{match['b']}"


def _is_told(words: str) -> bool:
    """Whether it says what somebody does, or is like."""
    first = next(iter(tokenise(words)), None)
    looks = first is not None and any(map(first.get, ("moods", "colours", "sizes")))
    acts = (first is not None and _is_deed(first)) or any(one.mood for one in parse(f"猫{words}").mentions)
    return looks or acts


def _one_of_several(match: re.Match[str], base: Scene) -> str | None:
    """一个睡觉, of five: one of them."""
    first = next(iter(tokenise(match["does"])), None)
    alike = Counter(one.label for one in _living(base)).most_common(1)
    several = bool(alike) and alike[0][1] > 1
    return f"其中一{match['m']}{match['does']}" if several and first is not None and _is_deed(first) else None


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
    said = _one_noun(match["what"])
    if len(who) != 1 or said is None or _one_noun(match["who"]) is None or _PART.search(match["what"]):
        return None
    side = match["side"] if len(match["side"]) > 1 else f"{match['side']}面"
    kind = kinds()[said.kind or ""]
    indoors = kind.habitat == "indoor" and base.env.place in INDOORS
    taken_along = indoors or said.kind in ("tree", *TABLES) or match["side"][0] in "上里"
    come = "" if taken_along or named_in(match["what"], base) else f"加一个{match['what']}，"
    return f"{come}把{_called(who[0], base)}放到{match['what']}{side}"


_PART = re.compile(r"(?:头|背|肩|肩膀|身|脖子|手|怀|腿|膝盖)$")
"""On somebody, and not on a thing."""


def _comes_down(match: re.Match[str], base: Scene) -> str | None:
    """猫下来: from what it is on."""
    who = named_in(match["who"], base)
    host = base.thing(who[0].rel.to) if len(who) == 1 and who[0].rel is not None else None
    if host is None or not kinds()[who[0].kind].alive or who[0].rel is None or who[0].rel.type != "on":
        return None
    return f"{_called(who[0], base)}从{_called(host, base)}上下来"


def _helped_up(match: re.Match[str], base: Scene) -> str | None:
    """爸爸扶他起来: who lay stands up, and who helps is there, beside them."""
    whom = meant_by(match["whom"], base) if match["whom"] in ("他", "她", "它") else None
    whom = whom or next(iter(named_in(match["whom"], base)), None)
    if whom is None or len(_mentions(match["who"])) != 1:
        return None
    name = _called(whom, base)
    there = named_in(match["who"], base)
    helps = f"{match['who']}站在{name}旁边" if there else f"在{name}旁边加一个{match['who']}"
    return f"{name}站起来，{helps}"


def _of_nothing(match: re.Match[str], base: Scene) -> str | None:
    """风大一点: no kite grows for it.

    Raises:
        NotDrawable: nobody knows such a thing, and nothing of the picture is called so.
    """
    what = match["what"]
    if what not in _UNSEEN:
        tokens = tokenise(what)
        if any(token.get("places") for token in tokens):
            raise NotDrawable(notes.of_the_backdrop(what, "zh"))
        known = any(not token.unknown for token in tokens)
        if known or any(what in one.label or one.label in what for one in base.objects):
            return None
    raise NotDrawable(notes.not_in_picture(what, "zh"))


_UNSEEN = frozenset({"风", "声音", "力气", "速度", "味道", "温度", "音乐"})
"""What nobody sees."""


def _one_more_of_it(match: re.Match[str], base: Scene) -> str | None:
    """旁边再放一个, of the ball that was spoken of: one more of it."""
    about = base.thing(base.focus or "")
    if about is None or kinds()[about.kind].alive or about.rung == "signpost":
        return None
    colour = f"{names('zh', about.colour, table='colours')}色的" if about.colour in _PLAIN_COLOURS else ""
    return f"在{_called(about, base)}{match['side']}加{match['n']}个{colour}{names('zh', about.kind)}"


_PLAIN_COLOURS = frozenset(
    {"red", "blue", "green", "yellow", "white", "black", "pink", "purple", "orange", "brown"}
)


def _to_each(match: re.Match[str], base: Scene) -> str | None:
    """每碗加个蛋: one for each."""
    host = match["host"]
    there = [
        one
        for one in named_in(host, base) or base.objects
        if host in ("碗", "盘", "杯") or counts(host, one.kind)
    ]
    if not 1 < len(there) <= 8 or len(_mentions(match["what"])) != 1:
        return None
    what = re.sub(f"^(?:一|上)?{_MEASURE}", "", match["what"])
    return "，".join(f"在{_called(one, base)}上面加一个{what}" for one in there)


def _a_field_of(match: re.Match[str], base: Scene) -> str | None:
    """换成向日葵田, of a field of rape: of these."""
    many = Counter(one.label for one in base.objects if one.rel is None and not kinds()[one.kind].alive)
    label, count = many.most_common(1)[0] if many else ("", 0)
    return f"把所有的{label}换成{match['what']}" if count > 3 and len(_mentions(match["what"])) == 1 else None


def _mounts(match: re.Match[str], base: Scene) -> str | None:
    """骑士上马: he rides the horse that is there."""
    who = [one for one in named_in(match["who"], base) if is_somebody(one.kind)]
    mount = named_in(match["what"], base)
    return f"{match['who']}骑着{match['what']}" if len(who) == 1 and len(mount) == 1 else None


def _handed_over(match: re.Match[str], base: Scene) -> str | None:
    """伞给旁边的小猫: out of the one's hand into the other's, who comes along if need be."""
    held = [one for one in named_in(match["what"], base) if one.rel is not None and one.rel.type == "hold"]
    said = _one_noun(match["who"])
    if len(held) != 1 or said is None or not kinds()[said.kind or ""].alive or held[0].rel is None:
        return None
    there = named_in(match["who"], base)
    if there and there[0].id == held[0].rel.to:
        return None
    colour = f"{names('zh', held[0].colour, table='colours')}色的" if held[0].colour in _PLAIN_COLOURS else ""
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
    people = [one for one in _living(base) if is_somebody(one.kind)]
    about = named[0] if named else people[0] if len(people) == 1 and not match["who"] else None
    if about is None:
        return None
    told = f"{match['sex']}{names('zh', about.kind)}"
    tokens = tokenise(told)
    kind = tokens[0].get("kinds") if len(tokens) == 1 else None
    if kind == about.kind:
        raise NotDrawable(notes.already_so("zh"))
    return f"把{_called(about, base)}换成{told}" if kind is not None else None


def _also_there(match: re.Match[str], base: Scene) -> str | None:
    """旁边的女生在唱歌, where no girl is: one who does."""
    said = _one_noun(match["who"])
    about = _about(base)
    if said is None or about is None or not kinds()[said.kind or ""].alive or named_in(match["who"], base):
        return None
    first = next(iter(tokenise(match["does"])), None)
    if first is None or not _is_told(match["does"]):
        return None
    return f"在{_called(about, base)}旁边加一个{match['who']}{match['does']}"


def _is_not_there(match: re.Match[str], base: Scene) -> str | None:
    """船上没人: nobody is added for it.

    Raises:
        NotDrawable: it is not there already.
    """
    said = _one_noun(match["what"])
    if said is None:
        return None
    there = named_in(match["what"], base) or (
        [one for one in _living(base) if is_somebody(one.kind)] if match["what"] == "人" else []
    )
    if not there:
        raise NotDrawable(notes.already_so("zh"))
    return "，".join(f"去掉{label}" for label in dict.fromkeys(one.label for one in there))


def _a_bit_less(match: re.Match[str], base: Scene) -> str | None:
    """面少一点, of one bowl: it stays.

    Raises:
        NotDrawable: there is one, of which no part can go.
    """
    what = match["what"]
    there = named_in(what, base) or [one for one in base.objects if one.label.endswith(what)]
    if len(there) != 1 or kinds()[there[0].kind].alive or there[0].kind in ("cloud", "clouds"):
        return None
    raise NotDrawable(f"只有一个{there[0].label}，不能再少；可以变小，或去掉")


def _without_a_part(match: re.Match[str], base: Scene) -> str | None:
    """雪人少个鼻子: he stays, with all that he is drawn with.

    Raises:
        NotDrawable: it is no thing of its own.
    """
    if not named_in(match["who"], base) or named_in(match["part"], base):
        return None
    raise NotDrawable(notes.part_of_a_drawing(match["part"], "zh"))


def _each_in_turn(match: re.Match[str], base: Scene) -> str | None:
    """帽子分别是红黄蓝, of three: each in one of the colours."""
    said = _one_noun(match["what"])
    people = [one for one in _living(base) if one.id in base.layout]
    colours = match["colours"]
    if said is None or len(people) != len(colours):
        return None
    people.sort(key=lambda one: base.layout[one.id].x)
    clad = kinds()[said.kind or ""].wear is not None
    if not clad:
        return None
    verb = "穿" if said.kind in GARMENTS else "戴"
    return "，".join(
        f"{_called(one, base)}{verb}{colour}色的{match['what']}"
        for one, colour in zip(people, colours, strict=True)
    )


def _its_mother_comes(match: re.Match[str], base: Scene) -> str | None:
    """熊妈妈来了, of a small bear: a large one comes, and the small one stays small."""
    young = [one for one in named_in(match["who"], base) if is_animal(one.kind)]
    return f"在{_called(young[0], base)}旁边加一只大的{names('zh', young[0].kind)}" if young else None


def _several_come(match: re.Match[str], base: Scene) -> str | None:
    """同学们敬礼, where none are: some who do."""
    said = _one_noun(match["who"])
    if said is None or not kinds()[said.kind or ""].alive or named_in(match["who"], base):
        return None
    return f"加三个{match['who']}{match['does']}" if _is_told(match["does"]) else None


def _set_there(match: re.Match[str], base: Scene) -> str | None:
    """堆个雪人在中间: there it comes."""
    return f"在{match['where']}加{match['what']}" if len(_mentions(match["what"])) == 1 else None


def _parked(match: re.Match[str], base: Scene) -> str | None:
    """消防车停旁边, where none is: one that stands there."""
    said = _one_noun(match["what"])
    about = _about(base) or next(iter(base.objects), None)
    if said is None or about is None or named_in(match["what"], base) or kinds()[said.kind or ""].alive:
        return None
    return f"在{_called(about, base)}{match['side']}加一个{match['what']}"


def _of_nobody(clause: str, base: Scene) -> None:
    """牧童吹笛子, where nobody knows what a 牧童 is: nobody else plays the flute.

    Raises:
        NotDrawable: who is told of is unknown.
    """
    tokens = tokenise(clause)
    run = 0
    while run < len(tokens) and tokens[run].unknown and tokens[run].lang == "zh":
        run += 1
    who = "".join(token.text for token in tokens[:run])
    if not 1 < len(who) < 5 or run == len(tokens) or any(who in one.label for one in base.objects):
        return
    verb = tokens[run]
    does = verb.get("poses") or verb.get("moods") or verb.get("verbs") in ("hold", "wear", "ride")
    if does and not any(token.get("kinds") and kinds()[token.readings["kinds"]].alive for token in tokens):
        raise NotDrawable(notes.not_in_picture(who, "zh"))


def _before_the_house(match: re.Match[str], base: Scene) -> str | None:
    """门前站个男孩: before the one house that is there."""
    houses = [
        one
        for one in base.objects
        if one.rel is None and not kinds()[one.kind].alive and kinds()[one.kind].height_m >= HOUSE_M
    ]
    if len(houses) != 1 or named_in("门", base) or len(_mentions(match["what"])) != 1:
        return None
    return f"{_called(houses[0], base)}前面{match['does']}{match['what']}"


def _so_many_do(match: re.Match[str], base: Scene) -> str | None:
    """两个拿着饮料, of three."""
    first = next(iter(tokenise(match["does"])), None)
    return _all_of_so_many(match, base) if first is not None and _is_deed(first) else None


def _nobody(match: re.Match[str], base: Scene) -> str | None:
    """给他戴帽子, where nobody is: no hat by itself.

    Raises:
        NotDrawable: there is nobody.
    """
    if not _living(base):
        raise NotDrawable(notes.not_in_picture(match["who"], "zh"))
    return None


def _of_such_a_shape(match: re.Match[str], base: Scene) -> str | None:
    """灯笼改成兔子形状的: no rabbit in its place.

    Raises:
        NotDrawable: it is not drawn so.
    """
    if not named_in(match["what"], base):
        return None
    raise NotDrawable(f"画不出{match['how']}形状的{match['what']}；可以改颜色、大小，或换成别的东西")


def _those_there(match: re.Match[str], base: Scene) -> str | None:
    """两个雪人手拉手, of two snowmen that are there: those, and no more of them."""
    noun, *rest = tokenise(match["rest"]) or (None,)
    if noun is None or noun.get("kinds") is None or not rest:
        return None
    there = [one for one in _living(base) if one.label == noun.text] or named_in(noun.text, base)
    if len(there) != _COUNTS[match["n"]] or not kinds()[there[0].kind].alive:
        return None
    first = next(
        (token for token in rest if token.get("filler") is None and token.text not in "在正也都"), rest[0]
    )
    does = any(map(first.get, ("poses", "moods", "actions"))) or first.get("verbs") in ("hold", "wear")
    return f"所有的{match['rest']}" if does and not first.get("kinds") else None


def _some_of_them(match: re.Match[str], base: Scene) -> str | None:
    """其中两只换成黑的, of cats with bows: two cats."""
    there = [one for one in base.objects if counts(match["m"], one.kind)] or _living(base)
    groups = Counter(one.label for one in there)
    label, many = groups.most_common(1)[0] if groups else ("", 0)
    if many <= _COUNTS[match["n"]]:
        return None
    return f"左边{match['n']}{match['m']}{label}{match['rest']}"


_COUNTS = {"两": 2, "俩": 2, "三": 3, "四": 4}


def _so_many(match: re.Match[str], base: Scene) -> str | None:
    """苹果要三个: so many there are to be; candles on a cake that is drawn with some stand on one without."""
    said = _one_noun(match["what"])
    if said is None:
        return None
    number, measure = match["n"], match["m"]
    if measure in _VESSELS:
        return _so_many_full(match["what"], number, measure, base)
    if any(_is(one, said) for one in base.objects):
        return f"{match['what']}改成{number}{measure}"
    drawn = [one for one in base.objects if said.kind in kinds()[one.kind].has and kinds()[one.kind].bare]
    if len(drawn) != 1:
        return None
    host = names("zh", kinds()[drawn[0].kind].bare or drawn[0].kind)
    return f"去掉{match['what']}，{host}上插{number}{measure}{match['what']}"


_VESSELS = frozenset("碗盘杯瓶盆")
"""What is counted by what it is in, whose measure word is a noun, too."""
_NUMBERS = {word: at for at, word in enumerate("零一二三四五六七八九十")} | {"两": 2}


def _so_many_full(what: str, number: str, measure: str, base: Scene) -> str | None:
    """米饭要三碗: as many more, or fewer."""
    there = len(named_in(what, base))
    more = _NUMBERS.get(number, int(number) if number.isdigit() else 0) - there
    if not there or not more or abs(more) > 10:
        return None
    few = "零一两三四五六七八九十"[abs(more)]
    return f"再加{few}{measure}{what}" if more > 0 else f"去掉{few}{measure}{what}"


def _so_many_on(match: re.Match[str], base: Scene) -> str | None:
    """蛋糕上插三根蜡烛, of a cake that is drawn with candles: three, and no others."""
    said = _one_noun(match["what"])
    hosts = [one for one in named_in(match["host"], base) if kinds()[one.kind].bare]
    if said is None or len(hosts) != 1 or said.kind not in kinds()[hosts[0].kind].has:
        return None
    if any(_is(one, said) for one in base.objects):
        return None
    host = names("zh", kinds()[hosts[0].kind].bare or hosts[0].kind)
    return f"去掉{match['what']}，{host}上插{match['n']}{match['m']}{match['what']}"


def _after_them(match: re.Match[str], base: Scene) -> str | None:
    """后面追只狗: a dog that runs after whoever is there."""
    about, said = _about(base), _mentions(match["what"])
    if about is None or len(said) != 1 or not kinds()[said[0].kind or ""].alive:
        return None
    does = "跑着的" if match["does"] in "追跑" else "飞着的" if match["does"] == "飞" else ""
    where = match["where"].replace("身后", "后面").replace("身边", "旁边")
    return f"在{_called(about, base)}{where}加一{match['m']}{does}{match['what']}"


def _mounted(match: re.Match[str], base: Scene) -> str | None:
    """马背上骑个姑娘: a girl who rides the horse that is there."""
    hosts = [one for one in named_in(match["host"], base) if kinds()[one.kind].alive]
    if len(hosts) != 1 or len(_mentions(match["who"])) != 1:
        return None
    return f"一{match['m']}{match['who']}骑着{_called(hosts[0], base)}"


def _at_the_feet(match: re.Match[str], base: Scene) -> str | None:
    """脚边趴只猫, of who sits on a couch: before the couch, on the floor."""
    seats = [seat for one in _living(base) if (seat := _seat(one, base)) is not None]
    if not seats or len(_mentions(match["rest"])) != 1:
        return None
    return f"{_called(seats[0], base)}前面{match['rest']}"


def _other_hair(match: re.Match[str], base: Scene) -> str | None:
    """头发再短一点: the shorter cut."""
    named = [one for one in named_in(match["who"] or "", base) if is_somebody(one.kind)]
    people = [one for one in _living(base) if is_somebody(one.kind)]
    about = named[-1] if named else _about(base)
    about = about if about in people else next(iter(people), None)
    if about is None:
        return None
    worn = {one.kind for one in base.objects if one.kind in HAIR and one.rel and one.rel.to == about.id}
    cut = {"短": "short-hair", "长": "long-hair", "卷": "curly-hair"}[match["how"]]
    if cut in worn:
        raise NotDrawable(notes.already_so("zh"))
    return f"{_called(about, base)}换成{match['how']}发"


def _onlookers(match: re.Match[str], base: Scene) -> str | None:
    """小动物们在旁边看, of a hare and a tortoise that race: others."""
    if any(one.label.startswith(match["who"]) for one in base.objects):
        return None
    beasts = match["who"].endswith("动物")
    if not beasts and any(is_somebody(one.kind) for one in _living(base)):
        return None
    return f"旁边加三{'只' if beasts else '个'}{match['who']}"


def _warmly(match: re.Match[str], base: Scene) -> str | None:
    """都穿厚一点: padded jackets."""
    people = [one for one in _living(base) if is_somebody(one.kind)]
    named = [one for one in named_in(match["who"] or "", base) if one in people]
    if not people or (match["who"] and not named and match["who"] not in "他她它们大家都"):
        return None
    who = match["who"] if named else "所有人"
    return f"{who}穿上棉袄"


def _other_clothes(match: re.Match[str], base: Scene) -> str | None:
    """衣服换成西装: they have it on, whose clothes are part of their drawing."""
    said = _mentions(match["what"])
    if len(said) != 1 or said[0].kind not in GARMENTS or named_in("衣服", base):
        return None
    named = [one for one in named_in(match["who"] or "", base) if is_somebody(one.kind)]
    about = named[-1] if named else _about(base)
    if about is None or not is_somebody(about.kind):
        return None
    return f"{_called(about, base)}穿上{match['what']}"


_ROUND = frozenset({"moon", "full-moon", "sun", "ball", "soccer-ball", "basketball", "balloon", "earth"})


def _rounder(match: re.Match[str], base: Scene) -> str | None:
    """月亮圆一点: a crescent becomes full, and what is round stays.

    Raises:
        NotDrawable: it is as round as it can be.
    """
    named = named_in(match["what"], base)
    if any(one.kind == "crescent-moon" for one in named):
        return f"把{match['what']}换成满月"
    if named and all(one.kind in _ROUND for one in named):
        raise NotDrawable(notes.already_so("zh"))
    return None


def _comes_to_stand(match: re.Match[str], base: Scene) -> str | None:
    """乌龟在前面, of a tortoise that is there: before the other one."""
    there = named_in(match["who"], base)
    others = [one for one in _living(base) if one not in there]
    if len(there) != 1 or len(others) != 1 or not kinds()[there[0].kind].alive:
        return None
    if there[0].pose == others[0].pose == "run":
        return f"{match['who']}跑到前面" if "前" in match["side"] else f"{_called(others[0], base)}跑到前面"
    return f"{match['who']}在{_called(others[0], base)}{match['side']}"


def _shaped(match: re.Match[str], base: Scene) -> str | None:
    """桌子换成圆的, of which there is no drawing; a crescent moon may be full.

    Raises:
        NotDrawable: it is not drawn in that shape.
    """
    what, how = match["what"], match["how"]
    named = named_in(what, base)
    if not named:
        return None
    other = _one_noun(f"{how}{what.removesuffix('子')}") or _one_noun(f"{how}形{what}")
    if other is not None and other.kind != named[0].kind:
        return f"把{what}换成{other.label}"
    raise NotDrawable(f"画不出{how}的{what}；可以改颜色、大小，或换成别的东西")


_BIT = r"(?:一?[点些]儿?|一下)"
_TURNS: Sequence[tuple[Pattern, _Tell]] = tuple(
    (Pattern(source, re.NOFLAG), tell)
    for source, tell in (
        (r"(?:那)?还是(?:得|要|用|选)?(?:换|改|变|画)?(?:回|成|为|用|要|画)*(?P<what>[\u4e00-\u9fff]{1,6}?)(?:吧|好了?|算了)?", _rather),
        (r"(?:换|改|变)回(?:成|为|去)?(?P<what>[\u4e00-\u9fff]{1,6}?)(?:吧|好了?)?", _rather),
        (rf"(?:让|叫|给)?(?P<n>[两俩三四])(?P<m>{_MEASURE}|(?<=俩))(?P<who>[\u4e00-\u9fff]{{0,4}}?)(?:全都|全部|都|全)(?:要|得|给我|应该)?(?P<does>[^，。]{{1,12}})", _all_of_so_many),
        (r"(?:让|叫)?(?P<n>[两三四])(?P<m>[个位只名])(?P<who>)(?P<does>[^，。]{2,12})", _so_many_do),
        (r"(?:让|叫)?一(?:个|只)(?P<a>[^，。一个只的]{1,6}?)[，,、]?(?:另)?一(?:个|只)(?P<b>[^，。一个只的]{1,6})", _one_and_the_other),
        (r"(?:让|叫)?一(?P<m>个|只|位)(?P<does>[^，。的]{2,8})", _one_of_several),
        (r"(?:把)?(?P<host>[\u4e00-\u9fff]{1,4}?)(?P<side>上|里)面?的?(?:东西|物品)(?:都|全|全都)?(?:去掉|拿走|清空|收走|收拾掉|删掉|不要|拿掉|清掉|收起来)了?", _cleared),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:跑|走|跳|爬|飞)?(?:去|到)(?:了)?(?P<what>[\u4e00-\u9fff]{1,4}?)的?(?P<side>上面?|里面?|旁边|下面?|底下|前面|后面|后)(?:去)?了?", _goes_there),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:跳|走|爬|飞)?(?:下来|下去)(?:吧|了)?", _comes_down),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:把)?(?:扶|拉|搀)(?:着)?(?P<whom>他|她|它|[\u4e00-\u9fff]{1,4}?)(?:站)?起来", _helped_up),
        (rf"(?:把|让)?(?P<what>[\u4e00-\u9fff]{{1,3}}?)(?:再|更|稍微|要)*(?:大|小|高|矮|胖|瘦|长|短|粗|细|宽|厚){_BIT}", _of_nothing),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:再|稍微|弄|画)*少(?:一?[点些]儿?)", _a_bit_less),
        (r"(?P<who>[\u4e00-\u9fff]{1,4}?)少了?[个只条根]?(?P<part>鼻子|眼睛|耳朵|嘴巴?|尾巴|胳膊|手|脚|腿|翅膀|角|胡子|牙齿?)", _without_a_part),
        (r"(?:在)?(?P<where>[\u4e00-\u9fff]{0,4}?)(?:里|上)?(?:没有?|没了|不要有|别有)(?P<what>[\u4e00-\u9fff]{1,4}?)(?:了)?", _is_not_there),
        (r"(?P<what>[\u4e00-\u9fff]{1,4}?)(?:颜色)?(?:分别|依次)(?:是|为|要|穿|戴|换成|改成)?(?P<colours>[红黄蓝绿白黑紫粉橙棕灰]{2,5})(?:色)?(?:的)?", _each_in_turn),
        (r"(?:小)?(?P<who>[\u4e00-\u9fff]{1,3}?)(?:的)?(?:妈妈|爸爸|妈|爸)(?:也)?(?:来了|出现了?|回来了|走过来了?|跑过来了?)", _its_mother_comes),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4})们(?:都|也|在|正在|一起)*(?P<does>[^，。的]{1,8})", _several_come),
        (rf"(?:再)?(?:堆|放|加|摆|画|种|立|搭|来|停)(?:上)?(?P<what>一?{_MEASURE}[\u4e00-\u9fff]{{1,5}}?)在(?P<where>(?:正)?中间|旁边|左边|右边|前面|后面|远处)", _set_there),
        (r"(?P<what>[\u4e00-\u9fff]{1,4}?)(?:停|放|摆|立)(?:在)?(?P<side>旁边|前面|后面|左边|右边)", _parked),
        (rf"(?P<side>旁边|左边|右边|后面|前面|边上)(?:再|又)(?:放|摆|加|来|画|添)(?P<n>[一两三])(?:{_MEASURE})", _one_more_of_it),
        (rf"每(?:一)?(?P<host>{_MEASURE})(?:面|饭|里|上|都|里面|上面)*(?:再)?(?:加|放|插|添|摆)(?:上|个)?(?P<what>[\u4e00-\u9fff]{{1,5}})", _to_each),
        (r"(?:换|改)成(?:一大?片|一片)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:田|海|地|花田|花海)", _a_field_of),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:翻身|跳|骑|跨|爬|坐)?上(?:了)?(?P<what>马|驴|骆驼|大象|牛|自行车|摩托车)(?:背)?(?:了|去|吧)?", _mounts),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:递|交|让|送|分|借)?给(?:了)?(?:旁边|身边)?的?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:打|用|戴|拿|撑|遮雨|挡雨)?", _handed_over),
        (r"(?:把)?(?P<who>[\u4e00-\u9fff]{0,4}?)(?:(?:换|改|变)(?:成|为|个)(?:一?个)?|(?:应该|要|得)?是(?:个)?)(?P<sex>[男女])(?:的|生|性|士)?", _of_the_other_sex),
        (r"(?:在)?(?:旁边|一旁|边上)的?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:正|在|正在|也)+(?P<does>[^，。的]{1,8})", _also_there),
        (rf"(?:在)?(?:家|大|屋|房)?门前面?(?P<does>(?:再)?(?:站|坐|趴|蹲|躺|放|摆|停|种|有|来|加|立)(?:着|了)?)(?P<what>(?:一|两|三|几)?{_MEASURE}[\u4e00-\u9fff]{{1,6}})", _before_the_house),
        (r"给(?P<who>[他她])(?:戴|穿|系|围|披|背)[^，。]{1,10}", _nobody),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:都)?(?:换|改|变|做|弄)成?(?P<how>[\u4e00-\u9fff]{1,4}?)(?:形状|造型|样子|样式|款式)的?", _of_such_a_shape),
        (rf"(?:让|叫)?(?P<n>[两三四])(?P<m>{_MEASURE})(?P<rest>[^，。]{{2,14}})", _those_there),
        (rf"(?:让|把|给)?其中的?(?P<n>[两三四])(?P<m>{_MEASURE})(?P<rest>[^，。]{{1,10}})", _some_of_them),
        (rf"(?:把|让)?(?P<what>[\u4e00-\u9fff]{{1,5}}?)(?:一共|总共|应该|只)?(?:要|得有|改成|换成|变成|弄成|画成|来|(?=[两二三四五六七八九十2-9]))(?P<n>{_NUMBER})(?P<m>{_MEASURE})(?:就行|就够|就好|吧|了)*", _so_many),
        (rf"(?:在)?(?P<host>[\u4e00-\u9fff]{{1,5}}?)上面?(?:再)?(?:插|放|点|加|摆)(?:上|着|了)?(?P<n>{_NUMBER})(?P<m>{_MEASURE})(?P<what>[\u4e00-\u9fff]{{1,4}})", _so_many_on),
        (rf"(?P<where>后面|前面|旁边|身后|身边)(?:还|再|正)?(?P<does>[追跟跑走飞])(?:着|来|上来|过来|上)?了?(?:一)?(?P<m>{_MEASURE})(?P<what>[\u4e00-\u9fff]{{1,5}})", _after_them),
        (r"(?:在)?(?P<host>[\u4e00-\u9fff]{1,3}?)(?:的)?背?上(?:再)?(?:骑|坐)着?(?:了|一)?(?P<m>[个位名只])(?P<who>[\u4e00-\u9fff]{1,6})", _mounted),
        (rf"(?:在)?(?:脚边|脚下|脚旁)(?P<rest>(?:再)?(?:趴|坐|蹲|站|躺|来|放|有|卧|睡)着?(?:了|一)?{_MEASURE}[\u4e00-\u9fff]{{1,6}})", _at_the_feet),
        (rf"(?:把|让|给)?(?P<who>[\u4e00-\u9fff]{{0,5}}?)的?头发(?:再|更|稍微|可以|要|剪|留|弄|变|得)*(?P<how>[短长卷]){_BIT}", _other_hair),
        (r"(?P<who>小?动物|小伙伴|小朋友|同学|围观群众|村民)们?(?:也|都|正)?(?:站|坐|围)?在(?:旁边|一旁|边上|周围|四周)(?:观?看着?|围观|加油|鼓掌|欢呼|看热闹|助威)?", _onlookers),
        (rf"(?:给|让)?(?P<who>[\u4e00-\u9fff]{{0,4}}?)(?:都|全都)?(?:要|再)?(?:穿(?:得)?(?:再|更)?(?:厚|暖和?|多){_BIT}|多穿{_BIT}(?:衣服)?)", _warmly),
        (r"(?:把|给)?(?P<who>[\u4e00-\u9fff]{0,5}?)的?衣服(?:都)?(?:换|改|变)(?:成|为|上)(?P<what>[\u4e00-\u9fff0-9]{1,8})", _other_clothes),
        (rf"(?:让|把)?(?P<what>[\u4e00-\u9fff]{{1,4}}?)(?:再|更|要|画|变|弄|得)*圆{_BIT}", _rounder),
        (r"(?:让|叫)?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:站|跑|走|坐)?在(?P<side>最?[前后]面)", _comes_to_stand),
        (r"(?:把)?(?P<what>[\u4e00-\u9fff]{1,4}?)(?:都)?(?:换|改|变)成?(?:一?[张块个条])?(?P<how>圆|方|长方|椭圆|三角|八角|正方|长条)形?的", _shaped),
    )
)  # fmt: skip
"""Whole clauses, and what each is told as; None passes to the next."""
