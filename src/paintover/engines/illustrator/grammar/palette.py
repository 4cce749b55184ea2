"""Several colours said of several things, to be dealt out in turn: "red, yellow and blue balloons", 十个气球，红黄蓝绿."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.grammar.motifs import ALL_COLOURS, RAINBOW
from paintover.engines.illustrator.grammar.reading import MIXED
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds

_COMMAS = frozenset(",，、")
_OPENING = frozenset(",，:：")
_BLACK_AND_WHITE = frozenset("黑白花")
_BETWEEN = ("of", "numbers", "measures", "sizes", "modifiers", "filler")
"""Roles of words that may stand between the colours and what has them."""


def with_palettes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each list of colours that is said of several things as one token whose ``palette`` names them all."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].text.lower() in ALL_COLOURS and _said_of_many(out, tokens, at + 1):
            readings = {"colours": FESTIVE[0], "palette": " ".join(FESTIVE)}
            out.append(Token(tokens[at].text, tokens[at].start, tokens[at].end, tokens[at].lang, readings))
            at += 1
            continue
        if tokens[at].text.lower() in _ALL_AT_ONCE:
            out.append(_iridescent(tokens[at]))
            at += 1
            continue
        run, end, listed = _colours(tokens, at)
        if len(run) < 2:
            out.append(tokens[at])
            at += 1
            continue
        single = bool(out) and _one(out[-1]) and not (len(out) > 1 and _many(out[-2]))
        follows = _said_behind(tokens, at, end)
        mixed = None if follows else _mixed(out, tokens, end, run)
        if mixed is not None:
            out.append(mixed)
            at = end
            continue
        if (
            follows
            or _wanted(out, tokens, end)
            or (not single and _said_before(out, tokens, end, listed=listed))
        ):
            if follows and out[-1].text in _OPENING:
                out.pop()
            names = dict.fromkeys(token.readings["colours"] for token in run)
            readings = {"colours": run[0].readings["colours"], "palette": " ".join(names)}
            out.append(Token(run[0].text, run[0].start, run[-1].end, run[0].lang, readings))
        else:
            out.extend(tokens[at:end])
        at = end
    return out


FESTIVE = ("red", "yellow", "blue", "green", "pink")
"""What "colourful balloons" are, by turns."""
_ALL_AT_ONCE = frozenset(
    {"七彩", "五彩", "五彩缤纷", "五颜六色", "花花绿绿", "multicoloured", "multicolored", "multicolor"}
)
"""Words that say of one thing that it has all colours at once."""


def _iridescent(token: Token) -> Token:
    names = {"colours": RAINBOW[0], "second": " ".join(RAINBOW[1:])}
    return replace(token, readings={"modifiers": "striped", "patterns": "striped", **names})


_SEVERAL = frozenset({"五颜六色", "花花绿绿", "不同颜色", "各种颜色"})
"""Words that are said of several things only."""


def _said_of_many(out: Sequence[Token], tokens: Sequence[Token], end: int) -> bool:
    """Whether "colourful" is said of several things that have no life of their own."""
    said = tokens[end - 1].text in _SEVERAL
    while end < len(tokens) and any(
        tokens[end].get(role) is not None for role in ("of", "sizes", "modifiers")
    ):
        end += 1
    noun = tokens[end] if end < len(tokens) else None
    kind = None if noun is None else noun.get("kinds")
    if noun is None or kind is None or kinds()[kind].alive:
        return False
    return said or noun.plural or any(_many(token) for token in out[-2:])


def _wanted(out: Sequence[Token], tokens: Sequence[Token], end: int) -> bool:
    """Whether something is to be made so: "paint them red, green and blue", 变成红黄蓝."""
    after = tokens[end] if end < len(tokens) else None
    ends = (
        after is None
        or after.get("stop") is not None
        or after.get("of") is not None
        or bool(after.get("numbers"))
    )
    if not ends or not out:
        return False
    made = out[-1].get("verbs") in ("make", "replace") or bool(out[-1].get("to"))
    pointed = bool(out[-1].get("it") or out[-1].get("every")) and any(
        one.get("verbs") == "make" for one in out
    )
    return made or pointed


def _mixed(out: Sequence[Token], tokens: Sequence[Token], end: int, run: Sequence[Token]) -> Token | None:
    """A pattern of those colours, where one thing has them all: "a black and white cat", 一个红蓝气球, 黑白猫."""
    at = end
    while at < len(tokens) and any(
        tokens[at].get(role) is not None for role in (*_BETWEEN[2:], "of", "measures")
    ):
        at += 1
    noun = tokens[at] if at < len(tokens) else None
    if noun is None or noun.plural or noun.get("kinds") is None or noun.get("colours"):
        return None
    if (
        noun.lang == "zh"
        and not (out and _one(out[-1]))
        and not {one.text for one in run} <= _BLACK_AND_WHITE
    ):
        return None
    if any(_many(token) for token in out[-2:]) and not _is_coat(run, noun):
        return None
    names = list(dict.fromkeys(token.readings["colours"] for token in run))
    if len(names) < 2 or (
        noun.lang == "zh" and any(token.get("and") for token in tokens[:end] if token.start > run[0].start)
    ):
        return None
    readings = {"modifiers": MIXED, "patterns": MIXED, "colours": names[0], "second": " ".join(names[1:])}
    return Token(run[0].text, run[0].start, run[-1].end, run[0].lang, readings)


def _is_coat(run: Sequence[Token], noun: Token) -> bool:
    """两只黑白猫: the coat that each of them has, in one word with the animal."""
    alive = kinds()[noun.readings["kinds"]].alive
    joined = run[0].end == run[-1].start and run[-1].end == noun.start
    return noun.lang == "zh" and alive and joined and "white" in {one.readings["colours"] for one in run}


def _colours(tokens: Sequence[Token], at: int) -> tuple[list[Token], int, bool]:
    """The colours listed from there, where their list ends, and whether signs or "and" stand between them."""
    run: list[Token] = []
    end, listed = at, False
    while end < len(tokens) and tokens[end].get("colours") and not tokens[end].plural:
        run.append(tokens[end])
        end += 1
        ahead = end
        if (
            len(tokens) > end + 1
            and tokens[end].get("of")
            and tokens[end].lang == "zh"
            and _lists(tokens[end + 1])
        ):
            ahead = end + 1  # 红的、黄的和紫的
        while ahead < len(tokens) and _lists(tokens[ahead]):
            ahead += 1
        if ahead == len(tokens) or not tokens[ahead].get("colours"):
            break
        if ahead == end and not (tokens[end].lang == "zh" and tokens[end].start == run[-1].end):
            break
        listed = listed or ahead > end
        end = ahead
    return run, end, listed


def _lists(token: Token) -> bool:
    return token.text in _COMMAS or token.get("and") is not None


def _one(token: Token) -> bool:
    return bool(token.get("a")) or token.get("numbers") == "1" or token.get("measures") is not None


def _many(token: Token) -> bool:
    return token.plural or token.get("numbers") not in (None, "1")


def _said_behind(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the colours from `at` to `end` are said of several things named before them, and end their clause."""
    if end < len(tokens) and tokens[end].get("of") and tokens[end].lang == "zh":
        end += 1
    if end < len(tokens) and tokens[end].get("stop") is None:
        return False
    named = at - 1
    if named > 0 and tokens[named].text in _OPENING:
        named -= 1
    if named < 0 or tokens[named].get("kinds") is None:
        return False
    phrase = tokens[max(0, named - 3) : named + 1]
    return any(_many(token) for token in phrase)


def _said_before(out: Sequence[Token], tokens: Sequence[Token], end: int, *, listed: bool) -> bool:
    """Whether several things follow that have these colours."""
    if out and out[-1].get("the"):
        return False
    many = bool(out) and (_many(out[-1]) or (len(out) > 1 and _one(out[-1]) and _many(out[-2])))
    for token in tokens[end : end + 5]:
        if token.get("kinds"):
            return many or _many(token) or (listed and token.lang == "zh")
        if token.get("numbers") == "1" or not any(token.get(role) for role in _BETWEEN):
            return False
        many = many or _many(token)
    return False
