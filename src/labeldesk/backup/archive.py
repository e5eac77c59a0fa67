"""What a backup is: a tar archive of the database, the files it refers to, and a manifest with their hashes.

    database/labeldesk.db     a consistent copy
    files/…                   uploads and exports that the copy refers to
    manifest.json             written last: an archive without it is cut off

Archives hold password hashes and texts, so they are readable by their owner only.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import IO, Any

from labeldesk.core.errors import DeskError
from labeldesk.core.times import iso
from labeldesk.db.database import Database
from labeldesk.migrations import migrate
from labeldesk.version import __version__

FORMAT = 1
DATABASE = "database/labeldesk.db"
MANIFEST = "manifest.json"
MANIFEST_MAX = 1 << 30  # bytes
CHUNK = 1 << 20
TRIES = 3
# Every path in the default datastore that rows point at; an export's manifest stands beside its file.
REFERRED = "SELECT path FROM dataset_file UNION SELECT path FROM source"
REFERRED_EXPORTS = "SELECT path FROM export WHERE path IS NOT NULL"


class BackupRefused(DeskError):
    """This cannot be backed up or restored; the message says what to do instead."""

    code = "backup_refused"


# -- writing -------------------------------------------------------------------------------------------------------


def write(database: Database, files: Path, target: Path) -> dict[str, Any]:
    """Write an archive of the workspace; returns its manifest. Fine while servers and workers run."""
    if not database.is_sqlite:
        raise BackupRefused(
            "The database of this workspace is PostgreSQL: back it up with pg_dump, and then copy the folder "
            f"{files.resolve()}. In this order every file that the dump refers to is in the copy."
        )
    if target.exists():
        raise BackupRefused(f"{target} is there already. Choose another name, or remove it first.")
    if not target.parent.is_dir():
        raise BackupRefused(f"There is no folder {target.parent}.")
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    copy = part.with_suffix(".db")
    try:
        referred = _copy(database, files, copy)
        manifest = _write_archive(database, files, copy, referred, part)
        os.replace(part, target)
    finally:
        copy.unlink(missing_ok=True)
        part.unlink(missing_ok=True)
    return manifest


def _copy(database: Database, files: Path, copy: Path) -> list[str]:
    """A consistent copy of the database, and the files it refers to.

    A dataset that is removed between the copy and the look at its files would leave the copy pointing at nothing;
    then the copy is made anew. A file that is missing for good is listed in the manifest.
    """
    referred: list[str] = []
    for _ in range(TRIES):
        copy.unlink(missing_ok=True)
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(str(database.url.database), isolation_level=None)) as connection:
            connection.execute("PRAGMA busy_timeout = 10000")
            connection.execute("VACUUM INTO ?", (str(copy),))
        with closing(sqlite3.connect(copy)) as connection:
            referred = sorted(_referred(connection))
        if all((files / path).is_file() for path in referred):
            break
    return referred


def _referred(connection: sqlite3.Connection) -> set[str]:
    paths = {path for (path,) in connection.execute(REFERRED)}
    for (path,) in connection.execute(REFERRED_EXPORTS):
        paths |= {path, str(PurePosixPath(path).parent / MANIFEST)}
    return paths


def _write_archive(database: Database, files: Path, copy: Path, referred: list[str], part: Path) -> dict[str, Any]:
    listed: list[dict[str, Any]] = []
    missing = [path for path in referred if not (files / path).is_file()]
    there = [(f"files/{path}", files / path) for path in referred if path not in set(missing)]
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file, tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, path in [(DATABASE, copy), *there]:
            listed.append(_add(tar, name, path))
        with database.read() as db:
            made_at = iso(db.now)
        manifest = {
            "product": "labeldesk",
            "format": FORMAT,
            "version": __version__,
            "schema": migrate.current(database),
            "made_at": made_at,
            "files": listed,
            "missing": missing,
        }
        data = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(data), 0o600
        tar.addfile(info, io.BytesIO(data))
        tar.close()
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _add(tar: tarfile.TarFile, name: str, path: Path) -> dict[str, Any]:
    info = tarfile.TarInfo(name)
    info.size, info.mode = path.stat().st_size, 0o600
    with path.open("rb") as file:
        hashed = _Hashed(file)
        tar.addfile(info, hashed)
    return {"path": name, "bytes": info.size, "sha256": hashed.digest.hexdigest()}


class _Hashed:
    """A file that hashes what is read from it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


# -- reading -------------------------------------------------------------------------------------------------------


def restore(source: Path, folder: Path) -> dict[str, Any]:
    """Make the workspace `folder` from an archive; returns its manifest. All of it, or nothing.

    The folder must be empty or absent. Names and hashes are checked before the folder gets its name; an older schema
    is left as it is, to be migrated by the caller.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupRefused(f"The folder {folder.resolve()} is not empty. Restore into a new one with --data.")
    if not source.is_file():
        raise BackupRefused(f"There is no file {source}.")
    folder.resolve().parent.mkdir(parents=True, exist_ok=True)
    new = folder.resolve().with_name(f"{folder.resolve().name}.{secrets.token_hex(4)}.part")
    new.mkdir(mode=0o700)
    try:
        manifest = _read_archive(source, new)
        if folder.exists():
            folder.rmdir()
        os.replace(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return manifest


def _read_archive(source: Path, new: Path) -> dict[str, Any]:
    found: dict[str, tuple[int, str]] = {}
    manifest: dict[str, Any] | None = None
    try:
        with tarfile.open(source, mode="r:") as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isreg() else None
                if content is None or not _is_ours(member.name):
                    raise BackupRefused(f"{source} is not a backup of Labeldesk: it holds “{member.name[:80]}”.")
                if member.name == MANIFEST:
                    manifest = json.loads(content.read(MANIFEST_MAX))
                else:
                    found[member.name] = _extract(content, new / _place(member.name))
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise BackupRefused(f"{source} cannot be read as a backup: {error}.") from error
    if manifest is None:
        raise BackupRefused(f"{source} is not a backup of Labeldesk, or it is cut off: it has no manifest.")
    _check(manifest, found)
    (new / "files").mkdir(exist_ok=True, mode=0o700)
    return manifest


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name in (DATABASE, MANIFEST) or (
        len(parts) > 1 and parts[0] == "files" and ".." not in parts and "/".join(parts) == name
    )


def _place(name: str) -> str:
    return "labeldesk.db" if name == DATABASE else name


def _extract(content: IO[bytes], path: Path) -> tuple[int, str]:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest = hashlib.sha256()
    size = 0
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        for chunk in _chunks(content):
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return size, digest.hexdigest()


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    while chunk := content.read(CHUNK):
        yield chunk


def _check(manifest: dict[str, Any], found: dict[str, tuple[int, str]]) -> None:
    if manifest.get("product") != "labeldesk" or manifest.get("format") != FORMAT:
        raise BackupRefused("This backup was written by another version of Labeldesk. Restore it with that version.")
    if not migrate.is_known(manifest["schema"]):
        raise BackupRefused(
            f"This backup was written by a newer version of Labeldesk ({manifest['version']}). "
            "Install that version or a later one."
        )
    listed = {file["path"]: (file["bytes"], file["sha256"]) for file in manifest["files"]}
    for name in listed.keys() | found.keys():
        if listed.get(name) != found.get(name):
            raise BackupRefused(f"The backup is damaged: {name} is not what its manifest says.")
    if DATABASE not in found:
        raise BackupRefused("The backup has no database.")
