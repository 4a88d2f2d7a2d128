"""HTTP for the shelf. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.rooms.http import Here
from yoriai.talk.shelf import arrange, folders, keep, queries
from yoriai.talk.shelf.wire import (
    FolderChangeIn,
    FolderIn,
    FolderMadeOut,
    KeptMessagesOut,
    PlaceIn,
)

router = APIRouter(tags=["shelf"])
MayArrange = Annotated[Actor, Depends(allowed("shelf.arrange"))]
arranges = Depends(allowed("shelf.arrange"))


@router.put("/rooms/{room_id}/favourite", status_code=204, dependencies=[arranges])
async def favour_room(work: Writes, here: Here) -> None:
    await arrange.favour(work, here, is_favourite=True)


@router.delete("/rooms/{room_id}/favourite", status_code=204, dependencies=[arranges])
async def unfavour_room(work: Writes, here: Here) -> None:
    await arrange.favour(work, here, is_favourite=False)


@router.put("/rooms/{room_id}/folder", status_code=204, dependencies=[arranges])
async def put_room(asked: PlaceIn, work: Writes, here: Here) -> None:
    await arrange.put_into(work, here, asked.folder_id)


@router.post("/shelf/folders", status_code=201)
async def make_folder(asked: FolderIn, work: Writes, actor: MayArrange) -> FolderMadeOut:
    key = as_send_key(asked.request_key, field="request_key")
    wish = folders.Wish(key, asked.name, asked.rooms, asked.position)
    return FolderMadeOut(folder_id=await folders.make(work, actor, wish))


@router.patch("/shelf/folders/{folder_id}", status_code=204)
async def change_folder(folder_id: UUID, asked: FolderChangeIn, work: Writes, actor: MayArrange) -> None:
    await folders.change(work, actor, folder_id, name=asked.name, is_shut=asked.is_shut)


@router.delete("/shelf/folders/{folder_id}", status_code=204)
async def remove_folder(folder_id: UUID, work: Writes, actor: MayArrange) -> None:
    await folders.remove(work, actor, folder_id)


@router.get("/shelf/messages")
async def read_kept_messages(
    work: Work, actor: MayArrange, organization: UUID | None = None, cursor: str | None = None
) -> KeptMessagesOut:
    return await queries.kept_messages(work, actor, organization=organization, cursor=cursor)


@router.delete("/shelf/messages/{message_id}", status_code=204)
async def let_message_go(message_id: UUID, work: Writes, actor: MayArrange) -> None:
    await keep.let_go(work, actor, message_id)


@router.put("/rooms/{room_id}/messages/{message_id}/favourite", status_code=204, dependencies=[arranges])
async def keep_message(message_id: UUID, work: Writes, here: Here) -> None:
    await keep.keep(work, here, message_id)
