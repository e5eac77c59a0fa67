"""Datasets: make, upload, preview."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from labeldesk.accounts.access import CurrentActor, CurrentSettings, signed_in
from labeldesk.accounts.rules import Actor
from labeldesk.core.errors import Malformed, WrongType
from labeldesk.core.names import text_problem
from labeldesk.datasets import schemas, service
from labeldesk.httpkit.routing import Routes, check_not_encoded
from labeldesk.httpkit.schemas import Id
from labeldesk.httpkit.sessions import ReadDb, WriteDb, get_database
from labeldesk.settings import Settings

routes = Routes(tag="datasets")


@routes.read("/datasets", access=signed_in, response_model=schemas.DatasetsOut)
def list_datasets(actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """All datasets, newest first, without their files."""
    return {"datasets": service.list_all(db, actor)}


@routes.create("/datasets", access=signed_in, response_model=schemas.DatasetOut)
def create_dataset(body: schemas.DatasetIn, actor: CurrentActor, db: WriteDb) -> dict[str, Any]:
    """An empty dataset."""
    return service.create(db, actor, name=body.name, description=body.description)


@routes.read("/datasets/{dataset_id}", access=signed_in, response_model=schemas.DatasetOut)
def get_dataset(dataset_id: Id, actor: CurrentActor, db: ReadDb) -> dict[str, Any]:
    """One dataset with its files."""
    return service.view(db, service.get(db, actor, dataset_id))


@routes.remove("/datasets/{dataset_id}", access=signed_in)
def delete_dataset(dataset_id: Id, actor: CurrentActor, settings: CurrentSettings, db: WriteDb) -> None:
    """Remove a dataset no project uses."""
    service.remove(db, actor, dataset_id, settings.files)


@routes.create("/datasets/{dataset_id}/files", access=signed_in, response_model=schemas.FileOut)
async def upload_file(
    request: Request,
    dataset_id: Id,
    name: Annotated[str, Query(max_length=2000)],
    actor: CurrentActor,
    settings: CurrentSettings,
) -> dict[str, Any]:
    """Put one file into a dataset. The body is the file's bytes, as application/octet-stream."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/octet-stream":
        raise WrongType("Send the file's bytes as application/octet-stream.")
    check_not_encoded(request)
    if text_problem(name) is not None:
        raise Malformed("The file's name has characters that cannot be stored.")
    shown = await run_in_threadpool(_check, request, actor, dataset_id, name)
    upload = await run_in_threadpool(service.Upload, settings.files, largest=settings.max_upload_bytes)
    try:
        # Bytes are gathered to about a megabyte: one hop to the disk's thread for each
        waiting = bytearray()
        async for chunk in request.stream():
            waiting += chunk
            if len(waiting) >= 1 << 20:
                await run_in_threadpool(upload.write, bytes(waiting))
                waiting.clear()
        await run_in_threadpool(upload.write, bytes(waiting))
        return await run_in_threadpool(_enter, request, actor, settings, dataset_id, shown, upload)
    except ClientDisconnect as error:
        upload.discard()
        raise Malformed("The upload ended before the file was whole. Nothing was stored; send it again.") from error
    except BaseException:
        upload.discard()
        raise


def _check(request: Request, actor: Actor, dataset_id: int, name: str) -> str:
    with get_database(request).read() as db:
        return service.check_upload(db, actor, dataset_id, name)


def _enter(
    request: Request, actor: Actor, settings: Settings, dataset_id: int, name: str, upload: service.Upload
) -> dict[str, Any]:
    sha256 = upload.finish()
    with get_database(request).write() as db:
        return service.add_file(
            db,
            actor,
            dataset_id,
            name=name,
            path=str(upload.path.relative_to(settings.files)),
            size=upload.bytes,
            sha256=sha256,
        )


@routes.remove("/datasets/{dataset_id}/files/{file_id}", access=signed_in)
def delete_file(dataset_id: Id, file_id: Id, actor: CurrentActor, settings: CurrentSettings, db: WriteDb) -> None:
    """Take a file out of a dataset no project uses."""
    service.remove_file(db, actor, dataset_id, file_id, settings.files)


@routes.read("/datasets/{dataset_id}/preview", access=signed_in, response_model=schemas.PreviewOut)
def preview_dataset(
    dataset_id: Id,
    actor: CurrentActor,
    settings: CurrentSettings,
    db: ReadDb,
    delimiter: Annotated[str | None, Query(pattern="^[,;\t|]$")] = None,
    header: bool | None = None,
    encoding: Annotated[str | None, Query(max_length=40)] = None,
) -> dict[str, Any]:
    """The first rows as they would be read, with the guesses that were made."""
    service.get(db, actor, dataset_id)
    service.check_reading({"delimiter": delimiter, "encoding": encoding})
    given = {"delimiter": delimiter, "header": header, "encoding": encoding}
    return service.preview(db, dataset_id, settings.files, given=given)
