"""Where and when a picture plays: what was said, and where nobody says, what is at home where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH
from paintover.engines.illustrator.backdrops.path_line import BROOK
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.kinds import BEDS, TABLES, kinds
from paintover.engines.illustrator.retelling.paths import NO_BROOK, WALKED
from paintover.engines.illustrator.scene import Environment, Relation, Scene, Thing
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sprites.winged import flies_as_drawn
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.hung import hangs_so
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import HOUSE_M, LEGGED, hangs, rooted, shared_seat
from paintover.engines.illustrator.trades import trade_homes
from paintover.engines.illustrator.wording import Pattern

_SWIMMERS = {
    "fish",
    "tropical-fish",
    "carp",
    "blowfish",
    "shark",
    "octopus",
    "squid",
    "jellyfish",
    "mermaid",
    "coral",
    "sea-turtle",
}
"""With these alone the picture plays under water."""
_SEAFARING = {
    "shark",
    "whale",
    "dolphin",
    "orca",
    "octopus",
    "squid",
    "jellyfish",
    "mermaid",
    "sea-turtle",
    "ship",
    "ferry",
    "pirate-ship",
    "submarine",
}


def seasonal_place(usual: str, said: Utterance) -> str:
    """Where the year's feasts and winter are at their best, for what would stand on a meadow."""
    if usual == "meadow" and said.festival:
        return "village"
    return "snow" if usual == "meadow" and said.season == "winter" else usual


_OF_SNOW = frozenset({
    "snowman", "bare-snowman", "snowball", "igloo", "snow-angel", "sled", "skis", "ski-pair", "snowboard", "snowmobile",
})  # fmt: skip
_SNOWLESS = INDOORS | {
    "snow",
    "beach",
    "desert",
    "sea",
    "underwater",
    "space",
    "moon",
    "jungle",
    "cave",
    "sky",
    "deck",
}


def with_its_snow(env: Environment, things: Sequence[Thing], said: Utterance) -> Environment:
    """Snow on the ground of a new picture with a snowman in it: a field of snow where no place is told, and else winter."""
    if said.season or not any(one.kind in _OF_SNOW and one.rung != "signpost" for one in things):
        return env
    if env.place == "meadow" and said.place is None:
        return msgspec.structs.replace(env, place="snow")
    return env if env.place in _SNOWLESS else msgspec.structs.replace(env, season="winter")


_LOCATED = Pattern(
    r"\b(?:in|at|on|by|to|into|onto|near|inside|through|along|across|from|under|towards)\s+(?:(?:the|an?|some|my|this|that)\s+)?(?:\w+\s+)?$"
    r"|(?:在|到|去|往|进|换成|改成|变成)[^，。]{0,4}$"
)
"""What stands before a place where somebody or something is to be."""
_POURED = re.compile(
    r"\b(?:fill|pour|put|add|give|bring|drink|with|of|some)\b[^,.;]{0,24}$|[倒装满加喝盛灌][^，。]{0,3}$",
    re.IGNORECASE,
)
_WATER = re.compile(r"\bwater$|水$", re.IGNORECASE)


def _of_the_sky(tokens: Sequence[Token], said: Utterance) -> Utterance:
    """A "dramatic sky" is not where the picture is to play: what is not known of it is left out."""
    known = [token for token in tokens if token.readings.keys() - {"filler", "a", "the"} or token.unknown]
    alone = len(known) == 2 and known[0].unknown and known[1].get("places") == "sky" == said.place
    return replace(said, place=None, left_out=(*said.left_out, known[0].text)) if alone else said


def without_stray_place(prompt: str, said: Utterance) -> Utterance:
    """An edit that names a place only in passing stays where it is: a beach ball, a city map, water for the bucket."""
    tokens = tokenise(prompt)
    said = _of_the_sky(tokens, said)
    told = said.operations or said.left_out or said.weather or said.time
    if said.place is None or not told:
        return said
    for token, following in zip_longest(tokens, tokens[1:]):
        before = prompt[: token.start]
        if token.get("places") != said.place or token.get("kinds"):
            continue
        gap = None if following is None else prompt[token.end : following.start]
        names_it = (
            following is not None
            and gap in ("", " ")
            and following.get("kinds")
            and gap == " " * (token.lang == "en")
        )
        poured = _WATER.search(token.text) and _POURED.search(before)
        above = token.get("places") == "sky"  # "make the sky darker"
        if not ((names_it or poured or above) and not _LOCATED.search(before)):
            return said
        if poured:
            counted = tuple(one for one in said.operations if one.action not in ("more", "recount"))
            left_out = tuple(dict.fromkeys((*said.left_out, token.text)))
            said = replace(said, left_out=left_out, operations=counted)  # "some" of the water
    return replace(said, place=None)


