"""The back seat of a bicycle that is there: who is put there is on the bicycle, behind its rider."""

from __future__ import annotations

from paintover.engines.illustrator.retelling.chinese_terms import chinese_name
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_WITH_ONE = {"bicycle": "bicycle", "motorcycle": "motorcycle", "scooter": "scooter"}
"""What has such a seat, and what it is called."""
_IN_ENGLISH = Pattern(
    r"\b(?:in|on|onto|in to|on to) (?:the|its|his|her) (?:back|rear|pillion) seat\b(?: of (?:the|his|her|their) [a-z]+)?"
)
_IN_CHINESE = Pattern(
    r"(?:在|给)?(?:自行车|摩托车|电动车|车)?的?后(?:座|面座位|排)上?(?=再|加|添|坐|来|放|有|画)"
)


def told_of_the_back_seat(prompt: str, base: Scene) -> str:
    """ "Put a girl on the back seat", 后座加一个女孩: she is on the bicycle."""
    ridden = next((one for one in base.objects if one.kind in _WITH_ONE), None)
    if ridden is None:
        return prompt
    prompt = _IN_ENGLISH.sub(f"on the {_WITH_ONE[ridden.kind]}", prompt)
    return _IN_CHINESE.sub(f"{chinese_name(ridden.kind)}上", prompt)
