"""What is asked of somebody in the picture in turns that the grammar takes for another wish: "have her clap", "only the boy
waves", "she hands the dog a cake", "the dog says woof", "a surprised face", "make her look 80". Told plainly, or refused where
no drawing shows it.

Each clause stays as it is where it is no such wish, or is about nobody who is there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.talk import living_in
from paintover.engines.illustrator.retelling.whom import named, one_called, people
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_QUOTES = re.compile(r"[“”\"「」『』]")
_CLAUSES = re.compile(
    r"([,;.!?\n]+ +| and then | then | and (?=(?:the|he|she|they|make|let|have|give) (?:[a-z]+ )?(?:say|says|shouts?|yells?|barks?)\b))"
)
_COURTESY = re.compile(
    r"^(?:(?:please|now|and|ok|okay|so|also|then|can you|could you|maybe)[ ,]+)+|(?:[ ,]+(?:please|now|then|thanks))+$|[.!]+$",
    re.IGNORECASE,
)
_WHO = r"(?:him|her|them|it|he|she|they|both(?: of them)?|(?:the|my|his|her) (?:[a-z]+ )?[a-z]+?|the [a-z]+ and the [a-z]+)"


def told_of_somebody(prompt: str, base: Scene) -> str:
    """The wish with such clauses told plainly; quotations stay as they are.

    Raises:
        NotDrawable: it is about a part that is drawn with who has it, or a fight that no drawing shows.
    """
    if not prompt.isascii() or _QUOTES.search(prompt) or not living_in(base):
        return prompt
    parts = _CLAUSES.split(prompt)
    parts[::2] = [
        told_by_form(_COURTESY.sub("", clause.strip()), base, _FORMS) or clause for clause in parts[::2]
    ]
    return "".join(parts)


def _those(words: str, base: Scene) -> list[Thing]:
    """Who of the picture is meant, and lives; nobody where that is not sure."""
    words = words.lower().removesuffix(" of them")
    if words in ("they", "them", "both"):
        folk = people(base)
        there = folk if len(folk) > 1 else living_in(base)
        return there if words != "both" or len(there) == 2 else []
    if " and the " in words:
        both = [one_called(each, base) for each in words.split(" and ")]
        return [one for one in both if one is not None and kinds()[one.kind].alive]
    one = one_called(words, base)
    return [one] if one is not None and kinds()[one.kind].alive else []


def _together(things: Sequence[Thing], base: Scene) -> str:
    return " and ".join(named(one, base) for one in things)


# What is said aloud

_SAYS = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{_WHO})(?: should| must| to)? (?:(?:is |are )?(?:say(?:s|ing)?|shout(?:s|ing)?|yell(?:s|ing)?|scream(?:s|ing)?|whisper(?:s|ing)?|exclaim(?:s|ing)?|repl(?:y|ies|ying)|bark(?:s|ing)?|meow(?:s|ing)?|ask(?:s|ing)?|sing(?:s|ing)?(?= (?:la|happy birthday)\b))(?: out)?(?: loud)?)[:,]? (?P<words>[a-z0-9][a-z0-9 '!?]{{0,38}}?)(?: (?:to|at) (?:the [a-z]+|him|her|them|everyone|each other|us))?"
)
_NO_WORDS = re.compile(
    r"(?:to|at|that|something|nothing|anything|an?|the|his|her|its|their|for|about|like|into|in|on|with|without|it|so|if|and|while|from|over|"
    r"him|them|us|louder|again|too|[a-z]+ly|up|down|out|loud|a lot)\b",
    re.IGNORECASE,
)


def _says(match: re.Match[str], base: Scene) -> str | None:
    """Somebody's words, which stand in no quotation marks."""
    words, those = match["words"].strip(), _those(match["who"], base)
    if not those or (_NO_WORDS.match(words) and not words.isupper()):
        return None
    return ", ".join(f"{named(one, base)} says “{words}”" for one in those)


# What somebody is to do

_HAVE = Pattern(rf"(?:have|get) (?P<who>{_WHO}) (?P<does>[a-z]+)(?P<rest>(?: .+)?)")
_IS_NO_DEED = frozenset(
    [
        "on",
        "in",
        "at",
        "by",
        "with",
        "without",
        "behind",
        "beside",
        "under",
        "over",
        "near",
        "next",
        "to",
        "from",
        "of",
        "and",
        "or",
        "a",
        "an",
        "the",
        "some",
        "his",
        "her",
        "its",
        "their",
        "two",
        "more",
        "another",
        "be",
        "done",
        "gone",
        "look",
        "closer",
        "away",
        "back",
        "up",
        "down",
        "inside",
        "outside",
        "too",
        "as",
        "well",
    ]
)


