"""HTTP for the bodies in a room, for whoever is in it. Routes translate; they do not decide."""

from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.federation import asking, change, invite, queries
from yoriai.talk.federation.wire import ContactIn, InviteBodyIn, RoomBodiesOut, TakeAskingsIn
from yoriai.talk.rooms.http import Here

router = APIRouter(prefix="/rooms/{room_id}/bodies", tags=["federation"])
reads = Depends(allowed("federation.read"))
invites = Depends(allowed("federation.invite"))


@router.get("", dependencies=[reads])
async def read_bodies(work: Work, here: Here) -> RoomBodiesOut:
    return await queries.bodies_in(work, here)


@router.post("", status_code=204, dependencies=[invites])
async def invite_body(asked: InviteBodyIn, work: Writes, here: Here) -> None:
    await invite.invite(work, here, asked.tenant_id, asked.words)


@router.put("/asking", status_code=204, dependencies=[invites])
async def take_askings(asked: TakeAskingsIn, work: Writes, here: Here) -> None:
    await asking.take_askings(work, here, takes=asked.takes)


@router.delete("/{tenant_id}", status_code=204, dependencies=[invites])
async def remove_body(tenant_id: UUID, work: Writes, here: Here) -> None:
    await invite.remove(work, here, tenant_id)


@router.put("/{tenant_id}/contact", status_code=204, dependencies=[invites])
async def change_contact(tenant_id: UUID, asked: ContactIn, work: Writes, here: Here) -> None:
    await change.change_contact(work, here, tenant_id, asked.contact)
