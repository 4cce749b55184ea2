"""How those in a picture are told to stand to each other: in a row, closer together, apart, face to face; and who is to be
taller, shorter, fatter or thinner.

Such wishes move and shape what is there; they are taken out before the rest is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from paintover.domain.errors import NotDrawable
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.mentioned import of_ones_own
from paintover.engines.illustrator.editing.skin import (
    dye,
    of_the_hair,
    of_the_skin,
    tan,
    with_hair,
    with_skin,
)
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.pronouns import spoken_of_alone
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.scene import Placement, Relation, Scene, Thing
from paintover.engines.illustrator.sprites.stock import MOST_GIRTH, figure_of
from paintover.engines.illustrator.staging.cast import ATTACHED, OPPOSITE
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.standing import bearer_of, newly_hidden, shared_seat
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([，,；;。！!\n]+|\s+(?:and|then)\s+(?=(?:make|move|put|let|have|add)\b)|然后|并且|\.(?=\s|$))"
)
_LET = r"(?:请|帮我)?(?:让|把|将|使|叫|给)?(?P<who>[^，。]{0,14}?)(?:们)?(?:全都?|都|再|稍微|更|互相|彼此|之间|能|可以|要)*"
_BIT = r"(?:一?[点些]儿?|一下|了|吧)*"
_BARE = r"^(?:please |can you |could you |now )*(?:(?:make|let|have|move|put|place|bring|get|set|stand|line|spread|arrange|push|pull) )?(?P<who>(?:them|they|everyone|everybody|everything|the two|both|all|all of them|the [\w ,]{2,40}?)? ?)"
_EN = rf"{_BARE}(?:should |must |are to )?(?:all )?(?:neatly |nicely |tidily )?"
_ENDS = r"(?: please| a bit| a little| more| now| slightly| neatly| nicely| tidily)*$"
_RANKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("row", re.compile(rf"^{_LET}(?:排|站|摆|放|坐|列|码)(?:成|在|好|得)?(?:整齐的?)?一?(?:横)?(?:排|行|列|队|条直?线)(?:站好|坐好|好)?{_BIT}$")),
    ("row", re.compile(rf"^{_LET}(?:并排|并肩)(?:站|坐|排|摆|放)?(?:着|好|在一起)?{_BIT}$")),
    ("row", re.compile(rf"{_EN}(?:stand |sit |be |lined? )?(?:up )?(?:(?:in|into|to form) (?:a|one) (?:straight )?(?:row|line)|lined up|side by side|next to each other){_ENDS}", re.IGNORECASE)),
    ("row", re.compile(rf"^(?:please |now )*line (?:up )?(?P<who>them|everyone|everybody|everything|the [\w ,]{{2,40}}?|)(?: up)?{_ENDS}", re.IGNORECASE)),
    ("back", re.compile(rf"^{_LET}背对背(?:站|坐)?(?:着)?{_BIT}$|{_EN.replace('who', 'whom')}(?:stand |sit |be )?(?:back to back|look(?:ing)? away from each other|facing away from each other){_ENDS}", re.IGNORECASE)),
    ("face", re.compile(rf"^{_LET}(?:面对面|脸对脸|面向(?:对方|彼此)|相对|对视|(?:看|望|朝|对|面对|看向|望向)(?:着|向)?(?:对方|彼此))(?:站|坐|而立|而坐|看)?(?:着)?{_BIT}$|^{_LET.replace('who', 'also')}(?<=互相)(?:看|望)(?:着)?{_BIT}$")),
    ("face", re.compile(rf"{_BARE}(?:turn to |stand |sit |be )?(?:fac(?:e|ing) each other|face to face|look(?:ing)? at (?:each other|one another)|fac(?:e|ing) one another){_ENDS}", re.IGNORECASE)),
    ("together", re.compile(rf"^{_LET}(?:靠|挨|凑|站|贴|离|挪|移|放|坐)(?:得)?(?:近|拢|紧|在一起)(?:着)?{_BIT}$|^{_LET.replace('who', 'also')}(?:紧)?(?:挨着|贴着)(?:站)?(?:着)?{_BIT}$|^{_LET.replace('who', 'those')}(?:离|站|隔|坐|分)(?:得)?(?:那么|这么|太)(?:远|开)(?:了|干嘛|干什么|啊|呀)*$")),
    ("together", re.compile(rf"{_EN}(?:stand |sit |be |move |come )?(?:a (?:bit|little) |much )?(?:(?:closer|nearer)(?: together| to each other| to one another)|closer|nearer|(?:more )?(?:close )?together){_ENDS}", re.IGNORECASE)),
    ("apart", re.compile(rf"^{_LET}(?:分|隔|离|站|拉|散|挪|移|放|坐)(?:得)?(?:开|远|散)(?:些|着)?(?:距离)?{_BIT}$|^{_LET.replace('who', 'also')}(?:不要|别|不用)?(?:再)?(?:挨|靠|贴|离|站|凑|坐)(?:得)?(?:那么|这么|太)(?:近|紧|拢)(?:了|啊|呀)*$")),
    ("apart", re.compile(rf"{_EN}(?:stand |sit |be |move )?(?:a (?:bit|little) |much )?(?:(?:further|farther|more|wider|well)? ?apart|away from each other){_ENDS}", re.IGNORECASE)),
    ("apart", re.compile(rf"^(?:please |now )*(?:spread|move|space) (?P<who>them|everyone|everybody|everything|the [\w ,]{{2,40}}?|) ?(?:further |farther |more |a bit )?out{_ENDS}", re.IGNORECASE)),
)  # fmt: skip
_NEARER = (
    re.compile(rf"^{_LET}离(?P<to>(?!得)[^，。]{{1,8}}?)(?:再|更|稍微|要|站得?)*近一?[点些]儿?(?:吧|了)?$"),
    re.compile(rf"^{_LET}(?:靠近|挨着|贴近|凑近|走近|紧挨着|(?:往|向|朝)(?=[^，。]{{1,8}}(?:靠|挪|凑|走)))(?P<to>(?!站)[^，。一点些]{{1,8}}?)(?:靠|挪|凑|走|那边靠)?(?:近|拢)?{_BIT}$"),
    re.compile(r"^(?:please |can you |could you |now )*(?:(?:move|bring|put|place|make|let|have|get|push|pull) )?(?P<who>(?:the |my )[\w ]{2,24}?|it|him|her|he|she) (?:should |must |to )?(?:stand |sit |be |come |go |move )?(?:a (?:bit|little) |much |slightly |right |up )?(?:(?:closer|nearer|close) (?:up )?to|nearer|up against) (?P<to>(?:the |my )[\w ]{2,24}|it|him|her)$", re.IGNORECASE),
)  # fmt: skip
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("wide", re.compile(rf"^{_LET}(?:有点|显得)?(?:变|画|弄|长|吃)?(?:得)?(?<!太)(?:胖|肥|圆润|圆|壮|宽|丰满)(?:(?:乎乎|嘟嘟)?(?:一?[点些]|些|点)|(?<=更胖)|(?<=更宽)|(?<=变胖)|(?<=长胖))(?:吧|了)?$|^{_LET.replace('who', 'whom')}(?:太瘦|太窄|太苗条)了?$")),
    ("thin", re.compile(rf"^{_LET}(?:有点|显得)?(?:变|画|弄|长)?(?:得)?(?<!太)(?:瘦|苗条|窄|细|纤细|减肥)(?:一?[点些]|些|点|一下)(?:吧|了)?$|^{_LET.replace('who', 'whom')}(?:太胖|太肥|太宽|太圆)了?$")),
    ("tall", re.compile(rf"^{_LET}(?:有点|显得)?(?:变|画|弄|长)?(?:得)?(?<!太)(?:高大?(?:一?[点些]|些|点)|(?<=更)高大?|(?<=变)高大?|(?<=长)高大?|长高)(?:吧|了)?$|^{_LET.replace('who', 'whom')}太矮了?$")),
    ("short", re.compile(rf"^{_LET}(?:有点|显得)?(?:变|画|弄|长)?(?:得)?(?<!太)(?:矮小?(?:一?[点些]|些|点)|(?<=更)矮小?|(?<=变)矮小?)(?:吧|了)?$|^{_LET.replace('who', 'whom')}太高了?$")),
    ("long", re.compile(rf"^{_LET}(?:有点|显得)?(?:变|画|弄|拉|加|伸)?(?:得)?(?<!太)长(?:一?[点些]|些|点)(?:吧|了)?$|^{_LET.replace('who', 'whom')}太短了?$")),
    ("shape", re.compile(r"^(?P<who>it|he|she|they|(?:the|my) [\w ]{2,24}?) (?:(?:should|must|could|needs to|has to) (?:be|become|get|grow)|(?:is|are|gets?|becomes?|grows?|looks?)(?: now)?) (?:a (?:bit|little|lot) |much |slightly |even |now )*(?P<how>longer|fatter|chubbier|plumper|wider|broader|rounder|stouter|thinner|slimmer|skinnier|narrower|leaner|taller|shorter)$", re.IGNORECASE)),
    ("shape", re.compile(r"^(?:please |can you |could you |now )*(?:make|draw) (?P<who>it|him|her|them|(?:the|my|both|all) ?[\w ]{0,24}?) (?:look |be )?(?:a (?:bit|little|lot) |much |slightly |even )*(?P<how>longer|fatter|chubbier|plumper|wider|broader|rounder|stouter|fat|chubby|plump|thinner|slimmer|skinnier|narrower|leaner|slim|thin|skinny|taller|tall|shorter|short)$", re.IGNORECASE)),
)  # fmt: skip
_ENDS_OF = (
    re.compile(r"^(?:please |can you |could you |now )*(?:move|put|shift|bring|slide|push|place|drag) (?P<who>(?:the |my |that )[\w ]{2,24}?|it|him|her) (?:over |all the way )*to (?:the|its) (?P<side>far left|far right|very left|very right|(?:left|right)(?:[- ]hand)? (?:edge|end|side)|other (?:side|end|edge))(?: of (?P<of>(?:the|it|that)\b[\w ]{0,24}))?$", re.IGNORECASE),
    re.compile(r"^(?:请|帮我)?(?:把|将)?(?P<who>[^，。]{1,10}?)(?:移|挪|放|搬|推|拿|摆)(?:动)?到(?P<of>[^，。最另]{1,6}?)?的?(?P<side>最左边?|最右边?|左边缘|右边缘|左侧|右侧|左边|右边|另外?一[边侧头端])(?:去|来)?(?:一?[点些])?(?:吧)?$"),
)  # fmt: skip
"""To an end of the picture, or of what it stands on."""
_FARTHER = (
    re.compile(rf"^{_LET}离(?P<to>(?!得)[^，。]{{1,8}}?)(?:再|更|稍微|要|站得?)*(?:远|开)(?:(?<=开)|一?[点些]儿?)(?:吧|了)?$"),
    re.compile(r"^(?:please |can you |could you |now )*(?:(?:move|bring|put|place|make|let|have|get|push|take) )?(?P<who>(?:the |my )[\w ]{2,24}?|it|him|her) (?:should |must |to )?(?:stand |sit |be |go |step |move )?(?:a (?:bit|little) |much |some |back )?(?:(?:(?:farther|further|more) (?:away |off )?|(?:far )?away )from) (?P<to>(?:the |my )[\w ]{2,24}|it|him|her)$", re.IGNORECASE),
)  # fmt: skip
"""Away from another."""
_WHOLE = Pattern(
    r"^(?:the |this )?(?:picture|image|photo|scene|screen|page|frame|drawing)$|^(?:图|图片|画面|画|屏幕)[里上中]?$",
    re.NOFLAG,
)
_HOW = {
    "wide": (
        "fatter",
        "chubbier",
        "plumper",
        "wider",
        "broader",
        "rounder",
        "stouter",
        "fat",
        "chubby",
        "plump",
    ),
    "thin": ("thinner", "slimmer", "skinnier", "narrower", "leaner", "slim", "thin", "skinny"),
    "tall": ("taller", "tall"),
    "long": ("longer",),
}
_PICTURE = re.compile(r"镜头|画面|图片|图|拉近|推近|camera|zoom|字|文字|标题|text|caption", re.IGNORECASE)
_PAIR = 2
_ALL = re.compile(
    r"^(?:它|他|她|牠|这|那)?们?(?:两个?|俩|几个|大家|全部|所有人?)?(?:都|人|只)?$|^(?:them|they|everyone|everybody|everything|the two|both|all|all of them)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rank:
    """One such wish: how, of whom ("" for all, or whom the talk is about), and towards what."""

    how: str
    who: str = ""
    to: str = ""


def of_the_ranks(prompt: str, base: Scene) -> tuple[str, tuple[Rank, ...]]:
    """The wish without what it says of how those in the picture are to stand to each other or be shaped, and that."""
    several = (
        len(_standing(base.objects)) > 1
        or sum(kinds()[one.kind].alive for one in base.objects) > 1
        or max(_on_one_seat(base.objects).values(), default=0) > 1
    )
    kept, found = [], []
    for clause in _CLAUSES.split(prompt):
        plain = clause.strip(" .!！?？~～")
        rank = _end(plain, base) or _rank(plain, several)
        if rank is None or not _known(rank, base):
            kept.append(clause)
        else:
            found.append(rank)
    if not found:
        return prompt, ()
    rest = "".join(kept)
    return (rest if any(letter.isalnum() for letter in rest) else ""), tuple(found)


def _rank(clause: str, several: bool) -> Rank | None:
    if not clause or len(clause) > 80:
        return None
    if (skin := of_the_skin(clause)) is not None:
        return Rank("skin", *skin)
    if (hair := of_the_hair(clause)) is not None:
        return Rank("hair", *hair)
    if _PICTURE.search(clause):
        return None
    for how, pattern in _SHAPES:
        if match := pattern.match(clause):
            said = match.groupdict()
            if how == "shape":
                how = next((name for name, words in _HOW.items() if said["how"].lower() in words), "short")
            return Rank(how, (said.get("who") or said.get("whom") or "").strip())
    if not several:
        return None
    for pattern in _NEARER:
        if match := pattern.match(clause):
            return Rank("nearer", match["who"].strip(), match["to"].strip())
    for pattern in _FARTHER:
        if match := pattern.match(clause):
            return Rank("farther", match["who"].strip(), match["to"].strip())
    for how, pattern in _RANKS:
        if match := pattern.match(clause):
            said = match.groupdict()
            return Rank(how, (said.get("who") or said.get("whom") or said.get("also") or "").strip())
    return None


def _end(clause: str, base: Scene) -> Rank | None:
    """To which end something is to go: of the picture, or of what it stands on. To the left of somebody is no end."""
    match = next((found for pattern in _ENDS_OF if (found := pattern.match(clause))), None)
    if match is None or len(clause) > 80:
        return None
    of, side = (match["of"] or "").strip(), match["side"].lower()
    told = (
        "left" if "left" in side or "左" in side else "right" if "right" in side or "右" in side else "other"
    )
    if of and _WHOLE.match(of) is None:
        who, ground = kinds_in(match["who"]), kinds_in(of)
        on_it = [
            one
            for one in base.objects
            if one.kind in who and (bearer := bearer_of(base, one)) is not None and not kinds()[bearer.kind].alive
            and (bearer.kind in ground or (bearer.kind in TABLES and TABLES & set(ground)))
        ]  # fmt: skip
        return Rank("end", match["who"].strip(), told) if on_it else None
    plain = side in ("左边", "右边", "左侧", "右侧")
    if plain and not of and not _is_across(kinds_in(match["who"]), told, base):
        return None
    return Rank("end", match["who"].strip(), told)


def _is_across(who: Sequence[str], side: str, base: Scene) -> bool:
    """Whether it is at somebody's other side on a sill or a table, so that no small step is meant: 花盆移到左边 of a pot to
    the cat's right."""
    return any(
        one.kind in who
        and one.rel is not None
        and OPPOSITE.get(one.rel.type) == side
        and shared_seat(one, base.thing) is not None
        for one in base.objects
    )


