"""Which one is meant in other languages than Chinese and English: "das zweite Kind", "l'autre lapin", もう一匹, 다른 토끼.

Each is told by the side on which it stands, which the grammar reads of any of them; an ordinal of what is yet to come ("füge
eine zweite Katze hinzu") is left out, and "nur ein Kind" is how many there are to be. From `words/pointed.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.abroad import word_abroad
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import UNSPACED, Dialect, dialect_of, look_up
from paintover.engines.illustrator.grammar.lexicon import english_words, names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.meant import plural_of
from paintover.engines.illustrator.retelling.others import rank_across, the_other_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_ADDS = frozenset({"add", "draw"})
_NOTED = re.compile(r"^(?P<what>[\u4e00-\u9fff々]{1,8}?)(?P<does>追加|削除|変更|消去)$")
"""A change that is noted without particles: 猫削除."""
_QUOTED = re.compile(r"[“\"„«「『]")


@dataclass(frozen=True, slots=True)
class _Ways:
    """How one language says which one, and how many are to stay."""

    one: Pattern
    told: str
    sides: Mapping[str, str]
    leads: Mapping[str, str]
    ordinals: tuple[Pattern, ...]
    new: Pattern
    more: str | None
    only: Pattern


@cache
def _ways() -> Mapping[str, _Ways]:
    return {
        lang: _Ways(
            one=Pattern(said["one"]),
            told=said["told"],
            sides=said["sides"],
            leads=said.get("leads", {}),
            ordinals=tuple(Pattern(nth) for nth in said["ordinals"]),
            new=Pattern(said["new"]),
            more=said.get("more"),
            only=Pattern(said["only"]),
        )
        for lang, said in word_table("pointed")["which"].items()
    }


def told_which(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with such a one told by its side; as it is where there is none like it."""
    prompt = _NOTED.sub(r"\g<what>を\g<does>して", prompt)
    dialect = dialect_of(prompt, english=english_words())
    if dialect is None or dialect not in _ways() or len(prompt) > 200 or _QUOTED.search(prompt):
        return prompt
    ways = _ways()[dialect]
    if (told := _how_many(prompt, base, ways)) is not None:
        return told
    prompt = ways.new.sub(lambda match: _new(match, dialect, ways), prompt)
    return ways.one.sub(lambda match: _one(match, base, dialect, ways), prompt)


def _how_many(prompt: str, base: Scene, ways: _Ways) -> str | None:
    """The wish as how many there are to be, where it is that; None where it is not."""
    match = ways.only.fullmatch(prompt.strip(" .!。"))
    if match is None:
        return None
    rest = "".join(said for said in match.groups() if said)
    mentions = parse(rest).mentions
    one = mentions[0] if len(mentions) == 1 else None
    if one is None or one.kind is None or not one.counted:
        return None
    if sum(thing.kind == one.kind for thing in base.objects) <= one.count:
        return None
    name = names("en", one.kind)
    return f"only {one.count} {plural_of(name)}" if one.count > 1 else f"only one {name}"


def _new(match: re.Match[str], dialect: Dialect, ways: _Ways) -> str:
    """One more, without the ordinal."""
    if not _is_new(match, dialect):
        return match[0]
    return match["a"] if ways.more is None else ways.more.format(**match.groupdict())


def _is_new(match: re.Match[str], dialect: Dialect) -> bool:
    """Whether an ordinal is of what comes; where no article tells, by the verb, and as nobody else is spoken of."""
    if dialect not in UNSPACED and dialect != "ru":
        return True
    tokens = tokenise(match.string)
    named = {token.get("kinds") for token in tokens} - {None}
    return len(named) == 1 and any(token.get("verbs") in _ADDS for token in tokens)


def _one(match: re.Match[str], base: Scene, dialect: Dialect, ways: _Ways) -> str:
    said = match.groupdict()
    noun = said["noun"] or ""
    kind = _of_those_there(base, _kind(noun, dialect))
    if noun and kind is None and not _is_no_noun(noun, dialect, match):
        return match[0]
    among = [one for one in _standing(base) if kind is None or one.kind == kind]
    thing = _nth(base, among, said["nth"], ways) if said.get("nth") else the_other_of(base, kind or "one")
    if thing is None or thing not in among:
        return match[0]
    alike = sorted(
        (one for one in base.objects if one.kind == thing.kind), key=lambda one: rank_across(base, one)
    )
    at, last = alike.index(thing), len(alike) - 1
    side = "left" if at == 0 else "right" if at == last else "middle" if last == 2 else None
    if side is None:
        return match[0]
    named = kind is not None and kind == _kind(noun, dialect)
    name = noun if named else word_abroad(thing.kind, dialect)
    if name is None:
        return match[0]
    lead, end = said["lead"], said.get("end") or ""
    lead = ways.leads.get(lead.lower().replace("’", "'"), lead)
    told = ways.told.format(lead=lead, side=ways.sides[side], end=end, noun=name)
    if last == 0:  # of another kind than who was spoken of
        told = (
            ways.told.format(lead=lead, side="", end="", noun=name).replace("の", "", dialect == "ja").strip()
        )
    behind = f"{'' if dialect in UNSPACED else ' '}{noun}" if noun and kind is None else ""
    return told + behind + (said.get("tail") or "")


def _kind(noun: str, dialect: Dialect) -> str | None:
    if not noun:
        return None
    if dialect in UNSPACED:
        named = [kind for token in tokenise(noun) if (kind := token.get("kinds")) is not None]
        return named[0] if len(named) == 1 else None
    found = look_up(dialect, noun.lower())
    return None if found is None else found[0].get("kinds")


def _of_those_there(base: Scene, kind: str | None) -> str | None:
    """The kind; of a child or a person where there are none so called, that of the people who are there, if they are alike."""
    there = {one.kind for one in _standing(base)}
    if kind in there or kind not in ("child", "person"):
        return kind
    people = {one for one in there if is_somebody(one)}
    return people.pop() if len(people) == 1 else kind


def _is_no_noun(word: str, dialect: Dialect, match: re.Match[str]) -> bool:
    """Whether what stands there is a verb or a small word, behind who is told without a noun."""
    if dialect in UNSPACED or (dialect == "de" and word[0].isupper()):
        return False
    found = look_up(dialect, word.lower())
    if found is None:  # "le premier construit un château"
        return match.start() == 0 and _BEFORE_A_NOUN.match(match.string, match.end()) is not None
    return not {"kinds", "parts", "alone", "sides"} & found[0].keys()


_BEFORE_A_NOUN = Pattern(
    r"\s(?:une?|des|du|les?|la|una?|unos|unas|el|los|las|il|lo|gli|i|uma?|os?|as?|ein(?:e[nmr]?)?|de[nmr]|die|das|een|het)\s"
)
"""What stands behind a verb, and behind no noun."""


def _standing(base: Scene) -> list[Thing]:
    return [one for one in base.objects if one.rel is None or one.rel.type not in ATTACHED]


def _nth(base: Scene, among: list[Thing], said: str, ways: _Ways) -> Thing | None:
    """The one at that place in the row, of those of which there are several."""
    kinds_ = [one.kind for one in among]
    several = [one for one in among if kinds_.count(one.kind) > 1]
    if len({one.kind for one in several}) != 1:
        return None
    row = sorted(several, key=lambda one: rank_across(base, one))
    at = next((at for at, nth in enumerate(ways.ordinals) if nth.fullmatch(said)), None)
    if at == len(ways.ordinals) - 1:
        return row[-1]
    return None if at is None or at >= len(row) else row[at]
