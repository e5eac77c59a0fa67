"""Schema history, applied by Alembic."""
