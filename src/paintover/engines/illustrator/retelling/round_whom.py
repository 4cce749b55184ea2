"""Behind whom somebody stands: 小女孩吹蜡烛，后面站着爸爸妈妈 and "a girl with a cake, her parents standing behind her" mean the
girl, and neither her cake nor her mother.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.wording import Pattern

_STANDS_ZH = re.compile(
    r"(?<=[，,；;])(?=(?:后面|身后|背后|后边|前面|面前|旁边|身旁|身边|左边|右边)(?:还|正)?(?:站|坐|蹲|跪|趴|躺|跟|依偎)(?:着|了)(?!他|她|它))"
)
_THEIRS = Pattern(
    r"(?P<who>\b(?:her|his|their) (?:(?:proud|happy|loving|smiling|little|older|younger|best) )*(?:parents|mother|father|mum|mom|dad|grandparents|grandma|grandpa|grandmother|grandfather|family|friends?|brother|sister|teacher) (?:(?:are|is) )?(?:standing |sitting |watching |smiling |clapping )*)"
    r"(?P<at>behind|beside|next to|in front of|to the left of|to the right of) (?:her|him|them)\b(?! [a-z]+(?:s|ed)?\b(?<!and))"
)


def told_round_whom(prompt: str) -> str:
    """The new wish with who is meant named, where the first who lives in it is."""
    chinese = _STANDS_ZH.search(prompt)
    theirs = _THEIRS.search(prompt)
    at = chinese.start() if chinese is not None else theirs.start() if theirs is not None else 0
    somebody = _first_who_lives(prompt[:at]) if at else None
    if somebody is None:
        return prompt
    if chinese is not None:
        return f"{prompt[:at]}{somebody}的{prompt[at:]}"
    return _THEIRS.sub(rf"\g<who>\g<at> the {somebody}", prompt, count=1)


def _first_who_lives(text: str) -> str | None:
    """What the only one is called who lives in that text; nobody where several do."""
    living = [
        token
        for token in tokenise(text)
        if (kind := token.get("kinds")) is not None and kinds()[kind].alive and not token.plural
    ]
    return living[0].text if len(living) == 1 else None
