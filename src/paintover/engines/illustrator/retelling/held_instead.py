"""Who is to have something else in the hand: "the girl has a guitar instead", 右边那个手里换成一本书. It comes for what they hold."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.talk import living_in
from paintover.engines.illustrator.retelling.whom import WHO, named, one_called
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_WHO = rf"(?P<who>{WHO}|(?:the )?one (?:on|to|at|in) the (?:left|right|middle)|the (?:left|right|middle) one)"
_A = r"(?P<what>(?:an?|some|the|his|her) (?:[a-z]+ ){0,3}?[a-z]+)"
_INSTEAD = (
    Pattern(
        rf"{_WHO}(?: should| must|['’]s)? (?:has|have|had|got|gets?|holds?|is holding|be holding|carries|carry)(?: got)? {_A}(?: now)? instead(?: now)?"
    ),
    Pattern(
        rf"(?:give|hand|make|let|have) {_WHO} (?:(?:hold|have|carry|get) )?{_A}(?: to hold)?(?: now)? instead(?: now)?"
    ),
)
_INSTEAD_ZH = Pattern(
    r"(?:让|叫|给|把)?(?P<who>[^，。,手]{0,7}?)的?手(?:里|上|中)(?:拿)?(?:的(?:东西)?)?(?:改|换|变)(?:成|为)(?:拿着?)?(?P<what>[^，。,]{1,8})",
    re.NOFLAG,
)
_SIDED_ZH = re.compile(r"最?(?P<side>左|右|中)(?:边|间|面|侧)?(?:的|那|这)*[个位只]?(?:人|孩子)?")


def told_held_instead(prompt: str, base: Scene) -> str:
    """The wish with what goes named; as it is where nobody holds just one thing, or something worn is spoken of."""
    asked = prompt.strip(" .!。！~")
    if asked.isascii():
        match = next((found for form in _INSTEAD if (found := form.fullmatch(asked)) is not None), None)
        one = one_called(match["who"], base) if match is not None else None
    else:
        match = _INSTEAD_ZH.fullmatch(asked)
        one = _who_zh(match["who"], base) if match is not None else None
    if match is None or one is None:
        return prompt
    said, held = parse(match["what"]).mentions, _held_by(one, base)
    if held is None and len(said) == 1 and (other := _beside(one, base)) is not None and asked.isascii():
        alike = said[0].kind not in (None, other.kind) and kinds()[str(said[0].kind)].alive
        return f"replace the {other.label} with {match['what']}" if alike else prompt
    if held is None or len(said) != 1 or said[0].kind in (None, held.kind):
        return prompt
    if kinds()[str(said[0].kind)].wear not in (None, "hand", "back") or kinds()[str(said[0].kind)].alive:
        return prompt
    if asked.isascii():
        return f"let {named(one, base)} hold {match['what']} instead of the {held.label}"
    return f"{called_apart(base, one.id, chinese=True)}的{held.label}换成{match['what']}"


def _held_by(one: Thing, base: Scene) -> Thing | None:
    """The only thing that somebody holds."""
    held = [
        each
        for each in base.objects
        if each.rel is not None and (each.rel.type, each.rel.to) == ("hold", one.id)
    ]
    return held[0] if len(held) == 1 else None


def _beside(one: Thing, base: Scene) -> Thing | None:
    """The only one that is there with somebody: her dog."""
    there = [
        each
        for each in base.objects
        if each.rel is not None and (each.rel.type, each.rel.to) == ("beside", one.id)
    ]
    return there[0] if len(there) == 1 and kinds()[there[0].kind].alive else None


def _who_zh(words: str, base: Scene) -> Thing | None:
    folk = [one for one in living_in(base) if is_somebody(one.kind) and one.id in base.layout]
    folk.sort(key=lambda one: base.layout[one.id].x)
    if (sided := _SIDED_ZH.fullmatch(words)) is not None and len(folk) > 1:
        at = {"左": 0, "右": -1}.get(sided["side"], len(folk) // 2)
        return folk[at] if sided["side"] != "中" or len(folk) % 2 else None
    if words in ("", "他", "她", "它"):
        return folk[0] if len(folk) == 1 else None
    there = named_in(words, base)
    return there[0] if len(there) == 1 else None
