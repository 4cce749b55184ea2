"""What people say in short of a picture that they see: "one more", "lose the hat", "have the dog chase the cat".

Each such clause is told in the words that the grammar reads, by the patterns of `words/idioms.toml`; and "she" is whoever in
the picture may be called so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import (
    LATIN,
    UNSPACED,
    Dialect,
    dialect_of,
    dictionary,
    look_up,
)
from paintover.engines.illustrator.grammar.lexicon import english_words, names, singular_of, tokenise
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.retelling.called import called_so, has_of_its_own
from paintover.engines.illustrator.retelling.others import is_aside
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.likeness import LIKE, is_somebody, likeness
from paintover.engines.illustrator.wording import Pattern, Patterns

_QUOTES = re.compile(r"[“\"「『][^“”\"「」『』]*[”\"」』]")
_CLAUSES = re.compile(r"([;\n!?]+|[.,](?=\s|$)|\s+(?:and then|but also)\s+|\s+(?:and|but|then)\s+(?=(?:make|put|add|give|remove|turn|change|replace|let|have|get|move|take|bring|lose|swap|draw|use|enlarge|shrink|mirror|flip|rotate|paint|dye|delete|erase|stand|push|shift|i (?:do not|don't|want)|(?:the|his|her|its) [a-z]+ (?:should|must|needs?|a (?:bit|little))|(?:he|she|it) should|[a-z ]{3,24} instead of)\b))", re.IGNORECASE)  # fmt: skip
_COURTESY = Pattern(
    r"^(?:(?:bitte|und|jetzt|dann|kannst du|mal|et|maintenant|puis|s'il te plaît|s’il te plaît|ahora|por favor|luego|ora|adesso|poi|per favore|agora|depois|теперь|и|пожалуйста|а|please|pls|can you|could you|would you|can we|could we|now|ok(?:ay)?|great|nice|cool|hmm+|um|so|well|and|but|then|also|maybe|perhaps|just|let's|i think|i'd like you to|i want you to|you should|try to)[\s,]+)+|[\s,]+(?:bitte|s'il te plaît|s’il te plaît|stp|por favor|per favore|пожалуйста|please|pls|thanks|thank you|now|too|as well|if possible|for me|this time|then)$"
)
_ONE_AT = Pattern(r"\bthe one (?:(?:that(?:'s| is) )?(?:on|at|in|to) the )(?:far )?(?P<side>left|right|middle|top|bottom)(?:(?: |-hand )side)?\b")  # fmt: skip
_ORDER = re.compile(r"(?:make|paint|colou?r|turn|dye|put|add|draw|give|let|have|move|change|remove|replace|set|place|keep|with|all|both|every|each|one|two|three|no)\b", re.IGNORECASE)  # fmt: skip
_PRONOUN = re.compile(r"(?:it|him|her|them|he|she|that|this|this one|that one)", re.IGNORECASE)


_SIDES = {"left": "links слева linke linken linker gauche izquierda sinistra esquerda 左 왼쪽 левый левого левую левое левая левой", "right": "rechts справа rechte rechten rechter droite derecha destra direita 右 오른쪽 правый правого правую правое правая правой", "middle": "mittlere mittleren 真ん中 가운데", "big": "große großen grande 大きい 큰 большой большого большую большая", "small": "kleine kleinen pequeño pequeña piccolo piccola pequeno pequena 小さい 작은 маленький маленького маленькую маленькая", "other": "andere anderen autre l'autre otro otra altro altra outro outra もう片方 다른 другой другого другую другая другое"}  # fmt: skip
_DEEDS = {"smile": "улыбнётся улыбнется lächeln sourire sonría sonreír sorridere sorrir улыбаться улыбается", "laugh": "засмеётся lachen rire ría ridere rir смеяться смеётся", "cry": "weinen pleurer llore llorar piangere chorar плакать плачет", "sleep": "поспит schlafen dormir duerma dormire спать спит", "sit": "сядет sitzen s'asseoir sentarse sedersi sentar сидеть сидит", "jump": "прыгнет springen sauter salte saltar saltare pular прыгать прыгает", "run": "rennen laufen courir corra correr correre бежать бежит", "dance": "tanzen danser baile bailar ballare dançar танцевать танцует", "fly": "fliegen voler vuele volar volare voar лететь летит", "wave": "winken saluer salude salutare acenar махать машет", "stand": "stehen", "stand up": "aufstehen", "lie down": "liegen", "rain": "regnen regen pleuvoir pleuve pluie llueva lluvia piovere piova pioggia chover chova chuva", "snow": "schneien schnee neiger neige nieve nevicare nevichi neve nevar", "under": "debajo sotto", "on top of": "encima", "next to": "lado", "behind": "detrás", "in front of": "delante"}  # fmt: skip
_MEANS = {word: english for table in (_SIDES, _DEEDS) for english, words in table.items() for word in words.split()}  # fmt: skip
_MEANS |= {"al lado": "next to", "sul": "on", "sulla": "on", "sullo": "on", "sull'": "on", "nel": "in", "nella": "in", "sotto il": "under", "sotto la": "under", "それら": "them", "彼ら": "them", "그것들": "them"}  # fmt: skip
"""By word of any of the languages, a side, a deed or a relation in English."""


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
    return "".join(_clause(part, base) for part in parts) if len(parts) > 1 else prompt


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
    if len(_called(match["noun"], base)) < 2 or _GOES_THERE.search(clause):
        return match[0]
    side = match["side"].lower()
    return f"the {'middle' if side.startswith('cent') else side} {match['noun']}"


_CONTRACTED = re.compile(r"\b(?P<who>they|we|you)['’]re\b", re.IGNORECASE)
_BOTH_DO = Pattern(
    r"\b(?P<order>make|let|have) (?P<one>the [a-z]+) (?P<does>[a-z]+(?: [a-z]+){0,4}?) and (?P<other>the [a-z]+) (?P<too>[a-z]+)\b"
)


def _each_does(match: re.Match[str], base: Scene) -> str:
    """ "Make the dad cook and the mum read": two orders."""
    there = all(_called(match[name].removeprefix("the "), base) for name in ("one", "other"))
    doing = [
        token
        for token in tokenise(match["too"])
        if token.get("poses") or token.get("actions") or token.get("verbs")
    ]
    if not there or not (doing or match["too"].lower() in _DEEDS_OF):
        return match[0]
    order = match["order"]
    return f"{order} {match['one']} {match['does']}, {order} {match['other']} {match['too']}"


_DEEDS_OF = {"cook": "cooking", "bake": "baking", "knit": "knitting", "fish": "fishing", "garden": "gardening", "paint": "painting", "draw": "drawing", "iron": "ironing", "sew": "sewing", "shop": "shopping", "ski": "skiing", "surf": "surfing", "skate": "skating"}  # fmt: skip
"""What is read as a thing unless it ends in -ing."""


def _doing(words: Mapping[str, str], base: Scene) -> str | None:
    return _DEEDS_OF.get(words["does"].lower())


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
    words = {name: value if lang == "en" else _in_english(value, lang) for name, value in spoken.items()}
    for hole in re.findall(r"\{(\w+)\}", told):
        say = _HOLES[hole](words, base)
        if say is None:
            return None
        told = told.replace(f"{{{hole}}}", say)

    def meant(group: re.Match[str]) -> str:
        phrase = words.get(group[1], "")
        if told.startswith("replace") and _PRONOUN.fullmatch(phrase) is not None:
            return "it"  # of what is there, the one that may become such a thing
        return _meant(phrase, base)

    return re.sub(r"\\g<(\w+)>", meant, told)


def _readings(word: str, lang: Dialect) -> Mapping[str, str]:
    """What a single word of that language may mean."""
    if lang in UNSPACED:
        return dictionary(lang).words.get(word, {})
    found = look_up(lang, word.lower())
    return {} if found is None else found[0]


def _in_english(phrase: str, lang: Dialect) -> str:
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
    looks = [word for word in (one.size, one.pattern, one.colour) if word]
    if one.plural and not one.counted:
        return " ".join(["the"] * one.definite + [*looks, _plural(name)])
    article = "the" if one.definite else str(one.count) if one.count > 1 else "a"
    return " ".join([article, *looks, _plural(name) if one.count > 1 else name])


def _plural(name: str) -> str:
    return name if singular_of(name) != name or name.endswith("s") else f"{name}s"


def _meant(phrase: str, base: Scene) -> str:
    """The phrase, of which a pronoun alone is told as what it means."""
    if _PRONOUN.fullmatch(phrase) is None or phrase.lower() == "them":
        return phrase
    one = _spoken_of(base)
    return phrase if one is None else f"the {_name(one)}"


def _name(thing: Thing) -> str:
    return names("en", thing.kind)


def _spoken_of(base: Scene) -> Thing | None:
    """What the talk is about, if there is but one of its kind."""
    one = _salient(base)
    if one is None or sum(thing.kind == one.kind for thing in base.objects) > 1:
        return None
    return one


def _salient(base: Scene) -> Thing | None:
    drawn = [thing for thing in base.objects if thing.kind != SIGNPOST]
    focus = next((thing for thing in drawn if thing.id == base.focus), None)
    return focus or (drawn[-1] if drawn else None)


def _actor(base: Scene) -> Thing | None:
    """Of what "one more" is one: what was spoken of, or the newest that lives, or stands for itself."""
    one = next((thing for thing in base.objects if thing.id == base.focus), None)
    if one is not None and (one.rel is None or one.rel.type not in ("wear", "hold") or not one.rel.part):
        return one
    standing = [
        thing
        for thing in base.objects
        if thing.kind != SIGNPOST and (thing.rel is None or thing.rel.type not in ("wear", "hold"))
    ]
    living = [thing for thing in standing if kinds()[thing.kind].alive]
    return next(reversed(living or standing), None)


def _another(words: Mapping[str, str], base: Scene) -> str | None:
    if "who" in words and _PRONOUN.fullmatch(words["who"]) is None:
        said = [mention.kind for mention in parse(words["who"]).mentions if mention.kind is not None]
        there = {thing.kind for thing in base.objects}
        return names("en", said[0]) if said and said[0] in there else None
    one = _actor(base)
    return None if one is None else _name(one)


def _it(words: Mapping[str, str], base: Scene) -> str | None:
    if "who" in words:
        return _meant(words["who"], base)
    one = _actor(base)
    return None if one is None else f"the {_name(one)}"


def _main(words: Mapping[str, str], base: Scene) -> str | None:
    """Whom the picture is about, where there is more in it."""
    standing = [one for one in base.objects if one.rel is None or one.rel.type not in ATTACHED]
    living = [one for one in standing if kinds()[one.kind].alive and not _is_small_life(one)]
    chosen = living or standing[:1]
    attached = {
        one.id for one in base.objects if one.rel is not None and one.rel.to in {two.id for two in chosen}
    }
    if not chosen or len(chosen) + len(attached) == len(base.objects):
        return None
    return " and ".join(dict.fromkeys(f"the {_name(one)}" for one in chosen))


def _is_small_life(one: Thing) -> bool:
    """Butterflies and bees, which go with a background."""
    return kinds()[one.kind].height_m < 0.12


def _back(words: Mapping[str, str], base: Scene) -> str | None:
    phrase = next((words[name] for name in ("what", "also", "too") if name in words), "")
    said = [mention for mention in parse(phrase).mentions if mention.kind is not None]
    if not said or any(thing.kind == said[0].kind for thing in base.objects):
        return None
    article = "some" if said[0].plural else "a"
    return re.sub(r"^(?:the|that|its|his|her|their)\b", article, phrase.strip(), flags=re.IGNORECASE)


def _what(words: Mapping[str, str], base: Scene) -> str | None:
    if told := words.get("what") or words.get("also"):
        return told
    one = _salient(base)
    return None if one is None else f"the {_name(one)}"


def _bearer(words: Mapping[str, str], base: Scene) -> str | None:
    """What it is on or in; None where it stands on the ground."""
    if told := words.get("what") or words.get("also"):
        one = next(iter(_called(re.sub(r"^the ", "", told), base)), None)
    else:
        one = _salient(base)
    if (
        one is None
        or one.rel is None
        or one.rel.type not in ("on", "inside")
        or one.rel.part in ("head", "neck", "eyes")
    ):
        return None
    host = base.thing(one.rel.to)
    return None if host is None else f"the {_name(host)}"


_SEASONS = {"spring": "summer", "summer": "autumn", "autumn": "winter", "winter": "spring", "": "autumn"}
_MOUNTS = (
    "horse",
    "unicorn",
    "camel",
    "elephant",
    "donkey",
    "dragon",
    "bicycle",
    "motorcycle",
    "scooter",
    "ox",
)


def _season(words: Mapping[str, str], base: Scene) -> str | None:
    return _SEASONS.get(base.env.season, "winter")


def _side(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("side") or words.get("also") or "other"


def _mount(words: Mapping[str, str], base: Scene) -> str | None:
    if told := words.get("what") or words.get("also"):
        return told
    there = {thing.kind for thing in base.objects}
    kind = next((kind for kind in _MOUNTS if kind in there), None)
    return None if kind is None else f"the {names('en', kind)}"


def _alike(phrase: str, base: Scene) -> list[Thing]:
    """All in the picture that a plural names."""
    said = {mention.kind for mention in parse(phrase).mentions}
    return [thing for thing in base.objects if thing.kind in said]


def _more(words: Mapping[str, str], base: Scene) -> str | None:
    """How many more: of what is there already, and only so."""
    return "two" if _alike(words["what"], base) else None


def _fewer(words: Mapping[str, str], base: Scene) -> str | None:
    """About half of them, but not all."""
    phrase = words.get("what") or words["also"]
    many = len(_alike(phrase, base))
    return None if many < 2 else f"{many // 2} {phrase}"


def _kinds(words: Mapping[str, str], base: Scene) -> str | None:
    """All that are like the one that was spoken of last; None where it is the only one."""
    one = next((thing for thing in base.objects if thing.id == base.focus), None)
    if one is None or sum(thing.kind == one.kind for thing in base.objects) < 2:
        return None
    return f"the {_plural(_name(one))}"


def _root(words: Mapping[str, str], base: Scene) -> str | None:
    """What everything that was spoken of stands on: the shelf of the globe on the shelf."""
    one = _actor(base)
    for _ in base.objects:
        if one is None or one.rel is None or one.rel.type not in ("on", "inside") or one.rel.part:
            break
        if one.kind in _TOPPED:
            break
        one = base.thing(one.rel.to)
    return None if one is None else f"the {_name(one)}"


_TOPPED = frozenset({"cake", "birthday-cake", "cupcake", "ice-cream", "sundae", "pancakes", "pie", "pizza", "custard", "spaghetti", "meatballs"})  # fmt: skip
"""What has something on top itself, and not the table under it."""


def _old(words: Mapping[str, str], base: Scene) -> str | None:
    """What gives way, which must be there."""
    phrase = words.get("old") or words.get("too") or ""
    noun = re.sub(r"^(?:an?|the) ", "", phrase)
    return f"the {noun}" if noun and _called(noun, base) else None


def _kept(words: Mapping[str, str], base: Scene) -> str | None:
    noun = re.sub(r"^(?:an?|the) ", "", words.get("kept") or words.get("also") or "")
    return f"the {noun}" if noun and _called(noun, base) else None


def _called(noun: str, base: Scene) -> list[Thing]:
    """All in the picture that go by a noun, by their own name or another."""
    return [
        thing for mention in parse(f"the {noun}").mentions for thing in called_so(base.objects, mention)
    ] or _alike(noun, base)


def _one_noun(words: Mapping[str, str], base: Scene) -> str | None:
    noun = re.sub(r"^(?:an?|the) ", "", words.get("noun") or "one")
    return noun if any(mention.kind for mention in parse(f"the {noun}").mentions) else "one"


def _look(words: Mapping[str, str], base: Scene) -> str | None:
    """How it is to look: a colour, a size or a pattern."""
    told = words.get("how") or words.get("look") or ""
    return told if _is_look(told) else None


def _is_look(word: str) -> bool:
    tokens = tokenise(word)
    return len(tokens) == 1 and any(tokens[0].get(role) for role in ("colours", "sizes", "patterns"))


def _first_look(words: Mapping[str, str], base: Scene) -> str | None:
    return words["a"] if _is_look(words["a"]) else None


def _second_look(words: Mapping[str, str], base: Scene) -> str | None:
    return words["b"] if _is_look(words["b"]) else None


def _worn(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("worn") or words.get("also")


def _where(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("rel")


def _weather(words: Mapping[str, str], base: Scene) -> str | None:
    told = words.get("does") or words.get("also")
    return told if told in ("rain", "snow") else None


def _does(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("does") or words.get("b")


def _whom(words: Mapping[str, str], base: Scene) -> str | None:
    """Who is meant; the one that is talked about where nobody is named."""
    phrase = words.get("who") or words.get("a")
    if phrase == "them":
        return phrase
    if phrase is not None and (_called(re.sub(r"^(?:an?|the) ", "", phrase), base) or _names_a_thing(phrase)):
        return re.sub(r"^an? ", "the ", phrase)
    if phrase is not None and " " in phrase:
        return None  # "la voile": a noun that nobody knows
    living = [one for one in base.objects if kinds()[one.kind].alive]
    one = next((one for one in living if one.id == base.focus), None) or next(reversed(living), None)
    return None if one is None else f"the {_name(one)}"


def _names_a_thing(phrase: str) -> bool:
    """Whether it is a noun of its own, so that nobody else is meant where the picture lacks it."""
    return _PRONOUN.fullmatch(phrase) is None and any(
        mention.kind is not None and not mention.pronoun for mention in parse(phrase).mentions
    )


def _a_look(words: Mapping[str, str], base: Scene) -> str | None:
    noun = re.sub(r"^(?:an?|the) ", "", words["worn"])
    return f"a {words['how']} {noun}" if _is_look(words["how"]) else None


def _sizes(words: Mapping[str, str], base: Scene) -> str | None:
    """Two that are to have each other's size: the larger one smaller, the smaller one larger."""
    standing = [
        one
        for one in base.objects
        if one.id in base.layout and (one.rel is None or one.rel.type not in ATTACHED)
    ]
    if len(standing) != 2 or standing[0].kind == standing[1].kind:
        return None
    small, large = sorted(standing, key=lambda one: base.layout[one.id].box[3] - base.layout[one.id].box[1])
    return f"make the {_name(large)} smaller and make the {_name(small)} bigger"


