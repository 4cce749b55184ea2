"""Which of several is meant, told by the side on which it stands, before the grammar reads it.

"The other one" and 另一只 are not the one that the last change was about; "the taller one" and 小一点的那只 are told by their size
in the picture, "the one on the chair" and 戴帽子的那只 by what they are on or have, "the second kid" and 第二个人 by their order;
"one of the kids" is one to which nothing was done yet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import names, singular_of
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.young import names_young
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import bearer_of, scene_size
from paintover.engines.illustrator.wording import Pattern

_ENGLISH = Pattern(
    r"\bthe other (?:one\b|(?!side|end|hand|way|half|day|picture|image|photo|drawing|version|pictures|ones)(?P<noun>[a-z]+)\b|(?=[,.!]|$))"
    r"|\bthe other(?= (?:should|gets?|needs?|wears?|is|has|can)\b)"
)
_CHINESE = Pattern(
    r"(?:另外?(?:的)?那?一?|另外那)(?:[只个位头匹条辆朵棵艘架座杯把件](?P<noun>[\u4e00-\u9fff]{0,4}?))"
    r"(?=[，,。.！!]|$|[也都再要戴穿围系披套背拎端拿换变改涂画去移删放坐站躺睡跑飞笑哭的加抱骑大小挥蹲跪趴爬打扫唱弹吹拉推写读吃喝看举追摸闭睁摇望想叼咬踢跳游生伤害惊困累]|给|在|应该|可以|能)",
    re.NOFLAG,
)
_NEW = re.compile(r"(?:再|加|添|来|放|画|多|换成?|变成)[^，。]{0,4}$")
"""What stands before 另一只 that is to come: 再加另一只."""


def with_the_other(prompt: str, base: Scene) -> str:
    """The wish with "the other one" told plainly; as it is where nothing was changed yet, or nobody else is there."""
    last = _last(base) or _first_of_two(base)
    if last is None:
        return prompt

    def english(match: re.Match[str]) -> str:
        other = _other(base, last, match.groupdict().get("noun") or "")
        return match[0] if other is None else _named(base, other, chinese=False)

    def chinese(match: re.Match[str]) -> str:
        if _NEW.search(prompt[: match.start()]):
            return match[0]
        other = _other(base, last, match["noun"] or "")
        return match[0] if other is None else _named(base, other, chinese=True)

    return _CHINESE.sub(chinese, _ENGLISH.sub(english, prompt))


def the_other_of(base: Scene, kind: str) -> Thing | None:
    """Who is meant by "the other" of that kind; None where nothing was changed yet and there are not just two."""
    last = _last(base) or _first_of_two(base)
    return None if last is None else _other(base, last, kind if kind == "one" else names("en", kind))


def _first_of_two(base: Scene) -> Thing | None:
    """Of the only two of a kind that live there the left one, where nothing was changed yet."""
    living = [one for one in base.objects if kinds()[one.kind].alive and not _is_borne(one)]
    pairs = [kind for kind, many in Counter(one.kind for one in living).items() if many == 2]
    if len(pairs) != 1:
        return None
    return min((one for one in living if one.kind == pairs[0]), key=lambda one: rank_across(base, one))


def _last(base: Scene) -> Thing | None:
    """Whom the last change was about: who wears what was put on."""
    thing = base.thing(base.focus) if base.focus is not None else None
    for _ in range(3):
        if thing is None or thing.rel is None or thing.rel.type not in ("wear", "hold", "cover"):
            return thing
        thing = base.thing(thing.rel.to)
    return thing


def _other(base: Scene, last: Thing, noun: str) -> Thing | None:
    """Of those that stand for themselves the first that is of the kind named; else like the last one; else alive as it is."""
    others = [one for one in base.objects if one.id != last.id and not _is_borne(one)]
    if noun and noun.casefold() not in ("one", "ones"):
        meant = {token.get("kinds") for token in tokenise(noun)} - {None}
        named = [one for one in others if one.kind in meant or one.label == noun]
        if not named and "person" in meant:  # 另一个人 of a policeman and a fireman
            named = [one for one in others if is_somebody(one.kind)]
        if len(named) == 2:  # of whom something was told already, and of the other one nothing
            plain = [one for one in named if not _is_told_of(base, one)]
            plain = plain or [one for one in named if not _has_its_own(base, one, named)]
            named = plain if len(plain) == 1 else named
        return named[0] if named else None
    alike = [one for one in others if one.kind == last.kind]
    living = [one for one in others if kinds()[one.kind].alive] if kinds()[last.kind].alive else []
    return next(iter(alike or living), None)


def _is_told_of(base: Scene, thing: Thing) -> bool:
    """Whether it does something, looks somehow, or has something on or in the hand."""
    has = any(one.rel is not None and one.rel.to == thing.id and _is_borne(one) for one in base.objects)
    return has or any(value is not None for value in (thing.pose, thing.mood, thing.colour))


def _has_its_own(base: Scene, thing: Thing, both: Sequence[Thing]) -> bool:
    """Whether it has, does or looks what the other of the two does not."""
    own, theirs = (
        Counter(
            one.kind for one in base.objects if one.rel is not None and one.rel.to == of.id and _is_borne(one)
        )
        for of in (thing, next(one for one in both if one.id != thing.id))
    )
    other = next(one for one in both if one.id != thing.id)
    looks = any(
        getattr(thing, name) not in (None, getattr(other, name))
        for name in ("pose", "mood", "colour", "size")
    )
    return bool(own - theirs) or looks


def _is_borne(thing: Thing) -> bool:
    """Whether it is worn, held or laid over somebody; who walks hand in hand with another is not."""
    rel = thing.rel
    return (
        rel is not None
        and rel.type in ("wear", "hold", "cover")
        and not (rel.type == "hold" and rel.part in ("arm", "neck"))
    )


def name_of(thing: Thing, *, chinese: bool) -> str:
    """The noun by which one of its kind is called: as it was said, where that is a word of the language."""
    language = "zh" if chinese else "en"
    name = thing.label if thing.lang == language else names(language, thing.kind)
    if chinese and thing.lang == "zh" and not any(said.kind for said in parse(name).mentions):
        name = names("zh", thing.kind)  # 懒猫, which is no noun of the grammar's
    if not chinese:
        said = parse(f"the {thing.label}").mentions
        plain = len(said) == 1 and said[0].kind == thing.kind and thing.label.isascii()
        name = singular_of(name) if plain and thing.label.islower() else names("en", thing.kind)
    return name


def _named(base: Scene, thing: Thing, *, chinese: bool) -> str:
    name = name_of(thing, chinese=chinese)
    alike = sorted(
        (one for one in base.objects if one.kind == thing.kind), key=lambda one: rank_across(base, one)
    )
    if len(alike) == 1:
        return name if chinese else f"the {name}"
    return _by_side(alike, thing, name, chinese=chinese)


def outermost(base: Scene, thing: Thing, side: str) -> str | None:
    """Who stands outermost on that side, by id, of those on the ground or on the same table; None where that is the thing
    itself, or it is worn or held."""
    bearer = bearer_of(base, thing)
    beside = [
        one
        for one in base.objects
        if one.id in base.layout and bearer_of(base, one) == bearer and not _is_borne(one)
    ]
    if thing not in beside or len(beside) < 2:
        return None
    ordered = sorted(beside, key=lambda one: base.layout[one.id].x)
    other = ordered[-1] if side == "right" else ordered[0]
    return None if other is thing else other.id


_AT_THE_SIDE = 0.2
"""How far from the edge that is at most which is at a side of the picture, as a share of its breadth."""


def is_aside(base: Scene, thing: Thing, side: str) -> bool:
    """Whether nothing stands farther to that side and it is near the edge of the picture, or at that end of a table."""
    placed = base.layout.get(thing.id)
    if placed is None:
        return True
    width = scene_size(base)[0]
    gap = placed.box[0] if side == "left" else width - placed.box[2]
    borne = bearer_of(base, thing) is not None
    return outermost(base, thing, side) is None and (borne or gap <= _AT_THE_SIDE * width)


def named_in(words: str, base: Scene) -> list[Thing]:
    """What of the picture is named in the words."""
    found: dict[str, Thing] = {}
    for mention in parse(words).mentions:
        if mention.kind is not None:
            alike = [one for one in base.objects if one.kind in (mention.kind, kinds()[mention.kind].bare)]
            found |= {one.id: one for one in alike or called_so(base.objects, mention)}
    return list(found.values())


def at_both_ends(base: Scene) -> tuple[Thing, Thing] | None:
    """Who stands farthest to the left and who farthest to the right; None where nobody stands there by themselves."""
    placed = [one for one in base.objects if one.id in base.layout and one.rel is None]
    if not placed:
        return None
    left = min(placed, key=lambda one: base.layout[one.id].box[0])
    return left, max(placed, key=lambda one: base.layout[one.id].box[2])


def called_apart(base: Scene, key: str, *, chinese: bool) -> str:
    """How one of the picture is called so that no other is meant."""
    thing = base.thing(key)
    return "" if thing is None else _named(base, thing, chinese=chinese)


def _by_side(alike: Sequence[Thing], thing: Thing, name: str, *, chinese: bool) -> str:
    at, last = [one.id for one in alike].index(thing.id), len(alike) - 1
    if 0 < at < last and last != 2:
        return (
            f"左起第{'一二三四五六七八九十'[min(at, 9)]}个{name}"
            if chinese
            else f"the {_NTH[min(at, 5)]} from the left {name}"
        )
    side = "left" if at == 0 else "right" if at == last else "middle"
    if chinese:
        return f"{_SIDES[side]}的{name}"
    return f"the {side} {name}"


_SIDES = {"left": "左边", "right": "右边", "middle": "中间"}
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth")


def rank_across(base: Scene, thing: Thing) -> float:
    """How far to the right it stands, or whoever bears it."""
    placement = base.layout.get(thing.id)
    bearer = bearer_of(base, thing)
    if placement is None and bearer is not None:
        placement = base.layout.get(bearer.id)
    return placement.x if placement is not None else 0.0


# By size, by what they have, by their order

_MEASURES = "只个位头匹条辆朵棵艘架座杯把件名颗块"
_DONE = r"(?=[，,。.！!]|$|[吃喝看叼咬追骑摸闭睁摇挥蹲跪趴爬游滑踢打扫洗唱弹吹拉推画写读想望朝也都再要戴穿围系披套背拎端拿换变改涂画放坐站躺睡跑飞笑哭加抱骑举去不往向移跳是有删冲摔滚掉喊叫累躲藏转回抬低张伸踮弯鞠敬赢输停流打哼咳晕倒]|[大小]一?[点些]|给|在|应该|可以|能)"
_NOUN = r"(?P<noun>[\u4e00-\u9fff]{0,3}?)"
_SUPERLATIVE = "tallest|biggest|largest|smallest|shortest|littlest|youngest|oldest|eldest"
_LARGER = (
    re.compile(
        rf"\bthe (?P<how>taller|bigger|larger|smaller|shorter|younger|older|elder|{_SUPERLATIVE}) (?P<noun>one|[a-z]+)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bthe (?P<plain>little|small|tiny|big|large|tall|short|young|old) (?:one|guy|fellow)\b(?! of\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bthe (?P<most>{_SUPERLATIVE})(?= (?:should|is|gets?|needs?|wears?|has|to|can|must|in|with|an?|looks?|smiles?|sits?|stands?|waves?|jumps?|runs?|holds?)\b|[,.!]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:年龄|年纪|岁数|个子|个头|身高)?(?:最(?P<most>[高矮大小老]|年轻|年长|年幼)的?|(?:比较|更)?(?P<how>[高矮大小老]|年轻|年长|年幼)(?:一?[点些]儿?)?的)那?[{_MEASURES}]{_NOUN}{_DONE}"
    ),
    re.compile(
        r"(?:(?<=^)|(?<=[，,。给让把叫]))(?:年龄|年纪|岁数|个子|个头|身高)?(?:最(?P<most>[高矮大小老]|年轻|年长|年幼)|(?:比较|更)?(?P<how>[高矮大小老]|年轻|年长|年幼)(?:一?[点些]儿?)?)的(?=[戴穿围系披拿抱坐站躺睡笑哭])"
    ),
)
_HAS = (
    re.compile(
        r"\bthe (?P<noun>one|[a-z]+) (?:(?:that|who|which)(?:'s| is| has| sits| stands| lies)? )?(?:(?:sitting|standing|lying|sleeping) )?"
        r"(?P<rel>on|in|inside|with|wearing|holding|carrying|riding|under|behind) (?:the|an?|his|her|its) (?!(?:far )?(?:left|right|middle|top|bottom|front|back)\b)(?P<what>[a-z]+)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<rel>戴|穿|拿|抱|骑|举|背|围|撑|牵|坐在|站在|躺在|睡在|趴在|在)着?(?P<what>[\u4e00-\u9fff]{{1,5}}?)(?:[上里下]面?|旁边)?的?那[{_MEASURES}]{_NOUN}{_DONE}"
    ),
    re.compile(rf"(?P<what>[\u4e00-\u9fff]{{1,4}}?)(?P<rel>[上里])面?的?那[{_MEASURES}]{_NOUN}{_DONE}"),
)
_CLAD = (
    re.compile(
        r"\bthe (?P<noun>one|[a-z]+) (?:(?:that|who)(?:'s| is)? )?(?:(?:dressed |clad )?in|wearing|with) (?:(?:the|an?|his|her) )?"
        r"(?P<colour>red|blue|green|yellow|orange|purple|pink|brown|black|white|gr[ae]y)"
        r"(?: (?P<what>clothes|shirt|t-shirt|blouse|sweater|jumper|dress|skirt|coat|jacket|suit|uniform|hat|cap|scarf|trousers|pants|jeans|shorts|shoes|boots|apron|cape))?\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![个位名只一])(?:(?:身)?穿|戴|围)着?(?P<colour>[红蓝绿黄橙紫粉棕黑白灰])色?的?(?P<what>[\u4e00-\u9fff]{0,3}?)"
        rf"(?:的(?:那?[{_MEASURES}])?|那[{_MEASURES}]){_NOUN}{_DONE}"
    ),
)
_DOES = (
    re.compile(r"\bthe one (?:(?:that|who|which)(?:'s| is)? )?(?P<pose>[a-z]+ing(?: down)?)\b(?P<noun>)|\bthe (?P<first>[a-z]+ing) one\b", re.IGNORECASE),
    re.compile(rf"(?:正?在)?(?P<pose>[坐站躺睡跑跳飞笑哭趴蹲跪][\u4e00-\u9fff]?)着?的?那[{_MEASURES}]{_NOUN}{_DONE}"),
    re.compile(rf"(?:正?在)?(?P<pose>[睡笑哭])着?的(?P<noun>小?(?:男孩|女孩|孩子|男人|女人|宝宝|猫|狗|兔子?)){_DONE}"),
)  # fmt: skip
_ORDER = (
    re.compile(r"\bthe (?P<nth>first|second|third|fourth|fifth|last) (?P<noun>[a-z]+)(?: from the (?P<side>left|right))?\b", re.IGNORECASE),
    re.compile(rf"(?:从?(?P<side>[左右])(?:边|面|侧)?[数起]?的?)?(?:第(?P<nth>[一二三四五])|(?P<last>最后一))(?P<measure>[{_MEASURES}]){_NOUN}{_DONE}"),
)  # fmt: skip
_GIVES = re.compile(r"\W*(?:please |now |and )*(?:give|let|have|dress)\b|请?(?:给|让|叫)第", re.IGNORECASE)
"""Words after which stands one of those in the picture, and no picture."""
_SOME = (
    re.compile(
        r"\bone of (?:them|these|those|the (?P<noun>[a-z]+))\b(?! (?:left|right))"
        r"|(?P<lead>^\W*(?:(?:please|now|and|make|let|have|paint) )*)one (?P<single>(?!of\b|more\b|by\b|day\b)[a-z]+)(?!.*\bother\b)(?= (?:should|must|has to|needs|need|gets|get|is|wears|holds|can|could|red|blue|green|yellow|orange|purple|pink|brown|black|white|grey|gray|sit|stand|jump|run|sleep|smile|wear|hold|bigger|smaller)\b)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:其中(?:的)?一|(?:其中)?有一)[{_MEASURES}]{_NOUN}{_DONE}|(?P<lead>让|把|给|叫|^|[，,。]|有)(?:一|(?<=有))[{_MEASURES}](?P<single>[\u4e00-\u9fff]{{1,3}}?)(?=[戴穿围系披背拎拿举坐站躺睡笑哭变换]|抱着?|骑)"),
)  # fmt: skip
_SIDE = (re.compile(r"\bthe (?P<side>left|right|middle) one\b(?! of\b)", re.IGNORECASE),)
_DEPTH = (
    re.compile(r"\bthe (?P<how>front|back|nearest|closest|farthest|furthest|hindmost) (?P<noun>one|[a-z]+)\b(?! of)|\bthe (?P<first>one|[a-z]+) (?:in (?:the )?(?P<front>front|back|rear)|(?:at|on) the (?P<side>front|back|rear)|in the (?P<far>background|foreground))(?! of)\b", re.IGNORECASE),
    re.compile(rf"(?:最)?(?P<how>[前后])(?:[面边头]|排)?的?那[{_MEASURES}]{_NOUN}{_DONE}"),
)  # fmt: skip
_HEIGHT = (
    re.compile(rf"(?:最)?(?P<how>[上下])(?:面|边|头)的?那[{_MEASURES}]{_NOUN}{_DONE}"),
    re.compile(r"\bthe (?P<how>upper|lower|top|bottom) (?P<noun>one|[a-z]+)\b(?! of)", re.IGNORECASE),
)
_NEAR = frozenset({"front", "nearest", "closest", "foreground", "前"})
_POSITIONS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "一": 0, "二": 1, "三": 2, "四": 3, "五": 4}  # fmt: skip
_ON_THEIR_WAY = frozenset({"walk", "run"})
"""Of those who go the first is who is in front: they look to the right where they are mirrored."""
_LEAST = frozenset(
    {
        "smaller", "smallest", "shorter", "shortest", "little", "littlest", "small", "tiny", "short",
        "younger", "youngest", "young", "矮", "小", "年轻", "年幼",
    }
)  # fmt: skip
_BY_HEIGHT = frozenset(
    {"taller", "tallest", "bigger", "biggest", "larger", "largest", "smaller", "smallest", "shorter", "shortest", "高", "矮"}
)  # fmt: skip
"""What is told by the height in the picture, before the age."""
_BABIES = frozenset({"baby", "infant"})
_CHILDREN = frozenset({"boy", "girl", "child", "pupil", "toddler"})
_OLD = frozenset({"old-man", "old-woman"})
_HAD = frozenset(
    {"with", "wearing", "holding", "carrying", "戴", "穿", "围", "拿", "抱", "举", "撑", "背", "牵"}
)
"""Words after which stands what somebody has; after the others, what somebody is on or in."""

_OTHER_SO_MANY = Pattern(
    r"\bthe other (?:two|three|four|five)(?: [a-z]+s\b|(?= (?:should|are|sleep|sit|stand|wear|get|jump|run|smile)\b)|(?=[,.;!]|$))"
)
_STOOD = {"under": ("below",), "behind": ("behind",)}
"""By the word, how one stands to the other; on or in it after all others."""


def with_whom_is_meant(prompt: str, base: Scene) -> str:
    """The wish with whoever is meant of several told plainly; as it is where there is only one, or nobody of whom it is true.

    Raises:
        NotDrawable: the larger one is meant of several that are equally large.
    """
    prompt = with_the_other(_OTHER_SO_MANY.sub(r"the others", prompt), base)
    for patterns, meant in _WAYS:
        for pattern in patterns:

            def told(
                match: re.Match[str], meant: Callable[[re.Match[str], Scene], Thing | None] = meant
            ) -> str:
                one, chinese = meant(match, base), not match[0].isascii()
                lead = (match.groupdict().get("lead") or "").removesuffix("有")
                return match[0] if one is None else lead + _named(base, one, chinese=chinese)

            prompt = pattern.sub(told, prompt)
    return prompt


def _among(base: Scene, noun: str) -> list[Thing]:
    """Those of which one is chosen: of the kind named; else those that live, or of whose kind there are most."""
    if noun and noun.casefold() not in ("one", "ones"):
        said = list(parse(f"the {noun}" if noun.isascii() else noun).mentions)
        if len(said) != 1 or said[0].kind is None:
            return []
        alike = [one for one in base.objects if one.kind == said[0].kind]
        small = [one for one in alike if one.size == "small"]
        if small and names_young(noun):
            return small
        return alike or [*called_so(base.objects, said[0])]
    standing = [one for one in base.objects if not _is_borne(one)]
    living = [one for one in standing if kinds()[one.kind].alive]
    if len(living) > 1:
        return living
    (most, many), *_ = Counter(one.kind for one in standing).most_common(1) or [("", 0)]
    return [one for one in standing if one.kind == most] if many > 1 else standing


def _tall(base: Scene, thing: Thing) -> int:
    placed = base.layout.get(thing.id)
    return 0 if placed is None else placed.box[3] - placed.box[1]


_OF_WHOM = re.compile(
    rf"\bthe (?:little|small|tiny|big|large|tall|short|young|old|younger|older|elder|taller|shorter|{_SUPERLATIVE})(?= [a-z]+)"
    r"|(?:年龄|年纪|岁数|个子|个头|身高|最[高矮大小老]|最年[轻长幼]|年[轻长幼]|[高矮大小老])(?=[^，。,]{0,4}的?那?[个位只头匹条])",
    re.IGNORECASE,
)


def says_whom(prompt: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` only tell which one of a picture is meant: "the tall man", 年纪最小的那个."""
    return any(match.start() <= start and end <= match.end() for match in _OF_WHOM.finditer(prompt))


