"""Progress bars on stderr: in a terminal only, so that scripts and logs stay clean."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# (done, total or None while unknown, words or None to keep them)
Show = Callable[[float, float | None, str | None], None]


@contextmanager
def bar(words: str, *, in_bytes: bool = False) -> Iterator[Show]:
    """A bar for the block's time; what it yields moves it."""
    if not sys.stderr.isatty():
        yield lambda done, total, words: None
        return
    from rich import progress
    from rich.console import Console

    numbers = (
        [progress.DownloadColumn(), progress.TransferSpeedColumn()] if in_bytes else [progress.MofNCompleteColumn()]
    )
    columns = [progress.TextColumn("{task.description}", markup=False), progress.BarColumn(), *numbers]
    with progress.Progress(
        *columns, progress.TimeRemainingColumn(), console=Console(stderr=True), transient=True
    ) as shown:
        task = shown.add_task(words, total=None)

        def show(done: float, total: float | None, words: str | None = None) -> None:
            shown.update(task, completed=done, total=total)
            if words is not None:
                shown.update(task, description=words)

        yield show
