"""A clause told anew by the first of several forms that it has and that the picture bears out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.wording import Pattern

Form = tuple[Pattern, Callable[[re.Match[str], Scene], str | None]]
"""What a whole clause looks like, and what it is told as; None where the picture has not what it speaks of."""


def told_by_form(clause: str, base: Scene, forms: Iterable[Form]) -> str | None:
    """The clause as the first form tells it that fits; None where none does."""
    for form, tell in forms:
        if (match := form.fullmatch(clause)) is not None and (said := tell(match, base)) is not None:
            return said
    return None
