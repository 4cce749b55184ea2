"""How much, as people exaggerate: "a lot bigger", "super small", "make it giant", "remove half of them"."""

from __future__ import annotations

import re
from collections import Counter

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import shown_with
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.wording import Pattern

_COMPARED = r"(?:bigger|larger|smaller|taller|shorter|wider|longer|thinner|fatter|narrower|higher|lower|brighter|darker|lighter)"
_MUCH = Pattern(
    rf"\b(?:a (?:whole |hell of a )?lot|(?:way|tons|loads|lots|heaps|so much|much)(?: (?:way|much))*|quite a bit|a good deal|significantly|considerably|noticeably) (?={_COMPARED}\b)"
)
_SO = Pattern(
    r"\b(?:super|ultra|mega|really really|very very|extremely|insanely|incredibly|ridiculously|so) (?:(?P<small>small|tiny|little)|big|large|huge|massive)\b(?=$|[,.;!]| please| and )"
)
_AS = Pattern(
    r"(?P<lead>\b(?:make|turn) (?:it|him|her|them|the [a-z ]{2,24}?)|\b(?:it|he|she|the [a-z ]{2,24}?) (?:should|must|needs to) be) (?:(?P<small>microscopic|minuscule|miniscule|teeny(?:[- ]tiny)?|itty[- ]bitty|teensy|miniature)|giant|colossal|ginormous|humongous|immense|monstrous|giant[- ]sized)(?=$|[,.;!]| please)"
)
_SET = Pattern(
    r"\b(?:change|switch|set|turn) the (?:season|weather|time(?: of (?:day|year))?) (?:in)?to (?:be )?(?=[a-z])"
)
_HALF = Pattern(
    r"(?:(?:please|now|and|then) )*(?:(?:(?P<verb>remove|delete|take away|get rid of|erase|lose)|(?:keep|leave)(?: (?:only|just))?|only|just) half (?:of )?(?:the (?P<what>[a-z ]{2,20}?)|them)|half (?:of them|as many))(?: please| away)?[.!]?"
)


def told_by_degree(prompt: str, base: Scene) -> str:
    """The wish in plain measures."""
    if base.env.place == "snow" and _THAWS.fullmatch(prompt.strip()) is not None:
        return f"{prompt}, in a meadow" if prompt.isascii() else f"{prompt}，在草地上"
    if not prompt.isascii():
        for longer, plain in _PLAIN_ZH:
            prompt = longer.sub(plain, prompt)
        return _GIVEN_ZH.sub(lambda match: _compared_zh(match, base), prompt)
    if (half := _HALF.fullmatch(prompt.strip())) is not None and (told := _halved(half, base)) is not None:
        return told
    if (just := _JUST.fullmatch(prompt.strip())) is not None and (told := _so_few(just, base)) is not None:
        return told
    prompt = _DRESSED.sub(r"give \g<who> \g<what>", _OFF.sub(r"remove \g<whose>\g<what>", prompt))
    prompt = _ONE_AND_OTHER.sub(lambda match: _each_by_side(match, base), prompt)
    prompt = _PART_PUT.sub(r"give \g<who> \g<what>", prompt)
    prompt = _GIVEN.sub(lambda match: _compared(match, base), _FULL_BEARD.sub("large ", prompt))
    prompt = _SET.sub("make it ", prompt)
    prompt = _SO.sub(lambda match: "tiny" if match["small"] else "huge", _MUCH.sub("much ", prompt))
    return _AS.sub(lambda match: f"{match['lead']} {'tiny' if match['small'] else 'huge'}", prompt)


