"""The record of kept pictures, and of which was made from which.

Every look-up names the owner and finds nothing of anybody else's; `Generations.by_path` alone does not, because a
link's path is itself the permission.
"""

from __future__ import annotations

import secrets
import sqlite3
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from paintover.domain.errors import BadRequest, NotFound, PictureDeleted
from paintover.domain.generation import Generation, Origin
from paintover.domain.lineage import Direction, Lineage, lineage_of
from paintover.domain.ratio import Ratio
from paintover.store.columns import from_structure, from_time, to_structure, to_time
from paintover.store.database import Database
from paintover.store.page import Page

MAX_LINEAGE = 2_000
"""The most generations in one lineage; of a larger tree the nearest are shown."""

EXTENSIONS = {"image/png": "png", "image/webp": "webp", "image/jpeg": "jpg"}
"""The media types that are kept, with what their links end in."""
PATH_PATTERN = r"[0-9]{8}/[0-9A-Za-z]{32}\.(?:png|webp|jpg)"
"""Regular expression source of a link's path, without anchors."""

_LETTERS = string.ascii_letters + string.digits
_NAME_LENGTH = 32  # of 62 letters and digits each: 190 bits

_COLUMNS = (
    "owner, gen_id, origin, created_at, ratio_width, ratio_height, width, height, media_type, digest, byte_length, "
    "path, prompt, task_id, batch_index, engine, engine_version, seed, scene, notes, origin_url, "
    "engine_name, changes"
)
_SOURCES = """(
    SELECT json_group_array(source) FROM (
        SELECT source FROM generation_sources
        WHERE owner = generations.owner AND gen_id = generations.gen_id ORDER BY position
    )
)"""
_SELECT = f"SELECT {_COLUMNS}, {_SOURCES}, favourite, deleted_at FROM generations"
_INSERT = f"""
    INSERT INTO generations ({_COLUMNS}) VALUES ({", ".join("?" * 23)}) ON CONFLICT (owner, gen_id) DO NOTHING
"""
_UPWARD = """
    SELECT source FROM generation_sources JOIN family USING (gen_id)
    JOIN generations ON generations.owner = generation_sources.owner AND generations.gen_id = source
    WHERE generation_sources.owner = :owner
"""
_DOWNWARD = """
    SELECT generation_sources.gen_id FROM generation_sources JOIN family ON source = family.gen_id
    WHERE owner = :owner
"""
# UNION and not UNION ALL: what was seen is not walked again, so a loop ends.
_FAMILIES: dict[Direction, str] = {
    "ancestors": f"{_UPWARD} LIMIT :most",
    "descendants": f"{_DOWNWARD} LIMIT :most",
    "all": f"{_UPWARD} UNION {_DOWNWARD} LIMIT :most",
}


def new_path(now: datetime, media_type: str) -> str:
    """A fresh link path such as ``20261122/<32 letters and digits>.png``: the UTC date, 190 random bits.

    Raises:
        ValueError: pictures of this media type are not kept.
    """
    if media_type not in EXTENSIONS:
        raise ValueError(f"Pictures of type {media_type} are not kept; only {', '.join(EXTENSIONS)}.")
    # All letters of one number: asking the system for each would cost more than keeping the picture's record.
    number, letters = secrets.randbelow(len(_LETTERS) ** _NAME_LENGTH), []
    for _ in range(_NAME_LENGTH):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    name = "".join(letters)
    return f"{now.astimezone(UTC):%Y%m%d}/{name}.{EXTENSIONS[media_type]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which of an owner's pictures a list is to show: those that are all of this."""

    only_favourites: bool = False
    origins: tuple[Origin, ...] = ()
    """One of these; () is any but a mask."""
    ratio: Ratio | None = None
    engine: str | None = None
    """The name of the engine that drew it."""
    words: str = ""
    """Each of them occurs in what it was asked for with. Case counts beyond the letters of English."""
    since: datetime | None = None
    """Made then or later."""
    until: datetime | None = None
    """Made before then."""

    def conditions(self) -> tuple[list[str], list[Any]]:
        """As SQL, to be joined by AND, with its values."""
        where, values = ["origin <> 'mask'"], []  # type: tuple[list[str], list[Any]]
        if self.only_favourites:
            where.append("favourite")
        if self.origins:
            where.append(f"origin IN ({', '.join('?' * len(self.origins))})")
            values += self.origins
        if self.ratio is not None:
            where.append("ratio_width = ? AND ratio_height = ?")
            values += (self.ratio.width, self.ratio.height)
        if self.engine is not None:
            where.append("engine = ?")
            values.append(self.engine)
        for word in self.words.split():
            where.append("instr(lower(prompt), lower(?))")
            values.append(word)
        for moment, side in ((self.since, ">="), (self.until, "<")):
            if moment is not None:
                where.append(f"created_at {side} ?")
                values.append(from_time(moment))
        return where, values


