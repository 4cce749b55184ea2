"""Pictures to be printed, sent or worn: posters, cards, book covers, logos, portraits for a profile, memes, stickers.

What it is to be is no thing in it: the word is taken out of the wish, and the words to stand on it become a title. What the
writers of prompts add for other engines ("masterpiece, 8k") is taken out as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from paintover.domain.call import Language
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import dialect_of
from paintover.engines.illustrator.grammar.lexicon import english_words
from paintover.engines.illustrator.grammar.scenery import PLAIN
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Environment, Sheet
from paintover.engines.illustrator.wording import Pattern

MOST = 120
"""Characters of a title that are kept."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is wished on a day, and what is drawn for it where nothing else is asked for."""

    name: str
    words: Pattern
    named: Pattern
    zh: str
    en: str
    idea_zh: str
    idea_en: str
    frame: str

    def wish(self, language: Language) -> str:
        """The words for its card."""
        return self.zh if language == "zh" else self.en

    def idea(self, language: Language) -> str:
        """What is drawn on it."""
        return self.idea_zh if language == "zh" else self.idea_en


@dataclass(frozen=True, slots=True)
class Ordered:
    """A wish for a sheet: what else is wished for, the sheet ("" for an ordinary picture), its title, the occasion."""

    rest: str
    sheet: Sheet = ""
    title: str | None = None
    occasion: Occasion | None = None
    called: str = ""
    """How the sheet was called: "cat meme"."""
    letters: str = ""
    """The colour of its words; "" leaves it to the sheet."""

    @property
    def subjects(self) -> Sequence[str]:
        """What is drawn where nothing is asked for: what its title names, or what stands for its trade."""
        named = _PRICE.sub(" ", _ADDRESS.sub(" ", self.title or ""))
        singly = ", ".join(named.split())
        return [words for words in (self.called, named, singly, self.trade) if words and words.strip()]

    @property
    def trade(self) -> str:
        """What stands for the trade whose sheet it is: tea for a tea shop; "" for none that is known."""
        said = f"{self.rest} {self.title or ''}"
        return next((idea for words, idea in _TRADES if words.search(said)), "")


_ADDRESS = re.compile(
    r"\b\d+\w* (?:[A-Z]\w+ )?(?:street|st|road|rd|avenue|ave|lane|square)\b\.?|\d+", re.IGNORECASE
)
_PRICE = re.compile(r"[￥¥$€£]?\s*[\d.]*\s*(?:元|块钱?|\b(?:dollars|euros|pounds|bucks)\b)", re.IGNORECASE)
_TRADES = (
    (re.compile(r"咖啡", re.IGNORECASE), "一杯咖啡和一个羊角面包"),
    (re.compile(r"\b(?:coffee|caf[eé])\b", re.IGNORECASE), "a cup of coffee and a croissant"),
    (re.compile(r"面包|烘焙|\bbaker", re.IGNORECASE), "a loaf of bread"),
    (re.compile(r"奶茶|\b(?:bubble|milk|boba) ?tea", re.IGNORECASE), "a bubble tea"),
    (re.compile(r"茶馆|茶叶|\btea (?:shop|house|room)", re.IGNORECASE), "a teapot and a cup of tea"),
    (re.compile(r"甜品|蛋糕|\bcake|\bpatisserie|\bpastry", re.IGNORECASE), "a cake"),
    (re.compile(r"冰淇淋|\bice[- ]cream|\bgelat", re.IGNORECASE), "an ice cream"),
    (
        re.compile(r"水果店|\bfruit (?:shop|store)|\bgreengrocer", re.IGNORECASE),
        "an apple, a banana and grapes",
    ),
    (re.compile(r"宠物|\bpet (?:shop|store|salon)", re.IGNORECASE), "a dog and a cat"),
    (re.compile(r"玩具店|\btoy (?:shop|store)", re.IGNORECASE), "a teddy bear and a ball"),
    (re.compile(r"鞋店|\bshoe (?:shop|store)", re.IGNORECASE), "two shoes"),
    (re.compile(r"服装店|\bclothing (?:shop|store)|\bboutique", re.IGNORECASE), "a dress"),
    (re.compile(r"珠宝|\bjewell?er", re.IGNORECASE), "a ring"),
    (re.compile(r"眼镜店|\boptician", re.IGNORECASE), "a pair of glasses"),
    (re.compile(r"文具|\bstationer", re.IGNORECASE), "a pencil and a notebook"),
    (re.compile(r"花店|\bflorist|\bflower shop", re.IGNORECASE), "a bouquet"),
    (re.compile(r"书店|\bbook ?(?:shop|store)", re.IGNORECASE), "a book"),
    (re.compile(r"餐厅|饭店|\brestaurant|\bdiner", re.IGNORECASE), "a chef"),
    (re.compile(r"招聘|诚聘|\bhiring|\brecruit", re.IGNORECASE), "a briefcase"),
    (
        re.compile(r"\b(?:yard|garage|jumble) sale|跳蚤市场", re.IGNORECASE),
        "a chair, a lamp and a teddy bear",
    ),
    (re.compile(r"音乐|演唱会|\bmusic|\bconcert", re.IGNORECASE), "a guitar and a microphone"),
    (re.compile(r"健身|\bgym\b|\bfitness", re.IGNORECASE), "a dumbbell"),
)


