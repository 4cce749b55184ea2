"""What people say of somebody's clothes in a picture that they see: "put him in a suit", 换件红毛衣.

Each such clause is told as what whoever is meant gets, which the grammar reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.talk import clause_by_clause, one_noun, somebody_meant
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.tailor import GARMENTS, gives_way
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([，,。；;！!？?\n]+|\s+and (?:then )?(?=(?:make|give|put|cut|let|add|remove|change|dye|dress)\b))"
)
_QUOTED = re.compile(r"[“”\"「」『』]")
_AHEAD = re.compile(
    r"^(?:(?:please|can you|could you|now|ok|so|then|and|but|maybe|just)[\s,]+)+|^(?:请|帮我|麻烦|那|再)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[\s,]+(?:please|now|instead|too|as well|again|then|thanks)|[.])+$|(?:吧|呗|好吗|一下|试试|看看)+$",
    re.IGNORECASE,
)
_WHO = r"(?P<who>him|her|them|the [a-z ]{2,24}?|my [a-z ]{2,20}?)"
_WHO_ZH = r"(?:给|帮|把|让|将|叫|替|为)?(?P<who>[^，。换穿]{0,10}?)"


_ANY = re.compile(r"(?:新|别的|其他的?|另外的?)*的?(?:衣服|衣裳|衣物)")
"""Clothes of which nothing is said."""


def told_of_clothes(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with what somebody is to put on told plainly; all else as it was."""
    if _QUOTED.search(prompt) or not any(is_somebody(one.kind) for one in base.objects):
        return prompt
    return clause_by_clause(prompt, _CLAUSES, base, _told)


def _told(clause: str, base: Scene) -> str:
    bare = _AFTER.sub("", _AHEAD.sub("", clause.strip()))
    if (said := told_by_form(bare, base, _TURNS)) is not None:
        return f"{clause[: len(clause) - len(clause.lstrip())]}{said}"
    return clause


def _wearable(words: str) -> list[str]:
    """The kinds of what is to be worn; none where something in it is not."""
    said = [mention.kind for mention in parse(words).mentions]
    found = [kind for kind in said if kind is not None and kinds()[kind].wear is not None]
    return found if len(found) == len(said) else []


def _gets(match: re.Match[str], base: Scene) -> str | None:
    """ "Dress her in jeans": she gets them."""
    one, worn = somebody_meant(match["who"] or "", base), _wearable(match["worn"])
    if one is None or not worn or all(kind in HAIR for kind in worn):
        return None
    return f"give {called_apart(base, one.id, chinese=False)} {match['worn']}"


def _gets_zh(match: re.Match[str], base: Scene) -> str | None:
    """换件红毛衣, of whoever is there; 换条领带 does not take the suit off."""
    one, worn = somebody_meant(match["who"], base), _wearable(match["worn"])
    if one is None or len(worn) != 1 or worn[0] in HAIR or _ANY.fullmatch(match["worn"]):
        return None
    has = [two for two in base.objects if two.rel is not None and two.rel.to == one.id]
    same = [two for two in has if two.kind == worn[0] or gives_way(two.kind, worn[0])]
    same = same or [two for two in has if _is_hat(two.kind) and _is_hat(worn[0])]
    if same and match["verb"].startswith("换"):
        return f"把{called_apart(base, same[-1].id, chinese=True)}换成{match['worn']}"
    name = called_apart(base, one.id, chinese=True)
    return f"给{name}{'穿' if worn[0] in GARMENTS else '戴'}上{match['worn']}"


_WORK = {
    "警": "police-officer",
    "护": "nurse",
    "厨": "cook",
    "消": "firefighter",
    "医": "doctor",
    "白": "doctor",
    "军": "soldier",
}
"""Whose working clothes are called so, by how the word begins."""


