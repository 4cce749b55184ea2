from __future__ import annotations

from paintover.engines.health import (
    BUSY_REST_S,
    FAILURES,
    FIRST_REST_S,
    LONGEST_BUSY_S,
    LONGEST_REST_S,
    Health,
)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def rested(health: Health, clock: Clock) -> float:
    """How long it rests; afterwards that time is over."""
    rest_s = health.rest_s
    clock.now += rest_s
    return rest_s


def test_it_rests_after_failures_in_a_row_and_longer_each_time() -> None:
    clock = Clock()
    health = Health(clock)
    assert [health.failed() for _ in range(FAILURES)] == [False] * (FAILURES - 1) + [True]
    assert not health.is_doubtful
    assert rested(health, clock) == FIRST_REST_S
    assert health.is_doubtful
    for double in (2, 4, 8):
        assert health.failed()
        assert rested(health, clock) == FIRST_REST_S * double
    for _ in range(100):
        health.failed()
    assert health.rest_s == LONGEST_REST_S


def test_a_picture_makes_up_for_everything() -> None:
    clock = Clock()
    health = Health(clock)
    for _ in range(FAILURES + 3):
        health.failed()
    health.drew()
    assert (health.rest_s, health.is_doubtful) == (0, False)
    assert not health.failed()


def test_being_busy_is_no_failure_and_no_doubt() -> None:
    clock = Clock()
    health = Health(clock)
    health.was_busy(None)
    assert rested(health, clock) == BUSY_REST_S
    health.was_busy(7)
    assert rested(health, clock) == 7
    health.was_busy(100_000)
    assert rested(health, clock) == LONGEST_BUSY_S
    assert not health.is_doubtful


def test_its_state_is_that_of_what_came_last() -> None:
    clock = Clock()
    health = Health(clock)
    assert health.last_failure is None
    states: list[str] = [health.state]
    health.fell_short("engine_unavailable")
    health.failed()
    states.append(health.state)
    assert health.failures == 1
    health.drew()
    states.append(health.state)
    assert health.failures == 0
    for _ in range(FAILURES):
        health.fell_short("engine_failed")
        health.failed()
    states.append(health.state)
    rested(health, clock)
    states.append(health.state)
    health.drew()
    states.append(health.state)
    assert states == ["unasked", "doubtful", "up", "resting", "doubtful", "up"]
    # What it did wrong before is still told.
    assert health.last_failure is not None
    assert health.last_failure.code == "engine_failed"