def _age(thing: Thing) -> int:
    """In which age of life somebody is, as far as the kind tells."""
    return next((age for age, kinds_ in enumerate((_BABIES, _CHILDREN)) if thing.kind in kinds_), 2) + (
        thing.kind in _OLD
    )


def _larger(match: re.Match[str], base: Scene) -> Thing | None:
    """The larger or the older one: by the height in the picture, by the age first where that is not told of the height."""
    said = match.groupdict()
    noun = said.get("noun") or ""
    among = _of_the_talk(base) if not noun or noun == "one" else []
    among = among or _among(base, noun)
    how = (said.get("most") or said.get("how") or said["plain"]).lower()

    def measure(one: Thing) -> tuple[int, int]:
        return 0 if how in _BY_HEIGHT else _age(one), _tall(base, one)

    ordered = sorted(among, key=measure)
    if len(ordered) < 2:
        return None
    least = how in _LEAST
    if measure(ordered[0 if least else -1]) == measure(ordered[1 if least else -2]):
        raise NotDrawable(notes.equally_large("en" if how.isascii() else "zh"))
    return ordered[0 if least else -1]


def _having(match: re.Match[str], base: Scene) -> Thing | None:
    """Who alone of several has that, or is on it."""
    among = _among(base, match["noun"])
    what = _among(base, match["what"])
    if match["rel"].lower() in _HAD:
        hosts = {one.rel.to for one in what if one.rel is not None and one.rel.type in ("wear", "hold")}
        found = [one for one in among if one.id in hosts]
    else:
        grounds = {one.id for one in what}
        stood = _STOOD.get(match["rel"].lower(), ("on", "inside"))
        found = [
            one
            for one in among
            if one.rel is not None
            and one.rel.to in grounds
            and one.id not in grounds
            and one.rel.type in stood
        ]
    plain = match["noun"].casefold() not in ("", "one")
    return found[0] if len(found) == 1 and (not plain or len(among) > 1) else None


