"""What is said of the open air: a car that is parked is put there, a pond that is to come is a small one on the ground of the
place, and what goes "across the front" stands before all who are there.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.meant import actor
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called
from paintover.engines.illustrator.retelling.others import called_apart, name_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.aboard import hull_of
from paintover.engines.illustrator.staging.likeness import is_built, is_somebody
from paintover.engines.illustrator.wording import Pattern

_PARK = Pattern(
    r"(?:^|(?<=[,.;] )|(?<=\band )|(?<=\bthen )|(?<=\bplease ))park (?=(?:an?|the|my|his|her|their|our|one|two|three|four|some|it) )"
)
_PARK_ZH = Pattern(r"(?<=把)(?P<what>[\u4e00-\u9fff]{1,8}?)停(?:放|靠)?(?=[到在去])", re.NOFLAG)
_POND = Pattern(
    r"\b(?P<a>an?|another|one|two|some) (?P<how>(?:(?:blue|round|nice|pretty|quiet|frozen) )?)ponds?\b(?! ?water)"
    r"|(?P<zh>[加放画挖添修造有来](?:上|了)?(?:一|两)?[个片口座]?)(?:池塘|水池|荷塘|鱼池)"
)
_THE_POND = Pattern(r"\b(?P<the>the|that|this|a(?= pond\b)) pond\b|池塘|水池|荷塘")
_AT_THE_POND = Pattern(
    r"\b(?:in|into|on|onto|by|next to|beside|near|around) (?:the|a) pond\b|(?:池塘|水池|荷塘)(?:的)?(?:里面?|中|上面?|边上?|旁边?)"
)
"""That something is put to a pond, which comes along where there is none."""
_ACROSS = Pattern(
    r"\b(?:(?:all )?(?:across|along) the (?:whole )?(?:front|foreground|bottom)|in the (?:very )?foreground)(?: of (?:the|it|this) ?(?:picture|image|scene)?)?\b(?! of)"
)
_FOREGROUND_ZH = Pattern(
    r"(?:在)?(?:画面|图片|照片)?(?:的)?(?:最)?前景(?:里面?|中|处|上)?(?=再?[加画添放来摆站有])"
)
_FENCED = Pattern(
    r"^(?P<does>(?:please )?(?:add|put|build|draw|place|set up) )(?P<a>an?|the) (?P<how>(?:(?!picket|rail)[a-z]+ ){0,2})(?:picket |rail )?fence"
    r" (?P<where>in front|(?:all )?(?:across|along) the (?:whole )?(?:front|foreground|bottom)|in the (?:very )?foreground|at the (?:very )?front)"
    r"(?: of (?:the|this) (?:picture|image|scene)| of (?:them|both|everyone|everybody)(?: all)?)?$"
)
_FENCED_ZH = Pattern(
    r"^(?:在)?(?P<where>(?:画面)?(?:最)?前[面景边方]?)?(?:里)?(?P<does>加|放|围|装|画|立|来|添|有)(?:上|起)?(?:一)?[个圈道排面段]?(?P<how>[\u4e00-\u9fff]{0,3}?)的?(?P<what>栅栏|篱笆|围栏)$",
    re.NOFLAG,
)
_BEFORE_THE_ROW = Pattern(
    r"\s*\b(?:in front of|outside|by|next to) the (?:shops?|stores?|buildings?)\b(?! (?:window|door|sign))"
    r"|(?:在)?(?:商店|店铺|店|楼房?|大楼)(?:的)?(?:门口|门前|前面|外面|前边)"
)
"""Before the houses that line a street, which are of the backdrop: anywhere in the street."""
_BUILT_UP = frozenset({"street", "pavement"})
_HOUSE_M = 2.5
_OF_THE_PLACE = Pattern(
    r"(?P<does>(?:please )?(?:add|put|draw|place|have)) (?:some|a few|several|more|two|three) (?P<what>(?:(?:tall|big|snowy|green|high|distant) )?(?:mountains|hills|woods|dunes))\b"
)
"""Mountains are of the place, and no number of things."""
_BUILT_BEHIND = Pattern(
    r"(?P<lead>(?:please )?(?:add|put|draw|place|build) (?:some|a few|several|three|four|five|six) (?:[a-z]+ ){0,2}(?:buildings|houses|skyscrapers|towers|high-rises|cottages|huts)) (?:behind|at the back|in back)(?: please)?"
    r"|(?:在)?(?:最)?后[面边方](?:再)?(?P<does>加|画|添|有|来|盖|建|放)(?:上)?(?P<zh>(?:几|一些|三|四|五)[栋座幢间排个]?(?:高楼|大楼|楼房|高楼大厦|摩天大?楼|房子|小房子|小屋))"
)
"""Houses that line up behind somebody are those of a town, far back."""
_BEHIND = Pattern(
    r"(?P<lead>(?:please )?(?:add|put|draw|place|plant|hang) (?:an?|some|two|three|four|five|a few|several) [a-z ]{2,24}?) (?:behind|at the back|in back|(?P<front>in front))(?: please)?"
    r"|(?:在)?(?:(?:后|(?P<zh_front>前))[面边方]|(?P<zh_by>旁边))(?P<zh>(?:再)?(?:加|画|添|有|来|种|放|摆|站|挂)(?![\u4e00-\u9fff]*[山云])[\u4e00-\u9fff]{2,8})"
)
_BITES = Pattern(
    r"(?:make |let |have )?(?:(?:the |an? )?[a-z]+|he|she|him|her) (?:catch(?:es)?|has caught|caught|is catching|reels? in) an? (?P<how>(?:big |small |huge |little )?)fish"
    r"|(?:let |make |have )?an? (?P<size>(?:big |small |huge |little )?)fish (?:is |to )?(?:bites?|takes the bait|on (?:the|his|her) (?:hook|line|rod))"
    r"|(?:put|add|hang|place|draw) an? (?P<put>(?:big |small |huge |little )?)fish (?:on|at|onto) (?:the end of )?(?:the|his|her) (?:fishing )?(?:hook|line|rod)"
    r"|(?:让)?(?:[\u4e00-\u9fff]{0,4}?)(?:钓到|钓上来?|钓起)(?:了)?(?:一)?条?(?P<zh>[大小]?)鱼"
    r"|(?:在)?(?:鱼钩|钩子?|鱼线|钓线|鱼竿|钓竿)上(?:再)?(?:挂|加|钓|放|画|有|咬)(?:上|着|了)?(?:一)?条?(?P<hung>[大小]?)鱼"
    r"|(?:水里|河里)?(?:有)?(?:一)?条?(?P<also>[大小]?)鱼(?:上钩|咬钩)(?:了)?"
)
_ON_DECK = Pattern(r"\b(?:on|onto) (?:the )?(?:ship's )?deck\b|(?:在)?甲板上")
_STORM = Pattern(
    r"(?:please )?(?:add |put in |make |with |draw )?(?:some )?(?:dark|black|storm|grey|gray|heavy)(?: (?:storm|rain))? clouds(?:,)? (?:and|with) (?:some |a bit of )?(?:lightning|thunder(?: and lightning)?)(?: please)?"
    r"|(?:加点|加上|来点|加)?(?:乌云|黑云)(?:密布)?(?:和|、|，)?(?:还有|加上)?(?:闪电|打雷|电闪雷鸣)(?:吧)?"
)
"""A storm, which has both and hides the sun."""
_ROUGH = Pattern(
    r"(?:please )?(?:make |let |have )?(?:the )?(?:sea|ocean|water|waves)(?: (?:be|is|are|gets?|should be))? (?:more )?(?:stormy|rough|choppy|wild|raging)(?: please)?"
    r"|(?:让|把)?(?:海上|海面上?|大海|海里)(?:起了?|刮起了?|来了?|变成?|变得|有)?(?:了)?(?:大)?(?:风暴|暴风雨|风浪|大浪|波涛汹涌|巨浪|惊涛骇浪)(?:吧|了)?"
)
_SEASIDE = frozenset({"sea", "deck", "beach", "cliffs", "harbour", "island"})
_STARRY = Pattern(
    r"\bnight(?: time)?,? (?:with|and)(?: (?:lots of|many|some|twinkling|bright|a few|the))* stars?(?: in the sky)?(?: and (?:an?|the) (?:full |big |bright )?moon)?\b"
)
"""The stars and the moon of a night are its own."""
_ROADSIDE = Pattern(
    r"(?:在|到)?(?:马路|道路|公路|大街|街道|街|小路|路)的?(?:一)?(?:边上?|旁边?|一侧)(?=(?:再|也|还|又)?(?:加|放|停|摆|种|画|有|添|立|装))"
    r"|,? ?\b(?:at|by|on|along|beside|near|next to) (?:the )?(?:(?:side|edge) of (?:the )?(?:road|street|lane|path)|road ?side|kerb(?:side)?|curb(?:side)?)\b"
)
"""At the side of whatever road there is, which is no other place."""
_QUAY = re.compile(r"(?:在|到)?(?<![木栈])码头(?:的)?(?:上面?|边上?|里|旁边?|岸边)")
"""On the quay of a harbour, which is its ground."""
_POOL = re.compile(r"(?:水|深)?潭(?=[里中])(?!水)")
_WET = frozenset({"lake", "river", "sea", "underwater", "deck", "waterfall"})
"""Places whose own water the pond of a wish is."""


def told_of_the_open(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture told of its ground; as it is where it is no such wish."""
    prompt = _PARK_ZH.sub(r"\g<what>放", _PARK.sub("put ", prompt))
    prompt = _FOREGROUND_ZH.sub("前面", _ACROSS.sub("in front", prompt))
    if base.env.place in INDOORS:
        alone = sum(one.rel is None and stock_of(one).alive for one in base.objects) == 1
        return _behind_all(prompt, base) if alone else prompt
    prompt = _ROADSIDE.sub("", prompt)
    if base.env.place == "harbour" and not any(one.kind == "pier" for one in base.objects):
        prompt = _QUAY.sub("", prompt)
    if (match := _STORM.fullmatch(prompt.strip(" .。!！"))) is not None:
        return "make it stormy" if match[0].isascii() else "改成雷雨"
    if base.env.place in _SEASIDE and _ROUGH.fullmatch(prompt.strip(" .。!！")) is not None:
        return "make it stormy" if prompt.isascii() else "改成雷雨"
    prompt = _STARRY.sub("night", prompt)
    if (match := _BITES.fullmatch(prompt.strip(" .。!！"))) is not None:
        if any(one.kind == "fishing-rod" for one in base.objects):
            return _hooked(match)
        prompt = _in_their_hands(match, base) or prompt
    vessels = [one for one in base.objects if hull_of(one) is not None]
    if base.env.place == "sea" and len(vessels) == 1:
        prompt = _ON_DECK.sub(lambda match: _aboard(match, base, vessels[0]), prompt)
    prompt = _OF_THE_PLACE.sub(r"\g<does> \g<what>", prompt)
    prompt = _behind_all(prompt, base)
    if base.env.place in _WET:
        return _POOL.sub("水", prompt)
    if not any(one.kind in ("fence", "long-fence") for one in base.objects):
        prompt = _fenced(prompt, base)
    if base.env.place in _BUILT_UP and not any(kinds()[one.kind].height_m > _HOUSE_M for one in base.objects):
        prompt = _BEFORE_THE_ROW.sub("", prompt)
    lacks = _AT_THE_POND.search(prompt) is not None and piece_called("pond", base) is None
    if lacks or any(one.kind == "pond" for one in base.objects):
        return _THE_POND.sub(_the_small_one, prompt)
    return _POND.sub(_a_small_one, prompt)


