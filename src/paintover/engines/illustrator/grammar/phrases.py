"""Tokens to chunks: noun phrases become mentions, and phrases of place become locatives.

Chinese puts the relation after its ground (牛的头上), English before it (on the ox's head); both become the same
locative: ground, part, type. What is neither stays a chunk of its own role (a verb, a colour, "and", ...).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.grammar.mention import SALIENT, Chunk, Mention
from paintover.engines.illustrator.grammar.nouns import NounPhrases, Said, is_noun, noun_at, side_of, touching
from paintover.engines.illustrator.grammar.stances import TAKING
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds


def chunk(tokens: Sequence[Token], mentions: list[Mention]) -> list[Chunk]:
    """Group the tokens of one clause. New mentions are appended to `mentions`."""
    spoken = [token for token in tokens if set(token.readings) != {"filler"}]
    return _Chunker(_on_that_side(spoken), mentions).chunks()


def _on_that_side(tokens: list[Token]) -> list[Token]:
    """ "Put a hat on the right one": on one of them, not on the right of the picture."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        following, after = [*tokens[at + 1 : at + 3], None, None][:2]
        words = token.text.lower().split()
        meant = following is not None and (
            is_noun(following) or (following.text.lower() in ("one", "ones") and not noun_at(after))
        )
        on_side = meant and token.get("sides") and words[:2] == ["on", "the"]
        if on_side and any(one.get("verbs") in ("put", "add") for one in out) and any(map(is_noun, out)):
            middle = token.start + len("on")
            out += [
                Token("on", token.start, middle, "en", {"relations": "on"}),
                Token("the", middle, middle, "en", {"the": "the"}),
                Token(words[-1], middle, token.end, "en", {"sides": token.readings["sides"]}),
            ]
        else:
            out.append(token)
    return out


