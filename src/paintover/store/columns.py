"""How values stand in columns: times as whole microseconds since 1970 in UTC, structures as JSON text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def from_time(time: datetime) -> int:
    """A time with a zone, as a column holds it."""
    return (time - _EPOCH) // _MICROSECOND


def to_time(column: int) -> datetime:
    """The inverse of `from_time`, in UTC."""
    return _EPOCH + timedelta(microseconds=column)


def from_optional_time(time: datetime | None) -> int | None:
    """As `from_time`; NULL for None."""
    return None if time is None else from_time(time)


def to_optional_time(column: int | None) -> datetime | None:
    """The inverse of `from_optional_time`."""
    return None if column is None else to_time(column)


def from_structure(value: Any) -> str:
    """JSON of anything made of dataclasses, mappings, sequences, text and numbers."""
    return msgspec.json.encode(value).decode()


def to_structure(column: str, form: type[T]) -> T:
    """The inverse of `from_structure`; fields that `form` does not know are passed over."""
    return msgspec.json.decode(column, type=form)
