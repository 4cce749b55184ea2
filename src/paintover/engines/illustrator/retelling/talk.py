"""Who and what of a picture words are about, as the passes that retell what people say need to know it."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by, somebody_told
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.likeness import is_somebody

MEASURE = "[个只头匹条根支枝架艘辆台棵朵位名颗块片本顶把杯盏座栋间张件双对群串碗盘盆瓶]"
NUMBER = r"(?:[一两二三四五六七八九十]|\d{1,2})"


def mentions_in(words: str) -> list[Mention]:
    """What the words name that can be drawn."""
    return [mention for mention in parse(words).mentions if mention.kind is not None]


def kinds_in(words: str) -> list[str]:
    """The kinds of what the words name, one for each noun."""
    return [mention.kind for mention in parse(words).mentions if mention.kind is not None]


def is_colour(word: str) -> bool:
    """Whether a word is the name of a colour, and of a colour alone."""
    read = tokenise(word)
    return len(read) == 1 and read[0].get("colours") is not None


def one_noun(words: str) -> Mention | None:
    """The noun, of words that are one and nothing else."""
    said = parse(words)
    alone = len(said.mentions) == 1 and said.mentions[0].kind is not None and not said.left_out
    return said.mentions[0] if alone and words.endswith(said.mentions[0].label) else None


def is_such(one: Thing, said: Mention) -> bool:
    """Whether it is of the noun's kind: a birthday candle is a candle."""
    return one.kind == said.kind or one.kind.endswith(f"-{said.kind}")


def living_in(base: Scene) -> list[Thing]:
    """Who lives in the picture."""
    return [one for one in base.objects if kinds()[one.kind].alive and one.rung != "signpost"]


def called_in(one: Thing, base: Scene) -> str:
    """The name by which no other of the picture is meant."""
    return called_apart(base, one.id, chinese=True)


def spoken_of(base: Scene) -> Thing | None:
    """Whom the talk is about: who lives and was spoken of last, or has what was."""
    about = meant_by("他", base)
    return about if about is not None and kinds()[about.kind].alive else next(iter(living_in(base)), None)


def somebody_meant(words: str, base: Scene) -> Thing | None:
    """The one of the people who is meant; None where that is nobody, or several."""
    if (one := somebody_told(words, base)) is not None:
        return one
    there = [one for one in named_in(words, base) if is_somebody(one.kind)]
    return there[0] if len(there) == 1 else None


def clause_by_clause(
    prompt: str, clauses: re.Pattern[str], base: Scene, tell: Callable[[str, Scene], str]
) -> str:
    """The wish with each clause told by itself, where one without a subject is about whom the one before it named:
    医生戴个口罩，头发扎起来 ties up the doctor's hair."""
    parts = clauses.split(prompt)
    for at in range(0, len(parts), 2):
        said, parts[at] = parts[at], tell(parts[at], base)
        if at + 1 < len(parts):
            if _brings_somebody(said, base):
                break
            base = _about(said, base)
    return "".join(parts)


def _brings_somebody(clause: str, base: Scene) -> bool:
    """Whether it is about somebody who is not there yet, as what follows is then: 来个女孩，笑着."""
    if not re.search(r"[\u4e00-\u9fff]", clause):
        return False
    said = parse(clause)
    people = [one for one in said.mentions if one.kind is not None and is_somebody(one.kind)]
    if len(people) != 1 or people[0].pronoun:
        return False
    return _COMES.match(clause.strip()) is not None or not named_in(clause, base)


_COMES = re.compile(r"(?:再|又|还)?(?:来|加|添|画|多)")


def _about(clause: str, base: Scene) -> Scene:
    """The picture, of which whom the clause names was spoken of last."""
    living = [one for one in named_in(clause, base) if kinds()[one.kind].alive]
    named = {one.id for one in living if is_somebody(one.kind)} or {one.id for one in living}
    return msgspec.structs.replace(base, focus=named.pop()) if len(named) == 1 else base


def held_by(one: Thing, base: Scene) -> list[Thing]:
    """What somebody has in hand or at their feet."""
    return [
        each
        for each in base.objects
        if each.rel is not None and (each.rel.type, each.rel.to) == ("hold", one.id)
    ]


def seat_of(one: Thing, base: Scene) -> Thing | None:
    """What somebody sits on."""
    seat = base.thing(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
    return seat if seat is not None and seat.kind in SEATS else None


def is_deed(first: Token) -> bool:
    """Whether what begins so tells what somebody does: 打篮球, 坐着看书; not a hat, a colour or the night."""
    if any(map(first.get, ("places", "styles"))):
        return False
    if (kind := first.get("kinds")) is not None:  # 骑自行车 names a cyclist
        return kinds()[kind].alive and first.text[0] in "骑踢打弹拉吹滑钓划举挥招鼓"
    return any(map(first.get, ("poses", "actions"))) or first.get("verbs") in ("hold", "wear", "ride")


def is_told(words: str) -> bool:
    """Whether it says what somebody does, or is like."""
    first = next(iter(tokenise(words)), None)
    looks = first is not None and any(map(first.get, ("moods", "colours", "sizes")))
    acts = (first is not None and is_deed(first)) or any(one.mood for one in parse(f"猫{words}").mentions)
    return looks or acts


PLAIN_COLOURS = frozenset(
    {"red", "blue", "green", "yellow", "white", "black", "pink", "purple", "orange", "brown"}
)


COUNTS = {"两": 2, "俩": 2, "三": 3, "四": 4}
