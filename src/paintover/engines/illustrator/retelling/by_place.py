"""Some of several, told by where they are in the picture: "the two on the right", 最左边两个, "the back row", 上面那排.

What is said of them is said of each by itself ("make the left apple green, make the second from the left apple green"), the
rightmost first, so that one that goes does not change which the others are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.lexicon import singular_of
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.retelling.by_side import is_look
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.others import called_apart, name_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.standing import bearer_of, scene_size
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([，,。；;！!？?\n]+ *|\.(?:\s|$)|\band then\b|\bthen\b|\band (?=(?:the (?:others?|rest|one|two|three)|make|put|give|let|remove|add|turn|paint|move)\b)|然后|并且)",
    re.IGNORECASE,
)
_MANY = r"(?P<many>two|three|four|five|six|both|couple of)"
_NOUN = r"(?P<noun>ones|(?!of\b|in\b|on\b|at\b|from\b|to\b|and\b|is\b|are\b|row\b)[a-z]+s|people|children|men|women|sheep|fish|deer|geese|mice|(?<=sheep )|)"
_WHERE = r"(?P<where>left|right|middle|cent(?:re|er)|top|bottom|front|back|outside|ends)"
_ENGLISH = (
    rf"\b(?:all )?(?:of )?the {_MANY} {_NOUN} ?(?:(?:that|who|which) (?:are|stand|sit|is) )?(?:on|at|in|to|towards?) (?:the )?(?:far |very )?{_WHERE}(?:(?: |-)(?:hand )?side| row)?(?= |$)(?! of (?!the picture))",
    rf"\bthe (?:far )?(?P<where>left ?most|right ?most|left|right|middle|central|top ?most|top|upper|bottom|lower|front|foremost|back|rear|first|last|outer|outermost|outside) {_MANY}(?: {_NOUN})?(?= |$)",
    rf"\b(?:the )?{_MANY} (?P<where>left ?most|right ?most|middle|central|top|upper|bottom|lower|front|foremost|back|rear|first|last|outer|outermost|outside) {_NOUN}(?= |$)",
    r"\b(?:all )?(?:of )?(?:the )?(?:(?P<noun>[a-z]+s|people|children|sheep|fish) (?:in|of|on) )?the (?P<where>top|upper|bottom|lower|front|back|rear|first|last|second|middle) row(?: of (?P<also>[a-z]+))?\b",
    r"\b(?:all )?(?:of )?the (?P<noun>ones|[a-z]+s|people|children|sheep|fish) (?:(?:that|who|which) (?:are|stand|sit) )?(?:on|at|in|to) (?:the )?(?:far )?(?P<where>left|right|top|bottom|front|back)(?:(?: |-)(?:hand )?side)?(?= |$)(?! (?:of|row)\b)",
    r"\bthe (?P<where>front|foremost|back|rear|top|upper|bottom|lower|left|right|leftmost|rightmost|outer|outermost|middle|inner) (?P<noun>ones|(?!row|side|corner|edge)[a-z]+s|people|children|sheep|fish)\b(?! (?:of|row)\b)",
    r"\bthe (?P<where>upper|top|lower|bottom|back|front)[ -](?P<side>left|right)(?:most)?(?: corner)? (?P<noun>(?!corner|side|edge|of\b)[a-z]+)\b",
    r"\bthe (?P<noun>[a-z]+) (?:in|on|at) the (?P<where>upper|top|lower|bottom|back|front)[ -](?P<side>left|right)(?: corner| side)?(?= |$)(?! (?:of (?!the picture)|corner|side))",
    r"(?:^|(?<=\bmake )|(?<=\blet )|(?<=\bhave )|(?<=\bgive )|(?<=\bpaint )|(?<=\bturn )|(?<= on )|(?<=\bput ))(?P<where>some|any)?(?P<some>two|three|four|five) of (?:them|these|those|the (?P<noun>[a-z]+))\b(?! (?:left|right|on|in|at)\b)",
    r"\b(?P<both>both|the) (?:ones )?(?P<where>ends|outer ones|outermost ones|outside ones|ones (?:on|at) (?:the|both|either) (?:ends|sides))(?= |$)",
)  # fmt: skip
_CL = "[个只头匹条辆朵位名棵艘架颗块把盆座栋间本张件杯碗支根枝顶]"
_N = "(?P<many>[两二三四五六]|俩)"
_ZH_NOUN = r"(?P<noun>[\u4e00-\u9fff]{0,3}?)"
_DONE = r"(?=(?:都|全|也|应该|要|可以)?(?:[变换改涂染画放缩戴穿围系坐站躺睡跑跳笑哭飞打看喝吃读写唱吹弹挥蹲跪推撑拿抱举去删移挪拿给加披摔跌倒大小红绿蓝黄紫黑白粉橙棕灰]|不要|消失|开心|生气|难过)|[，,。；;！!]|$)"
_CHINESE = (
    rf"(?:最|靠)?(?P<where>[左右上下前后])(?:手)?(?:边|侧|面|头|方|排)?的?[那这]?{_N}{_CL}?(?:的)?{_ZH_NOUN}(?:都|全都|全部)?{_DONE}",
    rf"(?:正|最)?(?P<where>中间|当中|两[边头端侧]|外[边侧]|最?前|最?后)(?:的)?[那这]?{_N}{_CL}(?:的)?{_ZH_NOUN}(?:都|全都|全部)?{_DONE}",
    rf"(?:最)?(?P<where>[上下前后]|第[一二三]|中间|当中)(?:面|边)?(?:的)?[那这]?(?:一)?(?P<row>排|行)(?:的)?{_ZH_NOUN}(?:都|全都|全部)?{_DONE}",
    rf"(?:最|靠)?(?P<where>[左右上下前后])(?:手)?(?:边|侧|面|方)的?(?:[那这](?:些|几{_CL})|几{_CL}|所有的?){_ZH_NOUN}(?:都|全都|全部)?{_DONE}",
    rf"(?:其中|当中)(?P<where>有|的)?{_N.replace('many', 'some')}{_CL}(?:的)?{_ZH_NOUN}(?:正?在)?{_DONE}",
    rf"(?:^|(?<=[让叫给]))(?P<where>有)?{_N.replace('many', 'some')}{_CL}(?P<noun>)(?:正?在|要)?(?=[坐站躺睡趴跑跳笑哭飞戴穿围拿抱举背牵挥跪蹲打吹弹唱读看]|难过|开心|生气|害怕)",
    rf"(?P<where>两(?:[边端侧]|头(?![\u4e00-\u9fff])|头(?=的|都|各|全)))的?(?:[那这])?(?:个|只)?{_ZH_NOUN}(?:都|全都|全部)?{_DONE}",
    rf"(?P<where>[前后上下])(?:面|边|头)的(?:那{_CL})?(?P<noun>(?!那|几|所|两|三)[\u4e00-\u9fff]{{1,3}}?){_DONE}",
    rf"最(?P<where>[上下前后])(?:面|边|方|头)的?(?:(?P<one>[那这]{_CL}|一{_CL})|[那这])?{_ZH_NOUN}{_DONE}",
    rf"(?P<where>领头|打头|带头)的?[那这]?(?P<one>{_CL}){_ZH_NOUN}{_DONE}",
    rf"(?:跑在|走在|排在)?(?P<where>[前后])(?:面|边|头)的?(?P<one>[那这]一?{_CL}){_ZH_NOUN}{_DONE}",
    rf"(?<![到往向朝])(?P<side>[左右])(?P<where>[上下])(?:角|方|边|面)?的?(?:(?:[那这]一?|一){_CL})?(?!再?[加放画添挂摆贴写来])(?!(?:再|还|也)?有){_ZH_NOUN}{_DONE}",
)
_FORMS = (
    *((Pattern(one), False) for one in _ENGLISH),
    *((Pattern(one, re.NOFLAG), True) for one in _CHINESE),
)
_COUNTS = {
    "two": 2, "both": 2, "couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "两": 2, "二": 2, "俩": 2, "三": 3, "四": 4,
    "五": 5, "六": 6,
}  # fmt: skip
_SAME = {
    "左": "left", "leftmost": "left", "右": "right", "rightmost": "right", "上": "top", "upper": "top", "topmost": "top",
    "下": "bottom", "lower": "bottom", "前": "front", "最前": "front", "foremost": "front", "后": "back", "最后": "back", "rear": "back",
    "中间": "middle", "当中": "middle", "centre": "middle", "center": "middle", "central": "middle", "第一": "first", "第二": "second",
    "第三": "third", "领头": "leading", "打头": "leading", "带头": "leading",
}  # fmt: skip
_ROWS = {
    "top": 0,
    "back": 0,
    "first": 0,
    "second": 1,
    "third": 2,
    "middle": 1,
    "bottom": -1,
    "front": -1,
    "last": -1,
}
_ROW = 0.07
"""Who stands so much nearer than the one before is in another row, as a share of the picture's height."""
_MOST = 10
"""Of so many one may be told by its number from the left."""
_NTH = ("", "left", "second from the left", "third from the left", "fourth from the left", "fifth from the left", "sixth from the left", "seventh from the left", "eighth from the left", "ninth from the left", "tenth from the left")  # fmt: skip
_NTH_ZH = ("", "左边的", *(f"左起第{number}个" for number in "二三四五六七八九十"))
_ARE = (
    ("are", "is"), ("have", "has"), ("wear", "wears"), ("hold", "holds"), ("get", "gets"), ("need", "needs"), ("sit", "sits"),
    ("sleep", "sleeps"), ("wave", "waves"),
)  # fmt: skip
_HAVE = re.compile(
    r"(?:\b(?:wear|wears|wearing|have|has|get|gets|hold|holds|holding|carrying|with|on|need|needs) (?:some )?|^ (?!(?:is|has|wears|gets|holds|needs)\b))(?P<what>[a-z]+s)\b(?! (?:on|at|in)\b)"
)
_IS = re.compile(r"^ (?:(?:is|should be|must be|becomes?|turns?|gets?|goes) )?(?:now |all )?")
_GOES = re.compile(r"\b(?:remove|delete|erase)\b|去掉|删|拿走|移走", re.IGNORECASE)
_PUT = re.compile(r"\b(?:put|add|place) (?:some )?(?P<what>[a-z]+s) (?=(?:on|to)(?: top of)? $)")
"""What each gets one of."""
_PAIRED = frozenset(
    {
        "glasses",
        "sunglasses",
        "goggles",
        "trousers",
        "shorts",
        "jeans",
        "shoes",
        "boots",
        "wings",
        "headphones",
    }
)


