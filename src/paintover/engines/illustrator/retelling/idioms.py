"""What people say in short of a picture that they see: "one more", "lose the hat", "have the dog chase the cat".

Each such clause is told in the words that the grammar reads, by the patterns of `words/idioms.toml`; and "she" is whoever in
the picture may be called so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import (
    LATIN,
    UNSPACED,
    Dialect,
    dialect_of,
    dictionary,
    look_up,
)
from paintover.engines.illustrator.grammar.lexicon import english_words, names, singular_of
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.idiom_abroad import ABROAD
from paintover.engines.illustrator.retelling.idiom_people import DEEDS_OF, PEOPLE
from paintover.engines.illustrator.retelling.idiom_things import THINGS
from paintover.engines.illustrator.retelling.meant import PRONOUN, called_by, plural_of, pronoun_named
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern, Patterns

_QUOTES = re.compile(r"[“\"「『][^“”\"「」『』]*[”\"」』]")
_CLAUSES = re.compile(r"([;\n!?]+|[.,](?=\s|$)|\s+(?:and then|but also)\s+|\s+(?:and|but|then)\s+(?=(?:make|put|add|give|remove|turn|change|replace|let|have|get|move|take|bring|lose|swap|draw|use|enlarge|shrink|mirror|flip|rotate|paint|dye|delete|erase|stand|push|shift|i (?:do not|don't|want)|(?:the|his|her|its) [a-z]+ (?:should|must|needs?|a (?:bit|little))|(?:he|she|it) should|[a-z ]{3,24} instead of)\b))", re.IGNORECASE)  # fmt: skip
_COURTESY = Pattern(
    r"^(?:(?:bitte|und|jetzt|dann|kannst du|mal|et|maintenant|puis|s'il te plaît|s’il te plaît|ahora|por favor|luego|ora|adesso|poi|per favore|agora|depois|теперь|и|пожалуйста|а|please|pls|can you|could you|would you|can we|could we|now|ok(?:ay)?|great|nice|cool|hmm+|um(?=,)|so|well|and|but|then|also|maybe|perhaps|just|let's|i think|i'd like you to|i want you to|you should|try to)[\s,]+)+|[\s,]+(?:bitte|s'il te plaît|s’il te plaît|stp|por favor|per favore|пожалуйста|please|pls|thanks|thank you|now|too|as well|if possible|for me|this time|then)$"
)
_ONE_AT = Pattern(r"\bthe one (?:(?:that(?:'s| is) )?(?:on|at|in|to) the )(?:far )?(?P<side>left|right|middle|top|bottom)(?:(?: |-hand )side)?\b")  # fmt: skip
_SIDES = {"left": "links слева linke linken linker gauche izquierda sinistra esquerda 左 왼쪽 левый левого левую левое левая левой", "right": "rechts справа rechte rechten rechter droite derecha destra direita 右 오른쪽 правый правого правую правое правая правой", "middle": "mittlere mittleren 真ん中 가운데", "big": "große großen grande 大きい 큰 большой большого большую большая", "small": "kleine kleinen pequeño pequeña piccolo piccola pequeno pequena 小さい 작은 маленький маленького маленькую маленькая", "other": "andere anderen autre l'autre otro otra altro altra outro outra もう片方 다른 другой другого другую другая другое"}  # fmt: skip
_DEEDS = {"smile": "улыбнётся улыбнется lächeln sourire sonría sonreír sorridere sorrir улыбаться улыбается", "laugh": "засмеётся lachen rire ría ridere rir смеяться смеётся", "cry": "weinen pleurer llore llorar piangere chorar плакать плачет", "sleep": "поспит schlafen dormir duerma dormire спать спит", "sit": "сядет sitzen s'asseoir sentarse sedersi sentar сидеть сидит", "jump": "прыгнет springen sauter salte saltar saltare pular прыгать прыгает", "run": "rennen laufen courir corra correr correre бежать бежит", "dance": "tanzen danser baile bailar ballare dançar танцевать танцует", "fly": "fliegen voler vuele volar volare voar лететь летит", "wave": "winken saluer salude salutare acenar махать машет", "stand": "stehen", "stand up": "aufstehen", "lie down": "liegen", "rain": "regnen regen pleuvoir pleuve pluie llueva lluvia piovere piova pioggia chover chova chuva", "snow": "schneien schnee neiger neige nieve nevicare nevichi neve nevar", "under": "debajo sotto", "on top of": "encima", "next to": "lado", "behind": "detrás", "in front of": "delante"}  # fmt: skip
_MEANS = {word: english for table in (_SIDES, _DEEDS) for english, words in table.items() for word in words.split()}  # fmt: skip
_MEANS |= {"al lado": "next to", "sul": "on", "sulla": "on", "sullo": "on", "sull'": "on", "nel": "in", "nella": "in", "sotto il": "under", "sotto la": "under", "それら": "them", "彼ら": "them", "그것들": "them"}  # fmt: skip
_MEANS |= dict.fromkeys(
    [
        "elle",
        "ella",
        "lei",
        "ela",
        "ihr",
        "sie",
        "её",
        "ее",
        "ей",
        "ней",
        "неё",
        "нее",
        "она",
        "zij",
        "ze",
        "haar",
        "彼女",
        "그녀",
    ],
    "her",
)
_MEANS |= dict.fromkeys(
    [
        "il",
        "él",
        "lui",
        "ele",
        "ihm",
        "ihn",
        "er",
        "он",
        "его",
        "ему",
        "нему",
        "него",
        "нём",
        "нем",
        "hij",
        "hem",
        "彼",
    ],
    "him",
)
"""By word of any of the languages, a side, a deed or a relation in English."""


_HOLES = {**PEOPLE, **THINGS, **ABROAD}


@cache
def _idioms() -> Mapping[str, Patterns[str]]:
    """By language, in order, the patterns and what each is told as."""
    return {lang: Patterns(table.items()) for lang, table in word_table("idioms").items()}


def told_in_full(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with every such clause told at length; all else as it was."""
    if _QUOTES.search(prompt):
        return prompt
    prompt = _CONTRACTED.sub(r"\g<who> are", prompt)
    prompt = _BOTH_DO.sub(lambda match: _each_does(match, base), _ONE_AT.sub(r"the \g<side> one", prompt))
    prompt = _ON_THE_GROUND.sub(r"\g<does>", prompt)
    prompt = _NOUN_AT.sub(lambda match: _at_its_side(match, base), prompt)
    parts = _CLAUSES.split(prompt)
    joined = any(part.split()[:1] in (["and"], ["then"]) for part in parts[1::2])
    if not joined and (whole := _clause(prompt, base)) != prompt:  # "instead of the ball, a kite" is one
        return whole
    if len(parts) < 2:
        return prompt
    brings = [bool(_BRINGS.match(part)) for part in parts]
    return "".join(
        _HAS.sub(_gives, part) if any(brings[:at]) and _HAS.fullmatch(part) else _clause(part, base)
        for at, part in enumerate(parts)
    )


