"""Families: "a lion cub", 小狗的爸爸, "its mother", "a family of four".

Of animals a parent is a large one of the same kind, and a young one small. People are told one by one, in the words of
`words/kin.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.young import young_ones
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.wording import Pattern

_GROWN = {"chick": "chicken", "hatching-chick": "chicken", "front-facing-baby-chick": "chicken"}
"""Kinds that are the young of another."""
_MOTHERS = {"deer": "doe", "lion": "lioness"}
"""Kinds whose mothers look otherwise than the rest."""
_SHE_ZH = ("妈妈", "母亲", "妈咪", "老妈")
_PARENT_ZH = re.compile(
    r"(?P<of>的?)(?P<who>妈妈|爸爸|母亲|父亲|妈咪|老爸|老妈|爸妈|父母)(?!节|们?[和、]?我)"
)
_YOUNG_ZH = re.compile(r"(?P<of>的?)(?P<who>幼崽|幼仔|崽崽|崽子|宝宝|幼兽|幼鸟|崽)")
_CHILD_ZH = re.compile(_YOUNG_ZH.pattern[:-1] + r"|(?:小)?孩子|小孩)(?:们)?")
_WITH_THEM = re.compile(r"(?:[只头匹条个]|和|与|跟|带着?|领着|抱着|陪着|、)(?:它|她|他|自己|它们)?(?:的)?$")
"""What stands before the young of a parent that was named: 熊妈妈和宝宝, 猫妈妈带着三个孩子."""
_PARENT = r"(?:mother|mommy|mummy|momma|mama|mom|mum|father|daddy|papa|dad|parent)"
_ITS_PARENTS = re.compile(
    rf"\b(?P<whose>its|their|his|her|the (?P<named>\w+)['’]s) (?P<both>parents|mom and dad|mother and father|mum and dad)?(?P<who>{_PARENT})?\b",
    re.IGNORECASE,
)
_PARENT_OF = Pattern(
    rf"\b(?:(?P<before>{_PARENT}s?) (?P<animal>[a-z]+)|(?P<also>(?!an?\b|the\b|its\b|their\b)[a-z]+) (?P<behind>{_PARENT}))\b"
)
_YOUNG_OF = Pattern(
    r"\b(?:(?P<animal>(?!(?:and|with|or|the|an?|its|her|his|their)\b)[a-z]+) (?P<young>cub|pup|calf|baby|kit|foal)(?P<many>s|ies)?|baby (?P<baby>[a-z]+)|(?P<alone>cubs?)(?: of (?:an? )?(?P<of>[a-z]+))?)\b"
)
_COUNTED = re.compile(r"[只头匹条个群窝这那\d一二两三四五六七八九十几]$")
_CUBS = ("lion", "tiger", "bear", "polar-bear", "panda", "wolf", "fox", "leopard")
_ITS_BABIES = Pattern(
    r"\b(?P<with>with )?(?:(?:its|their|his|her) )?(?:(?P<many>two|three|four|five|six|several|an?|one) )?(?:(?:tiny|little|small|cute|sleeping|newborn) )*(?P<who>baby|babies|young ones|young|little ones|little one)\b(?! [a-z]*(?:boy|girl|bottle|carriage|cot|crib|shower|clothes))"
    r"(?! (?:lying |sleeping |asleep |sitting )?in (?:an? |the |its |his |her )?(?:[a-z]+ )?(?:cradle|crib|cot|stroller|pram|pushchair|buggy|high ?chair)\b)"
)
_YOUNGLING = Pattern(
    r"\b(?:(?:its|their|his|her) )?(?P<many>(?:two|three|four|five|six|several|\d+|an?|one) )?(?:(?:tiny|little|small|cute) )*(?P<who>kittens?|pupp(?:y|ies)|ducklings?|foals?|cal(?:f|ves)|lambs?|piglets?|fawns?|goslings?|cygnets?|bunn(?:y|ies)|cubs?|owlets?|joeys?|pups?|chicks?)\b"
)
"""Names of young ones, which are small beside a grown one of their kind."""
_A_BABY = re.compile(
    r"\b(?P<turn>(?:make|turn) (?:it|him|her)(?: into)?) (?:an? )?(?:baby|young one|young)(?: one)?\b",
    re.IGNORECASE,
)


_HOUSEHOLD_ZH = Pattern(
    r"(?P<who>[\u4e00-\u9fff]{1,4}?)(?:一家(?:三口|四口|人)?|家族)(?![具店务长庭])", re.NOFLAG
)
_HOUSEHOLD = Pattern(
    r"\b(?:an? |the )?(?:(?:happy |little )?family of (?P<several>[a-z]+)|(?P<one>[a-z]+) family)\b(?! of)"
)


_BOTH = Pattern(
    rf"\b(?:two|2|a pair of) (?P<animals>(?:[a-z]+ )?[a-z]+?)(?:e?s)?,? (?:the |an? )?{_PARENT} and (?:its|her|his|the|a|their) (?:(?:little|small|tiny) )?(?:cub|baby|calf|pup|puppy|kitten|foal|chick|lamb|young|little one)\b"
)
"""Two polar bears, a mother and her cub."""


def _parent_and_young(match: re.Match[str]) -> str:
    kind = _named(match["animals"])
    return match[0] if kind is None else f"a large {names('en', kind)} and a small {names('en', kind)}"


_THE_BABY = re.compile(
    r", (?:and )?the (?:baby|little one|youngest|smallest one|smallest) (?:is )?", re.IGNORECASE
)
_ITS_TWO = re.compile(
    r"\b(?:its|the|their|his|her) (?:parents|mum and dad|mom and dad|mother and father)\b", re.IGNORECASE
)
"""Who was named already with the household: "a penguin family, the baby is hiding between its parents"."""


def _household(prompt: str) -> str:
    """企鹅一家, "a family of penguins": two large ones and a small one."""

    def chinese(match: re.Match[str]) -> str:
        for cut in range(len(match["who"])):
            name = match["who"][cut:]
            tokens = tokenise(name)
            if len(tokens) == 1 and is_animal(tokens[0].get("kinds")):
                bare = names("zh", str(tokens[0].get("kinds")))
                return f"{match['who'][:cut]}两只{_sized('大', bare)}和一只{_sized('小', bare)}"
        return match[0]

    def english(match: re.Match[str]) -> str:
        kind = _named(match["several"] or match["one"])
        if kind is None:
            return match[0]
        return f"two large {names('en', kind)}s and a small {names('en', kind)}"

    told = _HOUSEHOLD.sub(english, _HOUSEHOLD_ZH.sub(chinese, prompt))
    return prompt if told == prompt else _THE_BABY.sub(" ", _ITS_TWO.sub("them", told))


@cache
def _families() -> tuple[tuple[Pattern, str], ...]:
    """How families of so many people are said, each with its language."""
    return tuple(
        (Pattern(pattern), lang)
        for lang, patterns in word_table("kin")["patterns"].items()
        for pattern in patterns
    )


@cache
def _number(word: str) -> int:
    return next(int(many) for many, words in word_table("kin")["numbers"].items() if word in words)


_A_FAMILY = re.compile(
    r"fam[ií]l|famigl|parents|couple|gezin|сем|[口家夫父][四五六三两二口人之族妻妇母1-6]|가족|식구",
    re.IGNORECASE,
)
"""What stands in every such wish."""


def _one_by_one(prompt: str) -> str:
    """一家四口, "a family with two children": a man, a woman and so many children."""
    if _A_FAMILY.search(prompt) is None:
        return prompt
    for pattern, lang in _families():
        prompt = pattern.sub(partial(_members, lang), prompt)
    return prompt


@cache
def _people(lang: str) -> tuple[str, ...]:
    """What its members are called, and what joins them."""
    return tuple(word_table("kin")["members"][lang])


def _members(lang: str, match: re.Match[str]) -> str:
    *people, comma, last = _people(lang)
    said = match.groupdict()
    man, woman, girl, boy, *grandparents = people
    if said.get("c"):
        children = _number(said["c"].lower())
        found = [man, woman, *[girl, boy, girl, boy][:children]] if children > 1 else [man, woman, boy]
    else:
        many = _number(said["n"].lower())
        found = {2: [woman, boy], 3: [man, woman, boy]}.get(
            many, [*grandparents[: many - 4], man, woman, girl, boy]
        )
    if looks := said.get("looks"):
        found = [re.sub(r"^an? ", f"a {looks.lower()}", one) for one in found]
    return comma.join(found[:-1]) + last + found[-1]


def told_by_kind(prompt: str, base: Scene | None = None) -> str:
    """The wish with families told one by one: the members of an animal's as large and small ones of its kind. `base` is the
    picture that is edited, in which "its mother" belongs to whom the talk is about."""
    prompt = young_ones(_one_by_one(prompt), base)
    somebody = None if base is None else _spoken_of(base)
    about = somebody.kind if somebody is not None else None
    if base is None:
        prompt = _BOTH.sub(_parent_and_young, _household(prompt))
    wish = prompt
    # 一个爸爸 of a picture of one cat is a man; 一只爸爸 is none
    alike = [one for one in base.objects if one.kind == about] if base is not None else []
    counters = "只头匹条个" if len(alike) > 1 or any(one.size for one in alike) else "只头匹条"
    prompt = _chinese(prompt, _PARENT_ZH, "大", about, new=base is None, counters=counters)
    family = prompt != wish
    members = _CHILD_ZH if family else _YOUNG_ZH
    prompt = _chinese(prompt, members, "小", about, new=base is None, family=family)
    if base is None:
        prompt = _YOUNGLING.sub(_beside_a_grown_one, _small_ones_zh(prompt) if family else prompt)
    prompt = _ITS_PARENTS.sub(lambda match: _parents(match, about), prompt)
    prompt = _PARENT_OF.sub(_large, prompt)
    prompt = _ITS_BABIES.sub(lambda match: _babies(match, about), prompt)
    if somebody is not None:
        young = f"a small {names('en', somebody.kind)}"
        prompt = _A_BABY.sub(lambda match: f"{match['turn']} {young}", prompt)
    if base is not None and (somebody is None or somebody.kind not in _CUBS):
        somebody = next((one for one in base.objects if one.kind in _CUBS), somebody)
    kind = somebody.kind if somebody is not None and somebody.kind in _CUBS else _named_cub(prompt)
    told = _YOUNG_OF.sub(lambda match: _small(match, kind), prompt)
    if base is not None:
        return told
    if told != wish:
        told = _HERS.sub(_with_an_article, _ONE_OF_THEM.sub(_with_an_article, told))
    return _counted_zh(told)


def _named_cub(prompt: str) -> str:
    """Whose cub it is of which nobody says more: of the bear that is named, or else a lion's."""
    named = {token.get("kinds") for token in tokenise(prompt)}
    return next((kind for kind in _CUBS if kind in named), "lion")