def told_by_place(prompt: str, base: Scene) -> str:
    """The wish with what it says of some of several told of each; as it is where it names none by their place."""
    if len(prompt) > 200 or len(base.objects) < 2:
        return prompt
    parts = _CLAUSES.split(prompt)
    return "".join(part if at % 2 else _told(part, base) for at, part in enumerate(parts))


_MOVES = re.compile(
    r"\b(?:move|shift|bring|push|put|send|place|slide|drag|pull|get|take|want|have) $", re.IGNORECASE
)


def _told(clause: str, base: Scene) -> str:
    for form, chinese in _FORMS:
        match = form.search(clause)
        if match is None:
            continue
        if match.groupdict().get("some") and not _does_something(clause[match.end() :]):
            continue
        if not clause[match.end() :].strip(" .!") and _MOVES.search(clause[: match.start()]):
            continue  # "move the cows to the right": where they go, and not which
        found = _meant(match, base)
        if found is None:
            continue
        return told_of_each_of(found, clause[: match.start()], clause[match.end() :], base, chinese=chinese)
    return clause


def told_of_each_of(found: Sequence[Thing], before: str, behind: str, base: Scene, *, chinese: bool) -> str:
    """The same clause of each of them by name, with what stands before and behind the name."""
    before, behind = _PUT.sub(_single, before), _of_one(behind)
    if chinese:  # 左边两只小猫: the 小 is no look of theirs
        behind = behind.removeprefix(name_of(found[0], chinese=True))
    look = _IS.sub("", behind).rstrip(" .!")
    if not chinese and not before.strip() and is_look(look):
        before, behind = f"{before}make ", f" {look}"  # the third from the left is one, "the left is" another
    goes = _GOES.search(before) is not None
    told = [f"{before}{name}{behind}" for name in _names(found, base, chinese=chinese, counted=goes)]
    return ("，" if chinese else ", ").join(told)


