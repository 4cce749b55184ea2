"""All but who was spoken of, told by name: 去掉其他人, 把其他人的衣服换成蓝色, 只留女孩，其他人去掉.

Who is left out is named in the same wish, or is whom the last change was about. Where neither tells, the answer asks.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, rank_across
from paintover.engines.illustrator.retelling.talk import is_such, living_in, mentions_in, somebody_meant
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_NOUN = r"人物?|小?孩子?们?|小朋友们?|女孩子?们?|男孩子?们?|小?动物们?|小?猫咪?|小?狗狗?|小?鸟儿?|小?兔子?|小?鱼|小?鸡|小?鸭子?|学生|同学们?"
_REST = rf"(?P<said>(?:其[他它余]|别|剩下)的?(?:[两二三四五六七八九几]?[个位只条匹头])?(?P<noun>{_NOUN})|(?:其[他它余]|别的|剩下)的?)"
_WHOM = Pattern(
    rf"(?P<lead>(?:再|请|也|然后|那)*(?:把|将|给|让|叫|去掉|删掉|删除|移走|移除|拿走|拿掉|不要)?){_REST}"
    r"(?P<rest>(?!不[变动改]|保持|别动|照旧|原样|一样|照[样旧]|地方)[^\n]*)",
    re.NOFLAG,
)
_ALL = re.compile(r"^(?:们|全部?都?|都|统统|通通|一律)+")
_REMOVES = re.compile(r"(?:去掉|删掉|删除|移走|移除|拿走|拿掉|不要|不用|走开|离开|消失|不见)(?:了|吧|掉)*$")
_KEEPS = re.compile(r"^(?:只|就|单)?(?:保留|留下|留着|留|要)|(?:留下|留着|保留|不动|别动)(?:来|吧|就行)?$")
_SIDE = re.compile(r"最?(?P<side>[左右中])[边面侧间]")
_BUT_HER = re.compile(r"除了?(?P<who>[她他它])(?=[，,]|以外|之外|[其别剩都全])")
_OTHER = Pattern(
    rf"(?:^|[，,。；;！!\n])(?:再|请)?(?P<to>把|将|给|让|叫|去掉|删掉|拿走|移走)?另外?的?那?一?[个只位头匹条](?P<noun>{_NOUN}|男人|女人|老人)(?(to)(?!旁边|身边)|(?=的|变成|换成|改成|涂成))",
    re.NOFLAG,
)
_ANYBODY = frozenset({"人", "路人", "行人", "客人", "游客", "群众", "乘客", "陌生人"})
"""Who is nobody in particular: 其他人 are these, and not whom the picture was about before they came."""
_CLAUSES = re.compile(r"([，,。；;！!\n]+)")


def told_of_the_rest(prompt: str, base: Scene) -> str:
    """The wish with those who are left told by name; as it is where none are spoken of.

    Raises:
        NotDrawable: it is about all others, and nobody was spoken of, or nobody else is there.
    """
    if prompt.isascii() or any(mark in prompt for mark in '“"「『《') or not living_in(base):
        return prompt
    if (other := _OTHER.search(prompt)) is not None:
        _is_there(other, base)
    if "除" in prompt:
        return _BUT_HER.sub(lambda match: _but(match, base), prompt)
    parts = _CLAUSES.split(prompt)
    read = [_WHOM.fullmatch(part.strip()) for part in parts[::2]]
    if sum(match is not None and _is_of_them(match) for match in read) != 1:
        return prompt
    at = next(at for at, match in enumerate(read) if match is not None and _is_of_them(match))
    match, elsewhere = read[at], [part for part in parts[::2] if part is not parts[2 * at]]
    if match is None:
        return prompt
    removes = bool(_REMOVES.search(match["lead"] + match["rest"]))
    named = [one for clause in elsewhere for one in _named(clause, base)]
    if not named and match["noun"] is None and not removes:
        return prompt  # 其他的 by themselves, which the grammar knows
    kept = named or _spoken_of(base)
    among = _among(match["noun"], base) if match["noun"] else _like(kept, base)
    if not among:
        return prompt
    if match["said"].startswith("剩下") and not (kept and any(one not in kept for one in among)):
        left = among  # some of whom went before
    else:
        left = _left(among, kept, match["said"])
    parts[2 * at] = _told(match, left, base, removes=removes)
    if removes:
        clauses = [clause for clause in parts[::2] if not _KEEPS.search(clause.strip())]
        return "，".join(clauses)
    return "".join(parts)


def _is_there(match: re.Match[str], base: Scene) -> None:
    """Whether there is another, or it is told which of several."""
    among = _among(match["noun"], base)
    if len(among) == 1:
        raise NotDrawable(notes.only_so_many(match["noun"], 1, "zh"))
    if not among:
        raise NotDrawable(notes.not_in_picture(match["noun"], "zh"))
    if base.focus is None and (len(among) > 2 or among[0].kind != among[1].kind):
        raise NotDrawable(_which_of_so_many(match["noun"], len(among)))


def _is_of_them(match: re.Match[str]) -> bool:
    return bool(match["lead"] or match["rest"])


def _but(match: re.Match[str], base: Scene) -> str:
    """除了她, by name."""
    one = somebody_meant(match["who"], base) if match["who"] != "它" else None
    return match[0] if one is None else f"除了{called_apart(base, one.id, chinese=True)}"


def _told(match: re.Match[str], left: list[Thing], base: Scene, *, removes: bool) -> str:
    names = [called_apart(base, one.id, chinese=True) for one in left]
    rest = _ALL.sub("", match["rest"])
    if removes:
        return f"去掉{'和'.join(names)}"
    return "，".join(f"{match['lead']}{name}{rest}" for name in names)


def _left(among: list[Thing], kept: list[Thing], said: str) -> list[Thing]:
    if not kept:
        raise NotDrawable(_but_for_whom(said))
    left = [one for one in among if one not in kept]
    if not left:
        raise NotDrawable(_nobody_else(said))
    return left


def _among(noun: str, base: Scene) -> list[Thing]:
    """Those of whom all are meant but some: people, where they are people."""
    there = living_in(base)
    if noun in ("人", "人物"):
        return [one for one in there if is_somebody(one.kind)] or there
    if "动物" in noun:
        return [one for one in there if not is_somebody(one.kind)]
    said = mentions_in(noun.removesuffix("们"))
    alike = [one for one in there if said and is_such(one, said[0])]
    if not alike and noun.rstrip("们子").endswith(("孩", "朋友", "学生", "同学")):
        alike = [one for one in there if one.kind in ("boy", "girl", "child", "pupil")]
    return alike


def _like(kept: list[Thing], base: Scene) -> list[Thing]:
    """All of those kinds, where there are more of them; else all who live."""
    of_them = {one.kind for one in kept}
    alike = [one for one in base.objects if one.kind in of_them]
    return alike if len(alike) > len(kept) else living_in(base)


def _named(clause: str, base: Scene) -> list[Thing]:
    """Who of the living a clause names: 左边的女孩坐下, 只留狗."""
    there = living_in(base)
    kinds_named = {mention.kind for mention in parse(clause).mentions if mention.kind is not None}
    found = [one for one in there if one.kind in kinds_named or (one.label and one.label in clause)]
    side = _SIDE.search(clause)
    if side is None:
        return found
    ordered = sorted(found or there, key=lambda one: rank_across(base, one))
    return [ordered[{"左": 0, "右": -1, "中": len(ordered) // 2}[side["side"]]]]


def _spoken_of(base: Scene) -> list[Thing]:
    """Whom the last change was about, or who has what it was about."""
    together = [one for one in base.objects if one.id in base.together]
    if any(one.label not in _ANYBODY for one in together):
        return together
    one = base.thing(base.focus) if base.focus is not None else None
    for _ in range(3):
        if one is None or kinds()[one.kind].alive or one.rel is None:
            break
        one = base.thing(one.rel.to)
    if one is not None and kinds()[one.kind].alive and one.label not in _ANYBODY:
        return [one]
    people = [each for each in base.objects if is_somebody(each.kind)]
    known = [each for each in people if each.label not in _ANYBODY]
    return known if len(known) < len(people) else []


def _but_for_whom(said: str) -> str:
    """All others were meant, and nobody was spoken of, in Chinese."""
    return f"不知道“{said}”是除了谁以外；可以说“除了左边的人，都……”"


def _which_of_so_many(word: str, there: int) -> str:
    """One of several was meant, and nothing tells which, in Chinese."""
    return f"图里有 {there} 个{word}；请说左边的、右边的，或者第几个"


def _nobody_else(said: str) -> str:
    """All others were meant, and no others are there, in Chinese."""
    return f"图里没有{said}"
