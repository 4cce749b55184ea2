"""What is wished of the backdrop: its parts in a colour, more or fewer clouds, a plain ground of one paint.

Such wishes are taken out of the text before it is read, since "a purple sky" names no thing and "make the sky pink" would
otherwise colour whatever was named last.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH, PLACES
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.scene import Environment, Scenery
from paintover.engines.illustrator.wording import Pattern

PLAIN = "studio"
"""The place that is nothing but its paper."""
_SHADES = ("light-blue", "pink")
"""What a gradient runs through where no colour is told."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of the scenery, and what else is wished for."""

    rest: str
    paints: Mapping[str, str] = field(default_factory=dict)
    """By part (``background``, ``sky``...) the colours; "" for what it looks like anyway."""
    steps: Mapping[str, int] = field(default_factory=dict)
    """By amount (``clouds``...) how many steps more or fewer; `Scenery.NONE` for none at all."""
    words: Mapping[str, str] = field(default_factory=dict)
    """How each was called."""

    def __bool__(self) -> bool:
        return bool(self.paints or self.steps)


@dataclass(frozen=True, slots=True)
class _Words:
    parts: Mapping[str, Pattern]
    amounts: Mapping[str, Pattern]
    natural: Mapping[str, Sequence[str]]
    where: Mapping[str, Collection[str]]


@cache
def _words() -> _Words:
    tables = word_table("scenery")
    compiled = {
        table: {name: Pattern(words) for name, words in tables[table].items()}
        for table in ("parts", "amounts")
    }
    return _Words(compiled["parts"], compiled["amounts"], tables["natural"], tables["where"])


_CLAUSES = re.compile(
    r"([，,、。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|but|then|while)\s+(?=(?:the|a|an|make|turn|paint|change|with|more|fewer|less|no|add|remove|put|set)\b)|并且|而且|然后|同时)"
)
_GRADIENT = re.compile(
    r"渐变|\bgradients?\b|\bombr[ée]\b|\bdégradé\b|\bdegradado\b|\bverlauf\b|グラデーション|그라데이션",
    re.IGNORECASE,
)
_NUMBERED = frozenset({"more", "some", "many", "lots of", "a lot of", "several", "a few", "few", "many more", "许多", "很多", "好多", "几", "一些", "一"})  # fmt: skip
_TOO = re.compile(r"太[多大密]|\btoo (?:many|much|big|large|heavy)\b", re.IGNORECASE)
_TOO_FEW = re.compile(r"太[少小]|\b(?:too (?:few|little|small)|not enough)\b", re.IGNORECASE)
_NONE = Pattern(
    r"没有|去掉|去除|删[掉除]|不要|别要|清除|擦掉|拿掉|\b(?:no|without|remove|delete|erase|get rid of|take away|clear away|clear)\b|\b(?:kein\w*|ohne|sans|sin)\b"
)
_LESS = re.compile(
    r"少|小(?!花)|稀|淡|疏|减|低|平|\b(?:lower|calmer|calm|flatter|fewer|less|lighter|weaker|gentler|softer|thinner|smaller|reduce)\b|\b(?:weniger|moins|menos)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"多|大|密|浓|厚|加强|高|\b(?:higher|taller|rough|rougher|wild|wilder|choppy|choppier|more|many|lots|heavier|harder|denser|thicker|stronger|bigger|larger|huge|giant|increase|extra|enlarge)\b|\b(?:mehr|plus|más|mas)\b|もっと|더",
    re.IGNORECASE,
)
_MUCH = re.compile(
    r"得多|很多|许多|好多|特别|非常|大量|\b(?:much|lots|lot|way|far|many|huge|giant)\b", re.IGNORECASE
)
_CLOUDLESS = re.compile(
    r"万里无云|无云的?|\b(?:cloudless|(?:with )?(?:no|without) clouds|without (?:any |a single )?clouds?)\b",
    re.IGNORECASE,
)
_FAIR = re.compile(
    r"(?:在|有|，)?(?:蓝天白云|白云蓝天|蓝天上?飘着(?:几朵)?白云)(?:之?下|底下)?的?|(?:,?\s*\b(?:under|with|and)\s+)?(?:\b(?:a|the)\s+)?(?:\b(?:bright|clear)\s+)?\bblue (?:sky|skies) (?:with|and) (?:(?:some|a few|fluffy|white|puffy) )*clouds\b",
    re.IGNORECASE,
)
_STARRY = re.compile(
    r"满天(?:的)?(?:繁星|星星|星斗|星光)|繁星满天|漫天(?:的)?(?:繁星|星光|星星)|\b(?:sky|night)? ?full of stars\b|\b(?:countless|myriads? of|a thousand) stars\b",
    re.IGNORECASE,
)
_HEAVY = Pattern(
    r"大雪(?![人橇球糕狼豹地松屋])|暴雪|鹅毛(?!笔)|大雨(?![伞衣鞋靴棚])|暴雨|倾盆|瓢泼|滂沱|\b(?:heavy|pouring|torrential|hard|heavily)[ -]?(?:rain\w*|snow\w*)|\b(?:rain|snow)\w* (?:heavily|hard)\b|\bpouring\b|\bblizzard\b"
)


