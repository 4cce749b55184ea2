"""Tokens to chunks: noun phrases become mentions, and phrases of place become locatives.

Chinese puts the relation after its ground (牛的头上), English before it (on the ox's head); both become the same
locative: ground, part, type. What is neither stays a chunk of its own role (a verb, a colour, "and", ...).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.lexicon import Token, WordLanguage

MAX_COUNT = 30
MAX_LABEL = 24
SALIENT = -1
"""Instead of a mention: whatever the talk is about ("it", "on the head")."""

EVERYTHING = -2
"""Instead of a mention: all that stands in the picture ("them", "both")."""

PLURAL_COUNT = 3
"""How many "cats" are, when nobody says."""

MAX_QUALIFIERS = 12
"""Words before a noun that are looked at, so that a text of nothing else is read in linear time."""
MAX_GAP = 2
"""Characters between the words of one English noun; more means that a word was skipped there."""
HEAPED = frozenset({"fire", "campfire", "grass", "bouquet", "books"})
"""Kinds of which a heap or bunch is one (一堆篝火)."""
GROUP_COUNT = 5
"""How many "a herd of" are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A noun phrase. `kind` is None for a noun that cannot be drawn."""

    kind: str | None
    label: str
    lang: WordLanguage
    count: int = 1
    counted: bool = False
    """A number, a measure word or "a" was said: more likely new than known."""
    definite: bool = False
    """ "the", "that", 把, or somebody's: more likely known than new."""
    every: bool = False
    plural: bool = False
    side: str | None = None
    """Which one is meant, or where it goes: left, right, middle, top, bottom."""
    colour: str | None = None
    size: str | None = None
    pose: str | None = None
    mood: str | None = None
    owner: int | None = None
    """The mention that it belongs to: "the ox's hat"."""
    lacks: tuple[str, ...] = ()
    """Kinds that it is said to be without: "a girl without a hat"."""
    sort: str | None = None
    """A whole sort ("fruit") of which `kind` is one."""
    weak: bool = False
    """An unknown word that only its neighbours make a noun."""
    pronoun: bool = False
    """ "it": whatever the talk is about."""
    left_out: tuple[str, ...] = ()
    """Words of the phrase that the picture will not show."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One item of a clause. Role "mention": `at` is its number. Role "place": a locative whose ground is `at`; between
    two, the other is `also`."""

    role: str
    value: str
    token: Token
    at: int = 0
    part: str | None = None
    also: int | None = None


def chunk(tokens: Sequence[Token], mentions: list[Mention]) -> list[Chunk]:
    """Group the tokens of one clause. New mentions are appended to `mentions`."""
    return _Chunker([token for token in tokens if set(token.readings) != {"filler"}], mentions).chunks()


def _touching(first: Token, second: Token) -> bool:
    return first.end == second.start


def _noun_at(token: Token | None) -> bool:
    return token is not None and _noun(token)


def _noun(token: Token) -> bool:
    return token.unknown or token.get("kinds") is not None or token.get("undrawn") is not None


def _of_one_sort(first: str, second: str) -> bool:
    """Whether two kinds side by side are a list (牛马, 桌椅) rather than one thing made of another (苹果树)."""
    one, other = kinds()[first], kinds()[second]
    return one.alive == other.alive and one.wear == other.wear and (one.alive or one.habitat == other.habitat)