class _Chunker(NounPhrases):
    def chunks(self) -> list[Chunk]:
        at = 0
        while at < len(self.tokens):
            at = (
                self._side_alone(at)
                or self._look_alone(at)
                or self._rest_alone(at)
                or self._english_place(at)
                or self._phrase(at)
                or self._loose_part(at)
                or self._single(at)
            )
        return _between_two(self.out)

    def _side_alone(self, at: int) -> int | None:
        """ "The left one", "the one on the left", 左边那个: a mention of whatever is there."""
        token, end = self.tokens[at], at
        measure, many = "", 1
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
            if chosen and self.has(end + 1, "numbers") and self.has(end + 2, "measures"):
                many, end = int(self.tokens[end + 1].readings["numbers"]), end + 1  # 左边那两只
            measure = self.tokens[end].text[1:] if chosen and many == 1 else ""
            end += 1 if chosen else 0
            if chosen and not measure and self.has(end, "measures") and not noun_at(self.token(end + 1)):
                measure = self.tokens[end].text
                end += 1
            alone = chosen or (linked and (self.token(end) is None or self._done_to(end)))
            if side not in ("left", "right", "middle") or not alone or self._noun_soon(end):
                return None
        word = Mention(
            kind=None, label=token.text, lang=token.lang, definite=True, side=side, pronoun=True, measure=measure or None,
            count=many, counted=many > 1,
        )  # fmt: skip
        self.mentions.append(word)
        self.out.append(Chunk("mention", "", token, len(self.mentions) - 1))
        return end

    def _rest_alone(self, at: int) -> int | None:
        """ "The others", 其余的: a mention of all that are left."""
        end = at
        while self.has(end, "the"):
            end += 1
        token = self.token(end)
        if token is None or not token.get("rest"):
            return None
        number = next(
            (one.get("numbers") for one in self.tokens[end + 1 : end + 3] if one.get("numbers")), None
        )
        many = int(number) if number is not None and token.lang == "zh" else 0
        self.mentions.append(
            Mention(
                kind=None,
                label=token.text,
                lang=token.lang,
                count=max(1, many),
                counted=many > 0,
                definite=True,
                every=not many,
                pronoun=True,
                rest=True,
            )
        )
        self.out.append(Chunk("mention", "", token, len(self.mentions) - 1))
        end += 1
        while token.lang == "zh" and (
            self.has(end, "of")
            or self.has(end, "numbers")
            or self.has(end, "measures")
            or self.has(end, "selected")
        ):
            end += 1
        return end

    def _look_alone(self, at: int) -> int | None:
        """ "The red one", 蓝色的那个, 小的那只: a mention of whatever looks so."""
        end, said, measure = at, Said(), ""
        while self.has(end, "the"):
            end += 1
        token = self.token(end)
        while token is not None and (token.get("colours") or token.get("sizes") or token.get("patterns")):
            said.colour, said.size = said.colour or token.get("colours"), said.size or token.get("sizes")
            said.pattern = said.pattern or token.get("patterns")
            end += 1
            token = self.token(end)
        if token is None or (said.colour is None and said.size is None and said.pattern is None):
            return None
        if token.lang == "en":
            if end == at or token.text.lower() not in ("one", "ones") or noun_at(self.token(end + 1)):
                return None
            plural = token.text.lower() == "ones"
        else:
            chosen = end + 1 if token.get("of") else end
            plural = self.has(chosen, "every")
            if self.has(chosen, "selected"):
                measure = self.tokens[chosen].text[1:]
                if not measure and self.has(chosen + 1, "numbers") and self.has(chosen + 2, "measures"):
                    chosen, plural = chosen + 1, True  # 大的那两只
                if not measure and self.has(chosen + 1, "measures"):
                    chosen += 1
                    measure = self.tokens[chosen].text
                if noun_at(self.token(chosen + 1)):
                    return None
                end = chosen
            elif not token.get("of") or not self._done_to(chosen):
                return None
        word = Mention(
            kind=None, label=" ".join(one.text for one in self.tokens[at : end + 1]), lang=token.lang, definite=True,
            pronoun=True, every=plural, colour=said.colour, size=said.size, pattern=said.pattern, measure=measure or None,
        )  # fmt: skip
        self.mentions.append(word)
        self.out.append(Chunk("mention", "", token, len(self.mentions) - 1))
        return end + 1

    def _done_to(self, at: int) -> bool:
        """Whether something is done there to what was just named: 红的去掉, 小的都坐下, 蓝的改成绿的."""
        if any(item.role == "verbs" for item in self.out):
            return False
        at += 1 if self.has(at, "every") else 0
        at += 1 if (token := self.token(at)) is not None and token.text in ("在", "正在", "正") else 0
        return any(self.has(at, role) for role in ("verbs", "poses", "moods", "sides"))

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
        if self._is_place(at + 1) and self.mentions[owner].lang == "en":
            self.out.pop()  # nobody is to be seen of whom it is "grandma's kitchen"
            return at + 1
        read = self._noun_phrase(at + 1)
        if read is None:
            return at
        found, end = read
        owning = self.mentions[owner]
        if owning.kind is None or not kinds()[owning.kind].alive:
            if owning.lang == "zh" and owning.kind is None:
                self.mentions[owner] = replace(owning, weak=True)
            return at
        if all(_is_built(mention.kind) for mention in found):
            self.out.pop()  # a wizard's tower is a tower
            for mention in found:
                self.mentions.append(replace(mention, definite=owning.definite, counted=owning.counted))
                self.out.append(Chunk("mention", "", self.tokens[at + 1], len(self.mentions) - 1))
            return end
        self.out[-1] = Chunk("owner", "", self.out[-1].token, owner)
        for mention in found:
            self.mentions.append(replace(mention, owner=owner, definite=True))
            self.out.append(Chunk("mention", "", self.tokens[at + 1], len(self.mentions) - 1))
        return end

    def _is_place(self, at: int) -> bool:
        """Whether a place and no thing comes there: "kitchen", "old kitchen"."""
        for ahead in range(at, at + 3):
            token = self.token(ahead)
            if token is None or token.get("kinds"):
                return False
            if token.get("places"):
                return True
            if not any(token.get(role) is not None for role in ("sizes", "modifiers", "colours")):
                return False
        return False

    def _in_relative_clause(self) -> bool:
        """骑着马的女孩: the girl is not the horse's."""
        if len(self.out) < 2:
            return False
        before = self.out[-2]
        verbs = ("wear", "hold", "carry", "cover", "ride", "lead")
        return (before.role == "verbs" and before.value in verbs) or (
            before.role == "poses" and before.value in TAKING
        )

    def _postposition(self, ground: int, at: int) -> int | None:
        """ "的头上", "'s head", "上": turns the mention just read into a ground."""
        start = self.tokens[at - 1]
        after = at + 1 if self.has(at, "of") else at
        part = self.token(after)
        if part is not None and (value := part.get("parts")) and (after > at or touching(start, part)):
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
        if after == at and not touching(start, relation):
            return None
        self.out.append(Chunk("place", type_, relation, ground))
        return after + 1

    def _measuring(self, at: int) -> bool:
        """头 in 一头牛, not in 牛的头: a measure word when a noun follows and none stands before."""
        return self.has(at, "measures") and self.token(at + 1) is not None and is_noun(self.tokens[at + 1])

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
        alone = self.has(at + 1, "the")
        if read is None and alone and (end := self._side_alone(at + 1) or self._look_alone(at + 1)):
            self.out.append(Chunk("place", type_, token, self.out.pop().at))
            return end
        if read is None and self._whose(at + 1):
            read = self._noun_phrase(at + 2)  # "beside her sister"
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

    def _whose(self, at: int) -> bool:
        """Whether "her", "his" or "its" stands there, and a noun of theirs behind it."""
        token = self.token(at)
        return token is not None and token.text.lower() in _WHOSE and not self.has(at + 1, "a")

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
            elif (side := side_of(token)) is not None:
                self.out.append(Chunk("sides", side, token))
                return at + 1
            self.out.append(Chunk("place", type_, token, SALIENT))
            return at + 1
        return None

    def _single(self, at: int) -> int:
        token = self.tokens[at]
        for role, value in token.readings.items():
            if role in ("filler", "modifiers", "the", "a", "selected", "kinds"):
                continue
            if role == "measures" and (token.lang == "en" or self.token(at + 1) is not None):
                continue
            if role == "of" and self.out and self.out[-1].role == "it" and self.has(at + 1, "parts"):
                continue
            self.out.append(Chunk(role, value, token))
            break
        return at + 1

    # Noun phrases


_WHOSE = frozenset({"his", "her", "its", "their"})
_BUILT_M = 2.5


def _is_built(kind: str | None) -> bool:
    """Whether it is a building or a ship, which nobody has about them."""
    known = kinds().get(kind or "")
    if known is None or known.alive or known.wear is not None or known.height_m < _BUILT_M:
        return False
    return known.habitat in ("ground", "water") and kind not in _GROWN


_GROWN = frozenset({"tree", "pine-tree", "palm-tree", "willow", "rainbow", "mountain", "rock"})


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
