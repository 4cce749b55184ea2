"""The record of answers that later requests go on from."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from paintover.domain.response import StoredResponse
from paintover.store.database import Database
from paintover.store.responses import MAX_LINE, Responses


@pytest.fixture
def responses(db: Database) -> Responses:
    return Responses(db)


def a_response(name: str, previous: str | None = None, **changes: Any) -> StoredResponse:
    fields: dict[str, Any] = {
        "response_id": name,
        "owner": "ann",
        "created_at": datetime(2026, 11, 28, 1, 2, 3, 456789, UTC),
        "body_digest": "d" * 64,
        "previous_response_id": previous,
        "task_ids": ("task_a", "task_b"),
        "items": (
            {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "牛\u2028"}]},
        ),
        "asked": {"model": "paintover", "metadata": {"a": "b"}, "temperature": 0.5, "tools": []},
        **changes,
    }
    return StoredResponse(**fields)


async def test_what_is_kept_is_found_by_its_owner_alone(responses: Responses) -> None:
    kept = a_response("resp_a")
    await responses.add(kept)
    await responses.add(a_response("resp_a", words="another"))
    assert await responses.get("resp_a", owner="ann") == kept
    assert await responses.get("resp_a", owner="bob") is None
    assert await responses.line("resp_a", owner="bob") == []
    assert not await responses.delete("resp_a", owner="bob")
    assert await responses.get("resp_b", owner="ann") is None


async def test_a_line_leads_from_the_oldest_and_passes_what_was_deleted(responses: Responses) -> None:
    for name, previous in (("a", None), ("b", "a"), ("c", "b"), ("d", "b"), ("e", "d")):
        await responses.add(a_response(name, previous))
    # Another's answer of the same name is no part of it.
    await responses.add(a_response("d", None, owner="bob"))

    async def line(name: str) -> list[str]:
        return [one.response_id for one in await responses.line(name, owner="ann")]

    assert await line("e") == ["a", "b", "d", "e"]
    assert await line("c") == ["a", "b", "c"]
    assert await responses.delete("b", owner="ann")
    assert not await responses.delete("b", owner="ann")
    assert await line("e") == ["a", "d", "e"]
    assert await line("b") == []
    await responses.add(a_response("b"))
    assert await responses.get("b", owner="ann") is None


async def test_a_line_has_an_end(responses: Responses) -> None:
    names = [(f"r{number}", f"r{number - 1}" if number else None) for number in range(MAX_LINE + 5)]
    await asyncio.gather(*(responses.add(a_response(name, previous)) for name, previous in names))
    line = await responses.line(f"r{MAX_LINE + 4}", owner="ann")
    assert (len(line), line[0].response_id) == (MAX_LINE, "r5")


async def test_nothing_of_a_deleted_one_is_left_in_its_row(responses: Responses, db: Database) -> None:
    await responses.add(a_response("resp_a", words="the secret"))
    await responses.delete("resp_a", owner="ann")
    row = await db.read(lambda connection: connection.execute("SELECT * FROM responses").fetchone())
    assert "secret" not in str(tuple(row))
    assert "牛" not in str(tuple(row))
