"""The swimming pool that somebody is in or at, which is where the picture plays: "kids swimming in a pool", 在泳池边.

A pool that is told of as a thing among others stays one: "a house with a pool", "a pool in the garden", and a pool that is all there is.
"""

from __future__ import annotations

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_POOL = r"(?:(?:an?|the|their|our|his|her|some) )(?:(?:big|large|huge|blue|deep|cool|clear|sunny|hotel|public|outdoor|olympic|private|local|crowded|empty) )*(?:swimming[- ])?pool"
_ELSEWHERE = r"(?! (?:tables?|toys?|balls?|cue|of)\b| (?:in|behind|beside|next to) (?:the|an?|his|her|their|our|my) (?:[a-z]+ )?(?:garden|back ?yard|yard|park|courtyard|house|villa|room|home|mansion|field|meadow|forest)\b)"
_IN = Pattern(rf"\b(?P<in>into|in|inside|through|across|out of) {_POOL}\b{_ELSEWHERE}")
_JUMPS = Pattern(
    rf"\b(?:jump(?:s|ing)?|leap(?:s|ing)?|hop(?:s|ping)?) (?:right )?in(?:to)? {_POOL}\b{_ELSEWHERE}"
)
"""Who jumps into it is in the air yet."""
_BY = Pattern(
    rf"\b(?:at|by|beside|near|next to|around|along|on|(?:on|at) the (?:edge|side|deck) of) {_POOL}(?:side)?\b{_ELSEWHERE}|\b(?:by|at) (?:the )?poolside\b"
)
_POOL_ZH = r"(?:一个|一座)?(?:大|露天|室外|酒店的?|蓝色的?|清澈的?)*(?:游泳池|泳池)"
_IN_ZH = Pattern(
    rf"(?P<v>在|[跳掉走冲扑游]?[进入到]|潜入)?{_POOL_ZH}(?:的?水)?(?P<at>里面?|中央?|内|里头)|(?P<w>[跳掉走冲扑][进入到]){_POOL_ZH}"
)
_BY_ZH = Pattern(rf"(?P<v>在|到|去)?{_POOL_ZH}(?:的?岸?[边旁]边?|[边旁]上|岸上?|畔|上)")
_EDGE_ZH = Pattern(r"(?<!泳)池(?=[边旁畔岸里])")
_A_THING = Pattern(
    r"\b(?:with|has|have|having|add|adds|put|build|draw|want) (?:an?|the|some) (?:(?:big|small|little|large|round|blue|new|deep|private|heated) )*(?:swimming[- ])?pool\b|\bpool (?:in|behind|beside|next to) (?:the|an?|his|her|their|our|my) (?:[a-z]+ )?(?:garden|back ?yard|yard|park|courtyard|house|villa|home|mansion)\b"
    r"|(?:有|带|加|画|添|建|放|修)[上了着个一座]*(?:一?[个座])?(?:大|小|蓝色的?)*游?泳池"
)
_POOLS = frozenset({"swimming-pool", "paddling-pool"})


def told_of_the_pool(prompt: str, base: Scene | None = None) -> str:
    """The wish for a new picture, or for a change of that one, told of the pool as of a place; as it is where it tells of none."""
    if base is not None and any(one.kind in _POOLS for one in base.objects):
        return prompt
    if _A_THING.search(prompt) is not None:
        return prompt
    there = base is not None and base.env.place == "pool"
    asked = prompt
    prompt = _JUMPS.sub("jumping at the poolside", prompt)
    prompt = _IN.sub(r"\g<in> the water" if there else r"\g<in> the water at the poolside", prompt)
    prompt = _BY.sub("at the poolside", prompt)
    prompt = _IN_ZH.sub(lambda match: _into(match["v"] or match["w"] or "在", there=there), prompt)
    prompt = _BY_ZH.sub(lambda match: f"{match['v'] or '在'}泳池边", prompt)
    return prompt if prompt == asked else _EDGE_ZH.sub("泳池", prompt)


def _into(verb: str, *, there: bool) -> str:
    if verb.startswith("跳"):
        return "在泳池边跳"
    return f"{verb}水里" if there else f"{verb}泳池边的水里"
