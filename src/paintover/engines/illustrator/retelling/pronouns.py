"""Pronouns of who does what to whom, told by name: "she is holding it" is "the girl is holding the cat", 一个男孩骑上去 rides
the horse that is there.

She and he are people, or animals where nobody of the sort is there; "it" is a thing or an animal, the last spoken of that
can do or suffer what is said. A pronoun that the grammar reads rightly by itself, alone in its clause, stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.deeds import shown
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.called import MEN, WOMEN
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.likeness import HALF_HUMAN, is_animal, is_somebody
from paintover.engines.illustrator.staging.mounts import mounts
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([，,。；;！!？?\n]+ *| (?:and then|then) | and (?=(?:give|make|let|have|put|dress|paint) (?:him|her|it)\b))"
)
_Fits = Callable[[Thing], bool]

_STEMS = (
    "rid(?:es?|ing)|mount(?:s|ing)?|hold(?:s|ing)?|carr(?:y|ies|ying)|hug(?:s|ging)?|cuddl(?:es?|ing)|embrac(?:es?|ing)|kiss(?:es|ing)?|high[- ]fiv(?:es?|ing)"
    "|pets?|petting|strok(?:es?|ing)|feed(?:s|ing)?|chas(?:es?|ing)|follow(?:s|ing)?|walk(?:s|ing)?|lead(?:s|ing)?|kick(?:s|ing)?"
    "|throw(?:s|ing)?|catch(?:es|ing)?|push(?:es|ing)?|pull(?:s|ing)?|lift(?:s|ing)?|pick(?:s|ing)? up|look(?:s|ing)?|watch(?:es|ing)?"
    "|star(?:es?|ing)|point(?:s|ing)?|wav(?:es?|ing)|climb(?:s|ing)?|jump(?:s|ing)?|leap(?:s|ing)?|hop(?:s|ping)?|lean(?:s|ing)?"
    "|sits?|sitting|stand(?:s|ing)?|lies?|lying|sleep(?:s|ing)?|hid(?:es?|ing)|peek(?:s|ing)?|peep(?:s|ing)?|play(?:s|ing)?|read(?:s|ing)?"
    "|eat(?:s|ing)?|drink(?:s|ing)?|wash(?:es|ing)?|brush(?:es|ing)?|touch(?:es|ing)?|bit(?:es?|ing)|lick(?:s|ing)?|sniff(?:s|ing)?"
    "|gets?|getting|giv(?:es?|ing)|hand(?:s|ing)?|pass(?:es|ing)?|bring(?:s|ing)?|run(?:s|ning)?|swim(?:s|ming)?|fl(?:y|ies|ying)|driv(?:es?|ing)"
)
_OBJECT = r"(?:it|him|her)(?=$|[.!]| (?:and|with|in|on|to|from|by|at|while|too|now|please|a|the)\b)"
_KIN = r"(?:mum|mom|mummy|mommy|mama|mother|dad|daddy|papa|father|grandma|granny|grandmother|grandpa|grandad|granddad|grandfather)"
"""Who needs no article."""
_DOES = Pattern(
    r"(?P<lead>(?:(?:please|now|and|then|let|make|have|help|add|put|draw) )*)"
    rf"(?P<who>he|she|it|him|her|(?:the|an?) [a-z][a-z ]{{1,24}}?|{_KIN})"
    r"(?P<aux>(?: is| are|'s| should| must| can| to| now| also| who| that)*)"
    rf" (?P<verb>{_STEMS})(?P<rest>\b.*)"
)
_PUTS = Pattern(
    r"(?P<lead>(?:(?:please|now|and|then|have|let) )*)(?P<verb>put|place|set|lay|move|stand|seat|give|hand|pass|throw|bring|sit) (?P<who>it|him|her)(?P<rest> .*)"
)
_SUFFERED = re.compile(rf"\b{_OBJECT}", re.IGNORECASE)
_SUFFERED_BY_ALL = re.compile(
    r"^(?P<to> at| to| with)? (?:both of them|them both|the two of them|all of them|them all|them)(?=$|[.!]| (?:and|with|in|on|from|by|while|too|now|please|tight|tightly)\b)",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b(?:his|her|its)(?= [a-z])", re.IGNORECASE)
_GETS_ON = Pattern(
    r"\b(?:gets?|getting|climbs?|climbing|hops?|jumps?|jumping|mounts?|mounting|sits?|sitting)(?: up)?(?: on(?: top of)?| onto)?(?P<what> it| the [a-z ]+| (?:his|her|its) back)?[.! ]*$"
)
_GIVES = frozenset({"give", "hand", "pass", "bring"})
_ON_THEIRS = re.compile(r"\b(?P<on>on|onto|in|over|around) (?:his|her|its)(?= [a-z])", re.IGNORECASE)
"""Whoever gets something has it on a shoulder of their own: "give him a parrot on his shoulder"."""
_GETS_OFF = re.compile(r"(?:get|climb|jump|hop)(?:s|ting|ing|ping)? (?:off|down)\b", re.IGNORECASE)
_AT_HIS_SIDE = re.compile(
    r" (?:on|at|to) (?P<whose>the [a-z ]+)'s (?P<side>left|right)(?:[- ]hand)?(?: side)?\b", re.IGNORECASE
)
_ON_SOMEBODY = re.compile(
    r" (?:on|onto|in|over)(?: top of)? (?P<whose>his|her|its) (?:shoulders?|head|back|lap|arms?|hands?|neck)\b",
    re.IGNORECASE,
)
_TO_HIS_SIDE = r" to the \g<side> of \g<whose>"
_RIDES = re.compile(r"(?:rid|mount)", re.IGNORECASE)
_LIVING_FIRST = re.compile(
    r"hug|cuddl|embrac|kiss|pet|strok|feed|chas|follow|walk|lead|lick|[追喂摸亲遛牵跟]", re.IGNORECASE
)
_PUSHED = re.compile(r"kick|throw|catch|[踢扔抛接]", re.IGNORECASE)

_ZH_VERBS = "把|将|拥抱|停|落|蹲|骑|抱|追赶?|看|望|盯|牵|遛|喂|抚?摸|踢|扔|抛|接|拿|举|提|推|拉|亲|背|爬|跳|跨|靠|躲|藏|坐|站|躺|趴|睡|跟|读|吃|喝|咬|舔|闻|开|玩|洗|擦|指|递|送|给|倚"
_ZH_PRONOUN = r"(?<![其吉])[他她它](?!们)"
_ZH_DOES = Pattern(
    rf"(?P<lead>(?:请|再|让|叫|使|加|画|添|现在|然后)*)(?P<who>{_ZH_PRONOUN}|[^，。他她它把给将]{{1,8}}?)(?P<aux>(?:正在|正|在|也|去|来|要|都|会)?)(?P<verb>{_ZH_VERBS})(?P<rest>.*)",
    re.NOFLAG,
)
_ZH_PUTS = Pattern(
    rf"(?P<lead>(?:请|现在|然后|再)*(?:把|将))(?P<who>{_ZH_PRONOUN})(?P<aux>)(?P<verb>放|移|挪|摆|给|递|交|扔|搬|抱|挂|戴)(?P<rest>.*)",
    re.NOFLAG,
)
_ZH_SUFFERED = re.compile(_ZH_PRONOUN)
_ZH_RIDES = re.compile(
    r"骑(?:到|在|着|上)?(?P<what>[^，。上下在着的]{0,4}?)(?:的)?(?:身上|背上|上面|上去|上来|上)(?:去|来)?(?:了)?$|骑着?(?P<it>[他她它])(?:了)?$"
)
_ZH_ADDS_RIDER = Pattern(
    r"(?:请|再|帮我)*(?:加|画|添|来)(?:上)?(?P<n>[一两二三]?[个位名只头匹])骑(?:着|在)[他她它](?:上面|身上|背上)?的(?P<who>[^，。的]{1,8})",
    re.NOFLAG,
)
_ALONE = (
    Pattern(r"(?P<lead>(?:(?:please|now|and|then|let|make|paint|colou?r|dye|move|flip|turn|have) )*)(?P<who>it)(?P<rest>(?: is|'s| should| must| now)*(?: (?!into\b)(?P<how>.+)))"),
    Pattern(r"(?P<lead>(?:请|现在|再|把|将|让|叫)*)(?P<who>它)(?P<rest>(?:正在|也|在|要)*(?:变成?|改成|涂成|染成|移到?|挪到?|往|向|画)?(?P<how>[^，。他她们的]+?)(?:了|吧)*)", re.NOFLAG),
    Pattern(r"(?P<lead>(?:(?:please|now|and|then) )*give )(?P<who>it)(?P<rest> an? .+)"),
    Pattern(r"(?P<lead>(?:(?:please|now|and|then) )*(?:put|add|place) (?:an? |some )?[a-z ]+? (?:on|onto|to) )(?P<who>it)(?P<rest>)"),
    Pattern(r"(?P<lead>(?:请|再)*给)(?P<who>它)(?P<rest>(?:戴|穿|围|系|加|画)[^，。他她]+)", re.NOFLAG),
)  # fmt: skip
"""Where "it" is alone in its clause: who gets a look, does something, or has something put on."""
_OF_SOMEBODY = Pattern(
    r"(?P<lead>(?:(?:please|now|and|then) )*(?:(?:put|add|place|draw|set|hang|stick) (?:an?|some|two|three) [a-z ]+? (?:on|in|around|over|next to|beside|behind|near|above) |give |dress |make |paint |let ))(?P<who>her|him|his)(?P<rest>(?: .*)?)"
)
"""Where somebody is told of, and nothing else: the talk may have been about a thing since."""
_LOOKS = ("colours", "sizes", "patterns", "sides", "moods", "poses", "it", "filler")
_SIZES = ("larger", "smaller")
_STILL = re.compile(r"\b(?:even|still|again|more|back|wider?|square)\b|[再还更宽]", re.IGNORECASE)
"""What is said of what was changed last, or of the picture itself."""
_NOT_OF_THE_LIVING = frozenset({"fly", "stand", "lie", "float"})


def with_pronouns_named(prompt: str, base: Scene) -> str:
    """The wish with the pronouns of each such clause told by name; quotations stay as they are."""
    if any(mark in prompt for mark in '“"「『《') or not _MAY.search(prompt):
        return prompt
    prompt = _BY_THEM.sub(lambda match: _by_those_who_live(match, base), prompt)
    parts = _CLAUSES.split(_ZH_ALL.sub(lambda match: _all_of_that_sort(match[0], base), prompt))
    for at in range(0, len(parts), 2):
        if not _is_of_who_comes(parts[at], "".join(parts[:at])):
            parts[at] = _told(_of_that_sex(parts[at], base), base)
    return "".join(parts)


_BRINGS = Pattern(
    r"\b(?:(?:add|draw|bring) (?:an? |another |some |one more )?[a-z]|(?:turn|change|make|replace|swap) .+ (?:into|with|for|by) an? )"
)


def _is_of_who_comes(clause: str, before: str) -> bool:
    """Whether "her" is somebody whom the same wish brings: "add grandma at the table, and give her glasses"."""
    said = _SEXED.search(clause)
    if said is None or _BRINGS.search(before) is None:
        return False
    not_meant = MEN if said[0].lower() in ("she", "her") else WOMEN
    people = [one.kind for one in parse(before).mentions if one.kind is not None and _is_person(one.kind)]
    return bool(people) and people[-1] not in not_meant


_ZH_ALL = re.compile(r"[他她它]们(?!的|俩|两|中)")


def _all_of_that_sort(word: str, base: Scene) -> str:
    """它们, where people and animals are there: the animals, by name; 他们: the people. As it is where all are of one sort."""
    people = [one for one in base.objects if _is_person(one.kind)]
    animals = [one for one in base.objects if is_animal(one.kind) and one not in people]
    meant = animals if word == "它们" else people if len(people) > 1 else []  # 他们 are not one alone
    names = list(dict.fromkeys(one.label for one in meant))
    if not (people and animals) or not 0 < len(names) <= _MOST_NAMED or not all(map(_IS_ZH.match, names)):
        return word
    several = len(meant) > len(names)
    return f"所有的{names[0]}" if several and len(names) == 1 else "和".join(names)


_BY_THEM = Pattern(
    r"\b(?P<put>(?:put|add|draw|place) (?:an?|some|two|three) [a-z ]+?) (?P<where>above|over|behind|around|next to|beside|in front of|near) them(?=[ .!]*$)"
)


def _by_those_who_live(match: re.Match[str], base: Scene) -> str:
    """Put a bee above them: the bears, and not the apples of which one spoke last."""
    living = [one for one in base.objects if kinds()[one.kind].alive]
    several = {one.label if one.label.endswith("s") else plural_of(one.label) for one in living}
    if len(living) < 2 or len(several) != 1 or not (name := several.pop()).isascii():
        return match[0]
    return f"{match['put']} {match['where']} the {name}"


_MOST_NAMED = 3
_IS_ZH = re.compile(r"[\u4e00-\u9fff]+$")
_MAY = Pattern(r"\b(?:he|she|it|him|her|them|gets?|climbs?|mounts?)\b|[他她它骑]")


_AT_A_SIDE = re.compile(r" (?:left|right)\b", re.IGNORECASE)
_SEXED = re.compile(r"\b(?:she|her|he|him|his)\b", re.IGNORECASE)


def _of_that_sex(clause: str, base: Scene) -> str:
    """ "Her dress", after the talk was about the man: the only woman's who is there."""
    found = _SEXED.search(clause)
    if found is None or _AT_A_SIDE.match(clause[found.end() :]):
        return clause
    meant, others = (WOMEN, MEN) if found[0].lower() in ("she", "her") else (MEN, WOMEN)
    about = next(_latest(base), None)
    host = base.thing(about.rel.to) if about is not None and about.rel is not None else None
    who = [one for one in base.objects if one.kind in meant]
    if not who:  # a cowboy, of whom no more is known
        sexed = drawn_as_she if meant is WOMEN else drawn_as_he
        who = [one for one in base.objects if _is_person(one.kind) and sexed(one)]
    if not who and meant is MEN:  # the wolf, where there is nobody but a girl
        who = [one for one in base.objects if is_animal(one.kind)]
    if not who and _are_all_others(clause, base, _SHES if meant is MEN else _HES):
        name = called_apart(base, about.id, chinese=False) if about is not None else "it"
        raise NotDrawable(notes.nobody_so(found[0].lower(), name, "en"))
    neutral = any(
        one is not None and _is_person(one.kind) and one.kind not in others for one in (about, host)
    )
    if neutral or about is None or len(who) != 1:
        return clause
    if any(one.kind in meant for one in (about, host, *named_in(clause, base)) if one is not None):
        return clause
    name = f"the {_name(base, who[0], zh=False).removeprefix('the ')}"
    owns = found[0].lower() == "his" or (found[0].lower() == "her" and _is_had(clause[found.end() :]))
    owns = owns and not (found[0].lower() == "her" and _IS_GIVEN.fullmatch(clause))
    return f"{clause[: found.start()]}{name}{_SHORT[0] + 's' if owns else ''}{clause[found.end() :]}"


