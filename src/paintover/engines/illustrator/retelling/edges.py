"""Edges are places and no things: at the right edge of the picture is on its right, on the edge of the bed is on the bed, at
the water's edge is by the water, and what lies 桌边 is on the table where it is no piece of furniture."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_PICTURE = r"(?: of (?:the|this|my|our) (?:picture|image|frame|scene|photo|view|page|screen|drawing|canvas|shot|painting))"
_AT = r"\b(?:(?:right |just )?(?:at|on|near|along|by|against|close to|next to|towards?|to|in))"
_SIDE = Pattern(
    rf"{_AT} (?:the |its )?(?:very |far |extreme |outer )*(?P<side>left|right)(?:[ -]?hand)?(?:[ -]?most)?(?: side)? (?:edge|border|margin|rim){_PICTURE}?(?! of\b)\b"
    rf"|{_AT} the (?:very )?edge{_PICTURE}?,? (?:on|at|to) the (?P<hand>left|right)(?: side)?\b"
    rf"|(?:在|到)?(?:整个)?(?:画面|图片?|照片|画)?(?:里|中|上)?的?最?(?P<zh>[左右])(?:侧|边|面)?的?(?:边缘|边上|边沿|边边|边框|边界)(?:处|上|那里|的位置)?"
)
_FRONT = Pattern(rf"{_AT} the (?:very )?(?:front|bottom|lower|near) edge{_PICTURE}?(?! of\b)\b")
_ON_IT = Pattern(
    rf"{_AT} (?:the |its )?(?:very |far |near |front |left |right |outer )*(?:edge|brink|rim) of (?P<what>(?:the|his|her|their|its|a|an) (?:[a-z]+ )?"
    r"(?:bed|desk|table|couch|sofa|bench|counter|stage|pier|dock|shelf|bridge|roof|chair|stool|armchair|platform|blanket|rug|carpet|mat|raft|balcony|windowsill|sill|fountain|well))\b"
    r"|(?P<zh>书桌|餐桌|桌子|茶几|桌|床|沙发|长椅|椅子|凳子|窗台|舞台|屋顶|柜台|地毯|毯子)的?(?:边缘|边沿|沿)(?:上|处|那里)?"
)
_BY_IT = Pattern(
    r"\b(?:at|on|by|near|along|in) (?:the |its )?(?:very |far |near )*(?:edge|brink|fringe|border) of (?P<what>(?:the|a|an) (?:[a-z]+ )?"
    r"(?:lake|pond|river|sea|ocean|pool|water|stream|forest|woods?|road|street|field|path|meadow|pavement|sidewalk|garden|lawn|cliff))\b"
    r"|\b(?:at|by|near|on|along) the (?P<whose>water|lake|river|pond|sea|pool|forest|road|wood)(?:'s|’s|s)? edge\b"
)
_NEAR_AT_A_SIDE = Pattern(
    rf"\b(?:in|at) the (?:very )?(?:foreground|front),? (?:on|at|to|in) the (?P<side>left|right)(?: side)?{_PICTURE}?\b(?! of\b)"
    rf"|\b(?:on|at|to|in) the (?P<hand>left|right)(?: side)?,? (?:in|at) the (?:very )?(?:foreground|front){_PICTURE}?\b(?! of\b)"
    rf"|\bin the (?P<at>left|right)(?:[ -]hand)? foreground{_PICTURE}?\b"
    r"|(?:在)?前景的?(?P<zh>[左右])(?:边|侧|面)|(?:在)?(?P<zh2>[左右])(?:边|侧)的?前景(?:里|中|处)?"
)
"""What is near, at a side: in that lower corner of the picture."""
_AT_ONES_SIDE = Pattern(r"\b(?:right )?(?:at|by|on) (?P<whose>his|her|its|their) side\b(?! of\b)")
_AT_ONES_FEET = Pattern(
    r"\b(?:right )?(?:at|by|near|beside|next to) (?:(?P<whose>his|her|its|their)|(?P<who>the [a-z]+(?: [a-z]+)?)(?:'s|’s|s[’'])) feet\b"
)
_OF_WHOM = {"his": "him", "her": "her", "its": "it", "their": "them"}
_AT_THE_KEYS = Pattern(
    r"\b(?P<sits>sits?|sitting|seated|is seated)(?: down)? (?:at|behind|in front of) (?P<what>(?:the|a|his|her) (?:[a-z]+ )?(?:piano|organ|keyboard|drums|drum ?kit|drum set|harp))\b"
)
"""Who sits at an instrument plays it."""
_MOVED = re.compile(r"\b(?:move|shift|push|slide|drag|nudge|bring)\b", re.IGNORECASE)
_AT_TABLE = Pattern(
    r"(?P<table>书桌|餐桌|饭桌|课桌|桌子|茶几|桌)(?:的)?(?:旁?边)(?:上)?(?P<rest>(?:再|又)?(?:放|摆|搁|加|来|添)(?:上|着|了)?[\u4e00-\u9fff]{1,10})",
    re.NOFLAG,
)
_FOOT_OF_A_BED = Pattern(
    r"\bat the (?:foot|end) of (?P<what>(?:the|his|her|their) bed)\b|床尾(?=[放摆站趴加坐睡躺])"
)


def told_of_edges(prompt: str) -> str:
    """The wish with places instead of edges; as it is where it names none."""
    prompt = _AT_ONES_SIDE.sub(lambda match: f"next to {_OF_WHOM[match['whose'].lower()]}", prompt)
    prompt = _AT_ONES_FEET.sub(
        lambda match: f"in front of {match['who'] or _OF_WHOM[match['whose'].lower()]}", prompt
    )
    prompt = _AT_THE_KEYS.sub(_plays, prompt)
    prompt = _NEAR_AT_A_SIDE.sub(_in_that_corner, prompt)
    if _MOVED.search(prompt) is None:
        prompt = _SIDE.sub(_at_that_side, prompt)
    prompt = _FRONT.sub("in the foreground", prompt)
    prompt = _ON_IT.sub(lambda match: f"{match['zh']}上" if match["zh"] else f"on {match['what']}", prompt)
    prompt = _BY_IT.sub(lambda match: f"by {match['what'] or 'the ' + match['whose']}", prompt)
    prompt = _FOOT_OF_A_BED.sub(
        lambda match: f"in front of {match['what']}" if match["what"] else "床前面", prompt
    )
    return _AT_TABLE.sub(_on_the_table, prompt)


def _at_that_side(match: re.Match[str]) -> str:
    return f"在{match['zh']}边" if match["zh"] else f"on the {match['side'] or match['hand']}"


def _plays(match: re.Match[str]) -> str:
    sits = match["sits"].lower()
    return f"{'plays' if sits == 'sits' else 'play' if sits == 'sit' else 'playing'} {match['what']}"


def _in_that_corner(match: re.Match[str]) -> str:
    if side := match["zh"] or match["zh2"]:
        return f"{side}下角"
    return f"in the bottom {match['side'] or match['hand'] or match['at']} corner"


def _on_the_table(match: re.Match[str]) -> str:
    """桌边放一把刀, and no 桌边放一把椅子."""
    said = [kinds()[one.kind] for one in parse(match["rest"]).mentions if one.kind is not None]
    small = said and all(kind.habitat == "table" and not kind.alive for kind in said)
    return f"{match['table']}上{match['rest']}" if small else match[0]
