"""The order of words in other languages to the one that the two grammars read.

Japanese and Korean put the verb last and the place before it (ソファーで寝ている猫 as 在沙发上睡觉的猫); Romance languages and
Arabic put colours behind their noun ("chat noir" as "black cat"); German ends a clause on its verb or on half of it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from paintover.engines.illustrator.grammar.dialects import UNSPACED, Dialect
from paintover.engines.illustrator.grammar.haired import haired
from paintover.engines.illustrator.grammar.tokens import LOOKS, Token, by_clause, is_one
from paintover.engines.illustrator.grammar.verbs_last import BEDS, verbs_first
from paintover.engines.illustrator.kinds import kinds

_AFTER: frozenset[Dialect] = frozenset({"es", "fr", "pt", "it", "ar"})
"""Languages whose colours stand behind their noun."""
_APART = frozenset({"auf", "an", "um", "ab", "hin", "dazu"})
"""Second halves of German verbs at the end of a clause."""


def ordered(tokens: list[Token], dialect: Dialect) -> list[Token]:
    """The tokens of a text of that language in the order that its grammar reads."""
    if dialect in UNSPACED:
        return verbs_first(tokens)
    tokens = told_apart(tokens)
    if dialect == "ru":
        tokens = by_clause(_of_one(tokens), _placed_behind)
    if dialect == "de":
        tokens = _shielded(_little(tokens))
        tokens = by_clause(by_clause(_verb_last(tokens), _modal), _halved)
    if dialect in _OF:
        tokens = _with_its_complement(tokens, _OF[dialect])
    if dialect == "fr":
        tokens = by_clause(tokens, _au)
    if dialect == "nl":
        tokens = _hair(tokens)
    if dialect not in ("nl", "ar"):
        tokens = by_clause(tokens, _sided)
    if dialect in _AFTER:
        tokens = by_clause(tokens, _coloured_so)
        tokens = by_clause(_astride(_clad(tokens)), _coloured_first)
    tokens = by_clause(_paired(tokens), _painted)
    return haired(by_clause(by_clause(_parted(_seated(tokens)), _more), _giving), dialect)


_CHANGES = frozenset({"make", "remove", "replace", "larger", "smaller"})
_OF_A_SIDE = ("de ", "di ", "da ", "du ", "do ", "del ", "della ")


def _sided(tokens: list[Token]) -> list[Token]:
    """ "Le ballon de gauche", "den Ballon links": the left one, of what is to be changed and does not go there."""
    verb = next((token.get("verbs") for token in tokens if token.get("verbs")), None)
    out = list(tokens)
    for at in range(1, len(out)):
        side = out[at]
        of = side.text.lower().startswith(_OF_A_SIDE)
        if not is_one(side, "sides") or not (of or verb in _CHANGES):
            continue
        noun = at - 1
        while noun > 0 and is_one(out[noun], *LOOKS) and not is_one(out[noun], "kinds"):
            noun -= 1
        if is_one(out[noun], "kinds") and not (noun and is_one(out[noun - 1], "numbers")):
            out.insert(noun, out.pop(at))
    return out


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


def _placed_behind(tokens: list[Token]) -> list[Token]:
    """ "Поставь на стол пирог" as "поставь пирог на стол": no article tells where the second noun begins."""
    verb = next((i for i, token in enumerate(tokens) if token.get("verbs") in ("put", "add")), None)
    if verb is None or verb + 3 >= len(tokens) or not is_one(tokens[verb + 1], "relations"):
        return tokens
    ground = next((i for i in range(verb + 2, len(tokens)) if is_one(tokens[i], "kinds")), len(tokens))
    thing = next((i for i in range(ground + 1, len(tokens)) if is_one(tokens[i], "kinds")), None)
    if thing is None:
        return tokens
    return [
        *tokens[: verb + 1],
        *tokens[ground + 1 : thing + 1],
        *tokens[verb + 1 : ground + 1],
        *tokens[thing + 1 :],
    ]


def _au(tokens: list[Token]) -> list[Token]:
    """ "Un clown au nez rouge", "l'homme au chapeau": with it; but not where something is put or given."""
    if any(is_one(token, "verbs") and token.get("verbs") != "draw" for token in tokens):
        return tokens
    out = list(tokens)
    for at, token in enumerate(tokens):
        if at == 0 or not is_one(token, "receiver"):
            continue
        noun = next((one for one in tokens[at + 1 :] if not is_one(one, *LOOKS, "sizes", "modifiers")), None)
        if noun is not None and (is_one(noun, "parts") or _worn(noun)):
            out[at] = replace(token, readings={"with": "with"})
    return out


def _clad(tokens: list[Token]) -> list[Token]:
    """ "Um menino de camiseta vermelha", "deux filles en robe bleue": with what is worn."""
    asked = any(is_one(token, "verbs") and token.get("verbs") in _ASKS for token in tokens)
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
            or is_one(tokens[at - 1], *LOOKS, "sizes", "modifiers", "moods", "skins")
        )
        and not is_one(tokens[at - 1], "kinds")
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
        noun = at + 3 if linked and at + 3 < len(tokens) and is_one(tokens[at + 2], "the") else at + 2
        if linked and token.unknown and token.text.lower() not in _AMOUNTS and is_one(tokens[noun], "kinds"):
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
        if token.text.lower() == "haar" and at and is_one(tokens[at - 1], *LOOKS, "modifiers")
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
            and is_one(token, "verbs")
            and is_one(tokens[at + 1], "kinds", *LOOKS)
        ):
            out[at] = replace(token, readings={"sizes": _GERMAN_SIZES[token.text.lower()]})
    return out


def _parted(tokens: list[Token]) -> list[Token]:
    """Nothing unknown behind a noun belongs to its name, as it may in English: it is told of, and the noun drawn."""
    out: list[Token] = []
    for token in tokens:
        if token.unknown and out and is_one(out[-1], "kinds"):
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
        kind = token.get("kinds")
        if kind is not None and token.plural and kinds()[kind].wear == "foot" and _on_somebody(tokens):
            ahead = at - 1
            while ahead >= 0 and is_one(out[ahead], "colours", "sizes", "modifiers", "patterns"):
                ahead -= 1
            if ahead >= 0 and is_one(out[ahead], "numbers"):
                if out[ahead].text.lower() not in _SOME:
                    continue  # "deux bottes"
                out[ahead] = replace(out[ahead], readings={"filler": "some"})
            out[at] = replace(token, plural=False)  # yellow boots are a pair
            continue
        if kind not in _PAIRS:
            continue
        some = out[at - 1] if at else None
        if (
            some is not None
            and is_one(some, "numbers")
            and not is_one(some, "kinds")
            and some.text.lower() in _SOME
        ):
            out[at - 1 : at + 1] = [replace(some, readings={"filler": "some"}), replace(token, plural=False)]
    return out


def _on_somebody(tokens: list[Token]) -> bool:
    """Whether anybody is spoken of who might wear it."""
    return any(
        is_one(one, "it", "them", "receiver")
        or one.get("verbs") in ("wear", "give")
        or ((kind := one.get("kinds")) is not None and kinds()[kind].alive)
        for one in tokens
    )


_SOME = frozenset({"des", "unas", "unos", "umas", "uns", "delle", "degli", "dei"})


def _more(tokens: list[Token]) -> list[Token]:
    """ "Dos más", "noch zwei", "encore un chat": so many are added."""
    spoken = [token for token in tokens if set(token.readings) != {"filler"} or token.text.lower() in _ANEW]
    if len(spoken) < 2 or any(is_one(token, "verbs") for token in spoken):
        return tokens
    first, last = spoken[0], spoken[-1]
    anew = replace(last, start=first.start, end=first.start, readings={"verbs": "add"})
    if last.text.lower() in _ANEW and is_one(spoken[-2], "numbers"):
        return [anew, *spoken[:-1]]
    if first.text.lower() in _ANEW and is_one(spoken[1], "numbers", "kinds"):
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
        while ground < len(out) and is_one(
            out[ground], "the", "a", "it", "numbers", "filler", *LOOKS, "sizes", "modifiers"
        ):
            ground += 1
        flown = ground < len(out) and out[ground].get("kinds") == "broom"
        sat_on = ground < len(out) and out[ground].get("kinds") in BEDS
        if (flown and token.get("relations") in ("on", "inside", "above")) or (
            sat_on and token.get("relations") == "inside"
        ):
            out[at] = replace(token, readings={"relations": "on"})
        elif token.get("relations") == "on" and at > 0 and tokens[at - 1].get("poses") == "fly":
            out[at] = replace(token, readings={"relations": "above"})
    return out


def _each_its_own(tokens: list[Token]) -> list[Token]:
    """ "Setz der Katze eine Brille auf und der Maus eine Krone": two orders, of which the second has the verb of the first."""
    verb = next((i for i, token in enumerate(tokens) if token.get("verbs") in ("put", "add", "give")), None)
    joints = [i for i, token in enumerate(tokens) if is_one(token, "and")]
    if verb is None or len(joints) != 1 or verb > joints[0]:
        return tokens
    left, right = tokens[verb + 1 : joints[0]], tokens[joints[0] + 1 :]
    if any(is_one(token, "verbs", "poses", "actions") for token in right):
        return tokens
    placed = any(is_one(token, "relations") and token.text.lower() not in _APART for token in left)
    if not left or (placed and not is_one(left[-1], "it")):
        return tokens  # "put a hat on the cat and a scarf on the dog" is read as it stands
    if any(_named_in(half) < 2 for half in (left, right)):
        return tokens
    whom = left[:1] if is_one(left[0], "it") and any(is_one(token, "receiver") for token in right) else []
    at, end = tokens[joints[0]].start, right[-1].end
    again = [replace(token, start=at, end=at) for token in (tokens[verb], *whom)]
    half = [replace(one, start=end, end=end) for one in left[-1:] if one.text.lower() in _APART]
    stop = replace(tokens[joints[0]], readings={"stop": "stop"})
    return [*tokens[: joints[0]], stop, *again, *right, *half]


def _named_in(tokens: list[Token]) -> int:
    """How many nouns or pronouns there are; of "orange hair" one."""
    return sum(
        is_one(token, "kinds", "it", "them")
        and not (token.get("colours") and behind is not None and is_one(behind, "kinds"))
        for token, behind in zip_longest(tokens, tokens[1:])
        if token is not None
    )


def told_apart(tokens: list[Token]) -> list[Token]:
    """ "Give the cat a hat and the dog a scarf": as two orders."""
    return by_clause(by_clause(tokens, _to_whom), _each_its_own)


def _to_whom(tokens: list[Token]) -> list[Token]:
    """ "Give a balloon to the clown" as "give the clown a balloon", and so of each that is joined to it."""
    verb = next((i for i, token in enumerate(tokens) if token.get("verbs") == "give"), None)
    if verb is None:
        return tokens
    out, part = tokens[: verb + 1], list[Token]()
    for token in [*tokens[verb + 1 :], None]:
        if token is not None and not is_one(token, "and"):
            part.append(token)
            continue
        out += _receiver_first(part)
        out += [] if token is None else [token]
        part = []
    return out


def _receiver_first(part: list[Token]) -> list[Token]:
    to = next((i for i, token in enumerate(part) if is_one(token, "to", "receiver")), None)
    if not to or not is_one(part[to - 1], "kinds"):
        return part
    end = next((i for i in range(to + 1, len(part)) if is_one(part[i], "kinds", "it", "them")), None)
    kind = None if end is None else part[end].get("kinds")
    if end is None or (kind is not None and not kinds()[kind].alive):
        return part
    if is_one(part[0], "it", "them"):
        part, to, end = part[1:], to - 1, end - 1  # dale un globo al payaso
    whom = part[to if is_one(part[to], "receiver") else to + 1 : end + 1]
    return [*whom, *part[:to], *part[end + 1 :]]


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
    if is_one(out[verb + 1], "it", "them"):
        receiver = next((i for i in range(verb + 2, len(out)) if is_one(out[i], "receiver")), None)
        if receiver is None:
            out[verb] = gives
        else:  # ponle un sombrero al perro
            del out[verb + 1]
        return out
    if out[-2].get("relations") in _BY:
        return out  # metti un cane davanti a lei
    if is_one(out[-1], "it", "them") and len(out) > verb + 2:  # coloque um chapéu nele
        thing = out[verb + 1 : -1]
        while thing and is_one(thing[-1], "relations", "to", "receiver", "the"):
            thing.pop()
        return [*out[:verb], gives, out[-1], *thing]
    at = next(
        (
            i
            for i in range(verb + 2, len(out))
            if out[i].get("relations") == "inside" or is_one(out[i], "receiver")
        ),
        None,
    )
    if (
        at is not None
        and (out[at].text.lower() in _ONTO or is_one(out[at], "receiver"))
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
        if not is_one(token, "kinds", "parts") or is_one(token, *LOOKS):
            becoming = becoming and not is_one(token, "to", "with")
            at += 1
            continue
        end = at + 1
        while (
            end < len(out)
            and is_one(out[end], *LOOKS, "sizes", "skins")
            and not is_one(out[end], "kinds", "verbs")
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


def _coloured_so(tokens: list[Token]) -> list[Token]:
    """ "Pinta de azul el globo" as "pinta el globo de azul": the colour behind what is to have it."""
    verb = next((at for at, token in enumerate(tokens) if token.get("verbs") == "make"), None)
    rest = range(len(tokens)) if verb is None else range(verb + 1, len(tokens))
    colour = next((at for at in rest if not is_one(tokens[at], "filler", "to")), None)
    if verb is None or colour is None or not is_one(tokens[colour], "colours"):
        return tokens
    noun = next((at for at in rest if at > colour and is_one(tokens[at], "kinds")), None)
    if noun is None or not is_one(tokens[colour + 1], "the"):
        return tokens
    of_colour = tokens[verb + 1 : colour + 1]
    return [*tokens[: verb + 1], *tokens[colour + 1 : noun + 1], *of_colour, *tokens[noun + 1 :]]


def _painted(tokens: list[Token]) -> list[Token]:
    """ "Mets le chat en noir", "pon el gato negro", "le chat doit être noir": the one that is spoken of is to be of that
    colour, where nothing else is said of it."""
    spoken = [token for token in tokens if set(token.readings) != {"filler"}]
    start = 0 if spoken and is_one(spoken[0], "the") else 1
    verb = spoken[0].get("verbs") if start and spoken else None
    told = (
        spoken[2:]
        if start and verb in ("put", "add") and is_one(spoken[1:2][0] if spoken[1:] else None, "it", "them")
        else []
    )
    if told and all(is_one(token, *LOOKS) and not is_one(token, "kinds") for token in told):  # ponlo negro
        return [replace(spoken[0], readings={"verbs": "make"}), *spoken[1:]]
    asking = start == 0 or verb in ("put", "add", "make", "replace") or (bool(spoken) and spoken[0].unknown)
    if not asking or len(spoken) < start + 3 or not is_one(spoken[start], "the"):
        return tokens
    looks = [token for token in spoken if is_one(token, *LOOKS) and not is_one(token, "kinds")]
    rest = [token for token in spoken[start + 1 :] if token not in looks]
    nouns = [token for token in rest if is_one(token, "kinds")]
    known = [
        token
        for token in rest
        if token not in nouns and not token.unknown and not is_one(token, *_INTO_COLOUR)
    ]
    if len(nouns) != 1 or known or not looks or any(token.unknown for token in rest if start):
        return tokens
    make = replace(spoken[0], end=spoken[0].start, readings={"verbs": "make"}) if not start else spoken[0]
    return [replace(make, readings={"verbs": "make"}), spoken[start], nouns[0], *looks]


_INTO_COLOUR = ("relations", "to", "of", "part_of", "with")
"""Roles of what may stand before a colour: "en noir", "in schwarz", "de negro"."""


def _another_colour(tokens: list[Token], at: int) -> bool:
    """Whether "and" another colour of the same noun stands here, and no noun of its own follows."""
    if at + 1 >= len(tokens) or not is_one(tokens[at], "and") or not is_one(tokens[at + 1], "colours"):
        return False
    return not is_one(tokens[at + 1], "kinds") and (
        at + 2 >= len(tokens) or not is_one(tokens[at + 2], "kinds")
    )


def _verb_last(tokens: list[Token]) -> list[Token]:
    """ "Eine Katze, die auf dem Sofa schläft" as "eine Katze schläft auf dem Sofa"."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        relative = token.text == "," and out and is_one(out[-1], "kinds") and is_one(following, "the")
        clause: list[Token] = []
        for one in tokens[at + 1 :] if relative else ():
            if is_one(one, "stop"):
                break
            clause.append(one)
        if relative and is_one(clause[-1], "poses", "actions", "verbs"):
            return [*out, clause[-1], *clause[1:-1], *_verb_last(tokens[at + 1 + len(clause) :])]
        out.append(token)
    return out


