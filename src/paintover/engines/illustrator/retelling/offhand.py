"""What people say offhand of a picture, told so that it can be done: "a cherry on each cupcake", "make the chef a woman", "grey
hair", "a drink in its hand", "not so many", 每个盘子里放一个苹果.

Each clause stays as it is where it is no such wish, or the picture has not what it is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.retelling.called import MEN, WOMEN
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.half_said import with_the_rest
from paintover.engines.illustrator.retelling.others import at_both_ends, called_apart, name_of, named_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

MOST_EACH = 8
"""Of how many each gets something of its own."""
_QUOTES = re.compile(r"[“”\"「」『』]")
_CLAUSES = re.compile(r"([,，;；。!！?？\n]+ *|\.(?=\s|$) *| and then | then |然后)")
_COURTESY = re.compile(
    r"^(?:(?:please|now|and|ok|okay|so|also|then|can you|could you|maybe)[ ,]+|请|帮我|那|再)+"
    r"|(?:[ ,]+(?:please|now|instead|thanks|as well|too|though|then))+$|吧$",
    re.IGNORECASE,
)
_AT_FIRST = Pattern(
    r"^\W*(?:(?:oh|oops|whoops|hm+|wait|no,? wait|hang on|hold on|hold up|scratch that|never ?mind(?: that)?|on second thoughts?|actually|sorry)\b[\s,.!:–—-]*)+(?=\w)"
)
"""What is said before the wish itself."""
_AS_WELL = Pattern(r"\s+as well(?=\s*[.!?]*$)")
_A_DRINK = Pattern(
    r"(?P<lead>\b(?:give|put|hand|hold|holds|holding|have|has|get|bring|serve|with|add)\b[^,.;]*? |^\W*(?:and )?)(?:an?|some) (?:(?:cold|cool|nice|hot|refreshing) )?drinks?\b(?! of\b)"
)


def told_offhand(prompt: str, base: Scene) -> str:
    """The wish with what is said offhand told plainly; quotations stay as they are."""
    prompt = _A_DRINK.sub(r"\g<lead>a glass of juice", _AS_WELL.sub("", _AT_FIRST.sub("", prompt)))
    prompt = _on_the_stand(_NOT_THAT.sub(_but_not, prompt), base)
    prompt = _SAYS.sub(lambda match: _lettered(match, base), _THE_WORD.sub(_the_word, prompt))
    if _QUOTES.search(prompt):
        return prompt
    prompt = _WHILE.sub(r"\g<first>, ", prompt)
    prompt = _ONE_THE_OTHER.sub(lambda match: _one_the_other(match, base), prompt)
    parts = _CLAUSES.split(prompt)
    for at in range(0, len(parts), 2):
        parts[at] = _clause(parts[at], base)
    return "".join(parts)


def _clause(clause: str, base: Scene) -> str:
    bare = _COURTESY.sub("", clause.strip())
    if (told := told_by_form(bare, base, _FORMS)) is not None:
        return told
    told = with_the_rest(bare, base)
    return clause if told == bare else told


_WHILE = Pattern(
    r"(?P<first>^\W*(?:please )?(?:let|make|have) (?:the [a-z]+|him|her|it) [^,.;]{4,40}?),? while (?=(?:the|his|her|its) [a-z]+ [a-z]+)"
)
"""What two do at once is told one after the other."""
_NOT_THAT = Pattern(r"^(?P<keep>[^,.;]{4,60}),? (?:and )?not (?:so |too |an? |the )?(?P<other>[a-z]+)[.!]?$")
_ON_THE_STAND = Pattern(r"\bon the (?P<noun>stand|stall|booth)\b")


def _but_not(match: re.Match[str]) -> str:
    """ "Sunny, not cloudy": what is said twice is said once."""
    of_kind = ("weathers", "times", "seasons", "colours", "moods")
    said, other = tokenise(match["keep"]), tokenise(match["other"])
    roles = [role for role in of_kind if any(token.get(role) for token in other)]
    twice = any(token.get(role) for token in said for role in roles) or (
        "weathers" in roles and re.search(r"\b(?:sun|sunny|bright|clear)\b", match["keep"]) is not None
    )
    return match["keep"] if twice else match[0]


def _on_the_stand(prompt: str, base: Scene) -> str:
    """On the hot dog stand, which nobody stands on."""

    def told(match: re.Match[str]) -> str:
        found = [one for one in base.objects if re.search(r"(?:stand|stall|booth)$", one.label.lower())]
        return f"on the {found[0].label}" if len(found) == 1 else match[0]

    return _ON_THE_STAND.sub(told, prompt)


# What stands on a board

_THE_WORD = Pattern(
    r"\b(?:write|put|add|print|paint|draw) (?:the )?words? (?P<words>[a-z0-9'’!?& ]{1,30}?)(?= (?:on|at|in|above|below|under|over|across) |[.!]?$)"
)
_SAID = r"(?:[“\"](?P<words>[^“”\"]{1,60})[”\"]|(?-i:(?P<plain>[A-Z0-9][\w'’!]*(?: [A-Z0-9][\w'’!]*){0,4})))(?: instead)?[.!]?$"
_SAYS = Pattern(
    rf"^(?:(?:please|now|and|ok) )*(?:make |have |let )?(?P<board>it|(?:the|his|her|its|that) [a-z -]{{2,24}}?) (?:(?:should|must|has to|needs to|could) )?(?:say|read|says|reads|show) {_SAID}"
    rf"|^(?:(?:please|now|and|ok) )*(?:change|switch|set) (?:(?:the )?(?:text|words?|writing|name|letters|lettering) (?:on|of) )(?P<also>(?:the|his|her|its|that) [a-z -]{{2,24}}?) (?:to|into) {_SAID.replace('words', 'words2').replace('plain', 'plain2')}"
    r"|^(?:(?:please|now|and|ok) )*(?:change|switch|set) (?P<told>(?:the|his|her|its|that) [a-z -]{2,24}?) (?:to say|to read|to|into) [“\"](?P<words4>[^“”\"]{1,60})[”\"][.!]?$"
    r"|^(?:现在|请)?(?:把|让)?(?P<zh>[\u4e00-\u9fff]{1,5}?)(?:上面?)?(?:的?(?:字|文字))?(?:改|换)(?:成|为)[“「\"](?P<words3>[^“”「」\"]{1,40})[”」\"][。!！]?$"
)


_WORDS = ("words", "plain", "words2", "plain2", "words3", "words4")


def _the_word(match: re.Match[str]) -> str:
    return f"write “{match['words']}”"


def _lettered(match: re.Match[str], base: Scene) -> str:
    """ "The sign should say Help": words on what is there, and nowhere else."""
    said = match.groupdict()
    board = said["board"] or said["also"] or said["told"] or said["zh"]
    words = next(said[name] for name in _WORDS if said[name])
    found = [one for one in base.objects if one.says] if board == "it" else _called(board, base)
    about = base.thing(base.focus or "")
    if board == "it" and len(found) != 1:
        found = [about] if about is not None and about.says else []
    boards = [one for one in found if not kinds()[one.kind].alive]
    if len(boards) != 1:
        return match[0]
    if said["zh"]:
        return f"{board}上写“{words}”"
    return f"write “{words}” on the {name_of(boards[0], chinese=False)}"


# Who is meant

_HERS = frozenset({"her", "she", "hers"})
_HIS = frozenset({"him", "he", "his"})
_THEIRS = frozenset({"it", "its", "one", "them", "their", "they", "a", "the", "each"})


def _standing(base: Scene) -> list[Thing]:
    """Those that stand for themselves."""
    return [
        one
        for one in base.objects
        if one.kind != SIGNPOST and (one.rel is None or one.rel.type not in ("wear", "hold", "cover"))
    ]


def _bearer(base: Scene) -> Thing | None:
    """What the talk is about; who wears or holds that, where it is worn or held."""
    one = base.thing(base.focus or "")
    if one is not None and one.rel is not None and one.rel.type in ("wear", "hold", "cover"):
        return base.thing(one.rel.to)
    return one


def _somebody(word: str, base: Scene) -> Thing | None:
    """Who lives and is called so: by a pronoun or a noun, or by none at all."""
    word = word.lower().removesuffix("'s").removesuffix("’s").strip()
    living = [one for one in _standing(base) if kinds()[one.kind].alive]
    if word and word not in _HERS | _HIS | _THEIRS:
        named = [one for one in named_in(word, base) if one in living]
        return named[0] if len(named) == 1 else None
    if word in _HERS | _HIS:
        other = MEN if word in _HERS else WOMEN
        people = [one for one in living if is_somebody(one.kind) and not _is_of(one, other)]
        living = people or living
    about = _bearer(base)
    return about if about in living else living[-1] if living else None


def _is_of(one: Thing, kinds_of: frozenset[str]) -> bool:
    return one.kind in kinds_of or one.kind.partition("-")[0] in kinds_of


def _several(base: Scene) -> list[Thing]:
    """Those alike of whom the talk is, or else of whom there are most."""
    standing = _standing(base)
    about = base.thing(base.focus or "")
    if about is not None and sum(one.kind == about.kind for one in base.objects) > 1:
        return [one for one in base.objects if one.kind == about.kind]
    (most, many), *_ = Counter(one.kind for one in standing).most_common(1) or [("", 0)]
    return [one for one in standing if one.kind == most] if many > 1 else []


def _called(words: str, base: Scene) -> list[Thing]:
    """Those that go by a noun, with its article or without."""
    noun = re.sub(r"^(?:the|his|her|its|that) ", "", words, flags=re.IGNORECASE)
    if not noun.isascii():
        return named_in(noun, base)
    return named_in(f"the {noun}", base) or [one for one in base.objects if one.label.lower() == noun.lower()]


def _plural(one: Thing) -> str:
    return plural_of(name_of(one, chinese=False))


# One for each

_REL = r"on top of|on|in front of|in|inside|next to|beside|behind|under|above|near|over|to the left of|to the right of"
_EACH_EN = Pattern(
    rf"(?P<verb>put|add|place|set|lay|draw|stick|with)? ?(?P<what>(?:an?|one|some) [a-z ]{{2,24}}?) (?P<rel>{_REL}) "
    r"(?:each|every|both|all)(?: single)?(?: one| of)?(?: the| these| those| them)?(?: (?P<noun>[a-z]+(?: [a-z]+)?))?"
)
_EACH_ZH = Pattern(
    r"(?:在|给|让)?(?:每[一]?[个只张块盘碗杯把条朵棵位]|两[个只张块盘碗杯把条](?=[^，。]{1,6}都))(?P<noun>[\u4e00-\u9fff]{1,5}?)(?P<rel>上面?|里面?|旁边?|前面|后面|下面)都?(?:放|加|摆|画|添|来|有)(?:上|着)?(?P<what>[一][\u4e00-\u9fff]{2,7})",
    re.NOFLAG,
)


def _for_each(match: re.Match[str], base: Scene) -> str | None:
    """A cherry on each cupcake: one order for every one of them. What is worn goes on all at once already."""
    said = parse(match["what"]).mentions
    if len(said) != 1 or said[0].kind is None or kinds()[said[0].kind].wear is not None:
        return None
    chinese = not match["what"].isascii()
    noun = match["noun"] or ""
    found = named_in(noun, base) if noun and noun.lower() not in ("one", "them") else _several(base)
    found = [one for one in found if one.id in base.layout]
    if not 1 < len(found) <= MOST_EACH or len({one.kind for one in found}) > 1:
        return None
    hosts = [called_apart(base, one.id, chinese=chinese) for one in found]
    if chinese:
        return "，".join(f"在{host}{match['rel']}放{match['what']}" for host in hosts)
    return ", ".join(f"put {match['what']} {match['rel']} {host}" for host in hosts)


# What somebody is

_SEX = r"(?:an? )?(?P<sex>woman|man|girl|boy|lady|guy|female|male|she|he)"
_OF_SEX = (
    Pattern(
        rf"(?:make|turn|change|let|have) (?P<who>him|her|it|the [a-z ]{{2,24}}?) (?:into |to |be )*{_SEX}"
    ),
    Pattern(rf"(?P<who>he|she|it|the [a-z ]{{2,24}}?) (?:should|must|could|is to) be {_SEX}"),
)
_FEMALE = frozenset({"woman", "girl", "lady", "female", "she"})
_PREFIX = re.compile(r"^(?:female|male|woman|man|lady) ", re.IGNORECASE)


def _of_that_sex(match: re.Match[str], base: Scene) -> str | None:
    """The chef is to be a woman: a woman of that trade, and nobody else."""
    who = match["who"].removeprefix("the ")
    called = [
        one
        for one in _standing(base)
        if _PREFIX.sub("", one.label.lower()) == who.lower() and one.label.isascii()
    ]
    one = called[0] if len(called) == 1 else _somebody(who, base)
    if one is None or not is_somebody(one.kind):
        return None
    female = match["sex"].lower() in _FEMALE
    trade = _PREFIX.sub("", name_of(one, chinese=False))
    told = f"{'female' if female else 'male'} {trade}"
    kind = next((mention.kind for mention in parse(f"a {told}").mentions), None)
    if kind not in (None, one.kind) and kind is not None and kinds()[kind].art == kinds()[one.kind].art:
        raise NotDrawable(notes.already_so("en"))  # the dentist is one already
    if kind is not None and kind != one.kind and not _is_of(one, MEN | WOMEN - {"woman"}):
        return f"replace {called_apart(base, one.id, chinese=False)} with a {told}"
    if match["sex"].lower() in ("she", "he", "female", "male"):
        return f"replace {called_apart(base, one.id, chinese=False)} with a {'woman' if female else 'man'}"
    return None


# What somebody has

_IN_HAND = Pattern(
    r"(?:(?:put|place|with|add|give (?:him|her|it)) )?(?P<what>(?:an?|some|two) [a-z ]{2,24}?) in (?P<who>his|her|its|their|one|(?:the )?[a-z]+(?:'s|’s)) (?:left |right |other )?(?:hands?|paws?|arms?)"
)
_HAIR = Pattern(
    r"(?:with |make it )?(?P<how>(?:(?:long|short|curly|straight|blonde?|gr[ae]y|white|black|brown|red|ginger|dark|pink|blue|green|purple|orange|silver|golden),? ){1,2})hair"
)
_COMBED = Pattern(
    r"(?P<what>comb|brush) (?P<who>his|her|its|the [a-z ]{2,20}(?:'s|’s)) (?:hair|fur|mane|tail)"
)
_GIVEN = Pattern(
    r"(?:give|hand|pass) (?P<what>it|that|the [a-z ]{2,20}?) to (?P<who>(?:the|an?|another) [a-z ]{2,20}?|him|her)"
)


def _in_hand(match: re.Match[str], base: Scene) -> str | None:
    who = match["who"].lower().removeprefix("the ")
    one = _somebody(who, base)
    return None if one is None else f"{called_apart(base, one.id, chinese=False)} should hold {match['what']}"


def _haired(match: re.Match[str], base: Scene) -> str | None:
    one = _somebody("", base)
    if one is None or not is_somebody(one.kind):
        return None
    return f"give {called_apart(base, one.id, chinese=False)} {match['how'].strip(' ,')} hair"


def _combed(match: re.Match[str], base: Scene) -> str | None:
    """Who combs her hair has a comb in her hand."""
    one = _somebody(match["who"].removeprefix("the "), base)
    return None if one is None else f"give {called_apart(base, one.id, chinese=False)} a {match['what']}"


def _handed(match: re.Match[str], base: Scene) -> str | None:
    """ "Give it to a parrot": what is in somebody's hand, and not who holds it."""
    held = [
        one
        for one in base.objects
        if one.rel is not None
        and one.rel.type == "hold"
        and one.rel.part == "hand"
        and not kinds()[one.kind].alive
    ]
    about = base.thing(base.focus or "")
    if (
        match["what"] not in ("it", "that")
        or len(held) != 1
        or (about is not None and about.kind != held[0].kind)
    ):
        return None
    what, who = called_apart(base, held[0].id, chinese=False), match["who"]
    if who in ("him", "her") or named_in(who, base):
        one = _somebody(who.removeprefix("the "), base)
        return None if one is None else f"put {what} in {called_apart(base, one.id, chinese=False)}'s hand"
    noun = re.sub(r"^(?:an?|another|the) ", "", who)
    return f"add a {noun}, put {what} in the {noun}'s hand"


