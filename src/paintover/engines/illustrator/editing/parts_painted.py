"""A part of a drawing in a colour of its own: "paint the door red", 碗换成蓝色的, and "a house with a red door" from the start."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import Dialect
from paintover.engines.illustrator.grammar.scenery import shade_of
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.retelling.called import is_called_so
from paintover.engines.illustrator.retelling.pronouns import drawn_as_he, drawn_as_she
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.painted import parts_of_drawing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.wording import Pattern, any_of

_CLAUSES = re.compile(
    r"([，,。；;！!？?\n]+|\.(?=\s|$)|\s+(?:and|then|but)\s+(?=(?:the|its|his|her|their|then|make|turn|paint|change|colou?r|dye|remove|add|put|give)\b)|然后|并且|而且|同时)"
)
_LINKS = re.compile(
    r"^(?:\W+|(?:and|then|but)\b|然后|并且|而且|同时)+|(?:\W+|\b(?:and|then|but)|然后|并且|而且|同时)+$"
)
"""What is left of the joints where a clause is taken out."""
_OF_A_PLACE = Pattern(
    r"\b(?:on|onto|in|into|inside|behind|under|beneath|below|near|beside|by|over|above|outside|against|before|next to|in front of|to|from|off|at|along|through|around|between) (?:the |his |her |their |its |that |this |a |an )?\x00"
    r"|(?:在|从|到|往|朝|向)\S{0,3}\x00|\x00(?:的)?(?:上|里|中|后|前|旁|边|下|底|外|左|右|之间|顶|口)"
)
"""That the part only tells where something is."""
_NEW = Pattern(
    r"\b(?:add|draw|another|more|two|three|four|several|some)\b|加|添|再来|多|还有|[两三四五几][个只张块条扇把]"
)
"""That one is to come."""
_WITH_A_PART = Pattern(
    r"(?P<first>\b(?:make|paint|turn|colou?r) (?:it|the [a-z]+(?: [a-z]+)??) (?:light |dark |bright |pale )?[a-z]+),? (?:with|and give it) (?:an? )?(?P<colour>(?:light |dark |bright |pale )?(?:red|blue|green|yellow|orange|purple|pink|brown|black|white|grey|gray|gold|golden|silver|beige|turquoise|teal|navy|violet)) (?P<part>[a-z]+)(?=$|[,.;!])"
)
"""Blue with a red roof: two orders."""
_WITH_ONE = Pattern(
    r"\b(?:make|paint|turn|colou?r) (?:it|the [a-z]+(?: [a-z]+)??) (?:light |dark |bright |pale )?[a-z]+ with an? [a-z]+\W*$"
)
"""Blue with a chimney: it is no chimney that becomes blue."""
_UNTOLD = ("kinds", "poses", "moods", "actions", "places", "times", "sizes", "patterns", "sides", "ordinals")


@dataclass(frozen=True, slots=True)
class Painted:
    """A wish without what it wants of parts of drawings, and the picture with that done."""

    rest: str
    scene: Scene
    done: bool = False
    already: bool = False


def told_of_parts(prompt: str, base: Scene, language: Language) -> Painted:
    """What of an edit paints a part of what is drawn, which is no thing of its own."""
    told = Painted("", base)
    if not any(_parts_in(prompt, base)):
        return Painted(prompt, base)
    prompt = _WITH_A_PART.sub(r"\g<first>, make its \g<part> \g<colour>", prompt)
    for clause in _CLAUSES.split(prompt):
        asked = _asked(clause, told.scene)
        if asked is None:
            told = replace(told, rest=told.rest + clause)
            continue
        scene = _with_part(told.scene, *asked)
        told = replace(told, scene=scene, done=told.done or scene != told.scene, already=scene == told.scene)
    if not (told.done or told.already):
        return Painted(prompt, base)
    rest = _LINKS.sub("", told.rest)
    rest = rest if any(letter.isalnum() for letter in rest) else ""
    if not (told.done or rest):
        raise NotDrawable(notes.already_so(language))
    return replace(told, rest=rest)


def _asked(clause: str, scene: Scene) -> tuple[Sequence[str], str, str] | None:
    """Whose part a clause paints, which part that is, and in which colour; None for another clause."""
    if _WITH_ONE.search(clause):
        return None
    named = list(_parts_in(clause, scene))
    if len(named) != 1:
        return None
    part, match, having = named[0]
    marked = f"{clause[: match.start()]}\x00{clause[match.end() :]}"
    if _NEW.search(marked) is not None or _OF_A_PLACE.search(marked) is not None:
        return None
    tokens = tokenise(f"{clause[: match.start()]} {clause[match.end() :]}")
    colours = [token for token in tokens if token.get("colours")]
    wholes = [token for token in tokens if token not in colours and token.get("kinds")]
    rest = [token for token in tokens if token not in (*colours, *wholes)]
    told_apart = len(colours) == 2 and colours[0] in _before(wholes, tokens)  # the red house's roof
    if len(colours) != 1 + told_apart or any(token.get(role) for token in rest for role in _UNTOLD):
        return None
    whose = [one for one in having if all(_is_meant(token, one) for token in wholes)]
    if told_apart:
        whose = [one for one in whose if one.colour == shade_of(colours[0])]
    whose = _of_that_owner(clause, whose, scene)
    return ([one.id for one in whose], part, shade_of(colours[-1])) if whose else None


_OWNER = Pattern(r"\b(?P<who>her|his)\b|(?P<zh>[他她])的")


def _of_that_owner(clause: str, having: list[Thing], scene: Scene) -> list[Thing]:
    """Of those that several people have, hers or his alone: "change her cup to green"."""
    said = _OWNER.search(clause)
    if said is None or len(having) < 2:
        return having
    fits = drawn_as_she if (said["who"] or said["zh"]).lower() in ("her", "她") else drawn_as_he
    owners = {one.id: scene.thing(one.rel.to) for one in having if one.rel is not None}
    theirs = [one for one in having if (who := owners.get(one.id)) is not None and fits(who)]
    return theirs or having


def _before(wholes: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
    """The words right before those."""
    return [one for one, after in itertools.pairwise(tokens) if after in wholes]


def _is_meant(token: Token, thing: Thing) -> bool:
    """Whether a noun is that thing's name."""
    return token.get("kinds") == thing.kind or token.text.lower() in thing.label.lower()


