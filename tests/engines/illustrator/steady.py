"""Edits of all kinds of any picture, and what of the picture they changed that they should not.

`edits_of` makes sentences about the things of a scene, in English and Chinese; `faults` compares the layout before and
after by numbers. What is not named keeps its frame to the bit. What is named keeps its size unless a size is asked for, and
its foot unless it is to go somewhere. A newcomer is as large as its kind is beside those drawn, and hides nobody.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.attach import sits_on
from paintover.engines.illustrator.staging.bearing import SEATS, lies_flat
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import bearer_of, frame_from, scene_size

COLOURS = (("purple", "紫色"), ("green", "绿色"), ("orange", "橙色"))
POSES = (("sleep", "睡觉"), ("sit down", "坐下"), ("jump", "跳起来"), ("run", "跑"), ("lie down", "躺下"))
MOODS = (("happy", "开心"), ("sad", "难过"), ("angry", "生气"))
WORN = (("hat", "帽子"), ("scarf", "围巾"), ("crown", "皇冠"))
HELD = (("flower", "花"), ("balloon", "气球"))
NEWCOMERS = (
    ("dog", "dog", "一只狗"), ("cat", "cat", "一只猫"), ("man", "dad", "爸爸"), ("boy", "boy", "一个男孩"),
    ("tree", "tree", "一棵树"), ("ball", "ball", "一个球"), ("bird", "bird", "一只鸟"), ("car", "car", "一辆汽车"),
    ("apple", "apple", "一个苹果"), ("elephant", "elephant", "一头大象"), ("chair", "chair", "一把椅子"), ("butterfly", "butterfly", "一只蝴蝶"),
    ("moon", "moon", "月亮"), ("house", "house", "一座房子"), ("flower", "flower", "一朵花"), ("rabbit", "rabbit", "一只兔子"),
)  # fmt: skip
INSTEAD = (
    ("fox", "fox", "狐狸"),
    ("pumpkin", "pumpkin", "南瓜"),
    ("chair", "chair", "椅子"),
    ("duck", "duck", "鸭子"),
)
SETTINGS = (
    "make it night", "改成晚上", "let it snow", "下雪", "in watercolour style", "换成水墨风格", "make it sunset", "改成春天",
    "change the place: at the beach", "背景换成森林", "write \"Hello\" on it", "写上“你好”",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence, the ids that it names, and what it may change of them."""

    action: str
    prompt: str
    named: frozenset[str] = frozenset()
    moves: bool = False
    resizes: bool = False
    adds: str = ""
    at: str = ""
    """The kind that comes in, and to whom it is put."""
    removes: frozenset[str] = frozenset()


@dataclass(slots=True)
class Fault:
    what: str
    action: str
    prompt: str
    detail: str


def name_of(kind: str, lang: str) -> str:
    return names("zh" if lang == "zh" else "en", kind)


def with_its_horse(scene: Scene, thing: Thing) -> frozenset[str]:
    """It, and what it rides, which goes where it goes."""
    bearer = bearer_of(scene, thing)
    rides = bearer is not None and sits_on(thing, bearer) and bearer.kind not in SEATS
    return frozenset({thing.id, bearer.id} if bearer is not None and rides else {thing.id})


def subjects_of(scene: Scene) -> list[Thing]:
    """Things that can be called by the name of their kind, as one of each."""
    counts: dict[str, int] = {}
    for thing in scene.objects:
        counts[thing.kind] = counts.get(thing.kind, 0) + 1
    return [one for one in scene.objects if counts[one.kind] == 1 and one.rung not in ("signpost", "photo")]


