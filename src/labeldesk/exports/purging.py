"""The end of a deleted project: after 30 days its texts, answers and exports go; its name and its audit stay."""

from __future__ import annotations

from pathlib import Path

from labeldesk.annotations import service as answers
from labeldesk.core.ids import item_range
from labeldesk.exports import service
from labeldesk.items import service as items
from labeldesk.jobs.run import JobRun
from labeldesk.projects import service as projects

AT_ONCE = 5_000  # items


def purge_deleted(job: JobRun, files: Path) -> int:
    """Remove what deleted projects held, some items a step; returns how many projects it was."""
    with job.read() as db:
        gone = projects.list_to_purge(db)
    for project in gone:
        start = item_range(project.id)[0]
        with job.step() as step:
            projects.forget_counts(step.db, project.id)
        while True:
            with job.step() as step:
                last = items.last_id(step.db, project.id)
                if last is None:
                    items.drop_report(step.db, project.id)
                    service.drop_of(step.db, project.id, files)
                    projects.mark_purged(step.db, project.id)
                    break
                # from the end, so that what is left is always whole
                first = max(start, last - AT_ONCE + 1)
                answers.drop_between(step.db, first, last)
                items.drop_between(step.db, first, last)
    return len(gone)