def _known(rank: Rank, base: Scene) -> bool:
    """Whether it is told of whom: of things that have a name here, or of those that are spoken of."""
    if rank.how in _OF_THE_BODY:
        able = with_skin(base.objects) if rank.how == "skin" else with_hair(base.objects)
        people = {one.kind for one in able}
        return bool(people) and (_is_pronoun(rank.who) or not people.isdisjoint(kinds_in(rank.who)))
    told_of = (rank.who,) if rank.how == "end" else (rank.who, rank.to)
    told = all(not words or _is_pronoun(words) or kinds_in(words) or _is_sided(words) for words in told_of)
    return told and bool(base.objects) and (rank.how not in _TO_ANOTHER or bool(rank.to))


_TO_ANOTHER = ("nearer", "farther")


def _is_pronoun(words: str) -> bool:
    return _ALL.match(words) is not None or words.lower() in (
        "it",
        "him",
        "her",
        "he",
        "she",
        "它",
        "他",
        "她",
    )


def _is_sided(words: str) -> bool:
    """左边那个: whoever stands there."""
    said = parse(words).mentions
    return len(said) == 1 and said[0].pronoun and said[0].side is not None


def _standing(things: Sequence[Thing]) -> list[Thing]:
    return [one for one in things if one.rel is None or one.rel.type not in ATTACHED]