_HARDER = Pattern(
    r"\b(?P<en>(?:snow|rain)(?:ing|s)?),? (?:(?:even|much|far|a (?:bit|little|lot)) )*(?:harder|heavier|more(?: heavily)?|stronger|heavily|hard)(?= *(?:[,.!]|$|now\b|please\b))|\b(?:heavier|stronger|heavy|more) (?P<en2>snow|rain)(?:fall)?\b"
    r"|(?P<zh>[雪雨])(?:要|应该|可以)?(?:下)?得?(?:再|更|要)?大(?:一?[点些]儿?|得多|很多)?"
)
"""How hard it is to snow that does not yet."""


def _without_how_much(match: re.Match[str]) -> str:
    return f"下{match['zh']}" if match["zh"] else match["en"] or match["en2"]


def of_the_scenery(
    prompt: str, *, new: bool, shown: Collection[str] = (), env: Environment | None = None
) -> Wishes:
    """Take out what is asked of the backdrop. `shown` are the labels and kinds of what is drawn before it, which such
    words then rather mean; `env` is where an edited picture plays."""
    paints: dict[str, str] = {}
    steps: dict[str, int] = {}
    words: dict[str, str] = {}
    kept = []
    for clause in _CLAUSES.split(prompt):
        if (painted := _painted(clause, shown, new=new)) is not None:
            part, colours, word, rest = painted
            paints[part], words[part] = colours, word
            kept.append(rest)
        elif not new and (step := _ranges(clause.strip(), env or Environment())):
            steps["peaks"] = step
        elif not new and (capped := _caps(clause.strip(), shown, env or Environment())):
            steps.update(capped)
            words["caps"] = "山" if _HAN.search(clause) else "mountains"
        elif not new and (amount := _amount(clause, shown, env or Environment())) is not None:
            name, step, word = amount
            steps[name], words[name] = step, word
        else:
            kept.append(clause)
    rest = "".join(kept)
    if new:
        rest = _attributes(rest, paints, words)
        for name, pattern, step in (
            ("clouds", _FAIR, 1),
            ("clouds", _CLOUDLESS, Scenery.NONE),
            ("stars", _STARRY, 2),
        ):
            if pattern.search(rest):
                steps[name] = step
                rest = pattern.sub(" 星空 " if name == "stars" and _HAN.search(rest) else " starry night " if name == "stars" else " ", rest)  # fmt: skip
        if _HEAVY.search(rest):
            steps["fall"] = 1
    elif "fall" not in steps and _HARDER.search(rest):
        steps["fall"], rest = 1, _HARDER.sub(_without_how_much, rest)
    if not (paints or steps):
        return Wishes(rest)
    return Wishes(rest if any(letter.isalnum() for letter in rest) else "", paints, steps, words)


