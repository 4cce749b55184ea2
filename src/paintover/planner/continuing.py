"""A message that only goes on with the last change: "the cat too", "both of them", "a bit more", "too far", 再来一点, 猫也是.

Only whoever has the conversation knows what was said before: the picture does not. It is said again, for whom it is meant or
as much the other way, of the newest picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from paintover.planner.case import Case
from paintover.planner.decision import Decision
from paintover.planner.graph import Node
from paintover.planner.naming import things
from paintover.planner.others import renamed, swapped
from paintover.planner.terms import terms

LONGEST = 40
"""Characters of a message that says no more than that."""
_END = r"(?: (?:please|pls|now|then))*[.!]*"
_LEAD = r"(?:(?:and|now|please|pls|also|ok|okay|yes|yeah|then|but|maybe|just),? )*"
_ALSO: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(rf"{_LEAD}(?P<who>(?:the|his|her|my|their) [a-z]+(?: [a-z]+)?|him|her)(?: (?:too|also|as well|likewise)){_END}", re.IGNORECASE),
    "zh": re.compile(r"(?:还有|然后|那|让)?(?P<who>[\u4e00-\u9fff]{1,6}?)也(?:是|要|一样|这样|同样|如此)?(?:吧|呗|的)*[。！!]*"),
    "de": re.compile(r"(?:(?:und|jetzt|bitte) )*(?:(?P<who>(?:de[rnm]|die|das) \w+|er|sie|ihm|ihr|ihn)(?: bitte)? (?:auch|genauso|ebenfalls)|auch (?P<whom>(?:de[rnm]|die|das) \w+|ihm|ihr|ihn))(?: bitte| so)*[.!]*", re.IGNORECASE),
    "fr": re.compile(r"(?:(?:et|maintenant) )*(?:à |au )?(?P<who>(?:(?:le|la) |l['’])?\w+|lui|elle) (?:aussi|également|pareil)(?: stp| s['’]il te plaît)?[.!]*", re.IGNORECASE),
    "es": re.compile(r"(?:(?:y|ahora) )*(?:a |al )?(?P<who>(?:(?:el|la) )?\w+) también(?: por favor| porfa)?[.!]*|(?:y )?también (?:a |al )?(?P<whom>(?:(?:el|la) )?\w+)[.!]*", re.IGNORECASE),
    "it": re.compile(r"(?:(?:e|adesso) )*anche (?:al? )?(?P<who>(?:(?:il|la|lo) |l['’])?\w+)[.!]*", re.IGNORECASE),
    "pt": re.compile(r"(?:(?:e|agora) )*(?P<who>(?:[oa] )?\w+) também[.!]*", re.IGNORECASE),
    "ru": re.compile(r"(?:(?:и|а) )*(?P<who>\w+) (?:тоже|также)[.!]*", re.IGNORECASE),
    "ja": re.compile(r"(?:あと|そして|次は)?(?P<who>[^\s、。]{1,8}?)(?:に|の)?も(?:同じように|お願い|同じく|同様に|して)?(?:して)?[。！!]*"),
    "ko": re.compile(r"(?P<who>[가-힣]{1,8}?)(?:한테|에게)?도(?: 똑같이| 그렇게)?(?: 해줘| 해 줘)?[.!]*"),
}  # fmt: skip
_OTHER_TOO = re.compile(
    r"(?:(?:and|und|et|y|e) )?(?:(?:the other(?: one)?|(?:auch )?(?:de[nrm]|die|das) anderen?|(?:à )?l['’]autre|(?:al |a la |el |la )otr[oa]|[oa] outr[oa]) (?:too|as well|also|auch|aussi|también|também)"
    r"|auch (?:de[nrm]|die|das) anderen?|anche (?:al)?l['’]altr[oa])[.!]*|(?:もう(?:片方|一方|一匹|一人)|反対側)(?:の(?:方|ほう))?(?:に)?も(?:お願い)?[。！!]*",
    re.IGNORECASE,
)
"""For who is on the other side, after a wish for the left one."""
_PRONOUNS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "de": (("er", "sie"), ("ihm", "ihr"), ("ihn", "sie")), "fr": (("il", "elle"),), "es": (("él", "ella"),),
    "it": (("lui", "lei"),), "pt": (("ele", "ela"),), "ru": (("он", "она"), ("его", "её"), ("ему", "ей")), "ja": (("彼", "彼女"),),
}  # fmt: skip
"""He and she, of whom the one does what the other did."""
_BOTH = re.compile(
    rf"{_LEAD}(?:both(?: of them)?|all of them|them all|them both|everyone|everybody){_END}", re.IGNORECASE
)
_THE_ONE = re.compile(
    r"\bthe (?!(?:left|right|front|back|top|bottom|other|middle|side|sky|ground|floor|air|foreground|background|same)\b)[a-z]+\b|\b(?:him|her|it)\b",
    re.IGNORECASE,
)
_ALIKE = ("de", "fr", "es", "it", "pt")
"""Languages that so few words hardly tell apart."""
_THE_ONE_ABROAD: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"\b(?P<at>)(?:de[rnm]|die|das) (?!(?:linken?|rechten?|anderen?|himmel|boden|hintergrund|wand)\b)\w+", re.IGNORECASE),
    "fr": re.compile(r"(?:\b(?P<at>au |à (?=la |l['’]))|\b)(?:(?:(?<=\bau )|le |la )|l['’])\w+", re.IGNORECASE),
    "es": re.compile(r"(?:\b(?P<at>al? )|\b)(?:(?<=\bal )|(?:el|la) )(?!(?:izquierda|derecha)\b)\w+", re.IGNORECASE),
    "it": re.compile(r"(?:\b(?P<at>al(?:la)? )|\b)(?:(?<=\bal )|(?<=\balla )|(?:il|la|lo) )\w+", re.IGNORECASE),
    "pt": re.compile(r"(?:\b(?P<at>[nao]o |na |à )|\b)(?:(?<=[nao]o )|(?<=na )|(?<=\bà )|[oa] )(?!(?:esquerda|direita)\b)\w+", re.IGNORECASE),
    "ru": re.compile(r"(?P<at>на )\w+$", re.IGNORECASE),
    "ja": re.compile(r"^(?P<at>)[^\s、。をにがは]{1,8}(?=[にがは].{2})"),
    "ko": re.compile(r"^(?P<at>)[가-힣]{1,8}?(?=(?:에게|한테|[이가]) )"),
}  # fmt: skip
"""Whom a change is about, with the word before it that says that it is for them."""
_TO: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fr": (("le ", "au "), ("la ", "à la "), ("l'", "à l'"), ("", "au ")), "es": (("el ", "al "), ("la ", "a la "), ("", "al ")),
    "it": (("il ", "al "), ("la ", "alla "), ("", "al ")), "pt": (("o ", "no "), ("a ", "na "), ("", "no ")),
}  # fmt: skip
"""By language, an article, and what it is together with that word."""
_MORE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"{_LEAD}(?:(?:even|still|yet|go|keep going,?) )?(?:(?:a (?:tiny |little )?(?:bit|little)|some|much|way|lots|slightly) )?(?:more|further|farther)(?: than that)?{_END}"
        rf"|{_LEAD}(?:keep going|go on|not enough|still not enough){_END}",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:还?不够|继续|接着来|再来一?[点些下]|再多?一?[点些]|再[多过]?去?一?[点些]|多一点|多一些)(?:吧|呗|儿|了)*[。！!]*"),
    "de": re.compile(r"(?:(?:und|bitte|ja) )*(?:noch )?(?:ein (?:bisschen|wenig|stück)|etwas|viel)?(?: ?noch)? ?(?:mehr|weiter)(?: noch)?(?: bitte)?[.!]*|noch (?:ein (?:bisschen|wenig|stück)|etwas)[.!]*|nicht genug[.!]*", re.IGNORECASE),
    "fr": re.compile(r"(?:encore )?(?:un (?:petit )?peu|beaucoup|bien)?(?: ?encore)? ?plus(?: stp)?[.!]*|encore(?: un (?:petit )?peu)?(?: plus| stp)?[.!]*|pas assez[.!]*", re.IGNORECASE),
    "es": re.compile(r"(?:todavía |aún )?(?:un (?:poco|poquito)|mucho)? ?más(?: todavía| aún| por favor)?[.!]*|otro (?:poco|poquito)(?: más)?[.!]*", re.IGNORECASE),
    "it": re.compile(r"(?:ancora )?(?:un po['’]?|molto)? ?(?:di )?più[.!]*|ancora(?: un po['’]?)?[.!]*", re.IGNORECASE),
    "pt": re.compile(r"(?:ainda )?(?:um (?:pouco|pouquinho)|muito)? ?mais(?: um (?:pouco|pouquinho))?[.!]*", re.IGNORECASE),
    "ru": re.compile(r"(?:ещё|еще)(?: (?:немного|чуть-чуть|чуть|больше))*[.!]*|(?:немного|чуть) (?:ещё|больше)[.!]*", re.IGNORECASE),
    "ja": re.compile(r"(?:もう|あと)(?:少し|ちょっと)(?:だけ)?(?:お願い|して)?[。！!]*|もっと(?:もっと)?[。！!]*|まだ足りない[。！!]*"),
    "ko": re.compile(r"(?:조금|좀)(?:만)? 더(?: 해줘)?[.!]*|더[.!]*"),
}  # fmt: skip
_LESS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"{_LEAD}(?:(?:that(?:['’]s| is| was)|it(?:['’]s| is)|no,?) )?(?:(?:a (?:bit|little)|way|much|far|slightly) )?too (?:much|far)(?: now)?{_END}"
        rf"|{_LEAD}(?:no,? )?not (?:that|so|quite (?:that|so)|as) (?:much|far){_END}|{_LEAD}(?:(?:a (?:bit|little)|slightly) )?less(?: than that)?{_END}"
        rf"|{_LEAD}(?:back a (?:bit|little)|a (?:bit|little) back){_END}",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:有点)?(?:太多|过头|太过|太远|过)了(?:一?[点些])?[。！!]*|(?:回来|退回|往回)一?[点些](?:吧)?[。！!]*|(?:别|不要|不用)(?:这么|那么)(?:多|过)[。！!]*"),
    "de": re.compile(r"(?:(?:das (?:ist|war)|nein) )?(?:etwas |ein bisschen |viel )?(?:zu (?:viel|weit)|zu sehr)[.!]*|nicht (?:so (?:viel|weit|sehr))[.!]*|(?:etwas|ein bisschen) (?:weniger|zurück)[.!]*", re.IGNORECASE),
    "fr": re.compile(r"(?:c['’]est )?(?:un peu |beaucoup )?trop(?: loin)?[.!]*|pas (?:autant|si loin)[.!]*|un peu moins[.!]*", re.IGNORECASE),
    "es": re.compile(r"(?:es |eso es )?(?:un poco )?demasiado(?: lejos)?[.!]*|no tanto[.!]*|un poco menos[.!]*", re.IGNORECASE),
    "it": re.compile(r"(?:è )?(?:un po['’] )?troppo[.!]*|non così tanto[.!]*|un po['’] meno[.!]*", re.IGNORECASE),
    "pt": re.compile(r"(?:é )?(?:um pouco )?demais[.!]*|não tanto[.!]*|um pouco menos[.!]*", re.IGNORECASE),
    "ru": re.compile(r"(?:это )?(?:немного |чуть )?слишком(?: сильно| далеко)?[.!]*|не так сильно[.!]*|чуть меньше[.!]*", re.IGNORECASE),
    "ja": re.compile(r"(?:ちょっと|少し)?(?:やり|行き)すぎ(?:た|かな|です)?[。！!]*|(?:もう)?(?:少し|ちょっと)戻して[。！!]*|そこまでじゃな(?:く(?:て)?|い)[。！!]*"),
    "ko": re.compile(r"(?:좀 |조금 )?너무 (?:많이|갔어|과해)(?:요)?[.!]*|조금만 덜[.!]*"),
}  # fmt: skip
_OPPOSITES = (
    ("bigger", "smaller"), ("larger", "smaller"), ("taller", "shorter"), ("longer", "shorter"), ("wider", "narrower"),
    ("higher", "lower"), ("closer", "further away"), ("nearer", "further away"), ("darker", "brighter"), ("fatter", "thinner"),
    ("to the left", "to the right"), ("to the front", "to the back"), ("forward", "back"), ("left", "right"), ("up", "down"),
    ("大", "小"), ("高", "低"), ("左", "右"), ("上", "下"), ("近", "远"), ("亮", "暗"), ("长", "短"), ("胖", "瘦"), ("前", "后"),
    ("größer", "kleiner"), ("höher", "tiefer"), ("näher", "weiter weg"), ("heller", "dunkler"), ("links", "rechts"), ("mehr", "weniger"),
    ("plus grande", "plus petite"), ("plus grand", "plus petit"), ("plus haut", "plus bas"), ("plus près", "plus loin"), ("plus clair", "plus foncé"), ("gauche", "droite"), ("plus", "moins"),
    ("más grande", "más pequeño"), ("más alto", "más bajo"), ("más cerca", "más lejos"), ("más claro", "más oscuro"), ("izquierda", "derecha"), ("más", "menos"),
    ("più grande", "più piccolo"), ("più vicino", "più lontano"), ("sinistra", "destra"), ("più", "meno"),
    ("maior", "menor"), ("mais perto", "mais longe"), ("esquerda", "direita"), ("mais", "menos"),
    ("больше", "меньше"), ("ближе", "дальше"), ("левее", "правее"), ("влево", "вправо"), ("выше", "ниже"),
    ("大きく", "小さく"), ("近く", "遠く"), ("高く", "低く"), ("明るく", "暗く"), ("増やして", "減らして"), ("크게", "작게"), ("가까이", "멀리"), ("왼쪽", "오른쪽"),
)  # fmt: skip
"""By how much or whither something was changed, and the way back from it."""
_BECOMES = re.compile(r"\s(?:into|with|for)\s|(?:变|换|改)成", re.IGNORECASE)
"""Before what comes of somebody, who is named ahead of it."""
_A_BIT = re.compile(r"\b(?:a (?:bit|little)|a lot|much|way|slightly|even|ein bisschen|ein wenig|etwas|viel|un peu|beaucoup|un poco|mucho|un po['’]|molto|um pouco|muito|немного|чуть|намного)\s+(?=\w)|(?:もう)?(?:少し|ちょっと)|もっと|ずっと", re.IGNORECASE)  # fmt: skip
_BACK: Mapping[str, str] = {
    "en": "a bit {back}", "zh": "{back}", "de": "etwas {back}", "fr": "un peu {back}", "es": "un poco {back}", "it": "un po' {back}",
    "pt": "um pouco {back}", "ru": "чуть {back}", "ja": "少し{back}", "ko": "조금 {back}",
}  # fmt: skip
"""How a bit of the way back is told."""


def continued(case: Case) -> Decision | None:
    """The last change said again of the newest picture: for somebody else, once more, or a bit of the way back."""
    last, latest, language = case.last, case.graph.latest, case.reading.language
    if (
        last is None
        or latest is None
        or last.failed
        or len(last.sources) != 1
        or latest.at not in last.pictures
        or case.uploads
    ):
        return None
    words, said = case.reading.masked.strip(), last.call.prompt.strip()
    if len(words) > LONGEST or len(said) > 2 * LONGEST:
        return None
    told = _for_both(words, said) or (swapped(said) if _OTHER_TOO.fullmatch(words) is not None else None)
    if told is None and not case.meant:
        told = _for_another(words, said, language, lambda who: _where(who, case, latest))
        told = told or _by_degree(words, said, language)
    return None if not told else Decision(rule="latest", action="edit", nodes=(latest,), prompt=told)


def _where(who: str, case: Case, latest: Node) -> Literal["here", "elsewhere", ""]:
    """Whether the newest picture shows whom the words name, or only others do; "" where none does."""
    shown = case.graph.showing(terms(who))
    return "here" if shown[latest.at] else "elsewhere" if any(shown) else ""


def _for_another(words: str, said: str, language: str, where: Callable[[str], str]) -> str | None:
    spoken = ((tongue, _ALSO[tongue].fullmatch(words)) for tongue in (language, *_ALIKE) if tongue in _ALSO)
    language, match = next(
        ((tongue, found) for tongue, found in spoken if found is not None), (language, None)
    )
    if match is None:
        return None
    who = match["who"] or match.groupdict().get("whom") or ""
    who = "il" if (language, who.lower()) == ("fr", "lui") else who
    if (other := _as_the_other(who, said, language)) is not None:
        return other
    there = where(who)
    if there == "elsewhere" or (language in _THE_ONE_ABROAD and there != "here"):
        return None
    if language in _THE_ONE_ABROAD and (told := _for_another_abroad(who, said, language)) is not None:
        return told
    named = list(_THE_ONE.finditer(said)) if language == "en" else []
    if len(named) == 1:
        return f"{said[: named[0].start()]}{who}{said[named[0].end() :]}"
    becomes = _BECOMES.search(said)
    head = said if becomes is None else said[: becomes.start()]
    told = renamed(head, who)
    return f"{told}{said[len(head) :]}" if told else None


def _for_another_abroad(who: str, said: str, language: str) -> str | None:
    """The same in another language: "al perro también", after "ponle un sombrero al niño"."""
    named = list(_THE_ONE_ABROAD[language].finditer(said))
    if len(named) != 1 or who.lower() in {one for pair in _PRONOUNS.get(language, ()) for one in pair}:
        return None
    start, end = named[0].span()
    if named[0]["at"]:
        bare = next(
            (to + who[len(lone) :] for lone, to in _TO.get(language, ()) if who.lower().startswith(lone)), who
        )
        who = f"{named[0]['at']}{who}" if language == "ru" else bare
    elif language in ("fr", "es", "it", "pt") and " " not in who and "'" not in who:
        who = f"{ {'fr': 'le', 'es': 'el', 'it': 'il', 'pt': 'o'}[language] } {who}"
    return f"{said[:start]}{who}{said[end:]}"


def _as_the_other(who: str, said: str, language: str) -> str | None:
    """What was said of her, said of him; None where it was of neither."""
    for pair in _PRONOUNS.get(language, ()):
        for one, other in (pair, pair[::-1]):
            spoken = re.compile(
                rf"(?<!\w){other}(?!\w)" if language != "ja" else f"{other}(?!女)", re.IGNORECASE
            )
            if who.lower() == one and len(spoken.findall(said)) == 1:
                return spoken.sub(one, said)
    return None


def _for_both(words: str, said: str) -> str | None:
    """ "Both of them", after "make the dog smile"."""
    if _BOTH.fullmatch(words) is None or len(list(things(said))) > 1:
        return None
    named = _THE_ONE.search(said)
    return None if named is None else f"{said[: named.start()]}both of them{said[named.end() :]}"


def _by_degree(words: str, said: str, language: str) -> str | None:
    if language not in _MORE or (pair := _degree_of(said, language)) is None:
        return None
    if _MORE[language].fullmatch(words):
        return said
    if not _LESS[language].fullmatch(words):
        return None
    there, back = pair
    plain = _A_BIT.sub("", said)
    if language not in ("en", "zh"):
        return plain.replace(there, _BACK[language].format(back=back), 1)
    if language == "zh":
        turned = plain.replace(there, back, 1)
        return turned if re.search(r"[点些]", turned) else f"{turned}一点"
    return re.sub(rf"\b{there}\b", f"a bit {back}", plain, count=1, flags=re.IGNORECASE)


def _degree_of(said: str, language: str) -> tuple[str, str] | None:
    """By what a change was more or less, and its opposite; None where it changed something for good."""
    for there, back in (pair for one in _OPPOSITES for pair in (one, one[::-1])):
        if len(there) == 1 and language != "zh":
            continue
        if re.search(rf"(?<!\w){there}(?!\w)" if there[0] < "\u3000" else there, said, re.IGNORECASE):
            return there, back
    return None
