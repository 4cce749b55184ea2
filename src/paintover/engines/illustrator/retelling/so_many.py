"""Of how many, and which of several, Chinese clauses are told: 两个都要笑, 苹果要三个, 一个哭一个笑, 每碗加个蛋.

Each returns the clause told plainly, or None where it is no such wish.
"""

from __future__ import annotations

import re
from collections import Counter

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import (
    COUNTS,
    MEASURE,
    PLAIN_COLOURS,
    called_in,
    is_deed,
    is_such,
    is_told,
    living_in,
    mentions_in,
    one_noun,
)
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.likeness import is_somebody


def all_of_so_many(match: re.Match[str], base: Scene) -> str | None:
    """两个都要笑, of three of whom two are children: those two; where no two are of a sort, the two at the left."""
    many, who = COUNTS[match["n"]], match["who"] or ""
    living = [one for one in living_in(base) if not (one.rel is not None and one.rel.type == "wear")]
    there = named_in(who, base) if who else living
    among = [one for one in there if counts(match["m"], one.kind)] or there
    does = match["does"]
    if len(among) <= many or not among:
        return None
    groups = Counter(one.label for one in among)
    paired = [label for label, number in groups.items() if number == many]
    if len(paired) == 1:
        return f"所有的{paired[0]}{does}"
    people = [one for one in among if is_somebody(one.kind)]
    if len(people) == many:
        return "和".join(called_in(one, base) for one in people) + f"都{does}"
    label, most = groups.most_common(1)[0]
    return f"左边{match['n']}{match['m']}{label}{does}" if most > many and not who else None


def one_and_the_other(match: re.Match[str], base: Scene) -> str | None:
    """一个哭一个笑, of two: the one and the other."""
    living = [one for one in living_in(base) if one.rel is None or one.rel.type not in ("wear", "hold")]
    if len(living) != 2 or any(one.id not in base.layout for one in living):
        return None
    first, second = sorted(living, key=lambda one: base.layout[one.id].x)
    if not all(is_told(match[which]) for which in ("a", "b")):
        return None
    return f"{called_in(first, base)}{match['a']}，{called_in(second, base)}{match['b']}"


def one_of_several(match: re.Match[str], base: Scene) -> str | None:
    """一个睡觉, of five: one of them."""
    first = next(iter(tokenise(match["does"])), None)
    alike = Counter(one.label for one in living_in(base)).most_common(1)
    several = bool(alike) and alike[0][1] > 1
    return f"其中一{match['m']}{match['does']}" if several and first is not None and is_deed(first) else None


def one_more_of_it(match: re.Match[str], base: Scene) -> str | None:
    """旁边再放一个, of the ball that was spoken of: one more of it."""
    about = base.thing(base.focus or "")
    if about is None or kinds()[about.kind].alive or about.rung == "signpost":
        return None
    colour = f"{names('zh', about.colour, table='colours')}色的" if about.colour in PLAIN_COLOURS else ""
    return f"在{called_in(about, base)}{match['side']}加{match['n']}个{colour}{names('zh', about.kind)}"


def to_each(match: re.Match[str], base: Scene) -> str | None:
    """每碗加个蛋: one for each."""
    host = match["host"]
    there = [
        one
        for one in named_in(host, base) or base.objects
        if host in ("碗", "盘", "杯") or counts(host, one.kind)
    ]
    if not 1 < len(there) <= 8 or len(mentions_in(match["what"])) != 1:
        return None
    what = re.sub(f"^(?:一|上)?{MEASURE}", "", match["what"])
    return "，".join(f"在{called_in(one, base)}上面加一个{what}" for one in there)


def each_in_turn(match: re.Match[str], base: Scene) -> str | None:
    """帽子分别是红黄蓝, of three: each in one of the colours."""
    said = one_noun(match["what"])
    people = [one for one in living_in(base) if one.id in base.layout]
    colours = match["colours"]
    if said is None or len(people) != len(colours):
        return None
    people.sort(key=lambda one: base.layout[one.id].x)
    clad = kinds()[said.kind or ""].wear is not None
    if not clad:
        return None
    verb = "穿" if said.kind in GARMENTS else "戴"
    return "，".join(
        f"{called_in(one, base)}{verb}{colour}色的{match['what']}"
        for one, colour in zip(people, colours, strict=True)
    )


