"""Whom the words behind an exchange are about: 左边那个换成女孩，扎马尾, "replace the left one with a girl, with a ponytail".

Who comes is meant, and nobody else in the picture: what they have on is told before, or behind, their noun.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.talk import one_noun
from paintover.engines.illustrator.wording import Pattern

_ZH = Pattern(
    r"(?P<who>^[^，,。；;]{1,12}?)(?:换|改|变)(?:成|为)(?P<m>一?[个只位名条匹头])?(?P<new>[\u4e00-\u9fff]{1,6})"
    r"[，,](?P<looks>(?:(?:[他她它]|并且?|然后|要|还)*(?:头上|身上|手里|手上)?(?:扎|梳|留|戴|穿|披|围|系|拿|抱|背|提|举|撑|牵|叼|拄)[^，,。；;]{1,10}[，,]?)+)[。！!]?$",
    re.NOFLAG,
)
_NOBODY = re.compile(r"^(?:[他她它]|并且?|然后|要|还)+")
_EN = Pattern(
    r"^(?P<lead>\W*(?:(?:please|now) )*)(?:(?P<verb>replace|swap|exchange) (?P<who>[^,.;]{3,30}?) (?:with|for|by)|(?:make|turn|change) (?P<also>[^,.;]{3,30}?)(?: into| to)?)"
    r" (?P<new>an? [a-z -]{2,20}?),? ?(?:(?:(?:who|she|he|it)(?:'s| is) )?(?P<has>wearing|with|holding|carrying|having)|(?:who|she|he|it) (?:wears|has|holds)|and (?:give|put|let)(?P<pronoun> (?:him|her|it|on (?:him|her|it)))) "
    r"(?P<looks>(?:an?|the|some|two|her|his|[a-z]+)\b[^,.;]{2,40}?)(?P<end>[.!]?)$"
)


def told_of_who_comes(prompt: str) -> str:
    """The wish with what is said of who takes another's place told of them alone; all else as it was."""
    if (match := _ZH.fullmatch(prompt.strip())) is not None and _is_somebody_in(match["new"]):
        looks = [_NOBODY.sub("", one) for one in re.split("[，,]", match["looks"]) if one]
        return f"{match['who']}换成{match['m'] or ''}{'、'.join(looks)}的{match['new']}"
    if (match := _EN.match(prompt.strip())) is not None and _is_somebody_in(match["new"]):
        who = match["who"] or match["also"]
        has = match["has"] if match["has"] in ("holding", "carrying") else "with"
        return f"{match['lead']}replace {who} with {match['new']} {has} {match['looks']}{match['end']}"
    return prompt


def _is_somebody_in(words: str) -> bool:
    noun = one_noun(words) if not words.isascii() else None
    kind = noun.kind if noun is not None else None
    if words.isascii():
        kinds_said = [found for token in tokenise(words) if (found := token.get("kinds")) is not None]
        kind = kinds_said[0] if len(kinds_said) == 1 else None
    return kind is not None and kinds()[kind].alive