_RANGES = Pattern(
    r"(?:please |now |then )*(?:add|put|draw|paint|place|let there be|i(?:'d| would)? (?:want|like)(?: to have)?|with|there (?:are|should be)) (?:a |some |the |a few |big |high |tall |snowy |snow-?capped |blue |distant |great )*(?P<what>mountains?(?: range)?|peaks|hills)(?: (?:in|into|to|at) the (?:far )?(?:background|distance|back|rear)| on the horizon| far away| behind(?: (?:it|them|him|her|everything|the .{2,24}))?)|(?:add|put|draw|paint) (?:some |a few )?distant (?P<w>mountains)"
    r"|(?:请|再|也|帮我)*(?:在)?(?:远处|远方|背景(?:里面?|中|上)?|后面|背后|天边|(?:地平线|海平[面线]|水平线|天际线?)上?|最后面)(?:再|也|还|要)?(?:加|画|添|放|来|有)(?:上|个|点|一点|一些|几座|一座|两座|座|片|些|一片|几个|连绵的|高高的|大大的)*(?P<x>雪山|大山|高山|群山|远山|青山|山脉|山峰|山)|(?:请|再|也|帮我)*(?:加|画|添|来)(?:上|个|点|一点|一些|几座|一座|一片|几个)*(?P<y>远山|远处的(?:雪|大|高|群)?山)"
)
"""Mountains that an edit brings behind all there is."""
_GOES = re.compile(r"remove|delete|take away|get rid|erase|去掉|删|不要|拿掉|移除", re.IGNORECASE)
RANGED = frozenset({"meadow", "farm", "snow", "garden", "waterfall", "playground", "village", "castle", "beach", "lake", "river", "sea", "park", "paddy", "terraces", "pool", "orchard", "vineyard", "tea-garden", "lavender-field", "sunflower-field", "tulip-field", "rapeseed-field", "poppy-field", "daisy-field", "rose-field", "lily-field", "wildflower-field", "amusement-park", "zoo", "enclosure", "campsite", "graveyard", "harbour", "cliffs", "swamp"})  # fmt: skip
"""Places behind which mountains can be seen."""
SHOWS_PEAKS = RANGED | {"mountains", "old-town", "deck", "platform"}
"""The same, with those to which an edit brings none."""


_NO_RANGES = Pattern(
    r"(?:please |now )*(?:remove|delete|take away|get rid of|erase) (?:the |those |all the |all )*(?:snowy |distant |far )?mountains(?: (?:in the background|behind .{2,24}))?|(?:请|帮我)*(?:把)?(?:去掉|删掉|删除|不要|拿掉|移除)?(?:背景里的|远处的|后面的)?(?:雪山|远山|群山|大山|高山|山)(?:去掉|删掉|删除|拿掉|移除)?(?:吧|了)?"
)


_ONE_MORE = Pattern(
    r"(?:please |now )?(?:add |draw |put |paint |i want )?(?:another|one more|an extra|some more|a few more|two more|more) (?:(?:big|high|tall|snowy|distant|great) )*mountains?(?: peaks?)?(?: (?:please|too|(?:in|into|to) the (?:far )?(?:background|distance)|behind (?:it|them)|on the horizon))*"
    r"|(?:请|帮我)*(?:在)?(?:远处|后面|背景里?|背后|旁边)?(?:再|又|还要)(?:多|加|来|添|画|有|给)*(?:上|个|点|一点|一些|几座|一座|两座|几个)*(?:大|高|雪|青|远|群)?山(?:峰|脉)?(?:吧)?"
    r"|(?:多|加|添)(?:一座|几座|两座|点|一点|些)(?:大|高|雪|青|远|群)?山|(?:大|高|雪|青|远|群)?山(?:再|要)?(?:多|添|加)(?:一座|几座|两座|一点|点|些)"
)
"""One more mountain, among those behind all there is."""
_OF_MOUNTAINS = frozenset({"mountains"})


def _ranges(clause: str, env: Environment) -> int:
    """So many steps as mountains are to come behind all there is, or negative as they are to go; 0 of another clause."""
    peaks = env.scenery.peaks
    if peaks > 0 and _GOES.search(clause):
        return -peaks if _NO_RANGES.fullmatch(clause) else 0
    if env.place not in RANGED | _OF_MOUNTAINS or peaks >= _MOST_PEAKS:
        return 0
    return 1 if _RANGES.fullmatch(clause) or _ONE_MORE.fullmatch(clause) else 0