@dataclass(frozen=True, slots=True)
class _Words:
    sheets: Mapping[Sheet, Pattern]
    boilerplate: Sequence[Pattern]
    plain: Sequence[Pattern]
    """Words for pictures that are looked at and no more: a wallpaper, an illustration."""
    occasions: Sequence[Occasion]
    greetings: Mapping[str, Mapping[str, str]]
    """By language beyond Chinese and English and by occasion."""


@cache
def _words() -> _Words:
    tables = word_table("sheets")
    occasions = []
    for table in tables["occasions"]:
        patterns = {key: Pattern(table[key]) for key in ("words", "named")}
        occasions.append(Occasion(**{**table, **patterns}))
    return _Words(
        {name: Pattern(words) for name, words in tables["sheets"].items()},
        [Pattern(words) for words in tables["boilerplate"].values()],
        [Pattern(words) for words in tables["plain"].values()],
        occasions,
        tables["greetings"],
    )


_GROUNDS: Mapping[Sheet, str] = {
    "logo": "badge", "icon": "tile", "sticker": "studio", "avatar": "studio", "meme": "studio", "card": "card",
    "poster": "rays", "certificate": "page", "menu": "page",
}  # fmt: skip
"""What a sheet is printed on where nobody says where it plays."""
_ALWAYS = frozenset({"logo", "icon", "sticker", "certificate", "menu"})


def paper_of(sheet: Sheet, place: str | None, env: Environment) -> str | None:
    """The paper of a sheet; None where it shows the place that was named, or an hour or weather of one."""
    outdoors = (env.time, env.weather) != ("day", "clear") or bool(env.scenery.sky or env.scenery.peaks)
    if sheet in _ALWAYS or ((place is None or place == PLAIN) and not outdoors):
        return _GROUNDS.get(sheet)
    return None


_EMPTY = re.compile(r"(?:\s*[,，、;；]\s*)+(?=[,，、;；。.]|$)|^(?:\s*[,，、;；.。]\s*)+")
_HAN = re.compile(r"[\u3400-\u9fff]")


_FLAG = re.compile(r"(?:^|\s)--[a-z]+(?:\s+[\w:./]+)?(?=\s|$|,)", re.IGNORECASE)
"""A switch of another program: ``--ar 16:9``."""
_WEIGHT = re.compile(r"[(\[]+([^()\[\]:]{1,80})\s*:\s*[0-9.]{1,4}\s*[)\]]+")
"""A word with its weight: ``(cat:1.2)``."""


_CLAUSES = re.compile(r"[^,，;；.。:：!！\n“”\"「」]+")
_SHOWS = re.compile(r"\b(?:with|featuring|showing|of|where|mit|avec|con|com)\b|有|画着|上面", re.IGNORECASE)


def occasions_in(prompt: str) -> list[tuple[int, int]]:
    """Where a wish says what a sheet is for ("a poster for the summer sale", 教师节贺卡): its words tell of that, and no
    drawing need. What the sheet is to show ("a card with a dog") is not of it; its
    colours ("brown and cream") are."""
    found: list[tuple[int, int]] = []
    for clause in _CLAUSES.finditer(prompt):
        shows = _SHOWS.search(prompt, clause.start(), clause.end())
        end = clause.end() if shows is None else shows.start()
        if names_a_sheet(prompt[clause.start() : end]) or scheme(clause[0]):
            found.append((clause.start(), end))
    return found


