"""What the command line asks for."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kit.desk import Desk
from support.postgres import Postgres


@dataclass
class Options:
    """`postgres` is the run's private server, None when only SQLite is measured; `folder` holds everything made."""

    quick: bool
    full: bool
    folder: Path
    sqlite: bool = True
    postgres: Postgres | None = None
    _made: int = field(default=0, repr=False)

    @property
    def backends(self) -> list[Postgres | None]:
        """One entry for each database to measure; None stands for SQLite."""
        return [*([None] if self.sqlite else []), *([self.postgres] if self.postgres else [])]

    @contextmanager
    def desk(self, postgres: Postgres | None) -> Iterator[Desk]:
        """A fresh workspace, gone after the block."""
        made = Desk(Path(tempfile.mkdtemp(prefix="desk-", dir=self.folder)), postgres)
        try:
            yield made
        finally:
            made.remove()
