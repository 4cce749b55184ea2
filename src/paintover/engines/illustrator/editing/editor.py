"""One utterance applied to one scene: its operations in their order, and what is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, OFF_EARTH, PLACES
from paintover.engines.illustrator.editing.counting import describes
from paintover.engines.illustrator.editing.mentioned import Missing
from paintover.engines.illustrator.editing.removing import Removing
from paintover.engines.illustrator.editing.undrawn import undrawn_of
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.mention import EVERYTHING, SALIENT
from paintover.engines.illustrator.grammar.reading import PLAIN
from paintover.engines.illustrator.grammar.relate import relation
from paintover.engines.illustrator.grammar.scenery import is_part_of_a_place, kept_scenery, without_pieces
from paintover.engines.illustrator.grammar.utterance import Operation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.called import (
    bearing,
    drawn_with,
    has_of_its_own,
    in_the_backdrop,
    shown_with,
)
from paintover.engines.illustrator.retelling.manyfold import Factors
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called
from paintover.engines.illustrator.scene import (
    Environment,
    Placement,
    Scene,
    Thing,
)
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.moods import CALM, MOODS
from paintover.engines.illustrator.sprites.patterns import drawn_so
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.stock import takes_mood
from paintover.engines.illustrator.staging.cast import ATTACHED, MAX_THINGS, STEP
from paintover.engines.illustrator.staging.held import LARGE_KITE, SAID_SIZE, is_flown
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.mounts import mounts
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.outlook import pieces_shown

_WET = frozenset(
    {"sea", "lake", "beach", "underwater", "waterfall", "river", "harbour", "pool", "swamp", "cliffs"}
)
_GREEN = frozenset(
    {
        "park",
        "garden",
        "farm",
        "forest",
        "mountains",
        "village",
        "playground",
        "lake",
        "river",
        "castle",
        "bamboo",
        "terraces",
        "orchard",
        "vineyard",
        "tea-garden",
        "lavender-field",
        "sunflower-field",
        "tulip-field",
        "rapeseed-field",
        "poppy-field",
        "daisy-field",
        "rose-field",
        "lily-field",
        "wildflower-field",
        "zoo",
        "enclosure",
        "campsite",
        "graveyard",
        "cliffs",
    }
)
_OFFERS = {
    "lake": _WET,
    "river": _WET,
    "sea": _WET,
    "beach": _WET,
    "meadow": _GREEN,
    "cafe": frozenset(
        {
            "street",
            "city",
            "village",
            "town",
            "harbour",
            "park",
            *shops(),
            *(shop.room or "" for shop in shops().values()),
        }
    ),
    "room": INDOORS,
    "pavement": frozenset({"street"}),
    "street": frozenset({"pavement", "old-town", "village", "market"}),
    "sky": frozenset(PLACES) - INDOORS - {"underwater", "cave"},
}
"""By a place that is named with something to be added, the places that have such a spot: water, grass, sky."""
_SHOWN_AS = {"lake": "pond"}
"""The piece of a backdrop that shows what would else be a place of its own: the pond of a park."""


_OF_ANYBODY = frozenset({"hair", "头发"})
"""What everybody who lives may be said to have, though it is drawn with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A scene to draw, `notes` to say, and which objects an edit touched."""

    scene: Scene
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """Words of the wish that the picture does not show."""
    touched: tuple[str, ...] = ()
    """Ids that are new or changed; those removed are not in the scene any more and not here."""
    former: dict[str, Placement] = field(default_factory=dict)
    """Where a thing that must be placed again (replaced, resized) stood before: a hint for the layout."""


_THE_PICTURE = frozenset(
    {"picture", "drawing", "image", "scene", "style", "illustration", "sketch", "painting", "art", "artwork"}
)
"""What one calls all that is drawn."""


class Editor(Removing):
    """One utterance applied to one scene."""

    factors = Factors()
    """How many times as large or small the things are to be whose size changes, where that is said."""

    # The result

    def _weather_left(self) -> str:
        """The weather that stays: no snow falls in another season than the winter."""
        weather = self.base.env.weather
        warm = not self.new and self.said.season in ("spring", "summer", "autumn")
        return "clear" if warm and weather == "snow" else weather

    def scene(self) -> Scene:
        """The changed scene; settings that were not spoken of stay."""
        said, env = self.said, self.base.env
        settings = self._place() or env.place, said.time or env.time, said.weather or self._weather_left()
        luminary = self.luminary
        if settings != (env.place, env.time, env.weather):
            luminary = not any(thing.kind in LUMINARIES for thing in self.things.values())
        elif not self.new and any(
            t.kind in shown_in_the_sky(env) for t in self.things.values() if t.id in self.touched
        ):
            luminary = False  # "add a moon" to a night that has one
        env = Environment(
            place=settings[0],
            time=settings[1],
            weather=settings[2],
            season=env.season if said.season is None else said.season,
            festival=env.festival if said.festival is None else said.festival,
            luminary=luminary,
            motif=env.motif,
            camera=env.camera,
            scenery=without_pieces(kept_scenery(env, settings[0], settings[1]), self.gave_way),
        )
        style = said.style or self.base.style
        caption = self.base.caption if said.caption is None else said.caption or None
        frame = self.base.frame if said.frame is None else said.frame or None
        before = (self.base.env, self.base.style, self.base.caption, self.base.frame)
        if (env, style, caption, frame) != before:
            self.changed = True
        return msgspec.structs.replace(
            self.base,
            env=env,
            style=style,
            caption=caption,
            frame=frame,
            objects=tuple(self.things.values()),
            layout={key: self.layout[key] for key in self.things if key in self.layout},
            focus=self.focus(),
            together=self.together(),
            lately=self.lately(),
            ids_given=self.given,
        )

    def _place(self) -> str | None:
        """The place that is told. What only says where in the picture something comes is none: a balloon in the sky."""
        place, here = self.said.place, self.base.env.place
        if self.new or place is None or not any(op.action == "add" for op in self.said.operations):
            return place
        shown = place in _SHOWN_AS and _SHOWN_AS[place] in pieces_shown(self.base)
        return None if shown or here in _OFFERS.get(place, ()) else place

    def focus(self) -> str | None:
        """What was added, changed or named last; nothing in a new picture, where "it" is the newest thing."""
        if self.new:
            return None
        moved = (key for key in self.touched if self.things.get(key) == self.base.thing(key))
        told = [key for key in self.touched if self.things.get(key) != self.base.thing(key)]
        told.sort(key=lambda key: self._is_held_anew(key))  # whoever takes it up only lifts a hand
        last = [key for key in (*moved, *told, self.spoken) if key in self.things] or self._deprived()
        return last[-1] if last else self.base.focus if self.base.focus in self.things else None

    def _is_held_anew(self, key: str) -> bool:
        thing = self.things.get(key)
        return (
            thing is not None and self.base.thing(key) is None
            and thing.rel is not None and thing.rel.type == "hold"
        )  # fmt: skip

    def together(self) -> tuple[str, ...]:
        """Those who live of whom the last change told, if they are several; nobody in a new picture."""
        if self.new or not self.touched:
            return tuple(key for key in self.base.together if key in self.things)
        told = tuple(key for key in self.touched if key in self.things and self.kind_of(key).alive)
        return told if len(told) > 1 and len(told) == len(self.touched) else ()

    def lately(self) -> tuple[str, ...]:
        """Those of one kind of which the last change told at once, the focus among them; nothing in a new picture."""
        if self.new or not self.touched:
            return tuple(key for key in self.base.lately if key in self.things)
        focus = self.things.get(self.focus() or "")
        told = dict.fromkeys(key for key in self.touched if key in self.things)
        alike = [
            key for key in told
            if focus is not None and (self.things[key].kind, self.things[key].label) == (focus.kind, focus.label)
        ]  # fmt: skip
        return tuple(alike) if len(alike) > 1 and focus is not None and focus.id in alike else ()

    def _deprived(self) -> list[str]:
        """Who has no longer what went away, if that is only one: he who has lost his pipe."""
        gone = [one.rel for one in self.base.objects if one.id not in self.things and one.rel is not None]
        who = {rel.to for rel in gone if rel.type in ("wear", "hold") and rel.to in self.things}
        return [*who] if len(who) == 1 else []

    def composed(self, scene: Scene) -> Composed:
        """The result with its notes."""
        said: list[str] = []
        if self.said.keep and not self.changed:
            said.append(notes.kept(self.language))
        if self.puzzled:
            said.append(notes.idea_instead(self.language))
        if self.signposts:
            said.append(notes.signpost(list(dict.fromkeys(self.signposts)), self.language))
        if undrawn := self._undrawn():
            said.append(notes.undrawn(undrawn, self.language))
        outlines = [
            t.label for t in self.things.values() if t.rung == "silhouette" and self.base.thing(t.id) is None
        ]
        if outlines:
            said.append(notes.silhouette(list(dict.fromkeys(outlines)), self.language))
        if self.brought_along:
            said.append(notes.brought_along(list(dict.fromkeys(self.brought_along)), self.language))
        if self.gave_way:
            said.append(notes.gave_way(list(self.gave_way.values()), self.language))
        said.extend(self._lacks(word) for word in dict.fromkeys(self.missing))
        said.extend(notes.worn_anyway(*pair, self.language) for pair in dict.fromkeys(self.worn_anyway))
        said.extend(undrawn_of(self.things, self.base, scene.env).said(self.language))
        if self.crowded:
            said.append(notes.too_many(MAX_THINGS, self.language))
        touched = tuple(key for key in self.touched if key in self.things)
        former = {key: value for key, value in self.former.items() if key in self.things}
        left_out = (*self.said.left_out, *dict.fromkeys(self.unborne))
        return Composed(scene=scene, notes=tuple(said), left_out=left_out, touched=touched, former=former)

    def _lacks(self, word: str) -> str:
        """That it is not there, or that it is no more than a part of the backdrop."""
        if piece_called(word, self.base) is not None:
            return notes.piece_of_the_backdrop(word, self.language)
        haired = word.lower() in _OF_ANYBODY and any(self.kind_of(key).alive for key in self.things)
        if haired or drawn_with(word, self.base) is not None:
            return notes.part_of_a_drawing(word, self.language)
        if (bearer := bearing(word, self.base)) is not None:
            return notes.worn_anyway(bearer.label, word, self.language)
        shown = in_the_backdrop(word, self.base) or is_part_of_a_place(word, self.base.env.place)
        return (notes.of_the_backdrop if shown else notes.not_in_picture)(word, self.language)

    def refusal(self) -> str:
        """Why nothing could be done."""
        if self.worn_anyway and not self.missing:
            return notes.worn_anyway(*self.worn_anyway[0], self.language)
        if self.missing:
            return self._lacks(self.missing[0])
        if self.undrawn:
            return notes.undrawn(self._undrawn(), self.language)
        asked = not self.said.left_out or any(
            op.action != "add" or describes(self.said.mentions[op.target]) for op in self.said.operations
        )
        settings = (
            self.said.place,
            self.said.time,
            self.said.weather,
            self.said.season,
            self.said.festival,
            self.said.style,
            self.said.caption,
            self.said.frame,
        )
        unknown = [
            one.label
            for one in self.said.mentions
            if one.kind is None and one.definite and not one.pronoun and one.label not in _THE_PICTURE
        ]
        if unknown and self.said.style is not None and not self.said.operations:
            return notes.not_in_picture(unknown[0], self.language)  # "change the film to a cartoon"
        if (self.seen and asked) or any(value is not None for value in settings):
            loose = all(op.action == "add" for op in self.said.operations) and any(
                op.loose for op in self.said.operations if op.target != SALIENT
            )
            vague = loose and self.said.language == "zh" and len(self.said.operations) > 1
            return (notes.not_understood if vague else notes.already_so)(self.language)
        if self.said.left_out:
            return notes.no_change_of_that_kind(self.said.left_out, self.language)
        return notes.not_understood(self.language)

    def _undrawn(self) -> list[str]:
        shown = shown_with(thing.kind for thing in self.things.values())
        written = self.said.caption or ""
        labels = dict.fromkeys(one.label for one in self.undrawn)
        return [label for label in labels if label not in shown and label not in written]

    # Other sources

    def bring(self, others: Sequence[tuple[int, Scene]], origins: Sequence[tuple[str, int]] = ()) -> bool:
        """Take over the things of other pictures that the words name and this one lacks; all where none is named.

        The others come with their numbers. `origins` are kinds in the order of the words, each with the number of the
        picture that it is said to be of: then these come, whether or not this one has some, and are meant by their nouns.
        Returns whether anything came.
        """
        before = len(self.things)
        named = [m.kind for m in self.said.mentions if m.kind is not None and not self._matching(m)]
        everything = not any(thing.kind in named for _, other in others for thing in other.objects)
        asked = {(kind, number) for kind, number in origins}
        for number, other in others:
            if asked & {(thing.kind, number) for thing in other.objects}:
                wanted = [t for t in other.objects if (t.kind, number) in asked]
            elif asked and any((kind, at) for kind, at in asked if at != number):
                wanted = [t for t in other.objects if t.kind in named]
            else:
                wanted = [t for t in other.objects if everything or t.kind in named]
            keys = {thing.id for thing in wanted} | _attachments(other, {thing.id for thing in wanted})
            came = self._adopt([thing for thing in other.objects if thing.id in keys])
            for kind, at in origins:
                if at == number:
                    self._means(kind, [came[one.id] for one in wanted if one.kind == kind and one.id in came])
        return len(self.things) > before

    def _means(self, kind: str, keys: Sequence[str]) -> None:
        """The first noun of that kind that means nothing yet means these."""
        for index, mention in enumerate(self.said.mentions):
            if mention.kind == kind and index not in self.guests and keys:
                self.guests[index] = list(keys)
                return

    def _adopt(self, things: Sequence[Thing]) -> dict[str, str]:
        """Take things over; returns their new ids by their old ones."""
        new_ids: dict[str, str] = {}
        for thing in things:
            if len(self.things) >= MAX_THINGS:
                self.crowded = True
                break
            new_ids[thing.id] = key = self.next_id()
            rel = thing.rel
            if rel is not None:
                rel = msgspec.structs.replace(rel, to=new_ids[rel.to]) if rel.to in new_ids else None
            self.things[key] = msgspec.structs.replace(thing, id=key, rel=rel)
            self.touch(key)
        return new_ids

    # Applying

    def apply(self) -> None:
        """Do every operation in its order; what names a missing thing is noted and left."""
        for operation in self.said.operations:
            try:
                self._do(operation)
                self._remember(operation)
            except Missing as missing:
                if self.new:
                    self._do_anew(operation)
                elif not self._done_to_a_part(operation):
                    self.missing.append(missing.word.removeprefix("the "))
        self._take_sides()
        self._take_aim()
        self._take_stances()

    def _take_aim(self) -> None:
        """Who looks or points at what: each at one of those named, or several of one mention at each other."""
        for index, mention in enumerate(self.said.mentions):
            if mention.at is None:
                continue
            keys = [key for key in self.bound.get(index, ()) if key in self.things]
            others = [key for key in self.bound.get(mention.at, ()) if key in self.things]
            for n, key in enumerate(keys):
                there = [one for one in others if one != key]
                if there:
                    at = there[n % len(there)] if len(there) == len(keys) else there[0]
                    self.change(key, at=at)

    def _remember(self, operation: Operation) -> None:
        """What was spoken of is "it" for the next clause."""
        about = operation.other if operation.action == "replace" else operation.target
        keys = [key for key in self.bound.get(-1 if about is None else about, ()) if key in self.things]
        if keys:
            self.recent = keys[-1]

    def _do(self, operation: Operation) -> None:
        if operation.action == "add":
            if not self.new and operation.bare and self._tells_number(operation.target):
                return
            if operation.target in self.guests and operation.target not in self.links:
                self.bound[operation.target] = self.guests[operation.target]
            elif self.new or not operation.loose:
                self._known_or_asked_for(operation)
                self._bind(operation.target)
            return
        if (
            operation.action == "replace"
            and operation.target == SALIENT
            and self._tells_number(operation.other)
        ):
            return  # "make it two horses"
        if operation.action in ("more", "recount") and operation.target == SALIENT:
            self._count_again(operation)
            return
        if operation.action == "swap":
            self._swap(operation)
            return
        if operation.action == "flip" and operation.target == EVERYTHING:
            self.mirror()
            return
        if operation.action == "remove" and ((self.new and operation.loose) or self._bared(operation.target)):
            return
        if operation.action == "replace" and self._tells_looks(operation):
            return
        if operation.action in ("recolour", "pattern"):
            self._dress(operation.target)
        targets = self._targets(operation.target)
        if operation.action == "remove" and operation.target == SALIENT:
            targets = self._last_had(targets)
        if operation.action == "recolour" and operation.target == SALIENT:
            targets = self._told_of_colour() or targets
        targets = self._all_of_a_first(targets, operation)
        if operation.action == "replace" and operation.other is not None:
            new = self.said.mentions[operation.other]
            self.seen = True
            if operation.target == SALIENT and new.kind is not None and not self.new:
                same = self._worn_already(new.kind) if kinds()[new.kind].wear == "head" else []
                targets = same or self._slot_of(new.kind) or self._fitting(new.kind, new.label)
            if operation.loose:
                targets = self._alike(targets, new)
            if new.kind == "hair" and new.colour and all(self.things[key].kind in HAIR for key in targets):
                self._describe(targets, new)  # the same cut in another colour
                return
        self.spoken = targets[-1]
        if operation.action in ("recolour", "resize", "shift", "flip") or (
            operation.action == "repose" and operation.target >= 0
        ):
            self.asked.append((operation, tuple(targets)))
        if operation.action == "remove":
            self._remove(targets)
        elif operation.action == "keep":
            self._keep(targets)
        elif operation.action == "take_off" and operation.other is not None:
            self._take_off(targets, operation.other)
        elif operation.action == "replace" and operation.other is not None:
            self._replace(self._into_so_many(operation, targets), operation.other)
        elif operation.action == "recolour":
            some = self._several(targets, operation)
            self.spoken = some[-1] if some else self.spoken
            self._recolour(some, operation.value or "")
        elif operation.action == "pattern":
            self._repattern(self._worn_by(targets, operation), operation.value or "")
        elif operation.action == "resize":
            self._resize_all(targets, operation.value, self._factor(operation))
        elif operation.action == "recount":
            self._recount(targets, operation.count)
        elif operation.action == "repose":
            if operation.target == SALIENT and operation.value == "hung" and self.said.caption:
                return  # the words are to be on the wall
            if operation.target == SALIENT:
                targets = self._able(self._living(targets), operation.value)
            elif operation.target == EVERYTHING:
                targets = [key for key in self.things if self.kind_of(key).alive] or targets
            for key in targets:
                self.seen |= operation.value in (self.things[key].mood, self.things[key].pose)
                self._repose(key, operation.value)
        elif operation.action == "shift" and operation.value is not None:
            keys = self._wearers_of(targets) if operation.target == SALIENT else targets
            self.move_all(keys, operation.value, little=operation.loose)
        elif operation.action == "rotate":
            for key in targets:
                self.rotate(key, operation.count)
        elif operation.action == "flip":
            for key in targets:
                self.turn(key, operation.value)

    def _last_had(self, targets: list[str]) -> list[str]:
        """What the last that came into a first picture is, which goes rather than who has it: the hat of a dog with a hat."""
        newest = next(reversed(self.things.values()), None)
        spoken = self.base.focus is not None or self.recent is not None
        if spoken or newest is None or newest.rel is None or newest.rel.to not in targets:
            return targets
        return [newest.id] if newest.rel.type in ("hold", "wear") else targets

    def _told_of_colour(self) -> list[str]:
        """The only thing whose colour a first picture was told, so that another colour is that one's."""
        if self.base.focus is not None or self.recent is not None:
            return []
        painted = [one.id for one in self.things.values() if one.colour is not None and one.was is None]
        return painted if len(painted) == 1 else []

    def _known_or_asked_for(self, operation: Operation) -> None:
        """ "Open the window" of a picture without one, where nothing says that one is to be added.

        Raises:
            Missing: "the window" is not there, and what is asked of it is not understood.
        """
        mention = self.said.mentions[operation.target]
        stray = (
            bool(self.said.left_out) and not self.new and operation.bare and len(self.said.operations) == 1
        )
        if stray and mention.definite and mention.kind is not None and not self._matching(mention):
            raise Missing(mention.label)

    def _do_anew(self, operation: Operation) -> None:
        """A change asked of a new picture: "make the ox red" draws a red ox, "replace A with B" draws B."""
        if operation.action == "replace" and operation.other is not None:
            self._bind(operation.other)
        elif operation.action in ("swap", "flip", "rotate"):
            for index in (operation.target, operation.other):
                if index is not None and index >= 0:
                    self._bind(index)
        elif operation.action in ("recolour", "pattern", "resize", "repose") and operation.target >= 0:
            for key in [key for key in self._bind(operation.target) if key in self.things]:
                if operation.action == "recolour":
                    self._recolour([key], operation.value or "")
                elif operation.action == "pattern":
                    self._repattern([key], operation.value or "")
                elif operation.action == "resize":
                    self.change(key, size=operation.value)
                else:
                    self._repose(key, operation.value)

    def _done_to_a_part(self, operation: Operation) -> bool:
        """What is asked of something that somebody is drawn with: a knight gets the bow, and keeps the sword of his drawing.
        False where nobody has such a thing."""
        mention = self.said.mentions[operation.target] if operation.target >= 0 else None
        if mention is None or mention.kind is None or operation.action not in _PART_OF:
            return False
        try:
            among = [*self.things] if mention.owner is None else self._ground(mention.owner)
        except Missing:
            return False  # of somebody who is not there
        owners = [key for key in among if has_of_its_own(self.kind_of(key), mention.kind)]
        if not owners:
            return False
        new = None if operation.other is None else self.said.mentions[operation.other]
        if new is not None and (new.kind is None or kinds()[new.kind].wear is None):
            return False
        if new is not None and operation.other is not None:
            given = self._add(new, 1)
            self.bound[operation.other] = given
            for key in given:
                rel = relation("attach", self.kind_of(key), self.kind_of(owners[0]), owners[0], None)
                self.change(key, rel=rel)
        own = has_of_its_own(self.kind_of(owners[0]), mention.kind) or mention.kind
        name = mention.label if own == mention.kind else names(self.said.language, own)
        if new is None or self.kind_of(owners[0]).bare is None:
            self.keep_what_is_drawn(self.things[owners[0]], name)
        return True

    def keep_what_is_drawn(self, who: Thing, what: str) -> None:
        """Tell of something that somebody is drawn with, and that can neither go nor change."""
        self.worn_anyway.append((who.label, what))

    def _living(self, targets: Sequence[str]) -> list[str]:
        """Who is meant where nobody is named: those that live, and who wears or bears what was spoken of last."""
        found: list[str] = []
        for key in targets:
            seen = {key}
            while not self.kind_of(key).alive and (rel := self.things[key].rel) is not None:
                if rel.type not in ATTACHED or rel.to not in self.things or rel.to in seen:
                    break
                key = rel.to
                seen.add(key)
            if key not in found:
                found.append(key)
        return found

    def _able(self, targets: list[str], value: str | None) -> list[str]:
        """Whose face can show it, where those that were spoken of have none: a person's rather than an animal's."""

        def shows(key: str) -> bool:
            one = msgspec.structs.replace(self.things[key], mood=value)
            return self.kind_of(key).alive and takes_mood(one)

        if value == "shut" and any(self.things[key].pose == "sleep" for key in targets):
            return []  # who sleeps has the eyes shut
        if value not in MOODS or value == CALM or any(shows(key) for key in targets):
            return targets
        if self.recent is not None and any(self.kind_of(key).alive for key in targets):
            return targets  # of whom the same wish told something
        able = [key for key in self.things if shows(key)]
        people = [key for key in able if is_somebody(self.things[key].kind)]
        return (people or able)[-1:] or targets

    def _recolour(self, targets: Sequence[str], colours: str) -> None:
        """In that colour, or in those by turns."""
        named = colours.split()
        if len(targets) == 1 and len(named) > 1:
            self._mix(targets[0], named)
            return
        for turn, key in enumerate(targets):
            hue, now = named[turn % len(named)], self.things[key]
            if now.pattern == "striped" and hue in (now.colour, now.second):
                self._pattern(key, PLAIN, None)  # red on red leaves no stripes
            self.change(key, colour=hue)
            if len((self.things[key].second or "").split()) > 2:
                self._pattern(key, PLAIN, None)  # a rainbow one that is to be red

    def _several(self, targets: list[str], operation: Operation) -> list[str]:
        """What several colours, or so many things, are said of: of "it", all that are like it; of "them" and a colour, the
        several of one kind that are with somebody."""
        if operation.loose and operation.target == EVERYTHING:
            rest = [key for key in targets if not is_somebody(self.things[key].kind)]
            targets = rest if len(rest) > 1 == len({self.things[key].kind for key in rest}) else targets
        dealt = operation.count > 0 or " " in (operation.value or "")
        if operation.target == SALIENT and dealt and len(targets) == 1:
            counts = Counter(thing.kind for thing in self.things.values())
            kind = self.things[targets[0]].kind
            if operation.count and counts[kind] == 1 < max(counts.values()):  # "one of them", not the table
                kind = max(counts, key=lambda one: counts[one])
            targets = [thing.id for thing in self.things.values() if thing.kind == kind]
            if operation.count:  # "one red and one blue": not the same one
                targets.sort(key=lambda key: key in self.dealt)
                self.dealt.update(targets[: operation.count])
        return targets[: operation.count] if operation.count else targets

    def _repattern(self, targets: Sequence[str], value: str) -> None:
        """In that pattern, and in its colours where they are told; see `reading.pattern_value`."""
        pattern, *colours = value.split()
        for key in targets:
            if drawn_so(self.things[key].kind, colours, pattern):
                self.seen = True
                self.change(key, colour=None, pattern=None, second=None)
                continue
            if colours and colours[0] != "-":
                self.change(key, colour=colours[0])
            elif pattern == "chocolate" and self.things[key].kind in _CAKES:  # which is a flavour of theirs
                self.change(key, colour="brown")
                continue
            self._pattern(key, pattern, " ".join(colours[1:]) or None)

    def _worn_by(self, targets: list[str], operation: Operation) -> list[str]:
        """Whose pattern an operation is about: to make "it" plain, or "the stripes" blue, of what has one."""
        pattern = (operation.value or PLAIN).split()[0]
        now = self.things[targets[-1]].pattern
        if operation.target != SALIENT:
            return targets
        if pattern == PLAIN and now is None:
            return [t.id for t in self.things.values() if t.pattern is not None] or targets
        if operation.loose and now != pattern:
            return [t.id for t in self.things.values() if t.pattern == pattern] or targets
        return targets

    def _swap(self, operation: Operation) -> None:
        """Two things change places; "swap A with B" where there is no B replaces A."""
        if operation.other is None and operation.target >= 0:
            self._swap_what_they_have(operation.target)
            return
        if operation.other is None:
            pair = self._everything(alive=True)
            if len(pair) != 2:
                raise Missing("两样可以互换的东西" if self.language == "zh" else "pair of things to swap")
            self.exchange(*pair)
            return
        first = self._targets(operation.target)
        mention = self.said.mentions[operation.other]
        if self._matching(mention):
            second = [key for key in self._targets(operation.other) if key not in first]
            if not second and len(first) > 1:
                first, second = first[:1], first[1:]
            if second:
                self.exchange(first[0], second[0])
        elif mention.definite:
            raise Missing(mention.label)
        else:
            self._replace(first, operation.other)

    def _swap_what_they_have(self, index: int) -> None:
        """ "Swap their hats": each gets the other's; two who wear nothing of that change places.

        Raises:
            Missing: there are not two who have such a thing.
        """
        mention = self.said.mentions[index]
        free = [one.id for one in self._matching(mention) if one.rel is None or not one.rel.part]
        if len(free) == _A_PAIR:  # "swap the two boys": they change places
            self.exchange(free[0], free[1])
            return
        held = [(one.id, one.rel) for one in self._matching(mention) if one.rel is not None and one.rel.part]
        hosts = {rel.to for _, rel in held}
        if len(held) != 2 or len(hosts) != 2:
            raise Missing(mention.label)
        self.seen = True
        (first, one), (second, other) = held
        for key, rel in ((first, other), (second, one)):
            self.change(key, rel=rel)
            self.move_elsewhere(key)

    def _bared(self, index: int) -> bool:
        """Take off what somebody is drawn with: the hat of the snowman. False where there is no such thing."""
        mention = self.said.mentions[index] if index >= 0 else None
        if mention is None or mention.kind is None or self._matching(mention):
            return False
        if mention.kind in LUMINARIES and self.luminary and mention.kind in shown_in_the_sky(self.base.env):
            self.luminary = False
            return True
        among = self.things if mention.owner is None else self._ground(mention.owner)
        found = [key for key in among if mention.kind in self.kind_of(key).has and self.kind_of(key).bare]
        for key in found:
            self.change(key, kind=self.kind_of(key).bare)
        return bool(found)

    def _factor(self, operation: Operation) -> float | None:
        """How many times as large what an operation resizes is to be, where that is said."""
        before = [
            one for one in self.said.operations if one.action == "resize" and one.value == operation.value
        ]
        at = next(number for number, one in enumerate(before) if one is operation)
        return self.factors.next_of(operation.value, at)

    def _resize_all(self, targets: Sequence[str], value: str | None, told: float | None) -> None:
        """Make these larger or smaller: several that stand in the picture become larger alike."""
        were = {key: self.layout[key].scale for key in targets if key in self.layout}
        alike = value == "large" and len(targets) > 1 and all(self._stands_free(key) for key in targets)
        if alike:
            self.grow_together(targets, told or STEP, told=told is not None)
        for key in targets:
            self._resize(key, value, told, were=were.get(key) if alike else None)

    def _stands_free(self, key: str) -> bool:
        """Whether it stands in the picture, on its own and on the ground."""
        aloft = self.kind_of(key).habitat == "sky" or self.things[key].pose == CEILING
        placed = key in self.layout and self._stands(self.things[key])
        return placed and not aloft and not self.bearers(key)

    def _resize(self, key: str, value: str | None, told: float | None, *, were: float | None = None) -> None:
        """Small and large are one step each, or that many times; the opposite of what it is leads back to the middle. Its scale
        `were` that, if it has grown already."""
        now = self.things[key].size
        size = None if now is not None and now != value else value
        rel = self.things[key].rel
        factor = told or (STEP if value == "large" else 1 / STEP)
        on_its_foot = self._stands(self.things[key]) or (rel and (rel.type, rel.part) == ("on", None))
        if on_its_foot and key in self.layout:
            before = were or self.layout[key].scale
            grown = (
                self.layout[key].scale != before if were else self.grow(key, factor, told=told is not None)
            )
            if grown:
                self.change(key, size=size)
                self._falls_short(key, told, self.layout[key].scale / before)
            else:
                self.at_limit.add(key)
        elif on_its_foot and (stood := self.former.get(key)) is not None:  # about to be placed anew
            self.former[key] = msgspec.structs.replace(stood, scale=stood.scale * factor)
            self.change(key, size=size)
        elif size != now:
            self.change(key, size=size)
            self.former.pop(key, None)
            self.place_again(key)
            sizes = {**SAID_SIZE, "large": LARGE_KITE} if is_flown(self.things[key]) else SAID_SIZE
            self._falls_short(key, told, sizes.get(size, 1.0) / sizes.get(now, 1.0))
        else:
            self.at_limit.add(key)

    def _falls_short(self, key: str, told: float | None, done: float) -> None:
        """Remember of a thing that it did not become so many times as large, or hardly larger or smaller, and how many times it
        did."""
        hardly = told is None and 1 / _PLAINLY < done < _PLAINLY
        if hardly or (told is not None and abs(done / told - 1) > 0.1):
            self.short_of[key] = done


