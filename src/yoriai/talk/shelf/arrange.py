"""Where a room stands in one's own list: at its head, or in a folder. The same again changes nothing."""

from uuid import UUID

from yoriai.kit.errors import NotFound
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.standing import Standing
from yoriai.talk.shelf.facts import ShelfChanged
from yoriai.talk.shelf.models import Folder, ShelvedRoom


async def favour(work: Work, here: Standing, *, is_favourite: bool) -> None:
    """Let the room stand at the head of the list, or among the others."""
    place = await _place(work, here)
    if place.is_favourite == is_favourite:
        return
    place.is_favourite = is_favourite
    _tell(work, here)


async def put_into(work: Work, here: Standing, folder_id: UUID | None) -> None:
    """Put the room into a folder of one's own, or out of any. Another's folder is not there."""
    place = await _place(work, here)
    if folder_id is not None:
        folder = await work.session.get(Folder, folder_id)
        if folder is None or folder.account_id != here.actor.account_id:
            raise NotFound
    if place.folder_id == folder_id:
        return
    place.folder_id = folder_id
    _tell(work, here)


async def _place(work: Work, here: Standing) -> ShelvedRoom:
    await take_turn(work, here.actor.account_id)
    me = here.actor.account_id
    place = await work.session.get(ShelvedRoom, (me, here.room_id))
    if place is None:
        place = ShelvedRoom(account_id=me, room_id=here.room_id, is_favourite=False, folder_id=None)
        work.session.add(place)
    return place


def _tell(work: Work, here: Standing) -> None:
    me = here.actor.account_id
    work.state(ShelfChanged(account_id=me, rooms=(here.room_id,)), by=me)