_BOATS = frozenset({"boat", "ship", "ferry", "speedboat", "canoe", "dragon-boat", "rowing-boat", "yacht"})
_DRY = frozenset(
    {"meadow", "mountains", "forest", "bamboo-grove", "park", "garden", "village", "farm", "jungle", "castle"}
)
_OFF_THE_WATER = frozenset({"on", "inside", "hold", "above", "wear"})


def afloat(place: str, things: Sequence[Thing], prompt: str) -> str:
    """That place; a lake where it has no water for the boats, and its hills are behind any lake; before shops no road.

    Whoever is at sea, not in it, and has no boat stands on the deck of one.
    """
    sails = any(
        thing.kind in _BOATS and (thing.rel is None or thing.rel.type not in _OFF_THE_WATER)
        for thing in things
    )
    if place == "street" and _lines_the_street(things):
        return "pavement"
    if place == "sea" and not sails and _stands_at_sea(things) and not _IN_THE_WATER.search(prompt):
        return "deck"
    if place == "lake" and not _STILL_WATER.search(prompt) and any(one.kind in _SEAFARING for one in things):
        return "sea"  # a dolphin that leaps out of the water
    return "lake" if sails and place in _DRY else place


def on_the_wing(place: str, things: Sequence[Thing]) -> tuple[Thing, ...]:
    """The things, birds that are out at sea or in the sky flying, though nobody says so."""
    aloft = place in ("sea", "sky")
    return tuple(
        msgspec.structs.replace(thing, pose="fly")
        if aloft
        and flies_as_drawn(thing.kind)
        and kinds()[thing.kind].habitat != "water"
        and thing.pose is None
        and thing.rel is None
        else thing
        for thing in things
    )


_IN_THE_WATER = re.compile(
    r"\b(?:in(?:to)? (?:the |deep )?(?:sea|ocean|water|waves)|swim\w*|bath\w*|wad\w+|surf\w*|div\w+|drown\w*|sink\w*|float\w*)\b"
    r"|\b(?:en el (?:mar|agua|océano)|dans (?:la mer|l['’]eau|l['’]océan)|im (?:meer|wasser|ozean)|nel mare|nell['’](?:acqua|oceano)|no mar|na água|in (?:de zee|het water)|в (?:море|воде|океане))\b"
    r"|[海水][里中]|海水|游泳|冲浪|潜水|下海|漂|沉|玩水|[海水](?:で|に|の中)|바다(?:에|속)|바닷속|물(?:속|에)",
    re.IGNORECASE,
)


_STILL_WATER = Pattern(
    r"\b(?:lakes?|lakeside|ponds?|lago|lagoa|lac|étang|teich|meer|vijver)\b|озер|пруд|湖|塘|池|岸|호수|연못"
)


_TRACK = Pattern(
    r"操场|跑道|田径|运动会|\b(?:running|race|athletics) track\b|\bschool (?:sports )?(?:field|ground|yard)s?\b|\bsports day\b"
)


def with_its_track(scene: Scene, wish: str) -> Scene:
    """The scene with a running track before trees, and no stands, where the wish is about the field of a school."""
    if scene.env.place != "stadium" or _TRACK.search(wish) is None:
        return scene
    scenery = msgspec.structs.replace(scene.env.scenery, path=1)
    return msgspec.structs.replace(scene, env=msgspec.structs.replace(scene.env, scenery=scenery))


def with_a_path(scene: Scene, path: int) -> Scene:
    """The scene with a path or a road through its place, if it can have one."""
    if not path or scene.env.place not in WALKED or scene.env.scenery.path == path:
        return scene
    if path == BROOK and scene.env.scenery.path > 0:
        return scene  # in which somebody may walk
    if path == NO_BROOK:
        path = 0
    pieces = tuple(one for one in scene.env.scenery.pieces if one[0] != "path")
    scenery = msgspec.structs.replace(scene.env.scenery, path=path, pieces=pieces)
    return msgspec.structs.replace(scene, env=msgspec.structs.replace(scene.env, scenery=scenery))


