"""What people say of one of two, of as many as there are, and of the words and the ground of a picture: "one on the phone, the
other reading", "less crowded", "their bags on the bench", "text in gold", "dark background".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import WOMEN
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.whom import WHO, named, one_called, people, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.wording import Pattern


def _two(base: Scene) -> list[Thing]:
    """The only two alike that live, the left one first; else the only two people."""
    living = [one for one in standing(base) if kinds()[one.kind].alive]
    folk = people(base)
    two = folk if len(folk) == 2 else living if len(living) == 2 else []
    return sorted(two, key=lambda one: base.layout[one.id].x if one.id in base.layout else 0.0)


_DOES = r"(?:reading|holding|sitting|standing|lying|sleeping|eating|drinking|waving|smiling|laughing|crying|running|jumping|dancing|singing|wearing|looking|pointing|knitting|painting|talking)"
_ONE_DOES = Pattern(
    rf"(?P<which>one(?: of them)?|the other(?: one)?) (?:(?:is|should be) )?(?P<does>{_DOES}(?: [a-z ]+)?|with (?:an?|his|her|the) [a-z ]+|on (?:the|his|her|a) phone)"
)
_ONE_TO_THE_OTHER = Pattern(
    r"(?:(?:make|let|have) )?one(?: of them)? (?P<does>waves?|smiles?|looks?|points?|laughs?|shouts?|throws?|talks?|bows?)(?: (?P<what>an? [a-z]+))? (?:at|to) the other(?: one)?"
)


def _one_does(match: re.Match[str], base: Scene) -> str | None:
    """The left one reads, and the other is the right one."""
    two = _two(base)
    if len(two) != 2:
        return None
    one = named(two[1 if match["which"].startswith("the other") else 0], base)
    does = match["does"]
    if does.endswith(" phone"):
        return f"give {one} a phone"
    return f"give {one} {does.removeprefix('with ')}" if does.startswith("with ") else f"{one} is {does}"


def _one_to_the_other(match: re.Match[str], base: Scene) -> str | None:
    two = _two(base)
    if len(two) != 2:
        return None
    verb = match["does"].removesuffix("s")
    told = f"make {named(two[0], base)} {verb}"
    if verb == "throw":
        return f"{told} {match['what']}" if match["what"] else None
    return f"{told} at {named(two[1], base)}" if verb == "look" else told


_CROWDED = Pattern(
    r"(?:make (?:it|the [a-z]+) |it(?:'s| is) )?(?:(?:a (?:bit|little)|much|way) )?(?P<how>less crowded|less busy|emptier|too crowded|too busy|quieter|more crowded|busier|more busy|fuller)"
)
_LESS = frozenset({"less crowded", "less busy", "emptier", "too crowded", "too busy", "quieter"})


def _crowded(match: re.Match[str], base: Scene) -> str | None:
    """Less crowded: half of those of whom there are most go; more: some more come.

    Raises:
        NotDrawable: there are too few of any for some to go.
    """
    living = [one for one in standing(base) if kinds()[one.kind].alive]
    (label, many), *_ = Counter(name_of(one, chinese=False) for one in living).most_common(1) or [("", 0)]
    if match["how"].lower() in _LESS:
        if many < 3 and "crowded" in match["how"].lower():
            raise NotDrawable(notes.not_understood("en"))
        return f"remove {_NUMBERS[min(many // 2, 5)]} {plural_of(label)}" if many > 2 else None
    return f"add two more {plural_of(label)}" if many > 1 else "add three people"


_NUMBERS = ("no", "one", "two", "three", "four", "five")

_THEIR_THINGS = Pattern(
    r"(?:(?:put|add|with|have) )?their (?P<what>(?:[a-z]+ )?[a-z]+s) (?P<rel>on|under|beside|next to|in front of|behind|in) (?P<ground>(?:the|it|them)\b[a-z ]*)"
)


def _their_things(match: re.Match[str], base: Scene) -> str | None:
    """Their bags: as many as they are."""
    folk, said = people(base), parse(match["what"]).mentions
    if not 1 < len(folk) < 6 or len(said) != 1 or said[0].kind is None or named_in(match["what"], base):
        return None
    if kinds()[said[0].kind].alive:
        return None
    return f"add {_NUMBERS[len(folk)]} {match['what']} {match['rel']} {match['ground']}"


_FETCHES = Pattern(
    r"(?:(?:make|let|have) )?(?:his|her|the|their) (?P<pet>dog|puppy|cat|kitten|pet) (?:brings?|fetch(?:es)?|carry|carries|bringing|carrying|fetching)(?: (?:him|her|them|back|over|the [a-z]+))* (?P<what>(?:an?|the|his|her) [a-z]+(?: [a-z]+)?)"
)


def _fetches(match: re.Match[str], base: Scene) -> str | None:
    """His dog brings him a stick: it has one in its mouth."""
    pet = "dog" if match["pet"] == "pet" else match["pet"]
    there = [one for one in named_in(pet, base) if is_animal(one.kind)]
    what = re.sub(r"^(?:his|her) ", "a ", match["what"])
    if len(there) == 1:
        return f"{named(there[0], base)} carries {what} in its mouth"
    return None if there else f"add a {pet} with {what} in its mouth"


_TEXT = r"(?:the )?(?:text|words?|letters|lettering|writing|title|caption|headline|names?)"
_TEXT_IN = Pattern(rf"{_TEXT} (?:should be |must be |be )?(?:in |to )(?P<how>[a-z]+(?: [a-z]+)?)")
_TEXT_AT = Pattern(
    rf"(?:(?:put|move|place|have|get) )?{_TEXT} (?:should (?:be|go) )?(?:(?:on|at|to|up at) (?:the )?(?P<at>very top|top|bottom)|(?P<above>above|below|under|over) (?:the |it\b|him\b|her\b|them\b)[a-z ]*)"
)


def _text_in(match: re.Match[str], base: Scene) -> str | None:
    """Text in gold: the words are meant, and nothing that is drawn.

    Raises:
        NotDrawable: the picture has no words.
    """
    tokens = tokenise(match["how"])
    if any(one.says for one in base.objects) or not tokens or not all(one.get("colours") for one in tokens):
        return None
    if not base.caption:
        raise NotDrawable(notes.no_words("en"))
    return f"make the text {match['how']}"


def _text_at(match: re.Match[str], base: Scene) -> str | None:
    if not base.caption:
        return None
    top = match["above"] in ("above", "over") if match["above"] else "top" in match["at"]
    return f"text at the {'top' if top else 'bottom'}"


_GROUND = Pattern(
    r"(?:(?:put|place|set|show) (?:it|this|everything|the logo|the [a-z]+) on (?:an? )?|(?:make (?:it|the background) )?(?:an? |on an? |with an? )?)(?P<how>dark|light|pale|bright|(?:dark |light |pale )?[a-z]+) background"
)
_SHADES = {"dark": "dark blue", "light": "cream", "pale": "cream", "bright": "yellow"}


def _ground(match: re.Match[str], base: Scene) -> str | None:
    """On a dark background: the paper is painted, where the picture has one."""
    how = _SHADES.get(match["how"].lower(), match["how"])
    tokens = tokenise(how)
    if not base.sheet or not tokens or not all(token.get("colours") for token in tokens):
        return None
    return f"{how} background"


_SIDED_WITH = Pattern(
    r"(?:the )?(?P<side>left|right|middle|first|second|third|last) one (?:with|wearing|has|holding|gets) (?P<what>(?:an? |some |two )?[a-z]+(?: [a-z]+){0,2})"
)


def _sided_with(match: re.Match[str], base: Scene) -> str | None:
    """Middle one with glasses: that one has them on."""
    said = parse(match["what"]).mentions
    if len(said) != 1 or said[0].kind is None or kinds()[said[0].kind].alive:
        return None
    return f"give the {match['side']} one {match['what']}"


_THEIR_CLOTHES = Pattern(
    r"(?:make|paint|colou?r|change) (?:the|their|all the) (?P<what>[a-z]+s) (?:all )?(?:in |to )?(?P<how>[a-z]+)"
)


def _their_clothes(match: re.Match[str], base: Scene) -> str | None:
    """The gowns blue, of three who have none yet: each gets one."""
    said, tokens = parse(match["what"]).mentions, tokenise(match["how"])
    folk = people(base)
    if len(said) != 1 or said[0].kind is None or len(folk) < 2 or named_in(match["what"], base):
        return None
    if kinds()[said[0].kind].wear != "neck" or not tokens or not all(one.get("colours") for one in tokens):
        return None
    return f"give everyone {match['how']} {match['what']}"


_PARENTS = Pattern(
    r"(?:add )?(?:the |his |her |their |some |proud |two )*parents(?P<rest> (?:cheering|waving|watching|clapping|smiling|taking|standing|sitting|in the|at the|behind|on the|crying|hugging|dancing)\b[^,.;]*|)"
)


def _parents(match: re.Match[str], base: Scene) -> str | None:
    """Parents who are not there yet: a mother and a father."""
    if any(named_in(f"the {who}", base) for who in ("mother", "father")):
        return None
    rest = match["rest"].replace("in the back", "in the background").replace("backgroundground", "background")
    return f"add a mother and a father{rest}"


_THROWN_TO = Pattern(
    r"(?:throw|toss|chuck) (?P<who>him|her|it|them|the [a-z]+) (?P<what>(?:an?|some) [a-z]+(?: [a-z]+)?)"
)


def _thrown_to(match: re.Match[str], base: Scene) -> str | None:
    """Throw him a ring: it is beside him, and he throws nothing."""
    who = "it" if match["who"] == "him" and not people(base) else match["who"]
    one = one_called(who, base)
    return None if one is None else f"add {match['what']} next to {named(one, base)}"


_SAYING = Pattern(
    r"(?:(?:add|put up|hang up|with|draw) )?(?:an? |the )?(?P<words>welcome(?: home| back)?|happy birthday|just married|well done|good luck|get well soon|congratulations|no entry|keep out|for sale|open|closed|free hugs|lost|help|stop|exit|finish|start) (?P<board>sign|banner)(?P<where> (?:behind|above|on|over|in|at|next to) [a-z ]+|)"
)


def _saying(match: re.Match[str], base: Scene) -> str | None:
    """A welcome home sign has these words on it."""
    board = "cloth banner" if match["board"] == "banner" else match["board"]  # and no sheet of that name
    return f"add a {board} that says “{match['words'].capitalize()}”{match['where']}"


_ROUND = Pattern(
    r"(?:now )?(?:going|facing|looking|driving|riding|heading) (?:in )?the (?:other|opposite) (?:way|direction)"
)


def _round(match: re.Match[str], base: Scene) -> str | None:
    """The other way, of what goes there: what is ridden, or the only one who lives."""
    goes = [one for one in standing(base) if kinds()[one.kind].alive or kinds()[one.kind].habitat == "road"]
    roots = [one for one in goes if one.rel is None or base.thing(one.rel.to) not in goes]
    return f"turn {named(roots[0], base)} around" if len(roots) == 1 else None


_DRESSED = Pattern(r"(?:an? )?(?P<how>(?:[a-z]+ )?)(?P<what>dress|skirt|gown|tiara|veil)(?: instead)?")


def _dressed(match: re.Match[str], base: Scene) -> str | None:
    """Blue dress, with no word of whose: the only woman's there."""
    women = [one for one in people(base) if one.kind.partition("-")[0] in WOMEN or one.kind in WOMEN]
    if len(women) != 1 or named_in(match["what"], base):
        return None
    return f"give {named(women[0], base)} a {match['how']}{match['what']}"


