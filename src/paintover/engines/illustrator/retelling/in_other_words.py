"""What a wish calls by another name than the grammar does: "on roller skates" is wearing them, "a class of five children" is five
children, and the bottom of the sea is under the sea.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.wording import Pattern, Told

_SKATES = r"(?:(?:a|his|her|their) )?(?:pair of )?(?P<s>(?:roller|inline|ice)[- ]?skates|roller ?blades)\b"
_OUT = r"(?:zoo|museum|aquarium|park|farm|beach|playground|garden|library|castle|forest|woods)"
_YOUNG = r"(?:babies|cubs|pups|puppies|kittens|kids|children|little ones|chicks|bunnies|young)"


def _is_colour(words: str) -> bool:
    tokens = tokenise(words)
    return bool(tokens) and all(token.get("colours") for token in tokens)


def _done_to(match: re.Match[str], ending: str) -> str:
    """ "Gives her a hug": hugs her; five fingers meet those of another."""
    what = match["what"].replace("high five", "high-five")
    if what == "high-five":
        return f"{what}{'ing' if ending == 'ing' else ending} {match['whom']}".replace("fiveing", "fiving")
    stem = "hugg" if ending == "ing" and what != "kiss" else "hug" if what != "kiss" else "kiss"
    return f"{stem}{'es' if (stem, ending) == ('kiss', 's') else ending} {match['whom']}"


_WHOM = r"(?:him|her|it|them(?: both| all)?|both of them|each other|one another|(?:the|his|her|their|an?) [a-z]+(?: [a-z]+)?|mum|mom|dad|grandma|grandpa)"
_KIN = r"(?:mum|mom|mummy|mommy|dad|daddy|papa|grandma|granny|grandpa|grandad|granddad)"
_FOND = r"(?:(?:big|nice|warm|tight|quick|little|gentle|loving|bear|good|goodbye|sweet|friendly|high) )*"
_SAID: Sequence[tuple[Pattern, Told]] = (
    (Pattern(r"\bmountain lake\b(?= with\b)"), "lake in the mountains"),
    (
        Pattern(
            r"\b(?:out )?(?:on|at) (?:a|their) (?:family )?picnic\b(?! (?:blanket|table|mat|rug|bench|basket|cloth|area|spot))"
        ),
        "having a picnic",
    ),
    (Pattern(r"\b(?P<s>afraid|scared|frightened) of the dark\b"), r"\g<s> at night"),
    (
        Pattern(
            r"\b(?:flying|launching|flies) (?P<x>(?:an?|the|his|her|two|three|some) )?(?P<y>paper (?:air)?planes?)\b"
        ),
        r"throwing \g<x>\g<y>",
    ),
    (
        Pattern(
            r"\b(?:running|fleeing|escaping)(?: away)? from (?:the )?(?:police|cops)\b(?! (?:officer|man|car|dog|station|woman))"
        ),
        "running to the left of a running police officer",
    ),
    (
        Pattern(r"\b(?:sitting|sits|brooding|hatching) on (?:her|its|the|some|three|two|a few)? ?eggs\b"),
        "sitting on a nest with eggs",
    ),
    (
        Pattern(
            r"\b(?:drawing|scribbling|painting|writing) (?:(?:a picture|pictures|something|flowers?|animals) )?on (?:the|a|his|her|their) (?:bedroom |living room |white )?walls?\b"
        ),
        "holding a crayon, a picture hanging on the wall",
    ),
    (Pattern(r"\bfishing in (?=(?:an?|the) (?:[a-z]+ )?(?:lake|pond|river|stream|creek)\b)"), "fishing by "),
    (
        Pattern(
            r"\b(?P<d>an?|the) (?P<l>(?:young |old )?)(?:famous |great )?pianist\b(?: (?:is )?(?:playing|performing|practicing|practising|at|playing at)\b)?(?: (?:the|an?|his|her) (?:grand )?piano\b)?"
        ),
        r"\g<d> \g<l>man playing a piano",
    ),
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
    *(
        (
            Pattern(
                rf"\b{gives} (?P<whom>{_WHOM}) an? {_FOND}(?P<what>hug|cuddle|kiss|high[- ]five)(?: on (?:the|his|her|its|their) (?:cheek|forehead|head|nose|lips|hand))?\b"
            ),
            lambda match, ending=ending: _done_to(match, ending),
        )
        for gives, ending in (("give", ""), ("gives", "s"), ("giving", "ing"))
    ),
    (
        Pattern(
            r"\b(?P<does>hug(?:s|ging)?|kiss(?:es|ing)?|cuddl(?:es?|ing)|embrac(?:es?|ing)) (?:both )?(?P<the>the|her|his|their|an?) (?P<a>[a-z]+(?: [a-z]+)?) and (?:(?:the|her|his|their|an?) )?(?P<b>(?!(?:an?|the|her|his|their)\b)[a-z]+)(?=$|[,.!]| (?:in|at|on|by|under|before|near|outside)\b)"
        ),
        r"\g<does> \g<the> \g<a>, \g<does> \g<the> \g<b>",
    ),
    (
        Pattern(
            rf"\b(?:let|make|have) (?P<who>(?:the |his |her )?[a-z]+) (?:high[- ]five (?P<whom>{_WHOM})|shake hands with (?P<hands>{_WHOM}))"
        ),
        lambda match: (
            f"{match['who']} high-fives {match['whom']}"
            if match["whom"]
            else f"{match['who']} shakes hands with {match['hands']}"
        ),
    ),
    (
        Pattern(
            r"\b(?P<who>they|both|the two of them) (?P<does>high[- ]five|hug|kiss) (?:each other|one another)\b"
        ),
        r"\g<who> \g<does>",
    ),
    (
        Pattern(
            r"\b(?P<a>an?|the) (?P<how>(?:[a-z]+ )?)(?P<host>car|bus|train|tram|truck|van|taxi|boat|ship|tractor|house|castle|tent|plane|helicopter|rocket|bathtub|tub) with (?P<who>(?:an?|the|two|three|some) (?:[a-z]+ )?[a-z]+) (?P<does>(?!cooking)[a-z]+ing) in(?:side)? (?:it|there)\b"
        ),
        r"\g<a> \g<how>\g<host>, \g<who> \g<does> in the \g<host>",
    ),
    (
        Pattern(
            r"\b(?:turn|change|switch) (?P<what>(?:his|her|their|the [a-z]+'s) [a-z]+(?: (?!to\b|into\b)[a-z]+)?) (?:to |into )?(?P<how>(?:(?:light|dark|bright|deep|pale|navy|sky) )?[a-z]+)(?=[,.;!]|$)"
        ),
        lambda match: f"make {match['what']} {match['how']}" if _is_colour(match["how"]) else match[0],
    ),
    (
        Pattern(
            r"\bputs? (?:his|her|their|an|one) arms? (?:a)?round (?P<whom>(?:each other|one another|him|her|them|the [a-z]+(?: [a-z]+)?|(?:his|her) [a-z]+))(?P<part>'s shoulders?|'s waist)?"
        ),
        lambda match: f"{'hugs' if match[0].startswith('puts') else 'hug'} {match['whom']}",
    ),
    (
        Pattern(
            r"\bha(?:s|ve|ving) (?:his|her|their|an) arms? around (?P<whom>(?:each other|one another|him|her|them|the [a-z]+(?: [a-z]+)?|(?:his|her) [a-z]+))"
        ),
        r"hugs \g<whom>",
    ),
    (
        Pattern(
            r"\b(?:is |are )?wip(?:es?|ing) (?:the sweat (?:off|from) )?(?:his|her|their) (?:forehead|brow|face|eyes|tears|nose|mouth)\b"
        ),
        "is holding a cloth in one hand",
    ),
    (
        Pattern(
            r"(?:^|(?<=[,;] )|(?<=\band )|(?<=\bthen )|(?<=\bplease )|(?<=\bnow ))(?:hand|pass) (?=(?:(?:the|his|her|their|my|that|each) [a-z]+(?: [a-z]+)?|mom|mum|dad|grandma|grandpa|everyone|everybody|both|them|him|her) (?:an?|the|some|his|her|two|three|another|one) )"
        ),
        "give ",
    ),
    (
        Pattern(
            r"\b(?:swap|switch|exchange) the left (?:one )?(?:and|with) (?:the )?right(?: (?:one|ones|person|people))?(?: around)?(?=$|[,.;!])"
        ),
        "the left one and the right one swap places",
    ),
    (Pattern(r"\btast(?:es|e) (?=(?:the|some|an?|his|her) )"), "eats "),
    (
        Pattern(
            r"\bblows? (?:into |on )?(?=(?:an?|the|his|her) (?:party )?(?:horn|blower|whistle|trumpet)\b)"
        ),
        "holds ",
    ),
    (
        Pattern(rf"\bhave (?P<kin>{_KIN}) (?=[a-z]+)(?!(?:on|in|at|with|by|and|here|there|next|beside)\b)"),
        r"let \g<kin> ",
    ),
    (
        Pattern(
            rf"\b(?P<does>kiss(?:es|ing)?) (?P<whom>{_WHOM}) on (?:the|his|her|its|their) (?:cheek|forehead|head|nose|lips|hand)\b"
        ),
        r"\g<does> \g<whom>",
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


_AT_THEIR_MUSEUM = Pattern(
    r"\bmuseum (?P<who>(?:guide|guard|attendant|visitor|worker|curator|tour)s?)\b(?P<rest>[^.;]*)"
)


def told_of_a_museum(text: str) -> str:
    """A museum guide of a first wish is in a museum."""
    return _AT_THEIR_MUSEUM.sub(r"\g<who>\g<rest>, in a museum", text)


def told_in_other_words(text: str) -> str:
    """The wish with such names told by those that the grammar knows."""
    if not text.isascii():
        return text
    for pattern, told in _SAID:
        text = pattern.sub(told, text)
    return text
