"""What is told of so many and of so many others at once, dealt out among those alike that are there, from the left: "one waves and the
other two sit", 两个戴帽子，一个戴眼镜, "one red, one yellow, one blue".

A noun behind the number brings things, and one number alone deals nothing out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.retelling.by_place import told_of_each_of
from paintover.engines.illustrator.retelling.by_side import is_look
from paintover.engines.illustrator.retelling.others import rank_across
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:please|now|then|make|let|have|paint|colou?r|i want)"
_ENGLISH = Pattern(
    rf"^(?:{_LEAD} )*(?:(?P<many>one|two|three|four|another)(?: of (?:them|these|those))?|(?P<rest>the (?:others?|rest)(?: (?P<number>one|two|three|four))?)) "
    r"(?P<does>(?!more\b|on\b|in the\b|at\b|to\b|next\b|behind\b|beside\b|near\b|of\b|with\b|less\b|by\b|from\b|one\b).+)$"
)
_SO_MANY_DO = Pattern(
    r"^(?P<lead>\W*)(?:(?P<many>two|three|four) (?P<noun>[a-z]+s|children|people|men|women|mice|sheep)|they(?:['’]re| are)? both|both(?: of them)?)"
    r"(?P<be>(?: should be| are|(?<=re both)))? (?P<does>[a-z]+(?: now| too)?)[.!]?$"
)
_SPLIT = re.compile(
    r"\s*(?:[,;]\s*(?:and |while |but )?|\b(?:and|while|but)\b)\s*(?=(?:(?:make|let|have|paint) )?(?:one|two|three|four|another|the (?:others?|rest))\b)"
)
_CL = "[个只头匹条辆朵位名棵艘架颗块把盆座栋间本张件杯碗支根枝顶]"
_CHINESE = Pattern(
    rf"(?:^|[，,；;、\s]|而|和)*(?:让|把|有)?(?:(?P<many>[一两二三四])(?P<cl>{_CL})|(?P<rest>(?:另外?|其[他余它]|剩下)的?(?:(?P<number>[一两二三四])?{_CL})?))"
    rf"(?P<does>[^，,；;、。！!]+?)(?=$|[。！!]|[，,；;、而]|(?<=[的色])(?=[一两二三四]{_CL}))",
    re.NOFLAG,
)
_COUNTS = {
    "one": 1,
    "another": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
}
_ACTS = ("poses", "actions", "moods", "verbs")
_BECOMES = re.compile(r"^(?:都|全|是|要|为|变成?|改成?|换成?|染成)+")


@dataclass(frozen=True, slots=True)
class _Share:
    """So many, or all others, and what is told of them."""

    many: int | None
    does: str
    measure: str | None = None


def told_as_dealt_out(prompt: str, base: Scene) -> str:
    """The wish with what is told of some and of others told of each by name; as it is where there are not so many."""
    if len(prompt) > 200 or len(base.objects) < 2 or any(mark in prompt for mark in '“"「『'):
        return prompt
    chinese = not prompt.isascii()
    if not chinese and (match := _SO_MANY_DO.search(prompt)) is not None:
        return _as_they_do(match, base) or prompt
    shares = _in_chinese(prompt) if chinese else _in_english(prompt, base)
    if len(shares) < 2 or shares[0].many is None or any(one.many is None for one in shares[:-1]):
        return prompt
    if not all(_tells(one.does, chinese=chinese) for one in shares):
        return prompt
    total = sum(one.many or 1 for one in shares)
    among = _among(base, total, shares)
    told, at = [], 0
    for share in shares if among else ():
        found = among[at:] if share.many is None else among[at : at + share.many]
        at += len(found)
        behind = share.does if not chinese else _as_told(share.does)
        told.append(told_of_each_of(found, "", behind if chinese else f" {behind}", base, chinese=chinese))
    return ("，" if chinese else ", ").join(told) or prompt


def _as_they_do(match: re.Match[str], base: Scene) -> str | None:
    """ "Two kids jump", of kids that are there, and "both laugh", of the only two people: each of them by name."""
    there = [one for one in base.objects if kinds()[one.kind].alive and one.id in base.layout]
    first = next(iter(tokenise(match["does"])), None)
    if first is None or not any(map(first.get, ("poses", "moods"))):
        return None
    if match["noun"] is None:
        people = [one for one in there if is_somebody(one.kind)]
        found = people if len(people) == 2 < len(there) else []
    else:
        named = parse(f"the {match['noun']}").mentions
        found = [one for one in there if len(named) == 1 and one.kind == named[0].kind]
        found = sorted(found, key=lambda one: rank_across(base, one))
        many = _COUNTS[match["many"].lower()]
        found = found[:many] if len(found) >= many else []
    behind = f" is {match['does']}" if match["be"] else f" {match['does']}"
    return told_of_each_of(found, match["lead"], behind, base, chinese=False) or None


def _in_english(prompt: str, base: Scene) -> list[_Share]:
    parts = [part for part in _SPLIT.split(prompt.strip(" .!")) if part]
    found = [_ENGLISH.search(part) for part in parts] if len(parts) > 1 else []
    shares = []
    for match in found:
        if match is None:
            return []
        many = _COUNTS[match["many"].lower()] if match["many"] else None
        number = _COUNTS.get((match["number"] or "").lower())
        shares.append(
            _Share(many or number if match["many"] or number else None, _without_noun(match["does"], base))
        )
    return shares


def _without_noun(does: str, base: Scene) -> str:
    """ "One girl waves": what she does, where there are several girls."""
    noun, _, rest = does.partition(" ")
    named = parse(f"the {noun}").mentions if rest else ()
    alike = [one for one in base.objects if len(named) == 1 and one.kind == named[0].kind]
    return rest if len(alike) > 1 else does


def _in_chinese(prompt: str) -> list[_Share]:
    shares, end = [], 0
    for match in _CHINESE.finditer(prompt):
        if match.start() != end:
            return []
        end = match.end()
        number = _COUNTS.get(match["many"] or match["number"] or "")
        shares.append(_Share(number, match["does"], match["cl"]))
    return shares if not prompt[end:].strip("。！! ") else []


def _tells(does: str, *, chinese: bool) -> bool:
    """Whether it tells what they do, have on or look like, and brings nothing."""
    said = does.strip()
    named = parse(said if chinese else f"a {said}").mentions
    first = next(iter(tokenise(said)), None)
    acts = first is not None and (said[0] in "举挥拿抱戴穿围背牵打" or any(map(first.get, _ACTS)))
    if first is None or (
        not acts and named and said.lower().startswith(named[0].label.lower()) and not is_look(said)
    ):
        return False
    if is_look(_BECOMES.sub("", said).removesuffix("的") if chinese else said):
        return True
    return acts or not (first.get("colours") or first.get("sizes"))


def _as_told(does: str) -> str:
    """红的, 变红: the look as it is told of one."""
    look = _BECOMES.sub("", does).removesuffix("的")
    return f"变成{look}" if is_look(look) else does


def _among(base: Scene, total: int, shares: Sequence[_Share]) -> list[Thing]:
    """Those alike among whom it is dealt out, from the left: just so many, or of whose kind the talk was, or of which there are
    most; who lives where it is about what they do."""
    there = [
        one for one in base.objects if one.kind != SIGNPOST and one.id in base.layout and not _is_borne(one)
    ]
    measure = next((one.measure for one in shares if one.measure not in (None, "个")), None)
    lively = not all(is_look(_BECOMES.sub("", _IS.sub("", one.does)).removesuffix("的")) for one in shares)
    groups: dict[str, list[Thing]] = {}
    for one in there:
        if (kinds()[one.kind].alive or not lively) and (measure is None or counts(measure, one.kind)):
            groups.setdefault(one.kind, []).append(one)
    focus = base.thing(base.focus) if base.focus is not None else None
    able = [group for group in groups.values() if len(group) >= max(2, total)]
    able.sort(
        key=lambda group: (len(group) == total, focus is not None and group[0].kind == focus.kind, len(group))
    )
    return sorted(able[-1], key=lambda one: rank_across(base, one)) if able else []


_IS = re.compile(r"^(?:is|are|should be|turns?|becomes?) ")


def _is_borne(one: Thing) -> bool:
    return one.rel is not None and one.rel.type in ("wear", "hold", "cover")
