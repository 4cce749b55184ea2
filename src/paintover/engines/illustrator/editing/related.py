"""What stands to what: each figure to its ground, and those that are told a side of the picture to whatever else is there."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.editing.described import Described
from paintover.engines.illustrator.editing.mentioned import EDIBLE
from paintover.engines.illustrator.grammar.mention import SALIENT
from paintover.engines.illustrator.grammar.relate import relation
from paintover.engines.illustrator.grammar.utterance import Link
from paintover.engines.illustrator.kinds import BEDS, TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.staging.cast import ATTACHED, OPPOSITE
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.standing import HOUSE_M, scene_size, shared_seat

_AROUND_IT = frozenset({"beside", "left", "right", "behind", "front"})
NEAR = frozenset({"left", "right", "beside", "front", "behind", "around"})
"""Relations to whoever is spoken of, and not to the newspaper that he holds."""
_UPON = frozenset({"ride", "on", "inside"})
"""Relations in which one is on or in what may stand anywhere."""
_BABY_M = 0.8
"""Who is no taller is taken into the arms by whoever hugs them."""
_WITHIN_REACH = 0.2
"""How far from somebody's side one stands at most that is led from where it is, as a share of the picture's width."""


def _is_overhead(thing: Thing) -> bool:
    """Whether it flies, floats in the air or hangs, so that nobody is beside it who stands."""
    flies = kinds()[thing.kind].habitat == "sky" and not kinds()[thing.kind].alive
    return flies or thing.kind == "lantern" or thing.pose in (CEILING, "hung")


_MUCH_LOWER = 0.6
"""Below such a share of the height of somebody it is they behind whom a newcomer is."""


class Related(Described):
    """Things in the relations that are told of them."""

    @abstractmethod
    def _ground(self, index: int, *, part: bool = False) -> list[str]:
        """What a figure stands to. In a new picture, and for "a chair", it is added if need be."""

    def _lain_on(self, one: Thing) -> Relation | None:
        """How it lies on or in something, if need be as what it is beside does."""
        return one.rel if self._lies(one) else shared_seat(one, self.things.get)

    def _whole_of(self, key: str) -> str:
        """Beside what one is who is beside that and nobody says so: the cake with the candles, the girl with the balloon."""
        for _ in self.things:
            rel = self.things[key].rel
            if rel is None or rel.to not in self.things:
                break
            if rel.type not in ("wear", "hold", "inside") and self.things[rel.to].kind not in EDIBLE:
                break
            key = rel.to
        return key

    def _below(self, key: str) -> str:
        """Whom, or the largest that, one is before or beside on the ground after balloons or lanterns were spoken of."""
        if not _is_overhead(self.things[key]):
            return key
        standing = [
            one
            for one in self.things.values()
            if one.id in self.layout and one.rel is None and one.rung != "signpost" and not _is_overhead(one)
        ]
        living = [one for one in standing if kinds()[one.kind].alive]
        largest = max(standing, key=lambda one: kinds()[one.kind].height_m, default=None)
        main = living[-1] if living else largest
        return main.id if main is not None else key

    def _behind_the_main_ones(self, key: str) -> str:
        """Behind whom one is where nobody says so: whoever is tallest of those who live, and not the cat spoken of last."""
        there = [one for one in self.things.values() if one.id in self.layout and one.kind != "crowd"]
        living = [one for one in there if kinds()[one.kind].alive and kinds()[one.kind].habitat != "sky"]
        main = max(living, key=lambda one: kinds()[one.kind].height_m, default=None)
        if main is None or self.things[key].id == main.id:
            return key
        low = kinds()[self.things[key].kind].height_m < _MUCH_LOWER * kinds()[main.kind].height_m
        return main.id if low else key

    def _relate(self, keys: Sequence[str], grounds: Sequence[str], link: Link) -> None:
        """Each figure to its ground: one to one where there are as many, otherwise to the nearest."""
        grounds = [one for one in self._all_meant(keys, grounds, link) if one in self.things]
        if not grounds:  # its bearer is drawn with that anyway: a fisherman with his rod
            return
        if link.ground == SALIENT and not self.new and link.type in _AROUND_IT:
            grounds = [self._whole_of(ground) for ground in grounds]
            if not any(_is_overhead(self.things[key]) for key in keys):
                grounds = [self._below(ground) for ground in grounds]
            if link.type == "behind":
                grounds = [self._behind_the_main_ones(ground) for ground in grounds]
        for place, key in enumerate(keys):
            same = len(keys) == len(grounds)
            ground = grounds[place] if same else grounds[-1] if link.type == "right" else grounds[0]
            shares = link.type in ("on", "inside") and len(keys) % len(grounds) == 0
            if (link.each or (shares and self.new)) and not same:
                ground = grounds[place % len(grounds)]
            if (not same or link.ground == SALIENT) and link.type in ("wear", "hold", "attach"):
                ground = self._unladen(grounds, ground, key)
            if ground != key and self._turn_about(key, ground, link):
                continue
            if link.type == "hold" and self._pushes_it(key, ground):
                continue  # who got off a swing and stands beside it
            if ground == key or (self.leads_to(ground, key) and not self._frees(key, ground, link)):
                continue
            if link.type == "attach":
                ground = self._rider_of(ground, key)
            rel = self._relation(key, ground, link)
            if rel.part == "head" and rel.type == "wear" and self._hatted(ground, key):
                if len(keys) > 1 and not self.new and not self._looks_new(key):
                    self._had(key)  # "give everybody a hat"
                    continue
                if self.new or not self._looks_new(key):
                    rel = Relation(type="hold", to=ground, part="hand")  # "a magician with two hats"
            had = self.things[key].kind in self.kind_of(ground).has
            had = had and not (
                link.type == "hold" and self.kind_of(key).wear == "neck"
            )  # it is not in the hand
            alone = len(keys) == 1 or len(grounds) > 1  # "give them both crowns": the king has one
            if had and alone and (rel.type in ("wear", "hold") or link.type == "attach"):
                bare = self.kind_of(ground).bare
                if bare is None or self.things[key].colour is None:
                    if self.things[key].colour is not None:  # a blue shield, of a knight with his own
                        self.worn_anyway.append((self.things[ground].label, self.things[key].label))
                    self._had(key)
                    continue
                self.change(ground, kind=bare)  # "a snowman with a red hat": not the black one
            if self._shares_its_seat(key, ground):
                if rel.type == "beside":
                    continue  # 男的给女的打伞, side by side on a bench
                if rel.type == "hold" and rel.part in ("arm", "neck"):
                    self.arms_full |= {key, ground}
                    continue
            if self.things[key].rel != rel:
                crowded = rel.type in OPPOSITE and not self.room_beside(ground, rel.type, key)
                crowded = crowded and not self._stays_put(ground)
                self.change(key, rel=rel)
                self._mounts(key, link)
                if crowded and not self.make_way(key, ground, rel.type):
                    self.change_places(key, ground, rel.type)
                elif not crowded and not self._is_led_from_there(key, ground, rel):
                    self.move_elsewhere(key)

    def _pushes_it(self, key: str, ground: str) -> bool:
        """Whether somebody pushes what they were put beside before, which is not held."""
        rel, one = self.things[ground].rel, self.things[ground]
        beside = rel is not None and rel.to == key and rel.type in ("beside", "left", "right")
        return not self.new and beside and one.pose in ("push", "pull") and key in self.layout

    def _shares_its_seat(self, key: str, ground: str) -> bool:
        """Whether the two, and nobody else, sat side by side already."""
        rel, beside = self.things[key].rel, self.things[ground].rel
        if self.new or rel is None or beside != rel or rel.type != "on" or self.base.thing(key) is None:
            return False
        together = [one.id for one in self.base.objects if one.rel == rel]
        return sorted(together) == sorted((key, ground)) and self._sits_so(key) and self._sits_so(ground)

    def _frees(self, key: str, ground: str, link: Link) -> bool:
        """妈妈抱着男孩, of a mother beside him: she stands where she is, and he is no more what she stands to. So does a tree beside
        him when he goes behind it."""
        rel = self.things[ground].rel
        if not self.new and rel is not None and (rel.type, rel.to) == ("hold", key) and link.type == "ride":
            self.change(ground, rel=None)  # the skateboard that one had under the arm
            self.layout.pop(ground, None)
            return True
        if self.new or rel is None or rel.type not in NEAR:
            return False
        goes = rel.to == key and link.type in _SEEN_BACK and link.type not in OPPOSITE
        goes = goes and link.type != _SEEN_BACK.get(rel.type) and not self._bears_more(key, ground)
        if not (bodily(link) or link.type in _UPON or goes):
            return False
        self.change(ground, rel=None)
        return True

    def _turn_about(self, key: str, ground: str, link: Link) -> bool:
        """Whether the ground was told to be on that side of what is to be there now, so that the two change places."""
        rel = self.things[ground].rel
        if self.new or rel is None or rel.to != key or rel.type not in (link.type, "beside"):
            return False
        if link.type not in OPPOSITE or not {key, ground} <= self.layout.keys():
            return False
        if rel.type == "beside" and (self._is_at(key, ground, link.type) or self._bears_more(key, ground)):
            return False
        self.exchange(key, ground)
        return True

    def _is_at(self, key: str, ground: str, side: str) -> bool:
        """Whether it is on that side of the other already."""
        return (self.layout[key].x < self.layout[ground].x) == (side == "left")

    def _bears_more(self, key: str, ground: str) -> bool:
        """Whether others than the ground are on it, or stand to it."""
        return any(
            one.rel is not None and one.rel.to == key and one.id != ground for one in self.things.values()
        )

    def _mounts(self, key: str, link: Link) -> None:
        """Who gets on a horse or a bicycle runs no more, unless that is said."""
        stood = self.base.thing(key)
        told = self.said.mentions[link.figure].pose if link.figure >= 0 else None
        if link.type == "ride" and stood is not None and told is None:
            self.change(key, pose=None)

    def _is_led_from_there(self, key: str, ground: str, rel: Relation) -> bool:
        """Whether an animal that is to be led stands next to who leads it already, with nobody between."""
        if (rel.type, rel.part) != ("beside", "hand") or not {key, ground} <= self.layout.keys():
            return False
        one, other = self.layout[key], self.layout[ground]
        wide, high = parse_ratio(self.ratio).size()
        left, right = sorted((one.box, other.box), key=lambda box: box[0] + box[2])
        between = any(
            left[2] < (placed.box[0] + placed.box[2]) / 2 < right[0]
            for name, placed in self.layout.items()
            if name not in (key, ground)
        )
        near = -0.05 * wide < right[0] - left[2] < _WITHIN_REACH * wide
        return near and abs(one.base - other.base) < 0.1 * high and not between

    def _stays_put(self, key: str) -> bool:
        """Whether it is a house, or a table at which or on which others are: nobody moves that out of the way."""
        kind = self.kind_of(key)
        if self.things[key].kind.endswith("tree"):
            return False  # as tall as a house, and as easily drawn elsewhere as anything
        rels = [one.rel for one in self.things.values() if one.rel is not None]
        about = any(rel.to == key and rel.type not in ("above", *OPPOSITE) for rel in rels)
        return not kind.alive and (kind.height_m >= HOUSE_M or (about and kind.habitat == "indoor"))

    def _all_meant(self, keys: Sequence[str], grounds: Sequence[str], link: Link) -> Sequence[str]:
        """三个花盆，花盆里有三朵花: each pot, where a new picture deals them out evenly."""
        mention = self.said.mentions[link.ground] if link.ground >= 0 else None
        if not self.new or link.type not in ("inside", "on") or len(grounds) != 1 or len(keys) < 2:
            return grounds
        if mention is None or mention.lang != "zh" or mention.counted or mention.side or mention.kind is None:
            return grounds
        alike = [
            t.id for t in self.things.values() if t.kind == self.things[grounds[0]].kind and t.id not in keys
        ]
        return alike if len(keys) % len(alike) == 0 else grounds

    def _unladen(self, grounds: Sequence[str], ground: str, key: str) -> str:
        """ "Two girls, one in a red dress, one in a green one": whoever of them got nothing of the kind yet, or of those like
        the only one that was named."""
        part = self.kind_of(key).wear
        taken = {
            one.rel.to
            for one in self.things.values()
            if one.id != key and one.rel is not None and one.id in self.touched and self.base.thing(one.id) is None
            and one.rel.type in ("wear", "hold") and self.kind_of(one.id).wear == part and one.kind == self.things[key].kind
        }  # fmt: skip
        if ground not in taken or part is None:
            return ground
        alike = (
            grounds
            if len(grounds) > 1
            else [t.id for t in self.things.values() if t.kind == self.things[ground].kind]
        )
        return next((one for one in alike if one not in taken), ground)

    def _hatted(self, ground: str, key: str) -> bool:
        """Whether somebody with hands wears the same on the head already."""
        kind = self.things[key].kind
        return has_arms(self.kind_of(ground)) and any(
            one.id != key
            and one.kind == kind
            and one.rel is not None
            and (one.rel.to, one.rel.part) == (ground, "head")
            for one in self.things.values()
        )

    def _looks_new(self, key: str) -> bool:
        """Whether something was added for its looks: the red hat of who has a hat on."""
        one = self.things[key]
        return self.base.thing(key) is None and (one.colour, one.pattern) != (None, None)

    def _rider_of(self, ground: str, key: str) -> str:
        """ "A knight on a horse with a sword": the rider has what is made for a hand."""
        if self.kind_of(key).wear != "hand" or self.kind_of(ground).crop is not None:
            return ground
        riders = [
            one.id
            for one in self.things.values()
            if one.rel and one.rel.to == ground and one.rel.part == "back"
        ]
        return next((rider for rider in riders if self.kind_of(rider).alive and rider != key), ground)

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
            other = next((one for one in others if one not in (ground, key)), self._hand_in_hand_with(ground))
            if other is not None:
                return Relation(type="between", to=ground, also=other)
        if rel.type in ("behind", "front") and len(group := self._standing_among(link.ground, key)) > 1:
            return Relation(type=rel.type, to=group[0], also=group[-1])
        sign = self.things[key].rung == "signpost"
        unheld = sign and (self.kind_of(ground).alive or rel.type == "inside")
        if self._is_embraced(key, rel, link):
            return Relation(type="hold", to=ground, part="neck")
        if (unheld or self.things[ground].rung == "signpost") and rel.type in (*ATTACHED, "above", "below"):
            return Relation(type="beside", to=ground)
        return rel

    def _is_embraced(self, key: str, rel: Relation, link: Link) -> bool:
        """Whether it is a child on its own feet whom somebody hugs, and not one in the arms, as 抱着儿子 may be."""
        kind = self.kind_of(key)
        hugs = (
            link.ground >= 0 and (who := self.said.mentions[link.ground]).pose == "hug" and who.lang == "en"
        )
        on_foot = has_arms(kind) and kind.height_m > _BABY_M and self.things[key].size != "small"
        return hugs and on_foot and (rel.type, rel.part) == ("hold", "hand")

    def _hand_in_hand_with(self, key: str) -> str | None:
        """Who holds somebody by the hand or in the arms, or is held so."""
        pairs = [
            (one.id, one.rel.to)
            for one in self.things.values()
            if one.rel is not None and (one.rel.type, one.rel.part) in (("hold", "arm"), ("hold", "neck"))
        ]
        return next((b if a == key else a for a, b in pairs if key in (a, b)), None)

    def _standing_among(self, ground: int, key: str) -> list[str]:
        """Those of a picture that "them" or a plural means, from left to right."""
        if self.new or ground < 0 or key in self.layout:
            return []
        mention = self.said.mentions[ground]
        if not (mention.plural or mention.every):
            return []
        meant = [one for one in self._ground(ground) if one in self.layout and one != key]
        return sorted(meant, key=lambda one: self.layout[one].x)

    def _take_sides(self) -> None:
        """ "On the left a cat": without another ground, left of what else stands there, or of what is in the middle."""
        middle = {
            key
            for index, keys in self.bound.items()
            if self.said.mentions[index].side == "middle" and index in self.adds and index not in self.links
            for key in keys
            if key in self.things
        }
        if len(self.things) == 1 and middle and (self.new or self._is_alone(next(iter(middle)))):
            self.change(next(iter(middle)), where="middle")
        for key in middle if not self.new else ():
            rel = self.things[key].rel
            tabled = rel is not None and rel.type == "on" and self.things[rel.to].kind in TABLES
            if tabled and self.base.thing(key) is None:
                self.change(key, where="middle")  # of all that is on the table
        for index, keys in self.bound.items():
            side = self.said.mentions[index].side
            if self.said.mentions[index].pronoun:
                continue
            if side not in ("left", "right") or index not in self.adds or index in self.links:
                continue
            for key in keys:
                if key not in self.touched or key not in self.things:
                    continue
                if self.things[key].rel is not None and not self._lies(self.things[key]):
                    continue
                if self.base.thing(key) is not None:
                    continue  # its side says which one is meant
                others = [t.id for t in self.things.values() if t.id not in keys and self._is_free(t)]
                free = [other for other in others if not self.leads_to(other, key)]
                free = [other for other in free if other in middle] or free
                if (
                    not self.new
                ):  # "a tree on the left and a bench on the right": each beside those who are there
                    free = [other for other in free if other not in self._come_aside()] or free
                if not self.new and not self._is_of_the_sky(key):  # beside the table, not the balloons
                    free = [other for other in free if not self._is_of_the_sky(other)] or free
                if free and all(map(self._is_of_the_sky, free)):  # beside the cat under the moon
                    below = [t.id for t in self.things.values() if self._stands(t) and t.id not in keys]
                    free = [other for other in below if not self._is_of_the_sky(other)] or free
                laid = [t for t in self.things.values() if self._lain_on(t) and t.id in self.layout]
                laid = [t for t in laid if not self._lies_abed(t)]
                if (set_down := self.things[key].rel) is not None:
                    laid = [t for t in laid if t.rel is not None and t.rel.to == set_down.to]
                    free = []
                if kinds()[self.things[key].kind].habitat == "table" and laid:
                    free = [t.id for t in laid]  # left of what lies on the sill
                if free:
                    ground = self.at_side([self.things[other] for other in free], side).id
                    far = self.things[key].size == "far" and not self.new
                    if (far or self._at_the_rim(ground, side)) and self._stands(self.things[key]):
                        self.change(key, where=side)  # at that side of the picture, where there is room
                        continue
                    self.change(key, rel=Relation(type="left" if side == "left" else "right", to=ground))
                elif (self.new and len(self.things) == 1) or (not self.new and self._is_alone(key)):
                    self.change(key, where=side)

    def _come_aside(self) -> set[str]:
        """Who comes with this wish and is told to be at a side."""
        sides = {index for index in self.adds if self.said.mentions[index].side in ("left", "right")}
        come = {key for index in sides for key in self.bound.get(index, ())}
        return {key for key in come if self.base.thing(key) is None}

    def _lies_abed(self, thing: Thing) -> bool:
        bed = self.things.get(thing.rel.to) if thing.rel is not None else None
        return bed is not None and bed.kind in BEDS and self.kind_of(thing.id).alive

    def _is_alone(self, key: str) -> bool:
        """Whether nothing else stands in the picture."""
        return self.things[key].rel is None and all(
            one == key or one not in self.layout for one in self.things
        )

    def _is_free(self, thing: Thing) -> bool:
        """Whether it stands for itself; in a picture that is there also beside another."""
        return thing.rel is None or (
            thing.id in self.layout and thing.rel.type in _ABREAST and self._stands(thing)
        )

    def _at_the_rim(self, key: str, side: str) -> bool:
        """Whether one stands so near that edge of the picture that nobody finds room beyond it."""
        placed = self.layout.get(key)
        if placed is None or self.new or not self._is_free(self.things[key]):
            return False
        width = scene_size(self.base)[0]
        room = placed.box[0] if side == "left" else width - placed.box[2]
        return room < _ROOM_BEYOND * width

    def _is_of_the_sky(self, key: str) -> bool:
        """Whether it is up there without flying: the moon, a star."""
        return self.kind_of(key).habitat == "sky" and not self.kind_of(key).alive


_ABREAST = frozenset({"beside", "left", "right", "between"})
_ROOM_BEYOND = 0.2
"""How much of the picture's breadth is free at least beyond whom one is put there."""


_SEEN_BACK = {"beside": "beside", "front": "behind", "behind": "front"}
"""How the one stands to the other, as it is told from the other."""


def bodily(link: Link) -> bool:
    """Relations that need somebody: to wear, to hold, to carry."""
    return link.type in ("wear", "hold", "carry", "cover", "attach")
