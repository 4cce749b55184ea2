"""One utterance applied to one scene: what a mention means there, and the operations in their order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, place_of
from paintover.engines.illustrator.cast import ATTACHED, MAX_THINGS, OPPOSITE, STEP, Cast
from paintover.engines.illustrator.kinds import SIGNPOST, kinds, sorts
from paintover.engines.illustrator.lexicon import names
from paintover.engines.illustrator.moods import CALM, MOODS
from paintover.engines.illustrator.phrases import EVERYTHING, SALIENT, Mention
from paintover.engines.illustrator.relate import relation
from paintover.engines.illustrator.scene import Environment, Placement, Relation, Scene, Thing
from paintover.engines.illustrator.standing import floats
from paintover.engines.illustrator.stock import takes_mood, takes_pose
from paintover.engines.illustrator.utterance import Link, Operation, Utterance

MAX_SIGNPOSTS = 4
LUMINARIES = frozenset({"sun", "moon", "crescent-moon"})
"""What the backdrop may show on its own account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A scene to draw, `notes` to say, and which objects an edit touched."""

    scene: Scene
    notes: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    """Ids that are new or changed; those removed are not in the scene any more and not here."""
    former: dict[str, Placement] = field(default_factory=dict)
    """Where a thing that must be placed again (replaced, resized) stood before: a hint for the layout."""


class _Missing(Exception):
    """A thing that an edit speaks of is not in the picture."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


