"""What an edit wants at the window of a room: "fireworks outside the window", 窗外放烟花, 窗台上放一盆花.

The words for the window are taken out of the wish where the room has one already, and what came is put there: outside, seen
through its panes, or on its sill.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import come_of
from paintover.engines.illustrator.editing.window_sills import fits_a_sill
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.stock import OUTLOOKS, height_of, stock_of
from paintover.engines.illustrator.staging.outlook import openings
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|then)\s+|然后|并且|同时)")
_WHOSE = (
    r"(?:the|an?|her|his|their|its|my|our|that|this) (?:(?:big|large|open|small|round|living room|bedroom"
    r"|kitchen|classroom|office) )?"
)
_SEEN = r"(?:(?:that|which) )?(?:(?:is|are) )?(?:(?:seen|visible|shining|glowing|exploding|going off) )?(?:right |just |in )?"
_OUTSIDE = Pattern(
    rf"\b{_SEEN}(?:outside(?: of)?|through|beyond|behind|out of|from) {_WHOSE}windows?\b(?! ?(?:sill|ledge|seat|frame|s\b))"
    r"|\boutside(?=\W*$)"
    r"|(?:在|从|透过)?窗(?:户|子)?的?(?:外面|外头|外边|外)(?:的?(?:天空|天上|夜空|远处|院子)[里中上]?)?(?:[能可]?(?:以)?看[到见])?的?"
    r"|(?:在)?(?:外面|外头|外边)(?:的(?=天))?(?=有|放|飘|飞|加|变|是|站|停|升)"
)
_WITHIN = Pattern(
    rf"\b{_SEEN}(?:in|at) {_WHOSE}windows?\b(?! ?(?:sill|ledge|seat|frame|s\b))|(?:在|从|透过)?窗(?:户|子)?(?:里面?|上|中|口)"
)
_SILL = Pattern(
    rf"\b(?:on|onto|at|along) {_WHOSE}(?:window ?sill|window ledge|sill|ledge)\b|(?:在)?(?:窗台|窗沿|飘窗)(?:上面?|边)?"
)
_BESIDE = Pattern(
    rf"\b(?:by|near|next to|beside|in front of|under|below|underneath|close to) {_WHOSE}windows?\b(?! ?(?:sill|ledge|seat|frame|s\b))"
    r"|(?:在|靠)?窗(?:户|子)?(?:的)?(?:旁边?|边上?|前面?|下面?|底下)"
)
_BRINGS = Pattern(
    r"^\W*(?:please |can you |could you |now |also )*(?:there(?: is| are|'s|’s)|let there be|show(?: me)?|have|add|put|place|draw|set off|i(?: want|'d like| would like)(?: to see)?|with)\b"
    r"|^\W*(?:请|帮我|再|然后|给我)*(?:还?有|放|摆|挂|出现|升起?|亮|加上?|画|添上?|来|看[到见]|绽放|燃放|开|是)[着了上出]*"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_STEPS = Pattern(
    r"\b(?:remove|delete|erase|take|move|replace|change|turn|make|clean|close|open|without|no)\b|去掉|删|移|换|改|变|^把|关|擦|不要|没有"
)
_WHERE = (("outside", _OUTSIDE), ("sill", _SILL), ("within", _WITHIN), ("beside", _BESIDE))
_ADD = {"zh": "加", "en": "add "}
_VIEWS = {
    "mountains": "mountain-view",
    "snow": "mountain-view",
    "sea": "sea-view",
    "beach": "sea-view",
    "forest": "forest-view",
    "garden": "garden-view",
    "park": "garden-view",
    "street": "city-view",
    "pavement": "city-view",
}
"""What is to be seen of a place through a window."""


_SILL_M = 0.9
"""Nobody and nothing taller is on the sill of a window in a backdrop, however it sits."""


@dataclass(frozen=True, slots=True)
class _AtWindow:
    kinds: frozenset[str]
    how: str
    """``outside``, ``within``, ``sill`` or ``beside``."""
    key: str = ""
    """Who goes there, of those who are there already."""


@dataclass(frozen=True, slots=True)
class AtWindows:
    """A wish without the window that it names."""

    rest: str
    found: tuple[_AtWindow, ...] = ()

    def put(self, editor: Editor) -> None:
        """Put there what is new of what was named with it."""
        for one in self.found:
            if one.key in editor.things:
                _goes_there(editor, one)
                continue
            for thing in come_of(editor, one.kinds):
                editor.things[thing.id] = _put(thing, one.how, _told_window(editor.base))


def at_windows(prompt: str, base: Scene) -> AtWindows:
    """The wish without the window of the room that is there, and what is to be at it."""
    if base.env.place not in INDOORS or not any(words.search(prompt) for _, words in _WHERE):
        return AtWindows(prompt)
    told = _told_window(base) is not None
    if not told and (base.photographs or not openings(base)):
        return AtWindows(prompt)
    found: list[_AtWindow] = []
    clauses = [_read(clause, found, base, told=told) for clause in _CLAUSES.split(prompt)]
    return AtWindows("".join(clauses), tuple(found))


def told_of_the_hour_outside(prompt: str, base: Scene) -> str:
    """The wish where all that it wants outside is another hour or weather, which the window shows: "make it night outside"."""
    read = at_windows(prompt, base)
    return prompt if read.found else read.rest


def _read(clause: str, found: list[_AtWindow], base: Scene, *, told: bool) -> str:
    """The clause without its window; what is to be at that is added to those found. One that is `told` has its own sill."""
    for how, words in _WHERE:
        match = words.search(clause)
        if match is None or (told and how in ("sill", "beside")):
            continue
        rest = " ".join(f"{clause[: match.start()]} {clause[match.end() :]}".split())
        said = parse(rest)
        kinds = frozenset(one.kind for one in said.mentions if one.kind is not None)
        lang: Literal["zh", "en"] = "zh" if _HAN.search(clause) else "en"
        if not kinds and (view := _VIEWS.get(said.place or "")) is not None:
            found.append(_AtWindow(frozenset({view}), "outside"))
            return f"{_ADD[lang]}{names(lang, view)}"
        if not kinds:
            return rest if how == "outside" and (said.time or said.weather or said.season) else clause
        goes = who_goes(clause, kinds, base) if how in ("sill", "beside") else None
        if goes is not None and not told:
            found.append(_AtWindow(kinds, how, goes.id))
            pose = next((one.pose for one in said.mentions if one.pose is not None), None)
            return _AT_REST.sub("", rest) if pose is not None else ""
        if _STEPS.search(rest) is not None:
            return clause
        found.append(_AtWindow(kinds, how))
        return brought_in(rest, lang)
    return clause


_COMES = Pattern(
    r"\b(?:an?|another|some|two|three|four|five|more|add|there)\b|[一两二三四五六七八九十几\d][个只盆束瓶本杯盏张把条]|[再还]|[加添画]|来[个只一]|有|个|只"
)
"""That one is to come."""
_AT_REST = re.compile(r"(?:[到在往上去]|onto|up)+\s*$")


def who_goes(clause: str, kinds: frozenset[str], base: Scene) -> Thing | None:
    """Who is to go there, of those who are there already: the only one of the kinds, with the pot that it stands in; None where
    one is to come."""
    there = [one for one in base.objects if one.kind in kinds]
    if len(there) != 1 or _COMES.search(clause) is not None:
        return None
    one = there[0]
    held = one.rel is not None and one.rel.type == "inside"
    bearer = base.thing(one.rel.to) if held and one.rel is not None else None
    return one if bearer is None else bearer


def _goes_there(editor: Editor, goes: _AtWindow) -> None:
    """Take who is there to the window."""
    thing = editor.things[goes.key]
    put = _put(thing, goes.how, None)
    editor.change(goes.key, rel=None, where="window" if goes.how == "beside" else put.where)
    editor.move_elsewhere(goes.key)
    editor.changed = True


def brought_in(clause: str, lang: Literal["zh", "en"]) -> str:
    """A clause that says what is to be somewhere, told as what is to come."""
    return _ADD[lang] + _BRINGS.sub("", clause, count=1).lstrip()


def _told_window(scene: Scene) -> Thing | None:
    """The window that is among the things of a room."""
    return next((one for one in scene.objects if one.kind == "bay-window"), None)


def _put(thing: Thing, how: str, window: Thing | None) -> Thing:
    """It at the window: what is too tall for the sill is beside it, and what is out of doors outside."""
    far = stock_of(thing).habitat == "sky" and not stock_of(thing).alive
    tall = height_of(thing) > _SILL_M or not (how == "sill" or fits_a_sill(thing))
    outside = how == "outside" or (how == "within" and (far or tall or thing.kind in OUTLOOKS))
    if window is not None:
        return msgspec.structs.replace(thing, rel=Relation(type="inside", to=window.id)) if outside else thing
    where: Literal["outside", "sill", "window"] = "outside" if outside else "window" if tall else "sill"
    return msgspec.structs.replace(thing, rel=None, where=where)
