"""What people say of a room in short: 关灯, "turn the lights on", 地上铺块地毯, 把桌子换成圆的, 换件紫色的毛衣.

Each is told as the grammar reads it: the light as that of the picture, a shape as the kind that has it, and clothes with the
one who is there to put them on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+and\s+|然后|并且)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ASKED = r"\W*(?:please |now |then |can you |could you )*"
_LIGHTS = r"(?:all )?(?:(?:the|his|her|their|all) )?(?:(?:room|ceiling|desk|table|bedside|floor) )?(?:lights?|lamps?|lighting)"
_SWITCHED = Pattern(
    rf"{_ASKED}(?:(?:turn|switch|put)(?:ed)? (?:back )?(?P<way>off|on|out) {_LIGHTS}|(?:turn|switch|put) {_LIGHTS} (?:back )?(?P<way2>off|on|out)"
    rf"|{_LIGHTS}(?: (?:is|are|should be|turned|switched))* (?P<way3>off|on|out|lit|glowing|shining)|lights[ -]out)(?: (?:in the room|please|now))?\W*"
    r"|\W*(?:请|再|帮我|让\w{1,3})*(?:把)?(?:屋里|房间里?|室内|所有|家里)?的?(?:(?P<zh>[关熄灭开亮点]|打开|关掉|关上|点亮)(?:了|掉|上|着|一盏|起)*(?:台|吊|电|顶|床头|落地|路)?灯|(?:台|吊|电|顶|床头|床头的|落地|路)?灯光?(?:全|都|是|要|也)*(?P<zh2>[关熄灭开亮]|打开|关掉|关上|点亮|熄灭|亮起))(?:了|掉|上|着|来|的|一下|吧)*\W*"
)
_LAID = Pattern(
    r"\W*(?:请|再|帮我|给)*(?:在)?(?:地上|地面上?|地板上?|客厅里?|房间里?|卧室里?|屋里|床边|沙发前面?|脚下)?铺(?:上|了|着)?(?:一)?(?P<how>[块张条个]?)(?P<what>[^，。,]{0,8}(?:地毯|毯子|地垫|垫子))\W*"
)
_ROUND = Pattern(
    rf"{_ASKED}(?:make|turn|change|have|replace|swap) the (?P<en>(?:[a-z]+ )?(?:table|rug|carpet|mat))(?: (?:in)?to| with| for| be)? (?:an? )?(?:round|circular|oval)(?: (?:one|shape|table|rug|carpet))?\W*"
    r"|\W*(?:请|再)*(?:把|将|让)?(?P<zh>[^，。,把将]{0,3}(?:桌子?|地毯|毯子|垫子))(?:换成|变成|改成|做成|换为|改为|弄成|是|要)(?:一[张块个])?(?:椭?圆)(?:形)?(?:的|桌子?|地毯)*\W*"
)
_PUT_ON = Pattern(
    r"(?P<ask>\W*(?:请|再|帮我)*)换(?:上|成)?(?P<what>一?[件条顶身双套副](?:[^，。,]{0,8}?)(?:衣|裙|裤|衫|袍|服|装|帽|鞋|靴|袜|巾|套|袄|毛衣|外套|T恤|旗袍|围裙|眼镜)[^，。,]{0,2})"
)


def told_of_the_room(prompt: str, base: Scene) -> str:
    """The wish with what is said of a room in short told in full; quotations stay as they are."""
    if any(mark in prompt for mark in '"“「『《'):
        return prompt
    if base.env.place in INDOORS:
        prompt = _TILES.sub(lambda match: _of_tiles(match, base), prompt)
        prompt = _TO_THE_WALL.sub("on the wall", prompt)
        if any(one.kind == "stove" for one in base.objects):
            prompt = prompt.replace("灶台", names("zh", "stove"))  # which is else a kitchen's
    return "".join(_told(clause, base) for clause in _CLAUSES.split(prompt))


def _told(clause: str, base: Scene) -> str:
    for pattern, tell in _TURNS:
        if (match := pattern.fullmatch(clause)) is not None and (said := tell(match, base)) is not None:
            return f" {said}" if clause[:1] == " " else said
    return clause


def _said(match: re.Match[str], *groups: str) -> str:
    found: Mapping[str, str | None] = match.groupdict()
    return next((value for name in groups if (value := found.get(name))), "")


def is_lamp(thing: Thing) -> bool:
    """Whether it can be switched on, or lit."""
    kind = stock_of(thing)
    return kind.shines and not kind.alive and kind.habitat != "sky"


def switched(clause: str) -> bool | None:
    """Whether a clause says that the lamps are on, or off; None for any other."""
    match = _SWITCHED.fullmatch(clause)
    return None if match is None else _is_on(match)


def _is_on(match: re.Match[str]) -> bool:
    return _said(match, "way", "way2", "way3", "zh", "zh2") in _ON


_ON = frozenset({"on", "lit", "glowing", "shining", "开", "打开", "亮", "点亮", "点", "亮起"})


def _light(match: re.Match[str], base: Scene) -> str | None:
    """A picture without lamps gets darker, and with them lighter; lamps that are there are lit themselves."""
    if any(is_lamp(one) and one.lit is not _is_on(match) for one in base.objects):
        return None
    chinese = _HAN.search(match[0]) is not None
    lamp = re.search(
        r"\b(?:(?:desk|floor|table|bedside|standing|reading) )?lamps?\b|[台吊落床]灯|落地灯|床头灯", match[0]
    )
    if lamp is not None and not any(is_lamp(one) for one in base.objects):
        raise NotDrawable(notes.not_in_picture(lamp[0], "zh" if chinese else "en"))
    on = _is_on(match)
    if on and "路灯" in match[0] and base.env.place not in INDOORS:
        return "加一盏亮着的路灯"
    if chinese:
        return "，".join(["画面亮一点" if on else "画面暗一点"] * 2)
    return ", ".join(["brighter" if on else "darker"] * 2)


def _on_the_floor(match: re.Match[str], base: Scene) -> str:
    return f"加一{match['how'] or '块'}{match['what']}"


def _of_that_shape(match: re.Match[str], base: Scene) -> str | None:
    """The table or the rug that is there as the round one of its kind."""
    lang = "zh" if match["zh"] else "en"
    named = match["zh"] or match["en"]
    rug = re.search(r"rug|carpet|mat|毯|垫", named) is not None
    shown = [one.kind for one in base.objects]
    former = "rug" if rug else "dining-table"
    if former not in shown:
        return None
    new = names("zh" if lang == "zh" else "en", f"round-{'rug' if rug else 'table'}")
    return f"把{named}换成{new}" if lang == "zh" else f"replace the {named} with a {new}"


def _on_whom(match: re.Match[str], base: Scene) -> str | None:
    """Clothes for the only one who is there, or who was spoken of last."""
    people = [one for one in base.objects if has_arms(stock_of(one)) and kinds()[one.kind].alive]
    focus = [one for one in people if one.id == base.focus]
    found: list[Thing] = people if len(people) == 1 else focus
    if not found or found[0].lang != "zh":
        return None
    on = "戴" if _ON_THE_HEAD.search(match["what"]) else "穿"
    return f"{match['ask']}给{found[0].label}{on}{match['what']}"


_ON_THE_HEAD = re.compile("[帽巾镜]|手套|项链|发卡")
_TILES = Pattern(
    r"\b(?P<floor>floor )?(?:(?:wall|bathroom|kitchen) )?tiles\b|(?P<zh>地面?的?)?(?:墙上的|墙面的)?瓷砖|墙砖"
)


def _of_tiles(match: re.Match[str], base: Scene) -> str:
    """What is tiled: the wall of a bathroom and a kitchen, and else the floor."""
    chinese = _HAN.search(match[0]) is not None
    wall = not (match["floor"] or match["zh"]) and base.env.place in _TILED
    return ("墙" if wall else "地板") if chinese else ("walls" if wall else "floor")


_TO_THE_WALL = Pattern(r"(?<=\w )(?:onto|to) the walls?\b(?! of)")
_TILED = frozenset({"bathroom", "kitchen"})


_IN_THAT_COLOUR = Pattern(
    rf"{_ASKED}(?:make|paint|turn|colou?r|change)(?: the colou?r of)? (?:the|this|her|his|their) (?:whole |entire )?(?:room|kitchen|bedroom|living room|bathroom|classroom|office|shop|store|restaurant|caf[eé]|hall|library|nursery|kids?['’]s? room)(?: (?:to|in|into))? (?P<en>[a-z -]{{3,20}}?)(?: please)?\W*"
    r"|\W*(?:请|再)*(?:把|将)?(?:整个)?(?:房间|屋子|屋里|厨房|卧室|客厅|浴室|教室|办公室|商店|餐厅|咖啡馆|图书馆)(?:的颜色)?(?:都|全)?(?:换成|变成|改成|刷成|涂成|漆成|弄成|是|要)(?P<zh>[\u4e00-\u9fff]{1,5}?)(?:的)?\W*"
)
"""A room in another colour: that of its walls."""


def _of_the_walls(match: re.Match[str], base: Scene) -> str | None:
    """The walls painted, where the word is a colour."""
    word = match["en"] or match["zh"]
    tokens = tokenise(word)
    if base.env.place not in INDOORS or not tokens or not any(one.get("colours") for one in tokens):
        return None
    return f"墙刷成{word}" if match["zh"] else f"make the walls {word}"


_TURNS = (
    (_IN_THAT_COLOUR, _of_the_walls),
    (_SWITCHED, _light),
    (_LAID, _on_the_floor),
    (_ROUND, _of_that_shape),
    (_PUT_ON, _on_whom),
)