def _on_one_seat(things: Sequence[Thing]) -> Counter[str]:
    """How many stand or lie on each thing that bears some: three on a table."""
    return Counter(
        one.rel.to for one in things if one.rel is not None and (one.rel.type, one.rel.part) == ("on", None)
    )


def stand(editor: Editor, rank: Rank) -> None:
    """Move or shape what is placed as the wish says; what hangs on them comes along. Who is not there is noted."""
    if rank.how == "end":
        for key in _whom(editor, rank.who):
            _go_to_the_end(editor, key, rank.to)
        return
    if rank.how in _OF_THE_BODY:
        for key in _whose_body(editor, rank.who, rank.how):
            (tan if rank.how == "skin" else dye)(editor, key, rank.to)
        return
    for words in (rank.who, rank.to):
        if words and not _is_pronoun(words) and not _named(editor, words):
            editor.missing.append(words.removeprefix("the "))
            return
    if rank.how in ("wide", "thin", "tall", "short", "long"):
        for key in _whom(editor, rank.who):
            _shape(editor, key, rank.how)
        return
    keys = sorted(_members(editor, rank.who), key=lambda key: editor.layout[key].x)
    if rank.how in _TO_ANOTHER:
        for key in _whom(editor, rank.who):
            to = _other_than(editor, key, rank.to)
            if to is not None:
                (_go_near if rank.how == "nearer" else _go_away)(editor, key, to)
        return
    if len(keys) < 2:
        return
    if rank.how in ("face", "back"):
        if rank.how == "back" and any(has_arms(editor.kind_of(key)) for key in keys):
            raise NotDrawable(
                notes.pose_not_drawn([editor.things[key].label for key in keys], editor.language)
            )
        for at, key in enumerate(keys):
            left = at < len(keys) / 2
            editor.turn(key, "right" if left == (rank.how == "face") else "left")
        if rank.how == "face" and len(keys) == _PAIR and all(editor.kind_of(key).alive for key in keys):
            for key, other in zip(keys, reversed(keys), strict=True):
                editor.change(key, at=other)
        return
    low, high = _room(editor, keys)
    width = high - low
    spans = [_span(editor, key) for key in keys]
    wide = [right - left for left, right in spans]
    middles = [(left + right) / 2 for left, right in spans]
    if rank.how == "row":
        gap = min(0.06 * width, (0.97 * width - sum(wide)) / max(1, len(keys) - 1))
        start = low + (width - sum(wide) - gap * (len(keys) - 1)) / 2
        goals = [start + sum(wide[:at]) + gap * at + wide[at] / 2 for at in range(len(keys))]
        base = max(editor.layout[key].base for key in keys)
        for key, now, goal in zip(keys, middles, goals, strict=True):
            _move(editor, key, goal - now, base - editor.layout[key].base)
        return
    centre = sum(middles) / len(middles)
    factor = 0.5 if rank.how == "together" else 1.6
    goals = [centre + factor * (middle - centre) for middle in middles]
    if rank.how == "together":
        goals = _not_over_each_other(goals, wide, centre)
        beyond = max(0.0, low + wide[0] / 2 - goals[0]) - max(0.0, goals[-1] + wide[-1] / 2 - high)
        goals = [
            goal + beyond if abs(goal + beyond - centre) < abs(now - centre) else now
            for goal, now in zip(goals, middles, strict=True)
        ]
    for key, now, goal, breadth in zip(keys, middles, goals, wide, strict=True):
        inside = min(max(goal, low + breadth / 2), high - breadth / 2)
        _move(editor, key, inside - now, 0)


