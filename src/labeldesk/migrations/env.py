"""Alembic's entry: run on the connection that `migrate.py` hands over."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import BigInteger

from labeldesk.db.tables import Base, Json


def render(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Migrations name plain types: what `Json` is in Python may change, the column stays text."""
    if kind == "type" and isinstance(item, Json):
        return "sa.Text()"
    if kind == "type" and isinstance(item, BigInteger) and item._variant_mapping:
        return "KEY"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