_COLOURED = frozenset({"colours", "and", "of", "with", "relations", "filler", "the", "a", "modifiers"})


def with_its_colours(ordered: Ordered) -> Ordered:
    """A clause of nothing but colours ("brown and cream", 红金配色) is said of the sheet: the first is that of its ground, the
    next that of its words; what stands on white paper has its words in the first."""
    if not ordered.sheet:
        return ordered
    clauses = re.split(r"([,，;；.。!！\n]+)", ordered.rest)
    for at, clause in enumerate(clauses):
        if colours := scheme(clause):
            told, letters = colours[0], colours[0] if ordered.sheet in _ON_WHITE else colours[-1]
            clauses[at] = f"背景{told.text}" if told.lang == "zh" else f" {told.text} background"
            named = "" if letters is told and ordered.sheet not in _ON_WHITE else letters.get("colours") or ""
            return replace(ordered, rest="".join(clauses), letters=named)
    return ordered


def scheme(clause: str) -> list[Token]:
    """The colours of a clause that says nothing else; none of another one."""
    tokens = tokenise(_SCHEME.sub("", clause))
    colours = [token for token in tokens if token.get("colours") and not token.get("kinds")]
    return colours if all(not _COLOURED.isdisjoint(token.readings) for token in tokens) else []


_ON_WHITE = frozenset({"logo", "icon", "sticker"})
_SCHEME = Pattern(
    r"配色|主?色调|为主|颜色|\b(?:colou?rs?|colou?r scheme|scheme|palette|tones?|theme|in|please)\b"
)


@lru_cache(maxsize=256)
def names_a_sheet(word: str) -> bool:
    """Whether the word says what is to be printed (card, 海报), so that it is no thing in the picture."""
    return any(pattern.search(word) for pattern in (*_words().sheets.values(), *_words().plain))


def without_boilerplate(prompt: str) -> str:
    """A wish without the words that ask other engines for quality. As it is where nothing else would be left."""
    prompt = _HUNG.sub(lambda match: "paintings" if match[0].endswith("s") else "painting", prompt)
    rest = _WEIGHT.sub(r"\1", _FLAG.sub(" ", prompt))
    for words in (*_words().boilerplate, *_words().plain):
        rest = words.sub(" ", rest)
    if rest == prompt:
        return prompt
    rest = re.sub(r"\b(?:with|and|in|of)\s+(?=[,，.]|$)", " ", rest, flags=re.IGNORECASE)
    for _ in range(3):
        rest = _EMPTY.sub("", re.sub(r"([,，])(?:\s*[,，])+", r"\1", rest)).strip()
    return rest if any(letter.isalnum() for letter in rest) else prompt


