"""What fills a hole of an idiom of words/idioms.toml in other languages: who gets, wears or does something, and on what."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.meant import PRONOUN, WOMEN, called_by, name_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody

_ARTICLE = re.compile(r"^(?:an?|the|1) ")
_SIDE = re.compile(r"^(?P<side>left|right|middle) ")
_HER, _HIM = frozenset({"her", "she"}), frozenset({"him", "he"})


def _receiver(words: Mapping[str, str], base: Scene) -> str | None:
    """Who is to have or to do something: somebody who is there; whom a pronoun fits, where none is named."""
    phrase = words.get("who", "it")
    if phrase == "them":
        return phrase
    if PRONOUN.fullmatch(phrase) is not None:
        one = _fitting(phrase.lower(), base)
        return None if one is None else f"the {name_of(one)}"
    bare = _ARTICLE.sub("", phrase)
    side = _SIDE.match(bare)
    noun = bare[side.end() :] if side is not None else bare
    there = called_by(noun, base)
    if not there or not kinds()[there[0].kind].alive or len(parse(phrase).mentions) != 1:
        return None
    return f"the {bare}"


def _fitting(pronoun: str, base: Scene) -> Thing | None:
    """Of those who live the one that the talk is about, or who came last."""
    living = [one for one in base.objects if kinds()[one.kind].alive]
    if pronoun in _HER | _HIM:
        people = [one for one in living if is_somebody(one.kind)]
        named = [one for one in people if (WOMEN.search(one.kind) is not None) == (pronoun in _HER)]
        living = named or people or living
    about = base.thing(base.focus or "")
    for _ in range(2):
        if about is None or about in living:
            break
        about = None if about.rel is None else base.thing(about.rel.to)
    one = about if about in living else next(reversed(living), None)
    if one is None or sum(two.kind == one.kind for two in living) > 1:
        return None
    return one


def _garments(words: Mapping[str, str], base: Scene) -> str | None:
    """What is worn, where nothing else is named."""
    said = parse(words["worn"]).mentions
    worn = [one for one in said if one.kind is not None and kinds()[one.kind].wear]
    return words["worn"] if worn and len(worn) == len(said) else None


def _thing(words: Mapping[str, str], base: Scene) -> str | None:
    """What is had or sat on, by a noun that is known."""
    told = words.get("what") or words["ground"]
    said = parse(told).mentions
    return told if len(said) == 1 and said[0].kind is not None and not kinds()[said[0].kind].alive else None


def _seat(words: Mapping[str, str], base: Scene) -> str | None:
    """On what somebody is to sit: the one that is there, or a new one."""
    told = _thing({"what": words["ground"]}, base)
    if told is None:
        return None
    noun = _ARTICLE.sub("", told)
    return f"the {noun}" if called_by(noun, base) else f"a {noun}"


def _pet(words: Mapping[str, str], base: Scene) -> str | None:
    """Who is petted, if that one is there."""
    return _receiver({"who": words["whom"]}, base)


ABROAD: Mapping[str, Callable[[Mapping[str, str], Scene], str | None]] = {
    "receiver": _receiver,
    "garments": _garments,
    "thing": _thing,
    "seat": _seat,
    "petted": _pet,
}
"""By hole: of the words that a pattern found, what is said there; None where the picture has nobody of the sort."""
