"""What a task has taken, and what that costs by an operator's price table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, Literal

from paintover.domain.call import Quality
from paintover.domain.task import TaskState

MICROS = 1_000_000
"""Costs are whole millionths of the operator's currency, so that sums are exact."""
ANY: Final = "*"

KEY_ID: ContextVar[str | None] = ContextVar("key_id", default=None)
"""The key of the request that is being answered; None where none was sent. A plain variable set at the door, so that no
surface can forget to pass it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What pictures of one kind cost. ``*`` stands for everything."""

    model: str = ANY
    engine: str = ANY
    quality: Quality | Literal["*"] = ANY
    size: str = ANY
    """``1024x1536``: the picture's own pixels."""
    picture_micros: int = 0
    megapixel_micros: int = 0

    def fits(self, *, model: str, engines: Collection[str], quality: str, size: str) -> bool:
        """Whether it is for such a picture. `engines` are the names of the one that drew it."""
        pairs = ((self.model, model), (self.quality, quality), (self.size, size))
        return self.engine in (ANY, *engines) and all(mine in (ANY, theirs) for mine, theirs in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceList:
    """The first price that fits counts; without one a picture costs nothing."""

    prices: Sequence[Price] = ()
    planner_token_micros: float = 0.0
    currency: str = ""

    def of_picture(
        self, *, model: str, engines: Collection[str], quality: str, width: int, height: int
    ) -> int:
        """In millionths. `engines` are the names of the one that drew it: the operator's, and its own."""
        size = f"{width}x{height}"
        for price in self.prices:
            if price.fits(model=model, engines=engines, quality=quality, size=size):
                return price.picture_micros + round(price.megapixel_micros * width * height / 1_000_000)
        return 0

    def of_planner(self, tokens: int) -> int:
        """What a language model's tokens cost, in millionths."""
        return round(self.planner_token_micros * tokens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one engine's part of an ended task comes to. The parts of one task share its request: all but the first count
    none."""

    task_id: str
    engine: str
    owner: str
    key_id: str
    model: str
    state: TaskState
    requests: int
    """1, or 0 in all but the first part."""
    asked: int
    """Pictures that were asked for."""
    pictures: int
    """Pictures that were kept."""
    pixels: int
    took_us: int
    """Microseconds from the first start to the end."""
    planner_tokens: int
    cost_micros: int


Group = Literal["model", "engine", "key", "owner"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """All entries of one stretch of time and one group."""

    bucket_s: int
    """When the stretch begins, in seconds since 1970."""
    group: tuple[str, ...]
    """In the order in which the groups were asked for."""
    requests: int
    succeeded: int
    failed: int
    cancelled: int
    asked: int
    pictures: int
    pixels: int
    seconds: float
    planner_tokens: int
    cost_micros: int
