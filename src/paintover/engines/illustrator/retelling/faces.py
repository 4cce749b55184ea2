"""What people say of somebody's face and age in a picture that they see: "cheer her up", "take them off", 变老一点, 刮胡子.

Each such clause is told in the words that the grammar reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.lexicon import names, vocabulary
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.clothes import told_of_clothes
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.hairdos import told_of_hair
from paintover.engines.illustrator.retelling.meant import WOMEN, with_somebody_meant
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.pronouns import somebody_told
from paintover.engines.illustrator.retelling.talk import clause_by_clause, somebody_meant
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.moods import CALM
from paintover.engines.illustrator.sprites.stock import takes_mood
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([，,。；;！!？?.\n]+|\s+and (?:then )?(?=(?:make|give|put|let|add|remove|change)\b))"
)
_QUOTED = re.compile(r"[“”\"「」『』]")
_AROUND = re.compile(
    r"^(?:(?:please|can you|could you|now|ok|so|then|and|but|just)[\s,]+)+|^(?:请|帮我|再|就)+"
    r"|(?:[\s,]+(?:please|now|too|again|then))+$|(?:吧|呗|了|好吗|一下)+$",
    re.IGNORECASE,
)
_WHO = r"(?P<who>him|her|the [a-z ]{2,24}?|my [a-z ]{2,20}?)"
_WHO_ZH = r"(?:给|帮|把|让|将|使|叫)?(?P<who>[^，。变更]{0,10}?)"
_OLDER = {
    "man": "old-man",
    "woman": "old-woman",
    "boy": "man",
    "girl": "woman",
    "person": "old-man",
    "child": "man",
}
_YOUNGER = {"old-man": "man", "old-woman": "woman", "man": "boy", "woman": "girl", "person": "child"}
_AGED = {"old-man": "老爷爷", "old-woman": "老奶奶"}
_CUTER = Pattern(
    r"\b(?:a (?:bit|little|lot) )?(?:cuter|more (?:cute|adorable|lovable))\b|(?P<zh>可爱|萌)(?=一?[点些](?:儿|吧|$|[，。！])|起来)"
)
"""What is cuter smiles."""
_GROWN = frozenset({"beard", "moustache", "long-beard"})
"""What grows in a face."""
_SHORT = 8
"""A clause of no more characters may be a face alone."""


def told_of_looks(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with what it says of hair, clothes and faces told plainly."""
    return told_of_faces(told_of_clothes(told_of_hair(prompt, base), base), base)


