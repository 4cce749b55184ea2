"""Whom the last change was to be about, where it took another: 不对，我说的是左边那个 hands what one was given on to the other, and
gives back to the one what was there before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in, rank_across
from paintover.engines.illustrator.retelling.talk import called_in, held_by, is_told, kinds_in, living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_NOT = (
    r"(?:不对|不是(?:(?:这|那)一?[个只条位]|[他她它]|[\u4e00-\u9fff]{1,4}?)?|错了|[搞弄画]错了|哎呀?|不不?)"
)
_RATHER = Pattern(
    rf"(?:(?:{_NOT}[了啦呀吧]?[，,。！! ]+)+(?:我(?:说|指|要|想要)的?(?:应该)?是|我是[说指]|应该是|是)?|我(?:说|指|要)的(?:应该)?是|我是[说指]|(?:应该)?是)(?:给|让)?(?P<who>[\u4e00-\u9fff]{{1,10}}?)(?:啦|啊|呀|吧|的)?",
    re.NOFLAG,
)
_ASIDE = re.compile(
    r"(?:最?(?P<side>[左右中])[边面手侧间]?的?|(?P<other>另)(?:外|一)?)(?:那|这)?一?[个只条位名匹头]?(?P<noun>[\u4e00-\u9fff]{0,3}?)"
)


def told_of_the_other(prompt: str, base: Scene) -> str:
    """The wish that takes the last change back from one and has it for the other; as it is where it says no such thing.

    Raises:
        NotDrawable: the picture does not tell what that change was.
    """
    match = _RATHER.fullmatch(prompt.strip(" 。.!！~～"))
    if match is None or (last := base.thing(base.focus or "")) is None:
        return prompt
    bearer = base.thing(last.rel.to) if last.rel is not None and last.rel.type in ("wear", "hold") else None
    borne = bearer is not None and kinds()[bearer.kind].alive and not kinds()[last.kind].alive
    was = bearer if borne and bearer is not None else last
    for cut in range(len(match["who"]), 0, -1):
        said, does = match["who"][:cut], match["who"][cut:]
        one = _meant(said, was, base)
        if one is None or one is was:
            continue
        name, old = called_in(one, base), called_in(was, base)
        if does and not is_told(does):
            return prompt
        if borne and last.rel is not None:
            worn = last.rel.type == "wear"
            had = called_in(last, base)
            return f"把{had}给{name}戴上" if worn else f"{name}拿着那个{had}"
        given = list(_given(was, name, old))
        if len(given) == 1:
            return given[0]
        if does:
            return f"{name}{does}"
        if not given and len(has := held_by(was, base)) == 1:
            return f"{name}拿着那个{called_in(has[0], base)}"
        raise NotDrawable(notes.not_understood("zh"))
    newest = last is base.objects[-1] or was is base.objects[-1]
    if newest and len(kinds_in(match["who"])) == 1 and not named_in(match["who"], base):
        return f"把{called_in(last, base)}换成{match['who']}"
    return prompt


def _given(one: Thing, name: str, old: str) -> Iterator[str]:
    """What one has that the last change may have given, as the other gets it and the one loses it."""
    words = word_table("zh")
    if one.mood is not None and one.mood in words["moods"]:
        yield f"{old}表情平静，{name}{words['moods'][one.mood][0]}"
    if one.pose is not None and one.pose in words["poses"]:
        yield f"{old}站着，{name}{words['poses'][one.pose][0]}"
    if one.was is not None and one.colour is not None and one.colour in words["colours"]:
        yield f"{old}恢复原来的颜色，{name}变成{words['colours'][one.colour][0]}"


def _meant(said: str, last: Thing, base: Scene) -> Thing | None:
    """The one that the words point at: by a name that no other has, by a side, or as the other one."""
    if (aside := _ASIDE.fullmatch(said)) is not None:
        noun = aside["noun"]
        able = [one for one in living_in(base) if one.kind == last.kind] or living_in(base)
        if len(able) == 1:
            able = living_in(base)
        if noun:
            able = [one for one in named_in(noun, base) if kinds()[one.kind].alive]
        able.sort(key=lambda one: rank_across(base, one))
        if aside["other"]:
            others = [one for one in able if one is not last]
            return others[0] if len(others) == 1 else None
        if len(able) < 2:
            return None
        return able[{"左": 0, "右": -1}.get(aside["side"], len(able) // 2)]
    found = [one for one in named_in(said, base) if said.endswith(one.label) or one.label.endswith(said)]
    return found[0] if len(found) == 1 else None
