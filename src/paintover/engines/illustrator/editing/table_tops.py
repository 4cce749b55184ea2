"""The top of a table that is seen from near, which no thing of the picture is: 桌子改成木头的, "remove the tablecloth"."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops.still import top_of
from paintover.engines.illustrator.grammar.scenery import shade_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+and\s+|然后|并且)")
_TABLE = r"(?:table(?: ?top)?|desk|counter|surface)"
_WOOD, _STONE = r"wood(?:en)?|oak|bare wood", r"stone|marble|granite"
_EN = Pattern(
    rf"\W*(?:please |now )*(?:(?:make|turn|change|have) the {_TABLE} (?:in)?(?:to |be |of |look )*(?:an? )?(?:(?P<wood>{_WOOD})|(?P<stone>{_STONE}))(?: (?:one|{_TABLE}))?"
    rf"|(?:use|give me|put it on|on|with|i want|replace the {_TABLE} with|swap the {_TABLE} for) an? (?:(?P<wood2>{_WOOD})|(?P<stone2>{_STONE})) {_TABLE}"
    r"|(?P<bare>remove|take away|take off|get rid of|without|no) (?:the |a )?table ?cloth)(?: (?:please|instead|now))?\W*"
)
_ZH = Pattern(
    r"(?:请|帮我|把|将)*(?:(?:餐|书|饭)?桌子?(?:面|上)?|台面|桌面)(?:的?材质)?(?:换|改|变|做|弄)(?:成|为)?(?:(?P<wood>原?实?木头?|木质|木制|木纹)|(?P<stone>石头|石质|大理石|石))(?:做|质|制|材质)?的?(?:桌子?|桌面)?(?:吧)?"
    r"|(?:请|帮我|把|将)*(?:换成?|改成?|用)(?:一?张)?(?:(?P<wood2>木头?|木质|木制|实木)|(?P<stone2>石头|大理石|石))(?:的)?(?:桌子?|桌面|餐桌)"
    r"|(?P<bare>(?:请|帮我|把|将)*(?:去掉|拿掉|撤掉|不要|收起|拿走)(?:格子)?(?:桌布|台布|餐布)|(?:请|帮我|把|将)*(?:格子)?(?:桌布|台布|餐布)(?:去掉|拿掉|撤掉|不要|收起来|拿走)了?)(?:吧)?",
    re.NOFLAG,
)


_LEAD_EN = r"\W*(?:please |now |can you |could you |then |and )*"
_CLOTH_EN = Pattern(
    rf"{_LEAD_EN}(?:(?:put|set|place|lay|arrange|have) (?:it|them|this|that|everything|it all|them all|all of (?:it|them)) (?:all )?on|(?:put on|put down|put|add|use|with|lay|spread|give me|i want|cover the table with|have|on|include|(?:change|replace|swap|turn) the (?:table ?cloth|cloth) (?:to|with|for|into)) (?:it |them )?)"
    r"(?: ?an?| ?the| some)? ?(?P<how>(?:[a-z]+(?: and |[ -]))*?)table ?cloth(?: (?:under|below|beneath|underneath|over|on)(?: (?:it|them|everything|the table|the plate|the bowl))?(?: all)?)?\W*"
    rf"|{_LEAD_EN}(?:make|turn|change|have) the table ?cloth (?:in)?(?:to |be |look )*(?:an? )?(?P<how2>[a-z -]+?)(?: one)?\W*"
)
_CLOTH_ZH = Pattern(
    r"(?:请|帮我|再|把|将|都|全|东西|下面|底下|桌上|桌子上?|桌面上?|给桌子)*(?:铺|盖|垫|放|加|换|用|来)(?:上|成|个|在)*(?:一?[块张条])?(?P<how>[\u4e00-\u9fff]{0,6}?)的?(?:桌布|台布|餐布)(?:上|吧|在下面)*"
    r"|(?:请|帮我|把|将)*(?:桌布|台布|餐布)(?:的颜色|的花纹)?(?:都|要|再)?(?:换|改|变|弄|做)(?:成|为)?(?P<how2>[\u4e00-\u9fff]{1,6}?)的?(?:那种|样式|花纹)?(?:吧)?",
    re.NOFLAG,
)
_DYED = Pattern(
    rf"{_LEAD_EN}(?:make|paint|turn|change|colou?r|dye) the {_TABLE} (?:colou?r )?(?:in)?(?:to |be |look )*(?P<how>[a-z -]+?)\W*"
    r"|(?:请|帮我|把|将)*(?:餐|饭)?(?:桌子|桌面|台面)(?:的?颜色)?(?:都|要|再)?(?:换|改|变|刷|涂|漆|染)(?:成|为)?(?P<how2>[\u4e00-\u9fff]{1,5}?)的?(?:吧)?"
)
CLOTH, LINEN = "cloth", "linen"
"""A checked cloth on the table, and a plain one."""


@dataclass(frozen=True, slots=True)
class Top:
    """What the top of a table is to be of, "" as it is, and in which colour."""

    kind: str = ""
    colour: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind or self.colour)


def _cloth(clause: str) -> Top | None:
    """The cloth that a clause lays on the table; None where it is about something else, or about a cloth that cannot be had."""
    match = _CLOTH_ZH.fullmatch(clause) or _CLOTH_EN.fullmatch(clause)
    if match is None:
        return None
    told = tokenise(match["how"] or match["how2"] or "")
    colours = [token for token in told if token.get("colours")]
    patterns = [token.get("patterns") for token in told if token.get("patterns")]
    rest = [token for token in told if token not in colours and not token.get("patterns")]
    if any(token.unknown or token.get("kinds") for token in rest) or set(patterns) - {"checked", "plain"}:
        return None
    chosen = [shade_of(token) for token in colours]
    colour = next((one for one in chosen if one != "white"), chosen[0] if chosen else "")
    checked = "checked" in patterns or (not colours and not patterns)
    return Top(CLOTH if checked else LINEN, colour)


def _dyed(clause: str) -> Top | None:
    """The colour in which a clause wants the table."""
    match = _DYED.fullmatch(clause)
    told = tokenise((match["how"] or match["how2"]).strip()) if match is not None else []
    colours = [token for token in told if token.get("colours")]
    return Top(colour=shade_of(colours[0])) if len(colours) == 1 == len(told) else None


def told_of_the_top(prompt: str, base: Scene, language: Language) -> tuple[str, Top]:
    """The wish without what it says of the table that the picture is seen on, and what that is to be.

    Raises:
        NotDrawable: that is all, and it is so already.
    """
    if base.env.place != "tabletop" or any(one.kind in _TABLES for one in base.objects):
        return prompt, Top()
    parts, top = _CLAUSES.split(prompt), Top()
    for at in range(0, len(parts), 2):
        if (told := _told(parts[at].strip())) is not None:
            top, parts[at] = told, ""
    rest = "".join(parts)
    rest = rest if any(map(str.isalnum, rest)) else ""
    if not top:
        return prompt, top
    if with_a_top(base, top) == base:
        if not rest:
            raise NotDrawable(notes.already_so(language))
        top = Top()
    return rest, top


_TABLES = TABLES | {"tablecloth", "picnic-mat"}


def tells_of_the_top(clause: str) -> bool:
    """Whether a clause is about the table that a picture is seen on, or its cloth."""
    return _told(clause.strip()) is not None


def _told(clause: str) -> Top | None:
    """What a clause wants of the table."""
    match = _ZH.fullmatch(clause) or _EN.fullmatch(clause)
    if match is not None:
        said = match.groupdict()
        return Top("stone" if said["stone"] or said["stone2"] else "wood")
    return _cloth(clause) or _dyed(clause)


def with_a_top(scene: Scene, top: Top) -> Scene:
    """The scene with its table of that, as it was for nothing."""
    if not top or scene.env.place != "tabletop":
        return scene
    scenery = scene.env.scenery
    now = scenery.top or top_of(scene.seed)
    kind, ground, pieces = top.kind or now, scenery.ground, dict(scenery.pieces)
    if kind in (CLOTH, LINEN):
        if top.colour:
            pieces[_PIECE] = top.colour
        elif kind != now:
            pieces.pop(_PIECE, None)
        ground = ""
    else:
        pieces.pop(_PIECE, None)
        ground = top.colour
    told = kind if kind != now or scenery.top else scenery.top
    scenery = msgspec.structs.replace(scenery, top=told, ground=ground, pieces=tuple(pieces.items()))
    return msgspec.structs.replace(scene, env=msgspec.structs.replace(scene.env, scenery=scenery))


_PIECE = "tablecloth"
"""What the cloth is called among the pieces of the backdrop."""