_MOST_PEAKS = 3
_TOPS = r"(?:mountain ?tops?|(?:mountain )?peaks?|(?:top|peak|summit)s? of the mountains?|(?:distant |far )?mountains?(?: ?tops)?|summits?)(?: in the (?:background|distance|back)| behind(?: (?:it|them))?)?"
_CAPPED = Pattern(
    rf"(?:please |now |then )*(?:(?:add|put|draw|paint|let there be|i(?:'d| would)? (?:want|like)|there (?:is|should be)|with|make) )?(?:some |more |a bit (?:more )?of |a little |fresh |white )*(?:snow|snow ?caps|white caps) (?:on|onto|to|over) (?:all )?(?:the |those )?{_TOPS}"
    rf"|(?:please |now )*(?:make|give|turn|snow-?cap|cover) (?:the |those )?{_TOPS}(?: (?:be )?(?:more )?(?:snowy|snow-?capped|snow-?covered|white with snow|snow ?caps|covered (?:in|with) snow|with snow|in snow))?"
    r"|(?:请|再|帮我)*(?:给|在|让|把)?(?:远处的|后面的|背景里?的)?(?:雪山|大山|高山|群山|远山|山脉|山峰|山顶|山尖|山头|山巅|山)(?:们)?(?:上面?|顶上?|顶部|尖上?|头上?)?(?:再|都|要|也)?(?:加|添|有|来|盖|积|落|铺|堆|画|覆盖|盖满|下)(?:上|了|满|着|一点|点|一些|些|一层|层)*(?:皑皑的?|白|积|厚厚的)?雪(?:吧)?"
)
"""Snow on the mountains behind all there is."""
_BARE = Pattern(
    rf"(?:please |now )*(?:remove|delete|take (?:away|off)|get rid of|melt|no more) (?:the |all (?:the )?)*snow (?:on|off|from) (?:the |those )?{_TOPS}"
    r"|(?:请|帮我)*(?:把)?(?:雪山|大山|高山|群山|远山|山峰|山顶|山尖|山头|山)(?:上面?|顶上?)?的?积?雪(?:都)?(?:去掉|删掉|化了|融化|不要了?|拿掉|去除)(?:了|吧)*|(?:请)?(?:去掉|删掉|不要)(?:山顶|山|雪山|山峰|山头)(?:上面?|顶上?)?的?积?雪"
)


_UP_THERE = Pattern(
    r"(?:雪山|大山|高山|群山|远山|山脉|山峰|山顶|山尖|山头|山巅|山)(?:们)?(?:上面?|顶上?|顶部|尖上?|头上?)?(?:的|再|都|要|也|还|得|应该|可以|最好|全|被|只)*(?:[加添有来盖积落铺堆画留]|覆盖|下[点些过了]|被|是|白|皑|厚|积)?\S{0,6}?雪(?![人橇球糕狼豹地松屋山天夜])"
)
"""Snow on mountains, whatever is said of it."""
_FALLS = Pattern(r"(?:下|飘|落)(?:着|起)(?:大|小|鹅毛大|暴|点)?雪|(?:下|飘)[大小暴]?雪")


def _caps(clause: str, shown: Collection[str], env: Environment) -> Mapping[str, int]:
    """So many steps as the snow on the mountains there reaches further down, or negative where it melts, and the mountains that
    are to be there first; none of another clause, nor where a mountain is one of the things."""
    if {"mountain", "snow-capped-mountain", "volcano"} & {*shown}:
        return {}
    there = env.scenery.peaks > 0 or env.place in _OF_MOUNTAINS
    if _BARE.fullmatch(clause):
        return {"caps": Scenery.NONE} if there else {}
    capped = _CAPPED.fullmatch(clause) is not None
    step = 1 if capped else _snow_up_there(clause)
    if step == 0:
        return {}
    if step > 0 and not there and env.place in RANGED:
        return {"peaks": 1, "caps": step}
    return {"caps": step}


