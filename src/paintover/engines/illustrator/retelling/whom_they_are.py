"""Who is meant in English where several may be: "they should be arguing" are the people and not their dog, "give them both hats"
the two of them, "put the dog in front of them" those who are not the dog, "the man closest to the dog" the one who is; and two
who get two things: "his hat red, hers blue", "the left man's shirt red and the right one's blue".

Told by name, ahead of all passes that know "they" as all who live. What tells nobody apart stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.meant import plural_of
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.retelling.talk import is_colour, living_in, one_noun
from paintover.engines.illustrator.retelling.whom import named, one_called, people
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_QUOTES = re.compile(r"[“”\"「」『』]")
_DEED = (
    r"(?:argu(?:e|ing)|quarrel(?:l?ing)?|debat(?:e|ing)|gossip(?:ing)?|read(?:ing)?"
    r"|sing(?:ing)?|wav(?:e|ing)|clap(?:ping)?|cheer(?:ing)?|toast(?:ing)?|pray(?:ing)?|laugh(?:ing)?"
    r"|point(?:ing)?|cook(?:ing)?|paint(?:ing)?|draw(?:ing)?|writ(?:e|ing)|eat(?:ing)? (?:an? |some )?(?:ice|pizza|cake|sandwich|burger|popcorn|noodles|soup|dinner|lunch|breakfast)"
    r"|drink(?:ing)? (?:an? |some )?(?:tea|coffee|juice|wine|beer|lemonade)|play(?:ing)? (?:ball|catch|cards|chess|football|soccer|basketball|tennis|music|the |a game|video)"
    r"|wear(?:ing)?|salut(?:e|ing)|bow(?:ing)?|whisper(?:ing)?|throw(?:ing)?|carry(?:ing)?)"
)
_THEY = Pattern(
    rf"\b(?P<lead>(?:let|have|make|get|can|could|should) )?(?P<they>they|them)(?: both| two)?(?P<does> (?:should(?: all)?(?: be)?|are|must be|to be|to|could be|need to|be)?(?: all| both)? ?{_DEED}\b(?!.*\b(?:each other|one another|together)\b))"
)
_BOTH = Pattern(r"\b(?:both of (?:them|those|these)|the two of them|(?:them|they) (?:both|two))\b(?!['’])")
_PUT = Pattern(
    r"^(?P<lead>(?:please |now |and )*(?:put|place|move|bring|have|let|get) (?P<who>(?:the |his |her )?[a-z]+(?: [a-z]+)?)(?: (?:to be|stand|sit|lie|go|come))? (?:right |just )?(?:in front of|behind|next to|beside|near|close to|before)) (?:them|both|both of them)(?P<end>[.! ]*)$"
)
_BY = r"(?:right |just |standing |sitting )?(?:next to|beside|closest to|nearest(?: to)?|close to|near|by)"
_NOUN = r"(?P<noun>one|man|guy|woman|lady|girl|boy|kid|child|person|[a-z]+)"
_NEXT = Pattern(
    rf"\b(?P<the>the|that) {_NOUN} (?:who is |who's |that is |that's )?{_BY} (?P<whom>him|her|it|(?:the|his|her) [a-z]+)(?= (?:should|gets?|needs?|must|is|has|could|wears?|waves?|sits?|stands?|be|to)\b)"
)
_NEXT_DOES = Pattern(
    rf"(?P<lead>\b(?:have|let|make|get|give|tell) )(?P<the>the) {_NOUN} {_BY} (?P<whom>him|her|it|(?:the|his|her) [a-z]+)(?= [a-z]+)"
)
_PAIR = Pattern(
    r"^(?P<lead>(?:please |now |ok |and )*)(?:make )?(?P<one>his|her|(?:the )?(?P<a>left|right) [a-z]+['’]?s?) (?P<what>[a-z]+) (?P<look>[a-z]+),? ?(?:and |but )?(?P<other>hers|his|(?:the )?(?:left|right|other)(?: one| [a-z]+)?['’]?s?(?: [a-z]+)?) (?P<also>[a-z]+)[.! ]*$"
)
_LISTED = Pattern(
    r"^(?P<one>(?:the )?(?:left|right) [a-z]+): (?P<what>[a-z ]+), (?P<other>(?:the )?(?:left|right) [a-z]+): (?P<also>[a-z ]+?)[.! ]*$"
)
_ONE_EACH = Pattern(
    r"^(?:(?:give them |they (?:should )?(?:get|wear|have) |with )?)one (?P<what>[a-z]+ [a-z]+),? (?:and )?(?:the other (?:an? )?|(?:the )?other one (?:an? )?|one |an? )(?P<also>[a-z]+ [a-z]+)[.! ]*$"
)
_NAME = r"(?:him|her|the [a-z]+(?: [a-z]+)??)"
_AGAIN: Sequence[tuple[Pattern, str]] = (
    (
        Pattern(
            rf"\b(?P<do>dress|put|paint) (?P<one>{_NAME}) in (?P<a>[a-z]+(?: [a-z]+)?),? and (?P<two>{_NAME}) in (?=[a-z])"
        ),
        r"\g<do> \g<one> in \g<a>, \g<do> \g<two> in ",
    ),
    (
        Pattern(
            rf"\bgive (?P<one>{_NAME}) (?P<a>an?) (?P<how>[a-z]+) (?P<what>[a-z]+),? and (?P<two>{_NAME}) (?P<b>an?) (?P<other>[a-z]+) one\b"
        ),
        r"give \g<one> \g<a> \g<how> \g<what>, give \g<two> \g<b> \g<other> \g<what>",
    ),
    (
        Pattern(
            rf"\bmake (?P<one>{_NAME}) (?P<a>bigger|smaller|taller|shorter|happy|sad|angry|older|younger|laugh|smile|cry|wave|sit|stand|run|jump),? and (?=(?:his|her|the [a-z]+'s) [a-z]+ [a-z]+[.! ]*$)"
        ),
        r"make \g<one> \g<a>, make ",
    ),
)
"""Where a verb is meant once more: "dress him in blue and her in red"."""
_OWN = Pattern(
    r"\b(?:their|his|her) own (?P<what>(?!colou?r|way|place|style|size|kind|name|words?\b)[a-z]+)\b"
)
_ROLE = r"(?:customer|friend|neighbou?r|guest|visitor|kid|child|stranger|person|classmate|passerby|relative)"
_ADDED = Pattern(
    rf"\b(?P<add>add|put in|bring in|draw) (?:an?|another|his|her|their|the) {_ROLE}, (?P<who>an? (?:[a-z]+ )?(?:man|woman|boy|girl|guy|lady|grandpa|grandma|[a-z]+))(?:,? who(?:'s| is)|,)? (?=[a-z]+ing\b)"
)
_ONE_SUCH = Pattern(
    r"\b(?P<a>an?|another) (?P<what>[a-z]+), an? (?P<how>(?:(?:very |really )?[a-z]+)(?: [a-z]+)?) one(?=,|[.!]|$|\s(?:on|in|next|beside|behind|under|at|to|with)\b),?"
)
_OTHER_SIDE = Pattern(
    r"^(?P<lead>(?:please |now |ok |and )*)(?P<who>(?:the |his |her )?[a-z]+(?: [a-z]+)?) (?:should (?:be|go|stand|sit)|goes?|belongs?|needs to be)? ?(?:on|to|over to) the other side[.! ]*$"
)
COMPARATIVES = {
    "tall": "taller",
    "short": "shorter",
    "big": "bigger",
    "small": "smaller",
    "fat": "fatter",
    "thin": "thinner",
    "old": "older",
    "young": "younger",
}
"""What somebody is to become who is to be so."""
_AGED = Pattern(
    r"^(?P<lead>(?:please |now |and |ok |maybe )*)(?P<who>he|she|(?:the |his |her )[a-z]+(?: [a-z]+){0,3}?) (?:should|needs to|has to|must|could) (?:be|look|get) (?P<how>(?:a (?:bit|little|lot) |much )?(?:older|younger))[.! ]*$"
)


def told_of_whom_they_are(prompt: str, base: Scene) -> str:
    """The wish with those who are meant by name. Quotations stay as they are.

    Raises:
        NotDrawable: the larger one of two is meant who are of one size.
    """
    if not prompt.isascii() or _QUOTES.search(prompt):
        return prompt
    prompt = _named_by_sex(_IS.sub(_in_full, prompt), base)
    if (told := _two_looks(prompt.strip(), base)) is not None:
        return told
    for again, told in _AGAIN:
        prompt = again.sub(told, prompt)
    prompt = _SIZED_ONE.sub(lambda found: _of_the_pair(found, base), prompt)
    prompt = _OTHER_SIDE.sub(lambda found: _to_the_other_side(found, base), prompt)
    prompt = _ADDED.sub(r"\g<add> \g<who> ", _OWN.sub(r"a \g<what>", prompt))
    prompt = _ONE_SUCH.sub(_as_one, prompt)
    prompt = _AGED.sub(lambda found: _aged(found), prompt)
    prompt = _PUT.sub(lambda found: _beside_the_others(found, base), prompt)
    prompt = _NEXT.sub(lambda found: _the_nearest(found, base), prompt)
    prompt = _NEXT_DOES.sub(lambda found: _who_does(found, base), prompt)
    folk, living = people(base), living_in(base)
    if not 2 <= len(folk) < len(living) or len(folk) > _FEW:
        return prompt
    if len(folk) == 2:
        prompt = _BOTH.sub(_all(folk, base), prompt)
    if base.together and {*base.together} != {one.id for one in living}:
        return prompt
    return _THEY.sub(lambda found: f"{found['lead'] or ''}{_all(folk, base)}{found['does']}", prompt)


_FEW = 4
_IS = Pattern(
    r"\b(?P<who>(?:the |my )?[a-z]+)['’]s (?P<how>(?:so |very |really |still |now |not )*(?P<word>[a-z]+))\b"
)


def _in_full(match: re.Match[str]) -> str:
    """ "The man's happy": he is; nothing is his."""
    tokens = tokenise(match["word"])
    states = len(tokens) == 1 and any(tokens[0].get(role) for role in ("moods", "poses"))
    who = match["who"].lower()
    known = who in ("he", "she", "it") or who.startswith(("the ", "my "))
    if not known or not states or any(token.get("kinds") for token in tokens):
        return match[0]
    return f"{match['who']} is {match['how']}"


_HE = Pattern(r"\b(?:he|him)\b(?!['’])")
_SHE = Pattern(r"\b(?:she|her)\b(?!['’])")


def _named_by_sex(prompt: str, base: Scene) -> str:
    """ "Make him happy and her tired": both by name, where each is one; "her dress" is nobody's name."""
    if _HE.search(prompt) is None or _SHE.search(prompt) is None or _OF_A_LINK.search(prompt):
        return prompt
    he, she = meant_by("he", base), meant_by("she", base)
    if he is None or she is None or he is she or not is_somebody(he.kind) or not is_somebody(she.kind):
        return prompt

    def is_owned(found: re.Match[str]) -> bool:
        ahead = tokenise(prompt[found.end() :])[:2]
        return found[0].lower() == "her" and any(
            token.get("kinds") and not kinds()[str(token.get("kinds"))].alive for token in ahead
        )

    shes = [found for found in _SHE.finditer(prompt) if not is_owned(found)]
    if not shes:
        return prompt
    told = prompt
    for found in reversed(shes):
        told = f"{told[: found.start()]}{named(she, base)}{told[found.end() :]}"
    return _HE.sub(named(he, base), told)