def _into(words: Mapping[str, str], base: Scene) -> str | None:
    """What something of the same sort may become: tea coffee, but no look."""
    new = words["new"]
    if not any(token.get("kinds") for token in tokenise(new)) or _is_look(new):
        return None
    old = _called(words["old"].removeprefix("the "), base)
    said = parse(new).mentions
    if len(said) != 1 or said[0].kind is None or not old or said[0].kind == old[0].kind:
        return None
    return new if likeness(old[0].kind, said[0].kind) >= LIKE else None


def _elsewhere(words: Mapping[str, str], base: Scene) -> str | None:
    """What is to be put to a thing that is not there yet."""
    ground = _ground(words, base)
    return None if ground is None or _alike(words["ground"], base) else ground


def _container(words: Mapping[str, str], base: Scene) -> str | None:
    """What something may be in: the newest thing that does not live and that nobody wears."""
    able = [one for one in base.objects if not kinds()[one.kind].alive and kinds()[one.kind].wear is None]
    one = next((one for one in able if one.id == base.focus), None) or next(reversed(able), None)
    return None if one is None else f"the {_name(one)}"


def _two(words: Mapping[str, str], base: Scene) -> str | None:
    """The only two that stand there, by name, or as the left and the right one."""
    standing = [one for one in base.objects if one.rel is None or one.rel.type not in ATTACHED]
    living = [one for one in standing if kinds()[one.kind].alive]
    pair = living if len(living) == 2 else standing
    if len(pair) != 2:
        pair = [one for one in base.objects if one.rel is not None and one.rel.type == "on"]
    if len(pair) != 2:
        return None
    if pair[0].kind == pair[1].kind:
        return f"the left {_name(pair[0])} and the right {_name(pair[0])}"
    return f"the {_name(pair[0])} and the {_name(pair[1])}"