def _have(match: re.Match[str], base: Scene) -> str | None:
    """ "Have her scratch her head": who is there is to do it, and nobody comes."""
    who, does = match["who"], match["does"].lower()
    if (
        does in _IS_NO_DEED
        or not _those(who, base)
        or any(token.get("kinds") and not token.get("poses") for token in tokenise(does))
    ):
        return None
    doing_so = len(told := tokenise(does)) == 1 and (told[0].get("poses") or told[0].unknown)
    return f"make {who} {does}{match['rest']}" if doing_so else None


_ONLY = Pattern(
    r"(?:only|just) (?P<who>(?:the|my) (?:[a-z]+ )?[a-z]+?|he|she|it) (?P<does>[a-z]+s|(?:should|must) [a-z]+)(?P<rest>(?: .+)?)"
)


def _only(match: re.Match[str], base: Scene) -> str | None:
    """ "Just the man waves": the others stay where they are."""
    deed = f"{match['who']} {match['does']}{match['rest']}"
    said = parse(deed).mentions
    shown = len(said) == 1 and (said[0].pose or said[0].mood)
    return deed if shown and len(_those(match["who"], base)) == 1 else None


_HANDS = Pattern(
    rf"(?P<who>{_WHO}) (?:hands|passes|is handing|is passing) (?P<whom>the [a-z]+|him|her|it) (?P<what>(?:an?|some|two) .+)"
)


def _hands(match: re.Match[str], base: Scene) -> str | None:
    """To hand somebody something is to give it, and no hand."""
    who, whom = _those(match["who"], base), _those(match["whom"], base)
    if len(who) != 1 or len(whom) != 1 or who[0].id == whom[0].id:
        return None
    return f"{named(who[0], base)} is giving {named(whom[0], base)} {match['what']}"


_RIDE = Pattern(
    r"(?:(?:make|let|have) )?(?:they|them|both)(?: of them)?(?: both)?(?: should)? (?:are )?(?P<does>rid(?:e|ing)|driv(?:e|ing)|paddl(?:e|ing)|row(?:ing)?) (?P<what>(?:an?|the) [a-z ]+?)(?: together)?"
)
_RIDING: Final = {"rid": "riding", "driv": "riding in", "paddl": "sitting in", "row": "sitting in"}


def _ride(match: re.Match[str], base: Scene) -> str | None:
    """They ride a bike: both are on it."""
    folk = people(base)
    there = folk if len(folk) == 2 else living_in(base)
    if len(there) != 2:
        return None
    does = next(told for stem, told in _RIDING.items() if match["does"].lower().startswith(stem))
    return f"{_together(there, base)} are {does} {match['what']}"


_PILLOWS = Pattern(
    r"(?:(?:make|let|have) )?(?:(?:they|them|both|the [a-z]+(?: and the [a-z]+)?)(?: of them)?(?: are| should)? )?(?:(?:have|having|having|start|starting|in) )?(?:an? )?(?:big )?(?:pillow|snowball|food|water|sword|tickle) fight(?:ing)?"
)


def _pillows(match: re.Match[str], base: Scene) -> str | None:
    """A pillow fight: no drawing shows people at it, and nobody is to become a pillow."""
    if re.search(r"\b(?:snowball|water|sword) fight", match[0]) and not match[0].lower().startswith(
        ("make", "let", "have")
    ):
        return None
    fight = re.search(r"[a-z]+ fight", match[0].lower())
    raise NotDrawable(notes.pose_not_drawn([fight[0] if fight else match[0]], "en"))


# How somebody looks

_FACE = Pattern(
    r"(?:give (?P<whom>him|her|the [a-z]+) )?(?:an? |with an? )?(?:very |more )?(?P<mood>[a-z]+) (?:face|look|expression|eyes|eyebrows|smile|mouth)(?: on (?P<who>him|her|the [a-z]+|(?:his|her) face))?"
)


def _face(match: re.Match[str], base: Scene) -> str | None:
    """A surprised face is one that somebody makes."""
    mood = next((token.get("moods") for token in tokenise(match["mood"])), None)
    whom = match["whom"] or (match["who"] or "").removesuffix(" face").replace("his", "him")
    one = one_called(whom, base) if whom else _about(base)
    return None if mood is None or one is None else f"make {named(one, base)} {match['mood']}"


