from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.call import Call
from paintover.domain.ratio import Ratio
from paintover.store.columns import (
    from_optional_time,
    from_structure,
    from_time,
    to_optional_time,
    to_structure,
    to_time,
)


@given(st.datetimes(timezones=st.just(UTC)))
def test_times_come_back_to_the_microsecond(time: datetime) -> None:
    assert to_time(from_time(time)) == time


def test_a_time_elsewhere_is_the_same_moment() -> None:
    there = datetime(2026, 11, 23, 7, 0, tzinfo=timezone(timedelta(hours=8)))
    assert to_time(from_time(there)) == there
    assert to_time(from_time(there)).tzinfo is UTC


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        from_time(datetime(2026, 11, 23))


def test_null_is_none() -> None:
    assert from_optional_time(None) is None
    assert to_optional_time(None) is None


@given(
    st.builds(
        Call,
        action=st.sampled_from(["generate", "edit", "answer"]),
        prompt=st.text(),
        ratio=st.builds(Ratio, st.integers(1, 9999), st.integers(1, 9999)),
        n=st.integers(1, 64),
        sources=st.lists(st.text()).map(tuple),
        seed=st.none() | st.integers(),
    )
)
def test_calls_come_back(call: Call) -> None:
    assert to_structure(from_structure(call), Call) == call


def test_fields_of_another_version_are_passed_over() -> None:
    text = '{"action": "generate", "prompt": "牛", "mood": "gloomy"}'
    assert to_structure(text, Call) == Call(action="generate", prompt="牛")
