"""What ended tasks have taken, and by which key they were asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

# Nobody had set prices before, so what ended then has cost nothing.
_EARLIER = """
    INSERT INTO usage (task_id, engine, owner, key_id, model, state, ended_at, requests, asked, pictures, pixels, took_us,
        planner_tokens, cost_micros)
    SELECT task_id, engine, owner, owner, model, state, coalesce(finished_at, created_at), 1,
        coalesce(json_extract(call, '$.n'), 1),
        (SELECT count(*) FROM generations made WHERE made.task_id = tasks.task_id),
        (SELECT coalesce(sum(width * height), 0) FROM generations made WHERE made.task_id = tasks.task_id),
        coalesce(finished_at - started_at, 0), 0, 0
    FROM tasks WHERE state NOT IN ('queued', 'running')
"""


def upgrade() -> None:
    """Times are microseconds since 1970 in UTC, costs millionths of the operator's currency."""
    op.add_column("tasks", sa.Column("key_id", sa.Text))
    op.create_table(
        "usage",
        sa.Column("task_id", sa.Text, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("ended_at", sa.BigInteger, nullable=False),
        sa.Column("requests", sa.Integer, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("pictures", sa.Integer, nullable=False),
        sa.Column("pixels", sa.BigInteger, nullable=False),
        sa.Column("took_us", sa.BigInteger, nullable=False),
        sa.Column("planner_tokens", sa.BigInteger, nullable=False),
        sa.Column("cost_micros", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("task_id", "engine"),
        sqlite_with_rowid=False,
    )
    op.create_index("usage_by_owner", "usage", ["owner", "ended_at"])
    op.create_index("usage_by_time", "usage", ["ended_at"])
    op.execute(sa.text(_EARLIER))