_OF_A_LINK = Pattern(
    r"\b(?:at|to|with|from|behind|beside|next to|near|of|by|for|on|around|hug|hugs|hugging|kiss|kisses|hold|holding|push|pushing|pull|pulling|chase|chasing|feed|feeding|hand|handing|follow|following|carry|carrying|than|like|as) (?:him|her)\b"
    r"|\b(?:let|have|make) (?:him|her) [a-z]+ (?:him|her)\b"
)
"""What one does to the other, which is read by itself."""


def _all(some: Sequence[Thing], base: Scene) -> str:
    """What they are called together: the boy and the girl, the men and the woman."""
    labels = Counter(one.label for one in base.objects)
    names = list(
        dict.fromkeys(
            f"the {plural_of(one.label)}"
            if 1 < labels[one.label] == sum(each.label == one.label for each in some)
            else named(one, base)
            for one in some
        )
    )
    return " and ".join(names)


_SIZED_ONE = Pattern(r"\bthe (?P<how>small|smaller|little|big|bigger|large|larger) one\b")
_UNLIKE = 1.15
"""From how many times as large somebody is seen to be the larger of two."""


def _of_the_pair(match: re.Match[str], base: Scene) -> str:
    """ "The small one", where two of a kind are there beside others: of those two.

    Raises:
        NotDrawable: they are of one size.
    """
    living = [one for one in living_in(base) if one.id in base.layout]
    alike = Counter(one.kind for one in living)
    kind, many = next(iter(alike.most_common(1)), ("", 0))
    if many != 2 or len(living) == 2 or sum(each > 1 for each in alike.values()) > 1:
        return match[0]
    two = sorted(
        (one for one in living if one.kind == kind),
        key=lambda one: base.layout[one.id].box[3] - base.layout[one.id].box[1],
    )
    least, most = (base.layout[one.id].box[3] - base.layout[one.id].box[1] for one in two)
    if most < least * _UNLIKE:
        raise NotDrawable(notes.equally_large("en"))
    return named(two[0] if match["how"].lower() in ("small", "smaller", "little") else two[1], base)


