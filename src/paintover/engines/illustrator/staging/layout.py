"""Where everything stands: a new picture composed, newcomers beside those present, what is borne on its bearer.

A placement that is already there is never touched. All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import replace

import msgspec

from paintover.engines.illustrator.backdrops import path_of
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.scene import (
    Cornered,
    Moved,
    Nearby,
    Placement,
    Replaced,
    Reposed,
    Scene,
    Thing,
)
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.abed import stretches
from paintover.engines.illustrator.staging.airy import off_the_table
from paintover.engines.illustrator.staging.attach import frame_on, is_wick, sits_on
from paintover.engines.illustrator.staging.bearing import CASES, is_borne, is_drape, is_filled, lies_flat
from paintover.engines.illustrator.staging.before_the_moon import before_the_moon
from paintover.engines.illustrator.staging.beside_tables import beside_tables
from paintover.engines.illustrator.staging.boards import is_shown_on
from paintover.engines.illustrator.staging.canopy import step_before
from paintover.engines.illustrator.staging.chimneys import STEAM
from paintover.engines.illustrator.staging.closeup import fitted, with_room_for_hats
from paintover.engines.illustrator.staging.company import MAT, at_table, has_arms, has_sleeves
from paintover.engines.illustrator.staging.composition import composed
from paintover.engines.illustrator.staging.contents import (
    among_them,
    in_its_stead,
    in_that_seat,
    in_the_case,
    on_the_rack,
)
from paintover.engines.illustrator.staging.crown import is_in_crown
from paintover.engines.illustrator.staging.dealings import brought_together, deals, with_faces_and_hands
from paintover.engines.illustrator.staging.distant import at_the_horizon, is_distant, is_out_there
from paintover.engines.illustrator.staging.encased import grown_within
from paintover.engines.illustrator.staging.full_tables import have_shrunk, who_move_up
from paintover.engines.illustrator.staging.headroom import with_hats_inside, with_headroom, with_mounts_seen
from paintover.engines.illustrator.staging.held import CALL, PHONES, TIED, hand_at, is_in_hand
from paintover.engines.illustrator.staging.held_up import held_in_sight, with_room_to_hold
from paintover.engines.illustrator.staging.hung import is_hung, manner_of
from paintover.engines.illustrator.staging.kites import with_kites_seen
from paintover.engines.illustrator.staging.leash import LEAD
from paintover.engines.illustrator.staging.loose import is_loose
from paintover.engines.illustrator.staging.lower_down import lower_down, room_for_hats
from paintover.engines.illustrator.staging.mounts import has_a_pillion
from paintover.engines.illustrator.staging.newcomers import (
    again,
    alike_in_relation,
    beside_those_present,
    relative_of,
    together,
)
from paintover.engines.illustrator.staging.on_benches import has_room, is_seated, parts_those, sits_down
from paintover.engines.illustrator.staging.on_heads import UNDER_A_HAT
from paintover.engines.illustrator.staging.on_lands import near_to_those_on_it
from paintover.engines.illustrator.staging.on_rugs import before_the_furniture
from paintover.engines.illustrator.staging.outlook import (
    at_own_window,
    beside_the_pane,
    beyond_the_sill,
)
from paintover.engines.illustrator.staging.packs import with_packs_inside
from paintover.engines.illustrator.staging.perches import has_a_perch
from paintover.engines.illustrator.staging.rails import SMALLER, is_on_rails, on_the_rails
from paintover.engines.illustrator.staging.risen import clear_the_moon
from paintover.engines.illustrator.staging.shaded import lower_tables, shade_tables
from paintover.engines.illustrator.staging.slung import sling
from paintover.engines.illustrator.staging.standing import (
    BENCHES,
    SHARED,
    Box,
    bearer_of,
    carried,
    floats,
    frame_from,
    hangs,
    placement_from,
    scene_size,
    turned_over,
)
from paintover.engines.illustrator.staging.stems import one_more, stands_in, stem_frame
from paintover.engines.illustrator.staging.strewn import is_piled
from paintover.engines.illustrator.staging.strung import strung_across
from paintover.engines.illustrator.staging.surface import in_a_row, in_order, stands_in_a_row
from paintover.engines.illustrator.staging.swapped import swapped
from paintover.engines.illustrator.staging.tableside import beside_faces
from paintover.engines.illustrator.staging.told_size import in_told_size
from paintover.engines.illustrator.staging.unhidden import seen_on_the_wall
from paintover.engines.illustrator.staging.used import face_watchers, turned_to_users
from paintover.engines.illustrator.staging.waiting_on import at_the_waters_edge, stand_back
from paintover.engines.illustrator.staging.windows import is_beyond, looks_out

__all__ = ["Box", "arrange", "bearer_of", "floats", "frame_from", "placement_from", "scene_size"]


def arrange(scene: Scene, *, former: Mapping[str, Placement] | None = None) -> Scene:
    """The scene with a placement for every object; those of objects that are gone are dropped.

    `former` says where things that are to be placed again stood: they keep their spot, not their size.
    """
    former, scene = former or {}, turned_to_users(scene)
    present = {thing.id for thing in scene.objects}
    layout = {name: placement for name, placement in scene.layout.items() if name in present}
    roots = [thing for thing in scene.objects if bearer_of(scene, thing) is None and not at_own_window(thing)]
    fresh = [thing for thing in roots if thing.id not in layout]
    new = {thing.id for thing in scene.objects if thing.id not in layout}
    keeps = Reposed | Moved if scene.sheet or scene.shot else Reposed | Moved | Replaced
    in_its_size = all(isinstance(former.get(thing.id), keeps) for thing in fresh)
    laid_under = bool(layout) and any(lies_flat(thing) for thing in fresh)
    if fresh and len(fresh) == len(roots) and not in_its_size and not laid_under:
        return _dealing(_composed(scene, fresh, former), new)
    for thing in fresh:
        free = thing.rel is None or is_out_there(scene, thing)
        if free and thing.id not in former and is_distant(scene, thing):
            layout[thing.id] = at_the_horizon(scene, thing, layout)[0]
    fresh = _grounds_first([thing for thing in fresh if thing.id not in layout])
    for group in _alike(scene, fresh, former, layout):
        together(scene, group, layout)
    for thing in fresh:
        if thing.id in layout:
            continue
        if scene.layout:
            _place_its_ground(scene, thing, layout)
        if thing.id in former:
            layout[thing.id] = again(scene, thing, former[thing.id], layout)
        else:
            layout[thing.id] = in_told_size(scene, thing, layout)
    if scene.layout and (closer := _closer_together(scene, layout)):
        kept = {name: placed for name, placed in scene.layout.items() if name not in closer}
        scene = msgspec.structs.replace(scene, layout=kept)
        for name in closer:
            del layout[name]
    _place_borne(scene, layout, former)
    if closer := who_move_up(scene, layout, new) if scene.layout else []:
        kept = {name: placed for name, placed in scene.layout.items() if name not in closer}
        as_they_sat = dict(layout)
        for name in closer:
            del layout[name]
        moved = msgspec.structs.replace(scene, layout=kept)
        _place_borne(moved, layout, former)
        if have_shrunk(scene, as_they_sat, layout, new):
            layout, closer = as_they_sat, []
        else:
            scene = moved
    if scene.layout:
        come = {one.id for one in scene.objects if one.id in new and not (one.rel and one.rel.to in new)}
        tables = {one.rel.to for one in scene.objects if one.id in closer and one.rel}
        come |= {one.id for one in scene.objects if one.rel and one.rel.type == "on" and one.rel.to in tables}
        _hang_again(scene, layout, beside_faces(scene, layout, only=come))
        _hang_again(scene, layout, _back_inside(scene, layout, new))
        _hang_again(scene, layout, with_mounts_seen(scene, layout, new))
        _hang_again(scene, layout, with_headroom(scene, layout, new))
        _hang_again(scene, layout, with_hats_inside(scene, layout, new))
        with_packs_inside(scene, layout, new - former.keys())
    elif former:
        _hang_again(scene, layout, with_headroom(scene, layout, new))
    if scene.layout or in_its_size:
        _hang_again(scene, layout, with_room_to_hold(scene, layout, new))
        held_in_sight(scene, layout, new)
    placed = msgspec.structs.replace(scene, layout={thing.id: layout[thing.id] for thing in scene.objects})
    return _dealing(with_room_for_hats(placed, new) if scene.layout else placed, new)


_AFTER_THEIR_GROUND = frozenset({"behind", "front", "around"})


def _grounds_first(fresh: Sequence[Thing]) -> list[Thing]:
    """Newcomers in the order in which they are placed: who is to be behind another comes after that."""
    coming = {thing.id for thing in fresh}

    def waits(thing: Thing) -> bool:
        return thing.rel is not None and thing.rel.to in coming and thing.rel.type in _AFTER_THEIR_GROUND

    return sorted(fresh, key=waits)


def _place_its_ground(scene: Scene, thing: Thing, layout: dict[str, Placement]) -> None:
    """Place whom it is to be beside, who is new, too, and hand in hand with somebody who is there."""
    ground = scene.thing(thing.rel.to) if thing.rel is not None else None
    bearer = bearer_of(scene, ground) if ground is not None and ground.id not in layout else None
    if ground is not None and bearer is not None and bearer.id in layout:
        layout[ground.id] = _borne(scene, ground, layout)


def _back_inside(scene: Scene, layout: dict[str, Placement], new: Collection[str]) -> list[str]:
    """Move newcomers for whom a row had no room before it, where the row ran out of the picture; the ids of all that moved."""
    width, height = scene_size(scene)
    moved = []
    for thing in scene.objects:
        rel = thing.rel
        if thing.id not in new or rel is None or (rel.type, rel.part) != ("on", None):
            continue
        placed, (left, top, right, foot) = layout[thing.id], layout[thing.id].box
        out = max(-left, right - width)
        if out < _RUN_OUT * (right - left):
            continue
        across = (1 if left < 0 else -1) * (out + round(0.02 * width))
        down = round(min(0.05 * height, 0.98 * height - foot))
        box = (left + across, top + down, right + across, foot + down)
        layout[thing.id] = msgspec.structs.replace(
            placed, x=placed.x + across, base=placed.base + down, box=box
        )
        moved.append(thing.id)
    return moved


_RUN_OUT = 0.3
"""From which share of its breadth on one that is beyond the edge is out of the picture."""


def _dealing(scene: Scene, fresh: Set[str]) -> Scene:
    """The scene with its newcomers near those with whom they deal, and the hands and faces of all at it."""
    if not deals(scene):
        return scene
    layout = dict(scene.layout)
    moved = brought_together(scene, layout, fresh)
    if fresh >= scene.layout.keys():
        moved += swapped(scene, scene.layout, layout, moved)
    _hang_again(scene, layout, moved)
    face_watchers(scene, layout)
    scene, changed = with_faces_and_hands(scene, layout)
    _hang_again(scene, layout, changed)
    return msgspec.structs.replace(scene, layout={thing.id: layout[thing.id] for thing in scene.objects})


def _hang_again(scene: Scene, layout: dict[str, Placement], moved: Sequence[str]) -> None:
    """Place anew what hangs on those that have moved."""
    gone = set(moved)
    for _ in range(9):
        more = {
            thing.id
            for thing in scene.objects
            if thing.id not in gone and (bearer := bearer_of(scene, thing)) is not None and bearer.id in gone
        }
        if not more:
            break
        gone |= more
    for key in gone - set(moved):
        layout.pop(key, None)
    if gone:
        _place_borne(msgspec.structs.replace(scene, layout={}), layout)


def _alike(
    scene: Scene, fresh: Sequence[Thing], former: Mapping[str, Placement], layout: Mapping[str, Placement]
) -> list[list[Thing]]:
    """Several newcomers of one kind that may stand anywhere: they get one size."""
    groups: dict[tuple[str, str | None], list[Thing]] = {}
    there = dict(layout)
    new = [thing for thing in fresh if thing.id not in former]
    for thing in new:
        if relative_of(scene, thing, there) is None:
            groups.setdefault((thing.kind, thing.size), []).append(thing)
    return [*(group for group in groups.values() if len(group) > 1), *alike_in_relation(scene, new)]


def _composed(scene: Scene, things: Sequence[Thing], former: Mapping[str, Placement]) -> Scene:
    """A whole new layout, made smaller until hats and riders are inside the picture too; who has a corner goes there."""
    cornered = [thing for thing in things if isinstance(former.get(thing.id), Cornered)]
    railed = [thing for thing in things if thing not in cornered and is_on_rails(scene, thing)]
    things = [thing for thing in things if thing not in cornered and thing not in railed]
    width, height = scene_size(scene)
    most = SMALLER if railed else 1.0
    for headroom in (room for room in _ROOMS if room <= most):
        layout = composed(scene, things, headroom) if things else {}
        step_before(scene, layout)
        sling(scene, layout)
        lower_tables(scene, layout)
        stand_back(scene, layout)
        at_the_waters_edge(scene, layout)
        for thing in cornered:
            layout[thing.id] = again(scene, thing, former[thing.id], layout)
        for thing in railed:
            layout[thing.id] = on_the_rails(scene, thing, layout)
        afresh = msgspec.structs.replace(scene, layout={})
        _place_borne(afresh, layout)
        _hang_again(afresh, layout, beside_faces(afresh, layout))
        _hang_again(afresh, layout, beside_tables(afresh, layout))
        shade_tables(afresh, layout)
        _hang_again(afresh, layout, with_kites_seen(afresh, layout))
        off_the_table(afresh, layout)
        seen_on_the_wall(afresh, layout)
        clear_the_moon(afresh, layout)
        before_the_moon(afresh, layout)
        strung_across(afresh, layout)
        lower_down(afresh, layout)
        _move_inside(layout, width, rim=_RIMS.get(scene.style or "", 0.0))
        _onto_the_path(scene, layout, width, height)
        _below_the_words(scene, layout, height)
        inside = _is_inside(scene, layout, below_words=headroom > _NO_LOWER) and room_for_hats(afresh, layout)
        if inside and _clear_of_heads(scene, layout):
            break
    if not scene.sheet and not scene.shot:  # who rides above something
        _hang_again(afresh, layout, with_headroom(scene, layout, layout.keys(), aloft=True))
    layout = near_to_those_on_it(scene, layout)
    placed = msgspec.structs.replace(scene, layout={thing.id: layout[thing.id] for thing in scene.objects})
    return fitted(placed)


def _is_inside(scene: Scene, layout: Mapping[str, Placement], *, below_words: bool) -> bool:
    """Whether all are in the picture, within its rim, and those on the ground below the words at its top where that is asked."""
    width, height = scene_size(scene)
    rim = _RIMS.get(scene.style or "", 0.0)
    hung = {thing.id for thing in scene.objects if thing.pose == CEILING}
    boxes = [placement.box for key, placement in layout.items() if key not in hung]
    up = {one.id for one in scene.objects if one.rel is None and stock_of(one).habitat == "sky"} - hung
    top = min((placement.box[1] for key, placement in layout.items() if key not in hung | up), default=height)
    if below_words and scene.caption and scene.caption_at == "top" and not scene.sheet:
        aloft = _aloft(scene)
        if any(placed.box[1] < _BELOW_WORDS * height for key, placed in layout.items() if key not in aloft):
            return False
    high = min((placement.box[1] for key, placement in layout.items() if key in up), default=height)
    return (
        top >= max(_TOP_RIM, rim) * height
        and high >= max(_SKY_RIM, rim) * height
        and all(box[0] >= rim * width and box[2] <= (1 - rim) * width for box in boxes)
    )


def _below_the_words(scene: Scene, layout: dict[str, Placement], height: int) -> None:
    """Bring all of a new picture down as far as the ground goes, where some reach up into the words at its top."""
    if not scene.caption or scene.caption_at != "top" or scene.sheet or not layout:
        return
    aloft = _aloft(scene)
    grounded = {key: placed for key, placed in layout.items() if key not in aloft}
    highest = min((one.box[1] for one in grounded.values()), default=height)
    lowest = max((one.box[3] for one in grounded.values()), default=height)
    down = round(min(_BELOW_WORDS * height - highest, 0.97 * height - lowest))
    if down <= 0 or any(floats(one, place_in(scene.env, scene.seed)) for one in scene.objects):
        return
    for name, placed in grounded.items():
        left, top, right, bottom = placed.box
        box = (left, top + down, right, bottom + down)
        layout[name] = msgspec.structs.replace(placed, base=placed.base + down, box=box)


def _aloft(scene: Scene) -> set[str]:
    """Who is in the sky, on a wall or below a ceiling."""
    return {
        one.id for one in scene.objects if one.pose == CEILING or stock_of(one).habitat == "sky" or hangs(one)
    }


_ROOMS = (1.0, 0.88, 0.77, 0.66, 0.61, 0.56, 0.51, 0.46, 0.41, 0.37)
"""How much smaller all are made, step by step, until they have room."""
_TOP_RIM = 0.035
"""How far below the upper edge of a new picture all are: what grows, or gets a hat, has room there."""
_SKY_RIM = 0.012
"""The same of what is in the sky, to which those below it make no difference."""
_RIMS = {"watercolour": 0.045}
"""How broad the ragged rim of a picture is, in which nobody is to be cut, as a share of it."""
_BELOW_WORDS, _NO_LOWER = 0.19, 0.6
"""How far down the words at the top of a picture reach, and to what share all are made smaller at most for them."""


def _clear_of_heads(scene: Scene, layout: dict[str, Placement]) -> bool:
    """Whether no head at a table is before what hangs in the air, once that is moved aside: balloons at a party."""
    aloft = [
        one.id
        for one in scene.objects
        if one.rel is None and one.kind in TIED and one.pose is None and one.id in layout
    ]
    seated = [
        layout[one.id].box
        for one in scene.objects
        if aloft and (bearer := bearer_of(scene, one)) is not None and at_table(one, bearer)
    ]
    width, clear = scene_size(scene)[0], True
    for key in aloft:
        placed = layout[key]
        others = [*seated, *(layout[one].box for one in aloft if one != key)]
        if not any(_is_before(box, placed.box) for box in seated):
            continue
        left, _, right, _ = placed.box
        ways = sorted(range(round(0.02 * width) - left, round(0.98 * width) - right, 8), key=abs)
        moved = (_aside(placed, dx) for dx in ways)
        free = next((one for one in moved if not any(_is_before(box, one.box) for box in others)), None)
        layout[key], clear = free or placed, clear and free is not None
    return clear


def _is_before(box: Box, aloft: Box) -> bool:
    """Whether what covers that box is before what hangs there, its string aside."""
    low = aloft[3] - _STRING * (aloft[3] - aloft[1])
    return box[0] < aloft[2] and aloft[0] < box[2] and box[1] < low and aloft[1] < box[3]


def _aside(placed: Placement, dx: int) -> Placement:
    left, top, right, bottom = placed.box
    return msgspec.structs.replace(placed, x=placed.x + dx, box=(left + dx, top, right + dx, bottom))


_STRING = 0.2
"""So much of a balloon's height is its string."""


