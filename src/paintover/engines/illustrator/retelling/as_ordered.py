"""Orders about those who are there, each told one by one: "take the newspaper away from the dog", "make the girls older", "give the
girl a hat, and the boy too", "swap their shirts", "one is tall and the other is short", "remove one of the kids, the boy", "her hair
longer".

Left as it is, such an order would take the dog as well as its newspaper, or make one of all. What it is about has to be there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.letters.boards import is_sign
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.retelling.talk import is_colour, is_such, living_in, one_noun
from paintover.engines.illustrator.retelling.whom import named, one_called, people
from paintover.engines.illustrator.retelling.whom_they_are import COMPARATIVES
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.stock import colour_of
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?P<lead>(?:please |now |ok |okay |and |then |so |maybe )*(?:can you |could you )?)"
_WHOM = r"(?:him|her|it|the [a-z]+(?: [a-z]+)??)"
_TAKEN = Pattern(
    rf"^{_LEAD}(?:take|get|grab|pull|snatch) (?P<what>it|that|(?:the|his|her|its|that) [a-z]+(?: [a-z]+)??)(?: (?:away|back|off|out))* (?:from|off|off of|out of|away from) (?P<whom>{_WHOM})(?:'s (?:hands?|head|arms?|mouth|face|neck))?[.! ]*$"
)
_AGED = Pattern(
    rf"^{_LEAD}(?:make|turn) (?P<who>them(?: both| all)?|both(?: of them)?|everyone|everybody|(?:both |all )?(?:the )?[a-z]+s|(?:the )?(?:children|people|men|women)|{_WHOM} and {_WHOM})(?: look| into)? (?P<how>(?:a (?:bit|lot) |much )?(?:old|older|elderly|younger|young)|old people|seniors|adults|grown[- ]?ups)(?: again)?[.! ]*$"
)
_TOO = Pattern(
    rf"^{_LEAD}(?P<give>give|get|put|make|let|have) (?P<who>{_WHOM}) (?P<what>(?:an?|some|two) [a-z]+(?: [a-z]+){{0,3}}?|[a-z]+(?: [a-z]+)?),? (?:and (?:also )?|same (?:for|with) |also )(?P<also>{_WHOM})(?: too| as well| also| the same)?[.! ]*$"
)
_ON_TOO = Pattern(
    rf"^{_LEAD}put (?P<what>(?:an?|some|two) [a-z]+(?: [a-z]+){{0,2}}?) on (?P<who>{_WHOM}),? (?:and (?:also )?|same (?:for|with) |also )(?:on |one on )?(?P<also>{_WHOM})(?: too| as well| also)[.! ]*$"
)
_UNLIKE = Pattern(
    rf"^{_LEAD}(?:make )?one (?:of them )?(?:is |should be |be )?(?P<one>[a-z]+),? (?:and |but )?(?:the other|one|another)(?: one)? (?:is |should be |be )?(?P<other>[a-z]+)[.! ]*$"
)
_STEPS = COMPARATIVES | {"skinny": "thinner", "old": "old"}
_SWAPPED = Pattern(
    rf"^{_LEAD}(?:swap|switch|exchange|trade)(?: around)? (?:their|the) (?P<what>[a-z]+)(?: colou?rs?)?(?: around| over)?[.! ]*$"
)
_NAMELY = Pattern(
    r"\bone of (?:the [a-z]+|them),? (?:just |only |namely |i mean )?(?P<who>the (?!other|rest|one)[a-z]+(?: [a-z]+)?)(?=[.! ]*$)"
)
_THE_TWO = Pattern(
    r"\bthe (?P<n>two|three) (?P<side>left|right)(?:most)? (?P<what>[a-z]+s|men|women|people|children|sheep)\b"
)
_HAIR = Pattern(
    rf"^{_LEAD}(?P<whose>his|her|their|the [a-z]+(?: [a-z]+)?'s) (?P<hair>hair|beard) (?P<how>(?:a (?:bit|lot|little) |much |way )?(?:longer|shorter|curly|straight|wavy|short|long|messy|spiky|red|black|blonde?|brown|gr[ae]y|white|pink|blue|green|purple)(?:(?:,| and|, and) (?:longer|shorter|curly|straight|wavy|short|long|red|black|blonde?|brown|gr[ae]y|white|pink|blue|green|purple))?)(?: please)?[.! ]*$"
)
_GOWN = Pattern(
    rf"^{_LEAD}(?:make )?(?P<whose>his|her|the [a-z]+(?: [a-z]+)?'s|the) (?P<what>dress|gown) (?:a (?:bit|little|lot) |much )?(?P<how>long|short)(?:er)?(?: too)?(?:,? and (?:make it |also )?(?P<look>[a-z]+))?[.! ]*$"
)
_WORN = Pattern(
    rf"^{_LEAD}(?P<whose>his|her|the [a-z]+(?: [a-z]+)?'s) (?P<what>[a-z]+) (?P<look>[a-z]+)(?: instead| please)?[.! ]*$"
)
_STARS = Pattern(
    r"\b(?:add|put(?: in)?|i want|with|draw|give me)(?: (?:some|a few|lots of|many|a lot of|more))? stars(?: (?:in|to|on|into) (?:the|it)(?: sky)?)?(?=[.!]*$|, | and (?:a|the|make|put|give)\b)"
)
_DARK = Pattern(r"\b(?:night|dark|midnight)\b")
_PASSED_ON = Pattern(
    rf"^{_LEAD}(?:take|grab|steal|get) (?P<whose>his|her|its|the [a-z]+(?: [a-z]+)??'s) (?P<what>[a-z]+(?: [a-z]+)?)(?: off)?,? and (?P<then>(?:put|place|give|stick) (?:it|them) (?:on|to) {_WHOM})[.! ]*$"
)
_BACK = Pattern(
    rf"^{_LEAD}(?:give|hand|put|pass) (?:it|that|them) back (?P<to>to|on) (?P<whom>{_WHOM})(?:'s head)?[.! ]*$"
)
_USED_UP = Pattern(
    r"\b(?P<who>he|she|it|they|the [a-z]+) (?:runs?|ran|is|are|has run|have run) out of (?:the )?(?P<what>[a-z]+)\b"
)
_WRITTEN = Pattern(r"\bon the (?P<side>left|right|other|first|second|middle|third) one(?=[.! ]*$)")
_WRITES = re.compile(r"\b(?:write|say|put|letter|paint)\b", re.IGNORECASE)


_MOST = 6


def told_as_ordered(prompt: str, base: Scene) -> str:
    """The wish with such an order told of each by name.

    Raises:
        NotDrawable: somebody is to give what they do not have.
    """
    if not prompt.isascii():
        return prompt
    if _WRITES.search(prompt) is not None:
        prompt = _WRITTEN.sub(lambda found: _on_its_sign(found, base), prompt)
    if '"' in prompt:
        return prompt
    if base.env.place not in INDOORS and (base.env.time == "night" or _DARK.search(prompt)):
        prompt = _STARS.sub("more stars in the sky" if base.env.time == "night" else "", prompt).strip(" ,")
        prompt = re.sub(r" and$", "", prompt)  # a night sky has stars
    prompt = _USED_UP.sub(lambda found: _used_up(found, base), prompt)
    prompt = _THE_TWO.sub(r"the \g<side> \g<n> \g<what>", _NAMELY.sub(r"\g<who>", prompt))
    for words, tell in (
        (_TAKEN, _taken),
        (_AGED, _each_aged),
        (_TOO, _both_have),
        (_ON_TOO, _on_both),
        (_UNLIKE, _each_way),
        (_SWAPPED, _exchanged),
        (_HAIR, _haired),
        (_GOWN, _gowned),
        (_WORN, _coloured),
        (_PASSED_ON, _passed_on),
        (_BACK, _given_back),
    ):
        found = words.match(prompt)
        if found is not None and (told := tell(found, base)) is not None:
            return f"{found['lead']}{told}"
    return prompt


def _on_its_sign(match: re.Match[str], base: Scene) -> str:
    """ "On the right one", of several signs."""
    signs = {one.label for one in base.objects if is_sign(one)}
    return f"on the {match['side']} {signs.pop().rstrip('s')}" if len(signs) == 1 else match[0]


def _borne_by(whom: Thing, base: Scene) -> list[Thing]:
    return [
        one
        for one in base.objects
        if one.rel is not None and one.rel.to == whom.id and one.rel.type in ("wear", "hold")
    ]


def _taken(match: re.Match[str], base: Scene) -> str | None:
    """ "The newspaper away from the dog": the newspaper alone goes."""
    whom = one_called(match["whom"], base)
    if " " not in match["what"]:
        held = (
            []
            if whom is None
            else [one for one in _borne_by(whom, base) if one.rel and one.rel.type == "hold"]
        )
        meant = [one for one in held if one.id == base.focus] or held[-1:]
        return f"remove {named(meant[0], base)}" if meant else None
    noun = one_noun(f"the {match['what'].split(' ', 1)[1]}")
    if whom is None or not kinds()[whom.kind].alive or noun is None:
        return None
    having = [one for one in _borne_by(whom, base) if is_such(one, noun) or one.label == noun.label] or [
        one for one in named_in(f"the {noun.label}", base) if one in _borne_by(whom, base)
    ]
    if having:
        return f"remove {named(having[0], base)}"
    if not named_in(f"the {noun.label}", base):
        raise NotDrawable(notes.not_in_picture(noun.label, "en"))
    return None


def _each_aged(match: re.Match[str], base: Scene) -> str | None:
    """ "Make the girls older": each of them."""
    who, how = match["who"].lower(), match["how"].lower()
    if re.match(r"(?:them|both|every)", who) and " the " not in who:
        told = [one for one in people(base) if one.id in base.together]
        meant = told if len(told) > 1 and who == "them" else people(base)
    elif " and " in who:
        two = [one_called(part, base) for part in who.split(" and ")]
        meant = [one for one in two if one is not None] if None not in two else []
    else:
        noun = re.sub(r"^(?:both |all )?(?:the )?", "", who)
        meant = [one for one in named_in(f"the {noun}", base) if one in people(base)]
    if not 2 <= len(meant) <= _MOST:
        return None
    if how in ("adults", "grown-ups", "grownups", "grown ups"):
        how = "older"
    how = {"old people": "old", "seniors": "old", "elderly": "old", "young": "younger"}.get(how, how)
    if how.endswith(("younger", "older")) and any(one.kind in _ELDERLY for one in meant):
        return _in_kinds(meant, how, base)
    return ", ".join(f"make {named(one, base)} {how}" for one in meant)


_ELDERLY = {"old-woman": "woman", "old-man": "man", "old-person": "man"}


def _in_kinds(meant: Sequence[Thing], how: str, base: Scene) -> str | None:
    """Of old people, who have that in their name: what they become."""
    if how.endswith("older"):
        return None
    return ", ".join(
        f"turn {named(one, base)} into a {_ELDERLY[one.kind]}"
        if one.kind in _ELDERLY
        else f"make {named(one, base)} {how}"
        for one in meant
    )


def _other_than(one: Thing | None, words: str, base: Scene) -> Thing | None:
    """Who is called so; "the other one" is the one beside the first, where there are two."""
    if not re.match(r"the other\b", words, re.IGNORECASE):
        return one_called(words, base)
    two = people(base) if one in people(base) else living_in(base)
    return (
        next((each for each in two if each is not one), None) if one is not None and len(two) == 2 else None
    )


def _both_have(match: re.Match[str], base: Scene) -> str | None:
    """ "Give the girl a hat, and the boy too": the same for both."""
    one = one_called(match["who"], base)
    other = _other_than(one, match["also"], base)
    if one is None or other is None or one is other:
        return None
    if not re.search(r"\b(?:too|as well|also|same)\b", match[0], re.IGNORECASE):
        return None
    return f"{match['give']} {named(one, base)} {match['what']}, {match['give']} {named(other, base)} {match['what']}"


def _on_both(match: re.Match[str], base: Scene) -> str | None:
    one, other = one_called(match["who"], base), one_called(match["also"], base)
    if one is None or other is None or one is other:
        return None
    return f"put {match['what']} on {named(one, base)}, put {match['what']} on {named(other, base)}"


def _each_way(match: re.Match[str], base: Scene) -> str | None:
    """ "One is tall and the other is short", of two."""
    one, other = _STEPS.get(match["one"].lower()), _STEPS.get(match["other"].lower())
    two = people(base)
    if len(two) != 2:
        two = living_in(base)
    if one is None or other is None or len(two) != 2:
        return None
    return f"make {named(two[0], base)} {one}, make {named(two[1], base)} {other}"


def _exchanged(match: re.Match[str], base: Scene) -> str | None:
    """ "Swap their shirts": each in the colour of the other's."""
    two, what = people(base), match["what"].lower()
    if len(two) != 2 or what in ("places", "sides", "positions", "spots", "seats", "order", "two"):
        return None
    noun = one_noun(f"the {what}")
    if noun is None or kinds()[noun.kind or ""].wear is None:
        return None
    worn = [next((one for one in _borne_by(whom, base) if is_such(one, noun)), None) for whom in two]
    first, second = worn
    names = [named(one, base) for one in two]
    if first is not None and second is not None:
        if colour_of(first) == colour_of(second):
            return None
        return f"make {names[0]}'s {first.label} {colour_of(second)}, make {names[1]}'s {second.label} {colour_of(first)}"
    if first is None and second is None:
        raise NotDrawable(notes.not_in_picture(what, "en"))
    one = first or second
    whom = names[1] if first is not None else names[0]
    look = f"{one.colour} " if one is not None and one.colour else ""
    return (
        f"remove {named(one, base)}, give {whom} {'an' if look[:1] in tuple('aeiou') else 'a'} {look}{one.label}"
        if one
        else None
    )


