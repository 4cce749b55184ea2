""" "Them" of things: "make them red", said of the hats that two cats have just got, or of the glasses of the only boy.

Who lives is meant where several do and nobody spoke of anything else; things that come in pairs are several by themselves.
"""

from __future__ import annotations

import re
from collections import Counter

from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:please|now|and|then|can you|could you|actually|ok|maybe),? )*"
_THEM = r"(?P<them>them all|all of them|them both|both of them|them)"
_THEY = r"(?P<they>they(?: all)?)"
_END = r"(?: (?:too|please|instead|now))*[.!?]*"
_LOOKS = (
    Pattern(rf"{_LEAD}(?:make|paint|turn|colou?r|dye|recolou?r|change|have|let|i want|i'd like) {_THEM}(?: (?:be|to be|to|into|in))? (?P<how>[a-z -]+?){_END}"),
    Pattern(rf"{_LEAD}(?:(?:can|could) )?{_THEY} (?:(?:should|must|could|to|are|can|be|look|become|turn|a) ?)*(?P<how>[a-z -]+?){_END}"),
)  # fmt: skip
_BARE_LOOK = Pattern(
    rf"(?:(?:no|nah|please|now|and|actually|ok|okay|maybe|but|rather|or),? )*(?:in )?(?P<how>[a-z -]+?)(?: ones?)?{_END}"
)
_VARIED = Pattern(
    rf"{_LEAD}(?:in |each (?:in )?(?:a )?|all (?:in )?|of )?(?:different|various|many|lots of|all (?:the )?|mixed) colou?rs?{_END}|{_LEAD}(?:colou?rful|multi-?colou?red)(?: ones)?{_END}"
)
_VARIED_ZH = re.compile(
    r"(?:要|改成|换成|变成|都要|每个)?(?:都)?(?:不同|不一样|各种|各自不同|各不相同)(?:的)?颜色(?:的)?(?:吧)?|(?:要|改成|换成|变成)?(?:五颜六色|彩色|五彩缤纷|多彩)的?(?:吧)?"
)
_IT = Pattern(
    rf"(?P<does>{_LEAD}(?:make|paint|turn|colou?r|dye|have|let|remove|delete|erase|take away|get rid of|flip|i want|i'd like|(?:can|could|should))) it(?P<rest>\b.*)"
)
_TOO = Pattern(
    rf"{_LEAD}they(?:['’]re| are| look) (?:much |way |a (?:bit|little) |far )?too (?P<how>big|large|huge|small|tiny|little){_END}"
)
_GONE = Pattern(
    rf"{_LEAD}(?:(?:remove|delete|erase|drop|lose|get rid of|take away|take off) {_THEM}|(?:take|put) (?P<apart>them)(?: all)? (?:off|away)|{_THEY} should (?:go|disappear)){_END}"
)
_CHANGED = Pattern(
    rf"{_LEAD}(?:(?P<swap>replace|swap|exchange) {_THEM} (?P<by>with|for|by)|(?:turn|change|make) (?P<into>them) into) .+"
)
_LEAD_ZH = r"(?:请|帮我|麻烦|能不能|可以|现在|然后|再|就|那)*"
_THEM_ZH = r"(?P<them>它们|牠们|他们|她们|这些|那些)"
_ALL_ZH = r"(?:全部|全都|统统|全|都)?"
_END_ZH = r"(?:吧|呗|了|好吗|可以吗|行吗)*[。.！!？?]*"
_CHANGES_ZH = r"(?:改成|变成|换成|涂成|染成|弄成|画成|改为|换)"
_LOOKS_ZH = (
    Pattern(rf"{_LEAD_ZH}(?:把|将|让)?{_THEM_ZH}{_ALL_ZH}(?:{_CHANGES_ZH}|是|要|为)(?P<how>[\u4e00-\u9fff]{{1,6}}?)的?{_END_ZH}", re.NOFLAG),
    Pattern(rf"{_LEAD_ZH}(?:把|将|让)?{_THEM_ZH}{_ALL_ZH}(?P<how>(?:变|弄|放|画|缩)?得?(?:更)?[大小](?:一点|一些|点|些)?){_END_ZH}", re.NOFLAG),
    Pattern(rf"{_LEAD_ZH}(?P<none>){_ALL_ZH}(?:{_CHANGES_ZH}|要)(?P<how>[\u4e00-\u9fff]{{1,6}}?)的?{_END_ZH}", re.NOFLAG),
    Pattern(rf"(?:不对?|不是|还是|那就|那|就|[，, ])*(?P<none>){_ALL_ZH}(?P<how>[\u4e00-\u9fff]{{1,5}}色)的?{_END_ZH}", re.NOFLAG),
    Pattern(rf"{_LEAD_ZH}(?P<none>){_ALL_ZH}(?P<how>(?:变|弄|放|画|缩)得?(?:更)?[大小](?:一点|一些|点|些)?|(?:更)?[大小](?:一点|一些|点|些)){_END_ZH}", re.NOFLAG),
)  # fmt: skip
_TOO_ZH = Pattern(rf"(?:{_THEM_ZH})?{_ALL_ZH}太(?P<how>[大小])了?{_END_ZH}", re.NOFLAG)
_GONE_ZH = Pattern(
    rf"{_LEAD_ZH}(?:(?:把|将)?{_THEM_ZH}{_ALL_ZH}|(?P<none>){_ALL_ZH})(?:去掉|拿掉|删掉|删除|去除|移除|拿走|摘掉|脱掉|不要){_END_ZH}",
    re.NOFLAG,
)
_SHADE = Pattern(
    rf"{_LEAD}(?:make it |in )?(?:a |an? (?:bit|little) )?(?P<how>lighter|darker|deeper|paler|brighter)(?: shade of)? (?P<colour>red|blue|green|yellow|orange|purple|pink|brown|gr[ae]y){_END}"
)
_IS_A_LOOK = ("colours", "sizes", "patterns", "filler", "materials")