def _of_the_uniform(match: re.Match[str], base: Scene) -> str | None:
    """警服换成运动服, of an officer who is drawn in one: what he has on, whatever it is called."""
    uniform = match["uniform"]
    said = one_noun(uniform)
    if said is not None and any(one.kind == said.kind for one in base.objects):
        return None
    folk = [one for one in base.objects if is_somebody(one.kind)]
    named = somebody_meant(match["who"], base) if match["who"] else None
    alike = [one for one in folk if one.kind == _WORK.get(uniform[0])] or (folk if len(folk) == 1 else [])
    one = named or (alike[0] if len(alike) == 1 else None)
    if one is None:
        return None
    name = called_apart(base, one.id, chinese=True)
    if len(_wearable(match["how"])) == 1:
        return f"给{name}穿上{match['how']}"
    colours = tokenise(match["how"].removesuffix("的"))
    return f"{name}的衣服换成{match['how']}" if colours and all(map(_is_look, colours)) else None


def _is_look(token: Token) -> bool:
    return bool(token.get("colours") or token.get("patterns"))


def _is_hat(kind: str) -> bool:
    return kinds()[kind].wear == "head" and kind not in HAIR


def _tied(match: re.Match[str], base: Scene) -> str | None:
    """The tie that somebody is drawn with, in another colour: they get one of it."""
    zh = not match[0].isascii()
    one = somebody_meant(match["who"], base)
    tokens = tokenise(match["how"])
    if (
        one is None
        or not tokens
        or not all(token.get("colours") or token.get("patterns") for token in tokens)
    ):
        return None
    kind = (
        "bow-tie"
        if "bow" in match["tie"] or match["tie"] == "领结" or "bow-tie" in kinds()[one.kind].has
        else "tie"
    )
    if any(
        two.kind in ("tie", "bow-tie") and two.rel is not None and two.rel.to == one.id
        for two in base.objects
    ):
        return None
    name = called_apart(base, one.id, chinese=zh)
    return (
        f"给{name}戴上{match['how']}的{names('zh', kind)}"
        if zh
        else f"give {name} a {match['how']} {names('en', kind)}"
    )


_TURNS: Sequence[tuple[Pattern, Callable[[re.Match[str], Scene], str | None]]] = (
    (Pattern(rf"(?:put|dress|clothe) {_WHO} (?:up )?in(?:to)? (?P<worn>[a-z][a-z ,-]{{2,50}})"), _gets),
    (Pattern(rf"(?:have|let|make) {_WHO} (?:wear|put on) (?P<worn>[a-z][a-z ,-]{{2,50}})"), _gets),
    (Pattern(rf"(?:change|get) {_WHO} into (?P<worn>(?:an? |some )[a-z ,-]{{2,50}})|(?:change|get) into (?P<other>(?:an? |some )[a-z -]{{2,40}})"), lambda match, base: _gets(match, base) if match["worn"] else None),
    (Pattern(r"(?:make|change|turn|paint|colou?r) (?P<who>his|her|the [a-z ]{2,24}?)(?:'s|’s)? (?P<tie>bow ?tie|necktie|tie) (?:be |to |into )?(?P<how>[a-z]+(?: [a-z]+)?)"), _tied),
    (Pattern(rf"{_WHO_ZH}的?(?P<tie>领带|领结)(?:的?颜色)?(?:换|变|改|染|涂)?(?:成|为|是)?(?P<how>[^，。的]{{1,5}}?)的?"), _tied),
    (Pattern(rf"{_WHO_ZH}的?(?P<uniform>(?:警|军|护士|厨师|消防|医生|工作|飞行)(?:制)?(?:服|装)|白大褂|制服)(?:都)?(?:换|改|变)(?:成|为|上)(?P<how>[^，。]{{1,10}}?)"), _of_the_uniform),
    (Pattern(rf"{_WHO_ZH}(?P<verb>换)(?:上|成|了|穿)?一?(?P<m>[件条身套双顶副])(?P<worn>[^，。]{{1,10}}?)"), _gets_zh),
    (Pattern(rf"{_WHO_ZH}(?P<verb>换上|穿上|换穿|改穿|戴上|系上)(?:了)?(?:一?(?P<m>[件条身套双顶副]))?(?P<worn>[^，。]{{1,10}}?)"), _gets_zh),
)  # fmt: skip
"""Whole clauses, and what each is told as; None passes to the next."""
