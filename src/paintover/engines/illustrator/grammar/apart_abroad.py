"""What is told of each of several, one by one, in languages other than Chinese and English: "tres gatos: uno negro, uno blanco
y uno naranja", 二人の子供、一人は帽子をかぶっていて、もう一人は風船を持っている. Each is told by a phrase of its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import dialect_of, dictionary
from paintover.engines.illustrator.grammar.lexicon import english_words
from paintover.engines.illustrator.grammar.seats_abroad import seat_apart
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_SEVERAL = range(2, 7)
_JAPANESE = Pattern(
    r"(?P<n>[二三四五2-5])[人匹羽頭つ台個]の(?P<noun>[^、。,\s]{1,6})[、。:：,]\s*(?P<rest>(?:もう)?(?:一|1|ひと)[人匹羽頭つり台個].*)$",
    re.NOFLAG,
)
_JAPANESE_LOOKS = re.compile(
    r"(?:(?P<noun>[^、。,\s]{1,6})が(?P<n>[二三四五2-5])(?P<of>[人匹羽頭つ台個本])|(?P<m>[二三四五2-5])(?P<for>[人匹羽頭つ台個本])の(?P<name>[^、。,\s]{1,6}))"
    r"[、:：,](?P<looks>[^、。,\sと]{1,5}(?:(?:と|、)[^、。,\sと]{1,5}){1,4})$"
)
"""猫が三匹、黒と白と縞模様."""
_JAPANESE_ITEM = re.compile(r"(?:もう|最後の)?(?:一|1|ひと)[人匹羽頭つり台個](?:は|が)")
_KOREAN = Pattern(
    r"(?P<noun>[가-힣]{1,6}) (?P<n>두|세|네|다섯|[2-5]) ?(?P<of>명|마리|개|대)[,:]?(?:이|가|은|는)?[,:]? (?P<rest>(?:하나|한 ?(?:명|마리|개|대))(?:은|는|이|가) .*)$",
    re.NOFLAG,
)
_KOREAN_ITEM = re.compile(
    r"(?:(?:다른|또|나머지|마지막) )?(?:하나|한 ?(?:명|마리|개|대))(?:은|는|이|가) |(?:다른|나머지) (?:하나|한 ?(?:명|마리|개|대))(?:은|는|이|가) "
)
_NUMBERS = {"二": 2, "三": 3, "四": 4, "五": 5, "두": 2, "세": 3, "네": 4, "다섯": 5}


@cache
def _marks(dialect: str) -> re.Pattern[str]:
    """Where one of several begins to be told of."""
    table = word_table("apart")
    if dialect == "ar":  # its "and" is written together with what follows
        return re.compile(rf"\s*[,،:]?\s+و?(?:{table['other']['ar']}|{table['one']['ar']})(?=\s)")
    one, other, joined = table["one"][dialect], table["other"][dialect], table["and"][dialect]
    return re.compile(
        rf"\s*(?:[,;:(]|(?<=\s)(?:{joined})(?=\s)|$)\s*(?:(?:{joined})\s+)?(?:{other}|{one})(?=\s)",
        re.IGNORECASE,
    )


@cache
def _told_of() -> frozenset[str]:
    """The languages in which "one", "the other" are known."""
    return frozenset(word_table("apart")["one"])


def told_apart_abroad(text: str) -> str:
    """The wish for a new picture with what is told one by one told where those are named."""
    dialect = dialect_of(text, english=english_words())
    if dialect == "ja":
        return _JAPANESE_LOOKS.sub(_japanese_looks, _JAPANESE.sub(_japanese, seat_apart(text, "ja")))
    if dialect == "ko":
        return _KOREAN.sub(_korean, seat_apart(text, "ko"))
    if dialect is None or dialect not in _told_of():
        return text
    tokens = sorted(tokenise(text), key=lambda token: token.start)
    for number, noun in itertools.pairwise(tokens):
        many = int(number.get("numbers") or 0)
        if many not in _SEVERAL or noun.get("kinds") is None or noun.start - number.end != 1:
            continue
        marks = list(_marks(dialect).finditer(text, noun.end))
        if (
            len(marks) == many
            and not any(
                noun.start < token.start < marks[0].start() and token.get("kinds") for token in tokens
            )
            and not any(_names(tokens, one.end()) for one in marks)
        ):
            return _retold(text, number.start, noun, marks)
    return text


def _names(tokens: Sequence[Token], at: int) -> bool:
    """Whether a thing of its own is named there, so that "one" is its article: "dos gatos, un perro y un pájaro"."""
    following = next((token for token in tokens if token.start >= at), None)
    return following is not None and following.get("kinds") is not None and following.get("colours") is None


def _retold(text: str, start: int, noun: Token, marks: Sequence[re.Match[str]]) -> str:
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    told = [
        f"1 {noun.text}{text[mark.end() : end].rstrip(')')}" for mark, end in zip(marks, ends, strict=True)
    ]
    return text[:start] + ", ".join(told) + text[noun.end : marks[0].start()]


def _items(rest: str, mark: re.Pattern[str]) -> list[str]:
    return [said.strip(" 、,。.") for said in mark.split(rest)[1:]]


def _japanese(match: re.Match[str]) -> str:
    many = _NUMBERS.get(match["n"]) or int(match["n"])
    noun, items = match["noun"], _items(match["rest"], _JAPANESE_ITEM)
    if len(items) != many:
        return match[0]
    return "、".join(f"{_before_japanese(said)}{noun}1人" for said in items)


def _japanese_looks(match: re.Match[str]) -> str:
    number, of = match["n"] or match["m"], match["of"] or match["for"]
    noun, looks = match["noun"] or match["name"], re.split("[と、]", match["looks"])
    known = dictionary("ja").words
    plain = all({"colours", "patterns"} & known.get(one, {}).keys() for one in looks)
    if not plain or len(looks) != (_NUMBERS.get(number) or int(number)):
        return match[0]
    told = [_before_japanese(one).removesuffix("の") for one in looks]
    return "、".join(f"{one}{'' if one.endswith('い') else 'の'}{noun}1{of}" for one in told)


def _before_japanese(said: str) -> str:
    """黒 as 黒い, 帽子をかぶっていて as 帽子をかぶっている: what stands before a noun."""
    said = re.sub(r"(?:です|だ)$", "", said)
    if said in ("オレンジ", "ピンク"):
        return f"{said}色の"
    if (colour := said.removesuffix("い").removesuffix("色")) in ("黒", "白", "赤", "青", "黄"):
        return f"{colour}い" if colour != "黄" else "黄色い"
    tokens = tokenise(said)
    if len(tokens) == 1 and tokens[0].get("colours") is not None:
        return f"{said.removesuffix('色')}色の"
    return re.sub(r"て$", "る", said) if said.endswith("いて") else said


def _korean(match: re.Match[str]) -> str:
    many = _NUMBERS.get(match["n"]) or int(match["n"])
    noun, items = match["noun"], _items(match["rest"], _KOREAN_ITEM)
    if len(items) != many:
        return match[0]
    told = []
    for said in items:
        tokens = tokenise(said)
        coloured = len(tokens) == 1 and tokens[0].get("colours") is not None
        told.append(f"{said} {noun} 한 {match['of']}" if coloured else f"{noun} 한 {match['of']}이 {said}")
    return " ".join(told)


_CHILDREN = frozenset({"boy", "girl"})
_NAMED_AS = {
    "child": _CHILDREN,
    "student": _CHILDREN,
    "pupil": _CHILDREN,
    "person": _CHILDREN | {"man", "woman", "old-man", "old-woman"},
}
"""By a kind that says nothing of sex, those who may be told of behind it."""
_ARTICLES = {"en": ("a", "an", "the"), "de": ("ein", "eine", "einem", "einer", "der", "die", "das"), "es": ("un", "una", "el", "la"), "fr": ("un", "une", "le", "la"), "it": ("un", "una", "il", "la", "lo"), "pt": ("um", "uma", "o", "a"), "nl": ("een", "de", "het")}  # fmt: skip
_AND = {"en": "and", "de": "und", "es": "y", "fr": "et", "it": "e", "pt": "e", "nl": "en"}


def named_behind(text: str) -> str:
    """ "Two children on a bench, the boy in a red hat and the girl in a dress": the two are those who are named behind."""
    dialect = dialect_of(text, english=english_words()) or "en"
    if dialect not in _ARTICLES:
        return text
    tokens = sorted(tokenise(text), key=lambda token: token.start)
    for at, (number, noun) in enumerate(itertools.pairwise(tokens)):
        allowed = _NAMED_AS.get(noun.get("kinds") or "")
        if noun.get("kinds") == "boy" and dialect in ("es", "it", "pt"):
            allowed = _CHILDREN  # niños
        many = int(number.get("numbers") or 0)
        if many != 2 or allowed is None or noun.start - number.end > 1:
            continue
        stop = next((token for token in tokens[at + 2 :] if token.get("stop") is not None), None)
        living = [
            one for one in tokens[at + 2 :] if (kind := one.get("kinds")) is not None and kinds()[kind].alive
        ]
        if stop is None or len(living) != many or {one.get("kinds") for one in living} - allowed:
            continue
        if living[0].start < stop.start or living[0].get("kinds") == living[1].get("kinds"):
            continue
        return _by_name(text, number, noun, stop, living, dialect)
    return text


def _by_name(
    text: str, number: Token, noun: Token, stop: Token, living: Sequence[Token], dialect: str
) -> str:
    between = text[noun.end : stop.start].strip()
    if not between or dialect != "en":
        return text[: number.start] + (f"{between} , " if between else "") + text[stop.end :].lstrip()
    behind = text[noun.end :]
    for one in living:
        behind = re.sub(rf"\b(?:an?|the) (?={re.escape(one.text)}\b)", "the ", behind, count=1)
    named = f" {_AND[dialect]} ".join(f"a {one.text}" for one in living)
    return text[: number.start] + named + behind
