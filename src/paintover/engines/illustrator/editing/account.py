"""What an edit changed, told in one line from the scenes themselves, whatever was asked: nothing is drawn otherwise in silence.

The line says what is drawn and not what was understood, so that a wish that was misread shows in words, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from paintover.domain.call import Language
from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.abroad import name_abroad, stands_abroad, word_abroad
from paintover.engines.illustrator.backdrops import OFF_EARTH
from paintover.engines.illustrator.by_itself import unmeasured
from paintover.engines.illustrator.editing.parts_painted import names_of_parts
from paintover.engines.illustrator.editing.setting_told import SettingTeller
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import Dialect
from paintover.engines.illustrator.grammar.lexicon import names, singular_of
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.letters.boards import is_sign
from paintover.engines.illustrator.retelling.called import part_in_paint
from paintover.engines.illustrator.retelling.candles import is_out
from paintover.engines.illustrator.retelling.of_the_backdrop import called
from paintover.engines.illustrator.scene import Placement, Relation, Scene, Thing
from paintover.engines.illustrator.sprites.beards import BEARDS
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.poses import RAISED
from paintover.engines.illustrator.sprites.stock import at_ease
from paintover.engines.illustrator.sprites.tailor import is_gown
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.closeup import HEADS
from paintover.engines.illustrator.staging.held import is_flown, is_in_hand
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.shelter import sheltered
from paintover.engines.illustrator.staging.standing import bearer_of
from paintover.engines.illustrator.staging.told_size import seen_size

_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
MOST_TOLD = 6
"""Things that one part of the line names, at most."""
_STEP = 0.02
"""How far one has come of whom that is told, as a share of the picture's breadth."""
_GROWN = 1.04
"""How many times as large one is of whom that is told."""
_CLOSE = {"en": "close to the {}", "zh": "和{}挨着"}
"""How somebody stands to whom they have by the hand or in their arms."""
_PARTS_ZH = {"blanket": "被子", "cup": "杯子"}
"""What Chinese calls that of a drawing which has its colour, where the kind goes by another word."""
_FLAT = frozenset({"plate", "tray", "cutting-board", "picnic-mat", "saucer"})
"""What things lie on, though they are put into it."""
_IN_LINE = frozenset({"above", "below", "behind", "front"})
"""How one stands to another that is at the same height or the same place across the picture."""
_ASIDE = frozenset({"left", "right", "beside"})
_OF_TWO = frozenset({"behind", "front", "between"})
_NEAR = 0.15
"""How far from another one is at most who is told to be beside that, as a share of the picture's breadth."""
_COVERED = 0.55
"""Which share of the narrower one's breadth two have in common of which one is told to be behind the other."""
_LEVEL = 0.25
"""Which share of the lower one's height two have in common at least, so that one may be behind the other."""
_BETWEEN = 0.6
"""How tall a third one is at least that parts two, as a share of the smaller one's height."""
_ALL_CLOTHES = frozenset({"clothes", "clothing", "outfit", "衣服", "衣裳"})
"""What nobody comes by anew: who is dressed gets others."""
_OF_THE_MOUTH = frozenset({"fire-breath", "water-jet", "breath"})
"""What comes out of somebody, who is said to wear it."""
_GROWN_ON = frozenset({"freckles", "painted-lips", *BEARDS})
"""What nobody wears who has it."""


def account(
    before: Sequence[Scene], after: Scene, language: Language, dialect: Dialect | None = None
) -> str | None:
    """What is different in `after`, laid out, from the first of the scenes of which it was made; None for nothing. In another
    `dialect` than the two languages, if `words/account.toml` has it.
    """
    base = before[0]
    anew = len(before) > 1 or base.ratio != after.ratio or base.seed != after.seed
    words = _words()[dialect or language]
    return words["parts"].join(_Teller(base, after, anew, language, dialect, words).parts()) or None


