"""Somebody who is told twice: by a name ("my dog Biscuit"), or by what comes behind a comma ("the baker, a man with a big
moustache, takes bread"). Both are one, who is told once.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.labours import kind_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.wording import Pattern

_NAMED = Pattern(
    r"(?P<who>\b(?:my|our|his|her|their|the|an?|little|old|uncle|aunt) (?:[a-z]+ ){0,2}?(?P<noun>[a-z]+)),? (?P<name>[A-Z][a-z]{2,}|[A-Z][a-z]?)(?P<after>(?:'s|’s)?)(?=$|[\s,.;!?'’])(?! [A-Z])",
    re.NOFLAG,
)
_NAME_FIRST = re.compile(
    r"(?<![a-z] )\b(?P<name>[A-Z][a-z]{2,}),? (?=(?:the|my|our) (?:[a-z]+ ){0,2}?(?P<noun>[a-z]+)\b)"
)
_NO_NAME = ("festivals", "seasons", "times", "styles", "weathers", "places", "verbs", "grammar", "numbers")
"""Roles of words that are written with a capital and are no names: "a dog Christmas card"."""
_TOLD_TWICE = re.compile(
    r"\b(?P<the>the|my|our|his|her|their|an?) (?P<looks>(?:[a-z-]+ ){0,2}?)(?P<noun>[a-z]+)(?:,| \(| -| –| —|, who is) an? (?P<also>(?:(?!(?:and|with|in|on|of|who|that|is|or)\b)[a-z-]+ ){0,4}?)(?P<what>[a-z]+)(?=\)|[,.;]|$| (?:with|in|who|that|and|or|on|at|of|from|by|near|without|wearing|holding|[a-z]+ing|is|are|has)\b)(?P<then>\)?(?P<end>,? ?))(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_MOST_TRIED = 12
"""Places of a wish that are looked at for somebody told twice, so that a long one is read in linear time."""
_LISTED = Pattern(
    r"^(?:and\b|or\b|(?:an?|the|two|three|some|my|his|her) (?:[a-z-]+ ){0,3}?[a-z]+(?: [a-z]+)?(?:,| and\b))"
)
_MALE = frozenset({"man", "guy", "gentleman", "fellow", "boy", "dad", "father"})
_FEMALE = frozenset({"woman", "lady", "girl", "mom", "mum", "mother"})
_PARENTS = frozenset({"mom", "mum", "mother", "dad", "father"})
_PLAIN = frozenset({"man", "woman", "boy", "girl", "child", "person"})
"""Kinds of whom nothing is said but that they are somebody: a neighbour."""
_ANYBODY = _MALE | _FEMALE | {"person", "child", "kid"}
_NEXT = Pattern(r"(?P<said>^[^,;.]*?), (?=(?:is|are|was|has|he|she|who|[a-z]+(?:s|ing))\b)")


def told_once(text: str) -> str:
    """A new wish in which names are left out and nobody is told twice; quotations are no part of it."""
    if not re.search("[a-z]", text) or any(mark in text for mark in '“”「」"'):
        return text
    text = _NAMED.sub(_nameless, text)
    text = _NAME_FIRST.sub(lambda m: "" if _kind(m["noun"]) and not _means_more(m["name"]) else m[0], text)
    match = _TOLD_TWICE.search(text)
    for _ in range(_MOST_TRIED):
        if match is None:
            break
        if (once := _once(match)) is not None:
            start, text = match.start(), text[: match.start()] + once
            match = _TOLD_TWICE.search(text, start + 1)
        else:
            match = _TOLD_TWICE.search(text, match.start() + 1)
    return text


def names_in(text: str) -> frozenset[str]:
    """The names of pets and people in a wish, of which no drawing shows anything."""
    found = {match["name"] for match in _NAMED.finditer(text) if _nameless(match) != match[0]}
    return frozenset(found | {m["name"] for m in _NAME_FIRST.finditer(text) if _kind(m["noun"])})


def _nameless(match: re.Match[str]) -> str:
    if _kind(match["noun"]) is None or _means_more(match["name"]):
        return match[0]
    return match["who"] + match["after"]


def _kind(noun: str) -> str | None:
    """Who lives that is called so."""
    kind = kind_of(noun)
    return kind if kind is not None and kinds()[kind].alive else None


def _means_more(name: str) -> bool:
    """Whether a word with a capital is the name of a feast, a season, a trade or somebody else."""
    tokens = tokenise(name)
    living = any((kind := token.get("kinds")) and kinds()[kind].alive for token in tokens)
    return living or any(token.get(role) is not None for token in tokens for role in _NO_NAME)


def _once(match: re.Match[str]) -> str | None:
    """The wish from there on with both told as one; None where they are two of a list."""
    noun, what = match["noun"], match["what"]
    first, second = _kind(noun), _kind(f"{match['also']}{what}")
    rest, then = match["rest"], match["end"]
    if first is None or second is None or (_LISTED.match(rest) and "," in then) or rest.startswith("and "):
        return None
    definite = match["the"].lower() not in ("a", "an")
    if is_animal(first) != is_animal(second):
        return None
    if is_animal(first):
        if first != second or not definite:
            return None
        told = f"{match['the']} {match['looks']}{_bare(match['also'])}{what if match['also'] else noun}"
    else:
        general, particular = what.lower() in _ANYBODY, noun.lower() not in _ANYBODY
        if not general or not (definite or (particular and then.strip() == "" and rest)):
            return None
        if not definite and what.lower() in _PARENTS:
            return None  # a policeman, a mother with a child
        if particular and first in _PLAIN:
            noun, particular = what, False
        sex = "female " if what.lower() in _FEMALE else "male " if what.lower() in _MALE else ""
        sex = sex if _kind(f"{sex}{noun}") not in (None, first) and particular else ""
        told = f"{match['the']} {match['looks']}{_bare(match['also'])}{sex}{noun}"
    rest = re.sub(r"^(?:he|she|it|they) (?=(?:is|are)\b|[a-z]+s\b)", "", rest, flags=re.IGNORECASE)
    rest = _NEXT.sub(r"\g<said> and ", rest, count=1) if "," not in then else rest
    return f"{told}{' ' if rest and rest[0] not in ',.;' else ''}{rest}"


def _bare(words: str) -> str:
    """The words that say how somebody looks, without "very" and the like."""
    return re.sub(r"\b(?:very|really|quite|rather|so) ", "", words)


def told_one_by_one(prompt: str) -> str:
    """A family whose members are told is those, and no other: "a family at the beach, mom, dad and two kids"."""
    return _BARE_PAIR.sub(r"\g<m> and \g<d>", _FAMILY.sub(r"\g<who>\g<does>", prompt))


_PARENT = "mom|mum|mommy|mummy|mother|dad|daddy|father"
_FAMILY = Pattern(
    rf"\b(?:an? |the |our |my )?(?:(?:happy|young|little|big) )?family(?: of (?:three|four|five|six))?(?P<does>[^,:;.]*)[,:;]+ *(?P<who>(?:the |a |with )?(?:{_PARENT}|parents)\b[^.;]*)"
)
_BARE_PAIR = Pattern(rf"\b(?P<m>{_PARENT}),? (?P<d>{_PARENT})\b(?! (?:is|has|wears))")