def _not_over_each_other(goals: Sequence[float], wide: Sequence[float], centre: float) -> list[float]:
    """The middles pushed apart so far that neighbours touch, about the same centre."""
    placed = [goals[0]]
    for at in range(1, len(goals)):
        placed.append(max(goals[at], placed[-1] + (wide[at - 1] + wide[at]) / 2))
    drift = sum(placed) / len(placed) - centre
    return [one - drift for one in placed]


def _named(editor: Editor, words: str) -> list[str]:
    said = parse(words).mentions
    if _is_sided(words):
        return editor.pointed_at(said[0])  # 左边那个
    named = [
        one
        for mention in said
        if mention.kind is not None
        for one in of_ones_own(
            [thing for thing in editor.things.values() if thing.kind == mention.kind], mention.label
        )
    ]
    if not named:  # 蛋糕, of a three-tiered one
        named = [one for each in said if each.kind for one in called_so([*editor.things.values()], each)]
    side = next((one.side for one in said if one.side is not None), None)
    if side is not None and len({one.kind for one in named}) == 1:
        named = [editor.at_side(named, side)]  # 中间的孩子
    return [one.id for one in named]


def _members(editor: Editor, words: str) -> list[str]:
    """Those that are to stand so: the named, or who lives, or all that stand."""
    named = [] if _is_pronoun(words) else _named(editor, words)
    roots = [one for one in _standing(list(editor.things.values())) if one.id in editor.layout]
    if len(named) > 1:
        return [one.id for one in roots if one.id in named]
    living = [one.id for one in roots if kinds()[one.kind].alive]
    if len(living) > 1:
        return living
    return _side_by_side(editor) or [one.id for one in roots]


