"""What people say who want it done: "nah, make it two", "closer together", "minus the dog", "he's on the phone", "cloudier",
"basketball instead", "make the bus arrive". Told as whole sentences that the grammar reads.

Each clause stays as it is where it is no such wish, or the picture has not what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import TABLES, kinds, sorts
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.in_few_words import IN_FEW_WORDS
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.whom import IS_NO_NAME, WHO, named, one_called, people, standing
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_QUOTES = re.compile(r"[“”\"「」『』]")
_LEAD = Pattern(
    r"^\W*(?:(?:nah|nope|meh|ugh+|eh+|yeah|yep|yup|um+(?=[,.!])|umm+|um(?= (?:can|could|make|put|add|the|an?|no|what|maybe|actually|i|he|she|it|they|let|give|remove|move|change|turn|now|ok)\b)|hmm+|tbh|lol|haha|oops|whoops|jk)\b[ ,.!]*|(?:no|cool|nice|great|perfect|lovely|good|awesome|ok cool)[,.!]+ *)+(?=\w)"
)
_COURTESY = re.compile(
    r"^(?:(?:please|now|and|ok|okay|so|also|then|just|can you|could you|maybe)[ ,]+)+|(?:[ ,]+(?:please|pls|now|though|then|thanks))+$|[.!?]+$",
    re.IGNORECASE,
)
_WATER = Pattern(
    r"\b(?P<verb>drinks?|drinking|sips?|sipping|have|has|having) (?:some |the )?water\b(?! from\b)"
)


_CROWD = Pattern(
    r"\bcrowd (?:listening|clapping|cheering|dancing|gathering|forming)(?: (?:to|around|for) (?:him|her|them|it|the [a-z]+))?(?=$|[,.;!])"
)
_FROM_A_SEAT = Pattern(
    r"\b(?:watching|looking at|waving at|staring at|looking)(?: (?:them|him|her|it|on|us))? from (?P<seat>(?:the|an?|his|her) (?:sofa|couch|bench|armchair|chair|bed|window sill|windowsill|roof))\b"
)
_WAY = Pattern(r"\bway (?=more [a-z])")


def told_impatiently(prompt: str, base: Scene) -> str:
    """The wish with such a clause told in full, and without the sighs ahead of it; quotations stay as they are.

    Raises:
        NotDrawable: it asks for what no drawing here shows.
    """
    if not prompt.isascii() or _QUOTES.search(prompt):
        return prompt
    prompt = _LEAD.sub("", prompt)
    if "drink" in prompt or "sip" in prompt:
        prompt = _WATER.sub(r"\g<verb> a glass of water", prompt)
    prompt = _FROM_A_SEAT.sub(r"on \g<seat>", prompt)
    prompt = _CROWD.sub("crowd", prompt)
    prompt = _to_them(_WAY.sub("", prompt), base)
    return told_by_form(_COURTESY.sub("", prompt.strip()), base, _FORMS) or prompt


# Who is meant


def _single(words: str, base: Scene) -> Thing | None:
    """Who or what is meant, where it is no more than one."""
    return None if words.lower() in ("they", "them", "both", "everyone") else one_called(words, base)


_THEM = Pattern(
    r"\b(?P<at>between|over|behind|beside|next to|near|above|at the feet of|in front of) (?:the two of )?them\b(?! all)|\bat their feet\b"
)


_SITS_DOWN = re.compile(r"\b(?:sits?|sitting|seated)\b", re.IGNORECASE)


def _to_them(prompt: str, base: Scene) -> str:
    """Between them, of two who sit somewhere: the two, and not their sofa and what stands before that."""
    pair = people(base)
    if len(pair) < 2 or all(one.rel is None for one in pair) or {*base.together} - {one.id for one in pair}:
        return prompt
    both = " and ".join(named(one, base) for one in pair)
    seat = next(
        (
            base.thing(one.rel.to)
            for one in pair
            if one.rel is not None and one.rel.type in ("on", "inside", "behind")
        ),
        None,
    )
    if seat is None:
        return prompt
    where = named(seat, base)

    def told(match: re.Match[str]) -> str:
        at = match["at"]
        if _SITS_DOWN.search(prompt) is not None and (at or "").lower() in ("beside", "next to", "near"):
            return match[0]  # on their seat
        if at is None or at.lower() in (
            "at the feet of",
            "in front of",
            "behind",
            "beside",
            "next to",
            "near",
        ):
            return f"{'in front of' if at is None or 'feet' in at else at} {where}"
        return f"{at} {both}" if len(pair) == 2 or at.lower() != "between" else match[0]

    return _THEM.sub(told, prompt)


# How they stand

_CLOSER = Pattern(
    r"(?:(?:a (?:bit|little)|much|even) )?(?:closer|nearer)(?: together| to each other)?(?: a (?:bit|little))?"
)
_NOT_SO_CLOSE = Pattern(r"not (?:so|that|too) close(?: together)?|too close(?: together)?")
_TO_EACH_OTHER = Pattern(
    r"(?:turn|rotate|point) (?:them|both|the two) (?:to|towards?) (?:each other|one another)"
)
_ALL_LARGER = Pattern(r"make (?:it|this|that) all (?P<how>bigger|larger|smaller)")
_CLOSER_SHOT = Pattern(r"(?:a )?(?:closer|tighter) (?:shot|view|look|crop)|(?:get|go|come) (?:in )?closer")
_WHOLE_VIEW = Pattern(
    r"(?:can we |let me |let's |i want to )?see (?:the whole (?:thing|scene|picture)|more of (?:it|the scene|the place)|everything)|(?:a )?wider (?:shot|view)"
)
_LOOKS_AWAY = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{WHO})(?: should| to)? (?:look|looks|looking|turn|turns|face|faces) away(?: from (?P<from>{WHO}))?"
)
_HIDES = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{WHO})(?: should| to)? (?:hide|hides|is hiding|hiding)(?: from (?P<from>{WHO}))?"
)


def _closer(match: re.Match[str], base: Scene) -> str | None:
    return "move them closer together" if sum(one.rel is None for one in standing(base)) > 1 else None


def _not_so_close(match: re.Match[str], base: Scene) -> str | None:
    return "move them further apart" if len(standing(base)) > 1 else None


def _to_each_other(match: re.Match[str], base: Scene) -> str:
    return "they should face each other"


def _all_larger(match: re.Match[str], base: Scene) -> str:
    return f"make everything {match['how']}"


def _closer_shot(match: re.Match[str], base: Scene) -> str:
    return "zoom in"


def _whole_view(match: re.Match[str], base: Scene) -> str:
    return "zoom out"


def _looks_away(match: re.Match[str], base: Scene) -> str | None:
    """Away from the other of two: whoever looks there now turns round.

    Raises:
        NotDrawable: they do not look at anybody.
    """
    one = _single(match["who"], base)
    if one is None or not kinds()[one.kind].alive:
        return None
    if one.at is None:
        raise NotDrawable(notes.pose_not_drawn([name_of(one, chinese=False)], "en"))
    return f"turn {named(one, base)} around"


_HIDEOUTS = frozenset({
    "tree", "pine-tree", "palm-tree", "bush", "couch", "armchair", "rock", "house", "car", "truck", "bookshelf", "barrel", "bed",
    "haystack", "tent", "door", "curtain", "wardrobe", "fence", "fridge", "boulder", "snowman", "well", "wooden-cart",
}) | TABLES  # fmt: skip
"""Behind what one hides."""


def _hides(match: re.Match[str], base: Scene) -> str | None:
    """Behind the largest thing there is to hide behind.

    Raises:
        NotDrawable: there is none.
    """
    who, other = _single(match["who"], base), match["from"]
    if who is None or not kinds()[who.kind].alive:
        return None
    if other is not None and one_called(other, base) is None:
        return None
    places = [
        one
        for one in standing(base)
        if one.kind in _HIDEOUTS
        and (one.rel is None or one.rel.type in ("beside", "left", "right", "behind", "front"))
    ]
    if not places:
        raise NotDrawable(notes.pose_not_drawn([name_of(who, chinese=False)], "en"))
    tallest = max(places, key=lambda one: kinds()[one.kind].height_m)
    return f"move {named(who, base)} behind {named(tallest, base)}"


# Who comes and goes

_MINUS = Pattern(
    r"(?:minus|except|delete|kill|nix|scratch|forget|drop|hold) (?P<who>(?:the|his|her|its|their) [a-z]+(?: [a-z]+)?)|(?:the |that )?(?P<leaver>[a-z]+|he|she|it) (?:leaves|goes away|goes home|walks away|walks off|has left|is leaving|left|disappears|vanishes)"
)
_ALL_GONE = Pattern(
    r"(?:everyone|everybody|all of them|they(?: are| all)?|the people)(?:'s| is| are)? (?:gone|left|leave|leaves|go home|disappear)|(?:no ?one|nobody) (?:there|here|around|in it)|no people|no one"
)
_ARRIVES = Pattern(
    r"(?:(?:(?:make|let|have) )?the )?(?P<what>[a-z]+(?: [a-z]+)?) (?:arrives?|comes? (?:in|over|by)|walks? in|enters?|comes?|shows? up|pulls? up|appears?|turns? up|drives? (?:by|past|up)|pass(?:es)? by|get(?:s)? here|is here|is coming|comes? along)"
)
_GETS_OFF = Pattern(
    r"(?P<who>an? [a-z]+(?: [a-z]+)?) (?:gets?|steps?|climbs?|comes?|hops?|jumps?) (?:off|out of|down from) (?P<what>the [a-z]+)"
)
_TOO_MANY = Pattern(r"(?:there are )?(?:way |far )?too many (?P<what>[a-z]+)")
_ALL_OF_ONE_KIND = Pattern(
    r"make (?:them|it|both) (?:two|both|all|three|four) (?P<what>men|women|guys|girls|boys|ladies|cats|dogs|robots)"
)
_INSTEAD = Pattern(r"(?:(?:use|make it|have|put|try) )?(?:an? |the )?(?P<what>[a-z]+(?: [a-z]+)?) instead")


def _minus(match: re.Match[str], base: Scene) -> str | None:
    """Whoever leaves is there no more."""
    one = _single(match["who"] or match["leaver"], base)
    if one is None or (match["leaver"] and not kinds()[one.kind].alive):
        return None
    return f"remove {named(one, base)}"


def _all_gone(match: re.Match[str], base: Scene) -> str | None:
    folk = people(base)
    return f"remove {' and '.join(named(one, base) for one in folk)}" if folk else None


def _arrives(match: re.Match[str], base: Scene) -> str | None:
    """Who is not there yet comes into the picture."""
    said = parse(f"the {match['what']}").mentions
    if len(said) != 1 or said[0].kind is None or named_in(f"the {match['what']}", base):
        return None
    return f"add {'an' if match['what'][0] in 'aeiou' else 'a'} {match['what']}"


def _gets_off(match: re.Match[str], base: Scene) -> str | None:
    """Whoever gets off a bus stands beside it."""
    said = parse(match["who"]).mentions
    if len(said) != 1 or said[0].kind is None or not named_in(match["what"], base):
        return None
    return f"add {match['who']} next to {match['what']}"


def _too_many(match: re.Match[str], base: Scene) -> str | None:
    """Half of them go.

    Raises:
        NotDrawable: there is only one.
    """
    there = named_in(match["what"], base)
    if len(there) == 1 and there[0].count == 1:
        raise NotDrawable(notes.already_so("en"))
    return f"remove half of the {match['what']}" if len(there) > 1 else None


def _all_of_one_kind(match: re.Match[str], base: Scene) -> str | None:
    """Two guys, of a man and a woman: who is none becomes one."""
    single = {"men": "man", "women": "woman", "guys": "man", "ladies": "woman"}.get(
        match["what"].lower(), match["what"][:-1].lower()
    )
    kind = parse(f"a {single}").mentions[0].kind
    folk = [one for one in standing(base) if kinds()[one.kind].alive]
    others = [one for one in folk if one.kind != kind]
    if kind is None or len(folk) < 2 or not others:
        return None
    return ", ".join(f"replace {named(one, base)} with a {single}" for one in others)


_KIN: Sequence[frozenset[str]] = (
    frozenset({"ball", "basketball", "soccer-ball", "volleyball", "american-football", "tennis-ball", "baseball", "frisbee", "beach-ball", "bowling-ball"}),
    frozenset({"car", "bus", "truck", "taxi", "bicycle", "motorcycle", "scooter", "tractor", "van", "tram", "train", "racing-car", "ambulance", "fire-engine", "police-car"}),
    frozenset({"couch", "armchair", "chair", "bench", "stool", "rocking-chair"}),
    frozenset({"boat", "sailboat", "ship", "canoe", "speedboat", "raft"}),
)  # fmt: skip
"""What takes the place of its like when it is wanted instead, beside the sorts."""


def _instead(match: re.Match[str], base: Scene) -> str | None:
    """Basketball instead: of the ball that is there; an old lady instead: of the only one who is there."""
    said = parse(f"a {match['what']}").mentions
    if len(said) != 1 or (kind := said[0].kind) is None or any(one.kind == kind for one in base.objects):
        return None
    kin = [{*of} for name, of in sorts().items() if kind in of and name != "furniture"]
    kin += [{*of} for of in _KIN if kind in of]
    worn = kinds()[kind].wear
    like = [
        one
        for one in base.objects
        if any(one.kind in of for of in kin) or (worn is not None and kinds()[one.kind].wear == worn)
    ]
    if kinds()[kind].alive and not like:
        same = [
            one
            for one in standing(base)
            if kinds()[one.kind].alive and is_somebody(one.kind) == is_somebody(kind)
        ]
        like = same if len(same) == 1 else []
    if len({one.kind for one in like}) != 1:
        return None
    if len(like) == 1:
        return f"replace {named(like[0], base)} with a {match['what']}"
    return f"replace the {plural_of(name_of(like[0], chinese=False))} with {plural_of(match['what'])}"


_STOPS = Pattern(
    rf"(?:make|let|have) (?P<who>{WHO}) stop(?: there| now| right there)?|(?P<also>{WHO}) stops?"
)
_OFF_THE_LEASH = Pattern(
    rf"(?:(?:let|take|get) (?P<who>{WHO}) off (?:the|its|his|her) (?:leash|lead)|(?:lose|ditch|unclip|drop|let go of|take off|no) (?:the |its |his |her )?(?:leash|lead)|unleash (?P<also>{WHO}))"
)
_MANY_COLOURS = Pattern(
    r"(?:(?:make|paint|colou?r|have) )?(?:the |all the |all )?(?P<who>[a-z]+s|them|each)(?: all)?(?: should(?: all)? be| be)? (?:(?:in |of )?(?:(?:all )?different|various|multi(?:ple)?|assorted|many|all sorts of) colou?rs|(?:all )?(?:a )?different colou?rs?|multi-?colou?red)"
)
_HUES = ("red", "yellow", "blue", "green", "purple", "orange", "pink", "white", "brown", "turquoise")
_SO_MANY = Pattern(r"(?:make it |make that |i want )?(?P<n>two|three|four|five|six) (?P<what>[a-z]+s)")
_ONE_EACH = Pattern(
    r"(?:(?:give|get|put|add) )?(?:(?:them|all of them|everyone|both) )?(?:an?|one) (?P<what>[a-z]+(?: (?!for\b)[a-z]+)?) (?:(?:for )?each(?: of them| one)?|per (?:person|kid|cat|dog|animal)|apiece)"
    r"|give each(?: of them| one| of the [a-z]+)? (?:an?|one) (?P<also>[a-z]+(?: [a-z]+)?)"
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _stops(match: re.Match[str], base: Scene) -> str | None:
    """Whoever stops stands there, and is not gone.

    Raises:
        NotDrawable: they do nothing that could end.
    """
    who = (match["who"] or match["also"]).lower()
    if who in ("they", "them", "both", "everyone"):
        living = [one for one in standing(base) if kinds()[one.kind].alive]
        if all(one.pose in (None, "stand", "sit") for one in living):
            raise NotDrawable(notes.already_so("en"))
        return "make them stand"
    one = _single(who, base)
    if one is None or not kinds()[one.kind].alive:
        return None
    if one.pose in (None, "stand", "sit"):
        raise NotDrawable(notes.already_so("en"))
    return f"{named(one, base)} stands still"


def _off_the_leash(match: re.Match[str], base: Scene) -> str | None:
    return "remove the leash" if any(one.kind == "leash" for one in base.objects) else None


def _many_colours(match: re.Match[str], base: Scene) -> str | None:
    """Each of them in a colour of its own."""
    who = match["who"].lower()
    if who in ("them", "each"):
        return None
    there = named_in(f"the {who}", base)
    if not 2 <= len(there) <= len(_HUES) or any(is_somebody(one.kind) for one in there):
        return None
    return ", ".join(f"make {named(one, base)} {hue}" for one, hue in zip(there, _HUES, strict=False))


def _so_many(match: re.Match[str], base: Scene) -> str | None:
    """Two cakes, of which one is there by a longer name, or is not what was spoken of last: one more like it."""
    there = named_in(f"the {match['what']}", base)
    if there and all(_is_full(one, match["what"]) for one in there):
        label, lacking = there[0].label, _NUMBERS.index(match["n"].lower()) - len(there)
        return (
            f"add {_one(label) if lacking == 1 else f'{_NUMBERS[lacking]} {label}'}" if lacking > 0 else None
        )
    plain = parse(f"the {match['what']}").mentions
    if not there or len(plain) != 1 or len({one.kind for one in there}) > 1:
        return None
    alone = all(one.kind == there[0].kind for one in base.objects if kinds()[one.kind].alive)
    about = base.focus in [one.id for one in there] or (base.focus is None and alone)
    if there[0].kind == plain[0].kind and about:
        return None
    more = _NUMBERS.index(match["n"].lower()) - sum(one.count for one in there)
    label = name_of(there[0], chinese=False)
    if more < 1 or not plural_of(label).endswith(match["what"].lower()):
        return None
    return f"add another {label}" if more == 1 else f"add {_NUMBERS[more]} more {plural_of(label)}"


def _is_full(one: Thing, vessels: str) -> bool:
    """Whether it is a bowl of something, of which "two bowls" are more."""
    return one.label.lower().startswith(f"{vessels.lower().removesuffix('s')} of ")


def _one_each(match: re.Match[str], base: Scene) -> str | None:
    """A bowl for each: as many as live there."""
    what = match["what"] or match["also"]
    living = [one for one in standing(base) if kinds()[one.kind].alive]
    said = parse(f"a {what}").mentions
    if not 2 <= len(living) < len(_NUMBERS) or len(said) != 1 or said[0].kind is None:
        return None
    names = " and ".join(named(one, base) for one in living)
    if kinds()[said[0].kind].wear is not None or all(is_somebody(one.kind) for one in living):
        return ", ".join(f"give {named(one, base)} {_one(what)}" for one in living) if names else None
    return f"add {_NUMBERS[len(living)]} {plural_of(what)}"


_QUEUE = Pattern(
    r"(?:make (?:it|the (?:queue|line)) (?:a )?|(?:a )?)(?P<how>shorter|longer)(?: (?:queue|line)(?: of people)?)?"
)
_SAY = Pattern(
    r"(?P<what>(?:(?:the|his|her|their|that) )?[a-z]+(?: [a-z]+)??) (?:(?:should|must|needs to|has to) )?(?:say|says|read|reads) (?P<words>[a-z0-9$!?'& ]{1,40})"
)
_CLOSER_TO = Pattern(
    rf"(?:the )?(?P<who>[a-z]+(?: [a-z]+)?) (?:should be |a (?:bit|little) )?(?P<how>closer to|nearer to|nearer|further (?:away )?from|farther (?:away )?from|away from) (?P<whom>{WHO})"
)
_OTHER_ONE = Pattern(
    r"(?P<lead>(?:and |but )?)other one (?P<rest>(?:is|should|has|wears|looks|gets|with|in)\b.*)"
)
_WINS = Pattern(
    rf"(?P<who>{WHO}|the one on the (?:left|right)) (?P<how>wins|won|is winning|loses|lost|is losing)(?: the (?:game|match|race))?"
)
_STREWN = Pattern(
    r"(?:throw|toss|sprinkle) (?:some )?(?P<what>confetti|petals|rose petals|rice|glitter|streamers|flowers)(?: everywhere| around| on them| in the air)?"
)
_AUTUMN_LEAVES = Pattern(r"(?:add |with )?(?:some )?(?:autumn|fall) leaves(?: everywhere)?")
_HOOD = Pattern(
    r"(?:(?:open|close|lift|pop) the )?(?P<part>hood|bonnet|trunk|boot)(?: (?:is |should be )?(?:open|up|closed|raised))?(?: of the car)?"
)


def _queue(match: re.Match[str], base: Scene) -> str | None:
    """A shorter queue: some of those go who stand in it."""
    if "queue" not in match[0] and "line" not in match[0]:
        return None
    folk = people(base)
    alike = [one for one in folk if sum(two.kind == one.kind for two in folk) > 2]
    if not alike:
        return None
    many = plural_of(name_of(alike[0], chinese=False))
    return (
        f"remove {_NUMBERS[len(alike) // 2]} {many}"
        if match["how"].lower() == "shorter"
        else f"add two more {many}"
    )


def _say(match: re.Match[str], base: Scene) -> str | None:
    """The truck should say TACOS: that is written, and nobody brings any."""
    what, words = match["what"], match["words"].strip()
    worn = re.fullmatch(r"(?:his|her|the) ((?:t-?)?shirt|hat|cap|jersey|hoodie|sweater)", what)
    led = re.match(r"(?:the|his|her|their|that) ", what)
    one = one_called(what if led else f"the {what}", base)
    if worn is not None and not named_in(worn[1], base) and len(people(base)) == 1:
        return f"give {named(people(base)[0], base)} a {worn[1]} that says “{words}”"
    if one is None:  # by the last of its names: the food truck is the truck
        noun = what.split()[-1].lower()
        longer = [two for two in base.objects if two.label.lower().endswith(f" {noun}")]
        one = longer[0] if len(longer) == 1 else None
    if one is None or kinds()[one.kind].alive or IS_NO_NAME.match(what):
        return None
    return f"{named(one, base)} says “{words}”"


def _closer_to(match: re.Match[str], base: Scene) -> str | None:
    """Those who are there come closer, and no others come."""
    there, whom = named_in(f"the {match['who']}", base), one_called(match["whom"], base)
    if not there or whom is None:
        return None
    how = match["how"].lower()
    how = "away from" if how.endswith("from") else "closer to"
    return f"move the {match['who']} {how} {named(whom, base)}"


def _other_one(match: re.Match[str], base: Scene) -> str:
    return f"the other one {match['rest']}"


def _wins(match: re.Match[str], base: Scene) -> str | None:
    """Whoever wins is glad of it."""
    who = match["who"].lower()
    sided = re.fullmatch(r"the one on the (left|right)", who)
    one = one_called(f"the {sided[1]} one" if sided else who, base)
    if one is None or not kinds()[one.kind].alive:
        return None
    return f"make {named(one, base)} {'excited' if 'w' in match['how'] else 'sad'}"


def _strewn(match: re.Match[str], base: Scene) -> str:
    """What is thrown by nobody is in the air."""
    return f"add {match['what']}"


def _autumn_leaves(match: re.Match[str], base: Scene) -> str:
    return "add fallen leaves" if base.env.season == "autumn" else "make it autumn, add fallen leaves"


def _hood(match: re.Match[str], base: Scene) -> str | None:
    """The hood of a car, and nobody's.

    Raises:
        NotDrawable: there is a car.
    """
    if not any(kinds()[one.kind].habitat == "road" for one in base.objects) or match[0].lower() in (
        "hood",
        "boot",
    ):
        return None
    raise NotDrawable(notes.part_of_a_drawing(match["part"].lower(), "en"))


# What they do and have on

_ON_THE_PHONE = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{WHO})(?:'s| is| should| should be| must be|)(?: now)?"
    r"(?: (?:be )?(?:(?:talk|speak|chat)(?:s|ing)?)?(?: ?on (?:the|his|her|a) (?:cell ?|mobile )?phone)| (?:make|makes|making|take|takes|taking) (?:a|an important) (?:phone )?call)"
)
_SNORES = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{WHO})(?:'s| is|) (?:snores?|snoring|dozes? off|dozing|napping|naps?|nods? off)"
)
_FALLS = Pattern(
    rf"(?:(?:make|let|have) )?(?P<who>{WHO}|the [a-z]+ (?:in the middle|on the (?:left|right))) (?:falls?|trips?|trips? over|slips?|falls? down|falls? over|fell)"
)
_NONE_SMILES = Pattern(
    r"(?:none of them|nobody|no ?one) (?:is |are |should be |should )?(?:smiling|smiles?|happy|laughing)"
)
_THEIR_CLOTHES = Pattern(
    r"(?:their|everyone's|the (?:kids|players|children)['’]?) (?P<what>(?:t-?)?shirts|hats|caps|jackets|shorts|trousers|pants|dresses|shoes|scarves|helmets|coats|jerseys|uniforms) (?:should|must|need to|could) (?:all )?be (?P<how>[a-z]+(?: [a-z]+)?)"
)
_IN_TWO_COLOURS = Pattern(
    r"(?:(?:two|three|half(?: of them)?|one half|some) in (?P<a>[a-z]+)(?:,| and|, and)? (?:two|three|the other half|half(?: of them)?|the others?|the rest|some) in (?P<b>[a-z]+)|(?P<c>[a-z]+) (?:team )?(?:vs\.?|versus|against) (?P<d>[a-z]+)(?: team)?)"
)
_SAME_CLOTHES = Pattern(
    r"(?:the )?same (?P<what>shirts|hats|caps|jackets|uniforms|scarves)(?: for (?:all|everyone|all of them))?"
)


def _on_the_phone(match: re.Match[str], base: Scene) -> str | None:
    one = _single(match["who"], base)
    return None if one is None or not is_somebody(one.kind) else f"{named(one, base)} talks on the phone"


def _snores(match: re.Match[str], base: Scene) -> str | None:
    one = _single(match["who"], base)
    return None if one is None or not kinds()[one.kind].alive else f"{named(one, base)} sleeps"


def _falls(match: re.Match[str], base: Scene) -> str | None:
    who = match["who"]
    sided = re.fullmatch(r"the [a-z]+ (?:in the (middle)|on the (left|right))", who)
    one = one_called(f"the {sided[1] or sided[2]} one" if sided else who, base)
    return None if one is None or not kinds()[one.kind].alive else f"{named(one, base)} lies on the ground"


def _none_smiles(match: re.Match[str], base: Scene) -> str | None:
    return "make them all serious" if len(people(base)) > 1 else None


def _their_clothes(match: re.Match[str], base: Scene) -> str | None:
    """Shirts that nobody has on yet: each gets one."""
    if named_in(match["what"], base) or len(people(base)) < 2:
        return None
    return f"give them {match['how']} {match['what']}"


def _in_two_colours(match: re.Match[str], base: Scene) -> str | None:
    """Red against blue: half of them have shirts of the one colour, and half of the other."""
    first, second = match["a"] or match["c"], match["b"] or match["d"]
    folk = sorted(
        (one for one in people(base) if one.id in base.layout), key=lambda one: base.layout[one.id].x
    )
    coloured = all(parse(f"a {hue} shirt").mentions[0].colour for hue in (first, second))
    if len(folk) < 2 or len(folk) % 2 or not coloured:
        return None
    half = len(folk) // 2
    return ", ".join(
        f"give {named(one, base)} a {first if at < half else second} shirt" for at, one in enumerate(folk)
    )


def _same_clothes(match: re.Match[str], base: Scene) -> str | None:
    return f"give them {match['what']}" if len(people(base)) > 1 else None


_BARE = Pattern(
    r"(?P<who>(?:(?:little|old|big|small|cute|young|tall|black|white|red|blue|green|yellow|brown|pink|orange|grey|gray|fluffy|tiny|happy|sad|sleepy) )*[a-z]+(?: [a-z]+)?) (?P<how>(?:with|wearing|holding|carrying|riding|eating|in) (?:an?|some|two|three|his|her|its|red|blue|green|yellow|black|white|pink|purple|orange|[a-z]+s?) ?[a-z ]*)"
)


_OWNED = re.compile(r"(?:his|her|their|its|the|my|our|that|this|both|all|each|every) ", re.IGNORECASE)


def _bare(match: re.Match[str], base: Scene) -> str | None:
    """Dog with a red hat, of whom there is none yet: one comes."""
    who = match["who"]
    said, whole = parse(f"a {who}").mentions, parse(f"a {who} {match['how']}").mentions
    if len(said) != 1 or said[0].plural or IS_NO_NAME.match(who) or _OWNED.match(who):
        return None
    kind, last = said[0].kind, said[0].label.lower().split()[-1]
    if kind is None or last != who.lower().split()[-1] or all(one.kind != kind for one in whole):
        return None
    if any(one.get("verbs") or one.get("actions") for one in tokenise(who)) or not parse(who).operations:
        return None
    if named_in(who, base) or any(one.kind == kind for one in base.objects):
        return None
    return f"add {'an' if who[0] in 'aeiou' else 'a'} {who} {match['how']}"


# Weather and the room

_MORE_WEATHER = Pattern(
    r"(?:make it )?(?:(?:a (?:bit|little)|much|even|way) )?(?P<how>cloudier|sunnier|windier|rainier|snowier|foggier|mistier|stormier)"
)
_WEATHER = {
    "cloudier": "more clouds", "windier": "make it windy", "rainier": "make it rain", "snowier": "make it snow",
    "foggier": "make it foggy", "mistier": "make it foggy", "stormier": "make it stormy", "sunnier": "make it sunny",
}  # fmt: skip
_SNOWED = Pattern(r"(?:what if|if) it (?:was |were )?(?P<how>snowed|rained|snowing|raining|stormed)")
_OUTSIDE = Pattern(
    r"(?:(?:make|let|have) it |it(?:'s| is|) )(?P<how>rains?|snows?|raining|snowing|pouring|storming)(?: hard| heavily)? (?:outside|out there)(?: the windows?)?"
)
_IN_FRONT = Pattern(
    r"(?:(?:add|put|place|have) )?(?P<what>(?:an? |some |two |three )?[a-z]+(?: [a-z]+){0,2}?) in(?: the)? front"
)
_FLOOR = Pattern(
    r"(?:(?:make|give it|have|put in|add) )?(?:the |a )?(?P<what>wooden|wood|tiled?|marble|stone|brick|carpeted|parquet|checkered|concrete) (?P<piece>floors?|walls?|ceiling)"
)


_GLOOMY = Pattern(
    r"make (?:it|the (?:scene|picture|mood|whole thing)) (?:look |feel |more )?(?:gloomy|gloomier|moody|moodier|dreary)"
)


def _gloomy(match: re.Match[str], base: Scene) -> str:
    """Of the picture, and not of somebody's face."""
    return "make it overcast"


