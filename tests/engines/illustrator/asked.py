"""Random pictures and every kind of edit that people ask of them, with what must come of each.

A picture is made of what `asked.toml` names: somebody in a garment who holds something, an animal, a table with things on
it, several of a kind, a poster with its title. For each operation the words are drawn by lot, and the effect is known from
the construction: `Asked.shows` says whether the later scene has it, `Asked.free` which things may change for it. A result
is **right**, **named** (not there, and the answer says so), **silent** (not there, and nobody says so), **refused** (a plain
edit that is not done at all), **changed** (something that was not named is otherwise), or **untrue** (there, and the answer
says it is not).
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.stock import takes_mood, takes_pose
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import bearer_of
from tests.engines.illustrator.steady import frame, hung_on

_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("asked.toml").read_text(encoding="utf-8"))
THINGS: dict[str, list[str]] = _DATA["things"]
COLOURS: dict[str, list[str]] = _DATA["colours"]
OPS: dict[str, list[list[str]]] = _DATA["ops"]
PEOPLE = ("man", "woman", "boy", "girl", "chef", "farmer")
ANIMALS = ("cat", "dog", "rabbit", "horse", "penguin")
SMALL = ("apple", "cup", "vase", "candle", "teapot", "book")
HELD = ("book", "balloon", "umbrella", "guitar", "apple")
WORN = ("hat", "scarf", "crown")
GARMENTS = ("shirt", "sweater", "dress", "trousers")
SEATS = ("bench", "chair", "couch")
FEMALE = frozenset({"woman", "girl"})
NUMBERS = {2: ("two", "两个"), 3: ("three", "三个"), 4: ("four", "四个"), 5: ("five", "五个")}
PLACES_IN_ORDER = {0: ("left", "左边的"), 1: ("middle", "中间的"), 2: ("right", "右边的")}
ORDINALS = {0: ("first", "第一个"), 1: ("second", "第二个"), 2: ("last", "最后一个")}
TEXTS = {
    "en": ("Open daily", "Free entry", "May 5 at noon", "See you there"),
    "zh": ("全场八折", "周末营业", "五月五日开幕", "欢迎光临"),
}

Shows = Callable[[Scene, Scene], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """An edit in words, whether a later scene shows it, and what may change for it."""

    op: str
    prompt: str
    shows: Shows
    free: frozenset[str] = frozenset()
    new: tuple[str, ...] = ()
    """Kinds that come in."""
    gone: frozenset[str] = frozenset()
    setting: tuple[str, ...] = ()
    """What of the picture as a whole may be otherwise: env, style, caption."""
    moves: bool = False
    """Whether those that are free may stand elsewhere."""
    side: str = ""
    """To which side of the picture the one that is free goes, as far as there is room."""


@dataclass(slots=True)
class Picture:
    """What stands in a picture, by its part: who, garment, held, worn, seat, animal, board, several on it, row, ball."""

    wish: str
    lang: str
    parts: dict[str, str] = field(default_factory=dict)


class Teller:
    """Says pictures and edits in one language, by lot."""

    def __init__(self, rng: random.Random, lang: str) -> None:
        self.rng, self.lang, self.zh = rng, lang, lang == "zh"

    def a(self, kind: str) -> str:
        name = THINGS[kind]
        if self.zh:
            return name[1]
        if kind == "trousers":
            return name[0]
        return f"{'an' if name[0][0] in 'aeiou' else 'a'} {name[0]}"

    def the(self, kind: str) -> str:
        return THINGS[kind][2] if self.zh else f"the {THINGS[kind][0]}"

    def bare(self, kind: str) -> str:
        return THINGS[kind][2] if self.zh else THINGS[kind][0]

    def say(self, op: str, **words: str) -> str:
        said = self.rng.choice(OPS[op][self.zh])
        for name, word in words.items():
            said = said.replace(f"{{{name}}}", word)
        return said

    def whose(self, who: str) -> dict[str, str]:
        female = who in FEMALE
        if self.zh:
            pronoun = self.rng.choice(("她" if female else "他", self.bare(who)))
            return {"its": f"{pronoun}的", "him": pronoun, "he": pronoun}
        owner = self.rng.choice(("her" if female else "his", f"the {self.bare(who)}'s"))
        return {"its": owner, "him": "her" if female else "him", "he": "she" if female else "he"}

    def colour(self, *but: str) -> tuple[str, str]:
        name = self.rng.choice([one for one in COLOURS if one not in but])
        return name, COLOURS[name][self.zh]

    # Pictures

    def picture(self) -> Picture:
        make = self.rng.choice(
            (
                self._person,
                self._person,
                self._table,
                self._row,
                self._mixed,
                self._pair,
                self._sheet,
                self._play,
            )
        )
        return make()

    def _person(self) -> Picture:
        """Somebody in a garment, who may hold something, wear something, sit, and have an animal beside them."""
        rng, who = self.rng, self.rng.choice(PEOPLE)
        parts = {"who": who}
        en, zh = self.a(who), self.a(who)
        if rng.random() < 0.7:
            garment = rng.choice([one for one in GARMENTS if one != "dress" or who in FEMALE])
            colour = self.colour()
            parts |= {"garment": garment, "tint": colour[0]}
            en += f" in {'' if garment == 'trousers' else 'a '}{colour[1]} {self.bare(garment)}"
            zh += f"穿着{colour[1]}的{self.bare(garment)}"
        if rng.random() < 0.4:
            parts["worn"] = rng.choice(WORN)
            en += f" {'and' if 'garment' in parts else 'with'} {self.a(parts['worn'])}"
            zh += ("，" if "garment" in parts else "") + f"戴着{self.a(parts['worn'])}"
        if rng.random() < 0.6:
            parts["held"] = rng.choice(HELD)
            en += f" holding {self.a(parts['held'])}"
            zh += ("，" if "，" in zh or "穿" in zh or "戴" in zh else "") + f"拿着{self.a(parts['held'])}"
        if rng.random() < 0.4:
            parts["seat"] = rng.choice(SEATS)
            en += f" sitting on {self.a(parts['seat'])}"
            zh += ("，" if len(parts) > 2 else "") + f"坐在{self.bare(parts['seat'])}上"
        if rng.random() < 0.4:
            parts["animal"] = rng.choice(ANIMALS)
            en += (
                f", next to {self.a(parts['animal'])}"
                if len(parts) > 2
                else f" next to {self.a(parts['animal'])}"
            )
            zh += f"，旁边有{self.a(parts['animal'])}"
        return Picture(zh if self.zh else en, self.lang, parts)

    def _table(self) -> Picture:
        some = self.rng.sample(SMALL, self.rng.randint(1, 3))
        listed = ("、" if self.zh else " and ").join(map(self.a, some))
        parts = {f"small{at}": kind for at, kind in enumerate(some)} | {"board": "dining-table"}
        return Picture(f"桌上有{listed}" if self.zh else f"{listed} on a table", self.lang, parts)

    def _row(self) -> Picture:
        kind, many = self.rng.choice(("cat", "dog", "rabbit", "penguin", "apple", "balloon")), 3
        plural = self.bare(kind) + "s"
        wish = self.a(kind).replace("一", "三", 1) if self.zh else f"{NUMBERS[many][0]} {plural}"
        return Picture(wish, self.lang, {"row": kind})

    def _mixed(self) -> Picture:
        """Two of a kind and one of another."""
        kind, other = self.rng.sample(ANIMALS, 2)
        wish = (
            f"{self.a(kind).replace('一', '两', 1)}和{self.a(other)}"
            if self.zh
            else f"two {self.bare(kind)}s and {self.a(other)}"
        )
        return Picture(wish, self.lang, {"both": kind, "other": other})

    def _pair(self) -> Picture:
        one, other = self.rng.sample((*ANIMALS, "tree", "car", "bicycle"), 2)
        wish = f"{self.a(one)}和{self.a(other)}" if self.zh else f"{self.a(one)} and {self.a(other)}"
        return Picture(wish, self.lang, {"one": one, "other": other})

    def _sheet(self) -> Picture:
        kind, title = self.rng.choice(("cat", "rabbit", "guitar", "apple")), self.rng.choice(TEXTS[self.lang])
        if self.zh:
            sheet = self.rng.choice(("一张海报", "一张贺卡", "一张传单"))
            return Picture(
                f"{sheet}，标题“{title}”，画{self.a(kind)}", self.lang, {"pictured": kind, "title": title}
            )
        sheet = self.rng.choice(("poster", "card", "flyer"))
        return Picture(
            f'a {sheet} with {self.a(kind)} and the title "{title}"',
            self.lang,
            {"pictured": kind, "title": title},
        )

    def _play(self) -> Picture:
        who = self.rng.choice(("boy", "girl", "dog"))
        if self.zh:
            return Picture(
                f"{self.a(who)}在玩球" if who == "dog" else f"{self.a(who)}在踢球",
                self.lang,
                {"player": who, "ball": "ball"},
            )
        doing = "playing with" if who == "dog" else "kicking"
        return Picture(f"{self.a(who)} {doing} a ball", self.lang, {"player": who, "ball": "ball"})

    # Edits

    def edits(self, picture: Picture, scene: Scene) -> Iterator[Asked]:
        """One edit of every kind that the picture allows; none where a part of it was not drawn as it was said."""
        parts, found = picture.parts, {}
        for part, kind in parts.items():
            if part in ("tint", "title"):
                continue
            of_kind = [one for one in scene.objects if _is(one, kind)]
            if len(of_kind) != {"row": 3, "both": 2}.get(part, 1):
                return
            found[part] = of_kind
        if "who" in parts:
            yield from self._of_somebody(parts, {part: one[0] for part, one in found.items()}, scene)
        if "row" in parts:
            yield from self._of_a_row(parts["row"], found["row"], scene)
        for part, one in found.items():
            if part == "both":
                yield from self._of_both(parts[part], one, scene)
            elif part != "row":
                yield from self._of_any(part, one[0], scene)
        yield from self._of_all(picture, scene, found)

    def _of_somebody(self, parts: dict[str, str], found: dict[str, Thing], scene: Scene) -> Iterator[Asked]:
        who = found["who"]
        whose, key = self.whose(who.kind), who.id
        colour, word = self.colour("yellow", parts.get("tint", ""))
        if "garment" in found:
            it = found["garment"]
            yield Asked(
                "garment",
                self.say("garment", it=self.bare(parts["garment"]), c=word, **whose),
                _coloured(it.id, colour),
                frozenset({it.id}),
            )
        cut = frozenset(one.id for one in scene.objects if one.kind in HAIR and _on(one, key))
        yield Asked("hair", self.say("hair", it="", c=word, **whose), _hair(key, colour), cut, ("hair",), cut)
        yield Asked("hairdo", self.say("hairdo", **whose), _haired(key), cut, tuple(HAIR), cut)
        name = self.the(who.kind)
        mood = self.rng.choice(sorted(_DATA["moods"]))
        yield Asked(
            "mood",
            self.say("mood", it=name, m=self.rng.choice(_DATA["moods"][mood][self.zh])),
            _mood(key, mood),
            frozenset({key}),
        )
        if "seat" in found:
            yield Asked(
                "stand",
                self.say("stand", it=name),
                _stood(key, found["seat"].id),
                frozenset({key}),
                moves=True,
            )
        if "worn" in found:
            worn = found["worn"]
            yield Asked(
                "takeoff",
                self.say("takeoff", it=self.bare(worn.kind), **whose),
                _without(worn.id),
                gone=frozenset({worn.id}),
            )
        elif self.rng.random() < 0.9:
            new = self.rng.choice(WORN)
            yield Asked("wear", self.say("wear", it=name, new=self.a(new)), _borne(new, key), new=(new,))
        new = self.rng.choice([one for one in HELD if one not in parts.values()])
        if "held" in found:
            held = found["held"]
            said = self.say(
                "exchange_held",
                it=self.bare(held.kind),
                new=self.a(new),
                **whose,
            )
            yield Asked(
                "exchange_held",
                said,
                _held(new, key, held.id),
                frozenset({key, held.id}),
                (new,),
                frozenset({held.id}),
            )
        else:
            said = self.say("hold", it=name, new=self.a(new), **whose)
            yield Asked("hold", said, _held(new, key), frozenset({key}), (new,))

    def _of_any(self, part: str, it: Thing, scene: Scene) -> Iterator[Asked]:
        kind = it.kind if it.kind in THINGS else next((one for one in THINGS if _is(it, one)), "")
        name, key = self.the(kind) if kind else "桌子" if self.zh else "the table", frozenset({it.id})
        bare = self.bare(kind) if kind else "table"
        others = {one.kind for one in scene.objects}
        alone = sum(one.kind == it.kind for one in scene.objects) == 1
        if part not in ("who", "garment", "player"):
            colour, word = self.colour(it.colour or "")
            yield Asked("recolour", self.say("recolour", it=name, c=word), _coloured(it.id, colour), key)
        bigger = self.rng.random() < 0.6
        if part not in ("garment", "worn", "seat", "board") and (it.size is None or it.rel is None):
            yield Asked(
                "bigger" if bigger else "smaller",
                self.say("bigger" if bigger else "smaller", it=name),
                _resized(it.id, 1 if bigger else -1),
                key,
            )
        if part not in ("garment", "who", "player"):
            yield Asked("remove", self.say("remove", it=name, bare=bare), _without(it.id), gone=key)
        new = self.rng.choice(
            [one for one in ("potted-plant", "cat", "ball", "vase", "bird") if one not in others]
        )
        if part in ("who", "one", "other", "animal", "board", "seat", "player", "small0"):
            where = self.rng.choice(("add_beside", "add_left", "add_behind"))
            yield Asked(
                where, self.say(where, new=self.a(new), to=name), _there(new, where, it.id), new=(new,)
            )
        if part in ("seat", "board"):
            new = self.rng.choice(
                [one for one in ("potted-plant", "book", "cat", "apple", "vase") if one not in others]
            )
            yield Asked(
                "add_on", self.say("add_on", new=self.a(new), to=name), _put_on(new, it.id), new=(new,)
            )
        if part in ("one", "other", "animal", "small0", "pictured"):
            pool = (
                ("rabbit", "dog", "potted-plant", "ball", "horse")
                if part != "small0"
                else ("book", "teapot", "vase", "apple")
            )
            new = self.rng.choice([one for one in pool if one not in others])
            yield Asked(
                "replace",
                self.say("replace", it=name, new=self.a(new)),
                _instead(it.id, new),
                key,
                (new,),
                key,
                moves=True,
            )
        alive = part in ("who", "one", "other", "animal", "player") and kind in (*PEOPLE, *ANIMALS)
        if alive and bearer_of(scene, it) is None:
            pose = self.rng.choice([one for one in sorted(_DATA["poses"]) if one != "sit" or it.rel is None])
            said = self.rng.choice(_DATA["poses"][pose][self.zh])
            yield Asked("pose", self.say("pose", it=name, p=said), _posed(it.id, pose), key, moves=True)
            side = self.rng.choice(("left", "right"))
            word = {"left": "左", "right": "右"}[side] if self.zh else side
            said = self.say("shift", it=name, side=word)
            far = "" if re.search("bit|一点", said) else side
            yield Asked("shift", said, _shifted(it.id, side, far), key, moves=True, side=far)
            yield Asked("flip", self.say("flip", it=name), _flipped(it.id), key, moves=True)
        if part.startswith("small") and alone and part == "small0":
            many = self.rng.choice((2, 3, 5))
            plural = self.bare(kind) + "s"
            number = NUMBERS[many][1] if self.zh else NUMBERS[many][0]
            said = self.say("count_up", it=self.bare(kind), its=plural, n=number)
            yield Asked("count_up", said, _many(it.kind, many), key, (it.kind,) * (many - 1), moves=True)

    def _of_a_row(self, kind: str, row: Sequence[Thing], scene: Scene) -> Iterator[Asked]:
        across = sorted(row, key=lambda one: scene.layout[one.id].x)
        at = self.rng.randrange(3)
        nth = PLACES_IN_ORDER if self.rng.random() < 0.5 else ORDINALS
        meant = across[at] if nth is PLACES_IN_ORDER else row[at]
        if self.zh:
            measure = self.a(kind)[1]
            name = nth[at][1].replace("个", measure) + (f"那{measure}" if nth is PLACES_IN_ORDER else "")
        else:
            name = nth[at][0]
        key, colour = frozenset({meant.id}), self.colour()
        words = {"nth": name, "it": self.bare(kind)}
        yield Asked(
            "nth_recolour",
            self.say("nth_recolour", c=colour[1], **words),
            _coloured(meant.id, colour[0]),
            key,
        )
        yield Asked("nth_remove", self.say("nth_remove", **words), _without(meant.id), gone=key)
        if kind in ANIMALS:
            yield Asked("nth_hat", self.say("nth_hat", **words), _borne("hat", meant.id), new=("hat",))
        ids = frozenset(one.id for one in row)
        said = self.say("all_recolour", c=colour[1], it=self.bare(kind), its=self.bare(kind) + "s")
        if len(scene.objects) == len(row):
            yield Asked("all_recolour", said, _all_coloured(ids, colour[0]), ids)
        one = self.a(kind)
        yield Asked(
            "one_more", self.say("one_more", it=self.bare(kind), one=one), _many(kind, 4), new=(kind,)
        )
        yield Asked("one_less", self.say("one_less", it=self.bare(kind), one=one), _many(kind, 2), gone=ids)
        word, number = (NUMBERS[5][1].replace("个", self.a(kind)[1]) if self.zh else NUMBERS[5][0]), 5
        said = self.say("count_up", it=self.bare(kind), its=self.bare(kind) + "s", n=word)
        yield Asked("count_up", said, _many(kind, number), ids, (kind, kind), moves=True)

    def _of_both(self, kind: str, both: Sequence[Thing], scene: Scene) -> Iterator[Asked]:
        """The left or the right one of two, wherever the third stands."""
        across = sorted(both, key=lambda one: scene.layout[one.id].x)
        side = self.rng.choice(("left", "right"))
        meant = across[0 if side == "left" else 1]
        word = {"left": "左", "right": "右"}[side] if self.zh else side
        colour = self.colour(meant.colour or "")
        words = {"it": self.bare(kind), "side": word}
        key = frozenset({meant.id})
        yield Asked(
            "side_noun", self.say("side_noun", c=colour[1], **words), _coloured(meant.id, colour[0]), key
        )
        yield Asked("side_remove", self.say("side_remove", **words), _without(meant.id), gone=key)

    def _of_all(self, picture: Picture, scene: Scene, found: dict[str, list[Thing]]) -> Iterator[Asked]:
        kinds = {one.kind for one in scene.objects}
        new = self.rng.choice(
            [one for one in ("tree", "car", "ball", "butterfly", "bird", "dog") if one not in kinds]
        )
        if "title" not in picture.parts:
            yield Asked("add", self.say("add", new=self.a(new)), _came(new), new=(new,))
            yield Asked("time", self.say("time"), lambda a, b: b.env.time == "night", setting=("env",))
            yield Asked(
                "weather", self.say("weather"), lambda a, b: b.env.weather == "snow", setting=("env",)
            )
            yield Asked(
                "place", self.say("place"), lambda a, b: b.env.place == "beach", setting=("env",), moves=True
            )
            yield Asked("style", self.say("style"), lambda a, b: b.style == "watercolour", setting=("style",))
        else:
            text = self.rng.choice([one for one in TEXTS[self.lang] if one not in (scene.caption or "")])
            yield Asked("title", self.say("title", text=text), _titled(text), setting=("caption",))
            yield Asked(
                "line",
                self.say("line", text=text),
                _lined(scene.caption or "", text),
                setting=("caption",),
            )

    def pairs(self, asked: Sequence[Asked], many: int = 4) -> Iterator[Asked]:
        """Two of those in one sentence, which have nothing to do with each other."""
        plain = [one for one in asked if not one.prompt.rstrip("?？").count("，") and "?" not in one.prompt]
        for _ in range(many if len(plain) > 1 else 0):
            first, second = self.rng.sample(plain, 2)
            theirs = [one.free | one.gone for one in (first, second)]
            if (
                theirs[0] & theirs[1]
                or set(first.new) & set(second.new)
                or set(first.setting) & set(second.setting)
            ):
                continue
            if {first.op, second.op} <= {"bigger", "smaller"}:
                continue  # what somebody holds grows with them
            if "place" in (first.op, second.op) or not (theirs[0] and theirs[1]):
                continue
            yield Asked(
                f"two: {first.op} + {second.op}",
                self.say("two", one=first.prompt, other=second.prompt[0].lower() + second.prompt[1:]),
                lambda a, b, one=first, other=second: one.shows(a, b) and other.shows(a, b),  # type: ignore[misc]
                first.free | second.free,
                first.new + second.new,
                first.gone | second.gone,
                first.setting + second.setting,
                first.moves or second.moves,
            )


# What must be so


def _is(thing: Thing, kind: str) -> bool:
    if kind == "dining-table":
        return thing.kind in ("dining-table", "table", "desk")
    if kind == "ball":
        return thing.kind in ("ball", "soccer-ball", "basketball")
    if kind == "trousers":
        return thing.kind in ("trousers", "jeans")
    return thing.kind == kind


def _coloured(key: str, colour: str) -> Shows:
    return lambda a, b: (one := b.thing(key)) is not None and one.colour == colour


def _all_coloured(keys: frozenset[str], colour: str) -> Shows:
    return lambda a, b: all((one := b.thing(key)) is not None and one.colour == colour for key in keys)


def _hair(key: str, colour: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        cuts = [one.colour for one in after.objects if one.kind in HAIR and _on(one, key)]
        somebody = after.thing(key)
        return (cuts or [somebody.hair if somebody is not None else None]) == [colour]

    return shows


def _haired(key: str) -> Shows:
    return lambda a, b: any(one.kind in HAIR and _on(one, key) for one in b.objects)


def _on(one: Thing, key: str) -> bool:
    return one.rel is not None and one.rel.to == key and one.rel.type in ("wear", "hold", "on")


def _mood(key: str, mood: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        one = after.thing(key)
        fits = {"sad": ("sad", "crying"), "tired": ("tired", "shut", "sleepy")}.get(mood, (mood,))
        return one is not None and (one.mood in fits or one.pose in fits) and takes_mood(one)

    return shows


def _posed(key: str, pose: str) -> Shows:
    fits = {"sleep": ("sleep", "lie"), "lie": ("lie", "sleep")}.get(pose, (pose,))
    return lambda a, b: (one := b.thing(key)) is not None and one.pose in fits and takes_pose(one)


def _stood(key: str, seat: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        one, left = after.thing(key), after.thing(seat)
        if one is None or left is None or bearer_of(after, one) is not None:
            return False
        ground = after.layout[seat].base
        return abs(after.layout[key].base - ground) < 0.12 * 1024

    return shows


def _without(key: str) -> Shows:
    return lambda a, b: b.thing(key) is None


def _newcomers(before: Scene, after: Scene, kind: str) -> list[Thing]:
    return [one for one in after.objects if _is(one, kind) and before.thing(one.id) is None]


def _came(kind: str) -> Shows:
    return lambda a, b: bool(_newcomers(a, b, kind))


def _borne(kind: str, key: str) -> Shows:
    return lambda a, b: any(_on(one, key) for one in _newcomers(a, b, kind))


def _held(kind: str, key: str, old: str = "") -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        here = any(
            _is(one, kind) and one.rel and one.rel.type == "hold" and one.rel.to == key
            for one in after.objects
        )
        was = after.thing(old) if old else None
        return here and (was is None or was.kind == kind)

    return shows


def _resized(key: str, sense: int) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        if after.thing(key) is None:
            return False
        was, now = before.layout[key].box, after.layout[key].box
        ratio = ((now[3] - now[1]) * (now[2] - now[0])) / max(1, (was[3] - was[1]) * (was[2] - was[0]))
        return ratio > 1.1 if sense > 0 else ratio < 0.9

    return shows


def _there(kind: str, where: str, key: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        for one in _newcomers(before, after, kind):
            mine, its = after.layout[one.id].box, after.layout[key].box
            if where == "add_left":
                return sum(mine[::2]) < sum(its[::2])
            gap = max(mine[0], its[0]) - min(mine[2], its[2])
            return gap < 0.2 * 1024
        return False

    return shows


def _put_on(kind: str, key: str) -> Shows:
    return lambda a, b: any(
        one.rel is not None and one.rel.to == key and one.rel.type in ("on", "inside")
        for one in _newcomers(a, b, kind)
    )


def _instead(key: str, kind: str) -> Shows:
    def shows(before: Scene, after: Scene) -> bool:
        was = after.thing(key)
        return any(_is(one, kind) for one in after.objects) and (was is None or _is(was, kind))

    return shows


def _many(kind: str, count: int) -> Shows:
    return lambda a, b: sum(one.kind == kind for one in b.objects) == count


def _shifted(key: str, side: str, far: str) -> Shows:
    """That way; and to that side of the picture, unless it is only a bit."""
    sense = -1 if side == "left" else 1

    def shows(before: Scene, after: Scene) -> bool:
        moved = sense * (after.layout[key].x - before.layout[key].x) > 20
        return moved and (not far or _gap(after, key, side) < 0.3)

    return shows


def _gap(scene: Scene, key: str, side: str) -> float:
    """How far it is from that edge, as a share of the picture's width."""
    left, _, right, _ = scene.layout[key].box
    return (left if side == "left" else 1024 - right) / 1024


