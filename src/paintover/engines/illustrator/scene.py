"""The scene: what the illustrator draws, stored with each generation. An edit changes the scene and draws again.

Its JSON form is `{v, seed, ratio, env: {place, time, weather}, style, caption?, objects: [...], layout: {id: {...}},
engine_version, art_version}`; `to_json` and `from_json` are the only way in and out. Every thing that can be counted
is an object of its own, so each has its own box; "three horses" are three objects.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import msgspec
from msgspec import field

RelationType = Literal[
    "on",
    "cover",
    "hold",
    "wear",
    "left",
    "right",
    "above",
    "below",
    "behind",
    "front",
    "inside",
    "beside",
    "between",
    "around",
]
PatternName = Literal[
    "striped",
    "spotted",
    "checked",
    "patched",
    "flowered",
    "wooden",
    "stone",
    "marble",
    "brick",
    "glass",
    "ice",
    "metal",
    "golden",
    "bronze",
    "paper",
    "cardboard",
    "knitted",
    "leather",
    "plastic",
    "porcelain",
    "clay",
    "bamboo",
    "straw",
    "chocolate",
]
"""What is printed on a thing, or what it is made of: a material of `materials.toml`."""
Sheet = Literal[
    "",
    "poster",
    "cover",
    "card",
    "postcard",
    "certificate",
    "menu",
    "logo",
    "icon",
    "avatar",
    "meme",
    "sticker",
]
"""What a picture is made for, beyond being looked at."""
Array = Literal[
    "", "row", "queue", "ranks", "ring", "heap", "wedge", "line", "heart", "star", "triangle", "square", "spiral", "arc", "zigzag",
    "diagonal", "pairs", "rows2", "rows3", "rows4", "rows5",
]  # fmt: skip
"""How several stand who are told to: side by side, one behind the other, in two rows, around a spot, as a pyramid, as a V, from
left to right, in the outline of something, by twos, in so many rows."""
Part = Literal["face", "head", "eyes", "back", "neck", "hand", "foot", "arm"]
Rung = Literal["sprite", "prop", "silhouette", "signpost", "photo"]
"""The honest ladder: an exact sprite, a drawn prop, a silhouette of that very name, a signpost with the word. `photo`
is a picture that the user gave."""


class Relation(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """How an object stands to another: "cloth covers the face of o1"."""

    type: RelationType
    to: str
    """The other object's id."""
    part: Part | None = None
    also: str | None = None
    """between: the id of the other one."""


