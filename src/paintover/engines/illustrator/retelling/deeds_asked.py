"""What somebody in the picture is to do, told as what they are doing: "make the boy brush his teeth", "she should feed the dog",
"the girl waters the plants". The deeds of first wishes are told so, and drawn by what shows them.

What moves somebody ("make him sit", "let her look at the cat") has words of its own, and is left to those.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.labours import participle, third_person
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.wording import Pattern

_WHO = r"(?P<who>(?:the|my|his|her|their|one of the|both|all) [a-z' -]{2,24}?|him|her|them|it|he|she|they)"
_LEAD = r"(?P<lead>(?:(?:please|now|and|then|also|ok|so) )*)"
_ASIDE = r"(?:(?:happily|quietly|slowly|carefully|gently|proudly|also|now|always|still) )?"
_SUBJECT = {"him": "he", "her": "she", "them": "they"}
_CLAUSES = re.compile(
    r"([,;.!?\n]+ *(?:and |then )?| and then | then | and (?=(?:make|let|have|give|put|add|remove)\b))"
)


def told_of_the_deed(prompt: str, base: Scene) -> str:
    """The wish with each such clause told of what somebody is doing; quotations stay as they are."""
    if any(mark in prompt for mark in '"“”「『《'):
        return prompt
    if not prompt.isascii():
        return _in_chinese().sub(lambda match: _doing(match, base), prompt)
    parts = _CLAUSES.split(prompt)
    parts[::2] = [_told(clause, base) for clause in parts[::2]]
    return "".join(parts)


@cache
def _in_chinese() -> re.Pattern[str]:
    """让男孩下棋."""
    verbs = "|".join(word_table("labours")["zh"]["asked"]["deeds"])
    return re.compile(
        rf"(?:让|叫|请)(?P<who>[\u4e00-\u9fff]{{1,8}}?)(?:也|都)?(?:去|来|在|一起)?(?P<deed>{verbs})(?=$|[，。,；吧])"
    )


def _doing(match: re.Match[str], base: Scene) -> str:
    alive = match["who"] in ("他", "她", "它", "他们", "她们", "他俩", "大家") or any(
        stock_of(one).alive for one in named_in(match["who"], base)
    )
    return f"{match['who']}在{match['deed']}" if alive else match[0]


@cache
def _patterns() -> tuple[Pattern, Pattern]:
    """What is asked in the plain form of a verb, and what is told in the third person."""
    verbs = word_table("labours")["en"]["asked"]["deeds"]
    plain, third = "|".join(verbs), "|".join(map(third_person, verbs))
    asked = Pattern(
        rf"{_LEAD}(?:(?:can|could) (?:you )?)?(?:(?:make|let|have|get|i want|i'd like) {_WHO}(?: to)?(?: be)?|{_WHO.replace('<who>', '<one>')} (?:should|must|needs? to|has to|have to|ought to|could|is to|are to)) {_ASIDE}(?P<verb>{plain})(?P<rest>(?: .+)?)"
    )
    told = Pattern(
        rf"{_LEAD}(?P<one>(?:the|my) [a-z' -]{{2,24}}?|he|she|it) {_ASIDE}(?P<verb>{third})(?P<rest>(?: .+)?)"
    )
    return asked, told


def _told(clause: str, base: Scene) -> str:
    asked, told = _patterns()
    match = asked.fullmatch(clause.strip()) or told.fullmatch(clause.strip())
    if match is None:
        return clause
    said = match.groupdict()
    who, verb = said.get("who") or said["one"], said["verb"].lower()
    if not _is_there(who, base):
        return clause
    who = _SUBJECT.get(who.lower(), who)
    several = who.lower() == "they" or who.lower().startswith(("both ", "all ")) or _is_plural(who)
    rest = "" if said["rest"].strip().lower() in ("please", "instead", "now") else said["rest"]
    return f"{said['lead']}{who} {'are' if several else 'is'} {_plain_of(verb)}{rest}"


@cache
def _plain() -> dict[str, str]:
    return {third_person(verb): verb for verb in word_table("labours")["en"]["asked"]["deeds"]}


def _plain_of(verb: str) -> str:
    """The participle of a verb in either form."""
    return participle(_plain().get(verb, verb))


def _is_plural(who: str) -> bool:
    return who.lower().endswith(("s", "children", "people", "men", "women")) and not who.lower().startswith(
        "one of"
    )


def _is_there(who: str, base: Scene) -> bool:
    """Whether somebody of the picture who lives is meant."""
    if re.fullmatch("him|her|them|it|he|she|they", who, re.IGNORECASE):
        return any(stock_of(one).alive for one in base.objects)
    return any(stock_of(one).alive for one in named_in(re.sub(r"^one of ", "", who), base))