_HUNG = Pattern(r"\b(?:pictures?|posters?)\b(?=[^,.;]{0,40}\bon (?:the|a|his|her) (?:[a-z]+ )?walls?\b)")
"""Pictures that hang in the picture, and are not what is asked for."""
_QUOTES = (
    re.compile(r"[“\"「『《„«]\s*(?P<words>[^”\"」』》“»\n]{1,240}?)\s*[”\"」』》“»]"),
    re.compile(r"(?<!\w)['‘](?P<words>[^'’\n]{1,240}(?:['’](?=\w)[^'’\n]{1,240})*)['’](?!\w)"),
)
_CALLED = (
    re.compile(r"(?:(?<![\u4e00-\u9fff])字(?=[:：])|店名|名字|品牌名?|书名|标题|主题|主标题|副标题|文案|配字|配文|文字|标语|口号|大字|小字|写着?|写上|名)(?:内容)?(?:叫做?|为|是|写着?|:|：)?\s*(?P<words>[^，。,.;；\s“”「」\"]{1,24}?)(?:[一两二三四五六几]个?大?字)?(?=[，。,.;；\s“”「」\"]|$)"),
    re.compile(r"(?:叫做?)\s*(?P<words>[^，。,.;；\s“”「」\"的]{1,16})"),
    re.compile(r"\b(?:called|named|titled|entitled|with the (?:title|name|words?|text|slogan|caption)|(?:that )?(?:says|saying|reads|reading)|the (?:title|text|caption) (?:is|should be)|text|caption|title)\s*:?\s+(?P<words>(?-i:[A-Z0-9])[^,.;\n]{0,80}?)(?=\s+(?:with|and a|and an|featuring|showing|on a|in a|over a)\b|[,.;\n]|$)", re.IGNORECASE),
)  # fmt: skip
_TITLED = Pattern(
    r"(?P<mark>(?:标题|主标题|副标题|文案|配字|配文|文字|标语|口号|大字|小字)(?:是|为|叫|写着?|:|：))\s*(?P<words>[^，。,.;；\s“”「」\"『』《》]{1,24})(?=[，。,;；\s]|$)",
    re.NOFLAG,
)
"""A line of a sheet without quotation marks, beside one that has them."""
_BEFORE_TITLE = re.compile(
    r"(?:[,，]?\s*(?:并且|并|再|用)?(?:最?[上下][面边头方]|中间|正中|左上角|右上角|左下角|右下角|[顶底]部|底下|落款)?(?:一行|一排)?(?:写着?|写上|写有|印着|加上|大字|小字|大标题|文字|标语|口号|标题|主标题|副标题|小标题|书名|店名|名字|配字|配文|文案|时间|地点|地址|电话|叫做?|为|是|[:：])+|[,，]?\s*\b(?:with|and|it|that|should|the|words?|text|title|caption|slogan|name|saying|says|say|reads?|reading|written|write|called|named|titled|entitled|big|large|bold|letters|in|on it|:)\b\s*)+$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z][A-Z'’&!]{2,}(?:[ ,&!-]+(?:[A-Z][A-Z'’&!]*|&|\d{1,4}))*!*")
_ACRONYMS = frozenset(
    {"LOGO", "UFO", "USA", "DNA", "LED", "DIY", "HDR", "UHD", "RGB", "NYC", "MEME", "POSTER", "VIP", "CEO"}
)
_FOR = re.compile(
    r"^\s*(?:please |can you |could you )?(?:make|draw|design|create|do)?\s*(?:me )?(?:an?|the|my)?\s*(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_ABOUT = Pattern(
    r"^\s*(?:for|about|to|advertising|announcing|promoting)\s+(?:an?\s+|the\s+|our\s+|my\s+)?(?P<words>[^\n]{2,100}?)(?=\s+(?:with|featuring|showing|in the style)\b|\s*[,;:–—]\s*(?:and |with )?(?:an?|some|two|three|four|five|six|lots of|many|my|a few)\s|$)"
)
_ORDER = re.compile(
    r"^(?:请|帮我|给我|麻烦|为我|来|做|画|设计|制作|生成|一张|一个|一幅|一份|一款|个|张|我要|我想要|的|\s)+|^\s*(?:(?:please|can you|could you|i want|i need|make|draw|design|create|generate|me|an?|the|my)\s+)+",
    re.IGNORECASE,
)


_SAYS = Pattern(
    r"^(?P<sheet>(?:(?:please|can you|could you|i want|i need|make|draw|design|create|generate|me|an?|the|my|big|small|[a-z]{3,12})\s+){0,4}"
    r"(?:posters?|flyers?|leaflets?|banners?|cards?|invitations?|postcards?|certificates?|menus?|letters?|scrolls?|cakes?|books?|lanterns?)) "
    r"(?:that |which )?(?:says?|reads?|saying|reading|announcing) (?=[\"“'‘])"
)
"""What opens a wish and has words on it: nobody says them."""


def with_words(prompt: str) -> str:
    """ "A poster that says ..." as a poster with those words, which are no speech."""
    return _SAYS.sub(r"\g<sheet> with the words ", prompt)


