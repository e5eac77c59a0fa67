"""Database sessions for a request. They open at their first statement; a write commits before the reply is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

import anyio
from fastapi import Depends, Request

from labeldesk.db.database import Database, ReadSession, WriteSession, translated_errors


def get_database(request: Request) -> Database:
    """The server's database."""
    database: Database = request.app.state.workspace.database
    return database


async def _read(request: Request) -> AsyncIterator[ReadSession]:
    session = ReadSession(get_database(request))
    try:
        with translated_errors():
            yield session
    finally:
        if session.is_sqlite:
            session.close()
        else:  # ending a transaction is a round trip to the server
            with anyio.CancelScope(shield=True):
                await anyio.to_thread.run_sync(session.close, limiter=_commit_limiter(request))


async def _write(request: Request) -> AsyncIterator[WriteSession]:
    # The commit must not wait for a free thread of the shared pool: all of them may be waiting for this very
    # session's turn to end. So it has a limiter of its own.
    session = WriteSession(get_database(request))
    try:
        with translated_errors():
            yield session
            with anyio.CancelScope(shield=True):
                await anyio.to_thread.run_sync(session.commit, limiter=_commit_limiter(request))
    finally:
        session.close()


def _commit_limiter(request: Request) -> anyio.CapacityLimiter:
    limiter: anyio.CapacityLimiter | None = getattr(request.app.state, "commit_limiter", None)
    if limiter is None:
        limiter = request.app.state.commit_limiter = anyio.CapacityLimiter(20)
    return limiter


# `scope="function"`: the block ends, and the transaction commits, before the reply leaves.
ReadDb = Annotated[ReadSession, Depends(_read, scope="function")]
WriteDb = Annotated[WriteSession, Depends(_write, scope="function")]
