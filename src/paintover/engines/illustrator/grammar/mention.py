"""The words of a clause, grouped: mentions of things, and the chunks around them."""

from __future__ import annotations

from dataclasses import dataclass

from paintover.engines.illustrator.grammar.tokens import Token, WordLanguage

MAX_COUNT = 30
SALIENT = -1
"""Instead of a mention: whatever the talk is about ("it", "on the head")."""
EVERYTHING = -2
"""Instead of a mention: all that stands in the picture ("them", "both")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A noun phrase. `kind` is None for a noun that cannot be drawn."""

    kind: str | None
    label: str
    lang: WordLanguage
    count: int = 1
    counted: bool = False
    """A number, a measure word or "a" was said: more likely new than known."""
    definite: bool = False
    """ "the", "that", 把, or somebody's: more likely known than new."""
    every: bool = False
    plural: bool = False
    side: str | None = None
    """Which one is meant, or where it goes: left, right, middle, top, bottom."""
    colour: str | None = None
    palette: tuple[str, ...] = ()
    """Colours that several of them have in turn; the first is `colour`."""
    pattern: str | None = None
    """A pattern's name, or ``plain``."""
    second: str | None = None
    """The other colours of its pattern, with spaces between."""
    size: str | None = None
    pose: str | None = None
    mood: str | None = None
    at: int | None = None
    """The mention at which it looks or points; its own number where several look at each other."""
    skin: str | None = None
    """A tone of skin."""
    owner: int | None = None
    """The mention that it belongs to: "the ox's hat"."""
    lacks: tuple[str, ...] = ()
    """Kinds that it is said to be without: "a girl without a hat"."""
    sort: str | None = None
    """A whole sort ("fruit") of which `kind` is one."""
    weak: bool = False
    """An unknown word that only its neighbours make a noun."""
    pronoun: bool = False
    """ "it": whatever the talk is about."""
    rest: bool = False
    """ "The others": all that are like "it" and were not changed yet."""
    guise: str | None = None
    """The kind of somebody whose clothes it has on: "a mouse astronaut"."""
    measure: str | None = None
    """Of a pronoun, the Chinese measure word with which it was said: 那架."""
    left_out: tuple[str, ...] = ()
    """Words of the phrase that the picture will not show."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One item of a clause. Role "mention": `at` is its number. Role "place": a locative whose ground is `at`; between
    two, the other is `also`."""

    role: str
    value: str
    token: Token
    at: int = 0
    part: str | None = None
    also: int | None = None