def _are_all_others(clause: str, base: Scene, others: frozenset[str]) -> bool:
    """Whether several are there and all of them are of the other sex, and the clause names nobody: "he" of two girls."""
    people = [one for one in base.objects if _is_person(one.kind)]
    names = any(kinds()[said.kind].alive for said in parse(clause).mentions if said.kind is not None)
    animals = any(is_animal(one.kind) for one in base.objects)
    return (
        len(people) > 1
        and not names
        and not animals
        and all(_is_of(one, others) and not _is_of(one, _HES if others is _SHES else _SHES) for one in people)
    )


_IS_GIVEN = Pattern(
    r"(?:(?:please|now|and|then|also) )*(?:give|hand|bring|lend|get|buy|pass) her (?!(?:left|right|own) )(?:[a-z]+ ){0,2}[a-z]+(?: (?:too|please|as well))?"
)
"""Give her glasses, and no more: what she is given, and not what is hers and goes to another."""


def _is_had(rest: str) -> bool:
    """Whether a noun follows, which is hers."""
    if _OWNS.match(rest):
        return True
    said = next((token for token in tokenise(rest) if not token.get("colours")), None)
    return said is not None and said.get("kinds") is not None


def _told(clause: str, base: Scene) -> str:
    if (match := _ZH_ADDS_RIDER.fullmatch(clause)) and (mount := _mount(base, set())):
        return f"一{match['n'][-1]}{match['who']}骑着{_name(base, mount, zh=True)}"
    if (match := _ALONE[-1].fullmatch(clause)) and (dressed := _of_no_life(match, base)) is not None:
        return dressed
    for does, tell in _DEEDS:
        if (match := does.fullmatch(clause)) and (told := tell(match, base)) is not None:
            return told
    if match := _OF_SOMEBODY.fullmatch(clause):
        if not any(kinds()[one.kind].alive for one in base.objects):
            if not _has_a_figure(base):
                raise NotDrawable(notes.not_in_picture("one", "en"))
            return _by_itself(match, base)
        return _not_of_a_thing(match, base)
    for alone in _ALONE:
        if match := alone.fullmatch(clause):
            return _by_itself(match, base)
    return _with_the_worker(clause, base)


