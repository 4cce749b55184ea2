"""The seats of a bicycle that is there: who is put there is on the bicycle, behind its rider if it has one."""

from __future__ import annotations

from paintover.engines.illustrator.retelling.chinese_terms import chinese_name
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.wording import Pattern

_WITH_ONE = {"bicycle": "bicycle", "motorcycle": "motorcycle", "scooter": "scooter"}
"""What has such a seat, and what it is called."""
_IN_ENGLISH = Pattern(
    r"\b(?:in|on|onto|in to|on to) (?:the|its|his|her) (?:back|rear|pillion) seat\b(?: of (?:the|his|her|their) [a-z]+)?"
)
_SEAT = Pattern(r"\b(?:in|on|onto) (?:the|its) (?:seat|saddle)\b(?! of)")
_IN_CHINESE = Pattern(
    r"(?:在|给)?(?:自行车|摩托车|电动车|车)?的?后(?:座|面座位|排|架)上?(?=再|加|添|坐|来|放|有|画|绑|捆|载|带|驮)"
)
_TIED = Pattern(r"(?<=上)(?:绑|捆|载|带|驮)(?:上|着|了)?(?=一?[个只条袋筐箱捆束位])")


def told_of_the_back_seat(prompt: str, base: Scene) -> str:
    """ "Put a girl on the back seat", 后座绑个箱子: it is on the bicycle."""
    ridden = next((one for one in base.objects if one.kind in _WITH_ONE), None)
    if ridden is None:
        return prompt
    prompt = _IN_ENGLISH.sub(f"on the {_WITH_ONE[ridden.kind]}", prompt)
    if not any(one.kind in SEATS for one in base.objects):
        prompt = _SEAT.sub(f"on the {_WITH_ONE[ridden.kind]}", prompt)
    told = _IN_CHINESE.sub(f"{chinese_name(ridden.kind)}上", prompt)
    return told if told == prompt else _TIED.sub("放", told)
