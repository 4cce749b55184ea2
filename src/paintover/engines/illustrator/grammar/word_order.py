"""The order of words in other languages to the one that the two grammars read.

Japanese and Korean put the verb last and the place before it (ソファーで寝ている猫 as 在沙发上睡觉的猫); Romance languages and
Arabic put colours behind their noun ("chat noir" as "black cat"); German ends a clause on its verb or on half of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from paintover.engines.illustrator.grammar.dialects import UNSPACED, Dialect, dictionary
from paintover.engines.illustrator.grammar.haired import haired
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import TABLES, kinds

_AFTER: frozenset[Dialect] = frozenset({"es", "fr", "pt", "it", "ar"})
"""Languages whose colours stand behind their noun."""
_LOOKS = ("colours", "patterns")
_BEDS = TABLES | {"couch", "bed", "chair", "armchair", "rocking-chair", "stool", "bench", "rug", "cushion"}
"""What one is on where a language says "at" or "with" only."""
_WORN_WITH = frozenset({"を", "을", "를"})
_DOES = frozenset({"한", "두른", "맨", "した", "している", "巻いた"})
"""What means to wear where the thing worn stands before it, and a number elsewhere."""
_VESSELS = frozenset("벌병잔알") | {"그릇"}
"""Korean things that count others behind their number: 커피 두 잔."""
_SEVERAL = frozenset({"たち", "達", "들", "들이", "들을", "들은"})
"""What makes a noun a plural."""
_IS_THERE = frozenset({"いる", "います", "いて", "있는", "있다", "있어요", "있고"})
"""Somebody is there: 雪だるまの横にいる."""
_GOES_ON = ("て", "で", "고", "ながら")
"""How a verb ends that another one follows: ボールを咥えて走る."""
_OBJECTS = frozenset({"eat", "drink", "read", "play", "write", "throw", "kick", "hug"})
"""What is done to something that is named before."""
_APART = frozenset({"auf", "an", "um", "ab", "hin", "dazu"})
"""Second halves of German verbs at the end of a clause."""


def ordered(tokens: list[Token], dialect: Dialect) -> list[Token]:
    """The tokens of a text of that language in the order that its grammar reads."""
    if dialect in UNSPACED:
        return _verbs_first(_placed_first(_by_clause(_wearing(_counted(_unmade(tokens))), _ground_first)))
    tokens = told_apart(tokens)
    if dialect == "ru":
        tokens = _of_one(tokens)
    if dialect == "de":
        tokens = _shielded(_little(tokens))
        tokens = _by_clause(_by_clause(_verb_last(tokens), _modal), _halved)
    if dialect in _OF:
        tokens = _with_its_complement(tokens, _OF[dialect])
    if dialect == "fr":
        tokens = _by_clause(tokens, _au)
    if dialect == "nl":
        tokens = _hair(tokens)
    if dialect in _AFTER:
        tokens = _by_clause(_astride(_clad(tokens)), _coloured_first)
    tokens = _by_clause(_paired(tokens), _painted)
    return haired(_by_clause(_by_clause(_parted(_seated(tokens)), _more), _giving), dialect)


_GENITIVE = frozenset({"на", "в", "у", "без", "из", "от", "с", "около", "возле", "для", "рядом с", "по"})


def _of_one(tokens: list[Token]) -> list[Token]:
    """ "На лошади": a case of one, which looks like the plural."""
    return [
        replace(token, plural=False)
        if token.plural
        and at
        and tokens[at - 1].text.lower() in _GENITIVE
        and token.text.endswith(("и", "ы"))
        else token
        for at, token in enumerate(tokens)
    ]


def _au(tokens: list[Token]) -> list[Token]:
    """ "Un clown au nez rouge", "l'homme au chapeau": with it; but not where something is put or given."""
    if any(_is(token, "verbs") and token.get("verbs") != "draw" for token in tokens):
        return tokens
    out = list(tokens)
    for at, token in enumerate(tokens):
        if at == 0 or not _is(token, "receiver"):
            continue
        noun = next((one for one in tokens[at + 1 :] if not _is(one, *_LOOKS, "sizes", "modifiers")), None)
        if noun is not None and (_is(noun, "parts") or _worn(noun)):
            out[at] = replace(token, readings={"with": "with"})
    return out


def _clad(tokens: list[Token]) -> list[Token]:
    """ "Um menino de camiseta vermelha", "deux filles en robe bleue": with what is worn."""
    asked = any(_is(token, "verbs") and token.get("verbs") in _ASKS for token in tokens)
    out = list(tokens)
    for at in range(1, len(tokens) - 1):
        who, worn = _noun_before(tokens, at), tokens[at + 1].get("kinds")
        if who is None or worn is None or not kinds()[who].alive or kinds()[worn].wear in (None, "hand"):
            continue
        said = tokens[at].text.lower()
        if said in ("de", "di", "em") or (said in ("en", "in") and not asked):
            out[at] = replace(tokens[at], readings={"with": "with"})
    return out


_ASKS = frozenset({"put", "make", "replace", "give", "add"})


_RIDDEN = frozenset({"broom", "bicycle", "motorcycle", "scooter", "horse", "camel", "skateboard"})
_BY_MEANS_OF = frozenset({"à", "a", "en", "in", "de"})


def _astride(tokens: list[Token]) -> list[Token]:
    """ "Un éléphant à vélo", "en bicicleta", "a cavallo": what is named without an article is ridden."""
    out = list(tokens)
    for at in range(1, len(tokens) - 1):
        if (
            tokens[at].text.lower() in _BY_MEANS_OF
            and tokens[at + 1].get("kinds") in _RIDDEN
            and (kind := _noun_before(tokens, at)) is not None
            and kinds()[kind].alive
        ):
            out[at] = replace(tokens[at], readings={"verbs": "ride"})
            if tokens[at - 1].get("poses") in _GOING:
                out[at - 1] = replace(tokens[at - 1], readings={"filler": "some"})
    return out


_GOING = frozenset({"fly", "run"})
"""What is said of somebody who rides, too: "volando en escoba"."""


def _noun_before(tokens: list[Token], at: int) -> str | None:
    """The kind of the noun that ends there, with the adjectives behind it: "une fille rousse"."""
    while (
        at > 1
        and (
            tokens[at - 1].get("poses") in _GOING
            or _is(tokens[at - 1], *_LOOKS, "sizes", "modifiers", "moods", "skins")
        )
        and not _is(tokens[at - 1], "kinds")
    ):
        at -= 1
    return tokens[at - 1].get("kinds") if at else None


_OF: dict[Dialect, frozenset[str]] = {
    "es": frozenset({"de", "del"}),
    "pt": frozenset({"de", "do", "da", "dos", "das"}),
    "fr": frozenset({"de", "du", "d", "des"}),
    "it": frozenset({"di", "del", "della", "dei", "delle", "degli", "dello", "dell"}),
}
"""What stands between a noun and its complement."""
_AMOUNTS = frozenset(
    [
        "tas",
        "poignée",
        "rangée",
        "groupe",
        "foule",
        "bande",
        "troupeau",
        "série",
        "dizaine",
        "douzaine",
        "kilo",
        "morceau",
        "tranche",
        "part",
        "pile",
        "paire",
        "peu",
        "beaucoup",
        "montón",
        "puñado",
        "grupo",
        "fila",
        "docena",
        "trozo",
        "rebanada",
        "manada",
        "pila",
        "par",
        "monte",
        "dúzia",
        "pedaço",
        "fatia",
        "pilha",
        "mucchio",
        "gruppo",
        "dozzina",
        "pezzo",
        "fetta",
        "pila",
        "paio",
        "punhado",
        "bando",
        "cacho",
        "racimo",
    ]
)
"""Unknown words behind which the complement is what there is: "un tas de pommes"."""


def _with_its_complement(tokens: list[Token], of: frozenset[str]) -> list[Token]:
    """ "Un rempailleur de chaises": what belongs to a noun that is not known is not drawn in its stead."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        linked = at + 2 < len(tokens) and tokens[at + 1].text.lower() in of
        noun = at + 3 if linked and at + 3 < len(tokens) and _is(tokens[at + 2], "the") else at + 2
        if linked and token.unknown and token.text.lower() not in _AMOUNTS and _is(tokens[noun], "kinds"):
            between = " " if tokens[at + 1].end < tokens[noun].start else "'"
            text = f"{token.text} {tokens[at + 1].text}{between}{tokens[noun].text}"
            out.append(Token(text, token.start, tokens[noun].end, token.lang, {"undrawn": "some"}))
            at = noun + 1
            continue
        out.append(token)
        at += 1
    return out


