"""Amounts and colours that are told of a number of things, said over again in the words that the grammar knows.

"Ten balloons of different colours", "three cats: one black, one white, one orange", 两个变红两个变蓝; and what needs to know
how many there are: "twice as many", "half of them", 翻倍.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from paintover.engines.illustrator.grammar.lexicon import names, singular_of, vocabulary
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.wording import Pattern

_NUMBERS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "another": 1, "the other": 1, "the third": 1, "the last": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9, "十": 10, "另一": 1, "另两": 2, "其中一": 1, "其中两": 2,
}  # fmt: skip
_MANY = "|".join(sorted((word for word in _NUMBERS if word.isascii()), key=len, reverse=True)) + r"|\d{1,2}"
_ZH_MANY = (
    "|".join(sorted((word for word in _NUMBERS if not word.isascii()), key=len, reverse=True)) + r"|\d{1,2}"
)
_CLASSIFIER = "[个只头匹条辆朵张把件顶本支枝棵颗块位名艘架]"


@cache
def _colours(lang: str) -> str:
    words = vocabulary("zh" if lang == "zh" else "en").words
    found = sorted((word for word, readings in words.items() if "colours" in readings), key=len, reverse=True)
    return "|".join(re.escape(word) for word in found)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    en, zh = _colours("en"), _colours("zh")
    each = rf"(?:,|;|\s|\band\b|&)*\b(?P<n>{_MANY})(?:\s+of them)?(?:\s+(?:is|are|in|being|wears?))?(?:\s+(?:an?|the))?\s+(?P<c>{en})(?:\s+(?:one|ones|cat|dog))?\b"
    bare = re.sub(r"\?P<\w>", "", each)
    zeach = rf"[，,、和与\s]*(?P<n>{_ZH_MANY}){_CLASSIFIER}?(?:是|为|要|穿|变成?)?(?P<c>{zh})(?:色)?的?"
    zbare = re.sub(r"\?P<\w>", "", zeach)
    return (
        re.compile(
            rf"\b(?P<total>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})\s+(?P<noun>(?:[a-z]+\s+){{0,2}}?[a-z]+s|children|people|mice|sheep|fish)\s*[:,;(-]*\s*(?:with\s+|of which\s+)?(?P<list>(?:{bare}){{2,6}})(?P<close>\)?)(?![\w-])(?!\s+(?!and\b|in\b|on\b|at\b|under\b|with\b|by\b|near\b|next\b|sitting\b|playing\b)[a-z])",
            re.IGNORECASE,
        ),
        re.compile(each, re.IGNORECASE),
        re.compile(
            rf"(?P<total>[两二三四五六七八九十]|\d{{1,2}})(?P<of>{_CLASSIFIER})(?P<noun>[\u4e00-\u9fff]{{1,5}}?)[：:，,（(]+(?P<list>(?:{zbare}){{2,6}})(?=$|[，,。；;）)\n])"
        ),
        re.compile(zeach),
    )


_DIFFERENT = Pattern(
    r"\b(?P<noun>[a-z]+(?:s|ren|ple))\s*,?\s*(?:(?:of|in|with|having)\s+)?(?:(?:many|all|all kinds of|lots of)\s+)?(?:each (?:one )?(?:in |with |of |has |a )*(?:a )?)?(?:different|various|assorted|several|mixed|varied|diverse|all the)\s+colou?rs?\b"
)
_EACH_ANOTHER = Pattern(
    r"(?:(?P<of>,? ?\beach) (?:of (?:them|which|whom) )?|(?P<who>\b[a-z]+(?:s|ren|ple)),? )(?P<does>(?:is |are )?(?:with|[a-z]+ing|has|holds|wears|carries|rides|in)) an? (?:(?P<noun>[a-z]+) (?:of|in|with) (?:an?(?:other)? )?different colou?r|different(?:ly)?[- ]colou?r(?:ed)? (?P<named>[a-z]+))\b"
)
"""Each holding a balloon of a different colour, each with a different coloured hat."""
_EACH_OF = Pattern(
    r"\beach (?:one )?of (?:the |these |my )?(?P<who>(?:two|three|four|five|six) [a-z]+) (?=(?:is |are )?(?:holds|has|wears|carries|rides|holding|wearing|carrying|with)\b)"
)
_EACH_OTHER = Pattern(
    r"[，,]?(?:每(?:一)?[个只朵条辆匹头把件](?:都)?(?:是)?(?:不同|不一样)(?:的)?颜色(?:的)?|每(?:一)?[个只朵条辆匹头把件](?:的)?颜色(?:都)?(?:不同|不一样)|颜色(?:都|各)?(?:各异|不同|不一样|不相同)|颜色各不相同)",
    re.NOFLAG,
)
_COUNTED = re.compile(rf"((?:[两二三四五六七八九十几]|\d{{1,2}}){_CLASSIFIER})(?=[\u4e00-\u9fff])")
_MADE_DIFFERENT = Pattern(
    r"(?P<verb>\b(?:make|paint|colou?r|turn|give)\s+)(?P<what>(?:each|all|every|them|the)\b[^,.;]{0,30}?)\s*(?:(?:of them|one)\s+)?(?:in )?(?:an?\s+)?(?:all\s+)?different(?:ly)? colou?r(?:ed|s)?\b"
)
_ZH_MADE_DIFFERENT = Pattern(
    r"(?:每(?:一)?[个只朵条辆匹头把件]|它们|全部|全)?都?(?:变成?|换成?|改成?|涂成?|染成?)(?:各种|各自)?(?:不同|不一样|各种)(?:的)?颜色(?:的)?|颜色都?(?:变|换|改)?(?:成|得)?不(?:一样|同)",
    re.NOFLAG,
)
_ONE_AMONG = Pattern(
    r"(?P<n>[两二三四五六七八九十]|\d{1,2})(?P<of>[\u4e00-\u9fff])(?P<noun>[\u4e00-\u9fff]{1,4}?)(?:里面?|中|当中|之中)[，,]?(?:只|仅)?有(?P<k>[一两二三四])(?P=of)(?:[\u4e00-\u9fff]{0,2}?)(?:是)?(?P<c>[\u4e00-\u9fff]{1,2}色)的?(?=$|[，,。；;])",
    re.NOFLAG,
)
"""五个气球里只有一个是红色的: the others are of another colour."""


def _among(match: re.Match[str]) -> str:
    many, others = _number(match["k"]), _number(match["n"]) - _number(match["k"])
    if others < 1 or not any(token.get("kinds") for token in tokenise(match["noun"])):
        return match[0]
    plain = "白色" if match["c"] != "白色" else "黄色"
    return f"{others}{match['of']}{plain}的{match['noun']}和{many}{match['of']}{match['c']}的{match['noun']}"


_THEN = Pattern(
    rf"((?:变|换|改|涂|染|刷)(?:成|为|上)?(?:[\u4e00-\u9fff]{{1,3}}?色|[红橙黄绿青蓝紫粉白黑灰棕金银])(?:的)?)(?=(?:[一两二三四五六七八九十]|\d{{1,2}}|另){_CLASSIFIER}|剩下|其他|其余)",
    re.NOFLAG,
)


@cache
def _of_them() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w ])\s*(?:make |paint |colou?r |turn )?(?P<n>{_MANY}|half) of (?:them|those|these)(?: (?:should be|to be|are|is|in|must be))? (?P<c>{_colours('en')})\b",
        re.IGNORECASE,
    )


def dealt(text: str) -> str:
    """The text with what is told one by one of a number of things told of each."""
    listed, each, zlisted, zeach = _patterns()
    text = listed.sub(lambda match: _english(match, each), text)
    text = zlisted.sub(lambda match: _chinese(match, zeach), text)
    text = _ONE_AMONG.sub(_among, text)
    text = _MADE_DIFFERENT.sub(r"make them red, yellow, blue, green and pink", text)
    text = _EACH_OF.sub(r"\g<who>, each ", text)
    text = _EACH_ANOTHER.sub(_each_another, text)
    text = _DIFFERENT.sub(r"different coloured \g<noun>", text)
    if _EACH_OTHER.search(text) and _COUNTED.search(text):
        text = _COUNTED.sub(r"\1不同颜色的", _EACH_OTHER.sub("", text), count=1)
    text = _ZH_MADE_DIFFERENT.sub("变成红、黄、蓝、绿、粉", text)
    return _THEN.sub(r"\1，", text)


def _each_another(match: re.Match[str]) -> str:
    """Of all of them, in the plural."""
    verbs = {"has": "with", "holds": "holding", "wears": "wearing", "carries": "carrying", "rides": "riding"}
    does = match["does"].split()[-1].lower()
    noun = plural_of(match["noun"] or match["named"])
    return f"{match['who'] or ''} {verbs.get(does, does)} different coloured {noun}"


_SEVERAL = re.compile(r"(?P<n>[两二三四五六七八九十]|\d{1,2})(?P<of>[\u4e00-\u9fff])")
_EACH_HAS = re.compile(
    r"(?P<each>[，,]?每(?:一)?[\u4e00-\u9fff]{1,5}?)?(?P<side>(?:[里上中下]面?|旁边|前面|后面))?(?P<all>(?:都|各|分别|各自)*)(?P<verb>有|[\u4e00-\u9fff]着|[放坐站停插])(?P<k>[一两二三四])(?P<m>[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"
)
"""三个盘子里各有一块蛋糕，五棵树，每棵树上都有一只鸟."""
_DOES = "[拿戴举抱捧牵穿背提系围叼骑吃喝握撑端坐站拎]"
_EACH_DOES = Pattern(
    rf"(?:(?P<then>[，,])每(?:一)?(?:[个只位名头匹条][\u4e00-\u9fff]{{0,3}}?|人)|(?:每人|人人)|(?<=[\u4e00-\u9fff])(?<!颜色)各自?)(?:的)?(?:手[里中上]|头上|脖子上|身上|嘴里|背上|怀里)?(?:都|各)?(?={_DOES})",
    re.NOFLAG,
)
"""三个小朋友，每人手里拿着一个气球."""
_LOOKS = ("colours", "sizes", "modifiers", "patterns", "moods", "of", "numbers", "measures")


def of_each(text: str) -> str:
    """What each of several has told of them all: 三个盘子里各有一块蛋糕 as 三个盘子里有三块蛋糕, 每人拿着 as 都拿着."""
    if "每" not in text and "各" not in text:
        return text
    for several in _SEVERAL.finditer(text):
        noun = _noun_at(text, several.end())
        match = None if noun is None else _EACH_HAS.match(text, noun[1])
        if noun is None or match is None or not (match["each"] or re.search("各|分别", match["all"])):
            continue
        if match["verb"][0] in _DOES and match["verb"][0] not in "坐站":
            continue  # of somebody
        many = min(_number(several["n"]) * _number(match["k"]), _MOST)
        verb = "有" if match["verb"][0] in "插放" else match["verb"]
        told = f"{match['side'] or '上'}{verb}{many}{match['m']}"
        return text[: noun[1]] + told + text[match.end() :]
    return _EACH_DOES.sub(lambda match: "，他们都" if match["then"] else "都", text)


_MOST = 12
"""How many are told of several together."""
_VESSEL = re.compile(
    r"(?P<n>[一两三四])[大小满]?(?P<vessel>[盘碟篮筐箱盒盆瓶锅笼屉罐碗])子?(?=(?P<what>[\u4e00-\u9fff]{1,12}))"
)
_TWO_VESSELS = Pattern(
    r"一[大小满]?(?P<vessel>[盘碟篮筐箱盒])子?(?P<what>[\u4e00-\u9fff]{1,5})(?:和|与|、|[，,]还有)一[大小满]?(?P=vessel)子?(?P<also>[\u4e00-\u9fff]{1,5})(?=$|[，,。；;])",
    re.NOFLAG,
)
"""一筐螃蟹和一筐虾 are two baskets."""
_VESSELS = {"盘": ("盘子", 4, 2), "碟": ("盘子", 4, 2), "篮": ("篮子", 3, 2), "筐": ("篮子", 3, 2), "箱": ("箱子", 3, 2), "盒": ("盒子", 3, 2), "罐": ("罐子", 3, 2), "碗": ("碗", 5, 3), "盆": ("花盆", 1, 1), "瓶": ("花瓶", 1, 1), "锅": ("锅", 3, 2), "笼": ("蒸笼", 3, 3), "屉": ("蒸笼", 3, 3)}  # fmt: skip
"""By what measures, what is drawn, how many lie in a single one, and in each of several."""
_LOOSE = "苹果 橙子 梨 桃子 草莓 樱桃 葡萄 芒果 水果 蔬菜 鸡蛋 面包 包子 馒头 饺子 寿司 饼干 糖果 月饼 春卷 虾 螃蟹 玉米 番茄 土豆 胡萝卜 柠檬 香蕉 荔枝 蘑菇 玫瑰 鲜花 玩具 小猫 小狗 小鸡 彩蛋 曲奇 马卡龙 甜甜圈 肉 白菜 鸡腿 花生 栗子 粽子 汤圆 烧卖 豆腐 黄瓜 蛋糕 辣椒 油条 龙虾"
"""What is heaped in a vessel and drawn without one."""


_POTTED = "番茄 辣椒 草莓 仙人掌"
_CUT = "鲜花 玫瑰 向日葵 郁金香 菊花 牡丹 兰花 薰衣草 雏菊 百合 水仙花 风信子 杜鹃花 山茶花 月季 茉莉 绣球花 海棠 栀子花 三角梅 紫罗兰 花"


@cache
def _kinds_of(nouns: str) -> frozenset[str]:
    words = vocabulary("zh").words
    return frozenset(words[word]["kinds"] for word in nouns.split() if "kinds" in words.get(word, {}))


def _fits(kind: str | None, vessel: str) -> bool:
    """Whether that is what such vessels hold that are drawn apart: plants in pots, flowers in vases, fruit in baskets."""
    if vessel in "盆瓶":
        return kind in _kinds_of(_CUT) or (vessel == "盆" and kind in _kinds_of(_POTTED))
    return kind in _kinds_of(_LOOSE)


_INTRODUCED = re.compile(r"[着有上里是放摆加添搁]$")
_LARGE_M = 0.2
"""Of what is this high, one fills a plate."""


def in_vessels(text: str) -> str:
    """两盘肉 as 两个盘子里有四个肉; what is drawn in its dish (一盘炒饭), or is no more than counted (一碗饭), stays."""

    def two(match: re.Match[str]) -> str:
        nouns = [_noun_at(match[name], 0) for name in ("what", "also")]
        known = vocabulary("zh").words
        if any(one is None or known.get(one[0], {}).get("kinds") not in _kinds_of(_LOOSE) for one in nouns):
            return match[0]
        vessel, single, _ = _VESSELS[match["vessel"]]
        first, second = match["what"], match["also"]
        return f"两个{vessel}，左边的{vessel}里有{single}个{first}，右边的{vessel}里有{single}个{second}"

    def told(match: re.Match[str]) -> str:
        noun = _noun_at(match["what"], 0)
        kind = None if noun is None else vocabulary("zh").words.get(noun[0], {}).get("kinds")
        whole = noun is not None and f"{match['n']}{match['vessel']}{noun[0]}" in vocabulary("zh").words
        steamed = match["vessel"] in "笼屉"
        if steamed:
            kind = kind or "bun"
        fits = steamed or _fits(kind, match["vessel"])
        owned = noun is not None and match["what"][noun[1] :].startswith("的")
        if match["vessel"] == "碗" and noun is not None and noun[0] in ("汤圆", "元宵", "水果"):
            return match[0]  # drawn in a bowl of their own
        if match["vessel"] == "盆" and kind == "cactus":
            return f"{match['n']}盆盆栽"
        if kind is None or whole or owned or not fits or (match["vessel"] == "盒" and kind == "cake"):
            return match[0]
        vessel, single, each = _VESSELS[match["vessel"]]
        large = kinds()[kind].height_m >= _LARGE_M and kinds()[kind].habitat in ("table", "water")
        many = (
            (1 if large else single) if match["n"] == "一" else (1 if large else each) * _number(match["n"])
        )
        first = _INTRODUCED.search(match.string, 0, match.start())
        then = f"，{vessel}" if first is not None else ""
        return f"{match['n']}个{vessel}{then}里有{many}个"

    filled = _VESSEL.sub(told, _TWO_VESSELS.sub(two, text))
    return filled if filled == text else _AND_MORE.sub(r"\g<v>\g<more>，\g<vessel>里有\g<what>", filled)


_AND_MORE = Pattern(
    r"(?P<v>个(?P<vessel>盘子|篮子|箱子|盒子|罐子|花盆|花瓶|锅|蒸笼|碗))(?:，(?P=vessel))?里有(?P<what>\d+个[^，。；;和与跟、及]{1,8}?)(?P<more>(?:和|与|跟|、|以及|还有)(?:[一两三四五六七八九十几]|\d)[^，。；;]*)",
    re.NOFLAG,
)
"""More that is counted by itself is not in the vessel: 一篮苹果和一只猫."""


def _noun_at(text: str, start: int) -> tuple[str, int] | None:
    """The noun that comes there, behind what is said of its looks, and where it ends."""
    for token in tokenise(text[start : start + 16]):
        if token.get("kinds") or token.get("sorts"):
            return token.text, start + token.end
        if not any(token.get(role) is not None for role in _LOOKS):
            return None
    return None


def _english(match: re.Match[str], each: re.Pattern[str]) -> str:
    noun = match["noun"]
    told = []
    for one in each.finditer(match["list"]):
        many = _number(one["n"])
        told.append(f"a {one['c']} {singular_of(noun)}" if many == 1 else f"{many} {one['c']} {noun}")
    if sum(_number(one["n"]) for one in each.finditer(match["list"])) > _number(match["total"]):
        return match[0]
    return ", ".join(told[:-1]) + f" and {told[-1]}"


def _chinese(match: re.Match[str], each: re.Pattern[str]) -> str:
    tokens = tokenise(match["noun"])
    if not any(token.get("kinds") for token in tokens):
        return match[0]
    found = list(each.finditer(match["list"]))
    if sum(_number(one["n"]) for one in found) > _number(match["total"]):
        return match[0]
    return "和".join(
        f"{_number(one['n'])}{match['of']}{one['c']}{'' if one['c'].endswith('色') else '色'}的{match['noun']}"
        for one in found
    )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 1)


_DOUBLED = re.compile(
    r"\b(?:twice|double|2x|two times) (?:as many|the (?:number|amount)(?: of)?|that many)(?:\s+(?:of\s+)?(?:the\s+)?(?P<a>[a-z ]{2,24}?))?(?=\s*(?:$|[,.;!]|please))|\bdouble (?:the (?:number of )?(?P<b>[a-z ]{2,24}?)|them|it)(?=\s*(?:$|[,.;!]|please))",
    re.IGNORECASE,
)
_HALVED = re.compile(
    r"\b(?:half|halve) (?:as many|the (?:number|amount)(?: of)?|them)(?:\s+(?:of\s+)?(?:the\s+)?(?P<a>[a-z ]{2,24}?))?(?=\s*(?:$|[,.;!]|please))",
    re.IGNORECASE,
)
_HALF = re.compile(r"\bhalf (?:of )?(?:them|(?:the |these |those )(?P<a>[a-z]{2,16}))\b", re.IGNORECASE)
_HALF_SO = re.compile(r"\bmake half\b", re.IGNORECASE)
_SOME_MORE = re.compile(
    r"^\s*(?:and |just |now |give me |i want |can i have )*(?P<n>one|two|three|four|five|six|a few|some|\d{1,2}) more(?P<what>\s+[a-z ]{2,24})?(?: of (?:them|those|these))?(?: please)?\s*[.!]*$",
    re.IGNORECASE,
)
_ZH_DOUBLED = re.compile(
    r"(?:(?P<a>[\u4e00-\u9fff]{1,4}?)(?:的)?(?:数量|数目)?)?(?:再)?(?:翻倍|翻一倍|加倍|增加一倍|多一倍|变成两倍|两倍)"
)
_ZH_HALVED = re.compile(
    r"(?:(?P<a>[\u4e00-\u9fff]{1,4}?)(?:的)?(?:数量|数目)?)?(?:减半|少一半|减少一半|只要一半|留一半)"
    r"|(?:去掉|删掉|删除|拿走|移走|擦掉|去除)(?:其中)?一半(?:的)?(?P<b>[\u4e00-\u9fff]{1,4}?)?吧?(?=$|[，。,！!])"
)
_ZH_HALF = Pattern(
    r"(?:其中)?(?:的)?一半(?:的)?(?P<a>[\u4e00-\u9fff]{1,3}?)?(?=(?:变|换|改|涂|染|去|删|拿|戴|穿))",
    re.NOFLAG,
)


def counted_out(prompt: str, things: Sequence[Thing]) -> str:
    """An edit with its shares told as numbers: "twice as many" of six as "make it 12"."""
    rewritten = _of_them().sub(r"make \g<n> \g<c>", dealt(_each_so(prompt)))
    if (match := _SOME_MORE.match(rewritten)) is not None:
        meant, many = _meant(match["what"], things)
        word = (match["what"] or (names("en", meant) if many else "")).strip()
        rewritten = f"add another {singular_of(word)}" if match["n"].lower() in ("one", "1") else f"add {match['n']} more {word}"  # fmt: skip
    for pattern, share in ((_DOUBLED, 2.0), (_HALVED, 0.5), (_ZH_DOUBLED, 2.0), (_ZH_HALVED, 0.5)):
        match = pattern.search(rewritten)
        if match is None:
            continue
        meant, many = _meant(_named(match), things)
        if many:
            told = max(1, round(many * share))
            chinese = pattern in (_ZH_DOUBLED, _ZH_HALVED)
            word = names("zh" if chinese else "en", meant)
            fewer = f"remove {many - told} {word}" if not chinese else f"去掉{many - told}个{word}"
            more = f"add {told - many} more {word}" if not chinese else f"再加{told - many}个{word}"
            said = f" {more if told > many else fewer} "
            rewritten = rewritten[: match.start()] + said + rewritten[match.end() :]
    if (match := _HALF.search(rewritten)) is not None:
        meant, many = _meant(match["a"], things)
        half = max(1, many // 2)
        word = names("en", meant) if many else "them"
        rewritten = (
            f"{rewritten[: match.start()]}{half} {word}{'s' if half > 1 else ''}{rewritten[match.end() :]}"
        )
    if (match := _HALF_SO.search(rewritten)) is not None:
        half = max(1, _meant(None, things)[1] // 2)
        rewritten = f"{rewritten[: match.start()]}make {half}{rewritten[match.end() :]}"
    if (match := _ZH_HALF.search(rewritten)) is not None:
        meant, many = _meant(match["a"], things)
        if many:
            share_of = f"{max(1, many // 2)}个{names('zh', meant)}"
            rewritten = f"{rewritten[: match.start()]}{share_of}{rewritten[match.end() :]}"
    return rewritten


def _each_so(prompt: str) -> str:
    """一只红一只蓝 as a wish of its own: one is to become red, and one blue."""
    each = _patterns()[3]
    words = re.sub(r"^(?:换成|改成|变成|要|颜色|改为|那就)", "", prompt.strip(" ，。！!,.的吧了"))
    found = list(each.finditer(words))
    if len(found) < 2 or "".join(match[0] for match in found) != words:
        return prompt
    return "，".join(
        f"{match['n']}个变成{match['c']}{'' if match['c'].endswith('色') else '色'}" for match in found
    )


def _named(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return next((groups[name] for name in ("a", "b") if groups.get(name)), None)


def _meant(word: str | None, things: Sequence[Thing]) -> tuple[str, int]:
    """The kind that a word names, or that there is most of, and how many of it there are."""
    counts: Counter[str] = Counter(thing.kind for thing in things if thing.rung != "signpost")
    if not counts:
        return "", 0
    for token in tokenise(word or ""):
        kind = token.get("kinds")
        if kind is not None and kind in counts:
            return kind, counts[kind]
    kind, many = counts.most_common(1)[0]
    return kind, many
