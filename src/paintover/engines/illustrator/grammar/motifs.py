"""Patterns in words: "red and white striped", "with blue polka dots", 红白条纹, 带黑色斑点. Each becomes one token, which
says the pattern, the thing's own colour where it is told, and the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.grammar.lexicon import english_words
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.wording import Pattern

_COMMAS = frozenset(",，、")
_LINKS = frozenset({"相间", "间", "双色", "两色", "三色", "色"})
RAINBOW = ("red", "orange", "yellow", "green", "blue", "purple")
ALL_COLOURS = frozenset(
    {
        "colourful", "colorful", "multicoloured", "multicolored", "multicolor", "different coloured", "different colored",
        "differently coloured", "differently colored", "五颜六色", "花花绿绿", "不同颜色", "各种颜色", "彩色", "五彩", "七彩", "五彩缤纷",
    }
)  # fmt: skip
"""Words that say no colour and mean several."""
_MANY = ALL_COLOURS | {
    "rainbow",
    "彩虹",
    "彩虹色",
    "rainbow-striped",
    "彩虹配色",
    "彩虹颜色",
    "rainbow colours",
    "rainbow colors",
    "in rainbow colours",
    "in rainbow colors",
    "with rainbow colours",
    "with rainbow colors",
    "rainbow-coloured",
    "rainbow-colored",
    "rainbow coloured",
    "rainbow colored",
}
_RAINBOW = _MANY - ALL_COLOURS
_BEARING = frozenset({"with", "in", "带", "带着", "带有", "有", "having", "has"})
MOST = 6
"""Colours of one pattern, at most."""


_GROUND = Pattern(
    "([红橙橘黄绿蓝紫粉棕黑白灰金银青])色?底(?:带|有)?((?:[红橙橘黄绿蓝紫粉棕黑白灰金银青]色?[、和]?){0,2}[红橙橘黄绿蓝紫粉棕黑白灰金银青])色?(?:小|大)?(圆点|波点|斑点|点|条纹|条|格子|格|斑块|花斑|碎花|小花|花朵|花)",
    re.NOFLAG,
)
_PIEBALD = Pattern("(?<![朵种梅开棉浇养鲜献采插])花(?=[猫狗牛马猪羊鸡兔])", re.NOFLAG)
_MARKED = Pattern(
    "(?:带着?|带有|上有|上面有|印着|印有|画着|画上)([红橙橘黄绿蓝紫粉棕黑白灰金银青])色?的?小?(圆点|点|碎花|花|条)[点子儿朵]?(?=的|了|$|[，。,])",
    re.NOFLAG,
)
_MARKS = {
    "花斑": "斑块", "点": "波点", "圆点": "波点", "条": "条纹", "格": "格子", "花": "碎花", "小花": "碎花", "花朵": "碎花",
}  # fmt: skip


def grounds_first(text: str) -> str:
    """The text with 白底红点 said as 白红波点, for the ground is the first of a pattern's colours, 带白点的 as
    带白色波点的, and 花猫 as 斑块猫."""
    grounded = _GROUND.sub(lambda match: match[1] + match[2] + _MARKS.get(match[3], match[3]), text)
    marked = _MARKED.sub(lambda match: f"带{match[1]}色{_MARKS.get(match[2], match[2])}", grounded)
    return _PIEBALD.sub("斑块", marked)


def _rainbows(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, "rainbow" as a look where it is said of a thing: 彩虹色的气球, "a rainbow cat", "make it rainbow"."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.text.lower() in _RAINBOW and (_before_a_thing(token, after) or _made(out, after)):
            readings = {
                "modifiers": "striped", "patterns": "striped", "colours": RAINBOW[0], "second": " ".join(RAINBOW[1:]),
            }  # fmt: skip
            out.append(replace(token, readings=readings))
        else:
            out.append(token)
    return out


def _before_a_thing(token: Token, after: Token | None) -> bool:
    """Whether a thing comes right behind that may be of all colours, or the word says nothing else."""
    if token.get("kinds") is None:
        return True
    if after is None or after.get("kinds") in (None, "rainbow") or token.plural:
        return False
    return after.start - token.end <= (1 if token.lang == "en" else 0)


def _made(out: Sequence[Token], after: Token | None) -> bool:
    """Whether something there is to become so: "make the cat rainbow"."""
    if after is not None and after.get("stop") is None:
        return False
    verbs = [token for token in out if token.get("verbs") in ("make", "replace")]
    made = bool(verbs) and verbs[0].text.lower() in ("make", "paint", "colour", "color")
    return made and bool(out) and (out[-1].get("kinds") is not None or out[-1].get("it") is not None)


def with_motifs(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each pattern with its colours as one token: ``patterns`` its name, ``colours`` the ground where that is
    told, ``second`` the other colours with spaces between."""
    out: list[Token] = []
    at = 0
    tokens = _rainbows(tokens)
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.get("patterns") is None or token.text.lower() in _RAINBOW:
            out.append(token)
            continue
        if out and out[-1].unknown and "-" in out[-1].text:
            out[-1:] = _parts(out[-1])
        before = _colours_before(out)
        after, end = ([], at) if before else _colours_behind(tokens, at, token)
        at = end
        names = list(dict.fromkeys(one for colour in (before or after) for one in _names(colour)))[:MOST]
        readings = {key: value for key, value in token.readings.items() if key not in ("colours", "kinds")}
        readings["second"] = ""
        single_ground = len(before) == 1 and len(names) == 1 and not _names_marks(token)
        if single_ground:
            del readings["second"]
        else:
            del out[len(out) - _length(out, before) :]
            if len(names) > 1:
                readings["colours"], readings["second"] = names[0], " ".join(names[1:])
            elif names:
                readings["second"] = names[0]
            else:
                del readings["second"]
        if _names_marks(token):
            _drop_bearing(out)
        start = (before or [token])[0].start if not single_ground else token.start
        out.append(Token(token.text, start, tokens[at - 1].end, token.lang, readings))
    return out


