"""Exports: wait, download whole or not at all, manifest."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path
from typing import Any

from labeldesk.client import bars
from labeldesk.client.errors import Conflict, Error, Failed
from labeldesk.client.polling import pauses
from labeldesk.client.resource import Resource

CHUNK = 1 << 20
LIVE = frozenset({"queued", "running"})


class Export(Resource):
    """A frozen copy of the labels."""

    def __repr__(self) -> str:
        return f"Export(id={self.id}, format={self.format!r}, state={self.state!r}, rows={self.rows})"

    @property
    def format(self) -> str:
        return str(self.data["format"])

    @property
    def state(self) -> str:
        """queued, running, succeeded, failed or cancelled, as of the last look."""
        return str(self.data["state"])

    @property
    def rows(self) -> int | None:
        found: int | None = self.data["rows"]
        return found

    @property
    def sha256(self) -> str | None:
        found: str | None = self.data["sha256"]
        return found

    @property
    def file_name(self) -> str | None:
        found: str | None = self.data["file_name"]
        return found

    def reload(self) -> Export:
        """Look again."""
        self.data = self._connection.get(f"/exports/{self.id}")
        return self

    def wait(self, timeout: float | None = None) -> Export:
        """Until it is written; Failed with the reason when it was not. `timeout` in seconds, then TimeoutError."""
        with bars.bar("Exporting") as show:
            for pause in pauses(timeout, f"The export {self.id} is still {self.state}."):
                if self.state not in LIVE:
                    break
                job = self.data["job"] or {}
                note = "Waiting for a worker" if job.get("waiting_for_worker") else None
                show(job.get("done") or 0, job.get("total"), note)
                pause()
                self.reload()
        if self.state != "succeeded":
            raise Failed(f"The export ended without a file: {self.data['error'] or self.state}", code="export_failed")
        return self

    def manifest(self) -> dict[str, Any]:
        """What the export is: its moment, options, counts, hash."""
        found: dict[str, Any] = self._connection.get(f"/exports/{self.id}/manifest")
        return found

    def download(self, path: str | os.PathLike[str]) -> Path:
        """Write the file to `path` (a file, or a folder that is there) and return where it is.

        It is written under another name, checked against its SHA-256 and only then renamed, so `path` never holds
        half a file.
        """
        self.reload()
        if self.state != "succeeded" or self.sha256 is None or self.file_name is None:
            raise Conflict("This export is not finished. Call wait() before download().", code="export_not_ready")
        target = Path(path)
        if target.is_dir():
            target = target / self.file_name
        part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
        try:
            self._fetch(part)
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
        return target

    def _fetch(self, part: Path) -> None:
        digest = hashlib.sha256()
        size = 0
        with (
            bars.bar("Downloading", in_bytes=True) as show,
            self._connection.stream(f"/exports/{self.id}/download") as reply,
            part.open("xb") as file,
        ):
            for chunk in reply.iter_bytes(CHUNK):
                digest.update(chunk)
                file.write(chunk)
                size += len(chunk)
                show(size, self.data["bytes"], None)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != self.sha256:
            raise Error("The file came damaged: its SHA-256 is not the export's. Try again.", code="download_damaged")
