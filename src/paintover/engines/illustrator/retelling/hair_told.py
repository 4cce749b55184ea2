"""Somebody's hair told in several words, or as what it is to be: "her hair should be long", "he has short purple hair", "change his
hair to blonde and curly". It goes to whose it is, all of it, and what no hair is drawn like is owned up to."""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.of_persons import one_living, those_meant
from paintover.engines.illustrator.retelling.whom import named, people
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:please|now|then|also|ok|so|can you|could you) )*"
_WHOSE = r"(?:(?P<pron>his|her|their)|(?P<whose>(?:the|my) [a-z]+)['’]s)"
_WHO = r"(?P<who>he|she|him|her|they|them|both(?: of them)?|everyone|(?:the|my) [a-z]+)"
_HOW = r"(?P<how>[a-z]+(?:-[a-z]+)?(?:(?:,| and|, and)? [a-z]+(?:-[a-z]+)?){0,3}?)"
_END = r"(?: (?:please|now|instead|too|as well))*"
_FORMS = (
    Pattern(rf"{_LEAD}(?:i want )?{_WHOSE} hair (?:should be|should become|must be|is|gets|becomes|to be|needs to be) {_HOW}{_END}"),
    Pattern(rf"{_LEAD}(?:change|turn|make|dye|colou?r|cut|switch|set) {_WHOSE} hair (?:to be |into |to |a bit |much )?{_HOW}(?: hair)?{_END}"),
    Pattern(rf"{_LEAD}{_WHO}(?: should| must)? (?:has|have|gets?|got) {_HOW} hair{_END}"),
    Pattern(rf"{_LEAD}(?:give|let|make) {_WHO}(?: have)? {_HOW} hair{_END}"),
    Pattern(rf"{_LEAD}{_HOW} hair (?:on|for) {_WHO}{_END}"),
)  # fmt: skip
_CUTS = {"long": "long", "longer": "long", "short": "short", "shorter": "short", "curly": "curly", "curlier": "curly", "wavy": "wavy", "straight": "straight"}  # fmt: skip
_UNDRAWN = frozenset({"messy", "spiky", "frizzy", "wet", "greasy", "slicked", "spiked", "tousled", "windswept", "fluffy", "shiny", "thick", "thin"})  # fmt: skip
_FILLERS = frozenset(
    {"and", "a", "bit", "much", "very", "really", "more", "with", "nice", "beautiful", "cool"}
)
_SUBJECT = {"his": "he", "her": "she", "their": "they"}


def told_of_their_hair(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with such hair told as given to whose it is; quotations stay.

    Raises:
        NotDrawable: the hair is to be as none is drawn.
    """
    if (not prompt.isascii() and "’" not in prompt) or '"' in prompt or "hair" not in prompt.lower():
        return prompt
    for form in _FORMS:
        match = form.fullmatch(prompt.strip(" .!"))
        if match is not None and (said := _told(match, base)) is not None:
            return said
    return prompt


def _told(match: re.Match[str], base: Scene) -> str | None:
    groups = match.groupdict()
    told = groups.get("who") or groups.get("whose") or _SUBJECT[groups["pron"].lower()]
    whose = _owners(told, base)
    words = [word for word in re.split(r"[ ,]+", match["how"].lower()) if word and word not in _FILLERS]
    if not whose or not words or any(one.bald for one in whose):
        return None
    undrawn = [word for word in words if word in _UNDRAWN]
    looks = [_CUTS.get(word, word) for word in words if word not in _UNDRAWN]
    if not all(look in _CUTS.values() or _is_colour(look) for look in looks):
        return None
    if undrawn:
        raise NotDrawable(notes.undrawn([f"{' '.join(undrawn)} hair"], "en"))
    if all(_has_it(one, looks, base) for one in whose):
        raise NotDrawable(notes.already_so("en"))
    if any(_stays_as_drawn(one, looks) for one in whose):
        raise NotDrawable(notes.part_of_a_drawing("hair", "en"))
    looks.sort(key=lambda look: look not in _CUTS.values())
    hair = " ".join(looks)
    return "; ".join(f"give {named(one, base)} {hair} hair" for one in whose)


_HAIR_OF_THE_COSTUME = frozenset({"nun", "clown"})
"""Whose hair no cut changes."""
_LONG_AS_DRAWN = frozenset({"waitress", "queen", "princess", "bare-queen", "bare-princess"})
"""Whose drawing has long hair, of which only the colour can be told."""


def _stays_as_drawn(one: Thing, looks: list[str]) -> bool:
    cut = [look for look in looks if look in _CUTS.values()]
    if not cut:
        return False
    return one.kind in _HAIR_OF_THE_COSTUME or (one.kind in _LONG_AS_DRAWN and "short" in cut)


def _has_it(one: Thing, looks: list[str], base: Scene) -> bool:
    """Whether somebody's hair is cut so already, where no colour is told of it."""
    worn = {each.kind for each in base.objects if each.rel is not None and each.rel.to == one.id}
    return all(f"{look}-hair" in worn for look in looks)


def _owners(word: str, base: Scene) -> list[Thing]:
    word = word.lower()
    if word in ("they", "them", "everyone") or word.startswith("both"):
        return those_meant("they", base)
    one = one_living(word, base)
    return [one] if one is not None and one in people(base) else []


def _is_colour(word: str) -> bool:
    tokens = tokenise(word)
    return len(tokens) == 1 and tokens[0].get("colours") is not None