def edits_of(scene: Scene, rng: random.Random, lang: str) -> Iterator[Edit]:
    """One edit of each kind, in that language."""
    zh = lang == "zh"

    def say(english: str, chinese: str) -> str:
        return chinese if zh else english

    things = subjects_of(scene)
    standing = [one for one in things if bearer_of(scene, one) is None]
    alive = [one for one in things if stock_of(one).alive]

    def the(thing: Thing) -> str:
        name = thing.label if thing.lang == lang else name_of(thing.kind, lang)
        return name if zh else f"the {name}"

    if things:
        one = rng.choice(things)
        colour = rng.choice(COLOURS)
        yield Edit(
            "recolour",
            say(f"make {the(one)} {colour[0]}", f"把{the(one)}变成{colour[1]}"),
            frozenset({one.id}),
        )
        one = rng.choice(things)
        yield Edit(
            "remove",
            say(f"remove {the(one)}", f"去掉{the(one)}"),
            frozenset({one.id}),
            removes=frozenset({one.id}),
        )
        one = rng.choice(things)
        new = rng.choice([new for new in INSTEAD if new[0] != one.kind])
        yield Edit(
            "replace",
            say(f"replace {the(one)} with a {new[1]}", f"把{the(one)}换成{new[2]}"),
            frozenset({one.id}),
            resizes=True,
        )
        one = rng.choice(things)
        yield Edit(
            "count",
            say(f"add another {name_of(one.kind, 'en')}", f"再加一个{the(one)}"),
            frozenset(),
            adds=one.kind,
        )
        one = rng.choice(things)
        side = rng.choice((("left", "左"), ("right", "右")))
        yield Edit(
            "shift",
            say(f"move {the(one)} to the {side[0]}", f"把{the(one)}往{side[1]}移一点"),
            with_its_horse(scene, one),
            moves=True,
        )
        one = rng.choice(things)
        to = rng.choice([other for other in things if other.id != one.id] or [one])
        new = rng.choice([new for new in NEWCOMERS if new[0] not in {t.kind for t in scene.objects}])
        yield Edit(
            "beside",
            say(f"put a {new[1]} next to {the(one)}", f"在{the(one)}旁边放{new[2]}"),
            frozenset(),
            adds=new[0],
            at=one.id,
        )
        if to.id != one.id:
            yield Edit(
                "stand",
                say(
                    f"put {the(one)} to the {side[0]} of {the(to)}", f"把{the(one)}放到{the(to)}的{side[1]}边"
                ),
                frozenset({one.id}),
                moves=True,
                at=to.id,
            )
    if standing:
        one = rng.choice(standing)
        bigger = rng.random() < 0.6
        yield Edit(
            "resize",
            say(
                f"make {the(one)} {'bigger' if bigger else 'smaller'}",
                f"把{the(one)}{'放大' if bigger else '缩小'}一点",
            ),
            frozenset({one.id}),
            resizes=True,
        )
    if alive:
        one = rng.choice(alive)
        pose = rng.choice(POSES)
        gets_off = pose[0] == "run" and one.rel is not None and one.rel.type == "on"
        said = say(f"make {the(one)} {pose[0]}", f"让{the(one)}{pose[1]}")
        yield Edit("pose", said, frozenset({one.id}), moves=gets_off)
        one = rng.choice(alive)
        mood = rng.choice(MOODS)
        yield Edit("mood", say(f"make {the(one)} {mood[0]}", f"让{the(one)}{mood[1]}"), frozenset({one.id}))
        one = rng.choice(alive)
        worn = rng.choice(WORN)
        yield Edit(
            "wear",
            say(f"give {the(one)} a {worn[0]}", f"给{the(one)}戴上{worn[1]}"),
            frozenset({one.id}),
            adds=worn[0],
            at=one.id,
        )
        one = rng.choice(alive)
        held = rng.choice(HELD)
        yield Edit(
            "hold",
            say(f"let {the(one)} hold a {held[0]}", f"让{the(one)}拿着{held[1]}"),
            frozenset({one.id}),
            adds=held[0],
            at=one.id,
        )
    taken = {thing.kind for thing in scene.objects}
    for new in rng.sample([new for new in NEWCOMERS if new[0] not in taken], 2):
        yield Edit("add", say(f"add a {new[1]}", f"加{new[2]}"), adds=new[0])
    yield Edit("setting", rng.choice(SETTINGS[1::2] if zh else SETTINGS[::2]))


def frame(placement: Placement) -> tuple[object, ...]:
    return (placement.x, placement.base, placement.scale, placement.flip, placement.angle, placement.lift)


def body_at(thing: Thing, placement: Placement) -> tuple[int, int]:
    """Where the middle of its body stands: with something in the other hand its extent is another one, and so is its foot."""
    x, y = frame_from(placement, figure_of(thing)).point((64.0, 128.0))
    return round(x), round(y)


def middle(placement: Placement) -> float:
    return (placement.box[0] + placement.box[2]) / 2


def hung_on(scene: Scene, keys: frozenset[str]) -> set[str]:
    """These, and what they bear."""
    found = set(keys)
    for _ in scene.objects:
        for thing in scene.objects:
            bearer = bearer_of(scene, thing)
            if bearer is not None and bearer.id in found:
                found.add(thing.id)
    return found


def tall_of(scene: Scene, thing: Thing) -> float:
    return scene.layout[thing.id].scale * figure_of(thing).tall / UNIT


def covered(scene: Scene, thing: Thing) -> dict[str, float]:
    """By others that stand before it and have nothing to do with it, the share of its box that lies in theirs."""
    x0, y0, x1, y1 = scene.layout[thing.id].box
    area = max(1, (x1 - x0) * (y1 - y0))
    found = {}
    mine, depth = root_of(scene, thing), order(scene, thing)
    for other in scene.objects:
        if root_of(scene, other) is mine or order(scene, other) <= depth:
            continue
        a0, b0, a1, b1 = scene.layout[other.id].box
        shared = max(0, min(x1, a1) - max(x0, a0)) * max(0, min(y1, b1) - max(y0, b0))
        found[other.id] = shared / area
    return found