def told_of_faces(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with what it says of faces told plainly; all else as it was."""
    if _QUOTED.search(prompt) or not any(kinds()[one.kind].alive for one in base.objects):
        return prompt
    if _CUTER.search(prompt) and any(
        kinds()[one.kind].alive for one in named_in(_CUTER.sub("", prompt), base)
    ):
        prompt = _CUTER.sub(lambda match: "开心" if match["zh"] else "happier", prompt)
    if not any(is_somebody(one.kind) for one in base.objects):
        return prompt
    return clause_by_clause(prompt, _CLAUSES, base, _told)


def _told(clause: str, base: Scene) -> str:
    bare = _AROUND.sub("", clause.strip())
    lead = clause[: len(clause) - len(clause.lstrip())]
    if (said := told_by_form(bare, base, _TURNS)) is not None:
        return f"{lead}{said}"
    if 0 < len(bare) <= _SHORT and (said := _bare_mood(bare, base)) is not None:
        return f"{lead}{said}"
    return clause


def _bare_mood(words: str, base: Scene) -> str | None:
    """眨眼, of whoever is there, and no such emoji."""
    zh = not words.isascii()
    mood = vocabulary("zh" if zh else "en").words.get(words.lower(), {}).get("moods")
    about = base.thing(base.focus or "")
    shows = (
        about is not None
        and kinds()[about.kind].alive
        and takes_mood(msgspec.structs.replace(about, mood=mood))
    )
    one = about if shows else somebody_told("", base)
    if one is None or mood in (None, CALM):
        return None
    name = called_apart(base, one.id, chinese=zh)
    return f"让{name}{words}" if zh else f"make {name} {words}"


def _aged(match: re.Match[str], base: Scene) -> str | None:
    """让他年轻一点: somebody of that age comes in his stead."""
    one = somebody_meant(match["who"], with_somebody_meant(match[0], base))
    ages = _OLDER if "老" in match["age"] else _YOUNGER
    kind = None if one is None else ages.get(one.kind)
    if one is not None and kind is None and ages is _OLDER and one.kind not in _AGED:
        name = called_apart(base, one.id, chinese=True)
        return f"把{name}的头发改成白色" + (f"，给{name}加白胡子" if _has_a_beard_to_grow(one) else "")
    if one is None or kind is None:
        return None
    return f"把{called_apart(base, one.id, chinese=True)}换成{_AGED.get(kind) or names('zh', kind)}"


def _white_haired(match: re.Match[str], base: Scene) -> str | None:
    """ "Make the king old", of whom no drawing is older: white hair, and a man's white beard."""
    one = somebody_meant(match["who"], base)
    if one is None or one.kind in _OLDER or one.kind in _AGED:
        return None
    name = called_apart(base, one.id, chinese=False)
    return f"make {name}'s hair white" + (f", give {name} a white beard" if _has_a_beard_to_grow(one) else "")


def _has_a_beard_to_grow(one: Thing) -> bool:
    """Whether it is no woman, and not drawn with a beard."""
    return WOMEN.search(one.kind) is None and one.kind.removeprefix("bare-") not in _BEARDED


def _grows(match: re.Match[str], base: Scene) -> str | None:
    """给他留胡子."""
    one = somebody_meant(match["who"], base)
    return None if one is None else f"给{called_apart(base, one.id, chinese=True)}加{match['how'] or ''}胡子"


def _shaves(match: re.Match[str], base: Scene) -> str | None:
    """把胡子剃了, of what grows in a face there."""
    one = somebody_meant(match["who"], base)
    grown = [
        two
        for two in base.objects
        if two.kind in _GROWN and two.rel is not None and (one is None or two.rel.to == one.id)
    ]
    return f"去掉{called_apart(base, grown[-1].id, chinese=True) if grown else '胡子'}"


def _longer(match: re.Match[str], base: Scene) -> str | None:
    """ "Make his beard longer", 胡子短一点: larger, or smaller.

    Raises:
        NotDrawable: nobody has a beard, or theirs is part of the drawing.
    """
    grown, zh = [one for one in base.objects if one.kind in _GROWN], not match[0].isascii()
    larger = match["how"].lower() in ("longer", "fuller", "thicker", "lengthen", *"长浓密厚多")
    if grown:
        name = called_apart(base, grown[-1].id, chinese=zh)
        return (
            f"{name}{'大' if larger else '小'}一点"
            if zh
            else f"make {name} {'bigger' if larger else 'smaller'}"
        )
    drawn = any(one.kind.removeprefix("bare-") in _BEARDED for one in base.objects)
    word, language = ("胡子", "zh") if zh else ("moustache" if "stache" in match[0] else "beard", "en")
    told = notes.part_of_a_drawing if drawn else notes.not_in_picture
    raise NotDrawable(told(word, "zh" if language == "zh" else "en"))


_BEARDED = frozenset({"fisher", "captain", "hunter", "pirate", "emperor", "fortune-god", "viking", "shepherd", "blacksmith", "taoist", "santa-claus", "wizard", "gnome", "man-beard"})  # fmt: skip
"""Who is drawn with a beard."""


def _happy(match: re.Match[str], base: Scene) -> str | None:
    one = somebody_meant(match["who"] or match["also"], base)
    return None if one is None else f"make {called_apart(base, one.id, chinese=False)} happy"


def _calm(match: re.Match[str], base: Scene) -> str | None:
    """ "No more crying", of who does."""
    moody = [one for one in base.objects if one.mood is not None and kinds()[one.kind].alive]
    names_ = [called_apart(base, one.id, chinese=False) for one in moody]
    return f"make {' and '.join(names_)} calm" if names_ else None


def _both(match: re.Match[str], base: Scene) -> str | None:
    """ "Make both of them smile": the two people, and not their dog."""
    people = [one for one in base.objects if is_somebody(one.kind)]
    living = [one for one in base.objects if kinds()[one.kind].alive]
    if len(people) != 2 or len(living) == 2:
        return None
    return ", ".join(f"make {called_apart(base, one.id, chinese=False)} {match['does']}" for one in people)


def _made_up(match: re.Match[str], base: Scene) -> str | None:
    """ "Put red lipstick on her", 涂口红: her lips are painted."""
    zh = not match[0].isascii()
    one = somebody_meant(match["who"] or match.groupdict().get("also") or "", base)
    if one is None:
        return None
    name = called_apart(base, one.id, chinese=zh)
    how = (match["how"] or match.groupdict().get("tint") or "").strip()
    worn = names("zh" if zh else "en", "painted-lips")
    return f"给{name}戴上{how}{worn}" if zh else f"give {name} {how or 'red'} {worn}"


_FEW = {"两": 2, "俩": 2, "二": 2, "三": 3, "四": 4}


def _some_of_them(match: re.Match[str], base: Scene) -> str | None:
    """两个都要笑, of three: two of them."""
    people = [one for one in base.objects if is_somebody(one.kind)]
    labels = {one.label for one in people}
    if len(labels) != 1 or len(people) <= _FEW[match["n"]] or not tokenise(match["does"])[0].get("moods"):
        return None
    number = "两" if match["n"] in "俩二" else match["n"]
    return f"左边{number}个{labels.pop()}都{match['does']}"


def _last_worn(base: Scene) -> Thing | None:
    """What somebody put on last, where the talk is about that or about them."""
    focus = base.thing(base.focus) if base.focus is not None else None
    worn = [one for one in base.objects if one.rel is not None and one.rel.type == "wear"]
    if focus is not None and focus in worn:
        return focus
    return worn[-1] if worn and (focus is None or is_somebody(focus.kind)) else None


def _off(match: re.Match[str], base: Scene) -> str | None:
    """ "Take them off": the glasses, and not him."""
    worn = _last_worn(base)
    return None if worn is None else f"remove {called_apart(base, worn.id, chinese=False)}"


def _other_one(match: re.Match[str], base: Scene) -> str | None:
    """ "Swap them for glasses": the sunglasses that were spoken of."""
    worn = _last_worn(base)
    if worn is None:
        return None
    return f"replace {called_apart(base, worn.id, chinese=False)} with {match['new']}"


_TURNS: Sequence[tuple[Pattern, Callable[[re.Match[str], Scene], str | None]]] = (
    (Pattern(rf"{_WHO_ZH}(?:变得?|变成|画得?|弄得?|长得?|看起来|显得)?(?:更|再|要)*(?P<age>老|年老|衰老|苍老|年轻|年幼)(?:一?[点些]儿?|几岁|[十二三]+岁)?"), _aged),
    (Pattern(rf"(?:make|turn|draw|let) {_WHO} (?:to )?(?:look |be |get |grow |become )?(?:much |very |a (?:bit|little) )?(?:old|older|elderly|aged)"), _white_haired),
    (Pattern(rf"{_WHO_ZH}(?:留|长|蓄)(?:着|了|起|出|上|个|点|一脸|一把)*(?P<how>大|长|白)?(?:胡子|胡须)"), _grows),
    (Pattern(rf"{_WHO_ZH}的?(?:胡子|胡须)(?:都|给)*(?:剃|刮|剪|去|拿)(?:掉|了|光|干净|去)*"), _shaves),
    (Pattern(r"(?:剃|刮|剪)(?:掉|了|光)?(?P<who>[^，。]{0,8}?)的?(?:胡子|胡须)"), _shaves),
    (Pattern(r"(?:make|grow) (?:his|the|the [a-z ]{2,20}?(?:'s|’s)) (?:beard|mou?stache) (?:a (?:bit|little) |much )?(?P<how>longer|shorter|fuller|thicker|thinner|smaller)"), _longer),
    (Pattern(r"(?:a )?(?P<how>longer|shorter|fuller|thicker|thinner) (?:beard|mou?stache)"), _longer),
    (Pattern(rf"{_WHO_ZH}的?(?:胡子|胡须)(?:再|更|稍微|要|得|剪|留|弄|修|画|变|可以|少)*(?P<how>[长短浓密厚多少稀])(?:一?[点些]儿?|一下)"), _longer),
    (Pattern(rf"{_WHO_ZH}的?(?:胡子|胡须)(?:剪|修|刮|留|蓄|变)(?:得|成)?(?P<how>[长短])(?:了)?"), _longer),
    (Pattern(r"(?P<how>trim|shorten|lengthen) (?:his|the|the [a-z ]{2,20}?(?:'s|’s)) (?:beard|mou?stache)"), _longer),
    (Pattern(rf"cheer {_WHO} up|cheer up (?P<also>him|her|the [a-z ]{{2,24}})"), _happy),
    (Pattern(r"(?:no more|stop(?: the)?|quit) (?:smiling|crying|laughing|frowning|yawning|winking|tears|smiles?)"), _calm),
    (Pattern(r"(?:make|let|have) (?:both(?: of them| people)?|the two(?: of them)?) (?P<does>[a-z]+(?: [a-z]+)?)"), _both),
    (Pattern(r"(?:让|叫)?(?P<n>[两俩二三四])(?:个)?(?:人)?都(?:要|在|得)?(?P<does>[\u4e00-\u9fff]{1,5})"), _some_of_them),
    (Pattern(rf"(?:put|add|apply) (?:some |a )?(?:(?:bright|dark) )?(?P<how>[a-z]+ )?lipstick (?:on|to) {_WHO}|(?:give|make) (?P<also>him|her|the [a-z ]{{2,24}}?)(?:'s|’s)? (?:lips )?(?:some )?(?P<tint>red|pink|purple|orange)(?: lipstick| lips)?"), lambda match, base: _made_up(match, base) if "lip" in match[0] else None),
    (Pattern(rf"{_WHO_ZH}(?:涂|抹|擦|画)(?:上|点|个|一点|了)*(?P<how>[\u4e00-\u9fff]{{0,3}}?的?)(?:口红|唇膏)"), _made_up),
    (Pattern(r"take (?:them|it) off(?: (?:him|her))?|take off (?:them|it)"), _off),
    (Pattern(r"(?:swap|exchange|replace|switch|change) them (?:for|with|to) (?P<new>[a-z][a-z ]{2,30})"), _other_one),
)  # fmt: skip
"""Whole clauses, and what each is told as; None passes to the next."""