def _side_by_side(editor: Editor) -> list[str]:
    """Those that live and sit on one thing, two on a couch; where nobody lives, what lies on one table."""
    seats: dict[str, list[str]] = {}
    for one in editor.things.values():
        rel = one.rel
        on_it = rel is not None and rel.type in ("on", "inside") and rel.part is None
        if rel is not None and on_it and kinds()[one.kind].alive and one.id in editor.layout:
            seats.setdefault(rel.to, []).append(one.id)
    if not any(kinds()[one.kind].alive for one in editor.things.values()):
        for key in editor.layout:
            if (seat := _seat(editor, key)) is not None:
                seats.setdefault(seat, []).append(key)
    return max(seats.values(), key=len) if any(len(keys) > 1 for keys in seats.values()) else []


def _room(editor: Editor, keys: Sequence[str]) -> tuple[float, float]:
    """From where to where they may be moved: across the picture, or what they sit on."""
    rel = editor.things[keys[0]].rel
    seat = editor.layout.get(rel.to) if rel is not None and rel.type in ATTACHED else None
    if seat is not None:
        return seat.box[0], seat.box[2]
    return 0.0, parse_ratio(editor.ratio).size()[0]


def _whom(editor: Editor, words: str) -> list[str]:
    named = [] if _is_pronoun(words) else _named(editor, words)
    named = [key for key in named if key in editor.layout]
    if named:
        return named
    roots = [one for one in _standing(list(editor.things.values())) if one.id in editor.layout]
    living = [one for one in roots if kinds()[one.kind].alive] or roots
    if words and _ALL.match(words) and ("们" in words or words.lower() not in ("", "它", "他", "她")):
        return [one.id for one in living]
    about = next((one.id for one in living if one.id == editor.base.focus), None)
    return [about] if about is not None else [one.id for one in living[-1:]]


