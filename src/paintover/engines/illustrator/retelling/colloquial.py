"""What is said in passing, in Chinese, about a picture that is there: 多给几根, 给它加个朋友, 热闹一点, 背景换成学校.

Each such clause is told in the words that the grammar reads, or is refused with what can be done instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH, PAPERS
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.materials import material_words
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.called import VESSELS, called_so, drawn_with
from paintover.engines.illustrator.retelling.idiom_people import other_clothes
from paintover.engines.illustrator.retelling.others import called_apart, is_aside
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sprites.stock import colour_of, figure_of
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|然后|并且)")
_POLITE = re.compile(
    r"^(?:请|帮我|给我|麻烦|可以|能不能|能|那|就|嗯|好的?|对了|还是)+|(?:吧|呗|哈|啦|嘛|好吗|可以吗|行吗|谢谢)+$"
)
_BIT = r"(?:一?[点些]儿?|一下|了)?"
_MEASURE = "[个只头匹条根支枝架艘辆台棵朵位名颗块片本顶把杯盏座栋间张件双对群串]"


_COMPLAINED = Pattern(
    r"[^，,。]{0,6}太(?:大了[，,。 ]+(?=[^，。]*小)|小了[，,。 ]+(?=[^，。]*大)|多了[，,。 ]+|少了[，,。 ]+)",
    re.NOFLAG,
)
"""Why something is to be done, ahead of what is: 太大了，小一点."""


_GONE_FOR = Pattern(
    r"(?:把|将)?(?P<old>[^，。]{1,5}?)(?:都)?(?:去掉|拿掉|拿走|删掉|不要)了?[，, ]+(?:再|然后)?(?:换成|改成|换上)(?P<new>[^，。]{1,8})",
    re.NOFLAG,
)
"""筷子去掉，换成叉子: what goes gives way, and nothing else."""
_DOES_INSTEAD = Pattern(
    r"(?:换|改)成(?P<who>[\u4e00-\u9fff]{2,3}?)(?P<does>(?:在|来)?(?:做饭|炒菜|看|读|写|画|弹|唱|跳|跑|坐|站|躺|睡|骑|拿|抱|吃|喝|钓鱼|扫地|洗碗|浇花)[^。]*)",
    re.NOFLAG,
)
"""换成爸爸做饭，妈妈看报纸: who does what, of those who are there."""
_FACE_ALONE = Pattern(
    r"^(?:只|就)(?:要|看|画|留|拍)(?P<who>[\u4e00-\u9fff]{1,4}?的)?(?:脸|脸部|头像?)(?:就行|吧)?$",
    re.NOFLAG,
)
_RATHER = Pattern(
    r"(?:不对[，, ]*)?不是(?P<old>[^，。]{1,6})[，, ]*(?:而)?(?:是|要的?是?)(?P<new>[^，。]{1,8}?)(?:啊|呀|才对)?",
    re.NOFLAG,
)
_ALL_INSTEAD = Pattern(
    r"(?:都|全部?|全都)(?:去掉|不要|删掉|拿掉)了?[，, ]+(?:都|全部)?换成(?P<new>[^，。]{1,8})",
    re.NOFLAG,
)


class Refused(Exception):
    """Something that is asked cannot be done; the message says what can."""


def in_plain_chinese(prompt: str, base: Scene, seed: int) -> tuple[str, tuple[str, ...]]:
    """The wish with what is said in passing told plainly, and why some of it cannot be done."""
    if not re.search(r"[\u3400-\u9fff]", prompt):
        return prompt, ()
    kept: list[str] = []
    refused: list[str] = []
    prompt = _COMPLAINED.sub("", prompt)
    if (gone := _GONE_FOR.fullmatch(prompt.strip(" 。！!"))) is not None and _named(gone["old"], base):
        prompt = f"把{gone['old']}换成{gone['new']}"
    if (swapped := _DOES_INSTEAD.fullmatch(prompt)) is not None and _named(swapped["who"], base):
        prompt = f"{swapped['who']}{swapped['does']}"
    prompt = _FACE_ALONE.sub(r"\g<who>脸部特写", prompt)
    if (rather := _RATHER.fullmatch(prompt.strip(" 。！!"))) is not None and _named(rather["old"], base):
        prompt = f"把{rather['old']}换成{rather['new']}"
    if (instead := _ALL_INSTEAD.fullmatch(prompt.strip(" 。！!"))) is not None and base.objects:
        there = dict.fromkeys(
            chinese_name(one.kind) for one in base.objects if one.rel is None and one.rung != "signpost"
        )
        prompt = f"把{'和'.join(there)}都换成{instead['new']}"
    for clause in _CLAUSES.split(prompt):
        try:
            kept.append(_told(clause, base, seed))
        except Refused as why_not:
            refused.append(str(why_not))
    rest = "".join(kept)
    return (rest if any(letter.isalnum() for letter in rest) else ""), tuple(refused)


def _told(clause: str, base: Scene, seed: int) -> str:
    bare = clause.strip(" ~～.…")
    while (rest := _POLITE.sub("", bare).strip()) != bare:
        bare = rest
    for pattern, tell in _TURNS:
        if bare and (match := pattern.fullmatch(bare)) is not None:
            said = tell(match, base, seed)
            if said is not None:
                return said
    return _of_the_people(_told_apart(clause, base), base)


# Who is there


def _living(base: Scene) -> list[Thing]:
    return [one for one in base.objects if kinds()[one.kind].alive and one.rung != "signpost"]


def _bearer(one: Thing, base: Scene) -> Thing:
    """Who has it on or holds it; itself where nobody does."""
    seen: set[str] = set()
    while (
        one.rel is not None
        and (one.rel.part is not None or one.rel.type in ("wear", "hold"))
        and one.id not in seen
    ):
        seen.add(one.id)
        host = base.thing(one.rel.to)
        if host is None:
            break
        one = host
    return one


def _about(base: Scene) -> Thing | None:
    """Who is talked about: who has the newest thing, or the newest that lives."""
    focus = base.thing(base.focus or "")
    if focus is not None and kinds()[_bearer(focus, base).kind].alive:
        return _bearer(focus, base)
    living = _living(base)
    return living[-1] if living else None


def _named(words: str, base: Scene) -> list[Thing]:
    found = {mention.kind for mention in parse(words).mentions}
    named = [one for one in base.objects if one.kind in found]
    named = named or [one for one in base.objects if one.kind.rpartition("-")[2] in found]
    if not named and "dining-table" in found:
        named = [one for one in base.objects if one.kind in TABLES]
    return named


def chinese_name(kind: str) -> str:
    """What a kind is called among what is there: people without a trade by what they are."""
    return _PEOPLE.get(kind) or names("zh", kind)


_PEOPLE = {
    "person": "人", "man": "男人", "woman": "女人", "boy": "男孩", "girl": "女孩", "child": "孩子", "baby": "宝宝", "old-man": "老爷爷", "old-woman": "老奶奶",
}  # fmt: skip
"""What people are called whose trade nobody told."""


# What is told


def _one_more(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """多给几根, 再来两艘: so many more of what is counted so."""
    many = "两" if match["n"] in ("几", "些") else match["n"] or "一"
    if match["m"] == "张":  # another picture
        return None
    if match["m"] in _VESSELS:  # a noun as well: 再来一杯
        counted = [one for one in base.objects if counts(match["m"], one.kind)]
        about = next((one for one in counted if one.id == base.focus), counted[-1] if counted else None)
        return None if about is None else f"再加{many}{match['m']}{chinese_name(about.kind)}"
    return f"再加{many}{match['m']}"


_VESSELS = frozenset("杯碗盘瓶盒")


def _too(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """太小了: larger. Where what is to be done follows, it says nothing of its own."""
    who, how = match["who"], match["how"]
    if how in ("多", "少"):
        named = _named(who, base) if who else []
        if not named:
            return None
        return (
            f"去掉一个{chinese_name(named[0].kind)}"
            if how == "多"
            else f"再加一个{chinese_name(named[0].kind)}"
        )
    return f"{who or '它'}{'小' if how == '大' else '大'}一点"


def _around(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """让它们绕着一座山飞: they fly, and the mountain is there once."""
    goal = "" if _named(match["what"], base) else f"，来{match['what']}"  # a thing, and no peaks
    return f"让{match['who'] or '它们'}{match['how']}{goal}"


def _given(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """胡萝卜给它拿着: the carrot that is there."""
    named, about = _named(match["what"], base), _named(match["who"], base)
    if len(named) != 1 or named[0].rel is not None or kinds()[named[0].kind].alive:
        return None
    who = match["who"] if about else "它" if match["who"] in ("它", "他", "她") else None
    holder = _about(base) if who == "它" else about[-1] if about else None
    if holder is None:
        return None
    colour = f"{_COLOURS[named[0].colour]}的" if named[0].colour in _COLOURS else ""
    return f"去掉{match['what']}，给{chinese_name(holder.kind)}拿一个{colour}{chinese_name(named[0].kind)}"


def _of_a_material(match: re.Match[str], base: Scene, seed: int) -> str | None:
    if not _named(match["who"], base):
        return None
    if f"{match['of']}做的" in material_words("zh"):
        return f"{match['who']}变成{match['of']}做的"
    raise Refused(f"画不出{match['of']}做的{match['who']}；可以改颜色、大小，或换成别的东西")


def _handed(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """把宝宝给爸爸抱: from one's arms to another's, who comes along where he is not there."""
    named = _named(match["what"], base)
    if not named or named[0].rel is None or named[0].rel.type != "hold":
        return None
    said = [one for one in parse(match["who"]).mentions if one.kind is not None]
    if len(said) != 1:
        return None
    there = _named(match["who"], base)
    told = f"{match['who']}{match['how']}着{match['what']}"
    return told if there else f"加一个{match['who']}，{told}"


def _passed_on(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """把花给小猪戴: a flower, which is no garment, from one head to another."""
    named, about = _named(match["what"], base), _named(match["who"], base)
    worn = [one for one in named if one.rel is not None and one.rel.type == "wear" and one.rel.part == "head"]
    if len(worn) != 1 or not about or kinds()[worn[0].kind].wear is not None:
        return None
    colour = f"{_COLOURS[worn[0].colour]}的" if worn[0].colour in _COLOURS else ""
    return f"去掉{match['what']}，给{match['who']}头上戴一个{colour}{chinese_name(worn[0].kind)}"


def _such(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """再加一只小的: a small one of what is counted so, or is talked about."""
    if not all(any(token.get(role) is not None for role in _ADJECTIVES) for token in tokenise(match["how"])):
        return None
    counted = [one for one in base.objects if counts(match["m"], one.kind)] or list(base.objects)
    about = next((one for one in counted if one.id == base.focus), counted[-1] if counted else None)
    return (
        None
        if about is None
        else f"再加{match['n'] or '一'}{match['m']}{match['how']}的{chinese_name(about.kind)}"
    )


_ADJECTIVES = ("colours", "sizes", "patterns", "moods", "modifiers")


def _several(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """多几只小鸭子."""
    many = "两" if match["n"] in ("几", "些") else match["n"]
    return _told_apart(f"再加{many}{match['m']}{match['what']}", base)


def _rather_more(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """竹子多一点: of what is there."""
    named = _named(match["what"], base) or [
        one for mention in parse(match["what"]).mentions for one in called_so(base.objects, mention)
    ]
    if match["what"] in ("云", "云朵", "星星", "雨", "雪", "人", "行人", "人群", "路人"):
        return None
    if not named:
        lacking = [mention for mention in parse(match["what"]).mentions if mention.kind is not None]
        few = match.groupdict().get("n") or "三"
        return f"加{few}个{match['what']}" if len(lacking) == 1 else None
    many = match.groupdict().get("n") or "两"
    colour = f"{_COLOURS[named[-1].colour]}的" if named[-1].colour in _COLOURS else ""
    return f"再加{many}个{colour}{chinese_name(named[-1].kind)}"


def _just_more(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """多一点, of what is talked about."""
    focus = base.thing(base.focus or "")
    about = focus or _about(base) or (base.objects[-1] if base.objects else None)
    return None if about is None else f"再加两个{chinese_name(about.kind)}"


def _one_more_doing(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """再来一只面对着它: one more, and what it does."""
    rest = match["rest"]
    tokens = tokenise(rest)
    if (
        not tokens
        or any(token.get("kinds") for token in tokens[:1])
        or not (tokens[0].get("verbs") or tokens[0].get("poses") or tokens[0].get("actions"))
    ):
        return None
    counted = [one for one in base.objects if counts(match["m"], one.kind)]
    about = next((one for one in counted if one.id == base.focus), counted[-1] if counted else _about(base))
    if about is None:
        return None
    more = f"再加{match['n'] or '一'}{match['m']}{chinese_name(about.kind)}"
    return f"{more}，让它们面对面" if "面对" in rest else f"{more}{rest}"


_OPPOSITE = {
    "大": "小",
    "小": "大",
    "高": "矮",
    "矮": "高",
    "胖": "瘦",
    "瘦": "胖",
    "亮": "暗",
    "暗": "亮",
    "浅": "深",
    "深": "浅",
}


def _not_so(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """狼不要那么大: smaller, and still there."""
    return f"{match['who'] or '它'}{_OPPOSITE[match['how']]}一点"


def _set_up(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """旁边再堆一个雪人: it comes there, where nobody is said to make it."""
    if any(kinds()[one.kind].alive for one in _named(match["where"], base)):
        return None
    return f"{match['where']}加{match['what']}"


def _down(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """猫跳到地上: off the couch."""
    named = _named(match["who"], base) if match["who"] not in ("它", "他", "她", "") else [_about(base)]
    one = named[-1] if named else None
    rel = one.rel if one is not None else None
    if one is not None and rel is not None and (rel.type, rel.part) == ("hold", "hand"):
        holder = base.thing(rel.to)
        return None if holder is None else f"把{chinese_name(one.kind)}放在{chinese_name(holder.kind)}旁边"
    if one is None or rel is None or rel.type not in ("on", "inside") or rel.part is not None:
        return None
    host = base.thing(rel.to)
    return None if host is None else f"把{chinese_name(one.kind)}从{chinese_name(host.kind)}上拿下来"


def _goes(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """狼躲到树后面, where a tree comes along if there is none."""
    who, goal = match["who"], match["goal"]
    if not _named(who, base) or _named(goal, base):
        return f"把{who}移到{goal}{match['side']}" if _named(who, base) and match["how"] in "躲藏挪" else None
    said = [one for one in parse(goal).mentions if one.kind is not None]
    found = [one.kind for one in said if one.kind is not None]
    if len(found) != 1 or kinds()[found[0]].alive:
        return None
    if there := called_so(base.objects, said[0]):  # the bowl of noodles
        return f"把{who}移到{called_apart(base, there[0].id, chinese=True)}{match['side']}"
    return f"加一个{chinese_name(found[0])}，把{who}移到{chinese_name(found[0])}{match['side']}"


def _into(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """放在盘子里, with a plate that comes along."""
    focus = base.thing(base.focus or "") or (base.objects[-1] if base.objects else None)
    named = _named(match["who"] or "", base)
    one = named[-1] if named else focus
    found = [mention.kind for mention in parse(match["goal"]).mentions if mention.kind is not None]
    if one is None or len(found) != 1 or (match["who"] and not named):
        return None
    so = [one for mention in parse(match["goal"]).mentions for one in called_so(base.objects, mention)]
    if so and not _named(match["goal"], base):  # the bowl of noodles
        return f"把{chinese_name(one.kind)}放在{called_apart(base, so[0].id, chinese=True)}{match['side']}"
    before = "" if _named(match["goal"], base) else f"加一个{chinese_name(found[0])}，"
    return f"{before}把{chinese_name(one.kind)}放在{chinese_name(found[0])}{match['side']}"


def _one_of_each(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """一大一小 of two that are there."""
    first, second = match["a"], match["b"]
    return f"左边那个变{first}，右边那个变{second}" if len(base.objects) > 1 else None


def _leaves(match: re.Match[str], base: Scene, seed: int) -> str | None:
    trees = [one for one in base.objects if counts("棵", one.kind)]
    if not trees or _named("叶子", base):
        return None
    how = match["how"].removesuffix("的").removesuffix("色")
    return f"把{chinese_name(trees[-1].kind)}变成{how}色"


def _snowed(match: re.Match[str], base: Scene, seed: int) -> str | None:
    return "冬天，下雪" if base.env.place not in INDOORS | OFF_EARTH | set(PAPERS) else None


def _colourful(match: re.Match[str], base: Scene, seed: int) -> str | None:
    if len(_named(match["who"], base)) < 2:
        return None
    return f"把所有的{chinese_name(_named(match['who'], base)[0].kind)}变成红、黄、蓝、绿、粉"


def _without_those(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """去掉绿色的: what of the picture is green, the rightmost first."""
    tokens = tokenise(match["c"])
    colour = tokens[0].get("colours") if len(tokens) == 1 else None
    if colour is None:
        return None
    found = [one for one in base.objects if one.colour == colour]
    found = found or [one for one in base.objects if one.colour is None and colour_of(one) == colour]
    if not found:
        raise Refused(notes.not_in_picture(f"{match['c']}的东西", "zh"))
    found.sort(key=lambda one: -base.layout[one.id].x if one.id in base.layout else 0.0)
    return "，".join(f"去掉{called_apart(base, one.id, chinese=True)}" for one in found)


def _closed(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """伞收起来."""
    named = _named(match["what"], base)
    if not named:
        return None
    kind = named[-1].kind
    if kind in ("umbrella", "beach-umbrella") and match["how"][0] in "收合":
        return f"把{chinese_name(kind)}换成收起的伞"
    if kind == "closed-umbrella" and match["how"][0] in "打撑张":
        return "把收起的伞换成雨伞"
    raise Refused(f"{match['what']}画不出{match['how']}的样子；可以换掉、去掉，或改颜色、大小")


_OF_SOME = frozenset(
    [
        "桅杆",
        "船帆",
        "帆",
        "旗子",
        "旗帜",
        "甲板",
        "船身",
        "船体",
        "车灯",
        "车厢",
        "车头",
        "车把",
        "灯罩",
        "屏幕",
        "键盘",
        "琴弦",
        "剑柄",
        "剑刃",
        "奶油",
        "机翼",
        "机身",
        "塔身",
        "靠垫",
        "指针",
        "表盘",
    ]
)
"""Parts that only some things are drawn with."""


_OPENINGS = ("门", "窗", "窗户")


def _recoloured_part(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """屋顶改成红色: a part of a drawing has no colour of its own."""
    part = match["part"]
    having = drawn_with("帆" if part == "船帆" else part, base)
    in_it = part in VESSELS and having is not None
    if not in_it and (_named(part, base) or any(one.label == part for one in base.objects)):
        return None
    if not base.objects or (part in _OF_SOME | VESSELS and having is None):
        return None  # of which nothing is known
    if part in ("墙", "墙面", *_OPENINGS) and base.env.place in INDOORS:
        return None  # those of the room
    how = match["how"].removesuffix("的")
    if not how or not all(token.get("colours") or token.get("patterns") for token in tokenise(how)):
        return None
    houses = (
        [one for one in base.objects if any(counts(measure, one.kind) for measure in "座栋间")]
        if part in ("屋顶", "房顶", "墙", "墙面", "烟囱", "窗框", *_OPENINGS)
        else []
    )
    if part in _OPENINGS and not houses:
        return None
    whose = _named(match["whose"] or "", base)
    whole = chinese_name(
        (whose or ([having] if having else []) or houses or [_about(base) or base.objects[-1]])[-1].kind
    )
    raise Refused(f"{part}不能单独改颜色；可以整个改，例如“{whole}变成{how if len(how) > 1 else how + '色'}”")


def _of_that_sex(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """骑手是女的."""
    sex = {"女生": "女孩", "男生": "男孩"}.get(match["sex"], match["sex"])
    return f"把{match['who']}换成{sex}" if _named(match["who"], base) else f"换成{sex}"


def _is_so(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """小的那只是绿色的."""
    how = match["how"]
    tokens = tokenise(how)
    if not tokens or not all(token.get("colours") or token.get("patterns") for token in tokens):
        return None
    paint = how if how.endswith("色") or any(token.get("patterns") for token in tokens) else f"{how}色"
    return f"把{match['who']}变成{paint}"


def _too_has(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """儿子也戴: what was put on last."""
    focus = base.thing(base.focus or "")
    if focus is None or focus.rel is None or focus.rel.part is None:
        return None
    colour = f"{_COLOURS[focus.colour]}的" if focus.colour in _COLOURS else ""
    return f"给{match['who']}{match['how']}上一个{colour}{chinese_name(focus.kind)}"


def _mounts(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """骑上自行车: whoever is talked about."""
    words = match["who"] or ""
    named = _named(words, base)
    if words and not named and words not in ("他", "她", "它", "让他", "让她", "让它"):
        return None
    about = named[-1] if named else _about(base)
    return None if about is None else f"{chinese_name(about.kind)}骑着{match['what']}"


def _rider(match: re.Match[str], base: Scene, seed: int) -> str | None:
    mounts = [one for one in base.objects if one.kind in _MOUNTS]
    if not mounts:
        return None
    who = "一个骑士" if match["who"] == "骑士" else "一个男人"
    return f"加{who}骑着{chinese_name(mounts[-1].kind)}"


_MOUNTS = ("horse", "unicorn", "camel", "donkey", "elephant", "zebra", "ox", "deer", "dragon", "sauropod")


def _friend(match: re.Match[str], base: Scene, seed: int) -> str | None:
    named = _named(match["who"] or "", base)
    about = named[-1] if named else _about(base)
    if about is None:
        return None
    return f"再加一{'个' if is_somebody(about.kind) else '只'}{chinese_name(about.kind)}"


def _left(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """鸽子飞走了: it is not there any more."""
    pronoun = match["who"] in ("它", "他", "她", "它们")
    told = any(one.kind or one.side for one in parse(match["who"]).mentions)
    return f"去掉{match['who']}" if pronoun or told else None


def _told_apart(clause: str, base: Scene) -> str:
    """再来一只小鸭子 to ducks that are no ducklings: a small one."""
    clause = _BACK_SEAT.sub(lambda match: f"{_mount_name(base) or match[0]}上", clause)
    clause = _BODY.sub(lambda match: _whole(match[0], base), clause)
    if "小红帽" in clause and any(one.kind == "girl" for one in base.objects):
        clause = clause.replace("小红帽", "女孩")
    if not _ADDED.search(clause):
        return clause
    for token in tokenise(clause):
        kind = token.get("kinds")
        if kind is None or len(token.text) < 2 or not token.text.startswith("小") or not kinds()[kind].alive:
            continue
        alike = [one for one in base.objects if one.kind == kind]
        if alike and all(one.size is None and not one.label.startswith("小") for one in alike):
            return f"{clause[: token.start]}小的{chinese_name(kind)}{clause[token.end :]}"
    return clause


def _whole(part: str, base: Scene) -> str:
    """车身 is the bus."""
    measure = {"车": "辆", "机": "架", "船": "艘"}[part[0]]
    found = next((one for one in base.objects if counts(measure, one.kind)), None)
    return part if found is None else chinese_name(found.kind)


def _mount_name(base: Scene) -> str | None:
    """What has a back seat: the bicycle."""
    found = [one for one in base.objects if one.kind in ("bicycle", "motorcycle", "scooter", "tricycle")]
    return chinese_name(found[-1].kind) if found else None


_BACK_SEAT = re.compile(r"(?:车)?(?:后座|后面座位|后排|车座|座位)上")
_BODY = re.compile(r"[车机船]身")
_ADDED = Pattern(r"再|加|添|来|多|画", re.NOFLAG)


def _of_the_people(clause: str, base: Scene) -> str:
    """给他们都打上伞 where birds fly about: people are meant."""
    people = list(dict.fromkeys(one.kind for one in _living(base) if is_somebody(one.kind)))
    if not people or not any(is_animal(one.kind) for one in _living(base)) or not _THEY.search(clause):
        return clause
    named = "和".join(f"所有的{chinese_name(kind)}" for kind in people)
    return _THEY.sub(lambda match: f"{match[1] or ''}{named}", clause, count=1)


_THEY = Pattern(
    r"(?<![其])([给让把叫])(?:他们|她们|大家|每个人|所有人|人人|大伙儿?)(?=都|全|每|也|一起|戴|穿|打|拿|撑|坐|站|笑|开心|变|换)",
    re.NOFLAG,
)


def _lively(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """More people where people are or may well be."""
    people = [one for one in _living(base) if is_somebody(one.kind)]
    if (
        base.env.place in OFF_EARTH | {"underwater", "sea", "sky", "cave"}
        or base.sheet
        or base.env.place in PAPERS
    ):
        return None
    if not people and base.env.place not in _PEOPLED:
        return None
    there = Counter(one.kind for one in people)
    crowd = sorted(_CROWD, key=lambda kind: there[kind])[:3]
    told = "、".join(f"一个{chinese_name(kind)}" for kind in crowd)
    extra = _FESTIVE.get(base.env.place, "")
    if base.env.place in INDOORS:
        extra = "、三个气球"
    return f"加{told}{extra if not any(chinese_name(one.kind) in extra for one in base.objects) else ''}"


_PEOPLED = frozenset(
    {"street", "market", "park", "village", "playground", "beach", "stage", "garden", "stadium", "cafe", "rooftop", "castle", "classroom"}
)  # fmt: skip
_FESTIVE = {
    "market": "、两个灯笼",
    "village": "、两个灯笼",
    "park": "、三个气球",
    "playground": "、三个气球",
    "street": "、一只狗",
    "beach": "、一个球",
}
_CROWD = ("girl", "man", "woman", "boy", "old-man", "old-woman")


def _more_people(match: re.Match[str], base: Scene, seed: int) -> str | None:
    there = Counter(one.kind for one in _living(base))
    crowd = sorted(_CROWD, key=lambda kind: there[kind])[:3]
    return "加" + "、".join(f"一个{chinese_name(kind)}" for kind in crowd)


def _behind(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """背景换成学校: a school far behind, out of doors, instead of what stood there before."""
    what = match["what"]
    gone = dict.fromkeys(
        chinese_name(one.kind) for one in base.objects if one.size == "far" and one.rel is None
    )
    before = "".join(f"去掉{name}，" for name in gone if name not in what)
    said = parse(what)
    if any((said.place, said.time, said.weather, said.season, said.festival, said.style)):
        return f"{before}{match[0]}" if before and said.place else None
    if any(one.kind in shops() for one in said.mentions):
        return None  # one is inside of it then
    if any(token.get("colours") or token.get("patterns") for token in tokenise(what)):
        return None
    found = next((kinds()[one.kind] for one in said.mentions if one.kind is not None), None)
    if found is None and not any(token.unknown for token in tokenise(what)):
        return None
    if found is None or found.alive or found.height_m < 2 or found.habitat != "ground":
        raise Refused(f"画不出“{what}”这样的背景；可以换成海边、森林、城市、公园、教室、太空等，或一种颜色")
    name = next(chinese_name(one.kind) for one in said.mentions if one.kind is not None)
    outdoors = base.env.place not in _NO_HORIZON
    return f"{before}{'' if outdoors else '公园，'}加一座远远的{name}"


_NO_HORIZON = INDOORS | OFF_EARTH | set(PAPERS) | {"studio", "underwater", "sea", "sky", "cave", "tabletop"}


def _mood(match: re.Match[str], base: Scene, seed: int) -> str | None:
    mood = match["mood"]
    if not any(token.get("moods") for token in tokenise(mood)):
        return None
    return f"{match['who']}{mood}"


def _another_face(match: re.Match[str], base: Scene, seed: int) -> str | None:
    about = _about(base)
    if about is None:
        return None
    faces = [(mood, word) for mood, word in _FACES if mood != about.mood]
    return f"让它{faces[seed % len(faces)][1]}"


_FACES = (("happy", "开心"), ("surprised", "惊讶"), ("angry", "生气"), ("sad", "难过"))


def _turned(match: re.Match[str], base: Scene, seed: int) -> str | None:
    return f"让{match['who'] or '它'}转过来"


def _tinged(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """颜色浅一点: of what was coloured last, or is named."""
    words = (match["who"] or "").removesuffix("的")
    named = [] if words in ("", "它") else _named(words, base)
    focus = base.thing(base.focus or "")
    if words not in ("", "它") and not named:
        return None
    things = named or ([focus] if focus is not None and (focus.colour is not None or words == "它") else [])
    if not things:
        return None
    now = colour_of(things[0])
    tinge = "light" if match["how"] in ("浅", "淡") else "dark"
    before, _, plain = now.rpartition("-")
    if before == tinge or plain not in _COLOURS or (now, tinge) in (("white", "light"), ("black", "dark")):
        most = "最浅" if tinge == "light" else "最深"
        raise Refused(
            f"{chinese_name(things[0].kind)}的颜色已经是{most}的了；可以说换成什么颜色，例如“换成白色”"
        )
    told = _COLOURS[plain] if before else f"{'浅' if tinge == 'light' else '深'}{_COLOURS[plain]}"
    if plain in ("white", "black"):
        told = "浅灰色" if plain == "white" else "深灰色"
    whom = chinese_name(things[0].kind) if named else "它"
    return f"把{whom}变成{told}"


_COLOURS = {
    "red": "红色", "orange": "橙色", "yellow": "黄色", "green": "绿色", "blue": "蓝色", "purple": "紫色", "pink": "粉色", "brown": "棕色",
    "grey": "灰色", "gold": "金色", "cyan": "青色", "white": "白色", "black": "黑色", "beige": "米色", "olive": "橄榄色",
}  # fmt: skip


def _flavoured(match: re.Match[str], base: Scene, seed: int) -> str | None:
    colour = next((colour for fruit, colour in _FLAVOURS.items() if fruit in match["taste"]), None)
    if colour is None:
        raise Refused(f"“{match['taste']}味”看不出来；可以说要什么颜色，或上面放什么")
    return f"{match['before'] or ''}变成{colour}"


_FLAVOURS = {
    "草莓": "粉色", "樱桃": "红色", "巧克力": "棕色", "抹茶": "绿色", "香草": "米色", "香芋": "紫色", "蓝莓": "紫色", "葡萄": "紫色", "芒果": "橙色",
    "橙": "橙色", "柠檬": "黄色", "咖啡": "棕色", "西瓜": "红色", "桃": "粉色", "薄荷": "青色", "牛奶": "白色", "椰": "白色", "焦糖": "棕色", "苹果": "绿色",
}  # fmt: skip


def _new_hair(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """Hair in the cut that is told, or in one that whoever it is has not."""
    named = [one for one in _named(match["who"], base) if is_somebody(one.kind)]
    people = [one for one in _living(base) if is_somebody(one.kind)]
    about = named[-1] if named else _about(base)
    about = people[-1] if people and about not in people else about
    if about is None or (match["who"] and not named and match["who"] not in ("它", "他", "她")):
        return None
    has = {one.kind for one in base.objects if one.rel is not None and one.rel.to == about.id}
    cuts = ("curly-hair", "long-hair", "short-hair")
    told = match["cut"].removesuffix("发")
    cut = f"{told}发" if told else next(names("zh", one) for one in cuts if one not in has)
    return f"{chinese_name(about.kind)}换成{cut}"


def _aside(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """猫放到右边: to that side of the picture; where it is there already, as it is told."""
    named = _named(match["who"], base)
    side = "left" if match["side"] == "左" else "right"
    if len(named) != 1 or is_aside(base, named[0], side):
        return None
    return f"把{chinese_name(named[0].kind)}移到{match['side']}边"


def _looks_at(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """让妈妈看着儿子: she turns to where he stands, who stays there."""
    who, whom = _named(match["who"], base), _named(match["whom"], base)
    if len(who) != 1 or len(whom) != 1 or who == whom or not {who[0].id, whom[0].id} <= base.layout.keys():
        return None
    if not kinds()[whom[0].kind].alive:
        return None  # 看报纸
    side = "左" if base.layout[whom[0].id].x < base.layout[who[0].id].x else "右"
    name = chinese_name(who[0].kind)
    turns = len(figure_of(who[0]).anchors.eyes) == 2
    told = f"{name}注视着{chinese_name(whom[0].kind)}" if turns else f"让{name}面向{side}边"
    return told + (f"，让{name}{match['mood']}" if match["mood"] else "")


def _between_them(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """他俩中间放个碗: one, and not one for each."""
    pair = [one for one in _living(base) if is_somebody(one.kind)] or _living(base)
    if len(pair) != 2:
        return None
    at = {one.rel.to for one in pair if one.rel is not None}
    table = base.thing(at.pop()) if len(at) == 1 else None
    if table is not None and table.kind in TABLES:
        return f"在{chinese_name(table.kind)}上放{match['what']}"
    first, second = (called_apart(base, one.id, chinese=True) for one in pair)
    return f"在{first}和{second}中间放{match['what']}"


def _holds_instead(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """让他改拿一本书: the book comes for what is in his hand."""
    named = _named(match["who"], base) if match["who"] not in ("", "它", "他", "她") else []
    about = named[-1] if named else _about(base)
    held = [
        one
        for one in base.objects
        if about is not None
        and one.rel is not None
        and (one.rel.type, one.rel.to, one.rel.part) == ("hold", about.id, "hand")
    ]
    said = [mention.kind for mention in parse(match["new"]).mentions if mention.kind is not None]
    if about is None or any(kinds()[kind].alive for kind in said[1:]):  # 换成拿着气球的女孩
        return None
    return (
        f"把{chinese_name(held[-1].kind)}换成{match['new']}"
        if held
        else f"让{chinese_name(about.kind)}拿着{match['new']}"
    )


# What is refused


def _listed(base: Scene) -> str:
    counts = Counter(chinese_name(one.kind) for one in base.objects if one.rung != "signpost")
    return "、".join(list(counts)[:6])


def _superfluous(match: re.Match[str], base: Scene, seed: int) -> str | None:
    if not base.objects:
        return None
    named = _named(match.groupdict().get("what") or "", base)
    if len(named) > 1:
        raise Refused(f"图里有{len(named)}个{chinese_name(named[0].kind)}：说说留几个，例如“去掉两个”")
    raise Refused(f"说说去掉哪一样：图里有{_listed(base)}，例如“去掉{chinese_name(base.objects[-1].kind)}”")


def _other_clothes(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """给他换身衣服."""
    about = _about(base)
    who = match["who"] or (chinese_name(about.kind) if about is not None else "")
    return f"让{who}穿上{chinese_name(other_clothes(base))}" if who else None


def _part(match: re.Match[str], base: Scene, seed: int) -> str | None:
    part, how = match["part"], match["how"]
    whole = chinese_name((_about(base) or base.objects[-1]).kind) if base.objects else "它"
    if any(chinese_name(one.kind) == part or one.label == part for one in base.objects):
        return None
    word = tokenise(f"{match['who'] or ''}{part}")
    if len(word) == 1 and word[0].get("kinds") is not None and word[0].text != part:
        return None  # 骨头, 石头
    if part in ("身体", "身子", "个子", "个头", "体型"):
        return f"{match['who'] or whole}{how}一点"
    if part in ("肚子", "脸") and how in ("大", "胖", "圆", "小", "瘦"):
        return f"{match['who'] or whole}{'胖' if how in '大胖圆' else '瘦'}一点"
    raise Refused(f"{part}不能单独变{how}；可以整个变大变小、变高变矮、变胖变瘦，例如“{whole}高一点”")


_PARTS = "脖子|腿|耳朵|尾巴|鼻子|嘴巴|嘴|手臂|胳膊|手|脚|爪子|头|脑袋|眼睛|翅膀|犄角|角|脸|身体|身子|个子|个头|体型|肚子|象鼻|鬃毛|羽毛"
_TURNS: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], Scene, int], str | None]]] = tuple(
    (re.compile(pattern), tell)
    for pattern, tell in (
        (rf"(?:再|还要|又|另外)*(?:多|再)(?:给|[飞跑走游爬]?来|放|加|画|添|弄|拿|上)*(?:它|他|她|我)?(?P<n>[一两二三四五六七八九十几些]|\d{{1,2}})?(?P<m>{_MEASURE})", _one_more),
        (r"(?:这个?|那个?)?(?P<who>[^，。]{0,5}?)(?:有点|好像)?太(?P<how>大|小|多|少)了", _too),
        (r"(?:让|叫|使)?(?P<who>它们?|他们?|她们?|[^，。]{1,5}?)?(?:围?绕着?|围着)(?P<what>[^，。]{1,6}?)(?P<how>飞|跑|转|跳舞|走|游)(?:着|来飞去|起来|圈)?", _around),
        (r"(?:把)?(?P<what>[^，。]{1,5}?)(?:给|让)(?P<who>它|他|她|[^，。]{1,4}?)(?:拿着?|抱着?|举着?|握着?)", _given),
        (rf"(?P<what>[^，。]{{1,5}}?)(?:再|多|还要)+(?:来|加|画|放|添|给)?(?P<n>[一两二三四五六]|\d{{1,2}}){_MEASURE}", _rather_more),
        (r"(?:再|更|还要)*多(?:一?[点些]儿?)", _just_more),
        (rf"(?P<where>[^，。]{{0,8}}?)(?:再|又|还)?(?:堆|种|栽|铺|盖|建|搭|架|砌|垒|安)(?:上|起|了|个)?(?P<what>(?:[一两二三四五六几]|\d{{1,2}})(?:{_MEASURE}|圈|排|堵|盏)[^，。]{{1,8}})", _set_up),
        (r"(?P<who>[^，。]{0,5}?)(?:不要|别|不用)(?:画得?)?(?:那么|这么|太)(?P<how>[大小高矮胖瘦亮暗浅深])", _not_so),
        (r"(?:让|叫)?(?P<who>[^，。]{0,5}?)(?:(?:跳|走|爬|坐|躺|趴|站|跑|放)?(?:到|在)地(?:上|面上?|板上)(?:去)?|(?:跳|走|爬)下来)", _down),
        (r"(?:让|叫)?(?P<who>[^，。]{1,5}?)(?P<how>躲|藏|站|走|跑|挪|移|坐|蹲|飞)(?:到|在|去|进|(?<=[躲藏]))(?:一?[棵个座块张])?(?P<goal>[^，。]{1,5}?)的?(?P<side>后面|后边|背后|前面|旁边|下面|左边|右边|底下|后)(?:去)?", _goes),
        (r"(?:把)?(?P<who>[^，。]{0,5}?)(?:都|全)?(?:放|装|盛|摆)(?:在|到|进)(?:一?[个只张])?(?P<goal>[^，。]{1,5}?)(?P<side>里|上)(?:面|边)?", _into),
        (r"(?:让|把)?(?P<who>[^，。]{1,6}?)比(?P<whom>[^，。]{1,6}?)(?:稍微|再|更|要)*(?P<how>大|小|高|矮|胖|瘦)(?:得多|多|很多|一?[点些]儿?|一倍)?", lambda match, base, seed: f"{match['who']}{match['how']}一点"),
        (r"(?:把)?(?P<what>[^，。]{1,4}?)(?:给|让)(?P<who>[^，。]{1,5}?)(?:戴|插|别)(?:上|着|在头上)?", _passed_on),
        (r"(?:把)?(?P<who>[^，。]{1,6}?)(?:换|改|变)成(?P<of>砖头?|木头?|石头?|玻璃|金属|塑料|布|纸|冰|巧克力|毛线)(?:做|制)?的", _of_a_material),
        (r"(?:把)?(?P<what>[^，。]{1,4}?)(?:交给|递给|给|让)(?P<who>[^，。]{1,5}?)(?P<how>抱|拿|背|牵)(?:着|一下|一会儿?)?", _handed),
        (r"(?:把|让|将)?(?P<who>[^，。左右在]{1,6}?)(?:(?:应该|应当|要|得)?(?:放|站|摆|换|坐)(?:到|在|去)|(?:应该|应当|要|得)[在去到])(?:画面|图片?)?的?(?:最)?(?P<side>左|右)(?:边|侧|面)(?:去)?", _aside),
        (r"(?:让|叫)?(?P<who>[^，。]{1,6}?)(?:看|望|盯|面向|面对|面朝|转向|朝)(?:着|向)?(?P<whom>[^，。]{1,6}?)(?P<mood>微笑|大?笑|哭)?", _looks_at),
        (r"(?:在)?(?:他|她|它)(?:俩|们俩|们两个?人?|们)(?:的)?(?:中间|之间)(?:再)?(?:放|加|摆|画|添|来)(?:上)?(?P<what>[^，。]{1,10})", _between_them),
        (r"(?:再)?[往朝向](?P<where>[^，。]{1,6}?)(?P<side>里|中|上)面?(?:再)?(?:放|加|摆|添|装|插|搁)(?:上|个)?(?P<what>[^，。]{1,10})", lambda match, base, seed: f"在{match['where']}{'里' if match['side'] == '中' else match['side']}放{match['what']}" if _named(match["where"], base) else None),
        (r"(?:给|帮|让|把)?(?P<who>[^，。]{0,5}?)的?换(?:上|了|一下)?(?:一?[身件套])?(?:新的?|别的|其他的?|另外的?)?衣服(?:吧|了)?", _other_clothes),
        (r"(?:给|帮|让|把)?(?P<who>[^，。]{0,5}?)的?(?:换|改|变|做)(?:一?[个种下])?(?:成)?(?:新的?|别的|其他的?|另一[个种]|不同的?)?(?P<cut>)(?:发型|头型|发式)", _new_hair),
        (r"(?:给|帮|让|把)?(?P<who>[^，。]{0,5}?)的?头发(?:变|换|改|剪|留|烫|弄|做|长)(?:成|得|为)?(?:一?头)?(?:更|再)?(?P<cut>长发|短发|卷发|长|短|卷)(?:头发|发)?(?:的|了|一?[点些]儿?)?", _new_hair),
        (r"(?:给|帮|让|把)?(?P<who>[^，。]{0,5}?)的?(?:留|剪|烫|做)(?:成|了|个|一头)*(?P<cut>长|短|卷)(?:头)?发", _new_hair),
        (r"(?:让|叫|给)?(?P<who>[^，。]{0,5}?)(?:手[里上])?(?:改|换)(?:成|为)?(?:拿|举|抱|握)(?:着|上)?(?P<new>[^，。]{1,8})", _holds_instead),
        (r"(?P<who>[^，。给帮替]{1,6}?)(?:扎|梳|编|留)(?:着|上|了|起|成|个|一个|两条|条)*(?P<hair>辫子|麻花辫|马尾辫?|双马尾|丸子头|羊角辫)", lambda match, base, seed: f"{match['who']}换成{match['hair']}"),
        (r"一[只个匹头条辆]?(?P<a>大|小)一[只个匹头条辆]?(?P<b>小|大)", _one_of_each),
        (r"(?:树上的?|树的?)?(?:叶子|树叶)(?:都|全)?(?:变|换成|改成|变成|染成)(?P<how>[^，。]{1,4})(?:了)?", _leaves),
        (r"(?:改|变|换)(?:成|为)?(?:一?[个幅张])?雪景", _snowed),
        (r"(?:把)?(?P<who>[^，。]{1,5}?)(?:都|全)?(?:要|是|变成?|换成?|改成)(?:五颜六色|花花绿绿|各种颜色|不同颜色|彩色|颜色不(?:同|一样))(?:的)?", _colourful),
        (rf"(?:再|又)(?:来|加|画|添|放)(?:个)?(?P<n>[一两二三四五六])?(?P<m>{_MEASURE})(?P<rest>[^，。的]{{2,8}})", _one_more_doing),
        (r"(?:请|帮我)*(?:去掉|删掉|删除|移除|拿走|拿掉|不要|去除|擦掉|撤掉)(?:那[个只条些])?(?P<c>[\u4e00-\u9fff]{1,3}?)的(?:那?[一]?[个只条头匹辆朵颗])?(?:吧|了)?", _without_those),
        (r"(?:请|帮我)*(?P<how>合上|关上|关掉|关闭|打开|撑开|收起)(?P<what>[^，。的]{1,5})", _closed),
        (r"(?:把)?(?P<what>[^，。]{1,5}?)(?P<how>收起来|收起|合上|合起来|收拢|打开|撑开|张开|关上|关掉)", _closed),
        (r"(?:把|将)?(?:(?P<whose>[^，。]{0,6}?)的?)?(?P<part>碗|盘子?|杯子?|花盆|门|窗户?|屋顶|房顶|烟囱|桅杆|船帆|帆|旗子|旗帜|甲板|船身|船体|车灯|车厢|车头|车把|灯罩|屏幕|键盘|琴弦|剑柄|剑刃|奶油|机翼|机身|塔身|靠垫|指针|表盘|窗框|墙面|墙|车轮|轮子|轮胎|车窗|车门|花瓣|花心|叶子|树叶|树干|尾巴|耳朵|鼻子|眼睛|眉毛|嘴巴?|翅膀|爪子|犄角|鱼鳍|羽毛|胡子|脚|手|腿|肚子|脸)(?:的颜色)?(?:都|全)?(?:换|改|变|涂|染|画|调|刷|漆)(?:成|为)?(?P<how>[^，。]{1,5}?)了?", _recoloured_part),
        (r"(?:让|把)?(?:(?P<whose>[^，。]{0,6}?)的?)?(?P<part>碗|盘子?|杯子?|花盆|门|窗户?|屋顶|房顶|烟囱|桅杆|船帆|帆|旗子|旗帜|甲板|船身|船体|车灯|车厢|车头|车把|灯罩|屏幕|键盘|琴弦|剑柄|剑刃|奶油|机翼|机身|塔身|靠垫|指针|表盘|窗框|墙面|墙|车轮|轮子|轮胎|车窗|车门|花瓣|花心|叶子|树叶|树干|尾巴|耳朵|鼻子|眼睛|眉毛|嘴巴?|翅膀|爪子|犄角|鱼鳍|羽毛|胡子|脚|手|腿|肚子|脸)(?:的颜色)?(?:再|更|稍微|要|是|画|弄|变|涂|得)*(?P<how>[红白黑蓝绿黄粉紫灰橙棕]色?)(?:[红白黑蓝绿黄粉紫灰]?的|一?[点些]儿?|一些)", _recoloured_part),
        (r"(?P<who>(?:把|将)?[^，。]{0,6}?电脑)(?:换|改)成(?:一?[台个])?笔记本", lambda match, base, seed: f"{match['who']}换成笔记本电脑"),
        (rf"(?:再|还要|又|另外)*(?:给|[飞跑走游爬]?来|放|加|画|添|弄|要|上)+(?P<n>[一两二三四五六几]|\d{{1,2}})?(?P<m>{_MEASURE})(?P<how>[^，。的]{{1,4}})的", _such),
        (rf"(?:再)?多(?:来|给|画|加|放|要)?(?:它|我)?(?P<n>[一两二三四五六几]|\d{{1,2}})(?P<m>{_MEASURE})(?P<what>[^，。]{{1,8}})", _several),
        (rf"(?:把|让)?(?P<what>[^，。]{{1,5}}?)(?:再|要|可以|弄|画|加)*多(?:来|加|画|放|有|摆|弄|搞|整|添|挂|种)?(?:一?[点些]儿?|几(?:{_MEASURE}|[盆瓶碗盘袋盒筐堆]))", _rather_more),
        (r"(?:把|让)?(?P<who>[^，。是]{1,6}?)(?:应该|要|得|最好)?是(?:个)?(?P<sex>女的|男的|女生|男生|女孩|男孩|女人|男人)", _of_that_sex),
        (r"(?P<who>[^，。是]{1,8}?)(?:应该|要|得|都)?是(?P<how>[^，。]{1,5}?)的", _is_so),
        (r"(?:给|让)?(?P<who>[^，。]{1,6}?)也(?:要|得|给)?(?P<how>戴|穿|系|拿|背|围|举)(?:上|着|一[个顶条]|同样的)?", _too_has),
        (r"(?:让|叫)?(?P<who>[^，。]{0,5}?)骑(?![士手兵])(?:上|着|到)?(?:一?[匹辆头只把])?(?P<what>[^，。上]{1,5}?)(?:上)?", _mounts),
        (r"(?:再)?(?:加|画|来|添)(?:上)?(?:一?[个位名])?(?P<who>骑手|骑士|骑马的人|骑师)", _rider),
        (r"(?:给|帮|为)?(?P<who>它|他|她|[^，。]{1,6}?)?(?:再)?(?:加|找|添|来|画|配)(?:上)?(?:一?[个只位])?小?(?:朋友|伙伴|同伴|伴儿?|好朋友|小伙伴|玩伴|兄弟|姐妹|邻居)", _friend),
        (r"(?:让|叫|把)?(?P<who>[^，。]{1,6}?)(?:都|已经|也)?(?:飞走|开走|驶走|开远|跑走|跑掉|走掉|走开|离开|离去|消失|不见|游走|溜走|赶走)(?:了)?", _left),
        (r"(?:画面|气氛|场面|场景)?(?:再|更|弄|搞|要)*热闹(?:一?[点些]儿?|起来)?", _lively),
        (r"(?:人|人群|行人)(?:再|可以|要)*多(?:一?[点些]儿?)|(?:多|再)?(?:加|来|添)(?:一?[点些]|几个)人|多[点些]人", _more_people),
        (r"(?:把|将)?(?:背景|场景|地点|画面背景)(?:再|都)?(?:换|改|变|设|放|搬)?(?:成|为|到|在|要|是|用|改)+(?:一?[个座片间所栋])?(?P<what>[^，。]{1,8}?)(?:里|前面?|门口|的样子)?", _behind),
        (rf"(?P<who>(?:让|把|给|叫)?[^，。]{{0,6}}?)(?:的)?(?:脸上的?)?(?:表情|神情|神态)(?:再|更|要|变得?|换成|改成|变成|画得?|可以|能)*(?P<mood>[^，。]{{1,8}}?){_BIT}", _mood),
        (r"(?:换|改|变)(?:一?个|种|下)?(?:别的|其他的?|不同的)?表情", _another_face),
        (r"(?:让|把|叫)?(?P<who>[^，。]{0,6}?)(?:的?[头脸])?(?:转过头来?|回过头来?|回头|扭过头来?|转头|扭头|转过脸来?|调个头|掉个头|换个方向|朝另一边|转过身来?|头转过[来去]|脸转过[来去])(?:看看?)?(?:我们?|你|镜头|另一边)?", _turned),
        (r"(?:把|让)?(?P<who>[^，。]{0,6}?)(?:的?颜色|色)?(?:再|更|稍微|要)*(?:(?:弄|调|变|改)得?(?P<did>))?(?P<how>浅|淡|深|暗)(?:(?:一?[点些]|些)|(?(did)|(?!)))", _tinged),
        (r"(?P<before>(?:把|将)?[^，。]{0,8}?)(?:换|改|变)(?:成|为)?(?P<taste>[^，。]{1,6}?)(?:口)?味的?", _flavoured),
        (r"(?:画面|图|背景|整体)?(?:再|更|弄|收拾|画)*(?:得)?(?:干净|简洁|清爽|整洁)(?:一?[点些])?", _superfluous),
        (r"(?:去掉|删掉|删除|拿掉|清理|清掉)(?:所有|一些)?(?:多余|没用|不需要|不必要)的?(?P<what>[^，。]{0,6}?)", _superfluous),
        (rf"(?:把|让)?(?P<who>它|他|她|[^，。]{{0,5}}?)(?:的)?(?P<part>{_PARTS})(?:再|更|可以|要|弄|画|变|得)*(?P<how>长|短|大|小|粗|细|胖|瘦|圆|尖|高)(?:一?[点些]|些)", _part),
    )
)  # fmt: skip
"""Whole clauses, and what each is told as; None passes to the next."""
