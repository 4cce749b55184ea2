"""Who is meant of several, told by name ahead of all passes that know names only: 左边那个的头发, 没戴帽子的坐下, 所有人的衣服,
男孩以外的人, 给右边那个一个气球.

Those passes take 左边那个 for one of the kind of which there are most, and 没戴帽子 for a hat that is to go. Here the picture tells
who it is. A phrase that means nobody, or one alone where several are so, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, rank_across
from paintover.engines.illustrator.retelling.talk import living_in, mentions_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_ONE = r"[那这]?一?[个位只条匹头]"
_NOUN = r"(?:小?(?:女孩|男孩|女生|男生|姑娘|孩子|男人|女人|老人|男的|女的|人|猫|狗|兔子?|熊)子?们?)"
_COLOUR = r"(?:[红蓝绿黄橙紫粉棕黑白灰]|粉红|橘)"
_SIDE = rf"最?(?P<side>左|右|中)(?:边|面|侧|间)的?(?:{_ONE})?的?(?P<at>{_NOUN})?"
_HAS = rf"(?P<lacks>没有?|不|未)?(?P<has>[穿戴拿抱牵背举])着?(?P<what>[^，。的]{{1,6}}?)的(?P<one>{_ONE})?(?P<who>{_NOUN})?"
_CLAD = rf"(?P<clad>{_COLOUR}色?(?:衣服|裙子|上衣|外套|帽子|毛衣|裤子|鞋子?))的?(?P<single>{_ONE})?(?P<whose>{_NOUN})?"
_EVERYBODY = (
    r"(?P<all>所有的?人|大家|每个人|每人|他们[俩都]?|她们[俩都]?|他俩|她俩|(?:[两三四]个)人?都?|全部的?人)"
)
_BUT = rf"(?P<but>(?:除了)?(?P<except>{_NOUN})(?:以外|之外)的?(?:其他|其余|别的)?(?:人|孩子)?|(?:其他|其余)的?{_NOUN})"
_MANY = r"(?P<many>小?(?:女孩|男孩|女生|男生|孩子)们)"
_WHO = rf"(?:{_BUT}|{_SIDE}|{_HAS}|{_CLAD}|{_EVERYBODY}|{_MANY})"
_PART = r"头发|发型|衣服|上衣|裙子|连衣裙|裤子|鞋子?|袜子|帽子|外套|毛衣|衬衫|围巾|眼镜|肤色"
_THEIRS = Pattern(
    rf"(?P<lead>(?:再|请|也)?(?:把|将|给|让)?)(?P<whom>{_WHO}){{1}}的?(?P<part>{_PART})(?P<rest>(?:都|全)?(?:要|改|变|换|染|涂|剪|留|扎|弄|加|是|用|[长短大小]).*)",
    re.NOFLAG,
)
_THEY = Pattern(
    rf"(?P<lead>(?:再|请)?(?:把|将|给|让|叫|去掉|删掉|移走)?)(?P<whom>{_WHO})(?P<rest>(?:全?都|也)?(?:$|(?:戴|穿|拿|抱|举|坐|站|躺|睡|蹲|跪|跳|跑|笑|哭|挥|围|系|去掉|删掉|往|向|变|一[个只本把顶束朵]|[大小]一?点|高兴|开心|生气|要[哭笑]|换成|改成).*))",
    re.NOFLAG,
)
_SHAPED = Pattern(
    rf"(?P<lead>(?:再|请)?(?:把|将|给|让)?)(?P<colour>{_COLOUR})色?的?(?:那只)?(?P<noun>小?(?:猫|狗|兔子?|马|牛|熊|猪|鸟|鸡|鸭子?|鱼))(?P<rest>(?:变|再|要|吃)*[胖瘦高矮].*)",
    re.NOFLAG,
)
_CLAUSES = re.compile(r"([，,。；;！!\n]+)")


def told_of_which(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with those who are meant told by name; quotations stay as they are."""
    if prompt.isascii() or any(mark in prompt for mark in '“"「『《') or len(living_in(base)) < 2:
        return prompt
    parts = _CLAUSES.split(prompt)
    parts[::2] = [_told(clause.strip(), base) for clause in parts[::2]]
    return "".join(parts)


def _told(clause: str, base: Scene) -> str:
    if (match := _THEIRS.fullmatch(clause)) is not None and (meant := _meant(match, base)):
        if (match["all"] or "").startswith("她们"):
            meant = [one for one in meant if one.kind in _WOMEN] or meant
        wear = [one for one in meant if is_somebody(one.kind)] or meant
        return "，".join(
            f"{match['lead']}{name}的{match['part']}{match['rest']}" for name in _names(wear, base)
        )
    if (shaped := _SHAPED.fullmatch(clause)) is not None:
        return _by_colour(shaped, base) or clause
    match = _THEY.fullmatch(clause)
    if match is None or match["all"] or match["many"] or (match["but"] and not match["except"]):
        return clause
    if match["side"] and (match["at"] or _alike(base)):
        return clause  # which is read by itself
    if match["has"] and not match["lacks"]:
        bare = match["rest"] == "" or match["rest"][0] in "坐一" or not (match["one"] or match["who"])
        if not bare:
            return clause
    if (match["side"] or match["has"] or match["clad"]) and not (meant := _meant(match, base)):
        return clause
    meant = _meant(match, base)
    if not meant:
        return clause
    names = _names(meant, base)
    if match["rest"].startswith("一") and match["lead"][-1:] != "给":
        return clause
    return "，".join(f"{match['lead']}{name}{match['rest']}" for name in names)


