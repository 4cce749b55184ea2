"""API keys: 256 random bits each, of which only an HMAC under the server's secret is kept (P12)."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
import string
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from typeid import TypeID

from paintover.domain.errors import BadRequest, Forbidden, StoreFailed
from paintover.domain.scope import USUAL_SCOPES, Scope
from paintover.domain.task import Webhook
from paintover.store.columns import from_structure, from_time, to_optional_time, to_structure, to_time
from paintover.store.database import Database

PREFIX = "po_"
SECRET_FILE = "secret"

_DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase
_KEY_LENGTH = 43  # base62 digits that hold 256 bits
_SECRET_BYTES = 32


_COLUMNS = "id, name, hmac, created_at, revoked_at, webhook, owner, scopes, made_by"
_INSERT = f"INSERT INTO keys ({_COLUMNS}) VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?)"
_REVOKE = """
    WITH RECURSIVE made (id) AS (
        SELECT ? UNION SELECT keys.id FROM keys JOIN made ON keys.made_by = made.id
    )
    UPDATE keys SET revoked_at = ? WHERE id IN (SELECT id FROM made) AND revoked_at IS NULL RETURNING id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What is known of a key: everything but the key."""

    id: str
    name: str
    owner: str
    """Whose is what is made with it: the first key's id, which keys made with that key share."""
    scopes: frozenset[Scope]
    created_at: datetime
    revoked_at: datetime | None = None
    webhook: Webhook | None = None
    """Where the ends of its tasks are told, unless a request names another."""
    made_by: str | None = None
    """The id of the key that it was made with; None when the server's own command line made it."""


class Keys:
    """Keys in a database. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database, secret: bytes) -> None:
        """`secret` is at least 256 bits, from `load_secret`.

        Raises:
            StoreFailed: it is empty or short, so that anybody could make keys.
        """
        if len(secret) < _SECRET_BYTES:
            raise StoreFailed(
                f"The server's secret must have {_SECRET_BYTES} bytes, and it has {len(secret)}."
            )
        self._db = db
        self._secret = secret

    async def create(
        self,
        name: str,
        webhook: Webhook | None = None,
        *,
        scopes: Iterable[Scope] = USUAL_SCOPES,
        maker: Key | None = None,
    ) -> str:
        """Make a key, of an owner of its own or of its `maker`'s. It cannot be shown again.

        Raises:
            BadRequest: it would be good for nothing.
            Forbidden: it would allow what its maker does not, or the maker may not make keys (any more).
        """
        wanted = frozenset(scopes)
        if not wanted:
            raise BadRequest(f"A key needs at least one of the scopes {', '.join(Scope)}.", param="scopes")
        if maker is not None and not wanted | {Scope.KEYS} <= maker.scopes:
            raise Forbidden(
                f"A key can only be made with one that allows as much itself, and the making of keys: this one allows "
                f"{', '.join(sorted(maker.scopes))}.",
                param="scopes",
            )
        key, key_id = _new_key(), str(TypeID(prefix="key"))
        given = (
            key_id,
            name,
            self._hmac(key),
            from_time(datetime.now(UTC)),
            None if webhook is None else from_structure(webhook),
            key_id if maker is None else maker.owner,
            from_structure(sorted(wanted)),
            None if maker is None else maker.id,
        )

        def change(connection: sqlite3.Connection) -> None:
            # A maker that was revoked a moment ago would leave a key behind that nobody knows of.
            alive = "SELECT 1 FROM keys WHERE id = ? AND revoked_at IS NULL"
            if maker is not None and connection.execute(alive, (maker.id,)).fetchone() is None:
                raise Forbidden("The key that was to make another has been revoked.")
            connection.execute(_INSERT, given)

        await self._db.write(change)
        return key

    async def find(self, key: str) -> Key | None:
        """What is known of a key; None when it is none of ours or was revoked."""
        mac = self._hmac(key)
        query = f"SELECT {_COLUMNS} FROM keys WHERE hmac = ? AND revoked_at IS NULL"
        row = await self._db.read(lambda connection: connection.execute(query, (mac,)).fetchone())
        # The index compares byte by byte, but bytes that nobody without the secret can choose.
        if row is None or not hmac.compare_digest(row[2], mac):
            return None
        return _key(row)

    async def all(self, *, owner: str | None = None) -> list[Key]:
        """Every key ever made, or the owner's; oldest first."""
        query = f"SELECT {_COLUMNS} FROM keys WHERE ?1 IS NULL OR owner = ?1 ORDER BY created_at, id"
        rows = await self._db.read(lambda connection: connection.execute(query, (owner,)).fetchall())
        return [_key(row) for row in rows]

    async def names(self, key_ids: Iterable[str]) -> dict[str, str]:
        """What the keys of those ids are called, whoever's they are; those that are known, by id."""
        query = "SELECT id, name FROM keys WHERE id IN (SELECT value FROM json_each(?))"
        given = (from_structure(list(key_ids)),)
        return dict(await self._db.read(lambda connection: connection.execute(query, given).fetchall()))

    async def revoke(self, key_id: str) -> bool:
        """Let no request in with that key any more, nor with those that were made with it. False when there is no such
        key, or it was revoked before."""
        given = (key_id, from_time(datetime.now(UTC)))

        def change(connection: sqlite3.Connection) -> bool:
            return (key_id,) in connection.execute(_REVOKE, given).fetchall()

        return await self._db.write(change)

    async def any(self) -> bool:
        """Whether a key was ever made; from then on every request needs one, even when all are revoked."""

        def query(connection: sqlite3.Connection) -> bool:
            return connection.execute("SELECT 1 FROM keys LIMIT 1").fetchone() is not None

        return await self._db.read(query)

    def _hmac(self, key: str) -> bytes:
        # A header may hold anything; what cannot be encoded is no key of ours and must not be an error either.
        return hmac.digest(self._secret, key.encode("utf-8", "surrogatepass"), hashlib.sha256)


def load_secret(folder: Path | str) -> bytes:
    """The server's secret, kept in ``FOLDER/secret``; made on first use, readable by its user alone.

    Raises:
        StoreFailed: the file cannot be read or made, or what it holds is no secret.
    """
    path = Path(folder) / SECRET_FILE
    try:
        if not path.exists():
            _make_secret(path)
        secret = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as exc:
        raise StoreFailed(f"The server's secret {path} cannot be read or made: {exc.strerror}.") from exc
    except ValueError as exc:
        raise StoreFailed(
            f"{path} holds no secret: put the right one back, or delete it and make new keys."
        ) from exc
    if len(secret) < _SECRET_BYTES:
        raise StoreFailed(
            f"{path} is empty or cut short: put the right one back, or delete it and make new keys."
        )
    return secret


def _make_secret(path: Path) -> None:
    """Whole or not at all, and the first of two processes wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # made with mode 0600
    try:
        with open(number, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        os.link(name, path)
    except FileExistsError:
        return
    finally:
        Path(name).unlink()


def _key(row: tuple[Any, ...]) -> Key:
    """From `_COLUMNS`."""
    return Key(
        id=row[0],
        name=row[1],
        created_at=to_time(row[3]),
        revoked_at=to_optional_time(row[4]),
        webhook=None if row[5] is None else to_structure(row[5], Webhook),
        owner=row[6],
        scopes=to_structure(row[7], frozenset[Scope]),
        made_by=row[8],
    )


def _new_key() -> str:
    number = int.from_bytes(secrets.token_bytes(32), "big")
    digits = []
    for _ in range(_KEY_LENGTH):
        number, digit = divmod(number, 62)
        digits.append(_DIGITS[digit])
    return PREFIX + "".join(reversed(digits))
