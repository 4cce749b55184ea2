"""Chinese measure words, and what they count: 那架 is the balloon and not a flower."""

from __future__ import annotations

from functools import cache

from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.kinds import kinds, sorts
from paintover.engines.illustrator.staging.likeness import is_animal, is_somebody


@cache
def _counted() -> dict[str, list[str]]:
    found: dict[str, list[str]] = word_table("measures")
    return found


def counts(measure: str | None, kind: str) -> bool:
    """Whether a measure word (its last character) counts things of that kind and not just anything."""
    return any(_is_of(name, kind) for name in _counted().get((measure or "")[-1:], ()))


def _is_of(name: str, kind: str) -> bool:
    if not name.startswith("@"):
        return name == kind
    match name[1:]:
        case "person":
            return is_somebody(kind)
        case "animal":
            return is_animal(kind)
        case "head" | "neck":
            return kinds()[kind].wear == name[1:]
        case sort:
            return kind in sorts().get(sort, ())
