"""The log of a task's events, idempotency keys, requests that are known again, webhooks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


# Whoever follows a task of before reads what is known of it, and its end.
_LOG_OF_EARLIER_TASKS = (
    """
    INSERT INTO task_events (task_id, number, event) SELECT task_id, 1, json_object('type', 'queued') FROM tasks
    """,
    """
    INSERT INTO task_events (task_id, number, event)
    SELECT tasks.task_id, max(attempts, 1) * 1000000 + 1 + batch_index,
        json_object('type', 'picture', 'gen_id', gen_id)
    FROM tasks JOIN generations USING (task_id)
    """,
    """
    INSERT INTO task_events (task_id, number, event)
    SELECT task_id, (max(attempts, 1) + 1) * 1000000 - 1,
        json_object('type', 'finished', 'state', state, 'code', error_code, 'message', error_message)
    FROM tasks WHERE state NOT IN ('queued', 'running')
    """,
)


def upgrade() -> None:
    """All times are microseconds since 1970 in UTC."""
    op.add_column("tasks", sa.Column("model", sa.Text, nullable=False, server_default=""))
    op.add_column("tasks", sa.Column("priority", sa.Integer, nullable=False, server_default="0"))
    op.add_column("tasks", sa.Column("body_digest", sa.Text))
    # When the whole answer was sent to somebody.
    op.add_column("tasks", sa.Column("delivered_at", sa.BigInteger))
    op.add_column("tasks", sa.Column("webhook", sa.Text))
    op.create_index(
        "tasks_undelivered",
        "tasks",
        ["owner", "body_digest", "created_at"],
        sqlite_where=sa.text("body_digest IS NOT NULL AND delivered_at IS NULL"),
    )
    # To find the files that nobody has a record of, whoever they were for.
    op.drop_index("generations_by_digest", "generations")
    op.create_index("generations_by_digest", "generations", ["digest", "owner"])
    # A picture of a task is kept once, whichever attempt drew it. Before, a restart could keep it twice.
    op.execute(
        "UPDATE generations SET task_id = NULL WHERE task_id IS NOT NULL AND rowid NOT IN"
        " (SELECT min(rowid) FROM generations WHERE task_id IS NOT NULL GROUP BY task_id, batch_index)"
    )
    op.create_index(
        "generations_by_task",
        "generations",
        ["task_id", "batch_index"],
        unique=True,
        sqlite_where=sa.text("task_id IS NOT NULL"),
    )
    op.create_table(
        "task_events",
        sa.Column("task_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("task_id", "number"),
        sqlite_with_rowid=False,
    )
    for statement in _LOG_OF_EARLIER_TASKS:
        op.execute(sa.text(statement))
    op.create_table(
        "idempotency_keys",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("body_digest", sa.Text, nullable=False),
        sa.Column("task_id", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("owner", "key"),
        sqlite_with_rowid=False,
    )
    op.create_index("idempotency_keys_by_time", "idempotency_keys", ["created_at"])
    op.create_table(
        "webhook_deliveries",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("task_id", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        # NULL when it is delivered or given up.
        sa.Column("due_at", sa.BigInteger),
        sa.Column("delivered_at", sa.BigInteger),
    )
    op.create_index(
        "webhook_deliveries_due", "webhook_deliveries", ["due_at"], sqlite_where=sa.text("due_at IS NOT NULL")
    )
    op.add_column("keys", sa.Column("webhook", sa.Text))