def _closer_together(scene: Scene, layout: Mapping[str, Placement]) -> list[str]:
    """Those that are there already where more of their kind come onto a thing than it has room for: all of them find their
    places anew, in one size."""
    closer: list[str] = []
    groups: dict[tuple[str, str, str, str | None], list[Thing]] = {}
    for thing in scene.objects:
        rel = carried(scene, thing).rel if is_seated(scene, thing) else thing.rel
        if rel is not None and rel.type in ("on", "inside") and rel.part is None and rel.to in layout:
            sort = ("", None) if is_seated(scene, thing) else (thing.kind, thing.size)
            groups.setdefault((rel.to, rel.type, *sort), []).append(thing)
    closer += _on_boards(scene, layout)
    for (key, how, _, _), group in groups.items():
        there = [layout[one.id] for one in group if one.id in layout]
        bearer = scene.thing(key)
        if not there or len(there) == len(group) or bearer is None or not _holds_several(bearer, how):
            continue
        if is_seated(scene, group[0]):  # who is not named stays
            alike = {(one.kind, one.size) for one in group}
            if (len(alike) == 1 and not has_room(scene, group, layout)) or parts_those(group, layout):
                closer += [one.id for one in group if one.id in layout]
            continue
        under, figure = layout[key], figure_of(bearer)
        room = (
            figure.rest_width * under.scale / UNIT if how == "on" else _DEEP * (under.box[2] - under.box[0])
        )
        broad = max(one.box[2] - one.box[0] for one in there)
        if len(group) * broad > 1.1 * room:
            closer += [one.id for one in group if one.id in layout]
    for thing in scene.objects:  # with what they wear
        if thing.rel is not None and thing.rel.to in closer and thing.rel.type in ("wear", "hold"):
            closer += [thing.id] if thing.id in layout and thing.id not in closer else []
    return closer


