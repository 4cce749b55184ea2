"""What a prompt of the gallery must show, as `tools/gallery.txt` says it under each prompt, and whether it is so.

    = 2 black cat, white dog, tree; cat left tree; hat wear dog.head; beach; night; "Hello"

First the things: how many, each in its colour, size (``small``), pose (``~run``), mood (``!sad``) and kind, where ``a/b`` is
either kind, the name of a sort ("fruit") is any of it, ``any`` is anything, ``+`` is one or more and ``?`` may be missing.
Nothing else may be there. Then how one stands to another, where the picture plays, in which style, and its words.
Everything is checked in the scene and in the boxes, which must lie inside the picture and cover no other by more than a
third unless one is on, in or before the other; the tool also asks the pixels for the colours and for what is seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.colour import PAINTS
from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.kinds import sorts
from paintover.engines.illustrator.scene import Placement, Relation, Scene, Thing
from paintover.engines.illustrator.staging.distant import ARCHES
from paintover.engines.illustrator.staging.layout import bearer_of
from paintover.engines.illustrator.staging.on_water import spans_the_water
from paintover.engines.illustrator.staging.shelter import sheltered
from tests.engines.illustrator.geneval import COVERED, Box, covered, painted, seen, stands

_RELATIONS = (
    "on|in|left|right|above|below|behind|front|between|near|around|hold|wear"  # as they stand in the file
)
_RELATION = re.compile(rf"^(.+?) ({_RELATIONS}) (.+)$")
OUTSIDE = 0.03
"""How far an estimated box may reach over the edge, as a share of the picture's side."""
LEAST_SEEN, LEAST_SEEN_BEHIND = 0.5, 0.2
LEAST_PAINTED = 0.15


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of the things."""

    kinds: frozenset[str]
    count: int = 1
    more: bool = False
    colour: str | None = None
    size: str | None = None
    pose: str | None = None
    mood: str | None = None

    def fits(self, thing: Thing) -> bool:
        """Whether that thing is one of these."""
        return (
            ("any" in self.kinds or thing.kind in self.kinds)
            and self.colour in (None, thing.colour)
            and self.size in (None, thing.size)
            and self.pose in (None, thing.pose)
            and self.mood in (None, thing.mood)
        )

    def __str__(self) -> str:
        words = (self.colour, self.size, self.pose, self.mood, "/".join(sorted(self.kinds)))
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Expected:
    """All that one prompt must show."""

    things: tuple[Wanted, ...]
    relations: tuple[tuple[Wanted, str, tuple[Wanted, ...], str | None], ...] = ()
    settings: tuple[frozenset[str], ...] = ()
    words: tuple[str, ...] = ()
    photo: bool = False
    """The picture is a photograph's, without a scene."""


def expected(line: str) -> Expected:
    """Read a line of the file, without its ``=``.

    Raises:
        ValueError: a part of it says nothing.
    """
    things, *rest = (part.strip() for part in line.split(";"))
    if things == "photo":
        return Expected((), photo=True)
    relations, settings, words = [], [], []
    for part in rest:
        if part.startswith('"'):
            words.append(part.strip('"'))
        elif match := _RELATION.match(part):
            grounds, _, on = match[3].partition(".")
            ends = tuple(_wanted(end) for end in (grounds.split() if match[2] == "between" else [grounds]))
            relations.append((_wanted(match[1]), match[2], ends, on or None))
        elif part:
            settings.append(frozenset(part.split("/")))
        else:
            raise ValueError(f"an empty part: {line}")
    found = tuple(_wanted(each.strip()) for each in things.split(",") if each.strip())
    return Expected(found, tuple(relations), tuple(settings), tuple(words))


def _wanted(text: str) -> Wanted:
    *words, name = text.split()
    count, more = 1, name.endswith("+")
    if name.endswith("?"):
        count = 0
    colour = size = pose = mood = None
    for word in words:
        if word.isdigit():
            count = int(word)
        elif word.startswith("~"):
            pose = word[1:]
        elif word.startswith("!"):
            mood = word[1:]
        elif word in ("small", "large"):
            size = word
        elif word in PAINTS:
            colour = word
        else:
            raise ValueError(f"what is “{word}” in “{text}”?")
    kinds: set[str] = set()
    for kind in name.rstrip("+?").split("/"):
        kinds |= set(sorts().get(kind, (kind,)))
    return Wanted(frozenset(kinds), count, more, colour, size, pose, mood)