def _to_the_other_side(match: re.Match[str], base: Scene) -> str:
    one = one_called(match["who"], base)
    return match[0] if one is None else f"{match['lead']}move {named(one, base)} to the other side"


def _as_one(match: re.Match[str]) -> str:
    """ "A dog, a brown one, next to her": a brown dog."""
    looks = tokenise(match["how"])
    known = bool(looks) and all(
        any(token.get(role) for role in ("colours", "sizes", "patterns", "modifiers", "verbs"))
        for token in looks
    )
    article = "another" if match["a"].lower() == "another" else "an" if match["how"][0] in "aeiou" else "a"
    return f"{article} {match['how']} {match['what']}" if known else match[0]


def _aged(match: re.Match[str]) -> str:
    who = {"he": "him", "she": "her"}.get(match["who"].lower(), match["who"])
    return f"{match['lead']}make {who} {match['how']}"


def _beside_the_others(match: re.Match[str], base: Scene) -> str:
    """ "In front of them", of one of those who are there: of the others."""
    one = one_called(match["who"], base)
    living = living_in(base)
    if one is None or one not in living:
        return match[0]
    others = [each for each in living if each is not one and (each.rel is None or each.rel.to != one.id)]
    folk = [each for each in others if is_somebody(each.kind)]
    meant = folk if len(folk) > 1 else others
    if not 2 <= len(meant) <= _FEW:
        return match[0]
    return f"{match['lead']} {_all(meant, base)}{match['end']}"


