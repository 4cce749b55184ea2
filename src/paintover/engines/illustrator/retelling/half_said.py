"""Half of what is meant is said, and the picture has the rest: "turn the rain off", "two babies behind it" of a hedgehog, "on the
roof" of a car, "a taller dam", "a cat in the doorway". Told so that it can be done.

Each clause stays as it is where it is no such wish, or the picture has not what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, TABLES, kinds, sorts
from paintover.engines.illustrator.retelling.forms import told_by_form
from paintover.engines.illustrator.retelling.others import called_apart, name_of, named_in
from paintover.engines.illustrator.retelling.talk import kinds_in
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.likeness import LIKE, is_animal, is_somebody, likeness
from paintover.engines.illustrator.wording import Pattern

_VEHICLES = frozenset(sorts()["vehicle"])


def with_the_rest(clause: str, base: Scene) -> str:
    """A clause of an edit with what the picture adds to it."""
    for form, tell in _PARTS:
        clause = form.sub(lambda match, tell=tell: tell(match, base) or match[0], clause)  # type: ignore[misc]
    if (said := told_by_form(clause, base, _WHOLE)) is not None:
        return said
    return clause


def _standing(base: Scene) -> list[Thing]:
    return [one for one in base.objects if one.kind != SIGNPOST and (one.rel is None or one.rel.part is None)]


def _living(base: Scene) -> list[Thing]:
    return [one for one in _standing(base) if kinds()[one.kind].alive]


def _newest(base: Scene) -> list[Thing]:
    """Those alike that came together last, with the same looks."""
    last = base.objects[-1] if base.objects else None
    if last is None or (base.focus is not None and base.focus != last.id):
        return []
    alike: list[Thing] = []
    for one in reversed(base.objects):
        if _looks(one) != _looks(last):
            break
        alike.append(one)
    return alike


def _looks(one: Thing) -> tuple[object, ...]:
    return one.kind, one.colour, one.size, one.pattern, one.mood, one.pose, one.label


# Parts of a clause

_ON_THE_FLOOR = Pattern(r"\bon(?:to)? the floor\b")
_ON_THE_ROOF = Pattern(r"\bon(?:to)? (?:the|its|their) roof\b(?! of\b)")
_AT_THE_DOOR = Pattern(
    r"\b(?:(?:in|at|by) the doorway|in front of the door|(?:leaning |propped )?(?:on|against) the (?:outside )?wall)\b(?! of\b)"
)
_BABIES = Pattern(
    r"\b(?P<many>a|an|one|two|three|four|five|some|her|his|its) (?:(?:little|small|tiny|cute) )?(?P<young>bab(?:y|ies))\b(?! [a-z]+)|\b(?P<also>two|three|four|five|some) (?:(?:little|small|tiny|cute) )?babies\b"
)


def _ground(match: re.Match[str], base: Scene) -> str | None:
    return None if base.env.place in INDOORS else "on the ground"


def _roof(match: re.Match[str], base: Scene) -> str | None:
    """Of the only car, where nothing else has a roof."""
    cars = [
        one for one in base.objects if one.kind in _VEHICLES or one.kind.endswith(("-car", "convertible"))
    ]
    houses = [one for one in base.objects if kinds()[one.kind].height_m > 3 and one not in cars]
    if len(cars) != 1 or any(_is_building(one) for one in houses):
        return None
    return f"on top of the {name_of(cars[0], chinese=False)}"


def _is_building(one: Thing) -> bool:
    return one.kind in _BUILDINGS or one.kind.endswith(("house", "hut", "barn", "castle"))


_BUILDINGS = frozenset({"house", "hut", "cabin", "barn", "castle", "church", "shop", "school", "hospital", "tower", "food-stall", "temple", "igloo", "tent", "bakery", "mosque", "lighthouse", "windmill"})  # fmt: skip


def _door(match: re.Match[str], base: Scene) -> str | None:
    """Before the only building, which has its door and its wall drawn."""
    if base.env.place in INDOORS or named_in("the door", base) or named_in("the wall", base):
        return None
    houses = [one for one in base.objects if _is_building(one)]
    return f"in front of the {name_of(houses[0], chinese=False)}" if len(houses) == 1 else None


def _babies(match: re.Match[str], base: Scene) -> str | None:
    """Of a hedgehog those are hedgehogs."""
    living = _living(base)
    if not living or any(is_somebody(one.kind) for one in living) or len({one.kind for one in living}) != 1:
        return None
    many = (match["many"] or match["also"]).lower()
    if not is_animal(living[0].kind) or many in ("her", "his", "its"):
        return None
    name = name_of(living[0], chinese=False)
    single = many in ("a", "an", "one")
    return f"{many if many != 'an' else 'a'} baby {name if single else plural_of(name)}"


_AT_IT = Pattern(r"\b(?P<rel>on|around|under|beside|next to|behind|in front of|near|above) it\b")
_CHAIRS = Pattern(r"\b(?P<lead>chairs|stools|seats)(?P<between> around) it\b")


def _at_it(match: re.Match[str], base: Scene) -> str | None:
    """ "It" is none of several that have just come, but what they came to."""
    newest = _newest(base) if base.focus is not None else []
    rel = newest[0].rel if len(newest) > 1 else None
    host = base.thing(rel.to) if rel is not None else None
    if host is None:
        return None
    return f"{match['rel']} {called_apart(base, host.id, chinese=False)}"


def _around_the_table(match: re.Match[str], base: Scene) -> str | None:
    tables = [one for one in base.objects if one.kind in TABLES]
    if len(tables) != 1:
        return None
    return f"{match['lead']}{match['between']} {called_apart(base, tables[0].id, chinese=False)}"


_Tell = Callable[[re.Match[str], Scene], str | None]
_PARTS: Sequence[tuple[Pattern, _Tell]] = (
    (_ON_THE_FLOOR, _ground),
    (_ON_THE_ROOF, _roof),
    (_AT_THE_DOOR, _door),
    (_BABIES, _babies),
    (_CHAIRS, _around_the_table),
    (_AT_IT, _at_it),
)

# Whole clauses

_OFF = Pattern(
    r"(?:turn|switch|shut) (?:the )?(?P<what>rain|snow|storm|wind|fog|thunder)(?:storm)? off|(?:turn|switch|shut) off the (?P<also>rain|snow|storm|wind|fog|thunder)(?:storm)?"
)
_LOOKS_AT = Pattern(
    r"(?:make|let|have) (?P<who>him|her|it|the [a-z]+(?: [a-z]+)?) (?:look|looking|glance|stare|check|checking) (?:at )?(?P<whose>his|her|its) (?P<what>[a-z]+)"
)
_WATCHES = Pattern(
    r"(?P<lead>(?:make|let|have) )(?P<who>him|her|it|them|(?:the|a|an|another) [a-z]+(?: [a-z]+)?) watch(?: (?:from|out of) (?P<where>the [a-z ]{3,20}))?"
)
_PICKS = Pattern(
    r"(?:make|let|have) (?P<who>him|her|it|the [a-z]+(?: [a-z]+)?) (?:pick|picking|picks|pluck)(?: up)? (?P<what>(?:an?|some|the|one) [a-z ]{2,20})"
)
_INSTEAD_OF = Pattern(
    r"(?P<many>two|three|four|five|six|seven|eight|[2-8]) (?P<noun>[a-z]+) instead of (?:just |only )?(?:one|two|three|four|five|six|\d)"
)
_SITS_ON_TOP = Pattern(
    r"(?:make|let|have|put) (?P<who>him|her|it|the [a-z]+(?: [a-z]+)?)(?: (?:to )?(?P<does>sit|stand|lie|sleep|perch|climb))? (?:up )?on (?:the )?top(?: of it)?"
)
_LIFTED = Pattern(r"(?:lift|raise|hoist) (?P<who>it|the [a-z]+(?: [a-z]+)?)(?: up)?(?: a (?:bit|little))?|(?:lift|raise|hoist) up (?P<also>the [a-z]+)")  # fmt: skip
_COMPARED = Pattern(
    r"(?:an? |much |even )*(?P<how>taller|longer|shorter|wider|thinner|fatter|rounder|narrower|thicker|higher) (?P<noun>[a-z]+)"
)
_BARE_SIZE = Pattern(
    r"(?:make (?:them|it) )?(?:(?:a (?:bit|little)|much|even|slightly|way) )?(?P<how>bigger|larger|smaller)"
)
_SEATS = Pattern(
    r"(?:they (?:should )?)?(?:swap|switch|change|trade|exchange) (?:their )?(?:seats|chairs|sides|spots)"
)
_TO_EACH_OTHER = Pattern(
    r"(?:(?:make|let|have) )?(?:they|them|both|the two)(?: of them)?(?: should)? (?P<does>wave|smile|laugh|shout|bow) (?:at|to) (?:each other|one another)"
)
_SOME_OF_THE_OTHER_SIDE = Pattern(
    r"(?:put|add|place|draw) (?P<what>(?:an?|some|two|three) [a-z ]{2,24}?) on the (?:other|opposite) side"
)
_THEY_TO_HER = Pattern(
    r"(?:(?:make|let|have) them|they)(?: should| must| all)*(?P<does> (?:sit|stand|lie|sleep|swim|run|walk|fly|be|hide|wait|dance|jump|play)(?: down)?) (?P<rel>behind|next to|beside|in front of|under|on|around|near) (?P<whom>her|him|it)"
)


_RESEMBLES = Pattern(
    r"(?:make|let|have) (?P<who>it|the [a-z]+(?: [a-z]+)?) (?:look|be shaped|shaped) like (?P<new>an? [a-z ]{2,20})"
)


_ABSENT = Pattern(
    r"(?:(?:the|that) (?P<who>[a-z]+)(?: (?:should|must|needs to|has to|could|can))? (?:wears?|holds?|carry|carries|have|has|gets?)|(?:give|hand) the (?P<whom>[a-z]+)) (?:an?|some|two|his|her) [a-z ]{2,30}"
)
_CLEANER = Pattern(
    r"(?:make (?:it|him|her) )?(?:(?:a (?:bit|little)|much) )?(?P<how>cleaner|tidier|dirtier|neater)"
)


def _absent(match: re.Match[str], base: Scene) -> str | None:
    """Who is not there wears nothing.

    Raises:
        NotDrawable: who is to have something is not there.
    """
    who = match["who"] or match["whom"]
    said = parse(f"the {who}").mentions
    if (
        len(said) != 1
        or said[0].kind is None
        or not is_somebody(said[0].kind)
        or named_in(f"the {who}", base)
    ):
        return None
    raise NotDrawable(notes.not_in_picture(who, "en"))


def _tidied(match: re.Match[str], base: Scene) -> str | None:
    """A cleaner picture is no picture of a cleaner.

    Raises:
        NotDrawable: dirt is not drawn.
    """
    raise NotDrawable(notes.no_change_of_that_kind([match["how"]], "en"))


def _resembling(match: re.Match[str], base: Scene) -> str | None:
    """A kite that looks like a fish is another drawing of a kite, and no fish.

    Raises:
        NotDrawable: nothing is drawn in the shape of something else.
    """
    found = named_in(match["who"], base) or [one for one in [base.thing(base.focus or "")] if one is not None]
    new = kinds_in(match["new"])
    if len(new) != 1 or not found or likeness(found[0].kind, new[0]) >= LIKE or is_somebody(new[0]):
        return None
    raise NotDrawable(notes.no_change_of_that_kind([f"look like {match['new']}"], "en"))


def _cleared(match: re.Match[str], base: Scene) -> str | None:
    return "sunny"


def _at_what_is_theirs(match: re.Match[str], base: Scene) -> str | None:
    """Who looks at his watch has one; who has a book looks at that."""
    what = kinds_in(match["what"])
    if not what or named_in(match["what"], base):
        return f"make {match['who']} look at the {match['what']}" if what else None
    return f"give {match['who']} a {match['what']}"


def _onlooker(match: re.Match[str], base: Scene) -> str | None:
    """ "Let the cat watch": no watch is meant. Who is not there comes.

    Raises:
        NotDrawable: the one who is to watch is not there.
    """
    who, where = match["who"], match["where"]
    if re.match(r"(?:a|an|another) ", who):
        return f"add {who}" + (f" at {where}" if where else "")
    if who.startswith("the ") and not named_in(who, base):
        raise NotDrawable(notes.not_in_picture(who.removeprefix("the "), "en"))
    return f"put {who} at {where}" if where else None


def _picked(match: re.Match[str], base: Scene) -> str | None:
    what = re.sub(r"^(?:the|one) ", "a ", match["what"])
    return f"give {match['who']} {what}"


def _so_many_instead(match: re.Match[str], base: Scene) -> str | None:
    noun = match["noun"].lower()
    if named_in(noun, base):
        return f"I want {match['many']} {noun}"
    called = [one.label for one in base.objects if f"{one.label.lower()}s".endswith(f" {noun}")]
    many = int(match["many"]) if match["many"].isdigit() else _NUMBERS.index(match["many"].lower())
    return f"add {_NUMBERS[many - len(called)]} more {called[0]}s" if 0 < len(called) < many < 9 else None


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def _on_top(match: re.Match[str], base: Scene) -> str | None:
    """On top of that in or on which one is."""
    found = named_in(match["who"], base)
    if not found and match["who"] in ("it", "him", "her"):
        found = _living(base)[-1:]
    one = found[0] if len(found) == 1 else None
    host = None if one is None or one.rel is None else base.thing(one.rel.to)
    if one is None or host is None or one.rel is None or one.rel.type != "inside":
        return None
    return f"put {called_apart(base, one.id, chinese=False)} on top of {called_apart(base, host.id, chinese=False)}"


def _raised(match: re.Match[str], base: Scene) -> str | None:
    who = match["who"] or match["also"]
    return f"move {who} up" if who == "it" or named_in(who, base) else None


def _more_so(match: re.Match[str], base: Scene) -> str | None:
    """ "A taller dam": the dam that is there, taller.

    Raises:
        NotDrawable: nothing of that name is there.
    """
    noun = match["noun"]
    if noun.lower() == "hair":
        return f"make her hair {match['how']}" if any(is_somebody(one.kind) for one in base.objects) else None
    if noun.lower() in ("ones", "one", "please", "hairs"):
        return None
    if named_in(noun, base) or named_in(f"the {noun}", base):
        return f"make the {noun} {match['how']}"
    if not any(mention.kind for mention in parse(f"a {noun}").mentions):
        return None
    raise NotDrawable(notes.not_in_picture(noun, "en"))


def _all_of_the_newest(match: re.Match[str], base: Scene) -> str | None:
    """Of several that came together all, and not the last of them."""
    newest = _newest(base)
    if len(newest) < 2:
        return None
    if sum(one.kind == newest[0].kind for one in base.objects) > len(newest):
        return ", ".join(f"make {called_apart(base, one.id, chinese=False)} {match['how']}" for one in newest)
    return f"make the {plural_of(name_of(newest[0], chinese=False))} {match['how']}"


def _swapped(match: re.Match[str], base: Scene) -> str | None:
    return "swap places"


def _both_do(match: re.Match[str], base: Scene) -> str | None:
    return f"make them {match['does']}"


def _over_there(match: re.Match[str], base: Scene) -> str | None:
    """On the side where the one who is there is not."""
    placed = [base.layout[one.id] for one in _standing(base) if one.id in base.layout and one.rel is None]
    if not placed:
        return None
    middle = sum(one.x for one in placed) / len(placed)
    width = max(one.box[2] for one in placed) + min(one.box[0] for one in placed)
    return f"add {match['what']} on the {'left' if middle > width / 2 else 'right'}"


def _they_to_her(match: re.Match[str], base: Scene) -> str | None:
    """The ducklings behind the duck: who are several, to the one who is not of them."""
    standing = [one for one in _standing(base) if one.label.isascii()]
    called = [one.label for one in reversed(standing)]
    several = next((label for label in called if called.count(label) > 1), None)
    others = [one for one in standing if one.label != several]
    alive = [one for one in others if kinds()[one.kind].alive]
    chosen = (alive if match["whom"] != "it" or alive else others)[:1]
    if several is None or not chosen or plural_of(chosen[0].label) == several:
        return None
    group = several if several.endswith("s") else plural_of(several)
    does = match["does"].strip()
    verb = "stand" if does in ("be", "hide", "wait") else does
    return f"the {group} {verb} {match['rel']} the {chosen[0].label}"


# Several in one breath

_OWN = r"(?:his|her|their|the [a-z]+(?:'s|’s))"
_TWO_LOOKS = (
    Pattern(
        r"(?P<verb>make|paint|colou?r|turn) (?P<a>the [a-z]+ one) (?P<how>[a-z]+),? and (?P<b>the [a-z]+ one) (?P<also>[a-z]+)"
    ),
    Pattern(
        rf"(?P<verb>make|paint|colou?r|turn) (?P<a>{_OWN} [a-z]+) (?P<how>[a-z]+),? and (?P<b>{_OWN} [a-z]+) (?P<also>[a-z]+)"
    ),
)
_ON_BOTH_AND_ONE = Pattern(
    r"(?:put|place) (?P<what>(?:an?|some) [a-z ]{2,20}?) on (?P<all>both|all|each)(?: of them)? and (?P<also>(?:an?|some) [a-z ]{2,20}?) on (?P<who>the [a-z]+)(?: only)?"
)
_ALL_IN = Pattern(
    r"(?:make |dress )?(?:both|all|everyone|everybody|they|them)(?: of them| all)?(?: should be| are)? (?:dressed )?in (?P<how>[a-z]+)(?: clothes)?"
)
_LOOKING_ALL = Pattern(
    r"(?:everybody|everyone|they all|they|both|all of them)(?: should)? (?:looks?|looking|stares?|staring) at (?:their|an?) (?P<what>[a-z]+?)(?:e?s)?"
)
_OTHER_COLOUR = Pattern(
    r"(?:(?:an?|the) )?(?P<how>[a-z]+) (?P<noun>[a-z]+) instead of (?:(?:an?|the) )?(?P<old>[a-z]+)(?: one)?"
)


def _two_orders(match: re.Match[str], base: Scene) -> str | None:
    """The blue one bigger and the red one smaller: two orders."""
    verb = match["verb"]
    return f"{verb} {match['a']} {match['how']}, {verb} {match['b']} {match['also']}"


def _on_both_and_one(match: re.Match[str], base: Scene) -> str | None:
    return f"put {match['what']} on {match['all']}, put {match['also']} on {match['who']}"


def _all_in(match: re.Match[str], base: Scene) -> str | None:
    """All in white: what they wear, or else what they are drawn in."""
    people = [one for one in _living(base) if is_somebody(one.kind)]
    if not people or not any(token.get("colours") for token in tokenise(match["how"])):
        return None
    told = []
    for one in people:
        worn = [
            two for two in base.objects if two.kind in GARMENTS and two.kind not in HAIR and _wears(one, two)
        ]
        told += [called_apart(base, two.id, chinese=False) for two in worn or [one]]
    return ", ".join(f"make {name} {match['how']}" for name in told)


def _wears(one: Thing, worn: Thing) -> bool:
    return worn.rel is not None and (worn.rel.type, worn.rel.to) == ("wear", one.id)


def _looking_all(match: re.Match[str], base: Scene) -> str | None:
    known = kinds_in(f"a {match['what']}")
    people = [one for one in _living(base) if is_somebody(one.kind)]
    if not known or not people or named_in(match["what"], base):
        return None
    return ", ".join(f"give {called_apart(base, one.id, chinese=False)} a {match['what']}" for one in people)


def _in_another_colour(match: re.Match[str], base: Scene) -> str | None:
    """A red tablecloth instead of a white one is no other thing."""
    paints = [any(token.get("colours") for token in tokenise(match[name])) for name in ("how", "old")]
    if not all(paints) or not any(mention.kind for mention in parse(f"a {match['noun']}").mentions):
        return None
    there = named_in(match["noun"], base)
    return f"make the {match['noun']} {match['how']}" if there else f"add a {match['how']} {match['noun']}"


# Doings

_WATERS = Pattern(
    r"(?:(?:make|let|have) )?(?P<who>him|her|it|he|she|the [a-z]+(?: [a-z]+)?)(?: should| is)? water(?:s|ing)? (?:the|some|his|her) (?:[a-z]+ ){0,2}(?:flowers?|plants?|garden|lawn|trees?|vegetables|roses|tulips|pots?)"
)
_PUT_ON = Pattern(r"(?P<what>helmet|hat|cap|glasses|sunglasses|scarf|coat|gloves|apron|crown|mask) on")
_BLOWN_HAIR = Pattern(
    rf"(?:{_OWN} )?hair (?:blowing|waving|flying|flowing|streaming)?(?: ?in the (?:wind|breeze))?(?<!hair )"
)
_LED = Pattern(
    r"put (?P<what>the [a-z]+) on (?:a|the) (?:leash|lead)(?: (?:held by|with) (?P<who>the [a-z]+))?"
)
_STEEPER = Pattern(r"(?:an? |much )*(?P<how>steeper|wider|narrower|longer|busier|emptier) (?P<noun>[a-z]+)")


_NO_DEED = Pattern(
    r"(?:(?:make|let|have) )?(?P<who>him|her|it|he|she|they|them|the [a-z]+)(?: should| is)? (?P<does>duck|ducks|ducking|march|marches|marching|bark|barks|barking)(?: down)?"
)
_LOOKS_SO = Pattern(
    r"(?P<who>(?:the|his|her|its) [a-z]+(?: [a-z]+)?) (?:should|must|needs to|has to) (?:look|seem|appear|feel) (?P<how>[a-z]+)"
)
_IN_EACH_HAND = Pattern(
    r"(?P<lead>(?:give|put) .*?)\b(?:an?|one) (?P<what>[a-z]+(?: [a-z]+)?) in (?:each|every|both|either) (?:of (?:his|her|its) )?hands?"
)
_A_COLOURED_ONE = Pattern(r"(?:make it |use |i want |rather )?(?:an? )(?P<how>[a-z]+(?: [a-z]+)?) one")
_SIZED_ONE = Pattern(
    r"(?:add |put |draw )?an? (?P<how>smaller|bigger|larger|tiny|huge|small|big) (?P<noun>[a-z]+) (?P<where>(?:next to|beside|behind|in front of|on|under|near|above) [a-z ]{2,24})"
)
_WITH_MOTIF = Pattern(
    r"(?:make|paint|colou?r) (?P<who>the [a-z]+|it|his [a-z]+|her [a-z]+) (?P<how>[a-z]+) with (?:[a-z]+ )?(?P<motif>stars|hearts|flowers|moons|clouds|bows|planets|butterflies)(?: on it)?"
)


def _no_deed(match: re.Match[str], base: Scene) -> str | None:
    """Who ducks becomes no duck.

    Raises:
        NotDrawable: nobody is drawn doing that.
    """
    named = named_in(match["who"], base)
    living = [one for one in named or _living(base)[-1:] if kinds()[one.kind].alive]
    if not living:
        return None
    raise NotDrawable(notes.no_change_of_that_kind([match["does"]], "en"))


def _looks_so(match: re.Match[str], base: Scene) -> str | None:
    return f"make {match['who']} {match['how']}" if named_in(match["who"], base) else None


def _in_each_hand(match: re.Match[str], base: Scene) -> str | None:
    who = match["lead"].removeprefix("give ").strip()
    if match["lead"].startswith("put") or not who:
        return None
    return f"give {who} two {plural_of(match['what'])}"


def _a_coloured_one(match: re.Match[str], base: Scene) -> str | None:
    """A blue one, of the balloon that has just come."""
    about, last = base.thing(base.focus or ""), base.objects[-1] if base.objects else None
    if about is not None and last is not None and last.rel is not None and last.rel.to == about.id:
        about = last  # who has it was changed with it
    tokens = tokenise(match["how"])
    looks = bool(tokens) and all(token.get("colours") or token.get("patterns") for token in tokens)
    if about is None or kinds()[about.kind].alive or not looks:
        return None
    return f"make {called_apart(base, about.id, chinese=False)} {match['how']}"


def _sized_one(match: re.Match[str], base: Scene) -> str | None:
    """One more that is smaller, and not the one that is there made so."""
    if not named_in(match["noun"], base):
        return None
    how = {"smaller": "small", "tiny": "small", "small": "small"}.get(match["how"], "large")
    where = match["where"]
    if where.endswith((" it", " him", " her")):
        where = f"{where.rpartition(' ')[0]} the {match['noun']}"
    return f"add another {how} {match['noun']} {where}"


def _with_a_motif(match: re.Match[str], base: Scene) -> str | None:
    """Stars on a hat are not drawn.

    Raises:
        NotDrawable: such a motif is asked for.
    """
    found = named_in(match["who"], base)
    painted = any(token.get("colours") for token in tokenise(match["how"]))
    if not painted or match["motif"] == "flowers" or (not found and match["who"] != "it"):
        return None
    name = match["who"].partition(" ")[2] or "thing"
    raise NotDrawable(notes.pattern_not_drawn([name], "en"))


def _waters(match: re.Match[str], base: Scene) -> str | None:
    """Who waters flowers has a watering can; no lake is meant."""
    who = match["who"]
    if who in ("he", "she"):
        who = {"he": "him", "she": "her"}[who]
    known = who in ("him", "her", "it") or named_in(who, base)
    return f"give {who} a watering can" if known else None


def _put_on(match: re.Match[str], base: Scene) -> str | None:
    people = [one for one in _living(base) if is_somebody(one.kind)]
    article = "" if match["what"].endswith("s") and match["what"] != "glass" else "a "
    return (
        f"give {called_apart(base, people[-1].id, chinese=False)} {article}{match['what']}"
        if people
        else None
    )


def _blown(match: re.Match[str], base: Scene) -> str | None:
    return "windy" if "wind" in match[0] or "breeze" in match[0] or "blow" in match[0] else None


def _led(match: re.Match[str], base: Scene) -> str | None:
    if match["who"]:
        who = named_in(match["who"], base)
    else:
        who = [one for one in _living(base) if is_somebody(one.kind)]
    if not who or not named_in(match["what"], base):
        return None
    return f"{called_apart(base, who[-1].id, chinese=False)} is walking {match['what']}"


def _of_the_place(match: re.Match[str], base: Scene) -> str | None:
    """A steeper road is no road of a town.

    Raises:
        NotDrawable: the place has no such road to be changed.
    """
    noun = match["noun"]
    tokens = tokenise(noun)
    if named_in(noun, base) or len(tokens) != 1 or tokens[0].get("places") is None:
        return None
    raise NotDrawable(notes.of_the_backdrop(noun, "en"))


_WHOLE: Sequence[tuple[Pattern, _Tell]] = (
    (_OFF, _cleared),
    *((form, _two_orders) for form in _TWO_LOOKS),
    (_ON_BOTH_AND_ONE, _on_both_and_one),
    (_ALL_IN, _all_in),
    (_LOOKING_ALL, _looking_all),
    (_OTHER_COLOUR, _in_another_colour),
    (_WATERS, _waters),
    (_NO_DEED, _no_deed),
    (_LOOKS_SO, _looks_so),
    (_IN_EACH_HAND, _in_each_hand),
    (_A_COLOURED_ONE, _a_coloured_one),
    (_SIZED_ONE, _sized_one),
    (_WITH_MOTIF, _with_a_motif),
    (_PUT_ON, _put_on),
    (_BLOWN_HAIR, _blown),
    (_LED, _led),
    (_STEEPER, _of_the_place),
    (_ABSENT, _absent),
    (_CLEANER, _tidied),
    (_RESEMBLES, _resembling),
    (_LOOKS_AT, _at_what_is_theirs),
    (_WATCHES, _onlooker),
    (_PICKS, _picked),
    (_INSTEAD_OF, _so_many_instead),
    (_SITS_ON_TOP, _on_top),
    (_LIFTED, _raised),
    (_COMPARED, _more_so),
    (_BARE_SIZE, _all_of_the_newest),
    (_SEATS, _swapped),
    (_TO_EACH_OTHER, _both_do),
    (_SOME_OF_THE_OTHER_SIDE, _over_there),
    (_THEY_TO_HER, _they_to_her),
)
