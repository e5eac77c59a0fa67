"""The table base and the column types that behave alike on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any, cast

import orjson
from sqlalchemy import BigInteger, Dialect, Integer, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

# Constraint names are fixed so that migrations can name them on both databases.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of every table class."""

    metadata = MetaData(naming_convention=NAMES)


def table_of(declared: type[Base]) -> Table:
    """The table behind a class, typed as one: statements are built on tables, rows are never objects."""
    return cast(Table, declared.__table__)


# 64-bit keys that are also SQLite's rowid, so that the table is its own index.
Key = BigInteger().with_variant(Integer(), "sqlite")
Millis = BigInteger()


class Json(TypeDecorator[Any]):
    """A JSON value kept as text, so that both databases store and refuse the same values."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else orjson.dumps(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else orjson.loads(value)
