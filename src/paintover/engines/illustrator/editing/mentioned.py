"""Which things of a picture a mention means: by name, by side, by looks, or "it"."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.mention import EVERYTHING, SALIENT, Mention
from paintover.engines.illustrator.grammar.reading import MIXED, PLAIN
from paintover.engines.illustrator.grammar.relate import has_paws
from paintover.engines.illustrator.grammar.utterance import Operation, Utterance
from paintover.engines.illustrator.kinds import TABLES, kinds, sorts
from paintover.engines.illustrator.retelling.called import called_so, named_in_part
from paintover.engines.illustrator.retelling.meant import bearer_of_it
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import colour_of, drawn_as
from paintover.engines.illustrator.staging.cast import ATTACHED, Cast
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.likeness import LIKE, likeness

EDIBLE = frozenset(kind for sort in ("food", "dessert", "drink", "fruit") for kind in sorts()[sort])
"""What is on these is part of them: candles on a cake."""
_KINDRED = (
    "妈妈 母亲 mother mom mum mommy mummy",
    "爸爸 父亲 father dad daddy",
    "爷爷 外公 姥爷 老爷爷 grandpa grandfather",
    "奶奶 外婆 姥姥 老奶奶 grandma grandmother granny",
    "姐姐 大姐",
    "妹妹 小妹",
    "哥哥 大哥",
    "弟弟 小弟",
    "妻子 太太 wife",
)
"""Of one's kin, the names that mean the same one."""
_OTHER_KIN = "女儿 小女儿 大女儿 孙女 小孙女 外孙女 儿子 小儿子 大儿子 孙子 小孙子 外孙 外孙子 侄子 侄女 丈夫 阿姨 姑姑 婶婶 叔叔 舅舅 伯伯 sister brother daughter son husband aunt uncle"
KIN = {name: frozenset(same.split()) for same in (*_KINDRED, *_OTHER_KIN.split()) for name in same.split()}
"""What one is called among one's own, each with the names that mean the same one; all others are somebody else."""


def of_ones_own(found: list[Thing], label: str, *, new: bool = False) -> list[Thing]:
    """Of those that are of a noun's kind whom it means: 姐姐 is not the 妹妹 who is drawn as a girl, too."""
    same = KIN.get(label)
    if same is None:
        return _named_so(found, label)
    own = [one for one in found if one.label == label]
    own = own or [one for one in found if one.label in same and not new]
    return own or [one for one in found if one.label not in KIN]


def _named_so(found: list[Thing], label: str) -> list[Thing]:
    """小狐狸 is not the fox that is there, too, nor 毛线球 the 毛线 from which somebody knits; 狐狸 is either."""
    own = [one for one in found if one.label == label]
    others = [one for one in found if one.label != label]
    apart = label.startswith(("小", "大", "老")) and not any(one.label.endswith(label) for one in others)
    apart = apart or all(_is_more_than(label, one.label) for one in others)
    return own if own and apart else found


def _is_more_than(name: str, other: str) -> bool:
    """Whether it is the other with a word before or after it, and not several of it."""
    if not other or name == other or other not in name:
        return False
    rest = name.replace(other, "", 1).strip()
    return rest not in ("s", "es", "们", "儿", "子", "咪") and not (name.isascii() and " " not in name)


