"""恢复原来的颜色, "back to its original colour": what edits have painted gets the colour in which it was first drawn."""

from __future__ import annotations

import re

import msgspec

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.scene import Scene, Thing

_CLAUSES = re.compile(r"([，,；;。\n]+|然后|并且|\s+and\s+)")
_BACK_ZH = (
    re.compile(r"^(?:请|帮我)?(?:把|让|将)?(?P<who>[^，。]{0,8}?)(?:的颜色)?(?:再|都|还是)?(?:恢复|变回|换回|改回|调回|弄回|还原|回到)(?:成|到|为)?(?:它|他|她|它们)?(?:原来|原先|本来|之前|最初|一开始|最开始)的?(?:那个|那种)?(?:颜色|色彩|样子的颜色)(?:吧|了)?$"),
    re.compile(r"^(?:请|帮我)?(?:把|让|将)?(?P<who>[^，。]{0,8}?)(?:的)?颜色(?:再|都|还是|就|给我)?(?:改回去|变回去|换回去|恢复原样|恢复|还原|改回来|变回来|换回来)(?:吧|了)?$"),
    re.compile(r"^(?:我觉得|我)?(?P<who>)(?:还是)?(?:用|要|喜欢|更喜欢)?(?:它)?(?:原来|原先|本来|之前|最初|一开始)的?(?:那个|那种)?(?:颜色|色彩)(?:更|比较)?(?:好看|好|漂亮|顺眼|可爱)?(?:一点|一些|些)?(?:吧|了)?$"),
)  # fmt: skip
_BACK_EN = re.compile(
    r"^(?:(?:please|can you|now|no|actually|hmm|i (?:still |do |really )?(?:want|like|liked|prefer|preferred)),? )*(?:change|turn|put|make|give|set|restore|bring|paint|colou?r|go|have|keep)? ?(?P<who>(?:it|him|her|them|the [\w ]{2,24}?))?(?: ?back)?(?: to| in)? ?(?:(?:(?:its|his|her|their|the) )?(?:own |very )?(?:original|first|old|previous|former|own|normal|natural|usual|real|proper) colou?rs?|the colou?rs? (?:it|he|she|they) (?:was|were|had) (?:before|at first|originally|in the beginning|first))(?: back| again| instead| better| more| (?:was|were|is|looked) (?:much |way |so )?(?:better|nicer|best))*(?: please)?$"
    r"|^(?:please )?(?:undo|take off|remove) (?:the|that) (?:new )?(?:colou?r|paint)(?: change)?(?: (?:of|on|from) (?P<of>(?:it|the [\w ]{2,24}?)))?$",
    re.IGNORECASE,
)
_COLOURLESS = frozenset({"grey", "sepia", "invert", "posterise"})


def with_first_colours(prompt: str, scene: Scene) -> tuple[str, Scene]:
    """The wish without what it says of first colours, and the scene with those; as they were where nothing was painted."""
    if _COLOURLESS & set(scene.grade) or not any(_is_painted(one) for one in scene.objects):
        return prompt, scene
    kept: list[str] = []
    for clause in _CLAUSES.split(prompt):
        bare = clause.strip(" .!！?？")
        match = next((found for one in (*_BACK_ZH, _BACK_EN) if (found := one.match(bare))), None)
        back = (
            None if match is None else _painted_back(scene, match["who"] or match.groupdict().get("of") or "")
        )
        if back is None:
            kept.append(clause)
        else:
            scene = back
    rest = "".join(kept)
    return (rest if any(letter.isalnum() for letter in rest) else ""), scene


def _painted_back(scene: Scene, who: str) -> Scene | None:
    """The scene with the named, or else all that were painted, in their first colours; None where none of them was."""
    named = {mention.kind for mention in parse(who).mentions if mention.kind is not None}

    def back(one: Thing) -> Thing:
        if not _is_painted(one) or (named and one.kind not in named):
            return one
        plain = len((one.second or "").split()) > 2  # of all colours, and so not its own
        return msgspec.structs.replace(
            one, colour=one.colour if one.was is None else one.was or None, was=None, painted=(),
            pattern=None if plain else one.pattern, second=None if plain else one.second,
        )  # fmt: skip

    objects = tuple(back(one) for one in scene.objects)
    return None if objects == scene.objects else msgspec.structs.replace(scene, objects=objects)


def _is_painted(one: Thing) -> bool:
    """Whether it, or a part of it, has another colour than it was first drawn in."""
    return one.was is not None or bool(one.painted)