def with_leaves(scene: Scene) -> Scene:
    """The scene with the leaves of autumn in the air and on the ground."""
    env = scene.env
    scenery = msgspec.structs.replace(env.scenery, leaves=1)
    return msgspec.structs.replace(scene, env=msgspec.structs.replace(env, season="autumn", scenery=scenery))


def _stands_at_sea(things: Sequence[Thing]) -> bool:
    """Whether somebody is there who needs a floor, and nothing is that grows out of the sea or swims in it."""
    roots = [kinds()[thing.kind] for thing in things if thing.rel is None and not flies_as_drawn(thing.kind)]
    return any(kind.alive for kind in roots) and all(
        kind.habitat in ("ground", "indoor", "table") and (kind.alive or kind.height_m < _ON_A_TABLE_M)
        for kind in roots
        if kind.habitat != "sky"
    )


def _lines_the_street(things: Sequence[Thing]) -> bool:
    """Whether there is a shop, or trees and houses without anything that drives: they do not stand on the road."""
    built = [one for one in things if one.rel is None and rooted(one)]
    drives = any(kinds()[one.kind].habitat == "road" and one.kind not in shops() for one in things)
    return any(one.kind in shops() for one in things) or (bool(built) and not drives)


def to_the_horizon(editor: Editor, said: Utterance) -> bool:
    """Move a mountain that is only named beside a place to the horizon of that place: "a mountain and a lake"."""
    if said.place is None or said.place in INDOORS or said.place in (*OFF_EARTH, "underwater", "sky"):
        return False
    near = {
        thing.rel.to
        for thing in editor.things.values()
        if thing.rel is not None and thing.rel.type != "behind"
    }
    found = [
        key
        for key, thing in editor.things.items()
        if thing.kind in _RANGES
        and key not in near
        and thing.colour is thing.size is None
        and (thing.rel is None or thing.rel.type in ("behind", "beside"))
    ]
    for key in found:
        editor.drop(key)
    return bool(found)


_VESSELS = frozenset({"plate", "bowl", "tray"})
_SERVED = frozenset({
    "noodles", "noodle-bowl", "beef-noodles", "rice", "salad", "spaghetti", "spaghetti-meatballs", "curry", "paella", "tomato-and-eggs", "hot-pot", "congee", "oden",
    "wonton", "tangyuan", "shaved-ice", "fondue", "roast-duck", "custard", "soup", "fish-dish", "stir-fry", "braised-pork",
    "spicy-tofu", "spare-ribs", "fried-rice", "green-vegetables-dish", "meatballs", "mashed-potatoes", "dip", "hummus", "churros",
    "pet-food", "kimchi", "porridge", "chicken-wings", "chicken-nuggets", "onion-rings", "nachos", "lasagna",
})  # fmt: skip
"""Food whose drawing has its dish: it goes on no second one."""


_DRUNK = frozenset(
    {
        "tea",
        "coffee",
        "milk",
        "juice-glass",
        "beer",
        "bubble-tea",
        "soy-milk",
        "cocktail",
        "wine-glass",
        "juice",
        "tropical-drink",
        "sake",
    }
)
"""What stands beside a plate, and not on it."""


