"""`paintover usage`: who has drawn how much, and what it cost."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter
from rich.console import Console
from rich.table import Column, Table

from paintover.cli.client import Json, print_json
from paintover.domain.usage import MICROS, Group, Sum
from paintover.parts import DATABASE_NAME
from paintover.settings import read_settings
from paintover.store.database import Database
from paintover.store.usage import Usage


def usage(
    *,
    by: Annotated[tuple[Group, ...], Parameter(help="How to group, once for each.")] = ("key",),
    days: Annotated[int, Parameter(help="How many days back.")] = 30,
    data: Annotated[str | None, Parameter(help="Folder for the database and the pictures.")] = None,
    json: Json = False,
) -> None:
    """Sum up what was drawn, for everybody."""
    settings = read_settings({"data": data})
    numbers = (
        "requests",
        "pictures",
        "megapixels",
        "seconds",
        "planner tokens",
        f"cost {settings.currency}".strip(),
    )
    table = Table(*by, *(Column(name, justify="right") for name in numbers))
    sums = asyncio.run(_sums(Path(settings.data), by, max(1, min(days, 36_500))))
    if json:
        print_json([_as_json(one, by, settings.currency) for one in sums])
        return
    for one in sums:
        table.add_row(
            *one.group,
            f"{one.requests} ({one.failed} failed, {one.cancelled} cancelled)"
            if one.failed + one.cancelled
            else str(one.requests),
            str(one.pictures),
            f"{one.pixels / 1_000_000:.1f}",
            f"{one.seconds:.1f}",
            str(one.planner_tokens),
            f"{one.cost_micros / MICROS:.4f}",
        )
    Console().print(table)


def _as_json(one: Sum, by: tuple[Group, ...], currency: str) -> dict[str, Any]:
    return {
        **dict(zip(by, one.group, strict=True)),
        "requests": one.requests,
        "succeeded": one.succeeded,
        "failed": one.failed,
        "cancelled": one.cancelled,
        "pictures": one.pictures,
        "megapixels": one.pixels / 1_000_000,
        "seconds": one.seconds,
        "planner_tokens": one.planner_tokens,
        "cost": one.cost_micros / MICROS,
        "currency": currency,
    }


async def _sums(folder: Path, by: tuple[Group, ...], days: int) -> list[Sum]:
    until = datetime.now(UTC) + timedelta(seconds=1)
    database = await Database.open(folder / DATABASE_NAME)
    try:
        return await Usage(database).sums(
            owner=None, since=until - timedelta(days=days), until=until, groups=by
        )
    finally:
        await database.aclose()
