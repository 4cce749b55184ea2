"""How arms and legs are together of who does something with the hands while sitting, riding or holding something else: one who
sits on the ground holds up a flag, a rider waves, there is a cup in one hand and a balloon in the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from paintover.engines.illustrator.grammar.stances import due, rests_on
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.bodies import PAWS, is_person
from paintover.engines.illustrator.sprites.gestures import GESTURES
from paintover.engines.illustrator.sprites.limbs import UPRIGHT, grip_of, poses
from paintover.engines.illustrator.sprites.shouldered import SHOULDER
from paintover.engines.illustrator.staging.bearing import is_shouldered
from paintover.engines.illustrator.staging.company import has_arms, is_drawn, sits_on_shoulders
from paintover.engines.illustrator.staging.held import BY_THE_HANDLE, ONE_HANDED, TIED, is_in_hand

_IN_ONE_HAND = frozenset({"hold", "shade", "lift", "lean"})
"""How something is held beside which the other hand holds something else."""
_SITS, _CROSSED = "sit", "meditate"
_ON_THE_MOVE = frozenset({"jump", "dance", "run", "walk", "kneel"})
"""Poses whose legs go with the arms of who has both hands full."""
_WITH_BOTH_HANDS = frozenset(
    {
        "strum",
        "bow",
        "cello",
        "drum",
        "blow",
        "read",
        "cook",
        "photo",
        "peer",
        "cradle",
        "embrace",
        "hose",
        "hula",
        "shade",
        "furl",
    }
)
"""How something is held that takes both hands, whatever the legs do."""
_WITH_ANOTHER = frozenset({"shake", "five", "hands"})
"""Poses of two that take one hand of each."""
_BESIDE_AN_ARMFUL: Mapping[str | None, str] = {"wave": "hail", "aloft": "arms-aloft"}
"""What one arm does while a pet or a child is in the other, and how the pose of that arm is called."""
_HEFTS = "heft"
"""The arms of who has a load over the shoulder."""
_IDLE = frozenset({None, "stand", "carry"})
"""How one stands who has somebody on the shoulders and nothing else to do."""
_LEGS = {"ride": "ride", "sit": "sit"}
"""By how one is on something, the pose whose legs one has there."""


def posture(thing: Thing, others: Iterable[Thing]) -> str:
    """The name of arms and legs (`limbs.limbs`) that somebody has whose pose alone does not tell; "" for all others."""
    kind = kinds()[thing.kind]
    if not has_arms(kind):
        legs = rests_on(thing, others) if thing.pose in GESTURES and is_drawn(kind) else None
        return f"{thing.pose}+{_LEGS[legs]}" if legs in _LEGS else ""
    others = list(others)
    held = [one for one in others if one.rel is not None and one.rel.to == thing.id and is_in_hand(one.rel)]
    in_hands = held
    held = [one for one in held if not kinds()[one.kind].alive]
    person = is_person(kind.art.partition(":")[2], kind.crop)
    if (
        thing.pose in _IDLE
        and not held
        and any(sits_on_shoulders(one, thing) for one in others if _is_on(one, thing))
    ):
        return SHOULDER
    if (
        thing.pose in _IDLE
        and not held
        and any(_is_on(one, thing) and is_shouldered(one, thing) for one in others)
    ):
        return _HEFTS
    if thing.pose in _BESIDE_AN_ARMFUL and len(in_hands) == 1 and not held and person:
        under = _LEGS.get(rests_on(thing, others) or "", _CROSSED if _stays_down(thing) else "")
        both = f"{due(None, in_hands[0])}&{_BESIDE_AN_ARMFUL[thing.pose]}"
        return f"{both}+{under}" if under else both
    if thing.pose in _WITH_ANOTHER and held:
        told = due(None, held[0])
        free = told if told in _IN_ONE_HAND else "hold"
        led = thing.pose == "hands" and thing.rel is not None and thing.rel.type == "hold"
        return f"{free}&{thing.pose}" if led else f"{thing.pose}&{free}"
    arms, legs = thing.pose or "", ""
    if arms == _SITS and held and _is_on_the_ground(thing):
        arms, legs = due(None, held[0]) or "", _CROSSED
    elif arms in _ON_THE_MOVE and in_hands and (told := due(None, in_hands[0])) in _WITH_BOTH_HANDS:
        arms, legs = told or "", arms
    elif person and _arms_alone(arms):
        legs = _LEGS.get(rests_on(thing, others) or "", _CROSSED if _stays_down(thing) else "")
    if not _arms_alone(arms) or not (person or arms in PAWS):
        return ""
    if arms == "read" and len(held) > 1:  # a book in one hand, and what else there is in the other
        arms = "hold"
    second = _in_the_other_hand(arms, held)
    both = f"{arms}&{second}" if second else arms
    legs = legs if person else ""
    told = f"{both}+{legs}" if legs else both
    plainly = (
        legs == _SITS and not second and grip_of(arms) is not None
    )  # who holds something on a seat sits there anyway
    return "" if told == thing.pose or plainly else told


def _is_on(one: Thing, thing: Thing) -> bool:
    return one.rel is not None and one.rel.to == thing.id


def _arms_alone(pose: str) -> bool:
    """Whether a pose is one of the arms, with any legs."""
    known = poses().get(pose)
    return (
        known is not None
        and known.legs == "stand"
        and pose not in ("stand", "fly")
        and not pose.endswith(UPRIGHT)
    )


def _is_on_the_ground(thing: Thing) -> bool:
    return thing.rel is None or thing.rel.type not in ("on", "inside", "behind", "hold")


def _stays_down(thing: Thing) -> bool:
    """Whether it sat on the ground before it did what it does now."""
    return thing.limbs == seated_still(thing.pose or "") and _is_on_the_ground(thing)


def seated_still(pose: str) -> str:
    """The arms and legs of who sits on the ground and goes on doing so in a pose of the arms; "" where it takes the legs, too."""
    return f"{pose}+{_CROSSED}" if _arms_alone(pose) else ""


def _in_the_other_hand(arms: str, held: Sequence[Thing]) -> str:
    """How the other hand holds the second thing; "" where it hangs down with it, or holds nothing."""
    if arms not in _IN_ONE_HAND | ONE_HANDED - {"sing"}:
        return ""
    rest = [one for one in held[1:] if not (one.kind in TIED and held[0].kind in TIED)]
    if not rest or rest[0].kind in BY_THE_HANDLE:
        return ""
    told = due(None, rest[0])
    return told if told in _IN_ONE_HAND else "hold"