class Missing(Exception):
    """A thing that an edit speaks of is not in the picture."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


class Mentioned(Cast, ABC):
    """The things of a picture, and which of them the mentions of an utterance mean."""

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
        self.guests: dict[int, list[str]] = {}
        """By the number of a mention, the things of another picture that it is said to mean."""
        self.signposts: list[str] = []
        self.dealt: set[str] = set()
        """Those of several that were given a colour of their own."""
        self.typed = ""
        """The words of an edit, before deeds in them were told by what shows these."""
        self.undrawn: list[Mention] = []
        self.unborne: list[str] = []
        """What belongs to somebody who cannot be drawn, and is not drawn alone: the hat of a golem."""
        """Nouns that there is no drawing of."""
        self.luminary = scene.env.luminary
        self.missing: list[str] = []
        self.brought_along: list[str] = []
        """Furniture that something is put on, and that was not there."""
        self.gave_way: dict[str, str] = {}
        """Pieces of the backdrop in whose stead a thing came that others can be put to, and how they were called."""
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
        self.asked: list[tuple[Operation, Sequence[str]]] = []
        """What was asked of which things that were there."""
        self.at_limit: set[str] = set()
        """What is as large, or as small, as it can be."""
        self.out_of_shape: dict[str, str] = {}
        """What is as broad, or as high, as it can be, and what it was to become."""
        self.short_of: dict[str, float] = {}
        """What did not become so many times as large as it was to, and how many times it did."""
        self.not_aside: dict[str, str] = {}
        """What found no room at the side to which it was to go, and that side; it went only as far as it could."""
        self.arms_full: set[str] = set()
        """Who was to hug somebody and holds too much for it."""
        self.seen = False
        """Whether anything spoken of was found, even if nothing had to change."""

    @abstractmethod
    def _ground(self, index: int, *, part: bool = False) -> list[str]:
        """The ids of what something stands to, hangs on or belongs to, by the number of its mention."""

    def change(self, key: str, **fields: object) -> None:
        """Change fields of a thing; of one that was there before, the colour that it was first drawn in is kept in mind."""
        before = self.base.thing(key)
        if before is not None and fields.get("colour", before.colour) != before.colour and before.was is None:
            fields["was"] = before.colour or ""
        super().change(key, **fields)

    def _lies(self, thing: Thing) -> bool:
        """Whether it lies on or in something, and is not worn or held by anybody."""
        rel = thing.rel
        return rel is not None and rel.type in ("on", "inside") and rel.part is None

    def _stands(self, thing: Thing) -> bool:
        return thing.rel is None or thing.rel.type not in ATTACHED

    def _matching(self, mention: Mention) -> list[Thing]:
        """The things that a mention may mean, in their order."""
        things = list(self.things.values())
        for index, keys in self.guests.items():
            if self.said.mentions[index] is mention:
                return [self.things[key] for key in keys if key in self.things]
        if mention.rest:
            return self._others()
        if mention.pronoun and any(
            one is not None for one in (mention.colour, mention.size, mention.pattern)
        ):
            things = [one for one in things if counts(mention.measure, one.kind)] or things
            if mention.size is not None and (mention.colour, mention.pattern) == (None, None):
                return _so_large(things, mention.size)
            return [thing for thing in things if _looks(thing, mention)] or [
                thing
                for thing in things
                if thing.colour is None
                and _looks(msgspec.structs.replace(thing, colour=colour_of(thing)), mention)
            ]
        if mention.pronoun and mention.side is not None:
            return self._side_by_side(mention.measure)
        if mention.pronoun and mention.every:
            return [self.things[key] for key in self._them()]
        if mention.pronoun and mention.every:
            return [t for t in things if kinds()[t.kind].alive and self._stands(t)]
        if mention.pronoun:
            somebody = mention.label.lower() in _SOMEBODY
            return [
                self.things[key] for key in (self._somebody() if somebody else self._salient(alive=False))
            ]
        if mention.kind is None:
            return [t for t in things if t.rung == "signpost" and mention.label in (t.label, t.label.lower())]
        if mention.sort is not None:
            return called_so(things, mention)
        bare = kinds()[mention.kind].bare
        found = [
            t
            for t in things
            if (t.kind == mention.kind or (t.kind == bare and t.label == mention.label))
            and t.rung != "signpost"
        ]
        apart = self.new and mention.lang == "zh" and mention.kind in ("man", "woman")  # 爷爷和爸爸
        if not apart:
            found = found or [t for t in things if t.kind.endswith(f"-{mention.kind}")]
        found = of_ones_own(found, mention.label, new=self.new)
        if not self.new:
            found = found or [t for t in things if drawn_as(t) == mention.kind]  # the girl among the children
        if mention.kind == "dining-table":
            found = found or [t for t in things if t.kind == "round-table"]
        if mention.kind == "dining-table" and not self.new:
            found = found or [t for t in things if t.kind in TABLES]  # the desk is a table, too
        single = kinds()[mention.kind].single
        found = found or [t for t in things if t.kind == single] or self._called_so(mention)
        if mention.label in KIN:
            found = of_ones_own(found, mention.label, new=self.new)
        # 橘猫和灰猫 are two; but "a red car ... the blue car" may be one that was misremembered
        apart_by_colour = self.new and mention.lang == "zh"
        if mention.pattern == MIXED:
            found = [t for t in found if _looks(t, mention)] or found
        elif mention.colour is not None:
            found = (
                [t for t in found if t.colour == mention.colour]
                or [t for t in found if t.colour is None and colour_of(t) == mention.colour]
                or ([t for t in found if t.colour is None] if apart_by_colour else found)
            )
        if mention.pattern not in (None, MIXED):
            found = [t for t in found if (t.pattern or PLAIN) == mention.pattern] or found
        return _so_large(found, mention.size) or found if mention.size is not None else found

    def _called_so(self, mention: Mention) -> list[Thing]:
        """What is there under another name, unless the mention is of something to be added."""
        added = any(self.said.mentions[index] is mention for index in self.adds if index >= 0)
        bare = (
            mention.lang == "zh"
            and mention.kind in _SOMEBODY_BARE
            and not (mention.counted or mention.plural)
        )
        if self.new or (
            (added or self._holds_new(mention)) and not (mention.definite or mention.every or bare)
        ):
            return []
        there = [*self.things.values()]
        return called_so(there, mention) or named_in_part(there, mention.label)

    def _holds_new(self, mention: Mention) -> bool:
        """Whether it is a vessel that comes with what is in it: a basket of eggs is not the bucket that is there."""
        return mention.counted and any(
            link.type == "inside"
            and index in self.adds
            and link.ground >= 0
            and self.said.mentions[link.ground] is mention
            for index, link in self.links.items()
        )

    def _side_by_side(self, measure: str | None) -> list[Thing]:
        """Those among which a side chooses: what the measure word counts; who lives, if several do; else what lies on
        something rather than that."""
        things = list(self.things.values())
        counted = [
            one for one in things if counts(measure, one.kind) and (self._stands(one) or self._lies(one))
        ]
        if counted and not (len(counted) == 1 and kinds()[counted[0].kind].alive):
            return counted
        living = [
            t
            for t in things
            if kinds()[t.kind].alive
            and not (t.rel and t.rel.type == "hold" and t.rel.part not in ("arm", "neck"))
        ]
        if len(living) > 1:
            return living
        lying = [t for t in things if t.rel is not None and t.rel.type in ("on", "inside") and not t.rel.part]
        bearers = {t.rel.to for t in lying if t.rel is not None}
        apart = [t for t in things if t.id not in bearers and (self._stands(t) or t in lying)]
        return apart if len(apart) > 1 else [t for t in things if self._stands(t)]

    def _meant(self, mention: Mention, *, many: bool) -> list[str]:
        """The ids that a mention means; `many` when a bare noun means all of its kind."""
        found = self._matching(mention)
        if found and not self.new and not mention.definite and self._holds_new(mention):
            filled = {one.rel.to for one in self.base.objects if one.rel is not None}
            found = [one for one in found if one.id not in filled]  # 再来一盘饺子 is a second plate
        if not found:
            return []
        self.seen = True
        if mention.side in ("left", "right") and mention.count > 1 and mention.pronoun:
            across = sorted(found, key=lambda one: self.layout[one.id].x if one.id in self.layout else 0.0)
            some = across[: mention.count] if mention.side == "left" else across[-mention.count :]
            return [one.id for one in some]
        if mention.side == "middle":
            found = self._row_of(found)
        if mention.side is not None:
            return [self.at_side(found, mention.side).id]
        if mention.owner is not None:
            owners = self._ground(mention.owner, part=True)
            owned = [t for t in found if t.rel is not None and t.rel.to in owners]
            found = owned or [t for t in found if t.rel is None or t.rel.type != "wear"]
            if not found:
                return []  # worn by others: the girl's hat, where the boy has one
        found = [t for t in found if not self._carries(t.id, mention.lacks)] or found
        mass = mention.sort in _MASSES and not mention.counted  # "the fruit" is all of it
        rest = mention.rest and mention.lang == "zh" and not mention.counted  # 剩下的
        if mention.every or mass or rest or (mention.plural and not mention.counted):
            return [t.id for t in found]
        if many and mention.lang == "zh" and not mention.counted:
            return [t.id for t in found]
        spoken = self._spoken_of_last(mention, found)
        alike = len({(one.label, one.colour, one.size, one.pattern, one.painted) for one in found}) == 1
        apart = spoken is not None and not alike  # after a change of one of them
        if not apart and not mention.counted and mention.count == 1 and self._is_had_by_all(found):
            return [t.id for t in found]
        return [spoken] if spoken is not None else [t.id for t in found[: mention.count]]

    def _is_had_by_all(self, found: Sequence[Thing]) -> bool:
        """Whether it is food of which each of several has some: "the pizza" of a couple is both of theirs."""
        had = {one.rel.to for one in found if one.rel is not None and one.rel.type == "hold"}
        dine = all(self.things[key].pose in _AT_A_MEAL for key in had if key in self.things)
        return len(had) == len(found) > 1 and (dine or all(one.kind in _EATEN for one in found))

    def _spoken_of_last(self, mention: Mention, found: Sequence[Thing]) -> str | None:
        """The one of several that the last change was about or gave to somebody, where "the dog" may be any of them."""
        last = self.things.get(self.base.focus or "")
        if last is None or not mention.definite or mention.counted or mention.count != 1:
            return None
        had = [one for one in self.things.values() if one.rel is not None and one.rel.to == last.id]
        plain = (mention.colour, mention.pattern, mention.size, mention.pose, mention.mood, mention.at)
        told_apart = any(plain) or bool(mention.palette) or mention.owner is not None
        for one in (last, *had):
            so_called = f" {one.label.removesuffix('s')}".endswith(f" {mention.label}")
            if so_called and one.kind == mention.kind and (one in found or not told_apart):
                return one.id
        return None

    def _row_of(self, found: list[Thing]) -> list[Thing]:
        """All in whose middle the one is that is meant: of children, who are drawn as boys or girls, "the girl in the middle"
        is between the others, whatever they look like."""
        row = [one for one in self.things.values() if one.kind == found[0].kind]
        either = any(drawn_as(one) != one.kind for one in found)
        return row if either and len(row) % 2 else found

    def pointed_at(self, mention: Mention) -> list[str]:
        """The ids of those in the picture that a mention means."""
        return self._meant(mention, many=False)

    def _others(self) -> list[Thing]:
        """All that are like what was changed last, and were not changed themselves."""
        done = [self.things[key] for key in self.touched if key in self.things]
        if not done and self.base.focus in self.things:
            done = [self.things[self.base.focus]]
        if not done:  # what was spoken of is gone: 拿走一个，剩下的换成梨
            held = Counter(one.kind for one in self.things.values() if self._lies(one)) or Counter(
                one.kind for one in self.things.values() if self._stands(one)
            )
            most = held.most_common(1)[0][0] if held else None
            return [one for one in self.things.values() if one.kind == most]
        done += [host for one in done for host in self._hosts(one)]
        about = next((one for one in reversed(done) if self._sits(one)), done[-1])
        alike = [t for t in self.things.values() if t.kind == about.kind and t not in done]
        unlike = [t for t in alike if self._state(t) != self._state(about)]
        if unlike:  # of those that were changed together only the last is known
            return unlike
        others = [t for t in self.things.values() if t not in done]
        living = [t for t in others if kinds()[t.kind].alive and self._sits(t)]
        if not alike and kinds()[about.kind].alive and living:
            return living  # the children on the rug, and not the rug
        return alike or [t for t in others if self._stands(t)]

    def _hosts(self, thing: Thing) -> list[Thing]:
        """Who has it on or in hand: the cat with the new hat, and not the couch under the cat."""
        hosts: list[Thing] = []
        for key in self.bearers(thing.id):
            if self._sits((hosts or [thing])[-1]):
                break
            hosts.append(self.things[key])
        return hosts

    def _state(self, thing: Thing) -> tuple[object, ...]:
        """What an edit may have made of a thing: its looks, how it stands, what it has on."""
        worn = sorted(self.things[key].kind for key in self.attached(thing.id))
        return (thing.colour, thing.pattern, thing.size, thing.pose, thing.mood, worn)

    def _carries(self, key: str, worn: Sequence[str]) -> bool:
        return any(self.things[one].kind in worn for one in self.attached(key) if one in self.things)

    def _salient(self, *, alive: bool) -> list[str]:
        """What "it" is: the newest thing; for a part, the newest that has parts."""
        newest = list(reversed(self.things.values()))
        if self.recent in self.things:
            newest.insert(0, self.things[self.recent])
        elif self.base.focus in self.things:
            newest = [*self._only_one_beside(self.things[self.base.focus]), *newest]
        elif newest and (host := bearer_of_it(newest[0], self.things)) is not None:
            newest.insert(0, host)
        for thing in newest:
            if not alive or kinds()[thing.kind].alive:
                return [thing.id]
            host = self.things.get(thing.rel.to) if thing.rel is not None else None
            if host is not None and kinds()[host.kind].alive:
                return [host.id]
        return [thing.id for thing in newest if has_paws(kinds()[thing.kind])][:1]

    def _only_one_beside(self, last: Thing) -> list[Thing]:
        """Whom "it" means after `last` was told of: that one; or the only one who lives besides several of its kind, none of whom
        is "it": the cat, after birds came."""
        living = [one for one in self.things.values() if kinds()[one.kind].alive]
        others = [one for one in living if (one.kind, one.label) != (last.kind, last.label)]
        is_one_of_several = last in living and len(living) - len(others) > 1
        singled_out = self._state(last) not in map(
            self._state, (one for one in living if one not in others and one is not last)
        )
        return others if is_one_of_several and len(others) == 1 and not singled_out else [last]

    def _fitting(self, kind: str, label: str) -> list[str]:
        """What is to become such a thing, where nobody says what: the thing that is talked about, if it is of that sort, or
        else the newest that is; a woman takes the man's place and not that of the fish before him."""
        about = self._salient(alive=False)
        others = [one.id for one in reversed(self.things.values()) if one.id not in about]
        able = [key for key in (*about, *others) if self.things[key].kind != kind]
        like = {key: likeness(self.things[key].kind, kind) for key in able}
        like |= dict.fromkeys(
            (key for key in able if label.endswith(self.things[key].label)), LIKE + 1
        )  # 草房子, a 房子
        if counts("朵", kind):
            like |= {
                key: LIKE for key in able if counts("朵", self.things[key].kind)
            }  # a flower for a flower
        best = max(like.values(), default=0)
        if about and kinds()[self.things[about[0]].kind].alive and not kinds()[kind].alive:
            had = [
                key
                for key in able
                if (rel := self.things[key].rel) is not None
                and (rel.type, rel.to) == ("hold", about[0])
                and not kinds()[self.things[key].kind].alive
            ]
            if had and (like[had[-1]] >= LIKE or best < LIKE):  # the bag in his hand, and not himself
                return had[-1:]
        mine = like.get(about[0], 0) if about else 0
        if mine >= LIKE or (best < LIKE and (mine or not best or not kinds()[kind].alive)):
            return about
        return [next(key for key in able if like[key] == best)]

    def _somebody(self) -> list[str]:
        """Who "she" is: whom the talk is about, if that is a person; the newest person; or else whoever lives."""
        salient = self._salient(alive=True)
        people = [one.id for one in self.things.values() if has_arms(kinds()[one.kind])]
        return salient if not people or (salient and salient[0] in people) else people[-1:]

    def _sits(self, thing: Thing) -> bool:
        """Whether it stands, or is on or in what does not live: both cats on the couch, but not the parrot on a shoulder."""
        rel = thing.rel
        if rel is None or rel.type not in ATTACHED or (rel.type == "hold" and rel.part in ("arm", "neck")):
            return True
        return (
            rel.type in ("on", "inside") and not kinds()[self.things[rel.to].kind].alive
            if rel.to in self.things
            else True
        )

    def _everything(self, *, alive: bool) -> list[str]:
        """What "they" are: all that stands for itself; only who lives, if anybody does and it matters."""
        standing = [t for t in self.things.values() if t.rel is None or t.rel.type not in ATTACHED]
        living = [t.id for t in self.things.values() if kinds()[t.kind].alive and self._sits(t)]
        return living if alive and living else [t.id for t in standing]

    def _them(self) -> list[str]:
        """What "them" is: all that stands, but not what others are on; of a bowl of strawberries, and nothing else,
        the strawberries, and of a table all that is on it."""
        standing = self._everything(alive=False)
        bearing = {
            t.rel.to
            for t in self.things.values()
            if t.rel is not None and t.rel.type == "on" and not t.rel.part
        }
        standing = [key for key in standing if key not in bearing] or standing
        living = [t.id for t in self.things.values() if kinds()[t.kind].alive]
        if len(living) > 1 and not set(living) & set(standing):
            return living  # the fish of an aquarium
        while len(standing) == 1:
            host = self.things[standing[0]].kind
            rels = [(t.id, t.rel) for t in self.things.values()]
            lying = [key for key, rel in rels if rel is not None and rel.to == standing[0] and not rel.part]
            alike = len({self.things[key].kind for key in lying}) == 1
            laid = bool(lying) and host in TABLES
            if not laid and not (len(lying) > 1 and (alike or not kinds()[host].alive)):
                break
            standing = lying
        return standing

    def _targets(self, index: int) -> list[str]:
        """What an operation is done to.

        Raises:
            Missing: it is not in the picture.
        """
        if index in (SALIENT, EVERYTHING):
            found = self._them() if index == EVERYTHING else self._salient(alive=False)
            if not found:
                raise Missing("它" if self.language == "zh" else "such thing")
            return found
        if index in self.bound:
            found = [key for key in self.bound[index] if key in self.things]
        else:
            found = self._meant(self.said.mentions[index], many=True)
        if not found:
            raise Missing(self.said.mentions[index].label)
        self.bound[index] = found
        return found