def _hair(tokens: list[Token]) -> list[Token]:
    """ "Met rood haar": hair where its looks are told, and "her" elsewhere."""
    return [
        replace(token, readings={"kinds": "hair"})
        if token.text.lower() == "haar" and at and _is(tokens[at - 1], *_LOOKS, "modifiers")
        else token
        for at, token in enumerate(tokens)
    ]


_ARMED = frozenset({"knight", "viking", "warrior", "gladiator", "soldier", "samurai", "roman-soldier", "sword", "dagger", "helmet", "crossed-swords", "spear", "castle", "dragon"})  # fmt: skip


def _shielded(tokens: list[Token]) -> list[Token]:
    """ "Ein Ritter mit Schild": a shield where somebody may fight, and a sign elsewhere."""
    if not any(token.get("kinds") in _ARMED for token in tokens):
        return tokens
    return [
        replace(token, readings={"kinds": "shield"}) if token.text.lower() == "schild" else token
        for token in tokens
    ]


_GERMAN_SIZES = {"kleiner": "small", "größer": "large", "großer": "large"}


def _little(tokens: list[Token]) -> list[Token]:
    """ "Ein kleiner Fuchs" is a small one: the same word makes a thing smaller where no noun follows."""
    out = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        if (
            token.text.lower() in _GERMAN_SIZES
            and _is(token, "verbs")
            and _is(tokens[at + 1], "kinds", *_LOOKS)
        ):
            out[at] = replace(token, readings={"sizes": _GERMAN_SIZES[token.text.lower()]})
    return out


