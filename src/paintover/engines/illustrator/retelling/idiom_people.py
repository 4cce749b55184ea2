"""What fills a hole of an idiom of words/idioms.toml with somebody: who does it, to whom, in which clothes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from paintover.engines.illustrator.backdrops import INDOORS, PLACES
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import has_of_its_own
from paintover.engines.illustrator.retelling.meant import (
    PRONOUN,
    WOMEN,
    actor,
    called_by,
    first_called,
    name_of,
    names_a_thing,
    pronoun_named,
    salient,
    somebody_meant,
    with_somebody_meant,
)
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.likeness import is_somebody

DEEDS_OF = {"cook": "cooking", "bake": "baking", "knit": "knitting", "fish": "fishing", "garden": "gardening", "paint": "painting", "draw": "drawing", "iron": "ironing", "sew": "sewing", "shop": "shopping", "ski": "skiing", "surf": "surfing", "skate": "skating"}  # fmt: skip
"""What is read as a thing unless it ends in -ing."""


def _doing(words: Mapping[str, str], base: Scene) -> str | None:
    return DEEDS_OF.get(words["does"].lower())


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
    return " and ".join(dict.fromkeys(f"the {name_of(one)}" for one in chosen))


def _is_small_life(one: Thing) -> bool:
    """Butterflies and bees, which go with a background."""
    return kinds()[one.kind].height_m < 0.12


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


def _mount(words: Mapping[str, str], base: Scene) -> str | None:
    if told := words.get("what") or words.get("also"):
        return told
    there = {thing.kind for thing in base.objects}
    kind = next((kind for kind in _MOUNTS if kind in there), None)
    return None if kind is None else f"the {names('en', kind)}"


def _worn(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("worn") or words.get("also")


def _does(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("does") or words.get("b")


def _whom(words: Mapping[str, str], base: Scene) -> str | None:
    """Who is meant; the one that is talked about where nobody is named."""
    phrase = words.get("who") or words.get("a")
    if phrase == "them":
        return phrase
    if phrase is not None and (
        called_by(re.sub(r"^(?:an?|the) ", "", phrase), base) or names_a_thing(phrase)
    ):
        return re.sub(r"^an? ", "the ", phrase)
    if phrase is not None and " " in phrase:
        return None  # "la voile": a noun that nobody knows
    living = [one for one in base.objects if kinds()[one.kind].alive]
    one = next((one for one in living if one.id == base.focus), None) or next(reversed(living), None)
    return None if one is None else f"the {name_of(one)}"


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
        return f"the left {name_of(pair[0])} and the right {name_of(pair[0])}"
    return f"the {name_of(pair[0])} and the {name_of(pair[1])}"


def _pair(words: Mapping[str, str], base: Scene) -> str | None:
    """Who does it, and with what: of "let her hug it", where she is talked about, the other one there."""
    people = [one for one in base.objects if is_somebody(one.kind)]
    about = base.thing(base.focus or "")
    who = (
        first_called(words["a"], base)
        if words["a"].startswith("the ")
        else about
        if about in people
        else next(iter(people), about)
    )
    if who is None:
        return None
    others = [one for one in base.objects if one is not who and (one.rel is None or not one.rel.part)]
    whom = first_called(words["b"], base) if words["b"].startswith("the ") else next(reversed(others), None)
    return None if whom is None or whom is who else f"the {name_of(who)} {words['does']} the {name_of(whom)}"


def _them_or_one(words: Mapping[str, str], base: Scene) -> str | None:
    return "them" if words["who"].lower() == "les" else _whom(words, base)


def _taken(words: Mapping[str, str], base: Scene) -> str | None:
    """Who comes out of something, and who is in or on that."""
    one, host = first_called(words["what"], base), first_called(words["of"].partition(" ")[2], base)
    if one is None or host is None or one.rel is None or one.rel.to != host.id:
        return None
    return f"the {name_of(one)}"


def _chaser(words: Mapping[str, str], base: Scene) -> str | None:
    return f"the {words['a']}" if called_by(words["a"], base) else None


def _chased(words: Mapping[str, str], base: Scene) -> str | None:
    return f"the {words['b']}" if called_by(words["b"], base) else None


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
    return "them" if sum(two.kind == one.kind for two in living) > 1 else f"the {name_of(one)}"


def _towards(words: Mapping[str, str], base: Scene) -> str | None:
    """Who turns, and to which side the other is; the face alone of who is drawn from the front."""
    who, whom = words.get("a") or words["c"], words.get("b") or words["d"]
    one, other = first_called(who, base), first_called(whom, base)
    if one is None or other is None or one is other:
        return None
    stands, looks = base.layout.get(one.id), base.layout.get(other.id)
    if stands is None or looks is None:
        return None
    if len(figure_of(one).anchors.eyes) == 2:
        return f"the {name_of(one)} looking at the {name_of(other)}"
    return f"turn the {name_of(one)} to face {'left' if looks.x < stands.x else 'right'}"


def _everyone(words: Mapping[str, str], base: Scene) -> str | None:
    """All who are there and can wear something."""
    return "them all" if any(is_somebody(one.kind) for one in base.objects) else None


def _clothes(words: Mapping[str, str], base: Scene) -> str | None:
    """What is to be put on somebody, if that is worn."""
    said = parse(words["worn"]).mentions
    fits = len(said) == 1 and said[0].kind is not None and bool(kinds()[said[0].kind].wear)
    return words["worn"] if fits else None


_WARDROBE = ("sweater", "hoodie", "jacket", "shirt")
"""What somebody gets who is to wear something else."""


def other_clothes(base: Scene) -> str:
    """The kind of what somebody may wear instead of what is worn in the picture."""
    worn = {one.kind for one in base.objects}
    return next((kind for kind in _WARDROBE if kind not in worn), _WARDROBE[0])


def _other_clothes(words: Mapping[str, str], base: Scene) -> str | None:
    return (
        f"a {names('en', other_clothes(base))}"
        if any(is_somebody(one.kind) for one in base.objects)
        else None
    )


def _shaved(words: Mapping[str, str], base: Scene) -> str | None:
    """What grows in the face of somebody there; any beard, of which the answer is that there is none or that it is drawn on."""
    grown = next((one for one in base.objects if one.kind in ("beard", "moustache", "long-beard")), None)
    return "the beard" if grown is None else f"the {name_of(grown)}"


def _somewhere(words: Mapping[str, str], base: Scene) -> str | None:
    """The place to which those are to be taken who are there, where it is no thing of the picture."""
    there = PRONOUN.fullmatch(words["who"]) is not None or bool(
        called_by(words["who"].removeprefix("the "), base)
    )
    bare = re.sub(r"^(?:an?|the) ", "", words["ground"])
    read = [token for token in tokenise(bare) if not token.get("filler")]
    if not read:
        return None
    place = read[0].get("places") if len(read) == 1 else None
    is_thing = bool(called_by(bare, base)) or (read[0].get("kinds") is not None and place not in INDOORS)
    if place is None or not there or is_thing or place == base.env.place:
        return None
    if _has_water(place):
        return None  # whoever is put into a lake is in its water
    return words["ground"]


def _has_water(place: str) -> bool:
    return place in PLACES and PLACES[place].water is not None


def _each_other(words: Mapping[str, str], base: Scene) -> str | None:
    """The two that are named, or the only two that live, each turned to the other."""
    if "c" in words:
        pair = [first_called(words["c"], base), first_called(words["d"], base)]
    else:
        pair = [one for one in base.objects if kinds()[one.kind].alive]
    if len(pair) != 2 or None in pair:
        return None
    names_of = [f"the {name_of(one)}" for one in pair if one is not None]
    said = [_towards({"a": a, "b": b}, base) for a, b in (names_of, reversed(names_of))]
    return None if None in said else ", ".join(each for each in said if each is not None)


def _moved(words: Mapping[str, str], base: Scene) -> str | None:
    """Who feels something about another: the face, turned to that one where it can be."""
    one, other = first_called(words["a"], base), first_called(words["b"], base)
    moods = [token.get("moods") for token in tokenise(words["mood"])]
    if one is None or other is None or one is other or len(moods) != 1 or moods[0] is None:
        return None
    turned = _towards({"a": f"the {name_of(one)}", "b": f"the {name_of(other)}"}, base)
    return f"make the {name_of(one)} {words['mood']}" + (f", {turned}" if turned else "")


def _doer(words: Mapping[str, str], base: Scene) -> str | None:
    """Who is to do something: of a pronoun who wears or holds what was spoken of last, for no suit waves."""
    who, about = words.get("who", ""), salient(base)
    rel = about.rel if about is not None else None
    if rel is None or rel.type not in ATTACHED or PRONOUN.fullmatch(who) is None:
        return pronoun_named(who, base)
    bearer = base.thing(rel.to)
    alone = bearer is not None and sum(one.kind == bearer.kind for one in base.objects) == 1
    return f"the {name_of(bearer)}" if bearer is not None and alone else who


def _sleeper(words: Mapping[str, str], base: Scene) -> str | None:
    """Whose eyes are shut: who is named, or the only one who sleeps."""
    shut = [one for one in base.objects if one.pose == "sleep" or one.mood == "shut"]
    named = re.sub(r"(?:'s|’s)$", "", words["who"]) if "who" in words else "its"
    if named in ("its", "her", "his"):
        return f"the {name_of(shut[0])}" if len(shut) == 1 else None
    one = first_called(named, base)
    return f"the {name_of(one)}" if one in shut and one is not None else None


def _held(words: Mapping[str, str], base: Scene) -> str | None:
    one = first_called(words["what"], base)
    return None if one is None or kinds()[one.kind].height_m > 1.2 else f"the {name_of(one)}"


def _whose(words: Mapping[str, str], base: Scene) -> str | None:
    phrase = words["whom"]
    if PRONOUN.fullmatch(phrase) is not None:
        one = actor(base)
        return None if one is None else f"the {name_of(one)}'s"
    said = parse(phrase).mentions
    if len(said) != 1 or said[0].kind is None or not kinds()[said[0].kind].alive:
        return None
    return f"the {phrase.partition(' ')[2]}'s"


def _catcher(words: Mapping[str, str], base: Scene) -> str | None:
    return pronoun_named(words.get("who") or words["a"], base)


def _in_hand(words: Mapping[str, str], base: Scene) -> Thing | None:
    """What is held, and is to be put down."""
    told = words.get("what") or words.get("also")
    one = next(iter(called_by(re.sub(r"^the ", "", told), base)), None) if told else salient(base)
    return (
        one
        if one is not None and one.rel is not None and one.rel.type == "hold" and one.rel.part == "hand"
        else None
    )


def _held_one(words: Mapping[str, str], base: Scene) -> str | None:
    one = _in_hand(words, base)
    return None if one is None else f"the {name_of(one)}"


def _holder(words: Mapping[str, str], base: Scene) -> str | None:
    one = _in_hand(words, base)
    host = base.thing(one.rel.to) if one is not None and one.rel is not None else None
    return None if host is None else f"the {name_of(host)}"


_OLDER = {"man": "an old man", "person": "an old man", "boy": "an old man", "woman": "an old woman", "girl": "an old woman", "child": "an old man"}  # fmt: skip
_GROWN_UP = {"boy": "a man", "girl": "a woman", "child": "a man", "baby": "a child"}
"""What a child is that is older."""
_YOUNGER = {"old-man": "a man", "old-woman": "a woman", "man": "a boy", "woman": "a girl", "person": "a child", "boy": "a baby", "girl": "a baby"}  # fmt: skip


def _who_ages(words: Mapping[str, str], base: Scene) -> Thing | None:
    """Who is to be older, or younger: a pronoun means who can be."""
    if PRONOUN.fullmatch(words["who"]) is not None:
        return salient(with_somebody_meant(f"make {words['who']} {words['age']}", base))
    phrase = re.sub(r"^the (?:left |right |middle |\w+ from the left )?", "", words["who"])
    return next(iter(called_by(phrase, base)), None)


def _ageing(words: Mapping[str, str], base: Scene) -> str | None:
    one = _who_ages(words, base)
    return None if one is None else words["who"] if " " in words["who"] else f"the {name_of(one)}"


def _aged(words: Mapping[str, str], base: Scene) -> str | None:
    """Who is to come instead of somebody who is to be older, or younger."""
    one, age = _who_ages(words, base), words["age"].lower()
    ages = _OLDER if age in ("old", "older", "elderly", "aged") else _YOUNGER
    grown = _GROWN_UP.get(one.kind) if one is not None and age == "older" else None
    return None if one is None else grown or ages.get(one.kind)


def _living(words: Mapping[str, str], base: Scene) -> str | None:
    """Who lives and is to have something."""
    if PRONOUN.fullmatch(words["who"]) is not None:
        one = actor(base)
    else:
        one = next(iter(called_by(re.sub(r"^(?:the|his|her) ", "", words["who"]), base)), None)
    whom = {"he": "him", "she": "her"}.get(words["who"].lower(), words["who"])
    return whom if one is not None and kinds()[one.kind].alive else None


def _had(words: Mapping[str, str], base: Scene) -> str | None:
    """Who has such a thing already; a blue shirt is neither a white one nor a sweater."""
    who, told = _living(words, base), parse(words["worn"]).mentions[:1]
    one = None if who is None else actor(base) if PRONOUN.fullmatch(who) else first_called(who, base)
    thing = next(
        (
            two
            for two in called_by(re.sub(r"^(?:an?|some|two) ", "", words["worn"]), base)
            if one is not None
            and two.rel is not None
            and two.rel.type in ("hold", "wear")
            and two.rel.to == one.id
            and all(so.kind == two.kind and so.colour in (None, two.colour) for so in told)
        ),
        None,
    )
    if one is None or thing is None or thing.rel is None or words["worn"].startswith("two"):
        return None
    return f"the {name_of(one)} is {'holding' if thing.rel.type == 'hold' else 'wearing'} a {name_of(thing)}"


def _deed(words: Mapping[str, str], base: Scene) -> str | None:
    return {"running": "run", "walking": "walk", "jumping": "jump", "dancing": "dance", "waving": "wave", "sleeping": "sleep", "laughing": "laugh", "smiling": "smile", "crying": "cry"}.get(words["runs"].lower())  # fmt: skip


def _exchanged(words: Mapping[str, str], base: Scene) -> str | None:
    """A new thing for somebody instead of an old one: of theirs, of their drawing, or of none that they have."""
    who = actor(base) if PRONOUN.fullmatch(words["who"]) is not None else first_called(words["who"], base)
    if who is None:
        return None
    old = re.sub(r"^(?:the|an?|his|her|its|that) ", "", words["old"])
    theirs = [one for one in called_by(old, base) if one.rel is not None and one.rel.to == who.id]
    meant = {mention.kind for mention in parse(f"the {old}").mentions} - {None}
    drawn = any(has_of_its_own(kinds()[who.kind], str(kind)) is not None for kind in meant)
    name = words["who"] if words["who"].startswith("the ") else f"the {name_of(who)}"
    return f"replace {name}'s {old} with {words['new']}" if theirs or drawn else f"give {name} {words['new']}"


def _caught(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("worn") or words.get("b")


def _acts(words: Mapping[str, str], base: Scene) -> str | None:
    """What somebody is to do or to feel."""
    doing = any(token.get("poses") or token.get("moods") for token in tokenise(words["acts"]))
    return words["acts"] if doing else None


def _worn_so(words: Mapping[str, str], base: Scene) -> str | None:
    """What somebody is to be without, by its own noun."""
    noun = re.sub(r"^(?:the|an?|any|his|her|its) ", "", words["what"])
    return f"the {noun}" if called_by(noun, base) else None


def _what_who(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("who") or words.get("also")


def _haired(words: Mapping[str, str], base: Scene) -> str | None:
    one = somebody_meant(words, base)
    return None if one is None else f"the {name_of(one)}"


def _haircut(words: Mapping[str, str], base: Scene) -> str | None:
    """The cut that is told, or one that whoever it is has not."""
    if told := words.get("cut"):
        return {"shorter": "short", "longer": "long", "curlier": "curly"}.get(told.lower(), told)
    one = somebody_meant(words, base)
    has = {
        two.kind for two in base.objects if one is not None and two.rel is not None and two.rel.to == one.id
    }
    cuts = (
        ("curly-hair", "long-hair", "short-hair")
        if one is None or WOMEN.search(one.kind)
        else ("curly-hair", "long-hair")
    )
    return next((cut.removesuffix("-hair") for cut in cuts if cut not in has), "short")


def _instead_held(words: Mapping[str, str], base: Scene) -> str | None:
    """Another thing in the same hand, or on the same head."""
    one, new = somebody_meant(words, base), words.get("new") or words["also"]
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
    return f"replace the {name_of(old[-1])} with {new}" if old else f"give the {name_of(one)} {new}"


PEOPLE: Mapping[str, Callable[[Mapping[str, str], Scene], str | None]] = {
    "main": _main,
    "mount": _mount,
    "taken": _taken,
    "chaser": _chaser,
    "chased": _chased,
    "them_or_one": _them_or_one,
    "two": _two,
    "pair": _pair,
    "worn": _worn,
    "does": _does,
    "somebody": _whom,
    "bearing": _bearing,
    "towards": _towards,
    "held": _held,
    "whose": _whose,
    "catcher": _catcher,
    "caught": _caught,
    "exchanged": _exchanged,
    "doing": _doing,
    "living": _living,
    "had": _had,
    "deed": _deed,
    "holder": _holder,
    "held_one": _held_one,
    "aged": _aged,
    "ageing": _ageing,
    "everyone": _everyone,
    "clothes": _clothes,
    "other_clothes": _other_clothes,
    "shaved": _shaved,
    "somewhere": _somewhere,
    "each_other": _each_other,
    "moved": _moved,
    "sleeper": _sleeper,
    "doer": _doer,
    "deeds_told": lambda words, base: words["deed"],
    "acts": _acts,
    "worn_so": _worn_so,
    "what_who": _what_who,
    "haired": _haired,
    "haircut": _haircut,
    "instead_held": _instead_held,
}
"""By hole: of the words that a pattern found, what is said there; None where the picture has nobody of the sort."""
