"""What somebody in the picture is to do, told as what they are doing: "make the boy brush his teeth", "she should feed the dog",
"the girl waters the plants". The deeds of first wishes are told so, and drawn by what shows them.

What moves somebody ("make him sit", "let her look at the cat") has words of its own, and is left to those.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.labours import participle, third_person
from paintover.engines.illustrator.retelling.others import called_apart, named_in
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.wording import Pattern

_WHO = r"(?P<who>(?:the|my|his|her|their|one of the|both|all) [a-z' -]{2,24}?|him|her|them|it|he|she|they)"
_LEAD = r"(?P<lead>(?:(?:please|now|and|then|also|ok|so) )*)"
_ASIDE = r"(?:(?:happily|quietly|slowly|carefully|gently|proudly|also|now|always|still) )?"
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
_SUBJECT = {"him": "he", "her": "she", "them": "they"}
_CLAUSES = re.compile(
    r"([,;.!?\n]+ *(?:and |then )?| and then | then | and (?=(?:make|let|have|give|put|add|remove)\b))"
)


_PHONES = Pattern(r"(?<=[\u4e00-\u9fff])(?:正?在|去|来)?(?:(?:打|接|讲)(?:着|个|起了?)?|通)电话(?=[，。,！!]|$)", re.NOFLAG)  # fmt: skip
"""Who has a phone at the ear, and not just in the hand."""
_FALLS = Pattern(r"(?:and |then |now |oh no,? )*(?:(?:make|let|have) )?(?P<who>(?:the|my) [a-z' -]{2,24}?|he|she|him|her) (?:should |has |is )?(?:falls?|fell|fallen|falling|tumbles?|slips?|slides?) (?:down )?(?:off|from)(?: of)?(?: (?:the|his|her|its) [a-z -]{2,20})?")  # fmt: skip
_FALLEN_OFF = Pattern(
    r"从[^，。,；]{1,6}?(?:上面?|背上)?(?:摔|掉|跌|滚)(?:了)?(?:下来|下去|下)了?", re.NOFLAG
)
"""Who falls off what they ride, and lies beside it."""
_THEY_BOW = Pattern(r"(?P<who>they|(?:they|you) both|both of them|both|the [a-z ]{2,20}s) (?:should |must |all )?(?:bow|curtsy)(?: down| deeply| low)?(?= to\b|[,.;!]|$)")  # fmt: skip
"""Several who bow, which by itself is what a bow in the hair is called."""


def told_of_the_deed(prompt: str, base: Scene) -> str:
    """The wish with each such clause told of what somebody is doing; quotations stay as they are."""
    if any(mark in prompt for mark in '"“”「『《'):
        return prompt
    if not prompt.isascii():
        undrawn = _undrawn_in_chinese().fullmatch(prompt.strip(" 。！!"))
        if undrawn is not None and (not undrawn["who"] or _lives(undrawn["who"], base)):
            raise NotDrawable(notes.pose_not_drawn([undrawn["who"] or undrawn["deed"]], "zh"))
        prompt = _FALLEN_OFF.sub("摔倒了", prompt)
        prompt = _PHONES.sub("通话中，拿着手机", prompt)
        return _in_chinese().sub(lambda match: _doing(match, base), prompt)
    parts = _CLAUSES.split(_THEY_BOW.sub(r"\g<who> are bowing", prompt))
    parts[::2] = [_told(clause, base) for clause in parts[::2]]
    return "".join(parts)


@cache
def _in_chinese() -> re.Pattern[str]:
    """让男孩下棋."""
    verbs = "|".join(word_table("labours")["zh"]["asked"]["deeds"])
    return re.compile(
        rf"(?:让|叫|请)(?P<who>[\u4e00-\u9fff]{{1,8}}?)(?:也|都)?(?:去|来|在|一起)?(?P<deed>{verbs})(?=$|[，。,；吧])"
    )


@cache
def _undrawn_in_chinese() -> re.Pattern[str]:
    deeds = "|".join(sorted(_undrawn("zh"), key=len, reverse=True))
    return re.compile(
        rf"(?:让|叫|请)?(?P<who>[\u4e00-\u9fff]{{0,6}}?)(?:正?在|也|都|要)?(?P<deed>{deeds})(?:着|了|一下)?"
    )


def _doing(match: re.Match[str], base: Scene) -> str:
    return f"{match['who']}在{match['deed']}" if _lives(match["who"], base) else match[0]


def _lives(who: str, base: Scene) -> bool:
    """Whether somebody of the picture who lives is called so in Chinese."""
    return who in ("他", "她", "它", "他们", "她们", "他俩", "大家") or any(
        stock_of(one).alive for one in named_in(who, base)
    )


@cache
def _patterns() -> tuple[Pattern, Pattern]:
    """What is asked in the plain form of a verb, and what is told in the third person."""
    verbs = [*word_table("labours")["en"]["asked"]["deeds"], *sorted(_undrawn("en"))]
    plain, third = "|".join(verbs), "|".join(_third(verb) for verb in verbs)
    doing = "|".join(_doing_so(verb) for verb in sorted(_undrawn("en")))
    asked = Pattern(
        rf"{_LEAD}(?:(?:can|could) (?:you )?)?(?:(?:make|let|have|get|i want|i'd like) {_WHO}(?: to)?(?: be)?|{_WHO.replace('<who>', '<one>')} (?:should|must|needs? to|has to|have to|ought to|could|is to|are to)) {_ASIDE}(?P<verb>{plain})(?P<rest>(?: .+)?)"
    )
    told = Pattern(
        rf"{_LEAD}(?P<one>(?:the|my|his|her|their) [a-z' -]{{2,24}}?|he|she|it) {_ASIDE}(?:(?P<verb>{third})|is (?P<doing>{doing}))(?P<rest>(?: .+)?)"
    )
    return asked, told


def _rides(who: str, base: Scene) -> bool:
    """Whether somebody of that name is on something in the picture."""
    named = [
        one for one in base.objects if one.rel is not None and one.rel.type == "on" and stock_of(one).alive
    ]
    if who.lower() in _PRONOUNS:
        return bool(named)
    return any(one in named for one in named_in(re.sub(r"^my ", "the ", who), base))


_DOES_ALREADY = re.compile(r" (?:wears?|holds?|has|have|puts?|gets?|carry|carries|with|in) ", re.IGNORECASE)
"""What makes of a name a sentence of its own."""


def _told(clause: str, base: Scene) -> str:
    if (lies := _LIES.fullmatch(clause.strip())) is not None and _is_there(lies["who"], base):
        return f"{lies['lead']}make {lies['who']} lie down{lies['rest']}"
    if (falls := _FALLS.fullmatch(clause.strip())) is not None and _rides(falls["who"], base):
        return f"{falls['who']} falls down"
    if (comes := _COMES.fullmatch(clause.strip())) is not None and not named_in(comes["what"], base):
        return f"add a {comes['what']}"
    asked, told = _patterns()
    match = asked.fullmatch(clause.strip()) or told.fullmatch(clause.strip())
    if match is None or _TAKES.search(clause):
        return clause
    said = match.groupdict()
    if (said.get("who") or said["one"] or "").lower().endswith((" a", " an", " into")):
        return clause  # "make the man a groom"
    if _DOES_ALREADY.search(said.get("who") or said["one"] or ""):
        return clause  # "let the kids wear a blue tie"
    who, verb = said.get("who") or said["one"], (said["verb"] or said["doing"]).lower()
    if not _is_there(who, base):
        return _comes_for_it(who, verb, said["rest"]) or clause
    if _plain().get(verb, verb) in _undrawn("en"):
        if said["rest"].strip():
            return clause
        labels = {one.label for one in base.objects if stock_of(one).alive}
        named = re.sub(r"^(?:the|my) ", "", who)
        whom = labels.pop() if named.lower() in _PRONOUNS and len(labels) == 1 else named
        raise NotDrawable(notes.pose_not_drawn([whom], "en"))
    who = _SUBJECT.get(who.lower(), who)
    living = [one for one in base.objects if stock_of(one).alive]
    if (who.lower(), verb) in (("it", "play"), ("it", "plays")) and len(living) == 1:
        who = called_apart(base, living[0].id, chinese=False)
    several = who.lower() == "they" or who.lower().startswith(("both ", "all ")) or _is_plural(who)
    rest = "" if said["rest"].strip().lower() in ("please", "instead", "now") else said["rest"]
    return f"{said['lead']}{who} {'are' if several else 'is'} {_plain_of(verb)}{rest}"


_TAKES = re.compile(
    r"\b(?:take|takes) (?!(?:an?|some|the|his|her|their|another) (?:[a-z]+ )?(?:photo|picture|selfie|photograph|snapshot|nap|bath|shower|bite|sip)s?\b)",
    re.IGNORECASE,
)
"""To take something off or along, or the lead, is no deed of its own."""
_LIES = Pattern(
    rf"{_LEAD}(?P<who>(?:the|my) [a-z' -]{{2,24}}?|he|she|it) (?:is |are )?(?:lies|lying|lays|laying) down(?P<rest>(?: (?:on|in|under|beside|next to) .+)?)"
)
_COMES = Pattern(
    rf"{_LEAD}(?:the|a|their|her|his|its) (?P<what>(?:school )?(?:bus|train|taxi|cab|car|boat|ship|ferry|plane|tram|ambulance|fire truck|police car|ice cream truck|truck|helicopter)) (?:is coming|comes|is arriving|arrives|has arrived|pulls? (?:in|up)|is here|is approaching)(?: now)?"
)
"""What is waited for, and comes."""
_KIN = re.compile(
    r"(?:the|his|her|their|my) (?P<who>mom|mum|mother|mommy|dad|daddy|father|grandma|grandmother|granny|grandpa|grandfather|sister|brother|uncle|aunt|teacher|photographer)",
    re.IGNORECASE,
)


def _comes_for_it(who: str, verb: str, rest: str) -> str | None:
    """One's own people who are not there come to do it: "let the mom take a photo of them"."""
    kin = _KIN.fullmatch(who)
    return None if kin is None else f"add a {kin['who'].lower()} {_plain_of(verb)}{rest}"


