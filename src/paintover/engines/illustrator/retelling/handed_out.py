"""What Chinese hands to one, or to each, in one breath: 给她花和气球, 她手里拿着花和气球, 每人一个气球, 一个拿花，一个拿气球.

Each thing is told of by itself, with who gets it by name.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, named_in, rank_across
from paintover.engines.illustrator.retelling.talk import (
    called_in,
    living_in,
    mentions_in,
    one_noun,
    somebody_meant,
)
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_WHO = r"(?P<who>[她他]们|[她他](?!们)|[\u4e00-\u9fff]{2,5}?)"
_M = "[个只支把根朵面杯束条串块本顶件双副]"
_GIVEN = Pattern(
    rf"(?P<lead>(?:再|请)?给){_WHO}(?:手[里上中])?(?:拿|戴上?|穿上?|来|加|一下)?(?P<what>[\u4e00-\u9fff]+(?:和|跟|、|以及)[\u4e00-\u9fff]+?)(?:吧)?",
    re.NOFLAG,
)
_GIVEN_ONE = Pattern(r"(?P<lead>(?:再|请)?给)(?P<rest>[\u4e00-\u9fff]{3,8}?)(?:吧)?", re.NOFLAG)
_HOLDS = Pattern(
    rf"(?P<lead>让)?{_WHO}(?:的?手[里上中]面?)?(?P<verb>[拿举提捧拎])着?(?P<what>[\u4e00-\u9fff]+(?:和|跟|、|以及)[\u4e00-\u9fff]+?)",
    re.NOFLAG,
)
_AND = re.compile(r"和|跟|、|以及")
_COUNTED = re.compile(r"[一两二三四五几\d]")
_EACH = Pattern(
    rf"(?P<lead>(?:再|请)?(?:给|让)?)(?:[她他它]们|(?P<of>[\u4e00-\u9fff]{{1,5}}?)们?)?(?:每(?:一?个?人|个孩子|一?只|位)|一人|人手)(?:都|各|再|也|手里|拿|戴|发|有|来|给)*着?(?P<m>一{_M})(?P<what>[\u4e00-\u9fff]{{1,6}}?)(?:吧)?",
    re.NOFLAG,
)
_IN_BOTH = Pattern(
    rf"(?P<lead>让)?[她他]们(?:俩|两个)?(?:都)?一手(?:拿着?)?(?P<m>一{_M})(?P<what>[\u4e00-\u9fff]{{1,6}}?)",
    re.NOFLAG,
)
_ONE_AND_ONE = Pattern(
    rf"(?P<lead>让)?(?:[她他它]们(?:俩|两个)?)?[，,]?(?:其中)?一{_M[:-1]}位名头匹](?:人)?(?P<a>[^，,一]{{2,12}}?)[，,]?(?:而|另|另外)?一{_M[:-1]}位名头匹](?:人)?(?P<b>[^，,]{{2,12}})",
    re.NOFLAG,
)
_DONE = "换戴穿加画改变涂染剪留扎来放添买送系围背抱拿去不"
_DOES = "拿举提捧抱戴穿背牵坐站躺跳跑笑哭蹲跪趴挥唱看读吃喝睡在"
_CLAUSES = re.compile(r"([，,。；;！!\n]+)")
_COMES_WITH = Pattern(
    r"(?P<lead>(?:[\u4e00-\u9fff]{0,6}?)(?:加|来|画|添|再来|多)上?一[个位名])(?:手里)?(?P<verb>[拿举提捧拎])着?(?P<what>[\u4e00-\u9fff]+(?:和|跟|、|以及)[\u4e00-\u9fff]+?)的(?P<noun>[\u4e00-\u9fff]{1,5})",
    re.NOFLAG,
)
_COMES_CLAD = Pattern(
    r"(?:再|请|旁边|左边|右边|身后|后面|前面|也)*(?:加|来|画|添|站)(?:上|了)?(?:[一两三])?[个位名](?:[穿戴拿抱背举][^，。的]{1,8}|[^，。的]{1,4}头发)的(?P<noun>[\u4e00-\u9fff]{1,5}?)(?:吧)?",
    re.NOFLAG,
)
_HUGS_AND_WEARS = re.compile(r"^(?P<a>[抱牵]着?[^，,]{1,6}[，,])(?=[戴穿围]着?)")


_THEM_ONE = Pattern(
    r"(?P<lead>.*?\b(?:give|hand)) them (?P<what>(?:(?P<one>an?|one) (?:[a-z]+ )?(?:umbrella|parasol)s?|(?:some |two |three )?[a-z ]+?))(?: (?:to share|together))?"
)
_THEM_ONE_ZH = Pattern(
    r"(?P<lead>(?:.*[，,])?(?:再|请)?给)(?:他们|她们|大家|他俩|她俩)(?:俩|一起)?(?:打|撑|拿|举)?(?:上|着)?(?P<what>一?把[\u4e00-\u9fff]{0,3}(?:雨伞|阳伞|伞))(?:吧)?",
    re.NOFLAG,
)


def _shared(match: re.Match[str], base: Scene) -> str | None:
    """One umbrella for several is in the hand of one of them, and what is held is for the people, and for no dog."""
    chinese = not match[0].isascii()
    folk = sorted(
        (one for one in base.objects if is_somebody(one.kind)), key=lambda one: rank_across(base, one)
    )
    if len(folk) > 1 and (chinese or match["one"]):
        return f"{match['lead']}{'' if chinese else ' '}{called_apart(base, folk[0].id, chinese=chinese)}{'' if chinese else ' '}{match['what']}"
    said = () if chinese else parse(match["what"]).mentions
    worn = len(said) != 1 or said[0].kind is None or bool(kinds()[said[0].kind].wear)
    if worn or not folk or len(folk) == len(living_in(base)):
        return None
    who = " and ".join(called_apart(base, one.id, chinese=False) for one in folk)
    return f"{match['lead']} {who} {match['what']}"


def told_as_handed_out(prompt: str, base: Scene) -> str:
    """The wish with each thing told by itself of whoever gets it."""
    if (
        them := (_THEM_ONE if prompt.isascii() else _THEM_ONE_ZH).fullmatch(prompt.strip(" 。.!！~～"))
    ) is not None:
        return _shared(them, base) or prompt
    if prompt.isascii() or any(mark in prompt for mark in '“"「『《'):
        return prompt
    asked = prompt.strip(" 。.!！~～")
    for form, tell in _FORMS:
        if (match := form.fullmatch(asked)) is not None and (told := tell(match, base)) is not None:
            return told
    _is_known(asked)
    clauses = _CLAUSES.split(prompt)
    for at, clause in enumerate(clauses):
        match = _GIVEN.fullmatch(clause) if at % 2 == 0 else None
        clauses[at] = (match and _given(match, base)) or _given_one(clause, base) or _brings(clause, base)
    prompt = "".join(clauses)
    return _HUGS_AND_WEARS.sub(lambda match: _by_the_only_one(match, base), prompt)


def _brings(clause: str, base: Scene) -> str:
    """加一个拿着花和气球的男孩: a boy, who has both."""
    match = _COMES_WITH.fullmatch(clause)
    things = _things(match["what"]) if match is not None else None
    if match is None or things is None or one_noun(match["noun"]) is None:
        return clause
    noun = match["noun"]
    return f"{match['lead']}{noun}" + "，".join(f"{match['verb']}着{each}" for each in things)


def _is_known(clause: str) -> None:
    """Whether it is known who comes: 再来个穿蓝衣服的啦啦队员 is about no clothes of who is there.

    Raises:
        NotDrawable: they are not.
    """
    match = _COMES_CLAD.fullmatch(clause)
    known = match is None or any(one.kind or one.sort or one.pronoun for one in parse(match["noun"]).mentions)
    if match is not None and not known:
        raise NotDrawable(notes.undrawn([match["noun"]], "zh"))


def _by_the_only_one(match: re.Match[str], base: Scene) -> str:
    """抱着猫，戴着帽子: both of who is there, and no hat on the cat."""
    people = [one for one in base.objects if is_somebody(one.kind)]
    if len(people) != 1:
        return match[0]
    name = called_in(people[0], base)
    return f"{name}{match['a']}{name}"


def _things(words: str) -> list[str] | None:
    """Each of the things, with a number before it; None where one of them is no noun."""
    found = []
    for part in _AND.split(words):
        if _COUNTED.match(part):
            if len(mentions_in(part)) != 1:
                return None
            found.append(part)
        elif one_noun(part) is not None:
            found.append(f"一个{part}")
        else:
            return None
    return found


def _given(match: re.Match[str], base: Scene) -> str | None:
    who, things = _whom(match["who"], base), _things(match["what"])
    if not who or things is None:
        return None
    told = []
    for each in things:
        wear = kinds()[mentions_in(each)[0].kind or ""].wear
        told += [f"给{one}{'戴上' if wear not in (None, 'hand') else '手里拿'}{each}" for one in who]
    return "，".join(told)


def _given_one(clause: str, base: Scene) -> str | None:
    """给女孩花, whose two nouns are no single one."""
    if (match := _GIVEN_ONE.fullmatch(clause)) is None:
        return None
    rest = match["rest"]
    if _COUNTED.search(rest):
        return None
    for cut in range(len(rest) - 1, 1, -1):
        who, what = rest[:cut], rest[cut:]
        said, one = one_noun(what), somebody_meant(who, base)
        if (
            said is None
            or one is None
            or said.kind is None
            or what.endswith(("脸", "表情"))
            or what[0] in _DONE
        ):
            continue
        if mentions_in(who)[-1].label != who.removeprefix("左边的").removeprefix("右边的"):
            continue
        kind = kinds()[said.kind]
        if kind.alive or kind.wear in ("face", "hair"):
            return None
        return f"{match['lead']}{called_in(one, base)}{'戴上' if kind.wear not in (None, 'hand') else '手里拿'}一个{what}"
    return None


def _holds(match: re.Match[str], base: Scene) -> str | None:
    who, things = _whom(match["who"], base), _things(match["what"])
    if not who or things is None:
        return None
    return "，".join(f"{one}{match['verb']}着{each}" for each in things for one in who)


def _whom(words: str, base: Scene) -> list[str]:
    if words.endswith("们"):
        return [called_in(one, base) for one in _them(base) if is_somebody(one.kind)]
    one = somebody_meant(words, base)
    return [called_in(one, base)] if one is not None else []


def _each(match: re.Match[str], base: Scene) -> str | None:
    """每人一个气球: one for each who lives there."""
    them, said = _them(base), mentions_in(match["what"])
    if match["of"]:
        them = [one for one in named_in(match["of"], base) if one in living_in(base)]
        them.sort(key=lambda one: rank_across(base, one))
    if len(them) < 2 or len(said) != 1 or said[0].kind is None or kinds()[said[0].kind].alive:
        return None
    worn = kinds()[said[0].kind].wear not in (None, "hand")
    if not worn and not is_somebody(them[0].kind):
        return None
    return "，".join(
        f"给{called_apart(base, one.id, chinese=True)}{'戴上' if worn else '手里拿'}{match['m']}{match['what']}"
        for one in them
    )


def _in_both(match: re.Match[str], base: Scene) -> str | None:
    them = [one for one in _them(base) if is_somebody(one.kind)]
    if len(them) < 2:
        return None
    return "，".join(
        f"给{called_apart(base, one.id, chinese=True)}两{match['m'][1:]}{match['what']}" for one in them
    )


def _one_and_one(match: re.Match[str], base: Scene) -> str | None:
    """一个拿花，一个拿气球, of the two who are there."""
    them = _them(base)
    if len(them) == 1:  # the boy and his dog
        them = sorted(living_in(base), key=lambda one: rank_across(base, one))
    if len(them) != 2 or match["a"][0] not in _DOES or match["b"][0] not in _DOES:
        return None
    first, second = (called_apart(base, one.id, chinese=True) for one in them)
    does, other = (match[one].removeprefix("在") for one in ("a", "b"))
    return f"{first}{does}，{second}{other}" if does and other else None


def _them(base: Scene) -> list[Thing]:
    """The people, or else the animals, from left to right."""
    there = living_in(base)
    people = [one for one in there if is_somebody(one.kind)]
    return sorted(people or there, key=lambda one: rank_across(base, one))


_FORMS = (
    (_GIVEN, _given),
    (_HOLDS, _holds),
    (_EACH, _each),
    (_IN_BOTH, _in_both),
    (_ONE_AND_ONE, _one_and_one),
)
