"""One clause and the links that it makes between things: by a verb, a place, a receiver, an owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.grammar.mention import EVERYTHING, SALIENT, Chunk, Mention
from paintover.engines.illustrator.grammar.reading import Reading
from paintover.engines.illustrator.grammar.relate import HANDY_M, VESSELS
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.grammar.utterance import Link, LinkType, Operation
from paintover.engines.illustrator.kinds import TABLES, kinds, sorts
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.likeness import LIKE, likeness
from paintover.engines.illustrator.staging.stems import STEMMED, STOOD_IN

ATTACH: dict[str, LinkType] = {"wear": "wear", "hold": "hold", "carry": "carry", "lead": "lead"}
"""Verbs that put one thing on another, and the link that each makes."""


_SHARED = frozenset({"ball", "basketball", "volleyball", "american-football", "frisbee"})
"""Of what is thrown to one another there is one."""


_SMALL_M = 0.6
"""How high a thing is at most, in metres, of which each of several has one in the hand."""


_HANDED = frozenset({
    "umbrella", "balloon", "book", "flag", "lantern", "torch", "candle", "sword", "shield", "bag", "handbag", "basket", "guitar",
    "violin", "trumpet", "drum", "microphone", "flashlight", "kite", "flower", "rose", "sunflower", "bouquet", "gift", "ice-cream",
    "lollipop", "fishing-rod", "broom", "cell-phone", "camera", "suitcase",
})  # fmt: skip
"""What each of several can have in the hand: "a man and a woman with umbrellas"."""
_ROOMY = 5.0
"""How many times as high as what they are in are those who fit there at most: fish in a bowl."""
_FOR_ONE = frozenset(
    {"bicycle", "motorcycle", "scooter", "kick-scooter", "skateboard", "surfboard", "snowboard"}
)
"""What carries one."""


_SAT_ON = frozenset(
    {"wheelchair", "armchair", "rocking-chair", "chair", "couch", "seat", "bench", "stool", "throne"}
)
"""What one sits on although "in" is said: "in an armchair"."""


_NEAR = ("over", "above", "beside", "behind", "front", "below", "left", "right")
_LAIN_ON = frozenset({"couch", "armchair", "bench", "bed", "rocking-chair"})
_CUDDLED = frozenset({"teddy-bear", "doll", "pillow"})
"""What lies on a bed as if it lived."""


_SERVED_WITH = frozenset(
    {
        "spoon",
        "fork",
        "knife",
        "chopsticks",
        "cup",
        "drinking-glass",
        "plate",
        "bowl",
        "candle",
        "napkin",
        "lamp",
        "lid",
        "ribbon",
    }
)
"""What lies beside a bowl, and not in it."""
_NO_CARRIERS = frozenset({"bowl", "plate", "pot"})
"""Vessels in which no cup stands."""
_LOOSE_M = 0.4
"""What is no higher may lie in one."""
_TOPS = TABLES | {"bench", "shelf", "wooden-cart", "market-stall", "dresser"}
"""What bears a basket as it does a bowl."""
_VESSEL_M = 0.65
"""Nothing taller is a basket, a bowl or a crate."""
_TOO_LARGE = 1.5
"""So many times as high as a vessel is what cannot be in it."""
_SHOE_M = 0.45
"""Lower than this is a shoe or a boot, in which a mouse can be; a skirt is taller."""
_FITS_A_HAT_M = 0.7
"""Who is no taller may sit in a hat."""


_SIDES: dict[str, frozenset[str]] = {
    "front": frozenset({"behind", "above"}),
    "behind": frozenset({"front"}),
    "left": frozenset({"right"}),
    "right": frozenset({"left"}),
    "above": frozenset({"below"}),
    "on": frozenset({"below"}),
    "below": frozenset({"above", "on"}),
}
"""Where one may be to something that has more around it, by the other side."""


class Clause:
    """The chunks of a clause, what is said of whom so far, and the ways in which one thing is tied to another."""

    def __init__(self, reader: Reading, chunks: Sequence[Chunk], *, subject: int | None = None) -> None:
        self.reader = reader
        self.chunks = list(chunks)
        self.subject = subject
        """The latest mention that things can be said of."""
        self.group: list[int] = [] if subject is None else [subject]
        """The subject and what "and" joins to it."""
        self.company: list[int] = []
        """Who was named before the group and got clothes of their own: "a boy in blue and a girl in red"."""
        self.ahead: int | None = None
        """What the clause before the next mention says that it wears or holds: 戴帽子的女孩."""
        self.place: Chunk | None = None
        """A locative that waits for its figure (Chinese puts it first)."""
        self.verb: str | None = None
        self.mouth = False
        """Whether what is held is so in the mouth: 叼."""
        self.act: str | None = None
        """What whoever holds the next thing does with it: eat, read."""
        self.aiming: list[int] = []
        """Who looks or points at what is named next."""
        self.fresh = False
        self.taken = False
        self.receiving = False
        self.given = False
        """ "give it ...": what comes next is for what the talk is about."""
        self.using: int | None = None
        self.whole: int | None = None
        """What the next thing is in or a part of: "beside a bowl of cherries"."""
        self.covered: Chunk | None = None
        self.count: int | None = None
        self.said = any(item.role in ("verbs", "and", "give", "to") for item in self.chunks)
        self.alone = False
        """What is said is said of one of the subject's number only."""
        self.plural = any(item.token.get("them") or item.role == "every" for item in self.chunks)
        """ "them", "both": what is not named is all that stands there."""
        self.latest: int | None = None
        """What was put on the subject last: "with a cloth", before "over its face"."""

    def _tied(self, index: int) -> bool:
        return self._added(index) or any(link.ground == index for link in self.reader.links.values())

    def _before(self, at: int) -> Chunk | None:
        return self.chunks[at - 1] if at else None

    def _mention(self, index: int) -> Mention:
        return self.reader.mentions[index]

    def _change(self, index: int, **said: object) -> None:
        self.reader.mentions[index] = replace(self.reader.mentions[index], **said)  # type: ignore[arg-type]

    def _link(
        self,
        figure: int,
        type_: LinkType,
        ground: int,
        part: str | None = None,
        *,
        also: int | None = None,
        each: bool = False,
    ) -> None:
        if figure == ground:
            return
        if ground == SALIENT:
            opposite = self._on_the_other_side(figure, type_) if part is None and not self.plural else None
            ground = self._meant(figure, part) if opposite is None else opposite
            if type_ == "inside" and part is None:
                ground = self._vessel_of(ground)
            each = each or ground == EVERYTHING
        if ground == figure or self._circular(figure, ground):
            return
        each = each or self._has_each_one(figure, type_, ground, part)
        self.reader.links[figure] = Link(figure, type_, ground, part, also, each)  # type: ignore[arg-type]

    def _has_each_one(self, figure: int, type_: LinkType, ground: int, part: str | None) -> bool:
        """ "The boys should wear a backpack", "a map in the hands of the boys": one for each of those who are there."""
        if type_ not in ("wear", "hold", "attach") and part != "hand":
            return False
        if not self._are_all(ground) or not self._alive(ground) or self.alone or figure < 0:
            return False
        had = self._mention(figure)
        if had.kind is None or had.definite or had.plural or had.count != 1 or self._alive(figure):
            return False
        if self.act in ("kick", "pull", "throw", "eat") or had.kind in _SHARED:
            return False
        return (
            kinds()[had.kind].wear is not None
            or had.kind in _HANDED
            or kinds()[had.kind].height_m <= _SMALL_M
        )

    def _on_the_other_side(self, figure: int, type_: LinkType) -> int | None:
        """ "A house with a tree behind it and a dog in front of it", 树上有一只鸟，下面有一个男孩: to what the one before stands so."""
        last = next((one for one in reversed(self.reader.links.values()) if one.figure != figure), None)
        if last is None or last.ground < 0 or last.ground == figure or last.part is not None:
            return None
        if type_ not in _SIDES or last.type not in _SIDES or last.type == type_:
            return None
        told_first = last.ground < last.figure
        opposed = self._mention(last.ground).lang != "zh" and last.type in _SIDES[type_]
        return last.ground if told_first or opposed else None

    def _circular(self, figure: int, ground: int) -> bool:
        seen = ground
        for _ in range(len(self.reader.mentions)):
            link = self.reader.links.get(seen)
            if link is None:
                return False
            if link.ground == figure:
                return True
            seen = link.ground
        return False

    def _meant(self, figure: int, part: str | None) -> int:
        """What "it" is: the subject so far, if it can have such a part. "They" are all."""
        if self.plural and self.subject in (None, figure):
            return EVERYTHING
        owner = self._mention(figure).owner if figure >= 0 and part is not None else None
        if owner is not None and owner >= 0 and self._alive(owner):
            return owner  # grandma's cat on her lap
        for index in (self.group[0] if self.group else None, self.subject, self.reader.subject):
            if index is None or index == figure:
                continue
            kind = self._mention(index).kind
            if part is None or (kind is not None and kinds()[kind].alive):
                return index
        return SALIENT

    def _vessel_of(self, somebody: int) -> int:
        """推着婴儿车，里面坐着宝宝: in what they have, and not in themselves."""
        if somebody < 0 or not self._alive(somebody):
            return somebody
        held = [
            link.figure
            for link in self.reader.links.values()
            if link.ground == somebody and link.type in ("hold", "carry", "attach") and link.figure >= 0
        ]
        kinds_held = [kind for one in held if (kind := self._mention(one).kind) is not None]
        if not kinds_held or kinds()[kinds_held[-1]].alive:
            return somebody
        return next(at for at, one in enumerate(self.reader.mentions) if one.kind == kinds_held[-1])

    def _add(self, index: int) -> None:
        if any(operation.target == index for operation in self.reader.operations):
            return
        loose = self._mention(index).weak and not self.fresh and not self.said
        bare = not any(item.role == "verbs" for item in self.chunks)
        self.reader.operations.append(
            Operation(action="add", target=index, fresh=self.fresh, bare=bare, loose=loose)
        )

    def _added(self, index: int) -> bool:
        return any(operation.target == index for operation in self.reader.operations)

    def _pronoun(self, token: Token) -> int:
        them = token.get("them") is not None
        word = Mention(kind=None, label=token.text, lang=token.lang, definite=True, pronoun=True, every=them)
        self.reader.mentions.append(word)
        return len(self.reader.mentions) - 1

    def _put_in(self, index: int, whole: int) -> None:
        """A bowl of cherries has them in it; the tickets of passengers have not."""
        kind, around = self._mention(index).kind, self._mention(whole).kind
        alive = kind is not None and around is not None and kinds()[kind].alive
        if not alive or kinds()[kind or ""].height_m <= _ROOMY * kinds()[around or ""].height_m:
            self._link(index, "inside", whole)

    def _alive(self, index: int) -> bool:
        kind = self._mention(index).kind
        return kind is not None and kinds()[kind].alive

    def _stand(self, figure: int, place: Chunk, *, first: bool = False) -> None:
        """Tie a figure to a place; a bare one that was named `first` (帽子戴在马头上) is one that we know."""
        type_ = place.value
        verb = self.verb
        if self._swaps(figure, place):
            clothes = self._mention(place.at)
            self._link(place.at, "wear", figure, each=not clothes.counted)
            self._add(place.at)
            self.latest = place.at
            return
        if type_ == "inside" and place.part is None and figure >= 0 and place.at >= 0:
            sits = self._alive(figure) and self._mention(place.at).kind in _SAT_ON
            type_ = "on" if sits else type_
            if type_ == "inside" and (borne := self._what_it_bears(figure, place.at)) is not None:
                bears = self._mention(figure).kind in _TOPS
                self._link(place.at, "on" if bears else "attach", figure)
                figure = borne
        if verb == "cover":
            type_ = "cover"
        elif verb in ATTACH and place.part is not None:
            type_ = ATTACH[verb]
        elif verb == "ride":
            type_ = "ride"
        if self.taken or (first and self._bare(figure) and not self.fresh and place.token.lang == "zh"):
            self._change(figure, definite=True)
        kind = self._mention(figure).kind if figure >= 0 else None
        worn = kind is not None and kinds()[kind].wear is not None and type_ in ("on", "wear", "over")
        each = worn and self._are_all(place.at)  # "put hats on both dogs"
        self._link(figure, type_, place.at, place.part, also=place.also, each=each)  # type: ignore[arg-type]

    def _what_it_bears(self, figure: int, ground: int) -> int | None:
        """ "A table with apples in a bowl": the apples, where what has them is too large to be in there."""
        link = self.reader.links.get(self.latest) if self.latest is not None else None
        kinds_ = [
            self._mention(at).kind for at in (figure, ground, *([link.figure] if link is not None else []))
        ]
        if link is None or link.ground != figure or link.type != "attach" or None in kinds_:
            return None
        whole, vessel, borne = (kinds()[kind] for kind in kinds_ if kind is not None)
        if vessel.alive or vessel.wear is not None or vessel.height_m > _VESSEL_M:
            return None
        if whole.alive and borne.wear is not None:
            return None
        return link.figure if whole.height_m > _TOO_LARGE * vessel.height_m else None

    def _swaps(self, figure: int, place: Chunk) -> bool:
        """ "a dog in a hat": the hat is on the dog."""
        if place.value != "inside" or place.at == SALIENT or place.part is not None:
            return False
        if place.token.text.lower() == "inside":
            return False  # a rabbit inside a hat
        worn, somebody = self._mention(place.at).kind, self._mention(figure)
        wearer = somebody.kind
        if worn is None or somebody.pronoun:
            return False
        if (
            kinds()[worn].wear == "foot"
            and kinds()[worn].height_m < _SHOE_M
            and self._mention(place.at).counted
            and self._mention(place.at).count == 1
        ):
            return False  # a mouse in a shoe
        kept = place.token.lang == "zh" or somebody.pose in ("sit", "lie", "sleep")
        if (
            kinds()[worn].wear == "head"
            and kept
            and wearer is not None
            and kinds()[wearer].height_m < _FITS_A_HAT_M
        ):
            return False  # 猫在帽子里, a rabbit sitting in a hat
        alive = wearer is None or kinds()[wearer].alive
        on_hands = kinds()[worn].wear == "hand" and kinds()[worn].paired  # gloves
        return (kinds()[worn].wear in ("head", "eyes", "neck", "face", "foot") or on_hands) and alive

    def _bare(self, index: int) -> bool:
        mention = self._mention(index)
        return not mention.counted and not mention.plural and mention.side is None

    def _refine(self, figure: int, place: Chunk) -> None:
        """ "wears a lid on its head": the place says where the thing just worn is."""
        holder = self.reader.links[figure].ground if figure in self.reader.links else SALIENT
        ground = place.at if place.at != SALIENT else holder
        self._link(figure, place.value, ground, place.part)  # type: ignore[arg-type]

    def _settle_figure(self, index: int) -> None:
        self._add(index)
        self.subject, self.group = index, [index]

    def _stand_alone(self, index: int) -> None:
        if self.count is not None and not self._mention(index).counted:
            self._change(index, count=self.count, counted=True)
            self.count = None
        self._settle_figure(index)

    def _attach(self, type_: LinkType, index: int) -> None:
        """Wear, hold, carry: of the subject, of each of a group, or of what the talk is about."""
        part = "face" if type_ == "hold" and self.mouth else None
        if type_ == "hold":
            self._together()
        self._add(index)
        mention = self._mention(index)
        alone = mention.counted and not any(self._mention(other).every for other in self.group)
        holders = [self.subject] if alone and self.subject is not None else self.group
        if mention.definite:  # "an elephant in a meadow, and a boy is leading the elephant"
            holders = [one for one in holders if self._mention(one).kind != mention.kind] or holders
        if type_ == "wear" and (dressed := self._who_dresses(holders)):
            holders = dressed
        holder = holders[0] if holders else None if self.plural else self.reader.subject
        if holder is None:
            self._link(index, type_, SALIENT, part)
            self.latest = index
            return
        if mention.plural and not mention.counted and len(holders) > 1:
            self._change(index, count=1)  # "a cat and a dog wearing hats": a hat each
            mention = self._mention(index)
        each = not self.alone and (self._mention(holder).every or not mention.counted or mention.plural)
        shared = self.act in ("kick", "pull") or (self.act == "throw" and mention.kind in _SHARED)
        each = each and not shared  # they have one ball
        self._link(index, type_, holder, part, each=each)
        self.latest = index
        if shared:
            return
        for other in holders[1:]:
            copy = replace(mention)
            self.reader.mentions.append(copy)
            self._add(len(self.reader.mentions) - 1)
            self._link(len(self.reader.mentions) - 1, type_, other, part, each=each)

    def _who_dresses(self, holders: Sequence[int]) -> list[int]:
        """Who has it on where the words before were about things: "two cats with cookies, all wearing party hats"."""
        before = [*holders, *([] if holders or self.reader.subject is None else [self.reader.subject])]
        if not before or any(
            one < 0 or self._alive(one) or self._mention(one).kind is None for one in before
        ):
            return []
        living = [at for at in range(len(self.reader.mentions)) if self._alive(at)]
        return living if self.plural else living[-1:]

    def _relative(self, at: int) -> int | None:
        """戴草帽的柴犬: the mention that the clause before it is said of."""
        starter = self.chunks[at - 2] if at > 1 else None
        fresh = starter is None or starter.role in ("and", "numbers") or starter.value in ("draw", "add")
        if self.subject is not None and not self.receiving and not fresh:
            return None
        roles = [item.role for item in self.chunks]
        while roles[at + 1 : at + 3] == ["verbs", "mention"] or roles[at + 1 : at + 4] == [
            "and",
            "verbs",
            "mention",
        ]:
            at += 2 if roles[at + 1] == "verbs" else 3  # 穿裙子、戴围巾的女孩
        after = self.chunks[at + 1 : at + 3]
        if len(after) == 2 and after[0].role == "of" and after[1].role == "mention":
            return after[1].at
        return None

    def _relative_clause(self, verb: str, index: int, owner: int) -> None:
        self._add(index)
        self._acts([owner])
        if verb == "ride":
            self._link(owner, "ride", index)
        else:
            self._link(
                index,
                ATTACH.get(verb, "cover"),
                owner,
                "foot" if self.act == "kick" else "face" if self.mouth else None,
                each=self.act != "kick",
            )

    def _acts(self, who: Sequence[int]) -> None:
        """They eat, read or play what they hold."""
        for index in who:
            if self.act is not None and index >= 0 and self._mention(index).pose is None:
                self._change(index, pose=self.act)

    def _cover(self, index: int) -> bool:
        """ "a cloth covers the ox", "cover the ox('s face) with a cloth", 用布遮住牛的脸, 遮住牛的脸."""
        if self.covered is not None:
            self._link(index, "cover", self.covered.at, self.covered.part)
            self._settle_figure(index)
            return True
        if self.using is not None:
            self._link(self.using, "cover", index)
            return True
        if self.subject is not None and self._drapes(self.subject) and not self._drapes(index):
            self._link(self.subject, "cover", index)
            return True
        if self.subject is not None or self.receiving or self._drapes(index):
            ground = self.subject if self.subject is not None else SALIENT
            self._link(index, "cover", ground)
            self._add(index)
            return True
        self.covered = Chunk("place", "", self.chunks[0].token, index)
        self.subject, self.group = index, [index]
        return True

    def _drapes(self, index: int) -> bool:
        kind = self._mention(index).kind
        return kind is not None and kinds()[kind].rel == "cover"

    def _with(self, index: int) -> bool:
        """ "cover X with Y", "a dog with a hat", 用布..."""
        if self.covered is not None:
            self._link(index, "cover", self.covered.at, self.covered.part)
            self._add(index)
            return True
        self._add(index)
        mention = self._mention(index)
        if mention.plural and not mention.counted and mention.kind and kinds()[mention.kind].wear == "foot":
            self._change(index, count=1)  # a pair
        if self.subject is None:
            self.using = index
            self.subject, self.group = index, [index]
            return True
        if self._for_each_of_them(mention):
            self._hand_out(index)
            return True
        if (nearer := self._nearer_bearer(index)) is not None:
            self._link(index, "on", nearer)
            self.latest = index
            return True
        each = self._mention(self.subject).every or self._wear_one_each(mention)
        around = self._mention(self.subject).kind or ""
        full = mention.lang == "en" and around in VESSELS and self._may_lie_in(index, around)
        self._link(index, "inside" if full else "attach", self.subject, each=each)
        self.latest = index
        if self.alone:
            self.reader.links[index] = replace(self.reader.links[index], each=False)
        return True

    def _nearer_bearer(self, index: int) -> int | None:
        """ "A clock above a sofa with a cat", "a girl next to a table with a cake": what is had lies on what was named last,
        and not on what is beside or above that. Who sits on it or at it has it themselves."""
        link = self.reader.links.get(self.subject) if self.subject is not None else None
        had = self._mention(index)
        if link is None or link.ground < 0 or had.kind is None or had.lang != "en" or had.pronoun:
            return None
        near = link.type in _NEAR and link.part is None and link.ground > (self.subject or 0)
        ground = self._mention(link.ground).kind if near else None
        if ground is None or link.ground != index - 1:
            return None
        if ground in TABLES:
            return link.ground if kinds()[had.kind].habitat == "table" else None
        lies = kinds()[had.kind].alive or had.kind in _CUDDLED
        return link.ground if lies and ground in _LAIN_ON and not self._alive(self.subject or 0) else None

    def _for_each_of_them(self, had: Mention) -> bool:
        """ "A boy and a girl with hats": several are had by several, each of whom can have one."""
        if (
            len(self.group) < 2
            or had.counted
            or not had.plural
            or had.kind is None
            or self.subject not in self.group
        ):
            return False
        worn = kinds()[had.kind].wear is not None or had.kind in _HANDED
        return worn and all(one >= 0 and self._alive(one) for one in self.group)

    def _hand_out(self, index: int) -> None:
        """One each of what was told in the plural."""
        self._change(index, count=1, plural=False)
        mention = self._mention(index)
        for number, bearer in enumerate(self.group):
            one = index
            if number:
                self.reader.mentions.append(mention)
                one = len(self.reader.mentions) - 1
                self._add(one)
            self._link(one, "attach", bearer, each=self._mention(bearer).count > 1)
        self.latest = index

    def _wear_one_each(self, worn: Mention) -> bool:
        """ "Two cats with hats", "dos gatos con sombrero": what is worn is not counted, and those are several."""
        if self.subject is None or self.subject < 0 or worn.counted or worn.kind is None:
            return False
        return self._mention(self.subject).count > 1 and kinds()[worn.kind].wear is not None

    def _receive(self, at: int, index: int) -> bool:
        """ "give the ox a hat", "add a hat to the ox", 给牛一顶帽子; 给爷爷和奶奶戴帽子 to both."""
        if self.subject is None:
            self.subject, self.group = index, [index]
            return True
        if self._receives_too(at, index):
            self.group.append(index)
            return True
        self.receiving = False
        if self._added(self.subject):
            placed = self.reader.links.get(self.subject)
            if placed is not None and self._alive(self.subject) and self._alive(index):
                self._link(index, "beside", self.subject)  # 爷爷坐在摇椅上给孙子讲故事
                self._add(index)
            else:
                self._link(self.subject, "attach", index)
            return True
        each = self._are_all(self.subject)
        if len(self.group) > 1 and self._mention(index).plural and not self._mention(index).counted:
            self._change(index, count=1)  # "give grandpa and grandma hats": a hat each
        mention = self._mention(index)
        for number, receiver in enumerate(self.group):
            one = index
            if number:
                self.reader.mentions.append(mention)
                one = len(self.reader.mentions) - 1
            self._link(one, "attach", receiver, each=each)
            self._add(one)
        self.latest = index
        return True

    def _receives_too(self, at: int, index: int) -> bool:
        """Whether "and" joins somebody to those who are given something, or are to do something: 让狗和兔子笑."""
        before = self._before(at)
        if before is None or before.role != "and" or not self._alive(index):
            return False
        return all(one >= 0 and self._alive(one) and not self._added(one) for one in self.group)

    def _are_all(self, index: int) -> bool:
        """Whether a mention means each of several: "both dogs", "the dogs"."""
        mention = self._mention(index) if index >= 0 else None
        return mention is not None and (mention.every or (mention.plural and mention.definite))

    def _puts_on_too(self, at: int, index: int) -> bool:
        """ "wearing sunglasses and a scarf": the scarf too, but not the cat of "wearing a hat and a cat"."""
        previous = self.chunks[at - 2] if at > 1 else None
        link = self.reader.links.get(self.latest) if self.latest is not None else None
        kind = self._mention(index).kind
        if previous is None or previous.at != self.latest or link is None or kind is None:
            return False
        if self._is_in_there_too(link, index):
            self._add(index)
            self._link(index, "inside", link.ground)
            self._link(link.figure, "inside", link.ground)
            self.latest = index
            return True
        small = link.part is None and kinds()[kind].height_m <= HANDY_M
        held = link.type == "hold" and small
        had = link.type == "attach" and small and link.ground >= 0 and self._has_arms(link.ground)
        if (kinds()[kind].wear is None and not held and not had) or kinds()[kind].alive:
            return False
        self._add(index)
        self.reader.links[index] = replace(link, figure=index, type="hold" if held else "attach", part=None)
        self.latest = index
        return True

    def _is_in_there_too(self, link: Link, index: int) -> bool:
        """ "A bowl of apples, bananas and grapes", "a basket with bread and a cheese": of the same sort as what lies there."""
        before, mention = self._mention(link.figure), self._mention(index)
        around = self._mention(link.ground).kind if link.ground >= 0 else None
        if link.type not in ("inside", "attach") or link.part is not None or around not in VESSELS:
            return False
        if before.kind is None or mention.kind is None or kinds()[mention.kind].alive:
            return False
        if mention.kind in sorts()["drink"] and around in _NO_CARRIERS:
            return False
        if around in STOOD_IN:
            return {before.kind, mention.kind} <= STEMMED
        alike = likeness(before.kind, mention.kind) >= LIKE
        both = all(self._may_lie_in(one, around) for one in (index, link.figure))
        return alike or (not mention.counted and both)

    def _may_lie_in(self, index: int, around: str) -> bool:
        """Whether that may be full of it, and it is not what lies beside one."""
        name = self._mention(index).kind
        kind = kinds()[name] if name is not None else None
        if kind is None or kind.alive or kind.wear is not None or name in _SERVED_WITH:
            return False
        if around in STOOD_IN or (name in sorts()["drink"] and around in _NO_CARRIERS):
            return False
        return kind.height_m <= _LOOSE_M

    def _lies_in_the_group(self) -> bool:
        """Whether what was named last is what one of those spoken of is full of."""
        link = self.reader.links.get(self.latest) if self.latest is not None else None
        return link is not None and link.type == "inside" and link.ground in self.group

    def _has_arms(self, index: int) -> bool:
        kind = self._mention(index).kind
        return kind is not None and has_arms(kinds()[kind])

    def _joins(self, index: int) -> bool:
        """A mention after "and" stands like its neighbour: on the same table, on the same head.

        What it wears is its own affair once something was put on those before it.
        """
        if self._lies_in_the_group():
            self.latest = None  # "a plate of cookies and a glass of milk on a table"
        if self.latest is not None and self.latest not in self.group:
            self.company += self.group
            self.group, self.latest = [], None
            self._settle_figure(index)
            return True
        self.group.append(index)
        neighbour = self.reader.links.get(self.group[0])
        self._add(index)
        if neighbour is not None and self.group[0] != neighbour.ground and self.place is not None:
            self.reader.links[index] = replace(neighbour, figure=index)
        self.subject = index
        return True

    def _mount(self, index: int) -> None:
        """On one thing all together, or each on a bicycle or a horse of their own."""
        self._together()
        self.group = [one for one in self.group if one not in self.reader.links] or self.group
        mention = self._mention(index)
        kind = mention.kind
        single = kind is not None and (kinds()[kind].alive or kind in _FOR_ONE)
        riders = sum(self._mention(rider).count for rider in self.group)
        if not (single and riders > 1 and (mention.plural or not mention.counted or mention.count == riders)):
            for rider in self.group:
                self._link(rider, "ride", index)
            return
        for turn, rider in enumerate(self.group):
            mount = index
            if turn:
                self.reader.mentions.append(mention)
                mount = len(self.reader.mentions) - 1
            self._change(mount, count=self._mention(rider).count, counted=True)
            self._add(mount)
            self._link(rider, "ride", mount)

    def _together(self) -> None:
        """What comes now is said of all, if the last was told apart like those before: "a boy in blue and a girl in red
        running", but not "a cat with a hat and a dog sleeping"."""
        link = self.reader.links.get(self.latest) if self.latest is not None else None
        apart = (
            link is not None
            and link.ground == self.subject
            and link.type in ("wear", "attach", "cover", "hold")
        )
        if self.company and apart:
            self.group, self.company, self.latest = [*self.company, *self.group], [], None

    def _stands_there(self) -> bool:
        """Whether somebody has taken the place that was said first: 骑在爸爸肩上的男孩举着风车."""
        place, links = self.place, self.reader.links
        if place is None or place.token.lang != "zh" or not self.group:
            return False
        return all(self._alive(one) and one in links and links[one].ground == place.at for one in self.group)

    def _relate(self, at: int, index: int) -> bool:
        """Tie the mention to a place, verb or receiver that waits for it."""
        verb, self.verb = self.verb, None
        if (
            verb in ("wear", "hold", "carry", "cover", "ride", "lead")
            and (owner := self._relative(at)) is not None
        ):
            starter = at - 2
            while starter > 0 and self.chunks[starter].role == "numbers":
                starter -= 1
            if starter > 0 and self.chunks[starter].role == "and":
                self.company += self.group  # 穿蓝衣服的男孩和穿黄衣服的女孩
            self._relative_clause(verb, index, owner)
            self.ahead = index if verb != "ride" else None
            return True
        if verb == "of" and self.whole is not None:
            self._add(index)
            self._put_in(index, self.whole)
            self.latest = index if self._mention(self.whole).kind in VESSELS else self.latest
            return True
        if self.place is not None and not (verb in ATTACH and self._stands_there()):
            place, self.verb = self.place, verb
            self._stand(index, place)
            self._settle_figure(index)
            if verb in ATTACH and place.part is not None and place.at >= 0 and self._alive(place.at):
                self.subject, self.group, self.latest = (
                    place.at,
                    [place.at],
                    index,
                )  # 人脖子上围着围巾，手里拿着花
            self.verb = None
            return True
        if verb in ATTACH:
            self._attach(ATTACH[verb], index)
            if self.act == "kick" and index in self.reader.links:
                self.reader.links[index] = replace(self.reader.links[index], part="foot")
            return True
        if verb == "ride" and self.given and self.subject is None:
            rider = self._pronoun(self.chunks[at].token)
            self._settle_figure(rider)
            self._add(index)
            self._link(rider, "ride", index)
            return True
        if self.given and verb != "of":
            self._link(index, "attach", SALIENT)
            self._settle_figure(index)
            return True
        if verb == "ride" and self.subject is not None:
            self._mount(index)
            return True
        if verb == "cover":
            return self._cover(index)
        if verb == "with":
            return self._with(index)
        if verb == "of" and self.subject is not None:
            self._add(index)
            self._put_in(index, self.subject)
            self.latest = index if self._mention(self.subject).kind in VESSELS else self.latest
            return True
        if self.receiving:
            return self._receive(at, index)
        if verb == "give":
            self.subject, self.group, self.receiving = index, [index], True
            return True
        return False
