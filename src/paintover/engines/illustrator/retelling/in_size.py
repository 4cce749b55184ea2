"""How large what comes into a picture is to be, in words that elsewhere go without saying: a tall tree, a little rock, 很高的塔.

In a first picture a tree is tall anyway, and "a little dog" is how one speaks of dogs. Who asks for one more says so because it
is to be larger or smaller than the usual one.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.tokens import Token
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_HOW = Pattern(
    r"\b(?P<a>an?|one|another|two|three|four|five|some|several|a few) (?P<very>(?:very |really |extremely |quite |pretty |rather )*)(?P<how>tall|towering|lofty|little|short|wee|teeny|teensy)(?=,? [a-z])"
)
_THAT_IS = Pattern(
    r"(?P<that>\b(?:that|which)(?:'s| is| are)) (?:(?:very|really|extremely|quite|pretty|rather) )*(?P<how>tall|towering|lofty|short)(?! (?:of|on|for|as)\b)\b"
)
_HOW_ZH = Pattern(
    r"(?P<of>[一两二三四五六几][棵株座栋幢只个条匹头根把盏朵块辆盆架张台尊间艘颗])(?:(?:很|非常|特别|超级|好|挺)?(?P<high>高高大大|高高|又高又[大壮]|很高很[高大]|很高|非常高|特别高|超高|好高|挺高|参天|高个子?|大个子?)|(?P<low>矮矮小小|矮矮|又矮又小|很矮|非常矮|特别矮|低矮|袖珍|[矮小]个子?))的?(?=[\u4e00-\u9fff])",
    re.NOFLAG,
)
_BIG_CUP = Pattern(r"一(?P<how>[大小])(?P<cup>[杯瓶壶罐])(?=[\u4e00-\u9fff])(?!子)", re.NOFLAG)
"""一大杯咖啡: how large the cup is of which there is one."""
_TALL = frozenset({"tall", "towering", "lofty"})
_MASSES = frozenset({
    "salt", "pepper", "sugar", "milk", "water", "coffee", "tea", "snow", "sand", "grass", "hay", "smoke", "steam", "fog", "food", "bread",
    "cheese", "butter", "honey", "jam", "cream", "sauce", "rice", "ice", "syrup", "soup", "juice", "wine", "light", "parsley", "mint", "basil",
})  # fmt: skip
"""Of which a little is some."""


def told_in_size(prompt: str) -> str:
    """The wish with all such newcomers told as large or small."""
    prompt = _HOW.sub(_sized, prompt)
    prompt = _THAT_IS.sub(lambda m: f"{m['that']} {_size(m['how'])}", prompt)
    prompt = _BIG_CUP.sub(r"一\g<cup>\g<how>的", prompt)
    return _HOW_ZH.sub(lambda m: f"{m['of']}{'大' if m['high'] else '小'}的", prompt)


def _size(how: str) -> str:
    return "large" if how.lower() in _TALL else "small"


def _sized(match: re.Match[str]) -> str:
    """A tall tree is a large one; a little girl is one as girls are, a short dress one that ends early, a little salt some of it."""
    said = tokenise(match.string[match.start("how") : match.end() + _AHEAD])
    if not said or said[0].text.lower() != match["how"].lower() or (noun := _noun(said[1:])) is None:
        return match[0]
    kind, how = kinds()[noun.readings["kinds"]], match["how"].lower()
    if (how not in _TALL and (noun.text.lower() in _MASSES or is_somebody(noun.readings["kinds"]))) or (
        how == "short" and kind.wear is not None
    ):
        return match[0]
    return f"{match['a']} {match['very']}{_size(how)}"


_AHEAD = 40
"""So many characters behind the word the noun begins at most."""


def _noun(tokens: list[Token]) -> Token | None:
    """The noun that a look is said of, where nothing else than more looks stand before it."""
    for token in tokens:
        if token.get("kinds") is not None:
            return token
        if not any(
            token.get(role) for role in ("colours", "sizes", "patterns", "moods", "modifiers", "filler")
        ):
            return None
    return None
