"""What a wish calls by another name than the grammar does: "on roller skates" is wearing them, "a class of five children" is five
children, and the bottom of the sea is under the sea.
"""

from __future__ import annotations

from collections.abc import Sequence

from paintover.engines.illustrator.wording import Pattern

_SKATES = r"(?:(?:a|his|her|their) )?(?:pair of )?(?P<s>(?:roller|inline|ice)[- ]?skates|roller ?blades)\b"
_OUT = r"(?:zoo|museum|aquarium|park|farm|beach|playground|garden|library|castle|forest|woods)"
_YOUNG = r"(?:babies|cubs|pups|puppies|kittens|kids|children|little ones|chicks|bunnies|young)"
_SAID: Sequence[tuple[Pattern, str]] = (
    (Pattern(r"\bmountain lake\b(?= with\b)"), "lake in the mountains"),
    (
        Pattern(
            rf"\b(?P<article>an?|the) (?P<a>[a-z]+) family(?P<where>(?: [a-z]+){{0,6}})(?:,| -|:) (?:(?:with|a|the) )*(?:mum|mom|mother|mummy|mama),? (?:and |a )*(?:dad|father|daddy|papa),? (?:and )?(?P<n>one|an?|two|three|four|five|six) {_YOUNG}(?=[,.;!]|$)"
        ),
        r"a mother \g<a>, a father \g<a> and \g<n> baby \g<a>s\g<where>",
    ),
    (
        Pattern(
            r"\b(?P<rocket>(?:an?|the) (?:[a-z]+ )?(?:rocket|spaceship)(?: (?:taking off|lifting off|blasting off|flying|launching))?) with (?:(?:big|huge|orange|red|bright) )*(?:flames|fire)(?: (?:coming|shooting) (?:out|from)[a-z ]*)?(?=[,.;!]|$)"
        ),
        r"\g<rocket>",
    ),
    (Pattern(rf"\bput (?P<who>him|her|them|the [a-z]+) on {_SKATES}"), r"give \g<who> \g<s>"),
    (Pattern(rf"\bon {_SKATES}"), r"wearing \g<s>"),
    (
        Pattern(
            r"\b(?:an?|the) (?:(?:school|whole|big|small) )*class of (?=(?:[a-z]+ )?(?:children|kids|pupils|students|boys|girls)\b)"
        ),
        "",
    ),
    (
        Pattern(
            rf"\ba (?:school |kindergarten )?class(?= (?:at|in|visiting|on a trip to|outside) (?:the|a) {_OUT}\b)"
        ),
        "five pupils and a teacher",
    ),
    (
        Pattern(
            r"\b(?:at|on) the (?:very )?bottom of the (?:deep )?(?:sea|ocean)\b|\bon the (?:seabed|sea bed|sea floor|seafloor|ocean floor)\b"
        ),
        "under the sea",
    ),
)


def told_in_other_words(text: str) -> str:
    """The wish with such names told by those that the grammar knows."""
    if not text.isascii():
        return text
    for pattern, told in _SAID:
        text = pattern.sub(told, text)
    return text
