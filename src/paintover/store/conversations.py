"""The conversations that are kept for their owners. Every look-up names the owner.

Changes from several windows do not undo each other: a change names the revision that it was made from and is refused
when there is a newer one, or it only adds and replaces single turns.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from paintover.domain.errors import BadRequest, NotFound, Outdated, QuotaExceeded, TooLarge
from paintover.domain.talk import MAX_TITLE, Talk, TalkTurn
from paintover.store.columns import from_structure, from_time, to_structure, to_time
from paintover.store.database import Database
from paintover.store.files import Quota
from paintover.store.page import Page

MAX_TURNS = 2_000
"""Of one conversation."""
MAX_BYTES = 64 * 1024 * 1024
"""Of all turns of one conversation."""
SEARCHED_CHARACTERS = 100_000
"""So much of a conversation's words is searched, from its beginning."""

_COLUMNS = "conversation_id, owner, title, created_at, updated_at, revision, first_words, turn_count, gen_ids, is_open, byte_length"
_ONE = f"SELECT {_COLUMNS} FROM conversations WHERE owner = ? AND conversation_id = ?"
_TURNS = (
    "SELECT turn_id, revision, said, gen_ids, is_open, body FROM conversation_turns "
    "WHERE owner = ? AND conversation_id = ? AND revision > ? ORDER BY place"
)
_CURSOR = re.compile(r"(\d{1,18})\.(.{1,64})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to become of a conversation."""

    title: str | None = None
    """None leaves the title as it is; "" takes the first words."""
    turns: tuple[TalkTurn, ...] = ()
    is_whole: bool = False
    """Whether there shall be no other turns than these."""
    touched_at: datetime | None = None
    """When it was last touched, where that was before it came here."""


class Conversations:
    """Conversations in a database. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database, quota: Quota) -> None:
        """`quota` is what one owner may keep in all."""
        self._db = db
        self._quota = quota

    async def get(self, conversation_id: str, *, owner: str) -> Talk | None:
        """The owner's conversation of that id."""
        return await self._db.read(lambda connection: _one(connection, owner, conversation_id))

    async def whole(
        self, conversation_id: str, *, owner: str, since: int = 0
    ) -> tuple[Talk, tuple[str, ...], tuple[TalkTurn, ...]] | None:
        """The owner's conversation, the ids of all its turns in order, and those of them that were changed after the
        revision `since`; of one moment."""

        def query(
            connection: sqlite3.Connection,
        ) -> tuple[Talk, tuple[str, ...], tuple[TalkTurn, ...]] | None:
            talk = _one(connection, owner, conversation_id)
            if talk is None:
                return None
            order = connection.execute(
                "SELECT turn_id FROM conversation_turns WHERE owner = ? AND conversation_id = ? ORDER BY place",
                (owner, conversation_id),
            ).fetchall()
            rows = connection.execute(_TURNS, (owner, conversation_id, since)).fetchall()
            return talk, tuple(name for (name,) in order), tuple(map(_turn, rows))

        return await self._db.read(query)

    async def showing(self, gen_id: str, *, owner: str) -> tuple[str, ...]:
        """The ids of the owner's conversations in which a picture was drawn."""
        query = (
            "SELECT conversation_id FROM conversations WHERE owner = ?"
            " AND EXISTS (SELECT 1 FROM json_each(conversations.gen_ids) WHERE value = ?)"
            " ORDER BY updated_at DESC, conversation_id"
        )
        rows = await self._db.read(lambda connection: connection.execute(query, (owner, gen_id)).fetchall())
        return tuple(row[0] for row in rows)

    async def page(self, *, owner: str, limit: int, after: str | None = None, words: str = "") -> Page[Talk]:
        """The owner's conversations, the one touched last first, from behind the cursor of the page before; with
        `words` those alone in which each of them occurs.

        Raises:
            BadRequest: `after` is no such cursor.
        """
        where, values = ["owner = ?"], [owner]  # type: tuple[list[str], list[Any]]
        if after is not None:
            match = _CURSOR.fullmatch(after)
            if match is None:
                raise BadRequest("'after' must be the 'next_cursor' of an earlier page.", param="after")
            where.append("(updated_at, conversation_id) < (?, ?)")
            values += [int(match[1]), match[2]]
        for word in folded(words).split():
            where.append("instr(words, ?)")
            values.append(word)
        query = f"SELECT {_COLUMNS} FROM conversations WHERE {' AND '.join(where)} ORDER BY updated_at DESC, conversation_id DESC LIMIT ?"
        rows = await self._db.read(
            lambda connection: connection.execute(query, (*values, limit + 1)).fetchall()
        )
        talks = [_talk(row) for row in rows[:limit]]
        last = talks[-1] if len(rows) > limit else None
        return Page(
            tuple(talks), None if last is None else f"{from_time(last.updated_at)}.{last.conversation_id}"
        )

    async def put(
        self, conversation_id: str, change: Change, *, owner: str, expected: int | None, may_make: bool
    ) -> Talk:
        """Apply a change, durably, and return what has become of the conversation; one that changes nothing leaves its
        revision as it is.

        `expected` is the revision that the change was made from: 0 for a conversation that is not there yet, None for a
        change that goes onto any.

        Raises:
            Outdated: there is another revision by now.
            NotFound: it is not there, and may not be made.
            TooLarge: it would have more turns, or more bytes, than one may have.
            QuotaExceeded: the owner keeps as much as is allowed.
        """

        def write(connection: sqlite3.Connection) -> Talk:
            known = _one(connection, owner, conversation_id)
            if expected is not None and expected != (0 if known is None else known.revision):
                raise _outdated(known)
            if known is None:
                if not may_make:
                    raise NotFound(
                        f"There is no conversation {conversation_id} here.", param="conversation_id"
                    )
                self._make(connection, owner, conversation_id, change)
            changed = _apply(connection, owner, conversation_id, change, 1 + (known.revision if known else 0))
            if known is not None and not changed:
                return known
            _sum_up(connection, owner, conversation_id, change, is_new=known is None)
            made = _one(connection, owner, conversation_id)
            assert made is not None
            self._check(connection, made)
            return made

        return await self._db.write(write)

    async def delete(self, conversation_id: str, *, owner: str, expected: int | None = None) -> bool:
        """Forget the owner's conversation; whether there was one. Its pictures stay.

        Raises:
            Outdated: `expected` is not its revision.
        """

        def change(connection: sqlite3.Connection) -> bool:
            known = _one(connection, owner, conversation_id)
            if known is not None and expected is not None and expected != known.revision:
                raise _outdated(known)
            where, given = "owner = ? AND conversation_id = ?", (owner, conversation_id)
            connection.execute(f"DELETE FROM conversation_turns WHERE {where}", given)
            return connection.execute(f"DELETE FROM conversations WHERE {where}", given).rowcount > 0

        return await self._db.write(change)

    def _make(self, connection: sqlite3.Connection, owner: str, conversation_id: str, change: Change) -> None:
        now = datetime.now(UTC)
        touched = from_time(min(now, change.touched_at or now))
        connection.execute(
            "INSERT INTO conversations VALUES (?, ?, '', ?, ?, 0, '', '', 0, '[]', 0, 0)",
            (owner, conversation_id, touched, touched),
        )

    def _check(self, connection: sqlite3.Connection, talk: Talk) -> None:
        if talk.turn_count > MAX_TURNS:
            raise TooLarge(f"A conversation may have {MAX_TURNS:,} turns. Begin a new one.", param="turns")
        if talk.byte_length > MAX_BYTES:
            raise TooLarge(
                f"A conversation may have {MAX_BYTES // 2**20} MiB, its pictures included. Begin a new one.",
                param="turns",
            )
        count, total = connection.execute(
            "SELECT count(*), coalesce(sum(byte_length), 0) FROM conversations WHERE owner = ?",
            (talk.owner,),
        ).fetchone()
        if count > self._quota.count:
            raise QuotaExceeded(
                f"You keep {count - 1:,} conversations, which is all that may be kept. Delete some first."
            )
        if total > self._quota.max_bytes:
            raise QuotaExceeded(
                f"Your conversations would have {total:,} bytes; {self._quota.max_bytes:,} may be kept. "
                "Delete some first."
            )


def folded(text: str) -> str:
    """Words as they are compared: without regard to case, width and composition."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _apply(
    connection: sqlite3.Connection, owner: str, conversation_id: str, change: Change, revision: int
) -> bool:
    """Write title and turns; whether anything is not as it was."""
    given, changed = (owner, conversation_id), False
    if change.title is not None:
        changed = (
            connection.execute(
                "UPDATE conversations SET title = ? WHERE owner = ? AND conversation_id = ? AND title <> ?",
                (change.title, *given, change.title),
            ).rowcount
            > 0
        )
    if change.is_whole:
        names = from_structure([turn.turn_id for turn in change.turns])
        gone = connection.execute(
            "DELETE FROM conversation_turns WHERE owner = ? AND conversation_id = ? "
            "AND turn_id NOT IN (SELECT value FROM json_each(?))",
            (*given, names),
        ).rowcount
        changed = changed or gone > 0
    places = dict(
        connection.execute(
            "SELECT turn_id, place FROM conversation_turns WHERE owner = ? AND conversation_id = ?", given
        ).fetchall()
    )
    behind = 1 + max(places.values(), default=-1)
    for number, turn in enumerate(change.turns):
        place = number if change.is_whole else places.get(turn.turn_id, behind + number)
        row = (*given, place, turn.turn_id, revision, turn.said, from_structure(turn.gen_ids), turn.is_open)
        written = connection.execute(
            "INSERT INTO conversation_turns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (owner, conversation_id, turn_id) DO UPDATE SET place = excluded.place, "
            "revision = excluded.revision, said = excluded.said, gen_ids = excluded.gen_ids, "
            "is_open = excluded.is_open, byte_length = excluded.byte_length, body = excluded.body "
            "WHERE body <> excluded.body OR place <> excluded.place",
            (*row, len(turn.body.encode()), turn.body),
        ).rowcount
        changed = changed or written > 0
    return changed


def _sum_up(
    connection: sqlite3.Connection, owner: str, conversation_id: str, change: Change, *, is_new: bool
) -> None:
    """Write anew what a conversation's own row says of its turns."""
    given = (owner, conversation_id)
    (title,) = connection.execute(
        "SELECT title FROM conversations WHERE owner = ? AND conversation_id = ?", given
    ).fetchone()
    rows = connection.execute(
        "SELECT said, gen_ids, is_open, byte_length FROM conversation_turns "
        "WHERE owner = ? AND conversation_id = ? ORDER BY place",
        given,
    ).fetchall()
    said = [row[0] for row in rows]
    gen_ids = [gen_id for row in rows for gen_id in to_structure(row[1], list[str])]
    words = folded("\n".join(_up_to([title, *said], SEARCHED_CHARACTERS)))
    connection.execute(
        "UPDATE conversations SET revision = revision + 1, updated_at = iif(?, updated_at, ?), first_words = ?, words = ?, "
        "turn_count = ?, gen_ids = ?, is_open = ?, byte_length = ? WHERE owner = ? AND conversation_id = ?",
        (
            is_new,
            from_time(datetime.now(UTC)),
            next((" ".join(text.split()) for text in said if text.strip()), "")[:MAX_TITLE],
            words,
            len(rows),
            from_structure(gen_ids),
            any(row[2] for row in rows),
            sum(row[3] for row in rows),
            *given,
        ),
    )


def _up_to(texts: Iterable[str], characters: int) -> list[str]:
    """The texts up to so many characters of all of them."""
    kept = []
    for text in texts:
        kept.append(text[:characters])
        characters -= len(kept[-1])
    return kept


def _outdated(known: Talk | None) -> Outdated:
    if known is None:
        return Outdated("The conversation is not there any more. Send it whole, with 'If-None-Match: *'.")
    return Outdated(
        "The conversation has been changed meanwhile. Read it again, put your change onto that, and send it with "
        f"'If-Match: \"{known.revision}\"'.",
        revision=known.revision,
    )


def _one(connection: sqlite3.Connection, owner: str, conversation_id: str) -> Talk | None:
    row = connection.execute(_ONE, (owner, conversation_id)).fetchone()
    return None if row is None else _talk(row)


def _talk(row: Sequence[Any]) -> Talk:
    """From `_COLUMNS`."""
    return Talk(
        conversation_id=row[0],
        owner=row[1],
        title=row[2] or row[6],
        created_at=to_time(row[3]),
        updated_at=to_time(row[4]),
        revision=row[5],
        turn_count=row[7],
        gen_ids=to_structure(row[8], tuple[str, ...]),
        is_open=bool(row[9]),
        byte_length=row[10],
    )


def _turn(row: Sequence[Any]) -> TalkTurn:
    """From the columns of `_TURNS`."""
    return TalkTurn(
        turn_id=row[0],
        revision=row[1],
        said=row[2],
        gen_ids=to_structure(row[3], tuple[str, ...]),
        is_open=bool(row[4]),
        body=row[5],
    )
