"""Stations and airports in which somebody is told to be: the platform and the hall, and not their buildings seen from outside."""

from __future__ import annotations

import re

from paintover.engines.illustrator.wording import Pattern

_PLANES = re.compile(
    r"\b(?:air ?plane|aeroplane|plane|jet|airliner|helicopter|aircraft|runway|control tower)s?\b",
    re.IGNORECASE,
)
"""What is outside, so that its airport is, too."""
_AT_THE_AIRPORT = Pattern(
    r"\b(?:at|in|inside|through) (?:the|an) (?:(?:busy|big|small|crowded) )?airport\b(?! (?:terminal|hall|gate|lounge|shop))"
)
_AT_THE_STATION = Pattern(
    r"\b(?:at|in|into|inside|leaving|entering|reaching|arriving (?:at|in)|arrives (?:at|in)|pulling into|stopped at|departing from) (?:the|an?|its) (?:(?:old|small|little|busy|big|crowded|country) )*(?:(?:train|railway|metro|subway|underground|tube) )?station\b(?! (?:clock|master|hall|platform))"
)
_A_STATION_WITH = Pattern(
    r"^\W*(?:an? |the )?(?:(?:old|small|little|busy|big|crowded|country) )*(?:train|railway|metro|subway) station(?: platform)?,? (?:with|where|and) (?=.{6,})"
)
_AT_ITS_PLATFORM = Pattern(r" (?:(?:standing|waiting|stopped) )?(?:at|beside|by) (?:the|its|a) platform\b")

_ROOMS = r"(?:[a-z]+ )?(?:kitchen|bedroom|living room|bathroom|restaurant|diner|cafe|café|coffee shop|office|classroom|library|gym|hospital|nursery|hotel room|supermarket|bakery|bookstore|bar)"
_INTERIOR = Pattern(
    rf"\b(?:the )?interior of (?P<of>(?:an?|the) {_ROOMS})\b|\b(?:an?|the) (?P<room>{_ROOMS}) interior(?: design)?\b"
)
_BY_RAIL_ZH = re.compile(
    r"(?:火车|列车|动车|高铁|地铁|绿皮车)[^。；]*站台|站台[^。；]*(?:火车|列车|动车|高铁|地铁|绿皮车)"
)


_ON_A_PLATFORM_ZH = re.compile(
    r"(?:在)?(?:火车|高铁|动车|地铁)站(?:的?站台)?(?:里面|里头|里|内|上)?(?=(?:正?在)?(?:等|候|送|接|告别|道别|拥抱|有|站|坐|挤满|拖|拉着|提着|排队|[一两三几很许]))(?!(?:前|旁|外|门))"
)
_SEES_OFF_ZH = re.compile(
    r"在月台上(?:送别|送|接|告别)(?P<x>(?:[她他]的?)?(?:朋友|爸爸|妈妈|爷爷|奶奶|女友|男友|丈夫|妻子|儿子|女儿|孙子|孙女|同学|亲人|家人))(?:离开|远行|上车|回家)?(?=$|[，。,；;])"
)
_WAITS_ZH = re.compile(r"(?:正?在)?(?:等|候)(?:着)?车(?=$|[，。,；;])")


def told_inside(prompt: str) -> str:
    """The wish with who is at a station told as on its platform, and who is at an airport as in its hall; "a
    kitchen interior" as inside a kitchen."""
    if _ON_A_PLATFORM_ZH.search(prompt):
        prompt = _WAITS_ZH.sub("站着", _ON_A_PLATFORM_ZH.sub("在月台上", prompt))
        prompt = _SEES_OFF_ZH.sub(r"和\g<x>在月台上挥手", re.sub(r"^在月台上(?=有)", "月台上", prompt))
    if _BY_RAIL_ZH.search(prompt):
        prompt = prompt.replace("站台", "月台")
    prompt = _INTERIOR.sub(lambda told: f"inside {told['of'] or 'a ' + told['room']}", prompt)
    prompt = _A_STATION_WITH.sub("at the train station, ", prompt)
    told = _AT_THE_STATION.sub("at the train station", prompt)
    if "at the train station" in told:
        told = _AT_ITS_PLATFORM.sub("", told)
    return told if _PLANES.search(told) else _AT_THE_AIRPORT.sub("in the airport hall", told)
