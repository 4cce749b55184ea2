"""Mentions become things: found in the picture or added to it, described, and put where they are said to be."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.mentioned import KIN, Missing
from paintover.engines.illustrator.editing.related import NEAR, Related, bodily
from paintover.engines.illustrator.editing.taken_for_granted import AT_HOME
from paintover.engines.illustrator.editing.wholes import is_shown_by_its_whole
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.grammar.mention import EVERYTHING, SALIENT, Mention
from paintover.engines.illustrator.grammar.nouns import PLURAL_COUNT
from paintover.engines.illustrator.grammar.relate import VESSELS
from paintover.engines.illustrator.grammar.utterance import Link
from paintover.engines.illustrator.kinds import SIGNPOST, TABLES, kinds, sorts
from paintover.engines.illustrator.retelling.of_the_backdrop import piece_called, stands_for
from paintover.engines.illustrator.scene import Nearby, Relation, Thing
from paintover.engines.illustrator.sprites.hair import HAIR
from paintover.engines.illustrator.sprites.tailor import GARMENTS, is_gown
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.cast import fields_of
from paintover.engines.illustrator.staging.company import fills, has_arms
from paintover.engines.illustrator.staging.likeness import LIKE, likeness
from paintover.engines.illustrator.staging.told_size import said_to_be
from paintover.engines.illustrator.wording import Pattern

_COUNTERS = TABLES | {"market-stall"}
_TO_IT = frozenset({"on", "inside", "below", "ride"})
_AND = (
    r"(?:和|与|跟|、|以及|还有|,? and | with )(?:(?:一|两|三|几)?[\u4e00-\u9fff]|(?:an?|some|two|three) ?)?"
)
"""What stands between two that are told of in one breath."""
_ON_THE_FLOOR = Pattern(
    r"\b(?:on|onto|across|all over) (?:the |a )?(?:[a-z]+ )?(?:floor|ground)\b|地[板]?上(?!面的)"
)
_SMALL_M = 0.4
"""What is no taller stands on a table beside what is there."""
_PLACED = frozenset({"on", "inside", "below", "above", *NEAR})
"""Relations that say where somebody is to be."""
MAX_SIGNPOSTS = 4
"""Words that we cannot draw of which a picture shows a sign."""


class Bound(Related):
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
            self._ground(link.ground, part=link.part is not None or bodily(link)) if link is not None else []
        )
        if link is not None and link.ground == SALIENT and not self.new:
            grounds = [self._that_bears(key, link, mention) for key in grounds]
        if link is not None and (same := self._listed_with(index, link)) is not None:
            grounds = [same]  # 上面坐个男孩和一个女孩: both on the bench
        if link is not None and not grounds:
            link = None
        if link is not None and link.type in ("wear", "hold", "attach"):  # 扎马尾，穿蓝裙子
            grounds = [
                self._wearer(key)
                if key in self.things
                and (self.things[key].kind in HAIR or (link.type == "wear" and self._is_on_somebody(key)))
                else key
                for key in grounds
            ]
        if link is not None and link.ground == SALIENT and link.type in NEAR:
            grounds = self._vessels_of(self._kin_before(mention, self._wearers_of(grounds)))
        lives = mention.kind is not None and kinds()[mention.kind].alive
        if link is not None and link.ground == SALIENT and link.type in NEAR and lives and not self.new:
            grounds = self._somebody_rather_than(grounds)
        if link is not None and link.type == "front" and lives and not self.new:
            grounds = [self._table_before(key) for key in grounds]
        keys = meant or self._told_before(index, mention) or self._known(index, mention, link)
        near = link is not None and link.type in NEAR and not mention.pronoun
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

    def _somebody_rather_than(self, grounds: list[str]) -> list[str]:
        """Beside whom one who lives comes that is to be beside "it": somebody, and not the pear that lies on the rug."""
        lie = all(
            (rel := self.things[key].rel) is not None and rel.type in ("on", "inside") for key in grounds
        )
        living = [one.id for one in self.things.values() if kinds()[one.kind].alive and one.id in self.layout]
        lifeless = not any(self.kind_of(key).alive for key in grounds)
        return living[:1] if grounds and lie and lifeless and living else grounds

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
        if link is not None and link.type == "between" and self._lie_together(grounds, link):
            return False  # amid the two who sit on the couch, and not at its end
        if link is None and _ON_THE_FLOOR.search(self.typed):
            return False
        if link is not None and link.type == "between" and any(map(self._lives, keys)):
            return False  # they move up for it
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
            key
            for key in seats
            if self.kind_of(key).habitat == "indoor"
            and not self.kind_of(key).alive
            and not any(fills(self.things[one], self.things[key]) for one in grounds)
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

    def _lives(self, key: str) -> bool:
        return self.kind_of(key).alive

    def _lie_together(self, grounds: Sequence[str], link: Link) -> bool:
        """Whether the two between which something comes are on one thing."""
        both = {*grounds, *(self._ground(link.also) if link.also is not None else ())}
        on = [self._lain_on(self.things[key]) for key in both]
        return len(both) == 2 and all(on) and len({rel.to for rel in on if rel is not None}) == 1

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
        if mention.pose == "hung":
            return []  # on the wall, and on nobody
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

    def _told_before(self, index: int, mention: Mention) -> list[str]:
        """再放一张桌子，桌子上放个蛋糕: in Chinese what a change has just brought, and not what was there before."""
        bare = (
            mention.lang == "zh"
            and mention.kind is not None
            and index not in self.adds
            and not (
                mention.counted or mention.definite or mention.every or mention.plural or mention.pronoun
            )
            and (mention.side, mention.colour, mention.owner, mention.size) == (None, None, None, None)
        )
        if self.new or not bare:
            return []
        for before in range(index - 1, -1, -1):
            if self.said.mentions[before].kind != mention.kind or before not in self.adds:
                continue
            return [key for key in self._bind(before) if self.base.thing(key) is None]
        return []

    def _looks_otherwise(self, mention: Mention) -> bool:
        """Whether it has a colour, a pattern or a size, and all such things that are there have others that were told."""
        alike = self._matching(mention)
        size = said_to_be(mention.size, mention.label)
        if (
            size is not None
            and alike
            and all(said_to_be(one.size, one.label) not in (None, size) for one in alike)
        ):
            return True
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

    def _that_bears(self, key: str, link: Link, mention: Mention) -> str:
        """What has the place that is told of where "it" has none: into what the apple lies in, under the table that the book is
        on, with the apple onto the table; into the box on the table, and not into that."""
        boxes = [one.id for one in self.things.values() if one.kind in VESSELS]
        if link.type == "inside" and self.things[key].kind in TABLES and len(boxes) == 1:
            return boxes[0]
        rel = self.things[key].rel
        bearer = self.things.get(rel.to) if rel is not None and rel.part is None else None
        lifeless = bearer is not None and not self.kind_of(bearer.id).alive
        if rel is None or bearer is None or not lifeless or mention.kind is None:
            return key
        if link.type == "inside" and self.things[key].kind not in VESSELS:
            return bearer.id if rel.type == "inside" else key
        if link.type == "below" and rel.type == "on" and self.kind_of(bearer.id).habitat != "table":
            return bearer.id
        if link.type == "on" and bearer.kind in TABLES:
            under = rel.type == "below" and not kinds()[mention.kind].alive
            fruit = rel.type == "on" and {self.things[key].kind, mention.kind} <= set(sorts()["fruit"])
            return bearer.id if under or fruit else key
        return key

    def _listed_with(self, index: int, link: Link) -> str | None:
        """Where the thing before it is that is told of in one breath: "it" is that for both, and not the first for the second."""
        before = self.links.get(index - 1)
        told = self.bound.get(index - 1)
        if self.new or link.ground != SALIENT or link.type not in _TO_IT or before is None or not told:
            return None
        first, second = (self.said.mentions[at].label for at in (index - 1, index))
        listed = re.search(f"{re.escape(first)}{_AND}{re.escape(second)}", self.typed)
        rel = self.things[told[-1]].rel if told[-1] in self.things else None
        same = (before.ground, before.type) == (link.ground, link.type)
        return rel.to if listed and same and rel is not None else None

    def _is_on_somebody(self, key: str) -> bool:
        """Whether somebody has it on, who then has on what it is told to: 红腰带，再戴个帽子."""
        rel = self.things[key].rel
        return rel is not None and rel.type == "wear" and self.kind_of(rel.to).alive

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
            and is_gown(one.kind, one.label) == is_gown(mention.kind, mention.label)
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
        if add is not None and mention.pose is not None and _NO_ARTICLES.search(mention.label):
            return False  # мальчик пинает мяч: a boy comes
        is_ground = any(link.ground == index and link.type != "ride" for link in self.said.links)
        link = self.links.get(index)
        if mention.label in KIN and link is not None and link.type in NEAR:
            return False  # 妈妈站在他旁边: she comes
        if mention.kind in HAIR and mention.owner is not None:
            return False  # everybody has hair, drawn apart or not
        comes = (
            link is not None
            and link.type != "wear"
            and mention.kind is not None
            and kinds()[mention.kind].alive
        )
        owned = mention.owner is not None and not comes  # "her cat is sitting on her shoulder"
        return is_ground or (mention.definite and mention.lang == "zh") or owned

    def _is_shown_by_it(self, mention: Mention) -> bool:
        """Whether nobody spoke of it, but of a deed that it shows: 画画 is done before an easel."""
        return mention.lang == "zh" and bool(self.typed) and mention.label not in self.typed

    def _is_taken_as_a_seat(self, index: int) -> bool:
        """Whether somebody is to sit on it."""
        sits = any(one.value == "sit" for one in self.said.operations) or any(
            mention.pose == "sit" for mention in self.said.mentions
        )
        return sits and any(link.ground == index and link.type == "on" for link in self.said.links)

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
        found = self._told_before(index, mention) or self._meant(mention, many=False)
        if self.new and mention.counted and mention.colour is not None:
            found = [key for key in found if self.things[key].colour in (None, mention.colour)]
        if not found:
            mounted = any(link.ground == index and link.type == "ride" for link in self.said.links)
            seat = mention.kind in SEATS and not mention.definite and self._is_taken_as_a_seat(index)
            seat = seat or self._is_shown_by_it(mention)
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


_WORN_UNASKED = frozenset({"head", "eyes", "neck", "face"})
_NO_ARTICLES = re.compile("[\u0400-\u04ff\u3040-\u30ff\uac00-\ud7a3]")
"""Letters of languages in which no article tells who is there from who comes."""