def _pair(words: Mapping[str, str], base: Scene) -> str | None:
    """Who does it, and with what: of "let her hug it", where she is talked about, the other one there."""
    people = [one for one in base.objects if is_somebody(one.kind)]
    about = base.thing(base.focus or "")
    who = (
        _one(words["a"], base)
        if words["a"].startswith("the ")
        else about
        if about in people
        else next(iter(people), about)
    )
    if who is None:
        return None
    others = [one for one in base.objects if one is not who and (one.rel is None or not one.rel.part)]
    whom = _one(words["b"], base) if words["b"].startswith("the ") else next(reversed(others), None)
    return None if whom is None or whom is who else f"the {_name(who)} {words['does']} the {_name(whom)}"


def _laid(words: Mapping[str, str], base: Scene) -> str | None:
    """One more of what lies in or on something, there too."""
    noun = re.sub(r"^(?:an?|the|\d+) ", "", words.get("noun") or words["also"])
    alike = _alike(noun, base)
    if not alike:
        return None
    where = {
        one.rel.to
        for one in alike
        if one.rel is not None and one.rel.type in ("on", "inside") and not one.rel.part
    }
    host = base.thing(next(iter(where))) if len(where) == 1 else None
    if host is None or any(one.rel is None for one in alike):
        return None
    inside = alike[0].rel is not None and alike[0].rel.type == "inside"
    return f"{noun} {'in' if inside else 'on'} the {_name(host)}"


