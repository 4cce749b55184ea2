"""More of it and fewer, in passing, in Chinese: 多给几根, 给它加个朋友, 热闹一点, 去掉绿色的."""

from __future__ import annotations

import re
from collections import Counter

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH, PAPERS
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.chinese_terms import (
    COLOURS,
    Refused,
    chinese_name,
    named_in,
    talked_about,
    told_apart,
)
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.talk import living_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import colour_of
from paintover.engines.illustrator.staging.likeness import is_somebody


def one_more(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """多给几根, 再来两艘: so many more of what is counted so."""
    many = "两" if match["n"] in ("几", "些") else match["n"] or "一"
    if match["m"] == "张":  # another picture
        return None
    if match["m"] in _VESSELS:  # a noun as well: 再来一杯
        counted = [one for one in base.objects if counts(match["m"], one.kind)]
        about = next((one for one in counted if one.id == base.focus), counted[-1] if counted else None)
        return None if about is None else f"再加{many}{match['m']}{chinese_name(about.kind)}"
    return f"再加{many}{match['m']}"


_VESSELS = frozenset("杯碗盘瓶盒")


def one_such(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """再加一只小的: a small one of what is counted so, or is talked about."""
    if not all(any(token.get(role) is not None for role in _ADJECTIVES) for token in tokenise(match["how"])):
        return None
    counted = [one for one in base.objects if counts(match["m"], one.kind)] or list(base.objects)
    about = next((one for one in counted if one.id == base.focus), counted[-1] if counted else None)
    return (
        None
        if about is None
        else f"再加{match['n'] or '一'}{match['m']}{match['how']}的{chinese_name(about.kind)}"
    )


_ADJECTIVES = ("colours", "sizes", "patterns", "moods", "modifiers")


def several_more(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """多几只小鸭子."""
    many = "两" if match["n"] in ("几", "些") else match["n"]
    return told_apart(f"再加{many}{match['m']}{match['what']}", base)


def rather_more(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """竹子多一点: of what is there."""
    named = named_in(match["what"], base) or [
        one for mention in parse(match["what"]).mentions for one in called_so(base.objects, mention)
    ]
    if match["what"] in ("云", "云朵", "星星", "雨", "雪", "人", "行人", "人群", "路人"):
        return None
    if not named:
        lacking = [mention for mention in parse(match["what"]).mentions if mention.kind is not None]
        few = match.groupdict().get("n") or "三"
        return f"加{few}个{match['what']}" if len(lacking) == 1 else None
    many = match.groupdict().get("n") or "两"
    colour = f"{COLOURS[named[-1].colour]}的" if named[-1].colour in COLOURS else ""
    return f"再加{many}个{colour}{chinese_name(named[-1].kind)}"


def just_more(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """多一点, of what is talked about."""
    focus = base.thing(base.focus or "")
    about = focus or talked_about(base) or (base.objects[-1] if base.objects else None)
    return None if about is None else f"再加两个{chinese_name(about.kind)}"


def one_more_doing(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """再来一只面对着它: one more, and what it does."""
    rest = match["rest"]
    tokens = tokenise(rest)
    if (
        not tokens
        or any(token.get("kinds") for token in tokens[:1])
        or not (tokens[0].get("verbs") or tokens[0].get("poses") or tokens[0].get("actions"))
    ):
        return None
    counted = [one for one in base.objects if counts(match["m"], one.kind)]
    about = next(
        (one for one in counted if one.id == base.focus), counted[-1] if counted else talked_about(base)
    )
    if about is None:
        return None
    more = f"再加{match['n'] or '一'}{match['m']}{chinese_name(about.kind)}"
    return f"{more}，让它们面对面" if "面对" in rest else f"{more}{rest}"


def without_those(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """去掉绿色的: what of the picture is green, the rightmost first."""
    tokens = tokenise(match["c"])
    colour = tokens[0].get("colours") if len(tokens) == 1 else None
    if colour is None:
        return None
    found = [one for one in base.objects if one.colour == colour]
    found = found or [one for one in base.objects if one.colour is None and colour_of(one) == colour]
    if not found:
        raise Refused(notes.not_in_picture(f"{match['c']}的东西", "zh"))
    found.sort(key=lambda one: -base.layout[one.id].x if one.id in base.layout else 0.0)
    return "，".join(f"去掉{called_apart(base, one.id, chinese=True)}" for one in found)


def with_a_friend(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """给它加个朋友: another one of its kind; None where nobody is meant."""
    named = named_in(match["who"] or "", base)
    about = named[-1] if named else talked_about(base)
    a_child = match[0].endswith("小朋友") and not match[0].startswith(("给", "帮", "为"))
    if about is None or a_child:
        return None
    return f"再加一{'个' if is_somebody(about.kind) else '只'}{chinese_name(about.kind)}"


def lively(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """More people where people are or may well be."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    if (
        base.env.place in OFF_EARTH | {"underwater", "sea", "sky", "cave"}
        or base.sheet
        or base.env.place in PAPERS
    ):
        return None
    if not people and base.env.place not in _PEOPLED:
        return None
    there = Counter(one.kind for one in people)
    crowd = sorted(_CROWD, key=lambda kind: there[kind])[:3]
    told = "、".join(f"一个{chinese_name(kind)}" for kind in crowd)
    extra = _FESTIVE.get(base.env.place, "")
    if base.env.place in INDOORS:
        extra = "、三个气球"
    return f"加{told}{extra if not any(chinese_name(one.kind) in extra for one in base.objects) else ''}"


_PEOPLED = frozenset(
    {"street", "market", "park", "village", "playground", "beach", "stage", "garden", "stadium", "cafe", "rooftop", "castle", "classroom"}
)  # fmt: skip
_FESTIVE = {
    "market": "、两个灯笼",
    "village": "、两个灯笼",
    "park": "、三个气球",
    "playground": "、三个气球",
    "street": "、一只狗",
    "beach": "、一个球",
}
_CROWD = ("girl", "man", "woman", "boy", "old-man", "old-woman")


def more_people(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """热闹一点: three more people, of those sorts of which there are fewest."""
    there = Counter(one.kind for one in living_in(base))
    crowd = sorted(_CROWD, key=lambda kind: there[kind])[:3]
    return "加" + "、".join(f"一个{chinese_name(kind)}" for kind in crowd)


def _listed(base: Scene) -> str:
    counts = Counter(chinese_name(one.kind) for one in base.objects if one.rung != "signpost")
    return "、".join(list(counts)[:6])


def superfluous(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """太多了: a question back, for nobody said what is to go; None for an empty picture.

    Raises:
        Refused: always, where something is there.
    """
    if not base.objects:
        return None
    named = named_in(match.groupdict().get("what") or "", base)
    if len(named) > 1:
        raise Refused(f"图里有{len(named)}个{chinese_name(named[0].kind)}：说说留几个，例如“去掉两个”")
    raise Refused(f"说说去掉哪一样：图里有{_listed(base)}，例如“去掉{chinese_name(base.objects[-1].kind)}”")
