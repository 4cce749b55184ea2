"""Somebody who comforts, teaches or looks after another who is there: 妈妈站在旁边安慰他, "add a girl comforting him".

Whoever does it stands beside the other and reaches out; who is not there yet comes, and the other does not come again.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.of_two import alone_called
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import called_in
from paintover.engines.illustrator.retelling.whom import named, one_called
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_ZH = Pattern(
    r"(?:再|又|还|请|也)*(?:(?:旁边|一旁|身边)(?:有|来|站)?(?:着|了)?)?(?:(?:加|来|添|画|让|叫|有)(?:上|了)?)?(?:一?[个位名])?"
    r"(?P<who>[\u4e00-\u9fff]{1,4}?)(?:也|正|就|赶紧|连忙)*(?P<how>(?:跑|走|过来|过去|上前|来|去|站|蹲|坐|跪|守|在|到)*(?:旁边|一旁|身边|边上)?)"
    r"(?P<does>安慰|哄|鼓励|照顾|劝|夸奖?|表扬|辅导|指导|照看|教|陪伴?|看|守)着?(?P<whom>[他她它]|[\u4e00-\u9fff]{1,4}?)"
    r"(?:一下|(?:写|做)作业|学习|读书|画画)?(?:了|吧)?",
    re.NOFLAG,
)
_EN = Pattern(
    r"(?:(?:add|put|draw|have|let|get|show) )?(?P<who>(?:an?|the|his|her|their) (?:(?!comes?\b|is\b)[a-z]+ )?(?!comes?\b)[a-z]+?)"
    r"(?: (?:who )?(?:comes?|is|should|goes|sits?|stands?|kneels?)(?: over| down| by| there| next to (?:him|her))?)?(?: to| and| who)?"
    r" (?P<does>comfort(?:s|ing)?|consol(?:es?|ing)|encourag(?:es?|ing)|teach(?:es|ing)?|help(?:s|ing)?|watch(?:es|ing)? over|look(?:s|ing)? after|car(?:es?|ing) for)"
    r" (?P<whom>him|her|them|it|the (?:[a-z]+ )?[a-z]+)(?: (?:with (?:it|his homework|her homework|homework)|a bit|please))?"
)
_ONLY_BESIDE = frozenset("陪看守照")
"""Done by being there: nothing is reached for."""


def told_at_their_side(prompt: str, base: Scene) -> str:
    """The wish with whoever is good to another told as beside them; as it is where that one is not there."""
    bare = prompt.strip(" .!。！~～")
    if not bare or len(bare) > 80 or any(mark in bare for mark in '“"「『《，,；;'):
        return prompt
    return told_by_form(bare, base, _FORMS) or prompt


def _somebody(words: str) -> bool:
    """Whether the words name one person, or animal, and nothing else."""
    said = parse(words)
    return len(said.mentions) == 1 and not said.left_out and bool(said.mentions[0].kind) and kinds()[str(said.mentions[0].kind)].alive  # fmt: skip


def _there(words: str, base: Scene, but: Thing | None) -> list[Thing]:
    return [one for one in named_in(words, base) if kinds()[one.kind].alive and one is not but]


def _chinese(match: re.Match[str], base: Scene) -> str | None:
    whom = alone_called(match["whom"], base)
    if whom is None or not kinds()[whom.kind].alive or not _somebody(match["who"]):
        return None
    if whom in named_in(match["who"], base):
        return None
    there = _there(match["who"], base, whom)
    reaches = match["does"][0] not in _ONLY_BESIDE
    if not there:
        how = "坐着的" if "坐" in match["how"] else "蹲着的" if "蹲" in match["how"] else ""
        return f"在{called_in(whom, base)}旁边加一个{'伸手的' if reaches and not how else how}{match['who']}"
    if len(there) > 1 or not reaches or not is_somebody(there[0].kind):
        return None
    return f"{called_in(there[0], base)}在{called_in(whom, base)}旁边伸手"


def _english(match: re.Match[str], base: Scene) -> str | None:
    whom = one_called(match["whom"], base)
    who = re.sub(r"^(?:an?|the|his|her|their) ", "", match["who"])
    if whom is None or not kinds()[whom.kind].alive or not _somebody(f"a {who}"):
        return None
    if whom in named_in(f"the {who}", base):
        return None
    there = _there(who, base, whom)
    if not there or match["who"].startswith(("a ", "an ")):
        article = "an" if who[0] in "aeiou" else "a"
        return f"add {article} {who} reaching out beside the {named(whom, base)}"
    if len(there) > 1 or not is_somebody(there[0].kind):
        return None
    return f"the {named(there[0], base)} is reaching out beside the {named(whom, base)}"


_FORMS: tuple[Form, ...] = ((_ZH, _chinese), (_EN, _english))
