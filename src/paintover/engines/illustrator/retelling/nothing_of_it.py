"""What Chinese clauses ask that no picture shows, so that nothing else is done for it: 风大一点, 蛋糕吃了一半, 灯笼改成兔子形状的.

Each raises `NotDrawable` with what can be said, or returns None where it is no such wish.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import (
    living_in,
    one_noun,
)
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.likeness import is_somebody


def of_nothing(match: re.Match[str], base: Scene) -> str | None:
    """风大一点: no kite grows for it.

    Raises:
        NotDrawable: nobody knows such a thing, and nothing of the picture is called so.
    """
    what = match["what"]
    if what in _OF_THE_SCENERY:
        return None
    if what not in _UNSEEN:
        tokens = tokenise(what)
        if any(token.get("places") for token in tokens):
            raise NotDrawable(notes.of_the_backdrop(what, "zh"))
        known = any(not token.unknown for token in tokens)
        if known or any(what in one.label or one.label in what for one in base.objects):
            return None
    raise NotDrawable(notes.not_in_picture(what, "zh"))


_OF_THE_SCENERY = frozenset({"浪", "海浪", "波浪", "浪花", "水花", "雨", "雪", "云", "星星", "月亮", "太阳"})
"""Of what the backdrop shows more or less."""
_UNSEEN = frozenset({"风", "声音", "力气", "速度", "味道", "温度", "音乐"})
"""What nobody sees."""


def is_not_there(match: re.Match[str], base: Scene) -> str | None:
    """船上没人: nobody is added for it.

    Raises:
        NotDrawable: it is not there already.
    """
    said = one_noun(match["what"])
    if said is None:
        return None
    there = named_in(match["what"], base) or (
        [one for one in living_in(base) if is_somebody(one.kind)] if match["what"] == "人" else []
    )
    if not there:
        raise NotDrawable(notes.already_so("zh"))
    return "，".join(f"去掉{label}" for label in dict.fromkeys(one.label for one in there))


def a_bit_less(match: re.Match[str], base: Scene) -> str | None:
    """面少一点, of one bowl: it stays.

    Raises:
        NotDrawable: there is one, of which no part can go.
    """
    what = match["what"]
    there = named_in(what, base) or [one for one in base.objects if one.label.endswith(what)]
    if len(there) != 1 or kinds()[there[0].kind].alive or there[0].kind in ("cloud", "clouds"):
        return None
    raise NotDrawable(f"只有一个{there[0].label}，不能再少；可以变小，或去掉")


def without_a_part(match: re.Match[str], base: Scene) -> str | None:
    """雪人少个鼻子: he stays, with all that he is drawn with.

    Raises:
        NotDrawable: it is no thing of its own.
    """
    if not named_in(match["who"], base) or named_in(match["part"], base):
        return None
    raise NotDrawable(notes.part_of_a_drawing(match["part"], "zh"))


def is_that(match: re.Match[str], base: Scene) -> str | None:
    """换成旋转木马, where one is: nobody beside it becomes one.

    Raises:
        NotDrawable: it is that already.
    """
    said, about = one_noun(match["what"]), base.thing(base.focus or "")
    if said is None or about is None or said.counted or kinds()[said.kind or ""].alive:
        return None
    there = any(one.kind == said.kind for one in base.objects)
    if there and kinds()[about.kind].alive:
        raise NotDrawable(notes.already_so("zh"))
    return None


def half_eaten(match: re.Match[str], base: Scene) -> str | None:
    """蛋糕吃了一半: no other cake comes for it.

    Raises:
        NotDrawable: it is drawn whole.
    """
    if not named_in(match["what"], base):
        return None
    raise NotDrawable(f"画不出{match['how']}的{match['what']}；可以变小，或去掉")


def into_a_place(match: re.Match[str], base: Scene) -> str | None:
    """石头换成草地: a stone becomes no meadow.

    Raises:
        NotDrawable: what it is to become is a place.
    """
    tokens = tokenise(match["place"])
    if (
        not named_in(match["what"], base)
        or not tokens
        or tokens[0].get("kinds")
        or not tokens[0].get("places")
    ):
        return None
    raise NotDrawable(
        f"“{match['what']}”不能换成“{match['place']}”；可以说“背景换成{match['place']}”，或去掉它"
    )


def of_nobody(clause: str, base: Scene) -> None:
    """牧童吹笛子, where nobody knows what a 牧童 is: nobody else plays the flute.

    Raises:
        NotDrawable: who is told of is unknown.
    """
    tokens = tokenise(clause)
    run = 0
    while run < len(tokens) and tokens[run].unknown and tokens[run].lang == "zh":
        run += 1
    who = "".join(token.text for token in tokens[:run])
    if not 1 < len(who) < 5 or run == len(tokens) or any(who in one.label for one in base.objects):
        return
    verb = tokens[run]
    does = verb.get("poses") or verb.get("moods") or verb.get("verbs") in ("hold", "wear", "ride")
    if does and not any(token.get("kinds") and kinds()[token.readings["kinds"]].alive for token in tokens):
        raise NotDrawable(notes.not_in_picture(who, "zh"))


def nobody_to_dress(match: re.Match[str], base: Scene) -> str | None:
    """给他戴帽子, where nobody is: no hat by itself.

    Raises:
        NotDrawable: there is nobody.
    """
    if not living_in(base):
        raise NotDrawable(notes.not_in_picture(match["who"], "zh"))
    return None


def of_such_a_shape(match: re.Match[str], base: Scene) -> str | None:
    """灯笼改成兔子形状的: no rabbit in its place.

    Raises:
        NotDrawable: it is not drawn so.
    """
    if not named_in(match["what"], base):
        return None
    if (such := one_noun(f"{match['how']}{match['what']}")) is not None and such.label != match["what"]:
        return f"{match['what']}换成{such.label}"  # 蝴蝶风筝
    raise NotDrawable(f"画不出{match['how']}形状的{match['what']}；可以改颜色、大小，或换成别的东西")


_ROUND = frozenset({"moon", "full-moon", "sun", "ball", "soccer-ball", "basketball", "balloon", "earth"})


def rounder(match: re.Match[str], base: Scene) -> str | None:
    """月亮圆一点: a crescent becomes full, and what is round stays.

    Raises:
        NotDrawable: it is as round as it can be.
    """
    named = named_in(match["what"], base)
    if any(one.kind == "crescent-moon" for one in named):
        return f"把{match['what']}换成满月"
    if named and all(one.kind in _ROUND for one in named):
        raise NotDrawable(notes.already_so("zh"))
    return None


def shaped(match: re.Match[str], base: Scene) -> str | None:
    """桌子换成圆的, of which there is no drawing; a crescent moon may be full.

    Raises:
        NotDrawable: it is not drawn in that shape.
    """
    what, how = match["what"], match["how"]
    named = named_in(what, base)
    if not named:
        return None
    other = one_noun(f"{how}{what.removesuffix('子')}") or one_noun(f"{how}形{what}")
    if other is not None and other.kind != named[0].kind:
        return f"把{what}换成{other.label}"
    raise NotDrawable(f"画不出{how}的{what}；可以改颜色、大小，或换成别的东西")
