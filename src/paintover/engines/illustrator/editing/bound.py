"""Mentions become things: found in the picture or added to it, described, and put where they are said to be."""

from __future__ import annotations

import random
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.mentioned import KIN, Mentioned, Missing
from paintover.engines.illustrator.editing.taken_for_granted import AT_HOME
from paintover.engines.illustrator.editing.wholes import is_shown_by_its_whole
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.mention import EVERYTHING, SALIENT, Mention
from paintover.engines.illustrator.grammar.nouns import PLURAL_COUNT
from paintover.engines.illustrator.grammar.reading import MIXED, PLAIN
from paintover.engines.illustrator.grammar.relate import relation
from paintover.engines.illustrator.grammar.utterance import Link
from paintover.engines.illustrator.kinds import BEDS, SIGNPOST, TABLES, kinds, sorts
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called, stands_for
from paintover.engines.illustrator.scene import Nearby, PatternName, Relation, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.moods import CALM, MOODS
from paintover.engines.illustrator.sprites.patterns import drawn_so
from paintover.engines.illustrator.sprites.skin import has_skin
from paintover.engines.illustrator.sprites.stock import beams
from paintover.engines.illustrator.sprites.tailor import GARMENTS
from paintover.engines.illustrator.staging.attach import SEATS, has_legs, sits_on
from paintover.engines.illustrator.staging.cast import ATTACHED, OPPOSITE, fields_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.likeness import LIKE, likeness
from paintover.engines.illustrator.staging.standing import HOUSE_M, SHARED, shared_seat

_ON_FOOT = frozenset({"walk", "run", "dance"})
"""What nobody does on a chair."""
_COUNTERS = TABLES | {"market-stall"}
_SMALL_M = 0.4
"""What is no taller stands on a table beside what is there."""
_NEAR = frozenset({"left", "right", "beside", "front", "behind", "around"})
"""Relations to whoever is spoken of, and not to the newspaper that he holds."""
_UPON = frozenset({"ride", "on", "inside"})
"""Relations in which one is on or in what may stand anywhere."""
_PLACED = frozenset({"on", "inside", "below", "above", *_NEAR})
"""Relations that say where somebody is to be."""
_WITHIN_REACH = 0.2
"""How far from somebody's side one stands at most that is led from where it is, as a share of the picture's width."""
MAX_SIGNPOSTS = 4
"""Words that we cannot draw of which a picture shows a sign."""


