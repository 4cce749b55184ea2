"""A wish for one of two things, said of the other: "put a hat on the cat" is, for the dog beside it, "put a hat on the dog"."""

from __future__ import annotations

import re

from paintover.planner.lexicon import UNSPACED, wider
from paintover.planner.naming import things

SIDES = (
    ("左", "右"), ("上", "下"), ("前", "后"), ("left", "right"), ("top", "bottom"), ("front", "back"),
    ("izquierda", "derecha"), ("gauche", "droite"), ("links", "rechts"), ("linke", "rechte"), ("esquerda", "direita"), ("лев", "прав"),
)  # fmt: skip
"""Words that are mixed up with each other."""
_ARTICLE = re.compile(
    r"(?:the|der|die|das|den|dem|el|la|al|au|le|il|lo|o|a|l')\b ?(?=\w)|那?[只个](?=.)", re.IGNORECASE
)
_COUNTED = re.compile(r"[一二两三四五六几\d]([只个個头匹条辆棵座艘位朵把件间隻頭條輛])")
_SOMEBODY = re.compile(r"\b(?:him|her|it|them)\b(?!\s+own\b)|[他她它](?!们|自己)", re.IGNORECASE)
"""Whoever a wish is for, where it names nobody."""
_THE = re.compile(r"\b(?P<the>the|his|her) (?=(?P<noun>[a-z]+)\b)", re.IGNORECASE)


def swapped(said: str) -> str:
    """The words with left for right, or another such pair; "" where they name none or both."""
    for one, other in SIDES:
        if (one in said) != (other in said):
            return said.replace(one, other) if one in said else said.replace(other, one)
    return ""


def said_of_the_other(said: str, shown: str, beside: str = "") -> str:
    """What was `said` of a thing of a picture, said of the other one: `shown` tells the picture's things, `beside` those of the
    picture where the other is, where that is not the same. "" where no other is known.
    """
    if not beside and (opposite := swapped(said)):
        return opposite
    if not beside and (opposite := _of_the_other_sex(said, shown)):
        return opposite
    here = list(things(shown))
    for word, is_a in things(said):
        if not any(is_a & known for _, known in here):
            continue
        for other, known in things(beside or shown):
            if not known & is_a and wider(known) & wider(is_a):
                return said.replace(word, other, 1)
        if not beside and (another := _another(said, word, shown)):
            return another
    return ""


def _of_the_other_sex(said: str, shown: str) -> str:
    """ "Make him jump" said of her, where the picture shows just one of each."""
    told = _HIM_OR_HER.findall(said)
    if len(told) != 1 or not (len(_MALE.findall(shown)) == len(_FEMALE.findall(shown)) == 1):
        return ""
    return _HIM_OR_HER.sub(lambda match: _OF_BOTH[match[0].lower()], said)


_OF_BOTH = {"him": "her", "her": "him", "他": "她", "她": "他"}
_HIM_OR_HER = re.compile(r"\b(?:him|her)\b|[他她](?!们)", re.IGNORECASE)
_MALE = re.compile(
    r"\b(?:boy|man|father|dad|grandpa|grandfather|brother|son|husband|king|prince)\b|男孩|男人|爸爸|爷爷|哥哥|弟弟|国王|王子|先生",
    re.IGNORECASE,
)
_FEMALE = re.compile(
    r"\b(?:girl|woman|mother|mom|mum|grandma|grandmother|sister|daughter|wife|queen|princess)\b|女孩|女人|妈妈|奶奶|姐姐|妹妹|女王|王后|公主|太太",
    re.IGNORECASE,
)


def renamed(said: str, right: str) -> str:
    """What was `said`, with the thing that `right` names alone for one of its kind: "make the dog bigger", "the cat". "" where
    there is none, or more than one thing is named. Where the wish is for "him" or 它, it is for the thing then.
    """
    bare = _ARTICLE.sub("", right.strip(" .。!！~"))
    meant = list(things(bare))
    if len(meant) != 1 or meant[0][0].casefold() != bare.casefold():
        return ""
    _, is_a = meant[0]
    alike = [word for word, known in things(said) if not known & is_a and wider(known) & wider(is_a)]
    if not alike and len(found := list(_SOMEBODY.finditer(said))) == 1:
        told = bare if UNSPACED.search(bare) else f"the {bare}"
        return said[: found[0].start()] + told + said[found[0].end() :]
    return said.replace(alike[0], bare, 1) if len(alike) == 1 else ""


def _another(said: str, word: str, shown: str) -> str:
    """ "The other cat", 另一只猫, where the picture shows several of one kind."""
    if UNSPACED.search(word):
        counted = _COUNTED.search(shown)
        measure = counted[1] if counted else "个"
        return re.sub(
            rf"(?:一{measure}|那{measure}|这{measure})?{word}", f"另一{measure}{word}", said, count=1
        )
    for match in _THE.finditer(said):
        if match["noun"].lower() == word.lower():
            return f"{said[: match.end()]}other {said[match.end() :]}"
    return ""
