"""Who and what of a picture a phrase means: a pronoun, a noun by any of its names, one of a couple."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from paintover.engines.illustrator.grammar.lexicon import names, singular_of
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import SIGNPOST, kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.scene import Placement, Relation, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.likeness import HALF_HUMAN, is_animal, is_somebody
from paintover.engines.illustrator.staging.standing import placement_from, scene_size, unit_of
from paintover.engines.illustrator.wording import Pattern

PRONOUN = re.compile(r"(?:it|him|her|them|he|she|that|this|this one|that one)", re.IGNORECASE)
"""What names nothing by itself."""


def plural_of(name: str) -> str:
    """An English noun of more than one."""
    return name if singular_of(name) != name or name.endswith("s") else f"{name}s"


def pronoun_named(phrase: str, base: Scene) -> str:
    """The phrase, of which a pronoun alone is told as what it means."""
    if PRONOUN.fullmatch(phrase) is None or phrase.lower() == "them":
        return phrase
    one = _spoken_of(base)
    return phrase if one is None else f"the {name_of(one)}"


def name_of(thing: Thing) -> str:
    """The English noun of a thing's kind."""
    return names("en", thing.kind)


def _spoken_of(base: Scene) -> Thing | None:
    """What the talk is about, if there is but one of its kind."""
    one = salient(base)
    if one is None or sum(thing.kind == one.kind for thing in base.objects) > 1:
        return None
    return one


def salient(base: Scene) -> Thing | None:
    """What the talk is about; else the newest thing."""
    drawn = [thing for thing in base.objects if thing.kind != SIGNPOST]
    focus = next((thing for thing in drawn if thing.id == base.focus), None)
    if focus is not None or not drawn:
        return focus
    return bearer_of_it(drawn[-1], {one.id: one for one in drawn}) or drawn[-1]


def bearer_of_it(thing: Thing, among: Mapping[str, Thing]) -> Thing | None:
    """Who has that, and is "it" of a picture of which nothing was said yet: of a dog with a ball the dog. Somebody is he
    or she, so that "it" is the ball of a girl."""
    rel = thing.rel
    host = among.get(rel.to) if rel is not None and rel.type == "hold" else None
    return host if host is not None and is_animal(host.kind) else None


def actor(base: Scene) -> Thing | None:
    """Of what "one more" is one: what was spoken of, or the newest that lives, or stands for itself."""
    one = next((thing for thing in base.objects if thing.id == base.focus), None)
    if one is not None and (one.rel is None or one.rel.type not in ("wear", "hold") or not one.rel.part):
        return one
    standing = [
        thing
        for thing in base.objects
        if thing.kind != SIGNPOST and (thing.rel is None or thing.rel.type not in ("wear", "hold"))
    ]
    living = [thing for thing in standing if kinds()[thing.kind].alive]
    return next(reversed(living or standing), None)


def all_like(phrase: str, base: Scene) -> list[Thing]:
    """All in the picture that a plural names."""
    said = {mention.kind for mention in parse(phrase).mentions}
    return [thing for thing in base.objects if thing.kind in said]


def called_by(noun: str, base: Scene) -> list[Thing]:
    """All in the picture that go by a noun, by their own name or another."""
    return [
        thing for mention in parse(f"the {noun}").mentions for thing in called_so(base.objects, mention)
    ] or all_like(noun, base)


def is_look(word: str) -> bool:
    """Whether a word is a colour, a size or a pattern."""
    tokens = tokenise(word)
    return len(tokens) == 1 and any(tokens[0].get(role) for role in ("colours", "sizes", "patterns"))


def names_a_thing(phrase: str) -> bool:
    """Whether it is a noun of its own, so that nobody else is meant where the picture lacks it."""
    return PRONOUN.fullmatch(phrase) is None and any(
        mention.kind is not None and not mention.pronoun for mention in parse(phrase).mentions
    )


def first_called(phrase: str, base: Scene) -> Thing | None:
    """The first that a phrase, or a pronoun, may mean."""
    if PRONOUN.fullmatch(phrase) is not None:
        return actor(base)
    found = all_like(phrase, base) or called_by(re.sub(r"^(?:the|an?) ", "", phrase), base)
    said = parse(phrase).mentions
    if len(found) > 1 and len(said) == 1 and said[0].side in ("left", "right"):
        pick = min if said[0].side == "left" else max
        return pick(found, key=lambda one: base.layout[one.id].x if one.id in base.layout else 0.0)
    return found[0] if found else None


def somebody_meant(words: Mapping[str, str], base: Scene) -> Thing | None:
    """Whose hair or hands are meant: who is named, or whom the talk is about, or the only one there."""
    told = words.get("whose") or words.get("who") or ""
    told = "" if told.lower() in ("his", "her", "its") else told
    found = first_called(told, base) if told and PRONOUN.fullmatch(told) is None else actor(base)
    people = [one for one in base.objects if is_somebody(one.kind)]
    if found is None or (not told and not is_somebody(found.kind)):
        host = None if found is None or found.rel is None else base.thing(found.rel.to)
        found = host if host in people else people[-1] if people else None
    return found


