"""Words on cloth: a banner that is to hang in a picture, and not the sheet, or the format, that the word names, too; and the
number on a player's jersey.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.wording import Pattern

_BANNER = Pattern(
    r"(?P<the>(?<!into )(?<!as )(?<!make it )(?<!make this )\b(?:an?|the|this|that|her|his|its|their|another|one|two) (?:(?!web|website|cloth|paper|party|pennant|youtube|twitter|facebook|hanging)[a-z]+ )?)(?P<en>banners?)\b(?! (?:format|size|image|ad)\b)"
    r"|(?P<hang>(?:[挂拉]|[加画添](?:上)?一|那|这|一|去掉|拿掉|删掉|不要|把)(?:上|着|起)?(?:一?[条幅张面块个])?(?:[红黄白蓝大小]色?)?)(?P<zh>横幅|条幅|横额)(?!构图|尺寸|比例)"
)
_SAYING = Pattern(
    r"(?P<put>(?:请|帮我|再|在[^，。]{1,6}?)*(?:加|画|添|挂|拉)(?:上)?)(?:一?[条幅张面块个])?(?P<w>写着?[“\"「][^”\"」]+[”\"」])的(?:布?横幅|条幅)"
)
_WRITTEN = Pattern(
    r"(?P<put>(?:请|帮我|再|在[^，。]{1,6}?)*(?:加|画|添|挂|拉)(?:上)?)(?:一?[条幅张面块个])?(?P<board>布横幅)[，, ]*(?:上面?)?(?P<w>写着?上?(?:字)?[:：]?\s*[“\"「][^”\"」]+[”\"」])"
)


_NUMBERED = Pattern(
    r"\b(?P<shirt>(?:shirt|t-shirt|tee|tee shirt|jersey|football shirt|soccer jersey)) with (?:an? |the )?(?:big |large |white |black )?(?:number|no\.?|#) ?(?P<en>\d{1,3})(?: (?:written |printed )?on (?:it|the (?:front|back|chest)))?"
    r"|(?<![换改变]成)(?<!\d)(?P<zh>\d{1,3})号的?(?P<zhshirt>球衣|队服|球服|衣服|t恤|上衣)"
)


def _numbered(match: re.Match[str]) -> str:
    if match["en"]:
        return f"{match['shirt']} that says “{match['en']}”"
    return f"写着“{match['zh']}”的{match['zhshirt']}"


def told_of_banners(prompt: str) -> str:
    """The wish for a change with "a banner" told as one of cloth."""

    def told(match: re.Match[str]) -> str:
        return f"{match['the']}cloth {match['en']}" if match["en"] else f"{match['hang']}布横幅"

    prompt = _NUMBERED.sub(_numbered, prompt)
    prompt = _SAYING.sub(r"加一条布横幅，布横幅上\g<w>", prompt)
    return _WRITTEN.sub(r"加一条布横幅，布横幅上\g<w>", _BANNER.sub(told, prompt))