_OF_THE_BODY = ("skin", "hair")
"""What of somebody's body gets another colour."""


def _whose_body(editor: Editor, words: str, part: str) -> list[str]:
    """Those who have that among who is meant; a woman for "her" and a man for "him" where there is one."""
    able = with_skin if part == "skin" else with_hair
    if not _is_pronoun(words):
        keys = _named(editor, words) or _formerly(editor, words)
        return [one.id for one in able([editor.things[key] for key in keys])]
    people = able(list(editor.things.values()))
    theirs = next((sex for said, sex in _SEXES.items() if words.lower() in said), frozenset[str]())
    people = [one for one in people if one.kind in theirs] or people
    several = "们" in words or words.lower() in ("them", "they", "everyone", "everybody", "both", "all")
    about = [one.id for one in people if one.id == editor.base.focus]
    if not words and editor.language == "zh":  # 头发变成金色
        about = [one.id for one in spoken_of_alone(people, list(editor.things.values()), editor.base.focus)]
        several = not about
    return [one.id for one in people] if several else about or [one.id for one in people[-1:]]


def _formerly(editor: Editor, words: str) -> list[str]:
    """Who was called so before this edit made somebody else of them: 让医生变成女的，医生的头发是黄色的."""
    meant = {mention.kind for mention in parse(words).mentions}
    return [one.id for one in editor.base.objects if one.kind in meant and one.id in editor.things]


