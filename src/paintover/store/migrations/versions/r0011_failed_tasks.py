"""Failed tasks are found by when they failed, among any number of others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Of the few tasks that fail, so that the others cost nothing."""
    op.create_index("tasks_failed", "tasks", ["finished_at"], sqlite_where=sa.text("state = 'failed'"))
