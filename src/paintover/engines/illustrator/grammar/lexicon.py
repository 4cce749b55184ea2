"""Words to meanings: the tables of `words/*.toml`, and the longest-match reader that turns a text into tokens.

A token has one or more readings, each a role (the table) and a value (the canonical name): 牛 is ``kinds/ox``, 头 is
``parts/head`` and ``measures/each``. Which reading counts is for the grammar to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from types import MappingProxyType

from paintover.engines.illustrator.emoji import INSTEAD, emoji, feelings, sign_at, spoken, tone_in, whole
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import (
    THEM,
    UNSPACED,
    Dialect,
    Dictionary,
    dialect_of,
    dictionary,
    is_korean_noun,
    is_russian_noun,
    look_up,
    part_of,
    pronoun_at,
    stands_alone,
    without_particle,
)
from paintover.engines.illustrator.grammar.materials import material_words
from paintover.engines.illustrator.grammar.tokens import Readings as Readings
from paintover.engines.illustrator.grammar.tokens import Token as Token
from paintover.engines.illustrator.grammar.tokens import WordLanguage as WordLanguage
from paintover.engines.illustrator.grammar.unquoted import unquoted
from paintover.engines.illustrator.grammar.word_order import ordered, told_apart
from paintover.engines.illustrator.kinds import by_icon, kinds, sorts
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sketches import more_words, sketches
from paintover.engines.illustrator.trades import trade_words
from paintover.engines.illustrator.wording import Pattern

MAX_TEXT = 2_000
"""Characters of a prompt that are read; a picture holds less than that."""
_APART = {"ideas", "traditional"}
_VERBAL = frozenset({"verbs", "poses", "actions"})
"""Roles of words that the grammar reads inside a name ("woman running")."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's words: by word, its readings; and the length of the longest."""

    words: Mapping[str, Readings]
    longest: int
    ideas: tuple[str, ...]
    fold: Mapping[str, str]
    """Traditional characters to simplified."""


@cache
def vocabulary(lang: WordLanguage) -> Vocabulary:
    """The tables of one language. `longest` counts characters in Chinese, words in English."""
    tables = word_table(lang)
    words: dict[str, dict[str, str]] = {}
    for table, entries in tables.items():
        if table in _APART:
            continue
        for value, spellings in entries.items():
            role = value if table == "grammar" else table
            for spelling in spellings:
                readings = words.setdefault(spelling.lower(), {})
                if role == "sorts":
                    readings["kinds"] = sorts()[value][0]
                elif role == "patterns":
                    readings["modifiers"] = value
                elif role == "them":
                    readings["it"] = value
                readings[role] = value
    for word, material in material_words(lang).items():
        words.setdefault(word, {}).update(modifiers=material, patterns=material)
    for tone, spellings in word_table("complexion")["adjectives"][lang].items():
        for spelling in spellings:
            words.setdefault(spelling, {}).update(modifiers=tone, skins=tone)
    _add_more(words, lang)
    for word, trade in trade_words(lang):
        readings = words.setdefault(word, {})
        for role in _WEAK & readings.keys():
            del readings[role]
        readings["kinds"] = trade
    verbs = {word for word, found in words.items() if not _VERBAL.isdisjoint(found)}
    for name, kind in spoken(lang, by_icon(), verbs).items():
        plural = lang == "en" and any(each in words for each, _ in _spellings(name))
        if not plural and not _coloured(name, words):
            words.setdefault(name, {"kinds": kind})
    for name, kind in _men_and_women(words, lang):
        words.setdefault(name, {"kinds": kind})
    longest = max(len(word) if lang == "zh" else word.count(" ") + 1 for word in words)
    pairs = tables.get("traditional", {}).get("pairs", "").split()
    return Vocabulary(
        words=MappingProxyType(_shared(words)),
        longest=longest,
        ideas=tuple(tables["ideas"]["some"]),
        fold=MappingProxyType({pair[0]: pair[1] for pair in pairs}),
    )


def _shared(words: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """The words with one mapping for all that mean the same."""
    known: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}
    return {
        word: known.setdefault(tuple(found.items()), MappingProxyType(found)) for word, found in words.items()
    }


_WEAK = frozenset({"undrawn", "filler", "alone"})
"""Roles of words that give way to a thing of that name."""


def _add_more(words: dict[str, dict[str, str]], lang: WordLanguage) -> None:
    """The words of the sketches and of the shops, and those of `more.toml`, where no word of the tables names a thing already."""
    told: Mapping[str, Sequence[str]] = {
        name: sketch.en if lang == "en" else sketch.zh for name, sketch in sketches().items()
    }
    sold: Mapping[str, Sequence[str]] = {
        name: shop.en if lang == "en" else shop.zh for name, shop in shops().items()
    }
    more: Mapping[str, Sequence[str]] = more_words()[lang]
    for table in (told, sold, more):
        for kind, spellings in table.items():
            for spelling in spellings:
                readings = words.setdefault(spelling.lower(), {})
                if "kinds" in readings:
                    continue
                for role in _WEAK & readings.keys():
                    del readings[role]
                readings["kinds"] = kind


