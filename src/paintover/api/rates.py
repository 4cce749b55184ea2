"""How often one may ask: the generic cell rate algorithm (GCRA, ITU-T I.371), which keeps one number for each name.

The number is when all that was asked would be paid for, were every request to cost its share of a minute. It is kept
in this process: one server holds a data folder, and a restart forgives a minute at most.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

PERIOD_S = 60.0
MAX_NAMES = 20_000
"""The most names that are remembered; beyond it those that asked longest ago are forgotten, and begin anew."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of one request, and what is left."""

    is_allowed: bool
    limit: int
    """Requests a minute; as many may come at once."""
    remaining: int
    """How many more may come at once after this one."""
    reset_s: float
    """After how long without a request the whole limit is there again."""
    retry_after_s: float
    """After how long one more is allowed; 0 when it is now."""

    def headers(self) -> list[tuple[bytes, bytes]]:
        """As OpenAI names them."""
        return [
            (b"x-ratelimit-limit-requests", b"%d" % self.limit),
            (b"x-ratelimit-remaining-requests", b"%d" % self.remaining),
            (b"x-ratelimit-reset-requests", _duration(self.reset_s)),
        ]


class Rates:
    """At most `limit` requests a minute for each name. Times are seconds of one clock that never goes back."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._cost_s = PERIOD_S / limit
        self._paid_at: dict[str, float] = {}

    def ask(self, name: str, now_s: float) -> Verdict:
        """Count one request, unless it is one too many."""
        paid_at = max(self._paid_at.pop(name, now_s), now_s)
        # A rounding error must not cost the last of the limit.
        excess_s = paid_at + self._cost_s - now_s - PERIOD_S
        is_allowed = excess_s <= self._cost_s * 1e-6
        if is_allowed:
            paid_at += self._cost_s
        # Last in the order, since it asked last.
        self._paid_at[name] = paid_at
        if len(self._paid_at) > MAX_NAMES:
            self._forget()
        left_s = PERIOD_S - (paid_at - now_s)
        return Verdict(
            is_allowed=is_allowed,
            limit=self._limit,
            remaining=max(0, int(left_s / self._cost_s + 1e-6)),
            reset_s=paid_at - now_s,
            retry_after_s=0.0 if is_allowed else excess_s,
        )

    def _forget(self) -> None:
        for name in list(self._paid_at)[: MAX_NAMES // 10]:
            del self._paid_at[name]


def _duration(seconds: float) -> bytes:
    """As Go writes durations up to a minute: ``120ms``, ``1.5s``. Rounded up."""
    milliseconds = math.ceil(seconds * 1000 - 1e-6)
    return b"%dms" % milliseconds if milliseconds < 1000 else f"{milliseconds / 1000:g}s".encode()
