"""Datasets: upload files, look at them."""

from __future__ import annotations

import hashlib
import os
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from labeldesk.client import bars
from labeldesk.client.errors import Conflict, Invalid, NotFound
from labeldesk.client.http import Connection
from labeldesk.client.resource import Named
from labeldesk.core.errors import Problem

CHUNK = 1 << 20
SUFFIXES = (".txt", ".csv", ".tsv")
PathLike = str | os.PathLike[str]


class Dataset(Named):
    """A named set of files."""

    def __repr__(self) -> str:
        return f"Dataset(id={self.id}, name={self.name!r}, kind={self.kind!r}, files={self.data['file_count']})"

    @property
    def kind(self) -> str | None:
        """`file` (each text file is an item), `tabular` (each row is one), None while it is empty."""
        found: str | None = self.data["kind"]
        return found

    @property
    def files(self) -> list[dict[str, Any]]:
        """The first thousand files: id, name, bytes, sha256, created_at."""
        return list(self.reload().data["files"])

    def reload(self) -> Dataset:
        """Look again."""
        self.data = self._connection.get(f"/datasets/{self.id}")
        return self

    def preview(
        self, *, delimiter: str | None = None, header: bool | None = None, encoding: str | None = None
    ) -> dict[str, Any]:
        """The first rows as they would be read, with the guesses that were made."""
        found: dict[str, Any] = self._connection.get(
            f"/datasets/{self.id}/preview", delimiter=delimiter, header=header, encoding=encoding
        )
        return found

    def upload(self, path: PathLike | Sequence[PathLike]) -> Dataset:
        """Put a file, several, or a folder's files into this dataset."""
        self._send(_find_files(path))
        return self.reload()

    def delete(self) -> None:
        """Remove the dataset with its files; Conflict when a project uses it."""
        self._connection.call("DELETE", f"/datasets/{self.id}")

    def _send(self, files: Mapping[str, Path]) -> None:
        total = sum(path.stat().st_size for path in files.values())
        before = 0
        with bars.bar(f"Uploading {self.name}", in_bytes=True) as show:
            for name, path in files.items():
                size = path.stat().st_size
                self._connection.upload(
                    f"/datasets/{self.id}/files",
                    params={"name": name},
                    size=size,
                    chunks=lambda path=path, before=before: _read(path, lambda done: show(before + done, total, None)),  # type: ignore[misc]
                )
                before += size


class Datasets:
    """The workspace's datasets."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __iter__(self) -> Iterator[Dataset]:
        """All of them, newest first."""
        for data in self._connection.get("/datasets")["datasets"]:
            yield Dataset(self._connection, data)

    def __getitem__(self, name: str) -> Dataset:
        found = self._find(name)
        if found is None:
            raise NotFound(f"There is no dataset “{name}”, or you may not see it.", code="not_found")
        return found

    def get(self, dataset_id: int) -> Dataset:
        """The dataset with this id."""
        return Dataset(self._connection, self._connection.get(f"/datasets/{dataset_id}"))

    def create(self, name: str, *, description: str = "") -> Dataset:
        """An empty dataset."""
        body = {"name": name, "description": description}
        return Dataset(self._connection, self._connection.post("/datasets", body))

    def upload(self, name: str, path: PathLike | Sequence[PathLike], *, description: str = "") -> Dataset:
        """A dataset of a file, several files, or all text files and tables in a folder and its subfolders.

        An upload that was cut off goes on where it stopped when it is called again, and one that is complete is
        returned as it is. A dataset of this name with other content is a Conflict.
        """
        files = _find_files(path)
        found = self._find(name)
        if found is None:
            dataset = self.create(name, description=description)
            dataset._send(files)
            return dataset.reload()
        there = {file["name"]: file["sha256"] for file in found.files}
        if found.data["file_count"] != len(there) or any(there[n] != _hash(files.get(n)) for n in there):
            raise Conflict(
                f"There is already a dataset “{name}” with other files. Choose another name.", code="name_taken"
            )
        found._send({name: path for name, path in files.items() if name not in there})
        return found.reload()

    def _find(self, name: str) -> Dataset | None:
        wanted = name.strip().casefold()
        return next((dataset for dataset in self if dataset.name.casefold() == wanted), None)


def _find_files(given: PathLike | Sequence[PathLike]) -> dict[str, Path]:
    """Files by the name they get: a folder's keep their path inside it."""
    paths = [Path(given)] if isinstance(given, str | os.PathLike) else [Path(path) for path in given]
    files: dict[str, Path] = {}
    for path in paths:
        if not path.exists():
            raise _wrong("file_missing", f"There is no file {path}.")
        for name, file in _inside(path) if path.is_dir() else [(path.name, path)]:
            if name in files:
                raise _wrong("duplicate_file", f"Two of the files are called {name}. Rename one, or give their folder.")
            files[name] = file
    if not files:
        raise _wrong("no_files", f"There are no files of these types here: {', '.join(SUFFIXES)}.")
    kinds = {file.suffix.lower() == ".txt" for file in files.values()}
    if len(kinds) > 1:
        raise _wrong("kind_mixed", "A dataset holds either .txt files or tables (.csv, .tsv), not both.")
    return files


def _inside(folder: Path) -> Iterator[tuple[str, Path]]:
    other = 0
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder)
        if not file.is_file() or any(part.startswith(".") for part in name.parts):
            continue
        if file.suffix.lower() in SUFFIXES:
            yield name.as_posix(), file
        else:
            other += 1
    if other:
        left = f"{other} files" if other > 1 else "1 file"
        warnings.warn(f"{left} in {folder} left out: only {', '.join(SUFFIXES)} are read.", stacklevel=5)


def _read(path: Path, show: Callable[[int], None]) -> Iterator[bytes]:
    done = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
            done += len(chunk)
            show(done)


def _hash(path: Path | None) -> str | None:
    if path is None:
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _wrong(code: str, message: str) -> Invalid:
    return Invalid(message, code=code, problems=[Problem("path", code, message)])