class _Chunker:
    def __init__(self, tokens: list[Token], mentions: list[Mention]) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.out: list[Chunk] = []

    def token(self, at: int) -> Token | None:
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def has(self, at: int, role: str) -> bool:
        token = self.token(at)
        return token is not None and token.get(role) is not None

    def chunks(self) -> list[Chunk]:
        at = 0
        while at < len(self.tokens):
            at = (
                self._side_alone(at)
                or self._look_alone(at)
                or self._english_place(at)
                or self._phrase(at)
                or self._loose_part(at)
                or self._single(at)
            )
        return _between_two(self.out)

    def _side_alone(self, at: int) -> int | None:
        """ "The left one", "the one on the left", 左边那个: a mention of whatever is there."""
        token, end = self.tokens[at], at
        if token.lang == "en":
            while self.has(end, "the"):
                end += 1
            words = self.tokens[end : end + 2]
            if end == at or len(words) < 2:
                return None
            one = [word for word in words if word.text.lower() in ("one", "ones", "thing")]
            side = next((word.get("sides") for word in words if word.get("sides")), None)
            if len(one) != 1 or side is None:
                return None
            end += 2
        else:
            side = token.get("relations") or token.get("sides")
            side = "middle" if side == "between" else side
            end += 1
            linked = self.has(end, "of")
            end += 1 if linked else 0
            chosen = self.has(end, "selected")
            end += 1 if chosen else 0
            alone = chosen or (linked and (self.token(end) is None or self.has(end, "verbs")))
            if side not in ("left", "right", "middle") or not alone or self._noun_soon(end):
                return None
        word = Mention(kind=None, label=token.text, lang=token.lang, definite=True, side=side, pronoun=True)
        self.mentions.append(word)
        self.out.append(Chunk("mention", "", token, len(self.mentions) - 1))
        return end

    def _look_alone(self, at: int) -> int | None:
        """ "The red one", 蓝色的那个, 小的那只: a mention of whatever looks so."""
        end, said = at, _Said()
        while self.has(end, "the"):
            end += 1
        token = self.token(end)
        while token is not None and (token.get("colours") or token.get("sizes")):
            said.colour, said.size = said.colour or token.get("colours"), said.size or token.get("sizes")
            end += 1
            token = self.token(end)
        if token is None or (said.colour is None and said.size is None):
            return None
        if token.lang == "en":
            if end == at or token.text.lower() not in ("one", "ones") or _noun_at(self.token(end + 1)):
                return None
            plural = token.text.lower() == "ones"
        else:
            chosen = end + 1 if token.get("of") else end
            if not self.has(chosen, "selected") or _noun_at(self.token(chosen + 1)):
                return None
            end, plural = chosen, False
        word = Mention(
            kind=None, label=" ".join(one.text for one in self.tokens[at : end + 1]), lang=token.lang, definite=True,
            pronoun=True, every=plural, colour=said.colour, size=said.size,
        )  # fmt: skip
        self.mentions.append(word)
        self.out.append(Chunk("mention", "", token, len(self.mentions) - 1))
        return end + 1

    # Phrases

    def _phrase(self, at: int) -> int | None:
        """A noun phrase with what follows it: its owner's part, a Chinese relation, another noun that it owns."""
        read = self._noun_phrase(at)
        if read is None:
            return None
        found, end = read
        first = len(self.mentions)
        self.mentions.extend(found)
        last = len(self.mentions) - 1
        place_end = self._postposition(last, end)
        shown = last if place_end is not None else last + 1
        for index in range(first, shown):
            self.out.append(Chunk("mention", "", self.tokens[at], index))
        if place_end is not None:
            return place_end
        return self._owned(last, end)

    def _owned(self, owner: int, at: int) -> int:
        """ "X's Y": Y is a mention with an owner."""
        if not self.has(at, "of") or self.mentions[owner].weak or self._in_relative_clause():
            return at
        read = self._noun_phrase(at + 1)
        if read is None:
            return at
        found, end = read
        owning = self.mentions[owner]
        if owning.kind is None or not kinds()[owning.kind].alive:
            if owning.lang == "zh" and owning.kind is None:
                self.mentions[owner] = replace(owning, weak=True)
            return at
        self.out[-1] = Chunk("owner", "", self.out[-1].token, owner)
        for mention in found:
            self.mentions.append(replace(mention, owner=owner, definite=True))
            self.out.append(Chunk("mention", "", self.tokens[at + 1], len(self.mentions) - 1))
        return end

    def _in_relative_clause(self) -> bool:
        """骑着马的女孩: the girl is not the horse's."""
        verbs = ("wear", "hold", "carry", "cover", "ride")
        return len(self.out) > 1 and self.out[-2].role == "verbs" and self.out[-2].value in verbs

    def _postposition(self, ground: int, at: int) -> int | None:
        """ "的头上", "'s head", "上": turns the mention just read into a ground."""
        start = self.tokens[at - 1]
        after = at + 1 if self.has(at, "of") else at
        part = self.token(after)
        if part is not None and (value := part.get("parts")) and (after > at or _touching(start, part)):
            if self._measuring(after):
                return None
            end = after + 1
            relation = self.token(end)
            kind = ""
            if relation is not None and relation.lang == "zh" and (type_ := relation.get("relations")):
                kind, end = type_, end + 1
            self.out.append(Chunk("place", kind, part, ground, value))
            return end
        relation = self.token(after)
        if relation is None or relation.lang != "zh" or (type_ := relation.get("relations")) is None:
            return None
        if after == at and not _touching(start, relation):
            return None
        self.out.append(Chunk("place", type_, relation, ground))
        return after + 1

    def _measuring(self, at: int) -> bool:
        """头 in 一头牛, not in 牛的头: a measure word when a noun follows and none stands before."""
        return self.has(at, "measures") and self.token(at + 1) is not None and _noun(self.tokens[at + 1])

    def _english_place(self, at: int) -> int | None:
        """ "on the ox's head", "on the head of the ox", "over its face", "left of a dog"."""
        token = self.tokens[at]
        type_ = token.get("relations")
        if type_ is None or token.lang != "en":
            return None
        after = at + 1
        owner_known = self.has(after, "it")
        while self.has(after, "the") or self.has(after, "a") or self.has(after, "it"):
            after += 1
        part = self.token(after)
        if part is not None and (value := part.get("parts")):
            if self.has(after + 1, "part_of") and (read := self._noun_phrase(after + 2)):
                self.mentions.extend(read[0])
                self.out.append(Chunk("place", type_, token, len(self.mentions) - 1, value))
                return read[1]
            self.out.append(Chunk("place", type_, token, SALIENT, value))
            return after + 1
        for role in ("places", "times", "weathers", "seasons", "festivals", "styles"):
            if part is not None and part.get(role) and not part.get("kinds"):
                self.out.append(Chunk(role, part.readings[role], part))
                return after + 1
        read = self._noun_phrase(at + 1)
        if read is None and (end := self._side_alone(at + 1) if self.has(at + 1, "the") else None):
            self.out.append(Chunk("place", type_, token, self.out.pop().at))
            return end
        if read is None:
            if owner_known:
                self.out.append(Chunk("place", type_, token, SALIENT))
                return after
            return None
        found, end = read
        self.mentions.extend(found)
        ground = len(self.mentions) - 1
        part = self.token(end + 1)
        if self.has(end, "of") and part is not None and (value := part.get("parts")):
            self.out.append(Chunk("place", type_, token, ground, value))
            return end + 2
        self.out.append(Chunk("place", type_, token, ground))
        return end

    def _loose_part(self, at: int) -> int | None:
        """头上, 脸上, "its face", "the head of the ox" without an owner before it; 旁边 alone."""
        token = self.tokens[at]
        value = token.get("parts")
        if value is not None and not self._measuring(at):
            if self.has(at + 1, "part_of") and (read := self._noun_phrase(at + 2)):
                self.mentions.extend(read[0])
                self.out.append(Chunk("place", "", token, len(self.mentions) - 1, value))
                return read[1]
            following = self.token(at + 1)
            if following is not None and following.lang == "zh" and (type_ := following.get("relations")):
                self.out.append(Chunk("place", type_, token, SALIENT, value))
                return at + 2
            self.out.append(Chunk("place", "", token, SALIENT, value))
            return at + 1
        type_ = token.get("relations")
        if type_ is not None and token.lang == "zh" and (len(token.text) > 1 or type_ in ("left", "right")):
            if self.out and self.out[-1].role == "it":
                self.out.pop()
            elif (side := _side(token)) is not None:
                self.out.append(Chunk("sides", side, token))
                return at + 1
            self.out.append(Chunk("place", type_, token, SALIENT))
            return at + 1
        return None

    def _single(self, at: int) -> int:
        token = self.tokens[at]
        for role, value in token.readings.items():
            if role in ("filler", "modifiers", "measures", "the", "a", "selected", "kinds"):
                continue
            if role == "of" and self.out and self.out[-1].role == "it" and self.has(at + 1, "parts"):
                continue
            self.out.append(Chunk(role, value, token))
            break
        return at + 1

    # Noun phrases

    def _noun_phrase(self, at: int) -> tuple[list[Mention], int] | None:
        """Numbers, measure words and adjectives up to a run of nouns; None where no noun comes."""
        said = _Said()
        for _ in range(MAX_QUALIFIERS):
            token = self.token(at)
            if token is None:
                return None
            if self._starts_noun(at, said):
                return self._nouns(at, said)
            taken = self._qualifier(at, token, said)
            if taken is None:
                return None
            at += taken
        return None

    def _starts_noun(self, at: int, said: _Said) -> bool:
        """A noun stands here, and is not the colour (orange) or vessel (杯) of one that follows."""
        token = self.tokens[at]
        if not _noun(token):
            return False
        following = self.token(at + 1)
        if self._english_adjective(token, following) or self._paint(at, token, said):
            return False
        if following is None or not _noun(following):
            return True
        if token.get("colours") or token.get("sizes"):
            return False
        return not (token.get("measures") and self.has(at - 1, "numbers") and _touching(token, following))

    def _given(self, receiver: Token, gift: Token) -> bool:
        """ "Give the horse sunglasses": two things, as gifts are not of one word with who gets them."""
        giving = any(item.role == "verbs" and item.value == "give" for item in self.out)
        receiving, given = receiver.get("kinds"), gift.get("kinds")
        return giving and receiving is not None and given is not None and kinds()[receiving].alive

    def _paint(self, at: int, token: Token, said: _Said) -> bool:
        """ "Make it orange", "the colour of the cat to orange": a colour and no fruit, as it is neither one nor many."""
        before = self.token(at - 1)
        if before is None or token.lang != "en" or said.started or token.plural or not token.get("colours"):
            return False
        after_it = before.get("verbs") in ("make", "replace") or any(
            before.get(role) for role in ("to", "it", "kinds", "every")
        )
        following = self.token(at + 1)
        return after_it and (following is None or not _noun(following))

    def _english_adjective(self, token: Token, following: Token | None) -> bool:
        """An unknown word before a colour or a place is no noun: "quick brown", "busy street"."""
        if (
            not token.unknown
            or token.lang != "en"
            or following is None
            or following.start - token.end > MAX_GAP
        ):
            return False
        roles = (
            "colours",
            "sizes",
            "modifiers",
            "places",
            "times",
            "weathers",
            "seasons",
            "festivals",
            "styles",
        )
        return following.get("kinds") is None and any(following.get(role) is not None for role in roles)

    def _qualifier(self, at: int, token: Token, said: _Said) -> int | None:
        """Note what the word says of the noun to come; how many tokens it took, or None when it is no qualifier."""
        if (number := token.get("numbers")) and said.counted and token.text.lower() == "more":
            pass  # "two more pigs" are two
        elif number:
            said.count, said.counted = max(1, min(int(number), MAX_COUNT)), True
        elif token.get("a"):
            said.counted = True
        elif token.get("the") or token.get("selected"):
            said.definite = True
        elif token.get("part_of") and said.counted and self.has(at + 1, "the"):
            pass  # "one of the cats"
        elif token.get("every"):
            said.every = True
        elif (measure := token.get("measures")) and self._may_measure(at):
            said.measure(measure)
        elif colour := token.get("colours"):
            return self._colour(at, colour, said)
        elif size := token.get("sizes"):
            said.size = size
        elif token.get("modifiers") is not None:
            pass
        elif side := token.get("sides"):
            if not self._noun_soon(at + 1):
                return None
            said.side, said.definite = side, True
        elif (side := _side(token)) is not None and token.lang == "zh":
            if not (self.has(at + 1, "of") or self.has(at + 1, "selected")) or not self._noun_soon(at + 2):
                return None
            said.side, said.definite = side, True
        elif (pose := token.get("poses")) and self._pose_before_noun(at, token, said):
            said.pose = pose
        elif (mood := token.get("moods")) and self._noun_soon(at + 1):
            said.mood = mood
        elif self._english_adjective(token, self.token(at + 1)):
            said.left_out.append(token.text)
        elif token.get("of") and token.lang == "zh" and said.started:
            pass
        else:
            return None
        said.started = True
        return 1

    def _colour(self, at: int, colour: str, said: _Said) -> int | None:
        if self.token(at + 1) is None:
            return None
        said.colour = colour if said.colour is None else said.colour
        said.started = True
        return 1

    def _noun_soon(self, at: int) -> bool:
        """A noun comes with nothing but qualifiers before it."""
        for ahead in range(at, min(at + 4, len(self.tokens))):
            token = self.tokens[ahead]
            if _noun(token):
                return True
            if not any(
                token.get(role)
                for role in (
                    "colours",
                    "sizes",
                    "modifiers",
                    "moods",
                    "measures",
                    "numbers",
                    "of",
                    "selected",
                )
            ):
                return False
        return False

    def _pose_before_noun(self, at: int, token: Token, said: _Said) -> bool:
        """睡觉的猫, "a sleeping cat", but not "a cow eating grass"."""
        following = self.token(at + 1)
        if following is None:
            return False
        if token.lang == "zh":
            return following.get("of") is not None
        if not said.started and self.out and self.out[-1].role == "mention":
            return False
        return self._noun_soon(at + 1) and token.text.lower().endswith("ing")

    def _may_measure(self, at: int) -> bool:
        """A measure word counts after a number or before a noun, but not right after a noun (牛头)."""
        token, before = self.tokens[at], self.token(at - 1)
        if token.lang == "en":
            return True
        if before is not None and (before.get("numbers") or before.get("every") or before.get("selected")):
            return True
        if token.get("take") and (before is None or not before.get("verbs")):
            return False
        if before is not None and (before.get("kinds") or before.get("of")) and _touching(before, token):
            return False
        return self._noun_soon(at + 1) and not (token.get("parts") and before is None)

    def _nouns(self, at: int, said: _Said) -> tuple[list[Mention], int]:
        """The run of nouns from `at`, as one mention or, for a list without signs (牛马), several."""
        run = [self.tokens[at]]
        while (token := self.token(at + len(run))) is not None and self._continues(run, at + len(run), token):
            run.append(token)
        end = at + len(run)
        if run[0].lang == "zh":
            return [said.mention(nouns) for nouns in _chinese_words(run)], end
        return [said.mention([*run])], end

    def _continues(self, run: Sequence[Token], at: int, token: Token) -> bool:
        if not _noun(token) or token.lang != run[-1].lang:
            return False
        if token.lang == "zh":
            return _touching(run[-1], token) and not _heads(token)
        if self._given(run[-1], token):
            return False
        if token.get("colours") and run[-1].get("kinds") and not token.plural and not self._noun_soon(at + 1):
            return False  # "make the penguin orange"
        if token.start - run[-1].end > MAX_GAP or (token.unknown and token.text.lower().endswith("ing")):
            return False
        if token.unknown and run[-1].plural:
            return False
        if token.unknown and run[-1].get("kinds"):
            word = token.text.lower()
            following = self.token(at + 1)
            verbal = word.endswith(("ing", "ed", "ly")) or (following is not None and _opens(following))
            return not verbal
        return True