def _clad(match: re.Match[str], base: Scene) -> Thing | None:
    """Who alone of several has something on of that colour: the one in red, 穿红衣服的那个."""
    among, what = _among(base, match["noun"]), _kind_of(match["what"])
    colour = next((token.get("colours") for token in tokenise(match["colour"]) if token.get("colours")), None)
    part = kinds()[what].wear if what is not None else None
    clad = {
        one.rel.to
        for one in base.objects
        if one.rel is not None
        and (one.rel.type, one.colour) == ("wear", colour)
        and part in (None, kinds()[one.kind].wear)
    }
    found = [one for one in among if one.id in clad or (part in (None, "neck") and one.colour == colour)]
    return found[0] if len(found) == 1 and len(among) > 1 else None


def _kind_of(word: str | None) -> str | None:
    return next((token.get("kinds") for token in tokenise(word or "") if token.get("kinds")), None)


def _doing(match: re.Match[str], base: Scene) -> Thing | None:
    said = match.groupdict()
    word = said["pose"] or said["first"]
    told = (*tokenise(word), *(() if word.isascii() else tokenise(f"在{word}")))
    poses = {token.get(role) for token in told for role in ("poses", "moods")} - {None}
    found = [one for one in _among(base, said["noun"] or "") if poses & {one.pose, one.mood}]
    return found[0] if len(found) == 1 else None


