"""What people say in two or three words of who is in the picture: "students are cats", "kids chasing chickens", "empty bench",
"blue uniforms", "hat red", "farmer's wife". Told as whole sentences that the grammar reads.

Each clause stays as it is where it is no such wish, or the picture has not what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.whom import IS_NO_NAME, named, one_called, people, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_ARE = Pattern(
    r"(?:the )?(?P<who>[a-z]+(?: [a-z]+)?) (?:is|are|should be|could be|as) (?P<a>an? )?(?P<what>[a-z]+(?: [a-z]+)?)(?: instead| now)?"
)


def _living(words: str, base: Scene) -> list[Thing]:
    """Those in the picture who live and are called so."""
    return [one for one in named_in(words, base) if kinds()[one.kind].alive]


def _kind_of(words: str) -> str | None:
    """The kind of the one thing that some words name, with nothing else said of it."""
    said = parse(words).mentions
    return said[0].kind if len(said) == 1 else None


def _are(match: re.Match[str], base: Scene) -> str | None:
    """The chef is a panda: who is there becomes one, and none comes."""
    who, what = match["who"], match["what"]
    there = _living(f"the {who}", base)
    if (
        not there
        or IS_NO_NAME.match(who)
        or not (match["a"] or what.endswith("s") or what in ("men", "women", "mice"))
    ):
        return None
    kind = _kind_of(f"a {what}" if match["a"] else what)
    if kind is None or not kinds()[kind].alive or all(one.kind == kind for one in there):
        return None
    if len(there) == 1:
        single = what if match["a"] else None
        return None if single is None else f"turn {named(there[0], base)} into {_a(single)}"
    return f"replace the {who} with {what}" if not match["a"] else None


def _a(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


_CHASES = Pattern(
    r"(?P<who>[a-z]+(?: [a-z]+)?) (?P<does>chasing|feeding|petting|watching|hugging|riding|holding|carrying|following|looking at|playing with|pointing at|scaring) (?P<whom>[a-z]+)"
)


def _chases(match: re.Match[str], base: Scene) -> str | None:
    """Kids chasing chickens, where there are chickens: those."""
    whom = match["whom"]
    if (
        IS_NO_NAME.match(match["who"])
        or whom.lower() in ("it", "him", "her", "them")
        or not _living(whom, base)
    ):
        return None
    return f"{match['who']} {match['does']} the {whom}"


_CLOTHES = r"uniforms|hats|caps|shirts|t-shirts|jackets|coats|dresses|scarves|helmets|aprons|crowns|hoodies|sweaters|jumpers|raincoats|capes|masks|vests|suits|costumes|swimsuits|bathing suits|life jackets|ponchos|kimonos|wigs|medals"
_FOR_ALL = Pattern(
    rf"(?P<how>(?:[a-z]+ ){{0,2}}?)(?P<what>{_CLOTHES})(?: for (?:everyone|everybody|all|them|all of them))?(?: too)?"
)


def _for_all(match: re.Match[str], base: Scene) -> str | None:
    """Blue uniforms, of several people: one for each."""
    how, folk = match["how"].strip(), people(base)
    coloured = (
        all(any(map(token.get, ("colours", "patterns", "materials", "sizes"))) for token in tokenise(how))
        if how
        else True
    )
    if len(folk) < 2 or not coloured or named_in(match["what"], base):
        return None
    if any(
        one.label.lower().endswith((match["what"], match["what"].removesuffix("s"))) for one in base.objects
    ):
        return f"make the {match['what']} {how}" if how else None
    return f"give them all {match['how']}{match['what']}"


_COLOUR_LAST = Pattern(r"(?P<what>[a-z]+(?: [a-z]+)?) (?P<how>[a-z]+)")


def _colour_last(match: re.Match[str], base: Scene) -> str | None:
    """Hat red: of the hat that is there, and no other comes."""
    what, hue = match["what"], tokenise(match["how"])
    if IS_NO_NAME.match(what) or len(hue) != 1 or not hue[0].get("colours") or hue[0].get("kinds"):
        return None
    if (
        any(token.get("colours") or token.get("verbs") for token in tokenise(what))
        or _kind_of(f"the {what}") is None
    ):
        return None
    drawn = {has for one in base.objects for has in kinds()[one.kind].has}
    if not named_in(f"the {what}", base) and _kind_of(f"the {what}") not in drawn:
        return None
    return f"make the {what} {match['how']}"


_SIZED = Pattern(
    r"(?:the )?(?P<how>huge|giant|gigantic|enormous|massive|tiny|big|large|bigger|smaller|larger|taller) (?P<what>[a-z]+)"
)


def _sized(match: re.Match[str], base: Scene) -> str | None:
    """Huge cat, where there is one: that grows, where it stands."""
    there = named_in(f"the {match['what']}", base)
    if len(there) != 1 or there[0].label.lower().split()[-1] != match["what"].lower():
        return None
    return f"make {named(there[0], base)} {match['how']}"


_IN_THE_WATER = Pattern(
    r"(?P<who>(?:one|some|two)(?: of (?:them|the [a-z]+))?|they|the [a-z]+) (?P<does>(?:runs?|walks?|goes|go|jumps?|wades?) (?:in|into|to|towards?) |in )the water"
)
_WATERS = frozenset({"beach", "lake", "river", "sea", "pool"})


def _in_the_water(match: re.Match[str], base: Scene) -> str | None:
    """Into the water of that very place, which stays the place.

    Raises:
        NotDrawable: it is about some of several alike, who cannot be told apart there.
    """
    who = match["who"].lower()
    living = [one for one in standing(base) if kinds()[one.kind].alive]
    if base.env.place not in _WATERS or not living:
        return None
    if who.startswith(("one", "some", "two")):
        if len({one.kind for one in living}) < len(living):
            raise NotDrawable(notes.not_understood("en"))
        return None
    labels = dict.fromkeys(one.label.lower() for one in living)
    alike = len(living) > 1 and len(labels) == 1
    they = [f"the {plural_of(label.removesuffix('s')) if alike else label}" for label in labels]
    return ", ".join(f"put {one} in the water" for one in (they if who == "they" else [who]))


_FRIENDS = Pattern(
    r"(?:(?:his|her|their|some|a few|two) )?(?P<who>friends|kids|people|mom|mum|dad|mother|father|parents|sister|brother|wife|husband|owner) (?P<does>laugh|cheer|watch|wave|clap|dance|smile|cry|sing|run|jump)(?:s|es|ing)?(?: at (?:him|her|them|it))?"
)


def _friends(match: re.Match[str], base: Scene) -> str | None:
    """His friends laugh, of whom none is there yet: they come."""
    who = match["who"].lower()
    if named_in(f"the {who}", base) or len(people(base)) == 0:
        return None
    does = {
        "dance": "dancing",
        "smile": "smiling",
        "wave": "waving",
        "clap": "clapping",
        "run": "running",
    }.get(match["does"].lower(), f"{match['does'].lower()}ing")
    many = {
        "friends": "two friends",
        "parents": "a mother and a father",
        "kids": "three kids",
        "people": "three people",
    }
    return f"add {many.get(who, _a(who))} {does}"


_SPINS = Pattern(
    r"(?P<who>he|she|it|the [a-z]+) (?:spins|twirls|dips) (?:him|her|it|them|the [a-z]+)(?: around| round)?"
)


def _spins(match: re.Match[str], base: Scene) -> str | None:
    """What nobody is drawn doing with another.

    Raises:
        NotDrawable: both are there.
    """
    one = one_called(match["who"], base)
    if one is None or not kinds()[one.kind].alive:
        return None
    raise NotDrawable(notes.pose_not_drawn([one.label], "en"))


_EMPTY = Pattern(
    r"(?:(?:only|just) (?:the |an? )?(?:empty )?|(?:make (?:the |it an? ))?empty )(?P<what>[a-z]+(?: [a-z]+)?)|make the (?P<also>[a-z]+) empty"
)


def _empty(match: re.Match[str], base: Scene) -> str | None:
    """An empty bench: whoever is on it goes."""
    there = named_in(f"the {match['what'] or match['also']}", base)
    if len(there) != 1 or kinds()[there[0].kind].alive:
        return None
    on = [
        one
        for one in base.objects
        if one.rel is not None and one.rel.to == there[0].id and one.rel.type in ("on", "inside", "behind")
    ]
    return f"remove {' and '.join(named(one, base) for one in on)}" if on else None


_KIN = Pattern(
    r"(?:the )?(?P<who>[a-z]+)['’]s (?P<kin>wife|husband|mother|mom|mum|father|dad|son|daughter|sister|brother|girlfriend|boyfriend|friend|kids|children)(?: too| as well)?"
)


def _kin(match: re.Match[str], base: Scene) -> str | None:
    """The farmer's wife: she comes."""
    if not _living(f"the {match['who']}", base):
        return None
    return (
        f"add a {match['kin']}"
        if not match["kin"].endswith(("kids", "children"))
        else f"add two {match['kin']}"
    )


