"""The figure and the size of a thing of the scene."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import msgspec

from paintover.engines.illustrator.colour import mix, nearest_name, paint_of, paints_of, rgb
from paintover.engines.illustrator.kinds import SIGNPOST, Kind, kinds
from paintover.engines.illustrator.scene import Environment, Relation, Thing
from paintover.engines.illustrator.sprites.bodies import (
    BOWED,
    CROUCHED,
    FACE_ONLY,
    MASKED,
    PAWS,
    PLUSH,
    STIFF,
    is_person,
    is_plush_animal,
)
from paintover.engines.illustrator.sprites.complexion import complexion_of, complexioned, hair_paint, tones
from paintover.engines.illustrator.sprites.eyes import is_dark, with_eyes_seen
from paintover.engines.illustrator.sprites.figures import Figure, broadened, figure, figure_paint
from paintover.engines.illustrator.sprites.folded import FOLDED, folded
from paintover.engines.illustrator.sprites.from_behind import from_behind
from paintover.engines.illustrator.sprites.gaze import gazing
from paintover.engines.illustrator.sprites.gestures import GESTURES, gestures, gesturing, with_both_hands
from paintover.engines.illustrator.sprites.grazing import GRAZE, grazing
from paintover.engines.illustrator.sprites.hair import freckled, shaven, shorn
from paintover.engines.illustrator.sprites.limbs import UPRIGHT, aimed, arms_in, grip_of, poses
from paintover.engines.illustrator.sprites.materials import made_of
from paintover.engines.illustrator.sprites.moods import in_mood, with_lips
from paintover.engines.illustrator.sprites.painted import with_painted
from paintover.engines.illustrator.sprites.patterns import CLOTH, in_pattern, natural, own_paint, pattern_of
from paintover.engines.illustrator.sprites.poses import (
    CEILING,
    HOOKED,
    RAISED,
    asleep,
    lies,
    on_a_cord,
    raised,
    with_shut_eyes,
)
from paintover.engines.illustrator.sprites.props import PEOPLE
from paintover.engines.illustrator.sprites.rig import bends, bent, nods
from paintover.engines.illustrator.sprites.surfaces import materials
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.sprites.umbrellas import held_up
from paintover.engines.illustrator.sprites.winged import flies_as_drawn, in_flight

LAID_M = {"lotus": 0.03, "lotus-leaf": 0.02}
"""What lies flat on the water, and how high it is there, in metres."""
OF_THE_CEILING = frozenset({"chandelier", "ceiling-fan"})
"""What hangs from a ceiling wherever it is, and is drawn with what it hangs by."""
SIZES = {"small": 0.45, "large": 2.2, "far": 0.45, None: 1.0}
"""What a size that was asked for does to the real height."""


_OF_SEVERAL = frozenset({"lighthouse", "scoops-1", "scoops-2", "scoops-3", "scoops-4"})
"""Kinds of equal parts, which have the colours of their pattern by turns."""
GIRTH = 1.17
"""By how much one step makes a thing broader."""
MOST_GIRTH = 4


def stock_of(thing: Thing) -> Kind:
    """The kind of a thing; a signpost where the kind is unknown, as in a scene of a later version."""
    known = kinds()
    if thing.rung == "signpost":
        return known[SIGNPOST]
    if thing.where == "sky" or (thing.pose == "fly" and flies_as_drawn(thing.kind)):
        return _up(drawn_as(thing))
    if thing.where == "ground" and known.get(thing.kind, known[SIGNPOST]).habitat == "sky":
        return _down(drawn_as(thing))
    return known.get(drawn_as(thing), known[SIGNPOST])


@cache
def _down(kind: str) -> Kind:
    """One of that kind that has come down, whose place is the ground."""
    return msgspec.structs.replace(kinds().get(kind, kinds()[SIGNPOST]), habitat="ground")


@cache
def _up(kind: str) -> Kind:
    """One of that kind on the wing, whose place is the sky."""
    return msgspec.structs.replace(kinds().get(kind, kinds()[SIGNPOST]), habitat="sky")


_EITHER = {"noto:child": ("boy", "girl"), "noto:person": ("man", "woman")}
"""By the drawing of somebody whose sex nobody said, the kinds that they look like by turns."""


def drawn_as(thing: Thing) -> str:
    """The kind that it looks like: its own, but that children are boys or girls, and people men or women."""
    kind = kinds().get(thing.kind)
    either = _EITHER.get(kind.art) if kind is not None else None
    return thing.kind if either is None else either[thing.look % 2]


def figure_of(thing: Thing) -> Figure:
    """What the thing looks like, in its colour and pose."""
    thing = at_ease(thing)
    kind = stock_of(thing)
    usual = _patterned(_usual(thing, kind), thing, kind)
    if kind.alive and not thing.away and is_dark(paint_of(thing.colour)) and not _is_dressed(kind):
        usual = with_eyes_seen(usual)
    shut = thing.mood == "happy" and not _plain_face(kind)  # shut eyes look nowhere
    usual = gazing(usual, (0, 0) if thing.away or shut else thing.gaze)
    if thing.away:
        return _from_behind(thing, kind, usual)
    if thing.pose == "sleep":
        shown = asleep(usual)
    elif thing.pose == BOWED and thing.mood is None:
        shown = with_shut_eyes(usual)
    elif thing.pose == RAISED and RAISED not in kind.poses:
        shown = raised(usual)
    elif thing.pose == CEILING and CEILING not in kind.poses and thing.kind not in OF_THE_CEILING:
        shown = on_a_cord(usual)
    else:
        shown = usual if thing.mood is None else in_mood(usual, thing.mood, person=_plain_face(kind))
    if thing.lips is not None:
        shown = with_lips(shown, paint_of(thing.lips) or _LIPSTICK)
    return shown if thing.girth == 0 else broadened(shown, GIRTH**thing.girth)


_LIPSTICK = "#c8283c"
_GREY = "#a9a6a2"
"""Hair of the old."""
_SHORT_HAIRED = frozenset(
    {
        "boy",
        "man",
        "old-man",
        "person",
        "child",
        "farmer",
        "fisher",
        "king",
        "prince",
        "bare-king",
        "bare-prince",
    }
)


def _from_behind(thing: Thing, kind: Kind, usual: Figure) -> Figure:
    """The thing with its back to us, where it can be drawn so."""
    if (art := kind.poses.get(_BACK)) is not None:
        of_its_own = figure_paint(_icon(kind)) if kind.alive else None
        return figure(art, paint=paint_of(thing.colour) or of_its_own)
    complexion = complexion_of(thing)
    if complexion is None or not _plain_face(kind):
        return usual
    aged = thing.kind.startswith("old-") and thing.hair is None
    paint = _GREY if aged else hair_paint(complexion.hair) or _GREY
    short = thing.kind in _SHORT_HAIRED or thing.shorn
    return from_behind(usual, paint, nape=tones()[complexion.tone].skin if short else None)


_BACK = "away"
"""The pose that is a drawing of an animal from behind."""


def at_ease(thing: Thing) -> Thing:
    """The thing with the pose and the face that it has of itself, by its look, where it was told none."""
    kind = stock_of(thing)
    look = thing.look % LOOKS
    if not look or not kind.alive or thing.rung in ("signpost", "photo"):
        return thing
    if look == _CHEERFUL and thing.mood is None and thing.pose != "sleep" and not _plain_face(kind):
        return msgspec.structs.replace(thing, mood="happy")
    is_free = thing.rel is None or thing.rel.type in ("left", "right", "beside")
    sits = look == _SITTING and thing.kind in _SITTERS and thing.pose is None and is_free
    return msgspec.structs.replace(thing, pose="sit") if sits else thing


def beams(thing: Thing) -> bool:
    """Whether it would smile with closed eyes by its look alone, if it were told no face and slept not."""
    told_nothing = msgspec.structs.replace(thing, mood=None, pose=None)
    return at_ease(told_nothing).mood is not None


_CHEERFUL, _SITTING = 5, 2
"""Looks with which an animal smiles, and with which one sits, although nobody said so; people smile a little anyway."""
_SITTERS = frozenset({"cat", "dog", "puppy", "kitten"})


def takes_pose(thing: Thing, *, afloat: bool = False) -> bool:
    """Whether its pose can be seen: there is a drawing of it, or it leans, leaps, lies down or shuts its eyes.

    `afloat` says that it is in the water here; what is on something sits or lies there.
    """
    kind = stock_of(thing)
    in_its_bowl = thing.rel is not None and thing.rel.type == "inside" and kind.habitat == "water"
    if thing.pose == "swim" and (afloat or in_its_bowl):
        return True
    if thing.pose in ("sit", "lie") and thing.rel is not None and thing.rel.type in ("on", "inside"):
        return True
    if (
        thing.pose in (None, "stand", "hung", CEILING, RAISED, HOOKED)
        or thing.pose in kind.poses
        or thing.rung in ("signpost", "photo")
    ):
        return True
    if not kind.alive:
        return thing.pose in ("lie", "fly", "swim", "jump")  # a boat swims, a kite flies
    if thing.pose == GRAZE:
        return not is_person(_icon(kind), kind.crop)
    if thing.pose in _EVERYBODY or (thing.pose in FOLDED and _is_drawn_whole(kind)):
        return True
    usual = _usual(msgspec.structs.replace(thing, pose=None), kind)
    if thing.pose in GESTURES and _is_drawn_whole(kind):
        return gestures(usual.body)
    if thing.pose == "sleep":
        return bool(usual.anchors.eyes)
    if thing.pose == "lie" and lies(usual):
        return True
    return (
        (thing.pose == "sit" and kind.crop is not None)
        or bends(_icon(kind), thing.pose)
        or _limber(thing, kind)
    )


def takes_pattern(thing: Thing) -> bool:
    """Whether its pattern can be seen: it is drawn with one, or has a plain part that is large enough."""
    if thing.pattern is None or thing.kind in natural(thing.pattern) or thing.kind in _OF_SEVERAL:
        return True
    if thing.rung in ("signpost", "photo"):
        return thing.rung == "signpost" and thing.pattern in materials()  # the sign stands in for all of it
    kind = stock_of(thing)
    usual = _usual(thing, kind)
    return thing.kind in GARMENTS or _patterned(usual, thing, kind) is not usual


_SEEN_AS = {"hill": "green"}
"""What one sees of a drawing of which the first paint is another."""


def colour_of(thing: Thing) -> str:
    """The name of the colour that it has: the one that was asked for, or the nearest to that of its drawing."""
    if thing.colour is not None:
        return thing.colour
    if thing.kind in _SEEN_AS:
        return _SEEN_AS[thing.kind]
    if thing.kind in GARMENTS and thing.rel is not None:
        return nearest_name(GARMENTS[thing.kind])
    kind = stock_of(thing)
    return nearest_name(own_paint(_usual(thing, kind), None, clothed=_is_dressed(kind)))


def _patterned(usual: Figure, thing: Thing, kind: Kind) -> Figure:
    """The figure in the thing's pattern: on somebody's clothes, on an animal's coat, on all that has a thing's paint."""
    if thing.pattern is None or thing.rung in ("signpost", "photo") or thing.kind in _OF_SEVERAL:
        return usual
    clothed = _is_dressed(kind)
    paint = paint_of(thing.colour)
    if thing.pattern in materials():
        bare = thing.kind in natural(thing.pattern)
        return usual if bare else made_of(usual, thing.pattern, paint, whole=_is_whole(kind))
    fur = PLUSH.get(kind.art.partition(":")[2], (None,))[0] if kind.crop is not None else None
    base = own_paint(usual, paint or fur, clothed=clothed)
    grown, cloth = kind.alive and not clothed, clothed or kind.wear == "neck" or thing.kind in CLOTH
    pattern = pattern_of(thing, base, alive=grown, level=cloth, worn=clothed)
    return usual if pattern is None else in_pattern(usual, pattern, base)


def _is_whole(kind: Kind) -> bool:
    """Whether it has no windows, and is made of one material throughout."""
    return kind.alive or (kind.habitat != "road" and kind.height_m < _BUILT_M)


_BUILT_M = 3.0
"""What is so high and not alive is a building, with windows and a door."""


def _is_drawn_whole(kind: Kind) -> bool:
    """Whether it is a person whom no emoji shows: a pirate."""
    family, _, name = kind.art.partition(":")
    return family == "prop" and name in PEOPLE


def _is_dressed(kind: Kind) -> bool:
    """Whether it is a person, whose clothes have the pattern."""
    name = kind.art.partition(":")[2]
    drawn = _is_drawn_whole(kind)
    return kind.alive and (is_person(name, kind.crop) or name.endswith("-standing") or drawn)


def takes_mood(thing: Thing) -> bool:
    """Whether its face can show its mood: its eyes are known and open."""
    if thing.mood is None:
        return True
    usual = _usual(thing, stock_of(thing))
    return bool(usual.anchors.eyes) and thing.pose != "sleep"


_EVERYBODY = frozenset({"jump", "fly", "run", "walk", "dance", "handstand"})
"""Poses that any drawing can take, by how it stands."""


def _limber(thing: Thing, kind: Kind) -> bool:
    """Whether the body under its head is ours and can take the pose."""
    name = _icon(kind)
    if (kind.crop is None and name not in FACE_ONLY) or thing.pose is None:
        return False
    if is_plush_animal(name) and thing.pose in CROUCHED:
        return True
    if thing.pose not in poses():
        return False
    return name not in STIFF and (is_person(name, kind.crop) or thing.pose in PAWS)


def _plain_face(kind: Kind) -> bool:
    """Whether it has a person's face."""
    name = kind.art.partition(":")[2]
    return (
        kind.art.startswith("noto:")
        and (is_person(name, kind.crop) or name.startswith(("person-", "man-", "woman-")))
        and name not in MASKED
    )


