"""Edits turned round, in eleven languages: what is taken away, put in another's place, changed round, handed over, or put
somewhere among others.

A picture is one of a few scenes said in English, with everybody in it found by kind; an edit is a sentence of `turned.toml`
with the things' names put in, and what must come of it is known from the operation. A result is **right**, **named**,
**silent**, **refused**, **changed** (somebody who was not named is otherwise, to the bit, or the named one is not as large
as it was) or **untrue**.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import bearer_of, scene_size
from tests.engines.illustrator.steady import body_at, covered, frame, hung_on, middle, visible

_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("turned.toml").read_text(encoding="utf-8"))
WORDS: dict[str, dict[str, list[str]]] = _DATA["words"]
LANGUAGES = tuple(WORDS)
OPS: dict[str, dict[str, list[str]]] = {
    name: said for name, said in _DATA.items() if name not in ("words", "of")
}
OF: dict[str, dict[str, str]] = _DATA["of"]
"""The genitives, by language and kind, where they are a word of their own."""
SMALL = ("apple", "cup", "teapot")
HELD = ("balloon", "umbrella", "lantern", "apple", "cup", "ball")
ANIMALS = ("dog", "cat", "rabbit")
PEOPLE = ("boy", "girl")
_DATIVES = {
    "it": (("il ", "al "), ("la ", "alla "), ("l'", "all'")),
    "es": (("el ", "al "), ("la ", "a la ")),
}


Shows = Callable[[Scene, Scene], bool]


@dataclass(frozen=True, slots=True)
class Turn:
    """An edit, whose it is, and whether a later scene shows it."""

    op: str
    prompt: str
    shows: Callable[[Scene, Scene], bool]
    named: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    adds: str = ""
    keeps_size: float | None = 0.03
    """By how much of its size the named may be otherwise; None for any."""
    stays: bool = True
    """Whether the named stay where they are as well."""
    ground: str = ""
    """Whom something is put beside, who may make room where there is none."""


@dataclass(frozen=True, slots=True)
class Result:
    verdict: str
    op: str
    wish: str
    prompt: str
    detail: str


def forms(kind: str, lang: str) -> dict[str, str]:
    """The thing as a verb takes it, one more of it, as a subject, and whom it is given to."""
    taken, more, *rest = WORDS[lang][kind]
    subject = rest[0] if rest else taken
    to = rest[1] if len(rest) > 1 else taken
    for article, dative in _DATIVES.get(lang, ()):
        if subject.startswith(article):
            to = dative + subject.removeprefix(article)
            break
    return {"taken": taken, "more": more, "subject": subject, "to": to, "of": OF.get(lang, {}).get(kind, to)}


class Turner:
    """Says scenes and edits by lot."""

    def __init__(self, rng: random.Random, lang: str) -> None:
        self.rng, self.lang = rng, lang

    def wish(self) -> tuple[str, tuple[str, ...]]:
        """A picture, and the kinds that stand in it once each."""
        rng = self.rng
        who, other = rng.sample(PEOPLE, 2)
        animals = rng.sample(ANIMALS, 3)
        held = rng.choice(self._held())
        return rng.choice(
            (
                (f"a {who} holding {_a(held)} and a {animals[0]}", (who, held, animals[0])),
                (f"a {who} wearing a hat and holding {_a(held)}", (who, held, "hat")),
                (f"a {who} holding {_a(held)} and a {other}", (who, held, other)),
                (f"a {animals[0]}, a {animals[1]} and a {animals[2]}", tuple(animals)),
                ("a cup, an apple and a teapot on a table", SMALL),
                (
                    f"a {who}, a {other}, a {animals[0]}, a {animals[1]} and a tree",
                    (who, other, animals[0], animals[1], "tree"),
                ),
                (f"a {who} holding {_a(held)} in front of a tree", (who, held, "tree")),
                (
                    f"a {who}, a {animals[0]} and a {animals[1]} in a room",
                    (who, animals[0], animals[1]),
                ),
            )
        )

    def _held(self) -> list[str]:
        """What may be held, as far as the language has a word for it."""
        return [kind for kind in HELD if kind in WORDS[self.lang]]

    def say(self, op: str, *, alone: bool = True, **kinds: str) -> str | None:
        """The sentence; None where the language has none for it."""
        said = OPS[op].get(self.lang, [])
        if not alone:  # "they" are all that are there
            said = [one for one in said if not one.startswith(("他们", "它们"))]
        if not said:
            return None
        x, y, z, h = (forms(kinds[one], self.lang) if one in kinds else {} for one in "xyzh")
        words = {
            "x": x.get("taken"), "s": x.get("subject"), "d": x.get("to") if self.lang == "de" else x.get("taken"),
            "g": x.get("of"), "y": y.get("more" if op not in ("swap", "give") else "taken"), "t": y.get("subject"),
            "d2": y.get("to"), "a2": y.get("to"), "z": z.get("taken"), "u": z.get("subject"), "e": z.get("to"),
            "w": z.get("of"), "h": h.get("subject"), "h2": h.get("to"),
            "its": "her" if kinds.get("h") == "girl" else "his",
        }  # fmt: skip
        told = self.rng.choice(said).format(**{name: word or "" for name, word in words.items()})
        for apart, joined in _JOINED.get(self.lang, ()):
            told = told.replace(apart, joined)
        return _PARTICLES.sub(_with_its_particle, told) if self.lang == "ko" else told

    def turns(self, kinds: tuple[str, ...], scene: Scene) -> Iterator[Turn]:
        """One edit of every kind that the picture allows."""
        rng = self.rng
        found = {kind: [one for one in scene.objects if one.kind == kind] for kind in kinds}
        if any(len(some) != 1 for some in found.values()):
            return
        things = {kind: some[0] for kind, some in found.items()}
        standing = [kind for kind in kinds if bearer_of(scene, things[kind]) is None]
        laid = [kind for kind in kinds if (rel := things[kind].rel) is not None and rel.type == "on"]
        holder = next(
            (one for one in kinds if any(_held_by(other, things[one]) for other in things.values())), None
        )
        held = next((one for one in kinds if holder and _held_by(things[one], things[holder])), None)
        one = rng.choice(kinds)
        key = frozenset({things[one].id})
        yield from self._said("remove", _gone(things[one].id), x=one, gone=key)
        animals = [kind for kind in kinds if kind in ANIMALS]
        if animals:
            one = rng.choice(animals)
            new = rng.choice([kind for kind in ANIMALS if kind not in kinds] or ["ball"])
            yield from self._said(
                "replace", _instead(things[one].id, new), x=one, y=new,
                named=frozenset({things[one].id}), gone=frozenset({things[one].id}), adds=new, keeps_size=None, stays=False,
            )  # fmt: skip
        pool = [kind for kind in (standing or laid) if kind != "tree"]
        if len(pool) > 1:
            one, other = rng.sample(pool, 2)
            pair = frozenset({things[one].id, things[other].id})
            yield from self._said(
                "swap", _swapped(things[one].id, things[other].id), x=one, y=other, named=pair, stays=False
            )
            new = rng.choice([kind for kind in ("ball", "rabbit", "dog", "cat") if kind not in kinds])
            if standing:
                yield from self._said(
                    "between",
                    _between(new, things[one].id, things[other].id),
                    x=one,
                    z=other,
                    y=new,
                    adds=new,
                    alone=len(standing) == 2,
                )
                yield from self._said(
                    "left", _left(new, things[other].id), x=other, y=new, adds=new, ground=things[other].id
                )
            yield from self._said(
                "stand", _stands_left(things[one].id, things[other].id), x=one, z=other,
                named=frozenset({things[one].id}), stays=False, ground=things[other].id,
            )  # fmt: skip
        yield from self._where(kinds, things, standing)
        if held and holder:
            thing, who = things[held].id, things[holder].id
            others = [kind for kind in kinds if kind in PEOPLE and kind != holder]
            if others:
                to = things[others[0]].id
                both = frozenset({thing, who, to})
                yield from self._said(
                    "give", _held(thing, to), x=held, y=others[0], named=both, keeps_size=0.25, stays=False
                )
            side = frozenset({thing, who})
            yield from self._said(
                "otherhand", _other_side(thing, who), x=held, h=holder, named=side, stays=False
            )
            new = rng.choice([kind for kind in self._held() if kind not in kinds])
            yield from self._said(
                "freehand", _free_hand(new, thing, who), y=new, h=holder, adds=new, named=frozenset({who})
            )
        one = rng.choice(standing or laid)
        yield from self._said(
            "smaller", _smaller(things[one].id), x=one, named=frozenset({things[one].id}), keeps_size=None, stays=False
        )  # fmt: skip

    def _where(
        self, kinds: tuple[str, ...], things: dict[str, Thing], standing: Sequence[str]
    ) -> Iterator[Turn]:
        """One more somewhere among those who stand, and one of them moved."""
        if not standing or any(
            rel is not None for rel in (one.rel for one in things.values() if one.kind in SMALL)
        ):
            return
        rng = self.rng
        at = rng.choice(standing)
        new = rng.choice([kind for kind in ("ball", "rabbit", "dog", "cat", "tree") if kind not in kinds])
        key = things[at].id
        wheres: tuple[tuple[str, Shows], ...] = (
            ("right", _right(new, key)),
            ("beside", _beside(new, key)),
            ("behind", _behind(new, key)),
            ("front", _front(new, key)),
        )
        for op, shows in wheres:
            yield from self._said(op, shows, x=at, y=new, adds=new, ground=key if op == "right" else "")
        one = rng.choice([kind for kind in standing if kind != "tree"] or standing)
        for op, sense in (("shift", -1), ("shiftright", 1)):
            yield from self._said(
                op, _shifted(things[one].id, sense), x=one, named=frozenset({things[one].id}), stays=False
            )

    def _said(
        self,
        op: str,
        shows: Callable[[Scene, Scene], bool],
        *,
        named: frozenset[str] = frozenset(),
        gone: frozenset[str] = frozenset(),
        adds: str = "",
        keeps_size: float | None = 0.03,
        stays: bool = True,
        ground: str = "",
        alone: bool = True,
        **kinds: str,
    ) -> Iterator[Turn]:
        prompt = self.say(op, alone=alone, **kinds)
        if prompt is not None:
            yield Turn(op, prompt, shows, named, gone, adds, keeps_size, stays, ground)


_JOINED = {
    "es": (("de el ", "del "), (" a el ", " al ")),
    "fr": (("de le ", "du "), ("à le ", "au ")),
    "pt": (("de o ", "do "), ("de a ", "da ")),
    "it": (("di il ", "del "), ("di la ", "della "), ("di l'", "dell'")),
}
"""Prepositions that are written together with their article."""
_PARTICLES = re.compile(r"(?<=([가-힣]))(를|가|와|는)(?= |의)")
_AFTER_A_CONSONANT = {"를": "을", "가": "이", "와": "과", "는": "은"}


def _with_its_particle(match: re.Match[str]) -> str:
    """A Korean particle as the syllable before it asks for."""
    closed = (ord(match[1]) - ord("가")) % 28
    return _AFTER_A_CONSONANT[match[2]] if closed else match[2]


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _held_by(one: Thing, other: Thing) -> bool:
    return one.rel is not None and (one.rel.type, one.rel.to, one.rel.part) == ("hold", other.id, "hand")


# What must be so


def _middles(scene: Scene, *keys: str) -> list[float]:
    return [middle(scene.layout[key]) for key in keys]


def _new(before: Scene, after: Scene, kind: str) -> list[Thing]:
    return [one for one in after.objects if one.kind.endswith(kind) and before.thing(one.id) is None]


def _gone(key: str) -> Shows:
    return lambda a, b: b.thing(key) is None


def _instead(key: str, kind: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        was = after.thing(key)
        return any(one.kind.endswith(kind) for one in after.objects) and (
            was is None or was.kind.endswith(kind)
        )

    return shows


def _swapped(one: str, other: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        if after.thing(one) is None or after.thing(other) is None:
            return False
        was, now = _middles(before, one, other), _middles(after, one, other)
        return (was[0] - was[1]) * (now[0] - now[1]) < 0

    return shows


def _between(kind: str, one: str, other: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        new = _new(before, after, kind)
        low, high = sorted(_middles(after, one, other))
        return len(new) == 1 and low < middle(after.layout[new[0].id]) < high

    return shows


def _left(kind: str, of: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        new = _new(before, after, kind)
        return len(new) == 1 and middle(after.layout[new[0].id]) < _middles(after, of)[0] - 10

    return shows


def _right(kind: str, of: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        new = _new(before, after, kind)
        return len(new) == 1 and middle(after.layout[new[0].id]) > _middles(after, of)[0] + 10

    return shows


def _seen(before: Scene, after: Scene, one: Thing, but: str) -> bool:
    """Whether a newcomer hides no face and no half of anybody, and is itself seen."""
    for other in before.objects:
        share = covered(after, other).get(one.id, 0.0) - (0.25 if other.id == but else 0.0)
        if share > (0.35 if stock_of(other).alive else 0.6) and bearer_of(before, other) is None:
            return False
    return visible(after, one.id) > (0.2 if but else 0.4)


def _near(after: Scene, one: Thing, of: str) -> bool:
    """Whether nobody stands between the two, and no more than one breadth of air."""
    mine, its = after.layout[one.id].box, after.layout[of].box
    gap = max(mine[0], its[0]) - min(mine[2], its[2])
    return gap < max(mine[2] - mine[0], its[2] - its[0], 150)


def _beside(kind: str, of: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        new = _new(before, after, kind)
        return len(new) == 1 and _near(after, new[0], of) and _seen(before, after, new[0], "")

    return shows


def _behind(kind: str, of: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        new = _new(before, after, kind)
        if len(new) != 1:
            return False
        mine, its = after.layout[new[0].id], after.layout[of]
        return (
            mine.base + mine.lift < its.base + its.lift
            and _near(after, new[0], of)
            and _seen(before, after, new[0], of)
        )

    return shows


def _front(kind: str, of: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        new = _new(before, after, kind)
        if len(new) != 1:
            return False
        mine, its = after.layout[new[0].id], after.layout[of]
        overlaps = min(mine.box[2], its.box[2]) - max(mine.box[0], its.box[0]) > -20
        return mine.base + mine.lift >= its.base + its.lift and overlaps and _seen(before, after, new[0], of)

    return shows


def _shifted(key: str, sense: int) -> Shows:
    """It has gone that way as far as there is room, and hides nobody whom it did not hide."""

    def shows(before: Scene, after: Scene) -> bool:
        was, now = before.layout[key], after.layout[key]
        wall = was.box[0] < 60 if sense < 0 else was.box[2] > scene_size(before)[0] - 60
        hides = any(
            covered(after, other).get(key, 0.0) > max(0.3, covered(before, other).get(key, 0.0) + 0.1)
            for other in before.objects
            if bearer_of(before, other) is None and stock_of(other).alive
        )
        return (wall or sense * (now.x - was.x) > 40) and not hides

    return shows


def _stands_left(one: str, other: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        if after.thing(one) is None or after.thing(other) is None:
            return False
        mine, its = _middles(after, one, other)
        return mine < its - 10

    return shows


def _held(key: str, by: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        one, other = after.thing(key), after.thing(by)
        return one is not None and other is not None and _held_by(one, other)

    return shows


def _side(scene: Scene, key: str, of: str) -> bool:
    """On which side of somebody something is."""
    one, other = _middles(scene, key, of)
    return one > other


def _other_side(key: str, who: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        one, other = after.thing(key), after.thing(who)
        if one is None or other is None or not _held_by(one, other):
            return False
        return _side(before, key, who) != _side(after, key, who)

    return shows


def _free_hand(kind: str, key: str, who: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        new, other = _new(before, after, kind), after.thing(who)
        if len(new) != 1 or other is None or after.thing(key) is None or not _held_by(new[0], other):
            return False
        return _side(after, new[0].id, who) != _side(after, key, who)

    return shows


def _smaller(key: str) -> Shows:
    return lambda a, b: b.thing(key) is not None and b.layout[key].scale < 0.97 * a.layout[key].scale


def otherwise(turn: Turn, before: Scene, after: Scene) -> str | None:
    """What is otherwise that should not be."""
    free = hung_on(before, turn.named | turn.gone) | hung_on(after, turn.named)
    new = [one.kind for one in after.objects if before.thing(one.id) is None]
    if len(new) > bool(turn.adds):
        return f"came: {new}"
    ids = [one.id for one in after.objects if before.thing(one.id) is not None]
    if ids != [one.id for one in before.objects if after.thing(one.id) is not None]:
        return "in another order"
    for thing in before.objects:
        now = after.thing(thing.id)
        if now is None:
            if thing.id not in hung_on(before, turn.gone):
                return f"{thing.kind} is gone"
            continue
        was, there = before.layout[thing.id], after.layout[thing.id]
        if thing.id in free:
            if turn.keeps_size is not None and abs(there.scale / was.scale - 1) > turn.keeps_size:
                return f"{thing.kind} scale {was.scale} -> {there.scale}"
            stays = (was.x, was.base) == (there.x, there.base) or body_at(thing, was) == body_at(now, there)
            if thing.id in turn.named and turn.stays and not stays:
                return f"{thing.kind} moved {frame(was)} -> {frame(there)}"
            continue
        host = bearer_of(before, thing)
        if host is not None and (on := after.thing(host.id)) is not None and on.pose != host.pose:
            continue  # a hat goes where the head goes
        moved_along = hung_on(before, frozenset({turn.ground}))
        if thing.id in moved_along and _no_room(before, after, turn) and was.scale == there.scale:
            continue
        if frame(was) != frame(there):
            return f"{thing.kind} {frame(was)} -> {frame(there)}"
        let_go = any(bearer_of(before, one) == thing for one in before.objects if one.id in free)
        looks = (thing.kind, thing.colour, thing.size, thing.mood, thing.look)
        if looks != (now.kind, now.colour, now.size, now.mood, now.look) or (
            thing.pose != now.pose and not let_go
        ):
            return f"{thing} -> {now}"
    return None


def _no_room(before: Scene, after: Scene, turn: Turn) -> bool:
    """Whether there is no room for who is to stand beside another who stands at the edge, who then may make way."""
    new = next((one.id for one in after.objects if before.thing(one.id) is None), None)
    one = after.layout[next(iter(turn.named), new or turn.ground)].box
    ground = before.layout[turn.ground].box
    room = scene_size(before)[0] - ground[2] if turn.op == "right" else ground[0]
    return room < (one[2] - one[0]) * (0.85 if turn.adds else 0.5)


def results(seed: str, lang: str) -> Iterator[Result]:
    """One random picture, and an edit of every kind of it."""
    turner = Turner(random.Random(seed), lang)
    wish, kinds = turner.wish()
    before = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    for turn in turner.turns(kinds, before):
        if turn.shows(before, before):
            continue
        try:
            composed = edit_scene(
                turn.prompt, [before], ratio="1:1", seed=4, language="zh" if lang == "zh" else "en"
            )
        except NotDrawable as why:
            yield Result("refused", turn.op, wish, turn.prompt, why.message)
            continue
        after = arrange(composed.scene, former=composed.former)
        told = " ".join(composed.notes)
        if not turn.shows(before, after):
            yield Result("named" if told else "silent", turn.op, wish, turn.prompt, told)
        elif (other := otherwise(turn, before, after)) is not None:
            yield Result("changed", turn.op, wish, turn.prompt, other)
        else:
            yield Result("untrue" if told else "right", turn.op, wish, turn.prompt, told)