_ONE_OF_THE = Pattern(
    rf"one (?P<noun>[a-z]+) (?P<does>{_DOES}(?: [a-z ]+)?|(?:pouring|throwing|kicking|holding|dropping|catching|drops|throws|kicks|pours|catches|holds|sits|stands|lies|runs|jumps|waves|smiles|laughs|cries|sleeps|falls)(?: [a-z ]+)?)"
)


def _one_of_the(match: re.Match[str], base: Scene) -> str | None:
    """One kid jumping, of three: one of those who are there."""
    there = [one for one in named_in(match["noun"], base) if kinds()[one.kind].alive]
    return f"one of the {plural_of(match['noun'])} is {match['does']}" if len(there) > 1 else None


_ONE_WITH = Pattern(
    r"one (?P<noun>[a-z]+) (?:with|wearing|holding) (?P<what>(?:an? |some )?[a-z]+(?: [a-z]+){0,2})"
)


def _one_with(match: re.Match[str], base: Scene) -> str | None:
    """One bear with a bow, of two: one of those gets it."""
    there = [one for one in named_in(match["noun"], base) if kinds()[one.kind].alive or one.kind in _DOLLS]
    said = parse(match["what"]).mentions
    if len(there) < 2 or len(said) != 1 or said[0].kind is None or kinds()[said[0].kind].alive:
        return None
    first = min(there, key=lambda one: base.layout[one.id].x if one.id in base.layout else 0.0)
    return f"give {named(first, base)} {match['what']}"


