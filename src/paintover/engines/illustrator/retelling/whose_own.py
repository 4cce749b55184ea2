"""Whose something is that "his" and "her" only point at, told by name where just one there is he or she: "change her cup to green",
他的伞去掉, "his suit in navy blue".

What somebody has on or in hand is then that one's alone, and no other's; who does something with what is their own is told of by
the passes behind.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, name_of
from paintover.engines.illustrator.retelling.pronouns import drawn_as_he, drawn_as_she
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.tailor import ACCESSORIES, GARMENTS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_DONE = (
    r"make|paint|change|turn|colou?r|dye|swap|switch|replace|exchange|remove|delete|erase|take (?:off|away)|lose|drop|get rid of"
    r"|i want|i'd like|can|could|let|have|no|without"
)
_ENGLISH = Pattern(
    rf"^(?P<lead>\W*(?:(?:please|now|and|then|also|but|ok) )*(?:(?:{_DONE}) )?)(?P<whose>his|her) (?P<what>[a-z][a-z -]*)(?P<behind>.*)$"
)
_CHINESE = Pattern(
    r"^(?P<lead>(?:再|请|然后|还有|那)*(?:把|将|给|让|去掉|删掉|拿走|换掉)?)(?P<whose>[他她])的?(?P<what>(?!们)[\u4e00-\u9fff]{1,12})(?P<behind>.*)$",
    re.NOFLAG,
)
_CLAUSES = re.compile(r"([，,。；;！!\n]+ *|\.(?:\s|$)|\band (?=(?:make|change|paint|turn|his|her)\b))")


def told_whose_own(prompt: str, base: Scene) -> str:
    """The wish with whose something is told by name; as it is where that may be several, or nobody else is there."""
    people = [one for one in base.objects if is_somebody(one.kind)]
    if len(prompt) > 200 or len(people) < 2:
        return prompt
    parts = _CLAUSES.split(prompt)
    return "".join(part if at % 2 else _told(part, people, base) for at, part in enumerate(parts))


def _told(clause: str, people: list[Thing], base: Scene) -> str:
    chinese = not clause.isascii()
    match = (_CHINESE if chinese else _ENGLISH).search(clause)
    if match is None:
        return clause
    drawn = drawn_as_she if match["whose"].lower() in ("her", "她") else drawn_as_he
    owners = [one for one in people if drawn(one)]
    label, had = _had(match["what"], owners[0], base, chinese=chinese) if len(owners) == 1 else ("", [])
    if not had:
        return clause
    what, alike = match["what"], [one for one in base.objects if one.kind == had[0].kind]
    is_theirs = had[0].rel is not None and had[0].rel.to == owners[0].id
    if (
        len(alike) > 1
        and len(had) == 1
        and is_theirs
        and what.lower().startswith(name_of(had[0], chinese=chinese))
    ):
        name = called_apart(base, had[0].id, chinese=chinese)
        return f"{match['lead']}{name}{what[len(label) :]}{match['behind']}"
    name = called_apart(base, owners[0].id, chinese=chinese)
    return f"{match['lead']}{name}{'的' if chinese else chr(39) + 's '}{what}{match['behind']}"


def _had(words: str, owner: Thing, base: Scene, *, chinese: bool) -> tuple[str, list[Thing]]:
    """The noun with which the words begin, and what the owner has of that kind or has on where it would be; of clothes else what
    others have on there, which is not meant."""
    said = parse(words if chinese else f"the {words}").mentions
    if not said or said[0].kind is None or not words.lower().startswith(said[0].label.lower()):
        return "", []
    kind = said[0].kind
    is_garment = kind in GARMENTS and kind not in HAIR and kind not in ACCESSORIES
    part = kinds()[kind].wear if is_garment else None
    borne = [one for one in base.objects if one.rel is not None and one.rel.type in ("hold", "wear")]
    there = [one for one in borne if one.kind in GARMENTS and one.rel is not None and one.rel.part == part]
    alike = [one for one in borne if one.kind == kind] or (there if is_garment else [])
    theirs = [one for one in alike if one.rel is not None and one.rel.to == owner.id]
    return said[0].label, theirs or (alike if is_garment else [])
