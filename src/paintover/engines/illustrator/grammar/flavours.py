"""What a dish tastes of: a colour of the dish, or nothing that is seen, and never a second thing beside it.

"Strawberry ice cream" is pink ice cream, 牛肉面 are noodles; "an ice cream cone with two scoops, chocolate and vanilla" is one
cone with two scoops in those colours. `words/flavours.toml` has the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.grammar.tokens import WordLanguage
from paintover.engines.illustrator.wording import Pattern, any_of

MOST_SCOOPS = 4
"""Scoops that one cone holds."""
_NUMBERS = {"one": 1, "two": 2, "double": 2, "three": 3, "triple": 3, "four": 4, "a": 1, "single": 1, "一": 1, "单": 1, "两": 2, "二": 2, "双": 2, "三": 3, "四": 4}  # fmt: skip
_CONES = {"en": "{}-scoop ice cream", "zh": "{}球冰淇淋"}
_ZH_NUMBERS = ("", "一", "两", "三", "四")
_EN_NUMBERS = ("", "one", "two", "three", "four")


@dataclass(frozen=True, slots=True)
class _Table:
    colours: Mapping[str, str]
    """By flavour, the word for its colour; "" for one that is not seen."""
    tinted: frozenset[str]
    short: Mapping[str, str]
    """By the short name of a dish, what it is called alone."""
    before: re.Pattern[str]
    """A flavour and the dish behind it."""
    flavour: str
    """Any flavour that has a colour, as a pattern."""


@cache
def _table(lang: WordLanguage) -> _Table:
    table = word_table("flavours")[lang]
    colours = {
        word: "" if colour == "plain" else colour
        for colour, words in table["flavours"].items()
        for word in words
    }
    tinted, plain, short = table["dishes"]["tinted"], table["dishes"]["plain"], table.get("short", {})

    tasting, dishes = any_of([*colours]), any_of([*tinted, *plain, *short])
    pattern = (
        rf"\b(?P<flavour>{tasting})(?:[- ]flavou?red| flavou?r)? (?P<dish>{dishes})\b(?!-)"
        if lang == "en"
        else rf"(?<![和与、])(?:(?:{tasting})(?=(?:{tasting})))?(?P<flavour>{tasting})(?:口味|味)?(?:的)?(?P<dish>{dishes})(?![包店馆条团])"
    )
    seen = any_of([word for word, colour in colours.items() if colour])
    return _Table(colours, frozenset(tinted), short, re.compile(pattern, re.IGNORECASE), seen)


def without_flavours(text: str) -> str:
    """The wish with each flavour before its dish told as the colour that it gives, and scoops on their cone."""
    text = _cooked(_juices(_scooped_zh(_scooped_en(text))))
    for lang in ("en", "zh"):
        table = _table(lang)

        def told(match: re.Match[str], lang: WordLanguage = lang, table: _Table = table) -> str:
            flavour, dish = match["flavour"].lower(), match["dish"]
            words = vocabulary(lang).words
            known = words.get(f"{flavour}{' ' if lang == 'en' else ''}{dish}".lower(), {})
            unseen_cake = not table.colours[flavour] and dish.lower() in ("cake", "cakes")  # of fish, of crab
            if "kinds" in known or "colours" in words.get(flavour, {}) or unseen_cake:
                return match[0]
            if dish.lower() in _STREWN and flavour in _TOPPINGS:
                return f"{dish} with {flavour}" if lang == "en" else f"有{flavour}的{dish}"
            colour = table.colours[flavour] if dish.lower() in table.tinted else ""
            if lang == "zh":
                dish = table.short.get(dish, dish)
                return f"{colour}的{dish}" if colour else dish
            return f"{colour} {dish}".strip()

        text = table.before.sub(told, text)
    return text


_STREWN = frozenset({"pizza", "pizzas", "披萨", "比萨"})
_TOPPINGS = frozenset({
    "pepperoni", "salami", "mushroom", "olive", "tomato", "ham", "bacon", "shrimp", "prawn", "pineapple", "sausage",
    "蘑菇", "橄榄", "番茄", "西红柿", "火腿", "培根", "虾仁", "鲜虾", "菠萝", "香肠",
})  # fmt: skip
"""What is seen on a dish that is named by it: a mushroom pizza."""


def untasted(text: str) -> str:
    """The text without the flavours of dishes that are not seen, nobody's loss, and without scoops and what they taste of."""
    for pattern in (*_scoops_en(), *_scoops_zh()):
        text = pattern.sub("", text)
    text = _cooked(text)
    for lang in ("en", "zh"):
        table = _table(lang)
        text = table.before.sub(lambda match, table=table: _unseen(match, table), text)  # type: ignore[misc]
    return text


def _unseen(match: re.Match[str], table: _Table) -> str:
    seen = table.colours[match["flavour"].lower()] and match["dish"].lower() in table.tinted
    return match[0] if seen else match["dish"]


