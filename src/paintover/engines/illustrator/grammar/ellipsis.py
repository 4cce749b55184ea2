"""Nouns that are said once for several phrases: "a red and a blue balloon", "one black cat and one white", 两只猫，一黑一白.

Each phrase without a noun is given the one that it shares; colours that are told one by one of several things become one
token whose ``palette`` names them in turn. "Make A red and B blue" gets its verb a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paintover.engines.illustrator.grammar.nouns import is_noun
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds

_COMMAS = frozenset(",，、")
_OPENING = frozenset(",，、:：(（")
_OTHERS = frozenset({"others", "other", "rest", "其他", "其它", "其余", "剩下", "别的", "另外"})
_CHANGING = frozenset({"make", "replace", "remove"})
_STANDS_IN = frozenset({"one", "ones"})
_LOOKS = ("colours", "sizes", "patterns")
_INSIDE = ("measures", "modifiers", "moods")


@dataclass(slots=True)
class _Phrase:
    """A counted phrase: tokens `start` to `end`, of which `noun` is one, or comes from another phrase."""

    start: int
    end: int
    count: int
    colours: tuple[str, ...]
    sizes: int
    described: bool
    stands_in: bool
    own: bool
    noun: Token | None


def with_nouns(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, no counted phrase without its noun."""
    tokens = _dressed(_others(tokens))
    phrases = _phrases(tokens)
    cut, added = _dealt_out(tokens, phrases)
    for one, following in reversed([*pairwise(phrases)]):
        if _bare(one) and not one.stands_in and following.noun and _joined(tokens, one.end, following.start):
            one.noun = following.noun
    for before, one in pairwise(phrases):
        told = before.described or one.stands_in
        if _bare(one) and before.noun and told and _joined(tokens, before.end, one.start):
            one.noun = before.noun
    for one in phrases:
        if one.noun is not None and not one.own and one.start not in cut:
            last = tokens[one.end - 1]
            added[one.end] = replace(one.noun, start=last.end, end=last.end, plural=one.count > 1)
            if one.stands_in:
                cut.add(one.end - 1)
    out: list[Token] = []
    for at in range(len(tokens) + 1):
        if at in added:
            out.append(added[at])
        if at < len(tokens) and at not in cut:
            out.append(tokens[at])
    return _worn_together(_made_again(out))


def _others(tokens: Sequence[Token]) -> list[Token]:
    """ "The others", 其余的, where something is to be done to them."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        named = token.lang == "zh" or (at > 0 and tokens[at - 1].get("the") is not None)
        if token.text.lower() not in _OTHERS or not named:
            continue
        after = tokens[at + 1 : at + 5]
        while after and (
            any(after[0].get(role) for role in ("of", "every", "numbers", "filler"))
            or (token.lang == "zh" and _counts(after[0]))
            or after[0].text.lower() in ("ones", "two", "three")
        ):
            after = after[1:]
        several = tokens[at + 1].text.lower() in ("ones", "two", "three") if at + 1 < len(tokens) else False
        done = (token.text.lower() == "others" or (token.text.lower() == "other" and several)) or (
            after
            and (
                after[0].get("verbs") in (*_CHANGING, "larger", "smaller")
                or any(after[0].get(role) for role in _LOOKS)
                or (token.lang == "zh" and any(after[0].get(role) for role in ("verbs", "poses", "moods")))
                or (token.text.lower() in ("others", "rest") and any(map(after[0].get, ("poses", "moods"))))
            )
        )
        if done:
            out[at] = replace(token, readings={"rest": "rest"})
    return out


def _counts(token: Token) -> bool:
    """A measure word behind a number, or one of the two words for "also"."""
    return token.get("measures") is not None or token.text in ("也", "全")


def _dressed(tokens: Sequence[Token]) -> list[Token]:
    """红裙子的女孩, 双马尾的女孩: what is worn gets its verb."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if token.lang == "zh" and _clad(tokens, at):
            start = len(out)
            while start and any(out[start - 1].get(role) for role in _LOOKS):
                start -= 1
            before = out[start - 1] if start else None
            if (
                before is not None
                and before.get("of")
                and start > 1
                and any(out[start - 2].get(role) for role in _LOOKS)
            ):
                start -= 2
                before = out[start - 1] if start else None
            free = before is None or (
                before.get("verbs") in (None, "draw", "add") and before.get("poses") is None
            )
            if free and not (
                before is not None
                and (
                    before.get("kinds")
                    or before.get("of")
                    or before.get("it")
                    or before.get("and")
                    or before.text in _COMMAS
                )
            ):
                where = out[start].start if start < len(out) else token.start
                out.insert(start, Token("穿着", where, where, "zh", {"verbs": "wear"}))
                out.append(token)
                if not tokens[at + 1].get("of"):
                    out.append(Token("的", token.end, token.end, "zh", {"of": "of"}))
                continue
        out.append(token)
    return out