def _english(match: re.Match[str], base: Scene) -> str | None:
    """A clause of somebody who does something to somebody, or of "it" that is put somewhere; None where it is neither."""
    who, verb, rest = match["who"], match["verb"], match["rest"]
    aux: str | None = match.groupdict().get("aux")
    pronoun, does = _is_pronoun(who), f"{verb}{rest}"
    if _GETS_OFF.match(does) and who.lower() in ("he", "she", "him", "her"):
        doer = _meant(who, base, set(), living=True)
        return None if doer is None else f"{match['lead']}{_name(base, doer, zh=False)}{aux or ''} {does}"
    if aux is not None and (them := _SUFFERED_BY_ALL.match(rest)) and _LIVING_FIRST.match(verb):
        return _to_all_others(match, them, base)
    ridden = _GETS_ON.fullmatch(does) if aux is not None else None
    if aux is not None and (borne := _ON_SOMEBODY.search(rest)) and _is_another(borne["whose"], who, base):
        named = set() if pronoun else {one.id for one in named_in(who, base)}
        doer = _meant(who, base, named, living=True) if pronoun else None
        named |= {doer.id} if doer is not None else set()
        who = _name(base, doer, zh=False) if doer is not None else who
        start, end = borne.span("whose")
        return f"{match['lead']}{who}{aux} {verb}{rest[:start]}{_of(borne['whose'], base, named)}{rest[end:]}"
    if ridden is None and not _SUFFERED.search(rest):
        with_another = _OWNED.search(rest) if aux is None else named_in(rest, base)
        if not (pronoun and with_another):
            return None
    named = {one.id for one in (*named_in(rest, base), *(() if pronoun else named_in(who, base)))}
    if pronoun:
        if (doer := _meant(who, base, named | _too_young(named, base), living=aux is not None)) is None:
            return None
        named.add(doer.id)
        who = _name(base, doer, zh=False)
    if ridden is not None and (told := _gets_on(ridden, base, named)):
        return f"{_LETS.sub('', match['lead'])}{who} {told}"
    rest = _with_objects(rest, verb, base, named, zh=False)
    if aux is not None:
        return f"{match['lead']}{who}{aux} {verb}{rest}"
    if pronoun and verb in _GIVES:
        rest = _ON_THEIRS.sub(lambda owned: f"{owned['on']} {who}{_SHORT[0]}s", rest)
    rest = _OWNED.sub(lambda owned: _of(owned[0], base, named), rest)
    return f"{match['lead']}{verb} {who}{_AT_HIS_SIDE.sub(_TO_HIS_SIDE, rest)}"


