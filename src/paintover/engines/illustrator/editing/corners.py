"""In a corner of the picture: "a sun in the top right corner", 左下角画一只猫. The words for the corner are taken out of the
wish, and what it is for is placed there, on free ground. Patterns are those of `words/corners.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Cornered, Thing
from paintover.engines.illustrator.staging.cornered import ANY
from paintover.engines.illustrator.staging.standing import scene_size

_CLAUSE = re.compile(
    r"[,，.。;；!！?？\n]|\band then\b|然后|再(?=[加画放])|\band\b|(?<=[\u4e00-\u9fff])[和与](?=[\u4e00-\u9fff])"
)
_MOVES = re.compile(r"\b(?:move|put|shift|push|place|drag|bring|slide)\b|移|挪|放|摆|搬|推")
_BRINGS = re.compile(
    r"^\W*(?:and |now )?(?:an?|some|another|one|two|three) |\b(?:add|draw|put|place|insert|include|paint|there(?:'s| is| are)|with|show|give|want|need|have)\b|加|画|放|添|摆|来|有|贴|挂|飞|站|坐|停|是|给",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s*的(?!位置|地方)")
"""What follows a corner that tells which one is meant: 右上角的太阳."""


@dataclass(frozen=True, slots=True)
class InACorner:
    """What is named beside a corner: its kind, and the corners as shares of the width and height."""

    kind: str
    spots: tuple[tuple[float, float], ...]
    """Of several, each of several things gets one."""
    moves: bool
    """Whether one that is there already is to go there."""


@dataclass(frozen=True, slots=True)
class Corners:
    """A wish without the corners that it names."""

    rest: str
    found: tuple[InACorner, ...] = ()

    def put(self, editor: Editor) -> None:
        """Put there what is meant: what is new, or what is to be moved."""
        done: set[str] = set()
        for one in self.found:
            kin = [
                thing for thing in editor.things.values() if thing.kind == one.kind and thing.id not in done
            ]
            new = [thing for thing in kin if thing.id not in editor.layout]
            there = [thing for thing in kin if thing.id in editor.layout] if one.moves else []
            keys = _those_of_one_wish(editor, new) or [thing.id for thing in there[-1:]]
            while 0 < len(keys) < len(one.spots) and (more := editor.new_thing(editor.things[keys[0]])):
                keys.append(more)  # "stars in the corners": one in each
            for at, key in enumerate(keys):
                done.add(key)
                _put(editor, key, one.spots[at % len(one.spots)])


def _those_of_one_wish(editor: Editor, new: list[Thing]) -> list[str]:
    """Those that have no other place: all of a kind that came together. What only belongs on a table, where the wish tells of
    none, is there no more."""
    named = {mention.kind for mention in editor.said.mentions}

    def is_free(thing: Thing) -> bool:
        rel = thing.rel
        if rel is None or rel.type in ("above", "below", "beside", "left", "right"):
            return True
        bearer = editor.things.get(rel.to)
        return (
            not editor.new
            and (rel.type, rel.part) == ("on", None)
            and bearer is not None
            and bearer.kind not in named
        )

    return [thing.id for thing in new if is_free(thing)]


def _put(editor: Editor, key: str, spot: tuple[float, float]) -> None:
    width, height = scene_size(editor.base)
    stood = editor.layout.get(key)
    if editor.things[key].rel is not None:
        editor.change(key, rel=None)
    if key in editor.layout:
        editor.place_again(key)
    editor.touch(key)
    scale = 0.0 if stood is None else stood.scale
    editor.former[key] = Cornered(x=spot[0] * width, base=spot[1] * height, scale=scale)


def in_corners(prompt: str, *, new: bool) -> Corners:
    """The wish without its corners, and what is to be in them. A corner that tells which thing is meant is left as it is."""
    found: list[InACorner] = []
    pieces, start = [], 0
    for lang, pattern in _patterns().items():
        for match in pattern.finditer(prompt):
            before = _CLAUSE.split(prompt[start : match.start()])[-1]
            after = next((part for part in _CLAUSE.split(prompt[match.end() :]) if part), "")
            if lang == "zh" and _OF_IT.match(prompt, match.end()):
                continue
            if not new and not _BRINGS.search(f"{before} {after}") and not _MOVES.search(before):
                continue
            mentions = [m for m in parse(before).mentions if m.kind is not None]
            kind = mentions[-1].kind if mentions else None
            if kind is None:
                behind = [m for m in parse(after).mentions if m.kind is not None]
                kind = behind[0].kind if behind else None
            if kind is None:
                continue
            moves = not new and bool(_MOVES.search(before) or (lang == "zh" and "把" in before))
            found.append(InACorner(kind, _where(match, high=kinds()[kind].habitat == "sky"), moves=moves))
            pieces.append(prompt[start : match.start()])
            start = match.end()
        if found:
            break
    return Corners("".join([*pieces, prompt[start:]]), tuple(found)) if found else Corners(prompt)


def _where(match: re.Match[str], *, high: bool) -> tuple[tuple[float, float], ...]:
    told = {name: value.lower() for name, value in match.groupdict().items() if value}
    up = next((value for name, value in told.items() if name.startswith("v")), None)
    side = next((value for name, value in told.items() if name.startswith("h")), None)
    several = _SEVERAL.search(match[0]) is not None
    anywhere = [1.0] if up or high else [ANY]
    across = ([0.0] if side in ("left", "左") else [1.0]) if side else [0.0, 1.0] if several else anywhere
    usual = [0.0] if high else [1.0] if several else [ANY]
    down = ([0.0] if up in ("top", "upper", "上") else [1.0]) if up else [0.0, 1.0] if several else usual
    return tuple((x, y) for y in down for x in across)


_SEVERAL = re.compile(r"corners\b|[两四]个?角", re.IGNORECASE)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {lang: re.compile(words, re.IGNORECASE) for lang, words in word_table("corners").items()}