class Bound(Mentioned):
    """Mentions bound to things: to those that are there, or to new ones, each in its relation."""

    def put_up_signs(self) -> None:
        """In a new picture of nothing that can be drawn, a sign with the word stands for each such thing. Beside
        anything else a sign would be the largest lie in the picture: the word is named in the answer instead.
        """
        if not self.new or self.things:
            return
        unknown = {mention.label: mention for mention in self.undrawn}
        for label, mention in list(unknown.items())[:MAX_SIGNPOSTS]:
            if self.new_thing(self._thing(mention, SIGNPOST, "", None)) is not None:
                self.signposts.append(label)
        self.undrawn = [mention for mention in self.undrawn if mention.label not in self.signposts]

    def _thing(self, mention: Mention, kind: str, key: str, rel: Relation | None) -> Thing:
        if unwanted := [worn for worn in mention.lacks if worn in kinds()[kind].has]:
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

    def _bind(self, index: int) -> list[str]:
        """The ids of a mention: found, or added, its ground first.

        Raises:
            Missing: it stands to something that is not in the picture, or is itself missing.
        """
        if index in self.bound:
            return self.bound[index]
        if index in self.binding:
            return []
        self.binding.add(index)
        mention = self.said.mentions[index]
        link = self.links.get(index)
        if self.new and is_shown_by_its_whole(self.said, index):
            if link is not None:
                self._ground(link.ground)
            self.bound[index] = []
            return []
        if link is not None and self._is_unborne(mention, link):
            self._ground(link.ground)
            self.unborne.append(mention.label)
            self.bound[index] = []
            return []
        rides = mention.pronoun and link is not None and link.type == "ride"
        meant = (
            self._salient(alive=True)
            if rides
            else (self._meant(mention, many=False) if mention.pronoun or index in self.guests else [])
        )  # before what it stands to is added
        if (
            mention.pronoun
            and link is not None
            and link.type in _PLACED
            and link.part is None
            and not self.new
        ):
            meant = [self._wearer(key) for key in meant]  # "put it in a tree", of who has the new scarf on
        grounds = (
            self._ground(link.ground, part=link.part is not None or _bodily(link)) if link is not None else []
        )
        if link is not None and not grounds:
            link = None
        if link is not None and link.ground == SALIENT and link.type in _NEAR:
            grounds = self._vessels_of(self._kin_before(mention, self._wearers_of(grounds)))
        lives = mention.kind is not None and kinds()[mention.kind].alive
        if link is not None and link.type == "front" and lives and not self.new:
            grounds = [self._table_before(key) for key in grounds]
        keys = meant or self._known(index, mention, link)
        near = link is not None and link.type in _NEAR and not mention.pronoun
        itself = bool(keys) and near and set(keys) <= set(grounds)
        if self.new or near:  # 姐姐在妹妹旁边: nobody is beside themselves
            keys = [key for key in keys if key not in grounds]
        if keys:
            self._describe(keys, mention)
        elif mention.pronoun:
            return []
        elif self._must_exist(index, mention) and not itself:
            raise Missing(mention.label)
        else:
            each = link is not None and link.each and len(grounds) > 1
            worn = (
                link is not None
                and link.each
                and mention.kind is not None
                and kinds()[mention.kind].wear is not None
            )
            shared = replace(mention, count=1) if (each or worn) and not mention.counted else mention
            if link is None and (wearers := self._wearers(mention)):
                link, grounds = Link(index, "attach", SALIENT), wearers
                shared = replace(mention, count=len(wearers))
            keys = self._add(shared, len(grounds) if each else 1)
        self.bound[index] = keys
        if not self.new and not self._known_before(keys) and self._set_down(keys, grounds, link):
            return keys
        if link is not None:
            self._relate(keys, grounds, link)
        return keys

    def _table_before(self, key: str) -> str:
        """The table behind which somebody is, or on which it lies: who comes before them comes before it. Themselves where
        there is none."""
        rel = self.things[key].rel
        sits = rel is not None and (rel.type == "behind" if self.kind_of(key).alive else rel.type == "on")
        return rel.to if sits and rel is not None and self.things[rel.to].kind in _COUNTERS else key

    def _vessels_of(self, keys: Sequence[str]) -> list[str]:
        """What those are in beside which something is to be, where they do not live: a knife next to the bowl of apples."""
        out: list[str] = []
        for key in keys:
            rel = self.things[key].rel
            lies = rel is not None and (rel.type, rel.part) == ("inside", None) and rel.to in self.things
            lies = lies and rel is not None and not self.kind_of(key).alive and not self.kind_of(rel.to).alive
            out.append(rel.to if lies and rel is not None else key)
        return list(dict.fromkeys(out))

    def _kin_before(self, mention: Mention, grounds: list[str]) -> list[str]:
        """Whom those follow who come behind "it" in an edit: one of their kind, rather than the tree beside it."""
        if self.new or mention.kind is None or any(self.kind_of(key).alive for key in grounds):
            return grounds
        kin = [one.id for one in self.things.values() if one.kind == mention.kind and kinds()[one.kind].alive]
        return kin[-1:] or grounds

    def _is_unborne(self, mention: Mention, link: Link) -> bool:
        """Whether it is worn or held by what cannot be drawn, so that it would be there alone: a nose, a hat."""
        if link.type not in ("wear", "hold", "attach") or link.ground < 0 or mention.kind is None:
            return False
        kind, bearer = kinds()[mention.kind], self.said.mentions[link.ground]
        if bearer.kind is not None or bearer.pronoun or kind.alive or self._matching(bearer):
            return False
        return link.type != "attach" or kind.wear is not None

    def _wearer(self, key: str) -> str:
        """Who has it on; itself where nobody does."""
        rel = self.things[key].rel
        return rel.to if rel is not None and rel.type == "wear" and rel.to in self.things else key

    def _known_before(self, keys: Sequence[str]) -> bool:
        return any(self.base.thing(key) is not None for key in keys)

    def _set_down(self, keys: Sequence[str], grounds: Sequence[str], link: Link | None) -> bool:
        """What belongs on a table goes onto the one on which others like it lie, or what it is put beside."""
        if link is not None and link.type not in ("beside", "between"):
            return False
        if link is None and len({self.things[key].kind for key in keys}) == 1:
            kin = [
                t for t in self.things.values() if t.kind == self.things[keys[0]].kind and t.id not in keys
            ] or self._of_its_sort(keys)
            if (
                kin
                and not self.kind_of(keys[0]).alive
                and all(t.rel == kin[0].rel and self._lies(t) for t in kin)
            ):
                for key in keys:  # two more apples, where the others are
                    self.change(key, rel=kin[0].rel)
                return True
            if kin and all(t.rel is None and t.id in self.layout for t in kin):
                return False  # more lanterns, beside the table as the first
        near = grounds if link is not None else [one.id for one in self.things.values() if self._is_laid(one)]
        seats = [key for key in self.layout if self.things[key].kind in TABLES] if link is None else []
        seats += [rel.to for key in near if (rel := self._lain_on(self.things[key])) is not None]
        seats += [
            rel.to
            for key in grounds
            if (rel := self.things[key].rel) is not None
            and rel.type == "behind"
            and self.things[rel.to].kind in TABLES
        ]  # before whoever sits at a table
        seats = [
            key for key in seats if self.kind_of(key).habitat == "indoor" and not self.kind_of(key).alive
        ]
        fits = (self.kind_of(key) for key in keys)
        if (
            not keys
            or not seats
            or not all(
                kind.habitat == "table" or (link is not None and kind.height_m <= _SMALL_M) for kind in fits
            )
        ):
            return False
        beside = self._next_to(grounds, seats[-1]) if link is not None else None
        for key in keys:
            self.change(key, rel=Relation(type="on", to=seats[-1]))
            if beside is not None and key not in self.layout:
                self.former[key] = beside
        return True

    def _next_to(self, grounds: Sequence[str], seat: str) -> Nearby | None:
        """Where the one thing is that lies on a table, next to which others come."""
        lies = self._lain_on(self.things[grounds[0]]) if len(grounds) == 1 else None
        there = self.layout.get(grounds[0]) if lies is not None and lies.to == seat else None
        return None if there is None else Nearby(**fields_of(there))

    def _of_its_sort(self, keys: Sequence[str]) -> list[Thing]:
        """The fruit that lies in a bowl, to which another fruit comes."""
        kind = self.things[keys[0]].kind
        alike = [
            t
            for t in self.things.values()
            if t.id not in keys and likeness(t.kind, kind) > LIKE and self._lies(t)
        ]
        return alike if all(t.rel is not None and t.rel.type == "inside" for t in alike) else []

    def _is_laid(self, one: Thing) -> bool:
        kind = kinds()[one.kind]
        return (
            self._lain_on(one) is not None
            and not kind.alive
            and (kind.habitat == "table" or kind.height_m <= _SMALL_M)
        )

    def _lain_on(self, one: Thing) -> Relation | None:
        """How it lies on or in something, if need be as what it is beside does."""
        return one.rel if self._lies(one) else shared_seat(one, self.things.get)

    def _wearers_of(self, keys: Sequence[str]) -> list[str]:
        """Who has these on, or holds them; themselves where nobody does."""
        found: list[str] = []
        for each in keys:
            key, rel = each, self.things[each].rel
            while rel is not None and rel.part is not None and rel.to in self.things and rel.to != each:
                key, rel = rel.to, self.things[rel.to].rel
            found.append(key)
        return list(dict.fromkeys(found))

    def _wearers(self, mention: Mention) -> list[str]:
        """Who puts on what an edit adds without saying for whom: the only one there, each of as many, everybody for "hats",
        or whoever the talk is about."""
        if self.new or mention.kind is None or mention.side is not None or mention.sort is not None:
            return []
        part = kinds()[mention.kind].wear
        if part not in _WORN_UNASKED:
            return []
        clothes = mention.kind in GARMENTS
        taken = {  # a tie goes on a suit
            (thing.rel.to, thing.rel.part)
            for thing in self.things.values()
            if thing.rel is not None and (thing.kind in GARMENTS) == clothes
        }
        able = [
            thing.id
            for thing in self.things.values()
            if kinds()[thing.kind].alive
            and mention.kind not in kinds()[thing.kind].has
            and (thing.id, part) not in taken
        ]
        if mention.count == len(able) or (mention.plural and not mention.counted):
            return able
        return [self.base.focus] if mention.count == 1 and self.base.focus in able else []

    def _known(self, index: int, mention: Mention, link: Link | None) -> list[str]:
        """The things already there that the mention means, if it does not ask for a new one."""
        add = self.adds.get(index)
        if mention.kind is None and not self._matching(mention):
            return []
        if self.new and (mention.every or mention.definite) and self._looks_otherwise(mention):
            return []
        if add is None or mention.definite or mention.every:
            asks_for_new = add is not None and add.fresh and not (mention.lang == "zh" and mention.definite)
            if asks_for_new and mention.definite and self._follows_another(index):
                asks_for_new = False  # "add a cat watching the bowl": that which is there
            return [] if asks_for_new else self._meant(mention, many=False)
        if link is not None and not self.new and not add.fresh and (had := self._had_by(mention, link)):
            return had  # "the girl has a shovel": the one in her hand
        if mention.counted or mention.plural or add.fresh:
            return []
        if self.new and (self._looks_otherwise(mention) or self._is_clad_otherwise(index)):
            return []
        is_ground = any(other.ground == index for other in self.said.links)
        if link is not None and not is_ground:
            there = mention.kind is not None and self._takes_up(mention, link)
            return self._meant(mention, many=False) if there else []  # 机器人牵着狗: the dog that is there
        if self.new and self._somebody_else(mention):
            return []
        return self._meant(mention, many=False)

    def _looks_otherwise(self, mention: Mention) -> bool:
        """Whether it has a colour or a pattern, and all such things that are there have others that were told."""
        alike = self._matching(mention)
        colours, patterns = [one.colour for one in alike], [one.pattern for one in alike]
        return (mention.colour is not None and None not in colours and mention.colour not in colours) or (
            mention.pattern is not None and None not in patterns and mention.pattern not in patterns
        )

    def _is_clad_otherwise(self, index: int) -> bool:
        """穿红衣服的男孩和穿蓝衣服的男孩: whether it has such clothes of another colour on as one of its kind before it."""
        mentions, said = self.said.mentions, self.said.mentions[index]
        worn = [(one.ground, mentions[one.figure]) for one in self.said.links if one.type == "wear"]
        mine = {(one.kind, one.colour) for at, one in worn if at == index and one.colour is not None}
        theirs = {
            (one.kind, one.colour)
            for at, one in worn
            if 0 <= at < index and mentions[at].kind == said.kind and one.colour is not None
        }
        return (
            bool(theirs and mine)
            and not mine & theirs
            and {one for one, _ in mine} <= {one for one, _ in theirs}
        )

    def _follows_another(self, index: int) -> bool:
        """Whether something else is added before it in the same wish."""
        return any(
            other < index and not self.said.mentions[other].definite for other in self.adds if other >= 0
        )

    def _had_by(self, mention: Mention, link: Link) -> list[str]:
        """What of that kind the only one who is to have it holds or wears already."""
        if link.type not in ("hold", "wear") or mention.count > 1 or mention.kind is None:
            return []
        grounds = self._ground(link.ground, part=True)
        self.seen = True
        return [
            one.id
            for one in self.things.values()
            if len(grounds) == 1 and one.kind == mention.kind and self.base.thing(one.id) is not None
            and one.rel is not None and one.rel.type in ("hold", "wear") and one.rel.to == grounds[0]
        ]  # fmt: skip

    def _takes_up(self, mention: Mention, link: Link) -> bool:
        """Whether who is there, or the one such thing that nobody holds, is meant: 狗叼着球, 弹钢琴 where a piano was told of."""
        if self.new:
            alike = self._matching(mention)
            return link.type in ("hold", "lead", "carry") and len(alike) == 1 and alike[0].rel is None
        if mention.kind is not None and kinds()[mention.kind].alive:
            return True
        free = [
            one for one in self._matching(mention) if one.rel is None or one.rel.type not in ("hold", "wear")
        ]
        return link.type == "hold" and len(free) == len(self._matching(mention)) == 1

    def _somebody_else(self, mention: Mention) -> bool:
        """姐姐 and 妹妹 are two, though both are drawn as a girl; 小女孩 and 女孩 may be one."""
        if mention.kind is None or mention.lang != "zh" or not has_arms(kinds()[mention.kind]):
            return False
        alike = self._matching(mention)
        return bool(alike) and all(
            one.label in KIN and mention.label in KIN and one.label != mention.label for one in alike
        )

    def _must_exist(self, index: int, mention: Mention) -> bool:
        """Whether a mention that was not found is a mistake rather than a wish."""
        if self.new or mention.counted or mention.plural:
            return False
        add = self.adds.get(index)
        if add is not None and add.fresh:
            return False
        is_ground = any(link.ground == index and link.type != "ride" for link in self.said.links)
        link = self.links.get(index)
        if mention.label in KIN and link is not None and link.type in _NEAR:
            return False  # 妈妈站在他旁边: she comes
        if mention.kind in HAIR and mention.owner is not None:
            return False  # everybody has hair, drawn apart or not
        return is_ground or (mention.definite and mention.lang == "zh") or mention.owner is not None

    def _is_taken_as_a_seat(self, index: int) -> bool:
        """Whether somebody is to sit on it."""
        sits = any(one.value == "sit" for one in self.said.operations) or any(
            mention.pose == "sit" for mention in self.said.mentions
        )
        return sits and any(link.ground == index and link.type == "on" for link in self.said.links)

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

    def _add(self, mention: Mention, copies: int) -> list[str]:
        """New things for a mention: as many as it counts, times the copies."""
        if mention.kind is None:
            self.undrawn.append(mention)
            return []
        keys: list[str] = []
        several = self.new and mention.plural and mention.definite and not mention.counted
        count = (PLURAL_COUNT if several else mention.count) * copies  # "the pupils" of a new picture
        chosen = self._of_sort(mention, count)
        for turn in range(count):
            one = mention if chosen is None else chosen[turn % len(chosen)]
            if mention.palette:
                one = replace(one, colour=mention.palette[turn % len(mention.palette)])
            key = self.new_thing(self._thing(one, one.kind or mention.kind, "", None))
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
        if self.new and mention.counted and mention.colour is not None:
            found = [key for key in found if self.things[key].colour in (None, mention.colour)]
        if not found:
            mounted = any(link.ground == index and link.type == "ride" for link in self.said.links)
            seat = mention.kind in SEATS and not mention.definite and self._is_taken_as_a_seat(index)
            if not self.new and not mention.counted and not mounted and not seat:  # Chinese says no "a" bench
                if not self._is_at_home(mention):
                    raise Missing(mention.label)
                self._brings(mention)
            found = self._add(mention, 1)
            if not self.new:
                self._set_down(found, [], None)  # a plate of cookies
        self.bound[index] = found
        return found

    def _is_at_home(self, mention: Mention) -> bool:
        """Whether one may well take it for granted where the picture plays: furniture in a room, a tree in a park."""
        if mention.kind in TABLES:
            return True  # one is set up anywhere
        if mention.kind is not None and self._piece(mention) is not None:
            return True
        place = self.base.env.place
        furniture = mention.kind is not None and kinds()[mention.kind].habitat == "indoor"
        return (furniture and place in INDOORS) or place in AT_HOME.get(mention.kind or "", ())

    def _piece(self, mention: Mention) -> str | None:
        """The piece of the backdrop of which it speaks."""
        return piece_called(mention.label, self.base)

    def _brings(self, mention: Mention) -> None:
        """Say that it comes along; a piece of the backdrop that is the only one gives way to it."""
        piece = self._piece(mention)
        if piece is None:
            self.brought_along.append(mention.label)
        elif stands_for(piece) is not None:
            self.gave_way[piece] = mention.label

    def _relate(self, keys: Sequence[str], grounds: Sequence[str], link: Link) -> None:
        """Each figure to its ground: one to one where there are as many, otherwise to the nearest."""
        grounds = self._all_meant(keys, grounds, link)
        for place, key in enumerate(keys):
            same = len(keys) == len(grounds)
            ground = grounds[place] if same else grounds[-1] if link.type == "right" else grounds[0]
            shares = link.type in ("on", "inside") and len(keys) % len(grounds) == 0
            if (link.each or (shares and self.new)) and not same:
                ground = grounds[place % len(grounds)]
            if (not same or link.ground == SALIENT) and link.type in ("wear", "hold", "attach"):
                ground = self._unladen(grounds, ground, key)
            if ground == key or (self.leads_to(ground, key) and not self._frees(ground, key, link)):
                continue
            if link.type == "attach":
                ground = self._rider_of(ground, key)
            rel = self._relation(key, ground, link)
            if rel.part == "head" and rel.type == "wear" and self._hatted(ground, key):
                rel = Relation(type="hold", to=ground, part="hand")  # "a magician with two hats"
            had = self.things[key].kind in self.kind_of(ground).has
            had = had and not (
                link.type == "hold" and self.kind_of(key).wear == "neck"
            )  # it is not in the hand
            if had and len(keys) == 1 and (rel.type in ("wear", "hold") or link.type == "attach"):
                bare = self.kind_of(ground).bare
                if bare is None or self.things[key].colour is None:
                    self._had(key)
                    continue
                self.change(ground, kind=bare)  # "a snowman with a red hat": not the black one
            if self.things[key].rel != rel:
                crowded = rel.type in OPPOSITE and not self.room_beside(ground, rel.type, key)
                crowded = crowded and not self._stays_put(ground)
                self.change(key, rel=rel)
                self._mounts(key, link)
                if crowded:
                    self.change_places(key, ground, rel.type)
                elif not self._is_led_from_there(key, ground, rel):
                    self.move_elsewhere(key)

    def _frees(self, ground: str, key: str, link: Link) -> bool:
        """妈妈抱着男孩, of a mother beside him: she stands where she is, and he is no more what she stands to."""
        rel = self.things[ground].rel
        if self.new or rel is None or rel.type not in _NEAR or not (_bodily(link) or link.type in _UPON):
            return False
        self.change(ground, rel=None)
        return True

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
        about = any(one.rel is not None and one.rel.to == key for one in self.things.values())
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
            other = next((one for one in others if one not in (ground, key)), None)
            if other is not None:
                return Relation(type="between", to=ground, also=other)
        if rel.type in ("behind", "front") and len(group := self._standing_among(link.ground, key)) > 1:
            return Relation(type=rel.type, to=group[0], also=group[-1])
        sign = self.things[key].rung == "signpost"
        unheld = sign and (self.kind_of(ground).alive or rel.type == "inside")
        if (unheld or self.things[ground].rung == "signpost") and rel.type in (*ATTACHED, "above", "below"):
            return Relation(type="beside", to=ground)
        return rel

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
        if self.new and len(self.things) == 1 and middle:
            self.change(next(iter(middle)), where="middle")
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
                others = [t.id for t in self.things.values() if t.id not in keys and t.rel is None]
                free = [other for other in others if not self.leads_to(other, key)]
                free = [other for other in free if other in middle] or free
                if not self.new and not self._is_of_the_sky(key):  # beside the table, not the balloons
                    free = [other for other in free if not self._is_of_the_sky(other)] or free
                if free and all(map(self._is_of_the_sky, free)):  # beside the cat under the moon
                    below = [t.id for t in self.things.values() if self._stands(t) and t.id not in keys]
                    free = [other for other in below if not self._is_of_the_sky(other)] or free
                laid = [t for t in self.things.values() if self._lain_on(t) and t.id in self.layout]
                if (set_down := self.things[key].rel) is not None:
                    laid = [t for t in laid if t.rel is not None and t.rel.to == set_down.to]
                    free = []
                if kinds()[self.things[key].kind].habitat == "table" and laid:
                    free = [t.id for t in laid]  # left of what lies on the sill
                if free:
                    ground = self.at_side([self.things[other] for other in free], side).id
                    self.change(key, rel=Relation(type="left" if side == "left" else "right", to=ground))
                elif self.new and len(self.things) == 1:
                    self.change(key, where=side)

    def _is_of_the_sky(self, key: str) -> bool:
        """Whether it is up there without flying: the moon, a star."""
        return self.kind_of(key).habitat == "sky" and not self.kind_of(key).alive

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

    def _repose(self, key: str, pose: str | None) -> None:
        """A mood changes the face alone, a pose the body; whoever stands up or wakes is in no pose any more."""
        if pose in MOODS:
            self.change(key, mood=self._own_face(key) if pose == CALM else pose)
            return
        now = self.things[key].pose
        if (now, pose, self.things[key].mood) == ("sleep", "stand", None):
            self.change(key, mood=self._own_face(key))  # with open eyes
        beside = self.things[key].rel
        if not self.new and pose != now:
            self._leave_the_ball(key)
        if pose == "sit" and beside is not None and beside.type == "beside" and self._free_seat(beside.to):
            self.change(key, rel=Relation(type="on", to=beside.to), pose=pose)
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
        if pose == "fly" and not self.new and self._lies(self.things[key]):
            self.change(key, rel=None, pose=pose)
            self.move_elsewhere(key)
        elif pose != now:
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


_WORN_UNASKED = frozenset({"head", "eyes", "neck", "face"})


def _bodily(link: Link) -> bool:
    """Relations that need somebody: to wear, to hold, to carry."""
    return link.type in ("wear", "hold", "carry", "cover", "attach")
