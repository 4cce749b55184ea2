"""What people say of a picture in passing, short of its verb or its noun: "kite a bit higher", "hats for both", "same for the
girl", "dog gone", "put it on her other side", "one on the floor". Told as whole sentences that the grammar reads.

Each clause stays as it is where it is no such wish, or the picture has not what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.among_them import AMONG_THEM
from paintover.engines.illustrator.retelling.at_a_match import AT_A_MATCH
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.pronouns import drawn_as_he, drawn_as_she
from paintover.engines.illustrator.retelling.put_to_use import PUT_TO_USE, on_a_sign
from paintover.engines.illustrator.retelling.whom import IS_NO_NAME, WHO, named, one_called, people, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import LIKE, is_somebody, likeness
from paintover.engines.illustrator.staging.mounts import mounts
from paintover.engines.illustrator.wording import Pattern

_QUOTES = re.compile(r"[“”\"「」『』]")
_CLAUSES = re.compile(r"([,;.!?\n]+ +| and then | then )")
_COURTESY = re.compile(
    r"^(?:(?:please|now|and|ok|okay|so|also|then|just|can you|could you|maybe)[ ,]+)+"
    r"|(?:[ ,]+(?:please|now|though|then|thanks))+$|[.!]+$",
    re.IGNORECASE,
)


def told_curtly(prompt: str, base: Scene) -> str:
    """The wish with such clauses told in full; quotations stay as they are."""
    prompt = on_a_sign(prompt, base)
    if not prompt.isascii() or _QUOTES.search(prompt):
        return prompt
    prompt = _PUT_THERE.sub(r"\g<one> \g<where>", _STREWN.sub("put", prompt))
    prompt = _LOOKS_AT.sub("make", _SOMEONE.sub("a person", _THAT_MANY.sub(r"make it \g<many>", prompt)))
    if any(one.kind == "drinking-glass" for one in base.objects):
        prompt = _GLASS.sub(r"\g<lead>drinking glass\g<many>", prompt)
    prompt = _OF_THAT_SEX_AND.sub(r"\g<first>, ", prompt)
    prompt = _OF_THAT_FACE.sub(lambda match: _by_face(match, base), prompt)
    if (whole := _told(prompt, base, _TWO_SIDED)) != prompt:
        return whole
    parts = _CLAUSES.split(prompt)
    parts[::2] = [_told(clause, base, _FORMS) for clause in parts[::2]]
    return "".join(parts)


_Tell = Callable[[re.Match[str], Scene], str | None]
_THAT_MANY = Pattern(
    r"\bmake (?:that|those|them) (?P<many>(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b(?! times))"
)

_OF_THAT_FACE = Pattern(
    r"(?P<lead>^\W*(?:(?:now|and|please|then) )*|[,;.] *(?:and )?)(?P<who>she|he)(?= (?:should|must|is|has|[a-z]+s)\b)|(?P<give>\bgive )(?P<whom>her|him)(?= (?:an?|some|two|the|long|short)\b)"
)


def _by_face(match: re.Match[str], base: Scene) -> str:
    """She or he, of several: the only one who is drawn as such, where the others are drawn as the other."""
    folk, word = people(base), (match["who"] or match["whom"]).lower()
    ours, others = (drawn_as_she, drawn_as_he) if word in ("she", "her") else (drawn_as_he, drawn_as_she)
    fits = [one for one in folk if ours(one)]
    if len(folk) < 2 or len(fits) != 1 or not all(others(one) for one in folk if one is not fits[0]):
        return match[0]
    return f"{match['lead'] or ''}{match['give'] or ''}{named(fits[0], base)}"


_GLASS = Pattern(
    r"(?P<lead>\b(?:the|one|two|three|four|both|each|every|all|less|fewer|more|another) (?:of the |the )?)(?<!his )(?<!her )glass(?P<many>(?:es)?)\b(?! of\b)"
)
"""A glass to drink from, where one stands."""
_OF_THAT_SEX_AND = Pattern(
    r"(?P<first>^\W*(?:please )?(?:make|turn|change) (?:him|her|the [a-z]+(?: [a-z]+)?) (?:into )?an? (?:woman|man|girl|boy|lady)),? and (?=(?:give|put|let|make|have|add) )"
)
_SOMEONE = Pattern(r"\b(?:someone|somebody)\b(?! else)")
_PUT_THERE = Pattern(
    r"(?P<one>^(?:please )?add (?:an? |another |some |two |three )(?!.*\b(?:in|on|at|by|to|under|behind|beside|near|with)\b.*\b(?:it|him|her|them) )[a-z' -]+?),? (?:and )?(?:then )?(?:put|place|set|have|stand|seat) (?:it|them|(?:him|her)(?!.* (?:it|them)$)) (?P<where>(?:right |down )?(?:next to|beside|near|close to|in front of|in|into|on|onto|on top of|under|behind|between|above|over|at) [a-z' ]+)(?=$|[.!])"
)
"""Add a dog and put it next to her: what comes is put there, and nothing that was there."""
_STREWN = Pattern(
    r"(?:^|(?<=[,;.] )|(?<= and ))(?:throw|toss|scatter|strew|sprinkle|drop|fling|chuck)(?= (?:an?|some|a few|a handful of|a bunch of|two|three|four|five|six) [a-z ]{2,20}?(?: all)? (?:on|onto|over|across|around) (?:the|her|his|their|its) )"
)
"""What whoever looks on throws somewhere lies there, and nobody in the picture throws it."""
_LOOKS_AT = Pattern(r"\bhave(?= (?:him|her|it|them|the [a-z]+) look(?:ing)? (?:at|up|down)\b)")


def _told(clause: str, base: Scene, forms: Sequence[tuple[Pattern, _Tell]]) -> str:
    return told_by_form(_COURTESY.sub("", clause.strip()), base, forms) or clause


# Where it is to go

_HIGHER = Pattern(
    rf"(?:(?P<verb>take|bring|move|put|lift|raise|lower|pull|fly|float|hang|place|set|get|make|let|have) )?(?P<who>{WHO})"
    r"(?: (?:should|must|needs to|has to))?(?: (?:be|go|fly|float|hang))?(?: (?:a (?:bit|little|touch)|much|slightly|even|way|far))? "
    r"(?P<how>higher|lower)(?: up| down)?(?: in the (?:air|sky))?"
)
_HIGHER_ALONE = Pattern(r"(?:(?:a (?:bit|little)|much|even) )?(?P<how>higher|lower)(?: up| down)?")
_TO_A_SIDE = Pattern(
    rf"(?P<who>{WHO})(?: (?:should|must))?(?: (?:goes?|moves?|be|more|farther|further|over|a (?:bit|little)))* (?:to the |on the )?(?<!upside )(?P<side>left|right|up|down)(?: side)?(?: a (?:bit|little)| more)?"
)
_OTHER_SIDE = Pattern(
    rf"(?:(?:put|move|place|bring|have|get|shift|make) )?(?P<who>{WHO})(?: (?:should|must|needs to))?(?: (?:be|go|stand|sit|come))? (?:over )?(?:to|on|onto|at) "
    rf"(?:(?P<whose>his|her|its|their) other side|the (?:other|opposite) side of (?P<of>{WHO}))"
)
_OTHER_WAY = Pattern(
    rf"(?P<who>(?:the )?[a-z]+(?: [a-z]+)?) (?:should |must )?(?:be )?(?:facing|faces|face|going|driving|looking|pointing|turned) (?:in )?the other (?:way|direction)|(?:turn|spin|swing) (?P<round>{WHO}) round"
)
_FACES = Pattern(
    rf"(?:(?:make|let|have|turn) )?(?P<who>{WHO})(?: (?:should|must|needs to))?(?: (?:to|be))? (?:face|faces|facing|look|looks|looking|turn|turns|turned|point|pointing)(?: (?:to|towards?|in)(?: the)?)? (?P<side>left|right)"
)


def _higher(match: re.Match[str], base: Scene) -> str | None:
    """The kite higher: it goes up. A higher tower is a taller one."""
    one = one_called(match["who"], base)
    moves = match["verb"] not in (None, "make", "let", "have")
    if one is None or not (moves or _is_aloft(one)):
        return None
    return f"move {named(one, base)} {'up' if match['how'].lower() == 'higher' else 'down'}"


def _is_aloft(one: Thing) -> bool:
    return kinds()[one.kind].habitat == "sky" or one.pose in ("fly", "float") or one.kind in _LIGHT


_LIGHT = frozenset({"kite", "balloon", "red-balloon", "lantern", "sky-lantern", "bubble", "bubbles"})
"""What somebody holds, and yet is in the air."""


def _higher_alone(match: re.Match[str], base: Scene) -> str | None:
    """Higher, with no word of what: what was spoken of, or what alone is in the air."""
    about, aloft = base.thing(base.focus or ""), [one for one in base.objects if _is_aloft(one)]
    one = aloft[0] if len(aloft) == 1 else about
    return None if one is None else f"move {named(one, base)} {'up' if match['how'].lower() == 'higher' else 'down'}"  # fmt: skip


def _to_a_side(match: re.Match[str], base: Scene) -> str | None:
    one = one_called(match["who"], base)
    if one is None:
        return None
    side = match["side"].lower()
    return f"move {named(one, base)} {side if side in ('up', 'down') else f'to the {side}'}"


def _to_the_other_side(match: re.Match[str], base: Scene) -> str | None:
    """On her other side: to her left of who is to her right."""
    one = one_called(match["who"], base)
    whose = {"his": "he", "her": "she", "its": "it", "their": "they"}.get(match["whose"] or "")
    of = _another(whose, one, base) if whose else one_called(match["of"], base)
    if one is None or of is None or one.id == of.id or not {one.id, of.id} <= base.layout.keys():
        return None
    side = "left" if base.layout[one.id].x > base.layout[of.id].x else "right"
    return f"move {named(one, base)} to the {side} of {named(of, base)}"


def _another(pronoun: str, one: Thing | None, base: Scene) -> Thing | None:
    """Who is meant by a pronoun and is not that one."""
    host = None if one is None or one.rel is None else base.thing(one.rel.to)
    if host is not None and kinds()[host.kind].alive:
        return host
    meant = one_called(pronoun, base)
    return None if meant is None or (one is not None and meant.id == one.id) else meant


def _other_way(match: re.Match[str], base: Scene) -> str | None:
    one = one_called(match["who"] or match["round"], base)
    return None if one is None else f"turn {named(one, base)} around"


def _faces(match: re.Match[str], base: Scene) -> str | None:
    """Who rides looks where the mount goes."""
    one = one_called(match["who"], base)
    under = (
        base.thing(one.rel.to) if one is not None and one.rel is not None and one.rel.type == "on" else None
    )
    one = under if under is not None and (under.kind in mounts() or kinds()[under.kind].alive) else one
    return None if one is None else f"{named(one, base)} should face {match['side'].lower()}"


# Who gets what

_HANDS_UP = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{WHO})(?: should| must)? (?:hold|holds|put|puts|lift|lifts|raise|raises|throw|throws|stretch|stretches|wave|waves)(?: up)? (?:(?:his|her|its|their|an?|one|both|the)(?: (?:left|right)| of (?:his|her|their))? )?(?:arms?|hands?|paws?)(?: up| up high| (?:up )?in(?:to)? the air| high| (?:up )?(?:over|above) (?:his|her|their) heads?)?"
)
_HANDS_UP_ALONE = Pattern(
    r"(?:(?:put|hold|lift|throw|raise|hands?|arms?|both|two|one|his|her|their|the) )*(?:arms?|hands?)(?: should be)? (?:up|up high|in the air|raised|up in the air|(?:up )?(?:over|above) (?:his|her|their) heads?)"
    r"|(?:raise|lift)(?: up)? (?:both |one |an? )?(?:of )?(?:his|her|its|their)?(?: left| right| front)? ?(?:arms?|hands?|paws?)(?: up| high)*"
)
_ALL_DIFFERENT = Pattern(
    r"give (?:them(?: all)?|all of them|everyone|everybody|each|(?:all )?the [a-z]+)(?: all)? (?P<what>(?:[a-z]+ )?[a-z]+s),? (?:in |of |with )?(?:all )?different colou?rs"
)


def _all_different(match: re.Match[str], base: Scene) -> str | None:
    """Caps in different colours are of different colours, and who wears them is not."""
    said = parse(match["what"]).mentions
    worn = len(said) == 1 and said[0].kind is not None and kinds()[said[0].kind].wear is not None
    return f"different coloured {match['what']}" if worn else None


_FOR_BOTH = Pattern(
    r"(?:give |get )?both(?: of them)? (?P<what>(?:an? |some )?(?:[a-z]+ ){0,2}[a-z]+)|(?P<also>(?:an? |some )?(?:[a-z]+ ){0,2}[a-z]+) for both(?: of them)?"
)
_BOTH = Pattern(
    r"(?P<lead>(?:make|let|have|give|put) (?:[a-z ]{1,24} (?:on|for) )?|)(?:they (?:should |must )?both|both(?: of them)?)(?P<rest> [a-z ]+|)"
)
_EVERYONE_WITH = Pattern(
    r"(?:everyone|everybody|all of them|them all|all)(?: of them)? (?:with|in|gets?|has|have|needs?) (?P<what>an? [a-z ]{2,24}|[a-z]+s)|(?P<also>(?:an? )?[a-z]+(?: [a-z]+)?) (?:on|for) (?:all of them|everyone|everybody|them all|all)"
)
_ON_WHOM = Pattern(
    rf"(?P<what>(?:an? )?(?:[a-z]+ )?[a-z]+) (?:on|for) (?P<who>the (?:left|right|middle) (?:one|[a-z]+)|{WHO})"
)


def _on_whom(match: re.Match[str], base: Scene) -> str | None:
    """Red collar on the left one: who is there has it on."""
    said = parse(match["what"]).mentions
    worn = len(said) == 1 and said[0].kind is not None and kinds()[said[0].kind].wear is not None
    sided = re.sub(r"^(the (?:left|right|middle)) [a-z]+$", r"\1 one", match["who"])
    one = None if sided.lower() in ("both", "them", "they") else one_called(sided, base)
    if not worn or one is None or not kinds()[one.kind].alive:
        return None
    there = named_in(match["what"], base)
    if len(there) == 1 and there[0].rel is not None and there[0].rel.to not in (one.id, "") and match["what"].isalpha():  # fmt: skip
        return f"put {named(there[0], base)} on {named(one, base)}"
    if there:
        return None
    return f"give {named(one, base)} {_a(match['what'])}"


_ONE_TOO = Pattern(
    rf"(?:give|get) (?P<who>{WHO}) one(?: too| as well| also)?|(?:the )?same (?:for|with|on) (?P<same>{WHO})|(?:and )?(?P<well>{WHO}) (?:too|as well|also)|one (?:for|on) (?P<on>{WHO})(?: too| as well)?"
)


def _hands_up(match: re.Match[str], base: Scene) -> str | None:
    """Whose arms are held up; no arm is held in a hand."""
    one = None if match["who"].lower() in ("them", "they", "both") else one_called(match["who"], base)
    up = re.search(r" up\b|air|high|over|rais|lift", match[0], re.IGNORECASE)
    return f"{named(one, base)} is {_arms_up(match[0])}" if one is not None and up else None


def _hands_up_alone(match: re.Match[str], base: Scene) -> str | None:
    """Arms up, of the one who was spoken of, or else of the only one who has any."""
    about, folk = base.thing(base.focus or ""), people(base)
    if about is not None and about.rel is not None and about not in folk:
        about = base.thing(about.rel.to)
    folk = folk or [one for one in standing(base) if kinds()[one.kind].alive]
    one = about if about in folk else folk[-1] if folk else None
    return None if one is None else f"{named(one, base)} is {_arms_up(match[0])}"


def _arms_up(told: str) -> str:
    """What is said of who raises an arm, or both."""
    one = re.search(r"\b(?:hand|arm|paw)\b", told, re.IGNORECASE) is not None and "both" not in told.lower()
    return "raising a hand" if one else "raising both arms"


def _pair(base: Scene) -> list[Thing]:
    """The two who are "both": of a couple and its dog the couple."""
    folk = people(base)
    living = [one for one in standing(base) if kinds()[one.kind].alive]
    return folk if len(folk) == 2 else living if len(living) == 2 else []


def _named_together(things: Sequence[Thing], base: Scene) -> str:
    return " and ".join(named(one, base) for one in things)


_TOGETHER = Pattern(
    r"(?:(?:make|let|have) )?(?:they|them|both|the two|the two of them)(?: should| must| are)? (?P<does>hold(?:ing)? hands|shak(?:e|ing) hands|kiss(?:ing)?|danc(?:e|ing) together|high[- ]?fiv(?:e|ing))"
)


def _together(match: re.Match[str], base: Scene) -> str | None:
    """They hold hands: the couple, and not its dog."""
    folk = people(base)
    if len(folk) != 2:
        return None
    does = re.sub(r"^(\w+?)ing\b", lambda verb: {"hold": "hold", "shak": "shake", "kiss": "kiss", "danc": "dance"}.get(verb[1], verb[1]), match["does"])  # fmt: skip
    return f"{_named_together(folk, base)} {does}"


def _for_both(match: re.Match[str], base: Scene) -> str | None:
    what, pair = match["what"] or match["also"], _pair(base)
    whom, _, rest = what.partition(" ")
    if rest and len(there := named_in(whom, base)) == 2 and all(kinds()[one.kind].alive for one in there):
        what, pair = rest, there  # "give both girls hats"
    said = parse(what).mentions
    if len(pair) != 2 or len(said) != 1 or said[0].kind is None or kinds()[said[0].kind].alive:
        return None
    return ", ".join(f"give {named(one, base)} {_a(what)}" for one in pair)


_PAIRED = re.compile(r"(?:glasses|sunglasses|goggles|boots|shoes|gloves|mittens|trousers|jeans|shorts|pants|socks|skates|skis|headphones|earrings|pyjamas|wings)$", re.IGNORECASE)  # fmt: skip


def _a(what: str) -> str:
    """One of it: hats for both are a hat for each."""
    if re.match(r"(?:an?|some) ", what) or _PAIRED.search(what):
        return what
    lead, _, noun = what.rpartition(" ")
    single = next((noun.removesuffix(end) + new for end, new in _ENDINGS if noun.endswith(end)), noun)
    return f"a {lead} {single}".replace("  ", " ")


_ENDINGS = (("taches", "tache"), ("ies", "y"), ("ves", "f"), ("shes", "sh"), ("ches", "ch"), ("sses", "ss"), ("xes", "x"), ("s", ""))  # fmt: skip


def _both(match: re.Match[str], base: Scene) -> str | None:
    """Both, of two people and a dog: the two people."""
    pair = _pair(base)
    others = [one for one in standing(base) if kinds()[one.kind].alive and one not in pair]
    if len(pair) != 2 or not others:
        return None
    rest = match["rest"]
    said = rest.split()
    for many in (2, 1):
        named_there = {one.id for one in named_in(" ".join(said[:many]), base)} if len(said) > many else set()
        if named_there and not {one.id for one in pair} <= named_there:
            return None  # both dogs, of two people with two dogs
        if named_there:  # both girls: they are told by name already
            rest = f" {' '.join(said[many:])}"
            break
    return f"{match['lead']}{_named_together(pair, base)}{rest}"


def _everyone_with(match: re.Match[str], base: Scene) -> str | None:
    what = match["what"] or match["also"]
    said = parse(what).mentions
    worn = len(said) == 1 and said[0].kind is not None and kinds()[said[0].kind].wear is not None
    return f"give everyone {_a(what)}" if worn and len(people(base)) > 1 else None


def _one_too(match: re.Match[str], base: Scene) -> str | None:
    """Her, too: what somebody else got last."""
    who = match["who"] or match["same"] or match["well"] or match["on"]
    given = next((one for one in reversed(base.objects) if one.rel is not None and one.rel.type in ("wear", "hold") and one.look >= 0), None)  # fmt: skip
    one = one_called(who, base)
    if one is None or given is None or given.rel is None or given.rel.to == one.id or not kinds()[one.kind].alive:  # fmt: skip
        return None
    colour = f"{given.colour} " if given.colour and given.colour.isalpha() else ""
    noun = name_of(given, chinese=False)
    return f"give {named(one, base)} {_a(colour + (plural_of(noun) if kinds()[given.kind].paired else noun))}"


_SOMEBODY_DOING = Pattern(
    r"(?P<who>[a-z]+(?: [a-z]+)?) (?P<does>(?:holding|showing|waving|sitting|standing|running|lying|sleeping|flying|walking|watching|jumping|waiting|playing|looking|riding|dancing|eating|reading|peeking|hiding|swimming)\b[^,.;]*)"
)


def _somebody_doing(match: re.Match[str], base: Scene) -> str | None:
    """Referee holding a card: one who is to come, where none is there."""
    said = parse(f"a {match['who']}").mentions
    if len(said) != 1 or said[0].kind is None or not kinds()[said[0].kind].alive or said[0].plural:
        return None
    if named_in(f"the {match['who']}", base) or IS_NO_NAME.match(match["who"]):
        return None
    article = "an" if match["who"][0] in "aeiou" else "a"
    return f"add {article} {match['who']} {match['does']}"


_INTO = Pattern(
    r"(?:make|turn|change) (?:it|that|this) (?:into |to )?(?P<new>an? (?:[a-z]+ ){0,2}?[a-z]+)(?: instead)?"
)


def _into(match: re.Match[str], base: Scene) -> str | None:
    """It is to be a steam train: the train is meant, and not who waits for it."""
    said = parse(match["new"]).mentions
    if len(said) != 1 or (kind := said[0].kind) is None or said[0].left_out:
        return None
    about = base.thing(base.focus or "") or next(reversed(base.objects), None)
    alike = [one for one in standing(base) if likeness(one.kind, kind) >= LIKE]
    if about is None or likeness(about.kind, kind) >= LIKE or len(alike) != 1:
        return None
    return f"replace {named(alike[0], base)} with {match['new']}"


_OTHER_PLACE = Pattern(
    r"(?:change|turn|make|switch|swap|transform) the (?P<old>[a-z]+(?: [a-z]+)?) (?:(?:in)?to|for|with) (?:be )?(?:an? |the )?(?P<new>[a-z]+(?: [a-z]+)?)"
)


def _other_place(match: re.Match[str], base: Scene) -> str | None:
    """The kitchen is to be a restaurant, where that is the place: nothing that is there is exchanged."""
    old, new = tokenise(match["old"]), tokenise(match["new"])
    here = len(old) == 1 and (old[0].get("places") == base.env.place or match["old"].lower() in _PLACES)
    there = len(new) == 1 and new[0].get("places") is not None
    if not (here and there) or named_in(f"the {match['old']}", base):
        return None
    return f"change the background to a {match['new']}"


_PLACES = frozenset({"room", "place", "location", "setting", "scene", "scenery", "background", "backdrop"})


# What goes, and what changes places

_GONE = Pattern(
    rf"(?:get|take) (?P<who>{WHO}) (?:out of (?:there|here|it|the (?:picture|scene|image))|outta here)|(?P<gone>(?:the )?[a-z]+(?: [a-z]+)?) (?:is |should be |must be )?gone|(?:lose|ditch|scrap|bin|drop) (?P<lost>the [a-z]+(?: [a-z]+)?)"
)
_SWAP_PAIR = Pattern(
    r"(?:(?:they|the two(?: of them)?|both) (?:should |must )?)?(?:swap|switch|change|trade|exchange) (?:(?:them|the two|both)(?: around| over| round)?|(?:their |the )?(?:places|positions|sides|spots)|(?:the )?(?:two |both )?(?P<who>kids|children|people|friends|guys|persons|players|animals|pets)(?: around| over)?)"
)
_SWAP_COLOURS = Pattern(
    r"(?:swap|switch|exchange|change round) (?:the(?:ir)? )?colou?rs(?: around| over| of (?:them|the two|both))?"
)
_ONE_ELSEWHERE = Pattern(
    r"(?:(?:put|move|place|have|get|make) )?(?:one|one of them)(?: (?:of them|should|must|be|is|sitting|standing|lying|sleeping))* (?P<rel>on|to|onto|under|behind|in front of|next to|beside|in|into) (?P<ground>(?:the|an?) [a-z ]{2,24})"
)
_ONE_LESS = Pattern(
    r"(?:one |a )?(?P<n>one|two|three) (?:less|fewer) (?P<what>[a-z]+(?: [a-z]+)?)|(?P<m>one|two|three) (?P<also>[a-z]+(?: [a-z]+)?) (?:less|fewer)"
)


def _one_less(match: re.Match[str], base: Scene) -> str | None:
    what = match["what"] or match["also"]
    return f"remove {match['n'] or match['m']} {what}" if named_in(what, base) else None


_NTH = Pattern(
    r"(?P<lead>add |put |draw |and |with )?(?:an? )?(?:second|third|fourth|fifth|extra) (?P<rest>(?!one\b|row\b|line\b|floor\b|storey\b|time\b|from\b|version\b|picture\b)[a-z]+(?: [a-z ]+)?)"
)


def _gone(match: re.Match[str], base: Scene) -> str | None:
    who = match["who"] or match["gone"] or match["lost"]
    if who.lower() in ("them", "they", "both"):
        return None
    if any(one.plural for one in parse(who).mentions) and named_in(who, base):
        return f"remove {who}"  # all the tools
    one = one_called(who, base)
    if one is not None:
        return f"remove {named(one, base)}"
    return f"remove {who}" if named_in(who, base) else None


def _swap_pair(match: re.Match[str], base: Scene) -> str | None:
    """The two of the picture change places, by whatever name they go together."""
    pair = _pair(base)
    if match["who"] in ("animals", "pets"):
        pair = [one for one in standing(base) if kinds()[one.kind].alive and not is_somebody(one.kind)]
    if len(pair) != 2 or pair[0].kind == pair[1].kind:
        return None
    return f"swap {_named_together(pair, base)}"


def _swap_colours(match: re.Match[str], base: Scene) -> str | None:
    """The one gets the colour of the other.

    Raises:
        NotDrawable: the two have no colours that could be told.
    """
    coloured = [one for one in base.objects if one.colour and one.colour.isalpha()]
    if len(coloured) != 2:
        raise NotDrawable(notes.not_in_picture("pair of colours to swap", "en"))
    first, second = coloured
    return f"make {named(first, base)} {second.colour}, make {named(second, base)} {first.colour}"


def _one_elsewhere(match: re.Match[str], base: Scene) -> str | None:
    """One of those alike goes where the others are not."""
    alive = [one for one in standing(base) if kinds()[one.kind].alive]
    alike = [one for one in alive if sum(two.kind == one.kind for two in alive) > 1]
    if not alike or not (parse(match["ground"]).mentions or match["ground"] in _BELOW):
        return None
    rel = {"to": "on", "onto": "on", "into": "in"}.get(match["rel"].lower(), match["rel"].lower())
    first = min(alike, key=lambda one: base.layout[one.id].x if one.id in base.layout else 0.0)
    return f"put {named(first, base)} {rel} {match['ground']}"


_BELOW = frozenset({"the floor", "the ground", "the grass", "the carpet", "the rug"})


def _nth(match: re.Match[str], base: Scene) -> str | None:
    """A third cat is one more."""
    noun = match["rest"].split()[0]
    return f"add another {match['rest']}" if named_in(noun, base) else None


_SO_MANY_OF_EACH = Pattern(
    r"(?:make (?:it|them) |i want )?(?P<boys>one|two|three|a) boys? and (?P<girls>one|two|three|a) girls?(?: instead)?"
)
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}


def _so_many_of_each(match: re.Match[str], base: Scene) -> str | None:
    """Two boys and one girl, of three children: who they are."""
    boys, girls = (_COUNTS[match[who].lower()] for who in ("boys", "girls"))
    children = [one for one in people(base) if one.kind in _CHILDREN and one.id in base.layout]
    if len(children) != boys + girls or any(one.rel is not None for one in children):
        return None
    across = sorted(children, key=lambda one: base.layout[one.id].x)
    told = [(one, "boy" if at < boys else "girl") for at, one in enumerate(across)]
    changed = [f"replace {named(one, base)} with a {who}" for one, who in told if one.kind != who]
    return ", ".join(changed) or None


_CHILDREN = frozenset({"child", "boy", "girl", "pupil", "toddler"})


# Two at once

_COLOURED = r"(?:(?:should be|is|in|be) )?(?P<{}>[a-z]+(?: [a-z]+)?)"
_LEFT_AND_RIGHT = Pattern(
    r"(?:make |paint |colou?r )?(?:the )?(?P<side>left|right|first|bigger|smaller|front|back) one "
    + _COLOURED.format("a")
    + r"(?:,? and|,) (?:the )?(?P<other>left|right|other|second|bigger|smaller|front|back)(?: one)? "
    + _COLOURED.format("b")
)
_HAIRED = {"ginger": "orange", "blond": "yellow", "blonde": "yellow", "tan": "brown", "cream": "white"}


def _left_and_right(match: re.Match[str], base: Scene) -> str | None:
    """The left one grey and the other one ginger: two orders, of the only two alike."""
    a, b = (_paint(match[which]) for which in ("a", "b"))
    if not a or not b:
        return None
    side, other = match["side"].lower(), match["other"].lower()
    opposite = {"left": "right", "right": "left", "first": "second"}.get(side, other)
    other = opposite if other in ("other", "second") else other
    return f"make the {side} one {a}, make the {other} one {b}"


def _paint(words: str) -> str:
    words = _HAIRED.get(words.lower(), words)
    tokens = tokenise(words)
    return words if tokens and all(token.get("colours") for token in tokens) else ""


_TWO_SIDED: Sequence[tuple[Pattern, _Tell]] = ((_LEFT_AND_RIGHT, _left_and_right),)
_FORMS: Sequence[tuple[Pattern, _Tell]] = (
    (_HANDS_UP, _hands_up),
    (_HANDS_UP_ALONE, _hands_up_alone),
    *AT_A_MATCH,
    *PUT_TO_USE,
    *AMONG_THEM,
    (_INTO, _into),
    (_OTHER_PLACE, _other_place),
    (_SOMEBODY_DOING, _somebody_doing),
    (_HIGHER_ALONE, _higher_alone),
    (_HIGHER, _higher),
    (_OTHER_SIDE, _to_the_other_side),
    (_OTHER_WAY, _other_way),
    (_FACES, _faces),
    (_TO_A_SIDE, _to_a_side),
    (_ONE_TOO, _one_too),
    (_ON_WHOM, _on_whom),
    (_EVERYONE_WITH, _everyone_with),
    (_TOGETHER, _together),
    (_ALL_DIFFERENT, _all_different),
    (_FOR_BOTH, _for_both),
    (_BOTH, _both),
    (_GONE, _gone),
    (_SWAP_COLOURS, _swap_colours),
    (_SWAP_PAIR, _swap_pair),
    (_ONE_ELSEWHERE, _one_elsewhere),
    (_ONE_LESS, _one_less),
    (_NTH, _nth),
    (_SO_MANY_OF_EACH, _so_many_of_each),
)
