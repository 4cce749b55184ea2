"""The actors as a sheet shows them: below its title, in the middle of a badge, one face near.

"A close-up of its face" is the last of these, too.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from paintover.engines.illustrator.backdrops import PAPERS
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.letters.titling import TITLE_ROOM, TITLED, lines_of
from paintover.engines.illustrator.scene import Placement, Scene, Shot, Thing
from paintover.engines.illustrator.sprites.hair import is_drawn_with
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of, waves
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.standing import bearer_of, frame_from, scene_size

HEAD = 0.46
"""The breadth of the head, as a share of the picture's shorter side."""
HEADS: Mapping[Shot, float] = {"face": HEAD, "near": 0.38, "bust": 0.30}
"""The same in the shots of somebody; of a thing a near one fills the picture."""
_FILLED = (0.03, 0.05, 0.97, 0.95)
_CUT = {HEADS["bust"]: 1.35, HEADS["near"]: 1.6, HEADS["face"]: 2.0}
"""How many times as high as the picture somebody is at least in those shots, whose head may be half of the body."""


_LEAST = 0.5
"""The actors become no smaller than this for the sake of a title."""


def fitted(scene: Scene) -> Scene:
    """A scene that was composed as if there were no sheet, as its sheet has it."""
    if not scene.layout:
        return scene
    if scene.shot in _OF_SEVERAL and not scene.sheet and len(together := _posing(scene)) > 1:
        return _group(scene, together)
    if scene.shot in HEADS and _subject(scene) is not None and not scene.sheet:
        return close_up(scene, HEADS[scene.shot])
    width, height = scene_size(scene)
    boxes = [placement.box for placement in scene.layout.values()]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    if scene.sheet == "avatar" and _subject(scene) is not None:
        return close_up(scene, HEADS["near"] if _has_shoulders(scene) else HEAD)
    window = _FILLED if scene.shot == "near" and not scene.sheet else _window(scene)
    if window is not None:
        x0, y0, x1, y1 = window
        k = min((x1 - x0) * width / max(1, right - left), (y1 - y0) * height / max(1, bottom - top))
        low = (
            (y1 * height - k * (bottom - top) / 2) if scene.env.place in STOOD_ON else (y0 + y1) / 2 * height
        )
        return nearer(scene, k, ((left + right) / 2, (top + bottom) / 2), ((x0 + x1) / 2 * width, low))
    if scene.sheet not in TITLED or not scene.caption or scene.caption_at == "bottom":
        return scene
    ceiling, ground = TITLE_ROOM * height, max(placement.base for placement in scene.layout.values())
    k = max(_LEAST, min(1.0, (ground - ceiling) / max(1.0, ground - top)))
    return nearer(scene, k, (width / 2, ground), (width / 2, ground)) if k < 1 else scene


STOOD_ON = frozenset({"card", "rays", "page"})
"""Papers with a ground to stand on."""


_OF_SEVERAL: tuple[Shot, ...] = ("bust", "near")
"""Shots that may be of several, who stand shoulder to shoulder."""
_MOST = 4
_OVERLAP, _BROAD = 0.28, 0.94
"""How much of somebody is behind the next, and how much of the picture's breadth all of them fill."""


def _posing(scene: Scene) -> list[Thing]:
    """Those who are in a portrait of several, from left to right; nobody where one of them alone is meant."""
    if scene.focus is not None:
        return []
    alive = [
        thing
        for thing in scene.objects
        if kinds()[thing.kind].alive
        and thing.rung not in ("signpost", "photo")
        and thing.id in scene.layout
        and bearer_of(scene, thing) is None
    ]
    free = all(one.rel is None or one.rel.type in ("left", "right", "beside") for one in alive)
    found = sorted(alive, key=lambda one: scene.layout[one.id].x)
    return found if free and len(found) <= _MOST else []


def _group(scene: Scene, together: Sequence[Thing]) -> Scene:
    """The scene with these shoulder to shoulder on one line, drawn near to their heads."""
    width, height = scene_size(scene)
    layout = _shoulder_to_shoulder(scene, together)
    shown = [layout[key].box for one in together for key in (one.id, *_borne_by(scene, one.id))]
    x0, y0, x1, y1 = (pick(box[at] for box in shown) for at, pick in enumerate((min, min, max, max)))
    chin = max(frame_from(layout[one.id], f := figure_of(one)).point(f.anchors.neck)[1] for one in together)
    k = min(_BROAD * width / max(1, x1 - x0), 0.8 * height / max(1.0, chin - y0))
    top = max(0.07 * height, 0.55 * (height - k * (y1 - y0)))
    scene = msgspec.structs.replace(scene, layout=layout)
    return nearer(scene, k, ((x0 + x1) / 2, y0), (width / 2, top))