_BRINGS = Pattern(r"\s*(?:please |now )*(?:add|put|draw|place|bring|there(?:'s| is| should be))\b")
_HAS = Pattern(
    r"(?P<lead>\s*(?:and )?)(?P<who>he|she|it) (?:has(?: got)?|is wearing|wears|should wear|is holding|holds|is carrying|carries) (?P<what>(?:an?|some|two) [a-z ]{3,40})(?P<end>[ .!]*)"
)
"""What somebody has who has just been brought in: no one of those who are there is meant."""


def _gives(match: re.Match[str]) -> str:
    whom = {"he": "him", "she": "her"}.get(match["who"].lower(), "it")
    return f"{match['lead']}give {whom} {match['what']}{match['end']}"


_ON_THE_GROUND = Pattern(
    r"\b(?P<does>(?:sit|sits|sitting|kneel|kneels|kneeling|lie|lies|lying|sleep|sleeps|sleeping|stand|stands|standing)(?: down)?) "
    r"on the (?:ground|floor|grass|lawn|sand)\b"
)
"""Where everybody is who is on nothing."""
_NOUN_AT = Pattern(
    r"\bthe (?P<noun>[a-z]+)(?: (?:that|who|which)(?:'s| is))?(?: standing| sitting| lying)? (?:on|at|in|to) the (?:far |very )?"
    r"(?P<side>left|right|middle|cent(?:er|re))(?:(?: |-)(?:hand )?side)?\b(?! of\b)"
)
_GOES_THERE = re.compile(
    r"\b(?:put|move|place|shift|push|add|slide|drag|bring|set|draw|hang|lay|stand|sit|should be|be)\b[^,.;]*$",
    re.IGNORECASE,
)


def _at_its_side(match: re.Match[str], base: Scene) -> str:
    """The girl on the right, of several: the right girl; where something is put on the right it is no matter of which."""
    clause = re.split(r"[,.;]|\band\b", match.string[: match.start()])[-1]
    if len(called_by(match["noun"], base)) < 2 or _GOES_THERE.search(clause):
        return match[0]
    side = match["side"].lower()
    return f"the {'middle' if side.startswith('cent') else side} {match['noun']}"


