"""Whom a pronoun means by its gender: "Mach ihn blau" is about the dog, and not about the crown that was named last.

Where a pronoun's gender is another than that of what the talk is about, and somebody in the picture has it, the pronoun is
told by that noun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import Dialect, dialect_of, look_up, part_of
from paintover.engines.illustrator.grammar.lexicon import english_words
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_PRONOUNS: Mapping[Dialect, tuple[Pattern, Mapping[str, str]]] = {
    "de": (Pattern(r"\b(?P<he>ihn|ihm|er|sie|ihr|es)\b"), {"ihn": "m", "ihm": "mn", "er": "m", "sie": "f", "ihr": "f", "es": "n"}),
    "fr": (Pattern(r"(?P<verb>\w+)-(?P<it>le|la|lui)\b(?!-)|\b(?P<he>il|elle)\b"), {"le": "m", "la": "f", "lui": "mf", "il": "m", "elle": "f"}),
    "es": (Pattern(r"\b(?P<verb>\w{2,}?)(?P<it>lo|la|le)\b|\b(?P<he>él|ella)\b"), {"lo": "m", "la": "f", "le": "mf", "él": "m", "ella": "f"}),
    "it": (Pattern(r"\b(?P<verb>\w{2,}?)(?P<it>lo|la|gli|le)\b|\b(?P<he>lui|lei)\b"), {"lo": "m", "la": "f", "gli": "m", "le": "f", "lui": "m", "lei": "f"}),
    "pt": (Pattern(r"(?P<verb>\w+)-(?P<it>l?[oa])\b|\b(?P<he>n?ele|n?ela)\b"), {"o": "m", "lo": "m", "a": "f", "la": "f", "ele": "m", "ela": "f", "nele": "m", "nela": "f"}),
    "ru": (Pattern(r"\b(?P<he>н?его|н?ему|он|её|ее|ей|неё|ней|она)\b"), {"его": "mn", "него": "mn", "ему": "mn", "нему": "mn", "он": "m", "её": "f", "ее": "f", "ей": "f", "неё": "f", "ней": "f", "она": "f"}),
}  # fmt: skip
"""By language, a pronoun, alone or behind its verb, and which genders each may be of."""
_THE: Mapping[str, Mapping[str, str]] = {
    "de": {"ihn": "den ", "ihm": "dem ", "er": "der ", "sie": "die ", "ihr": "der ", "es": "das "},
    "fr": {"m": "le ", "f": "la ", "lui/m": "au ", "lui/f": "à la "},
    "es": {"m": "el ", "f": "la ", "le/m": "al ", "le/f": "a la "},
    "it": {"m": "il ", "f": "la ", "gli": "al ", "le": "alla "},
    "pt": {"m": "o ", "f": "a ", "nele": "no ", "nela": "na "},
    "ru": {},
}
"""The article that a noun has in the pronoun's stead, by the pronoun or by its gender."""
_OF_SOMEBODY = frozenset({"ihm", "ihr", "ему", "нему", "ей", "ней", "gli", "le"})
"""Pronouns of whom something is given to."""
_BEHIND = frozenset({"gli", "le", "lui"})
"""Those whose noun stands behind what is given."""
_EITHER = "mf"
"""Of a pronoun that tells no gender: "ponle un vestido"."""
_OF_THE_WHOLE = ("times", "weathers", "seasons", "places", "styles", "festivals")
"""Roles of what "it" is to become where it is nothing in the picture: "mach es Nacht"."""


def told_by_gender(prompt: str, base: Scene) -> str:
    """The wish with a pronoun told as the one in the picture that has its gender, where what the talk is about has not."""
    dialect = dialect_of(prompt, english=english_words())
    if dialect is None or dialect not in _PRONOUNS or len(prompt) > 120:
        return prompt
    pattern, genders = _PRONOUNS[dialect]
    match = pattern.search(prompt)
    if match is None or any(token.get(role) for token in tokenise(prompt) for role in _OF_THE_WHOLE):
        return prompt
    said = {name: value for name, value in match.groupdict().items() if value}
    verb, word = said.get("verb", ""), (said.get("it") or said["he"]).lower()
    if verb and "-" not in match[0] and part_of(dialect, match[0].lower()) is None:
        return prompt  # caballo
    if word == "sie" and _are_many(base):
        return f"{prompt[: match.start()]}ihnen{prompt[match.end() :]}"
    if genders[word] == _EITHER:
        meant = _wearer(base) if _gives_a_garment(prompt) else None
    else:
        alive = word in _OF_SOMEBODY or _is_dressed(prompt) or ("he" in said and _does_something(prompt))
        meant = _meant(base, dialect, genders[word], alive=alive)
    if meant is None:
        return prompt
    gender = gender_of(meant.label, dialect) or "m" if genders[word] == _EITHER else genders[word]
    article = (
        _THE[dialect].get(word) or _THE[dialect].get(f"{word}/{gender}") or _THE[dialect].get(gender, "")
    )
    verb = verb.translate(_UNACCENTED)
    if verb and verb.endswith(word[0]) and "-" not in match[0]:
        verb = verb[:-1]
    before, rest = prompt[: match.start()] + verb, prompt[match.end() :]
    if word in _BEHIND and article.startswith(
        ("a", "à")
    ):  # "mettile un cappello": "metti un cappello alla donna"
        return f"{before}{rest.rstrip(' .!')} {article}{meant.label}"
    return f"{before}{' ' if verb else ''}{article}{meant.label}{rest}"


