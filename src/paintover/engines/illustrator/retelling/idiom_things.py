"""What fills a hole of an idiom of words/idioms.toml with a thing, a look, a place or a number of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.materials import material_words
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds, sorts
from paintover.engines.illustrator.retelling.meant import (
    PRONOUN,
    actor,
    all_like,
    called_by,
    first_called,
    is_look,
    name_of,
    plural_of,
    pronoun_named,
    salient,
)
from paintover.engines.illustrator.retelling.others import is_aside
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.likeness import LIKE, likeness

_ORDER = re.compile(r"(?:make|paint|colou?r|turn|dye|put|add|draw|give|let|have|move|change|remove|replace|set|place|keep|with|all|both|every|each|one|two|three|no)\b", re.IGNORECASE)  # fmt: skip


def _another(words: Mapping[str, str], base: Scene) -> str | None:
    if "who" in words and PRONOUN.fullmatch(words["who"]) is None:
        said = kinds_in(words["who"])
        there = {thing.kind for thing in base.objects}
        return names("en", said[0]) if said and said[0] in there else None
    one = actor(base)
    return None if one is None else name_of(one)


def _it(words: Mapping[str, str], base: Scene) -> str | None:
    if "who" in words:
        return pronoun_named(words["who"], base)
    one = actor(base)
    return None if one is None else f"the {name_of(one)}"


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
    one = salient(base)
    return None if one is None else f"the {name_of(one)}"


def _bearer(words: Mapping[str, str], base: Scene) -> str | None:
    """What it is on or in; None where it stands on the ground."""
    if told := words.get("what") or words.get("also"):
        one = next(iter(called_by(re.sub(r"^the ", "", told), base)), None)
    else:
        one = salient(base)
    if (
        one is None
        or one.rel is None
        or one.rel.type not in ("on", "inside")
        or one.rel.part in ("head", "neck", "eyes")
    ):
        return None
    host = base.thing(one.rel.to)
    return None if host is None else f"the {name_of(host)}"


_SEASONS = {"spring": "summer", "summer": "autumn", "autumn": "winter", "winter": "spring", "": "autumn"}


def _season(words: Mapping[str, str], base: Scene) -> str | None:
    return _SEASONS.get(base.env.season, "winter")


def _side(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("side") or words.get("also") or "other"


def _more(words: Mapping[str, str], base: Scene) -> str | None:
    """How many more: of what is there already, and only so."""
    return "two" if all_like(words["what"], base) else None


def _fewer(words: Mapping[str, str], base: Scene) -> str | None:
    """About half of them, but not all."""
    phrase = words.get("what") or words["also"]
    many = len(all_like(phrase, base))
    return None if many < 2 else f"{many // 2} {phrase}"


def _kinds(words: Mapping[str, str], base: Scene) -> str | None:
    """All that are like the one that was spoken of last; None where it is the only one."""
    one = next((thing for thing in base.objects if thing.id == base.focus), None)
    if one is None or sum(thing.kind == one.kind for thing in base.objects) < 2:
        return None
    return f"the {plural_of(name_of(one))}"


def _root(words: Mapping[str, str], base: Scene) -> str | None:
    """What everything that was spoken of stands on: the shelf of the globe on the shelf."""
    one = topped(words.get("what", ""), base) or actor(base)
    for _ in base.objects:
        if one is None or one.rel is None or one.rel.type not in ("on", "inside") or one.rel.part:
            break
        if one.kind in _TOPPED:
            break
        one = base.thing(one.rel.to)
    return None if one is None else f"the {name_of(one)}"


def topped(what: str, base: Scene) -> Thing | None:
    """What has such a thing on top by its nature: a dish what is eaten, a Christmas tree a star; and where the talk is of nothing
    yet, or of what bears nothing, the largest that stands there."""
    new = {mention.kind for mention in parse(what).mentions if mention.kind is not None}
    about = base.thing(base.focus or "")
    at_table = about is None or about.kind in _BEARS_NOTHING
    small = bool(new) and all(kinds()[kind].height_m < _SMALL_M for kind in new)
    dished = bool(new & _EATEN) or (at_table and small)
    able = _TREES if new & _TREE_TOPS else _TOPPED if dished else frozenset[str]()
    fitting = [one for one in base.objects if one.kind in able]
    if about in fitting or (about is not None and kinds()[about.kind].alive):
        return about
    if fitting:
        return fitting[-1]
    standing = [
        one for one in base.objects if one.rel is None and one.kind not in (SIGNPOST, *_BEARS_NOTHING)
    ]
    if not at_table or any(kinds()[one.kind].alive for one in standing):
        return None
    return max(standing, key=lambda one: kinds()[one.kind].height_m, default=None)


_TREES = frozenset({"christmas-tree", "pine", "tree"})
_TREE_TOPS = frozenset({"star", "glowing-star", "angel"})
_EATEN = frozenset(kind for sort in ("food", "dessert", "fruit", "vegetable") for kind in sorts()[sort])
_SMALL_M = 0.4
"""How high what tops a dish is at most."""
_BEARS_NOTHING = frozenset({"fork", "knife", "spoon", "chopsticks", "chopstick"})
_TOPPED = frozenset({"cake", "birthday-cake", "cupcake", "ice-cream", "sundae", "pancakes", "pie", "pizza", "pizza-slice", "custard", "spaghetti", "spaghetti-meatballs", "meatballs"})  # fmt: skip
"""What has something on top itself, and not the table under it."""


def _old(words: Mapping[str, str], base: Scene) -> str | None:
    """What gives way, which must be there."""
    phrase = words.get("old") or words.get("too") or ""
    noun = re.sub(r"^(?:an?|the) ", "", phrase)
    return f"the {noun}" if noun and called_by(noun, base) else None


def _kept(words: Mapping[str, str], base: Scene) -> str | None:
    noun = re.sub(r"^(?:an?|the) ", "", words.get("kept") or words.get("also") or "")
    return f"the {noun}" if noun and called_by(noun, base) else None


def _one_noun(words: Mapping[str, str], base: Scene) -> str | None:
    noun = re.sub(r"^(?:an?|the) ", "", words.get("noun") or "one")
    return noun if any(mention.kind for mention in parse(f"the {noun}").mentions) else "one"


def _look(words: Mapping[str, str], base: Scene) -> str | None:
    """How it is to look: a colour, a size or a pattern."""
    told = words.get("how") or words.get("look") or ""
    return told if is_look(told) else None


def _first_look(words: Mapping[str, str], base: Scene) -> str | None:
    return words["a"] if is_look(words["a"]) else None


def _second_look(words: Mapping[str, str], base: Scene) -> str | None:
    return words["b"] if is_look(words["b"]) else None


def _where(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("rel")


def _weather(words: Mapping[str, str], base: Scene) -> str | None:
    told = words.get("does") or words.get("also")
    return told if told in ("rain", "snow") else None


def _a_look(words: Mapping[str, str], base: Scene) -> str | None:
    noun = re.sub(r"^(?:an?|the) ", "", words["worn"])
    return f"a {words['how']} {noun}" if is_look(words["how"]) else None


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
    return f"make the {name_of(large)} smaller and make the {name_of(small)} bigger"


def _into(words: Mapping[str, str], base: Scene) -> str | None:
    """What something of the same sort may become: tea coffee, but no look."""
    new = words["new"]
    if not any(token.get("kinds") for token in tokenise(new)) or is_look(new):
        return None
    old = called_by(words["old"].removeprefix("the "), base)
    said = parse(new).mentions
    if len(said) != 1 or said[0].kind is None or not old or said[0].kind == old[0].kind:
        return None
    return new if likeness(old[0].kind, said[0].kind) >= LIKE else None


def _elsewhere(words: Mapping[str, str], base: Scene) -> str | None:
    """What is to be put to a thing that is not there yet."""
    ground = _ground(words, base)
    return None if ground is None or all_like(words["ground"], base) else ground


def _container(words: Mapping[str, str], base: Scene) -> str | None:
    """What something may be in: the newest thing that does not live and that nobody wears, or what that lies in."""
    able = [one for one in base.objects if not kinds()[one.kind].alive and kinds()[one.kind].wear is None]
    one = next((one for one in able if one.id == base.focus), None) or next(reversed(able), None)
    host = (
        base.thing(one.rel.to)
        if one is not None and one.rel is not None and one.rel.type == "inside"
        else None
    )
    one = one if host is None or kinds()[host.kind].alive else host
    return None if one is None else f"the {name_of(one)}"


def _laid(words: Mapping[str, str], base: Scene) -> str | None:
    """One more of what lies in or on something, there too."""
    noun = re.sub(r"^(?:an?|the|\d+) ", "", words.get("noun") or words["also"])
    alike = all_like(noun, base)
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
    return f"{noun} {'in' if inside else 'on'} the {name_of(host)}"


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
    if many is None or not called_by(noun, base):
        return None
    return f"{many} {noun}"


def _stuff(words: Mapping[str, str], base: Scene) -> str | None:
    """What a thing is to be made of."""
    stuff = words["stuff"]
    return stuff if f"out of {stuff}" in material_words("en") and not _is_paint(stuff) else None


def _is_paint(word: str) -> bool:
    return any(token.get("colours") for token in tokenise(word))


def _becomes(words: Mapping[str, str], base: Scene) -> str | None:
    """A thing that what is there may become; no look and no place."""
    said = parse(words["new"])
    known = len(said.mentions) == 1 and said.mentions[0].kind is not None and said.place is None
    return words["new"] if known and said.time is None and re.match(r"an? ", words["new"]) else None


def _from(words: Mapping[str, str], base: Scene) -> str | None:
    host = first_called(words["of"].partition(" ")[2], base)
    return None if host is None else f"the {name_of(host)}"


def _second(words: Mapping[str, str], base: Scene) -> str | None:
    """One more of what is there, at a place that is told; the other side is where there is room."""
    found = all_like(words["noun"], base) or called_by(words["noun"], base)
    if not found:
        return None
    where = words.get("where", "")
    return f"{name_of(found[-1])} {'' if 'other side' in where else where}".strip()


def _number(words: Mapping[str, str], base: Scene) -> str | None:
    return words.get("number") or words.get("also")


def _placed(words: Mapping[str, str], base: Scene) -> str | None:
    """What can be put somewhere: a known thing that is not there yet."""
    said = parse(words["what"]).mentions
    if len(said) != 1 or said[0].kind is None or all_like(words["what"], base):
        return None
    counted = said[0].counted or said[0].plural
    return words["what"] if counted else f"a {words['what']}"


def _there(words: Mapping[str, str], base: Scene) -> str | None:
    """What is there and named by its noun alone."""
    if _ORDER.match(words["there"]) is not None:
        return None
    said = parse(words["there"]).mentions
    if len(said) != 1 or said[0].kind is None or said[0].colour or not all_like(words["there"], base):
        return None
    return f"the {words['there'].removeprefix('the ')}"


def _them(words: Mapping[str, str], base: Scene) -> str | None:
    """What may lie somewhere: the only thing there is, or all of few that do not live."""
    standing = [one for one in base.objects if one.rel is None or one.rel.type not in ATTACHED]
    if not 1 <= len(standing) <= 4 or not words["ground"]:
        return None
    if len(standing) == 1:
        return f"the {name_of(standing[0])}"
    return None if any(kinds()[one.kind].alive for one in standing) else "them"


def _ground(words: Mapping[str, str], base: Scene) -> str | None:
    """A thing that can be drawn, and no place."""
    said = parse(words["ground"])
    known = len(said.mentions) == 1 and said.mentions[0].kind is not None and said.place is None
    return words["ground"] if known and kinds()[said.mentions[0].kind or ""].wear is None else None


def _others(words: Mapping[str, str], base: Scene) -> str | None:
    """What several that are there become: others, as many, and no look."""
    said = parse(words["new"]).mentions
    there = called_by(re.sub(r"^the ", "", words["old"]), base)
    fits = len(said) == 1 and said[0].kind is not None and said[0].kind not in {one.kind for one in there}
    return words["new"] if there and fits and not is_look(words["new"]) else None


_SMALL, _LARGE = ("smaller", "tinier"), ("bigger", "larger")


def _such(words: Mapping[str, str], base: Scene) -> str | None:
    """How another one is to be: smaller, or of some look."""
    told = (words.get("how") or words.get("look") or "").lower()
    if told in _SMALL or told in _LARGE:
        return "small" if told in _SMALL else "large"
    return told if is_look(told) else None


def _anything(words: Mapping[str, str], base: Scene) -> str | None:
    """What something that is there becomes: a thing, and no look."""
    old = re.sub(r"^(?:the|this|that|his|her) ", "", words["old"])
    said = parse(words["new"]).mentions
    there = PRONOUN.fullmatch(words["old"]) is not None or bool(called_by(old, base))
    if not there or len(said) != 1 or said[0].kind is None or is_look(words["new"]):
        return None
    return words["new"] if re.match(r"(?:an?|some|the) ", words["new"]) else f"a {words['new']}"


def _creature(words: Mapping[str, str], base: Scene) -> str | None:
    """Who somebody is said to be now: "he's a cat now"."""
    said = parse(words["new"]).mentions
    alive = len(said) == 1 and said[0].kind is not None and kinds()[said[0].kind].alive
    return _anything(words, base) if alive else None


def _that(words: Mapping[str, str], base: Scene) -> str | None:
    """What "a dog instead" is instead of: what was spoken of, or the only one that stands there; of a girl who holds a balloon
    the balloon, where it is a kite that comes."""
    one = actor(base)
    said = parse(words.get("new") or words.get("also") or "").mentions
    new = said[0].kind if len(said) == 1 else None
    if one is not None and new is not None and not kinds()[new].alive and kinds()[one.kind].alive:
        like = [
            two
            for two in base.objects
            if likeness(two.kind, new) >= LIKE or said[0].label.endswith(f" {two.label}")
        ]
        held = [two for two in base.objects if two.rel and (two.rel.type, two.rel.to) == ("hold", one.id)]
        one = [*held, *like][-1] if like or held else one
    return None if one is None else f"the {name_of(one)}"


def _aside(words: Mapping[str, str], base: Scene) -> str | None:
    """What is to be on one side of the picture goes there, unless it is there."""
    told, side = words.get("who") or words["also"], (words.get("side") or words["edge"]).lower()
    noun = re.sub(r"^(?:the|his|her) (?:left |right |middle )?", "", told)
    found = [actor(base)] if PRONOUN.fullmatch(told) else called_by(noun, base)
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


THINGS: Mapping[str, Callable[[Mapping[str, str], Scene], str | None]] = {
    "kind": _another,
    "it": _it,
    "back": _back,
    "what": _what,
    "bearer": _bearer,
    "season": _season,
    "side": _side,
    "that": _that,
    "new": _new,
    "more": _more,
    "fewer": _fewer,
    "kinds": _kinds,
    "root": _root,
    "from": _from,
    "second": _second,
    "so_many": _so_many,
    "becomes": _becomes,
    "stuff": _stuff,
    "laid": _laid,
    "thawed": _thawed,
    "container": _container,
    "sizes": _sizes,
    "into": _into,
    "elsewhere": _elsewhere,
    "old": _old,
    "kept": _kept,
    "one": _one_noun,
    "look": _look,
    "a": _first_look,
    "b": _second_look,
    "where": _where,
    "weather": _weather,
    "a_look": _a_look,
    "number": _number,
    "placed": _placed,
    "there": _there,
    "them": _them,
    "ground": _ground,
    "such": _such,
    "anything": _anything,
    "creature": _creature,
    "others": _others,
    "aside": _aside,
}
"""By hole: of the words that a pattern found, what is said there; None where the picture lacks what they speak of."""
