"""A table "by the window", 窗前的书桌: it stands where it stands in any room, and the room has a window.

Who sits at it sits at the table; told as a thing of its own, the window took them for itself.
"""

from __future__ import annotations

from typing import NamedTuple

from paintover.engines.illustrator.wording import Pattern

_AT_TABLES = r"\b(?:(?:at|behind|around) (?:an?|the|his|her|their) (?:[a-z]+ )?(?:table|desk)|(?:playing|play|plays) (?:cards|chess|checkers|a (?:board|card) game)|(?:having|eating|sharing) (?:a |an |their |his |her )?(?:[a-z]+ )?(?:breakfast|lunch|dinner|supper|meal|tea|coffee)|(?:doing|do|does) (?:his |her |their )?homework)\b"
_BY_IT = Pattern(
    rf"(?P<at>{_AT_TABLES}[^,.;]{{0,24}}?) (?:by|near|next to|beside|close to|at|under|in front of|right by) (?:the|a|an|her|his|their) (?:[a-z]+ )?windows?(?=$|[,.;]| (?:and|with|while|in|on|as|of)\b)"
)
_FURNITURE = r"(?:[一-鿿]{0,3}?)(?:桌子?|椅子?|沙发|床|钢琴|书桌|餐桌|茶几|榻|凳子?|画架|缝纫机|吧台)"
_BY_IT_ZH = Pattern(
    rf"(?<=在)(?:临|靠)窗(?:边)?的?(?={_FURNITURE})|(?<=在)窗(?:户|子|台)?(?:旁边|边上|边|前面|前|旁|口|下面|下)(?:的|有?一[张把架个]|那[张把架个])?(?={_FURNITURE})"
    r"|(?:在|靠)窗(?:户|子)?(?:旁边|边上|边|前|旁|口|下)(?=(?:一起|正在|正)*(?:下[象围跳国]?[^，。]{0,2}棋|打牌|打扑克|打麻将|写作业|做作业|写字|吃饭|吃早饭|吃晚饭|吃午饭|喝咖啡|喝茶|喝下午茶))"
)


class ByTheWindow(NamedTuple):
    """A wish for a new picture without what it says of the window, and whether it said so."""

    rest: str
    windowed: bool


def without_its_window(prompt: str) -> ByTheWindow:
    """The furniture that people are at, and not the window by which that stands."""
    rest = _BY_IT_ZH.sub("", _BY_IT.sub(r"\g<at>", prompt))
    return ByTheWindow(rest, rest != prompt)