def _more_weather(match: re.Match[str], base: Scene) -> str:
    return _WEATHER[match["how"].lower()]


def _snowed(match: re.Match[str], base: Scene) -> str:
    return f"make it {match['how'].lower().removesuffix('ed').removesuffix('ing')}"


def _outside(match: re.Match[str], base: Scene) -> str | None:
    """Rain outside of a room is seen through its windows, and nobody goes out for it."""
    if base.env.place not in INDOORS:
        return None
    how = match["how"].lower()
    return (
        "make it snow"
        if how.startswith("snow")
        else "make it stormy"
        if how == "storming"
        else "make it rain"
    )


def _in_front(match: re.Match[str], base: Scene) -> str | None:
    """In front, with no word of what, where they sit: of their seat."""
    said = parse(match["what"]).mentions
    if len(said) != 1 or said[0].kind is None:
        return None
    seats = [base.thing(one.rel.to) for one in people(base) if one.rel is not None and one.rel.type == "on"]
    seat = next((one for one in seats if one is not None), None)
    return None if seat is None else f"put {_one(match['what'])} in front of {named(seat, base)}"


def _one(what: str) -> str:
    if re.match(r"(?:an?|some|two|three) ", what) or what.endswith("s"):
        return what
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


def _floor(match: re.Match[str], base: Scene) -> str | None:
    """The floor of the room, and nothing that stands on it."""
    return f"make the {match['piece'].lower()} {match['what'].lower()}"


