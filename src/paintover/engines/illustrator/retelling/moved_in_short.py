"""Where what came last is to go, told in a word or two: "move it to the front", "closer", "the other side", "on the ground
instead". It is told by its name, which the grammar reads wherever the name may stand."""

from __future__ import annotations

import re

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.them import called_together, came_with
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:please|now|and|then|no|ok|okay|actually|maybe|can you|could you),? )*"
_END = r"(?: (?:please|instead|now|too|then))*[.!?]*"
_A_BIT = r"(?:(?:a (?:bit|little)|slightly|much|way|further|more) )*"
_MOVES = r"(?:move|bring|put|push|pull|send|slide|shift|place|take|get)"
_WHERE = (
    r"(?:(?:to|in|into|at|towards) the (?:very )?(?:front|foreground|back|background)|forwards?|backwards?|further (?:back|forward|away)|(?:on |to )?the other side"
    rf"|{_A_BIT}(?:closer|nearer)(?: to (?:us|me|the (?:viewer|camera)))?)"
)
_IT = r"(?:it|them|that|this|those|these)"
_IS_IT = Pattern(rf"\b{_IT}\b|[它牠]")
_PUT = Pattern(rf"{_LEAD}(?P<does>{_MOVES}) {_IT} (?P<where>{_WHERE}){_END}")
_BARE = Pattern(rf"{_LEAD}(?P<does>)(?P<where>{_WHERE}){_END}")
_BEHIND = Pattern(rf"{_LEAD}{_MOVES} {_IT} (?P<where>behind|in front|in the back){_END}")
_DOWN = Pattern(
    rf"{_LEAD}(?P<where>(?:on|in|under|behind|next to|beside|above|near) (?:the|his|her|its) [a-z ]{{2,20}}?) instead(?: please)?[.!]*"
)
_AT_A_SIDE = Pattern(rf"{_LEAD}(?:{_MOVES} it )?(?:on|at|to) the (?P<side>left|right)(?: side)?{_END}")
_BY = Pattern(
    rf"{_LEAD}(?P<where>(?:on|on top of|in|inside|under|behind|next to|beside|near|in front of|above|between) (?P<of>(?:the|his|her|its|an?) [a-z ]{{2,24}}?|her|him)){_END}"
)
_LOOKS = Pattern(
    rf"{_LEAD}(?P<how>smiling|laughing|crying|happy|sad|angry|surprised|scared|sleepy|winking){_END}"
)
_DRESSED = Pattern(
    rf"{_LEAD}(?:in|wearing) (?P<what>(?:an?|his|her|some) [a-z ]{{2,28}}?|[a-z]+ [a-z]+s){_END}"
)
_SIZED = Pattern(
    rf"{_LEAD}(?:a (?:bit|little) |much )?(?P<how>bigger|larger|smaller|taller|shorter) than (?P<of>her|him|the [a-z ]{{2,20}}?){_END}"
)
_TO = Pattern(rf"{_LEAD}(?:it'?s )?for (?P<whom>(?:the|his|her) [a-z ]{{2,20}}?|him|her){_END}")
_ASIDE = Pattern(
    rf"{_LEAD}(?:{_MOVES} it )?(?P<where>{_A_BIT}(?:to the |more to the |further |further to the )(?:left|right)|{_A_BIT}(?:higher|lower)(?: up| down)?){_END}"
)
_TURN = Pattern(
    rf"{_LEAD}(?:turn|flip|rotate) {_IT} (?P<where>around|round|over|the other way(?: round)?){_END}"
)


_MORE = Pattern(
    rf"{_LEAD}(?:(?:add|give (?:him|her|it)) )?(?:another(?: one)?|one more|(?:make it |make that )?two(?: of (?:them|those))?){_END}"
)
_FOR = Pattern(
    rf"{_LEAD}(?:one|the same) for (?P<whom>him|her|them|the [a-z ]{{2,20}}?)(?: (?:too|also|as well))*{_END}"
)
_HAND = Pattern(
    rf"{_LEAD}(?:(?:put|hold|have|move|take) it )?(?:in |to |into |with )?(?:the|his|her) other hand{_END}"
)


