"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from labeldesk.core.errors import DeskError
from labeldesk.settings import Settings

Data = Annotated[Path | None, typer.Option("--data", help="Folder of the workspace. Default: labeldesk-data.")]
DatabaseUrl = Annotated[
    str | None, typer.Option("--database", help="Database address. Default: SQLite in the data folder.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def read_settings(**given: Any) -> Settings:
    """Settings with the command line's values over environment and file; DeskError names a wrong one."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise DeskError(f"The setting {name} is wrong: {first['msg']}.") from error