def _by_colour(match: re.Match[str], base: Scene) -> str | None:
    """黑猫变胖, of a black one and an orange one: what tells of their shape knows no colours."""
    colour = next((found for token in tokenise(match["colour"]) if (found := token.get("colours"))), None)
    alike = [one for one in _of_the_noun(match["noun"], living_in(base)) if one.colour == colour]
    if len(alike) != 1:
        return None
    return f"{match['lead']}{called_apart(base, alike[0].id, chinese=True)}{match['rest']}"


_WOMEN = frozenset({"girl", "woman", "old-woman", "queen", "princess", "bare-queen", "bare-princess"})


def _alike(base: Scene) -> bool:
    """Whether all who live there are of one kind."""
    return len({one.kind for one in living_in(base)}) == 1


def _meant(match: re.Match[str], base: Scene) -> list[Thing]:
    """Who is meant; nobody where no one is so, or several are of whom one is spoken."""
    there = living_in(base)
    people = [one for one in there if is_somebody(one.kind)]
    if match["all"] or match["many"]:
        among = _of_the_noun(match["many"] or "", there) if match["many"] else people
        return among if len(among) > 1 else []
    if match["but"]:
        kept = _of_the_noun(match["except"] or "", there)
        rest = [one for one in people if one not in kept]
        return rest if match["except"] and kept else []
    if match["side"]:
        among = _of_the_noun(match["at"] or "", there) if match["at"] else people or there
        return _at_side(match["side"], among, base)
    noun = match["who"] or match["whose"] or ""
    among = _of_the_noun(noun, there) if noun and noun not in ("人", "的") else there
    if match["clad"]:
        found = _having(match["clad"], among, base)
        return found if len(found) == 1 else []
    having = _having(match["what"], among, base)
    if not match["lacks"]:
        return having if len(having) == 1 else []
    if not having and not _having(match["what"], there, base):
        return []
    lacking = [one for one in among if one not in having]
    lacking = [one for one in lacking if is_somebody(one.kind)] or lacking
    return lacking if len(lacking) == 1 or not match["one"] else []


def _of_the_noun(noun: str, there: Sequence[Thing]) -> list[Thing]:
    noun = noun.removesuffix("们")
    said = mentions_in(_PLAIN.get(noun, noun))
    alike = [one for one in there if said and one.kind == said[0].kind]
    if not alike and noun.endswith(("孩子", "人")):
        alike = [one for one in there if is_somebody(one.kind)]
    return alike


_PLAIN = {"男的": "男人", "女的": "女人", "小女孩": "女孩", "小男孩": "男孩"}


def _at_side(side: str, among: Sequence[Thing], base: Scene) -> list[Thing]:
    ordered = sorted(among, key=lambda one: rank_across(base, one))
    if len(ordered) < 2 or (side == "中" and len(ordered) % 2 == 0):
        return []
    return [ordered[{"左": 0, "右": -1, "中": len(ordered) // 2}[side]]]


def _having(words: str, among: Sequence[Thing], base: Scene) -> list[Thing]:
    """Who has that on or in hand; of a colour alone, who has anything on of that colour."""
    colour = next((found for token in tokenise(words) if (found := token.get("colours"))), None)
    kind = next((one.kind for one in mentions_in(words)), None)
    clothes = kind is None or words.endswith("衣服")
    has = {
        one.rel.to
        for one in base.objects
        if one.rel is not None
        and one.rel.type in ("wear", "hold")
        and (one.kind in GARMENTS if clothes else one.kind == kind or _alike_worn(one.kind, kind))
        and colour in (None, one.colour)
    }
    painted = colour is not None and clothes
    return [one for one in among if one.id in has or (painted and one.colour == colour)]


def _alike_worn(kind: str, said: str | None) -> bool:
    """Whether it is worn where the other is: a straw hat for a hat."""
    part = kinds()[said].wear if said is not None else None
    return part == "head" and kinds()[kind].wear == part and kind.endswith(said or "")


def _names(meant: Sequence[Thing], base: Scene) -> list[str]:
    """What they are called, all of a kind together where all of it are meant."""
    found: list[str] = []
    for one in meant:
        alike = [each for each in base.objects if each.kind == one.kind]
        if len(alike) > 1 and all(each in meant for each in alike):
            found.append(f"所有的{one.label}")
        else:
            found.append(called_apart(base, one.id, chinese=True))
    return list(dict.fromkeys(found))
