"""A race of two, told by who leads: 龟兔赛跑，乌龟在前面 is the hare running after the tortoise; who sleeps is left behind."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_RACE = Pattern(
    r"\b(?:races?|racing)\b(?! (?:car|bike|track|course|horse|cars|bikes|driver))|赛跑|跑步比赛|比赛跑步"
)
_AHEAD = Pattern(
    r"[,;]?\s*\b(?:and |with |but )?the (?P<x>[a-z]+)(?: is| being)?(?: (?:far|way|well|already|just|still|a bit|slightly))*(?: running)? (?:ahead|in front|in the lead|leading|winning|wins|won|(?:reach\w*|cross\w*|gets? to) the finish(?: line)? first|comes? first|first (?:at|over|across) the finish(?: line)?)(?: of (?:the [a-z]+|it|him|her))?\b"
)
_AHEAD_ZH = re.compile(
    r"[，,、]?(?P<x>[\u4e00-\u9fff]{1,4}?)(?:正在|正|已经|还)?(?:遥遥领先|领先|(?:跑|爬|冲)?在(?:最)?前(?:面|头|边|方)(?:慢慢|拼命|使劲)?地?(?:跑着|跑步|跑|爬着|爬|冲)?|跑(?:在|得)?第一|(?:先|第一个|最先|率先|抢先)(?:跑|爬|冲|到|到达)*(?:了|过|到)*终点线?|(?:跑|比)?赢了?(?:比赛)?|得了?第一名?)(?:了)?(?=$|[，。,；])"
)
_TOLD = re.compile(
    r"\brunning (?:in )?a race\b|\bin a race(?: together)?\b|\bhaving a race\b|\b(?:is |are )?racing(?: each other)?\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:an? |the )?(?:running )?race between (?P<a>an? [a-z]+|the [a-z]+) and (?P<b>an? [a-z]+|the [a-z]+)",
    re.IGNORECASE,
)
_FINISH = Pattern(
    r"(?:冲向|跑向)?终点线?|(?: (?:to|towards?|at|near) )?\b(?:an? |the )?finish(?:ing)? line\b"
)
_ASLEEP = re.compile(r"睡|打盹|\b(?:asleep|sleep\w*|nap\w*|dozing)\b", re.IGNORECASE)
_ANYBODY = frozenset({"child", "person"})
"""Among whom the one who leads is: three children, of whom the girl is in front."""
_TREE = re.compile(r"树|\btree\b", re.IGNORECASE)


_FAST = Pattern(
    r"\b(?P<who>(?:an?|the|his|her|two|three) (?:[a-z]+ )?(?:cyclist|biker|motorcyclist|skier|skateboarder|surfer|horseman|car|motorbike|motorcycle|bike|truck|sled|boat)s?) (?:is |are )?racing (?=down|along|through|across|up|around|past|over)"
)
"""Who is only fast: "a cyclist racing down a mountain road"."""


def told_of_the_race(prompt: str) -> str:
    """A first wish for a race with those who run, and the one behind the other."""
    if _RACE.search(prompt) is None:
        return prompt
    if (told := _FAST.sub(r"\g<who> ", prompt)) != prompt:
        return told
    runners: dict[str, str] = {}
    for token in tokenise(prompt):
        kind = token.get("kinds")
        if kind is not None and kinds()[kind].alive:
            runners.setdefault(kind, token.text)
    if len(runners) != 2 or not _ANYBODY.isdisjoint(runners):
        return prompt
    told = _TOLD.sub("running", _BETWEEN.sub(r"\g<a> and \g<b> running", prompt))
    ahead = _AHEAD.search(told) or _AHEAD_ZH.search(told)
    return told if ahead is None else _with_the_leader(told, ahead, runners)


def _with_the_leader(told: str, ahead: re.Match[str], runners: dict[str, str]) -> str:
    """The clause about who leads in words about where they are."""
    chinese = not told.isascii()
    leader = next((token.get("kinds") for token in tokenise(ahead["x"]) if token.get("kinds")), None)
    if leader not in runners:
        return told
    other = next(text for kind, text in runners.items() if kind != leader)
    rest = told[: ahead.start()] + told[ahead.end() :]
    if _ASLEEP.search(rest):
        by = ("树" if chinese else "tree") if _TREE.search(rest) else other
        return (
            f"{rest}，{ahead['x']}在{by}左边跑"
            if chinese
            else f"{rest}, the {ahead['x']} is running to the left of the {by}"
        )
    if _FINISH.search(told):
        line = (
            f"，终点线在{ahead['x']}左边" if chinese else f", a finish line to the left of the {ahead['x']}"
        )
        rest = _FINISH.sub("", rest)
    else:
        line = ""
    after = f"，{other}追着{ahead['x']}跑" if chinese else f", the {other} is chasing the {ahead['x']}"
    return f"{rest.rstrip('，,。. ')}{after}{line}"