def _snow_up_there(clause: str) -> int:
    """The steps of a clause that tells of snow on mountains in other words: 山上的雪少一点, 山上要有雪."""
    if _UP_THERE.search(clause) is None or _FALLS.search(clause) is not None:
        return 0
    if any(
        token.get("kinds") not in (None, "mountain", "snow-capped-mountain") for token in tokenise(clause)
    ):
        return 0
    if re.search(r"[那这]么[多厚大]", clause) is not None:
        return -1
    if re.search(r"(?:别|不要|不用|不该|没)有?(?:\S{0,2})雪|雪(?:都)?(?:化|融|去掉|不要)", clause):
        return Scenery.NONE
    return _step(clause.replace("大山", "山").replace("高山", "山")) or 1


_HAN = re.compile(r"[\u3400-\u9fff]")
_DEPICTED = frozenset({"kinds", "actions", "poses", "moods"})


def _painted(clause: str, shown: Collection[str], *, new: bool) -> tuple[str, str, str, str] | None:
    """The part that a clause wants in some colour, the colours, its word, and what else the clause says; None for another
    clause."""
    found = {name: match for name, words in _words().parts.items() if (match := words.search(clause))}
    found = {name: match for name, match in found.items() if match[0].casefold() not in shown}
    if not found:
        return None
    tokens = tokenise(clause)
    part = next(
        (name for name in ("curtains", "wall", "ground", "water", "sky", "background") if name in found), ""
    )
    if "background" in found and part != "sky":
        part = "background"
    if part == "curtains" and new:
        return None  # those are furniture yet to be placed
    match = found[part]
    spans = [one.span() for one in found.values()]
    if any(_is_other(token, spans) for token in tokens):
        return None
    bare = f"{clause[: match.start()]} {clause[match.end() :]}"
    colours = [token for token in tokenise(bare) if token.get("colours")] or [
        token for token in tokens if token.get("colours")
    ]
    if part == "curtains" and not colours and _NONE.search(clause) is not None:
        return part, "none", match[0], ""
    blending = _GRADIENT.search(clause) is not None
    if not colours and not (blending and part in ("background", "sky")):
        return None
    names = [_light_pink(token, bare) or shade_of(token) for token in colours] or list(_SHADES)
    several = blending or part in ("background", "sky")
    if any(token.get("verbs") == "remove" for token in tokens):
        return None
    told = " ".join(dict.fromkeys(names)) if several else names[-1]
    if "background" not in found and _is_natural(part, match[0], told):
        told = ""
    places = [t for t in tokens if _is_setting(t) and not _within(t, spans)]
    if not places and not (new and part in ("ground", "water")):
        return part, told, match[0], ""
    rest = clause
    for token in colours:
        rest = rest.replace(token.text, "", 1)
    if part in ("background", "wall", "sky"):
        rest = rest.replace(match[0], "", 1)
    return part, told, match[0], rest


def _light_pink(token: Token, clause: str) -> str | None:
    """Pink as it is told of walls, whose lightness is a word of its own."""
    light = _LIGHT_BEFORE.search(clause[: token.start]) is not None
    return "light-pink" if light and token.get("colours") == "pink" else None


_LIGHT_BEFORE = re.compile(r"(?:\b(?:light|pale|soft)\s+|[浅淡])$", re.IGNORECASE)