def _thawed(words: Mapping[str, str], base: Scene) -> str | None:
    """The place as it is once the snow is gone; None where none lies."""
    return "in a meadow, sunny" if base.env.place == "snow" else None


_MANY = {
    word: number
    for number, words in enumerate(("ein eine einen un une una um uma", "zwei deux dos due dois duas", "drei trois tres tre três", "vier quatre cuatro quattro quatro"), 1)
    for word in words.split()
}  # fmt: skip


def _so_many(words: Mapping[str, str], base: Scene) -> str | None:
    """So many of those that are there."""
    many, noun = _MANY.get(words["many"].lower()), re.sub(r"^(?:an?|the|\d+) ", "", words["what"])
    if many is None or not _called(noun, base):
        return None
    return f"{many} {noun}"


def _becomes(words: Mapping[str, str], base: Scene) -> str | None:
    """A thing that what is there may become; no look and no place."""
    said = parse(words["new"])
    known = len(said.mentions) == 1 and said.mentions[0].kind is not None and said.place is None
    return words["new"] if known and said.time is None and re.match(r"an? ", words["new"]) else None


def _them_or_one(words: Mapping[str, str], base: Scene) -> str | None:
    return "them" if words["who"].lower() == "les" else _whom(words, base)


def _taken(words: Mapping[str, str], base: Scene) -> str | None:
    """Who comes out of something, and who is in or on that."""
    one, host = _one(words["what"], base), _one(words["of"].partition(" ")[2], base)
    if one is None or host is None or one.rel is None or one.rel.to != host.id:
        return None
    return f"the {_name(one)}"


