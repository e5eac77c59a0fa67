"""Engine and sessions. `ReadSession` cannot write; `WriteSession` commits once, at the end of its block."""

from __future__ import annotations

import selectors
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, Executable, Row, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InvalidatePoolError, OperationalError

from labeldesk.core.errors import Unavailable
from labeldesk.db.lock import FairLock

Params = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
CLOCK_MILLIS = 1_000
LONG_REST = 10.0  # seconds
_Selector = getattr(selectors, "PollSelector", selectors.SelectSelector)  # select() knows no large descriptors
_ASK_TIME = text("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)")


class ReadSession:
    """Statements on one consistent connection, opened at the first one. Never writes."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._connection: Connection | None = None
        self._now: int | None = None

    @property
    def connection(self) -> Connection:
        """The open connection; opening it may wait for the writer's turn."""
        if self._connection is None:
            self._connection = self._open()
        return self._connection

    @property
    def is_open(self) -> bool:
        """Whether it holds a connection."""
        return self._connection is not None

    @property
    def is_sqlite(self) -> bool:
        return self.database.is_sqlite

    @property
    def now(self) -> int:
        """UTC milliseconds by the database's clock, one value for the whole transaction.

        SQLite runs in this process, so its clock is this machine's.
        """
        if self._now is None:
            self._now = self.database.clock(self) + self.database.clock_offset
        return self._now

    def rows(self, statement: Executable, params: Params = None) -> Sequence[Row[Any]]:
        """All rows."""
        return self.connection.execute(statement, params).all()

    def row(self, statement: Executable, params: Params = None) -> Row[Any] | None:
        """The first row, if any."""
        return self.connection.execute(statement, params).first()

    def scalar(self, statement: Executable, params: Mapping[str, Any] | None = None) -> Any:
        """The first column of the first row, None without rows."""
        return self.connection.scalar(statement, params)

    def stream(self, statement: Executable, *, batch: int = 1000) -> Iterator[Row[Any]]:
        """Rows as they come from a server-side cursor: flat memory for any number of rows."""
        return iter(self.connection.execute(statement, execution_options={"yield_per": batch}))

    def _open(self) -> Connection:
        return self.database.open_for_reading()

    def close(self) -> None:
        """End the transaction, undoing anything not committed, and give the connection back."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            connection.close()


class WriteSession(ReadSession):
    """A transaction that writes. It holds the writer lock from its first statement to its end."""

    def __init__(self, database: Database, *, patient: bool = False) -> None:
        super().__init__(database)
        self._patient = patient
        self._after: list[Callable[[], None]] = []
        self._locked = False

    @property
    def is_pending(self) -> bool:
        """Whether there is anything left for `commit` to do."""
        return self.is_open or bool(self._after)

    def execute(self, statement: Executable, params: Params = None) -> CursorResult[Any]:
        """Run a writing statement."""
        return self.connection.execute(statement, params)

    @property
    def is_wanted(self) -> bool:
        """Whether someone who is not patient waits for this transaction to end.

        On PostgreSQL writers do not wait for each other.
        """
        return self.is_sqlite and self.database.writer_lock.is_wanted

    def after_commit(self, act: Callable[[], None]) -> None:
        """Do `act` once the transaction is on disk; never when it is undone."""
        self._after.append(act)

    def commit(self) -> None:
        """Make it durable, then do what waited for it."""
        try:
            if self._connection is not None:
                self._connection.commit()
        finally:
            self.close()
        after, self._after = self._after, []
        for act in after:
            act()

    def close(self) -> None:
        try:
            super().close()
        finally:
            if self._locked:
                self._locked = False
                self.database.writer_lock.release()

    def _open(self) -> Connection:
        if self.is_sqlite:
            if not self.database.writer_lock.acquire(self.database.lock_wait, patient=self._patient):
                raise Unavailable(
                    "The database is busy. Nothing was changed; the request may be sent again.", retry_after=1
                )
            self._locked = True
        try:
            return self.database.open_for_writing()
        except BaseException:
            self.close()
            raise


class Database:
    """One database and its connection pools.

    `clock_offset` (milliseconds) moves the clock of every session; tests use it to let time pass.
    """

    def __init__(self, url: str, *, lock_wait: float = 10.0, pool: int = 20) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.lock_wait = lock_wait
        self.clock_offset = 0
        # what features keep of rows that never change once committed, by feature
        self.memo: dict[str, dict[Any, Any]] = {}
        self.writer_lock = FairLock()
        self._told_time = (-CLOCK_MILLIS, 0)  # (our steady clock, the database's clock), both in milliseconds
        if self.is_sqlite:
            self._reader = _sqlite_engine(url, pool=pool, begin="BEGIN", read_only=True)
            self.engine = _sqlite_engine(url, pool=2, begin="BEGIN IMMEDIATE", read_only=False)
        else:
            self.engine = _postgres_engine(url, pool=pool)
            self._reader = self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def clock(self, session: ReadSession) -> int:
        """UTC milliseconds by the database's clock.

        PostgreSQL is asked once a second; between, this process's steady clock carries the answer on, which saves
        every transaction a round trip.
        """
        if self.is_sqlite:
            return time.time_ns() // 1_000_000
        steady = time.monotonic_ns() // 1_000_000
        asked_at, told = self._told_time
        if steady - asked_at >= CLOCK_MILLIS:
            told = int(session.connection.scalar(_ASK_TIME) or 0)
            # `told` was true between the question and the answer; the answer's moment never runs ahead of it
            asked_at = time.monotonic_ns() // 1_000_000
            self._told_time = (asked_at, told)
        return told + max(steady - asked_at, 0)

    @contextmanager
    def read(self) -> Iterator[ReadSession]:
        """A block that reads one consistent state."""
        session = ReadSession(self)
        try:
            with translated_errors():
                yield session
        finally:
            session.close()

    @contextmanager
    def write(self, *, patient: bool = False) -> Iterator[WriteSession]:
        """A block that writes, and commits when it ends without an error. House-keeping is `patient`."""
        session = WriteSession(self, patient=patient)
        try:
            with translated_errors():
                yield session
                session.commit()
        finally:
            session.close()

    def open_for_reading(self) -> Connection:
        return self._reader.connect()

    def open_for_writing(self) -> Connection:
        connection = self.engine.connect()
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        return connection

    def checkpoint(self) -> None:
        """Move what SQLite's log has gathered into the database file, holding nobody up meanwhile.

        Left to itself this happens inside the commit that finds the log long, while everyone waits.
        """
        if self.is_sqlite:
            with self._reader.connect() as connection:
                raw = connection.connection.driver_connection
                assert raw is not None  # noqa: S101  a connection just opened has one
                raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def dispose(self) -> None:
        """Close all connections."""
        self._reader.dispose()
        self.engine.dispose()


def _sqlite_engine(url: str, *, pool: int, begin: str, read_only: bool) -> Engine:
    engine = create_engine(
        url,
        pool_size=pool,
        max_overflow=pool,
        pool_timeout=30,
        hide_parameters=True,  # texts and hashes of secrets have no place in a log
        connect_args={"check_same_thread": False, "timeout": 10.0, "cached_statements": 256},
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not open transactions on its own
        # FULL: an acknowledged answer survives a power cut, not only a crash of the process.
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            # the writer's holds the index pages that an import meets again and again
            f"cache_size=-{16_000 if read_only else 32_000}",
            "journal_size_limit=67108864",
            f"query_only={'ON' if read_only else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres_engine(url: str, *, pool: int) -> Engine:
    engine = create_engine(url, pool_size=pool, max_overflow=pool, hide_parameters=True)

    @event.listens_for(engine, "checkin")
    def _rest(_connection: Any, record: Any) -> None:
        record.info["resting_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _check(connection: Any, record: Any, _proxy: Any) -> None:
        # A server that hangs up says so, and that waits to be read: a look at the socket tells as much as asking
        # the server would, without the round trip. After a long rest it is asked, for networks that drop silently.
        now = time.monotonic()
        if now - record.info.get("resting_since", now) < LONG_REST and not _has_news(connection.pgconn.socket):
            return
        try:
            engine.dialect.do_ping(connection)
        except connection.Error as error:
            raise InvalidatePoolError from error

    return engine


def _has_news(descriptor: int) -> bool:
    with _Selector() as watch:
        watch.register(descriptor, selectors.EVENT_READ)
        return bool(watch.select(0))


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn a database that is locked, gone or full into an error that says so."""
    try:
        yield
    except OperationalError as error:
        reason = str(error.orig)
        if "disk is full" in reason or "No space left" in reason:
            raise Unavailable(
                "The server's disk is full. Nothing was changed; free some space and try again.",
                code="storage_full",
                retry_after=30,
            ) from error
        if "readonly database" in reason:
            raise Unavailable(
                "The workspace's folder cannot be written. Nothing was changed; check its permissions.",
                code="storage_read_only",
                retry_after=30,
            ) from error
        if "locked" in reason or _is_gone(error) or "deadlock" in reason:
            raise Unavailable(
                "The database is busy or restarting. Nothing was changed; the request may be sent again.",
                retry_after=1,
            ) from error
        raise


def _is_gone(error: DBAPIError) -> bool:
    reason = str(error.orig)
    signs = ("connection", "terminating", "shutting down", "starting up", "server closed")
    return error.connection_invalidated or any(sign in reason for sign in signs)
