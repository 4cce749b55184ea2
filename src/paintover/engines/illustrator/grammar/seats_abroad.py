"""On what somebody sits or rides that stands at another thing, in Japanese and Korean: 木の下でベンチに座る老人 is a bench
under a tree, and an old man on the bench.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.dialects import Dialect
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.verbs_last import BEDS
from paintover.engines.illustrator.wording import Pattern

_SEATS = BEDS | {"swing-set", "hammock", "horse", "pony", "bicycle", "motorcycle", "elephant"}
_JAPANESE = Pattern(
    r"^(?:(?P<who>[^、。がは]{1,10})(?:が|は)、?)?(?P<where>[^、。]{1,16}?の(?:下|前|横|隣|となり|後ろ|うしろ|そば|脇))"
    r"(?:で|の|にある|に)?、?(?P<seat>[^、。でに]{1,10})(?P<on>に|で)(?P<does>(?:座|すわ|腰掛|腰かけ|乗|寝|眠)[^、。が]*)$",
    re.NOFLAG,
)
_KOREAN = Pattern(
    r"^(?:(?P<who>[^,]{1,12}?(?:이|가|은|는)) )?(?P<where>[^,]{1,12}? (?:아래|밑|앞|옆|뒤))(?:에서|에 있는|의|에)? "
    r"(?P<seat>[^,]{1,10}?)에 (?P<does>(?:앉|타|누)[^,]*)$",
    re.NOFLAG,
)
_PLAYED: dict[Dialect, tuple[tuple[str, str], ...]] = {
    "ja": (("サッカーをしている", "サッカーボールを蹴る"), ("サッカーをする", "サッカーボールを蹴る")),
    "ko": (
        ("축구를 하고 있는", "축구공을 차는"),
        ("축구를 하는", "축구공을 차는"),
        ("축구하는", "축구공을 차는"),
    ),
}
"""What is played, by what is done to its ball."""
_POLITE = (("ています", "ている"), ("座ります", "座る"), ("乗ります", "乗る"), ("寝ます", "寝る"))
"""How a sentence ends, and the same before a noun."""


_LADEN = Pattern(
    r"^(?P<what>[^、。]{1,20})が(?:乗った|のった|載った|乗っている|のっている|置かれた|置いてある)(?P<on>[^、。のがをに]{1,10})$",
    re.NOFLAG,
)
"""ケーキが乗ったテーブル: a cake on a table."""


def seat_apart(text: str, dialect: Dialect) -> str:
    """The wish with where the seat stands told first, in a clause of its own."""
    for played, kicked in _PLAYED.get(dialect, ()):
        text = text.replace(played, kicked)
    if dialect == "ja":
        text = _LADEN.sub(r"\g<on>の上に\g<what>", text)
    match = (_JAPANESE if dialect == "ja" else _KOREAN).match(text)
    if match is None or not any(token.get("kinds") in _SEATS for token in tokenise(match["seat"])):
        return text
    where, seat, does = match["where"], match["seat"], match["does"]
    if dialect == "ko":
        return f"{where} {seat}, {match['who'] or ''} {seat}에 {does}"
    for ending, plain in _POLITE:
        does = f"{does.removesuffix(ending)}{plain}" if does.endswith(ending) else does
    return f"{where}の{seat}。{seat}{match['on']}{does}{match['who'] or ''}"