def _in_their_hands(match: re.Match[str], base: Scene) -> str | None:
    """The catch of who has no rod that it could be at: of a fisherman, or a bear."""
    living = [one for one in base.objects if kinds()[one.kind].alive]
    fishers: list[Thing | None] = [*(one for one in living if one.kind == "fisher"), actor(base)]
    who = next((one for one in fishers if one is not None and kinds()[one.kind].alive), None)
    if who is None:
        return None
    chinese = not match[0].isascii()
    size = next((said for said in match.groupdict().values() if said), "")
    name = name_of(who, chinese=chinese)
    return f"{name}拿着一条{size}鱼" if chinese else f"let the {name} hold a {size}fish"


def _hooked(match: re.Match[str]) -> str:
    """Who fishes has a fish at the end of the line."""
    if match[0].isascii():
        return f"add a {match['how'] or match['size'] or match['put'] or ''}fish on the fishing rod"
    return f"鱼竿上加一条{match['zh'] or match['also'] or match['hung'] or ''}鱼"


def _aboard(match: re.Match[str], base: Scene, vessel: Thing) -> str:
    """On the only ship that is there."""
    zh = not match[0].isascii()
    name = called_apart(base, vessel.id, chinese=zh)
    return f"{name}上" if zh else f"on {name}"