_VEGETABLES = "青椒|西兰花|豆角|四季豆|茄子|洋葱|木耳|莴笋|芹菜|蒜苔|蒜苗|豆芽|丝瓜|苦瓜|黄瓜|胡萝卜|土豆|白菜|包菜|菠菜|空心菜|青菜|油麦菜|生菜|菜心|花菜|藕片|莲藕|竹笋|韭菜|香菇|蘑菇|豆腐|豆干|番茄|西红柿|玉米|南瓜"
_MEATS = "牛肉|猪肉|羊肉|鸡肉|鸡丁|鸡块|肉丝|肉片|肉末|腊肉|牛柳|排骨|五花肉|虾仁|鸡蛋|蛋|鱼片|鱿鱼|火腿|香肠|肉|鸡|鸭|鱼"
_COOKED = (
    (re.compile(rf"(?:{_VEGETABLES}|{_MEATS})(?:爆?炒|溜)(?:{_MEATS}|{_VEGETABLES})"), "小炒"),
    (re.compile(rf"(?:{_VEGETABLES}|{_MEATS})(?:炖|焖|煲)(?:{_MEATS}|{_VEGETABLES})"), "炖菜"),
    (re.compile(rf"(?<![在正会要去])(?:清炒|爆炒|蒜蓉|白灼|蚝油|炝炒)(?:{_VEGETABLES})"), "炒时蔬"),
)
"""Dishes by what is cooked with what, and what they look like."""


def _cooked(text: str) -> str:
    known = vocabulary("zh").words
    for pattern, dish in _COOKED:
        text = pattern.sub(lambda match, dish=dish: match[0] if match[0] in known else dish, text)  # type: ignore[misc]
    return text


_JUICE = Pattern(
    r"(西瓜|葡萄|苹果|芒果|草莓|番茄|西红柿|胡萝卜|菠萝|梨|雪梨|桃子|蓝莓|猕猴桃|黄瓜|石榴|樱桃|柠檬|椰子|甘蔗|玉米)汁",
    re.NOFLAG,
)


def _juices(text: str) -> str:
    """西瓜汁 as 西瓜果汁."""
    return _JUICE.sub(r"\1果汁", text)


_LIST_EN = r"(?:[,:]? ?(?:of |one |in |with |and |a )*(?P<flavours>{flavour}(?:(?:, ?|,? and )(?:one )?{flavour}){{0,3}}))?"


@cache
def _scoops_en() -> tuple[re.Pattern[str], ...]:
    flavour = rf"(?:{_table('en').flavour})"
    some = _LIST_EN.format(flavour=flavour)
    number = r"(?P<n>one|two|three|four|double|triple|single|a|[1-4])"
    cream = r"(?:ice[- ]creams?|gelato|sorbet)"
    return (
        re.compile(rf"\b{cream}(?: cone| sundae)?(?: with|,| of| having)? {number} (?:scoops?|balls?)(?: of {cream})?{some}", re.IGNORECASE),
        re.compile(rf"\b{number}[- ]scoops?(?: of)? {cream}(?: cone)?(?: with)?{some}", re.IGNORECASE),
        re.compile(rf"\b{number} scoops? of (?P<flavours>{flavour}(?:(?:, ?|,? and ){flavour}){{0,3}}) {cream}(?: in an? (?:waffle )?cone)?", re.IGNORECASE),
    )  # fmt: skip


@cache
def _scoops_zh() -> tuple[re.Pattern[str], ...]:
    flavour = rf"(?:{_table('zh').flavour})"
    some = rf"(?:[，,、：:（(]?(?:分别)?(?:是|为)?(?P<flavours>{flavour}(?:味|色)?(?:(?:[、，,]|和|与){flavour}(?:味|色)?){{0,3}}(?:味|口味)?[）)]?))?"
    number = r"(?P<n>[一两二三四双单1-4])"
    cream = r"(?:冰淇淋|冰激凌|雪糕|甜筒)(?:甜筒|球)?"
    return (
        re.compile(rf"{cream}[，,]?(?:上面?)?(?:有|带|放着?)?{number}个?(?:不同口味的|冰淇淋)?球{some}"),
        re.compile(
            rf"(?P<flavours>{flavour}(?:(?:[、，,]|和|与){flavour}){{0,3}})(?:味|口味)?的?{number}个?(?:冰淇淋)?球的?{cream}"
        ),
        re.compile(rf"{number}个?(?:不同口味的|冰淇淋)?球的?{cream}{some}"),
    )


_PART_EN = re.compile(r", ?|,? and (?:one )?")
_PART_ZH = re.compile(r"[、，,]|和|与")


def _scooped_en(text: str) -> str:
    for pattern in _scoops_en():
        text = pattern.sub(lambda match: _on_a_cone(match, "en"), text)
    return text


def _scooped_zh(text: str) -> str:
    for pattern in _scoops_zh():
        text = pattern.sub(lambda match: _on_a_cone(match, "zh"), text)
    return text


def _on_a_cone(match: re.Match[str], lang: WordLanguage) -> str:
    """The colours, and the name of a cone with so many scoops."""
    said = match["n"].lower()
    count = _NUMBERS.get(said) or int(said)
    flavours = match["flavours"] or ""
    words = [re.sub(r"[味色口）)]+$", "", word.strip()) for word in (_PART_EN if lang == "en" else _PART_ZH).split(flavours) if word]  # fmt: skip
    colours = [_table(lang).colours.get(word.lower(), "") for word in words]
    colours = list(dict.fromkeys(colour for colour in colours if colour))[:count]
    cone = _CONES[lang].format((_EN_NUMBERS if lang == "en" else _ZH_NUMBERS)[min(count, MOST_SCOOPS)])
    if lang == "en":
        listed = (
            f"{', '.join(colours[:-1])} and {colours[-1]} striped" if len(colours) > 1 else "".join(colours)
        )
        return f"{listed} {cone}".strip()
    return f"{''.join(colours)}{'条纹' * (len(colours) > 1)}的{cone}" if colours else cone
