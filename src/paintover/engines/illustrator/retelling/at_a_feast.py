"""A picnic told by where it is and with whom, as those who have it: "a beach picnic with mom, dad and a baby"."""

from __future__ import annotations

import re

_PICNIC = re.compile(
    r"^(?:an? |the )?(?:(?:big|happy|little|lovely|family) )?(?P<p>(?:beach|park|forest|garden|lakeside|meadow) )?picnic"
    r"(?P<at>(?: (?:in|on|at|by) the (?:[a-z]+ )?[a-z]+)?) with (?P<x>(?=(?:[^.;]* )?(?:mom|mum|mommy|mummy|dad|daddy|mother|father|grandma|grandpa|"
    r"family|friends?|girls?|boys?|kids?|children|bears?|rabbits?|man|woman|parents|teddies|teddy bears?))[^.;]+)$",
    re.IGNORECASE,
)
_WHERE = {"beach": "on the beach", "lakeside": "by the lake"}


def told_at_a_feast(prompt: str) -> str:
    """The wish for a new picture told by who has the picnic; else as it was."""
    match = _PICNIC.match(prompt.strip())
    if match is None:
        return prompt
    place = (match["p"] or "").strip().lower()
    where = f" {_WHERE.get(place, f'in the {place}')}" if place else ""
    return f"{match['x']} having a picnic{match['at'] or where}"