def _behind_all(prompt: str, base: Scene) -> str:
    """What is just "behind" told as behind all who stand there, and houses as far away."""
    bare = prompt.strip(" .。!！")
    if (match := _BUILT_BEHIND.fullmatch(bare)) is not None:
        return f"远处{match['does']}{match['zh']}" if match["zh"] else f"{match['lead']} in the background"
    roots = [one for one in base.objects if one.rel is None and stock_of(one).alive]
    if not roots or (match := _BEHIND.fullmatch(bare)) is None:
        return prompt
    zh, front = match["zh"], bool(match["front"] or match["zh_front"])
    if match["zh_by"] and not any(kinds()[one.kind].alive for one in parse(zh).mentions if one.kind):
        return prompt
    if len(roots) > 1 and not (front or match["zh_by"]):
        return f"{_them(base)}后面{zh}" if zh else f"{match['lead']} behind them"
    if len(roots) > 1 or not _is_around(base.thing(base.focus or ""), roots[0]):
        return prompt
    who = called_apart(base, roots[0].id, chinese=bool(zh))  # and not the tree that came behind them before
    if zh:
        return f"{who}{'旁边' if match['zh_by'] else '前面' if front else '后面'}{zh}"
    return f"{match['lead']} {'in front of' if front else 'behind'} {who}"


