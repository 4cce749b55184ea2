"""Going inside: "put them in a church" and 让他们在博物馆里 change where a picture plays, while a church that stands in the
picture stays the house that it is, and "the church" of who is inside of it is where they are.
"""

from __future__ import annotations

import re

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.premises import inside_of, is_inside, within
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.retelling.whom import WHO, one_called
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.wording import Pattern

_GO_IN = Pattern(
    r"(?:(?:now|please|and|then),? )*(?:put|move|place|set|bring|take|send|have|let|show|imagine) "
    r"(?:them|him|her|it|us|all|everyone|everybody|(?:all|both) of them|the (?:scene|picture|people|two|couple|family|whole (?:scene|thing))|(?:the )?[a-z]+(?: and (?:the )?[a-z]+)?)"
    r"(?: (?:be|to be|all|both|standing|sitting))* (?:in|inside|inside of|into|within|on|aboard|to) (?:an?|the|their|his|her) (?P<where>[a-z'’ -]+?)(?: instead| please| now)*[.!]*"
    r"|(?:make|change|switch|turn|set) (?:the (?:scene|setting|place|location|background|backdrop))(?: so that)?(?: is| be| to be)? (?:(?:in|inside|inside of|into|to|to be|to the inside of|to the interior of) )?(?:an?|the) (?P<also>[a-z'’ -]+?)(?: instead| please| now)*[.!]*"
    r"|(?:(?:now|please|and|then|maybe|they're|they are|make it),? )*(?:in|inside|inside of|at) (?:an?|the) (?P<bare>[a-z'’ -]+?)(?: instead| please| now)*[.!]*"
)
_GO_IN_ZH = Pattern(
    r"(?!.{0,2}(?:背景|场景|地点|画面)|[^，。]{0,8}(?:换|改|变)成(?!在)[^里内中]*$)(?:请|再|现在|然后|那)*(?:(?:把|让|将|叫|使)?(?:他们?|她们?|它们?|大家|[\u4e00-\u9fff和跟与]{1,8}?))??(?:都|也|全)?(?:换|改|变|放|移|搬|带|站|坐|走|跑|去|来|待|置身)?(?:成|到|进|在|为|进了?)+(?:了)?(?:一?[个座间家]|这[个座间家])?(?P<where>[\u4e00-\u9fff]{2,7}?)(?:里面?|内|中|上)?(?:去|来|吧|了)*[。！!]*",
    re.NOFLAG,
)
_BACKGROUND_ZH = Pattern(
    r"(?:换|改|变)成(?:一?[个座间家])?(?P<where>[\u4e00-\u9fff]{2,6}?)的?背景", re.NOFLAG
)
_THERE = Pattern(r"\s*\b(?:to|in|into|inside|around|throughout|of|for) (?:the|this|our) $")


