"""How English speaks of what people do, hold and have on, where the words alone would be read as something else: "he's got a suit
on" is worn and stands nowhere, "they have umbrellas" puts one in each one's hand, "she is holding a kitten" has it in her
arms, "they argue" and "make him push a cart" are deeds of those who are there, "he dances with her" is what both of them do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.guises import guises
from paintover.engines.illustrator.grammar.labours import participle, third_person
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import mentions_in
from paintover.engines.illustrator.retelling.whom import named, one_called, people
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_CLAUSES = re.compile(
    r"([,;.!?\n]+ *(?:and |then )?| and then | and (?=(?:make|let|have|give|put|add|remove|he|she|they|the [a-z]+ (?:is|has|wears|holds)) ))"
)
_LEAD = r"(?:(?:please|now|and|then|also|ok|so|can you|could you) )*"
_ONE = r"(?:(?:the|my|his|her) (?!two\b|other\b|one\b|whole\b)[a-z]+(?: (?:on the (?:left|right)|one|man|woman|boy|girl))?|he|she)"
_WHOM = r"(?:him|her|(?:the|my|his|her) (?!two\b|other\b)[a-z]+)"
_THEY = (
    r"(?:they(?: both| all)?|both(?: of them)?|all(?: of them| three| four)?|everyone|everybody|each(?: one)?(?: of them)?"
    r"|every one of them|the two(?: of them)?|the couple|the (?:kids|children|people|two [a-z]+)|(?:the|my) [a-z]+ and (?:the |his |her |my )?[a-z]+)"
)
_MUST = r"(?: now)?(?: should| must| need to| needs to| have to| has to| could| are to| can)?(?: now)?"
_END = r"(?: (?:please|now|instead|too|as well))*"
_HAS_ON = Pattern(
    rf"{_LEAD}(?P<who>{_ONE})(?:['’]s got| has got| has| got|['’]s having|{_MUST} have) (?P<what>(?:an? |some |the )?[a-z][a-z -]*?) on{_END}"
)
_HAVE_ON = Pattern(
    rf"{_LEAD}(?P<they>{_THEY})(?:['’]ve got| have got| have| has| got|{_MUST} have) (?P<what>(?:an? |some )?[a-z][a-z -]*?) on{_END}"
)
_HAS_GOT = Pattern(
    rf"{_LEAD}(?P<who>{_ONE})(?:['’]s got| has got) (?P<what>(?:an?|some|two) [a-z][a-z -]*?){_END}"
)
_THEY_HAVE = Pattern(
    rf"{_LEAD}(?P<they>{_THEY})(?:['’]ve got|{_MUST} (?:each |all )?(?:have|has|get|gets|got)(?: got)?) (?P<what>(?P<one>an? )?(?:some |their own )?[a-z][a-z -]*?)(?: each)?{_END}"
)
_HOLDS = Pattern(
    rf"{_LEAD}(?:(?:let|make|have) (?P<whom>{_WHOM})|(?P<who>{_ONE})(?: is|['’]s)?{_MUST})(?: gently)? (?:hold|holds|holding|carry|carries|carrying|cradle|cradles|cradling|cuddle|cuddles|cuddling) "
    rf"(?P<what>an? [a-z][a-z ]*?)(?: (?:in|on) (?:his|her|their|the) (?:arms?|hands?|lap|chest))?{_END}"
)
_TO_HOLD = Pattern(
    rf"{_LEAD}(?:give|hand|get) (?P<whom>{_WHOM}) (?P<what>an? [a-z][a-z ]*?) to (?:hold|carry|cuddle|cradle){_END}"
)
_GIVEN_TO_HAVE = Pattern(
    rf"{_LEAD}(?:have|let|make) (?P<whom>{_WHOM}) have (?P<what>(?:an?|some) [a-z][a-z -]*?){_END}"
)
_INTO = Pattern(
    rf"{_LEAD}(?:(?P<who>{_ONE}){_MUST} (?:changes?|changed|gets?|has changed|is changing) into|(?:change|switch|swap) (?:(?P<his>his|her)|(?P<whose>the [a-z]+)['’]s) (?:clothes|outfit|clothing) (?:to|into|for|with)) (?P<what>(?:an?|some|the)? ?[a-z][a-z -]*?){_END}"
)
_IN_IT = Pattern(
    rf"{_LEAD}(?:both|all)(?: of them)? (?:in|with) (?P<what>(?:an? |the same )?[a-z][a-z -]*?){_END}"
)
_DRESS_AS = Pattern(
    rf"{_LEAD}(?:dress|disguise)(?: up)? (?P<whom>{_WHOM}|them|it)(?: up)? (?:as|like) (?:an? )?(?P<as>[a-z]+(?: [a-z]+)?){_END}"
)
_DOES_WITH = Pattern(
    rf"{_LEAD}(?:(?:make|let|have|get) (?P<whose>{_WHOM})(?: to)?|(?P<who>{_ONE})(?: is|['’]s)?{_MUST}) (?P<deed>[a-z]+(?: (?:tea|coffee|ice cream|lunch|dinner|cards|chess|catch|football|tennis))?) (?:along |together )?with (?P<whom>{_WHOM}){_END}"
)
_THEY_DO = Pattern(
    rf"{_LEAD}(?:(?:make|let|have|get) (?P<them>{_THEY.replace('they(?: both| all)?', 'them(?: both| all)?')})(?: to)?|(?P<they>{_THEY})(?: are|['’]re)?{_MUST}) (?P<deed>[a-z]+)(?P<rest>(?: [a-z][a-z -]*)?)"
)
_DOES_TO = Pattern(
    rf"{_LEAD}(?:(?:make|let|have|get) (?P<whom>{_WHOM})(?: to)?|(?P<who>{_ONE}){_MUST}) (?P<deed>[a-z]+)(?P<rest> (?:through )?(?:an?|the|some|his|her|their) [a-z][a-z -]*| [a-z]+s| laundry| rope)"
)
_PICNIC = Pattern(
    rf"{_LEAD}(?:let them |make them |they(?: should)? |they are |they're )?(?:have|having) (?P<what>a (?:picnic|snowball fight|tea party)){_END}"
)
_FACE = Pattern(
    rf"{_LEAD}(?:give )?(?:(?P<they>{_THEY}|them)|(?P<who>{_ONE}|him|her)){_MUST}(?: (?:has|have|wears?|makes?|puts? on|pulls?|with|has got|got))? (?P<an>an? )?(?:very )?(?P<mood>[a-z]+) (?:faces?|expressions?|looks? on (?:his|her|their) faces?){_END}"
)
_STATE = Pattern(
    rf"{_LEAD}(?:make (?P<whom>{_WHOM}|them)(?: (?:look|feel|be))?|(?:(?P<they>{_THEY})|(?P<who>{_ONE}))(?: is| are|['’]s|['’]re| looks?| feels?| gets?|{_MUST} (?:be|look|feel))) (?:so |very |really |too |all )?(?P<state>cold|hot|freezing|warm|wet|hungry|thirsty|starving|dirty|clean|crazy|drunk|barefoot){_END}"
)
_AT_US = Pattern(
    r"\b(?P<does>(?:wav|smil|wink|laugh|grin|cheer|clapp?|nodd?)(?:e|es|ing|s)?|nods?|claps?|waves?) (?:at|to|for|into|towards?) (?:us|the (?:camera|viewer|audience|crowd))\b"
)
_POINTS = Pattern(
    rf"{_LEAD}(?:(?:make|let|have) (?P<whom>{_WHOM})(?: to)?|(?P<who>{_ONE})(?: is)?{_MUST}) (?:points?|pointing|aims?|aiming) (?P<what>(?:an?|his|her|the) [a-z]+(?: [a-z]+)?) at (?P<at>{_WHOM}|the [a-z]+ [a-z]+){_END}"
)
_TOAST = Pattern(
    rf"{_LEAD}(?:(?:make|let|have) (?:them|everyone)(?: to)?|(?P<they>{_THEY})(?: are|['’]re)?{_MUST}) (?:toast(?:ing)?(?: each other)?(?: with (?P<what>[a-z ]+?))?|(?:clink(?:ing)?|rais(?:e|ing)) (?:their |a |the )?(?:(?P<kind>wine|champagne|beer) )?glass(?:es)?){_END}"
)
_WELL = Pattern(
    rf"{_LEAD}(?:make (?P<whom>{_WHOM}|them)(?: feel)?|(?:(?P<they>{_THEY})|(?P<who>{_ONE}))(?: is| are|['’]s|['’]re| feels?| gets?|{_MUST} (?:be|feel|get))) (?:much |all )?(?:better|fine|well|healthy|ok|okay|recovered)(?: again)?{_END}"
)
_DEALS = Pattern(
    rf"{_LEAD}(?:(?:make|let|have) (?P<one>{_WHOM})(?: to)?|(?P<who>{_ONE}){_MUST}) (?P<deed>[a-z]+) (?P<rest>(?:(?:to|at|the [a-z]+ of) )?)(?P<whom>{_WHOM}){_END}"
)
_GIVES_IT = Pattern(
    rf"{_LEAD}(?:(?:make|let|have) (?P<one>{_WHOM})(?: to)?|(?P<who>{_ONE})(?: is)?{_MUST}) (?:hands?|passes|pass|gives?|handing|passing|giving|brings?|bringing|offers?|offering) (?P<what>(?:an?|some|two|three) [a-z ]+?|[a-z]+s) to (?P<whom>{_WHOM}){_END}"
)
_PUTS_ON = Pattern(
    rf"{_LEAD}(?:(?:make|let|have) (?P<one>{_WHOM})(?: to)?|(?P<who>{_ONE})(?: is)?{_MUST}) (?:puts?|putting|places?) (?P<what>(?:an?|some) [a-z ]+?) on (?P<whom>{_WHOM}){_END}"
)
_MARRY = Pattern(
    rf"{_LEAD}(?:(?:make|let|have) (?P<them>them|the two)(?: to)?|(?P<they>{_THEY})(?: are|['’]re)?{_MUST}) (?:get|getting|be|being|become) married{_END}"
)


def told_of_persons(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with such clauses told plainly; quotations stay as they are.

    Raises:
        NotDrawable: somebody is to be dressed up as somebody whom no clothes make out.
    """
    if (not prompt.isascii() and "’" not in prompt) or any(mark in prompt for mark in '"“'):
        return prompt
    prompt = _AT_US.sub(r"\g<does>", prompt)
    if (said := told_by_form(prompt.strip(" .!"), base, _FORMS)) is not None:
        return said
    parts = _CLAUSES.split(prompt)
    parts[::2] = [told_by_form(clause.strip(), base, _FORMS) or clause for clause in parts[::2]]
    return "".join(parts)