def _does_something(behind: str) -> bool:
    """Whether so many of them do, feel or have something; what colour they get is dealt out among all."""
    return any(
        any(token.get(role) for role in ("poses", "moods", "actions", "kinds"))
        or token.get("verbs") in ("wear", "hold")
        for token in tokenise(behind)
    )


def _of_one(behind: str) -> str:
    """What is said of several, as it is said of one: they wear hats, each wears a hat."""
    for many, one in _ARE:
        behind = re.sub(rf"^ {many}\b", f" {one}", behind)
    return _HAVE.sub(_single, behind)


def _single(match: re.Match[str]) -> str:
    """One thing for each where several were told of."""
    what = singular_of(match["what"])
    if what == match["what"] or match["what"] in _PAIRED:
        return match[0]
    start, end = (at - match.start() for at in match.span("what"))
    return (
        f"{match[0][:start].replace('some ', '')}{'an' if what[0] in 'aeiou' else 'a'} {what}{match[0][end:]}"
    )


def _meant(match: re.Match[str], base: Scene) -> list[Thing] | None:
    """Those that are meant; None where there are not so many, or all of them are."""
    said = match.groupdict()
    among = _among(base, (said.get("noun") or said.get("also") or "").strip())
    if said.get("some"):
        return _some(_COUNTS[said["some"].lower()], among, base)
    where = re.sub(r"\s", "", said["where"].lower())
    where = _SAME.get(where, "ends" if re.match("两|外|out|ends|ones", where) else where)
    many = 1 if said.get("one") else _COUNTS.get((said.get("many") or "").lower())
    if not 2 <= len(among) <= _MOST or (many or 0) > len(among):
        return None
    if said.get("side"):
        return [
            _in_the_corner(
                _SAME.get(where, where), _SAME.get(said["side"], said["side"].lower()), among, base
            )
        ]
    rows = _rows(base, among)
    in_rows = "row" in match[0] or bool(said.get("row"))
    if in_rows or (many is None and where in ("top", "bottom", "front", "back")):
        at = _ROWS.get(where)
        if at is None or at >= len(rows):
            return None
        return rows[at] if len(rows) > 1 else None if in_rows else _so_many(where, 1, among, rows, base)
    return _so_many(where, many, among, rows, base)


