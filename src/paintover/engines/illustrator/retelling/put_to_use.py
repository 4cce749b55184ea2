"""What people say of things that are there for somebody to use: "one of them plays the guitar", "tie a ribbon round its neck",
"fill both glasses with milk", "steam coming out of the pan", "a girl buying one".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import BEDS, kinds
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.pronouns import drawn_as_he, drawn_as_she
from paintover.engines.illustrator.retelling.whom import WHO, named, one_called, people, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.windows import has_windows
from paintover.engines.illustrator.wording import Pattern

_ON_A_BOARD = Pattern(
    r"(?:\bon (?:an? )|(?P<up>\b(?:put up|add|draw|hang) an? ))(?:(?:little|small|big|wooden|notice|chalk) )*(?:board|placard|blackboard|chalkboard)(?=(?: (?:saying|that says|with)\b.*)?\W*$)"
)


def on_a_sign(prompt: str, base: Scene) -> str:
    """Words on a board where none is: a board is a sign. In a classroom it hangs there already."""
    if base.env.place == "classroom" or any(one.says or "board" in one.kind for one in base.objects):
        return prompt
    if re.search(r"\b(?:write|says|say|saying|put up|with)\b", prompt) is None:
        return prompt
    return _ON_A_BOARD.sub(lambda on: f"{on['up'] or 'on a '}sign", prompt)


_USES = Pattern(
    rf"(?P<who>one of them|{WHO}) (?:should be |should |is |must be |can )?(?:play(?:s|ing)?|strum(?:s|ming)?|hold(?:s|ing)?|pick(?:s|ing)? up|us(?:e|es|ing)|read(?:s|ing)?|carry(?:ing)?|carries|take|takes) (?:on )?the (?P<what>[a-z]+(?: [a-z]+)?)"
)


def _uses(match: re.Match[str], base: Scene) -> str | None:
    """Who plays the guitar that lies there has that one, and no second."""
    what = [one for one in named_in(f"the {match['what']}", base) if not kinds()[one.kind].alive]
    if len(what) != 1 or (what[0].rel is not None and what[0].rel.type in ("hold", "wear")):
        return None
    if kinds()[what[0].kind].height_m > _CARRIED_M:
        return None
    one = _first_of(people(base), base) if match["who"] == "one of them" else one_called(match["who"], base)
    return f"give {named(what[0], base)} to {named(one, base)}" if one is not None and one.id != what[0].id else None  # fmt: skip


_CARRIED_M = 1.3
"""How tall something may be that somebody takes up."""


def _first_of(several: Sequence[Thing], base: Scene) -> Thing | None:
    placed = [one for one in several if one.id in base.layout]
    return min(placed, key=lambda one: base.layout[one.id].x, default=None)


_TIES = Pattern(
    r"tie (?P<what>an? (?:[a-z]+ )?(?:ribbon|bow|scarf|bandana|bell|balloon|necktie|tie|kerchief)) (?:(?:a?round|on|onto|to|on to) (?P<who>.{2,30}))"
)
_BODY = re.compile(
    r"^(?P<whose>its|his|her|the [a-z]+(?: [a-z]+)?'s) (?:neck|head|tail|hair|ear|collar|wrist|paw)$"
)


def _ties(match: re.Match[str], base: Scene) -> str | None:
    """A ribbon is tied: no tie comes with it."""
    body = _BODY.match(match["who"])
    if body is None:
        return f"give {match['who']} {match['what']}" if named_in(match["who"], base) else None
    who = {"its": "it", "his": "him", "her": "her"}.get(body["whose"], body["whose"].removesuffix("'s"))
    one = one_called(who, base)
    return None if one is None else f"give {named(one, base)} {match['what']}"


_GETS = r"(?:gets?|climbs?|jumps?|comes?|goes?|steps?|hops?|crawls?|(?:is|are) (?:getting|climbing|jumping|coming|stepping|hopping|crawling))"
_OF_WHAT = r"(?: of (?:(?:the|his|her|its|their) [a-z]+|it|bed))"
_OUT_OF = (
    Pattern(
        rf"(?:move|put|get|lift|let|bring|make|have|take) (?P<who>{WHO})(?: (?:get|climb|jump|come|go|step|crawl|hop))?(?: back| right)? out{_OF_WHAT}"
    ),
    Pattern(rf"(?:let|make|have) (?P<who>{WHO}) {_GETS}(?: back| right)? out{_OF_WHAT}?"),
    Pattern(rf"(?P<who>{WHO}) (?:should |now )?{_GETS}(?: back| right)? out{_OF_WHAT}?(?: now)?"),
    Pattern(rf"(?P<who>{WHO}) (?:should )?(?:gets? up|is getting up|is (?:already )?up)(?: now| already)?"),
)
_MANY = frozenset({"they", "them", "both"})


def _out_of(match: re.Match[str], base: Scene) -> str | None:
    """Who is in something, or lies on it, is beside it."""
    one = None if match["who"].lower() in _MANY else one_called(match["who"], base)
    inside = [
        (each, host)
        for each in (standing(base) if match["who"].lower() in _MANY else [one])
        if each is not None and each.rel is not None and kinds()[each.kind].alive
        and (host := base.thing(each.rel.to)) is not None and not kinds()[host.kind].alive
        and (each.rel.type in ("inside", "on") and host.kind not in FLOORS)
    ]  # fmt: skip
    up = re.search(r" up\b", match[0]) is not None
    if up and not all((each.pose or "").startswith(_ABED) for each, _ in inside):
        return ", ".join(f"{named(each, base)} stands up" for each, _ in inside)
    labels = {each.label for each, _ in inside}
    if len(inside) > 1 and len(labels) == 1 and len({host.id for _, host in inside}) == 1:
        label = labels.pop()
        return f"the {label if label.endswith('s') else plural_of(label)} get off {named(inside[0][1], base)}"
    return ", ".join(f"{named(each, base)} gets off {named(host, base)}" for each, host in inside) or None


_ABED = ("sleep", "lie")
FLOORS = frozenset({"rug", "carpet", "picnic-mat"})


_GETS_IN = Pattern(
    rf"(?:(?:let|have|make) )?(?P<who>(?:an? )?{WHO}) (?:should )?(?:gets?|hops?|climbs?|jumps?|goes|go|crawls?|steps?|is (?:getting|hopping|climbing|going|crawling))(?: back| right)? (?:into|in|inside|on|onto|aboard) (?P<what>(?:the|his|her|their) [a-z]+|bed|it)"
)


def _gets_in(match: re.Match[str], base: Scene) -> str | None:
    """Into the car, the tent or the bed that is there."""
    words = match["what"].replace("bed", "the bed") if match["what"] == "bed" else match["what"]
    what = [one for one in named_in(words, base) if not kinds()[one.kind].alive and one.kind not in MOUNTED]
    if len(what) != 1 or kinds()[what[0].kind].height_m < _CARRIED_M / 2:
        return None
    if match["who"].lower() in _MANY:
        several = [one for one in standing(base) if kinds()[one.kind].alive]
    else:
        one = one_called(match["who"], base)
        several = [one] if one is not None and kinds()[one.kind].alive else []
    how = "on" if what[0].kind in BEDS | SEATS else "in"
    return ", ".join(f"put {named(one, base)} {how} {named(what[0], base)}" for one in several) or None


MOUNTED = frozenset({"bicycle", "motorcycle", "scooter", "tandem-bicycle", "skateboard", "surfboard", "sled", "swing-set", "slide"})  # fmt: skip


_BY_THE_HAND = Pattern(
    r"(?:(?:let|have|make) )?(?P<who>(?:(?:the|his|her|an?) )?[a-z]+(?: [a-z]+)??) (?:is |should )?(?:holds?|holding|takes?|taking|grabs?|grabbing|squeez(?:es?|ing)) (?P<whose>his|her|the [a-z]+(?: [a-z]+)?'s) hands?(?: tight(?:ly)?)?"
)


def _by_the_hand(match: re.Match[str], base: Scene) -> str | None:
    """His mom holds his hand: the two hold hands, and she comes where she is not there."""
    words = re.sub(r"^(?:the|his|her|an?) ", "", match["who"].lower())
    pronoun = words in ("he", "she", "him")
    there = one_called(words if pronoun else f"the {words}", base)
    said = parse(f"a {words}").mentions
    comes = len(said) == 1 and said[0].kind is not None and is_somebody(said[0].kind) and not pronoun
    if there is None and not comes:
        return None
    others = [one for one in people(base) if there is None or one.id != there.id]
    if match["whose"].lower() not in ("his", "her"):
        whom = one_called(match["whose"].removesuffix("'s"), base)
    else:
        fits = drawn_as_he if match["whose"].lower() == "his" else drawn_as_she
        able = [one for one in others if fits(one)] or others
        whom = next((one for one in able if one.id == base.focus), able[-1] if able else None)
    if whom is None or (there is not None and whom.id == there.id):
        return None
    who = named(there, base) if there is not None else f"a {words}"
    return f"{who} and {named(whom, base)} hold hands"


_OF_THEM = Pattern(r"(?P<n>one|two|three|both|all|some) of them (?P<does>[a-z][a-z ]{2,24})")


def _of_them(match: re.Match[str], base: Scene) -> str | None:
    """One of them winks, after the talk was of things: one of the people."""
    about = base.thing(base.focus or "")
    first = next(iter(tokenise(match["does"])), None)
    several = people(base)
    if about is None or kinds()[about.kind].alive or first is None or len(several) < 2:
        return None
    labels = {one.label for one in several}
    if not (first.get("poses") or first.get("moods")) or len(labels) != 1:
        return None
    label = labels.pop()
    who = label if label.endswith("s") or label == "people" else plural_of(label)
    return f"{match['n']} of the {who} {match['does']}"


_AT_A_WINDOW = Pattern(
    rf"(?:(?:add|put|draw|show|let|have|make) )?(?P<who>(?:an? |some )?[a-z]+(?: [a-z]+)??|{WHO})(?: (?:is|are|who is|to|that is))*"
    r" (?P<does>(?:wav(?:es?|ing)|look(?:s|ing)?|peek(?:s|ing)?|peep(?:s|ing)?|lean(?:s|ing)?|star(?:es?|ing)|smil(?:es?|ing)|sit(?:s|ting)?|stand(?:s|ing)?|watch(?:es|ing)?|call(?:s|ing)?|shout(?:s|ing)?|sing(?:s|ing)?|appear(?:s|ing)?)(?: at (?:us|me|him|her|them))?(?: out)? )?"
    r"(?:from|at|in|out of|through|behind|out) (?:the|an?|one of the|its) (?:[a-z]+ ){0,2}windows?(?: of (?:the|his|her|their) [a-z]+)?"
)


def _at_a_window(match: re.Match[str], base: Scene) -> str | None:
    """Out of doors, at a window of the only house that is there: in that, where it is seen."""
    if base.env.place in INDOORS or any("window" in one.kind for one in base.objects):
        return None
    hosts = [
        one for one in base.objects if one.rel is None and has_windows(one) and not kinds()[one.kind].alive
    ]
    if len(hosts) != 1:
        return None
    words = match["who"].lower()
    one = None if words.startswith(("a ", "an ", "some")) else one_called(words, base)
    if one is not None:
        if not kinds()[one.kind].alive:
            return None
        put = f"put {named(one, base)} in {named(hosts[0], base)}"
        return f"{put}, {named(one, base)} waves" if (match["does"] or "").startswith("wav") else put
    said = parse(words).mentions
    if words in ("someone", "somebody"):
        words = "a person"
    elif len(said) != 1 or said[0].kind is None or not kinds()[said[0].kind].alive:
        return None
    elif not re.match(r"an? |the |some ", words):
        words = f"a {words}"
    waving = "waving " if (match["does"] or "").startswith("wav") else ""
    return f"add {words} {waving}in {named(hosts[0], base)}"


_FILLS = (
    Pattern(
        r"(?:please )?fill (?:both|all|all of|each of|each|every)?(?: of)? ?(?:the )?(?P<what>[a-z]+(?: [a-z]+)?) (?:up )?with (?P<drink>[a-z]+(?: [a-z]+)?)"
    ),
    Pattern(
        r"pour (?:some |the )?(?P<drink>[a-z]+(?: [a-z]+)?) into (?:both|all|each of|each|every)?(?: of)? ?(?:the )?(?P<what>[a-z]+(?: [a-z]+)?)"
    ),
)


def _fills(match: re.Match[str], base: Scene) -> str | None:
    """Each of the glasses, and not one of them."""
    vessels = named_in(match["what"], base)
    said = parse(match["drink"]).mentions
    if len(vessels) < 2 or len(said) != 1 or said[0].kind is None:
        return None
    if said[0].kind in _GLASSFULS and all(one.kind in _EMPTY for one in vessels):
        return ", ".join(f"replace {named(one, base)} with a glass of {match['drink']}" for one in vessels)
    return ", ".join(f"put {match['drink']} in {named(one, base)}" for one in vessels)


_EMPTY = frozenset({"drinking-glass", "wine-glass", "cup"})
_GLASSFULS = frozenset({"milk", "juice", "juice-glass", "soda", "white-wine", "wine-glass", "beer", "tea", "coffee", "hot-chocolate", "soy-milk", "whisky", "lemonade", "water-glass"})  # fmt: skip
"""Drinks that are drawn in a glass or a cup of their own."""


_STEAMS = Pattern(
    r"(?:add |put |draw |with |have |let )?(?:some |more |a bit of |a little |hot )?steam(?:ing)?(?: (?:coming|rising|going|floating|comes|rises|pouring))?(?: (?:up|out|off|over|above|on|from|of|the|its|it|him|her))*(?: (?P<of>[a-z]+(?: [a-z]+)?))?|make (?:the )?(?P<also>[a-z]+) (?:steam|steaming|hot)"
)
_HOT = frozenset({"coffee", "tea", "soup", "frying-pan", "cooking-pot", "pot-of-food", "kettle", "teapot", "noodle-bowl", "noodles", "rice", "hot-pot", "coffee-cup", "bowl", "cup", "mug", "pot", "wok", "teacup", "hot-drink"})  # fmt: skip


def _steams(match: re.Match[str], base: Scene) -> str | None:
    """Steam is over what is hot."""
    of = match["of"] or match["also"]
    there = named_in(f"the {of}", base) if of else [one for one in base.objects if one.kind in _HOT]
    hot = [one for one in there if not kinds()[one.kind].alive and kinds()[one.kind].height_m < 1]
    return f"add steam above {named(hot[0], base)}" if len(hot) == 1 else None


_ONE_OF_THOSE = Pattern(
    r"(?:add )?(?P<who>an? (?:[a-z]+ )?[a-z]+|the [a-z]+) (?:(?:is|who is) )?(?:buying|picking|eating|holding|carrying|taking|choosing|selling|picking up) (?P<many>one|some|two|it)(?: of (?:them|those|these))?"
)


def _one_of_those(match: re.Match[str], base: Scene) -> str | None:
    """A girl buying one, of the pumpkins that lie there: she has one in the hand."""
    about = base.thing(base.focus or "")
    things = [one for one in standing(base) if not kinds()[one.kind].alive and kinds()[one.kind].height_m < 1]
    if about is None or kinds()[about.kind].alive or kinds()[about.kind].height_m >= 1:
        alike = [one for one in things if sum(two.kind == one.kind for two in things) > 1]
        about = next(reversed(alike or things), None)
    if about is None:
        return None
    noun = name_of(about, chinese=False)
    given = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    who = match["who"]
    return f"give {who} {given}" if who.startswith("the ") else f"add {who} holding {given}"


_POND = Pattern(
    r"(?:(?:add|put|draw|make) )?(?P<what>(?:an? |the )?(?:little |small |tiny )?pond)(?: with [a-z ]+)? (?:in|into|at) (?:the|a|one) (?:(?:bottom|top|front|back|far|near) )?(?:(?P<side>left|right)(?:[- ]hand)? )?corner"
)


def _pond(match: re.Match[str], base: Scene) -> str | None:
    """A pond that has a corner is in the place that there is, and no other place."""
    return f"add a pond on the {match['side'] or 'right'}"


_LOOKS = Pattern(
    rf"(?P<who>{WHO}) (?:looks?|seems?|feels?|is looking|is feeling) (?:a (?:bit|little) |very |quite |so |really )?(?P<how>[a-z]+)"
)


def _looks(match: re.Match[str], base: Scene) -> str | None:
    """He looks worried: he is to look so."""
    if not any(token.get("moods") for token in tokenise(match["how"])):
        return None
    who = re.sub(r"(?:make|let|have) ", "", match["who"].lower())
    return f"make {({'he': 'him', 'she': 'her', 'they': 'them'}).get(who, who)} {match['how']}"


_DRIVES_IT = Pattern(
    r"(?:add |put )?(?P<who>an? [a-z]+(?: [a-z]+)?) (?P<does>driving|riding|steering|flying|pushing|pulling) it"
)


def _drives_it(match: re.Match[str], base: Scene) -> str | None:
    """A farmer driving it: the only thing there that can be driven."""
    driven = [one for one in standing(base) if kinds()[one.kind].habitat == "road" and not kinds()[one.kind].alive]  # fmt: skip
    return f"add {match['who']} {match['does']} {named(driven[0], base)}" if len(driven) == 1 else None


_LOOKS_ON = Pattern(
    r"(?:the |an? |his |her |their )?(?P<who>[a-z]+(?: [a-z]+)?) (?P<does>looking at|watching|smiling at|waving at|pointing at|hugging) (?P<whom>him|her|it|them)"
)


def _looks_on(match: re.Match[str], base: Scene) -> str | None:
    """The mum looking at him, where no mum is yet: she comes, and looks at the one who is there."""
    said = parse(f"a {match['who']}").mentions
    if len(said) != 1 or said[0].kind is None or not kinds()[said[0].kind].alive:
        return None
    living = [one for one in standing(base) if kinds()[one.kind].alive]
    if named_in(f"the {match['who']}", base) or len(living) != 1:
        return None
    article = "an" if match["who"][0] in "aeiou" else "a"
    return f"add {article} {match['who']} {match['does']} {named(living[0], base)}"


_FLUTTERING = frozenset({"butterfly", "bee", "dragonfly", "ladybug", "moth", "mosquito", "fly", "firefly"})
_IT_JUMPS = Pattern(
    r"(?:make|let|have) it (?P<does>jump|run|sit|sit down|lie down|walk|dance|stretch|stand up|pounce|leap|roll over|beg)"
)


def _it_jumps(match: re.Match[str], base: Scene) -> str | None:
    """It jumps: no butterfly that has just come, but the kitten that is after it."""
    about = base.thing(base.focus or "")
    able = [one for one in standing(base) if kinds()[one.kind].alive and one.kind not in _FLUTTERING]
    if about is None or about.kind not in _FLUTTERING or not able:
        return None
    return f"make {named(able[-1], base)} {match['does']}"


PUT_TO_USE: Sequence[Form] = (
    (_DRIVES_IT, _drives_it),
    (_LOOKS_ON, _looks_on),
    (_IT_JUMPS, _it_jumps),
    (_USES, _uses),
    (_TIES, _ties),
    *((form, _out_of) for form in _OUT_OF),
    (_GETS_IN, _gets_in),
    (_OF_THEM, _of_them),
    (_BY_THE_HAND, _by_the_hand),
    (_AT_A_WINDOW, _at_a_window),
    *((form, _fills) for form in _FILLS),
    (_STEAMS, _steams),
    (_ONE_OF_THOSE, _one_of_those),
    (_POND, _pond),
    (_LOOKS, _looks),
)
"""Whole clauses of what is used, each with what it is told as."""