_MODAL = frozenset({"soll", "sollen", "sollte", "sollten", "möchte", "kann", "muss", "will"})


def _modal(tokens: list[Token]) -> list[Token]:
    """ "Die Frau soll einen Hut tragen" as "die Frau trägt einen Hut"."""
    if len(tokens) > 1 and tokens[-1].get("verbs") in ("add", "remove", "draw"):  # einen Hund hinzufügen
        return [tokens[-1], *tokens[:-1]]
    at = next((i for i, token in enumerate(tokens) if token.text.lower() in _MODAL), None)
    if at is None or at == len(tokens) - 1 or not is_one(tokens[-1], "verbs", "poses"):
        return tokens
    return [*tokens[:at], tokens[-1], *tokens[at + 1 : -1]]


def _halved(tokens: list[Token]) -> list[Token]:
    """Without the second half of a verb ("setz ihm einen Hut auf"); "nimm ... weg" takes away."""
    if len(tokens) < 3 or not is_one(tokens[0], "verbs"):
        return tokens
    if tokens[1].text.lower() == "aus":  # mach aus dem Bären einen Panda
        noun = next((i for i, token in enumerate(tokens) if is_one(token, "kinds")), len(tokens) - 1)
        turns = replace(tokens[0], readings={"verbs": "replace"})
        into = replace(tokens[1], start=tokens[noun].end, end=tokens[noun].end, readings={"to": "to"})
        return [turns, *tokens[2 : noun + 1], into, *tokens[noun + 1 :]]
    last = tokens[-1].text.lower()
    if last == "weg":
        return [replace(tokens[0], readings={"verbs": "remove"}), *tokens[1:-1]]
    if last not in _APART:
        return tokens
    named = [token for token in tokens if is_one(token, "kinds")]
    dressed = len(named) == 2 and tokens[0].get("verbs") in ("put", "add")
    first = replace(tokens[0], readings={"verbs": "give"}) if dressed else tokens[0]
    return [first, *tokens[1:-1]]
