"""A shop and its awning, told as the shop that stands in the picture: the backdrop's houses and stalls are others.

The paint of a shop is that of its awning, and so it is with a market stall.
"""

from __future__ import annotations

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.wording import Pattern

_STALL = "market-stall"
_PAINTS = r"make|paint|colou?r|turn|dye|change|recolou?r"
_AWNING = Pattern(
    rf"\b(?P<does>{_PAINTS}) (?:the|its|that) (?:[a-z]+(?:'s)? ){{0,2}}?(?:awning|canopy)\b|\b(?:the|its) (?:awning|canopy)(?= (?:should|must|needs to|has to|could) be)"
)
_AWNING_ZH = Pattern(
    r"(?P<put>把|让)?(?:(?:小|商|面包|咖啡|花|书)*(?:店|摊)(?:子|铺)?的?)?(?:遮阳[棚篷伞]|雨[棚篷]|棚子|篷子|顶棚)(?=(?:要|是|涂|刷|漆|染|改|换|变|弄)[成为]?)"
)
_SHOP = Pattern(
    r"\bthe (?:shop|store)\b(?!['’]|s\b| (?:window|sign|door|front|keeper|owner|awning|name|counter|floor|wall|around|next|across|behind))"
)


def told_of_the_shop(prompt: str, base: Scene) -> str:
    """The wish with the only shop or stall by its name, where its awning is painted or just "the shop" is said."""
    there = [one for one in base.objects if one.kind in shops() or one.kind == _STALL]
    if len(there) != 1 or '"' in prompt or "“" in prompt:
        return prompt
    (one,) = there
    en, zh = (f"the {names('en', one.kind)}", names("zh", one.kind))
    prompt = _AWNING.sub(lambda match: f"{match['does']} {en}" if match["does"] else en, prompt)
    prompt = _AWNING_ZH.sub(lambda match: f"{match['put'] or ''}{zh}", prompt)
    return prompt if one.kind == _STALL else _SHOP.sub(en, prompt)
