"""What is said in short of what stands beside something that is there: 筷子放左边 is left of the bowl, 门两边 is left and right of
the door, 面上 on the noodles, and a calf beside cows is one of theirs.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import at_both_ends, called_apart
from paintover.engines.illustrator.retelling.talk import is_colour
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import bearer_of
from paintover.engines.illustrator.wording import Pattern

_PUT_ASIDE = Pattern(
    r"(?:把|将)?(?P<what>[\u4e00-\u9fff]{1,5}?)(?:应该)?(?:放|移|挪|摆)(?:到|在|去)?(?P<side>[左右])(?:边|侧|面)(?:去|来|吧)*"
    r"|(?:please )?(?:put|move|place|lay) the (?P<thing>[a-z ]+?) (?:to|on) the (?P<hand>left|right)(?: side)?(?: please)?"
)
_BOTH_SIDES = Pattern(
    r"(?:在)?(?P<ground>[\u4e00-\u9fff]{1,4}?)(?:的)?两[边侧旁](?:各|都|再)?(?P<does>挂|放|摆|种|加|立|画|添)(?:上|着|了)?(?:一|两)?(?:[个只盏棵盆根])?(?P<what>[\u4e00-\u9fff]{1,5})"
    r"|(?:put|add|hang|place|plant|set) (?:an? |two |some )?(?P<thing>[a-z ]+?)s? (?:on|at) (?:both|either|each) sides? of the (?P<by>[a-z ]+)"
)
_AT_EITHER_SIDE = Pattern(
    r"(?:在)?(?:左右)?两[边侧旁](?:各|都|再)*(?:挂|放|摆|种|加|立|画|添|来|站)(?:上|着|了)?(?:一|1)?(?P<one>[个只盏棵盆根匹条朵把])(?P<what>[\u4e00-\u9fff]{1,5})",
    re.NOFLAG,
)
"""At either side of all that is there."""
_CANDLES = Pattern(
    r"(?:再)?(?:加|插|放|点|来|画)(?:上)?(?P<many>[一两二三四五六七八九十几\d]{1,2})?(?P<m>[根支个])?(?:生日)?蜡烛",
    re.NOFLAG,
)
_ON_A_LEASH = Pattern(
    r"(?:please )?(?:add|put|draw) (?P<x>an? (?:[a-z]+ ){0,2}(?:dog|puppy|cat|horse|pony|goat|cow)) on (?:an?|its|the) (?:leash|lead|rope)(?: (?:beside|next to|with|near|behind) [a-z ]+)?"
)
_BY_THE_SIDE = Pattern(
    r"(?:让)?(?P<who>[\u4e00-\u9fff]{1,4}?)(?:就|也|正|都)?在(?:一?旁边?|一旁|边上)(?P<does>[\u4e00-\u9fff]{1,8})",
    re.NOFLAG,
)
_NUMBERED = Pattern(
    r"(?:please )?(?:change|make|turn) (?P<who>the [a-z]+)(?:'s|’s) (?P<what>shirt|jersey|t-shirt) (?:to |into |have |say )*(?:a |the )?(?P<number>(?:number|no\.?) ?\d{1,3})"
)
_SCRUBS = Pattern(
    r"\b(?P<whose>his|her|their|the (?:nurse|doctor|surgeon|vet)(?:'s|’s)) scrubs\b(?: from [a-z ]+?(?= to\b))?"
)
_LARGE_AND_SMALL = Pattern(
    r"(?P<does>放|加|画|来|摆|添|有)(?:上|了)?[两2](?P<one>[个只把头条匹辆座棵朵盆])(?P<what>[\u4e00-\u9fff]{1,5}?)[，, ]*一(?:[个只把头条匹辆座棵朵盆])?大[，, ]*一(?:[个只把头条匹辆座棵朵盆])?小",
    re.NOFLAG,
)
_CLOUDS = Pattern(
    r"(?:(?:add|put|draw|show) )?(?:in )?(?:a few|some|several)(?: more)? (?:(?:small|white|fluffy|nice|little) )*clouds(?: (?:in|to|into|on) the sky)?"
    r"|(?:在)?(?:天上|天空中?|天空上)?(?:再)?(?:加|画|添|来)(?:上)?(?:几[朵片]|一些|些|点)(?:白|小)?云(?:朵|彩)?"
)
_INTO_THE_SKY = Pattern(
    r"(?:(?:please|now|and|also|can you) )*(?:add|put|draw|show|place|there (?:is|are|should be)) "
    r"(?P<en>(?:(?!\b(?:on|in|into|at|above|over|behind|near|beside|to|outside)\b)[a-z ,])+)(?: (?:in|into|to) the sky)?"
    r"|(?:请|再|帮我|然后)*(?:天上|天空中?)?(?:加|画|添|来|放|有)(?:上|个)?(?P<zh>[\u4e00-\u9fff、]{1,12})"
)
_OFF_AND_ON = Pattern(
    r"(?:please )?take the (?P<what>[a-z]+)(?: off| down)(?:,| and|, and) (?:put|place|set) (?:it|him|her) (?P<where>(?:on|in|under|next to|beside|behind) the [a-z ]+)"
)
_BARE_COLOURS = Pattern(
    r"(?:the )?(?P<noun>[a-z]+s) (?P<colours>[a-z]+(?:(?:,| and|, and) [a-z]+){0,2})(?: please| instead)?"
)
_CLAD_BESIDE = Pattern(
    r"\b(?:put|add|draw) (?P<who>an? [a-z]+(?: [a-z]+)?) (?P<where>(?:next to|beside|behind|in front of|to the (?:left|right) of) the [a-z]+) "
    r"(?P<clad>(?:wearing|holding) an? [a-z]+(?: [a-z]+)?)"
)
"""Who comes has that on, and not what they come next to."""
_CORNER_OF_A_ROOM = Pattern(
    r"\b(?:in|into|at) the (?:far |back )?(?P<side>left|right)(?:[ -]hand)? corner(?: of the room)?\b"
    r"|(?:在|到)?(?:房间|屋子|屋里|客厅|卧室)?的?(?P<hand>[左右])(?:边|侧)?(?:的)?(?:墙角|角落)(?:里|上|处)?"
)
"""Where furniture stands; a corner of the picture is told as 左下角."""
_SO_MANY_MORE = Pattern(
    r"^(?P<what>[\u4e00-\u9fff]{1,4}?)(?:再)?多(?:插|加|放|画|来|种|摆|点)(?:上)?(?P<many>[一两二三四五六])(?P<one>[根个只把条棵朵盏块颗头匹])$",
    re.NOFLAG,
)
_SITS_INSTEAD = Pattern(r"(?P<who>[\u4e00-\u9fff]{1,4}?)(?:换|改|变)成(?=[坐站躺趴蹲骑]在)", re.NOFLAG)
_AT_THE_BACK = Pattern(r"^(?:在)?(?=身[后旁边前])", re.NOFLAG)
_ON_A_HAT = Pattern(
    r"\b(?P<on>on(?:to)?|on top of) (?P<who>(?:the|his|her|its) [a-z]+)(?:'s|’s) (?:hat|cap|helmet)\b(?! that)|(?P<zh>[\u4e00-\u9fff]{1,4})的?帽子上(?=[站停落放插有])"
)
_ON_NOODLES = re.compile(r"(?<=[在到放铺撒])面上(?!面)")
_GIVEN_BACK = Pattern(
    r"\bgive (?P<who>him|her|them|it|the [a-z]+) back (?:his|her|its|their|the|that|an?) (?P<what>(?:[a-z]+ )?[a-z]+)\b"
    r"|\bgive (?:his|her|its|the) (?P<own>(?:[a-z]+ )?[a-z]+) back to (?P<to>him|her|them|it|the [a-z]+)\b"
)
_GIVEN_BACK_ZH = Pattern(
    r"(?:把|将)(?P<what>[\u4e00-\u9fff]{1,6}?)还给(?P<to>[\u4e00-\u9fff]{1,6})", re.NOFLAG
)
_CALF = re.compile(r"小牛(?!肉|皮|奶)|牛犊|\bcalf\b")


_TO_ONES_LEFT = Pattern(
    r"\bto (?P<whose>his|her|its|their) (?P<side>left|right)(?: side)?\b(?! (?:hand|arm|leg|foot|eye|ear|paw|shoulder|wing|cheek|knee|wrist)s?\b)"
)
_OF_WHOM = {"his": "him", "her": "her", "its": "it", "their": "them"}


def _to_the_left_of(match: re.Match[str]) -> str:
    """ "To his left" is a place, and gives him nothing."""
    return f"to the {match['side'].lower()} of {_OF_WHOM[match['whose'].lower()]}"


_OVERHEAD = re.compile(
    r"(?:头顶|头)(?:上面?|顶)?(?=(?:再)?(?:加|放|画|有|来|飘|飞|升)(?:着|上|起)?[一两三四五几些]?[个只朵颗架道片]?(?:小|大|红|白|彩色)?(?:气球|云|白云|乌云|星星|月亮|太阳|彩虹|飞机|热气球|蝴蝶(?!结)|海鸥))"
)
"""Over somebody's head, where what floats and flies has its place, and not on it."""