AWAY, ASIDE = (0, -1), (-1, 0)
"""Gazes of what has no face and is turned to whoever uses it: from us, and to the left."""
_TURNED = {AWAY: "turned", ASIDE: "aside"}
_AFLOAT = "afloat"
_BY_RELATION = {"around": "coil", "hold": "held", "wear": "worn", "inside": "dipped"}
"""Poses that come from how a thing stands to another, where it has a drawing for that."""


def _is_on_a_head(rel: Relation) -> bool:
    return (rel.type, rel.part) == ("on", "head")


def _icon(kind: Kind) -> str:
    """The icon that it is drawn with; "" where that is our own drawing."""
    family, _, name = kind.art.partition(":")
    return name if family == "noto" else ""


def _usual(thing: Thing, kind: Kind) -> Figure:
    """The drawing of it, in its pose, with its eyes open."""
    drawn = _drawing(thing, kind)
    icon = _icon(kind)
    if thing.pose in FOLDED and _is_drawn_whole(kind):
        return folded(drawn, "meditate" if thing.pose == "sit" and _is_on_the_ground(thing) else thing.pose)
    if thing.pose in GESTURES and _is_drawn_whole(kind):
        legs = thing.limbs.partition("+")[2]
        raised = gesturing(drawn, thing.pose)
        return folded(raised, legs) if legs in FOLDED else raised
    if thing.pose is None and _is_drawn_whole(kind):
        return with_both_hands(drawn)
    if thing.pose == GRAZE and kind.alive:
        low = nods(icon) and len(drawn.anchors.eyes) < 2
        upright = "stand" if bends(icon, "stand") else GRAZE  # no horse grazes at a gallop
        return grazing(bent(drawn, icon, upright) if low or upright == "stand" else drawn)
    if thing.kind == "umbrella" and thing.rel is not None and thing.rel.type == "hold":
        return held_up(drawn)
    soars = thing.pose == "fly" or (thing.pose is None and thing.rel is None and kind.habitat == "sky")
    if soars and "fly" not in kind.poses and flies_as_drawn(thing.kind):
        return in_flight(drawn, thing.kind, paint_of(thing.colour))
    leaps = thing.pose == "jump" and not bends(icon, "jump")
    pose = "run" if leaps else thing.pose  # who leaps on all fours stretches its legs
    if thing.gaze[1] and pose in (None, "stand") and nods(icon) and len(drawn.anchors.eyes) < 2:
        return bent(drawn, icon, "up" if thing.gaze[1] < 0 else "down")
    if pose is None or thing.pose in kind.poses or not bends(icon, pose):
        return drawn
    return bent(drawn, icon, pose)


