"""What an edit asks and the picture does not show after it, told in one line each: what is as large as it can be, has no room
to go farther, keeps its pose or its colour; and a clause without which the picture would be the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.colour import colours_in, to_lab
from paintover.engines.illustrator.editing.editor import Composed, Editor
from paintover.engines.illustrator.grammar.stances import TOGETHER
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.grammar.utterance import Operation
from paintover.engines.illustrator.retelling.called import part_of_a_drawing
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.beards import BEARDS
from paintover.engines.illustrator.sprites.moods import MOODS
from paintover.engines.illustrator.sprites.stock import at_ease, figure_of, stock_of
from paintover.engines.illustrator.sprites.tailor import GARMENTS, is_garment
from paintover.engines.illustrator.staging.bearing import is_borne


def unmet(editor: Editor, scene: Scene) -> tuple[str, ...]:
    """What the operations of an edit asked and the scene does not show, in the user's language."""
    said = dict.fromkeys(_as_cut(editor, scene))
    for operation, keys in editor.asked:
        for key in keys:
            before, now = editor.base.thing(key), scene.thing(key)
            if before is not None and now is not None:
                said |= dict.fromkeys(_unmet(editor, operation, before, now))
    if apart := _not_together(editor, scene):
        said[notes.pose_not_drawn(apart, editor.language)] = None
    said |= dict.fromkeys(
        notes.at_limit(editor.things[key].label, how, editor.language)
        for key, how in editor.out_of_shape.items()
    )
    if embraced := [editor.things[key].label for key in sorted(editor.arms_full) if key in editor.things]:
        said[notes.pose_not_drawn(list(dict.fromkeys(embraced)), editor.language)] = None
    if untaken := _untaken(editor, scene):
        said[notes.left_out(untaken, editor.language)] = None
    said |= dict.fromkeys(notes.not_aside(side, editor.language) for side in editor.not_aside.values())
    return tuple(said)


def _untaken(editor: Editor, scene: Scene) -> list[str]:
    """The things that an English wish names, and of which nobody read what is to be done with them."""
    said = editor.said
    if said.language != "en":
        return []
    taken = {at for one in said.operations for at in (one.target, one.other) if at is not None}
    taken |= {at for one in said.links for at in (one.figure, one.ground, one.also) if at is not None}
    there = {one.kind for one in scene.objects}
    return [
        one.label
        for at, one in enumerate(said.mentions)
        if at not in taken
        and one.kind is not None
        and one.kind not in there
        and not (one.pronoun or one.definite)
    ]


def _as_cut(editor: Editor, scene: Scene) -> Iterator[str]:
    """Of clothes that were to be larger or smaller, that they are as large as who wears them."""
    for now in scene.objects:
        before, wearer = editor.base.thing(now.id), scene.thing(now.rel.to) if now.rel is not None else None
        if before is None or wearer is None or not _is_made_to_fit(now):
            continue
        if (before.size, before.girth) != (now.size, now.girth):
            yield notes.made_to_fit(now.label, wearer.label, editor.language)


def as_cut(scene: Scene, base: Scene) -> Scene:
    """The scene with all clothes in the size that they had, which is that of who wears them."""
    kept: dict[str, Thing] = {}
    for one in scene.objects:
        was = base.thing(one.id)
        if was is not None and (was.size, was.girth) != (one.size, one.girth) and _is_made_to_fit(one):
            kept[one.id] = msgspec.structs.replace(one, size=was.size, girth=was.girth)
    placed = {key: base.layout[key] for key in kept if key in base.layout}
    return msgspec.structs.replace(
        scene,
        objects=tuple(kept.get(one.id, one) for one in scene.objects),
        layout={**scene.layout, **placed},
    )


def _not_together(editor: Editor, scene: Scene) -> list[str]:
    """Who was to be hand in hand, or in each other's arms, and is as before: two who sit."""
    apart: dict[str, None] = {}
    for index, keys in editor.bound.items():
        told = editor.said.mentions[index].pose if 0 <= index < len(editor.said.mentions) else None
        if told not in TOGETHER:
            continue
        for key in keys:
            before, now = editor.base.thing(key), scene.thing(key)
            same = before is not None and now is not None and (now.pose, now.rel) == (before.pose, before.rel)
            if same and now is not None and now.pose == "sit" and now.id not in editor.arms_full:
                apart[now.label] = None
    return list(apart)


