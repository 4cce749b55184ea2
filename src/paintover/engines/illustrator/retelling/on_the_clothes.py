"""What comes onto the clothes that somebody is drawn in: "pin a flower on her dress", 衣服上别个徽章.

Such clothes are no things of their own, but whoever is drawn has a chest: what is pinned, sewn or painted there sits on that.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_TOP = r"(?:jackets?|coats?|shirts?|t-?shirts?|blouses?|sweaters?|jumpers?|hoodies?|uniforms?|overalls|dungarees|dress(?:es)?|gowns?|aprons?|vests?|suits?|tunics?|robes?|lapels?|tops?|clothes)"
_SEWN = Pattern(
    r"\b(?P<lead>(?:there (?:is|are) (?:also )?|there['’]s |(?:please |also |and )*(?:put|pin|sew|stick|add|draw|paint|print|fasten|clip|attach|place) ))"
    r"(?P<what>(?:an?|some|one|two|three|the) [a-z -]{2,24}?) (?:pinned |sewn |printed |painted )?(?:on|onto|to) (?P<whose>(?:his|her|their|the [a-z ]{2,20}?(?:'s|’s)|the) )"
    rf"(?:(?:front|back|left|right|pocket|lapel|collar) of (?:his|her|their|the) )?(?:[a-z]+ )?(?P<on>{_TOP})\b"
)
_TOP_ZH = r"(?:衣服|上衣|外套|大衣|裙子|连衣裙|长裙|毛衣|衬衫|T恤|卫衣|制服|西装|礼服|围裙|工作服|背带裤|旗袍|校服|衣襟|领口|衣领)"
_SEWN_ZH = re.compile(
    rf"(?P<whose>(?:在|给|让)?(?:[\u4e00-\u9fff]{{0,6}}的)?)(?P<on>{_TOP_ZH})(?:上面?|胸前|前面|口袋上)(?:再|也)?(?:别|印|绣|缝|贴|加|添|有|戴|挂|画)(?:上|着|了|个|有)*(?P<what>一?[个朵只枚颗条对]?[\u4e00-\u9fff]{{1,6}}?)(?=$|[，。,；！!吧])"
)
_HEART = re.compile(r"^(?:一?[个颗])?心$")


def told_of_the_chest(prompt: str, base: Scene) -> str:
    """The wish with the chest in place of clothes that are no thing of the picture.

    Raises:
        NotDrawable: an animal is to be painted on the clothes, which would sit on a shoulder instead.
    """
    if any(mark in prompt for mark in '"“”「『《') or not any(is_somebody(one.kind) for one in base.objects):
        return prompt

    def english(match: re.Match[str]) -> str:
        if _is_there(match["on"], base):
            return match[0]
        if _is_alive(match["what"]):
            raise NotDrawable(notes.part_of_a_drawing(match["on"].lower(), "en"))
        whose = match["whose"] if match["whose"] != "the " else "their "
        lead = match["lead"] if match["lead"].startswith("there") else "put "
        return f"{lead}{match['what']} on {whose}chest"

    def chinese(match: re.Match[str]) -> str:
        if _is_there(match["on"], base):
            return match[0]
        if _is_alive(match["what"]):
            raise NotDrawable(notes.part_of_a_drawing(match["on"], "zh"))
        return f"{match['whose']}胸前戴{_HEART.sub('爱心', match['what'])}"

    return _SEWN_ZH.sub(chinese, _SEWN.sub(english, prompt))


def _is_there(garment: str, base: Scene) -> bool:
    """Whether such clothes are a thing of the picture, to which others can be put."""
    return bool(named_in(garment, base)) or any(
        one.kind in GARMENTS and one.rel is not None and one.rel.part == "neck" for one in base.objects
    )


def _is_alive(what: str) -> bool:
    return any(one.kind is not None and kinds()[one.kind].alive for one in parse(what).mentions)
