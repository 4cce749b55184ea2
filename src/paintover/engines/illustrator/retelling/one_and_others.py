"""What one of several does and all the others, and what each has on: "one kid is crying, the other kids laugh", "different
jumpers, one red and one blue"; and what is told of nobody who is there.
"""

from __future__ import annotations

import re
from collections import Counter

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import PLACES
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.talk import is_colour, kinds_in
from paintover.engines.illustrator.retelling.whom import named, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.standing import HOUSE_M
from paintover.engines.illustrator.wording import Pattern

_ONE_AND_OTHERS = Pattern(
    r"(?:make |let |have )?(?:only )?one(?: of (?:them|the [a-z]+))?(?: (?P<noun>(?!of\b|is\b)[a-z]+?))? (?:is |should be |should )?(?P<a>[a-z]+),? (?:and |but |while )*"
    r"(?:the |all )*(?:others?|rest|other (?:ones|[a-z]+))(?: of them)? (?:is |are |should be |should |all )*(?P<b>[a-z]+)"
)
_ONE_DOING = Pattern(
    r"(?:have |make |let )?one (?P<noun>(?!of\b|is\b)[a-z]+ )?(?:is )?(?P<a>[a-z]+ing(?: (?!the other)[a-z]+){0,4}?)(?:,| and|, and| while)? the other(?: one| (?P<also>[a-z]+))? (?:is )?(?P<b>[a-z]+ing(?: [a-z]+){0,4})"
)
_EACH_ITS_OWN = Pattern(
    r"(?:give )?each(?: one| of them)? (?:with |in |gets |has |wears |should have )?an? (?:different (?P<many>(?:[a-z]+ )?[a-z]+)|(?P<one>(?:[a-z]+ )?[a-z]+) of (?:his|her|its|their) own)"
)
_EACH_A_COLOUR = Pattern(
    r"(?:make |give them |with )?(?:(?:in |of )?different )?(?:coloured )?(?P<what>[a-z]+?s)(?: now)?(?:,| -|:) (?:make )?(?:the left |the )?one (?:is |in )?(?P<a>[a-z]+)(?:,| and|, and)? (?:the other |the right |the )?(?:one )?(?:is |in )?(?P<b>[a-z]+)"
)
_DRESS_NOBODY = Pattern(
    r"(?:please |now )*(?:(?:give|put|get) (?P<who>him|her) .+|(?P<he>he|she) (?:wears|has|should (?:wear|have|hold)|holds) .+)"
)
_THE_OWNER = Pattern(
    r"the (?P<noun>[a-z]+), (?P<who>an? [a-z]+(?: [a-z]+)?), (?P<does>(?:stands|sits|waits|watches|lies|runs|is|looks) .+)"
)
_ON_NO_TABLE = Pattern(
    r"(?P<lead>(?:put |place |move )?(?:the [a-z]+|it)) (?:right |exactly )?(?:in|at|to|on) the (?:very )?(?:centre|center|middle) of the table"
)


_ON_THE_FLOOR = Pattern(
    r"(?:(?:add|put|place|drop|spill|have) )?(?P<what>(?:(?:an?|some|two|three|the|more) )?[a-z]+(?: [a-z]+)?) (?:lying |spilt |spilled |smashed |dropped )?on(?:to)? the (?:floor|ground)"
)
_PAINT = Pattern(r"(?:make|turn|change) (?:the|his|her) paint (?:to |into )?(?P<colour>[a-z]+)")


_HALF = Pattern(
    r"(?:make |paint |turn )?half (?:of )?(?:the )?(?P<what>them|[a-z]+s|sheep|mice|people|children|fish|geese) (?:(?:are|should be) )?(?P<how>[a-z]+)"
)
_ALL_HIGHER = Pattern(
    r"(?:(?:make|fly|put|move|hang|bring) )?the (?P<what>[a-z]+s) (?:should (?:be|fly|go) )?(?:a (?:bit|little) |much |even |way )?(?P<how>higher|lower)(?: up| down)?"
)
_WHITE_WINE = Pattern(r"the (?:red )?wine (?:(?:should|must) be|is) (?P<c>white|red)")
_ON_DECK = Pattern(r"\bon (?:the|its|her) (?:top |upper |lower |front )?decks?\b")
_FAR_AWAY = Pattern(
    r"(?P<what>\b(?:an?|some|two|three|another) [a-z]+(?: [a-z]+)??)(?: in the (?:fields?|meadow|grass|snow|hills|desert|valley))?,? (?:very |really )?far (?:away|off|back)(?=[,.;!]|$)"
)


def told_of_one_and_others(prompt: str, base: Scene) -> str:
    """The wish with such a wish told of each by name.

    Raises:
        NotDrawable: nobody is there who is told of.
    """
    prompt = _FAR_AWAY.sub(r"\g<what> in the distance", prompt)
    prompt = _WHITE_WINE.sub(r"make the wine \g<c>", prompt)
    prompt = _ON_DECK.sub(lambda match: _aboard(match, base), prompt)
    bare = prompt.strip(" .!?")
    return told_by_form(bare, base, _FORMS) or prompt


def _several(noun: str, base: Scene) -> list[Thing]:
    found = [one for one in standing(base) if kinds()[one.kind].alive and one.id in base.layout]
    if noun and noun.lower() != "one":
        meant = named_in(f"the {noun}", base)
        found = [one for one in found if one in meant]
    else:
        (most, many), *_ = Counter(one.kind for one in found).most_common(1) or [("", 0)]
        found = [one for one in found if one.kind == most] if many > 1 else found
    return sorted(found, key=lambda one: base.layout[one.id].x)


