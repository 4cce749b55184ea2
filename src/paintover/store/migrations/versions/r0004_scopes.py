"""What a key allows, whose it is, and which key it was made with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Earlier keys each have an owner of their own, and allow what all keys allowed."""
    op.add_column("keys", sa.Column("owner", sa.Text, nullable=False, server_default=""))
    op.add_column(
        "keys", sa.Column("scopes", sa.Text, nullable=False, server_default=sa.text("""'["draw","read"]'"""))
    )
    op.add_column("keys", sa.Column("made_by", sa.Text))
    op.execute("UPDATE keys SET owner = id")
    op.create_index("keys_by_owner", "keys", ["owner", "created_at", "id"])
