""" "A table with a book, a lamp and a cup on it": all of the list is on the table, and not the last on the one before."""

from __future__ import annotations

import re

_ALL = re.compile(
    r"\b(?P<with>(?:an?|the|my|his|her|their|our) (?:[a-z-]+ ){0,2}?[a-z]+ with) (?P<list>(?:an?|some|one|two|three|four|five|six|\d+) [^,.;]+(?:, [^,.;]+)+?,? and [^,.;]+?)"
    r" (?P<where>on|on top of|in|inside|under|below|above|beside|next to|around|behind|in front of) it\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:on|in|under|behind|beside|above|below|with)\b")


def told_of_all_on_it(prompt: str) -> str:
    """The wish with such a list joined by "and" throughout, as the grammar reads it; else as it was."""
    return _ALL.sub(_joined, prompt)


def _joined(match: re.Match[str]) -> str:
    if _PLACED.search(match["list"]) is not None:
        return match[0]
    items = re.split(r",? and |, ", match["list"])
    return f"{match['with']} {' and '.join(items)} {match['where']} it"
