"""The schema's history, as Alembic migrations, and what it has led to: ``schema.sql``.

``python -m paintover.store.migrations`` writes ``schema.sql`` anew after a revision was added.
"""
