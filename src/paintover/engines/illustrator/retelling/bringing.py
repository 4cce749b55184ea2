"""Who comes bringing something: "grandma brings him soup", 服务员端来一杯咖啡. They are there with it in their hands, or in the mouth."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.meant import actor
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.retelling.whom import one_called
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import bearer_of
from paintover.engines.illustrator.wording import Pattern

_BRINGS = Pattern(
    r"(?:(?:let|have|make) )?(?P<who>(?:(?:the|his|her|their|my|an?|another) )?(?:[a-z]+ )?[a-z]+) "
    r"(?:brings?|is bringing|comes (?:in |over )?(?:with|bringing|carrying)|shows up with|serves|is serving|hands|offers|gives)"
    r"(?: (?P<whom>him|her|it|them|the [a-z]+))? (?P<what>(?:(?:an?|some|the|two|three|his|her|their) )?(?:[a-z]+ ){0,2}[a-z]+)"
    r"(?: (?:to|for) (?P<to>him|her|it|them|the [a-z]+))?"
)
_BRINGS_ZH = Pattern(
    r"(?:让|叫|请)?(?:一?[个位名只条])?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:给|为|帮)?(?:他|她|它|他们|她们|大家)?(?P<how>端|送|拿|捧|叼|提|抱|带|递)(?:着)?(?:了)?(?:过来|上来|来|上|过去)(?:了)?"
    r"(?P<what>(?:[一两三几][个只束朵支枝盒本张块杯瓶份封颗条把件碗盘篮袋根片粒串壶盆])[\u4e00-\u9fff]{1,6})(?:给(?:他|她|它|他们|她们|大家))?",
    re.NOFLAG,
)
_HANDS_ZH = Pattern(
    r"(?:让|叫|请)?(?:一?[个位名])?(?P<who>[\u4e00-\u9fff]{1,5}?)(?:来)?(?:过来)?(?:递|送|拿|端|发)?给(?:了)?(?P<whom>[他她它]|[\u4e00-\u9fff]{1,4}?)(?:递|送|拿|端|倒)?(?:了|来|上)*"
    r"(?P<what>(?:[一两三几][个只束朵支枝盒本张块杯瓶份封颗条把件碗盘篮袋根片粒串壶盆])[\u4e00-\u9fff]{1,6})",
    re.NOFLAG,
)
"""Who hands something to one who is there."""

_SITS_ZH = Pattern(
    r"(?P<who>(?:小|大|老)?[\u4e00-\u9fff]{1,3}?)(?:也)?(?P<does>(?:静静地|乖乖地|安静地|偷偷地?|正)?(?:蹲|坐|趴|躺|站|睡|卧|跪|藏|躲)(?:在|着)[\u4e00-\u9fff]{1,8}?(?:上面?|下面?|底下|里面?|旁边?|边上?|前面?|后面?|脚边|身边|怀里|中间))(?:吧|了)?",
    re.NOFLAG,
)
"""An animal that is somewhere, by its bare name."""
_NO_DEED = r"(?!(?:[a-z]+ )?(?:photos?|pictures?|selfies?|snapshots?|walk|nap|bath|shower|bow|seat|break|look|rest|ride|sip|bite|step|leap|dip|swim|turn|breath|stroll|chance|hit|swing)\b)"
"""What one takes without having it in the hand."""
_TAKES = Pattern(
    rf"(?P<who>(?:(?:add|put|draw|with) )(?:an?|the|two|another) (?:[a-z]+ ){{0,2}}?[a-z]+|(?:let|make|have) (?:him|her|it|them|the [a-z ]+?)) (?:taking|picking up|grabbing|lifting|take|pick up|grab|lift)(?: up| out| away)? (?P<what>(?:an?|some|two) {_NO_DEED}(?:[a-z]+ ){{0,2}}[a-z]+)"
)
_HE_TAKES = Pattern(
    rf"(?P<who>he|she|it|they|the [a-z ]{{2,20}}?) (?:takes|is taking|picks up|is picking up|grabs|lifts)(?: up| out)? (?P<what>(?:an?|some|two) {_NO_DEED}(?:[a-z]+ ){{0,2}}[a-z]+)"
)


_OFFERS = Pattern(
    r"\b(?P<who>he|she|it|they|the [a-z]+) (?:offers?|is offering|hands?|passes) (?=(?:him|her|it|them|the [a-z]+) (?:an?|some|the|two|his|her) )"
)
_HAS_IT_BESIDE_THEM = Pattern(
    r"(?P<who>(?:please )?(?:add|put|draw|include|show) (?:an?|another|one more|two|three) (?:[a-z]+ ){0,2}?[a-z]+) (?P<does>(?:who (?:is|are) )?(?:holding|carrying|wearing|reading|eating|drinking|playing|with) (?:(?:an?|some|the|his|her) )?(?:[a-z]+ ){0,3}?[a-z]+) "
    r"(?P<at>next to|beside|near|behind|in front of|between) (?P<whom>them|(?:the )?both of them|the two of them)"
)
"""Who comes with something in the hand, and is where those are who are there: what is held is not."""


_COMES_WITH_IT = Pattern(
    r"(?P<who>(?:please )?(?:add|put|draw|include|place) (?:an?|another) (?:[a-z]+ ){0,2}?[a-z]+) (?P<at>(?:behind|beside|next to|in front of|near|to the (?:left|right) of) the (?P<ground>[a-z]+)) (?P<does>(?:with|holding|wearing|carrying) (?P<what>(?:an?|some) (?:[a-z]+ ){0,3}?[a-z]+)(?: (?:in|on|around) its (?:mouth|head|neck|paws?|beak|back))?)"
)
"""Who comes beside the only such one, with something that this one has not."""
_A_PERSON = r"an? (?:(?:little|young|old|small|tall) )?[a-z]+"
_TO_SOMEBODY_NEW = (
    Pattern(
        rf"(?P<who>he|she|the [a-z ]{{2,20}}?) (?:hands|gives|passes|offers|is (?:handing|giving|offering|passing)) (?P<what>(?:an?|some|the|his|her) (?:[a-z]+ ){{0,2}}?[a-z]+) to (?P<to>{_A_PERSON})"
    ),
    Pattern(
        rf"(?P<who>he|she|the [a-z ]{{2,20}}?) (?:hands|gives|passes|offers|is (?:handing|giving|offering|passing)) (?P<to>{_A_PERSON}) (?P<what>(?:an?|some) (?:[a-z]+ ){{0,2}}?[a-z]+)"
    ),
)
_TO_SOMEBODY_NEW_ZH = Pattern(
    r"(?P<who>他|她|[\u4e00-\u9fff]{1,5}?)(?:送|递|给|拿)(?:给)?(?P<to>一个[\u4e00-\u9fff]{1,5}?)(?P<what>一[个只束朵支本张块杯瓶份封颗条把件碗盘篮][\u4e00-\u9fff]{1,5})",
    re.NOFLAG,
)


_LOOKS_ZH = Pattern(
    r"(?:在?(?:旁边|身边|边上|脚边|一旁))?(?:再|还)?(?:加|来|有|添|画|站着?|坐着?|蹲着?|放)?(?:了|上)?(?P<n>一?[只个位条名头匹])(?P<who>[\u4e00-\u9fff]{1,5}?)(?:在旁边|在一旁)?(?:静静地|好奇地|偷偷地?)?(?:正)?(?:在)?(?:看着?|望着?|盯着?|瞧着?|注视着?)(?P<whom>[他她它]|[\u4e00-\u9fff]{1,4}?)(?:吧)?",
    re.NOFLAG,
)
"""Who comes and looks at somebody who is there."""


def told_who_brings(prompt: str, base: Scene) -> str:
    """The wish with who comes with something told as coming so; as it is where they are there already."""
    bare = prompt.strip(" .!。！~～")
    if not bare or len(bare) > 90:
        return prompt
    if bare.isascii():
        bare = _taken(bare)
        prompt = bare if bare != prompt.strip(" .!。！~～") else prompt
        if (has := _HAS_IT_BESIDE_THEM.fullmatch(bare)) is not None:
            return f"{has['who']} {has['at']} them {has['does']}"
        if (comes := _COMES_WITH_IT.fullmatch(bare)) is not None and _has_it_not(comes, base):
            return f"{comes['who']} {comes['does']} {comes['at']}"
        given = next(
            (found for form in _TO_SOMEBODY_NEW if (found := form.fullmatch(bare)) is not None), None
        )
        if given is not None and (told := _to_somebody_new(given, base)) is not None:
            return told
        match = _BRINGS.fullmatch(bare)
        return (
            _OFFERS.sub(r"\g<who> gives ", prompt)
            if match is None
            else _english(match, base) or _OFFERS.sub(r"\g<who> gives ", prompt)
        )
    if (given := _TO_SOMEBODY_NEW_ZH.fullmatch(bare)) is not None and _is_new(given["to"][2:], base):
        return f"{given['who']}把{given['what']}递给{given['to']}"
    if (
        (sits := _SITS_ZH.fullmatch(bare)) is not None
        and _is_new(sits["who"], base)
        and _is_animal(sits["who"])
    ):
        return f"一只{sits['who']}{sits['does']}"
    if (looks := _LOOKS_ZH.fullmatch(bare)) is not None and (said := _looks_on(looks, base)) is not None:
        return said
    if (match := _HANDS_ZH.fullmatch(bare)) is not None and _is_handed(match, base):
        return f"加一个{match['who']}递给{match['whom']}{match['what']}"
    match = _BRINGS_ZH.fullmatch(bare)
    if match is None or not _is_new(match["who"], base) or len(parse(match["what"]).mentions) != 1:
        return prompt
    if _is_animal(match["who"]):
        return f"加一只叼着{match['what'][2:]}的{match['who']}"
    if "给" in bare[: match.start("what")] and has_arms(kinds()[str(parse(match["who"]).mentions[0].kind)]):
        return prompt  # who gives it holds it out
    return f"加一个{match['who']}端着{match['what']}"


def _has_it_not(match: re.Match[str], base: Scene) -> bool:
    """Whether what somebody comes with tells nobody who is there from another."""
    who = parse(match["who"].split(" ", 1)[1]).mentions
    there, said = named_in(match["ground"], base), parse(match["what"]).mentions
    if len(there) != 1 or len(who) != 1 or len(said) != 1 or who[0].kind is None or said[0].kind is None:
        return False
    has = any(
        one.rel is not None and one.rel.to == there[0].id and one.kind == said[0].kind for one in base.objects
    )
    return kinds()[who[0].kind].alive and kinds()[there[0].kind].alive and not has


def _to_somebody_new(match: re.Match[str], base: Scene) -> str | None:
    """Who gets it comes, and has it: nobody is handed over."""
    said = parse(match["to"]).mentions
    if len(said) != 1 or said[0].kind is None or not is_somebody(said[0].kind):
        return None
    giver = one_called(match["who"], base)
    if giver is None or not _is_new(match["to"], base) or len(parse(match["what"]).mentions) != 1:
        return None
    name = f"the {called_apart(base, giver.id, chinese=False).removeprefix('the ')}"
    return f"add {match['to']} beside {name}. {name} gives {match['what']} to the {said[0].label}"


def _english(match: re.Match[str], base: Scene) -> str | None:
    who = re.sub(r"^(?:the|his|her|their|my|an?) ", "", match["who"])
    if not _is_new(who, base) or len(parse(match["what"]).mentions) != 1:
        return None
    what, kind = match["what"], kinds()[str(parse(who).mentions[0].kind)]
    receiver = actor(base)
    whom = match["whom"] or match["to"] or ""
    if whom.startswith("the "):
        beside: str | None = whom
    elif receiver is not None and kinds()[receiver.kind].alive:
        beside = whom or "it"
    else:
        beside = None
    stands = receiver is not None and bearer_of(base, receiver) is None and has_arms(kinds()[receiver.kind])
    if beside is None:
        return f"add {_a(who)} holding {what}"
    if has_arms(kind) and stands and whom in ("him", "her"):
        taker = meant_by(whom, base)
        beside = (
            beside
            if taker is None
            else f"the {called_apart(base, taker.id, chinese=False).removeprefix('the ')}"
        )
        return f"add {_a(who)} giving {beside} {what}"
    return f"add {_a(who)} next to {beside} holding {what}"


def _is_handed(match: re.Match[str], base: Scene) -> bool:
    """Whether somebody comes to one who is there and hands over one thing."""
    return (
        _is_new(match["who"], base)
        and not _is_animal(match["who"])
        and not _is_new(match["whom"], base)
        and len(parse(match["what"]).mentions) == 1
    )


def _looks_on(match: re.Match[str], base: Scene) -> str | None:
    """Who comes is beside whoever is there, and looks at them; nobody comes twice."""
    if not _is_new(match["who"], base):
        return None
    whom = meant_by(match["whom"], base) if match["whom"] in "他她它" else None
    if whom is None:
        kinds_named = {one.kind for one in parse(match["whom"]).mentions}
        there = [one for one in base.objects if one.label == match["whom"] or one.kind in kinds_named]
        whom = there[0] if len(there) == 1 else None
    if whom is None:
        return None
    name = called_apart(base, whom.id, chinese=True)
    return f"{name}旁边加{match['n']}{match['who']}，{match['who']}看着{name}"


def _taken(bare: str) -> str:
    """Who takes up something has it in the hand."""
    if (match := _TAKES.fullmatch(bare)) is not None:
        does = "holding" if match["who"].split()[0].lower() in ("add", "put", "draw", "with") else "hold"
        return f"{match['who']} {does} {match['what']}"
    if (match := _HE_TAKES.fullmatch(bare)) is not None:
        whom = {"he": "him", "she": "her", "they": "them"}.get(match["who"].lower(), match["who"])
        return f"let {whom} hold {match['what']}"
    return bare


def _is_animal(who: str) -> bool:
    return not is_somebody(str(parse(who).mentions[0].kind))


def _is_new(who: str, base: Scene) -> bool:
    """Whether it is one living being who is not there yet."""
    said = parse(re.sub(r"^(?:the|his|her|their|my|an?|another) ", "", who)).mentions
    if len(said) != 1 or said[0].kind is None or said[0].pronoun or not kinds()[said[0].kind].alive:
        return False
    return not any(one.kind == said[0].kind or one.label == said[0].label for one in base.objects)


def _a(noun: str) -> str:
    return noun if noun.startswith("another ") else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
