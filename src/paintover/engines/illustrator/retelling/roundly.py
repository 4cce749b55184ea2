"""What is said in two steps, or with a reason ahead, told in one: 她爸爸也来，站在她右边; 天快黑了，改成傍晚吧; "wake it up" of the only
one who sleeps; 蛋糕上一共五根蜡烛."""

from __future__ import annotations

import re

from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_WAKE = Pattern(
    r"(?P<lead>(?:(?:please|now|and|then|ok),? )*)wake (?:it|him|her|them)(?: up)?(?P<end>(?: please)?[.!]*)"
)
_HOUR = re.compile(
    r"^(?:天(?:色)?(?:快|要|都)?(?:黑|亮|晚|暗)了|太阳(?:快|要)?(?:下山|落山|出来)了|夜深了)[，, ]+(?=.*(?:晚|夜|傍晚|黄昏|早|清晨|日落|日出|白天))"
)
_COMES = re.compile(
    r"^(?P<who>[^，,]{1,8}?)也?(?:过来|来)(?:了|吧)?[，, ]+(?P<does>(?:站|坐|蹲|躺|趴)(?:在|到)[^，,]+)$"
)
_IN_ALL = re.compile(
    r"^(?P<where>[^，,]{0,6}?上)?(?:面)?(?:一共|总共|共)(?:要|有|是|插)?(?P<n>[两二三四五六七八九十]|\d{1,2})(?P<m>[个只根支棵朵盏颗条])(?P<what>[\u4e00-\u9fff]{1,4})$"
)


_AS_WHOM = re.compile(
    r"(?P<comes>(?:再)?(?:加|来|画|添)(?:上|了)?)(?:一?[个位名])(?:小朋友|孩子|小孩|人|同学)(?:来)?(?:当|做|扮演|充当)(?P<as>[\u4e00-\u9fff]{2,4})$"
)
_DRAWN_LARGER = re.compile(r"(?<=[，,；;])画(?:得)?(?=[大小高矮胖瘦长短粗细]一?[点些])")
_AT_HIM = re.compile(
    r"^把(?P<at>(?:他|她|它|[\u4e00-\u9fff]{1,5})(?:旁边|身边|前面|后面|手里|头上|脚边|身后|面前))(?=[放加画摆来添])"
)
"""What comes as somebody, what is drawn larger, and 把 where 在 is meant."""
_PAST = re.compile(
    r"(?:请|再|那)?(?:让|叫|把)?(?P<who>[^，。从让把]{1,8}?)(?:从(?P<at>[^，。]{1,6}?)(?P<side>前|后|旁|上|下)[面边方]?)?(?P<does>走|跑|骑车|骑|飞|游|开|溜)(?:着)?过去(?:吧|了)?"
)
_GOING = {"走": "走着", "跑": "跑着", "飞": "飞着", "游": "游泳"}


def _goes_past(past: re.Match[str]) -> str:
    """让女孩从房子前面走过去: she walks before it, and nobody goes."""
    place = f"在{past['at']}{past['side']}{'边' if past['side'] == '旁' else '面'}" if past["at"] else ""
    does = _GOING.get(past["does"], "")
    return f"让{past['who']}{place}{does}" if place or does else f"让{past['who']}{past['does']}"


def told_roundly(prompt: str, base: Scene) -> str:
    """The wish in one step; as it is where it is none of these."""
    words = prompt.strip(" 。！!")
    if prompt.isascii():
        wake = _WAKE.fullmatch(prompt.strip())
        asleep = [one for one in base.objects if one.pose == "sleep"]
        if wake is None or len(asleep) != 1:
            return prompt
        return f"{wake['lead']}wake {called_apart(base, asleep[0].id, chinese=False)} up{wake['end']}"
    if (comes := _COMES.match(words)) is not None and not named_in(comes["who"], base):
        return f"{re.sub(r'^[他她它]的?', '', comes['who'])}{comes['does']}"
    words = _AT_HIM.sub(r"在\g<at>", _DRAWN_LARGER.sub("", _AS_WHOM.sub(r"\g<comes>一个\g<as>", words)))
    if (past := _PAST.fullmatch(words)) is not None and (
        named_in(past["who"], base) or past["who"][:1] in "他她它"
    ):
        return _goes_past(past)
    if (total := _IN_ALL.match(words)) is not None and named_in(total["what"], base):
        return f"{total['what']}改成{total['n']}{total['m']}"
    return _HOUR.sub("", words)
