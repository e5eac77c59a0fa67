"""The Python client: a thin, typed, synchronous layer over the REST API.

It knows the API's shapes and nothing of the server's inside. What it adds: retries that cannot count twice, leases
that renew themselves and are given back, files that arrive whole or not at all.
"""

from __future__ import annotations

from labeldesk.client.datasets import Dataset, Datasets
from labeldesk.client.desk import Desk, connect
from labeldesk.client.errors import (
    AlreadyLabeled,
    Conflict,
    Error,
    Failed,
    Invalid,
    LeaseLost,
    NotAllowed,
    NotFound,
    Paused,
    SignedOut,
    Unavailable,
)
from labeldesk.client.exports import Export
from labeldesk.client.items import Item, Items
from labeldesk.client.people import Invitation, People, Person, Token, Tokens
from labeldesk.client.projects import Progress, Project, Projects
from labeldesk.client.tasks import Task, Tasks
from labeldesk.core.errors import Problem

__all__ = [
    "AlreadyLabeled",
    "Conflict",
    "Dataset",
    "Datasets",
    "Desk",
    "Error",
    "Export",
    "Failed",
    "Invalid",
    "Invitation",
    "Item",
    "Items",
    "LeaseLost",
    "NotAllowed",
    "NotFound",
    "Paused",
    "People",
    "Person",
    "Problem",
    "Progress",
    "Project",
    "Projects",
    "SignedOut",
    "Task",
    "Tasks",
    "Token",
    "Tokens",
    "Unavailable",
    "connect",
]
