"""A message that only goes on with the last change: "the cat too", "both of them", "a bit more", "too far", 再来一点, 猫也是.

Only whoever has the conversation knows what was said before: the picture does not. It is said again, for whom it is meant or
as much the other way, of the newest picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from paintover.planner.case import Case
from paintover.planner.decision import Decision
from paintover.planner.naming import things
from paintover.planner.others import renamed

LONGEST = 40
"""Characters of a message that says no more than that."""
_END = r"(?: (?:please|pls|now|then))*[.!]*"
_LEAD = r"(?:(?:and|now|please|pls|also|ok|okay|yes|yeah|then|but|maybe|just),? )*"
_ALSO: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(rf"{_LEAD}(?P<who>(?:the|his|her|my|their) [a-z]+(?: [a-z]+)?|him|her)(?: (?:too|also|as well|likewise)){_END}", re.IGNORECASE),
    "zh": re.compile(r"(?:还有|然后|那|让)?(?P<who>[\u4e00-\u9fff]{1,6}?)也(?:是|要|一样|这样|同样|如此)?(?:吧|呗|的)*[。！!]*"),
}  # fmt: skip
_BOTH = re.compile(
    rf"{_LEAD}(?:both(?: of them)?|all of them|them all|them both|everyone|everybody){_END}", re.IGNORECASE
)
_THE_ONE = re.compile(
    r"\bthe (?!(?:left|right|front|back|top|bottom|other|middle|side|sky|ground|floor|air|foreground|background|same)\b)[a-z]+\b|\b(?:him|her|it)\b",
    re.IGNORECASE,
)
_MORE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"{_LEAD}(?:(?:even|still|yet|go|keep going,?) )?(?:(?:a (?:tiny |little )?(?:bit|little)|some|much|way|lots|slightly) )?(?:more|further|farther)(?: than that)?{_END}"
        rf"|{_LEAD}(?:keep going|go on|not enough|still not enough){_END}",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:还?不够|继续|接着来|再来一?[点些下]|再多?一?[点些]|再[多过]?去?一?[点些]|多一点|多一些)(?:吧|呗|儿|了)*[。！!]*"),
}  # fmt: skip
_LESS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"{_LEAD}(?:(?:that(?:['’]s| is| was)|it(?:['’]s| is)|no,?) )?(?:(?:a (?:bit|little)|way|much|far|slightly) )?too (?:much|far)(?: now)?{_END}"
        rf"|{_LEAD}(?:no,? )?not (?:that|so|quite (?:that|so)|as) (?:much|far){_END}|{_LEAD}(?:(?:a (?:bit|little)|slightly) )?less(?: than that)?{_END}"
        rf"|{_LEAD}(?:back a (?:bit|little)|a (?:bit|little) back){_END}",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:有点)?(?:太多|过头|太过|太远|过)了(?:一?[点些])?[。！!]*|(?:回来|退回|往回)一?[点些](?:吧)?[。！!]*|(?:别|不要|不用)(?:这么|那么)(?:多|过)[。！!]*"),
}  # fmt: skip
_OPPOSITES = (
    ("bigger", "smaller"), ("larger", "smaller"), ("taller", "shorter"), ("longer", "shorter"), ("wider", "narrower"),
    ("higher", "lower"), ("closer", "further away"), ("nearer", "further away"), ("darker", "brighter"), ("fatter", "thinner"),
    ("to the left", "to the right"), ("to the front", "to the back"), ("forward", "back"), ("left", "right"), ("up", "down"),
    ("大", "小"), ("高", "低"), ("左", "右"), ("上", "下"), ("近", "远"), ("亮", "暗"), ("长", "短"), ("胖", "瘦"), ("前", "后"),
)  # fmt: skip
"""By how much or whither something was changed, and the way back from it."""
_BECOMES = re.compile(r"\s(?:into|with|for)\s|(?:变|换|改)成", re.IGNORECASE)
"""Before what comes of somebody, who is named ahead of it."""
_A_BIT = re.compile(r"\b(?:a (?:bit|little)|a lot|much|way|slightly|even)\s+(?=\w)", re.IGNORECASE)


def continued(case: Case) -> Decision | None:
    """The last change said again of the newest picture: for somebody else, once more, or a bit of the way back."""
    last, latest, language = case.last, case.graph.latest, case.reading.language
    if (
        last is None
        or latest is None
        or last.failed
        or len(last.sources) != 1
        or latest.at not in last.pictures
        or case.uploads
    ):
        return None
    words, said = case.reading.masked.strip(), last.call.prompt.strip()
    if len(words) > LONGEST or len(said) > 2 * LONGEST:
        return None
    told = _for_both(words, said)
    if told is None and not case.meant:
        told = _for_another(words, said, language) or _by_degree(words, said, language)
    return None if not told else Decision(rule="latest", action="edit", nodes=(latest,), prompt=told)


def _for_another(words: str, said: str, language: str) -> str | None:
    cue = _ALSO.get(language)
    match = cue.fullmatch(words) if cue is not None else None
    if match is None:
        return None
    named = list(_THE_ONE.finditer(said))
    if len(named) == 1:
        return f"{said[: named[0].start()]}{match['who']}{said[named[0].end() :]}"
    becomes = _BECOMES.search(said)
    head = said if becomes is None else said[: becomes.start()]
    told = renamed(head, match["who"])
    return f"{told}{said[len(head) :]}" if told else None


def _for_both(words: str, said: str) -> str | None:
    """ "Both of them", after "make the dog smile"."""
    if _BOTH.fullmatch(words) is None or len(list(things(said))) > 1:
        return None
    named = _THE_ONE.search(said)
    return None if named is None else f"{said[: named.start()]}both of them{said[named.end() :]}"


def _by_degree(words: str, said: str, language: str) -> str | None:
    if language not in _MORE or (pair := _degree_of(said)) is None:
        return None
    if _MORE[language].fullmatch(words):
        return said
    if not _LESS[language].fullmatch(words):
        return None
    there, back = pair
    plain = _A_BIT.sub("", said)
    if not there.isascii():
        turned = plain.replace(there, back, 1)
        return turned if re.search(r"[点些]", turned) else f"{turned}一点"
    return re.sub(rf"\b{there}\b", f"a bit {back}", plain, count=1, flags=re.IGNORECASE)


def _degree_of(said: str) -> tuple[str, str] | None:
    """By what a change was more or less, and its opposite; None where it changed something for good."""
    for there, back in (pair for one in _OPPOSITES for pair in (one, one[::-1])):
        if re.search(rf"\b{there}\b" if there.isascii() else there, said, re.IGNORECASE):
            return there, back
    return None