# The picture as another thing

_LIKE_A = Pattern(
    r"(?:can (?:you|we) )?(?:(?:make|turn|have) (?:it|this|the (?:whole )?(?:picture|image|thing|scene)) (?:all )?(?:look )?(?:like |into |as |as if |in )?|as )(?:(?:it'?s|it is|it was) )?(?:an? )?(?P<what>(?:real |actual )?(?:photo(?:graph)?|real photo|real life|photorealistic|photo ?realistic|realistic|real)|(?:postage )?stamp|painting|drawing|(?:kid|child)(?:'s|s)? drawing|(?:an? )?(?:kid|child|toddler) (?:drew|painted|made) it)(?: please)?"
)


def _like_a(match: re.Match[str], base: Scene) -> str | None:
    """The whole picture as a work of another kind, where it has no such thing in it.

    Raises:
        NotDrawable: it is none that is drawn here.
    """
    what = match["what"].lower()
    if "photo" in what or "real" in what:
        raise NotDrawable(notes.drawn("en"))
    if "stamp" in what:
        raise NotDrawable(notes.undrawn([what], "en"))
    if re.search(r"kid|child|toddler", what):
        return "in sketch style"
    if base.focus and not named_in(what, base) and "look" not in match[0] and base.thing(base.focus):
        return None
    return "in watercolour" if what == "painting" else "make it a pencil sketch"


