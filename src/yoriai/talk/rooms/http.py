"""`Here`: for routes with a room in their path, the proof that whoever asks is in that room; `Along`: that they follow
it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from yoriai.people.access.http import Signed
from yoriai.platform.http.works import Work
from yoriai.talk.rooms.onlookers import Onlooker, look_in
from yoriai.talk.rooms.standing import Standing, enter


async def here(room_id: UUID, actor: Signed, work: Work) -> Standing:
    """Where the asker stands in the room of the path; strangers get 404."""
    return await enter(work, actor, room_id)


Here = Annotated[Standing, Depends(here)]


async def along(room_id: UUID, actor: Signed, work: Work) -> Onlooker:
    """The asker as they follow the room of the path; strangers and its members get 404."""
    return await look_in(work, actor, room_id)


Along = Annotated[Onlooker, Depends(along)]
