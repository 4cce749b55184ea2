"""The facts of a wish that the picture does not bear out: a cat beside the chair on which it was to sit.

Each fact is looked for among the relations of the scene; it holds where it holds of anybody who may be meant. One is in
doubt only where both things are there, so that every note is true.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.editing.dressing import LEASH
from paintover.engines.illustrator.editing.in_use import IN_HAND, WORKED_AT
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.stated import Fact, Noun, stated
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.called import shown_with
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.bearing import relation_inside
from paintover.engines.illustrator.staging.company import fills, has_arms
from paintover.engines.illustrator.staging.standing import bearer_of

MOST_TOLD = 3
"""Facts told of in one answer, at most."""
_DONE = frozenset({"hold", "wear", "ride", "lead", "carry", "full"})
"""What somebody does, so that what does not live does not do it, and what is in something."""
_BORNE = frozenset({"on", "inside", "hold", "wear", "behind"})
"""Relations in which what is true of the bearer is true of what is borne: a girl on a bench under a tree."""
MOST_COUNTED = 12
"""As many are counted; of more a picture shows what fits."""
_DEEP = 4
"""Steps from who stands on what stands on something to that."""


def not_borne_out(
    prompt: str, scene: Scene, said: str, language: Language, *, touched: Sequence[str] | None = None
) -> tuple[str, ...]:
    """What the answer says of facts of `prompt` that the scene does not show; none that `said` tells of already.

    Of an edit only facts about what it `touched` are looked at.
    """
    known = {thing.id: thing for thing in scene.objects}
    read = stated(tokenise(prompt))
    under = {fact.ground for fact in read.facts}
    told: list[str] = []
    for fact in read.facts:
        words = prompt[fact.start : fact.end]
        if _PUT_THERE.match(prompt[fact.end :]) or prompt[: fact.start].endswith("从"):
            continue  # what is put there is there, and not who puts it
        if touched is not None and _is_of_that_one(prompt, fact):
            continue
        pair = _in_doubt(fact, known, under)
        if pair is None or (touched is not None and not any(one.id in touched for one in pair)):
            continue
        if kinds()[pair[0].kind].alive and _PUTTING.search(prompt[: fact.start]):
            continue  # nor who puts it there by hand
        if words not in said and not any(word in words for word in quoted_in(said)):
            told.append(notes.not_so(words, _instead(fact.tie, *pair, known, language), language))
    told += _at_the_door(scene, language, touched)
    if touched is None:
        told += _fewer(prompt, read.nouns, known, language)
    return tuple(dict.fromkeys(told))[:MOST_TOLD]


def _at_the_door(scene: Scene, language: Language, touched: Sequence[str] | None) -> Iterator[str]:
    """Of who is to be in a house, and is drawn beside it for want of a window that would show them."""
    for one in scene.objects:
        house = scene.thing(one.rel.to) if relation_inside(one) and one.rel is not None else None
        if house is None or (touched is not None and one.id not in touched):
            continue
        if "tree" in house.kind or house.kind == "willow":
            continue  # at whose trunk one is
        if house.kind == "goal-net":
            continue  # before whose net it is
        if bearer_of(scene, one) is None and one.where != "piece":
            name = _name(house, language)
            words = f"在{name}里" if language == "zh" else f"in the {name}"
            yield notes.not_so(words, notes.is_so(_name(one, language), "beside", None, language), language)


_PUT_THERE = re.compile(r"(?:上面?|面)?(?:再|又|也|还)*(?:放|摆|插|撒|挂|铺|贴|抹|涂|装饰)")
_PUTTING = re.compile(
    r"\b(?:putting|placing|setting|laying|arranging|sprinkling|sticking|spreading|hanging|stirring|cooking|boiling|frying|heating|simmering) [^,.;]{1,40}$"
)
_THAT_ONE = re.compile(r"那[个位只头匹条]|\bone\b", re.IGNORECASE)
_STOPS = re.compile(r"[，,。；;.]")


def _is_of_that_one(prompt: str, fact: Fact) -> bool:
    """Whether its clause tells whom it is about by no noun: 老的那个戴眼镜, "the old one wears a hat"."""
    start = max((stop.end() for stop in _STOPS.finditer(prompt, 0, fact.start)), default=0)
    named = any(noun.start >= start for noun in fact.figures)
    return not named and _THAT_ONE.search(prompt, start, fact.start) is not None


_QUOTED = re.compile("“([^”]+)”")


def quoted_in(said: str) -> list[str]:
    """The words that the answer names already."""
    return _QUOTED.findall(said)


def _fewer(
    prompt: str, nouns: Sequence[Noun], known: Mapping[str, Thing], language: Language
) -> Iterator[str]:
    """Of which there are fewer than asked for."""
    shown = shown_with(thing.kind for thing in known.values())
    for noun in nouns:
        if not 1 < noun.count <= MOST_COUNTED or any(kinds()[kind].paired for kind in noun.kinds):
            continue
        drawn, words = len(list(_meant(noun, known))), prompt[noun.start : noun.end]
        if (
            words.strip()
            and 0 < drawn < noun.count
            and not any(words.lower().endswith(word) for word in shown)
        ):
            yield notes.fewer(words, drawn, language)


def _in_doubt(fact: Fact, known: Mapping[str, Thing], under: Collection[Noun]) -> tuple[Thing, Thing] | None:
    """The figure and the ground of a fact that does not hold; None where it does, or where one of them is not there.

    The figure is the last that may be meant, but rather not what somebody holds, nor one of those `under` others.
    """
    grounds = list(_meant(fact.ground, known))
    nouns = sorted(fact.figures, key=lambda noun: noun not in under)
    figures = [thing for noun in nouns for thing in _meant(noun, known)]
    if fact.tie in _DONE:
        figures = [one for one in figures if kinds()[one.kind].alive] or figures
    figures = [one for one in figures if one not in grounds]
    if not grounds or not figures or any(one.where == "piece" for one in figures):
        return None  # the ground may be of the backdrop
    if any(one.kind == LEASH for one in (*grounds, *figures)):
        return None  # who is led is on a leash, whatever is beside whom
    lifeless = not any(kinds()[one.kind].alive for one in figures)
    if (
        fact.tie in ("wear", "hold")
        and lifeless
        and any(one.rel is not None and one.rel.type == fact.tie for one in grounds)
    ):
        return None  # by somebody who was named before
    if fact.tie not in _DONE and any(kinds()[one.kind].habitat == "sky" for one in (*grounds, *figures)):
        return None  # under the moon
    if fact.tie == "inside" and _has_its_own(grounds, figures, known):
        return None
    holds = any(_holds(fact.tie, figure, ground, known) for ground in grounds for figure in figures)
    if holds:
        return None
    living = [one for one in known.values() if kinds()[one.kind].alive] if lifeless else []
    if any(
        _leads(one, ground, _shown("shown").get(fact.tie, ()), known) for one in living for ground in grounds
    ):
        return None  # of those who are there: "a family watching tv on the sofa"
    free = [one for one in figures if one.rel is None or one.rel.type not in ("hold", "wear")]
    return (free or figures)[-1], grounds[0]


def _has_its_own(grounds: Sequence[Thing], figures: Sequence[Thing], known: Mapping[str, Thing]) -> bool:
    """Whether others are in what is too small for those: twins in a pram, and an egg in the pan, with which somebody is busy."""
    filled = {one.rel.to for one in known.values() if one.rel is not None and one.rel.type == "inside"}
    return all(ground.id in filled for ground in grounds) and all(
        kinds()[figure.kind].alive and kinds()[figure.kind].height_m > kinds()[ground.kind].height_m
        for figure in figures
        for ground in grounds
    )


def _are_at_one_table(one: Thing, other: Thing, known: Mapping[str, Thing]) -> bool:
    """Whether both sit behind the same table."""
    table = known.get(one.rel.to) if one.rel is not None and one.rel.type == "behind" else None
    return table is not None and table.kind in TABLES and one.rel == other.rel


def _holds(tie: str, figure: Thing, ground: Thing, known: Mapping[str, Thing]) -> bool:
    """Whether the one stands so to the other, or the scene cannot tell."""
    if ground.kind == "fire" and ground.rel is not None and ground.rel.to == figure.id:
        return True  # on fire, and above a fire
    if tie == "on" and ground.rel is not None and ground.rel.type == "cover" and ground.rel.to in known:
        return _holds(tie, figure, known[ground.rel.to], known)  # on the cloth of a table
    if tie == "front" and ground.rel is not None and ground.rel.type == "behind":
        return True  # of the building behind all of them
    seat = known.get(ground.rel.to) if ground.rel is not None and ground.rel.type == "on" else None
    if tie in _ABOUT_A_SEAT and seat is not None and fills(ground, seat):
        return _holds(tie, figure, seat, known)  # beside who fills a throne is beside that
    if tie in ("beside", "left", "right") and _are_at_one_table(figure, ground, known):
        return True  # next to each other, where they have their seats by what is told
    if tie == "behind" and seat is not None and figure.rel is not None and figure.rel == ground.rel:
        return True  # on the back seat
    if tie == "look":
        return not _leads(figure, ground, _shown("shown")["inside"], known)
    shown = _shown("shown").get(tie)
    if shown is None or (tie == "hold" and "clutch" in (figure.pose, ground.pose)):
        return True
    if tie == "full" and ground.rel is not None and ground.rel.type in ("inside", "on"):
        return True  # of the basket that somebody holds, or the cart that a donkey pulls
    if "broom" in (figure.pose, ground.pose) and "broom" in (figure.kind, ground.kind):
        return True  # held between the legs
    if tie == "on" and has_arms(stock_of(figure)) and ground.kind in WORKED_AT | IN_HAND:
        return _leads(figure, ground, {"beside", "on"}, known) or _leads(ground, figure, {"hold"}, known)
    if tie in ("below", "on", "through", "into") and _is_at_its_table(figure, ground):
        return True
    if tie == "below" and _is_before(figure, ground):
        return True  # under its crown
    if tie == "front" and figure.kind in _SEEN_FROM_BESIDE:
        return True  # on which is written for those who sit there
    if ground.kind == "goal-net" and "kick" in (figure.pose, *(one.pose for one in known.values())):
        return True  # the ball is on its way there
    if ground.kind in _SEEN_FROM_BESIDE and tie == "front":
        shown |= {"beside", "left", "right"}
    if ground.kind in TABLES and (tie == "front" or figure.pose in ("lie", "sleep")):
        shown |= {"behind"}  # who sits before a desk, or sleeps on it, is drawn behind it
    return _leads(figure, ground, shown, known) or _leads(ground, figure, _shown("shown_back")[tie], known)


_ABOUT_A_SEAT = frozenset({"left", "right", "beside", "front", "behind"})


def _is_at_its_table(figure: Thing, ground: Thing) -> bool:
    """Whether somebody is behind the table that a thing is on: by the light of a lamp, at a computer, looking through a lens."""
    if figure.rel is None or ground.rel is None:
        return False
    return figure.rel.to == ground.rel.to and figure.rel.type == "behind"


def _is_before(figure: Thing, ground: Thing) -> bool:
    """Whether the figure stands around the ground, or that is behind the figure, or behind what the figure is on."""
    if figure.rel is not None and (figure.rel.type, figure.rel.to) == ("around", ground.id):
        return True
    if ground.rel is None or ground.rel.type != "behind":
        return False
    return ground.rel.to in (figure.id, figure.rel.to if figure.rel is not None else "")


_SEEN_FROM_BESIDE = frozenset({"blackboard", "whiteboard", "easel", "stove", "piano"})
"""Who is busy before these is drawn beside them, so that they are seen."""


def _meant(noun: Noun, known: Mapping[str, Thing]) -> Iterator[Thing]:
    arts = {kinds()[kind].art for kind in noun.kinds}
    for thing in known.values():
        alike = thing.kind in noun.kinds or kinds()[thing.kind].art in arts
        if thing.rung != "signpost" and (alike or thing.label.lower() in noun.words):
            yield thing


def _leads(thing: Thing, to: Thing, types: Collection[str], known: Mapping[str, Thing]) -> bool:
    """Whether such a relation leads from one thing to another; what bears it may have it in its stead."""
    for _ in range(_DEEP):
        if thing.rel is None:
            return False
        if to.id in (thing.rel.to, thing.rel.also):
            return thing.rel.type in types
        if thing.rel.type not in _BORNE or thing.rel.to not in known:
            return False
        thing = known[thing.rel.to]
    return False


def _instead(tie: str, figure: Thing, ground: Thing, known: Mapping[str, Thing], language: Language) -> str:
    """How the two are drawn: "the cat is beside it"."""
    pair = (ground, figure) if tie in _DONE - {"ride"} else (figure, ground)
    for one, other in (pair, pair[::-1]):
        if (
            one.rel is not None
            and (to := known.get(one.rel.to)) is not None
            and (one is pair[0] or to is other)
        ):
            whom = None if to is other else _name(to, language)
            return notes.is_so(_name(one, language), one.rel.type, whom, language)
    return notes.are_apart(_name(figure, language), _name(ground, language), language)


def _name(thing: Thing, language: Language) -> str:
    """What it was called, or what its kind is called where that is a word of another language."""
    known = any(token.get("kinds") and token.lang == language for token in tokenise(thing.label))
    return thing.label if known else names(language, thing.kind)


@cache
def _shown(which: str) -> Mapping[str, frozenset[str]]:
    return {tie: frozenset(types) for tie, types in word_table("stated")[which].items()}
