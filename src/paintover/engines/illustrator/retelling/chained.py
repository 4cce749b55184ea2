"""Places that stand to other places: 树下的长椅上坐着一个老人, "a boy and a girl on a bench under a tree", "a bench with a couple
sitting on it". Told one after the other, so that none of them is lost.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.wording import Pattern

_SPOT = r"(?:上面?|下面?|底下|旁边|旁|前面?|后面?|里面?|左边|右边|对面)"
_NAME = r"(?:(?![在坐站躺趴放有的着了上下])[一-鿿]){1,5}?"
_TWICE = Pattern(
    rf"(?P<before>(?:在|到)?)(?P<x>{_NAME})(?P<r>{_SPOT})的(?P<y>{_NAME})(?P<s>{_SPOT})(?P<after>[^，,。；;！!？?]*)",
    re.NOFLAG,
)
_OF_A_BODY = ("手", "怀", "嘴", "身", "头", "脚")
"""坐在沙发上的男孩手里拿着吉他: no place of two."""
_HAS = re.compile(r"^(?:有|坐|站|躺|趴|放|摆|停|睡|挂|长|开|蹲|立|铺|堆|飘)")
_STANDS_TO = r"(?:under|underneath|beneath|next to|beside|in front of|behind|near|by)"
_ON_ONE = Pattern(
    rf"\b(?P<on>on|in|inside)\s+(?P<art>an?|the)\s+(?P<x>(?:[a-z-]+\s+){{0,2}}?[a-z-]+)\s+(?P<r>{_STANDS_TO})\s+(?P<y>(?:an?|the)\s+(?:[a-z-]+\s+){{0,2}}?[a-z-]+)(?=\s*(?:$|[,.;!]|\bat\b|\bin\b|\bon\b|\bduring\b))"
)
_SEVERAL = re.compile(r"\band\b|\b(?:couple|pair|friends|lovers|twins|family)\b", re.IGNORECASE)
_WITH_THEM = Pattern(
    r"^(?P<ask>(?:(?:please |can you |could you )?(?:draw|paint|make|create|show)(?: me)? )?)(?P<x>(?:an?|the)\s[^,.;]{2,50}?)\s+with\s+(?P<who>[^,.;]{3,60}?)\s+(?P<v>(?:sitting|standing|lying|sleeping|resting|playing|perched|waiting|dancing|jumping)\s+)?(?P<r>on|in|inside|under|beside|next to|in front of|behind|around)\s+it\b"
)


def unchained(prompt: str) -> str:
    """The wish with each place told by itself, where it would be lost otherwise."""
    prompt = _TWICE.sub(_one_by_one, prompt)
    prompt = _WITH_THEM.sub(_on_that, prompt)
    return _ON_ONE.sub(_and_that_one, prompt)


def _kind(words: str) -> str | None:
    mentions = parse(words).mentions
    return mentions[0].kind if len(mentions) == 1 else None


def _one_by_one(match: re.Match[str]) -> str:
    x, y, before, after = match["x"], match["y"], match["before"], match["after"]
    if y.endswith(_OF_A_BODY) or _kind(x) is None or _kind(y) is None:
        return match[0]
    if not before and _HAS.match(after):
        return f"{x}{match['r']}有{y}，{y}{match['s']}{after}"
    if before == "在":
        return f"在{y}{match['s']}{after}，{y}在{x}{match['r']}"
    return match[0]


def _on_that(match: re.Match[str]) -> str:
    if not _SEVERAL.search(match["who"]):
        return match[0]
    mentions = [one for one in parse(match["x"]).mentions if one.kind is not None]
    if not mentions:
        return match[0]
    return (
        f"{match['ask']}{match['x']}, {match['who']} {match['v'] or ''}{match['r']} the {mentions[0].label}"
    )


def _and_that_one(match: re.Match[str]) -> str:
    clause = re.split(r"[,.;]", match.string[: match.start()])[-1]
    if not _SEVERAL.search(clause) or _kind(f"a {match['x']}") is None or _kind(match["y"]) is None:
        return match[0]
    noun = match["x"].split()[-1]
    return f"{match['on']} {match['art']} {match['x']}, the {noun} is {match['r']} {match['y']}"