_GROWN = (
    frozenset({"man", "boy", "old-man", "father", "dad", "farmer", "husband"}),
    frozenset({"woman", "girl", "old-woman", "mother", "mom", "mum", "wife"}),
)
"""Who is "he", and who is "she", whatever baby came last."""


def one_living(word: str | None, base: Scene) -> Thing | None:
    """Who alone is called so, and lives."""
    one = one_called(word, base) if word else None
    if (
        one is not None
        and one.kind == "baby"
        and one.rel is not None
        and (word or "").lower() in ("he", "him", "she", "her")
    ):
        grown = _GROWN[(word or "").lower() in ("she", "her")]  # who is in somebody's arms does nothing
        fits = [other for other in people(base) if other.kind in grown or other.label in grown]
        one = fits[0] if len(fits) == 1 else one
    return one if one is not None and kinds()[one.kind].alive else None


def those_meant(word: str, base: Scene) -> list[Thing]:
    """The people whom "they" means: all of them, or both who are named; nobody where one cannot tell."""
    folk = people(base)
    if pair := re.fullmatch(r"(?:the|my) ([a-z]+) and (?:the |his |her |my )?([a-z]+)", word, re.IGNORECASE):
        both = [one_called(f"the {pair[1]}", base), one_called(f"the {pair[2]}", base)]
        return [one for one in both if one is not None] if None not in both and both[0] != both[1] else []
    if word.lower() == "the couple" and len(folk) != 2:
        return []
    if re.match(r"the (?!two of|two$|couple|people)", word, re.IGNORECASE):
        called = {one.id for one in named_in(word, base)}
        folk = [one for one in folk if one.id in called] or folk  # the kids, and not their teacher
    return folk if len(folk) > 1 else []


