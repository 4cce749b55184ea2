"""Who lies in bed is covered by what the bed has: 给他们盖上红色的被子, "cover him with a blue blanket"."""

from __future__ import annotations

import re

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.kinds import BEDS, kinds
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_COVERED = Pattern(
    r"\W*(?:please |now |then |and )*(?:cover|tuck|wrap) (?:up )?(?P<en>[a-z ]{2,24}?) (?:up |in )?(?:with|in|under) (?:an? |the |some )?(?:(?:warm|thick|soft|cosy|cozy|big|nice) )*(?P<how>[a-z]+(?: [a-z]+)?)? ?(?:blanket|quilt|duvet|covers|comforter)\W*"
    r"|\W*(?:put|lay|spread|pull) (?:an? |the |some )?(?:(?:warm|thick|soft|cosy|cozy|big|nice) )*(?P<how2>[a-z]+(?: [a-z]+)?)? ?(?:blanket|quilt|duvet|covers|comforter) (?:on|over) (?P<en2>him|her|them|it|the [a-z]+)\W*"
    r"|\W*(?:请|再|然后)*(?:给|帮|为)(?P<zh>[^，。]{1,6}?)(?:都)?盖(?:上|好|着)(?:一?[条床张块])?(?:(?:厚|暖和|柔软|温暖)的?)*(?P<howzh>[^，。的]{1,4}?)?的?(?:被子|毯子|棉被|毛毯|被褥)\W*"
)
_PATTERNED = Pattern(
    r"\b(?:make|paint|turn|give) (?:the |his |her )?(?:blanket|quilt|duvet|covers|comforter)s? (?:[a-z]+ ){0,2}?(?P<en>striped|spotted|polka[- ]dot(?:ted)?|checked|checkered|plaid)\b"
    r"|(?:被子|毯子|棉被|毛毯)(?:改|换|变|画|弄)?(?:成|为)?(?:[\u4e00-\u9fff]{0,3}?)(?P<zh>条纹|格子|圆点|波点|斑点)"
)
"""The covers alone in stripes or spots."""


def told_of_the_covers(prompt: str, base: Scene) -> str:
    """The wish with those covers told as those of the bed that somebody lies in.

    Raises:
        NotDrawable: they are to have a pattern, which only a whole bed can have.
    """
    if (patterned := _PATTERNED.search(prompt)) is not None and any(one.kind in BEDS for one in base.objects):
        language: Language = "en" if prompt.isascii() else "zh"
        raise NotDrawable(notes.undrawn([patterned["en"] or f"{patterned['zh']}的被子"], language))
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
