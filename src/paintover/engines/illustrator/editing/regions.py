"""Who is in the water of a place and who on its shore: a bear in a river, a boat on the sand.

Read from the words of the wish, clause by clause, beside the grammar, which takes "in the river" for where all of it plays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from paintover.engines.illustrator.backdrops import PLACES
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.lexicon import singular_of
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.stated import Noun, things_named
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.kinds import BEDS, kinds
from paintover.engines.illustrator.retelling.called import called_so
from paintover.engines.illustrator.scene import Environment, Relation, Scene, Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.standing import LEGGED
from paintover.engines.illustrator.wording import Pattern

_CLAUSE = re.compile(
    r"[,，;；。!！?？\n]+|\.(?=\s|$)|\s(?:while|whereas|but)\s|\band (?=(?:an?|the|two|three|one) [^,;]{1,40}\b(?:on|in|by|at|under)\b)"
)
POND = "pond"
_BUILT_M = 2.5
"""What is built and as high stands beside the water, and not in it."""
_BORNE = frozenset({"on", "inside", "hold", "wear", "cover"})
_NEXT_TO = frozenset({"beside", "left", "right", "front", "behind", "between"})
"""How one stood on the shore to what stays there."""
_AFLOAT = frozenset(
    {"boat", "rowing-boat", "canoe", "ship", "ferry", "yacht", "speedboat", "raft", "bamboo-raft"}
)
"""What is on the sea and not in it: 海里有一艘帆船."""
_AT_SEA = re.compile("^(?!.*(?:海底|沉|潜水)).*海[里中]", re.DOTALL)
_LEGGED_FOWL = frozenset({"duck", "goose"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause says of where somebody is."""

    region: str
    nouns: tuple[Noun, ...]
    """Who may be meant; empty where nobody is named."""


@cache
def _patterns() -> Mapping[str, Pattern]:
    return {region: Pattern("|".join(words.values())) for region, words in word_table("regions").items()}


_REFLECTED = Pattern(
    r"\b(?:reflections?|reflected|mirrored) (?:in|on) (?:an?|the) (?:[a-z]+ )?(?:ponds?|lakes?|rivers?|water|sea|pool|stream)\b|[水湖池河][面里中]的倒影|倒映在[^，。]{0,5}[水湖池河][面里中]"
)
"""What is in the water to be seen, and not to swim."""


def in_the_water(editor: Editor, prompt: str) -> None:
    """Put those into the water, or ashore, who are told to be there; those that join swimming ducks swim."""
    _with_their_kin(editor)
    for told in _told(_REFLECTED.sub("", prompt), ("water", "swims", "surface", "ground")):
        for thing in _meant(editor, told):
            root = _root(editor, thing)
            if root.kind == POND:  # it has water of its own
                continue
            if not _can_be(root, told.region) or root.where == (
                "ground" if told.region == "ground" else "water"
            ):
                continue
            if told.region == "surface" and not _floats(root):
                continue
            _put(editor, root, "ground" if told.region == "ground" else "water")


def at_its_own_water(said: Utterance, prompt: str, base: Scene) -> Utterance:
    """The wish without a place where somebody only goes into the water that is there: 到水里去, on a beach."""
    watery = said.place is not None and (said.place == "underwater" or _has_water(said.place))
    if not watery or not _has_water(base.env.place):
        return said
    here = any(told.nouns for told in _told(prompt, ("water", "swims", "surface", "ground")))
    return replace(said, place=None) if here else said


def _has_water(place: str) -> bool:
    return place in PLACES and PLACES[place].water is not None


def in_the_background(editor: Editor, prompt: str) -> None:
    """ "A bear, pine trees behind": behind whoever the picture is of."""
    if not editor.new:
        return
    for told in _told(prompt, ("behind",)):
        back = list(_meant(editor, told)) if told.nouns else []
        rest = [one for one in editor.things.values() if one not in back and one.rel is None]
        front = next((one for one in rest if stock_of(one).alive), rest[0] if rest else None)
        if front is None or stock_of(front).habitat == "sky":
            continue
        for thing in back:
            loose = thing.rel is None or (thing.rel.type, thing.rel.to) == ("beside", front.id)
            if loose and thing.size != "far" and stock_of(thing).habitat != "sky":
                editor.things[thing.id] = msgspec.structs.replace(
                    thing, rel=Relation(type="behind", to=front.id)
                )


