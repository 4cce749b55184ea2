"""What somebody does to a thing, told of the thing alone: 男孩把帽子摘了 takes the hat off, and leaves the boy where he is."""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, name_of, named_in
from paintover.engines.illustrator.retelling.talk import spoken_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_DOES = Pattern(
    r"(?P<lead>^|[，,。；;！!\n])(?:让|叫|请)?(?P<who>[^，,。；;！!\n让叫请把将给帮别不]{1,6}?)(?:也|就|都|再|正|快)?(?:把|将)(?P<of>(?:自己|他|她|它)的|手[里中上]的?|(?:头|身|脖子|脸)上的?)?(?P<what>[^，,。；;！!\n的]{1,6}?)(?:都|给)?"
    r"(?:(?P<off>(?:摘|脱|取|卸|解|扯|揭)(?:下来?|掉|了|开)(?:了|吧)*|(?:去掉|拿掉|拿走|拿开|收走|收起来?|扔掉|扔了|丢掉|丢了|吃掉|吃完|吃光|吃了|喝掉|喝完|喝光|喝了|搬走|带走|端走|抱走|牵走|推走|提走|叼走|收拾掉|放开|放了|松开)(?:了|吧)*)"
    r"|(?P<fly>放飞(?:了|吧)*)"
    r"|(?P<down>[放丢扔搁]下(?:来|去)?(?:了|吧)*)"
    r"|(?P<up>(?P<hand>[拿捡抱举提拎端捧拾])(?:起来?|在手里|在怀里|着|住)(?:了|吧)*)"
    r"|(?P<on>(?P<puts>[戴穿系围披])(?:上|好|起来|在(?:头|身|脖子|手)上)(?:了|吧)*)"
    r"|(?:递给|送给|交给|还给|让给|借给|扔给|传给|给)(?P<whom>[^，,。；;！!\n]{1,5}?)(?:了|吧)?"
    r"|(?P<rest>(?:换|改|变|染|涂|放|挂|摆|关|打开|盖|推|拉|搬|移|挪|转|插|贴|铺|剪|扎|梳|烫)[^，,。；;！!\n]*))(?=$|[，,。；;！!\n])",
    re.NOFLAG,
)
_OF_THE_BODY = frozenset(
    [
        "手",
        "双手",
        "头",
        "脸",
        "眼睛",
        "胳膊",
        "手臂",
        "腿",
        "脚",
        "嘴",
        "嘴巴",
        "背",
        "腰",
        "身子",
        "身体",
        "头低",
        "衣服",
    ]
)
_HAIR = frozenset(["头发", "辫子", "刘海", "胡子", "胡须", "发型"])


def told_of_what_is_done(prompt: str, base: Scene) -> str:
    """The wish with what somebody does to a thing told of that thing.

    Raises:
        NotDrawable: they take off, or put down, what they have not.
    """
    if '"' in prompt or "“" in prompt:
        return prompt
    return _DOES.sub(lambda match: _told(match, base), prompt)


def _told(match: re.Match[str], base: Scene) -> str:
    who, what, lead = _doer(match["who"], base), match["what"], match["lead"]
    if who is None or what in _OF_THE_BODY:
        return match[0]
    if what in _HAIR:
        return f"{lead}把{_name(who, base)}的{what}{match['rest']}" if match["rest"] else match[0]
    there = named_in(what, base)
    own = [one for one in there if one.rel is not None and one.rel.to == who.id]
    meant = next(iter(own or [one for one in there if one.id != who.id]), None)
    if meant is None:
        if (match["off"] or match["down"]) and any(said.kind for said in parse(what).mentions):
            raise NotDrawable(notes.not_in_picture(what, "zh"))
        return match[0]
    thing, name = _name(meant, base), _name(who, base)
    if match["fly"]:
        return f"{lead}{thing}飞起来"
    if match["off"] and len(own) > 1 and re.search(r"[和、跟]", what):
        return lead + "，".join(f"去掉{_name(one, base)}" for one in own)
    handed = match["whom"] and match.string[match.start("whom") - 2] in "递送交还让借扔传"
    if handed and not named_in(match["whom"], base):
        raise NotDrawable(notes.not_in_picture(match["whom"], "zh"))
    if match["off"]:
        worn_by_another = meant not in own and meant.rel is not None and meant.rel.type == "wear"
        if worn_by_another and match["off"][0] in "摘脱解":
            raise NotDrawable(notes.not_in_picture(f"{name}的{what}", "zh"))
        return f"{lead}去掉{thing}"
    if match["down"]:
        return f"{lead}把{thing}放到{name}旁边"
    if match["up"]:
        hand = "拿" if match["hand"] in "捡拾" else match["hand"]
        return f"{lead}{name}{hand}着{thing}"
    if match["on"]:
        return f"{lead}{name}{match['puts']}上{thing}"
    return f"{lead}把{thing}给{match['whom']}" if match["whom"] else f"{lead}把{thing}{match['rest']}"


def _doer(said: str, base: Scene) -> Thing | None:
    """Who does it: somebody alive who is named, or is spoken of."""
    if said in ("他", "她", "它"):
        about = spoken_of(base)
        return about if about is not None and kinds()[about.kind].alive else None
    named = [one for one in named_in(said, base) if kinds()[one.kind].alive]
    return named[0] if len(named) == 1 else None


def _name(thing: Thing, base: Scene) -> str:
    """What it is called so that no other is meant."""
    alone = sum(one.kind == thing.kind for one in base.objects) == 1
    return name_of(thing, chinese=True) if alone else called_apart(base, thing.id, chinese=True)
