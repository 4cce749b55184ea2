"""A plaster that is stuck on a part of somebody's body, told as what is put there: 给他的膝盖贴个创可贴."""

from __future__ import annotations

import re

from paintover.engines.illustrator.retelling.whom import named, one_called
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_STUCK = Pattern(
    r"(?:请|帮我|再)?(?:给|在|往|替)?(?P<who>[^，。,、的了上在给]{1,6}?)的?[左右]?(?P<part>胳膊肘?|手臂|手肘|手腕|膝盖|小腿|大腿|腿|脚踝|脚|爪子|额头|头|脑袋|耳朵|鼻子|脸)(?:上面?)?再?(?:要|想)?"
    r"(?:贴|缠|包|绑|裹|有)(?:上|着|了)?(?P<n>一?[块张个条卷])?(?P<x>创可贴|绷带|纱布)(?:吧)?"
)
_PLACES = {
    "膝": "脚",
    "腿": "脚",
    "脚": "脚",
    "爪": "脚",
    "额": "头",
    "头": "头",
    "脑": "头",
    "耳": "头",
    "鼻": "脸",
    "脸": "脸",
}


_WRAPPED = Pattern(
    r"(?:请|帮我|再)?(?:给|替)(?P<who>[^，。,、的了上在给身]{1,6}?)(?:的?身上)?(?:(?:缠|包|绑|裹)(?:上|着|了|一?下)?(?:一?[块张个条卷圈]|一些)?(?P<x>绷带|纱布)|包扎(?:一下|伤口|好)?)(?:吧)?"
)
_WRAP = Pattern(
    r"(?P<lead>(?:please |can you |could you )?)(?:wrap|tie|bind|wind) (?P<x>an?|the|some) (?P<how>(?:white |little |small )?)(?:bandages?|gauze) (?:around|round|on|over|about) (?P<of>[a-z'’ ]+)"
    r"|(?P<lead2>(?:please |can you |could you )?)(?:bandage|bind) (?:up )?(?P<of2>(?:his|her|its|the [a-z]+['’]s) [a-z]+|the [a-z]+|him|her|it)(?: up)?"
    r"|(?P<lead3>)(?:wrap|bind) (?P<of3>(?:his|her|its|the [a-z]+['’]s) [a-z]+|the [a-z]+|him|her|it)(?: up)? (?:in|with) (?:an? |some )?(?:bandages?|gauze)"
)
_WHOSE = {"him": "his", "her": "her", "it": "its"}


def _wrapped(match: re.Match[str]) -> str:
    """ "bandage up its leg": "put a bandage on its leg"; of somebody as a whole, on the leg."""
    of = (match["of"] or match["of2"] or match["of3"]).strip()
    whole = re.fullmatch(r"the [a-z]+|him|her|it", of, re.IGNORECASE)
    if whole is not None and of.split()[-1] not in _PARTS:
        of = f"{_WHOSE.get(of, of + chr(39) + 's')} leg"
    return f"put a bandage on {re.sub(r' paw$', ' leg', of)}"


_PARTS = frozenset(
    {"leg", "arm", "head", "paw", "foot", "tail", "wing", "knee", "hand", "finger", "ear", "neck"}
)


def told_where_it_sticks(prompt: str) -> str:
    """ "给它的腿包上绷带": "在它脚上放一个绷带"."""
    plain = prompt.strip("。！!，. ")
    if (match := _STUCK.fullmatch(plain)) is not None:
        return _told(match)
    if (match := _WRAPPED.fullmatch(plain)) is not None:
        return f"在{match['who']}脚上放一个绷带"
    return prompt if (match := _WRAP.fullmatch(plain)) is None else _wrapped(match)


def _told(match: re.Match[str]) -> str:
    part = match["part"]
    place = next((there for begins, there in _PLACES.items() if begins in part), "背")
    return f"在{match['who']}{place}上放一个{match['x']}"


_BY_SOMEBODY = Pattern(
    r"(?:(?:please )?(?:make|let|have|add) )?(?P<a>an? (?:[a-z]+ )?[a-z]+) (?:who (?:is )?)?(?:is )?(?:puts?|putting|sticks?|sticking|wraps?|wrapping) "
    r"(?P<y>an? (?:[a-z]+ )?(?:bandage|plaster|band-?aid)) (?:on|onto|around) (?P<w>his|her|its|the [a-z]+['’]s) (?P<p>[a-z]+)"
)


def told_by_whom_it_is_stuck(prompt: str, base: Scene) -> str:
    """ "a nurse puts a bandage on his head": she comes to his side, and the bandage to his head."""
    match = _BY_SOMEBODY.fullmatch(prompt.strip().rstrip(".!"))
    if match is None:
        return prompt
    whose = match["w"].lower()
    one = one_called(_WHOM.get(whose, re.sub("['’]s$", "", whose)), base)
    if one is None:
        return prompt
    whom = named(one, base)
    return f"put {match['y']} on {whom}'s {match['p']}, add {match['a']} beside {whom}"


_WHOM = {"his": "he", "her": "she", "its": "it"}
