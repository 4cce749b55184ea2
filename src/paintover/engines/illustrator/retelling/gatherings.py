"""Events that are called by who takes part: "a dog race", 猫咪聚会, "a hot air balloon festival".

Each is told as several of those, with what the event is known by (`words/gatherings.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.plurals import several_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import WordLanguage
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.wording import Pattern


class Gathering(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the table, which explains the fields."""

    en: tuple[str, ...]
    zh: tuple[str, ...]
    some: int
    lives: str
    lives_zh: str
    things: str = ""
    things_zh: str = ""
    by: str = ""
    by_zh: str = ""

    def told(self, language: WordLanguage, *, alive: bool) -> str:
        """How it is told of those who live or of things; "" where there is no such event of them."""
        if alive:
            return self.lives_zh if language == "zh" else self.lives
        return self.things_zh if language == "zh" else self.things


@cache
def gatherings() -> Mapping[str, Gathering]:
    """The events by name.

    Raises:
        msgspec.ValidationError: the file has an entry that is none.
    """
    return msgspec.convert(word_table("gatherings"), dict[str, Gathering])


@cache
def _by_word() -> Mapping[str, Gathering]:
    return {word: event for event in gatherings().values() for word in (*event.en, *event.zh)}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def words(language: WordLanguage) -> str:
        found = [word for event in gatherings().values() for word in getattr(event, language)]
        return "|".join(sorted(map(re.escape, found), key=len, reverse=True))

    english = rf"\b(?:an? |the )?(?P<who>(?:[a-z]+[ -]){{1,4}}?)(?P<event>{words('en')})\b(?! (?:car|track|bike|hat|dress|table|tent|of|for|with)\b)(?!(?<=meeting) (?:an?|the|his|her|its|their|some|two|three|up|each|one)\b)(?!(?<=gathering) (?!in\b|at\b|on\b|by\b|around\b|under\b|near\b|with\b|of\b|outside\b)[a-z])"
    chinese = rf"(?:一[场个次])?(?P<who>[\u4e00-\u9fff]{{1,5}}?)(?:们)?(?P<of>的)?(?P<event>{words('zh')})(?=$|[^\u4e00-\u9fff]|[的在里上中和])"
    return re.compile(english, re.IGNORECASE), re.compile(chinese)


_LAID = r"^(?:画)?一大?桌(?:丰盛的|热腾腾的|香喷喷的)*(?:年夜饭|团圆饭|饭菜|宴席|酒席|晚饭|晚餐|美食|菜)[，,：:]*(?:桌上)?(?:有|摆着|包括)"
_AROUND_A_TABLE = Pattern(
    rf"{_LAID}(?P<x>[^。；]*?)[，,]一家(?P<n>[\u4e00-\u9fff]{{0,2}}?)(?:都|正在|正)?围(?:着|在一起)?坐(?:着|在一起|在旁边|在桌边)?(?=$|[，。])",
    re.NOFLAG,
)
_TABLEFUL = Pattern(_LAID, re.NOFLAG)


def told_at_the_table(prompt: str) -> str:
    """一桌年夜饭，有鱼和饺子，一家人围着坐: a dinner by what is on the table, and who sits around that."""
    return _TABLEFUL.sub("餐桌上有", _AROUND_A_TABLE.sub(r"餐桌上有\g<x>，一家\g<n>围坐在餐桌旁", prompt))


def told_by_guests(prompt: str) -> str:
    """The wish for a new picture with such events told as who takes part in them; others stay as they are."""
    english, chinese = _patterns()
    if (alone := _ALONE.fullmatch(prompt.strip())) is not None:
        named = (alone["zh"] or alone["en"]).lower()
        event = _by_word().get(named) or _by_word().get(named.removeprefix("business "))
        if event is not None and event.by:
            return event.lives_zh.format(who=event.by_zh) if alone["zh"] else event.lives.format(who=event.by)
    return chinese.sub(lambda one: _told(one, "zh"), english.sub(lambda one: _told(one, "en"), prompt))


_ALONE = re.compile(
    r"(?:please )?(?:draw |paint |make )?(?:me )?(?:an? |the )?(?:happy |big |fun )?(?P<en>(?:[a-z-]+ )?[a-z-]+)[.!]*"
    r"|(?:请?(?:给我)?画)?(?:一[个场次幅])?(?P<zh>[\u4e00-\u9fff]+)[。！]*",
    re.IGNORECASE,
)
"""An event by itself."""


def _told(match: re.Match[str], language: WordLanguage) -> str:
    event = _by_word()[match["event"].lower()]
    who = match["who"].strip(" -")
    if any(token.get("kinds") or token.get("festivals") for token in tokenise(match[0])[-1:]):
        return match[0]  # a word of its own: a lantern festival
    tokens = tokenise(who)
    kind = tokens[-1].get("kinds") if tokens and tokens[-1].end == len(who) else None
    if kind is None or any(token.unknown for token in tokens):
        return match[0]
    told = event.told(language, alive=kinds()[kind].alive)
    if not told:
        return match[0]
    start = match.start("who")
    mixed = sum(token.get("kinds") is not None for token in tokens) > 1  # 龟兔赛跑
    if (
        mixed or _AND.search(who) or _BEFORE.search(match.string[:start])
    ):  # the tortoise and the hare: one of each
        return told.format(who=match.string[match.start() : start] + who)
    if match.groupdict().get("of") and not is_animal(kind):  # 小明的生日派对 is one boy's
        return told.format(who=who)
    before, name = who[: tokens[-1].start], tokens[-1].text
    several = _NUMBERS[language][event.some]
    if language == "en":
        return told.format(who=f"{several} {before}{several_of(name)}")
    return told.format(who=f"{several}{'只' if is_animal(kind) else '个'}{before}{name}")


_AND = re.compile(r"[和与跟、]|\band\b")
_BEFORE = re.compile(r"[和与跟、]$|(?:\band|,) (?:an? |the )?$")
_NUMBERS: Mapping[WordLanguage, Mapping[int, str]] = {
    "en": {3: "three", 4: "four", 5: "five"},
    "zh": {3: "三", 4: "四", 5: "五"},
}
