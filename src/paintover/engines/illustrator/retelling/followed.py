"""Who follows somebody goes beside them in a row, where all are seen: 小鸭子跟在鸭妈妈后面 is no hiding behind her.

In English they walk behind them, of which the picture makes the same."""

from __future__ import annotations

import re

_FOLLOWS = re.compile(
    r"跟在(?P<who>(?!队伍)[^，。,后]{1,6}?)的?(?:身后|后面|后边|后头)(?=$|[，。,走跑游过飞爬]|慢慢|摇摇摆摆|一起)"
)


_FOLLOWING = re.compile(
    r"\b(?:(?:is|are|keeps|comes|that|who|which) )*(?:follow|trail)(?:ing|s)(?: (?:right|close|along|closely))*(?: (?:behind|after))?"
    r" (?=(?:him|her|it|them)\b(?! [a-z])|(?:an?|the|his|her|two|three|some) (?!mother|mom|mum|path|trail|road|river|map|star|ball)[a-z]+)",
    re.IGNORECASE,
)
_WITH_ONE_BEHIND = re.compile(
    r",? with (?P<who>(?:an?|his|her|the) (?:[a-z]+ )?[a-z]+) (?:(?:running|walking|trotting|following)(?: along)? behind(?: (?:him|her|it|them))?|(?:chasing|following|running after|trailing) (?:after )?(?:him|her|it|them))(?=$|[.,])"
)
_RIDES = re.compile(
    r"\b(?:rid(?:es?|ing)|driv(?:es?|ing)|push(?:es|ing)|bike|bicycle|horse|scooter|tractor|cart|cyclist|stroller|pram)\b"
)
_OF_A_RIDER = re.compile(
    r"(?P<who>[^，。,；;]{1,6})跟(?:着|在)骑着?(?P<on>自行车|单车|电动车|摩托车|马)的(?P<whom>[^，。,；;后身跑]{1,6})(?:的?(?:后面|身后|后边))?(?:跑)?(?=$|[，。,；;])"
)
_SHE = re.compile(r"\b(?:girl|woman|lady|princess|mom|mum|mother|grandma|sister|daughter|nurse|she|her)\b")
_COMES_AFTER = re.compile(
    r"(?<=在后面)(?:追着?|跟着?)(?:跑|走)?(?=$|[，。,])|(?<=在后边)(?:追着?|跟着?)(?:跑|走)?(?=$|[，。,])"
)


def told_as_following(prompt: str) -> str:
    """The wish for a new picture with such followers told plainly; else as it was."""
    behind = "her" if _SHE.search(prompt) else "him"
    prompt = _WITH_ONE_BEHIND.sub(rf" and \g<who> running behind {behind}", prompt)
    going = "running behind " if _RIDES.search(prompt) else "walking behind "
    prompt = _OF_A_RIDER.sub(r"\g<whom>骑着\g<on>，后面跟着\g<who>", prompt)
    prompt = _FOLLOWING.sub(going, _COMES_AFTER.sub("跑", prompt))
    return _FOLLOWS.sub(r"跟着\g<who>", prompt)