def _clad(tokens: Sequence[Token], at: int) -> bool:
    """Whether something to wear stands there, and behind it whoever wears it."""
    if not _to_wear(tokens[at]) or kinds()[tokens[at].readings["kinds"]].wear == "hand":
        return False
    following = tokens[at + 1 : at + 5]
    if not following or not (following[0].get("of") or is_noun(following[0])):
        return False
    for token in following[1:] if following[0].get("of") else following:
        kind = token.get("kinds")
        if kind is not None:
            return kinds()[kind].alive
        if not any(token.get(role) is not None for role in (*_LOOKS, *_INSIDE)):
            return False
    return False


def _bare(phrase: _Phrase) -> bool:
    return phrase.noun is None and phrase.described


def _phrases(tokens: Sequence[Token]) -> list[_Phrase]:
    found: list[_Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _phrase(tokens, at)
        if phrase is None:
            at += 1
        else:
            found.append(phrase)
            at = phrase.end
    return found


def _phrase(tokens: Sequence[Token], start: int) -> _Phrase | None:
    number = tokens[start].get("numbers")
    if number is None and not tokens[start].get("a"):
        return None
    colours: list[str] = []
    sizes = 0
    described = stands_in = False
    noun: Token | None = None
    at = start + 1
    while at < len(tokens):
        token = tokens[at]
        if token.text.lower() in _STANDS_IN and described:
            stands_in = True
            at += 1
            break
        if is_noun(token) and not _is_adjective(tokens, at):
            at, noun = _compound(tokens, at)
            while at < len(tokens) and token.lang == "en" and tokens[at].get("colours"):
                colours.append(tokens[at].readings["colours"])
                described = True
                at += 1
            break
        if any(token.get(role) for role in _LOOKS):
            described = True
            colours += [token.readings["colours"]] if token.get("colours") else []
            sizes += token.get("sizes") is not None
        elif colours and _goes_on(tokens, at):
            pass  # "a black and white"
        elif not any(token.get(role) is not None for role in _INSIDE) and not (
            token.get("of") and token.lang == "zh" and described
        ):
            break
        at += 1
    if not described and noun is None:
        return None
    count = max(1, int(number or 1))
    return _Phrase(start, at, count, tuple(colours), sizes, described, stands_in, noun is not None, noun)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign or an "and" between two colours stands there."""
    while at < len(tokens) and (tokens[at].get("and") or tokens[at].text in _COMMAS):
        at += 1
    return (
        at < len(tokens) and tokens[at].get("colours") is not None and tokens[at - 1].get("colours") is None
    )


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """ "Orange" as a colour, 床 as a measure word: where a noun, or what stands in for one, follows."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.unknown or following is None:
        return False
    looks = any(token.get(role) for role in _LOOKS)
    if looks and (following.text.lower() in _STANDS_IN or following.get("of") is not None):
        return True
    return is_noun(following) and (looks or any(token.get(role) for role in _INSIDE))


def _compound(tokens: Sequence[Token], at: int) -> tuple[int, Token]:
    """Where a run of nouns ends, and its head."""
    end = at + 1
    while (
        end < len(tokens)
        and is_noun(tokens[end])
        and tokens[end].lang == tokens[at].lang
        and not tokens[end].get("colours")
    ):
        end += 1
    return end, tokens[end - 1]


def _joined(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but "and" and commas stands between."""
    between = tokens[start:end]
    return bool(between) and all(token.get("and") or token.text in _COMMAS for token in between)


def _dealt_out(tokens: Sequence[Token], phrases: list[_Phrase]) -> tuple[set[int], dict[int, Token]]:
    """Colours told one by one of a number of things: the tokens that are left out, and the one that comes instead."""
    cut: set[int] = set()
    added: dict[int, Token] = {}
    for at, whole in enumerate(phrases):
        if whole.noun is None or whole.count < 2 or whole.colours:
            continue
        parts = _parts(tokens, phrases[at + 1 :])
        opening = tokens[whole.end : parts[0].start] if parts else []
        if _tells(whole, parts) and len(opening) <= 2 and all(one.text in _OPENING for one in opening):
            if parts[0].sizes:
                cut |= _given(whole, parts, whole.start, parts[0].start)
                continue
            cut |= set(range(whole.end, parts[-1].end))
            added[whole.end] = _palette(tokens[parts[0].start], parts)
            continue
        before = list(reversed(phrases[:at]))
        parts = []
        edge = whole.start
        for one in before:
            if not _bare(one) or not (one.end == edge or _joined(tokens, one.end, edge)):
                break
            parts.insert(0, one)
            edge = one.start
        if _tells(whole, parts) and parts[0].sizes:
            cut |= _given(whole, parts, parts[-1].end, whole.end)
        elif _tells(whole, parts):
            cut |= set(range(parts[0].start, whole.start))
            added[whole.start] = _palette(tokens[parts[0].start], parts)
    for phrase in phrases:
        if phrase.start in cut:
            phrase.described = False
            phrase.noun = None
    return cut, added


def _parts(tokens: Sequence[Token], phrases: Sequence[_Phrase]) -> list[_Phrase]:
    """The first of these that have no noun, each joined to the one before or touching it."""
    found: list[_Phrase] = []
    for one in phrases:
        if not _bare(one) or (
            found and not (one.start == found[-1].end or _joined(tokens, found[-1].end, one.start))
        ):
            break
        found.append(one)
    return found


def _tells(whole: _Phrase, parts: Sequence[_Phrase]) -> bool:
    """Whether the parts say of each of the whole one colour, or one size."""
    if len(parts) < 2 or sum(one.count for one in parts) != whole.count:
        return False
    return all((len(one.colours), one.sizes) == (1, 0) for one in parts) or all(
        (len(one.colours), one.sizes) == (0, 1) for one in parts
    )


def _given(whole: _Phrase, parts: Sequence[_Phrase], start: int, end: int) -> set[int]:
    """Give each part the noun of the whole, which is then left out."""
    for one in parts:
        one.noun = whole.noun
    return set(range(start, end))


def _palette(first: Token, parts: Sequence[_Phrase]) -> Token:
    names = [one.colours[0] for one in parts for _ in range(one.count)]
    return Token(
        " ".join(names),
        first.start,
        first.start,
        first.lang,
        {"colours": names[0], "palette": " ".join(names)},
    )


def _worn_together(tokens: list[Token]) -> list[Token]:
    """戴红帽子和蓝围巾的雪人: the verb once more instead of the 和, so that both are worn."""
    out: list[Token] = []
    verb: Token | None = None
    for at, token in enumerate(tokens):
        if token.lang == "zh" and token.get("verbs") == "wear":
            verb = token
        elif token.get("stop") is not None and token.text != "、":
            verb = None
        if verb is not None and _joins_clothes(tokens, at):
            out.append(replace(verb, start=token.start, end=token.end))
        else:
            out.append(token)
    return out


def _joins_clothes(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token joins two things to wear, and a 的 with somebody follows them."""
    if not at or not (tokens[at].get("and") or tokens[at].text == "、") or not _to_wear(tokens[at - 1]):
        return False
    worn = next((i for i in range(at + 1, min(at + 6, len(tokens))) if is_noun(tokens[i])), None)
    while worn is not None and worn + 1 < len(tokens) and is_noun(tokens[worn + 1]):
        worn += 1
    if worn is None or not _to_wear(tokens[worn]):
        return False
    if any(token.get("verbs") for token in tokens[at + 1 : worn]):
        return False  # 戴着眼镜、系着领带的狗: that is said already
    after = tokens[worn + 1 : worn + 2]
    if after and (after[0].get("and") or after[0].text == "、"):
        return _joins_clothes(tokens, worn + 1)
    return (
        bool(after)
        and after[0].get("of") is not None
        and any(is_noun(one) for one in tokens[worn + 2 : worn + 5])
    )


def _to_wear(token: Token) -> bool:
    kind = token.get("kinds")
    return kind is not None and kinds()[kind].wear is not None


def _made_again(tokens: list[Token]) -> list[Token]:
    """ "Make the cat black and the dog white": the verb once more behind the "and"."""
    verb = next((token for token in tokens if token.get("verbs") == "make" and token.lang == "en"), None)
    if verb is None:
        return tokens
    out: list[Token] = []
    for at, token in enumerate(tokens):
        out.append(token)
        looks = out[-2] if len(out) > 1 else None
        if token.get("and") and looks is not None and any(looks.get(role) for role in _LOOKS) and verb in out:
            end = at + 1
            while end < len(tokens) and _names_something(tokens[end]):
                end += 1
            named = end > at + 1 and any(tokens[at + 1].get(role) for role in ("the", "every", "numbers"))
            if named and end < len(tokens) and any(tokens[end].get(role) for role in _LOOKS):
                out.append(replace(verb, start=token.end, end=token.end))
    return out


def _names_something(token: Token) -> bool:
    return (
        any(token.get(role) for role in ("the", "every", "sides", "selected", "rest", "numbers"))
        or token.text.lower() in _STANDS_IN
        or (is_noun(token) and not token.get("colours"))
    )