def _by_clause(tokens: list[Token], change: Callable[[list[Token]], list[Token]]) -> list[Token]:
    out: list[Token] = []
    clause: list[Token] = []
    for token in tokens:
        if token.get("stop") is not None:
            out += [*change(clause), token]
            clause = []
        else:
            clause.append(token)
    return [*out, *change(clause)]


def _is(token: Token | None, *roles: str) -> bool:
    return token is not None and any(token.get(role) is not None for role in roles)


# Spaced languages


def _parted(tokens: list[Token]) -> list[Token]:
    """Nothing unknown behind a noun belongs to its name, as it may in English: it is told of, and the noun drawn."""
    out: list[Token] = []
    for token in tokens:
        if token.unknown and out and _is(out[-1], "kinds"):
            out.append(Token("", token.start, token.start, "en", {"a": "a"}))
        out.append(token)
    return out


_PAIRS = frozenset(
    {"glasses", "sunglasses", "goggles", "jeans", "shorts", "scissors", "headphones", "binoculars"}
)
"""What is one thing although its name is a plural in many languages: des lunettes, las gafas."""


def _paired(tokens: list[Token]) -> list[Token]:
    """ "Des lunettes", "unas gafas": one pair; "deux chats avec des chapeaux": as many as there are heads."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if at > 1 and token.plural and _worn(token) and tokens[at - 1].text.lower() in _SOME:
            out[at - 1] = replace(tokens[at - 1], readings={"filler": "some"})
        if token.get("kinds") not in _PAIRS:
            continue
        some = out[at - 1] if at else None
        if (
            some is not None
            and _is(some, "numbers")
            and not _is(some, "kinds")
            and some.text.lower() in _SOME
        ):
            out[at - 1 : at + 1] = [replace(some, readings={"filler": "some"}), replace(token, plural=False)]
    return out


_SOME = frozenset({"des", "unas", "unos", "umas", "uns", "delle", "degli", "dei"})


def _more(tokens: list[Token]) -> list[Token]:
    """ "Dos más", "noch zwei", "encore un chat": so many are added."""
    spoken = [token for token in tokens if set(token.readings) != {"filler"} or token.text.lower() in _ANEW]
    if len(spoken) < 2 or any(_is(token, "verbs") for token in spoken):
        return tokens
    first, last = spoken[0], spoken[-1]
    anew = replace(last, start=first.start, end=first.start, readings={"verbs": "add"})
    if last.text.lower() in _ANEW and _is(spoken[-2], "numbers"):
        return [anew, *spoken[:-1]]
    if first.text.lower() in _ANEW and _is(spoken[1], "numbers", "kinds"):
        return [anew, *spoken[1:]]
    return tokens


_ANEW = frozenset(
    {"más", "mais", "più", "plus", "mehr", "noch", "encore", "ancora", "ещё", "еще", "weitere", "nog"}
)


def _seated(tokens: list[Token]) -> list[Token]:
    """ "Sentada en una silla", "im Bett": on what one sits or lies on, and not inside it."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        ground = at + 1
        while ground < len(out) and _is(out[ground], "the", "a", "numbers", *_LOOKS, "sizes", "modifiers"):
            ground += 1
        if token.get("relations") == "inside" and ground < len(out) and out[ground].get("kinds") in _BEDS:
            out[at] = replace(token, readings={"relations": "on"})
        elif token.get("relations") == "on" and at > 0 and tokens[at - 1].get("poses") == "fly":
            out[at] = replace(token, readings={"relations": "above"})
    return out