def faults(want: Expected, scene: Scene) -> Iterator[str]:
    """What is not so in a scene with its layout."""
    left = sorted(scene.objects, key=lambda one: (one.colour is None, one.pose is None))
    for wanted in want.things:
        matching = [thing for thing in left if wanted.fits(thing)]
        if len(matching) < wanted.count:
            yield f"{len(matching)} {wanted} instead of {wanted.count}"
        many = len(matching) if wanted.more else max(1, wanted.count)
        for thing in matching[:many]:
            left.remove(thing)
    if left:
        yield f"too much: {', '.join(thing.kind for thing in left)}"
    for figure, relation, grounds, part in want.relations:
        yield from _unrelated(scene, figure, relation, grounds, part)
    env = scene.env
    there = {env.place, env.time, env.weather, env.season, env.festival, scene.style}
    for setting in want.settings:
        if not setting & there:
            yield f"not {'/'.join(sorted(setting))}"
    written = {scene.caption, *(thing.says for thing in scene.objects)}
    written |= {thing.label for thing in scene.objects if thing.rung == "signpost"}
    for words in want.words:
        if words not in written:
            yield f"nowhere “{words}”"
    yield from _misplaced(scene)


def drawn_faults(want: Expected, drawing: Drawing) -> Iterator[str]:
    """What is not so in the picture: the same by its true boxes, and by its pixels the colours and what is seen."""
    scene = drawing.scene
    yield from faults(want, scene)
    for thing in scene.objects:
        own = [other.id for other in scene.objects if thing.id in _bearers(scene, other)]
        least = LEAST_SEEN_BEHIND if _may_hide(scene, thing) else LEAST_SEEN
        if (share := seen(drawing, thing.id, but=own)) < least:
            yield f"only {share:.2f} of {thing.kind} {thing.id} is seen"
        wanted = next((each for each in want.things if each.colour and each.fits(thing)), None)
        if wanted is not None and wanted.colour is not None and scene.style == "storybook":
            share = painted(drawing.sprites[thing.id].rgba, wanted.colour)
            if share < LEAST_PAINTED and scene.env.time == "day" and wanted.colour not in _METALS:
                yield f"{thing.kind} {thing.id} is {wanted.colour} but for {share:.2f}"


_METALS = ("gold", "silver")
"""Colours that change too much with the light to be told from the pixels."""


def _bearers(scene: Scene, thing: Thing) -> list[str]:
    found: list[str] = []
    while (bearer := bearer_of(scene, thing)) is not None and bearer.id not in found:
        found.append(bearer.id)
        thing = bearer
    return found


def _may_hide(scene: Scene, thing: Thing) -> bool:
    """Whether it was said to be behind or in something, or something before it or on it."""
    towards = [other.rel for other in scene.objects if other.rel is not None and other.rel.to == thing.id]
    return (thing.rel is not None and thing.rel.type in ("behind", "inside", "around", "cover")) or any(
        rel.type in ("front", "around") for rel in towards
    )


def _misplaced(scene: Scene) -> Iterator[str]:
    width, height = parse_ratio(scene.ratio).size()
    boxes = {name: placement.box for name, placement in scene.layout.items()}
    for thing in scene.objects:
        x0, y0, x1, y1 = boxes[thing.id]
        room = OUTSIDE * max(width, height)
        if min(x0, y0) < -room or x1 > width + room or y1 > height + room:
            yield f"{thing.kind} {thing.id} reaches out of the picture: {boxes[thing.id]}"
        for other in scene.objects:
            if other.id == thing.id or _meant(scene, thing, other) or {thing.kind, other.kind} & ARCHES:
                continue
            if spans_the_water(thing) or spans_the_water(other):  # from edge to edge, behind all that swims
                continue
            if (share := covered(boxes[thing.id], boxes[other.id])) > COVERED:
                yield f"{thing.kind} {thing.id} and {other.kind} {other.id} share {share:.2f}"


def _meant(scene: Scene, thing: Thing, other: Thing) -> bool:
    """Whether the two may overlap: one bears the other, or was said to be before, behind, below or around it."""
    family = {thing.id, *_bearers(scene, thing)}, {other.id, *_bearers(scene, other)}
    if family[0] & family[1]:
        return True
    for first, second in ((thing, family[1]), (other, family[0])):
        kinds = {one.kind for one in scene.objects if one.id in second}
        for bound in (first, *(scene.thing(name) for name in _bearers(scene, first))):
            ground = scene.thing(bound.rel.to) if bound is not None and bound.rel is not None else None
            if bound is None or bound.rel is None or ground is None:
                continue
            before = bound.rel.type == "front" and ground.kind in kinds  # one of a row of trees
            if before or (
                ground.id in second
                and (bound.rel.type in ("behind", "inside", "around") or sheltered(scene, bound) is not None)
            ):
                return True
    return False


def _unrelated(
    scene: Scene, figure: Wanted, relation: str, grounds: tuple[Wanted, ...], part: str | None
) -> Iterator[str]:
    """The figures that do not stand so to any ground; of ``between`` and ``around``, to all."""
    figures = [thing for thing in scene.objects if figure.fits(thing)]
    options = [[thing for thing in scene.objects if ground.fits(thing)] for ground in grounds]
    said = f"{figure} {relation} {' '.join(map(str, grounds))}"
    if not figures or not all(options):
        return  # said already
    if relation == "around":
        if not _surround(scene, figures, options[0][0]):
            yield f"not {said}"
        return
    held = _HOLDS[relation]
    for thing in figures:
        chosen = [
            ends for ends in product(*options) if len({thing.id, *(end.id for end in ends)}) == len(ends) + 1
        ]
        if not any(held(scene, thing, ends, part) for ends in chosen):
            yield f"not {said}: {thing.id}"