_LEAD_ZH = r"(?:请|帮我|麻烦|不|不对|那|就|还是|再|改|，|,| )*"
_IT_ZH = r"(?:(?:把|将)?(?:它们?|牠们?|这个|那个|这些|那些))?(?:都|全)?"
_END_ZH = r"(?:去|来|吧|呗|了|上|好吗|可以吗|行吗)*[。.！!？?]*"
_PLACED_ZH = Pattern(
    rf"{_LEAD_ZH}{_IT_ZH}(?:(?:放|移|挪|搬|摆|换|弄|站|坐|走|跑)(?:到|在|去)?|在|到)?(?P<where>另一?边|另外一边|对面|(?:最)?前[面边方]|后[面边方]|背后|地上|地板上|地面上){_END_ZH}",
    re.NOFLAG,
)
_BY_ZH = Pattern(
    rf"{_LEAD_ZH}{_IT_ZH}(?:放|移|挪|搬|摆|站|坐)?(?:在|到)(?P<of>[\u4e00-\u9fff]{{1,6}}?)(?:的)?(?P<where>旁边|边上|身边|前面|前边|后面|后边|上面|上|下面|左边|右边|里面|里){_END_ZH}",
    re.NOFLAG,
)
_TO_ZH = Pattern(rf"{_LEAD_ZH}(?:是)?给(?P<whom>[\u4e00-\u9fff]{{1,5}}?)的?{_END_ZH}", re.NOFLAG)
_SEATED_ZH = Pattern(
    rf"{_LEAD_ZH}(?P<does>(?:坐|站|躺|趴|蹲|睡)(?:在|到)[\u4e00-\u9fff]{{1,6}}?(?:上面?|里面?|下面?|旁边|边上)){_END_ZH}",
    re.NOFLAG,
)
_SIDE_ZH = Pattern(rf"{_LEAD_ZH}(?:放|移|站|坐)?(?:到|在)?(?P<side>左|右)[边侧面]{_END_ZH}", re.NOFLAG)
_LOOKS_ZH = Pattern(
    rf"{_LEAD_ZH}(?P<how>(?:开心|高兴|微笑|大笑|伤心|难过|生气|惊讶|害怕)(?:地笑)?|笑着?|哭着?)(?:一点)?{_END_ZH}",
    re.NOFLAG,
)
_SIZED_ZH = Pattern(
    rf"{_LEAD_ZH}比[\u4e00-\u9fff]{{1,5}}?(?:要|再|更)?(?P<how>[大小高矮])(?:一点|一些|点|些)?{_END_ZH}",
    re.NOFLAG,
)
_ASIDE_ZH = Pattern(
    rf"{_LEAD_ZH}{_IT_ZH}(?P<where>(?:再)?(?:往|向|朝)(?:左|右|上|下|前|后)(?:边|面)?(?:移|挪|靠|去|来|走|放)?(?:一?点|一些|些)?){_END_ZH}",
    re.NOFLAG,
)
_NEAR_ZH = Pattern(
    rf"{_LEAD_ZH}{_IT_ZH}(?:移|挪|放|再)?得?(?P<how>近|远)(?:一?点|一些|些){_END_ZH}", re.NOFLAG
)
_TURN_ZH = Pattern(
    rf"{_LEAD_ZH}{_IT_ZH}(?:让它们?)?(?:转|换|掉|调)(?:个|一?下|过)?(?:方向|头|身|过来|过去|个身|个头){_END_ZH}",
    re.NOFLAG,
)
_MORE_ZH = Pattern(
    rf"{_LEAD_ZH}(?:给[他她它])?(?:来|加|要|画|给)(?:一|1)?[个只顶条把朵副支件](?:一样的)?{_END_ZH}",
    re.NOFLAG,
)
_NUMBER_ZH = Pattern(
    r"(?:不|不对|那|就|还是|改|，|,| )*(?:要|改成|变成|画)(?P<n>[两二三四五六])(?P<one>[个只顶条把朵支件辆棵盏])(?:吧|呗)?[。.！!]*",
    re.NOFLAG,
)