def served(editor: Editor) -> None:
    """One dish and no second one under it ("a bowl of noodles" is one bowl), and a fish tank with no more fish than said; what
    is drunk stands beside the plate."""
    for key, thing in list(editor.things.items()):
        rel = thing.rel
        plate = editor.things.get(rel.to) if rel is not None and rel.type in ("inside", "on") else None
        if plate is not None and plate.kind == "plate" and thing.kind in _DRUNK:
            table = plate.rel if plate.rel is not None and plate.rel.type == "on" else None
            editor.things[key] = msgspec.structs.replace(thing, rel=table)
    for key, thing in list(editor.things.items()):
        rel = thing.rel
        vessel = editor.things.get(rel.to) if rel is not None and rel.type in ("inside", "on") else None
        bare = kinds()[vessel.kind].bare if vessel is not None and vessel.rung != "signpost" else None
        if vessel is not None and bare is not None and rel is not None and rel.type == "inside":
            editor.things[vessel.id] = msgspec.structs.replace(vessel, kind=bare)  # its own fish make way
            continue
        if vessel is None or vessel.kind not in _VESSELS or thing.kind not in _SERVED:
            continue
        editor.things[key] = msgspec.structs.replace(thing, rel=vessel.rel)
        if not any(other.rel is not None and other.rel.to == vessel.id for other in editor.things.values()):
            editor.drop(vessel.id)
        else:
            for other_key, other in list(editor.things.items()):
                if other.rel is not None and other.rel.to == vessel.id and other.rel.type in ("inside", "on"):
                    on_top = msgspec.structs.replace(other.rel, to=thing.id, type="on")
                    editor.things[other_key] = msgspec.structs.replace(other, rel=on_top)
                elif other.rel is not None and other.rel.to == vessel.id:
                    aside = msgspec.structs.replace(other.rel, to=thing.id)
                    editor.things[other_key] = msgspec.structs.replace(other, rel=aside)
            editor.drop(vessel.id)


_AT_A_TABLE = Pattern(
    r"\b(?:at|around) (?:(?:an?|the|his|her|my|our|their) )?(?:\w+ )?(?:tables?|desk|counter)\b|桌[边旁前]"
)
_BEHIND = Pattern(r"\bbehind\b|后")


def laid_on_tables(editor: Editor, prompt: str) -> None:
    """What lies on tables is on the one at which somebody was said to be with it: "a girl and a cake at a table"."""
    if not _AT_A_TABLE.search(prompt) or _BEHIND.search(prompt):
        return
    for key, thing in list(editor.things.items()):
        rel, kind = thing.rel, kinds()[thing.kind]
        table = editor.things.get(rel.to) if rel is not None and rel.type == "behind" else None
        if rel is None or table is None or table.kind not in TABLES or kind.alive:
            continue
        if kind.habitat == "table" and kind.height_m <= _LAID_M:
            editor.things[key] = msgspec.structs.replace(thing, rel=msgspec.structs.replace(rel, type="on"))


def put_on_the_table(editor: Editor, prompt: str) -> None:
    """What lies on tables is on the only one there is, where nobody says where: "two boys at a table, a pizza"."""
    tables = [one for one in editor.things.values() if one.kind in _EATEN_AT]
    if len(tables) != 1 or _ELSEWHERE.search(prompt):
        return
    (table,) = tables
    if table.rel is not None and table.rel.type not in ("inside", "beside"):
        return
    for key, thing in list(editor.things.items()):
        kind = kinds()[thing.kind]
        free = thing.rel is None and thing.rung != "signpost" and thing.kind not in _EATEN_AT
        beside = table.rel is not None and table.rel.to == key
        free = free and not (hangs_so(thing.kind) and _HUNG_UP.search(prompt))
        if free and not beside and not kind.alive and kind.habitat == "table" and kind.height_m <= _LAID_M:
            editor.things[key] = msgspec.structs.replace(thing, rel=Relation(type="on", to=table.id))


_HUNG_UP = Pattern(r"\b(?:hang\w*|hung)\b|[挂吊悬]")
_EATEN_AT = TABLES - {"school-desk", "pool-table", "ping-pong-table"}
_ELSEWHERE = Pattern(
    r"\b(?:floor|ground|rug|carpet|grass|shelf|shelves|left|right|next to|beside|under(?:neath)?|below|above|in front|behind|near)\b|地上|地板|地毯|草地|架|附近|左|右|(?<![桌子])[旁下前后]"
)
"""Where a wish speaks of other places than the table, it has said where things are."""


_SEES_THE_SEA = Pattern(
    r"\b(?:look(?:s|ing)?|star(?:es|ing)|gaz(?:es|ing)|fac(?:es|ing)) (?:out )?(?:at|to|over|towards?|across|on|onto|upon) (?:the |an? )?(?:\w+ )?(?:sea|ocean)\b"
    r"|\b(?:watch(?:es|ing)?|overlook(?:s|ing)?|fac(?:es|ing)|admir(?:es|ing)|enjoy(?:s|ing)?) (?:the |an? )?(?:\w+ )?(?:sea|ocean|waves)\b|[看望眺瞧赏](?:着|向|了)?大?海(?!报|豚|鸥|狮|龟|星|底|绵|洋馆)|面[朝对向]着?大海"
)