_SHE = re.compile(
    r"\b(?:she|her|hers|herself|elle|ella|lei|ela|dela|nela|haar|zij)\b|她(?!们)", re.IGNORECASE
)
_HE = re.compile(r"\b(?:he|him|his|himself)\b|(?<![其吉])他(?!们|人)", re.IGNORECASE)
WOMEN = re.compile(r"(?:^|-)(?:woman|girl|princess|queen|bride|witch|mermaid|waitress|nun|nurse|ballerina|claus|fairy|hanfu|headscarf|pregnant)\b")  # fmt: skip
_MEN = re.compile(r"(?:^|-)(?:man|boy|prince|king|groom|wizard|santa|knight|monk|emperor|samurai|waiter|priest|pirate|cowboy|soldier|sailor)\b")  # fmt: skip
_ONE_OF_A_PAIR = re.compile(
    r"\b(?:he|she|him|her|his|(?:the )?(?:man|woman|guy|girl|boy|lady|husband|wife)(?:'s)?|(?:one|both|each) of them|the other)\b|[他她](?!们)|[男女](?:的|人|孩|生|士|方)|丈夫|妻子|老公|老婆|其中一",
    re.IGNORECASE,
)


def with_the_pair_apart(prompt: str, base: Scene) -> Scene:
    """The picture with a couple that is drawn as one as the two that they are, where one of them is spoken of."""
    pairs = [one for one in base.objects if kinds()[one.kind].paired and one.kind == "couple"]
    if not pairs or _ONE_OF_A_PAIR.search(prompt) is None:
        return base
    pair, key = pairs[0], f"o{base.ids_given + 1}"
    chinese = pair.lang == "zh"
    him = msgspec.structs.replace(pair, kind="man", label="男人" if chinese else "man", pose="hands")
    her = Thing(
        id=key, kind="woman", label="女人" if chinese else "woman", lang=pair.lang, rung=kinds()["woman"].rung, pose="hands",
        rel=Relation(type="hold", to=pair.id, part="arm"),
    )  # fmt: skip
    objects = tuple(him if one is pair else one for one in base.objects)
    layout = {name: placed for name, placed in base.layout.items() if name != pair.id}
    if (stood := base.layout.get(pair.id)) is not None and pair.rel is None:
        layout[pair.id] = _where_he_is(him, pair, stood, scene_size(base)[0])
    given = base.ids_given + 1
    return msgspec.structs.replace(base, objects=(*objects, her), layout=layout, ids_given=given)


_OF_THEIR_HEIGHT, _BOTH_BROAD = 0.85, 0.9
"""How high he is beside a couple that is drawn as one, whose heart is above them, and how broad both are at most, as a share of
the picture's width."""


def _where_he_is(him: Thing, pair: Thing, stood: Placement, width: float) -> Placement:
    """His place where a couple is drawn as one, she on his other hand."""
    figure = figure_of(him)
    tall = _OF_THEIR_HEIGHT * unit_of(pair, stood) * float(height_of(him) ** COMPRESSION)
    broad = min(tall * figure.width / figure.tall, _BOTH_BROAD * width / 2)
    middle = (stood.box[0] + stood.box[2]) / 2
    x = min(max(middle - broad / 2, 0.55 * broad), width - 1.55 * broad)
    frame = Frame(round(x), round(stood.base), max(8, round(broad / figure.width * UNIT)), figure.foot, True)
    return placement_from(frame, figure)


_GROWS_OLD = Pattern(
    r"\b(?:make|turn|let|draw)\b.* (?:old|older|elderly|aged)\b[.! ]*$|[变更]老|老(?:一?[点些]|[几十]+岁)"
)
_GROWS_YOUNG = Pattern(
    r"\b(?:make|turn|let|draw)\b.* (?:young|younger)\b[.! ]*$|年轻(?:一?[点些]|[几十]+岁)?"
)
_CHILD = re.compile(r"(?:^|-)(?:boy|girl|child|baby|toddler)\b")
_AT_AN_AGE = re.compile(r"^old-")


def _of_an_age(prompt: str, people: list[Thing]) -> list[Thing]:
    """Of those who are to be older, who is neither a child nor old; of those who are to be younger, the oldest."""
    grown = [one for one in people if _CHILD.search(one.kind) is None]
    old = [one for one in grown if _AT_AN_AGE.match(one.kind)]
    if _GROWS_OLD.search(prompt) is not None:
        return [one for one in grown if one not in old] or [one for one in people if one not in old]
    return (old or grown) if _GROWS_YOUNG.search(prompt) is not None else []


def with_somebody_meant(prompt: str, base: Scene) -> Scene:
    """The picture with whom "she" or "he" means as what the talk is about, unless that is so, or nobody may be called so."""
    her, him = _SHE.search(prompt), _HE.search(prompt)
    if her is None and him is None:
        return base
    she = him is None or (her is not None and her.start() < him.start())
    people = [
        one
        for one in base.objects
        if is_somebody(one.kind) or one.kind in HALF_HUMAN - {"snowman", "scarecrow"}
    ]
    ours, theirs = (WOMEN, _MEN) if she else (_MEN, WOMEN)
    meant = [one for one in people if ours.search(one.kind) and one.kind != "mrs-claus"] or [
        one for one in people if not theirs.search(one.kind)
    ]
    about = base.thing(base.focus or "")
    held = about is not None and about.rel is not None and about.rel.type in ("wear", "hold")
    last = base.thing(about.rel.to) if held and about is not None and about.rel is not None else about
    if last is not None and last in people and not theirs.search(last.kind):
        meant = [*meant, last]  # a goalkeeper who came last is he, and she
    meant = _of_an_age(prompt, meant) or meant
    if not people and about is not None and not kinds()[about.kind].alive:  # an animal, and not what it wears
        meant = [one for one in base.objects if kinds()[one.kind].alive]
    if not meant or any(one.id == base.focus for one in meant):
        return base
    host = about.rel.to if about is not None and about.rel is not None else None
    one = next((one for one in meant if one.id == host), meant[-1])
    return msgspec.structs.replace(base, focus=one.id)