def _each_its_own(tokens: list[Token]) -> list[Token]:
    """ "Setz der Katze eine Brille auf und der Maus eine Krone": two orders, of which the second has the verb of the first."""
    verb = next((i for i, token in enumerate(tokens) if token.get("verbs") in ("put", "add", "give")), None)
    joints = [i for i, token in enumerate(tokens) if _is(token, "and")]
    if verb is None or len(joints) != 1 or verb > joints[0]:
        return tokens
    left, right = tokens[verb + 1 : joints[0]], tokens[joints[0] + 1 :]
    if any(_is(token, "verbs", "poses", "actions") for token in right):
        return tokens
    placed = any(_is(token, "relations") and token.text.lower() not in _APART for token in left)
    if not left or (placed and not _is(left[-1], "it")):
        return tokens  # "put a hat on the cat and a scarf on the dog" is read as it stands
    if any(sum(_is(token, "kinds", "it", "them") for token in half) < 2 for half in (left, right)):
        return tokens
    whom = left[:1] if _is(left[0], "it") and any(_is(token, "receiver") for token in right) else []
    at, end = tokens[joints[0]].start, right[-1].end
    again = [replace(token, start=at, end=at) for token in (tokens[verb], *whom)]
    half = [replace(one, start=end, end=end) for one in left[-1:] if one.text.lower() in _APART]
    stop = replace(tokens[joints[0]], readings={"stop": "stop"})
    return [*tokens[: joints[0]], stop, *again, *right, *half]


def told_apart(tokens: list[Token]) -> list[Token]:
    """ "Give the cat a hat and the dog a scarf": as two orders."""
    return _by_clause(tokens, _each_its_own)


def _giving(tokens: list[Token]) -> list[Token]:
    """To put it somebody ("ponle un sombrero", "setz ihm einen Hut auf") is to give it to him; told whom, without "it"."""
    turned = next((i for i, token in enumerate(tokens) if token.get("verbs") == "replace"), None)
    if turned is not None:  # transforme a raposa em um lobo
        return [
            replace(token, readings={"to": "to"}) if i > turned + 1 and token.text.lower() in _INTO else token
            for i, token in enumerate(tokens)
        ]
    verb = next((i for i, token in enumerate(tokens) if token.get("verbs") in ("put", "add", "give")), None)
    if verb is None or verb + 1 >= len(tokens):
        return tokens
    out = list(tokens)
    gives = replace(out[verb], readings={"verbs": "give"})
    if _is(out[verb + 1], "it", "them"):
        receiver = next((i for i in range(verb + 2, len(out)) if _is(out[i], "receiver")), None)
        if receiver is None:
            out[verb] = gives
        else:  # ponle un sombrero al perro
            del out[verb + 1]
        return out
    if out[-2].get("relations") in _BY:
        return out  # metti un cane davanti a lei
    if _is(out[-1], "it", "them") and len(out) > verb + 2:  # coloque um chapéu nele
        thing = out[verb + 1 : -1]
        while thing and _is(thing[-1], "relations", "to", "receiver", "the"):
            thing.pop()
        return [*out[:verb], gives, out[-1], *thing]
    at = next(
        (
            i
            for i in range(verb + 2, len(out))
            if out[i].get("relations") == "inside" or _is(out[i], "receiver")
        ),
        None,
    )
    if (
        at is not None
        and (out[at].text.lower() in _ONTO or _is(out[at], "receiver"))
        and any(_worn(one) for one in out[verb:at])
    ):
        return [*out[:verb], gives, *out[at + 1 :], *out[verb + 1 : at]]  # coloque um chapéu no cachorro
    return out


_BY = frozenset({"front", "behind", "left", "right", "beside", "below", "above", "between"})
_INTO = frozenset({"em", "em um", "em uma", "num", "numa", "en", "in", "in einen", "in eine", "in ein"})
_ONTO = frozenset({"no", "na", "em", "en"})


def _worn(token: Token) -> bool:
    kind = token.get("kinds")
    return kind is not None and kinds()[kind].wear is not None


def _coloured_first(tokens: list[Token]) -> list[Token]:
    """ "Un chat noir" as "un noir chat", but not where the colour is what is to become of it ("fais le chat noir")."""
    verb = next((i for i, token in enumerate(tokens) if token.get("verbs") in ("make", "replace")), None)
    out = list(tokens)
    becoming = verb is not None
    at = 0
    while at < len(out):
        token = out[at]
        if not _is(token, "kinds", "parts") or _is(token, *_LOOKS):
            becoming = becoming and not _is(token, "to", "with")
            at += 1
            continue
        end = at + 1
        while (
            end < len(out)
            and _is(out[end], *_LOOKS, "sizes", "skins")
            and not _is(out[end], "kinds", "verbs")
        ):
            end += 1
        while end > at + 1 and _another_colour(out, end):  # de rayas rojas y blancas
            end += 2
        named = verb is not None and at > verb and becoming
        if end > at + 1 and not named:
            out[at:end] = [*out[at + 1 : end], token]
        becoming = becoming and not named
        at = end
    return out


