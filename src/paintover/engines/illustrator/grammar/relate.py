"""How one thing stands to another, decided by what they are: a hat on a dog is worn, a cloth covers, a flag is held."""

from __future__ import annotations

from typing import get_args

from paintover.engines.illustrator.grammar.utterance import LinkType
from paintover.engines.illustrator.kinds import Kind
from paintover.engines.illustrator.scene import Part, Relation, RelationType
from paintover.engines.illustrator.sprites.bodies import is_person
from paintover.engines.illustrator.staging.boards import prints
from paintover.engines.illustrator.staging.company import has_arms, has_sleeves

HANDY_M = 0.6
"""What is no taller than this can be held in a hand."""
VESSELS = frozenset(
    {
        "bowl",
        "basket",
        "plate",
        "box",
        "bucket",
        "tray",
        "pot",
        "cart",
        "shopping-bag",
        "shopping-cart",
        "wheelbarrow",
        "vase",
    }
)
"""What several sorts of things lie in."""
_ARMFUL = 0.75
"""How tall a child may be beside who carries it."""
_ARMFUL_M = 1.25
_PUSHED = frozenset(
    {
        "prop:stroller",
        "noto:shopping-cart",
        "prop:wheelbarrow",
        "prop:wooden-cart",
        "noto:manual-wheelchair",
        "prop:hospital-bed",
        "prop:drawn-mower",
    }
)
"""What stands in front of who has its handle, which is drawn on the right."""
_ON_HANDS = frozenset({"noto:gloves"})
"""What is worn on both hands by who has hands."""
_IN_THE_HAND = frozenset(
    {"noto:balloon", "noto:kite", "prop:butterfly-kite", "prop:spear", "prop:signpost", "prop:hula-hoop"}
)
"""What one has in the hand by its string or its pole, however large it is beside its holder."""
_SEATS = frozenset(
    {"noto:chair", "prop:armchair", "prop:bench", "noto:couch-and-lamp", "prop:rocking-chair", "prop:throne"}
)
"""What one sits on, also where it is said that one sits in it."""
_WRAPS = frozenset({"noto:scarf"})
_POST_M = 1.2
"""What goes around a tree, a post or a statue, which are taller than this, and lies on a bench."""
_LAP_M = 0.5
"""An animal no taller than this is carried; a larger one is led."""
_BULK_M = 1.0
"""What is taller than this and not made for a hand is not held: a piano."""
_ON_A_STICK = frozenset({"prop:signpost"})
"""What is held all the same, as a placard is."""
_PAW_M = 0.35
"""What is no taller than this is held by one without hands, in its mouth or trunk."""
TOPPED = frozenset(
    {
        "noto:birthday-cake",
        "noto:shortcake",
        "prop:whole-cake",
        "noto:cupcake",
        "noto:pancakes",
        "noto:steaming-bowl",
        "prop:noodle-bowl",
        "prop:beef-noodles",
        "noto:pie",
    }
)
"""Dishes on which is what they are said to be with."""
_HOLLOW = frozenset(
    {
        "noto:amphora",
        "prop:vase",
        "prop:bowl",
        "prop:basket",
        "noto:bucket",
        "prop:open-box",
        "noto:jar",
        "prop:flower-pot",
        "noto:shopping-cart",
        "prop:wheelbarrow",
        "noto:treasure-chest",
        "prop:bare-bird-cage",
        "prop:fish-tank",
        "prop:pot",
        "prop:cauldron",
        "noto:nest-with-eggs",
        "noto:bathtub",
    }
)
"""Vessels in which is what they are said to be with: a vase with three roses."""
_DRAWERS = frozenset({"prop:nightstand", "prop:desk", "prop:dresser"})
"""What a lamp stands on that it has."""
_ON_THE_GROUND = frozenset(
    {
        "prop:sand-castle",
        "prop:paddling-pool",
        "prop:sandbox",
        "prop:water-trough",
        "prop:tree-trunk",
        "prop:anvil",
    }
)
"""What stays on the ground though it is small: a family with a sandcastle."""
_FLAT = frozenset({"prop:plate", "prop:tray", "prop:picnic-mat"})
"""What has on it what it is said to be with."""
_DRESSED = frozenset({"noto:teddy-bear", "prop:rag-doll", "prop:gingerbread-man", "prop:nutcracker"})
"""Toys that wear what somebody would."""
_IN_A_PAW_M = 1.1
"""Toys that hold something in a paw, and how tall it is at most in truth."""
_WITH_A_TOP = frozenset({"prop:statue", "prop:pumpkin", "noto:jack-o-lantern", "noto:moai"})
"""What has a hat on its top that is given one."""
_PLASTER, _STUCK_M = "noto:adhesive-bandage", 0.8
"""How high what is stuck on a toy is at most: a plaster, a heart."""
_HEADGEAR_M = 0.3
"""What is no taller than this, and nothing to wear, is worn on the head when somebody insists."""