_WORK_OF = Pattern(
    r"(?:the|his|her|that|this|make the) (?P<what>painting|picture|poster|photo|drawing|canvas|tv|television|screen)(?: on the wall)? (?:should |must |could )?(?:be |be a picture |be a painting |show(?:s|ing)? |is )?(?:of |show(?:s|ing)? )(?P<of>[a-z ]+)|(?:what's on (?:the )?tv\W+|(?:show|put) )(?P<also>[a-z ]+) on the (?P<screen>tv|television|screen)"
)
_SHOWS = frozenset(
    {"picture", "poster", "easel", "tv", "television", "canvas", "photo-frame", "desktop-computer"}
)


def _work_of(match: re.Match[str], base: Scene) -> str | None:
    """What a painting shows is a part of its drawing.

    Raises:
        NotDrawable: such a thing is there.
    """
    what = match["what"] or match["screen"]
    there = named_in(f"the {what}", base) or [one for one in base.objects if one.kind in _SHOWS]
    screen = match["screen"] is not None or what.lower() in ("tv", "television", "screen")
    if not there or (screen and not any(one.kind in _SHOWS for one in there)):
        return None
    raise NotDrawable(notes.part_of_a_drawing(f"subject of the {what}", "en"))


_HOUR_WITH = Pattern(
    r"(?P<do>(?:(?:please|now|and) )*(?:make|turn|set|change) (?:it|this|that|the (?:scene|picture|time))(?: (?:to|into|a))? (?:night|nighttime|night time|sunset|sunrise|evening|dawn|dusk|morning|winter|autumn|fall|spring|summer|foggy|rainy|snowy|stormy|sunny|cloudy)) with (?P<x>(?:an?|some|the(?= (?:full )?moon\b)|two|three|four|five|a few|lots of|many) (?!stars?\b|snow\b|rain\b|fog\b)[a-z ]+)"
)
_CARRIES = Pattern(
    r"(?P<lead>(?:have|let|make|get) .+? )(?:to )?carry (?P<what>(?:an?|the|some|his|her|its|their) (?:[a-z]+ )?[a-z]+ in (?:its|his|her|the|their) mouths?)"
)


