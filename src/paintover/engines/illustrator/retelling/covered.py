"""Who lies in bed is covered by what the bed has: 给他们盖上红色的被子, "cover him with a blue blanket"."""

from __future__ import annotations

import re

from paintover.engines.illustrator.kinds import BEDS, kinds
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_COVERED = Pattern(
    r"\W*(?:please |now |then |and )*(?:cover|tuck|wrap) (?:up )?(?P<en>[a-z ]{2,24}?) (?:up |in )?(?:with|in|under) (?:an? |the |some )?(?:(?:warm|thick|soft|cosy|cozy|big|nice) )*(?P<how>[a-z]+(?: [a-z]+)?)? ?(?:blanket|quilt|duvet|covers|comforter)\W*"
    r"|\W*(?:put|lay|spread|pull) (?:an? |the |some )?(?:(?:warm|thick|soft|cosy|cozy|big|nice) )*(?P<how2>[a-z]+(?: [a-z]+)?)? ?(?:blanket|quilt|duvet|covers|comforter) (?:on|over) (?P<en2>him|her|them|it|the [a-z]+)\W*"
    r"|\W*(?:请|再|然后)*(?:给|帮|为)(?P<zh>[^，。]{1,6}?)(?:都)?盖(?:上|好|着)(?:一?[条床张块])?(?:(?:厚|暖和|柔软|温暖)的?)*(?P<howzh>[^，。的]{1,4}?)?的?(?:被子|毯子|棉被|毛毯|被褥)\W*"
)


def told_of_the_covers(prompt: str, base: Scene) -> str:
    """The wish with those covers told as those of the bed that somebody lies in."""
    if (match := _COVERED.fullmatch(prompt)) is None:
        return prompt
    beds = [
        bed.id
        for bed in base.objects
        if bed.kind in BEDS
        and any(
            one.rel is not None and one.rel.to == bed.id and kinds()[one.kind].alive for one in base.objects
        )
    ]
    how = (match["how"] or match["how2"] or match["howzh"] or "").strip()
    if len(beds) != 1 or not how or re.fullmatch(r"an?|the", how):
        return prompt
    chinese = match["zh"] is not None
    bed = called_apart(base, beds[0], chinese=chinese)
    return f"把{bed}变成{how}" if chinese else f"make {bed} {how}"