def with_them_named(prompt: str, base: Scene) -> str:
    """The wish with things told by name that are meant by "them"; as it is where who lives may be meant."""
    if not prompt.isascii():
        return _with_them_named_zh(prompt, base)
    about = base.thing(base.focus or "")
    if about is not None and (shade := _SHADE.fullmatch(prompt.strip())) is not None:
        how = "light" if shade["how"].lower() in ("lighter", "paler", "brighter") else "dark"
        return f"make {called_apart(base, about.id, chinese=False)} {how} {shade['colour']}"
    if (too := _TOO.fullmatch(prompt.strip())) is not None and (meant := _several_meant(base)):
        return f"make {called_together(meant, base)} {'bigger' if too['how'].lower() in ('small', 'tiny', 'little') else 'smaller'}"
    if len(meant := _several_meant(base, unsaid=True)) > 1:
        if _VARIED.fullmatch(prompt.strip()) is not None:
            return f"make {called_together(meant, base)} different colours"
        if (bare := _BARE_LOOK.fullmatch(prompt.strip())) is not None and _is_a_look(bare["how"]):
            return f"make {called_together(meant, base)} {bare['how']}"
        if (it := _IT.fullmatch(prompt.strip())) is not None and _nothing_else_is_it(meant, base):
            return f"{it['does']} {called_together(meant, base)}{it['rest']}"
    for cue, fits in ((_LOOKS[0], _is_a_look), (_LOOKS[1], _is_a_look), (_GONE, None), (_CHANGED, None)):
        match = cue.fullmatch(prompt.strip())
        if match is None or (fits is not None and not fits(match["how"])):
            continue
        meant = _several_meant(base)
        if not meant:
            return prompt
        told = next((name for name in ("them", "they", "apart", "into") if match.groupdict().get(name)), None)
        if told is None:
            return prompt
        if match.groupdict().get("by"):  # which every pair of things is told apart by
            return f"replace {called_together(meant, base)} with {match.string[match.end('by') :].strip()}"
        start, end = match.span(told)
        words = match.string
        return f"{words[:start]}{called_together(meant, base)}{words[end:]}"
    return prompt


