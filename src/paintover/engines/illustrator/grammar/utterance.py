"""What a wish says: mentions, how they stand to each other, what is asked, and the settings of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.tokens import WordLanguage
from paintover.engines.illustrator.scene import Part, RelationType

LinkType = Literal[RelationType, "over", "attach", "carry", "ride", "lead", ""]
"""A relation of the scene, or one that the kinds decide: over (cover or above), attach (worn, held or beside),
carry (on the head), ride (on the back), lead (by the hand, or on a lead), "" (only a part was named)."""
Action = Literal[
    "add",
    "more",
    "remove",
    "keep",
    "take_off",
    "replace",
    "recolour",
    "pattern",
    "resize",
    "recount",
    "repose",
    "shift",
    "swap",
    "flip",
    "rotate",
]


@dataclass(frozen=True, slots=True)
class Link:
    """`figure` stands to `ground` so; mentions by number, `SALIENT` for what the talk is about."""

    figure: int
    type: LinkType
    ground: int
    part: Part | None = None
    also: int | None = None
    """between: the other ground."""
    each: bool = False
    """ "both horses wear hats": one figure for each ground."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Something asked of a mention, of `SALIENT` or of `EVERYTHING`."""

    action: Action
    target: int
    other: int | None = None
    """replace: the mention that comes instead. swap: the one whose place it takes. take_off: what it is taken off from."""
    value: str | None = None
    """recolour: the colour, or several with spaces to be dealt out in turn; pattern: see `reading.pattern_value`; resize: small or large; repose: the pose, or the mood; shift: left, right, top, bottom, middle;
    flip: the side to look to, None to turn about."""
    count: int = 1
    """recolour: how many of them, 0 for all; recount: how many there are to be; more: how many more; rotate: by how many degrees, clockwise."""
    fresh: bool = False
    """add: said with a verb of adding, so it is new even if the picture has one."""
    bare: bool = False
    """add: said without any verb ("three cats"), so that it may tell how many there are to be."""
    loose: bool = False
    """add: an unknown word taken for a noun only because nothing else was said. remove: said of what a picture shows
    ("a girl without a hat"), so that a new picture has nothing to remove. replace: nobody said what. recolour: said of "them".
    shift: only a bit that way, and not to that side of the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Everything that a wish says, in its order."""

    language: WordLanguage
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    operations: tuple[Operation, ...] = ()
    place: str | None = None
    peaks: bool = False
    """The place lies before mountains: "mountains and a lake"."""
    wooded: bool = False
    """The place lies in a wood: "a brook in the forest"."""
    time: str | None = None
    weather: str | None = None
    season: str | None = None
    """Empty to end it."""
    festival: str | None = None
    """Empty to take its lights down."""
    style: str | None = None
    frame: str | None = None
    """The frame around the picture: ``wood`` or a colour's name; empty to take it away."""
    caption: str | None = None
    """The words to write; empty to take them away."""
    redo: bool = False
    keep: bool = False
    """Nothing (else) is to change."""
    wish: bool = False
    """A wish without a content ("something nice")."""
    left_out: tuple[str, ...] = ()
    """Words that the picture will not show."""

    @property
    def empty(self) -> bool:
        """Nothing that could be drawn or changed was understood."""
        said = (
            self.place,
            self.time,
            self.weather,
            self.season,
            self.festival,
            self.style,
            self.caption,
            self.frame,
        )
        return (
            not self.operations and not self.redo and not self.keep and all(value is None for value in said)
        )