def _is_other(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a word names a thing, or a relation to one, so that the clause is about more than the scenery."""
    if token.get("colours") or _within(token, spans) or token.get("it"):
        return False
    if token.get("relations") is not None and not token.get("filler"):
        return token.text.lower() not in ("in", "into", "of", "with", "to", "as", "成")
    return any(token.get(role) is not None for role in _DEPICTED)


def _within(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(token.start < end and start < token.end for start, end in spans)


def _reaches_behind(token: Token, start: int, end: int) -> bool:
    """Whether a thing's name goes on where those characters of it end: the rain of 雨伞."""
    return token.get("kinds") is not None and token.start <= start < end < token.end


def _is_setting(token: Token) -> bool:
    return any(
        token.get(role) is not None
        for role in ("places", "times", "weathers", "seasons", "festivals", "styles")
    )


def shade_of(token: Token) -> str:
    """The name of a colour with its tinge where it was said to be light or dark: "light-blue"."""
    name = token.readings["colours"]
    text = token.text.lower()
    if name == "teal" and ("green" in text or "绿" in text):
        return "dark-green"  # of a lawn
    if name in ("teal", "navy", "maroon", "violet", "white", "black"):
        return name
    if name == "pink" and text.startswith("粉"):
        return name
    if text.startswith(("light", "pale", "pastel", "soft", "浅", "淡", "嫩", "粉")) and name != "beige":
        return f"light-{name}"
    return f"dark-{name}" if text.startswith(("dark", "deep", "深", "暗")) else name


def _is_natural(part: str, word: str, told: str) -> bool:
    for words, colours in _words().natural.items():
        if told in colours and (words == part or re.fullmatch(words, word, re.IGNORECASE)):
            return True
    return False


def _amount(clause: str, shown: Collection[str], env: Environment) -> tuple[str, int, str] | None:
    """What an edit's clause wants more or less of, how many steps, and its word; None for another clause."""
    for name, words in _words().amounts.items():
        match = words.search(clause)
        if match is None:
            continue
        tokens = tokenise(clause)
        if any(
            _is_other(token, [match.span()]) and token.text not in ("下", "上", "calm", "calmer")
            for token in tokens
        ):
            return None
        if name in ("snow", "rain") and any(_reaches_behind(token, *match.span()) for token in tokens):
            return None  # 来个大雪人
        if any(t.get("colours") for t in tokens):
            return None
        if any(t.get("numbers") and t.text.lower() not in _NUMBERED for t in tokens):
            return None
        if _OF_A_SIZE.search(clause):
            return None
        step = _step(clause.replace(match[0], " ", 1))
        if step is None or _is_drawn(name, match, shown) or not _is_ours(name, step, env, match[0]):
            return None
        if name == "snow" and step < 0 and env.weather != "snow" and env.scenery.peaks > 0:
            return "caps", step, match[0]  # the only snow there is
        begins = name in ("snow", "rain") and env.weather not in (name, "storm")
        return name, step + 1 if begins and step == 1 and _HARDER.search(clause) else step, match[0]
    return None


_OF_A_SIZE = re.compile(
    r"[一两三四五六几][棵朵株颗丛簇个只座堆](?:(?:很|非常|特别|超级|挺|好)?(?:[大小高矮]|高高|小小|矮矮|巨大|迷你)的?)(?!片)"
)
"""One of them that is large or small is no change of how many there are: 加一棵小树."""


def _step(words: str) -> int | None:
    if _TOO.search(words):
        return -1
    if _TOO_FEW.search(words):
        return 1
    if _NONE.search(words):
        return Scenery.NONE
    for pattern, way in ((_LESS, -1), (_MORE, 1)):
        if pattern.search(words):
            return way * (2 if _MUCH.search(words) else 1)
    return None


_AT_SEA = frozenset({"sea", "deck"})
"""Places whose backdrop has waves."""
_KINDS = {
    "clouds": {"cloud"},
    "stars": {"star", "glowing-star"},
    "trees": {"tree", "pine", "palm", "palm-tree", "christmas-tree"},
    "flowers": {"flower", "rose", "tulip", "sunflower"},
    "light": set(),
}


def _is_drawn(name: str, word: re.Match[str], shown: Collection[str]) -> bool:
    """Whether there are things of that kind before the backdrop, or the word is a part of what one of them is called."""
    if _KINDS.get(name, set()) & set(shown) or word[0].casefold() in shown:
        return True
    said = word.string.casefold()
    return any(
        at <= word.start() and word.end() <= at + len(called)
        for each in shown
        if (at := said.find(called := each.replace("-", " "))) >= 0
    )


def _is_ours(name: str, step: int, env: Environment, word: str) -> bool:
    """Whether the backdrop is what has it: trees and flowers to come, and stars by day, are things."""
    if env.place in INDOORS:
        return False
    match name:
        case "trees":
            return step < 0 and env.place not in _words().where["trees"]
        case "flowers":
            return step < 0
        case "stars":
            return env.time == "night" or env.place in OFF_EARTH
        case "snow" | "rain":
            return step > Scenery.NONE
        case "waves":
            return env.place in PLACES and PLACES[env.place].water is not None
        case "light":
            night = re.search(r"月|moon|mond|lune|luna", word, re.IGNORECASE) is not None
            return step > Scenery.NONE and env.luminary and night == (env.time == "night")
        case _:
            return True


@cache
def _attribute(part: str) -> tuple[Pattern, Pattern]:
    """A part with its colour before it, within a sentence: in English and in Chinese."""
    words = vocabulary
    colours = {
        lang: "|".join(
            re.escape(word)
            for word in sorted(words(lang).words, key=len, reverse=True)
            if "colours" in words(lang).words[word]
        )
        for lang in ("en", "zh")
    }
    noun = _words().parts[part].source
    english = Pattern(
        r"(?:,?\s*\b(?:under|underneath|beneath|below|against|on|with|before|in front of|over|in|at|has|having|and)\s+)?"
        r"(?:\b(?:a|an|the|its|some)\s+)?"
        r"(?:\b(?:plain|solid|pure|simple|flat|clean|uniform|bright|clear|big|wide|vast|beautiful|nice|soft)[\s-]+)*"
        rf"\b(?P<colours>(?:{colours['en']})(?:(?:\s*,\s*|\s+and\s+|\s*-?to-?\s*|[\s-]+)(?:{colours['en']}))*)(?:[- ]colou?red)?\s+"
        rf"(?:(?:plain|solid|gradient|studio)\s+)*(?P<noun>{noun})"
    )
    chinese = Pattern(
        rf"(?:在|配|有|，|,)*(?:一?[片面个张块])?(?:纯|渐变)?(?P<colours>(?:{colours['zh']})(?:[和与到、]?(?:{colours['zh']}))*)(?:色)?(?:渐变)?(?:的)?(?P<noun>{noun})(?:之?[下上里前中]|底下|前面|里面|上面|旁边?)?(?:的)?",
        re.NOFLAG,
    )
    return english, chinese


_KEPT = frozenset({"ground", "water"})
"""Parts whose word says where the picture plays, too."""
_BLENDING = Pattern(
    r",?\s*(?:\b(?:on|with|against|over)\s+)?(?:\b(?:a|an|the)\s+)?(?:\b(?:soft|smooth|colou?rful|pastel|abstract)\s+)*\bgradient (?:background|backdrop)\b|[，在]?(?:彩色)?渐变色?的?背景(?:[下上里前中]|前面)?的?"
)
_ON_COLOUR = re.compile(
    r"\bon (?:an? )?(?:pure |plain |solid )?(?P<colours>white|black|grey|gray)(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)


def _attributes(prompt: str, paints: dict[str, str], words: dict[str, str]) -> str:
    """Take colours of the scenery out of sentences that are about more: "a cat under a purple sky"."""

    def told(match: re.Match[str]) -> list[str]:
        names = [shade_of(token) for token in tokenise(match["colours"]) if token.get("colours")]
        return list(dict.fromkeys(names))

    for part in ("background", "sky", "wall", "ground", "water"):
        for pattern in _attribute(part):
            match = pattern.search(prompt)
            if match is None or part in paints:
                continue
            names = told(match)
            if part not in ("background", "sky"):
                names = names[-1:]
            if not names or (part == "ground" and names == ["white"]):
                continue
            if part == "background" or not _is_natural(part, match["noun"], " ".join(names)):
                paints[part], words[part] = " ".join(names), match["noun"]
            if part in _KEPT:
                at, end = match.span("colours")
                rest = re.sub(r"^色?的?", "", prompt[end:].lstrip(" "), count=1)
                prompt = prompt[:at] + re.sub(r"^grass\b", "meadow", rest, flags=re.IGNORECASE)
            else:
                prompt = f"{prompt[: match.start()]} {prompt[match.end() :]}"
    if "background" not in paints and (match := _BLENDING.search(prompt)):
        paints["background"], words["background"] = " ".join(_SHADES), match[0]
        prompt = f"{prompt[: match.start()]} {prompt[match.end() :]}"
    if "background" not in paints and (match := _ON_COLOUR.search(prompt)):
        paints["background"], words["background"] = " ".join(told(match)), match[0]
        prompt = prompt[: match.start()] + prompt[match.end() :]
    return prompt


def with_scenery(env: Environment, wishes: Wishes, language: Language) -> tuple[Environment, tuple[str, ...]]:
    """The place with what is wished of it, and what is to be said of the parts that it has not."""
    paints, steps = dict(wishes.paints), dict(wishes.steps)
    said: list[str] = []
    scenery, weather, place = env.scenery, env.weather, env.place
    if paper := paints.pop("background", None):
        place, scenery = PLAIN, Scenery(wall=paper)
        paints.pop("wall", None)
    for part, told in paints.items():
        if not _has(place, part):
            said.append(notes.not_in_picture(wishes.words.get(part, part), language))
            continue
        usual = env.time == "day" and env.weather in ("clear", "wind")
        if part == "sky" and told == "" and not usual:
            told = "blue"
        scenery = msgspec.structs.replace(scenery, **{part: told})
    for name, step in steps.items():
        if name == "waves" and place not in _AT_SEA:
            said.append(notes.of_the_backdrop(wishes.words.get(name, name), language))
            continue
        if name == "caps" and place not in SHOWS_PEAKS:
            said.append(notes.not_in_picture(wishes.words.get(name, name), language))
            continue
        if name in _ALOFT and step > 0 and not _has(place, "sky"):
            said.append(notes.not_in_picture(wishes.words.get(name, name), language))
            continue
        if name in ("snow", "rain"):
            falls = weather == name or (name == "rain" and weather == "storm")
            if not falls:
                weather = name
                scenery = msgspec.structs.replace(scenery, fall=0)
                step = max(0, step - 1) if step > 0 else step
            name = "fall"
        elif name == "clouds" and step <= Scenery.NONE and weather == "cloudy":
            weather = "clear"
        now = int(getattr(scenery, name))
        told_step = step if step <= Scenery.NONE else max(-2, min(3, (0 if now <= Scenery.NONE else now) + step))  # fmt: skip
        scenery = msgspec.structs.replace(scenery, **{name: told_step})
    return msgspec.structs.replace(env, place=place, weather=weather, scenery=scenery), tuple(said)


_ALOFT = frozenset({"light", "clouds", "stars"})
"""What is seen where the sky is."""


def is_part_of_a_place(word: str, place: str) -> bool:
    """Whether a noun is one for the sky, the ground, the water or the wall of such a place."""
    return any(
        part != "background" and pattern.fullmatch(word) is not None and _has(place, part)
        for part, pattern in _words().parts.items()
    )


def _has(place: str, part: str) -> bool:
    if part == "water":
        return (
            PLACES[place].water is not None or place in ("underwater", "meadow") if place in PLACES else False
        )
    if part == "curtains":
        return place in INDOORS and place not in _UNCURTAINED
    if part == "wall":
        return place in INDOORS or place == "cave"
    return place not in _words().where.get(part, ())


_UNCURTAINED = frozenset({"tabletop", "stage", PLAIN})


def room_for(wishes: Wishes) -> str | None:
    """Where a new picture plays of which only a part of its place was named: a wall is in a room."""
    return "room" if "wall" in wishes.paints else None


def without_pieces(scenery: Scenery, gone: Collection[str]) -> Scenery:
    """The scenery without those pieces of the backdrop."""
    if not gone:
        return scenery
    left = tuple(one for one in scenery.pieces if one[0] not in gone)
    return msgspec.structs.replace(scenery, pieces=(*left, *((name, Scenery.GONE) for name in gone)))


def kept_scenery(before: Environment, place: str, time: str) -> Scenery:
    """What stays of the scenery when the place or the hour changes: nothing of another place, no sky of another hour."""
    if place != before.place:
        return Scenery()
    return before.scenery if time == before.time else msgspec.structs.replace(before.scenery, sky="")
