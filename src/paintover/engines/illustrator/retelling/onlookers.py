"""Who looks on, waits, or does something to whom the wish names first: "a man washing his car, his dog watches" is a dog that
looks at the man, "a boy crying, his mom hugs him" a mom who hugs the boy, and "everybody claps" are people who clap.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.unknown_deeds import going_on
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.wording import Pattern

_WHO = r"(?P<who>(?:his|her|their|the|its|an?|two|three|four|some|my|our) (?:[a-z]+ )?[a-z]+|people|kids|children|friends)"
_AND = r"(?:,| and| while| as)+ "
_HOW = r"(?:him|her|them|it|this|on|closely|carefully|curiously|nervously|happily|excitedly|proudly|patiently|anxiously|quietly|silently|from (?:nearby|behind|the side|a distance|afar|above|below)|with (?:interest|curiosity|joy|excitement)|to (?:him|her|them|it)|for (?:him|her|them|it)|nearby|outside|there|by)"
_WATCHES = Pattern(
    rf"{_AND}{_WHO} (?:is |are )?(?:(?:sitting|standing) (?:and |by |nearby |there )*)?(?:(?P<looks>watch(?:es|ing)?|look(?:s|ing)? on|observ(?:es|ing)|star(?:es|ing)|listen(?:s|ing)?|look(?:s|ing)? at (?:him|her|them|it))|waits?|waiting|stand(?:s|ing)? by)(?: {_HOW})*(?=$|[,.;!])"
)
_FROM_A_SEAT = Pattern(
    rf"{_AND}{_WHO} (?:is |are )?(?:watch(?:es|ing)?|look(?:s|ing)? on|listen(?:s|ing)?)(?: (?:to )?(?:him|her|them|it))? from (?:his|her|the|their|its|an?) (?P<x>(?:[a-z]+ )?(?:throne|armchair|rocking chair|wheelchair|deck chair))\b"
)
_DOES_IT = Pattern(
    rf"{_AND}{_WHO} (?:is |are )?(?P<does>[a-z]+(?:s|ing)) (?P<whom>him|her|them|it)(?=$|[,.;!]| (?:with|in|on|up|gently|lovingly|tightly|carefully)\b)"
)
_LIKELY = frozenset(
    {
        "is",
        "was",
        "has",
        "makes",
        "lets",
        "gives",
        "brings",
        "sees",
        "joins",
        "follows",
        "calls",
        "needs",
        "loves",
        "likes",
    }
)
"""What is no such deed, or told elsewhere."""
_EVERYBODY = Pattern(
    rf"{_AND}(?:everybody|everyone|everybody else|everyone else|all the others) (?:around (?:him|her|them) )?(?:is |are )?(?P<does>clap(?:s|ping)?|cheer(?:s|ing)?|watch(?:es|ing)?|laugh(?:s|ing)?|danc(?:es|ing)|wav(?:es|ing)|sing(?:s|ing)?|smil(?:es|ing)|listen(?:s|ing)?|look(?:s|ing) on)(?: (?:along|for (?:him|her|them)|on))?(?=$|[,.;!]| (?:at|in|on)\b)"
)
_YOUNG = Pattern(
    r"\b(?P<d>an?|the|one) (?P<how>(?:(?!his|her)[a-z]+ )?)(?P<who>kid|child|teen|teenager)\b(?P<between>[^.;,]{0,40}?) (?P<p>his|her)\b(?! own)"
)


def told_of_onlookers(prompt: str) -> str:
    """The new wish with such people and animals told plainly; as it was where nobody else is."""
    prompt = _YOUNG.sub(_by_their_pronoun, prompt)
    prompt = _EVERYBODY.sub(lambda match: f" and three people {_going_on(match['does'])}", prompt)
    prompt = _FROM_A_SEAT.sub(r", \g<who> sitting on a \g<x>", prompt)
    return _WATCHES.sub(_looking, _DOES_IT.sub(_doing, prompt))


def _going_on(does: str) -> str:
    return does if does.endswith("ing") else next(going_on(does if does.endswith("s") else f"{does}s"))


def _first(told: str) -> str | None:
    """Who lives and is named first."""
    return next(
        (
            token.text
            for token in tokenise(told)
            if (kind := token.get("kinds")) is not None and kinds()[kind].alive
        ),
        None,
    )


def _looking(match: re.Match[str]) -> str:
    first = _first(match.string[: match.start()])
    if first is None:
        return match[0]
    looks = match["looks"] and not _are_several(first)
    return f", {match['who']} looking at the {first}" if looks else f", {match['who']}"


def _doing(match: re.Match[str]) -> str:
    """With whom it is done named, where that can be nobody else: him or her who is named first, it that is named last."""
    before, does = match.string[: match.start()], match["does"].lower()
    if match["whom"].lower() == "it":
        told = [token for token in tokenise(before) if token.get("kinds") is not None]
        animals = [token.text for token in told if is_animal(str(token.get("kinds")))]
        last = kinds()[str(told[-1].get("kinds"))] if told else None
        handed = last is not None and not last.alive and last.height_m < _AS_A_BALL_M
        whom = animals[-1] if animals and not handed else None
    else:
        whom = _first(before)
        if whom is not None and any(is_animal(str(token.get("kinds"))) for token in tokenise(whom)):
            whom = None
    named = any(token.get("kinds") is not None for token in tokenise(match["who"]))
    if whom is None or not named or does in _LIKELY or does.endswith("ss") or whom in match["who"].split():
        return match[0]
    deed = does if does.endswith("ing") else next(going_on(does))
    if _are_several(whom):
        return f", {match['who']}" if deed == "watching" else match[0]
    return f", {match['who']} {deed} the {whom}"


def _are_several(noun: str) -> bool:
    """Whether "the kids" would be three others again."""
    return noun.lower().endswith("s") or noun.lower() in ("children", "people")


_AS_A_BALL_M = 1.0
"""What is lower, and does not live, may be what "it" means: a ball."""


def _by_their_pronoun(match: re.Match[str]) -> str:
    """A boy or a girl, by whose they are told to have."""
    if _first(match["between"]) is not None:
        return match[0]
    teen = "teenage " if match["who"].lower().startswith("teen") else ""
    young = "girl" if match["p"].lower() == "her" else "boy"
    return f"{match['d']} {match['how']}{teen}{young}{match['between']} {match['p']}"


_WHOM = r"(?P<y>(?:his|her|their|the|an?|two|three|some|my) (?:(?:little|old|young|big|small) )?[a-z]+)"
_HELPS = Pattern(
    rf"\b(?:is |are )?help(?:ing|s) {_WHOM} (?:to )?(?P<v>(?!up\b|down\b|out\b|in\b|into\b|on\b|off\b|with\b|across\b|cross\b|get\b|over\b|find\b|stand\b|walk\b|and\b|from\b|at\b)[a-z]+)(?= )"
)
_TEACHES = Pattern(
    rf"(?P<a>\b(?:an?|the|his|her|my|two) (?:[a-z]+ )?[a-z]+|\b(?:grandma|grandpa|mom|dad))? (?:is |are )?(?:teach(?:ing|es) {_WHOM} (?:how )?|show(?:ing|s) {_WHOM.replace('<y>', '<shown>')} how )to (?P<v>(?!talk\b|speak\b|say\b|bake\b|make\b|fold\b|be\b|the\b)[a-z]+)\b(?P<rest>[^.;,]*)"
)
_ALONE = frozenset(
    {
        "ride",
        "walk",
        "swim",
        "skate",
        "ski",
        "drive",
        "surf",
        "skateboard",
        "tie",
        "climb",
        "dive",
        "sit",
        "jump",
        "fly",
        "roll",
        "fetch",
        "count",
    }
)
"""What is done by who learns it, and not by both."""


def told_of_help(prompt: str) -> str:
    """The new wish with what somebody helps another with done by both, and what is taught by who learns it."""
    return _TEACHES.sub(_taught, _HELPS.sub(_both, prompt))


def _both(match: re.Match[str]) -> str:
    named = [token for token in tokenise(match["y"]) if token.get("kinds") is not None]
    if not named:
        return match[0]
    return f"and {match['y']} {going_on_with(match['v'])}"


def _taught(match: re.Match[str]) -> str:
    learns = match["y"] or match["shown"]
    named = [token.text for token in tokenise(learns) if token.get("kinds") is not None]
    if not named:
        return match[0]
    deed = f"{going_on_with(match['v'])}{match['rest']}"
    if match["v"].lower() not in _ALONE:
        return f"{match['a'] or ''} and {learns} {deed}"
    many = re.match(r"(?:two|three|some) ", learns, re.IGNORECASE)
    who = learns if many else f"a {named[-1]}"
    return f"{who} {deed}, {match['a'] or 'somebody'} standing beside the {named[-1]}"


def going_on_with(deed: str) -> str:
    """The form of a plain verb that tells of it as going on: paint, painting."""
    return next(going_on(f"{deed}s"))