_DOES = r"(?:jumps|sits|stands|lies|sleeps|runs|walks|swims|flies|waves|smiles|laughs|cries|dances|eats|drinks|reads|sings)(?: down)?"
_ONE_THE_OTHER = Pattern(
    rf"^(?:(?:now|and|please) )*(?:the )?one(?: of them)? (?P<a>{_DOES})(?:,| and|, and| while) the other(?: one)? (?P<b>{_DOES})[.!]?$"
)


def _one_the_other(match: re.Match[str], base: Scene) -> str:
    """One jumps, the other sits: of the only two."""
    two = [one for one in _several(base) if one.id in base.layout]
    if len(two) != 2:
        two = [one for one in _standing(base) if kinds()[one.kind].alive]
    if len(two) != 2:
        return match[0]
    first, second = (called_apart(base, one.id, chinese=False) for one in two)
    return f"{first} {match['a']}, {second} {match['b']}"


# How many, and of what kind

_FEWER = Pattern(
    r"(?:that's |that is |they're |it's |there are )?(?:not (?:so|as|that|too) many|fewer(?: of (?:them|those))?|less of (?:them|those)|(?:a (?:few|bit) )?less|too many)"
    r"|(?:不要|别)?(?:那么|这么|太)多了?|少一?[点些]"
)
_JUST = Pattern(
    r"(?:just|only) (?P<many>two|three|four|five|six|[2-6])(?: of (?:them|those))?|只要(?P<zh>[两三四五六])[个只]"
)
_IN_ALL = Pattern(
    r"(?P<many>two|three|four|five|six|seven|eight|nine|ten|\d+) (?P<noun>[a-z]+) (?:in total|altogether|in all|all together)"
)
_SUCH_ONES = Pattern(
    r"(?:make them |with |use )?(?:much |a bit |a little )?(?P<how>bigger|larger|smaller|[a-z]+) ones"
)
_NUMBERS = ("two", "three", "four", "five", "six")
_COLOURFUL = Pattern(
    r"(?:make|paint|colou?r) (?P<who>the [a-z ]{2,24}?|them)(?: all)? (?:more )?(?:colou?rful|multi-?colou?red|in (?:all )?(?:different|various|bright) colou?rs)"
)


