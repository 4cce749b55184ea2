"""Who and what of a picture a Chinese clause means, and what they are called in one."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.talk import living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern


class Refused(Exception):
    """Something that is asked cannot be done; the message says what can."""


def _bearer(one: Thing, base: Scene) -> Thing:
    """Who has it on or holds it; itself where nobody does."""
    seen: set[str] = set()
    while (
        one.rel is not None
        and (one.rel.part is not None or one.rel.type in ("wear", "hold"))
        and one.id not in seen
    ):
        seen.add(one.id)
        host = base.thing(one.rel.to)
        if host is None:
            break
        one = host
    return one


def talked_about(base: Scene) -> Thing | None:
    """Who is talked about: who has the newest thing, or the newest that lives."""
    focus = base.thing(base.focus or "")
    if focus is not None and kinds()[_bearer(focus, base).kind].alive:
        return _bearer(focus, base)
    living = living_in(base)
    return living[-1] if living else None


def named_in(words: str, base: Scene) -> list[Thing]:
    """Those things of a picture that the words name, by kind, by the last part of a kind's name, or as the table."""
    found = {mention.kind for mention in parse(words).mentions}
    named = [one for one in base.objects if one.kind in found]
    named = named or [one for one in base.objects if one.kind.rpartition("-")[2] in found]
    if not named and "dining-table" in found:
        named = [one for one in base.objects if one.kind in TABLES]
    return named


def chinese_name(kind: str) -> str:
    """What a kind is called among what is there: people without a trade by what they are."""
    return _PEOPLE.get(kind) or names("zh", kind)


_PEOPLE = {
    "person": "人", "man": "男人", "woman": "女人", "boy": "男孩", "girl": "女孩", "child": "孩子", "baby": "宝宝", "old-man": "老爷爷", "old-woman": "老奶奶",
}  # fmt: skip
"""What people are called whose trade nobody told."""


def told_apart(clause: str, base: Scene) -> str:
    """再来一只小鸭子 to ducks that are no ducklings: a small one."""
    clause = _BACK_SEAT.sub(lambda match: f"{_mount_name(base) or match[0]}上", clause)
    clause = _BODY.sub(lambda match: _whole(match[0], base), clause)
    if "小红帽" in clause and any(one.kind == "girl" for one in base.objects):
        clause = clause.replace("小红帽", "女孩")
    if not _ADDED.search(clause):
        return clause
    for token in tokenise(clause):
        kind = token.get("kinds")
        if kind is None or len(token.text) < 2 or not token.text.startswith("小") or not kinds()[kind].alive:
            continue
        alike = [one for one in base.objects if one.kind == kind]
        if alike and all(one.size is None and not one.label.startswith("小") for one in alike):
            return f"{clause[: token.start]}小的{chinese_name(kind)}{clause[token.end :]}"
    return clause


def _whole(part: str, base: Scene) -> str:
    """车身 is the bus."""
    measure = {"车": "辆", "机": "架", "船": "艘"}[part[0]]
    found = next((one for one in base.objects if counts(measure, one.kind)), None)
    return part if found is None else chinese_name(found.kind)


def _mount_name(base: Scene) -> str | None:
    """What has a back seat: the bicycle."""
    found = [one for one in base.objects if one.kind in ("bicycle", "motorcycle", "scooter", "tricycle")]
    return chinese_name(found[-1].kind) if found else None


_BACK_SEAT = re.compile(r"(?:车)?(?:后座|后面座位|后排|车座|座位)上")
_BODY = re.compile(r"[车机船]身")
_ADDED = Pattern(
    r"再(?!见|次)|加(?!油)|添|(?<![起下上过回出进醒本原过])来(?!回)|多(?!么)|画(?!画|着)", re.NOFLAG
)
COLOURS = {
    "red": "红色", "orange": "橙色", "yellow": "黄色", "green": "绿色", "blue": "蓝色", "purple": "紫色", "pink": "粉色", "brown": "棕色",
    "grey": "灰色", "gold": "金色", "cyan": "青色", "white": "白色", "black": "黑色", "beige": "米色", "olive": "橄榄色", "silver": "银色",
}  # fmt: skip