_PANICS = Pattern(
    r"(?P<who>he|she|it|they|the [a-z]+|[a-z]+)(?:'s|'re| is| are)? (?:panicking|panics?|freaking out|freaks? out|in (?:a )?panic)"
)


def _panics(match: re.Match[str], base: Scene) -> str | None:
    if match["who"].lower() == "they":
        return "make them scared"
    one = one_called(match["who"], base)
    return None if one is None or not kinds()[one.kind].alive else f"make {named(one, base)} scared"


_BEARDED = Pattern(r"(?:make (?:him|it|the [a-z]+) )?(?P<how>bearded|bald|freckled|moustached|mustached)")


def _bearded(match: re.Match[str], base: Scene) -> str | None:
    folk = people(base)
    had = {
        "bearded": "a beard",
        "freckled": "freckles",
        "moustached": "a moustache",
        "mustached": "a moustache",
    }
    what = had.get(match["how"].lower())
    return f"give {named(folk[0], base)} {what}" if len(folk) == 1 and what else None


_SOUNDS = Pattern(
    r"(?:the |a )?(?:bell|phone|alarm|telephone|doorbell|church bells?) (?:rings?|is ringing|ringing)"
)


def _sounds(match: re.Match[str], base: Scene) -> str:
    """What is only heard.

    Raises:
        NotDrawable: always.
    """
    raise NotDrawable(notes.undrawn([match[0]], "en"))


