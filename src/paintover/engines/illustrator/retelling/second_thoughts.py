"""Second thoughts within one wish, in English: "make it green, no, blue", "put a cat on the rug, no wait, on the sofa", "give the boy
a hat, sorry, the girl", "no make the dog smaller".

Told as what was meant in the end, without what was taken back, so that neither is done twice nor missed in the answer. A
wish that takes nothing back stays as it is, and so does one of which it can't be told what comes in whose stead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.wording import Pattern

_QUOTES = re.compile(r"[“”\"「」『』]")
_ORDER = (
    r"(?:make|put|give|let|have|add|remove|move|turn|change|get|paint|take|bring|swap|switch|draw|keep|delete|replace|dress|colou?r|place|set|lose"
    r"|(?:he|she|it|they|both|everyone|everybody|(?:the|his|her|its|their|my|both|all) [a-z]+(?: [a-z]+){0,4}?) (?:should|needs? to|has to|have to|must|gets?)\b)"
)
_SIGHS = r"(?:no|nope|nah|wait|sorry|oops|whoops|oh|ugh|hmm+|actually|ok|okay|well|my bad|my mistake|please)"
_MEANT = r"(?:what )?(?:i|we) (?:meant|mean|was going for|wanted)(?: to say)?(?: is| was)?(?: that)?"
_LEAD = Pattern(
    rf"^\W*(?=(?:{_SIGHS}[\s,.!]+)*(?:no|nope|nah|{_MEANT})[\s,.!:]+)(?:{_SIGHS}[\s,.!]+)*(?:{_MEANT}[\s,:]+)?(?:(?:actually|please|just)[\s,]+)*(?=(?:(?:can|could) you )?{_ORDER}\b)"
)
"""Ahead of an order: "no make ..." takes nothing away, and "I meant" is about no drawing."""
_SIGHED = Pattern(
    rf"^\W*(?:(?:ok|okay|oh|well|hmm+|um+|so|right|alright)[\s,.!]+)+(?:(?:actually|please|just|now)[\s,]+)*(?=(?:(?:can|could) you )?{_ORDER}\b)"
)
_UNCHANGED = Pattern(
    rf"^\W*(?:don't|dont|do not) (?:change|touch|move|worry about) (?:him|her|it|them|the [a-z]+)[,.;]* (?:but |just |and |only )?(?={_ORDER}\b)"
)
"""What stays as it is anyway."""
_THING_MEANT = Pattern(
    rf"^\W*(?:{_SIGHS}[\s,.!]+)*{_MEANT}[\s,:]+(?=(?:an?|some|two|three|four|five) [a-z]+(?: [a-z]+)* (?:on|in|for|at|under|behind|next|beside|between)\b)"
)
_MARK = Pattern(
    r"(?:[,;.!…–—-]+ *| +)(?:(?:or |oh )?(?:no,? wait|wait,? no|no,? sorry|sorry,? no|actually,? no|no,? actually|scratch that|wait,? actually)|(?:oops|whoops),?(?: no)?|(?:i mean|i meant|or rather|or better(?: yet)?|better yet|make that|correction|sorry|wait))(?:[,.:!…–—-]+ *| +)"
    r"|[,;.!…–—-]+ *(?:or )?(?:no|nope|nah)(?:[,.!:…–—-]+ *(?=\w)| (?=(?:make|put|give|let|have|move|turn|add) ))"
    r"|,? or no, *|[,;.!…–—-]+ *actually,? (?!(?:it|he|she|they|the [a-z]+ (?:should|looks?|is|are))\b)"
)
"""Where somebody takes back what they just said."""
_OF_A_NOUN = Pattern(
    r"\b(?P<wrong>(?:the|his|her|an?) [a-z]+),? (?:no|no wait|sorry|i mean|or rather|wait)[ ,]+(?P<right>(?:the|his|her|an?) [a-z]+),? (?=(?:the|an?|some|two|three|should|to|on|in)\b)"
)
_TOO = Pattern(r"\b(?:too|also|as well|either)\b")
_AGAIN = Pattern(
    r"^(?P<verb>give|put|hand) (?:it|that|them|those|one) (?P<to>to|on|in|for|at|under|behind|next to|beside|between) (?P<whom>.+)$"
)
_KEPT = Pattern(r"^(?:keep|leave) (?:him|her|it|them|the [a-z]+)(?: there)?,? (?:and|but)? ?(?=[a-z])")
_PLACES = (
    "relations",
    "sides",
    "times",
)
_PLACE = Pattern(
    r"^(?:on|in|under|behind|beside|next to|between|in front of|above|over|near|by|at|to the|into|onto|inside|around|against)\b"
)
_LOOKS: Sequence[tuple[str, ...]] = (
    ("colours",),
    ("numbers",),
    ("sides",),
    ("moods", "poses"),
    ("weathers", "times"),
    ("patterns",),
)
_ARTICLE = Pattern(r"\b(?:the|his|her|its|their|an?|some|one|two|three|four|five|six) ")
_SIZES = frozenset({"larger", "smaller"})


def on_second_thoughts(prompt: str) -> str:
    """The wish as it is meant in the end. Quotations stay as they are."""
    if not prompt.isascii() or _QUOTES.search(prompt):
        return prompt
    prompt = _SIGHED.sub("", _UNCHANGED.sub("", prompt))
    prompt = _THING_MEANT.sub("", _LEAD.sub("", prompt))
    prompt = _OF_A_NOUN.sub(_the_right_one, prompt)
    for _ in range(2):
        found = next((one for one in _MARK.finditer(prompt) if one.start() > 0), None)
        if found is None or (told := _put_right(prompt[: found.start()], prompt[found.end() :])) is None:
            return prompt
        prompt = told
    return prompt


def _the_right_one(match: re.Match[str]) -> str:
    """ "Give the boy, no the girl, a hat", where both are of one sort."""
    wrong, right = _nouns(tokenise(match["wrong"])), _nouns(tokenise(match["right"]))
    if len(wrong) == len(right) == 1 and _sort(wrong[0]) == _sort(right[0]):
        return f"{match['right']} "
    return match[0]


def _put_right(before: str, after: str) -> str | None:
    """What was said before, with what comes after in the place of what it corrects; None where that is nothing."""
    after = _KEPT.sub("", after.strip())
    said, rest = after.strip(" .!"), ""
    if _TOO.search(after):
        return None
    if again := _AGAIN.match(said):
        return _given_elsewhere(before, again)
    if re.match(_ORDER, said, re.IGNORECASE):
        cut = max(before.rfind(mark) for mark in (", ", ". ", "; ", " and "))
        same = re.match(r"[a-z]+", before[cut + 1 :].strip(" ,.;"), re.IGNORECASE)
        told = before[: cut + 1].rstrip(" ,.;") if cut > 0 and same else ""
        return f"{told}, {said}" if told and re.match(_ORDER, told, re.IGNORECASE) else said
    if end := re.search(rf"(?:[,.;] *| and )(?=(?:then )?{_ORDER}\b)", said):
        said, rest = said[: end.start()], said[end.start() :]
    if len(said.split()) > 7:
        return None
    for tell in (_place, _look, _noun):
        if (told_so := tell(before, said)) is not None:
            return told_so + rest
    return None


def _given_elsewhere(before: str, again: re.Match[str]) -> str | None:
    """ "Give the boy a hat, no, give it to the girl": what was named, for somebody else."""
    nouns = [one for one in _nouns(tokenise(before)) if not _alive(one)]
    if not nouns:
        return None
    start = _noun_start(before, nouns[0])
    what, whom = before[start : nouns[0].end], again["whom"].strip(" .!")
    if again["to"].lower() in ("to", "for"):
        return f"give {whom} {what}"
    return f"put {what} {again['to']} {whom}"


def _place(before: str, said: str) -> str | None:
    """ "On the sofa": in the stead of where it was to be."""
    tokens = tokenise(before)
    if not _PLACE.match(said):
        return None
    starts = [
        one.start for one in tokens if any(one.get(role) is not None for role in _PLACES) and one.start > 0
    ]
    inside = [(one.start, one.end) for one in tokens]
    starts += [
        one.start()
        for one in re.finditer(r"\b(?:on|in|at|to) the\b", before)
        if not any(start < one.start() < end for start, end in inside)
    ]
    where = max(starts, default=None)
    if where is None:
        return None
    nouns = [one for one in _nouns(tokens) if one.start > where]
    if nouns and said.endswith(" it"):
        said = f"{said[:-2]}{before[_noun_start(before, nouns[-1]) : nouns[-1].end]}"
    return f"{before[:where].rstrip()} {said}"


def _look(before: str, said: str) -> str | None:
    """A colour for a colour, a number for a number, a side for a side, a mood or a deed for one."""
    words = re.sub(r"^(?:more |rather |a |to the |the |only |just )+", "", said, flags=re.IGNORECASE)
    tokens, there = tokenise(words), tokenise(before)
    if not tokens or any(one.get("kinds") for one in tokens):
        return None
    if (
        len(tokens) == 1
        and tokens[0].get("verbs") in _SIZES
        and (sized := [one for one in there if one.get("verbs") in _SIZES])
    ):
        return before[: sized[-1].start] + words + before[sized[-1].end :]
    for roles in _LOOKS:
        if not any(tokens[-1].get(role) is not None for role in roles):
            continue
        found = [
            one for one in there if any(one.get(role) is not None for role in roles) and not one.get("kinds")
        ]
        if not found:
            return None
        first = found[-1]
        told = words if roles != ("sides",) or words.startswith(("on ", "to ")) else f"on the {words}"
        after = before[first.end :]
        if roles == ("numbers",) and tokens[-1].get("numbers") != "1":
            after = re.sub(r"^( (?:[a-z]+ ){0,2}?[a-z]+?)(?=$| (?:on|in|to|at|behind)\b)", _in_plural, after)
        return before[: first.start] + told + after
    return None


def _in_plural(match: re.Match[str]) -> str:
    return match[1] if match[1].endswith("s") else f"{match[1]}s"


def _noun(before: str, said: str) -> str | None:
    """Somebody for somebody, a thing for a thing: the last one of the sort that was named."""
    right = _nouns(tokenise(said))
    if not right:
        return None
    if (
        len(right) > 1
        and (led := re.match(r"(?:let|make|have) ", before, re.IGNORECASE))
        and _alive(right[0])
    ):
        return f"{led[0]}{said}"
    article = re.match(
        r"(?:the|his|her|its|their|an?|some|two|three|four|five|one|both)\b", said, re.IGNORECASE
    )
    sort = _sort(right[0])
    named = [one for one in _nouns(tokenise(before)) if _sort(one) == sort]
    if article is not None and sort != "somebody":
        definite = _definite(said)
        named = [one for one in named if _definite(before[_noun_start(before, one) :]) == definite] or named
    if not named:
        return None
    start = _noun_start(before, named[-1])
    if article is None:
        here = re.match(r"(?:the|his|her|its|their|an?|some) ", before[start:], re.IGNORECASE)
        return before[: start + (here.end() if here else 0)] + said + before[named[-1].end :]
    return before[:start] + said + before[named[-1].end :]


def _definite(words: str) -> bool:
    return re.match(r"(?:the|his|her|its|their|both)\b", words, re.IGNORECASE) is not None


def _noun_start(text: str, noun: Token) -> int:
    """Where its article stands, or else the noun itself."""
    articles = list(_ARTICLE.compiled.finditer(text[: noun.start]))
    if not articles or len(text[articles[-1].end() : noun.start].split()) > 2:
        return noun.start
    return articles[-1].start()


def _nouns(tokens: Sequence[Token]) -> list[Token]:
    return [one for one in tokens if one.get("kinds") is not None and one.get("verbs") is None]


def _alive(noun: Token) -> bool:
    return kinds()[str(noun.get("kinds"))].alive


def _sort(noun: Token) -> str:
    kind = str(noun.get("kinds"))
    if kinds()[kind].alive:
        return "somebody"
    return "worn" if kind in GARMENTS or kinds()[kind].wear is not None else "thing"