def told_nearby(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with what it means told in full; as it is where it is no such wish."""
    prompt = _OVERHEAD.sub("上方", prompt)
    bare = prompt.strip(" .。!！~")
    forms: tuple[Form, ...] = (
        (_PUT_ASIDE, _aside),
        (_BOTH_SIDES, _on_both_sides),
        (_AT_EITHER_SIDE, _at_either_side),
        (_CANDLES, _on_the_cake),
        (_ON_A_LEASH, _led_along),
        (_NUMBERED, _with_the_number),
        (_BY_THE_SIDE, _does_so_beside),
        (_CLOUDS, _more_clouds),
        (_INTO_THE_SKY, _outside),
        (_OFF_AND_ON, _put_there),
        (_BARE_COLOURS, _painted),
    )
    if (said := told_by_form(bare, base, forms)) is not None:
        return said
    prompt = _TO_ONES_LEFT.sub(_to_the_left_of, prompt)
    prompt = _SCRUBS.sub(r"\g<whose> uniform", prompt)
    prompt = _LARGE_AND_SMALL.sub(r"\g<does>一\g<one>大\g<what>和一\g<one>小\g<what>", prompt)
    prompt = _CLAD_BESIDE.sub(r"add \g<who> \g<clad> \g<where>", prompt)
    prompt = _GIVEN_BACK.sub(_given_again, prompt)
    prompt = _GIVEN_BACK_ZH.sub(_worn_again, prompt)
    prompt = _SO_MANY_MORE.sub(r"再加\g<many>\g<one>\g<what>", prompt)
    prompt = _SITS_INSTEAD.sub(r"\g<who>", prompt)
    somebody = [one for one in base.objects if is_somebody(one.kind)]
    if len(somebody) == 1:
        prompt = _AT_THE_BACK.sub(f"在{somebody[0].label}", prompt)
    if not any(one.rel is not None and one.rel.type == "wear" for one in base.objects):
        prompt = _ON_A_HAT.sub(_on_the_head, prompt)  # a hat that the drawing has
    noodles = [one.label for one in base.objects if one.label.endswith("面") and len(one.label) > 1]
    if len(noodles) == 1:
        prompt = _ON_NOODLES.sub(f"{noodles[0]}上", prompt)
    if base.env.place in INDOORS:
        rest = _CORNER_OF_A_ROOM.sub("", prompt)
        loose = [kinds()[kind] for token in tokenise(rest) if (kind := token.get("kinds")) is not None]
        small = bool(loose) and all(kind.habitat == "table" and not kind.alive for kind in loose)
        prompt = _CORNER_OF_A_ROOM.sub(_in_that_corner if small else _at_that_wall, prompt)
    if any(one.kind == "cow" for one in base.objects):
        prompt = _CALF.sub(lambda match: "small cow" if match[0].isascii() else "小奶牛", prompt)
    return prompt


def _given_again(match: re.Match[str]) -> str:
    """ "Give him back his beard": to him, and not onto his back."""
    what = match["what"] or match["own"]
    return f"give {match['who'] or match['to']} {'' if what.endswith('s') else 'a '}{what}"


def _worn_again(match: re.Match[str]) -> str:
    """把帽子还给他: on the head, and not only handed over."""
    worn = {kinds()[kind].wear for token in tokenise(match["what"]) if (kind := token.get("kinds"))}
    is_worn = bool(worn) and worn.isdisjoint({None, "hand", "arm"})
    return f"给{match['to']}戴上{match['what']}" if is_worn else match[0]


def _more_clouds(match: re.Match[str], base: Scene) -> str | None:
    """Clouds of the sky itself, where it has such and none is a thing."""
    indoors = base.env.place in INDOORS or any(one.kind == "cloud" for one in base.objects)
    return None if indoors else "more clouds" if match[0].isascii() else "云多一点"


def _outside(match: re.Match[str], base: Scene) -> str | None:
    """Clouds and stars that come to a room are outside its window."""
    if base.env.place not in INDOORS or base.env.place in _WINDOWLESS:
        return None
    said = parse(match["en"] or match["zh"])
    aloft = {one.kind for one in said.mentions} <= _ALOFT and bool(said.mentions)
    told = any(
        one.definite and one.kind not in _LIGHTS for one in said.mentions
    )  # "the stars" may be a thing
    there = any(
        one.kind in _LIGHTS for one in base.objects for mention in said.mentions if mention.kind == one.kind
    )
    if not aloft or said.links or said.left_out or said.place or told or there:
        return None
    if match["en"]:
        return re.sub(r",? and |, ", " outside the window and add ", f"add {match['en']} outside the window")
    return f"窗外加{match['zh']}"


_ALOFT = frozenset({"sun", "moon", "crescent-moon", "cloud", "star", "glowing-star", "shooting-star", "rainbow", "lightning", "fireworks"})  # fmt: skip
_LIGHTS = frozenset({"sun", "moon"})
_WINDOWLESS = frozenset({"card", "page", "tile", "badge", "rays", "studio", "tabletop", "stage"})
"""Papers and grounds, which have no wall for a window."""


def _at_either_side(match: re.Match[str], base: Scene) -> str | None:
    if (ends := at_both_ends(base)) is None:
        return None
    first, last = (called_apart(base, each.id, chinese=True) for each in ends)
    what = f"一{match['one']}{match['what']}"
    return f"{first}左边加{what}，{last}右边加{what}"


def _on_the_cake(match: re.Match[str], base: Scene) -> str | None:
    cakes = [one for one in base.objects if one.kind in ("cake", "birthday-cake")]
    if len(cakes) != 1 or any(one.kind == "candle" for one in base.objects):
        return None
    return f"{cakes[0].label}上插{match['many'] or ('一' if match['m'] else '几')}根蜡烛"


def _with_the_number(match: re.Match[str], base: Scene) -> str | None:
    return f"give {match['who']} a {match['what']} with {match['number']}"


def _led_along(match: re.Match[str], base: Scene) -> str | None:
    """A newcomer on a leash is led by whoever came last."""
    people = [one for one in base.objects if is_somebody(one.kind) and one.id in base.layout]
    return f"{called_apart(base, people[-1].id, chinese=False)} leads {match['x']}" if people else None


def _on_the_head(match: re.Match[str]) -> str:
    return f"{match['zh']}头上" if match["zh"] else f"{match['on']} {match['who']}'s head"


def _does_so_beside(match: re.Match[str], base: Scene) -> str | None:
    """Who is there already does so beside the only other one, and no second one does."""
    named = [one for one in base.objects if one.label == match["who"]]
    others = [one for one in base.objects if kinds()[one.kind].alive and one not in named]
    return f"{match['who']}{match['does']}" if len(named) == 1 and others else None


def _put_there(match: re.Match[str], base: Scene) -> str | None:
    """ "Take the cat off, put it on the floor": it goes there, and nowhere else."""
    what, where = match["what"], match["where"]
    if not any(one.label == what or one.kind == what for one in base.objects):
        return None
    return f"put the {what} {where}"


def _painted(match: re.Match[str], base: Scene) -> str | None:
    """ "Balloons pink and purple", "dogs running": those that are there, in turn."""
    noun = match["noun"]
    many = sum(one.label in (noun, noun.removesuffix("s")) for one in base.objects)
    words = [word for word in re.split(r",? and |, ?", match["colours"]) if word]
    alike = len(words) == 1 and any(
        token.get(role) for token in tokenise(words[0]) for role in ("poses", "moods", "sizes")
    )
    if many < max(2, len(words)) or not (alike or all(is_colour(word) for word in words)):
        return None
    return f"make the {noun} {match['colours']}"


def _at_that_wall(match: re.Match[str]) -> str:
    return f"on the {match['side']}" if match["side"] else f"在{match['hand']}边"


def _in_that_corner(match: re.Match[str]) -> str:
    """What is small lies there, and not on a table at that side."""
    return f"in the bottom {match['side']} corner" if match["side"] else f"在{match['hand']}下角"


def _aside(match: re.Match[str], base: Scene) -> str | None:
    """What lies on a table with one other thing goes to that side of the other."""
    what = match["what"] or match["thing"]
    found = [one for one in base.objects if one.label == what]
    if len(found) != 1 or (table := bearer_of(base, found[0])) is None or table.kind not in TABLES:
        return None
    others = [one for one in base.objects if one.id != found[0].id and _stands_on(base, one, table)]
    if len(others) != 1 or others[0].id not in base.layout or found[0].id not in base.layout:
        return None
    if match["what"]:
        return f"{what}放到{others[0].label}{match['side']}边"
    return f"put the {what} to the {match['hand']} of the {others[0].label}"


def _stands_on(base: Scene, one: Thing, table: Thing) -> bool:
    bearer = bearer_of(base, one)
    return bearer is not None and bearer.id == table.id


def _on_both_sides(match: re.Match[str], base: Scene) -> str | None:
    ground = match["ground"] or match["by"]
    if not any(one.label == ground or one.label.endswith(ground) for one in base.objects):
        return None
    if match["ground"]:
        return f"{ground}左边加一个{match['what']}，{ground}右边加一个{match['what']}"
    return f"add a {match['thing']} to the left of the {ground} and a {match['thing']} to the right of the {ground}"