def _spoken_of(base: Scene) -> Thing | None:
    """The animal that the talk is about; None where people are in the picture and might be meant."""
    living = [one for one in base.objects if kinds().get(one.kind) is not None and kinds()[one.kind].alive]
    animals = [one for one in living if is_animal(one.kind)]
    about = next((one for one in animals if one.id == base.focus), None)
    if about is not None:
        return about
    return animals[-1] if animals and len(animals) == len(living) else None


def _chinese(
    prompt: str,
    members: re.Pattern[str],
    size: str,
    about: str | None,
    *,
    new: bool,
    family: bool = False,
    counters: str = "只头匹条个",
) -> str:
    match = members.search(prompt)
    start = 0
    while match is not None:
        before = prompt[: match.start()]
        told = _whose(before, about, family=family, counters=counters)
        if told is None:
            start = match.end()
        else:
            cut, kind = told
            kind = _GROWN.get(kind, kind) if size == "大" else kind
            kind = _MOTHERS.get(kind, kind) if match["who"] in _SHE_ZH else kind
            many = "两只" if match["who"] in ("爸妈", "父母") else ""
            if new and not many and not _COUNTED.search(before[:cut]):
                many = "三只" if match[0].endswith("们") else "一只"
            name = (
                names("zh", "chick") if (size, kind) == ("小", "chicken") else _sized(size, names("zh", kind))
            )
            prompt = f"{before[:cut]}{many}{name}{prompt[match.end() :]}"
            start = cut + 1
        match = members.search(prompt, start)
    return prompt