def _painted(tokens: list[Token]) -> list[Token]:
    """ "Mets le chat en noir", "pon el gato negro", "le chat doit être noir": the one that is spoken of is to be of that
    colour, where nothing else is said of it."""
    spoken = [token for token in tokens if set(token.readings) != {"filler"}]
    start = 0 if spoken and _is(spoken[0], "the") else 1
    verb = spoken[0].get("verbs") if start and spoken else None
    told = (
        spoken[2:]
        if start and verb in ("put", "add") and _is(spoken[1:2][0] if spoken[1:] else None, "it", "them")
        else []
    )
    if told and all(_is(token, *_LOOKS) and not _is(token, "kinds") for token in told):  # ponlo negro
        return [replace(spoken[0], readings={"verbs": "make"}), *spoken[1:]]
    asking = start == 0 or verb in ("put", "add", "make", "replace") or (bool(spoken) and spoken[0].unknown)
    if not asking or len(spoken) < start + 3 or not _is(spoken[start], "the"):
        return tokens
    looks = [token for token in spoken if _is(token, *_LOOKS) and not _is(token, "kinds")]
    rest = [token for token in spoken[start + 1 :] if token not in looks]
    nouns = [token for token in rest if _is(token, "kinds")]
    known = [
        token for token in rest if token not in nouns and not token.unknown and not _is(token, *_INTO_COLOUR)
    ]
    if len(nouns) != 1 or known or not looks or any(token.unknown for token in rest if start):
        return tokens
    make = replace(spoken[0], end=spoken[0].start, readings={"verbs": "make"}) if not start else spoken[0]
    return [replace(make, readings={"verbs": "make"}), spoken[start], nouns[0], *looks]


_INTO_COLOUR = ("relations", "to", "of", "part_of", "with")
"""Roles of what may stand before a colour: "en noir", "in schwarz", "de negro"."""


def _another_colour(tokens: list[Token], at: int) -> bool:
    """Whether "and" another colour of the same noun stands here, and no noun of its own follows."""
    if at + 1 >= len(tokens) or not _is(tokens[at], "and") or not _is(tokens[at + 1], "colours"):
        return False
    return not _is(tokens[at + 1], "kinds") and (at + 2 >= len(tokens) or not _is(tokens[at + 2], "kinds"))


def _verb_last(tokens: list[Token]) -> list[Token]:
    """ "Eine Katze, die auf dem Sofa schläft" as "eine Katze schläft auf dem Sofa"."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        relative = token.text == "," and out and _is(out[-1], "kinds") and _is(following, "the")
        clause: list[Token] = []
        for one in tokens[at + 1 :] if relative else ():
            if _is(one, "stop"):
                break
            clause.append(one)
        if relative and _is(clause[-1], "poses", "actions", "verbs"):
            return [*out, clause[-1], *clause[1:-1], *_verb_last(tokens[at + 1 + len(clause) :])]
        out.append(token)
    return out


_MODAL = frozenset({"soll", "sollen", "sollte", "sollten", "möchte", "kann", "muss", "will"})


def _modal(tokens: list[Token]) -> list[Token]:
    """ "Die Frau soll einen Hut tragen" as "die Frau trägt einen Hut"."""
    if len(tokens) > 1 and tokens[-1].get("verbs") in ("add", "remove", "draw"):  # einen Hund hinzufügen
        return [tokens[-1], *tokens[:-1]]
    at = next((i for i, token in enumerate(tokens) if token.text.lower() in _MODAL), None)
    if at is None or at == len(tokens) - 1 or not _is(tokens[-1], "verbs", "poses"):
        return tokens
    return [*tokens[:at], tokens[-1], *tokens[at + 1 : -1]]


def _halved(tokens: list[Token]) -> list[Token]:
    """Without the second half of a verb ("setz ihm einen Hut auf"); "nimm ... weg" takes away."""
    if len(tokens) < 3 or not _is(tokens[0], "verbs"):
        return tokens
    if tokens[1].text.lower() == "aus":  # mach aus dem Bären einen Panda
        noun = next((i for i, token in enumerate(tokens) if _is(token, "kinds")), len(tokens) - 1)
        turns = replace(tokens[0], readings={"verbs": "replace"})
        into = replace(tokens[1], start=tokens[noun].end, end=tokens[noun].end, readings={"to": "to"})
        return [turns, *tokens[2 : noun + 1], into, *tokens[noun + 1 :]]
    last = tokens[-1].text.lower()
    if last == "weg":
        return [replace(tokens[0], readings={"verbs": "remove"}), *tokens[1:-1]]
    if last not in _APART:
        return tokens
    named = [token for token in tokens if _is(token, "kinds")]
    dressed = len(named) == 2 and tokens[0].get("verbs") in ("put", "add")
    first = replace(tokens[0], readings={"verbs": "give"}) if dressed else tokens[0]
    return [first, *tokens[1:-1]]


# Japanese and Korean


def _unmade(tokens: list[Token]) -> list[Token]:
    """木の左に: to the left of a tree, and nothing of wood."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        noun = token.text.removesuffix("の")
        readings = dictionary("ja").words.get(noun, {})
        if noun != token.text and "kinds" in readings and _is(token, "patterns"):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if _is(after, "relations"):
                cut = token.end - 1
                out += [
                    Token(noun, token.start, cut, "zh", readings),
                    Token("の", cut, token.end, "zh", {"of": "of"}),
                ]
                continue
        out.append(token)
    return out