def _about(base: Scene) -> Thing | None:
    """Who was spoken of, of those who live; else the first of them."""
    about, living = base.thing(base.focus or ""), living_in(base)
    return about if about in living else next(iter(people(base) or living), None)


_YEARS = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{_WHO})(?: should)? (?:looks?|be|is|turns?)(?: (?:like )?(?:he|she)(?:'s| is))?(?: (?:about|around|over|like|at least))* (?P<years>\d{{1,3}})(?: years? old)?"
)
_OLD, _GROWN, _TEEN = 60, 20, 13


def _years(match: re.Match[str], base: Scene) -> str | None:
    """To look 80 is to look old, and no number of people."""
    those = _those(match["who"], base)
    if len(those) != 1 or those[0] not in people(base):
        return None
    years, who = int(match["years"]), named(those[0], base)
    if years >= _OLD:
        return f"make {who} older" if those[0].kind in ("man", "woman") else f"make {who} old"
    age = "an adult" if years >= _GROWN else "a teenager" if years >= _TEEN else "a child"
    return f"turn {who} into {age}"


# Parts of a body, and what is on the head

_BODY = r"eyes|lips|ears|nose|paws|hooves|hoofs|whiskers|eyebrows|eyelashes|teeth|tongue|toes|fingers|nails|cheeks|sleeves|headlights"
_PART = Pattern(
    rf"(?:i want |i'd like |can we have |add )?(?:the |his |her |its |their )?(?:(?P<ahead>[a-z]+(?: [a-z]+)?) (?P<part>{_BODY})(?: on (?:him|her|it|the [a-z]+)| please)?|(?P<also>{_BODY}) (?:should be|are|must be|to be|in) (?P<behind>[a-z]+(?: [a-z]+)?))"
)
_WHOSE_PART = Pattern(
    r"(?:(?:make|paint|colou?r|turn) )?(?:the [a-z]+'s|his|her|its|their) (?P<part>hooves|hoofs|whiskers|toes|fingers|nails|sleeves|headlights|eyelashes)(?: should be| are| to be| be)? (?P<behind>[a-z]+(?: [a-z]+)?)"
)


def _part(match: re.Match[str], base: Scene) -> str | None:
    """Green eyes are somebody's, who is drawn with them: no eyes come for themselves."""
    said = match.groupdict()
    part, how = said["part"] or said["also"], said.get("ahead") or said["behind"]
    looks = tokenise(how.removeprefix("the "))
    coloured = bool(looks) and all(
        any(map(one.get, ("colours", "patterns"))) or one.text.lower() in _SHADES for one in looks
    )
    if not coloured or named_in(f"the {part}", base):
        return None
    raise NotDrawable(notes.part_of_a_drawing(part.lower(), "en"))


_SHADES = frozenset({"light", "dark", "bright", "pale", "deep"})
_ON_THE_HEAD = Pattern(
    r"(?:remove|take off|take away|get rid of) (?:everything|whatever|what|all)(?: that)? (?P<who>he|she|it|the [a-z]+) (?:wears|is wearing|has|has got)(?: on)?(?: on (?:his|her|its) (?P<at>head|neck|face|feet))?"
)
_AT: Final = {
    "head": ("head", "top"),
    "neck": ("neck",),
    "face": ("eyes", "face", "mouth", "nose"),
    "feet": ("feet",),
}


def _on_the_head(match: re.Match[str], base: Scene) -> str | None:
    """What somebody wears there goes, and not who wears it."""
    those = _those(match["who"], base)
    if len(those) != 1:
        return None
    worn = [
        one
        for one in base.objects
        if one.rel is not None and (one.rel.type, one.rel.to) == ("wear", those[0].id)
    ]
    if match["at"]:
        worn = [one for one in worn if one.rel is not None and one.rel.part in _AT[match["at"].lower()]]
    if not worn:
        raise NotDrawable(notes.already_so("en"))
    return "remove " + " and ".join(f"the {name_of(one, chinese=False)}" for one in worn)


_FORMS: Sequence[Form] = (
    (_SAYS, _says),
    (_YEARS, _years),
    (_HANDS, _hands),
    (_RIDE, _ride),
    (_PILLOWS, _pillows),
    (_ONLY, _only),
    (_HAVE, _have),
    (_ON_THE_HEAD, _on_the_head),
    (_FACE, _face),
    (_WHOSE_PART, _part),
    (_PART, _part),
)