def relation(type_: LinkType, figure: Kind, ground: Kind, to: str, part: Part | None = None) -> Relation:
    """The scene's relation for what was said. A ground that is not alive has no parts, unless it is a toy."""
    if type_ == "between":  # of one: the middle of a table, or beside anything else
        return Relation(type="on" if ground.habitat == "indoor" else "beside", to=to)
    if part == "neck" and (figure.alive or figure.wear == "back"):
        part = "neck" if _rides_high(figure, ground) else "back"
    if ground.art in _DRESSED and _takes(figure, type_, part):
        return Relation(type="hold", to=to, part="hand")
    dressed = ground.art in _DRESSED and figure.wear is not None and type_ in ("wear", "attach", "hold", "on")
    if dressed and not figure.alive:
        return _put(figure, to, part or figure.wear, worn=True)
    stuck = ground.art in _DRESSED and part != "hand" and type_ in ("wear", "attach", "on", "")
    if stuck and (figure.art == _PLASTER or (part is not None and figure.height_m <= _STUCK_M)):
        return Relation(type="wear", to=to, part=part or "back")
    if figure.art in _CARRIERS and ground.art in _CYCLES and type_ in ("attach", "on", "hold", ""):
        return Relation(type="on", to=to, part="face")
    if not ground.alive:
        lies = _lifeless(type_, figure, ground)
        wrapped = lies == "on" and figure.art in _WRAPS and ground.habitat in ("ground", "road")
        return Relation(type=lies, to=to, part="neck" if wrapped and ground.height_m > _POST_M else None)
    if part == "neck" and figure.alive and type_ in ("carry", "ride", "on", "wear", "hold", ""):
        return Relation(type="on", to=to, part="neck")
    if type_ in ("carry", "ride"):
        return Relation(type="on", to=to, part=part or ("head" if type_ == "carry" else "back"))
    if type_ == "lead":
        both = has_arms(figure) and has_arms(ground)
        return (
            Relation(type="hold", to=to, part="arm")
            if both
            else Relation(type="beside", to=to, part="hand" if has_arms(ground) else None)
        )
    if type_ == "hold" and part in (None, "hand") and is_heaved(figure, ground):
        return Relation(type="on", to=to, part="head")
    if type_ == "hold" and figure.alive and figure.height_m > _LAP_M:
        return _with_whom(figure, ground, to)
    if type_ == "hold" and figure.art in _PUSHED:
        return Relation(type="left", to=to)
    if type_ == "hold" and (
        (part == "foot" and ground.crop is None)
        or (
            figure.wear != "hand"
            and "held" not in figure.poses
            and figure.height_m > _BULK_M
            and figure.art not in _ON_A_STICK
            and not figure.alive
        )
    ):
        return Relation(type="beside", to=to)
    if type_ == "inside" and part == "face" and figure.wear not in ("face", "eyes"):
        return Relation(type="hold", to=to, part="face")  # "a bone in its mouth"
    if type_ in ("wear", "attach", "around", "on", "") and figure.art in _ON_HANDS and _has_hands(ground):
        return Relation(type="wear", to=to, part="hand")
    if type_ == "hold" and part in ("head", "face", "eyes") and has_arms(ground) and _has_hands(ground):
        part = "hand"  # "an elf with pointed ears holding a lantern"
    if type_ == "hold" and part in ("head", "eyes"):
        part = "face"
    if type_ == "hold" and part in (None, "hand") and figure.wear == "back" and not has_arms(ground):
        return Relation(type="wear", to=to, part="back")  # a dog carrying a backpack
    if type_ == "hold" or part == "hand":
        return Relation(type="hold", to=to, part="hand" if part in (None, "hand") else part)
    if type_ == "attach" and figure.rel == "cover" and part is None and has_arms(ground):
        return Relation(type="hold", to=to, part="hand")  # "a waiter with a cloth"
    if type_ == "cover" or (figure.rel == "cover" and type_ in ("over", "wear", "attach")):
        return Relation(type="cover", to=to, part=part or "face")
    if type_ == "attach":
        return _attached(figure, ground, to)
    if type_ == "around" and figure.wear is not None:
        return _put(figure, to, part or figure.wear, worn=True)
    if type_ == "wear" and figure.alive:
        return Relation(type="on", to=to, part="back")  # 背着宝宝
    if type_ == "wear" and (part is not None or figure.wear is not None or figure.height_m <= _HEADGEAR_M):
        return _put(figure, to, part or figure.wear or "head", worn=True)
    if part is not None:
        return _put(figure, to, part, worn=False)
    if type_ in ("on", ""):
        return (
            _put(figure, to, figure.wear, worn=False)
            if figure.wear not in (None, "hand", "face")
            else Relation(type="on", to=to, part="back")
        )
    if type_ == "over":
        return Relation(type="above", to=to)
    if type_ == "inside":
        return Relation(type="beside", to=to)
    return Relation(type=_plain(type_), to=to)


