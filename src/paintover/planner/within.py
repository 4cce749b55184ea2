"""Words that seem to point at pictures and mean things in one: "give the small one a hat", "make one of them white".

Where all pictures came one from the other there is but one motif, and whoever says "the left one" means a thing of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from paintover.planner.graph import Graph, Node
from paintover.planner.intent import Reading
from paintover.planner.spans import Reference
from paintover.planner.tables import table
from paintover.planner.unsaid import SEVERAL

_BY_SIZE = re.compile(
    r"(?:the |that )?(?:(?:very |really )?(?:big|bigger|biggest|small|smaller|smallest|little|large|larger|largest|tall|taller|tallest|short"
    r"|shorter|fat|thin|left|right|middle|other|front|back|upper|lower|top|bottom|leftmost|rightmost|closest|nearest)(?:-?hand)?)"
    r" (?:one|ones)",
    re.IGNORECASE,
)
"""What is told apart by its size or its side."""
_BY_LOOKS = re.compile(
    r"(?:the |that )?(?:[a-z]+ )?(?:red|blue|green|yellow|orange|purple|pink|brown|black|white|gr[ae]y|gold|golden|silver|striped|spotted)"
    r" (?:one|ones)",
    re.IGNORECASE,
)
_BY_STATE = re.compile(
    r"(?:the |that )?one (?:(?:that|who|which)(?:'s| is| has)? )?(?:(?:sitting|standing|lying|sleeping) )?(?:on|in|inside|with|wearing|holding|carrying|riding|under|behind) (?:the|an?|his|her|its) [a-z]+(?P<to_be> (?:(?:is|looks|becomes|should|must|needs?|has to|gets?|wears?|holds|waves|turns) .+|(?:cries|sits|sleeps|stands|runs|jumps|smiles|waves|laughs|dances|barks)\b.*))?"
    r"|(?:戴|穿|拿|抱|骑|举|背|围|撑|牵)着?[\u4e00-\u9fff]{1,5}的那个(?:人|孩子|小孩|朋友)?",
    re.IGNORECASE,
)
"""What is told apart by where it is or by what it has."""
_BY_LOOKS_ZH = re.compile(
    r"(?:大|小|高|矮|胖|瘦|[红蓝绿黄橙紫粉棕黑白灰金银]色?|粉红|橘色?|条纹|花)(?:一点)?的?那(?:[只辆头匹条朵棵艘架座杯把件颗位]|个)(?!版|方案|图)"
)
_BY_NUMBER = re.compile(r"(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd) one", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:(?:ok|okay|so|now|hey|and|but|oh|right),? )*(?:the |that )?(?:guy|girl|lady|man|woman|boy|kid|chick|dude)",
    re.IGNORECASE,
)
_IT_DOES = re.compile(
    r"\s+(?:wears?|holds?|sits?|sleeps?|stands?|runs?|jumps?|smiles?|laughs?|cries|barks?|eats?|drinks?|gets)\b",
    re.IGNORECASE,
)
_THEY_DO = re.compile(
    r"\s+(?:are|should|must|need(?: to)?|have to|wear|hold|get|sleep|sit|smile|stand|jump|run)\b",
    re.IGNORECASE,
)
_ARE_TO_BE = re.compile(r"\s+(?:with|in|at|as)\b(?! (?:one|the same|a single)\b)", re.IGNORECASE)
_LOOK = re.compile(r"^(?:(?:now|please|make it|turn it|in|with|at)\s+)*", re.IGNORECASE)
"""Before what a picture is to look like."""
_BOTH = re.compile(r"both(?: of them)?", re.IGNORECASE)
_GOVERNED = re.compile(
    r"\b(?:make them|make|turn|paint|colou?r|give|put .{1,30} on|move|remove|delete|erase|let|have|flip|replace|swap)\s+$",
    re.IGNORECASE,
)
"""What is done to the thing that is named next."""
_THERE = re.compile(r"那[边儿头]$")
_GOES_TO = re.compile(r"[到在往向去朝]$")
_NUMBER_OF_THINGS = re.compile(r"(?:减|加|变|改|换|增|增加|减少|缩|缩减|留|剩|只留|只剩)(?:到|成|为|下)?$")
"""Before how many there are to be: 把气球减到两个."""
_OF_THINGS = re.compile(
    r"\s+(?:of (?:the|my|his|her) )?(?!(?:pictures?|images?|photos?|versions?|drawings?|of|together|should|in|at|as|with|on|are|is|and|but|from)\b)[a-z]+s?\b(?= (?:should|must|need|have|wear|hold|are|get|to|sit|stand|jump|smile|a|an|the)\b)",
    re.IGNORECASE,
)
"""Both kids: those of one picture."""
_THEM = re.compile(r"\b(?:them|they|we|you|us)\s+$", re.IGNORECASE)
_SOMETHING = re.compile(
    r"(?:the |that )?(?:[a-z]+ ){0,2}[a-z]+ (?:should|must|if|there|is|are|be|needs?|has|wears?)\b.*|(?:the |that )(?:left|right|middle|first|second|third|last|other|little|older|younger|small|tall|short|big)(?: [a-z]+)? (?:kid|child|boy|girl|man|woman|guy|lady|one|dog|cat|person|friend)",
    re.IGNORECASE,
)
"""What seems to describe a picture and says how a thing is to be: "the dog should be a big white one"."""
_SHOWN = re.compile(r"\b(?:see|show(?: me| us)?|compare|display|view|look at)\s+$", re.IGNORECASE)
"""Pictures are to be seen, rather than things."""
_SHAPE_OF_PICTURES = re.compile(
    r"\b(?:borders?|frames?|captions?|watermarks?|signatures?|logos?|texts?|titles?|dates?|styles?|watercolou?r|sketch|night|sunset|winter|snow"
    r"|rain|backgrounds?|filters?|ratio|square|wide|brighter|darker|black and white)\b",
    re.IGNORECASE,
)
"""What is rather asked for pictures than for things in one."""


def within_one_picture(reading: Reading, graph: Graph) -> Reading:
    """The reading without the references that mean things of the picture that is talked about."""
    if not graph.drawn or any(node.is_upload for node in graph.nodes):
        return reading
    if not in_line(graph.drawn):
        named = [one for one in reading.references if not _is_of_both_here(one, reading, graph)]
        return reading if len(named) == len(reading.references) else replace(reading, references=tuple(named))
    kept = tuple(one for one in reading.references if not _is_a_thing(one, reading, graph))
    return reading if len(kept) == len(reading.references) else replace(reading, references=kept)


def _is_of_both_here(one: Reference, reading: Reading, graph: Graph) -> bool:
    """Whether "both kids" are the two that the newest picture was drawn with."""
    noun = _BOTH_OF.match(reading.masked[one.end :])
    latest = graph.latest
    if one.kind != "both" or noun is None or latest is None:
        return False
    told = graph.told(latest)
    return (
        re.search(rf"\b(?:two|both|pair of|couple of)\b.*\b{noun['noun']}\b", told, re.IGNORECASE) is not None
    )


_BOTH_OF = re.compile(
    r"\s+(?:of the |the )?(?P<noun>[a-z]{3,}s|children|people|men|women|mice|geese|sheep)\b", re.IGNORECASE
)


def _is_a_thing(one: Reference, reading: Reading, graph: Graph) -> bool:
    words = reading.masked[one.start : one.end].strip()
    governed = _GOVERNED.search(reading.masked[: one.start]) is not None
    alone = len(graph.drawn) == 1
    if one.kind == "described" and _SOMEBODY.fullmatch(words):
        return True
    if one.kind in ("described", "latest", "previous", "batch") and _BY_SIZE.fullmatch(words):
        return True
    if _BY_LOOKS.fullmatch(words):
        return alone or governed or _IT_DOES.match(reading.masked[one.end :]) is not None
    if _BY_LOOKS_ZH.fullmatch(words):
        return not words.endswith("个") or _is_done_to(reading.masked[one.end :])
    if one.kind == "described" and (state := _BY_STATE.fullmatch(words)) is not None:
        return alone or governed or state["to_be"] is not None or _is_done_to(reading.masked[one.end :])
    if _BY_NUMBER.fullmatch(words):
        return governed and (alone or _is_one_of_those(reading.masked[: one.start], graph))
    if one.kind == "branch" and _THERE.search(words) and _GOES_TO.search(reading.masked[: one.start]):
        return True
    if one.kind == "both" and _NUMBER_OF_THINGS.search(reading.masked[: one.start]):
        return True
    if one.kind == "described" and _SOMETHING.fullmatch(words):
        return True
    if _BOTH.fullmatch(words) is None:
        return False
    if re.match(r"\s+[a-z]+ing\b", reading.masked[one.end :], re.IGNORECASE):
        return True
    if _OF_THINGS.match(reading.masked[one.end :]) or _THEM.search(reading.masked[: one.start]):
        return True
    if _SHOWN.search(reading.masked[: one.start]):
        return False
    if re.search(r"\b(?:they(?:'re|’re| are)|are) $", reading.masked[: one.start], re.IGNORECASE):
        return True
    after = reading.masked[one.end :]
    if _ARE_TO_BE.match(after) and not each_of_one(graph.drawn[-2:]):
        return True
    return (
        governed or alone or (_THEY_DO.match(after) is not None and _SHAPE_OF_PICTURES.search(after) is None)
    )


_GIVES = re.compile(r"\b(?:give|let|have|dress)\s+$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|several|some|a few)\s+(?!(?:[a-z]+\s+)?(?:pictures?|images?|photos?|versions?|variations?|variants?|options?|drawings?|sketches|drafts)\b)(?:[a-z]+\s+){0,2}[a-z]+",
    re.IGNORECASE,
)


def _is_one_of_those(before: str, graph: Graph) -> bool:
    """Whether something is given to the first one soon after several came: "add three people", "give the first one a hat"."""
    lately = [node.said or node.prompt for node in graph.drawn[-_LATELY:]]
    return _GIVES.search(before) is not None and any(map(_SEVERAL.search, lately))


_LATELY = 3
"""So many pictures ago several may have come of whom one is meant."""


def _is_done_to(words: str) -> bool:
    """Whether what follows says what somebody does, and not what a picture is to be like: 坐下, "should wear a hat"."""
    return _DONE_TO.match(words) is not None


_DONE_TO = re.compile(
    r"\s*(?:(?:should|must|needs? to|has to) (?:sit|stand|wear|hold|be|jump|run|smile|sleep)\b|也?(?:要|得)?(?:坐|站|躺|睡|跳|跑|笑|哭|戴|穿|拿|举|抱|变成|换成))"
)


def all_are_things(words: str, drawn: list[Node]) -> bool:
    """Whether "each of them" are rather the things of the one motif: where the wish is not for pictures as such."""
    return in_line(drawn) and _SHAPE_OF_PICTURES.search(words) is None


def each_of_one(pictures: list[Node]) -> list[Node]:
    """The pictures, where none shows several things of which "all three" could be said, and each was drawn for itself or is
    the one before in another look; else none."""
    attribute = table("en").first("instruction", "attribute_only")
    apart = all(not node.parents or attribute.search(_LOOK.sub("", node.step)) for node in pictures)
    return pictures if apart and not any(SEVERAL.search(node.step) for node in pictures) else []


def in_line(drawn: list[Node]) -> bool:
    """Whether each picture came from the one before."""
    return all(after.parents == (before.at,) for before, after in pairwise(drawn))
