"""Who is meant of several, told by what they do: 举手的戴眼镜, 把跳舞的那个去掉, "the kid who is reading cries".

Whoever does that already is told by name; where nobody does, or all do, the words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.retelling.by_place import told_of_each_of
from paintover.engines.illustrator.retelling.talk import is_such, living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_CL = "[个位只条匹头]"
_NOUN = r"(?:小?(?:女孩|男孩|女生|男生|姑娘|孩子|朋友|男人|女人|老人|人|猫|狗|兔子?|熊|鸟)子?)"
_CHINESE = Pattern(
    rf"^(?P<lead>(?:再|请|然后|那)*(?:把|将|给|让|叫|去掉|删掉|移走)?)(?:正?在)?(?P<deed>(?!戴|穿|拿|抱)[^，。的在给把]{{1,6}}?)着?的(?:那一?{_CL})?(?P<noun>{_NOUN})?"
    r"(?P<behind>(?!时候|样子|动作|姿势|话|人|手|背景).*)$",
    re.NOFLAG,
)
_DOING = r"(?P<deed>[a-z]+ing)(?P<what> (?:a|an|the|his|her|its|their) (?:[a-z]+))?"
_ENGLISH = Pattern(
    rf"^(?P<lead>\W*(?:(?:please|now|and|then) )*(?:(?:make|give|let|have|turn|remove|delete|paint|put [\w ]{{2,20}}? on|dress) )?)the (?P<noun>one|ones|[a-z]+) (?:(?:who|that) (?:is|are) |who's |that's )?{_DOING}(?P<behind>(?: .+)?)$"
)
_CLAUSES = re.compile(r"([，,。；;！!\n]+ *|\.(?:\s|$))")
_DOES = re.compile(r"^(?:[戴穿围系披拿抱举坐站躺睡跑跳笑哭变换改涂染去删不要大小高矮难开生害一给也都加有])")


def told_of_who_does_so(prompt: str, base: Scene) -> str:
    """The wish with whoever does what is told named; as it is where that is nobody in particular."""
    there = living_in(base)
    if len(prompt) > 200 or len(there) < 2 or not any(one.pose for one in there):
        return prompt
    parts = _CLAUSES.split(prompt)
    return "".join(part if at % 2 else _told(part, there, base) for at, part in enumerate(parts))


def _told(clause: str, there: Sequence[Thing], base: Scene) -> str:
    chinese = not clause.isascii()
    match = (_CHINESE if chinese else _ENGLISH).search(clause)
    if match is None:
        return clause
    goes = match["lead"].strip().startswith(("去掉", "删掉", "移走", "remove", "delete"))
    if chinese and match["lead"][-1:] in ("", "请", "再") and not _DOES.match(match["behind"]):
        return clause
    among = _among(match["noun"] or "", there, chinese=chinese)
    what, behind = "" if chinese else match["what"] or "", match["behind"]
    if not behind.strip() and "give" in match["lead"]:  # the kid who is reading a balloon
        what, behind = "", what
    if not behind.strip() and not goes:
        return clause
    deed = f"{match['deed']}{what}"
    poses = _poses(deed, among, chinese=chinese) - {None}
    found = [one for one in among if one.pose in poses]
    if not found or len(found) == len(there):
        return clause
    return told_of_each_of(found, match["lead"], behind, base, chinese=chinese)


def _among(noun: str, there: Sequence[Thing], *, chinese: bool) -> list[Thing]:
    if noun in ("", "one", "ones"):
        return list(there)
    if noun in ("人", "孩子", "朋友", "小朋友", "person", "guy", "fellow"):
        return [one for one in there if is_somebody(one.kind)]
    said = parse(noun if chinese else f"the {noun}").mentions
    return [one for one in there if len(said) == 1 and said[0].kind and is_such(one, said[0])]


def _poses(deed: str, among: Sequence[Thing], *, chinese: bool) -> set[str | None]:
    """The poses in which those are who do so."""
    found: set[str | None] = set()
    for label in {one.label for one in among}:
        said = parse(f"一个{label}{deed}" if chinese else f"a {label.removesuffix('s')} {deed}")
        found |= {one.pose for one in said.mentions[:1]}
        found |= {one.value for one in said.operations if one.action == "repose"}
    return found
