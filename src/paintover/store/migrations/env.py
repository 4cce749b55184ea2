"""Run by Alembic for every migration; the connection comes from `paintover.store.schema.migrate`."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
