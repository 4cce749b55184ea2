"""Answers that later requests go on from, and the unfinished renderings that whoever resumes them is told again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """All times are microseconds since 1970 in UTC."""
    op.create_table(
        "responses",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("response_id", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("body_digest", sa.Text, nullable=False),
        sa.Column("previous_response_id", sa.Text),
        sa.Column("task_ids", sa.Text, nullable=False),
        sa.Column("words", sa.Text),
        sa.Column("items", sa.Text, nullable=False),
        sa.Column("asked", sa.Text, nullable=False),
        # What a deleted one said is gone; the row stays, since others may go on from it.
        sa.Column("deleted_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("owner", "response_id"),
    )
    op.create_table(
        "task_previews",
        sa.Column("task_id", sa.Text, nullable=False),
        # Among the numbers of the task's events, and in their order.
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("batch_index", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("image", sa.LargeBinary, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("task_id", "number"),
    )