def _in_order(match: re.Match[str], base: Scene) -> Thing | None:
    said = match.groupdict()
    noun = said["noun"] or ""
    among = sorted(_among(base, noun), key=lambda one: rank_across(base, one))
    measure = said.get("measure")
    among = [one for one in among if counts(measure, one.kind)] or among
    unnamed = noun.casefold() in ("", "one") and measure in (None, "个") and not said["side"]
    if unnamed and len({one.kind for one in among}) > 1:
        among = _of_one_kind(base, among) if _GIVES.match(match.string) is not None else []
        if not among:
            return None  # which may as well be a picture
    ways = {base.layout[one.id].flip for one in among if one.id in base.layout}
    if not said["side"] and len(ways) == 1 and all(one.pose in _ON_THEIR_WAY for one in among):
        among.sort(key=lambda one: rank_across(base, one), reverse=ways == {True})
    elif not said["side"]:
        rows = _rows(base, among)
        among.sort(key=lambda one: rows[one.id])
    if said["side"] in ("right", "右"):
        among.reverse()
    at = _POSITIONS[(said["nth"] or "last").lower()]
    return among[at] if len(among) > 1 and at < len(among) else None


def _of_one_kind(base: Scene, among: Sequence[Thing]) -> list[Thing]:
    """Those who were spoken of last, or the only kind of whom there are several."""
    many = [kind for kind, so_many in Counter(one.kind for one in among).items() if so_many > 1]
    return _of_the_talk(base) or [one for one in among if len(many) == 1 and one.kind == many[0]]


