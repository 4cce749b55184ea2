"""How somebody or the whole picture looks, in passing, in Chinese: 太小了, 颜色浅一点, 换成雪景, 背景换成学校."""

from __future__ import annotations

import re

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH, PAPERS
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.materials import material_words
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds, parts_of
from paintover.engines.illustrator.retelling.called import VESSELS, drawn_with, in_the_backdrop
from paintover.engines.illustrator.retelling.chinese_terms import (
    COLOURS,
    Refused,
    chinese_name,
    named_in,
    talked_about,
)
from paintover.engines.illustrator.retelling.idiom_people import other_clothes
from paintover.engines.illustrator.retelling.talk import living_in
from paintover.engines.illustrator.retelling.tinged import a_step
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sprites.stock import colour_of
from paintover.engines.illustrator.staging.likeness import is_somebody


def too_much(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """太小了: larger. Where what is to be done follows, it says nothing of its own."""
    who, how = match["who"], match["how"]
    if how in ("多", "少"):
        named = named_in(who, base) if who else []
        if not named:
            return None
        return (
            f"去掉一个{chinese_name(named[0].kind)}"
            if how == "多"
            else f"再加一个{chinese_name(named[0].kind)}"
        )
    return f"{who or '它'}{'小' if how == '大' else '大'}一点"


def of_a_material(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """把房子变成木头做的: of another material, where there is one.

    Raises:
        Refused: nothing is drawn of that material.
    """
    if not named_in(match["who"], base):
        return None
    if f"{match['of']}做的" in material_words("zh"):
        return f"{match['who']}变成{match['of']}做的"
    raise Refused(f"画不出{match['of']}做的{match['who']}；可以改颜色、大小，或换成别的东西")


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


def not_so(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """狼不要那么大: smaller, and still there."""
    return f"{match['who'] or '它'}{_OPPOSITE[match['how']]}一点"


def one_of_each(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """一大一小 of two that are there."""
    first, second = match["a"], match["b"]
    return f"左边那个变{first}，右边那个变{second}" if len(base.objects) > 1 else None


def recoloured_leaves(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """叶子变黄: the leaves of the tree that is there, told as the tree; None where there is none."""
    trees = [one for one in base.objects if counts("棵", one.kind)]
    if not trees or named_in("叶子", base):
        return None
    how = match["how"].removesuffix("的").removesuffix("色")
    return f"把{chinese_name(trees[-1].kind)}变成{how}色"


def snowed(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """换成雪景: winter with snow, where it can fall; None elsewhere."""
    return "冬天，下雪" if base.env.place not in INDOORS | OFF_EARTH | set(PAPERS) else None


def colourful(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """气球弄得五颜六色: all of several of a kind in colours by turns; None of one alone."""
    if len(named_in(match["who"], base)) < 2:
        return None
    return f"把所有的{chinese_name(named_in(match['who'], base)[0].kind)}变成红、黄、蓝、绿、粉"


def closed_or_opened(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """伞收起来.

    Raises:
        Refused: no drawing shows it so, or it is not there.
    """
    what = match["what"].removeprefix("那扇").removeprefix("那个")
    named = named_in(what, base)
    if not named:
        _refuse_what_is_not_there(what, match["how"], base)
        return None
    kind = named[-1].kind
    if kind in ("umbrella", "beach-umbrella") and match["how"][0] in "收合":
        return f"把{chinese_name(kind)}换成收起的伞"
    if kind == "closed-umbrella" and match["how"][0] in "打撑张":
        return "把收起的伞换成雨伞"
    raise Refused(_NOT_SO.format(what, match["how"]))


_NOT_SO = "{}画不出{}的样子；可以换掉、去掉，或改颜色、大小"


def _refuse_what_is_not_there(what: str, how: str, base: Scene) -> None:
    """What is to be opened or shut is no thing of the picture: none comes for that, but the answer says why.

    Raises:
        Refused: it is part of something there, or of the backdrop, or it is not there.
    """
    whole, read = what.removesuffix("的门").removesuffix("门"), parse(what).mentions
    is_part = any(one.kind in parts_of(thing.kind for thing in base.objects) for one in read)
    if is_part or in_the_backdrop(what, base) or (whole and whole != what and named_in(whole, base)):
        raise Refused(_NOT_SO.format(what, how))
    kind = next((one.kind for one in parse(whole or what).mentions if one.kind is not None), None)
    if kind is not None and not kinds()[kind].alive and kind not in _LIT:
        raise Refused(notes.not_in_picture(whole or what, "zh"))


_LIT = frozenset({"lamp", "floor-lamp", "light-bulb", "candle", "lantern", "flashlight", "streetlight"})
"""What is switched on, which is no opening: a room has lamps that are no things."""
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


def _is_a_house(one: Thing) -> bool:
    """Whether it has a roof and walls, by what it is counted with or called."""
    called = chinese_name(one.kind)
    return any(counts(measure, one.kind) for measure in "座栋间") or called.endswith(
        tuple("屋房楼馆店塔殿庙亭")
    )


def recoloured_part(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """屋顶改成红色: a part of a drawing has no colour of its own."""
    part = match["part"]
    having = drawn_with("帆" if part == "船帆" else part, base)
    in_it = part in VESSELS and having is not None
    if not in_it and (named_in(part, base) or any(one.label == part for one in base.objects)):
        return None
    if not base.objects or (part in _OF_SOME | VESSELS and having is None):
        return None  # of which nothing is known
    if part in ("墙", "墙面", *_OPENINGS) and base.env.place in INDOORS:
        return None  # those of the room
    how = match["how"].removesuffix("的")
    if not how or not all(token.get("colours") or token.get("patterns") for token in tokenise(how)):
        return None
    of_a_house = part in ("屋顶", "房顶", "墙", "墙面", "烟囱", "窗框", *_OPENINGS)
    houses = [one for one in base.objects if of_a_house and _is_a_house(one)]
    if part in _OPENINGS and not houses:
        return None
    whose = named_in(match["whose"] or "", base)
    whole = chinese_name(
        (whose or ([having] if having else []) or houses or [talked_about(base) or base.objects[-1]])[-1].kind
    )
    raise Refused(f"{part}不能单独改颜色；可以整个改，例如“{whole}变成{how if len(how) > 1 else how + '色'}”")


def is_one(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """摊主是个阿姨: who is there becomes one, and where nobody is there, one comes."""
    said = [mention for mention in parse(match["whom"]).mentions if mention.kind is not None]
    who = [one.kind for one in parse(match["who"]).mentions if one.kind is not None]
    if len(said) != 1 or len(who) != 1 or not is_somebody(said[0].kind or "") or not is_somebody(who[0]):
        return None
    there = [one for one in named_in(match["who"], base) if is_somebody(one.kind)]
    return f"{match['who']}换成{match['whom']}" if there else f"加一个{match['whom']}"


def of_that_sex(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """骑手是女的."""
    sex = {"女生": "女孩", "男生": "男孩"}.get(match["sex"], match["sex"])
    return f"把{match['who']}换成{sex}" if named_in(match["who"], base) else f"换成{sex}"


def made_so(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """小的那只是绿色的."""
    how = match["how"]
    tokens = tokenise(how)
    if not tokens or not all(token.get("colours") or token.get("patterns") for token in tokens):
        return None
    paint = how if how.endswith("色") or any(token.get("patterns") for token in tokens) else f"{how}色"
    return f"把{match['who']}变成{paint}"


def too_has(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """儿子也戴: what was put on last."""
    focus = base.thing(base.focus or "")
    if focus is None or focus.rel is None or focus.rel.part is None:
        return None
    colour = f"{COLOURS[focus.colour]}的" if focus.colour in COLOURS else ""
    return f"给{match['who']}{match['how']}上一个{colour}{chinese_name(focus.kind)}"


def far_behind(match: re.Match[str], base: Scene, seed: int) -> str | None:
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
        raise Refused(notes.no_background(what, "zh"))
    name = next(chinese_name(one.kind) for one in said.mentions if one.kind is not None)
    outdoors = base.env.place not in _NO_HORIZON
    return f"{before}{'' if outdoors else '公园，'}加一座远远的{name}"


_NO_HORIZON = INDOORS | OFF_EARTH | set(PAPERS) | {"studio", "underwater", "sea", "sky", "cave", "tabletop"}


def in_that_mood(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """猫开心一点: the mood as it is said; None where none was named."""
    mood = match["mood"]
    if not any(token.get("moods") for token in tokenise(mood)):
        return None
    return f"{match['who']}{mood}"


def another_face(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """换个表情: a face by the seed that it does not make now; None where nobody is meant."""
    about = talked_about(base)
    if about is None:
        return None
    faces = [(mood, word) for mood, word in _FACES if mood != about.mood]
    return f"让它{faces[seed % len(faces)][1]}"


_FACES = (("happy", "开心"), ("surprised", "惊讶"), ("angry", "生气"), ("sad", "难过"))


def tinged(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """颜色浅一点: of what was coloured last, or is named."""
    words = (match["who"] or "").removesuffix("的")
    named = [] if words in ("", "它") else named_in(words, base)
    focus = base.thing(base.focus or "")
    if words not in ("", "它") and not named:
        return None
    things = named or ([focus] if focus is not None and (focus.colour is not None or words == "它") else [])
    if not things:
        return None
    now = colour_of(things[0])
    tinge = "light" if match["how"] in ("浅", "淡") else "dark"
    then = a_step(now, tinge)
    before, _, plain = (then or "").rpartition("-")
    if then is None or plain not in COLOURS:
        most = "最浅" if tinge == "light" else "最深"
        raise Refused(
            f"{chinese_name(things[0].kind)}的颜色已经是{most}的了；可以说换成什么颜色，例如“换成白色”"
        )
    told = {"light": "浅", "dark": "深"}.get(before, "") + COLOURS[plain]
    whom = chinese_name(things[0].kind) if named else "它"
    return f"把{whom}变成{told}"


def flavoured(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """草莓味的: in the colour of what it tastes of.

    Raises:
        Refused: nobody can see that taste.
    """
    colour = next((colour for fruit, colour in _FLAVOURS.items() if fruit in match["taste"]), None)
    if colour is None:
        raise Refused(f"“{match['taste']}味”看不出来；可以说要什么颜色，或上面放什么")
    return f"{match['before'] or ''}变成{colour}"


_FLAVOURS = {
    "草莓": "粉色", "樱桃": "红色", "巧克力": "棕色", "抹茶": "绿色", "香草": "米色", "香芋": "紫色", "蓝莓": "紫色", "葡萄": "紫色", "芒果": "橙色",
    "橙": "橙色", "柠檬": "黄色", "咖啡": "棕色", "西瓜": "红色", "桃": "粉色", "薄荷": "青色", "牛奶": "白色", "椰": "白色", "焦糖": "棕色", "苹果": "绿色",
}  # fmt: skip


def new_hair(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """Hair in the cut that is told, or in one that whoever it is has not."""
    named = [one for one in named_in(match["who"], base) if is_somebody(one.kind)]
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    about = named[-1] if named else talked_about(base)
    about = people[-1] if people and about not in people else about
    if about is None or (match["who"] and not named and match["who"] not in ("它", "他", "她")):
        return None
    has = {one.kind for one in base.objects if one.rel is not None and one.rel.to == about.id}
    cuts = ("curly-hair", "long-hair", "short-hair")
    told = match["cut"].removesuffix("发")
    cut = f"{told}发" if told else next(names("zh", one) for one in cuts if one not in has)
    return f"{chinese_name(about.kind)}换成{cut}"


def dressed_otherwise(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """给他换身衣服."""
    about = talked_about(base)
    who = match["who"] or (chinese_name(about.kind) if about is not None else "")
    return f"让{who}穿上{chinese_name(other_clothes(base))}" if who else None


def part_alone(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """尾巴长一点: a part told of what has it; None where the part is a thing of its own."""
    part, how = match["part"], match["how"]
    whole = chinese_name((talked_about(base) or base.objects[-1]).kind) if base.objects else "它"
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
