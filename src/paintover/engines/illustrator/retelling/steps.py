"""How far one is to go, told plainly: 往右挪挪 is a bit to the right, 退一步 a bit back, 往边上靠靠 towards the nearer edge; two who are
to come closer together are "them" where nobody else lives there."""

from __future__ import annotations

import re

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.standing import scene_size
from paintover.engines.illustrator.wording import Pattern

_BIT = Pattern(r"一(?:丢丢|丢|丁点儿?|咪咪|小点儿?|内内|小步|点点)(?!儿?[的红蓝黄绿])", re.NOFLAG)
_WAYS = r"(?:往|向|朝|再往)(?P<way>[左右上下前后])(?:手?边|面|侧|方)?"
_TWICE = Pattern(
    rf"{_WAYS}(?:再)?(?P<verb>挪|移|靠|推|拉|搬|动|走|站|凑)(?:一?(?P=verb)|一下|动一下|个?几步|一步|两步)(?!点)",
    re.NOFLAG,
)
_STEP = Pattern(rf"{_WAYS}(?:再)?(?:退|迈|跨|走|让|进)(?:一|两|几)(?:小|大)?步", re.NOFLAG)
_ASIDE = Pattern(
    r"^(?:请|帮我)?(?:把|让|叫)?(?P<who>[\u4e00-\u9fff]{0,8}?)(?:再)?"
    r"(?:(?:往|向|朝|到)(?:边上|旁边|一边|一旁|边儿上?)(?:去)?(?:再)?(?:挪|移|靠|站|让|走|退|闪)(?:一?[挪移靠站让走退闪]|一下|开|过去|点)*|(?:挪|移|靠|站|让|走|退|闪|放)到(?:边上|一边|一旁|旁边))(?:一?[点些]儿?)?(?:去|吧|了)*$",
    re.NOFLAG,
)
_ASIDE_EN = Pattern(
    r"^(?:please |can you |now )*(?:move|push|shift|put|slide) (?P<who>the [a-z ]{2,24}?|it|him|her) (?:(?:a (?:bit|little) )?(?:to the side|aside|out of the way|over to the side|off to the side))(?: a (?:bit|little))?[.!]?$"
)
_SCOOT = Pattern(
    r"\b(?:scoot|scooch|budge|scootch)\b(?: (?P<who>the [a-z ]+?|it|him|her|them)(?= (?:over|to|a|left|right|closer|back|up|down|in|out)\b))?(?: over)?"
)
_TWO_EN = Pattern(
    r"(?P<do>\b(?:move|bring|put|push|pull|get|make|let|have|place) )(?P<one>the [a-z]+) and (?P<other>(?:the )?[a-z]+)(?P<how> (?:stand |sit |be |come )?(?:a (?:bit|little) |much )?(?:(?:closer|nearer)(?: together| to each other)?|(?:further |farther )?apart|close together)(?: a (?:bit|little))?[.!]?)$"
)


def told_by_steps(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with how far one goes told plainly; as it is where it tells of no such step."""
    prompt = _BIT.sub("一点", prompt)
    prompt = _TWICE.sub(
        lambda match: f"往{match['way']}{match['verb'] if match['verb'] != '动' else '挪'}一点", prompt
    )
    prompt = _STEP.sub(lambda match: f"往{match['way']}挪一点", prompt)
    prompt = _SCOOT.sub(lambda match: "move" + (f" {match['who']}" if match["who"] else ""), prompt)
    prompt = _TWO_EN.sub(lambda match: _both(match, base), prompt)
    for form in (_ASIDE, _ASIDE_EN):
        if (match := form.match(prompt.strip(" 。.!！"))) is not None:
            return _towards_the_edge(match, base) or prompt
    return prompt


def _both(match: re.Match[str], base: Scene) -> str:
    """ "The girl and the dog", where they are all who live there: them."""
    living = [one for one in base.objects if kinds()[one.kind].alive]
    named = {kind for words in (match["one"], match["other"]) for kind in kinds_in(words)}
    them = len(living) == 2 and {one.kind for one in living} == named
    return f"{match['do']}them{match['how']}" if them else match[0]


def _towards_the_edge(match: re.Match[str], base: Scene) -> str | None:
    one = _only(match["who"], base)
    if one is None:
        return None
    side = "left" if base.layout[one.id].x < scene_size(base)[0] / 2 else "right"
    if match[0].isascii():
        return f"move {called_apart(base, one.id, chinese=False)} a bit to the {side}"
    return f"把{called_apart(base, one.id, chinese=True)}往{'左' if side == 'left' else '右'}挪一点"


def _only(who: str, base: Scene) -> Thing | None:
    """Whom the words name; whoever the talk is about, for a pronoun or nobody."""
    said = kinds_in(who)
    if not said:
        return next((one for one in base.objects if one.id == base.focus and one.id in base.layout), None)
    found = [one for one in base.objects if one.id in base.layout and (one.kind in said or one.label == who)]
    return found[0] if len(found) == 1 else None
