"""Files that owners have uploaded, to be named in later requests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """All times are microseconds since 1970 in UTC."""
    op.create_table(
        "files",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("file_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("byte_length", sa.BigInteger, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        # When nobody may see it any more: its expiry, or when its owner deleted it. The row goes some time after.
        sa.Column("gone_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("owner", "file_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("files_by_time", "files", ["owner", "created_at", "file_id"])
    op.create_index("files_by_digest", "files", ["digest"])
    op.create_index("files_gone", "files", ["gone_at"], sqlite_where=sa.text("gone_at IS NOT NULL"))
