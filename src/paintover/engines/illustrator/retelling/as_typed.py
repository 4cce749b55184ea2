"""What people type of a picture in everyday English, told so that it can be done: "he shouldn't look so sad", "both of the other
kids wear hats", "no willow, an apple tree instead", "make the boy taller than her", "make the house blue and its roof red".

Each clause stays as it is where it is no such wish, or the picture has not what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds, sorts
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.in_other_words import told_in_other_words
from paintover.engines.illustrator.retelling.one_and_others import told_of_one_and_others
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.sized import SIZED
from paintover.engines.illustrator.retelling.talk import is_colour, kinds_in, one_noun
from paintover.engines.illustrator.retelling.two_at_once import told_one_by_one
from paintover.engines.illustrator.retelling.whom import WHO, named, one_called, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_QUOTES = re.compile(r"[“”\"]")
_CLAUSES = re.compile(r"([,;.!?\n]+ +| and then | then | and (?=(?:make|give|put|let|have|add|remove|lose|turn|move)\b))")  # fmt: skip
_COURTESY = re.compile(
    r"^(?:(?:please|now|and|ok|okay|so|also|then|just|actually|but|maybe|can you|could you|can we|could we)[ ,]+)+"
    r"|(?:[ ,]+(?:please|now|though|then|thanks|any ?more))+$|[.!?]+$",
    re.IGNORECASE,
)


def told_as_typed(prompt: str, base: Scene) -> str:
    """The wish with such clauses told plainly; quotations stay as they are."""
    if not prompt.isascii() or _QUOTES.search(prompt):
        return prompt
    prompt = _IN_HALF.sub(r"\g<cut>", prompt)
    prompt = _NEATLY.sub("", _REARING.sub("rearing", told_in_other_words(prompt)))
    prompt = told_of_one_and_others(told_one_by_one(prompt, base), base)
    prompt = _OTHERS.sub(lambda match: _each_other(match, base), prompt)
    prompt = _GIVE_EACH.sub(r"\g<give> \g<who> \g<what>, \g<give> \g<whom> \g<too>", prompt)
    prompt = _ITS_PART.sub(_told_of_both, prompt)
    if (whole := told_by_form(_COURTESY.sub("", prompt.strip()), base, _IN_STEAD)) is not None:
        return whole
    parts = _CLAUSES.split(prompt)
    parts[::2] = [told_by_form(_COURTESY.sub("", part.strip()), base, _FORMS) or part for part in parts[::2]]
    return "".join(parts)


_IN_HALF = Pattern(
    r"\b(?P<cut>(?:cut|slice|split|break|chop) [a-z]+(?: [a-z]+){0,2}?) (?:in|into) (?:half|halves|two)\b"
)
"""What is cut is no half as large."""
_REARING = Pattern(r"\brear(?:s|ing)? up\b")
"""What has nothing to do with going up."""
_NEATLY = Pattern(
    r"\b(?:neatly|nicely|tidily) (?=(?:in|into|next|beside|side|lined|arranged)\b)|(?:(?<=\bup)|(?<=\brow)|(?<=\bline)) (?:neatly|nicely|tidily)(?=[.!]*$)"
)
"""How a row is, which is neat."""
_ASKED = Pattern(
    r"^\W*(?:(?:and|so|ok|please) )*(?:can|could) (?P<who>(?:the|his|her|its|their|my) [a-z]+(?: [a-z]+)??|it|he|she|they|both|everyone|everybody|everything) "
    r"(?=(?:be|look|have|get|wear|face|stand|go|come|move|water|hold|sit|lie|eat|drink|ride|fly|jump|wave|hug|kiss|read|play|sleep|dance|carry|smile|laugh|cry|run|walk|point|throw|catch|climb|swim|sing|paint|cook|feed|push|pull|kick)\b)(?P<rest>[^?]+)\??$"
)


def told_as_wanted(prompt: str) -> str:
    """The wish with what is asked told as what is wanted: "can the robot water the flowers?"."""
    return _ASKED.sub(_wanted, prompt)


def _wanted(match: re.Match[str]) -> str:
    """ "Can the dog be bigger?" says how the dog should be."""
    return f"{match['who']} should {match['rest'].strip()}"


_GIVE_EACH = Pattern(
    rf"\b(?P<give>give|get|hand) (?P<who>{WHO}) (?P<what>(?:an?|some|two|the) [a-z]+(?: [a-z]+){{0,2}}?),? and (?P<whom>him|her|it|them|the [a-z]+(?: [a-z]+)?) (?P<too>(?:an?|some|two|the) [a-z]+(?: [a-z]+){{0,2}})(?=[,.;!]|$)"
)
"""Him a top hat and her a bouquet: two orders."""

# Of one thing and of a part of it

_LOOK = r"(?:a (?:bit|little) |much |bright |light |dark )?[a-z]+"
_ITS_PART = Pattern(
    rf"\b(?P<make>(?:make|paint|turn) (?:the |his |her |its |my )[a-z]+(?:(?:'s)? [a-z]+)?? {_LOOK}) and (?P<part>(?:its|his|her|their|the) [a-z]+ {_LOOK})(?=[,.;!]|$)"
)


def _told_of_both(match: re.Match[str]) -> str:
    """ "Make the house blue and its roof red": two orders. His, after "the clown's nose", is the clown's."""
    owner = _OWNER.search(match["make"])
    part = match["part"] if owner is None else _OWN.sub(f"{owner[0]} ", match["part"])
    return f"{match['make']}, make {part}"