_MASSES = frozenset({"fruit", "food", "furniture"})
_AT_A_MEAL = frozenset({"dine", "eat", "drink"})
_EATEN = frozenset(kind for sort in ("fruit", "food", "dessert", "drink") for kind in sorts()[sort])
_SOMEBODY_BARE = frozenset({"child", "person"})
"""孩子 in an edit is the boy who is there."""
_SOMEBODY = frozenset({"he", "she", "him", "her", "他", "她"})


def _so_large(things: Sequence[Thing], size: str) -> list[Thing]:
    """Those of that size; or else the usual ones, where others of their kind are small, or large."""
    told = [one for one in things if one.size == size]
    if told:
        return told
    other = {"large": "small", "small": "large"}.get(size)
    apart = {one.kind for one in things if one.size == other}
    return [one for one in things if one.size is None and one.kind in apart]


def _looks(thing: Thing, mention: Mention) -> bool:
    if mention.pattern == MIXED:
        return {mention.colour, *(mention.second or "").split()} == {
            thing.colour,
            *(thing.second or "").split(),
        }
    looks = (thing.colour, thing.size, thing.pattern or PLAIN)
    asked = (mention.colour, mention.size, mention.pattern)
    return all(one in (None, look) for one, look in zip(asked, looks, strict=True))
