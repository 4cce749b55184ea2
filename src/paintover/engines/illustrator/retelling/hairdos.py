"""What people say of somebody's hair in a picture that they see: "shave his head", 扎两个小辫子.

Each such clause is told as the cut that whoever is meant gets, which the grammar reads.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.called import WOMEN
from paintover.engines.illustrator.retelling.others import called_apart, with_whom_is_meant
from paintover.engines.illustrator.retelling.pronouns import somebody_told
from paintover.engines.illustrator.retelling.talk import clause_by_clause, somebody_meant
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import BALD, HAIR, is_drawn_with
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern, Patterns

_CLAUSES = re.compile(
    r"([，,。；;！!？?.\n]+|\s+and (?:then )?(?=(?:make|give|put|cut|shave|tie|braid|curl|let|add|remove|change|dye)\b))"
)
_QUOTED = re.compile(r"[“”\"「」『』]")
_OF_HAIR = Pattern(
    r"hair|bald|\bit (?:curly|curlier|wavy|straight|longer|shorter)|(?:cut|curl|straighten) it|shave|braid|plait|bun\b|pony ?tail|pigtail|twin ?tail|bunches|curls|perm\b|afro|bob\b|pixie|crew cut|buzz cut|chignon|knot"
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
    "they": r"(?P<they>he|she|they|(?:the|my|his|her) [a-z ]{2,28}?|dad(?:dy)?|mu?m(?:my)?|mom(?:my)?|grand(?:pa|ma|dad|mum|father|mother)|granny)",
    "tied": r"(?:put|do|tie|pin|pull|style|wear|gather|make|arrange|weave|change|turn)",
}
_HOLES_ZH = {
    "tint": r"(?:(?P<tint>[\u4e00-\u9fff]{0,2}[\u4e00-\u9fff]色|[红黄蓝绿紫粉金银白黑棕橙灰])的?)?",
    "who": r"(?P<who>[^，。]{0,12}?)",
    "lead": r"(?:请|帮|给|把|让|将|叫|替|为|再|就)*",
}
_THEY = re.compile(
    r"(?:them|they|their|everyone|everybody|both|all)\b.*|[他她它]们.*|大家|所有人", re.IGNORECASE
)
_STRAIGHT, _UNDONE, _CURLY, _GROWN = "straight", "undone", "curly-hair", "grown"
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
        NotDrawable: somebody is to be bald where there is nobody, or to have the cut that they have.
    """
    if not _OF_HAIR.search(prompt) or _QUOTED.search(prompt):
        return prompt
    return clause_by_clause(prompt, _CLAUSES, base, _told)


_OF_ALL = re.compile(r"\s*(?:头发|发型)?(?:都|全都|全部|统统|一律|各自)")


def _told(clause: str, base: Scene) -> str:
    people = [one for one in base.objects if is_somebody(one.kind)]
    if len(people) > 1 and _OF_ALL.match(clause) is not None:
        clause = f"{'她们' if all(one.kind in WOMEN for one in people) else '他们'}{clause.strip()}"
    bare = _AFTER.sub("", _AHEAD.sub("", clause.strip()))
    zh = re.search(r"[\u3400-\u9fff]", bare) is not None
    for pattern, cut in _cuts()["zh" if zh else "en"].fitting(bare):
        if (match := pattern.fullmatch(bare)) is not None:
            if _IT.search(bare) and not _is_about_hair(base):
                continue
            if cut == BALD and not any(is_somebody(one.kind) for one in base.objects):
                raise NotDrawable(notes.not_in_picture("人" if zh else "person", "zh" if zh else "en"))
            lead = clause[: len(clause) - len(clause.lstrip())]
            said = _zh(match, cut, base) if zh else _en(match, cut, base)
            return _with_whose(clause, base) if said is None else f"{lead}{said}"
    return _with_whose(clause, base)


_NOBODYS = Pattern(
    r"^(?P<lead>\s*(?:把|将|给)?)(?=头发(?:都|也|再|稍微)?(?:染|变|换|改|弄|涂|是|要|[白黑黄红灰蓝棕金紫粉绿]))",
    re.NOFLAG,
)


def _with_whose(clause: str, base: Scene) -> str:
    """头发染成黄色, of several: the hair of whom the talk is about."""
    about = base.thing(base.focus) if base.focus is not None else None
    several = sum(is_somebody(one.kind) for one in base.objects) > 1
    if about is None or not is_somebody(about.kind) or not several:
        return clause
    return _NOBODYS.sub(rf"\g<lead>{called_apart(base, about.id, chinese=True)}的", clause)