def _side(token: Token) -> str | None:
    """左边, 右边 and 中间 as sides of the picture."""
    return {"left": "left", "right": "right", "between": "middle"}.get(token.get("relations") or "")


def _between_two(chunks: list[Chunk]) -> list[Chunk]:
    """Join the two grounds of a "between": 猫和狗之间, "between the cat and the dog"."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        item = chunks[at]
        if item.role == "place" and item.value == "between" and item.also is None:
            following = [other.role for other in chunks[at + 1 : at + 3]]
            if item.token.lang == "en" and following == ["and", "mention"]:
                item = replace(item, also=chunks[at + 2].at)
                at += 2
            elif item.token.lang == "zh" and [other.role for other in out[-2:]] == ["mention", "and"]:
                item = replace(item, at=out[-2].at, also=item.at)
                del out[-2:]
            elif item.token.lang == "zh" and out and out[-1].role == "mention" and out[-1].at == item.at - 1:
                item = replace(item, at=out.pop().at, also=item.at)
        out.append(item)
        at += 1
    return out


def _heads(token: Token) -> bool:
    """A character that is a kind by itself and a measure word too does not go on a run."""
    return token.get("measures") is not None and token.get("kinds") is None


def _opens(token: Token) -> bool:
    return any(token.get(role) is not None for role in ("the", "a", "numbers", "it"))


def _chinese_words(run: Sequence[Token]) -> list[list[Token]]:
    """Split a run of touching nouns: a list of kinds of one sort, or one compound, its head last."""
    known = [token.get("kinds") for token in run]
    words: list[list[Token]] = [[run[0]]]
    for index in range(1, len(run)):
        before, here = known[index - 1], known[index]
        listed = before is not None and here is not None and _of_one_sort(before, here)
        ended = before is not None and here is None and len(run[index - 1].text) > 1
        if listed or ended:
            words.append([run[index]])
        else:
            words[-1].append(run[index])
    return words


@dataclass(slots=True)
class _Said:
    """What the words before a noun say of it."""

    count: int = 1
    counted: bool = False
    definite: bool = False
    every: bool = False
    colour: str | None = None
    size: str | None = None
    pose: str | None = None
    mood: str | None = None
    side: str | None = None
    pair: bool = False
    group: bool = False
    one_of_pair: bool = False
    started: bool = False
    left_out: list[str] = field(default_factory=list)

    def measure(self, measure: str) -> None:
        self.counted = True
        if measure == "pair":
            self.pair = True
        elif measure == "single":
            self.one_of_pair = True
        elif measure == "group":
            self.group = True

    def mention(self, run: Sequence[Token]) -> Mention:
        """The mention of one compound: its head is the last noun."""
        head = run[-1]
        kind = self._kind(run)
        label = (
            " ".join(token.text for token in run)
            if head.lang == "en"
            else "".join(token.text for token in run)
        )
        plural = head.plural
        left_out = tuple(self.left_out)
        if kind is not None:
            left_out += tuple(token.text for token in run[:-1])
            label = head.text
        count = self.count
        if plural and not self.counted and not self.definite and not self.every:
            count = PLURAL_COUNT
        if self.group and (plural or head.lang == "zh") and kind not in HEAPED:
            count = max(count, GROUP_COUNT)
        if self.pair and not (kind is not None and kinds()[kind].paired):
            count = min(count * 2, MAX_COUNT)
        return Mention(
            kind=kind,
            label=label[:MAX_LABEL],
            lang=head.lang,
            count=count,
            counted=self.counted,
            definite=self.definite,
            every=self.every,
            plural=plural,
            side=self.side,
            colour=self.colour,
            size=self.size,
            pose=self.pose,
            mood=self.mood,
            weak=kind is None and head.unknown and not self.counted and not self.definite,
            left_out=left_out,
            sort=head.get("sorts"),
        )

    def _kind(self, run: Sequence[Token]) -> str | None:
        head = run[-1]
        kind = head.get("kinds")
        if kind is None:
            return None
        if head.lang == "zh" and len(run) > 1 and len(head.text) == 1:
            return None
        single = kinds()[kind].single
        return single if single is not None and self.one_of_pair else kind
