"""`paintover keys`: who may use the server from elsewhere."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from cyclopts import App, Parameter
from rich.console import Console
from rich.table import Column, Table

from paintover.cli.client import Json, print_json
from paintover.domain.errors import BadRequest, NotFound
from paintover.domain.scope import Scope
from paintover.domain.task import Webhook
from paintover.parts import DATABASE_NAME, webhook_networks
from paintover.settings import read_settings
from paintover.store.database import Database
from paintover.store.keys import Key as StoredKey
from paintover.store.keys import Keys, load_secret
from paintover.tasks.webhooks import check_webhook

Result = TypeVar("Result")
Data = Annotated[str | None, Parameter(help="Folder for the database and the pictures.")]

keys = App(name="keys", help="Make, list and revoke keys. With none, only this machine may use the server.")


@keys.command
def create(
    *,
    name: Annotated[str, Parameter(help="Whose key it is; for you to recognise it.")],
    webhook: Annotated[
        str | None, Parameter(help="Where to tell the ends of its tasks, unless a request names another.")
    ] = None,
    webhook_secret: Annotated[
        str | None, Parameter(help="What signs them: 'whsec_' and base64, or any text.")
    ] = None,
    scope: Annotated[
        tuple[Scope, ...],
        Parameter(help="What it allows, once for each: see what is there, draw, make further keys."),
    ] = (Scope.READ, Scope.DRAW),
    data: Data = None,
    json: Json = False,
) -> None:
    """Make a key and print it once. It cannot be shown again."""
    hook = _checked(webhook, webhook_secret)
    made = asyncio.run(_with_keys(data, lambda opened: opened.create(name, hook, scopes=scope)))
    if json:
        print_json({"name": name, "key": made, "scopes": sorted(scope)})
        return
    print(made)
    print("Keep it now: it is not shown again.", file=sys.stderr)


@keys.command(name="list")
def list_keys(*, data: Data = None, json: Json = False) -> None:
    """List the keys, without their secrets."""
    known = asyncio.run(_with_keys(data, lambda opened: opened.all()))
    if json:
        print_json([_as_json(key) for key in known])
        return
    if not known:
        print(
            "There is none: whoever is on this machine may use the server, and nobody else.", file=sys.stderr
        )
        return
    console = Console()
    if not console.is_terminal:
        for key in known:
            print("\t".join(_row(key)))
        return
    table = Table(Column("id", no_wrap=True), "name", "allows", "made", "revoked", "webhook")
    for key in known:
        table.add_row(*_row(key))
    console.print(table)


def _row(key: StoredKey) -> tuple[str, ...]:
    host = urlsplit(key.webhook.url).netloc if key.webhook is not None else ""
    made = f"{key.created_at:%Y-%m-%d %H:%M}"
    name = " ".join(key.name.split())
    return key.id, name, " ".join(sorted(key.scopes)), made, "yes" if key.revoked_at else "", host


def _as_json(key: StoredKey) -> dict[str, Any]:
    return {
        "id": key.id,
        "name": key.name,
        "scopes": sorted(key.scopes),
        "created_at": key.created_at,
        "revoked_at": key.revoked_at,
        "webhook": urlsplit(key.webhook.url).netloc if key.webhook is not None else None,
    }


@keys.command
def revoke(key_id: str, *, data: Data = None, json: Json = False) -> None:
    """Make a key useless at once, with all that were made with it."""
    if not asyncio.run(_with_keys(data, lambda opened: opened.revoke(key_id))):
        raise NotFound("There is no such key, or it was revoked before: 'paintover keys list' shows them.")
    if json:
        print_json({"id": key_id, "revoked": True})
    else:
        print(f"{key_id} is revoked.", file=sys.stderr)


def _checked(url: str | None, secret: str | None) -> Webhook | None:
    if url is None and secret is None:
        return None
    if url is None or secret is None:
        raise BadRequest("A webhook needs both --webhook and --webhook-secret.")
    webhook = Webhook(url=url, secret=secret)
    check_webhook(webhook, webhook_networks(read_settings()))
    return webhook


async def _with_keys(data: str | None, use: Callable[[Keys], Awaitable[Result]]) -> Result:
    folder = Path(read_settings({"data": data}).data)
    database = await Database.open(folder / DATABASE_NAME)
    try:
        return await use(Keys(database, load_secret(folder)))
    finally:
        await database.aclose()
