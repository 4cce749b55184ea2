"""Who is in the sky of a place that is more than sky: a bird on the wing, a dragon, a witch on her broom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from paintover.engines.illustrator.editing.setting import on_the_wing
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.sprites.winged import flies_as_drawn
from paintover.engines.illustrator.staging.before_the_moon import UP_THERE
from paintover.engines.illustrator.staging.distant import ARCHES
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.standing import rooted
from paintover.engines.illustrator.wording import Pattern

_IN_THE_SKY = Pattern(
    r"\b(?:up )?(?:in|into|across|through) (?:the |a )?(?:\w+ )?(?:sky|air)\b|(?<![看望视指])(?<![看望视指][着向])(?:天上|天空|空中|天边)|(?:天上|天空|空中|天边)(?=里?的)"
)
_LIT = Pattern(
    r"\b(?:stars?|moon|sun|clouds?|rainbow|fireworks)\b[^,.;]{0,16}? (?:in|across|over) (?:the |a )?(?:\w+ )?sky\b"
)
"""What is in the sky without anybody."""
_PARTS = Pattern(r"[，,。.;；]|\band\b|和")
_FLIERS = frozenset({
    "dragon", "pterodactyl", "pegasus", "griffin", "angel", "fairy", "woman-fairy", "man-fairy", "cupid", "ghost", "witch",
    "superhero", "woman-superhero", "man-superhero", "vampire", "dracula", "grim-reaper", "monkey-king", "nezha",
    "moon-goddess", "weaver-girl", "peter-pan", "dragon-king", "thor", "zeus",
})  # fmt: skip
"""Whoever is at home in the air; others are there only where the words put none else."""
_FREE = frozenset({"above", "beside", "left", "right", "behind"})
"""How who is in the air stands to another who is not."""
_BORNE = frozenset({"hold", "wear", "on", "inside"})
_TIED = frozenset({"hold", "above"})
_AS_FLYING = frozenset({None, "stand", "fly", "broom"})
_LIGHT_M = 5.0
"""What is higher stays on the ground."""


def in_the_sky(prompt: str, things: Sequence[Thing]) -> tuple[Thing, ...]:
    """The things, birds on the wing and others up there that are said to be in the sky of a place that is more than sky."""
    prompt = _LIT.sub(" ", prompt)
    if _IN_THE_SKY.search(prompt) is None:
        return tuple(things)
    named = _named_there(prompt)
    borne_by = {
        one.rel.to for one in things if one.kind in named and one.rel is not None and one.rel.type in _BORNE
        and kinds()[one.kind].habitat != "sky"
    }  # fmt: skip
    return tuple(_up(one) if one.kind in named or one.id in borne_by else one for one in things)


def spanning(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """The things, a rainbow over a castle as broad as the sky, and not as what is above it."""
    return tuple(
        msgspec.structs.replace(one, rel=None)
        if one.kind in ARCHES
        and one.rel is not None
        and one.rel.type in ("above", "on")
        and one.rel.part is None
        and one.size is None
        else one
        for one in things
    )


def hovering(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """The things, those in the air that neither live nor fly by themselves: a book that floats beside a wizard."""
    return tuple(msgspec.structs.replace(one, where="sky") if _hovers(one) else one for one in things)


def _hovers(thing: Thing) -> bool:
    kind = kinds()[thing.kind]
    free = thing.rel is None or thing.rel.type in _FREE | {"around"}
    dead = not kind.alive and kind.habitat in ("table", "ground", "indoor") and thing.rung != "signpost"
    return dead and free and thing.pose == "fly" and not thing.where and height_of(thing) <= _LIGHT_M


def on_the_ground_before_the_moon(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """Who stands before the moon does so on the ground, with the moon up in the sky."""
    discs = {one.id for one in things if one.kind in LUMINARIES}
    return tuple(
        msgspec.structs.replace(one, rel=None)
        if one.rel is not None and one.rel.type == "front" and one.rel.to in discs and not _is_aloft(one)
        else one
        for one in things
    )


def _is_aloft(thing: Thing) -> bool:
    return kinds()[thing.kind].habitat == "sky" or thing.pose in ("fly", "broom") or thing.kind in UP_THERE


_BIRD_M = 0.15
"""Who is smaller is an insect, at home in the air above a meadow."""
_AFOOT = frozenset({"stand", "walk", "run", "eat", "peck", "sleep", "sit", "lie", "jump", "dance"})
_ON_THE_GROUND = Pattern(
    r"\b(?:on|across) (?:the |a |some )?(?:[a-z]+ )?(?:grass|ground|lawn|floor|path|snow|sand|street|road|beach|meadow|pavement)\b"
    r"|(?:地|草地|草坪|雪地|沙滩|地面|路|马路|广场|石头路|院子地)上"
)


def come_down(prompt: str, things: Sequence[Thing]) -> tuple[Thing, ...]:
    """The things, birds on the ground that stand or walk there, are said to be there, or are beside who is."""
    by_id, told = {one.id: one for one in things}, _named_at(_ON_THE_GROUND, prompt)
    return tuple(
        msgspec.structs.replace(one, where="ground")
        if _is_a_bird(one) and (one.kind in told or one.pose in _AFOOT or _is_beside(one, by_id))
        else one
        for one in things
    )


def _is_a_bird(thing: Thing) -> bool:
    kind = kinds()[thing.kind]
    free = thing.rel is None or thing.rel.type in _FREE - {"above"}
    return (
        kind.alive
        and kind.habitat == "sky"
        and free
        and not thing.where
        and thing.pose != "fly"
        and height_of(thing) >= _BIRD_M
    )


def _is_beside(thing: Thing, by_id: Mapping[str, Thing]) -> bool:
    other = by_id.get(thing.rel.to) if thing.rel is not None else None
    return other is not None and kinds()[other.kind].habitat not in ("sky", "water") and not other.where


_TEAM = frozenset({"deer", "reindeer", "horse", "unicorn", "pegasus", "swan", "goose", "dog", "husky"})
"""Who draws what flies."""


def carried_aloft(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """The things, a sledge or a carpet in the air whose rider flies, with its team."""
    riders = {
        one.rel.to: one.id
        for one in things
        if one.pose == "fly"
        and one.rel is not None
        and one.rel.type == "on"
        and not _is_alive(one.rel.to, things)
    }
    if not riders:
        return tuple(things)
    found = []
    for one in things:
        if one.id in riders:
            one = msgspec.structs.replace(one, where="sky")
        elif one.id in riders.values():
            one = msgspec.structs.replace(one, pose="sit")
        elif one.kind in _TEAM and one.pose is None and (one.rel is None or one.rel.type in _FREE):
            one = msgspec.structs.replace(one, where="sky", pose="fly", rel=None)
        found.append(one)
    return tuple(found)


def _is_alive(key: str, things: Sequence[Thing]) -> bool:
    return any(one.id == key and kinds()[one.kind].alive for one in things)


def stands_below(prompt: str, things: Sequence[Thing]) -> bool:
    """Whether only some of them are in the sky that is named, and another looks up at them, holds their string, or is a house."""
    if _IN_THE_SKY.search(prompt) is None:
        return False
    named = _named_there(prompt)
    above = {one.id for one in things if one.kind in named}
    held_by = {
        one.rel.to for one in things if one.id in above and one.rel is not None and one.rel.type in _TIED
    }
    below = [
        one
        for one in things
        if one.id not in above and kinds()[one.kind].habitat != "sky" and one.rel is None
    ]
    return bool(above) and any(
        one.at in above or one.id in held_by or rooted(one) or _rests(one) for one in below
    )


def _rests(thing: Thing) -> bool:
    """Whether it is a thing that stands on the ground or runs on a road: a bench, a car."""
    kind = kinds()[thing.kind]
    return not kind.alive and kind.habitat in ("ground", "road", "water") and thing.pose != "fly"


def _up(thing: Thing) -> Thing:
    """The thing in the air, if it can be there."""
    if flies_as_drawn(thing.kind):
        if thing.rel is not None and thing.rel.type not in _FREE:
            return thing
        over = thing.rel if thing.rel is not None and thing.rel.type == "above" else None
        (winged,) = on_the_wing("sky", [msgspec.structs.replace(thing, rel=None)])
        return msgspec.structs.replace(winged, rel=over)
    free = thing.rel is None or thing.rel.type in _FREE
    flies = free and kinds()[thing.kind].habitat != "sky" and thing.rung != "signpost"
    if not flies or thing.pose not in _AS_FLYING or height_of(thing) > _LIGHT_M:
        return thing
    pose = "fly" if kinds()[thing.kind].alive and thing.pose != "broom" else thing.pose
    rel = thing.rel if thing.rel is not None and thing.rel.type == "above" else None
    return msgspec.structs.replace(thing, where="sky", pose=pose, rel=rel)


def _named_there(prompt: str) -> set[str]:
    """The kinds that are named in a clause about the sky: all that fly, and of others the one next to that word."""
    found: set[str] = set()
    for clause in _PARTS.compiled.split(prompt):
        match = _IN_THE_SKY.search(clause)
        if match is None:
            continue
        before, after = kinds_in(clause[: match.start()]), kinds_in(clause[match.end() :])
        found |= {kind for kind in (*before, *after) if kind in _FLIERS or flies_as_drawn(kind)}
        nearest = after[:1] if not match[0].isascii() and after else before[-1:] or after[:1]
        found |= set() if match[0].lower().endswith("air") else set(nearest)
    return found


def _named_at(where: Pattern, prompt: str) -> set[str]:
    """The kinds that are named in a clause with those words."""
    clauses = _PARTS.compiled.split(prompt) if where.search(prompt) else []
    return {kind for clause in clauses if where.search(clause) for kind in kinds_in(clause)}