def _drawing(thing: Thing, kind: Kind) -> Figure:
    """The drawing of it, in its colour and complexion."""
    drawn = _bare_drawing(thing, kind)
    complexion = complexion_of(thing)
    drawn = with_painted(drawn, thing.painted) if thing.painted else drawn
    return drawn if complexion is None else complexioned(drawn, complexion)


def _bare_drawing(thing: Thing, kind: Kind) -> Figure:
    pose = (
        None
        if thing.rel is None
        else "worn"
        if _is_on_a_head(thing.rel)
        else _BY_RELATION.get(thing.rel.type)
    )
    if thing.size == "large" and f"{pose}-large" in kind.poses:
        pose = f"{pose}-large"  # a larger kite on the same string
    turned = None if kind.alive else _TURNED.get(thing.gaze)
    laid = _AFLOAT if thing.where == "water" else None
    for name in (thing.pose, laid, turned, pose):
        if name in kind.poses:
            art = kind.poses[name]
            if name == turned:  # in the measure that it has as it is drawn
                shown = figure(art, paint=paint_of(thing.colour))
                return replace(shown, name=f"{shown.name}/{name}", stature=figure(kind.art).height)
            if name == "sleep":  # in the measure that it has awake
                shown = figure(art, paint=paint_of(thing.colour))
                return replace(shown, stature=figure(kind.art).height)
            plush = name if art.partition(":")[2] in FACE_ONLY else None
            return figure(art, paint=paint_of(thing.colour), pose=plush)
    if thing.colour in kind.variants:
        return figure(kind.variants[thing.colour], crop=kind.crop)
    if thing.colour and (dyed := kind.variants.get("any")) is not None:
        return figure(dyed, paint=paint_of(thing.colour))
    pose = thing.pose if _limber(thing, kind) else _laid_or_stance(thing, kind)
    seated = thing.rel is not None and thing.rel.type == "on" and not (pose or "").endswith(UPRIGHT)
    if pose is not None and thing.rel is not None and seated and pose not in _ON_KNEES and grip_of(pose):
        pose = f"{pose}+ride" if thing.rel.part in ("back", "neck") else f"{pose}+sit"
    elif pose == "sit" and _is_on_the_ground(thing):
        pose = "sit+meditate"  # on the ground, with crossed legs
    elif thing.kneels and pose is not None:
        pose = f"{pose}+kneel"
    if thing.limbs and _limber(msgspec.structs.replace(thing, pose=arms_in(thing.limbs)), kind):
        pose = thing.limbs
    pose = aimed(pose, thing.aim)
    paint = paint_of(thing.colour) or _own_paint(thing, kind)
    if thing.kind in _OF_SEVERAL and paint is not None:
        paint = " ".join((paint, *paints_of(thing.second or "")))
    drawn = figure(kind.art, paint=paint, crop=kind.crop, pose=pose)
    if thing.freckled:
        drawn = freckled(drawn)
    return shaven(drawn) if thing.bald else shorn(drawn) if thing.shorn else drawn