def _on_boards(scene: Scene, layout: Mapping[str, Placement]) -> list[str]:
    """What is on a board already to which more comes: all share its face."""
    shown = [
        one
        for one in scene.objects
        if (bearer := scene.thing(one.rel.to) if one.rel is not None else None) and is_shown_on(one, bearer)
    ]
    full = {one.rel.to for one in shown if one.rel is not None and one.id not in layout}
    return [one.id for one in shown if one.rel is not None and one.rel.to in full and one.id in layout]


def _holds_several(bearer: Thing, how: str) -> bool:
    """Whether things lie or stand in a row on or in it: on a table, in a bowl, but not in a vase or on a bicycle."""
    figure = figure_of(bearer)
    if how == "on":
        return bearer.kind in SHARED or (lies_flat(bearer) and stock_of(bearer).habitat == "table")
    return figure.width > 0.8 * figure.height


_DEEP = 0.66
"""How broad what holds things is within, as a share of its breadth."""


def _move_inside(layout: dict[str, Placement], width: int, *, rim: float = 0.0) -> None:
    """Move all of a new picture aside, where an umbrella or a tail is beyond its edge, or on its `rim`, and there is room on the
    other side."""
    left = min((placed.box[0] for placed in layout.values()), default=0)
    right = max((placed.box[2] for placed in layout.values()), default=width)
    edge = rim * width
    rim = round((0.015 + rim) * width)
    if (left >= edge and right <= width - edge) or right - left > width - 2 * rim:
        return
    aside = rim - left if left < edge else width - rim - right
    for name, placed in layout.items():
        near, top, far, bottom = placed.box
        box = (near + aside, top, far + aside, bottom)
        layout[name] = msgspec.structs.replace(placed, x=placed.x + aside, box=box)


