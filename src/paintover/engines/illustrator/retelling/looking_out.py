"""Who looks out of the window of a room: 看着窗外, "looking outside", "make him look out of the window"."""

from __future__ import annotations

import re
from typing import NamedTuple

from paintover.engines.illustrator.wording import Pattern

_LOOK = r"(?:look(?:s|ing)?|gaz(?:es?|ing)|star(?:es?|ing)|peer(?:s|ing)?)"
_WINDOW = r"(?: (?:the|a|an|her|his|its|their) (?:[a-z]+ )?windows?)"
_LOOK_ZH = r"(?:看|望|瞧|盯|凝视|眺望|欣赏)(?:着|向|了|看)?"
_OUT_ZH = rf"(?:从|透过|隔着)(?:家里?的?)?窗(?:户|口|子)?(?:里面?)?(?:正?在)?(?:(?:往|向|朝)外(?:面)?{_LOOK_ZH}|{_LOOK_ZH}(?:外面|外边))"
_LOOKS_OUT = Pattern(
    rf"\b{_LOOK} (?:out(?: of| through)?{_WINDOW}|through{_WINDOW}|(?:to the )?outside|out)\b|{_LOOK_ZH}窗(?:户|子)?外|(?:向|往|朝)窗外{_LOOK_ZH}|{_OUT_ZH}|(?<=窗台上)(?:往|向|朝)外(?:面)?{_LOOK_ZH}|(?<=窗户上)(?:往|向|朝)外(?:面)?{_LOOK_ZH}|(?<=窗[前边口])(?:往|向|朝)外(?:面)?{_LOOK_ZH}"
)
_BARE = Pattern(
    rf",? ?\b(?:and |who is |that is )?(?:is |are )?{_LOOK} (?:to the outside|outside)\b(?! (?:the|of|a)\b)(?: at the (?P<en>rain|snow))?"
    rf"|[，,]?(?:正在|正|在)?(?:安静地|静静地)?(?:{_OUT_ZH}(?=的?(?:大?[雨雪]|风景|景色)|$|[，。,！!])|{_LOOK_ZH}窗(?:户|子)?外(?:面)?)的?(?P<zh>大?雨|大?雪|风景|景色)?(?!的|有)"
)
_TOLD = Pattern(
    rf"\W*(?:(?:please|now|and|then) )*(?:(?:make|have|let|get) )?(?P<en>(?:the |his |her )?[a-z][a-z ]{{1,20}}?) (?:should |is |are |to |now )*{_LOOK} (?:out(?: of| through)?{_WINDOW}|through{_WINDOW}|(?:to the )?outside|out of there)(?: instead| please| now)*\W*"
    rf"|\W*(?:{_LOOK}) (?:out(?: of| through)?{_WINDOW}|through{_WINDOW}|outside)\W*"
    rf"|\W*(?:请|再|然后|也)*(?:让|叫|使)?(?P<zh>[^，。,让]{{0,5}}?)(?:也|都|正在|正|在|去|转头|扭头|转身|抬头)*(?:{_LOOK_ZH}窗(?:户|子)?外(?:面)?(?:的?(?:风景|景色))?|(?:向|往|朝)窗外{_LOOK_ZH})(?:吧)?\W*"
)
_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|then)\s+|然后|并且)")
_HAS_A_WINDOW = re.compile(
    r"窗(?!外)|(?:飞机|火车|高铁|动车|列车|地铁|公交车?|巴士|大巴车?|校车|电车|车厢|机舱)[上里内中的]?|\bwindow|\b(?:on|in|inside|aboard) (?:an?|the|his|her|their) (?:[a-z]+ )?(?:bus|train|plane|airplane|subway|metro|tram)\b",
    re.IGNORECASE,
)
"""A window that is told of, or a vehicle, which has its own."""


class LookingOut(NamedTuple):
    """A wish for a change without what it says of looking out, and who is to; None where nobody is."""

    rest: str
    who: str | None = None


def looks_out(prompt: str) -> bool:
    """Whether somebody is told to look out of a window."""
    return _LOOKS_OUT.search(prompt) is not None


def told_at_the_window(prompt: str) -> str:
    """The wish for a new picture in which who looks outside is by a window."""

    def told(match: re.Match[str]) -> str:
        elsewhere = prompt[: match.start()] + prompt[match.end() :]
        if match[0].isascii():
            falls = f", {match['en']}ing outside" if match["en"] else ""
            return falls if _HAS_A_WINDOW.search(elsewhere) else f" by the window{falls}"
        falls = f"，窗外下着{match['zh']}" if match["zh"] and match["zh"][-1] in "雨雪" else ""
        return falls if _HAS_A_WINDOW.search(elsewhere) else f"在窗边{falls}"

    return _BARE.sub(told, prompt)


def without_looking_out(prompt: str) -> LookingOut:
    """A wish for a change, read clause by clause."""
    parts, who = _CLAUSES.split(prompt), None
    for at in range(0, len(parts), 2):
        if (match := _TOLD.fullmatch(parts[at])) is not None and looks_out(parts[at]):
            who, parts[at] = (match["en"] or match["zh"] or "").strip(), ""
    if who is None:
        return LookingOut(prompt)
    rest = "".join(parts)
    return LookingOut(rest if any(map(str.isalnum, rest)) else "", who)
