"""Everything that somebody is to have on, told at once: "he wears a white shirt, blue jeans and boots", "hats and scarves on both",
"dress him in a suit and her in a dress", "winter clothes for everyone". Each thing is told by itself, of whom it is for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.of_persons import (
    is_carried,
    is_worn,
    names_of,
    one_living,
    those_meant,
)
from paintover.engines.illustrator.retelling.pronouns import meant_by
from paintover.engines.illustrator.retelling.talk import living_in, mentions_in, one_noun
from paintover.engines.illustrator.retelling.whom import named, people
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_LEAD = r"(?:(?:please|now|then|also|ok|so|can you|could you) )*"
_SHE = r"(?:he|she|(?:the|my|his|her) [a-z]+(?: on the (?:left|right))?)"
_HER = r"(?:him|her|(?:the|my|his) [a-z]+(?: on the (?:left|right))?)"
_THEY = (
    r"(?:they(?: both| all)?|both(?: of them)?|all(?: of them| three| four)?|everyone|everybody|each(?: one)?(?: of them)?"
    r"|the two(?: of them)?|(?:the|my) [a-z]+ and (?:the |his |her |my )?[a-z]+)"
)
_THEM = _THEY.replace("they(?: both| all)?", "them(?: both| all)?")
_MUST = r"(?: should| must| need to| needs to| have to| has to| could| can)?"
_WEARS = r"(?: is wearing| are wearing|['’]s wearing|['’]re wearing| is dressed in| are dressed in| is in| are in|['’]s in|['’]re in| wears?| puts? on| has on| have on| in| has(?: got)?| have(?: got)?|['’]s got|['’]ve got| gets?| needs?)"
_LIST = r"(?P<list>[a-z0-9][a-z0-9,' -]+?)"
_END = r"(?: (?:please|now|instead|too|as well|on))*"
_TELLS = (
    Pattern(rf"{_LEAD}(?:(?P<they>{_THEY})|(?P<who>{_SHE})){_MUST}{_WEARS} {_LIST}{_END}"),
    Pattern(rf"{_LEAD}(?:give|get|hand|lend|bring) (?:(?P<they>{_THEM})|(?P<who>{_HER})) {_LIST}{_END}"),
    Pattern(rf"{_LEAD}(?:dress|put) (?:(?P<they>{_THEM})|(?P<who>{_HER}))(?: up)? in {_LIST}{_END}"),
    Pattern(rf"{_LEAD}(?:make|let|have) (?:(?P<they>{_THEM})|(?P<who>{_HER}))(?: all| both)?(?: to)? (?:wear|put on|have|hold|have on) {_LIST}{_END}"),
    Pattern(rf"{_LEAD}(?:put |add )?{_LIST} (?:on|for|onto) (?:(?P<they>{_THEM})|(?P<who>{_HER})){_END}"),
)  # fmt: skip
_EACH = (
    Pattern(rf"{_LEAD}(?:give|get|hand) (?P<who>{_HER}) (?P<list>(?:an?|some) [a-z' -]+?)(?: and|,|, and) (?P<other>{_HER}) (?P<more>(?:an?|some) [a-z' -]+?){_END}"),
    Pattern(rf"{_LEAD}(?:dress|put) (?P<who>{_HER}) in (?P<list>[a-z' -]+?)(?: and|,) (?P<other>{_HER}) in (?P<more>[a-z' -]+?){_END}"),
    Pattern(rf"{_LEAD}(?P<list>(?:an? )?[a-z' -]+?) (?:for|on) (?P<who>{_HER})(?: and|,) (?P<more>(?:an? )?[a-z' -]+?) (?:for|on) (?P<other>{_HER}){_END}"),
    Pattern(rf"{_LEAD}(?P<who>{_SHE}) (?:wears|is wearing|is in|has on|should wear|in) (?P<list>[a-z' -]+?)(?: and|,| while|, and) (?P<other>{_SHE}) (?:wears|is wearing|is in|has on|should wear|in) (?P<more>[a-z' -]+?){_END}"),
)  # fmt: skip
_CLOTHES = r"(?:clothes|clothing|outfits?|wear|gear)"
_WINTER = re.compile(
    rf"(?:thick |warm |cosy |cozy )?(?:winter|warm|cold[- ]weather) {_CLOTHES}", re.IGNORECASE
)
_SUMMER = re.compile(rf"(?:light )?(?:summer|beach|hot[- ]weather) {_CLOTHES}", re.IGNORECASE)
_WARMLY = re.compile(
    rf"{_LEAD}(?:dress|wrap) (?P<who>them|{_HER}|{_THEM})(?: up)? (?:warmly|warm|for winter|for the cold|up warm)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\s*(?:and\s+)?|\s+and\s+(?:also\s+)?")
_DETERMINER = re.compile(r"(?:an?|some|the|two|three|matching|their|his|her)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"(?:him|her|them|it|the [a-z]+) (?:an?|some|the)\b", re.IGNORECASE)
_GOATEE = re.compile(r"(?P<lead>\b(?:an?|the|his|her|grey|white|black|brown|red) )?goatee\b", re.IGNORECASE)
_COSTUME_PARTS = r"(?:(?:pink|white|black|grey|brown|red) )?(?:bunny|rabbit|cat|kitty|kitten) ears"
_COSTUME = Pattern(
    rf"{_LEAD}(?:(?:give|put) (?:(?P<who>{_HER}) )?(?P<what>{_COSTUME_PARTS})|(?:put )?(?P<that>{_COSTUME_PARTS}) (?:on|for) (?P<whom>{_HER})){_END}"
)
"""Ears that are put on, and are no part of anybody."""
_IT = Pattern(rf"{_LEAD}(?:it(?:['’]s)?{_MUST}{_WEARS}|(?:give|dress) it(?: in)?|make it wear) {_LIST}{_END}")
_DOCTOR = re.compile(r"\b(?:doctor|nurse|dentist|surgeon|vet)\b", re.IGNORECASE)
_MASK = re.compile(
    r"(?P<lead>\b(?:an?|the|his|her|with|wears?|wearing|white|blue|green|in|on) )mask(?=s?\b)", re.IGNORECASE
)
"""What is over the mouth of a doctor is for no carnival."""
_IS_IN = re.compile(r"(?: is| are|['’]s|['’]re) in $", re.IGNORECASE)
_TOLD_OF_SOMEBODY = re.compile(
    r"\b(?:on|in|into|for|with|of|to|add|put|make|give|let|the|they|them|he|she|it|his|her|him|all|both|each|every\w*|is|are|has|have|wears?|should|not?|without|more|less|longer|shorter|bigger|smaller)\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[“”\"]")
_HIS, _HERS = (
    frozenset({"suit", "tuxedo", "tie", "bow-tie", "beard", "moustache"}),
    frozenset({"dress", "skirt", "wedding-dress", "tutu"}),
)
_ON_THE_BODY = frozenset({"neck", "foot"})


_DRAWN_ON = Pattern(
    rf"{_LEAD}(?:change|replace|swap|switch|turn|make) (?P<whose>his|her|the [a-z]+['’]s) (?P<old>sweater|jumper|shirt|t-?shirt|top|blouse|trousers|pants)(?: out)? (?:into|to|with|for|by) (?P<list>(?:an? |some )?[a-z' -]+?){_END}"
)
_DRAWN_ON_ZH = Pattern(
    r"(?:请|帮我)?(?:把|将)?(?P<who>[^，。,、的把将]{1,6}?)的?(?P<old>毛衣|上衣|衬衫|T恤|裤子|长裤)(?:换|改|变)成(?:一?[件条套身])?(?P<list>[^，。,、]{1,8}?)(?:吧)?"
)


def _instead_of_what_is_drawn(prompt: str, base: Scene) -> str | None:
    """ "Change her sweater into a dress", of somebody whose sweater is a part of the drawing: she wears the dress."""
    clause = prompt.strip(" .!。！")
    english, chinese = _DRAWN_ON.fullmatch(clause), _DRAWN_ON_ZH.fullmatch(clause)
    match = english or chinese
    if match is None:
        return None
    old, new = mentions_in(match["old"]), mentions_in(match["list"])
    gone = {one.kind for one in old}
    if any(one.kind in gone or one.label == match["old"] for one in base.objects):
        return None
    if len(new) != 1 or new[0].kind is None or not is_worn(new[0]):
        return None
    if chinese is not None:
        return f"给{match['who']}穿{match['list']}"
    who = one_living({"his": "he", "her": "she"}.get(match["whose"].lower(), match["whose"][:-2]), base)
    return None if who is None or who not in people(base) else f"{named(who, base)} wears {match['list']}"


def told_of_outfits(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with each of several things told by itself, of whom it is for; quotations stay."""
    if not _QUOTES.search(prompt) and (told := _instead_of_what_is_drawn(prompt, base)) is not None:
        return told
    if (not prompt.isascii() and "’" not in prompt) or _QUOTES.search(prompt) or not living_in(base):
        return prompt
    if base.env.place == "ward" or _DOCTOR.search(prompt):
        prompt = _MASK.sub(r"\g<lead>surgical mask", prompt)
    prompt = _GOATEE.sub(r"\g<lead>short beard", prompt)
    if (costume := _COSTUME.fullmatch(prompt.strip(" .!"))) is not None:
        who = one_living(costume["who"] or costume["whom"], base)
        if who is not None and who in people(base):
            return f"{named(who, base)} wears {costume['what'] or costume['that']}"
    clause = prompt.strip(" .!")
    clause = _SUMMER.sub("t-shirts and shorts", _WINTER.sub("coats and scarves", _season_of(clause)))
    for form in _EACH:
        if (match := form.fullmatch(clause)) is not None and (said := _of_each(match, base)) is not None:
            return said
    for form in _TELLS:
        if (match := form.fullmatch(clause)) is not None:
            said = _told(match, base, changed=clause != prompt.strip(" .!"))
            if said is not None:
                return said
    if clause in ("coats and scarves", "t-shirts and shorts"):
        folk, items = people(base), _items(clause) or []
        if not folk:
            return prompt
        return _all_have(folk, items, base) if len(folk) > 1 else _has(folk[0], items, base)
    if (match := _IT.fullmatch(clause)) is not None and (said := _of_it(match, base)) is not None:
        return said
    return _of_nobody(clause, base) or prompt


