"""What is smeared over somebody's clothes or face: "flour on his apron", which no drawing here shows.

The clothes are, and the answer says what is not on them.
"""

from __future__ import annotations

import re

from paintover.engines.illustrator.wording import Pattern

_SMEARED = Pattern(
    r"(?:,| and| with)? (?P<what>(?:some |a bit of |lots of )?(?:flour|mud|paint|dirt|dust|jam|ketchup|stains?|blood|sauce|chocolate|ink"
    r"|crumbs|mustard|cream|frosting|icing|sand|grease|oil|soot) (?:all )?(?:over|on) (?:his|her|its|their) (?:whole |little |own |new )?"
    r"(?:(?P<worn>apron|shirt|dress|shoes|boots|trousers|pants)|face|hands?|clothes|nose|cheeks?|fingers|beard|chin|knees?|paws?|fur|sleeves?))\b"
)


def without_smears(prompt: str) -> tuple[str, tuple[str, ...]]:
    """The wish with the clothes alone, and all that was said to be on them, in its own words."""
    found: list[str] = []

    def told(match: re.Match[str]) -> str:
        found.append(match["what"])
        worn = match["worn"]
        if worn is None:
            return ""
        return (
            f" wearing {worn}"
            if worn.endswith("s") and worn != "dress"
            else f" wearing an {worn}"
            if worn[0] == "a"
            else f" wearing a {worn}"
        )

    return _SMEARED.sub(told, prompt), tuple(found)