_OWNER = re.compile(r"\bthe (?:left |right )?[a-z]+['’]s(?= )", re.IGNORECASE)
_OWN = re.compile(r"^(?:his|her|its|their) ", re.IGNORECASE)


# Who is meant

_OTHERS = Pattern(
    r"\b(?:(?:both|all)(?: of)? )?the other (?:(?P<many>two|three|four|five) )?(?P<noun>ones|[a-z]+s|children|people|men|women|sheep|mice|geese)\b"
    r"|\bboth others\b|\bthe other (?:two|three)(?= (?:should|must|could|are|have|wear|get|need|sit|stand|sleep|run|wave|smile|look)\b)"
)


def _each_other(match: re.Match[str], base: Scene) -> str:
    """The other kids, of several of whom one was spoken of: each of those by name."""
    last = _spoken_of(base)
    if last is None:
        return match[0]
    noun = (match["noun"] or "ones").lower()
    alike = (
        [one for one in standing(base) if one.kind == last.kind]
        if noun == "ones"
        else named_in(f"the {noun}", base)
    )
    rest = [one for one in alike if one.id != last.id and one.id in base.layout]
    if last not in alike or not rest:
        return match[0]
    rest.sort(key=lambda one: base.layout[one.id].x)
    return " and ".join(named(one, base) for one in rest)


def _spoken_of(base: Scene) -> Thing | None:
    """Whom the last change was about: who wears or holds what came."""
    one = base.thing(base.focus or "")
    while one is not None and one.rel is not None and one.rel.type in ("wear", "hold", "cover"):
        one = base.thing(one.rel.to)
    return one


# What comes in whose stead

_INSTEAD = r"(?P<new>(?:an?|some|two|three|the) [a-z ]{2,30}?)"
_NO_BUT = Pattern(
    rf"(?:no|not (?:an?|the)|lose the|without the|never mind the|forget the) (?P<old>[a-z]+(?: [a-z]+)?)(?:,| but|;| -) (?:but )?(?:put |use |make it |have |give me |i want |rather )?{_INSTEAD}(?: instead| rather| there| please)*"
)
_BECOMES = Pattern(
    r"(?:make|turn|change) the (?P<old>[a-z]+(?: of [a-z]+)?) (?:into |to )?(?:an? )?(?P<new>[a-z]+(?: [a-z]+)?)(?: instead)?"
)


def _another_dish(match: re.Match[str], base: Scene) -> str | None:
    """ "Make the milk orange juice": it is another drink, and has no other colour."""
    old, new = named_in(f"the {match['old']}", base), one_noun(match["new"])
    if len(old) != 1 or new is None or new.kind == old[0].kind or new.count > 1:
        return None
    pours = new.kind in sorts()["drink"] and (old[0].kind in sorts()["drink"] or "glass" in old[0].kind)
    read = tokenise(match["new"])
    looks = any(one.get(role) for one in read for role in ("colours", "sizes", "patterns", "moods"))
    laid = all(kinds()[kind].habitat == "table" for kind in (old[0].kind, new.kind or ""))
    if (looks and not pours) or not laid:
        return None
    return f"replace {named(old[0], base)} with {match['new']}"


def _in_its_stead(match: re.Match[str], base: Scene) -> str | None:
    """ "No willow, an apple tree instead": that one goes, and no other."""
    old = named_in(f"the {match['old']}", base)
    new = parse(match["new"]).mentions
    if len(new) != 1 or new[0].kind is None or any(one.get("places") for one in tokenise(match["new"])):
        return None
    return None if len(old) != 1 else f"replace {named(old[0], base)} with {match['new']}"


# Patterns

_PLAIN = Pattern(
    r"(?P<make>(?:make|paint|turn) (?:the [a-z]+(?: [a-z]+)?|it|him|her|them)) (?:a )?(?:plain|solid|all) (?P<colour>[a-z]+)"
)


def _of_one_colour(match: re.Match[str], base: Scene) -> str | None:
    """Plain brown, of what has no pattern of its own: brown."""
    plain = all(one.pattern is None for one in base.objects)
    return f"{match['make']} {match['colour']}" if plain and is_colour(match["colour"]) else None


# How somebody looks and feels