def _onto_the_path(scene: Scene, layout: dict[str, Placement], width: int, height: int) -> None:
    """Move all of a new picture aside, so that who is told to be on the path is, as far as the picture goes."""
    walkers = [layout[one.id] for one in scene.objects if one.where == "path" and one.id in layout]
    way = path_of(scene.env, scene.seed, width, height) if walkers else None
    if way is None:
        return
    rim = round(0.02 * width)
    aside = round(sum(way(one.base) - one.x for one in walkers) / len(walkers))
    left = min(placed.box[0] for placed in layout.values())
    right = max(placed.box[2] for placed in layout.values())
    aside = max(min(0, rim - left), min(aside, max(0, width - rim - right)))
    for name, placed in layout.items():
        near, top, far, bottom = placed.box
        layout[name] = msgspec.structs.replace(
            placed, x=placed.x + aside, box=(near + aside, top, far + aside, bottom)
        )


def _place_borne(
    scene: Scene, layout: dict[str, Placement], former: Mapping[str, Placement] | None = None
) -> None:
    """Place what others carry, bearers first; a ring of bearers is broken where it closes."""
    for thing in scene.objects:
        if (
            thing.id not in layout
            and at_own_window(thing)
            and (there := beside_the_pane(scene, thing, layout))
        ):
            layout[thing.id] = there
    waiting = [thing for thing in scene.objects if thing.id not in layout]
    while waiting:
        ready = [
            thing
            for thing in waiting
            if (bearer := bearer_of(scene, thing)) is not None and bearer.id in layout
        ]
        if not ready:
            layout[waiting[0].id] = beside_those_present(scene, waiting[0], layout)
        for thing in ready:
            was, bearer = (former or {}).get(thing.id), bearer_of(scene, thing)
            placed = _borne(scene, thing, layout, was)
            if was is not None and bearer is not None:
                placed = _as_it_was(carried(scene, thing), bearer, placed, was, layout[bearer.id])
            if scene.layout and bearer is not None and (thing.rel is None or thing.rel.part is None):
                placed = before_the_furniture(scene, thing, bearer, placed, layout)
                placed = _below_the_edge(thing, placed, scene_size(scene)[1])
            layout[thing.id] = turned_over(thing, placed)
        waiting = [thing for thing in waiting if thing.id not in layout]