_ITS_SHORE = Pattern(
    r"\b(?:lake|pond)\b(?!.*\b(?:sea|ocean|beach|sand)\b).*\bshores?\b|\bshores? of (?:the|an?) (?:[a-z]+ ){0,2}(?:lake|pond)\b|\b(?:lake|pond) ?shores?\b"
)


def by_the_sea(place: str | None, prompt: str) -> str | None:
    """The place; the beach for who looks at the sea, whether or not it is named as where they are, and no beach where the
    shore is that of a lake."""
    if place == "beach" and _ITS_SHORE.search(prompt):
        return "lake"
    return "beach" if place in (None, "sea") and _SEES_THE_SEA.search(prompt) else place


_LAID_M = 0.6
_RANGES = frozenset({"mountain", "snow-capped-mountain"})
_NIGHTLY = frozenset(
    {
        "fireworks",
        "aurora",
        "shooting-star",
        "comet",
        "moon",
        "crescent-moon",
        "firefly",
        "bat",
        "sparkler",
        "lit-cottage",
        "cosy-cottage",
        "sky-lantern",
    }
)
_EVENINGS = re.compile(
    r"年夜饭|除夕|守岁|跨年|平安夜|\bchristmas eve\b|\bnew year'?s eve\b|\bhalloween\b|万圣", re.IGNORECASE
)
"""Feasts that are kept after dark."""


def usual_time(things: Sequence[Thing], prompt: str) -> str:
    """When such things are seen, where nobody says: fireworks, the moon and northern lights at night."""
    late = any(thing.kind in _NIGHTLY for thing in things) or _EVENINGS.search(prompt)
    return "night" if late else "day"


def usual_place(things: Sequence[Thing]) -> str:
    """Where such things are at home: where one of them alone is, or by majority, the outdoors winning over the room."""
    clouds = {thing.id for thing in things if thing.kind == "cloud"}
    if any(thing.rel is not None and thing.rel.type == "on" and thing.rel.to in clouds for thing in things):
        return "sky"
    place = _usual_place(things)
    if place == "room" and any(thing.kind == "desk" and _OF_WORK.search(thing.label) for thing in things):
        return "office"
    if place == "room" and all(thing.kind == "lamp" and _OF_A_TABLE.search(thing.label) for thing in things):
        return "tabletop"
    if place == "stage" and any(thing.kind in TABLES or "cake" in thing.kind for thing in things):
        return "room"  # a clown at a birthday
    if place == "castle" and any(thing.kind in _CASTLES for thing in things):
        return "meadow"
    if place in INDOORS and any(map(_is_behind_them, things)):
        return "meadow"
    if place in INDOORS and any(map(_is_driven, things)):
        return "street"
    if place in INDOORS and any(thing.kind == "zoo-gate" for thing in things):
        return "park"
    if place in ("room", "meadow") and any(thing.kind in _OF_COOKING for thing in things):
        return "kitchen"
    if place == "tabletop" and any(is_somebody(thing.kind) and _lives_by_itself(thing) for thing in things):
        return "kitchen"  # dad with the toast
    if place in ("room", "castle") and any(thing.kind == "throne" for thing in things):
        return "palace"
    if place == "meadow" and any(thing.kind in _OF_HOUSEWORK for thing in things):
        return "room"
    if place == "meadow" and _fry_at_home(things):
        return "kitchen"
    if place == "room" and any(thing.kind == "bed" for thing in things):
        return "bedroom"
    if place in ("meadow", "tabletop") and any(map(_is_kept, things)) and any(map(_lives_by_itself, things)):
        return "room"
    if place in ("meadow", "tabletop") and _has_pets_alone(things) and any(map(_is_household, things)):
        return "room"
    if place in INDOORS and any(map(_is_put_up, things)) and all(map(_is_of_somebody, things)):
        return "street"
    return place


_OF_HOUSEWORK = frozenset({"baby-bottle", "diaper", "mop", "tv-remote", "vacuum-cleaner"})
"""What is used at home, whoever has it in hand."""


def _is_driven(thing: Thing) -> bool:
    """Whether it stands there as large as on the road."""
    kind = kinds()[thing.kind]
    large = kind.habitat == "road" and not kind.alive and kind.height_m >= _DRIVEN_M
    return large and (thing.rel is None or thing.rel.type in ("beside", "behind", "left", "right"))