def told_hidden(
    hidden: Mapping[Thing, str], scene: Scene, language: Language, dialect: Dialect | None = None
) -> str | None:
    """Those things of a scene of which little is seen, and why, in one line; None for none."""
    words = _words()[dialect or language]
    told = {
        thing: why for thing, why in hidden.items() if thing.kind not in HAIR
    }  # hair is seen with its head
    return _Teller(scene, scene, True, language, dialect, words).hidden(told) if told else None


def joined(language: Language, dialect: Dialect | None, *said: str | None) -> str | None:
    """Parts of an account as one line; None for none."""
    return _words()[dialect or language]["parts"].join(part for part in said if part) or None


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return word_table("account")


def _but_clothes(things: Sequence[Thing]) -> Iterator[Thing]:
    """Those who come or go without what they wear, which is told with them."""
    there = {one.id for one in things}
    return (one for one in things if one.rel is None or one.rel.type != "wear" or one.rel.to not in there)


_LENGTHS = ("small", None, "large")
"""Sizes of a beard, the shortest first."""


def _by_its_drawing(one: Thing, was: Thing) -> bool:
    """Whether another drawing of the same measure shows its size: a long beard, a large kite on its string."""
    return one.kind in BEARDS or (is_flown(one) and "large" in (one.size, was.size))


def _grown(now: Placement, then: Placement) -> bool:
    return not 1 / _GROWN <= now.scale / then.scale <= _GROWN


def _reaches(now: Placement, then: Placement) -> bool:
    """Whether only an arm reaches farther, or less far, than before: the body stays, and one edge of it with that."""
    same = (now.base, now.scale, now.flip) == (then.base, then.scale, then.flip)
    edges = [abs(now.box[at] - then.box[at]) for at in (0, 2)]
    return same and min(edges) <= 2 < max(edges)


def _apart(here: Placement, there: Placement) -> bool:
    """Whether one is wholly to one side of the other."""
    return here.box[2] <= there.box[0] or there.box[2] <= here.box[0]


def _outside(here: Placement, first: Placement, last: Placement) -> bool:
    """Whether one is to one side of both of two."""
    ends = (*first.box[::2], *last.box[::2])
    return here.box[2] <= min(ends) or here.box[0] >= max(ends)


def _in_both(before: Scene, after: Scene) -> dict[str, Thing]:
    """The things of the one that are in the other, too, as they were."""
    there = {one.id for one in after.objects}
    return {one.id: one for one in before.objects if one.id in there}


_Told = tuple[Thing, Sequence[str]]
"""A thing and what is to be said of it."""


