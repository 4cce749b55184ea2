"""How people ask for a change without ordering it: "I'd rather have a green sofa" is about the sofa that is there, "don't forget
the cat" asks for one, "give the bike a purple colour" paints it, "make the desk green but keep the lamp as it is" is about the
desk. Told as the order that is meant, ahead of all that read the nouns of it as things to come or to be replaced."""

from __future__ import annotations

import re

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.relatives import plural_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.forms import Form, told_by_form
from paintover.engines.illustrator.retelling.others import name_of, named_in
from paintover.engines.illustrator.retelling.whom import named, one_called
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_QUOTED = re.compile(r"[\"“”]")
_CLAUSES = re.compile(
    r"([,;.!?\n]+ +(?:(?:and|then|but|also) )?| and then | and (?=(?:make|give|add|remove|don['’]?t) ))"
)
_LEAD = r"(?:(?:please|now|and|then|also|ok|so|actually|hmm|well|but|maybe) )*"
_THE = r"(?:(?:the|my|that|this|his|her|their) [a-z][a-z -]*?|it|him|her|them|both|everyone)"
_END = r"(?: (?:please|now|instead|too|though|i think|better))*"
_DOWN = Pattern(
    r"\b(?P<does>sits?|sitting|lies?|lying|kneels?|kneeling|crouch(?:es|ing)?|squats?) down\b(?! (?:on|in|at|by|there)\b)"
)
_KEPT = Pattern(
    rf"(?P<done>.{{6,}}?),? (?:but|and|while)(?: please)? (?:keep|leave|leaving|keeping) (?P<what>{_THE}|(?:the |every)?(?:rest|other things|thing else))"
    r"(?: just)? (?:as (?:is|it is|it was|they are|they were|before)|alone|untouched|unchanged|the same|the way (?:it is|they are)|like (?:that|this|it is))(?: please)?"
)
_ALL = re.compile(r"\b(?:all|every\w*|them|both|they|whole|picture|scene|image|of)\b", re.IGNORECASE)
_RATHER = Pattern(
    rf"{_LEAD}(?:(?:i|we)(?:['’]?d| would| would much| do)? (?:much )?(?:rather|prefer(?: to)?|like better|go (?:for|with)|love)(?: to)?(?: have| see| get| use)?|rather|better"
    r"|(?:i['’]?m|i am) thinking(?: more)?(?: of| about)?|(?:can|could|shall) we (?:try|use|have)|let['’]?s (?:try|use|go (?:for|with))|try|go (?:for|with)|make it)"
    rf" (?P<what>an? [a-z][a-z -]*?){_END}"
)
_WOULD_BE = Pattern(
    rf"{_LEAD}(?:i think |maybe )?(?P<what>(?!(?:the|it|he|she|they|this|that|my|his|her)\b)[a-z][a-z -]*?) (?:would|might|could|will) (?:(?:be|look|feel|work|do) )?(?:(?:really|much|so|a lot|way|even) )?"
    r"(?:nice|nicer|better|good|great|cool|cooler|cute|cuter|lovely|pretty|prettier|fun|perfect|fine|well|suit|fit|match)(?: (?:here|there|too|as well|(?:with|in|for|on) (?:it|this|the (?:room|picture|scene))|the (?:room|picture|scene)|it))?(?: (?:i think|better))?"
)
_FORGET = Pattern(
    rf"{_LEAD}(?:do not|don['’]?t|didn['’]?t|you|we|i)(?: (?:want to|have to))? (?:forget|forgot|leave out|omit)(?: about)? (?P<the>the|an?|some|two|three) (?P<what>[a-z][a-z -]*?){_END}"
)
_COLOURED = Pattern(
    rf"{_LEAD}give (?P<who>{_THE}) (?:an? |another |some )?(?:(?:nice|bright|new|proper) )*(?P<how>[a-z]+(?: [a-z]+)?) (?:colou?r|tint|shade|paint ?job|coat of paint|look){_END}"
)
_BETTER = Pattern(
    rf"{_LEAD}(?:i think |i like )?(?P<who>{_THE})(?: would| might| will)? (?:looks?|be|is|are) (?:much |a lot |way )?(?:better|nicer|prettier|good|great|best|cool|cuter|lovely|more fun) (?:in |as |if (?:it|she|he|they) (?:was|were) )?(?P<how>[a-z]+(?: [a-z]+)?)"
)
_WANTED = Pattern(
    rf"{_LEAD}(?:i|we)(?:['’]?d like| want| need| wanted| would like| like) (?P<who>{_THE})(?: to be| to look)? (?P<how>(?:much |a lot |a bit |a little |really |super )?[a-z]+){_END}"
)
_DOES = Pattern(
    rf"{_LEAD}have (?P<who>the (?:[a-z]+ )?[a-z]+|him|her|them|it) (?P<does>hold|carry|bring) (?P<what>(?:an?|some|two|the) .+)"
)
_NEEDS = Pattern(
    rf"{_LEAD}(?P<who>{_THE}|he|she|they) (?:really |just )?(?:needs?|ought|has|have|wants?|would like|['’]?d like) to (?P<does>(?!be\b|have\b|go\b|leave\b|look\b)[a-z]+(?: [a-z -]+)?)"
)
_LACKING = Pattern(
    rf"{_LEAD}(?:we|i|it|the (?:picture|scene)) (?:really |just |also |still )?(?:needs?|could use|could do with|should have) (?P<what>(?:an?|some|more|two|three|another) .+)"
)
_LAID = Pattern(
    rf"{_LEAD}(?:(?:make|have|turn|change|cover|give) )?(?P<what>the (?:floor|ground)|(?:the room|it|the (?:kitchen|house|bedroom|classroom)) (?=(?:with )?an? [a-z]+ floor))(?: (?:should|must|could) be| is| be| to| into| with| out of| in| from)*"
    r" (?:an? |of |some )*(?P<of>wood(?:en)?|hardwood|parquet|sand|sandy|grass|grassy|mud|muddy|earth|dirt|stone|stony|concrete|tiles?|tiled|marble|carpet|carpeted|brick|bricks|gravel|cobblestones?)(?: (?:one|floor|ground|tiles|planks|boards))?"
    rf"{_END}|{_LEAD}(?:add|put in|put|use|i want|give it) (?:an? )?(?P<other>wood(?:en)?|hardwood|parquet|tiled?|marble|stone|brick|concrete|carpeted) floor(?: in)?{_END}"
)
_LAID_IN = {
    "wood": "brown", "wooden": "brown", "hardwood": "brown", "parquet": "brown", "sand": "beige", "sandy": "beige", "grass": "green",
    "grassy": "green", "mud": "brown", "muddy": "brown", "earth": "brown", "dirt": "brown", "stone": "grey", "stony": "grey",
    "concrete": "grey", "gravel": "grey",
}  # fmt: skip
"""The colour in which a floor, or the ground, is drawn that is of that."""
_BRING_IN = Pattern(
    r"\b(?:bring|send|throw|stick|pop|let) in (?=(?:an?|some|two|three|another|more) )|\b(?:throw|stick|pop|chuck) (?=(?:an?|some|two|three|another) [a-z ]+ in$)"
)
_VESSELFULS = Pattern(
    rf"{_LEAD}(?:make|have|turn) (?:it|that|this|them|those) (?P<many>two|three|four|five|six|\d)(?P<of> more)? (?P<vessel>cups?|mugs?|glasses|bowls?|plates?|slices|pieces|bottles|pots?|portions|servings)(?: of (?P<what>[a-z ]+?))?{_END}"
)
_HELD_IN = {
    "cup": "tea coffee hot-chocolate cocoa latte", "mug": "tea coffee hot-chocolate cocoa beer", "glass": "juice milk water wine beer lemonade",
    "bowl": "noodles soup rice porridge cereal salad", "plate": "spaghetti pasta fries steak", "slice": "cake pizza bread toast watermelon pie",
    "piece": "cake pizza pie bread", "bottle": "wine beer water milk ketchup", "pot": "potted-plant flower",
}  # fmt: skip
"""What is drawn in the vessel by which it is counted."""
_ONLY = Pattern(
    rf"{_LEAD}(?:(?:make (?:it|that)|i (?:only )?want|there should be|leave|keep|have) )?(?:(?:only|just) (?P<many>one|two|three|four|five|six|\d) (?P<noun>[a-z]+(?: [a-z]+)?)|(?P<much>one|two|three|four|five|six|\d) (?P<what>[a-z]+(?: [a-z]+)?) only){_END}"
)
_ONE_OF = Pattern(r"\b(?P<one>one|two|three) of (?:them|these|those)\b(?! (?:left|right|on|in|at)\b)")
_OTHERS = Pattern(r"\bthe other (?P<many>two|three|four|five)\b(?! [a-z]+(?:s|ren|ple|men)\b)")
_SOUNDS = Pattern(
    rf"{_LEAD}(?:(?:make|let|have) )?(?P<who>the [a-z]+(?: (?!says?\b|goes?\b)[a-z]+)??|it|he|she) (?:(?:should|could|can|must|is|be|starts?|to) )*(?P<sound>bark|meow|miaow|growl|roar|moo|quack|chirp|tweet|oink|neigh|howl|hiss|buzz|baa|bleat|croak|ribbit|purr|cluck|squeak|hoot|woof)(?:s|es|ing)?(?: (?:at|to|for|loudly|happily|angrily|together)\b.*)?{_END}"
)
_HEARD = {
    "bark": "Woof!", "woof": "Woof!", "meow": "Meow!", "miaow": "Meow!", "growl": "Grrr!", "roar": "Roar!", "moo": "Moo!", "quack": "Quack!",
    "chirp": "Chirp!", "tweet": "Tweet!", "oink": "Oink!", "neigh": "Neigh!", "howl": "Awoo!", "hiss": "Hiss!", "buzz": "Bzzz!", "baa": "Baa!",
    "bleat": "Baa!", "croak": "Ribbit!", "ribbit": "Ribbit!", "purr": "Purr!", "cluck": "Cluck!", "squeak": "Squeak!", "hoot": "Hoot!",
}  # fmt: skip
"""What stands in the bubble of who makes such a sound."""
_ALOFT = Pattern(
    rf"{_LEAD}(?:(?P<what>(?:the|his|her) [a-z]+(?: [a-z]+)??)(?: (?:should|must|can|be|is|flies|fly|goes|go))+|(?:put|throw|move|let|kick) (?P<thrown>(?:the|his|her) [a-z]+(?: [a-z]+)??)(?: (?:fly|go))?)(?: (?:much|a bit|way|up|high|higher))* (?:in|into) the air{_END}"
)
_SUCH_ONE = Pattern(
    rf"{_LEAD}(?:(?P<what>the [a-z]+) (?:should|must|could|can) be|make (?P<made>the [a-z]+)) an? (?P<size>big|large|huge|small|little|tiny) (?P<look>[a-z]+) one{_END}"
)
_NOT_DOING = Pattern(
    r",? (?:instead of|rather than) (?P<doing>[a-z]+ing)(?: (?:on|in|at|with|the|a|her|his|its)\b[^.,;]{0,24})?(?=$|[.!])"
)
_PAIR = Pattern(r"\b(?:an?|one|the|some) (?P<how>[a-z]+(?: [a-z]+)?) pair of (?=[a-z])")
_SIZES = ("larger", "smaller")
_LOOKS = ("colours", "patterns", "sizes", "moods")


