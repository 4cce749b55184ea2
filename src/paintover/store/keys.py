"""API keys: 256 random bits each, of which only an HMAC under the server's secret is kept (P12)."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
import string
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from typeid import TypeID

from paintover.domain.errors import StoreFailed
from paintover.domain.task import Webhook
from paintover.store.columns import from_structure, from_time, to_optional_time, to_structure, to_time
from paintover.store.database import Database

PREFIX = "po_"
SECRET_FILE = "secret"

_DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase
_KEY_LENGTH = 43  # base62 digits that hold 256 bits
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What is known of a key: everything but the key. `id` is also the owner of what is made with it."""

    id: str
    name: str
    created_at: datetime
    revoked_at: datetime | None = None
    webhook: Webhook | None = None
    """Where the ends of its tasks are told, unless a request names another."""


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

    async def create(self, name: str, webhook: Webhook | None = None) -> str:
        """Make a key. It cannot be shown again."""
        key = _new_key()
        given = (
            str(TypeID(prefix="key")),
            name,
            self._hmac(key),
            from_time(datetime.now(UTC)),
            None if webhook is None else from_structure(webhook),
        )
        query = "INSERT INTO keys (id, name, hmac, created_at, webhook) VALUES (?, ?, ?, ?, ?)"
        await self._db.write(lambda connection: connection.execute(query, given).rowcount)
        return key

    async def owner_of(self, key: str) -> str | None:
        """The owner whose key this is; None when it is none of ours or was revoked."""
        mac = self._hmac(key)
        query = "SELECT id, hmac FROM keys WHERE hmac = ? AND revoked_at IS NULL"
        row = await self._db.read(lambda connection: connection.execute(query, (mac,)).fetchone())
        # The index compares byte by byte, but bytes that nobody without the secret can choose.
        if row is None or not hmac.compare_digest(row[1], mac):
            return None
        return str(row[0])

    async def all(self) -> list[Key]:
        """Every key ever made, oldest first."""
        query = "SELECT id, name, created_at, revoked_at, webhook FROM keys ORDER BY created_at, id"
        rows = await self._db.read(lambda connection: connection.execute(query).fetchall())
        return [
            Key(
                id=row[0],
                name=row[1],
                created_at=to_time(row[2]),
                revoked_at=to_optional_time(row[3]),
                webhook=None if row[4] is None else to_structure(row[4], Webhook),
            )
            for row in rows
        ]

    async def revoke(self, key_id: str) -> bool:
        """Let no request in with that key any more. False when there is no such key, or it was revoked before."""
        query = "UPDATE keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
        given = (from_time(datetime.now(UTC)), key_id)
        return await self._db.write(lambda connection: connection.execute(query, given).rowcount == 1)

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


def _new_key() -> str:
    number = int.from_bytes(secrets.token_bytes(32), "big")
    digits = []
    for _ in range(_KEY_LENGTH):
        number, digit = divmod(number, 62)
        digits.append(_DIGITS[digit])
    return PREFIX + "".join(reversed(digits))