def _some(many: int, among: Sequence[Thing], base: Scene) -> list[Thing] | None:
    """So many of them, rather those to which nothing was done yet; None where it is all of them."""
    if many >= len(among):
        return None
    bears = {one.rel.to for one in base.objects if one.rel is not None}
    across = sorted(among, key=lambda one: base.layout[one.id].x)
    return sorted(across, key=lambda one: one.id in bears or one.pose is not None or one.colour is not None)[
        :many
    ]


def _in_the_corner(down: str, across: str, among: Sequence[Thing], base: Scene) -> Thing:
    """Who is nearest to that corner of where they are."""
    spots = {one.id: (base.layout[one.id].x, base.layout[one.id].base) for one in among}
    spans = [max(1.0, max(values) - min(values)) for values in zip(*spots.values(), strict=True)]
    ways = 1 if across == "right" else -1, 1 if down in ("bottom", "front") else -1
    return max(
        among,
        key=lambda one: sum(
            way * at / span for way, at, span in zip(ways, spots[one.id], spans, strict=True)
        ),
    )


def _so_many(
    where: str, many: int | None, among: list[Thing], rows: Sequence[list[Thing]], base: Scene
) -> list[Thing] | None:
    across = sorted(among, key=lambda one: base.layout[one.id].x)
    if where in ("front", "back") and (runners := _in_a_race(across, base)):
        many = many or 1
        return runners[:many] if where == "front" else runners[-many:]
    if where in ("first", "last", "top", "back", "bottom", "front"):
        ordered = [one for row in rows for one in row]
        if len(rows) == 1 and where not in ("first", "last"):
            ordered.sort(key=lambda one: base.layout[one.id].base)
        many = many or 1
        return ordered[:many] if where in ("first", "top", "back") else ordered[-many:]
    if where == "ends":
        return [across[0], across[-1]] if len(across) > 2 and many in (None, 2) else None
    if where == "middle":
        run_of = many or (2 - len(across) % 2)
        centre = (base.layout[across[0].id].x + base.layout[across[-1].id].x) / 2
        runs = [across[start : start + run_of] for start in range(len(across) - run_of + 1)]
        return min(runs, key=lambda run: abs(sum(base.layout[one.id].x for one in run) / run_of - centre))
    if where == "inner":
        return across[1:-1] if len(across) > 2 else None
    if where == "leading":  # drawings look to the left
        return across[-1:] if base.layout[across[-1].id].flip else across[:1]
    if many is None and where in ("left", "right"):
        half = scene_size(base)[0] / 2
        there = [one for one in across if (base.layout[one.id].x < half) == (where == "left")]
        many = len(there) if 0 < len(there) < len(across) else None
    many = many or len(across) // 2
    return across[:many] if where == "left" else across[-many:] if where == "right" else None