def told_as_one_asks(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with such clauses told as orders; quotations stay as they are."""
    if (not prompt.isascii() and "’" not in prompt) or _QUOTED.search(prompt):
        return prompt
    prompt = _PAIR.sub(_pair, _DOWN.sub(r"\g<does>", _NOT_DOING.sub(_not_doing, prompt)))
    whole = prompt.strip(" .!")
    if (kept := _KEPT.fullmatch(whole)) is not None and (done := _but_kept(kept, base)) is not None:
        prompt = done
    prompt = _BRING_IN.sub("add ", prompt)
    prompt = _of_that_kind(prompt, base)
    parts = _CLAUSES.split(prompt)
    parts[::2] = [told_by_form(clause.strip(" .!?"), base, _FORMS) or clause for clause in parts[::2]]
    return "".join(parts)


def _but_kept(match: re.Match[str], base: Scene) -> str | None:
    """Turn the desk green but keep the lamp as it is: an edit changes nothing else anyway."""
    what, done = match["what"], match["done"]
    if _ALL.search(done) or not any(token.get("verbs") or token.get("colours") for token in tokenise(done)):
        return None
    meant = {one.id for one in named_in(what, base)}
    rest = re.match(r"(?:the |every)?(?:rest|other|thing)", what, re.IGNORECASE)
    return done if rest or (meant and not meant & {one.id for one in named_in(done, base)}) else None


def _pair(match: re.Match[str]) -> str:
    """An orange pair of gloves: of orange gloves."""
    return f"a pair of {match['how']} " if _how(match["how"]) is not None else match[0]


def _how(words: str) -> str | None:
    """What is told of how something looks, if that is all that the words tell."""
    tokens = tokenise(words)
    looks = [
        token for token in tokens if any(token.get(role) for role in _LOOKS) or token.get("verbs") in _SIZES
    ]
    return words if looks and tokens[-1] in looks else None


def _rather(match: re.Match[str], base: Scene) -> str | None:
    """I'd rather have a green sofa: the one that is there in green."""
    said = parse(match["what"]).mentions
    if len(said) != 1 or said[0].kind is None:
        return None
    words = match["what"].split()[1:]
    for at in range(1, len(words)):
        how, one = _how(" ".join(words[:at])), _that_one(f"the {' '.join(words[at:])}", base)
        if how is not None and one is not None:
            return f"make {named(one, base)} {how}"
    return None


def _that_one(words: str, base: Scene) -> Thing | None:
    """Who or what alone is called so, or of several the one that the last change was about."""
    about = base.thing(base.focus or "")
    return one_called(words, base) or (about if about in named_in(words, base) else None)


def _would_be(match: re.Match[str], base: Scene) -> str | None:
    """Sunshine would be nicer, a green sofa would suit the room: what is praised is asked for."""
    what = match["what"]
    if re.match(r"an? ", what, re.IGNORECASE) and (told := _rather(match, base)) is not None:
        return told
    said = parse(what)
    if said.mentions:
        return f"add {what}" if said.mentions[0].kind is not None and not said.mentions[0].definite else None
    return f"make it {what}" if any((said.weather, said.time, said.season, said.place)) else None


def _forgotten(match: re.Match[str], base: Scene) -> str | None:
    """Don't forget the cat: one is missing."""
    said = parse(match["what"]).mentions
    if not said or said[0].kind is None or named_in(f"the {match['what']}", base):
        return None
    article = match["the"].lower()
    if article == "the":
        article = "some" if said[0].plural else "an" if match["what"][0] in "aeiou" else "a"
    return f"add {article} {match['what']}"


def _looks_so(match: re.Match[str], base: Scene) -> str | None:
    """Give the bike a purple colour; the bus looks better in blue; I want the dog huge."""
    how, who = _how(match["how"]), match["who"]
    there = re.fullmatch(r"it|him|her|them|both|everyone", who, re.IGNORECASE) or named_in(who, base)
    return f"make {who} {how}" if how is not None and there else None


def _should(match: re.Match[str], base: Scene) -> str | None:
    """The old man needs to wave: he should."""
    return f"{match['who']} should {match['does']}" if tokenise(match["does"])[0].get("poses") else None


def _is_lacking(match: re.Match[str], base: Scene) -> str | None:
    """We need an umbrella."""
    said = parse(match["what"]).mentions
    return f"add {match['what']}" if said and said[0].kind is not None else None


def _laid_with(match: re.Match[str], base: Scene) -> str | None:
    """The floor should be wood: no wood comes, and no other room.

    Raises:
        NotDrawable: it is of what no floor is drawn in.
    """
    of, piece = (match["of"] or match["other"]).lower(), "ground" if "ground" in match[0].lower() else "floor"
    if of not in _LAID_IN:
        raise NotDrawable(notes.of_the_backdrop(piece, "en"))
    return f"make the {piece} {_LAID_IN[of]}"


def _vesselfuls(match: re.Match[str], base: Scene) -> str | None:
    """Make it two cups, of a cup of tea: of tea, and no empty ones."""
    vessel = match["vessel"].lower().removesuffix("es" if match["vessel"].lower() == "glasses" else "s")
    held = _HELD_IN.get(vessel, "").split()
    found = {
        one.kind: one.label
        for one in base.objects
        if one.kind in held or one.kind.endswith(f"-of-{match['what']}")
    }
    bare = any(one.kind == vessel or one.label.lower() in (vessel, f"{vessel}s") for one in base.objects)
    if bare or len(found) != 1:
        return None
    there = sum(one.kind in found for one in base.objects)
    many = _numbers().get(match["many"].lower(), 0) - (0 if match["of"] else there)
    label = found.popitem()[1]
    return f"add {_COUNTED[many]} more {label}" if 0 < many < len(_COUNTED) else None


_COUNTED = ("no", "one", "two", "three", "four", "five", "six")


def _numbers() -> dict[str, int]:
    """Small numbers by their words and figures."""
    return {word: at for at, word in enumerate(_COUNTED)} | {str(at): at for at in range(len(_COUNTED))}


def _only_so_many(match: re.Match[str], base: Scene) -> str | None:
    """Only two apples: those in the hands count, too, and stay longest."""
    many, noun = _numbers()[(match["many"] or match["much"]).lower()], match["noun"] or match["what"]
    found = named_in(f"the {noun}", base) or named_in(f"the {plural_of(noun)}", base)
    if len({one.kind for one in found}) != 1 or many == 0:
        return None
    there = [one for one in base.objects if one.kind == found[0].kind and one.id in base.layout]
    if not any(one.rel is not None and one.rel.type == "hold" for one in there) or len(there) <= many:
        return None
    held = {one.id for one in there if one.rel is not None and one.rel.type == "hold"}
    going = sorted(there, key=lambda one: (one.id in held, -base.layout[one.id].x))[: len(there) - many]
    going.sort(key=lambda one: -base.layout[one.id].x)
    return ", ".join(f"remove {named(one, base)}" for one in going)


def _alike(base: Scene) -> list[Thing]:
    """Those of the kind that the last change was about, if they are several that do not live."""
    about = base.thing(base.focus or "")
    if about is None or kinds()[about.kind].alive:
        return []
    some = [one for one in base.objects if one.kind == about.kind]
    return some if len(some) > 1 else []


def _of_that_kind(prompt: str, base: Scene) -> str:
    """One of them, the other two, after one of the balloons was told of: balloons, and not whoever holds them."""
    if not (some := _alike(base)) or _is_done_by_the_living(prompt):
        return prompt
    noun = plural_of(name_of(some[0], chinese=False))
    if any(one.kind == some[0].kind for one in named_in(prompt, base)):
        return prompt
    prompt = _ONE_OF.sub(rf"\g<one> of the {noun}", prompt)
    match = _OTHERS.search(prompt)
    others = [one for one in some if one.id != base.focus]
    if match is None or _numbers().get(match["many"].lower()) != len(others):
        return prompt
    before, behind = prompt[: match.start()], prompt[match.end() :]
    return ", ".join(f"{before}{named(one, base)}{behind}" for one in others)


def _not_doing(match: re.Match[str]) -> str:
    """Read a book instead of knitting: nobody does both. A pie instead of pudding is another matter."""
    doing = match["doing"].lower()
    things = any(one.kind is not None for one in parse(doing).mentions)
    return match[0] if things and doing not in _DEEDS_AND_THINGS else ""


_DEEDS_AND_THINGS = frozenset({"knitting", "drawing", "painting", "sewing", "washing", "fishing", "building"})
"""What is done rather than a thing, where another deed is told in its stead."""


def _goes_up(match: re.Match[str], base: Scene) -> str | None:
    """The ball is high up in the air: it goes up, and nobody goes into the sky."""
    what = match["what"] or match["thrown"]
    one = one_called(what, base)
    return None if one is None or kinds()[one.kind].alive else f"move {what} up"


def _such_a_one(match: re.Match[str], base: Scene) -> str | None:
    """The dog should be a big white one: the dog that is there is both."""
    what, large = match["what"] or match["made"], match["size"].lower() in ("big", "large", "huge")
    read = tokenise(match["look"])
    if one_called(what, base) is None or len(read) != 1 or not any(map(read[0].get, _LOOKS)):
        return None
    return f"make {what} {match['look']}, make {what} {'bigger' if large else 'smaller'}"


def _is_done_by_the_living(prompt: str) -> bool:
    """Whether what is told is a deed of people or animals: "two of them wave"."""
    told = (one.value for one in parse(prompt).operations if one.action == "repose")
    return any(pose not in ("fly", "lie", "stand") for pose in told)


def _is_heard(match: re.Match[str], base: Scene) -> str | None:
    """The dog barks: what is heard stands in a bubble."""
    one = one_called(match["who"], base)
    return (
        None
        if one is None or not kinds()[one.kind].alive
        else f'{named(one, base)} says "{_HEARD[match["sound"].lower()]}"'
    )


def _has_in_hand(match: re.Match[str], base: Scene) -> str | None:
    """Have the girl hold a letter."""
    one = one_called(match["who"], base)
    return (
        f"let {match['who']} {match['does']} {match['what']}"
        if one is not None and kinds()[one.kind].alive
        else None
    )


_FORMS: tuple[Form, ...] = (
    (_RATHER, _rather),
    (_WOULD_BE, _would_be),
    (_FORGET, _forgotten),
    (_COLOURED, _looks_so),
    (_BETTER, _looks_so),
    (_WANTED, _looks_so),
    (_DOES, _has_in_hand),
    (_NEEDS, _should),
    (_LAID, _laid_with),
    (_VESSELFULS, _vesselfuls),
    (_SOUNDS, _is_heard),
    (_ALOFT, _goes_up),
    (_SUCH_ONE, _such_a_one),
    (_ONLY, _only_so_many),
    (_LACKING, _is_lacking),
)