def _is_on_the_ground(thing: Thing) -> bool:
    """Whether it is on nothing, and in nothing."""
    return thing.rel is None or thing.rel.type not in ("on", "inside")


LOOKS = 6
"""How many looks there are of what lives; 0 is the drawing as it is."""
_WARDROBE = (None, "#4f9d8f", "#d98a3c", "#7a6fc0", "#5a8fd0", "#c9606a")
"""What those without a trade wear, by look."""
_SHADES = (
    None,
    ("#3a2018", 0.16),
    ("#fff2dc", 0.24),
    ("#c9602a", 0.16),
    ("#2a1a24", 0.10),
    ("#ffe2b0", 0.15),
)
"""Towards what an animal's coat goes, and how far: never so far that it would go by another colour's name."""


def look_of(seed: int, kind: str | None, key: str) -> int:
    """The look of a new thing, by seed and id, neighbours of a group having different ones; things are always as they are
    drawn."""
    known = kinds().get(kind or "")
    if known is None or not known.alive:
        return 0
    rng = random.Random(f"{seed}:looks")
    turns = [rng.sample(range(odd, LOOKS, 2), LOOKS // 2) for odd in rng.sample((0, 1), 2)]
    number = int("".join(filter(str.isdigit, key)) or 0)
    return turns[number % 2][number // 2 % (LOOKS // 2)]


def _own_paint(thing: Thing, kind: Kind) -> str | None:
    """The paint of its look: of the clothes, or a shade of the coat."""
    family, _, name = kind.art.partition(":")
    look = thing.look % LOOKS
    if not look or not kind.alive or family != "noto":
        return None
    if is_person(name, kind.crop):
        return _WARDROBE[look] if kind.crop == "face" and name not in MASKED else None
    if kind.poses.keys() - {_BACK}:
        return None
    shade = _SHADES[look]
    if shade is None or kind.crop is not None:
        return None
    base = figure_paint(name)
    red, green, blue = rgb(base)
    if max(red, green, blue) - min(red, green, blue) < 45:
        return None  # white, grey and black coats have no shades of one name
    return mix(base, *shade)


_ON_KNEES = frozenset({"kneel", "pray"})
"""Poses whose legs are as they are told on a seat, too."""
_SUPINE = "supine"
"""How the limbs of somebody of ours lie who lies on the back."""


def _laid_or_stance(thing: Thing, kind: Kind) -> str | None:
    """How somebody of ours lies, or stands who was told nothing."""
    if thing.pose in ("lie", "sleep") and _is_dressed(kind):
        return _SUPINE if _limber(msgspec.structs.replace(thing, pose=_SUPINE), kind) else None
    return _stance(thing, kind)


def _stance(thing: Thing, kind: Kind) -> str | None:
    """How somebody of ours stands who was told nothing: some wave."""
    if thing.pose is not None or thing.rel is not None or thing.at or thing.look % LOOKS != _WAVING:
        return None
    return "wave" if _limber(msgspec.structs.replace(thing, pose="wave"), kind) else None


def waves(thing: Thing) -> bool:
    """Whether it waves although nobody said so."""
    return _stance(thing, stock_of(thing)) is not None


_WAVING = 3


_LEAVES = {"autumn": ("orange", "gold", "red"), "winter": ("white",)}
_LEAFY = frozenset({"tree"})
_GRASSY = frozenset({"hill", "bush", "hedge"})
"""What is white in winter, and at other times as it is drawn."""
OUTLOOKS = frozenset({"mountain-view", "city-view", "sea-view", "forest-view", "garden-view"})
"""What fills a window's panes: all that lies out there."""


def in_season(thing: Thing, env: Environment) -> Thing:
    """What sheds its leaves, as it stands at that time of the year, unless a colour was asked for; a window with what is
    to be seen through it; a bed as they are in a hospital."""
    if thing.kind == "bed" and env.place == "ward":
        return msgspec.structs.replace(thing, kind="hospital-bed")
    if thing.kind == "bay-window":
        winter = env.weather == "snow" or env.season == "winter"
        view = env.time if env.time in ("night", "sunset") else "snow" if winter else env.weather
        if view == "night" and not env.luminary:
            view = "moonless"
        return msgspec.structs.replace(thing, pose=view if view in stock_of(thing).poses else None)
    if thing.kind in OUTLOOKS:
        return msgspec.structs.replace(thing, pose="night" if env.time == "night" else None)
    season = "winter" if env.weather == "snow" or env.place == "snow" else env.season
    turns = thing.kind in _LEAFY or (season == "winter" and thing.kind in _GRASSY)
    if not turns or thing.colour is not None:
        return thing
    colours = _LEAVES.get(season)
    if colours is None:
        return thing
    return msgspec.structs.replace(thing, colour=colours[ord(thing.id[-1]) % len(colours)])


def height_of(thing: Thing) -> float:
    """Its height in the real world, in metres, with the size that was asked for."""
    usual = stock_of(thing).height_m
    if thing.kind in _DIPPED_M and thing.rel is not None and thing.rel.type == "inside":
        usual = _DIPPED_M[thing.kind]
    size = _YOUNGER if thing.size == "small" and thing.label in YOUNGER else SIZES[thing.size]
    return (LAID_M.get(thing.kind, usual) if thing.where == "water" else usual) * size


YOUNGER = frozenset({"弟弟", "小弟弟", "妹妹", "小妹妹"})
"""Labels of those who are smaller than a brother or sister who is there."""
_YOUNGER = 0.72
"""How much so."""


_DIPPED_M = {"spoon": 0.2}
"""How high is what stands in a bowl or a cup, and lies elsewhere."""