def _to_all_others(match: re.Match[str], them: re.Match[str], base: Scene) -> str | None:
    """ "She hugs them both": all the other people, or all the animals where there are none."""
    who = match["who"]
    several = Counter(one.label for one in base.objects)
    many = {one.id for one in base.objects if several[one.label] > 1 or one.label in _OFFSPRING}
    doer = _meant(who, base, many, living=True) if _is_pronoun(who) else next(iter(named_in(who, base)), None)
    if doer is None:
        return None
    living = [one for one in base.objects if kinds()[one.kind].alive and one.id != doer.id]
    people = [one for one in living if _is_person(one.kind)]
    others = people or living
    if not 1 < len(others) <= _MOST_NAMED + 1:
        return None
    labels = Counter(one.label for one in others)
    names = [
        label if many == 1 or label.endswith("s") else plural_of(label) for label, many in labels.items()
    ]
    to, behind = them["to"] or "", match["rest"][them.end() :]
    does = f"{_name(base, doer, zh=False)}{match['aux']} {match['verb']}{to}"
    return ", ".join(f"{match['lead']}{does} the {name}{behind}" for name in names)


def _too_young(named: set[str], base: Scene) -> set[str]:
    """Who is nobody's mother, where a son or a daughter is named to whom something is done."""
    if not any(one.id in named and one.label in _OFFSPRING for one in base.objects):
        return set()
    old = {one.id for one in base.objects if _is_person(one.kind) and one.kind not in _YOUNG}
    return {one.id for one in base.objects if one.kind in _YOUNG} if old else set()