_GLUM = frozenset(
    [
        "sad",
        "unhappy",
        "gloomy",
        "glum",
        "grumpy",
        "angry",
        "cross",
        "mad",
        "furious",
        "scared",
        "afraid",
        "frightened",
        "worried",
        "upset",
        "miserable",
        "bored",
        "cry",
        "crying",
        "frown",
        "frowning",
    ]
)
_MERRY = frozenset(
    [
        "happy",
        "smile",
        "smiling",
        "laugh",
        "laughing",
        "cheerful",
        "jolly",
        "excited",
        "grin",
        "grinning",
        "merry",
    ]
)
_ASLEEP = frozenset(["sleep", "sleeping", "asleep"])
_SO = r"(?:(?:so|too|that|quite|as|all|very) )*"
_MOOD = rf"{_SO}(?P<mood>[a-z]+)"
_SEEMS = r"(?:(?:be|look|feel|seem|stay) )?"
_NOT_SO = (
    Pattern(rf"(?P<who>{WHO}) (?:should|must|need|do|does|is|are)(?:n't| not)(?: (?:have|need) to)? {_SEEMS}{_MOOD}(?: here| in this)?"),
    Pattern(rf"(?:don't|do not) (?:let|make|have) (?P<who>{WHO}) {_SEEMS}{_MOOD}"),
    Pattern(rf"(?:stop|keep) (?P<who>{WHO}) (?:from )?{_MOOD}"),
    Pattern(rf"(?:(?:make|have) (?P<who>{WHO}) (?:look |be )?)?(?:less|not so|not as|not too) {_MOOD}"),
)  # fmt: skip


def _not_so(match: re.Match[str], base: Scene) -> str | None:
    """He shouldn't be sad: he smiles. She should not smile: she is serious. Nobody is to sleep: they wake."""
    mood = match["mood"].lower()
    how = "happy" if mood in _GLUM else "look serious" if mood in _MERRY else None
    who = (match["who"] or "").lower()
    if how is None and mood not in _ASLEEP:
        return None
    if mood == "gloomy" and who in ("it", ""):
        return "make it brighter"
    if who in ("they", "them", "both"):
        return f"make them {how}" if how else "wake them up"
    one = one_called(who, base) if who else _last_living(base)
    if one is None or not kinds()[one.kind].alive:
        return None
    return f"make {named(one, base)} {how}" if how else f"wake {named(one, base)} up"


def _last_living(base: Scene) -> Thing | None:
    about = _spoken_of(base)
    living = [one for one in standing(base) if kinds()[one.kind].alive]
    return about if about in living else living[-1] if living else None


# Of one colour with another

_SAME_COLOUR = Pattern(
    rf"(?:(?:make|paint|give) )?(?P<who>{WHO})(?: (?:should|must|to))?(?: be)? (?:(?:in )?(?:the|a) same colou?r as|match(?:es|ing)?(?: with)?) (?:(?:his|her|its|their|the [a-z]+(?:'s)|the) (?P<of>[a-z]+)|(?P<also>him|her|it))"
)


def _in_the_same_colour(match: re.Match[str], base: Scene) -> str | None:
    """The scarf in the colour of her coat."""
    one = one_called(match["who"], base)
    if match["also"]:
        rest = one_called(match["also"], base)
        others = [] if rest is None else [rest]
    else:
        others = named_in(f"the {match['of']}", base)
    painted = [other for other in others if other.colour is not None and (one is None or other.id != one.id)]
    if one is None or len(painted) != 1 or not is_colour(painted[0].colour or ""):
        return None
    return f"make {named(one, base)} {painted[0].colour}"


# What comes with something on

_GIVEN_WITH = Pattern(
    rf"give (?P<who>{WHO}) (?P<what>(?:an?|two|three) [a-z ]{{2,24}}?) (?P<how>with an? [a-z ]{{2,24}}|in an? [a-z ]{{2,24}}|wearing an? [a-z ]{{2,24}})"
)


def _comes_with(match: re.Match[str], base: Scene) -> str | None:
    """ "Give him a dog with a helmet": it is the dog that has it on."""
    who = one_called(match["who"], base)
    comes = kinds_in(match["what"])
    if who is None or len(comes) != 1 or not kinds()[comes[0]].alive:
        return None
    return f"add {match['what']} {match['how']} beside {named(who, base)}"


# Where

_THERE = Pattern(
    rf"(?:(?:put|move|place|have|make|let) )?(?P<who>{WHO})(?: (?:should|must))?(?: (?:be|go|stand|sit|come))? (?:over )?(?:to|on|at) the (?:other|opposite) side"
)


def _to_the_other_side(match: re.Match[str], base: Scene) -> str | None:
    """The nurse on the other side: of the bed that she stands beside."""
    one = one_called(match["who"], base)
    if one is None or one.rel is None or one.rel.type not in ("beside", "left", "right"):
        return None
    of = base.thing(one.rel.to)
    if of is None or not {one.id, of.id} <= base.layout.keys():
        return None
    side = "left" if base.layout[one.id].x > base.layout[of.id].x else "right"
    return f"move {named(one, base)} to the {side} of {named(of, base)}"


_IN_STEAD: Sequence[Form] = ((_NO_BUT, _in_its_stead),)
_FORMS: Sequence[Form] = (
    *((form, _not_so) for form in _NOT_SO),
    *SIZED,
    (_SAME_COLOUR, _in_the_same_colour),
    (_BECOMES, _another_dish),
    (_PLAIN, _of_one_colour),
    (_GIVEN_WITH, _comes_with),
    (_THERE, _to_the_other_side),
)