_SEEN_OUTSIDE = re.compile(r"\b(?:moon|sun|rainbow|fireworks|lightning|shooting stars?)\b", re.IGNORECASE)


def _hour_with(match: re.Match[str], base: Scene) -> str:
    """ "Make it night with a full moon": the moon comes, and nothing becomes one."""
    inside = base.env.place in INDOORS and _SEEN_OUTSIDE.search(match["x"]) is not None
    return f"{match['do']}, add {match['x']}{' outside the window' if inside else ''}"


def _carries(match: re.Match[str], base: Scene) -> str:
    lead = re.sub(r"^(?:have|make|get)\b", "let", match["lead"])
    return f"{lead}hold {match['what']}"


_READS = Pattern(
    r"(?:(?:let|have|make|get) )?(?P<who>her|him|she|he|the [a-z]+) (?:is |should |to )?(?:be )?read(?:s|ing)? (?P<what>(?:an?|the|her|his|some) (?:[a-z]+ )?(?:book|newspaper|magazine|comic|letter|map))"
)
_BEYOND_THE_RAIL = Pattern(
    r"(?P<lead>(?:please )?(?:add|put|draw|show|include) .+?) (?:(?:swimming|jumping|floating|diving) )?(?:in|on|out of|from) the (?:water|sea|ocean|waves)(?: behind (?:him|her|them|it|the ship))?"
)