_OFFSPRING = frozenset({"son", "daughter", "grandson", "granddaughter", "baby", "sons", "daughters", "grandchildren", "kids"})  # fmt: skip
_YOUNG = frozenset({"boy", "girl", "child", "baby"})


def _gets_on(ridden: re.Match[str], base: Scene, named: set[str]) -> str | None:
    """ "Gets on (the horse)": rides it; sits on what is no mount."""
    what = (ridden["what"] or "").strip()
    if not what and not re.search(r" on| onto|mount", ridden[0]):
        return None
    sits = ridden[0].startswith("sit")
    if what and not _is_pronoun(what) and not what.endswith(" back"):
        found = [one for one in named_in(what, base) if _is_mount(one)]
        return f"rides {what}" if found and not sits else None
    mount = _mount(base, named)
    if mount is None or (sits and mount.kind in SEATS):
        return None
    return f"rides {_name(base, mount, zh=False)}"


def _chinese(match: re.Match[str], base: Scene) -> str | None:
    """The same of a Chinese clause."""
    lead, who, verb, rest = match["lead"], match["who"], match["verb"], match["rest"]
    pronoun = _is_pronoun(who)
    ridden = _ZH_RIDES.fullmatch(f"{verb}{rest}")
    if ridden is None and not _ZH_SUFFERED.search(rest) and not (pronoun and named_in(rest, base)):
        return None
    named = {one.id for one in (*named_in(rest, base), *(() if pronoun else named_in(who, base)))}
    if pronoun:
        if (doer := _meant(who, base, named, living=lead[-1:] not in ("把", "将"))) is None:
            return None
        named.add(doer.id)
        who = _name(base, doer, zh=True)
    if ridden is None:
        return f"{lead}{who}{match['aux']}{verb}{_with_objects(rest, verb, base, named, zh=True)}"
    given = ridden["what"] or ""
    if given and not _is_pronoun(given):
        mount = next((one for one in named_in(given, base) if _is_mount(one)), None)
    else:
        mount = _mount(base, named)
    if mount is None:
        return None
    return f"{_LETS.sub('', lead) if who[0] in _SO_MANY else lead}{who}骑着{_name(base, mount, zh=True)}"


_SO_MANY = "一两二三几"
_LETS = re.compile(r"\b(?:let|make|have|help) |[让叫使]", re.IGNORECASE)
_DEEDS: tuple[tuple[Pattern, Callable[[re.Match[str], Scene], str | None]], ...] = (
    (_DOES, _english),
    (_PUTS, _english),
    (_ZH_PUTS, _chinese),
    (_ZH_DOES, _chinese),
)


