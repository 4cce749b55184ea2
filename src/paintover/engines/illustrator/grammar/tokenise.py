"""The longest-match reader that turns a text into tokens.

A token has the readings of its word in the lexicon. Which of them counts is for the grammar to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from paintover.engines.illustrator.emoji import feelings, sign_at, tone_in, whole
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
from paintover.engines.illustrator.grammar.lexicon import (
    coloured,
    english_words,
    meant_by,
    names,
    signs,
    vocabulary,
)
from paintover.engines.illustrator.grammar.plain_words import STOPS, fold
from paintover.engines.illustrator.grammar.plurals import spellings_of
from paintover.engines.illustrator.grammar.sizes_ahead import is_size_of_more
from paintover.engines.illustrator.grammar.slips import misspelled
from paintover.engines.illustrator.grammar.tokens import Readings, Token, WordLanguage
from paintover.engines.illustrator.grammar.unquoted import unquoted
from paintover.engines.illustrator.grammar.word_order import ordered, told_apart
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

MAX_TEXT = 2_000
"""Characters of a prompt that are read; a picture holds less than that."""
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
_LOCATIVE = re.compile(r"(?<![а-яё])(?:на|в|во|о|об|при) $")
_SPACES = re.compile(r"(?:[ \t]+|(?<=[ldts])['’])")
_KATAKANA = re.compile("[\u30a0-\u30ff]{2,}")
_JAPANESE_VERB = re.compile(
    "[\u4e00-\u9fff]{1,2}(?:[っいきしりちけせえれめげべみび]?(?:てい(?:る|ます|た)|ておいて|てください|て|た|ながら|ます)"
    "|[んい](?:でい(?:る|ます|た)|でください|で|だ)|[かさたまらわがば]?(?:せて|れて)|[けせえれめげべ]?る|[うくすつむぶぐ])"
)
"""An ordinary verb, which its ending tells from a noun."""
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_ASKED_KOREAN = re.compile(r"그려\s?(?:줘|주세요|줄래)?요?|보여\s?줘")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


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
        if icon is not None and not coloured(name, words) and _LOOSE.issuperset(words.get(name, ())):
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
    r"|[\"”’'」』] ?(?:at|across|along|over|above|below|under|underneath|beneath|on (?:the )?(?:top|bottom))\b"
    r"|[,，:：] ?[\"“「『][^\"”」』]{2,}[\"”」』] *(?:$|[,，.。;；])"
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
    if text[at] in STOPS:
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
            if dialect == "ru" and inflected and _LOCATIVE.search(lower[:at]) and lower[:end].endswith("и"):
                inflected = look_up(dialect, f"{lower[at : end - 1]}ь") is None  # на лошади
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
        childish = folded[end : end + 1] == "儿"  # 葱花儿
        if length > 1 and end < len(text) and _HAN.match(text[end]) and not _longest(folded, end):
            if childish:
                return Token(text[at:end], at, end + 1, "zh", words.words[folded[at:end]])
            length = _reaching_further(folded, at, end)
        if is_size_of_more(folded, at, length, vocabulary("zh").words, _longest):
            length = 1
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
        for candidate, plural in spellings_of(spelling):
            readings = vocabulary("en").words.get(candidate)
            if readings is not None and (not plural or "kinds" in readings or "undrawn" in readings):
                return Token(text[at:end], at, end, "en", readings, plural or _are_several(candidate))
    meant = misspelled(first[0])
    if meant is not None:
        end = first.end()
        return Token(text[at:end], at, end, "en", {**vocabulary("en").words[meant], "meant": meant})
    return Token(first[0] if text[at:] == folded[at:] else text[at : first.end()], at, first.end(), "en")


_MADE_ONE_BY_ONE = frozenset({
    "scarf", "knife", "shelf", "poppy", "pansy", "lily", "daisy", "peony", "camellia", "carnation", "daffodil", "fern", "hydrangea",
    "iris-flower", "magnolia", "succulent", "tomato", "potato", "sweet-potato", "mango", "fig", "raspberry", "bell-pepper",
    "shiitake", "brownie", "cream-puff", "egg-tart", "cupcake", "corn-dog", "empanada", "tomato-slice", "ham-slice", "tomato-plant",
    "strawberry-plant", "potted-cactus", "potted-flower", "potted-rose", "potted-sunflower", "potted-tulip", "hay-bale", "sky-lantern",
    "golf-ball", "tennis-ball", "hula-hoop", "hurdle", "dinosaur-egg", "solar-panel", "toy-car", "dart-arrow", "water-puddle",
    "scallop", "droplet", "pearl", "sand-dune", "iceberg", "oar", "chimney", "bauble", "djembe", "cookie-cutter", "napkin",
})  # fmt: skip
"""Things of which each drawing shows one."""


@lru_cache(maxsize=2_048)
def _are_several(word: str) -> bool:
    """Whether a word that the lexicon lists is the plural of another for the same: robins, wolves. Cherries, which hang
    together, and shoes, which are a pair, are one drawing."""
    words = vocabulary("en").words
    kind = words[word].get("kinds")
    if kind is None or not (kinds()[kind].alive or kind in _MADE_ONE_BY_ONE):
        return False
    return any(plural and words.get(one, {}).get("kinds") == kind for one, plural in spellings_of(word))


def corrections(text: str) -> list[tuple[str, str]]:
    """Words of a text that were read as another spelling, with what they were read as."""
    read = ((token.text, token.get("meant")) for token in tokenise(text))
    return list(dict.fromkeys((typed, meant) for typed, meant in read if meant is not None))


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
