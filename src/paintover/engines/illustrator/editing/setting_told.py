"""What an edit changed of a picture as a whole, told in words: its place and hour, the backdrop, the style and the frame; and the
words in which a language says what something is like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from paintover.domain.call import Language
from paintover.engines.illustrator.abroad import name_abroad
from paintover.engines.illustrator.backdrops.path_line import BROOK
from paintover.engines.illustrator.backdrops.still import top_of
from paintover.engines.illustrator.editing.about_words import how_lettered
from paintover.engines.illustrator.grammar.dialects import Dialect, dictionary
from paintover.engines.illustrator.grammar.lexicon import names, vocabulary
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.of_the_backdrop import called, stands_for
from paintover.engines.illustrator.scene import Scene, Scenery, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.newcomers import LUMINARIES

_READS_WELL = {
    ("colours", "zh"): "色",
    ("poses", "zh"): "着",
    ("poses", "en"): "ing",
    ("colours", "ko"): "색",
    ("colours", "ja"): "い",
    ("poses", "pt"): "ndo",
    ("poses", "es"): "ndo",
    ("poses", "it"): "ndo",
}
"""How a word ends that tells what something is like, by table and language."""
_EVERYDAY: Mapping[Language, Mapping[tuple[str, str], str]] = {
    "zh": {
        ("poses", "ceiling"): "挂在高处", ("poses", "wave"): "挥手", ("poses", "call"): "打电话", ("poses", "give"): "递东西", ("poses", "feed"): "喂食", ("poses", "stand"): "站着",
        ("poses", "hands"): "手牵手", ("poses", "dash"): "手拉手跑着", ("poses", "wipe"): "擦汗", ("poses", "hug"): "抱着", ("poses", "pull"): "拉着", ("poses", "write"): "写字",
        ("places", "street"): "街道", ("places", "lake"): "湖边", ("places", "river"): "河边", ("places", "mountains"): "山里",
        ("places", "desert"): "沙漠", ("places", "tabletop"): "桌面", ("places", "room"): "房间", ("places", "bedroom"): "卧室",
        ("places", "snow"): "雪地", ("places", "castle"): "城堡", ("places", "stage"): "舞台", ("places", "village"): "村庄",
    },
    "en": {
        ("poses", "ceiling"): "hanging overhead", ("poses", "cheer"): "cheering", ("poses", "call"): "on the phone", ("poses", "hug"): "hugging", ("poses", "hands"): "hand in hand", ("poses", "dash"): "running hand in hand", ("poses", "think"): "thinking",
        ("poses", "give"): "holding something out", ("poses", "feed"): "feeding", ("poses", "busy"): "busy", ("poses", "pull"): "pulling",
        ("poses", "cover"): "hands over the face", ("poses", "write"): "writing",
    },
}  # fmt: skip
"""What is told by an everyday word that is not the first of those by which a wish may name it."""
_NOUNS = frozenset({"places", "times", "weathers", "seasons", "festivals", "styles"})
"""Tables of words that German writes with a capital."""
_OF_THE_SCENERY = (
    "sky",
    "ground",
    "water",
    "wall",
    "curtains",
    "clouds",
    "stars",
    "fall",
    "trees",
    "flowers",
    "light",
    "waves",
    "path",
    "peaks",
    "caps",
    "top",
    "leaves",
)
"""What of the backdrop is told by its name; the rest of it goes with a thing that is told of."""
_FALLING = {"rain": "fall_rain", "storm": "fall_rain", "snow": "fall_snow"}
"""What falls, by the weather."""
_ASPECTS = {
    "lettering": ("caption_step", "caption_at", "caption_colour", "caption_face"),
    "camera": ("shot",),
    "focus": ("soft",),
    "sheet": ("sheet",),
    "frame": ("frame",),
    "filters": ("grade",),
    "photograph": ("photographs",),
}
"""What of a picture as a whole is told by name alone, and the fields of a scene that are of it."""
_COUNTERED = {"darker": "brighter", "brighter": "darker", "warm": "cool", "cool": "warm"}
"""What a picture is without a filter that it had."""


@dataclass(frozen=True, slots=True)
class SettingTeller:
    """Tells in one language what is different of a picture as a whole."""

    before: Scene
    after: Scene
    anew: bool
    """Whether everything was placed once more, so that nobody's place is worth telling."""
    language: Language
    dialect: Dialect | None
    words: Mapping[str, str]

    def word(self, value: str, table: str, one: Thing | None = None) -> str | None:
        """The word for a value, of `one` where it goes by what has it; None where there is none."""
        if (
            (value, self.language, self.dialect) == ("lie", "zh", None)
            and one is not None
            and is_somebody(one.kind)
        ):
            return "躺着"
        if value == "taichi" and one is not None and one.rel is not None and one.rel.type == "on":
            return self.words["balancing"]
        everyday = _EVERYDAY[self.language].get((table, value)) if self.dialect is None else None
        return everyday or _called(value, table, self.language, self.dialect)

    def value(self, value: str | None, table: str, aspect: str, *, none: str = "") -> str:
        """A word for a value; for one that has none, the aspect that it is of."""
        if value is None:
            return self.words[none or aspect]
        tinge, _, paint = value.partition("-") if table == "colours" else ("", "", "")
        if paint and f"{tinge}_tinge" in self.words:
            return self.words[f"{tinge}_tinge"].format(self.value(paint, table, aspect))
        return self.word(value, table) or self.words[aspect]

    def named(self, kind: str) -> str:
        """What a kind is called."""
        plain = names(self.language, kind)
        return plain if self.dialect is None else name_abroad(plain, kind, self.dialect)

    def setting(self) -> Iterator[str]:
        """What is different of the place and of the picture as a whole."""
        now, then = self.after, self.before
        told = False
        for name, table in (("place", "places"), ("time", "times"), ("weather", "weathers"), ("season", "seasons"), ("festival", "festivals")):  # fmt: skip
            value = getattr(now.env, name)
            if value != getattr(then.env, name):
                told = True
                if (
                    value != "studio" or not now.env.scenery.wall
                ):  # a plain ground, which is told by its colour
                    if (name, value, now.env.time) == (
                        "weather",
                        "clear",
                        "night",
                    ):  # "sunny" is a word of the day
                        yield self.words["told"].format(name=self.words["fall"], how=self.words["less_of"])
                        continue
                    named = names(self.language, value) if value in kinds() else value  # a shop's
                    yield self.word(value, table) or named or self.words[f"no_{name}"]
        yield from self._scenery(alone=not told)
        if then.env.luminary and not now.env.luminary and now.env.time == then.env.time:
            came = {one.kind for one in now.objects if then.thing(one.id) is None}
            if not (came & LUMINARIES or told):
                name = self.words["light_night" if now.env.time == "night" else "light_day"]
                how = self.words["gone" if self.dialect is None else "less_of"]
                yield self.words["told"].format(name=name, how=how)
        if (chalk := now.env.scenery.chalk) != then.env.scenery.chalk:
            yield self.words["caption"].format(chalk) if chalk.strip() else self.words["no_caption"]
        if now.style != then.style:
            yield self.word(now.style, "styles") or now.style
        if now.ratio != then.ratio:
            yield self.words["shape"].format(now.ratio)
        if now.caption != then.caption:
            yield self.words["caption"].format(now.caption) if now.caption else self.words["no_caption"]
        for one in now.in_corners:
            if one not in then.in_corners:
                yield self.words["caption"].format(one[1])
        if now.clear != then.clear:
            yield self.words["clear" if now.clear else "opaque"]
        for aspect, of in _ASPECTS.items():
            new = aspect == "lettering" and now.caption != then.caption
            if new or all(getattr(now, name) == getattr(then, name) for name in of):
                continue
            laid = _laid(then.grade, now.grade) if aspect == "filters" else ()
            how = (
                how_lettered(now, then)
                if (aspect, self.language, self.dialect) == ("lettering", "en", None)
                else ""
            )
            yield from [self.words[f"filter_{one}"] for one in laid] or [self.words[aspect] + how]

    def _scenery(self, *, alone: bool) -> Iterator[str]:
        """What of the backdrop was painted or made more or less; unless that is `alone`, only in what colours it is now."""
        for name in _OF_THE_SCENERY:
            value, was = getattr(self.after.env.scenery, name), getattr(self.before.env.scenery, name)
            if value == was or not (alone or (isinstance(value, str) and value)):
                continue
            if name == "top":
                of = value or top_of(self.after.seed)
                yield self.words[f"top_{'cloth' if of == 'linen' else of}"]
                continue
            if name in ("peaks", "leaves", "path") and value > was <= 0:
                yield self.words["brook" if (name, value) == ("path", BROOK) else name]  # there were none
                continue
            if name == "path" and BROOK in (value, was):
                if value > 0:
                    yield self.words["brook" if value == BROOK else name]
                if was == BROOK:
                    yield self.words["told"].format(name=self.words["brook"], how=self.words["gone"])
                continue
            if isinstance(value, int):
                more, less = ("larger", "smaller") if name == "light" else ("more_of", "less_of")
                none = value == Scenery.NONE and self.dialect is None
                how = self.words["gone" if none else more if value > was else less]
            elif value in ("none", "own"):
                how = self.words["gone" if value == "none" else "there"]
            else:
                how = self.words["between"].join(
                    self.value(paint, "colours", "colour") for paint in value.split()
                )
            part = "background" if (name, self.after.env.place) == ("wall", "studio") else name
            on_a_table = (name, self.after.env.place) == ("ground", "tabletop")
            part = _FALLING.get(self.after.env.weather, part) if name == "fall" else part
            if name == "light":
                part = "light_night" if self.after.env.time == "night" else "light_day"
            called_so = self.named("dining-table") if on_a_table else self.words[part]
            yield self.words["told"].format(name=called_so, how=how or self.words["own_colour"])
        yield from self._pieces()

    def _pieces(self) -> Iterator[str]:
        """What became of the pieces of the backdrop."""
        was = dict(self.before.env.scenery.pieces)
        came = {one.kind for one in self.after.objects if self.before.thing(one.id) is None}
        for piece, value in self.after.env.scenery.pieces:
            gone = value == Scenery.GONE
            if was.get(piece) == value or (gone and stands_for(piece) in came):
                continue
            how = self.words["gone"] if gone else self.value(value, "colours", "colour")
            yield self.words["told"].format(name=called(piece, self.language), how=how)


def _laid(then: Sequence[str], now: Sequence[str]) -> Sequence[str]:
    """Each filter that came; where none did, what the picture is without those that went."""
    came = dict.fromkeys(one for one in now if now.count(one) > then.count(one))
    gone = (one for one in then if then.count(one) > now.count(one))
    return tuple(came) or tuple(dict.fromkeys(_COUNTERED[one] for one in gone if one in _COUNTERED))


@cache
def _called(value: str, table: str, language: Language, dialect: Dialect | None) -> str | None:
    """The word for a value that reads best in a list: "running" rather than "run", 红色 rather than 红."""
    known = vocabulary(language).words if dialect is None else dictionary(dialect).words
    said = [word for word, read in known.items() if read.get(table) == value]
    if value in said and table != "poses" and dialect is None:
        return value
    best = (word for word in said if word.endswith(_READS_WELL.get((table, dialect or language), "")))
    word = next(best, said[0]) if said else None
    is_noun = dialect == "de" and table in _NOUNS and word is not None and " " not in word
    return word.capitalize() if is_noun and word is not None else word