def _sized(size: str, name: str) -> str:
    """小的熊 where 小熊 is only another name of a bear."""
    return f"{size}的{name}" if tokenise(f"{size}{name}")[0].get("kinds") else f"{size}{name}"


def _whose(before: str, about: str | None, *, family: bool, counters: str) -> tuple[int, str] | None:
    """Where the owner's name begins, and the animal that it names; `about` is whom the talk is about, and with a `family`
    a parent was named before."""
    if family and _WITH_THEM.search(before) and (kind := _told_of(before)) is not None:
        owned = re.search(
            r"(?:它|她|他|自己|它们)的?(?=(?:[一两三四五六七八九十几\d]+[只头匹条个])?$)", before
        )
        return (owned.start() if owned and owned.end() == len(before) else len(before)), kind
    pronoun = re.search(r"[它牠]们?$", before)
    if pronoun is not None:
        kind = _told_of(before[: pronoun.start()]) or about
        return None if kind is None else (pronoun.start(), kind)
    if about is not None and before[-1:] in counters and before and _told_of(before) is None:
        return len(before), about
    tokens = tokenise(before)
    if not tokens or tokens[-1].end != len(before):
        return None
    kind = tokens[-1].get("kinds")
    if kind is None or not is_animal(kind):
        return None
    start = tokens[-1].start
    if (
        len(tokens) > 1
        and tokens[-2].text in ("小", "大", "这只", "那只", "这", "那")
        and tokens[-2].end == start
    ):
        start = tokens[-2].start
    return start, kind


