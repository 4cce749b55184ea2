"""Somebody who puts something on another, combs their hair or feeds them, in a picture that shows both: 妈妈给女儿系条围巾.

What is put on is worn by the other, and whoever does it reaches out beside them, with the comb or the spoon in hand.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_WHO = r"(?P<lead>^|[，,。；;！!\n]|让|叫)(?P<who>[^，,。；;！!\n给帮为让叫把]{1,6}?)(?:正?在|来|去|再|又)*(?:给|帮|为)(?P<whom>[^，,。；;！!\n给帮为把]{1,6}?)"
_DRESSES = Pattern(
    rf"{_WHO}(?P<puts>戴|系|围|披|穿|扎|别|套|换)(?P<on>上|着|了|好)?(?P<what>[^，,。；;！!\n成的]{{1,3}}?的?[^，,。；;！!\n成的]{{1,6}})(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
_TENDS = Pattern(
    rf"{_WHO}(?P<does>梳头发?|梳梳头|梳辫子|扎头发|扎辫子|喂饭|喂东西吃?|喂吃的|喂[粥汤药]|剪头发|剪发|理发|吹头发|吹干头发|刷牙)(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
_FEEDS = Pattern(
    r"(?P<lead>^|[，,。；;！!\n]|让|叫)(?P<who>[^，,。；;！!\n给帮为让叫把喂]{1,6}?)(?:正?在|来|去)*喂(?P<whom>[^，,。；;！!\n给帮为把]{1,5}?)(?:吃饭|吃东西|吃的|喝[粥汤药])(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
_SUPPORTS = Pattern(
    r"(?P<lead>^|[，,。；;！!\n]|让|叫)(?P<who>[^，,。；;！!\n给帮为让叫把]{1,6}?)(?:赶紧|赶快|马上|连忙)?(?:(?:跑|走|赶)?(?:过去|过来|上前|上去)|来|去)?(?:扶|搀|搀扶|安慰|哄)(?:着|起|住|一下)?(?P<whom>[^，,。；;！!\n给帮为把起]{1,5}?)(?:起来|一下)?(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
_TOOLS = {"梳": "梳子", "扎": "梳子", "喂": "勺子", "剪": "剪刀", "理": "剪刀", "吹": "吹风机", "刷": "牙刷"}
_ENGLISH = Pattern(
    r"(?P<lead>^|[,.;]\s*|\b(?:make|let|have) )(?P<who>(?:the |her |his )?[a-z]+) (?:is )?(?:puts?|putting|ties?|tying|wraps?) (?P<what>(?:an?|the|some) [a-z ]{3,24}?) (?:on|onto|around) (?:the |her |his )?(?P<whom>[a-z]+)(?:(?:'s|’s) (?:head|neck|shoulders))?(?=$|[,.;!])"
)


def told_of_who_is_helped(prompt: str, base: Scene) -> str:
    """The wish with what somebody puts on another, or does to them, told of both."""
    if '"' in prompt or "“" in prompt:
        return prompt
    prompt = _DRESSES.sub(lambda match: _dressed(match, base), prompt)
    for pattern in (_TENDS, _FEEDS):
        prompt = pattern.sub(lambda match: _tended(match, base), prompt)
    prompt = _SUPPORTS.sub(lambda match: _supported(match, base), prompt)
    return _ENGLISH.sub(lambda match: _dressed_abroad(match, base), prompt)


def _both(match: re.Match[str], base: Scene) -> tuple[Thing, Thing] | None:
    """Who does it and to whom; None where they are not two people that the picture shows."""
    who = [one for one in named_in(match["who"], base) if is_somebody(one.kind)]
    whom = [one for one in named_in(match["whom"], base) if is_somebody(one.kind)]
    people = [one for one in base.objects if is_somebody(one.kind)]
    if match["whom"] in ("他", "她") and len(who) == 1 and len(people) == 2:
        whom = [one for one in people if one not in who]
    return (who[0], whom[0]) if len(who) == len(whom) == 1 and who != whom else None


def _wearable(words: str) -> bool:
    """Whether that can be put on."""
    named = {mention.kind for mention in parse(words).mentions}
    return bool(named) and all(kind is not None and kinds()[kind].wear for kind in named)


def _dressed(match: re.Match[str], base: Scene) -> str:
    both = _both(match, base)
    if both is None or not _wearable(match["what"]):
        return match[0]
    who, whom = match["who"], _named(match["whom"], both[1])
    puts = f"{match['puts']}{match['on'] or ''}{match['what']}"
    return f"{match['lead']}{who}在{whom}旁边伸手，给{whom}{puts}"


def _tended(match: re.Match[str], base: Scene) -> str:
    if (both := _both(match, base)) is None:
        return match[0]
    tool = _TOOLS[match["does"][0]] if "does" in match.re.groupindex else "勺子"
    does = "奉食" if tool == "勺子" else "拿着"
    return f"{match['lead']}{match['who']}在{_named(match['whom'], both[1])}旁边{does}{tool}"


def _supported(match: re.Match[str], base: Scene) -> str:
    both = _both(match, base)
    if both is None:
        return match[0]
    return f"{match['lead']}{match['who']}在{_named(match['whom'], both[1])}旁边伸手"


def _named(said: str, thing: Thing) -> str:
    """Whom a pronoun means, by name."""
    return thing.label if said in ("他", "她") else said


def _dressed_abroad(match: re.Match[str], base: Scene) -> str:
    if _both(match, base) is None or not _wearable(match["what"]):
        return match[0]
    return f"{match['lead']}give the {match['whom']} {match['what']}"