_MOVING = frozenset({"run", "walk", "gallop"})


def _in_a_race(across: Sequence[Thing], base: Scene) -> list[Thing]:
    """Those who all run to one side, the foremost first; none where they do not."""
    turned = {base.layout[one.id].flip for one in across}
    if len(turned) != 1 or not all(one.pose in _MOVING for one in across):
        return []
    return list(reversed(across)) if turned == {True} else list(across)


def _among(base: Scene, noun: str) -> list[Thing]:
    """Those of which some are meant: of the kind that is named; else all that live, or of the kind of which there are most."""
    there = [one for one in base.objects if one.id in base.layout and one.kind != SIGNPOST]
    if noun and noun.lower() not in ("one", "ones"):
        said = parse(f"the {noun}" if noun.isascii() else noun).mentions
        if len(said) != 1 or said[0].kind is None:
            return []
        return [one for one in there if one.kind == said[0].kind] or list(called_so(there, said[0]))
    apart = [one for one in there if bearer_of(base, one) is None or kinds()[one.kind].alive]
    living = [one for one in apart if kinds()[one.kind].alive]
    if len(living) > 1:
        return living
    (most, many), *_ = Counter(one.kind for one in there).most_common(1) or [("", 0)]
    return [one for one in there if one.kind == most] if many > 1 else []


def _rows(base: Scene, among: Sequence[Thing]) -> list[list[Thing]]:
    """Those that stand in one row each, the hindmost first, each from left to right."""
    deep = _ROW * scene_size(base)[1]
    rows: list[list[Thing]] = []
    last = 0.0
    for one in sorted(among, key=lambda one: base.layout[one.id].base):
        foot = base.layout[one.id].base
        if not rows or foot - last > deep:
            rows.append([])
        rows[-1].append(one)
        last = foot
    return [sorted(row, key=lambda one: base.layout[one.id].x) for row in rows]


def _names(found: Sequence[Thing], base: Scene, *, chinese: bool, counted: bool) -> list[str]:
    """What each is called, the rightmost first; `counted` from the left where they go one after the other."""
    told = []
    for one in sorted(found, key=lambda one: -base.layout[one.id].x):
        alike = [other for other in base.objects if other.kind == one.kind and other.id in base.layout]
        alike.sort(key=lambda other: base.layout[other.id].x)
        at = alike.index(one) + 1 if len(alike) > 1 else 0
        name = name_of(one, chinese=chinese)
        if len(alike) < 4 and not counted:
            told.append(called_apart(base, one.id, chinese=chinese))
            continue
        told.append(f"{_NTH_ZH[at]}{name}" if chinese else f"the {_NTH[at]} {name}".replace("  ", " "))
    return told