_DOLLS = frozenset({"teddy-bear", "doll", "robot", "snowman"})
_TAKES_OUT = Pattern(
    rf"(?P<who>{WHO}) (?:opens?|shares?|puts? up|takes? out|gets? out|pulls? out|picks? up|checks?|is opening|is sharing|is checking) (?:his|her|an?|their) (?P<what>[a-z]+(?: [a-z]+)?)"
)


def _takes_out(match: re.Match[str], base: Scene) -> str | None:
    """She opens her umbrella: she has one in the hand."""
    said = parse(f"a {match['what']}").mentions
    one = None if match["who"] in ("they", "them", "both") else one_called(match["who"], base)
    if len(said) != 1 or said[0].kind is None or one is None or not kinds()[one.kind].alive:
        return None
    if named_in(match["what"], base) or kinds()[said[0].kind].height_m > _CARRIED_M:
        return None
    return f"give {named(one, base)} {'an' if match['what'][0] in 'aeiou' else 'a'} {match['what']}"


_CARRIED_M = 1.3
"""How tall something may be that somebody takes out."""
_SO_MANY = Pattern(r"(?P<n>two|three|four|five|six) (?P<noun>[a-z]+)")


def _so_many(match: re.Match[str], base: Scene) -> str | None:
    """Two rabbits, where the magician holds one: one more."""
    there = named_in(match["noun"], base)
    more = _NUMBERS_ALL.index(match["n"].lower()) - len(there)
    if not there or more < 1 or not any(one.rel is not None and one.rel.type == "hold" for one in there):
        return None
    return f"add {_NUMBERS_ALL[more]} more {match['noun']}"