def _season_of(clause: str) -> str:
    """Dress them warmly."""
    warmly = _WARMLY.fullmatch(clause)
    return clause if warmly is None else f"dress {warmly['who']} in winter clothes"


def _items(words: str) -> list[tuple[str, Mention]] | None:
    """The things that are listed, each by itself; None where something else is."""
    found: list[tuple[str, Mention]] = []
    for piece in _SPLIT.split(words.strip()):
        said = None if _OF_ANOTHER.match(piece) else one_noun(piece)
        if said is None or said.kind is None or kinds()[said.kind].alive or said.pronoun:
            return None
        if not (is_worn(said) or is_carried(said.kind)):
            return None
        several = said.plural or said.label.endswith("s")
        found.append((piece if _DETERMINER.match(piece) or several else f"a {piece}", said))
    return found


def _told(match: re.Match[str], base: Scene, *, changed: bool) -> str | None:
    items = _items(match["list"])
    if items is None or not any(is_worn(said) for _, said in items):
        return None
    if (
        len(items) == 1
        and not changed
        and _IS_IN.search(match[0][: match.start("list") - match.start()]) is None
    ):
        return None
    if match["they"]:
        word = re.sub(r"^them\b", "they", match["they"])
        those = those_meant(word, base)
        return _all_have(those, items, base) if those else None
    who = one_living(match["who"], base)
    if who is None or not (who in people(base) or all(is_worn(said) for _, said in items)):
        return None
    return _has(who, items, base)


