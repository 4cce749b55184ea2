"""The top of a table that is seen from near, which no thing of the picture is: 桌子改成木头的, "remove the tablecloth"."""

from __future__ import annotations

import re

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops.still import top_of
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


def told_of_the_top(prompt: str, base: Scene, language: Language) -> tuple[str, str]:
    """The wish without what it says of the table that the picture is seen on, and what that is to be of; "" for nothing.

    Raises:
        NotDrawable: that is all, and it is so already.
    """
    if base.env.place != "tabletop" or any(one.kind in TABLES for one in base.objects):
        return prompt, ""
    parts, top = _CLAUSES.split(prompt), ""
    for at in range(0, len(parts), 2):
        match = _ZH.fullmatch(parts[at].strip()) or _EN.fullmatch(parts[at].strip())
        if match is not None:
            said = match.groupdict()
            top, parts[at] = ("stone" if said["stone"] or said["stone2"] else "wood"), ""
    rest = "".join(parts)
    rest = rest if any(map(str.isalnum, rest)) else ""
    if top and not rest and top == (base.env.scenery.top or top_of(base.seed)):
        raise NotDrawable(notes.already_so(language))
    same = top == (base.env.scenery.top or top_of(base.seed))
    return (rest, "" if same else top) if top else (prompt, "")


def with_a_top(scene: Scene, top: str) -> Scene:
    """The scene with its table of that, as it was for ""."""
    if not top or scene.env.place != "tabletop":
        return scene
    scenery = msgspec.structs.replace(scene.env.scenery, top=top, ground="")
    return msgspec.structs.replace(scene, env=msgspec.structs.replace(scene.env, scenery=scenery))
