"""Icing and candles of a cake: "with pink icing", 奶油改成粉色, "blow the candles out", 把蜡烛点上.

A cake has the colour of its icing, so that what is said of the one is said of the other.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

CAKES = frozenset({"cake", "birthday-cake", "cupcake", "cake-slice", "wedding-cake"})
"""What has icing."""
WITH_FLAMES = frozenset({"candle", "birthday-candle", "birthday-cake"})
"""What can be blown out."""
BLOWN_OUT = "blown-out"
"""The pose of what was blown out."""

_ICING = r"(?:butter ?cream|whipped cream|cream cheese frosting|icing|frosting|glaze|cream)"
_SHADE = (
    r"(?!(?:a|an|the|some|any|no|more|extra|its|whipped|thick|and|of|with|on) )[a-z]+(?:[ -](?:and )?[a-z]+)?"
)
_SIZE = r"(?:(?:little|small|big|large|huge|round|tall|homemade|delicious) )*"
_CAKE = r"(?:(?:birthday|wedding|layer|sponge|two-tier|three-tier|\d-tier|tiered) )*(?:cup)?cakes?"
_ICED = Pattern(
    rf"\b(?<!chocolate )(?P<size>{_SIZE})(?P<cake>{_CAKE})(?P<between>(?: on [a-z ]{{3,20}})?) (?:with|covered (?:in|with)|in|topped with|decorated with|that has) (?P<shade>{_SHADE}) {_ICING}\b(?P<more>,? and (?=\w))?"
)
_ICED_ZH = Pattern(
    r"(?P<shade>(?:[浅深淡粉嫩]?[红黄蓝绿紫粉橙白黑棕灰金]|天蓝|巧克力|抹茶|草莓)色?)的?(?:奶油|糖霜|糖衣)的?(?P<cake>(?:生日|婚礼|结婚|小|大|双层|三层|多层)*的?蛋糕)"
    r"|(?P<cake2>(?:生日|婚礼|结婚|小|大|双层|三层|多层)*蛋糕)(?P<between>(?:[，,、]?(?:上面?|顶上)?(?:插|点|有|放|摆)[^，,。]{1,10})*[，,、](?:上面?是?|用的?是?|抹着?|涂着?|裹着?|带着?)?)(?P<shade2>(?:[浅深淡粉嫩]?[红黄蓝绿紫粉橙白黑棕灰金]|天蓝|巧克力|抹茶|草莓)色?)的?(?:奶油|糖霜|糖衣)"
)


def told_of_the_icing(prompt: str) -> str:
    """The wish for a new picture with a cake of which the icing is told in the colour of that."""
    prompt = _ICED.sub(_iced, prompt)
    return _ICED_ZH.sub(_iced_zh, prompt)


def _iced(match: re.Match[str]) -> str:
    more = " with " if match["more"] else ""
    return f"{match['size']}{match['shade']} {match['cake']}{match['between']}{more}"


def _iced_zh(match: re.Match[str]) -> str:
    if match["cake"]:
        return f"{match['shade']}的{match['cake']}"
    return f"{match['shade2']}的{match['cake2']}{match['between']}".rstrip("，,、上面是用的抹涂裹带着")


_OF_IT = r"(?:(?: on| of)(?: top of)?(?: it| (?:the|his|her|their|my|this)(?: [a-z]+){1,2}))?"
_ITS_ICING = Pattern(
    rf"\b(?:the|its|that|this|my|her|his|their) (?:(?:birthday |wedding )?cake(?:'s|’s)? )?{_ICING}\b{_OF_IT}"
    r"|(?:(?:生日|婚礼)?蛋糕(?:上面?|表面|外面)?的?)?(?:奶油|糖霜|糖衣)(?:的颜色)?(?=(?:都|全)?(?:换|改|变|涂|染|弄|调|刷|要|是|用|再|更))"
)
_GIVEN_ICING = Pattern(
    rf"^\W*(?:please |now |can you |could you )*(?:give (?:it|the (?:[a-z]+ )?cake)|put|add|use|i want|i'd like|let's have|with|how about)(?: some)? (?P<en>{_SHADE}) {_ICING}\b{_OF_IT}(?: instead| please)?\W*$"
    r"|^\W*(?:请|再|给蛋糕|给它|把奶油)*(?:换成?|改成?|变成|用|抹上?|涂上?|加上?|裹上?|要)?(?P<zh>(?:[浅深淡粉嫩]?[红黄蓝绿紫粉橙白黑棕灰金]|天蓝)色?)的?(?:奶油|糖霜|糖衣)(?:吧|了)?\W*$"
)


def told_of_its_icing(prompt: str, base: Scene) -> str:
    """The wish for a change with what it says of the icing of a cake that is there said of the cake."""
    if any(mark in prompt for mark in '“"「『《') or not any(one.kind in CAKES for one in base.objects):
        return prompt
    if (given := _GIVEN_ICING.search(prompt)) is not None:
        return f"make the cake {given['en']}" if given["en"] else f"把蛋糕变成{given['zh']}"
    return _ITS_ICING.sub(lambda match: "the cake" if match[0].isascii() else "蛋糕", prompt)


_WICKS = r"(?:all )?(?:(?:of )?the |these |those |his |her |their |its )?(?:(?:birthday|cake|\w+) )?(?:candles?|flames?)"
_ON_CAKE = r"(?: on (?:it|(?:the|his|her|their) (?:[a-z]+ )?cake))?"
_OUT = Pattern(
    rf"\W*(?:please |now |then |and )*(?:(?:blow|put|snuff) out {_WICKS}{_ON_CAKE}|(?:blow|put|snuff) {_WICKS}{_ON_CAKE} out|extinguish {_WICKS}{_ON_CAKE}"
    rf"|(?:make |let |have )?{_WICKS}{_ON_CAKE} (?:should |must |are |be |to |get |been |have )*(?:blown out|out|unlit|not lit|extinguished|put out)|unlit {_WICKS}{_ON_CAKE})(?: (?:please|now))*\W*"
    r"|\W*(?:请|再|然后|现在|帮我)*(?:把|将|让)?(?:蛋糕上?的?)?(?:所有|全部)?的?(?:生日)?蜡烛(?:上的?火)?(?:都|全|全部|也|给)*(?:吹|熄|弄|灭|扑)(?:灭|掉|熄)*了?(?:吧)?\W*"
    r"|\W*(?:请|再|然后|现在|帮我)*(?:吹|熄|弄|扑)(?:灭|掉|熄)(?:了)?(?:蛋糕上?的?)?(?:所有|全部)?的?(?:生日)?蜡烛(?:吧)?\W*"
)
_LIT = Pattern(
    rf"\W*(?:please |now |then |and )*(?:re-?)?(?:light|kindle)(?: up)? {_WICKS}{_ON_CAKE}(?: (?:again|please|now|up))*\W*"
    r"|\W*(?:请|再|然后|现在|帮我|重新)*(?:(?:把|将|让)?(?:蛋糕上?的?)?(?:所有|全部)?的?(?:生日)?蜡烛(?:都|全|全部|也|再|重新)*点(?:着|亮|燃|上|起来)*了?|点(?:着|亮|燃|上)(?:蛋糕上?的?)?(?:所有|全部)?的?(?:生日)?蜡烛)(?:吧)?\W*"
)


def blown_out(clause: str) -> bool | None:
    """Whether a clause asks that candles go out, or burn again; None for any other."""
    return (
        True if _OUT.fullmatch(clause) is not None else False if _LIT.fullmatch(clause) is not None else None
    )


def can_go_out(base: Scene, *, out: bool) -> bool:
    """Whether there is a candle that is not so already."""
    return any(one.kind in WITH_FLAMES and is_out(one) is not out for one in base.objects)


def is_out(candle: Thing) -> bool:
    """Whether it was blown out."""
    return candle.pose == BLOWN_OUT