_PLAINLY = {
    "bigger": "big", "larger": "large", "longer": "long", "taller": "tall", "smaller": "small", "shorter": "short", "wider": "wide", "fuller": "large", "thicker": "large", "bushier": "large",
}  # fmt: skip
_GIVEN = Pattern(
    r"\bgive (?P<who>him|her|it|them|the [a-z ]{2,24}?) (?:an? )?(?:(?:much|even|way|slightly|a bit|a little) )?"
    rf"(?P<how>{'|'.join(_PLAINLY)}) (?P<what>[a-z][a-z -]{{1,20}}?)(?=$|[,.;!]| please\b| and )"
)
"""Somebody is to have another as they have: "give him a bigger hat"."""
_FULL_BEARD = Pattern(
    r"\b(?:long|bushy|full|thick|huge|big)(?:,? (?:long|bushy|full|thick|huge|big))* (?=beard\b)"
)
_WHOSE = {"him": "his", "her": "her", "it": "its", "them": "their"}


def _compared(match: re.Match[str], base: Scene) -> str:
    """What they have is to be so; where they have none, they are to have one that is so at all."""
    who, how, what = match["who"], match["how"], match["what"]
    if what in ("smile", "grin"):
        return f"make {who} smile" if how not in ("smaller", "shorter") else match[0]
    worn = [one for one in named_in(f"the {what}", base) if one.rel is not None and one.rel.type in ATTACHED]
    told = "larger" if _PLAINLY[how] in ("large", "tall", "wide") else how
    drawn = any(what in shown_with([one.kind]) for one in base.objects)
    if drawn or any(one.kind not in HAIR for one in worn):
        return f"make {_WHOSE.get(who) or 'the'} {what} {told}"
    return f"give {who} {'' if what == 'hair' else 'a '}{_PLAINLY[how]} {what}"


_CLOTHES = r"(?:pyjamas|pajamas|suits?|coats?|raincoats?|dress(?:es)?|jackets?|uniforms?|swimsuits?|sweaters?|hoodies?|boots|kimonos?|gowns?|overalls|aprons?|wellies|wellingtons|t-?shirts?|tutus?|robes?)"
_DRESSED = Pattern(
    rf"^(?:please )?put (?P<who>them(?: both| all)?|both of them|him|her|the [a-z]+(?: [a-z]+)?) in(?:to)? (?P<what>(?:an? |some |matching )?(?:[a-z]+ )?{_CLOTHES})(?= please|[.!]?$)"
)
"""Clothes that somebody is put in."""
_OFF = Pattern(
    r"^(?P<whose>(?:his |her |their |the )?)(?P<what>hats?|caps?|coats?|glasses|sunglasses|scarf|scarves|helmets?|masks?|jackets?|gloves|crowns?) off(?= please|[.!]?$)"
)
_ONE_AND_OTHER = Pattern(
    r"^one (?:of them )?(?:has|should have|gets|should get|wears|should wear|with) (?P<one>[a-z][a-z -]{2,30}?),? (?:and |but )?the other(?: one| girl| boy)?(?: (?:has|should have|gets|should get|wears|should wear|with))? (?P<other>[a-z][a-z -]{2,30}?)(?= please|[.!]?$)"
)
"""What one of two has, and what the other."""


def _each_by_side(match: re.Match[str], base: Scene) -> str:
    """The left one and the right one, where two of a kind are there."""
    count = Counter(one.kind for one in base.objects if kinds()[one.kind].alive)
    if sorted(count.values()) != [2]:
        return match[0]
    return f"give the left one {match['one']} and give the right one {match['other']}"


