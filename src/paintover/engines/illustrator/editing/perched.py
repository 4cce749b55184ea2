"""What an edit puts on a piece of the backdrop: an apple on the counter of a kitchen, 理发椅上趴着一只猫.

The words for the piece are taken out of the wish where the backdrop shows it and what comes is small enough for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from paintover.engines.illustrator.editing.at_windows import brought_in, who_goes
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import come_of
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import is_called_so
from paintover.engines.illustrator.retelling.of_the_backdrop import pieces_in, stands_for
from paintover.engines.illustrator.scene import Relation, Scene
from paintover.engines.illustrator.sprites.stock import takes_pose
from paintover.engines.illustrator.staging.outlook import pieces_shown
from paintover.engines.illustrator.staging.standing import scene_size
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|then)\s+|然后|并且|同时)")
_BEFORE = Pattern(
    r"(?:^|\s)(?:that (?:is|are) )?(?:up |right |just )?(?:on top of|on|onto|upon|in|inside|into|at) (?:the|his|her|their|its|my|our|that|this|one of the|the [a-z]+['’]s)(?: (?:top|edge|surface|seat|middle) of the)?(?: [a-z]+)? ?$"
)
_IN_CHINESE = Pattern(r"(?:放|摆|搁|坐|趴|站|躺|停|落|跳)?(?:在|到|进|上|了)?[^，。,把将一]{0,4}$")
_AFTER = Pattern(r"^(?:的)?(?:上面?|上边|里面?|里边|中|顶上?)(?!的(?:东西|书))(?:边)?")
_MOVES = Pattern(
    r"^\W*(?:please |now |then |can you )*(?:move|put|place|set|lay|sit|let|have|make) (?:the|his|her|their|its) |^\W*(?:请|帮我|再|然后)*(?:把|让|将)"
)
_STEPS = Pattern(
    r"\b(?:remove|delete|erase|take|replace|change|turn|clean|without|no)\b|去掉|删|换|改|变|擦|不要|没有"
)
_LET = Pattern(r"\b(?:let|have|make) (?P<who>.+?) (?:to )?(?P<how>sit|stand|perch|sleep|lie|rest)s?\b")
_ING = {
    "sit": "sitting",
    "stand": "standing",
    "perch": "sitting",
    "sleep": "sleeping",
    "lie": "lying",
    "rest": "lying",
}
_NEXT_TO = Pattern(
    r"(?:^|\s)(?:right )?(?:next to|beside|besides|by|near|close to|in front of|before|against) (?:the|his|her|their)(?: [a-z]+)? ?$"
)
_NEXT_TO_IT = Pattern(r"^的?(?:旁边?|边上?|前面?|附近)")
_ALONG = 0.6
_LINES = frozenset(
    {"flowers", "hedge", "houses", "walls", "reeds", "cupboards", "stands", "stall", "skyline"}
)
"""Pieces that are to be seen all along the backdrop, besides those on which things can be put."""
_LOW_M = 0.95
"""Nobody and nothing taller is put on a piece of the backdrop."""


@dataclass(frozen=True, slots=True)
class _Perch:
    kinds: frozenset[str]
    piece: str


@dataclass(frozen=True, slots=True)
class Perched:
    """A wish without the piece that it names."""

    rest: str
    found: tuple[_Perch, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """Which things that are there go to which piece."""

    def put(self, editor: Editor) -> None:
        """Put there what is new of what was named with it, and what is to go there."""
        for one in self.found:
            for thing in come_of(editor, one.kinds):
                there = msgspec.structs.replace(thing, rel=None, where="piece", perch=one.piece)
                as_it_is = there.pose == "sit" and not takes_pose(there, afloat=False)  # a bird that sits
                editor.things[thing.id] = msgspec.structs.replace(there, pose=None) if as_it_is else there
        for thing in [it for it in editor.things.values() if it.where == "piece" and it.rel is not None]:
            editor.change(thing.id, where="", perch="")  # which is on something else now
        _onto_what_came(editor)
        for key, piece in self.moved:
            editor.change(key, rel=None, where="piece", perch=piece)
            editor.place_again(key)
            editor.former.pop(key, None)


_ITS_OWN = frozenset({"bed", "tub", "hearth"})
"""Pieces that a room has no more where such a thing comes."""


def _onto_what_came(editor: Editor) -> None:
    """Put on a bed that comes in the stead of the backdrop's own what was on that."""
    new = {one.kind: one.id for one in editor.things.values() if editor.base.thing(one.id) is None}
    for thing in [one for one in editor.things.values() if one.where == "piece"]:
        came = new.get(stands_for(thing.perch) or "")
        if came is None or came == thing.id or thing.perch not in {*editor.gave_way, *_ITS_OWN}:
            continue
        editor.change(thing.id, rel=Relation(type="on", to=came), where="", perch="")
        editor.place_again(thing.id)


