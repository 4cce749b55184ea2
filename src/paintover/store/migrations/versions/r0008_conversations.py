"""Conversations that are kept for their owners, and their turns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """All times are microseconds since 1970 in UTC."""
    op.create_table(
        "conversations",
        sa.Column("owner", sa.Text, nullable=False),
        # Named by the client, so that what was begun without a connection has its name already.
        sa.Column("conversation_id", sa.Text, nullable=False),
        # As the owner named it; empty for its first words.
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("updated_at", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        # Made of the turns: what is searched, and what lists show.
        sa.Column("first_words", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("turn_count", sa.Integer, nullable=False),
        sa.Column("gen_ids", sa.Text, nullable=False),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("byte_length", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("owner", "conversation_id"),
    )
    op.create_index(
        "conversations_newest", "conversations", ["owner", "updated_at", "conversation_id"], unique=False
    )
    op.create_table(
        "conversation_turns",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("conversation_id", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("turn_id", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("gen_ids", sa.Text, nullable=False),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("byte_length", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("owner", "conversation_id", "turn_id"),
        sa.ForeignKeyConstraint(
            ["owner", "conversation_id"],
            ["conversations.owner", "conversations.conversation_id"],
            ondelete="CASCADE",
        ),
    )