def _parts_in(text: str, scene: Scene) -> Iterator[tuple[str, re.Match[str], Sequence[Thing]]]:
    """The parts that a text names, each with the things that are drawn with it."""
    for part, pattern in _patterns().items():
        match = pattern.search(text)
        if match is None or (part == "wall" and scene.env.place in INDOORS):
            continue
        having = [one for one in scene.objects if part in parts_of(one)]
        others = tuple(one for one in scene.objects if one not in having)
        if having and not is_called_so(match[0], msgspec.structs.replace(scene, objects=others)):
            yield part, match, having


def parts_of(thing: Thing) -> Mapping[str, tuple[int, ...]]:
    """The parts of a thing's drawing that can have a colour of their own."""
    return {} if thing.rung in ("signpost", "photo") else parts_of_drawing(figure_of(thing))


@cache
def _patterns() -> Mapping[str, Pattern]:
    table = word_table("painted")
    return {
        part: Pattern(rf"\b(?:{any_of(words)})\b|(?:{any_of(table['zh'][part])})")
        for part, words in table["en"].items()
    }


@cache
def names_of_parts(language: Language, dialect: Dialect | None = None) -> Mapping[str, str]:
    """What the answer calls each part; in English what the other language does not name."""
    table = word_table("painted")
    named = {**table["zh" if language == "zh" else "en"], **table.get(dialect or "", {})}
    return {part: words[0] for part, words in named.items()}


def _with_part(scene: Scene, keys: Sequence[str], part: str, colour: str) -> Scene:
    objects = tuple(painted_so(one, part, colour) if one.id in keys else one for one in scene.objects)
    return msgspec.structs.replace(scene, objects=objects, focus=keys[-1])


def painted_so(thing: Thing, part: str, colour: str) -> Thing:
    """The thing with that part in that colour."""
    others = tuple(one for one in thing.painted if one[0] != part)
    return msgspec.structs.replace(thing, painted=(*others, (part, colour)))


def told_with_parts(prompt: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A first wish without what it tells of the colours of parts, and those: "a house with a red door", 红屋顶的小木屋."""
    found: list[tuple[str, str]] = []
    for whole in _first_patterns():
        for match in list(whole.finditer(prompt)):
            told = [_part_and_colour(item) for item in _AND.split(match["items"])]
            if all(one is not None for one in told):
                found += [one for one in told if one is not None]
                prompt = prompt.replace(match[0], match.groupdict().get("kept") or "", 1)
    return prompt, tuple(found)


def with_parts(scene: Scene, parts: Sequence[tuple[str, str]]) -> Scene | None:
    """The new picture with those parts in their colours; None where one of them is no part of anything in it."""
    for part, colour in parts:
        having = [one.id for one in scene.objects if part in parts_of(one)]
        if not having:
            return None
        objects = tuple(painted_so(one, part, colour) if one.id in having else one for one in scene.objects)
        scene = msgspec.structs.replace(scene, objects=objects)
    return scene


_AND = re.compile(r",? and |, |和|、|，")


def _part_and_colour(item: str) -> tuple[str, str] | None:
    """The red door of "a red door", 门是红色的; None where it is more than that."""
    for part, pattern in _patterns().items():
        if (match := pattern.search(item)) is None:
            continue
        rest = tokenise(f"{item[: match.start()]} {item[match.end() :]}")
        colours = [token for token in rest if token.get("colours")]
        more = any(
            token.unknown or token.get(role) for token in rest if token not in colours for role in _UNTOLD
        )
        if len(colours) == 1 and not more:
            return part, shade_of(colours[0])
    return None


@cache
def _first_patterns() -> tuple[Pattern, ...]:
    table = word_table("painted")
    en, zh = (any_of(word for words in table[lang].values() for word in words) for lang in ("en", "zh"))
    item = rf"(?:an? |the |its )?(?:[a-z]+ ){{1,3}}(?:{en})"
    dye = r"[\u4e00-\u9fff]{1,4}?"
    return (
        Pattern(
            rf",? (?:with|has|having|that has|which has) (?P<items>{item}(?:(?:,? and |, ){item})*)(?![a-z' -]*(?:knob|handle|bell|sign|frame|box)\b)\b"
        ),
        Pattern(r" in (?P<items>an? (?:[a-z]+ ){1,2}bowl)\b"),
        Pattern(
            rf"(?:有着?|带着?)(?:一?[个扇座])?(?P<items>{dye}(?:的)?(?:{zh})(?:(?:和|、|，){dye}(?:的)?(?:{zh}))*)(?:的(?=[\u4e00-\u9fff])|(?=[，。,]|$))",
            re.NOFLAG,
        ),
        Pattern(rf"(?:(?<=[一座间栋幢个所的，])|^)(?P<items>{dye}(?:{zh}))的(?=[\u4e00-\u9fff])", re.NOFLAG),
        Pattern(rf"[，,](?:它的)?(?P<items>(?:{zh})(?:是|为|刷成|漆成)?{dye}的?)(?=[，。,]|$)", re.NOFLAG),
    )