def _with_them_named_zh(prompt: str, base: Scene) -> str:
    """把它们改成红色, and with nobody named 改成红色, where several came last."""
    if _VARIED_ZH.fullmatch(prompt.strip(" 。！!")) and len(several := _several_meant(base, unsaid=True)) > 1:
        return f"把{several[0].label}改成不同的颜色"
    if (too := _TOO_ZH.fullmatch(prompt.strip())) is not None:
        prompt = f"{too['them'] or ''}变{'小' if too['how'] == '大' else '大'}一点"
    for cue in (*_LOOKS_ZH, _GONE_ZH):
        match = cue.fullmatch(prompt.strip())
        if match is None or not _is_a_look(match.groupdict().get("how") or "红色"):
            continue
        them = match.groupdict().get("them")
        meant = _several_meant(base, unsaid=not (them or _ALL.search(match[0])))
        if cue is _GONE_ZH and not (them or meant) and (about := base.thing(base.focus or "")) is not None:
            meant = [about]  # 去掉, said of the only one that came
        if not meant or not all(_IS_ZH.fullmatch(one.label) for one in meant):
            return prompt
        name = called_together(meant, base, chinese=True)
        if cue is _GONE_ZH:
            return f"去掉{name}"
        how = match["how"]
        return (
            f"把{name}都{how if how[0] in _SIZED_ZH else f'改成{how}'}"
            if len(meant) > 1
            else f"把{name}{how if how[0] in _SIZED_ZH else f'改成{how}'}"
        )
    return prompt


_IS_ZH = re.compile(r"[\u4e00-\u9fff]+")
_ALL = re.compile(r"[都全]|统统")
_SIZED_ZH = "变弄放画缩更大小"


def _is_a_look(how: str) -> bool:
    """Whether all of it says how a thing looks: red, bigger, striped, and neither happy nor asleep."""
    said = [token for part in how.split(" and ") for token in tokenise(part)]
    tells = any(any(map(token.get, _IS_A_LOOK[:3])) or token.get("verbs") for token in said)
    return tells and all(
        any(map(token.get, _IS_A_LOOK)) or token.get("verbs") in ("larger", "smaller") for token in said
    )


def _several_meant(base: Scene, *, unsaid: bool = False) -> list[Thing]:
    """Those things that were spoken of last, where they are several or come in pairs; where nothing was spoken of, the only
    such of a picture in which not more than one lives. Where not even a pronoun is said (`unsaid`), only what was spoken of."""
    about = base.thing(base.focus or "")
    if unsaid:
        return [] if about is None or is_somebody(about.kind) else came_with(about, base)
    living = [one for one in base.objects if kinds()[one.kind].alive]
    if about is not None and not kinds()[about.kind].alive:
        if (alike := all_alike(about, base)) or len(living) > 1:
            return alike or living
    elif len(living) > 1:
        return []
    groups = {one.kind: all_alike(one, base) for one in base.objects if not kinds()[one.kind].alive}
    several = [group for group in groups.values() if group]
    return several[0] if len(several) == 1 else []


def _nothing_else_is_it(meant: list[Thing], base: Scene) -> bool:
    """Whether all others are people, or what they wear and hold."""
    return all(
        one in meant or is_somebody(one.kind) or (one.rel is not None and one.rel.type in ("wear", "hold"))
        for one in base.objects
    )


def all_alike(one: Thing, base: Scene) -> list[Thing]:
    """All of its kind and name; none where it is but one."""
    alike = [other for other in base.objects if (other.kind, other.label) == (one.kind, one.label)]
    return alike if len(alike) > 1 or _is_a_pair(one) else []


def came_with(one: Thing, base: Scene) -> list[Thing]:
    """Those that the last change told of together with it, and it; none where it was alone, but for a pair."""
    if one.id in base.lately:
        return [other for other in base.objects if other.id in base.lately]
    return [one] if _is_a_pair(one) else []


def _comes_in_pairs(one: Thing) -> bool:
    return kinds()[one.kind].paired or kinds()[one.kind].wear == "foot"


def _is_a_pair(one: Thing) -> bool:
    return _comes_in_pairs(one) or (
        one.label.isascii() and one.label.endswith("s") and not one.label.endswith("ss")
    )


def called_together(meant: list[Thing], base: Scene, *, chinese: bool = False) -> str:
    """By name: "the hats", "the girl and the boy"; each by its own where there are more of their kind."""
    labels = Counter(one.label for one in meant)
    known = Counter(one.label for one in base.objects)
    if any(known[label] > many > 1 for label, many in labels.items()):
        apart = [called_apart(base, one.id, chinese=chinese) for one in meant]
        return "和".join(apart) if chinese else " and ".join(apart)
    if chinese:
        return "和".join(f"所有的{label}" if len(meant) > len(labels) else label for label in labels)
    names = [
        label if label.endswith("s") or (many == 1 and len(labels) > 1) else plural_of(label)
        for label, many in labels.items()
    ]
    pairs = len(meant) > 1 and len(labels) == 1 and _comes_in_pairs(meant[0])
    return f"all the {names[0]}" if pairs else " and ".join(f"the {name}" for name in names)
