"""What is on somebody's body, and in their face: blankets, what is worn, a mood, a beard."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.colour import paint_of
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_kind, set_relation
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import also_called
from paintover.engines.illustrator.retelling.meant import WOMEN
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.beards import AGED, BEARDS
from paintover.engines.illustrator.sprites.belts import BELT
from paintover.engines.illustrator.sprites.complexion import complexion_of
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.stock import (
    YOUNGER,
    stock_of,
    takes_mood,
)
from paintover.engines.illustrator.staging.bearing import BLANKETS
from paintover.engines.illustrator.staging.likeness import is_somebody


def on_the_body(editor: Editor) -> None:
    """Put on somebody what was told without saying on whom, or in a way that would hide their face."""
    _tucked_in(editor)
    _put_on(editor)
    _round_the_waist(editor)
    _bareheaded(editor)
    _in_their_own_gown(editor)
    _as_they_are_drawn(editor)
    _one_hat_each(editor)
    _felt_by_the_living(editor)
    _younger_ones(editor)
    _grows_on_somebody(editor)
    _under_a_visor(editor)
    _like_the_hair(editor)


def _round_the_waist(editor: Editor) -> None:
    """A new belt on what somebody wears is round them."""
    for belt in [one for one in editor.things.values() if one.kind == BELT and is_new(editor, one)]:
        rel = belt.rel
        ground = editor.things.get(rel.to) if rel is not None and rel.type == "on" else None
        if ground is not None and ground.rel is not None and ground.rel.type == "wear":
            ground = editor.things.get(ground.rel.to)
        if ground is not None and stock_of(ground).alive:
            set_relation(editor, belt, Relation(type="wear", to=ground.id, part=kinds()[BELT].wear))


def _bareheaded(editor: Editor) -> None:
    """Who gets another hat has it in place of the one in which they are drawn."""
    for hat in [one for one in editor.things.values() if is_new(editor, one)]:
        rel = hat.rel
        if rel is None or (rel.type, rel.part) != ("wear", "head") or kinds()[hat.kind].wear != "head":
            continue
        wearer = editor.things.get(rel.to)
        bare = kinds()[wearer.kind].bare if wearer is not None else None
        if wearer is not None and hat.kind == "crown" and "crown" in kinds()[wearer.kind].has:
            continue  # and none over the other
        if (
            wearer is not None
            and bare is not None
            and any(kinds()[one].wear == "head" for one in kinds()[wearer.kind].has)
        ):
            set_kind(editor, wearer, bare)


def _in_their_own_gown(editor: Editor) -> None:
    """A dress for who is drawn in a long one is that one, in its colour: another would leave its hem to be seen."""
    clothes = [one for one in editor.things.values() if is_new(editor, one)]
    for dress in [one for one in clothes if one.kind in _DRESSES or one.kind in _HIDDEN_BELOW]:
        rel = dress.rel
        wearer = editor.things.get(rel.to) if rel is not None and rel.type == "wear" else None
        if wearer is None or wearer.kind not in _IN_LONG_GOWNS or dress.says:
            continue
        if dress.kind in _HIDDEN_BELOW:
            editor.drop(dress.id)
            editor.keep_what_is_drawn(wearer, names(editor.said.language, "dress"))
            continue
        if dress.colour is not None or dress.pattern is not None:
            editor.change(
                wearer.id, colour=dress.colour or wearer.colour, pattern=dress.pattern, second=dress.second
            )
        editor.drop(dress.id)


_DRESSES = frozenset({"dress", "skirt", "wedding-dress"})
_HIDDEN_BELOW = frozenset({"trousers", "jeans", "shorts", "pants", "leggings"})
_IN_LONG_GOWNS = frozenset({"princess", "bare-princess", "bare-queen", "queen", "bride"})


def _tucked_in(editor: Editor) -> None:
    """A blanket over somebody lies on them, and neither hangs above nor hides the face."""
    for thing in [one for one in editor.things.values() if one.kind in BLANKETS and is_new(editor, one)]:
        rel = thing.rel
        under = (
            editor.things.get(rel.to) if rel is not None and rel.type in ("cover", "above", "on") else None
        )
        if under is not None and stock_of(under).alive:
            set_relation(editor, thing, Relation(type="cover", to=under.id, part="back"))


def _younger_ones(editor: Editor) -> None:
    """Of brothers and sisters in a new picture the younger ones are smaller."""
    there = [one for one in editor.things.values() if is_somebody(one.kind)]
    if not editor.new or not any(one.label in _ELDER for one in there):
        return
    for one in there:
        if one.label in YOUNGER and one.size is None:
            editor.things[one.id] = msgspec.structs.replace(one, size="small")


_ELDER = frozenset({"哥哥", "大哥哥", "姐姐", "大姐姐"})


def _grows_on_somebody(editor: Editor) -> None:
    """A new beard of which nobody says whose it is grows on the first who has none and is no woman."""
    for beard in [one for one in editor.things.values() if one.kind in BEARDS and one.rel is None]:
        bearded = {one.rel.to for one in editor.things.values() if one.kind in BEARDS and one.rel is not None}
        men = [
            one.id
            for one in editor.things.values()
            if is_somebody(one.kind) and WOMEN.search(one.kind) is None and one.id not in bearded
        ]
        if men and is_new(editor, beard):
            part = kinds()[beard.kind].wear
            set_relation(editor, beard, Relation(type="wear", to=men[0], part=part))


def _under_a_visor(editor: Editor) -> None:
    """What grows in the face of a knight is under the helmet, which stays."""
    for beard in [one for one in editor.things.values() if one.kind in BEARDS and is_new(editor, one)]:
        wearer = editor.things.get(beard.rel.to) if beard.rel is not None else None
        if wearer is not None and wearer.kind in _VISORED:
            editor.drop(beard.id)
            editor.keep_what_is_drawn(wearer, names(editor.said.language, "helmet"))


_VISORED = frozenset({"knight"})


def _like_the_hair(editor: Editor) -> None:
    """A beard of which nobody says what colour it is has that of the hair; an old man's is white."""
    for beard in [
        one for one in editor.things.values() if one.kind in BEARDS and editor.base.thing(one.id) is None
    ]:
        rel = beard.rel
        wearer = editor.things.get(rel.to) if rel is not None else None
        if wearer is None or beard.colour is not None or not is_somebody(wearer.kind):
            continue
        looks = None if editor.new else complexion_of(wearer)  # the lot of a new one is drawn later
        hair = wearer.hair or ("white" if wearer.kind in AGED else looks.hair if looks is not None else None)
        if hair is not None and paint_of(hair) is not None:
            editor.things[beard.id] = msgspec.structs.replace(beard, colour=hair)


