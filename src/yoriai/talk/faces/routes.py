"""HTTP for faces. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.files.content import FACE
from yoriai.people.files.handing_out import HandingOut, form_of
from yoriai.people.files.links import AS_FACE, Link, address, end_of_face, write
from yoriai.people.files.models import File
from yoriai.platform.http.request import files_origin_of
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.faces import queries, service
from yoriai.talk.faces.models import Face
from yoriai.talk.rooms.http import Here
from yoriai.talk.rooms.policy import may_set

MOST = 100
"""Of people and as many of rooms: more than stand on a page."""
SECONDS = 6 * 60 * 60

router = APIRouter(tags=["faces"])
MaySee = Annotated[Actor, Depends(allowed("files.open"))]
MaySet = Annotated[Actor, Depends(allowed("faces.set"))]
MayManage = Annotated[Actor, Depends(allowed("accounts.manage"))]
sees_rooms = Depends(allowed("rooms.read"))
sets_faces = Depends(allowed("faces.set"))


class FacesAsked(BaseModel):
    """Whose faces."""

    model_config = ConfigDict(extra="forbid")

    account_ids: list[UUID] = Field(default=[], max_length=MOST)
    room_ids: list[UUID] = Field(default=[], max_length=MOST)


class FacesOut(BaseModel):
    """The addresses of those faces that there are and that the asker sees, by whose they are."""

    faces: dict[UUID, str]
    seconds: int
    """After so long others are asked for."""


class FaceIn(BaseModel):
    """A picture that the asker has brought."""

    model_config = ConfigDict(extra="forbid")

    file_id: UUID


class FaceOut(BaseModel):
    """What stands for somebody, or for a room, and what becomes of what was brought last."""

    is_set: bool
    is_coming: bool
    reason: str
    """Why the last one did not take its place; the code of its sentence."""
    may_set: bool


@router.post("/faces/links")
async def ask_faces(asked: FacesAsked, request: Request, work: Work, actor: MaySee) -> FacesOut:
    handing_out: HandingOut = request.app.state.handing_out
    origin, until = files_origin_of(request), end_of_face(work.now)

    def at(file: File) -> str | None:
        if not origin or form_of(handing_out.home.blobs, file, AS_FACE, actor) is None:
            return None
        link = Link(file.id, AS_FACE, actor.account_id, actor.session_id, until)
        return address(origin, write(handing_out.home.key(), link, actor.zone), FACE)

    found = await queries.seen(work, actor, set(asked.account_ids), set(asked.room_ids))
    faces = {whose: place for whose, file in found if (place := at(file)) is not None}
    return FacesOut(faces=faces, seconds=SECONDS)


@router.get("/face")
async def read_own_face(work: Work, actor: MaySet) -> FaceOut:
    face = await work.session.scalar(select(Face).where(Face.account_id == actor.account_id))
    return _told(face, may_set=True)


@router.put("/face", status_code=204)
async def choose_own_face(asked: FaceIn, work: Writes, actor: MaySet) -> None:
    await service.choose_own(work, actor, asked.file_id)


@router.delete("/face", status_code=204)
async def take_off_own_face(work: Writes, actor: MaySet) -> None:
    await service.take_off_own(work, actor)


@router.delete("/accounts/{account_id}/face", status_code=204)
async def take_off_face(account_id: UUID, work: Writes, actor: MayManage) -> None:
    await service.take_off_from(work, actor, account_id)


@router.get("/rooms/{room_id}/face", dependencies=[sees_rooms])
async def read_face_of_room(work: Work, here: Here) -> FaceOut:
    face = await work.session.scalar(select(Face).where(Face.room_id == here.room_id))
    can_set = here.actor.may("faces.set") and may_set(here) and not here.is_archived
    return _told(face, may_set=can_set)


@router.put("/rooms/{room_id}/face", status_code=204, dependencies=[sets_faces])
async def choose_face_of_room(asked: FaceIn, work: Writes, here: Here) -> None:
    await service.choose_for_room(work, here, asked.file_id)


@router.delete("/rooms/{room_id}/face", status_code=204, dependencies=[sets_faces])
async def take_off_face_of_room(work: Writes, here: Here) -> None:
    await service.take_off_room(work, here)


def _told(face: Face | None, *, may_set: bool) -> FaceOut:
    if face is None:
        return FaceOut(is_set=False, is_coming=False, reason="", may_set=may_set)
    return FaceOut(
        is_set=face.file_id is not None,
        is_coming=face.coming_id is not None,
        reason=face.reason,
        may_set=may_set,
    )
