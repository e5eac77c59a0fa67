"""Labeldesk: label text with a team. `import labeldesk` gives the Python client of a running server.

Names load on first use, so that the server and the commands do not pay for the client, nor the client for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from labeldesk.version import __version__

if TYPE_CHECKING:
    from labeldesk.client import (
        AlreadyLabeled,
        Conflict,
        Dataset,
        Desk,
        Error,
        Export,
        Failed,
        Invalid,
        Invitation,
        Item,
        LeaseLost,
        NotAllowed,
        NotFound,
        Paused,
        Person,
        Problem,
        Progress,
        Project,
        SignedOut,
        Task,
        Token,
        Unavailable,
        connect,
    )

__all__ = [
    "AlreadyLabeled",
    "Conflict",
    "Dataset",
    "Desk",
    "Error",
    "Export",
    "Failed",
    "Invalid",
    "Invitation",
    "Item",
    "LeaseLost",
    "NotAllowed",
    "NotFound",
    "Paused",
    "Person",
    "Problem",
    "Progress",
    "Project",
    "SignedOut",
    "Task",
    "Token",
    "Unavailable",
    "__version__",
    "connect",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'labeldesk' has no attribute '{name}'")
    from labeldesk import client

    value = getattr(client, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