def _below_the_edge(thing: Thing, placed: Placement, height: int) -> Placement:
    """What comes onto something in a picture that is there, as much smaller as it needs to be inside of it."""
    top, foot = placed.box[1], placed.base
    rim = 0.015 * height
    if top >= rim or is_drape(thing) or foot <= rim:
        return placed
    frame = frame_from(placed, figure_of(thing))
    return placement_from(
        replace(frame, scale=frame.scale * max(_LEAST, (foot - rim) / (foot - top))), figure_of(thing)
    )


_LEAST = 0.5
"""Nothing becomes smaller than that to be inside of the picture."""
_ALIKE = (0.35, 1.6)
"""Between these one's size is kept on a seat; beyond them it was measured by another."""


def _as_it_was(thing: Thing, bearer: Thing, placed: Placement, was: Placement, under: Placement) -> Placement:
    """Who takes another pose on the same seat stays where it was on it, in its size; nothing is moved beyond the seat. What
    is put elsewhere on it, or onto or into another thing, keeps its size as far as there is room."""
    rel, elsewhere = thing.rel, isinstance(was, Moved)
    if rel is None or rel.part is not None or is_drape(thing) or isinstance(was, Cornered | Nearby):
        return placed
    if rel.type != "on" and not (elsewhere and rel.type == "inside"):
        return placed
    if elsewhere and looks_out(thing, bearer):
        return placed  # as large as its window
    if was.angle and stretches(thing, bearer):
        return placed  # the head on the pillow, whatever is drawn above it
    k = was.scale / placed.scale if isinstance(was, Reposed | Moved) else 1.0  # another kind in its place
    if elsewhere and k > 1 and not stock_of(thing).alive:
        broad = (under.box[2] - under.box[0]) / max(1, placed.box[2] - placed.box[0])
        k = min(k, max(1.0, _ROOM[rel.type] * broad))
    elif not _ALIKE[0] <= k <= _ALIKE[1]:
        return placed  # it came from elsewhere
    left, _, right, low_edge = placed.box
    bottom = float(low_edge)
    if rel.type == "on" and sits_on(thing, bearer):
        bottom = frame_from(under, figure_of(bearer)).point(figure_of(bearer).rest)[1]
    middle = (left + right) / 2
    half = k * (right - left) / 2
    low, high = under.box[0] + half, under.box[2] - half
    to = middle if elsewhere else (was.box[0] + was.box[2]) / 2
    to = min(max(to, low), high) if low <= high else (low + high) / 2
    frame = frame_from(placed, figure_of(thing))
    resized = replace(
        frame, x=to + k * (placed.x - middle), y=bottom + k * (placed.base - bottom), scale=k * placed.scale
    )
    return placement_from(resized, figure_of(thing))