def gone_inside(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with who is to be inside of a house told as the place where it plays."""
    said = prompt.strip()
    if (match := _BACKGROUND_ZH.fullmatch(said)) is not None and within(tokenise(match["where"])[-1]):
        return f"背景换成{match['where']}"
    match = _GO_IN.fullmatch(said) or _GO_IN_ZH.fullmatch(said)
    if match is None:
        return prompt
    where = next(value for value in match.groupdict().values() if value)
    tokens = tokenise(where)
    known = next((one for one in reversed(tokens) if within(one) is not None), None)
    if (
        known is None
        or known.end != len(where)
        or any(one.kind == known.get("kinds") for one in base.objects)
    ):
        return prompt
    place = within(known) or ""
    name = known.text if place in shops() else names(known.lang, place, table="places")
    return f"换成在{name}里" if known.lang == "zh" else f"change the background to a {name}"


_OUT = r"(?:outside|outdoors?|out of doors|(?:out )?(?:in|into) the open(?: air)?|out(?:side)? in the (?:fresh air|sun|sunshine))"
_IN = r"(?:inside|indoors?|in doors)"
_HOW = rf"(?:(?P<out>{_OUT})|(?P<into>{_IN}))(?: instead| please| now| again)*[.!]*"
_FIRST = r"(?:(?:now|please|and|then|ok|let's|let us),? )*"
_WHO_GOES = rf"(?P<who>us|we|everyone|everybody|everything|all|(?:all|both) of them|the (?:whole )?(?:scene|picture|setting|thing)|{WHO}(?: and (?:the )?[a-z]+)?)"
_DOORS = tuple(
    Pattern(source)
    for source in (
        rf"{_FIRST}(?:put|move|place|set|bring|take|send|have|let|show|make|get) {_WHO_GOES} (?:(?:be|to be|go|all|both|come|back) )*{_HOW}",
        rf"{_FIRST}(?:go |make it |move |set it |change (?:it|the scene|the setting|the background) (?:to )?)?{_HOW}",
        rf"{_FIRST}{_WHO_GOES}(?:'s|'re)?(?: (?:is|are|be|should|goes|go|comes?|steps?|runs?|walks?|all|both|out|back))* (?:(?P<does>(?:[a-z]+ing|(?:read|play|eat|dance|sit|stand|sleep|work|cook|wait|sing|draw|paint)s?)(?: [a-z]+){{0,3}}?) )?{_HOW}",
    )
)
_DOORS_ZH = Pattern(
    r"(?:请|那|就)*(?:让|把|带|叫|将)?(?P<who>[他她它]们?|大家|所有人|人们|场景|画面|背景)?(?:都|全|一起)*(?:改|换|移|放|搬|带|走|跑|去|来|挪|设)?(?:到|在|去|成|为)+(?:了)?(?:(?P<out>户外|室外|外面)|(?P<into>室内|屋里面?|屋内|家里))(?:去|来|吧|玩|了)*",
    re.NOFLAG,
)
_HOMES = frozenset({"room", "kitchen", "bedroom", "bathroom", "garage", "barn", "corridor", "greenhouse"})
_ALL_OF_IT = frozenset({"us", "we", "everyone", "everybody", "everything", "all", "all of them", "both of them", "both", "they", "them", "the scene", "the picture", "the setting", "the whole scene", "the whole thing", "the thing", "the whole picture", ""})  # fmt: skip


def gone_outdoors(prompt: str, base: Scene) -> str:
    """The wish with all who are there told to be outside, or inside, told as another place; one of several is seen outside
    the window then.

    Raises:
        NotDrawable: they are there already.
    """
    said = prompt.strip(" .。!！")
    zh = _DOORS_ZH.fullmatch(said)
    match = zh or next((found for form in _DOORS if (found := form.fullmatch(said)) is not None), None)
    if match is None or base.env.place in _NOWHERE:
        return prompt
    who = "" if zh else (match.groupdict().get("who") or "")
    language: Language = "zh" if zh else "en"
    out, indoors = match["out"] is not None, base.env.place in INDOORS
    living = [one.id for one in base.objects if kinds()[one.kind].alive]
    some = _those(who, base)
    if some is None or (not out and any(inside_of(one.kind) or one.kind in _ROOMY for one in base.objects)):
        return prompt
    does = match.groupdict().get("does")
    if out != indoors:
        if does or (some and len(some) < len(living)):
            return prompt
        raise NotDrawable(notes.already_so(language))
    if some and len(some) < len(living):
        names_ = " and ".join(called_apart(base, key, chinese=False) for key in some)
        return f"move {names_} outside the window" if out and not does else prompt
    place = "garden" if base.env.place in _HOMES else "park"
    where = names(language, place if out else "room", table="places")
    if zh:
        return f"背景换成{where}"
    told = f"change the background to a {where}"
    if not does:
        return told
    doing = does.split()[0].endswith("ing")
    return f"{told}, {_SUBJECT.get(who.lower(), f'make {who}') if doing else who} {does}"


_SUBJECT = {
    "they": "make them",
    "he": "make him",
    "she": "make her",
    "we": "make them",
    "everyone": "make everyone",
}
_NOWHERE = frozenset({"studio", "page", "card", "badge", "rays", "tile", "tabletop", "stage"})
"""Grounds that are neither inside nor outside."""
_ROOMY = frozenset(
    {"house", "tent", "cabin", "hut", "igloo", "castle", "box", "car", "dog-house", "cardboard-box"}
)
"""What somebody may go into where no room is meant."""


def _those(who: str, base: Scene) -> list[str] | None:
    """Who is meant, by id; nobody in particular for all of the picture, None for who is not there."""
    if who.lower() in _ALL_OF_IT:
        return []
    if who.lower() == "it" and not any(is_animal(one.kind) for one in base.objects):
        return []
    one = one_called(who, base)
    found = [one] if one is not None else [each for each in named_in(who, base) if kinds()[each.kind].alive]
    return [each.id for each in found] or None


def told_of_the_house(prompt: str, base: Scene) -> str:
    """The wish with a house that stands in the picture told as that house, and one that it plays in left out."""
    if prompt.isascii() and " the " not in prompt:
        return prompt
    standing = {one.kind for one in base.objects}
    for token in reversed(tokenise(prompt)):
        if within(token) is None:
            continue
        before, after = prompt[: token.start], prompt[token.end :]
        if token.get("kinds") in standing and is_inside(token, prompt):
            prompt = f"{before}{token.text}{' building' if token.lang == 'en' else '建筑'}{after}"
        elif within(token) == base.env.place and (there := _THERE.search(before)) is not None:
            prompt = f"{before[: there.start()]}{after}"
    return prompt