def _from(words: Mapping[str, str], base: Scene) -> str | None:
    host = _one(words["of"].partition(" ")[2], base)
    return None if host is None else f"the {_name(host)}"


def _chaser(words: Mapping[str, str], base: Scene) -> str | None:
    return f"the {words['a']}" if _called(words["a"], base) else None


def _chased(words: Mapping[str, str], base: Scene) -> str | None:
    return f"the {words['b']}" if _called(words["b"], base) else None


def _second(words: Mapping[str, str], base: Scene) -> str | None:
    """One more of what is there, at a place that is told; the other side is where there is room."""
    found = _alike(words["noun"], base) or _called(words["noun"], base)
    if not found:
        return None
    where = words.get("where", "")
    return f"{_name(found[-1])} {'' if 'other side' in where else where}".strip()


def _number(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("number") or words.get("also")


def _placed(words: Mapping[str, str], base: Scene) -> str | None:
    """What can be put somewhere: a known thing that is not there yet."""
    said = parse(words["what"]).mentions
    if len(said) != 1 or said[0].kind is None or _alike(words["what"], base):
        return None
    counted = said[0].counted or said[0].plural
    return words["what"] if counted else f"a {words['what']}"


def _there(words: Mapping[str, str], base: Scene) -> str | None:
    """What is there and named by its noun alone."""
    if _ORDER.match(words["there"]) is not None:
        return None
    said = parse(words["there"]).mentions
    if len(said) != 1 or said[0].kind is None or said[0].colour or not _alike(words["there"], base):
        return None
    return f"the {words['there'].removeprefix('the ')}"


def _bearing(words: Mapping[str, str], base: Scene) -> str | None:
    """Who may wear or hold something, where the words name nothing but such things."""
    said = parse(words["worn"]).mentions
    if not said or any(one.kind is None or kinds()[one.kind].wear is None for one in said):
        return None
    living = [one for one in base.objects if kinds()[one.kind].alive]
    focus = [one for one in living if one.id == base.focus]
    if not living or (not focus and len({one.kind for one in living}) > 1):
        return None
    one = (focus or living)[-1]
    return "them" if sum(two.kind == one.kind for two in living) > 1 else f"the {_name(one)}"


def _them(words: Mapping[str, str], base: Scene) -> str | None:
    """What may lie somewhere: the only thing there is, or all of few that do not live."""
    standing = [one for one in base.objects if one.rel is None or one.rel.type not in ATTACHED]
    if not 1 <= len(standing) <= 4 or not words["ground"]:
        return None
    if len(standing) == 1:
        return f"the {_name(standing[0])}"
    return None if any(kinds()[one.kind].alive for one in standing) else "them"


def _ground(words: Mapping[str, str], base: Scene) -> str | None:
    """A thing that can be drawn, and no place."""
    said = parse(words["ground"])
    known = len(said.mentions) == 1 and said.mentions[0].kind is not None and said.place is None
    return words["ground"] if known and kinds()[said.mentions[0].kind or ""].wear is None else None


def _one(phrase: str, base: Scene) -> Thing | None:
    if _PRONOUN.fullmatch(phrase) is not None:
        return _actor(base)
    found = _alike(phrase, base) or _called(re.sub(r"^(?:the|an?) ", "", phrase), base)
    return found[0] if found else None


def _towards(words: Mapping[str, str], base: Scene) -> str | None:
    """Who turns, and to which side the other is; the face alone of who is drawn from the front."""
    who, whom = words.get("a") or words["c"], words.get("b") or words["d"]
    one, other = _one(who, base), _one(whom, base)
    if one is None or other is None or one is other:
        return None
    stands, looks = base.layout.get(one.id), base.layout.get(other.id)
    if stands is None or looks is None:
        return None
    if len(figure_of(one).anchors.eyes) == 2:
        return f"the {_name(one)} looking at the {_name(other)}"
    return f"turn the {_name(one)} to face {'left' if looks.x < stands.x else 'right'}"


def _everyone(words: Mapping[str, str], base: Scene) -> str | None:
    """All who are there and can wear something."""
    return "them all" if any(is_somebody(one.kind) for one in base.objects) else None


def _clothes(words: Mapping[str, str], base: Scene) -> str | None:
    """What is to be put on somebody, if that is worn."""
    said = parse(words["worn"]).mentions
    fits = len(said) == 1 and said[0].kind is not None and bool(kinds()[said[0].kind].wear)
    return words["worn"] if fits else None


def _shaved(words: Mapping[str, str], base: Scene) -> str | None:
    """What grows in the face of somebody there."""
    grown = next((one for one in base.objects if one.kind in ("beard", "moustache", "long-beard")), None)
    return None if grown is None else f"the {_name(grown)}"


def _somewhere(words: Mapping[str, str], base: Scene) -> str | None:
    """The place to which those are to be taken who are there, where it is no thing of the picture."""
    there = _PRONOUN.fullmatch(words["who"]) is not None or bool(
        _called(words["who"].removeprefix("the "), base)
    )
    bare = re.sub(r"^(?:an?|the) ", "", words["ground"])
    read = [token for token in tokenise(bare) if not token.get("filler")]
    place = read[0].get("places") if len(read) == 1 else None
    is_thing = bool(_called(bare, base)) or (read[0].get("kinds") is not None and place not in INDOORS)
    if place is None or not there or is_thing or place == base.env.place:
        return None
    return words["ground"]


def _each_other(words: Mapping[str, str], base: Scene) -> str | None:
    """The two that are named, or the only two that live, each turned to the other."""
    if "c" in words:
        pair = [_one(words["c"], base), _one(words["d"], base)]
    else:
        pair = [one for one in base.objects if kinds()[one.kind].alive]
    if len(pair) != 2 or None in pair:
        return None
    names_of = [f"the {_name(one)}" for one in pair if one is not None]
    said = [_towards({"a": a, "b": b}, base) for a, b in (names_of, reversed(names_of))]
    return None if None in said else ", ".join(each for each in said if each is not None)


def _moved(words: Mapping[str, str], base: Scene) -> str | None:
    """Who feels something about another: the face, turned to that one where it can be."""
    one, other = _one(words["a"], base), _one(words["b"], base)
    moods = [token.get("moods") for token in tokenise(words["mood"])]
    if one is None or other is None or one is other or len(moods) != 1 or moods[0] is None:
        return None
    turned = _towards({"a": f"the {_name(one)}", "b": f"the {_name(other)}"}, base)
    return f"make the {_name(one)} {words['mood']}" + (f", {turned}" if turned else "")


def _sleeper(words: Mapping[str, str], base: Scene) -> str | None:
    """Whose eyes are shut: who is named, or the only one who sleeps."""
    shut = [one for one in base.objects if one.pose == "sleep" or one.mood == "shut"]
    named = re.sub(r"(?:'s|’s)$", "", words["who"]) if "who" in words else "its"
    if named in ("its", "her", "his"):
        return f"the {_name(shut[0])}" if len(shut) == 1 else None
    one = _one(named, base)
    return f"the {_name(one)}" if one in shut and one is not None else None


def _others(words: Mapping[str, str], base: Scene) -> str | None:
    """What several that are there become: others, as many, and no look."""
    said = parse(words["new"]).mentions
    there = _called(re.sub(r"^the ", "", words["old"]), base)
    fits = len(said) == 1 and said[0].kind is not None and said[0].kind not in {one.kind for one in there}
    return words["new"] if there and fits and not _is_look(words["new"]) else None


def _held(words: Mapping[str, str], base: Scene) -> str | None:
    one = _one(words["what"], base)
    return None if one is None or kinds()[one.kind].height_m > 1.2 else f"the {_name(one)}"


def _whose(words: Mapping[str, str], base: Scene) -> str | None:
    phrase = words["whom"]
    if _PRONOUN.fullmatch(phrase) is not None:
        one = _actor(base)
        return None if one is None else f"the {_name(one)}'s"
    said = parse(phrase).mentions
    if len(said) != 1 or said[0].kind is None or not kinds()[said[0].kind].alive:
        return None
    return f"the {phrase.partition(' ')[2]}'s"


def _catcher(words: Mapping[str, str], base: Scene) -> str | None:
    return _meant(words.get("who") or words["a"], base)


def _in_hand(words: Mapping[str, str], base: Scene) -> Thing | None:
    """What is held, and is to be put down."""
    told = words.get("what") or words.get("also")
    one = next(iter(_called(re.sub(r"^the ", "", told), base)), None) if told else _salient(base)
    return (
        one
        if one is not None and one.rel is not None and one.rel.type == "hold" and one.rel.part == "hand"
        else None
    )


def _held_one(words: Mapping[str, str], base: Scene) -> str | None:
    one = _in_hand(words, base)
    return None if one is None else f"the {_name(one)}"


def _holder(words: Mapping[str, str], base: Scene) -> str | None:
    one = _in_hand(words, base)
    host = base.thing(one.rel.to) if one is not None and one.rel is not None else None
    return None if host is None else f"the {_name(host)}"


_SMALL, _LARGE = ("smaller", "tinier"), ("bigger", "larger")


def _such(words: Mapping[str, str], base: Scene) -> str | None:
    """How another one is to be: smaller, or of some look."""
    told = (words.get("how") or words.get("look") or "").lower()
    if told in _SMALL or told in _LARGE:
        return "small" if told in _SMALL else "large"
    return told if _is_look(told) else None


_OLDER = {"man": "an old man", "person": "an old man", "boy": "an old man", "woman": "an old woman", "girl": "an old woman", "child": "an old man"}  # fmt: skip
_YOUNGER = {"old-man": "a man", "old-woman": "a woman", "man": "a boy", "woman": "a girl", "person": "a child", "boy": "a baby", "girl": "a baby"}  # fmt: skip


def _aged(words: Mapping[str, str], base: Scene) -> str | None:
    """Who is to come instead of somebody who is to be older, or younger."""
    phrase = re.sub(r"^the (?:left |right |middle |\w+ from the left )?", "", words["who"])
    one = (
        _salient(base)
        if _PRONOUN.fullmatch(words["who"]) is not None
        else next(iter(_called(phrase, base)), None)
    )
    ages = _OLDER if words["age"].lower() in ("old", "older", "elderly", "aged") else _YOUNGER
    return None if one is None else ages.get(one.kind)


def _living(words: Mapping[str, str], base: Scene) -> str | None:
    """Who lives and is to have something."""
    if _PRONOUN.fullmatch(words["who"]) is not None:
        one = _actor(base)
    else:
        one = next(iter(_called(re.sub(r"^(?:the|his|her) ", "", words["who"]), base)), None)
    return words["who"] if one is not None and kinds()[one.kind].alive else None


def _had(words: Mapping[str, str], base: Scene) -> str | None:
    """Who has such a thing already."""
    who = _living(words, base)
    one = None if who is None else _actor(base) if _PRONOUN.fullmatch(who) else _one(who, base)
    thing = next(
        (
            two
            for two in _called(re.sub(r"^(?:an?|some|two) ", "", words["worn"]), base)
            if one is not None
            and two.rel is not None
            and two.rel.type in ("hold", "wear")
            and two.rel.to == one.id
        ),
        None,
    )
    if one is None or thing is None or thing.rel is None or words["worn"].startswith("two"):
        return None
    return f"the {_name(one)} is {'holding' if thing.rel.type == 'hold' else 'wearing'} a {_name(thing)}"


def _anything(words: Mapping[str, str], base: Scene) -> str | None:
    """What something that is there becomes: a thing, and no look."""
    old = re.sub(r"^(?:the|this|that|his|her) ", "", words["old"])
    said = parse(words["new"]).mentions
    there = _PRONOUN.fullmatch(words["old"]) is not None or bool(_called(old, base))
    if not there or len(said) != 1 or said[0].kind is None or _is_look(words["new"]):
        return None
    return words["new"] if re.match(r"(?:an?|some|the) ", words["new"]) else f"a {words['new']}"


def _creature(words: Mapping[str, str], base: Scene) -> str | None:
    """Who somebody is said to be now: "he's a cat now"."""
    said = parse(words["new"]).mentions
    alive = len(said) == 1 and said[0].kind is not None and kinds()[said[0].kind].alive
    return _anything(words, base) if alive else None


def _deed(words: Mapping[str, str], base: Scene) -> str | None:
    return {"running": "run", "walking": "walk", "jumping": "jump", "dancing": "dance", "waving": "wave", "sleeping": "sleep", "laughing": "laugh", "smiling": "smile", "crying": "cry"}.get(words["runs"].lower())  # fmt: skip


def _exchanged(words: Mapping[str, str], base: Scene) -> str | None:
    """A new thing for somebody instead of an old one: of theirs, of their drawing, or of none that they have."""
    who = _actor(base) if _PRONOUN.fullmatch(words["who"]) is not None else _one(words["who"], base)
    if who is None:
        return None
    old = re.sub(r"^(?:the|an?|his|her|its|that) ", "", words["old"])
    theirs = [one for one in _called(old, base) if one.rel is not None and one.rel.to == who.id]
    meant = {mention.kind for mention in parse(f"the {old}").mentions} - {None}
    drawn = any(has_of_its_own(kinds()[who.kind], str(kind)) is not None for kind in meant)
    name = words["who"] if words["who"].startswith("the ") else f"the {_name(who)}"
    return f"replace {name}'s {old} with {words['new']}" if theirs or drawn else f"give {name} {words['new']}"


def _caught(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("worn") or words.get("b")


def _that(words: Mapping[str, str], base: Scene) -> str | None:
    """What "a dog instead" is instead of: what was spoken of, or the only one that stands there."""
    one = _actor(base)
    return None if one is None else f"the {_name(one)}"


def _acts(words: Mapping[str, str], base: Scene) -> str | None:
    """What somebody is to do or to feel."""
    doing = any(token.get("poses") or token.get("moods") for token in tokenise(words["acts"]))
    return words["acts"] if doing else None


def _worn_so(words: Mapping[str, str], base: Scene) -> str | None:
    """What somebody is to be without, by its own noun."""
    noun = re.sub(r"^(?:the|an?|any|his|her|its) ", "", words["what"])
    return f"the {noun}" if _called(noun, base) else None


def _what_who(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("who") or words.get("also")


def _person(words: Mapping[str, str], base: Scene) -> Thing | None:
    """Whose hair or hands are meant: who is named, or whom the talk is about, or the only one there."""
    told = words.get("whose") or words.get("who") or ""
    told = "" if told.lower() in ("his", "her", "its") else told
    found = _one(told, base) if told and _PRONOUN.fullmatch(told) is None else _actor(base)
    people = [one for one in base.objects if is_somebody(one.kind)]
    if found is None or (not told and not is_somebody(found.kind)):
        host = None if found is None or found.rel is None else base.thing(found.rel.to)
        found = host if host in people else people[-1] if people else None
    return found


def _haired(words: Mapping[str, str], base: Scene) -> str | None:
    one = _person(words, base)
    return None if one is None else f"the {_name(one)}"


def _haircut(words: Mapping[str, str], base: Scene) -> str | None:
    """The cut that is told, or one that whoever it is has not."""
    if told := words.get("cut"):
        return {"shorter": "short", "longer": "long", "curlier": "curly"}.get(told.lower(), told)
    one = _person(words, base)
    has = {
        two.kind for two in base.objects if one is not None and two.rel is not None and two.rel.to == one.id
    }
    cuts = (
        ("curly-hair", "long-hair", "short-hair")
        if one is None or _WOMEN.search(one.kind)
        else ("curly-hair", "long-hair")
    )
    return next((cut.removesuffix("-hair") for cut in cuts if cut not in has), "short")


def _instead_held(words: Mapping[str, str], base: Scene) -> str | None:
    """Another thing in the same hand, or on the same head."""
    one, new = _person(words, base), words.get("new") or words["also"]
    said = parse(new).mentions
    if one is None or len(said) != 1 or said[0].kind is None:
        return None
    part = kinds()[said[0].kind].wear or "hand"
    old = [
        two
        for two in base.objects
        if two.rel is not None
        and two.rel.to == one.id
        and (two.rel.part == part or (two.rel.type == "hold" and part == "hand"))
    ]
    return f"replace the {_name(old[-1])} with {new}" if old else f"give the {_name(one)} {new}"


def _aside(words: Mapping[str, str], base: Scene) -> str | None:
    """What is to be on one side of the picture goes there, unless it is there."""
    told, side = words.get("who") or words["also"], (words.get("side") or words["edge"]).lower()
    noun = re.sub(r"^(?:the|his|her) (?:left |right |middle )?", "", told)
    found = [_actor(base)] if _PRONOUN.fullmatch(told) else _called(noun, base)
    if (
        not found
        or found[0] is None
        or (len(found) > 1 and not re.search(r"\b(?:left|right|middle)\b", told))
    ):
        return None
    across = sorted(
        (one for one in found if one is not None),
        key=lambda one: base.layout[one.id].x if one.id in base.layout else 0.0,
    )
    at = {"left": 0, "right": -1}.get(
        next(iter(re.findall(r"\b(?:left|right|middle)\b", told)), "left"), len(across) // 2
    )
    return None if is_aside(base, across[at], side) else f"move {told} to the {side}"


def _new(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("new") or words.get("also") or words.get("too")


_HOLES: Mapping[str, Callable[[Mapping[str, str], Scene], str | None]] = {
    "kind": _another, "it": _it, "main": _main, "back": _back, "what": _what, "bearer": _bearer, "season": _season,
    "side": _side, "mount": _mount, "that": _that, "new": _new,
    "more": _more, "fewer": _fewer, "kinds": _kinds, "root": _root, "taken": _taken, "from": _from, "chaser": _chaser, "chased": _chased, "second": _second, "so_many": _so_many, "becomes": _becomes, "them_or_one": _them_or_one, "two": _two, "pair": _pair, "laid": _laid, "thawed": _thawed, "container": _container, "sizes": _sizes, "into": _into, "elsewhere": _elsewhere, "old": _old, "kept": _kept, "one": _one_noun, "look": _look, "a": _first_look, "b": _second_look,
    "worn": _worn, "where": _where, "weather": _weather, "does": _does, "somebody": _whom, "a_look": _a_look, "number": _number, "placed": _placed, "there": _there, "bearing": _bearing, "them": _them, "ground": _ground,
    "towards": _towards, "held": _held, "whose": _whose, "catcher": _catcher, "caught": _caught, "exchanged": _exchanged, "such": _such, "doing": _doing, "living": _living, "had": _had, "anything": _anything, "creature": _creature, "deed": _deed, "holder": _holder, "held_one": _held_one, "aged": _aged,
    "everyone": _everyone, "clothes": _clothes, "shaved": _shaved, "somewhere": _somewhere,
    "each_other": _each_other, "moved": _moved, "sleeper": _sleeper, "others": _others,
    "aside": _aside, "deeds_told": lambda words, base: words["deed"], "acts": _acts, "worn_so": _worn_so, "what_who": _what_who, "haired": _haired, "haircut": _haircut, "instead_held": _instead_held,
}  # fmt: skip


_SHE = re.compile(
    r"\b(?:she|her|hers|herself|elle|ella|lei|ela|dela|nela|haar|zij)\b|她(?!们)", re.IGNORECASE
)
_HE = re.compile(r"\b(?:he|him|his|himself)\b|(?<![其吉])他(?!们|人)", re.IGNORECASE)
_WOMEN = re.compile(r"(?:^|-)(?:woman|girl|princess|queen|bride|witch|mermaid|waitress|nun|nurse|ballerina|claus|fairy|hanfu|headscarf|pregnant)\b")  # fmt: skip
_MEN = re.compile(r"(?:^|-)(?:man|boy|prince|king|groom|wizard|santa|knight|monk|emperor|samurai|waiter|priest|pirate|cowboy|soldier|sailor)\b")  # fmt: skip


_ONE_OF_A_PAIR = re.compile(
    r"\b(?:he|she|him|her|his|(?:the )?(?:man|woman|guy|girl|boy|lady|husband|wife)(?:'s)?|(?:one|both|each) of them|the other)\b|[他她](?!们)|[男女](?:的|人|孩|生|士|方)|丈夫|妻子|老公|老婆|其中一",
    re.IGNORECASE,
)


def with_the_pair_apart(prompt: str, base: Scene) -> Scene:
    """The picture with a couple that is drawn as one as the two that they are, where one of them is spoken of."""
    pairs = [one for one in base.objects if kinds()[one.kind].paired and one.kind == "couple"]
    if not pairs or _ONE_OF_A_PAIR.search(prompt) is None:
        return base
    pair, key = pairs[0], f"o{base.ids_given + 1}"
    chinese = pair.lang == "zh"
    him = msgspec.structs.replace(pair, kind="man", label="男人" if chinese else "man", pose="hands")
    her = Thing(
        id=key, kind="woman", label="女人" if chinese else "woman", lang=pair.lang, rung=kinds()["woman"].rung, pose="hands",
        rel=Relation(type="hold", to=pair.id, part="arm"),
    )  # fmt: skip
    objects = tuple(him if one is pair else one for one in base.objects)
    layout = {name: placed for name, placed in base.layout.items() if name != pair.id}
    given = base.ids_given + 1
    return msgspec.structs.replace(base, objects=(*objects, her), layout=layout, ids_given=given)


def with_somebody_meant(prompt: str, base: Scene) -> Scene:
    """The picture with whom "she" or "he" means as what the talk is about, unless that is so, or nobody may be called so."""
    her, him = _SHE.search(prompt), _HE.search(prompt)
    if her is None and him is None:
        return base
    she = him is None or (her is not None and her.start() < him.start())
    people = [one for one in base.objects if is_somebody(one.kind)]
    ours, theirs = (_WOMEN, _MEN) if she else (_MEN, _WOMEN)
    meant = [one for one in people if ours.search(one.kind) and one.kind != "mrs-claus"] or [
        one for one in people if not theirs.search(one.kind)
    ]
    if not meant or any(one.id == base.focus for one in meant):
        return base
    about = base.thing(base.focus or "")
    host = about.rel.to if about is not None and about.rel is not None else None
    one = next((one for one in meant if one.id == host), meant[-1])
    return msgspec.structs.replace(base, focus=one.id)
