"""Noun phrases: numbers, measure words and adjectives up to a run of nouns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from paintover.engines.illustrator.grammar.guises import dresses_up, guises
from paintover.engines.illustrator.grammar.mention import MAX_COUNT, Chunk, Mention
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sketches import more_words

MAX_LABEL = 24
PLURAL_COUNT = 3
"""How many "cats" are, when nobody says."""
MAX_QUALIFIERS = 12
"""Words before a noun that are looked at, so that a text of nothing else is read in linear time."""
MAX_GAP = 2
"""Characters between the words of one English noun; more means that a word was skipped there."""
HEAPED = frozenset({"fire", "campfire", "grass", "bouquet", "books"})
"""Kinds of which a heap or bunch is one (一堆篝火)."""
_BOTH = frozenset({"socks", "gloves", "earrings", "ear-drops", "chopsticks", "ice-skates", "roller-skates"})
"""Kinds whose drawing shows two: "two socks" are one drawing, two pairs of them are two."""
GROUP_COUNT = 5
"""How many "a herd of" are."""


def _is_a_pair(kind: str) -> bool:
    """Whether one drawing of it is a pair: glasses, boots, wings."""
    return kinds()[kind].paired or kinds()[kind].wear in ("foot", "eyes", "back")


def _drawn_as_several(kind: str | None) -> bool:
    """Whether its drawing shows more than one that are no pair (油条)."""
    return kind is not None and kinds()[kind].single is not None and not kinds()[kind].paired


@cache
def _last_characters() -> Mapping[str, str]:
    return {last: kind for kind, lasts in more_words()["heads"].items() for last in lasts}


def _by_its_last(label: str) -> str | None:
    """The kind that a Chinese compound is by its last character (公主裙 is a 裙); no more than that is known of it."""
    return _last_characters().get(label[-1]) if 1 < len(label) <= 5 else None


def touching(first: Token, second: Token) -> bool:
    """Whether nothing stands between two words."""
    return first.end == second.start


def noun_at(token: Token | None) -> bool:
    """Whether a noun stands there."""
    return token is not None and is_noun(token)


def is_noun(token: Token) -> bool:
    """Whether a word is a noun, known or not."""
    return token.unknown or token.get("kinds") is not None or token.get("undrawn") is not None


def _of_one_sort(first: str, second: str) -> bool:
    """Whether two kinds side by side are a list (牛马, 桌椅) rather than one thing made of another (苹果树)."""
    one, other = kinds()[first], kinds()[second]
    return one.alive == other.alive and one.wear == other.wear and (one.alive or one.habitat == other.habitat)


def side_of(token: Token) -> str | None:
    """左边, 右边 and 中间 as sides of the picture."""
    return {"left": "left", "right": "right", "between": "middle"}.get(token.get("relations") or "")


def _heads(token: Token) -> bool:
    """A character that is a kind by itself and a measure word too does not go on a run."""
    return token.get("measures") is not None and token.get("kinds") is None


_STATES = frozenset(
    {"stuck", "lost", "caught", "left", "broken", "torn", "open", "shut", "full", "half", "alone", "made", "built", "hidden", "gone", "upside", "high"}
)  # fmt: skip
"""What follows a noun and says how it is: "a taxi stuck in the snow"."""
_ONE_OF = ("一", "两")
"""With what a word begins that counts what it names: 一束花."""
_ASPECTS = frozenset({"着", "在", "了", "到", "得", "过", "起", "向"})
"""What follows a Chinese verb."""
_WAYS = frozenset(
    {"along", "around", "through", "up", "down", "over", "across", "at", "to", "into", "for", "by", "past", "home", "outside", "away", "alone"}
)  # fmt: skip
"""What follows a verb of moving or waiting: "a woman jogs along the beach"."""


def _opens(token: Token) -> bool:
    return any(token.get(role) is not None for role in ("the", "a", "numbers", "it"))


def _chinese_words(run: Sequence[Token]) -> list[list[Token]]:
    """Split a run of touching nouns: a list of kinds of one sort, or one compound, its head last."""
    known = [token.get("kinds") for token in run]
    words: list[list[Token]] = [[run[0]]]
    for index in range(1, len(run)):
        before, here = known[index - 1], known[index]
        disguised = _dressed_up(run[index - 1 : index + 1])[1] is not None
        listed = before is not None and here is not None and not disguised and _of_one_sort(before, here)
        ended = before is not None and here is None and len(run[index - 1].text) > 1
        if listed or ended:
            words.append([run[index]])
        else:
            words[-1].append(run[index])
    return words


def _dressed_up(run: Sequence[Token]) -> tuple[Sequence[Token], str | None]:
    """The run without the one of whom an animal or a child only has the clothes: "mouse astronaut", 消防员小狗; and who that is."""
    for at, token in enumerate(run):
        near = run[at - 1] if at else None
        if near is None:
            continue
        for animal, somebody in ((near, token), (token, near)):
            who = somebody.get("kinds")
            if who in guises() and dresses_up(animal.get("kinds")):
                return [one for one in run if one is not somebody], who
    return run, None


@dataclass(slots=True)
class Said:
    """What the words before a noun say of it."""

    count: int = 1
    counted: bool = False
    definite: bool = False
    every: bool = False
    colour: str | None = None
    palette: tuple[str, ...] = ()
    pattern: str | None = None
    second: str | None = None
    size: str | None = None
    pose: str | None = None
    mood: str | None = None
    skin: str | None = None
    side: str | None = None
    pair: bool = False
    group: bool = False
    one_of_pair: bool = False
    vessel: bool = False
    asked: bool = False
    started: bool = False
    left_out: list[str] = field(default_factory=list)

    def measure(self, measure: str) -> None:
        """Note what a measure word tells: that it was counted, and whether by pairs or crowds."""
        self.counted = True
        if measure == "pair":
            self.pair = True
        elif measure == "single":
            self.one_of_pair = True
        elif measure == "group":
            self.group = True
        elif measure == "vessel":
            self.vessel = True

    def mention(self, run: Sequence[Token]) -> Mention:
        """The mention of one compound: its head is the last noun."""
        run, guise = _dressed_up(run)
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
        elif self._is_thing() and head.get("undrawn") is None and (kind := _by_its_last(label)) is not None:
            left_out += (label[:-1],)
        count = self.count
        if (
            plural
            and not self.counted
            and not self.definite
            and not self.every
            and not _drawn_as_several(kind)
        ):
            count = PLURAL_COUNT
        if head.lang == "zh" and head.get("sorts") and not (self.counted or self.definite or self.every):
            count = PLURAL_COUNT
        if self.palette and not self.counted:
            count = max(len(self.palette), PLURAL_COUNT + 1 if plural and len(self.palette) == 2 else 0)
        if self.group and (plural or head.lang == "zh") and kind not in HEAPED:
            count = count if count > 1 and head.lang == "en" else max(count, GROUP_COUNT)
        if self.pair and not (kind is not None and _is_a_pair(kind)):
            count = min(count * 2, MAX_COUNT)
        if count == 2 and self.counted and not self.pair and kind in _BOTH:
            count = 1
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
            palette=self.palette,
            pattern=self.pattern,
            second=self.second,
            size=self.size,
            pose=self.pose,
            mood=self.mood,
            skin=self.skin or head.get("skins"),
            weak=kind is None and head.unknown and not self.counted and not self.definite,
            guise=guise,
            left_out=left_out,
            sort=head.get("sorts"),
        )

    def _is_thing(self) -> bool:
        """Whether what stands before the noun leaves no doubt that it is one: 等车 is no car, 一辆婚车 is."""
        return self.asked or self.counted or self.colour is not None or self.size is not None

    def _kind(self, run: Sequence[Token]) -> str | None:
        head = run[-1]
        kind = head.get("kinds")
        if kind is None:
            return None
        if head.lang == "zh" and len(run) > 1 and len(head.text) == 1:
            return None
        single = kinds()[kind].single
        if single is None:
            return kind
        by_itself = self.counted and not (self.vessel or self.group or self.pair)
        return single if self.one_of_pair or (by_itself and _drawn_as_several(kind)) else kind


class NounPhrases:
    """Reads noun phrases from the tokens of a clause; `out` holds the chunks so far."""

    def __init__(self, tokens: list[Token], mentions: list[Mention]) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.out: list[Chunk] = []

    def token(self, at: int) -> Token | None:
        """The token there, if there is one."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def has(self, at: int, role: str) -> bool:
        """Whether the token there has that reading."""
        token = self.token(at)
        return token is not None and token.get(role) is not None

    def _noun_phrase(self, at: int) -> tuple[list[Mention], int] | None:
        """Numbers, measure words and adjectives up to a run of nouns; None where no noun comes."""
        before = self.token(at - 1)
        said = Said(
            asked=before is not None and (before.get("verbs") is not None or before.text.startswith("一"))
        )
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

    def _starts_noun(self, at: int, said: Said) -> bool:
        """A noun stands here, and is not the colour (orange) or vessel (杯) of one that follows."""
        token = self.tokens[at]
        if not is_noun(token):
            return False
        following = self.token(at + 1)
        if self._english_adjective(token, following) or self._paint(at, token, said):
            return False
        if self._holds_what_comes(at):
            return False
        if following is None or not is_noun(following):
            return True
        if token.get("colours") or token.get("sizes"):
            return False
        return not (token.get("measures") and self.has(at - 1, "numbers") and touching(token, following))

    def _holds_what_comes(self, at: int) -> bool:
        """Whether a vessel only measures what follows its looks: 四杯不同颜色的果汁 are four, and no cups beside."""
        token = self.tokens[at]
        if token.lang != "zh" or not token.get("measures") or not self.has(at - 1, "numbers"):
            return False
        looks, end = ("colours", "sizes", "modifiers", "patterns"), at + 1
        while end < at + 4 and any(self.has(end, role) for role in looks):
            end += 1
        noun = end + 1 if self.has(end, "of") else end
        return end > at + 1 and noun_at(self.token(noun))

    def _does(self, somebody: Token, token: Token, at: int) -> bool:
        """猫蹭着, 狗摊开双手: an unknown character between somebody and 着 or 在, or what they do it with, is what they do, and
        no part of their name."""
        kind, following = somebody.get("kinds"), self.token(at + 1)
        if kind is None or not token.unknown or not kinds()[kind].alive or following is None:
            return False
        passed_over = following.start - token.end == 1  # 着
        goes_on = following.get("actions") is not None or following.get("parts") is not None
        return passed_over or ((goes_on or following.text in _ASPECTS) and touching(token, following))

    def _given(self, receiver: Token, gift: Token) -> bool:
        """ "Give the horse sunglasses": two things, as gifts are not of one word with who gets them."""
        giving = any(item.role == "verbs" and item.value == "give" for item in self.out)
        receiving, given = receiver.get("kinds"), gift.get("kinds")
        return giving and receiving is not None and given is not None and kinds()[receiving].alive

    def _paint(self, at: int, token: Token, said: Said) -> bool:
        """ "Make it orange", "the colour of the cat to orange": a colour and no fruit, as it is neither one nor many."""
        before = self.token(at - 1)
        agrees = not token.plural or (before is not None and before.plural)  # globos naranjas
        if before is None or token.lang != "en" or said.started or not agrees or not token.get("colours"):
            return False
        after_it = before.get("verbs") in ("make", "replace") or any(
            before.get(role) for role in ("to", "it", "kinds", "every")
        )
        one_of_them = (
            before.text.lower() in ("one", "ones", "others", "rest") and self.token(at - 2) is not None
        )
        after_it = after_it or (one_of_them and not self.has(at - 2, "verbs"))  # "make the middle one orange"
        following = self.token(at + 1)
        return after_it and (following is None or not is_noun(following))

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

    def _qualifier(self, at: int, token: Token, said: Said) -> int | None:
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
        elif pattern := token.get("patterns"):
            if self.token(at + 1) is None:
                return None
            said.pattern, said.second = pattern, token.get("second")
            said.colour = said.colour or token.get("colours")
        elif colour := token.get("colours"):
            return self._colour(at, colour, said)
        elif size := token.get("sizes"):
            said.size = said.size if said.size == "far" else size  # a tiny castle far away
        elif token.get("modifiers") is not None:
            said.skin = token.get("skins") or said.skin
        elif side := token.get("sides"):
            if not self._noun_soon(at + 1):
                return None
            said.side, said.definite = side, True
        elif (side := side_of(token)) is not None and token.lang == "zh":
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

    def _colour(self, at: int, colour: str, said: Said) -> int | None:
        if self.token(at + 1) is None:
            return None
        said.colour = colour if said.colour is None else said.colour
        said.palette = said.palette or tuple((self.tokens[at].get("palette") or "").split())
        said.started = True
        return 1

    def _noun_soon(self, at: int) -> bool:
        """A noun comes with nothing but qualifiers before it."""
        for ahead in range(at, min(at + 4, len(self.tokens))):
            token = self.tokens[ahead]
            if is_noun(token):
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

    def _pose_before_noun(self, at: int, token: Token, said: Said) -> bool:
        """睡觉的猫, "a sleeping cat", but not "a cow eating grass"."""
        following = self.token(at + 1)
        if following is None:
            return False
        if token.lang == "zh":
            return following.get("of") is not None
        if not said.started and self.out and self.out[-1].role == "mention":
            return False
        if not said.started and self.out and self._lifeless_soon(at + 1):
            return False  # "reading a newspaper and drinking coffee", "on a rope juggling balls"
        return self._noun_soon(at + 1) and token.text.lower().endswith("ing")

    def _lifeless_soon(self, at: int) -> bool:
        """Whether the next noun is a thing that does nothing."""
        for token in self.tokens[at : at + 4]:
            if (kind := token.get("kinds")) is not None:
                return not kinds()[kind].alive
        return False

    def _may_measure(self, at: int) -> bool:
        """A measure word counts after a number or before a noun, but not right after a noun (牛头)."""
        token, before = self.tokens[at], self.token(at - 1)
        if token.lang == "en":
            return True
        if before is not None and (before.get("numbers") or before.get("every") or before.get("selected")):
            return True
        if token.get("take") and (before is None or not before.get("verbs")):
            return False
        if before is not None and (before.get("kinds") or before.get("of")) and touching(before, token):
            return False
        return self._noun_soon(at + 1) and not (token.get("parts") and before is None)

    def _nouns(self, at: int, said: Said) -> tuple[list[Mention], int]:
        """The run of nouns from `at`, as one mention or, for a list without signs (牛马), several."""
        run = [self.tokens[at]]
        while (token := self.token(at + len(run))) is not None and self._continues(run, at + len(run), token):
            run.append(token)
        end = at + len(run)
        if run[0].lang == "zh":
            return [said.mention(nouns) for nouns in _chinese_words(run)], end
        return [said.mention([*run])], end

    def _continues(self, run: Sequence[Token], at: int, token: Token) -> bool:
        if not is_noun(token) or token.lang != run[-1].lang:
            return False
        if token.lang == "zh":
            one_of = token.text[:1] in _ONE_OF
            return (
                touching(run[-1], token)
                and not (_heads(token) or one_of)
                and not self._does(run[-1], token, at)
            )
        if self._given(run[-1], token):
            return False
        agrees = not token.plural or run[-1].plural
        if token.get("colours") and run[-1].get("kinds") and agrees and not self._noun_soon(at + 1):
            return False  # "make the penguin orange"
        if token.start - run[-1].end > MAX_GAP or (token.unknown and token.text.lower().endswith("ing")):
            return False
        if token.unknown and run[-1].plural:
            return False
        if token.unknown and run[-1].get("kinds"):
            word = token.text.lower()
            following = self.token(at + 1)
            verbal = (
                word.endswith(("ing", "ed", "ly"))
                or word in _STATES
                or (following is not None and _opens(following))
            )
            # "a boy waits on a bench": one does what two would "wait"
            leads = self.has(at + 1, "relations") or (
                following is not None and following.text.lower() in _WAYS
            )
            does = word.endswith("s") and not run[-1].plural and leads
            return not (verbal or does)
        return True