_DRIVEN_M = 1.3
"""A vehicle of that height is met on a road, and not in a room."""


def _is_kept(thing: Thing) -> bool:
    """Whether it is what pets are kept in at home."""
    return thing.kind.removeprefix("bare-") in ("fish-tank", "fish-bowl") and thing.rel is None


def _fry_at_home(things: Sequence[Thing]) -> bool:
    """Whether somebody has a pan in hand, and nothing is there of those who cook in the open air."""
    named = {thing.kind for thing in things}
    pans = any(thing.kind in _PANS and thing.rel is not None and thing.rel.type == "hold" for thing in things)
    alive = [thing for thing in things if kinds()[thing.kind].alive]
    return (
        pans
        and all(is_somebody(thing.kind) or thing.kind in _PETS for thing in alive)
        and not (any(rooted(thing) for thing in things) or named & _OUT_OF_DOORS)
    )


_PANS = frozenset({"frying-pan", "pancake-pan", "cooking-pot"})
_OUT_OF_DOORS = frozenset(
    {
        "campfire",
        "fire",
        "tent",
        "grill",
        "barbecue",
        "picnic-mat",
        "sun",
        "moon",
        "cloud",
        "rainbow",
        "car",
        "log",
    }
)


def _has_pets_alone(things: Sequence[Thing]) -> bool:
    """Whether those who live are pets that are at home in a room."""
    alive = [thing for thing in things if kinds()[thing.kind].alive]
    return bool(alive) and all(thing.kind in _PETS for thing in alive)


def _is_household(thing: Thing) -> bool:
    """Whether it is what stands or lies about at home."""
    return thing.kind in _HOUSEHOLD and (thing.rel is None or thing.rel.type in ("beside", "left", "right"))


_PETS = frozenset({"cat", "kitten", "dog", "puppy", "hamster", "parrot", "poodle"})
_HOUSEHOLD = frozenset(
    {
        "vase",
        "lamp",
        "wastebasket",
        "yarn",
        "roll-of-paper",
        "thong-sandal",
        "desktop-computer",
        "tv",
        "radio",
    }
)


def _lives_by_itself(thing: Thing) -> bool:
    return kinds()[thing.kind].alive and (thing.rel is None or thing.rel.type in ("beside", "left", "right"))


def _is_behind_them(thing: Thing) -> bool:
    """Whether it is a building, before which somebody stands."""
    kind = kinds()[thing.kind]
    built = kind.habitat == "ground" and not kind.alive and kind.height_m >= HOUSE_M
    built = built and thing.kind not in _AT_HOME_INSIDE
    return built and thing.rel is not None and thing.rel.type == "behind"


_AT_HOME_INSIDE = frozenset({"christmas-tree", "goal-net"})
"""What is as high as a building and is none."""


def _is_put_up(thing: Thing) -> bool:
    """Whether it is an umbrella in somebody's hand, which nobody puts up indoors."""
    return thing.kind == "umbrella" and thing.rel is not None and thing.rel.type == "hold"


def _is_of_somebody(thing: Thing) -> bool:
    """Whether it lives, or is worn or held."""
    return kinds()[thing.kind].alive or (thing.rel is not None and thing.rel.type in ("hold", "wear"))


_INTERIOR = frozenset({
    "fireplace", "couch", *BEDS, "bunk-bed", "piano", "barber-chair", "bathtub", "stove", "refrigerator", "oven", "sink", "toilet", "shower", "wardrobe",
    "bookshelf", "dresser", "desk", "school-desk", "washing-machine",
})  # fmt: skip
"""Furniture that is in a house wherever people are beside it."""
_CASTLES = frozenset({"castle", "palace", "japanese-castle", "chinese-palace"})
"""Before these, whoever is at home there is not within."""
_OF_COOKING = frozenset(
    {"dough", "mixing-bowl", "rolling-pin", "dumpling-board", "cutting-board", "wok", "spatula"}
)
"""With these on the table the room is a kitchen."""
_OF_A_TABLE = re.compile(r"台灯|\b(?:desk|table|bedside|reading) lamp", re.IGNORECASE)
_OF_WORK = re.compile(r"办公|工位|\b(?:office|work) desk", re.IGNORECASE)


