"""Under which of the operator's names an engine has drawn a picture."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Of earlier pictures it is not known; they count as drawn under the engine's own name."""
    op.add_column("generations", sa.Column("engine_name", sa.Text))
