"""Rates: what GCRA promises, for any times at which one may ask."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paintover.api import rates
from paintover.api.rates import PERIOD_S, Rates


def test_a_whole_limit_at_once_then_one_at_a_time() -> None:
    asked = Rates(60)
    verdicts = [asked.ask("ann", 100.0) for _ in range(61)]
    assert [verdict.is_allowed for verdict in verdicts] == [True] * 60 + [False]
    assert [verdict.remaining for verdict in verdicts] == [*range(59, -1, -1), 0]
    assert (round(verdicts[59].reset_s, 6), round(verdicts[60].retry_after_s, 6)) == (60, 1)
    assert asked.ask("bob", 100.0).is_allowed
    # What was refused has cost nothing.
    assert not asked.ask("ann", 100.9).is_allowed
    assert asked.ask("ann", 101.0).is_allowed
    assert not asked.ask("ann", 101.5).is_allowed
    fresh = asked.ask("ann", 101.0 + PERIOD_S)
    assert (fresh.is_allowed, fresh.remaining) == (True, 59)


def test_headers_are_those_of_openai() -> None:
    asked = Rates(6000)
    told = dict(asked.ask("ann", 0.0).headers())
    assert told == {
        b"x-ratelimit-limit-requests": b"6000",
        b"x-ratelimit-remaining-requests": b"5999",
        b"x-ratelimit-reset-requests": b"10ms",
    }
    for _ in range(149):
        last = asked.ask("ann", 0.0)
    assert dict(last.headers())[b"x-ratelimit-reset-requests"] == b"1.5s"


@given(
    st.integers(1, 50),
    st.lists(st.floats(0, 20, allow_nan=False), min_size=1, max_size=200),
)
def test_no_minute_has_more_than_twice_the_limit_and_what_is_told_is_true(
    limit: int, pauses: list[float]
) -> None:
    asked, now_s, allowed = Rates(limit), 0.0, []
    for pause_s in pauses:
        now_s += pause_s
        verdict = asked.ask("ann", now_s)
        if verdict.is_allowed:
            allowed.append(now_s)
        else:
            assert 0 < verdict.retry_after_s <= PERIOD_S / limit * 1.001
            assert asked.ask("ann", now_s + verdict.retry_after_s + 1e-6).is_allowed
            now_s += verdict.retry_after_s + 1e-6
            allowed.append(now_s)
        assert 0 <= verdict.remaining < limit
    for start in allowed:
        assert sum(start <= moment < start + PERIOD_S for moment in allowed) <= 2 * limit
    # As many as were told to be left may come at once, and no more.
    verdict = asked.ask("ann", now_s)
    more = [asked.ask("ann", now_s).is_allowed for _ in range(verdict.remaining + 1)]
    assert more == [True] * verdict.remaining + [False]


def test_names_beyond_number_are_forgotten_oldest_first() -> None:
    asked = Rates(1)
    for number in range(rates.MAX_NAMES + 1):
        assert asked.ask(f"name {number}", 0.0).is_allowed
    assert asked.ask("name 0", 0.0).is_allowed
    assert not asked.ask(f"name {rates.MAX_NAMES}", 0.0).is_allowed