def _told_of(before: str) -> str | None:
    """The animal named last in those words, where nobody else is."""
    named = [
        kind for token in tokenise(before) if (kind := token.get("kinds")) is not None and kinds()[kind].alive
    ]
    return named[-1] if named and all(is_animal(kind) for kind in named) else None


def _named(word: str | None) -> str | None:
    """The animal of that English name."""
    if not word:
        return None
    tokens = tokenise(word)
    kind = tokens[0].get("kinds") if len(tokens) == 1 else None
    return kind if is_animal(kind) else None


def _parents(match: re.Match[str], about: str | None) -> str:
    if not match["both"] and not match["who"]:
        return match[0]
    kind = _named(match["named"]) if match["named"] else _told_of(match.string[: match.start()]) or about
    if kind is None:
        return match[0]
    name = names("en", _GROWN.get(kind, kind))
    return f"two large {name}s" if match["both"] else f"a large {name}"


def _babies(match: re.Match[str], about: str | None) -> str:
    """Young ones of the animal that was named before; babies whom nobody is said to have are people's."""
    owned = match["with"] or re.match(r"its|their|his|her", match[0], re.IGNORECASE)
    kind = (_told_of(match.string[: match.start()]) or about) if owned else None
    if kind is None:
        return match[0]
    name, before = names("en", kind), match["with"] or ""
    if match["who"].lower() in ("baby", "little one"):
        return f"{before}a small {name}"
    return f"{before}{match['many'] or 'two'} small {name}s"


def _beside_a_grown_one(match: re.Match[str]) -> str:
    """ "A cat and her three kittens": small cats; kittens by themselves are cats like any others."""
    head = match.string[: match.start()]
    grown = [str(kind) for token in tokenise(head) if is_animal(kind := token.get("kinds"))]
    kind = _young_of(match, grown)
    if kind is None or _YOUNGLING.search(head):
        return match[0]
    several = match["who"].lower().endswith("s")
    name = "fawn" if kind == "doe" else names("en", kind)
    many = f"{name}{'es' if name.endswith('s') else 's'}" if several else name
    return f"{match['many'] or ('' if several else 'a ')}small {many}"


_OF_ANY = re.compile(r"cal(?:f|ves)|foals?|cubs?|joeys?|pups?|pupp(?:y|ies)|chicks?|fawns?", re.IGNORECASE)
"""What the young of many animals are called, and not those of one alone."""
_HAVE_CHICKS = frozenset({"hen", "chicken", "rooster"})
_ALIKE = {"doe": "deer", "deer": "doe"}
"""Kinds of one animal of which either may be said to be the mother."""


