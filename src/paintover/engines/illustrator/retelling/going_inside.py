"""Going inside: "put them in a church" and 让他们在博物馆里 change where a picture plays, while a church that stands in the
picture stays the house that it is, and "the church" of who is inside of it is where they are.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.premises import is_inside, within
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.wording import Pattern

_GO_IN = Pattern(
    r"(?:(?:now|please|and|then),? )*(?:put|move|place|set|bring|take|send|have|let|show|imagine) "
    r"(?:them|him|her|it|us|all|everyone|everybody|(?:all|both) of them|the (?:scene|picture|people|two|couple|family|whole (?:scene|thing))|(?:the )?[a-z]+(?: and (?:the )?[a-z]+)?)"
    r"(?: (?:be|to be|all|both|standing|sitting))* (?:in|inside|inside of|into|within|on|aboard|to) (?:an?|the|their|his|her) (?P<where>[a-z'’ -]+?)(?: instead| please| now)*[.!]*"
    r"|(?:make|change|switch|turn|set) (?:the (?:scene|setting|place|location|background|backdrop))(?: so that)?(?: is| be| to be)? (?:(?:in|inside|inside of|into|to|to be|to the inside of|to the interior of) )?(?:an?|the) (?P<also>[a-z'’ -]+?)(?: instead| please| now)*[.!]*"
)
_GO_IN_ZH = Pattern(
    r"(?!.{0,2}(?:背景|场景|地点|画面)|(?:换|改|变)成(?!在)[^里内中]*$)(?:请|再|现在|然后|那)*(?:(?:把|让|将|叫|使)?(?:他们?|她们?|它们?|大家|[\u4e00-\u9fff和跟与]{1,8}?))??(?:都|也|全)?(?:换|改|变|放|移|搬|带|站|坐|走|跑|去|来|待|置身)?(?:成|到|进|在|为|进了?)+(?:了)?(?:一?[个座间家]|这[个座间家])?(?P<where>[\u4e00-\u9fff]{2,7}?)(?:里面?|内|中|上)?(?:去|来|吧|了)*[。！!]*",
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
    where = match["where"] or match["also"] if "also" in match.re.groupindex else match["where"]
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
