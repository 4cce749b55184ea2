"""Who and what is beside what: what is listed with a table's things is on the table; who is beside a hat is beside its wearer."""

from __future__ import annotations

import re

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import (
    height_of,
    stock_of,
)
from paintover.engines.illustrator.staging.bearing import SEATS, lies_flat
from paintover.engines.illustrator.staging.company import fills

BOARDS = TABLES | {"shelf", "bay-window", "market-stall"}
"""Furniture on which small things are, and nobody sits."""
_LISTED_M = 0.7
BESIDE = frozenset({"left", "right", "beside", "front", "behind", "between"})


def on_either_side(editor: Editor) -> None:
    """Two who are around something are no ring, but stand beside it."""
    around: dict[str, list[Thing]] = {}
    for one in editor.things.values():
        if one.rel is not None and one.rel.type == "around" and stock_of(one).alive:
            around.setdefault(one.rel.to, []).append(one)
    for pair in around.values():
        if len(pair) == _A_PAIR and all(one.id in editor.touched and one.pose != "hands" for one in pair):
            for one in pair:
                beside = msgspec.structs.replace(one.rel, type="beside") if one.rel is not None else None
                editor.things[one.id] = msgspec.structs.replace(one, rel=beside)


_A_PAIR = 2


def listed_together(editor: Editor) -> None:
    """ "A desk with a laptop, a lamp and a cup": all are on it."""
    if not editor.new:
        return
    boards = [one for one in editor.things.values() if one.kind in BOARDS]
    if len(boards) != 1 or not borne_by(editor, boards[0], "on"):
        return
    after = False
    for thing in list(editor.things.values()):
        after = after or thing.id == boards[0].id
        kind = stock_of(thing)
        loose = (
            thing.rel is None
            and thing.pose != "hung"
            and thing.rung != "signpost"
            and not kind.alive
            and thing.size != "large"
        )
        if after and loose and kind.habitat in ("table", "indoor") and height_of(thing) <= _LISTED_M:
            set_relation(editor, thing, Relation(type="on", to=boards[0].id))


def what_is_small_beside(editor: Editor) -> None:
    """ "A cup on a table next to a book": the book is on the table, and not the table beside it."""
    for thing in list(editor.things.values()):
        relation = thing.rel
        if thing.kind not in BOARDS or relation is None or relation.type not in BESIDE:
            continue
        other, borne = editor.things.get(relation.to), borne_by(editor, thing, "on")
        if (
            other is None
            or not borne
            or other.rel is not None
            or not (is_new(editor, thing) and is_new(editor, other))
        ):
            continue
        if stock_of(other).habitat == "table" and height_of(other) <= _LISTED_M:
            set_relation(editor, thing, None)
            set_relation(editor, other, Relation(type=relation.type, to=borne[0].id))


_WITH = re.compile(
    r"\b(?:desk|table|shelf|shelves|counter|sill|windowsill|stall|stand)s? with (?!\w+ legs)", re.IGNORECASE
)
_HOLDING = re.compile(
    r"\b(?:jar|vase|bowl|basket|bucket|crate|cart)s? with (?:an?|some|two|three|four|five|six|fresh) ",
    re.IGNORECASE,
)
_VESSELS = frozenset({"jar", "vase", "bowl", "basket", "bucket", "wooden-crate", "wooden-cart", "fish-bowl"})


def on_its_board(editor: Editor, prompt: str) -> None:
    """ "A desk with a computer": it is on the desk, and not beside it; "a jar with tulips": they are in it."""
    if editor.new and _HOLDING.search(prompt):
        for thing in list(editor.things.values()):
            for one in borne_by(editor, thing, "beside") if thing.kind in _VESSELS else ():
                if not stock_of(one).alive and height_of(one) <= _LISTED_M:
                    set_relation(editor, one, Relation(type="inside", to=thing.id))
    if not editor.new or not _WITH.search(prompt):
        return
    for thing in list(editor.things.values()):
        if thing.kind in BOARDS:
            for one in borne_by(editor, thing, "beside"):
                small = stock_of(one).habitat in ("table", "indoor") and height_of(one) <= _LISTED_M
                if small and not stock_of(one).alive:
                    set_relation(editor, one, Relation(type="on", to=thing.id))


