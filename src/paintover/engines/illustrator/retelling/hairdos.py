"""What people say of somebody's hair in a picture that they see: "shave his head", 扎两个小辫子.

Each such clause is told as the cut that whoever is meant gets, which the grammar reads.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names, tokenise
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import BALD
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern, Patterns

_CLAUSES = re.compile(
    r"([，,。；;！!？?.\n]+|\s+and (?:then )?(?=(?:make|give|put|cut|shave|tie|braid|curl|let|add|remove|change|dye)\b))"
)
_QUOTED = re.compile(r"[“”\"「」『』]")
_OF_HAIR = Pattern(
    r"hair|bald|shave|braid|plait|bun\b|pony ?tail|pigtail|twin ?tail|bunches|curls|perm\b|afro|bob\b|pixie|chignon|knot"
    r"|头发|发|光头|秃|辫|马尾|丸子|髻|包包头|包子头|揪|啾|花苞头|卷毛|波浪|寸头|平头|爆炸头|波波头|学生头"
)
_AHEAD = re.compile(
    r"^(?:(?:please|can you|could you|now|ok|so|then|and|but|maybe|just)[\s,]+)+", re.IGNORECASE
)
_AFTER = re.compile(
    r"(?:[\s,]+(?:please|now|instead|too|as well|again|then|thanks))+$|(?:吧|呗|了|好吗|一下)+$",
    re.IGNORECASE,
)
_HOLES = {
    "who": r"(?P<who>him|her|them|everyone|everybody|(?:the|my|his|her|both|all) [a-z ]{2,28}?)",
    "who2": r"(?P<who2>him|her|them|everyone|everybody|(?:the|my|his|her|both|all) [a-z ]{2,28}?)",
    "whose": r"(?P<whose>his|her|their|the|(?:the|my) [a-z ]{2,24}?(?:'s|’s))",
    "whose2": r"(?P<whose2>his|her|their|the|(?:the|my) [a-z ]{2,24}?(?:'s|’s))",
    "they": r"(?P<they>he|she|they|(?:the|my|his|her) [a-z ]{2,28}?)",
    "tied": r"(?:put|do|tie|pin|pull|style|wear|gather|make|arrange|weave)",
}
_HOLES_ZH = {"who": r"(?P<who>[^，。]{0,12}?)", "lead": r"(?:请|帮|给|把|让|将|叫|替|为|再|就)*"}
_THEY = re.compile(
    r"(?:them|they|their|everyone|everybody|both|all)\b.*|[他她它]们.*|大家|所有人", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:him|her|his|he|she|the)?|[他她它]", re.IGNORECASE)
_STRAIGHT, _CURLY = "straight", "curly-hair"
_ARTICLE = frozenset({"ponytail", "hair-bun", BALD})
"""What there is one of."""


@cache
def _cuts() -> dict[str, Patterns[str]]:
    """By language, patterns of a clause, each with the cut that it asks for."""
    found = {}
    for language, holes in (("en", _HOLES), ("zh", _HOLES_ZH)):
        told = word_table("hairdos")[language]
        found[language] = Patterns(
            (_filled(pattern, holes), cut) for cut, patterns in told.items() for pattern in patterns
        )
    return found


def _filled(pattern: str, holes: dict[str, str]) -> str:
    for hole, source in holes.items():
        pattern = pattern.replace(f"{{{hole}}}", source)
    return pattern


def told_of_hair(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with what it says of hair told plainly; all else as it was.

    Raises:
        NotDrawable: somebody is to be bald where there is nobody.
    """
    if not _OF_HAIR.search(prompt) or _QUOTED.search(prompt):
        return prompt
    return "".join(
        part if number % 2 else _told(part, base) for number, part in enumerate(_CLAUSES.split(prompt))
    )


def _told(clause: str, base: Scene) -> str:
    bare = _AFTER.sub("", _AHEAD.sub("", clause.strip()))
    zh = re.search(r"[\u3400-\u9fff]", bare) is not None
    for pattern, cut in _cuts()["zh" if zh else "en"].fitting(bare):
        if (match := pattern.fullmatch(bare)) is not None:
            if cut == BALD and not any(is_somebody(one.kind) for one in base.objects):
                raise NotDrawable(notes.not_in_picture("人" if zh else "person", "zh" if zh else "en"))
            lead = clause[: len(clause) - len(clause.lstrip())]
            said = _zh(match, cut, base) if zh else _en(match, cut, base)
            return clause if said is None else f"{lead}{said}"
    return clause


def _about(words: str, base: Scene) -> Thing | None:
    """Who is meant where nobody is named: whom the pronoun fits, or the last that was spoken of."""
    fits = meant_by(words, base) if words and words.lower() != "the" else None
    if fits is not None and is_somebody(fits.kind):
        return fits
    focus = base.thing(base.focus) if base.focus is not None else None
    host = base.thing(focus.rel.to) if focus is not None and focus.rel is not None else None
    people = [one for one in base.objects if is_somebody(one.kind) and one.rung != "signpost"]
    return next((one for one in (focus, host, *reversed(people)) if one in people), None)


def _curls_of(who: Thing | None, base: Scene) -> bool:
    return who is not None and any(
        one.kind == _CURLY and one.rel is not None and one.rel.to == who.id for one in base.objects
    )


def _en(match: re.Match[str], cut: str, base: Scene) -> str | None:
    words = next((word for word in match.groupdict().values() if word), "")
    words = re.sub(r"(?:'s|’s)$", "", words)
    one = _about(words, base) if _PRONOUN.fullmatch(words) else None
    if _PRONOUN.fullmatch(words) and one is None:
        return None
    if cut == _STRAIGHT:
        one = one or _about("", base)
        return "remove the curly hair" if _curls_of(one, base) else None
    who = (
        "them" if _THEY.match(words) else words if one is None else called_apart(base, one.id, chinese=False)
    )
    return f"give {who} {'a ' if cut in _ARTICLE else ''}{names('en', cut)}"


def _zh(match: re.Match[str], cut: str, base: Scene) -> str | None:
    words = match["who"]
    one = _about(words, base) if _PRONOUN.fullmatch(words) else None
    if _PRONOUN.fullmatch(words) and one is None:
        return None
    if one is None and not _THEY.match(words) and not any(token.get("kinds") for token in tokenise(words)):
        return None
    if cut == _STRAIGHT:
        one = one or _about("", base)
        return "去掉卷发" if _curls_of(one, base) else None
    who = words if one is None else called_apart(base, one.id, chinese=True)
    return f"{who}换成{names('zh', cut)}"
