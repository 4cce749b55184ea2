"""A wish in words to an `Utterance`: what is mentioned, how the things stand to each other, and what is asked.

Pure, and independent of any picture: whether a mention is new or means something already there is for `edit.py`.
Never raises, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile, zip_longest

from paintover.engines.illustrator.backdrops import INDOORS, PLACES
from paintover.engines.illustrator.drawing.frame import WOOD
from paintover.engines.illustrator.grammar.attributive import told_behind
from paintover.engines.illustrator.grammar.dealing import dealt, in_vessels, of_each
from paintover.engines.illustrator.grammar.deeds import shown
from paintover.engines.illustrator.grammar.describe import Description
from paintover.engines.illustrator.grammar.ellipsis import with_nouns
from paintover.engines.illustrator.grammar.enumerated import enumerated, goes_on, is_where
from paintover.engines.illustrator.grammar.exchanging import DOING, SIZES, Exchanging
from paintover.engines.illustrator.grammar.flavours import without_flavours
from paintover.engines.illustrator.grammar.guises import in_costume
from paintover.engines.illustrator.grammar.materials import with_materials
from paintover.engines.illustrator.grammar.measures import counts
from paintover.engines.illustrator.grammar.mention import EVERYTHING, SALIENT, Chunk
from paintover.engines.illustrator.grammar.motifs import grounds_first, with_motifs
from paintover.engines.illustrator.grammar.palette import with_palettes
from paintover.engines.illustrator.grammar.phrases import chunk
from paintover.engines.illustrator.grammar.plain_words import in_plain_words
from paintover.engines.illustrator.grammar.premises import at_the_shop
from paintover.engines.illustrator.grammar.reading import PLAIN, counted, pattern_value
from paintover.engines.illustrator.grammar.relatives import with_relatives
from paintover.engines.illustrator.grammar.scenery import shade_of
from paintover.engines.illustrator.grammar.tokenise import MAX_TEXT, tokenise, tokenised
from paintover.engines.illustrator.grammar.tokens import Token, WordLanguage
from paintover.engines.illustrator.grammar.turns import turned
from paintover.engines.illustrator.grammar.utterance import Action, Operation, Utterance
from paintover.engines.illustrator.grammar.voice import in_order
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites.hair import HAIR


@lru_cache(maxsize=64)
def parse(text: str) -> Utterance:
    """Read a wish in Chinese, English or both. Kept for a while, as an edit asks for the same words in several places."""
    plain = in_order(in_plain_words(without_flavours(in_costume(text[:MAX_TEXT]))))
    related, _ = with_relatives(turned(in_vessels(of_each(told_behind(plain)))))
    plain = shown(grounds_first(dealt(related)))
    tokens = _staying(
        with_palettes(
            with_nouns(
                enumerated(with_materials(with_motifs(_owned(_shaded(at_the_shop(tokenise(plain), plain))))))
            )
        )
    )
    reader = _Reader(language_of(text))
    clause: list[Token] = []
    for at, token in enumerate(tokens):
        if token.text in ",，" and (is_where(clause) or goes_on(clause, _up_to_the_stop(tokens[at + 1 :]))):
            continue
        if token.get("stop") is not None:
            reader.clause(clause)
            if token.text in "：:":
                reader.announced()
            clause = []
        else:
            clause.append(token)
    reader.clause(clause)
    return reader.utterance()


def _up_to_the_stop(tokens: Sequence[Token]) -> list[Token]:
    return [*takewhile(lambda token: token.get("stop") is None, tokens)]


def forget() -> None:
    """Drop what is kept of wishes that were read, as if none had been: for who measures how long reading takes."""
    for kept in (parse, tokenised, with_relatives):
        kept.cache_clear()


def _shaded(tokens: Sequence[Token]) -> list[Token]:
    """浅蓝色 is lighter than 蓝色."""
    return [
        token
        if token.get("colours") is None
        else replace(token, readings={**token.readings, "colours": shade_of(token)})
        for token in tokens
    ]


def _owned(tokens: Sequence[Token]) -> list[Token]:
    """奶奶头发白一点: somebody's hair, without a 的."""
    out: list[Token] = []
    for token, following, after in zip_longest(tokens, tokens[1:], tokens[2:]):
        out.append(token)
        if following is None or after is None or token.lang != "zh" or token.end != following.start:
            continue
        who, what = token.get("kinds"), following.get("kinds")
        giving = any(one.get("give") or one.get("verbs") in ("add", "draw", "wear", "hold") for one in out)
        said = after.get("verbs") == "replace" or any(
            after.get(role) for role in ("colours", "sizes", "patterns")
        )
        if (
            who is not None
            and what is not None
            and said
            and not giving
            and kinds()[who].alive
            and _is_worn(what)
        ):
            out.append(Token("的", token.end, token.end, "zh", {"of": "of"}))
    return out