EVERYTHING = Wanted()


class Generations:
    """Generations in a database. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def add(self, generation: Generation) -> Generation:
        """Keep `generation`, durably. Its owner's earlier one of the same id stays as it is.

        Returns:
            The one that is kept, which has another path than `generation` when it was there before.
        """

        def change(connection: sqlite3.Connection) -> Generation:
            if insert_generation(connection, generation):
                return generation
            return (
                _one(connection, "owner = ? AND gen_id = ?", generation.owner, generation.gen_id)
                or generation
            )

        return await self._db.write(change)

    async def get(self, gen_id: str, *, owner: str) -> Generation | None:
        """The owner's generation of that id."""
        return await self._db.read(
            lambda connection: _one(connection, "owner = ? AND gen_id = ?", owner, gen_id)
        )

    async def deleted(self, gen_id: str, *, owner: str) -> bool:
        """Whether the owner had a generation of that id and has deleted it."""
        query = "SELECT 1 FROM generations WHERE owner = ? AND gen_id = ? AND deleted_at IS NOT NULL"
        row = await self._db.read(lambda connection: connection.execute(query, (owner, gen_id)).fetchone())
        return row is not None

    async def mark(self, gen_id: str, *, owner: str, is_favourite: bool) -> Generation:
        """Say whether a generation is a favourite of its owner's.

        Raises:
            NotFound: the owner has no such generation.
            PictureDeleted: it was deleted.
        """

        def change(connection: sqlite3.Connection) -> Generation:
            place = owner, gen_id
            query = (
                "UPDATE generations SET favourite = ? WHERE owner = ? AND gen_id = ? AND deleted_at IS NULL"
            )
            connection.execute(query, (is_favourite, *place))
            return _present(_one(connection, _EVEN_DELETED, *place, even_deleted=True), gen_id)

        return await self._db.write(change)

    async def delete(self, gen_id: str, *, owner: str, now: datetime) -> str | None:
        """Delete a generation: its link, words, scene and, some time later, its bytes. Its place in the tree stays.
        Deleting it again does nothing.

        Returns:
            The digest of the bytes that it needs no more; None where it was deleted before.

        Raises:
            NotFound: the owner has no such generation.
        """

        def change(connection: sqlite3.Connection) -> str | None:
            found = _one(connection, _EVEN_DELETED, owner, gen_id, even_deleted=True)
            if found is None or found.origin == "mask":
                raise NotFound(f"There is no picture {gen_id} here.", param="gen_id")
            if found.deleted_at is not None:
                return None
            connection.execute(
                "UPDATE generations SET deleted_at = ?, deleted_digest = digest, digest = '', byte_length = 0, path = ?,"
                " prompt = '', seed = NULL, scene = NULL, notes = '[]', changes = NULL, origin_url = NULL, favourite = 0"
                " WHERE owner = ? AND gen_id = ?",
                # A path that nobody is ever told.
                (from_time(now), new_path(now, found.media_type), owner, gen_id),
            )
            return found.digest

        return await self._db.write(change)

    async def forget_bytes(self, before: datetime) -> list[str]:
        """The digests of what was deleted before then, which are not told again."""

        def change(connection: sqlite3.Connection) -> list[str]:
            given = (from_time(before),)
            where = "deleted_digest IS NOT NULL AND deleted_at < ?"
            rows = connection.execute(f"SELECT DISTINCT deleted_digest FROM generations WHERE {where}", given)
            digests = [row[0] for row in rows]
            connection.execute(f"UPDATE generations SET deleted_digest = NULL WHERE {where}", given)
            return digests

        return await self._db.write(change)

    async def edits_of(self, gen_id: str, *, owner: str) -> tuple[str, ...]:
        """The owner's generations that were made from `gen_id` directly, the oldest first, without deleted ones."""
        where = (
            "owner = ? AND gen_id IN (SELECT gen_id FROM generation_sources WHERE owner = ? AND source = ?)"
            " ORDER BY created_at, gen_id"
        )
        found = await self._db.read(lambda connection: _many(connection, where, owner, owner, gen_id))
        return tuple(one.gen_id for one in found)

    async def get_many(
        self, gen_ids: Iterable[str], *, owner: str, even_deleted: bool = False
    ) -> dict[str, Generation]:
        """Those of the ids that are the owner's, by id, in the order asked for; of deleted ones, where they are wanted,
        what is left."""
        wanted = list(dict.fromkeys(gen_ids))
        where = "owner = ? AND gen_id IN (SELECT value FROM json_each(?))"
        rows = await self._db.read(
            lambda connection: _many(
                connection, where, owner, from_structure(wanted), even_deleted=even_deleted
            )
        )
        found = {generation.gen_id: generation for generation in rows}
        return {gen_id: found[gen_id] for gen_id in wanted if gen_id in found}

    async def of_tasks(self, task_ids: Iterable[str], *, owner: str) -> dict[str, list[Generation]]:
        """The pictures that the owner's tasks have kept, by task, each in the order of its batch."""
        where = "owner = ? AND task_id IN (SELECT value FROM json_each(?)) ORDER BY task_id, batch_index"
        given = (owner, from_structure(list(task_ids)))
        found: dict[str, list[Generation]] = {}
        for generation in await self._db.read(lambda connection: _many(connection, where, *given)):
            found.setdefault(generation.task_id or "", []).append(generation)
        return found

    async def by_path(self, path: str) -> Generation | None:
        """The generation that the link with this path leads to, whoever asks."""
        return await self._db.read(lambda connection: _one(connection, "path = ?", path))

    async def by_digest(self, digest: str, *, owner: str, origin: Origin | None = None) -> Generation | None:
        """The owner's newest generation with these very bytes; of that origin, or of any but a mask."""
        where = "owner = ? AND digest = ? AND origin = ? ORDER BY created_at DESC, gen_id DESC LIMIT 1"
        if origin is None:
            where, origin = where.replace("origin = ?", "origin <> ?"), "mask"
        return await self._db.read(lambda connection: _one(connection, where, owner, digest, origin))

    async def by_origin_url(self, url: str, *, owner: str) -> Generation | None:
        """The owner's newest generation that was found at this very URL."""
        where = "owner = ? AND origin_url = ? ORDER BY created_at DESC, gen_id DESC LIMIT 1"
        return await self._db.read(lambda connection: _one(connection, where, owner, url))

    async def recorded(self, digests: Sequence[str]) -> frozenset[str]:
        """Those of the digests whose bytes stand in a record: anybody's picture, or anybody's file."""
        among = "digest IN (SELECT value FROM json_each(:digests))"
        query = f"SELECT digest FROM generations WHERE {among} UNION SELECT digest FROM files WHERE {among}"
        given = {"digests": from_structure(digests)}
        rows = await self._db.read(lambda connection: connection.execute(query, given).fetchall())
        return frozenset(row[0] for row in rows)

    async def page(
        self, *, owner: str, limit: int, after: str | None = None, wanted: Wanted = EVERYTHING
    ) -> Page[Generation]:
        """The owner's generations that are wanted, newest first, from behind the one named by `after`.

        Raises:
            BadRequest: `after` is not one of the owner's.
        """

        def query(connection: sqlite3.Connection) -> list[Generation]:
            conditions, given = wanted.conditions()
            where, values = ["owner = ?", *conditions], [owner, *given]
            if after is not None:
                where.append("(created_at, gen_id) < (?, ?)")
                values += _place(connection, owner, after)
            order = "ORDER BY created_at DESC, gen_id DESC LIMIT ?"
            return _many(connection, f"{' AND '.join(where)} {order}", *values, limit + 1)

        rows = await self._db.read(query)
        more = len(rows) > limit
        return Page(tuple(rows[:limit]), rows[limit - 1].gen_id if more else None)

    async def steps(self, gen_id: str, *, owner: str) -> tuple[str, ...]:
        """The prompts that led to `gen_id`, from the first picture on along first sources; pictures that came from
        elsewhere have none. () for one that the owner does not have."""
        query = (
            "WITH RECURSIVE line (gen_id, prompt, step) AS ("
            " SELECT gen_id, prompt, 0 FROM generations WHERE owner = :owner AND gen_id = :gen_id"
            " UNION ALL SELECT one.gen_id, one.prompt, line.step + 1 FROM line"
            " JOIN generation_sources made ON made.owner = :owner AND made.gen_id = line.gen_id AND made.position = 0"
            " JOIN generations one ON one.owner = :owner AND one.gen_id = made.source"
            " WHERE line.step < :most)"
            " SELECT prompt FROM line ORDER BY step DESC"
        )
        given = {"gen_id": gen_id, "owner": owner, "most": MAX_LINEAGE}
        rows = await self._db.read(lambda connection: connection.execute(query, given).fetchall())
        return tuple(prompt for (prompt,) in rows if prompt)

    async def lineage(self, gen_id: str, *, owner: str, direction: Direction = "ancestors") -> Lineage:
        """`gen_id` with what it was made from, what was made from it, or the whole tree that it stands in.

        At most `MAX_LINEAGE` generations, the nearest ones.

        Raises:
            NotFound: the owner has no such generation.
        """
        query = (
            f"WITH RECURSIVE family (gen_id) AS (SELECT :gen_id UNION {_FAMILIES[direction]})"
            f" SELECT gen_id, {_SOURCES} FROM generations"
            " WHERE owner = :owner AND gen_id IN (SELECT gen_id FROM family) ORDER BY created_at, gen_id"
        )
        given = {"gen_id": gen_id, "owner": owner, "most": MAX_LINEAGE}

        def walk(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
            rows = connection.execute(query, given)
            return {name: to_structure(sources, tuple[str, ...]) for name, sources in rows}

        sources = await self._db.read(walk)
        if gen_id not in sources:
            raise NotFound(f"There is no picture {gen_id} here.", param="gen_id")
        return lineage_of(gen_id, sources, list(sources))


def insert_generation(connection: sqlite3.Connection, generation: Generation) -> bool:
    """As part of a change: add `generation` and say so, or leave the owner's earlier one of the same id."""
    if connection.execute(_INSERT, _columns(generation)).rowcount == 0:
        return False
    connection.executemany(
        "INSERT INTO generation_sources (owner, gen_id, position, source) VALUES (?, ?, ?, ?)",
        [(generation.owner, generation.gen_id, place, name) for place, name in enumerate(generation.sources)],
    )
    return True


def generations_of_task(connection: sqlite3.Connection, task_id: str) -> list[Generation]:
    """As part of a question: the pictures that a task has kept, in their order."""
    # Deleted ones too: they were drawn, and are not to be drawn again.
    return _many(connection, "task_id = ? ORDER BY batch_index", task_id, even_deleted=True)


_EVEN_DELETED = "owner = ? AND gen_id = ?"


def _present(generation: Generation | None, gen_id: str) -> Generation:
    """It, where it is there.

    Raises:
        NotFound, PictureDeleted: it is not.
    """
    if generation is None:
        raise NotFound(f"There is no picture {gen_id} here.", param="gen_id")
    if generation.deleted_at is not None:
        raise PictureDeleted(f"The picture {gen_id} was deleted. Choose another one.", param="gen_id")
    return generation


def _one(
    connection: sqlite3.Connection, where: str, *values: Any, even_deleted: bool = False
) -> Generation | None:
    found = _many(connection, where, *values, even_deleted=even_deleted)
    return found[0] if found else None


def _many(
    connection: sqlite3.Connection, where: str, *values: Any, even_deleted: bool = False
) -> list[Generation]:
    there = "" if even_deleted else "deleted_at IS NULL AND "
    return [_generation(row) for row in connection.execute(f"{_SELECT} WHERE {there}{where}", values)]


def _place(connection: sqlite3.Connection, owner: str, gen_id: str) -> tuple[Any, ...]:
    """Where a generation stands in its owner's list."""
    query = "SELECT created_at, gen_id FROM generations WHERE owner = ? AND gen_id = ?"
    row: tuple[Any, ...] | None = connection.execute(query, (owner, gen_id)).fetchone()
    if row is None:
        raise BadRequest("'after' must be the next_cursor of an earlier page.", param="after")
    return row


def _columns(generation: Generation) -> tuple[Any, ...]:
    """In the order of `_COLUMNS`."""
    return (
        generation.owner,
        generation.gen_id,
        generation.origin,
        from_time(generation.created_at),
        generation.ratio.width,
        generation.ratio.height,
        generation.width,
        generation.height,
        generation.media_type,
        generation.digest,
        generation.byte_length,
        generation.path,
        generation.prompt,
        generation.task_id,
        generation.batch_index,
        generation.engine,
        generation.engine_version,
        None if generation.seed is None else str(generation.seed),
        None if generation.scene is None else from_structure(generation.scene),
        from_structure(generation.notes),
        generation.origin_url,
        generation.engine_name,
        generation.changes,
    )


def _generation(row: Sequence[Any]) -> Generation:
    """From `_COLUMNS` and the sources."""
    return Generation(
        owner=row[0],
        gen_id=row[1],
        origin=row[2],
        created_at=to_time(row[3]),
        ratio=Ratio(row[4], row[5]),
        width=row[6],
        height=row[7],
        media_type=row[8],
        digest=row[9],
        byte_length=row[10],
        path=row[11],
        prompt=row[12],
        task_id=row[13],
        batch_index=row[14],
        engine=row[15],
        engine_version=row[16],
        seed=None if row[17] is None else int(row[17]),
        scene=None if row[18] is None else to_structure(row[18], dict[str, Any]),
        notes=to_structure(row[19], tuple[str, ...]),
        origin_url=row[20],
        engine_name=row[21],
        changes=row[22],
        sources=to_structure(row[23], tuple[str, ...]),
        is_favourite=bool(row[24]),
        deleted_at=None if row[25] is None else to_time(row[25]),
    )
