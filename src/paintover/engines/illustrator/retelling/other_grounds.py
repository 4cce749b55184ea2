"""Another background: "change the background to the moon", 背景换成火车站. What is a thing elsewhere is a place there.

A word that names no place never comes instead of whoever is in the picture: a building comes far behind them, and of anything
else the answer says that it is no background.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH, PAPERS
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.premises import within
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.wording import Pattern

_ENDS = r"(?: (?:instead|please|now))*[.! ]*"
_GROUND = Pattern(
    r"(?:(?:please|now|and|then|also),? )*(?P<verb>change|switch|set|make|turn|replace|move|swap) (?:the |its |their )?(?:background|backdrop|scene|setting|place|location|scenery)"
    rf"(?: (?:to|into|with|for|be|to be|so that it is))* (?:in |at |on |inside |inside of )?(?P<a>(?:an?|the) )?(?P<what>[a-z' -]{{3,40}}?){_ENDS}"
)
_THERE = Pattern(
    r"(?P<lead>(?:(?:please|now|and|then|also),? )*(?:put|move|place|set|bring|take|send|have|let|show) (?:them|him|her|it|everyone|everybody|both of them|all of them|the (?:scene|people|two|couple|family)|(?:the )?[a-z]+(?: and (?:the )?[a-z]+)?)(?: be)?) "
    rf"(?:in|at|on|inside|aboard|to) (?:(?:an?|the) )?(?P<what>[a-z' -]{{3,40}}?){_ENDS}"
)
_GROUND_ZH = re.compile(
    r"(?:请|再|现在|那|把|将)*(?:背景|场景|地点|画面背景)(?:再|都)?(?:换|改|变|设|放|搬|移)?(?:成|为|到|在|去)+(?:一?[个座片间所艘])?(?P<what>[^，。的]{1,8}?)(?:[上里中内]面?|那里)?(?:去|吧|了)*[。！!]*"
)
_NO_HORIZON = INDOORS | OFF_EARTH | set(PAPERS) | {"studio", "underwater", "sea", "sky", "cave", "tabletop"}
_COUNTRIES = frozenset(
    {"china", "japan", "france", "italy", "germany", "spain", "india", "america", "africa", "turkey"}
)
"""Lands, of which two are things as well: china is porcelain."""
_BEFORE = re.compile(r"^(?:the )?front of (?:an? |the )?")
_TALL_M = 2.0
"""What is no lower may stand far behind as a background."""


def told_of_the_ground(prompt: str, base: Scene) -> str:
    """The wish with the place for what the background is to be.

    Raises:
        NotDrawable: it can be no background.
    """
    said = prompt.strip()
    if not said.isascii():
        match = _GROUND_ZH.fullmatch(said)
        place = None if match is None else _places("zh").get(match["what"])
        return prompt if place is None else f"背景换成{names('zh', place, table='places')}"
    if (there := _THERE.fullmatch(said)) is not None:
        what = there["what"].lower()
        if (place := _places("there").get(what)) is not None:
            return f"change the background to the {names('en', place, table='places')}"
        if what in word_table("relatives")["en"]["city"]:
            return f"change the background to {there['what']}"
        if what in _COUNTRIES:
            raise NotDrawable(notes.no_background(there["what"], "en"))
    match = _GROUND.fullmatch(said)
    if match is None or (match["verb"].lower() in ("make", "turn", "set") and match["a"] is None):
        return prompt  # "make the background blurry"
    return _in_english(prompt, match["what"].lower(), base)


@cache
def _places(of: str) -> Mapping[str, str]:
    """By what it is called as a background, the place."""
    return {word: place for place, words in word_table("premises")["grounds"][of].items() for word in words}


def _in_english(prompt: str, what: str, base: Scene) -> str:
    what = _BEFORE.sub("", what)
    if (place := _places("en").get(what)) is not None:
        return f"change the background to the {names('en', place, table='places')}"
    said = parse(what)
    told = (said.place, said.time, said.weather, said.season, said.festival, said.style)
    tokens = tokenise(what)
    looks = any(token.get(role) for token in tokens for role in ("colours", "patterns", "materials", "sizes"))
    if any(told) or looks or not tokens or any(within(token) is not None for token in tokens):
        return prompt
    found = [one.kind for one in said.mentions if one.kind is not None]
    if any(kind in shops() for kind in found) or any(token.get("places") for token in tokens):
        return prompt
    tall = bool(found) and not kinds()[found[-1]].alive and kinds()[found[-1]].height_m >= _TALL_M
    if tall and kinds()[found[-1]].habitat == "ground":
        outdoors = base.env.place not in _NO_HORIZON
        return f"{'' if outdoors else 'change the background to the park, '}add a {what} in the distance"
    if found or any(token.unknown for token in tokens):
        raise NotDrawable(notes.no_background(what, "en"))
    return prompt
