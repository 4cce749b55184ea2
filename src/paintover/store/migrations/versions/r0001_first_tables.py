"""Generations with their sources, tasks, keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """All times are microseconds since 1970 in UTC."""
    op.create_table(
        "generations",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("gen_id", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("ratio_width", sa.Integer, nullable=False),
        sa.Column("ratio_height", sa.Integer, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("byte_length", sa.BigInteger, nullable=False),
        sa.Column("path", sa.Text, nullable=False, unique=True),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("task_id", sa.Text),
        sa.Column("batch_index", sa.Integer, nullable=False),
        sa.Column("engine", sa.Text),
        sa.Column("engine_version", sa.Text),
        # As text, because a caller's seed may need more than 64 bits.
        sa.Column("seed", sa.Text),
        sa.Column("scene", sa.Text),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("origin_url", sa.Text),
        # The id that a conversation knows may be restored by several owners, for each their own.
        sa.PrimaryKeyConstraint("owner", "gen_id"),
    )
    op.create_index("generations_by_time", "generations", ["owner", "created_at", "gen_id"])
    op.create_index("generations_by_digest", "generations", ["owner", "digest"])
    op.create_index(
        "generations_by_origin_url",
        "generations",
        ["owner", "origin_url"],
        sqlite_where=sa.text("origin_url IS NOT NULL"),
    )
    op.create_table(
        "generation_sources",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("gen_id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        # No foreign key: a source may be known by name only.
        sa.Column("source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("owner", "gen_id", "position"),
        sa.ForeignKeyConstraint(
            ["owner", "gen_id"], ["generations.owner", "generations.gen_id"], ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("generations_by_source", "generation_sources", ["owner", "source"])
    op.create_table(
        "tasks",
        sa.Column("task_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("call", sa.Text, nullable=False),
        sa.Column("trail", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text),
        sa.Column("progress", sa.Integer, nullable=False),
        sa.Column("gen_ids", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("started_at", sa.BigInteger),
        sa.Column("finished_at", sa.BigInteger),
        sa.Column("error_code", sa.Text),
        sa.Column("error_message", sa.Text),
    )
    op.create_index("tasks_by_time", "tasks", ["owner", "created_at", "task_id"])
    op.create_index(
        "tasks_unfinished",
        "tasks",
        ["created_at", "task_id"],
        sqlite_where=sa.text("state IN ('queued', 'running')"),
    )
    op.create_table(
        "keys",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("hmac", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("revoked_at", sa.BigInteger),
    )
