"""HTTP for following open rooms. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.following import own, queries
from yoriai.talk.following.wire import DigestOut, FollowedRoomOut, SeenIn
from yoriai.talk.messages.queries import Place, place_of
from yoriai.talk.rooms.http import Along

PATH = "/rooms/{room_id}/following"

router = APIRouter(tags=["following"])
MayFollow = Annotated[Actor, Depends(allowed("following.follow"))]
follows = Depends(allowed("following.follow"))


@router.get("/following")
async def read_digest(work: Work, actor: MayFollow, organization: UUID | None = None) -> DigestOut:
    return await queries.digest(work, actor, organization=organization)


@router.put(PATH, status_code=204)
async def follow_one(room_id: UUID, work: Writes, actor: MayFollow) -> None:
    await own.follow(work, actor, room_id)


@router.delete(PATH, status_code=204)
async def stop_following(room_id: UUID, work: Writes, actor: MayFollow) -> None:
    await own.stop(work, actor, room_id)


@router.get(PATH, dependencies=[follows])
async def read_followed(work: Work, here: Along, cursor: str | None = None) -> FollowedRoomOut:
    return await queries.read(work, here, Place() if cursor is None else place_of(cursor))


@router.put(f"{PATH}/seen", status_code=204, dependencies=[follows])
async def look_at_one(asked: SeenIn, work: Writes, here: Along) -> None:
    await own.look(work, here, asked.ordinal)