def names_of(those: Sequence[Thing], base: Scene) -> str:
    """Those by their names, by what they all are where others are there, or "they" where more are meant than two."""
    if len(those) == 2:
        return " and ".join(named(one, base) for one in those)
    alike = {one.label for one in those}
    return f"the {alike.pop()}" if len(alike) == 1 and 0 < len(those) < len(people(base)) else "they"


def _thing(words: str) -> Mention | None:
    """The one lifeless thing that the words name, however it looks."""
    found = mentions_in(words)
    return (
        found[0]
        if len(found) == 1 and found[0].kind is not None and not kinds()[found[0].kind].alive
        else None
    )


_ON_HANDS = frozenset({"gloves", "mittens", "watch", "bracelet", "ring", "wristwatch"})
"""What people have on the hand, and not in it."""


def is_worn(said: Mention) -> bool:
    """Whether it is something that people have on."""
    return kinds()[said.kind or ""].wear not in (None, "hand") or said.kind in _ON_HANDS


def _worn(match: re.Match[str], base: Scene) -> str | None:
    """He's got a suit on."""
    who, said = one_living(match["who"], base), _thing(match["what"])
    return (
        f"{named(who, base)} wears {match['what']}"
        if who is not None and said is not None and is_worn(said)
        else None
    )


def _all_wear(match: re.Match[str], base: Scene) -> str | None:
    those, said = those_meant(match["they"], base), _thing(match["what"])
    return (
        f"{names_of(those, base)} wear {match['what']}"
        if those and said is not None and is_worn(said)
        else None
    )


