"""Whether an engine is worth asking just now: a circuit breaker, closed by a check."""

from __future__ import annotations

import time
from collections.abc import Callable

FAILURES = 3
"""So many in a row open the breaker."""
FIRST_REST_S = 15.0
"""How long an engine rests then; doubled each time that it fails again."""
LONGEST_REST_S = 300.0
BUSY_REST_S = 5.0
"""How long a busy engine rests that has not said for how long."""
LONGEST_BUSY_S = 60.0


class Health:
    """Of one engine. It only says what is worth a try: who has no other engine may ask this one all the same."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` tells seconds that never fall."""
        self._clock = clock
        self._failures = 0
        self._rests = 0
        self._until = 0.0

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