def _usual_place(things: Sequence[Thing]) -> str:
    if any(thing.kind == "bay-window" for thing in things):
        return "room"
    if any(hangs(thing) for thing in things):
        return _home([thing for thing in things if not hangs(thing)]) or "room"
    furniture = [thing.kind for thing in things if thing.kind in _INTERIOR]
    outdoors = any(
        kinds()[thing.kind].habitat in ("ground", "road", "water") and not kinds()[thing.kind].alive
        for thing in things
        if thing.rel is None
    )
    if furniture and not outdoors:
        return next((homes()[kind] for kind in furniture if kind in homes()), "room")
    if (home := _home(things)) is not None:
        return home
    if any(thing.kind in shops() for thing in things):
        return "pavement"
    if any(_is_held_of(thing, _OF_THE_TOILET) for thing in things) and not outdoors:
        return "bathroom"
    if any(_is_held_of(thing, _PLAYED_INDOORS) for thing in things) and not outdoors:
        return "room"
    if any(_is_held_of(thing, _OF_THE_SICK) for thing in things) and not outdoors:
        return "ward"
    if any(
        thing.kind == "fishing-rod" and thing.rel is not None and thing.rel.type == "hold" for thing in things
    ):
        return "lake"
    if _laid(things):
        return "tabletop"
    bearing = {
        thing.rel.to
        for thing in things
        if thing.rel is not None and thing.rel.type == "on" and kinds()[thing.kind].habitat == "water"
    }
    roots = [thing for thing in things if thing.rel is None]
    if roots and all(
        one.id in bearing and kinds()[one.kind].habitat == "ground" and not kinds()[one.kind].alive
        for one in roots
    ):
        perched = {one.kind for one in things if one.rel is not None and one.rel.to in bearing}
        return "lake" if perched & _OF_PONDS else "sea"  # a mermaid on a rock, a frog on a log
    indoors = {
        thing.id
        for thing in things
        if kinds()[thing.kind].habitat == "indoor"
        and (thing.rel is None or thing.rel.type not in ("hold", "wear"))
    }
    known = {thing.id: thing for thing in things}
    at = Counter(
        kinds()[thing.kind].habitat
        for thing in things
        if thing.rung != "signpost"
        and not (indoors and has_arms(kinds()[thing.kind]))  # people are at home where the furniture is
        and (
            thing.rel is None or (_works_beside(thing) and not _is_indoors(known.get(thing.rel.to), indoors))
        )
        and shared_seat(thing, known.get) is None
    )
    if indoors and not at["ground"]:  # balloons are where the party is
        at["sky"] -= sum(thing.kind == "balloon" and thing.rel is None for thing in things)
    if any(_swims_below(thing, known) for thing in things):
        return "sea"
    if at["water"] and any(thing.kind in _BOATS for thing in things):
        return "sea" if not at["ground"] and {thing.kind for thing in things} & _SEAFARING else "lake"
    if at["ground"] and (swimming := _swimmers(things)):
        return "beach" if swimming & _SEAFARING else "lake"
    if at["road"] and _are_passengers(things):
        return "street"
    if at["ground"] or (at["sky"] and not at["road"] and not at["water"]):
        return "street" if at["road"] > at["ground"] else "meadow"
    if at["road"]:
        return "street"
    if at["water"]:
        found = {thing.kind for thing in things}
        if found <= _SWIMMERS:
            return "underwater"
        return "sea" if found & _SEAFARING else "lake"
    if indoors:
        return "meadow" if any(map(_stands_outdoors, things)) else "room"
    return "tabletop" if at["table"] and not any(map(_is_large, things)) else "meadow"


_OF_PONDS = frozenset(
    {"frog", "duck", "swan", "turtle", "beaver", "otter", "goose", "duckling", "toad", "heron"}
)
_OF_THE_TOILET = frozenset({"toothbrush", "toothpaste", "razor", "soap"})


_OF_THE_ROAD = frozenset({"bus", "school-bus", "taxi", "ambulance", "police-car", "tram", "trolleybus"})


def _are_passengers(things: Sequence[Thing]) -> bool:
    """Whether there is a bus or the like, and besides those who hold or wear things only people."""
    roots = [one for one in things if one.rel is None or one.rel.type not in ("hold", "wear")]
    rest = [one for one in roots if one.kind not in _OF_THE_ROAD]
    return len(rest) < len(roots) and bool(rest) and all(has_arms(kinds()[one.kind]) for one in rest)


