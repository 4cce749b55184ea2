"""What lies on somebody and is not drawn there: flour on an apron, mud on a face, a blanket over who lies on a sofa.

The clothes and the sofa are, and the answer says what is not on them.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.wording import Pattern

_SMEARED = Pattern(
    r"(?:,| and| with)? (?P<what>(?:some |a bit of |lots of )?(?:flour|mud|paint|dirt|dust|jam|ketchup|stains?|blood|sauce|chocolate|ink"
    r"|crumbs|mustard|cream|frosting|icing|sand|grease|oil|soot) (?:all )?(?:over|on) (?:his|her|its|their) (?:whole |little |own |new )?"
    r"(?:(?P<worn>apron|shirt|dress|shoes|boots|trousers|pants)|face|hands?|clothes|nose|cheeks?|fingers|beard|chin|knees?|paws?|fur|sleeves?))\b"
)


_SOFA = Pattern(r"\b(?:sofa|couch|armchair|hammock|bench)\b|沙发|躺椅|吊床|长椅")
_BLANKET = Pattern(
    r"(?:,| and)? ?(?P<what>(?:covered (?:with|by|in)|(?<=couch )under|(?<=sofa )under|(?<=bench )under) (?:an?|his|her|the) (?:[a-z]+ )?(?:blanket|quilt|throw))\b"
    r"|[，,]?(?P<on>(?:身上|腿上)?盖着(?:一[条床张])?[^，。,]{0,4}?(?:毯子|被子|毛毯))"
)
"""What covers somebody elsewhere than in bed."""


def without_smears(prompt: str) -> tuple[str, tuple[str, ...]]:
    """The wish with the clothes and the furniture alone, and all that was said to be on them, in its own words."""
    found: list[str] = []

    def told(match: re.Match[str]) -> str:
        found.append(match["what"])
        worn = match["worn"]
        if worn is None:
            return ""
        article = "" if worn in _PAIRS else "an " if worn[0] == "a" else "a "
        return f" wearing {article}{worn}"

    def bare(match: re.Match[str]) -> str:
        found.append(match["what"] or match["on"])
        return ""

    if _SOFA.search(prompt) is not None:
        prompt = _BLANKET.sub(bare, prompt)
    return _SMEARED.sub(told, prompt), tuple(found)


_PAIRS = frozenset({"shoes", "boots", "trousers", "pants"})