_WORKERS = (
    Pattern(
        r"(?P<lead>(?:(?:please|now|and|then|let|make|have) )*)(?P<who>he|she|him|her)(?P<rest>(?:['’]s)? .+)"
    ),
    Pattern(r"(?P<lead>(?:请|再|让|叫|使|现在|然后)*)(?P<who>[他她](?!们))(?P<rest>.+)", re.NOFLAG),
)
_SHORT = "'’"
"""The mark of a verb that is cut short: she's."""
_WORKS_AT = Pattern(r"\b(?:behind|beside|in front of) |[后旁右前]边?面?")
"""Where a deed is told as somebody's place at its table, or beside its tool."""


def _with_the_worker(clause: str, base: Scene) -> str:
    """The clause with whoever does a deed by name that takes a place of its own: a desk, an easel, a stove."""
    for works in _WORKERS:
        match = works.fullmatch(clause)
        if match is None or (told := shown(clause)) == clause:
            continue
        if [one[0] for one in _WORKS_AT.finditer(told)] == [one[0] for one in _WORKS_AT.finditer(clause)]:
            continue
        doer = _meant(match["who"], base, set(), living=True)
        if doer is not None:
            name, rest = _name(base, doer, zh=match["who"] in "他她"), match["rest"]
            return f"{match['lead']}{name}{f' is{rest[2:]}' if rest[0] in _SHORT else rest}"
    return clause


def _by_itself(match: re.Match[str], base: Scene) -> str:
    """The clause in which "it" is alone: it gets a look and nothing else, does something, or has something put on."""
    how: str | None = match.groupdict().get("how")
    if how is None:
        return (_of_no_life(match, base) or _unfit(match, base, "")) if _is_worn(match[0]) else match[0]
    said = tokenise(f"它{how}" if match["who"] == "它" else how)
    is_look = all(any(map(token.get, _LOOKS)) or token.get("verbs") in _SIZES for token in said)
    return _unfit(match, base, how) if said and is_look else match[0]


def _is_worn(clause: str) -> bool:
    return any(one.kind and kinds()[one.kind].wear for one in parse(clause).mentions)


def _of_no_life(match: re.Match[str], base: Scene) -> str | None:
    """The clause with "it" named that puts something on, where the last thing that bears nothing and is not itself worn does
    not live: a teddy bear on a shelf, a snowman beside a tree. None where it lives."""
    if not _is_worn(match[0]):
        return None
    bearing = {one.rel.to for one in base.objects if one.rel is not None and one.rel.part is None}
    able = (
        one
        for one in _latest(base)
        if (one.rel is None or one.rel.part is None) and (one.id not in bearing or kinds()[one.kind].alive)
    )
    meant = next(able, None)
    if meant is None or is_somebody(meant.kind) or is_animal(meant.kind) != (meant.kind in _DOLLS):
        return None
    if meant.kind in TABLES or (base.focus is None and not kinds()[meant.kind].alive and _one_lives(base)):
        return None
    zh = match["who"] in "它他她"
    name, (cut, end) = _name(base, meant, zh=zh), match.span("who")
    if not zh and match["lead"].endswith("give ") and meant.kind in _DOLLS and _is_for_a_hand(match["rest"]):
        return f"{match['lead'][: -len('give ')]}{name} holds{match['rest']}"
    if not zh and match["lead"].endswith("give "):  # "the doll glasses" were one noun
        return f"{match['lead'][: -len('give ')]}put{match['rest']} on {name}"
    return f"{match[0][:cut]}{name}{match[0][end:]}"


def _is_for_a_hand(rest: str) -> bool:
    """Whether what somebody is given is a thing to hold: a broom, and no hat."""
    given = [one for one in parse(rest).mentions if one.kind is not None]
    return bool(given) and all(kinds()[one.kind or ""].wear == "hand" for one in given)


def _one_lives(base: Scene) -> bool:
    """Whether just one lives of all who are there, who is then meant rather than any thing of which nobody spoke yet."""
    return sum(kinds()[one.kind].alive for one in base.objects) == 1


_DOLLS = frozenset({"snowman", "scarecrow"})
"""Who is "it" as well as he."""


def _has_a_figure(base: Scene) -> bool:
    """Whether something is there that may be called he or she though it does not live: a doll or a ship, and no rock."""
    return any(kinds()[one.kind].habitat != "ground" or _LIKE_US.search(one.kind) for one in base.objects)


_LIKE_US = re.compile(r"doll|teddy|bear|statue|robot|figure|moai|buddha|mannequin|man$|puppet")