def _felt_by_the_living(editor: Editor) -> None:
    """What is told behind a thing of somebody's face is theirs: a girl at a computer, who looks tired."""
    for thing in [one for one in editor.things.values() if one.mood is not None and is_new(editor, one)]:
        living = [one for one in editor.things.values() if stock_of(one).alive and one.mood is None]
        if stock_of(thing).alive or takes_mood(thing) or not living:
            continue
        editor.things[thing.id] = msgspec.structs.replace(thing, mood=None)
        editor.things[living[-1].id] = msgspec.structs.replace(living[-1], mood=thing.mood)


def _put_on(editor: Editor) -> None:
    """What is made to be worn, and is told to be nowhere, is put on: on whom the talk is about, or the only one there."""
    if editor.new:
        return
    people = [one for one in editor.things.values() if is_somebody(one.kind)]
    about = [one for one in people if one.id == editor.base.focus] or (people if len(people) == 1 else [])
    for thing in [
        one
        for one in editor.things.values()
        if is_new(editor, one) and one.rel is None and not one.where and one.pose != "hung"
    ]:
        part = kinds()[thing.kind].wear
        if about and part is not None and (part not in ("hand", "back", "arm") or thing.kind == "gloves"):
            set_relation(editor, thing, Relation(type="wear", to=about[0].id, part=part))


def _as_they_are_drawn(editor: Editor) -> None:
    """Nobody who is drawn with a hat that cannot go gets another on top of it; a helmet and a crown go over it, and any hat over a crown."""
    for hat in [
        one
        for one in editor.things.values()
        if is_new(editor, one) and one.kind not in _OVER_HATS and one.kind not in HAIR
    ]:
        wearer = editor.things.get(hat.rel.to) if hat.rel is not None and hat.rel.part == "head" else None
        if wearer is None or hat.rel is None or hat.rel.type != "wear" or (editor.new and not _is_any(hat)):
            continue
        was = editor.base.thing(hat.id)
        if was is not None and was.kind == hat.kind:
            continue  # which it wears already
        own = next(
            (one for one in stock_of(wearer).has if kinds()[one].wear == "head" and one != "crown"), None
        )
        if own is not None:
            editor.drop(hat.id)
            if not editor.new:
                editor.keep_what_is_drawn(wearer, names(editor.said.language, own))


def _is_any(hat: Thing) -> bool:
    """Whether no more is said of it than that it is a hat: that of "a wizard with a hat" is drawn with him."""
    return hat.label.lower() in ("hat", "帽子") and (hat.colour, hat.pattern, hat.size) == (None, None, None)


_ON_TOP = frozenset({"cat-ears", "bunny-ears", "antlers", "devil-horns", "tiara"})
"""What leaves no room for a hat, though it is none."""
_OVER_HATS = frozenset({"helmet", "crown", "tiara"})


def _one_hat_each(editor: Editor) -> None:
    """Another hat takes the place of the one that somebody has on."""
    if editor.new:
        return
    names_of_hats = {*also_called("hat", "cap", "helmet", "crown"), *_ON_TOP}
    hats = [one for one in editor.things.values() if one.kind in names_of_hats]
    for hat in [one for one in hats if is_new(editor, one)]:
        for old in hats:
            worn = hat.rel is not None and hat.rel.type == "wear" and hat.rel == old.rel
            if not worn or is_new(editor, old):
                continue
            if hat.kind == old.kind and hat.colour is not None and hat.label == old.label:
                editor.change(old.id, colour=hat.colour, pattern=hat.pattern, second=hat.second)
                editor.drop(hat.id)
            else:
                editor.drop(old.id)
