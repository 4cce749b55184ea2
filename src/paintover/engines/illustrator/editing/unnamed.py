"""Who went or became another by an English wish that does not name them: it was read wrongly, whatever was read.

"I'd go for a black pizza" replaces nobody. Only what a wish calls by name, or by a word that may mean anybody, is repainted,
exchanged or taken out; all else stays, or the wish is refused as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paintover.engines.illustrator.grammar.dialects import dialect_of
from paintover.engines.illustrator.grammar.lexicon import english_words
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.others import named_in
from paintover.engines.illustrator.scene import Scene, Thing

_ANYBODY = re.compile(
    r"\b(?:it|its|him|his|hers?|them|their|they|he|she|that|this|these|those|ones?|both|two|three|four|all|any|every\w*|no\w*"
    r"|people|else|others?|rest|only|just|alone|same|instead|less|fewer|half|back|undo|swap|empty|bare|clear|each|some\w*|most"
    r"|scene|picture|image|background|thing|things)\b",
    re.IGNORECASE,
)
"""Words that mean somebody without their name."""
_BORNE_BY = 4
"""How far it is from a thing to whoever bears what bears it, at most."""


def changed_unnamed(prompt: str, before: Scene, after: Scene) -> bool:
    """Whether something went, or became something else or of another colour or size, of which an English wish says nothing, but
    names something else that is there."""
    if not prompt.isascii() or before.env.place != after.env.place or _ANYBODY.search(prompt):
        return False
    touched = [*_touched(before, after)]
    if not touched or dialect_of(prompt, english=english_words()) is not None:
        return False
    meant = {one.id for one in named_in(prompt, before)}
    if not meant:
        return False  # "replace with a dog": of what alone is there
    said = {token.get("kinds") for token in tokenise(prompt)}
    words = set(re.findall(r"[a-z]+", prompt.lower()))
    words |= {word.removesuffix("s") for word in words}

    def is_named(one: Thing) -> bool:
        names = {*one.label.lower().split(), *one.kind.split("-")}
        return one.id in meant or one.kind in said or bool(names & words)

    def is_about(one: Thing) -> bool:
        borne = [other for other in before.objects if other.rel is not None and other.rel.to == one.id]
        return any(map(is_named, (*_with_bearers(one, before), *borne)))

    return not all(map(is_about, touched))


def _touched(before: Scene, after: Scene) -> Iterator[Thing]:
    there = {one.id: one for one in after.objects}
    for one in before.objects:
        now = there.get(one.id)
        if now is None:
            if kinds()[one.kind].alive:  # "the tools" may be a hammer
                yield one
        elif one.kind != now.kind and not set(one.kind.split("-")) & set(now.kind.split("-")):
            yield one  # and is no snow-capped mountain instead of a mountain
        elif kinds()[one.kind].alive and (one.colour, one.size) != (now.colour, now.size):
            yield one  # of a bed, "the blanket" may be pink


def _with_bearers(one: Thing, scene: Scene) -> Iterator[Thing]:
    bearer: Thing | None = one
    for _ in range(_BORNE_BY):
        if bearer is None:
            return
        yield bearer
        bearer = scene.thing(bearer.rel.to) if bearer.rel is not None else None