def _haired(match: re.Match[str], base: Scene) -> str | None:
    """ "Her hair longer": is to be so."""
    has = people(base) or any(one.kind in HAIR for one in base.objects)
    return f"make {match['whose']} {match['hair']} {match['how']}" if has else None


def _gowned(match: re.Match[str], base: Scene) -> str | None:
    """ "Her dress longer": another dress, in its colour."""
    look = (match["look"] or "").lower()
    if look and not is_colour(look):
        return None
    gowns = [one for one in base.objects if one.kind == "dress" and one.rel is not None]
    whose = match["whose"].lower()
    if whose == "the":
        who = base.thing(gowns[0].rel.to) if len(gowns) == 1 and gowns[0].rel is not None else None
    else:
        who = one_called(whose.removesuffix("'s"), base)
    if who is None:
        return None
    worn = next((one for one in gowns if one.rel is not None and one.rel.to == who.id), None)
    look = look or (worn.colour or "" if worn is not None else "")
    how = "long " if match["how"].lower() == "long" else ""
    article = "an" if look[:1] in ("a", "e", "i", "o", "u") and look else "a"
    return f"give {named(who, base)} {article} {f'{look} ' if look else ''}{how}dress"


def _coloured(match: re.Match[str], base: Scene) -> str | None:
    """ "His suit white": is to be so, and is his."""
    noun = one_noun(f"the {match['what']}")
    worn = noun is not None and kinds()[noun.kind or ""].wear is not None
    return (
        f"make {match['whose']} {match['what']} {match['look']}"
        if worn and is_colour(match["look"])
        else None
    )


