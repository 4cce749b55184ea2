"""Whether an engine is worth asking just now: a circuit breaker, closed by a check."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

FAILURES = 3
"""So many in a row open the breaker."""
FIRST_REST_S = 15.0
"""How long an engine rests then; doubled each time that it fails again."""
LONGEST_REST_S = 300.0
BUSY_REST_S = 5.0
"""How long a busy engine rests that has not said for how long."""
LONGEST_BUSY_S = 60.0


State = Literal["unasked", "up", "resting", "doubtful"]
"""`unasked`: nothing is known yet. `up`: the last thing it did was to draw. `resting`: it failed or is busy, and is left
alone for a while. `doubtful`: it has failed, and not drawn since; the next order tells."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What an engine did last instead of drawing."""

    code: str
    """Of the error."""
    at: datetime


class Health:
    """Of one engine. It only says what is worth a try: who has no other engine may ask this one all the same."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` tells seconds that never fall."""
        self._clock = clock
        self._failures = 0
        self._rests = 0
        self._until = 0.0
        self.last_failure: Failure | None = None
        """Since the start, whatever came after it."""
        self.last_drawn_at: datetime | None = None

    @property
    def failures(self) -> int:
        """How often in a row it has failed."""
        return self._failures

    @property
    def state(self) -> State:
        """How it fares, in a word."""
        if self.rest_s:
            return "resting"
        if self.last_failure is None:
            return "unasked" if self.last_drawn_at is None else "up"
        drawn_at = self.last_drawn_at
        return "up" if drawn_at is not None and drawn_at >= self.last_failure.at else "doubtful"

    @property
    def rest_s(self) -> float:
        """For how long it is better left alone; 0 when it may be asked."""
        return max(0.0, self._until - self._clock())

    @property
    def is_doubtful(self) -> bool:
        """Whether its rest is over and nothing has been drawn since: a check tells more cheaply than an order."""
        return self._rests > 0 and self.rest_s == 0

    def drew(self) -> None:
        """It has drawn a picture."""
        self._failures = self._rests = 0
        self._until = 0.0
        self.last_drawn_at = datetime.now(UTC)

    def fell_short(self, code: str) -> None:
        """An order was given up on, for whatever reason; whether that counts against it is said beside this."""
        self.last_failure = Failure(code, datetime.now(UTC))

    def failed(self) -> bool:
        """It broke, or could not be reached. Whether it rests from now on."""
        self._failures += 1
        if self._failures < FAILURES and not self._rests:
            return False
        self._until = self._clock() + min(LONGEST_REST_S, FIRST_REST_S * 2.0 ** min(self._rests, 10))
        self._rests += 1
        return True

    def was_busy(self, retry_after_s: int | None) -> None:
        """It has too much to do, for so many seconds where it has said so."""
        rest_s = min(LONGEST_BUSY_S, BUSY_REST_S if retry_after_s is None else retry_after_s)
        self._until = max(self._until, self._clock() + rest_s)