def _has(who: Thing, items: Sequence[tuple[str, Mention]], base: Scene) -> str:
    name = named(who, base)
    return "; ".join(
        f"{name} {'wears' if is_worn(said) else 'should hold'} {_alone(piece)}" for piece, said in items
    )


def _alone(piece: str) -> str:
    """Of one person: "coats" of a season are one coat."""
    return {"coats": "a coat", "scarves": "a scarf", "t-shirts": "a t-shirt"}.get(piece, piece)


def _all_have(those: Sequence[Thing], items: Sequence[tuple[str, Mention]], base: Scene) -> str:
    everybody = len(those) == len(people(base))
    who = "let all of them" if everybody else f"make {names_of(those, base)}"
    return "; ".join(f"{who} {'wear' if is_worn(said) else 'hold'} {piece}" for piece, said in items)


def _of_each(match: re.Match[str], base: Scene) -> str | None:
    """A suit for him and a dress for her."""
    told = []
    for who, words in (("who", "list"), ("other", "more")):
        one, items = one_living(match[who], base), _items(match[words])
        if one is None or one not in people(base) or items is None:
            return None
        told.append(_has(one, items, base))
    return "; ".join(told)


def _of_it(match: re.Match[str], base: Scene) -> str | None:
    """It wears a coat, of a robot beside a girl: the robot."""
    one, items = meant_by("it", base), _items(match["list"])
    if one is None or not kinds()[one.kind].alive or one in people(base) or items is None:
        return None
    return _has(one, items, base) if all(is_worn(said) for _, said in items) else None


def _of_nobody(clause: str, base: Scene) -> str | None:
    """Black suit and tie, of several people: on the one whose they are by custom, or who was spoken of last."""
    folk = people(base)
    if len(folk) < 2 or re.search(_TOLD_OF_SOMEBODY, clause):
        return None
    items = _items(clause)
    if not items or not all(kinds()[said.kind or ""].wear in _ON_THE_BODY for _, said in items):
        return None
    theirs = {said.kind for _, said in items}
    alike = (
        ("man", "old-man", "boy")
        if theirs & _HIS
        else ("woman", "old-woman", "girl")
        if theirs & _HERS
        else ()
    )
    fits = [one for one in folk if one.kind in alike]
    last = next((one for one in folk if one.id == base.focus), folk[0])
    return _has(fits[0] if len(fits) == 1 else last, items, base)
