"""Poses, faces and patterns that nobody has a drawing of: who was to have one by an edit stays as it was, and the answer says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.grammar.stances import TAKING
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Environment, Scene, Thing
from paintover.engines.illustrator.sprites.stock import takes_mood, takes_pattern, takes_pose
from paintover.engines.illustrator.staging.company import nestle
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import HOUSE_M, floats
from paintover.engines.illustrator.staging.windows import looks_out

Aspect = Literal["pose", "pattern", "mood"]
_ARMS_OUT = frozenset(
    {"wave", "point", "cheer", "aloft", "arms-aloft", "clap", "dance", "jump", "run", "walk", "throw", "kick"}
)
_IS_THERE = frozenset({"sit", "stand", "lie"})
"""Poses that of a castle on a hill only say that it is there."""


@dataclass(frozen=True, slots=True)
class Undrawn:
    """What is new of the things of a picture and cannot be seen of them, by id."""

    things: Mapping[str, Sequence[Aspect]]
    named: Mapping[Aspect, Sequence[Thing]]

    def said(self, language: Language) -> Iterator[str]:
        """What the answer says of it."""
        note = {
            "pose": notes.pose_not_drawn,
            "pattern": notes.pattern_not_drawn,
            "mood": notes.mood_not_drawn,
        }
        for aspect, some in self.named.items():
            yield note[aspect](list(dict.fromkeys(one.label for one in some)), language)

    def without(self, scene: Scene, base: Scene) -> Scene:
        """The scene with those as they were that were there before; who is otherwise the same stays where it stood."""
        objects, layout = [], dict(scene.layout)
        for one in scene.objects:
            was = base.thing(one.id)
            if one.id in self.things and was is not None and was.kind == one.kind:
                kept = {aspect: getattr(was, aspect) for aspect in self.things[one.id]}
                one = msgspec.structs.replace(one, **kept)
                if one == was and one.id in base.layout:
                    layout.setdefault(one.id, base.layout[one.id])
            objects.append(one)
        return msgspec.structs.replace(scene, objects=tuple(objects), layout=layout)


def undrawn_of(things: Mapping[str, Thing], base: Scene, env: Environment) -> Undrawn:
    """What of these things is other than in the picture before, and has no drawing."""
    changed = [one for one in things.values() if one != base.thing(one.id)]
    stiff = [one for one in changed if _is_other(one, base, "pose") and _is_stiff(one, things, env)]
    living = [one for one in stiff if kinds()[one.kind].alive]
    plain = [one for one in changed if _is_other(one, base, "pattern") and not takes_pattern(one)]
    blank = [one for one in changed if _is_other(one, base, "mood") and not takes_mood(one)]
    found: dict[str, list[Aspect]] = {}
    named: dict[Aspect, Sequence[Thing]] = {}
    for aspect, some in _pairs(stiff, plain, blank):
        named[aspect] = living or some if aspect == "pose" else some
        for one in some:
            found.setdefault(one.id, []).append(aspect)
    return Undrawn(found, named)


def _pairs(
    stiff: Sequence[Thing], plain: Sequence[Thing], blank: Sequence[Thing]
) -> Iterator[tuple[Aspect, Sequence[Thing]]]:
    if stiff:
        yield "pose", stiff
    if plain:
        yield "pattern", plain
    if blank:
        yield "mood", blank


def _is_stiff(one: Thing, things: Mapping[str, Thing], env: Environment) -> bool:
    place = place_of(env)
    host = None if one.rel is None else things.get(one.rel.to)
    if (
        host is not None
        and one.pose in _ARMS_OUT
        and kinds()[host.kind].height_m >= HOUSE_M
        and looks_out(one, host)
    ):
        return True  # of whom no more than the head and the chest is seen
    if takes_pose(one, afloat=place.floats or floats(one, place)):
        return False
    if one.pose in TAKING and any(
        each.rel is not None and (each.rel.type, each.rel.to) == ("hold", one.id) for each in things.values()
    ):
        return False
    if one.pose == "feed" and kinds()[one.kind].has:  # a reporter's microphone
        return False
    if one.pose == "glide" and any(
        each.rel is not None and (each.rel.type, each.rel.to) == ("wear", one.id) for each in things.values()
    ):
        return False  # the skates tell of it
    if any(nestle(one, other) for other in things.values()):
        return False
    if one.pose == "fight" and any(each.pose == "fight" for each in things.values() if each is not one):
        return is_somebody(one.kind) and one.kind not in _ARMED
    return kinds()[one.kind].alive or one.pose not in _IS_THERE


_ARMED = frozenset({"pirate", "samurai", "boxer", "soldier", "viking", "monkey-king", "skeleton", "mummy", "monster", "goblin", "ogre", "orc", "werewolf", "minotaur", "bull-king", "cyclops", "sumo-wrestler", "swordsman", "general", "dragon-king", "devil", "frankenstein", "cowboy", "bare-cowboy"})  # fmt: skip
"""Who looks like one that fights as they are drawn, where another does."""


def _is_other(one: Thing, base: Scene, aspect: Aspect) -> bool:
    """Whether that of a thing is new."""
    before = base.thing(one.id)
    return before is None or before.kind != one.kind or getattr(before, aspect) != getattr(one, aspect)
