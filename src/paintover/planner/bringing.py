"""What an earlier picture shows is to come into the newest: "add the sofa of the first picture", "the cat too", 猫也来.

The newest picture is changed, so it is the first source; the other only lends what is named. Without a word of which picture it
is meant, a thing comes only from a picture of another line: what this one once had is added again by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from paintover.domain.call import Language
from paintover.planner.case import Case
from paintover.planner.decision import Decision
from paintover.planner.graph import Node
from paintover.planner.language import dialect
from paintover.planner.lending import THERE, points_at
from paintover.planner.merging import PLAIN_WORD
from paintover.planner.terms import terms, weight_of

LONGEST = 80
"""Characters of a message that says no more than that."""

_LEAD = r"(?:(?:and|now|please|pls|also|ok|okay|yes|then|but|maybe|just|can you|could you|i (?:also )?want(?: to)?|let's),? )*"
_NO_THING = r"(?!(?:there|here|too|style|look|colou?rs?|background|backdrop|setting|pose|mood|light|weather|one|picture|image|on|in|at|with|next|beside|under|over|into|to|behind|near|instead|for|of|from|by|bigger|smaller)\b)"
_NOUN = rf"(?P<x>{_NO_THING}[a-z][a-z'-]*(?: {_NO_THING}[a-z][a-z'-]*){{0,4}}?)"
_X = rf"(?:the|that|my|his|her|our|this|both|all)?(?: the)? ?{_NOUN}"
_THE_X = rf"(?:the|that|my|his|her|our) {_NOUN}"
_HERE = r"(?: (?:in|into|to|here|over|over here|in here|too|as well|also|back|together|(?:in|into|to) (?:this|it|here|the new|the last|the latest)(?: (?:one|picture|image|scene))?|please|pls))*"
_ADD = r"(?:add|bring|include|insert|put|place|get|have|paste|copy|take|move|draw)(?: in| over| back)?"
_ALSO = r"(?: (?:too|as well|also))"
_TO_BE = r"(?:should|must|could|can|to|needs to|has to)(?: also)? (?:be|come|go|appear|join|get)"
_END = r"[.!?]*"
_FROM: Mapping[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(rf"{_LEAD}{_ADD} {_X} (?:of|from|in|out of|on) {THERE}{_HERE}{_END}", re.IGNORECASE),
        re.compile(rf"{_LEAD}{_X} (?:of|from|in) {THERE} {_TO_BE}{_HERE}{_END}", re.IGNORECASE),
        re.compile(rf"{_LEAD}(?:also )?{_X} (?:of|from) {THERE}{_ALSO}{_END}", re.IGNORECASE),
        re.compile(rf"{_LEAD}(?:with|include) {_X} (?:of|from) {THERE}{_ALSO}?{_END}", re.IGNORECASE),
    ),
    "zh": (
        re.compile(rf"(?:请|再|那|帮我)*(?:把|让|将)?{THERE}(?:里面|里边|里|中|上)?的?(?:那[个只头匹条位名棵辆张把])?(?P<x>(?!背景|风格|画风|颜色|场景|天气|姿势)[^，。！的也都]{{1,10}}?)(?:也|都|一起|一块)*(?:加|放|画|带|搬|移|P|p|挪|添|请|拉|弄|拿|拖|抠)(?:进来|到这里|到这张图?里?|到这儿|过来|上来|上|来|在这里|进这张图?里?|到这边)(?:吧|呗)?[。！]*"),
        re.compile(rf"(?:请|再|那|帮我)*(?:加上|加入|加|带上|放上|画上|添上|还有)(?:进来|进)?{THERE}(?:里面|里边|里|中|上)?的?(?:那[个只头匹条位名棵辆张把])?(?P<x>(?!背景|风格|画风|颜色|场景|天气|姿势)[^，。！的也都]{{1,10}}?)(?:吧|呗)?[。！]*"),
        re.compile(rf"(?:请|再|那|帮我)*(?:把|让|将)?{THERE}(?:里面|里边|里|中|上)?的?(?P<x>(?!背景|风格|画风|颜色|场景|天气|姿势)[^，。！的也都]{{1,10}}?)也(?:要|得)?(?:一起)?(?:在|来|出现|加入|进来|过来|进)(?:里面|这里|其中|画面里|这张图?里)?(?:吧|呗|就好了)?[。！]*"),
    ),
}  # fmt: skip
"""What of the picture that is pointed at is to come."""
_ALONE: Mapping[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(rf"{_LEAD}(?:add|include|bring|get|insert)(?: in| over| here)? {_THE_X}{_HERE}{_END}", re.IGNORECASE),
        re.compile(rf"{_LEAD}(?:put|place|have|draw|paste|want) {_THE_X} (?:in|into|to|here|in here|over here|(?:in|into|to) (?:this|it|here)(?: (?:one|picture|image|scene))?){_ALSO}?{_END}", re.IGNORECASE),
        re.compile(rf"{_LEAD}(?:(?:can|could|should|let|have) )?{_THE_X} (?:(?:should|must|could|can|to|needs to|has to)(?: also)? )?(?:be|come|appear|join|join in)(?: (?:in|into|here|there|along|in (?:it|this|here)(?: (?:one|picture))?))*{_ALSO}?{_END}", re.IGNORECASE),
        re.compile(rf"{_LEAD}{_THE_X}{_ALSO}{_END}", re.IGNORECASE),
        re.compile(rf"(?:and |now |ok )*(?:also|with|plus|and) {_THE_X}{_ALSO}?{_END}", re.IGNORECASE),
    ),
    "zh": (
        re.compile(r"(?:请|再|那|帮我|还有)*(?:把|让|将)?(?:那[个只头匹条位名棵辆张把])?(?P<x>[^，。！的也都把让]{1,8}?)(?:也|都|一起|一块)*(?:加进来|画进来|放进来|加上去|加到这里|放到这里|放到这张图?里面?|放进这张图?里?|画到这张图?里|加到这张图?里|带进来|带过来|请进来|叫过来|加入进来|加进去|画进去)(?:吧|呗)?[。！]*"),
        re.compile(r"(?:请|再|那|让|还有)*(?:那[个只头匹条位名棵辆张把])?(?P<x>[^，。！的也都把让]{1,8}?)也(?:要|得|想)?(?:一起)?(?:来|过来|进来|加入|在里面|在这里|在就好了|在|出现)(?:吧|呗|了|玩)?[。！]*"),
        re.compile(r"(?:请|再|那|帮我)*(?:加上|带上|算上|还有|加入)(?:那[个只头匹条位名棵辆张把])?(?P<x>[^，。！的也都把让一两三四五六几]{1,8}?)(?:吧|呗)?[。！]*"),
    ),
}  # fmt: skip
"""Only what is to come is told."""
_ABROAD: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "de": (
        "füge {x} hinzu", r"(?:vom|aus dem|von dem|im|auf dem|des) (?:ersten|zweiten|dritten|vorigen|vorherigen|anderen) Bild(?:es|s)?",
        (
            r"(?:bitte |und |jetzt )*(?:füge?|nimm|bringe?|setze?|stelle?|hole?)(?: noch| auch| bitte)* (?P<x>(?:den|die|das) [\w-]+)(?P<of> OF)?(?: (?:noch|auch|bitte|hier|mit))*(?: (?:hinzu|dazu|ein|rein|hier ?her|dabei|auf))?",
            r"(?:und )?(?P<x>(?:den|die|das) [\w-]+)(?P<of> OF)? (?:noch |bitte )*(?:auch|dazu|mit dazu|noch dazu)(?: noch| bitte| rein)*", r"(?:und )?mit (?P<x>(?:dem|der|den) [\w-]+)(?P<of> OF)",
        ),
    ),
    "fr": (
        "ajoute {x}", r"(?:de la|du|dans la|sur la|de l') ?(?:première|deuxième|seconde|troisième|précédente|autre) (?:image|photo|dessin)|(?:du|dans le|sur le) (?:premier|deuxième|second|troisième|précédent) dessin",
        (
            r"(?:et |maintenant )*(?:ajoute[rz]?|mets|met|apporte|amène)(?: aussi)? (?P<x>(?:le |la |les |l['’])[\w-]+)(?P<of> OF)?(?: (?:aussi|ici|là|également|dedans))*",
            r"(?:et )?(?P<x>(?:le |la |les |l['’])[\w-]+)(?P<of> OF)? (?:aussi|également)", r"(?:et )?avec (?P<x>(?:le |la |les |l['’])[\w-]+)(?P<of> OF)?",
        ),
    ),
    "es": (
        "añade {x}", r"(?:de la|del|en la|de el) (?:primera?|segund[ao]|tercera?|anterior|otr[ao]) (?:imagen|foto|dibujo)",
        (
            r"(?:y |ahora )*(?:añade|agrega|pon|mete|trae)(?: también)? (?P<x>(?:al?|el|la|los|las|a la) [\w-]+)(?P<of> OF)?(?: (?:también|aquí|ahí))*",
            r"(?:y )?(?P<x>(?:el|la|los|las) [\w-]+)(?P<of> OF)? también", r"(?:y )?con (?P<x>(?:el|la|los|las) [\w-]+)(?P<of> OF)?",
        ),
    ),
    "it": (
        "aggiungi {x}", r"(?:della|dal|dalla|del|nella) (?:prim[ao]|second[ao]|terz[ao]|precedente|altr[ao]) (?:immagine|foto|disegno)",
        (
            r"(?:e |ora )*(?:aggiungi|metti|porta)(?: anche)? (?P<x>(?:il |lo |la |i |gli |le |l['’])[\w-]+)(?P<of> OF)?(?: (?:anche|qui))*",
            r"(?:e )?anche (?P<x>(?:il |lo |la |i |gli |le |l['’])[\w-]+)(?P<of> OF)?",
        ),
    ),
    "pt": (
        "adicione {x}", r"(?:da|do|na) (?:primeir[ao]|segund[ao]|terceir[ao]|anterior|outr[ao]) (?:imagem|foto|desenho)",
        (
            r"(?:e |agora )*(?:adicion[ae]|acrescent[ae]|coloc[ae]|coloque|põe|ponha|traga)(?: também)? (?P<x>(?:o|a|os|as) [\w-]+)(?P<of> OF)?(?: (?:também|aqui))*",
            r"(?:e )?(?P<x>(?:o|a|os|as) [\w-]+)(?P<of> OF)? também",
        ),
    ),
    "ja": (
        "{x}を追加して", r"(?:最初|一枚目|1枚目|一番目|二枚目|2枚目|前)の?(?:絵|画像|写真)?の",
        (r"(?P<of>OF)?(?P<x>[^、。もをのに]{1,8}?)(?:も|を)(?:一緒に|ここに|この絵に|こっちに)?(?:入れて|追加して|加えて|描いて|足して|連れてきて|来て)(?:ください)?",),
    ),
}  # fmt: skip
"""By language: what is asked, how another picture is told, and the wishes that something of it come."""
_COMES: Mapping[Language, str] = {"en": "add the {x} of picture 2", "zh": "把图2的{x}加进来"}


def brought_here(case: Case) -> Decision | None:
    """The newest picture with what is named of an earlier one, where that is all that is asked."""
    latest, spoken = case.graph.latest, dialect(case.reading.language)
    words = case.reading.masked.strip()
    if latest is None or latest.is_upload or case.uploads or len(words) > LONGEST:
        return None
    others = [
        one for one in case.meant if points_at(one) and len(one.nodes) == 1 and one.nodes[0] is not latest
    ]
    if case.reading.language in _ABROAD:
        return _brought_abroad(case, latest, words, [one.nodes[0] for one in others])
    if case.reading.language not in _FROM:
        return None
    if len(others) == 1:
        one = others[0].reference
        text = f"{case.reading.masked[: one.start]}{THERE}{case.reading.masked[one.end :]}".strip()
        match = _first(_FROM[spoken], text)
        if match is not None:
            return _lent_by(others[0].nodes[0], latest, match["x"], spoken)
        return _done_with_it(case, latest, others[0].nodes[0], text)
    if others:
        return None
    if (come := _let_come(case, latest, words)) is not None:
        return come
    match = _first(_ALONE[spoken], words)
    if match is not None and _goes_on(case, words):
        return None
    node = None if match is None else _elsewhere(case, latest, match["x"])
    return None if match is None or node is None else _lent_by(node, latest, match["x"], spoken)


def _brought_abroad(case: Case, latest: Node, words: str, pointed: list[Node]) -> Decision | None:
    told, of, patterns = _ABROAD[case.reading.language]
    compiled = tuple(_compiled(one.replace("OF", f"(?:{of})")) for one in patterns)
    match = _first(compiled, words)
    if match is None or (not pointed and _goes_on(case, words)):
        return None
    node = pointed[0] if match.groupdict().get("of") and pointed else _elsewhere(case, latest, match["x"])
    if node is None:
        return None
    return Decision(
        rule="merge", action="edit", nodes=(latest, node), prompt=told.format(x=match["x"].strip())
    )


_TOO = re.compile(
    r"\b(?:too|as well|also|likewise|auch|aussi|également|también|anche|também)\b|も[。！]*$", re.IGNORECASE
)
_COMING = re.compile(
    r"\b(?:add|bring|include|insert|get|put|place|have|draw|be|come|join|appear|with|füge?|nimm|bring\w*|setz\w*|stell\w*|hol\w*|mit|ajoute\w*|mets?|apporte|amène|avec|añade|agrega|pon|mete|trae"
    r"|con|aggiungi|metti|porta|adicion\w+|acrescent\w+|coloc\w+|coloque|põe|ponha|traga)\b|入れて|追加|加えて|描いて|足して|来て|[来加画放进在带叫请]",
    re.IGNORECASE,
)


def _goes_on(case: Case, words: str) -> bool:
    """Whether "the tiger too" goes on with a change of the newest picture, and is not said of one that was only just drawn."""
    return (
        case.last is not None
        and bool(case.last.sources)
        and _TOO.search(words) is not None
        and _COMING.search(words) is None
    )


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source + r"[.!?。！]*", re.IGNORECASE)


_OF_IT = re.compile(rf"(?P<before>.*)\b(?:the|that) {_NOUN} (?:of|from) {THERE}[.!]*", re.IGNORECASE)
_DONE_TO = re.compile(
    r"\b(?:the|that) (?P<who>[a-z]+(?: [a-z]+)?)|\b(?:him|her|them|it|he|she|they)\b", re.IGNORECASE
)


def _done_with_it(case: Case, latest: Node, other: Node, text: str) -> Decision | None:
    """ "Let the kids eat the cake from the first picture": somebody here does it with what is shown there."""
    match = _OF_IT.fullmatch(text)
    if match is None or case.reading.language != "en":
        return None
    whom = _DONE_TO.search(match["before"])
    wanted = frozenset() if whom is None or whom["who"] is None else terms(whom["who"])
    if whom is None or (wanted and not case.graph.showing(wanted)[latest.at]):
        return None
    prompt = f"{match['before']}the {match['x']} of picture 2"
    return Decision(rule="merge", action="edit", nodes=(latest, other), prompt=prompt)


_LET_ZH = re.compile(
    r"(?:请|那|再)?(?:让|叫|请)(?P<x>[^，。！的也都去到来在从跟和]{1,6}?)(?:也)?(?:去|到|来|站|坐|躺|骑|在|跑|走|飞|跳|吃|喝|玩|看|抱|从|跟|和|拿|给)(?P<rest>[^，。！]{1,16})[。！]*"
)


def _let_come(case: Case, latest: Node, words: str) -> Decision | None:
    """让熊猫去火锅店吃火锅, where the newest picture shows the restaurant and an earlier one the panda."""
    match = _LET_ZH.fullmatch(words) if case.reading.language == "zh" else None
    if match is None:
        return None
    here = frozenset(term for term in terms(match["rest"]) if weight_of(term) >= PLAIN_WORD)
    other = _elsewhere(case, latest, match["x"])
    if other is None or not case.graph.showing(here)[latest.at]:
        return None
    return Decision(rule="merge", action="edit", nodes=(latest, other), prompt=words)


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    return next((found for one in patterns if (found := one.fullmatch(text)) is not None), None)


def _lent_by(other: Node, latest: Node, what: str, spoken: Language) -> Decision:
    prompt = _COMES[spoken].format(x=what.strip())
    return Decision(rule="merge", action="edit", nodes=(latest, other), prompt=prompt)


def _elsewhere(case: Case, latest: Node, what: str) -> Node | None:
    """The newest picture of another line that shows what is named, which none of this line ever showed."""
    graph = case.graph
    wanted = frozenset(term for term in terms(what) if weight_of(term) >= PLAIN_WORD)
    if not wanted:
        return None
    shown = graph.showing(wanted)
    line = [node for node in graph.nodes if node is latest or graph.is_ancestor(node, latest)]
    if any(shown[node.at] for node in line):
        return None
    others = [node for node in graph.drawn if node not in line and shown[node.at] == wanted]
    return others[-1] if others else None


_SOMEBODY = r"(?:him|her|it|them)"
_WHERE = r"(?:on|onto|to|in|into|behind|beside|next to|under|above|over|around|near|at|between|in front of)"
_BEFORE = r"(?: (?:from|of) before| from earlier| (?:you|we|i) (?:drew|made|had)(?: before| earlier)?)?"
_HANDED = tuple(
    re.compile(source + _END, re.IGNORECASE)
    for source in (
        rf"(?P<lead>{_LEAD}(?:give|get|hand|bring|feed|offer|lend|throw) {_SOMEBODY} (?:the|that) ){_NOUN}{_BEFORE}(?P<tail>(?: (?:to|as|in|on|at|for) [a-z' ]+)?)",
        rf"(?P<lead>{_LEAD}(?:put|land|place|set|park|hang|throw|drop|move|give|bring|take|hand|build|stick) (?:the|that) ){_NOUN}{_BEFORE}(?P<tail> (?:there|here|{_WHERE} {_SOMEBODY}|{_WHERE} (?:his|her|its|their) [a-z]+))",
        rf"(?P<lead>{_LEAD}(?:he|she|it|they)(?:'s|'re)? (?:[a-z]+ ){{1,4}}?(?:the|that) ){_NOUN}{_BEFORE}(?P<tail>)",
        rf"(?P<lead>{_LEAD}(?:let|have|make) {_SOMEBODY} (?:[a-z]+ ){{1,4}}?(?:the|that) ){_NOUN}{_BEFORE}(?P<tail>)",
    )
)
"""What is handed to somebody here, or put there."""
_GIVEN = re.compile(
    r"(?P<lead>(?:请|再|那|把|让|帮我)*给?(?:[它他她]们?)(?:来|戴|穿|拿|端|送|配|吃|捧|骑|抱|坐|放|加|牵|在)*(?:上|着|到|在|进|一下)*)(?:刚才|之前|前面|原来)?的?(?:那|这)(?:一)?[个只头匹条位名棵辆张把顶件块杯](?P<x>[^，。！]{1,8}?)(?P<tail>(?:[上里下旁]边?面?)?(?:吧|呗)?[。！]*)"
)


def taken_along(case: Case, other: Node) -> Decision | None:
    """The newest picture with a thing of `other`, for somebody here or to be put there: "give her the cake", "land the rocket
    there". None where nobody here is spoken of."""
    latest, words = case.graph.latest, case.reading.masked.strip()
    if latest is None or latest.is_upload or case.graph.root(latest) is case.graph.root(other):
        return None
    match = _GIVEN.fullmatch(words)
    if match is not None:
        told = f"{match['lead']}图2的{match['x']}{match['tail']}"
        return Decision(rule="merge", action="edit", nodes=(latest, other), prompt=told)
    match = _first(_HANDED, words) if case.reading.language == "en" else None
    if match is None:
        return None
    wanted = frozenset(term for term in terms(match["x"]) if weight_of(term) >= PLAIN_WORD)
    shown = case.graph.showing(wanted)
    if not wanted or shown[other.at] != wanted or shown[latest.at]:
        return None
    told = f"{match['lead']}{match['x']} of picture 2{match['tail']}"
    return Decision(rule="merge", action="edit", nodes=(latest, other), prompt=told)
