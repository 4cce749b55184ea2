"""`GET /v1/usage`: what was asked for, what came of it, and what it took and cost.

?start_time= ?end_time=     seconds since 1970; the last thirty days unless said otherwise
?bucket_width=              1h, 1d (of UTC; the default) or all
?group_by=                  model, engine, key, owner; several with commas
?owner=                     somebody's id, or * for everybody: needs a key with the scope 'admin'

`GET /v1/admin/usage` takes and tells the same, of everybody unless one owner is named, and what keys and owners are called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, cast, get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.auth import key_of, owner_of
from paintover.domain.errors import BadRequest, Forbidden
from paintover.domain.scope import Scope
from paintover.domain.usage import MICROS, Group, PriceList, Sum
from paintover.store.keys import Keys
from paintover.store.usage import Usage

USUAL = timedelta(days=30)
MOST_BUCKETS = 31 * 24
EVERYBODY = "*"
_WIDTHS_S = {"1h": 3600, "1d": 86_400, "all": None}
_LATEST_S = 253_402_300_799
"""The last second of the year 9999."""


class UsageRoutes:
    """Tells what was used."""

    def __init__(self, *, usage: Usage, keys: Keys, prices: Callable[[], PriceList]) -> None:
        """`prices` tells what is charged at present."""
        self._usage = usage
        self._keys = keys
        self._prices = prices

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [
            Route("/v1/usage", self.show, methods=["GET"]),
            Route("/v1/admin/usage", self.show_everybody, methods=["GET"]),
        ]

    async def show(self, request: Request) -> Response:
        """Sums by time and group, and of all of it."""
        body, _ = await self._summed(request, _owner(request))
        return Response(msgspec.json.encode(body), media_type="application/json")

    async def show_everybody(self, request: Request) -> Response:
        """The same of everybody, whom the door lets ask."""
        asked = request.query_params.get("owner", EVERYBODY)
        body, sums = await self._summed(request, None if asked == EVERYBODY else asked)
        places = [place for place, group in enumerate(_groups(request)) if group in ("key", "owner")]
        body["names"] = await self._keys.names({one.group[place] for one in sums for place in places})
        return Response(msgspec.json.encode(body), media_type="application/json")

    async def _summed(self, request: Request, owner: str | None) -> tuple[dict[str, Any], list[Sum]]:
        width_s, groups = _width_s(request), _groups(request)
        since, until = _times(request, width_s)
        sums = await self._usage.sums(owner=owner, since=since, until=until, bucket_s=width_s, groups=groups)
        starts = _starts(since, until, width_s)
        shown: dict[int, list[dict[str, Any]]] = {start: [] for start in starts}
        for one in sums:
            shown.setdefault(one.bucket_s, []).append(self._shown([one], groups))
        end_s = int(until.timestamp())
        body = {
            "object": "usage",
            "start_time": int(since.timestamp()),
            "end_time": end_s,
            "data": [
                {
                    "object": "bucket",
                    "start_time": start,
                    "end_time": end_s if width_s is None else start + width_s,
                    "results": results,
                }
                for start, results in sorted(shown.items())
            ],
            "total": self._shown(sums, ()),
        }
        return body, sums

    def _shown(self, sums: Sequence[Sum], groups: Sequence[Group]) -> dict[str, Any]:
        named = {
            _FIELDS[group]: name for one in sums[:1] for group, name in zip(groups, one.group, strict=False)
        }
        return {
            "object": "usage.result",
            **named,
            "requests": {
                "total": sum(one.requests for one in sums),
                "succeeded": sum(one.succeeded for one in sums),
                "failed": sum(one.failed for one in sums),
                "cancelled": sum(one.cancelled for one in sums),
            },
            "pictures_asked": sum(one.asked for one in sums),
            "pictures": sum(one.pictures for one in sums),
            "pixels": sum(one.pixels for one in sums),
            "seconds": round(sum(one.seconds for one in sums), 3),
            "planner_tokens": sum(one.planner_tokens for one in sums),
            "cost": {
                "value": sum(one.cost_micros for one in sums) / MICROS,
                "currency": self._prices().currency,
            },
        }


_FIELDS: dict[Group, str] = {"model": "model", "engine": "engine", "key": "key_id", "owner": "owner"}


def _owner(request: Request) -> str | None:
    """Whose usage; None for everybody's."""
    asked = request.query_params.get("owner")
    own = owner_of(request)
    if asked is None or asked == own:
        return own
    key = key_of(request)
    # Without any key there is nobody else.
    if key is not None and Scope.ADMIN not in key.scopes:
        raise Forbidden(
            f"What others have used is shown to keys with the scope '{Scope.ADMIN}' only. Leave 'owner' out to see your own.",
            param="owner",
        )
    return None if asked == EVERYBODY else asked


def _width_s(request: Request) -> int | None:
    asked = request.query_params.get("bucket_width", "1d")
    if asked not in _WIDTHS_S:
        raise BadRequest(f"'bucket_width' is one of {', '.join(_WIDTHS_S)}.", param="bucket_width")
    return _WIDTHS_S[asked]


def _groups(request: Request) -> tuple[Group, ...]:
    asked = [*request.query_params.getlist("group_by"), *request.query_params.getlist("group_by[]")]
    names = [name.strip() for text in asked for name in text.split(",") if name.strip()]
    for name in names:
        if name not in get_args(Group):
            raise BadRequest(f"'group_by' is one or more of {', '.join(get_args(Group))}.", param="group_by")
    return cast(tuple[Group, ...], tuple(dict.fromkeys(names)))


def _times(request: Request, width_s: int | None) -> tuple[datetime, datetime]:
    now = datetime.now(UTC) + timedelta(seconds=1)
    until = _time(request, "end_time") or now
    since = _time(request, "start_time") or max(until, datetime.fromtimestamp(0, UTC) + USUAL) - USUAL
    if since >= until:
        raise BadRequest("'start_time' must be before 'end_time'.", param="start_time")
    if width_s is not None and (until - since).total_seconds() / width_s > MOST_BUCKETS:
        raise BadRequest(
            f"That is more than {MOST_BUCKETS} buckets: ask for a shorter time or a larger 'bucket_width'.",
            param="bucket_width",
        )
    return since, until


def _time(request: Request, name: str) -> datetime | None:
    asked = request.query_params.get(name)
    if asked is None:
        return None
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 12 and int(asked) <= _LATEST_S):
        raise BadRequest(f"'{name}' is a time in whole seconds since 1970.", param=name)
    return datetime.fromtimestamp(int(asked), UTC)


def _starts(since: datetime, until: datetime, width_s: int | None) -> Iterable[int]:
    """When the buckets begin, also those in which nothing has ended."""
    first, end = int(since.timestamp()), until.timestamp()
    if width_s is None:
        return [first]
    return range(first // width_s * width_s, -int(-end // 1), width_s)
