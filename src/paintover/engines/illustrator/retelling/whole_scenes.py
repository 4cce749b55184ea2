"""Deeds of a new picture that are told by a whole scene: firefighters at work by a house on fire, who puts up spring couplets at
a house that has them, an ox before its cart.

A change is told without these: into a picture that is there, nobody brings a house for what one puts up.
"""

from __future__ import annotations

from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.turns import patterns_for
from paintover.engines.illustrator.wording import Rules


def told_by_whole_scenes(prompt: str) -> str:
    """The new wish with each such deed told by all that stands there; else as it was."""
    return _rules("scenes", patterns_for(prompt)).told(prompt)


def told_as_typed_scenes(prompt: str) -> str:
    """The new wish, as it was typed, with scenes that go by one deed told by all who take part; else as it was."""
    return _rules("typed", patterns_for(prompt)).told(prompt)


@cache
def _rules(name: str, languages: tuple[str, ...]) -> Rules:
    table = word_table("deeds")[name]
    return Rules(rule for lang in languages for rule in table.get(lang, {}).items())
