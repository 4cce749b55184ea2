"""A picture that was edited keeps what its engine says it changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Pictures of earlier versions have none."""
    op.add_column("generations", sa.Column("changes", sa.Text))