def root_of(scene: Scene, thing: Thing) -> Thing:
    """What stands on the ground and bears it."""
    for _ in scene.objects:
        bearer = bearer_of(scene, thing)
        if bearer is None:
            break
        thing = bearer
    return thing


def order(scene: Scene, thing: Thing) -> tuple[bool, float]:
    """What is painted later is greater."""
    root = root_of(scene, thing)
    flies = stock_of(root).habitat == "sky" and not place_of(scene.env).floats
    return not flies, scene.layout[root.id].base + scene.layout[root.id].lift


def visible(scene: Scene, key: str) -> float:
    """Which share of a thing's own sprite is seen, by drawing it small."""
    drawing = draw(scene, 256, 256 * scene_size(scene)[1] // scene_size(scene)[0])
    labels, number = drawing.labels(), 0
    sprite = drawing.sprites[key]
    for root in drawing._roots():
        for thing in (root, *drawing._borne_by(root)):
            number += 1
            if thing.id == key:
                whole = int((sprite.rgba[..., 3] > 127).sum())
                return float((labels == number).sum()) / max(1, whole)
    return 0.0


HIDDEN = 0.40
"""More than that of somebody who was free is not to be hidden."""
BOXED = 0.65
"""The same by boxes, which are larger than what is drawn in them."""


def crowded(scene: Scene, edit: Edit) -> bool:
    """Whether beside the ground there is no room for half of what is put there: then the two may change places."""
    (key,) = edit.named
    one, ground = scene.layout[key].box, scene.layout[edit.at].box
    room = min(ground[0], scene_size(scene)[0] - ground[2])
    return edit.action == "stand" and room < (one[2] - one[0]) / 2


def in_one_row(before: Scene, edit: Edit, after: Scene, thing: Thing) -> bool:
    """Whether it is one of those that lie side by side with the one more of them that was asked for, in one size: they may
    come closer together."""
    if edit.action != "count" or thing.kind != edit.adds:
        return False
    row = [
        one for one in after.objects if (one.kind, one.size, one.rel) == (thing.kind, thing.size, thing.rel)
    ]
    lies = thing.rel is not None and thing.rel.type in ("on", "inside") and thing.rel.part is None
    return lies and len(row) > 1 and len({after.layout[one.id].scale for one in row}) == 1


def faults(before: Scene, edit: Edit, after: Scene, *, drawn: bool = True) -> Iterator[tuple[str, str]]:
    """What went wrong: a short class, and the numbers."""
    width, height = scene_size(before)
    old_ids = {thing.id for thing in before.objects}
    named = hung_on(before, edit.named) | hung_on(after, edit.named)
    new = [thing for thing in after.objects if thing.id not in old_ids]
    gone = [thing for thing in before.objects if after.thing(thing.id) is None]
    for thing in gone:
        if thing.id not in hung_on(before, edit.removes) and not (
            edit.action in ("replace", "wear", "hold") and thing.id in named
        ):
            yield "gone", f"{thing.id} {thing.kind}"
    for thing in gone:
        if (
            thing.id in hung_on(before, edit.removes) - edit.removes
            and stock_of(thing).habitat
            and thing.rel
            and thing.rel.part is None
            and thing.rel.type == "on"
        ):
            yield "gone with its ground", f"{thing.kind} on {edit.prompt}"
    if edit.removes and not {thing.id for thing in gone} >= edit.removes:
        yield "not removed", ""
    if new and not edit.adds:
        yield "came unasked", " ".join(thing.kind for thing in new)
    if edit.adds and not new:
        yield "not added", edit.adds
    if edit.adds and len(new) > 1:
        yield "several came", " ".join(thing.kind for thing in new)
    on_removed = hung_on(before, edit.removes) - edit.removes
    for thing in before.objects:
        now = after.thing(thing.id)
        if now is None:
            continue
        was, there = before.layout[thing.id], after.layout[thing.id]
        label = f"{thing.kind} {frame(was)} -> {frame(there)}"
        if thing.id in on_removed:
            if abs(middle(was) - middle(there)) > 0.03 * width + 1:  # boxes are whole pixels
                yield "moved when its ground went", label
            if abs(was.scale / there.scale - 1) > 0.03:
                yield "resized when its ground went", label
        elif thing.id not in named:
            if frame(was) != frame(there) and not (
                in_one_row(before, edit, after, thing)
                or (thing.id in hung_on(before, frozenset({edit.at})) and crowded(before, edit))
            ):
                yield "unnamed changed frame", label
            let_go = thing.pose is not None and any(
                bearer_of(before, one) == thing for one in before.objects if one.id in named
            )
            same = msgspec.structs.replace(now, rel=None, pose=None if let_go else now.pose)
            if same != msgspec.structs.replace(thing, rel=None, pose=None if let_go else thing.pose):
                yield "unnamed is another", f"{thing} -> {now}"
        elif thing.id in edit.named:
            tall, is_tall = tall_of(before, thing), tall_of(after, now)
            if not edit.resizes and abs(was.scale / there.scale - 1) > 0.02:
                yield "named changed size", f"{label} tall {tall:.0f} -> {is_tall:.0f}"
            half = (there.box[2] - there.box[0]) / 2
            inside = min(max(middle(was), half), max(half, width - half))
            if (
                not edit.moves
                and abs(inside - middle(there))
                > (0.13 if edit.action in ("pose", "replace") else 0.06) * width
            ):
                yield "named moved across", label
            ground = was.base + was.lift, there.base + there.lift
            if (
                not edit.moves
                and bearer_of(before, thing) is None
                and stock_of(thing).habitat != "sky"
                and abs(ground[0] - ground[1]) > (0.08 if edit.action == "replace" else 0.02) * height
            ):
                yield "named moved up or down", label
            if edit.action == "resize" and frame(was) == frame(there):
                yield "not resized", label
            if edit.action == "shift":
                bearers = bearer_of(before, thing), bearer_of(after, now)
                if (bearers[0] and bearers[0].id) != (bearers[1] and bearers[1].id):
                    yield "shifted off its ground", label
                elif abs(was.x - there.x) < 2:
                    yield "not shifted", label
    for thing in new:
        if bearer_of(after, thing) is not None:
            continue
        place = after.layout[thing.id]
        peers = [
            one
            for one in after.objects
            if one.id in old_ids
            and bearer_of(after, one) is None
            and stock_of(one).habitat != "sky"
            and one.size == thing.size
            and not lies_flat(one)
        ]
        peers = [one for one in peers if 0.2 <= height_of(one) / height_of(thing) <= 5]
        if peers and stock_of(thing).habitat != "sky":
            ratios = [tall_of(after, one) / height_of(one) ** COMPRESSION for one in peers]
            expected = statistics.median(ratios) * height_of(thing) ** COMPRESSION
            figure = figure_of(thing)
            expected = min(expected, 0.6 * height, 0.7 * width * figure.tall / figure.width)
            share = tall_of(after, thing) / expected
            if share < (0.38 if height_of(thing) > 1.4 else 0.5) or share > 1.8:
                yield (
                    "newcomer's size",
                    f"{thing.kind} {share:.2f} of {expected:.0f}px beside {[one.kind for one in peers]}",
                )
        x0, y0, x1, y1 = place.box
        if x0 < -8 or y0 < -8 or x1 > width + 8 or y1 > height + 8:
            yield "newcomer outside", f"{thing.kind} {place.box}"
    # who is hidden that was free
    for thing in after.objects:
        shares = covered(after, thing)
        earlier = covered(before, thing) if thing.id in old_ids else {}
        worst = [
            (key, share)
            for key, share in shares.items()
            if share > (HIDDEN if drawn else BOXED)
            and earlier.get(key, 0) <= HIDDEN
            and (key in named or key not in old_ids or thing.id in named or thing.id not in old_ids)
        ]
        if not worst:
            continue
        if drawn:
            was_seen = visible(before, thing.id) if thing.id in old_ids else 1.0
            seen = visible(after, thing.id)
            own = hung_on(after, frozenset({thing.id})) - {thing.id}
            if seen >= 0.6 * was_seen - (0.25 if own else 0):
                continue
            yield (
                "hidden",
                f"{thing.kind} seen {was_seen:.2f} -> {seen:.2f} by {[k for k, _ in worst]}",
            )
        else:
            yield "hidden", f"{thing.kind} by {worst}"


def laid_out(prompt: str, lang: str, *, ratio: str = "1:1", seed: int = 3, drawn: bool = True) -> Scene:
    composed = compose_scene(prompt, ratio=ratio, seed=seed, language=lang)  # type: ignore[arg-type]
    scene = arrange(composed.scene)
    return draw(scene, 256, 256 * scene_size(scene)[1] // scene_size(scene)[0]).scene if drawn else scene


def edited(scene: Scene, prompt: str, lang: str, *, drawn: bool = True) -> Scene:
    composed = edit_scene(prompt, [scene], ratio=scene.ratio, seed=4, language=lang)  # type: ignore[arg-type]
    after = arrange(composed.scene, former=composed.former)
    return draw(after, 256, 256 * scene_size(after)[1] // scene_size(after)[0]).scene if drawn else after
