"""What an export writes. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from labeldesk.core.spreadsheets import safe_cell as safe_cell
from labeldesk.core.spreadsheets import unsafe_cell as unsafe_cell

FORMATS = ("csv",)
COLUMNS = ("training", "all")
LABEL_AS = ("path", "leaf")
# the name of the label column by task type
LABEL_COLUMN = {"multiclass": "label", "multilabel": "labels"}


def header(
    columns: str, *, task_type: str, text_columns: Sequence[str], all_columns: Sequence[str]
) -> tuple[list[str], str]:
    """The data columns and the name of the label column, which gives way when the data have one of that name."""
    data = list(text_columns if columns == "training" else all_columns)
    plain = name = LABEL_COLUMN[task_type]
    folded = {column.casefold() for column in data}
    number = 1
    while name in folded:
        number += 1
        name = f"{plain}_{number}"
    return data, name


def label_cell(task_type: str, names: Sequence[str]) -> str:
    """What stands in the label column: the label, or for `multilabel` a Python list of them, `[]` for none.

    AutoML takes the list form as it is, and unlike a plain enumeration it keeps labels such as `cs.AI` and
    `Animal/Cat` whole.
    """
    return repr(list(names)) if task_type == "multilabel" else names[0]


def file_name(project_name: str, export_id: int, format_: str) -> str:
    """A name safe on every system, still telling which project it is."""
    kept = "".join(c if c.isalnum() or c in " -_" else "_" for c in project_name).strip() or "project"
    return f"{kept[:80]}-{export_id}.{format_}"
