"""What nobody is drawn with on: a name tag, a shawl; and what no drawing is of, in a colour: 给他戴上红头带.

Each would be put on the head, laid over the face, or leave nothing but its colour for the clothes.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.talk import is_colour, living_in, mentions_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

_COLOUR = r"(?P<colour>(?:[深浅大粉]?[红橙黄绿青蓝紫粉白黑灰棕金银]|橘)色?的?)"
_CHINESE = Pattern(
    rf"(?:再|请)?(?:[给让帮][^，,。]{{1,6}}?|[^，,。]{{0,4}}?)(?:也|都|要)?(?P<verb>[戴穿系披别围]|加)(?:上|着|了|个)*(?:一?[个条件块张副顶只根]|一)?{_COLOUR}?(?P<what>[\u4e00-\u9fff]{{2,4}}?)(?:吧)?",
    re.NOFLAG,
)
_ENGLISH = Pattern(
    r"(?:please )?(?:(?:give|put) (?:(?:him|her|them|the [a-z]+) )?|(?:he|she|the [a-z]+|make (?:him|her) )\s?(?:wears?|wearing|should wear) )(?:an? |the )?(?:[a-z]+ )?(?P<what>name tag|name badge|id card|shawl|veil)(?: on(?:to)? (?:him|her|them|the [a-z]+))?(?: on)?"
)
_NOT_ON_ANYBODY = {"name-card": "", "cloth": "披肩 面纱 头纱 shawl veil"}
"""Kinds, and of which of their names it is so, where it is not of all."""
_OF_CLOTHES = re.compile(r"衣|裤|裙|衫|鞋|靴|袜|帽|袍|装|服|镜|头发|发型|胡|辫|色|的|得")


def told_of_what_is_not_worn(prompt: str, base: Scene) -> str:
    """The wish as it is.

    Raises:
        NotDrawable: it is for somebody to have on what nobody is drawn with.
    """
    if not living_in(base):
        return prompt
    asked = prompt.strip(" 。.!！~～")
    if asked.isascii():
        match = _ENGLISH.fullmatch(asked)
        if match is not None and not _puts_it_on_a_bride(base):
            raise NotDrawable(notes.undrawn([match["what"].lower()], "en"))
        return prompt
    match = _CHINESE.fullmatch(asked)
    if match is None or any(mark in asked for mark in "“「『图画"):
        return prompt
    what, said = match["what"], mentions_in(match["what"])
    if len(said) == 1 and said[0].label == what and match["verb"] != "加":
        names = _NOT_ON_ANYBODY.get(said[0].kind or "")
        if names is not None and (not names or what in names) and not _puts_it_on_a_bride(base):
            raise NotDrawable(notes.undrawn([what], "zh"))
    if match["colour"] and not said and not _OF_CLOTHES.search(what) and _is_unknown(what):
        raise NotDrawable(notes.undrawn([what], "zh"))
    return prompt


def _puts_it_on_a_bride(base: Scene) -> bool:
    return any(one.kind == "bride" for one in base.objects)


def _is_unknown(word: str) -> bool:
    """Whether it is no colour, look or deed."""
    known = ("kinds", "sorts", "poses", "moods", "patterns", "verbs", "sizes", "styles")
    return not is_colour(word) and not any(token.get(role) for token in tokenise(word) for role in known)