_SEXES = {
    ("her", "she", "她"): frozenset(
        {"girl", "woman", "old-woman", "princess", "queen", "bare-princess", "bare-queen"}
    ),
    ("him", "he", "他"): frozenset({"boy", "man", "old-man", "prince", "king", "bare-prince", "bare-king"}),
}


def _span(editor: Editor, key: str) -> tuple[int, int]:
    boxes = [editor.layout[each].box for each in (key, *editor.attached(key)) if each in editor.layout]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def _move(editor: Editor, key: str, across: float, down: float) -> None:
    dx, dy = round(across), round(down)
    if (dx, dy) == (0, 0):
        return
    for each in (key, *editor.attached(key)):
        placed = editor.layout.get(each)
        if placed is not None:
            left, top, right, bottom = placed.box
            editor.layout[each] = msgspec.structs.replace(
                placed, x=placed.x + dx, base=placed.base + dy, box=(left + dx, top + dy, right + dx, bottom + dy),
                shadow=None,
            )  # fmt: skip
            editor.touch(each)


def _go_to_the_end(editor: Editor, key: str, side: str) -> None:
    """To that side of the picture, or of what it is on, as little before others as can be; who rides takes the horse along."""
    rel = editor.things[key].rel
    while rel is not None and rel.type == "on" and rel.part is not None and rel.to in editor.layout:
        key, rel = rel.to, editor.things[rel.to].rel
    placed = editor.layout[key]
    left, right = _span(editor, key)
    seat = shared_seat(editor.things[key], editor.things.get) or rel
    on_it = seat is not None and seat.type == "on" and seat.to in editor.layout
    if seat is None or not on_it:
        middle = parse_ratio(editor.ratio).size()[0]
        across = "right" if left + right < middle else "left"
        editor.move_all([key], across if side == "other" else side, little=False)
        return
    under = editor.layout[seat.to].box
    low, high = under[0] + 0.05 * (under[2] - under[0]), under[2] - 0.05 * (under[2] - under[0])
    if rel is not None and OPPOSITE.get(rel.type) == side:
        editor.change(key, rel=msgspec.structs.replace(rel, type=side))
    room = max(0.0, high - low - (right - left))
    if side == "other":
        side = "right" if left + right < low + high else "left"
    others = [editor.layout[one] for one in editor.layout if one not in (key, *editor.attached(key))]
    others = [one for one in others if one.box[3] <= placed.box[3] + 4]

    def price(share: float) -> float:
        goal = low + room * share if side == "left" else high - (right - left) - room * share
        dx = round(goal - left)
        x0, y0, x1, y1 = placed.box
        there = msgspec.structs.replace(placed, x=placed.x + dx, box=(x0 + dx, y0, x1 + dx, y1))
        return round(share + 3 * newly_hidden(there, placed, others), 6)

    share = min((step / 20 for step in range(8)), key=price)
    goal = low + room * share if side == "left" else high - (right - left) - room * share
    _move(editor, key, goal - left, 0)


def _go_near(editor: Editor, key: str, to: str) -> None:
    left, right = _span(editor, key)
    their_left, their_right = _span(editor, to)
    width = parse_ratio(editor.ratio).size()[0]
    before = (left + right) < (their_left + their_right)
    apart = their_left - right if before else left - their_right
    gap = round((0.01 if apart > _SIDE_BY_SIDE * width else -_TOUCHING) * width)
    goal = their_left - gap - (right - left) if before else their_right + gap
    goal = min(max(goal, 0), width - (right - left))
    among = [one for one in editor.things.values() if kinds()[one.kind].alive and one in _standing([one])]
    if (seat := _seat(editor, key)) is not None and seat == _seat(editor, to):
        among = [one for one in editor.things.values() if _seat(editor, one.id) == seat]
    between = next(
        (
            one.id
            for one in among
            if one.id not in (key, to) and one.id in editor.layout
            and _shared(_span(editor, one.id), (goal, goal + right - left)) > _OVER
        ),
        None,
    )  # fmt: skip
    if between is not None and seat is not None:
        editor.exchange(key, between)
    elif between is not None and editor.things[to].size != "far":  # who is in the way stays
        editor.change(key, rel=Relation(type="beside", to=to))
        editor.move_elsewhere(key)
    elif apart > gap and abs(goal - left) > 2:
        _move(editor, key, goal - left, 0)