def told_where_it_goes(prompt: str, base: Scene) -> str:
    """The wish with what came last by name; as it is where that is a person, or something that somebody wears or holds."""
    about, words = base.thing(base.focus or ""), prompt.strip()
    if about is None or (is_somebody(about.kind) and _IS_IT.search(words)):
        return prompt
    if not prompt.isascii():
        return _told_in_chinese(words, about, base) or prompt
    if about.rel is not None and about.rel.type in ("wear", "hold"):
        return _of_what_is_borne(words, about, base) or prompt
    alike = came_with(about, base)
    name = called_together(alike, base) if len(alike) > 1 else called_apart(base, about.id, chinese=False)
    if (match := _PUT.fullmatch(words) or _BARE.fullmatch(words)) is not None:
        where = match["where"].removeprefix("on ").removeprefix("to ")
        if where == "the other side" and len(alike) > 1:
            where = f"the {_away_from(alike, base)}"
        return f"move {name} {'to ' if where.startswith('the ') else ''}{where}"
    if (match := _BEHIND.fullmatch(words)) is not None and (others := _beside(alike or [about], base)):
        where = "behind" if match["where"] != "in front" else "in front of"
        main = (
            called_apart(base, others[0].id, chinese=False)
            if len(others) == 1
            else called_together(others, base)
        )
        return f"put {name} {where} {main}"
    if (match := _DOWN.fullmatch(words)) is not None:
        return f"put {name} {match['where']}"
    if (match := _AT_A_SIDE.fullmatch(words)) is not None:
        return f"move {name} to the {match['side']}"
    if (match := _BY.fullmatch(words)) is not None and _is_another(match["of"], about, base):
        return f"put {name} {match['where']}"
    if kinds()[about.kind].alive and len(alike) < 2 and (told := _of_who_lives(words, name)) is not None:
        return told
    if len(alike) < 2 and not kinds()[about.kind].alive and (match := _TO.fullmatch(words)) is not None:
        return f"give {name} to {match['whom']}"
    if len(alike) > 1 and (match := _ASIDE.fullmatch(words)) is not None:
        return f"move {name} {match['where']}"
    if len(alike) > 1 and (match := _TURN.fullmatch(words)) is not None:
        return f"turn {name} {match['where']}"
    return prompt


def _of_who_lives(words: str, name: str) -> str | None:
    """How somebody is who came last: in a red shirt, smiling, smaller than her. None where nothing such is told."""
    if (match := _LOOKS.fullmatch(words)) is not None:
        return f"make {name} {match['how']}"
    if (match := _SIZED.fullmatch(words)) is not None:
        return f"make {name} {match['how']}"
    match = _DRESSED.fullmatch(words)
    if match is None or not any(one.kind and kinds()[one.kind].wear for one in parse(match["what"]).mentions):
        return None
    return f"{name} wears {match['what']}"


def _told_in_chinese(words: str, about: Thing, base: Scene) -> str | None:
    """The same of a Chinese wish; None where nothing such is asked."""
    if not _IS_ZH.fullmatch(about.label):
        return None
    borne = about.rel is not None and about.rel.type in ("wear", "hold")
    if (match := _MORE_ZH.fullmatch(words)) is not None:
        return _one_more_zh(about, base) if borne else None
    if borne:
        return None
    alike = came_with(about, base)
    several = len(alike) > 1
    name = (
        called_together(alike, base, chinese=True) if several else called_apart(base, about.id, chinese=True)
    )
    if (match := _NUMBER_ZH.fullmatch(words)) is not None:
        return f"要{match['n']}{match['one']}{about.label}"
    if (match := _PLACED_ZH.fullmatch(words)) is not None:
        where = match["where"]
        if where.startswith(("另", "对")):
            return f"把{name}移到{'左' if _away_from(alike or [about], base) == 'left' else '右'}边"
        if where.startswith("地"):
            return f"把{about.label}都放到地上" if several else f"把{name}放到地上"
        others = _beside(alike or [about], base)
        if where.startswith("最") or len(others) != 1:
            return f"把{name}放到前面" if "前" in where else f"把{name}往后移"
        main = called_apart(base, others[0].id, chinese=True)
        return f"把{name}放到{main}{'前' if '前' in where else '后'}面"
    if (match := _BY_ZH.fullmatch(words)) is not None and _is_another(match["of"], about, base):
        return f"把{about.label + '都' if several else name}放在{match['of']}{match['where']}"
    if (
        not several
        and not kinds()[about.kind].alive
        and (match := _TO_ZH.fullmatch(words)) is not None
        and _is_another(match["whom"], about, base)
    ):
        return f"把{name}给{match['whom']}"
    if not several and kinds()[about.kind].alive:
        if (match := _SEATED_ZH.fullmatch(words)) is not None:
            return f"让{name}{match['does']}"
        if (match := _LOOKS_ZH.fullmatch(words)) is not None:
            return f"让{name}{match['how']}"
        if (match := _SIZED_ZH.fullmatch(words)) is not None:
            return f"让{name}变{match['how']}一点"
    if (match := _SIDE_ZH.fullmatch(words)) is not None:
        return f"把{name}移到{match['side']}边"
    if several and (match := _ASIDE_ZH.fullmatch(words)) is not None:
        return f"把{name}{match['where'].removeprefix('再')}{'' if '移' in match['where'] or '挪' in match['where'] else '移'}"
    if (match := _NEAR_ZH.fullmatch(words)) is not None:
        return f"把{name}移{match['how']}一点"
    if _TURN_ZH.fullmatch(words) is not None:
        return f"让{name}转个方向"
    return None