def _not_of_a_thing(match: re.Match[str], base: Scene) -> str:
    """The clause with "her" named, where the talk was last about a thing or an animal, and somebody is there."""
    about = next(_latest(base), None)
    host = base.thing(about.rel.to) if about is not None and about.rel is not None else None
    if about is None or any(one is not None and _is_person(one.kind) for one in (about, host)):
        return match[0]
    one = _meant(match["who"], base, set(), living=True)
    if one is None or not _is_person(one.kind):
        return match[0]
    owns = match["who"].lower() == "his" or (match["who"].lower() == "her" and _OWNS.match(match["rest"]))
    cut, end = match.span("who")
    return f"{match[0][:cut]}{_name(base, one, zh=False)}{chr(39) + 's' if owns else ''}{match[0][end:]}"


_OWNS = re.compile(
    r" (?:left |right )?(?:head|hair|face|eyes?|nose|neck|back|shoulders?|arms?|hands?|lap|feet|foot|knees?|side)\b",
    re.IGNORECASE,
)


def _unfit(match: re.Match[str], base: Scene, how: str) -> str:
    """The clause with "it" named where the last that was spoken of cannot be meant: a girl who was added, a ball that sleeps."""
    about = next(_latest(base), None)
    if about is None or _STILL.search(match[0]) or (about.id != base.objects[-1].id and base.focus):
        return match[0]
    zh = match["who"] == "它"
    said = tokenise(f"它{how}" if zh else how)
    poses = {token.get("poses") for token in said} - {None}
    acts = bool(poses - _NOT_OF_THE_LIVING) or any(token.get("moods") for token in said)
    if not _is_person(about.kind) and (not acts or kinds()[about.kind].alive):
        return match[0]
    meant = _meant("it", base, set(), living=acts)
    if (
        meant is not None
        and meant.rel is not None
        and (meant.rel.type, meant.rel.to) in (("wear", about.id), ("hold", about.id))
    ):
        return match[0]  # a courier's parcel, of which nobody spoke
    cut, end = match.span("who")
    return match[0] if meant is None else f"{match[0][:cut]}{_name(base, meant, zh=zh)}{match[0][end:]}"


def _with_objects(rest: str, verb: str, base: Scene, named: set[str], *, zh: bool) -> str:
    """What is done to whom, each by name."""

    def told(found: re.Match[str]) -> str:
        fits: _Fits | None = _is_mount if _RIDES.match(verb) or verb == "骑" else None
        if _NEXT_TO.search(rest[: found.start()]) or _ZH_NEXT_TO.match(rest[found.end() :]):
            fits = _stands_free
        living = _LIVING_FIRST.match(verb) is not None
        one = _meant(found[0], base, named, living=living, fits=fits, still=_PUSHED.match(verb) is not None)
        if one is None:
            return found[0]
        named.add(one.id)
        name = _name(base, one, zh=zh)
        return f"那个{name}" if verb == "踢" else name  # 踢球 is a game

    return (_ZH_SUFFERED if zh else _SUFFERED).sub(told, rest)


_NEXT_TO = Pattern(r"\b(?:around|beside|next to|behind|in front of|near|under|round)\s$")
_ZH_NEXT_TO = Pattern(r"的?(?:旁边|身边|后面|前面|周围|下面|附近)")


def _stands_free(one: Thing) -> bool:
    """Whether there is a place beside it: what somebody wears or holds has none of its own."""
    return one.rel is None or one.rel.type not in ("wear", "hold")


def _is_another(whose: str, who: str, base: Scene) -> bool:
    """Whether "his" is not of the one who does it: "she sits on his shoulders", "the bird sits on her head"."""
    if _is_pronoun(who):
        return {"she": "her", "he": "his", "him": "his", "it": "its"}.get(who.lower(), "her") != whose.lower()
    return whose.lower() != "its" and all(is_animal(one.kind) for one in named_in(who, base))


def _of(word: str, base: Scene, named: set[str]) -> str:
    who = "she" if word.lower() == "her" else "he" if word.lower() == "his" else "it"
    one = _meant(who, base, named, living=True)
    return word if one is None else f"{_name(base, one, zh=False)}'s"


def _is_pronoun(words: str) -> bool:
    return words.lower() in ("he", "she", "it", "him", "her", "他", "她", "它")


def _is_person(kind: str) -> bool:
    """Whether it is he or she, be it half a fish."""
    return is_somebody(kind) or kind in HALF_HUMAN


_HES = MEN | {"groom", "wizard", "knight", "monk", "santa-claus", "emperor", "waiter"}
_SHES = WOMEN | {"bride", "witch", "fairy", "mermaid", "nun", "ballerina", "waitress", "mrs-claus", "nurse"}
"""Who is he, and who is she, and nobody else."""


