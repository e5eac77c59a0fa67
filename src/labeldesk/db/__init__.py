"""The database: engine, read and write sessions as two types, the fair writer lock, the table base.

Knows no feature. A write transaction on SQLite opens with BEGIN IMMEDIATE behind a first-come-first-served lock
(docs/adr/0005-sqlite.md); on PostgreSQL it is a READ COMMITTED transaction.
"""
