"""A thing in the colour of another: "give the dog the colour of the cat", 狗的颜色和猫一样. It is told by the colour's name.

The other may be in another of the pictures that a wish is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.domain.call import Language
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.retelling.borrow import without_pictures
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import colour_of
from paintover.engines.illustrator.wording import Pattern

_ONE = r"(?:the|his|her|its|my|this|that) [a-z]+(?: [a-z]+){0,2}?"
_LEAD = r"^(?:(?:please|now|and|also|can you|could you),? )*"
_END = r"(?:'s)?(?: (?:is|has|was|had))?(?: please)?$"
_ALIKE = (
    Pattern(rf"{_LEAD}(?:give|paint|make|colou?r|turn) (?P<who>{_ONE})(?: in)? the (?:same )?(?:exact )?colou?rs? (?:of|as|that) (?P<like>{_ONE}){_END}"),
    Pattern(rf"{_LEAD}(?P<who>{_ONE}) (?:should|must|could) (?:be|have|get) (?:in )?the (?:same )?colou?r (?:of|as|that) (?P<like>{_ONE}){_END}"),
    Pattern(rf"{_LEAD}(?:give|paint|make|colou?r|turn) (?P<who>{_ONE}) (?:in |with |to )?(?P<like>{_ONE})'s (?:colou?r)(?: please)?$"),
    Pattern(rf"{_LEAD}match (?P<who>{_ONE})(?:'s colou?r)? (?:to|with) (?:the colou?r of )?(?P<like>{_ONE})(?:'s colou?r)?$"),
    Pattern(rf"{_LEAD}(?P<who>{_ONE}) in the (?:same )?colou?r (?:of|as) (?P<like>{_ONE}){_END}"),
)  # fmt: skip
_NAME = r"[^，。,、和跟与同把让将给的成]{1,8}?"
_ALIKE_ZH = (
    Pattern(rf"^(?:请|帮我|再)?(?:把|让|将)?(?P<who>{_NAME})的?颜色(?:要|应该|改|变|改成|变成|换成|弄成)?(?:得)?(?:和|跟|与|同)(?P<like>{_NAME})的?(?:颜色)?(?:一样|相同|一致|一个样|一个颜色)(?:吧|的)?$", re.NOFLAG),
    Pattern(rf"^(?:请|帮我|再)?(?:把|让|将|给)?(?P<who>{_NAME})(?:的颜色)?(?:要|应该)?(?:改成|变成|换成|画成|涂成|染成|弄成|做成|用|换)?(?:和|跟|与|同)?(?P<like>{_NAME})的?(?:一样|同样|相同)的?(?:颜色)(?:吧|的)?$", re.NOFLAG),
    Pattern(rf"^(?:请|帮我|再)?(?:把|让|将)?(?P<who>{_NAME})(?:和|跟|与|同)(?P<like>{_NAME})的?颜色(?:变得|变|弄得)?(?:一样|相同|一致)(?:吧|的)?$", re.NOFLAG),
    Pattern(rf"^(?:请|帮我|再)?(?:把|让|将)?(?P<who>{_NAME})(?:的颜色)?(?:改成|变成|换成|画成|涂成|染成|弄成|做成)(?P<like>{_NAME})的?颜色(?:吧)?$", re.NOFLAG),
    Pattern(rf"^(?:请|帮我|再)?(?:把|让|将)?(?P<who>{_NAME})(?:和|跟|与)(?P<like>{_NAME})(?:同色|一个颜色)(?:吧|的)?$", re.NOFLAG),
)  # fmt: skip


def told_in_its_colour(prompt: str, base: Scene, *others: Scene) -> str:
    """The wish with the name of the colour that it tells by a thing of `base`, or of the others; as it is otherwise."""
    words = " ".join(without_pictures(prompt).split()) if others else prompt
    bare = words.strip(" .!。！~～")
    patterns = _ALIKE if bare.isascii() else _ALIKE_ZH
    match = next((found for one in patterns if (found := one.fullmatch(bare)) is not None), None)
    if match is None:
        return prompt
    painted = named_in(match["who"], base)
    model = _only(match["like"], (base, *others))
    if not painted or model is None or model in painted:
        return prompt
    language: Language = "en" if bare.isascii() else "zh"
    colour = _in_words(colour_of(model), language)
    called = (called_apart(base, one.id, chinese=language == "zh") for one in painted)
    if language == "zh":
        return f"把{'和'.join(called)}改成{colour}"
    return f"make {' and '.join(called)} {colour}"


def _in_words(colour: str, language: Language) -> str:
    """What people call a colour: "light blue", 浅蓝色."""
    tinge, _, plain = colour.rpartition("-")
    if language == "en":
        return f"{tinge} {plain}".strip()
    known = vocabulary(language).words
    word = next(
        (one for one, read in known.items() if read.get("colours") == plain and one.endswith("色")), plain
    )
    return f"{_TINGES_ZH.get(tinge, '')}{word}"


_TINGES_ZH = {"light": "浅", "dark": "深"}


def _only(words: str, scenes: Sequence[Scene]) -> Thing | None:
    """The thing that is named, in the first picture that shows one; None where none does, or where they differ."""
    for scene in scenes:
        if found := named_in(words, scene):
            return found[0] if len({colour_of(one) for one in found}) == 1 else None
    return None
