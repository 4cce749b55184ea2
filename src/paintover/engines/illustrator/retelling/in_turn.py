"""Of several alike those whose turn it is, told by name: "make another one green", "the remaining two sit", 还有一个戴帽子.

Each is to be another than those of whom something was told before. Where nobody was told of yet, anyone may be meant, and who
that is the passes behind choose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.retelling.by_place import told_of_each_of
from paintover.engines.illustrator.retelling.talk import is_such
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_MADE = r"make|paint|turn|colou?r|dye|give|let|have|get|remove|delete"
_DOES = r"(?! (?:on|in|at|to|of|next|behind|beside|near|under|above|over|by|like|for|from|and|or|more|day|time|with|side|end|way)\b)"
_NUMBER = r"(?P<many>one|two|three|four|five|six|ones)"
_LEFT = (
    rf"the (?:rest|others|(?:other|remaining|last|leftover) {_NUMBER}|(?P<last>one) (?:that is |that's |which is )?left)(?: of (?:them|those|the [a-z]+))?"
    rf"|(?:all )?the (?:other|remaining) (?:{_NUMBER.replace('many', 'so_many')} )?(?P<noun>[a-z]+s|people|children|sheep|fish|men|women|mice|geese|deer)\b"
    r"|every(?:one|body) else|all (?:of )?the (?:others|rest)"
)
_ENGLISH = Pattern(
    rf"^(?P<lead>\W*(?:(?:please|now|and|then|ok|also) )*(?:(?:{_MADE})(?: only)? |(?:put|add) [\w ]{{2,24}}? (?:on|to) |)"
    rf")(?:(?P<next>another(?: one)?|(?:a |the )?(?:second|third) one|one)|(?P<left>{_LEFT}))(?P<behind>(?:'s?)? (?!left\b).+|(?=[.!]?$))$"
)
_CL = "[个只头匹条辆朵位名棵艘架颗块把盆座栋间本张件杯碗支根枝顶]"
_NEXT_ZH = rf"(?P<next>(?:另外?|还有|又|再有)?一(?P<cl>{_CL})(?![\u4e00-\u9fff]{{0,4}}?(?:在[左右上下前后旁远近天地]|边上)))"
_LEFT_ZH = rf"(?P<left>(?:剩下?|其[他它余]|另外?|别|余下)的?(?:那|这)?(?:(?P<many>[一两二三四五六几])?(?P<of>{_CL}))?|最后那?一(?P<last>{_CL}))"
_CHINESE = Pattern(
    rf"^(?P<lead>(?:然后|再|请|那|就|接着|现在)*(?:把|让|给|将|叫|去掉|删掉)?)(?:{_LEFT_ZH}|{_NEXT_ZH})(?P<behind>.*)$",
    re.NOFLAG,
)
_CLAUSES = re.compile(r"([，,。；;！!\n]+ *|\.(?:\s|$)|\band then\b)")
_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6,
}  # fmt: skip
_BUT = re.compile(r"除|\b(?:except|but|apart from)\b", re.IGNORECASE)
_ADDS = re.compile(r"^(?:再|还|又)?(?:来|加|添|画|要)")


def told_in_turn(prompt: str, base: Scene) -> str:
    """The wish with those whose turn it is told by name; as it is where none of several was told of before."""
    if len(prompt) > 200 or len(base.objects) < 2 or base.focus is None or _BUT.search(prompt) is not None:
        return prompt
    parts = _CLAUSES.split(prompt)
    if sum(_match(part) is not None for part in parts[::2]) != 1:
        return prompt  # what is dealt out among them: one red, one blue, the rest green
    return "".join(part if at % 2 else _told(part, base) for at, part in enumerate(parts))


def _match(clause: str) -> re.Match[str] | None:
    return (_ENGLISH if clause.isascii() else _CHINESE).search(clause.strip())


def _told(clause: str, base: Scene) -> str:
    match = _match(clause)
    if match is None or _ADDS.match(match["behind"]):
        return clause
    said, chinese = match.groupdict(), not clause.isascii()
    measure = said.get("cl") or said.get("of") or said.get("last") if chinese else None
    among = _among(base, measure)
    if len(among) < 2:
        return clause
    done = _done(base, among)
    if said["next"]:
        return clause if chinese and not match["behind"] else _one_more(match, among, done, base)
    number = said.get("many") or said.get("so_many") or ("一" if said.get("of") else "")
    many = 1 if said.get("last") else _COUNTS.get(number.lower())
    behind = _without_the_noun(match["behind"]) if chinese else re.sub("^' ", "'s ", match["behind"])
    named = said.get("noun") or (match["behind"].removesuffix(behind) if chinese else "")
    left = _left(among, done, many, behind, base)
    alone = len(left) == 1 < len(among) - len(done)
    if not left or not _are_such(left, named) or (alone and many is None):
        return clause
    return told_of_each_of(left, match["lead"], behind, base, chinese=chinese)


def _without_the_noun(behind: str) -> str:
    named = parse(behind).mentions
    return behind.removeprefix(named[0].label) if named and behind.startswith(named[0].label) else behind


def _are_such(left: Sequence[Thing], noun: str) -> bool:
    """Whether they are what they are called, where they are called anything."""
    if noun in ("", "ones", "people", "人"):
        return noun not in ("people", "人") or all(is_somebody(one.kind) for one in left)
    named = parse(noun if not noun.isascii() else f"the {noun}").mentions
    return len(named) == 1 and all(is_such(one, named[0]) for one in left)


def _one_more(match: re.Match[str], among: Sequence[Thing], done: Sequence[Thing], base: Scene) -> str:
    """One to whom nothing was done yet, where something was to another; the wish as it is, where it brings one."""
    behind, chinese = match["behind"], not match[0].isascii()
    brings = not chinese and (not behind.strip() or re.match(_DOES, behind) is None)
    told = [one for one in among if _told_of(base, one) > min(_told_of(base, each) for each in among)]
    if brings or not told or not done:
        return match[0]
    fresh = [one for one in among if one not in told and one not in done]
    if not fresh and match["next"].lower().startswith(("another", "另")):
        fresh = [one for one in among if one not in done]
    if not fresh or (chinese and (named := parse(behind).mentions) and behind.startswith(named[0].label)):
        return match[0]
    return told_of_each_of(fresh[:1], match["lead"], behind, base, chinese=chinese)


def _among(base: Scene, measure: str | None) -> list[Thing]:
    """All that are like what was changed last; where that is the only one of its kind, all who live."""
    about = _host(base, base.focus)
    there = [
        one for one in base.objects if one.kind != SIGNPOST and one.id in base.layout and not _is_borne(one)
    ]
    if (
        about is None
        or about not in there
        or (measure and not counts(measure, about.kind) and measure != "个")
    ):
        return []
    alike = [one for one in there if one.kind == about.kind]
    if len(alike) > 1:
        return alike
    return [one for one in there if kinds()[one.kind].alive] if kinds()[about.kind].alive else []


def _host(base: Scene, key: str | None) -> Thing | None:
    one = base.thing(key) if key is not None else None
    for _ in range(3):
        if one is None or one.rel is None or not _is_borne(one):
            break
        one = base.thing(one.rel.to)
    return one


def _is_borne(one: Thing) -> bool:
    rel = one.rel
    return rel is not None and (
        rel.type in ("wear", "cover") or (rel.type == "hold" and rel.part not in ("arm", "neck"))
    )


def _done(base: Scene, among: Sequence[Thing]) -> list[Thing]:
    """Whom the last change was about."""
    last = [_host(base, key) for key in (*base.together, base.focus)]
    about, given = last[-1], base.thing(base.focus or "")
    if given is not None and given is not about:  # each got one of those
        last += [
            _host(base, one.id)
            for one in base.objects
            if (one.kind, one.colour) == (given.kind, given.colour)
        ]
    return [one for one in among if one in last or (about is not None and _is_dealt_alike(one, about))]


def _is_dealt_alike(one: Thing, about: Thing) -> bool:
    """Whether it was changed together with the other, of what does not live: two balloons that were made blue."""
    return not kinds()[one.kind].alive and all(
        getattr(one, name) == getattr(about, name)
        for name in ("kind", "colour", "was", "pattern", "size", "rel")
    )


def _told_of(base: Scene, one: Thing) -> int:
    """How much was told of it by itself."""
    had = sum(other.rel is not None and other.rel.to == one.id and _is_borne(other) for other in base.objects)
    return had + sum(value is not None for value in (one.was, one.pose, one.mood, one.size, one.pattern))


def _left(
    among: Sequence[Thing], done: Sequence[Thing], many: int | None, behind: str, base: Scene
) -> list[Thing]:
    """Those who are left: all but whom the last change was about; of more than are counted, those of whom nothing was told."""
    left = [one for one in among if one not in done]
    if not done or (not left and len(done) != many):
        return []
    if many is not None and 1 < many == len(done) != len(left):
        return list(done)  # the same once more
    tokens = tokenise(behind)
    if many is None and any(token.get("colours") for token in tokens):
        left = [one for one in left if one.was is None] or left
    if many is None or many == len(left):
        return left if many is not None or not _is_mixed(among) else []
    least = min(_told_of(base, one) for one in left)
    plain = [one for one in left if _told_of(base, one) == least]
    return plain if len(plain) == many else []


def _is_mixed(among: Sequence[Thing]) -> bool:
    """Whether people and beasts are among them, of whom "everyone else" may be the people."""
    return len({is_somebody(one.kind) for one in among}) > 1 and len(Counter(one.kind for one in among)) > 1