_FROM_ABOVE = Pattern(
    r"(?:the )?(?P<what>[a-z]+) (?:seen )?(?P<at>from (?:above|below|behind|the top|the side|the back))"
)


def _from_above(match: re.Match[str], base: Scene) -> str | None:
    here = any(token.get("places") for token in tokenise(match["what"])) or match["what"] in (
        "scene",
        "picture",
        "room",
    )
    return f"view {match['at']}" if here else None


_DISORDER = Pattern(
    r"(?:make (?:the |it )?)?(?:a )?(?P<how>messy|dirty|cluttered|untidy|tidier|tidy|clean) ?(?P<what>[a-z]*)"
)


def _disorder(match: re.Match[str], base: Scene) -> str | None:
    """A messy room: no place is drawn so.

    Raises:
        NotDrawable: it is about the place.
    """
    what = match["what"]
    here = any(token.get("places") == base.env.place for token in tokenise(what)) or what in ("room", "place")
    if not what or not here or named_in(what, base) or match["how"].lower() in ("tidy", "clean", "tidier"):
        return None
    raise NotDrawable(notes.undrawn([match["how"].lower()], "en"))


_MILKS = Pattern(r"(?P<does>milk|feed|pet|hug|ride|wash|brush|walk|chase|water|catch) the (?P<whom>[a-z]+)")


def _milks(match: re.Match[str], base: Scene) -> str | None:
    """Milk the cow, of the only one there who can."""
    folk, whom = people(base), named_in(f"the {match['whom']}", base)
    if len(folk) != 1 or not whom or any(is_somebody(one.kind) for one in whom):
        return None
    does = match["does"].lower()
    verb = f"{does}es" if does.endswith(("sh", "ch")) else f"{does}s"
    return f"{named(folk[0], base)} {verb} the {match['whom']}"


_COMES_DOING = Pattern(
    r"(?P<who>(?:(?:little|old|big|small|cute|young|black|white|brown) )?[a-z]+) (?P<does>steals|eats|catches|holds|carries|watches|sleeps|sits|stands|runs|jumps|flies|hides|swims|waves|dances|sings|plays|[a-z]+ing)(?P<rest>(?: [a-z]+){0,5})"
)


def _comes_doing(match: re.Match[str], base: Scene) -> str | None:
    """Cat steals a fish, of whom there is none yet: one comes."""
    who = match["who"]
    kind = _kind_of(f"a {who}")
    if kind is None or not kinds()[kind].alive or IS_NO_NAME.match(who) or named_in(who, base):
        return None
    if parse(f"a {who}").mentions[0].label.lower().split()[-1] != who.lower().split()[-1]:
        return None
    if any(one.kind == kind for one in base.objects) or who.endswith("s"):
        return None
    return f"{_a(who)} {match['does']}{match['rest']}"


_IN_A_CORNER = Pattern(
    r"(?:add|put|draw|place|have) (?:an?|some|the) (?P<what>[a-z]+(?: [a-z]+)?) in (?:the|a|one) (?:(?:left|right|far|top|bottom|back|upper|lower) )*corner(?: of the [a-z]+)?"
)


