"""Who does what to whom in English, told in the one order that the other rules read: the one who does it first.

Passives become active ("a dog being washed by a girl": a girl washing a dog), receivers come behind what they are given
("handing him a cup", "showing a map to two knights"), and a tool that is told is the one that is held ("washing a car with a
sponge"). The words of `words/voice.toml` say which verbs these are.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.engines.illustrator.files import word_table

_DETERMINER = r"(?:an?|the|his|her|their|its|my|our|your|some|one|two|three|four|five|six|seven|eight|nine|ten|several|many|another)"
_NO_NOUN = (
    r"(?:and|or|but|while|as|who|whom|whose|which|that|with|without|in|on|at|by|of|to|from|into|onto|over|under|behind|beside|"
    r"near|nearby|through|across|around|along|against|above|below|between|inside|outside|for|after|before|toward|towards|off|out|up|down|away|"
    r"like|during|upon|is|are|was|were|has|have|next|when|where|then|so|not|he|she|it|they|him|them|each|together|there|"
    r"an?|the|his|her|their|its|my|our|your|some)\b"
)
_NAMES_IN_ING = r"(?:ring|king|swing|wing|string|thing|building|painting|ceiling|drawing|earring|wedding|pudding|dumpling|duckling|gosling|sibling|stocking|sapling|evening|morning|washing|clothing|frying|fishing|sewing|dining|washing|sleeping|swimming|watering|shopping|racing|rocking|hiking|knitting|baking|serving|cutting)s?\b"
_WORD = rf"(?!{_NO_NOUN})(?:(?={_NAMES_IN_ING}(?! {_DETERMINER} ))|(?![a-z-]+ing\b))[a-z]+(?:-[a-z]+)*"
NOUN_PHRASE = rf"(?:{_DETERMINER} (?:[a-z]+ing )?(?:{_WORD} ){{0,3}}{_WORD}(?: of (?:{_DETERMINER} )?(?:{_WORD} ){{0,2}}{_WORD})?)"
"""A thing with an article or a number: "an old red bicycle", "three pieces of cake", "the sleeping cat"."""
_OTHERS = rf"(?:{NOUN_PHRASE}|(?:{_WORD} ){{0,2}}(?:{_WORD}s|people|children|men|women|sheep|mice|geese|fish|bread|dough|hay|straw|rice|food|meat|cheese|milk|water|sand|snow|firewood|wood|luggage|clothes|laundry))"
"""The same, or several without either: "small birds"."""


@cache
def _verbs(table: str) -> dict[str, str]:
    """By a form of a verb, its participle: chased, chasing."""
    found: dict[str, str] = word_table("voice")["en"][table]
    return found


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _looks() -> str:
    """What somebody is with who has it on, or grown, and not for a tool."""
    worn: list[str] = word_table("voice")["en"]["worn"]
    return rf"{_DETERMINER} (?:[a-z]+ ){{0,3}}?(?:{_either(worn)})s?\b"


@cache
def _passive() -> re.Pattern[str]:
    done = _either(list(_verbs("done")))
    return re.compile(
        rf"(?P<lead>\b(?:in|on|onto|inside|with|holding|riding|of|beside|behind|under|near|to|driving|wearing) )?\b(?P<whom>{_OTHERS})"
        rf"(?P<looks> (?:in|with|wearing) {NOUN_PHRASE})?,? (?:(?:is|are|who is|who are|that is|that are) )?(?:being |gently |carefully |slowly )*(?P<done>{done})"
        rf"(?P<what> {_OTHERS}| [a-z]+)? by (?P<who>{_OTHERS})(?P<whose>(?: (?:(?:in|wearing) {NOUN_PHRASE}|with (?={_looks()}){NOUN_PHRASE}))?)",
        re.IGNORECASE,
    )


@cache
def _done_by() -> re.Pattern[str]:
    """A word that tells cheaply whether a passive may be there."""
    return re.compile(rf"\b(?:{_either(list(_verbs('done')))})\b[^,.;]{{0,40}}? by ", re.IGNORECASE)


def _active(match: re.Match[str]) -> str:
    doing = _verbs("done")[match["done"].lower()]
    whom, who = f"{match['whom']}{match['looks'] or ''}", f"{match['who']}{match['whose']}"
    if match["what"]:
        given = f"{who} holding{match['what']} beside {whom}"
        return given if not match["lead"] else match[0]
    if match["lead"]:
        noun = match["whom"].split(" ", 1)[-1]
        return f"{match['lead']}{whom}, {who} {doing} the {noun}"
    return f"{who} {doing} {whom}"


@cache
def _rules() -> tuple[tuple[frozenset[str], re.Pattern[str], str], ...]:
    """The verbs of which one must stand there (none: any may), the pattern, and how it is told."""
    giving = _either(list(_verbs("giving")))
    tools = _either(list(_verbs("with")))
    in_something = rf"(?: (?:in|with|wearing) {NOUN_PHRASE})"
    told = (
        (r"\b(?P<v>fixing|repairing|mending|painting|washing|cleaning|polishing) (?P<x>(?:an?|the|his|her|their|some) (?:[a-z]+ )?[a-z]+) (?:together )?with (?:his|her|their|an?) (?:little |young |old )?(?P<kin>son|daughter|grandson|granddaughter|child|dad|father|mom|mum|mother|grandpa|grandma|brother|sister|friend|wife|husband)\b(?=$|[,.;]| (?:in|at|on|by|near)\b)", r"and a \g<kin> \g<v> \g<x>"),
        (rf" as (?={NOUN_PHRASE}{in_something}?(?: who)? (?:is |are )?[a-z]+ing\b)", ", "),
        (rf"\b(?P<verb>drinking|sipping|eating) out of (?={_DETERMINER} )", r"\g<verb> from "),
        (r"(?<=[a-z]), who (?=(?:is|are) )", " who "),
        (r"\b(?:is |are )?(?:giving|offering|raising|lifting|holding out) (?:(?:him|her|them) )?(?:his|her|its|a|one) (?:front )?paws?(?: to (?:him|her|them|it))?\b(?= to )", "reaching out beside"),
        (r"\b(?:is |are )?(?:giving|offering|raising|lifting|holding out) (?:(?:him|her|them) )?(?:his|her|its|a|one) (?:front )?paws?(?: to (?:him|her|them|it))?\b", "reaching out"),
        (r"\breaching out beside to ", "reaching out beside "),
        (rf"\bthe (?P<part>hair|teeth|fur|beard|nails|mane) of (?P<who>{NOUN_PHRASE})", r"\g<who>'s \g<part>"),
        (rf"\b(?P<takes>taking (?:some |an? )?(?:pictures?|photos?|photographs?|snapshots?)) of (?={_DETERMINER} )", r"\g<takes> beside "),
        (r"\b(?P<takes>taking (?:some |an? )?(?:pictures?|photos?|photographs?|snapshots?)) of (?:him|her|them|it)\b", r"\g<takes>"),
        (rf"\b(?:is |are )?(?:rowing|paddling|steering) (?=(?:an?|the|his|her|their) (?:{_WORD} )*(?:boat|rowboat|canoe|kayak|raft|gondola)\b)", "in "),
        (rf"\b(?:is |are )?(?:looking|peering|gazing|peeking) (?:up )?through (?P<x>{_DETERMINER} (?:{_WORD} )*(?:binoculars|spyglass|magnifying glass|camera))\b", r"holding \g<x>"),
        (r"\b(?:is |are )?(?:watching|looking|peering|peeking)(?: in)? through (?=(?:an?|the) (?:[a-z]+ )?window\b)", "behind "),
        (rf"\b(?:is |are )?(?:singing|speaking|talking|shouting|screaming) into (?P<x>{NOUN_PHRASE})", r"holding \g<x>"),
        (rf"\b(?:is |are )?(?:spilling|dripping|sprinkling|squeezing) (?P<x>{_OTHERS}) (?:on|over|onto|into) (?P<who>{NOUN_PHRASE})(?:'s (?:{_WORD} ){{0,2}}{_WORD})?", r"holding \g<x> beside \g<who>"),
        (rf"\b(?:is |are )?pouring (?P<x>(?:{_WORD} ){{0,2}}{_WORD}|{NOUN_PHRASE}) (?:on|over|onto|into|for) (?:him|her|them|it)\b", "holding a jug"),
        (rf"\b(?:is |are )?(?:knocking|pushing|sweeping) (?P<x>{NOUN_PHRASE}) off (?P<from>{NOUN_PHRASE})", r"reaching out beside \g<x> on \g<from>"),
        (r"\b(?:is |are )?(?:trying|tries) to (?:catch|grab|reach|touch|pet) (?=(?:an?|the|his|her|some|two|three) )", "reaching out beside "),
        (rf"(?<!tree) to (?:rescue|save|reach|catch|get|fetch|grab|free|pick up) (?={_DETERMINER} )", ", "),
        (r",? (?:and )?(?:(?:she|he) (?:is )?)?(?:resting|leaning|laying|putting) (?:his|her|a) head on (?:his|her|a [a-z]+['’]s) shoulder\b", ""),
        (rf"\b(?P<d>{_DETERMINER}) (?P<x>(?:{_WORD} )?(?:plank|board|log|block))s? of wood\b", r"\g<d> \g<x>"),
        (rf"\b(?P<goes>walking|running|leading|driving|riding|marching|strolling|cycling|jogging|crossing)(?P<what> {_OTHERS})? (?:over|across) (?=(?:an?|the) (?:{_WORD} )*(?:bridge|footbridge)\b)", r"\g<goes>\g<what> on "),
        (rf"\b(?P<paints>painting|drawing|sketching) {_DETERMINER} (?:{_WORD} )?(?:portrait|picture|painting|sketch|drawing) of (?P<x>{_OTHERS})", r"\g<paints> a picture, \g<x>"),
        (rf"\b(?:is |are )?(?:{giving}) (?:him|her|them|it|us|me|everyone|everybody) (?P<x>{NOUN_PHRASE})", r"holding \g<x>"),
        (rf"\b(?:is |are )?(?:{giving}) (?P<x>(?!{_DETERMINER} (?:\w+ )?(?:{_either(word_table('voice')['en']['not_given'])})\b){_OTHERS}) to (?P<who>{_OTHERS})", r"proffering \g<x> beside \g<who>"),
        (rf"\b(?:is |are )?(?:{giving}) (?P<x>{NOUN_PHRASE}) to (?:him|her|them|it|us|me|everyone|each other)\b", r"holding \g<x>"),
        (
            rf"\b(?P<give>(?:is |are )?(?:{giving}) .{{0,40}}?)(?:an?|the|his|her|their) (?P<looks>(?:{_WORD} )?)(?:picture|drawing|photo|photograph|painting) of {NOUN_PHRASE}",
            r"\g<give>a \g<looks>picture",
        ),
        (rf"\b(?:is |are )?(?:{giving}) (?P<who>{NOUN_PHRASE}) (?P<x>(?!{_DETERMINER} (?:\w+ )?(?:{_either(word_table('voice')['en']['not_given'])})\b){NOUN_PHRASE})(?= |[,.;]|$)", r"proffering \g<x> beside \g<who>"),
        (rf"\b(?:is |are )?stirring (?P<x>(?!{_DETERMINER} )(?:{_WORD} ){{0,2}}{_WORD}|{NOUN_PHRASE}) (?:in|inside) (?P<one>{_DETERMINER}) (?P<pot>(?:{_WORD} ){{0,3}}{_WORD})", r"holding a spoon beside \g<one> \g<pot>, \g<x> in the \g<pot>"),
        (r"\b(?:is |are )?(?:digging|rummaging|searching|looking|going|rooting)(?: around)? (?:through|in) (?:an?|the|some) (?:trash ?can|trash bin|trash|garbage can|garbage|rubbish|bin|dustbin|dumpster)\b", ", a trash can lying down,"),
        (rf"\b(?P<a>(?:dogs?|pupp(?:y|ies)|cats?|kittens?|rabbits?|bunn(?:y|ies)|bears?|cubs?|fox(?:es)?|moles?|badgers?|raccoons?|pigs?|wol(?:f|ves)|meerkats?|hens?|chickens?)) (?:is |are )?digging(?: (?:around )?in (?:the|his|her) (?:ground|sand|earth|dirt|soil|mud|snow))?(?= (?:in|at|on|near|by|beside)\b|[,.;]|$)(?! (?:for|up|out|with|{_DETERMINER})\b)", r"\g<a> beside a dug hole"),
        (rf"\b(?:is |are )?digging(?: (?:around )?in (?:the|his|her) (?:ground|earth|dirt|soil|mud))?(?= |[,.;]|$)(?! (?:for|up|out|with|{_DETERMINER})\b)", "holding a shovel"),
        (rf"\b(?:is |are )?(?P<verb>throwing|tossing|kicking|rolling|passing) (?P<x>{NOUN_PHRASE}) (?:to|at|for|towards?) (?P<who>{_OTHERS})", r"\g<verb> \g<x> beside \g<who>"),
        (rf"\b(?:is |are )?feeding (?P<who>{_OTHERS}) with (?!{_looks()})(?!an? (?:baby )?(?:bottle|spoon)\b)(?P<x>{NOUN_PHRASE})", r"spoonfeeding \g<x> beside \g<who>"),
        (rf"\b(?:is |are )?(?:{tools}) (?P<x>{_OTHERS}|him|her|them|it) with (?:the help of )?(?!{_looks()})(?P<tool>{NOUN_PHRASE})", r"holding \g<tool> beside \g<x>"),
        (rf"\b(?:is |are )?(?:taking|pulling|lifting|stealing|snatching|grabbing|getting|scooping|removing|fishing)(?: up)? (?P<x>{NOUN_PHRASE}) (?:out of|from|off) (?={_DETERMINER} )", r"holding \g<x> beside "),
        (r"\b(?:is |are )?(?:telling|reading) (?:(?:an?|the|some) )?(?:bed ?time |fairy |long |funny |exciting )?(?:story|stories|tales?|fairytales?) to (?:(?:two|three|four|the|his|her|some|a group of) )?(?:little )?(?:kids|children|grandchildren|grandkids)(?=$|[.!])", "sitting on an armchair holding a book, two children sitting on the floor"),
        (rf"\b(?P<v>kissing|hugging|kisses|hugs) (?P<x>{NOUN_PHRASE}) (?:good ?night|goodbye|good morning|hello)\b", r"\g<v> \g<x>"),
        (r"\b(?:is |are )?(?:hanging|hangs) (?:up |out )?(?:the |some |her |his |their )?(?:(?:wet|clean) )?(?:clothes|laundry|washing|shirts|sheets|socks)(?: up| out)?(?: to dry)?(?: on (?:an?|the) (?:clothes ?line|washing line|laundry line|line))?\b", "reaching out beside a clothesline"),
        (rf"\b(?:is |are )?(?:knocking|tipping|pushing|knocks|tips) (?:over (?P<over>{NOUN_PHRASE})|(?P<x>{NOUN_PHRASE}) over)(?=$|[,.;]| (?:in|at|on|with|and|while)\b)", r", \g<over>\g<x> lying down,"),
        (rf"\b(?:is |are )?(?:putting|placing|hanging|setting|dropping|loading|packing|stuffing|laying|tossing|throwing) (?P<x>{_OTHERS}) (?:on top of|onto|on|into|in|inside|under) (?!the (?:air|sky)\b)(?={_DETERMINER} )", r"holding \g<x> beside "),
        (rf"\b(?:is |are )?(?:putting|placing|setting|dropping) (?P<x>{_OTHERS}) (?:on top of|onto|on|into|in|inside|under) (?:it|him|her|them)\b", r"holding \g<x>"),
        (rf"\bholding (?P<x>{NOUN_PHRASE}) (?:up |out )?(?:over|above|for|to|towards?) (?:him|her|them|it|both of them)\b", r"holding \g<x>"),
        (rf"\bholding (?P<x>{NOUN_PHRASE}) (?:up |out )?over (?={_DETERMINER} )(?!(?:his|her|its|the|their) (?:head|shoulder|face|side|back|eyes|left|right)\b)", r"holding \g<x> beside "),
        (rf"\bholding (?P<x>{NOUN_PHRASE}) (?:up |out )?(?:to|towards?) (?={_DETERMINER} )(?!(?:his|her|its|the|their) (?:head|shoulder|face|side|back|eyes|left|right)\b)", r"proffering \g<x> beside "),
        (rf"\b(?P<cuts>cutting|slicing|chopping|dicing|carving)(?: up)? (?P<x>{_OTHERS}|{_WORD}) with {_DETERMINER} (?:[a-z]+ ){{0,2}}(?:knife|axe|cleaver)\b", r"\g<cuts> \g<x>"),
        (rf"\b(?:is |are )?(?:leading|pulling|dragging|guiding) (?P<x>{NOUN_PHRASE}) (?:by|on|along by|along on) (?:an?|the|its|his|her|their) (?:rope|leash|lead|reins?|halter|collar|string|chain)\b", r"leading \g<x>"),
        (rf"\b(?:is |are )?(?:pulling|towing|dragging|hauling|tugging) (?={_DETERMINER} )(?!(?:\w+ ){{1,4}}?(?:{_either(word_table('voice')['en']['not_pulled'])})\b)(?={NOUN_PHRASE}(?! (?:out|from|off|up)\b))", r"tugging to the right of "),
        (r"\b(?:with|in|using) (?:one|the other|his other|her other|the right|the left) (?:hand|paw|arm)\b|\bin the other(?=[,.;]|$)", ""),
        (r"\b(?<!\ba )(?:while|whilst) (?=(?:[a-z]+ )?[a-z]+s\b)", ", "),
        (r"\b(?:while|as|whilst) (?:(?:he|she|it|they) (?:is |are )?)?(?=(?:(?:happily|quietly|also|still) )?[a-z]+ing\b)", ", "),
    )  # fmt: skip
    return tuple((_needed(pattern), re.compile(pattern, re.IGNORECASE), said) for pattern, said in told)


def _needed(pattern: str) -> frozenset[str]:
    """The participles before the first noun phrase of a pattern; none where another word may stand there."""
    start = pattern.split(_DETERMINER)[0].split("(?P<x>")[0].replace(r"\b", " ")
    return frozenset() if "|using" in start else frozenset(_PARTICIPLE.findall(start))


_PARTICIPLE = re.compile(r"(?<![a-z\]+])[a-z]+ing(?![a-z])")


_MAY_BE = re.compile(r"ing\b| by |, who ", re.IGNORECASE)
_QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\")")


def in_order(text: str) -> str:
    """The text with whoever does something told first, what it is done to next, and the tool in the hand."""
    if _MAY_BE.search(text) is None:
        return text
    parts = _QUOTED.split(text)
    for at in range(0, len(parts), 2):
        if _done_by().search(parts[at]) is not None:
            parts[at] = _passive().sub(_active, parts[at])
        verbs = set(_PARTICIPLE.findall(parts[at].lower()))
        for needed, pattern, said in _rules():
            if not needed or not needed.isdisjoint(verbs):
                told = pattern.sub(said, parts[at])
                if told != parts[at]:
                    parts[at], verbs = told, set(_PARTICIPLE.findall(told.lower()))
    return "".join(parts)