def _unmet(editor: Editor, operation: Operation, before: Thing, now: Thing) -> Iterator[str]:
    value, language = operation.value or "", editor.language
    if operation.action == "resize" and now.id in editor.at_limit:
        yield notes.at_limit(now.label, value, language)
    elif operation.action == "resize" and now.id in editor.short_of:
        yield notes.so_many_times(now.label, editor.short_of[now.id], language)
    elif operation.action == "shift" and value in ("left", "right", "top", "bottom"):
        placed = editor.base.layout.get(now.id)
        after = editor.layout.get(now.id)
        if (
            placed is not None
            and now.rel == before.rel
            and after is not None
            and (after == placed if is_borne(now) else _is_as_it_was(placed, after))
        ):
            yield notes.no_room(now.label, value, language)
    elif operation.action == "flip":
        placed = editor.base.layout.get(now.id)
        if editor.layout.get(now.id) == placed and len(figure_of(now).anchors.eyes) > 1:
            yield notes.seen_from_the_side(language)
    elif operation.action == "recolour" and now.kind not in GARMENTS and now.colour is not None:
        plain = msgspec.structs.replace(now, colour=None)
        if before.colour != now.colour and figure_of(plain).body == figure_of(now).body:
            yield notes.colour_not_drawn(now.label, language)
        elif before.colour != now.colour and looks_alike(before, now):
            yield notes.already_so(language)
    elif (
        operation.action == "repose"
        and value not in (*MOODS, "stand", now.pose)
        and (now.pose, now.rel) == (before.pose, before.rel)
    ):
        yield notes.pose_not_drawn([now.label], language)


_UNSEEN = 20.0
"""A move by fewer pixels of the scene's nominal size is none."""


def _is_as_it_was(placed: Placement, after: Placement) -> bool:
    return math.hypot(after.x - placed.x, after.base - placed.base) < _UNSEEN


def _is_made_to_fit(one: Thing) -> bool:
    """Whether it is drawn on the body of who wears it, whose size is its own: a coat, a scarf, braids."""
    return is_garment(one) and one.kind not in BEARDS