def _at_side(match: re.Match[str], base: Scene) -> Thing | None:
    """Who stands there, of those who live; where things stand in numbers, too, only where the rest is of the living."""
    living = [one for one in base.objects if kinds()[one.kind].alive and not _is_borne(one)]
    lifeless = Counter(one.kind for one in base.objects if not kinds()[one.kind].alive and not _is_borne(one))
    among = _of_the_talk(base) or living
    if len(among) < 2 or any(not kinds()[one.kind].alive for one in among):
        return None
    if max(lifeless.values(), default=0) > 1 and not _is_of_the_living(match.string[match.end() :]):
        return None
    ordered = sorted(among, key=lambda one: rank_across(base, one))
    side = match["side"].lower()
    if side == "middle":
        return ordered[len(ordered) // 2] if len(ordered) % 2 else None
    return ordered[0] if side == "left" else ordered[-1]


def _is_of_the_living(words: str) -> bool:
    """Whether something to wear, a mood or a pose is told."""
    return any(
        token.get("moods") or token.get("poses") or ((kind := token.get("kinds")) and kinds()[kind].wear)
        for token in tokenise(words)
    )


def _in_depth(match: re.Match[str], base: Scene) -> Thing | None:
    """Who stands nearest, or hindmost, of several."""
    said = match.groupdict()
    how = next(said[name] for name in ("how", "front", "side", "far") if said.get(name))
    among = [one for one in _among(base, said["noun"] or said.get("first") or "") if one.id in base.layout]
    if len(among) < 2 or len({base.layout[one.id].base for one in among}) == 1:
        return None
    ordered = sorted(among, key=lambda one: base.layout[one.id].base)
    return ordered[-1] if how.lower() in _NEAR else ordered[0]


def _at_height(match: re.Match[str], base: Scene) -> Thing | None:
    """Who of several is higher up, or lower down, than all others."""
    among = [one for one in _among(base, match["noun"] or "") if one.id in base.layout]
    feet = sorted(among, key=lambda one: base.layout[one.id].base)
    apart = 0.08 * scene_size(base)[1]
    if len(feet) < 2:
        return None
    if match["how"].lower() in ("上", "upper", "top"):
        return feet[0] if base.layout[feet[1].id].base - base.layout[feet[0].id].base > apart else None
    return feet[-1] if base.layout[feet[-1].id].base - base.layout[feet[-2].id].base > apart else None


def _rows(base: Scene, things: Sequence[Thing]) -> dict[str, int]:
    """In which row each stands, the hindmost first: one counts row by row."""
    feet = {one.id: base.layout[one.id].base if one.id in base.layout else 0.0 for one in things}
    deep, rows, row, last = 0.13 * parse_ratio(base.ratio).size()[1], {}, 0, None
    for key in sorted(feet, key=lambda key: feet[key]):
        row += last is not None and feet[key] - last > deep
        rows[key], last = row, feet[key]
    return rows


def _of_the_talk(base: Scene) -> list[Thing]:
    """Those alike of whom the last change was, where there are several: the students that have just come."""
    last = _last(base)
    alike = (
        [] if last is None else [one for one in base.objects if one.kind == last.kind and not _is_borne(one)]
    )
    return alike if len(alike) > 1 else []


def _some(match: re.Match[str], base: Scene) -> Thing | None:
    """One of several: to which nothing was done yet, and that was not spoken of last.

    Raises:
        NotDrawable: nobody is there who could do or feel what is told of one of them.
    """
    said = match.groupdict()
    noun = said["single"] or said["noun"] or ""
    among = _among(base, noun)
    if not noun and not said.get("measure"):
        among = _of_the_talk(base) or among
        living = [one for one in among if kinds()[one.kind].alive]
        if len(living) == 1 and len({one.kind for one in among}) == len(among):
            return living[0]  # "one of them", of goldfish of which one is seen
    if len(among) < 2:
        return None
    if not any(kinds()[one.kind].alive for one in among) and _is_of_the_living(match.string[match.end() :]):
        chinese = not match[0].isascii()
        raise NotDrawable(
            notes.not_in_picture("人或动物" if chinese else "person or animal", "zh" if chinese else "en")
        )
    bears = {one.rel.to for one in base.objects if one.rel is not None and _is_borne(one)}
    last = _last(base)
    fresh = [one for one in among if one.id not in bears and (last is None or one.id != last.id)]
    return (fresh or [one for one in among if last is None or one.id != last.id] or among)[0]


_WAYS: Sequence[tuple[Sequence[re.Pattern[str]], Callable[[re.Match[str], Scene], Thing | None]]] = (
    (_LARGER, _larger),
    (_CLAD, _clad),
    (_HAS, _having),
    (_DOES, _doing),
    (_ORDER, _in_order),
    (_SIDE, _at_side),
    (_DEPTH, _in_depth),
    (_HEIGHT, _at_height),
    (_SOME, _some),
)