_CONTRACTED = re.compile(r"\b(?P<who>they|we|you)['’]re\b", re.IGNORECASE)
_BOTH_DO = Pattern(
    r"\b(?P<order>make|let|have) (?P<one>the [a-z]+) (?P<does>[a-z]+(?: [a-z]+){0,4}?) and (?P<other>the [a-z]+) (?P<too>[a-z]+)\b"
)


def _each_does(match: re.Match[str], base: Scene) -> str:
    """ "Make the dad cook and the mum read": two orders."""
    there = all(called_by(match[name].removeprefix("the "), base) for name in ("one", "other"))
    doing = [
        token
        for token in tokenise(match["too"])
        if token.get("poses") or token.get("actions") or token.get("verbs")
    ]
    if not there or not (doing or match["too"].lower() in DEEDS_OF):
        return match[0]
    order = match["order"]
    return f"{order} {match['one']} {match['does']}, {order} {match['other']} {match['too']}"


def _clause(clause: str, base: Scene) -> str:
    bare = clause.strip(" .!?¿¡")
    while (rest := _COURTESY.sub("", bare).strip()) != bare:
        bare = rest
    if not bare or len(bare) > 120:
        return clause
    for lang in _languages(bare):
        for pattern, told in _idioms()[lang].fitting(bare) if lang in _idioms() else ():
            match = pattern.fullmatch(bare)
            if match is not None and (said := _told(match, told, base, lang)) is not None:
                lead = clause[: len(clause) - len(clause.lstrip())]
                return lead + said
    return clause


def _languages(clause: str) -> Sequence[Dialect | Literal["en"]]:
    """The languages whose idioms may stand there, that of most of its words first."""
    dialect = dialect_of(clause, english=english_words())
    if dialect is not None and dialect not in LATIN:
        return [dialect] if dialect in _idioms() else []
    if not clause.isascii() and re.search(r"[\u3000-\u9fff]", clause):
        return ["ja"]  # 友達: no kana tells it from Chinese
    words = re.findall(r"[^\W\d_]+", clause.lower())
    if dialect is None and all(word in english_words() or singular_of(word) != word for word in words):
        return ["en"]
    others = [lang for lang in LATIN if lang != dialect]
    return ["en", *others] if dialect is None else [dialect, *others, "en"]


def _told(match: re.Match[str], told: str, base: Scene, lang: Dialect | Literal["en"]) -> str | None:
    """The clause at length, None where it speaks of what the picture lacks."""
    spoken = {name: value.strip() for name, value in match.groupdict().items() if value and value.strip()}
    words = {name: value if lang == "en" else in_english(value, lang) for name, value in spoken.items()}
    for hole in re.findall(r"\{(\w+)\}", told):
        say = _HOLES[hole](words, base)
        if say is None:
            return None
        told = told.replace(f"{{{hole}}}", say)

    def meant(group: re.Match[str]) -> str:
        phrase = words.get(group[1], "")
        if told.startswith("replace") and PRONOUN.fullmatch(phrase) is not None:
            return "it"  # of what is there, the one that may become such a thing
        return pronoun_named(phrase, base)

    return re.sub(r"\\g<(\w+)>", meant, told)


def _readings(word: str, lang: Dialect) -> Mapping[str, str]:
    """What a single word of that language may mean."""
    if lang in UNSPACED:
        return dictionary(lang).words.get(word, {})
    found = look_up(lang, word.lower())
    return {} if found is None else found[0]


def in_english(phrase: str, lang: Dialect) -> str:
    """A noun phrase, a look or a deed of that language in English; what is not known stays as it is."""
    if (meant := _MEANS.get(phrase.lower())) is not None:
        return meant
    single = " " not in phrase
    found = _readings(phrase, lang) if single else {}
    if single and "kinds" not in found:
        for role, names_ in (("colours", "colours"), ("sizes", "sizes"), ("patterns", "patterns")):
            if role in found:
                return names("en", found[role], table=names_) if role != "patterns" else found[role]
    said = [mention for mention in parse(phrase).mentions if mention.kind is not None]
    known = found.get("kinds")  # "pastor" is English, too
    if len(said) == 1 and known not in (None, said[0].kind):
        said = []
    kind = said[0].kind if len(said) == 1 else known
    if kind is None:
        return phrase
    if len(said) != 1:
        return f"a {names('en', kind)}"
    one, name = said[0], names("en", kind)
    looks = [word for word in (one.side, one.size, one.pattern, one.colour) if word]
    if one.plural and not one.counted:
        return " ".join(["the"] * one.definite + [*looks, plural_of(name)])
    article = "the" if one.definite else str(one.count) if one.count > 1 else "a"
    return " ".join([article, *looks, plural_of(name) if one.count > 1 else name])
