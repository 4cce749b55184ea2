"""What is to be of all but one, or of one alone: "everything is blue except the cat", 除了猫都变成蓝色, "only one is green".

The former is told of each of the others by name, the latter of that one, before the rest is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_ALL = r"(?P<all>everything|everyone|everybody|all(?: of (?:them|the [a-z]+)| (?:the )?(?:other )?[a-z]+s)?|they all|every (?:one|animal|[a-z]+))(?: else)?"
_SAVE = r"(?:but(?: not)?|except(?:ing)?(?: for)?|apart from|aside from|other than|save for)"
_KEPT = r"(?P<kept>(?:the |my )?[\w -]{2,24}?)"
_ENDS = r"(?=[,.;!]|$)"
_ENGLISH = (
    rf"\b(?P<verb>make|paint|turn|colou?r|dye|give|let|have|(?:put|add|draw) [^,.;]{{2,24}}? (?:on|to)) {_ALL}(?P<done> (?!but\b|except\b|apart\b|aside\b|other\b|save\b)[\w -]{{2,30}}?)?,? {_SAVE} {_KEPT}(?P<behind> (?:blue|red|green|yellow|black|white|pink|purple|orange|brown|grey|gray|bigger|smaller|larger|tiny|huge))?{_ENDS}",
    rf"(?:^|(?<=[,.;] ))(?:i want )?{_ALL} {_SAVE} {_KEPT} (?P<done>(?:is|are|should|must|has to|have to|needs?|turns?|becomes?|gets?|goes|wears?|sleeps?|smiles?|cr(?:y|ies)|to be) ?[\w -]{{0,30}}?){_ENDS}",
    rf"(?:^|(?<=[,.;] ))(?:i want )?{_ALL} (?P<done>(?!but\b|except\b)[\w -]{{3,30}}?),? {_SAVE} {_KEPT}{_ENDS}",
    rf"(?:^|(?<=[,.;] )){_SAVE} {_KEPT},? (?P<verb>make|paint|turn|colou?r|dye|give|let|have) {_ALL}(?P<done> [\w -]{{2,30}}?){_ENDS}",
    rf"(?:^|(?<=[,.;] )){_SAVE} {_KEPT},? {_ALL} (?P<done>[\w -]{{3,30}}?){_ENDS}",
)  # fmt: skip
_EVERY = "(?:(?:其他|其它|其余|剩下|别|所有|全部)的?)(?:东西|动物|小?动物们|人|一切)?"
_TOO = "(?:全都|全部|统统|通通|一律|都|全)"
_CHINESE = (
    rf"(?:把|让|给|将)?除了?(?P<kept>[^，,都]{{1,12}}?)(?:之外|以外|外)?[，,]\s*(?:把|让|给)?(?!{_EVERY})(?P<all>[\u4e00-\u9fff]{{1,5}}?){_TOO}(?P<done>[^，,。；;]+)",
    rf"(?:把|让|给|将)?(?:除了?)(?P<kept>[^，,都]{{1,12}}?)(?:之外|以外|外)?的?[，,]?\s*(?:把|让|给)?(?:{_EVERY}(?:{_TOO})?|{_TOO})(?P<done>[^，,。；;]+)",
    rf"(?:把|让|给|将)?(?P<kept>[^，,都把让给]{{1,8}}?)(?:之外|以外)的?[，,]?\s*(?:{_EVERY})?{_TOO}(?P<done>[^，,。；;]+)",
    rf"(?:把|让|给|将)?(?:{_EVERY})?{_TOO}(?P<done>[^，,。；;]+?)[，,]\s*(?:除了(?P<kept>[^，,都]{{1,8}}?)(?:之外|以外|外)?|(?P<only>[^，,都]{{1,8}}?)除外)(?=[。；;！!]|$)",
)
_FORMS = (
    *((Pattern(one), False) for one in _ENGLISH),
    *((Pattern(one, re.NOFLAG), True) for one in _CHINESE),
)
_GONE = Pattern(
    r"^(?:(?:should|must|has to|is|are|be|to) )*(?:go(?:es)?(?: away)?|disappears?|vanish(?:es)?|gone|removed|deleted|leaves?)$|^(?:被)?(?:去掉|删|不要|拿走|拿掉|消失|走开|不见)"
)
_BECOMES = re.compile(
    r"^(?:(?:should|must|has to|have to|needs? to|to) )?(?:be|is|are|turns?|becomes?|gets?|goes|look|looks)(?: all)? ",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"^(?:should|must|has to|have to|needs? to|to) ", re.IGNORECASE)
_DOES_ZH = "变改换涂弄放缩染画"
_SIDES = {"left": 0, "左": 0, "right": -1, "右": -1, "middle": 1, "centre": 1, "center": 1, "中间": 1}


def told_of_the_others(prompt: str, base: Scene) -> str:
    """The wish told of whom it is to be done to; as it is where nobody is left out, or who is left out is not there."""
    for form, chinese in _FORMS:
        if (match := form.search(prompt)) is not None:
            groups = match.groupdict()
            said = groups["kept"] or groups.get("only") or ""
            among = _of_whom(groups.get("all") or "", match[0], base)
            kept = _meant(said, base, among)
            others = [one for one in among if one.id not in kept]
            if kept and others:
                told = (
                    _in_chinese(match, said, others, base)
                    if chinese
                    else _in_english(match, said, others, base)
                )
                return prompt[: match.start()] + told + prompt[match.end() :]
    return prompt


_ONE_IS = Pattern(
    r"\b(?:only|just) (?P<who>(?:one|two|three|four)(?: of (?:them|these|the [a-z]+))?|the [a-z]+(?: one)?) (?P<be>(?:is|are|should be|must be|to be) )?(?=(?:has|have|wears?|holds?|sleeps?|smiles?|sits?|stands?|jumps?|flies|runs?)\b|(?<=be )|(?<=is )|(?<=are ))"
)


def told_of_that_one(prompt: str) -> str:
    """Only one is black: one is to be made so, and nobody goes."""
    return _ONE_IS.sub(lambda match: f"make {match['who']} " if match["be"] else f"{match['who']} ", prompt)


def _meant(said: str, base: Scene, among: Sequence[Thing]) -> set[str]:
    """Who of those is left out, by id: the middle one of the people, and not of all that is there."""
    mentions = [mention for mention in parse(said).mentions if mention.kind is not None]
    known = {mention.kind for mention in mentions}
    found = [one for one in base.objects if one.kind in known]
    found = found or [one for mention in mentions for one in called_so(base.objects, mention)]
    side = next((at for word, at in _SIDES.items() if word in said.lower()), None)
    if side is None:
        return {one.id for one in found}
    found = found or [one for one in among if one.id in base.layout and not _is_borne(one)]
    ordered = sorted(found, key=lambda one: base.layout[one.id].x if one.id in base.layout else 0.0)
    if side > 0 and len(ordered) % 2 == 0:
        return set()
    return {ordered[len(ordered) // 2 if side > 0 else side].id} if ordered else set()


def _is_borne(thing: Thing) -> bool:
    return thing.rel is not None and thing.rel.type in ("wear", "hold")


def _of_whom(every: str, said: str, base: Scene) -> list[Thing]:
    """Those who are spoken of: who lives, where everyone is, or where only the living can do it; those of a kind, where that is
    named."""
    things = [one for one in base.objects if one.rung != "signpost"]
    tokens = tokenise(said)
    lively = any(
        token.get("moods")
        or token.get("poses")
        or token.get("verbs") == "wear"
        or _is_worn(token.get("kinds"))
        for token in tokens
    )
    if lively or every.lower() in ("everyone", "everybody") or "动物" in said or "的人" in said:
        things = [one for one in things if kinds()[one.kind].alive]
    named = {mention.kind for mention in parse(every).mentions}
    called = [one for one in things if one.label and one.label in every]
    return called or [one for one in things if one.kind in named] or things


def _is_worn(kind: str | None) -> bool:
    return kind is not None and kinds()[kind].wear is not None


def _named(others: Sequence[Thing], base: Scene, *, chinese: bool) -> list[str]:
    """What each of them is called, and those of one kind together, unless one of that kind is left out."""
    told: dict[str, None] = {}
    for one in others:
        alike = sum(other.kind == one.kind for other in others)
        if alike < sum(other.kind == one.kind for other in base.objects):
            told[called_apart(base, one.id, chinese=chinese)] = None
        else:
            name = names("zh" if chinese else "en", one.kind)
            told[name if chinese else f"the {name}s" if alike > 1 else f"the {name}"] = None
    return list(told)


def _in_english(match: re.Match[str], kept: str, others: Sequence[Thing], base: Scene) -> str:
    groups = match.groupdict()
    done = f"{groups.get('done') or ''}{groups.get('behind') or ''}".strip()
    if _GONE.match(done):
        return f"keep only {kept}"
    change = _BECOMES.sub("", done)
    if change == done and groups.get("verb") is None:
        first, _, rest = _SHOULD.sub("", done).partition(" ")
        bare = {"cries": "cry"}.get(first, first.removesuffix("s"))
        change = f"{bare} {rest}".strip()
    verb = groups.get("verb") or "make"
    return ", ".join(f"{verb} {name} {change}".strip() for name in _named(others, base, chinese=False))


def _in_chinese(match: re.Match[str], kept: str, others: Sequence[Thing], base: Scene) -> str:
    done = match["done"]
    if _GONE.match(done):
        return f"只留下{kept}"
    named = "和".join(_named(others, base, chinese=True))
    return f"把{named}{done}" if done[0] in _DOES_ZH else f"{named}都{done}"