def _fewer(match: re.Match[str], base: Scene) -> str | None:
    several = _several(base)
    if len(several) < 2:
        return None
    if not match[0].isascii():
        return f"去掉{'一两三四五六'[min(len(several) // 2, 6) - 1]}个{name_of(several[0], chinese=True)}"
    return f"remove {len(several) // 2} {_plural(several[0])}"


def _just(match: re.Match[str], base: Scene) -> str | None:
    """Only three of them: none goes where there are three.

    Raises:
        NotDrawable: there are so many already.
    """
    several, said = _several(base), (match["many"] or match["zh"]).lower()
    many = (
        int(said)
        if said.isdigit()
        else _NUMBERS.index(said) + 2
        if said.isascii()
        else "两三四五六".index(said) + 2
    )
    if len(several) == many:
        raise NotDrawable(notes.already_so("en" if match["many"] else "zh"))
    if not several or not match["many"]:
        return None
    over = len(several) - many
    return f"{'remove' if over > 0 else 'add'} {abs(over)} {'' if over > 0 else 'more '}{_plural(several[0])}"


def _in_all(match: re.Match[str], base: Scene) -> str | None:
    return f"I want {match['many']} {match['noun']}" if named_in(match["noun"], base) else None


def _such_ones(match: re.Match[str], base: Scene) -> str | None:
    """Bigger ones, of those that came last."""
    looks = [
        token
        for token in tokenise(match["how"])
        if any(map(token.get, ("colours", "sizes", "patterns")))
        or token.get("verbs") in ("larger", "smaller")
    ]
    several = _several(base)
    return f"make the {_plural(several[0])} {match['how']}" if looks and several else None


