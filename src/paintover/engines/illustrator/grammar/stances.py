"""How somebody stands because of what they hold, ride or sit on: a guitar is strummed, an umbrella is held overhead.

Such a pose is kept with the thing that takes it, and goes when its reason goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from paintover.engines.illustrator.grammar.relate import is_heaved
from paintover.engines.illustrator.kinds import BEDS, RUGS, TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.bodies import is_person
from paintover.engines.illustrator.sprites.limbs import UPRIGHT, poses
from paintover.engines.illustrator.sprites.prone import LOW, PRONE
from paintover.engines.illustrator.sprites.rig import bends
from paintover.engines.illustrator.sprites.slings import ARM_CAST
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.company import BEAR, has_arms, has_sleeves, is_drawn
from paintover.engines.illustrator.staging.cradled import CRADLE
from paintover.engines.illustrator.staging.held import (
    CALL,
    ONE_HANDED,
    PHONES,
    POTS,
    TO_EAT_WITH,
    held_as,
    takes_paws,
)
from paintover.engines.illustrator.staging.mounts import mounts, stands_on
from paintover.engines.illustrator.staging.used import AT_WORK

TAKING = frozenset(
    {
        "eat",
        "drink",
        "read",
        "write",
        "calligraphy",
        "paint",
        "play",
        "kick",
        "hug",
        "throw",
        "catch",
        "push",
        "pull",
        "fish",
        "cook",
        "give",
        "feed",
    }
)
"""Poses whose verb takes the thing that is held: "eats an apple"."""
SHARE = "share"
"""Who is with another under one umbrella, which both hold."""
TOGETHER = frozenset({"hands", "dash", "hug", "shake", "five", "toast", BEAR, SHARE})
"""Poses of two."""
_TASTES = frozenset({"eat", "drink", "dine", "plate"})
_SET_BEFORE = frozenset({"dine", "plate"})
"""How one eats what is held below the chin, with something in the other hand."""
_TOLD = TAKING | _SET_BEFORE
"""Poses that what is held may refine."""


@cache
def reasons() -> frozenset[str]:
    """Poses that nobody has without a reason in the picture."""
    return frozenset(
        {
            "hold",
            "embrace",
            CRADLE,
            "ride",
            "dine",
            "plate",
            "keys",
            "lead",
            "play",
            "broom",
            "carry",
            "clutch",
            "clasp",
            "comb",
            "raise",
            "stir",
            *held_as().values(),
        }
    ) - {
        "eat",
        "read",
        "sing",
    }


def partners(things: Iterable[Thing]) -> list[tuple[str, str, Relation]]:
    """Who is to be with whom: pairs of ids, and the relation of the first to the second."""
    found: list[tuple[str, str, Relation]] = []
    for pose in TOGETHER:
        free = [
            one
            for one in things
            if one.pose == pose
            and has_arms(kinds()[one.kind])
            and (one.rel is None or one.rel.type in ("beside", "left", "right", "front"))
        ]
        taken = {
            one.rel.to
            for one in things
            if one.rel is not None and one.rel.type == "hold" and _is_in_the_way(one)
        }
        if pose == "hug":
            free = [one for one in free if one.id not in taken]
            found += [
                (b.id, a.id, Relation(type="hold", to=a.id, part="neck"))
                for a, b in zip(free[::2], free[1::2], strict=False)
            ]
        else:
            twos = zip(free[::2], free[1::2], strict=False) if pose == "toast" else pairwise(free)
            found += [(b.id, a.id, Relation(type="hold", to=a.id, part="arm")) for a, b in twos]
    return found


def _is_in_the_way(held: Thing) -> bool:
    """Whether nobody can hug who holds it: somebody alive, what is held up, and what is large."""
    kind = kinds()[held.kind]
    large = kind.height_m > _SMALL_M or held.size == "large"
    return kind.alive or large or held_as().get(held.kind) is not None


_SMALL_M = 0.45
"""How large a doll is at most."""
SQUAT = "squat"
"""Who is on their haunches; animals, and who is up on something, sit."""
STROLL = "stroll"
"""Who walks under an umbrella."""
_ON_FOOT = frozenset({"walk", "run"})
"""What nobody does who rides: crossing the road on a bicycle."""


def takes_both_hands(kind: str) -> bool:
    """Whether whoever holds it has no hand for anything else."""
    return kind == "spatula" or held_as().get(kind, "lift") not in ONE_HANDED


def is_played(kind: str) -> bool:
    """Whether it is an instrument."""
    return kind == "piano" or held_as().get(kind) in ("strum", "bow", "cello", "erhu", "blow", "drum")


def stance(thing: Thing, others: Iterable[Thing]) -> str | None:
    """The pose that a thing has among the others, what it was told in mind."""
    kind = kinds()[thing.kind]
    low = (
        _is_on_the_ground(thing) or _crawls_below(thing) or _is_prone_on_a_rug(thing, others := list(others))
    )
    if thing.pose in LOW and not (has_arms(kind) and low):
        return "lie" if thing.pose == PRONE else None
    if thing.pose == SQUAT and not (
        is_person(kind.art.partition(":")[2], kind.crop)
        and (thing.rel is None or thing.rel.type not in ("on", "inside"))
    ):
        return "sit"
    if not has_arms(kind):
        told = (
            None
            if thing.pose in reasons() - {"fish", "cook", "broom"} or thing.pose == "paws"
            else thing.pose
        )
        if told in ("fly", "broom"):
            rides = any(_is_held(one, thing) and one.kind == "broom" for one in others)
            return "broom" if rides else "fly"
        if told in (None, "play", "read", "fish") and bends(kind.art.partition(":")[2], "paws"):
            held = [
                one
                for one in others
                if _is_held(one, thing)
                and one.rel is not None
                and one.rel.part != "face"
                and takes_paws(one.kind)
            ]
            told = "paws" if held else told
        if is_drawn(kind) and told in TAKING and rests_on(thing, others) == "ride":
            told = None  # on horseback, whatever is in the hand
        if has_sleeves(kind) and (told in (None, "hug") or told in reasons()):
            told = _of_full_arms(thing, others) or told
        limber = is_drawn(kind) or bends(kind.art.partition(":")[2], "ride")
        return "ride" if told is None and limber and rests_on(thing, others) == "ride" else told
    others = list(others)
    held = [one for one in others if _is_held(one, thing)]
    told = "stand" if (thing.pose or "").endswith(UPRIGHT) else thing.pose
    if (told in _ON_FOOT or told == "fly") and rests_on(thing, others) == "ride":
        told = None
    if told in ("fly", "broom") and any(one.kind == "broom" for one in held):
        return "broom"
    if any(one.rel is not None and one.rel.part == "foot" for one in held):
        return "kick"
    arms = [
        one
        for one in (thing, *held)
        if one.rel is not None and one.rel.type == "hold" and one.rel.part in ("arm", "neck")
    ]
    if arms and (told is None or told in TOGETHER or told in reasons()):
        if arms[-1].rel is not None and arms[-1].rel.part == "neck":
            return "hug"
        if any(one.kind == "umbrella" and _in_the_hand_of(one, (thing, *arms)) for one in others):
            return SHARE
        if told == BEAR and any(_in_the_hand_of(one, (thing, *arms)) for one in others):
            return told
        return told if told in ("shake", "five", "toast", "dash") else "hands"
    if (told is None or told in reasons()) and any(_is_carried(one, thing) for one in others):
        return "carry"
    held = [one for one in held if one not in arms and (one.rel is None or one.rel.part != "face")]
    held.sort(key=_is_child, reverse=True)  # who has a child in the arms does nothing else with them
    if told == "kick" and held and held[0].kind.endswith("ball"):
        told = None  # nobody kicks a ball that is in the hand
    if told == "sit" and held and thing.rel is not None and thing.rel.type == "on":
        told = None  # with the legs of who sits, and the hands at what they hold
    if told == "stand" and held and thing.rel is not None and thing.rel.type == "on":
        upright = f"{due(None, held[0])}{UPRIGHT}"
        return upright if upright in poses() else told
    if told == "stand" and held and (thing.rel is None or thing.rel.type != "behind"):
        told = None  # upright, as whoever holds something is
    if told in ("walk", STROLL):
        return STROLL if any(held_as().get(one.kind) == "shade" for one in held) else "walk"
    if told == CALL and not any(one.kind in PHONES for one in held):
        told = None
    if told in AT_WORK and not _is_at_work(thing, held, others):
        told = None
    if told is not None and told not in reasons() and told not in _TOLD and told not in TOGETHER:
        return told
    if held and held[0].kind in _STIRS and _cooks(thing, others):
        return "stir"
    for one in held:
        held_so = due(None if _hugs_nobody(told, one, thing, others) else told, one)
        if held_so == "hold" and one.kind in _FOR_HAIR and not _tends(thing, others):
            return "comb"
        if held_so == "brush" and _tends(thing, others):
            held_so = "hold"  # a barber's razor, for another's chin
        if held_so == "hold" and _is_seen_over_a_back(thing, others):
            return "lift"
        if held_so is not None:
            return held_so
    if any(
        one.rel is not None
        and (one.rel.to, one.rel.part) == (thing.id, "head")
        and (has_arms(kinds()[one.kind]) or (one.rel.type == "on" and is_heaved(kinds()[one.kind], kind)))
        for one in others
    ):
        return "raise" if told is None or told in reasons() else told
    if told in ("play", "keys"):
        near = [one for one in others if one.kind == "piano"]
        return "keys" if near else None
    if told == "hug" and any(_are_side_by_side(thing, one) for one in others):
        return "clutch"
    if told == "hands" and thing.rel is not None and thing.rel.type == "around":
        return told
    if told in reasons() or told in TOGETHER:
        told = None
    return told if told is not None else rests_on(thing, others)


def _of_full_arms(thing: Thing, others: Iterable[Thing]) -> str | None:
    """The pose of somebody of a trade who has a child or an animal in the arms, or something in each hand; None of others."""
    held = [one for one in others if _is_held(one, thing) and one.rel is not None and one.rel.part == "hand"]
    living = [one for one in held if kinds()[one.kind].alive]
    if living:
        return due(None, living[0])
    light = [one for one in held if kinds()[one.kind].habitat == "table"]
    return "serve" if light and (len(light) > 1 or "serve" in kinds()[thing.kind].poses) else None


def _is_seen_over_a_back(thing: Thing, others: Iterable[Thing]) -> bool:
    """Whether somebody sits with their back to us behind that of a seat, over which what they hold has to be seen."""
    seat = next((one for one in others if thing.rel is not None and one.id == thing.rel.to), None)
    return thing.away and seat is not None and seat.away


def _is_on_the_ground(thing: Thing) -> bool:
    """Whether nothing bears it that it could lie on but the ground."""
    return thing.rel is None or thing.rel.type in ("left", "right", "beside", "front", "between")


def _is_prone_on_a_rug(thing: Thing, others: Iterable[Thing]) -> bool:
    """Whether somebody lies on the belly on what is as flat as the ground."""
    return (
        thing.pose == PRONE
        and thing.rel is not None
        and thing.rel.type == "on"
        and any(one.id == thing.rel.to and (one.kind in RUGS or one.kind in BEDS) for one in others)
    )


def _crawls_below(thing: Thing) -> bool:
    """Whether it is told to crawl, and under something."""
    return thing.pose != PRONE and thing.rel is not None and thing.rel.type in ("below", "on")


def _is_at_work(thing: Thing, held: Iterable[Thing], others: Iterable[Thing]) -> bool:
    """Whether somebody is busy at a table, or has in the hand what they write on, or nothing else to do."""
    if thing.rel is not None and thing.rel.type == "behind":
        return any(one.id == thing.rel.to and one.kind in TABLES for one in others)
    return thing.pose != "busy" and all(held_as().get(one.kind) in (None, "read") for one in held)


def _is_held(one: Thing, thing: Thing) -> bool:
    """Whether somebody has it in hand, or has a hand in it."""
    how = "wear" if one.kind == ARM_CAST else "hold"
    return one.rel is not None and (one.rel.type, one.rel.to) == (how, thing.id)


def _in_the_hand_of(one: Thing, pair: Iterable[Thing]) -> bool:
    """Whether one of those who are with another, or that one, has it in the hand."""
    hands = {key for each in pair for key in (each.id, each.rel and each.rel.to) if key}
    return one.rel is not None and (one.rel.type, one.rel.part) == ("hold", "hand") and one.rel.to in hands


def _hugs_nobody(told: str | None, held: Thing, thing: Thing, others: Iterable[Thing]) -> bool:
    """Whether somebody is to hug somebody else, and has in the hand what is held up: an umbrella."""
    if told != "hug" or kinds()[held.kind].alive or held_as().get(held.kind) is None:
        return False
    return any(one.id != thing.id and has_arms(kinds()[one.kind]) for one in others)


def due(told: str | None, held: Thing) -> str | None:
    """The pose in which somebody holds that, who was told another."""
    if told in ("give", "feed"):
        return told
    named = held_as().get(held.kind)
    if told == "hug" or kinds()[held.kind].alive:
        if _is_child(held):
            return CRADLE
        return "embrace" if told != "eat" and told not in _SET_BEFORE else "eat"
    if told == "eat" and held.kind in TO_EAT_WITH:
        return "sup"
    if told in _TASTES and named is not None and named not in _SET_BEFORE and held.kind not in TO_EAT_WITH:
        told = None  # nobody eats a flag
    if told == "eat" or told in _SET_BEFORE:
        return named if named in _SET_BEFORE else "eat"
    if named in _SET_BEFORE:
        return "hold"
    if told == "drink" and named == "read":
        return named
    if named is not None and told in (None, "play", *reasons(), "read", "paint", "throw", "catch", "kick"):
        return told if told in ("throw", "catch") else named
    if told in _TOLD - {"play"}:
        return told
    return "hold"


def _is_child(held: Thing) -> bool:
    """Whether it is somebody with the body of a person."""
    kind = kinds()[held.kind]
    return kind.alive and has_arms(kind) and is_person(kind.art.partition(":")[2], kind.crop)


_STIRS = frozenset({"spoon", "ladle", "spatula"})
_FOR_HAIR = frozenset({"comb", "hair-dryer"})
_DOLLS = frozenset({"rag-doll", "doll", "teddy-bear", "nesting-dolls", "barbie"})


def _are_side_by_side(thing: Thing, one: Thing) -> bool:
    """Whether one stands beside the other, and was told to."""
    if one.id == thing.id:
        return False
    pairs = ((thing, one), (one, thing))
    return any(
        a.rel is not None and a.rel.to == b.id and a.rel.type in ("beside", "left", "right") for a, b in pairs
    )


def _tends(thing: Thing, others: Iterable[Thing]) -> bool:
    """Whether somebody stands beside another who lives, to whom it is done what they do."""
    if thing.rel is None:
        return False
    other = next((one for one in others if one.id == thing.rel.to), None)
    return other is not None and (kinds()[other.kind].alive or other.kind in _DOLLS)


def _cooks(thing: Thing, others: Sequence[Thing]) -> bool:
    """Whether somebody stands beside a pot, or what a pot is on."""
    if thing.rel is None or thing.rel.type == "on":
        return False
    near = {thing.rel.to, *(one.id for one in others if _is_on(one, thing.rel.to))}
    return any(one.id in near and one.kind in POTS for one in others)


def _is_on(one: Thing, bearer: str) -> bool:
    return one.rel is not None and (one.rel.type, one.rel.to) == ("on", bearer)


def _is_carried(one: Thing, bearer: Thing) -> bool:
    """Whether somebody with arms is on the back of somebody who can hold them there."""
    if one.rel is None or (one.rel.type, one.rel.to, one.rel.part) != ("on", bearer.id, "back"):
        return False
    return has_arms(kinds()[one.kind]) and has_arms(kinds()[bearer.kind])


def rests_on(thing: Thing, others: Iterable[Thing]) -> str | None:
    """The pose that somebody has on a seat, a saddle or a back, who does nothing there; None for who is on none."""
    if thing.rel is not None and thing.rel.type == "between":  # of two who sit on a bench
        amid = [one.rel for one in others if one.id in (thing.rel.to, thing.rel.also)]
        on = {rel.to for rel in amid if rel is not None and (rel.type, rel.part) == ("on", None)}
        seats = [one.kind for one in others if one.id in on and len(amid) == 2 and one.kind in SEATS]
        return "sit" if len(on) == 1 and seats and has_arms(kinds()[thing.kind]) else None
    if thing.rel is None or thing.rel.type != "on":
        return None
    bearer = next((one for one in others if one.id == thing.rel.to), None)
    if bearer is None:
        return None
    if _is_carried(thing, bearer):
        return "clasp"
    if kinds()[bearer.kind].alive:
        return "ride" if thing.rel.part in ("back", "neck") else None
    if stands_on(thing, bearer):
        return "taichi"
    if bearer.kind == "swing-set" and not has_arms(kinds()[thing.kind]):
        return "ride"  # an animal
    if bearer.kind in mounts() and bearer.kind not in SEATS:
        return "ride"
    return "sit" if bearer.kind in SEATS else None