def _meant(
    pronoun: str,
    base: Scene,
    named: set[str],
    *,
    living: bool,
    fits: _Fits | None = None,
    still: bool = False,
) -> Thing | None:
    """Whom a pronoun means: none of those who are `named` already."""
    free = [one for one in _latest(base) if one.id not in named]
    word = pronoun.lower()
    if word in ("it", "它"):
        things = [one for one in free if not _is_person(one.kind)]
        if fits is not None:
            return next((one for one in things if fits(one)), None)
        if still:
            things = sorted(things, key=lambda one: kinds()[one.kind].alive)
        if living:
            return next((one for one in things if kinds()[one.kind].alive), None)
        first = next(iter(things), None)
        return _who_has_it(first, base, named) or first
    other, ours = (_HES, _SHES) if word in ("she", "her", "她") else (_SHES, _HES)
    people = [one for one in free if _is_person(one.kind)]
    able = [one for one in people if not _is_of(one, other)]
    animals = [one for one in free if is_animal(one.kind)]
    sure = [one for one in able if _is_of(one, ours)]
    sure.sort(key=lambda one: one.kind == "child" and one.id != base.focus)  # who is so by the face alone
    return next(iter(sure or able or animals or people), None)


def _who_has_it(thing: Thing | None, base: Scene, named: set[str]) -> Thing | None:
    """The animal that was told to eat or hold what the talk was about last: 它 is the panda, and not its watermelon."""
    if thing is None or thing.rel is None or thing.rel.type != "hold" or kinds()[thing.kind].alive:
        return None
    host = base.thing(thing.rel.to)
    return host if host is not None and host.id not in named and is_animal(host.kind) else None


def _is_of(one: Thing, sex: frozenset[str]) -> bool:
    """Whether somebody is of that sex by the kind, or by the face with which they are drawn."""
    drawn = stock_of(one).art.partition(":")[2]
    return not sex.isdisjoint((one.kind, one.kind.partition("-")[0], drawn))


def drawn_as_she(one: Thing) -> bool:
    """Whether somebody is a woman or a girl, by the kind or by the face."""
    return _is_of(one, _SHES) and not _is_of(one, _HES)


def drawn_as_he(one: Thing) -> bool:
    """Whether somebody is a man or a boy, by the kind or by the face."""
    return not drawn_as_she(one) and (_is_of(one, _HES) or kinds()[one.kind].alive)


def spoken_of_alone(people: Sequence[Thing], things: Sequence[Thing], focus: str | None) -> list[Thing]:
    """Whom of these the last change was about, or who has on what it was about; nobody where it was about all of them, after
    which none differs from the others."""
    last = next((one for one in things if one.id == focus), None)
    host = last.rel.to if last is not None and last.rel is not None else None
    about = [one for one in people if last is not None and one.id in (last.id, host)]
    states = [_state(one, things) for one in people]
    return [one for one in about if states.count(_state(one, things)) == 1]


def _state(one: Thing, things: Sequence[Thing]) -> tuple[object, ...]:
    has = ((each.kind, each.colour) for each in things if each.rel is not None and each.rel.to == one.id)
    return (one.kind, one.pose, one.mood, one.hair, one.colour, one.size, tuple(sorted(map(str, has))))


def meant_by(pronoun: str, base: Scene) -> Thing | None:
    """Who is meant by he, she or it that does something with somebody."""
    return _meant(pronoun, base, set(), living=True)


def somebody_told(words: str, base: Scene) -> Thing | None:
    """Who of the people is meant by a pronoun that fits somebody, or, with no word at all, was spoken of last; None for
    other words, and where there is nobody."""
    if _FOR_ONE.fullmatch(words) is None:
        return None
    words = _SUBJECT.get(words.lower(), words)
    fits = meant_by(words, base) if words and words != "the" else None
    if fits is not None and is_somebody(fits.kind):
        return fits
    return next((one for one in _latest(base) if is_somebody(one.kind)), None)


_SUBJECT = {"his": "he", "him": "he", "her": "she"}
_FOR_ONE = re.compile(r"(?:him|her|his|he|she|the)?|[他她它]", re.IGNORECASE)


def _latest(base: Scene) -> Iterator[Thing]:
    """What was spoken of, the last first: what the last change was about, who has that, and the newest."""
    seen = set()
    about = base.thing(base.focus) if base.focus is not None else None
    host = base.thing(about.rel.to) if about is not None and about.rel is not None else None
    for one in (about, host, *reversed(base.objects)):
        if one is not None and one.id not in seen and one.rung != "signpost":
            seen.add(one.id)
            yield one


def _mount(base: Scene, named: set[str]) -> Thing | None:
    """What is to be ridden: the last that can be, on which nobody is."""
    able = [one for one in _latest(base) if one.id not in named and _is_mount(one)]
    taken = {one.rel.to for one in base.objects if one.rel is not None and one.rel.type == "on"}
    return next((one for one in able if one.id not in taken), able[0] if able else None)


def _is_mount(thing: Thing) -> bool:
    return is_animal(thing.kind) or thing.kind in mounts()


def _name(base: Scene, thing: Thing, *, zh: bool) -> str:
    return called_apart(base, thing.id, chinese=zh)