def sheet_of(prompt: str, language: Language) -> Ordered:
    """Which sheet a new wish asks for, if any, and what else it says. A greeting that opens the wish makes it a card."""
    found = [
        (match.start(), -match.end(), name, match)
        for name, words in _words().sheets.items()
        if (match := words.search(prompt)) and not is_held(prompt, match)
    ]
    if not found:
        greeting = _greeting(prompt)
        if (
            greeting is None
            or greeting.start() > 12
            or _ORDER.sub("", prompt[: greeting.start()]).strip(" ,，祝")
        ):
            return Ordered(prompt)
        rest = prompt[greeting.end() :]
        return Ordered(_tidy(rest), "card", _bare(greeting[0]), _occasion(greeting[0]))
    _, _, sheet, match = min(found, key=lambda one: one[:2])
    if _is_a_thing(prompt, match):
        return Ordered(prompt)
    prompt, name = _recipient(prompt, match) if sheet == "card" else (prompt, "")
    title, rest = _title(prompt, match)
    if title is not None and (clauses := re.split(r"\s*[,，]\s*", title))[1:]:
        styled = [clause for clause in clauses[1:] if _is_style(clause)]
        title = ", ".join(clause for clause in clauses if clause not in styled) if styled else title
        rest = ", ".join([rest, *styled])
    occasion = _occasion(f"{match[0]} {prompt}") if sheet in ("card", "poster") else None
    rest, title = with_particulars(rest, title, sheet)
    if title is None and sheet == "card" and occasion is not None and match[0] not in _INVITING:
        title = (
            _words().greetings.get(dialect_of(prompt, english=english_words()) or "", {}).get(occasion.name)
        )
        title = title or occasion.wish("en" if not _HAN.search(prompt) else language)
        title = f"{title} {name}".strip()
    for name, words in _words().sheets.items():
        if name != sheet or sheet in ("poster", "card"):
            rest = words.sub(" ", rest) if name in (sheet, "card") else rest
    if occasion is not None:
        rest = occasion.named.sub(" ", rest)
    if (whom := _FOR_WHOM.match(rest)) is not None and _is_for(whom):
        rest = rest[whom.end() :]
    rest = re.sub(r"^\s*(?:for|about|to)\b", " ", rest, flags=re.IGNORECASE)
    called = (
        re.sub(r"\b(?:memes?|mood|icons?)\b", "", match[0], flags=re.IGNORECASE)
        if sheet in ("meme", "icon")
        else ""
    )
    return Ordered(_tidy(rest), sheet, title, occasion, called)


_RECIPIENT = Pattern(
    r"\s*(?i:for|to)\s+(?:(?i:my|our|the|his|her)\s+)?(?:(?!(?i:the|an?)\b)[a-z-]+\s+){0,2}(?P<name>(?:(?:Mrs?|Ms|Miss|Dr|Prof)\.?\s+)?[A-Z][a-z]+(?:\s+(?:and|&)\s+[A-Z][a-z]+)?)\b(?!['’])",
    re.NOFLAG,
)


def _recipient(prompt: str, sheet: re.Match[str]) -> tuple[str, str]:
    """The wish without whom a card is for, and their name, which its greeting gets: "a birthday card for my sister Lily"."""
    inviting = re.search("invit|wedding|save", sheet[0], re.IGNORECASE)
    match = _RECIPIENT.match(prompt, sheet.end())
    if match is None or inviting is not None or _is_somebody(match["name"]):
        return prompt, ""
    return prompt[: sheet.end()] + prompt[match.end() :], re.sub(r"\s+", " ", match["name"])


_HELD_ZH = Pattern(
    r"(?:拿|举|捧|抱|握|递|收到|贴|挂|看|读|叼|咬|撕|端(?!午)|印(?=着))(?:(?:着|到|了|过)(?:一|两|几|三|这|那|她的|他的)?[张份个本枚封块叠]?的?[^，。、\s]{0,4}|(?:一|两|几|三|这|那|她的|他的)[张份个本枚封块叠]?的?[^，。、\s]{0,4})?$|(?:墙|桌子?|手|地)(?:上|里)(?:的|有|放着|贴着|挂着)(?:一|两|几)?[张份个本枚封块叠]?$|(?:和|与)(?:一|两|几)[张份个本枚封块叠]$",
    re.NOFLAG,
)
_HELD_EN = Pattern(
    r"\b(?:hold(?:ing|s)?|read(?:ing|s)?|carry(?:ing)?|carries|opening|giv(?:ing|es)|receiv(?:ing|es)|look(?:ing|s) at|next to|beside|near|behind|in front of|and|writing|signing|under) (?:an?|the|his|her|their|some|two|three|\d)? ?(?:\w+ )?$"
)
_AFTER_HELD = re.compile(
    r"^(?:旁边?|前面?的?|后面|下面的|堆)|^ (?:on|in|next to|beside) (?:the|a|his|her) (?:wall|table|hand|desk)\b"
)