def several_come(match: re.Match[str], base: Scene) -> str | None:
    """同学们敬礼, where none are: some who do."""
    said = one_noun(match["who"])
    if said is None or not kinds()[said.kind or ""].alive or named_in(match["who"], base):
        return None
    return f"加三个{match['who']}{match['does']}" if is_told(match["does"]) else None


def so_many_do(match: re.Match[str], base: Scene) -> str | None:
    """两个拿着饮料, of three."""
    first = next(iter(tokenise(match["does"])), None)
    return all_of_so_many(match, base) if first is not None and is_deed(first) else None


def those_there(match: re.Match[str], base: Scene) -> str | None:
    """两个雪人手拉手, of two snowmen that are there: those, and no more of them."""
    noun, *rest = tokenise(match["rest"]) or (None,)
    if noun is None or noun.get("kinds") is None or not rest:
        return None
    there = [one for one in living_in(base) if one.label == noun.text] or named_in(noun.text, base)
    if len(there) != COUNTS[match["n"]] or not kinds()[there[0].kind].alive:
        return None
    first = next(
        (token for token in rest if token.get("filler") is None and token.text not in "在正也都"), rest[0]
    )
    does = any(map(first.get, ("poses", "moods", "actions"))) or first.get("verbs") in ("hold", "wear")
    return f"所有的{match['rest']}" if does and not first.get("kinds") else None


def some_of_them(match: re.Match[str], base: Scene) -> str | None:
    """其中两只换成黑的, of cats with bows: two cats."""
    there = [one for one in base.objects if counts(match["m"], one.kind)] or living_in(base)
    groups = Counter(one.label for one in there)
    label, many = groups.most_common(1)[0] if groups else ("", 0)
    if many <= COUNTS[match["n"]]:
        return None
    return f"左边{match['n']}{match['m']}{label}{match['rest']}"


def so_many(match: re.Match[str], base: Scene) -> str | None:
    """苹果要三个: so many there are to be; candles on a cake that is drawn with some stand on one without."""
    said = one_noun(match["what"])
    if said is None:
        return None
    number, measure = match["n"], match["m"]
    if measure in _VESSELS:
        return _so_many_full(match["what"], number, measure, base)
    if any(is_such(one, said) for one in base.objects):
        return f"{match['what']}改成{number}{measure}"
    drawn = [one for one in base.objects if said.kind in kinds()[one.kind].has and kinds()[one.kind].bare]
    if len(drawn) != 1:
        return None
    host = names("zh", kinds()[drawn[0].kind].bare or drawn[0].kind)
    return f"去掉{match['what']}，{host}上插{number}{measure}{match['what']}"


_VESSELS = frozenset("碗盘杯瓶盆")
"""What is counted by what it is in, whose measure word is a noun, too."""


_NUMBERS = {word: at for at, word in enumerate("零一二三四五六七八九十")} | {"两": 2}


def _so_many_full(what: str, number: str, measure: str, base: Scene) -> str | None:
    """米饭要三碗: as many more, or fewer."""
    there = len(named_in(what, base))
    more = _NUMBERS.get(number, int(number) if number.isdigit() else 0) - there
    if not there or not more or abs(more) > 10:
        return None
    few = "零一两三四五六七八九十"[abs(more)]
    return f"再加{few}{measure}{what}" if more > 0 else f"去掉{few}{measure}{what}"


def so_many_on(match: re.Match[str], base: Scene) -> str | None:
    """蛋糕上插三根蜡烛, of a cake that is drawn with candles: three, and no others."""
    said = one_noun(match["what"])
    hosts = [one for one in named_in(match["host"], base) if kinds()[one.kind].bare]
    if said is None or len(hosts) != 1 or said.kind not in kinds()[hosts[0].kind].has:
        return None
    if any(is_such(one, said) for one in base.objects):
        return None
    host = names("zh", kinds()[hosts[0].kind].bare or hosts[0].kind)
    return f"去掉{match['what']}，{host}上插{match['n']}{match['m']}{match['what']}"
