"""Who sits or rides, told before their noun: 旁边加一个坐轮椅的老爷爷 brings a wheelchair, and him in it; 一个坐沙发的老奶奶.

The seat is told first, so that what the words say of the place is said of both.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.wording import Pattern

_SIDE = "(?:旁边|身边|左边|右边|后面|前面|边上|远处|中间|左侧|右侧|对面)"
_SEATED = Pattern(
    r"(?P<many>(?<![这那每第哪另])(?:[一两二三]|(?<=[加来有画添站是]))[个位名只])"
    r"(?:正?(?P<verb>坐|躺|骑))(?:在|着)*(?P<seat>[\u4e00-\u9fff]{1,4}?)(?P<at>上|里)?面?的(?P<who>[\u4e00-\u9fff]{1,6}?)(?=$|[，,。；;！!、和跟与])",
    re.NOFLAG,
)
_SITS = Pattern(
    rf"(?P<where>{_SIDE})?(?:再|又)?(?:[加来有画添站]|(?<=[边面侧处间上]))(?P<many>[一两二三]?[个位名只])(?P<who>[\u4e00-\u9fff]{{1,6}}?)[，,]?(?:正)?"
    r"(?P<verb>坐|躺|骑)(?:在|着)+(?:一?[把张辆个])?(?P<seat>[\u4e00-\u9fff]{1,4}?)(?P<at>上|里)?面?(?=$|[，,。；;！!])",
    re.NOFLAG,
)
"""The same told behind the noun."""
_WHERE = Pattern(_SIDE, re.NOFLAG)
_AND = ("和", "跟", "与", "、")
_SAT_IN = frozenset({"wheelchair", "stroller", "swing-set"})
_OF_ONE = frozenset({"wheelchair", "bicycle", "chair", "armchair", "swing-set", "stool"})
"""Seats on each of which one sits."""


def told_with_the_seat(prompt: str, base: Scene | None) -> str:
    """The wish with the seat of whoever comes told before them; one that is in the picture is taken as it is."""
    told = _SEATED.sub(lambda match: _told(match, base, prompt[: match.start()]), prompt)
    if base is None or told != prompt:
        return told
    return _SITS.sub(lambda match: _with_a_new_seat(match, base), prompt)


_REACHES = Pattern(
    r"伸(?:出|着)?(?:小|双)?手(?:来|去|想|要去)*(?:要|讨|够|接|摸|指|跟[\u4e00-\u9fff]{1,4}?要)(?:着|向)?(?P<what>[\u4e00-\u9fff]{1,5}?)(?=$|[，,。；;！!])",
    re.NOFLAG,
)


def told_who_reaches(prompt: str, base: Scene) -> str:
    """小男孩伸手要糖葫芦, of what is there: he reaches out, and it stays where it is."""
    return _REACHES.sub(lambda match: "伸手" if named_in(match["what"], base) else match[0], prompt)


def _with_a_new_seat(match: re.Match[str], base: Scene) -> str:
    """旁边加一个老爷爷，坐在轮椅上: with the wheelchair, where there is none."""
    seat = _seat_in(match)
    if seat is None or named_in(match["seat"], base):
        return match[0]
    does = (
        f"{match['verb']}着{match['seat']}"
        if match["verb"] == "骑"
        else f"坐在{match['seat']}{match['at'] or '上'}"
    )
    many = _counted(match["many"])
    if not match["where"]:
        return match[0] if match["verb"] == "骑" else f"{many}{match['who']}坐在{_one_of(seat, match)}上"
    return f"{match['where']}加{_one_of(seat, match)}，{many}{match['who']}{does}"


def _seat_in(match: re.Match[str]) -> str | None:
    """The kind of what somebody sits on or rides; None where it is no seat, or nobody sits on it."""
    seats = [kind for token in tokenise(match["seat"]) if (kind := token.get("kinds")) is not None]
    people = [kind for token in tokenise(match["who"]) if (kind := token.get("kinds")) is not None]
    if len(seats) != 1 or len(people) != 1 or not kinds()[people[0]].alive or kinds()[seats[0]].alive:
        return None
    return seats[0] if match["verb"] == "骑" or seats[0] in SEATS | _SAT_IN else None


def _counted(many: str) -> str:
    return many if len(many) > 1 else f"一{many}"


def _one_of(kind: str, match: re.Match[str]) -> str:
    """As many seats as people, but for those that several share."""
    many = _counted(match["many"])[0] if kind in _OF_ONE else "一"
    return f"{many}{_measure(kind)}{match['seat']}"


def _told(match: re.Match[str], base: Scene | None, before: str) -> str:
    seat = _seat_in(match)
    if seat is None or (base is None and match["at"]):
        return match[0]
    sided = _WHERE.search(before.rpartition("，")[2]) is not None
    if match["verb"] == "骑" and not sided:
        return match[0]
    rides = match["verb"] == "骑"
    many, who = _counted(match["many"]), match["who"]
    behind = "，" if match.string[match.end() : match.end() + 1] in _AND else ""
    if base is not None and named_in(match["seat"], base):
        return match[0] if match["at"] or rides else f"{many}{match['verb']}在{match['seat']}上的{who}"
    if not sided:
        return f"{many}{who}{match['verb']}在{_one_of(seat, match)}{match['at'] or '上'}{behind}"
    does = f"骑着{match['seat']}" if rides else f"{match['verb']}在{match['seat']}{match['at'] or '上'}"
    return f"{_one_of(seat, match)}，{many}{who}{does}{behind}"


def _measure(kind: str) -> str:
    return {"bicycle": "辆", "wheelchair": "辆"}.get(kind, "把" if "chair" in kind else "个")