_ROOM = {"on": 1.2, "inside": 0.8}
"""How broad at most is what is put on or into a thing, in breadths of that."""


def _borne(
    scene: Scene, thing: Thing, layout: dict[str, Placement], was: Placement | None = None
) -> Placement:
    bearer = bearer_of(scene, thing)
    if bearer is None:
        return beside_those_present(scene, thing, layout)
    frame = frame_from(layout[bearer.id], figure_of(bearer))
    if (
        scene.layout
        and is_beyond(thing, bearer)
        and (out := beyond_the_sill(scene, thing, bearer, frame, layout))
    ):
        return out
    led = scene.thing(thing.rel.also) if thing.rel is not None and thing.rel.also else None
    if led is not None and led.id in layout and thing.rel is not None and thing.rel.type == "hold":
        return _lead(thing, frame.point(_lead_at(bearer, led)), led, layout[led.id])
    as_borne = carried(scene, thing)
    sharing = [other for other in scene.objects if _same_seat(carried(scene, other), as_borne)]
    if at_table(thing, bearer):  # and not the parasol over them
        sharing = [other for other in sharing if at_table(other, bearer)]
    if scene.layout and thing.id not in scene.layout and not is_wick(thing):
        sharing = [
            other for other in sharing if not is_wick(other)
        ]  # fruit lies before the candles of a cake
    if isinstance(was, Replaced) and at_table(thing, bearer):
        return in_that_seat(thing, was, layout[bearer.id])
    if stands_in_a_row(as_borne, bearer) or (scene.layout and _is_laid_out(as_borne, bearer)):
        row = [one for one in sharing if one.rel is not None]
        near = was if isinstance(was, Nearby) else None
        return in_a_row(scene, thing, row, bearer, frame, layout, near)
    if isinstance(was, Reposed) and at_table(thing, bearer):  # on the same chair
        figure = figure_of(thing)
        return placement_from(Frame(was.x, was.base, was.scale, figure.foot, was.flip), figure)
    original, thing = thing, as_borne
    in_hand = thing.rel is not None and is_in_hand(thing.rel)
    in_hand = in_hand and (has_arms(stock_of(bearer)) or has_sleeves(stock_of(bearer)))
    seated = [other for other in sharing if other.id in scene.layout and not in_hand]
    if isinstance(was, Replaced) and stands_in(thing, bearer):  # another flower on the same stem
        stood = frame_on(thing, bearer, frame, [other.id for other in sharing].index(thing.id), len(sharing))
        return placement_from(stood, figure_of(thing))
    inside = [layout[other.id] for other in sharing if other.id in layout]
    if (
        bearer.kind in CASES
        and scene.layout
        and inside
        and thing.rel is not None
        and thing.rel.type == "inside"
    ):
        if isinstance(was, Placement) and thing.size is not None:
            figure = figure_of(thing)
            return placement_from(grown_within(thing, frame_from(was, figure)), figure)
        return in_the_case(thing, inside, bearer, layout[bearer.id])
    if is_filled(thing, bearer) and is_loose(thing) and not stands_in(thing, bearer):
        if isinstance(was, Replaced):
            return in_its_stead(thing, was)
        there = [(other, layout[other.id]) for other in sharing if other.id in layout and is_loose(other)]
        if seated and there:
            return among_them(thing, there, layout[bearer.id])
    arriving = [other.id for other in sharing if other.id not in scene.layout]
    if bearer.kind in BENCHES and scene.layout:  # next to whom one sits down
        arriving = [one.id for one in in_order([other for other in sharing if other.id in arriving])]
    seat, seats = arriving.index(thing.id), len(arriving)
    if in_hand:  # each in the hand in which it was, but for a phone, which is at the ear
        first = sorted(sharing, key=lambda other: bearer.pose == CALL and other.kind not in PHONES)
        seat, seats = [other.id for other in first].index(thing.id), len(sharing)
    if seated and has_a_pillion(bearer) and not stock_of(thing).alive:
        return on_the_rack(thing, layout[bearer.id])
    if seated and has_a_pillion(bearer):
        return placement_from(frame_on(thing, bearer, frame, 1, 2), figure_of(thing))
    if seated and stands_in(thing, bearer):
        at = one_more(len(seated), seat)
        fanned = stem_frame(figure_of(thing), figure_of(bearer), frame, at, len(seated), thing.size)
        return placement_from(fanned, figure_of(thing))
    if seated:
        # those that sit already stay; the newcomers go to the next seats, right and left in turn
        step = len(seated) + seat
        seat, seats = (0, 1) if step == 0 else (step, 1)
    if has_a_perch(thing, bearer):
        return placement_from(frame_on(thing, bearer, frame, seat, seats), figure_of(thing))
    piled = is_in_crown(thing, bearer) or is_piled(thing, bearer)
    sitting = [other for other in sharing if other.id in layout and has_arms(stock_of(other))]
    beside = sits_down(scene, original, sitting, layout) if seated and is_seated(scene, original) else None
    if beside is not None:
        return placement_from(beside, figure_of(thing))
    if seated and not piled and not is_hung(thing, bearer) and not isinstance(was, Nearby):
        signed = (seat + 1) // 2 * (1 if seat % 2 else -1)
        stood = frame_on(thing, bearer, frame, 0, 1)
        lying = frame_on(thing, bearer, frame, seat, 1)
        if abs(lying.x - stood.x) > 1 or abs(lying.y - stood.y) > 1:
            figure = figure_of(thing)
            wide = figure.width * stood.factor
            lying = replace(stood, x=stood.x + signed * wide * 0.9, angle=lying.angle, y=lying.y)
        alike = [other for other in sharing if (other.kind, other.size) == (thing.kind, thing.size)]
        kin = [layout[other.id] for other in alike if other.id in layout]
        if kin and thing.rel is not None and thing.rel.part is None:
            lying = _next_to(kin, lying, figure_of(thing).width, layout[bearer.id], seat)
        return placement_from(lying, figure_of(bearer) if is_drape(thing) else figure_of(thing))
    stands = frame_on(thing, bearer, frame, seat, seats)
    if in_hand and isinstance(was, Reposed | Moved):
        stands = _in_its_size(stands, hand_at(figure_of(bearer), frame, second=seat > 0), was.scale)
    if in_hand and stock_of(thing).alive and figure_of(thing).anchors.front and _wears_a_hat(scene, thing):
        stands = replace(stands, y=stands.y + _HAT_HIGH * figure_of(thing).anchors.head * stands.factor)
    if isinstance(was, Nearby):
        aside = bearer.kind in BENCHES and not is_drape(thing)
        stands = replace(stands, x=_at_the_side_of(was, thing, stands, layout[bearer.id]) if aside else was.x)
    elif thing.rel is not None and (thing.rel.type, thing.rel.part) == ("on", None):
        stands = replace(stands, x=stands.x + _beside_faces(scene, bearer, seats, frame))
    return placement_from(stands, figure_of(bearer) if is_drape(thing) else figure_of(thing))


