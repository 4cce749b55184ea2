"""The order of words in Japanese and Korean, which put the verb last and the place before it, to the one that the Chinese
grammar reads: ソファーで寝ている猫 as 在沙发上睡觉的猫.
"""

from __future__ import annotations

from dataclasses import replace

from paintover.engines.illustrator.grammar.dialects import dictionary
from paintover.engines.illustrator.grammar.tokens import LOOKS, Token, by_clause, is_one
from paintover.engines.illustrator.kinds import TABLES, kinds

BEDS = TABLES | {
    "couch",
    "bed",
    "hospital-bed",
    "deck-chair",
    "barber-chair",
    "lounger",
    "chair",
    "armchair",
    "rocking-chair",
    "stool",
    "bench",
    "rug",
    "cushion",
}
"""What one is on where a language says "at" or "with" only."""
_WORN_WITH = frozenset({"を", "을", "를"})
_DOES = frozenset({"한", "두른", "맨", "した", "している", "巻いた"})
"""What means to wear where the thing worn stands before it, and a number elsewhere."""
_VESSELS = frozenset("벌병잔알") | {"그릇"}
"""Korean things that count others behind their number: 커피 두 잔."""
_SEVERAL = frozenset({"たち", "達", "들", "들이", "들을", "들은"})
"""What makes a noun a plural."""
_IS_THERE = frozenset({"いる", "います", "いて", "있는", "있다", "있어요", "있고"})
"""Somebody is there: 雪だるまの横にいる."""
_GOES_ON = ("て", "で", "고", "ながら")
"""How a verb ends that another one follows: ボールを咥えて走る."""
_OBJECTS = frozenset({"eat", "drink", "read", "play", "write", "throw", "kick", "hug"})
"""What is done to something that is named before."""


def verbs_first(tokens: list[Token]) -> list[Token]:
    """The tokens of a Japanese or Korean text in the order that the Chinese grammar reads."""
    return _verbs_first(_placed_first(by_clause(_wearing(_counted(_unmade(tokens))), _ground_first)))


def _unmade(tokens: list[Token]) -> list[Token]:
    """木の左に: to the left of a tree, and nothing of wood."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        noun = token.text.removesuffix("の")
        readings = dictionary("ja").words.get(noun, {})
        if noun != token.text and "kinds" in readings and is_one(token, "patterns"):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if is_one(after, "relations"):
                cut = token.end - 1
                out += [
                    Token(noun, token.start, cut, "zh", readings),
                    Token("の", cut, token.end, "zh", {"of": "of"}),
                ]
                continue
        out.append(token)
    return out


_WORN = frozenset({"head", "eyes", "neck", "face", "foot"})


def _wearing(tokens: list[Token]) -> list[Token]:
    """赤い帽子の猫, 빨간 모자 고양이: who is told by what he wears wears it."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        last = out[-1] if out else None
        worn = last is not None and (kind := last.get("kinds")) is not None and kinds()[kind].wear in _WORN
        following = tokens[at + 1 :] if is_one(token, "of") else tokens[at:]
        noun = next((one for one in following if not is_one(one, *LOOKS, "sizes", "modifiers")), None)
        kind = None if noun is None else noun.get("kinds")
        joined = is_one(token, "of") or (token.lang == "zh" and is_one(token, "kinds"))
        if worn and joined and kind is not None and kinds()[kind].alive:
            wears = Token("戴", out[-1].start, out[-1].start, "zh", {"verbs": "wear"})
            out.insert(_phrase_start(out, len(out) - 1), wears)
            if not is_one(token, "of"):
                out.append(Token("", token.start, token.start, "zh", {"of": "of"}))
        out.append(token)
    return out


