"""Two wishes of one breath, told one after the other: "yellow and a bit bigger", "more fish, all different colours", "her hair
purple, his green", "both need collars, his blue and hers pink", "light blue with a white roof".
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds, parts_of
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.pronouns import drawn_as_he, drawn_as_she
from paintover.engines.illustrator.retelling.talk import is_colour
from paintover.engines.illustrator.retelling.whom import WHO, named, one_called, people, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_SIZE = r"(?:(?:a (?:bit|little)|much|slightly|way|a lot) )?(?:bigger|larger|taller|smaller|shorter|longer|tinier)"
_SO_AND_LARGER = Pattern(
    rf"(?P<who>{WHO}) should be (?:(?P<size>{_SIZE}) and (?P<then>[a-z]+(?: [a-z]+)?)|(?P<how>[a-z]+(?: [a-z]+)?) and (?P<last>{_SIZE}))(?=[,.;!]|$)"
)
_MORE_OF_ALL_COLOURS = Pattern(
    r"(?:(?:add|give me|put|draw|some|a few) )*more (?P<what>[a-z]+),? (?:and )?(?:all |each )?(?:in |of )?(?:all )?(?:different|various) colou?rs"
)
_WORN = r"hair|dress|coat|jacket|shirt|t-shirt|jumper|sweater|hat|cap|scarf|skirt|trousers|shoes|boots"
_HIS_AND_HERS = Pattern(
    rf"(?:make )?(?P<whose>the [a-z]+'s|her|his) (?P<what>{_WORN}|[a-z]+(?= (?:is|should be) )) (?:should be |is |to be )?(?P<a>[a-z]+)(?:,| and|, and) (?P<other>hers|his|the [a-z]+'s) (?:should be |is )?(?P<b>[a-z]+)(?=[.!]|$)"
)
_EACH_THEIR_OWN = Pattern(
    r"(?:give )?both(?: of them)? (?:(?:should|must) )?(?:need|have|get|wear|with|want)?s? ?(?P<what>[a-z]+)(?:,| -) (?P<one>his|hers|one|the left one) (?P<a>[a-z]+)(?:,| and|, and) (?P<other>hers|his|the other(?: one)?|one|the right one) (?P<b>[a-z]+)(?=[.!]|$)"
)
_WITH_A_PART = Pattern(
    r"(?P<first>\b(?:make|paint) (?:the |my |his |her )?[a-z]+(?: [a-z]+)?? (?P<how>(?:light |dark |bright |pale )?[a-z]+)) (?:with|and) (?:an?|its) (?P<colour>(?:light |dark )?[a-z]+) (?P<part>roof|tail|ears?|nose|wings?|wheels|mane|belly|paws|beak|doors?|windows|stripe)(?=[,.;!]|$)"
)
_WITH_A_THING = Pattern(
    r"(?P<first>\b(?:make|paint|turn|colou?r) (?P<whose>it|the [a-z]+(?: [a-z]+)??) (?P<how>(?:light |dark |bright |pale )?[a-z]+)),? (?:with|and put) (?P<what>(?:an?|some|two|three|four) [a-z]+(?: [a-z]+){0,2}?|[a-z]+s)(?: (?:on|onto) (?:it|the (?:front|side|top)))?(?=[,.;!]|$)"
)
_MORE_HAIR = Pattern(
    r"(?P<give>\bgive (?:him|her|the [a-z]+) )?(?:a (?:bit|little) |some )?(?:more|thicker|fuller) hair(?=[,.;!]|$)"
)


def told_one_by_one(prompt: str, base: Scene) -> str:
    """The wish with such wishes told apart."""
    prompt = _SO_AND_LARGER.sub(_so_and_larger, prompt)
    prompt = _MORE_OF_ALL_COLOURS.sub(lambda match: _more_of_all_colours(match, base), prompt)
    prompt = _HIS_AND_HERS.sub(_his_and_hers, prompt)
    prompt = _EACH_THEIR_OWN.sub(lambda match: _each_their_own(match, base), prompt)
    prompt = _MORE_HAIR.sub(lambda match: _more_hair(match, base), prompt)
    prompt = _WITH_A_PART.sub(_and_its_part, prompt)
    return _WITH_A_THING.sub(lambda match: _and_what_it_bears(match, base), prompt)


_COLOURS = ("red", "yellow", "green", "pink", "blue", "purple", "orange", "white")
"""In this order those of different colours have them."""


def _more_of_all_colours(match: re.Match[str], base: Scene) -> str:
    """More fish, all different colours: two come, and each has a colour of its own."""
    there = named_in(f"the {match['what']}", base)
    if not there or len(there) + 2 > len(_COLOURS):
        return match[0]
    repainted = [
        f"make {named(one, base)} {colour}" for one, colour in zip(there, _COLOURS[2:], strict=False)
    ]
    noun = name_of(there[0], chinese=False)
    return ", ".join([*(f"add a {colour} {noun}" for colour in _COLOURS[:2]), *repainted])


def _more_hair(match: re.Match[str], base: Scene) -> str:
    """More hair is longer hair, of who is there."""
    folk = people(base)
    whose = match["give"] or (f"give {named(folk[-1], base)} " if folk else "")
    return f"{whose}longer hair"


def _so_and_larger(match: re.Match[str]) -> str:
    look, size = match["how"] or match["then"], match["last"] or match["size"]
    return f"make {match['who']} {look}, make {match['who']} {size}"


def _his_and_hers(match: re.Match[str]) -> str:
    """Her hair purple, his green: of two heads of hair."""
    if not (is_colour(match["a"]) and is_colour(match["b"])):
        return match[0]
    other = {"hers": "her"}.get(match["other"].lower(), match["other"])
    return f"make {match['whose']} {match['what']} {match['a']}, make {other} {match['what']} {match['b']}"


def _each_their_own(match: re.Match[str], base: Scene) -> str:
    """Both need collars, his blue and hers pink: one for each of the two."""
    folk, living = people(base), [one for one in standing(base) if kinds()[one.kind].alive]
    pair = folk if len(folk) == 2 else living
    if len(pair) != 2 or not (is_colour(match["a"]) and is_colour(match["b"])):
        return match[0]
    first, second = _in_that_order(match["one"].lower(), pair)
    what = match["what"]
    return (
        f"give {named(first, base)} a {match['a']} {what}, give {named(second, base)} a {match['b']} {what}"
    )


def _in_that_order(word: str, pair: list[Thing]) -> tuple[Thing, Thing]:
    first, second = pair
    fits = drawn_as_she if word == "hers" else drawn_as_he if word == "his" else None
    if fits is not None and fits(second) and not fits(first):
        return second, first
    return first, second


_SPRINKLED = frozenset(
    {"star", "heart", "flower", "snowflake", "moon", "leaf", "butterfly", "smiley", "diamond"}
)
"""What there are many of, small, all over a thing."""


def _and_what_it_bears(match: re.Match[str], base: Scene) -> str:
    """A mug white with a heart: it becomes white, and no heart."""
    said = parse(match["what"]).mentions
    tokens = tokenise(match["what"])
    only = base.objects[0] if len(base.objects) == 1 and match["whose"].lower() == "it" else None
    about = one_called(match["whose"], base) or only
    if about is None or not is_colour(match["how"].split()[-1]) or len(said) != 1 or said[0].kind is None:
        return match[0]
    if said[0].kind in parts_of([about.kind]):
        return match["first"]  # a house blue with a chimney has one anyway
    if any(one.get("patterns") or one.get("parts") for one in tokens):
        return match[0]
    if " " not in match["what"] and said[0].kind in _SPRINKLED:
        return match[0]  # purple with stars: a pattern
    it = named(about, base)
    also = f"give {it} {match['what']}" if kinds()[about.kind].alive else f"put {match['what']} on {it}"
    return f"make {it} {match['how']}, {also}"


def _and_its_part(match: re.Match[str]) -> str:
    """Light blue with a white roof: two orders, of which the second is of a part."""
    if not (is_colour(match["how"].split()[-1]) and is_colour(match["colour"].split()[-1])):
        return match[0]
    return f"{match['first']}, make its {match['part']} {match['colour']}"
