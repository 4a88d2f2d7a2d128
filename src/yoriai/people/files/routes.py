"""HTTP for files on their way in: tus 1.0, and the state of one's own. Routes translate; they do not decide."""

from collections.abc import Mapping
from dataclasses import replace
from email.utils import format_datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, bringing
from yoriai.people.files import service, usage
from yoriai.people.files.taking.admit import endings_of, ruled
from yoriai.people.files.taking.settings import MAY_BRING
from yoriai.people.files.uploads import create
from yoriai.people.files.uploads.checksum import KINDS, checksum_of
from yoriai.people.files.uploads.limits import MOST_IN_ONE, Limits, limits_of
from yoriai.people.files.uploads.metadata import (
    EXTENSIONS,
    VERSION,
    announced,
    check_version,
    number,
    said_of,
)
from yoriai.people.files.uploads.receive import Bringing, Far, far_of, receive
from yoriai.people.files.wire import FileOut, LimitsOut
from yoriai.platform.blobs.store import Blobs
from yoriai.platform.http.uploads import receiving_of
from yoriai.platform.http.works import Work, Writes, cause_of, works_of

PIECES: Final = "application/offset+octet-stream"

router = APIRouter(tags=["files"])

MayBring = Annotated[Actor, Depends(allowed(MAY_BRING))]
Brings = Annotated[Actor, Depends(bringing(MAY_BRING))]


async def _limits(request: Request) -> Limits:
    return limits_of(request.app.state.settings)


Taken = Annotated[Limits, Depends(_limits)]


@router.get("/uploads")
async def read_limits(work: Work, actor: MayBring, limits: Taken) -> LimitsOut:
    """What may come in, before anything does."""
    ruling = await ruled(work, actor)
    return LimitsOut(
        most_bytes=limits.most_bytes,
        piece_bytes=MOST_IN_ONE,
        under_way=limits.under_way,
        quota_bytes=limits.quota,
        used_bytes=await usage.used(work, actor.tenant_id),
        endings=list(endings_of(ruling.takes)),
        takes=ruling.takes,
        rule=ruling.rule,
        client=actor.client,
    )


@router.options("/uploads", status_code=204)
async def read_protocol(response: Response, actor: MayBring, limits: Taken) -> None:
    """The same for clients that speak tus."""
    response.headers["tus-resumable"] = VERSION
    response.headers["tus-version"] = VERSION
    response.headers["tus-extension"] = EXTENSIONS
    response.headers["tus-max-size"] = str(limits.most_bytes)
    response.headers["tus-checksum-algorithm"] = ",".join(KINDS)


@router.post("/uploads", status_code=201)
async def begin_upload(
    request: Request, response: Response, work: Writes, actor: MayBring, limits: Taken
) -> None:
    headers = _said(request)
    upload = await create.begin(work, actor, limits, announced(headers))
    response.headers["location"] = f"/api/uploads/{upload.id}"
    _tell(response, far_of(upload))


@router.head("/uploads/{upload_id}")
async def look_at_upload(
    upload_id: UUID, request: Request, response: Response, work: Work, actor: MayBring
) -> None:
    _said(request)
    upload = await create.find(work, actor, upload_id)
    _tell(response, far_of(upload))
    response.headers["upload-length"] = str(upload.length)
    response.headers["upload-metadata"] = said_of(upload.name)


@router.patch("/uploads/{upload_id}", status_code=204)
async def bring_piece(upload_id: UUID, request: Request, response: Response, actor: Brings) -> None:
    headers = _said(request)
    offset = number(headers, "upload-offset", field="upload_offset")
    checksum = checksum_of(headers)
    receiving = receiving_of(request)
    with receiving.stream(actor.account_id):
        far = await receive(_bringing(request, actor, upload_id), offset, request.stream(), checksum)
    _tell(response, far)


@router.delete("/uploads/{upload_id}", status_code=204)
async def give_up_upload(
    upload_id: UUID, request: Request, response: Response, work: Writes, actor: MayBring
) -> None:
    _said(request)
    await create.give_up(work, actor, upload_id)
    response.headers["tus-resumable"] = VERSION


@router.get("/files/{file_id}")
async def read_own_file(file_id: UUID, work: Work, actor: MayBring) -> FileOut:
    """What has become of a file that the actor has brought."""
    return FileOut.of(await service.own(work, actor, file_id))


def _said(request: Request) -> Mapping[str, str]:
    headers: Mapping[str, str] = request.scope["knock"].headers
    check_version(headers)
    return headers


def _tell(response: Response, far: Far) -> None:
    response.headers["tus-resumable"] = VERSION
    response.headers["upload-offset"] = str(far.offset)
    response.headers["upload-expires"] = format_datetime(far.expires_at, usegmt=True)
    if far.file_id is not None:
        response.headers["yoriai-file"] = str(far.file_id)


def _bringing(request: Request, actor: Actor, upload_id: UUID) -> Bringing:
    works = works_of(request)
    cause = replace(
        cause_of(request),
        account_id=actor.account_id,
        tenant_id=actor.tenant_id,
        session_id=actor.session_id,
    )
    looking, entrance = receiving_of(request).looking, request.app.state.entrance
    return Bringing(works, blobs_of(request), entrance, actor, cause, upload_id, looking)


def blobs_of(request: Request) -> Blobs:
    """Where bytes lie, for routes that take them in or hand them out."""
    return works_of(request).blobs
