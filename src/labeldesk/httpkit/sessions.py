"""Database sessions for a request. They open at their first statement; a write commits before the reply is sent."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable
from functools import wraps
from typing import Annotated, Any

import anyio
from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

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
        elif session.is_open:  # ending a transaction is a round trip to the server
            with anyio.CancelScope(shield=True):
                await anyio.to_thread.run_sync(session.close, limiter=_commit_limiter(request))


async def _write(request: Request) -> AsyncIterator[WriteSession]:
    # The commit must not wait for a free thread of the shared pool: all of them may be waiting for this very
    # session's turn to end. So it has a limiter of its own.
    session = WriteSession(get_database(request))
    try:
        with translated_errors():
            yield session
            if session.is_pending:
                with anyio.CancelScope(shield=True):
                    await anyio.to_thread.run_sync(session.commit, limiter=_commit_limiter(request))
    finally:
        session.close()


def in_one_thread(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """An endpoint that runs, and ends the transactions it was given, in one hop to a thread.

    Left to FastAPI, running it, committing and checking the reply would be a hop each, and each costs as much as
    several statements. An endpoint that is asynchronous already stays as it is.
    """
    if inspect.iscoroutinefunction(endpoint) or inspect.isasyncgenfunction(endpoint):
        return endpoint

    def run(values: dict[str, Any]) -> Any:
        sessions = [value for value in values.values() if isinstance(value, ReadSession)]
        try:
            result = endpoint(**values)
            for session in sessions:
                if isinstance(session, WriteSession):
                    session.commit()
            return result
        finally:
            for session in sessions:
                session.close()

    @wraps(endpoint)
    async def hop(**values: Any) -> Any:
        return await run_in_threadpool(run, values)

    return hop


def _commit_limiter(request: Request) -> anyio.CapacityLimiter:
    limiter: anyio.CapacityLimiter | None = getattr(request.app.state, "commit_limiter", None)
    if limiter is None:
        limiter = request.app.state.commit_limiter = anyio.CapacityLimiter(20)
    return limiter


# `scope="function"`: the block ends, and the transaction commits, before the reply leaves.
ReadDb = Annotated[ReadSession, Depends(_read, scope="function")]
WriteDb = Annotated[WriteSession, Depends(_write, scope="function")]
