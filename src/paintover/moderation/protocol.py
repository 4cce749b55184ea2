"""The contract between the server and whatever judges what is asked for and what was drawn.

A judge knows nothing of owners and tasks: it is given words or a picture, and says what is wrong with it. When it is asked,
and what follows, is decided in one place for all surfaces: see `paintover.tasks.moderation`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from paintover.domain.call import Moderation


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule forbids."""

    rule: str
    """Which kind of rule: ``list``, ``endpoint``, ``nsfw``. For the log."""
    categories: tuple[str, ...] = ()
    """What it was judged as, in words that may be told: ``violence``."""


class Judge(Protocol):
    """One set of rules. Asked about many things at a time."""

    sees_pictures: bool
    """Whether `picture` is worth asking."""

    async def words(self, text: str, *, level: Moderation) -> Finding | None:
        """What is wrong with words; None when nothing is.

        Raises:
            ModerationUnavailable: that cannot be told now.
        """
        ...

    async def picture(self, image: bytes, *, level: Moderation) -> Finding | None:
        """What is wrong with a picture (PNG, WebP or JPEG); None when nothing is. Raises as `words` does."""
        ...

    async def aclose(self) -> None:
        """Give back what it holds. Called once, in the end."""
        ...


class Judges:
    """Several as one, asked in order: the first finding counts. Without any, all is well."""

    def __init__(self, *judges: Judge) -> None:
        self._judges = judges
        self.sees_pictures = any(judge.sees_pictures for judge in judges)

    def __bool__(self) -> bool:
        return bool(self._judges)

    async def words(self, text: str, *, level: Moderation) -> Finding | None:
        """See `Judge.words`."""
        for judge in self._judges:
            if (finding := await judge.words(text, level=level)) is not None:
                return finding
        return None

    async def picture(self, image: bytes, *, level: Moderation) -> Finding | None:
        """See `Judge.picture`."""
        for judge in self._judges:
            if judge.sees_pictures and (finding := await judge.picture(image, level=level)) is not None:
                return finding
        return None

    async def aclose(self) -> None:
        """Close them all."""
        for judge in self._judges:
            await judge.aclose()