def _who_does(match: re.Match[str], base: Scene) -> str:
    """ "Have the kid next to him wake him up": whom one would see beside him."""
    who = _the_nearest(match, base)
    return match[0] if who == match[0] else f"{match['lead']}{who}"


def _the_nearest(match: re.Match[str], base: Scene) -> str:
    """Who of that noun stands nearest to whom is named."""
    whom = match["whom"].lower()
    host = meant_by(whom, base) if whom in ("him", "her", "it") else one_called(whom, base)
    if host is None or host.id not in base.layout:
        return match[0]
    noun = match["noun"].lower()
    if noun == "one":
        there = [one for one in living_in(base) if one.id != host.id]
        there = [one for one in there if is_somebody(one.kind)] or there
    elif noun in ("person", "guy", "lady", "kid"):
        there = [one for one in people(base) if one.id != host.id]
    else:
        there = [
            one
            for one in named_in(f"the {noun}s", base) or named_in(f"the {noun}", base)
            if one.id != host.id
        ]
    there = [one for one in there if one.id in base.layout]
    if not there:
        return match[0]
    at = base.layout[host.id].x
    return named(min(there, key=lambda one: abs(base.layout[one.id].x - at)), base)


# Two, and a look for each


def _two_looks(prompt: str, base: Scene) -> str | None:
    if (found := _LISTED.match(prompt)) is not None:
        return f"give {_the(found['one'])} a {found['what']}, give {_the(found['other'])} a {found['also']}"
    if (found := _PAIR.match(prompt)) is not None and is_colour(found["look"]) and is_colour(found["also"]):
        return _of_each(found, base)
    if (found := _ONE_EACH.match(prompt)) is not None and len(people(base)) == 2:
        what, also = one_noun(f"a {found['what']}"), one_noun(f"a {found['also']}")
        if what is not None and also is not None and _worn(what.kind) and _worn(also.kind):
            first, second = sorted(
                people(base), key=lambda one: base.layout[one.id].x if one.id in base.layout else 0
            )
            return (
                f"give {named(first, base)} a {found['what']}, give {named(second, base)} a {found['also']}"
            )
    return None


def _worn(kind: str | None) -> bool:
    return kind is not None and (kind in GARMENTS or kinds()[kind].wear is not None)


def _the(words: str) -> str:
    return words if words.startswith("the ") else f"the {words}"


def _of_each(match: re.Match[str], base: Scene) -> str | None:
    """ "His hat red, hers blue": what both of them have, or get."""
    what, one, other = match["what"], match["one"], match["other"].lower()
    if not any(token.get("kinds") for token in tokenise(what)):
        return None
    if one.lower() in ("his", "her"):
        if other not in ("his", "hers") or other.startswith(one.lower()):
            return None
        whom = ("him", "her") if one.lower() == "his" else ("her", "him")
        found = [meant_by(each, base) for each in whom]
        if any(each is None or not is_somebody(each.kind) for each in found):
            return None
        names = [named(each, base) for each in found if each is not None]
    else:
        noun = re.sub(r"['’]?s$", "", one.removeprefix("the ")).split()[-1]
        side = re.match(r"(?:the )?(left|right)", other)
        opposite = {"left": "right", "right": "left"}[match["a"].lower()]
        if side is not None and side[1] != opposite:
            return None
        names = [f"the {match['a']} {noun}", f"the {opposite} {noun}"]
    kind = one_noun(f"a {what}")
    if kind is not None and _worn(kind.kind):
        return f"give {names[0]} {_article(match['look'], what)}, give {names[1]} {_article(match['also'], what)}"
    return f"make {names[0]}'s {what} {match['look']}, make {names[1]}'s {what} {match['also']}"


def _article(look: str, what: str) -> str:
    plural = what.endswith("s") and not what.endswith(("ss", "dress"))
    return f"{look} {what}" if plural else f"{'an' if look[0] in 'aeiou' else 'a'} {look} {what}"