_WORN = frozenset({"head", "eyes", "neck", "face", "foot"})


def _wearing(tokens: list[Token]) -> list[Token]:
    """赤い帽子の猫, 빨간 모자 고양이: who is told by what he wears wears it."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        last = out[-1] if out else None
        worn = last is not None and (kind := last.get("kinds")) is not None and kinds()[kind].wear in _WORN
        following = tokens[at + 1 :] if _is(token, "of") else tokens[at:]
        noun = next((one for one in following if not _is(one, *_LOOKS, "sizes", "modifiers")), None)
        kind = None if noun is None else noun.get("kinds")
        joined = _is(token, "of") or (token.lang == "zh" and _is(token, "kinds"))
        if worn and joined and kind is not None and kinds()[kind].alive:
            wears = Token("戴", out[-1].start, out[-1].start, "zh", {"verbs": "wear"})
            out.insert(_phrase_start(out, len(out) - 1), wears)
            if not _is(token, "of"):
                out.append(Token("", token.start, token.start, "zh", {"of": "of"}))
        out.append(token)
    return out


def _ground_first(tokens: list[Token]) -> list[Token]:
    """白猫二匹 ソファの上 as ソファの上に白猫二匹: where somebody is, said behind without a verb, stands before."""
    spoken = [token for token in tokens if set(token.readings) != {"filler"}]
    related = len(spoken) - 2 if spoken and _is(spoken[-1], "at") else len(spoken) - 1
    if (
        related < 2
        or not _is(spoken[related], "relations")
        or any(_is(one, "verbs", "poses") for one in spoken)
    ):
        return tokens
    noun = related - 2 if _is(spoken[related - 1], "of") else related - 1
    start = _phrase_start(spoken, noun)
    if (
        start < 1
        or not _is(spoken[noun], "kinds")
        or not _is(spoken[start - 1], "kinds", "measures", "numbers")
    ):
        return tokens
    at = Token("", spoken[-1].end, spoken[-1].end, "zh", {"at": "at"})
    return [*spoken[start : related + 1], at, *spoken[:start]]


def _counted(tokens: list[Token]) -> list[Token]:
    """개 behind a number counts and is no dog; 목도리를 한 강아지 wears a scarf, and has no number."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        last = out[-1] if out else None
        after = next((one for one in tokens[at + 1 :] if set(one.readings) != {"filler"}), None)
        counts = last is not None and _is(last, "numbers")
        named = len(out) > 1 and _is(out[-2], "kinds", "filler")
        if counts and (token.text == "개" or (token.text in _VESSELS and named)):
            token = replace(token, readings={"measures": "each"})
        elif token.text == "本" and not counts:
            token = replace(token, readings={"kinds": "book"})
        elif (
            token.text in _DOES
            and last is not None
            and last.text in _WORN_WITH
            and (token.text not in _DOES_ANYTHING or _is_worn(out))
            and _is(after, "kinds", "colours", "sizes")
        ):
            token = replace(token, readings={"verbs": "wear"})
        elif token.text in _SEVERAL and last is not None and _is(last, "kinds"):
            out[-1] = replace(last, plural=True)
        out.append(token)
    return out


_DOES_ANYTHING = frozenset({"した", "している"})


def _is_worn(tokens: list[Token]) -> bool:
    """Whether the noun before its particle is one that is worn."""
    kind = tokens[-2].get("kinds") if len(tokens) > 1 else None
    return kind is not None and kinds()[kind].wear is not None


def _phrase_start(tokens: list[Token], noun: int) -> int:
    """Where the noun's phrase begins: with its colours, sizes and number."""
    while noun > 0 and _is(tokens[noun - 1], *_LOOKS, "sizes", "modifiers"):
        noun -= 1
    return noun