@cache
def _said_as(lang: WordLanguage) -> tuple[re.Pattern[str], Mapping[str, str]]:
    table: dict[str, str] = dict(more_words()[f"said_as_{lang}"])
    if lang == "en":
        for name, plain in list(table.items()):
            head, *rest = re.split(r"(?= with | of )", plain, maxsplit=1)
            table.setdefault(several_of(name), several_of(head) + "".join(rest))
    names_ = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
    return re.compile(rf"\b(?:{names_})\b" if lang == "en" else names_, re.IGNORECASE), table


def several_of(noun: str) -> str:
    """The regular plural: "huskies"; what has none stays as it is."""
    if noun.endswith(("sheep", "fish", "deer", "s")):
        return noun
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"


def in_plain_words(text: str) -> str:
    """The text with names that say a kind and how it looks ("golden retriever") said in those words; what is to be written
    stays as it is."""
    parts: list[str] = []
    at = 0
    for written in _WRITTEN.finditer(text):
        start, end = written.span(written.lastgroup or 0)
        parts += (_in_plain_words(text[at:start]), text[start:end])
        at = end
    return "".join((*parts, _in_plain_words(text[at:])))


_KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7a3]")


def _in_plain_words(text: str) -> str:
    for lang in ("en", "zh"):
        pattern, table = _said_as(lang)
        if lang == "zh" and _KANA_OR_HANGUL.search(text):  # 的 is no word of a Japanese sentence
            table = {name: name if "的" in told else told for name, told in table.items()}
        text = pattern.sub(partial(_plainly, table), text)
    return text


def _plainly(table: Mapping[str, str], match: re.Match[str]) -> str:
    return table[match[0].lower()]


