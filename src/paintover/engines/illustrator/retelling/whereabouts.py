"""Where something is to be as it is said at ease, and who comes as it is said in passing: "a cottage way off in the back", "a
snowman out front", "a third kid, a girl with pigtails".
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.whom import named, one_called, people
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.staging.hung import hangs_so
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_COMES = Pattern(
    r"^(?:(?:please|now|and|then|also|maybe|ok|so|can you|could you),? )*(?:(?:add|put|place|draw|stick|pop|plonk|set|move|have|show|include|paint|throw in|give me|i want|i'd like|how about|there should be|there's) )?(?:an?|another|one|some|two|three|four|five|a few|a couple of|the|him|her|it|them) "
)
"""What brings something, or puts something somewhere."""
_FAR_BACK = Pattern(
    r",? (?:(?:(?:way|far|right|all the way|just|off|out|over|back|up) )+(?:in|at|to|into) the (?:far |very |way )*(?:back|background|distance|rear)(?:ground)?"
    r"|(?:in|at) the way back|(?:way|far) (?:back|off)(?: there)?|out back|(?:out )?along the back)(?=$|[,.;!?]| and )"
)
_UP_FRONT = Pattern(
    r",? (?:(?:right |way |just )?(?:out|up|down) (?:in )?front|(?:(?:right |way |up |out |down )+(?:in|at)|across|along) the (?:very )?front)(?: of (?:it|everything))?(?=$|[,.;!?]| and )"
)
_AT_THE_DOOR = Pattern(
    r" (?:(?:over|right|just|out) )?(?:at|by|near|beside|next to|in front of|outside|on|to) (?:the |its |their )?(?:front |back )?(?:door(?:step|way)?|entrance|porch|front steps)(?=$|[,.;!?])"
)
_DOES = Pattern(
    r"(?:(?:please|now|and|then|also|maybe|ok|so|can you|could you),? )*(?!an?\b|another\b|one\b|some\b|two\b|three\b|four\b|five\b|the\b)[a-z]"
)
_JUST_SO = Pattern(
    r"(?<=[a-z]) (?:(?:way|right|just|smack|up|down|over|off|out|all the way) )+(?=(?:in|on|at|by|near|behind|under|beneath|next to|beside|along|across|between|against|to the (?:left|right)) (?:the|his|her|its|their|it|him|them|that|an?|left|right)\b)"
)
_OF_A_DEED = Pattern(
    r"(?:ing|\b(?:looks?|climbs?|sits?|stands?|lies|falls?|jumps?|runs?|walks?|flies|goes|comes?|hangs?|is|are|it|him|her|them|that|leans?|bends?|turns?|moves?|rolls?|floats?|curls?|curled|dressed|made|cut|laid|lit|on|in|at))$"
)
"""What ends so goes on with "up" or "down": climbing up on a wall."""
_UP_TOP = Pattern(r" up top(?=$|[,.;!?])")
_A_SIDE_CORNER = Pattern(r"\bin the (?P<side>left|right)(?:[- ]hand)? corner(?=$|[,.;!?])")
_FROM_THE_SIDE = Pattern(
    r" (?:peeking|peeping|poking|peering|coming|leaning|sticking)(?: in| out)? from the (?P<side>left|right)(?: edge| side)?(?: of the (?:picture|image|frame))?(?=$|[,.;!?])"
)
_ANOTHER = Pattern(
    r"^(?P<lead>(?:(?:please|now|and|then|also|ok|so),? )*(?:(?:add|put|draw|have|bring in|give me|i want|how about) )?)(?:an? (?:second|third|fourth|fifth|extra)|another|one more|an?) (?P<any>[a-z]+)(?P<where> (?:next to|beside|behind|in front of|to the (?:left|right) of|near|on|with|for|between) [a-z' ]+?)?, (?P<one>an? [a-z][a-z' -]+)$"
)
_THE_BOOKS = Pattern(
    r"\bthe books\b(?! (?:on|in|at) (?:the )?(?:shelf|shelves|wall|background|bookcase|bookshelf))"
)
"""Of a stack, and not the one that somebody reads."""
_LATER_SAID = Pattern(
    r"(?P<new>\b(?:an?(?: (?:second|third|fourth|fifth))?|another|one more)) (?P<noun>[a-z]+), (?:(?:a (?:bit|little)|slightly|much|but|and|even) )*(?P<how>[a-z]+),? (?P<where>(?:on|to|at|in|next to|beside|behind|in front of) (?:the |his |her |its )?[a-z ]+)$"
)
_MORE = {"smaller": "small", "tinier": "tiny", "bigger": "big", "larger": "large", "taller": "tall"}
_TWO_COLOURS = Pattern(
    r"^(?:(?:please|now|make|a|the) )*(?P<one>[a-z]+) (?P<noun>[a-z]+) on the (?P<here>left|right),? (?:and )?(?:an? |the )?(?P<other>[a-z]+)(?: one| (?P=noun))? on the (?P<there>left|right)[.! ]*$"
)
_NEON = Pattern(r"\bneon (?P<what>signs?|signboards?|boards?|lights?)\b")
"""It is no style of the picture."""
_THE_STOP = Pattern(r"\b(?P<at>at|by|near|next to|beside|behind|in front of) the stop\b(?! sign)")
_CRAWLS = Pattern(
    r"\b(?P<x>ants?|bugs?|beetles?|spiders?|ladybugs?|ladybirds?|caterpillars?|snails?|crabs?|lizards?|worms?|snakes?|turtles?|tortoises?|scorpions?) (?:is |are |that is |that are )?(?:crawling|creeping|scurrying|scuttling|slithering|crawls?|creeps?)(?= (?:on|up|over|across|along|around|in|under|towards?|down|from|about)\b|$|[,.])"
)
"""What has many legs, or none, crawls as it is drawn."""
_ALL_THEIR = Pattern(
    r"\b(?:all|both|each|every one)(?: of)? (?P<whose>their|his|her|its) (?P<noun>(?!friends|own\b|hands?\b|arms?\b|feet\b)[a-z]+)\b|\b(?P<does>make|paint|colou?r|dye|turn) their (?P<worn>[a-z]+s)\b"
)
_AT_THE_FEET = Pattern(
    r"(?P<at>(?:^|[,;.] *|\b(?:and|then) ))(?:throw|toss|chuck|fling|scatter|strew|sprinkle|drop|lay)(?: down)? (?P<what>(?:an?|some|two|three|four|five|several|a few|a couple of|lots of) [a-z ]+?|[a-z]+s) (?:all )?(?:at|around|about|by|before|near|round) (?P<whose>his|her|its|their|the [a-z]+(?: [a-z]+)?['’]s?) feet\b"
)
_HANGS_FROM = Pattern(
    r" (?:that is |is )?(?:hanging|hung|slung|dangling|draped)(?: down)? (?:from|off|over|on|across|around|round) (?P<whose>his|her|its|their|the [a-z]+(?: [a-z]+)?['’]s?) (?P<part>shoulders?|arm|neck|hand|wrist|elbow)\b"
)
_LILY_PAD = Pattern(r"\b(?P<pad>lily ?pads?) (?:under|below|beneath|underneath) (?=(?:the|his|her|its) )")
"""It swims as they do."""
_SHOULDER_BAG = Pattern(r"\bshoulder bag\b")
_BAG = Pattern(
    r"(?P<bag>\b(?:bag|handbag|purse|satchel|tote|basket|bucket|shopping bag|crossbody bag|crossbody|lunch ?box|umbrella)) (?:on|over|across|around|from) (?P<whose>his|her|its|their|the [a-z]+(?: [a-z]+)?['’]s?) (?:shoulders?|arm|elbow|wrist|forearm)\b"
)
"""It is drawn in the hand, and nobody carries it on the head."""
_CIRCLING = Pattern(
    r" (?:(?:that is|that are|is|are) )?(?:circling|soaring|gliding|wheeling|swooping)(?: around| about| high| up)* (?:above|overhead|up above|in the (?:sky|air))(?=$|[,.;!?])"
)
_LIKE_MOSS = Pattern(
    r"\b(?P<of>mint|lime|olive|peach|rose|rust|sand|lemon|coral)y (?=(?:green|pink|orange|red|brown|yellow)\b)"
)
_MOSSY = Pattern(r"\bmossy (?=green\b)")
_SIGN_ABOVE = Pattern(
    r"(?:hang|put|add|place|stick)(?: up)? (?P<what>(?:an?|another) (?:[a-z]+ )?(?:sign|signboard|banner|board)) (?:above|overhead|over it|above it|up above|on top)(?=$|[,.;!?])"
)
_IN_WITH = Pattern(
    r"\b(?:in|down|up) (?:there )?with (?P<whom>the [a-z]+(?: [a-z]+)?|him|her|it)(?=$|[,.;!?])"
)
_ANYBODY = frozenset({"skater", "dancer", "singer", "worker", "runner", "person", "friend", "kid", "child", "animal", "pet", "guest", "visitor", "customer", "character", "guy", "passenger", "neighbour", "neighbor", "somebody", "someone", "companion", "creature", "bird", "player"})  # fmt: skip


def told_of_whereabouts(prompt: str, base: Scene) -> str:
    """The wish with the place said plainly, and with one newcomer where two names are told of the same."""
    if not prompt.isascii() or '"' in prompt:
        return prompt
    if sum(one.kind == "books" for one in base.objects) == 1:
        prompt = _THE_BOOKS.sub("the stack of books", prompt)
    if any(one.kind == "bus-stop" for one in base.objects):
        prompt = _THE_STOP.sub(r"\g<at> the bus stop", prompt)
    prompt = _TWO_COLOURS.sub(lambda match: _each_its_colour(match, base), prompt)
    prompt = _LATER_SAID.sub(_said_before, _NEON.sub(r"glowing \g<what>", prompt))
    prompt = _ALL_THEIR.sub(lambda match: _each_of_theirs(match, base), _CRAWLS.sub(r"\g<x>", prompt))
    prompt = _AT_THE_FEET.sub(r"\g<at>put \g<what> by \g<whose> feet", prompt)
    prompt = _HANGS_FROM.sub(_worn_there, _LILY_PAD.sub(r"\g<pad> next to ", prompt))
    prompt = _BAG.sub(r"\g<bag> in \g<whose> hand", _SHOULDER_BAG.sub("crossbody bag", prompt))
    prompt = _CIRCLING.sub(" flying in the sky", prompt)
    prompt = _MOSSY.sub("dark ", _LIKE_MOSS.sub(r"\g<of> ", prompt))
    if (house := _stall(base)) is not None:
        prompt = _SIGN_ABOVE.sub(rf"put \g<what> on {house}", prompt)
    prompt = _ANOTHER.sub(_of_one, prompt)
    prompt = _IN_WITH.sub(lambda match: _with_whom(match, base), prompt)
    if _COMES.match(prompt) is None:
        return prompt
    said = _FROM_THE_SIDE.sub(r" on the far \g<side>", prompt)
    said = _FAR_BACK.sub(" in the background", said)
    house = _house(base)
    said = _UP_FRONT.sub(f" in front of {house}" if house else " in the foreground", said)
    if house and not any(hangs_so(one.kind or "") for one in parse(said).mentions):
        said = _AT_THE_DOOR.sub(f" in front of {house}", said)
    prompt = said if said == prompt or _DOES.match(said) else f"add {said}"
    prompt = _UP_TOP.sub(" at the top", prompt)
    prompt = _A_SIDE_CORNER.sub(r"in the bottom \g<side> corner", prompt)
    return _JUST_SO.sub(lambda match: match[0] if _OF_A_DEED.search(prompt[: match.start()]) else " ", prompt)


def _said_before(match: re.Match[str]) -> str:
    """ "A second snowman, smaller, on the right": a small one, and there."""
    how = _MORE.get(match["how"].lower(), match["how"])
    told = tokenise(how)
    if len(told) != 1 or not any(told[0].get(role) for role in ("sizes", "colours", "patterns")):
        return match[0]
    return f"{match['new']} {how} {match['noun']} {match['where']}"


def _each_its_colour(match: re.Match[str], base: Scene) -> str:
    """ "White horse on the left, brown on the right", of the two that are there."""
    said = parse(match["noun"]).mentions
    kind = said[0].kind if len(said) == 1 else None
    colours = all(token.get("colours") for word in ("one", "other") for token in tokenise(match[word]))
    if not colours or match["here"] == match["there"] or sum(one.kind == kind for one in base.objects) != 2:
        return match[0]
    noun = match["noun"]
    return f"make the {match['here']} {noun} {match['one']} and make the {match['there']} {noun} {match['other']}"


def _worn_there(match: re.Match[str]) -> str:
    """A bag that hangs from a shoulder is on it, and a camera is around the neck."""
    part = match["part"].lower()
    where = {"neck": "around", "hand": "in"}.get(part, "on")
    return f" {where} {match['whose']} {part}"


def _each_of_theirs(match: re.Match[str], base: Scene) -> str:
    """Their hats are all of them; parts of a drawing are told without "all", by which others would come in their stead."""
    said = parse(match["noun"] or match["worn"]).mentions
    worn = bool(said) and said[0].kind is not None and kinds()[said[0].kind].wear is not None
    if match["noun"]:
        return match[0] if worn else f"{match['whose']} {match['noun']}"
    alike = [one for one in base.objects if worn and one.kind == said[0].kind]
    several = worn and len(people(base)) > 1 and not alike
    return f"{match['does']} all their {match['worn']}" if several else match[0]


def _with_whom(match: re.Match[str], base: Scene) -> str:
    """ "A teddy in with the baby" is in the crib in which the baby is."""
    whom = one_called(match["whom"], base)
    bearer = None if whom is None or whom.rel is None else base.thing(whom.rel.to)
    if whom is None or whom.rel is None or bearer is None or whom.rel.type not in ("inside", "on"):
        return match[0]
    return f"{'in' if whom.rel.type == 'inside' else 'on'} {named(bearer, base)}"


def _of_one(match: re.Match[str]) -> str:
    """ "Another kid, a boy in a cap" is that boy."""
    any_, said = match["any"].lower(), parse(match["one"]).mentions
    if not said or said[0].kind is None:
        return match[0]
    comes = kinds()[said[0].kind]
    alike = parse(f"a {any_}").mentions
    same = bool(alike) and alike[0].kind is not None and alike[0].kind == said[0].kind
    general = any_ in _ANYBODY and comes.alive
    if not (general or same or (any_ in _ANYBODY and is_somebody(said[0].kind))):
        return match[0]
    new = match["one"].split(" ", 1)[1]
    return f"{match['lead'] or 'add '}another {new}{match['where'] or ''}"


def _house(base: Scene) -> str | None:
    """What the only building there is called."""
    built = [
        one
        for one in base.objects
        if one.rel is None and one.size != "far" and (one.kind in _HOUSES or one.kind.endswith(_BUILT))
    ]
    doors = any(one.kind in ("door", "gate") for one in base.objects)
    return named(built[0], base) if len(built) == 1 and not doors else None


def _stall(base: Scene) -> str | None:
    """The only stall or shop there, which has a sign above."""
    built = [one for one in base.objects if one.kind == "market-stall" or one.kind in shops()]
    return named(built[0], base) if len(built) == 1 else None


_HOUSES = frozenset({"log-cabin", "church", "school", "hospital", "bakery", "mosque", "lighthouse", "temple", "windmill", "tent"})  # fmt: skip
_BUILT = ("house", "hut", "barn", "castle", "cottage", "cabin", "shop", "tower", "palace")
