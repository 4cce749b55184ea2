"""Fixed scenes for the tests of the pictures, made without any words."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.drawing.render import Drawing, draw
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Environment, Part, Relation, RelationType, Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange

RATIOS = ("1:1", "2:3", "3:2", "16:9", "9:16", "4:3", "3:4", "1:2", "2:1", "21:9")


def thing(
    name: str,
    kind: str,
    type_: RelationType | None = None,
    to: str = "",
    part: Part | None = None,
    *,
    colour: str | None = None,
) -> Thing:
    """A thing of that id and kind, standing so to another."""
    rel = Relation(type=type_, to=to, part=part) if type_ else None
    return Thing(id=name, kind=kind, label=kind, lang="en", rung=kinds()[kind].rung, colour=colour, rel=rel)


def scene(
    *things: Thing, ratio: str = "1:1", seed: int = 7, place: str = "meadow", time: str = "day"
) -> Scene:
    return Scene(seed=seed, ratio=ratio, env=Environment(place=place, time=time), objects=things)


def drawn(made: Scene) -> Drawing:
    return draw(arrange(made))


def with_things(made: Scene, *things: Thing) -> Scene:
    """The scene with more things; the layout of the others is kept."""
    return msgspec.structs.replace(made, objects=(*made.objects, *things))


def without(made: Scene, *names: str) -> Scene:
    """The scene without those things."""
    return msgspec.structs.replace(
        made,
        objects=tuple(one for one in made.objects if one.id not in names),
        layout={name: placement for name, placement in made.layout.items() if name not in names},
    )


def seed_chain() -> list[Drawing]:
    """The five pictures of the seed's conversation; the third is made from the first, the fourth from the second."""
    first = drawn(scene(thing("o1", "ox"), thing("o2", "horse")))
    second = drawn(with_things(first.scene, thing("o3", "cloth", "cover", "o1", "face")))
    third = drawn(with_things(first.scene, thing("o3", "cloth", "cover", "o2", "face")))
    fourth = drawn(with_things(second.scene, thing("o4", "pot-lid", "on", "o1", "head")))
    fifth = drawn(with_things(fourth.scene, thing("o5", "chopstick", "on", "o4")))
    return [first, second, third, fourth, fifth]