def _got(match: re.Match[str], base: Scene) -> str | None:
    who = one_living(match["who"], base)
    return (
        f"give {named(who, base)} {match['what']}" if who is not None and mentions_in(match["what"]) else None
    )


_AT_HAND_M = 0.6
"""How tall a thing is that people have by having it in a hand."""


def _they_have(match: re.Match[str], base: Scene) -> str | None:
    """They have umbrellas: each of them has one in the hand, or on; of "they have an umbrella", one of them has it."""
    those, said = those_meant(match["they"], base), _thing(match["what"])
    if not those or said is None or said.kind is None or not is_carried(said.kind):
        return None
    each = re.match(r"each|every|all|both", match["they"], re.IGNORECASE) or re.search(
        r"\beach\b|\ball\b", match[0]
    )
    what = re.sub(r"^(?:some|their own) ", "", match["what"])
    if match["one"] and not each and not match["they"].lower().startswith("the "):
        tallest = max(those, key=lambda one: kinds()[one.kind].height_m)
        return None if is_worn(said) else f"{named(tallest, base)} should hold {what}"
    if match["one"] and len(those) == len(people(base)) > 2 and not is_worn(said):
        return f"make all of them hold {what}"
    does = "wear" if is_worn(said) else "hold"
    if len({one.kind for one in those}) == 1 and match["they"].lower().startswith("the "):
        return f"{match['they']} {does} {what}"
    if len(those) == len(people(base)):
        return f"let all of them {does} {what}"
    return f"make {names_of(those, base)} {does} {what}"


def is_carried(kind: str) -> bool:
    """Whether people who have such a thing have it on, or in a hand."""
    known = kinds()[kind]
    if kind in ("picnic", "party") or kind.endswith("face"):
        return False
    return (
        known.wear is not None
        or "held" in known.poses
        or kind in ("balloon", "kite", "telescope")
        or (known.habitat in ("table", "indoor", "ground") and known.height_m <= _AT_HAND_M)
    )


_IN_THE_ARMS_M = 0.75
"""How tall who lives may be whom people have in their arms."""


def _in_the_arms(match: re.Match[str], base: Scene) -> str | None:
    """She is holding a kitten: it comes in her arms."""
    groups = match.groupdict()
    who = one_living(groups.get("who") or groups.get("whom"), base)
    found = mentions_in(match["what"])
    if who is None or who not in people(base) or len(found) != 1 or found[0].kind is None:
        return None
    kind = kinds()[found[0].kind]
    if not kind.alive or kind.height_m > _IN_THE_ARMS_M:
        return None
    return f"{named(who, base)} should hold {match['what']}"


def _to_hold(match: re.Match[str], base: Scene) -> str | None:
    who = one_living(match["whom"], base)
    return (
        f"{named(who, base)} should hold {match['what']}"
        if who is not None and mentions_in(match["what"])
        else None
    )


def _given_to_have(match: re.Match[str], base: Scene) -> str | None:
    """Have her have a cake."""
    who, said = one_living(match["whom"], base), _thing(match["what"])
    if who is None or said is None or said.kind is None or not is_carried(said.kind):
        return None
    return f"{named(who, base)} {'wears' if is_worn(said) else 'should hold'} {match['what']}"


