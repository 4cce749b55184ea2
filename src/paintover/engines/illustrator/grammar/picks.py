"""Which of several something is told of: "three dogs, the biggest is brown", 五只鸭子，最后一只是黑色的, "half of the ten balloons
are red", 四个气球，除了一个是黄色的，其他都是红色的. Those that are told the same of are counted together, in their order.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.wording import Pattern

_ZH = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_EN = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "a dozen": 12,
}  # fmt: skip
_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5}
_MOST = 12
"""Of how many at most something is told one by one."""
_LOOKS = ("colours", "sizes", "patterns", "moods")


@dataclass(frozen=True, slots=True)
class _Pick:
    """Which of them, and what of these."""

    how: str
    """``big``, ``small``, ``share``, ``some``, ``rest``, ``first``, ``last``, ``middle``, ``ends``, ``others``, or ``at`` a
    place."""
    said: str
    start: int
    end: int
    many: int = 0
    """How many, 0 where the word does not say."""
    at: int = 0
    share: str = ""
    """Of a share, the word for it."""

    @property
    def by_order(self) -> bool:
        """Whether it is told by its place among them."""
        return self.how in _BY_ORDER


@dataclass(frozen=True, slots=True)
class _Slot:
    size: str = ""
    said: str = ""


_PLACES = Pattern(
    r"\b(?:the (?:two |three )?(?:first|second|third|fourth|fifth|sixth|last|middle|left|leftmost|right|rightmost|outer|outside|outermost|inner)\b|the (?:one|two|three|ones)(?: [a-z]+)? (?:in the (?:middle|cent(?:re|er))|(?:on|to|at) the (?:far )?(?:left|right|sides|ends)|(?:on|at) (?:both|either) (?:sides?|ends?))|every (?:other|second))"
    rf"|第[一二三四五六七八九]?{'[个只头匹条辆朵位名棵艘架颗块把盆座栋间本张件杯碗支根枝]'}|最[左右]边?|[左右][边面]的?[那这]?[一两二三四]|[前后][两二三四][个只头匹条辆朵位名棵艘]|中间(?:的|[那这一两])|两[边侧头端]的?|每?隔[着]?一"
)


def by_place(text: str) -> re.Match[str] | None:
    """What tells some of several by their place among them: they stand in a line then, from left to right."""
    return _PLACES.search(text)


# Who is meant

_BY_ORDER = ("first", "last", "middle", "inner", "ends", "others", "at")
_SHARES: tuple[tuple[str, float], ...] = (
    ("half|一半", 0.5), ("two thirds|三分之二", 2 / 3), ("three quarters|四分之三", 0.75), ("third|三分之一", 1 / 3),
    ("quarter|四分之一", 0.25), ("most|大部分|多", 0.7), ("few|some|several|少|几|些", 0.34),
)  # fmt: skip
"""How much of all a word says; a half, a third, a quarter must come out even."""


def _share(word: str, many: int) -> int:
    """How many of so many a word for a share means, 0 where it cannot be: half of five."""
    if "couple" in word:
        return 2 if many > 2 else 0
    share = next((share for words, share in _SHARES if any(one in word for one in words.split("|"))), 0.0)
    if share in (0.7, 0.34):
        return min(many - 1, max(2, round(share * many)))
    found = round(share * many)
    return found if abs(found - share * many) < 0.01 or many > 4 else 0


def _dealt_out(picks: Sequence[_Pick], many: int) -> list[_Slot] | None:
    """What is told of each of so many, in their order; None where it does not add up."""
    slots: list[_Slot | None] = [None] * many
    sizes = {one.how for one in picks if one.how in ("big", "small")}
    for pick in picks:
        free = [at for at, slot in enumerate(slots) if slot is None]
        size = pick.how if pick.how in ("big", "small") else ""
        chosen = _chosen(pick, free, many, both=len(sizes) > 1)
        if not chosen or not set(chosen) <= set(free):
            return None
        for at in chosen:
            slots[at] = _Slot(size, pick.said)
    return [slot or _Slot() for slot in slots]


def _chosen(pick: _Pick, free: Sequence[int], many: int, *, both: bool) -> Sequence[int]:
    """The places among all that are meant, of those that nothing is told of yet."""
    match pick.how:
        case "rest":
            return free
        case "share":
            return free[: _share(pick.share, many)]
        case "others":
            return range(0, many, 2) if many > 2 else ()
        case "inner":
            return range(1, many - 1)
        case "small" if both and not pick.many:
            return free  # one large, and small ones
        case "last":
            return range(many - (pick.many or 1), many)
        case "middle":
            aside = max(0, (many - pick.many) // 2) if pick.many else (many - 1) // 2
            return range(aside, many - aside) if many > 2 else ()
        case "ends":
            return (0, many - 1) if many > 2 else ()
        case "at":
            return (pick.at,) if pick.at < many else ()
        case _:
            return free[: pick.many or 1] if pick.how != "first" else range(min(many, pick.many or 1))


def _runs(slots: Sequence[_Slot]) -> list[tuple[int, _Slot]]:
    return [(len(list(group)), slot) for slot, group in itertools.groupby(slots)]


def _needed(picks: Sequence[_Pick]) -> bool:
    """Whether they say more than "one, the other"; who stands at a side or first and has a thing is known by that alone."""
    if not any(one.by_order or one.how not in ("some", "rest") or one.many < 0 for one in picks):
        return any(one.how == "rest" for one in picks)
    alone = len(picks) == 1 and (picks[0].how in ("middle", "first"))
    return not alone or _is_a_look(picks[0].said)


def _is_a_look(said: str) -> bool:
    tokens = _telling(said)
    return bool(tokens) and all(any(token.get(role) for role in _LOOKS) for token in tokens)


def _telling(said: str) -> list[Token]:
    return [
        token for token in tokenise(said) if set(token.readings) != {"filler"} and token.get("of") is None
    ]


# Chinese

_CL = "[个只头匹条辆朵位名棵艘架颗块把盆座栋间本张件杯碗支根枝]"
_N = "[一两二三四五六七八九十]"
_TOTAL_ZH = re.compile(rf"(?P<n>[两二三四五六七八九十]|1?\d)(?P<of>{_CL})")
_PICK_ZH = Pattern(
    rf"(?:(?:^|(?<=[，,、；;。：: ]))(?:而|但是?|并且|还有|除了)*|(?<=的)[和而]?|(?<=[和而])|(?=(?:另|其中)?一半))(?:其中|当中)?(?:"
    rf"(?P<share>(?:有)?(?:另外?)?一半|(?:有)?[三四]分之[一二三]|(?:绝?大部分|大多数?|多数|少数)|(?:有)?(?:好?几{_CL}|一些)(?=[是都为穿戴拿]))|(?P<others>(?:每隔|隔着?|间隔)(?:着)?[一1]{_CL})|(?P<rest>(?:其他|其余|其它|剩下|剩余|别|另外)(?:的|那?(?P<r>[两二三四五六七八九]){_CL}|(?=[都全则是为穿戴])))"
    rf"|(?P<most>最)?(?P<size>[大小高矮胖瘦])(?:一[点些])?的(?:[那这]|一)?(?P<k>[一两二三四])?{_CL}?|[那这](?P<k2>[一两二三四])?{_CL}(?:最|比较)?(?P<size2>[大小高矮胖瘦])(?:一[点些])?的"
    rf"|第(?P<nth>[一二三四五六七八九])?{_CL}|(?P<end>最后面?|末尾|排尾|最右边?|右边|右面)的?(?:那|这)?(?P<k3>[一两二三四])?{_CL}?"
    rf"|(?P<start>最前面?|打头|领头|带头|最左边?|左边|左面)的?(?:那|这)?(?P<k4>[一两二三四])?{_CL}?|前(?P<k5>[两二三四]){_CL}|后(?P<k6>[两二三四]){_CL}"
    rf"|(?P<middle>(?:正|最)?中间|当中)的?(?:那|这)?(?P<k9>[一两二三])?{_CL}?|(?P<ends>两[边侧头端])的?(?:那|这)?两?{_CL}?"
    rf"|(?P<only>只有|仅有|就)(?P<k7>{_N}){_CL}|(?:有)?(?P<k8>{_N}){_CL})的?",
    re.NOFLAG,
)
_AMONG_ZH = Pattern(
    rf"(?P<total>(?:[两二三四五六七八九十]|1?\d){_CL}(?P<noun>[\u4e00-\u9fff]{{1,5}}?))(?:里面?|之中|当中|中)(?:的)?[，,]?(?=其中|最[大小高矮胖瘦]的|有?一半|有{_N}{_CL}|第)",
    re.NOFLAG,
)
"""三只长颈鹿中最高的那只戴着围巾."""
_TRIM_ZH = re.compile(r"^(?:呢|则)?(?:都|全都?|正)?(?:是|为|要)?(?:都|全)?(?=.)")
_STOP_ZH = re.compile(r"[，,。；;！!、]|和(?=另|其)|而")
_SIZE_ZH = {"大": "big", "高": "big", "胖": "big", "小": "small", "矮": "small", "瘦": "small"}
_SAID_ZH = {"big": "大的", "small": "小的", "": ""}
_HAS_ZH = re.compile(r"^(?:正)?[戴穿拿抱背举系围披牵提叼撑]")
_SPAN_ZH = Pattern(
    r"(?:[，,]?(?:按|按照)?从大到小|[，,]?由大到小|[，,]?大小(?:各异|不一|不同|不一样))(?:的)?(?:顺序)?(?:排列)?",
    re.NOFLAG,
)


def picked_zh(text: str, noun_after: Callable[[str, int], tuple[Token, int] | None]) -> str:
    """A Chinese wish with each of them told by itself; `noun_after` finds the noun that a number counts, and its end."""
    spread = _SPAN_ZH.search(text)
    if spread is None and not _PICK_ZH.search(text):
        return text
    text = _AMONG_ZH.sub(r"\g<total>，", text)
    for total in _TOTAL_ZH.finditer(text):
        noun = noun_after(text, total.end())
        many = _ZH.get(total["n"]) or int(total["n"]) if total["n"] != "0" else 0
        if noun is None or not 2 <= many <= _MOST:
            continue
        named = text[total.end() : noun[1]]
        if spread is not None:
            return _SPAN_ZH.sub("", text[: total.start()]) + _spread_zh(total["of"], named, many) + _SPAN_ZH.sub("", text[noun[1] :])  # fmt: skip
        picks = _picks_zh(text, noun[1], noun[0].text)
        slots = _dealt_out(picks, many) if picks and _needed(picks) else None
        if slots is None or any(not one.said for one in picks):
            continue
        between = text[noun[1] : picks[0].start].strip("，,：:；;、 （(")
        behind = text[picks[-1].end :]
        told = _told_zh(_runs(slots), total["of"], named, between)
        return f"{text[: total.start()]}{told}{behind}"
    return text


def _spread_zh(of: str, named: str, many: int) -> str:
    if many == 2:
        return f"一{of}大的{named}和一{of}小的{named}"
    return f"一{of}大的{named}、{_number_zh(many - 2)}{of}{named}和一{of}小的{named}"


def _number_zh(many: int) -> str:
    return next((word for word, number in _ZH.items() if number == many), str(many))


def _picks_zh(text: str, start: int, noun: str) -> list[_Pick]:
    found: list[_Pick] = []
    marks = list(_PICK_ZH.compiled.finditer(text, start))
    for at, mark in enumerate(marks):
        if found and text[found[-1].end : mark.start()].strip("，,；;、 和而但。") != "":
            break
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        begin = mark.end() + len(noun) if text.startswith(noun, mark.end()) else mark.end()
        stop = _STOP_ZH.search(text, begin, end)
        end = stop.start() if stop is not None else end
        said = text[begin:end].strip(" 和而")
        said = _TRIM_ZH.sub("", said).strip()
        if _is_a_look(said):
            said = said.removesuffix("的")
        if (pick := _pick_zh(mark, said, end)) is not None:
            found.append(pick)
    return found


def _pick_zh(mark: re.Match[str], said: str, end: int) -> _Pick | None:
    def number(*groups: str) -> int:
        return next((_ZH[mark[name]] for name in groups if mark[name]), 0)

    size = mark["size"] or mark["size2"]
    if mark["share"]:
        return _Pick("share", said, mark.start(), end, share=mark["share"])
    for how in ("rest", "others"):
        if mark[how]:
            return _Pick(how, said, mark.start(), end)
    if size:
        many = number("k", "k2") or (1 if mark["most"] or mark["size2"] else 0)
        return _Pick(_SIZE_ZH[size], said, mark.start(), end, many)
    if mark["nth"]:
        return _Pick("at", said, mark.start(), end, at=_ZH[mark["nth"]] - 1)
    for how, name, counts in (
        ("last", "end", ("k3",)), ("first", "start", ("k4",)), ("middle", "middle", ("k9",)), ("ends", "ends", ()),
        ("first", "k5", ("k5",)), ("last", "k6", ("k6",)),
    ):  # fmt: skip
        if mark[name]:
            return _Pick(how, said, mark.start(), end, number(*counts))
    if mark["only"]:
        return _Pick("only", said, mark.start(), end, number("k7"))
    return _Pick("some", said, mark.start(), end, number("k8")) if mark["k8"] else None


def _told_zh(runs: Sequence[tuple[int, _Slot]], of: str, named: str, between: str) -> str:
    """A phrase for each; what all of them do or where they are follows, or comes first where each does something."""
    clauses = any(
        slot.said and not _is_a_look(slot.said) and not _HAS_ZH.match(slot.said) for _, slot in runs
    )
    told = []
    for many, slot in runs:
        size, counted = _SAID_ZH[slot.size], f"{_number_zh(many)}{of}"
        if not slot.said or _is_a_look(slot.said):
            told.append(f"{counted}{size}{slot.said}{'的' if slot.said else ''}{named}")
        elif clauses:
            told.append(f"{counted}{size}{named}{slot.said}")
        else:
            told.append(f"{counted}{slot.said}的{size}{named}")
    if clauses:
        return f"{between + '，' if between else ''}{'，'.join(told)}"
    return f"{'和'.join(told)}{between}"


# English

_COUNT = "|".join(sorted(_EN, key=len, reverse=True))
_TOTAL_EN = re.compile(rf"\b(?P<n>{_COUNT}|\d|1[0-2]) (?=[a-z])", re.IGNORECASE)
_BIG = "big|bigger|biggest|large|larger|largest|tall|taller|tallest|fat|fatter|fattest|old|older|oldest|elder|eldest"
_LITTLE = "small|smaller|smallest|little|littlest|tiny|tiniest|short|shorter|shortest|thin|thinner|thinnest|young|younger|youngest"
_LOOK = "red|orange|yellow|green|blue|purple|pink|brown|black|white|gr[ae]y|gold|golden|asleep|sad|angry|happy|cross"
_DOES = rf"(?=,? (?:(?:which|that|who) )?(?:is|are|being|was|looks?|has|have|with|in|wears?|wearing|holds?|holding|carries|carry|should|sits?|stands?|sleeps?|jumps?|runs?|lies|eats?|plays?|reads?|waves?|rides?|flies|dances?|cries|smiles?|laughs?|sings?|{_LOOK}|[a-z]+ing)\b)"
_NAME = r" (?!(?:is|are|was|has|have|in|with|looks?)\b)[a-z]+"
_LEAD_EN = r"(?:(?:^|(?<=[,;:.(]) ?|(?<= )|(?<=- ))(?:and |while |with |but |of which )*)"
_PICK_EN = Pattern(
    rf"{_LEAD_EN}(?:(?P<share>(?:the )?(?:other )?half)(?: of (?:them|which))?|(?P<few>(?:(?:a|one|the) )?(?:third|quarter)|two thirds|three quarters|most|(?:a |quite a )?few|some|several|a couple) of (?:them|which|these)"
    rf"|every (?P<others>other|second)(?: one)?|(?P<ends>the (?:two )?(?:outer|outside|outermost)(?: (?:two|ones|[a-z]+))?{_DOES}|the (?:ones|two) (?:(?:on|at) (?:the (?:(?:two |far |very )?(?:sides|ends)|outside)|both (?:sides|ends)|either (?:side|end))))|(?P<inner>the (?:two )?inner(?: (?:two|ones|[a-z]+))?){_DOES}"
    rf"|(?P<rest>(?:all )?(?:of )?the (?:others|rest|other (?:(?:two|three|four|five|six|seven|eight|nine)|ones)|remaining (?:\w+)))(?: of them)?"
    rf"|the (?P<size>{_BIG}|{_LITTLE})(?P<noun>(?:{_NAME})?){_DOES}"
    rf"|the (?P<order>first|second|third|fourth|fifth|sixth|last|middle|left|leftmost|right|rightmost|front|back)(?: (?P<k>two|three|four))?(?P<name>(?:{_NAME})?){_DOES}"
    rf"|the (?P<k2>one|two|three)(?: [a-z]+)? (?:in the (?P<place>middle|centre|center|front|back)|(?:on|to) the (?:far )?(?P<side>left|right)|at the (?P<close>end|back|front))"
    rf"|(?P<only>only|just) (?P<k3>{_COUNT})(?: of (?:them|which))?(?! of\b)|(?P<k4>{_COUNT})(?: of (?:them|which))?{_DOES})"
)
_AMONG_EN = Pattern(
    rf"(?:\bthe )?\b(?P<pick>(?:the )?(?:{_BIG}|{_LITTLE}|first|second|third|last|half)|(?:only )?one|two|three) of (?:the |my |these |those )?(?P<total>(?:{_COUNT}|\d|1[0-2]) (?:[a-z]+ )?[a-z]+?s|(?:{_COUNT}) (?:sheep|children|people|mice|geese|fish|deer))(?P<rest> (?:is|are|has|have|wears?|wearing|with|in|holds?|holding)\b[^.]*)"
)
"""The tallest of the three giraffes wears a scarf."""
_EXCEPT = Pattern(
    r"(?P<total>[^,.;]*?),? (?:(?:they |which |that )?(?:are )?)?all (?:of (?:them|which) )?(?:are )?(?P<look>[a-z]+),? (?:except|but|apart from)(?: for)? (?P<one>one|two|the [a-z]+(?: one)?),? (?:(?:which|that|who) )?(?:is |are |being |in )?(?P<other>[a-z]+)\b"
)
"""Six birds, all blue except one red."""
_TRIM_EN = re.compile(
    r"^,? ?(?:(?:which|that|who) )?(?:(?:should|are|is|being|be) (?:all )?)*(?:all )?", re.I
)
_STOP_EN = re.compile(r"[,;.!)]| and(?= (?:the|one|two|three|half|all|only|just)\b)| while | but ")
_SIDES = {"left": "first", "leftmost": "first", "right": "last", "rightmost": "last", "front": "first", "back": "last",
          "centre": "middle", "center": "middle", "end": "last"}  # fmt: skip
_SPAN_EN = Pattern(
    r",? ?\b(?:(?:lined up |arranged |ordered |going |ranging )?from (?:the )?(?:big|large|tall|small|short)(?:est)? to (?:the )?(?:small|short|big|large|tall)(?:est)?|(?:of|in) (?:different|various|all|three|two) sizes)\b"
)


def picked_en(
    text: str,
    plural_after: Callable[[str, int], int | None],
    phrase: Callable[[str, int, str, str], str | None],
    singular: Callable[[str], str],
) -> str:
    """An English wish with each of them told by itself.

    `plural_after` finds where the noun ends that a number counts; `phrase` says something of so many of that noun.
    """
    spread = _SPAN_EN.search(text)
    if spread is None and _PICK_EN.search(text) is None and _EXCEPT.search(text) is None:
        return text
    text = _EXCEPT.sub(r"\g<total>, \g<one> is \g<other> and the rest are \g<look>", text)
    text = _AMONG_EN.sub(r"\g<total>, \g<pick>\g<rest>", text)
    text = re.sub(r"^(?P<t>[^,]*), (?P<p>(?:\w+est|first|second|third|last)) ", r"\g<t>, the \g<p> ", text)
    for total in _TOTAL_EN.finditer(text):
        noun = plural_after(text, total.end())
        many = _EN.get(total["n"].lower()) or int(total["n"])
        if noun is None or not 2 <= many <= _MOST:
            continue
        before, _, named = text[total.end() : noun].rpartition(" ")
        before = f"{before} " if before else ""
        picks = [] if spread is not None else _picks_en(text, noun, {named, singular(named), "one", "ones"})
        if any(one.how in ("big", "small") for one in picks) and re.search(
            rf"\b(?:{_BIG}|{_LITTLE})\b", before
        ):
            continue  # these are all of one size: the other is told of elsewhere
        slots = (
            _spread_en(many) if spread is not None else _dealt_out(picks, many) if _needed_en(picks) else None
        )
        if slots is None or any(not one.said for one in picks):
            continue
        told = [
            phrase(slot.said, count, f"{slot.size} {before}".lstrip(), named)
            if slot.said
            else _plain(count, f"{slot.size} {before}".lstrip(), named, singular)
            for count, slot in _runs(slots)
        ]
        if None in told:
            continue
        spoken = "".join(
            f"{', ' if _is_a_deed(slot.said) else ' and '}{one}"
            for one, (_, slot) in zip(told, _runs(slots), strict=True)
        )
        spoken = re.sub("^(?:, | and )", "", spoken)
        if spread is not None:
            return text[: total.start()] + spoken + _SPAN_EN.sub("", text[noun:])
        between = re.sub(r"^\s*(?:are|is|were)\b", "", text[noun : picks[0].start]).strip(" ,;:.(-")
        behind = text[picks[-1].end :].lstrip(")")
        if between and any(slot.said and not _is_a_look(slot.said) for slot in slots):
            return f"{text[: total.start()]}{spoken}. They are {between}{behind}"
        return f"{text[: total.start()]}{spoken}{' ' + between if between else ''}{behind}"
    return text


def _is_a_deed(said: str) -> bool:
    """Whether somebody sits, runs or does something there, which would be told of those before, too."""
    return (
        re.match(r"(?!with|hav|in |wear|hold|carr)", said) is not None and not _is_a_look(said) and bool(said)
    )


def _needed_en(picks: Sequence[_Pick]) -> bool:
    return bool(picks) and _needed(picks)


def _plain(count: int, before: str, plural: str, singular: Callable[[str], str]) -> str:
    return f"{count} {before}{plural}" if count > 1 else f"a {before}{singular(plural)}"


def _spread_en(many: int) -> list[_Slot]:
    return [_Slot("big"), *[_Slot()] * (many - 2), _Slot("small")]


def _picks_en(text: str, start: int, nouns: set[str]) -> list[_Pick]:
    found: list[_Pick] = []
    marks = list(_PICK_EN.compiled.finditer(text, start))
    for at, mark in enumerate(marks):
        if found and text[found[-1].end : mark.start()].strip(" ,;.-").lower() not in (
            "",
            "and",
            "while",
            "but",
        ):
            break
        name = (mark["noun"] or mark["name"] or "").strip().lower()
        if name and name not in nouns:
            continue
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        stop = _STOP_EN.search(text, mark.end(), end)
        end = stop.start() if stop is not None else end
        said = re.sub(r" and$", "", _TRIM_EN.sub("", text[mark.end() : end]).strip())
        found.append(_pick_en(mark, said, end))
    return found


def _pick_en(mark: re.Match[str], said: str, end: int) -> _Pick:
    start = mark.start()
    if mark["share"] or mark["few"]:
        return _Pick("share", said, start, end, share=(mark["share"] or mark["few"]).lower())
    for how in ("rest", "others", "ends", "inner"):
        if mark[how]:
            return _Pick(how, said, start, end)
    if mark["size"]:
        size = mark["size"].lower()
        plural = mark["noun"].strip().lower().endswith("s")
        return _Pick("big" if size in _BIG.split("|") else "small", said, start, end, 0 if plural else 1)
    if mark["order"]:
        order = mark["order"].lower()
        many = _EN.get((mark["k"] or "").lower(), 0)
        if order in _NTH and order != "first":
            return _Pick("at", said, start, end, at=_NTH[order])
        return _Pick(_SIDES.get(order, order), said, start, end, many)
    if mark["k2"]:
        where = (mark["place"] or mark["side"] or mark["close"]).lower()
        return _Pick(_SIDES.get(where, where), said, start, end, _EN[mark["k2"].lower()])
    if mark["only"]:
        return _Pick("only", said, start, end, _EN[mark["k3"].lower()])
    return _Pick("some", said, start, end, _EN[mark["k4"].lower()])