@cache
def _undrawn(lang: str) -> frozenset[str]:
    """What no drawing shows anybody doing."""
    return frozenset(word_table("labours")[lang]["asked"]["undrawn"])


@cache
def _plain() -> dict[str, str]:
    return {
        form: verb
        for verb in (*word_table("labours")["en"]["asked"]["deeds"], *_undrawn("en"))
        for form in (_third(verb), _doing_so(verb))
    }


def _plain_of(verb: str) -> str:
    """The participle of a verb in either form."""
    return _doing_so(_plain().get(verb, verb))


def _third(verb: str) -> str:
    """ "Look up": looks up."""
    first, space, rest = verb.partition(" ")
    return f"{third_person(first)}{space}{rest}"


def _doing_so(verb: str) -> str:
    """ "Look up": looking up."""
    first, space, rest = verb.partition(" ")
    return f"{participle(first)}{space}{rest}"


def _is_plural(who: str) -> bool:
    return who.lower().endswith(("s", "children", "people", "men", "women")) and not who.lower().startswith(
        "one of"
    )


def _is_there(who: str, base: Scene) -> bool:
    """Whether somebody of the picture who lives is meant."""
    if re.fullmatch("him|her|them|it|he|she|they", who, re.IGNORECASE):
        return any(stock_of(one).alive for one in base.objects)
    return any(stock_of(one).alive for one in named_in(re.sub(r"^one of ", "", who), base))