def is_held(prompt: str, sheet: re.Match[str]) -> bool:
    """Whether a sheet's word means a thing in the picture: 拿着贺卡的女孩, "a girl holding a card"."""
    before = prompt[: sheet.start()]
    held = _HELD_ZH.search(before) or _HELD_EN.search(before) or _AFTER_HELD.match(prompt[sheet.end() :])
    return held is not None


def _is_a_thing(prompt: str, sheet: re.Match[str]) -> bool:
    """Whether the word is all that is said and can be drawn ("postcard"), or part of a thing's name ("credit card")."""
    for token in tokenise(prompt):
        if token.get("kinds") is None or token.end <= sheet.start() or token.start >= sheet.end():
            continue
        alone = not any(c.isalnum() for c in _ORDER.sub("", prompt[: token.start]) + prompt[token.end :])
        alone = alone and (
            token.get("kinds") != "postcard" or sheet.re is _words().sheets["postcard"].compiled
        )
        longer = token.start < sheet.start() or token.end > sheet.end()
        if alone or longer:
            return True
    return False


def _is_style(clause: str) -> bool:
    tokens = [token for token in tokenise(clause) if token.get("filler") is None]
    return any(token.get("styles") for token in tokens) and all(
        token.get("styles") or token.get("style") or token.get("relations") for token in tokens
    )


def named_sheet(words: str) -> Sheet | None:
    """The sheet that is called so; None where the words say anything else."""
    bare = re.sub(r"^(?:an?|the|一?[张个份幅款])\s*", "", words.strip(), flags=re.IGNORECASE)
    for name, pattern in _words().sheets.items():
        if (match := pattern.search(bare)) is not None and not (
            bare[: match.start()] + bare[match.end() :]
        ).strip():
            return name
    return None


_LOOKS = (
    ("cinema", re.compile(r"电影(?:级|感)|\bcinematic\b", re.IGNORECASE)),
    (
        "darker",
        re.compile(
            r"(?:昏暗|阴暗|幽暗|黑暗|阴森)的?(?!天)"
            r"|\b(?:dim|dimly[- ]lit|dark|darkened|gloomy|shadowy) (?:(?:old|cold|empty|quiet|deep|narrow|misty) )*"
            r"(?:rooms?|bedroom|living room|kitchen|bathroom|library|classroom|cafe|forest|woods?|jungle|cave|alley|street|hall|cellar|basement|attic|castle)\b",
            re.IGNORECASE,
        ),
    ),
    ("soft", re.compile(r"景深|\bbokeh\b|\bdepth of field\b|\bshallow focus\b", re.IGNORECASE)),
)
_PHOTOGRAPHED = re.compile(
    r"照片级|超写实|真实感|写实|真人|\b(?:photo[ -]?realis(?:tic|m)|hyper[ -]?realis(?:tic|m)|realistic photo\w*|fotorealist\w+|photoréaliste|fotorrealista)\b",
    re.IGNORECASE,
)


def looks_of(prompt: str) -> tuple[str, ...]:
    """What of the words for quality means something to a drawing: steps of `whole.asked_of`."""
    return tuple(name for name, words in _LOOKS if words.search(prompt))


def asks_for_a_photograph(prompt: str) -> bool:
    """Whether the picture is to look as if it were no drawing."""
    return _PHOTOGRAPHED.search(prompt) is not None


_SHEET_SHOWS = Pattern(
    r"(?:^|(?<=[\s，,。]))(?:上面|里面|画面[上里中]?|图[上里中])(?=有|画|是|放)", re.NOFLAG
)
"""On it, where nothing was named but the sheet."""
_FOR_THE_DAY = Pattern(
    r"^\s*给[^，。,]{1,6}的(?:生日|婚礼|派对|聚会|满月|周岁|毕业)[^，。,]{0,3}?(?=做|设计|画|弄|来)",
    re.NOFLAG,
)