def _reads(match: re.Match[str], base: Scene) -> str | None:
    """Who lies has the book in the hand, and need not get up for it."""
    words = {"she": "her", "he": "him"}.get(match["who"].lower(), match["who"])
    one = one_called(words, base)
    if one is None or one.pose not in ("lie", "sleep"):
        return None
    return f"give {named(one, base)} {match['what']}"


def _beyond_the_rail(match: re.Match[str], base: Scene) -> str | None:
    """From a ship's deck the sea is what is behind the rail."""
    return f"{match['lead']} in the background" if base.env.place == "deck" else None


_FORMS: Sequence[Form] = (
    (_SO_MANY, _so_many),
    (_READS, _reads),
    (_BEYOND_THE_RAIL, _beyond_the_rail),
    (_HOUR_WITH, _hour_with),
    (_CARRIES, _carries),
    (_CLOSER, _closer),
    (_NOT_SO_CLOSE, _not_so_close),
    (_TO_EACH_OTHER, _to_each_other),
    (_ALL_LARGER, _all_larger),
    (_CLOSER_SHOT, _closer_shot),
    (_WHOLE_VIEW, _whole_view),
    (_LOOKS_AWAY, _looks_away),
    (_HIDES, _hides),
    (_MINUS, _minus),
    (_ALL_GONE, _all_gone),
    (_ARRIVES, _arrives),
    (_GETS_OFF, _gets_off),
    (_TOO_MANY, _too_many),
    (_ALL_OF_ONE_KIND, _all_of_one_kind),
    (_ON_THE_PHONE, _on_the_phone),
    (_SNORES, _snores),
    (_FALLS, _falls),
    (_NONE_SMILES, _none_smiles),
    (_THEIR_CLOTHES, _their_clothes),
    (_IN_TWO_COLOURS, _in_two_colours),
    (_SAME_CLOTHES, _same_clothes),
    (_MORE_WEATHER, _more_weather),
    (_SNOWED, _snowed),
    (_OUTSIDE, _outside),
    (_FLOOR, _floor),
    (_LIKE_A, _like_a),
    (_WORK_OF, _work_of),
    (_IN_FRONT, _in_front),
    (_INSTEAD, _instead),
    (_STOPS, _stops),
    (_OFF_THE_LEASH, _off_the_leash),
    (_MANY_COLOURS, _many_colours),
    (_ONE_EACH, _one_each),
    (_GLOOMY, _gloomy),
    (_QUEUE, _queue),
    (_SAY, _say),
    (_CLOSER_TO, _closer_to),
    (_OTHER_ONE, _other_one),
    (_WINS, _wins),
    (_STREWN, _strewn),
    (_AUTUMN_LEAVES, _autumn_leaves),
    (_HOOD, _hood),
    (_BARE, _bare),
    *IN_FEW_WORDS,
)
