"""What people say in a few words of the picture that they see, in other languages than Chinese and English: "näher zusammen",
"dans l'autre main", "los demás sentados", 元の色に戻して. It is told in the English that the passes for it know, of a picture whose
things have English names; what came of it has their own words again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.abroad import said_as, word_abroad
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import (
    UNSPACED,
    Dialect,
    dialect_of,
    dictionary,
    look_up,
)
from paintover.engines.illustrator.grammar.lexicon import english_words, names, vocabulary
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.idioms import in_english
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.them import came_with
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern, any_of

LONGEST = 60
"""Characters of a wish that is so short."""
_PART = re.compile(r"<(\w+)>")
_GROUP = re.compile(r"\{(\w+)\}")
_LOOKS = ("colours", "sizes", "patterns")
_DEEDS = ("poses", "moods")
_DONE = {"lie": "lie down"}


@dataclass(frozen=True, slots=True)
class _Ways:
    """How one language says so: what stands before and behind it, its relations, and each wish as it is told."""

    lead: Pattern
    end: Pattern
    at: Sequence[tuple[Pattern, str]]
    does: Sequence[tuple[Pattern, str]]
    painted: Sequence[tuple[Pattern, str]]
    told: Sequence[tuple[Pattern, str]]


@cache
def _ways() -> Mapping[str, _Ways]:
    return {
        dialect: _Ways(
            Pattern(f"^{said['parts']['lead']}"),
            Pattern(f"{said['parts']['end']}$"),
            [(Pattern(words), told) for words, told in said["at"].items()],
            [(Pattern(words), told) for words, told in said["does"].items()],
            [
                (Pattern(any_of(words)), word_table("painted")["en"][part][0])
                for part, words in word_table("painted")[dialect].items()
            ],
            [(Pattern(_filled(words, said, dialect)), told) for words, told in said["told"].items()],
        )
        for dialect, said in word_table("short").items()
    }


def _filled(words: str, said: Mapping[str, Mapping[str, str]], dialect: str) -> str:
    """The pattern with the parts that it names; `ats` is any of its relations, `painteds` any part that can have a paint."""
    painted = any_of(word for called in word_table("painted")[dialect].values() for word in called)
    parts = {**said["parts"], "ats": f"(?:{'|'.join(said['at'])})", "painteds": f"(?:{painted})"}
    return _PART.sub(lambda part: parts.get(part[1], part[0]), words)


def told_in_english(prompt: str, base: Scene) -> str | None:
    """The wish in English, where it is one of these; else None."""
    words = re.sub(r"\s+", " ", prompt).strip(" .!?。！？¡¿")
    if not words or len(words) > LONGEST or any(mark in words for mark in '“"「『«'):
        return None
    base, plain = with_english_names(base), _is_english(words)
    for dialect in _spoken(words):
        ways = _ways()[dialect]
        bare = ways.lead.sub("", words).strip(" ,、")
        for said in dict.fromkeys((bare, ways.end.sub("", bare).strip(" ,、"))):
            for pattern, told in ways.told:
                match = pattern.fullmatch(said) if said else None
                if match is None or (plain and told not in _SIZES):
                    continue
                if (english := _told(match, told, base, dialect, ways)) is not None:
                    return english
    return None


_SIZES = ("bigger", "smaller")
"""What is told of words that are English, too: "plus grand", but not "no cat" or "in orange"."""


def _is_english(words: str) -> bool:
    return words.isascii() and all(word in english_words() for word in re.findall(r"[a-z]+", words.lower()))


def _spoken(words: str) -> Sequence[Dialect]:
    """The languages that it may be in: one, or all in Latin letters where the words tell none: "plus grand"."""
    dialect = dialect_of(words, english=english_words())
    if dialect is not None:
        return [dialect] if dialect in _ways() else []
    if re.search(r"[\u3040-\u30ff]", words):
        return ["ja"]
    if not re.search(r"[^\W\d_]", words) or re.search(r"[\u3400-\u9fff]", words):
        return []
    return [lang for lang in ("de", "fr", "es", "it", "pt") if lang in _ways()]


def _told(match: re.Match[str], told: str, base: Scene, dialect: Dialect, ways: _Ways) -> str | None:
    about = base.thing(base.focus or "")
    those = [] if about is None else came_with(about, base)
    if told.startswith("several: "):
        if about is None or is_somebody(about.kind) or len(those) < 2:
            return None
        told = told.removeprefix("several: ")
    if told.startswith("focus: "):
        if about is None:
            return None
        borne = about.rel is not None and about.rel.type in ("wear", "hold")
        host = (base.thing(about.rel.to) if about.rel is not None and borne else None) or about
        told = told.removeprefix("focus: ").replace("{one_kind}", names("en", host.kind))
        told = told.replace("{root_thing}", called_apart(base, about.id, chinese=False))
    said = {re.sub(r"\d", "", name): value.strip() for name, value in match.groupdict().items() if value}
    english: dict[str, str] = {
        "those": "them" if len(those) > 1 else "it",
        "them": "them" if about is None or those else _all_that_is_borne(about, base) or "them",
        "left": "a bit more to the left",
        "right": "a bit more to the right",
    }
    for name, words in said.items():
        meant = _meant(name, words, dialect, ways)
        if meant is None:
            return None
        english[name] = meant
    if "{root}" in told:
        if (root := _root(base)) is None:
            return None
        english["root"] = root
    if "{at_whom}" in told:
        beside = _at_whom(match[0])
        if beside is None:
            return None
        english["at_whom"] = beside
    if "{other}" in told:
        people = [one for one in base.objects if is_somebody(one.kind) and one != about]
        if len(people) != 1:
            return None
        english["other"] = called_apart(base, people[0].id, chinese=False)
    if "{one_worn}" in told:
        if _worn(said["what"], dialect, base) is None:
            return None
        english["one_worn"] = english["what"]
    if "{worn}" in told:
        if (worn := _worn(said["what"], dialect, base)) is None:
            return None
        english["worn"] = worn
    return _GROUP.sub(lambda hole: english[hole[1]], told)


def _meant(name: str, words: str, dialect: Dialect, ways: _Ways) -> str | None:
    table = {"at": ways.at, "part": ways.painted, "does": ways.does}.get(name, ())
    if (told := next((told for said, told in table if said.fullmatch(words) is not None), None)) is not None:
        return told
    if name in ("at", "part"):
        return None
    if name == "look":
        return _read(words, dialect, _LOOKS)
    if name == "does":
        return _read(words, dialect, _DEEDS)
    if name == "n":
        return _NUMBERS.get(words, words)
    meant = in_english(words, dialect)
    if name == "more":
        return re.sub(r"^(\d+) ", r"\1 more ", meant) if re.match(r"\d+ ", meant) else None
    if name in ("gone", "whom"):
        return None if meant == words else f"the {_ARTICLE.sub('', meant)}"
    if name == "of" and meant != words:
        return plural_of(_ARTICLE.sub("", meant))
    return None if meant == words else meant


_NUMBERS = {
    "二": "2",
    "三": "3",
    "四": "4",
    "五": "5",
    "六": "6",
    "두": "2",
    "세": "3",
    "네": "4",
    "다섯": "5",
}
_ARTICLE = re.compile(r"^(?:an?|the|\d+) ")
_HERS = Pattern(r"(?:sie|ihr|elle|ella)$")
_BESIDE = {"neben": "next to", "hinter": "behind", "vor": "in front of", "à côté": "next to", "près": "next to", "derrière": "behind", "devant": "in front of", "al lado": "next to", "junto": "next to", "detrás": "behind", "delante": "in front of"}  # fmt: skip


def _at_whom(words: str) -> str | None:
    """Where something stands to her or him."""
    at = next((told for said, told in _BESIDE.items() if said in words), None)
    return None if at is None else f"{at} {'her' if _HERS.search(words) else 'him'}"


def _all_that_is_borne(about: Thing, base: Scene) -> str | None:
    """What whoever bears that has on and in hand: "enlève-les", of a hat and a scarf."""
    if about.rel is None or about.rel.type not in ("wear", "hold"):
        return None
    borne = [one for one in base.objects if one.rel is not None and one.rel.to == about.rel.to]
    return " and ".join(called_apart(base, one.id, chinese=False) for one in borne)


def _root(base: Scene) -> str | None:
    """Whom the talk is about, or who bears that, or the first who lives there."""
    one = base.thing(base.focus or "")
    for _ in range(2):
        if one is not None and not kinds()[one.kind].alive:
            one = base.thing(one.rel.to) if one.rel is not None else None
    living = [each for each in base.objects if kinds()[each.kind].alive]
    standing = [each for each in base.objects if each.rel is None]
    one = one or next(iter(living), None) or (standing[0] if len(standing) == 1 else None)
    return None if one is None else called_apart(base, one.id, chinese=False)


def _read(words: str, dialect: Dialect, roles: Sequence[str]) -> str | None:
    """A look or a deed, by the one word of a wish that tells it."""
    if dialect in UNSPACED:
        own = dictionary(dialect).words.get(words, {})
        if (value := next((own[role] for role in roles if role in own), None)) is not None:
            return _DONE.get(value, value)
        tokens = tokenise(words)
        told = [value for token in tokens for role in roles if (value := token.get(role))]
        if len(told) != 1 or sum(not token.get("filler") for token in tokens) > 2:
            return None
        return _DONE.get(told[0], told[0])
    found = look_up(dialect, words.lower())
    reading = {} if found is None else found[0]
    value = next((reading[role] for role in roles if role in reading), None)
    if value is None or ("kinds" in reading and roles is _DEEDS):
        return None
    return names("en", value, table="colours") if "colours" in reading else _DONE.get(value, value)


def _worn(words: str, dialect: Dialect, base: Scene) -> str | None:
    """What each of them is to get, if it can be worn or held and is nothing that is there by itself."""
    told = in_english(words, dialect)
    noun = _ARTICLE.sub("", told)
    kind = vocabulary("en").words.get(noun.split(" ")[-1], {}).get("kinds")
    if told == words or kind is None or (kinds()[kind].wear is None and kinds()[kind].height_m > 1):
        return None
    return noun if noun.endswith("s") else plural_of(noun)


_FOR_SOMEBODY = Pattern(
    r"(?:^|[ ,])(?:(?:mets|donne|ajoute|dessine|fais|enlève|colle)[- ]lui|(?:pon|da|dibúja|añáde|quíta|coloca|colóca|haz|pínta)le|(?:metti|da|dà|disegna|aggiungi|togli|fai)(?:g)?gli|(?:dê|dá|ponha|põe|coloque)[- ]lhe)\b"
)


def with_somebody_in_mind(prompt: str, base: Scene) -> Scene:
    """The picture with its only person talked about, where "ponle gafas" is for somebody and nothing was talked of yet."""
    if base.focus is not None or _FOR_SOMEBODY.search(prompt) is None:
        return base
    people = [one for one in base.objects if is_somebody(one.kind)]
    if len(people) != 1 or any(kinds()[one.kind].alive for one in named_in(prompt, base)):
        return base
    return msgspec.structs.replace(base, focus=people[0].id)


def said_abroad(why_not: str, wish: str) -> str:
    """Why the wish in English could not be done; where that is about a word which nobody said, only that it was not understood."""
    there, folded = vocabulary("en").words, wish.casefold()
    strange = any(
        word.casefold() not in folded and "kinds" not in there.get(word.lower(), {})
        for word in _SAID.findall(why_not)
    )
    return notes.not_understood("en") if strange else why_not


_SAID = re.compile("“([^”]*)”")


def with_english_names(base: Scene) -> Scene:
    """The picture with its things by English names."""
    return msgspec.structs.replace(base, objects=tuple(_in_english(one) for one in base.objects))


def _in_english(one: Thing) -> Thing:
    known = vocabulary("en").words.get(one.label.lower(), {}).get("kinds")
    if one.label.isascii() and known == one.kind:
        return one
    return msgspec.structs.replace(one, label=names("en", one.kind), lang="en")


def with_former_names(scene: Scene, base: Scene, wish: str) -> Scene:
    """The picture with what was there called as it was, and what came as its like is called, or as the language of the wish
    has it."""
    dialect = dialect_of(wish, english=english_words())
    said = {} if dialect is None else said_as(wish)
    strange = [word for kind, word in said.items() if all(one.kind != kind for one in scene.objects)]
    before = {one.id: one for one in base.objects}
    alike = {one.kind: one for one in base.objects}

    def called(one: Thing) -> Thing:
        former = before.get(one.id)
        same = former is not None and (former.kind == one.kind or _in_english(former).label == one.label)
        if (like := former if same else None) is None:
            like = None if one.kind in said else alike.get(one.kind)
        if like is not None:
            return msgspec.structs.replace(one, label=like.label, lang=like.lang)
        word = None if dialect is None else said.get(one.kind) or word_abroad(one.kind, dialect)
        word = strange[0] if word is None and len(strange) == 1 else word
        lang: Language = "zh" if dialect in UNSPACED else "en"
        return one if word is None else msgspec.structs.replace(one, label=word, lang=lang)

    return msgspec.structs.replace(scene, objects=tuple(map(called, scene.objects)))