def _tidy(rest: str) -> str:
    rest = _SHEET_SHOWS.sub("", _FOR_THE_DAY.sub("", rest))
    rest = re.sub(
        r"^\s*(?:an?|the)\s*(?=[:：,，.-]|for\b|of\b|with\b|$)",
        " ",
        _ORDER.sub("", rest),
        flags=re.IGNORECASE,
    )
    rest = re.sub(r"^[\s:：,，.!！-]*(?:(?:for|of|with|about)\s+|的|，)*", "", rest, flags=re.IGNORECASE)
    for _ in range(2):
        rest = _EMPTY.sub("", rest).strip()
    return rest if any(letter.isalnum() for letter in rest) else ""


_NEAR = Pattern(
    r"\b(?:friends?|colleagues?|neighbou?rs?|boss|partner|girlfriend|boyfriend|husband|wife|nephew|niece|godson|goddaughter|cousin|team|class|parents|grandparents|family|twins|classmates?|coach)$"
)


def _is_for(whom: re.Match[str]) -> bool:
    """Whether it is somebody who gets the sheet and is not drawn: "my wife", "dad,", but not "a card for a cat"."""
    somebody = _is_somebody(whom["who"])
    if whom["end"] or whom.end() < len(whom.string):
        return bool(whom["whose"]) or somebody
    return somebody and (whom["whose"] or "").strip().lower() not in ("", "a", "the")


def _is_somebody(words: str) -> bool:
    """Whether it is said who gets the card ("my brother"), and not what it is about."""
    if _NEAR.search(words.strip()):
        return True
    tokens = tokenise(words)
    kind = tokens[-1].get("kinds") if tokens else None
    return kind is not None and kinds()[kind].alive


_FOR_WHOM = Pattern(
    r"^\s*(?:an?\s+)?(?:for|to)\s+(?P<whose>(?:my|our|the|his|her|their|a)\s+)?(?P<who>(?:[a-z'’-]+\s+){0,3}?[a-z'’-]+)\s*(?P<end>[,;:–—]\s*(?=\S)|(?=(?:with|showing|featuring)\s)|$)"
)
"""Who gets a card, and is not to be seen on it: "a card for my brother, a dinosaur"."""
_INVITING = frozenset({"邀请函", "请柬", "请帖"})


_DATED = re.compile(
    r"\d{4}年|\d{1,2}月\d{1,2}[日号]|(?:早上|上午|中午|下午|晚上|傍晚)?[\d一二三四五六七八九十]{1,3}[点时:：]\d{0,2}|周[一二三四五六日末]|星期[一二三四五六日天]"
    r"|地[点址]|时间|电话|热线|[\d.]+\s*(?:元|块|折|(?:dollars|euros|pounds|bucks)\b)|[￥¥$€£]\s*\d|全场|限时|免费|[东南西北中]?[\u4e00-\u9fff]{1,6}(?:路|街|大道)\d*号?|\d{3,4}[- ]\d{3,4}"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|june|july|august|september|october|november|december)\b|\b\d+ (?:\w+ )?(?:street|road|avenue|lane|st|rd|ave)\b|\bcall \d|\b\d{1,3} ?%|\bhalf price\b|\bfree (?:entry|admission)\b",
    re.IGNORECASE,
)
"""Days, hours, places, prices, numbers to call: what a poster or an invitation is there to say."""
_EVENT = Pattern(
    r"(?:派对|婚礼|音乐会|演唱会|聚会|开业|典礼|促销|大促|特卖|展览|比赛|讲座|运动会|晚会|年会|发布会|庆典)$|^(?:热烈)?欢迎|^祝|大酬宾|\b(?:party|sale|concert|festival|ceremony|exhibition|fair|market|tournament|workshop|show|gala)$|^(?:lost|missing|wanted|found|welcome|grand opening|now hiring|for sale|coming soon|join us)\b"
)
_CLAUSE = re.compile(r"([，,；;。\n：]+|:(?!\d))")


def with_particulars(rest: str, title: str | None, sheet: Sheet) -> tuple[str, str | None]:
    """Take the clauses that are to be read (events, dates, places, prices) out of a wish for such a sheet, into its words."""
    if sheet not in ("poster", "card", "menu", "certificate"):
        return rest, title
    heads, others, kept = [], [], []
    parts = _CLAUSE.split(rest)
    for place, clause in enumerate(parts):
        said = _ORDER.sub("", clause).strip(" 的")
        if place % 2 or not said:
            kept.append(clause)
        elif _DATED.search(said):
            others.append(_FROM.sub("", said))
        elif _EVENT.search(said):
            heads.append(said)
        elif sheet == "certificate" and title is None:
            heads.append(_FROM.sub("", said))
        else:
            kept.append(clause)
    lines = [line for line in (title, *(heads if title != "".join(heads) else ()), *others) if line]
    if not (heads or others):
        return rest, title
    lines[0] = lines[0][0].upper() + lines[0][1:]
    return "".join(kept).strip(" ，,；;"), _bare("\n".join(dict.fromkeys(lines)))