def has_paws(kind: Kind) -> bool:
    """Whether it is a toy that can have something in a paw."""
    return kind.art in _DRESSED


def _takes(figure: Kind, type_: str, part: Part | None) -> bool:
    """Whether a toy is to have something in a paw."""
    if figure.alive or figure.wear not in (None, "hand") or figure.height_m > _IN_A_PAW_M:
        return False
    told = part == "hand" or (type_ == "hold" and part is None)
    small = figure.height_m <= HANDY_M and figure.art not in _ON_THE_GROUND
    return told or (type_ == "attach" and part is None and (small or figure.art in _IN_THE_HAND))


def _rides_high(figure: Kind, ground: Kind) -> bool:
    """Whether it is a child that sits on somebody's shoulders, and no parrot."""
    return figure.alive and has_arms(figure) and has_arms(ground) and figure.height_m > _LAP_M


def _has_hands(ground: Kind) -> bool:
    """Whether its hands are a person's, and not a plush's paws."""
    return has_arms(ground) and is_person(ground.art.partition(":")[2], ground.crop)


def is_heaved(figure: Kind, ground: Kind) -> bool:
    """Whether it is what only a giant carries, over the head: a house, a tree, a car."""
    giant = has_arms(ground) and ground.height_m >= GIANT_M
    bulky = figure.height_m > _BULK_M and figure.wear is None and "held" not in figure.poses
    return giant and bulky and not figure.alive and figure.habitat in ("ground", "road")


GIANT_M, _OF_A_GIANT_M = 3.0, 2.0
"""From that height on somebody is a giant, and how high at most is whoever it has in its arms, in metres."""