def _at(scene: Scene, thing: Thing) -> Placement:
    return scene.layout[thing.id]


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _related(thing: Thing, ground: Thing, *types: str) -> bool:
    return thing.rel is not None and thing.rel.to == ground.id and thing.rel.type in types


def _side(relation: str) -> Callable[[Scene, Thing, Sequence[Thing], str | None], bool]:
    def holds(scene: Scene, thing: Thing, ends: Sequence[Thing], part: str | None) -> bool:
        box, other = _at(scene, thing).box, _at(scene, ends[0]).box
        if relation == "below" and sheltered(scene, thing) is not None:
            across = min(box[2], other[2]) - max(box[0], other[0])
            return across > 0.5 * (box[2] - box[0]) and box[1] > other[1]
        return stands(relation, box, other)

    return holds


def _on(scene: Scene, thing: Thing, ends: Sequence[Thing], part: str | None) -> bool:
    box, other = _at(scene, thing).box, _at(scene, ends[0]).box
    across = min(box[2], other[2]) - max(box[0], other[0])
    high = other[3] - other[1]
    rests = other[1] - 0.12 * high <= box[3] <= other[3] + 0.12 * high
    right = _related(thing, ends[0], "on", "cover", "wear") and part in (
        None,
        thing.rel.part if thing.rel else None,
    )
    return right and rests and across > 0.4 * min(box[2] - box[0], other[2] - other[0])


def _in(scene: Scene, thing: Thing, ends: Sequence[Thing], part: str | None) -> bool:
    box, other = _at(scene, thing).box, _at(scene, ends[0]).box
    x, _ = _middle(box)
    return (
        _related(thing, ends[0], "inside")
        and other[0] <= x <= other[2]
        and box[1] < other[1] + 0.6 * (other[3] - other[1])
        and box[3] > other[1]
    )


def _depth(relation: str) -> Callable[[Scene, Thing, Sequence[Thing], str | None], bool]:
    def holds(scene: Scene, thing: Thing, ends: Sequence[Thing], part: str | None) -> bool:
        mine, other = _at(scene, thing), _at(scene, ends[0])
        nearer = mine.base > other.base if relation == "front" else mine.base < other.base
        touching = min(mine.box[2], other.box[2]) > max(mine.box[0], other.box[0])
        ground = ends[0].rel
        behind_all = relation == "front" and ground is not None and ground.type == "behind"
        return nearer and (touching or behind_all)

    return holds


def _between(scene: Scene, thing: Thing, ends: Sequence[Thing], part: str | None) -> bool:
    x, _ = _middle(_at(scene, thing).box)
    at = sorted(_middle(_at(scene, end).box)[0] for end in ends)
    return at[0] < x < at[1]


def _near(scene: Scene, thing: Thing, ends: Sequence[Thing], part: str | None) -> bool:
    box, other = _at(scene, thing).box, _at(scene, ends[0]).box
    apart = max(box[0], other[0]) - min(box[2], other[2])
    return apart < 0.6 * max(box[2] - box[0], other[2] - other[0])


def _borne(*types: str) -> Callable[[Scene, Thing, Sequence[Thing], str | None], bool]:
    def holds(scene: Scene, thing: Thing, ends: Sequence[Thing], part: str | None) -> bool:
        box, other = _at(scene, thing).box, _at(scene, ends[0]).box
        touching = min(box[2], other[2]) > max(box[0], other[0]) and min(box[3], other[3]) > max(
            box[1], other[1]
        )
        rel: Relation | None = thing.rel
        return _related(thing, ends[0], *types) and touching and part in (None, rel.part if rel else None)

    return holds


_HOLDS = {
    **{side: _side(side) for side in ("left", "right", "above", "below")},
    **{depth: _depth(depth) for depth in ("front", "behind")},
    "on": _on,
    "in": _in,
    "between": _between,
    "near": _near,
    "hold": _borne("hold"),
    "wear": _borne("wear", "on", "cover"),
}


def _surround(scene: Scene, figures: Sequence[Thing], ground: Thing) -> bool:
    """Several stand on both sides, before and behind; one alone lies across it on both sides."""
    box, at = _at(scene, ground).box, _at(scene, ground)
    x, _ = _middle(box)
    if len(figures) == 1:
        own = _at(scene, figures[0]).box
        return own[0] < x < own[2] and own[3] > box[1] + 0.4 * (box[3] - box[1]) and own[1] < box[3]
    sides = {_middle(_at(scene, one).box)[0] < x for one in figures}
    depths = {_at(scene, one).base < at.base for one in figures}
    return len(sides) == 2 and (len(depths) == 2 or len(figures) < 4)
