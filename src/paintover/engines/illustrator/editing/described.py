"""How things look and sit that an edit tells of: their colours, patterns and sizes, their poses and their faces."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.editing.mentioned import Mentioned
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.postures import seated_still
from paintover.engines.illustrator.grammar.reading import MIXED, PLAIN
from paintover.engines.illustrator.kinds import BEDS, kinds
from paintover.engines.illustrator.retelling.called import has_of_its_own
from paintover.engines.illustrator.scene import PatternName, Relation, Thing
from paintover.engines.illustrator.sprites.moods import CALM, MOODS
from paintover.engines.illustrator.sprites.patterns import drawn_so
from paintover.engines.illustrator.sprites.skin import has_skin
from paintover.engines.illustrator.sprites.stock import beams
from paintover.engines.illustrator.staging.attach import has_legs, sits_on
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.cast import ATTACHED
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.mounts import mounts
from paintover.engines.illustrator.staging.standing import SHARED, shared_seat

_ON_FOOT = frozenset({"walk", "run", "dance"})
_LIE_AWAKE = frozenset({"dragon"})
"""Who is asleep as another beast than it stands, and stays that one when it wakes."""
"""What nobody does on a chair."""


class Described(Mentioned):
    """Mentions as things that look as they are said to."""

    def _thing(self, mention: Mention, kind: str, key: str, rel: Relation | None) -> Thing:
        if unwanted := [own for worn in mention.lacks if (own := has_of_its_own(kinds()[kind], worn))]:
            bare = kinds()[kind].bare
            if bare is None:
                self.worn_anyway.append((mention.label, names(mention.lang, unwanted[0])))
            kind = bare or kind
        if drawn_so(kind, (mention.colour or "", *(mention.second or "").split()), mention.pattern):
            mention = replace(mention, colour=None, pattern=None, second=None)
        return Thing(
            id=key,
            kind=kind,
            label=mention.label,
            lang=mention.lang,
            rung="signpost" if mention.kind is None else kinds()[kind].rung,
            colour=mention.colour if mention.pattern != MIXED else _ground_of(mention)[0],
            pattern=_pattern_on(mention.pattern, kind),
            second=mention.second if mention.pattern != MIXED else _ground_of(mention)[1],
            size=_size_of(mention.size),
            pose=mention.pose,
            mood=None if mention.mood == CALM else mention.mood,
            skin=mention.skin if has_skin(kinds()[kind].art) else None,
            rel=rel,
        )

    def _describe(self, keys: Sequence[str], mention: Mention) -> None:
        """What is said of a known thing becomes so: its colour, size, pose."""
        if mention.pronoun:  # its colour and size say which one is meant
            for key, said in ((key, said) for key in keys for said in (mention.pose, mention.mood) if said):
                self._repose(key, said)
            return
        colours = mention.palette or (mention.colour,)
        for turn, key in enumerate(keys):
            if mention.pattern == MIXED:
                self._mix(key, [mention.colour or "white", *(mention.second or "").split()])
                continue
            if mention.colour is not None:
                self.change(key, colour=colours[turn % len(colours)])
            if mention.pattern is not None:
                self._pattern(key, mention.pattern, mention.second)
            if mention.size not in (None, self.things[key].size) and (self.new or not mention.definite):
                self.change(key, size=mention.size)
                self.place_again(key)
            if mention.pose is not None:
                self._repose(key, mention.pose)
            if mention.mood is not None:
                self._repose(key, mention.mood)
            if mention.skin is not None and has_skin(self.kind_of(key).art):
                self.change(key, skin=mention.skin)

    def _pattern(self, key: str, pattern: str, second: str | None) -> None:
        """In that pattern; `PLAIN` takes it away. Other colours of it stay where none are named."""
        if pattern == PLAIN:
            self.change(key, pattern=None, second=None)
        else:
            kept = self.things[key].second if self.things[key].pattern == pattern else None
            name = _pattern_on(pattern, self.things[key].kind)
            self.change(key, pattern=name, second=second or kept)

    def _mix(self, key: str, named: Sequence[str]) -> None:
        """In all of those colours at once."""
        ground, others = _mixed_of(named)
        self.change(key, colour=ground)
        self._pattern(key, MIXED, others)

    def _sits_on_the_ground(self, key: str) -> bool:
        """Whether somebody sits on nothing but the ground, who goes on doing so while the hands are raised."""
        one = self.things[key]
        down = one.pose == "sit" or bool(one.limbs and one.limbs == seated_still(one.pose or ""))
        return down and has_arms(self.kind_of(key)) and (one.rel is None or one.rel.type not in ATTACHED)

    def _repose(self, key: str, pose: str | None) -> None:
        """A mood changes the face alone, a pose the body; whoever stands up or wakes is in no pose any more."""
        if pose == CALM and self.things[key].pose == "sleep":
            pose = "stand"  # with open eyes, and awake
        if pose in MOODS:
            self.change(key, mood=self._own_face(key) if pose == CALM else pose)
            return
        now = self.things[key].pose
        if pose == "stand":
            self.change(key, limbs="")  # up from the ground
        if (now, pose, self.things[key].mood) == ("sleep", "stand", None):
            self.change(key, mood=self._own_face(key))  # with open eyes
        if (now, pose) == ("sleep", "stand") and self.things[key].kind in _LIE_AWAKE:
            pose = "lie"
        beside = self.things[key].rel
        if not self.new and pose != now:
            self._leave_the_ball(key)
        if pose == "sit" and beside is not None and beside.type == "beside" and self._free_seat(beside.to):
            self.change(key, rel=Relation(type="on", to=beside.to), pose=pose)
            self.move_elsewhere(key)
            return
        if pose == "lie" and not self.new and beside is not None and self._is_mounted(key):
            self.change(key, rel=Relation(type="beside", to=beside.to), pose=pose)  # fallen off
            self.move_elsewhere(key)
            return
        if pose in _ON_FOOT and not self.new and self._sits_so(key):
            self._get_up(key)
        if (
            pose == "stand"
            and now == "sleep"
            and beside is not None
            and self.things[beside.to].kind in SEATS | BEDS
        ):
            pose = (
                "sit" if has_legs(self.things[key]) else None
            )  # awake, and still in the armchair or the bed
        elif pose == "stand" and now is None and not self.new and not self._sits_so(key):
            self.change(key, pose=pose)  # it stands already, where it stands
            return
        elif pose == "stand" and (now is not None or not self.new):
            pose = None
            self._get_up(key)
        held = beside is not None and beside.type == "hold" and self.kind_of(key).habitat == "sky"
        if pose == "fly" and not self.new and (held or self._lies(self.things[key])):
            self.change(key, rel=None, pose=pose)
            self.move_elsewhere(key)
        elif pose != now:
            if pose is not None and self._sits_on_the_ground(key):
                self.change(key, limbs=seated_still(pose))
            self.change(key, pose=pose)
            self.pose_again(key)

    def _own_face(self, key: str) -> str | None:
        """The mood of who feels nothing, with open eyes."""
        return CALM if beams(self.things[key]) else None

    def _leave_the_ball(self, key: str) -> None:
        """What somebody kicks lies beside them once they do something else."""
        for held in self.attached(key):
            rel = self.things[held].rel
            if rel is not None and (rel.type, rel.to, rel.part) == ("hold", key, "foot"):
                self.change(held, rel=Relation(type="beside", to=key))
                self.move_elsewhere(held)

    def _free_seat(self, key: str) -> bool:
        """Whether a placed bench has room for one more."""
        if self.new or key not in self.layout or self.things[key].kind not in SEATS:
            return False
        taken = sum(
            1
            for one in self.things.values()
            if one.rel is not None and (one.rel.type, one.rel.to) == ("on", key)
        )
        return taken < (2 if self.things[key].kind in SHARED else 1)

    def _sits_so(self, key: str) -> bool:
        """Whether somebody sits because of what they are on."""
        thing = self.things[key]
        rel = shared_seat(thing, self.things.get) or thing.rel
        return rel is not None and sits_on(thing, self.things[rel.to]) and has_legs(thing)

    def _is_mounted(self, key: str) -> bool:
        """Whether somebody sits on a bicycle or a horse, on which nobody lies."""
        rel = self.things[key].rel
        bearer = self.things[rel.to] if rel is not None and rel.type == "on" else None
        return (
            bearer is not None
            and self._sits_so(key)
            and (bearer.kind in mounts() or kinds()[bearer.kind].alive)
        )

    def _get_up(self, key: str) -> None:
        """Who sits on a bench and is to stand up stands beside it."""
        thing = self.things[key]
        rel = shared_seat(thing, self.things.get) or thing.rel
        ground = self.things.get(rel.to) if rel is not None else None
        if self.new or rel is None or ground is None or ground.kind not in SEATS or not has_legs(thing):
            return
        if key in self.layout and rel.to in self.layout and not self._fits_beside(key, rel.to):
            self._step_down(key, rel.to)  # before a bench that fills the picture
            self.change(key, rel=Relation(type="beside", to=rel.to))
            return
        self.change(key, rel=Relation(type="beside", to=rel.to))
        self.move_elsewhere(key)

    def _fits_beside(self, key: str, ground: str) -> bool:
        stood, seat = self.layout[key].box, self.layout[ground].box
        room = max(seat[0], parse_ratio(self.ratio).size()[0] - seat[2])
        if len(self.attached(ground)) > 1 + len(self.attached(key)):
            return True  # and hides nobody who stays
        return room >= 1.15 * (stood[2] - stood[0])

    @abstractmethod
    def _step_down(self, key: str, ground: str) -> None:
        """Let one who is on something stand where that stands."""


def _mixed_of(named: Sequence[str]) -> tuple[str, str | None]:
    """Which of several colours the ground is, and the others: markings are dark on white."""
    ground = "white" if "white" in named else named[0]
    return ground, " ".join(one for one in named if one != ground) or None


def _size_of(said: str | None) -> Literal["small", "large", "far"] | None:
    match said:
        case "small" | "large" | "far":
            return said
        case _:
            return None


def _pattern_on(pattern: str | None, kind: str) -> PatternName | None:
    """The pattern of a thing of that kind; several colours are patches on a coat and stripes on anything else."""
    if pattern == MIXED:
        known = kinds()[kind]
        return "patched" if known.alive and known.crop != "bust" else "striped"
    return None if pattern in (None, PLAIN) else pattern  # type: ignore[return-value]


def _ground_of(mention: Mention) -> tuple[str | None, str | None]:
    """The ground of what has several colours, and the others."""
    named = [*(mention.colour or "").split(), *(mention.second or "").split()]
    return _mixed_of(named) if named else (None, None)
