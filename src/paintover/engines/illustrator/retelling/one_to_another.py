"""What two in the picture do together or to each other, and what somebody needs: "have him give her a flower", "have her
dance with him", "they should sit next to each other", "he needs a hat", "a ball in each hand".

Whoever is there already never comes a second time for it: a deed that is not known is refused.
"""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.meant import plural_of
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.whom import named, one_called, people
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"^(?P<lead>(?:(?:please|now|and|then|also|ok|so|can you|could you),? )*)"
_ONE = r"(?:the|my) [a-z]+(?: [a-z]+)?"
_END = r"(?: please| now)?(?=$|[,.;!])"
_GIVES = Pattern(
    rf"{_LEAD}(?:make|let|have|get) (?P<who>{_ONE}|him|her) (?:to )?(?P<does>give|hand|pass|offer|bring|show) (?P<whom>{_ONE}|him|her) (?P<what>(?:an?|some|two|three) [a-z][a-z ]*?){_END}"
)
_GIVES_TO = Pattern(
    rf"{_LEAD}(?:make|let|have|get) (?P<who>{_ONE}|him|her) (?:to )?(?P<does>give|hand|pass|offer|bring|show) (?P<what>(?:an?|some|two|three) [a-z][a-z ]*?) to (?P<whom>{_ONE}|him|her){_END}"
)
_DEEDS = "dance|sing|walk|run|jump|swim|skip|laugh|play"
_WITH = Pattern(
    rf"{_LEAD}(?:make|let|have|get) (?P<who>{_ONE}|him|her) (?:to )?(?P<deed>{_DEEDS}) (?:along |together )?with (?P<whom>{_ONE}|him|her){_END}"
)
_TOGETHER = Pattern(
    rf"{_LEAD}(?:(?:make|let|have|get) )?(?P<who>they|them|the two(?: of them)?|both(?: of them)?) (?:both )?(?:should |must |to |can )?(?P<deed>{_DEEDS}) (?:together|with (?:each other|one another)){_END}"
)
_ARGUE = Pattern(
    rf"{_LEAD}(?:make|let|have|get) (?P<who>them|the two(?: of them)?|both(?: of them)?) (?:to )?(?:argue|quarrel|fight)(?: (?:with )?(?:each other|one another))?{_END}"
)
_SIDE_BY_SIDE = Pattern(
    rf"{_LEAD}(?:(?:make|let|have|get) )?(?:they|them|the two(?: of them)?|both(?: of them)?) (?:both )?(?:should |must |to |can )?(?P<pose>sit|sleep|kneel|lie down)(?: down)? (?:next to|beside|close to) (?:each other|one another){_END}"
)
_EACH_HAND = Pattern(
    r"\ban? (?P<what>(?:[a-z]+ )?[a-z]+) (?:in|on) each (?:hand|of (?:his|her|their|the [a-z]+'s) hands)\b"
)
_PUT_IN_EACH = Pattern(
    r"\b(?:put|place) an? (?P<what>(?:[a-z]+ )?[a-z]+) (?:in|into) each (?:of (?:(?P<whose>his|her)|(?P<who>the [a-z]+)'s) hands)\b"
    rf"|\b(?:let|have|make) (?P<one>{_ONE}|him|her) (?:have|hold|carry) an? (?P<held>(?:[a-z]+ )?[a-z]+) (?:in|on) each (?:hand|of (?:his|her) hands)\b"
)
_NEEDS = Pattern(
    rf"{_LEAD}(?P<who>{_ONE}|he|she|they|it|(?:the|this|my) (?:picture|scene|drawing|image)|this|that) (?:really |also |still |just )?(?:needs?|could use|could do with|would look (?:good|nice|better|great) with|is missing) (?P<what>(?:an?|some|two|three|more) (?!(?:bit|little|lot) )[a-z][a-z ]*?){_END}"
)
_ONE_WITH = Pattern(
    r"\bthe one (?:with|in|wearing|holding) (?:the|a) (?P<what>[a-z]+(?: [a-z]+)??)(?= (?:should|must|[a-z]+)\b|$|[,.;])"
)
_ONE_WITH_TWO_WORDS = Pattern(
    r"\bthe one (?:with|in|wearing|holding) (?:the|a) (?P<what>[a-z]+ [a-z]+)(?= [a-z]+\b|$|[,.;])"
)
_AFTER_ALL = Pattern(r"(?<=[a-z]) after all(?=\s*(?:$|[,.;!]))")
_WHOLE = re.compile(
    r"(?:the|this|my) (?:picture|scene|drawing|image|room|background)|this|that", re.IGNORECASE
)
_STANDS = re.compile(
    r"(?:next to|beside|behind|in front of|on|in|under|near|between|at|by|to the (?:left|right))\b",
    re.IGNORECASE,
)