def _outermost(key: str, side: str) -> Shows:
    pick = min if side == "left" else max
    return lambda a, b: pick(b.layout, key=lambda one: b.layout[one].x) == key


def _flipped(key: str) -> Shows:
    return lambda a, b: a.layout[key].flip != b.layout[key].flip


def _titled(text: str) -> Shows:
    return lambda a, b: (b.caption or "").split("\n")[0].strip() == text


def _lined(title: str, text: str) -> Shows:
    return lambda a, b: [line.strip() for line in (b.caption or "").split("\n")] == [*title.split("\n"), text]


# Judging

_NO_ROOM = re.compile("There is no free room at the far|边没有空位")
_EXCUSES = ("already like that", "已经是这样")


_SO_MUCH = re.compile(
    r"There was room to make the .* its size, no (?:more|less)|在这里只能(?:放大|缩小)到原来的"
)
"""That something is larger or smaller, though hardly."""


def _hardly_so(before: Scene, after: Scene, key: str) -> bool:
    """Whether the size of a thing is other than it was by less than is seen at a glance."""
    was, now = before.layout.get(key), after.layout.get(key)
    return was is not None and now is not None and 1 / 1.2 < now.scale / was.scale < 1.2


def judged(asked: Asked, before: Scene, composed: Composed, after: Scene) -> tuple[str, str]:
    """How an edit came out, and the detail."""
    short = asked.side and any(_gap(after, key, asked.side) > 0.1 for key in asked.free)
    hardly = asked.op in ("bigger", "smaller") and any(_hardly_so(before, after, key) for key in asked.free)
    told = " ".join(
        note
        for note in composed.notes
        if not (short and _NO_ROOM.search(note)) and not (hardly and _SO_MUCH.search(note))
    )
    shown = asked.shows(before, after)
    if not shown:
        return ("named" if told else "silent"), told
    if (other := otherwise(asked, before, after)) is not None:
        return "changed", other
    return ("untrue" if told else "right"), told