_UNACCENTED = str.maketrans("áéíóú", "aeiou")
"""A verb's accent, which falls when its pronoun goes: "píntalo"."""


def _are_many(base: Scene) -> bool:
    """Whether several of a kind stand there, and nobody else."""
    counts = Counter(one.kind for one in base.objects if one.rel is None)
    return len(counts) == 1 and max(counts.values()) > 1


def _gives_a_garment(prompt: str) -> bool:
    """Whether a garment is named, and nobody who is to have it: "ponle a la niña un abrigo" says who."""
    named = {kind for token in tokenise(prompt) if (kind := token.get("kinds")) is not None}
    return not named.isdisjoint(GARMENTS) and not any(kinds()[kind].alive for kind in named)


def _wearer(base: Scene) -> Thing | None:
    """The person who is meant to wear something where the talk is about an animal or a thing; None where it is not."""
    spoken_of = base.thing(base.focus or "") or next(reversed(base.objects), None)
    people = [one for one in base.objects if is_somebody(one.kind)]
    if spoken_of is None or len(people) != 1 or is_somebody(spoken_of.kind):
        return None
    rel = spoken_of.rel
    return None if rel is not None and rel.type in ATTACHED and rel.to == people[0].id else people[0]


def _is_dressed(prompt: str) -> bool:
    """Whether something is told of that is worn: who wears it is alive, and no hat."""
    named = (token.get("kinds") for token in tokenise(prompt))
    return any(kind is not None and (kind in GARMENTS or kinds()[kind].wear is not None) for kind in named)


def _does_something(prompt: str) -> bool:
    """Whether it is told what somebody does, or how they feel."""
    return any(
        token.get("poses") or token.get("moods") or token.get("verbs") in ("wear", "hold", "ride")
        for token in tokenise(prompt)
    )


def _meant(base: Scene, dialect: Dialect, genders: str, *, alive: bool) -> Thing | None:
    """The one of such a gender that is meant; None where the talk is about such a one already, or nobody is."""
    if alive and base.focus is None:
        people = [one for one in base.objects if is_somebody(one.kind)]
        if len(people) == 1 and (gender_of(people[0].label, dialect) or "-") in genders:
            return people[0]  # and no dog
    if (somebody := _only_one_alive(base, dialect, genders, alive=alive)) is not None:
        return somebody
    drawn = [one for one in base.objects if one.kind != SIGNPOST]
    spoken_of = next((one for one in drawn if one.id == base.focus), drawn[-1] if drawn else None)
    if alive and any(kinds()[one.kind].alive for one in drawn):
        if spoken_of is not None and spoken_of.rel is not None and spoken_of.rel.type in ATTACHED:
            bearer = base.thing(spoken_of.rel.to)
            bearer = None if bearer is None or not kinds()[bearer.kind].alive else bearer  # no bicycle
            if bearer is not None and (gender_of(bearer.label, dialect) or "-") in genders:
                return bearer
            spoken_of = bearer or spoken_of
        drawn = [one for one in drawn if kinds()[one.kind].alive]
    if spoken_of is None or (gender := gender_of(spoken_of.label, dialect)) is None or gender in genders:
        return None
    counts = Counter(one.kind for one in drawn)
    fitting = [
        one for one in drawn if counts[one.kind] == 1 and (gender_of(one.label, dialect) or "-") in genders
    ]
    standing = [one for one in fitting if one.rel is None or one.rel.type not in ATTACHED]
    return next(reversed(standing or fitting), None)


def _only_one_alive(base: Scene, dialect: Dialect, genders: str, *, alive: bool) -> Thing | None:
    """Who lives in the picture and has that gender, where a thing there has it, too, and the talk is of nobody, or who it is
    must be `alive`: "ela" who wears a helmet is no bicycle."""
    alike = [one for one in base.objects if (gender_of(one.label, dialect) or "-") in genders]
    living = [one for one in alike if kinds()[one.kind].alive]
    about = base.thing(base.focus or "")
    if len(living) != 1 or len(alike) == 1 or about in living:
        return None
    seat = None if living[0].rel is None else living[0].rel.to
    rides = all(one is living[0] or one.id == seat for one in alike)
    own = about is not None and about.rel is not None and about.rel.to == living[0].id
    return living[0] if (about is None and rides) or (alive and not own) else None


@cache
def gender_of(noun: str, dialect: Dialect) -> str | None:
    """The gender of a noun of that language ("m", "f" or "n"), None where that cannot be told."""
    known: Mapping[str, Mapping[str, str]] = word_table("genders")[dialect]
    found = look_up(dialect, noun.lower())
    named = [token.text.lower() for token in tokenise(noun) if token.get("kinds")]
    if found is not None and "kinds" in found[0]:  # "menina" alone might be of several languages
        named = [noun.lower()]
    if not named:
        return None
    word = named[-1].split(" ")[0]
    for gender, words in known["words"].items():
        listed = words.split()
        if word in listed or (dialect == "de" and (word[:-1] in listed or word[:-2] in listed)):
            return gender
    for gender, ends in known["ends"].items():
        if ends == "*" or word.endswith(tuple(ends.split())):
            return gender
    return None
