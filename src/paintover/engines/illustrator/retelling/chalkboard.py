"""What is to be written on the board that hangs in a classroom: 黑板上写“你好”, "write “Hello” on the blackboard"; and wiped off."""

from __future__ import annotations

import re

import msgspec

from paintover.engines.illustrator.backdrops import wall_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.standing import scene_size
from paintover.engines.illustrator.wording import Pattern

_QUOTED = '[“"「『]\\s*(?P<{0}>[^”"」』]{{1,60}}?)\\s*[”"」』]'
_BOARD = r"(?:the |its )?(?:black ?board|chalk ?board|white ?board|board)"
_WRITTEN = (
    Pattern(
        r"\W*(?:请|再|帮我|让老师|老师|在|把)*(?:教室的?)?(?:黑板|白板)上?面?(?:的(?:字|内容))?(?:写着|写上|写|改成|换成|改为)(?:几个|一行)?(?:大?字)?\s*[:：，]?\s*"
        rf"(?:{_QUOTED.format('quoted')}|(?P<loose>[^，。,“\"「]{{2,24}}))(?:这?[几两三四]个字)?\W*"
    ),
    Pattern(
        rf"\W*(?:please |now |can you )*(?:write|put|chalk|add)(?: the (?:words?|text|sentence|message))? {_QUOTED.format('quoted')} (?:on|onto|to) {_BOARD}\W*"
    ),
    Pattern(
        rf"\W*(?:please |now |can you )*(?:write|chalk) (?P<quoted>(?!(?:something|some|a|an|the|it|words?|his|her|their)\b)[a-z0-9][a-z0-9 +=!?'’-]{{0,30}}?) (?:on|onto) {_BOARD}\W*"
    ),
    Pattern(
        rf"\W*(?:please |now )*(?:make |have |let )?{_BOARD} (?:to )?(?:says?|reads?|should (?:say|read)|that says) {_QUOTED.format('quoted')}\W*"
    ),
)
_COMES_WRITTEN = Pattern(
    rf"\W*(?:please |now )*(?:add|put(?: up)?|hang|draw) an? (?:black ?board|chalk ?board|white ?board) (?:with(?: the words?)?|that says|which says|saying|reading) {_QUOTED.format('quoted')}(?: (?:written )?on it)?\W*"
    rf"|\W*(?:再|请)?(?:加|放|挂|画)(?:上|了)?一?[块个张]?(?:黑板|白板)[，,]?(?:上面?)?(?:写着|写上|写)\s*{_QUOTED.format('told')}\W*"
)
"""A board that would come with words: where one hangs, it is that one."""
_WIPED = Pattern(
    rf"\W*(?:please |now )*(?:erase|wipe|clean|clear)(?: off)?(?: the (?:writing|words|text|chalk))?(?: (?:on|off|from))? ?{_BOARD}(?: clean)?\W*"
    r"|\W*(?:请|把|帮我)*(?:擦掉|擦干净|擦|清空|清除|去掉)(?:黑板|白板)(?:上的?(?:字|内容|东西|粉笔字))?\W*|\W*把?(?:黑板|白板)(?:上的?(?:字|内容|东西))?擦(?:掉|干净|了)\W*"
)
_OF_NO_WORDS = frozenset({"东西", "作业", "板书", "粉笔字", "算式", "数学题", "英文字母"})
"""What somebody writes of whom nobody says what."""


def told_of_its_board(prompt: str, base: Scene) -> str | None:
    """What is to stand on the board that hangs in the room, a space for nothing; None where that is not asked, or none hangs."""
    told = _told(prompt)
    drawn = any(one.kind in ("blackboard", "whiteboard") for one in base.objects)
    if told is None or drawn or base.env.place != "classroom":
        return None
    return told if wall_of(base.env, base.seed, *scene_size(base)).board is not None else None


def with_its_board(prompt: str, base: Scene) -> Scene | None:
    """The scene with those words on its board."""
    told = told_of_its_board(prompt, base)
    if told is None:
        return None
    scenery = msgspec.structs.replace(base.env.scenery, chalk=told)
    return msgspec.structs.replace(base, env=msgspec.structs.replace(base.env, scenery=scenery))


def _told(prompt: str) -> str | None:
    for pattern in (*_WRITTEN, _COMES_WRITTEN):
        match: re.Match[str] | None = pattern.fullmatch(prompt)
        if match is not None:
            said = match.groupdict()
            words = said["quoted"] or said.get("loose") or said.get("told") or ""
            return words if words and words not in _OF_NO_WORDS else None
    return " " if _WIPED.fullmatch(prompt) is not None else None