def otherwise(asked: Asked, before: Scene, after: Scene) -> str | None:
    """What is not as it was although nobody asked for it."""
    if before.env != after.env and "env" not in asked.setting:
        return f"{before.env} -> {after.env}"
    if before.style != after.style and "style" not in asked.setting:
        return f"{before.style} -> {after.style}"
    if before.caption != after.caption and "caption" not in asked.setting:
        return f"{before.caption} -> {after.caption}"
    new = [one.kind for one in after.objects if before.thing(one.id) is None]
    allowed = list(asked.new)
    for kind in new:
        if not any(_is(Thing(id="", kind=kind, label="", lang="", rung="sprite"), one) for one in allowed):
            return f"new {kind}"
    if len(new) > len(allowed) or ("hair" not in allowed and len(new) > len(allowed)):
        return f"new {new}"
    free = hung_on(before, asked.free) | hung_on(after, asked.free)
    gone = hung_on(before, asked.gone)
    for thing in before.objects:
        now = after.thing(thing.id)
        if now is None:
            if thing.id not in gone and thing.id not in free:
                return f"{thing.kind} is gone"
            continue
        if thing.id in free or thing.id in gone or (asked.moves and asked.setting):
            continue
        host = bearer_of(before, thing)
        if host is not None and host.pose != getattr(after.thing(host.id), "pose", None):
            continue  # a hat goes where the head goes
        let_go = any(
            bearer_of(before, one) == thing for one in before.objects if one.id in free | gone
        ) or any(bearer_of(after, one) == now for one in after.objects if before.thing(one.id) is None)
        stood = (
            None if thing.pose is None and now.pose == "stand" else now.pose
        )  # with the arms down, as before
        hair = thing.hair if asked.op not in ("hair", "hairdo") else now.hair
        let_go = let_go or thing.limbs != now.limbs  # one more is in the other hand
        old = msgspec.structs.replace(
            thing, rel=None, pose=None if let_go else thing.pose, shorn=False, hair=hair, limbs=now.limbs
        )
        if old != msgspec.structs.replace(now, rel=None, pose=None if let_go else stood, shorn=False):
            return f"{old} -> {now}"
        if thing.rel != now.rel and thing.rel is not None and thing.rel.to not in gone:
            return f"{thing.kind} {thing.rel} -> {now.rel}"
        if (
            frame(before.layout[thing.id]) != frame(after.layout[thing.id])
            and not asked.setting
            and not let_go
        ):
            return f"{thing.kind} moved {frame(before.layout[thing.id])} -> {frame(after.layout[thing.id])}"
    return None