def _young_of(match: re.Match[str], grown: Sequence[str]) -> str | None:
    """What the young one is a small one of: a calf is an elephant's, where it is said to be hers; None of one by itself."""
    kind = _named(match["who"])
    if kind in grown:
        return kind
    if kind is not None and _ALIKE.get(kind) in grown:
        return kind
    owned = re.match(r"(?:its|their|his|her)\b", match[0], re.IGNORECASE)
    if not grown or not owned or _OF_ANY.fullmatch(match["who"]) is None:
        return None
    return None if kind == "chick" and grown[-1] in _HAVE_CHICKS else grown[-1]


_ONE_OF_THEM = Pattern(
    r"(?P<before>^|\b(?:and|with) )(?:(?:its|her|his|their) )?(?P<size>large|small) (?P<animal>(?:polar )?[a-z]+)\b"
)
_HERS = Pattern(r"(?P<before>)\b(?:its|her|his|their) (?P<size>large|small) (?P<animal>(?:polar )?[a-z]+)\b")


def _with_an_article(match: re.Match[str]) -> str:
    """ "Mother giraffe and baby giraffe", "her cub": one that is not there yet."""
    animal = match["animal"]
    one = _named(animal) is not None and not animal.endswith("s")
    return f"{match['before']}a {match['size']} {animal}" if one else match[0]


def _counted_zh(prompt: str) -> str:
    """鹿妈妈和小鹿: one small one, where it is not said how many."""

    def one(match: re.Match[str]) -> str:
        kind, grown = _kind_zh(match["who"]), prompt[: match.start()]
        named = {token.get("kinds") for token in tokenise(grown)}
        if not is_animal(kind) or not {kind, _ALIKE.get(str(kind))} & named:
            return match[0]
        if _kind_zh(f"小{match['who']}") not in (kind, _ALIKE.get(str(kind)), None):
            return match[0]
        return f"{match['before']}一只{_sized('小', match['who'])}"

    return _UNCOUNTED_ZH.sub(one, prompt)


_UNCOUNTED_ZH = Pattern(
    r"(?P<before>[和与跟带着领、](?:(?:它|她|他|自己)的)?)小(?P<who>[\u4e00-\u9fff]{1,3}?)(?=[在站坐跟走游一，。,、的]|$)",
    re.NOFLAG,
)


def _small_ones_zh(prompt: str) -> str:
    """鸭妈妈和五只小鸭子: small beside their mother, although 小鸭子 by itself is a duck like any other."""
    grown = {kind for _, name in _LARGE_ZH.findall(prompt) if (kind := _kind_zh(name)) is not None}

    def small(match: re.Match[str]) -> str:
        kind = _kind_zh(match["who"])
        if _kind_zh(f"小{match['who']}") not in (kind, None):
            return match[0]  # 小鸡 is a chick
        return f"{match['many']}{_sized('小', match['who'])}" if kind in grown else match[0]

    return _SMALL_ZH.sub(small, prompt)


_LARGE_ZH = re.compile(r"大(的?)([\u4e00-\u9fff]{1,3}?)(?=[和跟与带领抱陪在，,、]|$)")
_SMALL_ZH = Pattern(
    r"(?P<many>[只头匹条个群窝])小(?P<who>[\u4e00-\u9fff]{1,3}?)(?=[在站坐跟走游，,。、的]|$)",
    re.NOFLAG,
)


def _kind_zh(name: str) -> str | None:
    tokens = tokenise(name)
    return tokens[0].get("kinds") if len(tokens) == 1 else None


def _large(match: re.Match[str]) -> str:
    animal = match["animal"] or match["also"]
    kind = _named(animal)
    if kind in _MOTHERS and not animal.endswith("s") and re.search(r"\bm", match[0], re.IGNORECASE):
        animal = _MOTHERS[str(kind)]
    return match[0] if kind is None else f"large {animal}"


def _small(match: re.Match[str], kind: str) -> str:
    animal = match["animal"] or match["baby"] or match["of"]
    if _named(animal) is not None:
        return f"small {animal}{'s' if match['many'] else ''}"
    if match["alone"] is None and (match["young"] or "").lower() != "cub":
        return match[0]
    several = match["many"] or (match["alone"] or "").lower().endswith("s")
    before = f"{match['animal']} " if match["animal"] else ""
    return f"{before}small {names('en', kind)}{'s' if several else ''}"