def _one_more_zh(about: Thing, base: Scene) -> str | None:
    """One more for whoever holds it, or one for the only other who wears none."""
    bearer = base.thing(about.rel.to) if about.rel is not None else None
    if bearer is None or about.rel is None:
        return None
    if about.rel.type == "hold":
        return f"再给{called_apart(base, bearer.id, chinese=True)}一个{about.label}"
    having = {one.rel.to for one in base.objects if one.kind == about.kind and one.rel is not None}
    others = [one for one in base.objects if is_somebody(one.kind) and one.id not in having]
    return (
        f"给{called_apart(base, others[0].id, chinese=True)}戴上{about.label}" if len(others) == 1 else None
    )


def _of_what_is_borne(words: str, about: Thing, base: Scene) -> str | None:
    """One more of what somebody has got: for the other hand, or for another who has none. None where nothing such is asked."""
    bearer = base.thing(about.rel.to) if about.rel is not None else None
    if bearer is None or about.rel is None:
        return None
    name, noun = called_apart(base, bearer.id, chinese=False), about.label
    if (match := _FOR.fullmatch(words)) is not None:
        return f"give {match['whom']} one too"
    if about.rel.type == "hold" and _HAND.fullmatch(words) is not None:
        return f"put the {noun} in {name}'s other hand"
    if _MORE.fullmatch(words) is None:
        return None
    if about.rel.type == "hold":
        return f"give {name} another {noun}"
    having = {one.rel.to for one in base.objects if one.kind == about.kind and one.rel is not None}
    others = [one for one in base.objects if is_somebody(one.kind) and one.id not in having]
    if len(others) != 1:
        return f"give {name} another {noun}"
    return (
        f"give {called_apart(base, others[0].id, chinese=False)} {'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    )


def _beside(those: list[Thing], base: Scene) -> list[Thing]:
    """Whoever else lives there, if they are few, or else the tallest thing that stands by itself."""
    others = [
        one
        for one in base.objects
        if one not in those and (one.rel is None or one.rel.type not in ("wear", "hold"))
    ]
    living = [one for one in others if kinds()[one.kind].alive]
    if 0 < len(living) <= _FEW:
        return living
    return sorted(others, key=lambda one: -kinds()[one.kind].height_m)[:1]


_FEW = 3
_ONE = re.compile(r"an? ", re.IGNORECASE)
_IS_ZH = re.compile(r"[\u4e00-\u9fff]+")


def _is_another(noun: str, about: Thing, base: Scene) -> bool:
    """Whether something else is named by which it can be, and no place that the picture might move to: what is there, or one
    that comes for it."""
    if noun.lower() in ("her", "him"):
        return any(is_somebody(one.kind) and one.id != about.id for one in base.objects)
    if any(one.id != about.id for one in named_in(noun, base)):
        return True
    said = parse(noun)
    comes = [one.kind for one in said.mentions if one.kind is not None]
    return _ONE.match(noun) is not None and said.place is None and len(comes) == 1


def _away_from(those: list[Thing], base: Scene) -> str:
    """The side of the picture on which they are not."""
    boxes = [base.layout[one.id].box for one in those if one.id in base.layout]
    middle = sum(box[0] + box[2] for box in boxes) / max(1, 2 * len(boxes))
    return "left" if middle > parse_ratio(base.ratio).size()[0] / 2 else "right"