def _ground_first(tokens: list[Token]) -> list[Token]:
    """白猫二匹 ソファの上 as ソファの上に白猫二匹: where somebody is, said behind without a verb, stands before."""
    spoken = [token for token in tokens if set(token.readings) != {"filler"}]
    related = len(spoken) - 2 if spoken and is_one(spoken[-1], "at") else len(spoken) - 1
    if (
        related < 2
        or not is_one(spoken[related], "relations")
        or any(is_one(one, "verbs", "poses") for one in spoken)
    ):
        return tokens
    noun = related - 2 if is_one(spoken[related - 1], "of") else related - 1
    start = _phrase_start(spoken, noun)
    if (
        start < 1
        or not is_one(spoken[noun], "kinds")
        or not is_one(spoken[start - 1], "kinds", "measures", "numbers")
    ):
        return tokens
    at = Token("", spoken[-1].end, spoken[-1].end, "zh", {"at": "at"})
    return [*spoken[start : related + 1], at, *spoken[:start]]


def _counted(tokens: list[Token]) -> list[Token]:
    """개 behind a number counts and is no dog; 목도리를 한 강아지 wears a scarf, and has no number."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        last = out[-1] if out else None
        after = next((one for one in tokens[at + 1 :] if set(one.readings) != {"filler"}), None)
        counts = last is not None and is_one(last, "numbers")
        named = len(out) > 1 and is_one(out[-2], "kinds", "filler")
        if counts and (token.text == "개" or (token.text in _VESSELS and named)):
            token = replace(token, readings={"measures": "each"})
        elif token.text == "本" and not counts:
            token = replace(token, readings={"kinds": "book"})
        elif (
            token.text in _DOES
            and last is not None
            and last.text in _WORN_WITH
            and (token.text not in _DOES_ANYTHING or _is_worn(out))
            and is_one(after, "kinds", "colours", "sizes")
        ):
            token = replace(token, readings={"verbs": "wear"})
        elif token.text in _SEVERAL and last is not None and is_one(last, "kinds"):
            out[-1] = replace(last, plural=True)
        out.append(token)
    return out


_DOES_ANYTHING = frozenset({"した", "している"})


def _is_worn(tokens: list[Token]) -> bool:
    """Whether the noun before its particle is one that is worn."""
    kind = tokens[-2].get("kinds") if len(tokens) > 1 else None
    return kind is not None and kinds()[kind].wear is not None


def _phrase_start(tokens: list[Token], noun: int) -> int:
    """Where the noun's phrase begins: with its colours, sizes and number."""
    while noun > 0 and is_one(tokens[noun - 1], *LOOKS, "sizes", "modifiers"):
        noun -= 1
    return noun