class Editor(Cast):
    """One utterance applied to one scene."""

    def __init__(self, scene: Scene, said: Utterance, language: Language, *, new: bool) -> None:
        super().__init__(scene)
        self.base = scene
        self.said = said
        self.language = language
        self.new = new
        self.links = {link.figure: link for link in said.links}
        self.adds = {op.target: op for op in said.operations if op.action == "add"}
        self.bound: dict[int, list[str]] = {}
        self.binding: set[int] = set()
        self.signposts: list[str] = []
        self.luminary = scene.env.luminary
        self.missing: list[str] = []
        self.worn_anyway: list[tuple[str, str]] = []
        """Who was to be without something, and what it is that the drawing has all the same."""
        self.said_to_stay: set[str] = set()
        """With "keep only": what stays."""
        self.puzzled = False
        """Nothing of a new picture's words was understood."""
        self.spoken: str | None = None
        """What the last operation was done to."""
        self.recent: str | None = None
        """What the operation before this one was done to: "it", if nothing else is."""
        self.seen = False
        """Whether anything spoken of was found, even if nothing had to change."""

    # The result

    def scene(self) -> Scene:
        """The changed scene; settings that were not spoken of stay."""
        said, env = self.said, self.base.env
        settings = said.place or env.place, said.time or env.time, said.weather or env.weather
        luminary = self.luminary
        if settings != (env.place, env.time, env.weather):
            luminary = not any(thing.kind in LUMINARIES for thing in self.things.values())
        elif not self.new and any(
            t.kind in _shown(env) for t in self.things.values() if t.id in self.touched
        ):
            luminary = False  # "add a moon" to a night that has one
        env = Environment(
            place=settings[0],
            time=settings[1],
            weather=settings[2],
            season=env.season if said.season is None else said.season,
            festival=env.festival if said.festival is None else said.festival,
            luminary=luminary,
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
            ids_given=self.given,
        )

    def focus(self) -> str | None:
        """What was added, changed or named last; nothing in a new picture, where "it" is the newest thing."""
        if self.new:
            return None
        last = [key for key in (*self.touched, self.spoken) if key in self.things]
        return last[-1] if last else self.base.focus if self.base.focus in self.things else None

    def composed(self, scene: Scene) -> Composed:
        """The result with its notes."""
        said: list[str] = []
        if self.said.keep and not self.changed:
            said.append(notes.kept(self.language))
        if self.puzzled:
            said.append(notes.idea_instead(self.language))
        if self.signposts:
            said.append(notes.signpost(list(dict.fromkeys(self.signposts)), self.language))
        outlines = [
            t.label for t in self.things.values() if t.rung == "silhouette" and self.base.thing(t.id) is None
        ]
        if outlines:
            said.append(notes.silhouette(list(dict.fromkeys(outlines)), self.language))
        if self.said.left_out:
            said.append(notes.left_out(self.said.left_out, self.language))
        said.extend(notes.not_in_picture(word, self.language) for word in dict.fromkeys(self.missing))
        said.extend(notes.worn_anyway(*pair, self.language) for pair in dict.fromkeys(self.worn_anyway))
        changed = [t for t in self.things.values() if t != self.base.thing(t.id)]
        place = place_of(scene.env)
        stiff = [t.label for t in changed if not takes_pose(t, afloat=place.floats or floats(t, place))]
        if stiff:
            said.append(notes.pose_not_drawn(list(dict.fromkeys(stiff)), self.language))
        blank = [t.label for t in changed if not takes_mood(t)]
        if blank:
            said.append(notes.mood_not_drawn(list(dict.fromkeys(blank)), self.language))
        if self.crowded:
            said.append(notes.too_many(MAX_THINGS, self.language))
        touched = tuple(key for key in self.touched if key in self.things)
        former = {key: value for key, value in self.former.items() if key in self.things}
        return Composed(scene=scene, notes=tuple(said), touched=touched, former=former)

    def refusal(self) -> str:
        """Why nothing could be done."""
        if self.missing:
            return notes.not_in_picture(self.missing[0], self.language)
        asked = any(
            op.action != "add" or _describes(self.said.mentions[op.target]) for op in self.said.operations
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
        if (self.seen and asked) or any(value is not None for value in settings):
            return notes.already_so(self.language)
        return notes.not_understood(self.language)

    # Other sources

    def bring(self, others: Sequence[Scene]) -> bool:
        """Take over the things of other pictures that the words name and this one lacks; all where none is named.

        Returns whether anything came.
        """
        before = len(self.things)
        named = [m.kind for m in self.said.mentions if m.kind is not None and not self._matching(m)]
        everything = not any(thing.kind in named for other in others for thing in other.objects)
        for other in others:
            wanted = [t for t in other.objects if everything or t.kind in named]
            keys = {thing.id for thing in wanted} | _attachments(other, {thing.id for thing in wanted})
            self._adopt([thing for thing in other.objects if thing.id in keys])
        return len(self.things) > before

    def _adopt(self, things: Sequence[Thing]) -> None:
        new_ids: dict[str, str] = {}
        for thing in things:
            if len(self.things) >= MAX_THINGS:
                self.crowded = True
                return
            new_ids[thing.id] = key = self.next_id()
            rel = thing.rel
            if rel is not None:
                rel = msgspec.structs.replace(rel, to=new_ids[rel.to]) if rel.to in new_ids else None
            self.things[key] = msgspec.structs.replace(thing, id=key, rel=rel)
            self.touch(key)

    # Finding what is meant

    def _matching(self, mention: Mention) -> list[Thing]:
        """The things that a mention may mean, in their order."""
        things = list(self.things.values())
        if mention.pronoun and (mention.colour is not None or mention.size is not None):
            return [thing for thing in things if _looks(thing, mention)]
        if mention.pronoun and mention.side is not None:
            return [thing for thing in things if thing.rel is None or thing.rel.type not in ATTACHED]
        if mention.pronoun:
            return [self.things[key] for key in self._salient(alive=False)]
        if mention.kind is None:
            return [t for t in things if t.rung == "signpost" and mention.label in (t.label, t.label.lower())]
        if mention.sort is not None:
            return [t for t in things if t.kind in sorts()[mention.sort]]
        found = [t for t in things if t.kind == mention.kind and t.rung != "signpost"]
        found = found or [t for t in things if t.kind.endswith(f"-{mention.kind}")]
        single = kinds()[mention.kind].single
        found = found or [t for t in things if t.kind == single]
        if mention.colour is not None:
            found = [t for t in found if t.colour == mention.colour] or found
        return [t for t in found if t.size == mention.size] or found if mention.size is not None else found

    def _meant(self, mention: Mention, *, many: bool) -> list[str]:
        """The ids that a mention means; `many` when a bare noun means all of its kind."""
        found = self._matching(mention)
        if not found:
            return []
        self.seen = True
        if mention.side is not None:
            return [self.at_side(found, mention.side).id]
        if mention.owner is not None:
            owners = self._ground(mention.owner)
            found = [t for t in found if t.rel is not None and t.rel.to in owners] or found
        found = [t for t in found if not self._carries(t.id, mention.lacks)] or found
        if mention.every or (mention.plural and not mention.counted):
            return [t.id for t in found]
        if many and mention.lang == "zh" and not mention.counted:
            return [t.id for t in found]
        return [t.id for t in found[: mention.count]]

    def _carries(self, key: str, worn: Sequence[str]) -> bool:
        return any(self.things[one].kind in worn for one in self.attached(key) if one in self.things)

    def _salient(self, *, alive: bool) -> list[str]:
        """What "it" is: the newest thing; for a part, the newest that has parts."""
        newest = list(reversed(self.things.values()))
        if self.recent in self.things:
            newest.insert(0, self.things[self.recent])
        elif self.base.focus in self.things:
            newest.insert(0, self.things[self.base.focus])
        for thing in newest:
            if not alive or kinds()[thing.kind].alive:
                return [thing.id]
            host = self.things.get(thing.rel.to) if thing.rel is not None else None
            if host is not None and kinds()[host.kind].alive:
                return [host.id]
        return []

    def _everything(self, *, alive: bool) -> list[str]:
        """What "they" are: all that stands for itself; only who lives, if anybody does and it matters."""
        standing = [t for t in self.things.values() if t.rel is None or t.rel.type not in ATTACHED]
        living = [t.id for t in standing if kinds()[t.kind].alive]
        return living if alive and living else [t.id for t in standing]

    def _targets(self, index: int) -> list[str]:
        """What an operation is done to.

        Raises:
            _Missing: it is not in the picture.
        """
        if index in (SALIENT, EVERYTHING):
            found = self._everything(alive=False) if index == EVERYTHING else self._salient(alive=False)
            if not found:
                raise _Missing("它" if self.language == "zh" else "such thing")
            return found
        if index in self.bound:
            return [key for key in self.bound[index] if key in self.things]
        found = self._meant(self.said.mentions[index], many=True)
        if not found:
            raise _Missing(self.said.mentions[index].label)
        self.bound[index] = found
        return found

    # Applying

    def apply(self) -> None:
        """Do every operation in its order; what names a missing thing is noted and left."""
        for operation in self.said.operations:
            try:
                self._do(operation)
                self._remember(operation)
            except _Missing as missing:
                if self.new:
                    self._do_anew(operation)
                else:
                    self.missing.append(missing.word)
        self._take_sides()

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
            if self.new or not operation.loose:
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
        targets = self._targets(operation.target)
        self.spoken = targets[-1]
        if operation.action == "remove":
            self._remove(targets)
        elif operation.action == "keep":
            self._keep(targets)
        elif operation.action == "take_off" and operation.other is not None:
            self._take_off(targets, operation.other)
        elif operation.action == "replace" and operation.other is not None:
            self._replace(targets, operation.other)
        elif operation.action == "recolour":
            for key in targets:
                self.change(key, colour=operation.value)
        elif operation.action == "resize":
            for key in targets:
                self._resize(key, operation.value)
        elif operation.action == "recount":
            self._recount(targets, operation.count)
        elif operation.action == "repose":
            for key in targets:
                self._repose(key, operation.value)
        elif operation.action == "shift" and operation.value is not None:
            for key in targets:
                self._move(key, operation.value)
        elif operation.action == "rotate":
            for key in targets:
                self.rotate(key, operation.count)
        elif operation.action == "flip":
            for key in targets:
                self.turn(key, operation.value)

    def _do_anew(self, operation: Operation) -> None:
        """A change asked of a new picture: "make the ox red" draws a red ox, "replace A with B" draws B."""
        if operation.action == "replace" and operation.other is not None:
            self._bind(operation.other)
        elif operation.action in ("swap", "flip", "rotate"):
            for index in (operation.target, operation.other):
                if index is not None and index >= 0:
                    self._bind(index)
        elif operation.action in ("recolour", "resize", "repose") and operation.target != SALIENT:
            for key in self._bind(operation.target):
                if operation.action == "recolour":
                    self.change(key, colour=operation.value)
                elif operation.action == "resize":
                    self.change(key, size=operation.value)
                else:
                    self._repose(key, operation.value)

    def _swap(self, operation: Operation) -> None:
        """Two things change places; "swap A with B" where there is no B replaces A."""
        if operation.other is None:
            pair = self._everything(alive=True)
            if len(pair) != 2:
                raise _Missing("两样可以互换的东西" if self.language == "zh" else "pair of things to swap")
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
            raise _Missing(mention.label)
        else:
            self._replace(first, operation.other)

    def _bared(self, index: int) -> bool:
        """Take off what somebody is drawn with: the hat of the snowman. False where there is no such thing."""
        mention = self.said.mentions[index] if index >= 0 else None
        if mention is None or mention.kind is None or self._matching(mention):
            return False
        if mention.kind in LUMINARIES and self.luminary and mention.kind in _shown(self.base.env):
            self.luminary = False
            return True
        among = self.things if mention.owner is None else self._ground(mention.owner)
        found = [key for key in among if mention.kind in self.kind_of(key).has and self.kind_of(key).bare]
        for key in found:
            self.change(key, kind=self.kind_of(key).bare)
        return bool(found)

    def _remove(self, targets: Sequence[str]) -> None:
        for key in targets:
            if key in self.things:
                self.drop(key)

    def _keep(self, targets: Sequence[str]) -> None:
        """All goes but these, what hangs on them, and what they are on."""
        kept = set(self.said_to_stay)
        for key in targets:
            kept |= {key, *self.attached(key), *self.bearers(key)}
        self.said_to_stay = kept
        later = [op for op in self.said.operations if op.action == "keep" and op.target not in self.bound]
        if later:
            return
        for key in list(self.things):
            if key in self.things and key not in kept:
                self.drop(key)

    def _take_off(self, targets: Sequence[str], other: int) -> None:
        """What is worn goes; what stood or lay on something stands beside it."""
        for key in targets:
            rel = self.things[key].rel
            if rel is None or rel.to not in self._targets(other):
                raise _Missing(self.said.mentions[other].label)
            if rel.type == "wear" or (rel.part is not None and self.kind_of(key).wear is not None):
                self.drop(key)
            else:
                self.change(key, rel=Relation(type="beside", to=rel.to))
                self.move_elsewhere(key)

    def _repose(self, key: str, pose: str | None) -> None:
        """A mood changes the face alone, a pose the body; whoever stands up or wakes is in no pose any more."""
        if pose in MOODS:
            self.change(key, mood=None if pose == CALM else pose)
            return
        now = self.things[key].pose
        if pose == "stand" and now is not None:
            pose = None
        if pose != now:
            self.change(key, pose=pose)
            self.place_again(key)

    def _move(self, key: str, side: str) -> None:
        """What lies on something gets off it to that side; anything else is pushed a bit."""
        rel = self.things[key].rel
        if (
            rel is not None
            and rel.type in ("on", "inside")
            and rel.part is None
            and side in ("left", "right")
        ):
            self.change(key, rel=Relation(type="left" if side == "left" else "right", to=rel.to))
            for each in (key, *self.attached(key)):
                self.layout.pop(each, None)
                self.touched[each] = None
        else:
            self.shift(key, side)

    def _resize(self, key: str, value: str | None) -> None:
        """Small and large are one step each; the opposite of what it is leads back to the middle."""
        now = self.things[key].size
        size = None if now is not None and now != value else value
        if self._stands(self.things[key]) and key in self.layout:
            if self.grow(key, STEP if value == "large" else 1 / STEP):
                self.change(key, size=size)
        elif size != now:
            self.change(key, size=size)
            self.place_again(key)

    def _recount(self, targets: Sequence[str], count: int) -> None:
        for key in list(targets)[count:]:
            self.drop(key)
        model = msgspec.structs.replace(self.things[targets[0]], rel=None)
        if count > 2 * len(targets) and set(self._everything(alive=False)) <= set(targets):
            for key in list(self.layout):  # there is nothing else that would have to keep its place
                del self.layout[key]
                self.touched[key] = None
        for _ in range(count - len(targets)):
            if self.new_thing(model) is None:
                return

    def _tells_number(self, index: int | None) -> bool:
        """ "I want three trees" where there are trees already: so many there are to be. False where it says more."""
        if index is None:
            return False
        mention = self.said.mentions[index]
        plain = not _describes(mention) and mention.sort is None and mention.kind is not None
        if not plain or not mention.counted or mention.count < 2 or mention.definite or index in self.links:
            return False
        alike = [t.id for t in self._matching(mention) if t.kind == mention.kind and self._stands(t)]
        if not alike or any(link.ground == index for link in self.said.links):
            return False
        self.bound[index] = alike
        self._recount(alike, mention.count)
        return True

    def _stands(self, thing: Thing) -> bool:
        return thing.rel is None or thing.rel.type not in ATTACHED

    def _count_again(self, operation: Operation) -> None:
        """再加两只, "make it five": of the kind that was drawn last and stands for itself."""
        standing = [t for t in self.things.values() if t.rel is None or t.rel.type not in ATTACHED]
        if not standing:
            raise _Missing("它" if self.language == "zh" else "such thing")
        alike = [t.id for t in standing if t.kind == standing[-1].kind]
        more = len(alike) if operation.action == "more" else 0
        self._recount(alike, max(0, operation.count + more))

    def _replace(self, targets: Sequence[str], other: int) -> None:
        """The new thing takes the old one's id and place; what the old one wore goes if the new one cannot wear it."""
        mention = self.said.mentions[other]
        kind = self._kind_of(mention)
        for key in targets:
            old = self.things[key]
            self.place_again(key)
            if kinds()[old.kind].alive and not kinds()[kind].alive:
                for worn in self.attached(key):
                    if worn in self.things and self.on_part(worn):
                        self.drop(worn)
            rel = old.rel
            if rel is not None and rel.type in ATTACHED and rel.to in self.things:
                host = kinds()[self.things[rel.to].kind]
                rel = relation("on" if rel.type != "hold" else "hold", kinds()[kind], host, rel.to, rel.part)
            self.things[key] = self._thing(mention, kind, key, rel)
            self.touch(key)
        self.bound[other] = list(targets)
        extra = mention.count - len(targets) if mention.counted else 0
        for _ in range(extra):
            added = self.new_thing(self.things[targets[0]])
            if added is None:
                break
            self.bound[other].append(added)

    # Adding

    def _kind_of(self, mention: Mention) -> str:
        if mention.kind is not None:
            return mention.kind
        self.signposts.append(mention.label)
        return SIGNPOST

    def _thing(self, mention: Mention, kind: str, key: str, rel: Relation | None) -> Thing:
        if unwanted := [worn for worn in mention.lacks if worn in kinds()[kind].has]:
            bare = kinds()[kind].bare
            if bare is None:
                self.worn_anyway.append((mention.label, names(mention.lang, unwanted[0])))
            kind = bare or kind
        return Thing(
            id=key,
            kind=kind,
            label=mention.label,
            lang=mention.lang,
            rung="signpost" if mention.kind is None else kinds()[kind].rung,
            colour=mention.colour,
            size="small" if mention.size == "small" else "large" if mention.size == "large" else None,
            pose=mention.pose,
            mood=None if mention.mood == CALM else mention.mood,
            rel=rel,
        )

    def _bind(self, index: int) -> list[str]:
        """The ids of a mention: found, or added, its ground first.

        Raises:
            _Missing: it stands to something that is not in the picture, or is itself missing.
        """
        if index in self.bound:
            return self.bound[index]
        if index in self.binding:
            return []
        self.binding.add(index)
        mention = self.said.mentions[index]
        link = self.links.get(index)
        meant = (
            self._meant(mention, many=False) if mention.pronoun else []
        )  # before what it stands to is added
        grounds = (
            self._ground(link.ground, part=link.part is not None or _bodily(link)) if link is not None else []
        )
        if link is not None and not grounds:
            link = None
        keys = meant or self._known(index, mention, link)
        if keys:
            self._describe(keys, mention)
        elif mention.pronoun:
            return []
        elif self._must_exist(index, mention):
            raise _Missing(mention.label)
        else:
            each = link is not None and link.each and len(grounds) > 1
            shared = replace(mention, count=1) if each and not mention.counted else mention
            keys = self._add(shared, len(grounds) if each else 1)
        self.bound[index] = keys
        if link is not None:
            self._relate(keys, grounds, link)
        return keys

    def _known(self, index: int, mention: Mention, link: Link | None) -> list[str]:
        """The things already there that the mention means, if it does not ask for a new one."""
        add = self.adds.get(index)
        if mention.kind is None and not self._matching(mention):
            return []
        if add is None or mention.definite or mention.every:
            asks_for_new = add is not None and add.fresh and not (mention.lang == "zh" and mention.definite)
            return [] if asks_for_new else self._meant(mention, many=False)
        if mention.counted or mention.plural or add.fresh:
            return []
        if self.new and mention.colour is not None:
            found = [thing.colour for thing in self._matching(mention)]
            if None not in found and mention.colour not in found:
                return []
        is_ground = any(other.ground == index for other in self.said.links)
        if link is not None and not is_ground:
            return []
        return self._meant(mention, many=False)

    def _must_exist(self, index: int, mention: Mention) -> bool:
        """Whether a mention that was not found is a mistake rather than a wish."""
        if self.new or mention.counted or mention.plural:
            return False
        add = self.adds.get(index)
        if add is not None and add.fresh:
            return False
        is_ground = any(link.ground == index and link.type != "ride" for link in self.said.links)
        return is_ground or (mention.definite and mention.lang == "zh") or mention.owner is not None

    def _describe(self, keys: Sequence[str], mention: Mention) -> None:
        """What is said of a known thing becomes so: its colour, size, pose."""
        if mention.pronoun:
            return
        for key in keys:
            if mention.colour is not None:
                self.change(key, colour=mention.colour)
            if mention.size is not None and self.things[key].size != mention.size and not mention.definite:
                self.change(key, size=mention.size)
                self.place_again(key)
            if mention.pose is not None:
                self._repose(key, mention.pose)
            if mention.mood is not None:
                self._repose(key, mention.mood)

    def _add(self, mention: Mention, copies: int) -> list[str]:
        """New things for a mention: as many as it counts, times the copies."""
        if mention.kind is None and len(self.signposts) >= MAX_SIGNPOSTS:
            return []
        kind = self._kind_of(mention)
        count = 1 if mention.kind is None else mention.count
        keys: list[str] = []
        chosen = self._of_sort(mention, count * copies)
        for turn in range(count * copies):
            one = mention if chosen is None else chosen[turn % len(chosen)]
            key = self.new_thing(self._thing(one, one.kind or kind, "", None))
            if key is None:
                break
            keys.append(key)
        return keys

    def _of_sort(self, mention: Mention, count: int) -> list[Mention] | None:
        """For "three animals": three different ones, chosen by seed and not yet in the picture."""
        if mention.sort is None:
            return None
        present = {thing.kind for thing in self.things.values()}
        kept = [kind for kind in sorts()[mention.sort] if kind not in present] or [*sorts()[mention.sort]]
        picked = random.Random(f"{self.base.seed}:{mention.sort}").sample(kept, min(count, len(kept)))
        return [replace(mention, kind=kind, sort=None, label=names(mention.lang, kind)) for kind in picked]

    def _ground(self, index: int, *, part: bool = False) -> list[str]:
        """What a figure stands to. In a new picture, and for "a chair", it is added if need be."""
        if index == EVERYTHING:
            return self._everything(alive=True)
        if index == SALIENT:
            return self._salient(alive=part)
        if index in self.adds or index in self.links or index in self.bound:
            return [key for key in self._bind(index) if key in self.things]
        mention = self.said.mentions[index]
        found = self._meant(mention, many=False)
        if not found:
            if not self.new and not mention.counted:
                raise _Missing(mention.label)
            found = self._add(mention, 1)
        self.bound[index] = found
        return found

    def _relate(self, keys: Sequence[str], grounds: Sequence[str], link: Link) -> None:
        """Each figure to its ground: one to one where there are as many, otherwise to the nearest."""
        for place, key in enumerate(keys):
            same = len(keys) == len(grounds)
            ground = grounds[place] if same else grounds[-1] if link.type == "right" else grounds[0]
            if link.each and not same:
                ground = grounds[place % len(grounds)]
            if ground == key or self.leads_to(ground, key):
                continue
            rel = self._relation(key, ground, link)
            if rel.type in ("wear", "hold") and self.things[key].kind in self.kind_of(ground).has:
                bare = self.kind_of(ground).bare
                if bare is None or self.things[key].colour is None:
                    self._had(key)
                    continue
                self.change(ground, kind=bare)  # "a snowman with a red hat": not the black one
            if self.things[key].rel != rel:
                crowded = rel.type in OPPOSITE and not self.room_beside(ground, rel.type, key)
                self.change(key, rel=rel)
                if crowded:
                    self.change_places(key, ground, rel.type)
                else:
                    self.move_elsewhere(key)

    def _had(self, key: str) -> None:
        """Forget a new thing that its bearer is drawn with anyway: a king's crown."""
        if key in self.touched and self.base.thing(key) is None:
            was = self.changed
            self.drop(key)
            del self.touched[key]
            self.seen, self.changed = True, was and (self.new or bool(self.touched))

    def _relation(self, key: str, ground: str, link: Link) -> Relation:
        """A sign is neither worn nor carried, and nothing goes on or into it: it stands beside."""
        rel = relation(link.type, self.kind_of(key), self.kind_of(ground), ground, link.part)
        if link.type == "between":
            others = self._ground(link.also if link.also is not None else link.ground)
            other = next((one for one in others if one not in (ground, key)), None)
            if other is not None:
                return Relation(type="between", to=ground, also=other)
        sign = self.things[key].rung == "signpost"
        unheld = sign and (self.kind_of(ground).alive or rel.type == "inside")
        if (unheld or self.things[ground].rung == "signpost") and rel.type in (*ATTACHED, "above", "below"):
            return Relation(type="beside", to=ground)
        return rel

    def _take_sides(self) -> None:
        """ "On the left a cat": without another ground, left of what else stands there."""
        for index, keys in self.bound.items():
            side = self.said.mentions[index].side
            if side not in ("left", "right") or index not in self.adds or index in self.links:
                continue
            for key in keys:
                if key not in self.touched or key not in self.things or self.things[key].rel is not None:
                    continue
                others = [t.id for t in self.things.values() if t.id not in keys and t.rel is None]
                free = [other for other in others if not self.leads_to(other, key)]
                if free:
                    ground = self.at_side([self.things[other] for other in free], side).id
                    self.change(key, rel=Relation(type="left" if side == "left" else "right", to=ground))


def _shown(env: Environment) -> frozenset[str]:
    """The luminary that such a sky shows, under all its names."""
    if env.place in INDOORS or env.place in ("underwater", "space", "cave"):
        return frozenset()
    if env.time == "night":
        return LUMINARIES - {"sun"}
    return frozenset({"sun"}) if env.weather == "clear" else frozenset()


def _looks(thing: Thing, mention: Mention) -> bool:
    return mention.colour in (None, thing.colour) and mention.size in (None, thing.size)


def _describes(mention: Mention) -> bool:
    return any(value is not None for value in (mention.colour, mention.size, mention.pose, mention.mood))


def _bodily(link: Link) -> bool:
    """Relations that need somebody: to wear, to hold, to carry."""
    return link.type in ("wear", "hold", "carry", "cover", "attach")


def _attachments(scene: Scene, keys: set[str]) -> set[str]:
    """What hangs on these things, and on that in turn."""
    found: set[str] = set()
    for thing in scene.objects:
        rel = thing.rel
        if rel is not None and rel.type in ATTACHED and rel.to in keys | found:
            found.add(thing.id)
    return found
