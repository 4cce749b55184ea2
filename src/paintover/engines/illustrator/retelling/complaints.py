"""What is said to be wrong with something, told as what it is to be: "his hat is too small" is to be larger, "she isn't tall
enough" taller, and of "there are too many balloons" some go.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.whom import named, one_called
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.wording import Pattern

_WHAT = r"(?P<what>he|she|it|they|(?:the|his|her|its|their|my|that|this|those|these) [a-z]+(?:(?:'s|s')? [a-z]+){0,3}?)"
_VERY = r"(?: (?:way|much|far|a (?:bit|little)|still|just|quite|kind of|kinda|really|now))*"
_FOR = r"(?: for (?:him|her|them|it|this|that|(?:the|his|her|their) [a-z]+))?(?: now| here| there)?"
_TOO = Pattern(rf"{_WHAT}(?:'s|'re| is| are| looks?| seems?){_VERY} too (?P<how>[a-z]+){_FOR}")
_THAT_TOO = Pattern(
    rf"(?:(?:that|it|this|he|she)(?:'?s| is| looks?| seems?| was)?{_VERY} |(?:(?:way|much|far|a (?:bit|little)|still|just|quite|now) )*)too (?P<how>[a-z]+){_FOR}"
    rf"|(?:not (?P<less>(?:so|that|quite so|as)) (?P<down>big|small|large|tall|fat|thin|dark|high|low|wide|long))(?: please)?"
)
"""Where what the last change was about is meant."""
_ENOUGH = Pattern(
    rf"{_WHAT}(?: isn't| is not| aren't| are not|'s not|'re not| (?:doesn't|don't) (?:look|seem)){_VERY} (?P<how>[a-z]+) enough{_FOR}"
)
_TOO_MANY = Pattern(
    r"(?:there(?:'s| are| is)|it has|you (?:drew|put|added)|i see|we have)(?: (?:way|far|a few|still))* too many (?P<what>[a-z]+(?: [a-z]+){0,2})"
)
_TOO_FEW = Pattern(
    r"(?:(?:there(?:'s| are| is)|it has|you drew) )?(?:(?:way )?too few|not enough|hardly any) (?P<what>[a-z]+s|people|children|sheep|fish)"
    r"|there (?:aren't|are not) enough (?P<also>[a-z]+s|people|children|sheep|fish)"
)
_COURTESY = re.compile(
    r"^(?:(?:please|now|and|ok|okay|also|hmm+|but|actually|i think|so|no|well)[ ,]+)+|[ ,]+(?:please|though|imo)$|[.!]+$",
    re.IGNORECASE,
)
_TURNED: dict[str, str] = {
    **dict.fromkeys(("small", "little", "tiny", "wee", "teeny"), "make {} bigger"),
    **dict.fromkeys(("big", "large", "huge", "enormous", "giant"), "make {} smaller"),
    **dict.fromkeys(("tall", "long"), "make {} shorter"),
    "short": "make {} taller",
    **dict.fromkeys(("thin", "skinny", "slim", "narrow"), "make {} broader"),
    **dict.fromkeys(("fat", "wide", "broad", "chubby"), "make {} thinner"),
    "old": "make {} younger",
    "young": "make {} older",
    "dark": "make {} lighter",
    **dict.fromkeys(("light", "pale", "bright"), "make {} darker"),
    "low": "move {} up",
    "high": "move {} down",
    **dict.fromkeys(("sad", "gloomy", "unhappy"), "make {} happy"),
    **dict.fromkeys(("happy", "cheerful", "smiley"), "make {} serious"),
    **dict.fromkeys(("angry", "mad", "grumpy", "scared", "surprised"), "make {} calm"),
}
"""By what it is too much, what it is to be instead."""
_MORE: dict[str, str] = {
    **dict.fromkeys(("small", "little", "tiny"), "make {} smaller"),
    **dict.fromkeys(("big", "large", "huge"), "make {} bigger"),
    "tall": "make {} taller",
    "long": "make {} longer",
    "short": "make {} shorter",
    **dict.fromkeys(("fat", "wide", "broad"), "make {} broader"),
    **dict.fromkeys(("thin", "slim"), "make {} thinner"),
    "dark": "make {} darker",
    **dict.fromkeys(("light", "bright"), "make {} lighter"),
    "high": "move {} up",
    "low": "move {} down",
    **dict.fromkeys(("happy", "cheerful"), "make {} happy"),
    "sad": "make {} sad",
    "angry": "make {} angry",
    "scary": "make {} angry",
}
"""By what it is not enough, what it is to be."""
_OF_THE_LIGHT = frozenset({"dark", "bright", "light", "pale"})
_OBJECT = {"he": "him", "she": "her", "they": "them"}


def told_of_what_is_wrong(prompt: str, base: Scene) -> str:
    """The wish where it is one such complaint of what is there.

    Raises:
        NotDrawable: nothing here can be less so.
    """
    said = _COURTESY.sub("", prompt.replace("’", "'").strip())
    if (match := _TOO_MANY.fullmatch(said)) is not None:
        return f"too many {match['what']}"
    if (match := _TOO_FEW.fullmatch(said)) is not None:
        return f"more {match['what'] or match['also']}"
    if (match := _THAT_TOO.fullmatch(said)) is not None and base.focus is not None:
        what = re.match(r"he|she", said, re.IGNORECASE)
        return (
            _turned(what[0] if what else "it", (match["how"] or match["down"]).lower(), _TURNED, base)
            or prompt
        )
    for form, turned in ((_TOO, _TURNED), (_ENOUGH, _MORE)):
        if (match := form.fullmatch(said)) is not None:
            return _turned(match["what"], match["how"].lower(), turned, base) or prompt
    return prompt


def _turned(what: str, how: str, turned: dict[str, str], base: Scene) -> str | None:
    about = _about(what, base)
    if about is None:
        return None
    hair = about.kind in HAIR or re.search(r"\b(?:hair|beard|moustache|fringe)$", what) is not None
    if how in _OF_THE_LIGHT and not hair and (what.lower() == "it" or about.lit):
        return None
    name = named(about, base) if what.lower() in ("it", "that", "this") else _OBJECT.get(what.lower(), what)
    if (told := turned.get(how)) is not None:
        if how == "short" and (hair or not kinds()[about.kind].alive):
            told = "make {} longer" if turned is _TURNED else told
        if (
            how in ("tall", "high")
            and not hair
            and not kinds()[about.kind].alive
            and told.endswith("shorter")
        ):
            told = "make {} smaller"
        return told.format(name)
    if turned is _TURNED and not any(token.get("verbs") for token in tokenise(how)):
        raise NotDrawable(notes.state_not_drawn(about.label, f"less {how}", "en"))
    return None


def _about(what: str, base: Scene) -> Thing | None:
    """What is meant, where that is there: a hat, or whoever has the hair."""
    if (one := one_called(what, base)) is not None:
        return one
    found = named_in(re.sub(r"^(?:his|her|its|their|my|that|this|those|these) ", "the ", what), base)
    if found:
        return found[-1]
    if (owner := re.match(r"(?:the )?(?P<who>[a-z ]+?)'s ", what, re.IGNORECASE)) is not None:
        return one_called(f"the {owner['who']}", base)
    if re.search(r"\b(?:hair|beard)$", what):
        return next((each for each in base.objects if kinds()[each.kind].alive), None)
    return None
