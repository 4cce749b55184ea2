"""Who leans on somebody's shoulder stands close to them, and is not up there: 女的靠在男的肩上.

The head on the shoulder has no drawing, so that those who sit side by side already are told so.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.retelling.called import WOMEN
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_CHINESE = Pattern(
    r"(?P<lead>^|[，,。；;！!\n]|让|叫)(?P<who>[^，,。；;！!\n让叫把头靠]{0,6}?)(?:把?头|脑袋)?(?:轻轻地?|静静地?|都|就)*(?:斜?靠|倚|枕|歪|依偎)(?:在|到|着)(?P<whom>[^，,。；;！!\n]{1,6}?)的?(?:(?:肩膀|肩头|肩|身)(?:上面?|边)?|身旁)(?=$|[，,。；;！!\n]|睡|看|笑)",
    re.NOFLAG,
)
_NESTLING = Pattern(
    r"(?P<lead>^|[，,。；;！!\n]|让|叫)(?P<who>[^，,。；;！!\n让叫]{0,6}?)(?:紧紧地?|紧)?(?:依偎|偎依|紧靠|依靠|靠)着(?P<whom>[^，,。；;！!\n的]{1,6}?)(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
_ENGLISH = Pattern(
    r"(?P<lead>^|[,.;]\s*|\b(?:make|let|have) )(?P<who>(?:the )?[a-z]+) (?:is |should )?(?:lean|rest|lay|put)s?(?:ing)?(?: (?:his|her) head)? (?:on|against) (?P<whom>his|her|(?:the )?[a-z]+(?:'s|’s)) shoulders?\b"
)


def told_of_leaning(prompt: str, base: Scene) -> str:
    """The wish with who leans on a shoulder told as who comes close.

    Raises:
        NotDrawable: they sit side by side already.
    """
    told = _CHINESE.sub(lambda match: _close(match, base, chinese=True), prompt)
    told = _NESTLING.sub(lambda match: _close(match, base, chinese=True), told)
    return _ENGLISH.sub(lambda match: _close(match, base, chinese=False), told)


def _close(match: re.Match[str], base: Scene, *, chinese: bool) -> str:
    people = [one for one in base.objects if is_somebody(one.kind)]
    whom = _meant(match["whom"], people, base)
    who = [one for one in _meant(match["who"], people, base) if one not in whom]
    if not who and len(people) == 2:
        who = [one for one in people if one not in whom]
    if not whom and len(people) == 2 and len(who) == 1:
        whom = [one for one in people if one not in who]
    if len(who) != 1 or len(whom) != 1:
        return match[0]
    if who[0].rel is not None and _seat(who[0]) == _seat(whom[0]):
        raise NotDrawable(notes.pose_not_drawn([who[0].label], "zh" if chinese else "en"))
    if chinese:
        return f"{match['lead']}{match['who'] or who[0].label}挨着{_named(match['whom'], whom[0])}"
    return f"{match['lead']}move the {who[0].label} closer to the {whom[0].label}"


def _meant(said: str, people: list[Thing], base: Scene) -> list[Thing]:
    """Who is meant by a noun or a pronoun."""
    word = said.lower().removesuffix("的")
    if word in ("他", "his", "he", "him"):
        return [one for one in people if one.kind not in WOMEN]
    if word in ("她", "her", "she"):
        return [one for one in people if one.kind in WOMEN]
    return [one for one in named_in(re.sub(r"['’]s$", "", said), base) if one in people]


def _seat(one: Thing) -> str | None:
    """On what somebody sits."""
    return one.rel.to if one.rel is not None and one.rel.type == "on" else None


def _named(said: str, thing: Thing) -> str:
    """Who is meant by 他 or 她, by name."""
    return thing.label if said in ("他", "她", "对方") else said