def _changed_into(match: re.Match[str], base: Scene) -> str | None:
    """He changes into a suit."""
    pronoun = {"his": "he", "her": "she"}.get((match["his"] or "").lower())
    who, said = one_living(match["who"] or match["whose"] or pronoun, base), _thing(match["what"])
    if who is None or said is None or not is_worn(said):
        return None
    return f"{named(who, base)} wears {match['what']}"


def _in_it(match: re.Match[str], base: Scene) -> str | None:
    """Both in a lab coat."""
    said = _thing(re.sub(r"^the same ", "a ", match["what"]))
    if said is None or not is_worn(said) or len(people(base)) < 2:
        return None
    return f"let all of them wear {match['what']}"


def _dressed_as(match: re.Match[str], base: Scene) -> str | None:
    """Dress her as a mermaid.

    Raises:
        NotDrawable: no clothes make out such a one.
    """
    found = mentions_in(f"a {match['as']}")
    kind = found[0].kind if len(found) == 1 else None
    if kind is None or not kinds()[kind].alive:
        return None
    guise, whom = guises().get(kind), one_living(match["whom"], base)
    if guise is not None and any(part in ("neck", "head", "eyes") for _, part in guise.kit):
        return None
    if guise is not None and guise.hold is not None and whom is not None:
        return f"give {named(whom, base)} a {guise.hold.replace('-', ' ')}"
    raise NotDrawable(notes.undrawn([f"{match['as']} costume"], "en"))


_BOTH_DO = {
    "dance": "dancing", "run": "running", "jump": "jumping", "wave": "waving", "sing": "singing", "walk": "walking", "laugh": "laughing",
    "cry": "crying", "sit": "sitting", "clap": "clapping", "cheer": "cheering", "fight": "fighting", "argue": "fighting", "jog": "running",
    "quarrel": "fighting", "stroll": "walking", "waltz": "dancing", "wrestle": "fighting", "swim": "swimming", "kneel": "kneeling",
    "pray": "praying", "meditate": "meditating", "march": "walking", "play": "playing", "read": "reading", "eat": "eating", "drink": "drinking",
}  # fmt: skip
"""What two do with each other, by what is drawn of each."""
_EACH_OTHER = {
    "talk": "look at each other", "chat": "look at each other", "gossip": "look at each other", "speak": "look at each other", "converse": "look at each other", "discuss": "look at each other", "talking": "look at each other", "chatting": "look at each other",
    "gossiping": "look at each other", "speaking": "look at each other", "cuddle": "hug", "cuddling": "hug", "snuggle": "hug", "snuggling": "hug", "embrace": "hug", "embracing": "hug", "reconcile": "hug",
}  # fmt: skip
"""What two do to each other in other words."""


def _plain(verb: str) -> str | None:
    """The plain form of a verb that two do with each other: "dances", "dancing"."""
    verb = verb.lower()
    for plain, shown in _BOTH_DO.items():
        if verb in (plain, participle(plain), f"{plain}s", f"{plain}es", f"{plain[:-1]}ies", shown):
            return plain
    return None


def _does_with(match: re.Match[str], base: Scene) -> str | None:
    """He dances with her: both."""
    who, whom = one_living(match["who"] or match["whose"], base), one_living(match["whom"], base)
    verb, _, what = match["deed"].partition(" ")
    if who is None or whom is None or who is whom:
        return None
    plain = _plain(verb)
    if plain is None and not what:
        other = _EACH_OTHER.get(verb.lower()) or _EACH_OTHER.get(verb.lower().removesuffix("s"))
        return None if other is None else f"{named(who, base)} and {named(whom, base)} {other}"
    if plain is None:
        return None
    return f"{named(who, base)} and {named(whom, base)} are {_BOTH_DO[plain]}{f' {what}' if what else ''}"


_ASIDE = re.compile(r"^ (?:together|each other|one another|with each other|with one another|please|now)$")
_NO_DEEDS = re.compile(r"^ (?:the same|off|out|away|up|down|it|them|him|her|back)\b")


