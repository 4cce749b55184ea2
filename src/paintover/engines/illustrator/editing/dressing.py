"""What people have on and how they stand because of it: the last things that an utterance settles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from paintover.engines.illustrator.editing.bound import Bound
from paintover.engines.illustrator.grammar.guises import guises
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.postures import posture
from paintover.engines.illustrator.grammar.stances import TOGETHER, partners, stance, takes_both_hands
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.retelling.pronouns import drawn_as_he, drawn_as_she, spoken_of_alone
from paintover.engines.illustrator.scene import Part, Relation, RelationType, Thing
from paintover.engines.illustrator.sprites.hair import BALD, HAIR, OF_ITS_OWN
from paintover.engines.illustrator.sprites.stock import figure_of, waves
from paintover.engines.illustrator.sprites.tailor import ACCESSORIES, GARMENTS, TIES, gives_way
from paintover.engines.illustrator.sprites.wardrobe import wardrobe
from paintover.engines.illustrator.staging.cast import ATTACHED, MAX_THINGS
from paintover.engines.illustrator.staging.company import FOND, has_arms
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.standing import frame_from, placement_from
from paintover.engines.illustrator.trades import trades

_TOGETHER_AT = {"arm": "hands", "neck": "hug"}
"""By the part at which one holds another, the pose that they have."""
_IN_ARMS = frozenset({"clutch", "embrace", "cradle", "hands", "dash", "eat", "share", "bear"})
"""How those stand who were to hug, and have somebody or something in their arms."""
_OF_TWO = frozenset({"shake", "five", "toast", "bear", "hug", "hands", "dash"})
"""What nobody does alone."""
_SCHOOLED = frozenset({"pupil", "student"})
_BY_THEM = frozenset({"beside", "left", "right", "front"})
_BUSY = frozenset(
    {"meditate", "busy", "pray", "clap", "hug", "embrace", "cradle", "swim", "handstand", "lie", "sleep"}
)
"""Poses that leave no hand for a tool."""
_PLAIN_FACES = frozenset({"noto:girl", "noto:woman", "noto:boy", "noto:man", "noto:child", "noto:person"})
"""Who is or may be drawn with two tails, or hair to the chin."""
_HAIRED = {"man-bald": "man", "woman-bald": "woman"}
"""The bald by kind, and as whom they are drawn when they have hair."""
_WIGS = frozenset({"wig", "假发"})
_GAMES = frozenset({"chess-board", "chess-piece", "chess", "playing-card", "mahjong", "dice", "go-board"})
_BAT, _PING_PONG = "ping-pong", "ping-pong-table"
_ENDS: tuple[RelationType, RelationType] = ("left", "right")
LEASH = "leash"
TUG_ROPE = "tug-rope"
FRECKLES = "freckles"
"""What is worn like any other thing, and drawn with the skin that it is on."""
_ANY_CLOTHES = "shirt"
"""The kind that "clothes" go by."""
_GOWN = frozenset({"dress", "skirt", "tutu", "uniform", _ANY_CLOTHES})
_SKIRTS = frozenset({"dress", "skirt", "tutu"})
_TROUSERS = frozenset({"jeans", "shorts"})
_IN_GOWNS = frozenset(
    {"queen", "bare-queen", "princess", "bare-princess", "bride", "nurse", "waitress", "ballerina", "dancer"}
)
"""Who is drawn in a dress, and what it may be called."""

_BALLS = frozenset({"soccer-ball", "basketball", "volleyball", "tennis-ball", "baseball", "american-football", "rugby-ball"})  # fmt: skip


def _is_on_lips(paint: Thing, one: Thing) -> bool:
    return paint.kind == "painted-lips" and paint.rel is not None and paint.rel.to == one.id


def _is_worn(one: Thing) -> bool:
    return one.rel is not None and one.rel.type == "wear" and (one.kind in wardrobe() or one.kind in TIES)


def _comes_instead(new: Thing, old: Thing) -> bool:
    """Whether a garment leaves no place for one that the same one had on."""
    same = old.rel is not None and new.rel is not None and old.rel.to == new.rel.to
    return same and gives_way(old.kind, new.kind)


class Dressing(Bound):
    """Clothes that nobody spoke of before, poses, and the lead between two."""

    def _is_of_others(self, mention: Mention, keys: Sequence[str]) -> bool:
        """Whether somebody else has on all of those, and not whose they are said to be: the other boy's shirt."""
        owners = set(self._ground(mention.owner or 0))
        worn = [
            one.rel.to for key in keys if (one := self.things[key]).rel is not None and one.rel.type == "wear"
        ]
        return len(worn) == len(keys) and bool(owners) and owners.isdisjoint(worn)

    def _dress(self, index: int) -> None:
        """ "Make her dress red" where she is drawn in trousers: she gets one. "Her clothes" are whatever she wears."""
        if self.new or index < 0 or index in self.bound:
            return
        mention = self.said.mentions[index]
        if mention.kind not in GARMENTS and mention.kind not in HAIR:
            return
        named = mention.owner is not None and mention.owner >= 0
        if (meant := self._meant(mention, many=True)) and not (named and self._is_of_others(mention, meant)):
            return
        owners = self._ground(mention.owner or 0) if named else self._whose(mention)
        people = [one.id for one in self.things.values() if has_arms(self.kind_of(one.id))]
        if owners and mention.kind in _GOWN and all(self.things[key].kind in _IN_GOWNS for key in owners):
            alike = {self.things[key].kind for key in owners} if mention.plural and not named else set()
            all_of_them = [one.id for one in self.things.values() if one.kind in alike]
            self.bound[index] = all_of_them or owners  # the queen's dress is what she is drawn in
            return
        wearers = [key for key in owners if key in people or is_somebody(self.things[key].kind)]
        if (
            not wearers and mention.owner is not None and mention.kind not in HAIR
        ):  # 雪人的围巾: of nobody else
            worn_by_all = mention.kind in ACCESSORIES
            wearers = (
                [key for key in owners if self.kind_of(key).alive or self.kind_of(key).has]
                if worn_by_all
                else []
            )
            if not wearers:
                return
        wearers = wearers or people[:1]
        if not wearers and mention.kind in HAIR:  # a mermaid's
            wearers = [key for key in owners if self.kind_of(key).alive]
        if not wearers:
            return
        worn = [
            one.id
            for one in self.things.values()
            if one.rel is not None
            and one.rel.to in wearers
            and one.rel.part == "neck"
            and one.kind in GARMENTS
            and one.kind not in ACCESSORIES
        ]
        if mention.kind == _ANY_CLOTHES and worn:
            self.bound[index] = worn
            return
        self.bound[index] = self._put_on(wearers, mention)

    def _whose(self, mention: Mention) -> list[str]:
        """Whose a garment or hair is of which nobody says whose: of whom the last change was about, or in Chinese of all people,
        a dress of those who are drawn as women where there are any, and trousers of the others."""
        last = self._salient(alive=True)
        bare = mention.lang == "zh" and not (mention.counted or mention.definite or mention.owner is not None)
        people = [one for one in self.things.values() if has_arms(self.kind_of(one.id))]
        if not bare or len(people) < 2:
            return last
        fits = drawn_as_she if mention.kind in _SKIRTS else drawn_as_he if mention.kind in _TROUSERS else None
        able = [one for one in people if fits is None or fits(one)] or people
        focus = self.recent or self.base.focus
        about = spoken_of_alone(able, list(self.things.values()), focus)
        return [one.id for one in about or able]

    def _slot_of(self, kind: str) -> list[str]:
        """What hair or a garment comes instead of, where nobody says what: what whoever is meant has there, or else they
        themselves, who get it. None for other things, and where there is nobody."""
        if kind not in GARMENTS or self.new:
            return []
        wearers = [key for key in self._somebody() if has_arms(self.kind_of(key))]
        part = "head" if kind in HAIR else kinds()[kind].wear
        worn = [
            one.id
            for one in self.things.values()
            if one.rel is not None
            and (one.rel.type, one.rel.part) == ("wear", part)
            and one.rel.to in wearers
            and (one.kind in HAIR) == (kind in HAIR)
            and (one.kind in ACCESSORIES) == (kind in ACCESSORIES)
        ]
        return worn[-1:] or wearers

    def _worn_already(self, kind: str) -> list[str]:
        """The only one of that kind that somebody wears, for which another of its kind comes: 换成红色的帽子."""
        worn = [
            one.id
            for one in self.things.values()
            if one.kind == kind and one.rel is not None and one.rel.type == "wear"
        ]
        return worn if len(worn) == 1 else []

    def _put_on(self, wearers: Sequence[str], mention: Mention) -> list[str]:
        """Each gets one of what a mention says."""
        if mention.kind is None:
            return []
        keys = []
        for wearer in wearers:
            part = "head" if mention.kind in HAIR else kinds()[mention.kind].wear
            rel = Relation(type="wear", to=wearer, part=part)
            keys.append(self.new_thing(self._thing(mention, mention.kind, "", rel)))
        return [key for key in keys if key is not None]

    def _let_go(self) -> None:
        """Who takes up a guitar lays the violin down, and who eats a pear has done with the apple."""
        held = [
            t
            for t in self.things.values()
            if t.rel is not None and (t.rel.type, t.rel.part) == ("hold", "hand")
        ]
        new = {t.rel.to for t in held if t.rel is not None and not self._had_before(t) and self._occupies(t)}
        for thing in held:
            if (
                self._had_before(thing)
                and thing.rel is not None
                and thing.rel.to in new
                and self._occupies(thing)
            ):
                self.drop(thing.id)

    def _change_clothes(self) -> None:
        """Who puts on trousers takes off the dress of before; of another shirt the one that is worn has the looks."""
        worn = [one for one in self.things.values() if _is_worn(one)]
        new = [one for one in worn if self.base.thing(one.id) is None]
        for old in [one for one in worn if one not in new]:
            instead = [one for one in new if _comes_instead(one, old)]
            if instead and instead[0].kind == old.kind:
                told = {name: getattr(instead[0], name) for name in ("colour", "pattern", "second", "label")}
                looks = {name: value for name, value in told.items() if value is not None}
                self.drop(instead[0].id)
                self.change(old.id, **looks)
            elif instead:
                self.drop(old.id)

    def _had_before(self, thing: Thing) -> bool:
        """Whether who holds it held it before the edit."""
        old = self.base.thing(thing.id)
        return (
            old is not None and old.rel is not None and thing.rel is not None and old.rel.to == thing.rel.to
        )

    def _occupies(self, thing: Thing) -> bool:
        """Whether holding it takes both hands or the mouth."""
        holder = self.things.get(thing.rel.to) if thing.rel is not None else None
        if holder is None or not has_arms(self.kind_of(holder.id)):
            return False
        return takes_both_hands(thing.kind) or holder.pose in ("eat", "drink", "dine", "plate")

    def _take_stances(self) -> None:
        """Everybody stands as what they hold or ride asks for, and those together who hug; who is led is on a lead."""
        for thing in list(self.things.values()):
            if thing.rel is not None and (thing.rel.type, thing.rel.part) == ("beside", "hand"):
                self._on_a_lead(thing, thing.rel.to)
        self._tug()
        self._haul()
        self._play()
        self._grow_hair()
        self._equip()
        self._let_go()
        self._change_clothes()
        for one in list(self.things.values()):
            together = _TOGETHER_AT.get(one.rel.part or "") if one.rel and one.rel.type == "hold" else None
            if together and one.pose in TOGETHER and (one.pose == "hug") != (together == "hug"):
                self.change(one.id, rel=None)  # who hugged is to hold hands
        self._pair_up()
        for key, other, rel in partners([*self.things.values()]):
            if not self.leads_to(other, key):
                self.change(key, rel=rel)
                self.move_elsewhere(key)
        self._nestle()
        self._hands_free()
        self._stand_as_due()
        if any(one.pose in TOGETHER for one in self.things.values()):
            self._stand_as_due()  # as the other does
        for thing in list(self.things.values()):
            if (
                not self._is_as_before(thing)
                and (told := posture(thing, self.things.values())) != thing.limbs
            ):
                self._move_limbs(thing, told)
        self._arms_down()
        self._hats_of_those_in_arms()

    def _stand_as_due(self) -> None:
        """Give those their poses who hold, ride or are with something else than before."""
        for thing in list(self.things.values()):
            if not self._is_as_before(thing) and (pose := stance(thing, self.things.values())) != thing.pose:
                if thing.pose in _OF_TWO and pose not in (*_IN_ARMS, thing.pose):
                    self.arms_full.add(thing.id)
                self.change(thing.id, pose=pose)
                self.pose_again(thing.id)

    def _move_limbs(self, thing: Thing, told: str) -> None:
        """Who stands or sits on the ground moves arms and legs on the spot; who is on something finds the seat anew."""
        self.change(thing.id, limbs=told)
        placed, was, now = self.layout.get(thing.id), figure_of(thing), figure_of(self.things[thing.id])
        if thing.rel is not None and thing.rel.type in ATTACHED:
            self.pose_again(thing.id)
        elif placed is not None:
            frame = frame_from(placed, was)
            x, y = frame.point((now.foot[0], was.foot[1]))
            frame = replace(frame, x=x, y=y, pivot=now.foot)
            self.layout[thing.id] = placement_from(frame, now, lift=placed.lift)
            for key in self.attached(thing.id):
                rel = self.things[key].rel
                if rel is not None and rel.type == "hold":
                    self.place_again(key)

    def _hats_of_those_in_arms(self) -> None:
        """Whoever is in somebody's arms and gets a hat, or loses one, is held where that hides no face."""
        now, then = (
            {
                one.rel.to
                for one in things
                if one.rel is not None and (one.rel.type, one.rel.part) == ("wear", "head")
            }
            for things in (self.things.values(), self.base.objects)
        )
        for key in now ^ then:
            one = self.things.get(key)
            if one is not None and one.rel is not None and one.rel.type == "hold" and self.kind_of(key).alive:
                self.pose_again(key)

    def _pair_up(self) -> None:
        """Who alone was told to shake hands or to hug does so with the only other one who is there and has arms free."""
        if self.new:
            return
        able = [one for one in self.things.values() if has_arms(self.kind_of(one.id))]
        paired = {
            key for one in able if one.rel and one.rel.part in ("arm", "neck") for key in (one.id, one.rel.to)
        }
        free = [one for one in able if one.id not in paired and (one.rel is None or one.rel.type in _BY_THEM)]
        told = [one for one in free if one.pose in _OF_TWO and self.base.thing(one.id) != one]
        laden = {one.rel.to for one in self.things.values() if one.rel is not None and one.rel.type == "hold"}
        others = [one for one in free if one not in told]
        if len(told) == len(others) == 1 and not laden & {told[0].id, others[0].id}:
            self.change(others[0].id, pose=told[0].pose)

    def _nestle(self) -> None:
        """Who has no arms stands close to whom it hugs, kisses or holds by the hand."""
        fond = [
            one
            for one in self.things.values()
            if one.pose in FOND and self.kind_of(one.id).alive and not has_arms(self.kind_of(one.id))
        ]
        for one in fond:
            held = [
                other
                for other in self.things.values()
                if other.rel is not None and other.rel.to == one.id
                and (other.rel.type == "hold" or (other.rel.type == "beside" and other.pose is None))
            ]  # fmt: skip
            for other in held:
                if self._is_as_before(other):
                    continue
                if self.kind_of(other.id).alive and other.rel is not None and other.rel.part != "arm":
                    self.change(other.id, rel=Relation(type="beside", to=one.id), pose=one.pose)
                    self.move_elsewhere(other.id)
        free = [one for one in fond if one.rel is None and not self._is_as_before(one)]
        for first, second in zip(free[::2], free[1::2], strict=False):
            if first.pose == second.pose:
                self.change(second.id, rel=Relation(type="beside", to=first.id))
                self.move_elsewhere(second.id)

    def _is_as_before(self, thing: Thing) -> bool:
        """Whether somebody who was there holds what they held, and is on or beside what they were."""

        def about(things: Iterable[Thing]) -> list[tuple[object, ...]]:
            near = [one for one in things if one.rel is not None and one.rel.to == thing.id]
            host = [one for one in things if thing.rel is not None and one.id == thing.rel.to]
            return [(one.id, one.kind, one.rel, one.pose) for one in (*near, *host)]

        return (
            not self.new
            and self.base.thing(thing.id) == thing
            and about(self.base.objects) == about(self.things.values())
        )

    def _hands_free(self) -> None:
        """Who stands with the arms down takes what is new in the hand."""
        for thing in list(self.things.values()):
            bearer = None if thing.rel is None or thing.rel.type != "hold" else self.things.get(thing.rel.to)
            before = None if bearer is None else self.base.thing(bearer.id)
            if (
                before is not None
                and before.pose == "stand"
                and bearer == before
                and not self._had_before(thing)
            ):
                self.change(before.id, pose=None)

    def _arms_down(self) -> None:
        """Whom a change leaves with nothing to do stands, and does not wave because some do who were told nothing."""
        for thing in list(self.things.values()):
            before = self.base.thing(thing.id)
            idle = thing.pose is None and thing.rel is None
            if before is not None and idle and waves(thing) and not waves(before):
                self.change(thing.id, pose="stand")

    def _tug(self) -> None:
        """One rope between those who pull at it: from hand to hand, or from mouth to mouth."""
        pulling = [one.id for one in self.things.values() if one.pose == "pull"]
        ropes = [one for one in self.things.values() if one.kind in ("rope", TUG_ROPE)]
        if len(pulling) < 2 or not ropes:
            return
        between = Relation(type="hold", to=pulling[0], part="hand", also=pulling[-1])
        self.change(ropes[0].id, kind=TUG_ROPE, rel=between)
        for key in pulling:
            if not has_arms(self.kind_of(key)):
                self.change(key, pose=None)

    def _haul(self) -> None:
        """A rope between who pulls and what stands behind them: a sled."""
        for one in list(self.things.values()):
            load = None if one.pose != "pull" or one.rel is None else self.things.get(one.rel.to)
            if load is not None and load.rel is not None and load.rel.type == "on":
                load = self.things.get(load.rel.to)  # a sled with somebody on it
            if (
                load is None
                or one.rel is None
                or one.rel.type not in ("left", "right", "beside")
                or self.kind_of(load.id).alive
            ):
                continue
            self._on_a_lead(load, one.id)
            if not has_arms(self.kind_of(one.id)):
                self.change(one.id, pose=None)

    def _play(self) -> None:
        """Two at a table with a game on it look at each other over it; who plays table tennis stands at the ends of one."""
        for game in [one for one in self.things.values() if one.kind in _GAMES and one.rel is not None]:
            table = game.rel.to if game.rel is not None else ""
            players = [
                one.id
                for one in self.things.values()
                if one.rel is not None and (one.rel.type, one.rel.to) == ("behind", table)
            ]
            self._opposite(players)
        bats = [
            one
            for one in self.things.values()
            if one.kind == _BAT and one.rel is not None and one.rel.type == "hold"
        ]
        players = list(dict.fromkeys(one.rel.to for one in bats if one.rel is not None))
        where = {rel for key in players if (rel := self.things[key].rel) is not None}
        if len(players) != 2 or any(rel.type not in ("front", "behind") for rel in where):
            return
        ends = next((one.id for one in self.things.values() if one.kind == _PING_PONG), None)
        if ends is None:
            label = names(self.said.language, _PING_PONG)
            bare = Thing(
                id="", kind=_PING_PONG, label=label, lang=self.said.language, rung=kinds()[_PING_PONG].rung
            )
            ends = self.new_thing(bare)
            if ends is not None and where:
                self.change(ends, rel=next(iter(where)))
        if ends is None:
            return
        for key, side in zip(players, _ENDS, strict=True):
            self.change(key, rel=Relation(type=side, to=ends))
        self._opposite(players)

    def _opposite(self, players: Sequence[str]) -> None:
        if len(players) == 2 and all(self.things[key].at is None for key in players):
            for key, other in zip(players, reversed(players), strict=True):
                self.change(key, at=other)

    def _grow_hair(self) -> None:
        """Hair that nobody was said to have is that of whoever is there, and no wig on the ground: a colour or a cut shows."""
        loose = [
            one
            for one in self.things.values()
            if one.kind in HAIR
            and self.base.thing(one.id) is None
            and (one.rel is None or one.rel.type == "beside")
        ]
        people = [one.id for one in self.things.values() if has_arms(self.kind_of(one.id))]
        for one in loose:
            bare = next((key for key in people if not self._has_hair(key)), None)
            if not people or one.label in _WIGS:
                continue
            if bare is None or (one.kind == "hair" and one.colour is None):
                self._had(one.id)
            else:
                self.change(one.id, rel=Relation(type="wear", to=bare, part="head"))
                self.place_again(one.id)

        self._hair_on_the_bald()
        self._one_cut()
        self._of_one_colour()
        bald, freckled = self._who_has(BALD), self._who_has(FRECKLES)
        for one in list(self.things.values()):
            lips = next((two.colour or "red" for two in self.things.values() if _is_on_lips(two, one)), None)
            if one.lips != lips:
                self.change(one.id, lips=lips)
            if (one.bald, one.freckled) != (one.id in bald, one.id in freckled):
                self.change(one.id, bald=one.id in bald, freckled=one.id in freckled)
            art = self.kind_of(one.id).art
            if art in _PLAIN_FACES or art.startswith("noto:woman-"):
                self.change(one.id, shorn=self._has_hair(one.id, told=True))

    def _hair_on_the_bald(self) -> None:
        """Somebody of whom the bald head is drawn, and who gets hair, is drawn with it."""
        for one in list(self.things.values()):
            haired = _HAIRED.get(one.kind)
            cuts = [
                each
                for each in self.things.values()
                if each.kind in HAIR and each.kind != BALD and each.rel is not None and each.rel.to == one.id
            ]
            if haired is None or not cuts:
                continue
            self.change(one.id, kind=haired, label=names(self.said.language, haired), lang=self.said.language)
            for cut in cuts:
                if cut.kind == "hair" and cut.colour is None:
                    self.drop(cut.id)

    def _who_has(self, kind: str) -> set[str]:
        """Who wears one of that kind."""
        return {
            one.rel.to
            for one in self.things.values()
            if one.kind == kind and one.rel is not None and one.rel.type == "wear"
        }

    def _one_cut(self) -> None:
        """Who gets another cut of hair had one before, whose colour it keeps."""
        cuts = [
            one for one in self.things.values() if one.kind in HAIR and one.rel and one.rel.type == "wear"
        ]
        fresh = [one for one in cuts if self.base.thing(one.id) is None]
        for new in fresh:
            old = next((one for one in cuts if one not in fresh and one.rel == new.rel), None)
            if old is None:
                continue
            if new.kind == "hair" and new.colour is not None:  # the same cut in another colour
                self.change(old.id, colour=new.colour)
                self.drop(new.id)
                continue
            if new.colour is None and old.colour is not None:
                self.change(new.id, colour=old.colour)
            self.drop(old.id)

    def _of_one_colour(self) -> None:
        """The hair that somebody has anyway is of the colour that was told of theirs, and of their own again without it."""
        for gone in self.base.objects:
            worn = gone.kind in HAIR and gone.id not in self.things and gone.rel and gone.colour is not None
            if gone.rel and worn and gone.rel.to in self.things:
                self.change(gone.rel.to, hair=None)
        for cut in list(self.things.values()):
            worn = cut.kind in HAIR and cut.colour is not None and cut.rel and cut.rel.type == "wear"
            if cut.rel and worn and figure_of(self.things[cut.rel.to]).hair:
                self.change(cut.rel.to, hair=cut.colour)

    def _has_hair(self, key: str, *, told: bool = False) -> bool:
        """Whether hair was said of it; or `told`, whether a cut that is not its own."""
        return any(
            one.kind in HAIR
            and not (told and one.kind in OF_ITS_OWN)
            and one.rel is not None
            and one.rel.to == key
            for one in self.things.values()
        )

    def _equip(self) -> None:
        """Somebody of a trade who is new gets its clothes and its tool, unless they were given others; who changed the trade
        lays the old ones down."""
        kit: list[str] = []
        for one in list(self.things.values()):
            old = self.base.thing(one.id)
            if (old is not None and old.kind == one.kind) or one.rung == "signpost":
                continue
            if old is not None and old.kind in trades():
                laid_down = {kind for kind, _ in trades()[old.kind].kit} - self._kept_on(old.kind, one.kind)
                for key in self.attached(one.id):
                    if self.things[key].kind in laid_down and self.base.thing(key) is not None:
                        self.drop(key)
            kit += self._given(one)
        for index, keys in self.bound.items():
            mention = self.said.mentions[index] if index >= 0 else None
            guise = None if mention is None else guises().get(mention.guise or "")
            for key in keys if guise is not None else ():
                spoken_of = mention is not None and mention.definite and self.base.thing(key) is not None
                if guise is not None and key in self.things and not spoken_of:
                    kit += self._put_on_of(key, guise.kit, guise.tints)
        if kit:  # whoever has them was spoken of, and not they
            self.things = {
                **{key: self.things[key] for key in kit},
                **{key: one for key, one in self.things.items() if key not in kit},
            }

    @staticmethod
    def _kept_on(old: str, new: str) -> set[str]:
        """What somebody keeps on who changes the trade: what the new one has, too; a pupil who is to be a girl, all of it."""
        if old in _SCHOOLED and new in ("boy", "girl"):
            return {kind for kind, _ in trades()[old].kit}
        return {kind for kind, _ in trades()[new].kit} if new in trades() else set()

    def _given(self, one: Thing) -> list[str]:
        """The new things that somebody has by trade; none of them is what the talk is about."""
        trade = trades().get(one.kind)
        if trade is None:
            return []
        if trade.pose is not None and one.pose is None:
            self.change(one.id, pose=trade.pose)
        kit = [
            (kind, part)
            for kind, part in trade.kit
            if part != "hand" or (one.pose or trade.pose) not in _BUSY
        ]
        tints = {**dict.fromkeys(trade.wear, one.colour or trade.tint), **trade.tints}
        return self._put_on_of(one.id, kit, tints)

    def _is_in_play(self, kind: str) -> bool:
        """Whether the picture has that ball already: who joins a match brings no other."""
        return not self.new and kind in _BALLS and any(one.kind == kind for one in self.base.objects)

    def _put_on_of(
        self, wearer: str, kit: Sequence[tuple[str, Part]], tints: Mapping[str, str | None]
    ) -> list[str]:
        """The new things of a kit that somebody gets: none where they were given others, or said to be without."""
        one = self.things[wearer]
        borne = [
            other.rel.part
            for other in self.things.values()
            if other.rel is not None and other.rel.to == wearer and not is_somebody(other.kind)
        ]
        lacked = {
            kind for mention in self.said.mentions if mention.kind == one.kind for kind in mention.lacks
        }
        given: list[str] = []
        for kind, part in kit:
            held = part == "hand" and not has_arms(kinds()[one.kind])
            if part in borne or held or kind in lacked or self._is_in_play(kind):
                continue
            if len(self.things) >= MAX_THINGS:
                continue
            rel = Relation(type="hold" if part in ("hand", "foot") else "wear", to=wearer, part=part)
            label = names(self.said.language, kind)
            thing = Thing(
                id="", kind=kind, label=label, lang=self.said.language, rung=kinds()[kind].rung, colour=tints.get(kind), rel=rel
            )  # fmt: skip
            key = self.new_thing(thing)
            if key is not None:
                del self.touched[key]
                given.append(key)
        return given

    def _on_a_lead(self, led: Thing, by: str) -> None:
        """The lead between an animal and who leads it, once."""
        between = Relation(type="hold", to=by, part="hand", also=led.id)
        if not any(one.rel == between for one in self.things.values()):
            label = names(self.said.language, LEASH)
            self.new_thing(Thing(id="", kind=LEASH, label=label, lang=led.lang, rung="prop", rel=between))
