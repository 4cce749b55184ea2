"""What floats above several people: 他们头顶加几个气球 and "add balloons above them" are dealt out above each, and what is above a head
is on nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.retelling.meant import plural_of
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.talk import living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_ABOVE_A_HEAD = Pattern(
    r"\b(?:above|over) (?:(?P<both>both )?(?P<whose>his|her|its|their)|(?P<who>the [a-z]+)(?:'s|’s)|(?P<all>everyone|everybody)(?:'s|’s)) heads?\b"
)
_WHOM = {"his": "him", "her": "her", "its": "it", "their": "them"}
_HELD_UP = Pattern(
    r"\b(?P<does>hold|lift|rais)(?P<how>s|es|e|ing)? (?:up )?(?P<what>(?:an?|the|his|her|two) (?!hands?\b|arms?\b)(?:[a-z]+ ){0,2}?[a-z]+) (?:up )?(?:high )?(?:above|over) (?:his|her|its|their) heads?\b"
)
_IN_THE_HANDS = re.compile(
    r"\b(?:halo|umbrella|parasol|hold|holds|holding|lift\w*|rais\w*|arms?|hands?|roof|sign|bubble|words?|text|writ\w*|says?)\b"
)
"""What is above a head in another way: in the hands, or as words."""
_THEM = Pattern(
    r"(?P<lead>(?:please )?(?:add|put|draw|place|have|let) )(?:(?P<n>two|three|four|five|six|some|several|a few|a couple of|lots of|a bunch of) )?(?P<what>(?:(?:red|blue|yellow|green|pink|purple|white|orange|colou?rful|little|small|big) )?[a-z]+s) (?:floating |flying )?(?:above|over) (?:them(?: both| all)?|both of them|everyone|everybody)"
)
_THEM_ZH = Pattern(
    r"(?:请)?(?:在)?(?:他们|她们|大家)(?:俩|两个人?|三个人?)?的?(?:头顶|头|上)(?:上|的)?(?:方|面|边)?(?:再|都|也|各)?(?:加|放|画|有|来|飘|飞)(?:着|上)?(?P<n>[两二三四五六七八九几些]|一些)(?P<m>[个只朵架颗道])?(?P<what>[\u4e00-\u9fff]{1,6})",
    re.NOFLAG,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a couple of": 2}
_WORDS = ("", "a", "two", "three", "four", "five", "six")
_HAN = "零一二三四五六七八九"
_SOME = 3
"""How many a few are."""


def told_above_them(prompt: str, base: Scene) -> str:
    """The wish with what is above whom told of each; as it is where it is above one, or where they are all alike."""
    if prompt.isascii():
        prompt = _HELD_UP.sub(_held, prompt)
        if _IN_THE_HANDS.search(prompt) is None:
            prompt = _ABOVE_A_HEAD.sub(_above_who, prompt)
        match = _THEM.fullmatch(prompt.strip(" .!"))
    else:
        match = _THEM_ZH.fullmatch(prompt.strip(" 。！~"))
    folk = _in_their_order(base)
    if match is None or len(folk) < 2 or len(parse(match["what"]).mentions) != 1:
        return prompt
    zh = not prompt.isascii()
    if len({one.label for one in folk}) == 1:
        alike = f"所有的{folk[0].label}上方" if zh else f"above the {plural_of(folk[0].label)}"
        many = f"{match['n']}{match['m'] or '个'}" if zh else f"{match['n']} " if match["n"] else ""
        return f"{alike}加{many}{match['what']}" if zh else f"add {many}{match['what']} {alike}"
    shares = _shares(_number(match["n"] or "", zh=zh), len(folk))
    told = [
        _one_share(match, called_apart(base, one.id, chinese=zh), share, zh=zh)
        for one, share in zip(folk, shares, strict=True)
        if share
    ]
    return "，".join(told) if zh else " and ".join(told)


def _held(match: re.Match[str]) -> str:
    """What is held up is in the hands."""
    how = {"ing": "holding", "s": "holds", "es": "holds"}.get(match["how"] or "", "hold")
    return match[0] if re.search(r"\b(?:hands?|arms?)\b", match["what"]) else f"{how} {match['what']}"


def _above_who(match: re.Match[str]) -> str:
    if match["all"] is not None:
        return "above them"
    return f"above {match['who'] or _WHOM[match['whose'].lower()]}"


def _in_their_order(base: Scene) -> list[Thing]:
    """The people, from left to right."""
    folk = [one for one in living_in(base) if is_somebody(one.kind) and one.id in base.layout]
    return sorted(folk, key=lambda one: base.layout[one.id].x)


def _number(word: str, *, zh: bool) -> int:
    if not zh:
        return _NUMBERS.get(word.lower(), _SOME)
    return 2 if word == "两" else _HAN.index(word) if word in _HAN else _SOME


def _shares(number: int, many: int) -> Sequence[int]:
    """As many for each, the first of them one more."""
    return [number // many + (at < number % many) for at in range(many)]


def _one_share(match: re.Match[str], name: str, share: int, *, zh: bool) -> str:
    if zh:
        return f"{name}上方加{_HAN[share]}{match['m'] or '个'}{match['what']}"
    what = match["what"].removesuffix("s") if share == 1 else match["what"]
    return f"add {_WORDS[min(share, 6)]} {what} above {name}"
