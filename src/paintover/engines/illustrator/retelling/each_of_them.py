"""What each of several gets in a colour of its own, told of each by name: "give them hats, each a different colour", "give each of
them a different coloured balloon", "give them scarves, one red and one blue"."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.lexicon import singular_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import mentions_in
from paintover.engines.illustrator.retelling.whom import named, people, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:please|now|and|then|also|ok|so|can you|could you) )*(?:give|hand|get|let|make|have|put)"
_WHO = r"(?P<who>them(?: all| both)?|all of them|both(?: of them)?|everyone|everybody|each(?: one)?(?: of (?:them|the [a-z]+))?|(?:each|every) [a-z]+|(?:all |both )?(?:of )?the [a-z]+)"
_HAVE = r"(?: (?:have|wear|hold|carry|each))*"
_UNLIKE = r"(?:(?:in |of |with |has |have |is |are )*(?:an? |its own |their own |all )?different(?:ly)?(?: |-)colou?r(?:s|ed)?)"
_UNLIKE_EACH = Pattern(
    rf"{_LEAD} {_WHO}{_HAVE} (?:an? |some |their own )?(?P<what>(?!different)[a-z-]+(?: [a-z-]+)?)(?P<each>,? (?:and )?(?:each|all|every one)(?: one)?(?: of (?:them|which))?)? ?,? ?{_UNLIKE}(?: (?:for each|each))?(?: please)?"
)
_UNLIKE_FIRST = Pattern(
    rf"{_LEAD} {_WHO}{_HAVE} (?:an? |some )?{_UNLIKE} (?P<what>[a-z-]+(?: [a-z-]+)?)(?: each)?(?: please)?"
)
_ONE_AND_ONE = Pattern(
    rf"{_LEAD} {_WHO}{_HAVE} (?P<what>[a-z-]+(?: [a-z-]+)?s)[,:]? (?:with )?one (?:in )?(?P<a>[a-z]+)(?:,? one (?:in )?(?P<b>[a-z]+))?,? (?:and )?(?:one|the other(?: one)?)(?: one)? (?:in )?(?P<c>[a-z]+)(?: please)?"
)
_COLOURS = ("red", "blue", "yellow", "green", "purple", "orange", "pink")
_MOST = len(_COLOURS)


def told_of_each(prompt: str, base: Scene) -> str:
    """The wish with what each is to get told of each by name; as it is where it is about nobody there."""
    if not prompt.isascii() or any(mark in prompt for mark in '"“'):
        return prompt
    return told_by_form(prompt.strip(" .!"), base, _FORMS) or prompt


def _those(words: str, base: Scene) -> list[Thing]:
    """Those who are meant, from left to right."""
    noun = re.search(r"(?:each|every|the) ([a-z]+)$", words, re.IGNORECASE)
    if noun is not None and noun[1].lower() not in ("one", "of"):
        some = named_in(f"the {noun[1]}", base)
    else:
        some = people(base) or [one for one in standing(base) if kinds()[one.kind].alive]
    there = [one for one in some if kinds()[one.kind].alive and one.id in base.layout]
    return sorted(there, key=lambda one: base.layout[one.id].x)


def _what(words: str) -> str | None:
    """The name of one of the things, if it is a thing that may be worn or held."""
    said = mentions_in(words)
    if len(said) != 1 or said[0].kind is None or kinds()[said[0].kind].alive:
        return None
    head, _, last = words.rpartition(" ")
    return f"{head} {singular_of(last)}".strip() if said[0].plural else words


def _unlike(match: re.Match[str], base: Scene) -> str | None:
    """Give them hats, each a different colour."""
    those, what = _those(match["who"], base), _what(match["what"])
    if what is None or not 1 < len(those) <= _MOST:
        return None
    return _given(those, what, _COLOURS, base)


def _one_and_one(match: re.Match[str], base: Scene) -> str | None:
    """Give them scarves, one red and one blue."""
    those, what = _those(match["who"], base), _what(match["what"])
    colours = [said for name in ("a", "b", "c") if (said := match[name]) is not None]
    told = all(
        any(token.get(role) for token in tokenise(one) for role in ("colours", "patterns")) for one in colours
    )
    return (
        _given(those, what, colours, base)
        if what is not None and told and len(those) == len(colours)
        else None
    )


def _given(those: list[Thing], what: str, colours: list[str] | tuple[str, ...], base: Scene) -> str:
    return ", ".join(
        f"give {named(one, base)} {'an' if colour[0] in 'aeiou' else 'a'} {colour} {what}"
        for one, colour in zip(those, colours, strict=False)
    )


_FORMS: tuple[Form, ...] = (
    (_ONE_AND_ONE, _one_and_one),
    (_UNLIKE_FIRST, _unlike),
    (_UNLIKE_EACH, _unlike),
)