def on_pieces(prompt: str, base: Scene) -> Perched:
    """The wish without the pieces of the backdrop on which something comes, and what is to be on them."""
    if any(mark in prompt for mark in '"“「『《') or not pieces_in(prompt, base):
        return Perched(prompt)
    found: list[_Perch] = []
    moved: list[tuple[str, str]] = []
    clauses = [_read(clause, base, found, moved) for clause in _CLAUSES.split(prompt)]
    return Perched("".join(clauses), tuple(found), tuple(moved))


def _read(clause: str, base: Scene, found: list[_Perch], moved: list[tuple[str, str]]) -> str:
    """The clause without its piece; what is to be there is added to those found."""
    for piece, match in pieces_in(clause, base):
        if is_called_so(match[0], base) or _STEPS.search(clause):
            continue
        aside = _aside(clause, match) if _is_all_along(piece, base) else None
        span = aside or (_span(clause, match) if pieces_shown(base)[piece] else None)
        if span is None:
            continue
        rest = " ".join(f"{clause[: span[0]]} {clause[span[1] :]}".split())
        named = frozenset(one.kind for one in parse(rest).mentions if one.kind is not None)
        if aside and named and not any(one.kind in named for one in base.objects):
            return brought_in(rest, "en" if match[0].isascii() else "zh")
        small = all(kinds()[kind].height_m <= _LOW_M for kind in named)
        if aside or not named or not small:
            continue
        there = [one.id for one in base.objects if one.kind in named]
        if there and _MOVES.search(rest) is not None:
            moved.append((there[0], piece))
            return ""
        if (goes := who_goes(clause, named, base)) is not None:
            moved.append((goes.id, piece))
            return _as_it_does(clause, rest)
        found.append(_Perch(named, piece))
        told = _LET.sub(lambda let: f"{let['who']} {_ING[let['how'].lower()]}", rest, count=1)
        return brought_in(told, "en" if match[0].isascii() else "zh")
    return clause


_AT_REST = re.compile(r"[坐站趴躺睡蹲]")


def _as_it_does(clause: str, rest: str) -> str:
    """What is left of a clause where somebody goes: how it sits there, if that is told."""
    if clause.isascii():
        said = any(one.pose is not None for one in parse(rest).mentions)
        return _LET.sub(lambda let: f"{let['who']} {_ING[let['how'].lower()]}", rest, count=1) if said else ""
    pose = _AT_REST.search(clause)
    return "" if pose is None else f"{re.sub('[坐站趴躺睡蹲跳到在进去]+$', '', rest)}{pose[0]}着"


def _is_all_along(piece: str, scene: Scene) -> bool:
    """Whether a piece of the backdrop is all along it, so that whatever stands in front of that stands next to it."""
    if piece in _LINES:
        return True
    tops = pieces_shown(scene)[piece]
    return sum(top.right - top.left for top in tops) >= _ALONG * scene_size(scene)[0]


def _aside(clause: str, match: re.Match[str]) -> tuple[int, int] | None:
    """From where to where a clause tells that something stands next to that piece; None where it does not."""
    if match[0].isascii():
        before = _NEXT_TO.search(clause[: match.start()])
        return None if before is None else (before.start(), match.end())
    after = _NEXT_TO_IT.match(clause[match.end() :])
    return None if after is None else (match.start(), match.end() + after.end())


def _span(clause: str, match: re.Match[str]) -> tuple[int, int] | None:
    """From where to where a clause tells that something is on that piece; None where it does not."""
    if match[0].isascii():
        before = _BEFORE.search(clause[: match.start()])
        return None if before is None else (before.start(), match.end())
    after = _AFTER.match(clause[match.end() :])
    before = _IN_CHINESE.search(clause[: match.start()])
    if after is None or before is None:
        return None
    start = before.start() if before[0][:1] in "放摆搁坐趴站躺停落跳在到" and before[0] else match.start()
    return start, match.end() + after.end()