def _at_the_side_of(was: Placement, thing: Thing, stands: Frame, seat: Placement) -> float:
    """The middle of one that lies beside somebody on a seat, on the side that has more room."""
    wide = figure_of(thing).width * stands.factor
    left, right = was.box[0] - seat.box[0], seat.box[2] - was.box[2]
    middle = was.box[2] + 0.42 * wide if right >= left else was.box[0] - 0.42 * wide
    over = _OVER_THE_ARM * (seat.box[2] - seat.box[0])
    return min(max(middle, seat.box[0] - over + 0.5 * wide), seat.box[2] + over - 0.5 * wide)


_OVER_THE_ARM = 0.06
"""How far beyond the end of a seat one lies at most, in breadths of it."""


def _is_laid_out(thing: Thing, bearer: Thing) -> bool:
    """Whether it comes to what is laid out on a picnic mat, beside which it is put."""
    on = thing.rel is not None and (thing.rel.type, thing.rel.part) == ("on", None)
    return on and bearer.kind == MAT and not stock_of(thing).alive and not is_drape(thing)


_HAT_HIGH = 0.5
"""How far a hat rises over the head of whoever is in somebody's arms, whose face it may not hide, in heads."""


def _wears_a_hat(scene: Scene, thing: Thing) -> bool:
    """Whether somebody has something on the head."""
    return any(one.rel is not None and (one.rel.type, one.rel.to, one.rel.part) == ("wear", thing.id, "head") and one.kind not in HAIR for one in scene.objects)  # fmt: skip