def _colourful(match: re.Match[str], base: Scene) -> str | None:
    them = match["who"].lower() == "them"
    found = _several(base) if them else _called(match["who"], base)
    if len(found) < 2:
        return None
    return f"make the {_plural(found[0])} different colours"


# Where

_SIDE_ONE = Pattern(
    r"(?:(?:make|draw) )?the (?:(?P<side>left|right|middle) one|one (?:on|to|at) the (?P<at>left|right|middle)(?: side)?) (?:should be |must be |needs to be )?(?P<how>(?:(?:a (?:bit|little)|much|slightly|even) )?(?:taller|shorter|fatter|thinner|slimmer|wider|narrower|longer|rounder|chubbier|skinnier|older|younger))"
)
_OTHER_SIDE = Pattern(
    r"(?:put|place|set|bring|have|get|shift) (?P<who>it|him|her|the [a-z ]{2,24}?) (?:over )?(?:on|to|at|onto) the (?:other|opposite) (?P<end>side|end)(?: of the (?:picture|scene|table|room|desk))?"
)
_BOTH_SIDES = Pattern(
    r"(?:add |put |place |with )?(?P<what>[a-z][a-z ]{2,24}?) (?:on|at) (?:both|either|each) (?:sides?|ends?)(?: of (?P<of>(?:the|it|him|her|them)\b[a-z ]{0,20}?))?"
)
_TO_THE_FRONT = Pattern(
    r"(?:put|place|move|bring|have|let) (?P<who>the [a-z ]{2,24}?|him|her|it) (?:be |go |run )?(?:in|to|into|at) (?:the )?(?:front|lead)"
)
_FAR_ONE = Pattern(
    r"(?:add |put |draw |and |with )?(?:another(?: one)?|one more|a second one|(?P<kind>an?other [a-z ]{3,20}?)),? (?:a (?:bit|little) |much |some )?(?:(?:further|farther|far) (?:away|back|off|behind)|(?:in|into) the (?:distance|background))"
)
_SHOWN = Pattern(
    r"(?:make|let|have) (?P<what>(?:the|an?|some) [a-z ]{2,20}?) (?:be )?(?:visible|appear|show(?: up)?|be seen|seen)(?P<where> (?:in|on|behind|above|through|over) [a-z ]{3,20})?"
)
_RELAID = Pattern(
    r"(?:change|turn|make|replace) the (?P<what>floor|ground|walls?|ceiling) (?:to|into|with|with a|to a|into a|in)? ?(?P<new>[a-z]+)(?: (?:floor|tiles|boards|planks))?"
)