def _with_whom(figure: Kind, ground: Kind, to: str) -> Relation:
    """Who is held: a child or a dog in the arms, somebody as tall in each other's, a horse not at all."""
    if not (has_arms(ground) or has_sleeves(ground)):
        return Relation(type="beside", to=to)
    most = _ARMFUL_M if ground.height_m < GIANT_M else _OF_A_GIANT_M
    if figure.height_m <= _ARMFUL * ground.height_m and figure.height_m <= most:
        return Relation(type="hold", to=to, part="hand")
    both = has_arms(figure) and has_arms(ground)
    return Relation(type="hold", to=to, part="neck") if both else Relation(type="beside", to=to)


def _plain(type_: str) -> RelationType:
    for name in get_args(RelationType):
        if name == type_:
            found: RelationType = name
            return found
    return "beside"


def _lifeless(type_: LinkType, figure: Kind, ground: Kind) -> RelationType:
    if type_ == "over" and figure.wear == "neck" and (ground.habitat == "indoor" or ground.art in _SEATS):
        return "on"  # a coat over a chair
    if type_ == "over":
        return "cover" if figure.rel == "cover" else "above"
    if type_ in ("wear", "carry", "ride", ""):
        return "on"
    if type_ == "attach" and prints(figure, ground):
        return "on"
    if type_ == "attach" and ground.habitat == "indoor" and figure.habitat == "table":
        return "on"  # a table with an apple
    if type_ == "attach" and ground.art in _DRAWERS and figure.art == "prop:lamp":
        return "on"
    if type_ == "attach" and ground.art in TOPPED and figure.habitat == "table":
        return "on"  # a cake with strawberries
    if type_ == "attach" and ground.art in _HOLLOW and figure.habitat != "sky":
        return "inside"
    if type_ == "attach" and ground.art in _FLAT and figure.habitat == "table":
        return "on"
    if type_ == "attach" and figure.wear == "head" and ground.art in _WITH_A_TOP:
        return "on"
    if type_ in ("hold", "attach"):
        return "beside"
    if type_ == "inside" and figure.alive and ground.art in _SEATS:
        return "on"
    return _plain(type_)


_CARRIERS, _CYCLES = frozenset({"prop:basket"}), frozenset({"noto:bicycle"})
"""What hangs before a handlebar, and what has one."""
_CAUGHT = frozenset({"noto:fish", "prop:carp"})
"""What somebody ashore who is with it has caught: a cat, a penguin, a boy."""


def _attached(figure: Kind, ground: Kind, to: str) -> Relation:
    """ "A dog with a hat": worn if it can be worn, held if it can be held, otherwise beside."""
    if figure.wear == "hand" or (
        figure.art in _IN_THE_HAND and (has_arms(ground) or figure.art == "noto:balloon")
    ):
        return Relation(type="hold", to=to, part="hand")
    if figure.wear is not None:
        return _put(figure, to, figure.wear, worn=True)
    if figure.art in _CAUGHT and ground.habitat != "water":
        return Relation(type="hold", to=to, part="hand")
    if figure.art in _ON_THE_GROUND:
        return Relation(type="beside", to=to)
    if not figure.alive and figure.height_m <= (_PAW_M if ground.crop is None else HANDY_M):
        return Relation(type="hold", to=to, part="hand")
    return Relation(type="beside", to=to)


def _put(figure: Kind, to: str, part: Part | None, *, worn: bool) -> Relation:
    """On a part of somebody: clothes are worn there, cloth covers, anything else lies on it."""
    if figure.rel == "cover" and part in ("face", "head", "eyes"):
        return Relation(type="cover", to=to, part=part)
    if figure.rel is not None:
        return Relation(type="on", to=to, part=part)
    if part == "hand":
        return Relation(type="hold", to=to, part=part)
    if part in ("face", "eyes") and figure.wear in ("face", "eyes"):
        return Relation(type="wear", to=to, part=figure.wear)
    if worn or figure.wear == part or part in ("neck", "foot"):
        return Relation(type="wear", to=to, part=part)
    return Relation(type="on", to=to, part=part)