def told_of_one_another(prompt: str, base: Scene) -> str:
    """The wish with both of those who do something named, and what is needed or given told as given.

    Raises:
        NotDrawable: "the one with the cap" is meant, and there is no cap.
    """
    if not prompt.isascii() or '"' in prompt:
        return prompt
    prompt = _AFTER_ALL.sub("", _by_what_they_have(prompt, base))
    for words, tell in (
        (_GIVES, _given),
        (_GIVES_TO, _given),
        (_WITH, _with),
        (_TOGETHER, _together),
        (_ARGUE, _at_odds),
        (_SIDE_BY_SIDE, _beside),
        (_NEEDS, _needed),
    ):
        match = words.match(prompt)
        told = None if match is None else tell(match, base)
        if match is not None and told is not None:
            return match["lead"] + told + prompt[match.end() :]
    return _EACH_HAND.sub(_two_of, _PUT_IN_EACH.sub(_given_two, prompt))


def _by_what_they_have(prompt: str, base: Scene) -> str:
    """The one with the cap by name; a cap that nobody has would come by itself otherwise."""
    match = _ONE_WITH_TWO_WORDS.search(prompt)
    if match is None or [mention.label for mention in parse(match["what"]).mentions] != [
        match["what"].lower()
    ]:
        match = _ONE_WITH.search(prompt)  # "the cap jump", unlike "the top hat", is no name of one thing
    said = () if match is None else parse(match["what"]).mentions
    if (
        match is None
        or len(said) != 1
        or said[0].kind is None
        or kinds()[said[0].kind].alive
        or said[0].colour
    ):
        return prompt
    found = named_in(f"the {match['what']}", base)
    if not found and match["what"] not in prompt[: match.start()]:
        raise NotDrawable(notes.not_in_picture(match["what"], "en"))
    whose = [
        base.thing(one.rel.to) for one in found if one.rel is not None and one.rel.type in ("wear", "hold")
    ]
    if len(found) != 1 or len(whose) != 1 or whose[0] is None or not kinds()[whose[0].kind].alive:
        return prompt
    return f"{prompt[: match.start()]}{named(whose[0], base)}{prompt[match.end() :]}"


def comes_no_second_time(prompt: str, base: Scene) -> str:
    """The wish as it is.

    Raises:
        NotDrawable: somebody of the picture is to do what no drawing shows, and another one would come for it.
    """
    _turns_into_nothing(prompt, base)
    one, rest = _who_has_to(prompt, base)
    if one is None or not kinds()[one.kind].alive:
        return prompt
    if _STANDS.match(rest) is not None:
        return f"put {named(one, base)} {rest}"
    if any(token.get("actions") or token.get("poses") for token in tokenise(rest)[:1]):
        return prompt
    said = parse(prompt)
    first = said.mentions[0] if said.mentions else None
    anew = any(op.action == "add" and op.target == 0 and op.fresh for op in said.operations)
    if first is None or not anew or first.kind != one.kind or not first.definite or first.pose or first.mood:
        return prompt
    raise NotDrawable(notes.pose_not_drawn([one.label], "en"))


_MADE_TO = Pattern(
    r"^(?:please |now |and |then )*(?:make|let|have|get) (?P<who>him|her|them|(?:the|my) [a-z]+) (?:to )?(?P<does>(?!an?\b|the\b|into\b|all\b|both\b|some\b|look\b|be\b|wear|hold|have\b|with\b|and\b|in\b|on\b|more\b|less\b|two\b|three\b)[a-z]+) (?P<rest>(?:an?|the|some|his|her|their) [a-z ]+|[a-z]+s)$"
)