@dataclass(frozen=True, slots=True)
class _Teller(SettingTeller):
    """Tells one scene from another in one language."""

    def parts(self) -> Iterator[str]:
        """The parts of the line, in the order in which they are said."""
        former = _in_both(self.before, self.after)
        came = [one for one in self.after.objects if one.id not in former]
        came.sort(key=lambda one: one.rel is not None and one.rel.to not in former)
        left = [one for one in self.before.objects if one.id not in former]
        stayed = [(one, former[one.id]) for one in self.after.objects if one.id in former]
        dressed = [one for one in came if self._is_all_clothes(one) and one.rel and one.rel.to in former]
        combed = [one for one in came if one.kind in HAIR and one.rel and one.rel.to in former]
        came = [one for one in came if one not in dressed and one not in combed]
        heads = [one.rel for one in combed]
        left = [
            one
            for one in left
            if not (self._is_all_clothes(one) and dressed) and not (one.kind in HAIR and one.rel in heads)
        ]
        changed = [
            (one, how)
            for one, was in stayed
            if (how := self._with_what_is_new(self._changes(one, was), one, (*dressed, *combed)))
        ]
        dyed = {one.id for one, was in stayed if one.hair != was.hair}
        changed = [
            (one, how)
            for one, how in changed
            if not (one.kind in HAIR and one.rel is not None and one.rel.to in dyed)
        ]
        lit = [one for one in came if one.kind in LUMINARIES and self._is_of_the_sky()]
        came = [one for one in came if one not in lit]
        changed += [(one, how) for one in lit if (how := self._lit(one))]
        moved = [(one, way) for one, was in stayed if (way := self._way(one, was))]
        moved += [(one, ()) for one in lit if not self._lit(one)]
        yield from self._part("changed", changed, self.after)
        new = list(_but_clothes(came))
        added = [
            (one, (*self._looks(one), *self._sized(one), *self._wears(one, came), *self._stands(one, new)))
            for one in new
        ]
        yield from self._part("added", added)
        yield from self._part("removed", [(one, ()) for one in _but_clothes(left)], self.before)
        yield from self._part("moved", moved, self.after)
        yield from self._joined("now", list(self.setting()))
        if self.after.seed != self.before.seed:
            yield self.words["anew"]

    def _is_all_clothes(self, one: Thing) -> bool:
        """Whether it goes by the name of all that somebody has on, who had something on before."""
        return one.label.lower() in _ALL_CLOTHES and one.rel is not None and one.rel.type == "wear"

    def _clothes(self, one: Thing) -> str:
        looks = self.words["between"].join(self._looks(one))
        name = self._name(one)
        return self.words["of_part"].format(part=name, how=looks) if looks else name

    def _wears(self, one: Thing, came: Sequence[Thing]) -> Iterator[str]:
        """What somebody has on that is new, by name and look."""
        worn = (each for each in came if each.rel is not None and each.rel.type == "wear")
        yield from dict.fromkeys(self._clothes(each) for each in worn if each.rel and each.rel.to == one.id)

    def hidden(self, things: Mapping[Thing, str]) -> str:
        """The line of those of which little is seen."""
        said = (
            part
            for why in dict.fromkeys(things.values())
            for part in self._part(why, [(one, ()) for one in things if things[one] == why], self.after)
        )
        return self.words["parts"].join(said)

    def _is_of_the_sky(self) -> bool:
        """Whether a sun or a moon that is new is the light that the sky had before."""
        had, has = self.before.env, self.after.env
        return had.luminary and not has.luminary and had.time == has.time

    def _lit(self, one: Thing) -> tuple[str, ...]:
        """How the light of the sky differs from what it was."""
        was = "moon" if self.before.env.time == "night" else "sun"
        was = "earth" if self.before.env.place in OFF_EARTH else was
        if one.kind == was:
            return tuple(self._looks(one))
        return self.words["instead"].format(names(self.language, was)), *self._looks(one)

    def _follows(self, one: Thing) -> bool:
        """Whether it goes with another that is drawn otherwise: a hat with whoever wears it."""
        if one.rel is None or one.rel.type not in ATTACHED:
            return False
        now, then = self.after.thing(one.rel.to), self.before.thing(one.rel.to)
        if now is None or then is None:
            return False
        placed, stood = self.after.layout.get(now.id), self.before.layout.get(now.id)
        return (now.pose, placed) != (then.pose, stood) or self._follows(now)

    def _part(self, name: str, told: Sequence[_Told], among: Scene | None = None) -> Iterator[str]:
        """One part of the line: alike ones together, and which of a scene they are where those are only some."""
        alike: dict[tuple[str, str], list[Thing]] = {}
        for one, how in told:
            alike.setdefault((self._name(one), self.words["between"].join(how)), []).append(one)
        often = Counter(who for who, _ in alike)
        lone = self.language == "en" and self.dialect is None and among is None
        said = [
            self._counted(
                _one_of(who, some[0].kind) if lone and often[who] > 1 and len(some) == 1 else who,
                how,
                some,
                among,
            )
            for (who, how), some in alike.items()
        ]
        yield from self._joined(name, said, by="items" if any(how for _, how in alike) else "between")

    def _joined(self, name: str, said: Sequence[str], *, by: str = "between") -> Iterator[str]:
        if len(said) > MOST_TOLD:
            said = [*said[: MOST_TOLD - 1], self.words["more"].format(len(said) - MOST_TOLD + 1)]
        if said:
            yield self.words[name].format(self.words[by].join(said))

    def _counted(self, who: str, how: str, some: Sequence[Thing], among: Scene | None) -> str:
        total = 0 if among is None else sum(self._name(one) == who for one in among.objects)
        if among is not None and len(some) == 1:
            who = self._which(some[0], among)
        elif len(some) < total:
            who = self.words["one_of"].format(name=who, count=len(some), total=total)
        elif len(some) > 1:
            who = self.words["several"].format(name=who, count=len(some))
        return self.words["told"].format(name=who, how=how) if how else who

    def _which(self, one: Thing, scene: Scene) -> str:
        """Its name, with its place among those of the same name."""
        who = self._name(one)
        alike = [each.id for each in scene.objects if self._name(each) == who and each.id in scene.layout]
        if len(alike) < 2 or one.id not in alike:
            lone = self.language == "en" and self.dialect is None and kinds()[one.kind].alive
            return _one_of(who, one.kind) if lone and len(alike) == 1 else who
        at, last = sorted(alike, key=lambda key: scene.layout[key].x).index(one.id), len(alike) - 1
        english = self.language == "en" and self.dialect is None
        name = _one_of(who, one.kind) if english else who
        if last in (1, 2):
            return self.words["left_of" if at == 0 else "right_of" if at == last else "middle_of"].format(
                name=name
            )
        place = _NTH[at] if english and at < len(_NTH) else at + 1
        return self.words["nth_of"].format(name=name, place=place)

    def _name(self, one: Thing) -> str:
        """The user's own word for it, unless that is of the other language."""
        if one.rung == "signpost":
            return one.label
        if self.dialect is not None:
            return name_abroad(one.label, one.kind, self.dialect)
        other = {"zh": "en", "en": "zh"}[self.language]
        said = names(self.language, one.kind) if one.lang == other else one.label
        return unmeasured(said) if one.lang == "zh" else said

    def _alone(self, one: Thing) -> str:
        """Its name, as that of one where no other of that name has become something else."""
        now = {each.id: each.kind for each in self.after.objects}
        others = [each for each in self.before.objects if self._name(each) == self._name(one)]
        several = sum(now.get(each.id, each.kind) != each.kind for each in others) > 1
        plain = self.language == "zh" or self.dialect is not None or several or not kinds()[one.kind].alive
        return self._name(one) if plain else _one_of(self._name(one), one.kind)

    def _looks(self, one: Thing) -> Iterator[str]:
        """What is written on one that is new, its colour and its pattern, its pose and its face."""
        if one.says:
            yield self.words["written" if is_sign(one) else "says"].format(one.says)
        own = one.kind == "bald-head" or self._is_as_the_hair(
            one
        )  # bald, who keeps a colour for when it grows
        if one.colour and not own:
            yield self._coloured(one)
        yield from self._parts(one.painted)
        yield from (self.value(colour, "colours", "colour") for colour in (one.second or "").split())
        for value, table in ((one.pattern, "patterns"), (one.pose, "poses"), (one.mood, "moods")):
            if value is not None and (word := self.word(value, table, one)) is not None:
                yield word

    def _is_as_the_hair(self, one: Thing) -> bool:
        """Whether it is a beard in the colour of its wearer's hair, which nobody asked for."""
        wearer = self.after.thing(one.rel.to) if one.rel is not None and one.kind in BEARDS else None
        return wearer is not None and one.colour in (wearer.hair, *wearer.complexion.split()[-1:])

    def _sized(self, one: Thing) -> Iterator[str]:
        """How large one that is new is said to be, and is; where there was no room for that, so much. A sign on a wall, a pot on
        a sill and a younger brother are small though nobody says so."""
        small = one.size == "small" and (bool(one.says) or is_somebody(one.kind) or self._is_at_a_window(one))
        if one.kind not in BEARDS and not small and (size := seen_size(self.after, one)) is not None:
            yield self.words[size]

    def _coloured(self, one: Thing) -> str:
        """Its colour, with the part that has it where that is not the whole: the bowl of noodles."""
        colour = self.value(one.colour, "colours", "colour", none="own_colour")
        part = part_in_paint(one.kind) if one.colour else None
        if part is None:
            return colour
        name = word_abroad(part, self.dialect) if self.dialect is not None else names(self.language, part)
        if self.language == "zh":
            name = _PARTS_ZH.get(part, name)
        return self.words["of_part"].format(part=name, how=colour) if name else colour

    def _parts(self, painted: Iterable[tuple[str, str]]) -> Iterator[str]:
        """The parts that have a colour of their own: the door of a house."""
        called = names_of_parts(self.language, self.dialect)
        for part, colour in painted:
            name = word_abroad(part, self.dialect) if self.dialect is not None else None
            how = self.value(colour, "colours", "colour", none="own_colour")
            yield self.words["of_part"].format(part=name or called.get(part, part), how=how)

    def _changes(self, one: Thing, was: Thing) -> Sequence[str]:
        """How one differs from what it was, where it stands aside."""
        if kinds()[was.kind].bare == one.kind:
            gone = [each for each in kinds()[was.kind].has if each not in kinds()[one.kind].has]
            lost = self.words["between"].join(map(self.named, gone))
            return (self.words["without"].format(lost), *self._paint(one, was))
        if one.kind != was.kind and self._name(one) == self._name(was):
            return (self.words["look"],)  # the snowman without his hat
        if one.kind != was.kind:
            return self.words["instead"].format(self._alone(was)), *self._looks(one)
        if is_gown(one.kind, one.label) != is_gown(was.kind, was.label):
            return self.words["instead"].format(self._name(was)), *self._looks(one)
        said = (*self._paint(one, was), *self._manner(one, was), *self._shape(one, was))
        if one.pose != was.pose and (len(said) > 1 or self._has_to_do(one)):
            return tuple(how for how in said if how != self.words["pose"])  # told by what it goes with
        return said or ((self.words["look"],) if one.look != was.look and not self.anew else ())

    def _with_what_is_new(self, said: Sequence[str], one: Thing, came: Sequence[Thing]) -> tuple[str, ...]:
        """What is said of one with the clothes and the hair that are new; the colour of the hair is told with its cut."""
        worn = tuple(self._wears(one, came))
        hair = self.words["of_hair"].format(self.value(one.hair, "colours", "colour", none="own_colour"))
        cut = any(each.kind in HAIR and each.rel is not None and each.rel.to == one.id for each in came)
        return (*(how for how in said if not (cut and how == hair)), *worn)

    def _has_to_do(self, one: Thing) -> bool:
        """Whether something came that it holds, wears or is on."""
        return any(
            each.rel is not None and each.rel.to == one.id and self.before.thing(each.id) is None
            for each in self.after.objects
        )

    def _paint(self, one: Thing, was: Thing) -> Iterator[str]:
        """Its other colours."""
        if one.colour != was.colour:
            yield self._coloured(one)
        yield from self._parts(part for part in one.painted if part not in was.painted)
        if (one.pattern, one.second) != (was.pattern, was.second):
            yield self.value(one.pattern, "patterns", "pattern", none="plain")
            yield from (self.value(colour, "colours", "colour") for colour in (one.second or "").split())
        if one.hair != was.hair:
            yield self.words["of_hair"].format(self.value(one.hair, "colours", "colour", none="own_colour"))
        if one.skin != was.skin:
            yield self.words["skin"]

    def _manner(self, one: Thing, was: Thing) -> Iterator[str]:
        """What it does otherwise, says, and where it does so."""
        if one.pose == RAISED != was.pose:
            yield self.words["raised"]
        elif is_out(one) != is_out(was):
            yield self.words["unlit" if is_out(one) else "lit"]
        elif one.pose != was.pose and at_ease(one).pose != at_ease(was).pose:  # who sat by their look sits
            posed = self.word(one.pose, "poses", one) if one.pose is not None else None
            yield posed or self.value(one.pose, "poses", "pose", none="standing")
        if one.lit != was.lit:
            yield self.words["lit" if one.lit else "unlit"]
        if one.mood != was.mood:
            yield self.value(one.mood, "moods", "expression", none="own_face")
        if one.says != was.says:
            written = "written" if is_sign(one) else "says"
            yield self.words[written].format(one.says) if one.says else self.words["silent"]
        if (one.rel, one.where) != (was.rel, was.where):
            other = self.after.thing(was.rel.to) if was.rel is not None else None
            gone = was.rel is not None and (
                other is None or (other.rel is not None and other.rel.to == one.id)
            )
            yield from list(self._stands(one)) or ([] if gone else [self.words["alone"]])
        if one.away and not was.away and self._is_at_a_window(one):
            window = word_abroad("window", self.dialect) if self.dialect else names(self.language, "window")
            yield self.words["looks_at"].format(window)
        elif one.away != was.away:
            yield self.words["away" if one.away else "facing"]
        elif was.at is not None and one.at is None and self.after.thing(was.at) and one.pose == was.pose:
            yield self.words["facing"]
        if one.at != was.at and (target := self.after.thing(one.at or "")) is not None:
            yield self.words["looks_at"].format(self._name(target))

    def _shape(self, one: Thing, was: Thing) -> Iterator[str]:
        """Whether it is larger, broader or turned."""
        now, then = self.after.layout.get(one.id), self.before.layout.get(one.id)
        times = now.scale / then.scale if now is not None and then is not None and not self.anew else 1.0
        steps = one.girth - was.girth
        if steps == -1 and times > _GROWN:
            yield self.words["taller"]
        elif steps == 1 and times < 1 / _GROWN:
            yield self.words["lower"]
        elif steps:
            yield self.words["broader" if steps > 0 else "thinner"]
        if _by_its_drawing(one, was) and one.size != was.size:
            yield self.words["larger" if _LENGTHS.index(one.size) > _LENGTHS.index(was.size) else "smaller"]
        if self.anew or now is None or then is None:
            return
        if self._follows(one):
            if one.size != was.size and _grown(now, then) and not _by_its_drawing(one, was):
                yield self.words["larger" if times > 1 else "smaller"]
            return
        if _grown(now, then) and not steps and (one.size != was.size or not self._seen_from_afar()):
            yield self.words["larger" if times > 1 else "smaller"]
        taken_off = was.rel is not None and was.rel.type in ("wear", "hold") and one.rel != was.rel
        if now.flip != then.flip and not taken_off and not self._takes_up(one):
            yield self.words["turned"]
        if (
            now.angle != then.angle
            and one.pose == was.pose
            and not (_grown(now, then) and one.rel and is_in_hand(one.rel))
        ):
            yield self.words["tilted"]

    def _takes_up(self, one: Thing) -> bool:
        """Whether one turns about for what comes into the hand."""
        return any(
            two.rel is not None
            and two.rel.to == one.id
            and is_in_hand(two.rel)
            and self.before.thing(two.id) is None
            for two in self.after.objects
        )

    def _seen_from_afar(self) -> bool:
        """Whether all of a portrait is smaller alike, to make room for a new hat."""
        if self.before.shot not in HEADS and self.before.sheet != "avatar":
            return False
        both = self.before.layout.keys() & self.after.layout.keys()
        shares = [self.after.layout[key].scale / self.before.layout[key].scale for key in both]
        hats = {one.id for one in self.after.objects if one.rel is not None and one.rel.part == "head"}
        return bool(hats - self.before.layout.keys()) and max(shares) < 1 and max(shares) - min(shares) < 0.02

    def _bearers(self, one: Thing, new: Sequence[Thing]) -> str | None:
        """All who have something on that came alike to each of them: the father, the mother and the boy."""
        if self.dialect is not None or one.rel is None or one.rel.type not in ("wear", "hold"):
            return None
        alike = [
            each
            for each in new
            if each.rel is not None and (each.rel.type, self._name(each)) == (one.rel.type, self._name(one))
            and [*self._looks(each)] == [*self._looks(one)]
        ]  # fmt: skip
        bearers = [self.after.thing(each.rel.to) for each in alike if each.rel is not None]
        called = list(dict.fromkeys(self._name(bearer) for bearer in bearers if bearer is not None))
        if (
            len(called)
            == 1
            < len(bearers)
            < sum(self._name(each) == called[0] for each in self.after.objects)
        ):
            called = self._from_the_left([each for each in bearers if each is not None])
        if len(called) < 2:
            return None
        if self.language == "zh":
            return f"{'、'.join(called[:-1])}和{called[-1]}"
        return f"{', the '.join(called[:-1])} and the {called[-1]}"

    def _from_the_left(self, some: Sequence[Thing]) -> list[str]:
        """The names of a few of several alike; what they are all called, of many."""
        at = self.after.layout
        across = sorted(some, key=lambda one: at[one.id].x if one.id in at else 0.0)
        few = sum(self._name(each) == self._name(some[0]) for each in self.after.objects) <= _FEW_NAMED
        return list(dict.fromkeys(self._which(one, self.after) if few else self._name(one) for one in across))

    def _stands(self, one: Thing, new: Sequence[Thing] = ()) -> Iterator[str]:
        """How it stands to another; to all of them, where others of the `new` ones stand so to theirs."""
        other = None if one.rel is None else self.after.thing(one.rel.to)
        if one.where in ("outside", "sill", "window"):
            yield self.words[one.where]
        elif one.where == "piece":
            how = "inside" if one.perch in ("tub", "pond") else "on"
            name = called(one.perch, self.language)
            yield notes.stands(how, name, self.language)
        if one.rel is None and one.where in ("left", "right") and one in new:
            yield self.words[f"at_{one.where}"]
        if one.where == "water" or (one.where == "ground" and self.after.env.place in _BY_WATER):
            yield self.words["in_water" if one.where == "water" else "ashore"]
        through = other is not None and other.kind == "bay-window" and one.rel is not None
        if through and one.rel is not None and one.rel.type == "inside":
            yield self.words["outside"]  # what is in a window is seen through it
            return
        if one.rel is not None and other is not None and one.kind not in _OF_THE_MOUTH:
            relation, is_one = self._seen(one, other, one.rel.type), len(self._so(one)) == 1
            name = self._which(other, self.after) if is_one else self._name(other)
            name = self._bearers(one, new) or name
            last = self.after.thing(one.rel.also or "") if relation in _OF_TWO else None
            if relation == "between" and last is None:
                relation = "beside"
            if last is not None and self.dialect is None:
                name = self._both(other, last)
            relation = (
                "on" if relation == "wear" and one.kind in _GROWN_ON and self.language == "en" else relation
            )
            abroad = self.dialect is not None and stands_abroad(relation, name, self.dialect)
            is_close = relation == "hold" and one.rel.part in ("arm", "neck")
            yield abroad or (
                _CLOSE[self.language].format(name)
                if is_close
                else notes.stands(relation, name, self.language)
            )

    def _both(self, first: Thing, last: Thing) -> str:
        """Those at the ends of what it is behind, or before: the two, or all of one name."""
        one, other = self._name(first), self._name(last)
        if one == other:
            return one
        return f"{one}和{other}" if self.language == "zh" else f"{one} and the {other}"

    def _seen(self, one: Thing, other: Thing, relation: str) -> str:
        """How one that was put beside another stands to it in the picture, where there was no room for what was asked."""
        here, there = self.after.layout.get(one.id), self.after.layout.get(other.id)
        if relation == "inside" and other.kind in _FLAT:
            return "on"
        also = self.after.layout.get(one.rel.also or "") if one.rel is not None else None
        if also is not None and here is not None and there is not None and not _outside(here, there, also):
            return relation
        if relation in _IN_LINE and here is not None and there is not None:
            row = [self.after.layout.get(each.id) for each in self._so(one)]
            if all(each is not None and _apart(each, there) for each in row):  # of several, none is in line
                return "left" if here.x < there.x else "right"
        if (
            relation == "below"
            and here is not None
            and there is not None
            and self._is_before(one, here, there)
        ):
            return "front"
        if relation not in _ASIDE or here is None or there is None:
            return relation
        (left, top, right, foot), (first, high, last, low) = here.box, there.box
        shared = min(foot, low) - max(top, high)
        level = shared > _LEVEL * min(foot - top, low - high)  # and not in the air above it
        alike = self._on_one_seat(one, other)
        if (
            level
            and not alike
            and (first <= (left + right) / 2 <= last or left <= (first + last) / 2 <= right)
            and min(right, last) - max(left, first) > _COVERED * min(right - left, last - first)
        ):
            return "behind" if here.base < there.base else "front"
        near = max(first - right, left - last) < _NEAR * parse_ratio(self.after.ratio).size()[0]
        near = near and not self._parted(one, other, here, there)
        return (
            relation if relation == "beside" and near else "left" if left + right < first + last else "right"
        )

    def _on_one_seat(self, one: Thing, other: Thing) -> bool:
        """Whether both are on the same bench, where nobody is behind another."""
        seats = bearer_of(self.after, one), bearer_of(self.after, other)
        return seats[0] is not None and seats[0] == seats[1]

    def _is_before(self, one: Thing, here: Placement, there: Placement) -> bool:
        """Whether what was put under another that has no room below is drawn before it: a napkin under a croissant."""
        (_, top, _, foot), (_, high, _, low) = here.box, there.box
        level = min(foot, low) - max(top, high) > _COVERED * min(foot - top, low - high)
        return level and here.base > there.base and sheltered(self.after, one) is None

    def _parted(self, one: Thing, other: Thing, here: Placement, there: Placement) -> bool:
        """Whether a third one as tall as either stands between two, so that nobody would call them neighbours."""
        low, high = sorted((sum(here.box[::2]) / 2, sum(there.box[::2]) / 2))
        tall = _BETWEEN * min(box[3] - box[1] for box in (here.box, there.box))
        foot = min(here.box[3], there.box[3])
        for third in self.after.objects:
            placed = self.after.layout.get(third.id)
            if third in (one, other) or placed is None or (third.rel and third.rel.to in (one.id, other.id)):
                continue
            left, top, right, bottom = placed.box
            middle = (left + right) / 2
            stands = bottom - top >= tall and top < foot and bottom > foot - tall
            if stands and low < middle < high and (left > low or right < high):
                return True
        return False

    def _so(self, one: Thing) -> list[Thing]:
        """All of its name and its looks that stand so to one of that name."""
        standing = {each.id: (self._name(each), each.rel) for each in self.after.objects}

        def stands(name: str, rel: Relation | None) -> tuple[str, str, str]:
            return name, rel.type if rel else "", standing[rel.to][0] if rel and rel.to in standing else ""

        so, looks = stands(*standing[one.id]), [*self._looks(one)]
        there = [each for each in self.after.objects if stands(*standing[each.id]) == so]
        return [each for each in there if [*self._looks(each)] == looks]

    def _way(self, one: Thing, was: Thing) -> tuple[str, ...]:
        """Where one has gone that stands to the others as before."""
        now, then = self.after.layout.get(one.id), self.before.layout.get(one.id)
        if self.anew or self._follows(one):
            return ()
        if (
            now is None
            or then is None
            or (one.rel, one.kind, one.pose, one.limbs) != (was.rel, was.kind, was.pose, was.limbs)
        ):
            return ()
        if _reaches(now, then):
            return ()
        step = _STEP * parse_ratio(self.after.ratio).size()[0]
        if _grown(now, then):
            step += abs(now.scale - then.scale) / 2  # to stay in the picture
        across, down = now.x - then.x, (now.base + now.lift) - (then.base + then.lift)
        if max(abs(across), abs(down)) < step:
            return ()
        if abs(across) >= abs(down):
            return (self.words["right" if across > 0 else "left"],)
        return (self.words["down" if down > 0 else "up"],)

    def _is_at_a_window(self, one: Thing) -> bool:
        """Whether it is a window that it looks out of."""
        other = self.after.thing(one.rel.to) if one.rel is not None else None
        return one.where in ("sill", "window") or (other is not None and other.kind == "bay-window")


def _one_of(name: str, kind: str) -> str:
    """An English name for several as that of one."""
    said = singular_of(name)
    return names("en", kind) if said == name and name.endswith("s") else said


_FEW_NAMED = 3
_BY_WATER = frozenset({"lake", "river", "sea", "beach", "waterfall", "pool", "harbour", "swamp", "paddy"})
"""Places whose ground is a shore; of any other it is not told that something is on it."""