def _shoulder_to_shoulder(scene: Scene, together: Sequence[Thing]) -> dict[str, Placement]:
    """Where all are when these stand on one line, each behind the next as far as no head is hidden."""
    ground = max(scene.layout[one.id].base for one in together)
    layout = dict(scene.layout)
    edge = middle = head = 0.0
    for number, one in enumerate(together):
        placed, figure = scene.layout[one.id], figure_of(one)
        x0, _, x1, _ = placed.box
        frame = frame_from(placed, figure)
        eye = frame.point(figure.anchors.eye)[0]
        own = 0.58 * figure.anchors.head * frame.factor
        dx = 0.0
        if number:
            hidden = (_OVERLAP if has_arms(kinds()[one.kind]) else 0.0) * (x1 - x0)
            dx = max(edge - hidden - x0, middle + head + own - eye)
        edge, middle, head = x1 + dx, eye + dx, own
        for key in (one.id, *_borne_by(scene, one.id)):
            layout[key] = _shifted(scene.layout[key], dx, ground - placed.base)
    return layout


def _borne_by(scene: Scene, key: str) -> list[str]:
    """All that somebody has on or holds, by id."""
    own = [one.id for one in scene.objects if (by := bearer_of(scene, one)) is not None and by.id == key]
    return [found for one in own for found in (one, *_borne_by(scene, one)) if found in scene.layout]


def _shifted(placement: Placement, dx: float, dy: float) -> Placement:
    x0, y0, x1, y1 = placement.box
    return msgspec.structs.replace(
        placement,
        x=round(placement.x + dx, 2),
        base=round(placement.base + dy, 2),
        box=(round(x0 + dx), round(y0 + dy), round(x1 + dx), round(y1 + dy)),
        shadow=None,
    )


def _has_shoulders(scene: Scene) -> bool:
    """Whether it is a person who is meant, of whom more than the face is shown."""
    subject = _subject(scene)
    return subject is not None and has_arms(kinds()[subject.kind])