class Thing(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One object of the scene. `kind` is a name of `kinds.toml`; `label` is the user's own word for it."""

    id: str
    kind: str
    label: str
    lang: str
    rung: Rung
    count: int = 1
    colour: str | None = None
    """A colour name of the lexicon ("red"), not a value."""
    was: str | None = None
    """The colour that it was first drawn in, where an edit gave it another; "" for that of its drawing."""
    pattern: PatternName | None = None
    second: str | None = None
    """The other colours of its pattern, as names with spaces between; None leaves them to the illustrator."""
    size: Literal["small", "large", "far"] | None = None
    painted: tuple[tuple[str, str], ...] = ()
    """Parts of its drawing that have a colour of their own, by their names in `words/painted.toml`."""
    girth: int = 0
    """How many steps it is broader than it is drawn, or narrower (negative)."""
    pose: str | None = None
    limbs: str = ""
    """How arms and legs are where the pose alone does not tell: ``lift+meditate`` of who sits on the ground and holds up a flag,
    ``wave+ride`` of a rider who waves, ``lift&hold`` of who has something in either hand; what is in the picture says so."""
    mood: str | None = None
    """What its face shows: one of `moods.MOODS`, such as ``happy``, ``scared``, ``winking``, or that its
    eyes are ``shut``."""
    look: int = 0
    """Which of the small differences between one of a kind and another it has (shade, clothes, stance); 0 to 5."""
    complexion: str = ""
    """The tone of somebody's skin and the colour of their hair, ``light brown``, drawn by lot when they came."""
    skin: str | None = None
    """The tone that was asked for."""
    hair: str | None = None
    """The colour of hair that was asked for, a name of the lexicon."""
    shorn: bool = False
    """Whether the tails or the bob are off that a girl or a woman is drawn with, because her hair is told otherwise."""
    bald: bool = False
    """Whether the hair is off with which it is drawn."""
    lips: str | None = None
    """The colour of painted lips, a name of the lexicon; None for its own."""
    freckled: bool = False
    lit: bool = False
    """Whether a lamp was switched on."""
    """Whether it is drawn with freckles."""
    rel: Relation | None = None
    where: Literal[
        "",
        "water",
        "ground",
        "sky",
        "left",
        "middle",
        "right",
        "covers",
        "outside",
        "sill",
        "window",
        "piece",
        "kerb",
        "path",
    ] = ""
    """Where it is: in the water of a place, or on the ground beside it, or in the sky above, or, of one alone, at a side of the picture, or under
    the covers of the bed it lies on, or outside the window of a room's own, or on its sill, or on the floor before it, or on the piece of the backdrop that `perch` tells, or at the side of a street, or on the path of the place; "" leaves it to its kind and to the seed."""
    perch: str = ""
    """The piece of the backdrop on which it is: the ``counter`` of a café."""
    array: Array = ""
    """How it stands with the others of the same array, in a new picture."""
    at: str | None = None
    """The id of whom or what it looks or points at."""
    aim: tuple[float, float] | None = None
    """Where its hand is that deals with another, on the unit square of its drawing; the layout says so."""
    kneels: bool = False
    """Whether it kneels to reach that; the layout says so."""
    gaze: tuple[int, int] = (0, 0)
    """Where its face is turned, in steps to the right and down on its drawing; the layout says so."""
    away: bool = False
    """Whether it has its back to us: who looks out of the window behind them, or at what is in the distance."""
    says: str | None = None
    """The words in its speech bubble; of a sign, those on its board."""


Camera = Literal["", "high", "low", "wide"]
"""From how high a picture is taken; "" leaves it to the seed."""
Shot = Literal["", "face", "bust", "near", "wide"]
"""How near; "" leaves it to the seed."""


CornerOf = Literal["top-left", "top-right", "bottom-left", "bottom-right"]


class Scenery(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What of the backdrop was told apart from the rest. Paints are colour names, several with spaces between for one that
    runs into the next; "" leaves them to the place. Amounts are steps from what the place shows, `NONE` to 3."""

    sky: str = ""
    ground: str = ""
    """Grass, sand, snow, the floor of a room."""
    water: str = ""
    wall: str = ""
    """The wall of a room; in the studio the paper, which is all there is."""
    chalk: str = ""
    """What is written on the board that hangs in a classroom; a space for a board that is wiped."""
    curtains: str = ""
    """Those at the windows of a room: besides a colour ``own``, where all windows have them, and ``none``."""
    clouds: int = 0
    stars: int = 0
    fall: int = 0
    """How hard it rains or snows."""
    trees: int = 0
    flowers: int = 0
    light: int = 0
    """How large the sky's own sun or moon is."""
    waves: int = 0
    """How high the waves of the sea are."""

    bed: int = 0
    """`NONE` where the room has no bed, tub, board or hearth of its own, and the pitch no goal, because one is among the objects."""
    rug: int = 0
    """`NONE` where the room has no rug of its own, because one is among the objects."""
    panes: int = 0
    """`NONE` where a room has no window and no pictures of its own, because something else is on its wall; 1 where it is seen
    with a window, because what is outside was told of."""
    spans: int = 0
    """1 where a bridge is among the things of a river, which runs towards us under it."""
    path: int = 0
    """1 where a trodden path leads through the place, 2 where a country road does; 1 of a stadium with a running track."""
    peaks: int = 0
    """1 where snow-capped mountains stand behind a place that is not the mountains."""
    caps: int = 0
    """How far down those mountains the snow on them reaches."""
    top: str = ""
    """What the top of a table seen from near is of: ``wood``, ``cloth``, a plain ``linen``, ``stone``; "" leaves it to the seed."""
    leaves: int = 0
    """1 where fallen leaves are told of, in the air and on the ground."""
    pieces: tuple[tuple[str, str], ...] = ()
    """What became of pieces of the backdrop, by their names in `words/pieces.toml`: a paint, or ``none`` of one that is gone."""

    GONE: ClassVar[str] = "none"
    """What is told of a piece of the backdrop that was taken away."""
    NONE: ClassVar[int] = -3
    """No clouds at all; the other way there are so many steps, too."""


class Environment(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when. Names of backdrops ("meadow"), times ("day", "sunset", "night") and weathers ("clear", "snow")."""

    place: str = "meadow"
    time: str = "day"
    weather: str = "clear"
    season: str = ""
    """``spring``, ``summer``, ``autumn``, ``winter``; "" where nobody said."""
    festival: str = ""
    """``new-year`` (the Chinese one), ``mid-autumn``, ``christmas``: what is hung up; "" on any other day."""
    luminary: bool = True
    """Whether the backdrop shows a sun or moon of its own; not where one is among the objects."""
    camera: Camera = ""
    scenery: Scenery = Scenery()
    motif: str = ""
    """The occasion whose ornaments a sheet has: ``birthday``, ``wedding``...; "" for none."""


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """Where an object stands, in pixels of a picture of the scene's nominal size (`Ratio.size()`).

    `x` is the centre, `base` the foot line, `scale` the side of the sprite's square, and `box` what the object covers
    in the finished picture, its shadow aside: left, top, right, bottom (right and bottom exclusive).
    """

    x: float
    base: float
    scale: float
    flip: bool = False
    angle: float = 0.0
    """Degrees clockwise about (`x`, `base`)."""
    lift: float = 0.0
    """How far below `base` the ground is: more than 0 for one that jumps."""
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    shadow: tuple[int, int, int, int] | None = None
    """What its shadow on the ground may darken, in the finished picture; None where it throws none."""


class Reposed(Placement, frozen=True, kw_only=True):
    """Where one stood that takes another pose and keeps its size and the side to which it looks."""


class Replaced(Placement, frozen=True, kw_only=True):
    """Where one stood whose place another kind takes."""

    unit: float
    """How many pixels what is a metre high has there; see `standing.unit_of`."""


class Moved(Placement, frozen=True, kw_only=True):
    """Where one stood that goes somewhere else in its size."""


class Cornered(Placement, frozen=True, kw_only=True):
    """In which corner one is to be placed: `x` and `base` are that corner of the picture; a `scale` of 0 leaves
    its size to the picture."""


class Nearby(Placement, frozen=True, kw_only=True):
    """Where that lies next to which one is to be placed on the same table."""


class Photograph(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A picture that is not ours, as a part of one that is."""

    source: str
    """Its gen_id."""
    steps: tuple[str, ...] = ()
    """What is done to it, in order: see `photograph.treated`."""
    mounting: str = ""
    """What it is in the picture: a `mount.Mounting`; "" where it is all that is behind the things."""
    at: tuple[float, float, float, float] | None = None
    """The part of the picture that it has, as shares: the middle across and down, breadth and height; None for all of it."""
    before: bool = False
    """Whether it lies on the picture, and not behind the things that stand in it."""
    words: str | None = None
    """What is written on its own edge, where it has one."""
    seed: int = 0


class Gone(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a change took out of a picture, as it was there; so that it can come back, and something else in its place."""

    thing: Thing
    placed: Placement | None = None
    age: int = 0
    """How many changes came after that."""
    stays: bool = False
    """Whether it is still there, and only held or bore what went: how it stood then."""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """A whole picture in words and numbers. The same scene gives the same bytes."""

    v: int = 1
    seed: int
    ratio: str
    env: Environment = field(default_factory=Environment)
    style: str = "storybook"
    caption: str | None = None
    caption_step: int = 0
    """How many steps the caption is larger than usual, or smaller (negative); each is a quarter."""
    caption_at: Literal["", "top", "bottom"] = ""
    """Where the caption stands; "" leaves it to the sheet."""
    caption_colour: str = ""
    """A colour's name; "" leaves it to the sheet."""
    in_corners: tuple[tuple[CornerOf, str], ...] = ()
    """Words of their own in corners: a year, a name."""
    caption_face: int = 0
    """How many times another typeface was asked for."""
    sheet: Sheet = ""
    shot: Shot = ""
    frame: str | None = None
    """``wood``, or a colour's name; None for a picture without a frame."""
    grade: tuple[str, ...] = ()
    """Filters laid on the finished picture, in order: names of `filters.FILTER_WORDS`."""
    soft: bool = False
    """The backdrop is out of focus."""
    clear: bool = False
    """Nothing is drawn behind the things: the background is transparent."""
    photographs: tuple[Photograph, ...] = ()
    """Pictures that are not ours, in the order in which they came."""
    uses: tuple[str, ...] = ()
    """The gen_ids of those pictures: see `Picture.scene`."""
    objects: tuple[Thing, ...] = ()
    layout: dict[str, Placement] = field(default_factory=dict)
    """By object id. Kept across edits, so that what is added moves nothing else."""
    focus: str | None = None
    """The id of what was added, changed or named last: what "it" means in the next wish."""
    together: tuple[str, ...] = ()
    """The ids of those of whom the last change told at once, if they are several who live: what "them" means."""
    lately: tuple[str, ...] = ()
    """The ids of those like the `focus`, and it, of which the last change told at once, if they are several: all of them are
    meant where nobody is named."""
    ids_given: int = 0
    """How many ids were ever given, so that the id of a thing that was removed is never given again."""
    gone: tuple[Gone, ...] = ()
    """What the last change that took something away took."""
    engine_version: str = ""
    art_version: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers."""
        built: dict[str, Any] = msgspec.to_builtins(self)
        return built

    @classmethod
    def from_json(cls, built: dict[str, Any]) -> Scene:
        """The inverse of `to_json`.

        Raises:
            msgspec.ValidationError: the value is no scene.
        """
        return msgspec.convert(built, cls)

    def thing(self, object_id: str) -> Thing | None:
        """The object of that id."""
        return next((thing for thing in self.objects if thing.id == object_id), None)