_PLAYED_INDOORS = frozenset({"game-controller"})


_OF_THE_SICK = frozenset({"stethoscope", "syringe", "thermometer"})


def _is_held_of(thing: Thing, tools: frozenset[str]) -> bool:
    """Whether somebody has it in the hand with which one washes in the morning, or sees to the sick."""
    return thing.kind in tools and thing.rel is not None and thing.rel.type == "hold"


def _swims_below(thing: Thing, known: Mapping[str, Thing]) -> bool:
    """Whether it lives in the water, below what floats there."""
    over = known.get(thing.rel.to) if thing.rel is not None and thing.rel.type == "below" else None
    return over is not None and all(kinds()[one.kind].habitat == "water" for one in (thing, over))


def _swimmers(things: Sequence[Thing]) -> set[str]:
    """The kinds of those who need water even where others stand beside it."""
    return {
        thing.kind
        for thing in things
        if thing.rel is None
        and kinds()[thing.kind].alive
        and kinds()[thing.kind].habitat == "water"
        and thing.kind not in LEGGED
    }


def _is_indoors(thing: Thing | None, indoors: set[str]) -> bool:
    """Whether it is furniture, or at it: whoever is beside that is in the same room."""
    if thing is None:
        return False
    return thing.id in indoors or (thing.rel is not None and thing.rel.to in indoors)


def _stands_outdoors(thing: Thing) -> bool:
    """Whether it is behind or beside others and too tall for any room, like the tree over a table."""
    kind = kinds()[thing.kind]
    beside = thing.rel is not None and thing.rel.type in ("behind", "beside", "left", "right", "front")
    return beside and kind.habitat == "ground" and not kind.alive and kind.height_m > _INDOORS_M


_INDOORS_M = 2.5


def _is_large(thing: Thing) -> bool:
    """Whether it lives and finds no room on a table, like the dragon around a heap of coins."""
    return kinds()[thing.kind].alive and kinds()[thing.kind].height_m > _ON_A_TABLE_M


_ON_A_TABLE_M = 1.2


def _laid(things: Sequence[Thing]) -> bool:
    """Whether all there is is one basket or the like with food in it."""
    roots = [thing for thing in things if thing.rel is None]
    borne = [kinds()[thing.kind] for thing in things if thing.rel is not None and thing.rel.type == "inside"]
    filled = len(roots) == 1 and roots[0].kind in ("basket", "bucket", "wooden-crate") and len(borne) > 0
    return filled and all(kind.habitat == "table" for kind in borne)


def _works_beside(thing: Thing) -> bool:
    """Whether somebody stands by the thing that they are busy with."""
    return (
        thing.rel is not None and thing.rel.type in ("beside", "left", "right") and kinds()[thing.kind].alive
    )


def _home(things: Sequence[Thing]) -> str | None:
    """Where most of those are at home that have a home; None where they are few, and none of them lives."""
    shown = [
        thing for thing in things if (thing.rel is None or _works_beside(thing)) and thing.rung != "signpost"
    ]
    backing = [thing for thing in things if thing.rel is not None and thing.rel.type == "behind"]
    decisive = next((thing for thing in (*shown, *backing) if thing.kind in _NOWHERE_ELSE), None)
    if decisive is not None:
        return homes()[decisive.kind]
    votes = Counter(place for thing in shown if (place := homes().get(thing.kind)) is not None)
    if not votes:
        return None
    place, count = votes.most_common(1)[0]
    living = any(kinds()[thing.kind].alive and homes().get(thing.kind) == place for thing in shown)
    guests = any(kinds()[thing.kind].alive and thing.rel is not None for thing in shown)
    return place if living or (2 * count > len(shown) if guests else 2 * count >= len(shown)) else None


_NOWHERE_ELSE = frozenset({"sandcastle", "bus-stop", "goal-net", "blackboard", "school-desk", "market-stall", "bathtub", "shower", "stove", "christmas-tree", "coral"})  # fmt: skip
"""What is never met but at home, so that one of them decides, whoever is with it."""


@cache
def homes() -> Mapping[str, str]:
    """By kind, the place where it is at home."""
    told = {kind: place for place, kinds_ in word_table("homes").items() for kind in kinds_}
    return {**trade_homes(), **told}