def _is_around(thing: Thing | None, one: Thing) -> bool:
    """Whether what was spoken of last lives not, is no building, and was told to be beside, behind or before somebody."""
    if thing is None or thing.rel is None or stock_of(thing).alive or is_built(thing.kind):
        return False
    return thing.rel.to == one.id and thing.rel.type in ("beside", "left", "right", "behind", "front")


def _them(base: Scene) -> str:
    return "他们" if any(is_somebody(one.kind) for one in base.objects) else "它们"


def _fenced(prompt: str, base: Scene) -> str:
    bare = prompt.strip(" .。!！")
    if (match := _FENCED.fullmatch(bare)) is not None:
        return f"{match['does']}{match['a']} {match['how']}long fence in front of them"
    return prompt if (match := _FENCED_ZH.fullmatch(bare)) is None else _a_long_fence(match, base)


def _a_small_one(match: re.Match[str]) -> str:
    if match["zh"]:
        return f"{match['zh']}小池塘"
    return f"{match['a']} {match['how']}small pond"


def _the_small_one(match: re.Match[str]) -> str:
    return f"{match['the']} small pond" if match["the"] else "小池塘"


def _a_long_fence(match: re.Match[str], base: Scene) -> str:
    how = match["how"].removesuffix("的").replace("木", "木头")
    before = f"{_them(base)}前面" if match["where"] else ""
    return f"{before}加一道{how + '的' if how else ''}长栅栏"