def _they_do(match: re.Match[str], base: Scene) -> str | None:
    """They argue, they play catch, they talk."""
    word, verb, rest = match["they"] or match["them"], match["deed"].lower(), match["rest"]
    those = those_meant(re.sub(r"^them\b", "they", word), base)
    who = names_of(those, base)
    if those and verb == "make" and rest == " up":
        return f"{who} hug"
    if not those or _NO_DEEDS.match(rest):
        return None
    rest = "" if _ASIDE.match(rest) else rest
    if verb in _EACH_OTHER and len(those) == 2 and (not rest or _ABOUT.match(rest)):
        return f"{who} {_EACH_OTHER[verb]}"
    plain = _plain(verb)
    if plain is not None and not rest and plain not in _TOLD:
        return f"{who} are {_BOTH_DO[plain]}"
    them = "them" if who == "they" else who
    if verb == "skip" and rest in (" rope", " ropes"):
        return "; ".join(f"{named(one, base)} is skipping rope" for one in those)
    if verb in _IS_DOING and rest and (verb == "skip" or _has_object(rest)):
        return f"{who} are {participle(verb)}{rest}"
    if f"{verb}{rest}" in _ORDERED or (verb in ("play", "read", "write") and _has_object(rest)):
        return f"make {them} {_ORDERED.get(f'{verb}{rest}', f'{verb}{rest}')}" if match["they"] else None
    return (
        f"{who} are having{rest}" if verb == "have" and rest in (" a picnic", " a snowball fight") else None
    )


_ORDERED = {"play catch": "play catch", "take a selfie": "take a selfie", "do yoga": "do yoga", "sing a song": "sing", "sing songs": "sing", "sing along": "sing", "meditate": "meditate"}  # fmt: skip
"""What is read where it is ordered of somebody."""
_ABOUT = re.compile(r"^ (?:about|with|to) ")
_TOLD = frozenset({"dance", "run", "jump", "wave", "walk", "laugh", "cry", "sit", "clap", "cheer", "fight", "swim", "kneel", "pray", "read", "eat", "drink", "play"})  # fmt: skip
"""What the grammar knows of them anyway."""


def _has_object(rest: str) -> bool:
    """Whether something is named that it is done to, and nobody to whom."""
    found = parse(rest.strip()).mentions
    return bool(found) and not any(one.kind is None or kinds()[one.kind].alive for one in found)


_IS_DOING = frozenset({"push", "pull", "drag", "paint", "hang", "throw", "skip", "look", "open", "roast"})
_THIRD = {third_person(verb): verb for verb in _IS_DOING - {"throw"}}


def _does_to(match: re.Match[str], base: Scene) -> str | None:
    """Make him push a cart: he is pushing one, and turns into none."""
    who, verb = one_living(match["who"] or match["whom"], base), match["deed"].lower()
    verb = verb if verb in _IS_DOING else _THIRD.get(verb, "")
    if who is None or not verb or (verb == "look" and not match["rest"].startswith(" through")):
        return None
    if verb == "look":
        return f"{named(who, base)} should hold {match['rest'].removeprefix(' through ')}"
    if verb != "skip" and not _has_object(match["rest"]):
        return None
    return f"{named(who, base)} is {participle(verb)}{match['rest']}"


def _picnic(match: re.Match[str], base: Scene) -> str | None:
    """Have a picnic."""
    folk = people(base)
    if not folk:
        return None
    who = names_of(folk, base) if len(folk) > 1 else named(folk[0], base)
    return f"{who} {'are' if len(folk) > 1 else 'is'} having {match['what']}"


def _face(match: re.Match[str], base: Scene) -> str | None:
    """They have sad faces."""
    if not any(token.get("moods") for token in tokenise(match["mood"])):
        return None
    if match["who"]:
        who = one_living(match["who"], base)
        return f"make {named(who, base)} {match['mood']}" if who is not None else None
    those = those_meant(re.sub(r"^them\b", "they", match["they"]), base)
    who_all = names_of(those, base)
    return f"make {'them' if who_all == 'they' else who_all} {match['mood']}" if those else None


def _points(match: re.Match[str], base: Scene) -> str | None:
    """The witch points her wand at him: it is in her hand, and she looks at him."""
    who, at, said = (
        one_living(match["who"] or match["whom"], base),
        one_called(match["at"], base),
        _thing(match["what"]),
    )
    if who is None or said is None or said.kind is None or not is_carried(said.kind):
        return None
    has = any(one.kind == said.kind and one.rel is not None and one.rel.to == who.id for one in base.objects)
    what = re.sub(r"^(?:his|her|the) ", "a ", match["what"])
    held = "" if has else f"{named(who, base)} should hold {what}; "
    if at is None:
        return held.removesuffix("; ") or None
    return f"{held}{named(who, base)} looks at {named(at, base)}"


