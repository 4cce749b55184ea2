"""Colours that are told by what has them: 青花瓷那种蓝色 is blue, and "red like a tomato" asks for no tomato."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.wording import Pattern

_NOUN = r"(?:an? |the |his |her |its |my |fresh |ripe |clear |deep )*(?P<what>[a-z]+(?: [a-z]+)?)(?=$|[,.!;]| and\b| please\b)"
_LIKE = Pattern(rf"\b(?P<colour>[a-z]+),? (?:just )?like {_NOUN}")
_AS = Pattern(rf"\bas (?P<colour>[a-z]+) as {_NOUN}")
_SAME = Pattern(rf"\b(?:(?:in|of) )?the same (?:shade of )?(?P<colour>[a-z]+) as {_NOUN}")
_ZH = Pattern(
    r"(?:像|如同?|跟|和|与|同|是)?(?P<what>[\u4e00-\u9fff]{1,5}?)(?:的?那种|那样的?|一样的?|似的|一般的?)(?P<colour>[\u4e00-\u9fff]{1,3})",
    re.NOFLAG,
)
_VERBS = re.compile(r"^.*(?:改成|换成|变成|涂成|染成|画成|做成|弄成|像|要|是|成|用)")
_MAY = re.compile(r"\blike\b|\bas\b|那种|那样|一样|似的|一般")


def likened(text: str) -> str:
    """The wish with such colours alone; what a thing is made of stays, as it has a look of its own."""
    if not _MAY.search(text):
        return text
    for told in (_LIKE, _AS, _SAME):
        text = told.sub(lambda match: match["colour"] if _is_colour(match) else match[0], text)
    return _ZH.sub(_in_chinese, text)


def _is_colour(match: re.Match[str]) -> bool:
    """Whether a colour is likened to a thing that is no material."""
    what = tokenise(match["what"])
    return any(one.get("colours") for one in tokenise(match["colour"])) and not any(
        one.get("patterns") for one in what
    )


def _in_chinese(match: re.Match[str]) -> str:
    said = tokenise(match["colour"])
    if not said or said[0].get("colours") is None:
        return match[0]
    verb = _VERBS.match(match["what"])
    what = match["what"][verb.end() :] if verb else match["what"]
    if any(one.get("patterns") for one in tokenise(what)):
        return match[0]
    return (verb[0].removesuffix("像") if verb else "") + match["colour"]
