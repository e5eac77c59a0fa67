"""Read items as a list; any page costs the same."""

from __future__ import annotations

from typing import Any

from labeldesk.accounts import service as accounts
from labeldesk.accounts.rules import Actor
from labeldesk.annotations import service as answers
from labeldesk.core.errors import Invalid
from labeldesk.core.ids import item_position, item_range
from labeldesk.core.times import iso
from labeldesk.db.database import ReadSession
from labeldesk.items import service as items
from labeldesk.items.rules import ItemState
from labeldesk.labels import service as labels
from labeldesk.projects import service as projects
from labeldesk.projects import tallies

SNIPPET = 500
CELL = 20_000


def list_items(
    db: ReadSession, actor: Actor, project_id: int, *, state: str | None, after: int | None, limit: int
) -> dict[str, Any]:
    """A page of items in import order, behind the item `after`."""
    project = projects.get(db, actor, project_id, "items.read")
    if state is not None and state not in ItemState.__members__:
        raise Invalid.field("state", "unknown_state", f"States are: {', '.join(ItemState.__members__)}.")
    wanted = None if state is None else ItemState[state]
    found = items.page(db, project_id, state=wanted, after=after or item_range(project_id)[0], limit=limit)
    ids = [row.id for row in found]
    texts = items.texts(db, ids)
    finals = answers.finals(db, ids)
    people = answers.labelers(db, ids)
    names = accounts.names(db, sorted({note.labeler_id for notes in people.values() for note in notes}))
    label_set = labels.get_set(db, project_id, project.label_set_version)
    counts = tallies.read(db, project_id, "state")
    return {
        "items": [
            {
                "id": row.id,
                "position": item_position(row.id),
                "state": ItemState(row.state).name,
                "fields": [{"name": name, "value": value[:CELL]} for name, value in texts[row.id]["fields"].items()],
                "text": " · ".join(
                    field["value"][:SNIPPET]
                    for field in items.shown_fields(texts[row.id]["fields"], project.text_columns)
                    if field["value"]
                )[:SNIPPET],
                "final_label": {"labels": labels.view(label_set, finals[row.id].value["labels"])}
                if row.id in finals
                else None,
                "labelers": [names.get(note.labeler_id, "") for note in people.get(row.id, [])],
                "updated_at": iso(people[row.id][-1].created_at) if row.id in people else None,
                "source": {"file": texts[row.id]["file"], "row": texts[row.id]["row"]},
            }
            for row in found
        ],
        "next": ids[-1] if len(ids) == limit else None,
        "total": sum(counts.values()) if state is None else counts.get(state, 0),
    }
