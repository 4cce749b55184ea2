"""What hangs: on the front of a house or a door, under the ceiling or on the wall of a room; a lamp is on a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import BEDS, TABLES, kinds
from paintover.engines.illustrator.scene import Cornered, Relation, Replaced, Thing
from paintover.engines.illustrator.sprites.poses import CEILING, HOOKED
from paintover.engines.illustrator.staging.hung import can_hang
from paintover.engines.illustrator.staging.standing import ON_A_WALL, rooted
from paintover.engines.illustrator.staging.strung import STRUNG
from paintover.engines.illustrator.wording import Pattern

_STANDS = Pattern(
    r"\b(?:roof|chimney|mantel\w*|sill|windowsill|steps?|stairs?|ground|floor)\b|屋顶|房顶|烟囱|壁炉台|窗台|台阶|地上|地面"
)
"""Where things stand that could hang."""
_HANGS = Pattern(r"\b(?:hang\w*|hung|suspend\w*|dangl\w*)\b|[挂吊]|悬")
_DANGLING = frozenset(
    {"lantern", "bird-cage", "bare-bird-cage", "wind-chime", "mirror-ball", "flower-basket", "pinata", "lamp"}
)
"""What hangs from a ceiling where it is hung in a room."""
_FLAT = frozenset({
    "wreath", "fu", "couplets", "string-lights", "bunting", "banner", "chinese-knot", "window", "curtain", "window-blinds", "shelf",
    "picture", "wall-poster", "mona-lisa", "clock", "map", "calendar", "mirror", "dartboard", "horseshoe", "air-conditioner", "open-sign",
})  # fmt: skip
"""What is on the wall of a room."""
_FURNISHED = _FLAT - {"wreath", "shelf", "curtain", "window-blinds", "couplets"}
"""What of that hangs in a new picture, too, though nobody says so."""
_OF_A_HOUSE = frozenset({"window", "curtain", "window-blinds", "air-conditioner"})
"""What is nowhere but on a wall."""
_BARE = frozenset({"tabletop", "studio"})
_ON = ("on", "inside", "front", "beside")
_SHELVED = (
    "nightstand",
    "desk",
    "dining-table",
    "round-table",
    "coffee-table",
    "school-desk",
    "dresser",
    "counter",
    "shelf",
    "bookshelf",
)
"""What a lamp stands on, the best first."""


def hang_up(editor: Editor, prompt: str) -> None:
    """Hang what is new where it belongs, and leave the rest."""
    new = [one.id for one in editor.things.values() if one.id not in editor.layout]
    for key in new:
        thing = editor.things[key]
        if thing.rung == "signpost" or kinds()[thing.kind].alive:
            continue
        if _is_overhead(editor, thing, prompt):
            _change(editor, thing, pose=CEILING, rel=None)
            _let_go(editor, thing)
            continue
        if _on_hooks(editor, thing, prompt) or not _is_in_a_room(editor):
            _needs_a_wall(editor, thing)
            continue
        near = thing.rel is None or thing.rel.type in ON_A_WALL or _landed(editor, thing, prompt)
        hangs = _HANGS.search(prompt) is not None or (
            not editor.new
            and (
                thing.kind == "lantern"
                or (thing.kind == "lamp" and thing.rel is not None and thing.rel.type == "above")
            )
        )
        if thing.kind in _DANGLING and near and thing.pose is None and hangs:
            landed = thing.rel is not None and thing.rel.type not in ON_A_WALL
            _change(editor, thing, pose=CEILING, **({"rel": None} if landed else {}))
        elif thing.kind in (_FURNISHED if editor.new else _FLAT):
            _on_the_wall(editor, _over_it(editor, thing, prompt))
        elif thing.kind in ("lamp", "desk-lamp"):
            _on_a_table(editor, thing)
    _in_pairs(editor, new)
    _posters(editor, new, prompt)


_POSTER = Pattern(r"\bposters?\b|海报|贴画")
_PAINTED = Pattern(
    r"\b(?:paintings?|pictures?|portraits?|photos?|photographs?|drawings?|prints?)\b|油画|照片|相框|画框|装饰画|挂画|幅画"
)
_TINTS = ("blue", "orange", "purple", "green", "pink")
"""The grounds of several posters of which no colour is told."""


def _posters(editor: Editor, new: Sequence[str], prompt: str) -> None:
    """What is called a poster is pinned to the wall, and in no frame of gold."""
    if _POSTER.search(prompt) is None or _PAINTED.search(prompt) is not None:
        return
    left = [editor.things[key] for key in new if key in editor.things]  # without a wall they do not come
    pinned = [one for one in left if one.kind == "picture" and one.pose == "hung"]
    for number, thing in enumerate(pinned):
        colour = thing.colour or (_TINTS[number % len(_TINTS)] if len(pinned) > 1 else None)
        label = names("zh" if thing.lang == "zh" else "en", "wall-poster")
        _change(
            editor, thing, kind="wall-poster", rung=kinds()["wall-poster"].rung, label=label, colour=colour
        )


def _change(editor: Editor, thing: Thing, **fields: object) -> None:
    editor.things[thing.id] = msgspec.structs.replace(thing, **fields)


def _is_overhead(editor: Editor, thing: Thing, prompt: str) -> bool:
    """Whether it is a lantern, or a string of flags or lights, that hangs in the open air."""
    if thing.kind in STRUNG:
        return (
            thing.pose is None and thing.rel is None and thing.at is None and _is_in_the_open(editor, thing)
        )
    if thing.kind != "lantern" or thing.pose is not None:
        return False
    if thing.rel is None and _is_over_a_street(editor):
        return True
    place = editor.said.place or ("" if editor.new else editor.base.env.place)
    comes = place in _OPEN and (thing.rel is None or _landed(editor, thing, prompt))
    return comes and _ON_THE_GROUND.search(prompt) is None and (not editor.new or bool(_HANGS.search(prompt)))


def _is_in_the_open(editor: Editor, thing: Thing) -> bool:
    """Whether there is air to string something up in, and neither a house nor words that it would cover."""
    place = editor.said.place or ("" if editor.new else editor.base.env.place)
    houses = any(_has_walls(one) or can_hang(thing, one) for one in editor.things.values())
    airless = place in INDOORS | _BARE | _NO_AIR or _is_in_a_room(editor)
    return not (houses or airless or editor.base.sheet or editor.base.caption)


def _let_go(editor: Editor, thing: Thing) -> None:
    """Nobody stands beside what hangs over the whole picture."""
    for one in [one for one in editor.things.values() if one.rel is not None and one.rel.to == thing.id]:
        if thing.kind in STRUNG and one.rel is not None and one.rel.type == "beside":
            _change(editor, one, rel=None)


_NO_AIR = frozenset({"space", "underwater", "sky", "moon", "cave"})
_OPEN = frozenset(
    {"old-town", "street", "village", "market", "pavement", "garden", "park", "castle", "rooftop", "balcony"}
)
"""Where there is something to hang a lantern from, seen or not."""
_ON_THE_GROUND = Pattern(
    r"\b(?:on|onto) the (?:ground|grass|lawn|path|floor|water|river|table|steps?)\b|\b(?:hold|carry|carries|in (?:his|her|their|its) hands?)|[地桌台]上|[水河湖]|[提拿举打]着?|手[里上]"
)


def _is_over_a_street(editor: Editor) -> bool:
    """Whether a new picture plays between houses, from whose eaves lanterns hang."""
    houses = any(
        kinds()[one.kind].height_m >= _BUILT_M[0] and not kinds()[one.kind].alive
        for one in editor.things.values()
    )
    hung = any(one.kind == "lantern" and one.pose == CEILING for one in editor.base.objects)
    return hung or (editor.new and editor.said.place in _STREETS and not houses)


_STREETS = frozenset({"old-town", "street", "village", "market", "pavement"})


def _on_hooks(editor: Editor, thing: Thing, prompt: str) -> bool:
    """Whether it hangs on what it is told to be on."""
    rel = thing.rel or _to_the_house(editor, thing, prompt)
    bearer = editor.things.get(rel.to) if rel is not None else None
    if rel is None or bearer is None or rel.part is not None or rel.type not in _ON:
        return False
    hangs = (
        rel.type == "on"
        or (rel.type == "inside" and bearer.kind in ("bay-window", "window"))
        or _HANGS.search(prompt)
    )
    if not hangs or not can_hang(thing, bearer) or _STANDS.search(prompt) is not None:
        return False
    _change(editor, thing, pose=HOOKED, rel=Relation(type="on", to=bearer.id))
    return True


def _to_the_house(editor: Editor, thing: Thing, prompt: str) -> Relation | None:
    """What hangs, and nobody says on what, is on the only house there is; lights are, though nobody says that they hang."""
    fronts = [
        one
        for one in editor.things.values()
        if can_hang(thing, one) and kinds()[one.kind].habitat != "indoor"
    ]
    of_itself = thing.kind in _STRUNG or (editor.new and _HANGS.search(prompt))
    return (
        Relation(type="on", to=fronts[0].id)
        if of_itself and thing.pose is None and len(fronts) == 1
        else None
    )


_STRUNG = frozenset({"string-lights", "bunting", "couplets", "fu"})


def _in_pairs(editor: Editor, new: list[str]) -> None:
    """Lanterns beside a door are two where nobody says how many."""
    told = {mention.kind for mention in editor.said.mentions if mention.counted}
    hung = [editor.things[key] for key in new if key in editor.things and editor.things[key].pose == HOOKED]
    for extra in [one for one in hung if one.kind == "lantern" and one.kind not in told][2:]:
        editor.drop(extra.id)


def _is_in_a_room(editor: Editor) -> bool:
    place = editor.said.place or ("" if editor.new else editor.base.env.place)
    others = any(
        kinds()[one.kind].habitat == "indoor" and one.kind not in _FLAT for one in editor.things.values()
    )
    return place not in _BARE and (place in INDOORS if place else others)


def _needs_a_wall(editor: Editor, thing: Thing) -> None:
    """Leave out a window, or what is to hang on the wall, where there is no wall, and say so."""
    shown = editor.things.values()
    walls = any(_has_walls(one) for one in shown)
    if (
        editor.new
        or (thing.kind not in _OF_A_HOUSE and thing.pose != "hung")
        or thing.pose == HOOKED
        or walls
        or (thing.rel is not None and thing.rel.type == "on")
    ):
        return
    if (editor.said.place or editor.base.env.place) in INDOORS | _BARE:
        return
    if thing.kind == "signpost":  # it stands there with its words
        _change(editor, thing, pose=None, rel=None)
    else:
        editor.drop(thing.id)
    editor.missing.append("墙" if editor.language == "zh" else "wall")


def _has_walls(one: Thing) -> bool:
    """Whether it is built: a house, or a shop at a street, but neither a tree nor a train."""
    kind = kinds()[one.kind]
    return not kind.alive and not rooted(one) and kind.height_m >= _BUILT_M[kind.habitat == "road"]


_BUILT_M = (2.4, 4.0)
"""How high what has walls is at least, in the open and at a street."""


def _over_it(editor: Editor, thing: Thing, prompt: str) -> Thing:
    """沙发上面挂一幅画: what is hung on furniture is on the wall over it."""
    rel = thing.rel
    under = kinds()[editor.things[rel.to].kind] if rel is not None and rel.to in editor.things else None
    if rel is None or under is None or (rel.type, rel.part) != ("on", None) or _HANGS.search(prompt) is None:
        return thing
    if not under.alive and under.habitat == "indoor":
        _change(editor, thing, rel=Relation(type="above", to=rel.to))
    return editor.things[thing.id]


def _on_the_wall(editor: Editor, thing: Thing) -> None:
    """On the wall, over or beside whom it is told to be; what bears it bears it still."""
    rel = thing.rel
    if thing.pose not in (None, "hung") or (rel is not None and rel.type not in (*ON_A_WALL, "front")):
        return
    if editor.new and ((rel is not None and rel.type not in _SEEN_BY) or len(editor.things) == 1):
        return
    keeps = rel is not None and (rel.type == "above" if editor.new else rel.type in ON_A_WALL)
    if thing.id in editor.former and not isinstance(editor.former[thing.id], Cornered | Replaced):
        del editor.former[thing.id]  # where a piece of furniture stood is too low
    _change(editor, thing, pose="hung", rel=rel if keeps else None)


_SEEN_BY = ("beside", "above")
"""How what hangs in a new picture is told to be to what stands there, where that tells nothing but which wall is meant."""


def _landed(editor: Editor, thing: Thing, prompt: str) -> bool:
    """Whether what is hung is on a table of which nobody spoke."""
    rel = thing.rel
    table = editor.things.get(rel.to) if rel is not None and rel.type == "on" else None
    return table is not None and table.kind in TABLES and _FURNITURE.search(prompt) is None


_FURNITURE = Pattern(r"\b(?:tables?|desks?|counter|bar|shelf|shelves)\b|[桌台架柜]")


def _on_a_table(editor: Editor, lamp: Thing) -> None:
    """A table lamp on what there is to put it on, or on a stand that comes with it: a nightstand where there is a bed. Of a lamp
    in another room nobody says that it is small: that is one on the floor."""
    beside = editor.things.get(lamp.rel.to) if lamp.rel is not None and lamp.rel.type in _NEAR else None
    if lamp.pose is not None or lamp.size == "large" or lamp.where:
        return
    if lamp.rel is not None and (beside is None or beside.kind not in _BESIDE_IT):
        return
    if editor.new and not _is_furnished(editor):
        return
    is_small = lamp.kind == "desk-lamp" or _OF_A_TABLE.search(lamp.label) is not None
    shelved = _SHELVED if is_small or not editor.new else _DESKS
    there = [one.id for kind in shelved for one in editor.things.values() if one.kind == kind]
    if beside is not None or not there:
        if not (is_small or _is_a_bedroom(editor)):
            _change(editor, lamp, kind=_FLOOR_LAMP)
            return
        there = [key for key in [_stand(editor, lamp)] if key is not None]
    if there:
        _change(editor, lamp, rel=Relation(type="on", to=there[0]))


def _stand(editor: Editor, lamp: Thing) -> str | None:
    """What comes along for a lamp to stand on, where that was to be."""
    lang: Literal["zh", "en"] = "zh" if editor.language == "zh" else "en"
    label = names(lang, _NIGHTSTAND) if _is_a_bedroom(editor) else {"zh": "边几", "en": "side table"}[lang]
    rung = kinds()[_NIGHTSTAND].rung
    key = editor.new_thing(Thing(id="", kind=_NIGHTSTAND, label=label, lang=lang, rung=rung, rel=lamp.rel))
    if key is not None and not editor.new:
        editor.brought_along.append(label)
    return key


def _is_furnished(editor: Editor) -> bool:
    """Whether a new picture plays in a room with furniture, so that a lamp of which no more is told is one of its own."""
    shown = {one.kind for one in editor.things.values()}
    return editor.said.place not in _BARE and bool(shown & (_BESIDE_IT | frozenset(_SHELVED)))


def _is_a_bedroom(editor: Editor) -> bool:
    return (editor.said.place or editor.base.env.place) == "bedroom" or any(
        one.kind in BEDS for one in editor.things.values()
    )


_NIGHTSTAND, _FLOOR_LAMP = "nightstand", "floor-lamp"
_NEAR = frozenset({"beside", "left", "right"})
_BESIDE_IT = frozenset({*BEDS, "couch", "armchair", "rocking-chair", "fireplace"})
"""Furniture beside which a lamp stands on a stand of its own."""
_DESKS = tuple(kind for kind in _SHELVED if kind in ("nightstand", "desk", "school-desk", "dresser", "shelf"))
"""What any lamp stands on, though nobody says so."""
_OF_A_TABLE = Pattern(r"台灯|床头灯|小夜灯|\b(?:desk|table|bedside|reading|night|lava)[ -]?(?:lamp|light)")