_IT = re.compile(r"\bit\b", re.IGNORECASE)


def _is_about_hair(base: Scene) -> bool:
    """Whether hair was spoken of last."""
    focus = base.thing(base.focus) if base.focus is not None else None
    last = base.objects[-1] if base.objects else None
    if focus is not None and focus.kind in HAIR:
        return True
    return (
        last is not None and last.kind in HAIR and last.rel is not None and base.focus in (None, last.rel.to)
    )


def _cuts_of(who: Thing | None, base: Scene) -> list[Thing]:
    """What somebody was told to have for hair."""
    return [
        one
        for one in base.objects
        if who is not None and one.kind in HAIR and one.rel is not None and one.rel.to == who.id
    ]


def _unless_had(who: Thing | None, cut: str, base: Scene, language: Language) -> None:
    """Raise NotDrawable if somebody has that cut already."""
    worn = _cuts_of(who, base)
    drawn = who is not None and is_drawn_with(cut, stock_of(who).art)
    if any(one.kind == cut for one in worn) or (drawn and all(one.kind == "hair" for one in worn)):
        raise NotDrawable(notes.already_so(language))


def _grown_back(one: Thing | None, base: Scene, language: Language) -> str | None:
    """What gives somebody hair who has none, or whose hair was cut; None where it is as it always was."""
    worn = {cut.kind for cut in _cuts_of(one, base)} & {BALD, _SHORT}
    if one is None or not worn:
        return None
    zh, cut = language == "zh", "hair" if BALD in worn else "long-hair"
    who = called_apart(base, one.id, chinese=zh)
    return f"{who}换成{names('zh', cut)}" if zh else f"give {who} {names('en', cut)}"


_SHORT = "short-hair"


def _only_one(base: Scene) -> Thing | None:
    """Who alone has no hair, or cut hair."""
    shorn = [one for one in base.objects if {cut.kind for cut in _cuts_of(one, base)} & {BALD, _SHORT}]
    return shorn[0] if len(shorn) == 1 else None


def _curls_of(who: Thing | None, base: Scene) -> bool:
    return any(one.kind == _CURLY for one in _cuts_of(who, base))


def _en(match: re.Match[str], cut: str, base: Scene) -> str | None:
    told = match.groupdict()
    words = next((word for name, word in told.items() if word and name not in ("tint", "dye")), "")
    words = re.sub(r"(?:'s|’s)$", "", words)
    words = with_whom_is_meant(words, base) if words.endswith("one") else words
    one = somebody_told(words, base)
    if one is None and not words.strip("他她它"):
        return None
    if cut == _GROWN:
        one = one or (somebody_meant(words, base) if words else _only_one(base))
        return _grown_back(one, base, "en")
    if cut == _STRAIGHT:
        one = one or somebody_told("", base)
        return "remove the curly hair" if _curls_of(one, base) else None
    if cut == _UNDONE:
        worn = _cuts_of(one or somebody_told("", base), base)
        return f"remove {called_apart(base, worn[-1].id, chinese=False)}" if worn else None
    tint = next((f"{match[name]} " for name in ("tint", "dye") if match.groupdict().get(name)), "")
    if not tint:
        _unless_had(one, cut, base, "en")
    who = (
        "them" if _THEY.match(words) else words if one is None else called_apart(base, one.id, chinese=False)
    )
    return f"give {who} {'a ' if cut in _ARTICLE else ''}{tint}{names('en', cut)}"


def _zh(match: re.Match[str], cut: str, base: Scene) -> str | None:
    words = with_whom_is_meant(match["who"], base) if "那" in match["who"] else match["who"]
    one = somebody_told(words, base)
    if one is None and not words.strip("他她它"):
        return None
    if one is None and not _THEY.match(words) and not any(token.get("kinds") for token in tokenise(words)):
        return None
    if cut == _STRAIGHT:
        one = one or somebody_told("", base)
        return "去掉卷发" if _curls_of(one, base) else None
    if cut == _GROWN:
        return _grown_back(one or _only_one(base), base, "zh")
    who = words if one is None else called_apart(base, one.id, chinese=True)
    if (tint := match.groupdict().get("tint")) is None:
        _unless_had(one, cut, base, "zh")
    return f"{who}换成{tint or ''}{'的' if tint else ''}{names('zh', cut)}"