def _in_a_corner(match: re.Match[str], base: Scene) -> str | None:
    """What no drawing shows is no matter of corners.

    Raises:
        NotDrawable: it is such a thing.
    """
    said = parse(f"a {match['what']}").mentions
    if len(said) == 1 and said[0].kind is None and said[0].colour is None:
        raise NotDrawable(notes.undrawn([match["what"]], "en"))
    return None


_CLOSER_ALONE = Pattern(
    r"(?:(?:a (?:bit|little)|much) )?(?P<how>closer|nearer|further away|farther away|far away|further|farther)(?: away)?"
)


def _closer_alone(match: re.Match[str], base: Scene) -> str | None:
    if sum(one.rel is None for one in standing(base)) > 1 and match["how"].lower() in ("closer", "nearer"):
        return None
    return "zoom in" if match["how"].lower() in ("closer", "nearer") else "zoom out"


_A_BIT_MORE = Pattern(
    r"(?:just |yes |still )*(?:(?:a (?:wee )?(?:bit|little|tad|touch)|slightly|even) more)(?: please)?"
)


def _a_bit_more(match: re.Match[str], base: Scene) -> None:
    """ "A bit more", after one thing was moved or made larger: no others of it come. Of several, as of clouds, more do.

    Raises:
        NotDrawable: what there is to be more of, the picture does not tell.
    """
    about = base.thing(base.focus or "")
    if about is not None and sum(one.kind == about.kind for one in base.objects) == 1:
        raise NotDrawable(notes.not_understood("en"))


_THOSE = Pattern(
    r"(?P<one>one )?(?P<who>[a-z]+) (?P<how>(?!and\b|or\b|too\b|please\b|everywhere\b|around\b|instead\b|again\b|as\b|for\b|of\b|should\b|must\b|are\b|is\b|have\b|has\b|in different\b|in (?:the )?(?:background|distance|foreground|sky))[a-z]+(?: [a-z]+)*)"
)


def _those(match: re.Match[str], base: Scene) -> str | None:
    """Cats on the sofa, where there are cats: those, and no others; one of them is one who is there, too."""
    who, how = match["who"], match["how"]
    if match["one"] is None and (not who.endswith("s") or who.endswith("ss")):
        return None
    there = named_in(who if match["one"] is None else plural_of(who), base)
    if len(there) < 2 or not all(kinds()[one.kind].alive for one in there) or IS_NO_NAME.match(who):
        return None
    if (has := re.match(r"(?:with|wearing|in) (?P<what>.+)", how)) is not None:
        kind = _kind_of(has["what"])
        if kind is not None and kinds()[kind].wear is not None:
            return None if match["one"] else f"give the {who} {has['what']}"
        if not how.startswith("in "):
            return None
    where = re.match(r"(?:on|in|into|under|behind|next to|beside|inside|in front of)\b", how)
    first = tokenise(how.split()[0])
    acts = bool(first) and (first[0].get("verbs") is not None or first[0].get("poses") is not None)
    acts = acts or how.split()[0].endswith("ing") or any(token.get("moods") for token in tokenise(how))
    acts = (
        acts
        or re.match(
            r"(?:raise|lift|put|hold|wear|look|point|cheer|clap|wave|throw|eat|drink|hug|fight|run|fly|jump|chase)\b",
            how,
        )
        is not None
    )
    subject = f"the {who}" if match["one"] is None else f"one of the {plural_of(who)}"
    if where is not None:
        return f"put {subject} {how}"
    return f"{subject} {how}" if acts and match["one"] is None else None


IN_FEW_WORDS: Sequence[Form] = (
    (_ARE, _are),
    (_CHASES, _chases),
    (_FOR_ALL, _for_all),
    (_COLOUR_LAST, _colour_last),
    (_SIZED, _sized),
    (_FRIENDS, _friends),
    (_SPINS, _spins),
    (_IN_THE_WATER, _in_the_water),
    (_EMPTY, _empty),
    (_KIN, _kin),
    (_PANICS, _panics),
    (_BEARDED, _bearded),
    (_SOUNDS, _sounds),
    (_FROM_ABOVE, _from_above),
    (_DISORDER, _disorder),
    (_MILKS, _milks),
    (_COMES_DOING, _comes_doing),
    (_IN_A_CORNER, _in_a_corner),
    (_A_BIT_MORE, _a_bit_more),
    (_CLOSER_ALONE, _closer_alone),
    (_THOSE, _those),
)
"""Clauses of few words, each with what it is told as."""