def _passed_on(match: re.Match[str], base: Scene) -> str | None:
    """ "Take his hat and put it on the dog", of somebody who has one."""
    whose = match["whose"].lower()
    who = one_called({"his": "him", "its": "it"}.get(whose, re.sub(r"'s$", "", whose)), base)
    noun = one_noun(f"the {match['what']}")
    if who is None or noun is None:
        return None
    having = [one for one in _borne_by(who, base) if is_such(one, noun) or one.label == noun.label]
    if not having:
        raise NotDrawable(notes.not_in_picture(match["what"], "en"))
    return re.sub(r"\b(?:it|them)\b", named(having[0], base), match["then"], count=1)


def _used_up(match: re.Match[str], base: Scene) -> str:
    """ "He runs out of bread": what is there of it goes."""
    there = named_in(f"the {match['what']}", base)
    return f"remove the {there[0].label}" if there else match[0]


def _given_back(match: re.Match[str], base: Scene) -> str | None:
    """ "Give it back to him", of what somebody has now."""
    what, whom = base.thing(base.focus or ""), one_called(match["whom"], base)
    if what is None or what.rel is None or what.rel.type not in ("wear", "hold") or whom is None:
        what = next(
            (one for one in reversed(base.objects) if one.rel and one.rel.type in ("wear", "hold")), None
        )
    if what is None or whom is None or what.rel is None or what.rel.to == whom.id:
        return None
    if what.rel.type == "wear":
        return f"put {named(what, base)} on {named(whom, base)}"
    return f"give {named(what, base)} to {named(whom, base)}"
