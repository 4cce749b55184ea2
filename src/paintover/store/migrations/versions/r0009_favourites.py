"""Pictures that are marked as favourites, and pictures that were deleted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """All times are microseconds since 1970 in UTC."""
    op.add_column("generations", sa.Column("favourite", sa.Boolean, nullable=False, server_default="0"))
    # The record of a deleted picture stays, so that what was made from it still knows where it comes from.
    op.add_column("generations", sa.Column("deleted_at", sa.BigInteger))
    # The bytes of a deleted picture, until they are removed.
    op.add_column("generations", sa.Column("deleted_digest", sa.Text))
    op.create_index(
        "generations_deleted",
        "generations",
        ["deleted_at"],
        sqlite_where=sa.text("deleted_digest IS NOT NULL"),
    )
