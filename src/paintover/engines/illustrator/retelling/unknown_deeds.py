"""What somebody does in a word that nobody knows: "his dog shakes itself dry" is a dog, and no kind of thing of that name.

Behind a noun for one who lives, and an article or "his", a word that ends as a verb does is one: nobody has "a dog shakes".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paintover.engines.illustrator.grammar.labours import doing
from paintover.engines.illustrator.grammar.lexicon import english_words
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds

_DOES = re.compile(
    r"\b(?P<who>(?:an?|one|his|her|my|their|our|the) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)) (?P<does>[a-z]{2,}[a-rt-z]s)"
    r"(?=(?P<self> (?:it|him|her|them)sel(?:f|ves)\b)|$|[,.;]| (?:and|while|as|at|in|on|over|under|by|with|from|into|out|up|down|away|off|around|its|his|her|their|an?|the)\b)"
)
_BABY = re.compile(r"\bbaby$")
_THEIRS = frozenset({"treats", "toys", "beds", "leashes", "tags", "bowls"})
"""What belongs to animals and stands behind their name."""


def told_as_deeds(prompt: str) -> str:
    """The wish with such verbs told as the grammar reads them, known ones as going on, others behind "is"; else as it was."""
    return _DOES.sub(_told, prompt) if prompt.isascii() else prompt


def _told(match: re.Match[str]) -> str:
    tokens, does = tokenise(match["noun"]), match["does"]
    kind = tokens[0].get("kinds") if len(tokens) == 1 else None
    if kind is None or not kinds()[kind].alive or match["noun"].endswith("s"):
        return match[0]
    if not match["self"] and (does in english_words() or does in _THEIRS):
        return match[0]
    if len(tokenise(f"{match['noun']} {does}")) < 2 or any(token.get("kinds") for token in tokenise(does)):
        return match[0]
    if (known := next(filter(_is_known, going_on(does)), None)) is not None:
        return f"{match['who']} {known}"
    who = _BABY.sub("infant", match["who"])  # "baby" ahead of an unknown word says how small that is
    return f"{who} is {does}"


def going_on(does: str) -> Iterator[str]:
    """The form that may tell of it as going on: naps, napping; poses, posing; crawls, crawling."""
    stem = does.removesuffix("s")
    if stem.endswith("ie"):
        yield f"{stem[:-2]}ying"
    elif re.search("[^aeiou][aeiou][^aeiouwxy]$", stem):
        yield f"{stem}{stem[-1]}ing"
    elif stem.endswith("e"):
        yield f"{stem[:-1]}ing"
    else:
        yield f"{stem}ing"


def _is_known(deed: str) -> bool:
    """Whether somebody is seen to do that: the grammar knows a pose or a thing for it, and nothing of it is left out."""
    said = parse(doing(f"a girl {deed}"))
    shown = len(said.mentions) > 1 or any(one.pose or one.mood for one in said.mentions)
    return shown and not said.left_out