def _seat(editor: Editor, key: str) -> str | None:
    """What it stands or lies on, beside others that do."""
    one = editor.things[key]
    rel = shared_seat(one, editor.things.get) or one.rel
    return rel.to if rel is not None and (rel.type, rel.part) == ("on", None) else None


def _other_than(editor: Editor, key: str, words: str) -> str | None:
    """From whom or to whom it goes: who is named; for a pronoun whoever else lives, her for a woman where there is one."""
    if not _is_pronoun(words):
        to = [one for one in _named(editor, words) if one in editor.layout]
        return to[0] if to and key not in to else None
    theirs = next((sex for said, sex in _SEXES.items() if words.lower() in said), frozenset[str]())
    others = [
        one
        for one in _standing(list(editor.things.values()))
        if one.id != key and one.id in editor.layout and kinds()[one.kind].alive
    ]
    meant = [one for one in others if one.kind in theirs] or others
    return meant[-1].id if meant else None


def _go_away(editor: Editor, key: str, other: str) -> None:
    """A good step away from another, on whichever side of it one is, as far as the picture goes."""
    (left, right), (their_left, their_right) = _span(editor, key), _span(editor, other)
    width = parse_ratio(editor.ratio).size()[0]
    before = left + right < their_left + their_right
    room = left - _MARGIN * width if before else (1 - _MARGIN) * width - right
    step = round(min(_STEP * width, room))
    if step < _HARDLY * width:
        editor.not_aside[key] = "left" if before else "right"
        return
    there = (left - step, right - step) if before else (left + step, right + step)
    if (seat := _seat(editor, key)) is not None:
        behind = [
            one.id
            for one in editor.things.values()
            if one.id not in (key, other) and _seat(editor, one.id) == seat
        ]
        over = [one for one in behind if one in editor.layout and _shared(_span(editor, one), there) > _OVER]
        if over:
            editor.exchange(key, over[0])
            return
    _move(editor, key, -step if before else step, 0)


_SIDE_BY_SIDE, _TOUCHING = 0.04, 0.03
"""Who stands no farther apart than that, in breadths of the picture, comes so much nearer that their shoulders meet."""
_OVER = 0.3
"""Of the narrower of two on one seat, from which share on they change places."""
_STEP, _MARGIN, _HARDLY = 0.18, 0.01, 0.02
"""How far somebody goes away, how near to the edge at most, and what is no step, in breadths of the picture."""


def _shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The share of the narrower of two spans that the other covers."""
    least = max(1, min(one[1] - one[0], other[1] - other[0]))
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) / least


def _shape(editor: Editor, key: str, how: str) -> None:
    """Plainly broader or narrower; plainly higher or lower at about the same breadth; longer whichever way it is long."""
    old = editor.things[key]
    lengthens = how == "long"
    if lengthens:
        how = "wide" if figure_of(old).width > 0.8 * figure_of(old).height else "tall"
    grows = how in ("tall", "short")
    if grows and not editor.grow(key, _TALLER if how == "tall" else 1 / _TALLER):
        editor.out_of_shape[key] = how
        return
    girth = max(-MOST_GIRTH, min(old.girth + _STEPS[how], MOST_GIRTH))
    if girth == old.girth:
        if not grows:
            editor.out_of_shape[key] = how
        return
    new = msgspec.structs.replace(old, girth=girth)
    now, then = figure_of(new), figure_of(old)
    ratio = now.width / max(1e-6, then.width)
    placed = editor.layout[key]
    editor.change(key, girth=girth)
    editor.layout[key] = _broader(placed, ratio, now.height / max(1e-6, then.height))
    editor.rehang(key)
    if how == "wide" and ratio < _BROADER:  # as broad already as it can be drawn: low, and larger for that
        editor.grow(key, _BROADER / ratio)


_STEPS = {"wide": 2, "thin": -2, "tall": -1, "short": 1}
"""By how many steps one is broader or narrower who is to be so."""
_TALLER, _BROADER = 1.34, 1.3
"""How many times as high, and at least as broad, one becomes."""


def _broader(placed: Placement, ratio: float, low: float) -> Placement:
    """So many times as broad and as high, on the same foot."""
    left, top, right, bottom = placed.box
    box = (
        round(placed.x + (left - placed.x) * ratio),
        round(bottom + (top - bottom) * low),
        round(placed.x + (right - placed.x) * ratio),
        bottom,
    )
    return msgspec.structs.replace(placed, box=box, shadow=None)
