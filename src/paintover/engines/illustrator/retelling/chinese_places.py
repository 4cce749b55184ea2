"""Who goes where, or has what in hand, in passing, in Chinese: 狼躲到树后面, 胡萝卜给它拿着, 骑上自行车."""

from __future__ import annotations

import re
from collections import Counter

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.chinese_terms import (
    COLOURS,
    Refused,
    chinese_name,
    named_in,
    talked_about,
)
from paintover.engines.illustrator.retelling.others import called_apart, is_aside
from paintover.engines.illustrator.retelling.pronouns import drawn_as_he, drawn_as_she, spoken_of_alone
from paintover.engines.illustrator.retelling.talk import called_in, kinds_in, living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.likeness import is_somebody


def go_around(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """让它们绕着一座山飞: they fly, and the mountain is there once."""
    goal = "" if named_in(match["what"], base) else f"，来{match['what']}"  # a thing, and no peaks
    return f"让{match['who'] or '它们'}{match['how']}{goal}"


def given_to_hold(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """胡萝卜给它拿着: the carrot that is there."""
    named, about = named_in(match["what"], base), named_in(match["who"], base)
    if len(named) != 1 or named[0].rel is not None or kinds()[named[0].kind].alive:
        return None
    who = match["who"] if about else "它" if match["who"] in ("它", "他", "她") else None
    holder = talked_about(base) if who == "它" else about[-1] if about else None
    if holder is None:
        return None
    colour = f"{COLOURS[named[0].colour]}的" if named[0].colour in COLOURS else ""
    return f"去掉{match['what']}，给{chinese_name(holder.kind)}拿一个{colour}{chinese_name(named[0].kind)}"


def handed(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """把宝宝给爸爸抱: from one's arms to another's, who comes along where he is not there."""
    named = named_in(match["what"], base)
    if not named or named[0].rel is None or named[0].rel.type != "hold":
        return None
    said = [one for one in parse(match["who"]).mentions if one.kind is not None]
    if len(said) != 1:
        return None
    there = named_in(match["who"], base)
    told = f"{match['who']}{match['how']}着{match['what']}"
    return told if there else f"加一个{match['who']}，{told}"


def passed_on(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """把花给小猪戴: a flower, which is no garment, from one head to another."""
    named, about = named_in(match["what"], base), named_in(match["who"], base)
    worn = [one for one in named if one.rel is not None and one.rel.type == "wear" and one.rel.part == "head"]
    if len(worn) != 1 or not about or kinds()[worn[0].kind].wear is not None:
        return None
    colour = f"{COLOURS[worn[0].colour]}的" if worn[0].colour in COLOURS else ""
    return f"去掉{match['what']}，给{match['who']}头上戴一个{colour}{chinese_name(worn[0].kind)}"


def set_up(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """旁边再堆一个雪人: it comes there, where nobody is said to make it."""
    if any(kinds()[one.kind].alive for one in named_in(match["where"], base)):
        return None
    return f"{match['where']}加{match['what']}"


def got_down(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """猫跳到地上: off the couch."""
    named = (
        named_in(match["who"], base) if match["who"] not in ("它", "他", "她", "") else [talked_about(base)]
    )
    one = named[-1] if named else None
    rel = one.rel if one is not None else None
    if one is not None and rel is not None and (rel.type, rel.part) == ("hold", "hand"):
        holder = base.thing(rel.to)
        return None if holder is None else f"把{chinese_name(one.kind)}放在{chinese_name(holder.kind)}旁边"
    if one is None or rel is None or rel.type not in ("on", "inside") or rel.part is not None:
        return None
    host = base.thing(rel.to)
    return None if host is None else f"把{chinese_name(one.kind)}从{chinese_name(host.kind)}上拿下来"


def goes_there(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """狼躲到树后面, where a tree comes along if there is none."""
    who, goal = match["who"], match["goal"]
    if not named_in(who, base) or named_in(goal, base):
        return (
            f"把{who}移到{goal}{match['side']}" if named_in(who, base) and match["how"] in "躲藏挪" else None
        )
    said = [one for one in parse(goal).mentions if one.kind is not None]
    found = [one.kind for one in said if one.kind is not None]
    if len(found) != 1 or kinds()[found[0]].alive:
        return None
    if there := called_so(base.objects, said[0]):  # the bowl of noodles
        return f"把{who}移到{called_apart(base, there[0].id, chinese=True)}{match['side']}"
    if match["how"] in "坐站蹲":
        return (
            f"加一个{chinese_name(found[0])}，{who}在{chinese_name(found[0])}{match['side']}{match['how']}着"
        )
    return f"加一个{chinese_name(found[0])}，把{who}移到{chinese_name(found[0])}{match['side']}"


def put_into(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """放在盘子里, with a plate that comes along."""
    focus = base.thing(base.focus or "") or (base.objects[-1] if base.objects else None)
    whose, together = match["who"] or "", _LEFT_OVER.sub("", match["who"] or "")
    all_of_them = "都" in match[0] or "全" in match[0] or together != whose
    if together != whose and not together and focus is not None:
        whose = ""
    named = named_in(whose, base)
    one = named[-1] if named else focus
    found = kinds_in(match["goal"])
    if one is None or len(found) != 1 or (whose and not named):
        return None
    if not named and all_of_them and (those := _lying_there(one, base, left=whose != (match["who"] or ""))):
        one = those
    what = chinese_name(one.kind)
    alike = [each for each in base.objects if each.kind == one.kind]
    as_one = not whose and len({each.rel for each in alike}) == 1 and not kinds()[one.kind].alive
    if len(alike) > 1 and (all_of_them or as_one or (named and not _ONE_OF_THEM.search(whose))):
        what = whose if re.match(r"[两二三四五六七八九]", whose) else f"所有{what}"
    elif named and re.search(r"[左右中第最前后]|[红黄蓝绿白黑紫粉橙棕灰]", match["who"]):
        what = match["who"]
    so = [one for mention in parse(match["goal"]).mentions for one in called_so(base.objects, mention)]
    if so and not named_in(match["goal"], base):  # the bowl of noodles
        return f"把{what}放在{called_apart(base, so[0].id, chinese=True)}{match['side']}"
    before = "" if named_in(match["goal"], base) else f"加一个{chinese_name(found[0])}，"
    return f"{before}把{what}放在{chinese_name(found[0])}{match['side']}"


_LEFT_OVER = re.compile(r"^(?:剩下|剩|其余|余下|这些|那些|全部|所有|它们)的?")
_ONE_OF_THEM = re.compile(r"[左右中第最前后这那]|一[个只条本块颗]|[红黄蓝绿白黑紫粉橙棕灰大小]")
"""What tells one of several apart from the others."""


def _lying_there(about: Thing, base: Scene, *, left: bool) -> Thing | None:
    """One of the things of which there are most, or of the kind spoken of: 都放进碗里. `left` are those that lie in nothing."""
    loose = [
        one
        for one in base.objects
        if not kinds()[one.kind].alive and (one.rel is None or one.rel.type in ("on", "inside"))
    ]
    if left:
        loose = [one for one in loose if one.rel is None or one.rel.type == "on"] or loose
    counted = Counter(one.kind for one in loose)
    kind = about.kind if counted[about.kind] > 1 else max(counted, key=counted.__getitem__, default=None)
    return next((one for one in loose if one.kind == kind and counted[one.kind] > 1), None)


def mounts_it(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """骑上自行车: whoever is talked about."""
    words = match["who"] or ""
    named = named_in(words, base)
    if words and not named and words not in ("他", "她", "它", "让他", "让她", "让它"):
        return None
    about = named[-1] if named else talked_about(base)
    return None if about is None else f"{chinese_name(about.kind)}骑着{match['what']}"


def with_a_rider(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """加个骑马的人: a rider on the animal that is there; None where there is none."""
    mounts = [one for one in base.objects if one.kind in _MOUNTS]
    if not mounts:
        return None
    who = "一个骑士" if match["who"] == "骑士" else "一个男人"
    return f"加{who}骑着{chinese_name(mounts[-1].kind)}"


_MOUNTS = ("horse", "unicorn", "camel", "donkey", "elephant", "zebra", "ox", "deer", "dragon", "sauropod")


def gone_away(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """鸽子飞走了: it is not there any more."""
    pronoun = match["who"] in ("它", "他", "她", "它们")
    told = any(one.kind or one.side for one in parse(match["who"]).mentions)
    return f"去掉{match['who']}" if pronoun or told else None


def turned_round(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """转个身: turned about, "it" where nobody is named."""
    return f"让{match['who'] or '它'}转过来"


def put_aside(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """猫放到右边: to that side of the picture; where it is there already, as it is told."""
    named = named_in(match["who"], base)
    side = "left" if match["side"] == "左" else "right"
    if len(named) != 1 or is_aside(base, named[0], side):
        return None
    return f"把{chinese_name(named[0].kind)}移到{match['side']}边"


def looks_at(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """让妈妈看着儿子: she turns to where he stands, who stays there."""
    who, whom = named_in(match["who"], base), named_in(match["whom"], base)
    if len(who) != 1 or len(whom) != 1 or who == whom or not {who[0].id, whom[0].id} <= base.layout.keys():
        return None
    if not kinds()[whom[0].kind].alive:
        return None  # 看报纸
    side = "左" if base.layout[whom[0].id].x < base.layout[who[0].id].x else "右"
    name = chinese_name(who[0].kind)
    turns = len(figure_of(who[0]).anchors.eyes) == 2
    told = f"{name}注视着{chinese_name(whom[0].kind)}" if turns else f"让{name}面向{side}边"
    return told + (f"，让{name}{match['mood']}" if match["mood"] else "")


def between_them(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """他俩中间放个碗: one, and not one for each."""
    pair = [one for one in living_in(base) if is_somebody(one.kind)] or living_in(base)
    if len(pair) != 2:
        return None
    at = {one.rel.to for one in pair if one.rel is not None}
    table = base.thing(at.pop()) if len(at) == 1 else None
    if table is not None and table.kind in TABLES:
        return f"在{chinese_name(table.kind)}上放{match['what']}"
    first, second = (called_apart(base, one.id, chinese=True) for one in pair)
    return f"在{first}和{second}中间放{match['what']}"


def holds_instead(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """让他改拿一本书: the book comes for what is in his hand."""
    named = named_in(match["who"], base) if match["who"] not in ("", "它", "他", "她") else []
    about = named[-1] if named else talked_about(base)
    held = [
        one
        for one in base.objects
        if about is not None
        and one.rel is not None
        and (one.rel.type, one.rel.to, one.rel.part) == ("hold", about.id, "hand")
    ]
    said = kinds_in(match["new"])
    if about is None or any(kinds()[kind].alive for kind in said[1:]):  # 换成拿着气球的女孩
        return None
    return (
        f"把{chinese_name(held[-1].kind)}换成{match['new']}"
        if held
        else f"让{chinese_name(about.kind)}拿着{match['new']}"
    )


def a_place(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """加一条河: where it plays, and no more of whom is there; None where it is no place."""
    tokens = tokenise(match["what"])
    only = len(tokens) == 1 and tokens[0].get("places") is not None and tokens[0].get("kinds") is None
    return f"加{match['what']}" if only else None


def builds_instead(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """换成堆沙堡 of who builds a snowman: the castle comes for that; None where nobody builds."""
    for one in base.objects:
        thing = base.thing(one.rel.to) if one.rel is not None and one.pose in ("build", "reach") else None
        if thing is not None and not is_somebody(thing.kind):
            return f"把{thing.label}换成{match['new']}"
    return None


def arrives(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """火车进站了: it comes, unless it is there.

    Raises:
        Refused: it is.
    """
    if named_in(match["what"], base):
        raise Refused(notes.already_so("zh"))
    return f"加一{'艘' if match['what'].endswith('船') else '辆'}{match['what']}"


def other_garment(match: re.Match[str], base: Scene, seed: int) -> str | None:
    """她的裙子换成牛仔裤, where she is drawn in other clothes: she puts those on."""
    new = [one.kind for one in parse(match["new"]).mentions]
    if named_in(match["old"], base) or len(new) != 1 or new[0] not in GARMENTS:
        return None
    if match["who"]:
        return f"给{match['who']}穿{match['new']}"
    return "，".join(f"给{name}穿{match['new']}" for name in _in_such(match["old"], base)) or None


def _in_such(old: str, base: Scene) -> list[str]:
    """Who has such clothes on, of whom nobody says who: whom the talk is about, or else all, in a skirt those who are drawn so."""
    people = [one for one in living_in(base) if is_somebody(one.kind)]
    fits = drawn_as_she if old.endswith("裙子") else drawn_as_he if "裤" in old else None
    people = [one for one in people if fits is None or fits(one)] or people
    about = spoken_of_alone(people, base.objects, base.focus)
    return [called_in(one, base) for one in about or people]
