"""English sentences for new pictures, made at random, and the facts that a right scene of each has.

`sentences(seed)` makes them from `sentences.toml`; `verdicts` says of each fact whether the scene has it, or its notes name what
it lacks, or neither, and what in the scene nobody asked for.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange

_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}


@cache
def data() -> dict[str, Any]:
    """The table of words and templates."""
    return tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))


@cache
def kinds_of(noun: str) -> frozenset[str]:
    """The kinds that a noun alone is drawn as; none where it cannot be drawn."""
    scene = composed(f"a {noun}" if not noun.endswith("s") else noun).scene
    return frozenset(thing.kind for thing in scene.objects if thing.rung != "signpost")


def composed(wish: str) -> Composed:
    return compose_scene(wish, ratio="1:1", seed=3, language="en")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is right or not; `words` are those by which a note may name it."""

    said: str
    holds: Callable[[Scene], bool]
    words: tuple[str, ...]


@dataclass(slots=True)
class Sentence:
    text: str = ""
    facts: list[Fact] = field(default_factory=list)
    expected: set[str] = field(default_factory=set)
    """Kinds that may be there."""


def plural_of(noun: str) -> str:
    plurals: dict[str, str] = data()["plurals"]
    return plurals.get(noun, f"{noun}s")


def article(phrase: str) -> str:
    return f"an {phrase}" if phrase[0] in "aeiou" else f"a {phrase}"


def of_kind(scene: Scene, kinds: frozenset[str]) -> list[Thing]:
    return [thing for thing in scene.objects if thing.kind in kinds and thing.rung != "signpost"]


def _tied(scene: Scene, one: Thing, other: Thing) -> set[str]:
    """The relations of the two, either way."""
    found: set[str] = set()
    for a, b in ((one, other), (other, one)):
        if a.rel is not None and b.id in (a.rel.to, a.rel.also):
            found.add(a.rel.type)
    return found


def held_by(found: frozenset[str], kinds: frozenset[str]) -> Callable[[Scene], bool]:
    """Whether one of these is in the hands of one of those."""
    return lambda s: any(
        t.rel is not None and t.rel.type == "hold" and t.rel.to == a.id
        for a in of_kind(s, kinds)
        for t in of_kind(s, found)
    )


def one_of(kinds: frozenset[str], pose: str) -> Callable[[Scene], bool]:
    """Whether just one of them is in that pose."""
    return lambda s: sum((t.pose or "").startswith(pose[:3]) for t in of_kind(s, kinds)) == 1


def one_has(found: frozenset[str], colour: str, types: tuple[str, ...]) -> Callable[[Scene], bool]:
    """Whether just one has such a thing of that colour."""

    def holds(scene: Scene) -> bool:
        ties = [t.rel for t in of_kind(scene, found) if t.colour == colour and t.rel is not None]
        return len({tie.to for tie in ties if tie.type in types}) == 1

    return holds