def _placed_first(tokens: list[Token]) -> list[Token]:
    """ソファーで寝ている猫 as 在沙发上睡觉的猫: the place before what is done there, and who does it after."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        after = next((one for one in tokens[at + 1 :] if set(one.readings) != {"filler"}), None)
        rest = tokens[at + 1 :]
        stop = next((i for i, one in enumerate(rest) if is_one(one, "stop")), len(rest))
        posed = any(is_one(one, "poses") or one.get("verbs") == "hold" for one in rest[:stop])
        posed = posed or (bool(rest) and rest[0].text in _IS_THERE)
        posed = posed or (_on_it(out, token) and not any(is_one(one, "verbs") for one in rest[:stop]))
        if is_one(token, "at") and out and posed:
            ground = len(out) - 1 if is_one(out[-1], "kinds") else None
            related = len(out) > 1 and is_one(out[-1], "relations") and is_one(out[-2], "kinds", "of")
            if related:
                ground = len(out) - 2 if is_one(out[-2], "kinds") else len(out) - 3
            if ground is not None and ground >= 0 and is_one(out[ground], "kinds"):
                kind, ground = out[ground].get("kinds"), _phrase_start(out, ground)
                where = out[ground:]
                here = Token("", where[0].start, where[0].start, "zh", {"at": "at"})
                if not related:
                    relation = "on" if kind in BEDS else "beside"
                    relation = "behind" if kind in TABLES and token.text in _WHERE else relation
                    where.append(Token("", token.start, token.start, "zh", {"relations": relation}))
                out[ground:] = [here, *where]
                continue
        done_to = token.get("poses") in _OBJECTS and len(out) > 1 and out[-1].text in _WORN_WITH
        start = _phrase_start(out, len(out) - 2) if done_to and is_one(out[-2], "kinds") else len(out)
        out.insert(start, token)
        if is_one(token, "poses") and is_one(
            after, "kinds", "colours", "sizes", "numbers", "patterns", "modifiers"
        ):
            out.append(Token("", token.end, token.end, "zh", {"of": "of"}))
    return out


def _on_it(before: list[Token], token: Token) -> bool:
    """椅子に猫: on what one sits or lies on."""
    return token.text in ("に", "에") and bool(before) and before[-1].get("kinds") in BEDS


_WHERE = frozenset({"", "で", "에서"})
"""Where something is done, which is no goal."""
_SIDES = {"left": "left", "right": "right", "on": "top", "below": "bottom"}


def _verb_after_its_goal(tokens: list[Token]) -> list[Token]:
    """猫を犬に変えて as 猫换成犬, and 犬に帽子をかぶせて as 给犬戴帽子: by clause, where what ends in に comes before its verb."""
    stop = next((i for i, token in enumerate(tokens) if token.get("stop") is not None), None)
    if stop is not None:
        return [*_verb_after_its_goal(tokens[:stop]), tokens[stop], *_verb_after_its_goal(tokens[stop + 1 :])]
    last = len(tokens) - 1
    verb = tokens[last].get("verbs") if tokens else None
    side = next(
        (i for i in range(1, last + 1) if tokens[i].get("at") and tokens[i - 1].get("relations") in _SIDES),
        None,
    )
    if side is not None and verb == "move" and (ground := _ground_of(tokens, side - 1)) is not None:
        return [*tokens[:ground], tokens[last], tokens[ground], tokens[side - 1]]  # 犬を猫の左に移動して
    if side is not None and verb == "move":  # 고양이를 왼쪽으로 옮겨줘
        where = _SIDES[tokens[side - 1].readings["relations"]]
        turned = replace(tokens[side - 1], readings={"sides": where})
        return [*tokens[: side - 1], turned, tokens[last]]
    number = next(
        (i for i in range(2, last + 1) if tokens[i].get("at") and is_one(tokens[i - 2], "numbers")), None
    )
    if (
        number is not None
        and number > 2
        and verb in ("replace", "add")
        and is_one(tokens[number - 1], "measures")
    ):
        becomes = replace(tokens[last], readings={"verbs": "replace"})  # 고양이를 두 마리로 바꿔줘
        return [*tokens[: number - 2], becomes, *tokens[number - 2 : number]]
    painted = next(
        (i for i in range(1, last + 1) if tokens[i].get("at") and tokens[i - 1].get("colours")), None
    )
    if painted is not None and verb in ("replace", "make") and painted > 1:  # 등대를 빨간색으로 바꿔줘
        return [*tokens[: painted - 1], tokens[last], tokens[painted - 1]]
    if (
        verb == "replace"
        and last > 1
        and tokens[last - 1].get("colours")
        and not is_one(tokens[last - 1], "kinds")
    ):
        return [*tokens[: last - 1], tokens[last], tokens[last - 1]]  # 고양이를 검게 칠해줘
    goal = next(
        (
            i
            for i in range(1, last + 1)
            if tokens[i].get("at") and tokens[i - 1].get("kinds") and tokens[i].text not in _WHERE
        ),
        None,
    )
    if verb == "put":
        return _put_first(tokens, goal)
    if goal is None or verb not in ("replace", "wear", "hold"):
        return tokens
    noun = tokens[goal - 1]
    if verb == "replace":
        return [*tokens[: goal - 1], tokens[last], noun, *tokens[goal + 1 : last]]
    giving = Token("", noun.start, noun.start, "zh", {"give": "give"})
    return [*tokens[: goal - 1], giving, noun, tokens[last], *tokens[goal + 1 : last]]


def _ground_of(tokens: list[Token], relation: int) -> int | None:
    """Where the noun is on whose side something is to be, if one comes before that is to go there."""
    ground = relation - 2 if is_one(tokens[relation - 1], "of") else relation - 1
    if ground < 1 or not is_one(tokens[ground], "kinds"):
        return None
    return ground if any(is_one(token, "kinds") for token in tokens[:ground]) else None


def _put_first(tokens: list[Token], goal: int | None) -> list[Token]:
    """ベンチに水筒を置いて as 在长椅上放水筒: on what comes before its particle, or where a relation says so already."""
    last = tokens[-1]
    if goal is not None:
        start = _phrase_start(tokens, goal - 1)
        ground = tokens[start:goal]
        on = Token("", tokens[goal].start, tokens[goal].start, "zh", {"relations": "on"})
        here = Token("", ground[0].start, ground[0].start, "zh", {"at": "at"})
        return [here, *ground, on, last, *tokens[:start], *tokens[goal + 1 : -1]]
    where = next(
        (i for i in range(1, len(tokens)) if is_one(tokens[i], "at") and is_one(tokens[i - 1], "relations")),
        None,
    )
    return tokens if where is None else [*tokens[: where + 1], last, *tokens[where + 1 : -1]]


def _verbs_first(tokens: list[Token]) -> list[Token]:
    """Where the verb comes after its object (帽子をかぶった犬), the order that the grammar reads (戴帽子的狗)."""
    kept = _verb_after_its_goal([token for token in tokens if set(token.readings) != {"filler"}])
    ordered: list[Token] = []
    for index, token in enumerate(kept):
        if ordered and token.get("kinds") is None:
            token = replace(token, start=ordered[-1].end)  # a space before a particle means nothing
        if (
            token.get("verbs") == "ride"
            and len(ordered) > 1
            and is_one(ordered[-1], "at")
            and is_one(ordered[-2], "kinds")
        ):
            ordered.pop()  # 自転車に乗っている
        last = ordered[-1] if ordered else None
        counted = token.get("measures") is not None and last is not None and last.get("numbers") is not None
        if counted and last is not None and len(ordered) > 1 and ordered[-2].get("kinds") is not None:
            ordered[-2:] = [last, token, ordered[-2]]  # 고양이 두 마리
            continue
        following = kept[index + 1] if index + 1 < len(kept) else None
        ends = not is_one(following, "measures", "kinds", *LOOKS) or token.text.endswith("つ")
        if is_one(token, "numbers") and is_one(last, "kinds") and ends and not is_one(following, "of"):
            ordered[-1:] = [token, last] if last is not None else [token]  # りんごが三つ
            continue
        worn = (
            token.get("verbs") in ("wear", "ride", "hold")
            and last is not None
            and last.get("kinds") is not None
            and not any(is_one(one, "give") for one in ordered[-2:-1])
        )
        after = kept[index + 1] if index + 1 < len(kept) else None
        if (
            worn
            and is_one(after, "poses", "actions")
            and token.text.endswith(_GOES_ON)
            and not _behind(ordered)
        ):
            start = _phrase_start(ordered, len(ordered) - 1)  # 傘をさして歩く女の子
            ordered[start:] = [token, *ordered[start:], Token("", token.end, token.end, "zh", {"of": "of"})]
        elif worn and last is not None and after is not None and is_one(after, "kinds", "undrawn"):
            start = _phrase_start(ordered, len(ordered) - 1)
            ordered[start:] = [token, *ordered[start:], Token("", token.end, token.end, "zh", {"of": "of"})]
        elif worn and (after is None or token.text.endswith(_GOES_ON)) and _behind(ordered):
            start = _outdoors(ordered, _phrase_start(ordered, len(ordered) - 1))
            ordered.insert(start, token)  # おばあさんが猫を抱いている
        else:
            ordered.append(token)
    return ordered


def _behind(tokens: list[Token]) -> bool:
    """Whether the phrase at the end comes behind another noun."""
    start = _outdoors(tokens, _phrase_start(tokens, len(tokens) - 1))
    return start > 0 and is_one(tokens[start - 1], "kinds")


def _outdoors(tokens: list[Token], start: int) -> int:
    """Where a phrase begins with the place that is said of it: 公園のブランコ, 강에서 낚싯대."""
    while start > 1 and is_one(tokens[start - 1], "of", "at") and is_one(tokens[start - 2], "places"):
        start -= 2
    return start
