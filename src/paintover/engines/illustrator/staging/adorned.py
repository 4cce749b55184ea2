"""What is small on somebody's head: a flower in the hair, a heart painted on the cheek, a plaster on the nose; and the
rod in the twig of a snowman, who has no hands that would hold it."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point, place_of
from paintover.engines.illustrator.sprites.limbs import grip_of
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.rig import rig_of
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.at_its_paws import at_its_paws, is_at_its_paws
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.held import SAID_SIZE, gripped
from paintover.engines.illustrator.staging.on_heads import held_by_the_head
from paintover.engines.illustrator.staging.stems import hair_frame, is_in_hair

_ON_THE_NOSE = frozenset({"bandage", "ball"})
"""What is stuck there rather than on a cheek."""
_CHEEK, _NOSE = (0.225, -0.09), (0.0, -0.16)
"""Where they are beside the lower end of the nose, to the right and down, in measures of the head."""
_BROAD = 0.27
"""How large what is painted there is, in the same."""


def adorned_frame(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame | None:
    """Where such a thing is; None where it is none. `under` and `frame` are its bearer's."""
    if is_in_hair(thing):
        return hair_frame(figure, under, frame, seat, seats)
    if thing.kind == _ROD and _is_in_a_twig(thing, bearer, under) and (grip := grip_of("fish")) is not None:
        measure = held_by_the_head(thing, under) * frame.factor
        return gripped(thing, figure, under.anchors.hand, grip, measure, frame)
    if is_at_its_paws(thing, bearer):
        return at_its_paws(thing, figure, under, frame)
    if (stuck := _stuck_on(thing, bearer, under)) is not None:
        size = _ON_A_KNEE if thing.rel is not None and thing.rel.part == "foot" else _STUCK
        return _frame_at(stuck, size * under.anchors.head, thing, figure, frame)
    if not _is_on_the_face(thing, bearer):
        return None
    anchors, (aside, low) = under.anchors, _NOSE if thing.kind in _ON_THE_NOSE else _CHEEK
    at: Point = (
        anchors.nose[0] + (aside - 2 * aside * (seat % 2)) * anchors.head,
        anchors.nose[1] + low * anchors.head,
    )
    return _frame_at(at, _BROAD * anchors.head, thing, figure, frame)


_ROD = "fishing-rod"


def _is_in_a_twig(thing: Thing, bearer: Thing, under: Figure) -> bool:
    """Whether it is held by somebody who looks at us and has no hands."""
    held = thing.rel is not None and (thing.rel.type, thing.rel.part) == ("hold", "hand")
    return (
        held
        and under.anchors.front
        and not has_arms(stock_of(bearer))
        and grip_of(bearer.limbs or bearer.pose) is None
    )


def _frame_at(at: Point, broad: float, thing: Thing, figure: Figure, frame: Frame) -> Frame:
    """The middle of what is there, so broad in units of its bearer's."""
    x, y = frame.point(at)
    size = SAID_SIZE.get(thing.size, 1.0) * broad * frame.factor
    left, top, right, bottom = figure.extent
    middle: Point = ((left + right) / 2, (top + bottom) / 2)
    scale = size / max(figure.width, figure.height) * UNIT
    return place_of(figure, Frame(x, y, scale, middle, False, frame.angle))


_PLASTER, _STUCK = "bandage", 0.34
"""What sticks where it is put on somebody who looks at us, and how large it is, in measures of the head."""
_PICTURES = frozenset({"heart", "star", "button", "moon", "crescent-moon", "rainbow", "sun"})
"""What is on the chest or the tummy as a picture is."""
_TOYS = frozenset({"teddy-bear", "rag-doll", "doll"})
_OF_A_TOY = 30.0, 0.17
_ON_A_KNEE = 0.25
_KNEES: dict[str | None, tuple[float, float]] = {
    "sit": (26.0, 0.17), "meditate": (26.0, 0.17), "run": (18.0, 0.30), "walk": (13.0, 0.26), "jump": (17.0, 0.30),
    "squat": (25.0, 0.2), "supine": (9.0, 0.26),
}  # fmt: skip
"""By pose, how far to the right of the middle the knee is, in units, and how far above the ground, as a share of the height
of the neck."""
_KNEE = 9.0, 0.26
"""The same of who stands."""


def _stuck_on(thing: Thing, bearer: Thing, under: Figure) -> Point | None:
    """Where a plaster is: on the forehead, the arm, the chest or the leg; None where it is none, or on the face."""
    rel, anchors = thing.rel, under.anchors
    if thing.kind == _PLASTER and rel is not None and (leg := _on_a_leg(rel, bearer, under)) is not None:
        return leg
    if rel is None or rel.type not in ("on", "wear") or not anchors.front:
        return None
    if not stock_of(bearer).alive and bearer.kind not in _TOYS:
        return None
    (x, y), head, low = anchors.neck, anchors.head, under.extent[3]
    if thing.kind in _PICTURES and rel.part in ("back", "neck"):
        return x, y + 0.42 * (low - y)
    if thing.kind != _PLASTER:
        return None
    if rel.part == "head":
        return anchors.nose[0] + 0.12 * head, anchors.eye[1] - 0.22 * head
    if rel.part == "back":
        hand = anchors.other or (x + 0.5 * head, y + 0.6 * head)
        return x + 0.8 * (hand[0] - x), y + 0.5 * (hand[1] - y)
    if rel.part == "neck":
        return x, y + 0.3 * (low - y)
    if rel.part != "foot":
        return None
    seated = bearer.pose == "sit" and bearer.rel is not None and bearer.rel.type == "on"
    aside, above = (14.0, 0.26) if seated else _KNEES.get(bearer.pose, _KNEE)
    if bearer.kind in _TOYS:  # it sits, the legs before it
        aside, above = _OF_A_TOY
    return x + aside, low - above * (low - y)


def _on_a_leg(rel: Relation, bearer: Thing, under: Figure) -> Point | None:
    """Where a plaster is on the leg of an animal that stands on several; None elsewhere."""
    rig = rig_of(stock_of(bearer).art.partition(":")[2])
    standing = bearer.pose in (None, "stand") and not has_arms(stock_of(bearer))
    if rel.type not in ("on", "wear") or rel.part != "foot" or rig is None or not standing:
        return None
    leg = rig.legs.get("fore") or rig.legs.get("hind")
    if leg is None or rig.gallops:
        return None
    top = min(leg[1::2])
    return sum(leg[::2]) / len(leg[::2]), top + _DOWN_A_LEG * (under.extent[3] - top)


_DOWN_A_LEG = 0.56
"""How far down its leg an animal has a plaster."""


def _is_on_the_face(thing: Thing, bearer: Thing) -> bool:
    """Whether it is a picture on the face of somebody who looks at us, and nothing that is made for faces."""
    rel, kind = thing.rel, stock_of(thing)
    on = rel is not None and (rel.type, rel.part) == ("on", "face")
    return on and has_arms(stock_of(bearer)) and not kind.alive and kind.wear in (None, "hand")
