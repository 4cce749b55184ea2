"""Edits said the other way round, told plainly: "der Hund soll weg", お茶をやめて, "the cat shouldn't be there" take
something out, 把球递给男孩 puts it into his hand; and 另一只手, "the other hand" is the one of somebody who holds something.

The patterns are those of `words/turned.toml`; one counts only where what it names is in the picture.
"""

from __future__ import annotations

import re
from functools import cache

from paintover.domain.call import Language
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.retelling.chinese_terms import chinese_name
from paintover.engines.illustrator.retelling.others import called_apart
from paintover.engines.illustrator.retelling.talk import living_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import colour_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.held import is_in_hand
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.staging.standing import HOUSE_M, bearer_of
from paintover.engines.illustrator.wording import Pattern, Patterns

_SCRIPTS = {
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
_LATIN = re.compile(r"[a-zà-ÿ]", re.IGNORECASE)
_CLAUSES = re.compile(r"([，,。；;！!？?、\n]+ *)")
_POLITE = Pattern(
    r"^(?:(?:please|can you|could you|and|but|now|then|so|ok|okay|bitte|und|jetzt|aber|por favor|y|ahora|pero|et|maintenant|e|ora|agora|en|nu"
    r"|а|и|теперь|пожалуйста)[, ]+|请|帮我|麻烦你?|那就?|现在|然后|再)+|(?:[, ]+(?:please|bitte|por favor|s'il te plaît|per favore|alsjeblieft"
    r"|пожалуйста|thanks)|吧|谢谢|好吗)+$"
)


@cache
def _patterns() -> dict[str, Patterns[str]]:
    return {lang: Patterns(table.items()) for lang, table in word_table("turned").items()}


def _languages(text: str) -> list[str]:
    """Those that a text can be in, by its script."""
    if _SCRIPTS["ja"].search(text):
        return ["ja"]
    found = [lang for lang in ("ko", "ru", "zh") if _SCRIPTS[lang].search(text)]
    return found[:1] or (
        [lang for lang in _patterns() if lang not in _SCRIPTS] if _LATIN.search(text) else []
    )


def told_the_right_way_round(prompt: str, base: Scene, language: Language) -> str:
    """The wish with each such clause told plainly, and whoever is meant named where a hand is spoken of."""
    if any(mark in prompt for mark in '“"「『《'):
        return prompt
    prompt = _OF_HIM.sub(r"\g<where> de \g<who>", prompt)
    prompt = _BETWEEN_THEM.sub(lambda match: _those_two(match, base), prompt)
    prompt = _BETWEEN_TWO.sub("between the ", prompt)
    prompt = _OF_THOSE.sub(lambda match: _a_pair_of(match, base), prompt)
    prompt = _AND_DOES.sub(_apart, _AND_LET.sub(", ", _out_of_the_door(prompt, base)))
    if _OTHER_HAND.search(prompt) is None and (whole := _told(prompt, base)) != prompt:
        return whole
    return "".join(
        part
        if at % 2
        else _handed(part, base, language)
        if _OTHER_HAND.search(part) is not None
        else _told(part, base)
        for at, part in enumerate(_CLAUSES.split(prompt))
    )


def _told(clause: str, base: Scene) -> str:
    bare = clause.strip(" .。!！~")
    while (rest := _POLITE.sub("", bare).strip()) != bare:
        bare = rest
    for lang in _languages(bare):
        for pattern, told in _patterns()[lang].fitting(bare):
            match = pattern.fullmatch(bare)
            if match is None:
                continue
            if told == _DOWN:
                if (got_down := _got_down(match["x"], base, zh=lang == "zh")) is not None:
                    return got_down
                continue
            if told == _LAID:
                if (laid := _laid_down(match["x"], base, zh=lang == "zh")) is not None:
                    return laid
                continue
            if told == _LEASH:
                if (led := _led(match.groupdict(), base, zh=lang == "zh")) is not None:
                    return led
                continue
            if told == _COLOURS:
                if (swapped := _other_way_coloured(match.groupdict(), base, zh=lang == "zh")) is not None:
                    return swapped
                continue
            if told == _ACROSS:
                if (crossed := _across(match["x"], match["y"], base, zh=lang == "zh")) is not None:
                    return crossed
                continue
            if "x" not in match.groupdict():
                return match.expand(told)
            if told in (_GIVE, _TAKE):
                given = _given(match["x"], match["y"], base, zh=lang == "zh", loose=told == _GIVE)
                if given is not None:
                    return given
            elif (
                match["x"].strip().lower() in _ANY_ANIMAL
                or _is_there(match["x"], base)
                or _named(match.expand(told), base)
            ):
                return match.expand(told)
    return clause


_GIVE, _TAKE = "give", "take"
"""For what is handed over: who is to hold what, whether or not another holds it now."""
_DOWN = "down"
"""For who gets off what they are on."""
_LAID = "laid"
"""For what somebody puts down that they hold."""
_ACROSS = "across"
"""For what goes to that side of another on which it is not."""
_COLOURS = "colours"
"""For two that get each other's colour."""
_LEASH = "leash"
"""For what animal is on a leash, which somebody has in the hand if anybody is there."""
_ANY_ANIMAL = ("it", "he", "she", "him", "her", "one", "one of them", "它", "他", "她", "其中一只", "一只")


def _other_way_coloured(said: dict[str, str | None], base: Scene, *, zh: bool) -> str | None:
    """Two that are named, or the only two of which both have a colour, each in the colour of the other."""
    words = " ".join(word for word in said.values() if word)
    named = _named(words, base) if _PRONOUN.sub("", words).strip() else []
    free = [one for one in named or base.objects if named or one.rel is None]
    pair = [(one.id, one.colour or colour_of(one)) for one in free]
    pair = pair if len(pair) == 2 else [(one.id, one.colour) for one in free if one.colour]
    if len(pair) != 2 or pair[0][1] == pair[1][1]:
        return None
    told = []
    for (key, _), (_, colour) in zip(pair, reversed(pair), strict=True):
        name, colour = (
            called_apart(base, key, chinese=zh),
            names("zh" if zh else "en", colour or "", table="colours"),
        )
        told.append(f"把{name}变成{colour}" if zh else f"make {name} {colour}")
    return ("，" if zh else ", ").join(told)


_PRONOUN = re.compile(r"\b(?:their|both|the two|it|them)\b|[它他她]们|两[个者只]|二者|俩", re.IGNORECASE)


def _laid_down(what: str, base: Scene, *, zh: bool) -> str | None:
    """What is held, put beside who holds it; None where nothing that is meant is held."""
    held = [one for one in base.objects if one.rel is not None and is_in_hand(one.rel)]
    named = _named(what, base)
    meant = [one for one in held if one in named or what in _ANY_ANIMAL]
    about = next((one for one in meant if one.id == base.focus), meant[-1] if meant else None)
    if about is None or about.rel is None:
        return None
    name, holder = (called_apart(base, key, chinese=zh) for key in (about.id, about.rel.to))
    return f"把{name}放在{holder}旁边" if zh else f"put {name} beside {holder}"


def _led(said: dict[str, str | None], base: Scene, *, zh: bool) -> str | None:
    """An animal led by whoever is named, or else by the last person there; with nobody there, it wears its leash."""
    animals = [one for one in base.objects if is_animal(one.kind)]
    what = said.get("x") or ""
    named = animals if what in ("", *_ANY_ANIMAL) else _named(what, base)
    people = [one for one in base.objects if has_arms(kinds()[one.kind]) and one not in named]
    led = [one for one in animals if one in named]
    if len(led) > 1 and people and all(one.id in base.layout for one in (*led, people[-1])):
        walks = base.layout[people[-1].id].x
        led.sort(key=lambda one: -abs(base.layout[one.id].x - walks))  # the nearest
    if not led:
        return None
    name = called_apart(base, led[-1].id, chinese=zh)
    who = said.get("y") or (called_apart(base, people[-1].id, chinese=zh) if people else None)
    if who is None:
        return f"给{name}戴上牵引绳" if zh else f"put a leash on {name}"
    return f"{who}牵着{name}" if zh else f"{who} leads {name}"


def _across(what: str, of: str, base: Scene, *, zh: bool) -> str | None:
    """To the other side of another thing; None where either is not there, or the one is on the other."""
    ones = [one for one in _named(what, base) if one.id in base.layout]
    if what in _ANY_ANIMAL:
        ones = [one for one in base.objects if one.id == base.focus and one.id in base.layout]
    others = [one for one in _named(of, base) if one.id in base.layout and one not in ones]
    if len(ones) != 1 or len(others) != 1 or bearer_of(base, ones[0]) == others[0]:
        return None
    one, other = base.layout[ones[0].id], base.layout[others[0].id]
    before = one.box[0] + one.box[2] < other.box[0] + other.box[2]
    name, ground = (called_apart(base, each.id, chinese=zh) for each in (ones[0], others[0]))
    return (
        f"把{name}移到{ground}的{'右' if before else '左'}边"
        if zh
        else f"move {name} to the {'right' if before else 'left'} of {ground}"
    )


def _got_down(who: str | None, base: Scene, *, zh: bool) -> str | None:
    """Somebody taken off what they ride, sit or are on; None where nobody who may be meant is on anything."""
    on = [
        one
        for one in base.objects
        if one.rel is not None
        and one.rel.type in ("on", "inside")
        and one.rel.part in (None, "back")
        and kinds()[one.kind].alive
        and base.thing(one.rel.to) is not None
    ]
    named = _named(who or "", base)
    if zh and who and not named and who[-1] not in "他她它们俩":
        return None
    meant = [one for one in on if one in named or not named]
    several = _SEVERAL.search(who or "") is not None
    about = meant if several else [one for one in meant if one.id == base.focus] or meant[-1:]
    told = []
    for one in about:
        host = base.thing(one.rel.to) if one.rel is not None else None
        if host is None:
            continue
        name = called_apart(base, one.id, chinese=zh)
        at = "背上" if kinds()[host.kind].alive else "上"
        told.append(
            f"把{name}从{_name(host, 'zh')}{at}拿下来" if zh else f"take {name} off the {_name(host, 'en')}"
        )
    return ("，" if zh else ", ").join(told) or None


_SEVERAL = re.compile(
    r"\b(?:they|them|both|all|everyone|everybody|kids|children)\b|们|两|都|大家", re.IGNORECASE
)


def _given(what: str, who: str, base: Scene, *, zh: bool, loose: bool) -> str | None:
    """What somebody holds, or with `loose` what lies about, handed to another; None where it is not clear who or what."""
    things, somebody = _named(what, base), [one for one in _named(who, base) if kinds()[one.kind].alive]
    free = [one for one in things if not kinds()[one.kind].alive]
    rel = free[0].rel if len(free) == len(somebody) == 1 else None
    held = rel is not None and is_in_hand(rel) and rel.to != somebody[0].id
    if not (
        held or (loose and len(free) == len(somebody) == 1 and (rel is None or rel.type in ("on", "inside")))
    ):
        return None
    if zh:
        return f"把{_name(free[0], 'zh')}给{_name(somebody[0], 'zh')}"
    return f"give the {_name(free[0], 'en')} to the {_name(somebody[0], 'en')}"


def _named(words: str, base: Scene) -> list[Thing]:
    """What of the picture the words name; 風船 alone is Japanese as well."""
    found: dict[str, Thing] = {}
    for told in (words, f"{words}を") if _HAN.fullmatch(words) else (words,):
        found = found or {one.id: one for mention in parse(told).mentions for one in _meant(mention, base)}
    return list(found.values())


_HAN = re.compile(r"[\u3400-\u9fff]+")


_BETWEEN_THEM = Pattern(
    r"(?P<who>[他她它])们?(?:俩个?|两个?人?|仨|二人)?(?:的)?(?=中间|之间|正中|当中)", re.NOFLAG
)


def _those_two(match: re.Match[str], base: Scene) -> str:
    """他们俩中间: the two people who are there, or the two animals; as it is said where they are not two."""
    living = living_in(base)
    people = [one for one in living if has_arms(kinds()[one.kind])]
    beasts = [one for one in living if one not in people]
    first, second = (people, beasts) if match["who"] != "它" else (beasts, people)
    pair = next((some for some in (first, living, second) if len(some) == 2), None)
    if pair is None or pair[0].kind == pair[1].kind:
        return match[0]
    return "和".join(_name(one, "zh") for one in pair)


_BETWEEN_TWO = re.compile(r"\bbetween (?:the two|both)(?: of the| the)? (?!of\b)(?=[a-z])", re.IGNORECASE)
_OF_THOSE = Pattern(r"(?P<who>[\u4e00-\u9fff]{1,4}?)们(?:俩|两个|两人)?的?(?=中间|之间|正中|当中)", re.NOFLAG)


def _a_pair_of(match: re.Match[str], base: Scene) -> str:
    """孩子们中间, where they are two."""
    for cut in range(len(match["who"])):
        if match["who"][cut] not in "在往把到给" and len(_named(match["who"][cut:], base)) == 2:
            return f"{match['who'][:cut]}两个{match['who'][cut:]}"
    return match[0]


_OF_HIM = re.compile(
    r"\b(?P<where>atrás|na frente|em frente|à frente|ao lado|perto|em cima|debaixo|embaixo|à esquerda|à direita) d(?P<who>el[ea]s?)\b",
    re.IGNORECASE,
)
"""Portuguese writes "of him" as one word."""
_AND_LET = re.compile(r" and (?=(?:let|have) (?:the|him|her|it|them|an?|one)\b)", re.IGNORECASE)
"""What begins another order."""
_DEED = r"(?:gets?|should|must|wears?|needs?|holds?|has|is|sits?|stands?|lies|sleeps?|looks?|becomes?|turns?)"
_AND_DOES = re.compile(
    rf"(?P<first>(?:^|[,.;] )[^,.;]*?) and (?P<other>the (?:[a-z]+ ){{1,2}}{_DEED}\b)", re.IGNORECASE
)
_DOES = re.compile(rf"\b(?:{_DEED}|make|let|give|put|turn|have)\b", re.IGNORECASE)


_LETS_SOMEBODY = re.compile(
    r"(?:(?:please|now|then|,) ?)*(?:make|let|have) (?P<who>(?:the|his|her|my) [a-z ]{2,30})", re.IGNORECASE
)
_DOING = frozenset({"poses", "moods", "verbs", "colours"})


def _apart(match: re.Match[str]) -> str:
    """ "The cat gets a hat and the dog gets a scarf": two orders, which "the cat and the dog get hats" and "let the dog and the
    cat sleep" are not."""
    let = _LETS_SOMEBODY.fullmatch(match["first"])
    if let is not None and not any(_DOING & token.readings.keys() for token in tokenise(let["who"])):
        return match[0]
    return f"{match['first']}, {match['other']}" if _DOES.search(match["first"]) else match[0]


_COMES_OUT = tuple(
    (re.compile(pattern, re.IGNORECASE), told)
    for pattern, told in (
        (
            r"\b(?:(?:who|that|which) )?(?:is |are )?(?:com(?:es?|ing)|walk(?:s|ing)?|step(?:s|ping)?|run(?:s|ning)?|go(?:es|ing)?) out of (?P<x>(?:the|a|an) [a-z' -]+?)(?=[,.;]|$| with | and | holding | wearing )",
            r" in front of \g<x>",
        ),
        (
            r"\b(?:(?:who|that|which) )?(?:is |are )?leav(?:es|ing) (?P<x>(?:the|a|an) [a-z' -]+?)(?=[,.;]|$| with | and | holding | wearing )",
            r" in front of \g<x>",
        ),
        (
            r"(?:正)?(?:刚刚?)?从(?P<x>[^，。,]{1,8}?)(?:里面?|中|门口)?(?:走|跑|跳|钻|冲|溜)?(?:了)?出来",
            r"在\g<x>前面",
        ),
        (r"\b(?:kommt|kommend) (?:gerade )?aus (?P<x>de[rm] .+?)(?: heraus| raus)?(?=[,.;]|$)", r"vor \g<x>"),
        (r"\b(?:que )?(?:sale|saliendo) de(?P<a>l| la) (?P<x>.+?)(?=[,.;]|$)", r"delante de\g<a> \g<x>"),
        (r"\b(?:qui )?sor(?:t|tant) (?:de la|du|de l['’]) ?(?P<x>.+?)(?=[,.;]|$)", r"devant la \g<x>"),
        (r"(?P<x>[^、。]+?)から出て(?:くる|きた|来る|きて)", r"\g<x>の前に"),
    )
)


def _out_of_the_door(prompt: str, base: Scene) -> str:
    """Who comes out of a house that is there stands before it."""
    for pattern, told in _COMES_OUT:
        match = pattern.search(prompt)
        if (
            match is None
            or _RISES.search(prompt[: match.start()])
            or not (houses := _houses(match["x"], base))
        ):
            continue
        front = match.expand(told)
        if not _named(match["x"], base):  # 店里, of the only shop there is
            front = front.replace(match["x"], _name(houses[0], "zh" if front.startswith("在") else "en"))
        return re.sub(r"  +", " ", f"{prompt[: match.start()]}{front}{prompt[match.end() :]}")
    return prompt


_RISES = Pattern(r"\b(?:smoke|steam|flames?|fire|rauch|fumée|humo|fumo|дым)\b|[烟煙汽火]")
"""What comes out of a house and does not stand before it."""
_ANY_HOUSE = re.compile(
    r"[店屋家门房楼]|房子|屋子|大门|(?:the )?(?:shop|store|house|building|door)", re.IGNORECASE
)


def _houses(words: str, base: Scene) -> list[Thing]:
    """The houses of a picture that the words name; the only one there is, where they say no more than that it is one."""
    tall = [one for one in base.objects if kinds()[one.kind].height_m >= HOUSE_M]
    houses = [one for one in tall if not kinds()[one.kind].alive and not one.kind.endswith("tree")]
    named = [one for one in _named(words, base) if one in houses]
    return named or (houses if len(houses) == 1 and _ANY_HOUSE.fullmatch(words.strip()) else [])


def _is_there(words: str, base: Scene) -> bool:
    """Whether words name something of the picture, and nothing else."""
    said = parse(words)
    return (
        bool(said.mentions)
        and not said.operations[1:]
        and all(_meant(mention, base) for mention in said.mentions)
    )


def _meant(mention: Mention, base: Scene) -> list[Thing]:
    if mention.kind is None:
        return []
    return [one for one in base.objects if one.kind == mention.kind] or called_so(base.objects, mention)


# The other hand

_OTHER_HAND = Pattern(
    r"(?:用|在|到|于)?(?:[他她它]的?)?的?(?:另外?一?只?|空(?:着|出来)?的?那?一?只?|闲着的?那?只?|别的)手(?:上|里|中)?(?:面|再|也|去)?|换(?:一)?只手"
    r"|\b(?:(?:in|into|to|with|for|using) )?(?:(?:the|his|her|its|their|\w+['’]s) )?(?:other|free|empty|second|opposite) hand\b"
    r"|\b(?:(?:in|mit) )?(?:de[rmn]|die|seine[rmn]?|ihre[rmn]?) (?:anderen?|freien?|zweiten?) hand\b"
    r"|\b(?:(?:en|con|a|na|para|com|à) )?(?:(?:la|su|a|sua) )?(?:otra|outra) (?:mano|mão)|\b(?:en|con|a|na|para a) (?:su |la |sua )?(?:mano|mão) (?:libre|livre)\b"
    r"|\b(?:dans |de |avec )?(?:l['’ ]|son |sa )autre main\b|\b(?:nell|con l|all|sull)['’ ]?altra mano\b|\b(?:in |met |naar )?(?:de|zijn|haar) andere hand\b"
    r"|(?:в|на) другую руку|(?:в )?другой руке|другой рукой"
    r"|(?:の)?(?:もう(?:片方|一方|片)|反対側?|逆|空いて(?:い)?る(?:方|ほう)?)の手(?:に|で|へ)?(?:も)?|(?:다른|반대쪽?|빈|나머지) ?손(?:에|으로|에다)?"
)


def _handed(clause: str, base: Scene, language: Language) -> str:
    """What is to be in the other hand of who holds something: what is there changes hands, and who holds it is turned for
    that; what is new comes into the free one."""
    holders, mentions = _holders(base), _said(_OTHER_HAND.sub(" ", clause)) or _said(clause)
    what = [mention for mention in mentions if not kinds()[mention.kind or ""].alive]
    if len(what) != 1 or not holders:
        return clause
    named = [one for mention in mentions for one in _meant(mention, base) if one.id in holders]
    about = [one for one in holders.values() if one.id == base.focus]
    who = (named or about or list(holders.values()))[-1]
    held = {one.rel.to for one in _meant(what[0], base) if one.rel is not None and one.rel.to in holders}
    if held and not what[0].counted:
        name = _name(who if who.id in held else holders[held.pop()], language)
        return f"把{name}翻转一下" if language == "zh" else f"flip the {name}"
    if (new := _as_said(what[0], language)) is None:
        return clause
    name = _name(who, language)
    return f"让{name}拿着{new}" if language == "zh" else f"let the {name} hold {new}"


def _said(words: str) -> list[Mention]:
    """The things that are spoken of, hands aside."""
    return [one for one in parse(words).mentions if one.kind not in (None, "human-hand")]


def _holders(base: Scene) -> dict[str, Thing]:
    """By their ids, those with arms who hold something in a hand."""
    held = {one.rel.to for one in base.objects if one.rel is not None and is_in_hand(one.rel)}
    return {one.id: one for one in base.objects if one.id in held and has_arms(kinds()[one.kind])}


def _name(who: Thing, language: Language) -> str:
    if language == "zh" and _HAN.fullmatch(who.label):
        return who.label
    return chinese_name(who.kind) if language == "zh" else names("en", who.kind)


def _as_said(mention: Mention, language: Language) -> str | None:
    """One more of what is mentioned, in a language that has a grammar of its own; None where more is said of it."""
    if mention.kind is None or mention.pattern is not None or mention.count > 1:
        return None
    zh = language == "zh"
    name = mention.label if zh and mention.lang == "zh" else names(language, mention.kind)
    said = [
        names(language, value, table=table)
        for table, value in (("sizes", mention.size), ("colours", mention.colour))
        if value is not None
    ]
    if zh:
        return f"一个{''.join(f'{word}的' for word in said)}{name}"
    told = " ".join((*said, name))
    return f"{'an' if told[0] in 'aeiou' else 'a'} {told}"