_CLAUSES = re.compile(
    r"[，,；;。.!！?？\n]+|\s+(?:and|then)\s+|然后|并且|(?<=[\u4e00-\u9fff])再(?=[把让给加换])",
    re.IGNORECASE,
)
_ORDERS = frozenset(
    {"add", "draw", "put", "remove", "replace", "make", "move", "larger", "smaller", "flip", "rotate", "wear", "hold", "exchange"}
)  # fmt: skip
_SHOULD = re.compile(r"\b(?:should|must|needs?|gets?|has to)\b|应该|要|得", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|no|n't|keep|same|rest|else|too)\b|n't\b|不|别|保持|其他|其余|太", re.IGNORECASE)
"""What says what is to stay as it is, or why something is to be done."""
_FORBIDS = re.compile(
    r"(?:别|不要|不用|甭)(?:让[^，。]{0,4})?(?:太|那么|这么|放|站|坐|摆)|(?:but )?not too\b|(?:but )?(?:don['’]t|do not) (?:put|make|place|let) (?:it|them|him|her) ",
    re.IGNORECASE,
)
"""What says how it is not to be done, which counts where it changes something."""
_MOST_CLAUSES = 4
_MOST_SAID = 40


def idle_clauses(
    prompt: str, composed: Composed, before: Sequence[Scene], told: str, again: Callable[[str], Composed]
) -> tuple[str, ...]:
    """The clauses of an edit that order something and without which the picture would be the same."""
    cuts = [match.span() for match in _CLAUSES.finditer(prompt)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(prompt)]
    clauses = [(start, end) for start, end in zip(starts, ends, strict=True) if prompt[start:end].strip()]
    if not before or not 1 < len(clauses) <= _MOST_CLAUSES or re.search(r"[\"“”「」『』]", prompt):
        return ()
    found = []
    for number, (start, end) in enumerate(clauses):
        clause = prompt[start:end].strip()
        rest = prompt[: clauses[number - 1][1]] + prompt[end:] if number else prompt[clauses[1][0] :]
        if not _orders_something(clause, rest, told) or _has_come(clause, composed, before):
            continue
        if _has_gone(clause, composed, before):
            continue
        if part_of_a_drawing(clause, composed.scene) is not None:  # of which it was told
            continue
        try:
            other = again(rest)
        except NotDrawable:
            continue
        said_so = any(word in clause for word in composed.left_out)
        if not said_so and looks_same(other.scene, composed.scene) and other.former == composed.former:
            found.append(clause[:_MOST_SAID])
    return tuple(found)


def _has_come(clause: str, composed: Composed, before: Sequence[Scene]) -> bool:
    """Whether all that a clause names has come, though another clause would have brought it, too: "add a ball and let him kick the
    ball"."""
    stood = {one.id for scene in before for one in scene.objects}
    came = {one.kind for one in composed.scene.objects if one.id not in stood}
    tokens = tokenise(clause)
    named = {kind for token in tokens if (kind := token.get("kinds")) is not None}
    looks = any(
        token.get(role) for token in tokens for role in ("colours", "sizes", "patterns", "poses", "moods")
    )
    return bool(named) and named <= came and not looks


def _has_gone(clause: str, composed: Composed, before: Sequence[Scene]) -> bool:
    """Whether all that a clause takes away is gone, though it would have been gone anyway: the rod of who drinks tea instead."""
    tokens = tokenise(clause)
    if not any(token.get("verbs") == "remove" for token in tokens):
        return False
    named = {kind for token in tokens if (kind := token.get("kinds")) is not None}
    gone = {one.kind for scene in before for one in scene.objects} - {
        one.kind for one in composed.scene.objects
    }
    return bool(named) and named <= gone


def looks_same(after: Scene, before: Scene) -> bool:
    """Whether two scenes are one picture, whatever the talk is about."""
    stood = {one.id: one for one in before.objects}
    shown = tuple(_in_the_colour_of(stood.get(one.id), one) for one in after.objects)
    return _as_seen(msgspec.structs.replace(after, objects=shown)) == _as_seen(before)


def _in_the_colour_of(was: Thing | None, one: Thing) -> Thing:
    """A thing as it was where all that is new of it is a colour that nobody can tell from its own: a white bowl in white."""
    if was is None or one.colour == was.colour:
        return one
    like = msgspec.structs.replace(one, colour=was.colour, was=was.was)
    return like if like == was and looks_alike(like, one) else one


def looks_alike(one: Thing, other: Thing) -> bool:
    """Whether the drawings of two things are the same but for shades that are hardly told apart."""
    if stock_of(one).alive:
        return False  # by its colour it is spoken of
    first, second = (colours_in(figure_of(each).body) for each in (one, other))
    if len(first) != len(second):
        return False
    return all(math.dist(to_lab(a), to_lab(b)) < _HARDLY for a, b in zip(first, second, strict=True))


_HARDLY = 0.035
"""How far apart two paints are that are hardly told apart, in OKLab."""


def _as_seen(scene: Scene) -> Scene:
    """The scene with what a look adds to it, and without what only the talk needs."""
    fitted = {one.id for one in scene.objects if _is_made_to_fit(one)}
    shown = tuple(at_ease(thing) for thing in scene.objects)
    layout = {key: placed for key, placed in scene.layout.items() if key not in fitted}
    return msgspec.structs.replace(scene, objects=shown, layout=layout, focus=None, ids_given=0)


def _orders_something(clause: str, rest: str, told: str) -> bool:
    """Whether it is an order of its own, about a thing, that the rest does not give and nobody has answered."""
    if _FORBIDS.match(clause):
        return True
    tokens = [token for token in tokenise(clause) if token.readings]
    orders = any(token.get("verbs") in _ORDERS or token.get("sizes") for token in tokens)
    if any(token.get("weathers") for token in tokens) and not any(token.get("kinds") for token in tokens):
        return False  # "stop the rain and make it sunny" asks for one thing twice
    ordering = orders or _SHOULD.search(clause)
    things = [token for token in tokens if token.get("kinds") or token.get("it")]
    if not ordering or not things or _NOT.search(clause):
        return False
    content = [token.text for token in tokens if _tells(token)]
    answered = any(word in told for word in content)
    return bool(content) and not answered and not all(word in rest for word in content)


def _tells(token: Token) -> bool:
    return any(
        token.get(role) for role in ("kinds", "verbs", "colours", "sizes", "poses", "moods", "patterns")
    )