_A_PAIR = 2
_PLAINLY = 1.2
"""So many times as large is seen at a glance."""
_CAKES = frozenset({"cake", "birthday-cake", "cake-slice", "cupcake"})
_PART_OF = frozenset({"replace", "remove", "recolour", "pattern", "resize"})
"""What may be asked of a thing that somebody is drawn with."""


def shown_in_the_sky(env: Environment) -> frozenset[str]:
    """The luminary that such a sky shows, under all its names."""
    if env.place in OFF_EARTH:
        return frozenset({"earth"})
    if env.place in INDOORS or env.place in ("underwater", "cave"):
        return frozenset()
    if env.time == "night":
        return LUMINARIES - {"sun", "earth"}
    return frozenset({"sun"}) if env.weather == "clear" else frozenset()


def _attachments(scene: Scene, keys: set[str]) -> set[str]:
    """What hangs on these things, and on that in turn."""
    found: set[str] = set()
    for thing in scene.objects:
        rel = thing.rel
        if rel is None or rel.type not in ATTACHED or rel.to not in keys | found:
            continue
        bearer = scene.thing(rel.to)
        if bearer is None or not kinds()[thing.kind].alive or _takes_riders(bearer):
            found.add(thing.id)
    return found


def _takes_riders(bearer: Thing) -> bool:
    """Whether who is on it goes where it goes: on a horse or in a car, not on a sofa."""
    return kinds()[bearer.kind].alive or bearer.kind in mounts()