def under_covers(editor: Editor, prompt: str) -> None:
    """Who is told to lie in a bed lies under its covers, which are of the blanket's colour if there is one."""
    if _patterns()["covers"].search(prompt) is None:
        return
    for bed in [one for one in editor.things.values() if one.kind in BEDS]:
        lain = [
            one
            for one in editor.things.values()
            if one.pose in ("lie", "sleep") and one.rel is not None and one.rel.to == bed.id
        ]
        blankets = [
            one
            for one in editor.things.values()
            if one.kind in ("blanket", "quilt") and one.id not in editor.layout
        ]
        lain = [one for one in lain if stock_of(one).alive and one.id not in editor.layout]
        if not lain:
            continue
        if blankets:
            editor.things[bed.id] = msgspec.structs.replace(
                editor.things[bed.id], second=blankets[0].colour, rel=None
            )
        for one in lain[:1]:
            editor.things[one.id] = msgspec.structs.replace(
                one, where="covers", rel=Relation(type="on", to=bed.id)
            )
        for one in blankets:
            editor.drop(one.id)


def watered(env: Environment, things: Sequence[Thing], *, told: bool, prompt: str = "") -> Environment:
    """The environment, in a place with water where somebody is to be in it. Where nobody `told` of the sea, who has no boat
    is on its beach."""
    if env.place == "sea" and not told and any(_is_on_foot(one) for one in things):
        return msgspec.structs.replace(env, place="beach")
    if env.place == "sea" and any(one.where == "ground" for one in things):
        return msgspec.structs.replace(env, place="beach")
    if env.place == "underwater" and _AT_SEA.search(prompt) and any(one.kind in _AFLOAT for one in things):
        on_land = _patterns()["ground"].search(prompt) is not None
        return msgspec.structs.replace(env, place="beach" if on_land else "sea")
    wet = [one for one in things if one.where == "water" and stock_of(one).habitat != "water"]
    place = PLACES.get(env.place)
    if not wet or place is None or place.water is not None:
        return env
    if env.place == "underwater":
        lives_there = any(stock_of(one).habitat == "water" for one in things)
        return env if lives_there else msgspec.structs.replace(env, place="sea")
    return env if place.indoors else msgspec.structs.replace(env, place="lake")


def _is_on_foot(thing: Thing) -> bool:
    kind = stock_of(thing)
    return thing.rel is None and not thing.where and kind.alive and kind.habitat not in ("water", "sky")


def _with_their_kin(editor: Editor) -> None:
    swimming = {thing.kind for thing in editor.things.values() if thing.pose == "swim"}
    for thing in list(editor.things.values()):
        joins = thing.id not in editor.layout and thing.kind in swimming & _LEGGED_FOWL
        if joins and thing.rel is None and thing.pose is None:
            editor.things[thing.id] = msgspec.structs.replace(thing, pose="swim")


def _told(prompt: str, regions: Collection[str]) -> Iterator[_Told]:
    subject: tuple[Noun, ...] = ()
    for clause in _CLAUSE.split(prompt):
        if not clause:
            continue
        found: list[tuple[int, int, str]] = []
        for region in regions:
            found += [(*match.span(), region) for match in _patterns()[region].finditer(clause)]
        tokens = tokenise(clause)
        nouns = things_named(tokens) if found or not subject else ()
        for start, end, region in found:
            if region == "behind":  # what is named right before
                yield _Told(region, tuple(noun for noun in nouns if 0 <= start - noun.end <= 1))
            else:
                yield _Told(region, _who(tokens, nouns, start, end) or subject)
        subject = nouns or subject


