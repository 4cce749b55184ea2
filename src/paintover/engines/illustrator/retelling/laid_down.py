"""What somebody has on or in their hand and is told to lie on the ground: it goes beside them, and so does what comes to lie
there: "put her hat on the sand", 把帽子摘下来放在地上, "a straw hat is lying on the grass".
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import MEN, WOMEN
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.wording import Pattern

_DOWN = r"(?:down )?(?:on|onto|to|in) the (?:grass|ground|floor|lawn|sand|snow)"
_LIES = r"(?:lie|lies|lying|laid|lay|fall|falls|fallen|fell|dropped|drop|put|placed|left|thrown)"
_DOWN_ZH = r"(?:草地|草坪|沙滩|沙地|雪地|地板|地面|草|地)上面?"
_COUNTED = r"一?[顶双条件只个副把根块](?:[\u4e00-\u9fff]{1,7})"
_PUT_DOWN = Pattern(
    rf"(?:please |now |let (?:him|her) |have (?:him|her) )*(?:put|place|lay|leave|drop|throw|move|set|toss) (?P<what>(?:his|her|its|their|the) [a-z ]+?) {_DOWN}"
    rf"|(?:please |now |let (?:him|her) |have (?:him|her) )*take (?:off (?P<off>(?:his|her|its|their|the) [a-z ]+?)|(?P<his>(?:his|her|its|their|the) [a-z ]+?) off)(?:,| and|, and) (?:put|lay|leave|drop|throw|place|set) (?:it|them) {_DOWN}"
    rf"|(?:let |make |have )?(?P<one>(?:his|her|its|their|the) [a-z ]+?) (?:(?:should|must|is|are|has|have|to|be|can|now) )*(?:(?<=be )|(?<=is )|(?<=are )|{_LIES} ){_DOWN}"
)
_PUT_DOWN_ZH = Pattern(
    rf"(?:请|把|将|让|叫)*(?P<what>[\u4e00-\u9fff]{{1,8}}?)(?:[摘脱取拿]?(?:下来?|掉|了)[，,]?)?(?:然后|再)?(?:应该|要)?(?:放|扔|丢|搁|摆|掉|落|躺|甩)(?:在|到|在了|到了|了)?{_DOWN_ZH}(?:去|来|了|吧)*",
    re.NOFLAG,
)
_COMES = Pattern(
    rf"(?:(?:please |now )*(?:add|put|draw|place|lay|leave)|there(?:'s| is| should be))? ?(?P<new>an? [a-z ]+?)(?: (?:that |which )?(?:should |is )?(?:be )?{_LIES})? {_DOWN}"
)
_COMES_ZH = Pattern(
    rf"(?:在)?{_DOWN_ZH}(?:再|还)?(?:放|有|加|画|摆|扔|丢|掉|躺|落)(?:上|着|了)?(?P<new>{_COUNTED})"
    rf"|(?:请|再|帮我)*(?:加|画|添|来)(?:上)?(?P<laid>{_COUNTED}?)(?:放|扔|丢|掉|躺|落)(?:在|到){_DOWN_ZH}",
    re.NOFLAG,
)

_SET_DOWN_ZH = Pattern(
    r"(?:让|叫)?(?P<who>[他她它]们?|[\u4e00-\u9fff]{1,4}?)?(?:放下|丢下|扔下)(?:手[里中上]的?)?(?P<what>[\u4e00-\u9fff]{1,6}?)(?:吧|了)?"
    r"|(?:让|叫)?(?P<whose>[他她它]们?|[\u4e00-\u9fff]{1,4}?)?(?:把|将)手[里中上]的?(?P<held>[\u4e00-\u9fff]{1,6}?)(?:都|全)?(?:放|丢|扔)下(?:来|去)?(?:吧|了)?",
    re.NOFLAG,
)


def told_laid_down(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with what is to lie on the ground told beside somebody; else as it is."""
    said = told_by_form(prompt.strip(" .。!！~"), base, _FORMS)
    return prompt if said is None else said


def _put_down(match: re.Match[str], base: Scene) -> str | None:
    """What is worn or held goes beside who has it; each where there are several."""
    said = match.groupdict()
    what = next(word for name in ("what", "off", "his", "one") if (word := said.get(name)))
    zh = not what.isascii()
    found = [
        (one, bearer)
        for one in named_in(what, base)
        if (bearer := _bearer(one, base)) and one.kind not in HAIR
    ]
    owners = _OWNERS.get(what.split()[0].lower(), frozenset())
    found = [each for each in found if each[1].kind in owners] or found
    told = "把{}放到{}旁边" if zh else "put {} next to {}"
    names = [[called_apart(base, thing.id, chinese=zh) for thing in each] for each in found]
    return ("，" if zh else ", ").join(told.format(*each) for each in names) or None


def _set_down(match: re.Match[str], base: Scene) -> str | None:
    """放下手里的书: it lies beside who had it.

    Raises:
        NotDrawable: nobody has such a thing in hand.
    """
    what, who = match["what"] or match["held"], named_in(match["who"] or match["whose"] or "", base)
    borne = [one for one in base.objects if one.rel is not None and one.rel.type == "hold"]
    borne = [one for one in borne if not kinds()[one.kind].alive]
    if who:
        borne = [one for one in borne if one.rel is not None and one.rel.to in {each.id for each in who}]
    if what in ("手", "双手", "胳膊", "手臂", "脚"):
        return None
    found = borne if what in ("东西", "所有东西") else [one for one in named_in(what, base) if one in borne]
    if not found and not any(mention.kind for mention in parse(what).mentions):
        return None
    if not found and not named_in(what, base):
        raise NotDrawable(notes.not_in_picture(what, "zh"))
    told = [
        f"把{called_apart(base, one.id, chinese=True)}放到{called_apart(base, one.rel.to, chinese=True)}旁边"
        for one in found
        if one.rel is not None
    ]
    return "，".join(told) or None


_OWNERS = {"his": MEN, "her": WOMEN}


def _bearer(thing: Thing, base: Scene) -> Thing | None:
    """Who has it on or in the hand, or has it beside them by now."""
    borne = thing.rel is not None and thing.rel.type in ("wear", "hold", "beside")
    bearer = base.thing(thing.rel.to) if borne and thing.rel is not None else None
    return (
        bearer
        if bearer is not None and kinds()[bearer.kind].alive and not kinds()[thing.kind].alive
        else None
    )


def _comes(match: re.Match[str], base: Scene) -> str | None:
    """What is made to be worn, and comes to lie there, is beside somebody, or what they are on, and not on them."""
    new = match["new"] or match.groupdict().get("laid") or ""
    worn = [
        kind for token in tokenise(new) if (kind := token.get("kinds")) and kinds()[kind].wear is not None
    ]
    living = [one for one in base.objects if kinds()[one.kind].alive]
    if not worn or not living:
        return None
    about = next((one for one in living if one.id == base.focus), living[-1])
    seat = base.thing(about.rel.to) if about.rel is not None and about.rel.type in ("on", "inside") else None
    if seat is not None and not kinds()[seat.kind].alive:
        about = seat  # slippers for who is in bed are beside the bed
    name = called_apart(base, about.id, chinese=not new.isascii())
    return f"add {new} next to {name}" if new.isascii() else f"{name}旁边加{new}"


_FORMS: tuple[Form, ...] = (
    (_SET_DOWN_ZH, _set_down),
    (_PUT_DOWN, _put_down),
    (_PUT_DOWN_ZH, _put_down),
    (_COMES, _comes),
    (_COMES_ZH, _comes),
)