def _well(match: re.Match[str], base: Scene) -> str | None:
    """The old man feels better: he looks as he does when nothing ails him."""
    if match["they"] or (match["whom"] or "").lower() == "them":
        return "make them calm" if any(one.mood for one in people(base)) else None
    who = one_living(match["whom"] or match["who"], base)
    return f"make {named(who, base)} calm" if who is not None and who.mood is not None else None


_DEALT = frozenset({"tickle", "comfort", "draw", "photograph", "pat", "paint", "propose", "film", "stroke"})
_DEALT_BY = {third_person(verb): verb for verb in _DEALT} | {verb: verb for verb in _DEALT}


def _deals(match: re.Match[str], base: Scene) -> str | None:
    """He tickles her."""
    verb = _DEALT_BY.get(match["deed"].lower())
    who, whom = one_living(match["who"] or match["one"], base), one_living(match["whom"], base)
    if verb is None or who is None or whom is None or who is whom:
        return None
    return f"{named(who, base)} is {participle(verb)} {match['rest']}{named(whom, base)}"


def _gives_it(match: re.Match[str], base: Scene) -> str | None:
    """He hands a letter to her."""
    who, whom = one_living(match["who"] or match["one"], base), one_living(match["whom"], base)
    if who is None or whom is None or who is whom or _thing(match["what"]) is None:
        return None
    return f"{named(who, base)} gives {named(whom, base)} {match['what']}"


def _puts_on(match: re.Match[str], base: Scene) -> str | None:
    """He puts a hat on her: she wears it."""
    who, whom = one_living(match["who"] or match["one"], base), one_living(match["whom"], base)
    said = _thing(match["what"])
    if who is None or whom is None or who is whom or said is None or not is_worn(said):
        return None
    return f"{named(whom, base)} wears {match['what']}"


def _toast(match: re.Match[str], base: Scene) -> str | None:
    """They toast: a glass for each."""
    those = those_meant(match["they"] or "they", base)
    what = match["what"] or match["kind"] or "wine"
    if not those or not mentions_in(what):
        return None
    return (
        f"let all of them hold {what}"
        if len(those) == len(people(base))
        else f"make {names_of(those, base)} hold {what}"
    )


def _state(match: re.Match[str], base: Scene) -> str | None:
    """He is cold.

    Raises:
        NotDrawable: nobody looks so.
    """
    folk = people(base)
    if match["they"] or (match["whom"] or "").lower() == "them":
        who = folk
    else:
        one = one_living(match["whom"] or match["who"], base)
        who = [one] if one is not None else []
    if not who or any(one not in folk for one in who):
        return None
    labels = list(dict.fromkeys(one.label for one in who))
    raise NotDrawable(notes.state_not_drawn(" and the ".join(labels), match["state"].lower(), "en"))


def _marry(match: re.Match[str], base: Scene) -> str | None:
    """They get married: bride and groom."""
    those = those_meant("they" if match["them"] else match["they"], base)
    kinds_there = {one.kind: one for one in those}
    if len(those) != 2 or kinds_there.keys() != {"man", "woman"}:
        return None
    he, she = (named(kinds_there[kind], base) for kind in ("man", "woman"))
    return f"make {he} a groom and make {she} a bride"


_FORMS: tuple[Form, ...] = (
    (_FACE, _face),
    (_MARRY, _marry),
    (_STATE, _state),
    (_DEALS, _deals),
    (_GIVES_IT, _gives_it),
    (_PUTS_ON, _puts_on),
    (_WELL, _well),
    (_TOAST, _toast),
    (_POINTS, _points),
    (_PICNIC, _picnic),
    (_HAS_ON, _worn),
    (_HAVE_ON, _all_wear),
    (_HAS_GOT, _got),
    (_HOLDS, _in_the_arms),
    (_TO_HOLD, _to_hold),
    (_GIVEN_TO_HAVE, _given_to_have),
    (_INTO, _changed_into),
    (_IN_IT, _in_it),
    (_DRESS_AS, _dressed_as),
    (_THEY_HAVE, _they_have),
    (_DOES_WITH, _does_with),
    (_THEY_DO, _they_do),
    (_DOES_TO, _does_to),
)
