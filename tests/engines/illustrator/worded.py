"""Wishes in which words are easily made things of their own, or lost, with what a right picture of each has.

`worded.toml` has the sentences with their facts; `wishes` fills their slots, `judged` holds each against its picture: every
fact is right, or named in the notes, or silently wrong. `suspicious` looks at what the notes quote.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange

_SLOT = re.compile(r"\{(\w+)\}")
_HAN = re.compile("[\u4e00-\u9fff]")


@cache
def data() -> Mapping[str, Any]:
    """The table of sentences and slots."""
    return tomllib.loads(Path(__file__).with_name("worded.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Wish:
    """A sentence of a class, in a language, and the facts of its picture."""

    cls: str
    language: str
    text: str
    facts: tuple[str, ...]
    words: tuple[str, ...]
    """The words that filled its slots."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of a wish, and whether it is right, named, silent or (of a thing that nobody asked for) unasked."""

    fact: str
    verdict: str


def wishes(seed: int, rounds: int) -> Iterator[Wish]:
    """Every sentence of the table so many times; those without a slot once."""
    rng = random.Random(seed)
    for row in data()["say"]:
        for language, texts in row.items():
            if language in ("cls", "facts"):
                continue
            for text in texts:
                slotted = _SLOT.search(text) is not None
                for _ in range(rounds if slotted else 1):
                    yield _filled(row, language, text, rng)


def _filled(row: Mapping[str, Any], language: str, text: str, rng: random.Random) -> Wish:
    values: dict[str, str] = {}
    words: dict[str, str] = {}
    for name in _SLOT.findall(text + row["facts"]):
        if name not in words:
            table = data()["slots"][name].get(language) or data()["slots"][name]["en"]
            words[name] = rng.choice([*table])
            values[name] = table[words[name]]
    said = _SLOT.sub(lambda m: words[m[1]], text).strip()
    said = re.sub(r"\ba (?=[aeiou])", "an ", said) if language == "en" else said
    facts = tuple(one.strip() for one in _SLOT.sub(lambda m: values[m[1]], row["facts"]).split(";"))
    return Wish(row["cls"], language, said, facts, tuple(words.values()))


def composed(wish: Wish) -> Composed:
    """Its picture, as the language of who asks has it."""
    language: Language = "zh" if wish.language == "zh" else "en"
    return compose_scene(wish.text, ratio="1:1", seed=3, language=language)


def judged(wish: Wish) -> tuple[list[Judged], Composed]:
    """What of its facts holds."""
    made = composed(wish)
    told = " ".join(made.notes)
    found = []
    for fact in wish.facts:
        if fact == "only" or fact.startswith("+"):
            continue
        found.append(
            Judged(
                fact, "right" if _holds(fact, made) else "named" if _is_named(fact, wish, told) else "silent"
            )
        )
    if "only" in wish.facts:
        found += [Judged(kind, "unasked") for kind in _unasked(wish, made.scene)]
    return found, made


def _things(scene: Scene, words: str) -> list[Thing]:
    """The things that `cat|dog:black` means."""
    match = re.fullmatch(
        r"(?P<kinds>[\w|-]+)(?::(?P<colour>[\w-]+))?(?:\^(?P<mood>\w+))?(?:~(?P<pose>\w+))?", words
    )
    assert match is not None, words
    return [
        one
        for one in scene.objects
        if one.kind in match["kinds"].split("|")
        and one.rung != "signpost"
        and all(match[look] in (None, getattr(one, look)) for look in ("colour", "mood", "pose"))
    ]


_TIES: Mapping[str, Sequence[str]] = {"wear": ("wear",), "hold": ("hold",), "on": ("on", "inside")}


def _holds(fact: str, made: Composed) -> bool:
    scene = made.scene
    if fact.startswith("no "):
        return not _things(scene, fact[3:])
    if fact.startswith("words="):
        shown = " ".join([scene.caption or "", *(one.says or "" for one in scene.objects)])
        return fact.removeprefix("words=").lower() in shown.replace("\n", " ").lower()
    if match := re.fullmatch(r"(place|weather|time)=(.+)", fact):
        return str(getattr(scene.env, match[1])) == match[2]
    if match := re.fullmatch(r"(\S+)=(\d+)", fact):
        return len(_things(scene, match[1])) == int(match[2])
    if match := re.fullmatch(r"(\S+)>(\d+)", fact):
        return len(_things(scene, match[1])) > int(match[2])
    first, tie, second = fact.split(" ")
    ones, others = _things(scene, first), _things(scene, second)
    if tie == ">":
        laid = arrange(scene, former=made.former).layout
        tall = {
            one.id: laid[one.id].box[3] - laid[one.id].box[1] for one in (*ones, *others) if one.id in laid
        }
        return bool(ones and others) and all(
            tall.get(a.id, 0) > 1.08 * tall.get(b.id, 0) for a in ones for b in others if a is not b
        )
    if tie == "any":
        return any(_tied(a, b) or _tied(b, a) for a in ones for b in others)
    if tie in ("wear", "hold"):
        ones, others = others, ones
    return any(_tied(a, b, _TIES[tie]) for a in ones for b in others)


def _tied(one: Thing, other: Thing, types: Sequence[str] = ()) -> bool:
    return one.rel is not None and one.rel.to == other.id and (not types or one.rel.type in types)


def _is_named(fact: str, wish: Wish, told: str) -> bool:
    """Whether the notes tell of it: by a word that filled a slot, or any word of the fact's kinds."""
    words = [word for word in (*wish.words, *re.findall(r"[a-z]{3,}", fact)) if word]
    return any(word.lower() in told.lower() for word in words) or bool(told)


def _unasked(wish: Wish, scene: Scene) -> list[str]:
    allowed = set()
    for fact in wish.facts:
        if fact.startswith("no "):
            continue
        for word in re.findall(r"[a-z][\w|-]*", fact.lstrip("+")):
            allowed |= set(word.split("|"))
    return sorted({one.kind for one in scene.objects if one.kind not in allowed})


# What notes quote


_QUOTED = re.compile("“([^”]*)”")
_CLAIMS = re.compile("could not be drawn:|没画成：|in that pose|这个姿势|only|只画了|expression|表情")
_OTHER_WORDS = re.compile("as “|照“|当作|例如|for example")


def suspicious(wish: str, made: Composed) -> list[str]:
    """Quotations in the notes that are no words of the wish, cut a word, or name what is in the picture."""
    found = []
    for note in made.notes:
        if _OTHER_WORDS.search(note) is not None:
            continue
        for quote in _QUOTED.findall(note):
            if not _stands_in(quote, wish):
                found.append(f"cut “{quote}”: {note}")
            elif _CLAIMS.search(note) is None and _is_there(quote, made.scene):
                found.append(f"untrue “{quote}”: {note}")
    return found


def _stands_in(quote: str, wish: str) -> bool:
    at = wish.lower().find(quote.lower())
    if at < 0:
        return False
    if _HAN.search(quote):
        return is_cut_well(quote, wish)
    before, after = wish[at - 1 : at] if at else "", wish[at + len(quote) : at + len(quote) + 1]
    return not (before.isalnum() and before.isascii()) and not (after.isalnum() and after.isascii())


def is_cut_well(quote: str, wish: str) -> bool:
    """Whether a Chinese quotation is no lone character; a segmenter that is at hand may take its place."""
    return len(quote) > 1


def _is_there(quote: str, scene: Scene) -> bool:
    tokens = tokenise(quote)
    kinds = [kind for token in tokens if (kind := token.get("kinds")) is not None]
    return len(tokens) == 1 and any(one.kind in kinds for one in scene.objects)