def _does(word: str) -> str | None:
    """The look or the deed of a word, as an order has it."""
    told = next(iter(tokenise(word)), None)
    return word if told is not None and any(map(told.get, ("moods", "poses", "colours"))) else None


def _one_and_others(match: re.Match[str], base: Scene) -> str | None:
    several, first, second = _several(match["noun"] or "", base), _does(match["a"]), _does(match["b"])
    if len(several) < 2 or first is None or second is None:
        return None
    one, *others = (named(each, base) for each in several)
    return ", ".join([f"make {one} {first}", *(f"make {other} {second}" for other in others)])


def _one_doing(match: re.Match[str], base: Scene) -> str | None:
    """One kid climbing the ladder, the other one waving: of the two who are there."""
    noun = (match["noun"] or match["also"] or "").strip()
    two = _several(noun, base)
    if len(two) != 2:
        return None
    first, second = (named(one, base) for one in two)
    return f"{first} is {match['a']}, {second} is {match['b']}"


def _each_its_own(match: re.Match[str], base: Scene) -> str | None:
    """Each with a different hat: one for each, of a colour of its own."""
    several, what = _several("", base), match["many"] or match["one"]
    said = kinds_in(what)
    if not 1 < len(several) <= len(_COLOURS) or len(said) != 1 or kinds()[said[0]].wear is None:
        return None
    given = zip(several, _COLOURS if match["many"] else ("",) * len(several), strict=False)
    return ", ".join(f"give {named(one, base)} a {colour} {what}".replace("  ", " ") for one, colour in given)


_COLOURS = ("red", "blue", "yellow", "green", "purple", "orange")


def _each_a_colour(match: re.Match[str], base: Scene) -> str | None:
    those = [one for one in named_in(f"the {match['what']}", base) if one.id in base.layout]
    if len(those) != 2 or not (is_colour(match["a"]) and is_colour(match["b"])):
        return None
    first, second = sorted(those, key=lambda one: base.layout[one.id].x)
    return f"make {named(first, base)} {match['a']}, make {named(second, base)} {match['b']}"


def _dress_nobody(match: re.Match[str], base: Scene) -> None:
    """A raincoat for him, where only a lighthouse is.

    Raises:
        NotDrawable: nobody is there.
    """
    built = [
        one
        for one in base.objects
        if not kinds()[one.kind].alive and kinds()[one.kind].height_m >= HOUSE_M and not kinds()[one.kind].has
    ]
    if built and len(built) == len(base.objects):
        raise NotDrawable(notes.not_in_picture("person or animal", "en"))


def _half(match: re.Match[str], base: Scene) -> str | None:
    """Half of the chickens brown: of those that are there."""
    noun, look = match["what"].lower(), _does(match["how"])
    several = _several("" if noun == "them" else noun, base)
    if len(several) < 2 or look is None:
        return None
    return ", ".join(f"make {named(one, base)} {look}" for one in several[: len(several) // 2])


def _all_higher(match: re.Match[str], base: Scene) -> str | None:
    """The kites higher: each goes up."""
    those = [one for one in named_in(f"the {match['what']}", base) if one.id in base.layout]
    if len(those) < 2:
        return None
    way = "up" if match["how"].lower() == "higher" else "down"
    return ", ".join(f"move {named(one, base)} {way}" for one in those)


def _aboard(match: re.Match[str], base: Scene) -> str:
    """On the deck of a ship that is there, which is no place to go to."""
    decked = [one for one in base.objects if _DECKED.search(one.kind)]
    return f"on the {name_of(decked[0], chinese=False)}" if len(decked) == 1 else match[0]


_DECKED = re.compile(r"(?:^|-)(?:ship|ferry|bus|yacht|boat|junk|decker)$")


def _the_owner(match: re.Match[str], base: Scene) -> str | None:
    """The owner, a little girl: one who comes, and not two."""
    return None if named_in(f"the {match['noun']}", base) else f"{match['who']} {match['does']}"


def _on_no_table(match: re.Match[str], base: Scene) -> str | None:
    """In the centre of the table that is all there is to see: in the middle."""
    tables = named_in("the table", base)
    flat = base.env.place == "tabletop" and base.env.place in PLACES
    return f"{match['lead']} in the middle" if flat and not tables else None


def _on_the_floor(match: re.Match[str], base: Scene) -> str | None:
    """Spaghetti on the floor, where a table is: before it, and not on it."""
    tables = [one for one in base.objects if one.kind in TABLES]
    said = kinds_in(match["what"])
    if len(tables) != 1 or len(said) != 1 or kinds()[said[0]].habitat != "table":
        return None
    verb = "put" if match["what"].startswith("the ") else "add"
    return f"{verb} {match['what']} in front of the {name_of(tables[0], chinese=False)}"


def _paint(match: re.Match[str], base: Scene) -> None:
    """Purple paint, where none is seen.

    Raises:
        NotDrawable: there is none.
    """
    if not named_in("the paint", base) and is_colour(match["colour"]):
        raise NotDrawable(notes.not_in_picture("paint", "en"))


_FORMS: tuple[Form, ...] = (
    (_ONE_AND_OTHERS, _one_and_others),
    (_EACH_A_COLOUR, _each_a_colour),
    (_ONE_DOING, _one_doing),
    (_EACH_ITS_OWN, _each_its_own),
    (_DRESS_NOBODY, _dress_nobody),
    (_THE_OWNER, _the_owner),
    (_HALF, _half),
    (_ALL_HIGHER, _all_higher),
    (_ON_NO_TABLE, _on_no_table),
    (_ON_THE_FLOOR, _on_the_floor),
    (_PAINT, _paint),
)