def beside_the_pot(editor: Editor) -> None:
    """Nothing but plants grows in a pot: 书架上有一盆花和三本书 has the books on the shelf."""
    for pot in list(editor.things.values()):
        if pot.kind == "flower-pot":
            for one in borne_by(editor, pot, "inside"):
                if is_new(editor, one) and stock_of(one).habitat in ("table", "indoor"):
                    borne = pot.rel is not None and pot.rel.type == "on"
                    set_relation(editor, one, pot.rel if borne else Relation(type="beside", to=pot.id))


def beside_the_dish(editor: Editor) -> None:
    """A fork beside the meatballs on the spaghetti is beside what stands on the table itself."""
    for thing in list(editor.things.values()):
        relation = thing.rel
        if (
            relation is None
            or relation.type not in BESIDE
            or stock_of(thing).alive
            or not is_new(editor, thing)
        ):
            continue
        target = editor.things.get(relation.to)
        while target is not None and (under := _dish_under(editor, target)) is not None:
            target = under
        if target is not None and target.id != relation.to:
            set_relation(editor, thing, msgspec.structs.replace(relation, to=target.id))


def _dish_under(editor: Editor, thing: Thing) -> Thing | None:
    """What a thing lies on, or is in, that itself stands on a table, with room for neighbours; a table may be all there is."""
    if thing.rel is None or thing.rel.type not in ("on", "inside") or thing.rel.part is not None:
        return None
    under = editor.things.get(thing.rel.to)
    if under is None:
        return None
    if under.rel is None and editor.base.env.place == "tabletop":
        return under if kinds()[under.kind].habitat == "table" else None
    if under.rel is None or under.rel.type != "on":
        return None
    bearer = editor.things.get(under.rel.to)
    return under if bearer is not None and bearer.kind in TABLES and bearer.id != thing.id else None


def beside_the_bearer(editor: Editor) -> None:
    """Beside a hat is beside who wears it, and beside who sits on a chair, beside that, before who sits on a rug, before
    that; for Santa Claus, beside the gifts is beside the tree that they are under."""
    for thing in list(editor.things.values()):
        relation, seen = thing.rel, {thing.id}
        if relation is None or relation.type not in BESIDE or not is_new(editor, thing):
            continue
        target = editor.things.get(relation.to)
        while target is not None and target.id not in seen and target.rel is not None:
            seen.add(target.id)
            bearer = editor.things.get(target.rel.to)
            worn = target.rel.type in ("wear", "hold", "cover") and not stock_of(target).alive
            if bearer is None or bearer.id in seen:
                break
            seated = not editor.new and target.rel.type == "on" and fills(target, bearer)
            floor = thing.kind in _ON_THE_FLOOR and bearer.kind in SEATS and target.rel.type == "on"
            seated = seated or floor
            laid = relation.type == "front" and target.rel.type in ("on", "behind") and lies_flat(bearer)
            if not (worn or seated or laid or _is_little_under(target, thing)):
                break
            target = bearer
        if target is not None and stock_of(thing).alive:
            target = _at_its_board(editor, target)
        if target is not None and target.id != relation.to and target.id != thing.id:
            set_relation(editor, thing, msgspec.structs.replace(relation, to=target.id))


_ON_THE_FLOOR = frozenset(
    {
        "bucket",
        "cactus",
        "floor-lamp",
        "flower-pot",
        "lamp",
        "potted-plant",
        "suitcase",
        "vase",
        "wastebasket",
    }
)
"""What stands beside the couch, and not on it, when it is to be beside whoever sits there."""


def _is_little_under(target: Thing, thing: Thing) -> bool:
    """Whether the target lies under something and is far too low for one who lives to be told to stand at it."""
    lies = target.rel is not None and target.rel.type == "below" and not stock_of(target).alive
    return lies and stock_of(thing).alive and height_of(thing) > _FAR_HIGHER * height_of(target)


_FAR_HIGHER = 2.0


def _at_its_board(editor: Editor, target: Thing) -> Thing:
    """Whoever is beside what lies on a table is beside who sits at it: 奶奶在切菜，旁边坐着一只猫."""
    board = editor.things.get(target.rel.to) if target.rel is not None and target.rel.type == "on" else None
    if board is None or board.kind not in BOARDS or stock_of(target).alive:
        return target
    return next(iter(borne_by(editor, board, "behind")), target)
