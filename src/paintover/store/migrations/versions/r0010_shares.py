"""Links by which others look at a conversation or a picture."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """All times are microseconds since 1970 in UTC."""
    op.create_table(
        "shares",
        sa.Column("share_id", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        # In the link, and kept as it is: its owner may copy the link again.
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("conversation_id", sa.Text),
        sa.Column("gen_id", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger),
        # What is shown, as it was when the link was made, and the pictures that may be seen with it.
        sa.Column("gen_ids", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("share_id"),
        sa.UniqueConstraint("token"),
    )
    op.create_index("shares_newest", "shares", ["owner", "created_at", "share_id"], unique=False)