@dataclass(frozen=True, slots=True)
class Result:
    verdict: str
    op: str
    wish: str
    prompt: str
    detail: str


def results(seed: str, lang: str, turns: int = 1) -> Iterator[Result]:
    """One random picture, and every kind of edit of it; more turns begin with one of the turn before."""
    teller = Teller(random.Random(seed), lang)
    picture = teller.picture()
    before = arrange(compose_scene(picture.wish, ratio="1:1", seed=3, language=lang).scene)  # type: ignore[arg-type]
    told = picture.wish
    for _ in range(turns):
        every = list(teller.edits(picture, before))
        done = list(_judged(before, told, [*every, *teller.pairs(every)], lang))
        yield from (result for result, _ in done)
        kept = [
            (result, after)
            for result, after in done
            if after is not None and result.verdict == "right" and not result.op.startswith("two")
        ]
        if not kept:
            return
        result, before = teller.rng.choice(kept)
        told += f" | {result.prompt}"


def _judged(
    before: Scene, told: str, every: Sequence[Asked], lang: str
) -> Iterator[tuple[Result, Scene | None]]:
    for asked in every:
        if asked.op not in ("flip", "bigger", "smaller", "shift", "line", "hairdo") and asked.shows(
            before, before
        ):
            continue
        try:
            composed = edit_scene(asked.prompt, [before], ratio="1:1", seed=4, language=lang)  # type: ignore[arg-type]
        except NotDrawable as why:
            yield Result("refused", asked.op, told, asked.prompt, why.message), None
            continue
        after = arrange(composed.scene, former=composed.former)
        verdict, detail = judged(asked, before, composed, after)
        yield Result(verdict, asked.op, told, asked.prompt, detail), after
