"""What is hung at a door, told of the house whose door it is: 门口挂两个红灯笼, "hang a wreath from the porch", "decorate the
house with fairy lights". A drawn house has its door, so that there is none by itself to hang things at.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.hung import hangs_beside, hangs_so, has_hooks
from paintover.engines.illustrator.wording import Pattern

_DOOR = r"(?:front |back |house |barn |wooden )?(?:doorway|door ?frame|doors?|entrance|porch|eaves|gate|doorstep|fa[cç]ade)"
_AT_IT = Pattern(
    rf"\b(?:(?:hanging|hung|hang) )?(?:(?:on|at) (?:either|each|both|the) sides? of|on either side of|next to|in front of"
    rf"|on|at|by|beside|near|above|over|from|under|around|to|outside) (?:the |a |his |her |their |its |my |our )?{_DOOR}\b"
)
_AT_IT_ZH = Pattern(
    r"(?:在)?(?:自?家|房子?|屋子?|宅|院)?(?:的)?(?:大?门(?:的)?(?:口|上|前|框上?|楣上?|头上|外|旁边?|两[边侧旁])|(?:屋|房)?檐(?:下面?|上)?|门廊[上下]?)(?!的)"
)
_HANGS = Pattern(
    r"\b(?:hang\w*|hung|add|put|place|attach|fix|stick|tie|string|mount|with|there (?:is|are))\b|[挂贴加装吊放添插]|有"
)
_FROM = Pattern(
    r"\b(?P<v>hang(?:s|ing)?|hung|dangl\w+|suspend\w*)(?P<w>(?: [^,.;]{1,40}?)?) from (?:a |one |the )?(?:branch(?:es)? of )?(?=(?:the|an?|its|his|her) (?!ceiling|wall|sky|roof of))"
)
_FROM_THING = Pattern(
    r"\b(?P<said>(?:hang(?:s|ing)?|hung|dangl\w+|suspend\w*)(?: [^,.;]{1,40}?)? from (?:a|one|the) (?P<what>(?!ceiling|wall|sky|roof|branch|tree|limb|rope|string|line)[a-z]+(?: [a-z]+)?))"
)
_DECORATED = Pattern(
    r"\b(?:decorate|adorn) (?P<x>(?:the|his|her|their|our|my) [a-z]+(?: [a-z]+)?) with (?P<y>[^,.;]+)"
)
_DECORATED_ZH = Pattern(
    r"用(?P<y>[^，。,]{1,12}?)(?:来)?(?:装饰|点缀|布置)(?:一下)?(?P<x>[^，。,了]{1,8})了?|(?:给|为)(?P<x2>[^，。,]{1,6}?)(?:挂|贴|装饰|装)[上满]?(?P<y2>[^，。,]{1,12})"
)
_PUT_UP = re.compile(r"^(?:都|也|再)?(?:各|分别)?(?:[挂贴装吊放添插]|有)(?:着|上|了|满)?")
_SETS_OFF = re.compile(
    r"(?:一起|正在|正|在|高兴地|开心地)*(?:燃放|放|点)(?:着|了|起)?(?:一?[串挂])?(?:鞭炮|爆竹|炮仗|烟花|烟火|礼花|风筝|孔明灯)"
)
"""What is done at a door with what hangs elsewhere: 在家门口放鞭炮."""
_MANTEL = Pattern(r"\bmantel(?:piece|shelf)?\b")
_BRANCH = Pattern(
    r"\b(?:from|on|to|off) (?:a|one|the|its) (?:[a-z]+ )?branch(?:es)?(?: of (?:the|a) (?:[a-z]+ )?tree)?\b"
)
_BRANCH_ZH = Pattern(r"树枝上?(?=[挂放加停站坐有])")
_ZH = re.compile(r"[\u3400-\u9fff]")


def told_at_the_door(prompt: str, base: Scene | None) -> str:
    """The wish with its lanterns, wreaths and couplets on the house; as it is where there is neither house nor door.

    `base` is the picture that is changed; None for a new one, which gets a house for its door.
    """
    prompt = _decorated(prompt if base is None else _of_the_whole(prompt, base))
    zh = _ZH.search(prompt) is not None
    door = _AT_IT_ZH if zh else _AT_IT
    if not any(words.search(prompt) for words in (door, _FROM)):
        return prompt
    if not any(hangs_so(mention.kind or "") for mention in parse(prompt).mentions):
        _hangs_from_nothing(prompt, base)
        return prompt
    at_it = door.search(prompt)
    if at_it is not None and _SETS_OFF.match(prompt[at_it.end() :]) is not None:
        return prompt
    if at_it is not None and _HANGS.search(prompt) is not None and not prompt.startswith("把"):
        prompt = _at_the_house(prompt, at_it, base, "zh" if zh else "en")
    return _FROM.sub(r"\g<v>\g<w> on ", prompt)


def _hangs_from_nothing(prompt: str, base: Scene | None) -> None:
    """Refuse what is to hang from a thing that nothing like it can hang from.

    Raises:
        NotDrawable: it would stand somewhere else.
    """
    match = None if base is None else _FROM_THING.search(prompt)
    if match is None or base is None:
        return
    bearers = named_in(f"the {match['what']}", base)
    if bearers and not any(
        one.kind.endswith("tree") or one.kind == "willow" or stock_of(one).alive for one in bearers
    ):
        raise NotDrawable(notes.undrawn([match["said"]], "en"))


def _of_the_whole(prompt: str, base: Scene) -> str:
    """The wish with a mantel told as its fireplace, and a branch as its tree, which are drawn as parts of them."""
    shown = [one.kind for one in base.objects]
    if "fireplace" in shown:
        prompt = _MANTEL.sub("fireplace", prompt)
    tree = next((kind for kind in shown if kind.endswith("-tree") or kind in ("tree", "willow")), None)
    if tree is None or "tree-branch" in shown:
        return prompt
    return _BRANCH_ZH.sub("树上", _BRANCH.sub(f"on the {names('en', tree)}", prompt))


def _at_the_house(prompt: str, at_it: re.Match[str], base: Scene | None, lang: str) -> str:
    before, after = prompt[: at_it.start()], prompt[at_it.end() :]
    house = _house_in((before, after), base, lang)
    if base is None:
        return _in_a_new_picture(before, after, at_it[0], house, lang)
    if house is None and _has_no_door(base, prompt):
        told = _PUT_UP.sub("挂", after) if lang == "zh" else after
        return f"{before if lang == 'zh' else _HANGS.sub('hang', before, count=1)}{told}".strip()
    if house is None:
        return prompt
    if lang == "en":
        return f"{before}on the {house}{after}"
    told = _PUT_UP.sub("加", after)
    return f"{before.removesuffix(house).removesuffix(house + '的')}{house}上{told}"


def at_no_door(prompt: str, base: Scene) -> bool:
    """Whether something is to hang at the door of a room that shows none, so that it hangs from the ceiling."""
    return told_at_the_door(prompt, base) != prompt and _has_no_door(base, prompt)


def _has_no_door(base: Scene, prompt: str) -> bool:
    """Whether what hangs beside doors is to come into a room where there is no door, nor a house."""
    lang = "zh" if _ZH.search(prompt) else "en"
    beside = any(hangs_beside(mention.kind or "") for mention in parse(prompt).mentions)
    return base.env.place in INDOORS and beside and _house_in(("", ""), base, lang) is None


def _in_a_new_picture(before: str, after: str, at_it: str, house: str | None, lang: str) -> str:
    """The wish with a house and what hangs, which is hung on it when all are there."""
    if lang == "zh":
        told = "挂" + _PUT_UP.sub("", after)
        return f"{before}{'，' if house else '一座房子，'}{told}"
    of = re.match(r" of (?=(?:an?|the|my|our|his|her|their|its) )", after)
    if of is not None:
        return f"{before}hanging, {after[of.end() :]}"
    if house is None and at_it.lower().endswith("door"):
        return f"{before}{at_it}{after}"
    return f"{before}hanging{after}" if house else f"{before}hanging, a house{after}"


def _house_in(rest: tuple[str, str], base: Scene | None, lang: str) -> str | None:
    """What is called that has a door to hang things at, in the picture or in the wish."""
    if base is None:
        told = [mention for words in rest for mention in parse(words).mentions]
        called = [one.label for one in told if has_hooks(_of_kind(one.kind)) and not hangs_so(one.kind or "")]
        return called[0].removeprefix("the ") if called else None
    shown = [one for one in base.objects if has_hooks(one) and one.kind not in ("fireplace", "bay-window")]
    doors = [one for one in shown if one.kind == "door"]
    found = doors or shown
    return names("zh" if lang == "zh" else "en", found[0].kind) if found else None


def _of_kind(kind: str | None) -> Thing:
    name = kind or "signpost"
    return Thing(id="o0", kind=name, label=name, lang="en", rung=kinds()[name].rung)


def _decorated(prompt: str) -> str:
    """ "Decorate the house with lanterns": lanterns on the house."""
    match = _DECORATED.search(prompt) or _DECORATED_ZH.search(prompt)
    if match is None:
        return prompt
    said = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    if not any(hangs_so(mention.kind or "") for mention in parse(said["y"]).mentions):
        return prompt
    add = f"add {said['y']} on {said['x']}" if match[0].isascii() else f"{said['x']}上加{said['y']}"
    return prompt[: match.start()] + add + prompt[match.end() :]