def _turns_into_nothing(prompt: str, base: Scene) -> None:
    """Nobody is replaced by what something is to be done with: "make him wax a car".

    Raises:
        NotDrawable: somebody would be.
    """
    match = _MADE_TO.match(prompt)
    if match is None or not prompt.isascii():
        return
    said = parse(prompt)
    for op in said.operations:
        comes = said.mentions[op.other] if op.other is not None and op.other >= 0 else None
        if op.action != "replace" or comes is None or comes.kind is None or kinds()[comes.kind].alive:
            continue
        word = match["does"].lower()
        if any(token.get("colours") or token.get("sizes") or token.get("kinds") for token in tokenise(word)):
            continue
        one = one_called(match["who"], base)
        living = (one is not None and kinds()[one.kind].alive) or match["who"].lower() in ("him", "them")
        if living and people(base):
            whom = one.label if one is not None else match["who"]
            raise NotDrawable(notes.pose_not_drawn([whom], "en"))


def _who_has_to(prompt: str, base: Scene) -> tuple[Thing | None, str]:
    """Who of the picture is to do something, and the words of what."""
    words = prompt.split()
    if not words or words[0].lower() not in ("let", "have", "get"):
        return None, ""
    for many in (2, 3):
        who = " ".join(words[1 : 1 + many])
        one = one_called(who, base) if re.match(r"(?:the|my) ", who) and len(words) > 1 + many else None
        if one is not None:
            return one, " ".join(words[1 + many :])
    return None, ""


def _both(match: re.Match[str], base: Scene) -> tuple[Thing, Thing] | None:
    who, whom = one_called(match["who"], base), one_called(match["whom"], base)
    folk = people(base)
    if who is None or whom is None or who == whom or who not in folk or whom not in folk:
        return None
    return who, whom


def _given(match: re.Match[str], base: Scene) -> str | None:
    pair = _both(match, base)
    if pair is None:
        return None
    who, whom = (named(one, base) for one in pair)
    if match["does"].lower() == "show":
        return f"{who} is holding {match['what']} and looking at {whom}"
    return f"{who} gives {whom} {match['what']}"


def _with(match: re.Match[str], base: Scene) -> str | None:
    pair = _both(match, base)
    return None if pair is None else f"make {' and '.join(named(one, base) for one in pair)} {match['deed']}"


def _two(base: Scene) -> str | None:
    """Both who are meant where no names are told, in English."""
    folk = people(base)
    return " and ".join(named(one, base) for one in folk) if len(folk) == 2 else None


def _together(match: re.Match[str], base: Scene) -> str | None:
    return f"make {_two(base) or 'them'} {match['deed']}"


def _at_odds(_: re.Match[str], base: Scene) -> str | None:
    both = _two(base)
    return None if both is None else f"{both} are fighting"


def _beside(match: re.Match[str], base: Scene) -> str | None:
    """They sit where they are, if nobody is between them; else they come together besides."""
    living = [
        one for one in base.objects if kinds()[one.kind].alive and one.rel is None and one.id in base.layout
    ]
    if len(living) != 2:
        return None
    first, second = sorted((base.layout[one.id].box for one in living), key=lambda box: box[0])
    apart = second[0] - first[2] > max(first[2] - first[0], second[2] - second[0])
    return f"make them {match['pose']}" + ("; move them closer together" if apart else "")


def _needed(match: re.Match[str], base: Scene) -> str | None:
    who, what = match["who"].lower(), match["what"]
    if any(mention.kind is None for mention in parse(f"add {what}").mentions):
        return None
    if _WHOLE.fullmatch(who):
        return f"add {what}"
    one = one_called({"he": "him", "she": "her"}.get(who, who), base)
    if one is None or not kinds()[one.kind].alive:
        return None
    needed = parse(f"add {what}").mentions
    if (
        len(needed) != 1
        or kinds()[needed[0].kind or ""].alive
        or re.search(r"\b(?:with|and|on|in|at|to)\b", what)
    ):
        return None
    return f"give {named(one, base)} {what}"


def _two_of(match: re.Match[str]) -> str:
    return f"two {plural_of(match['what'])}"


def _given_two(match: re.Match[str]) -> str:
    whom = match["who"] or match["one"] or {"his": "him"}.get(match["whose"].lower(), "her")
    return f"give {whom} two {plural_of(match['what'] or match['held'])}"
