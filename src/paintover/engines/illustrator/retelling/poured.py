"""What is drunk, and what is strewn on food: "replace the wine with water" is a glass of it and no lake, and "sprinkle some
basil on it" is about the dish, whatever was spoken of last.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import sorts
from paintover.engines.illustrator.retelling.called import also_called
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.pronouns import somebody_told
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_WATER = r"(?:some |plain |cold |fresh |cool |just |a bit of )*water"
_WATER_ZH = r"(?:一[点些]|[点些])?(?:白开|清|凉|温|矿泉)?水"
_REPLACED = Pattern(
    rf"(?:please )?(?:replace|swap|change|turn) (?P<en>(?:the|his|her|its|their) [a-z ]{{2,30}}?) (?:with|for|to|into|by) {_WATER}(?: instead)?"
    rf"|(?:请|帮我)*(?:把|将)?(?P<zh>[^，。]{{1,8}}?)(?:换成|改成|变成|换){_WATER_ZH}(?:吧|了)*"
)
_GIVEN = Pattern(
    rf"(?:please )?(?:give|get|bring|pour|serve) (?P<en>(?:the )?[a-z ]{{2,24}}?) {_WATER}(?P<instead> instead)?(?: to drink)?"
    rf"|(?:请|帮我)*给(?P<zh>[^，。]{{1,6}}?)(?:倒|来|喝|端|拿|上)?{_WATER_ZH}(?:喝)?(?:吧|了)*"
)
_INSTEAD = Pattern(rf"(?:please )?(?:put|use|have|serve|add|pour|make it) {_WATER} instead")
_STREWN = Pattern(
    r"(?:please )?(?:sprinkle|scatter|strew|dust|grate|crumble|drizzle|garnish it with|top it with) (?P<what>(?:an? |some |a (?:few|little|bit of|pinch of) |lots of |more )*[a-z][a-z ]{2,24}?)(?: (?:all )?(?:on(?: top)?(?: of)?|onto|over|across)(?: (?P<on>it|them|the [a-z ]{2,30}))?)?"
    r"|(?:请|帮我|再)*(?:在?(?:它|上面?|上边|顶上?)的?(?:上面?)?)?撒(?:上|了|一?[点些]|[几一][片粒颗把]|少许)+(?P<zh>[^，。在]{1,5}?)(?:在(?:上面?|它上面?))?(?:吧|了)*"
)


_THE_WATER = Pattern(
    r"\b(?P<the>the|his|her|their) water\b(?! ?(?:lil|melon|bottle|fall))|(?<=把)(?P<zh>水)(?=换|改|变|拿|去|移|放)"
)
"""Water that is in a glass there."""


def told_by_the_glass(prompt: str, base: Scene) -> str:
    """The wish for that picture with water told by the glass."""
    return told_by_form(prompt.strip(" .。!！~"), base, _POURED) or prompt


def strewn_on_the_dish(prompt: str, base: Scene) -> str:
    """The wish for that picture with what is strewn on food told as put on the dish, and water as what is in its glass."""
    if any(one.kind == "drinking-glass" for one in base.objects):
        prompt = _THE_WATER.sub(
            lambda match: "杯水" if match["zh"] else f"{match['the']} glass of water", prompt
        )
    return told_by_form(prompt.strip(" .。!！~"), base, _ON_A_DISH) or prompt


def _replaced(match: re.Match[str], base: Scene) -> str | None:
    words = match["en"] or match["zh"]
    named = {token.get("kinds") for token in tokenise(words)}
    if named.isdisjoint(_drinks()) and not any(one.kind in _drinks() for one in named_in(words, base)):
        return None
    return f"replace {words} with a glass of water" if match["en"] else f"把{words}换成一杯水"


def _given(match: re.Match[str], base: Scene) -> str | None:
    words = match["en"] or match["zh"]
    who = somebody_told(words, base) or next(
        (one for one in named_in(words, base) if is_somebody(one.kind)), None
    )
    if who is None:
        return None
    has = next((one for one in base.objects if _is_drunk_by(one, who)), None)
    if has is not None:
        return (
            f"replace the {names('en', has.kind)} with a glass of water"
            if match["en"]
            else f"把{names('zh', has.kind)}换成一杯水"
        )
    return f"give {words} a glass of water" if match["en"] else f"给{words}一杯水"


def _instead(match: re.Match[str], base: Scene) -> str | None:
    drinks = [one for one in base.objects if one.kind in _drinks()]
    return f"replace the {names('en', drinks[-1].kind)} with a glass of water" if len(drinks) == 1 else None


def _strewn(match: re.Match[str], base: Scene) -> str | None:
    """What is strewn on "it" is strewn on the dish."""
    on = match["on"] or "it"
    if on in ("it", "them"):
        dish = _dish(base)
        if dish is not None and match["zh"]:
            return f"在{names('zh', dish.kind)}上面加一些{match['zh']}"
        return None if dish is None else f"put {match['what']} on the {names('en', dish.kind)}"
    return f"put {match['what']} on {on}"


_POURED: tuple[Form, ...] = ((_REPLACED, _replaced), (_GIVEN, _given), (_INSTEAD, _instead))
_ON_A_DISH: tuple[Form, ...] = ((_STREWN, _strewn),)


def _is_drunk_by(one: Thing, who: Thing) -> bool:
    return one.kind in _drinks() and one.rel is not None and (one.rel.type, one.rel.to) == ("hold", who.id)


def _drinks() -> frozenset[str]:
    return also_called("cup", "drinking-glass", "wine-glass", "juice", "lemonade") | {*sorts()["drink"]}


def _dish(base: Scene) -> Thing | None:
    """The dish that the talk is about, or else the largest there is."""
    dishes = [
        one for one in base.objects if one.kind in also_called("bowl", "plate", "cake", "noodles", "pizza")
    ]
    about = [one for one in dishes if one.id == base.focus]

    def breadth(one: Thing) -> float:
        left, _, right, _ = base.layout[one.id].box if one.id in base.layout else (0, 0, 0, 0)
        return right - left

    return about[0] if about else max(dishes, key=breadth, default=None)
