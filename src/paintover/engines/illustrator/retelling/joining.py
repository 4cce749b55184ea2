"""Who joins those who are there: "grandma joins them for dinner", 奶奶也来一起吃. They sit down at the table at which the others sit, or do
what all others do."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import bearer_of
from paintover.engines.illustrator.wording import Pattern

_WHO = r"(?P<who>(?:(?:the|his|her|their|an?|another|one more|two|two more|three|three more) )?(?:[a-z]+ ){0,2}?[a-z]+)"
_THEM = r"(?:them|him|her|us|everyone|the (?:others|rest|family|boys?|girls?|kids|children|men|women|two|couple|group|party|fun|meal|dinner|lunch|breakfast|game|tea|dance|table))"
_MEAL = r"(?: for (?:the |a )?(?:meal|dinner|lunch|breakfast|tea|coffee|drink|game|dance|picnic|bite))?"
_JOINS = (
    Pattern(
        rf"(?:(?:let|have|make) )?{_WHO} (?:also |now )?(?:joins?|joining|should join|is joining|comes? to join|wants to join|can join)(?: in)?(?: {_THEM})?{_MEAL}(?: too| as well| at the table)?"
    ),
    Pattern(
        rf"(?:(?:let|have|make) )?{_WHO} (?:also )?comes? (?:over |along |in |here )?(?:and |to )(?:eats?|sits?|dines?|drinks?|plays?|dances?|have (?:dinner|tea|lunch|breakfast)|has (?:dinner|tea|lunch|breakfast))(?: down)?(?: with {_THEM})?(?: too| as well)?"
    ),
    Pattern(
        rf"(?:(?:let|have|make) )?{_WHO} (?:is )?(?:sits?|sitting|eats?|eating|dines?) (?:down )?with {_THEM}(?: too| as well)?"
    ),
    Pattern(
        rf"(?:add|bring|invite|put|seat|sit) (?:in )?{_WHO} (?:to (?:join|sit|eat|dine|drink|play)(?: with)? {_THEM}|(?:sitting |eating |seated |joining )?(?:at|to|with them at) (?:the|their) table|joining (?:in|{_THEM})|sitting with {_THEM}|eating with {_THEM})(?: too| as well)?"
    ),
)
_WITH_THEM = r"(?:(?:和|跟|同|陪)(?:他们|她们|大家|它们|家人))?(?:一起|一块儿?|一同)?"
_DEED = r"(?:吃(?:饭|火锅|晚饭|早饭|午饭|面|饺子|烧烤|东西)?|喝(?:茶|咖啡|酒|汤)?|玩儿?|聊天|坐|跳舞?|下棋|打牌|用餐|庆祝)"
_WHO_ZH = r"(?:(?:再|又)?(?:加|来|添|叫|请|让|把)(?:上|个)?)?(?:一?[个位名])?(?P<who>[\u4e00-\u9fff]{1,5}?)"
_JOINS_ZH = (
    Pattern(
        rf"{_WHO_ZH}(?:也|都)?(?:(?:过|走|跑)来(?={_WITH_THEM}{_DEED}|加入|参加)|来(?={_WITH_THEM}{_DEED}|加入|参加)|坐下来?|加入(?:了|进来|他们|她们|大家)?|参加进?来?|入座|上桌|坐(?:到|在|上)(?:桌子?(?:边|旁边?|前|上)?))(?:加入|参加)?{_WITH_THEM}{_DEED}?(?:吧|了)?",
        re.NOFLAG,
    ),
    Pattern(
        rf"{_WHO_ZH}(?:也|都)?{_WITH_THEM.replace('(?:一起|一块儿?|一同)?', '(?:一起|一块儿?|一同)')}{_DEED}(?:吧|了)?",
        re.NOFLAG,
    ),
    Pattern(
        r"(?:桌子?)?(?:旁边|边上|桌旁|桌边)(?:再|还)?坐(?:着|下|上)?(?:一?[个位名])?(?P<who>[\u4e00-\u9fff]{1,5}?)",
        re.NOFLAG,
    ),
)
_OF_THEM = re.compile(r"(?:他|她|它|大家|所有|全部|俩|[两二三四几]个?人|每|都|各)")
"""Words for those who are there."""
_COUNTED = re.compile(r"^(?:another|one more|an?|two|two more|three|three more)\b")
_CLAUSE = re.compile(r"([,;，；。.!！])")
_DOING = {
    "dance": ("dancing", "跳舞的"),
    "run": ("running", "跑步的"),
    "jump": ("jumping", "跳着的"),
    "sing": ("singing", "唱歌的"),
    "wave": ("waving", "挥手的"),
    "cheer": ("cheering", "欢呼的"),
}
"""What somebody does who joins those who all do it."""


def told_who_joins(prompt: str, base: Scene) -> str:
    """The wish with whoever joins those who are there told as coming, to the table or to do as they do."""
    folk = [one for one in base.objects if is_somebody(one.kind)]
    if not folk:
        return prompt
    parts = _CLAUSE.split(prompt)
    return "".join(_told(part, base) if at % 2 == 0 else part for at, part in enumerate(parts))


def _told(clause: str, base: Scene) -> str:
    bare = clause.strip(" ?？~～")
    if not bare or len(bare) > 90:
        return clause
    chinese = not bare.isascii()
    lead = clause[: len(clause) - len(clause.lstrip())]
    sits = _sit_there(base)
    for pattern in _JOINS_ZH if chinese else _JOINS:
        if (match := pattern.fullmatch(bare)) and (who := _comes(match["who"], base)):
            if pattern is _JOINS_ZH[-1] and not sits:
                return f"{lead}{_seat_of(base)}加一个坐着的{who}"
            return lead + _coming(who, base, sits=sits, chinese=chinese)
    return clause


def _sit_there(base: Scene) -> int:
    """How many sit at a table, where all who are there do."""
    folk = [one for one in base.objects if is_somebody(one.kind) and one.rel is not None]
    sit = [
        one
        for one in folk
        if (table := bearer_of(base, one)) is not None and table.kind in TABLES and at_table(one, table)
    ]
    alone = [one for one in base.objects if is_somebody(one.kind) and bearer_of(base, one) is None]
    return len(sit) if not alone else 0


def _seat_of(base: Scene) -> str:
    """Where one sits down beside somebody: on the seat that is there."""
    on = (bearer_of(base, one) for one in base.objects if is_somebody(one.kind))
    seat = next((one for one in on if one is not None and one.kind in _SEATS), None)
    return "旁边" if seat is None else f"{names('zh', seat.kind)}上"


_SEATS = frozenset({"bench", "couch", "picnic-mat", "rug", "bed"})


def _comes(who: str, base: Scene) -> str | None:
    """Who is no one of those who are there; None where it is one of them, or no person or animal at all."""
    if _OF_THEM.match(who):
        return None
    said = parse(who).mentions
    friend = re.search(r"friend|朋友|同学|小伙伴", who) is not None
    if friend and not who.isascii():
        return who
    if len(said) != 1 or said[0].kind is None or said[0].pronoun or not kinds()[said[0].kind].alive:
        return who if friend and who.isascii() else None
    there = [one for one in base.objects if one.kind == said[0].kind]
    new = _COUNTED.match(who) is not None or not there or not who.isascii()
    name = said[0].label
    if not who.isascii() and any(
        one.label.endswith((name, name.removeprefix("小").removeprefix("大") or name)) for one in there
    ):
        return None  # 狼 is the 大灰狼 who is there, and 小猫 the 猫
    return who if new else None


def _coming(who: str, base: Scene, *, sits: int, chinese: bool) -> str:
    if chinese:
        noun = re.sub(r"^(?:一?[个位名])", "", who)
        return f"加一个{noun}坐在桌子后面" if sits else f"加一个{_as_all_do(base)[1]}{noun}"
    told = re.sub(r"^(?:the|his|her|their) ", "", who)
    if kin := re.fullmatch(r"(?:friend|neighbou?r|teacher|doctor|[a-z ]+)", told):
        told = f"another {told}" if told == "friend" else kin[0]
    return f"add {told} sitting at the table" if sits else f"add {told} {_as_all_do(base)[0]}".rstrip()


def _as_all_do(base: Scene) -> tuple[str, str]:
    poses = {one.pose for one in base.objects if is_somebody(one.kind)}
    (pose,) = poses if len(poses) == 1 else (None,)
    return _DOING.get(pose or "", ("", ""))