def _who(tokens: Sequence[Token], nouns: Sequence[Noun], start: int, end: int) -> tuple[Noun, ...]:
    """Those of a clause of whom the words from `start` to `end` tell: named before, and only where nobody is, behind."""
    by_start = {noun.end: noun for noun in nouns}
    if any(token.get("of") is not None and token.start == end and token.lang == "zh" for token in tokens):
        return tuple(noun for noun in nouns if noun.start >= end)[:1]  # 水里的熊
    group: list[Noun] = []
    owed = tied = False
    for token in tokens:
        if token.start >= start:
            break
        noun = by_start.get(token.end)
        if noun is not None:
            if not owed:
                group.append(noun)
            owed = False
        elif token.get("and") is not None and tied:
            group, tied, owed = [], False, False
        elif (
            token.get("relations")
            or token.get("with") is not None
            or token.get("verbs") in ("hold", "wear", "ride", "carry", "lead")
        ):
            tied = token.lang == "en" or not token.get("relations")
            owed = tied and bool(group)
    return tuple(group) or tuple(noun for noun in nouns if noun.start >= end)


def _meant(editor: Editor, told: _Told) -> Iterator[Thing]:
    if not told.nouns:
        focus = editor.things.get(editor.focus() or editor.spoken or "")
        if focus is not None:
            yield focus
        return
    for noun in told.nouns:
        arts = {kinds()[kind].art for kind in noun.kinds}
        there = list(editor.things.values())
        alike = [
            one
            for one in there
            if one.kind in noun.kinds or kinds()[one.kind].art in arts or one.label.lower() in noun.words
        ]
        yield from alike or (() if editor.new or len(noun.kinds) > 1 else _called(there, noun))


def _called(there: Sequence[Thing], noun: Noun) -> list[Thing]:
    """Those of a picture that go by another noun: the boy and the girl, of "both kids"."""
    (kind,), (word,) = noun.kinds, noun.words
    several = not word.isascii() or singular_of(word) != word
    return called_so(there, Mention(kind=kind, label=word, lang="en", plural=several))


def _root(editor: Editor, thing: Thing) -> Thing:
    """What bears it, and what bears that."""
    seen = {thing.id}
    while thing.rel is not None and thing.rel.type in _BORNE:
        bearer = editor.things.get(thing.rel.to)
        if bearer is None or bearer.id in seen:
            break
        thing = bearer
        seen.add(thing.id)
    return thing


def _floats(thing: Thing) -> bool:
    """Whether it is on the water where it is not in it: a duck, a ball, who swims."""
    kind = stock_of(thing)
    return kind.habitat == "water" or thing.pose == "swim" or (not kind.alive and height_of(thing) < 1.0)


def _can_be(thing: Thing, region: str) -> bool:
    kind = stock_of(thing)
    if thing.rung == "signpost" or kind.habitat == "sky" or thing.pose in ("fly", "hung"):
        return False
    if region == "ground":
        return kind.habitat == "water" or thing.where == "water"
    if kind.habitat == "water" and thing.kind not in LEGGED:
        return thing.where == "ground"
    if thing.rel is not None and thing.rel.type in (*_BORNE, "above"):
        return False
    return kind.alive or not (kind.habitat in ("ground", "indoor") and height_of(thing) >= _BUILT_M)


def _put(editor: Editor, thing: Thing, where: str) -> None:
    pose = "swim" if where == "water" and thing.kind in _LEGGED_FOWL and thing.pose is None else thing.pose
    if where == "ground" and pose in ("lie", "swim"):
        pose = None
    beside = editor.things.get(thing.rel.to) if thing.rel is not None else None
    apart = beside is not None and beside.where != where and editor.base.thing(thing.id) is not None
    rel = None if apart and thing.rel is not None and thing.rel.type in _NEXT_TO else thing.rel
    changed = msgspec.structs.replace(thing, where=where, pose=pose, rel=rel)
    if changed == thing:
        return
    editor.things[thing.id] = changed
    if editor.base.thing(thing.id) is not None:
        editor.place_again(thing.id)
        for one in (thing.id, *editor.attached(thing.id)):
            editor.former.pop(one, None)  # its spot is no longer where it may be
    editor.touch(thing.id)
    editor.changed = True
