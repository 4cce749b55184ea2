"""All of several that are put into one thing, or onto it, whether that is there or comes: 把苹果都放到篮子里 of five apples, 剩下的放进
篮子里 and "put the rest in a basket".
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.put_as_one import put_as_one
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_PUT = r"(?:放|装|收|倒|扔|摆|搬|移|夹|盛|挂)(?:进|到|在|入)(?:了)?"
_INTO = Pattern(
    rf"(?P<lead>^|[，,。；;！!\n])(?:让|叫)?(?P<who>[^，,。；;！!\n把将让叫]{{0,6}}?)(?:(?:把|将)(?P<what>[\u4e00-\u9fff]{{1,8}}?)(?:都|全部?|统统|一起)?|(?P<all>[\u4e00-\u9fff]{{1,6}}?)(?:都|全部?|统统)|(?P<rest>剩下的?|其余的?|余下的?|剩余的?)[\u4e00-\u9fff]{{0,3}}?都?){_PUT}(?P<into>[^，,。；;！!\n]{{1,6}}?)(?P<side>里面?|中|上面?)(?:去|吧)?(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
_EVERY = re.compile(
    r"^(?:其中的?|剩下的?|其余的?|余下的?|剩余的?|所有的?|全部的?|这些|那些|(?P<n>[两二三四五六七八九])[个只颗条根本支朵块])+"
)
_THEY = frozenset({"", "它们", "他们", "东西"})
_ONE = re.compile(r"^一?[个只张条把辆块]")
_NUMBER = {name: value for value, name in enumerate("二三四五六七八九", 2)} | {"两": 2}
_REST = Pattern(
    r"(?P<put>(?:please )?(?:put|place|move|drop|throw|lay|pack)) (?P<rest>(?:all )?the (?:rest|others|remaining ones|ones left|leftovers)|what(?:'s| is) left|the (?:rest of|remaining) (?:the )?(?P<of>[a-z]+))(?: of them)? (?P<into>(?:in|into|on|onto|to|inside) (?:(?:an?|the) )?[a-z ]{2,24})"
)


_SOME = Pattern(
    r"(?P<put>(?:please )?(?:put|place|move|drop)) (?P<n>two|three|four|five|six) of them (?P<into>(?:in|into|on|onto|to|inside) (?:(?:an?|the) )?[a-z ]{2,24})"
)


def told_of_all_into(prompt: str, base: Scene) -> str:
    """The wish with all who are meant told so; as it is where one of them is, or where they are not alike."""
    if prompt.isascii():
        prompt = put_as_one(prompt, base)
        if (some := _SOME.fullmatch(prompt.strip(" .!"))) is not None and (several := _several(base)):
            return f"{some['put']} {some['n']} of the {_plural(several[0])} {some['into']}"
        match = _REST.fullmatch(prompt.strip(" .!"))
        names = _the_rest(match, base) if match is not None else None
        return prompt if match is None or names is None else f"{match['put']} the {names} {match['into']}"
    return _INTO.sub(lambda match: _into(match, base), prompt)


def _the_rest(match: re.Match[str], base: Scene) -> str | None:
    """How those are called in English that are left."""
    if match["of"] is not None:
        there = named_in(match["of"], base)
        return match["of"] if len(there) > 1 and _alike(there) else None
    left = _several(base)
    return _plural(left[0]) if left else None


def _plural(one: Thing) -> str:
    return names("en", one.kind).removesuffix("s") + "s"


def _into(match: re.Match[str], base: Scene) -> str:
    """把苹果放进篮子里, of three: all of them."""
    said = match["what"] or match["all"] or match["rest"]
    every = _EVERY.match(said)
    what = said[every.end() :] if every is not None else said
    there = named_in(what, base) if what not in _THEY else _several(base)
    counted = every["n"] if every is not None else None
    if len(there) < 2 or not _alike(there) or re.search(r"[的那这个只颗左右中]", what):
        return match[0]
    if counted is not None and _NUMBER[counted] > len(there):
        return match[0]
    if match["who"] and not any(kinds()[one.kind].alive for one in named_in(match["who"], base)):
        return match[0]
    into = _ONE.sub("", match["into"])
    grounds = parse(into).mentions
    if len(grounds) != 1 or grounds[0].kind is None or grounds[0].kind == there[0].kind:
        return match[0]
    there_by_then = named_in(into, base) or into in match.string[: match.start()]
    brought = "" if there_by_then else f"加一个{into}，"
    name = what if what not in _THEY else there[0].label
    if counted is not None and _NUMBER[counted] < len(there) and every is not None:
        return (
            f"{match['lead']}{brought}把其中{every[0].removeprefix('其中')}{name}放到{into}{match['side'][0]}"
        )
    return f"{match['lead']}{brought}所有的{name}都在{into}{match['side'][0]}"


def _alike(there: list[Thing]) -> bool:
    """Whether they are of one kind and colour, and where the same is; no people, each of whom may be meant alone."""
    places = {(one.rel.type, one.rel.to) if one.rel is not None else None for one in there}
    return len({(one.kind, one.colour) for one in there}) == len(places) == 1 and not is_somebody(
        there[0].kind
    )


def _several(base: Scene) -> list[Thing]:
    """The only ones of which there are several alike, and that are no people."""
    found: dict[str, list[Thing]] = {}
    for one in base.objects:
        if not kinds()[one.kind].alive:
            found.setdefault(one.kind, []).append(one)
    several = [group for group in found.values() if len(group) > 1 and _alike(group)]
    return several[0] if len(several) == 1 else []