def _window(scene: Scene) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom, in shares of the picture, of what the actors fill; None where they stay as composed."""
    width, height = scene_size(scene)
    across, down = min(1.0, height / width), min(1.0, width / height)
    match scene.sheet:
        case "logo":
            return _around(0.5, 0.44, 0.265 * across, 0.265 * down)
        case "icon":
            return _around(0.5, 0.5, 0.27 * across, 0.27 * down)
        case "sticker" | "avatar":
            return (0.14, 0.13, 0.86, 0.87) if not scene.caption else (0.14, 0.08, 0.86, 0.74)
        case "meme" if scene.env.place not in PAPERS and scene.env.place != "studio":
            return None
        case "meme" if scene.caption_at == "top":
            return 0.12, 0.24, 0.88, 0.94
        case "meme":
            return 0.12, 0.06, 0.88, 0.77 if scene.caption else 0.94
    if scene.env.place not in PAPERS:
        return None
    titled = bool(scene.caption)
    if scene.env.place == "page":
        return (0.2, 0.60, 0.8, 0.90) if titled else (0.16, 0.16, 0.84, 0.86)
    ceiling = 0.345 if titled and scene.caption_at != "bottom" else 0.13
    foot = 0.69 if scene.caption_at == "bottom" else 0.895
    if scene.env.place == "rays":
        low = 0.82 if titled and lines_of(scene.caption or "")[1] else 0.92
        return 0.10, ceiling - 0.03, 0.90, min(foot, low) if scene.caption_at == "bottom" else low
    return 0.14, ceiling, 0.86, foot


def _around(x: float, y: float, half_across: float, half_down: float) -> tuple[float, float, float, float]:
    return x - half_across, y - half_down, x + half_across, y + half_down


def close_up(scene: Scene, share: float = HEAD) -> Scene:
    """The scene with its layout drawn near to the face of who is meant, until the head is that `share` of the picture's
    shorter side; as it is where nobody there lives."""
    subject = _subject(scene)
    if subject is None or subject.id not in scene.layout:
        return scene
    if share == HEAD and waves(subject):  # nothing of the arm would be seen but a hand
        still = msgspec.structs.replace(subject, look=subject.look + 1)
        things = (still if one.id == still.id else one for one in scene.objects)
        subject, scene = still, msgspec.structs.replace(scene, objects=tuple(things))
    width, height = scene_size(scene)
    figure = figure_of(subject)
    frame = frame_from(scene.layout[subject.id], figure)
    head = max(figure.anchors.head, 0.22 * min(figure.width, figure.height)) * frame.factor
    x, y = frame.point(figure.anchors.eye)
    k = share * min(width, height) / max(1.0, head)
    if has_arms(kinds()[subject.kind]) and share in _CUT:
        k = max(k, _CUT[share] * height / max(1.0, figure.height * frame.factor))
    eyes = 0.44 * height
    if share in (HEADS["bust"], HEADS["near"]):  # with the hat
        worn = [key for key in scene.layout if _is_on(scene, key, subject.id)]
        above = y - min(scene.layout[key].box[1] for key in (subject.id, *worn))
        rise, broad = _hair_of(scene, worn, stock_of(subject).art)
        above += rise * head
        k = min(k, 0.58 * height / max(1.0, above), 0.96 * width / max(1.0, broad * head))
        eyes = max(eyes, k * above + 0.02 * height)
    return nearer(scene, k, (x, y), (width / 2, eyes))


def with_room_for_hats(scene: Scene, new: Collection[str]) -> Scene:
    """A portrait from a little further away where what somebody puts on reaches out of the picture."""
    if scene.shot not in HEADS and scene.sheet != "avatar":
        return scene
    width, height = scene_size(scene)
    on = [one for one in scene.objects if one.id in new and one.rel is not None and one.rel.part == "head"]
    boxes = [scene.layout[one.id].box for one in on if kinds()[one.kind].wear == "head"]
    if not boxes:
        return scene
    rise = height - min(*(box[1] for box in boxes), *(_top_of_hair(scene, one) for one in on))
    broad = max(2 * max(width / 2 - box[0], box[2] - width / 2) for box in boxes)
    k = min(1.0, _BELOW_THE_RIM * height / max(1.0, rise), _BELOW_THE_RIM * width / max(1.0, broad))
    return scene if k == 1.0 else nearer(scene, k, (width / 2, height), (width / 2, height))


_BELOW_THE_RIM = 0.98
"""The share of a picture that a portrait with a new hat fills at most."""
_FULL = {"curly-hair": (0.22, 1.42), "hair-bun": (0.3, 1.2), "ponytail": (0.12, 1.6)}
"""Hair that reaches beyond the head it is drawn on: how far above it, and how broad it is, in breadths of the head."""


def _top_of_hair(scene: Scene, hair: Thing) -> float:
    """How far up the hair reaches that somebody has, be it out of the picture; the picture's foot for anything else."""
    wearer = scene.thing(hair.rel.to) if hair.rel is not None else None
    if hair.kind not in _FULL or wearer is None or wearer.id not in scene.layout:
        return scene_size(scene)[1]
    if is_drawn_with(hair.kind, stock_of(wearer).art):
        return scene.layout[wearer.id].box[1]
    figure = figure_of(msgspec.structs.replace(wearer, shorn=False))
    frame = frame_from(scene.layout[wearer.id], figure)
    return frame.point(figure.anchors.top)[1] - _FULL[hair.kind][0] * figure.anchors.head * frame.factor


def _hair_of(scene: Scene, worn: Sequence[str], art: str) -> tuple[float, float]:
    kinds_worn = [thing.kind for key in worn if (thing := scene.thing(key)) is not None]
    full = [_FULL[kind] for kind in kinds_worn if kind in _FULL and not is_drawn_with(kind, art)]
    return max((rise for rise, _ in full), default=0.0), max((broad for _, broad in full), default=0.0)


def _is_on(scene: Scene, key: str, wearer: str) -> bool:
    thing = scene.thing(key)
    return thing is not None and thing.rel is not None and thing.rel.to == wearer and thing.rel.part == "head"


def nearer(scene: Scene, k: float, about: tuple[float, float], to: tuple[float, float]) -> Scene:
    """Everything `k` times as large, and what was at `about` (pixels) now at `to`; what leaves the picture is cut."""

    def moved(placement: Placement) -> Placement:
        x0, y0, x1, y1 = placement.box
        x, y = to[0] - k * about[0], to[1] - k * about[1]
        return msgspec.structs.replace(
            placement,
            x=round(k * placement.x + x, 2),
            base=round(k * placement.base + y, 2),
            scale=max(8, round(k * placement.scale, 2)),
            lift=round(k * placement.lift, 2),
            box=(round(k * x0 + x), round(k * y0 + y), round(k * x1 + x), round(k * y1 + y)),
            shadow=None,
        )

    layout = {name: moved(placement) for name, placement in scene.layout.items()}
    return msgspec.structs.replace(scene, layout=layout)


def _subject(scene: Scene) -> Thing | None:
    """Who was spoken of last, or else the first one that lives."""
    alive = [
        thing
        for thing in scene.objects
        if thing.rung not in ("signpost", "photo")
        and kinds()[thing.kind].alive
        and bearer_of(scene, thing) is None
    ]
    return next((thing for thing in alive if thing.id == scene.focus), alive[0] if alive else None)