def _coloured(name: str, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether the name is a colour and a thing ("black cat"), which the grammar reads better."""
    for end in range(1, len(name)):
        if "colours" in words.get(name[:end], ()) and "kinds" in words.get(name[end:].lstrip(" 色的"), ()):
            return True
    return False


_SEXES: dict[WordLanguage, dict[str, tuple[str, ...]]] = {
    "zh": {"woman": ("女",), "man": ("男",)},
    "en": {"woman": ("female ", "woman "), "man": ("male ", "man ")},
}


def _men_and_women(words: Mapping[str, Mapping[str, str]], lang: WordLanguage) -> list[tuple[str, str]]:
    """Names of the drawings of a trade that tell women from men (女医生, "female doctor")."""
    found: list[tuple[str, str]] = []
    for word, readings in words.items():
        art = kinds()[readings["kinds"]].art if "kinds" in readings else ""
        for sex, prefixes in _SEXES[lang].items():
            kind = by_icon().get(f"{sex}-{art.removeprefix('noto:')}")
            if kind is not None:
                found.extend((f"{prefix}{word}", kind) for prefix in prefixes)
    return found


@cache
def names(lang: WordLanguage, value: str, *, table: str = "kinds") -> str:
    """What a kind, or a value of another table, is called: the first word of its entry, or else its own name."""
    for word, readings in vocabulary(lang).words.items():
        if readings.get(table) == value:
            return word
    for name, icon in whole(lang).items() if table == "kinds" else ():
        if INSTEAD.get(icon, by_icon().get(icon)) == value:
            return name
    return value.replace("-", " ")


@cache
def nouns_for(kind: str) -> tuple[str, ...]:
    """All the nouns of that kind, in both languages."""
    return tuple(
        word
        for lang in _BOTH
        for word, readings in vocabulary(lang).words.items()
        if readings.get("kinds") == kind
    )


_BOTH: tuple[WordLanguage, ...] = ("en", "zh")


@cache
def signs() -> Mapping[str, str]:
    """By emoji without skin tones, the kind that it means."""
    return MappingProxyType({one.sign: meant_by(one.icon) for one in emoji()})


def meant_by(icon: str) -> str:
    """The kind that is drawn for an icon."""
    return INSTEAD.get(icon, by_icon()[icon])


_SHAPE = re.compile(
    r"\b\d{1,4}\s*(?:[:：xX×*/比]\s*\d{1,4}|k\b|px\b|%)|\bgen_\w+|\btask_\w+|https?://\S+"
    r"|(?<![改变换]成)(?<![挂贴])(?<![挂贴][上着了])(?<!墙上的)(?:(?<![加添放摆])|(?!.{1,3}幅画))(?:[\d一二两三四五六七八九十几]{1,3}|多)\s*(?:张|幅|版)(?:不同|不一样)?的?"
    r"(?![^在和与，,、。坐站趴躺放]{0,4}(?:桌|椅|凳|床|沙发|几|毯|垫|纸|网|弓|饼|票|卡|皮|脸|嘴|钱|地图|帆|挂画|油画|画框|幅画))"
    r"(?:图片?|照片|画|插画|壁纸)?"
    r"|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|some|a few)\s+(?:\w+\s+)?"
    r"(?:pictures|images|photos|drawings|illustrations|versions|variations|variants|options|pics)\b(?:\s+of)?"
    r"|第\s*[一二三四五六七八九十\d]+\s*[张幅](?:图片?|照片|画|图像)?(?:里面?|中)?的?"
    r"|\b(?:(?:of|from|in|into|onto|to)\s+)?the\s+(?:first|second|third|fourth|last|other|previous|two|both|1st|2nd|3rd)"
    r"\s+(?:one|pictures?|images?|photos?|drawings?|scenes?)\b"
    r"|\b(?:both|these|those|all)(?:\s+(?:of\s+)?(?:the\s+)?)?(?:\s*(?:two|three|four))?\s*"
    r"(?:pictures|images|photos|drawings|scenes)\b"
    r"|\b(?:in|into|onto|to|on|from|out of|off)\s+(?:the|this|my|that|our)\s+(?:whole\s+)?"
    r"(?:pictures?|images?|photos?|drawings?|scenes?|illustrations?|pic)\b(?!\s+(?:frame|of))"
    r"|\b(?:of|from)\s+the\s+(?:first|second|third|fourth|last|other)(?=\s*(?:$|[.,;!?]|(?:and|beside|next|on|to|behind)\b))",
    re.IGNORECASE,
)
"""What is said of the order and not of the picture: ratios, sizes, ids, links, how many pictures, which picture."""
_LATIN = re.compile(r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+(?:[-/][^\W_\u2e80-\u9fff]+)*")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_DIGITS = re.compile(r"\d{1,3}(?!\d)")
_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》\n]{1,400})[”\"」』》]|(?<!\w)['‘]([^'’\n]{1,400})['’](?!\w)")
_GAPS = re.compile(r"[\s_]+")
_GAP = re.compile(r"(?:['’](?=[a-z]))?[ \t_]*")
_STOPS = "，。；！？,.;!?\n：:()（）…"
_SPACES = re.compile(r"(?:[ \t]+|(?<=[ldt])['’])")
_KATAKANA = re.compile("[\u30a0-\u30ff]{2,}")
_JAPANESE_VERB = re.compile(
    "[\u4e00-\u9fff]{1,2}(?:[っいきしりちけせえれめげべみび]?(?:てい(?:る|ます|た)|ておいて|てください|て|た|ながら|ます)"
    "|[んい](?:でい(?:る|ます|た)|でください|で|だ)|[かさたまらわがば]?(?:せて|れて)|[けせえれめげべ]?る|[うくすつむぶぐ])"
)
"""An ordinary verb, which its ending tells from a noun."""
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_ASKED_KOREAN = re.compile(r"그려\s?(?:줘|주세요|줄래)?요?|보여\s?줘")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def fold(text: str) -> str:
    """Lower case, full-width to ASCII, traditional to simplified: character by character, so offsets stay."""
    return text.lower() if text.isascii() else text.translate(_folding())


class _Folding(dict[int, str]):
    """Characters folded, each worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        lower = character.lower()
        if 0xFF01 <= code <= 0xFF5E and character not in _STOPS:
            lower = chr(code - 0xFEE0).lower()
        folded = vocabulary("zh").fold.get(character, lower if len(lower) == 1 else character)
        return self.setdefault(code, folded)


@cache
def _folding() -> _Folding:
    return _Folding()


_WRITTEN = re.compile(
    r"(?P<quoted>[“\"「『《][^”\"」』》\n]*[”\"」』》])"
    r"|(?:[写寫][着著上了有]?|字样|字樣|标题|標題|文字)[:：]?\s*(?P<plain>[^，。！？,.;；\s“\"「『]+)"
)
_NOT_CHINESE = re.compile(r"[\u3040-\u30ff\uac00-\ud7a3]")


def in_simplified(text: str) -> str:
    """Traditional Chinese in simplified characters, one for one; what is to be written in the picture stays as it is."""
    if _NOT_CHINESE.search(text):
        return text
    table = _simplified()
    parts: list[str] = []
    at = 0
    for written in _WRITTEN.finditer(text):
        start, end = written.span(written.lastgroup or 0)
        parts += (text[at:start].translate(table), text[start:end])
        at = end
    return "".join((*parts, text[at:].translate(table)))


@cache
def _simplified() -> Mapping[int, str]:
    return str.maketrans(dict(vocabulary("zh").fold))


@cache
def english_words() -> frozenset[str]:
    """Every single word that stands in an English entry, but for the small ones of foreign names ("pastel de nata")."""
    words = vocabulary("en").words
    return frozenset(part for word in words for part in word.split() if len(part) > 2 or part in words)


def tokenise(text: str) -> list[Token]:
    """Read the first `MAX_TEXT` characters. Spaces and signs that mean nothing leave no token."""
    return list(tokenised(text[:MAX_TEXT]))


@lru_cache(maxsize=64)
def tokenised(text: str) -> tuple[Token, ...]:
    """See `tokenise`. Kept for a while, as many passes read the same clauses of one wish."""
    dialect = dialect_of(text, english=english_words())
    named = _whole(text)
    if named is not None:
        return (named,)
    tokens = _alone(_joined(_without_feelings(list(_tokens(text, fold(text), dialect)))))
    return tuple(ordered(tokens, dialect) if dialect is not None else told_apart(tokens))


_ASKED = re.compile(
    r"^(?:请|帮我|给我|画|绘制|来|please|draw|paint|a picture of|me|an?|the|[一1][个只张幅位颗朵]|:|：|\s)*",
    re.IGNORECASE,
)
_CLOSED = " \n.!。！~"


_LOOSE = frozenset({"actions", "poses", "moods", "modifiers", "colours", "alone"})
"""Roles that ask for nothing where a text is one word of them."""


def _whole(text: str) -> Token | None:
    """The text as the name of one emoji that counts by itself only ("face with tears of joy", 喜笑颜开)."""
    start = match.end() if (match := _ASKED.match(text)) else 0
    for begin in (0, start) if start else (0,):
        asked = text[begin:].rstrip(_CLOSED)
        if len(asked) > _longest_name():
            continue
        name = fold(asked).replace("\u2019", "'")
        lang: WordLanguage = "zh" if _HAN.search(name) else "en"
        icon = whole(lang).get(name)
        words = vocabulary(lang).words
        if icon is not None and not _coloured(name, words) and _LOOSE.issuperset(words.get(name, ())):
            return Token(asked, begin, begin + len(asked), lang, {"kinds": meant_by(icon)})
    return None


@cache
def _longest_name() -> int:
    return max(len(name) for lang in ("zh", "en") for name in whole(lang))


_ASKING = frozenset(
    {"numbers", "measures", "a", "and", "verbs", "relations", "colours", "sizes", "of", "with"}
)


def _without_feelings(tokens: list[Token]) -> list[Token]:
    """A smiley behind a sentence is no wish for one, unless there is nothing else or a word asks for it."""
    if not any(token.text in feelings() for token in tokens):
        return tokens
    if not any(token.get("kinds") is not None and token.text not in feelings() for token in tokens):
        return tokens
    kept: list[Token] = []
    for token in tokens:
        feeling = token.text in feelings()
        joined = feeling and kept and not kept[-1].text
        if joined:
            kept.pop()
        asked = bool(kept) and not _ASKING.isdisjoint(kept[-1].readings)
        if not feeling or (asked and not joined):
            kept.append(token)
    return kept


_ASIDE = frozenset(
    {
        "a",
        "the",
        "numbers",
        "measures",
        "colours",
        "sizes",
        "filler",
        "modifiers",
        "moods",
        "of",
        "stop",
        "wishes",
    }
)
"""Roles of words that may stand by a thing without asking for another one."""


def _alone(tokens: list[Token]) -> list[Token]:
    """A part of the body or a form is a thing where nothing else is asked for ("draw an eye")."""
    if not any(token.get("alone") for token in tokens):
        return tokens
    for token in tokens:
        asking = token.get("verbs") not in (None, "draw")
        plain = token.get("verbs") == "draw" or not _ASIDE.isdisjoint(token.readings)
        if asking or not (plain or token.get("alone")):
            return tokens
    return [
        replace(token, readings={"kinds": token.readings["alone"]}) if token.get("alone") else token
        for token in tokens
    ]


_CAPTIONED = re.compile(
    r"写|字|标题|配文|文案|text|caption|say|title|words|label|content|reads|write|written|sign"
    r"|書|que d[iy]|que pon[eg]|escrit|scritt|dice|diz|qui dit|disant|écri|marqué|inscri|mots|leyenda|palavras|palabras|parole"
    r"|schrift|steht|worten|opschrift|staat|woorden|надпис|написа|текст|словами|글|적힌|쓰인|써진|쓴|문구"
)


def _tokens(text: str, folded: str, dialect: Dialect | None) -> Iterator[Token]:
    captioned = _CAPTIONED.search(folded) is not None
    at, signed = 0, -1
    written = unquoted(text)
    while at < len(text):
        if written is not None and at == written[0]:
            yield Token(text[at : written[1]], at, written[1], "zh", {"quoted": text[at : written[1]]})
            at = written[1]
            continue
        if text[at].isspace() and text[at] != "\n":
            at += 1
            continue
        token = _sign(text, at, captioned=captioned)
        if token is None and dialect is not None:
            token = _unspaced(text, at, dialect) if dialect in UNSPACED else _spaced(text, at, dialect)
        token = token or _han(text, folded, at) or _word(text, folded, at)
        if token is None:
            at += 1
            continue
        if token.get("emoji") is not None:
            if signed == at:
                yield Token("", at, at, token.lang, {"and": "and"})  # two signs in a row are two things
            many, signed = _repeated(text, token)
            if many > 1:
                yield Token("", at, at, token.lang, {"numbers": str(many)})
                token = replace(token, end=signed)
        at = token.end
        if token.get("skip") is None:
            yield token


def _repeated(text: str, token: Token) -> tuple[int, int]:
    """How many times the sign stands here in a row, and where the row ends."""
    many, end = 1, token.end
    while end < len(text) and (again := sign_at(text, end, signs())) is not None and again[0] == token.text:
        many, end = many + 1, again[1]
    return many, end


def _sign(text: str, at: int, *, captioned: bool) -> Token | None:
    """A quotation, a shape or link (nothing to draw), a stop, a number, an emoji."""
    if (found := sign_at(text, at, signs())) is not None:
        lang: WordLanguage = "zh" if _HAN.search(text) else "en"
        readings = {"kinds": signs()[found[0]], "emoji": found[0]}
        if (tone := tone_in(text[at : found[1]])) is not None:
            readings["skins"] = tone
        return Token(found[0], at, found[1], lang, readings)
    if captioned and (match := _QUOTED.match(text, at)):
        return Token(match[1] or match[2], at, match.end(), "zh", {"quoted": match[1] or match[2]})
    if match := _SHAPE.match(text, at):
        return Token(match[0], at, match.end(), "en", {"skip": ""})
    if text[at] in _STOPS:
        return Token(text[at], at, at + 1, "zh", {"stop": text[at]})
    if match := _DIGITS.match(text, at):
        return Token(match[0], at, match.end(), "en", {"numbers": str(int(match[0]))})
    return None


def _unspaced(text: str, at: int, dialect: Dialect) -> Token | None:
    """The longest word of that language that stands here, or a run of letters that is none."""
    known = dictionary(dialect)
    for length in range(min(known.longest, len(text) - at), 0, -1):
        readings = known.words.get(text[at : at + length])
        if readings is None or not stands_alone(text, at, at + length, readings):
            continue
        if (
            dialect == "ja"
            and text[at] == "と"
            and at
            and length > 1
            and _reaches(text, at + 1, at + length, known)
        ):
            continue  # 急須とりんご: "and" an apple, no bird
        word = text[at : at + length]
        return Token(word, at, at + length, "zh", readings, word in known.plurals)
    if dialect == "ja" and (verb := _JAPANESE_VERB.match(text, at)) is not None:
        return Token(verb[0], at, verb.end(), "zh", {"actions": "some"})
    if foreign := _KATAKANA.match(text, at):
        word = foreign[0]
        sounds = word[: len(word) // 2] * 2 == word  # キラキラ
        noun = not sounds and text[foreign.end() : foreign.end() + 1] not in ("な", "し", "す")
        return Token(word, at, foreign.end(), "zh", {"undrawn": "some"} if noun else {})
    if foreign := _HANGUL.match(text, at):
        word = without_particle(foreign[0])
        last = not _HANGUL.search(_ASKED_KOREAN.sub("", text[foreign.end() :]))
        noun = is_korean_noun(foreign[0], last=last)
        return Token(word, at, at + len(word), "zh", {"undrawn": "some"} if noun else {})
    return None


def _reaches(text: str, start: int, end: int, known: Dictionary) -> bool:
    """Whether a noun begins there that ends farther on."""
    longer = range(end - start + 1, known.longest + 1)
    return any("kinds" in known.words.get(text[start : start + length], {}) for length in longer)


def _spaced(text: str, at: int, dialect: Dialect) -> Token | None:
    """The longest run of spaced words that is an entry of that language."""
    lower = text.lower()
    if len(lower) != len(text) or (first := _LATIN.match(lower, at)) is None:
        return None
    if at > 0 and (clitic := pronoun_at(dialect, lower, at, first[0])) is not None:
        readings = THEM if clitic == "them" else {"it": "it"}
        return Token(text[at : first.end()], at, first.end(), "en", readings)
    ends = [first.end()]
    for _ in range(dictionary(dialect).longest - 1):
        following = _SPACES.match(lower, ends[-1])
        more = _LATIN.match(lower, following.end()) if following else None
        if more is None:
            break
        ends.append(more.end())
    if dialect == "ar" and text[at] == "و" and look_up(dialect, lower[at + 1 : ends[0]]):
        return Token(text[at], at, at + 1, "en", {"and": "and"})
    prefixed = dialect == "ar" and text[at] == "ب" and lower[at : ends[0]] not in dictionary(dialect).words
    if prefixed and look_up(dialect, lower[at + 1 : ends[0]]):
        return Token(text[at], at, at + 1, "en", {"with": "with"})
    for end in reversed(ends):
        found = look_up(dialect, _SPACES.sub(" ", lower[at:end]))
        if found is not None:
            readings, inflected = found
            if dialect == "nl" and lower.startswith(("'s", "’s"), end) and "kinds" in readings:
                end, inflected = end + 2, True  # auto's
            return Token(text[at:end], at, end, "en", readings, inflected)
    if (part := part_of(dialect, first[0])) is not None:
        length, readings, inflected = part
        return Token(text[at : at + length], at, at + length, "en", readings, inflected)
    if first[0] in english_words():
        return None
    noun = dialect == "ru" and is_russian_noun(first[0])
    return Token(
        text[at : first.end()], at, first.end(), "en", {"undrawn": "some"} if noun else {}
    )  # never a slip in English


def _han(text: str, folded: str, at: int) -> Token | None:
    words = vocabulary("zh")
    if (length := _longest(folded, at)) > 0:
        end = at + length
        if length > 1 and end < len(text) and _HAN.match(text[end]) and not _longest(folded, end):
            length = _reaching_further(folded, at, end)
        return Token(text[at : at + length], at, at + length, "zh", words.words[folded[at : at + length]])
    if _HAN.match(text[at]):
        return Token(text[at], at, at + 1, "zh")
    return None


def _longest(folded: str, at: int) -> int:
    """Characters of the longest Chinese word that stands there; 老虎头上 is the head of a tiger, and no tiger's face."""
    words = vocabulary("zh")
    return next(
        (
            length
            for length in range(min(words.longest, len(folded) - at), 0, -1)
            if folded[at : at + length] in words.words
            and not (
                length > 2
                and folded[at + length - 1] in "头脸"
                and folded[at + length : at + length + 1] in _ON_IT
                and words.words[folded[at : at + length]].get("kinds", "").endswith("-face")
            )
        ),
        0,
    )


_ON_IT = frozenset({"上", "顶", "下", "部"})


def _reaching_further(folded: str, at: int, end: int) -> int:
    """Characters of the word that is read at `at`, where nothing begins behind the longest: 大 of 大饼干, as 饼干 reaches
    behind 大饼."""
    words = vocabulary("zh").words
    for cut in range(end - 1, at, -1):
        if folded[at:cut] in words and cut + _longest(folded, cut) > end:
            return cut - at
    return end - at


_WORKER = Pattern(
    r"(?:[a-z]+(?:maker|smith|keeper|seller|worker|monger|blower|dresser|cutter|picker|hunter|tamer|trainer|charmer|herder|binder)"
    r"|[a-z]{3,}(?:ologist|onomist|grapher|ician)"
    r"|(?P<what>[a-z]+) (?:player|instructor|operator|inspector|tamer|trainer|teller|charmer|maker|seller|collector"
    r"|repairer|tuner|cleaner|washer|catcher|herder|teacher|engineer|officer|technician|assistant|specialist|expert|master))s?\b",
    re.NOFLAG,
)
_MACHINES = frozenset(
    [
        "record",
        "cd",
        "dvd",
        "music",
        "media",
        "video",
        "cassette",
        "coffee",
        "tea",
        "ice",
        "bread",
        "noodle",
        "waffle",
        "popcorn",
        "street",
        "window",
        "dish",
        "car",
        "vacuum",
        "pipe",
        "dust",
        "air",
        "good",
        "new",
        "old",
        "young",
        "little",
        "happy",
        "a",
        "an",
        "the",
        "grand",
    ]
)
"""What stands before "player" or "maker" and makes it a machine, or says nothing of a trade."""
_WORKER_ZH = Pattern(r"[\u4e00-\u9fff]{1,4}(?:师傅|师|员|匠|工人)$", re.NOFLAG)
WORKER = "worker"
"""The kind of somebody of a trade that we do not know, whom the ending of the word tells."""


def _worker(folded: str, at: int, known: int) -> int | None:
    """Where the name of an unknown trade ends that starts here, if that is behind what is `known`."""
    match = _WORKER.match(folded, at)
    if match is None or match.end() <= known:
        return None
    what = match["what"]
    readings = vocabulary("en").words.get(what or "", {})
    if what is not None and (what in _MACHINES or (readings and "kinds" not in readings)):
        return None
    if what is not None and readings and kinds()[readings["kinds"]].alive and "player" in match[0]:
        return None
    return match.end()


def _word(text: str, folded: str, at: int) -> Token | None:
    """The longest run of up to `longest` English words that is an entry, or one word that is not."""
    if match := _POSSESSIVE.match(text, at):
        return Token(match[0], at, match.end(), "en", {"of": "of"})
    first = _LATIN.match(folded, at)
    if first is None:
        return None
    ends, end = [first.end()], first.end()
    for _ in range(vocabulary("en").longest - 1):
        following = _GAP.match(folded, end)
        more = _LATIN.match(folded, following.end()) if following and following.end() > end else None
        if more is None:
            break
        end = more.end()
        ends.append(end)
    for end in reversed(ends):
        if end == first.end() and (worker := _worker(folded, at, end - 1)) is not None:
            spelled = vocabulary("en").words.get(folded[at:end], {})
            if worker > end or not spelled:
                trade: Readings = {"kinds": WORKER, "meant": WORKER}
                return Token(text[at:worker], at, worker, "en", trade, folded[worker - 1] == "s")
        spelling = _GAPS.sub(" ", folded[at:end])
        for candidate, plural in _spellings(spelling):
            readings = vocabulary("en").words.get(candidate)
            if readings is not None and (not plural or "kinds" in readings or "undrawn" in readings):
                return Token(text[at:end], at, end, "en", readings, plural)
    meant = misspelled(first[0])
    if meant is not None:
        end = first.end()
        return Token(text[at:end], at, end, "en", {**vocabulary("en").words[meant], "meant": meant})
    return Token(first[0] if text[at:] == folded[at:] else text[at : first.end()], at, first.end(), "en")


_TYPED = 5
"""Letters of the shortest word whose misspelling is looked for."""
_LONG = 8
"""Letters from which on a wrong letter is taken for a slip, too; shorter words are too close to one another."""


_SPELLED = frozenset(
    ["american", "angle", "beats", "boost", "canon", "compute", "configure", "defective", "diffuse", "dinner", "directory", "dumping", "explore", "harmonic", "influence", "lighting", "overall", "printing", "processor", "seeding", "sticking", "stacking", "strange", "stronger", "trailers", "dinners", "angles", "strangely", "spilling", "loading", "planting", "painting", "hatching", "patching", "waling", "quilting", "stitching"]
)  # fmt: skip
"""Words that English has, which look like a slip of another that is known."""


@lru_cache(maxsize=512)
def misspelled(word: str) -> str | None:
    """The one noun that a slip of the typist makes this of, None where there is none or more than one.

    Two letters that changed places, a letter doubled or not, one left out or put in; in long words a wrong one. The first
    letter must stand, and no word that English has is known here to be one: short words are left alone.
    """
    if len(word) < _TYPED or not word.isascii() or not word.isalpha() or word in _SPELLED:
        return None
    found = {noun for noun in _nouns().get(word[0], ()) if _slip(word, noun)}
    kinds_meant = {vocabulary("en").words[noun]["kinds"] for noun in found}
    if not found and word.endswith(("ing", "gin", "ign", "nig")):
        doing = {verb for verb in _participles() if verb[0] == word[0] and _swapped(word, verb)}
        return doing.pop() if len(doing) == 1 else None
    return min(found) if len(kinds_meant) == 1 else None


@cache
def _participles() -> tuple[str, ...]:
    """The single words in -ing that say what somebody does."""
    return tuple(
        word
        for word, readings in vocabulary("en").words.items()
        if word.endswith("ing") and word.isalpha() and not _VERBAL.isdisjoint(readings)
    )


def _swapped(typed: str, meant: str) -> bool:
    """Whether two letters have changed places, or a doubled one was typed once, or a single one twice."""
    if len(typed) == len(meant):
        return _slip(typed, meant) and sorted(typed) == sorted(meant)
    short, long = sorted((typed, meant), key=len)
    return len(long) == len(short) + 1 and any(
        long[at] == long[at + 1] and long[:at] + long[at + 1 :] == short for at in range(len(short))
    )


@cache
def _nouns() -> Mapping[str, tuple[str, ...]]:
    """By first letter, the single words that are nouns, as long as a misspelling is looked for."""
    by_letter: dict[str, list[str]] = {}
    for word, readings in vocabulary("en").words.items():
        if "kinds" in readings and len(word) >= _TYPED and word.isascii() and word.isalpha():
            by_letter.setdefault(word[0], []).append(word)
    return {letter: tuple(sorted(words)) for letter, words in by_letter.items()}


def _slip(typed: str, meant: str) -> bool:
    if len(typed) == len(meant):
        wrong = [at for at in range(len(typed)) if typed[at] != meant[at]]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return typed[wrong[0]] == meant[wrong[1]] and typed[wrong[1]] == meant[wrong[0]]
        return len(wrong) == 1 and len(meant) >= _LONG and wrong[0] < len(meant) - 1
    short, long = sorted((typed, meant), key=len)
    if len(long) != len(short) + 1:
        return False
    at = next((at for at in range(len(short)) if short[at] != long[at]), len(short))
    doubled = at > 0 and long[at] == long[at - 1]
    return long[at + 1 :] == short[at:] and (doubled or len(meant) >= _LONG)


def corrections(text: str) -> list[tuple[str, str]]:
    """Words of a text that were read as another spelling, with what they were read as."""
    read = ((token.text, token.get("meant")) for token in tokenise(text))
    return list(dict.fromkeys((typed, meant) for typed, meant in read if meant is not None))


_VESSELS_ONE = {
    "glasses": "glass of", "cups": "cup of", "bottles": "bottle of", "mugs": "mug of", "bowls": "bowl of", "plates": "plate of",
    "pots": "pot of", "cans": "can of", "boxes": "box of", "bags": "bag of", "jars": "jar of", "slices": "slice of",
}  # fmt: skip
_VESSELS = re.compile(rf"({'|'.join(_VESSELS_ONE)}) of")


_IRREGULAR = (
    ("men", "man"), ("people", "person"), ("children", "child"), ("mice", "mouse"), ("geese", "goose"), ("oxen", "ox"),
    ("feet", "foot"), ("teeth", "tooth"),
)  # fmt: skip


def _spellings(word: str) -> Iterator[tuple[str, bool]]:
    """The word as it is, with spaces for hyphens, and what it may be the plural of."""
    yield word, False
    if "-" in word:
        yield word.replace("-", " "), False
    if (held := _VESSELS.match(word)) is not None:
        yield word.replace(held[0], _VESSELS_ONE[held[1]], 1), True
    if word.endswith("ies"):
        yield word[:-3] + "y", True
    if word.endswith("ves"):
        yield word[:-3] + "f", True
        yield word[:-3] + "fe", True
    if word.endswith("es"):
        yield word[:-2], True
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], True
    for several, one in _IRREGULAR:
        if word.endswith(several):
            yield word[: -len(several)] + one, True


def singular_of(phrase: str) -> str:
    """An English phrase whose last word is a plural with that word in the singular, where it is known; clothes are no cloth."""
    before, _, word = phrase.rpartition(" ")
    known = vocabulary("en").words
    own = known.get(word.lower(), {}).get("kinds")
    for candidate, plural in _spellings(word.lower()):
        kind = known.get(candidate, {}).get("kinds")
        if plural and kind is not None and own in (None, kind):
            return f"{before} {candidate}".strip()
    return phrase


_ENDINGS = ("子", "儿")
"""What may follow a noun without a meaning of its own (木椅子)."""


def _joined(tokens: list[Token]) -> list[Token]:
    """Unknown Chinese characters that touch become one word, with the short adjective before a single one (黑板)."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        touches = last is not None and last.unknown and token.unknown and last.end == token.start
        ending = token.unknown and token.text in _ENDINGS
        if last is not None and ending and last.end == token.start and last.get("kinds") is not None:
            joined[-1] = replace(last, text=last.text + token.text, end=token.end)
        elif last is not None and touches and last.lang == token.lang == "zh":
            joined[-1] = Token(last.text + token.text, last.start, token.end, "zh")
        else:
            joined.append(token)
    joined = [_with_trade(token) for token in joined]
    words: list[Token] = []
    for token in joined:
        last = words[-1] if words else None
        alone = token.unknown and token.lang == "zh" and len(token.text) == 1
        if last is not None and alone and last.end == token.start and _short_adjective(last):
            words[-1] = Token(last.text + token.text, last.start, token.end, "zh")
        else:
            words.append(token)
    return words


def _with_trade(token: Token) -> Token:
    """An unknown word that ends as trades do (调琴师) as somebody of a trade."""
    if not token.unknown or token.lang != "zh" or _WORKER_ZH.fullmatch(token.text) is None:
        return token
    return replace(token, readings={"kinds": WORKER, "meant": names("zh", WORKER)})


def _short_adjective(token: Token) -> bool:
    adjective = any(token.get(role) is not None for role in ("colours", "sizes", "modifiers"))
    return adjective and token.lang == "zh" and len(token.text) == 1
