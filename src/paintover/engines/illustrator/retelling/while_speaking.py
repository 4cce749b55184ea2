"""What somebody does or feels who says something, told by itself: 孩子挥着手说“再见”, 奶奶笑着说“吃饭啦”."""

from __future__ import annotations

import re

from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.wording import Pattern

_SAYS = Pattern(
    r"(?P<lead>^|[，,。；;！!\n]|让|叫)(?P<said>[^，,。；;！!\n“”\"「」『』让叫]{2,12}?)(?P<says>(?:大声|小声|高兴地?|轻轻地?)?(?:说|喊|大喊|叫|问|喊道|说道))(?=[:：]?[“\"「『])",
    re.NOFLAG,
)


def told_while_speaking(prompt: str) -> str:
    """The wish with a pose or a mood before what is said in a clause of its own."""
    return _SAYS.sub(_told, prompt)


def _told(match: re.Match[str]) -> str:
    said = match["said"]
    tokens = tokenise(said)
    first = next((token for token in tokens if token.get("poses") or token.get("moods")), None)
    who = said[: first.start].removesuffix("在").removesuffix("正") if first is not None else ""
    named = (
        who in ("他", "她", "它")
        or re.match(r"[左右中]", who)
        or any(token.get("kinds") for token in tokenise(who))
    )
    if first is None or not named or said.endswith("在"):
        return match[0]
    again = re.sub(r"^一?[个只位名头]", "", who)
    return f"{match['lead']}{said.removesuffix('地')}，{again}{match['says']}"