def _parts(token: Token) -> list[Token]:
    """The colours of "red-and-white"; the token itself where it is no such word."""
    parts = [
        replace(part, start=part.start + token.start, end=part.end + token.start)
        for part in tokenise(token.text.replace("-", " "))
    ]
    return parts if parts and all(_is_colour(part) or _joins(part) for part in parts) else [token]


def _names(token: Token) -> Sequence[str]:
    if token.text.lower() in _MANY:
        return RAINBOW
    return (token.readings["colours"],)


def _is_colour(token: Token) -> bool:
    return token.get("colours") is not None or token.text.lower() in _MANY


def _joins(token: Token) -> bool:
    return token.text in _COMMAS or token.get("and") is not None


def _colours_before(out: Sequence[Token]) -> list[Token]:
    """The colours that end what was said so far: 红白, "red and white", 红白相间的."""
    at = len(out)
    while at and (
        out[at - 1].text in _LINKS or (out[at - 1].get("of") and at > 1 and out[at - 2].text in _LINKS)
    ):
        at -= 1
    found: list[Token] = []
    while at and _is_colour(out[at - 1]):
        found.insert(0, out[at - 1])
        at -= 1
        ahead = at
        while ahead and _joins(out[ahead - 1]):
            ahead -= 1
        if not ahead or not _is_colour(out[ahead - 1]):
            break
        at = ahead
    return found


def _length(out: Sequence[Token], colours: Sequence[Token]) -> int:
    """How many tokens at the end of those are the colours and what joins them."""
    return sum(token.start >= colours[0].start for token in out) if colours else 0


def _colours_after(tokens: Sequence[Token], at: int) -> tuple[list[Token], int]:
    """The colours that follow ("de rayas rojas y blancas"), and where they end."""
    found: list[Token] = []
    end = at
    while at < len(tokens) and _is_colour(tokens[at]):
        found.append(tokens[at])
        at += 1
        end = at
        while at < len(tokens) and _joins(tokens[at]):
            at += 1
    return found, end


def _colours_behind(tokens: Sequence[Token], at: int, token: Token) -> tuple[list[Token], int]:
    """The colours of a pattern behind its word: in English several of them, "striped (in) red and white"."""
    if _foreign(token):
        return _colours_after(tokens, at)
    if token.lang != "en":
        return [], at
    linked = tokens[at : at + 1] and tokens[at].text.lower() in ("in", "of")
    found, end = _colours_after(tokens, at + 1 if linked else at)
    return (found, end) if len(found) > 1 else ([], at)


def _foreign(token: Token) -> bool:
    """Whether the adjectives of its language follow their noun."""
    return token.lang == "en" and token.text.lower().split()[0] not in english_words()


def _names_marks(token: Token) -> bool:
    """Whether the word names the marks ("stripes", 条纹), so that a colour before it is theirs."""
    return token.lang == "zh" or token.text.lower().endswith(("s", "print", "pattern"))


def _drop_bearing(out: list[Token]) -> None:
    """Take back the "with" of "with stripes"; it bears nothing that is a thing of its own."""
    while out and (
        out[-1].get("a") or out[-1].get("sizes") or out[-1].get("filler") or out[-1].get("modifiers")
    ):
        if out[-1].get("patterns"):
            return
        if out[-1].text.lower() in _BEARING:
            break
        out.pop()
    if out and (out[-1].text.lower() in _BEARING or out[-1].get("with")):
        out.pop()
