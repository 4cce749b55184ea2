"""What other languages point at in a picture without its noun: "celui de gauche", "o do meio", 左のを; and where something
new is to be that stands to what is there: "añade un árbol detrás". Each is told with the noun, from `words/pointed.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from paintover.engines.illustrator.abroad import tongue_of, word_abroad
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import UNSPACED, Dialect
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.wording import Pattern

_PUTS = frozenset({"add", "put", "draw"})


@cache
def _ones() -> Mapping[str, tuple[Pattern, str]]:
    return {lang: (Pattern(one), told) for lang, (one, told) in word_table("pointed")["ones"].items()}


@cache
def _places() -> Mapping[str, Sequence[tuple[Pattern, str]]]:
    return {
        lang: [
            (
                Pattern(
                    rf"(?:^|(?<=[\s、，に])){adverb}(?!の)"
                    if lang in UNSPACED
                    else rf"\b(?:{adverb})(?=\W*$)"
                ),
                told,
            )
            for adverb, told in adverbs.items()
        ]
        for lang, adverbs in word_table("pointed")["places"].items()
    }


@cache
def _sides() -> Mapping[str, Pattern]:
    return {side: Pattern(words) for side, words in word_table("pointed")["sides"].items()}


def told_with_the_noun(prompt: str, base: Scene) -> str:
    """The wish for a change of that picture with the noun of what it points at; as it is where it names all of that."""
    dialect = tongue_of(prompt)
    if dialect is None:
        return prompt
    pattern, told = _ones()[dialect]
    if (match := pattern.search(prompt)) is not None and not _names_what_is_there(prompt, base):
        noun = _noun(_at_side(match[0], base, living=_tells_of_somebody(prompt)), dialect)
        said = "" if noun is None else told.format(one=match["one"], noun=noun, at=match["at"])
        return f"{prompt[: match.start()]}{said}{prompt[match.end() :]}" if said else prompt
    for adverb, told in _places()[dialect]:
        if (match := adverb.search(prompt)) is not None and _puts_something(prompt):
            noun = _noun(_about(base), dialect)
            return (
                prompt
                if noun is None
                else prompt[: match.start()] + told.format(noun=noun) + prompt[match.end() :]
            )
    return prompt


def _names_what_is_there(prompt: str, base: Scene) -> bool:
    there = {thing.kind for thing in base.objects}
    return any(token.get("kinds") in there for token in tokenise(prompt))


def _puts_something(prompt: str) -> bool:
    """Whether something comes into the picture, and nothing that one could stand to is named beside it."""
    tokens = tokenise(prompt)
    named = sum(token.get("kinds") is not None for token in tokens)
    return named == 1 and any(token.get("verbs") in _PUTS for token in tokens)


def _noun(thing: Thing | None, dialect: Dialect) -> str | None:
    return None if thing is None else word_abroad(thing.kind, dialect)


def _standing(base: Scene) -> list[Thing]:
    return [one for one in base.objects if one.rel is None or one.rel.type not in ATTACHED]


def _tells_of_somebody(prompt: str) -> bool:
    """Whether it is told how somebody feels or sits, which no hat does, or who goes."""
    return any(
        token.get("moods") or token.get("poses") or token.get("verbs") == "remove"
        for token in tokenise(prompt)
    )


def _at_side(said: str, base: Scene, *, living: bool) -> Thing | None:
    """What stands on that side: of those of which there are several, or of all."""
    counted = Counter(one.kind for one in base.objects)
    several = [
        one for one in base.objects if counted[one.kind] > 1 and (kinds()[one.kind].alive or not living)
    ]
    about = next((one.kind for one in several if one.id == base.focus), None)
    among = [one for one in several if one.kind == about] or several or _standing(base)
    across = sorted(among, key=lambda one: base.layout[one.id].x if one.id in base.layout else 0.0)
    if not across:
        return None
    side = next((side for side, words in _sides().items() if words.search(said)), "middle")
    return across[{"left": 0, "right": -1}.get(side, len(across) // 2)]


def _about(base: Scene) -> Thing | None:
    """What the talk is about, or whoever lives, or stands there."""
    standing = _standing(base)
    focus = next((one for one in standing if one.id == base.focus), None)
    living = [one for one in standing if kinds()[one.kind].alive]
    return focus or next(iter(living or standing), None)
