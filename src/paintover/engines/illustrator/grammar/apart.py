"""What is told of each of several, one by one, whatever stands between: "two girls playing badminton, one in white and one in
purple", 两只狗在拔河，一只棕色一只白色. Each is told by a phrase of its own where the several were named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from paintover.engines.illustrator.grammar.among import told_among_en, told_among_zh
from paintover.engines.illustrator.grammar.apart_abroad import named_behind, told_apart_abroad
from paintover.engines.illustrator.grammar.deeds import shown
from paintover.engines.illustrator.grammar.lexicon import singular_of
from paintover.engines.illustrator.grammar.picks import picked_en, picked_zh
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_QUOTES = '“”「」『』《》"'
_MANY_EN = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}
_MANY_ZH = {"几": 3, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_CLASSIFIER = "[个只头匹条辆朵位名棵艘架]"
_TOTAL_ZH = re.compile(rf"(?P<n>[几两二三四五六2-6])(?P<of>{_CLASSIFIER})")
_TOTAL_EN = re.compile(r"\b(?P<n>two|three|four|five|six|[2-6]) (?=[a-z])", re.IGNORECASE)
_ITEM_ZH = re.compile(
    rf"(?<![着了穿戴拿抱有是骑第每牵举])(?P<of_them>其中有?|(?<=[，, ])有)?(?:另外?)?(?P<n>[一两二三四])(?P<of>{_CLASSIFIER})(?:呢|则)?"
)
_ITEM_EN = Pattern(
    r"(?:^|(?<=[,;.:(]) |(?<=[,;.:(])|(?<= )|- )(?:and |while |with |but )*(?P<n>(?<!the )one|another|the (?:others|rest|remaining ones)|the (?:other|first|second|third|last)(?: one)?|an? (?P<kind>big|large|small|little|tall|short|fat|thin|old|young|red|blue|black|white|green|yellow|brown|pink|orange|purple|grey|gray) one|the (?P<size>taller|shorter|bigger|smaller|larger|older|younger|big|small|tall|short|little)(?: one| boy| girl| kid| man| woman| cat| dog)?|(?<!the )(?:two|three))(?P<of> of (?:them|which|whom))?\b(?! of\b)(?:(?<= one)|(?! and\b))"
)
_ANOTHER_ZH = Pattern(
    rf"[，,、；;。 ]*(?:而|还有)?另外?(?P<n>[一两])(?P<of>{_CLASSIFIER})(?:呢|则)?", re.NOFLAG
)
_VERBS = "骑打拉弹吹踢跳跑滑冲钓游划举放做"
_NUMBERS_ZH = "零一两三四五六"
_ENDS_ZH = re.compile(r"[，,。；;、!！)）\n]|而|和另|还有")
_ENDS_EN = re.compile(
    r"[,;.!)\n]| and(?= (?:one|another|an? [a-z]+ one|the other|two|three|the (?:first|second|third|last|shorter|smaller|younger|taller|bigger|older|small|big))\b)| while | but "
)
_TRIM_EN = re.compile(r"^(?:(?:is|are|was|were|being|be)\b ?)+", re.IGNORECASE)
_ALIKE = frozenset({"sheep", "fish", "deer"})
"""Plurals that look like one."""
_SIZES = dict.fromkeys(("taller", "bigger", "larger", "big"), "big") | dict.fromkeys(
    ("shorter", "smaller", "younger", "small", "little"), "small"
)
_BUILDS = {"tall": "big", "short": "small", "fat": "big", "thin": "small", "old": "big", "young": "small"}
_ADJECTIVES = (
    "big|large|small|little|old|young|red|blue|black|white|green|yellow|brown|pink|orange|purple|grey|gray"
)
_LOOKS = ("colours", "sizes", "patterns", "moods")
_SKIPPED = frozenset(
    {"", ",", ";", ".", ":", "(", "-", "and", "with", "，", "、", "；", "：", "（", "和", "。", "而", "其中"}
)


class _Item(NamedTuple):
    many: int
    said: str
    start: int
    end: int
    of_them: bool = False


def told_apart(text: str) -> str:
    """The wish for a new picture with what is told one by one told where those are named."""
    if any(mark in text for mark in _QUOTES):
        return text
    text = told_among_zh(told_among_en(text, _of_so_many, singular_of), _noun_after)
    english = picked_en(
        _english(told_apart_abroad(named_behind(text))), _plural_after, _of_so_many, singular_of
    )
    return _chinese(english)


# Chinese


def _chinese(text: str) -> str:
    text = picked_zh(_told_before(_another(_by_name(_respectively(_by_size(text))))), _noun_after)
    for total in _TOTAL_ZH.finditer(text):
        noun = _noun_after(text, total.end())
        if noun is None:
            continue
        items = _items_zh(text, noun[1], total["of"])
        many = _MANY_ZH.get(total["n"]) or int(total["n"])
        left = many - sum(one.many for one in items)
        if not items or left < 0 or not _clear(text, noun[1], items):
            continue
        if left if not items[0].of_them else len(items) < 2 and not left:
            continue
        if kinds()[noun[0].readings["kinds"]].alive and any(map(_is_a_thing, items)):
            continue  # 两个孩子，一个苹果和一个三明治: the children have them
        listed = "、" in text[noun[1] : items[0].start]
        if any(_is_somebody_else(one, noun[0], listed=listed) for one in items):
            continue  # 三个男孩踢球，两个女孩跳绳，一位老师吹哨子
        named = text[total.end() : noun[1]]
        between = text[noun[1] : items[0].start].rstrip("，,：:；;、 。（(")
        behind = text[items[-1].end :].lstrip("）)")
        if (told := _one_by_one(items, total["of"], named, between, behind, left)) is not None:
            return f"{text[: total.start()]}{told}{behind}"
        if left or (told := _in_one(items, total["of"], named, between, behind)) is None:
            continue
        return f"{text[: total.start()]}{told}"
    return text


def _one_by_one(
    items: Sequence[_Item], of: str, named: str, between: str, behind: str, left: int
) -> str | None:
    """两个男孩，一个踢球，一个看书: a clause for each; None where all do something together, or are told by looks alone."""
    where = between.lstrip("，, 都").removeprefix("正")
    standing = where.startswith("在") and any(token.get("places") for token in tokenise(where))
    if not left and (behind.strip("，。 ") or (where and not standing) or not any(map(_does, items))):
        return None
    if left and any(_is_named(one) for one in items):
        return None  # 三只猫，其中一只狗 counts something else
    told = [f"{_NUMBERS_ZH[left]}{of}{named}{'' if standing else where}"] if left else []
    for one in items:
        looks = _looks_zh(one.said)
        told.append(f"{_NUMBERS_ZH[one.many]}{of}{looks or ''}{named}{'' if looks else one.said}")
    return f"{where + '，' if standing else ''}{'，'.join(told)}"


def _does(item: _Item) -> bool:
    """Whether somebody does something there, and does not only look so or wear or hold a thing."""
    tokens = [token for token in tokenise(item.said) if set(token.readings) != {"filler"}]
    if not tokens or _is_named(item) or _looks_zh(item.said):
        return False
    return tokens[0].get("verbs") not in ("wear", "add") and not any(
        tokens[0].get(role) for role in (*_LOOKS, "sorts")
    )


def _is_named(item: _Item) -> bool:
    tokens = tokenise(item.said)
    if not tokens or tokens[0].get("kinds") is None or tokens[0].get("colours") is not None:
        return False
    return tokens[0].text[0] not in _VERBS  # 骑自行车 has a drawing of its own


def _is_somebody_else(item: _Item, noun: Token, *, listed: bool) -> bool:
    """Whether it names people or beasts, and others than were told of: 两个女孩、一只狗和一只猫; but 两只鸟，一只鹦鹉和一只猫头鹰."""
    if not _is_named(item) or noun.readings["kinds"] in _ANYBODY:
        return False
    kind = tokenise(item.said)[0].readings["kinds"]
    about = noun.readings["kinds"]
    apart = listed or is_somebody(about)
    return kind != about and apart and kinds()[kind].alive and kinds()[about].alive


def _is_a_thing(item: _Item) -> bool:
    tokens = tokenise(item.said)
    if not _is_named(item) or len(tokens) != 1:
        return False
    kind = kinds()[tokens[0].readings["kinds"]]
    return not kind.alive and kind.wear is None


def _looks_zh(said: str) -> str | None:
    """是黑色的, 白色: the looks before the noun; None where something else is said."""
    said = re.sub(r"^(?:是|为)", "", said).removesuffix("的").strip()
    said = _BUILD_ZH.get(said, said)
    tokens = [token for token in tokenise(said) if set(token.readings) != {"filler"}]
    looks = bool(tokens) and all(any(token.get(role) for role in _LOOKS) for token in tokens)
    return f"{said}的" if looks else None


def _in_one(items: Sequence[_Item], of: str, named: str, between: str, behind: str) -> str | None:
    """两只狗在拔河，一只棕色一只白色: the phrases that tell them apart, joined, and what all of them do."""
    told = [_phrase_zh(one, of, named) for one in items]
    if (
        len(items) < 2
        or all(one is None for one in told)
        or any("，" in shown(f"人{one.said}") for one in items)
    ):
        return None
    told = [
        one or f"{_NUMBERS_ZH[item.many]}{of}{named} {item.said}"
        for one, item in zip(told, items, strict=True)
    ]
    if "，" in between:
        between = "，" + between.lstrip("，")
    if not between and re.match(r"[，,](?:正?在|坐|站|一起|都|手|躺|跑|玩|打|一块)", behind):
        behind = behind[1:]
    if (
        between
        and not between.startswith("，")
        and any(re.search("[戴穿拿抱背骑举着扎留]", one.said) for one in items)
    ):
        between = f"，他们{between}"  # else it would be said of the last alone
    return f"{'和'.join(one or '' for one in told)}{between}{behind}"


_ANYBODY = frozenset({"child", "person", "student"})


def _by_name(text: str) -> str:
    """两个小孩在放风筝，男孩穿蓝衣服，女孩穿红裙子: the two are those who are named behind."""
    for total in _TOTAL_ZH.finditer(text):
        noun = _noun_after(text, total.end())
        if noun is None or noun[0].get("kinds") not in _ANYBODY:
            continue
        called = []
        for clause in re.split("[，,；;、 ]", text[noun[1] :])[1:]:
            first = next(iter(_tokens(clause)), None)
            if (
                first is not None
                and (kind := first.get("kinds"))
                and kinds()[kind].alive
                and first.end < len(clause)
            ):
                called.append(first)
        several = len({one.get("kinds") for one in called}) == len(called) == _MANY_ZH.get(total["n"], 0)
        if several and all(one.get("kinds") not in _ANYBODY for one in called):
            return f"{text[: total.start()]}{'和'.join(one.text for one in called)}{text[noun[1] :]}"
    return text


def _another(text: str) -> str:
    """一个男孩在踢球，另一个在看书: the other is a boy, too."""
    mark = _ANOTHER_ZH.search(text)
    if mark is None or (
        (following := _noun_after(text, mark.end())) is not None
        and kinds()[following[0].readings["kinds"]].alive
    ):
        return text
    if any(_noun_after(text, total.end()) for total in _TOTAL_ZH.finditer(text, 0, mark.start())):
        return text
    for first in re.finditer(rf"一(?P<of>{_CLASSIFIER})", text[: mark.start()]):
        if first["of"] != mark["of"] and not {first["of"], mark["of"]} <= set("个位名"):
            continue
        clause = text[first.end() : mark.start()]
        somebody = next(
            (one for one in _tokens(clause) if (kind := one.get("kinds")) and (kinds()[kind].alive)), None
        )
        if somebody is not None:
            said = text[mark.end() :]
            looks = _looks_zh(re.split("[，,。；;]", said)[0])
            noun = f"{looks}{somebody.text}" if looks else somebody.text
            rest = said[len(re.split("[，,。；;]", said)[0]) :] if looks else said
            return f"{text[: mark.start()]}，{mark['n']}{mark['of']}{noun}{rest}"
    return text


_EACH = Pattern(
    rf"(?P<n>[两二三四五六])(?P<of>{_CLASSIFIER})(?P<noun>[^，。,、；：:]{{1,8}})[，,：: ]?(?:它们|他们|她们)?(?:的颜色)?分别(?:是|为|穿着?|戴着?)(?P<list>[^。；;]+?)(?=[。；;]|$|[，,](?!一))",
    re.NOFLAG,
)


_BUILD_ZH = {
    "花": "花斑",
    "胖": "大",
    "瘦": "小",
    "高": "大",
    "矮": "小",
    "很高": "大",
    "很矮": "小",
    "高高": "大",
    "矮矮": "小",
}
_BY_SIZE = Pattern(
    rf"[两二](?P<of>{_CLASSIFIER})(?P<noun>[\u4e00-\u9fff]{{1,6}})[，,：:]?(?P<a>[大小高矮胖瘦])的(?:那只|那个|那位)?(?P<x>(?:是|穿|戴|拿|在|正)?[^，。,；;]{{1,10}})[，,；;](?P<b>[大小高矮胖瘦])的(?:那只|那个|那位)?(?P<y>(?:是|穿|戴|拿|在|正)?[^，。,；;]{{1,10}})",
    re.NOFLAG,
)


def _by_size(text: str) -> str:
    """两只小狗，大的是黑色的，小的是白色的."""

    def told(match: re.Match[str]) -> str:
        found = []
        for how, said in ((match["a"], match["x"]), (match["b"], match["y"])):
            size, looks = _BUILD_ZH.get(how, how), _looks_zh(said)
            one = f"一{match['of']}{size}的"
            found.append(f"{one}{looks}{match['noun']}" if looks else f"{one}{match['noun']}{said}")
        return "，".join(found)

    return _BY_SIZE.sub(told, text) if "的" in text else text


def _respectively(text: str) -> str:
    """三只猫，分别是黑色、白色和橘色: as many as are told of."""

    def told(match: re.Match[str]) -> str:
        looks = [one for one in re.split("[、和，,]|以及|还有", match["list"]) if one]
        if len(looks) != _MANY_ZH[match["n"]] or _looks_zh(looks[0]) is None:
            return match[0]
        return f"{match['n']}{match['of']}{match['noun']}，" + "，".join(
            f"一{match['of']}{one}" for one in looks
        )

    return _EACH.sub(told, text)


def _told_before(text: str) -> str:
    """一个穿红色一个穿蓝色的两个小朋友: the same, said before."""
    for total in _TOTAL_ZH.finditer(text):
        if text[: total.start()][-1:] != "的":
            continue
        noun = _noun_after(text, total.end())
        first = _ITEM_ZH.search(text)
        if noun is None or first is None or first.start() >= total.start():
            continue
        listed = text[first.start() : total.start() - 1]
        return f"{text[: first.start()]}{text[total.start() : noun[1]]}，{listed}，{text[noun[1] :]}"
    return text


def _items_zh(text: str, start: int, of: str) -> list[_Item]:
    found: list[_Item] = []
    marks = [m for m in _ITEM_ZH.finditer(text, start) if of == "个" or m["of"] in (of, "个", "位", "名")]
    for at, mark in enumerate(marks):
        if found and text[found[-1].end : mark.start()].strip("，,；;、 和而还有。") != "":
            found = []
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        stop = _ENDS_ZH.search(text, mark.end(), end)
        end = stop.start() if stop is not None else end
        said = text[mark.end() : end].strip()
        many = {"一": 1, **_MANY_ZH}[mark["n"]]
        found.append(_Item(many, said, mark.start(), end, mark["of_them"] is not None))
    return [one for one in found if one.said]


def _phrase_zh(item: _Item, of: str, noun: str) -> str | None:
    said = re.sub(r"^(?:是|为|在|要|正在)", "", item.said)
    said = re.sub(r"^(?:穿着?|身穿)(?=[^衣裙裤服装衫袍褂鞋袜袄T]{1,3}$)", "", said)
    said = said.removesuffix("的").strip()
    said = _BUILD_ZH.get(said, said)
    tokens = [token for token in tokenise(said) if set(token.readings) != {"filler"}]
    if not tokens:
        return None
    many = _NUMBERS_ZH[item.many]
    if said.endswith(("味", "口味")):
        return f"{many}{of}{said}{noun}"
    kind = tokens[0].get("kinds")
    if kind and not any(tokens[0].get(role) for role in _LOOKS):
        worn = kinds()[kind].wear is not None
        return f"{many}{of}{said}的{noun}" if worn else f"{many}{of}{said}"
    deed = shown(f"人{said}").removeprefix("人")
    if deed != said and not deed.startswith("梳着"):
        return f"{many}{of}{noun}{deed}"
    if not any(tokens[0].get(role) is not None for role in (*_LOOKS, "verbs", "poses", "actions")):
        return None
    if tokens[0].get("actions") is not None:
        return f"{many}{of}{noun}{said}"
    return f"{many}{of}{said}的{noun}"


def _noun_after(text: str, start: int) -> tuple[Token, int] | None:
    """The first thing named there and where it ends; None where other words than its looks come before."""
    token = None
    for token in _tokens(text[start : start + 24]):
        if token.get("kinds") or token.get("sorts"):
            break
        if not any(token.get(role) is not None for role in ("sizes", "modifiers", "of", "moods", "poses")):
            return None
    if token is None or not token.get("kinds"):
        return None
    return token, start + token.end


@cache
def _tokens(text: str) -> Sequence[Token]:
    return tokenise(text)


def _clear(text: str, start: int, items: Sequence[_Item]) -> bool:
    """Whether nothing between is asked to be made so."""
    return (
        re.search(r"变|换|改|涂|染|\b(?:make|turn|paint|change|add)\b", text[start : items[0].start]) is None
    )


# English


_ONE_OF = re.compile(
    r"(?P<before>\b(?:in|with|wearing|holding|has) an? \w+ (?P<noun>\w+)\b[^.]*?\b(?:in|with|wearing|holding|has) an? \w+) one\b",
    re.IGNORECASE,
)
"""The girl in a pink coat and the mother in a blue one."""


def _english(text: str) -> str:
    text = _ONE_OF.sub(r"\g<before> \g<noun>", text)
    for total in _TOTAL_EN.finditer(text):
        noun = _plural_after(text, total.end())
        if noun is None:
            continue
        many = _MANY_EN.get(total["n"].lower()) or int(total["n"])
        items, left = _all_of(_with_verbs(_items_en(text, noun)), many)
        if left is None or not items or not _clear(text, noun, items):
            continue
        before, named = _looks_and_name(text[total.end() : noun])
        told = [_phrase_en(one, before, named) for one in items]
        if None in told:
            continue
        if left:
            told.append(f"{left} {before}{named}" if left > 1 else f"a {before}{singular_of(named)}")
        between = re.sub(r"^\s*(?:are|is|were)\b", "", text[noun : items[0].start]).strip(" ,;:.(-")
        behind = text[items[-1].end :].lstrip(")")
        spoken = " and ".join(one or "" for one in told)
        opening = re.sub(r"\b(?:my|our|the|all|these) $", "", text[: total.start()], flags=re.IGNORECASE)
        if not between and (there := _WHERE.match(behind)) and (left or any(_holds(one) for one in told)):
            return f"{opening}{spoken}. They are {behind[there.end() :]}"
        if between and (left or any(_holds(one) for one in told)):
            between = re.sub(r"^(?:who|that) (?:is|are) ", "", between)
            return f"{opening}{spoken}. They are {between}{behind}"
        return f"{opening}{spoken}{' ' + between if between else ''}{behind}"
    return text


def _looks_and_name(told: str) -> tuple[str, str]:
    """What is said before a noun, and the noun, which may be of several words: "little ", "gift boxes"."""
    tokens = tokenise(told)
    compound = bool(tokens) and tokens[-1].get("kinds") is not None and told.endswith(tokens[-1].text)
    named = tokens[-1].text if compound else told.rpartition(" ")[2]
    return told.removesuffix(named), named


_VERB_FIRST = re.compile(
    r"^(?P<verb>(?:is |are )?(?:wear(?:s|ing)|has|have|hold(?:s|ing)|carr(?:ies|ying)|with|in))\b",
    re.IGNORECASE,
)


def _with_verbs(items: list[_Item]) -> list[_Item]:
    """The first wears a red dress, the second a blue one: the verb is that of the first."""
    verb = _VERB_FIRST.match(items[0].said) if items else None
    if verb is None:
        return items
    return [
        one._replace(said=f"{verb['verb']} {one.said}") if re.match(r"an? ", one.said, re.IGNORECASE) else one
        for one in items
    ]


def _all_of(items: list[_Item], many: int) -> tuple[list[_Item], int | None]:
    """The items with "the others" counted, and how many are told nothing of; None where the numbers do not add up.

    Those who are told nothing of are only known as such where "of them" was said.
    """
    told = sum(one.many for one in items)
    items = [one if one.many else one._replace(many=max(1, many - told)) for one in items]
    left = many - sum(one.many for one in items)
    if left < 0 or (left and not any(one.of_them for one in items)) or (not left and len(items) < 2):
        return items, None
    return items, left


_WHERE = re.compile(
    r",? (?:and )?(?:(?:both|all) )?(?=(?:on|in|under|behind|beside|by|at|inside|sitting|standing|riding|lying) )"
)
"""What comes behind those that were told one by one, of all of them."""


def _holds(phrase: str | None) -> bool:
    """Whether something is held or worn there, of which what follows would be said."""
    return re.search(r" (?:in an?|with|wearing|holding|carrying|has) ", phrase or "") is not None


def _plural_after(text: str, start: int) -> int | None:
    """Where the plural noun ends that is named there."""
    for token in _tokens(text[start : start + 48]):
        if token.lang == "en" and token.get("kinds") and (token.plural or token.text.lower() in _ALIKE):
            return start + token.end
        if not any(token.get(role) is not None for role in ("sizes", "modifiers", "moods")):
            return None
    return None


def _items_en(text: str, start: int) -> list[_Item]:
    found: list[_Item] = []
    marks = list(_ITEM_EN.finditer(text, start))
    for at, mark in enumerate(marks):
        if found and text[found[-1].end : mark.start()].strip(" ,;.-").lower() not in _SKIPPED:
            found = []
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        stop = _ENDS_EN.search(text, mark.end(), end)
        end = stop.start() if stop is not None else end
        said = text[mark.end() : end].strip(" -")
        said = re.sub(r" and$", "", said)
        rest = mark["n"].lower() in ("the others", "the rest", "the remaining ones")
        many = 0 if rest else _MANY_EN.get(mark["n"].lower(), 1)
        if mark["kind"] is not None:
            said = f"{_BUILDS.get(mark['kind'].lower(), mark['kind'])} {said}".strip()
        if mark["size"] is not None and said:
            said = f"{_SIZES.get(mark['size'].lower(), '')} {said}".strip()
        found.append(_Item(many, said, mark.start(), end, mark["of"] is not None))
    return [one for one in found if one.said]


def _of_so_many(said: str, many: int, before: str, plural: str) -> str | None:
    return _phrase_en(_Item(many, said, 0, 0), before, plural)


def _phrase_en(item: _Item, before: str, plural: str) -> str | None:
    said = _BUILDS.get(item.said.lower(), item.said)
    if played := re.match(
        r"(?:on |plays? )?(?:the )?(drums|guitar|piano|violin|flute|trumpet|cello|saxophone|bass)$",
        said,
        re.IGNORECASE,
    ):
        said = f"playing the {played[1]}"
    said = re.sub(r"^(?:has|have)\b", "with", _TRIM_EN.sub("", said).strip(), flags=re.IGNORECASE)
    size = re.match(rf"(?:{_ADJECTIVES}) (?=in |with |wear|hold|is |[a-z]+ing\b)", said)
    if size is not None:
        before, said = f"{size[0]}{before}", _TRIM_EN.sub("", said[size.end() :])
    said = re.sub(r"^(?:the )?(?:girl|boy|kid|one|dog|cat) (?:is |in )?", "", said, flags=re.IGNORECASE)
    tokens = [token for token in _tokens(said) if set(token.readings) != {"filler"}]
    if not tokens:
        return None
    noun = plural
    if item.many == 1:
        noun = singular_of(plural)
    many = "a" if item.many == 1 else str(item.many)
    if all(any(token.get(role) for role in _LOOKS) or token.get("and") for token in tokens):
        return f"{many} {before}{said} {noun}"
    if re.match(r"(?:an?|the) ", said, re.IGNORECASE):
        return said
    opened = re.match(r"(?:in|with|on|under|behind|[a-z]{2,}ing)\b", said, re.IGNORECASE)
    if opened or any(tokens[0].get(role) is not None for role in ("verbs", "poses", "actions")):
        return f"{many} {before}{noun} {said}"
    return None