def _placed_first(tokens: list[Token]) -> list[Token]:
    """ソファーで寝ている猫 as 在沙发上睡觉的猫: the place before what is done there, and who does it after."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        after = next((one for one in tokens[at + 1 :] if set(one.readings) != {"filler"}), None)
        rest = tokens[at + 1 :]
        stop = next((i for i, one in enumerate(rest) if _is(one, "stop")), len(rest))
        posed = any(_is(one, "poses") or one.get("verbs") == "hold" for one in rest[:stop])
        posed = posed or (bool(rest) and rest[0].text in _IS_THERE)
        posed = posed or (_on_it(out, token) and not any(_is(one, "verbs") for one in rest[:stop]))
        if _is(token, "at") and out and posed:
            ground = len(out) - 1 if _is(out[-1], "kinds") else None
            related = len(out) > 1 and _is(out[-1], "relations") and _is(out[-2], "kinds", "of")
            if related:
                ground = len(out) - 2 if _is(out[-2], "kinds") else len(out) - 3
            if ground is not None and ground >= 0 and _is(out[ground], "kinds"):
                kind, ground = out[ground].get("kinds"), _phrase_start(out, ground)
                where = out[ground:]
                here = Token("", where[0].start, where[0].start, "zh", {"at": "at"})
                if not related:
                    relation = "on" if kind in _BEDS else "beside"
                    relation = "behind" if kind in TABLES and token.text in _WHERE else relation
                    where.append(Token("", token.start, token.start, "zh", {"relations": relation}))
                out[ground:] = [here, *where]
                continue
        done_to = token.get("poses") in _OBJECTS and len(out) > 1 and out[-1].text in _WORN_WITH
        start = _phrase_start(out, len(out) - 2) if done_to and _is(out[-2], "kinds") else len(out)
        out.insert(start, token)
        if _is(token, "poses") and _is(
            after, "kinds", "colours", "sizes", "numbers", "patterns", "modifiers"
        ):
            out.append(Token("", token.end, token.end, "zh", {"of": "of"}))
    return out


def _on_it(before: list[Token], token: Token) -> bool:
    """椅子に猫: on what one sits or lies on."""
    return token.text in ("に", "에") and bool(before) and before[-1].get("kinds") in _BEDS


_WHERE = frozenset({"", "で", "에서"})
"""Where something is done, which is no goal."""
_SIDES = {"left": "left", "right": "right", "on": "top", "below": "bottom"}


def _verb_after_its_goal(tokens: list[Token]) -> list[Token]:
    """猫を犬に変えて as 猫换成犬, and 犬に帽子をかぶせて as 给犬戴帽子: by clause, where what ends in に comes before its verb."""
    stop = next((i for i, token in enumerate(tokens) if token.get("stop") is not None), None)
    if stop is not None:
        return [*_verb_after_its_goal(tokens[:stop]), tokens[stop], *_verb_after_its_goal(tokens[stop + 1 :])]
    last = len(tokens) - 1
    verb = tokens[last].get("verbs") if tokens else None
    side = next(
        (i for i in range(1, last + 1) if tokens[i].get("at") and tokens[i - 1].get("relations") in _SIDES),
        None,
    )
    if side is not None and verb == "move" and (ground := _ground_of(tokens, side - 1)) is not None:
        return [*tokens[:ground], tokens[last], tokens[ground], tokens[side - 1]]  # 犬を猫の左に移動して
    if side is not None and verb == "move":  # 고양이를 왼쪽으로 옮겨줘
        where = _SIDES[tokens[side - 1].readings["relations"]]
        turned = replace(tokens[side - 1], readings={"sides": where})
        return [*tokens[: side - 1], turned, tokens[last]]
    number = next(
        (i for i in range(2, last + 1) if tokens[i].get("at") and _is(tokens[i - 2], "numbers")), None
    )
    if (
        number is not None
        and number > 2
        and verb in ("replace", "add")
        and _is(tokens[number - 1], "measures")
    ):
        becomes = replace(tokens[last], readings={"verbs": "replace"})  # 고양이를 두 마리로 바꿔줘
        return [*tokens[: number - 2], becomes, *tokens[number - 2 : number]]
    painted = next(
        (i for i in range(1, last + 1) if tokens[i].get("at") and tokens[i - 1].get("colours")), None
    )
    if painted is not None and verb in ("replace", "make") and painted > 1:  # 등대를 빨간색으로 바꿔줘
        return [*tokens[: painted - 1], tokens[last], tokens[painted - 1]]
    if (
        verb == "replace"
        and last > 1
        and tokens[last - 1].get("colours")
        and not _is(tokens[last - 1], "kinds")
    ):
        return [*tokens[: last - 1], tokens[last], tokens[last - 1]]  # 고양이를 검게 칠해줘
    goal = next(
        (
            i
            for i in range(1, last + 1)
            if tokens[i].get("at") and tokens[i - 1].get("kinds") and tokens[i].text not in _WHERE
        ),
        None,
    )
    if verb == "put":
        return _put_first(tokens, goal)
    if goal is None or verb not in ("replace", "wear", "hold"):
        return tokens
    noun = tokens[goal - 1]
    if verb == "replace":
        return [*tokens[: goal - 1], tokens[last], noun, *tokens[goal + 1 : last]]
    giving = Token("", noun.start, noun.start, "zh", {"give": "give"})
    return [*tokens[: goal - 1], giving, noun, tokens[last], *tokens[goal + 1 : last]]


def _ground_of(tokens: list[Token], relation: int) -> int | None:
    """Where the noun is on whose side something is to be, if one comes before that is to go there."""
    ground = relation - 2 if _is(tokens[relation - 1], "of") else relation - 1
    if ground < 1 or not _is(tokens[ground], "kinds"):
        return None
    return ground if any(_is(token, "kinds") for token in tokens[:ground]) else None


def _put_first(tokens: list[Token], goal: int | None) -> list[Token]:
    """ベンチに水筒を置いて as 在长椅上放水筒: on what comes before its particle, or where a relation says so already."""
    last = tokens[-1]
    if goal is not None:
        start = _phrase_start(tokens, goal - 1)
        ground = tokens[start:goal]
        on = Token("", tokens[goal].start, tokens[goal].start, "zh", {"relations": "on"})
        here = Token("", ground[0].start, ground[0].start, "zh", {"at": "at"})
        return [here, *ground, on, last, *tokens[:start], *tokens[goal + 1 : -1]]
    where = next(
        (i for i in range(1, len(tokens)) if _is(tokens[i], "at") and _is(tokens[i - 1], "relations")), None
    )
    return tokens if where is None else [*tokens[: where + 1], last, *tokens[where + 1 : -1]]


def _verbs_first(tokens: list[Token]) -> list[Token]:
    """Where the verb comes after its object (帽子をかぶった犬), the order that the grammar reads (戴帽子的狗)."""
    kept = _verb_after_its_goal([token for token in tokens if set(token.readings) != {"filler"}])
    ordered: list[Token] = []
    for index, token in enumerate(kept):
        if ordered and token.get("kinds") is None:
            token = replace(token, start=ordered[-1].end)  # a space before a particle means nothing
        if (
            token.get("verbs") == "ride"
            and len(ordered) > 1
            and _is(ordered[-1], "at")
            and _is(ordered[-2], "kinds")
        ):
            ordered.pop()  # 自転車に乗っている
        last = ordered[-1] if ordered else None
        counted = token.get("measures") is not None and last is not None and last.get("numbers") is not None
        if counted and last is not None and len(ordered) > 1 and ordered[-2].get("kinds") is not None:
            ordered[-2:] = [last, token, ordered[-2]]  # 고양이 두 마리
            continue
        following = kept[index + 1] if index + 1 < len(kept) else None
        ends = not _is(following, "measures", "kinds", *_LOOKS) or token.text.endswith("つ")
        if _is(token, "numbers") and _is(last, "kinds") and ends and not _is(following, "of"):
            ordered[-1:] = [token, last] if last is not None else [token]  # りんごが三つ
            continue
        worn = (
            token.get("verbs") in ("wear", "ride", "hold")
            and last is not None
            and last.get("kinds") is not None
            and not any(_is(one, "give") for one in ordered[-2:-1])
        )
        after = kept[index + 1] if index + 1 < len(kept) else None
        if worn and last is not None and after is not None and _is(after, "kinds", "undrawn"):
            start = _phrase_start(ordered, len(ordered) - 1)
            ordered[start:] = [token, *ordered[start:], Token("", token.end, token.end, "zh", {"of": "of"})]
        elif worn and (after is None or token.text.endswith(_GOES_ON)) and _behind(ordered):
            start = _outdoors(ordered, _phrase_start(ordered, len(ordered) - 1))
            ordered.insert(start, token)  # おばあさんが猫を抱いている
        else:
            ordered.append(token)
    return ordered


def _behind(tokens: list[Token]) -> bool:
    """Whether the phrase at the end comes behind another noun."""
    start = _outdoors(tokens, _phrase_start(tokens, len(tokens) - 1))
    return start > 0 and _is(tokens[start - 1], "kinds")


def _outdoors(tokens: list[Token], start: int) -> int:
    """Where a phrase begins with the place that is said of it: 公園のブランコ, 강에서 낚싯대."""
    while start > 1 and _is(tokens[start - 1], "of", "at") and _is(tokens[start - 2], "places"):
        start -= 2
    return start
