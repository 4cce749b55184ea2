"""Who only looks on: "a man washing his car, his dog watches" is a dog that looks at the man, whom the wish names first."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_HOW = r"(?:him|her|them|it|this|on|closely|carefully|curiously|nervously|happily|excitedly|proudly|patiently|anxiously|quietly|from (?:nearby|behind|the side|a distance|afar|above|below)|with (?:interest|curiosity|joy|excitement))"
_WATCHES = Pattern(
    rf"(?:,| and| while| as)+ (?P<who>(?:his|her|their|the|its|an?|two|three|four|some|my|our) (?:[a-z]+ )?[a-z]+) (?:is |are )?(?:(?:sitting|standing) (?:and |by |nearby |there )*)?(?:watch(?:es|ing)?|look(?:s|ing)? on|observ(?:es|ing)|star(?:es|ing)|look(?:s|ing)? at (?:him|her|them|it))(?: {_HOW})*(?=$|[,.;!])"
)


def told_of_onlookers(prompt: str) -> str:
    """The new wish with such people and animals looking at who is named first; as it was where nobody else is."""
    return _WATCHES.sub(_looking, prompt)


def _looking(match: re.Match[str]) -> str:
    first = next(
        (
            token.text
            for token in tokenise(match.string[: match.start()])
            if (kind := token.get("kinds")) is not None and kinds()[kind].alive
        ),
        None,
    )
    return match[0] if first is None else f", {match['who']} looking at the {first}"