_PART_PUT = Pattern(
    r"^(?:please )?(?:put|add|stick|place) (?P<what>(?:an?|some|two) (?:[a-z]+ )?(?:nose|eyes|mouth|buttons|arms)) (?:on|to|onto) (?P<who>the (?!table|bed|plate|coat|shirt|jacket|dress)[a-z]+|him|her|it)(?= please|[.!]?$)"
)
"""A part of a drawing that is told as a thing to put there."""
_GIVEN_ZH = Pattern(
    r"给(?P<who>[他她它]|[\u4e00-\u9fff]{1,5}?)(?:再|也)?(?:换上?|来|戴上?|穿上?)?(?:成)?一?[顶条个只件把双根副张](?:更|再)?(?P<how>[大小长短高])(?:一?[点些])?的(?P<what>[\u4e00-\u9fff]{1,5}?)(?=$|[，。,！!])",
    re.NOFLAG,
)
_PLAIN_ZH = (
    (Pattern(r"(?<=太[大小高矮胖瘦长短])(?=[，,])", re.NOFLAG), "了"),
    (Pattern(r"(?:铅笔|炭笔|彩铅)(?=素描)", re.NOFLAG), ""),
    (Pattern(r"(?<=[，,])(?:把它)?[弄搞](?=(?:得)?[大小高矮胖瘦](?:一?[点些]|很多))", re.NOFLAG), "变"),
    (Pattern(r"(?:巧克力|草莓|香草|抹茶|奶油)味的(?=[\u4e00-\u9fff]{1,2}色的?\S*蛋糕)", re.NOFLAG), ""),
    (Pattern(r"(?P<does>[挂立放竖加举贴摆])(?P<n>一?[个块张条])(?P<board>牌子|木牌|招牌|横幅|告示牌|路牌|标语)[，,]\s*上?面?写[着上](?P<words>“[^”]+”)", re.NOFLAG), r"\g<does>\g<n>写着\g<words>的\g<board>"),
)  # fmt: skip
"""What is said at greater length than it need be: the medium of a sketch, the taste of a brown cake, what stands on a sign."""
_LARGER_ZH = {"大": "大", "长": "大", "高": "大", "小": "小", "短": "小"}


def _compared_zh(match: re.Match[str], base: Scene) -> str:
    """The same in Chinese, where it is worn or held: 给他换顶大一点的帽子."""
    worn = [one for one in named_in(match["what"], base) if one.rel is not None and one.rel.type in ATTACHED]
    if (
        not worn
        or any(one.kind in HAIR for one in worn)
        or not ("更" in match[0] or "点" in match[0] or "些" in match[0])
    ):
        return match[0]
    return f"把{match['who']}的{match['what']}变{_LARGER_ZH[match['how']]}一点"


_THAWS = Pattern(
    r"(?:now )?(?:please )?(?:(?:make|turn|change) (?:it|that|this)(?: (?:into|to|be))?|it(?:'s| is| should be)|let it be)(?: now)? (?:spring|summer|autumn|fall)(?:time)?(?: now| instead| please)?"
    r"|(?:把)?(?:季节|现在|画面)?(?:改成|换成|变成|变为|改为|是|到了?|要)(?:春天|夏天|秋天)了?"
)
"""A season in which no snow lies."""


_JUST = Pattern(
    r"(?:(?:please|now|and|then|ok) )*(?:make it|let it be|there should be|there must be|i want|keep|leave|have) (?:just|only) (?P<n>one|two|three|four|1|2|3|4) (?P<what>[a-z ]{2,20}?)(?: please| instead)?[.!]?"
)
_FEW = {"one": 1, "two": 2, "three": 3, "four": 4}


def _so_few(match: re.Match[str], base: Scene) -> str | None:
    """ "Make it just one boy", of two that are there."""
    alike = named_in(match["what"], base)
    wanted = _FEW.get(match["n"].lower()) or int(match["n"])
    gone = len(alike) - wanted
    return None if gone < 1 else f"remove {'one' if gone == 1 else gone} {alike[0].label}"


def _halved(match: re.Match[str], base: Scene) -> str | None:
    """Half of those that are several goes, or all but half."""
    alike = named_in(match["what"], base) if match["what"] else _several(base)
    if len(alike) < 2:
        return None
    gone = len(alike) // 2 if match["verb"] else len(alike) - len(alike) // 2
    return f"remove {gone} {alike[0].label}" if gone > 1 else f"remove one {alike[0].label}"


def _several(base: Scene) -> list[Thing]:
    """All of the kind of which there are most, things rather than people."""
    free = [
        one for one in base.objects if one.rel is None or one.rel.type not in ATTACHED or not one.rel.part
    ]
    most = Counter((not kinds()[one.kind].alive, one.kind) for one in free).most_common()
    best = max(most, key=lambda each: (each[1], each[0][0]), default=None)
    return [] if best is None else [one for one in free if one.kind == best[0][1]]