_FROM = re.compile(r"^(?:for|to|with|and|on|at)\s+(?:the\s+|an?\s+)?(?=\w)", re.IGNORECASE)


def _greeting(prompt: str) -> re.Match[str] | None:
    matches = [match for one in _words().occasions if (match := one.words.search(prompt))]
    return min(matches, key=lambda match: match.start(), default=None)


def _occasion(words: str) -> Occasion | None:
    for one in _words().occasions:
        if one.named.search(words) or one.words.search(words):
            return one
    return None


_OF_PLACE = re.compile(
    r"^\s*(?:[:：]\s*|from\s+)(?P<words>[\u3400-\u9fff]{2,6}|(?:[A-Z][\w-]*)(?: [A-Z][\w-]*)*)"
)
_LOST = re.compile(r"(?P<words>寻[人猫狗物]|\b(?:lost|missing|wanted|found) [\w ]{2,30}?)\s*$", re.IGNORECASE)


def _title(prompt: str, sheet: re.Match[str]) -> tuple[str | None, str]:
    """The words for the sheet and the prompt without them and without the sheet's name."""
    rest = f"{prompt[: sheet.start()]} {prompt[sheet.end() :]}"
    for pattern in _QUOTES:
        if pattern.search(rest):
            rest = _TITLED.sub(r"\g<mark>“\g<words>”", rest)
            titles = [match["words"].strip() for match in pattern.finditer(rest)]
            while (match := pattern.search(rest)) is not None:
                rest = f"{_BEFORE_TITLE.sub('', rest[: match.start()])} {rest[match.end() :]}"
            return _bare("\n".join(titles) if len(titles) > 1 else titles[0]), rest
    for pattern in _CALLED:
        if (match := pattern.search(rest)) is not None:
            return _bare(match["words"]), f"{rest[: match.start()]} {rest[match.end() :]}"
    if (greeting := _greeting(rest)) is not None:
        before = _BEFORE_TITLE.sub("", rest[: greeting.start()])
        return _bare(greeting[0]), f"{before} {rest[greeting.end() :]}"
    if (
        (capitals := _CAPITALS.search(rest)) is not None
        and capitals[0] not in _ACRONYMS
        and rest != rest.upper()
    ):
        before = _BEFORE_TITLE.sub("", rest[: capitals.start()])
        return _bare(capitals[0]), f"{before} {rest[capitals.end() :]}"
    before, after = prompt[: sheet.start()], prompt[sheet.end() :]
    if sheet[0].startswith("寻"):
        return sheet[0], rest
    if "mood" in sheet[0].lower():
        return sheet[0][0].upper() + sheet[0][1:], rest
    if (place := _OF_PLACE.match(after)) is not None and sheet.re is _words().sheets["postcard"].compiled:
        return _bare(place["words"]), rest
    lost = _LOST.search(before)
    if lost is not None:
        return _bare(lost["words"][0].upper() + lost["words"][1:]), f"{before[: lost.start()]} {after}"
    if (
        _FOR.match(before)
        and (about := _ABOUT.match(after)) is not None
        and sheet.re is not _words().sheets["logo"].compiled
        and not (sheet.re is _words().sheets["card"].compiled and _is_somebody(about["words"]))
    ):
        words = about["words"].strip()
        return _bare(words[0].upper() + words[1:]), after[about.end() :]
    subject = _ORDER.sub("", before).strip(" ，,的")
    if _HAN.search(subject) and 2 <= len(subject) <= 10 and sheet.re is _words().sheets["poster"].compiled:
        return subject, rest
    banner = after.strip(" ，,：:")
    if sheet[0][:2] in ("横幅", "条幅", "标语") and 2 <= len(banner) <= 30:
        return banner, ""
    return None, rest


def _bare(words: str) -> str:
    return words.strip(" \t,，.。:：")[:MOST]