_NUMBERS_ALL = ("no", "one", "two", "three", "four", "five", "six")
_HIS_MOUNT = Pattern(
    r"(?P<verb>make|paint|colou?r|turn|change) (?P<whose>his|her) (?P<what>[a-z]+) (?P<how>(?:to |in(?:to)? )?[a-z]+(?: [a-z]+)?)"
)


def _his_mount(match: re.Match[str], base: Scene) -> str | None:
    """His bike, of two: the one on which he is."""
    alike = named_in(match["what"], base)
    one = one_called("he" if match["whose"] == "his" else "she", base)
    if len(alike) < 2 or one is None or one.rel is None:
        return None
    mine = [two for two in alike if two.id == one.rel.to]
    return f"{match['verb']} {named(mine[0], base)} {match['how']}" if mine else None


AMONG_THEM: Sequence[Form] = (
    (_ONE_OF_THE, _one_of_the),
    (_ONE_WITH, _one_with),
    (_TAKES_OUT, _takes_out),
    (_SO_MANY, _so_many),
    (_HIS_MOUNT, _his_mount),
    (_SIDED_WITH, _sided_with),
    (_THEIR_CLOTHES, _their_clothes),
    (_PARENTS, _parents),
    (_THROWN_TO, _thrown_to),
    (_SAYING, _saying),
    (_ROUND, _round),
    (_DRESSED, _dressed),
    (_ONE_TO_THE_OTHER, _one_to_the_other),
    (_ONE_DOES, _one_does),
    (_CROWDED, _crowded),
    (_THEIR_THINGS, _their_things),
    (_FETCHES, _fetches),
    (_TEXT_IN, _text_in),
    (_TEXT_AT, _text_at),
    (_GROUND, _ground),
)
"""Whole clauses of one or all of those in the picture, or of its words, each with what it is told as."""
