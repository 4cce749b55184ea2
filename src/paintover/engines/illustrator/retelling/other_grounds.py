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
_IT = Pattern(
    rf"(?:(?:please|now|and|then|also|ok),? )*(?:make|turn|change|switch) (?:it|this|that)(?: (?:into|to|be))? (?P<a>an? )(?P<what>[a-z' -]{{3,30}}?){_ENDS}"
)
_GROUND_ZH = re.compile(
    r"(?:请|再|现在|那|把|将)*(?:背景|场景|地点|画面背景)(?:再|都)?(?:换|改|变|设|放|搬|移)?(?:成|为|到|在|去)+(?:一?[个座片间所艘])?(?P<what>[^，。的]{1,8}?)(?:[上里中内]面?|那里)?(?:去|(?<!酒)吧|了)*[。！!]*"
)
_IT_ZH = re.compile(
    r"(?:请|再|现在|那|然后)*(?:把(?:它|这里|画面|图))?(?:改|换|变|搬|移)(?P<into>成|为|到|去)+(?:一?[个座片间所艘家])?(?P<what>[^，。的“]{1,6}?)(?:[上里中内]面?|那里)?(?:去|(?<!酒)吧|了)*[。！!]*"
)
_THERE_ZH = re.compile(
    r"(?:请|再|现在|那|然后)*(?:把|让|将)(?:他们|她们|它们|他|她|它|大家|所有人|这[一两]?[个家]?人?)(?:都|全)?(?:放|移|搬|挪|带|送|换|弄|去|到|站)+(?:到|在|去|进)*(?:一?[个座片间所艘家])?(?P<what>[^，。的“]{1,6}?)(?:[上里中内]面?|那里)?(?:去|(?<!酒)吧|了)*[。！!]*"
)
_NO_HORIZON = INDOORS | OFF_EARTH | set(PAPERS) | {"studio", "underwater", "sea", "sky", "cave", "tabletop"}
_ABOARD = frozenset({"train-carriage", "bus-cabin", "metro-carriage", "plane-cabin"})
_COUNTRIES = frozenset(
    {"china", "japan", "france", "italy", "germany", "spain", "india", "america", "africa", "turkey"}
)
"""Lands, of which two are things as well: china is porcelain."""
_BEFORE = re.compile(r"^(?:the )?front of (?:an? |the )?")
_TALL_M = 2.0
"""What is no lower may stand far behind as a background."""


_EXCHANGED = Pattern(
    r"(?:(?:please|now|and) )*(?:swap|switch|exchange|trade) (?:the |their |both )*(?:backgrounds?|scener(?:y|ies)|settings?)(?: around)?[.!]*"
    r"|(?:请|再|把|将)*(?:两个?|它们的|他们的)?(?:背景|场景)(?:互换|对调|交换|调换|换过来)(?:一下|位置)*[。！]*"
)
"""Two backgrounds of a picture that has one."""


def told_of_the_ground(prompt: str, base: Scene) -> str:
    """The wish with the place for what the background is to be.

    Raises:
        NotDrawable: it can be no background.
    """
    said = prompt.strip()
    if _EXCHANGED.fullmatch(said) is not None:
        raise NotDrawable(notes.one_background("en" if said.isascii() else "zh"))
    if not said.isascii():
        if (plain := _in_chinese(said, base)) is not None:
            return plain
        match = _GROUND_ZH.fullmatch(said)
        place = None if match is None else _places("zh").get(match["what"])
        return prompt if place is None else f"背景换成{names('zh', place, table='places')}"
    if (there := _THERE.fullmatch(said)) is not None:
        what = there["what"].lower()
        if _is_there(what, base):
            return prompt
        if (place := _places("there").get(what)) is not None:
            return f"change the background to the {names('en', place, table='places')}"
        if what in word_table("relatives")["en"]["city"]:
            return f"change the background to {there['what']}"
        if what in _COUNTRIES:
            raise NotDrawable(notes.no_background(there["what"], "en"))
    if (it := _IT.fullmatch(said)) is not None and _means_the_place(it["what"].lower(), base):
        return _in_english(f"change the background to {it['a']}{it['what']}", it["what"].lower(), base)
    match = _GROUND.fullmatch(said)
    if match is None or (match["verb"].lower() in ("make", "turn", "set") and match["a"] is None):
        return prompt  # "make the background blurry"
    return _in_english(prompt, match["what"].lower(), base)


def _in_chinese(said: str, base: Scene) -> str | None:
    """换到机场, 把他们放到城堡里, and 改成医院 where what was spoken of last is nothing that is built."""
    it, there = _IT_ZH.fullmatch(said), _THERE_ZH.fullmatch(said)
    what = it["what"] if it is not None else there["what"] if there is not None else ""
    if not what or _is_there(what, base):
        return None
    meant = there is not None or (it is not None and it["into"] in "到去") or _means_the_place(what, base)
    place = _places("there_zh").get(what) or _places("zh").get(what)
    if not meant or place in _ABOARD:
        return None
    if place is not None:
        return f"背景换成{names('zh', place, table='places')}"
    if it is not None and it["into"] in "成为":
        return f"换到{what}" if _is_known_from_inside(what) else f"背景换成{what}"
    return f"背景换成{what}" if _is_a_landmark(what) else None


@cache
def _vehicles() -> frozenset[str]:
    """What carries people: a thing, unless somebody is said to be in it."""
    return frozenset(kind for some in word_table("premises")["vehicles"].values() for kind in some)


def _is_there(what: str, base: Scene) -> bool:
    """Whether such a thing stands in the picture, to which somebody can be moved, as nobody can to the moon of the sky."""
    named = {one.kind for one in parse(what).mentions if one.kind is not None} - {"moon"}
    return any(one.kind in named for one in base.objects)


def _means_the_place(what: str, base: Scene) -> bool:
    """Whether "make it a hospital" is about the picture: nothing that is built is there, which would become one."""
    built = any(kinds()[one.kind].height_m >= _TALL_M and _stands_built(one.kind) for one in base.objects)
    if built or _is_there(what, base) or not base.objects:
        return False
    named = [one.kind for one in parse(what).mentions if one.kind is not None]
    if len(named) != 1 or kinds()[named[0]].alive:
        return False
    house = _is_known_from_inside(what) or named[0] in shops()
    vehicle = named[0] in _vehicles() or kinds()[named[0]].habitat in ("water", "sky")
    ground = any(what in _places(of) for of in ("there", "zh", "there_zh"))
    return (not vehicle and (house or ground)) or _is_a_landmark(what)


_GROWN = ("tree", "bamboo", "willow", "beanstalk")
_LANDMARK_M = 7.0
"""What is no lower is nothing that a dog or a ball is turned into: 换成灯塔, 改成监狱."""


def _stands_built(kind: str) -> bool:
    ground = kinds()[kind].habitat == "ground" and not kind.endswith(_GROWN)
    return not kinds()[kind].alive and (ground or kind in shops())


def _is_a_landmark(what: str) -> bool:
    """Whether a word names one thing that is built so large that it is where somebody is, or an island."""
    named = [one.kind for one in parse(what).mentions if one.kind is not None]
    if len(named) != 1:
        return False
    tall = kinds()[named[0]].height_m >= _LANDMARK_M and _stands_built(named[0])
    return tall or named[0] == "desert-island"


def _is_known_from_inside(what: str) -> bool:
    """Whether a word names a house that is known from inside."""
    return any(within(token) is not None for token in tokenise(what))


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