class Maker:
    """Makes one sentence and its facts."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.data = rng, data()
        self.made = Sentence()
        self.used: set[frozenset[str]] = set()

    def fact(self, said: str, holds: Callable[[Scene], bool], *words: str) -> None:
        self.made.facts.append(Fact(said, holds, words))

    def actor(self, *, sorts: tuple[str, ...] = ("people", "animals")) -> tuple[str, frozenset[str]]:
        """A noun not used yet."""
        while True:
            noun, kinds = self.rng.choice(list(self.data[self.rng.choice(sorts)].items()))
            if frozenset(kinds) not in self.used:
                self.used.add(frozenset(kinds))
                self.made.expected |= set(kinds)
                return noun, frozenset(kinds)

    def told(self, noun: str, kinds: frozenset[str], *, plain: bool = False) -> str:
        """The actor with looks: a colour, a mood, something worn; and the facts of that."""
        roll, phrase, behind = self.rng.random(), noun, ""
        count = 1
        people = noun in self.data["people"]
        if not plain and roll < 0.2 and not people:
            colour = self.rng.choice(self.data["tails"]["colours"])
            phrase = f"{colour} {phrase}"
            self.fact(
                f"{noun} is {colour}",
                lambda s: all(t.colour == colour for t in of_kind(s, kinds)) and bool(of_kind(s, kinds)),
                colour,
            )
        elif not plain and roll < 0.35:
            word, mood = self.rng.choice(self.data["tails"]["moods"])
            phrase = f"{word} {phrase}"
            self.fact(f"{noun} is {mood}", lambda s: any(t.mood == mood for t in of_kind(s, kinds)), word)
        elif not plain and roll < 0.6:
            worn, _ = self.rng.choice(self.data["tails"]["worn"][: 2 if not people else 6])
            colour = self.rng.choice(self.data["tails"]["colours"])
            how = self.rng.choice(["in", "wearing", "with"])
            behind = f" {how} {article(colour)} {worn}"
            if (how == "with" and worn in ("dress", "coat")) or worn == "backpack":
                behind = f" wearing {article(colour)} {worn}"
            wear = kinds_of(worn)
            self.made.expected |= wear
            self.fact(
                f"{noun} wears {colour} {worn}",
                lambda s: any(
                    w.rel is not None and w.rel.type == "wear" and w.rel.to == t.id and w.colour == colour
                    for t in of_kind(s, kinds)
                    for w in of_kind(s, wear)
                ),
                worn,
            )
        elif not plain and roll < 0.72:
            count = self.rng.choice((2, 3))
        if count == 1:
            self.fact(f"one {noun}", lambda s: len(of_kind(s, kinds)) == 1, noun)
            return article(phrase) + behind
        plural = plural_of(noun)
        self.fact(f"{count} {noun}", lambda s: len(of_kind(s, kinds)) == count, noun, plural)
        self.many = True
        return f"{_NUMBERS[count]} {plural}"

    def thing(self, noun: str) -> tuple[str, frozenset[str]]:
        kinds = kinds_of(noun)
        self.made.expected |= kinds
        phrase = noun
        if self.rng.random() < 0.3:
            colour = self.rng.choice(self.data["tails"]["colours"])
            phrase = f"{colour} {noun}"
            self.fact(
                f"{noun} is {colour}",
                lambda s: any(t.colour == colour for t in of_kind(s, kinds)),
                colour,
                noun,
            )
        self.fact(f"a {noun}", lambda s: bool(of_kind(s, kinds)), noun, *noun.split())
        return article(phrase), kinds

    def deed(self, noun: str, kinds: frozenset[str], *, simple: bool = False) -> str:
        """What they do, and the facts of that."""
        people = noun in self.data["people"]
        fit = [
            one
            for one in self.data["deed"]
            if (people or one.get("who") != "people")
            and not (simple and any("{w}" in s for s in one["says"]))
        ]
        deed = self.rng.choice(fit)
        says = self.rng.choice(deed["says"])
        if self.many:
            says = says.replace("who is ", "").replace("who are", "")
            if says.split()[0].endswith("s") and says.split()[0] not in ("across",):
                says = deed["says"][0]
        if simple and says.split()[0].endswith("s"):
            says = deed["says"][0]
        verb = says.replace("who is ", "").split()[0]
        words = (verb, verb[:4], *deed.get("word", ()))
        self.made.expected |= {*deed.get("tools", ()), *deed.get("brings", ())}
        if deed.get("posed"):
            pose = {"juggling": ("juggle",), "praying": ("pray",), "crying": ("cry",)}.get(says, (verb[:3],))
            if says == "crying":
                self.fact(
                    f"{noun} cries",
                    lambda s: any(t.mood in ("crying", "sad") for t in of_kind(s, kinds)),
                    *words,
                )
            else:
                self.fact(
                    f"{noun} {says}",
                    lambda s: any((t.pose or "").startswith(pose[0][:3]) for t in of_kind(s, kinds)),
                    *words,
                )
            return str(says)
        if deed.get("named"):
            self.fact(f"{noun} {verb} (named)", lambda _: False, *words)
        poses = deed.get("pose")
        if poses and "{x:" not in says:
            self.fact(
                f"{noun} {verb} (pose)",
                lambda s: any(t.pose in poses for t in arrange(s).objects if t.kind in kinds),
                *words,
            )
        for kind in deed.get("brings", ()):
            self.fact(f"{noun} has {kind}", self.brought(frozenset({kind}), kinds), *words)
        if "{x" in says:
            what = self.rng.choice(deed["things"])
            if "{x:" in says:
                phrase, found = what, kinds_of(what)
                self.made.expected |= found
                self.fact(f"a {what}", lambda s: bool(of_kind(s, found)), what)
                says = says.replace("{x:guitar}", phrase)
                if what[0] in "aeiou":
                    says = says.replace(" a ", " an ")
            else:
                phrase, found = self.thing(what)
                says = says.replace("{x}", phrase)
            tie = deed.get("tie", "near")
            if tie == "held":
                self.fact(
                    f"{noun} holds {what}",
                    lambda s: any(
                        t.rel is not None and t.rel.type in ("hold", "wear") and t.rel.to == a.id
                        for a in of_kind(s, kinds)
                        for t in of_kind(s, found)
                    ),
                    *words,
                    what,
                )
            elif tie == "under":
                self.fact(
                    f"{noun} on {what}",
                    lambda s: any(
                        a.rel is not None and a.rel.type in ("on", "inside") and a.rel.to == t.id
                        for a in of_kind(s, kinds)
                        for t in of_kind(s, found)
                    ),
                    *words,
                    what,
                )
            elif tie == "related":
                self.fact(
                    f"{noun} at {what}",
                    lambda s: any(_tied(s, a, t) for a in of_kind(s, kinds) for t in of_kind(s, found)),
                    *words,
                    what,
                )
        if "{w}" in says:
            other, their = self.actor()
            was, self.many = self.many, False
            phrase = self.told(other, their, plain=self.rng.random() < 0.5)
            if not self.many and self.rng.random() < 0.2:
                extra, theirs = self.thing(self.rng.choice(("balloon", "flower", "lantern", "basket")))
                phrase += self.rng.choice((" who is holding ", " with ")) + extra
                self.fact(f"{other} holds it", held_by(theirs, their), *words)
            says = says.replace("{w}", phrase)
            self.many = was
            self.fact(
                f"{noun} {verb} {other} (tied)",
                lambda s: (
                    any(_tied(s, a, b) for a in of_kind(s, kinds) for b in of_kind(s, their))
                    or verb
                    in (
                        "chasing",
                        "chases",
                        "running",
                        "playing",
                        "talking",
                        "walking",
                        "dancing",
                        "teaching",
                    )
                ),
                *words,
                other,
            )
        his = (
            "their"
            if self.many
            else "her"
            if kinds & {"girl", "woman", "old-woman", "witch", "princess"}
            else "his"
        )
        return str(says.replace("{his}", his))

    def brought(self, tool: frozenset[str], kinds: frozenset[str]) -> Callable[[Scene], bool]:
        """Whether they have that tool; a swing is nobody's."""
        return lambda s: any(
            "swing" in tool or (t.rel is not None and any(t.rel.to == a.id for a in of_kind(s, kinds)))
            for t in of_kind(s, tool)
        )

    def clause(self, *, simple: bool = False) -> str:
        noun, kinds = self.actor()
        self.many = False
        told = self.told(noun, kinds)
        return f"{told} {self.deed(noun, kinds, simple=simple)}"

    def twice(self) -> str:
        """Two deeds of one: "a girl holding an umbrella while sitting on a bench"."""
        noun, kinds = self.actor()
        self.many = False
        told = self.told(noun, kinds)
        if self.many:
            return f"{told} {self.deed(noun, kinds, simple=True)}"
        what, found = self.thing(self.rng.choice(("apple", "flower", "balloon", "lantern", "book")))
        where, ground = self.thing(
            self.rng.choice(("bench", "rock", "sofa", "suitcase", "elephant", "horse"))
        )
        self.fact(f"{noun} holds it", held_by(found, kinds), what)
        self.fact(
            f"{noun} on {where}",
            lambda s: any(
                a.rel is not None and a.rel.type == "on" and a.rel.to == t.id
                for a in of_kind(s, kinds)
                for t in of_kind(s, ground)
            ),
            "sitting",
        )
        joined = self.rng.choice((" while ", " and ", ", ", " "))
        first, second = f"holding {what}", f"sitting on {where}"
        if self.rng.random() < 0.5:
            first, second = second, first
        return f"{told} {first}{joined}{second}"

    def tails(self) -> str:
        out = ""
        if self.rng.random() < 0.3:
            said, thing = self.rng.choice(self.data["tails"]["behind"])
            colour = self.rng.choice(self.data["tails"]["colours"])
            out += f" {said.format(c=colour)}".replace(" a orange", " an orange")
            kinds = kinds_of(thing)
            self.made.expected |= kinds
            self.fact(f"a {thing}", lambda s: bool(of_kind(s, kinds)), thing)
            if "{c}" in said:
                self.fact(
                    f"{thing} is {colour}",
                    lambda s: any(t.colour == colour for t in of_kind(s, kinds)),
                    colour,
                    thing,
                )
            return out
        if self.rng.random() < 0.55:
            said, place = self.rng.choice(self.data["tails"]["places"])
            out += f" {said}"
            self.fact(f"place {place}", lambda s: s.env.place == place, said.split()[-1])
            self.placed = True
        if self.rng.random() < 0.25:
            said, time = self.rng.choice(self.data["tails"]["times"])
            out += f" {said}"
            self.fact(f"time {time}", lambda s: s.env.time == time, said.split()[-1])
        elif self.rng.random() < 0.2:
            said, weather = self.rng.choice(self.data["tails"]["weathers"])
            out += f" {said}"
            self.fact(f"weather {weather}", lambda s: s.env.weather == weather, said.split()[-1])
        if self.rng.random() < 0.12:
            said, style = self.rng.choice(self.data["tails"]["styles"])
            out += f", {said}"
            self.fact(f"style {style}", lambda s: style in s.style, said)
        return out

    def heap(self) -> str:
        """ "There is a basket full of apples"."""
        heaps = self.data["heaps"]
        form = self.rng.choice(("full", "stack", "bunch"))
        if form == "full":
            text, vessel, things = self.rng.choice(heaps["full"])
            what = self.rng.choice(things)
            inside, holder = kinds_of(what), kinds_of(vessel)
            self.made.expected |= inside | holder
            self.fact(
                f"a {vessel}",
                lambda s: bool(of_kind(s, holder)) or any(vessel in t.kind for t in s.objects),
                vessel,
            )
            self.fact(
                f"{what} in {vessel}",
                lambda s: any(
                    t.rel is not None
                    and t.rel.type in ("inside", "on")
                    and any(h.id == t.rel.to for h in of_kind(s, holder))
                    for t in of_kind(s, inside)
                ),
                what,
            )
            return str(text.format(x=what))
        if form == "stack":
            text, plural, single = self.rng.choice(heaps["stack"])
            many = self.rng.choice((3, 4, 5))
            kinds = kinds_of(single)
            self.made.expected |= kinds | {"books"}
            self.fact(f"{many} {plural}", lambda s: len(of_kind(s, kinds)) == many, plural)
            return str(text.format(n=_NUMBERS[many]))
        text, single = self.rng.choice(heaps["bunch"])
        kinds = kinds_of(single)
        self.made.expected |= kinds
        self.fact(text, lambda s: len(of_kind(s, kinds)) >= 2, single)
        return str(text)

    def sentence(self) -> Sentence:
        """One of the shapes, at random."""
        shape = self.rng.choice(
            (
                "one",
                "one",
                "tail",
                "tail",
                "while",
                "while",
                "and",
                "comma",
                "heap",
                "heap near",
                "ones",
                "passive",
            )
        )
        if shape in ("one", "tail"):
            text = self.clause() + (self.tails() if shape == "tail" else "")
        elif shape == "while":
            text = f"{self.clause()}{self.rng.choice((' while ', ' as ', ', and ', ' and '))}{self.clause(simple=True)}{self.tails()}"
        elif shape == "twice":
            text = self.twice() + self.tails()
        elif shape == "and":
            text = f"{self.clause(simple=True)} and {self.clause(simple=True)}{self.tails()}"
        elif shape == "comma":
            text = f"{self.clause()}{self.tails()}, {self.clause(simple=True)}"
        elif shape == "heap":
            text = f"{self.heap()} on a table"
            self.made.expected |= {"dining-table"}
            self.fact(
                "a table",
                lambda s: bool(of_kind(s, frozenset({"dining-table"}))) or s.env.place == "tabletop",
                "table",
            )
        elif shape == "heap near":
            text = f"{self.clause(simple=True)} next to {self.heap()}{self.tails()}"
        elif shape == "ones":
            text = self.ones()
        else:
            text = self.passive() + self.tails()
        self.made.text = text
        return self.made

    def ones(self) -> str:
        """Two of a kind, each told apart."""
        noun, kinds = self.actor()
        colours = self.rng.sample(self.data["tails"]["colours"], 2)
        plural = plural_of(noun)
        self.fact(f"2 {noun}", lambda s: len(of_kind(s, kinds)) == 2, noun, plural)
        form = self.rng.choice(("hold", "wear", "deeds"))
        if form == "deeds":
            poses = self.rng.sample(("sleeping", "jumping", "running", "dancing", "waving"), 2)
            for pose in poses:
                self.fact(
                    f"one {pose}",
                    one_of(kinds, pose),
                    pose,
                    pose[:4],
                )
            return f"two {plural}, one {self.rng.choice(('', 'is '))}{poses[0]} and the other {self.rng.choice(('', 'is '))}{poses[1]}"
        what = "balloon" if form == "hold" else "scarf"
        found = kinds_of(what)
        self.made.expected |= found
        types = ("hold",) if form == "hold" else ("wear",)
        for colour in colours:
            self.fact(
                f"one has {colour} {what}",
                one_has(found, colour, types),
                what,
                colour,
            )
        verb = "holding" if form == "hold" else "wearing"
        return self.rng.choice(
            (
                f"two {plural}, one {verb} a {colours[0]} {what} and the other {verb} a {colours[1]} {what}",
                f"two {plural}, one of them with a {colours[0]} {what}, the other with a {colours[1]} {what}",
            )
        )

    def passive(self) -> str:
        noun, kinds = self.actor()
        other, their = self.actor(sorts=("people",))
        self.many = False
        verb, poses, tools = self.rng.choice(
            (
                ("chased", ("run",), ()),
                ("hugged", ("hug", "embrace", "cradle"), ()),
                ("washed", (), ("sponge", "soap")),
                ("fed", (), ("bread", "baby-bottle", "carrot", "spoon")),
                ("carried", ("hold", "embrace", "cradle", "carry", "hug"), ()),
                ("pulled", ("pull",), ()),
                ("watched", (), ()),
                ("brushed", (), ("comb",)),
                ("painted", (), ("paintbrush", "easel")),
            )
        )
        self.made.expected |= set(tools)
        text = f"{article(noun)} being {verb} by {article(other)}"
        self.fact(f"one {noun}", lambda s: len(of_kind(s, kinds)) == 1, noun)
        self.fact(f"one {other}", lambda s: len(of_kind(s, their)) == 1, other)
        if poses:
            self.fact(
                f"{other} does it ({verb})",
                lambda s: any(t.pose in poses for t in arrange(s).objects if t.kind in their),
                verb,
                verb[:4],
            )
        return text


def sentences(seed: int | str, many: int) -> Iterator[Sentence]:
    rng = random.Random(seed)
    for _ in range(many):
        yield Maker(rng).sentence()


@dataclass(slots=True)
class Verdict:
    right: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    untrue: list[str] = field(default_factory=list)
    """Things nobody asked for, and notes about what is right."""


def verdict(sentence: Sentence) -> tuple[Verdict, Composed]:
    made = composed(sentence.text)
    notes = " ".join(made.notes).lower()
    out = Verdict()
    for fact in sentence.facts:
        if fact.holds(made.scene):
            out.right.append(fact.said)
        elif ("(pose)" in fact.said and "in that pose" in notes) or any(
            f"“{word}" in notes or f" {word}" in notes for word in fact.words
        ):
            out.named.append(fact.said)
        else:
            out.silent.append(fact.said)
    for thing in made.scene.objects:
        if thing.kind not in sentence.expected and thing.rung != "signpost":
            out.untrue.append(f"unasked {thing.kind}")
    if made.notes and not out.named and not all("in that pose" in note for note in made.notes):
        out.untrue.append(f"note {made.notes}")
    return out, made