def _one_at_a_side(match: re.Match[str], base: Scene) -> str | None:
    """Of several alike the one at that side."""
    across = sorted(
        (one for one in _several(base) if one.id in base.layout), key=lambda one: base.layout[one.id].x
    )
    side = (match["side"] or match["at"]).lower()
    if len(across) < 2 or (side == "middle" and len(across) % 2 == 0):
        return None
    one = across[{"left": 0, "right": -1}.get(side, len(across) // 2)]
    return f"make {called_apart(base, one.id, chinese=False)} {match['how']}"


def _to_the_other_side(match: re.Match[str], base: Scene) -> str | None:
    if match["who"] in ("it", "him", "her"):
        one = _bearer(base) if match["who"] == "it" else _somebody(match["who"], base)
        standing = _standing(base)
        one = one or (standing[-1] if standing else None)
        return (
            None
            if one is None
            else f"move {called_apart(base, one.id, chinese=False)} to the other {match['end']}"
        )
    return f"move {match['who']} to the other {match['end']}" if named_in(match["who"], base) else None


def _on_both_sides(match: re.Match[str], base: Scene) -> str | None:
    what, of = match["what"], match["of"]
    if not any(mention.kind for mention in parse(what).mentions):
        return None
    if of is None:
        if (ends := at_both_ends(base)) is None:
            return None
        first, last = (called_apart(base, _rider_of(each, base).id, chinese=False) for each in ends)
        return f"add {what} to the left of {first}, add {what} to the right of {last}"
    if of in ("it", "him", "her"):
        one = _somebody(of, base) if of != "it" else _bearer(base) or _last(base)
        if one is None:
            return None
        of = called_apart(base, one.id, chinese=False)
    return f"add {what} to the left of {of}, add {what} to the right of {of}"


def _rider_of(thing: Thing, base: Scene) -> Thing:
    """Who is on it, by whom it is better known: the girl on the skis."""
    on_it = (
        one for one in base.objects if one.rel is not None and (one.rel.type, one.rel.to) == ("on", thing.id)
    )
    return next((one for one in on_it if kinds()[one.kind].alive), thing)


def _to_the_front(match: re.Match[str], base: Scene) -> str | None:
    """Of two who run, the one takes the lead; all else comes nearer."""
    one = _somebody(match["who"].removeprefix("the "), base)
    running = [two for two in _standing(base) if two.pose in _ON_THE_WAY and kinds()[two.kind].alive]
    if one is not None and one in running and len(running) == 2 and len({two.pose for two in running}) == 1:
        return f"{name_of(one, chinese=False)} takes the lead"
    named = named_in(match["who"], base)
    if len(named) > 1 and all(kinds()[two.kind].alive for two in named):
        return ", ".join(f"move {called_apart(base, two.id, chinese=False)} closer" for two in named)
    return f"move {match['who']} to the front" if len(named) == 1 else None


_ON_THE_WAY = frozenset({"run", "walk", "swim", "ride", "jog", "skate", "ski"})
"""What two do of whom one may take the lead."""


def _farther(match: re.Match[str], base: Scene) -> str | None:
    noun = re.sub(r"^an?other ", "", match["kind"] or "")
    found = (
        named_in(noun, base) if noun else [one for one in (_bearer(base) or _last(base),) if one is not None]
    )
    return f"add another distant {name_of(found[0], chinese=False)}" if found else None


def _last(base: Scene) -> Thing | None:
    standing = _standing(base)
    living = [one for one in standing if kinds()[one.kind].alive]
    return next(reversed(living or standing), None)


def _shown(match: re.Match[str], base: Scene) -> str | None:
    known = [mention for mention in parse(match["what"]).mentions if mention.kind is not None]
    if len(known) != 1 or named_in(match["what"], base):
        return None
    return f"add {match['what']}{match['where'] or ''}"


def _relaid(match: re.Match[str], base: Scene) -> str | None:
    """The floor is no thing to be exchanged: it takes a colour.

    Raises:
        NotDrawable: something else is asked of it.
    """
    tokens = tokenise(match["new"])
    paints = any(token.get("colours") or token.get("verbs") or token.get("sizes") for token in tokens)
    if paints or named_in(match["what"], base) or match["new"] in _LIGHT:
        return None
    raise NotDrawable(notes.of_the_backdrop(match["what"], "en"))


_LIGHT = frozenset(
    {"darker", "lighter", "brighter", "dark", "light", "bright", "colourful", "colorful", "wet", "dry"}
)

_Tell = Callable[[re.Match[str], Scene], str | None]
_FORMS: Sequence[tuple[Pattern, _Tell]] = (
    (_EACH_EN, _for_each),
    (_EACH_ZH, _for_each),
    *((form, _of_that_sex) for form in _OF_SEX),
    (_IN_HAND, _in_hand),
    (_HAIR, _haired),
    (_COMBED, _combed),
    (_GIVEN, _handed),
    (_FEWER, _fewer),
    (_JUST, _just),
    (_IN_ALL, _in_all),
    (_SUCH_ONES, _such_ones),
    (_COLOURFUL, _colourful),
    (_SIDE_ONE, _one_at_a_side),
    (_OTHER_SIDE, _to_the_other_side),
    (_BOTH_SIDES, _on_both_sides),
    (_TO_THE_FRONT, _to_the_front),
    (_FAR_ONE, _farther),
    (_SHOWN, _shown),
    (_RELAID, _relaid),
)