def _in_its_size(frame: Frame, hand: tuple[float, float], scale: float) -> Frame:
    """Held in the same hand, in the size that it had, unless that was measured by another."""
    k = scale / frame.scale
    if not _ALIKE[0] <= k <= 1 / _ALIKE[0]:
        return frame
    return replace(
        frame, x=hand[0] + k * (frame.x - hand[0]), y=hand[1] + k * (frame.y - hand[1]), scale=scale
    )


def _next_to(kin: Sequence[Placement], frame: Frame, width: float, bearer: Placement, seat: int) -> Frame:
    """One more of those that lie there, in their size, beside them."""
    scale = max(one.scale for one in kin)
    half = width * scale / UNIT / 2
    left, right = min(one.box[0] for one in kin), max(one.box[2] for one in kin)
    sides = [right + half, left - half] if seat % 2 else [left - half, right + half]
    inside = [x for x in sides if bearer.box[0] <= x <= bearer.box[2]] or sides
    return replace(frame, x=inside[0], scale=scale)


def _beside_faces(scene: Scene, bearer: Thing, seats: int, frame: Frame) -> float:
    """How far what lies on a table is moved, so that it is beside the faces of those behind it and not before them."""
    behind = sum(
        1
        for other in scene.objects
        if other.rel is not None and other.rel.to == bearer.id and at_table(other, bearer)
    )
    if not behind or behind % 2 != seats % 2:
        return 0.0
    share: float = _BESIDE_A_FACE / max(behind, seats) ** 0.5
    return share * figure_of(bearer).width * frame.factor


_BESIDE_A_FACE = 0.21


def _lead_at(bearer: Thing, led: Thing) -> tuple[float, float]:
    """Where the one who leads or pulls has the lead: in the hand, or around the breast of a horse."""
    anchors = figure_of(bearer).anchors
    return anchors.hand if stock_of(led).alive or has_arms(stock_of(bearer)) else anchors.neck


def _lead(thing: Thing, hand: tuple[float, float], led: Thing, stands: Placement) -> Placement:
    """A lead from a hand to a neck, a rope from a hand to a hand."""
    animal, figure = figure_of(led), figure_of(thing)
    end = animal.anchors.neck if led.pose != "pull" and thing.kind == "leash" else animal.anchors.hand
    x, y = frame_from(stands, animal).point(end)
    if not stock_of(led).alive:  # what is pulled, by its near end
        left, top, right, bottom = stands.box
        x, y = (
            (right - 0.12 * (right - left) if hand[0] > (left + right) / 2 else left + 0.12 * (right - left)),
            0.5 * (top + bottom),
        )
    long, angle = math.dist((x, y), hand), math.degrees(math.atan2(y - hand[1], x - hand[0]))
    scale = max(8.0, long / (LEAD[1] - LEAD[0]) * UNIT)
    return placement_from(
        Frame(
            hand[0],
            hand[1],
            scale,
            (LEAD[0], 64.0),
            abs(angle) > 90,
            angle if abs(angle) <= 90 else angle - 180,
        ),
        figure,
    )


_BOWS = frozenset({"hair-bow", "hair-clip", *UNDER_A_HAT})
"""What is in the hair or over it, and leaves room for what is on it."""


def _same_seat(first: Thing, second: Thing) -> bool:
    """Whether two things stand on the same part of the same bearer."""
    if first.rel is None or second.rel is None or is_borne(first) != is_borne(second):
        return False
    if (first.kind == STEAM) != (second.kind == STEAM):
        return False  # which rises from the dish, whatever else is in it
    if first.rel.part == "head" and (first.kind in _BOWS) != (second.kind in _BOWS):
        return False  # a hat goes over a bow
    if first.rel.part == "neck" and first.rel.type == second.rel.type == "wear" and first.kind != second.kind:
        return False  # a medal hangs before a scarf
    if not (is_borne(first) or first.rel.type == second.rel.type == "behind") or is_drape(first) != is_drape(
        second
    ):
        return False
    same = (first.rel.to, first.rel.part) == (second.rel.to, second.rel.part)
    return same and manner_of(first) == manner_of(second)