def _is_worn(kind: str) -> bool:
    return kinds()[kind].wear is not None or kind in HAIR


_WHITHER = ("到", "进", "回", "往")


def _staying(tokens: Sequence[Token]) -> list[Token]:
    """小猫去海边, 到水里去, 去游泳: to go somewhere, or to do something, takes nothing away."""
    out: list[Token] = []
    goes = False
    for token, following in zip_longest(tokens, tokens[1:]):
        goes = not token.get("stop") and (goes or token.text.endswith(_WHITHER))
        there = following is not None and any(following.get(role) for role in ("places", "poses"))
        if token.text not in ("去", "去了") or not (goes or there):
            out.append(token)
    return out


def language_of(text: str) -> WordLanguage:
    """Chinese as soon as there is a Chinese character, for English words stand in Chinese texts, and not the reverse.

    It is the grammar that is meant: Japanese and Korean, whose relations follow their ground, are read as Chinese.
    """
    return "zh" if re.search(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7a3]", text[:2_000]) else "en"


LONGEST_CAPTION = 240
"""Characters of a caption that are kept."""
_SETTINGS = {
    "places": "place",
    "times": "time",
    "weathers": "weather",
    "seasons": "season",
    "festivals": "festival",
    "styles": "style",
}


class _Reader(Exchanging):
    """Reads clause by clause, each by the verb that rules it."""

    def clause(self, tokens: Sequence[Token]) -> None:
        if any(token.get("keep") for token in tokens):
            self.keep = True
            tokens = [token for token in tokens if not token.get("keep")]
            if not any(token.get("verbs") for token in tokens):
                return
        if self._captioned(tokens):
            tokens = [token for token in tokens if token.get("quoted") is None]
        for order in _orders(tokens):
            if not self._framed(order):
                self._order(order)

    def _order(self, tokens: Sequence[Token]) -> None:
        """One thing that is asked for, in a clause of its own or joined to another by "and"."""
        chunks = self._with_lacks(self._settled(chunk(self._roomed(self._styled(tokens)), self.mentions)))
        little = any(token.text.lower() in _A_LITTLE for token in tokens)
        verbs = {item.value for item in chunks if item.role == "verbs"}
        self.redo = self.redo or ("redo" in verbs and not _is_one_more(tokens) and not _is_as_before(chunks))
        if "remove" in verbs and "replace" in verbs:  # 猫不要了换成马
            chunks = [item for item in chunks if item.value != "remove" or item.role != "verbs"]
            verbs.discard("remove")
        if "only" in verbs or ("remove" in verbs and any(item.role == "except" for item in chunks)):
            self._keep_only(chunks)
        elif ("fewer" in verbs and self._fewer(chunks)) or self._taken_off(chunks):
            return
        elif "instead" in verbs:
            self._instead(chunks)
        elif "exchange" in verbs:
            self._exchange(chunks)
        elif "rotate" in verbs and self._rotate(chunks):
            return
        elif "flip" in verbs or _turned(chunks):
            self._flip(chunks)
        elif "remove" in verbs:
            self._remove(chunks)
        elif ("make" in verbs and self._has_do(chunks)) or (
            verbs & {"replace", "make"} and self._replace(chunks)
        ):
            return
        elif verbs & {"larger", "smaller"} and not verbs & {"draw", "add"}:
            self._resize(chunks)
        elif (verbs & {"add", "draw", "put"} and self._print(chunks)) or (
            ("move" in verbs or any(_directed(item) for item in chunks))
            and self._shift(chunks, little=little)
        ):
            return
        else:
            Description(self, chunks).read()

    def _framed(self, tokens: Sequence[Token]) -> bool:
        """ "Add a white border", 加个边框, 去掉边框: a frame around the whole picture, where nothing else is spoken of."""
        if not any(token.get("frame") for token in tokens) or any(token.get("kinds") for token in tokens):
            return False
        removing = any(token.get("verbs") == "remove" for token in tokens)
        colour = next((value for token in tokens if (value := token.get("colours")) is not None), None)
        self.frame = "" if removing else colour or WOOD
        return True

    def _with_lacks(self, chunks: list[Chunk]) -> list[Chunk]:
        """Take out what somebody is without: "a girl without a hat", 没戴帽子的女孩."""
        others = [item for item in chunks if item.role == "verbs" and item.value != "remove"]
        for at, item in enumerate(chunks):
            if not (item.role == "verbs" and item.value == "remove" and item.token.text.lower() in _WITHOUT):
                continue
            before, after = chunks[at - 1] if at else None, chunks[at + 1 : at + 4]
            if not after or after[0].role != "mention":
                continue
            if [follower.role for follower in after[1:]] == ["of", "mention"]:
                somebody, end = after[2].at, at + 3
            elif (
                before is not None
                and before.at >= 0
                and before.role in ("mention", "place")
                and item.token.lang == "en"
            ):
                somebody, end = before.at, at + 2
            else:
                continue
            self._lack(somebody, after[0].at, asked=not others)
            return self._with_lacks([*chunks[:at], *chunks[end:]])
        return chunks

    def _lack(self, somebody: int, thing: int, *, asked: bool) -> None:
        kind = self.mentions[thing].kind
        if kind is not None:
            lacks = (*self.mentions[somebody].lacks, kind)
            self.mentions[somebody] = replace(self.mentions[somebody], lacks=lacks)
            self.mentions[thing] = replace(self.mentions[thing], owner=somebody, definite=True, counted=False)
            if asked:
                self.operations.append(Operation(action="remove", target=thing, loose=True))

    def _captioned(self, tokens: Sequence[Token]) -> bool:
        """Words to be written: a quotation beside 写 or "text"; without quotation marks, what follows 写着."""
        quoted = [value for token in tokens if (value := token.get("quoted")) is not None]
        marks = [index for index, token in enumerate(tokens) if token.get("caption")]
        removing = any(token.get("verbs") == "remove" for token in tokens)
        if quoted:
            self.caption = "" if removing else " ".join(quoted)[:LONGEST_CAPTION]
            return True
        if marks and removing:
            self.caption = ""
        return False

    def _styled(self, tokens: Sequence[Token]) -> list[Token]:
        """Take the style's words out: "watercolour style", "像素风格"; an unknown style is left out and said so."""
        kept: list[Token] = []
        for token in tokens:
            if (style := token.get("styles")) is not None:
                self.settings["style"] = style
            elif token.get("style") is not None and kept and kept[-1].get("kinds") == "picture":
                self.left_out.append(_unknown_style(kept, token))
            elif token.get("style") is not None:
                if kept and kept[-1].unknown:
                    self.left_out.append(kept.pop().text + token.text)
            elif token.get("wishes") is not None:
                self.wish = True
            elif token.get("caption") is None:
                kept.append(token)
        return kept

    def _roomed(self, tokens: Sequence[Token]) -> list[Token]:
        """ "Under the kitchen sink": the kitchen is where that is, and not what one is under."""
        kept: list[Token] = []
        for token, following in zip_longest(tokens, tokens[1:]):
            place = token.get("places")
            kind: str = (following.get("kinds") or "") if following is not None else ""
            says_where = (
                following is not None
                and place is not None
                and kind in kinds()
                and token.lang == "en"
                and following.start - token.end == 1
                and kinds()[kind].habitat in ("indoor", "table", "ground")
                and kinds()[kind].height_m < 2
                and not kinds()[kind].alive
                and any(item.get("relations") for item in kept)
            )
            if place is not None and says_where:
                self.settings.setdefault("place", place)
            else:
                kept.append(token)
        return kept

    def _settled(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Take out places, times and weathers; 去掉雪 clears them instead."""
        removing = any(item.role == "verbs" and item.value == "remove" for item in chunks)
        without = {item.token.text for item in chunks if item.role == "verbs" and item.value == "remove"}
        kept: list[Chunk] = []
        for item in chunks:
            name = _SETTINGS.get(item.role)
            if name is None:
                kept.append(item)
            elif item.value == "sky" and "place" in self.settings:
                continue
            elif name == "place" and kept and kept[-1].role == "sizes" and kept[-1].token.lang == "en":
                kept.pop()  # a whale with a small village on its back
                self.settings[name] = item.value
            elif not removing or (name in ("place", "time") and without <= _LACKING):
                self.settings[name] = self._with_what_lies_there(item) if name == "place" else item.value
            elif name == "weather":
                self.settings[name] = "clear"
            elif name in ("season", "festival"):
                self.settings[name] = ""
        return kept

    def _with_what_lies_there(self, item: Chunk) -> str:
        """The place, where the one that was told before is a part of it: a lake before mountains, a river through a wood,
        and the water of a river."""
        before, place = self.settings.get("place"), item.value
        both = {before, place}
        if before in PLACES and PLACES[before].water is not None and item.token.text.lower() in _ITS_WATER:
            return before
        if both & _AT_THE_SEA and both & _SEAS:
            return (both & _AT_THE_SEA).pop() or place
        if "karst" in both and both & _AMONG_KARST:
            return "karst"
        if both == {"mountains", "forest"}:  # below which a wood is seen, and not the other way round
            self.wooded = True
            return "mountains"
        if "mountains" in both and not both & {None, *INDOORS} and len(both) == 2:
            self.peaks = True
            return (both - {"mountains"}).pop() or ""
        if "river" in both and both & _ALONG_A_RIVER:
            self.wooded = self.wooded or bool(both & _WOODED)
            return "river"
        return place

    def announced(self) -> None:
        """What a colon followed: 动物：猫、狗 are a cat and a dog, not some animals too."""
        self.operations = [
            op
            for op in self.operations
            if op.action != "add" or op.target < 0 or self.mentions[op.target].sort is None
        ]

    # Operations

    def _flip(self, chunks: Sequence[Chunk]) -> None:
        """ "flip the cat", 让马转身, "turn the horse to face left"; the whole picture where nothing is named."""
        word = next((item.token.text.lower() for item in chunks if item.value == "flip"), "")
        sides = [item.value for item in chunks if item.role == "sides"]
        side = next((side for side in sides if side in ("left", "right")), None)
        side = (
            None
            if "左右" in word
            else "left"
            if "left" in word or "左" in word
            else "right"
            if "right" in word or "右" in word
            else side
        )
        pointed = any(item.role == "it" for item in chunks)
        targets = [at for at in self._targets(chunks) if self.mentions[at].kind != "picture"]
        for target in targets or [SALIENT if pointed or side else EVERYTHING]:
            self.operations.append(Operation(action="flip", target=target, value=side))

    def _keep_only(self, chunks: Sequence[Chunk]) -> None:
        """ "Keep only the cat", 除了猫都去掉, "remove everything but the cat"; 只留两只 tells how many."""
        pivot = next(i for i, item in enumerate(chunks) if item.role == "except" or item.value == "only")
        targets = self._targets(chunks[pivot + 1 :])
        number = next((item for item in chunks if item.role == "numbers"), None)
        for target in targets:
            self.operations.append(Operation(action="keep", target=target))
        if not targets and number is not None:
            self.operations.append(Operation(action="recount", target=SALIENT, count=counted(number)))

    def _fewer(self, chunks: Sequence[Chunk]) -> bool:
        """少一只猫 takes one away, 减少到两只猫 leaves two."""
        pivot = next(i for i, item in enumerate(chunks) if item.value == "fewer")
        targets = self._targets(chunks[pivot + 1 :]) or self._targets(chunks[:pivot])
        number = next((item for item in chunks if item.role == "numbers"), None)
        left = any(item.role in ("at", "to") for item in chunks[pivot + 1 : pivot + 2])
        for target in targets[:1]:
            count = self.mentions[target].count
            action: Action = "recount" if left else "remove"
            kept = replace(self.mentions[target], counted=True, definite=True)
            self.mentions[target] = replace(kept, counted=False, every=True) if left else kept
            self.operations.append(Operation(action=action, target=target, count=count))
        if not targets and number is not None:
            count = counted(number)
            self.operations.append(
                Operation(
                    action="recount" if left else "more",
                    target=SALIENT,
                    count=count if left else -count,
                    value=_measure(chunks),
                )
            )
        return bool(targets) or number is not None

    def _taken_off(self, chunks: Sequence[Chunk]) -> bool:
        """ "Take the cat off the table", 把猫从桌子上拿下来: from one thing, not out of the picture."""
        pivot = next((i for i, item in enumerate(chunks) if _off(item)), None)
        if pivot is None:
            return False
        figures = self._targets(chunks)
        ground = next((item.at for item in chunks if item.role == "place" and item.at >= 0), None)
        if ground is None and len(figures) > 1 and self.mentions[figures[0]].lang == "en":
            ground = figures[1]
        if not figures or ground is None or figures[0] == ground:
            return False
        self.operations.append(Operation(action="take_off", target=figures[0], other=ground))
        return True

    def _rotate(self, chunks: Sequence[Chunk]) -> bool:
        """ "Rotate the ball by 90 degrees", 把球逆时针旋转45度; "tilt" leans a little. Not the picture as a whole."""
        targets = [at for at in self._targets(chunks) if self.mentions[at].kind != "picture"]
        if not targets and not any(item.role == "it" for item in chunks):
            return False
        word = next(item.token.text.lower() for item in chunks if item.value == "rotate")
        usual = 20 if word.startswith("tilt") or "斜" in word or "歪" in word else 90
        degrees = next((int(item.value) for item in chunks if item.role == "numbers"), usual)
        left = any(
            item.role == "back_turn" or (item.role == "sides" and item.value == "left") for item in chunks
        )
        for target in targets or [SALIENT]:
            self.operations.append(
                Operation(action="rotate", target=target, count=-degrees if left else degrees)
            )
        return True

    def _has_do(self, chunks: Sequence[Chunk]) -> bool:
        """ "Make her play the violin", "make him sit on a chair": what somebody does, and with what."""
        made = next(i for i, item in enumerate(chunks) if item.value == "make" and item.role == "verbs")
        who = chunks[made + 1 : made + 2]
        if not who or who[0].role not in ("it", "mention", "every"):
            return False
        does = [
            i
            for i, item in enumerate(chunks)
            if i > made + 1 and (item.role == "poses" or item.value in DOING)
        ]
        if not does or not any(item.role in ("mention", "place") for item in chunks[does[0] + 1 :]):
            return False
        deed = Description(self, [item for i, item in enumerate(chunks) if i != made])
        deed.taken = True
        deed.read()
        return True

    def _remove(self, chunks: Sequence[Chunk]) -> None:
        """After the verb, or before it where nothing follows (把帽子去掉)."""
        if any(item.role == "patterns" for item in chunks):
            for target in self._pointed(chunks):
                self.operations.append(Operation(action="pattern", target=target, value=PLAIN))
            return
        pivot = next(i for i, item in enumerate(chunks) if item.role == "verbs" and item.value == "remove")
        before, after = self._targets(chunks[:pivot]), self._targets(chunks[pivot + 1 :])
        pointed = any(item.role == "it" for item in chunks)
        everything = any(item.role == "every" for item in chunks)
        number = next((item for item in chunks if item.role == "numbers"), None)
        if number is not None and not after and not before and not everything:
            fewer = Operation(action="more", target=SALIENT, count=-counted(number), value=_measure(chunks))
            self.operations.append(fewer)
            return  # "remove two of them"
        if number is not None and before and not after:
            few = replace(self.mentions[before[-1]], count=counted(number), counted=True)
            self.mentions[before[-1]] = few  # 苹果去掉一个
        if after and before:
            Description(self, chunks[:pivot]).read()
        for target in after or before:
            self.operations.append(Operation(action="remove", target=target))
        if not after and not before and (pointed or everything):
            target = self._pointed(chunks)[0]
            self.operations.append(Operation(action="remove", target=target))

    def _print(self, chunks: Sequence[Chunk]) -> bool:
        """ "Add white stripes to the ball", 在球上画条纹: a pattern and nothing else is added."""
        at = next((i for i, item in enumerate(chunks) if item.role == "patterns"), None)
        if at is None:
            return False
        if any(item.role == "mention" for item in chunks[:at]):
            return False
        named = [item.at for item in chunks if item.role in ("mention", "place") and item.at >= 0]
        for target in named or [SALIENT]:
            value = pattern_value(chunks[at].token)
            self.operations.append(Operation(action="pattern", target=target, value=value))
        return True

    def _resize(self, chunks: Sequence[Chunk]) -> None:
        word = next(item.value for item in chunks if item.value in SIZES)
        for target in self._pointed(chunks):
            self.operations.append(Operation(action="resize", target=target, value=SIZES[word]))

    def _shift(self, chunks: Sequence[Chunk], *, little: bool) -> bool:
        """ "move the horse to the left", 马往左挪一点: a direction and no ground."""
        side = next((item.value for item in chunks if item.role == "sides"), None)
        if side is None or any(item.role == "place" and item.at != SALIENT for item in chunks):
            return False
        for target in self._pointed(chunks):
            self.operations.append(Operation(action="shift", target=target, value=side, loose=little))
        return True


_A_LITTLE = frozenset(
    {"bit", "a bit", "a little", "little", "slightly", "somewhat", "a tad", "a touch", "a smidge", "nudge", "一点", "一点点", "一些", "些", "点", "点儿", "一点儿", "稍微", "稍"}
    | {"ein bisschen", "ein wenig", "etwas", "un peu", "un poco", "un pouco", "un po", "немного", "чуть", "少し", "ちょっと", "조금"}
)  # fmt: skip
"""What says of a move that it is a small one."""

_COMMANDS = frozenset(
    {"add", "draw", "put", "give", "remove", "replace", "make", "move", "larger", "smaller", "flip"}
)
_WITHOUT = frozenset(
    {
        "without",
        "w/o",
        "no",
        "没有",
        "没戴",
        "没穿",
        "没带",
        "没戴着",
        "没穿着",
        "未戴",
        "没系",
        "没拿",
        "没挂",
        "不戴",
        "不穿",
        "不带",
    }
)


_WOODED = frozenset({"forest", "bamboo-grove", "jungle"})
_ALONG_A_RIVER = _WOODED | {"meadow", "farm"}
"""What a river runs through."""
_AT_THE_SEA, _SEAS = frozenset({"cliffs", "harbour"}), frozenset({"sea", "beach", "lake"})
"""What lies at the sea, and the places of which it shows the water."""
_AMONG_KARST = frozenset({"river", "lake", "mountains", "sky"})
"""What belongs to a landscape of karst."""
_ITS_WATER = frozenset(
    {"water", "水里", "水中", "水面", "水边", "岸边", "岸上", "岸", "wasser", "eau", "agua", "acqua"}
)
_LACKING = _WITHOUT - {"没有", "without", "no", "w/o"}
"""What says of somebody what they have not on, and takes nothing out of a picture."""


def _orders(tokens: Sequence[Token]) -> list[list[Token]]:
    """The orders of a clause: "remove the cat and add a horse" are two, "a cat and a dog" are one."""
    orders: list[list[Token]] = [[]]
    commanded = False
    for token, following in zip_longest(tokens, tokens[1:]):
        anew = following is not None and following.get("verbs") in _COMMANDS
        anew = anew and (commanded or (token.lang == "en" and any(one.get("numbers") for one in orders[-1])))
        if anew and token.get("and") is not None and any(one.readings for one in orders[-1]):
            orders.append([])
            commanded = False
            continue
        orders[-1].append(token)
        commanded = commanded or token.get("verbs") in _COMMANDS
    return [order for order in orders if order]


def _is_one_more(tokens: Sequence[Token]) -> bool:
    """再画一张桌子: one more of what is counted so, and not another picture."""
    at = next((n for n, token in enumerate(tokens) if token.get("verbs") == "redo"), len(tokens))
    kinds = [kind for token in tokens[at + 1 :] if (kind := token.get("kinds")) is not None]
    return bool(kinds) and tokens[at].text.startswith("再") and counts(tokens[at].text, kinds[-1])


_ONCE_MORE = frozenset({"again", "once more", "one more time"})
_DRAWN = frozenset({"draw", "paint", "do", "try", "create", "generate", "render"})


def _is_as_before(chunks: Sequence[Chunk]) -> bool:
    """Let it sleep again: what is told is to be as it was before, and not another picture."""
    redone = [item for item in chunks if item.role == "verbs" and item.value == "redo"]
    asked = [item for item in chunks if item.role in _ASKING and item not in redone]
    return all(item.token.text.lower() in _ONCE_MORE for item in redone) and any(
        item.token.text.lower() not in _DRAWN for item in asked
    )


_ASKING = frozenset({"verbs", "poses", "moods", "colours"})


def _measure(chunks: Sequence[Chunk]) -> str | None:
    """The measure word with which a number ends its clause."""
    return next((item.token.text for item in chunks if item.role == "measures"), None)


def _unknown_style(kept: list[Token], style: Token) -> str:
    """ "Oil painting style" is no painting that hangs there; what belongs to it is taken from those kept."""
    said = [style.text]
    while kept and (kept[-1].unknown or kept[-1].get("kinds") == "picture"):
        said.insert(0, kept.pop().text)
    if kept and kept[-1].get("relations"):
        kept.pop()
    return " ".join(said)


def _turned(chunks: Sequence[Chunk]) -> bool:
    """ "Turn the cat around": not into something else."""
    first = next((item for item in chunks if item.role == "verbs"), None)
    last = chunks[-1].token.text.lower() if chunks else ""
    return (
        first is not None
        and first.token.text.lower() == "turn"
        and last in ("around", "round", "over", "about")
    )


def _off(item: Chunk) -> bool:
    return (item.role == "verbs" and item.value == "off") or item.role == "off"


def _directed(item: Chunk) -> bool:
    """往左, 上移: a side to move to."""
    return item.role == "sides" and item.token.get("sides") is not None and item.token.lang == "zh"
